"""What fields mean beside each other, over every document, and tables beside each other."""

from typing import Final

VOORVOEGSELS: Final = (
    "SAMENHANG",
    "PARTIJ",
    "TABEL",
    "CONTEXT",
)
"""The words with which the codes of this theme begin, after `GZ-`."""

MODULES: Final = {
    "aannemelijk": "*",
    "nummers": "*",
    "sleutels": "*",
    "tabel": "prestatielijst tarieftabel normtabel context",
    "tabelwaarden": "prestatielijst tarieftabel normtabel context",
    "tijd": "*",
    "vancontext": "context",
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
    "tabel.te_gebruiken",
    "tabelwaarden.aannemelijk_naast_bekend",
    "vancontext.overeenkomsten_met_wie",
)
"""The rules of this theme, in the order in which a report shows them."""
