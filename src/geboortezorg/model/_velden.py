"""Fields that several models share, so that each is described once."""

from collections.abc import Mapping
from typing import Any

from geboortezorg import veld
from geboortezorg.betekenis import AGB, Betekenis, NietNul
from geboortezorg.nummers import agb, bsn, kvk, uzovi


def agb_code(omschrijving: str, omschrijving_nl: str, *betekenis: Betekenis) -> Mapping[str, Any]:
    """Metadata of an AGB-code: eight digits, leading zero included."""
    return veld.code(
        omschrijving,
        omschrijving_nl,
        agb.PATROON,
        agb.MAX_LENGTE,
        voorbeelden=("08001234",),
        bron="http://fhir.nl/fhir/NamingSystem/agb-z",
        betekenis=(AGB(), *betekenis),
    )


def uzovi_code(*betekenis: Betekenis, persoonsgegeven: bool = False) -> Mapping[str, Any]:
    """Metadata of the UZOVI code of a health insurer: four digits."""
    return veld.code(
        "UZOVI code of the health insurer.",
        "UZOVI-code van de zorgverzekeraar.",
        uzovi.PATROON,
        uzovi.MAX_LENGTE,
        persoonsgegeven=persoonsgegeven,
        voorbeelden=("3332",),
        bron="http://fhir.nl/fhir/NamingSystem/uzovi",
        betekenis=(NietNul(), *betekenis),
    )


def bsn_nummer(omschrijving: str, omschrijving_nl: str) -> Mapping[str, Any]:
    """Metadata of a burgerservicenummer: nine digits; the elfproef is a rule."""
    return veld.code(
        omschrijving,
        omschrijving_nl,
        bsn.PATROON,
        bsn.MAX_LENGTE,
        persoonsgegeven=True,
        voorbeelden=("999999990",),
        bron="http://fhir.nl/fhir/NamingSystem/bsn",
    )


def kvk_nummer(*betekenis: Betekenis) -> Mapping[str, Any]:
    """Metadata of a registration number in the trade register: eight digits."""
    return veld.code(
        "Number in the trade register (KVK).",
        "Nummer in het Handelsregister (KVK).",
        kvk.PATROON,
        kvk.MAX_LENGTE,
        voorbeelden=("12345678",),
        bron="https://www.kvk.nl/informatiebank/kvk-nummer-alles-wat-je-moet-weten/",
        betekenis=(NietNul(), *betekenis),
    )


def prestatie() -> Mapping[str, Any]:
    """Metadata of a prestatie: our stable name or the NZa/Vektis code, both are understood."""
    return veld.sleutel(
        "The prestatie: the stable name in the prestatielijst, or its NZa/Vektis code.",
        "De prestatie: de vaste naam in de prestatielijst, of de code van NZa/Vektis.",
        voorbeelden=("kraamzorg-uur", "1101"),
    )
