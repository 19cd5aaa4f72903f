"""The tables that a document is or brings, and those that they lie over."""

from collections.abc import Iterable
from typing import Any, Final, final

from geboortezorg import vorm
from geboortezorg.bevroren import bevroren
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels import leden
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Melding, TabelFout, Tabellen
from geboortezorg.tabellen.herkomst import LIJST, Herkomst

CONTEXT: Final = "context"


@final
@bevroren(kw_only=True)
class Bijeen:
    """The tables of a document, each with its kind and its place, and those underneath."""

    eigen: tuple[tuple[str, Herkomst, Any], ...]
    onder: Tabellen
    meldingen: tuple[Melding, ...] = ()
    """Why what a context names cannot lie underneath."""

    def van_soort(self, *soorten: str) -> list[tuple[Herkomst, Any]]:
        """Return the tables of these kinds, with their places."""
        return [(plek, tabel) for soort, plek, tabel in self.eigen if soort in soorten]


def zonder_rijen(tarieftabel: Any) -> bool:
    """Say whether a table of tariffs holds nothing to judge by."""
    return not (tarieftabel.tarieven or tarieftabel.opslagen)


def bijeen(w: Werkblad) -> Bijeen:
    """Return the tables of a document: a table lies over all in use, a context over the basis."""
    tabellen = w.context.tabellen
    document = _model(w.document, DOCUMENTEN[w.soort])
    if w.soort != CONTEXT:
        return Bijeen(eigen=((w.soort, Herkomst(), document),), onder=tabellen)
    onder = zonder_eigen(tabellen)
    meldingen: tuple[Melding, ...] = ()
    if document.basistabellen or document.zonder_basistabellen:
        try:
            onder = onder.select(*document.basistabellen)
        except TabelFout as fout:
            meldingen = fout.meldingen
    eigen = (
        (soort, Herkomst(plek=(naam, plaats)), tabel)
        for soort, naam in LIJST.items()
        for plaats, tabel in enumerate(getattr(document, naam))
    )
    return Bijeen(eigen=tuple(eigen), onder=onder, meldingen=meldingen)


def op_plek(velden: Iterable[str]) -> tuple[str, ...]:
    """Return places in a table of each kind, in a document of its own and in a context."""
    delen = ("", *(f"/{naam}/*" for naam in LIJST.values()))
    return tuple(
        pad
        for pad in (f"{deel}{veld}" for deel in delen for veld in velden)
        if any(leden.bestaat(klasse, pad) for klasse in DOCUMENTEN.values())
    )


def zonder_eigen(tabellen: Tabellen) -> Tabellen:
    """Return tables without those that lie over others: a context brings its own."""
    if tabellen.basis is None:
        return tabellen.as_base()
    return Tabellen(
        basis=tabellen.basis, normbasis=tabellen.normbasis, cijferbasis=tabellen.cijferbasis
    )


def _model(deel: Any, klasse: type[Any]) -> Any:
    """Return a part of a document as the model: what holds tables together looks at classes."""
    if isinstance(deel, klasse):
        return deel
    leden = {veld.naam: _lid(getattr(deel, veld.naam), veld.vorm) for veld in vorm.velden(klasse)}
    return klasse(**leden)


def _lid(waarde: Any, van: vorm.Vorm) -> Any:
    if van.item is not None:
        return tuple(_lid(item, van.item) for item in waarde)
    if waarde is None or van.klasse is None or van.soort is not vorm.Soort.OBJECT:
        return waarde
    return _model(waarde, van.klasse)
