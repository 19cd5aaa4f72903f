"""A text in the two languages of this library, always in this order: Dutch, English."""

from typing import Any, Final, final

from geboortezorg import taal
from geboortezorg.bevroren import bevroren


@final
@bevroren
class Tekst:
    """A fixed text in Dutch and English; ``{name}`` stands for a parameter."""

    nl: str
    en: str

    def in_taal(self, welke: str) -> str:
        """Return the text in Dutch, or in English when that is asked."""
        return self.en if welke == "en" else self.nl

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


class Tweetalig(Exception):
    """An error that says in both languages what is wrong and what to do.

    Its message is in the language that ``GEBOORTEZORG_TAAL`` asks for, or Dutch. Parameters are
    filled in when it is read: many an error is met by a program, and never shown.
    """

    def __init__(self, tekst: Tekst, **delen: "str | int | Tekst") -> None:
        super().__init__()
        self._tekst = tekst
        self._delen = delen

    @property
    def tekst(self) -> Tekst:
        """What is wrong and what to do, in both languages."""
        return self._tekst.met(**self._delen) if self._delen else self._tekst

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the text, so that the exception survives a process boundary."""
        return type(self), (self.tekst,)

    def __str__(self) -> str:
        """Return the text in the language of the environment."""
        return self.tekst.in_taal(taal.uit_omgeving())

    def __repr__(self) -> str:
        """Return the class and the text."""
        return f"{type(self).__name__}({str(self)!r})"


class TekstFout(Tweetalig, ValueError):
    """Such an error about a value that was given."""


class SleutelFout(Tweetalig, KeyError):
    """Such an error about a name under which there is nothing."""


class TypeFout(Tweetalig, TypeError):
    """Such an error about something of another type than what was called takes."""


TEKSTREGEL: Final = Tekst("tekstregel {nummer}", "line {nummer}")
"""Where something stands in a file of text."""
TEKSTPLAATS: Final = Tekst(
    f"{TEKSTREGEL.nl}, kolom {{kolom}}", f"{TEKSTREGEL.en}, column {{kolom}}"
)
"""The same with the character."""


def plat(tekst: str) -> str:
    """Return a text without the difference between cases and between numbers of spaces."""
    return " ".join(tekst.split()).casefold()


def kern(tekst: str) -> str:
    """Return the letters and digits of a text alone, without the difference between cases."""
    return "".join(filter(str.isalnum, tekst)).casefold()
