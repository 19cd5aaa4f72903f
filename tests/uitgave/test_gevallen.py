"""Reading the source of the conformance cases: bases, differences, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.uitgave.gevallen import OngeldigGeval, lees

BEGIN = """
[documenten.leeg]
soort = "dossier"
zwangerschap = {}
kinderen = [{ rangnummer = 1, geboortedatum = 2023-05-02 }, { rangnummer = 2 }, { rangnummer = 3 }]

[contexten.streng]
drempel = "officieel"

[contexten.later]
als = "streng"
zet = { "/beoordelingsdatum" = 2024-01-01 }

[GZ-KIND-001.geldig-eerste]
toelichting = "The first."
als = "leeg"
context = "later"
verwacht = "voldaan"
"""
KINDEREN: list[dict[str, Any]] = [
    {"rangnummer": 1, "geboortedatum": "2023-05-02"},
    {"rangnummer": 2},
    {"rangnummer": 3},
]


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    """Return the path of a file with cases of the theme `dossier`."""
    pad = tmp_path / "gevallen" / "dossier" / "kind.toml"
    pad.parent.mkdir(parents=True)
    return pad


def _lees(bestand: Path, tekst: str) -> Any:
    bestand.write_text(BEGIN + tekst, "utf-8")
    return lees(bestand.parents[1])[-1]


def _met(verschil: str, als: str = "leeg") -> str:
    return f"""
[GZ-KIND-001.ongeldig-tweede]
toelichting = "The second."
als = "{als}"
{verschil}
verwacht = "geschonden: dubbel"
"""


def test_voluit(bestand: Path) -> None:
    """A base gets its version, a date becomes text, and a context is written out."""
    geval = _lees(bestand, "")
    assert geval.document == {
        "soort": "dossier",
        "schema_versie": SCHEMA_VERSIE,
        "zwangerschap": {},
        "kinderen": KINDEREN,
    }
    assert geval.context == {
        "soort": "context",
        "schema_versie": SCHEMA_VERSIE,
        "drempel": "officieel",
        "beoordelingsdatum": "2024-01-01",
    }
    assert geval.gepubliceerd() == {
        "naam": "geldig-eerste",
        "toelichting": "The first.",
        "document": geval.document,
        "context": geval.context,
        "verwacht": {"uitkomst": "voldaan", "bevindingen": []},
    }


@pytest.mark.parametrize(
    ("verschil", "kinderen"),
    [
        ('weg = ["/kinderen/0", "/kinderen/1"]', KINDEREN[2:]),
        ('weg = ["/kinderen/1", "/kinderen/0/geboortedatum"]', [{"rangnummer": 1}, KINDEREN[2]]),
        ('zet = { "/kinderen/1/rangnummer" = 9 }', [KINDEREN[0], {"rangnummer": 9}, KINDEREN[2]]),
        ('zet = { "/kinderen/-" = { rangnummer = 4 } }', [*KINDEREN, {"rangnummer": 4}]),
        ('zet = { "/kinderen/3" = { a = 1.5 } }', [*KINDEREN, {"a": 1.5}]),
        ('kopie = { "/kinderen/3" = "/kinderen/0" }\nzet = { "/kinderen/3/rangnummer" = 4 }',
         [*KINDEREN, {**KINDEREN[0], "rangnummer": 4}]),
        ('nul = ["/kinderen"]', None),
    ],
)  # fmt: skip
def test_verschillen(bestand: Path, verschil: str, kinderen: Any) -> None:
    """A case is its base with the differences; the base itself stays as it was."""
    assert _lees(bestand, _met(verschil)).document["kinderen"] == kinderen
    assert lees(bestand.parents[1])[0].document["kinderen"] == KINDEREN


def test_als_een_ander_geval(bestand: Path) -> None:
    """A case can be like another one of its rule, the context included, unless it names its own."""
    geval = _lees(bestand, _met('zet."/a~1b" = 1', als="geldig-eerste"))
    assert geval.document["a/b"] == 1
    assert geval.context["beoordelingsdatum"] == "2024-01-01"
    ander = _lees(bestand, _met('context = "streng"', als="geldig-eerste"))
    assert "beoordelingsdatum" not in ander.context
    assert _lees(bestand, _met("")).context is None


def test_opgenomen(bestand: Path) -> None:
    """What was recorded is published in full; without it the case is not complete."""
    geval = _lees(bestand, _met('bevindingen = ["geschonden fout dubbel /kinderen/1"]'))
    assert geval.gepubliceerd()["verwacht"] == {
        "uitkomst": "geschonden",
        "bevindingen": [
            {
                "code": "GZ-KIND-001",
                "pad": "/kinderen/1",
                "uitkomst": "geschonden",
                "ernst": "fout",
                "reden": "dubbel",
            }
        ],
    }
    for verschil in ("", 'bevindingen = ["geschonden fout anders /kinderen/1"]'):
        with pytest.raises(OngeldigGeval, match="ongeldig-tweede: is not recorded"):
            _lees(bestand, _met(verschil)).gepubliceerd()


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        (_met("", als="weg"), "documenten.weg: is not there"),
        (_met('context = "weg"'), "contexten.weg: is not there"),
        (_met("", als="ongeldig-tweede"), "ongeldig-tweede: leads to itself"),
        (_met('weg = ["/partner"]'), "points to what is not there"),
        (_met('weg = ["kinderen"]'), "points to what is not there"),
        (_met('zet = { "" = 1 }'), "points to what is not there"),
        (_met('zet = { "/kinderen/9" = 1 }'), "points to what is not there"),
        (_met('zet = { "/kinderen/een" = 1 }'), "points to what is not there"),
        (_met('zet = { "/zwangerschap/a/b" = 1 }'), "points to what is not there"),
        (_met("extra = 1"), "ongeldig-tweede: extra"),
        ('[GZ-KIND-001.geldig-kaal]\nals = "leeg"', "geldig-kaal: incomplete"),
        ('[GZ-WEG-001.geldig-weg]\nals = "leeg"', "GZ-WEG-001: there is no such rule"),
        ('[GZ-IGO-001.geldig-weg]\nals = "leeg"', "GZ-IGO-001: belongs under gevallen/samenwerking"),
    ],
)  # fmt: skip
def test_wat_wordt_geweigerd(bestand: Path, tekst: str, melding: str) -> None:
    """What is not of the form is refused, at its place."""
    with pytest.raises(OngeldigGeval, match=melding):
        _lees(bestand, tekst)


def test_van_een_oordeel(bestand: Path) -> None:
    """A case of a whole verdict stands in a file of its own, and has verdicts and maybe a gap."""
    tekst = """
[oordeel.eerlijk-leeg]
toelichting = "Nothing."
als = "leeg"
oordeel_in = ["akkoord", "onvolledig"]
"""
    with pytest.raises(OngeldigGeval, match="oordeel: belongs under gevallen/oordeel"):
        _lees(bestand, tekst)
    bestand.write_text(BEGIN, "utf-8")
    oordeel = bestand.parents[1] / "oordeel" / "dossier.toml"
    oordeel.parent.mkdir()
    for bij, hiaat in (("", False), ("hiaat = true", True)):
        oordeel.write_text(tekst + bij, "utf-8")
        geval = lees(bestand.parents[1])[-1]
        assert geval.hiaat is hiaat
        verwacht = {"oordeel_in": ["akkoord", "onvolledig"]}
        assert geval.gepubliceerd() == {
            "naam": "eerlijk-leeg",
            "toelichting": "Nothing.",
            "document": geval.document,
            "verwacht": verwacht,
        }
    oordeel.write_text(tekst + 'verwacht = "voldaan"', "utf-8")
    with pytest.raises(OngeldigGeval, match="eerlijk-leeg: verwacht"):
        lees(bestand.parents[1])


def test_geen_naam_tweemaal(bestand: Path) -> None:
    """A name that two files give, of a case or of a document, is refused."""
    ander = bestand.with_name("ander.toml")
    for tekst in ("[documenten.leeg]\nsoort = 'igo'", BEGIN[BEGIN.index("[GZ-") :]):
        ander.write_text(tekst, "utf-8")
        with pytest.raises(OngeldigGeval, match="occurs twice"):
            _lees(bestand, "")


def test_de_bron_is_korter() -> None:
    """The cases that are published have one source, and it is a fraction of their size."""
    gevallen = lees()
    voluit = sum(len(json.dumps(geval.gepubliceerd(), indent=2).splitlines()) for geval in gevallen)
    bron = {geval.bestand for geval in gevallen}
    assert 5 * sum(len(pad.read_text("utf-8").splitlines()) for pad in bron) < voluit
