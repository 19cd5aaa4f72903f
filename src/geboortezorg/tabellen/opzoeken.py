"""Tables in use: built once, checked once, then only looked up in.

Every answer is made when the tables are put together; a lookup only finds the right one.
"""

from datetime import date
from typing import Any, Final, final

import attrs

from geboortezorg.bron import Bron
from geboortezorg.model.prestatie import Prestatie, Prestatielijst, Regime
from geboortezorg.model.tarief import Opslagsoort, Tarieftabel
from geboortezorg.tabellen import samenhang
from geboortezorg.tabellen.fout import Gebrek, Melding, TabelFout, als_pointer
from geboortezorg.tabellen.index import Dagen, Index, bouw
from geboortezorg.tabellen.opzoeking import (
    BekendTarief,
    GevondenOpslag,
    Onbekend,
    Onbekendreden,
    Opzoeking,
)

PRESTATIE_ONBEKEND: Final = Onbekend(reden=Onbekendreden.PRESTATIE_ONBEKEND)


@final
@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Tabellen:
    """Lists of prestaties and tables of tariffs that agree with each other.

    Immutable; :meth:`met` returns a new one. Raises :class:`TabelFout` with every reason when a
    table has a reversed period, an amount too many or too few, two rows for one day, a name or
    code that is taken, or names a prestatie that no list has.
    """

    prestatielijsten: tuple[Prestatielijst, ...] = ()
    tarieftabellen: tuple[Tarieftabel, ...] = ()
    _index: Index = attrs.field(init=False)
    _dagen: dict[str, Dagen] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Check the tables and build the index."""
        meldingen = [
            Melding(
                reden=gebrek.reden,
                uitleg=f"{self._welke(nummer)}: {gebrek.uitleg}{self._ander(gebrek)}",
                pointer=als_pointer(gebrek.pad),
            )
            for nummer, gebrek in samenhang.gebreken(self.tabellen)
        ]
        if meldingen:
            raise TabelFout(meldingen)
        index = bouw(self.prestatielijsten, self.tarieftabellen)
        object.__setattr__(self, "_index", index)
        object.__setattr__(self, "_dagen", index.dagen)  # one step less in every lookup

    def __repr__(self) -> str:
        """Say how many tables there are."""
        return (
            f"Tabellen({len(self.prestatielijsten)} prestatielijsten, "
            f"{len(self.tarieftabellen)} tarieftabellen)"
        )

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the tables; the index is built again."""
        return _herbouw, (self.prestatielijsten, self.tarieftabellen)

    def _welke(self, nummer: int) -> str:
        """Name a table by its position; only a name of our own is repeated."""
        from geboortezorg.tabellen import pakket  # noqa: PLC0415 - for a message only

        naam, lijsten = self.tabellen[nummer].naam, len(self.prestatielijsten)
        uit = (
            f"prestatielijst {nummer + 1}"
            if nummer < lijsten
            else f"tarieftabel {nummer - lijsten + 1}"
        )
        return f"{uit} ({naam})" if naam in pakket.namen() else uit

    def _ander(self, gebrek: Gebrek) -> str:
        if gebrek.ander is None:
            return ""
        nummer, pad = gebrek.ander
        return f" (zie {self._welke(nummer)}, {als_pointer(pad)})"

    def met(self, *tabellen: Prestatielijst | Tarieftabel) -> "Tabellen":
        """Return these tables and more; :class:`TabelFout` when they do not fit together.

        A table whose `tariefbeschikking.vervangt` names a table in use takes its place. Raises
        TypeError for anything that is no table.
        """
        if not all(isinstance(tabel, Prestatielijst | Tarieftabel) for tabel in tabellen):
            raise TypeError("alleen een Prestatielijst of een Tarieftabel kan erbij")
        return Tabellen(
            prestatielijsten=(
                *self.prestatielijsten,
                *(tabel for tabel in tabellen if isinstance(tabel, Prestatielijst)),
            ),
            tarieftabellen=(
                *self.tarieftabellen,
                *(tabel for tabel in tabellen if isinstance(tabel, Tarieftabel)),
            ),
        )

    @property
    def tabellen(self) -> tuple[Prestatielijst | Tarieftabel, ...]:
        """Everything in use: the lists of prestaties first, then the tables of tariffs."""
        return (*self.prestatielijsten, *self.tarieftabellen)

    @property
    def prestaties(self) -> tuple[Prestatie, ...]:
        """Every prestatie, in the order of the lists."""
        return tuple(rij for lijst in self.prestatielijsten for rij in lijst.prestaties)

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
        gevonden = self._index.prestaties.get(naam)
        return None if gevonden is None else gevonden[0]

    def bron_van_prestatie(self, naam: str) -> Bron | None:
        """Return the source of a prestatie: of its row, or else of its list; None when unknown."""
        gevonden = self._index.prestaties.get(naam)
        return None if gevonden is None else gevonden[1]

    def lookup(self, prestatie: str, op: date) -> Opzoeking:
        """Return what is known of a prestatie (stable name or public code) on a day.

        Never falls back to an older or newer tariff. Raises TypeError when `op` is a datetime:
        which day that is depends on a time zone.
        """
        dagen = self._dagen.get(prestatie)
        if dagen is None:
            return PRESTATIE_ONBEKEND
        antwoord: Opzoeking = dagen[op]
        return antwoord

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


def _herbouw(
    prestatielijsten: tuple[Prestatielijst, ...], tarieftabellen: tuple[Tarieftabel, ...]
) -> Tabellen:
    return Tabellen(prestatielijsten=prestatielijsten, tarieftabellen=tarieftabellen)
