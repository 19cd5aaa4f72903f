"""Shape tests and the explicit repair that the identifier modules share."""

from typing import Final

from geboortezorg.nummers.fout import NummerFout, Nummersoort, Reden

# What people write between the parts of a number: white space, full stops and hyphens, with the
# non-breaking and typographic forms that word processors make of them.
_SCHEIDING: Final = dict.fromkeys(
    map(ord, " \t\r\n\u00a0\u2007\u2009\u202f.-\u2010\u2011\u2012\u2013")
)

# Not str.upper(): it turns some letters outside ASCII into A to Z (the sharp s into two of them).
_HOOFDLETTERS: Final = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")

_HOOFDLETTERS_EN_CIJFERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def zonder_scheiding(tekst: str, nummersoort: Nummersoort, *, hoofdletters: bool = False) -> str:
    """Return the text without separators, and with ASCII letters as capitals when asked.

    Raises NummerFout (reden ``type``) when it is not a plain ``str``.
    """
    if type(tekst) is not str:
        raise NummerFout(nummersoort, Reden.TYPE)
    kaal = tekst.translate(_SCHEIDING)
    return kaal.translate(_HOOFDLETTERS) if hoofdletters else kaal


def cijfers(tekst: object, lengte: int) -> Reden | None:
    """Return why this is not exactly so many ASCII digits, or None when it is.

    The type is compared exactly: a subclass of ``str`` can answer anything to ``len``, and
    asking ``isinstance`` of a hostile object can raise.
    """
    if type(tekst) is not str:
        return Reden.TYPE
    if len(tekst) != lengte:
        return Reden.LENGTE
    if not (tekst.isascii() and tekst.isdigit()):
        return Reden.TEKENS
    return None


def hoofdletters_en_cijfers(tekst: str, min_lengte: int, max_lengte: int) -> Reden | None:
    """Return why this is not a text of A to Z and 0 to 9 of such a length, or None when it is."""
    if not min_lengte <= len(tekst) <= max_lengte:
        return Reden.LENGTE
    # Only a text of nothing but these characters is stripped to nothing.
    if tekst.strip(_HOOFDLETTERS_EN_CIJFERS):
        return Reden.TEKENS
    return None
