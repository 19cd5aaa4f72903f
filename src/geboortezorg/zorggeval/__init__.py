"""The claim view: what was declared for one woman, netted, counted, and looked up, once.

Every rule about declaratieregels reads this, whether they stand in a dossier or in a declaratie:
none counts lines, converts units or looks for credits itself.
"""

from geboortezorg.zorggeval.bekend import Bekend, Soort
from geboortezorg.zorggeval.bevalling import (
    bevaldagen,
    genoemde_bevaldagen,
    in_buitenland,
    in_tweede_lijn,
    plaatsen_baring,
)
from geboortezorg.zorggeval.dagen import ETMAAL_MINUTEN, Beeld, Dagzorg, beeld, eerste_die_niet_past
from geboortezorg.zorggeval.geval import Zorggeval, zorggevallen
from geboortezorg.zorggeval.groep import Groep, PerPrestatie, op_volgorde
from geboortezorg.zorggeval.peil import EERSTE_DAG_START_ZORG
from geboortezorg.zorggeval.post import Post
from geboortezorg.zorggeval.samenhang import (
    Beperkingen,
    Botsing,
    Samenloop,
    beperkingen,
    samenlopen,
    wortel,
)
from geboortezorg.zorggeval.verrekening import Boeking, Creditfout, Verrekend, verreken
from geboortezorg.zorggeval.vogelvlucht import Vogelvlucht

__all__ = [
    "EERSTE_DAG_START_ZORG",
    "ETMAAL_MINUTEN",
    "Beeld",
    "Bekend",
    "Beperkingen",
    "Boeking",
    "Botsing",
    "Creditfout",
    "Dagzorg",
    "Groep",
    "Peil",
    "PerPrestatie",
    "Post",
    "Samenloop",
    "Soort",
    "Verrekend",
    "Vogelvlucht",
    "Zorggeval",
    "beeld",
    "beperkingen",
    "bevaldagen",
    "eerste_die_niet_past",
    "genoemde_bevaldagen",
    "in_buitenland",
    "in_tweede_lijn",
    "op_volgorde",
    "plaatsen_baring",
    "samenlopen",
    "verreken",
    "wortel",
    "zorggevallen",
]
