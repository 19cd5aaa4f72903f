"""What rules may know beside the document: tables, agreements, the day, and the bar."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Any, Final, TypeVar, final

from geboortezorg import betekenis as b
from geboortezorg import model
from geboortezorg.bevroren import anders, attrs, bevroren, velden
from geboortezorg.bron import Verificatie
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort, Screeningscontract
from geboortezorg.regels import veldlezer
from geboortezorg.regels.eigenaren import ALGEMEEN
from geboortezorg.regels.veldvondst import Lezing
from geboortezorg.tabellen import (
    Melding,
    TabelFout,
    Tabellen,
    Tabelreden,
    shipped,
)
from geboortezorg.tabellen.herkomst import EigenTabel
from geboortezorg.tabellen.normen import Normen
from geboortezorg.tekst import Tekst, TekstFout, TypeFout

_T = TypeVar("_T")

ANDERE_SOORT: Final = Tekst(
    "dit is een document van een andere soort; geef een document van soort context",
    "this is a document of another kind; give a document of soort context",
)

_SPREEKT_ZICH_TEGEN: Final = Tekst(
    "de context spreekt zichzelf tegen; beoordeel hem als document om te lezen wat te doen\n"
    "{plekken}{meer}",
    "the context contradicts itself; judge it as a document to read what to do\n{plekken}{meer}",
)
_MEER: Final = Tekst("\nen nog {aantal} plekken", "\nand {aantal} more places")

_GEEN_CONTEXT: Final = Tekst(
    "dit is geen Context; maak er een met Context(...), of van een document van soort context met "
    "Context.uit_document(load(...))",
    "this is no Context; make one with Context(...), or of a document of soort context with "
    "Context.uit_document(load(...))",
)
_GEEN_MODEL: Final = Tekst(
    "dit is geen model van een context; lees het document eerst, met load(..., Toetscontext)",
    "this is no model of a context; read the document first, with load(..., Toetscontext)",
)
_ZONDER_MAP: Final = Tekst(
    "deze context noemt bestanden; geef de map waarin zij staan",
    "this context names files; give the directory in which they stand",
)
_ANDER_TYPE: Final = Tekst(
    "{naam} is van een ander type; geef {verwacht}", "{naam} is of another type; give {verwacht}"
)

_TEGENSPRAAK: Final = Melding(
    reden=Tabelreden.ONBEKENDE_TABEL,
    uitleg=Tekst(
        "er staan namen, en ook dat er geen tabel onder ligt; haal een van beide weg",
        "there are names here, and also that no table lies underneath; remove one of the two",
    ),
    pointer="/basistabellen",
)

_TEGENSPREKEN: Final = frozenset(
    {
        b.Uniek,
        b.Eenduidig,
        b.Ander,
        b.Verwijst,
        b.Strookt,
        b.Eindigt,
        b.NietVoor,
        b.NietNa,
        b.GeenOverlap,
        b.AGB,
        b.Hooguit,
    }
)
"""Declarations of which a breach is a contradiction, whatever the day and the register."""

_MAX_GETOOND: Final = 20

_LIJSTEN: Final = {
    "overeenkomsten": "Overeenkomst",
    "screeningscontracten": "Screeningscontract",
    "prestatiebeschrijvingen": "Prestatiebeschrijving",
    "eerder_gedeclareerd": "EerderGedeclareerd",
}
"""What a context has any number of, with the class in `model` of each."""

_TYPEN: Final[tuple[tuple[str, type], ...]] = (
    *((naam, tuple) for naam in _LIJSTEN),
    ("overeenkomsten_volledig", bool),
    ("screeningscontracten_volledig", bool),
    ("eerdere_factuurnummers", frozenset),
    ("eerdere_factuurnummers_volledig", bool),
    ("drempel", Verificatie),
)


@final
@bevroren(kw_only=True)
class Tegenspraak:
    """One place at which a context contradicts itself."""

    pad: str
    """JSON Pointer."""
    code: str
    """The general rule that says so."""
    reden: str
    ander: str = ""
    """JSON Pointer, with ``*`` for list positions, to what it was held against."""

    def __str__(self) -> str:
        """Return the place, the rule and its reden, on one line."""
        return f"{self.pad}: {self.code} {self.reden}"


class ContextFout(TekstFout):
    """A context contradicts itself, so what it says cannot be used; `plekken` lists every place.

    Names places and rules only. Judge the context as a document to read what to do.
    """

    def __init__(self, plekken: Iterable[Tegenspraak]) -> None:
        self.plekken = tuple(plekken)
        getoond = "\n".join(str(plek) for plek in self.plekken[:_MAX_GETOOND])
        meer = len(self.plekken) - _MAX_GETOOND
        super().__init__(
            _SPREEKT_ZICH_TEGEN,
            plekken=getoond,
            meer=_MEER.met(aantal=meer) if meer > 0 else "",
        )

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the places, so that it survives a process boundary."""
        return type(self), (self.plekken,)


def _tegenspraken(document: "model.Toetscontext") -> Iterator[Tegenspraak]:
    """Yield where a context contradicts itself: a reversed agreement would silently not apply.

    So would one on care that names no provider.
    """
    noten = veldlezer.lees("context", document, Lezing(None))
    for vondst in veldlezer.vondsten("context", noten):
        if vondst.soort in _TEGENSPREKEN and not (vondst.vermoeden or vondst.onbekend):
            yield Tegenspraak(
                pad=vondst.pad,
                code=ALGEMEEN[vondst.soort],
                reden=vondst.reden,
                ander=vondst.ander,
            )
    for plaats in zonder_aanbieder(document.overeenkomsten):
        pad = f"/overeenkomsten/{plaats}"
        yield Tegenspraak(pad=pad, code="GZ-OVEREENKOMST-001", reden="aanbieder_onbekend")


def zonder_aanbieder(overeenkomsten: Iterable[Overeenkomst]) -> Iterator[int]:
    """Yield the positions of agreements on care that name no provider."""
    for plaats, overeenkomst in enumerate(overeenkomsten):
        lumpsum = overeenkomst.overeenkomstsoort is Overeenkomstsoort.LUMPSUM
        if overeenkomst.zorgaanbieder_agb is None and not lumpsum:
            yield plaats


def _keur(document: "model.Toetscontext", zelf: int) -> None:
    """Refuse a context that contradicts itself; its first `zelf` agreements stand in it."""
    tegenspraken = [_genoemd(plek, zelf) for plek in _tegenspraken(document)]
    if tegenspraken:
        raise ContextFout(tegenspraken)


def _genoemd(plek: Tegenspraak, zelf: int) -> Tegenspraak:
    """Say of an agreement past the first `zelf`, which stand in the context, which file holds it."""
    gevonden = re.match("/overeenkomsten/([0-9]+)", plek.pad)
    nummer = -1 if gevonden is None else int(gevonden[1]) - zelf
    return plek if nummer < 0 else anders(plek, pad=f"/overeenkomstbestanden/{nummer}")


@final
@bevroren(kw_only=True)
class Context:
    """The context in which documents are judged. Immutable: make it once, use it for all.

    `beoordelingsdatum` is the day of judging; it is never taken from the clock.
    `overeenkomsten_volledig` says that every agreement that matters is known; only then does a
    missing one prove anything. `drempel` is the weakest ground on which a rule may refuse.
    Raises TypeError for a part of another type, and ContextFout when it contradicts itself.
    """

    tabellen: Tabellen = attrs.field(factory=shipped, repr=False)
    overeenkomsten: tuple[Overeenkomst, ...] = attrs.field(default=(), repr=False)
    overeenkomsten_volledig: bool = False
    prestatiebeschrijvingen: "tuple[model.Prestatiebeschrijving, ...]" = attrs.field(
        default=(), repr=False
    )
    screeningscontracten: tuple[Screeningscontract, ...] = attrs.field(default=(), repr=False)
    screeningscontracten_volledig: bool = False
    eerdere_factuurnummers: frozenset[str] = attrs.field(default=frozenset(), repr=False)
    eerdere_factuurnummers_volledig: bool = False
    eerder_gedeclareerd: "tuple[model.EerderGedeclareerd, ...]" = attrs.field(
        default=(), repr=False
    )
    beoordelingsdatum: date | None = None
    drempel: Verificatie = Verificatie.BEVESTIGD
    normen: Normen = attrs.field(init=False, eq=False, repr=False)
    """The norms in use: those of the tables."""
    _gedeeld: dict[Any, Any] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    @normen.default
    def _van_de_tabellen(self) -> Normen:
        return _normen(self.tabellen)

    def __attrs_post_init__(self) -> None:
        for naam, klasse in _TYPEN:
            if not isinstance(getattr(self, naam), klasse):
                raise _ander_type(naam, klasse.__name__)
        dag = self.beoordelingsdatum
        if dag is not None and (not isinstance(dag, date) or isinstance(dag, datetime)):
            raise _ander_type("beoordelingsdatum", "date")
        gegeven = {naam: getattr(self, naam) for naam in _LIJSTEN}
        if any(gegeven.values()):
            for naam, delen in gegeven.items():
                if delen and {*map(type, delen)} != {getattr(model, _LIJSTEN[naam])}:
                    raise _ander_type(naam, f"tuple[{_LIJSTEN[naam]}, ...]")
            _keur(DOCUMENTEN["context"](**gegeven), zelf=len(self.overeenkomsten))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle without what was made of it: that can hang on which objects these are."""
        namen = [plek.naam for plek in velden(Context) if plek.init]
        return _herbouw, ({naam: getattr(self, naam) for naam in namen},)

    def gedeeld(self, maak: Callable[["Context"], _T]) -> _T:
        """Return what `maak` makes of this context: one object for all documents and threads."""
        try:
            gedeeld: _T = self._gedeeld[maak]
        except KeyError:
            gedeeld = self._gedeeld.setdefault(maak, maak(self))
        return gedeeld

    @classmethod
    def uit_document(
        cls,
        document: "model.Toetscontext",
        map_: "os.PathLike[str] | None" = None,
        *,
        basis: Tabellen | None = None,
    ) -> "Context":
        """Return the context that a document of soort `context` describes.

        Its tables lie over the shipped ones, or over those of `basis`; `basistabellen` says which
        of these. `map_` is the directory in which its files stand; without it a document that
        names files is refused with ValueError. Raises TabelFout for a table that
        does not hold together, and ContextFout when the rest contradicts itself: a rule that
        left a reversed agreement out would judge as if there were none. Raises TypeError for
        anything but the model of such a document.
        """
        from pathlib import Path  # noqa: PLC0415 - only here, and slow to import

        from geboortezorg.tabellen import lader  # noqa: PLC0415 - only here, and slow to import

        if not isinstance(document, model.Toetscontext):
            raise TypeFout(_GEEN_MODEL)
        if document.noemt_bestanden and map_ is None:
            raise TekstFout(_ZONDER_MAP)
        tabellen = shipped() if basis is None else basis
        pad = Path() if map_ is None else Path(map_)
        if document.basistabellen and document.zonder_basistabellen:
            raise TabelFout([_TEGENSPRAAK])
        if document.basistabellen or document.zonder_basistabellen:
            tabellen = tabellen.select(*document.basistabellen)
        modellen: list[EigenTabel] = [
            *document.prestatielijsten,
            *document.tarieftabellen,
            *document.normtabellen,
            *document.cijfertabellen,
        ]
        if modellen or document.tabelbestanden:
            tabellen = lader.with_document(tabellen, modellen, pad, document.tabelbestanden)
        zelf = len(document.overeenkomsten)
        if document.overeenkomstbestanden:
            genoemd = lader.overeenkomsten(pad, document.overeenkomstbestanden)
            document = anders(document, overeenkomsten=document.overeenkomsten + genoemd)
        _keur(document, zelf)
        return cls(
            tabellen=tabellen,
            overeenkomsten=document.overeenkomsten,
            overeenkomsten_volledig=document.overeenkomsten_volledig,
            prestatiebeschrijvingen=document.prestatiebeschrijvingen,
            screeningscontracten=document.screeningscontracten,
            screeningscontracten_volledig=document.screeningscontracten_volledig,
            eerdere_factuurnummers=frozenset(document.eerdere_factuurnummers),
            eerdere_factuurnummers_volledig=document.eerdere_factuurnummers_volledig,
            eerder_gedeclareerd=document.eerder_gedeclareerd,
            beoordelingsdatum=document.beoordelingsdatum,
            drempel=document.drempel or Verificatie.BEVESTIGD,
        )


def _normen(tabellen: Tabellen) -> Normen:
    if not isinstance(tabellen, Tabellen):
        raise _ander_type("tabellen", "Tabellen")
    return tabellen.normen


def _ander_type(naam: str, verwacht: str) -> TypeFout:
    return TypeFout(_ANDER_TYPE, naam=naam, verwacht=verwacht)


def gekozen(context: Context | None) -> Context:
    """Return the context that was given, or one of the shipped tables alone when none was.

    Raises TypeError for anything else, such as a document of soort `context`.
    """
    if context is None:
        return Context()
    if not isinstance(context, Context):
        raise TypeFout(_GEEN_CONTEXT)
    return context


def _herbouw(velden: dict[str, Any]) -> Context:
    return Context(**velden)
