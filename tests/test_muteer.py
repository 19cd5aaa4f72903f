"""``dev.py muteer``: the changes that it makes, and the list of those that no test can notice."""

import ast
from pathlib import Path

import pytest
from tests import muteer
from tests.mutant import EERST, Lus, op_volgorde


def test_veranderingen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every comparison, bound, connective, condition and answer changes once; no decorator does."""
    monkeypatch.setattr(muteer, "WORTEL", tmp_path)
    pad = tmp_path / "m.py"
    pad.write_text(
        "@f(1)\ndef g(a, b):\n    if a:\n        return a < 1 and not b\n    return True\n"
    )
    gevonden = muteer.mutanten(pad)
    assert sorted(mutant.wat for mutant in gevonden) == [
        "1 -> 2",
        "And -> Or",
        "Lt -> LtE",
        "True -> False",
        "not erbij",
        "not weg",
    ]
    for mutant in gevonden:
        oud, nieuw = muteer.bomen(mutant)
        assert ast.dump(oud) != ast.dump(nieuw)


def test_volgorde() -> None:
    """The published cases come first, and then what is quick."""
    eerst = f"{EERST}::x"
    assert op_volgorde({"a", "b", eerst}, {eerst: 9.0, "a": 2.0, "b": 1.0}) == [eerst, "b", "a"]


def test_zonder_tests_valt_niets_op() -> None:
    """Where no test is left to run a change goes unnoticed: it is not taken for a failure."""
    assert Lus(lambda _: None)._eerste([]) == ""


@pytest.mark.skipif(not (muteer.WORTEL / "src").exists(), reason="needs the source")
def test_verklaarde_veranderingen_bestaan() -> None:
    """What is explained still stands in the source, and is explained in words."""
    for pad, tekst, _ in muteer.verklaard():
        tekstregels = (muteer.WORTEL / pad).read_text("utf-8").splitlines()
        assert tekst in [tekstregel.strip() for tekstregel in tekstregels], (pad, tekst)
