"""The outcome of a computation: an exact number or none, with the steps that led to it."""

from fractions import Fraction
from typing import final

from geboortezorg.bevroren import bevroren
from geboortezorg.bron import Bron, Verificatie, zwakste
from geboortezorg.tabellen import Gevonden


@final
@bevroren(kw_only=True, weakref_slot=False)
class Stap:
    """One step, explained. The texts are fixed but for values from the tables."""

    code: str
    tekst: str
    """What the step does, in Dutch."""
    tekst_en: str
    """What the step does, in English."""
    waarde: Fraction
    """What the step adds; negative when it takes away. In the unit of the computation."""
    stand: Fraction
    """What it has come to after this step."""
    bron: Bron
    rij: Gevonden | None = None
    """The row of the table that the step takes an amount from."""

    @property
    def tabel(self) -> str | None:
        """Name of the table that the step takes an amount from."""
        return None if self.rij is None else self.rij.tabel

    @property
    def verificatie(self) -> Verificatie:
        """How well the source of the step was verified."""
        return self.bron.verificatie


@final
@bevroren(kw_only=True, weakref_slot=False)
class Leemte:
    """Something that is not known, so that the computation has no outcome."""

    code: str
    tekst: str
    """What is missing and what to do, in Dutch."""
    tekst_en: str
    """What is missing and what to do, in English."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Berekening:
    """An exact outcome with its steps; without an outcome when something is not known.

    Nothing is rounded and nothing is filled in: where a fact or an amount is missing, `uitkomst`
    is None and `leemten` says what is missing. The steps show how far it came.
    """

    eenheid: str
    """Unit of `uitkomst` and of the steps: ``minuut`` or ``eurocent``."""
    uitkomst: Fraction | None
    stappen: tuple[Stap, ...] = ()
    leemten: tuple[Leemte, ...] = ()

    @property
    def verificatie(self) -> Verificatie | None:
        """The weakest ground among the steps; None when there is no step."""
        gronden = [stap.verificatie for stap in self.stappen]
        return zwakste(*gronden) if gronden else None

    @property
    def rijen(self) -> tuple[Gevonden, ...]:
        """The rows of tables that amounts were taken from."""
        return tuple(stap.rij for stap in self.stappen if stap.rij is not None)


@final
class Opbouw:
    """A computation while it is being made."""

    __slots__ = ("eenheid", "leemten", "stand", "stappen")

    def __init__(self, eenheid: str) -> None:
        self.eenheid = eenheid
        self.stand = Fraction(0)
        self.stappen: list[Stap] = []
        self.leemten: dict[str, Leemte] = {}

    def stap(
        self,
        code: str,
        waarde: Fraction | int,
        bron: Bron,
        tekst: str,
        en: str,
        *,
        rij: Gevonden | None = None,
    ) -> None:
        """Add a step of so much."""
        self.stand += waarde
        self.stappen.append(
            Stap(
                code=code,
                tekst=tekst,
                tekst_en=en,
                waarde=Fraction(waarde),
                stand=self.stand,
                bron=bron,
                rij=rij,
            )
        )

    def leemte(self, code: str, tekst: str, en: str) -> None:
        """Note what is not known; the same thing once."""
        self.leemten.setdefault(code, Leemte(code=code, tekst=tekst, tekst_en=en))

    def klaar(self) -> Berekening:
        """Return the computation; without an outcome when anything is not known."""
        return Berekening(
            eenheid=self.eenheid,
            uitkomst=None if self.leemten else self.stand,
            stappen=tuple(self.stappen),
            leemten=tuple(self.leemten.values()),
        )
