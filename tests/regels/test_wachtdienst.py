"""Wachtdiensten: what is known over what time, clock changes, and where a finding points."""

import datetime as dt
import re

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import Context, Ernst, Oordeel, Rapport, Uitkomst, validate
from geboortezorg.berekening.tijdlijn import minuut, tijdstip
from geboortezorg.model.cao import Cao, Caobinding, Caostap, Caostatus
from geboortezorg.model.wachtdienst import (
    Oproep,
    Tijdruimte,
    Wachtdienst,
    Wachtdienstrooster,
    Wachtdienstsoort,
)
from geboortezorg.regels.wachtdienst.toets import Roosterblad
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.testing import documents
from geboortezorg.testing.wachtdienst import (
    MAANDAGEN,
    consignatie,
    later,
    moment,
    rooster,
    tijdruimte,
)
from geboortezorg.testing.wachtdienstbreuken import PROEFBREUKEN
from geboortezorg.tijd import Looptijd

MAANDAG = MAANDAGEN[0]
CODES = tuple(breuk.code for breuk in PROEFBREUKEN)


def om(tekst: str) -> dt.datetime:
    """Return a point in time."""
    return dt.datetime.fromisoformat(tekst)


def redenen(rapport: Rapport, code: str) -> list[str]:
    """Return the cases that one rule reports."""
    return [bevinding.reden for bevinding in rapport.van(code)]


def van_tot(begin: dt.datetime, minuten: int, soort: Wachtdienstsoort) -> Wachtdienst:
    """Return a wachtdienst of so many minutes."""
    return Wachtdienst(wachtdienstsoort=soort, begin=begin, einde=later(begin, minuten))


# --- over what time the roster is complete ------------------------------------------------------


@pytest.mark.parametrize(
    ("eerder", "later_", "uitkomst"),
    [
        (0, 0, Uitkomst.VOLDAAN),
        (1, 0, Uitkomst.NIET_BEOORDEELD),
        (0, 1, Uitkomst.NIET_BEOORDEELD),
    ],
)
def test_volledig_tot_op_de_minuut(eerder: int, later_: int, uitkomst: Uitkomst) -> None:
    """Every consignatie lies in the complete time, its first and last minute included."""
    uit = rooster(MAANDAG, ())
    volledig = uit.volledig_over
    assert volledig is not None
    soort = Wachtdienstsoort.CONSIGNATIE
    eerste = van_tot(later(volledig.begin, -eerder), 60, soort)
    laatste = van_tot(later(volledig.einde, later_ - 60), 60, soort)
    rapport = validate(attrs.evolve(uit, wachtdiensten=(laatste, eerste)))
    for code in ("GZ-WACHT-007", "GZ-WACHT-008", "GZ-WACHT-009", "GZ-WACHT-010", "GZ-WACHT-011"):
        assert rapport.uitkomst(code) is uitkomst


@pytest.mark.parametrize(
    ("code", "dagen"), [("GZ-WACHT-007", 28), ("GZ-WACHT-008", 28), ("GZ-WACHT-010", 1)]
)
@pytest.mark.parametrize(
    ("korter", "uitkomst"), [(0, Uitkomst.VOLDAAN), (1, Uitkomst.NIET_BEOORDEELD)]
)
def test_een_heel_venster(code: str, dagen: int, korter: int, uitkomst: Uitkomst) -> None:
    """A bound was kept only over at least one whole window; a minute less is too short."""
    begin = moment(MAANDAG, 0)
    dienst = van_tot(moment(MAANDAG, 1), 60, Wachtdienstsoort.CONSIGNATIE)
    volledig = Tijdruimte(begin=begin, einde=later(begin, dagen * 1440 - korter))
    rapport = validate(attrs.evolve(rooster(MAANDAG, (dienst,)), volledig_over=volledig))
    assert rapport.uitkomst(code) is uitkomst
    assert redenen(rapport, code) == (["te_kort"] if korter else [])


@pytest.mark.parametrize(
    ("korter", "verwacht"), [(0, []), (1, ["te_kort"])], ids=["heel", "minuut-korter"]
)
def test_zestien_weken_op_de_klok(korter: int, verwacht: list[str]) -> None:
    """Sixteen weeks by the clock are 16 weeks, also when the clock goes forward in them."""
    maandag = dt.date(2027, 2, 1)
    dagen = [maandag + dt.timedelta(days=n) for n in range(16 * 7)]
    arbeid = tuple(tijdruimte(dag, 8, 9) for dag in dagen if dag.weekday() < 5)
    uit = rooster(maandag, tuple(map(consignatie, dagen[::7])), arbeid, weken=16)
    volledig = uit.volledig_over
    assert volledig is not None
    assert minuut(volledig.einde) - minuut(volledig.begin) == 16 * 7 * 1440 - 60
    volledig = attrs.evolve(volledig, einde=later(volledig.einde, -korter))
    rapport = validate(attrs.evolve(uit, volledig_over=volledig))
    assert redenen(rapport, "GZ-WACHT-011") == verwacht


def test_evenveel_in_een_korter_rooster() -> None:
    """Half a window with half of what may is no lack: only more would break the bound in time."""
    blad = Roosterblad(Werkblad(rooster(MAANDAG, (), weken=8), "wachtdienst", Context()), ())
    venster = 16 * 7 * 1440
    assert blad.te_kort(venster, (6, 12)) == []
    assert [melding.reden for melding in blad.te_kort(venster, (7, 12))] == ["te_kort"]


# --- from which day on ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("begin", "beoordeeld"),
    [
        ("2008-10-01T00:00+02:00", True),
        ("2008-09-30T22:00+00:00", True),
        ("2008-09-30T23:59+02:00", False),
        ("2008-09-30T21:59+00:00", False),
    ],
)
def test_eerste_dag_van_de_tekst(begin: str, beoordeeld: bool) -> None:
    """From 1 October 2008 in the Netherlands on the text of the law is known."""
    dienst = attrs.evolve(
        van_tot(om(begin), 60, Wachtdienstsoort.CONSIGNATIE), arbeidstijd_minuten=0
    )
    rapport = validate(rooster(dt.date(2008, 9, 1), (dienst,)))
    for code in CODES[2:4] + CODES[5:10]:
        assert (rapport.uitkomst(code) is Uitkomst.VOLDAAN) is beoordeeld
        assert redenen(rapport, code) == ([] if beoordeeld else ["voor_toestand"])


# --- the clock ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zondag", "reden"),
    [(dt.date(2026, 3, 29), "grenzen_niet_gezien"), (dt.date(2026, 10, 25), "te_lang_klok")],
    ids=["zomertijd", "wintertijd"],
)
def test_een_etmaal_op_de_klok(zondag: dt.date, reden: str) -> None:
    """From noon to noon lasts 25 hours when the clock goes back: a doubt, and no breach."""
    zaterdag = zondag - dt.timedelta(days=1)
    dienst = Wachtdienst(
        wachtdienstsoort=Wachtdienstsoort.AANWEZIGHEIDSDIENST,
        begin=moment(zaterdag, 12),
        einde=moment(zondag, 12),
    )
    rapport = validate(rooster(dt.date(2026, 3, 2), (dienst,)))
    assert redenen(rapport, "GZ-WACHT-013") == [reden]


def _in_utc(uit: Wachtdienstrooster) -> Wachtdienstrooster:
    """Return the same roster with every point in time written in another offset."""

    def om_(moment_: dt.datetime) -> dt.datetime:
        return moment_.astimezone(dt.timezone(dt.timedelta(hours=-3)))

    def ruimte(deel: Tijdruimte) -> Tijdruimte:
        return Tijdruimte(begin=om_(deel.begin), einde=om_(deel.einde))

    def oproep(een: Oproep) -> Oproep:
        gewerkt = None if een.gewerkt is None else ruimte(een.gewerkt)
        return Oproep(tijdstip=om_(een.tijdstip), gewerkt=gewerkt)

    volledig = uit.volledig_over
    return attrs.evolve(
        uit,
        wachtdiensten=tuple(
            attrs.evolve(
                dienst,
                begin=om_(dienst.begin),
                einde=om_(dienst.einde),
                oproepen=tuple(map(oproep, dienst.oproepen)),
            )
            for dienst in uit.wachtdiensten
        ),
        arbeid=tuple(map(ruimte, uit.arbeid)),
        volledig_over=None if volledig is None else ruimte(volledig),
    )


@pytest.mark.parametrize("code", CODES)
@given(data=st.data())
def test_hoe_een_tijdstip_is_geschreven(code: str, data: st.DataObject) -> None:
    """Offset and order make no difference: the same findings, at the same wachtdiensten."""
    uit, _ = data.draw(documents(code=code))
    rapport = validate(uit)
    assert validate(_in_utc(uit)) == rapport
    laatste = len(uit.wachtdiensten) - 1
    andersom = validate(attrs.evolve(uit, wachtdiensten=uit.wachtdiensten[::-1]))
    gespiegeld = [
        (
            bevinding.code,
            re.sub(r"(?<=^/wachtdiensten/)\d+", lambda v: str(laatste - int(v[0])), bevinding.pad),
        )
        for bevinding in andersom.bevindingen
    ]
    assert sorted(gespiegeld) == sorted((b.code, b.pad) for b in rapport.bevindingen)


# --- where a finding points -----------------------------------------------------------------------


def test_een_keer_per_wachtdienst() -> None:
    """A consignatie that is the last in two windows is reported once, at its strongest."""
    weken = range(17)
    arbeid = tuple(tijdruimte(MAANDAG + dt.timedelta(days=n), 9, 4) for n in range(17 * 7))
    diensten = tuple(consignatie(MAANDAG + dt.timedelta(weeks=week)) for week in weken)
    rapport = validate(rooster(MAANDAG, (diensten[8],), arbeid))
    assert list(rapport.plaatsen("GZ-WACHT-008")) == ["/wachtdiensten/0"]
    rapport = validate(rooster(MAANDAG, diensten, arbeid))
    paden = list(rapport.plaatsen("GZ-WACHT-008"))
    assert paden == [f"/wachtdiensten/{nummer}" for nummer in (3, 7, 11, 15)]


def test_om_het_weekend() -> None:
    """Every other weekend, beside work on five days a week: only an edge amid a free weekend cuts it."""
    dagen = [MAANDAG + dt.timedelta(days=n) for n in range(17 * 7)]
    arbeid = tuple(tijdruimte(dag, 8, 8) for dag in dagen if dag.weekday() < 5)
    zaterdagen = [dag for dag in dagen if dag.weekday() == 5]
    soort = Wachtdienstsoort.CONSIGNATIE
    diensten = tuple(van_tot(moment(dag, 8), 36 * 60, soort) for dag in zaterdagen[::2])
    rapport = validate(rooster(MAANDAG, diensten, arbeid))
    assert redenen(rapport, "GZ-WACHT-008") == ["te_weinig_vrij_soms"]
    assert rapport.oordeel is Oordeel.ONVOLLEDIG
    diensten = tuple(van_tot(moment(dag, 8), 36 * 60, soort) for dag in zaterdagen if dag.day < 22)
    assert validate(rooster(MAANDAG, diensten, arbeid)).oordeel is Oordeel.AFGEKEURD


def test_elk_te_druk_etmaal() -> None:
    """Two days with too much work are two places of one finding; the texts hold the bound and nothing else."""
    dagen = (MAANDAG, MAANDAG + dt.timedelta(days=21))
    arbeid = tuple(tijdruimte(dag, 4, 14) for dag in dagen)
    rapport = validate(rooster(MAANDAG, tuple(map(consignatie, dagen)), arbeid))
    (gevonden,) = rapport.van("GZ-WACHT-010")
    assert gevonden.plaatsen == ("/wachtdiensten/0", "/wachtdiensten/1")
    assert {(p.naam, p.waarde) for p in gevonden.parameters} == {("uren", "13")}


def test_aaneengesloten_en_te_lang() -> None:
    """One that is too long by itself is that; the next one in a row begins to count anew."""
    soort = Wachtdienstsoort.AANWEZIGHEIDSDIENST
    begin = moment(MAANDAG, 0)
    duren = (1441, 1440, 1, 60)
    diensten = []
    for duur in duren:
        diensten.append(van_tot(begin, duur, soort))
        begin = diensten[-1].einde
    rapport = validate(rooster(MAANDAG, tuple(diensten)))
    assert [(b.reden, b.pad) for b in rapport.van("GZ-WACHT-013")] == [
        ("te_lang", "/wachtdiensten/0/einde"),
        ("aansluitend", "/wachtdiensten/2/einde"),
    ]


@pytest.mark.parametrize(
    ("minuten", "reden"), [(1, "aansluitend"), (29, "aansluitend"), (30, "grenzen_niet_gezien")]
)
def test_half_uur_ertussen(minuten: int, reden: str) -> None:
    """With half an hour between them two of 24 hours are two."""
    soort = Wachtdienstsoort.AANWEZIGHEIDSDIENST
    eerste = van_tot(moment(MAANDAG, 0), 1440, soort)
    tweede = van_tot(later(eerste.einde, minuten), 1440, soort)
    rapport = validate(rooster(MAANDAG, (eerste, tweede)))
    assert redenen(rapport, "GZ-WACHT-013") == [reden]


def test_een_omgekeerde_wachtdienst_wordt_verder_niet_beoordeeld() -> None:
    """What ends before it begins breaks one rule, and is no duty for the others."""
    begin = moment(MAANDAG, 12)
    for soort in Wachtdienstsoort:
        dienst = attrs.evolve(van_tot(begin, -60, soort), wachttijd_minuten=10)
        rapport = validate(rooster(MAANDAG, (dienst,)))
        assert [(b.code, b.pad) for b in rapport.bevindingen] == [
            ("GZ-WACHT-001", "/wachtdiensten/0/einde")
        ]


@pytest.mark.parametrize(("minuten", "aantal"), [(299, 0), (300, 0), (301, 1), (360, 1)])
def test_werk_in_een_andere_wachtdienst_telt(minuten: int, aantal: int) -> None:
    """What was worked in a bereikbaarheidsdienst counts for the thirteen hours."""
    begin = moment(MAANDAG, 12)
    gewerkt = Tijdruimte(begin=begin, einde=later(begin, minuten))
    ander = attrs.evolve(
        van_tot(begin, 400, Wachtdienstsoort.BEREIKBAARHEIDSDIENST),
        oproepen=(Oproep(tijdstip=begin, gewerkt=gewerkt),),
    )
    dienst = van_tot(moment(MAANDAG, 20), 60, Wachtdienstsoort.CONSIGNATIE)
    rapport = validate(rooster(MAANDAG, (ander, dienst), (tijdruimte(MAANDAG, 0, 8),)))
    assert redenen(rapport, "GZ-WACHT-010").count("te_veel_arbeid") == aantal


@pytest.mark.parametrize("minuten", range(808, 833))
def test_wachttijd_met_en_zonder_minimum(minuten: int) -> None:
    """Ten minutes of work in 14 hours leave 810 to 830 minutes of waiting, as one counts."""
    begin = moment(MAANDAG, 22)
    oproep = Oproep(tijdstip=begin, gewerkt=Tijdruimte(begin=begin, einde=later(begin, 10)))
    dienst = attrs.evolve(consignatie(MAANDAG, oproep), wachttijd_minuten=minuten)
    rapport = validate(rooster(MAANDAG, (dienst,)))
    assert rapport.akkoord is (810 <= minuten <= 830)


def test_ander_werk_tijdens_een_wachtdienst_mag_van_de_wachttijd_af() -> None:
    """Whether other work during a wachtdienst was waiting time is left to the record."""
    for wachttijd, akkoord in ((839, True), (780, True), (779, False), (841, False)):
        dienst = attrs.evolve(consignatie(MAANDAG), wachttijd_minuten=wachttijd)
        uit = rooster(MAANDAG, (dienst,), (tijdruimte(MAANDAG, 17, 2),))
        assert (validate(uit).uitkomst("GZ-WACHT-005") is Uitkomst.VOLDAAN) is akkoord


def test_werk_na_de_wachtdienst_is_geen_wachttijd_minder() -> None:
    """Work that runs on after the end takes nothing from the waiting time before it."""
    begin = moment(MAANDAG + dt.timedelta(days=1), 7, 30)
    oproep = Oproep(tijdstip=begin, gewerkt=Tijdruimte(begin=begin, einde=later(begin, 90)))
    for wachttijd, uitkomst in ((810, Uitkomst.VOLDAAN), (750, Uitkomst.GESCHONDEN)):
        dienst = attrs.evolve(consignatie(MAANDAG, oproep), wachttijd_minuten=wachttijd)
        assert validate(rooster(MAANDAG, (dienst,))).uitkomst("GZ-WACHT-005") is uitkomst


def test_bereikbaarheidsdienst_zonder_oproep() -> None:
    """Waiting is no working time there either."""
    dienst = attrs.evolve(
        van_tot(moment(MAANDAG, 8), 600, Wachtdienstsoort.BEREIKBAARHEIDSDIENST),
        arbeidstijd_minuten=1,
        wachttijd_minuten=599,
    )
    rapport = validate(rooster(MAANDAG, (dienst,)))
    for code in ("GZ-WACHT-003", "GZ-WACHT-005"):
        (bevinding,) = rapport.van(code)
        assert bevinding.ernst is Ernst.FOUT


@pytest.mark.parametrize(
    ("van", "verwacht"),
    [(dt.date(2026, 3, 12), ["voor_aanmelding"]), (dt.date(2026, 3, 13), [])],
)
def test_verbindend_op_de_dag_van_aanmelding(van: dt.date, verwacht: list[str]) -> None:
    """The Cao Kraamzorg cannot have been generally binding before the day it was handed in."""
    stap = Caostap(status=Caostatus.ALGEMEEN_VERBINDEND, looptijd=Looptijd(van=van))
    uit = attrs.evolve(
        rooster(MAANDAG, (consignatie(MAANDAG),)),
        cao=Cao(cao_id="cao-kraamzorg-2025-11-17", naam="cao", stappen=(stap,)),
        caobinding=Caobinding.ALGEMEEN_VERBINDEND,
    )
    assert redenen(validate(uit), "GZ-WACHT-014") == verwacht


# --- shared work --------------------------------------------------------------------------------


def test_eenmaal() -> None:
    """What the rules share is made once, and apart for each way of making it."""
    keren: list[object] = []

    def maak(document: object) -> int:
        keren.append(document)
        return len(keren)

    werkblad = Werkblad(rooster(MAANDAG, ()), "wachtdienst", Context())
    assert [werkblad.gedeeld(maak), werkblad.gedeeld(maak)] == [1, 1]
    assert werkblad.gedeeld(lambda document: document) is keren[0]


def test_tijdstip_blijft_heel() -> None:
    """A point in time of the examples is in whole minutes."""
    begin = moment(MAANDAG, 18, 7)
    assert tijdstip(minuut(begin)) == begin
