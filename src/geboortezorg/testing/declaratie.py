"""Messages with declaratieregels: valid ones, and ones with exactly one breach.

A message can only be judged completely on a given day, by someone who knows the earlier invoice
numbers, as ``proefcontext()`` is.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from geboortezorg.model.declaratie import DebetCredit, Declaratie
from geboortezorg.testing import basis
from geboortezorg.testing.dossier import MAXIMUM_2023, nieuwe_declaratieregel
from geboortezorg.tijd import Periode

_IBAN: Final = "NL91ABNA0417164300"


@st.composite
def geldige_declaraties(draw: st.DrawFn) -> Declaratie:
    """Return messages over one month of kraamzorg in 2023 that give no finding."""
    maand = draw(st.integers(1, 12))
    begin = date(2023, maand, 1)
    einde = date(2023, maand, 28)
    kraamzorg, uzovi = draw(basis.agb_codes("33")), draw(basis.uzovi_codes())
    maximum = MAXIMUM_2023["kraamzorg-uur"]
    vrouw = draw(basis.bsns())
    declaratieregels = tuple(
        attrs.evolve(
            nieuwe_declaratieregel(
                f"r-{nummer}",
                "kraamzorg-uur",
                basis.dagen_na(begin, nummer),
                agb=kraamzorg,
                uzovi=uzovi,
                tarief_eurocent=draw(st.integers(maximum // 2, maximum)),
                aantal=draw(st.integers(1, 6)),
            ),
            bsn=vrouw,
        )
        for nummer in range(draw(st.integers(1, 6)))
    )
    return Declaratie(
        declarant_agb=kraamzorg,
        uzovi_code=uzovi,
        factuurnummer=f"2023-{draw(st.integers(1, 9999)):04d}",
        factuurdatum=basis.dagen_na(einde, draw(st.integers(0, 60))),
        periode=Periode(van=begin, tot_en_met=einde),
        declaratieregels=declaratieregels,
        iban=draw(st.none() | st.just(_IBAN)),
    )


Breuk = Callable[[Declaratie], tuple[Declaratie, str]]


def _eerste(declaratie: Declaratie, veld: str, **anders: Any) -> tuple[Declaratie, str]:
    """Return the message with its first line changed, and the pointer to a field of it."""
    declaratieregel, *rest = declaratie.declaratieregels
    declaratieregels = (attrs.evolve(declaratieregel, **anders), *rest)
    return (
        attrs.evolve(declaratie, declaratieregels=declaratieregels),
        f"/declaratieregels/0/{veld}",
    )


def _een_declaratieregel(declaratie: Declaratie) -> Declaratie:
    """Return it with one line, which can lie on any day: no other care to go with."""
    return attrs.evolve(declaratie, declaratieregels=declaratie.declaratieregels[:1])


def _na_factuurdatum(declaratie: Declaratie) -> tuple[Declaratie, str]:
    # Dated on the last day of the period, so that the day after lies in the same year.
    vroeg = attrs.evolve(declaratie, factuurdatum=declaratie.periode.tot_en_met)
    dag = basis.dag(basis.dagen_na(vroeg.factuurdatum, 1))
    return _eerste(_een_declaratieregel(vroeg), "periode/van", periode=dag)


def _na_periode(declaratie: Declaratie) -> tuple[Declaratie, str]:
    einde = declaratie.periode.tot_en_met
    later = attrs.evolve(declaratie, factuurdatum=basis.dagen_na(einde, 1))
    return _eerste(
        _een_declaratieregel(later),
        "periode/tot_en_met",
        periode=basis.dag(basis.dagen_na(einde, 1)),
    )


def _voor_einde(declaratie: Declaratie) -> tuple[Declaratie, str]:
    eerder = basis.dagen_na(declaratie.periode.tot_en_met, -1)
    return attrs.evolve(declaratie, factuurdatum=eerder), "/factuurdatum"


def _toekomst(declaratie: Declaratie) -> tuple[Declaratie, str]:
    morgen = basis.dagen_na(basis.BEOORDELINGSDATUM, 1)
    return attrs.evolve(declaratie, factuurdatum=morgen), "/factuurdatum"


def _dubbel_nummer(declaratie: Declaratie) -> tuple[Declaratie, str]:
    declaratieregel = declaratie.declaratieregels[0]
    vrij = basis.dagen_na(declaratieregel.periode.van, len(declaratie.declaratieregels))
    declaratieregels = (
        *declaratie.declaratieregels,
        attrs.evolve(declaratieregel, periode=basis.dag(vrij)),
    )
    uit = attrs.evolve(declaratie, declaratieregels=declaratieregels)
    return uit, f"/declaratieregels/{len(declaratieregels) - 1}/referentienummer"


def _debet_en_credit(declaratie: Declaratie) -> tuple[Declaratie, str]:
    declaratieregel = declaratie.declaratieregels[0]
    credit = attrs.evolve(
        declaratieregel,
        referentienummer="credit",
        debet_credit=DebetCredit.CREDIT,
        gerelateerd_referentienummer=declaratieregel.referentienummer,
    )
    declaratieregels = (*declaratie.declaratieregels, credit)
    uit = attrs.evolve(declaratie, declaratieregels=declaratieregels)
    return uit, f"/declaratieregels/{len(declaratieregels) - 1}/gerelateerd_referentienummer"


def _credit_van_andere_dag(declaratie: Declaratie) -> tuple[Declaratie, str]:
    uit, pad = _debet_en_credit(declaratie)
    *declaratieregels, credit = uit.declaratieregels
    later = attrs.evolve(credit, periode=basis.dag(basis.dagen_na(credit.periode.van, 1)))
    return attrs.evolve(uit, declaratieregels=(*declaratieregels, later)), pad


def _start_te_vroeg(declaratie: Declaratie) -> tuple[Declaratie, str]:
    lang_geleden = basis.dagen_na(declaratie.declaratieregels[0].periode.van, -400)
    return _eerste(declaratie, "startdatum_zorg", startdatum_zorg=lang_geleden)


def _meer_dan_berekend(declaratie: Declaratie) -> tuple[Declaratie, str]:
    meer = declaratie.declaratieregels[0].bedrag_eurocent + 1
    veld = "declaratiebedrag_eurocent"
    return _eerste(declaratie, veld, declaratiebedrag_eurocent=meer)


def _omgekeerd(declaratie: Declaratie) -> tuple[Declaratie, str]:
    begin = declaratie.declaratieregels[0].periode.van
    periode = Periode(van=basis.dagen_na(begin, 1), tot_en_met=begin)
    return _eerste(declaratie, "periode/tot_en_met", periode=periode)


_BREUKEN: Final[Mapping[str, Breuk]] = MappingProxyType(
    {
        "GZ-NUMMER-001": lambda d: _eerste(d, "bsn", bsn="999999991"),
        "GZ-NUMMER-003": lambda d: (attrs.evolve(d, iban="NL92ABNA0417164300"), "/iban"),
        "GZ-DECLARATIE-001": _omgekeerd,
        "GZ-DECLARATIE-002": _na_factuurdatum,
        "GZ-DECLARATIE-003": _voor_einde,
        "GZ-DECLARATIE-004": _toekomst,
        "GZ-DECLARATIE-005": _dubbel_nummer,
        "GZ-DECLARATIE-006": _debet_en_credit,
        "GZ-DECLARATIE-007": lambda d: _eerste(
            d, "declaratiebedrag_eurocent", declaratiebedrag_eurocent=0
        ),
        "GZ-DECLARATIE-008": _meer_dan_berekend,
        "GZ-DECLARATIE-009": lambda d: _eerste(d, "uzovi_code", uzovi_code="0009"),
        "GZ-DECLARATIE-011": lambda d: _eerste(d, "bsn", bsn=None),
        "GZ-DECLARATIE-012": _na_periode,
        "GZ-REGEL-003": _credit_van_andere_dag,
        "GZ-REGEL-005": _start_te_vroeg,
        "GZ-DECLARATIE-010": lambda d: (
            attrs.evolve(d, factuurnummer=basis.EERDER_FACTUURNUMMER),
            "/factuurnummer",
        ),
    }
)

PROEFBREUKEN: Final = basis.proefbreuken("declaratie", geldige_declaraties(), _BREUKEN)
"""What this module can break, for :func:`geboortezorg.testing.documents`."""
