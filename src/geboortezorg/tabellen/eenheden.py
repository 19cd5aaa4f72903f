"""Amounts in another unit: exact, or not at all."""

from fractions import Fraction
from typing import Final

import attrs

from geboortezorg.model.prestatie import Eenheid
from geboortezorg.model.tarief import Tarief

MINUTEN: Final = {
    Eenheid.UUR: 60,
    Eenheid.HALF_UUR: 30,
    Eenheid.KWARTIER: 15,
    Eenheid.MINUUT: 1,
}
"""The units that are a length of time, and how many minutes each is."""

_EENMAAL: Final = dict.fromkeys(
    (
        Eenheid.STUK,
        Eenheid.ZWANGERSCHAP,
        Eenheid.CONSULT,
        Eenheid.ECHO,
        Eenheid.ONDERZOEK,
        Eenheid.TEST,
        Eenheid.GESPREK,
    ),
    1,
)
"""The units that are other words for one time: sources differ in what they call it."""


def in_eenheid(tarief: Tarief, eenheid: Eenheid) -> Tarief | None:
    """Return the same tariff for another unit; None when that is no whole number of eurocents.

    A quarter of an hour becomes an hour and the other way round, one piece is one examination.
    A day is neither a length of time nor a piece, and never becomes anything else.
    """
    if tarief.eenheid is eenheid:
        return tarief
    for maten in (MINUTEN, _EENMAAL):
        if tarief.eenheid in maten and eenheid in maten:
            bedrag = tarief.bedrag_eurocent
            if bedrag is not None:
                exact = bedrag * Fraction(maten[eenheid], maten[tarief.eenheid])
                if exact.denominator != 1:
                    return None
                bedrag = exact.numerator
            return attrs.evolve(tarief, eenheid=eenheid, bedrag_eurocent=bedrag)
    return None
