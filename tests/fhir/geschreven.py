"""Resources of FHIR R4 that this library writes, for the validators of others."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import attrs

from geboortezorg import load
from geboortezorg.fhir import schrijf_declaratie, schrijf_organisatie
from geboortezorg.model import (
    IGO,
    VSV,
    DebetCredit,
    Declaratie,
    Deelnemer,
    Partijsoort,
    Zorgaanbieder,
)
from geboortezorg.regels.context import Context
from geboortezorg.tijd import Looptijd

OP = date(2026, 11, 1)
CONTEXT = Context(beoordelingsdatum=OP)
_VOORBEELDEN = Path(__file__).resolve().parents[2] / "voorbeelden"
_LOOPTIJD = Looptijd(van=date(2026, 1, 1), tot_en_met=date(2026, 6, 30))


def declaratie() -> Declaratie:
    """Return a declaratie with faults: of two women and of nobody, a credit, an amount in cents."""
    basis = load((_VOORBEELDEN / "fout" / "declaratie-2023.json").read_bytes(), Declaratie)
    (eerste, *rest) = basis.declaratieregels
    declaratieregels = [
        attrs.evolve(eerste, bsn="999990019"),
        attrs.evolve(eerste, bsn="999990020", debet_credit=DebetCredit.CREDIT),
        attrs.evolve(eerste, bsn=None, declaratiebedrag_eurocent=6500),
        *rest,
    ]
    return attrs.evolve(basis, declaratieregels=tuple(declaratieregels))


def vsv() -> VSV:
    """Return a VSV with a participant of every kind, one of which nothing is known."""
    basis = load((_VOORBEELDEN / "goed" / "vsv-2027.json").read_bytes(), VSV)
    wie = [Zorgaanbieder(naam="Praktijk", partijsoort=soort) for soort in Partijsoort]
    vol = Zorgaanbieder(
        agb_code="08001234", ura_nummer="00015823", lvr_nummer="1504", kvk_nummer="12345678"
    )
    leden = [Deelnemer(zorgaanbieder=deel, looptijd=_LOOPTIJD) for deel in [*wie, vol]]
    niemand = Deelnemer(zorgaanbieder=Zorgaanbieder(), looptijd=Looptijd(van=OP))
    return attrs.evolve(basis, deelnemers=(*basis.deelnemers, *leden, niemand))


def bundels() -> Iterator[dict[str, Any]]:
    """Yield a Bundle of everything that is written."""
    yield schrijf_organisatie(vsv(), op=OP)
    yield schrijf_organisatie(IGO(igo_id="igo-1", naam="IGO", agb_code="53001234"), op=OP)
    for taal in ("nl", "en"):
        yield schrijf_declaratie(declaratie(), context=CONTEXT, taal=taal)
    yield schrijf_declaratie(attrs.evolve(declaratie(), declaratieregels=()), context=CONTEXT)
