"""What may be done to a document without helping it: each gives the changed documents.

They work on plain JSON and share no code with the rules.
"""

import json
from collections.abc import Iterator
from typing import Any

Document = dict[str, Any]

_NIET_OPTIONEEL = {"soort", "schema_versie"}
_VASTE_UREN = {"uur": 4, "half_uur": 2}


def kopie(document: Document) -> Document:
    """Return a deep copy."""
    gekopieerd: Document = json.loads(json.dumps(document))
    return gekopieerd


def _leden(waarde: Any, pad: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(waarde, dict):
        for naam, deel in waarde.items():
            yield (*pad, naam)
            yield from _leden(deel, (*pad, naam))
    elif isinstance(waarde, list):
        for plaats, deel in enumerate(waarde):
            yield from _leden(deel, (*pad, plaats))


def zonder(document: Document) -> Iterator[tuple[str, Document]]:
    """Give the document without each of its members in turn, with the pointer to it."""
    for pad in _leden(document):
        if pad[0] in _NIET_OPTIONEEL:
            continue
        anders = kopie(document)
        plaats: Any = anders
        for deel in pad[:-1]:
            plaats = plaats[deel]
        del plaats[pad[-1]]
        yield "".join(f"/{deel}" for deel in pad), anders


def andersom(document: Document) -> Document:
    """Return the document with its lines in the other order."""
    anders = kopie(document)
    anders["declaratieregels"].reverse()
    return anders


def in_stukken(document: Document, plaats: int, stukken: int = 2) -> Document | None:
    """Return the document with one line as two, each with part of the quantity."""
    anders = kopie(document)
    oud = anders["declaratieregels"][plaats]
    if oud["aantal"] < stukken or oud["debet_credit"] != "D":
        return None
    if oud["bedrag_eurocent"] != oud["declaratiebedrag_eurocent"]:
        return None
    if oud["bedrag_eurocent"] % oud["aantal"]:
        return None
    per_stuk = oud["bedrag_eurocent"] // oud["aantal"]
    delen = [oud["aantal"] // stukken] * stukken
    delen[0] += oud["aantal"] - sum(delen)
    nieuw = [
        {
            **oud,
            "referentienummer": f"{oud['referentienummer'][:16]}-s{nummer}",
            "aantal": deel,
            "bedrag_eurocent": per_stuk * deel,
            "declaratiebedrag_eurocent": per_stuk * deel,
        }
        for nummer, deel in enumerate(delen)
    ]
    anders["declaratieregels"][plaats : plaats + 1] = nieuw
    for declaratieregel in anders["declaratieregels"]:
        if oud["referentienummer"] in (
            *declaratieregel.get("grondslag_referentienummers", ()),
            declaratieregel.get("gerelateerd_referentienummer"),
        ):
            return None
    return anders


def in_kwartieren(document: Document, plaats: int) -> Document | None:
    """Return the document with the quantity of one line of hours in quarters."""
    anders = kopie(document)
    declaratieregel = anders["declaratieregels"][plaats]
    eenheid = declaratieregel.get("eenheid") or (
        "uur" if declaratieregel["prestatie"] == "kraamzorg-uur" else None
    )
    if eenheid not in _VASTE_UREN:
        return None
    keer = _VASTE_UREN[eenheid]
    if declaratieregel["aantal"] * keer > 9999:
        return None
    declaratieregel["aantal"] *= keer
    declaratieregel["eenheid"] = "kwartier"
    return anders


def duurder(document: Document, plaats: int, keer: int = 2) -> Document | None:
    """Return the document with a higher tariff on one line."""
    anders = kopie(document)
    declaratieregel = anders["declaratieregels"][plaats]
    if declaratieregel["debet_credit"] != "D":
        return None
    for naam in ("tarief_eurocent", "bedrag_eurocent", "declaratiebedrag_eurocent"):
        declaratieregel[naam] *= keer
        if declaratieregel[naam] > 99_999_999:
            return None
    return anders


def meer(document: Document, plaats: int, keer: int = 2) -> Document | None:
    """Return the document with a larger quantity on one line."""
    anders = kopie(document)
    declaratieregel = anders["declaratieregels"][plaats]
    if declaratieregel["debet_credit"] != "D":
        return None
    for naam in ("aantal", "bedrag_eurocent", "declaratiebedrag_eurocent"):
        declaratieregel[naam] *= keer
    if declaratieregel["aantal"] > 9999 or declaratieregel["bedrag_eurocent"] > 99_999_999:
        return None
    return anders


def met_losse_credit(document: Document, plaats: int) -> Document:
    """Return the document with a credit for the line that names another line."""
    anders = kopie(document)
    declaratieregel = anders["declaratieregels"][plaats]
    anders["declaratieregels"].append(
        {
            **declaratieregel,
            "referentienummer": "los-1",
            "debet_credit": "C",
            "gerelateerd_referentienummer": "bestaat-niet",
        }
    )
    return anders


def met_credit_op_iets_anders(document: Document, plaats: int) -> Document:
    """Return the document with a credit that names the line, but is about another insurer."""
    anders = met_losse_credit(document, plaats)
    credit = anders["declaratieregels"][-1]
    credit["gerelateerd_referentienummer"] = anders["declaratieregels"][plaats]["referentienummer"]
    credit["uzovi_code"] = "0101" if credit["uzovi_code"] != "0101" else "0102"
    return anders


def met_eigen_overeenkomst(document: Document, plaats: int) -> Document:
    """Return the dossier with an agreement that allows whatever the line asks."""
    anders = kopie(document)
    declaratieregel = anders["declaratieregels"][plaats]
    for soort in ("max_max", "integraal"):
        anders.setdefault("overeenkomsten", []).append(
            {
                "overeenkomst_id": f"eigen-{soort}",
                "overeenkomstsoort": soort,
                "zorgaanbieder_agb": declaratieregel["zorgaanbieder_agb"],
                "uzovi_code": declaratieregel["uzovi_code"],
                "looptijd": {"van": "2009-01-01"},
                "schriftelijk": True,
                "prijsafspraken": [
                    {
                        "prestatie": declaratieregel["prestatie"],
                        "tarief_eurocent": declaratieregel["tarief_eurocent"],
                    }
                ],
            }
        )
    return anders


def als_declaratie(document: Document) -> Document | None:
    """Return the message with the lines of a dossier; None when they are for several insurers."""
    declaratieregels = kopie(document)["declaratieregels"]
    vrouw = document.get("client", {}).get("bsn", "999900006")
    if len({declaratieregel["uzovi_code"] for declaratieregel in declaratieregels}) > 1:
        return None
    for declaratieregel in declaratieregels:
        declaratieregel.pop("zorgepisode_id", None)
        declaratieregel.setdefault("bsn", vrouw)
    van = min(declaratieregel["periode"]["van"] for declaratieregel in declaratieregels)
    tot_en_met = max(
        van, *(declaratieregel["periode"]["tot_en_met"] for declaratieregel in declaratieregels)
    )
    return {
        "soort": "declaratie",
        "schema_versie": document["schema_versie"],
        "declarant_agb": declaratieregels[0]["zorgaanbieder_agb"],
        "uzovi_code": declaratieregels[0]["uzovi_code"],
        "factuurnummer": "m-1",
        "factuurdatum": tot_en_met,
        "periode": {"van": van, "tot_en_met": tot_en_met},
        "declaratieregels": declaratieregels,
    }


def als_dossier(document: Document) -> Document | None:
    """Return the dossier with the lines of a message; None when they are of several women."""
    if len({declaratieregel.get("bsn") for declaratieregel in document["declaratieregels"]}) > 1:
        return None
    return {
        "soort": "dossier",
        "schema_versie": document["schema_versie"],
        "referentie": "p",
        "zwangerschap": {},
        "declaratieregels": kopie(document)["declaratieregels"],
    }
