"""What the population is judged by: closed tables, made-up amounts, made-up agreements."""

from datetime import date
from functools import cache
from typing import Final

from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.context import Toetscontext
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort, Prijsafspraak
from geboortezorg.model.prestatie import Prestatie, Regime
from geboortezorg.model.tarief import (
    Besluitstatus,
    Tarief,
    Tariefbeschikking,
    Tariefsoort,
    Tarieftabel,
)
from geboortezorg.regels.context import Context
from geboortezorg.tabellen import Tabellen, proeftabellen
from geboortezorg.tabellen.proef import PROEFNORMEN, PROEFTABELLEN
from geboortezorg.tijd import Looptijd

JAAR: Final = 2023
"""The year of birth: of its order of children and provinces, and the first of integral care."""

UZOVI: Final = "0001"
"""A made-up insurer."""

IGOS: Final = tuple(f"53{nummer:06d}" for nummer in range(1, 9))
"""Made-up AGB-codes of IGOs: as many as there were in the pilot."""

_VERZONNEN: Final = "Verzonnen bedragen voor een verzonnen populatie"
_BEDRAG: Final = 10_000
"""What a made-up tariff is a multiple of, in eurocents."""


def contextdocument() -> Toetscontext:
    """Return the context in which the population is judged, as a document: `dump` writes it.

    Every amount is made up: the maxima of midwifery and kraamzorg, and the prices that the insurer
    agreed with each IGO.
    """
    looptijd = Looptijd(van=date(JAAR - 1, 1, 1), tot_en_met=date(JAAR + 1, 12, 31))
    basis = proeftabellen()
    return Toetscontext(
        basistabellen=(*PROEFTABELLEN, *PROEFNORMEN),
        tarieftabellen=tuple(
            _tabel(basis, regime, looptijd) for regime in (Regime.VERLOSKUNDE, Regime.KRAAMZORG)
        ),
        overeenkomsten=tuple(_integraal(basis, agb, looptijd) for agb in IGOS),
        overeenkomsten_volledig=True,
    )


@cache
def populatiecontext() -> Context:
    """Return the context in which the population is judged: that of :func:`contextdocument`."""
    return Context.uit_document(contextdocument())


def _tabel(basis: Tabellen, regime: Regime, looptijd: Looptijd) -> Tarieftabel:
    return Tarieftabel(
        naam=f"verzonnen-{regime.value}",
        regime=regime,
        tariefbeschikking=Tariefbeschikking(
            titel=_VERZONNEN,
            status=Besluitstatus.VASTGESTELD,
            bron=Bron(titel=_VERZONNEN, verificatie=Verificatie.OFFICIEEL),
            looptijd=looptijd,
        ),
        tarieven=tuple(
            Tarief(
                prestatie_id=prestatie.prestatie_id,
                tariefsoort=Tariefsoort.MAXIMUM,
                eenheid=prestatie.eenheid,
                bedrag_eurocent=_BEDRAG * plaats,
            )
            for plaats, prestatie in enumerate(_van(basis, regime), 1)
        ),
    )


def _integraal(basis: Tabellen, agb: str, looptijd: Looptijd) -> Overeenkomst:
    return Overeenkomst(
        overeenkomst_id=f"integraal-{agb}",
        overeenkomstsoort=Overeenkomstsoort.INTEGRAAL,
        uzovi_code=UZOVI,
        looptijd=looptijd,
        schriftelijk=True,
        zorgaanbieder_agb=agb,
        prijsafspraken=tuple(
            Prijsafspraak(prestatie=prestatie.prestatie_id, tarief_eurocent=_BEDRAG * plaats)
            for plaats, prestatie in enumerate(_van(basis, Regime.INTEGRALE_GEBOORTEZORG), 1)
        ),
    )


def _van(basis: Tabellen, regime: Regime) -> list[Prestatie]:
    return [prestatie for prestatie in basis.prestaties if prestatie.regime is regime]
