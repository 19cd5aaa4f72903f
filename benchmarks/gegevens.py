"""Documents for the benchmarks: the made-up population, with shape errors and broken rules."""

import json
from pathlib import Path

from geboortezorg import dump
from geboortezorg.model.context import Toetscontext
from geboortezorg.populatie import populatiecontext, population

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


def contextdocument() -> bytes:
    """Return ``populatiecontext()`` as a document, for the command line and other programs."""
    context = populatiecontext()
    eigen = {tabel.naam for tabel in context.tabellen.eigen}
    return dump(
        Toetscontext(
            basistabellen=tuple(
                tabel.naam for tabel in context.tabellen.tabellen if tabel.naam not in eigen
            ),
            tarieftabellen=tuple(
                tabel for tabel in context.tabellen.tarieftabellen if tabel.naam in eigen
            ),
            overeenkomsten=context.overeenkomsten,
            overeenkomsten_volledig=context.overeenkomsten_volledig,
        )
    )
