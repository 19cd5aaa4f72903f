"""Where the places of findings are in the files that were read."""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

import attrs

from geboortezorg.cli.invoer import Invoer
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.convert.plaatsen import Plaats, Rijplaats, locate
from geboortezorg.rapport import Rapport
from geboortezorg.tekst import TEKSTPLAATS, Tekst

Plek: TypeAlias = Plaats | Rijplaats
"""A place in a text, or in the rows of a file."""

_BEGIN: Final = Plaats(1, 1)
_KOLOM: Final = Tekst("kolom {kolom}", "column {kolom}")
_RIJ: Final = Tekst("rij {rij}", "row {rij}")
_RIJ_KOLOM: Final = Tekst("rij {rij}, kolom {titel}", "row {rij}, column {titel}")


def als_leden(plek: Plek | None) -> dict[str, Any]:
    """Return a place as members of a JSON object or columns; empty without one."""
    if plek is None:
        return {}
    return {naam: waarde for naam, waarde in attrs.asdict(plek).items() if waarde is not None}


def regio(plek: Plek) -> tuple[int, int | None]:
    """Return the line, and the column when it is one of characters."""
    return (plek.tekstregel, plek.kolom) if isinstance(plek, Plaats) else (plek.rij, None)


def toon_plek(plek: Plek, scherm: Scherm, *, met_tekstregel: bool = True) -> str:
    """Say for people where something stands."""
    if isinstance(plek, Plaats):
        tekst = TEKSTPLAATS if met_tekstregel else _KOLOM
        return scherm.tekst(tekst).format(nummer=plek.tekstregel, kolom=plek.kolom)
    tekst = _RIJ if plek.titel is None else _RIJ_KOLOM
    return scherm.tekst(tekst).format(rij=plek.rij, titel=leesbaar(plek.titel or ""))


def waar(rapport: Rapport, document: Invoer, *, alle: bool = False) -> Mapping[str, Plek]:
    """Return where in its file each finding stands: its first place, or with `alle` every one.

    What could not be opened has no places. In NDJSON a document is one line of its file.
    """
    if not isinstance(document.inhoud, bytes):
        return {}
    paden = [p for b in rapport.bevindingen for p in (b.plaatsen if alle else (b.pad,))]
    if document.rijen is not None:
        return {pad: document.rijen.waar(pad) for pad in paden}
    gevonden = _bij_lezen(rapport) or locate(document.inhoud, paden)
    if document.tekstregel is None:
        return gevonden
    if not gevonden:
        gevonden = dict.fromkeys(paden, _BEGIN)
    return {pad: Plaats(document.tekstregel, plaats.kolom) for pad, plaats in gevonden.items()}


def _bij_lezen(rapport: Rapport) -> dict[str, Plaats]:
    """Return where reading came to a halt, for a text that is no JSON."""
    for bevinding in rapport.bevindingen:
        if bevinding.leesplaats is not None:
            return {"": Plaats(*bevinding.leesplaats)}
    return {}
