"""Building blocks for synthetic documents: test numbers only, and never a real person's."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final, TypeVar

from hypothesis import strategies as st

from geboortezorg.nummers import bsn
from geboortezorg.tijd import Periode

_T = TypeVar("_T")
_U = TypeVar("_U")

TEST_BSNS: Final = tuple(
    nummer for nummer in (f"9999{n:05d}" for n in range(100_000)) if bsn.elfproef(nummer)
)
"""The BSNs from 999900000 to 999999999 that pass the elfproef: for tests only."""

TEST_UZOVIS: Final = ("0001", "0002", "0003")
"""UZOVI codes of made-up insurers."""


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


def een_breuk(
    code: str, breuken: Mapping[str, Callable[[_T], _U]], geldige: st.SearchStrategy[_T]
) -> st.SearchStrategy[_U]:
    """Return valid documents, each with the breach of the rule `code`.

    Raises ValueError when there is no breach of that rule, and names the rules that have one.
    """
    if code not in breuken:
        raise ValueError(f"kan geen breuk maken van deze regel; wel van: {', '.join(breuken)}")
    return geldige.map(breuken[code])
