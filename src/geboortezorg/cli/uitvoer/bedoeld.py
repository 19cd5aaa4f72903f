"""What a declarant may have meant by a prestatie that no list has.

Only for people who look at their own document. It is no part of a report: which names look alike
is not for a rule to say, nor for an engine in another language to repeat. Only names from the
tables are shown, never what stood there.
"""

from typing import Any, Final

from geboortezorg.cli.invoer import Invoer
from geboortezorg.convert import ontleed
from geboortezorg.rapport import Rapport
from geboortezorg.tabellen import Tabellen

PRESTATIE: Final = "GZ-PRESTATIE-001"
_MEESTE: Final = 20
"""Places of one finding for which names are searched: that costs more than judging."""

_GETOOND: Final = 3


def bedoeld(rapport: Rapport, document: Invoer, tabellen: Tabellen) -> dict[str, str]:
    """Return the names that look like the prestatie of each finding on it, by its first place."""
    over = [b for b in rapport.bevindingen if b.code == PRESTATIE]
    if not over or not isinstance(document.inhoud, bytes):
        return {}
    van_rijen = document.rijen
    gelezen = ontleed(document.inhoud) if van_rijen is None else van_rijen.document
    uit: dict[str, str] = {}
    for bevinding in over:
        waarden = {_waarde(gelezen, pad): None for pad in bevinding.plaatsen[:_MEESTE]}
        onbekend = [naam for naam in waarden if tabellen.prestatie(naam) is None]
        namen = dict.fromkeys(ander for naam in onbekend for ander in tabellen.suggest(naam))
        uit[bevinding.pad] = ", ".join([*namen][:_GETOOND])
    return uit


def _waarde(gelezen: Any, pad: str) -> str:
    """Return the text at a place that a rule found: its names are ours, and need no unescaping."""
    for segment in pad.split("/")[1:]:
        gelezen = gelezen[int(segment) if isinstance(gelezen, list) else segment]
    return str(gelezen)
