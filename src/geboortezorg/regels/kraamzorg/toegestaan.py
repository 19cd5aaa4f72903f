"""How much kraamzorg the indications of a dossier allow, in all and before a later one."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate, pairwise
from operator import attrgetter, itemgetter

from geboortezorg.berekening.kraamzorg import uren as berekening
from geboortezorg.geld import Exact
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.kraamzorg import Kraamzorgindicatie
from geboortezorg.regels.kraamzorg.zorg import zorgdagen
from geboortezorg.regels.werkblad import Werkblad

Grens = tuple[date, Exact]
"""A day, and the minutes that are allowed before it."""


def toegestaan(w: Werkblad) -> list[Grens]:
    """Return what the latest indication allows in all, and then what held before each later one.

    Nothing without an indication.
    """
    stappen = [*w.samen(_verloop).items()]
    eerder = [(later, toen) for (_, toen), (later, _) in pairwise(stappen)]
    return [(date.max, stappen[-1][1]), *eerder] if stappen else []


def _verloop(w: Werkblad) -> dict[date, Exact]:
    """Return the minutes, after days in hospital, that indications up to the day of each leave.

    An indication from after the last day of care made nothing possible, unless there is no other.
    One that is silent on days in hospital is before deduction too: those of an earlier one stay.
    """
    dagen = w.samen(zorgdagen)
    indicaties = sorted(w.als(Dossier).kraamzorgindicaties, key=attrgetter("datum"))
    laatste = date.max if dagen is None else dagen[1]
    over: Exact = 0
    meeste: Exact = 0
    uit: dict[date, Exact] = {}
    for indicatie in indicaties:
        aftrek = _aftrek(w, indicatie)
        meeste = max(meeste, aftrek or 0)
        if indicatie.datum <= laatste or indicaties[0].datum > laatste:
            minuten = indicatie.geindiceerd_minuten
            over = minuten - (min(meeste, minuten) if aftrek is None else aftrek)
        uit[indicatie.datum] = over
    return uit


def _aftrek(w: Werkblad, indicatie: Kraamzorgindicatie) -> Exact | None:
    """Return what an indication takes off for days in hospital; None when it is silent on them."""
    if indicatie.aftrek_minuten is not None or indicatie.ziekenhuisdagen is None:
        return indicatie.aftrek_minuten
    return berekening.aftrek_ziekenhuis(
        indicatie.geindiceerd_minuten, indicatie.ziekenhuisdagen, w.context.normen
    )


def eerste_te_veel(zorg: Iterable[tuple[date, Exact]], grenzen: Sequence[Grens]) -> Grens | None:
    """Return the first of the bounds that care, by its last day, passes; None when it fits all."""
    op_dag = sorted(zorg, key=itemgetter(0))
    dagen = [dag for dag, _ in op_dag]
    samen = [0, *accumulate(minuten for _, minuten in op_dag)]
    return next((g for g in grenzen if samen[bisect_left(dagen, g[0])] > g[1]), None)
