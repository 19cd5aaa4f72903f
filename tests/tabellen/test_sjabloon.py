"""A table to fill in: what is known stands there, what is not is open, and it reads back."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from geboortezorg.model.prestatie import Prestatie, Prestatielijst, Regime
from geboortezorg.model.tarief import Tarieftabel
from geboortezorg.tabellen import (
    TabelFout,
    Tabellen,
    Tabelreden,
    proeftabellen,
    read_file,
    template_csv,
    template_toml,
    with_files,
)

EIGEN = """
soort = "tarieftabel"
schema_versie = "0.1"
naam = "eigen"
regime = "kraamzorg"

[tariefbeschikking]
titel = "Verzonnen"
status = "{status}"
looptijd = {{ van = 2023-07-01, tot_en_met = 2023-07-31 }}
bron = {{ titel = "Verzonnen", verificatie = "officieel" }}

[[tarieven]]
prestatie_id = "kraamzorg-uur"
tariefsoort = "maximum"
eenheid = "uur"
bedrag_eurocent = 6000
"""


def rijen(tabellen: Tabellen, regime: Regime, jaar: int) -> list[dict[str, Any]]:
    """Return the rows of a template."""
    gegeven: list[dict[str, Any]] = tomllib.loads(template_toml(tabellen, regime, jaar)).get(
        "tarieven", []
    )
    return gegeven


@pytest.mark.parametrize("regime", Regime)
@pytest.mark.parametrize("jaar", [2013, 2023, 2027, 2090])
@pytest.mark.parametrize("taal", ["nl", "en"])
def test_leest_terug(regime: Regime, jaar: int, taal: str, tmp_path: Path) -> None:
    """Every template is refused for what is open and nothing else; CSV and TOML are alike."""
    redenen: list[set[Tabelreden]] = []
    for naam, schrijf in (("t.toml", template_toml), ("t.csv", template_csv)):
        pad = tmp_path / naam
        pad.write_text(schrijf(proeftabellen(), regime, jaar, taal=taal), "utf-8", newline="")
        if naam == "t.csv" and len(pad.read_text("utf-8").splitlines()) == 1:
            continue  # no prestatie of this regime exists that year
        with pytest.raises(TabelFout) as fout:
            read_file(pad)
        redenen.append({melding.reden for melding in fout.value.meldingen})
    assert all(reden == {Tabelreden.OPEN} for reden in redenen)


def test_bekend_is_ingevuld() -> None:
    """A year that is known whole has every amount, with the source of each."""
    bekend = {rij["prestatie_id"]: rij for rij in rijen(proeftabellen(), Regime.KRAAMZORG, 2023)}
    assert bekend["kraamzorg-uur"]["bedrag_eurocent"] == 5933
    assert bekend["kraamzorg-uur"]["bron"]["verificatie"] == "bevestigd"
    assert all("looptijd" not in rij for rij in bekend.values())


def test_een_deel_van_het_jaar(tmp_path: Path) -> None:
    """What an own table has is left out, and around it the days are told apart."""
    pad = tmp_path / "eigen.toml"
    pad.write_text(EIGEN.format(status="vastgesteld"), "utf-8")
    over = with_files(proeftabellen(), pad)
    delen = [r for r in rijen(over, Regime.KRAAMZORG, 2023) if r["prestatie_id"] == "kraamzorg-uur"]
    assert [rij["looptijd"] for rij in delen] == [
        {"van": date(2023, 1, 1), "tot_en_met": date(2023, 6, 30)},
        {"van": date(2023, 8, 1), "tot_en_met": date(2023, 12, 31)},
    ]
    assert template_csv(over, Regime.KRAAMZORG, 2023).count(";2023-06-30;") == 1
    pad.write_text(EIGEN.format(status="concept"), "utf-8")
    concept = with_files(proeftabellen(), pad)
    assert len([r for r in rijen(concept, Regime.KRAAMZORG, 2023) if "looptijd" in r]) == 2


def test_wat_nooit_een_tarief_had() -> None:
    """A prestatie of which no tariff was ever seen stands there as a comment."""
    nooit = "kraamzorg-toeslag-integrale-geboortezorg"
    tekst = template_toml(proeftabellen(), Regime.KRAAMZORG, 2090)
    assert f'# prestatie_id = "{nooit}"' in tekst
    assert nooit not in {
        rij["prestatie_id"] for rij in rijen(proeftabellen(), Regime.KRAAMZORG, 2090)
    }


def test_soort_van_een_later_jaar() -> None:
    """Of a year before the first tariff, the kind is that of the first."""
    eerste = rijen(proeftabellen(), Regime.KRAAMZORG, 2005)
    assert {rij["tariefsoort"] for rij in eerste} == {"maximum"}
    assert {rij["bedrag_eurocent"] for rij in eerste} == {"?"}


def test_vreemde_tekens() -> None:
    """A description cannot end its comment, and a code is shown."""
    lijst = proeftabellen().prestatielijsten[0]
    vreemd = Prestatie(
        prestatie_id="eigen-1",
        regime=Regime.VSV,
        omschrijving='a\n[[tarieven]]\x0cb "c"',
        omschrijving_en="d\u2028e\rf",
        eenheid=lijst.prestaties[0].eenheid,
        code="Z1",
    )
    eigen = Prestatielijst(naam="eigen", bron=lijst.bron, prestaties=(vreemd,))
    for taal in ("nl", "en"):
        tekst = template_toml(Tabellen().add(eigen), Regime.VSV, 2090, taal=taal)
        assert "tarieven" not in tomllib.loads(tekst)
        assert "(Z1)" in tekst


def test_jaar_buiten_de_kalender() -> None:
    """A year that no date can have is refused."""
    with pytest.raises(ValueError, match="een jaar ligt van 1900 tot en met 2099"):
        template_toml(proeftabellen(), Regime.VSV, 2100)


def test_bron_met_alles(tmp_path: Path) -> None:
    """Whatever a source says is written so that it reads back the same."""
    tabel = next(t for t in proeftabellen().tarieftabellen if t.naam == "kraamzorg-2023")
    bron = attrs.evolve(
        tabel.tariefbeschikking.bron, titel='"x"\\ é', gezien_op=date(2026, 1, 2), url="u"
    )
    besluit = attrs.evolve(tabel.tariefbeschikking, bron=bron)
    lijsten = [t for t in proeftabellen().prestatielijsten if t.naam == "prestaties-kraamzorg"]
    tabellen = Tabellen().add(*lijsten, attrs.evolve(tabel, tariefbeschikking=besluit)).as_base()
    tekst = template_toml(tabellen, Regime.KRAAMZORG, 2023)
    tekst = tekst.replace('= "?"', '= "secundair"')
    (tmp_path / "t.toml").write_text(tekst, "utf-8")
    gelezen = read_file(tmp_path / "t.toml")
    assert isinstance(gelezen, Tarieftabel)
    assert {rij.bron for rij in gelezen.tarieven} == {bron}
