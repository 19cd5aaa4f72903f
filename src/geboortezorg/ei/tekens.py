"""From a value to the characters of a field, and of a whole record."""

from collections.abc import Mapping

from geboortezorg.ei.indeling import Recordvorm
from geboortezorg.ei.namen import Veldnaam
from geboortezorg.model.ei import EIVeld, EIVeldtype

Waarde = str | int | None
"""Digits, text, or nothing."""


def tekens(veld: EIVeld, waarde: Waarde) -> str:
    """Return a value as a field holds it: zeros before digits, spaces behind text.

    What is too long stays too long, so that the record is not of its length and is refused.
    """
    lengte = veld.einde - veld.begin + 1
    tekst = "" if waarde is None else str(waarde)
    if veld.veldtype is EIVeldtype.NUMERIEK and (not tekst or tekst.isdigit()):
        return tekst.zfill(lengte)
    return tekst.ljust(lengte)


def recordtekst(vorm: Recordvorm, waarden: Mapping[str, Waarde]) -> str:
    """Return a record; a field without a value is empty."""
    alle = {**waarden, Veldnaam.RECORDKENMERK: vorm.kenmerk}
    return "".join(tekens(veld, alle.get(naam)) for naam, veld in vorm.velden.items())


def als_bericht(records: list[str], codering: str | None) -> bytes:
    """Return records as the bytes of a message: each ends with CR LF.

    Without an encoding characters outside ASCII are written as they are read: byte by byte.
    """
    tekst = "".join(f"{record}\r\n" for record in records)
    return tekst.encode(codering or "latin-1", "replace")
