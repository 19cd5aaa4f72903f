"""``geboortezorg fhir``."""

import json
from pathlib import Path

import pytest
from tests.fhir import bundels as b

from geboortezorg import dump
from geboortezorg.cli import main
from geboortezorg.fhir import lees
from geboortezorg.model import IGO


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    """Return a file with a Bundle of a whole record."""
    pad = tmp_path / "bundel.json"
    pad.write_text(json.dumps(b.bundel(b.heel())), "utf-8")
    return pad


def test_lees(bestand: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The dossier goes to stdout and the counts to stderr."""
    assert main(["fhir", "lees", str(bestand)]) == 0
    gezegd = capsys.readouterr()
    (dossier,) = lees(b.heel()).dossiers
    assert gezegd.out == f"{dump(dossier).decode()}\n"
    assert "dossiers: 1; niet geplaatst: 0; zonder veld in een dossier: 4" in gezegd.err


def test_losse_resources(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The files in a folder are one reading; what missed its place is said in the language asked."""
    for resource in b.heel():
        if resource["id"] != "tweede":
            (tmp_path / f"{resource['id']}.json").write_text(json.dumps(resource), "utf-8")
    assert main(["fhir", "lees", str(tmp_path), "--taal", "en"]) == 3
    gezegd = capsys.readouterr()
    assert len(gezegd.out.splitlines()) == 1
    assert "EpisodeOfCare.managingOrganization: nothing ties this" in gezegd.err


def test_naar_bestanden(bestand: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The dossiers and the whole list can be written to files."""
    uit, lijst = tmp_path / "uit.ndjson", tmp_path / "lijst.ndjson"
    keuze = ["--output", str(uit), "--lijst", str(lijst)]
    assert main(["fhir", "lees", str(bestand), *keuze]) == 0
    assert not capsys.readouterr().out
    assert json.loads(uit.read_text("utf-8"))["soort"] == "dossier"
    tekstregels = [json.loads(tekst) for tekst in lijst.read_text("utf-8").splitlines()]
    assert tekstregels[0] == {
        "resource": 0,
        "resourcetype": "Patient",
        "pad": "Patient.address[0].use",
        "reden": "geen_plek",
        "uitleg": "een dossier heeft hier geen veld voor; er is niets te doen",
    }


def test_geen_zwangerschap(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a pregnancy there is nothing to read, which is said."""
    (tmp_path / "p.json").write_text(json.dumps(b.vrouw()), "utf-8")
    assert main(["fhir", "lees", str(tmp_path / "p.json")]) == 1
    gezegd = capsys.readouterr()
    assert not gezegd.out
    assert "geen zwangerschap gevonden" in gezegd.err


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [("<Bundle/>", "XML van FHIR wordt niet gelezen"), (None, "dit bestand bestaat niet")],
)
def test_onleesbaar(
    inhoud: str | None, melding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be read ends the reading, with the reason and nothing of the contents."""
    pad = tmp_path / "x.json"
    if inhoud is not None:
        pad.write_text(inhoud, "utf-8")
    assert main(["fhir", "lees", str(pad)]) == 2
    gezegd = capsys.readouterr()
    assert not gezegd.out
    assert melding in gezegd.err


VOORBEELDEN = Path(__file__).resolve().parents[2] / "voorbeelden"


@pytest.mark.parametrize("naam", ["goed/vsv-2027", "fout/declaratie-2023"])
def test_schrijf(naam: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each document becomes one Bundle on one line."""
    pad = str(VOORBEELDEN / f"{naam}.json")
    assert main(["fhir", "schrijf", pad, "--op", "2026-11-01"]) == 0
    gezegd = capsys.readouterr()
    bundel = json.loads(gezegd.out)
    lid = "declaratieregels.referentienummer" if "declaratie" in naam else "coalities"
    assert "zonder plaats in de Bundle: " in gezegd.err
    assert lid in gezegd.err
    assert bundel["resourceType"] == "Bundle"
    assert bundel["entry"][0]["resource"]["resourceType"] == "Organization"


def test_schrijf_alles(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Of what has a place as a whole, nothing is said."""
    (tmp_path / "igo.json").write_bytes(dump(IGO(igo_id="i", naam="i")))
    assert main(["fhir", "schrijf", str(tmp_path / "igo.json")]) == 0
    assert not capsys.readouterr().err


@pytest.mark.parametrize(
    ("naam", "melding"),
    [
        ("fout/vorm", "dit is geen geldig document"),
        ("goed/wachtdienst", "alleen een vsv, igo of declaratie"),
        ("weg", "dit bestand bestaat niet"),
    ],
)
def test_schrijf_niet(naam: str, melding: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is not written is said, with what to do."""
    assert main(["fhir", "schrijf", str(VOORBEELDEN / f"{naam}.json")]) == 2
    gezegd = capsys.readouterr()
    assert not gezegd.out
    assert melding in gezegd.err
