"""What is known of a prestatie on a day, as JSON: the same answer at every door."""

from datetime import date
from typing import Any

from geboortezorg.bron import Verificatie, minstens
from geboortezorg.convert import destructureer
from geboortezorg.tabellen.antwoord import (
    BekendTarief,
    BuitenLooptijd,
    Gevonden,
    Onbekend,
    Tariefantwoord,
)


def als_json(
    tariefantwoord: Tariefantwoord, op: date, drempel: Verificatie, bedoeld: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Return the answer as a JSON object; what is not known is left out.

    `bedoeld` is what may have been meant by an unknown name.
    """
    uit: dict[str, Any] = {"status": tariefantwoord.status.value, "op": op.isoformat()}
    if tariefantwoord.prestatie is not None:
        gegevens = destructureer(tariefantwoord.prestatie)
        namen = ("prestatie_id", "code", "omschrijving", "omschrijving_en", "regime")
        uit |= {naam: gegevens[naam] for naam in namen if naam in gegevens}
    if isinstance(tariefantwoord, Onbekend):
        uit |= {
            "reden": tariefantwoord.reden.value,
            "laatst_bekend_tot_en_met": _dag(tariefantwoord.laatst_bekend_tot_en_met),
            "eerstvolgend_van": _dag(tariefantwoord.eerstvolgend_van),
        }
    else:
        if isinstance(tariefantwoord, BuitenLooptijd):
            uit["datum"] = tariefantwoord.datum.isoformat()
        else:
            uit |= destructureer(tariefantwoord.tarief)
            uit |= {
                "looptijd": destructureer(tariefantwoord.looptijd),
                "tabel": tariefantwoord.tabel,
                "eigen": tariefantwoord.eigen,
                "vervangt": None
                if tariefantwoord.vervangt is None
                else _vervangen(tariefantwoord.vervangt),
                "tariefbeschikking": destructureer(tariefantwoord.tariefbeschikking),
                "toetsbaar": tariefantwoord.toetsbaar,
                "belemmering": tariefantwoord.belemmering and tariefantwoord.belemmering.value,
                "wijst_af": wijst_af(tariefantwoord, drempel),
            }
        uit |= {
            "bron": destructureer(tariefantwoord.bron),
            "verificatie": tariefantwoord.verificatie.value,
        }
    if bedoeld:
        uit["bedoeld"] = list(bedoeld)
    return {naam: waarde for naam, waarde in uit.items() if waarde is not None}


def wijst_af(gevonden: Gevonden, drempel: Verificatie) -> bool | None:
    """Say whether a rule may refuse by this row; None for a free tariff, which bounds nothing."""
    if gevonden.tarief.bedrag_eurocent is None:
        return None
    return gevonden.toetsbaar and minstens(gevonden.verificatie, drempel)


def _vervangen(rij: BekendTarief) -> dict[str, Any]:
    """Return the row underneath an own one: what would have counted without the own table."""
    namen = ("tariefsoort", "bedrag_eurocent", "eenheid")
    gegevens = destructureer(rij.tarief)
    return {
        "tabel": rij.tabel,
        **{naam: gegevens[naam] for naam in namen if naam in gegevens},
        "verificatie": rij.verificatie.value,
    }


def _dag(dag: date | None) -> str | None:
    return None if dag is None else dag.isoformat()
