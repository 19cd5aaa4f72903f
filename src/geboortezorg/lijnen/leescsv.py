"""CSV row by row: in constant memory, and one bad row never hides another.

A record that is wrong may have swallowed the text lines below it, by a quote that was never closed.
Only its first text line is then given up; the others are read again, each from its own beginning.
"""

import codecs
import csv
import gzip
import io
import zlib
from collections import deque
from collections.abc import Collection, Iterator
from typing import BinaryIO, Final, final

from geboortezorg.convert import Invoerreden
from geboortezorg.lijnen.bron import Onleesbaar, Rij
from geboortezorg.lijnen.fout import Gebrek, KoppelingFout
from geboortezorg.lijnen.koppeling import Koppeling
from geboortezorg.tekst import Tekst

_LANGSTE: Final = 1_048_576
"""Longest text line, in characters."""

_BLOK: Final = 65_536

_MEESTE: Final = 50
"""Most text lines of one row: a cell can hold line ends."""

_RAND: Final = " \r\n\"'"
_FOUT: Final = "geboortezorg-onleesbaar"
_HALF: Final = "\udfff"
"""Stands for bytes that are no text in the encoding: no member takes it, so its cell is refused."""

_GEEN_KOP: Final = Tekst(
    "er is geen kop op rij `kopregel`, of hij is niet te lezen",
    "there is no header in row `kopregel`, or it cannot be read",
)
_EINDE: Final = (OSError, EOFError, zlib.error)


def _half(fout: UnicodeError) -> tuple[str, int]:
    einde = getattr(fout, "end", 0)
    return _HALF, int(einde)


codecs.register_error(_FOUT, _half)


@final
class CsvBron:
    """The rows of a CSV file; the header stands in row `kopregel`."""

    def __init__(self, stroom: BinaryIO | gzip.GzipFile, koppeling: Koppeling) -> None:
        self._tekst = _Tekstregels(stroom, koppeling.codering)
        boven = self._tekst.bekijk(koppeling.kopregel)
        kop = boven[-1] if boven else ""
        self._teken = koppeling.scheidingsteken or (";" if ";" in kop and "," not in kop else ",")
        self._lezer = csv.reader(
            self._tekst,
            delimiter=self._teken,
            quotechar=koppeling.aanhalingsteken,
            strict=True,
        )
        self._nummer = 0
        self.kop: list[str] = []
        while self._nummer < koppeling.kopregel:
            cellen = self._volgende()
            if cellen is None:
                break
            self.kop = [] if isinstance(cellen, Invoerreden) else cellen
        if self._nummer < koppeling.kopregel or not self.kop:
            raise KoppelingFout([Gebrek(pad=("kopregel",), tekst=_GEEN_KOP)])

    def laat_los(self) -> None:
        """Leave the file to who opened it."""
        self._tekst.laat_los()

    def rijen(self, nodig: Collection[int]) -> Iterator[Rij | Onleesbaar]:
        """Yield the rows below the header; those without a single filled cell are passed over."""
        del nodig
        breedte = len(self.kop)
        while True:
            cellen = self._volgende(breedte)
            if cellen is None:
                break
            if isinstance(cellen, Invoerreden):
                yield Onleesbaar(self._nummer, cellen, self._tekst.los(self._teken))
                continue
            if not any(
                map(str.strip, cellen[breedte:])
            ):  # some programs end every row with a separator
                cellen = cellen[:breedte]
            if not any(map(str.strip, cellen)):
                continue
            if len(cellen) == breedte:
                yield self._nummer, cellen
            else:
                yield Onleesbaar(self._nummer, Invoerreden.RIJ_CELLEN, tuple(cellen))
        if self._tekst.afgebroken:
            yield Onleesbaar(self._nummer + 1, Invoerreden.ONLEESBAAR)

    def _volgende(self, breedte: int | None = None) -> list[str] | Invoerreden | None:
        """Return the cells of the next row, or why there are none; None at the end."""
        self._tekst.begin()
        try:
            cellen = next(self._lezer, None)
        except csv.Error:
            cellen = []
            goed = False
        else:
            if cellen is None:
                return None
            goed = not self._tekst.te_lang
        self._nummer += 1
        if not goed or (breedte is not None and len(cellen) != breedte):
            self._tekst.terug()
        return cellen if goed else Invoerreden.RIJ_CSV


class _Tekstregels:
    """The text lines of a file, of which those of one row can be given back."""

    def __init__(self, stroom: BinaryIO | gzip.GzipFile, codering: str) -> None:
        self._stroom = io.TextIOWrapper(
            stroom,
            encoding="utf-8-sig" if codering == "utf-8" else codering,
            errors=_FOUT,
            newline="",
        )
        self._wacht: deque[str] = deque()
        self._gelezen: list[str] = []
        self.te_lang = False
        self.afgebroken = False

    def __iter__(self) -> "_Tekstregels":
        """Return itself: it goes on where it was, also after an error."""
        return self

    def __next__(self) -> str:
        """Return the next text line."""
        if len(self._gelezen) >= _MEESTE:
            raise csv.Error
        tekstregel = self._wacht.popleft() if self._wacht else self._lees()
        if not tekstregel:
            raise StopIteration
        self._gelezen.append(tekstregel)
        self.te_lang = self.te_lang or len(tekstregel) > _LANGSTE
        return tekstregel

    def laat_los(self) -> None:
        """Leave the file to who opened it."""
        self._stroom.detach()

    def begin(self) -> None:
        """Begin a row."""
        self._gelezen.clear()
        self.te_lang = False

    def los(self, teken: str) -> tuple[str, ...]:
        """Return the first text line of the row in parts, whatever quotes say."""
        eerste, *_ = self._gelezen or [""]
        return tuple(deel.strip(_RAND) for deel in eerste.split(teken))

    def terug(self) -> None:
        """Give back every text line of the row but its first."""
        self._wacht.extendleft(reversed(self._gelezen[1:]))

    def bekijk(self, aantal: int) -> list[str]:
        """Return the first text lines, which are read later as if they had not been."""
        boven = [tekstregel for _ in range(aantal) if (tekstregel := self._lees())]
        self._wacht.extend(boven)
        return boven

    def _lees(self) -> str:
        """Return a text line, or as much of it as shows that it is too long; empty at the end."""
        try:
            tekstregel = self._stroom.readline(_LANGSTE + 1)
            rest = tekstregel
            while len(rest) > _BLOK and not rest.endswith(("\n", "\r")):
                rest = self._stroom.readline(_BLOK + 1)
        except _EINDE:
            self.afgebroken = True
            return ""
        return tekstregel
