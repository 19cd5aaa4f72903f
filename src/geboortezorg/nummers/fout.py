"""The one error of the identifier modules.

Most identifiers are personal data. The error therefore holds only which kind of identifier it is
and why it was refused: the text is fixed per pair of these, and the refused value is nowhere in
the exception, nor in its arguments, cause, context or pickled form.
"""

from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, final

from geboortezorg.tekst import Tekst, TekstFout


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


_TEKST: Final = Tekst("{naam}: {wat}; controleer het nummer", "{naam}: {wat}; check the number")
_GEEN_TEKST: Final = Tekst("is geen tekst (str)", "is not text (str)")
_LENGTE: Final = Tekst("is niet {lengte} tekens lang", "is not {lengte} characters long")
_GEEN_CIJFERS: Final = Tekst(
    "bevat een ander teken dan de cijfers 0 t/m 9", "has a character other than the digits 0 to 9"
)
_GEEN_HOOFDLETTERS: Final = Tekst(
    "bevat een ander teken dan de hoofdletters A t/m Z en de cijfers 0 t/m 9",
    "has a character other than the capitals A to Z and the digits 0 to 9",
)


def _cijfers(lengte: int) -> dict[Reden, Tekst]:
    return {
        Reden.TYPE: _GEEN_TEKST,
        Reden.LENGTE: _LENGTE.met(lengte=lengte),
        Reden.TEKENS: _GEEN_CIJFERS,
    }


_NAMEN: Final = {
    Nummersoort.BSN: "BSN",
    Nummersoort.AGB: "AGB",
    Nummersoort.UZOVI: "UZOVI",
    Nummersoort.KVK: "KVK-nummer",
    Nummersoort.VESTIGINGSNUMMER: "Vestigingsnummer",
    Nummersoort.BIG: "BIG-nummer",
    Nummersoort.URA: "URA",
    Nummersoort.POSTCODE: "Postcode",
    Nummersoort.IBAN: "IBAN",
}

TEKSTEN: Final = MappingProxyType(
    {
        Nummersoort.BSN: MappingProxyType(
            _cijfers(9)
            | {
                Reden.BEREIK: Tekst("bestaat uit nullen", "is all zeros"),
                Reden.CONTROLE: Tekst("voldoet niet aan de elfproef", "does not pass the elfproef"),
            },
        ),
        Nummersoort.AGB: MappingProxyType(
            _cijfers(8)
            | {
                Reden.BEREIK: Tekst(
                    "de zorgsoort of het volgnummer bestaat uit nullen",
                    "the zorgsoort or the volgnummer is all zeros",
                )
            },
        ),
        Nummersoort.UZOVI: MappingProxyType(_cijfers(4)),
        Nummersoort.KVK: MappingProxyType(_cijfers(8)),
        Nummersoort.VESTIGINGSNUMMER: MappingProxyType(_cijfers(12)),
        Nummersoort.BIG: MappingProxyType(_cijfers(11)),
        Nummersoort.URA: MappingProxyType(_cijfers(8)),
        Nummersoort.POSTCODE: MappingProxyType(
            {
                Reden.TYPE: _GEEN_TEKST,
                Reden.LENGTE: _LENGTE.met(lengte=6),
                Reden.TEKENS: _GEEN_HOOFDLETTERS,
                Reden.OPBOUW: Tekst(
                    "is niet een cijfer 1 t/m 9, drie cijfers en twee hoofdletters",
                    "is not a digit 1 to 9, three digits and two capitals",
                ),
                Reden.ONBEKEND: Tekst(
                    "de twee letters zijn een combinatie die niet bestaat",
                    "the two letters are a combination that does not exist",
                ),
            },
        ),
        Nummersoort.IBAN: MappingProxyType(
            {
                Reden.TYPE: _GEEN_TEKST,
                Reden.LENGTE: _LENGTE.met(lengte=Tekst("15 t/m 34", "15 to 34")),
                Reden.TEKENS: _GEEN_HOOFDLETTERS,
                Reden.OPBOUW: Tekst(
                    "begint niet met twee hoofdletters en twee cijfers",
                    "does not start with two capitals and two digits",
                ),
                Reden.CONTROLE: Tekst(
                    "de controlecijfers kloppen niet (mod 97)",
                    "the check digits do not agree (mod 97)",
                ),
                Reden.ONBEKEND: Tekst(
                    "het land is onbekend, of dit is niet de opbouw van dat land",
                    "unknown country, or not the layout of that country",
                ),
            },
        ),
    }
)
"""What is wrong, a fixed text for each error. A kind has only the reasons that can occur for it."""


@final
class NummerFout(TekstFout):
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
        super().__init__(_TEKST, naam=_NAMEN[nummersoort], wat=tekst)
        self.nummersoort = nummersoort
        self.reden = reden

    def __reduce__(self) -> tuple[Any, ...]:
        """Rebuild from kind and reason: the inherited way would call the class with the text."""
        return type(self), (self.nummersoort, self.reden), self.__dict__.copy()
