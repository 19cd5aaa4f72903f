"""What a made-up population is drawn from: published figures, and no numbers of our own."""

import random
from bisect import bisect_right
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from itertools import accumulate
from typing import Final, NamedTuple, final

from geboortezorg.tabellen.cijfers import cijfers

_LAND: Final = "Nederland"
_SCHAAL: Final = 1000


@final
class Verdeling:
    """Categories, each with the weight that a source publishes."""

    __slots__ = ("_grenzen", "_namen", "gewichten")

    def __init__(self, gewichten: dict[str, Fraction]) -> None:
        """Take the weight of each category."""
        self.gewichten = gewichten
        self._namen = tuple(gewichten)
        self._grenzen = list(accumulate(int(gewicht * _SCHAAL) for gewicht in gewichten.values()))

    def trek(self, willekeur: random.Random) -> str:
        """Return one category, each as often as its weight says."""
        plaats = bisect_right(self._grenzen, willekeur.randrange(self._grenzen[-1]))
        return self._namen[plaats]

    def deel(self, *namen: str) -> Fraction:
        """Return the share of some categories together."""
        som = sum((self.gewichten[naam] for naam in namen), Fraction())
        return som / sum(self.gewichten.values())

    def zonder(self, *namen: str) -> "Verdeling":
        """Return the distribution among the other categories."""
        return Verdeling({n: gewicht for n, gewicht in self.gewichten.items() if n not in namen})

    def alleen(self, namen: Iterable[str]) -> "Verdeling":
        """Return the distribution among some categories."""
        return Verdeling({naam: self.gewichten[naam] for naam in namen})


class Bron(NamedTuple):
    """Where in the tables of figures a distribution stands."""

    onderwerp: str
    definitie_id: str
    jaar: int
    zonder: tuple[str, ...] = ()
    """Totals that the source lists beside the categories."""


PROVINCIES: Final = Bron("geboorten", "levendgeborenen", 2023)
VOLGORDE: Final = Bron("volgorde-kind", "levendgeborenen-volgorde", 2023)
MEERLINGEN: Final = Bron("geboorten", "geboorten-enkel-meervoudig", 2022)
DUUR: Final = Bron("zwangerschapsduur", "eenlingen-zwangerschapsduur", 2016, ("totaal",))
PLAATS: Final = Bron("plaats-bevalling", "plaats-bevalling", 2020, ("eerste-lijn-totaal",))
KOSTEN: Final = Bron("kosten", "kosten", 2020)


@cache
def verdeling(bron: Bron) -> Verdeling:
    """Return a published distribution: over provinces, or else over categories of the country."""
    uit: dict[str, Fraction] = {}
    for gevonden in cijfers().lookup(
        bron.onderwerp, definitie_id=bron.definitie_id, jaar=bron.jaar
    ):
        cijfer = gevonden.cijfer
        naam = cijfer.categorie if cijfer.gebied == _LAND else cijfer.gebied
        if naam is not None and naam not in bron.zonder:
            uit[naam] = gevonden.exact
    return Verdeling(uit)


@cache
def aandeel_igo() -> Fraction:
    """Return the share of integral care in the costs of maternity care; none by count is known."""
    kosten = verdeling(KOSTEN)
    return kosten.gewichten["integraal"] / kosten.gewichten["totaal"]
