"""The eigen bijdrage beside the care that it is over, and beside what was declared."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from operator import attrgetter
from typing import Final

from geboortezorg.berekening.kraamzorg import bronnen as kraamzorgbronnen
from geboortezorg.berekening.stap import Berekening
from geboortezorg.geld import Exact
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.kraamzorg import (
    Bijdrageinning,
    Bijdragesoort,
    Bijdragevrijstelling,
    EigenBijdrage,
    GeleverdeKraamzorg,
)
from geboortezorg.regels.kraamzorg.bijdrage import bereken
from geboortezorg.regels.kraamzorg.zorg import (
    KRAAMZORG_UUR,
    Uren,
    gewone_dagen,
    in_dossier,
    laatste_aanspraak,
    som,
)
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    Melding,
    Nodig,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.zorggeval import ETMAAL_MINUTEN, Dagzorg, eerste_die_niet_past

_WEEK: Final = timedelta(days=6)
"""A week's bill begins at most so many days before the birth."""

_UUR: Final = 60
"""Minutes; how a part of an hour counts is not known."""

Plaats = tuple[int, EigenBijdrage]


@regel(
    code="GZ-KRAAMZORG-023",
    versie=4,
    titel=Tekst(
        "De eigen bijdrage gaat over zorg die er was",
        "The eigen bijdrage is over care that there was",
    ),
    soorten=("dossier",),
    bron=kraamzorgbronnen.EIGEN_BIJDRAGE,
    velden=(
        "/eigen_bijdragen/*/duur_minuten",
        "/eigen_bijdragen/*/aantal_dagen",
        "/eigen_bijdragen/*/aantal_personen",
        "/eigen_bijdragen/*/periode",
        "/eigen_bijdragen/*/inning",
    ),
    peildatum=Peildatum.LEVERING,
    nodig=Nodig(leden=("/eigen_bijdragen",)),
    redenen={
        "meer_dan_geleverd": Tekst(
            "Op de dagen van deze eigen bijdrage is minder kraamzorg geleverd dan waarover zij "
            "gaat, andere bijdragen over die dagen meegeteld. Verbeter de duur of de dagen.",
            "On the days of this eigen bijdrage less kraamzorg was delivered than it is over, "
            "other contributions over those days included. Correct the duration or the days.",
        ),
        "minder_dan_geleverd": Tekst(
            "Op de dagen van de eigen bijdragen is meer kraamzorg geleverd dan waarover zij samen "
            "gaan. Verbeter de duur, vul de ontbrekende eigen bijdrage in, of zeg in vrijstelling "
            "waarom.",
            "On the days of the contributions more kraamzorg was delivered than they are over "
            "together. Correct the duration, supply the contribution that is missing, or say why "
            "in vrijstelling.",
        ),
        "minder_dan_gedeclareerd": Tekst(
            "De zorgaanbieder int de eigen bijdrage over minder uren dan hij declareert, en zij is er "
            "over elk uur kraamzorg thuis. Verbeter de duur, vul de ontbrekende eigen bijdrage in, of "
            "zeg in vrijstelling waarom.",
            "The provider collects the eigen bijdrage over fewer hours than it declares, and there is "
            "one over every hour of kraamzorg at home. Correct the duration, supply the contribution "
            "that is missing, or say why in vrijstelling.",
        ),
        "meer_dan_gedeclareerd": Tekst(
            "De eigen bijdragen gaan samen over meer uren dan er zijn gedeclareerd. Verbeter de "
            "duur, of vul de geleverde dagen in.",
            "The contributions together are over more hours than were declared. Correct the "
            "duration, or supply the delivered days.",
        ),
        "meer_dan_etmaal": Tekst(
            "De duur is meer dan 24 uur per dag van de periode. Verbeter de duur of de dagen.",
            "The duration is more than 24 hours for each day of the period. Correct the duration "
            "or the days.",
        ),
        "meer_dagen_dan_periode": Tekst(
            "Over de dagen van deze periode is voor meer dagen in een instelling betaald dan er "
            "zijn, voor de moeder en elk kind. Verbeter het aantal dagen of de periode.",
            "Over the days of this period more days in an institution were charged than there are, "
            "for the mother and each child. Correct the number of days or the period.",
        ),
        "te_veel_personen": Tekst(
            "Er is voor meer personen betaald dan de moeder en haar kinderen. Verbeter het aantal.",
            "More persons were charged for than the mother and her children. Correct the number.",
        ),
        "thuis_geleverd": Tekst(
            "In deze periode is betaald voor een verblijf in een instelling, terwijl op een "
            "eerdere dag dan de laatste kraamzorg thuis is geleverd. Verbeter een van beide.",
            "In this period a stay in an institution was charged, while on an earlier day than the "
            "last one kraamzorg was delivered at home. Correct one of both.",
        ),
        "buiten_kraamtijd": Tekst(
            "Deze periode ligt niet in de dagen waarop na de bevalling aanspraak op kraamzorg "
            "bestaat. Verbeter de dagen.",
            "This period does not lie in the days on which there is a claim to kraamzorg after the "
            "birth. Correct the days.",
        ),
    },
)
def over_geleverde_zorg(w: Werkblad) -> Resultaat:
    """No eigen bijdrage over more hours, days or persons than there were, nor outside the care.

    Delivered days decide, or else declared hours, or else only the day of birth. Fewer hours than
    were delivered, and declared, on the days that it is over raise suspicion; where the provider
    collects it, so do fewer than were declared at all.
    """
    dossier = w.als(Dossier)
    if not dossier.eigen_bijdragen:
        return NIET_VAN_TOEPASSING
    meldingen: list[Melding] = []
    thuis: list[Plaats] = []
    verblijf: list[Plaats] = []
    for plaats, bijdrage in enumerate(dossier.eigen_bijdragen):
        if bijdrage.bijdragesoort is Bijdragesoort.PARTUSASSISTENTIE:
            continue
        is_thuis = bijdrage.bijdragesoort is Bijdragesoort.THUIS
        (thuis if is_thuis else verblijf).append((plaats, bijdrage))
        if _buiten_kraamtijd(w, bijdrage):
            pad = _pad(plaats, "periode")
            bron = kraamzorgbronnen.BEVALLING
            meldingen.append(
                breuk(pad, "buiten_kraamtijd", verificatie=bron.verificatie, bron=bron)
            )
    meldingen += _thuis(w, dossier, thuis)
    meldingen += _verblijf(dossier, verblijf)
    return uitslag(meldingen, bool(thuis or verblijf))


def _pad(plaats: int, veld: str) -> str:
    return f"/eigen_bijdragen/{plaats}/{veld}"


def _buiten_kraamtijd(w: Werkblad, bijdrage: EigenBijdrage) -> bool:
    bevallen = w.bevaldagen
    if bevallen is None:
        return False
    periode = bijdrage.periode
    return (
        periode.tot_en_met < bevallen[0]
        or periode.van < bevallen[0] - _WEEK
        or periode.van > laatste_aanspraak(w, bevallen[1])
    )


def _thuis(w: Werkblad, dossier: Dossier, bijdragen: Sequence[Plaats]) -> list[Melding]:
    delen = [
        (plaats, Dagzorg(van=b.periode.van, tot_en_met=b.periode.tot_en_met, minuten=duur))
        for plaats, b in bijdragen
        if (duur := b.duur_minuten or 0) and b.periode.dagen > 0
    ]
    alle = [deel for _, deel in delen]
    ruimte: dict[date, Exact] | int = ETMAAL_MINUTEN
    reden = "meer_dan_etmaal"
    geleverd = gewone_dagen(dossier)
    if geleverd:
        ruimte, reden = {}, "meer_dan_geleverd"
        for _, dag in geleverd:
            ruimte[dag.datum] = ruimte.get(dag.datum, 0) + dag.duur_minuten
    zonder = eerste_die_niet_past(alle, ruimte)
    if zonder is not None:
        return [breuk(_pad(delen[zonder][0], "duur_minuten"), reden)]
    uren = in_dossier(w, KRAAMZORG_UUR)
    bijgedragen = sum(deel.minuten for deel in alle)
    if geleverd and not (
        bijgedragen >= _te_dekken(bijdragen, geleverd) or (uren and bijgedragen >= som(uren))
    ):
        pad = _pad(bijdragen[-1][0], "duur_minuten")
        return [onbeoordeeld(pad, "minder_dan_geleverd", vermoeden=True)]
    if not (geleverd or uren) and delen and dossier.geleverde_kraamzorg:
        # All that is listed is outside the package; what is inside may not have been listed.
        pad = _pad(delen[0][0], "duur_minuten")
        return [onbeoordeeld(pad, "meer_dan_geleverd", vermoeden=True)]
    if geleverd or not uren or bijgedragen <= som(uren):
        if _int_over_minder(bijdragen, uren, bijgedragen):
            pad = _pad(bijdragen[-1][0], "duur_minuten")
            return [onbeoordeeld(pad, "minder_dan_gedeclareerd", vermoeden=True)]
        return []
    pad = _pad(delen[-1][0], "duur_minuten")
    if bijgedragen <= sum(deel.post.minuten or 0 for deel in uren):
        # A credit for part of the amount may have corrected the price, and not the hours.
        return [onbeoordeeld(pad, "meer_dan_gedeclareerd", vermoeden=True)]
    return [breuk(pad, "meer_dan_gedeclareerd")]


def _int_over_minder(bijdragen: Sequence[Plaats], uren: Sequence[Uren], over: Exact) -> bool:
    """Say whether the one provider collects itself, and over fewer whole hours than it declares."""
    if not any(b.inning is Bijdrageinning.ZORGAANBIEDER for _, b in bijdragen):
        return False
    if any(b.duur_minuten is None or b.vrijstelling for _, b in bijdragen):
        return False
    gedeclareerd = som(uren)
    return len({deel.agb for deel in uren}) == 1 and over < gedeclareerd - gedeclareerd % _UUR


def _te_dekken(
    bijdragen: Sequence[Plaats], geleverd: Iterable[tuple[int, GeleverdeKraamzorg]]
) -> int:
    """Return the minutes delivered on the days of contributions, those of each in whole hours.

    None when one of them is without its duration or days, or says why less was charged.
    """
    if any(b.duur_minuten is None or b.periode.dagen < 1 or b.vrijstelling for _, b in bijdragen):
        return 0
    perioden = sorted((b.periode.van, b.periode.tot_en_met) for _, b in bijdragen)
    minuten, volgende, einde = 0, 0, date.min
    for dag in sorted((dag for _, dag in geleverd), key=attrgetter("datum")):
        while volgende < len(perioden) and perioden[volgende][0] <= dag.datum:
            einde = max(einde, perioden[volgende][1])
            volgende += 1
        if dag.datum <= einde:
            minuten += dag.duur_minuten - dag.duur_minuten % _UUR
    return minuten


def _verblijf(dossier: Dossier, bijdragen: Sequence[Plaats]) -> list[Melding]:
    kinderen = sum(kind.geboren for kind in dossier.kinderen)
    geteld = dossier.zwangerschap.aantal_geboren_kinderen
    personen = 1 + max(kinderen, geteld or 0) if kinderen or geteld else None
    te_veel = [
        breuk(_pad(plaats, "aantal_personen"), "te_veel_personen")
        for plaats, b in bijdragen
        if personen is not None and (b.aantal_personen or 0) > personen
    ]
    if te_veel:
        return te_veel
    delen = [
        (plaats, Dagzorg(van=b.periode.van, tot_en_met=b.periode.tot_en_met, minuten=dagen))
        for plaats, b in bijdragen
        if (dagen := (b.aantal_dagen or 0) * (b.aantal_personen or 1)) and b.periode.dagen > 0
    ]
    meldingen = [
        breuk(_pad(plaats, "aantal_dagen"), "meer_dagen_dan_periode")
        for plaats, b in bijdragen
        if b.periode.dagen > 0 and (b.aantal_dagen or 0) > b.periode.dagen
    ]
    if not meldingen and personen is not None:
        zonder = eerste_die_niet_past([deel for _, deel in delen], personen)
        if zonder is not None:
            pad = _pad(delen[zonder][0], "aantal_dagen")
            meldingen.append(breuk(pad, "meer_dagen_dan_periode"))
    return meldingen or _thuis_tijdens_verblijf(dossier, bijdragen)


def _thuis_tijdens_verblijf(dossier: Dossier, bijdragen: Sequence[Plaats]) -> list[Melding]:
    """Doubt a stay on a day of which she was at home already; she goes home on its last day."""
    thuis = [dag.datum for _, dag in gewone_dagen(dossier)]
    eerste = min(thuis, default=date.max)
    return [
        onbeoordeeld(_pad(plaats, "periode"), "thuis_geleverd", vermoeden=True)
        for plaats, b in bijdragen
        if b.periode.van <= eerste < b.periode.tot_en_met
    ]


@regel(
    code="GZ-KRAAMZORG-024",
    versie=4,
    titel=Tekst(
        "Een geinde eigen bijdrage gaat af van wat is gedeclareerd",
        "An eigen bijdrage that was collected comes off what is declared",
    ),
    soorten=("dossier",),
    bron=kraamzorgbronnen.INNING,
    velden=(
        "/eigen_bijdragen/*/inning",
        "/eigen_bijdragen/*/bedrag_eurocent",
        "/eigen_bijdragen/*/vrijstelling",
    ),
    peildatum=Peildatum.LEVERING,
    nodig=Nodig(leden=("/eigen_bijdragen",)),
    redenen={
        "niet_afgetrokken": Tekst(
            "De zorgaanbieder inde deze eigen bijdragen, en declareert toch meer dan wat daarna "
            "overblijft. Trek ze af van declaratiebedrag_eurocent.",
            "The provider collected these contributions, yet declares more than what then is left. "
            "Take them off declaratiebedrag_eurocent.",
        ),
        "inning_onbekend": Tekst(
            "Wie deze eigen bijdrage int is niet bekend, en zij is niet afgetrokken van wat is "
            "gedeclareerd. Vul inning in, of trek haar af.",
            "Who collects this eigen bijdrage is not known, and it was not taken off what was "
            "declared. Supply inning, or take it off.",
        ),
        "kwijtgescholden": Tekst(
            "Deze eigen bijdrage is kwijtgescholden, en wat zij had moeten zijn is niet afgetrokken "
            "van wat is gedeclareerd. Of een ander dan de verzekeraar dat mag, is niet bekend: vul "
            "de verzekeraar in bij inning als die haar kwijtschold, of trek haar af.",
            "This eigen bijdrage is waived, and what it should have been was not taken off what was "
            "declared. Whether another than the insurer may do that is not known: supply the "
            "insurer at inning if it waived it, or take it off.",
        ),
    },
)
def bijdrage_afgetrokken(w: Werkblad) -> Resultaat:
    """What the provider collects for the hours at home comes off what the insurer is asked.

    An insurer that collects it itself, which is usual, is asked the whole amount. Who collects it
    is only asked when the dossier does not show the delivered care either. What is waived by
    another than the insurer is not for the insurer to pay.
    """
    dossier = w.als(Dossier)
    per_inning: dict[Bijdrageinning | None, list[Plaats]] = {}
    kwijt: list[tuple[int, Exact]] = []
    for plaats, bijdrage in enumerate(dossier.eigen_bijdragen):
        if bijdrage.bijdragesoort is not Bijdragesoort.THUIS:
            continue
        if bijdrage.bedrag_eurocent:
            per_inning.setdefault(bijdrage.inning, []).append((plaats, bijdrage))
        if tekort := _kwijtgescholden(w, bijdrage):
            kwijt.append((plaats, tekort))
    geind = per_inning.get(Bijdrageinning.ZORGAANBIEDER, [])
    onbekend = per_inning.get(None, [])
    uren = in_dossier(w, KRAAMZORG_UUR) if geind or onbekend or kwijt else ()
    if not uren:
        return NIET_VAN_TOEPASSING
    afgetrokken = sum(
        deel.post.declaratieregel.bedrag_eurocent - deel.post.netto_eurocent for deel in uren
    )
    if geind and _som(geind) > afgetrokken:
        return [breuk(_pad(geind[0][0], "bedrag_eurocent"), "niet_afgetrokken")]
    moet = _som(geind) + sum(tekort for _, tekort in kwijt)
    if kwijt and moet > afgetrokken:
        pad = _pad(kwijt[0][0], "vrijstelling")
        return [onbeoordeeld(pad, "kwijtgescholden", vermoeden=True)]
    if moet + _som(onbekend) <= afgetrokken:
        return uitslag([], van_toepassing=True)
    if not dossier.geleverde_kraamzorg:
        pad = _pad(onbekend[0][0], "inning")
        return [onbeoordeeld(pad, "inning_onbekend", vermoeden=True)]
    return uitslag([], van_toepassing=bool(geind or kwijt))


def _kwijtgescholden(w: Werkblad, bijdrage: EigenBijdrage) -> Exact:
    """Return what another than the insurer waived; nothing where the amount is not known."""
    if bijdrage.vrijstelling is not Bijdragevrijstelling.KWIJTGESCHOLDEN:
        return 0
    if bijdrage.inning is Bijdrageinning.VERZEKERAAR:
        return 0
    berekend = bereken(w, bijdrage)  # GZ-KRAAMZORG-011 says what is missing for it
    hele = berekend.uitkomst if isinstance(berekend, Berekening) else None
    return max((hele or 0) - bijdrage.bedrag_eurocent, 0)


def _som(bijdragen: Iterable[Plaats]) -> int:
    return sum(bijdrage.bedrag_eurocent for _, bijdrage in bijdragen)
