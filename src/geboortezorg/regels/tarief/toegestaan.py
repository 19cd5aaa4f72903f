"""What agreements, taken together, allow a tariff to be."""

from geboortezorg.geld import Exact, Percentage
from geboortezorg.model.overeenkomst import Overeenkomst
from geboortezorg.regels.overeenkomsten import Overeenkomstenboek


def prijzen_samen(
    boek: Overeenkomstenboek, overeenkomsten: list[Overeenkomst], prestatie_id: str
) -> tuple[int, int] | None:
    """Return the lowest and the highest price that agreements name for a prestatie."""
    prijzen = [prijs for o in overeenkomsten for prijs in boek.prijzen(o, prestatie_id)]
    return (min(prijzen), max(prijzen)) if prijzen else None


def toegestaan_samen(
    boek: Overeenkomstenboek,
    overeenkomsten: list[Overeenkomst],
    prestatie_id: str,
    maximum: int,
    hoogste: Percentage,
) -> tuple[Exact, Exact] | None:
    """Return the least and the most that a written agreement allows; None when none is written."""
    toegestaan = [
        _staat_toe(boek.prijzen(o, prestatie_id), o, maximum, hoogste)
        for o in overeenkomsten
        if o.schriftelijk
    ]
    return (min(toegestaan), max(toegestaan)) if toegestaan else None


def _staat_toe(
    prijzen: list[int], overeenkomst: Overeenkomst, maximum: int, hoogste: Percentage
) -> Exact:
    """Return what an agreement allows: its price or percentage, and the max-max at most.

    One that names neither allows the max-max; one that names prices of other prestaties only,
    nothing above the maximum.
    """
    grens = hoogste.bovenop(maximum)
    if prijzen:
        goedkoopste: Exact = min(prijzen)
        return min(goedkoopste, grens)
    basispunten = overeenkomst.percentage_basispunten
    if basispunten is not None:
        return min(Percentage.uit_basispunten(basispunten).bovenop(maximum), grens)
    return maximum if overeenkomst.prijsafspraken else grens
