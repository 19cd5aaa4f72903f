"""Whether one reading of all fields shows that each means what it should."""

from collections.abc import Collection
from typing import Final

from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.samenhang.lezen import gelezen
from geboortezorg.regels.trekken.blik import Blik
from geboortezorg.regels.werkblad import Werkblad

_GEZIEN: Final = (Trek.VELDEN,)


def _kijk(w: Werkblad) -> Collection[Trek]:
    return () if w.samen(gelezen).zeker else _GEZIEN


BLIK: Final = Blik(_kijk, _GEZIEN)
