"""Words that give away in which language a sentence is."""

import re
from typing import Final

from geboortezorg.tekst import Tekst

_PARAMETER: Final = re.compile(r"\{[a-z_]+\}|--[a-z-]+|one of: [a-z_, ]+|norm [a-z]+-[a-z-]+")
_NEDERLANDS: Final = re.compile(
    r"\b(de|het|een|niet|voor|wordt|zijn|deze|dag|regel|maar|geen|of de|tussen|hooguit|verbeter)\b"
)
_ENGELS: Final = re.compile(
    r"\b(the|is not|with|which|must|does|are|before|after|supply|correct)\b", re.IGNORECASE
)


def is_engels(tekst: str) -> None:
    """Fail when a sentence has Dutch words in it."""
    assert _NEDERLANDS.search(_PARAMETER.sub("", tekst)) is None, tekst


def in_eigen_taal(tekst: Tekst) -> None:
    """Fail when the Dutch has English words in it, or the English Dutch."""
    is_engels(tekst.en)
    assert _ENGELS.search(_PARAMETER.sub("", tekst.nl)) is None, tekst.nl
