"""``geboortezorg tabellen``: search the tables in use: what they know, and how well."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Final

from geboortezorg.cli.context import lees_context
from geboortezorg.cli.scherm import Scherm
from geboortezorg.cli.zoeken import doorzoek, platte_rij, toon
from geboortezorg.tabulair import TabelRij, tabelrijen
from geboortezorg.tekst import Tekst

_KOP: Final = (
    Tekst("tabel", "table"),
    Tekst("soort", "kind"),
    Tekst("van", "from"),
    Tekst("t/m", "to"),
    Tekst("rijen", "rows"),
    Tekst("verificatie", "verification"),
    Tekst("titel", "title"),
)
_EIGEN: Final = Tekst("{naam} (eigen)", "{naam} (own)")


def voer_uit(argumenten: Namespace, scherm: Scherm) -> int:
    """Show the tables that fit; 0, or 3 when there is none."""
    context = lees_context(argumenten, scherm)
    overzicht = tabelrijen(context.tabellen)
    op = argumenten.op

    def telt(rij: TabelRij) -> bool:
        geldt = op is None or (
            (rij.van is None or rij.van <= op) and (rij.tot_en_met is None or op <= rij.tot_en_met)
        )
        return geldt and (argumenten.regime is None or argumenten.regime in rij.regimes.split())

    def cellen(rij: TabelRij) -> Iterator[str]:
        yield scherm.tekst(_EIGEN).format(naam=rij.naam) if rij.eigen else rij.naam
        yield rij.soort
        yield "" if rij.van is None else rij.van.isoformat()
        yield "" if rij.tot_en_met is None else rij.tot_en_met.isoformat()
        yield str(rij.rijen)
        yield rij.verificatie
        yield rij.titel

    gevonden = doorzoek(
        overzicht, argumenten.woorden, lambda rij: (rij.naam, rij.titel, rij.onderwerpen), telt
    )
    return toon(gevonden, lambda rij: platte_rij(overzicht, rij), _KOP, cellen, argumenten, scherm)
