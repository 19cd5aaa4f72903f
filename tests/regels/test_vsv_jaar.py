"""The year 2027 of a VSV with three insurers: each quarter holds once, in whatever order things stand."""

import itertools
from typing import Any

import pytest

from geboortezorg import Context, Oordeel, validate
from geboortezorg.convert import structureer_document

Document = dict[str, Any]

KWARTALEN = (
    ("2027-01-01", "2027-03-31"),
    ("2027-04-01", "2027-06-30"),
    ("2027-07-01", "2027-09-30"),
    ("2027-10-01", "2027-12-31"),
)
BEDRAGEN = {"0001": 2_500_000, "0002": 2_000_000, "0003": 999_999}
"""What each insurer pays a quarter."""

STAPPEN = {
    "zakelijke_inhoud_eerste_kamer": "2026-04-01",
    "zakelijke_inhoud_tweede_kamer": "2026-04-01",
    "besluit": "2026-05-02",
    "staatscourant": "2026-05-11",
}
BESCHRIJVING: Document = {
    "prestatiebeschrijving_id": "pb-1",
    "prestatie": "vsv-zorg-coordineren",
    "status": "vastgesteld",
    "tariefsoort": "vrij",
    "looptijd": {"van": "2027-01-01"},
    "vastgesteld_op": "2026-07-01",
    "aanwijzing": {
        "aanwijzing_id": "aanwijzing-vsv",
        "onderwerp": "Bekostiging van VSV's",
        "regime": "vsv",
        "stappen": [{"procedurestapsoort": s, "datum": dag} for s, dag in STAPPEN.items()],
    },
    "macrokader": {"macrokadersoort": "overig_curatief", "macrobeheersinstrument": False},
}


def overeenkomst(uzovi_code: str, kwartalen: range = range(4), **anders: Any) -> Document:
    """Return a lumpsum over some quarters, due at the beginning of each."""
    bedrag = BEDRAGEN[uzovi_code]
    return {
        "overeenkomst_id": "vsv-2027",
        "overeenkomstsoort": "lumpsum",
        "uzovi_code": uzovi_code,
        "looptijd": {"van": KWARTALEN[kwartalen[0]][0], "tot_en_met": KWARTALEN[kwartalen[-1]][1]},
        "schriftelijk": True,
        "vsv_id": "vsv-voorbeeld",
        "lumpsum_eurocent": bedrag * len(kwartalen),
        "termijnen": [
            {"termijn_id": f"q{k}", "declarabel_vanaf": KWARTALEN[k][0], "bedrag_eurocent": bedrag}
            for k in kwartalen
        ],
        **anders,
    }


def factuur(uzovi_code: str, kwartaal: int, **anders: Any) -> Document:
    """Return the invoice of a quarter, on its fifth day."""
    van, tot_en_met = KWARTALEN[kwartaal]
    return {
        "soort": "vsv_declaratie",
        "schema_versie": "0.1",
        "vsv_id": "vsv-voorbeeld",
        "uzovi_code": uzovi_code,
        "overeenkomst_id": "vsv-2027",
        "factuurnummer": f"{uzovi_code}-{kwartaal}",
        "factuurdatum": f"{van[:-2]}05",
        "declaratieregels": [
            {
                "referentienummer": f"r-{kwartaal}",
                "prestatie": "vsv-zorg-coordineren",
                "periode": {"van": van, "tot_en_met": tot_en_met},
                "bedrag_eurocent": BEDRAGEN[uzovi_code],
                "debet_credit": "D",
                "termijn_id": f"q{kwartaal}",
            }
        ],
        "prestatiebeschrijvingen": [BESCHRIJVING],
        **anders,
    }


def betaler(
    *overeenkomsten: Document, eerder: dict[str, int], nummers: list[str], volledig: bool = True
) -> Context:
    """Return what is known when an invoice comes in."""
    return Context.uit_document(
        structureer_document(
            {
                "soort": "context",
                "schema_versie": "0.1",
                "beoordelingsdatum": "2028-02-01",
                "overeenkomsten": list(overeenkomsten),
                "overeenkomsten_volledig": volledig,
                "eerdere_factuurnummers": nummers,
                "eerdere_factuurnummers_volledig": True,
                "eerder_gedeclareerd": [
                    {"overeenkomst_id": "vsv-2027", "uzovi_code": code, "bedrag_eurocent": bedrag}
                    for code, bedrag in eerder.items()
                ],
            }
        )
    )


@pytest.mark.parametrize("volgorde", list(itertools.permutations(BEDRAGEN)))
def test_jaar_met_drie_verzekeraars(volgorde: tuple[str, ...]) -> None:
    """Every invoice is approved when it comes, and none when it comes again, under any number."""
    alle = [overeenkomst(uzovi_code) for uzovi_code in volgorde]
    for uzovi_code, bedrag in BEDRAGEN.items():
        nummers: list[str] = []
        for kwartaal in range(4):
            document = factuur(uzovi_code, kwartaal)
            wereld = betaler(*alle, eerder={uzovi_code: bedrag * kwartaal}, nummers=nummers)
            assert validate(document, context=wereld).akkoord, (uzovi_code, kwartaal)
            nummers.append(document["factuurnummer"])
            daarna = betaler(*alle, eerder={uzovi_code: bedrag * (kwartaal + 1)}, nummers=nummers)
            for nummer in (document["factuurnummer"], f"{uzovi_code} {kwartaal}", "anders"):
                opnieuw = validate({**document, "factuurnummer": nummer}, context=daarna)
                assert not opnieuw.akkoord, (uzovi_code, kwartaal, nummer)


@pytest.mark.parametrize("van_betaler", [True, False])
@pytest.mark.parametrize("omgekeerd", [True, False])
def test_halverwege_vernieuwd(*, van_betaler: bool, omgekeerd: bool) -> None:
    """An agreement renewed under its own key: which stands first makes no difference, nor where."""
    beide = [overeenkomst("0001", range(2)), overeenkomst("0001", range(2, 4))]
    if omgekeerd:
        beide.reverse()
    for kwartaal in range(4):
        wereld = betaler(
            *(beide if van_betaler else ()),
            eerder={"0001": 2_500_000 * (kwartaal % 2)},
            nummers=[],
        )
        document = factuur("0001", kwartaal, overeenkomsten=[] if van_betaler else beide)
        assert validate(document, context=wereld).akkoord, kwartaal


def test_gestopt() -> None:
    """Of an insurer that stopped half way, no later quarter is paid."""
    wereld = betaler(overeenkomst("0001", range(2)), eerder={"0001": 5_000_000}, nummers=[])
    assert validate(factuur("0001", 2), context=wereld).oordeel is Oordeel.AFGEKEURD


def _twee(**anders: Any) -> list[list[Document]]:
    een, ander = overeenkomst("0001"), {**overeenkomst("0001"), **anders}
    return [[een, ander], [ander, een]]


@pytest.mark.parametrize("beide", _twee(zorgaanbieder_agb="67009999", lumpsum_eurocent=1))
def test_zelfde_sleutel_andere_agb(beide: list[Document]) -> None:
    """Of two at once with one key, that which names no other AGB-code counts."""
    wereld = betaler(*beide, eerder={"0001": 0}, nummers=[])
    assert validate(factuur("0001", 0, agb_code="67001234"), context=wereld).akkoord


@pytest.mark.parametrize("beide", _twee(vsv_id="vsv-ander"))
def test_zelfde_sleutel_van_anderen(beide: list[Document]) -> None:
    """Where none is of these parties, which stands first makes no difference for what is said."""
    document = factuur("0003", 0)
    wereld = betaler(*beide, eerder={}, nummers=[])
    gevonden = {(b.code, b.reden) for b in validate(document, context=wereld).bevindingen}
    assert ("GZ-BEKOSTIGING-005", "andere_verzekeraar") in gevonden
    assert ("GZ-BEKOSTIGING-005", "ander_vsv") not in gevonden
