"""Rows to documents: what belongs together, what contradicts itself, and where it came from."""

import io
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest

from geboortezorg.lijnen import (
    Beoordeeld,
    Koppeling,
    Onleesbaar,
    Opslagfout,
    assemble_rows,
    groeperen,
    load_mapping,
    row_findings,
    samenstelling,
    validate_rows,
)
from geboortezorg.regels.context import Context

CONTEXT = Context()


def maat(**anders: Any) -> Koppeling:
    """Return a koppeling of a dossier whose titles are short."""
    return load_mapping(
        {
            "document_soort": "dossier",
            "groep": ["p", "z"],
            "kolommen": {
                "referentie": "p",
                "zwangerschap.a_terme_datum": "atd",
                "client.postcode": "pc",
                "client.verzekeringen": {"uzovi_code": "uz", "looptijd.van": "sinds"},
                "kinderen": {"rangnummer": "rang"},
                "zorgepisodes": {"zorgepisode_id": "ep", "looptijd.van": "ep_van"},
            },
            "vast": {
                "kinderen.geboren": True,
                "zorgepisodes.zorgaanbieder.naam": "Praktijk",
            },
            "sleutels": {"zorgepisodes": ["ep"]},
        }
        | anders
    )


def rij(p: str = "a", z: str = "1", **cellen: str) -> dict[str, str]:
    """Return a row: empty but for what is given."""
    leeg = dict.fromkeys(("atd", "pc", "uz", "sinds", "rang", "ep", "ep_van"), "")
    return leeg | {"p": p, "z": z} | cellen


def gemaakt(rijen: list[dict[str, str]], **anders: Any) -> list[Any]:
    """Return the documents that rows make; of a row that cannot be read its number and why."""
    return [
        (deel.nummer, deel.reden.value) if isinstance(deel, Onleesbaar) else deel
        for deel in assemble_rows(rijen, maat(**anders))
    ]


def test_een_document_beoordeelt_zichzelf_als_de_rijen() -> None:
    """A document that was made of rows gives the report that judging the rows gives."""
    rijen = [rij(atd="2026-03-01"), rij("b", atd="gisteren")]
    beoordeeld = list(validate_rows(rijen, maat(), context=CONTEXT))
    assert [deel.oordeel(CONTEXT) for deel in gemaakt(rijen)] == [d.rapport for d in beoordeeld]
    assert beoordeeld[0].rapport != beoordeeld[1].rapport


def redenen(deel: Beoordeeld) -> set[tuple[str, str]]:
    """Return the places and reasons of the findings."""
    return {(pad, b.reden) for b in deel.rapport.bevindingen for pad in b.plaatsen}


def test_een_dossier_van_rijen() -> None:
    """Rows of one group are one dossier, in whatever order they come."""
    rijen = [
        rij(atd="2023-05-01", rang="1"),
        rij("b", rang="1"),
        rij(pc="1234AB", uz="3311", sinds="2020-01-01", ep="e1"),
        rij(uz="3312", sinds="2021-01-01", rang="1", ep="e1", ep_van="2022-10-01"),
        rij(z="2", ep="e2"),
    ]
    eerste, b, tweede = gemaakt(rijen)
    assert eerste.document == {
        "soort": "dossier",
        "schema_versie": "0.1",
        "referentie": "a",
        "zwangerschap": {"a_terme_datum": "2023-05-01"},
        "client": {
            "postcode": "1234AB",
            "verzekeringen": [
                {"uzovi_code": "3311", "looptijd": {"van": "2020-01-01"}},
                {"uzovi_code": "3312", "looptijd": {"van": "2021-01-01"}},
            ],
        },
        "kinderen": [{"rangnummer": 1, "geboren": True}, {"rangnummer": 1, "geboren": True}],
        "zorgepisodes": [
            {
                "zorgepisode_id": "e1",
                "zorgaanbieder": {"naam": "Praktijk"},
                "looptijd": {"van": "2022-10-01"},
            }
        ],
    }
    assert (eerste.rijen, b.rijen, tweede.rijen) == ((1, 3, 4), (2,), (5,))
    assert "client" not in b.document
    assert "1234AB" not in repr(eerste)


def test_waar_het_vandaan_komt() -> None:
    """A pointer leads back to the row and the column, or to the nearest part around it."""
    (een,) = gemaakt(
        [rij(rang="1"), rij(atd="2023-05-01", ep="e"), rij(ep="e", ep_van="2022-10-01")]
    )
    assert [
        (plek.rij, plek.titel)
        for plek in map(
            een.waar,
            (
                "",
                "/zwangerschap/a_terme_datum",
                "/zorgepisodes/0/looptijd/van",
                "/zorgepisodes/0/risicostatus",
                "/kinderen/0/rangnummer",
                "/kinderen/7/geboren",
                "/*",
            ),
        )
    ] == [(1, None), (2, "atd"), (3, "ep_van"), (2, None), (1, "rang"), (1, None), (1, None)]
    assert een.waar("/kinderen/0/rangnummer").kolom == list(rij()).index("rang") + 1


def test_tegenspraak() -> None:
    """Rows of one document that name another day are refused at the place, with the second row."""
    (deel,) = validate_rows([rij(atd="2023-05-01"), rij(atd="2023-05-02")] * 2, maat())
    assert redenen(deel) == {("/zwangerschap/a_terme_datum", "rijen")}
    assert deel.waar("/zwangerschap/a_terme_datum").rij == 2
    assert "dezelfde waarde in elke rij" in str(deel.rapport)
    zelfde = [rij(atd="2023-05-01"), rij(atd=" 2023-05-01 "), rij()]
    assert not gemaakt(zelfde)[0].fouten


def test_cel_die_niet_te_lezen_is() -> None:
    """A cell that cannot be read is refused once, at its member, in the form of the koppeling."""
    slecht = [rij(atd="2023-05-01", rang="x"), rij(rang="=1", ep="e", ep_van="01-02-2023")]
    (deel,) = validate_rows(slecht, maat(), context=CONTEXT)
    assert redenen(deel) == {
        ("/kinderen/0/rangnummer", "type"),
        ("/kinderen/1/rangnummer", "type"),
        ("/zorgepisodes/0/looptijd/van", "datum"),
    }
    assert deel.rapport.document_soort == "dossier"


def test_ook_wat_het_schema_zegt() -> None:
    """Beside what cannot be read stands what the schema says of the rest."""
    (deel,) = validate_rows([rij(atd="x", uz="3311"), rij(rang="1234")], maat())
    assert redenen(deel) == {
        ("/zwangerschap/a_terme_datum", "datum"),
        ("/client/verzekeringen/0/looptijd/van", "ontbreekt"),
        ("/kinderen/0/rangnummer", "grens"),
    }


def test_sleutel_ontbreekt() -> None:
    """An item of which the key is empty cannot be brought together with any other."""
    anders = {"sleutels": {"zorgepisodes": ["ep", "z2"]}}
    rijen = [rij(ep="e") | {"z2": ""}, rij(ep="e") | {"z2": ""}]
    (deel,) = validate_rows(rijen, maat(**anders))
    assert {pad for pad, reden in redenen(deel) if reden == "rijen"} == {
        "/zorgepisodes/0",
        "/zorgepisodes/1",
    }


def test_rij_zonder_groep() -> None:
    """A row that does not say to which document it belongs is told by its number."""
    assert gemaakt([rij(), rij(z=" ")])[0] == (2, "rij_groep")
    uit = list(validate_rows([rij(), rij(z="")], maat()))
    assert uit[0].document is None
    assert uit[0].waar("/x").rij == 2
    assert [b.code for b in uit[0].rapport.bevindingen] == ["GZ-INVOER-001"]


@pytest.mark.parametrize("gesorteerd", [True, False])
def test_te_veel_rijen(gesorteerd: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """One document keeps no more than so many rows in memory, and says that there were more."""
    monkeypatch.setattr(groeperen, "MAX_RIJEN", 3)
    for aantal, fouten in ((3, 0), (4, 1)):
        (deel,) = gemaakt([rij(rang="1")] * aantal, gesorteerd=gesorteerd)
        assert (len(deel.rijen), len(deel.fouten)) == (3, fouten)


def test_gesorteerd() -> None:
    """Sorted rows come out as they come in; one that cannot be read marks its neighbours."""
    rijen = [rij("a"), rij("b"), rij(""), rij("b"), rij("c"), rij(""), rij("d"), rij("e")]
    uit = gemaakt(rijen, gesorteerd=True)
    assert [deel if isinstance(deel, tuple) else deel.document["referentie"] for deel in uit] == [
        "a",
        (3, "rij_groep"),
        "b",
        (6, "rij_groep"),
        "c",
        "d",
        "e",
    ]
    assert [len(deel.fouten) for deel in uit if not isinstance(deel, tuple)] == [0, 1, 1, 1, 0]
    assert gemaakt([], gesorteerd=True) == []
    assert gemaakt([rij("")], gesorteerd=True) == [(1, "rij_groep")]


def test_niet_gesorteerd_terwijl_het_er_staat() -> None:
    """A group of which rows stand elsewhere is refused, never judged in part without a word."""
    a, b, nog_eens = validate_rows([rij("a"), rij("b"), rij("a")], maat(gesorteerd=True))
    assert ("", "rijen") in redenen(nog_eens)
    assert ("", "rijen") not in redenen(a) | redenen(b)


def test_een_onleesbare_rij_hoort_ergens_bij() -> None:
    """A row with a wrong number of cells marks the document that it names, from either end."""
    kop = ",".join(rij())
    voor = ",".join(rij("a", "1", rang="1").values())
    achter = f"x,{','.join(rij('b', '1', rang='1').values())}"
    goed = ["a", "b", "c"]
    data = "\n".join(
        [kop, *(",".join(rij(p).values()) for p in goed), f"{voor},x", achter, '"a"x,1', "c"]
    )
    uit = list(assemble_rows(io.BytesIO(data.encode()), maat()))
    fouten = {
        deel.document["referentie"]: len(deel.fouten)
        for deel in uit
        if not isinstance(deel, Onleesbaar)
    }
    assert fouten == {"a": 1, "b": 1, "c": 0}
    assert [deel.nummer for deel in uit if isinstance(deel, Onleesbaar)] == [5, 6, 7, 8]


def test_bevindingen_als_tabel() -> None:
    """Each place of each finding is a row, with the row and the column that it came from."""
    alle = list(validate_rows([rij(rang="x"), rij("", rang="1")], maat()))
    tabel = row_findings(alle)
    assert [(r.document, r.rij, r.kolomnummer, r.kolomtitel, r.code) for r in tabel] == [
        ("2", 2, None, None, "GZ-INVOER-001"),
        ("1", 1, 5, "rang", "GZ-VORM-001"),
    ]
    assert len(row_findings(alle[0])) == 1


def test_meer_dan_een_portie(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows go to the private database in portions; none is lost at the bounds."""
    monkeypatch.setattr(groeperen, "_PORTIE", 3)
    uit = gemaakt([rij(f"p{nummer % 7}", rang="1") for nummer in range(20)])
    assert [deel.document["referentie"] for deel in uit] == [f"p{nummer}" for nummer in range(7)]
    assert sum(len(deel.rijen) for deel in uit) == 20


@pytest.mark.parametrize("bladen", [3, 75])
def test_schijf_vol(bladen: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has no room is told so, while rows are kept and when they are brought together."""
    verbind = sqlite3.connect

    def krap(*argumenten: Any, **opties: Any) -> sqlite3.Connection:
        db: sqlite3.Connection = verbind(*argumenten, **opties)
        db.execute(f"PRAGMA max_page_count = {bladen}")
        return db

    monkeypatch.setattr(sqlite3, "connect", krap)
    with pytest.raises(Opslagfout, match="is vol") as fout:
        gemaakt([rij(f"p{nummer}", rang="1") for nummer in range(3000)])
    assert "disk for temporary files is full" in fout.value.tekst.en


def test_database_van_de_gebruiker() -> None:
    """What goes wrong in a database that rows are read from is not taken for our own."""

    def rijen() -> Iterator[dict[str, str]]:
        yield rij(rang="1")
        raise sqlite3.OperationalError("van de gebruiker")

    with pytest.raises(sqlite3.OperationalError, match="van de gebruiker"):
        list(assemble_rows(rijen(), maat()))


def test_grens_is_ruim_genoeg() -> None:
    """The bound on the rows of one document lets every list in it be full."""
    assert samenstelling.MAX_RIJEN >= 10_000
