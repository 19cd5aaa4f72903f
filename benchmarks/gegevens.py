"""Documents for the benchmarks: the made-up population, with shape errors and broken rules."""

import json
from pathlib import Path

from geboortezorg.populatie import population

VOORBEELD = Path(__file__).parents[1] / "voorbeelden" / "goed" / "thuisbevalling-2023.json"

VORMFOUT_ELKE = 50
"""One in so many dossiers has a shape error."""

FOUTEN = 6
"""The percentage of dossiers that break a rule."""


def dossiers(aantal: int, zaad: int = 1) -> list[bytes]:
    """Return so many dossiers as compact JSON; judge them in ``populatiecontext()``."""
    uit: list[bytes] = []
    for proef in population(aantal, zaad, fouten=FOUTEN):
        if proef.nummer % VORMFOUT_ELKE == VORMFOUT_ELKE - 1:
            declaratieregel = proef.document["declaratieregels"][0]
            declaratieregel["aantal"] = str(declaratieregel["aantal"])
        uit.append(json.dumps(proef.document, separators=(",", ":")).encode())
    return uit
