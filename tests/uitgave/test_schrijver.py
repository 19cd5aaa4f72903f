"""Writing everything under `schemas/`, and finding what is not up to date."""

from pathlib import Path

import pytest

from geboortezorg.uitgave import openapi
from geboortezorg.uitgave.conformance import VerdwenenGevallen
from geboortezorg.uitgave.conformance_schemas import MANIFEST, MAP
from geboortezorg.uitgave.schrijver import bestanden, controleer, main, schrijf
from geboortezorg.uitgave.tabellen import MAP as TABELLEN
from geboortezorg.uitgave.tabellen import TARIEVEN

BRONMAP = Path(__file__).resolve().parents[2] / "schemas"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """Return a folder in which everything was written."""
    doel = tmp_path / "schemas"
    schrijf(doel)
    return doel


def test_de_bestanden_zijn_bijgewerkt() -> None:
    """The committed files are what the models, rules and tables give, with none too many."""
    assert controleer(BRONMAP) == []


def test_schrijven(map_: Path) -> None:
    """What is written elsewhere is what is committed, to the byte."""
    assert controleer(map_) == []
    for pad in bestanden():
        assert (map_ / pad).read_bytes() == (BRONMAP / pad).read_bytes()


def test_controle_noemt_elk_verschil(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A changed, a missing and a stray file are each named; writing repairs all three."""
    (map_ / MANIFEST).write_bytes(b"{}")
    (map_ / openapi.PAD).unlink()
    (map_ / TARIEVEN).write_bytes((map_ / TARIEVEN).read_bytes().replace(b"\r\n", b"\n"))
    (map_ / TABELLEN / "weg.json").write_bytes(b"{}")
    assert main(["--controle", "--map", str(map_)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"{MANIFEST}: is niet bijgewerkt",
        f"{openapi.PAD}: ontbreekt",
        f"{TARIEVEN}: is niet bijgewerkt",
        f"{TABELLEN}/weg.json: hoort nergens bij",
    ]
    (map_ / MAP / "GZ-WEG-001.json").write_bytes(b'{"naam": "geldig-weg"}')
    with pytest.raises(VerdwenenGevallen, match="GZ-WEG-001"):
        main(["--map", str(map_)])
    (map_ / MAP / "GZ-WEG-001.json").unlink()
    assert main(["--map", str(map_)]) == 0
    assert main(["--controle", "--map", str(map_)]) == 0
    assert not (map_ / TABELLEN / "weg.json").exists()
