"""IBAN: two letters for the country, two check digits (mod 97) and the account.

The strict form has capitals and no spaces. The country must be one that python-stdnum knows, and
the account must have the layout of that country; lists of bank codes and the check digits of
national account numbers are not consulted, because such lists age and would refuse good numbers.
Source: python-stdnum (ISO 7064 mod 97-10). The IBAN of a person is personal data.
"""

import re
from typing import Final

from geboortezorg.nummers import _vorm
from geboortezorg.nummers.fout import NummerFout, Nummersoort, Reden

PATROON: Final = "^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$"
"""The shape. In Python a ``$`` lets a final newline through, and the length is variable: use
`TEKENS` beside it."""
TEKENS: Final = "A-Z0-9"
"""Inside of the character class to which every character belongs."""
MIN_LENGTE: Final = 15
MAX_LENGTE: Final = 34


def _reden(tekst: object) -> Reden | None:
    if type(tekst) is not str:
        return Reden.TYPE
    reden = _vorm.hoofdletters_en_cijfers(tekst, MIN_LENGTE, MAX_LENGTE)
    if reden is not None:
        return reden
    if re.fullmatch(PATROON, tekst) is None:
        return Reden.OPBOUW
    # Imported late because it reads a table and loads ssl, and asked after the shape test because
    # it repairs.
    from stdnum import iban as stdnum_iban  # noqa: PLC0415
    from stdnum.iso7064 import mod_97_10  # noqa: PLC0415

    if not mod_97_10.is_valid(tekst[4:] + tekst[:4]):
        return Reden.CONTROLE
    return None if stdnum_iban.is_valid(tekst, check_country=False) else Reden.ONBEKEND


def compact(tekst: str) -> str:
    """Return the text without spaces, full stops and hyphens, and its ASCII letters as capitals.

    An explicit repair, which only a caller asks for. It adds nothing and checks nothing.
    Raises NummerFout when it is not text.
    """
    return _vorm.zonder_scheiding(tekst, Nummersoort.IBAN, hoofdletters=True)


def validate(tekst: str) -> str:
    """Return the same text when it is a valid IBAN; raises NummerFout otherwise, never repairs."""
    reden = _reden(tekst)
    if reden is not None:
        raise NummerFout(Nummersoort.IBAN, reden)
    return tekst


def is_valid(tekst: object) -> bool:
    """Say whether this is a valid IBAN in strict form; never raises, whatever the object."""
    return _reden(tekst) is None


def format(tekst: str) -> str:  # noqa: A001
    """Return a valid IBAN in groups of four characters; raises NummerFout otherwise."""
    geldig = validate(tekst)
    return " ".join(geldig[plaats : plaats + 4] for plaats in range(0, len(geldig), 4))
