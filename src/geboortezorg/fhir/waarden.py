"""From an element of FHIR to the value of a member, or the reason why it gives none."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from geboortezorg.convert import Vormfouten, structureer
from geboortezorg.fhir.bron import Bron, Plek, codes_van
from geboortezorg.fhir.koppeling import Koppelrij, koppeling
from geboortezorg.fhir.uitkomst import Reden
from geboortezorg.model.partijen import Zorgaanbieder
from geboortezorg.model.zorgepisode import Verwijzing, Zorgepisode
from geboortezorg.model.zwangerschap import Client, Kind, Verzekering, Zwangerschap
from geboortezorg.tijd import EERSTE_DATUM, datum_in_nederland

Lezer: TypeAlias = Callable[[Any, str], "str | int | bool | Reden | None"]
"""Takes an element and the name of its list; None: this element says nothing of the member."""

_TIJDSTIP: Final = re.compile(
    "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})"
)
_OUD: Final = "old"
"""The use of an address or a number that no longer is one."""
_LOOPTIJD: Final = {"van": EERSTE_DATUM.isoformat()}
_KIND: Final = (Kind, {"rangnummer": 1, "geboren": True})
_VERZEKERING: Final = (Verzekering, {"uzovi_code": "0000", "looptijd": _LOOPTIJD})
_ROLLEN: Final[Mapping[str, tuple[type[Any], dict[str, Any]]]] = {
    "client": (Client, {}),
    "kind": _KIND,
    "geboorte": _KIND,
    "zwangerschap": (Zwangerschap, {}),
    "zorgaanbieder": (Zorgaanbieder, {}),
    "zorgepisode": (
        Zorgepisode,
        {"zorgepisode_id": "-", "zorgaanbieder": {}, "looptijd": _LOOPTIJD},
    ),
    "verwijzing": (Verwijzing, {}),
    "verzekering": _VERZEKERING,
    "verzekeraar": _VERZEKERING,
}
"""The class that each part fills, and what it needs beside the member that is tried."""


def lees_dag(tekst: str) -> str:
    """Return the date of a date or dateTime as it is in the Netherlands; unchecked otherwise."""
    return (datum_in_nederland(tekst) or "") if _TIJDSTIP.fullmatch(tekst) else tekst


def _dag(waarde: Any, _: str) -> str | Reden:
    return (lees_dag(waarde) or Reden.VORM) if type(waarde) is str else Reden.VORM


def _zoals_het_is(waarde: Any, _: str) -> Any:
    return waarde


def _postcode(waarde: Any, _: str) -> str | Reden:
    return re.sub(r"\s", "", waarde).upper() if type(waarde) is str else Reden.VORM


def _nummer(waarde: Any, lijst: str) -> str | None:
    if type(waarde) is not dict or waarde.get("use") == _OUD:
        return None
    stelsel, nummer = waarde.get("system"), waarde.get("value")
    if type(stelsel) is not str or stelsel not in koppeling().stelsels[lijst]:
        return None
    return nummer if type(nummer) is str else None


def _code(waarde: Any, lijst: str) -> str | Reden | None:
    bekend = koppeling().lijsten[lijst]
    codes = codes_van(waarde)
    gevonden = {bekend[code] for code in codes if code in bekend}
    if len(gevonden) == 1:
        return gevonden.pop()
    if gevonden:
        return Reden.TEGENSTRIJDIG
    stelsels = {code.rsplit("|", 1)[0] for code in bekend}
    eigen = any(code.rsplit("|", 1)[0] in stelsels for code in codes)
    return Reden.ONBEKENDE_CODE if eigen else None


def _aantal(waarde: Any, _: str) -> int | Reden:
    """Read a Quantity that counts: whole, exact, and in no other unit than one."""
    if type(waarde) is not dict or "comparator" in waarde:
        return Reden.VORM
    if any(waarde.get(naam, "1") != "1" for naam in ("unit", "code")):
        return Reden.VORM
    aantal = waarde.get("value")
    if type(aantal) is float and aantal.is_integer():
        return int(aantal)
    return aantal if type(aantal) is int else Reden.VORM


LEZERS: Final[Mapping[str, Lezer]] = {
    "dag": _dag,
    "tekst": _zoals_het_is,
    "geheel": _zoals_het_is,
    "janee": _zoals_het_is,
    "postcode": _postcode,
    "nummer": _nummer,
    "code": _code,
    "aantal": _aantal,
}
"""How each `vorm` of the mapping is read."""


def zet(geheel: dict[str, Any], lid: str, waarde: Any) -> None:
    """Set a member, or a member of a member."""
    *boven, naam = lid.split(".")
    for deel in boven:
        geheel = geheel.setdefault(deel, {})
    geheel[naam] = waarde


def _past(koppelrij: Koppelrij, waarde: Any) -> bool:
    klasse, basis = _ROLLEN[koppelrij.rol]
    proef = {naam: deel.copy() if type(deel) is dict else deel for naam, deel in basis.items()}
    zet(proef, koppelrij.lid, [waarde] if koppelrij.meervoudig else waarde)
    try:
        structureer(klasse, proef)
    except Vormfouten:
        return False
    return True


class Leden:
    """The members of one object as they are found; what contradicts itself is left out."""

    def __init__(self) -> None:
        self._gevonden: dict[str, list[tuple[Koppelrij, Any, Bron, Plek]]] = {}
        self.mislukt: set[str] = set()
        """Members of which something was found that could not be taken."""

    def lees(self, bron: Bron, koppelrijen: tuple[Koppelrij, ...]) -> None:
        """Take from a resource what fills a member."""
        for koppelrij in koppelrijen:
            for plek, waarde in _elementen(bron, koppelrij):
                gelezen = LEZERS[koppelrij.vorm](waarde, koppelrij.lijst)
                if gelezen is None:
                    continue
                if not isinstance(gelezen, Reden) and gelezen != "":
                    gelezen = gelezen if _past(koppelrij, gelezen) else Reden.VORM
                if isinstance(gelezen, Reden):
                    self._mislukt(koppelrij.lid, bron, plek, gelezen)
                    continue
                bron.merk(*plek)
                if koppelrij.onderdeel:
                    bron.merk(*plek[:-1], "code")
                if gelezen != "":
                    self._gevonden.setdefault(koppelrij.lid, []).append(
                        (koppelrij, gelezen, bron, plek)
                    )

    def _mislukt(self, lid: str, bron: Bron, plek: Plek, reden: Reden) -> None:
        self.mislukt.add(lid)
        bron.meld(plek, reden)

    def waarden(self, lid: str) -> list[Any]:
        """Return every value that was found for a member."""
        return [waarde for _, waarde, _, _ in self._gevonden.get(lid, ())]

    def laat_weg(self, lid: str, als: Callable[[Bron], bool], reden: Reden) -> None:
        """Leave out the values of a member that come from some resources."""
        for vondst in self._gevonden.pop(lid, ()):
            if als(vondst[2]):
                self._mislukt(lid, vondst[2], vondst[3], reden)
            else:
                self._gevonden.setdefault(lid, []).append(vondst)

    def gegevens(self) -> dict[str, Any]:
        """Return the members as JSON values."""
        uit: dict[str, Any] = {}
        for lid, vondsten in list(self._gevonden.items()):
            waarden = list(dict.fromkeys(waarde for _, waarde, _, _ in vondsten))
            if vondsten[0][0].meervoudig:
                zet(uit, lid, waarden)
            elif len(waarden) == 1:
                zet(uit, lid, waarden[0])
            else:
                self.laat_weg(lid, lambda _: True, Reden.TEGENSTRIJDIG)
        return uit


def _elementen(bron: Bron, koppelrij: Koppelrij) -> Iterator[tuple[Plek, Any]]:
    """Yield the elements of a rule: not of an old address, and only of a component with the right code."""
    for plek, waarde in bron.delen(*koppelrij.pad):
        geheel = _geheel(bron, plek)
        if geheel.get("use") == _OUD:
            continue
        if not koppelrij.onderdeel or koppelrij.onderdeel & codes_van(geheel.get("code")):
            yield plek, waarde


def _geheel(bron: Bron, plek: Plek) -> dict[str, Any]:
    """Return the object in which an element stands."""
    while plek and type(plek[-1]) is int:
        plek = plek[:-1]
    deel: Any = bron.gegeven
    for segment in plek[:-1]:
        deel = deel[segment]
    uit: dict[str, Any] = deel
    return uit
