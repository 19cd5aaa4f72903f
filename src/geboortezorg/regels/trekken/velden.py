"""Whether one reading of all fields shows that each means what it should."""

from typing import Final

from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.samenhang.lezen import Gelezen
from geboortezorg.regels.trekken.blik import Blik, kijkt
from geboortezorg.regels.werkblad import Werkblad


def _velden(w: Werkblad) -> bool:
    return not w.samen(Gelezen).zeker


BLIK: Final = Blik(kijkt(Trek.VELDEN, _velden), (Trek.VELDEN,))
