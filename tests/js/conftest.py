"""Node and what it needs, for the tests in this folder; without them these tests fail."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

HIER = Path(__file__).resolve().parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this folder: a plain run needs nothing but Python."""
    hier = f"{HIER}{os.sep}"
    for item in items:
        if str(item.path).startswith(hier):
            item.add_marker("andere_talen")


@pytest.fixture(scope="session")
def node() -> str:
    """Return the path of Node, of a version that the packages were made for."""
    pad = shutil.which("node")
    assert pad, "node is not installed: these tests need Node 20 or newer"
    versie = subprocess.run([pad, "--version"], capture_output=True, text=True, check=True).stdout
    assert int(versie.lstrip("v").split(".")[0]) >= 20, f"Node 20 or newer is needed, not {versie}"
    assert (HIER / "node_modules" / "ajv").is_dir(), "run `npm ci` in tests/js first"
    return pad


@pytest.fixture(scope="session")
def npm() -> str:
    """Return the path of npm, which comes with Node."""
    pad = shutil.which("npm")
    assert pad, "npm is not installed"
    return pad


@pytest.fixture(scope="session")
def voer_uit(node: str) -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Return the function that runs a program of this folder with Node and expects it to succeed."""

    def voer_uit(*opdracht: str | Path, invoer: str = "") -> "subprocess.CompletedProcess[str]":
        uit = subprocess.run(
            [node, *opdracht], input=invoer, capture_output=True, text=True, check=False, cwd=HIER
        )
        assert uit.returncode == 0, uit.stderr + uit.stdout
        return uit

    return voer_uit
