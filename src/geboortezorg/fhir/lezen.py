"""From text or parsed JSON to the resources in it, and from those to dossiers."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeGuard

from geboortezorg.convert import (
    Invoerfout,
    Invoerreden,
    als_bytes,
    niet_te_diep,
    ontleed_alles,
)
from geboortezorg.fhir.bron import Bron
from geboortezorg.fhir.dossiers import Samensteller
from geboortezorg.fhir.uitkomst import Leesuitkomst, Reden, ZonderPlaats
from geboortezorg.fhir.verband import Verwijzingen


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
    bladzijden: list[_Bladzijde] = []
    for deel in _delen(invoer):
        bronnen += _bronnen(deel, len(bronnen), bladzijden)
    goed = []
    for bron in bronnen:
        if bron.soort == "*":
            bron.meld((), Reden.GEEN_RESOURCE)
        else:
            goed.append(bron)
        for plek in bron.deelplekken():
            bron.meld(plek, Reden.GEDEELTELIJK)
    dossiers = Samensteller(Verwijzingen(goed)).dossiers()
    for bron in goed:
        bron.meld_rest()
    return Leesuitkomst(
        dossiers=dossiers,
        zonder_plaats=tuple(
            dict.fromkeys(
                [
                    *(melding for bron in bronnen for melding in bron.meldingen),
                    *_niet_heel(bladzijden),
                ]
            )
        ),
    )


class _Bladzijde(NamedTuple):
    """A Bundle that may be one page of more."""

    laatste: int
    """Its last resource in the input, or that before it when it has none."""
    links: dict[str, list[object]]
    """The addresses by how they relate to it."""
    gedeeltelijk: bool
    """Whether it says that it is a part only."""


def _bronnen(
    deel: object, begin: int, bladzijden: list[_Bladzijde], *, begrepen: bool = True
) -> list[Bron]:
    """Return a resource, or those in the entries of a Bundle; note the Bundle among the pages."""
    if not _is_bundle(deel):
        bron = Bron(begin, deel if type(deel) is dict else {})
        bron.omhulsel_begrepen = begrepen
        return [bron]
    bundel = Bron(begin, deel)
    begrepen = begrepen and "implicitRules" not in bundel.gegeven
    uit: list[Bron] = []
    for _, entry in bundel.delen("entry"):
        waarden = entry if type(entry) is dict else {}
        zo = begrepen and "modifierExtension" not in waarden
        bronnen = _bronnen(waarden.get("resource"), begin + len(uit), bladzijden, begrepen=zo)
        if not _is_bundle(waarden.get("resource")):
            bronnen[0].volledige_url = waarden.get("fullUrl")
        uit += bronnen
    links: dict[str, list[object]] = {}
    for _, link in bundel.delen("link"):
        if type(link) is dict and type(link.get("relation")) is str:
            links.setdefault(link["relation"], []).append(link.get("url"))
    laatste = max(0, begin + len(uit) - 1)
    bladzijden.append(_Bladzijde(laatste, links, bool(bundel.deelplekken())))
    return uit


def _niet_heel(bladzijden: list[_Bladzijde]) -> Iterator[ZonderPlaats]:
    """Yield what says that a Bundle is not whole, or that a page follows which is not in the input."""
    zelf, vorige = (
        {url for een in bladzijden for url in een.links.get(naam, ()) if type(url) is str}
        for naam in ("self", "previous")
    )
    for een in bladzijden:
        if een.gedeeltelijk:
            yield _van_bundel(een, "Bundle.meta.tag", Reden.GEDEELTELIJK)
        gevolgd = vorige & {url for url in een.links.get("self", ()) if type(url) is str}
        if not gevolgd and not all(
            type(url) is str and url in zelf for url in een.links.get("next", ())
        ):
            yield _van_bundel(een, "Bundle.link", Reden.VERVOLG_ONTBREEKT)


def _van_bundel(bladzijde: _Bladzijde, pad: str, reden: Reden) -> ZonderPlaats:
    return ZonderPlaats(resource=bladzijde.laatste, resourcetype="Bundle", pad=pad, reden=reden)


def _is_bundle(deel: object) -> TypeGuard[dict[str, Any]]:
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
        gegeven = ontleed_alles(data)
    except Invoerfout as fout:
        tekstregels = [tekstregel for tekstregel in data.splitlines() if tekstregel.strip()]
        if fout.reden is not Invoerreden.GEEN_JSON or len(tekstregels) < 2:
            raise
        eerste = ontleed_alles(tekstregels[0])
    else:
        yield from gegeven if type(gegeven) is list else [gegeven]
        return
    yield eerste
    for tekstregel in tekstregels[1:]:
        try:
            yield ontleed_alles(tekstregel)
        except Invoerfout:
            yield None
