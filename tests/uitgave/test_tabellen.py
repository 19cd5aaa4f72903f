"""The tables as JSON and CSV: the content of the TOML, read here without the library."""

import csv
import datetime as dt
import io
import json
import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import pytest

from geboortezorg import schema
from geboortezorg.tabulair import cijferrijen, tariefrijen
from geboortezorg.uitgave.tabellen import CIJFERS, MAP, TARIEVEN

KOP_TARIEVEN = tuple(kolom.naam for kolom in tariefrijen().kolommen)
KOP_CIJFERS = tuple(kolom.naam for kolom in cijferrijen().kolommen)
BRONMAP = Path(__file__).resolve().parents[2] / "schemas"


def _vind(map_: Traversable) -> dict[str, Traversable]:
    """Return every TOML file in and below a folder of the package, by its name; no sources."""
    uit: dict[str, Traversable] = {}
    for deel in map_.iterdir():
        if deel.name == "bronnen":
            continue
        if deel.is_dir():
            uit |= _vind(deel)
        elif deel.name.endswith(".toml"):
            assert deel.name not in uit
            uit[deel.name.removesuffix(".toml")] = deel
    return uit


TOML = _vind(files("geboortezorg.tabellen") / "data")


def _als_json(waarde: Any) -> Any:
    """Return a TOML value as JSON has it: a date as text."""
    if isinstance(waarde, dict):
        return {naam: _als_json(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, list):
        return [_als_json(deel) for deel in waarde]
    return waarde.isoformat() if isinstance(waarde, dt.date) else waarde


def _volledig(waarde: Any, deel: dict[str, Any], wortel: dict[str, Any]) -> Any:
    """Return a value with every member that is left out but has a default in the schema."""
    if "$ref" in deel:
        deel = wortel["$defs"][deel["$ref"].removeprefix("#/$defs/")]
    if isinstance(waarde, list):
        return [_volledig(item, deel["items"], wortel) for item in waarde]
    if not isinstance(waarde, dict):
        return waarde
    leden = deel["properties"]
    standaard = {naam: lid["default"] for naam, lid in leden.items() if "default" in lid}
    return standaard | {naam: _volledig(w, leden[naam], wortel) for naam, w in waarde.items()}


def _toml(naam: str) -> dict[str, Any]:
    uit: dict[str, Any] = _als_json(tomllib.loads(TOML[naam].read_text("utf-8")))
    return uit


def _rijen(pad: str) -> list[dict[str, str]]:
    tekst = (BRONMAP / pad).read_bytes().decode("utf-8")
    return list(csv.DictReader(io.StringIO(tekst, newline="")))


def _cellen(rij: dict[str, Any]) -> dict[str, str]:
    return {naam: "" if waarde is None else str(waarde) for naam, waarde in rij.items()}


def test_elke_tabel_staat_er() -> None:
    """There is one JSON file for every TOML file, and two CSV files, and nothing else."""
    gevonden = {bestand.name for bestand in (BRONMAP / MAP).iterdir()}
    assert gevonden == {f"{naam}.json" for naam in TOML} | {"tarieven.csv", "cijfers.csv"}


@pytest.mark.parametrize("naam", sorted(TOML))
def test_zelfde_inhoud_als_de_toml(naam: str) -> None:
    """The JSON follows its schema and holds what the TOML holds, once defaults are filled in."""
    document = json.loads((BRONMAP / MAP / f"{naam}.json").read_bytes())
    schema.validator(document["soort"]).validate(document)
    assert document["naam"] == naam
    vorm = schema.get(document["soort"])
    assert _volledig(document, vorm, vorm) == _volledig(_toml(naam), vorm, vorm)


def test_tarieven() -> None:
    """Each amount in the TOML is a row, in order, with what its decision says filled in."""
    verwacht = []
    prestaties = {
        prestatie["prestatie_id"]: prestatie
        for naam in TOML
        for prestatie in _toml(naam).get("prestaties", ())
    }
    for naam in sorted(TOML):
        tabel = _toml(naam)
        if tabel["soort"] != "tarieftabel":
            continue
        beschikking = tabel["tariefbeschikking"]
        for tarief in tabel.get("tarieven", ()):
            looptijd = tarief.get("looptijd") or beschikking.get("looptijd") or {}
            bron = tarief.get("bron") or beschikking["bron"]
            verwacht.append(
                {
                    "tabel": naam,
                    "regime": tabel["regime"],
                    "prestatie_id": tarief["prestatie_id"],
                    "prestatiecode": prestaties[tarief["prestatie_id"]].get("code"),
                    "omschrijving": prestaties[tarief["prestatie_id"]]["omschrijving"],
                    "omschrijving_en": prestaties[tarief["prestatie_id"]]["omschrijving_en"],
                    **{k: tarief.get(k) for k in KOP_TARIEVEN[6:9]},
                    "van": looptijd.get("van"),
                    "tot_en_met": looptijd.get("tot_en_met"),
                    "status": beschikking["status"],
                    "nummer": beschikking.get("nummer"),
                    "betwist": tarief.get("betwist"),
                    "verificatie": bron["verificatie"],
                    "bron_titel": bron["titel"],
                    "bron_url": bron.get("url"),
                }
            )
    rijen = _rijen(TARIEVEN)
    assert rijen == [_cellen(rij) for rij in verwacht]
    assert tuple(rijen[0]) == KOP_TARIEVEN


def test_cijfers() -> None:
    """Each figure in the TOML is a row, in order, with its definition and source filled in."""
    verwacht = []
    definities = {
        definitie["definitie_id"]: definitie
        for naam in TOML
        for definitie in _toml(naam).get("definities", ())
    }
    for naam in sorted(TOML):
        tabel = _toml(naam)
        for cijfer in tabel.get("cijfers", ()):
            definitie = definities[cijfer["definitie_id"]]
            bron = cijfer.get("bron") or tabel["bron"]
            verwacht.append(
                {
                    "tabel": naam,
                    **{k: definitie[k] for k in ("onderwerp", "definitie_id")},
                    **{k: cijfer.get(k) for k in ("gebied", "categorie", "waarde")},
                    "decimalen": cijfer.get("decimalen", 0),
                    **{k: definitie[k] for k in ("eenheid", "tijdvak")},
                    "van": cijfer.get("periode", {}).get("van"),
                    "tot_en_met": cijfer.get("periode", {}).get("tot_en_met"),
                    "status": cijfer["status"],
                    "verificatie": bron["verificatie"],
                    "bron_titel": bron["titel"],
                    "bron_url": bron.get("url"),
                    "licentie": tabel["licentie"],
                    "naamsvermelding": tabel.get("naamsvermelding"),
                }
            )
    rijen = _rijen(CIJFERS)
    assert rijen == [_cellen(rij) for rij in verwacht]
    assert tuple(rijen[0]) == KOP_CIJFERS
