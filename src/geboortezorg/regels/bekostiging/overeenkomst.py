"""An agreement by itself: whom and what it is about, and what it may be about."""

from collections.abc import Iterator
from typing import Final

from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.bron import Verificatie, zwakste
from geboortezorg.geld import Percentage
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort, Prijsafspraak
from geboortezorg.model.prestatie import Regime
from geboortezorg.nummers import agb
from geboortezorg.regels import bronnen
from geboortezorg.regels.bekostiging.tabelrijen import OPSLAGSOORT, tegen_rij, toetsbare_rijen
from geboortezorg.regels.ingebed import ook_ingebed
from geboortezorg.regels.opslag import percentage_van, toetsbare_opslag
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    VOLDAAN,
    Melding,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import BuitenLooptijd, Gevonden

_REGIME: Final = {
    Overeenkomstsoort.INTEGRAAL: Regime.INTEGRALE_GEBOORTEZORG,
    Overeenkomstsoort.LUMPSUM: Regime.VSV,
}
"""The only regime that an agreement of a kind can be about."""


@ook_ingebed
@regel(
    code="GZ-OVEREENKOMST-001",
    titel=Tekst(
        "Een overeenkomst zegt met wie en waarover", "An agreement says with whom and about what"
    ),
    soorten=("overeenkomst",),
    bron=(bronnen.NZA_REGISTREREN, vsvbronnen.LUMPSUM),
    velden=(
        "/looptijd/tot_en_met",
        "/zorgaanbieder_agb",
        "/vsv_id",
        "/percentage_basispunten",
        "/lumpsum_eurocent",
        "/termijnen",
        "/prijsafspraken",
        "/schriftelijk",
    ),
    peildatum=Peildatum.GEEN,
    versie=2,
    redenen={
        "aanbieder_onbekend": Tekst(
            "Met welke zorgaanbieder de overeenkomst is, staat er niet. Vul zorgaanbieder_agb in.",
            "With which provider the agreement is, it does not say. Supply zorgaanbieder_agb.",
        ),
        "termijnen_onbekend": Tekst(
            "De lumpsum heeft geen termijnen, dus vanaf welke dag wat declarabel is, is niet "
            "bekend. Vul termijnen in.",
            "The lumpsum has no instalments, so from which day what may be declared is not known. "
            "Supply termijnen.",
        ),
        "einde_onbekend": Tekst(
            "De lumpsum is voor de hele looptijd, maar die is open. Vul de laatste dag in.",
            "The lumpsum is for the whole term, but that is open. Supply the last day.",
        ),
        "met_vsv": Tekst(
            "Deze overeenkomst gaat over zorg, en een VSV levert die niet. Noem de zorgaanbieder, "
            "of maak er een lumpsumovereenkomst van.",
            "This agreement is about care, which a VSV does not deliver. Name the provider, or "
            "make it a lumpsum agreement.",
        ),
        "lumpsum_bij_zorg": Tekst(
            "Een lumpsum en termijnen horen bij het werk van een VSV, niet bij deze "
            "overeenkomstsoort. Laat ze weg of verbeter de soort.",
            "A lumpsum and instalments belong to the work of a VSV, not to this kind of agreement. "
            "Leave them out, or correct the kind.",
        ),
        "tarief_bij_lumpsum": Tekst(
            "Een lumpsumovereenkomst kent geen percentage en geen tarief. Laat ze weg of verbeter "
            "de soort.",
            "A lumpsum agreement has no percentage and no tariff. Leave them out or correct it.",
        ),
        "percentage_bij_vrij": Tekst(
            "Een integrale prestatie heeft een vrij tarief: er is geen maximum om een percentage "
            "van te nemen. Laat het percentage weg.",
            "An integrale prestatie has a free tariff: there is no maximum to take a percentage "
            "of. Leave the percentage out.",
        ),
        "mondeling": Tekst(
            "De overeenkomst is niet schriftelijk; of dat bij deze soort mag, is niet gezien. Leg "
            "haar schriftelijk vast.",
            "The agreement is not in writing; whether this kind may be oral was not seen. Put it in "
            "writing.",
        ),
        "niet_schriftelijk": Tekst(
            "Een max-maxtarief vraagt een schriftelijke overeenkomst. Leg haar schriftelijk vast.",
            "A max-maxtarief needs an agreement in writing. Put it in writing.",
        ),
    },
)
def wie_en_wat(w: Werkblad) -> Resultaat:
    """The parties and the content fit the kind, and are there."""
    overeenkomst = w.als(Overeenkomst)
    soort = overeenkomst.overeenkomstsoort
    meldingen = list((_lumpsum if soort is Overeenkomstsoort.LUMPSUM else _zorg)(overeenkomst))
    if not overeenkomst.schriftelijk and soort is not Overeenkomstsoort.MAX_MAX:
        meldingen.append(onbeoordeeld("/schriftelijk", "mondeling", vermoeden=True))
    return uitslag(meldingen, van_toepassing=True)


def _vermoed(pad: str, reden: str) -> Melding:
    """Return a contradiction that no source puts in so many words."""
    return breuk(pad, reden, verificatie=Verificatie.AFGELEID)


def _lumpsum(overeenkomst: Overeenkomst) -> Iterator[Melding]:
    if overeenkomst.looptijd.tot_en_met is None:
        yield onbeoordeeld("/looptijd/tot_en_met", "einde_onbekend")
    if not overeenkomst.termijnen:
        yield onbeoordeeld("/termijnen", "termijnen_onbekend")
    if overeenkomst.percentage_basispunten is not None:
        yield _vermoed("/percentage_basispunten", "tarief_bij_lumpsum")
    if overeenkomst.prijsafspraken:
        yield _vermoed("/prijsafspraken", "tarief_bij_lumpsum")


def _zorg(overeenkomst: Overeenkomst) -> Iterator[Melding]:
    soort, zorgaanbieder = overeenkomst.overeenkomstsoort, overeenkomst.zorgaanbieder_agb
    integraal = soort is Overeenkomstsoort.INTEGRAAL
    if overeenkomst.vsv_id is not None:
        bron = vsvbronnen.ZORG
        yield breuk("/vsv_id", "met_vsv", verificatie=bron.verificatie, bron=bron)
    if zorgaanbieder is None:
        yield onbeoordeeld("/zorgaanbieder_agb", "aanbieder_onbekend")
    elif zorgaanbieder[:2] == agb.VSV[:2]:
        bron = bronnen.AGB_ZORGSOORTEN
        yield breuk("/zorgaanbieder_agb", "met_vsv", verificatie=bron.verificatie, bron=bron)
    percentage = overeenkomst.percentage_basispunten
    if integraal and percentage is not None:
        yield _vermoed("/percentage_basispunten", "percentage_bij_vrij")
    if overeenkomst.lumpsum_eurocent is not None:
        yield _vermoed("/lumpsum_eurocent", "lumpsum_bij_zorg")
    if overeenkomst.termijnen:
        yield _vermoed("/termijnen", "lumpsum_bij_zorg")
    if soort is Overeenkomstsoort.MAX_MAX and not overeenkomst.schriftelijk:
        bron = bronnen.MAX_MAX_VERLOSKUNDE
        yield breuk("/schriftelijk", "niet_schriftelijk", verificatie=bron.verificatie, bron=bron)


@regel(
    code="GZ-OVEREENKOMST-004",
    titel=Tekst(
        "Een overeenkomst over een opslag noemt een percentage of tarieven",
        "An agreement on an opslag names a percentage or tariffs",
    ),
    soorten=("overeenkomst",),
    bron=bronnen.NZA_REGISTREREN,
    velden=("",),
    peildatum=Peildatum.GEEN,
    redenen={
        "inhoud_onbekend": Tekst(
            "De overeenkomst noemt geen percentage en geen tarief, dus wat is afgesproken is niet "
            "bekend. Vul percentage_basispunten of prijsafspraken in.",
            "The agreement names no percentage and no tariff, so what was agreed is not known. "
            "Supply percentage_basispunten or prijsafspraken.",
        ),
    },
)
def heeft_inhoud(w: Werkblad) -> Resultaat:
    """Judged by itself, an agreement on an opslag says how much; in a dossier the tables do."""
    overeenkomst = w.als(Overeenkomst)
    if overeenkomst.overeenkomstsoort not in OPSLAGSOORT:
        return NIET_VAN_TOEPASSING
    if overeenkomst.percentage_basispunten is None and not overeenkomst.prijsafspraken:
        return [onbeoordeeld("", "inhoud_onbekend")]
    return VOLDAAN


@ook_ingebed
@regel(
    code="GZ-OVEREENKOMST-002",
    versie=2,
    titel=Tekst(
        "Het afgesproken percentage blijft binnen dat van de tabellen",
        "The agreed percentage stays within that of the tables",
    ),
    soorten=("overeenkomst",),
    bron=(bronnen.MAX_MAX_VERLOSKUNDE, bronnen.kamerbrief("K19")),
    velden=("/percentage_basispunten",),
    peildatum=Peildatum.DOCUMENT,
    gebruikt_tabellen=True,
    redenen={
        "boven_percentage": Tekst(
            "Het afgesproken percentage is hoger dan {percentage}, het hoogste dat op een van deze "
            "dagen mag. Verlaag het.",
            "The agreed percentage is higher than {percentage}, the highest that is allowed on one "
            "of these days. Lower it.",
        ),
        "percentage_onbekend": Tekst(
            "Welk percentage op de eerste dag van de overeenkomst mag, is niet bekend. Voeg een "
            "tarieftabel met opslagen toe.",
            "Which percentage is allowed on the first day of the agreement is not known. Add a "
            "table of tariffs with opslagen.",
        ),
    },
)
def percentage_binnen_tabel(w: Werkblad) -> Resultaat:
    """No percentage is agreed above what the tables allow, for any regime that it can be about."""
    overeenkomst = w.als(Overeenkomst)
    opslagsoort = OPSLAGSOORT.get(overeenkomst.overeenkomstsoort)
    if opslagsoort is None or overeenkomst.percentage_basispunten is None:
        return NIET_VAN_TOEPASSING
    afgesproken = Percentage.uit_basispunten(overeenkomst.percentage_basispunten)
    looptijd, regimes = overeenkomst.looptijd, _regimes(w, overeenkomst)
    eerste, laatste = (
        [
            opslag
            for regime in regimes
            if op is not None
            and (opslag := toetsbare_opslag(w, opslagsoort, regime, op)) is not None
        ]
        for op in (looptijd.van, looptijd.tot_en_met)
    )
    gevonden = eerste + laatste
    pad = "/percentage_basispunten"
    for opslag in gevonden:
        w.gebruikt(opslag)
    hoogste = max(gevonden, key=percentage_van, default=None)
    if hoogste is None:
        return [onbeoordeeld(pad, "percentage_onbekend")]
    if afgesproken > percentage_van(hoogste):
        return [
            breuk(
                pad,
                "boven_percentage",
                verificatie=hoogste.verificatie,
                bron=hoogste.bron,
                percentage=percentage_van(hoogste),
            )
        ]
    if not eerste:
        return [onbeoordeeld(pad, "percentage_onbekend")]
    return uitslag([], True, zwakste(*(opslag.verificatie for opslag in gevonden)))


def _regimes(w: Werkblad, overeenkomst: Overeenkomst) -> tuple[Regime, ...]:
    """Return the regimes that the provider can declare under; every one when that is not told."""
    soort = (overeenkomst.zorgaanbieder_agb or "")[:2]
    eigen = {p.regime for p in w.context.tabellen.prestaties if soort in p.zorgsoorten}
    return tuple(regime for regime in Regime if not eigen or regime in eigen)


@ook_ingebed
@regel(
    code="GZ-OVEREENKOMST-003",
    versie=3,
    titel=Tekst(
        "Een afgesproken tarief is er een dat mag", "An agreed tariff is one that is allowed"
    ),
    soorten=("overeenkomst",),
    bron=(bronnen.wmg("art. 35 lid 1 en art. 50"), bronnen.MAX_MAX_VERLOSKUNDE),
    velden=("/prijsafspraken/*/prestatie", "/prijsafspraken/*/tarief_eurocent"),
    peildatum=Peildatum.DOCUMENT,
    gebruikt_tabellen=True,
    redenen={
        "prestatie_onbekend": Tekst(
            "De prestatie staat in geen van de tabellen, dus het tarief is niet beoordeeld. "
            "Controleer de code of voeg een prestatielijst toe.",
            "The prestatie is in none of the tables, so the tariff was not judged. Check the code "
            "or add a list of prestaties.",
        ),
        "bestaat_niet": Tekst(
            "De prestatie bestaat niet op de eerste dag van de overeenkomst (grens: {datum}). "
            "Controleer de looptijd.",
            "The prestatie does not exist on the first day of the agreement (bound: {datum}). "
            "Check its days.",
        ),
        "ander_regime": Tekst(
            "Deze prestatie hoort niet bij deze overeenkomstsoort. Laat haar weg of verbeter de "
            "soort.",
            "This prestatie does not belong to this kind of agreement. Leave it out, or correct "
            "the kind.",
        ),
        "andere_zorgsoort": Tekst(
            "Deze prestatie wordt niet verwacht van een zorgaanbieder met deze AGB-code, die haar "
            "dan niet kan declareren. Controleer de prestatie en de AGB-code.",
            "This prestatie is not expected of a provider with this AGB-code, which then cannot "
            "declare it. Check the prestatie and the AGB-code.",
        ),
        "boven_maximum": Tekst(
            "Het afgesproken tarief is hoger dan op een van deze dagen mag: {maximum_eurocent} "
            "eurocent, met {percentage} erop. Verlaag het.",
            "The agreed tariff is higher than is allowed on one of these days: {maximum_eurocent} "
            "eurocents, with {percentage} on top. Lower it.",
        ),
        "wijkt_af_van_vast": Tekst(
            "Het afgesproken tarief is niet het vaste tarief van {bedrag_eurocent} eurocent. Gebruik "
            "dat.",
            "The agreed tariff is not the fixed tariff of {bedrag_eurocent} eurocents. Use that one.",
        ),
        "opslag_onbekend": Tekst(
            "Het afgesproken tarief is hoger dan het maximum van {maximum_eurocent} eurocent. Welk "
            "percentage erop mag, is niet bekend: voeg een tarieftabel met opslagen toe.",
            "The agreed tariff is higher than the maximum of {maximum_eurocent} eurocents. Which "
            "percentage is allowed on top is not known: add a table of tariffs with opslagen.",
        ),
        "geen_tarief_bekend": Tekst(
            "Op deze dagen is geen tarief bekend, dus of het afgesproken tarief mag is niet "
            "beoordeeld. Voeg een tarieftabel toe.",
            "No tariff is known on these days, so whether the agreed one is allowed was not judged. "
            "Add a table of tariffs.",
        ),
    },
)
def tarieven_binnen_tabel(w: Werkblad) -> Resultaat:
    """No tariff is agreed above the maximum and what is allowed on top, or beside a fixed one."""
    overeenkomst = w.als(Overeenkomst)
    meldingen: list[Melding] = []
    gronden: list[Verificatie] = []
    for i, afspraak in enumerate(overeenkomst.prijsafspraken):
        antwoord = _toets_prijs(w, f"/prijsafspraken/{i}", overeenkomst, afspraak)
        if isinstance(antwoord, Melding):
            meldingen.append(antwoord)
        else:
            gronden += antwoord
    grond = zwakste(*gronden) if gronden else None
    return uitslag(meldingen, bool(overeenkomst.prijsafspraken), grond)


def _toets_prijs(
    w: Werkblad, pad: str, overeenkomst: Overeenkomst, afspraak: Prijsafspraak
) -> Melding | list[Verificatie]:
    """Return what is wrong with one agreed tariff, or the grounds on which it is right."""
    tabellen, looptijd = w.context.tabellen, overeenkomst.looptijd
    prestatie = tabellen.prestatie(afspraak.prestatie)
    if prestatie is None:
        return onbeoordeeld(f"{pad}/prestatie", "prestatie_onbekend")
    tariefantwoord = tabellen.lookup(prestatie.prestatie_id, looptijd.van)
    if isinstance(tariefantwoord, BuitenLooptijd):
        return breuk(
            f"{pad}/prestatie",
            "bestaat_niet",
            verificatie=tariefantwoord.verificatie,
            bron=tariefantwoord.bron,
            datum=tariefantwoord.datum,
        )
    eigen = _REGIME.get(overeenkomst.overeenkomstsoort)
    if (prestatie.regime in _REGIME.values() or eigen is not None) and prestatie.regime != eigen:
        return _vermoed(f"{pad}/prestatie", "ander_regime")
    zorgsoort = (overeenkomst.zorgaanbieder_agb or "")[:2]
    if zorgsoort and prestatie.zorgsoorten and zorgsoort not in prestatie.zorgsoorten:
        return onbeoordeeld(f"{pad}/prestatie", "andere_zorgsoort", vermoeden=True)
    if eigen is not None:
        return []  # a free tariff: the parties agree on any
    rijen, gevraagd = toetsbare_rijen(w, prestatie, looptijd), afspraak.tarief_eurocent
    for rij in rijen:
        melding = tegen_rij(w, f"{pad}/tarief_eurocent", prestatie, overeenkomst, gevraagd, rij)
        if melding is not None:
            return melding
    if not isinstance(tariefantwoord, Gevonden) or not rijen:
        return onbeoordeeld(f"{pad}/tarief_eurocent", "geen_tarief_bekend")
    return [rij.verificatie for rij in rijen]
