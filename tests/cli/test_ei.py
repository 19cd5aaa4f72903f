"""``geboortezorg ei``: faults with their place, exit codes, and no value of a message."""

import gzip
import json
from pathlib import Path

import pytest
from tests.ei.berichten import VK301, als_bytes, bericht, met
from tests.ei.wereld import TABELLEN, declaratieregel, duur, goed

from geboortezorg import dump
from geboortezorg.cli import eiberichten, eilezen
from geboortezorg.convert import destructureer_document
from geboortezorg.model.prestatie import Prestatielijst
from geboortezorg.model.tarief import Tarieftabel

from .conftest import Opdracht

GOED = bericht()
FOUT = [*GOED[:2], met(GOED[2], "tarief", "Kanarie7"), GOED[3]]


@pytest.fixture(autouse=True)
def bestanden(tmp_path: Path) -> None:
    """Write a message that is right, one that is not, and one that is none."""
    (tmp_path / "goed.asc").write_bytes(als_bytes(GOED))
    (tmp_path / "goed.asc.gz").write_bytes(gzip.compress(als_bytes(GOED)))
    (tmp_path / "fout.asc").write_bytes(als_bytes(FOUT))
    (tmp_path / "leeg.asc").write_bytes(b"")
    (tmp_path / "kapot.asc.gz").write_bytes(b"geen gzip")


def test_lees(opdracht: Opdracht) -> None:
    """A good message is counted, and the layout names its ground."""
    for pad in ("goed.asc", "goed.asc.gz"):
        uit = opdracht("ei", "lees", pad)
        verwacht = "4 records, 1 prestaties, 0 fouten. Indeling: vk301-2.2 (secundair).\n"
        assert uit == (0, verwacht, "")
    assert opdracht("ei", "lees", "-", stdin=als_bytes(GOED)).code == 0


def test_lees_fouten(opdracht: Opdracht) -> None:
    """A fault names record, field and return code, in both languages, and shows no value."""
    uit = opdracht("ei", "lees", "fout.asc")
    assert uit.code == 1
    assert uit.out.startswith(
        "record 3, rubriek 0423, tarief, retourcode 0611: Dit veld mag alleen cijfers hebben."
    )
    engels = opdracht("ei", "lees", "fout.asc", "--taal", "en")
    assert engels.out.startswith("record 3, field 0423, tarief, return code 0611: This field may")
    als_json = opdracht("ei", "lees", "fout.asc", "--format", "json")
    fout, telling = map(json.loads, als_json.out.splitlines())
    assert (fout["record"], fout["veld"], fout["reden"]) == (3, "tarief", "geen_cijfers")
    assert telling == {
        "indeling": "vk301-2.2",
        "verificatie": "secundair",
        "records": 4,
        "prestaties": 1,
        "fouten": 1,
    }
    for een in (uit, engels, als_json):
        assert "kanarie" not in f"{een}".lower()


def test_wat_niet_te_lezen_is(opdracht: Opdracht) -> None:
    """No message, no file, no gzip: each is said, with exit code 2."""
    leeg = opdracht("ei", "lees", "leeg.asc")
    assert (leeg.code, leeg.out.splitlines()[-1]) == (
        2,
        "0 records, 0 prestaties, 1 fouten. Indeling: niet bekend.",
    )
    leeg = opdracht("ei", "lees", "leeg.asc", "--format", "json")
    assert json.loads(leeg.out.splitlines()[-1])["indeling"] is None
    assert "bestaat niet" in opdracht("ei", "lees", "nee.asc").err
    kapot = opdracht("ei", "lees", "kapot.asc.gz")
    assert (kapot.code, kapot.out) == (2, "")
    assert "geen heel gzip-bestand" in kapot.err


def test_heel_veel_fouten(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a bound faults are counted only."""
    monkeypatch.setattr(eilezen, "MAX_GETOOND", 0)
    assert opdracht("ei", "lees", "fout.asc").out.startswith("en nog 1 fouten\n")


def test_een_eigen_indeling(opdracht: Opdracht, tmp_path: Path) -> None:
    """An own layout goes before those that ship; one that is wrong is refused."""
    (tmp_path / "eigen.json").write_bytes(dump(VK301.model).replace(b"secundair", b"officieel"))
    uit = opdracht("ei", "lees", "goed.asc", "--indeling", "eigen.json")
    assert "vk301-2.2 (officieel)" in uit.out
    (tmp_path / "eigen.json").write_bytes(
        dump(VK301.model).replace(b'"recordlengte":310', b'"recordlengte":311')
    )
    uit = opdracht("ei", "lees", "goed.asc", "--indeling", "eigen.json")
    assert (uit.code, uit.out) == (2, "")
    assert "vullen het record niet" in uit.err


@pytest.fixture
def wereld(tmp_path: Path) -> tuple[str, ...]:
    """Write messages of a made-up year and its tables; return the options to judge them by."""
    (tmp_path / "context.json").write_text(
        json.dumps(
            {
                "soort": "context",
                "schema_versie": "0.1",
                "zonder_basistabellen": True,
                "beoordelingsdatum": "2030-03-01",
                "eerdere_factuurnummers_volledig": True,
                **{
                    lid: [
                        destructureer_document(tabel)
                        for tabel in TABELLEN.tabellen
                        if isinstance(tabel, klasse)
                    ]
                    for lid, klasse in (
                        ("prestatielijsten", Prestatielijst),
                        ("tarieftabellen", Tarieftabel),
                    )
                },
            },
            default=str,
        )
        .replace('"soort": "prestatielijst", "schema_versie": "0.1", ', "")
        .replace('"soort": "tarieftabel", "schema_versie": "0.1", ', ""),
        "utf-8",
    )
    for naam, records in {
        "goed": goed(declaratieregel(1), declaratieregel(2)),
        "duur": goed(declaratieregel(1), duur(2)),
        "twijfel": [*goed()[:1], met(goed()[1], "geslacht", "7"), *goed()[2:]],
        "kort": goed()[:-1],
        "open": goed(declaratieregel(1), declaratieregel(2, tijdseenheid="21")),
        "stuk": goed(declaratieregel(1), declaratieregel(2, declaratiebedrag=1500)),
    }.items():
        (tmp_path / f"{naam}.asc").write_bytes(als_bytes(records))
    return ("--context", "context.json")


def test_valideer(opdracht: Opdracht, wereld: tuple[str, ...]) -> None:
    """The exit code is that of the verdict, and findings stand at record and field."""
    assert opdracht("ei", "valideer", "goed.asc", *wereld) == (0, "akkoord\n", "")
    duur_ = opdracht("ei", "valideer", "duur.asc", *wereld)
    assert duur_.code == 1
    assert duur_.out.startswith("record 4, 0423, tarief: GZ-TARIEF-001 fout: ")
    assert opdracht("ei", "valideer", "twijfel.asc", *wereld).code == 4
    open_ = opdracht("ei", "valideer", "open.asc", *wereld, "--taal", "en")
    assert (open_.code, open_.out.splitlines()[-1]) == (3, "onvolledig: onbekend")
    als_json = opdracht("ei", "valideer", "duur.asc", *wereld, "--format", "json")
    bevinding, slot = map(json.loads, als_json.out.splitlines())
    assert (bevinding["record"], bevinding["rubriek"]) == (4, "0423")
    assert (slot["oordeel"], slot["toe_te_kennen"]) == ("afgekeurd", [3])
    assert opdracht("ei", "valideer", "leeg.asc", *wereld).code == 2
    laat = opdracht("ei", "valideer", "goed.asc", *wereld, "--op", "2030-01-01")
    assert (laat.code, "GZ-DECLARATIE-004" in laat.out) == (1, True)


def test_heel_veel_bevindingen(
    opdracht: Opdracht, wereld: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond a bound findings are counted only."""
    monkeypatch.setattr(eiberichten, "MAX_GETOOND", 0)
    assert opdracht("ei", "valideer", "duur.asc", *wereld).out.startswith("en nog 1 bevindingen\n")


def test_retour(opdracht: Opdracht, wereld: tuple[str, ...], tmp_path: Path) -> None:
    """The command says what was allowed, and that nothing is of what was not judged."""
    uit = opdracht("ei", "retour", "duur.asc", *wereld, "--output", "r.asc", "--referentie", "X")
    assert (uit.code, uit.err) == (1, "")
    assert uit.out.startswith("Geschreven: 1 prestaties toegekend, 1 afgewezen, 0 niet beoordeeld.")
    terug = opdracht("ei", "lees", "r.asc")
    assert (terug.code, "vk302-2.2" in terug.out) == (0, True)
    open_ = opdracht("ei", "retour", "open.asc", *wereld, "--output", "r.asc", "--taal", "en")
    assert (open_.code, "1 not judged. Nothing is allowed" in open_.out) == (3, True)
    assert "The layout is secundair" in open_.out
    kort = opdracht("ei", "retour", "kort.asc", *wereld, "--output", "r.asc")
    assert (kort.code, kort.out.startswith("Het bericht is als geheel geweigerd")) == (4, True)
    stuk = opdracht("ei", "retour", "stuk.asc", *wereld, "--output", "r.asc")
    assert "Van 1 afgewezen prestaties is geen retourcode bekend" in stuk.out
    als_json = opdracht(
        "ei", "retour", "goed.asc", *wereld, "--output", "r.asc", "--format", "json",
        "--zonder-opmerking", "0000",
    )  # fmt: skip
    assert json.loads(als_json.out)["toegekend_eurocent"] == 2000


def test_retour_kan_niet(opdracht: Opdracht, wereld: tuple[str, ...]) -> None:
    """Without a day, without a message, without a place to write: usage, exit code 2."""
    for argumenten, melding in (
        (("goed.asc", "--zonder-instellingen", "--output", "r.asc"), "--op"),
        (("leeg.asc", *wereld, "--output", "r.asc"), "geen indeling van een retourbericht"),
        (("goed.asc", *wereld, "--output", "map/bestaat/niet"), "niet te schrijven"),
        (("goed.asc", *wereld, "--output", "r", "--referentie", "x" * 25), "niet hooguit 24"),
        (("goed.asc", *wereld, "--output", "r", "--zonder-opmerking", "12"), "geen vier cijfers"),
    ):
        uit = opdracht("ei", "retour", *argumenten)
        assert uit.code == 2
        assert melding in uit.err


def test_heen_en_terug(opdracht: Opdracht, wereld: tuple[str, ...], tmp_path: Path) -> None:
    """A message becomes two files, and those the message again."""
    bestanden = ("--declaratie", "d.json", "--rest", "rest.json")
    assert opdracht("ei", "valideer", "goed.asc", *wereld, *bestanden).code == 0
    schrijf = ("ei", "schrijf", "d.json", *wereld, "--output", "weer.asc")
    uit = opdracht(*schrijf, "--aanvulling", "rest.json")
    assert uit == (0, "", "")
    assert (tmp_path / "weer.asc").read_bytes() == (tmp_path / "goed.asc").read_bytes()
    alleen = opdracht("ei", "valideer", "goed.asc", *wereld, "--declaratie", "e.json")
    assert alleen.code == 0
    assert (tmp_path / "e.json").read_bytes() == (tmp_path / "d.json").read_bytes()
    zonder = opdracht(*schrijf, "--format", "json")
    assert (zonder.code, json.loads(zonder.out.splitlines()[-1])["geschreven"]) == (1, False)
    document = json.loads((tmp_path / "d.json").read_text())
    document["declaratieregels"][0]["startdatum_zorg"] = "2030-01-01"
    (tmp_path / "d.json").write_text(json.dumps(document))
    uit = opdracht(*schrijf, "--aanvulling", "rest.json")
    assert uit.out == "Zonder plaats in het bericht: declaratieregels.startdatum_zorg.\n"
    document["declaratieregels"][0]["zorgaanbieder_agb"] = "08009999"
    (tmp_path / "d.json").write_text(json.dumps(document))
    uit = opdracht(*schrijf, "--aanvulling", "rest.json")
    assert (uit.code, uit.out.startswith("Niet geschreven: ")) == (1, True)


def test_geen_waarde_op_het_scherm(
    opdracht: Opdracht, wereld: tuple[str, ...], tmp_path: Path
) -> None:
    """Whatever stands in a field, no command shows it."""
    kanarie = "Kanarie7QKanarie7Q"
    records = goed()
    for i in (0, 1, 2):
        vorm = VK301.vormen[records[i][:2]]
        namen = [naam for naam in vorm.velden if naam not in KOPVELDEN]
        anders = records[i]
        for naam in namen:
            plaats = vorm.plaatsen[naam]
            anders = met(anders, naam, (kanarie * 20)[: plaats.stop - plaats.start])
        (tmp_path / "k.asc").write_bytes(als_bytes([*records[:i], anders, *records[i + 1 :]]))
        for wat in (
            ("lees", "k.asc"),
            ("valideer", "k.asc", *wereld),
            ("retour", "k.asc", *wereld, "--output", "r.asc"),
        ):
            for extra in ((), ("--format", "json"), ("--taal", "en")):
                uit = opdracht("ei", *wat, *extra)
                assert "kanar" not in f"{uit.out}{uit.err}".lower()


KOPVELDEN = {"recordkenmerk", "berichtcode", "berichtversie", "berichtsubversie"}


def test_schrijf_kan_niet(opdracht: Opdracht, wereld: tuple[str, ...], tmp_path: Path) -> None:
    """What is no declaratie, no aanvulling or no layout is said without repeating it."""
    (tmp_path / "kanarie.json").write_text('{"kanarie": "Kanarie7Q"}')
    for argumenten, melding in (
        (("kanarie.json",), "dit is geen declaratie"),
        (("kanarie.json", "--standaard", "kz301"), "er is geen indeling met die naam"),
    ):
        uit = opdracht("ei", "schrijf", *argumenten, *wereld, "--output", "u.asc")
        assert (uit.code, melding in uit.err, "Kanarie7Q" in uit.err) == (2, True, False)
    uit = opdracht("ei", "valideer", "goed.asc", *wereld, "--aanvulling", "kanarie.json")
    assert (uit.code, "dit is geen aanvulling" in uit.err, "7Q" in uit.err) == (2, True, False)
    uit = opdracht("ei", "valideer", "open.asc", *wereld, "--declaratie", "d.json")
    assert (uit.code, "niet helemaal te vertalen" in uit.err) == (3, True)
    assert not (tmp_path / "d.json").exists()
