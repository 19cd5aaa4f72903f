"""Money in whole eurocents, and exact percentages.

An amount is an ``int`` of eurocents, never a float. A percentage is an exact rational. Nothing
is rounded on the way: :func:`rond_af` is the only place where a fraction of a cent disappears,
and its caller names the direction.
"""

from enum import StrEnum
from fractions import Fraction
from typing import Final, final

from geboortezorg.bevroren import bevroren
from geboortezorg.lui import uitdrukking
from geboortezorg.tekst import Tekst, TekstFout, TypeFout

Exact = Fraction | int
"""A number without rounding; whole ones are an ``int``, with which computing costs least."""

_GEEN_EURO: Final = Tekst(
    "geen bedrag in euro met nul of twee decimalen", "no amount in euros with no or two decimals"
)
_GEEN_EUROCENT: Final = Tekst(
    "een bedrag is een geheel aantal eurocent; geef een int",
    "an amount is whole eurocents; give an int",
)
_NIET_EXACT: Final = Tekst(
    "dit getal is niet exact; geef een int of een Fraction, geen float",
    "this number is not exact; give an int or a Fraction, no float",
)
_EURO: Final = r"(-?)([0-9]{1,10})[.,]([0-9]{2})"
_GEHEEL: Final = r"(-?)([0-9]{1,10})"


def exact(getal: Exact) -> Exact:
    """Return the same number, as an ``int`` when it is whole."""
    return getal.numerator if getal.denominator == 1 else getal


class Afronding(StrEnum):
    """How a fraction of a cent is rounded."""

    REKENKUNDIG = "rekenkundig"
    """To the nearest cent; exactly half a cent away from zero."""
    OMLAAG = "omlaag"
    """To the lower cent."""
    OMHOOG = "omhoog"
    """To the higher cent."""


@final
@bevroren(order=True)
class Percentage:
    """An exact percentage, such as the ten percent of a max-maxtarief."""

    deel: Fraction
    """The percentage as a part of one: ten percent is ``Fraction(1, 10)``."""

    @classmethod
    def uit_basispunten(cls, basispunten: int) -> "Percentage":
        """Return the percentage of so many hundredths of a percent: 1000 is ten percent."""
        return cls(Fraction(basispunten, 10_000))

    def van(self, bedrag_eurocent: int) -> Fraction:
        """Return this percentage of an amount, exactly, in eurocents."""
        return self.deel * bedrag_eurocent

    def bovenop(self, bedrag_eurocent: int) -> Fraction:
        """Return the amount with this percentage added, exactly, in eurocents."""
        return bedrag_eurocent + self.van(bedrag_eurocent)

    def __str__(self) -> str:
        """Return the percentage in Dutch notation, exact when it has a finite expansion."""
        teller, noemer = self.deel.as_integer_ratio()
        procent, rest = divmod(100 * teller, noemer)
        if not rest:
            return f"{procent}%"
        return f"{100 * teller / noemer:.4f}".rstrip("0").replace(".", ",") + "%"


def rond_af(bedrag: Exact, afronding: Afronding) -> int:
    """Return whole eurocents; the one place where a fraction of a cent is dropped.

    Raises TypeError for a float: it was rounded already, in a way that nobody chose.
    """
    if isinstance(bedrag, int):
        return bedrag
    if not isinstance(bedrag, Fraction):
        raise TypeFout(_NIET_EXACT)
    if afronding is Afronding.OMLAAG:
        return bedrag.__floor__()
    if afronding is Afronding.OMHOOG:
        return bedrag.__ceil__()
    if bedrag >= 0:
        return (bedrag + Fraction(1, 2)).__floor__()
    return (bedrag - Fraction(1, 2)).__ceil__()


def lees_euro(tekst: str) -> int:
    """Return the eurocents of an amount written in euros: ``59,33``, ``59.33`` or ``59``.

    Raises ValueError, without the text, for anything else: one decimal, thousands separators,
    exponents, spaces and other scripts' digits are refused rather than guessed.
    """
    geheel = uitdrukking(_GEHEEL).fullmatch(tekst)
    if geheel is not None:
        return int(geheel[1] + geheel[2]) * 100
    euro = uitdrukking(_EURO).fullmatch(tekst)
    if euro is None:
        raise TekstFout(_GEEN_EURO)
    return int(euro[1] + euro[2] + euro[3])


def schrijf_euro(bedrag_eurocent: int) -> str:
    """Return an amount as :func:`lees_euro` reads it, and a Dutch spreadsheet too: ``1234,56``."""
    teken, euro, cent = _delen(bedrag_eurocent)
    return f"{teken}{euro},{cent:02d}"


def toon_euro(bedrag_eurocent: int) -> str:
    """Return an amount in Dutch notation: ``€ 1.234,56``."""
    teken, euro, cent = _delen(bedrag_eurocent)
    return f"€ {teken}{euro:,}".replace(",", ".") + f",{cent:02d}"


def _delen(bedrag_eurocent: int) -> tuple[str, int, int]:
    """Return the sign, the euros and the cents; TypeError for an amount that is not exact."""
    if not isinstance(bedrag_eurocent, int):
        raise TypeFout(_GEEN_EUROCENT)
    return ("-" if bedrag_eurocent < 0 else "", *divmod(abs(bedrag_eurocent), 100))
