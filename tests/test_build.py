"""Lines and dossiers of which the tables fill in the amounts, and what cannot be made."""

import pickle
from datetime import date, datetime
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import geboortezorg
from geboortezorg.build import Bouwfout, Bouwreden, Declarant, dossier
from geboortezorg.model import DebetCredit, Declaratieregel, Eenheid, Periode, Tariefsoort
from geboortezorg.tabellen import Tabellen, proeftabellen
from geboortezorg.zorggeval import EERSTE_DAG_START_ZORG, zorggevallen

from .tabellen.rijen import lijst, maak, maak_prestatie, rij, tabel

KANARIE = "Kanarievogel"
DAG = date(2030, 5, 1)
JAREND = date(2030, 12, 31)

PRESTATIES = (
    maak_prestatie(code="1901"),
    maak_prestatie("kwartier", eenheid=Eenheid.KWARTIER),
    maak_prestatie("stuk", eenheid=Eenheid.STUK),
    maak_prestatie("dag", eenheid=Eenheid.DAG),
    maak_prestatie("start", eenheid=Eenheid.STUK, peildatum_start_zorg=True),
    maak_prestatie("oud", van=date(2029, 1, 1), tot_en_met=date(2030, 1, 31)),
    maak_prestatie("vrij"),
    maak_prestatie("betwist"),
    maak_prestatie("bijdrage"),
    maak_prestatie("zonder"),
)
TABELLEN = maak(
    lijst(*PRESTATIES),
    tabel(
        "tarieven-2030",
        rij(),
        rij("kwartier", 250, eenheid=Eenheid.KWARTIER),
        rij("stuk", 700, eenheid=Eenheid.STUK, tariefsoort=Tariefsoort.VAST),
        rij("dag", 900, eenheid=Eenheid.DAG),
        rij("start", 400, eenheid=Eenheid.STUK),
        rij("vrij", None, tariefsoort=Tariefsoort.VRIJ),
        rij("betwist", betwist="twee bronnen spreken elkaar tegen"),
        rij("bijdrage", tariefsoort=Tariefsoort.EIGEN_BIJDRAGE),
    ),
)


def declarant(tabellen: Tabellen = TABELLEN) -> Declarant:
    """Return who declares by the made-up tables."""
    return Declarant(zorgaanbieder_agb="33001234", uzovi_code="3332", tabellen=tabellen)


def bedragen(declaratieregel: Declaratieregel) -> tuple[int, int, int, int]:
    """Return quantity, tariff and the two amounts."""
    return (
        declaratieregel.aantal,
        declaratieregel.tarief_eurocent,
        declaratieregel.bedrag_eurocent,
        declaratieregel.declaratiebedrag_eurocent,
    )


@pytest.mark.parametrize(
    ("prestatie", "gegeven", "verwacht"),
    [
        ("uur", {"uren": 6}, (6, 1000, 6000, 6000)),
        ("1901", {"uren": 6}, (6, 1000, 6000, 6000)),
        ("uur", {"minuten": 120}, (2, 1000, 2000, 2000)),
        ("uur", {"uren": 1, "minuten": 60}, (2, 1000, 2000, 2000)),
        ("uur", {"aantal": 3}, (3, 1000, 3000, 3000)),
        ("kwartier", {"uren": 1.5}, (6, 250, 1500, 1500)),
        ("kwartier", {"uren": Fraction(1, 4)}, (1, 250, 250, 250)),
        ("stuk", {}, (1, 700, 700, 700)),
        ("stuk", {"aantal": 2}, (2, 700, 1400, 1400)),
        ("dag", {"aantal": 2}, (2, 900, 1800, 1800)),
        ("start", {"startdatum_zorg": DAG}, (1, 400, 400, 400)),
        ("uur", {"uren": 2, "tarief_eurocent": 950}, (2, 950, 1900, 1900)),
        ("uur", {"uren": 2, "declaratiebedrag_eurocent": 500}, (2, 1000, 2000, 500)),
        ("vrij", {"uren": 2, "tarief_eurocent": 800}, (2, 800, 1600, 1600)),
        ("zonder", {"uren": 2, "tarief_eurocent": 0}, (2, 0, 0, 0)),
        ("onbekend", {"aantal": 2, "tarief_eurocent": 5}, (2, 5, 10, 10)),
    ],
)
def test_bedragen(
    prestatie: str, gegeven: dict[str, Any], verwacht: tuple[int, int, int, int]
) -> None:
    """Quantity and amounts follow from the prestatie and its tariff on the day."""
    declaratieregel = declarant().declaratieregel(prestatie, DAG, **gegeven)
    assert bedragen(declaratieregel) == verwacht
    assert (declaratieregel.prestatie, declaratieregel.debet_credit) == (
        prestatie,
        DebetCredit.DEBET,
    )
    assert declaratieregel.periode == Periode(van=DAG, tot_en_met=DAG)


@pytest.mark.parametrize(
    ("prestatie", "gegeven", "reden"),
    [
        ("uurr", {}, Bouwreden.PRESTATIE_ONBEKEND),
        (KANARIE, {"aantal": 1}, Bouwreden.PRESTATIE_ONBEKEND),
        (KANARIE, {"uren": 1, "tarief_eurocent": 1}, Bouwreden.PRESTATIE_ONBEKEND),
        ("oud", {"uren": 1, "tarief_eurocent": 1}, Bouwreden.NIET_VAN_KRACHT),
        ("start", {}, Bouwreden.START_ZORG_ONBEKEND),
        ("start", {"startdatum_zorg": date(2014, 12, 31)}, Bouwreden.START_ZORG_ONBEKEND),
        ("start", {"startdatum_zorg": EERSTE_DAG_START_ZORG}, Bouwreden.GEEN_TARIEF_BEKEND),
        ("zonder", {"uren": 1}, Bouwreden.GEEN_TARIEF_BEKEND),
        ("betwist", {"uren": 1}, Bouwreden.TARIEF_TOETST_NIET),
        ("vrij", {"uren": 1}, Bouwreden.GEEN_BEDRAG),
        ("bijdrage", {"uren": 1}, Bouwreden.GEEN_BEDRAG),
        ("uur", {}, Bouwreden.AANTAL_ONTBREEKT),
        ("dag", {}, Bouwreden.AANTAL_ONTBREEKT),
        ("dag", {"uren": 24}, Bouwreden.GEEN_TIJD),
        ("stuk", {"minuten": 5}, Bouwreden.GEEN_TIJD),
        ("uur", {"uren": 1.5}, Bouwreden.GEEN_HEEL_AANTAL),
        ("uur", {"minuten": 59}, Bouwreden.GEEN_HEEL_AANTAL),
        ("uur", {"uren": float("inf")}, Bouwreden.GEEN_HEEL_AANTAL),
        ("uur", {"uren": float("nan")}, Bouwreden.GEEN_HEEL_AANTAL),
        ("uur", {"uren": 0}, Bouwreden.VORM),
        ("uur", {"uren": -1}, Bouwreden.VORM),
        ("uur", {"aantal": 10_000}, Bouwreden.VORM),
        ("uur", {"uren": 1, "tarief_eurocent": -1}, Bouwreden.VORM),
        ("uur", {"uren": 1, "bsn": KANARIE}, Bouwreden.VORM),
        ("uur", {"uren": 1, "referentienummer": KANARIE * 9}, Bouwreden.VORM),
    ],
)
def test_wat_niet_te_maken_is(prestatie: str, gegeven: dict[str, Any], reden: Bouwreden) -> None:
    """It says why and what to do, in two languages, without a value that was given."""
    maker = declarant()
    with pytest.raises(Bouwfout) as fout:
        maker.declaratieregel(prestatie, DAG, **gegeven)
    assert fout.value.reden is reden
    assert str(fout.value) == fout.value.tekst.nl != fout.value.tekst.en
    for tekst in (fout.value.tekst.nl, fout.value.tekst.en):
        assert KANARIE not in tekst
    assert fout.value.__cause__ is fout.value.__context__ is None
    assert maker.declaratieregel("stuk", DAG).referentienummer == "regel-1"
    weer = pickle.loads(pickle.dumps(fout.value))  # noqa: S301
    assert (weer.reden, weer.tekst) == (fout.value.reden, fout.value.tekst)


def test_wat_er_staat() -> None:
    """A message names what the tables know: a name, a unit, a day, a kind."""

    def tekst(prestatie: str, **gegeven: Any) -> str:
        with pytest.raises(Bouwfout) as fout:
            declarant().declaratieregel(prestatie, DAG, **gegeven)
        return fout.value.tekst.en

    assert "(perhaps meant: uur)" in tekst("uurr")
    assert tekst("1901").startswith("uur goes by uur.")
    assert "the bound is 2030-01-31" in tekst("oud", uren=1)
    assert "(vrij)" in tekst("vrij", uren=1)
    assert "(betwist)" in tekst("betwist", uren=1)
    assert tekst("uur", aantal=0) == "Expected is: aantal: whole number from 1 to 9999."


def test_over_de_grens_van_een_tarief() -> None:
    """A period that runs on after the last day of its tariff is two lines; care by start is one."""
    over = Periode(van=JAREND, tot_en_met=date(2031, 1, 1))
    with pytest.raises(Bouwfout) as fout:
        declarant().declaratieregel("uur", over, uren=2)
    assert fout.value.reden is Bouwreden.OVER_TARIEFGRENS
    assert "2030-12-31" in str(fout.value)
    declaratieregel = declarant().declaratieregel("start", over, startdatum_zorg=DAG)
    assert (declaratieregel.periode, declaratieregel.tarief_eurocent) == (over, 400)
    tot = Periode(van=DAG, tot_en_met=JAREND)
    assert declarant().declaratieregel("uur", tot, uren=2).periode == tot


@pytest.mark.parametrize("tarief", [None, 100])
def test_wat_de_rijksbegroting_betaalt(tarief: int | None) -> None:
    """What no insurer pays is no line, also of a period that ends on the first day of that."""
    maker = Declarant(zorgaanbieder_agb="08001234", uzovi_code="3332")
    voor, vanaf = date(2023, 12, 31), date(2024, 1, 1)
    assert maker.declaratieregel("seo-eerste", voor).tarief_eurocent > 0
    for dag in (vanaf, Periode(van=voor, tot_en_met=vanaf)):
        with pytest.raises(Bouwfout) as fout:
            maker.declaratieregel("seo-eerste", dag, tarief_eurocent=tarief)
        assert fout.value.reden is Bouwreden.NIET_BIJ_VERZEKERAAR
        assert "2024-01-01" in fout.value.tekst.en


def test_eigen_tabellen_gaan_voor() -> None:
    """An own table over others decides the amount."""
    eigen = TABELLEN.as_base().add(tabel("eigen-2030", rij(bedrag=1100)))
    assert declarant(eigen).declaratieregel("uur", DAG, uren=1).tarief_eurocent == 1100


def test_verkeerde_aanroep() -> None:
    """A quantity in two ways, and a moment in place of a day, are mistakes in the program."""
    with pytest.raises(TypeError, match="aantal, of uren"):
        declarant().declaratieregel("uur", DAG, aantal=1, minuten=60)
    moment: Any = datetime.fromisoformat("2030-05-01T12:00")
    with pytest.raises(Bouwfout) as fout:
        declarant().declaratieregel("uur", moment, uren=1)
    assert fout.value.reden is Bouwreden.VORM


def test_nummers_en_velden() -> None:
    """Lines are numbered in order, unless they have a reference; other fields come along."""
    maker = declarant()
    declaratieregels = [
        maker.declaratieregel("stuk", DAG),
        maker.declaratieregel("stuk", DAG, referentienummer="eigen", zorgepisode_id="e-1"),
        maker.declaratieregel("stuk", DAG, bsn="999999990"),
    ]
    assert [declaratieregel.referentienummer for declaratieregel in declaratieregels] == [
        "regel-1",
        "eigen",
        "regel-3",
    ]
    assert (declaratieregels[1].zorgepisode_id, declaratieregels[2].bsn) == ("e-1", "999999990")


def test_een_eigen_nummer_als_die_van_ons() -> None:
    """No line gets the number that another was given: the message would be refused for it."""
    maker = declarant()
    eerste = maker.declaratieregel("stuk", DAG, referentienummer="regel-2")
    lijnen = [eerste, *(maker.declaratieregel("stuk", DAG) for _ in range(3)), maker.credit(eerste)]
    assert [lijn.referentienummer for lijn in lijnen] == [f"regel-{n}" for n in (2, 3, 4, 5, 6)]


def test_credit() -> None:
    """A credit takes back a debit as a whole: the netting finds it identical."""
    maker = declarant()
    debet = maker.declaratieregel("stuk", DAG)
    credit = maker.credit(debet)
    assert credit == attrs.evolve(
        debet,
        referentienummer="regel-2",
        gerelateerd_referentienummer="regel-1",
        debet_credit=DebetCredit.CREDIT,
    )
    (geval,) = zorggevallen([debet, credit], TABELLEN)
    assert [post.telt for post in geval.posten] == [False, False]
    assert maker.credit(debet, referentienummer="c").referentienummer == "c"


def test_declaratie() -> None:
    """A message has the period of its lines together, and the shape of a document."""
    maker = declarant()
    declaratieregels = [maker.declaratieregel("stuk", DAG), maker.declaratieregel("stuk", JAREND)]
    declaratie = maker.declaratie(*declaratieregels, factuurnummer="F-1", factuurdatum=JAREND)
    assert declaratie.periode == Periode(van=DAG, tot_en_met=JAREND)
    assert declaratie.declaratieregels == tuple(declaratieregels)
    assert geboortezorg.load(geboortezorg.dump(declaratie)) == declaratie
    with pytest.raises(Bouwfout) as fout:
        maker.declaratie(declaratieregels[0], factuurnummer=KANARIE * 2, factuurdatum=JAREND)
    assert "factuurnummer" in str(fout.value)
    assert KANARIE not in str(fout.value)


def test_dossier() -> None:
    """A few lines make a dossier that is judged whole and is akkoord."""
    maker = declarant(proeftabellen())
    geboren = date(2023, 5, 1)
    gemaakt = dossier(
        "pseudoniem-1",
        maker.declaratieregel("kraamzorg-inschrijving", geboren),
        maker.declaratieregel("kraamzorg-uur", date(2023, 5, 2), uren=6),
        geboren=geboren,
    )
    context = geboortezorg.Context(tabellen=proeftabellen())
    assert str(geboortezorg.validate(gemaakt, context=context)) == "akkoord (dossier)"
    zwanger = dossier("pseudoniem-2", a_terme_datum=geboren)
    assert (zwanger.zwangerschap.wijze_einde, zwanger.declaratieregels) == (None, ())


def test_de_tabellen_die_meekomen() -> None:
    """Without tables of its own a declarant uses those that ship."""
    zonder = Declarant(zorgaanbieder_agb="33001234", uzovi_code="3332")
    assert zonder.tabellen is geboortezorg.tabellen.shipped()


@given(
    st.sampled_from([naam.prestatie_id for naam in PRESTATIES]),
    st.dates(date(2028, 1, 1), date(2032, 12, 31)),
    st.integers(0, 40),
    st.sampled_from([0, 15, 30, 20]),
)
def test_nooit_een_verkeerd_bedrag(prestatie: str, dag: date, uren: int, minuten: int) -> None:
    """What is made is never refused for its amounts: it is right, or it is not made."""
    try:
        declaratieregel = declarant().declaratieregel(
            prestatie, dag, uren=uren, minuten=minuten, startdatum_zorg=dag
        )
    except Bouwfout:
        return
    context = geboortezorg.Context(tabellen=TABELLEN)
    rapport = geboortezorg.validate(dossier("p-1", declaratieregel), context=context)
    for code in ("GZ-TARIEF-001", "GZ-TARIEF-004", "GZ-PRESTATIE-001", "GZ-VORM-001"):
        assert rapport.uitkomst(code) is geboortezorg.Uitkomst.VOLDAAN
