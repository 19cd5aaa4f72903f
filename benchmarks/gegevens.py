"""Generated dossiers for the benchmarks: one shape, varied by a seeded random generator."""

import copy
import json
import random
from pathlib import Path
from typing import Any

from geboortezorg.testing.basis import TEST_BSNS

VOORBEELD = Path(__file__).parents[1] / "voorbeelden" / "goed" / "thuisbevalling-2023.json"

DEEL_VORMFOUT = 0.02
DEEL_BREUK = 0.06


def dossiers(aantal: int, zaad: int = 1) -> list[bytes]:
    """Return so many dossiers as compact JSON: 2% with a shape error, 6% that break a rule."""
    willekeur = random.Random(zaad)
    basis = json.loads(VOORBEELD.read_bytes())
    return [
        json.dumps(_dossier(basis, nummer, willekeur), separators=(",", ":")).encode()
        for nummer in range(aantal)
    ]


def _dossier(basis: dict[str, Any], nummer: int, willekeur: random.Random) -> dict[str, Any]:
    uit = copy.deepcopy(basis)
    uit["referentie"] = f"pseudoniem-{nummer}"
    uit["client"]["bsn"] = willekeur.choice(TEST_BSNS)
    kraamzorg = f"33{willekeur.randrange(1, 2000):06d}"
    verloskundige = f"08{willekeur.randrange(1, 2000):06d}"
    for episode in uit["zorgepisodes"]:
        episode["zorgaanbieder"]["agb_code"] = verloskundige
    for plaats, regel in enumerate(uit["declaratieregels"]):
        regel["referentienummer"] = f"{nummer}-{plaats}"
        eigen = regel["zorgaanbieder_agb"].startswith("33")
        regel["zorgaanbieder_agb"] = kraamzorg if eigen else verloskundige
        tarief = willekeur.randint(regel["tarief_eurocent"] * 9 // 10, regel["tarief_eurocent"])
        regel["tarief_eurocent"] = tarief
        regel["bedrag_eurocent"] = tarief * regel["aantal"]
        regel["declaratiebedrag_eurocent"] = regel["bedrag_eurocent"]
    worp = willekeur.random()
    regel = willekeur.choice(uit["declaratieregels"])
    if worp < DEEL_VORMFOUT:
        regel["aantal"] = str(regel["aantal"])
    elif worp < DEEL_VORMFOUT + DEEL_BREUK:
        regel["bedrag_eurocent"] += 1
    return uit
