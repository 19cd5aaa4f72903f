"""What the tables know of a prestatie over a period, for documents that say something of it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from geboortezorg.model.prestatie import Prestatie
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Antwoordstatus, BuitenLooptijd, Gevonden
from geboortezorg.tijd import LAATSTE_DATUM, Looptijd

_EEN_DAG: Final = timedelta(days=1)


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
