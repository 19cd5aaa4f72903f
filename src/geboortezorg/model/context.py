"""What a judge of documents knows beside the document itself."""

from datetime import date
from typing import final

import attrs

from geboortezorg import veld
from geboortezorg.bron import Verificatie
from geboortezorg.model.overeenkomst import Overeenkomst
from geboortezorg.model.prestatie import Prestatielijst
from geboortezorg.model.tarief import Tarieftabel


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Toetscontext:
    """Own tables, contracts, the day of judging and the bar for refusing, as a document."""

    beoordelingsdatum: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Day of judging; rules about the future answer `niet_beoordeeld` without it.",
            "Dag van beoordeling; zonder deze antwoorden regels over de toekomst "
            "`niet_beoordeeld`.",
        ),
    )
    drempel: Verificatie | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Weakest ground on which a rule may refuse; `bevestigd` when left out.",
            "Zwakste grond waarop een regel mag afwijzen; `bevestigd` als het ontbreekt.",
        ),
    )
    overeenkomsten: tuple[Overeenkomst, ...] = attrs.field(
        default=(), metadata=veld.lijst("Agreements.", "Overeenkomsten.")
    )
    overeenkomsten_volledig: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether every agreement that matters is given; only then does a missing one prove "
            "anything.",
            "Of elke overeenkomst die ertoe doet is gegeven; alleen dan bewijst het ontbreken "
            "ervan iets.",
        ),
    )
    prestatielijsten: tuple[Prestatielijst, ...] = attrs.field(
        default=(), metadata=veld.lijst("Own lists of prestaties.", "Eigen prestatielijsten.", 100)
    )
    tarieftabellen: tuple[Tarieftabel, ...] = attrs.field(
        default=(), metadata=veld.lijst("Own tables of tariffs.", "Eigen tarieftabellen.", 1000)
    )
    tabelbestanden: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Files with own tables (TOML, JSON or CSV), relative to the context file.",
            "Bestanden met eigen tabellen (TOML, JSON of CSV), relatief aan het contextbestand.",
            1000,
            max_lengte=500,
        ),
    )
