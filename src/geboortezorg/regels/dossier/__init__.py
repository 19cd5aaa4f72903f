"""A dossier that hangs together: episodes, pregnancy and children."""

from typing import Final

from geboortezorg.regels.dossier import verloop, zwangerschap
from geboortezorg.regels.regel import Regel

VOORVOEGSELS: Final = (
    "DOSSIER",
    "ZWANGERSCHAP",
    "KIND",
)
"""The words with which the codes of this theme begin, after `GZ-`."""

REGELS: Final[tuple[Regel, ...]] = (
    verloop.looptijd_niet_omgekeerd,
    verloop.verwijzingen_kloppen,
    verloop.perioden_passen_bij_einde,
    verloop.een_eindverantwoordelijke,
    verloop.verwijzing_binnen_episode,
    zwangerschap.duur_mogelijk,
    zwangerschap.pariteit_kleiner,
    zwangerschap.kind_bij_partus,
    zwangerschap.geboortedatum_bij_geboren,
    zwangerschap.gegevens_na_geboorte,
    zwangerschap.sterfte_klopt,
    zwangerschap.aantal_kinderen,
    zwangerschap.einde_is_laatste_geboorte,
)
"""The rules of this theme, in the order in which a report shows them."""
