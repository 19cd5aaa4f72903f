"""The frameworks, for the tests in this folder; a run that asks for them fails without."""

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

HIER = f"{Path(__file__).resolve().parent}{os.sep}"
NODIG = ("django", "fastapi", "fhir", "flask", "litestar", "schemathesis", "starlette", "uvicorn")


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Leave these files alone where they are not asked for: only to read them takes long.

    And without the frameworks, unless they are what was asked for.
    """
    if "not web" in config.option.markexpr:
        return True
    weg = [naam for naam in NODIG if find_spec(naam) is None]
    if not weg:
        return None
    if config.option.markexpr == "web":
        raise pytest.UsageError(f"not installed: {', '.join(weg)}; run python3 dev.py web")
    return True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this folder: a plain run needs no framework."""
    for item in items:
        if str(item.path).startswith(HIER):
            item.add_marker("web")
