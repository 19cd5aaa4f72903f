"""CSV: dialects, encodings, and rows that cannot be read, each told by its number."""

import gzip
import io
import zlib
from typing import Any

import pytest

from geboortezorg.convert import Invoerreden
from geboortezorg.lijnen import KoppelingFout, Onleesbaar, load_mapping
from geboortezorg.lijnen.leescsv import CsvBron

from .test_koppeling import GOED


def lees(data: bytes, **anders: Any) -> tuple[list[str], list[Any]]:
    """Return the header, and each row or its number and why it cannot be read."""
    bron = CsvBron(io.BytesIO(data), load_mapping(GOED | anders))
    rijen = [
        (rij.nummer, rij.reden) if isinstance(rij, Onleesbaar) else (rij[0], list(rij[1]))
        for rij in bron.rijen(())
    ]
    return list(bron.kop), rijen


@pytest.mark.parametrize("codering", ["utf-8", "windows-1252", "iso-8859-15", "ibm850", "utf-16"])
@pytest.mark.parametrize("einde", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("teken", [",", ";", "\t", "|"])
def test_dialecten(codering: str, einde: str, teken: str) -> None:
    """Every encoding, line end and separator gives the same cells."""
    data = einde.join([f"é{teken}b", f'1{teken}"x{teken}""ë"""', ""]).encode(codering)
    kop, rijen = lees(data, codering=codering, scheidingsteken=teken)
    assert kop == ["é", "b"]
    assert rijen == [(2, ["1", f'x{teken}"ë"'])]


def test_zonder_scheidingsteken() -> None:
    """The header says which of two it is, as for a price list; a byte order mark is passed over."""
    assert lees("\ufeffa;b\n1;2\n".encode())[0] == ["a", "b"]
    assert lees(b"a,b\n1,2\n") == (["a", "b"], [(2, ["1", "2"])])
    assert lees(b"a,b\n1,'2,3'\n", aanhalingsteken="'")[1] == [(2, ["1", "2,3"])]


def test_kopregel() -> None:
    """Rows above the header are passed over, empty ones and those that are no CSV too."""
    data = b'titel\n\n"x"y\na;b\n\n;\n1;2\n'
    assert lees(data, kopregel=4) == (["a", "b"], [(7, ["1", "2"])])
    for fout in (b"", b"a,b\n", b'a,b\n"x"y\n', b"a,b\n\n"):
        with pytest.raises(KoppelingFout, match="geen kop"):
            lees(fout, kopregel=2)


def test_een_slechte_rij_verbergt_geen_andere() -> None:
    """A quote that is never closed costs its own row only; rows have the numbers of a spreadsheet."""
    data = b'a,b\n1,"2\n3,4\n5,6,7\n8\n9,"x"y\n"m\nn",10\n11,"\n'
    assert lees(data)[1] == [
        (2, Invoerreden.RIJ_CSV),
        (3, ["3", "4"]),
        (4, Invoerreden.RIJ_CELLEN),
        (5, Invoerreden.RIJ_CELLEN),
        (6, Invoerreden.RIJ_CSV),
        (7, ["m\nn", "10"]),
        (8, Invoerreden.RIJ_CSV),
    ]


def test_een_rij_die_andere_opslokt() -> None:
    """A quoted text over several lines with a wrong number of cells is read again, line by line."""
    data = b'a,b\n1,"2\n3,4\n5",6,7\n8,9\n'
    assert lees(data)[1] == [
        (2, Invoerreden.RIJ_CELLEN),
        (3, ["3", "4"]),
        (4, Invoerreden.RIJ_CELLEN),
        (5, ["8", "9"]),
    ]


def test_lege_cellen_achteraan() -> None:
    """Some programs end every row with a separator: no cell of it is filled, so nothing is lost."""
    assert lees(b"a,b\n1,2,,\n1,2,,3\n") == (
        ["a", "b"],
        [(2, ["1", "2"]), (3, Invoerreden.RIJ_CELLEN)],
    )


def test_grenzen() -> None:
    """A huge cell, a huge line and a quote without end are refused by number, in bounded memory."""
    data = (
        b'a,b\n1,"' + b"x" * 200_000 + b'"\n2,' + b"y" * 3_000_000 + b'\n3,4\n5,"' + b"\n" * 80
    ) + b"6,7\n"
    assert lees(data)[1] == [
        (2, Invoerreden.RIJ_CSV),
        (3, Invoerreden.RIJ_CSV),
        (4, ["3", "4"]),
        (5, Invoerreden.RIJ_CSV),
        (85, ["6", "7"]),
    ]
    korte_cellen = b"a,b\n" + b"1," * 600_000 + b"\n3,4\n"
    assert lees(korte_cellen)[1] == [(2, Invoerreden.RIJ_CSV), (3, ["3", "4"])]


def test_bytes_die_geen_tekst_zijn() -> None:
    """Wrong bytes, or a NUL, stay in their own cell, as what no member takes."""
    assert lees(b"a,b\n\xff,1\n\x00,2\n")[1] == [(2, ["\udfff", "1"]), (3, ["\x00", "2"])]
    assert lees("a,b\n1,é\n".encode("utf-16")[:-1], codering="utf-16")[1] == [(2, ["1", "é\udfff"])]


class Kapot(io.BytesIO):
    """A file of which the end cannot be read."""

    def read1(self, aantal: int | None = -1, /) -> bytes:
        """Return what there is, and fail at the end."""
        deel = super().read1(-1 if aantal is None else aantal)
        if not deel:
            raise zlib.error
        return deel


def test_een_bestand_dat_afbreekt() -> None:
    """What could be read is read, and that the rest is missing is told as a row."""
    bron = CsvBron(Kapot(b"a,b\n1,2\n3,4\n"), load_mapping(GOED))
    assert list(bron.rijen(()))[-1] == Onleesbaar(4, Invoerreden.ONLEESBAAR)
    gz = gzip.compress(b"a,b\n" + b"1,2\n" * 50_000)[:-20]
    bron = CsvBron(gzip.GzipFile(fileobj=io.BytesIO(gz)), load_mapping(GOED))
    assert isinstance(list(bron.rijen(()))[-1], Onleesbaar)


def test_rijen_met_alleen_spaties() -> None:
    """A row without a cell with content is passed over, also one of spaces or of another width."""
    assert lees(b"a;b\n ; \n1;2\n ; ; \n\t;\n3;4; \n")[1] == [(3, ["1", "2"]), (6, ["3", "4"])]
