"""The one error of the identifier modules.

Most identifiers are personal data. The error therefore holds only which kind of identifier it is
and why it was refused: the text is fixed per pair of these, and the refused value is nowhere in
the exception, nor in its arguments, cause, context or pickled form.
"""

from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, final


class Nummersoort(StrEnum):
    """Which kind of identifier."""

    BSN = "bsn"
    AGB = "agb"
    UZOVI = "uzovi"
    KVK = "kvk"
    VESTIGINGSNUMMER = "vestigingsnummer"
    BIG = "big"
    URA = "ura"
    POSTCODE = "postcode"
    IBAN = "iban"


class Reden(StrEnum):
    """Why an identifier is refused; the first reason that holds, in this order."""

    TYPE = "type"
    """Not a plain ``str``."""
    LENGTE = "lengte"
    """Too short or too long."""
    TEKENS = "tekens"
    """A character that never occurs in this identifier, such as a space or a non-ASCII digit."""
    OPBOUW = "opbouw"
    """Right length and characters, but a letter or digit in the wrong place."""
    BEREIK = "bereik"
    """A part lies outside the range that is handed out."""
    CONTROLE = "controle"
    """The check digits do not agree with the rest."""
    ONBEKEND = "onbekend"
    """A part has a value that is not known to exist."""


_GEEN_TEKST: Final = "is not text"
_GEEN_CIJFERS: Final = "has a character other than the digits 0 to 9"
_GEEN_HOOFDLETTERS: Final = "has a character other than the capitals A to Z and the digits 0 to 9"


def _cijfers(naam: str, lengte: int) -> dict[Reden, str]:
    return {
        Reden.TYPE: f"{naam}: {_GEEN_TEKST}",
        Reden.LENGTE: f"{naam}: is not {lengte} characters long",
        Reden.TEKENS: f"{naam}: {_GEEN_CIJFERS}",
    }


TEKSTEN: Final = MappingProxyType(
    {
        Nummersoort.BSN: MappingProxyType(
            _cijfers("BSN", 9)
            | {
                Reden.BEREIK: "BSN: is all zeros",
                Reden.CONTROLE: "BSN: does not pass the elfproef",
            }
        ),
        Nummersoort.AGB: MappingProxyType(
            _cijfers("AGB", 8) | {Reden.BEREIK: "AGB: the zorgsoort or the volgnummer is all zeros"}
        ),
        Nummersoort.UZOVI: MappingProxyType(_cijfers("UZOVI", 4)),
        Nummersoort.KVK: MappingProxyType(_cijfers("KVK-nummer", 8)),
        Nummersoort.VESTIGINGSNUMMER: MappingProxyType(_cijfers("Vestigingsnummer", 12)),
        Nummersoort.BIG: MappingProxyType(_cijfers("BIG-nummer", 11)),
        Nummersoort.URA: MappingProxyType(_cijfers("URA", 8)),
        Nummersoort.POSTCODE: MappingProxyType(
            {
                Reden.TYPE: f"Postcode: {_GEEN_TEKST}",
                Reden.LENGTE: "Postcode: is not 6 characters long",
                Reden.TEKENS: f"Postcode: {_GEEN_HOOFDLETTERS}",
                Reden.OPBOUW: "Postcode: is not a digit 1 to 9, three digits and two capitals",
                Reden.ONBEKEND: "Postcode: the two letters are a combination that does not exist",
            }
        ),
        Nummersoort.IBAN: MappingProxyType(
            {
                Reden.TYPE: f"IBAN: {_GEEN_TEKST}",
                Reden.LENGTE: "IBAN: is not 15 to 34 characters long",
                Reden.TEKENS: f"IBAN: {_GEEN_HOOFDLETTERS}",
                Reden.OPBOUW: "IBAN: does not start with two capitals and two digits",
                Reden.CONTROLE: "IBAN: the check digits do not agree (mod 97)",
                Reden.ONBEKEND: "IBAN: unknown country, or not the layout of that country",
            }
        ),
    }
)
"""The fixed English text of each error. A kind has only the reasons that can occur for it."""


@final
class NummerFout(ValueError):
    """An identifier was refused; says which kind and why, never the value.

    Raises TypeError when there is no text for the pair, that too without repeating its arguments.
    """

    nummersoort: Nummersoort
    reden: Reden

    def __init__(self, nummersoort: Nummersoort, reden: Reden) -> None:
        if type(nummersoort) is not Nummersoort or type(reden) is not Reden:
            raise TypeError("expected a Nummersoort and a Reden")
        tekst = TEKSTEN[nummersoort].get(reden)
        if tekst is None:
            raise TypeError("this Reden does not occur for this Nummersoort")
        super().__init__(tekst)
        self.nummersoort = nummersoort
        self.reden = reden

    def __reduce__(self) -> tuple[Any, ...]:
        """Rebuild from kind and reason: the inherited way would call the class with the text."""
        return type(self), (self.nummersoort, self.reden), self.__dict__.copy()
