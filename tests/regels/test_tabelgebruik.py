"""A report names the tables that it rests on: own ones, and the shipped ones they stand in for."""

from datetime import date
from typing import Any

import attrs
import pytest
from tests.tabellen.rijen import lijst, maak_prestatie, rij, tabel

from geboortezorg import Context, dump, load, validate
from geboortezorg.bron import Verificatie
from geboortezorg.model.declaratie import DebetCredit, Declaratie, Declaratieregel
from geboortezorg.model.prestatie import Eenheid, Prestatielijst, Regime
from geboortezorg.rapport import Rapport, Tabelgebruik
from geboortezorg.regels.bekostiging.tabelrijen import toetsbare_rijen
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Tabellen, shipped
from geboortezorg.tijd import Looptijd, Periode

DAG = date(2023, 5, 1)
JAAR = Looptijd(van=date(2023, 1, 1), tot_en_met=date(2023, 12, 31))


def declaratieregel(nummer: str, tarief: int, dag: date = DAG, **anders: Any) -> Declaratieregel:
    """Return one hour of kraamzorg."""
    een = Declaratieregel(
        referentienummer=nummer,
        zorgaanbieder_agb="33001234",
        uzovi_code="0001",
        prestatie="kraamzorg-uur",
        periode=Periode(van=dag, tot_en_met=dag),
        aantal=1,
        tarief_eurocent=tarief,
        bedrag_eurocent=tarief,
        declaratiebedrag_eurocent=tarief,
        debet_credit=DebetCredit.DEBET,
    )
    return attrs.evolve(een, **anders)


def oordeel(tabellen: Tabellen, *declaratieregels: Declaratieregel) -> Rapport:
    """Judge a message with these lines."""
    bericht = Declaratie(
        declarant_agb="33001234",
        uzovi_code="0001",
        factuurnummer="2023-1",
        factuurdatum=date(2023, 12, 31),
        periode=Periode(van=JAAR.van, tot_en_met=date(2023, 12, 31)),
        declaratieregels=declaratieregels,
    )
    return validate(bericht, context=Context(tabellen=tabellen))


def gebruik(naam: str, **anders: Any) -> Tabelgebruik:
    """Return that an own table of officieel ground was used."""
    return attrs.evolve(
        Tabelgebruik(naam=naam, verificatie=Verificatie.OFFICIEEL, eigen=True), **anders
    )


def uur(bedrag: int, naam: str = "eigen", eenheid: Eenheid = Eenheid.UUR, **besluit: Any) -> Any:
    """Return an own table over 2023 with an amount for kraamzorg."""
    besluit = {"looptijd": JAAR} | besluit
    return tabel(naam, rij("kraamzorg-uur", bedrag, eenheid=eenheid), **besluit)


def test_een_eigen_tabel_beslist_en_het_rapport_noemt_beide() -> None:
    """The own, lower maximum refuses; the report says which shipped table it stands in for."""
    assert not oordeel(shipped(), declaratieregel("r1", 5000)).van("GZ-TARIEF-001")
    rapport = oordeel(shipped().add(uur(4999)), declaratieregel("r1", 5000))
    assert rapport.van("GZ-TARIEF-001")
    assert rapport.tabellen == (gebruik("eigen", vervangt=("kraamzorg-2023",)),)
    assert load(dump(rapport)) == rapport


def test_een_deel_van_het_jaar() -> None:
    """An own table for some days leaves the shipped one for the others: both are named."""
    mei = Looptijd(van=DAG, tot_en_met=date(2023, 5, 31))
    tabellen = shipped().add(uur(4999, looptijd=mei))
    rapport = oordeel(
        tabellen, declaratieregel("r1", 5000), declaratieregel("r2", 5000, date(2023, 6, 1))
    )
    assert [b.pad for b in rapport.van("GZ-TARIEF-001")] == ["/declaratieregels/0/tarief_eurocent"]
    meegeleverd = gebruik("kraamzorg-2023", eigen=False, verificatie=Verificatie.BEVESTIGD)
    assert rapport.tabellen == (gebruik("eigen", vervangt=("kraamzorg-2023",)), meegeleverd)


def test_een_eigen_tabel_met_de_naam_van_een_meegeleverde() -> None:
    """Two tables with one name are told apart by whose they are."""
    mei = Looptijd(van=DAG, tot_en_met=date(2023, 5, 31))
    tabellen = shipped().add(uur(4999, "kraamzorg-2023", looptijd=mei))
    rapport = oordeel(
        tabellen, declaratieregel("r1", 4000), declaratieregel("r2", 5000, date(2023, 6, 1))
    )
    assert [(t.naam, t.eigen) for t in rapport.tabellen] == [
        ("kraamzorg-2023", False),
        ("kraamzorg-2023", True),
    ]
    assert all(r.tabellen in ((), ("kraamzorg-2023",)) for r in rapport.regels)


@pytest.mark.parametrize(("tarief", "uitkomst"), [(6000, False), (6001, True)])
def test_een_tabel_per_kwartier(tarief: int, uitkomst: bool) -> None:
    """A maximum for a quarter of an hour judges an hour, to the cent."""
    rapport = oordeel(
        shipped().add(uur(1500, eenheid=Eenheid.KWARTIER)), declaratieregel("r1", tarief)
    )
    assert bool(rapport.van("GZ-TARIEF-001")) is uitkomst


def test_een_eigen_prestatie_staat_in_het_rapport() -> None:
    """An own row of a prestatie that takes the place of a shipped one is named like a table."""
    prestatie = shipped().prestatie("kraamzorg-uur")
    assert prestatie is not None
    eigen: Prestatielijst = lijst(prestatie, naam="eigen-lijst")
    assert prestatie.regime is Regime.KRAAMZORG
    rapport = oordeel(shipped().add(eigen), declaratieregel("r1", 5000))
    assert rapport.tabellen[0] == gebruik("eigen-lijst", vervangt=("prestaties-kraamzorg",))
    assert rapport.tabellen[1].naam == "kraamzorg-2023"


def test_elke_rij_van_een_periode() -> None:
    """Each row that holds within a period is read once, also one of a single day."""
    dagen = ((date(2030, 1, 1), date(2030, 1, 31)), (date(2030, 2, 1), date(2030, 2, 1)))
    jaar = Looptijd(van=date(2030, 1, 1), tot_en_met=date(2030, 12, 31))
    rest = (date(2030, 2, 2), jaar.tot_en_met)
    tabellen = Tabellen().add(
        lijst(maak_prestatie()),
        *(
            tabel(f"rij-{n}", rij(bedrag=n), looptijd=Looptijd(van=van, tot_en_met=tot_en_met))
            for n, (van, tot_en_met) in enumerate((*dagen, rest), 1)
        ),
    )
    w = Werkblad(lijst(), "prestatielijst", Context(tabellen=tabellen))
    gevonden = toetsbare_rijen(w, maak_prestatie(), jaar)
    assert [een.tarief.bedrag_eurocent for een in gevonden] == [1, 2, 3]
