"""The one context in which the documents of this package are right, or have their breach."""

from datetime import date

from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.prestatie import Eenheid, Regime
from geboortezorg.model.tarief import (
    Besluitstatus,
    Tarief,
    Tariefbeschikking,
    Tariefsoort,
    Tarieftabel,
)
from geboortezorg.regels.context import Context
from geboortezorg.tabellen import proeftabellen
from geboortezorg.testing import basis, overeenkomst
from geboortezorg.tijd import Looptijd


def proefcontext(code: str | None = None) -> Context:
    """Return the context to judge by: closed tables, a fixed day, and each breach refuses.

    The breach of some rules takes a copy of the payer, which it holds for the `code` of that rule.
    It adds made-up tariffs for kraamzorg in 2026, the first year with a toeslag, of which
    no tariff was seen.
    """
    verzonnen = "Verzonnen bedragen voor tests"
    tabel = Tarieftabel(
        naam="verzonnen-kraamzorg-2026",
        regime=Regime.KRAAMZORG,
        tariefbeschikking=Tariefbeschikking(
            titel=verzonnen,
            status=Besluitstatus.VASTGESTELD,
            bron=Bron(titel=verzonnen, verificatie=Verificatie.OFFICIEEL),
            looptijd=Looptijd(van=date(2026, 1, 1), tot_en_met=date(2026, 12, 31)),
        ),
        tarieven=(
            Tarief(
                prestatie_id="kraamzorg-uur",
                tariefsoort=Tariefsoort.MAXIMUM,
                eenheid=Eenheid.UUR,
                bedrag_eurocent=8000,
            ),
        ),
    )
    return Context(
        tabellen=proeftabellen().add(tabel),
        overeenkomsten=overeenkomst.VAN_BETALER.get(code, ()),
        overeenkomsten_volledig=True,
        drempel=Verificatie.AFGELEID,
        beoordelingsdatum=basis.BEOORDELINGSDATUM,
        eerdere_factuurnummers=frozenset({basis.EERDER_FACTUURNUMMER}),
        eerdere_factuurnummers_volledig=True,
    )
