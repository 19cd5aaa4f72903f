"""Whether an object holds members, by their JSON Pointers: read by functions made of its class."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from geboortezorg import vorm


def uitdrukking(klasse: type[Any], patroon: str) -> str | None:
    """Return the expression whether an object ``o`` holds the member; None when it never can."""
    return _uitdrukking(klasse, patroon.lstrip("/").split("/"), "o", 0)


def _uitdrukking(klasse: type[Any], delen: Sequence[str], van: str, diepte: int) -> str | None:
    naam, *rest = delen
    for veldvorm in vorm.velden(klasse):
        if veldvorm.naam == naam:
            break
    else:
        return None
    plek, eigen = f"{van}.{naam}", veldvorm.vorm
    if not rest:
        return plek if eigen.item is not None else f"{plek} is not None"
    item = eigen.item or eigen
    if item.klasse is None or item.soort is not vorm.Soort.OBJECT:
        return None
    if eigen.item is None:
        onder = _uitdrukking(item.klasse, rest, plek, diepte)
        return None if onder is None else f"{plek} is not None and {onder}"
    een = f"x{diepte}"
    onder = _uitdrukking(item.klasse, rest[1:], een, diepte + 1)
    return None if onder is None else f"[1 for {een} in {plek} if {onder}]"


def bits(klasse: type[Any], patronen: Mapping[str, int]) -> Callable[[Any], int]:
    """Return a function that gives the bits of the members that an object holds."""
    tekstregels = ["def lees(o):", "    bits = 0"]
    for patroon, bit in patronen.items():
        tekstregels += [f"    if {uitdrukking(klasse, patroon)}:", f"        bits |= {bit}"]
    tekstregels.append("    return bits")
    ruimte: dict[str, Any] = {}
    code = compile("\n".join(tekstregels), f"<leden {klasse.__name__}>", "exec")
    exec(code, ruimte)  # noqa: S102 - the text comes from our own rules and model classes only
    functie: Callable[[Any], int] = ruimte["lees"]
    return functie
