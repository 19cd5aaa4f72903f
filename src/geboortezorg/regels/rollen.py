"""Who can be responsible for a woman, by what a provider is."""

from typing import Final

from geboortezorg.model.partijen import Discipline, Partijsoort, Zorgaanbieder

_DISCIPLINES: Final = frozenset({Discipline.KRAAMVERZORGENDE, Discipline.ECHOSCOPIST})
ERNAAST: Final = _DISCIPLINES | {Discipline.KINDERARTS}
"""The disciplines that take no turn in it."""

_PARTIJEN: Final = frozenset({Partijsoort.KRAAMZORGORGANISATIE, Partijsoort.ECHOPRAKTIJK})


def ondersteunend(zorgaanbieder: Zorgaanbieder) -> bool:
    """Say whether a provider works beside whoever is responsible for the woman."""
    if zorgaanbieder.discipline is not None:
        return zorgaanbieder.discipline in _DISCIPLINES
    return zorgaanbieder.partijsoort in _PARTIJEN


def ernaast(zorgaanbieder: Zorgaanbieder) -> bool:
    """Say whether a provider takes no turn in that: it supports, or cares for the child."""
    return zorgaanbieder.discipline in ERNAAST or ondersteunend(zorgaanbieder)
