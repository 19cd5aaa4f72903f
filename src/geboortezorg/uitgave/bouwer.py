r"""Build the JSON Schemas from the models.

The builder reads what the structuring pass reads: :mod:`geboortezorg.vorm`. It uses a small part
of draft 2020-12 that all validators read alike: closed objects, no ``format`` without a
``pattern``, ``[0-9]`` instead of ``\d``, and a length beside every pattern, because some engines
let ``$`` pass a final newline.
"""

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any, Final

from geboortezorg import tijd
from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.schema.register import BRONMAP, DIALECT, schema_id
from geboortezorg.veld import Veld
from geboortezorg.vorm import Soort, Veldvorm, Vorm, velden

GEEN_STUURTEKENS: Final = r"[\x00-\x1f\x7f]"
"""What no text may hold. ``\\x`` is the one escape that every regular expression engine knows."""

_KOPPEL: Final = re.compile(r"[;:(]|\. ")


class OnbekendeVorm(TypeError):
    """A model field has an annotation or declaration that a schema cannot express.

    Names the class and the field: a mistake of the library, never of a document.
    """


def pad(soort: str, versie: str = SCHEMA_VERSIE) -> str:
    """Return the path of a schema under ``schemas/``."""
    return f"{versie}/{soort}.schema.json"


def bouw(soort: str, klasse: type[Any], versie: str = SCHEMA_VERSIE) -> dict[str, Any]:
    """Return the schema of one kind of document with its toelichting in it.

    Raises :class:`OnbekendeVorm` when a field cannot be expressed.
    """
    bouwer = _Bouwer()
    vorm = bouwer.vorm_van(klasse)
    eigen = {
        "soort": _vast("Kind of document.", "Soort document.", soort),
        "schema_versie": _vast(
            "Version of the schema that this document follows.",
            "Versie van het schema dat dit document volgt.",
            versie,
        ),
    }
    if eigen.keys() & vorm["properties"].keys():
        raise OnbekendeVorm(f"{klasse.__name__}: soort en schema_versie zijn van het document")
    vorm["properties"] = {**eigen, **vorm["properties"]}
    vorm["required"] = sorted([*eigen, *vorm["required"]])
    return {
        "$schema": DIALECT,
        "$id": schema_id(pad(soort, versie)),
        **vorm,
        "$defs": {naam: bouwer.definities[naam] for naam in sorted(bouwer.definities)},
    }


def bouw_alle(
    documenten: Mapping[str, type[Any]] = DOCUMENTEN, versie: str = SCHEMA_VERSIE
) -> dict[str, dict[str, Any]]:
    """Return the schema of every kind of document, by its path under ``schemas/``."""
    return {pad(soort, versie): bouw(soort, klasse, versie) for soort, klasse in documenten.items()}


class _Bouwer:
    """Collects the parts of one schema: every nested class and every choice is described once."""

    def __init__(self) -> None:
        self.definities: dict[str, dict[str, Any]] = {}
        self._klassen: dict[str, type[Any]] = {}

    def vorm_van(self, klasse: type[Any]) -> dict[str, Any]:
        vormen = velden(klasse)
        return {
            **_kop(klasse),
            "type": "object",
            "properties": {veldvorm.naam: self._lid(klasse, veldvorm) for veldvorm in vormen},
            "required": sorted(veldvorm.naam for veldvorm in vormen if veldvorm.verplicht),
            "additionalProperties": False,
        }

    def _lid(self, klasse: type[Any], veldvorm: Veldvorm) -> dict[str, Any]:
        plek, veld = f"{klasse.__name__}.{veldvorm.naam}", veldvorm.veld
        uit = {
            **benoem(veld.omschrijving, veld.omschrijving_nl),
            **self._waarde(plek, veldvorm.vorm, veld),
        }
        if veldvorm.standaard is not None:
            # What leaving the member out means; a validator does nothing with it.
            uit["default"] = _standaard(plek, veldvorm.standaard)
        if veld.eenheid is not None:
            uit["x-eenheid"] = veld.eenheid
        if veld.persoonsgegeven:
            uit["x-persoonsgegeven"] = True
        if veld.bron is not None:
            uit["x-bron"] = veld.bron
        return uit

    def _waarde(self, plek: str, vorm: Vorm, veld: Veld) -> dict[str, Any]:
        if vorm.item is None:
            return self._enkel(plek, vorm, veld)
        if vorm.item.soort is Soort.LIJST:
            # One declaration could not bound both.
            raise OnbekendeVorm(f"{plek}: een lijst in een lijst")
        minimum = {"minItems": veld.min_aantal} if veld.min_aantal else {}
        items = self._enkel(plek, vorm.item, veld)
        return {"type": "array", **minimum, "maxItems": veld.max_aantal, "items": items}

    def _enkel(self, plek: str, vorm: Vorm, veld: Veld) -> dict[str, Any]:
        if vorm.klasse is not None:
            uit: dict[str, Any] = {"$ref": f"#/$defs/{self._definieer(vorm.klasse)}"}
        elif vorm.soort is Soort.TEKST:
            uit = _tekst(plek, veld)
        else:
            uit = _vast_type(vorm.soort, veld)
        if veld.voorbeelden:
            uit["examples"] = list(veld.voorbeelden)
        return uit

    def _definieer(self, klasse: type[Any]) -> str:
        naam = klasse.__name__
        if self._klassen.setdefault(naam, klasse) is not klasse:
            raise OnbekendeVorm(f"{naam}: twee klassen met deze naam in een schema")
        if naam not in self.definities:
            self.definities[naam] = {}  # a class may hold itself
            self.definities[naam].update(
                _keuze(klasse) if issubclass(klasse, StrEnum) else self.vorm_van(klasse)
            )
        return naam


def _standaard(plek: str, standaard: Any) -> Any:
    """Return the default of a member as JSON writes it."""
    if isinstance(standaard, str | int):
        return standaard
    if standaard == ():
        return []
    raise OnbekendeVorm(f"{plek}: de standaard is niet uit te drukken")


def _tekst(plek: str, veld: Veld) -> dict[str, Any]:
    if veld.patroon is not None:
        if veld.min_lengte != veld.max_lengte:
            # Without a fixed length a final newline would split the validators.
            raise OnbekendeVorm(f"{plek}: een patroon zonder vaste lengte")
        return {"type": "string", **_patroon(veld.patroon, veld.max_lengte)}
    verboden = GEEN_STUURTEKENS if veld.tekens is None else f"[^{veld.tekens}]"
    minimum = {"minLength": veld.min_lengte} if veld.min_lengte else {}
    return {
        "type": "string",
        **minimum,
        "maxLength": veld.max_lengte,
        "not": {"type": "string", "pattern": verboden},
    }


def _vast_type(soort: Soort, veld: Veld) -> dict[str, Any]:
    """Return the schema of a value of which the type says most."""
    if soort is Soort.GETAL:
        return {"type": "integer", "minimum": veld.minimum, "maximum": veld.maximum}
    if soort is Soort.DATUM:
        return {
            "type": "string",
            "format": "date",
            **_patroon(tijd.DATUM_PATROON, 10),
            "examples": ["2023-05-01"],
        }
    if soort is Soort.TIJDSTIP:
        return {
            "type": "string",
            **_patroon(tijd.TIJDSTIP_PATROON, tijd.TIJDSTIP_LENGTE),
            "examples": ["2026-03-01T23:30+01:00"],
        }
    return {"type": "boolean"}


def _patroon(patroon: str, lengte: int) -> dict[str, Any]:
    return {"minLength": lengte, "maxLength": lengte, "pattern": patroon}


def _keuze(klasse: type[StrEnum]) -> dict[str, Any]:
    uit = {
        **_kop(klasse),
        "type": "string",
        "enum": [lid.value for lid in klasse],
    }
    if not all(lid.value.isidentifier() for lid in klasse):
        uit["x-enum-varnames"] = [lid.name for lid in klasse]
    return uit


def _vast(omschrijving: str, omschrijving_nl: str, waarde: str) -> dict[str, Any]:
    return {**benoem(omschrijving, omschrijving_nl), "type": "string", "const": waarde}


def benoem(omschrijving: str, omschrijving_nl: str) -> dict[str, Any]:
    """Return what is said of a member in both languages."""
    # Not as `title`: generators would make a type of every member, with that name and a number.
    return {
        "description": omschrijving,
        "x-titel-en": _titel(omschrijving),
        "x-titel-nl": _titel(omschrijving_nl),
        "x-omschrijving-nl": omschrijving_nl,
    }


def _titel(omschrijving: str) -> str:
    """Return the first clause of a description, without its full stop."""
    return _KOPPEL.split(omschrijving, maxsplit=1)[0].strip().rstrip(".,")


def _kop(klasse: type[Any]) -> dict[str, Any]:
    """Return the name of a class and what it is, in English and, for our own, in Dutch."""
    nl = _eigen_nl().get(klasse.__name__) or _begrip_nl().get(klasse.__name__)
    dutch = {} if nl is None else {"x-omschrijving-nl": nl}
    return {"title": klasse.__name__, "description": _docstring(klasse), **dutch}


@cache
def _eigen_nl() -> dict[str, str]:
    """Return what classes are, in Dutch, where the glossary says something else."""
    bestand = resources.files(__package__).joinpath("klassen_nl.toml")
    return tomllib.loads(bestand.read_text("utf-8"))


@cache
def _begrip_nl() -> dict[str, str]:
    """Return what the glossary says, in Dutch, of the class that a term names first."""
    rauw = tomllib.loads((BRONMAP.parent / "docs" / "begrippen.toml").read_text("utf-8"))
    return {rij["namen"][0]: rij["uitleg_nl"] for rij in rauw["begrip"] if "namen" in rij}


def _docstring(klasse: type[Any]) -> str:
    """Return the docstring of a class, its lines joined into paragraphs."""
    alineas = (klasse.__dict__["__doc__"] or "").split("\n\n")
    tekst = "\n\n".join(" ".join(alinea.split()) for alinea in alineas)
    if not tekst:
        raise OnbekendeVorm(f"{klasse.__name__}: geen docstring")
    return tekst
