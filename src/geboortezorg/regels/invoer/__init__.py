"""Input as such: can it be read, has it the right shape, do its numbers exist."""

from typing import Final

from geboortezorg.regels.invoer import indeling, nummers, vorm
from geboortezorg.regels.regel import Regel

VOORVOEGSELS: Final = (
    "INVOER",
    "VORM",
    "NUMMER",
    "INDELING",
)
"""The words with which the codes of this theme begin, after `GZ-`."""

REGELS: Final[tuple[Regel, ...]] = (
    vorm.invoer,
    vorm.vorm,
    nummers.bsn_elfproef,
    nummers.postcode_bestaat,
    nummers.iban_klopt,
    indeling.beschrijft_elk_record,
)
"""The rules of this theme, in the order in which a report shows them."""

SLOT: Final[tuple[Regel, ...]] = (vorm.inhoud,)
"""What is asked when all other rules have answered."""
