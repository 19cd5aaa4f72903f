"""Breaches of the rules on declared kraamzorg, each put into a valid dossier of 2023."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import attrs

from geboortezorg.model.dossier import Dossier
from geboortezorg.model.kraamzorg import (
    Bijdrageinning,
    Bijdragesoort,
    EigenBijdrage,
    GeleverdeKraamzorg,
    Indicatieprotocol,
    Kraamzorgindicatie,
    Voeding,
)
from geboortezorg.testing import basis
from geboortezorg.tijd import Periode

Breuk = Callable[[Dossier], tuple[Dossier, str]]
"""Takes a valid dossier; returns it with one breach, and the pointer to it."""

EIGEN_BIJDRAGE_2023: Final = 480
"""Eigen bijdrage of 2023 per hour at home in eurocents, as in `eigen-bijdrage-kraamzorg-2023`."""

_UUR: Final = 60


def _geboorte(dossier: Dossier) -> date:
    return dossier.zwangerschap.datum_einde or date(2023, 5, 1)


def _een_uurregel(dossier: Dossier, aantal: int, dagen: int = 1) -> tuple[Dossier, int]:
    """Return the dossier with one line of hours, on days from the birth on, and its place."""
    uur = next(r for r in dossier.declaratieregels if r.prestatie == "kraamzorg-uur")
    weg = ("kraamzorg-uur", "kraamzorg-partusassistentie")
    anders = [r for r in dossier.declaratieregels if r.prestatie not in weg]
    bedrag = aantal * uur.tarief_eurocent
    eerste = _geboorte(dossier)
    declaratieregel = attrs.evolve(
        uur,
        periode=Periode(van=eerste, tot_en_met=basis.dagen_na(eerste, dagen - 1)),
        aantal=aantal,
        bedrag_eurocent=bedrag,
        declaratiebedrag_eurocent=bedrag,
    )
    return attrs.evolve(dossier, declaratieregels=(*anders, declaratieregel)), len(anders)


def _tweede_intake(dossier: Dossier) -> tuple[Dossier, str]:
    eerste = next(r for r in dossier.declaratieregels if r.prestatie.startswith("kraamzorg-intake"))
    dag = basis.dagen_na(eerste.periode.van, 1)
    tweede = attrs.evolve(
        eerste, referentienummer="intake-2", periode=Periode(van=dag, tot_en_met=dag)
    )
    plaats = len(dossier.declaratieregels)
    uit = attrs.evolve(dossier, declaratieregels=(*dossier.declaratieregels, tweede))
    return uit, f"/declaratieregels/{plaats}/prestatie"


def _late_intake(dossier: Dossier) -> tuple[Dossier, str]:
    uren = [r for r in dossier.declaratieregels if r.prestatie == "kraamzorg-uur"]
    dag = basis.dagen_na(max(r.periode.tot_en_met for r in uren), 1)
    plaats = next(
        i
        for i, r in enumerate(dossier.declaratieregels)
        if r.prestatie.startswith("kraamzorg-intake")
    )
    declaratieregels = list(dossier.declaratieregels)
    declaratieregels[plaats] = attrs.evolve(
        declaratieregels[plaats], periode=Periode(van=dag, tot_en_met=dag)
    )
    uit = attrs.evolve(dossier, declaratieregels=tuple(declaratieregels))
    return uit, f"/declaratieregels/{plaats}/periode"


def _uitgesteld(dossier: Dossier) -> tuple[Dossier, str]:
    uur = next(r for r in dossier.declaratieregels if r.prestatie == "kraamzorg-uur")
    dag = basis.dagen_na(_geboorte(dossier), 20)
    later = attrs.evolve(
        uur, referentienummer="uitgesteld", periode=Periode(van=dag, tot_en_met=dag)
    )
    plaats = len(dossier.declaratieregels)
    uit = attrs.evolve(
        dossier,
        declaratieregels=(*dossier.declaratieregels, later),
        geleverde_kraamzorg=(GeleverdeKraamzorg(datum=dag, duur_minuten=180, uitgesteld=True),),
    )
    return uit, f"/declaratieregels/{plaats}/prestatie"


def _etmaal(dossier: Dossier) -> tuple[Dossier, str]:
    uit, plaats = _een_uurregel(dossier, 25)
    return uit, f"/declaratieregels/{plaats}/aantal"


def _niet_geleverd(dossier: Dossier) -> tuple[Dossier, str]:
    uit, plaats = _een_uurregel(dossier, 8)
    eerste = _geboorte(dossier)
    geleverd = (
        GeleverdeKraamzorg(datum=eerste, duur_minuten=8 * _UUR - 1),
        GeleverdeKraamzorg(datum=basis.dagen_na(eerste, 1), duur_minuten=_UUR),
    )
    uit = attrs.evolve(
        uit, geleverde_kraamzorg=geleverd, kraamzorgindicaties=(_indicatie(dossier, 49),)
    )
    return uit, f"/declaratieregels/{plaats}/aantal"


def _niet_geindiceerd(dossier: Dossier) -> tuple[Dossier, str]:
    uit, plaats = _een_uurregel(dossier, 25, dagen=5)
    uit = attrs.evolve(uit, kraamzorgindicaties=(_indicatie(dossier, 24),))
    return uit, f"/declaratieregels/{plaats}/aantal"


def _indicatie(dossier: Dossier, uren: int) -> Kraamzorgindicatie:
    return Kraamzorgindicatie(
        datum=_geboorte(dossier),
        indicatieprotocol=Indicatieprotocol.LIP,
        geindiceerd_minuten=uren * _UUR,
        voeding=Voeding.BORSTVOEDING,
    )


def _niet_afgetrokken(dossier: Dossier) -> tuple[Dossier, str]:
    uit, _ = _een_uurregel(dossier, 8)
    bijdrage = EigenBijdrage(
        bijdragesoort=Bijdragesoort.THUIS,
        periode=basis.dag(_geboorte(dossier)),
        bedrag_eurocent=8 * EIGEN_BIJDRAGE_2023,
        duur_minuten=8 * _UUR,
        inning=Bijdrageinning.ZORGAANBIEDER,
    )
    return attrs.evolve(uit, eigen_bijdragen=(bijdrage,)), "/eigen_bijdragen/0/bedrag_eurocent"


def _andere_bevaldag(dossier: Dossier) -> tuple[Dossier, str]:
    eerste, *rest = dossier.declaratieregels
    declaratieregel = attrs.evolve(eerste, datum_partus=basis.dagen_na(_geboorte(dossier), -1))
    uit = attrs.evolve(dossier, declaratieregels=(declaratieregel, *rest))
    return uit, "/declaratieregels/0/datum_partus"


BREUKEN: Final[Mapping[str, Breuk]] = MappingProxyType(
    {
        "GZ-KRAAMZORG-013": _tweede_intake,
        "GZ-KRAAMZORG-029": _late_intake,
        "GZ-KRAAMZORG-014": _uitgesteld,
        "GZ-KRAAMZORG-016": _etmaal,
        "GZ-KRAAMZORG-017": _niet_geleverd,
        "GZ-KRAAMZORG-018": _niet_geindiceerd,
        "GZ-KRAAMZORG-024": _niet_afgetrokken,
        "GZ-KRAAMZORG-026": _andere_bevaldag,
    }
)
"""The breaches, by the code of the rule."""
