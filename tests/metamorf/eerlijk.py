"""What an honest claimant may do: each gives the changed document, still honest, or None.

A document that no rule objects to stays one that no rule refuses. They work on plain JSON and share
no code with the rules.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

from hypothesis import strategies as st
from tests.metamorf import relaties
from tests.metamorf.bron import Document

Stap = Callable[[Document, int], Document | None]
_UUR: Final = "kraamzorg-uur"


def _vrij(document: Document, plaats: int) -> bool:
    """Say whether a line is a debit that no other line names."""
    declaratieregels = document["declaratieregels"]
    declaratieregel = declaratieregels[plaats]
    genoemd = {
        nummer
        for ander in declaratieregels
        for nummer in (
            *ander.get("grondslag_referentienummers", ()),
            ander.get("gerelateerd_referentienummer"),
        )
    }
    return (
        declaratieregel["debet_credit"] == "D"
        and declaratieregel["declaratiebedrag_eurocent"] > 0
        and declaratieregel["referentienummer"] not in genoemd
        and "grondslag_referentienummers" not in declaratieregel
    )


def _terug(document: Document, plaats: int, eurocent: int | None = None) -> Document | None:
    """Take a line back, wholly or for an amount; in a message that is for a later message."""
    if document["soort"] != "dossier" or not _vrij(document, plaats):
        return None
    anders = relaties.kopie(document)
    declaratieregel = anders["declaratieregels"][plaats]
    credit = {
        **declaratieregel,
        "referentienummer": f"terug-{len(anders['declaratieregels'])}",
        "debet_credit": "C",
        "gerelateerd_referentienummer": declaratieregel["referentienummer"],
    }
    if eurocent is not None:
        credit["declaratiebedrag_eurocent"] = eurocent
    anders["declaratieregels"].append(credit)
    return anders


def teruggenomen(document: Document, plaats: int) -> Document | None:
    """The line is taken back."""
    return _terug(document, plaats)


def deels_teruggenomen(document: Document, plaats: int) -> Document | None:
    """Part of the amount is taken back."""
    bedrag = document["declaratieregels"][plaats]["declaratiebedrag_eurocent"]
    return _terug(document, plaats, bedrag // 3) if bedrag >= 3 else None


def opnieuw(document: Document, plaats: int) -> Document | None:
    """The line is taken back, and declared again."""
    anders = _terug(document, plaats)
    if anders is not None:
        declaratieregel = anders["declaratieregels"][plaats]
        nummer = f"weer-{len(anders['declaratieregels'])}"
        anders["declaratieregels"].append({**declaratieregel, "referentienummer": nummer})
    return anders


def minder_opnieuw(document: Document, plaats: int) -> Document | None:
    """The line is taken back, and declared again with a smaller quantity."""
    anders = opnieuw(document, plaats)
    if anders is None or anders["declaratieregels"][plaats]["aantal"] < 2:
        return None
    if anders.get("eigen_bijdragen"):
        return None  # they would change too
    declaratieregel = anders["declaratieregels"][-1]
    if declaratieregel["declaratiebedrag_eurocent"] != declaratieregel["bedrag_eurocent"]:
        return None
    if declaratieregel["bedrag_eurocent"] % declaratieregel["aantal"]:
        return None
    per_stuk = declaratieregel["bedrag_eurocent"] // declaratieregel["aantal"]
    declaratieregel["aantal"] -= 1
    declaratieregel["bedrag_eurocent"] = declaratieregel["declaratiebedrag_eurocent"] = (
        per_stuk * declaratieregel["aantal"]
    )
    return anders


def _dag(tekst: str) -> dt.date:
    return dt.date.fromisoformat(tekst)


def _volgt(een: dict[str, Any], ander: dict[str, Any]) -> bool:
    """Say whether two lines are for the same, the second on the day after the first."""
    gelijk = ("zorgaanbieder_agb", "uzovi_code", "prestatie", "tarief_eurocent", "eenheid", "bsn")
    return (
        all(een.get(naam) == ander.get(naam) for naam in gelijk)
        and een["prestatie"] == _UUR
        and _dag(ander["periode"]["van"]) - _dag(een["periode"]["tot_en_met"])
        == dt.timedelta(days=1)
    )


def per_week(document: Document, plaats: int) -> Document | None:
    """Hours of days that follow each other are one line, of a week at most."""
    anders = relaties.kopie(document)
    declaratieregels = anders["declaratieregels"]
    eerste = declaratieregels[plaats]
    samen = [plaats]
    for volgende in range(plaats + 1, len(declaratieregels)):
        if len(samen) < 7 and _volgt(declaratieregels[samen[-1]], declaratieregels[volgende]):
            samen.append(volgende)
    if len(samen) < 2 or not all(_vrij(document, nummer) for nummer in samen):
        return None
    for naam in ("aantal", "bedrag_eurocent", "declaratiebedrag_eurocent"):
        eerste[naam] = sum(declaratieregels[nummer][naam] for nummer in samen)
    eerste["periode"]["tot_en_met"] = declaratieregels[samen[-1]]["periode"]["tot_en_met"]
    for nummer in reversed(samen[1:]):
        del declaratieregels[nummer]
    return anders


def tweeling(document: Document, _: int) -> Document | None:
    """The only child turns out to be one of two."""
    if len(document.get("kinderen", ())) != 1:
        return None
    anders = relaties.kopie(document)
    kind = anders["kinderen"][0]
    weg = ("bsn", "kind_id", "geboortegewicht_gram")
    tweede = {naam: waarde for naam, waarde in kind.items() if naam not in weg}
    anders["kinderen"].append({**tweede, "rangnummer": 2})
    anders["zwangerschap"]["aantal_geboren_kinderen"] = 2
    return anders


def andersom(document: Document, _: int) -> Document:
    """The lines stand in the other order."""
    return relaties.andersom(document)


def als_bericht(document: Document, _: int) -> Document | None:
    """The lines of one provider, without credits or facts of the dossier, are a message."""
    declaratieregels = document["declaratieregels"]
    los = {"overeenkomsten", "screeningscontracten"} & set(document)
    if (
        document["soort"] != "dossier"
        or los
        or any(r["debet_credit"] == "C" for r in declaratieregels)
    ):
        return None
    if len({declaratieregel["zorgaanbieder_agb"] for declaratieregel in declaratieregels}) > 1:
        return None
    return relaties.als_declaratie(document)


STAPPEN: Final[tuple[Stap, ...]] = (
    teruggenomen,
    deels_teruggenomen,
    opnieuw,
    minder_opnieuw,
    per_week,
    relaties.in_stukken,
    relaties.in_kwartieren,
    tweeling,
    andersom,
    als_bericht,
)


@st.composite
def eerlijk_veranderd(draw: st.DrawFn, document: Document) -> Document:
    """Return an honest document after a few steps of an honest claimant."""
    for _ in range(draw(st.integers(1, 4))):
        plaats = draw(st.integers(0, len(document["declaratieregels"]) - 1))
        document = draw(st.sampled_from(STAPPEN))(document, plaats) or document
    return document
