"""What an answer of the tables leaves to ask about the tariff of a line."""

import json
from datetime import date
from typing import Any
from unittest import mock

import attrs
import pytest
from tests.regels.test_trek_lijnen import GOED, KWARTIEREN

from geboortezorg import Context, load
from geboortezorg.model.tarief import Tariefsoort
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.opslag import TOESLAG
from geboortezorg.regels.plan import indeling, vergelijk
from geboortezorg.regels.regel import Uitslag
from geboortezorg.regels.register import PER_CODE, PER_SOORT
from geboortezorg.regels.trekken import kader, lijnen
from geboortezorg.regels.trekken.tarieven import ruimte
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Belemmering, Gevonden, shipped


def test_onder_een_vast_tarief() -> None:
    """Of a fixed tariff less is not right either."""
    w = Werkblad(load(json.loads(GOED.read_bytes())), "dossier", Context())
    groep = w.groepen[-1]
    vast = groep.hoogste + 1
    with mock.patch.object(kader, "beeld", return_value=(True, False, vast, vast, None)):
        assert w.context.gedeeld(kader.Kader).per_soort["dossier"][groep.soort] is not None
    assert Trek.TARIEF in lijnen.BLIK.kijk(w)


EERDER: dict[str, Any] = {"periode": {"van": "2021-05-08", "tot_en_met": "2021-05-08"}}
"""A day on which the tariff of an hour was lower."""


@pytest.mark.parametrize(
    ("anders", "ruim"),
    [
        (EERDER | {"tarief_eurocent": 5451}, True),
        (EERDER | {"tarief_eurocent": 5452}, False),
        (EERDER | {"tarief_eurocent": 5451, "eenheid": "uur"}, True),
        (EERDER | {"tarief_eurocent": 5451, "eenheid": "kwartier"}, False),
        (EERDER | {"periode": {"van": "2021-05-08", "tot_en_met": "2021-05-09"}}, False),
    ],
)
def test_elke_dag_zijn_eigen_tarief(anders: dict[str, Any], ruim: bool) -> None:
    """Hours of two years are each held against what is right on their own day."""
    document = json.loads(GOED.read_bytes())
    document["declaratieregels"][4] |= anders
    w = Werkblad(load(document), "dossier", Context())
    (uren,) = [groep for groep in w.groepen if not groep.eender]
    assert uren.prestatie_id == "kraamzorg-uur"
    assert (Trek.TARIEF not in lijnen.BLIK.kijk(w)) is ruim
    regels = PER_SOORT["dossier"]
    vergelijk(regels, indeling("dossier", regels).plannen([w])[0], [w])


def test_een_tarief_per_kwartier_kan_passen() -> None:
    """By the quarter of an hour a tariff is right as by the hour, and so is its amount."""
    document = json.loads(GOED.read_bytes())
    document["declaratieregels"][4] |= KWARTIEREN | {
        "tarief_eurocent": 1483,
        "bedrag_eurocent": 5932,
        "declaratiebedrag_eurocent": 5932,
    }
    w = Werkblad(load(document), "dossier", Context())
    assert {Trek.TARIEF, Trek.BEDRAGEN}.isdisjoint(lijnen.BLIK.kijk(w))


def test_ruimte_van_een_tarief() -> None:
    """A maximum has room below it, a fixed tariff none; of the rest more is to be asked."""
    antwoord = shipped().lookup("kraamzorg-uur", date(2023, 5, 8))
    assert isinstance(antwoord, Gevonden)
    bedrag = antwoord.tarief.bedrag_eurocent

    def met(**anders: Any) -> Gevonden:
        return attrs.evolve(antwoord, tarief=attrs.evolve(antwoord.tarief, **anders))

    toeslag = attrs.evolve(antwoord.prestatie, prestatie_id=TOESLAG)
    assert ruimte(antwoord) == (0, bedrag)
    assert ruimte(met(tariefsoort=Tariefsoort.VAST)) == (bedrag, bedrag)
    for anders in (
        met(tariefsoort=Tariefsoort.OPSLAG),
        met(bedrag_eurocent=None),
        attrs.evolve(antwoord, prestatie=toeslag),
        attrs.evolve(antwoord, belemmering=Belemmering.BETWIST),
        None,
    ):
        assert ruimte(anders) is None


def test_een_tarief_per_kwartier_is_niet_dat_van_een_uur() -> None:
    """The rule, too, holds the tariff of the unit of the prestatie against what is right."""
    document = json.loads(GOED.read_bytes())
    document["declaratieregels"][4] |= KWARTIEREN
    w = Werkblad(load(document), "dossier", Context())
    antwoord = PER_CODE["GZ-TARIEF-001"].toets(w)
    assert not isinstance(antwoord, Uitslag)
    assert [melding.pad for melding in antwoord] == ["/declaratieregels/4/tarief_eurocent"]
