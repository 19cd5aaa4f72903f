"""Tables of figures: valid ones, and ones with exactly one breach. All figures are made up."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from geboortezorg.model.cijfers import (
    DOODGEBOORTE,
    Cijfer,
    Cijfereenheid,
    Cijferstatus,
    Cijfertabel,
    Definitie,
    Licentie,
    Sterftegrenzen,
    Tijdvak,
)
from geboortezorg.testing import basis
from geboortezorg.testing.monitorplan import EIGEN_BRON, jaar, sterftedefinities
from geboortezorg.tijd import Periode

_GEBOREN: Final = Definitie(
    definitie_id="geboren",
    onderwerp="geboorten",
    omschrijving="Levend geboren kinderen.",
    eenheid=Cijfereenheid.AANTAL,
    tijdvak=Tijdvak.KALENDERJAAR,
    telt_personen=True,
)


@st.composite
def geldige_cijfertabellen(draw: st.DrawFn) -> Cijfertabel:
    """Return tables of births and perinatal mortality that give no finding at all."""
    status = st.sampled_from(Cijferstatus)
    jaren = draw(st.lists(st.integers(2000, 2030), min_size=1, max_size=5, unique=True))
    geboren = [
        Cijfer(
            definitie_id="geboren",
            gebied="Regio",
            waarde=draw(st.integers(10, 200_000)),
            status=draw(status),
            periode=jaar(nummer),
        )
        for nummer in jaren
    ]
    sterfte = [
        Cijfer(
            definitie_id="sterfte",
            gebied="Regio",
            waarde=draw(st.integers(0, 99)),
            decimalen=1,
            status=draw(status),
            periode=jaar(nummer),
            teller_aantal=draw(st.none() | st.integers(10, 2_000)),
        )
        for nummer in jaren
    ]
    return Cijfertabel(
        naam=f"cijfers-{draw(st.integers(1, 999))}",
        titel="Cijfers van een regio",
        bron=EIGEN_BRON,
        licentie=draw(st.sampled_from(Licentie)),
        naamsvermelding="Bron: synthetisch",
        definities=(_GEBOREN, draw(sterftedefinities())),
        cijfers=(*geboren, *sterfte),
        opgenomen_op=date(2031, 1, 1),
    )


Breuk = Callable[[Cijfertabel], tuple[Cijfertabel, str]]
"""Takes a valid table; returns it with one breach, and the pointer to it."""


def _cijfer(tabel: Cijfertabel, **anders: Any) -> Cijfertabel:
    eerste = attrs.evolve(tabel.cijfers[0], **anders)
    return attrs.evolve(tabel, cijfers=(eerste, *tabel.cijfers[1:]))


def _een_dag(tabel: Cijfertabel) -> tuple[Cijfertabel, str]:
    dag = jaar(2024).van
    return _cijfer(tabel, periode=Periode(van=dag, tot_en_met=dag)), "/cijfers/0/periode"


def _zonder_noemer(tabel: Cijfertabel) -> tuple[Cijfertabel, str]:
    sterfte = attrs.evolve(tabel.definities[1], noemer=None)
    return attrs.evolve(tabel, definities=(_GEBOREN, sterfte)), "/definities/1/noemer"


def _dubbel(tabel: Cijfertabel) -> tuple[Cijfertabel, str]:
    plaats = len(tabel.cijfers)
    return attrs.evolve(tabel, cijfers=(*tabel.cijfers, tabel.cijfers[0])), f"/cijfers/{plaats}"


def _halve_geboorte(tabel: Cijfertabel) -> tuple[Cijfertabel, str]:
    waarde = tabel.cijfers[0].waarde * 10
    return _cijfer(tabel, waarde=waarde, decimalen=1), "/cijfers/0/decimalen"


def _veel_sterfte(tabel: Cijfertabel) -> tuple[Cijfertabel, str]:
    plaats = len(tabel.cijfers) // 2
    sterfte = attrs.evolve(tabel.cijfers[plaats], waarde=1_001)
    cijfers = (*tabel.cijfers[:plaats], sterfte, *tabel.cijfers[plaats + 1 :])
    return attrs.evolve(tabel, cijfers=cijfers), f"/cijfers/{plaats}/waarde"


def _meer_doodgeboorte(tabel: Cijfertabel) -> tuple[Cijfertabel, str]:
    geheel = tabel.cijfers[len(tabel.cijfers) // 2]
    grenzen = tabel.definities[1].sterftegrenzen or Sterftegrenzen()
    definitie = attrs.evolve(
        tabel.definities[1],
        definitie_id="doodgeboorte",
        onderwerp=DOODGEBOORTE,
        sterftegrenzen=Sterftegrenzen(
            doodgeboorte_zwangerschapsduur_van_dagen=grenzen.doodgeboorte_zwangerschapsduur_van_dagen
        ),
    )
    deel = attrs.evolve(geheel, definitie_id="doodgeboorte", waarde=geheel.waarde + 1)
    uit = attrs.evolve(
        tabel, definities=(*tabel.definities, definitie), cijfers=(*tabel.cijfers, deel)
    )
    return uit, f"/cijfers/{len(tabel.cijfers)}/waarde"


def _deel_groter(tabel: Cijfertabel) -> tuple[Cijfertabel, str]:
    plaats, geheel = len(tabel.cijfers), tabel.cijfers[0]
    deel = attrs.evolve(geheel, categorie="deel", waarde=geheel.waarde + 1)
    return attrs.evolve(tabel, cijfers=(*tabel.cijfers, deel)), f"/cijfers/{plaats}/waarde"


_BREUKEN: Final[Mapping[str, Breuk]] = MappingProxyType(
    {
        "GZ-CIJFER-001": lambda tabel: (
            _cijfer(tabel, definitie_id="weg"),
            "/cijfers/0/definitie_id",
        ),
        "GZ-CIJFER-002": _een_dag,
        "GZ-CIJFER-003": _zonder_noemer,
        "GZ-CIJFER-004": _dubbel,
        "GZ-CIJFER-005": lambda tabel: (_cijfer(tabel, waarde=9), "/cijfers/0/waarde"),
        "GZ-CIJFER-006": _halve_geboorte,
        "GZ-CIJFER-007": lambda tabel: (
            _cijfer(tabel, periode=jaar(2031), status=Cijferstatus.DEFINITIEF),
            "/cijfers/0/status",
        ),
        "GZ-CIJFER-008": _deel_groter,
        "GZ-CIJFER-009": lambda tabel: (
            _cijfer(tabel, teller_aantal=tabel.cijfers[0].waarde + 1),
            "/cijfers/0/teller_aantal",
        ),
        "GZ-CIJFER-010": _veel_sterfte,
        "GZ-CIJFER-011": _meer_doodgeboorte,
    }
)

PROEFBREUKEN: Final = basis.proefbreuken("cijfertabel", geldige_cijfertabellen(), _BREUKEN)
"""What this module can break, for :func:`geboortezorg.testing.documents`."""
