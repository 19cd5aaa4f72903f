"""Amounts in another unit: exact, or not at all."""

from geboortezorg.bevroren import anders
from geboortezorg.model.prestatie import Eenheid, verhouding
from geboortezorg.model.tarief import Tarief


def in_eenheid(tarief: Tarief, eenheid: Eenheid) -> Tarief | None:
    """Return the same tariff for another unit; None when that is no whole number of eurocents.

    A quarter of an hour becomes an hour and the other way round, one piece is one examination.
    A day is neither a length of time nor a piece, and never becomes anything else.
    """
    if tarief.eenheid is eenheid:
        return tarief
    aantal = verhouding(eenheid, tarief.eenheid)
    if aantal is None:
        return None
    bedrag = tarief.bedrag_eurocent
    if bedrag is not None:
        exact = bedrag * aantal
        if exact.denominator != 1:
            return None
        bedrag = exact.numerator
    return anders(tarief, eenheid=eenheid, bedrag_eurocent=bedrag)
