"""Building blocks for synthetic documents: test numbers only, and never a real person's."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from enum import Enum
from typing import Any, Final, TypeVar

from hypothesis import strategies as st

from geboortezorg.bevroren import bevroren
from geboortezorg.nummers import bsn
from geboortezorg.tijd import Periode

_T = TypeVar("_T")

TEST_BSNS: Final = tuple(
    nummer for nummer in (f"9999{n:05d}" for n in range(100_000)) if bsn.elfproef(nummer)
)
"""The BSNs from 999900000 to 999999999 that pass the elfproef: for tests only."""

TEST_UZOVIS: Final = ("0001", "0002", "0003")
"""UZOVI codes of made-up insurers."""

BEOORDELINGSDATUM: Final = date(2040, 1, 1)
"""The day of judging in the context that all these documents are for."""

EERDER_FACTUURNUMMER: Final = "2022-0001"
"""An invoice number that was used before, in that context."""


def bsns() -> st.SearchStrategy[str]:
    """Return BSNs from the test range that pass the elfproef."""
    return st.sampled_from(TEST_BSNS)


def agb_codes(zorgsoort: str) -> st.SearchStrategy[str]:
    """Return AGB-codes of one zorgsoort with a made-up number."""
    return st.integers(1, 999_999).map(lambda nummer: f"{zorgsoort}{nummer:06d}")


def uzovi_codes() -> st.SearchStrategy[str]:
    """Return UZOVI codes of made-up insurers."""
    return st.sampled_from(TEST_UZOVIS)


def datums(van: date, tot_en_met: date) -> st.SearchStrategy[date]:
    """Return dates between two dates, both included."""
    return st.dates(van, tot_en_met)


def dag(datum: date) -> Periode:
    """Return the period of one day."""
    return Periode(van=datum, tot_en_met=datum)


def dagen_na(datum: date, dagen: int) -> date:
    """Return the date so many days later, or earlier when negative."""
    return datum + timedelta(days=dagen)


class Naast(Enum):
    """What a report may say beside the breach."""

    NIETS = "niets"
    VRAGEN = "vragen"
    """What could not be judged: findings of severity `info`."""
    ALLES = "alles"
    """Findings of other rules, because the document is filled in from its shape."""


@bevroren
class Proefbreuk:
    """A way to break one rule in documents of one kind."""

    code: str
    soort: str
    documenten: st.SearchStrategy[tuple[Any, str]]
    """Documents with the breach, each with the JSON Pointer to it."""
    naast: Naast = Naast.NIETS


def proefbreuken(
    soort: str,
    geldige: st.SearchStrategy[_T],
    breuken: Mapping[str, Callable[[_T], tuple[Any, str]]],
    naast: Naast = Naast.NIETS,
) -> tuple[Proefbreuk, ...]:
    """Return the breaches, each a function by the code of its rule that breaks a valid document."""
    return tuple(
        Proefbreuk(code, soort, geldige.map(breuk), naast) for code, breuk in breuken.items()
    )
