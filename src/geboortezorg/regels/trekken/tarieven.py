"""What an answer of the tables leaves to ask about the tariff of a line."""

import sys
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, final

from geboortezorg.bron import Verificatie
from geboortezorg.model.prestatie import Prestatie, Regime
from geboortezorg.model.tarief import Tariefsoort
from geboortezorg.regels.context import Context
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.opslag import TOESLAG
from geboortezorg.tabellen import Gevonden, Onbekend, Tariefantwoord
from geboortezorg.tijd import Looptijd
from geboortezorg.zorggeval import Groep, Soort, Vogelvlucht

_EIGEN_BIJDRAGE: Final = Regime.EIGEN_BIJDRAGE_KRAAMZORG
_INTEGRAAL: Final = Regime.INTEGRALE_GEBOORTEZORG
_EIGEN_TARIEF: Final = Tariefsoort.EIGEN_BIJDRAGE
_VRIJ: Final = Tariefsoort.VRIJ

GRONDEN: Final[Mapping[Verificatie, Trek]] = MappingProxyType(
    {
        Verificatie.BEVESTIGD: Trek.GROND_BEVESTIGD,
        Verificatie.SECUNDAIR: Trek.GROND_SECUNDAIR,
        Verificatie.AFGELEID: Trek.GROND_AFGELEID,
    }
)
"""The traits of tariffs on a ground that is not the strongest."""


def gewoon(antwoord: Tariefantwoord | None) -> bool:
    """Say whether there is a tariff, and not of what the insured person pays."""
    return (
        isinstance(antwoord, Gevonden)
        and antwoord.prestatie.regime is not _EIGEN_BIJDRAGE
        and antwoord.tarief.tariefsoort is not _EIGEN_TARIEF
    )


def is_vrij(antwoord: Tariefantwoord | None) -> bool:
    """Say whether a tariff is free, or of integral care of which no tariff is known."""
    if isinstance(antwoord, Gevonden):
        return antwoord.tarief.tariefsoort is _VRIJ
    return isinstance(antwoord, Onbekend) and is_integraal(antwoord.prestatie)


def is_integraal(prestatie: Prestatie | None) -> bool:
    """Say whether a prestatie is of integral care."""
    return prestatie is not None and prestatie.regime is _INTEGRAAL


def ruimte(antwoord: Tariefantwoord | None) -> tuple[int, int] | None:
    """Return the lowest and the highest tariff that are right; None where more is to be asked."""
    if not isinstance(antwoord, Gevonden) or not antwoord.toetsbaar:
        return None
    soort, bedrag = antwoord.tarief.tariefsoort, antwoord.tarief.bedrag_eurocent
    if bedrag is None or antwoord.prestatie.prestatie_id == TOESLAG:
        return None
    if soort is Tariefsoort.VAST:
        return bedrag, bedrag
    return (0, bedrag) if soort is Tariefsoort.MAXIMUM else None


def loopt_door(groep: Groep, vlucht: Vogelvlucht) -> bool:
    """Say whether no line runs past the end of its tariff; `vlucht` is of more lines than these.

    All lines of the group have one answer. A free tariff bounds nothing on any day.
    """
    antwoord, prestatie = groep.antwoord, groep.prestatie
    return (
        groep.op_een_dag
        or (prestatie is not None and prestatie.peildatum_start_zorg)  # priced by its start
        or (
            isinstance(antwoord, Gevonden)
            and (antwoord.tarief.tariefsoort is _VRIJ or antwoord.looptijd.bevat(vlucht.laatste))
        )
    )


def loopt_tot(antwoord: Tariefantwoord | None, prestatie: Prestatie) -> date:
    """Return until which day the tariff of a line holds for what of it comes later.

    Of care that is priced by its start, and of a free tariff, that is any day.
    """
    if prestatie.peildatum_start_zorg or is_vrij(antwoord):
        return date.max
    if isinstance(antwoord, Gevonden):
        return antwoord.looptijd.tot_en_met or date.max
    return date.min


Tariefbeeld = tuple[bool, bool, int, int, Trek | None]
"""An answer of the tables at a glance: whether it is a usual one, and whether its tariff is free,
other than of integral care; the lowest and the highest of the tariffs that are right without a
further look, of which the lowest is higher without any; and what is to be seen of the ground, None
for the strongest.
"""


def beeld(antwoord: Tariefantwoord | None) -> Tariefbeeld:
    """Return an answer at a glance. A free tariff of integral care bounds nothing, on no ground."""
    vrij = is_vrij(antwoord)
    if isinstance(antwoord, Gevonden):
        if vrij and is_integraal(antwoord.prestatie):
            return gewoon(antwoord), False, 0, sys.maxsize, None
        van, tot = ruimte(antwoord) or (0, -1)
        grond = GRONDEN.get(antwoord.verificatie)
        return gewoon(antwoord), vrij, van, tot, grond
    return False, False, 0, -1, None


Ruimte = tuple[int, int, Looptijd | None, Verificatie]
"""The lowest and the highest tariff that is right on every line, until when, and on what ground.

Care that is priced by its start may run on: then until any day.
"""


@final
class Ruimten(dict[Soort, Ruimte | None]):
    """By what the tables say; None where more is to be asked.

    Without an agreement or a credit there is nothing else to look at.
    """

    def __init__(self, _: Context) -> None:
        super().__init__()

    def __missing__(self, soort: Soort) -> Ruimte | None:
        self[soort] = gemaakt = _ruimte(soort.antwoord)
        return gemaakt


def _ruimte(antwoord: Tariefantwoord | None) -> Ruimte | None:
    bedragen = ruimte(antwoord)
    if bedragen is None or not isinstance(antwoord, Gevonden):
        return None
    looptijd = None if antwoord.prestatie.peildatum_start_zorg else antwoord.looptijd
    return (*bedragen, looptijd, antwoord.verificatie)
