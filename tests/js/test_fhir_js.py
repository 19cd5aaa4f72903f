"""The validator of the npm package `fhir` takes the FHIR R4 that we write."""

import copy
import json
import subprocess
from collections.abc import Callable

from tests.fhir.geschreven import bundels


def test_wat_wij_schrijven_is_r4(
    voer_uit: Callable[..., "subprocess.CompletedProcess[str]"],
) -> None:
    """Every Bundle is valid; one without a status, or with a member that R4 does not have, is not."""
    goed = list(bundels())
    zonder, extra = copy.deepcopy(goed[2]), copy.deepcopy(goed[2])
    del zonder["entry"][-1]["resource"]["outcome"]
    extra["entry"][-1]["resource"]["oordeel"] = "x"
    invoer = "\n".join(map(json.dumps, [*goed, zonder, extra]))
    uit = [json.loads(tekst) for tekst in voer_uit("fhir.mjs", invoer=invoer).stdout.splitlines()]
    assert uit[:-2] == [{"valid": True, "fouten": 0}] * len(goed)
    assert all(not deel["valid"] and deel["fouten"] for deel in uit[-2:])
