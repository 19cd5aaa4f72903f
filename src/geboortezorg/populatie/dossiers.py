"""From what befalls a woman to her dossier: who gave which care, and what is declared for it."""

import random
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.nummers import bsn
from geboortezorg.populatie.context import JAAR, UZOVI
from geboortezorg.populatie.declareren import NAZORG, Declarant, minuten_lip
from geboortezorg.populatie.lot import Lot, trek

Json = dict[str, Any]

_DAG: Final = timedelta(days=1)
_ERVOOR: Final = ("intake", "zwangerschap_vervolg")
_ROND: Final = ("begin_baring", "uitdrijving", "nageboorte", "eerste_24_uur")
_ERNA: Final = ("dag_2_tot_en_met_7", "follow_up_tot_6_weken")
_PLAATSEN: Final = {
    "thuis": "thuis",
    "geboortecentrum": "geboortecentrum",
    "poliklinisch-eerste-lijn": "ziekenhuis",
    "tweede-lijn": "ziekenhuis",
}
"""The word of a document for each place of the source; an unknown place is left out."""

_INTAKE: Final = (8 * 7, 11 * 7)
"""Days of pregnancy between which midwifery care starts: an assumption, no source has it."""

_LEEFTIJD: Final = (22 * 365, 40 * 365)
"""Ages of mothers, in days: an assumption too; the source has an average only."""


def dossier(willekeur: random.Random, nummer: int) -> Json:
    """Return the dossier of one birth of the year."""
    lot = trek(willekeur)
    declarant = Declarant(willekeur, lot)
    start = lot.zwanger_op(willekeur.randrange(*_INTAKE))
    zorg = _verwezen if lot.tweede_lijn and not lot.igo else _een_aanbieder
    episodes = zorg(lot, declarant, start, willekeur)
    declarant.declareer_kraamzorg()
    provincie = lot.provincie.lower().replace("â", "a")
    geboren = lot.bevaldag - timedelta(days=willekeur.randrange(*_LEEFTIJD))
    uit: Json = {
        "soort": "dossier",
        "schema_versie": SCHEMA_VERSIE,
        "referentie": f"{provincie}-{nummer}",
        "client": {
            "bsn": willekeur.choice(_bsns()),
            "geboortedatum": geboren.isoformat(),
            "verzekeringen": [{"uzovi_code": UZOVI, "looptijd": {"van": f"{JAAR - 2}-01-01"}}],
        },
        "zwangerschap": {
            "a_terme_datum": lot.a_terme.isoformat(),
            "datum_einde": lot.bevaldag.isoformat(),
            "wijze_einde": "partus",
            "graviditeit": lot.eerdere + 1,
            "pariteit": lot.eerdere,
            "aantal_geboren_kinderen": lot.kinderen,
        },
        "kinderen": [_kind(lot, rang) for rang in range(1, lot.kinderen + 1)],
        "zorgepisodes": episodes,
        "declaratieregels": declarant.declaratieregels,
    }
    if not lot.igo:
        uit["kraamzorgindicaties"] = [_indicatie(lot)]
    if declarant.partus_minuten:
        uit["partusassistenties"] = [
            {
                "datum": lot.bevaldag.isoformat(),
                "duur_minuten": declarant.partus_minuten,
                "medisch": False,
            }
        ]
    return uit


def _een_aanbieder(
    lot: Lot, declarant: Declarant, start: date, willekeur: random.Random
) -> list[Json]:
    """Return the one episode of who gave all the care, and declare it."""
    del willekeur
    klaar = lot.bevaldag + NAZORG
    if lot.igo:
        declarant.declareer("integraal-prenataal", start, lot.bevaldag - _DAG, episode="ze-1")
        declarant.declareer("integraal-nataal", lot.bevaldag, episode="ze-1")
        declarant.declareer("integraal-postnataal", lot.bevaldag, klaar, episode="ze-1")
    else:
        declarant.declareer("verloskunde-volledig", start, klaar, episode="ze-1")
    return [_episode(1, _eigen(lot, declarant), start, klaar, *_ERVOOR, *_ROND, *_ERNA)]


def _verwezen(lot: Lot, declarant: Declarant, start: date, willekeur: random.Random) -> list[Json]:
    """Return the episodes of a takeover in pregnancy, and back after the birth; declare ours.

    On which day is an assumption: no source says when women are referred.
    """
    klaar, ontslag = lot.bevaldag + NAZORG, lot.bevaldag + _DAG
    op = start + timedelta(days=willekeur.randrange(1, (lot.bevaldag - start).days))
    eigen = _eigen(lot, declarant)
    gynaecoloog = {
        "discipline": "gynaecoloog",
        "echelon": "tweede_lijn",
        "partijsoort": "ziekenhuis",
        "agb_code": f"06{willekeur.randrange(1, 100):06d}",
    }
    eerste = _episode(1, eigen, start, op, *_ERVOOR)
    tweede = _episode(2, gynaecoloog, op, ontslag, "zwangerschap_vervolg", *_ROND)
    derde = _episode(3, eigen, ontslag, klaar, *_ERNA)
    eerste["verwijzingen"] = [_overname(op, gynaecoloog, "zwangerschap_vervolg")]
    tweede["verwijzingen"] = [_overname(ontslag, eigen, "dag_2_tot_en_met_7")]
    declarant.declareer_prenataal(start, op, episode="ze-1")
    declarant.declareer("verloskunde-volledig-postnataal", ontslag, klaar, episode="ze-3")
    return [eerste, tweede, derde]


def _eigen(lot: Lot, declarant: Declarant) -> Json:
    return {
        "discipline": "eerstelijnsverloskundige",
        "echelon": "eerste_lijn",
        "partijsoort": "igo" if lot.igo else "verloskundigenpraktijk",
        "agb_code": declarant.verloskunde,
    }


def _episode(nummer: int, aanbieder: Json, van: date, tot_en_met: date, *periodes: str) -> Json:
    return {
        "zorgepisode_id": f"ze-{nummer}",
        "zorgaanbieder": aanbieder,
        "looptijd": {"van": van.isoformat(), "tot_en_met": tot_en_met.isoformat()},
        "eindverantwoordelijk_in": list(periodes),
    }


def _overname(op: date, naar: Json, periode: str) -> Json:
    return {
        "datum": op.isoformat(),
        "verwijzingsoort": "overname",
        "naar": naar,
        "perinatale_periode": periode,
    }


def _kind(lot: Lot, rang: int) -> Json:
    uit: Json = {
        "rangnummer": rang,
        "geboren": True,
        "levend_geboren": True,
        "geboortedatum": lot.bevaldag.isoformat(),
        "perinatale_sterfte": False,
    }
    if lot.plaats in _PLAATSEN:
        uit["werkelijke_plaats_baring"] = _PLAATSEN[lot.plaats]
    return uit


def _indicatie(lot: Lot) -> Json:
    return {
        "datum": lot.bevaldag.isoformat(),
        "indicatieprotocol": "lip",
        "protocolversie": "3",
        "geindiceerd_minuten": minuten_lip(lot.voeding),
        "voeding": lot.voeding,
    }


@cache
def _bsns() -> tuple[str, ...]:
    """Return every number of the test range that passes the elfproef."""
    return tuple(nummer for n in range(100_000) if bsn.elfproef(nummer := f"9999{n:05d}"))
