"""Why something had no place, and what to do about it."""

from collections.abc import Mapping
from typing import Final

from geboortezorg.fhir.uitkomst import Reden
from geboortezorg.tekst import Tekst

TEKSTEN: Final[Mapping[Reden, Tekst]] = {
    Reden.GEEN_PLEK: Tekst(
        "een dossier heeft hier geen veld voor; er is niets te doen",
        "a dossier has no member for this; there is nothing to do",
    ),
    Reden.ONBEKENDE_CODE: Tekst(
        "deze code staat in geen lijst die wij kennen; vul het veld zelf in het dossier in",
        "this code is in no list that we know; fill in the member in the dossier yourself",
    ),
    Reden.ONTBREEKT: Tekst(
        "dit ontbreekt of is onbruikbaar, en zonder dit heeft het geheel geen plaats; vul het aan "
        "in de bron",
        "this is missing or of no use, and without it the whole has no place; supply it in the "
        "source",
    ),
    Reden.VORM: Tekst(
        "deze waarde heeft niet de vorm die het veld vraagt, of het zijn er te veel; verbeter de "
        "bron",
        "this value does not have the shape that the member asks, or there are too many; correct "
        "the source",
    ),
    Reden.TEGENSTRIJDIG: Tekst(
        "de bron zegt twee verschillende dingen; geen van beide is overgenomen: kies zelf",
        "the source says two different things; neither was taken: choose yourself",
    ),
    Reden.NIET_VERBONDEN: Tekst(
        "niets verbindt dit met één zwangerschap, of waar het naar verwijst ontbreekt; lever dat "
        "mee",
        "nothing ties this to one pregnancy, or what it refers to is missing; supply that as well",
    ),
    Reden.ANDERE_BETEKENIS: Tekst(
        "deze bevalling kan al zijn meegeteld; vul zelf de pariteit van ervoor in",
        "this birth may have been counted already; fill in the parity before it yourself",
    ),
    Reden.STATUS: Tekst(
        "volgens de status is dit niet, of nog niet, zo; er is niets overgenomen",
        "by its status this is not, or not yet, so; nothing was taken",
    ),
    Reden.NIET_BEGREPEN: Tekst(
        "een modifierExtension of implicitRules kan de betekenis omkeren; vul het zelf in",
        "a modifierExtension or implicitRules may turn the meaning round; fill it in yourself",
    ),
    Reden.DUBBEL: Tekst(
        "een andere resource heeft hetzelfde id en een andere inhoud; lever er één",
        "another resource has the same id and other contents; supply one",
    ),
    Reden.GEEN_RESOURCE: Tekst(
        "dit is geen resource van FHIR STU3 in JSON; lever een resource of een Bundle",
        "this is no resource of FHIR STU3 in JSON; supply a resource or a Bundle",
    ),
    Reden.GEDEELTELIJK: Tekst(
        "de server gaf hiervan alleen een deel; vraag het geheel op, zonder _summary of _elements",
        "the server gave only a part of this; ask for the whole, without _summary or _elements",
    ),
    Reden.VERVOLG_ONTBREEKT: Tekst(
        "na deze resource volgt nog een bladzijde van de Bundle, en die is niet meegeleverd; lever "
        "alle bladzijden samen",
        "after this resource another page of the Bundle follows, which was not supplied; supply "
        "all pages together",
    ),
}
"""What each reason means, in both languages."""
