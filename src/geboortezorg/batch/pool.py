"""Work on portions spread over processes, and the reports of the core as such work."""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future
from contextlib import closing
from typing import Any, Final, TypeAlias, TypeVar, final

import attrs

from geboortezorg.batch.hulpproces import Hulpproces
from geboortezorg.batch.kern import (
    OMVANG,
    SAMEN,
    Gegeven,
    K,
    T,
    documenten,
    maat,
    porties,
    samengevoegd,
)
from geboortezorg.rapport import Rapport, RegelUitkomst
from geboortezorg.regels.context import Context
from geboortezorg.validation import validate_portion

A = TypeVar("A")

_VOORUIT: Final = 3
"""Portions for each process that are read ahead, so that none waits."""

_ONDERWEG: Final = 32 * OMVANG
"""Bytes that may be on their way, so that memory grows no further with large documents."""


def verdeel(
    alle: Iterable[tuple[list[T], int]],
    werk: Callable[[Any], A],
    processen: int,
    *,
    zend: Callable[[list[T]], Any] = list,
) -> Generator[tuple[list[T], A], None, None]:
    """Yield each portion, in order, with what `werk` made of it in one of so many processes.

    `werk` goes to each process once. `zend` says what of a portion is sent. Raises Procesfout when
    a process ends before its work is done.
    """
    hulp: list[Hulpproces[A]] = []
    onderweg = deque[tuple[list[T], int, Future[A]]]()
    som = 0
    try:
        for portie, omvang in alle:
            toekomst = _minst_bezet(hulp, werk, processen).geef(zend(portie))
            onderweg.append((portie, omvang, toekomst))
            som += omvang
            while len(onderweg) > processen * _VOORUIT or som > _ONDERWEG:
                klaar, omvang_klaar, toekomst = onderweg.popleft()
                som -= omvang_klaar
                yield klaar, _uitkomst(toekomst, hulp)
        while onderweg:
            klaar, _, toekomst = onderweg.popleft()
            yield klaar, _uitkomst(toekomst, hulp)
    finally:  # also when nobody asks for the rest
        for een in hulp:
            een.eindig()


def _minst_bezet(
    hulp: list[Hulpproces[A]], werk: Callable[[Any], A], processen: int
) -> Hulpproces[A]:
    """Return the process with the least to do: a new one while there may be more."""
    Hulpproces.neem_antwoorden(hulp, wachten=0)
    minst = min(hulp, key=lambda een: len(een.onderweg), default=None)
    if minst is None or (minst.onderweg and len(hulp) < processen):
        minst = Hulpproces(werk)
        hulp.append(minst)
    return minst


def _uitkomst(toekomst: Future[A], hulp: list[Hulpproces[A]]) -> A:
    while not toekomst.done():
        Hulpproces.neem_antwoorden(hulp)
    return toekomst.result()


_MEESTE: Final = 4096
"""Patterns of outcomes that are sent once; more are sent with each report."""

_Uitkomsten: TypeAlias = tuple[RegelUitkomst, ...]
_Antwoord: TypeAlias = tuple[int, list[_Uitkomsten], list[tuple[int | None, Rapport]]]
"""The process, the patterns that it sends for the first time, and each report with the number of its
pattern in place of that: nearly all that a report has is in it, and few patterns are different."""


def verdeeld(
    paren: Iterable[tuple[K, Gegeven]], context: Context, processen: int
) -> Generator[tuple[K, Rapport], None, None]:
    """Yield the reports, judged by so many processes."""
    gezien: dict[int, list[_Uitkomsten]] = {}
    alle = porties(paren, SAMEN, maat)
    with closing(verdeel(alle, Rapporteur(context), processen, zend=documenten)) as delen:
        for portie, antwoord in delen:
            yield from samengevoegd(portie, heel(antwoord, gezien))


@final
@attrs.define
class Rapporteur:
    """In a process of the pool: judges portions of documents."""

    context: Context
    verzonden: dict[int, tuple[int, _Uitkomsten]] = attrs.field(factory=dict)
    """Outcomes of rules that were sent, by identity, with their number."""

    def __call__(self, portie: list[bytes]) -> _Antwoord:
        """Return the reports on the documents, in a form that is small to send."""
        nieuw: list[_Uitkomsten] = []
        uit: list[tuple[int | None, Rapport]] = []
        for rapport in validate_portion(portie, self.context):
            bekend = self.verzonden.get(id(rapport.regels))
            if bekend is None and len(self.verzonden) < _MEESTE:
                bekend = (len(self.verzonden), rapport.regels)
                self.verzonden[id(rapport.regels)] = bekend
                nieuw.append(rapport.regels)
            uit.append((None, rapport) if bekend is None else (bekend[0], rapport.compact()))
        return os.getpid(), nieuw, uit


def heel(antwoord: _Antwoord, gezien: dict[int, list[_Uitkomsten]]) -> list[Rapport]:
    """Return the reports as they were; answers of a process come in the order it gave them."""
    nummer, nieuw, delen = antwoord
    bekend = gezien.setdefault(nummer, [])
    bekend += nieuw
    for plaats, rapport in delen:
        if plaats is not None:
            object.__setattr__(rapport, "regels", bekend[plaats])  # it is here for the first time
    return [rapport for _, rapport in delen]
