"""The eigen bijdrage for kraamzorg, exact, and never the amount of another year."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from geboortezorg.berekening.kraamzorg import eigen_bijdrage as eb
from geboortezorg.berekening.stap import Berekening
from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.kraamzorg import GeleverdeKraamzorg, Partusassistentie
from geboortezorg.model.prestatie import Eenheid, Regime
from geboortezorg.model.tarief import (
    Besluitstatus,
    Tarief,
    Tariefbeschikking,
    Tariefsoort,
    Tarieftabel,
)
from geboortezorg.tabellen import Tabellen, proeftabellen
from geboortezorg.tijd import Looptijd

PER_UUR = {
    2005: 350,
    2011: 390,
    2012: 400,
    2013: 400,
    2014: 410,
    2015: 415,
    2016: 420,
    2017: 430,
    2018: 430,
    2019: 440,
    2020: 450,
    2021: 460,
    2022: 470,
    2023: 480,
    2024: 510,
    2025: 540,
    2026: 570,
}
OFFICIEEL = {2005, 2011, 2012, 2013, 2014, 2025}
SECUNDAIR = {2018, 2019}


def leemten(berekening: Berekening) -> list[str]:
    """Return what is missing."""
    assert (berekening.uitkomst is None) is bool(berekening.leemten)
    return [leemte.code for leemte in berekening.leemten]


def eigen_tabel(*tarieven: Tarief) -> Tabellen:
    """Return the shipped tables and one of 2026, made up for this test."""
    return proeftabellen().add(
        Tarieftabel(
            naam="verzonnen-eigen-bijdrage-2026",
            regime=Regime.EIGEN_BIJDRAGE_KRAAMZORG,
            tariefbeschikking=Tariefbeschikking(
                titel="Verzonnen",
                status=Besluitstatus.VASTGESTELD,
                bron=Bron(titel="Verzonnen", verificatie=Verificatie.AFGELEID),
                looptijd=Looptijd(van=date(2026, 1, 1), tot_en_met=date(2026, 12, 31)),
            ),
            tarieven=tarieven,
        )
    )


def tarief(**anders: Any) -> Tarief:
    """Return a made-up row for kraamzorg at home."""
    feiten: dict[str, Any] = {
        "prestatie_id": eb.THUIS,
        "tariefsoort": Tariefsoort.EIGEN_BIJDRAGE,
        "eenheid": Eenheid.UUR,
        "bedrag_eurocent": 600,
    }
    return Tarief(**{**feiten, **anders})


@pytest.mark.parametrize(("jaar", "bedrag"), PER_UUR.items())
def test_thuis_per_jaar(jaar: int, bedrag: int) -> None:
    """49 hours on the first and the last day of each year whose amount is known."""
    for op in (date(jaar, 1, 1), date(jaar, 12, 31)):
        berekend = eb.thuis(49 * 60, op=op)
        assert berekend.uitkomst == 49 * bedrag
        (stap,) = berekend.stappen
        assert stap.tabel == f"eigen-bijdrage-kraamzorg-{jaar}"
        grond = Verificatie.SECUNDAIR if jaar in SECUNDAIR else Verificatie.BEVESTIGD
        assert stap.verificatie is (Verificatie.OFFICIEEL if jaar in OFFICIEEL else grond)


@pytest.mark.parametrize("op", [date(2006, 1, 1), date(2010, 12, 31), date(2027, 1, 1)])
def test_onbekend_jaar(op: date) -> None:
    """For a year without a known amount there is no outcome."""
    berekend = eb.thuis(60, op=op, tabellen=proeftabellen())
    assert leemten(berekend) == ["bedrag_onbekend"]
    assert berekend.stappen == ()


def test_halve_minuten() -> None:
    """An eighth of 49 hours less, at 5.40 euros, is exact to the fraction of a cent."""
    assert eb.thuis(Fraction(5145, 2), op=date(2025, 3, 1)).uitkomst == Fraction(46305, 2)
    assert eb.thuis(20, op=date(2024, 3, 1)).uitkomst == 170
    assert eb.thuis(1, op=date(2025, 3, 1)).uitkomst == 9
    assert eb.thuis(1, op=date(2024, 3, 1)).uitkomst == Fraction(17, 2)


def test_over_de_jaargrens() -> None:
    """Days in two years have no one amount."""
    berekend = eb.thuis(60, op=date(2024, 12, 31), tot_en_met=date(2025, 1, 1))
    assert leemten(berekend) == ["over_tariefgrens"]
    assert "2024-12-31" in berekend.leemten[0].tekst
    assert eb.thuis(60, op=date(2024, 12, 30), tot_en_met=date(2024, 12, 31)).uitkomst == 510


def test_negatief() -> None:
    """A negative duration, number of days or number of persons is refused."""
    with pytest.raises(ValueError, match="niet negatief"):
        eb.thuis(-1, op=date(2025, 3, 1))
    for dagen, personen in ((-1, 1), (1, 0)):
        with pytest.raises(ValueError, match="minstens een persoon"):
            eb.instelling(
                op=date(2025, 3, 1),
                aantal_dagen=dagen,
                aantal_personen=personen,
                instellingstarief_eurocent=0,
                medisch=False,
            )


def test_eigen_tabel() -> None:
    """A table of one's own fills a year; its ground travels along."""
    berekend = eb.thuis(60, op=date(2026, 1, 1), tabellen=eigen_tabel(tarief()))
    assert berekend.uitkomst == 600
    assert berekend.verificatie is Verificatie.AFGELEID


@pytest.mark.parametrize(
    "rij",
    [
        tarief(betwist="Twijfel."),
        tarief(tariefsoort=Tariefsoort.VRIJ, bedrag_eurocent=None),
    ],
    ids=["betwist", "zonder bedrag"],
)
def test_onbruikbare_rij(rij: Tarief) -> None:
    """A doubtful amount and none at all are not used."""
    berekend = eb.thuis(60, op=date(2026, 1, 1), tabellen=eigen_tabel(rij))
    assert leemten(berekend) == ["bedrag_onbekend"]


@pytest.mark.parametrize("op", [date(2017, 1, 1), date(2026, 6, 1)])
def test_partus_vrij(op: date) -> None:
    """Since 2017 nothing is due at a birth that is not medical, in any year."""
    berekend = eb.partusassistentie(op=op, medisch=False)
    assert berekend.uitkomst == 0
    assert berekend.verificatie is Verificatie.SECUNDAIR


def test_partus_onbekend() -> None:
    """What holds before 2017, at a medical birth, or when that is not known, is not guessed."""
    eerder = eb.partusassistentie(op=date(2016, 12, 31), medisch=False)
    assert leemten(eerder) == ["partus_niet_vrij"]
    for medisch in (True, None):
        assert leemten(eb.partusassistentie(op=date(2017, 1, 1), medisch=medisch)) == [
            "partus_medisch"
        ]


def instelling(op: date = date(2025, 3, 1), **anders: Any) -> Berekening:
    """Return the eigen bijdrage of a mother and a child for two days."""
    feiten: dict[str, Any] = {
        "aantal_dagen": 2,
        "aantal_personen": 2,
        "instellingstarief_eurocent": 15_200,
        "medisch": False,
    }
    return eb.instelling(op=op, **{**feiten, **anders})


def test_instelling() -> None:
    """21.50 euros per person and day, and nothing more on the threshold."""
    berekend = instelling()
    assert berekend.uitkomst == 2 * 2 * 2150
    assert [stap.waarde for stap in berekend.stappen] == [8600, 0]
    assert berekend.verificatie is Verificatie.OFFICIEEL


def test_meerdere() -> None:
    """What the tariff is above the threshold comes on top, for each day of one person."""
    assert instelling(aantal_personen=1, instellingstarief_eurocent=15_201).uitkomst == 4302
    assert instelling(aantal_personen=1, aantal_dagen=0).uitkomst == 0


@pytest.mark.parametrize(
    ("feit", "leemte"),
    [
        ({"medisch": True}, "medische_noodzaak"),
        ({"medisch": None}, "medische_noodzaak"),
        ({"instellingstarief_eurocent": None}, "instellingstarief"),
        ({"instellingstarief_eurocent": 15_201}, "meerdere_per_persoon"),
        ({"op": date(2022, 12, 30)}, "bedrag_onbekend"),
        ({"op": date(2020, 3, 1), "instellingstarief_eurocent": 0}, "bedrag_onbekend"),
        ({"op": date(2025, 12, 31)}, "over_tariefgrens"),
    ],
)
def test_instelling_onbekend(feit: dict[str, Any], leemte: str) -> None:
    """A missing fact or amount, or a norm that was not seen, leaves no outcome."""
    assert leemten(instelling(**feit)) == [leemte]


def dag(datum: date, minuten: int, *, uitgesteld: bool = False) -> GeleverdeKraamzorg:
    """Return a day of kraamzorg."""
    return GeleverdeKraamzorg(datum=datum, duur_minuten=minuten, uitgesteld=uitgesteld)


def test_hele_kraamzorg() -> None:
    """Each day counts under its own year; partusassistentie and uitgestelde kraamzorg do not."""
    berekend = eb.eigen_bijdrage(
        [
            dag(date(2025, 1, 1), 120),
            dag(date(2024, 12, 31), 60),
            dag(date(2025, 1, 1), 60),
            dag(date(2025, 1, 20), 600, uitgesteld=True),
        ],
        [Partusassistentie(datum=date(2024, 12, 31), duur_minuten=240, medisch=False)],
    )
    assert [stap.waarde for stap in berekend.stappen] == [1620, 510, 0]
    assert berekend.uitkomst == 2130
    assert berekend.verificatie is Verificatie.SECUNDAIR


def test_twee_bedragen_in_een_tabel() -> None:
    """Two amounts that one table gives for two periods are kept apart."""
    helften = [
        tarief(looptijd=Looptijd(van=date(2026, 1, 1), tot_en_met=date(2026, 6, 30))),
        tarief(
            looptijd=Looptijd(van=date(2026, 7, 1), tot_en_met=date(2026, 12, 31)),
            bedrag_eurocent=700,
        ),
    ]
    dagen = [dag(date(2026, 6, 30), 60), dag(date(2026, 7, 1), 60)]
    berekend = eb.eigen_bijdrage(dagen, tabellen=eigen_tabel(*helften))
    assert [stap.waarde for stap in berekend.stappen] == [600, 700]


def test_een_onbekende_dag() -> None:
    """One day without a known amount leaves no outcome; the other day is still shown."""
    dagen = [dag(date(2026, 12, 31), 60), dag(date(2027, 1, 1), 60)]
    berekend = eb.eigen_bijdrage(dagen, tabellen=proeftabellen())
    assert leemten(berekend) == ["bedrag_onbekend"]
    assert [stap.waarde for stap in berekend.stappen] == [570]
    assert eb.eigen_bijdrage([]).uitkomst == 0
