"""The shipped examples give what their folder says, and the faulty ones show every rule."""

import json
from pathlib import Path

import pytest

from geboortezorg import Oordeel, dump, validate
from geboortezorg.regels.regel import Peildatum
from geboortezorg.regels.register import PER_SOORT

MAP = Path(__file__).parents[1] / "voorbeelden"
BESTANDEN = [pad for pad in sorted(MAP.glob("*/*.json")) if pad.parent.name != "eigen-tabel"]
OORDEEL = {
    "goed": Oordeel.AKKOORD,
    "fout": Oordeel.AFGEKEURD,
    "onvolledig": Oordeel.ONVOLLEDIG,
}


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda b: f"{b.parent.name}-{b.stem}")
def test_oordeel(bestand: Path) -> None:
    """An example gets the verdict of its folder; a right one has no finding at all."""
    rapport = validate(bestand.read_bytes())
    assert rapport.oordeel is OORDEEL[bestand.parent.name]
    if bestand.parent.name == "goed":
        assert rapport.bevindingen == ()
    assert json.loads(dump(rapport))["oordeel"] == rapport.oordeel.value


def test_goed_en_fout_horen_bij_elkaar() -> None:
    """Every right example has a faulty form."""
    goed = {bestand.name for bestand in (MAP / "goed").iterdir()}
    assert goed <= {bestand.name for bestand in (MAP / "fout").iterdir()}


def test_elke_regel_komt_voor() -> None:
    """The examples break, make suspect or leave open every rule for a dossier but the first.

    They are judged without a context, so a rule about the day of judging, or about the agreements
    of the payer, says nothing of them.
    """
    gezien = {
        bevinding.code
        for bestand in (*(MAP / "fout").iterdir(), *(MAP / "onvolledig").iterdir())
        for bevinding in validate(bestand.read_bytes()).bevindingen
    }
    zonder_dag = {r.code for r in PER_SOORT["dossier"] if r.peildatum is not Peildatum.BEOORDELING}
    alle = zonder_dag - {"GZ-INVOER-001", "GZ-TARIEF-005"}
    assert alle - gezien == set()
