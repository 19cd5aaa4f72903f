"""The conformance cases as files, and their manifest: what they rest on and what can be claimed."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels.register import PER_CODE, REGELS, THEMA_PER_VOORVOEGSEL
from geboortezorg.schema.register import schema_id
from geboortezorg.tabellen import PROEFNORMEN, PROEFTABELLEN
from geboortezorg.uitgave.conformance_schemas import (
    GEVALLENSCHEMA,
    MANIFEST,
    MANIFESTSCHEMA,
    MAP,
    OORDEELSCHEMA,
    SOORTEN_GEVAL,
    gevallenschema,
    manifestschema,
    oordeelschema,
)
from geboortezorg.uitgave.gevallen import OORDEEL, Geval
from geboortezorg.uitgave.schemas import als_bytes
from geboortezorg.uitgave.tabellen import MAP as TABELLEN

_PUBLICATIE: Final = re.compile(rb'"naam": "([a-z]+-[a-z0-9-]+)"')


class VerdwenenGevallen(RuntimeError):
    """Cases that were published are not in ``gevallen/``; names their files."""


def bestanden(gevallen: Sequence[Geval], tabellen: Mapping[str, bytes]) -> dict[str, Any]:
    """Return every file with cases by its path, their manifest, and the schemas of all.

    `tabellen` are the published tables by their path.
    """
    regels: dict[str, list[Any]] = {}
    oordelen: dict[str, list[Any]] = {}
    for geval in gevallen:
        if geval.code == OORDEEL:
            oordelen.setdefault(f"oordeel-{geval.bestand.stem}", []).append(geval.gepubliceerd())
        else:
            regels.setdefault(geval.code, []).append(geval.gepubliceerd())
    per_regel = [{"code": code, "gevallen": regels[code]} for code in sorted(regels)]
    rijen = [_rij(inhoud) for inhoud in per_regel]
    van_oordeel = {f"{naam}.json": {"gevallen": oordelen[naam]} for naam in sorted(oordelen)}
    manifest = {
        "schema_versie": SCHEMA_VERSIE,
        "schema_gevallen": schema_id(GEVALLENSCHEMA),
        "schema_oordelen": schema_id(OORDEELSCHEMA),
        "aantal_bestanden": len(rijen),
        "aantal_gevallen": sum(sum(rij["aantallen"].values()) for rij in rijen),
        "zonder_gevallen": sorted({r.code for r in REGELS} - regels.keys()),
        "niveaus": _niveaus(rijen),
        "tabellen": _tabellen(tabellen),
        "bestanden": rijen,
        "oordelen": [
            {"pad": pad, "sha256": _sha256(inhoud), "aantal": len(inhoud["gevallen"])}
            for pad, inhoud in van_oordeel.items()
        ],
        "hiaten": sorted(geval.naam for geval in gevallen if geval.hiaat),
    }
    return {
        **{f"{MAP}/{inhoud['code']}.json": inhoud for inhoud in per_regel},
        **{f"{MAP}/{pad}": inhoud for pad, inhoud in van_oordeel.items()},
        MANIFEST: manifest,
        MANIFESTSCHEMA: manifestschema(),
        GEVALLENSCHEMA: gevallenschema(),
        OORDEELSCHEMA: oordeelschema(),
    }


def bewaak(map_: Path, verwacht: Mapping[str, bytes]) -> None:
    """Raise VerdwenenGevallen when writing would drop a case from the folder ``schemas``.

    A case that must go is dropped by removing its file first, so that none is lost unseen.
    """
    weg = [
        bestand.name
        for bestand in sorted((map_ / MAP).glob("GZ-*.json"))
        if set(_PUBLICATIE.findall(bestand.read_bytes()))
        - set(_PUBLICATIE.findall(verwacht.get(f"{MAP}/{bestand.name}", b"")))
    ]
    if weg:
        raise VerdwenenGevallen(
            f"{', '.join(weg)}: has cases that gevallen/ has not; "
            "write them there, or remove the file to drop them"
        )


def thema_van(code: str) -> str:
    """Return the theme that a code belongs to, by its prefix."""
    return THEMA_PER_VOORVOEGSEL[code.split("-")[1]]


def _rij(inhoud: Any) -> dict[str, Any]:
    code, gevallen = inhoud["code"], inhoud["gevallen"]
    telling = Counter(geval["naam"].partition("-")[0] for geval in gevallen)
    return {
        "pad": f"{code}.json",
        "sha256": _sha256(inhoud),
        "code": code,
        "versie": PER_CODE[code].versie,
        "aantallen": {soort: telling[soort] for soort in SOORTEN_GEVAL},
        "soorten": sorted(
            {str(geval["document"].get("soort")) for geval in gevallen} & DOCUMENTEN.keys()
        ),
    }


def _niveaus(rijen: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return what another implementation can claim to agree on, from little to all."""
    per_thema: dict[str, list[str]] = {}
    for rij in rijen:
        per_thema.setdefault(thema_van(rij["code"]), []).append(rij["code"])
    return [
        {"naam": "vorm", "codes": []},
        {"naam": "tabellen", "codes": []},
        *({"naam": f"regels-{thema}", "codes": codes} for thema, codes in per_thema.items()),
        {"naam": OORDEEL, "codes": []},
    ]


def _tabellen(tabellen: Mapping[str, bytes]) -> list[dict[str, str]]:
    """Return the published tables of the closed set: all that an answer can rest on."""
    namen = {*PROEFTABELLEN, *PROEFNORMEN}
    return [
        {"pad": f"../../{pad}", "sha256": _hash(tabellen[pad])}
        for pad in sorted(tabellen)
        if pad.removeprefix(f"{TABELLEN}/").removesuffix(".json") in namen
    ]


def _sha256(inhoud: Any) -> str:
    return _hash(als_bytes(inhoud))


def _hash(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()
