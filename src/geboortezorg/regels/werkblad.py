"""The worksheet of one document: what several rules need, looked up once."""

from collections.abc import Callable, Collection, Hashable, Iterable
from datetime import date
from functools import lru_cache
from types import EllipsisType
from typing import TYPE_CHECKING, Any, Final, TypeVar, final

from geboortezorg.bron import Verificatie, zwakste
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.model.prestatie import Prestatie
from geboortezorg.rapport import Tabelgebruik
from geboortezorg.regels.context import Context
from geboortezorg.regels.overeenkomsten import Betaler, Overeenkomstenboek
from geboortezorg.tabellen import GenoemdePrestatie, Gevonden, Tabelrij, Tariefantwoord
from geboortezorg.tabellen.normen import GevondenNorm
from geboortezorg.zorggeval import (
    Groep,
    Post,
    Samenloop,
    Zorggeval,
    beperkingen,
    bevaldagen,
    op_volgorde,
    samenlopen,
    zorggevallen,
)

if TYPE_CHECKING:
    from geboortezorg.model.dossier import Dossier

_T = TypeVar("_T")

_MAX_PAKKETTEN: Final = 1024
"""Sets of prestaties of which is kept what rules made of them."""

_Notitie = tuple[str, bool, Verificatie, tuple[str, ...]]
"""A table: its name, whether it is an own one, its ground, and what it stands in for."""


@final
class Werkblad:
    """One document in its context, with the look-ups that rules share."""

    __slots__ = (
        "_bevaldagen",
        "_gebruikt",
        "_gedeeld",
        "_klasse",
        "_overeenkomstenboek",
        "_pakket",
        "_samenlopen",
        "_tellend",
        "context",
        "document",
        "dossier",
        "groepen",
        "per_prestatie",
        "posten",
        "prestaties",
        "soort",
        "tabellen_erbij",
        "tariefantwoorden",
        "zorggevallen",
    )

    def __init__(self, document: Any, soort: str, context: Context) -> None:
        self.document = document
        self._klasse = DOCUMENTEN.get(soort)
        self.dossier: Dossier | None = document if soort == "dossier" else None
        """The document when it is a dossier."""
        self.soort = soort
        self.context = context
        self._gebruikt: set[_Notitie] = set()
        self.tabellen_erbij = False
        """Whether a table was consulted in a new way since `tabelnamen` was read."""
        self._gedeeld: dict[Any, Any] = {}
        self.zorggevallen: list[Zorggeval] = []
        """The declaratieregels of a dossier or declaratie, by woman; empty for other documents."""
        self.posten: list[Post] = []
        """Every declaratieregel with its look-ups, in the order of the document."""
        self.groepen: list[Groep] = []
        """The lines by woman, prestatie, provider and insurer: fewer than there are lines."""
        self.tariefantwoorden: Collection[Tariefantwoord | None] = ()
        """What the tables said of the tariff of the lines, each answer once."""
        self.per_prestatie: dict[str, list[Post]] = {}
        """The debits that no credit takes back as a whole, by prestatie, known or not."""
        self.prestaties: Collection[Prestatie] = ()
        """The prestaties of the lines that count, each once: fewer than there are lines."""
        self._tellend: list[Post] | None = None
        self._pakket: dict[Any, Any] = {}
        self._samenlopen: list[Samenloop] | None = None
        self._bevaldagen: tuple[date, date] | EllipsisType | None = ...
        self._overeenkomstenboek: Overeenkomstenboek | None = None
        if self.dossier is not None or soort == "declaratie":
            self._bekijk()

    def als(self, klasse: type[_T]) -> _T:
        """Return the document as the class that the rule judges.

        Rules read attributes only: the object itself may be another with the same attributes.
        """
        if klasse is not self._klasse:
            raise TypeError("deze regel beoordeelt een andere soort document")
        document: _T = self.document
        return document

    def gedeeld(self, maak: Callable[[Any], _T]) -> _T:
        """Return what `maak` makes of the document: made once, and shared by the rules."""
        return self.samen(maak, self.document)

    def samen(self, maak: Callable[..., _T], van: Any = None, *meer: Hashable) -> _T:
        """Return what `maak` makes of this worksheet, or of another thing: made once too.

        What else it takes may differ each time: `meer` is part of what was asked.
        """
        sleutel = (maak, *meer) if meer else maak
        gedeeld: _T = self._gedeeld.get(sleutel, ...)
        if gedeeld is ...:
            gedeeld = self._gedeeld[sleutel] = maak(self if van is None else van, *meer)
        return gedeeld

    def _bekijk(self) -> None:
        declaratieregels, tabellen = self.document.declaratieregels, self.context.tabellen
        gevonden = zorggevallen(declaratieregels, tabellen, self.dossier)
        self.zorggevallen, self.posten = gevonden
        self.groepen = [groep for geval in gevonden.gevallen for groep in geval.groepen]
        antwoorden: dict[int, Tariefantwoord | None] = {}
        per_prestatie: dict[str, list[list[Post]]] = {}
        for groep in self.groepen:
            if groep.tellend:
                per_prestatie.setdefault(groep.prestatie_id, []).append(groep.tellend)
            genoemd = groep.genoemd
            if genoemd is not None and genoemd.vervangt is not None:
                self.gebruikt(genoemd)
            antwoorden[id(groep.antwoord)] = groep.antwoord
            if not groep.eender:
                for post in groep.posten:
                    antwoorden[id(post.tariefantwoord)] = post.tariefantwoord
        self.per_prestatie = {naam: op_volgorde(delen) for naam, delen in per_prestatie.items()}
        self.prestaties = [
            posten[0].prestatie
            for posten in self.per_prestatie.values()
            if posten[0].prestatie is not None
        ]
        self._pakket = _pakket(self.context, self.prestaties)
        self.tariefantwoorden = antwoorden.values()
        bekend = self.context.gedeeld(_noties)
        for antwoord in antwoorden.values():
            if isinstance(antwoord, Gevonden):
                bewaard = bekend.get(id(antwoord))
                if bewaard is None:
                    bewaard = bekend[id(antwoord)] = (antwoord, _een(_notitie(antwoord)))
                self._noteer(bewaard[1])

    def uit_groepen(self, kies: Callable[[Groep], object]) -> list[Post]:
        """Return the lines that count of the groups for which `kies` says so, in their order.

        Not to be changed: it can be the list of a group itself.
        """
        return op_volgorde([groep.tellend for groep in self.groepen if kies(groep)])

    @property
    def tellend(self) -> list[Post]:
        """The lines with a known prestatie that no credit takes back as a whole."""
        if self._tellend is None:
            self._tellend = op_volgorde([geval.tellend for geval in self.zorggevallen])
        return self._tellend

    def van(self, prestaties: Iterable[str]) -> list[Post]:
        """Return those debits of some prestaties, in the order of the document."""
        per_prestatie = self.per_prestatie
        return op_volgorde([per_prestatie[naam] for naam in prestaties if naam in per_prestatie])

    def over_prestaties(self, maak: Callable[[Collection[Prestatie]], _T]) -> _T:
        """Return what `maak` makes of :attr:`prestaties`: once for all documents with the same."""
        gemaakt: _T = self._pakket.get(maak, ...)
        if gemaakt is ...:
            gemaakt = self._pakket[maak] = maak(self.prestaties)
        return gemaakt

    @property
    def samenlopen(self) -> list[Samenloop]:
        """The lines that cannot stand beside another one, by the list of prestaties."""
        if self._samenlopen is None:
            beperkt = self.over_prestaties(beperkingen)
            self._samenlopen = [
                samenloop for geval in self.zorggevallen for samenloop in samenlopen(geval, beperkt)
            ]
        return self._samenlopen

    @property
    def bevaldagen(self) -> tuple[date, date] | None:
        """The first and the last day of birth; None when the document does not tell them."""
        if self._bevaldagen is ...:
            self._bevaldagen = None if self.dossier is None else bevaldagen(self.dossier)
        return self._bevaldagen

    @property
    def tabellen(self) -> tuple[Tabelgebruik, ...]:
        """The tables consulted so far, by name, each with what it stands in for."""
        return _tabellen(frozenset(self._gebruikt))

    @property
    def tabelnamen(self) -> tuple[str, ...]:
        """The names of the tables consulted so far."""
        self.tabellen_erbij = False
        return tuple(sorted({naam for naam, *_ in self._gebruikt}))

    def gebruikt(self, rij: Tabelrij | GenoemdePrestatie) -> None:
        """Note that the outcome of a rule rests on a row of a table."""
        self._noteer(_notitie(rij))

    def norm_gebruikt(self, norm: GevondenNorm, op: date) -> None:
        """Note that the outcome of a rule rests on a norm that was looked up on a day."""
        normen = self.context.normen
        eigen = normen.onder is not None and norm.tabel in {t.naam for t in normen.tabellen}
        onder = normen.onder.lookup(norm.norm.norm_id, op) if normen.onder and eigen else None
        vervangt = (onder.tabel,) if isinstance(onder, GevondenNorm) else ()
        self._noteer((norm.tabel, eigen, norm.verificatie, vervangt))

    def ook_gebruikt(self, tabellen: Iterable[Tabelgebruik]) -> None:
        """Note that it rests on what another worksheet, of a part of the document, rests on."""
        for tabel in tabellen:
            self._noteer((tabel.naam, tabel.eigen, tabel.verificatie, tabel.vervangt))

    def _noteer(self, notitie: _Notitie) -> None:
        if notitie not in self._gebruikt:
            self._gebruikt.add(notitie)
            self.tabellen_erbij = True

    def laat_los(self) -> None:
        """Break the ring of lines and the groups that they stand in: nothing is asked any more.

        Memory is then given back at once, without the collector.
        """
        for groep in self.groepen:
            del groep.geval, groep.posten, groep.tellend

    @property
    def overeenkomstenboek(self) -> Overeenkomstenboek:
        """The agreements of the context and of a dossier, by parties, kind and day."""
        if self._overeenkomstenboek is None:
            eigen = () if self.dossier is None else self.dossier.overeenkomsten
            self._overeenkomstenboek = (
                _boek(self.context, eigen) if eigen else self.context.gedeeld(_boek)
            )
        return self._overeenkomstenboek

    def overeenkomsten(
        self, soort: Overeenkomstsoort, zorgaanbieder_agb: str, uzovi_code: str, op: date
    ) -> list[Overeenkomst]:
        """Return the agreements of this provider with this insurer that count on `op`."""
        return self.overeenkomstenboek.van(soort, zorgaanbieder_agb, uzovi_code, op)


def _pakketten(_: Context) -> dict[frozenset[str], dict[Any, Any]]:
    """Return what was made of prestaties, by their stable names: filled as documents have them."""
    return {}


def _pakket(context: Context, prestaties: Collection[Prestatie]) -> dict[Any, Any]:
    """Return what was made of these prestaties."""
    bekend = context.gedeeld(_pakketten)
    sleutel = frozenset([prestatie.prestatie_id for prestatie in prestaties])
    pakket = bekend.get(sleutel)
    if pakket is None:
        if len(bekend) >= _MAX_PAKKETTEN:
            bekend.clear()
        pakket = bekend[sleutel] = {}
    return pakket


def namen_van(
    zegt: Callable[[Prestatie], bool],
) -> Callable[[Collection[Prestatie]], frozenset[str]]:
    """Return what makes the stable names of the prestaties for which `zegt` says so.

    For :meth:`Werkblad.over_prestaties`; made once, for it is remembered by what it is.
    """
    return lambda prestaties: frozenset(p.prestatie_id for p in prestaties if zegt(p))


def _notitie(rij: Tabelrij | GenoemdePrestatie) -> _Notitie:
    vervangt = () if rij.vervangt is None else (rij.vervangt.tabel,)
    return rij.tabel, rij.eigen, rij.verificatie, vervangt


@lru_cache(maxsize=1024)
def _een(notitie: _Notitie) -> _Notitie:
    """Return the same object for what many answers of the tables have in common."""
    return notitie


def _noties(_: Context) -> dict[int, tuple[Gevonden, _Notitie]]:
    """Return what to note of answers of the tables, by their identity: filled as lines have them."""
    return {}


def _betaler(context: Context) -> Betaler:
    return Betaler(context.overeenkomsten, context.tabellen)


def _boek(context: Context, eigen: Iterable[Overeenkomst] = ()) -> Overeenkomstenboek:
    """Return the agreements of a context, and those of a document: one for all without any."""
    return Overeenkomstenboek(
        eigen,
        context.gedeeld(_betaler),
        context.tabellen,
        volledig=context.overeenkomsten_volledig,
    )


@lru_cache(maxsize=1024)
def _tabellen(noties: frozenset[_Notitie]) -> tuple[Tabelgebruik, ...]:
    """Return the tables, each with the weakest ground on which it was used."""
    per_tabel: dict[tuple[str, bool], list[_Notitie]] = {}
    for notitie in noties:
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
def _gedeelde_tabellen(noties: tuple[_Notitie, ...]) -> tuple[Tabelgebruik, ...]:
    """Return the tables; what many documents rest on is one object for all of them."""
    return tuple(
        Tabelgebruik(naam=naam, verificatie=verificatie, eigen=eigen, vervangt=vervangt)
        for naam, eigen, verificatie, vervangt in noties
    )
