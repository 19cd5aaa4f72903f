"""Bytes become a JSON value strictly, the same way with and without orjson, or a named error."""

import json
import pickle
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import validate
from geboortezorg.convert import (
    Invoerfout,
    Invoerreden,
    als_bytes,
    niet_te_diep,
    zonder_dubbele_velden,
)
from geboortezorg.convert import ontleed as lees
from geboortezorg.convert.leesplaats import waar

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda deel: st.lists(deel, max_size=4) | st.dictionaries(st.text(), deel, max_size=4),
    max_leaves=20,
)


@pytest.fixture(params=["orjson", "json"], autouse=True)
def lezer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run every test with orjson and without."""
    if request.param == "json":
        monkeypatch.setattr("geboortezorg.convert.invoer._orjson", lambda: None)
    naam: str = request.param
    return naam


def test_de_eerste_tekst(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first text is read without orjson, whether it is installed or not."""
    gevraagd: list[str] = []
    monkeypatch.setattr("geboortezorg.convert.invoer._GELEZEN", count())
    monkeypatch.setattr("geboortezorg.convert.invoer._orjson", lambda: gevraagd.append("orjson"))
    assert lees(b"[1]") == [1]
    assert gevraagd == []
    assert lees(b"[1]") == [1]
    assert gevraagd == ["orjson"]


def reden(data: bytes) -> Invoerreden:
    """Return why the input is refused."""
    with pytest.raises(Invoerfout) as fout:
        lees(data)
    assert fout.value.__context__ is None
    assert fout.value.__cause__ is None
    return fout.value.reden


GEWEIGERD = {
    b"": Invoerreden.LEEG,
    b" \n\t": Invoerreden.LEEG,
    b"\xef\xbb\xbf{}": Invoerreden.BOM,
    b"\xff\xfe{\x00}\x00": Invoerreden.CODERING,
    "{}".encode("utf-16-le"): Invoerreden.CODERING,
    "{}".encode("utf-16-be"): Invoerreden.CODERING,
    "{}".encode("utf-32"): Invoerreden.CODERING,
    b'{"a": "\xe9"}': Invoerreden.CODERING,
    b'{"a": "\xed\xa0\x80"}': Invoerreden.CODERING,
    b"dossier.json": Invoerreden.PAD,
    b" C:\\map met spatie\\\xc3\xa9\xc3\xa9n.JSON\r\n": Invoerreden.PAD,
    b"../map/jaar.ndjson.gz": Invoerreden.PAD,
    b"jaar.jsonl.zst": Invoerreden.PAD,
    b"een.json\ntwee.json": Invoerreden.GEEN_JSON,
    b"dossier.toml": Invoerreden.GEEN_JSON,
    b".json": Invoerreden.GEEN_JSON,
    b"x" * 4092 + b".json": Invoerreden.GEEN_JSON,
    b'{"a": x.json': Invoerreden.GEEN_JSON,
    b"[x.json": Invoerreden.GEEN_JSON,
    b"{": Invoerreden.GEEN_JSON,
    b"{} {}": Invoerreden.GEEN_JSON,
    b"{'a': 1}": Invoerreden.GEEN_JSON,
    b'{"a": 01}': Invoerreden.GEEN_JSON,
    b'{"a": 1,}': Invoerreden.GEEN_JSON,
    b'{"a": "\n"}': Invoerreden.GEEN_JSON,
    b"NaN": Invoerreden.GEEN_GETAL,
    b'{"a": -Infinity}': Invoerreden.GEEN_GETAL,
    b'{"a": ' + b"9" * 5000 + b"}": Invoerreden.GETAL_TE_LANG,
    b'{"a": "\\ud800"}': Invoerreden.SURROGAAT,
    b'{"a": "\\uDC00\\ud800"}': Invoerreden.SURROGAAT,
    b'{"\\uDfff": 1}': Invoerreden.SURROGAAT,
    b"[" * 200_000: Invoerreden.TE_DIEP,
    b'{"a":' * 100_000: Invoerreden.TE_DIEP,
}


@pytest.mark.parametrize(("data", "verwacht"), GEWEIGERD.items())
def test_geweigerd(data: bytes, verwacht: Invoerreden) -> None:
    """Each kind of bad input has its own reason, and no error of a parser behind it."""
    assert reden(data) is verwacht


def test_te_groot(monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte over the bound is refused, before and after a text is encoded."""
    monkeypatch.setattr("geboortezorg.convert.invoer.MAX_BYTES", 10)
    assert lees(b'"12345678"') == "12345678"
    assert reden(b'"123456789"') is Invoerreden.TE_GROOT
    for invoer in ("12345678901", "\u00e9" * 6, memoryview(b"1234567890123456").cast("Q")):
        with pytest.raises(Invoerfout) as fout:
            als_bytes(invoer)
        assert fout.value.reden is Invoerreden.TE_GROOT


def test_tekst_met_half_surrogaatpaar() -> None:
    """A Python text that has no UTF-8 form is refused, without it in the error."""
    with pytest.raises(Invoerfout) as fout:
        als_bytes('"geheim\ud800"')
    assert fout.value.reden is Invoerreden.SURROGAAT
    assert (fout.value.tekstregel, fout.value.kolom) == (1, 8)
    assert fout.value.__context__ is None


def test_soorten_bytes() -> None:
    """Bytes in any wrapping are the same input."""
    for invoer in (b"[1]", bytearray(b"[1]"), memoryview(b"[1]"), "[1]"):
        assert lees(als_bytes(invoer)) == [1]


def test_heel_surrogaatpaar() -> None:
    """A whole pair is one character."""
    assert lees(b'"\\ud83c\\udf7c"') == "\N{BABY BOTTLE}"


def test_plaats_van_de_fout() -> None:
    """A syntax error names its line and column."""
    with pytest.raises(Invoerfout) as fout:
        lees(b'{\n  "a": ,\n}')
    assert (fout.value.tekstregel, fout.value.kolom) == (2, 8)


PLAATSEN = {
    b'{\n "\xc3\xa9": "\xe9"}': (2, 8),
    b"\xff\xfe{\x00}\x00": (1, 1),
    b'{"NaN": "NaN \\"",\n "b": [-Infinity]}': (2, 8),
    b'{"a": 1.' + b"9" * 5000 + b',\n"b": "' + b"9" * 5000 + b'", "c":-' + b"9" * 5000 + b"}": (
        2,
        5014,
    ),
    b'{"a": 1' + b"9" * 5000 + b"e1, \n" + b'"b": ' + b"9" * 5000 + b"}": (2, 6),
    b'["\\ud83c\\udf7c",\n "\\\\ud800", "\\u00e9\\ud800"]': (2, 13),
    b"[\n" * 200_000: (201, 1),
    b'[{"a": "]\\"}"},\n' + b'{"a":' * 100_000: (2, 996),
}


@pytest.mark.parametrize(("data", "plaats"), PLAATSEN.items())
def test_plaats_van_wat_niet_te_lezen_is(data: bytes, plaats: tuple[int, int]) -> None:
    """Whatever the reason, the line and the column in characters of where it stands are named."""
    with pytest.raises(Invoerfout) as fout:
        lees(data)
    assert (fout.value.tekstregel, fout.value.kolom) == plaats


@pytest.mark.parametrize(
    ("data", "plaats"),
    [
        (b'{"a": {"a": 1, "b": "a\\": "}, \n"c": 2, "a": 3}', (2, 9)),
        (b'{"a": [{"b": 1}, {"b": 1,\n"\\u0062" \t: 1}], "a": 3}', (2, 1)),
    ],
)
def test_plaats_van_een_dubbel_veld(data: bytes, plaats: tuple[int, int]) -> None:
    """Of a member that occurs twice the second is named."""
    with pytest.raises(Invoerfout) as fout:
        zonder_dubbele_velden(data, 0)
    assert (fout.value.tekstregel, fout.value.kolom) == plaats
    assert fout.value.__context__ is None


def test_te_diep_noemt_de_plaats() -> None:
    """A document that is read but nested too deep names the place; of a dict there is none."""
    data = b'{"soort": "dossier", "x":\n' + b"[" * 250 + b"]" * 250 + b"}"
    bevinding = validate(data).bevindingen[0]
    assert [(p.naam, p.waarde) for p in bevinding.parameters] == [
        ("tekstregel", "2"),
        ("kolom", "200"),
    ]
    with pytest.raises(Invoerfout) as fout:
        niet_te_diep(json.loads(data))
    assert (fout.value.tekstregel, fout.value.kolom) == (None, None)


@pytest.mark.parametrize("reden_", Invoerreden)
def test_zonder_plaats(reden_: Invoerreden) -> None:
    """In a text in which nothing is wrong no place is found, whatever is looked for."""
    assert waar(reden_.value, b'{"a": ["\\u00e9", 12, null, {}]}', 200) == (None, None)


def test_overleeft_een_ander_proces() -> None:
    """The error can be pickled."""
    fout = pickle.loads(pickle.dumps(Invoerfout(Invoerreden.BOM, 1, 2)))  # noqa: S301
    assert (fout.reden, fout.tekstregel, fout.kolom) == (Invoerreden.BOM, 1, 2)


@given(JSON)
def test_leest_wat_json_schrijft(waarde: Any) -> None:
    """Whatever json writes is read, escaped or not; a large integer may come back as a float."""
    for ascii_ in (True, False):
        tekst = json.dumps(waarde, ensure_ascii=ascii_)
        gelezen = lees(tekst.encode(errors="surrogatepass") if ascii_ else tekst.encode())
        assert gelezen == json.loads(tekst) or _groot(waarde)


def _groot(waarde: Any) -> bool:
    if isinstance(waarde, dict):
        return any(_groot(deel) for deel in waarde.values())
    if isinstance(waarde, list):
        return any(_groot(deel) for deel in waarde)
    return isinstance(waarde, int) and abs(waarde) >= 2**63


def _velden(waarde: Any) -> int:
    if isinstance(waarde, dict):
        return len(waarde) + sum(_velden(deel) for deel in waarde.values())
    return sum(_velden(deel) for deel in waarde) if isinstance(waarde, list) else 0


@given(JSON, st.sampled_from([(",", ":"), (", ", " : "), (",\n", "\t:\r\n")]))
def test_zonder_dubbele_velden(waarde: Any, scheiding: tuple[str, str]) -> None:
    """A document without repeated members is never taken for one with, however it is spaced."""
    data = json.dumps(waarde, separators=scheiding).encode()
    zonder_dubbele_velden(data, _velden(waarde))
    zonder_dubbele_velden(data, 0)


@given(
    st.lists(st.tuples(st.sampled_from(["a", "b", 'c":d', "e\\"]), JSON), min_size=1, max_size=4),
    st.sampled_from([":", " :", "\n :", ": ", "\t:", "\r:"]),
    st.data(),
)
def test_dubbel_veld(paren: list[tuple[str, Any]], dubbelepunt: str, data: st.DataObject) -> None:
    """One member too many is always found, whatever the spacing and whatever the texts hold."""
    naam, waarde = data.draw(st.sampled_from(paren))
    alle = [*paren, (naam, waarde)]
    tekst = "{" + ",".join(json.dumps(n) + dubbelepunt + json.dumps(w) for n, w in alle) + "}"
    telling = _velden(json.loads(tekst))
    with pytest.raises(Invoerfout) as fout:
        zonder_dubbele_velden(tekst.encode(), telling)
    assert fout.value.reden is Invoerreden.DUBBEL_VELD


@pytest.mark.parametrize(
    ("begin", "eind"), [(b"[", b"]"), (b'{"a":', b"}")], ids=["lists", "objects"]
)
def test_diepte_hangt_niet_van_de_lezer_af(begin: bytes, eind: bytes) -> None:
    """Two hundred levels are a wrong document; one more is too deep, whoever parses it."""
    for diepte, verwacht in ((200, "ontbreekt"), (201, "te_diep"), (1010, "te_diep")):
        binnen = diepte - 1
        data = b'{"x":' + begin * binnen + b"1" + eind * binnen + b"}"
        rapport = validate(data)
        assert rapport.bevindingen[0].reden == verwacht
