"""The ways to go from bytes to reports: ours, and what those of the peers are called."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from meten import Variant
from vormen import context

from geboortezorg import dump, validate
from geboortezorg.batch import validate_many
from geboortezorg.convert import Vormfouten, lees_document, lees_snel
from geboortezorg.rapport import Rapport

CONTEXT: Final = context()
VORM: Final = frozenset({"vorm"})


def lezen(lees: Callable[[bytes], object], fout: type[Exception]) -> Variant:
    """Return bytes to models."""

    def doe(data: Sequence[bytes]) -> list[bool]:
        uit = []
        for document in data:
            try:
                lees(document)
            except fout:
                uit.append(False)
            else:
                uit.append(True)
        return uit

    return Variant(doe, VORM)


def rapporten(maak: Callable[[Sequence[bytes]], Iterable[Rapport | None]]) -> Variant:
    """Return bytes to reports; there need not be one on a document of the wrong shape."""
    return Variant(lambda data: [rapport is not None and rapport.akkoord for rapport in maak(data)])


def geschreven(maak: Callable[[Sequence[bytes]], Iterable[Rapport]]) -> Variant:
    """Return bytes to the bytes of reports."""

    def doe(data: Sequence[bytes]) -> list[bool]:
        uit = []
        for rapport in maak(data):
            dump(rapport)
            uit.append(rapport.akkoord)
        return uit

    return Variant(doe)


def _een_voor_een(data: Sequence[bytes]) -> Iterable[Rapport]:
    return (validate(document, context=CONTEXT) for document in data)


def _samen(data: Sequence[bytes]) -> Iterable[Rapport]:
    return validate_many(data, context=CONTEXT)


LEZEN: Final = "geboortezorg: bytes to what is judged"
EEN: Final = "geboortezorg: `validate`"
SAMEN: Final = "geboortezorg: `validate_many`"
SAMEN_GESCHREVEN: Final = "geboortezorg: `validate_many`, and `dump`"

PYDANTIC: Final = "pydantic: bytes to model"
PYDANTIC_A: Final = "pydantic (A): bytes to report"
PYDANTIC_B: Final = "pydantic (B): bytes to report"

EIGEN: Final = {
    "geboortezorg: bytes to model": lezen(lees_document, Vormfouten),
    LEZEN: lezen(lees_snel, Vormfouten),
    EEN: rapporten(_een_voor_een),
    "geboortezorg: `validate`, and `dump`": geschreven(_een_voor_een),
    SAMEN: rapporten(_samen),
    SAMEN_GESCHREVEN: geschreven(_samen),
}


def _json_alleen(data: Sequence[bytes]) -> list[bool]:
    return [json.loads(document) is not None for document in data]


PARSEN: Final = {"`json.loads`": Variant(_json_alleen, frozenset())}
