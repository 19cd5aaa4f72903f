"""The schema of a koppeling, made from the members that a column can fill.

A koppeling is published with a schema, but is not a kind of document to be judged. A member of a
member may be written below it or with a dot, and both are described.
"""

from typing import Any, Final

from geboortezorg._versie import LEESBARE_VERSIES
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.lijnen.leden import EURO, EUROCENT, SOORTEN, in_lijst, los
from geboortezorg.lijnen.nakijken import KEUZES, MET_NAMEN, SOORT
from geboortezorg.lijnen.namen import SLEUTELS
from geboortezorg.lijnen.uitleg import GEHEEL, SLEUTEL
from geboortezorg.model.declaratie import Declaratieregel
from geboortezorg.schema.register import DIALECT, schema_id
from geboortezorg.tekst import Tekst
from geboortezorg.uitgave.bouwer import benoem, pad
from geboortezorg.vorm import Soort, velden

PAD: Final = pad(SOORT)

_DEFINITIES: Final = "#/$defs/"
_TEKST: Final = {"type": "string"}
_TITEL: Final = {"type": "string", "minLength": 1, "pattern": r"[^ \t\n\r]"}
_TITELS: Final = {"type": "array", "minItems": 1, "items": {"$ref": f"{_DEFINITIES}Titel"}}
_WAARDEN: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "kolommen": ("Titel", _TITEL),
    "vast": ("Waarde", {"anyOf": [_TEKST, {"type": "integer"}, {"type": "boolean"}]}),
    "waarden": ("Betekenis", {"type": "object", "additionalProperties": _TEKST}),
    "datumvormen": ("Datumvorm", {**_TEKST, "enum": list(KEUZES["datumvorm"])}),
    SLEUTELS: ("Titels", _TITELS),
}
"""What stands at a member in each part, and what that is called."""

_UITLEG: Final = {
    "Titel": Tekst(
        "De titel van een kolom, zoals die in de kop staat.",
        "The title of a column, as it stands in the header.",
    ),
    "Titels": Tekst("Titels van kolommen.", "Titles of columns."),
    "Waarde": Tekst("Wat in elke rij hetzelfde is.", "What is the same in every row."),
    "Betekenis": Tekst(
        "Wat een cel betekent: de tekst in de cel, en de waarde van het veld.",
        "What a cell means: the text in the cell, and the value of the member.",
    ),
    "Datumvorm": Tekst(
        "Hoe een datum in deze kolom is geschreven.", "How a date in this column is written."
    ),
}

_MET_PUNT: Final = "^[a-z0-9_]+[.][a-z0-9_.]+$"


def bouw() -> dict[str, Any]:
    """Return the schema with its toelichting in it."""
    definities: dict[str, dict[str, Any]] = {
        naam: {**_benoem(_UITLEG[naam]), **waarde} for naam, waarde in _WAARDEN.values()
    }
    for soort in SOORTEN:
        definities[f"Koppeling{DOCUMENTEN[soort].__name__}"] = _van_soort(soort, definities)
    namen = [f"Koppeling{DOCUMENTEN[soort].__name__}" for soort in SOORTEN]
    return {
        "$schema": DIALECT,
        "$id": schema_id(PAD),
        "title": "Koppeling",
        "description": GEHEEL.en,
        "x-omschrijving-nl": GEHEEL.nl,
        "oneOf": [{"$ref": _DEFINITIES + naam} for naam in namen],
        "$defs": {naam: definities[naam] for naam in sorted(definities)},
    }


def _van_soort(soort: str, definities: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the schema of a koppeling to one kind of document."""
    klasse = DOCUMENTEN[soort]
    leden: dict[str, Any] = {
        "soort": {**_TEKST, "const": SOORT},
        "schema_versie": {**_TEKST, "enum": sorted(LEESBARE_VERSIES)},
        "document_soort": {**_TEKST, "const": soort},
        "groep": {"$ref": f"{_DEFINITIES}Titels"},
        **{naam: _keuze(keuzes) for naam, keuzes in KEUZES.items()},
    }
    for deel in MET_NAMEN:
        naam = _definieer(deel, klasse, definities)
        leeg = {"type": "object", "additionalProperties": False}
        leden[deel] = {"$ref": _DEFINITIES + naam} if naam in definities else leeg
    return {
        "title": f"Koppeling{klasse.__name__}",
        "description": GEHEEL.en,
        "x-omschrijving-nl": GEHEEL.nl,
        "type": "object",
        "properties": {naam: {**_benoem(SLEUTEL[naam]), **lid} for naam, lid in leden.items()},
        "required": ["document_soort", "groep", "kolommen"],
        "additionalProperties": False,
    }


def _definieer(deel: str, klasse: type[Any], definities: dict[str, dict[str, Any]]) -> str:
    """Add what one part of a koppeling says of the members of a class, if anything; return its name."""
    naam = f"{deel.capitalize()}{klasse.__name__}"
    leden: dict[str, Any] = {}
    waarde = {"$ref": _DEFINITIES + _WAARDEN[deel][0]}
    for veldvorm in velden(klasse):
        veld, lijst = veldvorm.veld, in_lijst(veldvorm)
        # Once is enough: the other parts are about the same members.
        kop = benoem(veld.omschrijving, veld.omschrijving_nl) if deel == "kolommen" else {}
        binnen = los(veldvorm) if deel == SLEUTELS else lijst or los(veldvorm)
        if binnen is not None:
            onder = _definieer(deel, binnen, definities)
            if onder in definities:
                leden[veldvorm.naam] = {**kop, "$ref": _DEFINITIES + onder}
        elif _kan(deel, veldvorm.vorm.soort, lijst):
            leden[veldvorm.naam] = {**kop, **waarde}
            if veldvorm.naam.endswith(EUROCENT) and deel in {"kolommen", "waarden"}:
                leden[veldvorm.naam.removesuffix(EUROCENT) + EURO] = leden[veldvorm.naam]
    if leden:
        definities[naam] = {
            "title": naam,
            **_benoem(SLEUTEL[deel]),
            "type": "object",
            "minProperties": int(deel == "kolommen"),
            "properties": leden,
            "patternProperties": {_MET_PUNT: {"anyOf": [waarde, {"type": "object"}]}},
            "additionalProperties": False,
        }
    return naam


def _kan(deel: str, soort: Soort, lijst: type[Any] | None) -> bool:
    """Say whether a part can say anything of a member."""
    if deel == SLEUTELS:
        return lijst is not None and lijst is not Declaratieregel
    return deel != "datumvormen" or soort is Soort.DATUM


def _keuze(keuzes: tuple[Any, ...]) -> dict[str, Any]:
    if isinstance(keuzes[0], bool):
        return {"type": "boolean"}
    if isinstance(keuzes[0], int):
        return {"type": "integer", "minimum": keuzes[0], "maximum": keuzes[-1]}
    return {**_TEKST, "enum": list(keuzes)}


def _benoem(tekst: Tekst) -> dict[str, Any]:
    return benoem(tekst.en, tekst.nl)
