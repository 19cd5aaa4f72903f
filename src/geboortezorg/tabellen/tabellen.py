"""Tables in use: built once, checked once, then only looked up in.

The answers of a prestatie are made when it is first looked up; then a lookup only finds the right one.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final, TypeVar, final

from geboortezorg import model
from geboortezorg import tabellen as pakket
from geboortezorg.bevroren import anders, attrs, bevroren, velden
from geboortezorg.documenten import SOORTEN
from geboortezorg.model.norm import Normtabel
from geboortezorg.model.prestatie import Prestatie, Prestatielijst, Regime
from geboortezorg.model.tarief import Opslagsoort, Tarieftabel
from geboortezorg.tabellen.antwoord import (
    BekendTarief,
    GenoemdePrestatie,
    GevondenOpslag,
    Onbekend,
    Onbekendreden,
    Tariefantwoord,
)
from geboortezorg.tabellen.fout import Melding, TabelFout, Tabelreden, als_pointer
from geboortezorg.tabellen.herkomst import LIJST, EigenTabel, Herkomst, op_volgorde, toets
from geboortezorg.tabellen.index import Dagen, Index, bouw
from geboortezorg.tabellen.normen import Normen, normen
from geboortezorg.tekst import Tekst, TekstFout, TypeFout

_ONBEKENDE_NAAM: Final = Tekst(
    "geen tabel in gebruik heeft deze naam; verbeter de naam, of laat hem weg",
    "no table in use has this name; correct the name, or leave it out",
)
_GEEN_TABEL: Final = Tekst(
    "alleen een tabel kan erbij: van prestaties, tarieven, normen of cijfers; lees haar eerst",
    "only a table can be added: of prestaties, tariffs, norms or figures; read it first",
)
_BASIS_OP_BASIS: Final = Tekst(
    "de basis ligt zelf al over andere tabellen; geef daarvan de basis",
    "the basis lies over other tables itself; give the basis of those",
)
_T = TypeVar("_T")


PRESTATIE_ONBEKEND: Final = Onbekend(reden=Onbekendreden.PRESTATIE_ONBEKEND)


@final
@bevroren(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Tabellen:
    """Lists of prestaties and tables of tariffs that agree with each other, norms and figures.

    Immutable; :meth:`add` returns a new one. They may lie over other tables (`basis`): an own
    row then goes before a row underneath, on the days that it has itself, and the answer says
    which row it replaces. Own rows may not share a day. Raises :class:`TabelFout` with every
    reason when a table has a reversed period, an amount too many or too few, two rows for one
    day, a unit that is not that of the prestatie, a name or code that is taken, or names a
    prestatie that no list has. Raises ValueError when the basis lies over tables itself.
    """

    _lijsten: tuple[Prestatielijst, ...] = attrs.field(default=(), alias="prestatielijsten")
    _tarieftabellen: tuple[Tarieftabel, ...] = attrs.field(default=(), alias="tarieftabellen")
    normtabellen: tuple[Normtabel, ...] = ()
    """The own tables of norms."""
    cijfertabellen: "tuple[model.Cijfertabel, ...]" = ()
    """The own tables of figures."""
    basis: "pakket.Tabellen | None" = None
    """The tables underneath."""
    normbasis: Normen | None = None
    """The norms underneath, in place of those that ship."""
    cijferbasis: "pakket.Cijfers | None" = None
    """The figures underneath, in place of those that ship."""
    _herkomst: tuple[Herkomst, ...] | None = attrs.field(default=None, alias="herkomst")
    """Where the own tables come from, in order of kind; their places in the lists by default."""
    _nagezien: bool = attrs.field(default=False, alias="nagezien")
    """Whether the own lists and tables of tariffs were found to agree before."""
    _normen: Normen | None = attrs.field(init=False, default=None)
    _cijfers: "pakket.Cijfers | None" = attrs.field(init=False, default=None)
    _gebouwd: Index | None = attrs.field(init=False, default=None)
    _dagen: dict[str, Dagen] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Check the tables."""
        if self.basis is not None and self.basis.basis is not None:
            raise TekstFout(_BASIS_OP_BASIS)
        herkomst = self._herkomst or op_volgorde(self._alle_eigen)
        tarief, norm = len(self.eigen), len(self.eigen) + len(self.normtabellen)
        if self.eigen and not self._nagezien:
            toets(self.tabellen, herkomst[:tarief])
        if self.normtabellen:
            normen_ = self._normen_onder.add(*self.normtabellen, herkomst=herkomst[tarief:norm])
            object.__setattr__(self, "_normen", normen_)
        if self.cijfertabellen:
            cijfers_ = self._cijfers_onder.add(*self.cijfertabellen, herkomst=herkomst[norm:])
            object.__setattr__(self, "_cijfers", cijfers_)

        object.__setattr__(self, "_dagen", _NogNiet(self))

    @property
    def _index(self) -> Index:
        """What is looked in: built for the first who looks."""
        if self._gebouwd is None:
            index = bouw(
                self.prestatielijsten,
                self.tarieftabellen,
                (
                    len(self.prestatielijsten) - len(self._lijsten),
                    len(self.tarieftabellen) - len(self._tarieftabellen),
                ),
            )
            object.__setattr__(self, "_gebouwd", index)
            object.__setattr__(self, "_dagen", index.dagen)  # one step less in every lookup
            return index
        return self._gebouwd

    def __repr__(self) -> str:
        """Say how many tables there are."""
        return (
            f"Tabellen({len(self.prestatielijsten)} prestatielijsten, "
            f"{len(self.tarieftabellen)} tarieftabellen)"
        )

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the tables; the index is built again."""
        plekken = [plek for plek in velden(Tabellen) if plek.init and plek.naam != "_herkomst"]
        return _herbouw, ({plek.alias: getattr(self, plek.naam) for plek in plekken},)

    def add(self, *tabellen: EigenTabel, herkomst: Sequence[Herkomst] = ()) -> "Tabellen":
        """Return these tables and more; :class:`TabelFout` when they do not fit together.

        A table whose `tariefbeschikking.vervangt` names a table in use takes its place as a
        whole. Raises TypeError for anything that is no table. `herkomst` says where each of them
        comes from, for messages.
        """
        if not all(SOORTEN.get(type(tabel)) in LIJST for tabel in tabellen):
            raise TypeFout(_GEEN_TABEL)
        hier = self._alle_eigen
        eerder = self._herkomst or op_volgorde(hier)
        nieuw = herkomst or op_volgorde((*hier, *tabellen))[len(hier) :]
        delen = [*zip(hier, eerder, strict=True), *zip(tabellen, nieuw, strict=True)]
        per_soort: dict[str, list[tuple[Any, Herkomst]]] = {soort: [] for soort in LIJST}
        for deel in delen:
            per_soort[SOORTEN[type(deel[0])]].append(deel)
        per_lijst: dict[str, Any] = {
            LIJST[soort]: tuple(tabel for tabel, _ in per_soort[soort]) for soort in LIJST
        }
        return Tabellen(
            **per_lijst,
            basis=self.basis,
            normbasis=self.normbasis,
            cijferbasis=self.cijferbasis,
            herkomst=tuple(plek for van_soort in per_soort.values() for _, plek in van_soort),
        )

    def as_base(self) -> "Tabellen":
        """Return a set without own tables that lies over these: what comes in goes before them."""
        return Tabellen(basis=self)

    def select(self, *namen: str) -> "Tabellen":
        """Return these tables, with of those underneath only the named ones.

        Without the name of a list or a table of tariffs none of those is left underneath; norms
        and figures are all left as long as none of their kind is named. Raises TabelFout for a
        name that no table underneath has, and when a table left out is one that another cannot do
        without.
        """
        onder = () if self.basis is None else self.basis.tabellen
        normtabellen, cijfertabellen = self._normen_onder.tabellen, self._cijfers_onder.tabellen
        bekend = {tabel.naam for tabel in (*onder, *normtabellen, *cijfertabellen)}
        onbekend = [
            Melding(
                reden=Tabelreden.ONBEKENDE_TABEL,
                uitleg=_ONBEKENDE_NAAM,
                pointer=als_pointer(("basistabellen", nummer)),
            )
            for nummer, naam in enumerate(namen)
            if naam not in bekend
        ]
        if onbekend:
            raise TabelFout(onbekend)
        over = [tabel for tabel in onder if tabel.naam in namen]
        norm = [tabel for tabel in normtabellen if tabel.naam in namen]
        cijfer = [tabel for tabel in cijfertabellen if tabel.naam in namen]
        return anders(
            self,
            basis=Tabellen().add(*over),
            normbasis=Normen(*norm) if norm else self._normen_onder,
            cijferbasis=type(self._cijfers_onder)(*cijfer) if cijfer else self._cijfers_onder,
        )

    @property
    def eigen(self) -> tuple[Prestatielijst | Tarieftabel, ...]:
        """The tables that lie over the basis: the lists of prestaties first."""
        return (*self._lijsten, *self._tarieftabellen)

    @property
    def _alle_eigen(self) -> tuple[EigenTabel, ...]:
        return (*self.eigen, *self.normtabellen, *self.cijfertabellen)

    @property
    def prestatielijsten(self) -> tuple[Prestatielijst, ...]:
        """The lists of prestaties in use: those underneath first."""
        return (*(() if self.basis is None else self.basis.prestatielijsten), *self._lijsten)

    @property
    def tarieftabellen(self) -> tuple[Tarieftabel, ...]:
        """The tables of tariffs in use: those underneath first."""
        return (*(() if self.basis is None else self.basis.tarieftabellen), *self._tarieftabellen)

    @property
    def tabellen(self) -> tuple[Prestatielijst | Tarieftabel, ...]:
        """Everything in use: what lies underneath first, and lists before tables of tariffs."""
        return (*(() if self.basis is None else self.basis.tabellen), *self.eigen)

    @property
    def normen(self) -> Normen:
        """The norms: the own ones before those that ship."""
        return self._normen_onder if self._normen is None else self._normen

    @property
    def _normen_onder(self) -> Normen:
        if self.normbasis is not None:
            return self.normbasis
        return normen() if self.basis is None else self.basis.normen

    @property
    def cijfers(self) -> "pakket.Cijfers":
        """The figures: the own ones before those that ship."""
        return self._cijfers_onder if self._cijfers is None else self._cijfers

    @property
    def _cijfers_onder(self) -> "pakket.Cijfers":
        if self.cijferbasis is not None:
            return self.cijferbasis
        if self.basis is not None:
            return self.basis.cijfers
        from geboortezorg.tabellen.cijfers import cijfers  # noqa: PLC0415 - seldom needed

        return cijfers()

    @property
    def prestaties(self) -> tuple[Prestatie, ...]:
        """Every prestatie, in the order of the lists; of a replaced row, the own one."""
        return tuple(
            genoemd.prestatie
            for naam, genoemd in self._index.prestaties.items()
            if naam == genoemd.prestatie.prestatie_id
        )

    @property
    def volledige_regimes(self) -> frozenset[Regime]:
        """The regimes of which a list says that it names every prestatie.

        Only there does an unknown code mean that the prestatie does not exist.
        """
        return frozenset(
            lijst.volledig_regime
            for lijst in self.prestatielijsten
            if lijst.volledig_regime is not None
        )

    def prestatie(self, naam: str) -> Prestatie | None:
        """Return the prestatie with this stable name or public code; None when unknown."""
        genoemd = self._index.prestaties.get(naam)
        return None if genoemd is None else genoemd.prestatie

    def suggest(self, naam: str) -> tuple[str, ...]:
        """Return at most three stable names that look like `naam`, which is not known itself."""
        from geboortezorg.tabellen.lijkt import lijkt  # noqa: PLC0415 - seldom needed

        return lijkt(naam, [prestatie.prestatie_id for prestatie in self.prestaties])

    def genoemde_prestatie(self, naam: str) -> GenoemdePrestatie | None:
        """Return the prestatie with its list and source; None when unknown."""
        return self._index.prestaties.get(naam)

    def lookup(self, prestatie: str, op: date) -> Tariefantwoord:
        """Return what is known of a prestatie (stable name or public code) on a day.

        Never falls back to an older or newer tariff. Raises TypeError when `op` is no date, or
        has a time: which day that is depends on a time zone.
        """
        dagen = self._dagen.get(prestatie)
        if dagen is None:
            return PRESTATIE_ONBEKEND
        antwoord: Tariefantwoord = dagen[op]
        return antwoord

    def per_dag(
        self, prestatie: Prestatie, maak: Callable[[Tariefantwoord], _T]
    ) -> Mapping[date, _T]:
        """Return what is made of what :meth:`lookup` says on each day: once of an answer."""
        return self._dagen[prestatie.prestatie_id].anders(maak)

    def stretches(self, prestatie: str) -> tuple[tuple[date, Tariefantwoord], ...]:
        """Return what :meth:`lookup` says over time: the first day of each answer, in order.

        The first day of all is that of the calendar. Empty for a prestatie that is not known.
        """
        dagen = self._dagen.get(prestatie)
        return () if dagen is None else tuple(zip(*dagen.stukken, strict=True))

    def opslag(self, opslagsoort: Opslagsoort, regime: Regime, op: date) -> GevondenOpslag | None:
        """Return the highest percentage that a regime allows on a day.

        None means that no table in use knows one, not that it is forbidden.
        """
        dagen = self._index.opslagen.get((opslagsoort, regime))
        if dagen is None:
            return None
        antwoord: GevondenOpslag | None = dagen[op]
        return antwoord

    def tarieven_van(self, prestatie: str) -> tuple[BekendTarief, ...]:
        """Return every row of a prestatie, also those that a lookup never finds.

        Dated rows come first, the oldest in front; then those without dates.
        """
        return self._index.rijen.get(prestatie, ())


def _herbouw(delen: dict[str, Any]) -> Tabellen:
    return Tabellen(**delen)


@final
class _NogNiet(dict[str, Dagen]):
    """Stands for the days of each prestatie until the first lookup: many tables lie underneath."""

    def __init__(self, tabellen: Tabellen) -> None:
        super().__init__()
        self._tabellen = tabellen

    def get(self, prestatie: str, anders: Any = None) -> Any:
        """Build the index, and look in it."""
        return self._tabellen._index.dagen.get(prestatie, anders)
