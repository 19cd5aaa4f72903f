"""What the shipped tables say where the facts hold a trap: each is decided once."""

from datetime import date

import pytest
from tests.tabellen.meegeleverd import FASEN, VSV, gevonden, prestatie

from geboortezorg.bron import Verificatie
from geboortezorg.model.prestatie import Regime
from geboortezorg.model.tarief import Besluitstatus, Opslagsoort, Tariefsoort
from geboortezorg.tabellen import (
    Antwoordstatus,
    Belemmering,
    BuitenLooptijd,
    Gevonden,
    Onbekend,
    Onbekendreden,
    proeftabellen,
    shipped,
)

# The traps of the facts, each decided once.


@pytest.mark.parametrize("code", ["1001", "1101", "1204", "1313", "1352", "9019"])
def test_soort_niet_vermeld_wordt_getoond_maar_toetst_niet(code: str) -> None:
    """The amounts of 2017 are of unknown kind: shown, never used to judge."""
    uit = gevonden(code, date(2017, 7, 1))
    assert uit.tarief.tariefsoort is Tariefsoort.NIET_VERMELD
    assert uit.belemmering is Belemmering.TARIEFSOORT_NIET_VERMELD
    assert not uit.toetsbaar


@pytest.mark.parametrize(
    ("dag", "status"),
    [
        (date(2009, 12, 31), Antwoordstatus.ONBEKEND),
        (date(2010, 1, 1), Antwoordstatus.GEVONDEN),
        (date(2010, 12, 31), Antwoordstatus.GEVONDEN),
        (date(2011, 1, 1), Antwoordstatus.ONBEKEND),
    ],
)
def test_kraamzorg_2010_geldt_tot_het_einde_van_het_jaar(dag: date, status: str) -> None:
    """The decision states no end: vouched for until 31 December 2010 only, and marked as such."""
    uit = shipped().lookup("kraamzorg-uur", dag)
    assert uit.status == status
    if isinstance(uit, Gevonden):
        assert not uit.tariefbeschikking.einde_vermeld
        assert uit.tariefbeschikking.nummer == "210-2010-1"
        assert uit.verificatie is Verificatie.OFFICIEEL


@pytest.mark.parametrize("naam", ["eerste-trimester-seo", "counseling-prenatale-screening"])
def test_ongedateerde_rijen_worden_nooit_gevonden(naam: str) -> None:
    """A row without dates is listed, and found on no day at all."""
    ongedateerd = [rij for rij in shipped().tarieven_van(naam) if rij.looptijd is None]
    assert [rij.belemmering for rij in ongedateerd] == [Belemmering.ONGEDATEERD]
    for jaar in range(2000, 2030):
        uit = shipped().lookup(naam, date(jaar, 6, 1))
        assert not isinstance(uit, Gevonden) or uit.tarief is not ongedateerd[0].tarief


def test_de_vier_bedragen_van_2024_zijn_betwist() -> None:
    """Parts and whole of 2024 do not add up: none of the four judges, the termijnecho does."""
    op = date(2024, 6, 1)
    delen = ["volledig-prenataal", "volledig-nataal", "volledig-postnataal"]
    geheel = gevonden("verloskunde-volledig", op)
    bedragen = [gevonden(f"verloskunde-{deel}", op).tarief.bedrag_eurocent or 0 for deel in delen]
    assert sum(bedragen) - (geheel.tarief.bedrag_eurocent or 0) == 95
    for naam in ["volledig", *delen]:
        assert gevonden(f"verloskunde-{naam}", op).belemmering is Belemmering.BETWIST
    assert gevonden("verloskunde-termijnecho", op).toetsbaar


def test_de_eigen_bijdrage_in_een_instelling_in_2021() -> None:
    """One insurer gives what mother and child pay together, and half of it is what each pays."""
    samen = gevonden("eigen-bijdrage-kraamzorg-instelling-samen", date(2021, 6, 1))
    elk = gevonden("eigen-bijdrage-kraamzorg-instelling-per-persoon", date(2021, 6, 1))
    assert (samen.tarief.bedrag_eurocent, samen.belemmering) == (3700, None)
    assert (elk.tarief.bedrag_eurocent, elk.verificatie) == (1850, Verificatie.AFGELEID)


def test_verloskunde_2013_telt_op() -> None:
    """In the whole decision of 2013 the whole is the sum of its phases, to the cent."""
    op = date(2013, 6, 1)
    for wijk in ("", "-achterstandswijk"):
        geheel = gevonden(f"verloskunde-volledig{wijk}", op).tarief.bedrag_eurocent
        delen = [
            gevonden(f"verloskunde-volledig-{deel}{wijk}", op).tarief.bedrag_eurocent
            for deel in ("prenataal", "nataal", "postnataal")
        ]
        assert geheel == sum(deel for deel in delen if deel is not None)
    uit = gevonden("1001", date(2013, 12, 31))
    assert uit.verificatie is Verificatie.OFFICIEEL
    assert not uit.tariefbeschikking.einde_vermeld
    assert isinstance(shipped().lookup("1001", date(2014, 1, 1)), Onbekend)


@pytest.mark.parametrize(
    ("naam", "vanaf"),
    [
        ("seo-eerste", date(2024, 1, 1)),
        ("seo-volgend", date(2024, 1, 1)),
        ("eerste-trimester-seo", date(2021, 9, 1)),
        ("counseling-prenatale-screening", None),
    ],
)
def test_wie_de_seo_betaalt(naam: str, vanaf: date | None) -> None:
    """Since 2024 the state budget pays the second-trimester SEO too."""
    assert prestatie(naam).rijksbegroting_vanaf == vanaf


def test_de_beschikking_die_nooit_in_werking_trad_geeft_niets() -> None:
    """TB/REG-19622-01 is there, says so, and nothing in it is ever returned."""
    (tabel,) = (
        tabel
        for tabel in shipped().tarieftabellen
        if tabel.tariefbeschikking.nummer == "TB/REG-19622-01"
    )
    assert tabel.tariefbeschikking.status is Besluitstatus.NOOIT_IN_WERKING
    assert tabel.opslagen
    for jaar in range(2015, 2030):
        opslag = shipped().opslag(Opslagsoort.MAX_MAX, Regime.VERLOSKUNDE, date(jaar, 6, 1))
        assert opslag is None or opslag.tabel != tabel.naam


def test_2024_is_onbekend_en_krijgt_geen_bedrag_van_een_ander_jaar() -> None:
    """Kraamzorg of 2024 was not found: the lookup says so and gives nothing of 2023."""
    uit = proeftabellen().lookup("kraamzorg-uur", date(2024, 3, 1))
    assert isinstance(uit, Onbekend)
    assert uit.reden is Onbekendreden.GEEN_TARIEF_BEKEND
    assert uit.laatst_bekend_tot_en_met == date(2023, 12, 31)
    assert uit.eerstvolgend_van is None


def test_2022_is_onbekend_en_noemt_beide_kanten() -> None:
    """Between 2021 and 2023 nothing is known; the answer says how far it is on both sides."""
    uit = proeftabellen().lookup("kraamzorg-uur", date(2022, 3, 1))
    assert isinstance(uit, Onbekend)
    assert (uit.laatst_bekend_tot_en_met, uit.eerstvolgend_van) == (
        date(2021, 12, 31),
        date(2023, 1, 1),
    )


# What a source states of the days of a prestatie itself.


@pytest.mark.parametrize(
    ("naam", "dag", "status", "datum", "verificatie"),
    [
        ("combinatietest-eerste", (2021, 9, 30), "onbekend", None, None),
        ("combinatietest-volgend", (2021, 10, 1), "beeindigd", (2021, 9, 30), "secundair"),
        ("verloskunde-toeslag-cb-ipg", (2023, 12, 31), "nog_niet_van_kracht", (2024, 1, 1), None),
        ("verloskunde-toeslag-cb-ipg", (2024, 1, 1), "gevonden", None, "secundair"),
        ("verloskunde-ctg-eerstelijns", (2022, 12, 31), "nog_niet_van_kracht", (2023, 1, 1), None),
        ("verloskunde-ctg-eerstelijns", (2023, 1, 1), "onbekend", None, None),
        ("verloskunde-consult-ctg", (2017, 1, 1), "gevonden", None, "secundair"),
        ("integraal-nataal", (2016, 12, 31), "nog_niet_van_kracht", (2017, 1, 1), "officieel"),
        ("integraal-nataal", (2017, 1, 1), "onbekend", None, None),
        ("integraal-begeleiding-tot-16-weken", (2022, 12, 31), "gevonden", None, "officieel"),
        ("integraal-begeleiding-tot-16-weken", (2023, 1, 1), "beeindigd", (2022, 12, 31), None),
        ("vsv-zorg-coordineren", (2026, 12, 31), "nog_niet_van_kracht", (2027, 1, 1), "officieel"),
        ("vsv-zorg-coordineren", (2027, 1, 1), "gevonden", None, "officieel"),
    ],
)
def test_begin_en_einde_van_een_prestatie(
    naam: str,
    dag: tuple[int, int, int],
    status: str,
    datum: tuple[int, int, int] | None,
    verificatie: str | None,
) -> None:
    """Both sides of every first and last day that a source states."""
    uit = shipped().lookup(naam, date(*dag))
    assert uit.status == status
    if isinstance(uit, BuitenLooptijd):
        assert datum is not None
        assert uit.datum == date(*datum)
        genoemd = shipped().genoemde_prestatie(naam)
        assert genoemd is not None
        assert uit.bron is genoemd.bron
        assert uit.verificatie is uit.bron.verificatie
    if verificatie is not None:
        assert not isinstance(uit, Onbekend)
        assert uit.verificatie == verificatie


def test_ctg_van_2017_is_niet_de_reguliere_prestatie_van_2023() -> None:
    """Code 9019 was seen while CTG was an experiment; the regular prestatie has no known code."""
    oud, nieuw = (shipped().prestatie(naam) for naam in ("9019", "verloskunde-ctg-eerstelijns"))
    assert oud is not None
    assert nieuw is not None
    assert (oud.prestatie_id, oud.van) == ("verloskunde-consult-ctg", None)
    assert (nieuw.code, nieuw.van) == (None, date(2023, 1, 1))


# Free tariffs and surcharges.


@pytest.mark.parametrize("naam", FASEN)
@pytest.mark.parametrize("jaar", [2022, 2023])
def test_integraal_is_vrij_in_de_jaren_waarvoor_dat_is_gezien(naam: str, jaar: int) -> None:
    """A free tariff has no amount; it was officially seen for 2022 and 2023."""
    for dag in (date(jaar, 1, 1), date(jaar, 12, 31)):
        uit = gevonden(naam, dag)
        assert uit.tarief.tariefsoort is Tariefsoort.VRIJ
        assert uit.tarief.bedrag_eurocent is None
        assert uit.verificatie is Verificatie.OFFICIEEL
        assert uit.toetsbaar
    assert isinstance(shipped().lookup(naam, date(2021, 12, 31)), Onbekend)
    assert isinstance(shipped().lookup(naam, date(2024, 1, 1)), Onbekend)


@pytest.mark.parametrize("naam", VSV)
def test_vsv_is_vrij_maar_nog_een_concept(naam: str) -> None:
    """The free tariff of 2027 was announced officially; that it was adopted was not seen."""
    uit = gevonden(naam, date(2030, 1, 1))
    assert uit.tarief.tariefsoort is Tariefsoort.VRIJ
    assert uit.verificatie is Verificatie.OFFICIEEL
    assert uit.belemmering is Belemmering.CONCEPT


@pytest.mark.parametrize(
    ("soort", "regime", "eerste", "laatste", "verificatie"),
    [
        ("max_max", "verloskunde", (2019, 1, 1), (2019, 12, 31), "secundair"),
        ("max_max", "verloskunde", (2020, 1, 1), (2023, 12, 31), "afgeleid"),
        ("max_max", "kraamzorg", (2023, 1, 1), (2023, 12, 31), "afgeleid"),
        ("max_max", "kraamzorg", (2026, 1, 1), (2026, 12, 31), "officieel"),
        ("toeslag_integrale_geboortezorg", "kraamzorg", (2026, 1, 1), (2026, 12, 31), "officieel"),
    ],
)
def test_opslag_binnen_zijn_dagen(
    soort: str,
    regime: str,
    eerste: tuple[int, int, int],
    laatste: tuple[int, int, int],
    verificatie: str,
) -> None:
    """Each surcharge is ten percent from its first to its last day, none stated as an end."""
    for dag in (date(*eerste), date(*laatste)):
        uit = shipped().opslag(Opslagsoort(soort), Regime(regime), dag)
        assert uit is not None
        assert uit.opslag.percentage_basispunten == 1000
        assert uit.verificatie == verificatie
        assert uit.looptijd.van == date(*eerste)
        assert uit.looptijd.tot_en_met == date(*laatste)
        assert not uit.tariefbeschikking.einde_vermeld
        assert uit.toetsbaar


@pytest.mark.parametrize(
    ("soort", "regime", "dag"),
    [
        ("max_max", "verloskunde", (2018, 12, 31)),
        ("max_max", "verloskunde", (2024, 1, 1)),
        ("max_max", "kraamzorg", (2022, 12, 31)),
        ("max_max", "kraamzorg", (2024, 1, 1)),
        ("max_max", "kraamzorg", (2025, 12, 31)),
        ("max_max", "kraamzorg", (2027, 1, 1)),
        ("max_max", "vsv", (2026, 1, 1)),
        ("toeslag_integrale_geboortezorg", "kraamzorg", (2025, 12, 31)),
        ("toeslag_integrale_geboortezorg", "verloskunde", (2026, 1, 1)),
    ],
)
def test_opslag_buiten_zijn_dagen_is_onbekend(
    soort: str, regime: str, dag: tuple[int, int, int]
) -> None:
    """Nothing is stretched to a day, or a regime, for which it was not seen."""
    assert shipped().opslag(Opslagsoort(soort), Regime(regime), date(*dag)) is None
