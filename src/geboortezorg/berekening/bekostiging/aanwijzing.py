"""Dates in the procedure of an aanwijzing (Wmg art. 8)."""

from datetime import date, timedelta
from typing import Final

from geboortezorg.berekening.samenwerking.bronnen import EERSTE_DAG_AANWIJZING_VSV
from geboortezorg.model.aanwijzing import Aanwijzing, Procedurestapsoort
from geboortezorg.model.prestatie import Regime
from geboortezorg.tabellen.normen import normen

VOORHANG_DAGEN: Final = normen().norm("wmg-voorhang").waarde("dagen")
"""Days that must pass after both chambers received the substance."""

_KAMERS: Final = (
    Procedurestapsoort.ZAKELIJKE_INHOUD_EERSTE_KAMER,
    Procedurestapsoort.ZAKELIJKE_INHOUD_TWEEDE_KAMER,
)


def eerste_datum(aanwijzing: Aanwijzing, soort: Procedurestapsoort) -> date | None:
    """Return the first day of a step; None when it was not taken, or its day is not known."""
    datums = [stap.datum for stap in aanwijzing.stappen if stap.procedurestapsoort is soort]
    return min(datums, default=None)


def ontvangen_op(aanwijzing: Aanwijzing) -> date | None:
    """Return the day on which the last of both chambers received the substance.

    None as long as one of them did not.
    """
    datums = [eerste_datum(aanwijzing, soort) for soort in _KAMERS]
    bekend = [datum for datum in datums if datum is not None]
    return max(bekend) if len(bekend) == len(_KAMERS) else None


def eerder_onmogelijk_dan(aanwijzing: Aanwijzing) -> date | None:
    """Return the day before which a decision breaks the law; None without both receipts.

    The thirtieth day after receipt itself is not certain. A letter received on 1 April 2026 allows
    a decision from 2 May, the thirty-first day; one of 21 March 2022 named 20 April, the
    thirtieth. See :func:`vroegste_besluit`.
    """
    ontvangen = ontvangen_op(aanwijzing)
    return None if ontvangen is None else ontvangen + timedelta(days=VOORHANG_DAGEN)


def vroegste_besluit(aanwijzing: Aanwijzing) -> date | None:
    """Return the first day on which the decision is certainly possible.

    That is the day that the letter to parliament states, if that can be, and without it the day after
    thirty full days have passed since the last chamber received the substance. For the funding of a VSV
    it is at least 2 May 2026. None when neither is known.
    """
    ontvangen = ontvangen_op(aanwijzing)
    genoemd, grens = aanwijzing.besluit_niet_eerder_dan, eerder_onmogelijk_dan(aanwijzing)
    if genoemd is not None and (grens is None or genoemd >= grens):
        datums = [genoemd]
    elif ontvangen is not None:
        datums = [ontvangen + timedelta(days=VOORHANG_DAGEN + 1)]
    else:
        datums = []
    if aanwijzing.regime is Regime.VSV:
        datums.append(EERSTE_DAG_AANWIJZING_VSV)
    return max(datums, default=None)


def gegeven_op(aanwijzing: Aanwijzing) -> date | None:
    """Return the day of the decision; None as long as there is none."""
    return eerste_datum(aanwijzing, Procedurestapsoort.BESLUIT)
