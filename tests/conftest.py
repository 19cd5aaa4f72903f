"""How much the property tests try, and how the examples in the documentation are run."""

import os
from collections.abc import Generator
from functools import wraps

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


_GEMETEN = 10
"""Of how many drawn examples of a test coverage is measured, beside its explicit ones."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest: as one of the last, all but one process would wait for it."""
    items.sort(key=lambda item: item.path.stem != "test_toevoegen")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Measure the coverage of the first examples that a property test tries, and not of the others.

    Coverage makes a test twice as long, and what is drawn after these is of the same kind. A branch
    that only chance reaches is one day not reached: it needs a test or an example of its own.
    """
    regelaar = getattr(item.config.pluginmanager.getplugin("_cov"), "cov_controller", None)
    functie = getattr(item, "obj", None)
    proef = getattr(functie, "hypothesis", None)
    if regelaar is None or proef is None:
        return (yield)
    eigen = proef.inner_test
    vast = getattr(functie, "hypothesis_explicit_examples", ())
    gemeten = iter(range(_GEMETEN + len(vast)))
    gestopt = False

    @wraps(eigen)
    def probeer(*args: object, **kwargs: object) -> object:
        nonlocal gestopt
        if regelaar.started and next(gemeten, None) is None:
            gestopt = True
            regelaar.pause()
        return eigen(*args, **kwargs)

    proef.inner_test = probeer
    try:
        return (yield)
    finally:
        proef.inner_test = eigen
        if gestopt:
            regelaar.resume()
