"""What is seen at a glance of the length of a pregnancy is what the closer look finds."""

from datetime import date, timedelta
from unittest import mock

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from geboortezorg.model.declaratie import DebetCredit, Declaratieregel
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.zwangerschap import Zwangerschap
from geboortezorg.regels.register import PER_CODE
from geboortezorg.regels.tarief import prestatie
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.testing import proefcontext
from geboortezorg.testing.dossier import nieuwe_declaratieregel
from geboortezorg.tijd import DAGEN_ZWANGERSCHAP

A_TERME = date(2025, 3, 1)
EERSTE = A_TERME - timedelta(days=DAGEN_ZWANGERSCHAP)
MET = proefcontext()
REGEL = PER_CODE["GZ-PRESTATIE-002"]

PRESTATIES = {
    "verloskunde-prenataal-0-14-weken": 104,
    "verloskunde-prenataal-15-29-weken": 209,
    "verloskunde-prenataal-na-29-weken": 210,
    "verloskunde-prenataal-2e-15-29-weken": 105,
    "seo-eerste": 112,
    "combinatietest-eerste": 56,
    "kraamzorg-uur": 280,
    "onbekend": 1,
}
"""What lines are of, each with a length of the pregnancy that is a bound."""


@st.composite
def lijnen(draw: st.DrawFn, nummer: int) -> list[Declaratieregel]:
    """Draw a line that ends near the bound of its prestatie, or with its credit."""
    naam = draw(st.sampled_from([*PRESTATIES]))
    einde = EERSTE + timedelta(days=PRESTATIES[naam] + draw(st.sampled_from((-40, -1, 0, 0, 1))))
    lijn = nieuwe_declaratieregel(
        f"r-{nummer}",
        naam,
        einde - timedelta(days=draw(st.sampled_from((0, 0, 1, 60, -1)))),
        agb="08001234",
        uzovi="0001",
        tarief_eurocent=100,
        tot_en_met=einde,
    )
    if draw(st.integers(0, 7)):
        return [lijn]
    credit = attrs.evolve(
        lijn,
        referentienummer=f"c-{nummer}",
        gerelateerd_referentienummer=f"r-{nummer}",
        debet_credit=DebetCredit.CREDIT,
    )
    return [lijn, credit]


def op_dagen(naam: str, *dagen: int) -> tuple[list[Declaratieregel], ...]:
    """Return lines of one prestatie, each of one day of the pregnancy."""
    return tuple(
        [
            nieuwe_declaratieregel(
                f"r-{dag}",
                naam,
                EERSTE + timedelta(days=dag),
                agb="08001234",
                uzovi="0001",
                tarief_eurocent=100,
            )
        ]
        for dag in dagen
    )


@example(op_dagen("seo-eerste", 111, 120), A_TERME, None)
@example(op_dagen("seo-eerste", 120, 183), A_TERME, None)
@example(op_dagen("verloskunde-prenataal-15-29-weken", 104, 150), A_TERME, None)
@example(op_dagen("verloskunde-prenataal-15-29-weken", 150, 210), A_TERME, None)
@example(op_dagen("verloskunde-prenataal-2e-15-29-weken", 104), A_TERME, None)
@given(
    st.lists(st.integers(0, 9), min_size=1, max_size=4).flatmap(
        lambda nummers: st.tuples(*(lijnen(plaats) for plaats, _ in enumerate(nummers)))
    ),
    st.sampled_from((A_TERME, A_TERME, None)),
    st.sampled_from((None, EERSTE + timedelta(days=104), EERSTE + timedelta(days=208))),
)
def test_oogopslag_ziet_wat_er_is(
    delen: tuple[list[Declaratieregel], ...], a_terme: date | None, einde: date | None
) -> None:
    """The rule answers the same when nothing is seen at a glance."""
    dossier = Dossier(
        referentie="p",
        zwangerschap=Zwangerschap(a_terme_datum=a_terme, datum_einde=einde),
        declaratieregels=tuple(lijn for deel in delen for lijn in deel),
    )
    met = REGEL.toets(Werkblad(dossier, "dossier", MET))
    with mock.patch.object(prestatie, "_past_ruim", return_value=False):
        zonder = REGEL.toets(Werkblad(dossier, "dossier", MET))
    assert met == zonder
