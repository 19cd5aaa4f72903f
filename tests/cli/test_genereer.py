"""``geboortezorg genereer``."""

import json
from pathlib import Path

import pytest

from geboortezorg.cli import main
from geboortezorg.populatie import population


def test_schrijft_de_populatie(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """One dossier a line, and the rules that are broken by line number from 1."""
    antwoorden = tmp_path / "antwoorden.csv"
    keuze = ["--seed", "3", "--fouten", "50", "--antwoorden", str(antwoorden)]
    assert main(["genereer", "-n", "12", *keuze]) == 0
    verwacht = list(population(12, 3, fouten=50))
    uit = capsys.readouterr().out.splitlines()
    assert [json.loads(tekst) for tekst in uit] == [proef.document for proef in verwacht]
    fout = [f"{proef.nummer + 1},{proef.code}" for proef in verwacht if proef.code]
    assert 0 < len(fout) < 12
    assert antwoorden.read_text("utf-8").splitlines() == ["tekstregel,code", *fout]


def test_zonder_antwoorden(capsys: pytest.CaptureFixture[str]) -> None:
    """Without faults and without a file for the answers there are only dossiers."""
    assert main(["genereer", "-n", "2"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_naar_een_bestand(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The same lines go to a file when that is asked."""
    assert main(["genereer", "-n", "3"]) == 0
    uit = capsys.readouterr().out
    assert main(["genereer", "-n", "3", "--output", str(tmp_path / "uit.ndjson")]) == 0
    assert not capsys.readouterr().out
    assert (tmp_path / "uit.ndjson").read_bytes() == uit.encode()


def test_in_de_geschreven_context_zijn_ze_akkoord(tmp_path: Path) -> None:
    """What judges the dossiers goes to a file, and by that they are akkoord, or have their fault.

    The file itself is doubted: its amounts are made up, beside those that are known.
    """
    context, uit = tmp_path / "context.json", tmp_path / "uit.ndjson"
    for fouten, code in (("0", 0), ("100", 1)):
        keuze = ["--fouten", fouten, "--output", str(uit), "--context", str(context)]
        assert main(["genereer", "-n", "12", *keuze]) == 0
        assert main(["validate", str(uit), "--context", str(context), "--format", "json"]) == code
    assert main(["validate", str(context)]) == 4


@pytest.mark.parametrize("keuze", [["-n", "0"], ["-n", "²"], ["-n", "1", "--fouten", "101"], []])
def test_verkeerd_gebruik(keuze: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A number outside its bounds is said to be so, and nothing is written."""
    assert main(["genereer", *keuze]) == 2
    gezegd = capsys.readouterr()
    assert not gezegd.out
    assert "geheel getal" in gezegd.err or "geef ook op" in gezegd.err


def test_map_is_geen_bestand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the answers or the context cannot be written, that is said before anything else is."""
    for naam in ("--antwoorden", "--context"):
        assert main(["genereer", "-n", "1", naam, str(tmp_path)]) == 2
        gezegd = capsys.readouterr()
        assert not gezegd.out
        assert "niet te schrijven" in gezegd.err
