"""Participants of which it is not stated what they are."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from geboortezorg.model.partijen import Deelnemer
from geboortezorg.tekst import Tekst

DISCIPLINE_ONBEKEND: Final = Tekst(
    "Of er op deze dag een {discipline} meedoet is niet bekend: van deze deelnemer ontbreekt de "
    "discipline. Vul discipline in. Een organisatie met meer disciplines staat er per discipline.",
    "Whether a {discipline} takes part on this day is not known: the discipline of this participant "
    "is missing. Supply discipline. An organisation of several disciplines stands there once for "
    "each.",
)


def discipline_onbekend(deelnemers: Iterable[Deelnemer], op: date) -> str | None:
    """Return the place of the first discipline that is missing of who takes part on a day."""
    for plaats, deelnemer in enumerate(deelnemers):
        if deelnemer.zorgaanbieder.discipline is None and deelnemer.looptijd.bevat(op):
            return f"/deelnemers/{plaats}/zorgaanbieder/discipline"
    return None
