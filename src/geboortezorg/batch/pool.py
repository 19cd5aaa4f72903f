"""Work on portions spread over processes, and the reports of the core as such work."""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future
from contextlib import closing
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar, final

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
"""What is sent once; a report that is not among it goes as a whole."""

_Uitkomsten: TypeAlias = tuple[RegelUitkomst, ...]


@final
class _Deel(NamedTuple):
    """A report without the outcomes of its rules, of which few patterns are different."""

    regels: int | None
    """The number of its pattern; None when the report has it itself."""
    rapport: Rapport


_Antwoord: TypeAlias = tuple[int, list[_Uitkomsten | _Deel], list[int | _Deel]]
"""The process, what it sends for the first time, and each report: of one without findings, which stands
for many documents, the number."""


def verdeeld(
    paren: Iterable[tuple[K, Gegeven]], context: Context, processen: int
) -> Generator[tuple[K, Rapport], None, None]:
    """Yield the reports, judged by so many processes."""
    gezien: dict[int, list[Any]] = {}
    alle = porties(paren, SAMEN, maat)
    with closing(verdeel(alle, Rapporteur(context), processen, zend=documenten)) as delen:
        for portie, antwoord in delen:
            yield from samengevoegd(portie, heel(antwoord, gezien))


@final
@attrs.define
class Rapporteur:
    """In a process of the pool: judges portions of documents."""

    context: Context
    verzonden: dict[int, tuple[int, _Uitkomsten | Rapport]] = attrs.field(factory=dict)
    """What was sent, by identity, with its number."""

    def __call__(self, portie: list[bytes]) -> _Antwoord:
        """Return the reports on the documents, in a form that is small to send."""
        nieuw: list[_Uitkomsten | _Deel] = []
        uit: list[int | _Deel] = []
        for rapport in validate_portion(portie, self.context):
            nummer = None if rapport.bevindingen else self._eens(rapport, nieuw, _MEESTE // 2)
            uit.append(self._deel(rapport, nieuw) if nummer is None else nummer)
        return os.getpid(), nieuw, uit

    def _deel(self, rapport: Rapport, nieuw: list[_Uitkomsten | _Deel]) -> _Deel:
        nummer = self._eens(rapport.regels, nieuw, _MEESTE)
        return _Deel(nummer, rapport if nummer is None else rapport.compact())

    def _eens(
        self, van: _Uitkomsten | Rapport, nieuw: list[_Uitkomsten | _Deel], meeste: int
    ) -> int | None:
        """Return the number of what is sent once, from now on too; None when there is too much."""
        bekend = self.verzonden.get(id(van))
        if bekend is None:
            if len(self.verzonden) >= meeste:
                return None
            nieuw.append(self._deel(van, nieuw) if isinstance(van, Rapport) else van)
            bekend = self.verzonden[id(van)] = (len(self.verzonden), van)
        return bekend[0]


def heel(antwoord: _Antwoord, gezien: dict[int, list[Any]]) -> list[Rapport]:
    """Return the reports as they were; answers of a process come in the order it gave them."""
    proces, nieuw, delen = antwoord
    bekend = gezien.setdefault(proces, [])
    for een in nieuw:
        bekend.append(_rapport(een, bekend) if isinstance(een, _Deel) else een)
    return [bekend[een] if isinstance(een, int) else _rapport(een, bekend) for een in delen]


def _rapport(deel: _Deel, bekend: list[Any]) -> Rapport:
    if deel.regels is not None:
        object.__setattr__(deel.rapport, "regels", bekend[deel.regels])  # here for the first time
    return deel.rapport
