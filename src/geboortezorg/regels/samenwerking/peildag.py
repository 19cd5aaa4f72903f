"""The day for which a VSV is judged."""

from datetime import date
from typing import Final

from geboortezorg.model.vsv import VSV
from geboortezorg.regels.regel import Tekst
from geboortezorg.regels.werkblad import Werkblad

DATUM_ONBEKEND: Final = Tekst(
    "Voor welke dag het VSV is beschreven is niet bekend. Vul peildatum in of geef de "
    "beoordelingsdatum mee.",
    "For which day the VSV is described is not known. Supply peildatum or the day of judging.",
)


def dag_van(w: Werkblad) -> date | None:
    """Return the day for which the VSV is judged: its own, or that of judging."""
    return w.als(VSV).peildatum or w.context.beoordelingsdatum
