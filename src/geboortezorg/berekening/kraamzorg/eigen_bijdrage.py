"""The eigen bijdrage for kraamzorg: what the insured woman pays herself.

Amounts are exact eurocents, as fractions, since no source says how an amount is rounded. The day
of the care decides which amount holds. A year without a known amount gives no outcome; another
year is never used instead.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from geboortezorg.berekening.stap import Berekening, Opbouw
from geboortezorg.geld import toon_euro
from geboortezorg.model.kraamzorg import GeleverdeKraamzorg, Partusassistentie
from geboortezorg.tabellen import Gevonden, Tabellen, shipped
from geboortezorg.tabellen.normen import GevondenNorm, Normen, normen
from geboortezorg.tekst import Tekst, TekstFout

THUIS: Final = "eigen-bijdrage-kraamzorg-thuis"
INSTELLING: Final = "eigen-bijdrage-kraamzorg-instelling-per-persoon"
DREMPEL: Final = "eigen-bijdrage-kraamzorg-drempel-instelling"

PARTUS_VRIJ: Final = "kraamzorg-partus-vrij"
"""The norm that partusassistentie at a birth that is not medical is free."""

_NEGATIEF: Final = Tekst("een duur is niet negatief", "a duration is not negative")
_GEEN_VERBLIJF: Final = Tekst(
    "dagen zijn niet negatief en er is minstens een persoon",
    "days are not negative and there is at least one person",
)
_UUR: Final = 60


def thuis(
    duur_minuten: int | Fraction,
    *,
    op: date,
    tot_en_met: date | None = None,
    tabellen: Tabellen | None = None,
) -> Berekening:
    """Return the eigen bijdrage for kraamzorg at home, in eurocents.

    The care was on the day `op`, or on days from then on to `tot_en_met`; when these fall under
    more than one amount there is no outcome. Raises ValueError for a negative duration.
    """
    if duur_minuten < 0:
        raise TekstFout(_NEGATIEF)
    uit = Opbouw("eurocent")
    gevonden = _bedrag(uit, THUIS, op, op if tot_en_met is None else tot_en_met, tabellen)
    if gevonden is not None:
        _stap_thuis(uit, *gevonden, Fraction(duur_minuten))
    return uit.klaar()


def partusassistentie(
    *, op: date, medisch: bool | None, alle_normen: Normen | None = None
) -> Berekening:
    """Return the eigen bijdrage for hours of partusassistentie on one day, in eurocents.

    There is none at a birth that is not medical, on the days of the norm on that. What holds at a
    medical birth, and on other days, is not known.
    """
    uit = Opbouw("eurocent")
    _partus(uit, op, medisch, alle_normen)
    return uit.klaar()


def instelling(
    *,
    op: date,
    aantal_dagen: int,
    aantal_personen: int,
    instellingstarief_eurocent: int | None,
    medisch: bool | None,
    tabellen: Tabellen | None = None,
) -> Berekening:
    """Return the eigen bijdrage for a stay in an institution without medical need, in eurocents.

    `op` is the first day; all days fall under its amounts, or else there is no outcome. Mother
    and child are a person each. What the tariff of the institution is above the threshold per
    day comes on top; whether it does so once or for each person is in no source seen, so then
    there is no outcome for more than one person.

    Raises ValueError for a negative number of days or less than one person.
    """
    if aantal_dagen < 0 or aantal_personen < 1:
        raise TekstFout(_GEEN_VERBLIJF)
    uit = Opbouw("eurocent")
    if medisch is not False:
        uit.leemte(
            "medische_noodzaak",
            "Deze bijdrage geldt zonder medische noodzaak; die is er, of dat is niet bekend.",
            "This contribution holds without medical need; there is one, or that is not known.",
        )
        return uit.klaar()
    laatste = op + timedelta(days=max(aantal_dagen - 1, 0))
    per_persoon = _bedrag(uit, INSTELLING, op, laatste, tabellen)
    drempel = _bedrag(uit, DREMPEL, op, laatste, tabellen)
    if per_persoon is not None:
        bedrag, gevonden = per_persoon
        uit.stap(
            "per_persoon_per_dag",
            bedrag * aantal_dagen * aantal_personen,
            gevonden.bron,
            f"{toon_euro(bedrag)} per persoon per dag ({gevonden.tabel}).",
            f"{toon_euro(bedrag)} for each person and day ({gevonden.tabel}).",
            rij=gevonden,
        )
    if drempel is not None:
        _meerdere(uit, drempel, aantal_dagen, aantal_personen, instellingstarief_eurocent)
    return uit.klaar()


def eigen_bijdrage(
    geleverd: Iterable[GeleverdeKraamzorg],
    partusassistenties: Iterable[Partusassistentie] = (),
    *,
    tabellen: Tabellen | None = None,
    alle_normen: Normen | None = None,
) -> Berekening:
    """Return the eigen bijdrage for kraamzorg at home and partusassistentie, in eurocents.

    Uitgestelde kraamzorg and hours outside the indication are left out: these are not part of the
    basic package, so this contribution does not govern them.
    """
    uit = Opbouw("eurocent")
    per_bedrag: dict[tuple[str, int], tuple[Gevonden, int]] = {}
    for dag in geleverd:
        if dag.uitgesteld or dag.buiten_indicatie:
            continue
        gevonden = _bedrag(uit, THUIS, dag.datum, dag.datum, tabellen)
        if gevonden is not None:
            bedrag, rij = gevonden
            eerder = per_bedrag.get((rij.tabel, bedrag), (rij, 0))[1]
            per_bedrag[rij.tabel, bedrag] = (rij, eerder + dag.duur_minuten)
    for (_, bedrag), (rij, minuten) in per_bedrag.items():
        _stap_thuis(uit, bedrag, rij, Fraction(minuten))
    for assistentie in partusassistenties:
        _partus(uit, assistentie.datum, assistentie.medisch, alle_normen)
    return uit.klaar()


def _stap_thuis(uit: Opbouw, bedrag: int, rij: Gevonden, minuten: Fraction) -> None:
    uit.stap(
        "thuis_per_uur",
        bedrag * minuten / _UUR,
        rij.bron,
        f"Kraamzorg thuis: {toon_euro(bedrag)} per uur ({rij.tabel}).",
        f"Kraamzorg at home: {toon_euro(bedrag)} for each hour ({rij.tabel}).",
        rij=rij,
    )


def _partus(uit: Opbouw, op: date, medisch: bool | None, alle_normen: Normen | None) -> None:
    norm = (normen() if alle_normen is None else alle_normen).lookup(PARTUS_VRIJ, op)
    if not isinstance(norm, GevondenNorm):
        uit.leemte(
            "partus_niet_vrij",
            "Wat op deze dag bij partusassistentie gold, is niet bekend.",
            "What held for partusassistentie on this day is not known.",
        )
    elif medisch is not False:
        uit.leemte(
            "partus_medisch",
            "Partusassistentie is vrij bij een niet-medische bevalling; die was medisch, of dat is "
            "niet bekend.",
            "Partusassistentie is free at a birth that is not medical; this one was, or that is "
            "not known.",
        )
    else:
        uit.stap(
            "partus_vrij",
            0,
            norm.bron,
            "Partusassistentie is vrij bij een niet-medische bevalling.",
            "Partusassistentie is free at a birth that is not medical.",
        )


def _meerdere(
    uit: Opbouw,
    drempel: tuple[int, Gevonden],
    aantal_dagen: int,
    aantal_personen: int,
    instellingstarief_eurocent: int | None,
) -> None:
    bedrag, gevonden = drempel
    if instellingstarief_eurocent is None:
        uit.leemte(
            "instellingstarief",
            f"Het tarief van de instelling is niet bekend; boven {toon_euro(bedrag)} per dag komt "
            "het meerdere erbij.",
            f"The tariff of the institution is not known; what it is above {toon_euro(bedrag)} per "
            "day comes on top.",
        )
        return
    meerdere = max(instellingstarief_eurocent - bedrag, 0)
    if meerdere and aantal_personen > 1:
        uit.leemte(
            "meerdere_per_persoon",
            f"Het tarief is hoger dan de drempel van {toon_euro(bedrag)}. Of het meerdere een keer "
            "of per persoon telt, is niet bekend.",
            f"The tariff is above the threshold of {toon_euro(bedrag)}. Whether the excess counts "
            "once or for each person is not known.",
        )
        return
    uit.stap(
        "meerdere",
        meerdere * aantal_dagen,
        gevonden.bron,
        f"Het meerdere van het instellingstarief boven {toon_euro(bedrag)} per dag "
        f"({gevonden.tabel}).",
        f"What the tariff of the institution is above {toon_euro(bedrag)} per day "
        f"({gevonden.tabel}).",
        rij=gevonden,
    )


def _bedrag(
    uit: Opbouw, prestatie_id: str, op: date, tot_en_met: date, tabellen: Tabellen | None
) -> tuple[int, Gevonden] | None:
    """Return the amount that governs these days, or note that none is known."""
    gevonden = (shipped() if tabellen is None else tabellen).lookup(prestatie_id, op)
    if (
        not isinstance(gevonden, Gevonden)
        or not gevonden.toetsbaar
        or gevonden.tarief.bedrag_eurocent is None
    ):
        uit.leemte(
            "bedrag_onbekend",
            "Het bedrag is niet bekend voor deze dagen. Voeg een tarieftabel toe.",
            "The amount is not known for these days. Add a table of tariffs.",
        )
        return None
    if not gevonden.looptijd.bevat(tot_en_met):
        uit.leemte(
            "over_tariefgrens",
            "De dagen vallen onder meer dan een bedrag. Splits ze op de laatste dag van het eerste "
            f"({gevonden.looptijd.tot_en_met}).",
            "The days fall under more than one amount. Split them on the last day of the first "
            f"({gevonden.looptijd.tot_en_met}).",
        )
        return None
    return gevonden.tarief.bedrag_eurocent, gevonden
