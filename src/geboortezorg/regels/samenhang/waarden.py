"""Amounts and numbers beside each other, and what may not be left out, in every document."""

from geboortezorg.betekenis import Bereik, Gevuld, Hooguit, Nodig, Past
from geboortezorg.regels import veldlezer
from geboortezorg.regels.regel import Resultaat, Tekst, regel
from geboortezorg.regels.samenhang.lezen import LEZING, MODEL, toets
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.bronnen import bron


@regel(
    code="GZ-SAMENHANG-008",
    titel=Tekst("Een deel is niet meer dan het geheel", "A part is not more than the whole"),
    reikwijdte=veldlezer.Algemeen(Hooguit),
    bron=MODEL,
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
    versie=5,
    reikwijdte=veldlezer.Algemeen(Nodig, Gevuld),
    bron=MODEL,
    redenen={
        "ontbreekt": Tekst(
            "Zonder dit gegeven zegt het document niets, of is het voor deze soort onvolledig. Vul "
            "het in.",
            "Without this the document says nothing, or lacks what its kind needs. Supply it.",
        ),
        "leeg": Tekst(
            "Hier staat geen letter en geen cijfer. Vul in wat er moet staan, of haal het weg.",
            "There is no letter and no digit here. Supply what belongs here, or remove it.",
        ),
    },
)
def ingevuld(w: Werkblad) -> Resultaat:
    """What a document cannot do without is there, and has a letter or a digit."""
    return toets(w, Nodig, Gevuld)


@regel(
    code="GZ-SAMENHANG-010",
    titel=Tekst("Een getal is aannemelijk", "A number is plausible"),
    reikwijdte=veldlezer.Algemeen(Bereik),
    bron=bron("samenhang-aannemelijk"),
    redenen={
        "te_laag": Tekst(
            "Minder dan {grens} is hier niet aannemelijk. Controleer het getal.",
            "Less than {grens} is not plausible here. Check the number.",
        ),
        "te_hoog": Tekst(
            "Meer dan {grens} is hier niet aannemelijk. Controleer het getal.",
            "More than {grens} is not plausible here. Check the number.",
        ),
    },
)
def aannemelijk(w: Werkblad) -> Resultaat:
    """A number lies within the bounds that a table of norms gives for it."""
    return toets(w, Bereik)


@regel(
    code="GZ-SAMENHANG-012",
    titel=Tekst(
        "Wat naast elkaar staat, past bij elkaar", "What stands side by side fits together"
    ),
    reikwijdte=veldlezer.Algemeen(Past),
    bron=LEZING,
    redenen={
        "past_niet": Tekst(
            "Dit past niet bij {ander}. Controleer beide.",
            "This does not fit {ander}. Check both.",
        ),
        "niet_hier": Tekst(
            "Deze waarde is hier niet te verwachten. Verbeter haar, of haal het onderdeel weg.",
            "This value is not expected here. Correct it, or remove the part.",
        ),
    },
)
def past_bij_elkaar(w: Werkblad) -> Resultaat:
    """A value is one of those that are expected beside another, by our own reading."""
    return toets(w, Past)
