"""Agreements in files that a context names: read like its tables, and judged as its own."""

import json
from pathlib import Path

import pytest
from tests.twee_talen import in_eigen_taal

from geboortezorg.model.context import Toetscontext
from geboortezorg.model.overeenkomst import Overeenkomst
from geboortezorg.regels.context import Context, ContextFout
from geboortezorg.tabellen import TabelFout, Tabelreden
from geboortezorg.validation import load

KOP = {"soort": "overeenkomst", "schema_versie": "0.1"}
AFSPRAAK = KOP | {
    "overeenkomst_id": "a",
    "overeenkomstsoort": "integraal",
    "uzovi_code": "3332",
    "schriftelijk": True,
    "zorgaanbieder_agb": "33001234",
    "looptijd": {"van": "2095-01-01", "tot_en_met": "2095-12-31"},
}


def schrijf(map_: Path, **afspraken: object) -> tuple[str, ...]:
    """Write each agreement as JSON in a folder, and return the names of the files."""
    for naam, afspraak in afspraken.items():
        tekst = afspraak if isinstance(afspraak, str) else json.dumps(afspraak)
        (map_ / f"{naam}.json").write_text(tekst, "utf-8")
    return tuple(f"{naam}.json" for naam in afspraken)


def test_naast_die_van_de_context(tmp_path: Path) -> None:
    """They come after those that stand in the context itself, and may be in TOML."""
    (tmp_path / "onder").mkdir()
    (tmp_path / "onder" / "b.toml").write_text(
        'soort = "overeenkomst"\nschema_versie = "0.1"\novereenkomst_id = "b"\n'
        'overeenkomstsoort = "integraal"\nuzovi_code = "3332"\nschriftelijk = true\nzorgaanbieder_agb = "33001234"\nlooptijd = { van = 2095-01-01 }\n',
        "utf-8",
    )
    zelf = load(json.dumps(AFSPRAAK), Overeenkomst)
    namen = (*schrijf(tmp_path, a=AFSPRAAK | {"overeenkomst_id": "c"}), "onder/b.toml")
    context = Context.uit_document(
        Toetscontext(overeenkomsten=(zelf,), overeenkomstbestanden=namen), tmp_path
    )
    assert [afspraak.overeenkomst_id for afspraak in context.overeenkomsten] == ["a", "c", "b"]


@pytest.mark.parametrize("zelf", [0, 1])
def test_een_tegenspraak_noemt_het_bestand(zelf: int, tmp_path: Path) -> None:
    """One that is reversed, or that another contradicts, is told of by the name of its file."""
    om = AFSPRAAK | {"looptijd": {"van": "2095-02-01", "tot_en_met": "2095-01-01"}}
    document = Toetscontext(
        overeenkomsten=(load(json.dumps(AFSPRAAK), Overeenkomst),) * zelf,
        overeenkomstbestanden=schrijf(
            tmp_path, a=AFSPRAAK | {"overeenkomst_id": "z"}, b=om | {"overeenkomst_id": "y"}
        ),
    )
    with pytest.raises(ContextFout) as fout:
        Context.uit_document(document, tmp_path)
    assert {plek.pad for plek in fout.value.plekken} == {"/overeenkomstbestanden/1"}
    (tmp_path / "b.json").unlink()
    with pytest.raises(TabelFout):
        Context.uit_document(document, tmp_path)


def test_een_tegenspraak_in_de_context_zelf(tmp_path: Path) -> None:
    """What stands in the context keeps its own place."""
    om = AFSPRAAK | {"looptijd": {"van": "2095-02-01", "tot_en_met": "2095-01-01"}}
    zelf = load(json.dumps(AFSPRAAK), Overeenkomst)
    document = Toetscontext(
        overeenkomsten=(zelf, zelf), overeenkomstbestanden=schrijf(tmp_path, b=om)
    )
    with pytest.raises(ContextFout) as fout:
        Context.uit_document(document, tmp_path)
    assert any(plek.pad.startswith("/overeenkomsten/") for plek in fout.value.plekken)


@pytest.mark.parametrize(
    ("afspraak", "reden"),
    [
        ({"soort": "context", "schema_versie": "0.1"}, Tabelreden.SOORT),
        (KOP, Tabelreden.VORM),
        ("{", Tabelreden.INHOUD),
    ],
)
def test_geweigerd(afspraak: object, reden: Tabelreden, tmp_path: Path) -> None:
    """A file that holds no agreement is refused, by its name and in both languages."""
    document = Toetscontext(overeenkomstbestanden=schrijf(tmp_path, a=afspraak))
    with pytest.raises(TabelFout) as fout:
        Context.uit_document(document, tmp_path)
    assert {(m.reden, m.bestand) for m in fout.value.meldingen} == {(reden, "a.json")}
    in_eigen_taal(fout.value.tekst)


def test_niet_zonder_map_of_erbuiten(tmp_path: Path) -> None:
    """They stand in the folder of the context or below, like its tables."""
    document = Toetscontext(overeenkomstbestanden=("../a.json",))
    with pytest.raises(ValueError, match="geef de map"):
        Context.uit_document(document)
    with pytest.raises(TabelFout, match=r"^/overeenkomstbestanden/0: dit bestand ligt niet"):
        Context.uit_document(document, tmp_path)
