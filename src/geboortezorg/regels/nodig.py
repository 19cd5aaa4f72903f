"""What a document must hold before a rule can apply to it, as data."""

from typing import final

import attrs

from geboortezorg import veld
from geboortezorg.bevroren import bevroren
from geboortezorg.model.prestatie import Regime


@final
@bevroren(kw_only=True, weakref_slot=False)
class Nodig:
    """Things of which a document must hold one; without any of them a rule does not apply.

    A rule that has several of these needs one thing of each. It is necessary and never enough:
    the rule itself decides. In a kind of document that can hold none of the things it asks nothing.
    """

    leden: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "JSON Pointers to members that are there, and not empty; `*` is any position.",
            "JSON Pointers naar leden die er zijn en niet leeg zijn; `*` is elke positie.",
            20,
        ),
    )
    regimes: tuple[Regime, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Regimes of a prestatie on a declaratieregel that counts.",
            "Regimes van een prestatie op een declaratieregel die telt.",
            20,
        ),
    )
    prestaties: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Stable names of a prestatie on a declaratieregel that counts.",
            "Vaste namen van een prestatie op een declaratieregel die telt.",
            20,
        ),
    )
    kenmerken: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Members of the prestatie on a declaratieregel that counts, which say something there.",
            "Leden van de prestatie op een declaratieregel die telt, die daar iets zeggen.",
            20,
        ),
    )
    credit: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether a declaratieregel that is a credit is one of the things.",
            "Of een declaratieregel die een credit is een van de dingen is.",
        ),
    )
