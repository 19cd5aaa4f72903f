"""What rules see at a glance of lines, or ask of a group, is what they find line by line."""

from collections import defaultdict
from contextlib import ExitStack
from datetime import date, timedelta
from typing import Any
from unittest import mock

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from geboortezorg.model.declaratie import DebetCredit, Declaratie, Declaratieregel
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.zwangerschap import WijzeEinde, Zwangerschap
from geboortezorg.regels.declaratie import episode
from geboortezorg.regels.kraamzorg import eenmalig, etmaal, keten, kraamtijd, zorg
from geboortezorg.regels.regel import Resultaat
from geboortezorg.regels.register import PER_SOORT
from geboortezorg.regels.tarief import partij, ruimte, verzekeraar
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.testing import proefcontext
from geboortezorg.testing.dossier import nieuwe_declaratieregel
from geboortezorg.tijd import Periode
from geboortezorg.zorggeval import Groep, Post, Vogelvlucht, Zorggeval, samenhang

BEVALDAG = date(2023, 1, 1)
"""The first day of tariffs: a reversed period can end before these."""
MET = proefcontext()
PRESTATIES = (
    *["kraamzorg-uur"] * 4,
    "kraamzorg-partusassistentie-uur",
    "kraamzorg-inschrijving",
    "kraamzorg-intake-thuis",
    "verloskunde-volledig",
    "verloskunde-volledig-postnataal",
    "verloskunde-termijnecho",
    "integraal-nataal",
    "onbekend",
)
AGBS = (*["33001234"] * 4, "08001234", "00000000", "53000001")
NIETS = Vogelvlucht(date.min, date.max, omgekeerd=True)
"""Lines of which nothing is seen at a glance."""

NADER: tuple[tuple[Any, str, Any], ...] = (
    (zorg, "_oogopslag", None),
    (etmaal, "_past_ruim", False),
    (keten, "_past_ruim", False),
    (kraamtijd, "_past_ruim", None),
    (eenmalig, "_voor_elk_einde", False),
    (episode, "rustig", False),
    (partij, "_nader", True),
    (ruimte, "Ruimten", defaultdict(type(None))),
    (verzekeraar, "steeds_verzekerd", None),
    (samenhang, "_elk_een_keer", False),
)
"""What rules see at a glance, with the answer that takes a closer look."""


def dag(eerste: int, laatste: int) -> st.SearchStrategy[date]:
    """Draw a day, so many after the birth."""
    return st.integers(eerste, laatste).map(lambda na: BEVALDAG + timedelta(days=na))


@st.composite
def lijnen(draw: st.DrawFn) -> tuple[Declaratieregel, ...]:
    """Draw lines of two women, most of them of the days after a birth, with a credit now and then."""
    uit: list[Declaratieregel] = []
    start = draw(st.none() | dag(-450, -200))
    for nummer in range(draw(st.integers(1, 6))):
        van = draw(dag(0, 8) | dag(0, 8) | dag(-300, 60))
        een = nieuwe_declaratieregel(
            f"r-{draw(st.sampled_from((nummer, nummer, nummer, 0)))}",
            draw(st.sampled_from(PRESTATIES)),
            van,
            agb=draw(st.sampled_from(AGBS)),
            uzovi=draw(st.sampled_from(("0001", "0001", "0001", "0002"))),
            tarief_eurocent=draw(st.sampled_from((100, 100, 50_000, 0))),
            aantal=draw(st.integers(1, 8) | st.integers(1, 90)),
            tot_en_met=van
            + timedelta(days=draw(st.sampled_from((0, 0, 0, 0, 3, 15, 40, 300, -1)))),
        )
        een = attrs.evolve(
            een,
            bsn=draw(st.sampled_from((*["999990019"] * 4, "999990020", "999999999", None))),
            startdatum_zorg=draw(st.sampled_from((start, start, None, BEVALDAG))),
            datum_partus=draw(st.sampled_from((None, BEVALDAG, BEVALDAG)) | dag(-40, 40)),
            behandelaar_agb=draw(st.sampled_from((None, None, None, "08001234"))),
        )
        uit.append(een)
        if not draw(st.integers(0, 9)):
            uit.append(
                attrs.evolve(
                    een,
                    referentienummer=f"c-{nummer}",
                    gerelateerd_referentienummer=een.referentienummer,
                    debet_credit=DebetCredit.CREDIT,
                    declaratiebedrag_eurocent=een.declaratiebedrag_eurocent
                    // draw(st.integers(1, 2)),
                )
            )
    return tuple(uit)


def bericht(declaratieregels: tuple[Declaratieregel, ...], factuurdatum: date) -> Declaratie:
    """Return a message with lines."""
    return Declaratie(
        declarant_agb="33001234",
        uzovi_code="0001",
        factuurnummer="F-1",
        factuurdatum=factuurdatum,
        periode=Periode(van=BEVALDAG, tot_en_met=BEVALDAG + timedelta(days=30)),
        declaratieregels=declaratieregels,
    )


def antwoorden(document: Declaratie | Dossier, soort: str) -> dict[str, Resultaat]:
    """Return what each rule says."""
    w = Werkblad(document, soort, MET)
    return {regel.code: regel.toets(w) for regel in PER_SOORT[soort]}


def van_dichtbij(document: Declaratie | Dossier, soort: str) -> dict[str, Resultaat]:
    """Return what each rule says when it has to look at each line."""
    niets = property(lambda _: NIETS, lambda _, __: None)
    with ExitStack() as stapel:
        stapel.enter_context(mock.patch.object(Zorggeval, "vogelvlucht", niets))
        stapel.enter_context(mock.patch.object(Zorggeval, "tellend", property(_tellend)))
        stapel.enter_context(mock.patch.object(Groep, "eigen_dagen", _NOOIT))
        for waar, naam, antwoord in NADER:
            stapel.enter_context(mock.patch.object(waar, naam, return_value=antwoord))
        return antwoorden(document, soort)


_NOOIT = property(lambda _: False, lambda _, __: None)
"""No lines have days of their own, whatever was noted of them."""


def _tellend(geval: Zorggeval) -> list[Post]:
    return [post for post in geval.posten if post.telt and post.prestatie is not None]


def uren(van: int, tot_en_met: int, **anders: Any) -> Declaratieregel:
    """Return a line with an hour of kraamzorg, from a day to a day after the birth."""
    een = nieuwe_declaratieregel(
        f"r-{van}",
        "kraamzorg-uur",
        BEVALDAG + timedelta(days=van),
        agb="33001234",
        uzovi="0001",
        tarief_eurocent=100,
        tot_en_met=BEVALDAG + timedelta(days=tot_en_met),
    )
    return attrs.evolve(een, bsn="999990019", **anders)


@example((uren(1, 0),), 9)
@example((uren(0, -1), uren(2, 2)), 9)
@example((uren(0, 400),), 9)
@example((uren(0, 0), uren(8, 8)), 9)
@example((uren(0, 0, startdatum_zorg=BEVALDAG), uren(1, 1, startdatum_zorg=date(2022, 6, 1))), 9)
@example((uren(0, 0, datum_partus=BEVALDAG), uren(1, 1)), 9)
@example((uren(0, 0, prestatie="onbekend", datum_partus=BEVALDAG),), 9)
@given(lijnen(), st.integers(-2, 60))
def test_bericht(declaratieregels: tuple[Declaratieregel, ...], dagen: int) -> None:
    """Of a message, about several women."""
    document = bericht(declaratieregels, BEVALDAG + timedelta(days=dagen))
    assert antwoorden(document, "declaratie") == van_dichtbij(document, "declaratie")


@example((uren(0, -1), uren(2, 2)), BEVALDAG, None)
@given(lijnen(), st.sampled_from((None, BEVALDAG)), st.none() | dag(-30, 300))
def test_dossier(
    declaratieregels: tuple[Declaratieregel, ...], einde: date | None, a_terme: date | None
) -> None:
    """Of a dossier, in which the birth and the length of the pregnancy can be known."""
    document = Dossier(
        referentie="p",
        zwangerschap=Zwangerschap(
            datum_einde=einde, wijze_einde=WijzeEinde.PARTUS, a_terme_datum=a_terme
        ),
        declaratieregels=declaratieregels,
    )
    assert antwoorden(document, "dossier") == van_dichtbij(document, "dossier")
