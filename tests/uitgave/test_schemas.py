"""Writing the schemas, and keeping what was released as it was."""

import hashlib
import importlib
import json
import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geboortezorg import schema
from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.model.vsv import VSV
from geboortezorg.schema.register import toelichtingpad
from geboortezorg.schema.toelichting import splits
from geboortezorg.uitgave.bouwer import bouw, bouw_alle
from geboortezorg.uitgave.schemas import VrijgegevenGewijzigd, als_bytes
from geboortezorg.uitgave.schemas import bestanden as schemabestanden
from geboortezorg.uitgave.schrijver import bestanden, controleer, main, schrijf

BRONMAP = Path(__file__).resolve().parents[2] / "schemas"
"""The committed files, also when the package under test is an installed wheel."""

PAD = f"{SCHEMA_VERSIE}/vsv.schema.json"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """Return a folder with the schemas as the models give them."""
    schrijf(tmp_path / "schemas")
    return tmp_path / "schemas"


def _geef_vrij(map_: Path, pad: str) -> None:
    lijst = json.loads((map_ / "vrijgegeven.json").read_bytes())
    for deel in (pad, toelichtingpad(pad)):
        lijst[deel] = hashlib.sha256((map_ / deel).read_bytes()).hexdigest()
    (map_ / "vrijgegeven.json").write_bytes(als_bytes(lijst))


def _oudere_versie(map_: Path, versie: str, wijzig: Callable[[Any], object]) -> str:
    """Write a schema of another version, changed with `wijzig`, and return its path."""
    inhoud = bouw("vsv", VSV)
    pad = f"{versie}/vsv.schema.json"
    inhoud["$id"] = schema.BASIS + pad
    inhoud["properties"]["schema_versie"]["const"] = versie
    wijzig(inhoud)
    (map_ / versie).mkdir()
    kaal, toelichting = splits(inhoud)
    (map_ / pad).write_bytes(als_bytes(kaal))
    (map_ / toelichtingpad(pad)).write_bytes(als_bytes(toelichting))
    return pad


def test_schrijven_in_een_lege_map(tmp_path: Path) -> None:
    """What is written in an empty folder is what the models give, and the check agrees."""
    doel = tmp_path / "nieuw" / "schemas"
    schrijf(doel)
    geschreven = {p.relative_to(doel): p.read_bytes() for p in doel.rglob("*") if p.is_file()}
    assert json.loads(geschreven.pop(Path("vrijgegeven.json"))) == {}
    assert {p.as_posix(): inhoud for p, inhoud in geschreven.items()} == bestanden(doel)
    assert controleer(doel) == []


def test_bestanden_volgen_uit_de_modellen() -> None:
    """The committed schemas and index are what the models give, byte for byte."""
    verwacht = schemabestanden(BRONMAP, bouw_alle())
    paden = {f"{SCHEMA_VERSIE}/{soort}.schema.json" for soort in DOCUMENTEN}
    assert set(verwacht) == {"index.json", *paden, *map(toelichtingpad, paden)}
    index = json.loads((BRONMAP / "index.json").read_bytes())
    ook = {f"{SCHEMA_VERSIE}/{naam}.schema.json" for naam in ("regels", "koppeling")}
    assert {rij["pad"] for rij in index["schemas"]} == paden | ook
    for pad in verwacht.keys() - {"index.json"}:
        assert (BRONMAP / pad).read_bytes() == verwacht[pad]


def test_controle_noemt_elk_verschil(map_: Path) -> None:
    """A changed, a missing and a stray file are each named; writing repairs all three."""
    (map_ / PAD).write_bytes((map_ / PAD).read_bytes() + b"\n")
    (map_ / SCHEMA_VERSIE / "igo.schema.json").unlink()
    (map_ / SCHEMA_VERSIE / "weg.schema.json").write_bytes(b"{}")
    (map_ / "conformance").mkdir()
    (map_ / "conformance" / "eigen.json").write_bytes(b"{}")
    assert controleer(map_) == [
        f"{SCHEMA_VERSIE}/igo.schema.json: missing",
        f"{PAD}: not up to date",
        f"{SCHEMA_VERSIE}/weg.schema.json: belongs nowhere",
    ]
    schrijf(map_)
    assert controleer(map_) == []
    assert not (map_ / SCHEMA_VERSIE / "weg.schema.json").exists()
    assert (map_ / "conformance" / "eigen.json").exists()


def test_schrijven_laat_de_lijst_met_rust(map_: Path) -> None:
    """The list of released schemas is never written over; the index follows it."""
    _geef_vrij(map_, PAD)
    assert controleer(map_) == ["index.json: not up to date"]
    schrijf(map_)
    assert list(json.loads((map_ / "vrijgegeven.json").read_bytes())) == [PAD, toelichtingpad(PAD)]
    statussen = {
        rij["pad"]: rij["status"]
        for rij in json.loads((map_ / "index.json").read_bytes())["schemas"]
    }
    assert statussen.pop(PAD) == "vrijgegeven"
    assert set(statussen.values()) == {"concept"}
    assert controleer(map_) == []


def test_vrijgegeven_bestand_gewijzigd(map_: Path) -> None:
    """A released file with other bytes, or none, is an error and stops the writing."""
    _geef_vrij(map_, PAD)
    schrijf(map_)
    (map_ / PAD).write_bytes((map_ / PAD).read_bytes().replace(b'"VSV"', b'"Vsv"'))
    assert f"{PAD}: released, but changed or gone" in controleer(map_)
    (map_ / PAD).unlink()
    assert f"{PAD}: released, but changed or gone" in controleer(map_)
    with pytest.raises(VrijgegevenGewijzigd, match="changed or gone"):
        schrijf(map_)
    assert not (map_ / PAD).exists()


def test_vrijgegeven_maar_model_veranderd(map_: Path) -> None:
    """A model that changed, or went, after its schema was released needs a new version."""
    _geef_vrij(map_, PAD)
    melding = f"{PAD}: released, but the models have changed"
    anders = bouw("vsv", VSV)
    anders["title"] = "Anders"
    for schemas in ({PAD: anders}, {}):
        assert melding in controleer(map_, schemas)
        with pytest.raises(VrijgegevenGewijzigd, match="models have changed"):
            schrijf(map_, schemas)


def test_vrijgegeven_met_wat_erbij_gezegd_is(map_: Path) -> None:
    """A unit in a released toelichting cannot change, in this version or in one after it."""

    def anders(inhoud: Any) -> None:
        inhoud["properties"]["naam"]["x-eenheid"] = "stuk"

    _geef_vrij(map_, PAD)
    nu = bouw("vsv", VSV)
    anders(nu)
    melding = f"{toelichtingpad(PAD)}: released, but the models have changed"
    assert melding in controleer(map_, {PAD: nu})
    pad = _oudere_versie(map_, "0.0", anders)
    _geef_vrij(map_, pad)
    melding = f"{pad}: /properties/naam/x-eenheid andere betekenis in {SCHEMA_VERSIE}"
    assert melding in controleer(map_)
    lijst = json.loads((map_ / "vrijgegeven.json").read_bytes())
    del lijst[toelichtingpad(pad)]
    (map_ / "vrijgegeven.json").write_bytes(als_bytes(lijst))
    assert f"{pad}: released without {toelichtingpad(pad)}" in controleer(map_)


def test_nieuwe_versie_neemt_alles_van_de_vrijgegeven_aan(map_: Path) -> None:
    """A version may take more than the released one before it; the index names them both."""
    pad = _oudere_versie(map_, "0.0", lambda inhoud: inhoud["properties"].pop("kvk_nummer"))
    _geef_vrij(map_, pad)
    schrijf(map_)
    assert controleer(map_) == []
    rijen = json.loads((map_ / "index.json").read_bytes())["schemas"]
    assert rijen[0]["pad"] == pad
    assert rijen[0]["$id"] == schema.BASIS + pad
    assert rijen[0]["status"] == "vrijgegeven"


def test_nieuwe_versie_mag_niets_weigeren(map_: Path) -> None:
    """A version that refuses what the released one before it took is an error, with the place."""
    pad = _oudere_versie(map_, "0.0", lambda inhoud: inhoud["required"].remove("naam"))
    schrijf(map_)
    _geef_vrij(map_, pad)
    melding = f"{pad}: /required/naam lid verplicht geworden in {SCHEMA_VERSIE}"
    assert melding in controleer(map_)
    with pytest.raises(VrijgegevenGewijzigd, match="lid verplicht geworden"):
        schrijf(map_)


@pytest.mark.parametrize("versie", ["10.0", "0.0"])
def test_wat_een_versie_niet_belooft(map_: Path, versie: str) -> None:
    """A concept, and another major version, promise nothing about this one."""
    pad = _oudere_versie(map_, versie, lambda inhoud: inhoud["required"].remove("naam"))
    if versie == "10.0":
        _geef_vrij(map_, pad)
    schrijf(map_)
    assert controleer(map_) == []
    paden = [r["pad"] for r in json.loads((map_ / "index.json").read_bytes())["schemas"]]
    assert paden.index(pad) == (0 if versie == "0.0" else len(paden) - 1)


def test_soort_die_is_vervallen(map_: Path) -> None:
    """A released kind of document may end with a version; its own schema stays."""
    pad = _oudere_versie(map_, "0.0", lambda inhoud: inhoud)
    for deel, uitgang in ((pad, "schema"), (toelichtingpad(pad), "toelichting")):
        (map_ / deel).rename(map_ / "0.0" / f"vervallen.{uitgang}.json")
    _geef_vrij(map_, "0.0/vervallen.schema.json")
    schrijf(map_)
    assert controleer(map_) == []


def test_opdracht(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command writes by default and compares on request, with an exit code for each."""
    assert main(["--controle", "--map", str(map_)]) == 0
    (map_ / PAD).unlink()
    assert main(["--controle", "--map", str(map_)]) == 1
    assert main(["--map", str(map_)]) == 0
    assert main(["--controle", "--map", str(map_)]) == 0
    _geef_vrij(map_, PAD)
    (map_ / PAD).unlink()
    assert main(["--map", str(map_)]) == 1
    uit = capsys.readouterr()
    assert uit.out == f"wrote {PAD}\n"
    assert uit.err.splitlines() == [
        f"{PAD}: missing",
        f"{PAD}: released, but changed or gone",
    ]


def test_als_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """`python -m geboortezorg.uitgave --controle` finds the committed files in order."""
    monkeypatch.setattr(sys, "argv", ["uitgave", "--controle", "--map", str(BRONMAP)])
    importlib.import_module("geboortezorg.uitgave.__main__")  # importing alone does nothing
    monkeypatch.delitem(sys.modules, "geboortezorg.uitgave.__main__")
    with pytest.raises(SystemExit) as gevonden:
        runpy.run_module("geboortezorg.uitgave", run_name="__main__")
    assert gevonden.value.code == 0
