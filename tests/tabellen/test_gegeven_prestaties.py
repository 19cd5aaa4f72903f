"""What the rules need to know of a shipped prestatie, and that the package gives it."""

import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from tests.tabellen.meegeleverd import VSV, feiten, prestatie

import geboortezorg
from geboortezorg.model.prestatie import Regime
from geboortezorg.tabellen import (
    Onbekend,
    Onbekendreden,
    shipped,
)


def test_codes_zoals_gezien() -> None:
    """Exactly the public codes that were seen, each also found by the stable name."""
    codes = {p.code for p in shipped().prestaties if p.code is not None}
    poliklinisch = {f"1900{nummer}" for nummer in range(43, 49)}
    uit_de_lijst = {feit["prestatie_code"] for feit in feiten() if feit["prestatie_code"]}
    assert codes == uit_de_lijst | poliklinisch
    for code in codes:
        assert prestatie(code) is prestatie(prestatie(code).prestatie_id)
    assert prestatie("1204").prestatie_id == "verloskunde-prenataal-15-29-weken"
    lijsten = {p.prestatielijst_code for p in shipped().prestaties}
    assert lijsten == {None, "011", "032", "069"}


def test_onbekende_naam() -> None:
    """An unknown name gives None or an empty answer, and a lookup says why."""
    assert shipped().prestatie("1353") is None
    assert shipped().genoemde_prestatie("1353") is None
    assert shipped().tarieven_van("1353") == ()
    uit = shipped().lookup("1353", date(2017, 1, 1))
    assert isinstance(uit, Onbekend)
    assert uit.reden is Onbekendreden.PRESTATIE_ONBEKEND


@pytest.mark.parametrize(
    ("naam", "eerste", "laatste"),
    [
        ("1201", 0, 104),
        ("1204", 105, 209),
        ("1203", 210, None),
        ("1311", 0, 104),
        ("1312", 105, 209),
        ("1313", 210, None),
        ("1351", 0, 104),
        ("1352", 105, 209),
        ("1101", None, None),
        ("integraal-begeleiding-tot-16-weken", 0, 111),
    ],
)
def test_zwangerschapsduur(naam: str, eerste: int | None, laatste: int | None) -> None:
    """Bounds only where a source names weeks: of the end of the care, or of the takeover."""
    rij = prestatie(naam)
    assert rij.zwangerschapsduur_van_dagen == eerste
    assert rij.zwangerschapsduur_tot_en_met_dagen == laatste


def zonder_code() -> set[str]:
    """Return the names of the partial prestaties that were seen in 2013 only, without a code."""
    return {
        f"verloskunde-prenataal-2e-{deel}"
        for deel in (
            "0-14-weken-achterstandswijk",
            "15-29-weken-achterstandswijk",
            "na-29-weken",
            "na-29-weken-achterstandswijk",
        )
    }


def test_bestanddelen_en_uitsluitingen() -> None:
    """The whole holds its phases and partial prestaties; the two intakes exclude each other."""
    deel = {p.prestatie_id for p in shipped().prestaties if (p.code or "")[:2] in ("12", "13")}
    assert len(deel) == 14
    deel |= zonder_code()
    for code in ("1101", "1111"):
        assert set(prestatie(code).bestanddelen) == deel
    fasen = {prestatie(code).prestatie_id for code in ("1101", "1102", "1103")}
    fasen |= {prestatie(code).prestatie_id for code in ("1111", "1112", "1113")}
    for code in ("1001", "1011"):
        assert set(prestatie(code).bestanddelen) == deel | fasen
    assert prestatie("kraamzorg-intake-thuis").sluit_uit == ("kraamzorg-intake-telefonisch",)
    assert prestatie("kraamzorg-intake-telefonisch").sluit_uit == ("kraamzorg-intake-thuis",)


def test_peildatum_start_zorg() -> None:
    """The start of care decides for complete and partial midwifery care, and nothing else."""
    assert {p.prestatie_id for p in shipped().prestaties if p.peildatum_start_zorg} == {
        p.prestatie_id
        for p in shipped().prestaties
        if p.regime is Regime.VERLOSKUNDE and (p.code or "9")[0] == "1"
    } | zonder_code()


def test_zorgsoorten() -> None:
    """The expected AGB zorgsoorten, where the facts support an expectation."""
    assert prestatie("kraamzorg-uur").zorgsoorten == ("33",)
    assert prestatie("1001").zorgsoorten == ("08", "01")
    assert prestatie("integraal-nataal").zorgsoorten == ("53",)
    assert prestatie(VSV[0]).zorgsoorten == ("67",)
    assert prestatie("seo-eerste").zorgsoorten == ()


# The package data.


def test_importeren_leest_geen_tabel() -> None:
    """Importing the tables does no work; the first use of `shipped` does."""
    code = (
        "from geboortezorg.tabellen import shipped, pakket\n"
        "assert pakket.namen.cache_info().currsize == 0\n"
        "assert shipped.cache_info().currsize == 0\n"
        "assert shipped() is shipped()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own text


def test_gegevens_zijn_ook_in_een_zip_te_vinden(tmp_path: Path) -> None:
    """The tables are package data: they are found where the package is no folder at all."""
    pakketmap = Path(geboortezorg.__file__).parent
    doel = tmp_path / "geboortezorg.zip"
    with zipfile.ZipFile(doel, "w") as zip_:
        for bestand in pakketmap.rglob("*"):
            if bestand.suffix in (".py", ".toml"):
                zip_.write(bestand, bestand.relative_to(pakketmap.parent))
    code = (
        f"import sys; sys.path.insert(0, {str(doel)!r})\n"
        "import geboortezorg.tabellen as t\n"
        "assert '.zip' in t.__file__\n"
        "print(len(t.shipped().tabellen))\n"
    )
    uit = subprocess.run(  # noqa: S603 - our own text
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=tmp_path
    )
    assert int(uit.stdout) == len(shipped().tabellen)
