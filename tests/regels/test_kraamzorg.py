"""The rules on kraamzorg around their bounds, and what a report says of their ground."""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from geboortezorg import Context, Ernst, Uitkomst, validate
from geboortezorg.berekening.kraamzorg import bronnen as kraamzorgbronnen
from geboortezorg.bron import Verificatie
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.kraamzorg import (
    Bijdragesoort,
    EigenBijdrage,
    GeleverdeKraamzorg,
    Indicatieprotocol,
    Kraamzorgindicatie,
    Kraamzorguitzondering,
    Partusassistentie,
)
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.model.zwangerschap import Kind, WijzeEinde, Zwangerschap
from geboortezorg.rapport import Bevinding, Rapport
from geboortezorg.testing import proefcontext
from geboortezorg.testing.basis import dag as periode
from geboortezorg.testing.dossier import nieuwe_declaratieregel
from geboortezorg.tijd import Looptijd
from geboortezorg.zorggeval import bevaldagen

BEVALDAG = date(2025, 3, 1)
MET = proefcontext()


def dossier(bevaldag: date | None = BEVALDAG, **anders: Any) -> Dossier:
    """Return a dossier of one birth."""
    wijze = None if bevaldag is None else WijzeEinde.PARTUS
    zwangerschap = Zwangerschap(datum_einde=bevaldag, wijze_einde=wijze)
    return Dossier(referentie="p", zwangerschap=zwangerschap, **anders)


def indicatie(**anders: Any) -> Kraamzorgindicatie:
    """Return an indication of 80 hours by the LIP."""
    feiten: dict[str, Any] = {
        "datum": BEVALDAG,
        "indicatieprotocol": Indicatieprotocol.LIP,
        "geindiceerd_minuten": 4800,
    }
    return Kraamzorgindicatie(**{**feiten, **anders})


def tot(laatste: date) -> Kraamzorgindicatie:
    """Return an indication with an exception up to a day."""
    uitzondering = Kraamzorguitzondering(
        tot_en_met=laatste, gemotiveerd=True, door_verloskundige=True, overlegd=True
    )
    return indicatie(uitzondering=uitzondering)


def zorg(*dagen: date, uitgesteld: bool = False) -> tuple[GeleverdeKraamzorg, ...]:
    """Return an hour of kraamzorg on each day."""
    return tuple(
        GeleverdeKraamzorg(datum=dag, duur_minuten=60, uitgesteld=uitgesteld) for dag in dagen
    )


def gevonden(rapport: Rapport, code: str) -> list[tuple[str, str, Ernst]]:
    """Return place, reason and severity of the findings of one rule."""
    return [(b.pad, b.reden, b.ernst) for b in rapport.van(code)]


def een(rapport: Rapport, code: str) -> Bevinding:
    """Return the one finding of a rule."""
    (bevinding,) = rapport.van(code)
    return bevinding


@pytest.mark.parametrize(
    "bevaldag",
    [BEVALDAG, date(2024, 12, 31), date(2028, 2, 20), date(2026, 10, 20)],
    ids=["spring", "new year", "leap year", "clock change"],
)
@pytest.mark.parametrize(("nummer", "fout"), [(1, False), (41, False), (42, False), (43, True)])
def test_laatste_dag_van_zes_weken(bevaldag: date, nummer: int, fout: bool) -> None:
    """Day 42 is the last one, the day of birth being day 1; day 43 is refused on the law."""
    op = bevaldag + timedelta(days=nummer - 1)
    rapport = validate(
        dossier(bevaldag, geleverde_kraamzorg=zorg(op), kraamzorgindicaties=(tot(op),))
    )
    assert bool(rapport.van("GZ-KRAAMZORG-006")) is fout
    if fout:
        bevinding = een(rapport, "GZ-KRAAMZORG-006")
        assert (bevinding.ernst, bevinding.uitkomst) == (Ernst.FOUT, Uitkomst.GESCHONDEN)
        assert bevinding.bron == kraamzorgbronnen.AANSPRAAK
        assert "42" in bevinding.tekst
    assert rapport.van("GZ-KRAAMZORG-005") == ()


@pytest.mark.parametrize(
    ("op", "ernst"),
    [
        (date(2023, 12, 31), None),
        (date(2024, 1, 1), Ernst.WAARSCHUWING),
        (date(2024, 9, 13), Ernst.WAARSCHUWING),
        (date(2024, 9, 14), Ernst.FOUT),
    ],
)
def test_zes_weken_vanaf_wanneer(op: date, ernst: Ernst | None) -> None:
    """Day 43 breaks the six weeks from 2024 on; on official ground from the text that was read."""
    bevaldag = op - timedelta(days=42)
    declaratieregel = nieuwe_declaratieregel(
        "u", "kraamzorg-uur", op, agb="33000001", uzovi="0001", tarief_eurocent=5000
    )
    dag = dossier(bevaldag, geleverde_kraamzorg=zorg(op), kraamzorgindicaties=(tot(op),))
    rapport = validate(dag)
    for ander in (rapport, validate(dossier(bevaldag, declaratieregels=(declaratieregel,)))):
        ernsten = [b.ernst for b in ander.van("GZ-KRAAMZORG-006")]
        assert ernsten == ([] if ernst is None else [ernst])
    if ernst is Ernst.WAARSCHUWING:
        assert een(rapport, "GZ-KRAAMZORG-006").bron.verificatie is Verificatie.SECUNDAIR
    voor_2024 = gevonden(rapport, "GZ-KRAAMZORG-005")
    assert bool(voor_2024) is (op.year < 2024)


def test_tweeling_over_middernacht() -> None:
    """Of children born on two days the first begins the six weeks; the later one ends them."""
    kinderen = tuple(
        Kind(rangnummer=n, geboren=True, geboortedatum=BEVALDAG + timedelta(days=n)) for n in (1, 2)
    )
    for op, redenen in (
        (BEVALDAG, ["voor_bevaldag"]),
        (BEVALDAG + timedelta(days=1), []),
        (BEVALDAG + timedelta(days=43), []),
        (BEVALDAG + timedelta(days=44), ["na_zes_weken"]),
    ):
        rapport = validate(dossier(None, kinderen=kinderen, geleverde_kraamzorg=zorg(op)))
        assert [b.reden for b in rapport.van("GZ-KRAAMZORG-006")] == redenen


def test_voor_de_bevaldag() -> None:
    """Kraamzorg before the birth is refused from the text of the law on; earlier it is a warning."""
    for bevaldag, ernst in (
        (date(2024, 9, 15), Ernst.FOUT),
        (date(2024, 9, 14), Ernst.WAARSCHUWING),
        (date(2023, 5, 1), Ernst.WAARSCHUWING),
    ):
        eerder = bevaldag - timedelta(days=1)
        rapport = validate(dossier(bevaldag, geleverde_kraamzorg=zorg(eerder)))
        bevinding = een(rapport, "GZ-KRAAMZORG-006")
        assert (bevinding.reden, bevinding.ernst) == ("voor_bevaldag", ernst)


@pytest.mark.parametrize(
    ("nummer", "omvat", "reden"),
    [
        (10, None, None),
        (11, None, "zonder_uitzondering"),
        (11, 11, None),
        (12, 11, "zonder_uitzondering"),
        (42, 11, "zonder_uitzondering"),
        (43, 11, None),
    ],
)
def test_dag_10(nummer: int, omvat: int | None, reden: str | None) -> None:
    """After day 10 an exception must cover the day; after six weeks another rule speaks."""
    uitzondering = indicatie() if omvat is None else tot(BEVALDAG + timedelta(days=omvat - 1))
    op = BEVALDAG + timedelta(days=nummer - 1)
    rapport = validate(
        dossier(geleverde_kraamzorg=zorg(op), kraamzorgindicaties=(uitzondering,)), context=MET
    )
    assert [b.reden for b in rapport.van("GZ-KRAAMZORG-005")] == ([] if reden is None else [reden])


def test_bevaldagen() -> None:
    """Of children born on different days both ends count; a miscarriage is no birth."""

    def kind(nummer: int, datum: date | None, *, geboren: bool = True) -> Kind:
        return Kind(rangnummer=nummer, geboren=geboren, geboortedatum=datum)

    dag_2 = date(2025, 3, 2)
    tweeling = dossier(None, kinderen=(kind(1, dag_2), kind(2, BEVALDAG), kind(3, None)))
    assert bevaldagen(tweeling) == (BEVALDAG, dag_2)
    assert bevaldagen(dossier(None, kinderen=(kind(1, dag_2, geboren=False),))) is None
    for wijze, verwacht in (
        (WijzeEinde.PARTUS, (BEVALDAG, BEVALDAG)),
        (WijzeEinde.MISKRAAM, None),
    ):
        zwangerschap = Zwangerschap(datum_einde=BEVALDAG, wijze_einde=wijze)
        assert bevaldagen(attrs.evolve(dossier(), zwangerschap=zwangerschap)) == verwacht


def test_bijdrage_steunt_op_tabel() -> None:
    """The report names the tables that an eigen bijdrage rests on, and how good they are."""
    bijdrage = EigenBijdrage(
        bijdragesoort=Bijdragesoort.THUIS,
        periode=periode(date(2023, 5, 1)),
        bedrag_eurocent=480,
        duur_minuten=60,
    )
    rapport = validate(dossier(eigen_bijdragen=(bijdrage,)))
    (uitkomst,) = [r for r in rapport.regels if r.code == "GZ-KRAAMZORG-011"]
    assert uitkomst.uitkomst is Uitkomst.VOLDAAN
    assert uitkomst.verificatie is Verificatie.BEVESTIGD
    assert uitkomst.tabellen == ("eigen-bijdrage-kraamzorg-2023",)


@pytest.mark.parametrize(
    ("minuten", "bedrag", "reden"),
    [
        (150, 1079, "lager"),
        (150, 1080, "deel_van_uur"),
        (150, 1350, None),
        (150, 1620, "deel_van_uur"),
        (150, 1621, "wijkt_af"),
        (0, 0, None),
        (0, 1, "wijkt_af"),
    ],
)
def test_deel_van_een_uur(minuten: int, bedrag: int, reden: str | None) -> None:
    """Between whole hours any amount may be right; outside them none is."""
    bijdrage = EigenBijdrage(
        bijdragesoort=Bijdragesoort.THUIS,
        periode=periode(BEVALDAG),
        bedrag_eurocent=bedrag,
        duur_minuten=minuten,
    )
    rapport = validate(dossier(eigen_bijdragen=(bijdrage,)))
    assert [b.reden for b in rapport.van("GZ-KRAAMZORG-011")] == ([] if reden is None else [reden])


def toeslagdossier(*grondslagen: tuple[str, ...]) -> Dossier:
    """Return a dossier of 2026 with a line of 100 euros and a toeslag of six for each base."""
    geboorte = date(2026, 3, 1)
    vast: dict[str, Any] = {"agb": "33000001", "uzovi": "0001"}
    declaratieregels = [
        nieuwe_declaratieregel("u", "kraamzorg-uur", geboorte, tarief_eurocent=8000, **vast)
    ]
    for nummer, grondslag in enumerate(grondslagen):
        toeslag = nieuwe_declaratieregel(
            f"t-{nummer}",
            "kraamzorg-toeslag-integrale-geboortezorg",
            geboorte,
            tarief_eurocent=480,
            **vast,
        )
        declaratieregels.append(attrs.evolve(toeslag, grondslag_referentienummers=grondslag))
    return dossier(geboorte, declaratieregels=tuple(declaratieregels))


def overeenkomst(basispunten: int | None) -> Overeenkomst:
    """Return an agreement on the toeslag."""
    return Overeenkomst(
        overeenkomst_id="o",
        overeenkomstsoort=Overeenkomstsoort.TOESLAG_INTEGRALE_GEBOORTEZORG,
        uzovi_code="0001",
        looptijd=Looptijd(van=date(2026, 1, 1)),
        schriftelijk=True,
        zorgaanbieder_agb="33000001",
        percentage_basispunten=basispunten,
    )


@pytest.mark.parametrize(
    ("basispunten", "redenen"),
    [(599, ["boven_afspraak"]), (600, []), (None, []), (0, ["boven_afspraak"])],
)
def test_afgesproken_percentage(basispunten: int | None, redenen: list[str]) -> None:
    """Six percent is declared: an agreement on less breaks, on as much or on none named not."""
    context = attrs.evolve(MET, overeenkomsten=(overeenkomst(basispunten),))
    rapport = validate(toeslagdossier(("u",)), context=context)
    assert [b.reden for b in rapport.van("GZ-KRAAMZORG-015")] == redenen


@pytest.mark.parametrize(("bedrag", "code"), [(800, "KRAAMZORG-015"), (801, "TARIEF-003")])
def test_een_code_voor_een_breuk(bedrag: int, code: str) -> None:
    """Up to ten percent the agreement is broken; above it the norm is, and only that is said."""
    document = toeslagdossier(("u",))
    hoger = attrs.evolve(
        document.declaratieregels[1],
        tarief_eurocent=bedrag,
        bedrag_eurocent=bedrag,
        declaratiebedrag_eurocent=bedrag,
    )
    document = attrs.evolve(document, declaratieregels=(document.declaratieregels[0], hoger))
    context = attrs.evolve(MET, overeenkomsten=(overeenkomst(500),))
    rapport = validate(document, context=context)
    assert [b.code for b in rapport.bevindingen] == [f"GZ-{code}"]


def test_grondslag_niet_bekend() -> None:
    """Of a toeslag whose base is not there only the agreement is judged; the next one wholly."""
    context = attrs.evolve(MET, overeenkomsten=(overeenkomst(500),))
    rapport = validate(toeslagdossier(("elders",), (), ("u",)), context=context)
    assert [b.pad for b in rapport.van("GZ-KRAAMZORG-015")] == [
        "/declaratieregels/3/bedrag_eurocent"
    ]


def test_percentage_onbekend_jaar() -> None:
    """In a year of which no highest percentage is known the agreed one still holds."""
    declaratieregels = tuple(
        attrs.evolve(declaratieregel, periode=periode(date(2027, 3, 1)))
        for declaratieregel in toeslagdossier(("u",)).declaratieregels
    )
    context = attrs.evolve(MET, overeenkomsten=(overeenkomst(500),))
    rapport = validate(
        dossier(date(2027, 3, 1), declaratieregels=declaratieregels), context=context
    )
    assert [b.reden for b in rapport.van("GZ-KRAAMZORG-015")] == ["boven_afspraak"]


def test_geen_persoonsgegevens() -> None:
    """The dates of care stand in no text, no parameter and no repr."""
    op = BEVALDAG + timedelta(days=42)
    document = dossier(geleverde_kraamzorg=zorg(op), kraamzorgindicaties=(tot(op),))
    assert str(op) not in repr(document)
    assert repr(op) not in repr(document)
    rapport = validate(document, context=Context(drempel=Verificatie.AFGELEID))
    assert rapport.bevindingen
    for bevinding in rapport.bevindingen:
        assert str(op) not in repr(bevinding)
        assert repr(op) not in repr(bevinding)


def test_grondslag_van_de_eigen_zorgaanbieder() -> None:
    """Another provider may use the same reference: the base is the line of the own provider."""
    document = toeslagdossier(("u",))
    vreemd = attrs.evolve(
        document.declaratieregels[0], zorgaanbieder_agb="33000002", prestatie="1101"
    )
    document = attrs.evolve(document, declaratieregels=(*document.declaratieregels, vreemd))
    context = attrs.evolve(MET, overeenkomsten=(overeenkomst(599),))
    rapport = validate(document, context=context)
    assert rapport.van("GZ-TARIEF-003") == ()
    assert [b.reden for b in rapport.van("GZ-KRAAMZORG-015")] == ["boven_afspraak"]


@pytest.mark.parametrize(
    ("basispunten", "bedrag", "code"), [(500, 800, "KRAAMZORG-015"), (500, 801, "TARIEF-003")]
)
def test_grondslag_telt_een_keer(basispunten: int, bedrag: int, code: str) -> None:
    """Naming the same line twice does not allow a toeslag twice as high."""
    basis, toeslag = toeslagdossier(("u", "u")).declaratieregels
    hoger = attrs.evolve(
        toeslag,
        tarief_eurocent=bedrag,
        bedrag_eurocent=bedrag,
        declaratiebedrag_eurocent=bedrag,
    )
    document = attrs.evolve(toeslagdossier(), declaratieregels=(basis, hoger))
    context = attrs.evolve(MET, overeenkomsten=(overeenkomst(basispunten),))
    rapport = validate(document, context=context)
    assert [b.code for b in rapport.bevindingen] == [f"GZ-{code}"]


def test_partus_bij_een_ander_protocol() -> None:
    """Without the packages of a protocol the sum with partusassistentie is not judged."""
    klim = indicatie(indicatieprotocol=Indicatieprotocol.KLIM)
    assist = Partusassistentie(datum=BEVALDAG, duur_minuten=60, medisch=False)
    rapport = validate(dossier(kraamzorgindicaties=(klim,), partusassistenties=(assist,)))
    assert rapport.uitkomst("GZ-KRAAMZORG-004") is Uitkomst.NIET_VAN_TOEPASSING


def test_aanspraak_die_onderweg_ruimer_wordt() -> None:
    """After a birth at the end of 2023 the claim of 2024 counts, when day 11 lies in 2024."""
    for bevaldag, laatste in ((date(2023, 12, 21), 9), (date(2023, 12, 22), 41)):
        for na, fout in ((laatste, False), (laatste + 1, True)):
            bijdrage = EigenBijdrage(
                bijdragesoort=Bijdragesoort.THUIS,
                periode=periode(bevaldag + timedelta(days=na)),
                bedrag_eurocent=480,
                duur_minuten=60,
            )
            rapport = validate(dossier(bevaldag, eigen_bijdragen=(bijdrage,)))
            redenen = [b.reden for b in rapport.van("GZ-KRAAMZORG-023")]
            assert redenen == (["buiten_kraamtijd"] if fout else [])
