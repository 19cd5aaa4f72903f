"""A made-up population of dossiers in the shape of a whole year, for tests and measurements.

``population(164_000, seed=1)`` gives dossiers one by one: province, order of the child, length of
the pregnancy, place and line of the birth, twins, and the share of integral care are drawn from
the published figures that this library ships. Every number in them is a test number and nobody's.
Judged in ``populatiecontext()`` each is `akkoord`, but for those with a fault that was asked for.

Where no figure was found an assumption stands in the code and says so: the day on which care
starts, the day of a referral, the age of the mother, breastfeeding, hours of partusassistentie.
Integral care has the share that it has in the costs. Amounts are made up.
"""

import random
from collections.abc import Iterator
from typing import Any, Final, final

from geboortezorg.bevroren import bevroren
from geboortezorg.populatie.context import contextdocument, populatiecontext
from geboortezorg.populatie.dossiers import dossier
from geboortezorg.populatie.fouten import FOUTEN, maak
from geboortezorg.tekst import Tekst, TekstFout

__all__ = ["FOUTEN", "Proefdossier", "contextdocument", "populatiecontext", "population"]

_GEEN_PERCENTAGE: Final = Tekst(
    "fouten is een percentage van 0 tot en met 100",
    "fouten is a percentage from 0 up to and including 100",
)
_PROCENT: Final = 100


@final
@bevroren(kw_only=True)
class Proefdossier:
    """One made-up dossier."""

    nummer: int
    """Its place in the population, from 0."""
    document: dict[str, Any]
    """The dossier, as parsed JSON."""
    code: str | None
    """The rule that it breaks; None when it is right."""


def population(n: int, seed: int = 0, *, fouten: int = 0) -> Iterator[Proefdossier]:
    """Yield `n` dossiers of births in 2023; a percentage `fouten` of them has a fault.

    The same seed gives the same dossiers, and the first of a larger population are those of a
    smaller one. Raises ValueError for a percentage outside 0 to 100.
    """
    if not 0 <= fouten <= _PROCENT:
        raise TekstFout(_GEEN_PERCENTAGE)
    return (_proefdossier(nummer, seed, fouten) for nummer in range(n))


def _proefdossier(nummer: int, seed: int, fouten: int) -> Proefdossier:
    willekeur = random.Random(f"{seed}/{nummer}")  # noqa: S311 - made up, and meant to repeat
    document = dossier(willekeur, nummer)
    code = maak(document, willekeur) if willekeur.randrange(_PROCENT) < fouten else None
    return Proefdossier(nummer=nummer, document=document, code=code)
