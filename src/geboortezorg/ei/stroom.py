"""From bytes to the texts of records: line ends and encodings as they are found in practice.

Memory is bounded by one portion of the file, whatever is in it.
"""

from collections.abc import Iterator
from typing import BinaryIO, Final, Protocol

CODERINGEN: Final = ("ascii", "latin-1", "cp1252", "cp850", "utf-8")
"""Encodings that a caller may name; without a name ASCII is due."""

PORTIE: Final = 1 << 18
"""Bytes that are read at once."""

LANGSTE: Final = 1 << 16
"""Of a record that is longer, so much is kept; it is far longer than any layout."""

_DOS_EINDE: Final = b"\x1a"
_BOM: Final = b"\xef\xbb\xbf"


class Leesbaar(Protocol):
    """What can be read from: a file, or standard input."""

    def read(self, aantal: int, /) -> bytes:
        """Return at most so many bytes; none at the end."""
        ...


def portie(stroom: Leesbaar | BinaryIO) -> bytes:
    """Return the next portion, whole also when the stream gives it in pieces."""
    delen: list[bytes] = []
    nodig = PORTIE
    while nodig > 0 and (deel := stroom.read(nodig)):
        delen.append(deel)
        nodig -= len(deel)
    return b"".join(delen)


def zonder_merk(begin: bytes) -> tuple[bytes, bool]:
    """Return the first portion without a mark of UTF-8, and whether there was one."""
    return begin.removeprefix(_BOM), begin.startswith(_BOM)


def is_anders(begin: bytes) -> bool:
    """Say whether this is no text of one byte a digit: UTF-16, EBCDIC, something packed."""
    return b"\x00" in begin[:4] or (begin[:1] != b"" and begin[0] > 0x7F)


def teksten(begin: bytes, stroom: Leesbaar | BinaryIO, lengte: int) -> Iterator[tuple[bytes, bool]]:
    r"""Yield each record, without its line end, and whether all before it ended well.

    A record ends with CR LF. Where another line end is used, or none, records are found all the
    same. Lines without a record are passed over; the last thing yielded may be empty: it stands
    for what follows the last record.
    """
    if b"\n" in begin:
        yield from _gesplitst(begin, stroom, b"\n")
    elif b"\r" in begin:
        yield from _gesplitst(begin, stroom, b"\r")
    else:
        yield from _blokken(begin, stroom, lengte)


def _gesplitst(
    begin: bytes, stroom: Leesbaar | BinaryIO, einde: bytes
) -> Iterator[tuple[bytes, bool]]:
    goed, rest, overslaan = True, begin, False
    while True:
        if rest and not overslaan and not rest.strip(b"\r\n"):  # however many, at once
            goed, rest = False, b""
        *heel, rest = rest.split(einde)
        for deel in heel:
            if overslaan:  # the end of a record of which the beginning was yielded
                overslaan = False
                continue
            tekst = deel.removesuffix(b"\r")
            goed = goed and einde == b"\n" and len(tekst) < len(deel) and tekst != b""
            if tekst:
                yield tekst, goed
        if len(rest) > LANGSTE:
            if not overslaan:
                yield rest[:LANGSTE], goed
            rest, overslaan = b"", True
        vervolg = portie(stroom)
        if not vervolg:
            break
        rest += vervolg
    rest = b"" if overslaan else rest.removesuffix(_DOS_EINDE)
    yield rest, goed and not rest


def _blokken(
    begin: bytes, stroom: Leesbaar | BinaryIO, lengte: int
) -> Iterator[tuple[bytes, bool]]:
    rest = begin
    while True:
        vol = len(rest) - len(rest) % lengte
        for plaats in range(0, vol, lengte):
            yield rest[plaats : plaats + lengte], False
        rest = rest[vol:]
        vervolg = portie(stroom)
        if not vervolg:
            break
        rest += vervolg
    yield rest.removesuffix(_DOS_EINDE), False


def ontcijfer(data: bytes, codering: str | None, lengte: int) -> tuple[str, bool]:
    """Return the text of a record, and whether all of it could be read as was due.

    Without a named encoding anything outside ASCII is not as it is due; it is read as UTF-8 when
    the record has its length that way, and else byte by byte, so that positions hold.
    """
    if data.isascii():
        return data.decode("ascii"), True
    if codering is not None:
        tekst = data.decode(codering, "replace")
        return tekst, "\ufffd" not in tekst
    if len(data) > lengte:
        tekst = data.decode("utf-8", "replace")
        if len(tekst) == lengte and "\ufffd" not in tekst:
            return tekst, False
    return data.decode("latin-1"), False
