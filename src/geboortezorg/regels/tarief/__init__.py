"""What may be declared, by whom, to whom, beside what, and for how much."""

from typing import Final

from geboortezorg.regels.regel import Regel
from geboortezorg.regels.tarief import prestatie, ruimte, samenloop, screening, toeslag

VOORVOEGSELS: Final = (
    "PRESTATIE",
    "VERZEKERAAR",
    "TARIEF",
    "SAMENLOOP",
    "SCREENING",
)
"""The words with which the codes of this theme begin, after `GZ-`."""

REGELS: Final[tuple[Regel, ...]] = (
    prestatie.van_kracht,
    prestatie.zwangerschapsduur,
    prestatie.zorgsoort_prestatie,
    prestatie.verzekeraar_bij_start,
    ruimte.tariefruimte,
    ruimte.vrij_tarief,
    toeslag.toeslag,
    ruimte.tarief_maal_aantal,
    samenloop.volledig_sluit_delen_uit,
    samenloop.prenataal_sluit_deelprestaties_uit,
    samenloop.per_zwangerschap_eenmalig,
    samenloop.prenataal_bleef_eerste_lijn,
    screening.betaald_uit_de_rijksbegroting,
    screening.contract_regionaal_centrum,
    screening.groepszorg_eenmaal,
)
"""The rules of this theme, in the order in which a report shows them."""
