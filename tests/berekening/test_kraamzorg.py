"""The hours that the LIP indicates, and the days on which kraamzorg is given."""

from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg.berekening.kraamzorg.uren import (
    aftrek_ziekenhuis,
    dag_van_kraamzorg,
    geindiceerde_kraamzorg,
    lip,
    na_onderbreking,
    uren_van,
)
from geboortezorg.berekening.stap import Berekening, Opbouw
from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.kraamzorg import Indicatieprotocol, Kraamzorgindicatie, Voeding
from geboortezorg.model.norm import Norm, Normeenheid, Normtabel, Normwaarde
from geboortezorg.tabellen.normen import GeenNorm, Normen, normen

MINIMUM_MINUTEN, MAXIMUM_MINUTEN = 1440, 4800
BORST, KUNST = Voeding.BORSTVOEDING, Voeding.KUNSTVOEDING


def codes(berekening: Berekening) -> list[str]:
    """Return the codes of the steps."""
    return [stap.code for stap in berekening.stappen]


def leemten(berekening: Berekening) -> list[str]:
    """Return what is missing."""
    assert (berekening.uitkomst is None) is bool(berekening.leemten)
    return [leemte.code for leemte in berekening.leemten]


@pytest.mark.parametrize(("voeding", "uren"), [(BORST, 49), (KUNST, 45)])
@pytest.mark.parametrize("eerste_kind", [True, False, None])
def test_basispakket(voeding: Voeding, uren: int, eerste_kind: bool | None) -> None:
    """The basic package is 49 or 45 hours, whichever child it is."""
    berekend = geindiceerde_kraamzorg(voeding=voeding, eerste_kind=eerste_kind)
    assert berekend.uitkomst == uren * 60
    assert berekend.eenheid == "minuut"


def test_opbouw_eerste_kind() -> None:
    """With a first child there are 12 hours of information and none for the family."""
    berekend = geindiceerde_kraamzorg(voeding=BORST, eerste_kind=True)
    assert {stap.code: stap.waarde / 60 for stap in berekend.stappen} == {
        "moeder": 9,
        "kind": 7,
        "voorlichting": 12,
        "observeren": 5,
        "hygiene": 8,
        "voeding": 8,
    }
    assert berekend.verificatie is Verificatie.SECUNDAIR


def test_opbouw_volgend_kind() -> None:
    """With a later child there are 8 hours of information and 4 for the family."""
    berekend = geindiceerde_kraamzorg(voeding=KUNST, eerste_kind=False)
    uren = {stap.code: stap.waarde / 60 for stap in berekend.stappen}
    assert uren["voorlichting"] == 8
    assert uren["gezin"] == 4
    assert uren["voeding"] == 4
    assert "45 uur" in berekend.stappen[-1].tekst
    assert "45 hours" in berekend.stappen[-1].tekst_en


def test_kind_onbekend() -> None:
    """Without knowing which child it is the sum of 41 hours is taken, which was derived."""
    berekend = geindiceerde_kraamzorg(voeding=BORST)
    assert codes(berekend) == ["basis", "voeding"]
    assert berekend.stappen[0].waarde == 41 * 60
    assert berekend.verificatie is Verificatie.AFGELEID
    assert "49 uur" in berekend.stappen[-1].tekst


@given(
    voeding=st.sampled_from(Voeding),
    eerste_kind=st.sampled_from((True, False, None)),
    maatwerk=st.integers(-6000, 6000),
    partus=st.integers(0, 6000),
    dagen=st.integers(0, 10),
)
def test_stappen_tellen_op(
    voeding: Voeding, eerste_kind: bool | None, maatwerk: int, partus: int, dagen: int
) -> None:
    """The steps add up, each stand is the sum so far, and the bounds hold."""
    berekend = geindiceerde_kraamzorg(
        voeding=voeding,
        eerste_kind=eerste_kind,
        maatwerk_minuten=maatwerk,
        partus_minuten=partus,
        ziekenhuisdagen=dagen,
    )
    som = Fraction(0)
    for stap in berekend.stappen:
        som += stap.waarde
        assert stap.stand == som
    assert som >= 0
    assert som + partus <= max(MAXIMUM_MINUTEN, partus)
    if dagen == 0:
        assert berekend.uitkomst == som
        assert som >= min(MINIMUM_MINUTEN, max(MAXIMUM_MINUTEN - partus, 0))


@pytest.mark.parametrize(
    ("maatwerk", "uitkomst", "laatste"),
    [
        (-1501, 1440, "minimum"),
        (-1500, 1440, "maatwerk"),
        (-1499, 1441, "maatwerk"),
        (1859, 4799, "maatwerk"),
        (1860, 4800, "maatwerk"),
        (1861, 4800, "maximum"),
    ],
)
def test_grenzen(maatwerk: int, uitkomst: int, laatste: str) -> None:
    """Tailored care is brought to the minimum of 24 hours and held to the maximum of 80."""
    berekend = geindiceerde_kraamzorg(voeding=BORST, maatwerk_minuten=maatwerk)
    assert berekend.uitkomst == uitkomst
    assert codes(berekend)[-1] == laatste


def test_partus_telt_voor_maximum() -> None:
    """Four hours of partusassistentie leave 76 for kraamzorg, on uncertain ground."""
    berekend = geindiceerde_kraamzorg(voeding=BORST, maatwerk_minuten=1860, partus_minuten=240)
    assert berekend.uitkomst == 4560
    bron = berekend.stappen[-1].bron
    assert bron.verificatie is Verificatie.SECUNDAIR
    assert "Onzeker" in (bron.toelichting or "")


def test_partus_telt_niet_voor_minimum() -> None:
    """Partusassistentie brings nothing up to the minimum."""
    zonder = geindiceerde_kraamzorg(voeding=BORST, maatwerk_minuten=-2000)
    met = geindiceerde_kraamzorg(voeding=BORST, maatwerk_minuten=-2000, partus_minuten=600)
    assert zonder == met


@pytest.mark.parametrize(
    ("voeding", "dagen", "uitkomst"),
    [
        (BORST, 0, Fraction(2940)),
        (BORST, 1, Fraction(5145, 2)),
        (BORST, 4, Fraction(1470)),
        (KUNST, 1, Fraction(4725, 2)),
        (KUNST, 3, Fraction(3375, 2)),
    ],
)
def test_ziekenhuisdagen(voeding: Voeding, dagen: int, uitkomst: Fraction) -> None:
    """An eighth comes off for each day, exactly: half minutes occur."""
    assert geindiceerde_kraamzorg(voeding=voeding, ziekenhuisdagen=dagen).uitkomst == uitkomst


@pytest.mark.parametrize(("dagen", "stand"), [(5, Fraction(2205, 2)), (8, 0), (9, 0)])
def test_aftrek_onder_minimum(dagen: int, stand: Fraction | int) -> None:
    """Below the minimum there is no outcome, but the steps show how far it came."""
    berekend = geindiceerde_kraamzorg(voeding=BORST, ziekenhuisdagen=dagen)
    assert leemten(berekend) == ["minimum_na_aftrek"]
    assert berekend.stappen[-1].stand == stand


def test_aftrek_tot_het_minimum() -> None:
    """A deduction that leads to exactly the minimum raises no question."""
    berekend = geindiceerde_kraamzorg(voeding=BORST, maatwerk_minuten=-60, ziekenhuisdagen=4)
    assert berekend.uitkomst == MINIMUM_MINUTEN


def test_onbekende_feiten() -> None:
    """Without the feeding, or the days in hospital, there is no outcome."""
    zonder_voeding = geindiceerde_kraamzorg(voeding=None, eerste_kind=True, ziekenhuisdagen=1)
    assert leemten(zonder_voeding) == ["voeding"]
    assert zonder_voeding.stappen[-1].stand == 41 * 60
    zonder_dagen = geindiceerde_kraamzorg(voeding=BORST, ziekenhuisdagen=None)
    assert leemten(zonder_dagen) == ["ziekenhuisdagen"]
    assert zonder_dagen.stappen[-1].stand == 2940


def test_ander_protocol() -> None:
    """The KLIM and other versions of the LIP are not guessed."""
    klim = geindiceerde_kraamzorg(voeding=BORST, indicatieprotocol=Indicatieprotocol.KLIM)
    assert leemten(klim) == ["klim"]
    assert klim.stappen == ()
    assert klim.verificatie is None
    assert leemten(geindiceerde_kraamzorg(voeding=BORST, protocolversie="4")) == ["protocolversie"]
    assert geindiceerde_kraamzorg(voeding=BORST, protocolversie="3").uitkomst == 2940


@pytest.mark.parametrize("feit", [{"partus_minuten": -1}, {"ziekenhuisdagen": -1}])
def test_negatief(feit: dict[str, Any]) -> None:
    """A negative duration or number of days is refused."""
    with pytest.raises(ValueError, match="niet negatief"):
        geindiceerde_kraamzorg(voeding=BORST, **feit)


def test_uit_een_indicatie() -> None:
    """The facts of an indication give the same; what was indicated plays no part."""
    indicatie = Kraamzorgindicatie(
        datum=date(2025, 3, 1),
        indicatieprotocol=Indicatieprotocol.LIP,
        geindiceerd_minuten=1,
        voeding=KUNST,
        eerste_kind=False,
        maatwerk_minuten=60,
        ziekenhuisdagen=1,
    )
    assert uren_van(indicatie).uitkomst == Fraction((45 * 60 + 60) * 7, 8)
    zonder = attrs.evolve(indicatie, ziekenhuisdagen=None, maatwerk_minuten=None)
    assert leemten(uren_van(zonder)) == ["ziekenhuisdagen"]
    krap = attrs.evolve(indicatie, maatwerk_minuten=3000, ziekenhuisdagen=0)
    assert uren_van(krap, partus_minuten=300).uitkomst == 4500


def test_aftrek() -> None:
    """An eighth for each day, and never more than what was indicated."""
    assert aftrek_ziekenhuis(2940, 1) == Fraction(735, 2)
    assert aftrek_ziekenhuis(2940, 8) == aftrek_ziekenhuis(2940, 9) == 2940


def test_dagen() -> None:
    """The day of birth is day 1, also over 29 February."""
    bevaldag = date(2024, 2, 25)
    assert dag_van_kraamzorg(bevaldag, bevaldag) == 1
    assert dag_van_kraamzorg(bevaldag, date(2024, 3, 5)) == 10
    assert dag_van_kraamzorg(bevaldag, date(2024, 4, 6)) == 42


def eigen_lip(van: date | None, versie: str, maximum: int) -> Norm:
    """Return made-up packages of the LIP."""
    waarden = {
        "minimum": 600,
        "maximum": maximum,
        "dagen": 12,
        "basis": 2400,
        "voeding.borstvoeding": 480,
        "voeding.kunstvoeding": 240,
    }
    return Norm(
        norm_id="kraamzorg-lip",
        omschrijving="Verzonnen.",
        bron=Bron(titel="Verzonnen", verificatie=Verificatie.OFFICIEEL),
        van=van,
        versie=versie,
        waarden=tuple(
            Normwaarde(
                sleutel=sleutel,
                eenheid=Normeenheid.DAG if sleutel == "dagen" else Normeenheid.MINUUT,
                waarde=waarde,
            )
            for sleutel, waarde in waarden.items()
        ),
    )


def test_een_latere_versie_van_het_lip() -> None:
    """The day of the indication decides which version governs, unless it names one itself."""
    rijen = (eigen_lip(None, "a", 3000), eigen_lip(date(2027, 1, 1), "b", 6000))
    alle = Normen(Normtabel(naam="verzonnen", titel="Verzonnen", normen=rijen), onder=normen())

    def uitkomst(op: date | None, versie: str | None = None) -> Fraction | None:
        return geindiceerde_kraamzorg(
            voeding=BORST, maatwerk_minuten=9000, op=op, protocolversie=versie, alle_normen=alle
        ).uitkomst

    assert uitkomst(date(2026, 12, 31)) == 3000
    assert uitkomst(date(2027, 1, 1)) == uitkomst(None) == uitkomst(None, "b") == 6000
    assert uitkomst(date(2027, 1, 1), "a") == uitkomst(None, "a") == 3000
    assert isinstance(lip(None, "c", alle), GeenNorm)
    assert uitkomst(date(2027, 1, 1), "c") is None


def test_onderbreking() -> None:
    """A day after one or more days without care is named once, in order."""
    dagen = [(date(2025, 3, n), date(2025, 3, n)) for n in (6, 1, 2, 2, 4, 5, 9)]
    assert na_onderbreking(dagen) == (date(2025, 3, 4), date(2025, 3, 9))
    assert na_onderbreking(dagen[:1]) == na_onderbreking([]) == ()
    # What goes on meanwhile leaves no day without care.
    assert na_onderbreking([*dagen, (date(2025, 3, 2), date(2025, 3, 7))]) == (date(2025, 3, 9),)


def test_leemte_een_keer() -> None:
    """The same gap is told once, and a computation with a gap has no outcome."""
    uit = Opbouw("minuut")
    uit.leemte("x", "a", "b")
    uit.leemte("x", "c", "d")
    (leemte,) = uit.klaar().leemten
    assert (leemte.tekst, leemte.tekst_en) == ("a", "b")
    assert uit.klaar().uitkomst is None


def test_zonder_opgave_is_er_geen_maatwerk_en_geen_ziekenhuis() -> None:
    """What is left out adds and takes off nothing, not even a minute."""
    indicatie = Kraamzorgindicatie(
        datum=date(2025, 3, 1),
        indicatieprotocol=Indicatieprotocol.LIP,
        geindiceerd_minuten=2940,
        voeding=BORST,
        eerste_kind=False,
        ziekenhuisdagen=0,
    )
    kaal = geindiceerde_kraamzorg(voeding=BORST, eerste_kind=False)
    voluit = geindiceerde_kraamzorg(
        voeding=BORST, eerste_kind=False, maatwerk_minuten=0, ziekenhuisdagen=0
    )
    assert kaal == voluit
    assert uren_van(indicatie).uitkomst == kaal.uitkomst is not None
