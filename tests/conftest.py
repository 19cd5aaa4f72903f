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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest: as one of the last, one of two processes would wait for it."""
    items.sort(key=lambda item: item.path.stem != "test_toevoegen")
