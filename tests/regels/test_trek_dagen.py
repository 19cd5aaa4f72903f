"""What zorgepisodes say of care that follows its start, and what is kept of prestaties."""

import json
from datetime import date
from pathlib import Path

import pytest

from geboortezorg import Context, load
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.partijen import Zorgaanbieder
from geboortezorg.model.zorgepisode import Zorgepisode
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.trekken import dagen, kader, lijnen
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tijd import Looptijd

VROUW, ANDER = "08000001", "08000002"
DAG = date(2023, 5, 8)


def _episode(agb: str | None, van: date, tot_en_met: date | None) -> Zorgepisode:
    return Zorgepisode(
        zorgepisode_id="ze",
        zorgaanbieder=Zorgaanbieder(agb_code=agb),
        looptijd=Looptijd(van=van, tot_en_met=tot_en_met),
    )


@pytest.mark.parametrize("meer", [0, 2, 3])
@pytest.mark.parametrize(
    ("episodes", "loopt"),
    [
        ([], False),
        ([(VROUW, date(2023, 5, 8), None)], False),
        ([(VROUW, date(2023, 5, 9), None)], False),
        ([(ANDER, date(2023, 1, 1), None)], False),
        ([(VROUW, date(2023, 1, 1), date(2023, 5, 6))], False),
        ([(VROUW, date(2023, 1, 1), date(2023, 5, 7))], True),
        ([(VROUW, date(2023, 1, 1), None)], True),
        (
            [
                (VROUW, date(2023, 3, 1), date(2023, 3, 2)),
                (VROUW, date(2023, 1, 1), date(2023, 6, 1)),
            ],
            True,
        ),
        (
            [
                (VROUW, date(2023, 1, 1), date(2023, 6, 1)),
                (VROUW, date(2023, 3, 1), date(2023, 3, 2)),
                (VROUW, date(2023, 5, 8), None),
            ],
            True,
        ),
    ],
)
def test_een_eerdere_zorgepisode_loopt_door(
    episodes: list[tuple[str, date, date | None]], loopt: bool, meer: int
) -> None:
    """Whether few starts are looked for or many: by each zorgepisode, or by their order."""
    starts = {(VROUW, DAG), *((ANDER, date(2000, 1, 1 + nummer)) for nummer in range(meer))}
    assert (len(starts) > dagen._WEINIG) is (meer > 1)
    assert dagen.liep_door([_episode(*deel) for deel in episodes], starts) is loopt


def test_kent_niet_meer_pakketten_dan_nodig(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is to be seen of tariffs is kept of so many sets of these, and made anew after that."""
    monkeypatch.setattr(kader, "_MAX_PAKKETTEN", 1)
    goed = Path(__file__).parents[2] / "voorbeelden" / "goed" / "thuisbevalling-2023.json"
    document, context = json.loads(goed.read_bytes()), Context()
    laatste = document | {"declaratieregels": document["declaratieregels"][-1:]}
    bladen = [Werkblad(load(deel, Dossier), "dossier", context) for deel in (document, laatste)]
    gezien = [set(lijnen.BLIK.kijk(w)) for w in (*bladen, *bladen)]
    assert Trek.GROND_SECUNDAIR in gezien[0]
    assert gezien[:2] == gezien[2:]
    assert [*context.gedeeld(kader.Kader).per_pakket] == [bladen[1].pakket]
