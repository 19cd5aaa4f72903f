"""How work is funded: prestatiebeschrijving, lump sum, aanwijzing, subsidy."""

from typing import Final

from geboortezorg.regels.bekostiging import (
    aanwijzing,
    beschrijving,
    financiering,
    lumpsum,
    uitwisseling,
)
from geboortezorg.regels.regel import Regel

VOORVOEGSELS: Final = (
    "BEKOSTIGING",
    "AANWIJZING",
    "FINANCIERING",
    "UITWISSELING",
)
"""The words with which the codes of this theme begin, after `GZ-`."""

REGELS: Final[tuple[Regel, ...]] = (
    beschrijving.niet_voor_2027,
    beschrijving.beschrijving_van_kracht,
    lumpsum.binnen_lumpsum,
    lumpsum.termijnen,
    lumpsum.partijen_en_periode,
    beschrijving.tariefsoort_en_macrokader,
    aanwijzing.voorhang,
    aanwijzing.na_aanwijzing,
    financiering.geen_dubbele_dekking,
    financiering.eigen_tijdvak,
    uitwisseling.kostendrager,
    uitwisseling.na_babyconnect,
)
"""The rules of this theme, in the order in which a report shows them."""
