"""Indicated hours and days of kraamzorg, from the facts of one case.

Hours are exact minutes, as fractions: an eighth of 49 hours is 367 and a half minutes. Nothing
is rounded, since no source says how.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from itertools import accumulate
from typing import Final

from geboortezorg.berekening.kraamzorg import bronnen
from geboortezorg.berekening.stap import Berekening, Opbouw
from geboortezorg.model.kraamzorg import Indicatieprotocol, Kraamzorgindicatie, Voeding
from geboortezorg.tabellen.normen import GevondenNorm, Normantwoord, Normen, normen
from geboortezorg.tekst import Tekst, TekstFout
from geboortezorg.tijd import EERSTE_DATUM

LIP: Final = "kraamzorg-lip"
"""The norm with the packages of the LIP, by version."""

AANSPRAAK: Final = "kraamzorg-aanspraak"
"""The norm with the days of the claim in law, the day of birth counted."""

UITZONDERING: Final = "kraamzorg-uitzondering"
"""The norm that kraamzorg may by exception go on after the last day of the LIP."""

ZIEKENHUISDAG: Final = "kraamzorg-ziekenhuisdag"
"""The norm on what a day in hospital takes off."""

_NEGATIEF: Final = Tekst(
    "minuten partusassistentie en ziekenhuisdagen zijn niet negatief",
    "minutes of partusassistentie and days in hospital are not negative",
)
_UUR: Final = 60

_OPBOUW: Final = (
    ("moeder", "Verzorging van de moeder.", "Care of the mother."),
    ("kind", "Verzorging van het kind.", "Care of the child."),
    ("voorlichting", "Voorlichting en instructie.", "Information and instruction."),
    ("gezin", "Inpassing in het gezin.", "Fitting in with the family."),
    ("observeren", "Observeren en rapporteren.", "Observing and reporting."),
    ("hygiene", "Hygiene in het kraamgezin.", "Hygiene in the family."),
)
"""The parts of the basic package, as the norm names them, with what a step says of them."""


def lip(op: date | None, versie: str | None = None, alle: Normen | None = None) -> Normantwoord:
    """Return the LIP of a version, or else the one of a day; without a day, the latest one."""
    alle = normen() if alle is None else alle
    if op is None:
        laatste = alle.norm(LIP)
        if versie in (None, laatste.norm.versie):
            return laatste
        op = laatste.norm.van or EERSTE_DATUM
    return alle.lookup(LIP, op, versie=versie)


def dag_van_kraamzorg(bevaldag: date, op: date) -> int:
    """Return which day of the kraamzorg `op` is; the day of birth is day 1."""
    return op.toordinal() - bevaldag.toordinal() + 1


def na_onderbreking(perioden: Iterable[tuple[date, date]]) -> tuple[date, ...]:
    """Return the first days, in order, before which one or more days without care lie."""
    gesorteerd = sorted(perioden)
    tot_en_met = accumulate((einde for _, einde in gesorteerd), max)
    return tuple(
        van
        for (van, _), einde in zip(gesorteerd[1:], tot_en_met, strict=False)
        if van.toordinal() - einde.toordinal() > 1
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
    op: date | None = None,
    alle_normen: Normen | None = None,
) -> Berekening:
    """Return the hours that the LIP indicates, in minutes, each step explained.

    `maatwerk_minuten` is what was indicated beside the basic package on medical or social ground,
    negative when it is less; how much which ground is worth is in no source seen.
    `partus_minuten` counts for the maximum only. `ziekenhuisdagen` leaves the day of discharge
    out; None when it is not known. There is no outcome without it or without `voeding`, for
    another protocol or an unknown version, and when the deduction leads below the minimum: no
    source says whether the minimum then holds.

    `op` is the day of the indication: it decides which version of the LIP governs, unless
    `protocolversie` names one. Without both it is the latest.

    Raises ValueError for a negative `partus_minuten` or `ziekenhuisdagen`.
    """
    if partus_minuten < 0 or (ziekenhuisdagen or 0) < 0:
        raise TekstFout(_NEGATIEF)
    uit = Opbouw("minuut")
    norm = lip(op, protocolversie, alle_normen)
    if indicatieprotocol is Indicatieprotocol.KLIM:
        uit.leemte(
            "klim",
            "De zorgpakketten van de KLIM zijn niet bekend; alleen het LIP is te berekenen.",
            "The packages of the KLIM are not known; only the LIP can be computed.",
        )
    elif not isinstance(norm, GevondenNorm):
        uit.leemte(
            "protocolversie",
            "De pakketten van deze versie van het LIP zijn niet bekend. Voeg een normtabel toe.",
            "The packages of this version of the LIP are not known. Add a table of norms.",
        )
    else:
        _basispakket(uit, norm, voeding, eerste_kind)
        if maatwerk_minuten:
            uit.stap(
                "maatwerk",
                maatwerk_minuten,
                norm.bron,
                "Op maat, op medische of sociale grond.",
                "Tailored, on medical or social ground.",
            )
        if not uit.leemten:
            _grenzen(uit, norm, partus_minuten)
            _aftrek(uit, norm, ziekenhuisdagen, alle_normen)
    return uit.klaar()


def uren_van(
    indicatie: Kraamzorgindicatie, *, partus_minuten: int = 0, alle_normen: Normen | None = None
) -> Berekening:
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
        op=indicatie.datum,
        alle_normen=alle_normen,
    )


def aftrek_ziekenhuis(
    geindiceerd_minuten: int, ziekenhuisdagen: int, alle_normen: Normen | None = None
) -> Fraction:
    """Return what is deducted for days in hospital, in minutes: a part for each day.

    The day of discharge is not counted. Never more than what was indicated.
    """
    deel = _ziekenhuisdag(alle_normen).deel("aftrek")
    return min(deel * geindiceerd_minuten * ziekenhuisdagen, Fraction(geindiceerd_minuten))


def _ziekenhuisdag(alle_normen: Normen | None) -> GevondenNorm:
    return (normen() if alle_normen is None else alle_normen).norm(ZIEKENHUISDAG)


def _basispakket(
    uit: Opbouw, norm: GevondenNorm, voeding: Voeding | None, eerste_kind: bool | None
) -> None:
    groep = "eerste." if eerste_kind else "volgend."
    if eerste_kind is None:
        uit.stap(
            "basis",
            norm.waarde("basis"),
            bronnen.BASIS,
            "Basispakket zonder voeding, gelijk voor een eerste en een volgend kind.",
            "Basic package without feeding, the same for a first and for a later child.",
        )
    else:
        for code, tekst, en in _OPBOUW:
            if groep + code in norm.sleutels(groep):
                uit.stap(code, norm.waarde(groep + code), norm.bron, tekst, en)
    if voeding is None:
        uit.leemte(
            "voeding",
            "De voeding is niet bekend: bij borstvoeding zijn er meer uren dan bij kunstvoeding.",
            "The feeding is not known: breastfeeding gives more hours than bottle feeding.",
        )
        return
    minuten = norm.waarde(f"voeding.{voeding.value}")
    uren = Fraction(norm.waarde("basis") + minuten, _UUR)
    uit.stap(
        "voeding",
        minuten,
        norm.bron,
        f"Voeding: het basispakket wordt {uren} uur.",
        f"Feeding: the basic package becomes {uren} hours.",
    )


def _grenzen(uit: Opbouw, norm: GevondenNorm, partus_minuten: int) -> None:
    minimum, maximum = norm.waarde("minimum"), norm.waarde("maximum")
    if uit.stand < minimum:
        uit.stap(
            "minimum",
            minimum - uit.stand,
            norm.bron,
            f"Aangevuld tot het minimum van {Fraction(minimum, _UUR)} uur.",
            f"Brought up to the minimum of {Fraction(minimum, _UUR)} hours.",
        )
    ruimte = max(maximum - partus_minuten, 0)
    if uit.stand > ruimte:
        uit.stap(
            "maximum",
            ruimte - uit.stand,
            bronnen.PARTUSUREN if partus_minuten else norm.bron,
            f"Begrensd op het maximum van {Fraction(maximum, _UUR)} uur, partusassistentie "
            "meegeteld.",
            f"Held to the maximum of {Fraction(maximum, _UUR)} hours, partusassistentie included.",
        )


def _aftrek(
    uit: Opbouw, norm: GevondenNorm, ziekenhuisdagen: int | None, alle_normen: Normen | None
) -> None:
    if ziekenhuisdagen is None:
        uit.leemte(
            "ziekenhuisdagen",
            "Hoeveel dagen in het ziekenhuis zijn doorgebracht, is niet bekend. Vul 0 in als dat "
            "er geen zijn.",
            "How many days were spent in hospital is not known. Fill in 0 when there were none.",
        )
    if not ziekenhuisdagen:
        return
    per_dag = _ziekenhuisdag(alle_normen)
    deel = per_dag.deel("aftrek")
    uit.stap(
        "ziekenhuisdagen",
        -min(uit.stand * ziekenhuisdagen * deel, uit.stand),
        per_dag.bron,
        f"Per ziekenhuisdag {deel} eraf; de ontslagdag telt niet mee.",
        f"For each day in hospital {deel} off; the day of discharge is not counted.",
    )
    minimum = norm.waarde("minimum")
    if uit.stand < minimum:
        uit.leemte(
            "minimum_na_aftrek",
            f"De aftrek komt onder het minimum van {Fraction(minimum, _UUR)} uur. Of dat minimum "
            "dan geldt, is niet bekend.",
            f"The deduction leads below the minimum of {Fraction(minimum, _UUR)} hours. Whether "
            "that minimum then holds is not known.",
        )
