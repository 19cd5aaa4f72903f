"""The sources of the norms for kraamzorg, each described once.

Those of the norms in the tables of norms stand there.
"""

from typing import Final

from geboortezorg.tabellen.bronnen import bron
from geboortezorg.tabellen.normen import normen

AANSPRAAK: Final = normen().norm("kraamzorg-aanspraak").bron
"""The claim in law: at most six weeks, counted from the day of birth."""

VERRUIMING: Final = normen().norm("kraamzorg-uitzondering").bron
"""The exception since 2024, and what holds without it."""

PAKKET: Final = normen().norm("kraamzorg-lip").bron
"""The packages and how they are built up."""

BASIS: Final = bron("kraamzorg-basis")
"""That the parts add up to 41 hours, for a first child and for a later one."""

PARTUSUREN: Final = bron("kraamzorg-partusuren")
"""That partusassistentie counts for the maximum and not for the minimum."""

ZIEKENHUISDAG: Final = normen().norm("kraamzorg-ziekenhuisdag").bron
"""An eighth of the indicated hours for each day in hospital."""

ZIEKENHUISDAG_PRAKTIJK: Final = bron("kraamzorg-ziekenhuisdag-praktijk")
"""How the deduction is applied in practice."""

UITGESTELD: Final = bron("kraamzorg-uitgesteld")
"""That uitgestelde kraamzorg is outside the basic package."""

EIGEN_BIJDRAGE: Final = bron("kraamzorg-eigen-bijdrage")
"""That there is an eigen bijdrage; the amounts stand in the tables, with their own sources."""

PARTUS_VRIJ: Final = normen().norm("kraamzorg-partus-vrij").bron
"""That hours of partusassistentie are free of eigen bijdrage since 2017."""

INTAKE: Final = bron("kraamzorg-intake")
"""One intake."""

GEBRUIK: Final = bron("kraamzorg-gebruik")
"""The definition of the indicator of families without kraamzorg."""

ETMAAL: Final = bron("kraamzorg-etmaal")
"""That a day holds no more than 24 hours of care for one woman."""

DOCUMENT: Final = bron("kraamzorg-document")
"""That what was indicated, delivered and declared is the same care."""

BEVALLING: Final = bron("kraamzorg-bevalling")
"""That kraamzorg belongs to a birth."""

PARTUSLEIDING: Final = bron("kraamzorg-partusleiding")
"""Under whose lead partusassistentie is given."""

INNING: Final = bron("kraamzorg-inning")
"""Who collects the eigen bijdrage, and what that means for what is declared."""
