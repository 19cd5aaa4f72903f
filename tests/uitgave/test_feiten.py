"""Which facts a rule needs, as its cases show it."""

from pathlib import Path

import pytest

from geboortezorg.rapport import Uitkomst
from geboortezorg.regels.catalogus import Feit, Feitplaats
from geboortezorg.uitgave.feiten import feiten, uitkomsten
from geboortezorg.uitgave.gevallen import Geval, lees

BRON = """\
[contexten.dag]
beoordelingsdatum = 2027-02-01

[documenten.dossier]
soort = "dossier"
referentie = "pseudoniem-1"
zwangerschap = { a_terme_datum = 2023-05-01, datum_einde = 2023-05-01, wijze_einde = "partus" }

[GZ-VORM-001.geldig-dossier]
toelichting = "A rule on the shape needs no facts."
als = "dossier"
verwacht = "voldaan"

[GZ-ZWANGERSCHAP-004.geldig-partus]
toelichting = "How and when it ended."
als = "dossier"
context = "dag"
verwacht = "voldaan"

[GZ-ZWANGERSCHAP-004.ongeldig-onbekend]
toelichting = "When it ended is not stated."
als = "dossier"
weg = ["/zwangerschap/datum_einde"]
verwacht = "niet_beoordeeld: einde_ontbreekt"
bevindingen = ["niet_beoordeeld info einde_ontbreekt /zwangerschap/datum_einde"]

[oordeel.alles]
toelichting = "A whole verdict is no case of a rule."
als = "dossier"
oordeel_in = ["akkoord"]
"""


@pytest.fixture
def gevallen(tmp_path: Path) -> tuple[Geval, ...]:
    """Return cases of a file of this test."""
    map_ = tmp_path / "oordeel"
    map_.mkdir()
    vorm, _, rest = BRON.partition("[GZ-ZWANGERSCHAP")
    rest, _, oordeel = rest.partition("[oordeel")
    for naam, tekst in (
        ("invoer", vorm),
        ("dossier", f"[GZ-ZWANGERSCHAP{rest}"),
        ("oordeel", f"[oordeel{oordeel}"),
    ):
        (map_ / f"{naam}.toml").write_text(tekst, "utf-8")
    return lees(map_)


def test_feiten(gevallen: tuple[Geval, ...]) -> None:
    """What is left out of a case that was judged, and then is not judged, is a fact needed."""
    (feit,) = feiten(gevallen)["GZ-ZWANGERSCHAP-004"]
    assert feit == Feit(
        plaats=Feitplaats.DOCUMENT,
        pad="/zwangerschap/datum_einde",
        redenen=("einde_ontbreekt",),
    )
    assert feiten(gevallen).keys() == {"GZ-ZWANGERSCHAP-004"}


def test_uitkomsten(gevallen: tuple[Geval, ...]) -> None:
    """What a case of a rule came to is read from what was recorded."""
    assert uitkomsten(gevallen) == {
        ("GZ-ZWANGERSCHAP-004", "einde_ontbreekt"): (Uitkomst.NIET_BEOORDEELD,)
    }
