"""The kraamzorg use indicator: live births of mothers without declared kraamzorg.

Only counts come out, and only those from which no cell below ten can be read or computed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final, final

import attrs

from geboortezorg.berekening.kraamzorg import bronnen
from geboortezorg.bevroren import bevroren
from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.declaratie import DebetCredit, Declaratieregel
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Regime
from geboortezorg.model.zwangerschap import Kind, WijzeEinde
from geboortezorg.tabellen import Tabellen, shipped

KRAAMZORG_UUR: Final = "kraamzorg-uur"
"""The prestatie whose declaration counts as use."""

KLEINSTE_CEL: Final = 10
"""A smaller cell is not shown."""

_UUR: Final = 60

DEFINITIE: Final = (
    "Levendgeborenen van wie de moeder geen declaratie kraamzorg per uur heeft in of na de maand "
    "van de bevalling, gedeeld door alle levendgeborenen."
)
DEFINITIE_EN: Final = (
    "Live births whose mother has no declaration of kraamzorg per hour in or after the month of "
    "the birth, over all live births."
)


class Indicatiegroep(StrEnum):
    """Live births by the hours that were indicated last, before hospital days are deducted."""

    NUL = "nul"
    """No hours."""
    ONDER_24 = "onder_24"
    """More than 0 and less than 24 hours."""
    PRECIES_24 = "precies_24"
    """Exactly 24 hours."""
    BOVEN_24_TOT_EN_MET_49 = "boven_24_tot_en_met_49"
    """More than 24 hours, up to and including 49. The source leaves exactly 49 out of every
    group; it is placed here."""
    BOVEN_49 = "boven_49"
    """More than 49 hours."""
    ONBEKEND = "onbekend"
    """The dossier holds no indication."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Groepscijfer:
    """The counts of one group; None where they are not shown."""

    teller: int | None
    """Live births whose mother has no declared kraamzorg."""
    noemer: int | None
    """All live births."""

    @property
    def aandeel(self) -> Fraction | None:
        """The part of the live births without kraamzorg, exactly; None when not shown."""
        if self.teller is None or self.noemer is None:
            return None
        return Fraction(self.teller, self.noemer)


_VERBORGEN: Final = Groepscijfer(teller=None, noemer=None)


@final
@bevroren(kw_only=True, weakref_slot=False)
class Kraamzorggebruik:
    """The indicator with its definition. Counts only; None where a cell would be too small.

    A group is shown only when both its live births with and those without kraamzorg are at
    least ten. The groups that are not shown are together at least as large, and are at least
    two, so that none of them follows from the total. Compare it only with a figure of the same
    definition.
    """

    totaal: Groepscijfer
    groepen: Mapping[Indicatiegroep, Groepscijfer]
    waarvan_integraal: int | None
    """Live births without declared kraamzorg in whose dossier an integrale prestatie is declared;
    kraamzorg can be part of that. How the source counts them is not known."""
    niet_beoordeeld: int | None
    """Live births left out, since the dossier has hours declared but no month of birth."""
    levend_onbekend: int | None
    """Born children left out, since the dossier does not say whether they were born alive."""
    definitie: str = DEFINITIE
    definitie_en: str = DEFINITIE_EN
    bron: Bron = bronnen.GEBRUIK

    @property
    def verificatie(self) -> Verificatie:
        """How well the definition was verified."""
        return self.bron.verificatie


@final
@attrs.define(slots=True)
class _Telling:
    """The counts before small cells are hidden; these never leave this module."""

    zonder: Counter[Indicatiegroep] = attrs.field(factory=Counter)
    met: Counter[Indicatiegroep] = attrs.field(factory=Counter)
    integraal: int = 0
    niet_beoordeeld: int = 0
    levend_onbekend: int = 0


def kraamzorggebruik(
    dossiers: Iterable[Dossier], *, tabellen: Tabellen | None = None
) -> Kraamzorggebruik:
    """Return the indicator over dossiers, which are read once and not kept.

    Give each pregnancy once, with all that was declared for it: a dossier without a declaration
    counts as without kraamzorg. Which years it covers is for the caller to choose.
    """
    tabellen = shipped() if tabellen is None else tabellen
    telling = _Telling()
    for dossier in dossiers:
        _tel(telling, dossier, tabellen)
    return _toon(telling)


def indicatiegroep(dossier: Dossier) -> Indicatiegroep:
    """Return the group of a dossier: by its latest indication, the last one of equal date."""
    if not dossier.kraamzorgindicaties:
        return Indicatiegroep.ONBEKEND
    laatste = sorted(dossier.kraamzorgindicaties, key=lambda indicatie: indicatie.datum)[-1]
    minuten = laatste.geindiceerd_minuten
    if minuten == 0:
        return Indicatiegroep.NUL
    if minuten < 24 * _UUR:
        return Indicatiegroep.ONDER_24
    if minuten == 24 * _UUR:
        return Indicatiegroep.PRECIES_24
    if minuten <= 49 * _UUR:
        return Indicatiegroep.BOVEN_24_TOT_EN_MET_49
    return Indicatiegroep.BOVEN_49


def _tel(telling: _Telling, dossier: Dossier, tabellen: Tabellen) -> None:
    uren, integraal = _gedeclareerd(dossier, tabellen)
    groep = indicatiegroep(dossier)
    for kind in dossier.kinderen:
        if not kind.geboren or kind.levend_geboren is False:
            continue
        if kind.levend_geboren is None:
            telling.levend_onbekend += 1
            continue
        maand = _geboortemaand(dossier, kind)
        if not uren or (maand is not None and max(uren) < maand):
            telling.zonder[groep] += 1
            telling.integraal += integraal
        elif maand is None:
            telling.niet_beoordeeld += 1
        else:
            telling.met[groep] += 1


def _gedeclareerd(dossier: Dossier, tabellen: Tabellen) -> tuple[list[date], bool]:
    """Return the last days of the lines with hours, and whether an integrale prestatie stands."""
    teruggenomen: Counter[tuple[str, str | None]] = Counter()
    for declaratieregel in dossier.declaratieregels:
        if declaratieregel.debet_credit is DebetCredit.CREDIT:
            sleutel = (
                declaratieregel.zorgaanbieder_agb,
                declaratieregel.gerelateerd_referentienummer,
            )
            teruggenomen[sleutel] += declaratieregel.bedrag_eurocent
    uren: list[date] = []
    integraal = False
    for declaratieregel in dossier.declaratieregels:
        if not _telt(declaratieregel, teruggenomen):
            continue
        prestatie = tabellen.prestatie(declaratieregel.prestatie)
        if prestatie is None:
            continue
        if prestatie.prestatie_id == KRAAMZORG_UUR:
            uren.append(declaratieregel.periode.tot_en_met)
        elif prestatie.regime is Regime.INTEGRALE_GEBOORTEZORG:
            integraal = True
    return uren, integraal


def _telt(
    declaratieregel: Declaratieregel, teruggenomen: Mapping[tuple[str, str | None], int]
) -> bool:
    """Say whether a line is a debit that no credits of its provider take back as a whole."""
    terug = teruggenomen.get(
        (declaratieregel.zorgaanbieder_agb, declaratieregel.referentienummer), -1
    )
    return (
        declaratieregel.debet_credit is DebetCredit.DEBET
        and terug < declaratieregel.bedrag_eurocent
    )


def _geboortemaand(dossier: Dossier, kind: Kind) -> date | None:
    """Return the first day of the month of birth, of the child or else of the pregnancy's end."""
    dag = kind.geboortedatum
    zwangerschap = dossier.zwangerschap
    if dag is None and zwangerschap.wijze_einde in (None, WijzeEinde.PARTUS):
        dag = zwangerschap.datum_einde
    return None if dag is None else dag.replace(day=1)


def _toon(telling: _Telling) -> Kraamzorggebruik:
    """Return what may be shown of the counts."""
    zichtbaar = _zichtbare_groepen(telling.zonder, telling.met)
    zonder, met = telling.zonder.total(), telling.met.total()
    if zonder >= KLEINSTE_CEL and met >= KLEINSTE_CEL:
        totaal = Groepscijfer(teller=zonder, noemer=zonder + met)
    else:
        totaal = Groepscijfer(teller=None, noemer=_cel(zonder + met))
    rest = zonder - telling.integraal
    toon_integraal = totaal.teller is not None and min(rest, telling.integraal) >= KLEINSTE_CEL
    return Kraamzorggebruik(
        totaal=totaal,
        groepen={
            groep: Groepscijfer(
                teller=telling.zonder[groep], noemer=telling.zonder[groep] + telling.met[groep]
            )
            if groep in zichtbaar
            else _VERBORGEN
            for groep in Indicatiegroep
        },
        waarvan_integraal=telling.integraal if toon_integraal else None,
        niet_beoordeeld=_cel(telling.niet_beoordeeld),
        levend_onbekend=_cel(telling.levend_onbekend),
    )


def _cel(aantal: int) -> int | None:
    return aantal if aantal >= KLEINSTE_CEL else None


def _zichtbare_groepen(
    zonder: Counter[Indicatiegroep], met: Counter[Indicatiegroep]
) -> set[Indicatiegroep]:
    """Return the groups to show: what is hidden can only be computed as one sum that is safe.

    Whoever takes the shown groups off the total gets the sum of the hidden ones, with and
    without kraamzorg. As long as one of both is below ten the smallest shown group is hidden
    too. A hidden group has a cell below ten itself, so in the end two or more are hidden.
    """
    grootte = {groep: min(zonder[groep], met[groep]) for groep in Indicatiegroep}
    zichtbaar = sorted(
        (groep for groep in Indicatiegroep if grootte[groep] >= KLEINSTE_CEL),
        key=grootte.__getitem__,
    )
    while zichtbaar and len(zichtbaar) < len(Indicatiegroep):
        verborgen = [groep for groep in Indicatiegroep if groep not in zichtbaar]
        if all(
            sum(cellen[groep] for groep in verborgen) >= KLEINSTE_CEL for cellen in (zonder, met)
        ):
            break
        zichtbaar.pop(0)
    return set(zichtbaar)
