"""``geboortezorg schema``: the published texts, and whether a change is compatible."""

import json
from pathlib import Path
from typing import Any

import pytest

from geboortezorg import SCHEMA_VERSIE
from geboortezorg import schema as schemas

from .conftest import Opdracht


def schrijf(naam: str, inhoud: Any) -> None:
    """Write a JSON file and the folder above it."""
    Path(naam).parent.mkdir(exist_ok=True)
    Path(naam).write_text(json.dumps(inhoud), "utf-8")


def gewijzigd(soort: str) -> dict[str, Any]:
    """Return a schema with one member more that is required."""
    schema = schemas.get(soort)
    schema["properties"]["nieuw"] = {"type": "boolean"}
    schema["required"].append("nieuw")
    return schema


def test_met_de_toelichting_ernaast(opdracht: Opdracht) -> None:
    """The toelichting beside a file counts: another unit is another meaning; a broken one is told."""
    for map_, eenheid in (("a", "eurocent"), ("b", "euro")):
        schrijf(f"{map_}/vsv.schema.json", schemas.get("vsv"))
        plaatsen = {"/properties/naam": {"eenheid": eenheid}, "/weg": {}}
        schrijf(f"{map_}/vsv.toelichting.json", {"plaatsen": plaatsen})
    (antwoord,) = opdracht("schema", "--compare", "a", "b", "--format", "json").rapporten
    assert [v["pad"] for v in antwoord["verschillen"]] == ["/properties/naam/x-eenheid"]
    schrijf("b/vsv.toelichting.json", [])
    assert opdracht("schema", "--compare", "a", "b").code == 2


def test_lijst(opdracht: Opdracht) -> None:
    """Without a kind, every published schema is listed with version and status."""
    uitkomst = opdracht("schema")
    assert uitkomst.code == 0
    kop, *rijen = (tekstregel.split() for tekstregel in uitkomst.out.splitlines())
    assert kop == ["soort", "versie", "status"]
    assert [rij[0] for rij in rijen] == [rij["naam"] for rij in schemas.index()["schemas"]]
    assert json.loads(opdracht("schema", "--format", "json").out) == schemas.index()["schemas"]


@pytest.mark.parametrize("versie", [(), ("--versie", SCHEMA_VERSIE)])
def test_een_schema(versie: tuple[str, ...], opdracht: Opdracht) -> None:
    """One schema is printed as it was published, to the byte."""
    uitkomst = opdracht("schema", "dossier", *versie)
    assert (uitkomst.code, uitkomst.out) == (0, schemas.tekst("dossier"))


@pytest.mark.parametrize(
    "argv",
    [
        ("dosier",),
        ("Dossier",),
        ("dossier", "--versie", "9.9"),
        ("--versie", "9.9"),
        ("--versie", ""),
    ],
)
def test_onbekend(argv: tuple[str, ...], opdracht: Opdracht) -> None:
    """A kind or version that was not published is wrong usage."""
    uitkomst = opdracht("schema", *argv)
    assert (uitkomst.code, uitkomst.out) == (2, "")
    assert "er is geen schema van deze soort en versie" in uitkomst.err
    assert ("alle. Misschien bedoeld: dossier.\n" in uitkomst.err) is (
        argv in {("dosier",), ("Dossier",)}
    )


def test_vergelijk_met_zichzelf(opdracht: Opdracht) -> None:
    """Nothing differs between a version and itself."""
    uitkomst = opdracht("schema", "--compare", SCHEMA_VERSIE, SCHEMA_VERSIE)
    assert (uitkomst.code, uitkomst.out) == (
        0,
        "Compatibel: elk document dat aan A voldeed, voldoet aan B.\n",
    )
    uitkomst = opdracht(
        "schema", "vsv", "--compare", SCHEMA_VERSIE, SCHEMA_VERSIE, "--format", "json"
    )
    assert uitkomst.rapporten == [{"compatibel": True, "verschillen": []}]


def test_vergelijk_bestanden(opdracht: Opdracht) -> None:
    """Two files are compared, whatever their names; a stricter one is not compatible."""
    schrijf("oud.json", schemas.get("vsv"))
    schrijf("b/nieuw.schema.json", gewijzigd("vsv"))
    argv = ("schema", "--compare", "oud.json", "b/nieuw.schema.json")
    uitkomst = opdracht(*argv)
    assert uitkomst.code == 1
    assert uitkomst.out.splitlines()[0].split() == ["schema", "richting", "plaats", "verschil"]
    assert "nieuw   krapper   /required/nieuw" in uitkomst.out
    assert uitkomst.out.endswith(
        "Niet compatibel: 1 verschillen die een document van A kunnen raken.\n"
    )
    uitkomst = opdracht(*argv, "--format", "json")
    assert uitkomst.code == 1
    (antwoord,) = uitkomst.rapporten
    assert antwoord["compatibel"] is False
    krapper = [v for v in antwoord["verschillen"] if v["richting"] == "krapper"]
    assert [(v["schema"], v["pad"]) for v in krapper] == [("nieuw", "/required/nieuw")]
    assert (krapper[0]["tekst"], krapper[0]["tekst_en"]) == (
        "lid verplicht geworden",
        "member became required",
    )
    assert "member became required" in opdracht(*argv, "--taal", "en").out
    assert opdracht("schema", "--compare", *reversed(argv[2:])).code == 1


def test_vergelijk_versie_met_bestand(opdracht: Opdracht) -> None:
    """A file can be compared with one published schema, not with all of them."""
    schrijf("nieuw.json", gewijzigd("vsv"))
    assert opdracht("schema", "vsv", "--compare", SCHEMA_VERSIE, "nieuw.json").code == 1
    for paar in ((SCHEMA_VERSIE, "nieuw.json"), ("nieuw.json", SCHEMA_VERSIE)):
        uitkomst = opdracht("schema", "--compare", *paar)
        assert (uitkomst.code, uitkomst.out) == (2, "")
        assert "noem een SOORT" in uitkomst.err


def test_vergelijk_mappen(opdracht: Opdracht) -> None:
    """Folders are compared by name: a schema that went breaks, a new one does not."""
    for soort in ("vsv", "igo"):
        schrijf(f"a/{soort}.schema.json", schemas.get(soort))
    for soort in ("igo", "dossier"):
        schrijf(f"b/{soort}.schema.json", schemas.get(soort))
    (antwoord,) = opdracht("schema", "--compare", "a", "b", "--format", "json").rapporten
    assert [(v["schema"], v["richting"]) for v in antwoord["verschillen"]] == [
        ("dossier", "ruimer"),
        ("vsv", "krapper"),
    ]
    assert opdracht("schema", "igo", "--compare", "a", SCHEMA_VERSIE).code == 0


def test_schemaversie_telt_niet(opdracht: Opdracht) -> None:
    """That documents of a later version say so is no reason to call it incompatible."""
    nieuw = json.loads(schemas.tekst("vsv").replace(f'"{SCHEMA_VERSIE}"', '"9.9"'))
    assert nieuw != schemas.get("vsv")
    schrijf("nieuw.json", nieuw)
    assert opdracht("schema", "vsv", "--compare", SCHEMA_VERSIE, "nieuw.json").code == 0


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (None, "b.json: dit bestand bestaat niet"),
        (b"[]", "b.json: dit is geen JSON-object"),
        (b"{", "b.json: dit is geen JSON-object"),
    ],
)
def test_onleesbaar(inhoud: bytes | None, melding: str, opdracht: Opdracht) -> None:
    """A file that holds no schema is an error with its name."""
    if inhoud is not None:
        Path("b.json").write_bytes(inhoud)
    uitkomst = opdracht("schema", "vsv", "--compare", SCHEMA_VERSIE, "b.json")
    assert (uitkomst.code, uitkomst.out, uitkomst.err) == (2, "", f"geboortezorg: {melding}\n")


def test_lege_map(opdracht: Opdracht) -> None:
    """A folder without schemas is an error, not a comparison of nothing."""
    Path("leeg").mkdir()
    uitkomst = opdracht("schema", "--compare", "leeg", SCHEMA_VERSIE)
    assert uitkomst == (2, "", "geboortezorg: leeg: hier staat geen enkel schema\n")
    assert opdracht("schema", "--compare", "", SCHEMA_VERSIE).code == 2


def test_te_diep(opdracht: Opdracht) -> None:
    """A schema that is nested too deeply to compare ends in a message."""
    Path("a.json").write_text('{"type":"array","items":' * 800 + "{}" + "}" * 800, "utf-8")
    anders = Path("a.json").read_text("utf-8").replace("{}", '{"type":"boolean"}')
    Path("b.json").write_text(anders, "utf-8")
    uitkomst = opdracht("schema", "--compare", "a.json", "b.json")
    assert uitkomst == (2, "", "geboortezorg: een van beide is te diep genest\n")


def test_versie_en_vergelijking(opdracht: Opdracht) -> None:
    """A version beside a comparison would mean nothing, so it is refused."""
    uitkomst = opdracht("schema", "vsv", "--versie", "0.1", "--compare", "0.1", "0.1")
    assert uitkomst.code == 2
    assert "geef --versie niet samen met --compare" in uitkomst.err
