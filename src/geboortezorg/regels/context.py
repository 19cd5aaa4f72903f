"""What rules may know beside the document: tables, agreements, the day, and the bar."""

from datetime import date
from pathlib import Path
from typing import Final, final

import attrs

from geboortezorg.bron import Verificatie
from geboortezorg.model.context import EerderGedeclareerd, Toetscontext
from geboortezorg.model.overeenkomst import Overeenkomst, Screeningscontract
from geboortezorg.model.prestatie import Prestatielijst
from geboortezorg.model.prestatiebeschrijving import Prestatiebeschrijving
from geboortezorg.model.tarief import Tarieftabel
from geboortezorg.tabellen import (
    Melding,
    TabelFout,
    Tabellen,
    Tabelreden,
    shipped,
)
from geboortezorg.tabellen.lader import with_document
from geboortezorg.tabellen.normen import Normen, normen

_TEGENSPRAAK: Final = Melding(
    reden=Tabelreden.ONBEKENDE_TABEL,
    uitleg="er staan namen, en ook dat er geen tabel onder ligt; haal een van beide weg",
    pointer="/basistabellen",
)


@final
@attrs.frozen(kw_only=True)
class Context:
    """The context in which documents are judged. Immutable: make it once, use it for all.

    `beoordelingsdatum` is the day of judging; it is never taken from the clock.
    `overeenkomsten_volledig` says that every agreement that matters is known; only then does a
    missing one prove anything. `drempel` is the weakest ground on which a rule may refuse.
    """

    tabellen: Tabellen = attrs.field(factory=shipped, repr=False)
    normen: Normen = attrs.field(factory=normen, repr=False)
    overeenkomsten: tuple[Overeenkomst, ...] = attrs.field(default=(), repr=False)
    overeenkomsten_volledig: bool = False
    prestatiebeschrijvingen: tuple[Prestatiebeschrijving, ...] = attrs.field(default=(), repr=False)
    screeningscontracten: tuple[Screeningscontract, ...] = attrs.field(default=(), repr=False)
    screeningscontracten_volledig: bool = False
    eerdere_factuurnummers: frozenset[str] = attrs.field(default=frozenset(), repr=False)
    eerdere_factuurnummers_volledig: bool = False
    eerder_gedeclareerd: tuple[EerderGedeclareerd, ...] = attrs.field(default=(), repr=False)
    beoordelingsdatum: date | None = None
    drempel: Verificatie = Verificatie.BEVESTIGD

    @classmethod
    def uit_document(
        cls, document: Toetscontext, map_: Path | None = None, *, basis: Tabellen | None = None
    ) -> "Context":
        """Return the context that a document of soort `context` describes.

        Its tables lie over the shipped ones, or over those of `basis`; `basistabellen` says which
        of these. `map_` is the directory in which its files stand; without it a document that
        names files is refused with ValueError. Raises TabelFout for a table that
        does not hold together.
        """
        if document.tabelbestanden and map_ is None:
            raise ValueError("deze context noemt bestanden; geef de map waarin zij staan")
        tabellen = shipped() if basis is None else basis
        if document.basistabellen and document.zonder_basistabellen:
            raise TabelFout([_TEGENSPRAAK])
        if document.basistabellen or document.zonder_basistabellen:
            tabellen = tabellen.select(*document.basistabellen)
        modellen: list[Prestatielijst | Tarieftabel] = [
            *document.prestatielijsten,
            *document.tarieftabellen,
        ]
        if modellen or document.tabelbestanden:
            tabellen = with_document(tabellen, modellen, map_ or Path(), document.tabelbestanden)
        return cls(
            tabellen=tabellen,
            normen=normen().add(*document.normtabellen),
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
