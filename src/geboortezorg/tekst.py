"""A text in the two languages of this library, always in this order: Dutch, English."""

from typing import Final, final

import attrs


@final
@attrs.frozen
class Tekst:
    """A fixed text in Dutch and English; ``{name}`` stands for a parameter."""

    nl: str
    en: str

    def met(self, **delen: "str | int | Tekst") -> "Tekst":
        """Return the text with its parameters filled in; a part in two languages in each its own."""
        gevuld = {
            naam: deel if isinstance(deel, Tekst) else Tekst(str(deel), str(deel))
            for naam, deel in delen.items()
        }
        return Tekst(
            self.nl.format_map({naam: deel.nl for naam, deel in gevuld.items()}),
            self.en.format_map({naam: deel.en for naam, deel in gevuld.items()}),
        )


TEKSTREGEL: Final = Tekst("tekstregel {nummer}", "line {nummer}")
"""Where something stands in a file of text."""


def plat(tekst: str) -> str:
    """Return a text without the difference between cases and between numbers of spaces."""
    return " ".join(tekst.split()).casefold()
