"""What is plain to see of a document, of which rules say that it gives them occasion to judge."""

from typing import Final

from geboortezorg.regels.trekken import dossierfeiten, kraamzorg, lijnen, velden
from geboortezorg.regels.trekken.blik import Blik

BLIKKEN: Final[tuple[Blik, ...]] = (
    velden.BLIK,
    *lijnen.BLIKKEN,
    *dossierfeiten.BLIKKEN,
    *kraamzorg.BLIKKEN,
)
"""Every look; each trait is seen in one of them."""
