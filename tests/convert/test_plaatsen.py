"""Where a JSON Pointer stands in a text."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg.convert import plaatsen
from geboortezorg.convert.plaatsen import Plaats, locate

TEKST = """\
{
  "soort": "dossier",
  "leeg": {}, "niets": [],
  "regels" : [
    {"a": 1, "b": "é\\n\\"]}" ,"c":true},
    {"a": -2.5e3}
  ]
}
"""


@pytest.mark.parametrize(
    ("pointer", "tekstregel", "kolom"),
    [
        ("", 1, 1),
        ("/soort", 2, 12),
        ("/leeg", 3, 11),
        ("/niets", 3, 24),
        ("/regels", 4, 14),
        ("/regels/0", 5, 5),
        ("/regels/0/b", 5, 19),
        ("/regels/0/c", 5, 34),
        ("/regels/1/a", 6, 11),
    ],
)
def test_plaats(pointer: str, tekstregel: int, kolom: int) -> None:
    """A place is the first character of the value, counted in lines and characters."""
    assert locate(TEKST.encode(), [pointer]) == {pointer: Plaats(tekstregel, kolom)}


@pytest.mark.parametrize(
    ("pointer", "kolom"),
    [
        ("/regels/0/x", 5),
        ("/regels/0/*", 5),
        ("/regels/0/a/y/z", 11),
        ("/regels/7/a", 14),
        ("/regels/leeg", 14),
        ("/x/y", 1),
    ],
)
def test_wat_er_niet_is(pointer: str, kolom: int) -> None:
    """What is not there stands where the nearest part around it begins."""
    assert locate(TEKST, [pointer])[pointer].kolom == kolom


def test_alles_tegelijk() -> None:
    """Many pointers are found in one go, each once."""
    pointers = ["/regels/1/a", "/soort", "/regels/1/a", "/regels"]
    assert locate(TEKST, pointers) == {
        "/regels/1/a": Plaats(6, 11),
        "/soort": Plaats(2, 12),
        "/regels": Plaats(4, 14),
    }


@pytest.mark.parametrize(
    "tekst", [b"", b" ", b"{", b'{"a"', b'{"a": ', b'{"a": 1', b'{"a": x}', b"\xff", b"[" * 100_000]
)
def test_geen_json(tekst: bytes) -> None:
    """In what is no JSON nothing is found, and nothing is said of it."""
    assert locate(tekst, ["/a/b"]) == {}


def test_niets_gevraagd(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no place is asked for, the text is not read: that is so for most documents."""
    monkeypatch.setattr(plaatsen, "_doorloop", None)
    assert locate(TEKST, []) == {}
    with pytest.raises(TypeError):
        locate(TEKST, ["/soort"])


def test_lang_getal() -> None:
    """A number that is too long to read is passed over."""
    assert locate(f'{{"a": {"9" * 10_000}, "b": 1}}', ["/b"]) == {"/b": Plaats(1, 10_014)}


def pointers_in(waarde: Any, pad: str = "") -> Any:
    """Yield every pointer into a value, with what is there."""
    yield pad, waarde
    if isinstance(waarde, dict):
        for naam, deel in waarde.items():
            yield from pointers_in(deel, f"{pad}/{naam}")
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from pointers_in(deel, f"{pad}/{nummer}")


WAARDEN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda deel: (
        st.lists(deel, max_size=4)
        | st.dictionaries(st.text("abcdef_", min_size=1), deel, max_size=4)
    ),
    max_leaves=20,
)


@given(WAARDEN, st.sampled_from([None, 0, 1, "\t"]), st.booleans())
def test_elke_plaats(waarde: Any, inspringen: int | str | None, ascii_: bool) -> None:
    """Whatever the layout, the value that is read from a place is the value of the pointer."""
    tekst = json.dumps(waarde, indent=inspringen, ensure_ascii=ascii_)
    verwacht = dict(pointers_in(waarde))
    lezer = json.JSONDecoder()
    gevonden = locate(tekst, verwacht)
    assert gevonden.keys() == verwacht.keys()
    for pointer, plaats in gevonden.items():
        rest = "\n".join(tekst.split("\n")[plaats.tekstregel - 1 :])[plaats.kolom - 1 :]
        assert lezer.raw_decode(rest)[0] == verwacht[pointer]
