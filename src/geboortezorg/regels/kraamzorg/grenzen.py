"""The norms on kraamzorg, and the bounds that hold by them on any day."""

from typing import Final, NamedTuple, final

from geboortezorg.berekening.kraamzorg import uren as berekening
from geboortezorg.regels.context import Context
from geboortezorg.tabellen.normen import Normen
from geboortezorg.zorggeval import ETMAAL_MINUTEN

DAG: Final = "kraamzorg-dag"
"""The norm on how much kraamzorg can be given on one day."""

WISSELING: Final = "kraamzorg-wisseling"
"""The norm on how often organisations can take over from each other."""

PARTUSDAG: Final = "kraamzorg-partusdag"
"""The norm on how far from the day of birth partusassistentie can lie."""

PARTUSDUUR: Final = "kraamzorg-partusduur"
"""The norm on over how many days the partusassistentie of one birth lies."""

INDICATIEDAG: Final = "kraamzorg-indicatiedag"
"""The norm on how long after the first care the first indication can be dated."""

LAAT_BEGIN: Final = "kraamzorg-laat-begin"
"""The norm on how many days after the birth care begins late: she can have been in hospital."""


@final
class Grenzen(NamedTuple):
    """What is within these bounds is within those of the norms, whatever the day."""

    dagen: int
    """For how many days there is kraamzorg and a claim to it, the day of birth counted."""
    pakket: int
    """The minutes of the largest package, at least."""
    per_dag: int
    """The minutes that fit in one day and in one shift."""
    organisaties: int
    """How many organisations can take turns."""
    partusminuten: int
    """The minutes of partusassistentie that are one shift."""
    partus_ervoor: int
    """How many days before the birth partusassistentie can lie."""
    partus_erna: int
    """How many days after it."""
    partusdagen: int
    """Over how many days partusassistentie lies."""
    indicatie_erna: int
    """How many days after the first care the first indication can be dated."""
    laat_begin: int
    """How many days after the birth care begins late."""


def grenzen(context: Context) -> Grenzen | None:
    """Return the bounds by the norms of a context; None when it leaves one of these out."""
    try:
        return _grenzen(context.normen)
    except (KeyError, ValueError):
        return None


def _grenzen(normen: Normen) -> Grenzen:
    partus = normen.norm(PARTUSDAG)
    lengtes = [normen.laagste(norm, "dagen") for norm in (berekening.LIP, berekening.AANSPRAAK)]
    return Grenzen(
        dagen=min(lengtes),
        pakket=normen.laagste(berekening.LIP, "maximum"),
        per_dag=min(normen.norm(DAG).waarde("aannemelijk"), ETMAAL_MINUTEN),
        organisaties=normen.norm(WISSELING).waarde("organisaties"),
        partusminuten=partus.waarde("duur.hoogste"),
        partus_ervoor=partus.waarde("ervoor"),
        partus_erna=partus.waarde("erna"),
        partusdagen=normen.norm(PARTUSDUUR).waarde("dagen"),
        indicatie_erna=normen.norm(INDICATIEDAG).waarde("erna"),
        laat_begin=normen.norm(LAAT_BEGIN).waarde("erna"),
    )
