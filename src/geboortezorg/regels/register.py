"""The one list of rules. Importing a rule registers nothing; standing here does."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels import nummers, prestatie, samenloop, tarief, vorm
from geboortezorg.regels.regel import Regel

REGELS: Final[tuple[Regel, ...]] = (
    vorm.invoer,
    vorm.vorm,
    nummers.bsn_elfproef,
    nummers.postcode_bestaat,
    nummers.iban_klopt,
    prestatie.van_kracht,
    prestatie.zwangerschapsduur,
    prestatie.zorgsoort_prestatie,
    prestatie.zorgsoort_rol,
    prestatie.verzekeraar_bij_start,
    tarief.tariefruimte,
    tarief.vrij_tarief,
    tarief.toeslag,
    tarief.tarief_maal_aantal,
    samenloop.credit_verwijst,
    samenloop.dubbel,
    samenloop.kraamzorg_eenmalig,
    samenloop.intake_thuis_of_telefonisch,
    samenloop.volledig_sluit_delen_uit,
    samenloop.prenataal_sluit_deelprestaties_uit,
    samenloop.per_zwangerschap_eenmalig,
)
"""Every rule, in the order in which a report shows them."""

PER_CODE: Final[Mapping[str, Regel]] = MappingProxyType({regel.code: regel for regel in REGELS})

PER_SOORT: Final[Mapping[str, tuple[Regel, ...]]] = MappingProxyType(
    {
        soort: tuple(regel for regel in REGELS if {soort, "*"} & set(regel.soorten))
        for soort in DOCUMENTEN
    }
)
"""The rules that judge each kind of document."""
