"""Where the places of findings are in the files that were read."""

from collections.abc import Mapping
from typing import Final

from geboortezorg.cli.invoer import Invoer
from geboortezorg.convert.plaatsen import Plaats, locate
from geboortezorg.rapport import Rapport

_BEGIN: Final = Plaats(1, 1)


def waar(rapport: Rapport, document: Invoer, *, alle: bool = False) -> Mapping[str, Plaats]:
    """Return where in its file each finding stands: its first place, or with `alle` every one.

    What could not be opened has no places. In NDJSON a document is one line of its file.
    """
    if not isinstance(document.inhoud, bytes):
        return {}
    paden = [p for b in rapport.bevindingen for p in (b.plaatsen if alle else (b.pad,))]
    gevonden = _bij_lezen(rapport) or locate(document.inhoud, paden)
    if document.tekstregel is None:
        return gevonden
    if not gevonden:
        gevonden = dict.fromkeys(paden, _BEGIN)
    return {pad: Plaats(document.tekstregel, plaats.kolom) for pad, plaats in gevonden.items()}


def _bij_lezen(rapport: Rapport) -> dict[str, Plaats]:
    """Return where reading came to a halt, for a text that is no JSON."""
    for bevinding in rapport.bevindingen:
        waarden = {p.naam: p.waarde for p in bevinding.parameters}
        if not bevinding.pad and "kolom" in waarden:
            return {"": Plaats(int(waarden["tekstregel"]), int(waarden["kolom"]))}
    return {}
