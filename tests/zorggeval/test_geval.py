"""The claim view of a dossier and of a declaratie."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import attrs
import pytest

from geboortezorg import load
from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.declaratie import DebetCredit, Declaratieregel
from geboortezorg.model.prestatie import (
    Eenheid,
    Prestatie,
    Prestatielijst,
    Regime,
    verhouding,
)
from geboortezorg.tabellen import Tabellen, shipped
from geboortezorg.tijd import Periode
from geboortezorg.zorggeval import (
    Beperkingen,
    Botsing,
    Post,
    Samenloop,
    Zorggeval,
    beperkingen,
    op_volgorde,
    samenlopen,
    zorggevallen,
)

BRON = Bron(titel="verzonnen", verificatie=Verificatie.OFFICIEEL)


def prestatie(naam: str, eenheid: Eenheid, **anders: Any) -> Prestatie:
    """Return a made-up prestatie."""
    return Prestatie(
        prestatie_id=naam,
        regime=Regime.VERLOSKUNDE,
        omschrijving="Verzonnen",
        omschrijving_en="Made up",
        eenheid=eenheid,
        **anders,
    )


TABELLEN = Tabellen(
    prestatielijsten=(
        Prestatielijst(
            naam="verzonnen",
            bron=BRON,
            prestaties=(
                prestatie("uur", Eenheid.UUR),
                prestatie("dag", Eenheid.DAG),
                prestatie("eens", Eenheid.ZWANGERSCHAP, eenmalig=True, code="1001"),
                prestatie("start", Eenheid.STUK, peildatum_start_zorg=True),
                prestatie("geheel", Eenheid.STUK, bestanddelen=("uur",)),
            ),
        ),
    )
)
DAG = date(2023, 5, 2)
DECLARATIEREGEL = Declaratieregel(
    referentienummer="r-1",
    zorgaanbieder_agb="08001234",
    uzovi_code="0001",
    prestatie="uur",
    periode=Periode(van=DAG, tot_en_met=DAG),
    aantal=2,
    tarief_eurocent=100,
    bedrag_eurocent=200,
    declaratiebedrag_eurocent=200,
    debet_credit=DebetCredit.DEBET,
)


def declaratieregel(**anders: Any) -> Declaratieregel:
    """Return the line with something else in it."""
    return attrs.evolve(DECLARATIEREGEL, **anders)


def post(**anders: Any) -> Post:
    """Return the only line of a message as the claim view holds it."""
    (geval,) = zorggevallen([declaratieregel(**anders)], TABELLEN)
    return geval.posten[0]


@pytest.mark.parametrize(
    ("van", "naar", "maal"),
    [
        (Eenheid.UUR, Eenheid.UUR, Fraction(1)),
        (Eenheid.KWARTIER, Eenheid.UUR, Fraction(1, 4)),
        (Eenheid.UUR, Eenheid.MINUUT, Fraction(60)),
        (Eenheid.STUK, Eenheid.ZWANGERSCHAP, Fraction(1)),
        (Eenheid.GESPREK, Eenheid.ONDERZOEK, Fraction(1)),
        (Eenheid.DAG, Eenheid.DAG, Fraction(1)),
        (Eenheid.DAG, Eenheid.UUR, None),
        (Eenheid.DAG, Eenheid.STUK, None),
        (Eenheid.UUR, Eenheid.STUK, None),
    ],
)
def test_verhouding(van: Eenheid, naar: Eenheid, maal: Fraction | None) -> None:
    """Time becomes time, a piece a piece; a day is neither."""
    assert verhouding(van, naar) == maal


@pytest.mark.parametrize(
    ("anders", "aantal", "tarief"),
    [
        ({}, 2, 100),
        ({"eenheid": Eenheid.UUR}, 2, 100),
        ({"eenheid": Eenheid.KWARTIER, "bedrag_eurocent": 50}, Fraction(1, 2), 100),
        ({"eenheid": Eenheid.KWARTIER, "bedrag_eurocent": 200}, Fraction(1, 2), 400),
        ({"eenheid": Eenheid.STUK}, None, None),
        ({"prestatie": "bestaat-niet"}, None, None),
    ],
)
def test_aantal(anders: dict[str, Any], aantal: Fraction | None, tarief: Fraction | None) -> None:
    """Quantity and tariff are those of one unit of the prestatie, also when stated by quarters."""
    een = post(**anders)
    assert (een.aantal, een.tarief) == (aantal, tarief)
    assert een.minuten == (None if aantal is None else aantal * 60)


def test_geen_minuten() -> None:
    """A prestatie that is no time has a quantity, and no minutes."""
    for een in (post(prestatie="dag"), post(prestatie="eens", eenheid=Eenheid.STUK)):
        assert een.aantal == 2
        assert een.minuten is None


def gevallen(*declaratieregels: Declaratieregel) -> list[Zorggeval]:
    """Return the cases of a message."""
    return zorggevallen(declaratieregels, TABELLEN)


def test_per_bsn() -> None:
    """Each BSN is a woman; lines without one, or with the dummy, are of nobody knows whom."""
    nummers = ("999990019", None, "999990020", "999999999", "999990019")
    uit = gevallen(*(declaratieregel(bsn=nummer) for nummer in nummers))
    assert [[p.nummer for p in geval.posten] for geval in uit] == [[0, 4], [1, 3], [2]]
    assert [geval.een_vrouw for geval in uit] == [True, False, True]


def test_credit_van_een_ander() -> None:
    """A credit with the BSN of another woman takes nothing back."""
    credit = declaratieregel(
        debet_credit=DebetCredit.CREDIT,
        referentienummer="c",
        gerelateerd_referentienummer="r-1",
        bsn="999990020",
    )
    debet, ander = gevallen(declaratieregel(bsn="999990019"), credit)
    assert debet.posten[0].telt
    assert ander.posten[0].credit_tegen is None
    debet, *rest = gevallen(declaratieregel(bsn="999990020"), credit)
    assert rest == []
    assert not debet.posten[0].telt
    assert debet.posten[1].credit_tegen is debet.posten[0]
    assert debet.posten[1].identiek


def test_herhaald() -> None:
    """Once is a quantity, not a number of lines; each provider has its own."""
    (geval,) = gevallen(
        *(
            declaratieregel(bsn="999990019", **anders)
            for anders in (
                {"prestatie": "eens", "aantal": 1},
                {"prestatie": "1001", "aantal": 1},
                {"prestatie": "eens", "aantal": 2, "zorgaanbieder_agb": "08000001"},
                {
                    "prestatie": "eens",
                    "aantal": 1,
                    "eenheid": Eenheid.UUR,
                    "zorgaanbieder_agb": "08000002",
                },
                {},
                {"prestatie": "bestaat-niet"},
            )
        )
    )
    assert [(s.post.nummer, s.botsing) for s in botsingen(geval)] == [
        (1, Botsing.HERHAALD),
        (2, Botsing.HERHAALD),
    ]
    assert [p.nummer for p in geval.van(["uur"])] == [4]
    assert len(geval.tellend) == 5


def botsingen(geval: Zorggeval) -> list[Samenloop]:
    """Return the lines that cannot stand beside another one."""
    return samenlopen(geval, beperkingen([p.prestatie for p in geval.tellend if p.prestatie]))


def test_deel_naast_geheel() -> None:
    """A part of a whole stands in the way, of its own provider or another, however many wholes."""
    namen = ("geheel", "geheel", "uur", "dag")
    lijnen = [declaratieregel(bsn="999990019", prestatie=naam) for naam in namen]
    elders = attrs.evolve(lijnen[2], zorgaanbieder_agb="08000001")
    (geval,) = gevallen(*lijnen, elders)
    assert [(s.post.nummer, s.botsing, s.ander) for s in botsingen(geval)] == [
        (2, Botsing.DEEL, "geheel"),
        (4, Botsing.DEEL_ELDERS, "geheel"),
    ]
    (zonder,) = gevallen(lijnen[0], lijnen[3])
    assert botsingen(zonder) == []


def test_deel_van_een_latere_zwangerschap() -> None:
    """A part that comes longer after the whole than a pregnancy lasts is of no whole at all."""
    later = DAG + timedelta(days=400)
    geheel = declaratieregel(bsn="999990019", prestatie="geheel", aantal=1)
    deel = attrs.evolve(geheel, prestatie="uur", periode=Periode(van=later, tot_en_met=later))
    (geval,) = gevallen(geheel, deel)
    assert botsingen(geval) == []


def test_wat_een_andere_vrouw_heeft_botst_niet() -> None:
    """In a message about several women a whole or a choice of one is nothing to another."""
    van = {
        "999990019": ("geheel", "dag"),
        "999990020": ("uur",),
        "999990031": ("geheel", "uur"),
        "999990043": ("uur", "dag"),
    }
    gevonden = gevallen(
        *(
            declaratieregel(bsn=bsn, prestatie=naam, aantal=1)
            for bsn, namen in van.items()
            for naam in namen
        )
    )
    geheel, uur = frozenset({"geheel"}), frozenset({"uur"})
    beperkt: Beperkingen = {}, geheel, uur, frozenset({"uur", "dag"}), geheel, frozenset()
    assert [[s.botsing for s in samenlopen(geval, beperkt)] for geval in gevonden] == [
        [Botsing.KINDEREN_ONBEKEND],
        [],
        [Botsing.DEEL, Botsing.KINDEREN_ONBEKEND],
        [Botsing.KEUZE],
    ]


def test_van_niemand_botst_niets() -> None:
    """Lines of nobody knows whom do not stand in each other's way."""
    (geval,) = gevallen(declaratieregel(prestatie="eens"), declaratieregel(prestatie="eens"))
    assert botsingen(geval) == []


def test_grondslag() -> None:
    """A base is found by its reference: of the own provider first, and what counts first."""
    toeslag = declaratieregel(referentienummer="t", grondslag_referentienummers=("r-1", "x", "r-9"))
    credit = declaratieregel(
        debet_credit=DebetCredit.CREDIT, referentienummer="c", gerelateerd_referentienummer="r-1"
    )
    (geval,) = gevallen(
        declaratieregel(aantal=1),
        declaratieregel(),
        credit,
        declaratieregel(zorgaanbieder_agb="08000001"),
        declaratieregel(referentienummer="x", zorgaanbieder_agb="08000001"),
        toeslag,
    )
    uit = geval.grondslag(geval.posten[5])
    assert [None if p is None else p.nummer for p in uit] == [0, 4, None]
    assert geval.grondslag(geval.posten[5]) == uit


def dossier(*episodes: dict[str, Any], **anders: Any) -> Any:
    """Return a dossier with the line of care that follows its start."""
    return load(
        {
            "soort": "dossier",
            "schema_versie": "0.1",
            "referentie": "p",
            "zwangerschap": {"datum_einde": "2015-03-01"},
            "zorgepisodes": list(episodes),
        }
    )


def episode(sleutel: str, agb: str, van: str) -> dict[str, Any]:
    """Return a zorgepisode of a practice."""
    return {
        "zorgepisode_id": sleutel,
        "zorgaanbieder": {"discipline": "eerstelijnsverloskundige", "agb_code": agb},
        "looptijd": {"van": van},
    }


EIGEN = episode("e-1", "08001234", "2022-10-03")
ANDER = episode("e-2", "08000001", "2022-11-04")


@pytest.mark.parametrize(
    ("episodes", "anders", "start"),
    [
        ([], {}, None),
        ([], {"startdatum_zorg": date(2022, 1, 1)}, date(2022, 1, 1)),
        ([EIGEN, ANDER], {}, date(2022, 10, 3)),
        ([EIGEN, ANDER], {"startdatum_zorg": date(2025, 1, 1)}, date(2022, 10, 3)),
        ([EIGEN, ANDER], {"zorgepisode_id": "e-2"}, date(2022, 11, 4)),
        ([EIGEN], {"zorgepisode_id": "e-9"}, None),
        ([ANDER, ANDER], {"zorgepisode_id": "e-2"}, None),
        ([EIGEN, episode("e-3", "08001234", "2023-01-01")], {}, None),
    ],
)
def test_startdatum(
    episodes: list[dict[str, Any]], anders: dict[str, Any], start: date | None
) -> None:
    """The zorgepisode says when the care started; the line itself only when there is none."""
    document = dossier(*episodes)
    (geval,) = zorggevallen([declaratieregel(prestatie="start", **anders)], TABELLEN, document)
    een = geval.posten[0]
    assert (een.startdatum, een.peildatum) == (start, start)
    assert geval.dossier is document


def test_voor_2015() -> None:
    """Care that started before 2015 is priced by the birth; a declaratie does not tell it."""
    vroeg = declaratieregel(prestatie="start", startdatum_zorg=date(2014, 12, 31))
    (geval,) = zorggevallen([vroeg], TABELLEN, dossier())
    assert geval.posten[0].peildatum == date(2015, 3, 1)
    assert gevallen(vroeg)[0].posten[0].peildatum is None


def test_over_na_credit() -> None:
    """What is left of the computed amount is told after a credit for a part, and never negative."""
    credit = declaratieregel(
        debet_credit=DebetCredit.CREDIT,
        referentienummer="c",
        gerelateerd_referentienummer="r-1",
        declaratiebedrag_eurocent=150,
    )
    (geval,) = gevallen(declaratieregel(), credit)
    assert [geval.posten[0].netto_eurocent, geval.posten[0].over_eurocent] == [50, 50]
    (geval,) = gevallen(declaratieregel(bedrag_eurocent=100), credit)
    assert geval.posten[0].over_eurocent == 0


def test_over_tariefgrens() -> None:
    """Care that runs past its tariff is seen in the rules; without a tariff there is no end."""
    assert not post().over_tariefgrens
    assert post().pad() == "/declaratieregels/0"
    assert post().pad("aantal") == "/declaratieregels/0/aantal"


def test_groepen() -> None:
    """Lines of one woman stand together by prestatie, provider and insurer, in their order."""
    anders: list[dict[str, Any]] = [{}, {"uzovi_code": "0002"}, {"prestatie": "dag"}, {"aantal": 3}]
    (geval,) = gevallen(*(declaratieregel(**deel) for deel in anders))
    assert [[p.nummer for p in groep.posten] for groep in geval.groepen] == [[0, 3], [1], [2]]
    lijsten = [groep.tellend for groep in geval.groepen]
    assert [p.nummer for p in op_volgorde(lijsten)] == [0, 1, 2, 3]
    assert op_volgorde(lijsten[:1]) is lijsten[0]
    assert op_volgorde([]) == []


@pytest.mark.parametrize(
    ("einde", "omgekeerd", "binnen"),
    [(0, False, True), (3, False, True), (4, False, False), (-1, True, False)],
)
def test_vogelvlucht(einde: int, omgekeerd: bool, binnen: bool) -> None:
    """The days of lines together say how far these are apart, and whether any is reversed."""
    tot_en_met = DAG + timedelta(days=einde)
    (geval,) = gevallen(
        declaratieregel(), declaratieregel(periode=Periode(van=DAG, tot_en_met=tot_en_met))
    )
    vlucht = geval.vogelvlucht
    assert (vlucht.omgekeerd, vlucht.binnen(3)) == (omgekeerd, binnen)
    assert vlucht.voorbij_op(max(DAG, tot_en_met))
    assert not vlucht.voorbij_op(max(DAG, tot_en_met) - timedelta(days=1))
    assert geval.vogelvlucht is vlucht
    if omgekeerd:
        (enkel,) = gevallen(declaratieregel(periode=Periode(van=DAG, tot_en_met=tot_en_met)))
        assert enkel.vogelvlucht.laatste == DAG


def test_een_variant_telt_bij_haar_prestatie() -> None:
    """What is once for a pregnancy is so with its variants: by one name for all of them."""
    prestaties = shipped().prestaties
    eens, *_ = beperkingen(prestaties)
    varianten = {p.prestatie_id: p.variant_van for p in prestaties if p.variant_van}
    assert eens.keys() & varianten.keys()
    assert all(eens[naam] == varianten.get(naam, naam) for naam in eens)
