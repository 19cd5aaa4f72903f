"""``geboortezorg prestaties``: search what can be declared, by words, regime and day."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Any, Final

from geboortezorg.cli.context import lees_context
from geboortezorg.cli.scherm import Scherm
from geboortezorg.cli.zoeken import doorzoek, platte_rij, toon
from geboortezorg.geld import toon_euro
from geboortezorg.tabellen import BuitenLooptijd, Gevonden, Tariefantwoord
from geboortezorg.tabulair import PrestatieRij, prestatierijen
from geboortezorg.tekst import Tekst

_KOP: Final = (
    Tekst("prestatie", "prestatie"),
    Tekst("code", "code"),
    Tekst("omschrijving", "description"),
    Tekst("eenheid", "unit"),
)
_KOP_TARIEF: Final = (Tekst("tarief", "tariff"), Tekst("verificatie", "verification"))
_GEEN: Final = Tekst("niet bekend", "not known")
_VRIJ: Final = Tekst("vrij", "free")


def voer_uit(argumenten: Namespace, scherm: Scherm) -> int:
    """Show the prestaties that fit; 0, or 3 when there is none."""
    tabellen = lees_context(argumenten, scherm).tabellen
    overzicht = prestatierijen(tabellen)

    def antwoord(rij: PrestatieRij) -> Tariefantwoord | None:
        return argumenten.op and tabellen.lookup(rij.prestatie_id, argumenten.op)

    def telt(rij: PrestatieRij) -> bool:
        bestaat = not isinstance(antwoord(rij), BuitenLooptijd)
        return argumenten.regime in (None, rij.regime) and bestaat

    def als_json(rij: PrestatieRij) -> dict[str, Any]:
        uit = platte_rij(overzicht, rij)
        return uit if argumenten.op is None else uit | {"tarief": _tarief(antwoord(rij))}

    def cellen(rij: PrestatieRij) -> Iterator[str]:
        yield rij.prestatie_id
        yield rij.code or ""
        yield scherm.tekst(Tekst(rij.omschrijving, rij.omschrijving_en))
        yield rij.eenheid
        if argumenten.op is not None:
            gevonden = antwoord(rij)
            bekend = gevonden if isinstance(gevonden, Gevonden) else None
            yield scherm.tekst(_GEEN) if bekend is None else _bedrag(bekend, scherm)
            yield "" if bekend is None else bekend.verificatie.value

    gevonden = doorzoek(
        overzicht,
        argumenten.woorden,
        lambda rij: (rij.prestatie_id, rij.code, rij.omschrijving, rij.omschrijving_en),
        telt,
    )
    kop = (*_KOP, *(_KOP_TARIEF if argumenten.op is not None else ()))
    return toon(gevonden, als_json, kop, cellen, argumenten, scherm)


def _bedrag(gevonden: Gevonden, scherm: Scherm) -> str:
    bedrag = gevonden.tarief.bedrag_eurocent
    return scherm.tekst(_VRIJ) if bedrag is None else toon_euro(bedrag)


def _tarief(antwoord: Tariefantwoord | None) -> dict[str, Any] | None:
    if not isinstance(antwoord, Gevonden):
        return None
    return {
        "tariefsoort": antwoord.tarief.tariefsoort.value,
        "bedrag_eurocent": antwoord.tarief.bedrag_eurocent,
        "toetsbaar": antwoord.toetsbaar,
        "verificatie": antwoord.verificatie.value,
        "tabel": antwoord.tabel,
    }
