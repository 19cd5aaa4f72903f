"""What is seen at a glance of the length of a pregnancy is what the closer look finds."""

from datetime import date, timedelta

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from geboortezorg.model.declaratie import DebetCredit, Declaratie, Declaratieregel
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.zwangerschap import Zwangerschap
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.regel import NIET_VAN_TOEPASSING, VOLDAAN
from geboortezorg.regels.register import PER_CODE
from geboortezorg.regels.tarief import gewone_lijnen
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.testing import proefcontext
from geboortezorg.testing.dossier import nieuwe_declaratieregel
from geboortezorg.tijd import DAGEN_ZWANGERSCHAP, Periode

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
    """What is plain at a glance is right when each line is looked at."""
    dossier = Dossier(
        referentie="p",
        zwangerschap=Zwangerschap(a_terme_datum=a_terme, datum_einde=einde),
        declaratieregels=tuple(lijn for deel in delen for lijn in deel),
    )
    _zelfde(dossier, "dossier")


def _zelfde(document: Dossier | Declaratie, soort: str) -> None:
    """See that nothing is found where the look sees no occasion; this runs the rule as well."""
    w = Werkblad(document, soort, MET)
    if Trek.ZWANGERSCHAPSDUUR not in gewone_lijnen.BLIK_OP_LIJNEN.kijk(w):
        assert REGEL.toets(w) in {VOLDAAN, NIET_VAN_TOEPASSING}


@st.composite
def op_regels(draw: st.DrawFn, nummer: int) -> list[Declaratieregel]:
    """Draw lines that tell the start of care or the birth, of one woman most often."""
    delen = draw(lijnen(nummer))
    van = delen[0].periode.van
    verschil = draw(st.sampled_from((0, 0, 103, 104, 105, 210, 294, 301)))
    start = draw(st.none() | st.just(EERSTE) | st.just(van - timedelta(days=verschil)))
    partus = draw(st.none() | st.just(A_TERME) | st.just(van + timedelta(days=verschil)))
    bsn = draw(st.sampled_from(("999990019", "999990019", "999990020", None)))
    return [
        attrs.evolve(lijn, bsn=bsn, startdatum_zorg=start, datum_partus=partus) for lijn in delen
    ]


def met(
    naam: str,
    dag: int,
    tot: int | None = None,
    *,
    start: int | None = None,
    partus: int | None = None,
) -> list[Declaratieregel]:
    """Return a line of a day of the pregnancy, or until another, and what it tells of that."""
    ((lijn,),) = op_dagen(naam, dag)
    einde, begin, geboren = [
        None if na is None else EERSTE + timedelta(days=na) for na in (tot or dag, start, partus)
    ]
    periode = Periode(van=lijn.periode.van, tot_en_met=einde or A_TERME)
    return [
        attrs.evolve(
            lijn, bsn="999990019", periode=periode, startdatum_zorg=begin, datum_partus=geboren
        )
    ]


DEEL, ECHO = "verloskunde-prenataal-0-14-weken", "seo-eerste"
OVERNAME = "verloskunde-prenataal-2e-15-29-weken"


@example((met(DEEL, 104, start=0),))
@example((met(DEEL, 105, start=0),))
@example((met(DEEL, 104, start=0), met(DEEL, 106, start=1)))
@example((met(ECHO, 100, start=0, partus=280), met(ECHO, 140, start=0, partus=290)))
@example((met("verloskunde-prenataal-na-29-weken", 190, partus=300),))
@example((met("verloskunde-prenataal-na-29-weken", 190), met("kraamzorg-uur", 290, partus=290)))
@example((met(ECHO, 140), met(DEEL, 100)))
@example((met(DEEL, 0, 110, partus=280), met(DEEL, 100, partus=280)))
@example((met(OVERNAME, 20, 150, partus=280),))
@example((met(DEEL, 90, start=0), met(DEEL, 500, start=400)))
@example((met(DEEL, 90, partus=90), met(DEEL, 95, partus=90)))
@given(
    st.integers(1, 4).flatmap(
        lambda aantal: st.tuples(*(op_regels(plaats) for plaats in range(aantal)))
    )
)
def test_oogopslag_van_een_bericht(delen: tuple[list[Declaratieregel], ...]) -> None:
    """In a message the lines tell how far the pregnancy was: of all of them what is most strict."""
    _zelfde(_bericht(*delen), "declaratie")


def _bericht(*delen: list[Declaratieregel]) -> Declaratie:
    return Declaratie(
        declarant_agb="08001234",
        uzovi_code="0001",
        factuurnummer="F-1",
        factuurdatum=A_TERME,
        periode=Periode(van=EERSTE, tot_en_met=A_TERME),
        declaratieregels=tuple(lijn for deel in delen for lijn in deel),
    )


def test_van_een_bericht_telt_de_eerste_start_en_de_eerste_bevalling() -> None:
    """Each line is held against the earliest start and birth that any line of its pregnancy tells."""
    laat = _bericht(met(DEEL, 104, start=0), met(DEEL, 105, start=1))
    assert _redenen(laat) == ["einde_zorg_onbekend"]
    assert _redenen(_bericht(met(DEEL, 104, start=0))) == []
    na = "verloskunde-prenataal-na-29-weken"
    assert _redenen(_bericht(met(na, 200, partus=300))) == ["te_vroeg"]
    assert _redenen(_bericht(met(na, 200, partus=300), met("kraamzorg-uur", 280, partus=280))) == []
    twee = _bericht(met(na, 260, partus=280), met(na, 620, partus=900))
    assert _redenen(twee) == ["te_vroeg"]
    vreemd = _bericht(met(ECHO, 140, start=0), met(ECHO, 150))
    assert _redenen(vreemd) == []
    lijnen_ = tuple(attrs.evolve(lijn, bsn=None) for lijn in vreemd.declaratieregels)
    assert _redenen(attrs.evolve(vreemd, declaratieregels=lijnen_)) == ["duur_onbekend"]


def test_een_regel_na_de_bevalling_verbergt_geen_regel_ervoor() -> None:
    """A child that could live came after the first line, whatever day a later line is of."""
    assert _redenen(_bericht(met(DEEL, 90, partus=90), met(DEEL, 95, partus=90))) == [
        "einde_zorg_onbekend"
    ]
    assert _redenen(_bericht(met(DEEL, 90, partus=91), met(DEEL, 92, partus=92))) == [
        "einde_zorg_onbekend"
    ]
    assert _redenen(_bericht(met(DEEL, 95, partus=90), met(DEEL, 99, partus=90))) == []


def _redenen(bericht: Declaratie) -> list[str]:
    """Return what is found; and see that the look gives occasion for just that."""
    w = Werkblad(bericht, "declaratie", MET)
    antwoord = REGEL.toets(w)
    redenen = [melding.reden for melding in antwoord] if isinstance(antwoord, list) else []
    assert (Trek.ZWANGERSCHAPSDUUR in gewone_lijnen.BLIK_OP_LIJNEN.kijk(w)) is bool(redenen)
    return redenen
