"""Faults that claimants make, put into a right dossier: one each, and its rule is known."""

import random
from collections.abc import Callable
from datetime import date
from typing import Any, Final, NamedTuple

from geboortezorg.tijd import EERSTE_DATUM

Json = dict[str, Any]
_ETMAAL_UREN: Final = 24


class Fout(NamedTuple):
    """A kind of fault, and the rule that it breaks."""

    code: str
    maak: Callable[[Json, random.Random], None]
    integraal: bool = True
    """Whether integral care can have it too."""


def maak(dossier: Json, willekeur: random.Random) -> str:
    """Put one fault into a dossier, and return the code of the rule that it breaks."""
    integraal = "kraamzorgindicaties" not in dossier
    fout = willekeur.choice([fout for fout in FOUTEN if fout.integraal or not integraal])
    fout.maak(dossier, willekeur)
    return fout.code


def _bedrag(dossier: Json, willekeur: random.Random) -> None:
    """The amount is a cent more than tariff times quantity."""
    declaratieregel = willekeur.choice(dossier["declaratieregels"])
    declaratieregel["bedrag_eurocent"] += 1
    declaratieregel["declaratiebedrag_eurocent"] += 1


def _tarief(dossier: Json, willekeur: random.Random) -> None:
    """The tariff is half above the maximum."""
    declaratieregel = willekeur.choice(dossier["declaratieregels"])
    _zet(declaratieregel, tarief=declaratieregel["tarief_eurocent"] * 3 // 2)


def _uren(dossier: Json, willekeur: random.Random) -> None:
    """A day of kraamzorg has more hours than a day."""
    dagen = [r for r in dossier["declaratieregels"] if r["prestatie"] == "kraamzorg-uur"]
    _zet(willekeur.choice(dagen), aantal=_ETMAAL_UREN + willekeur.randint(1, 9))


def _zet(declaratieregel: Json, *, tarief: int = 0, aantal: int = 0) -> None:
    declaratieregel["tarief_eurocent"] = tarief or declaratieregel["tarief_eurocent"]
    declaratieregel["aantal"] = aantal or declaratieregel["aantal"]
    declaratieregel["bedrag_eurocent"] = (
        declaratieregel["tarief_eurocent"] * declaratieregel["aantal"]
    )
    declaratieregel["declaratiebedrag_eurocent"] = declaratieregel["bedrag_eurocent"]


def _elfproef(dossier: Json, willekeur: random.Random) -> None:
    """The BSN has one wrong digit."""
    goed = dossier["client"]["bsn"]
    cijfer = (int(goed[-1]) + willekeur.randint(1, 9)) % 10
    dossier["client"]["bsn"] = f"{goed[:-1]}{cijfer}"


def _nummer(dossier: Json, willekeur: random.Random) -> None:
    """Two lines of a provider have one reference."""
    een, ander = willekeur.sample(dossier["declaratieregels"], 2)
    ander["zorgaanbieder_agb"] = een["zorgaanbieder_agb"]
    ander["referentienummer"] = een["referentienummer"]


def _periode(dossier: Json, willekeur: random.Random) -> None:
    """A period ends before it begins."""
    periode = willekeur.choice(dossier["declaratieregels"])["periode"]
    periode["tot_en_met"] = date(EERSTE_DATUM.year, 1, 1).isoformat()


FOUTEN: Final = (
    Fout("GZ-TARIEF-004", _bedrag),
    Fout("GZ-TARIEF-001", _tarief, integraal=False),
    Fout("GZ-KRAAMZORG-016", _uren, integraal=False),
    Fout("GZ-NUMMER-001", _elfproef),
    Fout("GZ-DECLARATIE-005", _nummer),
    Fout("GZ-DECLARATIE-001", _periode),
)
"""Every kind of fault that is put in, each as often."""
