"""What a template leaves open: a ``?`` where an amount or a source must come."""

from collections.abc import Iterator
from typing import Any, Final

from geboortezorg.tabellen.fout import Gebrek, Pad, Tabelreden
from geboortezorg.tekst import Tekst

OPEN: Final = "?"
"""Stands for what nobody entered yet; it is a value of no field."""

_VUL_IN: Final = Tekst(
    "dit is nog niet ingevuld; vul het in", "this is not filled in yet; fill it in"
)
_OF_HAAL_WEG: Final = Tekst(
    "dit is nog niet ingevuld; vul het in, of haal de hele prestatie weg",
    "this is not filled in yet; fill it in, or remove the whole prestatie",
)


def gebreken(waarde: Any, pad: Pad = ()) -> Iterator[Gebrek]:
    """Yield a defect for each place in a JSON value that is still open."""
    if waarde == OPEN:
        uitleg = _OF_HAAL_WEG if pad[:1] == ("tarieven",) else _VUL_IN
        yield Gebrek(pad=pad, reden=Tabelreden.OPEN, uitleg=uitleg)
    elif isinstance(waarde, dict):
        for naam, deel in waarde.items():
            yield from gebreken(deel, (*pad, naam))
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from gebreken(deel, (*pad, nummer))
