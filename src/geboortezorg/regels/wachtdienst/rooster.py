"""Wachtdiensten: what was recorded of calls, working time and waiting time."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from geboortezorg.berekening.stap import Berekening
from geboortezorg.berekening.tijdlijn import Meetlat, dag, minuut, verenig
from geboortezorg.berekening.wachtdienst.arbeidstijd import (
    OPROEP,
    Deel,
    Deelsoort,
    delen,
    leg_uit,
)
from geboortezorg.berekening.wachtdienst.normen import bron, grenzen, looptijd, volledige_norm
from geboortezorg.bevroren import bevroren
from geboortezorg.bron import Verificatie, zwakste
from geboortezorg.model.wachtdienst import (
    Tijdruimte,
    Wachtdienst,
    Wachtdienstrooster,
    Wachtdienstsoort,
)
from geboortezorg.regels import bronnen
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
from geboortezorg.regels.wachtdienst.toets import SOORTEN, VOOR_TOESTAND, wet_geldt
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.normen import GevondenNorm

_K21: Final = bronnen.kamerbrief("K21")
_LID_7: Final = bron("atw-oproep")


def _rooster(w: Werkblad) -> Wachtdienstrooster:
    return w.als(Wachtdienstrooster)


def _tijdruimten(rooster: Wachtdienstrooster) -> Iterator[tuple[str, Tijdruimte | Wachtdienst]]:
    """Return everything in the roster that begins and ends, with its place."""
    if rooster.volledig_over is not None:
        yield "/volledig_over", rooster.volledig_over
    for i, dienst in enumerate(rooster.wachtdiensten):
        yield f"/wachtdiensten/{i}", dienst
        for j, oproep in enumerate(dienst.oproepen):
            if oproep.gewerkt is not None:
                yield f"/wachtdiensten/{i}/oproepen/{j}/gewerkt", oproep.gewerkt
    for i, tijdruimte in enumerate(rooster.arbeid):
        yield f"/arbeid/{i}", tijdruimte


@regel(
    code="GZ-WACHT-001",
    titel=Tekst("Wat begint, eindigt daarna", "What begins ends after that"),
    soorten=SOORTEN,
    bron=bronnen.SCHEMA,
    velden=(
        "/volledig_over/einde",
        "/wachtdiensten/*/einde",
        "/wachtdiensten/*/oproepen/*/gewerkt/einde",
        "/arbeid/*/einde",
    ),
    redenen={
        "einde_niet_na_begin": Tekst(
            "Het einde ligt niet na het begin. Controleer beide tijdstippen en hun afstand tot UTC.",
            "The end does not come after the begin. Check both points in time and their offset "
            "from UTC.",
        )
    },
)
def einde_na_begin(w: Werkblad) -> Resultaat:
    """Every wachtdienst, every stretch of work and the complete period ends after it begins."""
    meldingen: list[Melding] = []
    gezien = False
    for pad, tijdruimte in _tijdruimten(_rooster(w)):
        gezien = True
        if tijdruimte.einde <= tijdruimte.begin:
            meldingen.append(breuk(f"{pad}/einde", "einde_niet_na_begin"))
    return uitslag(meldingen, gezien)


@regel(
    code="GZ-WACHT-002",
    titel=Tekst(
        "Een oproep valt binnen de wachtdienst, en het werk erna",
        "A call comes during the wachtdienst, and the work after it",
    ),
    soorten=SOORTEN,
    bron=_K21,
    velden=(
        "/wachtdiensten/*/oproepen/*/tijdstip",
        "/wachtdiensten/*/oproepen/*/gewerkt/begin",
        "/wachtdiensten/*/oproepen/*/gewerkt/einde",
    ),
    nodig=Nodig(leden=("/wachtdiensten/*/oproepen",)),
    redenen={
        "oproep_buiten_wachtdienst": Tekst(
            "De oproep valt buiten de wachtdienst. Controleer het tijdstip, of zet de oproep bij "
            "de wachtdienst waarin hij viel.",
            "The call does not come during the wachtdienst. Check the moment, or list the call "
            "with the wachtdienst in which it came.",
        ),
        "werk_voor_oproep": Tekst(
            "Het werk begint voor de oproep. Alleen wat na de oproep is gewerkt hoort bij de "
            "oproep; zet ander werk bij de arbeid.",
            "The work begins before the call. Only what was worked after the call belongs to it; "
            "list other work as arbeid.",
        ),
        "werk_na_wachtdienst": Tekst(
            "Het werk loopt door na het einde van de wachtdienst. Of dat nog arbeid uit de oproep "
            "is, zeggen de bronnen niet. Controleer het einde van beide.",
            "The work runs on after the end of the wachtdienst. The sources do not say whether "
            "that is still work from the call. Check the end of both.",
        ),
    },
)
def oproep_binnen_wachtdienst(w: Werkblad) -> Resultaat:
    """A call comes during its wachtdienst; the work begins at or after it and ends in time."""
    meldingen: list[Melding] = []
    gezien = False
    for i, dienst in enumerate(_rooster(w).wachtdiensten):
        for j, oproep in enumerate(dienst.oproepen):
            gezien = True
            pad = f"/wachtdiensten/{i}/oproepen/{j}"
            if not dienst.begin <= oproep.tijdstip < dienst.einde:
                meldingen.append(breuk(f"{pad}/tijdstip", "oproep_buiten_wachtdienst"))
            elif oproep.gewerkt is None:
                continue
            elif oproep.gewerkt.begin < oproep.tijdstip:
                meldingen.append(breuk(f"{pad}/gewerkt/begin", "werk_voor_oproep"))
            elif oproep.gewerkt.einde > dienst.einde:
                einde, afgeleid = f"{pad}/gewerkt/einde", Verificatie.AFGELEID
                meldingen.append(breuk(einde, "werk_na_wachtdienst", verificatie=afgeleid))
    return uitslag(meldingen, gezien)


# --- waiting time and working time -----------------------------------------------------------


@bevroren
class _Delen:
    """Finds the working time from calls, by the position of the wachtdienst."""

    grens: tuple[tuple[str, int], ...]

    def __call__(self, rooster: Wachtdienstrooster) -> dict[int, list[Deel]]:
        uit: dict[int, list[Deel]] = {}
        for soort in Wachtdienstsoort:
            diensten = (
                (nummer, dienst)
                for nummer, dienst in enumerate(rooster.wachtdiensten)
                if dienst.wachtdienstsoort is soort
            )
            for deel in delen(diensten, dict(self.grens)):
                uit.setdefault(deel.wachtdienst, []).append(deel)
        return uit


def _norm(w: Werkblad, dienst: Wachtdienst) -> GevondenNorm | None:
    """Return how work after a call counts on the day of a wachtdienst; None when not known."""
    op = dag(minuut(dienst.begin))
    norm = volledige_norm(w.context.normen, OPROEP, op)
    if norm is not None:
        w.norm_gebruikt(norm, op)
    return norm


def _delen(w: Werkblad, nummer: int, norm: GevondenNorm) -> Sequence[Deel]:
    """Return the working time that follows from the calls of one wachtdienst."""
    return w.gedeeld(_Delen(tuple(grenzen(norm).items()))).get(nummer, ())


def _afgeleid(w: Werkblad, nummer: int, dienst: Wachtdienst, norm: GevondenNorm) -> Berekening:
    """Return the same as a computation."""
    return leg_uit(_delen(w, nummer, norm), dienst.wachtdienstsoort, norm.bron)


_AANWEZIGHEIDSDIENST_TELLEN: Final = Tekst(
    "Hoe bij een aanwezigheidsdienst arbeidstijd en wachttijd worden geteld, is niet gezien. "
    "Controleer dit aan het Arbeidstijdenbesluit.",
    "How working time and waiting time are counted for an aanwezigheidsdienst was not seen. Check "
    "this against the Arbeidstijdenbesluit.",
)


def _vergelijk_arbeidstijd(w: Werkblad, reden: str, *, te_veel: bool) -> Resultaat:
    """Return where more, or less, working time was recorded than follows from the calls."""
    if not wet_geldt(_rooster(w)):
        return NIET_VAN_TOEPASSING
    meldingen: list[Melding] = []
    gronden: list[Verificatie] = []
    for i, dienst in enumerate(_rooster(w).wachtdiensten):
        if dienst.arbeidstijd_minuten is None:
            continue
        pad = f"/wachtdiensten/{i}/arbeidstijd_minuten"
        norm = _norm(w, dienst)
        if norm is None:
            meldingen.append(onbeoordeeld(pad, "voor_toestand", normen=OPROEP))
            continue
        berekening = _afgeleid(w, i, dienst, norm)
        if berekening.uitkomst is None:
            meldingen.append(onbeoordeeld(pad, "aanwezigheidsdienst"))
            continue
        gronden.append(norm.verificatie)
        verschil = dienst.arbeidstijd_minuten - berekening.uitkomst
        if verschil > 0 if te_veel else verschil < 0:
            meldingen.append(breuk(pad, reden, verificatie=gronden[-1]))
    return uitslag(meldingen, bool(gronden), zwakste(*gronden) if gronden else None)


@regel(
    code="GZ-WACHT-003",
    titel=Tekst("Wachttijd is geen arbeidstijd", "Waiting time is not working time"),
    soorten=SOORTEN,
    bron=(_K21, _LID_7),
    velden=("/wachtdiensten/*/arbeidstijd_minuten",),
    nodig=Nodig(leden=("/wachtdiensten/*/arbeidstijd_minuten",)),
    redenen={
        "wachttijd_als_arbeidstijd": Tekst(
            "Er is meer arbeidstijd geboekt dan uit de oproepen volgt. Alleen wat na een oproep is "
            "gewerkt is arbeidstijd; boek de rest als wachttijd, of vul de oproepen aan.",
            "More working time was recorded than follows from the calls. Only what was worked "
            "after a call is working time; record the rest as waiting time, or add the calls.",
        ),
        "aanwezigheidsdienst": _AANWEZIGHEIDSDIENST_TELLEN,
        "voor_toestand": VOOR_TOESTAND,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-oproep"),
    gebruikt_tabellen=True,
    versie=2,
)
def wachttijd_geen_arbeidstijd(w: Werkblad) -> Resultaat:
    """No more working time is recorded for a wachtdienst than follows from its calls."""
    return _vergelijk_arbeidstijd(w, "wachttijd_als_arbeidstijd", te_veel=True)


@regel(
    code="GZ-WACHT-004",
    titel=Tekst(
        "Wat na een oproep is gewerkt, is arbeidstijd",
        "What was worked after a call is working time",
    ),
    soorten=SOORTEN,
    bron=(_LID_7, _K21),
    velden=("/wachtdiensten/*/arbeidstijd_minuten",),
    nodig=Nodig(leden=("/wachtdiensten/*/arbeidstijd_minuten",)),
    redenen={
        "arbeidstijd_ontbreekt": Tekst(
            "Er is minder arbeidstijd geboekt dan uit de oproepen volgt. De arbeid begint bij de "
            "oproep, minder dan een half uur tussen werk en een volgende oproep telt mee, en samen "
            "is het minstens een half uur. Boek wat ontbreekt.",
            "Less working time was recorded than follows from the calls. Work begins at the call, "
            "less than half an hour between work and a next call counts, and together it is at "
            "least half an hour. Record what is missing.",
        ),
        "aanwezigheidsdienst": _AANWEZIGHEIDSDIENST_TELLEN,
        "voor_toestand": VOOR_TOESTAND,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-oproep"),
    gebruikt_tabellen=True,
    versie=2,
)
def gewerkt_is_arbeidstijd(w: Werkblad) -> Resultaat:
    """No less working time is recorded for a wachtdienst than follows from its calls."""
    return _vergelijk_arbeidstijd(w, "arbeidstijd_ontbreekt", te_veel=False)


def _wachttijd(w: Werkblad, dienst: Wachtdienst, gevonden: Iterable[Deel]) -> range:
    """Return how many minutes of a wachtdienst can be waiting time.

    The law does not say whether what is added to come to half an hour was waiting time too, nor
    other work during a wachtdienst: a record with and one without it are both accepted.
    """
    begin, einde = minuut(dienst.begin), minuut(dienst.einde)
    gewerkt = bijgeteld = 0
    for deel in gevonden:
        minuten = max(0, min(deel.einde, einde) - max(deel.begin, begin))
        if deel.deelsoort is Deelsoort.MINIMUM:
            bijgeteld += minuten
        else:
            gewerkt += minuten
    ander = w.gedeeld(_arbeid).gedekt(begin, einde)
    meest = einde - begin - gewerkt
    return range(meest - bijgeteld - ander, meest + 1)


def _arbeid(rooster: Wachtdienstrooster) -> Meetlat:
    return Meetlat(verenig((minuut(deel.begin), minuut(deel.einde)) for deel in rooster.arbeid))


def _totaal(pad: str, totaal: int | None, geboekt: list[int | None]) -> list[Melding]:
    """Return whether a total of the roster is the sum of what its wachtdiensten record."""
    if totaal is None:
        return []
    bekend = [minuten for minuten in geboekt if minuten is not None]
    if len(bekend) < len(geboekt):
        return [onbeoordeeld(pad, "opgave_ontbreekt")]
    return [] if sum(bekend) == totaal else [breuk(pad, "totaal_wijkt_af")]


@regel(
    code="GZ-WACHT-005",
    titel=Tekst("Wachttijd en totalen kloppen", "Waiting time and totals are right"),
    soorten=SOORTEN,
    bron=_K21,
    velden=(
        "/wachtdiensten/*/wachttijd_minuten",
        "/wachttijd_minuten",
        "/arbeidstijd_minuten",
    ),
    nodig=Nodig(
        leden=("/wachtdiensten/*/wachttijd_minuten", "/wachttijd_minuten", "/arbeidstijd_minuten")
    ),
    redenen={
        "wachttijd_wijkt_af": Tekst(
            "De wachttijd is niet de duur van de wachtdienst zonder wat na oproepen is gewerkt. "
            "Controleer de wachttijd en de oproepen.",
            "The waiting time is not the length of the wachtdienst without what was worked after "
            "calls. Check the waiting time and the calls.",
        ),
        "totaal_wijkt_af": Tekst(
            "Het totaal is niet de som van wat bij de wachtdiensten is geboekt. Tel opnieuw.",
            "The total is not the sum of what the wachtdiensten record. Add up again.",
        ),
        "opgave_ontbreekt": Tekst(
            "Het totaal is niet na te gaan: niet elke wachtdienst heeft een opgave. Vul die aan.",
            "The total cannot be checked: not every wachtdienst has its own record. Add it.",
        ),
        "aanwezigheidsdienst": _AANWEZIGHEIDSDIENST_TELLEN,
        "voor_toestand": VOOR_TOESTAND,
    },
    versie=2,
)
def totalen_kloppen(w: Werkblad) -> Resultaat:
    """Waiting time is what is left of a wachtdienst, and the totals are the sums of the records."""
    rooster = _rooster(w)
    meldingen: list[Melding] = []
    gezien = False
    for i, dienst in enumerate(rooster.wachtdiensten):
        if dienst.wachttijd_minuten is None or dienst.einde <= dienst.begin:
            continue
        gezien = True
        pad = f"/wachtdiensten/{i}/wachttijd_minuten"
        if dienst.wachtdienstsoort is Wachtdienstsoort.AANWEZIGHEIDSDIENST:
            meldingen.append(onbeoordeeld(pad, "aanwezigheidsdienst"))
            continue
        norm = _norm(w, dienst)
        if norm is None:
            meldingen.append(onbeoordeeld(pad, "voor_toestand", normen=OPROEP))
        elif dienst.wachttijd_minuten not in _wachttijd(w, dienst, _delen(w, i, norm)):
            meldingen.append(breuk(pad, "wachttijd_wijkt_af", verificatie=norm.verificatie))
    wachttijden = [dienst.wachttijd_minuten for dienst in rooster.wachtdiensten]
    arbeidstijden = [dienst.arbeidstijd_minuten for dienst in rooster.wachtdiensten]
    meldingen += _totaal("/wachttijd_minuten", rooster.wachttijd_minuten, wachttijden)
    meldingen += _totaal("/arbeidstijd_minuten", rooster.arbeidstijd_minuten, arbeidstijden)
    totalen = {rooster.wachttijd_minuten, rooster.arbeidstijd_minuten} != {None}
    return uitslag(meldingen, gezien or totalen)
