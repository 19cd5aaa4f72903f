"""The source of the conformance cases: what stands in ``gevallen/``, read and written out in full.

A file has base documents (``[documenten.NAAM]``), contexts (``[contexten.NAAM]``), cases of a rule
(``[CODE.NAAM]``) and cases of a whole verdict (``[oordeel.NAAM]``). Each is written out, or is another one with differences: ``als`` names the
other; then ``weg`` has the JSON Pointers of what is removed, ``kopie`` what is repeated elsewhere,
``zet`` what is set, and ``nul`` what becomes null, for which TOML has no word. Names of documents
and contexts hold in every file.
"""

import copy
import datetime as dt
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, final

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.bevroren import bevroren
from geboortezorg.regels.register import PER_CODE, THEMA_PER_VOORVOEGSEL

WORTEL: Final = Path(__file__).resolve().parents[3]
BRONMAP: Final = WORTEL / "gevallen"

DOCUMENTEN: Final = "documenten"
CONTEXTEN: Final = "contexten"
OORDEEL: Final = "oordeel"
_LEDEN: Final = frozenset({"als", "weg", "kopie", "zet", "nul", "context", "toelichting"})
_LEDEN_VAN_REGEL: Final = _LEDEN | {"verwacht", "bevindingen"}
_LEDEN_OORDEEL: Final = _LEDEN | {"oordeel_in", "hiaat"}
_VELDEN: Final = ("uitkomst", "ernst", "reden", "pad")
"""The words of a recorded finding, in order."""


class OngeldigGeval(ValueError):
    """A case, document or context in ``gevallen/`` is not of the form; names its place."""


@final
@bevroren(kw_only=True)
class Geval:
    """One case, with its document and context in full."""

    bestand: Path
    code: str
    naam: str
    toelichting: str
    document: dict[str, Any]
    context: dict[str, Any] | None
    verwacht: str = ""
    """What the author says that must come out: an outcome and, after a colon, the reasons."""
    bevindingen: tuple[str, ...] = ()
    """The findings as they were recorded."""
    oordeel_in: tuple[str, ...] = ()
    """For a case of a whole verdict: the verdicts that are right."""
    hiaat: bool = False
    """Whether it is known that the library gives another verdict."""

    @property
    def plaats(self) -> str:
        """The name of this case among all."""
        return f"{self.code}.{self.naam}"

    @property
    def uitkomst(self) -> str:
        """The outcome of the rule that the author states."""
        return self.verwacht.partition(":")[0]

    @property
    def redenen(self) -> set[str]:
        """The reasons that the author states."""
        return set(self.verwacht.partition(":")[2].replace(",", " ").split())

    def gepubliceerd(self) -> dict[str, Any]:
        """Return the case as it is published; OngeldigGeval when it was not recorded."""
        kop = {
            "naam": self.naam,
            "toelichting": self.toelichting,
            "document": self.document,
            **({} if self.context is None else {"context": self.context}),
        }
        if self.code == OORDEEL:
            return {**kop, "verwacht": {"oordeel_in": list(self.oordeel_in)}}
        bevindingen = [
            {"code": self.code, **dict(zip(_VELDEN, bevinding.split(" ", 3), strict=True))}
            for bevinding in self.bevindingen
        ]
        if {bevinding["reden"] for bevinding in bevindingen} != self.redenen:
            raise OngeldigGeval(f"{self.plaats}: is not recorded; run python3 dev.py opnemen")
        volgorde = ("code", "pad", "uitkomst", "ernst", "reden")
        return {
            **kop,
            "verwacht": {
                "uitkomst": self.uitkomst,
                "bevindingen": [{naam: b[naam] for naam in volgorde} for b in bevindingen],
            },
        }


def lees(map_: Path = BRONMAP) -> tuple[Geval, ...]:
    """Return every case in the files of a folder; OngeldigGeval when one is not of the form."""
    bron = _Bron()
    for bestand in sorted(map_.rglob("*.toml")):
        bron.neem_op(bestand, tomllib.loads(bestand.read_text("utf-8")))
    return tuple(bron.geval(code, naam) for code, naam in bron.gevallen)


def als_tekst(bevinding: Mapping[str, str]) -> str:
    """Return a finding in the words that are recorded."""
    return " ".join(bevinding[veld] for veld in _VELDEN)


class _Bron:
    """All files together: rows by their name, and what was made of them."""

    def __init__(self) -> None:
        self.rijen: dict[str, dict[str, Any]] = {DOCUMENTEN: {}, CONTEXTEN: {}}
        self.gevallen: dict[tuple[str, str], tuple[Path, dict[str, Any]]] = {}
        self.klaar: dict[tuple[str, str], Any] = {}

    def neem_op(self, bestand: Path, inhoud: Mapping[str, Any]) -> None:
        for groep, rijen in inhoud.items():
            if groep not in self.rijen:
                _keur_plaats(bestand, groep)
            for naam, rij in rijen.items():
                sleutel = (groep, naam)
                if sleutel in self.gevallen or naam in self.rijen.get(groep, ()):
                    raise OngeldigGeval(f"{groep}.{naam}: occurs twice")
                if groep in self.rijen:
                    self.rijen[groep][naam] = rij
                    continue
                leden = _LEDEN_OORDEEL if groep == OORDEEL else _LEDEN_VAN_REGEL
                vreemd = ", ".join(sorted(rij.keys() - leden))
                nodig = {"toelichting", "als", "oordeel_in" if groep == OORDEEL else "verwacht"}
                if vreemd or not nodig <= rij.keys():
                    raise OngeldigGeval(f"{groep}.{naam}: {vreemd or 'incomplete'}")
                self.gevallen[sleutel] = (bestand, rij)

    def geval(self, code: str, naam: str) -> Geval:
        bestand, rij = self.gevallen[code, naam]
        return Geval(
            bestand=bestand,
            code=code,
            naam=naam,
            toelichting=rij["toelichting"],
            document=self.document(code, naam),
            context=self.context(code, naam),
            verwacht=rij.get("verwacht", ""),
            bevindingen=tuple(rij.get("bevindingen", ())),
            oordeel_in=tuple(rij.get("oordeel_in", ())),
            hiaat=rij.get("hiaat", False),
        )

    def document(self, groep: str, naam: str) -> Any:
        """Return what stands under a name in full: made once, or an error at its place."""
        sleutel = (groep, naam)
        if sleutel not in self.klaar:
            rij = self.gevallen[sleutel][1] if sleutel in self.gevallen else self._rij(groep, naam)
            self.klaar[sleutel] = None  # found again by a row that leads to itself
            self.klaar[sleutel] = self._maak(groep, naam, rij)
        if self.klaar[sleutel] is None:
            raise OngeldigGeval(f"{groep}.{naam}: leads to itself")
        return self.klaar[sleutel]

    def context(self, code: str, naam: str) -> Any:
        """Return the context of a case: its own, or that of the case that it is like."""
        rij = self.gevallen[code, naam][1]
        if "context" in rij:
            return self.document(CONTEXTEN, rij["context"])
        return self.context(code, rij["als"]) if (code, rij["als"]) in self.gevallen else None

    def _rij(self, groep: str, naam: str) -> Any:
        if naam not in self.rijen[groep]:
            raise OngeldigGeval(f"{groep}.{naam}: is not there")
        return self.rijen[groep][naam]

    def _maak(self, groep: str, naam: str, rij: Mapping[str, Any]) -> Any:
        if "als" not in rij:
            kop: dict[str, Any] = {"soort": "context", "schema_versie": SCHEMA_VERSIE}
            return _json({**kop, **rij})
        eigen = (groep, rij["als"]) in self.gevallen
        bij = groep if eigen or groep == CONTEXTEN else DOCUMENTEN
        basis = self.document(bij, rij["als"])
        try:
            return _gewijzigd(basis, rij)
        except (LookupError, ValueError, TypeError) as fout:
            raise OngeldigGeval(f"{groep}.{naam}: points to what is not there") from fout


def _keur_plaats(bestand: Path, code: str) -> None:
    if code != OORDEEL and code not in PER_CODE:
        raise OngeldigGeval(f"{code}: there is no such rule")
    thema = code if code == OORDEEL else THEMA_PER_VOORVOEGSEL[code.split("-")[1]]
    if thema not in {bestand.parent.name, bestand.stem}:
        raise OngeldigGeval(f"{code}: belongs under gevallen/{thema}")


def _json(waarde: Any) -> Any:
    """Return a value of TOML as JSON has it: a date as text."""
    if isinstance(waarde, dict):
        return {naam: _json(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, list):
        return [_json(deel) for deel in waarde]
    return waarde.isoformat() if isinstance(waarde, dt.date) else waarde


def _gewijzigd(basis: Any, rij: Mapping[str, Any]) -> Any:
    """Return a document with the differences of a row; `basis` stays as it is."""
    uit = copy.deepcopy(basis)
    for wijzer in sorted(rij.get("weg", ()), key=_van_achteren, reverse=True):
        houder, deel = _plek(uit, wijzer)
        del houder[deel]
    for wijzer, van in rij.get("kopie", {}).items():
        houder, deel = _plek(uit, van)
        _zet(uit, wijzer, copy.deepcopy(houder[deel]))
    for wijzer, waarde in rij.get("zet", {}).items():
        _zet(uit, wijzer, _json(waarde))
    for wijzer in rij.get("nul", ()):
        _zet(uit, wijzer, None)
    return uit


def _zet(document: Any, wijzer: str, waarde: Any) -> None:
    """Set a member or an item of a list; an item just past the last one is added."""
    houder, deel = _plek(document, wijzer)
    if isinstance(houder, list) and deel == len(houder):
        houder.append(None)
    houder[deel] = waarde


def _van_achteren(wijzer: str) -> list[int]:
    """Order pointers so that removing one leaves the places of those before it."""
    return [int(deel) if deel.isdecimal() else -1 for deel in wijzer.split("/")]


def _plek(document: Any, wijzer: str) -> tuple[Any, Any]:
    """Return what holds the place that a JSON Pointer names, and the key or position in it."""
    begin, *delen = (deel.replace("~1", "/").replace("~0", "~") for deel in wijzer.split("/"))
    if begin or not delen:
        raise ValueError(wijzer)
    houder = document
    for deel in delen[:-1]:
        houder = houder[int(deel) if isinstance(houder, list) else deel]
    if not isinstance(houder, list):
        return houder, delen[-1]
    return houder, len(houder) if delen[-1] == "-" else int(delen[-1])
