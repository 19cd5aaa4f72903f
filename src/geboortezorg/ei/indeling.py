"""Layouts: those that ship, those of a user, and what is made of one to read records fast."""

import os
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Final, final

from geboortezorg.ei.fout import EIFout, EIReden
from geboortezorg.ei.namen import Veldnaam
from geboortezorg.model.ei import (
    EIIndeling,
    EIInhoud,
    EIRecord,
    EIRecordrol,
    EIVeld,
    EIVeldtype,
)
from geboortezorg.nummers import agb, bsn
from geboortezorg.tabellen import TabelFout, Tabelreden, lader, pakket
from geboortezorg.tabellen.bestanden import open_bestand
from geboortezorg.tabellen.herkomst import Herkomst
from geboortezorg.tabellen.indelingcontrole import gebreken
from geboortezorg.tekst import Tekst
from geboortezorg.tijd import DatumFout, lees_datum

_GEEN_INDELING: Final = Tekst(
    "dit document is geen EI-indeling; zet soort op ei_indeling",
    "this document is no layout; set soort to ei_indeling",
)

_IN_VOORLOOP: Final = (
    Veldnaam.BERICHTCODE,
    Veldnaam.BERICHTVERSIE,
    Veldnaam.BERICHTSUBVERSIE,
)
_STUURTEKENS: Final = "\x00-\x1f\x7f-\x9f"
_STUURTEKEN: Final = re.compile(f"[{_STUURTEKENS}]")


def lees_dag(cijfers: str) -> date | None:
    """Return the date in eight digits, year first; None when there is no such day."""
    try:
        return lees_datum(f"{cijfers[:4]}-{cijfers[4:6]}-{cijfers[6:]}")
    except DatumFout:
        return None


@lru_cache(maxsize=4096)
def _is_dag(cijfers: str) -> bool:
    return lees_dag(cijfers) is not None


def _is_bsn(tekst: str) -> bool:
    return tekst == bsn.DUMMY or bsn.elfproef(tekst)


_TOETSEN: Final[dict[EIInhoud, tuple[Callable[[str], bool], EIReden]]] = {
    EIInhoud.DATUM: (_is_dag, EIReden.DATUM),
    EIInhoud.BSN: (_is_bsn, EIReden.BSN),
    EIInhoud.AGB: (agb.is_valid, EIReden.AGB),
}
"""What is asked of a value that is there, beside its characters."""


def is_leeg(waarde: str, veld: EIVeld) -> bool:
    """Say whether a field is without content: spaces, or zeros where it holds digits."""
    return not waarde.strip("0 " if veld.veldtype is EIVeldtype.NUMERIEK else " ")


@final
class Recordvorm:
    """One kind of record of a layout, ready for reading."""

    __slots__ = ("_geheel", "_toetsen", "indeling", "kenmerk", "model", "plaatsen", "rol", "velden")

    def __init__(self, model: EIRecord, indeling: "Indeling") -> None:
        self.model = model
        self.indeling = indeling
        self.kenmerk = model.kenmerk
        self.rol = model.recordrol
        self.velden = {veld.naam: veld for veld in model.velden}
        self.plaatsen = {veld.naam: slice(veld.begin - 1, veld.einde) for veld in model.velden}
        self._geheel = re.compile("".join(map(_patroon, model.velden)))
        self._toetsen = tuple(
            (self.plaatsen[veld.naam], _TOETSEN[veld.inhoud][0])
            for veld in model.velden
            if veld.inhoud in _TOETSEN
        )

    def goed(self, tekst: str) -> bool:
        """Say whether a record has no fault in any field: the fast way, for most records."""
        if self._geheel.fullmatch(tekst) is None:
            return False
        for plaats, toets in self._toetsen:
            waarde = tekst[plaats]
            if waarde.strip("0 ") and not toets(waarde):
                return False
        return True

    def fouten(self, tekst: str, nummer: int) -> Iterator[EIFout]:
        """Yield the faults in the fields of a record, in order."""
        for veld in self.model.velden:
            reden = veldfout(tekst[self.plaatsen[veld.naam]], veld)
            if reden is not None:
                yield self.fout(nummer, reden, veld.naam)

    def fout(self, nummer: int, reden: EIReden, naam: str) -> EIFout:
        """Return a fault in a field, with what the layout knows of that."""
        veld = self.velden.get(naam)
        if veld is None:
            return EIFout(record=nummer, reden=reden, veld=naam)
        return EIFout(
            record=nummer,
            reden=reden,
            veld=naam,
            rubriek=veld.rubriek,
            retourcode=veld.retourcode,
        )


def veldfout(waarde: str, veld: EIVeld) -> EIReden | None:
    """Return what is wrong with the characters of a field; None when nothing is."""
    cijfers = veld.veldtype is EIVeldtype.NUMERIEK
    if veld.inhoud is EIInhoud.RESERVE:
        return EIReden.RESERVE if waarde.strip(" ") else None
    if cijfers and waarde.strip(" ") and not (waarde.isascii() and waarde.isdigit()):
        return EIReden.GEEN_CIJFERS
    if _STUURTEKEN.search(waarde):
        return EIReden.STUURTEKEN
    if is_leeg(waarde, veld) and not (veld.codes_volledig and _is_code(waarde, veld)):
        return EIReden.ONTBREEKT if veld.verplicht else None
    if veld.codes_volledig and not _is_code(waarde, veld):
        return EIReden.CODE
    toets = None if veld.inhoud is None else _TOETSEN.get(veld.inhoud)
    return None if toets is None or is_leeg(waarde, veld) or toets[0](waarde) else toets[1]


def _is_code(waarde: str, veld: EIVeld) -> bool:
    return any(code.code == waarde for code in veld.codes)


def _patroon(veld: EIVeld) -> str:
    """Return the pattern of a field: what :func:`veldfout` says, but for dates and numbers."""
    lengte = veld.einde - veld.begin + 1
    spaties = f" {{{lengte}}}"
    cijfers = veld.veldtype is EIVeldtype.NUMERIEK
    leeg = f"{spaties}|0{{{lengte}}}" if cijfers else spaties
    if veld.inhoud is EIInhoud.RESERVE:
        return spaties
    if veld.codes_volledig:
        codes = "|".join(re.escape(code.code) for code in veld.codes)
        return f"(?:{codes})" if veld.verplicht else f"(?:{codes}|{leeg})"
    deel = f"[0-9]{{{lengte}}}" if cijfers else f"[^{_STUURTEKENS}]{{{lengte}}}"
    if veld.verplicht:
        return f"(?!{leeg}){deel}"
    return f"(?:{deel}|{spaties})" if cijfers else deel


@final
class Indeling:
    """A layout that was checked: its fields fill every record, and its frame is whole."""

    __slots__ = ("model", "per_rol", "vormen")

    def __init__(self, model: EIIndeling, herkomst: Herkomst | None = None) -> None:
        """Take a layout; raises TabelFout with everything that is wrong with it."""
        waar = Herkomst() if herkomst is None else herkomst
        meldingen = [waar.melding(Tabelreden.INHOUD, *gebrek) for gebrek in gebreken(model)]
        if meldingen:
            raise TabelFout(meldingen)
        self.model = model
        self.vormen = {record.kenmerk: Recordvorm(record, self) for record in model.records}
        self.per_rol = {vorm.rol: vorm for vorm in self.vormen.values()}

    def past(self, begin: str) -> bool:
        """Say whether a first record is of this layout: by its message code and version."""
        voorloop = self.per_rol[EIRecordrol.VOORLOOP]
        model = self.model
        verwacht = (model.berichtcode, model.berichtversie, model.berichtsubversie)
        return begin.startswith(voorloop.kenmerk) and all(
            begin[voorloop.plaatsen[naam]] == waarde
            for naam, waarde in zip(_IN_VOORLOOP, verwacht, strict=True)
        )


@cache
def indelingen() -> tuple[Indeling, ...]:
    """Return the layouts that ship."""
    return tuple(map(Indeling, pakket.modellen("indelingen")))


def lees_indeling(pad: str | os.PathLike[str]) -> Indeling:
    """Return the layout in a file of a user, in TOML or JSON, with the checks of those that ship.

    Raises TabelFout with every reason found, each naming file, line and place.
    """
    bestand, data, _ = open_bestand(pad)
    model, herkomst = lader.lees_model(bestand, data)
    if isinstance(model, EIIndeling):
        return Indeling(model, herkomst)
    raise TabelFout([herkomst.melding(Tabelreden.SOORT, _GEEN_INDELING, ("soort",))])
