"""What is in a stream: one document, or lines that each are one, in pieces of whole lines.

Who judges the documents splits a piece into them: when that is another process, this one does next
to nothing for each.
"""

import json
from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple, Protocol

from geboortezorg.convert import MAX_BYTES

_LANGSTE_TEKSTREGEL: Final = MAX_BYTES + 2
"""A line with the largest document and the two bytes that may end it."""
_BLOK: Final = 49_152
"""Bytes that are read at once: a pipe takes as many, and memory of this size is used again."""
_GEEN_EINDE: Final = 64 * MAX_BYTES
"""So much white space, or so long a line, is no file of documents."""


class Stroom(Protocol):
    """Bytes that come one after another."""

    def read(self, aantal: int, /) -> bytes:
        """Return so many bytes; fewer at the end."""

    def read1(self, aantal: int, /) -> bytes:
        """Return those of so many bytes that are there, waiting for the first."""

    def readline(self, aantal: int, /) -> bytes:
        """Return the bytes to the end of the line, or so many of them."""


def heel(stroom: Stroom) -> Iterator[tuple[None, bytes, None]]:
    """Yield a whole stream as one document, or as much of it as shows that it is too large."""
    yield None, stroom.read(MAX_BYTES + 1), None


class Plek(NamedTuple):
    """Where bytes stand in a stream."""

    begin: int
    lengte: int


def stukken(stroom: Stroom) -> Iterator[tuple[int, bytes, Plek | None]]:
    """Yield all lines, a piece at a time as they come, with the number of its first, from 1.

    What stands at the place, when there is one, gives the same lines. Of a line that is too long,
    as much is given as shows that; the rest of it is read away. Raises OSError when white space, or
    what is read away, has no end in sight.
    """
    nummer, rest, wit, begin = 1, b"", 0, 0
    while blok := stroom.read1(_BLOK):
        einde = blok.rfind(b"\n") + 1
        if einde:
            stuk, rest = rest + blok[:einde], blok[einde:]
            lengte = len(stuk)
        else:
            stuk, lengte = _lange_tekstregel(rest + blok, stroom)
            rest = b""
        wit = wit + len(stuk) if stuk.isspace() else 0
        if wit > _GEEN_EINDE:
            raise OSError
        plek = Plek(begin, lengte)
        yield nummer, stuk, None if lengte > _LANGSTE_TEKSTREGEL else plek
        begin += lengte
        nummer += aantal_tekstregels(stuk)
    if rest:
        yield nummer, rest, Plek(begin, len(rest))


def aantal_tekstregels(stuk: bytes) -> int:
    """Return how many lines end in a piece; ten times as quick as `count`, which Python 3.11 has."""
    return len(stuk) - len(stuk.replace(b"\n", b""))


def _lange_tekstregel(begin: bytes, stroom: Stroom) -> tuple[bytes, int]:
    """Return a line of which a block is only the begin, and how many bytes of the stream it is."""
    tekstregel = deel = begin + stroom.readline(_LANGSTE_TEKSTREGEL)
    gezien = 0
    while deel and not deel.endswith(b"\n"):
        deel = stroom.readline(_BLOK)
        gezien += len(deel)
        if gezien > _GEEN_EINDE:
            raise OSError
    return tekstregel[:_LANGSTE_TEKSTREGEL].rstrip(b"\r\n") + b"\n", len(tekstregel) + gezien


def tekstregels(nummer: int, stuk: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each line of a piece with its number, without its end; empty lines are passed over."""
    for plaats, tekstregel in enumerate(stuk.split(b"\n"), nummer):
        if tekstregel and not tekstregel.isspace():
            yield plaats, tekstregel.rstrip(b"\r")


def heel_of_stukken(stroom: Stroom) -> Iterator[tuple[int | None, bytes, Plek | None]]:
    """Yield lines if the first one is a whole JSON value and more follow; or else one document."""
    lezer = stukken(stroom)
    gelezen = bytearray()

    def volgend() -> tuple[int, bytes, Plek | None]:
        """Return the next piece that is not empty, if there is one."""
        for nummer, stuk, plek in lezer:
            if len(gelezen) <= MAX_BYTES:
                gelezen.extend(stuk)
            if not stuk.isspace():
                return nummer, stuk, plek
        return 0, b"", None

    eerste = volgend()
    in_stuk = tekstregels(*eerste[:2])
    _, begin = next(in_stuk, (0, b""))
    if not _is_json(begin):
        while len(gelezen) <= MAX_BYTES and volgend()[1]:
            pass
        yield None, bytes(gelezen), None
    elif next(in_stuk, None) is not None:
        yield from chain([eerste], lezer)
    elif (tweede := volgend())[1]:
        yield from chain([eerste, tweede], lezer)
    else:
        yield None, begin, None


def _is_json(tekstregel: bytes) -> bool:
    if len(tekstregel) > MAX_BYTES:
        return False
    try:
        json.loads(tekstregel)
    except (ValueError, RecursionError):
        return False
    return True
