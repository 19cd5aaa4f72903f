"""A local Kansrijke Start coalition (Kamerstuk 32279 nr. 272, K23)."""

from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Nodig
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model.basiskader import Domein
from geboortezorg.tijd import Looptijd


@final
@bevroren(kw_only=True, weakref_slot=False)
class Coalitie:
    """A local Kansrijke Start coalition in which a VSV takes part."""

    coalitie_id: str = attrs.field(
        metadata=veld.sleutel("Own key.", "Eigen sleutel.", voorbeelden=("coalitie-1",))
    )
    regio: str = attrs.field(
        metadata=veld.tekst(
            "Where it works.", "Waar zij werkt: gemeente of regio.", 150, betekenis=(Nodig(),)
        )
    )
    domeinen: tuple[Domein, ...] = attrs.field(
        metadata=veld.lijst("Domains that take part.", "Domeinen die meedoen.", 3)
    )
    looptijd: Looptijd = attrs.field(
        metadata=veld.gegeven("Days on which it exists.", "Dagen waarop zij bestaat.")
    )
