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
    Opzoeking,
)


def als_json(
    opzoeking: Opzoeking, op: date, drempel: Verificatie, bedoeld: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Return the answer as a JSON object; what is not known is left out.

    `bedoeld` is what may have been meant by an unknown name.
    """
    uit: dict[str, Any] = {"status": opzoeking.status.value, "op": op.isoformat()}
    if opzoeking.prestatie is not None:
        gegevens = destructureer(opzoeking.prestatie)
        namen = ("prestatie_id", "code", "omschrijving", "omschrijving_en", "regime")
        uit |= {naam: gegevens[naam] for naam in namen if naam in gegevens}
    if isinstance(opzoeking, Onbekend):
        uit |= {
            "reden": opzoeking.reden.value,
            "laatst_bekend_tot_en_met": _dag(opzoeking.laatst_bekend_tot_en_met),
            "eerstvolgend_van": _dag(opzoeking.eerstvolgend_van),
        }
    else:
        if isinstance(opzoeking, BuitenLooptijd):
            uit["datum"] = opzoeking.datum.isoformat()
        else:
            uit |= destructureer(opzoeking.tarief)
            uit |= {
                "looptijd": destructureer(opzoeking.looptijd),
                "tabel": opzoeking.tabel,
                "eigen": opzoeking.eigen,
                "vervangt": None if opzoeking.vervangt is None else _vervangen(opzoeking.vervangt),
                "tariefbeschikking": destructureer(opzoeking.tariefbeschikking),
                "toetsbaar": opzoeking.toetsbaar,
                "belemmering": opzoeking.belemmering and opzoeking.belemmering.value,
                "wijst_af": wijst_af(opzoeking, drempel),
            }
        uit |= {
            "bron": destructureer(opzoeking.bron),
            "verificatie": opzoeking.verificatie.value,
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
