"""Keys and references, in every document."""

from geboortezorg.betekenis import Ander, Eenduidig, Strookt, Uniek, Verwijst
from geboortezorg.regels import veldlezer
from geboortezorg.regels.regel import Resultaat, Tekst, regel
from geboortezorg.regels.samenhang.lezen import MODEL, toets
from geboortezorg.regels.werkblad import Werkblad


@regel(
    code="GZ-SAMENHANG-001",
    titel=Tekst("Een sleutel staat er een keer", "A key stands there once"),
    versie=4,
    reikwijdte=veldlezer.Algemeen(Uniek, Ander),
    bron=MODEL,
    redenen={
        "dubbel": Tekst(
            "Deze waarde staat al bij een eerder onderdeel, terwijl zij er een moet aanwijzen. "
            "Geef elk onderdeel een eigen waarde, of haal het dubbele onderdeel weg.",
            "This value already stands at an earlier part, while it must point out one. Give each "
            "part a value of its own, or remove the part that is there twice.",
        ),
        "zichzelf": Tekst(
            "Dit onderdeel is het geheel zelf: {ander} draagt dezelfde waarde. Vul in wie of wat "
            "het onderdeel is, of haal het weg.",
            "This part is the whole itself: {ander} carries the same value. Supply who or what the "
            "part is, or remove it.",
        ),
    },
)
def sleutel_uniek(w: Werkblad) -> Resultaat:
    """No key of a list stands in it twice."""
    return toets(w, Uniek, Ander)


@regel(
    code="GZ-SAMENHANG-002",
    titel=Tekst(
        "Een verwijzing komt uit, en bij iets wat erbij past",
        "A reference leads somewhere, and to something that fits",
    ),
    reikwijdte=veldlezer.Algemeen(Verwijst, Strookt),
    bron=MODEL,
    redenen={
        "bestaat_niet": Tekst(
            "Deze verwijzing komt niet uit: geen {ander} in het document heeft deze waarde. "
            "Verbeter haar of voeg het onderdeel toe.",
            "This reference leads nowhere: no {ander} in the document has this value. Correct it "
            "or add the part.",
        ),
        "strijdig": Tekst(
            "Dit verwijst naar een onderdeel van {ander} dat zegt dat het van een ander is. "
            "Verbeter de verwijzing of een van beide onderdelen.",
            "This refers to a part of {ander} that says that it is another's. Correct the "
            "reference or one of the two parts.",
        ),
    },
)
def verwijzing_bestaat(w: Werkblad) -> Resultaat:
    """Every reference leads to a part of the document that agrees with what refers to it."""
    return toets(w, Verwijst, Strookt)


@regel(
    code="GZ-SAMENHANG-011",
    titel=Tekst(
        "Een sleutel wijst overal hetzelfde aan", "A key points out the same thing everywhere"
    ),
    versie=2,
    reikwijdte=veldlezer.Algemeen(Eenduidig),
    bron=MODEL,
    redenen={
        "niet_hetzelfde": Tekst(
            "Een eerder onderdeel met dezelfde sleutel zegt hier iets anders. Maak beide gelijk, of "
            "geef wat anders is een eigen sleutel.",
            "An earlier part with the same key says something else here. Make the two equal, or "
            "give what is different a key of its own.",
        )
    },
)
def eenduidig(w: Werkblad) -> Resultaat:
    """What stands in a document several times, under one key, says the same each time."""
    return toets(w, Eenduidig)
