"""What fields mean beside each other, over every document: read from their declarations."""

from typing import Final

VOORVOEGSELS: Final = (
    "SAMENHANG",
    "PARTIJ",
)
"""The words with which the codes of this theme begin, after `GZ-`."""

MODULES: Final = {
    "aannemelijk": "*",
    "nummers": "*",
    "sleutels": "*",
    "tijd": "*",
    "waarden": "*",
}
"""Where its rules stand, each module with the kinds of document that these judge."""

REGELS: Final = (
    "sleutels.sleutel_uniek",
    "sleutels.verwijzing_bestaat",
    "tijd.tijdvak_niet_omgekeerd",
    "tijd.niet_in_de_toekomst",
    "tijd.in_volgorde",
    "tijd.geen_overlap",
    "nummers.agb_bestaat",
    "nummers.zorgsoort_past",
    "waarden.deel_van_geheel",
    "waarden.ingevuld",
    "waarden.aannemelijk",
    "sleutels.eenduidig",
    "waarden.past_bij_elkaar",
    "aannemelijk.niet_nul",
    "aannemelijk.niet_ver_weg",
)
"""The rules of this theme, in the order in which a report shows them."""
