"""What the rules of this theme share: sources, the days of birth, and the zorgepisodes."""

from datetime import date
from operator import attrgetter
from typing import Final

from geboortezorg.model.dossier import Dossier
from geboortezorg.model.zorgepisode import Zorgepisode
from geboortezorg.model.zwangerschap import WijzeEinde
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.bronnen import bron
from geboortezorg.tijd import zwangerschapsduur_dagen

KERNSET: Final = bron("dossier-kernset")
KERNSET_UITLEG: Final = bron("dossier-kernset-uitleg")
PLAUSIBEL: Final = bron("dossier-plausibel")

PARTUS: Final = WijzeEinde.PARTUS

_GEBOREN: Final = attrgetter("geboren")


def episodes(w: Werkblad) -> list[tuple[str, Zorgepisode]]:
    """Return the zorgepisodes of a dossier, or the one that is the document, with their place."""
    return w.samen(_episodes)


def _episodes(w: Werkblad) -> list[tuple[str, Zorgepisode]]:
    if w.dossier is None:
        return [("", w.als(Zorgepisode))]
    return [(f"/zorgepisodes/{i}", e) for i, e in enumerate(w.dossier.zorgepisodes)]


def geboorten(dossier: Dossier) -> tuple[date, date] | None:
    """Return the days of the first and the last birth; None while the last is not known.

    A pregnancy that ended without a birth has its last day twice.
    """
    dagen = [kind.geboortedatum for kind in dossier.kinderen if kind.geboortedatum is not None]
    einde = dossier.zwangerschap.datum_einde
    if einde is None:
        if not dagen or len(dagen) < len(dossier.kinderen):
            return None
        einde = max(dagen)
    return min([*dagen, einde]), einde


def geboren(dossier: Dossier) -> int:
    """Return how many of the children are born."""
    return sum(map(_GEBOREN, dossier.kinderen))


def duur(dossier: Dossier, op: date | None) -> int | None:
    """Return the length of the pregnancy in days on a day, as far as the dossier tells."""
    a_terme = dossier.zwangerschap.a_terme_datum
    return None if a_terme is None or op is None else zwangerschapsduur_dagen(a_terme, op)
