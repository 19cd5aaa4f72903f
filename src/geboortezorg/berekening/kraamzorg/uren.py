"""Indicated hours and days of kraamzorg, from the facts of one case.

Hours are exact minutes, as fractions: an eighth of 49 hours is 367 and a half minutes. Nothing
is rounded, since no source says how.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Final

from geboortezorg.berekening.kraamzorg import bronnen
from geboortezorg.berekening.stap import Berekening, Opbouw
from geboortezorg.model.kraamzorg import Indicatieprotocol, Kraamzorgindicatie, Voeding

MINIMUM_MINUTEN: Final = 24 * 60
"""Smallest package of the LIP."""

MAXIMUM_MINUTEN: Final = 80 * 60
"""Largest package of the LIP, partusassistentie included."""

BASIS_MINUTEN: Final = 41 * 60
"""The basic package without feeding."""

VOEDING_MINUTEN: Final = {Voeding.BORSTVOEDING: 8 * 60, Voeding.KUNSTVOEDING: 4 * 60}
"""What feeding adds to the basic package."""

LIP_VERSIES: Final = frozenset({"3"})
"""Versions of the LIP whose packages are known."""

DAGEN_PROTOCOL: Final = 10
"""Days on which kraamzorg is given without an exception; the day of birth is day 1."""

DAGEN_AANSPRAAK: Final = 42
"""Days of the claim in law: six weeks, the day of birth counted."""

EERSTE_DAG_UITZONDERING: Final = date(2024, 1, 1)
"""From this day on kraamzorg may by exception go on after day 10."""

_UUR: Final = 60
_DELEN: Final = 8

_OPBOUW: Final = (
    ("moeder", 9, 9, "Verzorging van de moeder.", "Care of the mother."),
    ("kind", 7, 7, "Verzorging van het kind.", "Care of the child."),
    ("voorlichting", 12, 8, "Voorlichting en instructie.", "Information and instruction."),
    ("gezin", 0, 4, "Inpassing in het gezin.", "Fitting in with the family."),
    ("observeren", 5, 5, "Observeren en rapporteren.", "Observing and reporting."),
    ("hygiene", 8, 8, "Hygiene in het kraamgezin.", "Hygiene in the family."),
)
"""The basic package in hours, for a first child and for a later one."""


def dag_van_kraamzorg(bevaldag: date, op: date) -> int:
    """Return which day of the kraamzorg `op` is; the day of birth is day 1."""
    return op.toordinal() - bevaldag.toordinal() + 1


def laatste_dag_protocol(bevaldag: date) -> date:
    """Return day 10, the last day of kraamzorg without an exception."""
    return bevaldag + timedelta(days=DAGEN_PROTOCOL - 1)


def laatste_dag_aanspraak(bevaldag: date) -> date:
    """Return the last day of the six weeks of the claim in law, the day of birth counted."""
    return bevaldag + timedelta(days=DAGEN_AANSPRAAK - 1)


def na_onderbreking(dagen: Iterable[date]) -> tuple[date, ...]:
    """Return the days, in order, before which one or more days without care lie."""
    gesorteerd = sorted(set(dagen))
    return tuple(
        later
        for eerder, later in pairwise(gesorteerd)
        if later.toordinal() - eerder.toordinal() > 1
    )


def geindiceerde_kraamzorg(
    *,
    voeding: Voeding | None,
    eerste_kind: bool | None = None,
    maatwerk_minuten: int = 0,
    partus_minuten: int = 0,
    ziekenhuisdagen: int | None = 0,
    indicatieprotocol: Indicatieprotocol = Indicatieprotocol.LIP,
    protocolversie: str | None = None,
) -> Berekening:
    """Return the hours that the LIP indicates, in minutes, each step explained.

    `maatwerk_minuten` is what was indicated beside the basic package on medical or social ground,
    negative when it is less; how much which ground is worth is in no source seen.
    `partus_minuten` counts for the maximum only. `ziekenhuisdagen` leaves the day of discharge
    out; None when it is not known. There is no outcome without it or without `voeding`, for
    another protocol or version, and when the deduction leads below the minimum: no source says
    whether the minimum then holds.

    Raises ValueError for a negative `partus_minuten` or `ziekenhuisdagen`.
    """
    if partus_minuten < 0 or (ziekenhuisdagen or 0) < 0:
        raise ValueError("minuten partusassistentie en ziekenhuisdagen zijn niet negatief")
    uit = Opbouw("minuut")
    if not _protocol_bekend(uit, indicatieprotocol, protocolversie):
        return uit.klaar()
    _basispakket(uit, voeding, eerste_kind)
    if maatwerk_minuten:
        uit.stap(
            "maatwerk",
            maatwerk_minuten,
            bronnen.PAKKET,
            "Op maat, op medische of sociale grond.",
            "Tailored, on medical or social ground.",
        )
    if not uit.leemten:
        _grenzen(uit, partus_minuten)
        _aftrek(uit, ziekenhuisdagen)
    return uit.klaar()


def uren_van(indicatie: Kraamzorgindicatie, *, partus_minuten: int = 0) -> Berekening:
    """Return the hours that the LIP gives for the facts of an indication, in minutes.

    What was indicated itself plays no part: this is what it can be compared with. Without
    `ziekenhuisdagen` there is no outcome; fill in 0 when there were none.
    """
    return geindiceerde_kraamzorg(
        voeding=indicatie.voeding,
        eerste_kind=indicatie.eerste_kind,
        maatwerk_minuten=indicatie.maatwerk_minuten or 0,
        partus_minuten=partus_minuten,
        ziekenhuisdagen=indicatie.ziekenhuisdagen,
        indicatieprotocol=indicatie.indicatieprotocol,
        protocolversie=indicatie.protocolversie,
    )


def aftrek_ziekenhuis(geindiceerd_minuten: int, ziekenhuisdagen: int) -> Fraction:
    """Return what is deducted for days in hospital, in minutes: an eighth for each day.

    The day of discharge is not counted. Never more than what was indicated.
    """
    return min(
        Fraction(geindiceerd_minuten * ziekenhuisdagen, _DELEN), Fraction(geindiceerd_minuten)
    )


def _protocol_bekend(uit: Opbouw, protocol: Indicatieprotocol, versie: str | None) -> bool:
    if protocol is Indicatieprotocol.KLIM:
        uit.leemte(
            "klim",
            "De zorgpakketten van de KLIM zijn niet bekend; alleen het LIP is te berekenen.",
            "The packages of the KLIM are not known; only the LIP can be computed.",
        )
    elif versie is not None and versie not in LIP_VERSIES:
        uit.leemte(
            "protocolversie",
            "De pakketten van deze versie van het LIP zijn niet bekend; wel die van versie 3.",
            "The packages of this version of the LIP are not known; those of version 3 are.",
        )
    return not uit.leemten


def _basispakket(uit: Opbouw, voeding: Voeding | None, eerste_kind: bool | None) -> None:
    if eerste_kind is None:
        uit.stap(
            "basis",
            BASIS_MINUTEN,
            bronnen.BASIS,
            "Basispakket zonder voeding, gelijk voor een eerste en een volgend kind.",
            "Basic package without feeding, the same for a first and for a later child.",
        )
    else:
        for code, eerste, volgend, tekst, en in _OPBOUW:
            uren = eerste if eerste_kind else volgend
            if uren:
                uit.stap(code, uren * _UUR, bronnen.PAKKET, tekst, en)
    if voeding is None:
        uit.leemte(
            "voeding",
            "De voeding is niet bekend: borstvoeding geeft 49 uur, kunstvoeding 45.",
            "The feeding is not known: breastfeeding gives 49 hours, bottle feeding 45.",
        )
        return
    borst = voeding is Voeding.BORSTVOEDING
    uit.stap(
        "voeding",
        VOEDING_MINUTEN[voeding],
        bronnen.PAKKET,
        f"Voeding: het basispakket wordt {49 if borst else 45} uur.",
        f"Feeding: the basic package becomes {49 if borst else 45} hours.",
    )


def _grenzen(uit: Opbouw, partus_minuten: int) -> None:
    if uit.stand < MINIMUM_MINUTEN:
        uit.stap(
            "minimum",
            MINIMUM_MINUTEN - uit.stand,
            bronnen.PAKKET,
            "Aangevuld tot het minimum van 24 uur.",
            "Brought up to the minimum of 24 hours.",
        )
    ruimte = max(MAXIMUM_MINUTEN - partus_minuten, 0)
    if uit.stand > ruimte:
        uit.stap(
            "maximum",
            ruimte - uit.stand,
            bronnen.PARTUSUREN if partus_minuten else bronnen.PAKKET,
            "Begrensd op het maximum van 80 uur, partusassistentie meegeteld.",
            "Held to the maximum of 80 hours, partusassistentie included.",
        )


def _aftrek(uit: Opbouw, ziekenhuisdagen: int | None) -> None:
    if ziekenhuisdagen is None:
        uit.leemte(
            "ziekenhuisdagen",
            "Hoeveel dagen in het ziekenhuis zijn doorgebracht, is niet bekend. Vul 0 in als dat "
            "er geen zijn.",
            "How many days were spent in hospital is not known. Fill in 0 when there were none.",
        )
    if not ziekenhuisdagen:
        return
    uit.stap(
        "ziekenhuisdagen",
        -min(uit.stand * ziekenhuisdagen / _DELEN, uit.stand),
        bronnen.ZIEKENHUISDAG,
        "Per ziekenhuisdag een achtste eraf; de ontslagdag telt niet mee.",
        "An eighth off for each day in hospital; the day of discharge is not counted.",
    )
    if uit.stand < MINIMUM_MINUTEN:
        uit.leemte(
            "minimum_na_aftrek",
            "De aftrek komt onder het minimum van 24 uur. Of dat minimum dan geldt, is niet "
            "bekend.",
            "The deduction leads below the minimum of 24 hours. Whether that minimum then holds is "
            "not known.",
        )
