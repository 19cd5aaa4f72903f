"""Prestaties: known and in force, in the right phase, by the right provider and insurer."""

from collections.abc import Iterable
from typing import Final, NamedTuple, final

from geboortezorg.bron import Verificatie
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Prestatie, Regime, op_een_dag
from geboortezorg.model.tarief import Tariefsoort
from geboortezorg.model.zorgepisode import PerinatalePeriode
from geboortezorg.regels import bronnen
from geboortezorg.regels.opslag import TOESLAG
from geboortezorg.regels.regel import (
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
from geboortezorg.regels.tarief.duur import Duur, grenzen
from geboortezorg.regels.trekken.tarieven import gewoon
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Antwoordstatus, BuitenLooptijd, Gevonden, Onbekend
from geboortezorg.tijd import (
    toon_zwangerschapsduur,
    zwangerschapsduur_dagen,
)
from geboortezorg.zorggeval import EERSTE_DAG_START_ZORG, Post

_EIGEN_BIJDRAGE: Final = Regime.EIGEN_BIJDRAGE_KRAAMZORG
"""The regime of what the insured person pays."""

_EIGEN_TARIEF: Final = Tariefsoort.EIGEN_BIJDRAGE

_DECLARABEL: Final = frozenset(Regime) - {
    _EIGEN_BIJDRAGE,
    Regime.MEDISCH_SPECIALISTISCHE_ZORG,
}


@regel(
    code="GZ-PRESTATIE-001",
    versie=4,
    titel=Tekst(
        "De prestatie bestaat en is van kracht op de peildatum",
        "The prestatie exists and is in force on the decisive date",
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.wmg("art. 35 lid 1 onder c en art. 53"),
    velden=("/declaratieregels/*/prestatie",),
    peildatum=Peildatum.PRESTATIE,
    gebruikt_tabellen=True,
    retourcodes=("0581", "0582"),
    nodig=Nodig(leden=("/declaratieregels",)),
    aanleiding=Nodig(trekken=(Trek.GEEN_TARIEF,), credit=True),
    redenen={
        "bestaat_niet": Tekst(
            "Deze prestatie bestaat niet: de lijsten noemen elke prestatie. Zonder "
            "prestatiebeschrijving is zij niet declarabel, ook niet met een contract. Verbeter de "
            "code, of haal de declaratieregel weg.",
            "This prestatie does not exist: the lists name every prestatie. Without a "
            "prestatiebeschrijving it cannot be declared, not even with a contract. Correct the "
            "code, or take the line out.",
        ),
        "niet_declarabel": Tekst(
            "Dit is een eigen bijdrage, geen prestatie die bij de verzekeraar wordt gedeclareerd. "
            "Sommige verzekeraars innen haar (EI-incasso): controleer of deze dat doet, en laat de "
            "declaratieregel anders weg.",
            "This is an own contribution, not a prestatie that is declared to the insurer. Some "
            "insurers collect it (EI-incasso): check whether this one does, and leave the line out "
            "otherwise.",
        ),
        "nog_niet_van_kracht": Tekst(
            "De prestatie is pas declarabel vanaf {van}. Tot dan is zij niet declarabel, ook niet "
            "met een contract. Verbeter de dag, of haal de declaratieregel weg.",
            "The prestatie can be declared from {van} on. Until then it cannot, not even with a "
            "contract. Correct the day, or take the line out.",
        ),
        "beeindigd": Tekst(
            "De prestatie was declarabel tot en met {tot_en_met}. Gebruik de prestatie die nu "
            "geldt.",
            "The prestatie could be declared up to and including {tot_en_met}. Use the one that "
            "applies now.",
        ),
        "prestatie_onbekend": Tekst(
            "De prestatie staat in geen van de tabellen. Controleer de code of voeg een "
            "prestatielijst toe.",
            "The prestatie is in none of the tables. Check the code or add a list of prestaties.",
        ),
        "peildatum_onbekend": Tekst(
            "De start van de zorg is niet bekend, dus ook niet welke beschikking geldt. Vul "
            "startdatum_zorg in, of verwijs in een dossier naar een zorgepisode.",
            "The start of the care is not known, nor therefore which decision applies. Supply "
            "startdatum_zorg, or in a dossier refer to a zorgepisode.",
        ),
        "einde_onbekend": Tekst(
            "De zorg startte voor {van}; toen besliste de dag van de bevalling, en die is niet "
            "bekend. Vul in een dossier zwangerschap.datum_einde in, of in een bericht "
            "datum_partus. Was er geen bevalling, beoordeel dan een dossier.",
            "The care started before {van}; the day of birth decided then, and it is not known. "
            "Supply zwangerschap.datum_einde in a dossier, or datum_partus in a message. If there "
            "was no birth, judge a dossier.",
        ),
    },
)
def van_kracht(w: Werkblad) -> Resultaat:
    """No prestatiebeschrijving in force means not declarable, also with a contract (Wmg 35)."""
    meldingen: list[Melding] = []
    elders = False
    tabellen = w.context.tabellen
    for post in w.posten:
        prestatie, tariefantwoord = post.prestatie, post.tariefantwoord
        if not post.telt or gewoon(tariefantwoord):
            continue
        pad = post.pad("prestatie")
        if prestatie is None:
            if tabellen.volledige_regimes >= _DECLARABEL:
                meldingen.append(breuk(pad, "bestaat_niet"))
            else:
                meldingen.append(onbeoordeeld(pad, "prestatie_onbekend"))
        elif isinstance(tariefantwoord, Gevonden) or prestatie.regime is _EIGEN_BIJDRAGE:
            # An insurer may collect it for the provider (CZ, EI-incasso).
            grond = Verificatie.AFGELEID
            meldingen.append(breuk(pad, "niet_declarabel", verificatie=grond))
        elif tariefantwoord is None and post.startdatum is None:
            meldingen.append(onbeoordeeld(pad, "peildatum_onbekend"))
        elif tariefantwoord is None:
            meldingen.append(onbeoordeeld(pad, "einde_onbekend", van=EERSTE_DAG_START_ZORG))
        elif isinstance(tariefantwoord, BuitenLooptijd):
            meldingen.append(_buiten_looptijd(pad, tariefantwoord))
        elif isinstance(tariefantwoord, Onbekend) and prestatie.prestatie_id != TOESLAG:
            elders = True  # GZ-TARIEF-001 says that no table covers the day
    return uitslag(meldingen, bool(w.per_prestatie), elders=elders)


def _buiten_looptijd(pad: str, antwoord: BuitenLooptijd) -> Melding:
    verificatie, bron, datum = antwoord.verificatie, antwoord.bron, antwoord.datum
    if antwoord.status is Antwoordstatus.BEEINDIGD:
        return breuk(pad, "beeindigd", verificatie=verificatie, bron=bron, tot_en_met=datum)
    return breuk(pad, "nog_niet_van_kracht", verificatie=verificatie, bron=bron, van=datum)


@regel(
    code="GZ-PRESTATIE-002",
    versie=8,
    titel=Tekst(
        "Een deelprestatie past bij de zwangerschapsduur",
        "A deelprestatie fits the length of the pregnancy",
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.PRESTATIELIJST,
    velden=(
        "/declaratieregels/*/prestatie",
        "/declaratieregels/*/periode",
        "/declaratieregels/*/startdatum_zorg",
    ),
    peildatum=Peildatum.LEVERING,
    nodig=Nodig(kenmerken=("zwangerschapsduur_van_dagen", "zwangerschapsduur_tot_en_met_dagen")),
    aanleiding=Nodig(trekken=(Trek.ZWANGERSCHAPSDUUR,)),
    redenen={
        "te_vroeg": Tekst(
            "De zorg eindigt bij een kortere zwangerschapsduur dan deze deelprestatie vraagt "
            "(vanaf {van}). Kies de deelprestatie die past, of verbeter het einde van de zorgepisode.",
            "The care ends at a shorter pregnancy than this deelprestatie asks (from {van}). "
            "Choose the one that fits, or correct the end of the zorgepisode.",
        ),
        "te_laat": Tekst(
            "De zorg eindigt bij een langere zwangerschapsduur dan deze deelprestatie toelaat "
            "(tot en met {tot_en_met}). Kies de deelprestatie die past, of toon de duur in een dossier.",
            "The care ends at a longer pregnancy than this deelprestatie allows (up to and "
            "including {tot_en_met}). Choose the one that fits, or show the length in a dossier.",
        ),
        "einde_zorg_onbekend": Tekst(
            "Op deze ene dag duurde de zwangerschap langer dan deze deelprestatie toelaat (tot en met "
            "{tot_en_met}). Is het de dag van de afrekening, dan is niet bekend wanneer de zorg "
            "eindigde: zet haar dagen in de periode, of verwijs in een dossier naar de zorgepisode. "
            "Kies anders de deelprestatie die past.",
            "On this single day the pregnancy was longer than this deelprestatie allows (up to and "
            "including {tot_en_met}). If it is the day of the settlement, when the care ended is not "
            "known: put its days in the period, or in a dossier refer to the zorgepisode. Otherwise "
            "choose the deelprestatie that fits.",
        ),
        "onderzoek_te_vroeg": Tekst(
            "Dit onderzoek of deze verrichting is eerder in de zwangerschap gedaan dan bij het doel "
            "past (vanaf {van}). Controleer de dag, de prestatie en de a terme datum.",
            "This examination or procedure was done earlier in the pregnancy than fits its purpose "
            "(from {van}). "
            "Check the day, the prestatie and the a terme date.",
        ),
        "onderzoek_te_laat": Tekst(
            "Dit onderzoek of deze verrichting is later in de zwangerschap gedaan dan bij het doel past "
            "(tot en met {tot_en_met}). Controleer de dag, de prestatie en de a terme datum.",
            "This examination or procedure was done later in the pregnancy than fits its purpose (up to "
            "and including {tot_en_met}). Check the day, the prestatie and the a terme date.",
        ),
        "overname_te_vroeg": Tekst(
            "De overname was bij een kortere zwangerschapsduur dan deze deelprestatie vraagt "
            "(vanaf {van}). Kies de deelprestatie die past, of controleer de start van de zorg.",
            "The takeover was at a shorter pregnancy than this deelprestatie asks (from {van}). "
            "Choose the one that fits, or check the start of the care.",
        ),
        "overname_te_laat": Tekst(
            "De overname was bij een langere zwangerschapsduur dan deze deelprestatie toelaat "
            "(tot en met {tot_en_met}). Kies de deelprestatie die past, of controleer de start van "
            "de zorg.",
            "The takeover was at a longer pregnancy than this deelprestatie allows (up to and "
            "including {tot_en_met}). Choose the one that fits, or check the start of the care.",
        ),
        "duur_onbekend": Tekst(
            "Hoe ver de zwangerschap bij dit onderzoek of deze verrichting was, is niet bekend. Vul startdatum_zorg of "
            "datum_partus in, op deze declaratieregel of een andere van dezelfde zwangerschap.",
            "How far the pregnancy was at this examination or procedure is not known. Supply startdatum_zorg or "
            "datum_partus, on this line or another one of the same pregnancy.",
        ),
        "a_terme_onbekend": Tekst(
            "De a terme datum ontbreekt, dus de zwangerschapsduur is niet bekend. Vul "
            "zwangerschap.a_terme_datum in.",
            "The a terme date is missing, so the length of the pregnancy is not known. Supply "
            "zwangerschap.a_terme_datum.",
        ),
    },
)
def zwangerschapsduur(w: Werkblad) -> Resultaat:
    """The care of a deelprestatie, or the pregnancy in it, ends within the weeks that it names.

    An examination begins within those that fit its purpose, or raises a doubt; a dating scan later,
    of who came later. So does care that was taken over, within some days: the first provider may
    have ended a little earlier.
    A message tells no length, but its lines how long the care had lasted, and some the birth. By a
    dossier the care of a part ended with the zorgepisode of its provider, whatever its line says.
    """
    meldingen: list[Melding] = []
    bekend, namen = w.context.gedeeld(grenzen), w.over_prestaties(begrensd)
    for geval in w.zorggevallen if namen else ():
        if namen.keys().isdisjoint([groep.prestatie_id for groep in geval.groepen]):
            continue
        dossier = geval.dossier
        for posten in geval.zwangerschappen if geval.een_vrouw else [[p] for p in geval.tellend]:
            duur = Duur(
                [post.startdatum or post.declaratieregel.startdatum_zorg for post in posten],
                [post.declaratieregel.datum_partus for post in posten],
                bekend,
                dossier,
            )
            for post in posten if dossier is None else w.van(namen):
                prestatie = post.prestatie
                if prestatie is None or prestatie.prestatie_id not in namen:
                    continue
                onderzoek, pad = op_een_dag(prestatie), post.pad("prestatie")
                onbekend = not duur.bekend if onderzoek else duur.a_terme is None
                if onbekend and dossier is not None:
                    meldingen.append(onbeoordeeld(pad, "a_terme_onbekend"))
                elif onbekend and onderzoek:
                    meldingen.append(onbeoordeeld(post.pad("startdatum_zorg"), "duur_onbekend"))
                else:
                    marge = bekend.marge if prestatie.overname else 0
                    kortste, hooguit, geboren = duur.van(post, prestatie)
                    melding = _buiten_grens(
                        prestatie, pad, kortste - marge, hooguit + marge
                    ) or _buiten_grens(prestatie, pad, geboren - marge, hooguit + marge, _AFGELEID)
                    if melding is not None and melding.reden == "te_laat" and _afgerekend(post):
                        grens, pad = dict(melding.parameters)["tot_en_met"], post.pad("periode")
                        melding = onbeoordeeld(pad, "einde_zorg_onbekend", tot_en_met=grens)
                    if melding is not None and not (onderzoek and _kwam_laat(dossier, prestatie)):
                        meldingen.append(melding)
    return uitslag(meldingen, bool(namen))


@final
class Grens(NamedTuple):
    """What a prestatie says of the length of the pregnancy."""

    van: int | None
    tot_en_met: int | None
    op_een_dag: bool
    overname: bool


def begrensd(prestaties: Iterable[Prestatie]) -> dict[str, Grens]:
    """Return what says something of it, by the stable names of the prestaties."""
    uit: dict[str, Grens] = {}
    for prestatie in prestaties:
        van = prestatie.zwangerschapsduur_van_dagen
        tot_en_met = prestatie.zwangerschapsduur_tot_en_met_dagen
        if van is not None or tot_en_met is not None:
            grens = Grens(van, tot_en_met, op_een_dag(prestatie), prestatie.overname)
            uit[prestatie.prestatie_id] = grens
    return uit


_AFGELEID: Final = Verificatie.AFGELEID


def _buiten_grens(
    prestatie: Prestatie,
    pad: str,
    kortste: int,
    hooguit: int,
    grond: Verificatie | None = None,
) -> Melding | None:
    """Judge care at a length of the pregnancy between the shortest and the longest possible."""
    van = prestatie.zwangerschapsduur_van_dagen
    tot_en_met = prestatie.zwangerschapsduur_tot_en_met_dagen
    soort = "onderzoek_" if op_een_dag(prestatie) else ""
    soort = "overname_" if prestatie.overname else soort
    grond = _AFGELEID if soort else grond
    if van is not None and hooguit < van:
        grens = toon_zwangerschapsduur(van)
        return breuk(pad, f"{soort}te_vroeg", verificatie=grond, van=grens)
    if tot_en_met is not None and kortste > tot_en_met:
        grens = toon_zwangerschapsduur(tot_en_met)
        return breuk(pad, f"{soort}te_laat", verificatie=grond, tot_en_met=grens)
    return None


def _afgerekend(post: Post) -> bool:
    """Say whether the only day of a line may be that of its settlement: nothing tells another end."""
    return post.episode is None and post.declaratieregel.periode.dagen == 1


def _kwam_laat(dossier: Dossier | None, prestatie: Prestatie) -> bool:
    """Say whether the woman came for the first time past the last week for a scan of midwifery.

    That week is a bound of ours: one scan or more are hers, whatever the week (TB/CU-7058-02, E1).
    """
    tot_en_met = prestatie.zwangerschapsduur_tot_en_met_dagen
    if dossier is None or not dossier.zorgepisodes or prestatie.regime is not Regime.VERLOSKUNDE:
        return False
    eerste = min(dossier.zorgepisodes, key=lambda episode: episode.looptijd.van)
    a_terme = dossier.zwangerschap.a_terme_datum
    return (
        PerinatalePeriode.INTAKE in eerste.eindverantwoordelijk_in
        and a_terme is not None
        and tot_en_met is not None
        and zwangerschapsduur_dagen(a_terme, eerste.looptijd.van) > tot_en_met
    )
