"""The number of an invoice beside those of earlier ones."""

from geboortezorg.regels import bronnen
from geboortezorg.regels.declaratie.gewoon import anders_geschreven
from geboortezorg.regels.regel import (
    VOLDAAN,
    Nodig,
    Resultaat,
    Tekst,
    Trek,
    breuk,
    onbeoordeeld,
    regel,
)
from geboortezorg.regels.werkblad import Werkblad


@regel(
    code="GZ-DECLARATIE-010",
    titel=Tekst(
        "Een factuurnummer is vijf jaar uniek per betaalpartij",
        "An invoice number is unique for five years per payer",
    ),
    soorten=("declaratie", "vsv_declaratie"),
    versie=4,
    bron=bronnen.EI_FORMAAT,
    velden=("/factuurnummer",),
    aanleiding=Nodig(trekken=(Trek.FACTUUR,)),
    redenen={
        "al_gebruikt": Tekst(
            "Dit factuurnummer is al eerder gebruikt. Kies een nieuw nummer.",
            "This invoice number was used before. Choose a new one.",
        ),
        "anders_geschreven": Tekst(
            "Een eerder factuurnummer verschilt alleen in hoofdletters, spaties of leestekens van "
            "dit nummer. Controleer of het dezelfde factuur is; zo niet, kies een ander nummer.",
            "An earlier invoice number differs from this one only in capitals, spaces or "
            "punctuation. Check whether it is the same invoice; if not, choose another number.",
        ),
        "eerdere_onbekend": Tekst(
            "Of dit nummer nieuw is, is niet beoordeeld. Geef in de context alle "
            "eerdere_factuurnummers, en zet eerdere_factuurnummers_volledig op true.",
            "Whether this number is new was not judged. Give all eerdere_factuurnummers in the "
            "context, and set eerdere_factuurnummers_volledig to true.",
        ),
    },
)
def factuurnummer_uniek(w: Werkblad) -> Resultaat:
    """The invoice number is none of the earlier ones that the context gives."""
    context, nummer = w.context, w.document.factuurnummer
    if nummer in context.eerdere_factuurnummers:
        return [breuk("/factuurnummer", "al_gebruikt")]
    if anders_geschreven(context, nummer):
        return [onbeoordeeld("/factuurnummer", "anders_geschreven", vermoeden=True)]
    if context.eerdere_factuurnummers_volledig:
        return VOLDAAN
    return [onbeoordeeld("/factuurnummer", "eerdere_onbekend")]
