"""A dossier that hangs together: episodes, pregnancy and children."""

from typing import Final

VOORVOEGSELS: Final = (
    "DOSSIER",
    "ZWANGERSCHAP",
    "KIND",
)
"""The words with which the codes of this theme begin, after `GZ-`."""

MODULES: Final = {
    "bevoegd": "dossier zorgepisode",
    "fasen": "dossier zorgepisode",
    "geboorte": "dossier",
    "kind": "dossier",
    "overname": "dossier zorgepisode",
    "verloop": "dossier zorgepisode overeenkomst",
    "zwangerschap": "dossier",
}
"""Where its rules stand, each module with the kinds of document that these judge."""

BLIKKEN: Final = {"gewoon.BLIK": "dossier"}
"""Its looks at a document before any rule is run, with the kinds that each sees."""

REGELS: Final = (
    "verloop.looptijd_niet_omgekeerd",
    "verloop.verwijzingen_kloppen",
    "fasen.perioden_passen_bij_einde",
    "verloop.een_eindverantwoordelijke",
    "verloop.verwijzing_binnen_episode",
    "fasen.periode_van_verwijzing",
    "bevoegd.verantwoordelijk_voor_baring",
    "verloop.rond_de_zwangerschap",
    "bevoegd.echelon_past",
    "bevoegd.verantwoordelijk_na_overname",
    "overname.overname_klopt",
    "overname.lijn_past_bij_risico",
    "zwangerschap.duur_mogelijk",
    "zwangerschap.pariteit_kleiner",
    "zwangerschap.kind_bij_partus",
    "zwangerschap.einde_klopt",
    "zwangerschap.leeftijd_mogelijk",
    "kind.geboortedatum_bij_geboren",
    "kind.gegevens_na_geboorte",
    "geboorte.sterfte_klopt",
    "kind.aantal_kinderen",
    "kind.einde_is_laatste_geboorte",
    "kind.eigen_bsn",
    "geboorte.geboorten_op_volgorde",
    "geboorte.kind_past_bij_duur",
)
"""The rules of this theme, in the order in which a report shows them."""
