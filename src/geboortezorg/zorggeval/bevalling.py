"""When, where and under whose lead the children of a pregnancy were born, as far as a document tells."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Final

from geboortezorg.model.partijen import ECHELONS_DISCIPLINE, Echelon, Partijsoort, Zorgaanbieder
from geboortezorg.model.zorgepisode import BARING
from geboortezorg.model.zwangerschap import PlaatsBaring, WijzeEinde
from geboortezorg.zorggeval.post import Post

_BEVALLING: Final = (WijzeEinde.PARTUS, None)
"""How a pregnancy ended, of which the last day is that of a birth."""

if TYPE_CHECKING:
    from geboortezorg.model.dossier import Dossier


def bevaldagen(dossier: "Dossier") -> tuple[date, date] | None:
    """Return the first and the last day on which a child was born; None when not known.

    Children of one pregnancy can be born on different days; a norm is judged by the day that
    leaves the most room.
    """
    zwangerschap = dossier.zwangerschap
    eerste = laatste = None
    if zwangerschap.wijze_einde in _BEVALLING:
        eerste = laatste = zwangerschap.datum_einde
    for kind in dossier.kinderen:
        dag = kind.geboortedatum
        if dag is None or dag == eerste == laatste or not kind.geboren:
            continue
        eerste = dag if eerste is None or dag < eerste else eerste
        laatste = dag if laatste is None or dag > laatste else laatste
    return None if eerste is None or laatste is None else (eerste, laatste)


def plaatsen_baring(dossier: "Dossier") -> set[PlaatsBaring | None]:
    """Return where the children were born; None among them for one of whom that is not known."""
    return {kind.werkelijke_plaats_baring for kind in dossier.kinderen if kind.geboren}


def in_buitenland(dossier: "Dossier") -> bool:
    """Say whether every child was born abroad."""
    return plaatsen_baring(dossier) == {PlaatsBaring.BUITENLAND}


def in_tweede_lijn(dossier: "Dossier") -> list[int]:
    """Return the zorgepisodes of who led labour, when nobody of the first line had a part in it.

    Empty too when nobody led it, or when of one the line of care is not told.
    """
    leiding = [
        plaats
        for plaats, episode in enumerate(dossier.zorgepisodes)
        if not BARING.isdisjoint(episode.eindverantwoordelijk_in)
    ]
    aanbieders = (dossier.zorgepisodes[plaats].zorgaanbieder for plaats in leiding)
    return leiding if all(map(_buiten_eerste_lijn, aanbieders)) else []


def _buiten_eerste_lijn(zorgaanbieder: Zorgaanbieder) -> bool:
    if zorgaanbieder.echelon is not None:
        return zorgaanbieder.echelon is not Echelon.EERSTE_LIJN
    if zorgaanbieder.discipline is None:
        return zorgaanbieder.partijsoort is Partijsoort.ZIEKENHUIS
    lijnen = ECHELONS_DISCIPLINE.get(zorgaanbieder.discipline, (Echelon.EERSTE_LIJN,))
    return Echelon.EERSTE_LIJN not in lijnen


def genoemde_bevaldagen(posten: Iterable[Post]) -> tuple[date, date] | None:
    """Return the first and the last day of birth that lines of one pregnancy name, if any."""
    dagen = [partus for post in posten if (partus := post.declaratieregel.datum_partus) is not None]
    return (min(dagen), max(dagen)) if dagen else None
