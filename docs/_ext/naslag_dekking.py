"""The page that says where each concept of the letter came to life."""

import tomllib
from pathlib import Path
from typing import Any

from opmaak import tabel

DEKKING = Path(__file__).resolve().parents[1] / "dekking.toml"

_KOP = """\
# The letter, concept by concept

The library was built on the letter of 1 April 2026 on maternity care (Kamerstuk 32279, nr. 272).
Each of its 25 concepts is a typed document, a rule or a computation, mostly more than one.

"""


def lees_dekking() -> dict[str, dict[str, Any]]:
    """Return what `docs/dekking.toml` says, by the number of the concept."""
    return tomllib.loads(DEKKING.read_text("utf-8"))


def dekking_bladzijde() -> str:
    """Return the coverage table as Markdown."""
    rijen = (
        [
            nummer,
            rij["onderwerp"],
            _codes(rij["soorten"]),
            _codes(rij["modellen"]),
            _codes(rij["regels"]),
            _codes(functie.partition(":")[2] for functie in rij.get("functies", [])),
            rij["weggelaten"],
        ]
        for nummer, rij in lees_dekking().items()
    )
    koppen = ["", "Concept", "Documents", "Models", "Rules", "Computations", "Left out, and why"]
    return _KOP + tabel(koppen, rijen)


def _codes(namen: Any) -> str:
    return ", ".join(f"`{naam}`" for naam in namen)
