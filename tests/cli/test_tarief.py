"""``geboortezorg tarief``: an amount with everything that it rests on, or why there is none."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from geboortezorg.tabellen import Antwoordstatus, Belemmering, Gevonden, Onbekendreden, shipped

from .conftest import Opdracht


def eigen(**prestatie: Any) -> dict[str, Any]:
    """Return a context with one prestatie of our own, without tariffs."""
    bron = {
        "titel": "Eigen [b]bron :wave:",
        "verificatie": "secundair",
        "toelichting": "Zelf bedacht.",
    }
    rij = {
        "prestatie_id": "eigen-prestatie",
        "regime": "kraamzorg",
        "omschrijving": "Eigen prestatie",
        "omschrijving_en": "Prestatie of our own",
        "eenheid": "stuk",
    }
    return {
        "soort": "context",
        "schema_versie": "0.1",
        "prestatielijsten": [
            {"naam": "eigen-lijst", "bron": bron, "prestaties": [rij | prestatie]}
        ],
    }


def met_tarief(document: dict[str, Any], tarief: dict[str, Any], **besluit: Any) -> dict[str, Any]:
    """Return the context with one tariff for that prestatie, of 2030 on."""
    beschikking = {
        "titel": "Eigen besluit",
        "status": "vastgesteld",
        "looptijd": {"van": "2030-01-01"},
        "bron": {"titel": "Eigen besluit", "verificatie": "officieel"},
    }
    rij = {"prestatie_id": "eigen-prestatie", "eenheid": "stuk"}
    tabel = {
        "naam": "eigen-tabel",
        "regime": "kraamzorg",
        "tariefbeschikking": beschikking | besluit,
        "tarieven": [rij | tarief],
    }
    return document | {"tarieftabellen": [tabel]}


def vraag(opdracht: Opdracht, document: dict[str, Any], *extra: str) -> tuple[int, str, Any]:
    """Return exit code, table and JSON for our own prestatie in May 2030."""
    Path("context.json").write_text(json.dumps(document), "utf-8")
    argv = ("tarief", "eigen-prestatie", "--op", "2030-05-01", "--context", "context.json", *extra)
    tabel, uit = opdracht(*argv), opdracht(*argv, "--format", "json")
    assert (tabel.code, tabel.err, uit.err) == (uit.code, "", "")
    (antwoord,) = uit.rapporten
    return uit.code, tabel.out, antwoord


def test_tabel(opdracht: Opdracht) -> None:
    """Amount, kind, validity, source and verification are shown."""
    uitkomst = opdracht("tarief", "kraamzorg-uur", "--op", "2023-05-01")
    assert (uitkomst.code, uitkomst.err) == (0, "")
    tekstregels = [tekstregel for tekstregel in uitkomst.out.splitlines() if tekstregel[0] != " "]
    rijen = dict(tekstregel.split(maxsplit=1) for tekstregel in tekstregels)
    assert rijen["prestatie"] == "kraamzorg-uur: Kraamzorg, per uur"
    assert rijen["op"] == "2023-05-01"
    assert rijen["tarief"] == "€ 59,33 per uur"
    assert rijen["tariefsoort"] == "maximum"
    assert rijen["geldig"] == "2023-01-01 t/m 2023-12-31"
    assert rijen["bron"].startswith("tarievenpagina Bureau Klasse Kraamzorg (2023)")
    assert rijen["url"].startswith("https://")
    assert rijen["verificatie"] == "bevestigd"
    assert rijen["tabel"] == "kraamzorg-2023"


def test_engels(opdracht: Opdracht) -> None:
    """With --taal en the words around the facts are English."""
    uit = opdracht("tarief", "kraamzorg-uur", "--op", "2023-05-01", "--taal", "en").out
    assert "\nkind          maximum\n" in uit
    assert "\nvalid         2023-01-01 up to and including 2023-12-31\n" in uit


def test_json(opdracht: Opdracht) -> None:
    """JSON is one object on one line, with the names that the models use."""
    uitkomst = opdracht("tarief", "kraamzorg-uur", "--op", "2023-05-01", "--format", "json")
    (antwoord,) = uitkomst.rapporten
    gevonden = shipped().lookup("kraamzorg-uur", date(2023, 5, 1))
    assert isinstance(gevonden, Gevonden)
    assert antwoord["bron"]["titel"] == gevonden.bron.titel
    assert antwoord["tariefbeschikking"]["titel"] == gevonden.tariefbeschikking.titel
    assert {
        "status": "gevonden",
        "op": "2023-05-01",
        "prestatie_id": "kraamzorg-uur",
        "omschrijving": "Kraamzorg, per uur",
        "bedrag_eurocent": 5933,
        "tariefsoort": "maximum",
        "eenheid": "uur",
        "looptijd": {"van": "2023-01-01", "tot_en_met": "2023-12-31"},
        "tabel": "kraamzorg-2023",
        "verificatie": "bevestigd",
        "toetsbaar": True,
    }.items() <= antwoord.items()
    assert "belemmering" not in antwoord


def test_code_en_naam(opdracht: Opdracht) -> None:
    """The public code and our stable name of a prestatie give the same answer."""
    naam, code = (
        opdracht("tarief", wat, "--op", "2017-05-01")
        for wat in ("verloskunde-volledig-prenataal", "1101")
    )
    assert naam == code
    assert "verloskunde-volledig-prenataal (1101)" in code.out


def test_tariefsoort_niet_vermeld(opdracht: Opdracht) -> None:
    """An amount whose kind is not stated is shown with that fact, and is an answer."""
    uitkomst = opdracht("tarief", "1101", "--op", "2017-05-01")
    assert uitkomst.code == 0
    assert "tariefsoort  niet_vermeld\n" in uitkomst.out
    assert (
        "let op       de bron zegt niet wat voor tarief dit is; het wordt getoond" in uitkomst.out
    )


def test_betwist(opdracht: Opdracht) -> None:
    """A doubtful amount is shown with what makes it doubtful."""
    argv = ("tarief", "1101", "--op", "2024-05-01")
    uitkomst = opdracht(*argv)
    assert uitkomst.code == 0
    assert "let op       dit bedrag is twijfelachtig; het wordt getoond, maar toetst niet\n" in (
        uitkomst.out
    )
    assert "twijfel      De drie fasen op dezelfde pagina tellen op tot" in uitkomst.out
    (antwoord,) = opdracht(*argv, "--format", "json").rapporten
    assert (antwoord["toetsbaar"], antwoord["belemmering"]) == (False, "betwist")
    assert antwoord["betwist"].startswith("De drie fasen")


def test_geen_tarief_in_2024(opdracht: Opdracht) -> None:
    """Kraamzorg in 2024 is not known there: it says so and gives no amount of 2023."""
    context: dict[str, Any] = {"soort": "context", "schema_versie": "0.1"}
    context["basistabellen"] = ["prestaties-kraamzorg", "kraamzorg-2023"]
    Path("context.json").write_text(json.dumps(context), "utf-8")
    argv = ("tarief", "kraamzorg-uur", "--op", "2024-05-01", "--context", "context.json")
    uitkomst = opdracht(*argv)
    assert (uitkomst.code, uitkomst.err) == (3, "")
    assert uitkomst.out == (
        "Geen tarief bekend van kraamzorg-uur op 2024-05-01. Dat van een andere dag telt niet.\n"
        "Het vorige bekende tarief gold t/m 2023-12-31.\n"
    )
    uitkomst = opdracht(*argv, "--format", "json")
    assert uitkomst.code == 3
    (antwoord,) = uitkomst.rapporten
    assert (antwoord["status"], antwoord["reden"]) == ("onbekend", "geen_tarief_bekend")
    assert antwoord["laatst_bekend_tot_en_met"] == "2023-12-31"
    assert "59" not in uitkomst.out


def test_onbekende_prestatie(opdracht: Opdracht) -> None:
    """A prestatie that no table has is not known; its name is not repeated."""
    argv = ("tarief", "Kanarievogel", "--op", "2023-05-01")
    uitkomst = opdracht(*argv)
    assert uitkomst == (3, "Geen tarief: deze prestatie staat in geen van de tabellen.\n", "")
    assert opdracht(*argv, "--format", "json").rapporten == [
        {"status": "onbekend", "op": "2023-05-01", "reden": Onbekendreden.PRESTATIE_ONBEKEND.value}
    ]


def test_eerstvolgend(opdracht: Opdracht) -> None:
    """Of a gap before the first table is said when the tables begin."""
    document = met_tarief(
        eigen(), {"tariefsoort": "vast", "bedrag_eurocent": 1}, looptijd={"van": "2031-01-01"}
    )
    code, tabel, antwoord = vraag(opdracht, document)
    assert code == 3
    assert tabel.endswith("\nHet eerstvolgende bekende tarief geldt vanaf 2031-01-01.\n")
    assert antwoord["eerstvolgend_van"] == "2031-01-01"


@pytest.mark.parametrize(
    ("prestatie", "status", "zin"),
    [
        (
            {"van": "2031-01-01"},
            Antwoordstatus.NOG_NIET_VAN_KRACHT,
            "Geen tarief: eigen-prestatie bestaat pas vanaf 2031-01-01.",
        ),
        (
            {"tot_en_met": "2029-12-31"},
            Antwoordstatus.BEEINDIGD,
            "Geen tarief: eigen-prestatie bestond t/m 2029-12-31.",
        ),
    ],
)
def test_buiten_de_looptijd(
    prestatie: dict[str, Any], status: Antwoordstatus, zin: str, opdracht: Opdracht
) -> None:
    """A prestatie that does not exist yet or no more has no tariff; the source says since when."""
    code, tabel, antwoord = vraag(opdracht, eigen(**prestatie))
    assert code == 3
    assert tabel == (
        f"{zin}\nbron: Eigen [b]bron :wave:\ntoelichting: Zelf bedacht.\nverificatie: secundair\n"
    )
    assert antwoord["status"] == status.value
    assert antwoord["datum"] in zin
    assert antwoord["verificatie"] == "secundair"


def test_vrij_tarief(opdracht: Opdracht) -> None:
    """A free tariff is an answer, without an amount; an open end is shown as open."""
    code, tabel, antwoord = vraag(opdracht, met_tarief(eigen(), {"tariefsoort": "vrij"}))
    assert code == 0
    assert "tarief       vrij: wat zorgaanbieder en verzekeraar afspreken\n" in tabel
    assert "geldig       2030-01-01 t/m ...\n" in tabel
    assert "bedrag_eurocent" not in antwoord


def test_einde_niet_vermeld(opdracht: Opdracht) -> None:
    """When the source does not state the last day, that is said."""
    document = met_tarief(eigen(), {"tariefsoort": "vrij"}, einde_vermeld=False)
    _, tabel, antwoord = vraag(opdracht, document)
    assert "geldig       2030-01-01 t/m ... (de laatste dag staat niet in de bron)\n" in tabel
    assert antwoord["tariefbeschikking"]["einde_vermeld"] is False


def test_concept(opdracht: Opdracht) -> None:
    """An amount from a decision that is not adopted is shown with that fact."""
    tarief = {"tariefsoort": "maximum", "bedrag_eurocent": 123456}
    code, tabel, antwoord = vraag(opdracht, met_tarief(eigen(), tarief, status="concept"))
    assert code == 0
    assert "tarief       € 1.234,56 per stuk\n" in tabel
    assert "let op       de beschikking is nog niet vastgesteld; " in tabel
    assert antwoord["belemmering"] == Belemmering.CONCEPT.value


def test_een_eigen_rij_in_plaats_van_een_meegeleverde(opdracht: Opdracht) -> None:
    """The answer says which shipped row an own one replaces, and what that row has."""
    document = met_tarief(eigen(), {"tariefsoort": "maximum", "bedrag_eurocent": 1500})
    (tabel,) = document["tarieftabellen"]
    tabel["tarieven"][0] |= {"prestatie_id": "kraamzorg-uur", "eenheid": "kwartier"}
    tabel["tariefbeschikking"]["looptijd"] = {"van": "2023-05-01"}
    Path("context.json").write_text(json.dumps(document), "utf-8")
    argv = ("tarief", "kraamzorg-uur", "--context", "context.json", "--op")
    uit = opdracht(*argv, "2023-05-01").out
    assert "\ntarief       € 60,00 per uur\n" in uit
    assert "\nvervangt     kraamzorg-2023, daar € 59,33 per uur\n" in uit
    (antwoord,) = opdracht(*argv, "2023-05-01", "--format", "json").rapporten
    assert (antwoord["tabel"], antwoord["eigen"]) == ("eigen-tabel", True)
    assert antwoord["vervangt"] == {
        "tabel": "kraamzorg-2023",
        "tariefsoort": "maximum",
        "bedrag_eurocent": 5933,
        "eenheid": "uur",
        "verificatie": "bevestigd",
    }
    (ervoor,) = opdracht(*argv, "2023-04-30", "--format", "json").rapporten
    assert (ervoor["tabel"], ervoor["eigen"]) == ("kraamzorg-2023", False)
    assert "vervangt" not in ervoor


def test_een_vrij_tarief_in_plaats_van_een_meegeleverd(opdracht: Opdracht) -> None:
    """Where nothing is known, nothing is replaced."""
    document = met_tarief(eigen(), {"tariefsoort": "vrij"})
    assert "vervangt" not in vraag(opdracht, document)[2]


def test_suggestie(opdracht: Opdracht) -> None:
    """An unknown name that looks like a known one gives that, in both forms of the answer."""
    argv = ("tarief", "kraamzorg-uurr", "--op", "2023-05-01")
    uitkomst = opdracht(*argv)
    assert uitkomst.code == 3
    assert uitkomst.out.splitlines()[1:] == ["Misschien bedoeld: kraamzorg-uur."]
    assert opdracht(*argv, "--format", "json").rapporten[0]["bedoeld"] == ["kraamzorg-uur"]


def test_geen_suggestie(opdracht: Opdracht) -> None:
    """A name that is known, or looks like none, gives no suggestion."""
    for naam, dag in (("zomaar-iets-anders", "2023-05-01"), ("kraamzorg-uur", "2009-05-01")):
        argv = ("tarief", naam, "--op", dag)
        assert "bedoeld" not in opdracht(*argv).out
        assert "bedoeld" not in opdracht(*argv, "--format", "json").rapporten[0]
