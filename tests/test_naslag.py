"""The generated reference pages are complete, and the glossary knows every word that is used."""

import importlib
import re
import sys
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from geboortezorg import SCHEMA_VERSIE
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels.register import PER_SOORT, REGELS
from geboortezorg.tabellen import proeftabellen, shipped
from geboortezorg.vorm import velden

WORTEL = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def gemaakt() -> ModuleType:
    """Return the module that makes the pages."""
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.syspath_prepend(str(WORTEL / "docs" / "_ext"))
        return importlib.import_module("gemaakt")


@pytest.fixture(scope="module")
def documenten(gemaakt: ModuleType) -> ModuleType:
    """Return the module that makes the pages of the classes."""
    return importlib.import_module("naslag_documenten")


@pytest.fixture(scope="module")
def glossarium(gemaakt: ModuleType) -> ModuleType:
    """Return the module that makes the pages of the glossary."""
    return importlib.import_module("naslag_begrippen")


@pytest.fixture(scope="module")
def bladzijden(gemaakt: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the text of each generated page by its name."""
    doel = tmp_path_factory.mktemp("gemaakt")
    gemaakt.schrijf_bladzijden(doel)
    return {
        pad.relative_to(doel).with_suffix("").as_posix(): pad.read_text("utf-8")
        for pad in doel.rglob("*.md")
    }


@pytest.fixture(scope="module")
def klassen(documenten: ModuleType) -> list[type[Any]]:
    """Return every class and choice that occurs in a document."""
    gevonden: list[type[Any]] = documenten.modelklassen()
    return gevonden


def test_een_ongewijzigde_bladzijde_houdt_haar_datum(gemaakt: ModuleType, tmp_path: Path) -> None:
    """Writing the pages again does not touch those that stayed the same, and drops one too many."""
    gemaakt.schrijf_bladzijden(tmp_path)
    tijden = {pad: pad.stat().st_mtime_ns for pad in tmp_path.rglob("*.md")}
    (tmp_path / "regels" / "index.md").write_text("anders", "utf-8")
    (tmp_path / "regels" / "GZ-WEG-001.md").write_text("te veel", "utf-8")
    gemaakt.schrijf_bladzijden(tmp_path)
    nieuw = {pad: pad.stat().st_mtime_ns for pad in tmp_path.rglob("*.md")}
    assert set(nieuw) == set(tijden)
    assert {pad for pad in tijden if tijden[pad] != nieuw[pad]} == {tmp_path / "regels/index.md"}


def test_elke_regel_heeft_een_bladzijde(bladzijden: dict[str, str]) -> None:
    """It has each case in two languages, each source, and an example that fails or passes."""
    for regel in REGELS:
        deel = bladzijden[f"regels/{regel.code}"]
        assert f"# {regel.code}: {regel.titel.en}" in deel
        assert regel.titel.nl in deel
        for reden, tekst in regel.redenen.items():
            assert f"| `{reden}` |" in deel
            assert " ".join(tekst.nl.split()) in deel
            assert " ".join(tekst.en.split()) in deel
        for bron in regel.bronnen:
            assert bron.titel in deel
            assert f"({bron.verificatie})" in deel
        if (WORTEL / "schemas" / SCHEMA_VERSIE / "conformance" / f"{regel.code}.json").exists():
            assert re.search("^## An example that (fails|passes)$", deel, re.MULTILINE)
        assert f"[{regel.code}]({regel.code}.md)" in bladzijden["regels/index"]


def test_elke_functie_van_een_regel_wordt_getoond(bladzijden: dict[str, str]) -> None:
    """The lines that a page shows are those of the function that it names."""
    for regel in REGELS:
        deel = bladzijden[f"regels/{regel.code}"]
        gevonden = re.search(r"literalinclude} /../(\S+)\n:language: python\n:lines: (\d+)-", deel)
        assert gevonden is not None, regel.code
        functie = re.search(r"## The code\n\n`(\w+)", deel)
        assert functie is not None, regel.code
        if (WORTEL / gevonden[1]).exists():
            tekst = (WORTEL / gevonden[1]).read_text("utf-8").splitlines()
            begin = "\n".join(tekst[int(gevonden[2]) - 1 :])
            assert re.match(rf"(@[^\n]*\n|[ )][^\n]*\n|\)\n)*def {functie[1]}\b", begin), regel.code


def test_elk_bedrag_staat_er_met_zijn_bron(bladzijden: dict[str, str]) -> None:
    """Every table has a page with its source, and every prestatie one with its amounts."""
    tabellen = shipped()
    for lijst in tabellen.prestatielijsten:
        for prestatie in lijst.prestaties:
            assert f"| `{prestatie.prestatie_id}` |" in bladzijden[f"tabellen/{lijst.naam}"]
            assert prestatie.omschrijving in bladzijden[f"prestaties/{prestatie.prestatie_id}"]
    for tabel in tabellen.tarieftabellen:
        deel = bladzijden[f"tabellen/{tabel.naam}"]
        assert f"({tabel.tariefbeschikking.bron.verificatie})" in deel
        for tarief in tabel.tarieven:
            if tarief.bedrag_eurocent is not None:
                cent = f"{tarief.bedrag_eurocent % 100:02d}"
                euro = f"€ {tarief.bedrag_eurocent // 100:,}".replace(",", ".") + f",{cent}"
                assert f"| `{tarief.prestatie_id}` | {tarief.tariefsoort} | {euro}" in deel
                eigen = bladzijden[f"prestaties/{tarief.prestatie_id}"]
                assert f"| {euro} | {tarief.tariefsoort} | `{tabel.naam}` |" in eigen


def test_elk_veld_staat_er_met_beschrijving_en_merk(
    bladzijden: dict[str, str], klassen: list[type[Any]], documenten: ModuleType
) -> None:
    """The pages have every class, field and value, and mark personal data."""
    for soort in DOCUMENTEN:
        assert f"[{soort}]({soort}.md)" in bladzijden["soorten/index"]
    for klasse in klassen:
        tekst = bladzijden[f"klassen/{documenten.module_van(klasse)}"]
        _, _, deel = tekst.partition(f"\n## {documenten.namen()[klasse]}\n")
        deel, _, _ = deel.partition("\n(klasse-")
        if issubclass(klasse, Enum):
            assert re.findall(r"^\| `([^`]+)`", deel, re.MULTILINE) == [lid.value for lid in klasse]
            continue
        deel, _, betekenis = deel.partition("| Field | Declaration |")
        rijen = {rij.split("`")[1]: rij for rij in deel.splitlines() if rij.startswith("| `")}
        assert list(rijen) == [veldvorm.naam for veldvorm in velden(klasse)]
        for veldvorm in velden(klasse):
            rij = rijen[veldvorm.naam]
            assert veldvorm.veld.omschrijving in rij
            assert veldvorm.veld.omschrijving_nl in rij
            assert ("**Personal data.**" in rij) == veldvorm.veld.persoonsgegeven
        assert set(re.findall(r"^\| `([^`]+)`", betekenis, re.MULTILINE)) <= set(rijen)


def test_geen_bladzijde_is_te_lang(bladzijden: dict[str, str]) -> None:
    """Nobody has to read more than 4,000 words to find one thing."""
    lang = {naam: len(tekst.split()) for naam, tekst in bladzijden.items()}
    assert {naam: n for naam, n in lang.items() if n > 4000} == {}


def test_elke_waarde_heeft_haar_uitleg(bladzijden: dict[str, str]) -> None:
    """The explanation of a value comes from the docstring below it."""
    assert (
        "| `bevestigd` | Two independent secondary sources agree. |" in bladzijden["klassen/bron"]
    )


def test_de_begrippenlijst_kent_elke_klasse_en_soort(
    glossarium: ModuleType, klassen: list[type[Any]]
) -> None:
    """Every class, choice and kind of document belongs to exactly one concept."""
    begrippen = glossarium.begrippen()["begrip"]
    namen = [naam for begrip in begrippen for naam in begrip.get("namen", ())]
    gebruikt = {klasse.__name__ for klasse in klassen} | set(DOCUMENTEN)
    assert sorted(gebruikt - set(namen)) == [], "add these to docs/begrippen.toml"
    assert len(namen) == len(set(namen))


def test_elk_begrip_is_volledig_en_eenmalig(glossarium: ModuleType) -> None:
    """Every concept has a term and a meaning in both languages, and no term occurs twice."""
    begrippen = glossarium.begrippen()["begrip"]
    for begrip in begrippen:
        assert all(begrip[sleutel].strip() for sleutel in ("nl", "en", "uitleg", "uitleg_nl"))
    termen = [begrip["nl"] for begrip in begrippen]
    assert len(termen) == len(set(termen))


def test_elk_woord_in_een_veldnaam_staat_in_de_begrippenlijst(
    glossarium: ModuleType, klassen: list[type[Any]]
) -> None:
    """Field names are made of words of the glossary, and the glossary has no word too many."""
    bron = glossarium.begrippen()
    gebruikt = {
        woord
        for klasse in klassen
        if not issubclass(klasse, Enum)
        for veldvorm in velden(klasse)
        for woord in veldvorm.naam.split("_")
        if not woord.isdigit()
    }
    bekend = set(bron["woorden"]) | set(bron["bindwoorden"])
    assert sorted(gebruikt - bekend) == [], "add these to docs/begrippen.toml"
    assert sorted(bekend - gebruikt) == [], "no field name has these any more"


def test_de_begrippenlijst_staat_op_de_bladzijde(
    glossarium: ModuleType, bladzijden: dict[str, str]
) -> None:
    """The glossary page has every concept, Dutch and English side by side, and every word."""
    bron = glossarium.begrippen()
    for begrip in bron["begrip"]:
        deel = bladzijden[f"begrippen/{glossarium.deel_van(begrip)}"]
        assert f"## {begrip['nl']}\n\n*{begrip['en']}*. {begrip['uitleg']}" in deel
        assert f"#{glossarium.anker(begrip)}) | {begrip['en']} |" in bladzijden["begrippen/index"]
    for nl, en in bron["woorden"].items():
        assert f"| `{nl}` | {en} |" in bladzijden["begrippen/woorden"]


def test_readme_noemt_de_tabellen_van_nu(
    gemaakt: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The lists are what tables and rules say; a stale one is found and can be written."""
    assert gemaakt.main(["--controle"]) == 0
    goed = (WORTEL / "README.md").read_text("utf-8")
    readme = tmp_path / "README.md"
    readme.write_text(goed.replace("| kraamzorg | 2023 |", "| kraamzorg | 2024 |"), "utf-8")
    monkeypatch.setattr(gemaakt, "LIJSTEN", {readme: gemaakt.dekking})
    assert gemaakt.main(["--controle"]) == 1
    assert "bijwerken" in capsys.readouterr().out
    assert gemaakt.main([]) == 0
    assert readme.read_text("utf-8") == goed


def test_de_lijst_in_readme_zegt_wat_ontbreekt(gemaakt: ModuleType) -> None:
    """Known and missing years of kraamzorg, doubtful amounts and undated tables are named."""
    tekst = gemaakt.dekking(proeftabellen())
    assert re.search(r"^\| kraamzorg \| 2023 \| \d+ of \d+ \| maximum \| bevestigd \|", tekst, re.M)
    assert "- `kraamzorg`: 2011-2018, 2022, 2024" in tekst
    assert "| tariefsoort_niet_vermeld |" in tekst
    assert "`verloskunde-tb-reg-19622-01`: the decision never entered into force" in tekst
    assert "`prenatale-screening-counseling`: the source states no dates" in tekst


@pytest.mark.parametrize("soort", sorted(DOCUMENTEN))
def test_elk_schema_heeft_een_bladzijde(soort: str, bladzijden: dict[str, str]) -> None:
    """The page of a schema has its identifier, every field of the root, and the rules."""
    tekst = bladzijden[f"soorten/{soort}"]
    assert f"/{soort}.schema.json" in tekst
    for veldvorm in velden(DOCUMENTEN[soort]):
        assert f"| `{veldvorm.naam}` |" in tekst
    for regel in PER_SOORT[soort]:
        assert f"| `{regel.code}` | {regel.titel.en} |" in tekst
    assert f"({soort}.md)" in bladzijden["soorten/index"]


def test_wat_niet_is_beoordeeld_is_volledig(
    bladzijden: dict[str, str], documenten: ModuleType
) -> None:
    """Every kind of document says what no rule looks at, and everything a rule can leave open."""
    niet = sys.modules["naslag_niet_beoordeeld"]
    assert documenten is not None
    buiten = niet.buiten_beeld()
    assert set(buiten) == set(PER_SOORT)
    assert all(punten for punten in buiten.values())
    open_ = niet.opengelaten()
    for soort, regels in PER_SOORT.items():
        namen = [
            naam for naam in bladzijden if re.fullmatch(rf"niet-beoordeeld/{soort}(-\d+)?", naam)
        ]
        deel = "".join(bladzijden[naam] for naam in namen)
        assert all(f"- {punt}\n" in deel for punt in buiten[soort])
        for regel in regels:
            for reden, tekst in regel.redenen.items():
                if (soort, regel.code, reden) in open_:
                    assert " ".join(tekst.en.split()) in deel
