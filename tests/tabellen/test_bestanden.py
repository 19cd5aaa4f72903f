"""Files that a context names: plain files inside its folder, bounded, and never echoed."""

import json
import os
from pathlib import Path

import pytest
from tests.tabellen.rijen import lijst, maak_prestatie

from geboortezorg.convert import destructureer_document
from geboortezorg.model.context import Toetscontext
from geboortezorg.regels.context import Context
from geboortezorg.tabellen import TabelFout, Tabelreden, bestanden, leestoml

LIJST = json.dumps(destructureer_document(lijst(maak_prestatie("eigen"), naam="eigen")))


def geweigerd(map_: Path, *namen: str) -> tuple[Tabelreden, str]:
    """Return why a context is refused, and where; the message repeats no name."""
    with pytest.raises(TabelFout) as fout:
        Context.uit_document(Toetscontext(tabelbestanden=namen), map_)
    (melding,) = fout.value.meldingen
    assert "geheim" not in f"{fout.value} {fout.value.args} {melding!r}"
    assert fout.value.__context__ is None
    return melding.reden, melding.pointer


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """Return a folder for a context, with a good table in it, below it and beside it."""
    binnen = tmp_path / "context"
    (binnen / "dieper").mkdir(parents=True)
    for pad in (binnen / "a.json", binnen / "dieper" / "a.json", tmp_path / "geheim.json"):
        pad.write_text(LIJST, "utf-8")
    return binnen


@pytest.mark.parametrize("naam", ["a.json", "./a.json", "dieper/a.json"])
def test_een_bestand_in_de_map(map_: Path, naam: str) -> None:
    """A file in the folder or below it is read."""
    context = Context.uit_document(Toetscontext(tabelbestanden=(naam,)), map_)
    assert context.tabellen.prestatie("eigen") is not None


@pytest.mark.parametrize(
    "naam",
    [
        "../geheim.json",
        "dieper/../../geheim.json",
        "dieper/../a.json",
        "..\\geheim.json",
        "C:geheim.json",
        "C:\\geheim.json",
        "\\\\geheim\\a.json",
        "geheim\x1b[2J.json",
    ],
)
def test_een_bestand_buiten_de_map(map_: Path, naam: str) -> None:
    """No way leads out of the folder, not even one that comes back in."""
    assert geweigerd(map_, "a.json", naam) == (Tabelreden.BUITEN_MAP, "/tabelbestanden/1")


def test_een_absoluut_pad(map_: Path) -> None:
    """An absolute path is refused, also when it leads into the folder."""
    for pad in (map_.parent / "geheim.json", map_ / "a.json"):
        assert geweigerd(map_, str(pad))[0] is Tabelreden.BUITEN_MAP


def test_een_verwijzing(map_: Path) -> None:
    """A link out of the folder is refused, also as a folder on the way; one inside is read."""
    (map_ / "in.json").symlink_to(map_ / "a.json")
    (map_ / "uit.json").symlink_to(map_.parent / "geheim.json")
    (map_ / "mapje").symlink_to(map_.parent)
    (map_ / "rond.json").symlink_to(map_ / "rond.json")
    context = Context.uit_document(Toetscontext(tabelbestanden=("in.json",)), map_)
    assert context.tabellen.prestatie("eigen") is not None
    for naam in ("uit.json", "mapje/geheim.json"):
        assert geweigerd(map_, naam)[0] is Tabelreden.BUITEN_MAP
    assert geweigerd(map_, "rond.json")[0] is Tabelreden.ONLEESBAAR


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_een_pijp_of_apparaat(map_: Path) -> None:
    """A pipe that nobody writes to does not hang, and a folder or nothing at all is no file."""
    os.mkfifo(map_ / "pijp.json")
    assert geweigerd(map_, "pijp.json") == (Tabelreden.ONLEESBAAR, "/tabelbestanden/0")
    for naam in ("dieper", "geheim.json", "a\0.json"):
        assert geweigerd(map_, naam)[0] in {Tabelreden.ONLEESBAAR, Tabelreden.BUITEN_MAP}


def test_samen_te_groot(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that are small enough one by one are bounded together."""
    monkeypatch.setattr(bestanden, "MAX_SAMEN", 2 * len(LIJST.encode()) - 1)
    assert geweigerd(map_, "a.json", "dieper/a.json") == (
        Tabelreden.TE_GROOT,
        "/tabelbestanden/1",
    )
    Context.uit_document(Toetscontext(tabelbestanden=("a.json",)), map_)


@pytest.mark.parametrize(
    "tekst",
    ["\n" * (leestoml.MAX_BYTES + 1), "".join(f"[a{i}.b.c.d.e.f]\n" for i in range(50_000))],
)
def test_toml_is_begrensd(tekst: str) -> None:
    """A text that is made to be slow is refused before it is parsed."""
    with pytest.raises(TabelFout) as fout:
        leestoml.lees(tekst.encode())
    assert fout.value.meldingen[0].reden in {Tabelreden.TE_GROOT, Tabelreden.INHOUD}
