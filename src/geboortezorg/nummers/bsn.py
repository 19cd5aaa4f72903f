"""BSN (burgerservicenummer): nine digits, of which the last is a check digit. Personal data.

Weights 9 to 2 and -1; the sum is divisible by 11 (elfproef). A leading zero counts: an eight-digit
BSN is an error here, and nothing is ever padded.
Sources: the elfproef as in python-stdnum; exactly nine digits as in the Nictiz Schematron for
HL7v3; the dummy in the filling instructions of Vektis (AW319).
"""

from typing import Final

from geboortezorg.nummers import _vorm
from geboortezorg.nummers.fout import NummerFout, Nummersoort, Reden

PATROON: Final = "^[0-9]{9}$"
"""What a pattern can say of a BSN. The elfproef is content, so it is not part of the shape."""
MIN_LENGTE: Final = 9
MAX_LENGTE: Final = 9

DUMMY: Final = "999999999"
"""What a declaratie holds when no BSN is known (EI standard). Not a BSN: fails the elfproef."""

_NULLEN: Final = "000000000"

# The elfproef over character codes instead of digits: each code is 48 too high, times the sum of
# the weights (43), and 48 * 43 leaves this remainder.
_REST: Final = 48 * 43 % 11


def elfproef(tekst: str) -> bool:
    """Say whether a text is nine ASCII digits, not all zero, that pass the elfproef.

    The same answer as `is_valid`, several times faster: meant for rules over many documents.
    """
    if len(tekst) != MAX_LENGTE or not tekst.isascii() or not tekst.isdigit():
        return False
    a, b, c, d, e, f, g, h, i = tekst.encode()
    som = 9 * a + 8 * b + 7 * c + 6 * d + 5 * e + 4 * f + 3 * g + 2 * h - i
    return som % 11 == _REST and tekst != _NULLEN


def _reden(tekst: object) -> Reden | None:
    if type(tekst) is not str:
        return Reden.TYPE
    reden = _vorm.cijfers(tekst, MAX_LENGTE)
    if reden is not None:
        return reden
    if tekst == _NULLEN:
        return Reden.BEREIK
    # Imported late because it loads ssl, and asked after the shape test because it pads.
    from stdnum.nl import bsn as stdnum_bsn  # noqa: PLC0415

    return None if stdnum_bsn.is_valid(tekst) else Reden.CONTROLE


def compact(tekst: str) -> str:
    """Return the text without the spaces, full stops and hyphens that people write in a BSN.

    An explicit repair, which only a caller asks for. It adds nothing and checks nothing.
    Raises NummerFout when it is not text.
    """
    return _vorm.zonder_scheiding(tekst, Nummersoort.BSN)


def validate(tekst: str) -> str:
    """Return the same text when it is a valid BSN; raises NummerFout otherwise, never repairs."""
    reden = _reden(tekst)
    if reden is not None:
        raise NummerFout(Nummersoort.BSN, reden)
    return tekst


def is_valid(tekst: object) -> bool:
    """Say whether this is a valid BSN; never raises, whatever the object."""
    return _reden(tekst) is None


def format(tekst: str) -> str:  # noqa: A001
    """Return a valid BSN in groups of 4, 2 and 3 with full stops; raises NummerFout otherwise."""
    geldig = validate(tekst)
    return f"{geldig[:4]}.{geldig[4:6]}.{geldig[6:]}"
