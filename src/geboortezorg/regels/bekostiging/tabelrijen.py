"""What the tables know of a prestatie over a period, for documents that say something of it."""

from geboortezorg.model.prestatie import Prestatie
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import BekendTarief
from geboortezorg.tijd import Looptijd, overlappen


def toetsbare_rijen(w: Werkblad, prestatie: Prestatie, looptijd: Looptijd) -> list[BekendTarief]:
    """Return the rows that may judge a prestatie on any day of a period."""
    return [
        rij
        for rij in w.context.tabellen.tarieven_van(prestatie.prestatie_id)
        if rij.belemmering is None
        and rij.looptijd is not None
        and overlappen(rij.looptijd, looptijd)
    ]
