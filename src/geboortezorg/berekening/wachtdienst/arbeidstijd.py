"""How calls during a wachtdienst become working time.

Waiting is not working time. What follows from a call is, and art. 5:9 lid 7 of the
Arbeidstijdenwet says how it is counted for consignatie: it begins at the call, less than half an
hour between the end of the work and a next call is work too, and what then hangs together counts
for at least half an hour.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Final, final

from geboortezorg.berekening.stap import Berekening, Opbouw
from geboortezorg.berekening.tijdlijn import Spanne, dag, minuut
from geboortezorg.berekening.wachtdienst.normen import Grenzen, grenzen
from geboortezorg.bevroren import bevroren
from geboortezorg.bron import Bron
from geboortezorg.model.wachtdienst import Vergoeding, Wachtdienst, Wachtdienstsoort
from geboortezorg.tabellen.normen import GevondenNorm, Normen, normen

OPROEP: Final = "atw-oproep"
"""The norm that says how work after a call counts."""

_UUR: Final = 60


class Deelsoort(StrEnum):
    """Why a stretch of time is working time."""

    OPROEP = "oproep"
    """From the call until the end of the work it led to."""
    TUSSENTIJD = "tussentijd"
    """Between the end of work and the next call, less than half an hour."""
    MINIMUM = "minimum"
    """What is added to come to half an hour."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Deel:
    """One stretch of working time that follows from calls, in minutes since 1970 (UTC)."""

    deelsoort: Deelsoort
    begin: int
    einde: int
    wachtdienst: int
    """Position in the roster of the wachtdienst whose call it follows from."""

    @property
    def spanne(self) -> Spanne:
        """The stretch of time."""
        return self.begin, self.einde

    @property
    def minuten(self) -> int:
        """How long it lasts."""
        return self.einde - self.begin


_TEKSTEN: Final = {
    Deelsoort.OPROEP: (
        "De arbeid begint op het moment van de oproep en duurt tot het einde van het werk.",
        "The work begins at the moment of the call and lasts until the work is done.",
    ),
    Deelsoort.TUSSENTIJD: (
        "Binnen een half uur na het werk kwam weer een oproep: de tijd ertussen is arbeid.",
        "Another call came within half an hour after the work: the time between is work.",
    ),
    Deelsoort.MINIMUM: (
        "Arbeid door oproepen telt voor minstens een half uur: de rest tot een half uur.",
        "Work that follows from calls counts for at least half an hour: the rest of that.",
    ),
}


def gewerkte_oproepen(
    wachtdiensten: Iterable[tuple[int, Wachtdienst]],
) -> list[tuple[int, int, int]]:
    """Return moment, end of the work, and wachtdienst, of each call that led to work, in order."""
    return sorted(
        (minuut(oproep.tijdstip), minuut(oproep.gewerkt.einde), nummer)
        for nummer, dienst in wachtdiensten
        for oproep in dienst.oproepen
        if oproep.gewerkt is not None and oproep.gewerkt.einde > oproep.tijdstip
    )


def delen(wachtdiensten: Iterable[tuple[int, Wachtdienst]], grens: Grenzen) -> list[Deel]:
    """Return the working time that follows from the calls of numbered wachtdiensten, in order.

    `grens` has the bounds of :data:`OPROEP`.
    The stretches do not overlap. A call without work, or whose work ended before the call, gives
    none. Work that was recorded before its call is not counted: the work begins at the call.
    """
    uit: list[Deel] = []
    begin = einde = 0  # of the work that hangs together; nothing yet
    eerste = laatste = 0
    for oproep, klaar, nummer in gewerkte_oproepen(wachtdiensten):
        if not uit or oproep - einde >= grens["tussentijd"]:
            _vul_aan(uit, begin, einde, eerste, grens["minimum"])
            begin = einde = oproep
            eerste = nummer
        elif oproep > einde:
            uit.append(_deel(Deelsoort.TUSSENTIJD, einde, oproep, laatste))
            einde = oproep
        if klaar > einde:
            uit.append(_deel(Deelsoort.OPROEP, einde, klaar, nummer))
            einde, laatste = klaar, nummer
    _vul_aan(uit, begin, einde, eerste, grens["minimum"])
    return uit


def _deel(deelsoort: Deelsoort, begin: int, einde: int, wachtdienst: int) -> Deel:
    return Deel(deelsoort=deelsoort, begin=begin, einde=einde, wachtdienst=wachtdienst)


def _vul_aan(uit: list[Deel], begin: int, einde: int, wachtdienst: int, minimum: int) -> None:
    """Add what is missing to the least that counts, for the wachtdienst of the first call."""
    if uit and einde - begin < minimum:
        uit.append(_deel(Deelsoort.MINIMUM, einde, begin + minimum, wachtdienst))


def leg_uit(gevonden: Sequence[Deel], soort: Wachtdienstsoort, bron: Bron) -> Berekening:
    """Return the stretches of one wachtdienst as a computation in minutes, with its sources."""
    opbouw = Opbouw("minuut")
    if soort is Wachtdienstsoort.AANWEZIGHEIDSDIENST:
        opbouw.leemte(
            "aanwezigheidsdienst",
            "Hoe de arbeidstijd van een aanwezigheidsdienst wordt geteld, is niet gezien.",
            "How the working time of an aanwezigheidsdienst is counted was not seen.",
        )
        return opbouw.klaar()
    for deel in gevonden:
        tekst, tekst_en = _TEKSTEN[deel.deelsoort]
        opbouw.stap(deel.deelsoort.value, deel.minuten, bron, tekst, tekst_en)
    return opbouw.klaar()


def arbeidstijd(wachtdienst: Wachtdienst, alle: Normen | None = None) -> Berekening:
    """Return the working time that follows from the calls of one wachtdienst, in minutes.

    There is no outcome for an aanwezigheidsdienst, the rules of which were not seen, and none
    when no normtabel has the norm for the day on which the wachtdienst begins.
    """
    norm = (normen() if alle is None else alle).lookup(OPROEP, dag(minuut(wachtdienst.begin)))
    if isinstance(norm, GevondenNorm):
        gevonden = delen([(0, wachtdienst)], grenzen(norm))
        return leg_uit(gevonden, wachtdienst.wachtdienstsoort, norm.bron)
    opbouw = Opbouw("minuut")
    opbouw.leemte(
        "norm_onbekend",
        "Hoe arbeid na een oproep op deze dag werd geteld, is niet bekend.",
        "How work after a call was counted on this day is not known.",
    )
    return opbouw.klaar()


def vergoeding_eurocent(minuten: int, vergoeding: Vergoeding) -> Fraction:
    """Return what so many minutes of one kind of time are paid, exactly, in eurocents."""
    return Fraction(minuten * vergoeding.uurbedrag_eurocent, _UUR)
