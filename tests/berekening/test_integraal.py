"""Integrale geboortezorg: phases and bundle, each as its source says, and no further."""

from datetime import date, datetime

import pytest

from geboortezorg.berekening.samenwerking.integraal import (
    BUNDELS,
    EXPERIMENT,
    REGULIER,
    Bundelzorg,
    bundel,
    fasen,
)
from geboortezorg.model.igo import IntegraalTraject
from geboortezorg.model.prestatie import Fase
from geboortezorg.tabellen import shipped

ACTIEF = datetime.fromisoformat("2023-09-21T22:10+02:00")
PLACENTA = datetime.fromisoformat("2023-09-22T05:40+02:00")
NATAAL_EINDE = datetime.fromisoformat("2023-09-22T07:40+02:00")


def test_fasen_sluiten_aan() -> None:
    """Each phase begins where the one before ends; the last end is not known."""
    prenataal, nataal, postnataal = fasen(
        IntegraalTraject(
            fysieke_intake=date(2023, 2, 14),
            begin_actieve_fase=ACTIEF,
            geboorte_placenta=PLACENTA,
        )
    )
    assert (prenataal.fase, nataal.fase, postnataal.fase) == tuple(Fase)
    assert (prenataal.begin, prenataal.einde) == (date(2023, 2, 14), ACTIEF)
    assert (nataal.begin, nataal.einde) == (ACTIEF, NATAAL_EINDE)
    assert (postnataal.begin, postnataal.einde) == (NATAAL_EINDE, None)


def test_fasen_zover_bekend() -> None:
    """What has not happened yet gives no phase."""
    lopend = fasen(IntegraalTraject(fysieke_intake=date(2023, 2, 14)))
    assert [(grens.fase, grens.einde) for grens in lopend] == [(Fase.PRENATAAL, None)]
    alleen = IntegraalTraject(fysieke_intake=date(2023, 2, 14), geboorte_placenta=PLACENTA)
    assert [grens.fase for grens in fasen(alleen)] == [Fase.PRENATAAL, Fase.POSTNATAAL]


@pytest.mark.parametrize(
    ("op", "jaar"),
    [
        (date(2021, 12, 31), None),
        (date(2022, 1, 1), 2022),
        (date(2022, 12, 31), 2022),
        (date(2023, 1, 1), 2023),
        (date(2023, 12, 31), 2023),
        (date(2024, 1, 1), None),
    ],
)
def test_bundel_van_het_jaar(op: date, jaar: int | None) -> None:
    """Only the two years that were seen have a bundle; none is carried on to another year."""
    gevonden = bundel(op)
    assert (None if gevonden is None else gevonden.periode.van.year) == jaar


def test_wat_de_bundel_omvat() -> None:
    """In 2023 NIPT at high risk and contraception left the bundle, information on it did not."""
    oud, nieuw = BUNDELS
    assert oud.omvat(Bundelzorg.NIPT_HOOGRISICO) is None
    assert nieuw.omvat(Bundelzorg.NIPT_HOOGRISICO) is False
    assert nieuw.omvat(Bundelzorg.ANTICONCEPTIEZORG) is False
    assert nieuw.omvat(Bundelzorg.VOORLICHTING_ANTICONCEPTIE) is True
    for een in BUNDELS:
        assert een.omvat(Bundelzorg.KRAAMZORG) is True
        assert een.omvat(Bundelzorg.PRECONCEPTIEZORG) is False
        assert not een.binnen & een.buiten


def test_experiment_en_regulier_sluiten_aan() -> None:
    """The experiment ended on the day before regular funding began."""
    assert (REGULIER.van - EXPERIMENT.tot_en_met).days == 1


@pytest.mark.parametrize(
    ("prestatie", "verwacht"),
    [
        ("verloskunde-volledig", set(Fase)),
        ("verloskunde-volledig-achterstandswijk", set(Fase)),
        ("verloskunde-volledig-prenataal-achterstandswijk", {Fase.PRENATAAL}),
        ("verloskunde-prenataal-15-29-weken", {Fase.PRENATAAL}),
        ("verloskunde-volledig-nataal", {Fase.NATAAL}),
        ("kraamzorg-uur", {Fase.POSTNATAAL}),
        ("kraamzorg-partusassistentie-uur", {Fase.NATAAL}),
        ("kraamzorg-inschrijving", set()),
        ("integraal-postnataal", {Fase.POSTNATAAL}),
    ],
)
def test_fasen_van_een_prestatie(prestatie: str, verwacht: set[Fase]) -> None:
    """A prestatie says which phases it is about; of others nothing is assumed."""
    gevonden = shipped().prestatie(prestatie)
    assert gevonden is not None
    assert set(gevonden.fasen) == verwacht
