"""Rules look at each part of a document a bounded number of times, however large it is."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from geboortezorg import Context, Uitkomst, validate
from geboortezorg.model.meting import Meting
from geboortezorg.model.monitorplan import Monitorplan
from geboortezorg.regels.monitorplan import gemeten as monitorgemeten
from geboortezorg.regels.monitorplan import plan as monitorplan
from geboortezorg.regels.monitorplan import tijdlijn as monitortijdlijn
from geboortezorg.regels.samenwerking import igo
from geboortezorg.tabellen import Tabellen
from geboortezorg.zorggeval import Post

AANTAL = 100


def declaratieregel(nummer: int, prestatie: str, agb: str) -> dict[str, Any]:
    """Return a line of one euro in the last year of the experiment."""
    return {
        "referentienummer": f"r-{nummer}",
        "zorgaanbieder_agb": agb,
        "uzovi_code": "0001",
        "prestatie": prestatie,
        "periode": {"van": "2022-05-02", "tot_en_met": "2022-05-02"},
        "aantal": 1,
        "tarief_eurocent": 100,
        "bedrag_eurocent": 100,
        "declaratiebedrag_eurocent": 100,
        "debet_credit": "D",
    }


@pytest.mark.parametrize(("mono", "geblokkeerd"), [("53000001", 0), ("33000001", AANTAL)])
def test_samenloop(monkeypatch: pytest.MonkeyPatch, mono: str, geblokkeerd: int) -> None:
    """Integral lines are not held against each monodisciplinary line."""
    keren = 0

    def telt(post: Post) -> Any:
        nonlocal keren
        keren += 1
        return igo_fasen(post)

    igo_fasen = igo._fasen
    monkeypatch.setattr(igo, "_fasen", telt)
    declaratieregels = [
        declaratieregel(i, "integraal-postnataal", "53000001") for i in range(AANTAL)
    ]
    declaratieregels += [declaratieregel(AANTAL + i, "kraamzorg-uur", mono) for i in range(AANTAL)]
    rapport = validate(
        {
            "soort": "dossier",
            "schema_versie": "0.1",
            "referentie": "p",
            "zwangerschap": {},
            "declaratieregels": declaratieregels,
        }
    )
    assert len(rapport.plaatsen("GZ-IGO-005")) == geblokkeerd
    assert keren <= 10 * AANTAL


def test_afspraken(monkeypatch: pytest.MonkeyPatch) -> None:
    """The agreed prices are read once, not once for each line."""
    keren = 0
    echt = Tabellen.prestatie

    def telt(tabellen: Tabellen, naam: str) -> Any:
        nonlocal keren
        keren += 1
        return echt(tabellen, naam)

    monkeypatch.setattr(Tabellen, "prestatie", telt)
    afspraken = [{"prestatie": "integraal-postnataal", "tarief_eurocent": 100}] * AANTAL
    rapport = validate(
        {
            "soort": "dossier",
            "schema_versie": "0.1",
            "referentie": "p",
            "zwangerschap": {},
            "declaratieregels": [
                declaratieregel(i, "integraal-postnataal", "53000001") for i in range(AANTAL)
            ],
            "overeenkomsten": [
                {
                    "overeenkomst_id": f"o-{i}",
                    "overeenkomstsoort": "integraal",
                    "uzovi_code": "0001",
                    "looptijd": {"van": "2022-01-01"},
                    "schriftelijk": True,
                    "zorgaanbieder_agb": "53000001",
                    "prijsafspraken": afspraken,
                }
                for i in range(4)
            ],
        }
    )
    assert rapport.uitkomst("GZ-TARIEF-002") is Uitkomst.VOLDAAN
    assert keren <= 10 * AANTAL


def test_monitorplan(monkeypatch: pytest.MonkeyPatch) -> None:
    """Goals that share an indicator do not each go through all its measurements."""
    gezien: list[int] = []
    echt = monitorplan.vooraf

    def telt(pad: str, op: date | None, metingen: Iterable[Meting], plan: Monitorplan) -> Any:
        lijst = list(metingen)
        gezien.append(len(lijst))
        return echt(pad, op, lijst, plan)

    monkeypatch.setattr(monitorplan, "vooraf", telt)
    dagen = {"van": "2027-01-01", "tot_en_met": "2027-12-31"}
    metingen = [
        {
            "meting_id": f"m-{i}",
            "indicator_id": "i",
            "definitie_id": "d",
            "periode": dagen,
            "gemeten_op": f"2028-01-{28 - i % 28:02d}",
        }
        for i in range(AANTAL)
    ]
    doel = {"omschrijving": "Een doel.", "indicator_ids": ["i"], "vastgesteld_op": "2028-01-02"}
    rapport = validate(
        {
            "soort": "monitorplan",
            "schema_versie": "0.1",
            "monitorplan_id": "p",
            "titel": "Een plan",
            "niveau": "landelijk",
            "onderwerp": "vsv_bekostiging",
            "periode": dagen,
            "doelen": [{**doel, "doel_id": f"doel-{i}"} for i in range(3)],
            "metingen": metingen,
        }
    )
    assert rapport.van("GZ-VORM-001") == ()
    (bevinding,) = rapport.van("GZ-MONITOR-001")
    assert (bevinding.reden, len(bevinding.plaatsen)) == ("na_eerste_meting", 3)
    assert gezien == [1, 1, 1]


def test_meetperioden(monkeypatch: pytest.MonkeyPatch) -> None:
    """The measurement periods are gone through once; those measured once for what was measured."""
    keren = 0
    echt = monitorgemeten.los_van_elkaar

    def telt(perioden: Any) -> Any:
        nonlocal keren
        keren += 1
        return echt(perioden)

    monkeypatch.setattr(monitortijdlijn, "los_van_elkaar", telt)
    monkeypatch.setattr(monitorgemeten, "los_van_elkaar", telt)
    stappen = [
        {
            "stap_id": f"s-{i}",
            "stapsoort": "evaluatie",
            "omschrijving": "Een evaluatie.",
            "periode": {"van": f"20{28 + i}-01-01", "tot_en_met": f"20{28 + i}-06-30"},
            "meetperioden_nodig_aantal": 2,
        }
        for i in range(3)
    ]
    meetperioden = [
        {"van": f"20{27 + i}-01-01", "tot_en_met": f"20{27 + i}-12-31"} for i in range(3)
    ]
    rapport = validate(
        {
            "soort": "monitorplan",
            "schema_versie": "0.1",
            "monitorplan_id": "p",
            "titel": "Een plan",
            "niveau": "landelijk",
            "onderwerp": "vsv_bekostiging",
            "periode": {"van": "2027-01-01", "tot_en_met": "2031-12-31"},
            "meetperioden": meetperioden,
            "tijdlijn": stappen,
            "metingen": [
                {
                    "meting_id": f"m-{i}",
                    "indicator_id": "i",
                    "definitie_id": "d",
                    "periode": periode,
                    "gemeten_op": "2028-01-02",
                    "bron": {"titel": "Eigen", "verificatie": "officieel"},
                }
                for i, periode in enumerate(meetperioden)
            ],
        },
        context=Context(beoordelingsdatum=date(2031, 1, 1)),
    )
    assert rapport.van("GZ-VORM-001") == ()
    assert [b.pad for b in rapport.van("GZ-MONITOR-008")] == ["/tijdlijn/0/periode"]
    assert keren == 2
