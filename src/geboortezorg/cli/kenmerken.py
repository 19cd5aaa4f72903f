"""What a document is counted under in a summary: who declares, and the month of the care."""

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from geboortezorg.cli.invoer import Invoer
from geboortezorg.convert import Invoerfout, ontleed
from geboortezorg.nummers import agb

ANDERS: Final = "anders"
"""A kind of declarant that is in no table of ours."""

ONBEKEND: Final = "onbekend"
"""What the document does not say."""

_MAAND: Final = re.compile("((?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2]))-[0-9]{2}")


class Kenmerken(NamedTuple):
    """Under what a document is counted; neither is about one person."""

    declaranten: frozenset[str]
    """The zorgsoort of each declarant, by its two digits."""
    maand: str
    """The month of the first day of its first declaratieregel, as YYYY-MM."""


def kenmerken(document: Invoer) -> Kenmerken:
    """Return under what a document is counted, whatever is wrong with it."""
    delen = list(_declaratieregels(document))
    soorten = {_soort(deel.get("zorgaanbieder_agb")) for deel in delen}
    maanden = [maand for deel in delen if (maand := _maand(deel.get("periode"))) is not None]
    return Kenmerken(frozenset(soorten or {ONBEKEND}), min(maanden, default=ONBEKEND))


def _declaratieregels(document: Invoer) -> Iterator[dict[str, Any]]:
    gelezen: Any = None
    if document.rijen is not None:
        gelezen = document.rijen.document
    elif isinstance(document.inhoud, bytes):
        try:
            gelezen = ontleed(document.inhoud)
        except Invoerfout:
            return
    declaratieregels = gelezen.get("declaratieregels") if isinstance(gelezen, dict) else None
    for declaratieregel in declaratieregels if isinstance(declaratieregels, list) else ():
        if isinstance(declaratieregel, dict):
            yield declaratieregel


def _soort(gegeven: object) -> str:
    if not isinstance(gegeven, str) or not agb.is_valid(gegeven):
        return ONBEKEND
    soort = agb.zorgsoort(gegeven)
    return ANDERS if agb.zorgsoort_naam(soort) is None else soort


def _maand(periode: object) -> str | None:
    van = periode.get("van") if isinstance(periode, dict) else None
    gevonden = _MAAND.fullmatch(van) if isinstance(van, str) else None
    return None if gevonden is None else gevonden[1]
