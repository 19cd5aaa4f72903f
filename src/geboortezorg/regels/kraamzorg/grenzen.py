"""The norms on kraamzorg, and the bounds that hold by them on any day."""

from typing import Final, final

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
class Grenzen:
    """What is within these bounds is within those of the norms, whatever the day."""

    __slots__ = (
        "dagen",
        "indicatie_erna",
        "laat_begin",
        "organisaties",
        "pakket",
        "partus_erna",
        "partus_ervoor",
        "partusdagen",
        "partusminuten",
        "per_dag",
    )

    def __init__(self, normen: Normen) -> None:
        """Take these of norms. Raises KeyError or ValueError when one of these is left out."""
        lengtes = [normen.laagste(norm, "dagen") for norm in (berekening.LIP, berekening.AANSPRAAK)]
        partus = normen.norm(PARTUSDAG)
        self.dagen = min(lengtes)
        """For how many days there is kraamzorg and a claim to it, the day of birth counted."""
        self.pakket = normen.laagste(berekening.LIP, "maximum")
        """The minutes of the largest package, at least."""
        self.per_dag = min(normen.norm(DAG).waarde("aannemelijk"), ETMAAL_MINUTEN)
        """The minutes that fit in one day and in one shift."""
        self.organisaties = normen.norm(WISSELING).waarde("organisaties")
        """How many organisations can take turns."""
        self.partusminuten = partus.waarde("duur.hoogste")
        """The minutes of partusassistentie that are one shift."""
        self.partus_ervoor = partus.waarde("ervoor")
        """How many days before the birth partusassistentie can lie."""
        self.partus_erna = partus.waarde("erna")
        """How many days after it."""
        self.partusdagen = normen.norm(PARTUSDUUR).waarde("dagen")
        """Over how many days partusassistentie lies."""
        self.indicatie_erna = normen.norm(INDICATIEDAG).waarde("erna")
        """How many days after the first care the first indication can be dated."""
        self.laat_begin = normen.norm(LAAT_BEGIN).waarde("erna")
        """How many days after the birth care begins late."""


def grenzen(context: Context) -> Grenzen | None:
    """Return the bounds by the norms of a context; None when it leaves one of these out."""
    try:
        return Grenzen(context.normen)
    except (KeyError, ValueError):
        return None
