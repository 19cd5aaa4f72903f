"""``geboortezorg prestaties`` and ``tabellen``: search what is known."""

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Opdracht
from .test_tarief import eigen, met_tarief


def zoek(opdracht: Opdracht, *argv: str) -> list[dict[str, Any]]:
    """Return the rows that a search gives as JSON."""
    uitkomst = opdracht(*argv, "--format", "json")
    assert uitkomst.code == 0
    rijen: list[dict[str, Any]] = json.loads(uitkomst.out)
    return rijen


@pytest.mark.parametrize(
    ("argv", "namen"),
    [
        (("INTAKE", "clienT"), ["kraamzorg-intake-thuis"]),
        (("--regime", "vsv", "coordineren"), ["vsv-zorg-coordineren"]),
        (("1101",), None),
        (("telephone",), ["kraamzorg-intake-telefonisch"]),
    ],
)
def test_prestaties(argv: tuple[str, ...], namen: list[str] | None, opdracht: Opdracht) -> None:
    """Words are sought in name, code and both descriptions, without capitals or accents."""
    gevonden = zoek(opdracht, "prestaties", *argv)
    if namen is None:
        assert {rij["code"] for rij in gevonden} == {"1101"}
    else:
        assert [rij["prestatie_id"] for rij in gevonden] == namen
    tabel = opdracht("prestaties", *argv).out
    assert all(rij["prestatie_id"] in tabel for rij in gevonden)


def test_niets_gevonden(opdracht: Opdracht) -> None:
    """Nothing found has a code of its own, and says what to do."""
    geen = opdracht("prestaties", "bestaatniet", "--taal", "en")
    assert (geen.code, geen.out.startswith("Nothing found.")) == (3, True)
    assert "bestaatniet" not in geen.out + geen.err
    leeg = opdracht("tabellen", "bestaatniet", "--format", "json")
    assert (leeg.code, leeg.out) == (3, "[]\n")


def test_prestaties_op_een_dag(opdracht: Opdracht) -> None:
    """With a day each has its tariff of that day, or that it is not known."""
    vraag = ("prestaties", "kraamzorg-uur", "--op")
    bekend = opdracht(*vraag, "2023-05-01")
    assert "€ 59,33" in bekend.out
    assert "bevestigd" in bekend.out
    assert "niet bekend" in opdracht(*vraag, "1999-05-01").out
    (rij,) = zoek(opdracht, *vraag, "2023-05-01")
    assert rij["tarief"] == {
        "tariefsoort": "maximum",
        "bedrag_eurocent": 5933,
        "toetsbaar": True,
        "verificatie": "bevestigd",
        "tabel": "kraamzorg-2023",
    }
    (onbekend,) = zoek(opdracht, *vraag, "1999-05-01")
    assert onbekend["tarief"] is None


def test_alleen_wat_die_dag_bestaat(opdracht: Opdracht, tmp_path: Path) -> None:
    """A prestatie that began later is not among those of a day; a free one says so."""
    document = met_tarief(eigen(van="2031-01-01"), {"tariefsoort": "vrij"})
    (tmp_path / "c.json").write_text(json.dumps(document), "utf-8")
    vraag = ("prestaties", "eigen-prestatie", "--context", "c.json")
    assert opdracht(*vraag, "--op", "2030-05-01").code == 3
    assert " vrij " in opdracht(*vraag, "--op", "2031-05-01").out
    assert opdracht("tabellen", "eigen-tabel", "--context", "c.json").code == 0
    assert (
        "eigen-tabel (own)"
        in opdracht("tabellen", "eigen-tabel", "--context", "c.json", "--taal", "en").out
    )


def test_tabellen(opdracht: Opdracht) -> None:
    """A table is found by its name, its title and what is in it, on the days of its rows."""
    vraag = ("tabellen", "kraamzorg-uur", "--regime", "kraamzorg")
    alle = zoek(opdracht, *vraag)
    assert {"kraamzorg-2023", "kraamzorg-2021", "prestaties-kraamzorg"} <= {
        rij["naam"] for rij in alle
    }
    op = zoek(opdracht, *vraag, "--op", "2023-05-01")
    assert [rij["naam"] for rij in op] == ["kraamzorg-2023", "prestaties-kraamzorg"]
    assert (op[0]["van"], op[0]["tot_en_met"], op[0]["rijen"]) == ("2023-01-01", "2023-12-31", 6)
    norm = opdracht("tabellen", "norm-kraamzorg-lip-3")
    assert (norm.code, "normtabel" in norm.out) == (0, True)
