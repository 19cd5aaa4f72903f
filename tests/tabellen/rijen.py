"""Made-up rows and tables of 2030, as small as they can be."""

from datetime import date
from typing import Any

import attrs

from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.prestatie import Eenheid, Prestatie, Prestatielijst, Regime
from geboortezorg.model.tarief import (
    Besluitstatus,
    Opslag,
    Opslagsoort,
    Tarief,
    Tariefbeschikking,
    Tariefsoort,
    Tarieftabel,
)
from geboortezorg.tabellen import (
    Tabellen,
)
from geboortezorg.tijd import Looptijd

OFFICIEEL = Bron(titel="Beschikking", verificatie=Verificatie.OFFICIEEL)
SECUNDAIR = Bron(titel="Webpagina", verificatie=Verificatie.SECUNDAIR)
JAAR = Looptijd(van=date(2030, 1, 1), tot_en_met=date(2030, 12, 31))
ERVOOR, ERNA = date(2029, 12, 31), date(2031, 1, 1)


def maak_prestatie(naam: str = "uur", **anders: Any) -> Prestatie:
    """Return a made-up prestatie of the kraamzorg."""
    return attrs.evolve(
        Prestatie(
            prestatie_id=naam,
            regime=Regime.KRAAMZORG,
            omschrijving="Verzonnen",
            omschrijving_en="Made up",
            eenheid=Eenheid.UUR,
        ),
        **anders,
    )


def lijst(*prestaties: Prestatie, naam: str = "lijst", **anders: Any) -> Prestatielijst:
    """Return a list of prestaties."""
    return attrs.evolve(Prestatielijst(naam=naam, bron=OFFICIEEL, prestaties=prestaties), **anders)


def rij(naam: str = "uur", bedrag: int | None = 1000, **anders: Any) -> Tarief:
    """Return a made-up maximum."""
    return attrs.evolve(
        Tarief(
            prestatie_id=naam,
            tariefsoort=Tariefsoort.MAXIMUM,
            eenheid=Eenheid.UUR,
            bedrag_eurocent=bedrag,
        ),
        **anders,
    )


def maak_opslag(**anders: Any) -> Opslag:
    """Return a made-up max-max of five percent."""
    return attrs.evolve(
        Opslag(
            opslagsoort=Opslagsoort.MAX_MAX, regime=Regime.KRAAMZORG, percentage_basispunten=500
        ),
        **anders,
    )


def tabel(
    naam: str,
    *tarieven: Tarief,
    opslagen: tuple[Opslag, ...] = (),
    regime: Regime = Regime.KRAAMZORG,
    **beschikking: Any,
) -> Tarieftabel:
    """Return an adopted table for 2030, unless the decision is described otherwise."""
    return Tarieftabel(
        naam=naam,
        regime=regime,
        tariefbeschikking=attrs.evolve(
            Tariefbeschikking(
                titel="Verzonnen",
                status=Besluitstatus.VASTGESTELD,
                bron=OFFICIEEL,
                looptijd=JAAR,
            ),
            **beschikking,
        ),
        tarieven=tarieven,
        opslagen=opslagen,
    )


def maak(*tabellen: Prestatielijst | Tarieftabel) -> Tabellen:
    """Return tables over one prestatie `uur`, unless a list is given."""
    if not any(isinstance(deel, Prestatielijst) for deel in tabellen):
        tabellen = (lijst(maak_prestatie()), *tabellen)
    return Tabellen().add(*tabellen)
