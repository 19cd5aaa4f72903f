"""Where a table stands, so that a message can say it: in a file, or in a list."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeAlias, final

from geboortezorg import model
from geboortezorg.bevroren import bevroren
from geboortezorg.documenten import SOORTEN
from geboortezorg.tabellen import inhoud, pakket, samenhang
from geboortezorg.tabellen.fout import (
    Gebrek,
    Melding,
    Pad,
    TabelFout,
    Tabelreden,
    als_pointer,
    tekstregel_van,
)
from geboortezorg.tabellen.samenhang import Tabel
from geboortezorg.tekst import Tekst

EigenTabel: TypeAlias = (
    "model.Prestatielijst | model.Tarieftabel | model.Normtabel | model.Cijfertabel"
)
"""A table that may be added to those in use."""

LIJST: Final[Mapping[str, str]] = MappingProxyType(
    {
        "prestatielijst": "prestatielijsten",
        "tarieftabel": "tarieftabellen",
        "normtabel": "normtabellen",
        "cijfertabel": "cijfertabellen",
    }
)
"""The member of a context that holds each kind of them."""

ZIE: Final = Tekst("{uitleg} (zie {ander})", "{uitleg} (see {ander})")
_IN_TABEL: Final = Tekst("{naam} {pad}", "{naam} {pad}")
_ERONDER: Final = Tekst("een tabel eronder", "a table underneath")

_NERGENS: Final[Mapping[Pad, int]] = MappingProxyType({})


@final
@bevroren(kw_only=True)
class Herkomst:
    """Where an own table comes from."""

    bestand: str | None = None
    """Name of its file, without a folder; None for one that was handed over as a model."""
    plek: Pad = ()
    """Its place in what it was handed over in, such as the second of the tarieftabellen."""
    plaatsen: Mapping[Pad, int] = _NERGENS
    """Line or row of each part that is known; empty for JSON and for models."""
    rij: bool = False
    """Whether those are rows of a CSV file."""
    rijen_uit: str | None = None
    """Name of the CSV file that holds the tarieven, when the rest stands in `bestand`."""

    def melding(self, reden: Tabelreden, uitleg: Tekst, pad: Pad) -> Melding:
        """Return the message about a place in this table."""
        elders = self.rijen_uit is not None and pad[:1] == ("tarieven",)
        return Melding(
            reden=reden,
            uitleg=uitleg,
            bestand=self.rijen_uit if elders else self.bestand,
            tekstregel=tekstregel_van(self.plaatsen, pad),
            pointer=als_pointer((*self.plek, *pad)),
            rij=self.rij or elders,
        )


def meegeleverd(tabel: "model.Normtabel | model.Cijfertabel", map_: str) -> Herkomst:
    """Return the file of a table that ships; that of another may have a name somebody wrote."""
    return Herkomst(bestand=f"{tabel.naam}.toml" if tabel.naam in pakket.namen(map_) else None)


def op_volgorde(tabellen: Sequence[EigenTabel]) -> list[Herkomst]:
    """Return for each table its place among those of its kind, as in a document `context`."""
    namen = [LIJST[SOORTEN[type(tabel)]] for tabel in tabellen]
    return [Herkomst(plek=(naam, namen[:i].count(naam))) for i, naam in enumerate(namen)]


def toets(tabellen: Sequence[Tabel], herkomsten: Sequence[Herkomst]) -> None:
    """Raise TabelFout with everything that is wrong in and between tables.

    The last ones come from `herkomsten`, one each; those before lie underneath, and agree.
    """
    _weiger(samenhang.gebreken(tabellen, len(tabellen) - len(herkomsten)), tabellen, herkomsten)


def toets_inhoud(tabel: Tabel, herkomst: Herkomst) -> None:
    """Raise TabelFout with everything that is wrong within one table."""
    _weiger([(0, gebrek) for gebrek in inhoud.gebreken(tabel)], [tabel], [herkomst])


def _weiger(
    gebreken: Sequence[tuple[int, Gebrek]],
    tabellen: Sequence[Tabel],
    herkomsten: Sequence[Herkomst],
) -> None:
    onder = len(tabellen) - len(herkomsten)
    meldingen: list[Melding] = []
    for nummer, gebrek in gebreken:
        uitleg = gebrek.uitleg
        if gebrek.ander is not None:
            uitleg = ZIE.met(uitleg=uitleg, ander=_ander(gebrek.ander, tabellen, herkomsten))
        meldingen.append(herkomsten[nummer - onder].melding(gebrek.reden, uitleg, gebrek.pad))
    if meldingen:
        raise TabelFout(meldingen)


def _ander(
    ander: tuple[int, Pad], tabellen: Sequence[Tabel], herkomsten: Sequence[Herkomst]
) -> Tekst:
    """Say where the other of two rows stands: in an own table, or in one underneath."""
    nummer, pad = ander
    eigen = nummer - len(tabellen) + len(herkomsten)
    if eigen >= 0:
        return herkomsten[eigen].melding(Tabelreden.OVERLAP, ZIE, pad).plaats
    naam = tabellen[nummer].naam  # a name of our own may be shown
    if naam not in pakket.namen():
        return _ERONDER
    return _IN_TABEL.met(naam=naam, pad=als_pointer(pad))
