"""Which debits credits take back, and which credits take back nothing: any lines of money.

A credit is consumed once, by a debit that it names and that is about the very same thing. Which
of several equal lines that is makes no difference, so the order of the lines does not either.
"""

from collections.abc import Hashable, Iterable, Sequence
from enum import StrEnum
from typing import final

from geboortezorg.bevroren import bevroren, veranderlijk


class Creditfout(StrEnum):
    """Why a credit takes nothing back, or more than there was."""

    ZONDER_VERWIJZING = "zonder_verwijzing"
    """It names no debit."""
    DEBET_ELDERS = "debet_elders"
    """No line in this document has the reference that it names."""
    GEEN_DEBET = "geen_debet"
    """The line that it names is a credit itself."""
    ANDERE_ZORG = "andere_zorg"
    """The debit that it names is about something else."""
    AL_TERUGGENOMEN = "al_teruggenomen"
    """Another credit took the whole debit back already."""
    MEER_DAN_DEBET = "meer_dan_debet"
    """With the other credits on the debit it is more than the debit."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Boeking:
    """One line of money, as far as netting looks at it."""

    nummer: Hashable
    """By what credits name it: its reference, with whoever it is unique for."""
    verwijst: Hashable | None
    """What a credit names; None for a credit that names nothing, and for a debit."""
    debet: bool
    onderwerp: Hashable
    """What it is about; a credit with another subject takes nothing back."""
    omvang: Hashable
    """How much it is; only a credit of the same size is identical."""
    bedrag_eurocent: int
    """What is asked, or taken back."""


@final
@veranderlijk(kw_only=True, weakref_slot=False)
class Verrekend:
    """What became of one line."""

    teruggenomen: bool = False
    """Whether nothing is left of a debit."""
    netto_eurocent: int = 0
    """What is left of a debit; zero for a credit."""
    tegen: int | None = None
    """For a credit: the place of the debit that it takes back, whole or in part."""
    geheel: bool = False
    """Whether a credit is identical to its debit."""
    fout: Creditfout | None = None
    """Why a credit is none."""


def verreken(boekingen: Sequence[Boeking]) -> list[Verrekend]:
    """Return what became of each line, in order. Costs as much as there are lines."""
    uit = [Verrekend(netto_eurocent=b.bedrag_eurocent if b.debet else 0) for b in boekingen]
    if all(boeking.debet for boeking in boekingen):
        return uit  # the most common: nothing to set against each other
    open_: dict[tuple[Hashable, Hashable, Hashable], list[int]] = {}
    onderwerpen: dict[tuple[Hashable, Hashable], list[int]] = {}
    soorten: dict[Hashable, bool] = {}
    for plaats, boeking in enumerate(boekingen):
        soorten[boeking.nummer] = soorten.get(boeking.nummer, False) or boeking.debet
        if boeking.debet:
            onderwerpen.setdefault((boeking.nummer, boeking.onderwerp), []).append(plaats)
            sleutel = (boeking.nummer, boeking.onderwerp, boeking.omvang)
            open_.setdefault(sleutel, []).append(plaats)
    for plaatsen in open_.values():
        plaatsen.reverse()  # the first debit is the last of its stack
    delen: dict[tuple[Hashable, Hashable], list[int]] = {}
    for plaats, boeking in enumerate(boekingen):
        if boeking.debet:
            continue
        if boeking.verwijst is None:
            uit[plaats].fout = Creditfout.ZONDER_VERWIJZING
        elif boeking.verwijst not in soorten:
            uit[plaats].fout = Creditfout.DEBET_ELDERS
        elif not soorten[boeking.verwijst]:
            uit[plaats].fout = Creditfout.GEEN_DEBET
        elif (boeking.verwijst, boeking.onderwerp) not in onderwerpen:
            uit[plaats].fout = Creditfout.ANDERE_ZORG
        elif gelijk := open_.get((boeking.verwijst, boeking.onderwerp, boeking.omvang)):
            debet = gelijk.pop()
            uit[debet] = Verrekend(teruggenomen=True)
            uit[plaats] = Verrekend(tegen=debet, geheel=True)
        else:
            delen.setdefault((boeking.verwijst, boeking.onderwerp), []).append(plaats)
    for genoemd, credits_ in delen.items():
        _in_delen(boekingen, uit, onderwerpen[genoemd], credits_)
    return uit


def _in_delen(
    boekingen: Sequence[Boeking],
    uit: list[Verrekend],
    debets: Iterable[int],
    credits_: Iterable[int],
) -> None:
    """Set credits for a part against what is left of the debits that they name.

    Debits that share a reference and a subject share what is credited on them.
    """
    over = [plaats for plaats in debets if not uit[plaats].teruggenomen]
    rest = sum(uit[plaats].netto_eurocent for plaats in over)
    eraf = 0
    for plaats in credits_:
        if not over:
            uit[plaats].fout = Creditfout.AL_TERUGGENOMEN
            continue
        uit[plaats].tegen = over[0]
        bedrag = boekingen[plaats].bedrag_eurocent
        if bedrag > rest - eraf:
            uit[plaats].fout = Creditfout.MEER_DAN_DEBET
            continue
        eraf += bedrag
    for debet in over:
        af = min(eraf, uit[debet].netto_eurocent)
        uit[debet].netto_eurocent -= af
        rest -= af
        eraf -= af
    if not rest:
        for debet in over:
            uit[debet].teruggenomen = True
