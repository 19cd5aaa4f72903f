"""Of which zorgepisode a line is, and which day decides its tariff."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, final

from geboortezorg.model.declaratie import Declaratieregel
from geboortezorg.tabellen.normen import normen
from geboortezorg.tijd import overlappen

if TYPE_CHECKING:
    from geboortezorg.model.dossier import Dossier
    from geboortezorg.model.zorgepisode import Zorgepisode

EERSTE_DAG_START_ZORG: Final = normen().norm("peildatum-start-zorg").looptijd.van
"""From this start of care on, tariff and insurer follow the start of care (KNOV, peildata)."""


_GEEN: "Final[Mapping[str | None, Zorgepisode | None]]" = MappingProxyType({})


Leden = frozenset[str]
"""What leads to members, as JSON Pointers with ``*`` for list positions."""


_BIJZONDER: Final = ("eenheid", "behandelaar_agb", "behandelaar_specialisme")


@cache
def _gevraagd(leden: Leden | None) -> tuple[bool, bool, bool]:
    """Return which questions to lines have an answer, where these hold no other members."""
    lijn = "/declaratieregels/*/"
    bijzonder = {f"{lijn}{naam}" for naam in _BIJZONDER}
    return (
        leden is None or f"{lijn}startdatum_zorg" in leden,
        leden is None or not leden.isdisjoint(bijzonder),
        leden is None or f"{lijn}bsn" in leden,
    )


@final
class Peil:
    """What a dossier says of the start of the care on its lines; of a message there is none."""

    __slots__ = ("_per_aanbieder", "_per_naam", "dossier", "gevraagd")

    def __init__(self, dossier: "Dossier | None", leden: Leden | None = None) -> None:
        self.dossier = dossier
        self.gevraagd = _gevraagd(leden)
        """Whether a line can name a start of care, a unit or who gave it, and whose it is."""
        self._per_naam = self._per_aanbieder = _GEEN
        if dossier is not None and dossier.zorgepisodes:
            # By what no other one of them has.
            self._per_naam, self._per_aanbieder = per_naam, per_aanbieder = {}, {}
            for episode in dossier.zorgepisodes:
                naam, agb = episode.zorgepisode_id, episode.zorgaanbieder.agb_code
                per_naam[naam] = None if naam in per_naam else episode
                per_aanbieder[agb] = None if agb in per_aanbieder else episode

    def episode(self, declaratieregel: Declaratieregel) -> "Zorgepisode | None":
        """Return the zorgepisode that a line names, or else the only one of its provider."""
        genoemd = declaratieregel.zorgepisode_id
        if genoemd is None:
            return self.van_aanbieder(declaratieregel.zorgaanbieder_agb)
        return self._per_naam.get(genoemd)

    def van_aanbieder(self, agb: str) -> "Zorgepisode | None":
        """Return the only zorgepisode of a provider."""
        return self._per_aanbieder.get(agb)

    def start(
        self, declaratieregel: Declaratieregel, episode: "Zorgepisode | None"
    ) -> tuple[date | None, date | None]:
        """Return the start of care that it follows, and the decisive date: before 2015 the birth.

        The birth is what a dossier tells, and in a message the line itself.
        """
        # The zorgepisode outranks what the line says of itself, unless it is only guessed, and over
        # or not begun on the days of the care: GZ-REGEL-004 then doubts which of the two it is.
        start = declaratieregel.startdatum_zorg
        if episode is not None and (
            start is None
            or declaratieregel.zorgepisode_id is not None
            or overlappen(episode.looptijd, declaratieregel.periode)
        ):
            start = episode.looptijd.van
        if start is not None and start < EERSTE_DAG_START_ZORG:
            if self.dossier is None:
                return start, declaratieregel.datum_partus
            return start, self.dossier.zwangerschap.datum_einde
        return start, start
