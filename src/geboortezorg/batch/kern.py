"""The core of every door for many documents, whatever they come from and go to."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import Any, Final, TypeVar

from geboortezorg.rapport import Rapport
from geboortezorg.regels.context import Context, gekozen
from geboortezorg.tekst import Tekst, TekstFout, Tweetalig, TypeFout
from geboortezorg.validation import validate_portion

SAMEN: Final = 64
"""Documents that are judged together: more are hardly quicker, and are in memory at once."""

OMVANG: Final = 262_144
"""Bytes from which a portion is full, however few documents it has."""

K = TypeVar("K")
T = TypeVar("T")
Gegeven = bytes | Rapport
"""A document, or the report on why there is none: that is passed on."""

_EEN_DOCUMENT: Final = Tekst(
    "dit is een document; geef documenten, zoals een lijst, of vraag validate",
    "this is one document; give documents, such as a list, or ask validate",
)
_GEEN_PROCES: Final = Tekst("processen is minstens 1", "processen is at least 1")
_GESTOPT: Final = Tekst(
    "een proces is onverwacht gestopt; probeer het opnieuw met minder processen",
    "a process ended unexpectedly; try again with fewer processes",
)


class Procesfout(Tweetalig, RuntimeError):
    """A process ended while it was judging: it was stopped, or memory ran out."""

    def __init__(self) -> None:
        super().__init__(_GESTOPT)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle without its text, which is always the same."""
        return type(self), ()


def validate_many(
    documenten: Iterable[bytes], *, context: Context | None = None, processen: int = 1
) -> Generator[Rapport, None, None]:
    """Yield the report of each document, in order.

    With `processen` above 1 that many processes judge them; each starts afresh and takes the
    `context` with it, so a script must start its work under ``if __name__ == "__main__"``. The
    documents are read as the reports are asked for, a few hundred ahead at most. Raises ValueError
    when `processen` is less than 1, TypeError for what ``geboortezorg.validate`` does not
    take and for one document, and Procesfout when a process ends before its work is done.
    """
    if isinstance(documenten, (bytes, bytearray, memoryview, str, dict)):
        raise TypeFout(_EEN_DOCUMENT)
    paren = ((None, document) for document in documenten)
    return _rapporten(validate_pairs(paren, context=context, processen=processen))


def _rapporten(
    paren: Generator[tuple[None, Rapport], None, None],
) -> Generator[Rapport, None, None]:
    try:
        for _, rapport in paren:
            yield rapport
    finally:
        paren.close()


def validate_pairs(
    paren: Iterable[tuple[K, Gegeven]],
    *,
    context: Context | None = None,
    processen: int = 1,
    samen: int = SAMEN,
) -> Generator[tuple[K, Rapport], None, None]:
    """Yield the key and the report of each document, in order; keys stay in this process.

    As :func:`validate_many`, which says more. A report in place of a document is passed on. On one
    process `samen` documents are read before the first of them is answered.
    """
    if processen < 1:
        raise TekstFout(_GEEN_PROCES)
    context = gekozen(context)
    if processen > 1:
        from geboortezorg.batch.pool import verdeeld  # noqa: PLC0415 - costs time, for this alone

        return verdeeld(paren, context, processen)
    return hier(paren, context, samen)


def hier(
    paren: Iterable[tuple[K, Gegeven]], context: Context, samen: int
) -> Generator[tuple[K, Rapport], None, None]:
    """Yield the reports, judged in this process."""
    for portie, _ in porties(paren, samen, maat):
        yield from samengevoegd(portie, validate_portion(documenten(portie), context))


def maat(paar: tuple[K, Gegeven]) -> int:
    """Return how many bytes a document has."""
    return len(paar[1]) if isinstance(paar[1], bytes) else 0


def porties(
    delen: Iterable[T], aantal: int, maat: Callable[[T], int], vol: int | None = None
) -> Iterator[tuple[list[T], int]]:
    """Yield what there is a few at a time, fewer when they are large, with their size."""
    vol = OMVANG if vol is None else vol
    portie: list[T] = []
    omvang = 0
    for deel in delen:
        portie.append(deel)
        omvang += maat(deel)
        if len(portie) >= aantal or omvang >= vol:
            yield portie, omvang
            portie, omvang = [], 0
    if portie:
        yield portie, omvang


def documenten(portie: Sequence[tuple[K, Gegeven]]) -> list[bytes]:
    """Return the documents of a portion, those that there are, in a form that can be sent."""
    return [
        bytes(gegeven) if isinstance(gegeven, memoryview) else gegeven
        for _, gegeven in portie
        if not isinstance(gegeven, Rapport)
    ]


def samengevoegd(
    portie: Sequence[tuple[K, Gegeven]], rapporten: Sequence[Rapport]
) -> Iterator[tuple[K, Rapport]]:
    """Yield each key of a portion with its report: of the documents, or what was there already."""
    volgende = iter(rapporten)
    for sleutel, gegeven in portie:
        yield sleutel, gegeven if isinstance(gegeven, Rapport) else next(volgende)
