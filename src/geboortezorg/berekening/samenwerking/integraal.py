"""Integrale geboortezorg: the phases, and what its bundle holds in which year.

The bundle was an experiment from 2017 up to and including 2022 (Wmg art. 58), and has been
regular funding beside the monodisciplinary one since 2023.
"""

import datetime as dt
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, final

from geboortezorg.bevroren import bevroren
from geboortezorg.bron import Bron
from geboortezorg.model.igo import IntegraalTraject
from geboortezorg.model.prestatie import Fase
from geboortezorg.tabellen.normen import GevondenNorm, normen
from geboortezorg.tijd import LAATSTE_DATUM, Periode

_EXPERIMENT: Final = normen().norm("integraal-experiment").looptijd

EXPERIMENT: Final = Periode(van=_EXPERIMENT.van, tot_en_met=_EXPERIMENT.tot_en_met or LAATSTE_DATUM)
"""Days of the experiment with integral funding."""

REGULIER: Final = normen().norm("integraal-regulier").looptijd
"""Days of regular integral funding."""

NR_2201: Final = next(rij.bron for rij in normen().rijen("integraal-bundel"))
"""The first regulation seen; it bounds the phases."""

_TWEE_UUR: Final = timedelta(hours=2)


class Bundelzorg(StrEnum):
    """Care of which a source says whether it is in the bundle."""

    VERLOSKUNDIGE_ZORG = "verloskundige_zorg"
    KRAAMZORG = "kraamzorg"
    OBSTETRIE = "obstetrie"
    ANTENATAAL_CONSULT_KINDERARTS = "antenataal_consult_kinderarts"
    EERSTELIJNSDIAGNOSTIEK = "eerstelijnsdiagnostiek"
    PRECONCEPTIEZORG = "preconceptiezorg"
    OBSTETRISCHE_HIGH_CARE = "obstetrische_high_care"
    GEAVANCEERD_ULTRAGELUID = "geavanceerd_ultrageluid"
    NIPT_HOOGRISICO = "nipt_hoogrisico"
    ANTICONCEPTIEZORG = "anticonceptiezorg"
    VOORLICHTING_ANTICONCEPTIE = "voorlichting_anticonceptie"


@final
@bevroren(kw_only=True)
class Bundel:
    """What is in the bundle, and what stays outside it, in one period."""

    periode: Periode
    binnen: frozenset[Bundelzorg]
    buiten: frozenset[Bundelzorg]
    bron: Bron

    def omvat(self, zorg: Bundelzorg) -> bool | None:
        """Say whether the bundle includes this care; None when the source does not say."""
        if zorg in self.binnen:
            return True
        return False if zorg in self.buiten else None


def _bundel(rij: GevondenNorm) -> Bundel:
    zorg = {Bundelzorg(sleutel): rij.waarde(sleutel) for sleutel in rij.sleutels()}
    return Bundel(
        periode=Periode(van=rij.looptijd.van, tot_en_met=rij.looptijd.tot_en_met or LAATSTE_DATUM),
        binnen=frozenset(soort for soort, omvat in zorg.items() if omvat),
        buiten=frozenset(soort for soort, omvat in zorg.items() if not omvat),
        bron=rij.bron,
    )


BUNDELS: Final = tuple(_bundel(rij) for rij in normen().rijen("integraal-bundel"))
"""The bundles that were seen. Other years are unknown, not equal to these."""


def bundel(op: date) -> Bundel | None:
    """Return the bundle of the day; None when no source for that day was seen."""
    for kandidaat in BUNDELS:
        if kandidaat.periode.bevat(op):
            return kandidaat
    return None


@final
@bevroren(kw_only=True)
class Fasegrens:
    """From when, and until when, a phase lasts. An end that is not known is None."""

    fase: Fase
    begin: date | dt.datetime
    einde: dt.datetime | None
    bron: Bron


def fasen(traject: IntegraalTraject) -> tuple[Fasegrens, ...]:
    """Return the phases that the known moments of a pregnancy bound, in order.

    The prenatal phase begins on a day, the others at a moment. The end of the postnatal phase was
    not seen in any source and is always None.
    """
    actief, placenta = traject.begin_actieve_fase, traject.geboorte_placenta
    uit = [Fasegrens(fase=Fase.PRENATAAL, begin=traject.fysieke_intake, einde=actief, bron=NR_2201)]
    na = None if placenta is None else placenta + _TWEE_UUR
    if actief is not None:
        uit.append(Fasegrens(fase=Fase.NATAAL, begin=actief, einde=na, bron=NR_2201))
    if na is not None:
        uit.append(Fasegrens(fase=Fase.POSTNATAAL, begin=na, einde=None, bron=NR_2201))
    return tuple(uit)
