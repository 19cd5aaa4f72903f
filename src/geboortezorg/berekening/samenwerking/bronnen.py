"""The sources of the norms for a VSV and its funding, each described once."""

from typing import Final

from geboortezorg.bevroren import anders
from geboortezorg.bron import Bron
from geboortezorg.tabellen.bronnen import bron
from geboortezorg.tabellen.normen import normen


def kamerbrief(nummer: str) -> Bron:
    """Return the source of one concept (K1 to K25) of the letter of 1 April 2026."""
    return anders(bron("kamerbrief"), artikel=nummer)


_INKOOP: Final = normen().norm("vsv-inkoop")
_BASISKADER: Final = normen().norm("vsv-basiskader")
_AANWIJZING: Final = normen().norm("vsv-aanwijzing")

EERSTE_DAG_INKOOP: Final = _INKOOP.looptijd.van
"""From this day insurers can purchase the work of a VSV (K7)."""

INKOOP: Final = _INKOOP.bron
"""That insurers can purchase from that day on, at a free tariff."""

BASISKADER_VASTGESTELD: Final = _BASISKADER.looptijd.van
"""Day on which the parties adopted the basiskader; the letter says 2023, ZonMw names the day."""

KERNTAKEN: Final = _BASISKADER.bron
"""The four kerntaken of the basiskader."""

EERSTE_DAG_AANWIJZING_VSV: Final = _AANWIJZING.looptijd.van
"""First possible day of the decision on the aanwijzing for VSV funding (K12)."""

AANWIJZING_VSV: Final = _AANWIJZING.bron
"""The announced procedure."""

ZONMW: Final = normen().norm("financiering-zonmw").bron
"""Subsidy for the introduction."""

BABYCONNECT: Final = normen().norm("financiering-programma_babyconnect").bron
"""The end of the programme."""

DIG: Final = normen().norm("financiering-overgangssteun_dig").bron
"""Transition support, and then the field."""

DISCIPLINES: Final = bron("vsv-disciplines")
"""The five disciplines, as a reading of who must take part."""

KERN: Final = bron("vsv-kern")
"""Verloskundige and gynaecoloog, on which the letter and the KNOV agree."""

SAMENSTELLING: Final = bron("vsv-samenstelling")
"""The huisarts, whom only the KNOV names."""

MDO: Final = kamerbrief("K5")
"""MDO in the medical and the social domain."""

VOLGORDE: Final = bron("vsv-volgorde")
"""The order of the bouwstenen."""

GEREEDHEID: Final = bron("vsv-gereedheid")
"""That what is missing stands in the way of a contract."""

COALITIE: Final = kamerbrief("K23")
"""The domains of a Kansrijke Start coalition."""

ZORG: Final = bron("vsv-zorg")
"""That a VSV declares no care, and its prestaties belong to no client."""

LUMPSUM: Final = kamerbrief("K8")
"""That a VSV declares under a lumpsum agreement with an insurer."""

GEEN_DUBBELE_DEKKING: Final = bron("vsv-geen-dubbele-dekking")
"""That two payers do not pay the same."""

BETAALT_ACTIVITEIT: Final = bron("vsv-betaalt-activiteit")
"""That a payer pays what takes place while it pays."""

BABYCONNECT_VOORTGEZET: Final = bron("vsv-babyconnect-voortgezet")
"""That a connection goes on under DIG."""

VRIJ_TARIEF: Final = bron("vsv-vrij-tarief")
"""That the tariff is free, as asked of the NZa."""

CONSULTATIE: Final = bron("vsv-consultatie")
"""That a concept goes to consultation before it is adopted."""

MACROKADER: Final = kamerbrief("K11")
"""Overig curatief, without a macrobeheersinstrument."""

AFSPRAAK: Final = bron("vsv-afspraak")
"""That an agreement has two parties."""
