"""Readiness of a VSV on a day, the dates of an aanwijzing, and the periods of payers."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import Context, Uitkomst, validate
from geboortezorg.berekening.bekostiging.aanwijzing import (
    eerder_onmogelijk_dan,
    gegeven_op,
    ontvangen_op,
    vroegste_besluit,
)
from geboortezorg.berekening.bekostiging.financiering import TIJDVAKKEN
from geboortezorg.berekening.samenwerking.vsv import MDO_DOMEINEN, Gereedheid, Onderdeel, gereedheid
from geboortezorg.bron import Verificatie
from geboortezorg.model.aanwijzing import Aanwijzing, Procedurestap, Procedurestapsoort
from geboortezorg.model.basiskader import Kerntaak
from geboortezorg.model.financiering import Financieringssoort
from geboortezorg.model.prestatie import Regime
from geboortezorg.model.vsv import VSV
from geboortezorg.testing.vsv import DISCIPLINES, geldige_vsvs
from geboortezorg.tijd import Looptijd

EERSTE_DAG = date(2027, 1, 1)
LEEG = VSV(vsv_id="vsv-leeg", naam="VSV Leeg", regio="Voorbeeldregio")


@given(geldige_vsvs(), st.dates(EERSTE_DAG, date(2030, 12, 31)))
def test_niets_ontbreekt(vsv: VSV, op: date) -> None:
    """A VSV that meets the basiskader is ready on any day from 2027 on."""
    assert gereedheid(vsv, op) == Gereedheid(op=op, tekorten=())
    assert gereedheid(vsv, op).gereed


@given(geldige_vsvs())
def test_dag_voor_2027(vsv: VSV) -> None:
    """The day before insurers can purchase, the day is all that is missing."""
    stand = gereedheid(vsv, date(2026, 12, 31))
    assert not stand.gereed
    assert [(t.onderdeel, t.naam) for t in stand.tekorten] == [(Onderdeel.DATUM, "2027-01-01")]


def test_alles_ontbreekt() -> None:
    """Of an empty VSV every discipline, kerntaak, domain and bouwsteen 1 is missing, each named."""
    stand = gereedheid(LEEG, EERSTE_DAG)
    assert stand.van(Onderdeel.DATUM) == ()
    assert stand.van(Onderdeel.DISCIPLINE) == tuple(d.value for d in DISCIPLINES)
    assert stand.van(Onderdeel.KERNTAAK) == tuple(k.value for k in Kerntaak)
    assert stand.van(Onderdeel.MDO) == tuple(d.value for d in MDO_DOMEINEN)
    assert stand.van(Onderdeel.BOUWSTEEN) == ("samenwerkingsverband_organiseren",)


def test_grond_per_discipline() -> None:
    """Each missing discipline carries its own ground."""
    gronden = {
        tekort.naam: tekort.bron.verificatie
        for tekort in gereedheid(LEEG, EERSTE_DAG).tekorten
        if tekort.onderdeel is Onderdeel.DISCIPLINE
    }
    assert gronden == {
        "eerstelijnsverloskundige": Verificatie.BEVESTIGD,
        "kraamverzorgende": Verificatie.AFGELEID,
        "klinisch_verloskundige": Verificatie.AFGELEID,
        "gynaecoloog": Verificatie.BEVESTIGD,
        "kinderarts": Verificatie.AFGELEID,
        "huisarts": Verificatie.SECUNDAIR,
    }


@given(geldige_vsvs(), st.sampled_from(range(len(DISCIPLINES))), st.integers(1, 2000))
def test_zelfde_als_de_regels(vsv: VSV, plaats: int, dagen: int) -> None:
    """A discipline that leaves is missing from the day after, for the function and the rule."""
    laatste = EERSTE_DAG + timedelta(days=dagen)
    deelnemers = list(vsv.deelnemers)
    deelnemers[plaats] = attrs.evolve(
        deelnemers[plaats], looptijd=Looptijd(van=date(2020, 1, 1), tot_en_met=laatste)
    )
    vsv = attrs.evolve(vsv, deelnemers=tuple(deelnemers), contracteert_vanaf=None)
    for op in (laatste, laatste + timedelta(days=1)):
        klaar = gereedheid(vsv, op).gereed
        assert klaar is (op == laatste)
        rapport = validate(attrs.evolve(vsv, peildatum=op))
        assert (rapport.uitkomst("GZ-VSV-001") is Uitkomst.VOLDAAN) is klaar


def test_peildatum_gaat_voor_dag_van_beoordeling() -> None:
    """A VSV is judged for its own day when it states one."""
    oud = attrs.evolve(LEEG, peildatum=date(2023, 4, 22))
    toen, nu = (Context(beoordelingsdatum=dag) for dag in (date(2023, 4, 22), EERSTE_DAG))
    redenen = {
        (vsv.peildatum, context.beoordelingsdatum): [
            bevinding.reden for bevinding in validate(vsv, context=context).van("GZ-VSV-004")
        ]
        for vsv in (oud, LEEG)
        for context in (toen, nu)
    }
    assert redenen == {
        (oud.peildatum, toen.beoordelingsdatum): [],
        (oud.peildatum, nu.beoordelingsdatum): ["voor_basiskader"],
        (None, toen.beoordelingsdatum): [],
        (None, nu.beoordelingsdatum): ["basiskader_onbekend"],
    }


def _aanwijzing(
    *stappen: tuple[Procedurestapsoort, date],
    regime: Regime | None = None,
    genoemd: date | None = None,
) -> Aanwijzing:
    return Aanwijzing(
        aanwijzing_id="aanwijzing-1",
        onderwerp="Voorbeeld",
        regime=regime,
        stappen=tuple(
            Procedurestap(procedurestapsoort=soort, datum=datum) for soort, datum in stappen
        ),
        besluit_niet_eerder_dan=genoemd,
    )


EK, TK = (
    Procedurestapsoort.ZAKELIJKE_INHOUD_EERSTE_KAMER,
    Procedurestapsoort.ZAKELIJKE_INHOUD_TWEEDE_KAMER,
)
APRIL = date(2026, 4, 1)


@pytest.mark.parametrize(
    ("aanwijzing", "ontvangen", "grens", "vroegste"),
    [
        (_aanwijzing(), None, None, None),
        (_aanwijzing((EK, APRIL)), None, None, None),
        (_aanwijzing((EK, APRIL), (TK, APRIL)), APRIL, date(2026, 5, 1), date(2026, 5, 2)),
        (
            _aanwijzing((EK, date(2026, 4, 8)), (TK, APRIL)),
            date(2026, 4, 8),
            date(2026, 5, 8),
            date(2026, 5, 9),
        ),
        (
            _aanwijzing((EK, APRIL), (TK, APRIL), genoemd=date(2026, 5, 20)),
            APRIL,
            date(2026, 5, 1),
            date(2026, 5, 20),
        ),
        (_aanwijzing(regime=Regime.VSV), None, None, date(2026, 5, 2)),
        (
            _aanwijzing(regime=Regime.VSV, genoemd=date(2026, 4, 20)),
            None,
            None,
            date(2026, 5, 2),
        ),
        (
            _aanwijzing((EK, APRIL), (EK, date(2026, 4, 20)), (TK, APRIL)),
            APRIL,
            date(2026, 5, 1),
            date(2026, 5, 2),
        ),
    ],
)
def test_datums_van_een_aanwijzing(
    aanwijzing: Aanwijzing, ontvangen: date | None, grens: date | None, vroegste: date | None
) -> None:
    """The last chamber counts, thirty days are certain, and what a letter names goes first."""
    assert ontvangen_op(aanwijzing) == ontvangen
    assert eerder_onmogelijk_dan(aanwijzing) == grens
    assert vroegste_besluit(aanwijzing) == vroegste


def test_gegeven() -> None:
    """An aanwijzing is given on the day of its first decision, and not before there is one."""
    besluit = Procedurestapsoort.BESLUIT
    assert gegeven_op(_aanwijzing((EK, APRIL), (TK, APRIL))) is None
    twee = _aanwijzing((besluit, date(2026, 6, 1)), (besluit, date(2026, 5, 2)))
    assert gegeven_op(twee) == date(2026, 5, 2)


def test_elke_financier_heeft_een_tijdvak() -> None:
    """Each kind of payer is in the table, and its bounds are in order and have a source."""
    assert set(TIJDVAKKEN) == set(Financieringssoort)
    for tijdvak in TIJDVAKKEN.values():
        if tijdvak.van is not None and tijdvak.tot_en_met is not None:
            assert tijdvak.van.datum <= tijdvak.tot_en_met.datum
        if tijdvak.van is not None and tijdvak.mogelijk_van is not None:
            assert tijdvak.mogelijk_van.datum < tijdvak.van.datum
