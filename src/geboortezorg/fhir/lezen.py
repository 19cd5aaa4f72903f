"""From text or parsed JSON to the resources in it, and from those to dossiers."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from geboortezorg.convert import (
    Invoerfout,
    Invoerreden,
    als_bytes,
    niet_te_diep,
    ontleed,
    zonder_dubbele_velden,
)
from geboortezorg.fhir.bron import Bron
from geboortezorg.fhir.dossiers import Samensteller
from geboortezorg.fhir.uitkomst import Leesuitkomst, Reden
from geboortezorg.fhir.verband import Verwijzingen

_ONGETELD: Final = -1
"""No tally of members: they are counted by reading the text once more."""


def lees(
    invoer: bytes | str | dict[str, Any] | Iterable[bytes | str | dict[str, Any]],
) -> Leesuitkomst:
    """Return the dossiers in resources of FHIR STU3, and what had no place in them.

    `invoer` is a Bundle, a resource, or several of these: as JSON or NDJSON in UTF-8, parsed, or
    any iterable of those. One pregnancy gives one dossier. Nothing is guessed: what is not told,
    or not in a way that we know, is in ``zonder_plaats`` and not in a dossier. Raises Invoerfout
    for what is no JSON; XML is not read.
    """
    bronnen: list[Bron] = []
    for url, gegeven in _resources(invoer):
        bron = Bron(len(bronnen), gegeven if type(gegeven) is dict else {})
        bron.volledige_url = url
        bronnen.append(bron)
    goed = []
    for bron in bronnen:
        if bron.soort == "*":
            bron.meld((), Reden.GEEN_RESOURCE)
        else:
            goed.append(bron)
    dossiers = Samensteller(Verwijzingen(goed)).dossiers()
    for bron in goed:
        bron.meld_rest()
    return Leesuitkomst(
        dossiers=dossiers,
        zonder_plaats=tuple(
            dict.fromkeys(melding for bron in bronnen for melding in bron.meldingen)
        ),
    )


def _resources(invoer: object) -> Iterator[tuple[object, Any]]:
    """Yield each resource with its fullUrl; the entries of a Bundle instead of the Bundle."""
    for deel in _delen(invoer):
        entries = deel.get("entry") if _is_bundle(deel) else None
        if type(entries) is list:
            for entry in entries:
                waarden = entry if type(entry) is dict else {}
                yield waarden.get("fullUrl"), waarden.get("resource")
        elif not _is_bundle(deel):
            yield None, deel


def _is_bundle(deel: object) -> bool:
    return type(deel) is dict and deel.get("resourceType") == "Bundle"


def _delen(invoer: object) -> Iterator[Any]:
    if isinstance(invoer, str | bytes | bytearray | memoryview):
        yield from ontleed_resources(invoer)
    elif isinstance(invoer, dict):
        niet_te_diep(invoer)
        yield invoer
    elif isinstance(invoer, Iterable):
        for deel in invoer:
            if isinstance(deel, str | bytes | bytearray | memoryview | dict):
                yield from _delen(deel)
            else:
                yield deel
    else:
        yield invoer


def ontleed_resources(invoer: bytes | bytearray | memoryview | str) -> Iterator[Any]:
    """Yield what a text holds: the one JSON value, the items of a list, or one on every line.

    Raises Invoerfout when not even the first text line is JSON; None stands for a later one.
    """
    data = als_bytes(invoer)
    try:
        gegeven = _ontleed(data)
    except Invoerfout as fout:
        tekstregels = [tekstregel for tekstregel in data.splitlines() if tekstregel.strip()]
        if fout.reden is not Invoerreden.GEEN_JSON or len(tekstregels) < 2:
            raise
        eerste = _ontleed(tekstregels[0])
    else:
        yield from gegeven if type(gegeven) is list else [gegeven]
        return
    yield eerste
    for tekstregel in tekstregels[1:]:
        try:
            yield _ontleed(tekstregel)
        except Invoerfout:
            yield None


def _ontleed(data: bytes) -> Any:
    gegeven = ontleed(data)
    niet_te_diep(gegeven)
    zonder_dubbele_velden(data, _ONGETELD)
    return gegeven
