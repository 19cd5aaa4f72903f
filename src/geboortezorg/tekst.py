"""A text in the two languages of this library, always in this order: Dutch, English."""

from typing import final

import attrs


@final
@attrs.frozen
class Tekst:
    """A fixed text in Dutch and English; ``{name}`` stands for a parameter."""

    nl: str
    en: str


def plat(tekst: str) -> str:
    """Return a text without the difference between cases and between numbers of spaces."""
    return " ".join(tekst.split()).casefold()
