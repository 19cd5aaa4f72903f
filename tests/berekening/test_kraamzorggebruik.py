"""The kraamzorg use indicator: its definition, its groups, and what it never shows."""

import itertools
from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg.berekening.kraamzorg.gebruik import (
    KRAAMZORG_UUR,
    Groepscijfer,
    Indicatiegroep,
    indicatiegroep,
    kraamzorggebruik,
)
from geboortezorg.bron import Verificatie
from geboortezorg.model.declaratie import DebetCredit, Declaratieregel
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.kraamzorg import Indicatieprotocol, Kraamzorgindicatie
from geboortezorg.model.prestatie import Eenheid, Prestatie, Prestatielijst, Regime
from geboortezorg.model.zwangerschap import Kind, WijzeEinde, Zwangerschap
from geboortezorg.tabellen import Tabellen
from geboortezorg.tijd import Periode

BEVALDAG = date(2025, 3, 31)


def declaratieregel(
    van: date = BEVALDAG, tot_en_met: date | None = None, prestatie: str = "kraamzorg-uur"
) -> Declaratieregel:
    """Return a line over some days."""
    return Declaratieregel(
        referentienummer="r-1",
        zorgaanbieder_agb="33000001",
        uzovi_code="0001",
        prestatie=prestatie,
        periode=Periode(van=van, tot_en_met=tot_en_met or van),
        aantal=3,
        tarief_eurocent=5000,
        bedrag_eurocent=15_000,
        declaratiebedrag_eurocent=15_000,
        debet_credit=DebetCredit.DEBET,
    )


def indicatie(minuten: int, datum: date = BEVALDAG) -> Kraamzorgindicatie:
    """Return an indication of so many minutes."""
    return Kraamzorgindicatie(
        datum=datum, indicatieprotocol=Indicatieprotocol.LIP, geindiceerd_minuten=minuten
    )


def kind(rangnummer: int = 1, *, levend: bool | None = True) -> Kind:
    """Return a child that was born."""
    return Kind(rangnummer=rangnummer, geboren=True, levend_geboren=levend, geboortedatum=BEVALDAG)


def dossier(
    *declaratieregels: Declaratieregel,
    minuten: int | None = None,
    kinderen: tuple[Kind, ...] = (kind(),),
) -> Dossier:
    """Return a dossier with these lines."""
    return Dossier(
        referentie="p",
        zwangerschap=Zwangerschap(),
        kinderen=kinderen,
        kraamzorgindicaties=() if minuten is None else (indicatie(minuten),),
        declaratieregels=declaratieregels,
    )


MET, ZONDER = dossier(declaratieregel()), dossier()


def cijfer(*extra: Dossier) -> Groepscijfer:
    """Return the total over ten dossiers with, ten without, and these."""
    return kraamzorggebruik([*[MET] * 10, *[ZONDER] * 10, *extra]).totaal


def test_definitie() -> None:
    """The result carries its definition in two languages, its source and how good that is."""
    uit = kraamzorggebruik([])
    assert "kraamzorg per uur" in uit.definitie
    assert "live births" in uit.definitie_en.lower()
    assert uit.verificatie is Verificatie.SECUNDAIR
    assert "49" in (uit.bron.toelichting or "")


def test_totaal() -> None:
    """Ten of twenty live births without kraamzorg are one half."""
    assert cijfer() == Groepscijfer(teller=10, noemer=20)
    assert cijfer().aandeel == Fraction(1, 2)


@pytest.mark.parametrize(
    ("ander", "erbij"),
    [
        (dossier(declaratieregel(date(2025, 3, 1))), 0),
        (dossier(declaratieregel(date(2025, 2, 28))), 1),
        (dossier(declaratieregel(date(2025, 2, 27), date(2025, 3, 1))), 0),
        (dossier(declaratieregel(date(2025, 6, 1))), 0),
        (dossier(declaratieregel(prestatie="kraamzorg-partusassistentie-uur")), 1),
        (dossier(declaratieregel(prestatie="onbekend")), 1),
        (dossier(declaratieregel(prestatie="onbekend"), declaratieregel()), 0),
        (dossier(attrs.evolve(declaratieregel(), debet_credit=DebetCredit.CREDIT)), 1),
        (
            dossier(
                attrs.evolve(declaratieregel(), debet_credit=DebetCredit.CREDIT), declaratieregel()
            ),
            0,
        ),
        (
            dossier(
                declaratieregel(),
                attrs.evolve(
                    declaratieregel(),
                    referentienummer="r-2",
                    gerelateerd_referentienummer="r-1",
                    debet_credit=DebetCredit.CREDIT,
                ),
            ),
            1,
        ),
        (
            dossier(
                declaratieregel(),
                attrs.evolve(
                    declaratieregel(),
                    referentienummer="r-2",
                    zorgaanbieder_agb="33000002",
                    gerelateerd_referentienummer="r-1",
                    debet_credit=DebetCredit.CREDIT,
                ),
            ),
            0,
        ),
        (attrs.evolve(ZONDER, kinderen=(kind(1), kind(2))), 2),
    ],
    ids=[
        *("first day of the month", "month before", "into the month", "later month"),
        *("partusassistentie", "unknown", "after an unknown one", "credit"),
        *("after a credit", "taken back"),
        *("credit of another provider", "twins"),
    ],
)
def test_teller(ander: Dossier, erbij: int) -> None:
    """Hours in or after the month of birth count as use; each child counts."""
    assert cijfer(ander).teller == 10 + erbij


@pytest.mark.parametrize(
    "geen_levendgeborene",
    [
        kind(levend=False),
        kind(levend=None),
        Kind(rangnummer=1, geboren=False, levend_geboren=None),
    ],
)
def test_geen_levendgeborene(geen_levendgeborene: Kind) -> None:
    """Only live births count, also after another child; of which it is not known is told from ten on."""
    ander = attrs.evolve(ZONDER, kinderen=(geen_levendgeborene,))
    assert cijfer(ander).noemer == 20
    assert cijfer(attrs.evolve(ZONDER, kinderen=(geen_levendgeborene, kind(2)))).noemer == 21
    onbekend = geen_levendgeborene.geboren and geen_levendgeborene.levend_geboren is None
    assert kraamzorggebruik([ander] * 10).levend_onbekend == (10 if onbekend else None)
    assert kraamzorggebruik([ander] * 9).levend_onbekend is None


def test_bevaldag_van_zwangerschap() -> None:
    """Without the date of the child that of the pregnancy's end counts, if it was a birth."""
    zonder_datum = (attrs.evolve(kind(), geboortedatum=None),)
    vroeg = dossier(declaratieregel(date(2025, 2, 28)), kinderen=zonder_datum)
    zwangerschap = Zwangerschap(datum_einde=BEVALDAG, wijze_einde=WijzeEinde.PARTUS)
    assert cijfer(attrs.evolve(vroeg, zwangerschap=zwangerschap)).teller == 11
    for anders in (Zwangerschap(), attrs.evolve(zwangerschap, wijze_einde=WijzeEinde.MISKRAAM)):
        ander = attrs.evolve(vroeg, zwangerschap=anders)
        assert cijfer(ander).noemer == 20
        assert kraamzorggebruik([ander] * 10).niet_beoordeeld == 10
        assert kraamzorggebruik([ander] * 9).niet_beoordeeld is None


@pytest.mark.parametrize(
    ("met", "zonder", "met_integraal", "getoond"),
    [(10, 10, 10, 10), (10, 9, 10, None), (10, 10, 9, None), (9, 10, 10, None)],
)
def test_integraal(met: int, zonder: int, met_integraal: int, getoond: int | None) -> None:
    """Births without hours but with an integrale prestatie are told apart, if ten or more."""
    integraal = dossier(declaratieregel(prestatie="integraal-postnataal"))
    uit = kraamzorggebruik([*[MET] * met, *[ZONDER] * zonder, *[integraal] * met_integraal])
    assert uit.waarvan_integraal == getoond
    assert uit.totaal.noemer == met + zonder + met_integraal


@pytest.mark.parametrize(
    ("minuten", "groep"),
    [
        (None, Indicatiegroep.ONBEKEND),
        (0, Indicatiegroep.NUL),
        (1, Indicatiegroep.ONDER_24),
        (1439, Indicatiegroep.ONDER_24),
        (1440, Indicatiegroep.PRECIES_24),
        (1441, Indicatiegroep.BOVEN_24_TOT_EN_MET_49),
        (2940, Indicatiegroep.BOVEN_24_TOT_EN_MET_49),
        (2941, Indicatiegroep.BOVEN_49),
    ],
)
def test_groep(minuten: int | None, groep: Indicatiegroep) -> None:
    """Both sides of every bound; exactly 49 hours is placed with 24 to 49."""
    assert indicatiegroep(dossier(minuten=minuten)) is groep


def test_groep_van_laatste_indicatie() -> None:
    """The latest indication decides; of equal date the last one."""
    ander = attrs.evolve(
        ZONDER,
        kraamzorgindicaties=(
            indicatie(2941, date(2025, 4, 1)),
            indicatie(1440, date(2025, 4, 1)),
            indicatie(0),
        ),
    )
    assert indicatiegroep(ander) is Indicatiegroep.PRECIES_24


MINUTEN = {
    Indicatiegroep.NUL: 0,
    Indicatiegroep.ONDER_24: 600,
    Indicatiegroep.PRECIES_24: 1440,
    Indicatiegroep.BOVEN_24_TOT_EN_MET_49: 2700,
    Indicatiegroep.BOVEN_49: 4800,
    Indicatiegroep.ONBEKEND: None,
}

Cellen = dict[Indicatiegroep, tuple[int, int]]


def dossiers(cellen: Cellen) -> Iterator[Dossier]:
    """Yield so many dossiers without and with kraamzorg in each group."""
    for groep, (zonder, met) in cellen.items():
        yield from itertools.repeat(dossier(minuten=MINUTEN[groep]), zonder)
        yield from itertools.repeat(dossier(declaratieregel(), minuten=MINUTEN[groep]), met)


def getoond(cellen: Cellen) -> dict[Indicatiegroep, tuple[int, int]]:
    """Return the groups that are shown, without and with kraamzorg."""
    return {
        groep: (c.teller, c.noemer - c.teller)
        for groep, c in kraamzorggebruik(dossiers(cellen)).groepen.items()
        if c.teller is not None and c.noemer is not None
    }


def test_alle_groepen_groot_genoeg() -> None:
    """When every cell is ten or more, every group is shown and they add up to the total."""
    cellen = dict.fromkeys(Indicatiegroep, (10, 10))
    assert getoond(cellen) == cellen
    assert kraamzorggebruik(dossiers(cellen)).totaal == Groepscijfer(teller=60, noemer=120)


def test_een_kleine_cel_verbergt_twee_groepen() -> None:
    """One cell of nine hides its group, and the smallest other one, so no total gives it away."""
    cellen = dict.fromkeys(Indicatiegroep, (30, 40))
    cellen[Indicatiegroep.NUL] = (30, 9)
    cellen[Indicatiegroep.BOVEN_49] = (12, 40)
    assert set(Indicatiegroep) - set(getoond(cellen)) == {
        Indicatiegroep.NUL,
        Indicatiegroep.BOVEN_49,
    }
    uit = kraamzorggebruik(dossiers(cellen))
    assert uit.groepen[Indicatiegroep.NUL].aandeel is None
    assert uit.totaal.teller == 162


def test_som_van_verborgen_cellen() -> None:
    """Two hidden cells whose sum is below ten hide a third group as well."""
    cellen = dict.fromkeys(Indicatiegroep, (30, 40))
    cellen[Indicatiegroep.NUL] = (30, 4)
    cellen[Indicatiegroep.ONDER_24] = (30, 5)
    cellen[Indicatiegroep.ONBEKEND] = (11, 40)
    assert set(Indicatiegroep) - set(getoond(cellen)) == {
        Indicatiegroep.NUL,
        Indicatiegroep.ONDER_24,
        Indicatiegroep.ONBEKEND,
    }


@pytest.mark.parametrize(("zonder", "met"), [(9, 100), (100, 9)])
def test_klein_totaal(zonder: int, met: int) -> None:
    """A total with a small cell shows how many live births there are, and no more."""
    uit = kraamzorggebruik([*[ZONDER] * zonder, *[MET] * met])
    assert uit.totaal == Groepscijfer(teller=None, noemer=109)
    assert set(uit.groepen.values()) == {Groepscijfer(teller=None, noemer=None)}
    assert kraamzorggebruik([ZONDER] * 9).totaal.noemer is None


CELLEN = st.fixed_dictionaries(
    dict.fromkeys(Indicatiegroep, st.tuples(st.integers(0, 25), st.integers(0, 25)))
)


@given(CELLEN)
def test_geen_kleine_cel_af_te_leiden(cellen: Cellen) -> None:
    """Nothing shown, and nothing that follows from it by subtraction, is below ten."""
    zichtbaar = getoond(cellen)
    assert all(zichtbaar[groep] == cellen[groep] for groep in zichtbaar)
    assert all(min(paar) >= 10 for paar in zichtbaar.values())
    verborgen = [groep for groep in Indicatiegroep if groep not in zichtbaar]
    uit = kraamzorggebruik(dossiers(cellen))
    if uit.totaal.teller is None:
        assert not zichtbaar
        assert uit.totaal.noemer is None or uit.totaal.noemer >= 10
        return
    assert len(verborgen) != 1
    for kolom in (0, 1):
        rest = sum(cellen[groep][kolom] for groep in verborgen)
        assert not verborgen or rest >= 10


def test_gelezen_als_stroom() -> None:
    """Dossiers are read one by one, and none of them is kept in the result."""
    gelezen = Counter[str]()

    def stroom() -> Iterator[Dossier]:
        for nummer in range(40):
            gelezen["dossiers"] += 1
            yield attrs.evolve(MET if nummer % 2 else ZONDER, referentie=f"geheim-{nummer}")

    uit = kraamzorggebruik(stroom())
    assert gelezen["dossiers"] == 40
    assert uit.totaal == Groepscijfer(teller=20, noemer=40)
    assert "geheim" not in repr(uit)
    assert "2025" not in repr(uit)


def test_eigen_tabellen() -> None:
    """A prestatie by its public code counts too, when the tables in use know that code."""
    lijst = Prestatielijst(
        naam="verzonnen",
        bron=kraamzorggebruik([]).bron,
        prestaties=(
            Prestatie(
                prestatie_id=KRAAMZORG_UUR,
                regime=Regime.KRAAMZORG,
                omschrijving="Verzonnen",
                omschrijving_en="Made up",
                eenheid=Eenheid.UUR,
                code="verzonnen-code",
            ),
        ),
    )
    reeks = [*[dossier(declaratieregel(prestatie="verzonnen-code"))] * 10, *[ZONDER] * 10]
    uit = kraamzorggebruik(reeks, tabellen=Tabellen(prestatielijsten=(lijst,)))
    assert uit.totaal == Groepscijfer(teller=10, noemer=20)
    assert kraamzorggebruik(reeks).totaal.teller is None
