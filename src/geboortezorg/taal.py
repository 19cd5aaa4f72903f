"""The languages of the texts, and which of them the environment asks for."""

import os
from typing import Final

TALEN: Final = ("nl", "en")
VARIABELE: Final = "GEBOORTEZORG_TAAL"


def uit_omgeving() -> str:
    """Return the language that the environment asks for, or Dutch."""
    gevraagd = os.environ.get(VARIABELE)
    return gevraagd if gevraagd in TALEN else TALEN[0]
