"""A quick reading of what fields mean, that only says of a whole document that all of it holds.

Most documents have nothing to say on. For each class one function is generated from its
declarations, which works out no places and makes no findings. Where it is not certain that a
declaration holds it asks the reading of :mod:`geboortezorg.regels.veldtoets`, and where that finds
something it gives up: then the whole document is read again, by what does make findings.
"""

import os
from collections.abc import Callable
from functools import cache, partial
from typing import Any, Final

from geboortezorg.betekenis import Betekenis
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.lui import later
from geboortezorg.regels.veldlezer import Lezer, lezer
from geboortezorg.regels.veldvondst import Lezing, Toets
from geboortezorg.vorm import velden

VERGELIJK = "GEBOORTEZORG_VERGELIJK" in os.environ
"""Whether every document is read both ways, to see that they agree: for tests."""

Snel = Callable[[Any, Lezing], int]
"""Takes an object; returns which kinds of declaration it met, as bits. Raises Twijfel."""


class Twijfel(Exception):
    """Something does not hold."""


_BITS: Final[dict[type[Betekenis], int]] = {}
_SNEL: Final[dict[type[Any], Snel]] = {}


def alles_klopt(soort: str, document: Any, lezing: Lezing) -> bool:
    """Say whether every declaration holds; then `lezing` also knows which kinds were met."""
    try:
        gezien = snel(lezer(DOCUMENTEN[soort]))(document, lezing)
    except Twijfel:
        lezing.gezien.clear()
        return False
    lezing.gezien.update(_soorten(gezien))
    if VERGELIJK:
        ook = Lezing(lezing.vandaag, lezing.normen)
        if lezer(DOCUMENTEN[soort]).lees(document, ook) or ook.gezien != lezing.gezien:
            raise RuntimeError("de twee lezingen van dit document verschillen")
    return True


@cache
def _soorten(gezien: int) -> frozenset[type[Betekenis]]:
    return frozenset(soort for soort, bit in _BITS.items() if gezien & bit)


def snel(van: Lezer) -> Snel:
    """Return the quick reading of the objects of a class, generated on first use."""
    gemaakt = _SNEL.get(van.klasse)
    if gemaakt is None:
        gemaakt = _SNEL[van.klasse] = _genereer(van)
    return gemaakt


def _genereer(van: Lezer) -> Snel:
    ruimte: dict[str, Any] = {"TWIJFEL": Twijfel}
    lijsten = {v.naam for v in velden(van.klasse) if v.vorm.item is not None}
    tekstregels = ["g = 0", "vandaag = l.vandaag"]
    for nummer, toets in enumerate(van.toetsen):
        er_is = "v" if toets.veld in lijsten else "v is not None"
        tekstregels += _tekstregels(f"t{nummer}", toets, er_is, ruimte)
    for nummer, (naam, lijst, onder) in enumerate(van.delen):
        later(ruimte, f"d{nummer}", partial(snel, onder))
        if lijst:
            tekstregels += [f"for v in o.{naam}:", f"    g |= d{nummer}(v, l)"]
        else:
            tekstregels += [f"v = o.{naam}", "if v is not None:", f"    g |= d{nummer}(v, l)"]
    tekstregels.append("return g")
    tekst = "def lees(o, l):\n" + "".join(f"    {tekstregel}\n" for tekstregel in tekstregels)
    code = compile(tekst, f"<snel {van.klasse.__name__}>", "exec")
    exec(code, ruimte)  # noqa: S102 - the text comes from our own model classes only
    functie: Snel = ruimte["lees"]
    return functie


def _tekstregels(naam: str, toets: Toets, er_is: str, ruimte: dict[str, Any]) -> list[str]:
    """Return the lines that read one declaration from the object ``o``."""
    ruimte[naam], ruimte[f"{naam}_bij"] = toets.lees, toets.bij
    vraag = [f"if {naam}(o, l):", "    raise TWIJFEL"]
    if toets.snel is not None:
        bit = _BITS.setdefault(type(toets.betekenis), 1 << len(_BITS)) if toets.telt else 0
        zeker = toets.snel.format(bij=f"{naam}_bij")
        vraag = [f"if {zeker}:", f"    g |= {bit}", f"el{vraag[0]}", vraag[1]]
    if not toets.ook_leeg:
        vraag = [f"if {er_is}:", *_verder(vraag)]
    if toets.met_dag:
        vraag = ["if vandaag is not None:", *_verder(vraag)]
    return [f"v = o.{toets.veld}", *vraag]


def _verder(tekstregels: list[str]) -> list[str]:
    return [f"    {tekstregel}" for tekstregel in tekstregels]
