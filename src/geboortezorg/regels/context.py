"""What rules may know beside the document: tables, agreements, the day, and the bar."""

from datetime import date
from pathlib import Path
from typing import final

import attrs

from geboortezorg.bron import Verificatie
from geboortezorg.model.context import Toetscontext
from geboortezorg.model.overeenkomst import Overeenkomst
from geboortezorg.model.prestatiebeschrijving import Prestatiebeschrijving
from geboortezorg.tabellen import Tabellen, ingebouwd, lees_bestand


@final
@attrs.frozen(kw_only=True)
class Context:
    """The context in which documents are judged. Immutable: make it once, use it for all.

    `beoordelingsdatum` is the day of judging; it is never taken from the clock.
    `overeenkomsten_volledig` says that every agreement that matters is known; only then does a
    missing one prove anything. `drempel` is the weakest ground on which a rule may refuse.
    """

    tabellen: Tabellen = attrs.field(factory=ingebouwd, repr=False)
    overeenkomsten: tuple[Overeenkomst, ...] = attrs.field(default=(), repr=False)
    overeenkomsten_volledig: bool = False
    prestatiebeschrijvingen: tuple[Prestatiebeschrijving, ...] = attrs.field(default=(), repr=False)
    beoordelingsdatum: date | None = None
    drempel: Verificatie = Verificatie.BEVESTIGD

    @classmethod
    def uit_document(cls, document: Toetscontext, map_: Path | None = None) -> "Context":
        """Return the context that a document of soort `context` describes.

        Its tables come on top of the shipped ones. `map_` is the directory to which the names of
        its files are relative; without it a document that names files is refused with
        ValueError. Raises TabelFout for a table that does not hold together.
        """
        if document.tabelbestanden and map_ is None:
            raise ValueError("deze context noemt bestanden; geef de map waarin zij staan")
        gelezen = [lees_bestand((map_ or Path()) / naam) for naam in document.tabelbestanden]
        eigen = (*document.prestatielijsten, *document.tarieftabellen, *gelezen)
        return cls(
            tabellen=ingebouwd().met(*eigen) if eigen else ingebouwd(),
            overeenkomsten=document.overeenkomsten,
            overeenkomsten_volledig=document.overeenkomsten_volledig,
            prestatiebeschrijvingen=document.prestatiebeschrijvingen,
            beoordelingsdatum=document.beoordelingsdatum,
            drempel=document.drempel or Verificatie.BEVESTIGD,
        )
