"""Which names look like one that is not known."""

import difflib
import re
from collections.abc import Sequence
from typing import Final

_MEESTE: Final = 3
_LANGSTE_NAAM: Final = 60
_KORTSTE_DEEL: Final = 3
_NAAM_LIJKT: Final = 0.7
_WOORD_LIJKT: Final = 0.8


def lijkt(naam: str, namen: Sequence[str]) -> tuple[str, ...]:
    """Return at most three of these names: the same but for capitals and signs, or else alike.

    Alike is a name that differs in a letter or is longer; where there is none, one of which every
    word stands in the other, or the reverse, in any order and almost so written:
    `Volledige verloskundige zorg` is perhaps `verloskunde-volledig`.
    """
    gezocht = re.sub(r"[\W_]+", "-", naam[:_LANGSTE_NAAM].lower()).strip("-")
    kern = gezocht.replace("-", "")
    langer = [
        ander for ander in namen if len(kern) >= _KORTSTE_DEEL and kern in ander.replace("-", "")
    ]
    zelfde = [ander for ander in langer if kern == ander.replace("-", "")]
    if zelfde:
        return tuple(zelfde[:_MEESTE])
    gelijkend = difflib.get_close_matches(gezocht, namen, _MEESTE, _NAAM_LIJKT)
    gevonden = gelijkend + langer
    if not gevonden and "-" in gezocht:
        gevonden = [ander for ander in namen if _herschikt(ander, gezocht.split("-"))]
    return tuple(dict.fromkeys(gevonden))[:_MEESTE]


def _herschikt(ander: str, woorden: list[str]) -> bool:
    delen = ander.split("-")
    return len(delen) > 1 and (_alle_in(delen, woorden) or _alle_in(woorden, delen))


def _alle_in(woorden: list[str], andere: list[str]) -> bool:
    return all(difflib.get_close_matches(woord, andere, 1, _WOORD_LIJKT) for woord in woorden)
