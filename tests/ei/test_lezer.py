"""Reading a message: faults with their place, nothing hidden, and bounded whatever comes in."""

import io
import tracemalloc
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from geboortezorg.ei import CODERINGEN, EIFout, EIReden, Indeling, Record, lees, lezer, stroom

from .berichten import PRESTATIE, VK301, VK302, als_bytes, bericht, met, record


def fouten(data: Any, **opties: Any) -> list[tuple[int, str, str | None, str | None]]:
    """Return the faults of a message: record, reason, field and return code."""
    return [
        (fout.record, fout.reden.value, fout.veld, fout.retourcode)
        for deel in lees(data, **opties)
        for fout in deel.fouten
    ]


GOED = bericht({}, {"referentienummer": "R-2"})
COMMENTAAR = record("98", volgnummer=2, regelnummer=1, tekst="tekst")


def test_een_goed_bericht() -> None:
    """Every record is there, in order, with its values, and shows none of them."""
    records = list(lees(als_bytes(GOED)))
    assert [(r.nummer, r.rol) for r in records] == [
        (1, "voorloop"),
        (2, "verzekerde"),
        (3, "prestatie"),
        (4, "prestatie"),
        (5, "sluit"),
    ]
    prestatie = records[2]
    assert not any(r.fouten for r in records)
    assert (prestatie.waarde("referentienummer"), prestatie.getal("tarief")) == ("R-1", 44099)
    assert str(prestatie.dag("begindatum_prestatie")) == "2013-01-07"
    assert (prestatie.dag("datum_partus"), prestatie.waarde("datum_partus")) == (None, None)
    assert (prestatie.waarde("bestaat_niet"), prestatie.ruw("bestaat_niet")) == (None, "")
    assert repr(prestatie) == "Record(3, 04)"


@pytest.mark.parametrize("einde", ["\n", "\r", ""])
def test_andere_regeleinden(einde: str) -> None:
    """Another line end is named once, and hides nothing."""
    assert fouten(als_bytes(GOED, einde)) == [(1, "regeleinde", None, "8095")]


def test_lege_tekstregels() -> None:
    """A line end without a record before it is named; what follows is read."""
    data = als_bytes(GOED[:2]) + b"\r\n" + als_bytes(GOED[2:])
    assert fouten(data) == [(3, "regeleinde", None, "8095")]
    assert fouten(als_bytes(GOED) + b"\r\n") == [(6, "regeleinde", None, "8095")]
    assert fouten(als_bytes(GOED) + b"\x1a") == []
    assert fouten(als_bytes(GOED)[:-2]) == [(5, "regeleinde", None, "8095")]


def test_een_fout_record_verbergt_de_andere_niet() -> None:
    """Each fault stands at its own record; the rest is read as if nothing were wrong."""
    anders = [*GOED]
    anders[1] = met(anders[1], "geslacht", "7")
    anders[2] = met(anders[2], "tarief", "4409O   ")
    anders[3] = anders[3][:300]
    assert fouten(als_bytes(anders)) == [
        (2, "code", "geslacht", None),
        (3, "geen_cijfers", "tarief", "0611"),
        (4, "lengte", None, "0804"),
    ]
    anders[2] = "77" + anders[2][2:]
    assert (3, "recordkenmerk", None, "0002") in fouten(als_bytes(anders))
    assert fouten(als_bytes([f"{GOED[0]} ", *GOED[1:]])) == [(1, "lengte", None, "0804")]


@pytest.mark.parametrize(
    ("records", "verwacht"),
    [
        ([GOED[0], *GOED[2:]], "zonder_verzekerde"),
        ([*GOED[:2], GOED[-1]], "zonder_prestatie"),
        (GOED[:2], "zonder_prestatie"),
        ([*GOED[:2], *GOED[1:]], "zonder_prestatie"),
        (GOED[:-1], "zonder_sluit"),
        ([GOED[0], *GOED], "volgorde"),
        ([*GOED, GOED[2]], "volgorde"),
        ([*GOED[:2], GOED[3], GOED[2], GOED[4]], "volgnummer"),
        ([*GOED[:2], COMMENTAAR, *GOED[2:]], "volgnummer"),
        ([*GOED[:3], met(GOED[3], "volgnummer", " " * 12), GOED[4]], "volgnummer"),
        ([*GOED[:3], met(GOED[3], "uzovi", "0002"), GOED[4]], "anders_dan_verzekerde"),
        ([*GOED[:3], GOED[4]], "aantal_klopt_niet"),
        ([*GOED[:4], met(GOED[4], "totaalbedrag", "0" * 11)], "bedrag_klopt_niet"),
        ([*GOED[:4], met(GOED[4], "totaalbedrag_dc", "C")], "bedrag_klopt_niet"),
        ([*GOED[:3], met(GOED[3], "declaratiebedrag_dc", " "), GOED[4]], "bedrag_klopt_niet"),
    ],
)
def test_het_geraamte(records: list[str], verwacht: str) -> None:
    """Order, numbers, counts and totals hold over the whole message."""
    assert verwacht in [reden for _, reden, _, _ in fouten(als_bytes(records))]


def test_een_indeling_zonder_verzekerden() -> None:
    """Where a layout has no record for a person, none is missed."""
    model = attrs.evolve(
        VK301.model,
        berichtversie="09",
        records=tuple(r for r in VK301.model.records if r.recordrol != "verzekerde"),
    )
    kop = met(GOED[0], "berichtversie", "09")
    gevonden = fouten(als_bytes([kop, *GOED[2:]]), eigen=(Indeling(model),))
    assert "zonder_verzekerde" not in [reden for _, reden, _, _ in gevonden]


def test_commentaar_telt_wel_of_niet_als_detail() -> None:
    """A comment has the number of its record; whether it is a detail was not seen."""
    for details in (3, 4):
        sluit = met(GOED[-1], "aantal_details", str(details + 0).zfill(7))
        sluit = met(sluit, "aantal_commentaren", "000001")
        data = als_bytes([*GOED[:3], COMMENTAAR, GOED[3], sluit])
        assert fouten(data) == []


@pytest.mark.parametrize(
    ("data", "reden", "retourcode"),
    [
        (b"", "leeg", None),
        (b"hallo", "indeling", "0002"),
        (als_bytes(bericht(berichtcode=150)), "indeling", "0010"),
        (als_bytes(bericht(berichtversie=3)), "indeling", "0011"),
        (als_bytes(GOED, codering="utf-16"), "codering", None),
        (als_bytes(GOED, codering="utf-16-le"), "codering", None),
        (als_bytes(GOED, codering="cp500"), "codering", None),
    ],
)
def test_wat_geen_bericht_is(data: bytes, reden: str, retourcode: str | None) -> None:
    """What cannot be read is one fault, and the end of it."""
    (een,) = lees(data)
    assert [(fout.reden, fout.retourcode) for fout in een.fouten] == [(reden, retourcode)]
    assert (een.rol, een.tekst, repr(een)) == (None, "", "Record(1, ?)")


def test_coderingen() -> None:
    """Characters outside ASCII are a fault until the encoding is named; positions hold."""
    anders = [*GOED]
    anders[1] = met(anders[1], "naam_1", "Andr\u00e9".ljust(25))
    for codering in ("latin-1", "cp1252", "cp850", "utf-8"):
        data = als_bytes(anders, codering=codering)
        assert fouten(data)[0] == (2, "tekens", None, None)
        assert fouten(data, codering=codering) == []
        assert [r.waarde("naam_1") for r in lees(data, codering=codering)][1] == "Andr\u00e9"
    assert fouten(als_bytes(anders), codering="utf-8")[0] == (2, "codering", None, None)
    anders[1] += "x"  # too long, and not of its length as UTF-8 either
    assert fouten(als_bytes(anders))[:2] == [
        (2, "tekens", None, None),
        (2, "lengte", None, "0804"),
    ]
    merk = b"\xef\xbb\xbf" + als_bytes(GOED)
    assert fouten(merk) == [(1, "codering", None, None)]
    assert fouten(merk, codering="utf-8") == []
    with pytest.raises(ValueError, match="codering is een van"):
        lees(b"", codering="klingon")
    assert "ascii" in CODERINGEN


def test_het_retourbericht() -> None:
    """A return that refuses the whole message has no details, and its declared total stands."""
    voorloop = record("01", VK302, **{**_voorloop(), "retourcode_1": "0001"})
    sluit = record("99", VK302, totaalbedrag=5, totaalbedrag_dc="D")
    assert fouten(als_bytes([voorloop, sluit])) == []
    zonder_code = met(voorloop, "retourcode_1", "    ", VK302)
    assert fouten(als_bytes([zonder_code, sluit])) == [
        (2, "bedrag_klopt_niet", "totaalbedrag", None)
    ]


def _voorloop() -> dict[str, Any]:
    prestatie = next(iter(lees(als_bytes(GOED))))
    assert prestatie.vorm is not None
    waarden = {
        naam: prestatie.ruw(naam).rstrip() for naam in prestatie.vorm.velden if naam != "reserve"
    }
    return {**waarden, "berichtcode": "142", "datum_retour": "20130301"}


class Oneindig:
    """A stream of one thing, over and over, that counts what was asked of it."""

    def __init__(self, begin: bytes, deel: bytes, omvang: int) -> None:
        self._begin, self._deel, self._over = begin, deel, omvang

    def read(self, aantal: int, /) -> bytes:
        """Return so many bytes, until it is enough."""
        if self._begin:
            eerst, self._begin = self._begin[:aantal], self._begin[aantal:]
            return eerst
        deel = (self._deel * (aantal // len(self._deel) + 1))[: min(aantal, self._over)]
        self._over -= len(deel)
        return deel


MEGA = 1 << 20
KOP = als_bytes(GOED[:2])


@pytest.mark.parametrize(
    ("begin", "deel", "omvang", "laatste"),
    [
        (KOP, b"\r\n", 4 * MEGA, EIReden.ZONDER_SLUIT),
        (KOP, b"x", 4 * MEGA, EIReden.ZONDER_SLUIT),
        (KOP, b"x\r\n", 4 * MEGA, EIReden.TE_VEEL_FOUTEN),
        (KOP, b"\x00\r", 2 * MEGA, EIReden.ZONDER_SLUIT),
        (als_bytes(GOED[:1], ""), b"0", 4 * MEGA, EIReden.TE_VEEL_FOUTEN),
        (KOP, als_bytes([met(GOED[2], "tarief", "0000000X")]), 4 * MEGA, EIReden.TE_VEEL_FOUTEN),
    ],
)
def test_vijandige_bestanden(
    begin: bytes,
    deel: bytes,
    omvang: int,
    laatste: EIReden,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However much comes in, memory stays small and the end is named."""
    monkeypatch.setattr(lezer, "MAX_FOUT_ACHTEREEN", 1000)
    tracemalloc.start()
    try:
        fout: EIFout | None = None
        aantal = 0
        for een in lees(Oneindig(begin, deel, omvang)):
            fout = een.fouten[-1] if een.fouten else fout
            aantal += 1
        piek = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert fout is not None
    assert fout.reden is laatste
    assert aantal <= lezer.MAX_FOUT_ACHTEREEN + 10
    assert piek < 24 * MEGA


def test_geheugen_groeit_niet() -> None:
    """Three times the records take the same memory."""

    def piek(maal: int) -> int:
        stroom_ = Oneindig(KOP, als_bytes([GOED[2]]), maal * 312 * 1000)
        tracemalloc.start()
        try:
            for _ in lees(stroom_):
                pass
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert piek(9) < 1.5 * piek(3)


def test_een_stroom_die_in_stukjes_geeft() -> None:
    """A pipe gives what it has; the message is the same."""

    class Druppel(io.BytesIO):
        def read(self, aantal: int | None = -1, /) -> bytes:
            return super().read(7)

    def als_tekst(records: Iterator[Record]) -> list[str]:
        return [deel.tekst for deel in records]

    data = als_bytes(GOED * 50)
    assert als_tekst(lees(Druppel(data))) == als_tekst(lees(data))


def test_een_record_over_de_grens_van_porties(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a portion ends makes no difference, whatever the line end."""
    heel = {einde: fouten(als_bytes(GOED, einde)) for einde in ("\r\n", "\n", "")}
    monkeypatch.setattr(stroom, "PORTIE", 4096 + 311)
    for einde, verwacht in heel.items():
        assert fouten(als_bytes(GOED, einde)) == verwacht
    lang = als_bytes(GOED[:2]) + b"y" * 200_000 + b"\r\n" + als_bytes(GOED[2:])
    assert fouten(lang)[:2] == [(3, "lengte", None, "0804"), (3, "recordkenmerk", None, "0002")]
    assert len(list(lees(lang))) == len(GOED) + 1


def test_teksten_van_fouten() -> None:
    """Every reason has a text in both languages, each of its own."""
    for reden in EIReden:
        fout = EIFout(record=1, reden=reden)
        assert fout.tekst != fout.tekst_en


def test_geen_waarde_komt_eruit() -> None:
    """No fault shows what stood in a field."""
    kanarie = "Kanarie7Q"
    for naam, plaats in VK301.vormen["04"].plaatsen.items():
        if naam == "recordkenmerk":
            continue
        waarde = (kanarie * 20)[: plaats.stop - plaats.start]
        for een in lees(als_bytes([*GOED[:2], met(GOED[2], naam, waarde), *GOED[3:]])):
            assert kanarie[:3].lower() not in repr((een, een.fouten)).lower() or len(waarde) < 3
    assert PRESTATIE["referentienummer"] == "R-1"
