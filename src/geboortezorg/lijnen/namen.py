"""Names of members in a koppeling: nested or with dots, to names with dots."""

from collections.abc import Iterator
from typing import Any, Final

from geboortezorg.lijnen.leden import leden, lijsten

SLEUTELS: Final = "sleutels"


def plat(boom: Any, deel: str, soort: str) -> Iterator[tuple[str, Any]]:
    """Yield each name in a part of the koppeling with what stands there, in order.

    What is below a member (or below a list, in `sleutels`) belongs to it; a part of a name that is
    no text, or leads nowhere, is given as it is.
    """
    eind = lijsten(soort) if deel == SLEUTELS else leden(soort)
    stapel: list[tuple[str, Any]] = [("", boom)]
    while stapel:
        naam, waarde = stapel.pop()
        if isinstance(waarde, dict) and naam not in eind and (waarde or not naam):
            binnen = [
                (f"{naam}.{sleutel}" if naam else sleutel, w) for sleutel, w in waarde.items()
            ]
            stapel += reversed(binnen)
        else:
            yield naam, waarde
