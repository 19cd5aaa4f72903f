"""What JSON.parse decides before any schema, case by case; see also `tests/test_ontleden.py`."""

import base64
from collections.abc import Callable
from subprocess import CompletedProcess

from tests.test_ontleden import GEVALLEN, als_bytes


def test_wat_node_doet(voer_uit: Callable[..., CompletedProcess[str]]) -> None:
    """Node refuses, or takes, as each case says."""
    invoer = "".join(base64.b64encode(als_bytes(g)).decode() + "\n" for g in GEVALLEN)
    antwoorden = voer_uit("ontleder.mjs", invoer=invoer).stdout.splitlines()
    assert antwoorden == [geval["node"] for geval in GEVALLEN]
