"""Amounts and numbers beside each other, and what may not be left out, in every document."""

from typing import Final

from geboortezorg.betekenis import Gevuld, Hooguit, Nodig
from geboortezorg.regels import veldlezer
from geboortezorg.regels.regel import Resultaat, Tekst, regel
from geboortezorg.regels.samenhang.lezen import MODEL, toets
from geboortezorg.regels.werkblad import Werkblad

_HOOGUIT: Final = veldlezer.algemeen(Hooguit)
_NODIG: Final = veldlezer.algemeen(Nodig, Gevuld)


@regel(
    code="GZ-SAMENHANG-008",
    titel=Tekst("Een deel is niet meer dan het geheel", "A part is not more than the whole"),
    soorten=tuple(_HOOGUIT),
    bron=MODEL,
    velden=veldlezer.velden(_HOOGUIT),
    redenen={
        "meer_dan_geheel": Tekst(
            "Dit deel, of de som van deze delen, is meer dan {ander}. Verbeter een van beide.",
            "This part, or the sum of these parts, is more than {ander}. Correct one of them.",
        )
    },
)
def deel_van_geheel(w: Werkblad) -> Resultaat:
    """No part, and no sum of parts, exceeds the whole that the document states."""
    return toets(w, Hooguit)


@regel(
    code="GZ-SAMENHANG-009",
    titel=Tekst("Wat nodig is, is ingevuld", "What is needed is filled in"),
    versie=2,
    soorten=tuple(_NODIG),
    bron=MODEL,
    velden=veldlezer.velden(_NODIG),
    redenen={
        "ontbreekt": Tekst(
            "Zonder dit gegeven zegt het document niets, of is het voor deze soort onvolledig. Vul "
            "het in.",
            "Without this the document says nothing, or lacks what its kind needs. Supply it.",
        ),
        "leeg": Tekst(
            "Hier staan alleen spaties. Vul in wat er moet staan, of haal het weg.",
            "There are only spaces here. Supply what belongs here, or remove it.",
        ),
    },
)
def ingevuld(w: Werkblad) -> Resultaat:
    """What a document cannot do without is there, and is more than spaces."""
    return toets(w, Nodig, Gevuld)
