"""What is seen at a glance of the hours of kraamzorg is what the closer look finds."""

from datetime import date, timedelta
from functools import partial
from unittest import mock

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from geboortezorg.model.declaratie import DebetCredit, Declaratieregel
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.kraamzorg import (
    GeleverdeKraamzorg,
    Indicatieprotocol,
    Kraamzorgindicatie,
    Partusassistentie,
)
from geboortezorg.model.zwangerschap import WijzeEinde, Zwangerschap
from geboortezorg.regels import plan
from geboortezorg.regels.kraamzorg import zorg
from geboortezorg.regels.kraamzorg.zorg import KRAAMZORG_UUR, PARTUS_UUR
from geboortezorg.regels.regel import Resultaat
from geboortezorg.regels.register import PER_SOORT
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.testing import proefcontext
from geboortezorg.testing.dossier import nieuwe_declaratieregel

BEVALDAG = date(2025, 3, 1)
MET = proefcontext()


def dagen(eerste: int, laatste: int) -> st.SearchStrategy[date]:
    """Draw a day, so many after the birth."""
    return st.integers(eerste, laatste).map(lambda na: BEVALDAG + timedelta(days=na))


@st.composite
def uren(draw: st.DrawFn, nummer: int) -> list[Declaratieregel]:
    """Draw a line of hours, most often of one day and the one organisation, or with its credit."""
    van = draw(dagen(0, 8) | dagen(0, 8) | dagen(-9, 50))
    declaratieregel = nieuwe_declaratieregel(
        f"r-{nummer}",
        draw(st.sampled_from((*[KRAAMZORG_UUR] * 5, PARTUS_UUR, "onbekend"))),
        van,
        agb=draw(st.sampled_from((*["33001234"] * 5, "33000001"))),
        uzovi="0001",
        tarief_eurocent=100,
        aantal=draw(st.integers(1, 8) | st.integers(1, 8) | st.integers(8, 90)),
        tot_en_met=van + timedelta(days=draw(st.sampled_from((0, 0, 0, 0, 1, 6, 16, -1)))),
    )
    if draw(st.integers(0, 7)):
        return [declaratieregel]
    credit = attrs.evolve(
        declaratieregel,
        referentienummer=f"c-{nummer}",
        gerelateerd_referentienummer=f"r-{nummer}",
        debet_credit=DebetCredit.CREDIT,
        declaratiebedrag_eurocent=draw(st.integers(1, declaratieregel.declaratiebedrag_eurocent)),
    )
    return [declaratieregel, credit]


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Draw a dossier with kraamzorg, close to the bounds of its rules as often as not."""
    delen = [draw(uren(nummer)) for nummer in range(draw(st.integers(0, 5)))]
    minuten = st.integers(1, 8 * 60) | st.integers(1, 1600)
    return Dossier(
        referentie="p",
        zwangerschap=draw(
            st.builds(
                Zwangerschap,
                datum_einde=st.sampled_from((BEVALDAG, BEVALDAG, BEVALDAG, None)),
                wijze_einde=st.sampled_from((WijzeEinde.PARTUS, WijzeEinde.PARTUS, *WijzeEinde)),
            )
        ),
        declaratieregels=tuple(regel for deel in delen for regel in deel),
        kraamzorgindicaties=draw(
            st.lists(
                st.builds(
                    Kraamzorgindicatie,
                    datum=dagen(-3, 12),
                    indicatieprotocol=st.sampled_from(Indicatieprotocol),
                    geindiceerd_minuten=st.integers(0, 4800),
                ),
                max_size=2,
            ).map(tuple)
        ),
        partusassistenties=draw(
            st.lists(
                st.builds(Partusassistentie, datum=dagen(-1, 1), duur_minuten=minuten), max_size=1
            ).map(tuple)
        ),
        geleverde_kraamzorg=draw(
            st.just(())
            | st.lists(
                st.builds(GeleverdeKraamzorg, datum=dagen(-1, 45), duur_minuten=minuten), max_size=3
            ).map(tuple)
        ),
    )


def antwoorden(dossier: Dossier) -> list[Resultaat]:
    """Return what each rule on kraamzorg says."""
    w = Werkblad(dossier, "dossier", MET)
    return [
        regel.toets(w) for regel in PER_SOORT["dossier"] if regel.code.startswith("GZ-KRAAMZORG-")
    ]


def met(van: int, tot_en_met: int, aantal: int, agb: str = "33001234") -> Dossier:
    """Return a dossier with a line of an hour on the day of birth, and one of more hours."""
    dagen = [BEVALDAG + timedelta(days=na) for na in (0, van, tot_en_met)]
    maak = partial(
        nieuwe_declaratieregel, prestatie=KRAAMZORG_UUR, uzovi="0001", tarief_eurocent=100
    )
    return Dossier(
        referentie="p",
        zwangerschap=Zwangerschap(datum_einde=BEVALDAG, wijze_einde=WijzeEinde.PARTUS),
        declaratieregels=(
            maak("r-1", van=dagen[0], agb="33001234"),
            maak("r-2", van=dagen[1], agb=agb, aantal=aantal, tot_en_met=dagen[2]),
        ),
    )


@example(met(-3, -3, 1))
@example(met(-6, 0, 30))
@example(met(9, 9, 1))
@example(met(10, 10, 1))
@example(met(41, 41, 1))
@example(met(42, 42, 1))
@example(met(1, 1, 13))
@example(met(1, 1, 25))
@example(met(0, 0, 12))
@example(met(0, 9, 81))
@example(met(0, 0, 1, "33000001"))
@given(dossiers())
def test_oogopslag(dossier: Dossier) -> None:
    """Every rule gives the answer that it gives when it has to look at each line."""
    with mock.patch.object(zorg, "_oogopslag", return_value=None):
        van_dichtbij = antwoorden(dossier)
    assert antwoorden(dossier) == van_dichtbij


@given(dossiers())
def test_zonder_aanleiding(dossier: Dossier) -> None:
    """Nor does the plan answer for a rule what it would not have answered."""
    w = Werkblad(dossier, "dossier", MET)
    regels = PER_SOORT["dossier"]
    gemaakt = plan.indeling("dossier", regels).plannen([w])[0]
    for plaats, regel in enumerate(regels):
        if regel.code.startswith("GZ-KRAAMZORG-") and plaats not in gemaakt.plaatsen:
            assert regel.toets(w) is gemaakt.vooraf[plaats], regel.code
