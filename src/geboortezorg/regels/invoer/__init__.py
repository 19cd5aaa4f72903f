"""Input as such: can it be read, has it the right shape, do its numbers exist."""

from typing import Final

VOORVOEGSELS: Final = (
    "INVOER",
    "VORM",
    "NUMMER",
    "INDELING",
)
"""The words with which the codes of this theme begin, after `GZ-`."""

MODULES: Final = {
    "indeling": "ei_indeling",
    "nummers": "dossier declaratie",
    "vorm": "*",
}
"""Where its rules stand, each module with the kinds of document that these judge."""

REGELS: Final = (
    "vorm.invoer",
    "vorm.vorm",
    "nummers.bsn_elfproef",
    "nummers.postcode_bestaat",
    "nummers.iban_klopt",
    "indeling.beschrijft_elk_record",
)
"""The rules of this theme, in the order in which a report shows them."""

SLOT: Final = ("vorm.inhoud",)
"""What is asked when all other rules have answered."""
