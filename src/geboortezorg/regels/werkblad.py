"""The worksheet of one document: what several rules need, looked up once."""

from collections.abc import Callable, Collection, Hashable, Iterable
from datetime import date
from types import EllipsisType
from typing import TYPE_CHECKING, Any, TypeVar, final

from geboortezorg.convert.gewoon import GEWOON
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.model.prestatie import Prestatie
from geboortezorg.rapport import Tabelgebruik
from geboortezorg.regels.context import Context
from geboortezorg.regels.overeenkomsten import Betaler, Overeenkomstenboek
from geboortezorg.regels.pakket import (
    GEEN_PAKKET,
    Notitie,
    met,
    namen_in,
    notitie_van,
    pakket_van,
    tabellen_van,
)
from geboortezorg.tabellen import GenoemdePrestatie, Tabelrij, Tariefantwoord
from geboortezorg.tabellen.normen import GevondenNorm
from geboortezorg.zorggeval import (
    Bekend,
    Groep,
    PerPrestatie,
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


@final
class Werkblad:
    """One document in its context, with the look-ups that rules share."""

    __slots__ = (
        "_bevaldagen",
        "_gedeeld",
        "_klasse",
        "_notities",
        "_overeenkomstenboek",
        "_per_prestatie",
        "_posten",
        "_samenlopen",
        "_tellend",
        "context",
        "document",
        "dossier",
        "groepen",
        "pakket",
        "soort",
        "tabellen_erbij",
        "zorggevallen",
    )

    zorggevallen: list[Zorggeval]
    """The declaratieregels of a dossier or declaratie, by woman; empty for other documents."""
    groepen: list[Groep]
    """The lines by woman, prestatie, provider and insurer: fewer than there are lines."""

    def __init__(self, document: Any, soort: str, context: Context) -> None:
        self.document = document
        self._klasse = DOCUMENTEN.get(soort)
        self.dossier: Dossier | None = document if soort == "dossier" else None
        """The document when it is a dossier."""
        self.soort = soort
        self.context = context
        self._gedeeld: dict[Any, Any] = {}
        self._posten: list[Post] | None = None
        self._per_prestatie: PerPrestatie | None = None
        self._tellend: list[Post] | None = None
        self._samenlopen: list[Samenloop] | None = None
        self._bevaldagen: tuple[date, date] | EllipsisType | None = ...
        self._overeenkomstenboek: Overeenkomstenboek | None = None
        if self.dossier is None and soort != "declaratie":
            self.zorggevallen, self.groepen, pakket = [], [], GEEN_PAKKET
        else:
            bekend, lijnen = context.gedeeld(_bekend), document.declaratieregels
            leden = getattr(document, GEWOON, None)
            gevallen = zorggevallen(lijnen, context.tabellen, self.dossier, bekend, leden)
            self.zorggevallen = gevallen
            self.groepen = (
                gevallen[0].groepen
                if len(gevallen) == 1
                else [groep for geval in gevallen for groep in geval.groepen]
            )
            pakket = pakket_van(context, self.groepen)
        self.pakket = pakket
        """The prestaties and tariffs of the lines: shared with documents that have the same."""
        self._notities = notities = pakket.notities
        self.tabellen_erbij = bool(notities)
        """Whether a table was consulted in a new way since `tabelnamen` was read."""

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

    @property
    def posten(self) -> list[Post]:
        """Every declaratieregel with its look-ups, in the order of the document."""
        if self._posten is None:
            self._posten = op_volgorde([geval.posten for geval in self.zorggevallen])
        return self._posten

    @property
    def per_prestatie(self) -> PerPrestatie:
        """The debits that no credit takes back as a whole, by prestatie, known or not."""
        if self._per_prestatie is None:
            self._per_prestatie = PerPrestatie(self.groepen)
        return self._per_prestatie

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

    @property
    def prestaties(self) -> Collection[Prestatie]:
        """The prestaties of the lines that count, each once: fewer than there are lines."""
        return self.pakket.prestaties

    @property
    def tariefantwoorden(self) -> Collection[Tariefantwoord | None]:
        """What the tables said of the tariff of the lines, each answer once."""
        return self.pakket.tariefantwoorden

    def over_prestaties(self, maak: Callable[[Collection[Prestatie]], _T]) -> _T:
        """Return what `maak` makes of :attr:`prestaties`: once for all documents with the same."""
        pakket = self.pakket
        gemaakt: _T = pakket.gemaakt.get(maak, ...)
        if gemaakt is ...:
            gemaakt = pakket.gemaakt[maak] = maak(pakket.prestaties)
        return gemaakt

    @property
    def samenlopen(self) -> list[Samenloop]:
        """The lines that cannot stand beside another one, by the list of prestaties."""
        if self._samenlopen is None:
            self._samenlopen, beperkt = [], self.over_prestaties(beperkingen)
            for geval in self.zorggevallen:
                self._samenlopen += samenlopen(geval, beperkt)
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
        return tabellen_van(self._notities)

    @property
    def tabelnamen(self) -> tuple[str, ...]:
        """The names of the tables consulted so far."""
        self.tabellen_erbij = False
        return namen_in(self._notities)

    def gebruikt(self, rij: Tabelrij | GenoemdePrestatie) -> None:
        """Note that the outcome of a rule rests on a row of a table."""
        self._noteer(notitie_van(rij))

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

    def _noteer(self, notitie: Notitie) -> None:
        if notitie not in self._notities:
            self._notities = met(self._notities, notitie)
            self.tabellen_erbij = True

    def laat_los(self) -> None:
        """Break the ring of lines and the groups that they stand in: nothing is asked any more.

        Memory is then given back at once, without the collector.
        """
        for geval in self.zorggevallen:
            geval.laat_los()

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


def _bekend(context: Context) -> Bekend:
    return Bekend(context.tabellen)


def namen_van(
    zegt: Callable[[Prestatie], bool],
) -> Callable[[Collection[Prestatie]], frozenset[str]]:
    """Return what makes the stable names of the prestaties for which `zegt` says so.

    For :meth:`Werkblad.over_prestaties`; made once, for it is remembered by what it is.
    """
    return lambda prestaties: frozenset(p.prestatie_id for p in prestaties if zegt(p))


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
