"""What the tables know of a prestatie over a period, for documents that say something of it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from geboortezorg.geld import Percentage
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.model.prestatie import Prestatie
from geboortezorg.model.tarief import Opslagsoort, Tariefsoort
from geboortezorg.regels.opslag import boven, percentage_van, toetsbare_opslag
from geboortezorg.regels.regel import Melding, breuk, onbeoordeeld
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Antwoordstatus, BuitenLooptijd, Gevonden
from geboortezorg.tijd import LAATSTE_DATUM, Looptijd

_EEN_DAG: Final = timedelta(days=1)

OPSLAGSOORT: Final = {
    Overeenkomstsoort.MAX_MAX: Opslagsoort.MAX_MAX,
    Overeenkomstsoort.TOESLAG_INTEGRALE_GEBOORTEZORG: Opslagsoort.TOESLAG_INTEGRALE_GEBOORTEZORG,
}
"""The percentage of the tables that an agreement is about."""


def toetsbare_rijen(w: Werkblad, prestatie: Prestatie, looptijd: Looptijd) -> list[Gevonden]:
    """Return the tariffs that judge a prestatie on some day of a period; the report names them."""
    rijen = [rij for rij in _rijen(w, prestatie.prestatie_id, looptijd) if rij.toetsbaar]
    for rij in rijen:
        w.gebruikt(rij)
    return rijen


def _rijen(w: Werkblad, prestatie_id: str, looptijd: Looptijd) -> Iterator[Gevonden]:
    """Yield the tariffs of a period, from its first day on: as many look-ups as there are rows."""
    dag: date | None = looptijd.van
    while dag is not None and dag <= (looptijd.tot_en_met or LAATSTE_DATUM):
        antwoord = w.context.tabellen.lookup(prestatie_id, dag)
        if isinstance(antwoord, Gevonden):
            yield antwoord
            einde = antwoord.looptijd.tot_en_met
            dag = None if einde is None else einde + _EEN_DAG
        elif isinstance(antwoord, BuitenLooptijd):
            begint = antwoord.status is Antwoordstatus.NOG_NIET_VAN_KRACHT
            dag = antwoord.datum if begint else None
        else:
            dag = antwoord.eerstvolgend_van


def tegen_rij(
    w: Werkblad,
    pad: str,
    prestatie: Prestatie,
    overeenkomst: Overeenkomst,
    gevraagd: int,
    rij: Gevonden,
) -> Melding | None:
    """Return what one row of a table says against an agreed tariff (GZ-OVEREENKOMST-003)."""
    tarief, bedrag = rij.tarief, rij.tarief.bedrag_eurocent
    if bedrag is None:
        return None
    if tarief.tariefsoort is Tariefsoort.VAST and gevraagd != bedrag:
        return breuk(
            pad,
            "wijkt_af_van_vast",
            verificatie=rij.verificatie,
            bron=rij.bron,
            bedrag_eurocent=bedrag,
        )
    if tarief.tariefsoort is not Tariefsoort.MAXIMUM or gevraagd <= bedrag:
        return None
    op = max(overeenkomst.looptijd.van, rij.looptijd.van)
    opslagsoort = OPSLAGSOORT[overeenkomst.overeenkomstsoort]
    opslag = toetsbare_opslag(w, opslagsoort, prestatie.regime, op)
    if opslag is None:
        return onbeoordeeld(
            pad, "opslag_onbekend", vermoeden=True, bron=rij.bron, maximum_eurocent=bedrag
        )
    mag = percentage_van(opslag)
    if overeenkomst.percentage_basispunten is not None:
        mag = min(mag, Percentage.uit_basispunten(overeenkomst.percentage_basispunten))
    if not boven(gevraagd, bedrag, mag):
        return None
    return breuk(
        pad,
        "boven_maximum",
        verificatie=rij.verificatie,
        bron=rij.bron,
        maximum_eurocent=bedrag,
        percentage=mag,
    )
