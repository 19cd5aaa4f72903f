"""What the plan and a report need of a rule, before the module of the rule is imported.

Of the hundred rules and more on a kind of document a plain one meets a few. So what every document
asks of them stands together in `omtrekken.py`, which ``python3 dev.py bijwerken`` makes of the rules.
"""

import os
from collections.abc import Collection, Iterable, Iterator
from importlib import import_module
from typing import Any, Final, TypeAlias, final

from geboortezorg.betekenis import Betekenis
from geboortezorg.bron import Verificatie
from geboortezorg.regels.nodig import Nodig

VERGELIJK = bool(os.environ.get("GEBOORTEZORG_VERGELIJK"))
"""Whether nothing is taken for granted that was worked out about the rules: for tests."""

Feiten: TypeAlias = tuple[
    str, int, Verificatie, bool, bool, Nodig | None, tuple[type[Betekenis], ...]
]
"""Of a rule its code, version and ground, whether it uses tables and rests on the ground of tariffs,
what gives it occasion, and the kinds of declaration on which it is the general rule."""

_LATER: Final = (
    "bron",
    "bronnen",
    "ernst",
    "geldig",
    "peildatum",
    "redenen",
    "reikwijdte",
    "retourcodes",
    "titel",
    "toets",
)


@final
class Omtrek:
    """Stands for a rule on one kind of document, and imports it when more of it is asked."""

    __slots__ = (
        "_nodig",
        "_waar",
        "aanleiding",
        "algemeen",
        "code",
        "gebruikt_tabellen",
        "tariefgrond",
        "verificatie",
        "versie",
        *_LATER,
    )

    def __init__(self, waar: str, feiten: Feiten, nodig: tuple[Nodig, ...]) -> None:
        self._waar = waar
        self._nodig = nodig
        self.code, self.versie, self.verificatie, *rest = feiten
        self.gebruikt_tabellen, self.tariefgrond, self.aanleiding, self.algemeen = rest

    def nodig_in(self, _: Collection[str]) -> tuple[Nodig, ...]:
        """Return what documents of its kind must hold."""
        return self._nodig

    def __getattr__(self, naam: str) -> Any:
        """Fetch the rule itself, and keep what is asked of it often."""
        module, _, functie = self._waar.rpartition(".")
        regel = getattr(import_module(module), functie)
        for deel in _LATER:
            setattr(self, deel, getattr(regel, deel))
        return getattr(regel, naam)


def omtrekken(soort: str, plekken: Iterable[str]) -> Iterator[Any]:
    """Yield what stands for the rules on a kind of document, of those that stand somewhere."""
    from geboortezorg.regels.omtrekken import OMTREKKEN  # noqa: PLC0415 - not for who compares

    for waar in plekken:
        feiten, per_soort = OMTREKKEN[waar]
        for soorten, nodig in per_soort.items():
            if soorten == "*" or soort in soorten.split():
                yield Omtrek(waar, feiten, nodig)
