"""The phases of integrale geboortezorg: in order, and as the lines declare them."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from geboortezorg.berekening.samenwerking.integraal import NR_2201
from geboortezorg.berekening.tijdlijn import dag, minuut
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Fase, Regime
from geboortezorg.model.zwangerschap import WijzeEinde, Zwangerschap
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    VOLDAAN,
    Melding,
    Nodig,
    Peildatum,
    Resultaat,
    Tekst,
    Trek,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.trekken.dagen import BEGON_LAAT, Startgrenzen, startgrenzen
from geboortezorg.regels.trekken.dagen import laat as begon_laat
from geboortezorg.regels.trekken.prestaties import is_deel
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.bronnen import bron
from geboortezorg.tijd import Periode, dagen_tussen
from geboortezorg.zorggeval import Post, genoemde_bevaldagen

FASE: Final = "fase-aannemelijk"
"""The norm on how far care of a phase lies from the birth."""

_REGELDAGEN: Final = bron("samenwerking-regeldagen")

_PRENATAAL: Final = Fase.PRENATAAL
_NATAAL: Final = Fase.NATAAL
_POSTNATAAL: Final = Fase.POSTNATAAL
FASEN: Final = (_PRENATAAL, _NATAAL, _POSTNATAAL)
"""The phases, in their order."""

_PARTUS: Final = WijzeEinde.PARTUS
_INTEGRAAL: Final = Regime.INTEGRALE_GEBOORTEZORG


@regel(
    code="GZ-IGO-004",
    versie=2,
    titel=Tekst(
        "De fasen van integrale geboortezorg volgen op elkaar",
        "The phases of integrale geboortezorg follow each other",
    ),
    soorten=("dossier",),
    bron=NR_2201,
    velden=("/integraal_traject/begin_actieve_fase", "/integraal_traject/geboorte_placenta"),
    peildatum=Peildatum.DOCUMENT,
    nodig=Nodig(leden=("/integraal_traject",)),
    redenen={
        "voor_intake": Tekst(
            "De actieve fase begint voor de dag van de fysieke intake. Verbeter een van beide.",
            "The active phase begins before the day of the physical intake. Correct one of them.",
        ),
        "voor_actieve_fase": Tekst(
            "De placenta is geboren voor het begin van de actieve fase. Verbeter een van beide.",
            "The placenta was born before the start of the active phase. Correct one of them.",
        ),
        "actieve_fase_onbekend": Tekst(
            "De placenta is geboren, maar het begin van de actieve fase ontbreekt. Vul het in. Was "
            "er geen, zoals bij een geplande keizersnede, laat dan ook geboorte_placenta weg.",
            "The placenta was born, but the start of the active phase is missing. Supply it. If "
            "there was none, as with a planned caesarean, leave geboorte_placenta out as well.",
        ),
        "lange_fase": Tekst(
            "Tussen het begin van de actieve fase en de geboorte van de placenta liggen meer dan "
            "{dagen} dagen. Controleer de dagen.",
            "More than {dagen} days lie between the start of the active phase and the birth of the "
            "placenta. Check the days.",
        ),
    },
)
def fasen_in_volgorde(w: Werkblad) -> Resultaat:
    """Intake, active phase and birth of the placenta follow each other in time."""
    traject = w.als(Dossier).integraal_traject
    if traject is None:
        return NIET_VAN_TOEPASSING
    actief, placenta = traject.begin_actieve_fase, traject.geboorte_placenta
    pad = "/integraal_traject"
    if actief is None:
        if placenta is None:
            return VOLDAAN
        return [onbeoordeeld(f"{pad}/begin_actieve_fase", "actieve_fase_onbekend")]
    if dag(minuut(actief)) < traject.fysieke_intake:  # the day in the Netherlands
        return [breuk(f"{pad}/begin_actieve_fase", "voor_intake")]
    if placenta is not None and placenta < actief:
        return [breuk(f"{pad}/geboorte_placenta", "voor_actieve_fase")]
    dagen = w.context.normen.norm(FASE).waarde("nataal.langste")
    if placenta is not None and placenta - actief > timedelta(days=dagen):
        plek = f"{pad}/geboorte_placenta"
        return [onbeoordeeld(plek, "lange_fase", vermoeden=True, dagen=dagen)]
    return VOLDAAN


@regel(
    code="GZ-IGO-007",
    versie=5,
    titel=Tekst(
        "Een integrale prestatie is gedeclareerd over de dagen van haar fase",
        "An integrale prestatie is declared over the days of its phase",
    ),
    soorten=("dossier", "declaratie"),
    bron=_REGELDAGEN,
    velden=(
        "/declaratieregels/*/periode",
        "/declaratieregels/*/datum_partus",
        "/zwangerschap/a_terme_datum",
        "/zwangerschap/datum_einde",
    ),
    peildatum=Peildatum.DOCUMENT,
    nodig=Nodig(regimes=(Regime.INTEGRALE_GEBOORTEZORG,)),
    aanleiding=Nodig(trekken=(Trek.INTEGRALE_FASEN,)),
    redenen={
        "overlapt_fase": Tekst(
            "Deze declaratieregel begint voordat de vorige fase volgens haar eigen declaratieregel "
            "voorbij is. Verbeter de dagen van een van beide.",
            "This line begins before the previous phase is over by its own line. Correct the days "
            "of one of them.",
        ),
        "na_geboorte": Tekst(
            "De prenatale fase is gedeclareerd tot na de geboorte. Verbeter de dagen.",
            "The prenatal phase is declared until after the birth. Correct the days.",
        ),
        "zonder_geboorte": Tekst(
            "De geboorte ligt niet in de dagen waarover de natale fase is gedeclareerd. Verbeter "
            "de dagen.",
            "The birth does not lie in the days over which the natal phase is declared. Correct "
            "the days.",
        ),
        "voor_geboorte": Tekst(
            "De postnatale fase is gedeclareerd vanaf een dag voor de geboorte. Verbeter de dagen.",
            "The postnatal phase is declared from a day before the birth. Correct the days.",
        ),
        "buiten_traject": Tekst(
            "Deze declaratieregel begint eerder dan zijn fase volgens het integraal traject. "
            "Verbeter een van beide.",
            "This line begins earlier than its phase does by the integraal traject. Correct one of "
            "them.",
        ),
        "begint_later": Tekst(
            "De postnatale fase begint bij de geboorte, maar is gedeclareerd vanaf een dag die meer "
            "dan {dagen} dagen later ligt. Controleer de dagen, en wie de zorg tot dan gaf.",
            "The postnatal phase begins at the birth, but is declared from a day more than {dagen} "
            "days later on. Check the days, and who gave the care until then.",
        ),
        "begon_laat": Tekst(
            "De prenatale fase is gedeclareerd vanaf een dag na {dagen} dagen zwangerschap, en van "
            "zorg daarvoor staat er niets. Controleer de dagen, of vul de zorgepisode in van wie de "
            "zorg tot dan gaf.",
            "The prenatal phase is declared from a day after {dagen} days of pregnancy, and nothing "
            "tells of care before it. Check the days, or supply the zorgepisode of who gave the "
            "care until then.",
        ),
        "eindigt_ervoor": Tekst(
            "De prenatale fase duurt tot de bevalling, maar is gedeclareerd tot meer dan {dagen} dagen "
            "ervoor. Verbeter de dagen, of toon in een dossier de zorgepisode van wie de zorg daarna "
            "gaf.",
            "The prenatal phase lasts until the birth, but is declared until more than {dagen} days "
            "before it. Correct the days, or show in a dossier the zorgepisode of who gave the care "
            "after that.",
        ),
        "begon_kort_ervoor": Tekst(
            "De prenatale fase is gedeclareerd vanaf minder dan {dagen} dagen voor de bevalling. "
            "Controleer de dagen en datum_partus, of toon in een dossier de duur van de zwangerschap en "
            "wie de zorg tot dan gaf.",
            "The prenatal phase is declared from fewer than {dagen} days before the birth on. Check the "
            "days and datum_partus, or show in a dossier the length of the pregnancy and who gave the "
            "care until then.",
        ),
        "bevaldag_onbekend": Tekst(
            "De prenatale fase is over hooguit {dagen} dagen gedeclareerd, en de bevaldag staat er "
            "niet: of zij zo kort duurde, is niet bekend. Vul datum_partus in.",
            "The prenatal phase is declared over at most {dagen} days, and the day of birth is not "
            "told: whether it lasted so short is not known. Supply datum_partus.",
        ),
        "einde_onbekend": Tekst(
            "Wanneer de zwangerschap eindigde, is niet bekend, dus ook niet of de prenatale fase voorbij "
            "is. Vul datum_einde en wijze_einde in, of begin_actieve_fase in integraal_traject.",
            "When the pregnancy ended is not known, nor therefore whether the prenatal phase is over. "
            "Supply datum_einde and wijze_einde, or begin_actieve_fase in integraal_traject.",
        ),
        "a_terme_onbekend": Tekst(
            "De prenatale fase begint kort voor de geboorte; of dat na {dagen} dagen zwangerschap is, "
            "is niet bekend. Vul a_terme_datum in, of de zorgepisode van wie de zorg tot dan gaf.",
            "The prenatal phase begins shortly before the birth; whether that is after {dagen} days "
            "of pregnancy is not known. Supply a_terme_datum, or the zorgepisode of who gave the "
            "care until then.",
        ),
    },
)
def regels_volgen_fasen(w: Werkblad) -> Resultaat:
    """The lines of one woman follow each other as the phases do, around the birth."""
    meldingen: list[Melding] = []
    toegepast = False
    for geval in w.zorggevallen:
        for posten in geval.zwangerschappen if geval.een_vrouw else ():
            per_fase = _per_fase(posten)
            toegepast = toegepast or bool(per_fase)
            bevallen = _bevallen(w, posten)
            tegen = [*_tegen_traject(per_fase, w.dossier)]
            if bevallen is not None:
                kort = 1 if w.dossier is None else 0  # in a message GZ-REGEL-008 judges one day
                tegen += _tegen_geboorte(per_fase, bevallen, kort)
            for post, reden in (*_overlap(per_fase), *tegen):
                meldingen.append(breuk(post.pad("periode"), reden))
            meldingen += _begint_later(w, per_fase, bevallen)
            meldingen += _begon_laat(w, per_fase)
            meldingen += _tot_de_bevalling(w, per_fase, bevallen)
    return uitslag(meldingen, toegepast)


def _bevallen(w: Werkblad, posten: Iterable[Post]) -> tuple[date, date] | None:
    """Return the days of birth that a dossier, or the lines of a message, tell of a pregnancy.

    Care goes on after a miscarriage, so the end of a pregnancy is a birth only when that is said
    or when children are: whoever leaves out how it ended is judged by them.
    """
    if w.dossier is None:
        return genoemde_bevaldagen(posten)
    zwangerschap = w.dossier.zwangerschap
    if zwangerschap.wijze_einde is _PARTUS or zwangerschap.aantal_geboren_kinderen:
        return w.bevaldagen
    return w.bevaldagen if any(kind.geboren for kind in w.dossier.kinderen) else None


def _begint_later(
    w: Werkblad, per_fase: dict[Fase, list[Post]], bevallen: tuple[date, date] | None
) -> list[Melding]:
    """Doubt the postnatal lines over days that begin later; one day can be that of the invoice."""
    posten = per_fase.get(_POSTNATAAL, ())
    eindes = [p.declaratieregel.periode.tot_en_met for p in per_fase.get(_NATAAL, ())]
    if bevallen is not None:
        eindes.append(bevallen[1])
    if not posten or not eindes:
        return []
    dagen = w.context.normen.norm(FASE).waarde("bevalling.speling")
    eerste = min([p.declaratieregel.periode.van for p in posten])
    if dagen_tussen(max(eindes), eerste) <= dagen:
        return []
    return [
        onbeoordeeld(post.pad("periode"), "begint_later", vermoeden=True, dagen=dagen)
        for post in posten
        if post.declaratieregel.periode.dagen > 1
    ]


def _begon_laat(w: Werkblad, per_fase: dict[Fase, list[Post]]) -> Iterator[Melding]:
    """Doubt a whole prenatal phase that began when it was almost over, without care before it."""
    dossier, grenzen = w.dossier, w.context.gedeeld(startgrenzen)
    if dossier is None:
        return
    for post in per_fase.get(_PRENATAAL, ()):
        periode = post.declaratieregel.periode
        reden = laat(dossier.zwangerschap, periode, grenzen)
        if reden is None or any(e.looptijd.van < periode.van for e in dossier.zorgepisodes):
            continue
        bekend = reden == BEGON_LAAT
        pad = post.pad("periode") if bekend else "/zwangerschap/a_terme_datum"
        yield onbeoordeeld(pad, reden, vermoeden=bekend, dagen=grenzen.laatste)


def _tot_de_bevalling(
    w: Werkblad, per_fase: dict[Fase, list[Post]], bevallen: tuple[date, date] | None
) -> Iterator[Melding]:
    """Doubt a whole prenatal phase that did not last until the birth, or hardly before it."""
    dossier, kortste = w.dossier, w.context.gedeeld(startgrenzen).kort_ervoor
    speling = w.context.normen.norm(FASE).waarde("bevalling.speling")
    ging_over = _ging_over(dossier, bevallen)
    for post in per_fase.get(_PRENATAAL, ()):
        periode, prestatie = post.declaratieregel.periode, post.prestatie
        if prestatie is None or is_deel(prestatie):
            continue
        if bevallen is None and dossier is not None:
            if _einde_onbekend(dossier):
                yield onbeoordeeld("/zwangerschap/datum_einde", "einde_onbekend")
        elif bevallen is None:
            if 1 < periode.dagen <= kortste:
                pad = post.pad("datum_partus")
                yield onbeoordeeld(pad, "bevaldag_onbekend", dagen=kortste)
        elif dagen_tussen(periode.tot_en_met, bevallen[0]) > speling:
            if ging_over is None or ging_over <= periode.van:
                pad = post.pad("periode")
                yield onbeoordeeld(pad, "eindigt_ervoor", vermoeden=True, dagen=speling)
        elif (
            dossier is None
            and periode.dagen > 1  # one day can be that of the invoice
            and 0 <= dagen_tussen(periode.van, bevallen[0]) < kortste
        ):
            pad = post.pad("periode")
            yield onbeoordeeld(pad, "begon_kort_ervoor", vermoeden=True, dagen=kortste)


def _einde_onbekend(dossier: Dossier) -> bool:
    """Say whether nothing tells when the pregnancy ended, or the active phase began."""
    traject = dossier.integraal_traject
    return dossier.zwangerschap.datum_einde is None and (
        traject is None or traject.begin_actieve_fase is None
    )


def _ging_over(dossier: Dossier | None, bevallen: tuple[date, date] | None) -> date | None:
    """Return when the last zorgepisode before a birth began: its provider had the care from then on."""
    if dossier is None or bevallen is None:
        return None
    begonnen = (episode.looptijd.van for episode in dossier.zorgepisodes)
    return max((van for van in begonnen if van <= bevallen[1]), default=None)


def laat(zwangerschap: Zwangerschap, periode: Periode, grenzen: Startgrenzen) -> str | None:
    """Return why care may not have begun early enough; None on a day that can be that of the invoice."""
    return None if periode.dagen == 1 else begon_laat(zwangerschap, periode.van, grenzen)


def _per_fase(posten: Iterable[Post]) -> dict[Fase, list[Post]]:
    """Return the counting lines of integrale prestaties of one phase, by phase."""
    uit: dict[Fase, list[Post]] = {}
    for post in posten:
        if post.prestatie is not None and post.prestatie.regime is _INTEGRAAL:
            for fase in post.prestatie.fasen:
                uit.setdefault(fase, []).append(post)
    return uit


def _overlap(per_fase: dict[Fase, list[Post]]) -> Iterator[tuple[Post, str]]:
    """Yield the lines that begin before an earlier phase has ended; one shared day is right."""
    einde: date | None = None
    for fase in FASEN:
        posten = per_fase.get(fase, ())
        for post in posten:
            if einde is not None and post.declaratieregel.periode.van < einde:
                yield post, "overlapt_fase"
        for post in posten:
            laatste = post.declaratieregel.periode.tot_en_met
            einde = laatste if einde is None else max(einde, laatste)


def _tegen_traject(
    per_fase: dict[Fase, list[Post]], dossier: Dossier | None
) -> Iterator[tuple[Post, str]]:
    """Yield the lines that begin before their phase does by the traject of the dossier."""
    traject = None if dossier is None else dossier.integraal_traject
    begin: dict[Fase, date] = {}
    if traject is not None:
        begin[_PRENATAAL] = traject.fysieke_intake
        if traject.begin_actieve_fase is not None:
            begin[_NATAAL] = dag(minuut(traject.begin_actieve_fase))
        if traject.geboorte_placenta is not None:
            begin[_POSTNATAAL] = dag(minuut(traject.geboorte_placenta))
    for fase, eerste in begin.items():
        for post in per_fase.get(fase, ()):
            if post.declaratieregel.periode.van < eerste:
                yield post, "buiten_traject"


def _tegen_geboorte(
    per_fase: dict[Fase, list[Post]], bevallen: tuple[date, date], kort: int
) -> Iterator[tuple[Post, str]]:
    """Yield the lines of more than so many days that contradict the first and the last birth."""
    eerste, laatste = bevallen
    for fase, posten in per_fase.items():
        for post in posten:
            periode = post.declaratieregel.periode
            if periode.dagen <= kort:
                continue
            if fase is _PRENATAAL and periode.tot_en_met > laatste:
                yield post, "na_geboorte"
            if fase is _NATAAL and (periode.van > laatste or periode.tot_en_met < eerste):
                yield post, "zonder_geboorte"
            if fase is _POSTNATAAL and periode.van < eerste:
                yield post, "voor_geboorte"
