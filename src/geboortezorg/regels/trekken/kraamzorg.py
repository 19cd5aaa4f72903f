"""What is plain to see of kraamzorg: only documents with lines or a dossier need the look."""

from collections.abc import Collection
from typing import Final

from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.trekken.blik import Blik, kijkt
from geboortezorg.regels.werkblad import Werkblad


def _kraamzorg(w: Werkblad) -> Collection[Trek]:
    from geboortezorg.regels.kraamzorg.gewoon import bijzonder  # noqa: PLC0415

    return bijzonder(w)


def _bevaldag(w: Werkblad) -> bool:
    from geboortezorg.regels.kraamzorg.gewoon import andere_bevaldag  # noqa: PLC0415

    return andere_bevaldag(w)


BLIKKEN: Final = (
    Blik(
        _kraamzorg,
        (Trek.KRAAMZORG, Trek.AANMELDING, Trek.PARTUSASSISTENTIE, Trek.KRAAMZORGINDICATIE),
        frozenset({"dossier", "declaratie"}),
    ),
    # In a dossier the day of birth on a line is held against that of the dossier.
    Blik(kijkt(Trek.BEVALDAG, _bevaldag), (Trek.BEVALDAG,), frozenset({"declaratie"})),
)
