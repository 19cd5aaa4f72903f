"""What a context cannot do without, for whoever judges by it."""

from geboortezorg.model.context import Toetscontext
from geboortezorg.regels import bronnen
from geboortezorg.regels.context import zonder_aanbieder
from geboortezorg.regels.regel import Resultaat, Tekst, onbeoordeeld, regel, uitslag
from geboortezorg.regels.werkblad import Werkblad


@regel(
    code="GZ-CONTEXT-001",
    titel=Tekst(
        "Van elke overeenkomst in een context is bekend met wie zij is",
        "Of every agreement in a context it is known with whom it is",
    ),
    soorten=("context",),
    bron=bronnen.SCHEMA,
    velden=("/overeenkomsten/*/zorgaanbieder_agb",),
    redenen={
        "aanbieder_onbekend": Tekst(
            "Met welke zorgaanbieder de overeenkomst is, staat er niet, dus met deze context is "
            "niet te oordelen. Vul zorgaanbieder_agb in.",
            "With which provider the agreement is, it does not say, so nothing can be judged by "
            "this context. Supply zorgaanbieder_agb.",
        ),
    },
)
def overeenkomsten_met_wie(w: Werkblad) -> Resultaat:
    """The same check as that of a context by which documents are judged."""
    overeenkomsten = w.als(Toetscontext).overeenkomsten
    meldingen = [
        onbeoordeeld(f"/overeenkomsten/{plaats}/zorgaanbieder_agb", "aanbieder_onbekend")
        for plaats in zonder_aanbieder(overeenkomsten)
    ]
    return uitslag(meldingen, bool(overeenkomsten))
