"""No cell comes out: not in a report, a message, an exception or a repr, whatever stands in it."""

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.test_kanarie import KANARIE, alles_van, zonder_kanarie

from geboortezorg import dump
from geboortezorg.lijnen import KoppelingFout, load_mapping, row_findings, validate_rows
from geboortezorg.populatie import population

from .rijen import als_csv, koppeling, rijen
from .test_koppeling import GOED

MAAT = koppeling("dossier")
ALLE = rijen(next(population(1, 3)).document)


def zonder_kanarie_uit(data: bytes | list[Any]) -> None:
    """Judge rows, and search everything that comes out."""
    bron = io.BytesIO(data) if isinstance(data, bytes) else data
    try:
        for deel in validate_rows(bron, MAAT):
            zonder_kanarie(dump(deel.rapport).decode())
            zonder_kanarie(repr(deel))
            zonder_kanarie(row_findings(deel).to_csv())
    except KoppelingFout as fout:
        zonder_kanarie(alles_van(fout) + "\n".join(fout.toon("en")))


@pytest.mark.parametrize(
    "cel", [KANARIE, f"={KANARIE}", KANARIE * 30, f'"{KANARIE}', f"{KANARIE}\n"]
)
def test_elke_kolom(cel: str) -> None:
    """A marked value in any column, the group among them, never shows."""
    for titel in MAAT.titels:
        zonder_kanarie_uit(als_csv(MAAT, [*ALLE, ALLE[0] | {titel: cel}]))


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_kapotte_bestanden(data: st.DataObject) -> None:
    """Bytes put in, taken out or repeated anywhere: reports come, and no value in them."""
    goed = als_csv(MAAT, [rij | {"referentie": KANARIE} for rij in ALLE])
    plek = data.draw(st.integers(0, len(goed)))
    stuk = data.draw(
        st.sampled_from([b'"', b",", b"\n", b"\x00", b"\xff", KANARIE.encode(), b"\r"])
    )
    tot = data.draw(st.integers(plek, min(len(goed), plek + 3)))
    zonder_kanarie_uit(goed[:plek] + stuk * data.draw(st.integers(0, 3)) + goed[tot:])


def test_vreemde_waarden() -> None:
    """Values of any type in mappings, and a source that is none."""
    for cel in (KANARIE.encode(), [KANARIE], {KANARIE: KANARIE}, object(), (KANARIE, 1)):
        zonder_kanarie_uit([dict.fromkeys(MAAT.titels, cel), KANARIE])
    with pytest.raises(TypeError) as fout:
        list(validate_rows(object(), MAAT))
    zonder_kanarie(alles_van(fout.value))


@pytest.mark.parametrize(
    "anders",
    [
        {KANARIE: 1},
        {"groep": KANARIE},
        {"kolommen": {KANARIE: KANARIE}},
        {"kolommen": {"iban": {KANARIE: KANARIE}}},
        {"vast": {"iban": [KANARIE]}},
        {"codering": KANARIE},
        {"document_soort": KANARIE},
        {"waarden": {"iban": {KANARIE: 1}}},
    ],
)
def test_koppeling(anders: dict[str, Any]) -> None:
    """A koppeling that is refused is not quoted either."""
    with pytest.raises(KoppelingFout) as fout:
        load_mapping(GOED | anders)
    zonder_kanarie(alles_van(fout.value) + "\n".join(fout.value.toon("en")))
