"""Compare two schemas, to know whether every document that passed still passes.

Understands the plain part of draft 2020-12 that our own schemas are written in, and no more.
What it does not understand it calls `onbekend` and counts as a breach, so that `compatibel` is
never a guess.
"""

import json
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, final

from geboortezorg.bevroren import bevroren
from geboortezorg.schema.register import DIALECT
from geboortezorg.schema.tekenklasse import Bereik, tekens_van, valt_binnen
from geboortezorg.schema.toelichting import segment
from geboortezorg.tekst import Tekst

_VERWIJZING: Final = re.compile("#/[$]defs/([A-Za-z0-9_]+)")
_WORTEL: Final = frozenset({"$schema", "$id", "$defs"})
_BETEKENIS: Final = ("default", "x-eenheid")
_TOELICHTING: Final = frozenset({"title", "description", "examples", "$comment", "deprecated"})
_TREFWOORDEN: Final[Mapping[str, frozenset[str]]] = {
    "string": frozenset({"minLength", "maxLength", "pattern", "not", "enum", "const", "format"}),
    "integer": frozenset({"minimum", "maximum"}),
    "boolean": frozenset(),
    "array": frozenset({"items", "minItems", "maxItems"}),
    "object": frozenset({"properties", "required", "additionalProperties"}),
}
_GRENZEN: Final = frozenset(
    {"minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems"}
)


_ENGELS: Final = {
    tekst.nl: tekst.en
    for tekst in (
        Tekst("ander dialect dan 2020-12", "another dialect than 2020-12"),
        Tekst("niet te vergelijken", "cannot be compared"),
        Tekst("verwijzing niet te volgen", "reference cannot be followed"),
        Tekst("ander type", "another type"),
        Tekst("andere betekenis", "another meaning"),
        Tekst("andere toelichting", "another explanation"),
        Tekst("ondergrens lager", "lower bound is lower"),
        Tekst("ondergrens hoger", "lower bound is higher"),
        Tekst("bovengrens hoger", "upper bound is higher"),
        Tekst("bovengrens lager", "upper bound is lower"),
        Tekst("lid vervallen", "member removed"),
        Tekst("lid toegevoegd", "member added"),
        Tekst("lid verplicht geworden", "member became required"),
        Tekst("lid niet meer verplicht", "member no longer required"),
        Tekst("ander format", "another format"),
        Tekst("vrije tekst werd een keuze", "free text became a choice"),
        Tekst("waarde vervallen", "value removed"),
        Tekst("waarde toegevoegd", "value added"),
        Tekst("patroon niet te toetsen", "pattern cannot be tried"),
        Tekst("patroon vervallen", "pattern removed"),
        Tekst("patroon toegevoegd", "pattern added"),
        Tekst("ander patroon", "another pattern"),
        Tekst("tekens vrijgegeven", "characters allowed"),
        Tekst("tekens verboden", "characters forbidden"),
        Tekst("andere verboden tekens", "other forbidden characters"),
        Tekst("dit schema bestaat niet meer", "this schema no longer exists"),
        Tekst("dit schema is nieuw", "this schema is new"),
    )
}
"""What is said of a difference, and the same in English."""


class Richting(StrEnum):
    """What a difference means for a document that passed the old schema."""

    GELIJK = "gelijk"
    """Nothing: only a text for readers differs."""
    RUIMER = "ruimer"
    """It still passes, and others pass as well."""
    KRAPPER = "krapper"
    """It may no longer pass."""
    BETEKENIS = "betekenis"
    """It still passes, but may mean something else: a unit or a default differs."""
    ONBEKEND = "onbekend"
    """This library cannot tell."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Verschil:
    """One difference, at a JSON Pointer into the new schema (or the old, for what is gone)."""

    pad: str
    richting: Richting
    tekst: str

    @property
    def tekst_en(self) -> str:
        """The text in English."""
        return _ENGELS[self.tekst]


@final
@bevroren(kw_only=True, weakref_slot=False)
class Vergelijking:
    """What differs between two schemas."""

    verschillen: tuple[Verschil, ...]

    @property
    def breuken(self) -> tuple[Verschil, ...]:
        """The differences that can fail an old document, change its meaning, or are unknown."""
        goed = {Richting.GELIJK, Richting.RUIMER}
        return tuple(verschil for verschil in self.verschillen if verschil.richting not in goed)

    @property
    def compatibel(self) -> bool:
        """Say whether every document that passed the old schema passes the new one."""
        return not self.breuken


def vergelijk(
    oud: Mapping[str, Any], nieuw: Mapping[str, Any], *, versie_telt: bool = True
) -> Vergelijking:
    """Compare two schemas; neither needs to be one of ours.

    A document names its `schema_versie`, so strictly nothing that passed 0.1 passes 0.2. With
    ``versie_telt=False`` that one member is left out: would it pass, once it says 0.2?
    """
    vergelijker = _Vergelijker(oud, nieuw, versie_telt=versie_telt)
    vergelijker.wortel()
    return Vergelijking(verschillen=tuple(vergelijker.verschillen))


def _tekst(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, sort_keys=True)


class _Vergelijker:
    def __init__(
        self, oud: Mapping[str, Any], nieuw: Mapping[str, Any], *, versie_telt: bool
    ) -> None:
        self.oud = oud
        self.nieuw = nieuw
        self.versie_telt = versie_telt
        self.verschillen: list[Verschil] = []
        self._gezien: set[tuple[int, int]] = set()

    def meld(self, pad: str, richting: Richting, tekst: str) -> None:
        self.verschillen.append(Verschil(pad=pad, richting=richting, tekst=tekst))

    def wortel(self) -> None:
        if _tekst(self.oud) != _tekst(self.nieuw):  # whatever keywords they use
            self.knoop(self.oud, self.nieuw, "")
        for schema in (self.oud, self.nieuw):
            if isinstance(schema, dict) and schema.get("$schema", DIALECT) != DIALECT:
                self.meld("/$schema", Richting.ONBEKEND, "ander dialect dan 2020-12")
                return

    def knoop(self, oud: Any, nieuw: Any, pad: str) -> None:
        """Compare two places; each pair once, so that a schema may refer to itself."""
        if (id(oud), id(nieuw)) in self._gezien:
            return
        self._gezien.add((id(oud), id(nieuw)))
        if not (isinstance(oud, dict) and isinstance(nieuw, dict)):
            self.meld(pad, Richting.ONBEKEND, "niet te vergelijken")
            return
        self._toelichting(oud, nieuw, pad)
        if "$ref" in oud or "$ref" in nieuw:
            doel_oud, _ = _volg(oud, self.oud, pad)
            doel_nieuw, pad_nieuw = _volg(nieuw, self.nieuw, pad)
            if doel_oud is None or doel_nieuw is None:
                self.meld(pad, Richting.ONBEKEND, "verwijzing niet te volgen")
            else:
                self.knoop(doel_oud, doel_nieuw, pad_nieuw)
        elif not (_is_plat(oud, self.oud) and _is_plat(nieuw, self.nieuw)):
            self.meld(pad, Richting.ONBEKEND, "niet te vergelijken")
        elif oud["type"] != nieuw["type"]:
            self.meld(f"{pad}/type", Richting.KRAPPER, "ander type")
        else:
            self._waarde(oud, nieuw, pad)

    def _toelichting(self, oud: dict[str, Any], nieuw: dict[str, Any], pad: str) -> None:
        for sleutel in sorted(oud.keys() | nieuw.keys()):
            if _is_toelichting(sleutel) and not _zelfde(oud, nieuw, sleutel):
                if sleutel in _BETEKENIS:
                    self.meld(f"{pad}/{sleutel}", Richting.BETEKENIS, "andere betekenis")
                else:
                    self.meld(f"{pad}/{sleutel}", Richting.GELIJK, "andere toelichting")

    def _waarde(self, oud: dict[str, Any], nieuw: dict[str, Any], pad: str) -> None:
        match nieuw["type"]:
            case "string":
                self._tekst(oud, nieuw, pad)
            case "integer":
                self._onder(oud, nieuw, pad, "minimum", None)
                self._boven(oud, nieuw, pad, "maximum")
            case "array":
                self._onder(oud, nieuw, pad, "minItems", 0)
                self._boven(oud, nieuw, pad, "maxItems")
                self.knoop(oud["items"], nieuw["items"], f"{pad}/items")
            case "object":
                self._object(oud, nieuw, pad)

    def _onder(
        self, oud: dict[str, Any], nieuw: dict[str, Any], pad: str, sleutel: str, zonder: int | None
    ) -> None:
        een, ander = oud.get(sleutel, zonder), nieuw.get(sleutel, zonder)
        if een == ander:
            return
        ruimer = ander is None or (een is not None and ander < een)
        self.meld(
            f"{pad}/{sleutel}",
            Richting.RUIMER if ruimer else Richting.KRAPPER,
            "ondergrens lager" if ruimer else "ondergrens hoger",
        )

    def _boven(self, oud: dict[str, Any], nieuw: dict[str, Any], pad: str, sleutel: str) -> None:
        een, ander = oud.get(sleutel), nieuw.get(sleutel)
        if een == ander:
            return
        ruimer = ander is None or (een is not None and ander > een)
        self.meld(
            f"{pad}/{sleutel}",
            Richting.RUIMER if ruimer else Richting.KRAPPER,
            "bovengrens hoger" if ruimer else "bovengrens lager",
        )

    def _object(self, oud: dict[str, Any], nieuw: dict[str, Any], pad: str) -> None:
        leden_oud, leden_nieuw = oud["properties"], nieuw["properties"]
        for naam in leden_oud:
            plek = f"{pad}/properties/{segment(naam)}"
            if naam not in leden_nieuw:
                self.meld(plek, Richting.KRAPPER, "lid vervallen")
            elif pad or naam != "schema_versie" or self.versie_telt:
                self.knoop(leden_oud[naam], leden_nieuw[naam], plek)
        for naam in leden_nieuw:
            if naam not in leden_oud:
                plek = f"{pad}/properties/{segment(naam)}"
                self.meld(plek, Richting.RUIMER, "lid toegevoegd")
        moet_oud, moet_nieuw = set(oud.get("required", ())), set(nieuw.get("required", ()))
        for naam in sorted(moet_oud ^ moet_nieuw):
            plek = f"{pad}/required/{segment(naam)}"
            if naam in moet_nieuw:
                self.meld(plek, Richting.KRAPPER, "lid verplicht geworden")
            else:
                self.meld(plek, Richting.RUIMER, "lid niet meer verplicht")

    def _tekst(self, oud: dict[str, Any], nieuw: dict[str, Any], pad: str) -> None:
        if nieuw.get("format", oud.get("format")) != oud.get("format"):
            self.meld(f"{pad}/format", Richting.ONBEKEND, "ander format")
        waarden_oud, waarden_nieuw = _waarden(oud), _waarden(nieuw)
        if waarden_oud is not None:
            self._uit_keuze(waarden_oud, nieuw, pad)
        elif waarden_nieuw is not None:
            self.meld(f"{pad}/enum", Richting.KRAPPER, "vrije tekst werd een keuze")
        else:
            self._onder(oud, nieuw, pad, "minLength", 0)
            self._boven(oud, nieuw, pad, "maxLength")
            self._patroon(oud.get("pattern"), nieuw.get("pattern"), f"{pad}/pattern")
            self._verboden(oud, nieuw, f"{pad}/not")

    def _uit_keuze(self, waarden: frozenset[str], nieuw: dict[str, Any], pad: str) -> None:
        past = [_past(waarde, nieuw) for waarde in waarden]
        if False in past:
            self.meld(f"{pad}/enum", Richting.KRAPPER, "waarde vervallen")
        elif None in past:
            self.meld(f"{pad}/pattern", Richting.ONBEKEND, "patroon niet te toetsen")
        elif _waarden(nieuw) != waarden:
            self.meld(f"{pad}/enum", Richting.RUIMER, "waarde toegevoegd")

    def _patroon(self, oud: str | None, nieuw: str | None, pad: str) -> None:
        if oud == nieuw:
            return
        if nieuw is None:
            self.meld(pad, Richting.RUIMER, "patroon vervallen")
        elif oud is None:
            self.meld(pad, Richting.KRAPPER, "patroon toegevoegd")
        else:
            self.meld(pad, Richting.ONBEKEND, "ander patroon")

    def _verboden(self, oud: dict[str, Any], nieuw: dict[str, Any], pad: str) -> None:
        """Compare which characters a text may not hold."""
        if oud.get("not", {}).get("pattern") == nieuw.get("not", {}).get("pattern"):
            return
        if "not" not in nieuw:
            self.meld(pad, Richting.RUIMER, "tekens vrijgegeven")
            return
        was, wordt = _verboden(oud), _verboden(nieuw)
        if was is None or wordt is None:
            self.meld(pad, Richting.ONBEKEND, "andere verboden tekens")
        elif valt_binnen(wordt, was):
            self.meld(pad, Richting.RUIMER, "tekens vrijgegeven")
        elif "pattern" in oud:
            # The old pattern may have kept those characters out already.
            self.meld(pad, Richting.ONBEKEND, "andere verboden tekens")
        else:
            self.meld(pad, Richting.KRAPPER, "tekens verboden")


def _is_toelichting(sleutel: str) -> bool:
    return sleutel in _TOELICHTING or sleutel in _BETEKENIS or sleutel.startswith("x-")


def _zelfde(oud: Mapping[str, Any], nieuw: Mapping[str, Any], sleutel: str) -> bool:
    return (sleutel in oud) == (sleutel in nieuw) and oud.get(sleutel) == nieuw.get(sleutel)


def _is_plat(knoop: Mapping[str, Any], wortel: Mapping[str, Any]) -> bool:
    """Say whether a place uses only what this module understands."""
    soort = knoop.get("type")
    toegestaan = _TREFWOORDEN.get(soort) if isinstance(soort, str) else None
    if toegestaan is None:
        return False
    extra = _WORTEL if knoop is wortel else frozenset[str]()
    if not all(
        sleutel == "type"
        or sleutel in extra
        or _is_toelichting(sleutel)
        or (sleutel in toegestaan and _is_gewoon(sleutel, waarde))
        for sleutel, waarde in knoop.items()
    ):
        return False
    return (soort != "array" or "items" in knoop) and (
        soort != "object" or {"properties", "additionalProperties"} <= knoop.keys()
    )


def _is_gewoon(sleutel: str, waarde: Any) -> bool:
    """Say whether a keyword has a value of the kind that this module understands."""
    if sleutel in _GRENZEN:
        return type(waarde) is int
    match sleutel:
        case "pattern" | "format" | "const":
            return isinstance(waarde, str)
        case "enum" | "required":
            return isinstance(waarde, list) and all(isinstance(deel, str) for deel in waarde)
        case "not":
            return (
                isinstance(waarde, dict)
                and waarde.keys() - {"type"} == {"pattern"}
                and waarde.get("type", "string") == "string"
                and isinstance(waarde["pattern"], str)
            )
        case "additionalProperties":
            return waarde is False
        case _:  # properties and items; what they hold is looked at when its turn comes
            return isinstance(waarde, dict)


def _volg(knoop: Any, wortel: Mapping[str, Any], pad: str) -> tuple[Any, str]:
    """Return what a place refers to, and where that stands; None when it cannot be followed."""
    if "$ref" not in knoop:
        return knoop, pad
    if not all(sleutel == "$ref" or _is_toelichting(sleutel) for sleutel in knoop):
        return None, pad
    gevonden = _VERWIJZING.fullmatch(str(knoop["$ref"]))
    definities = wortel.get("$defs")
    if gevonden is None or not isinstance(definities, dict):
        return None, pad
    return definities.get(gevonden[1]), f"/$defs/{gevonden[1]}"


def _waarden(knoop: Mapping[str, Any]) -> frozenset[str] | None:
    """Return the texts a place can hold, or None when it names none."""
    keuzen = [set(knoop["enum"])] if "enum" in knoop else []
    if "const" in knoop:
        keuzen.append({knoop["const"]})
    return frozenset(set.intersection(*keuzen)) if keuzen else None


def _verboden(knoop: Mapping[str, Any]) -> list[Bereik] | None:
    """Return the characters that a text may not hold; None when that is not clear."""
    return tekens_van(knoop["not"]["pattern"]) if "not" in knoop else []


def _past(waarde: str, knoop: Mapping[str, Any]) -> bool | None:
    """Say whether a text passes; None when engines may differ about it."""
    waarden = _waarden(knoop)
    if waarden is not None and waarde not in waarden:
        return False
    if not knoop.get("minLength", 0) <= len(waarde) <= knoop.get("maxLength", len(waarde)):
        return False
    patroon, verbod = knoop.get("pattern"), knoop.get("not", {}).get("pattern")
    if patroon is None and verbod is None:
        return True
    if not (waarde.isascii() and waarde.isprintable()):
        return None
    try:
        return (patroon is None or re.search(patroon, waarde) is not None) and (
            verbod is None or re.search(verbod, waarde) is None
        )
    except re.error:
        return None
