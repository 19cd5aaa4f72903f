"""What the parties of the Landelijke Tafel Integrale Geboortezorg have agreed (K3)."""

from datetime import date
from enum import StrEnum
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Gebeurd, Gevuld, NietVoor, Nodig, Uniek
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.bron import Bron
from geboortezorg.tijd import Looptijd


class Afspraakthema(StrEnum):
    """What a bestuurlijke afspraak is about; the letter names the first three, among others."""

    KWALITEIT = "kwaliteit"
    TOEGANKELIJKHEID = "toegankelijkheid"
    DATA = "data"
    ANDERS = "anders"


@final
@bevroren(kw_only=True, weakref_slot=False)
class BestuurlijkeAfspraak:
    """One agreement between parties of the Landelijke Tafel."""

    afspraak_id: str = attrs.field(
        metadata=veld.sleutel("Own key.", "Eigen sleutel.", voorbeelden=("afspraak-1",))
    )
    thema: Afspraakthema = attrs.field(metadata=veld.gegeven("Theme.", "Thema."))
    datum: date = attrs.field(
        metadata=veld.gegeven(
            "Day on which it was made.", "Dag waarop zij is gemaakt.", betekenis=(Gebeurd(),)
        )
    )
    partijen: tuple[str, ...] = attrs.field(
        metadata=veld.lijst(
            "Names of the organisations that made it.",
            "Namen van de organisaties die haar maakten.",
            100,
            max_lengte=150,
            betekenis=(Gevuld(), Uniek(vermoeden=True)),
        )
    )
    omschrijving: str | None = attrs.field(
        default=None,
        metadata=veld.tekst(
            "What was agreed.",
            "Wat is afgesproken.",
            betekenis=(Nodig("thema", (Afspraakthema.ANDERS,)),),
        ),
    )
    looptijd: Looptijd | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Days on which it applies.",
            "Dagen waarop zij geldt.",
            betekenis=(NietVoor("datum", "tot_en_met"),),
        ),
    )
    bron: Bron | None = attrs.field(default=None, metadata=veld.gegeven("Source.", "Bron."))
