"""The targets, what was found, and the tables that say so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import koud
from processen import AANTAL, APART, KOP, TWEE, Meting, met_starten, sneller, van_wijze
from processen import EEN as EEN_PROCES
from varianten import (
    EEN,
    LEZEN,
    PYDANTIC,
    PYDANTIC_A,
    PYDANTIC_B,
    SAMEN,
    SAMEN_GESCHREVEN,
)

Cijfers = Mapping[str, float]


class Doel(NamedTuple):
    """A target, and what was found; None when it was not measured."""

    wat: str
    grens: float | None
    """None when what was found is only stated."""
    gevonden: float | None
    minstens: bool = False
    best: float | None = None
    """The best that could be found: if reading were all that is done, or two shared no work."""

    @property
    def rij(self) -> Sequence[str]:
        """Return the row of the table."""
        soort = "at least" if self.minstens else "at most"
        grens = "" if self.grens is None else f"{soort} {self.grens:g}"
        best = "" if self.best is None else f"{self.best:.2f}"
        if self.gevonden is None:
            return self.wat, grens, best, "", "not measured"
        if self.grens is None:
            return self.wat, grens, best, f"{self.gevonden:.2f}", "only stated"
        verschil = self.gevonden - self.grens
        gehaald = verschil >= 0 if self.minstens else verschil <= 0
        return self.wat, grens, best, f"{self.gevonden:.2f}", "yes" if gehaald else "**no**"


class Alles(NamedTuple):
    """What is measured only when that is asked for."""

    koud: Cijfers
    ongecompileerd: Cijfers
    metingen: Sequence[Meting]
    dossiers: Mapping[int, float]
    """What a dossier costs after so many of them."""

    @property
    def geheugen(self) -> float:
        """Return by how many MiB the largest process grows."""
        paren = (van_wijze(self.metingen, wijze) for wijze in (EEN_PROCES, TWEE))
        return max(alle.geheugen - een.geheugen for een, _, alle in paren)


class Gemeten(NamedTuple):
    """Everything that was measured."""

    sets: Mapping[str, Cijfers]
    """By the name of a set and that of a variant."""
    zonder_extras: Cijfers
    declaratieregels: Mapping[int, float]
    """What a declaratieregel costs beside one of the smallest message, by how many there are."""
    alles: Alles | None

    def doelen(self) -> Iterator[Doel]:
        """Yield every target."""
        mix, bad, alles = self.sets["mix"], self.sets["bad"], self.alles
        yield Doel("mix, batch, to reports", 6, mix[SAMEN], best=mix[LEZEN])
        geschreven = mix[SAMEN_GESCHREVEN]
        yield Doel("mix, batch, to the bytes of reports", 6.5, geschreven, best=mix[LEZEN])
        yield Doel("every document bad, batch, to reports", 13, bad[SAMEN], best=bad[LEZEN])
        kaal = self.zonder_extras
        # The bounds are for a peer that runs the same rule functions (A). Lent our way of judging (B)
        # it is only stated: without judging it would only read, too.
        for letter, peer, leest in (("A", PYDANTIC_A, PYDANTIC_A), ("B", PYDANTIC_B, PYDANTIC)):
            for wat, grens, geheel, lezen in (
                ("batch", 0.35, mix[SAMEN], mix[LEZEN]),
                ("one `validate`", 0.45, mix[EEN], mix[LEZEN]),
                ("one `validate`, no extras", 0.6, kaal[EEN], kaal[LEZEN]),
            ):
                naam = f"mix, {wat}, beside pydantic ({letter})"
                geldt = grens if letter == "A" else None
                yield Doel(naam, geldt, geheel / mix[peer], best=lezen / mix[leest])
        yield Doel(
            "a line of a message with 2,000 beside one of 250",
            1.25,
            groei(self.declaratieregels),
        )
        yield Doel(
            "170,000 dossiers: one of the last beside one of the first",
            1.1,
            alles and groei(alles.dossiers),
        )
        for naam, van in (("compiled", "koud"), ("not compiled", "ongecompileerd")):
            eerste = alles and getattr(alles, van)[koud.EERSTE]
            yield Doel(f"first report beside importing attrs and cattrs, {naam}", 2.5, eerste)
        twee, apart = (alles and sneller(alles.metingen, wijze) for wijze in (TWEE, APART))
        # Two processors do no more than twice the work of one: what was measured above that is noise.
        best = apart and min(apart, 2.0)
        yield Doel("two processors beside one", 1.7, twee, minstens=True, best=best)
        twee, apart = (alles and met_starten(alles.metingen, wijze) for wijze in (TWEE, APART))
        naam = f"{AANTAL:,} dossiers: two processors beside one, by the clock, with starting"
        yield Doel(naam, None, twee, best=apart and min(apart, 2.0))
        yield Doel("growth of memory, MiB", 16, alles and alles.geheugen)

    def tabellen(self) -> Iterator[str]:
        """Yield every table, in Markdown, under its title."""
        yield tabel(
            "Targets",
            ("target", "bound", "at best", "found", "met"),
            (doel.rij for doel in self.doelen()),
        )
        grote = ("mix", "clean", "bad")
        kaal = self.zonder_extras
        yield tabel(
            "Ways",
            ("times `orjson.loads`", *grote, "mix, no extras"),
            (
                (
                    naam,
                    *(f"{self.sets[deel][naam]:.1f}" for deel in grote),
                    f"{kaal[naam]:.1f}" if naam in kaal else "",
                )
                for naam in self.sets["mix"]
            ),
        )
        vormen = [naam for naam in self.sets if naam not in grote]
        yield tabel(
            "Shapes",
            ("times `orjson.loads`", *vormen),
            (
                (naam, *(f"{self.sets[vorm][naam]:.1f}" for vorm in vormen))
                for naam in self.sets[vormen[0]]
            ),
        )
        yield tabel(
            "Declaratieregels",
            ("declaratieregels in a message", "a line, beside one of the smallest"),
            ((f"{aantal}", f"{keer:.2f}") for aantal, keer in self.declaratieregels.items()),
        )
        if self.alles is not None:
            yield from self._tabellen_alles(self.alles)

    @staticmethod
    def _tabellen_alles(alles: Alles) -> Iterator[str]:
        yield tabel(
            "Dossiers",
            ("dossiers until then", "times `orjson.loads`"),
            ((f"{aantal:,}", f"{keer:.1f}") for aantal, keer in alles.dossiers.items()),
        )
        yield tabel(
            "The first report",
            ("times importing attrs and cattrs", "compiled", "not compiled"),
            (
                (naam, f"{keer:.1f}", f"{alles.ongecompileerd[naam]:.1f}")
                for naam, keer in alles.koud.items()
            ),
        )
        yield tabel("Processes", KOP, (meting.rij for meting in alles.metingen))


def groei(cijfers: Mapping[int, float]) -> float:
    """Return how many times the first of these figures the last is."""
    eerste, *_, laatste = cijfers.values()
    return laatste / eerste


def tabel(titel: str, kop: Sequence[str], rijen: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown under its title; the first column is text."""
    lijn = ["---", *["---:"] * (len(kop) - 1)]
    return f"### {titel}\n\n" + "\n".join(f"| {' | '.join(rij)} |" for rij in (kop, lijn, *rijen))
