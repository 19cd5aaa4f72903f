"""How much the property tests try, and how the examples in the documentation are run."""

import os

import pytest
from hypothesis import settings

# In tests every document is read both ways, the quick one and the one that makes findings.
os.environ.setdefault("GEBOORTEZORG_VERGELIJK", "ja")
os.environ.setdefault("GEBOORTEZORG_FAST", "beide")

settings.register_profile("klein", max_examples=50, deadline=None)
settings.register_profile(
    "ci", parent=settings.get_profile("klein"), derandomize=True, print_blob=True
)
# Where the same tests run in full beside it: another Python, or tables of later years.
settings.register_profile("kort", parent=settings.get_profile("ci"), max_examples=5)
settings.register_profile("groot", max_examples=5_000, deadline=None)
settings.load_profile(
    os.environ.get("GEBOORTEZORG_PROFIEL") or ("ci" if os.environ.get("CI") else "klein")
)


_ZONDER_DEKKING = {"metamorf", "test_kosten.py"}
"""Tests that judge all cases once more, changed or grown."""


@pytest.hookimpl(trylast=True)  # after Hypothesis has marked what is its own
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, and leave coverage out where it shows nothing.

    As one of the last, one of two processes would wait for what takes longest. Coverage makes a test
    twice as long, and what is judged, or read by a schema, once more is reached by other tests: a
    branch that only chance reaches there is one day not reached.
    """
    items.sort(key=lambda item: item.path.stem != "test_toevoegen")
    for item in items:
        plek = {*item.path.parts[-2:]}
        if plek & _ZONDER_DEKKING or ("schema" in plek and item.get_closest_marker("hypothesis")):
            item.add_marker("no_cover")
