"""What many documents have in common: their prestaties, and what the tables say of the tariffs."""

from collections.abc import Collection, Hashable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, final

from geboortezorg.bron import Verificatie, zwakste
from geboortezorg.model.prestatie import Prestatie
from geboortezorg.rapport import Tabelgebruik
from geboortezorg.tabellen import GenoemdePrestatie, Gevonden, Tabelrij, Tariefantwoord
from geboortezorg.zorggeval import Groep

if TYPE_CHECKING:
    from geboortezorg.regels.context import Context

_MAX_PAKKETTEN: Final = 1024
"""Sets of prestaties and tariffs of which is kept what was made of them."""

Notitie = tuple[str, bool, Verificatie, tuple[str, ...]]
"""A table: its name, whether it is an own one, its ground, and what it stands in for."""


_Gemaakt = dict[frozenset[str], dict[Any, Any]]
"""What was made of prestaties, by their stable names."""


@final
class Pakket:
    """The prestaties and the tariffs of the lines of a document: one object for all alike."""

    __slots__ = ("gemaakt", "met_onbekende", "notities", "prestaties", "tariefantwoorden")

    def __init__(self, groepen: Iterable[Groep], gemaakt: _Gemaakt) -> None:
        """Take groups that have these, and what was made of them by prestaties."""
        prestaties: dict[str, Prestatie] = {}
        antwoorden: dict[int, Tariefantwoord | None] = {}
        rijen: list[Tabelrij | GenoemdePrestatie] = []
        self.met_onbekende = False
        """Whether a line that counts has a prestatie that no table knows."""
        for groep in groepen:
            if groep.telt and groep.prestatie is not None:
                prestaties[groep.prestatie_id] = groep.prestatie
            elif groep.telt:
                self.met_onbekende = True
            genoemd = groep.soort.genoemd
            if genoemd is not None and genoemd.vervangt is not None:
                rijen.append(genoemd)
            antwoorden |= {id(antwoord): antwoord for antwoord in groep.antwoorden}
        rijen += [antwoord for antwoord in antwoorden.values() if isinstance(antwoord, Gevonden)]
        self.prestaties: Collection[Prestatie] = prestaties.values()
        """The prestaties of the lines that count, each once."""
        self.tariefantwoorden: Collection[Tariefantwoord | None] = antwoorden.values()
        """What the tables said of the tariff of the lines, each answer once."""
        self.notities = frozenset(map(notitie_van, rijen))
        """The tables that these rest on."""
        self.gemaakt = gemaakt.setdefault(frozenset(prestaties), {})
        """What was made of the prestaties, by what made it."""


def pakket_van(context: "Context", groepen: Iterable[Groep]) -> Pakket:
    """Return what lines have in common with those of other documents.

    The tables of the context keep their rows, which are told apart by their identity.
    """
    bekend, van_prestaties = context.gedeeld(_pakketten)
    soorten: list[Hashable] = []
    for groep in groepen:
        if groep.eender and groep.telt:
            soorten.append(groep.soort)
        else:
            soorten.append((id(groep.soort.genoemd), *map(id, groep.antwoorden), groep.telt))
    sleutel = frozenset(soorten)
    gemaakt = bekend.get(sleutel)
    if gemaakt is None:
        if len(bekend) >= _MAX_PAKKETTEN:
            bekend.clear()
        if len(van_prestaties) >= _MAX_PAKKETTEN:
            van_prestaties.clear()
        gemaakt = bekend[sleutel] = Pakket(groepen, van_prestaties)
    return gemaakt


def _pakketten(_: "Context") -> tuple[dict[frozenset[Hashable], Pakket], _Gemaakt]:
    """Return what was made until now: filled as documents have them."""
    return {}, {}


def notitie_van(rij: Tabelrij | GenoemdePrestatie) -> Notitie:
    """Return what is noted of a row."""
    vervangt = () if rij.vervangt is None else (rij.vervangt.tabel,)
    return rij.tabel, rij.eigen, rij.verificatie, vervangt


@lru_cache(maxsize=1024)
def met(notities: frozenset[Notitie], notitie: Notitie) -> frozenset[Notitie]:
    """Return notes and one more."""
    return notities | {notitie}


@lru_cache(maxsize=1024)
def namen_in(notities: frozenset[Notitie]) -> tuple[str, ...]:
    """Return the names of the tables."""
    return tuple(sorted({naam for naam, *_ in notities}))


@lru_cache(maxsize=1024)
def tabellen_van(notities: frozenset[Notitie]) -> tuple[Tabelgebruik, ...]:
    """Return the tables, each with the weakest ground on which it was used."""
    per_tabel: dict[tuple[str, bool], list[Notitie]] = {}
    for notitie in notities:
        per_tabel.setdefault(notitie[:2], []).append(notitie)
    return _gedeelde_tabellen(
        tuple(
            (
                naam,
                eigen,
                zwakste(*(n[2] for n in eigene)),
                tuple(sorted({t for n in eigene for t in n[3]})),
            )
            for (naam, eigen), eigene in sorted(per_tabel.items())
        )
    )


@lru_cache(maxsize=1024)
def _gedeelde_tabellen(notities: tuple[Notitie, ...]) -> tuple[Tabelgebruik, ...]:
    """Return the tables; what many documents rest on is one object for all of them."""
    return tuple(
        Tabelgebruik(naam=naam, verificatie=verificatie, eigen=eigen, vervangt=vervangt)
        for naam, eigen, verificatie, vervangt in notities
    )


GEEN_PAKKET: Final = Pakket((), {})
"""That of a document without lines."""
