"""What a provider and an insurer have agreed."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, final

from geboortezorg import veld
from geboortezorg.betekenis import Bereik, Duurt, Nabij, NietNa, NietVoor, Nodig, Uniek, Zorgsoort
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model import _velden
from geboortezorg.nummers import agb
from geboortezorg.tijd import Looptijd


class Overeenkomstsoort(StrEnum):
    """What the agreement is about."""

    MAX_MAX = "max_max"
    """A tariff above the maximum, up to the max-maxtarief."""
    TOESLAG_INTEGRALE_GEBOORTEZORG = "toeslag_integrale_geboortezorg"
    """A surcharge on kraamzorg tariffs for collaboration in the chain."""
    INTEGRAAL = "integraal"
    """Free tariffs for integrale prestaties of an IGO."""
    LUMPSUM = "lumpsum"
    """A lump sum for the work of a VSV."""


ZORGSOORTEN_OVEREENKOMST: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        Overeenkomstsoort.TOESLAG_INTEGRALE_GEBOORTEZORG: ("33",),
        Overeenkomstsoort.INTEGRAAL: (agb.IGO[:2],),
        Overeenkomstsoort.LUMPSUM: (agb.VSV[:2],),
    }
)
"""The first two digits of the AGB-code of who can declare what an agreement is about."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Prijsafspraak:
    """The tariff agreed for one prestatie."""

    prestatie: str = attrs.field(metadata=_velden.prestatie())
    tarief_eurocent: int = attrs.field(
        metadata=veld.getal(
            "Agreed tariff.",
            "Afgesproken tarief.",
            0,
            eenheid="eurocent",
            betekenis=(Bereik("bekostiging-aannemelijk", "tarief"),),
        )
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Termijn:
    """One instalment of a lump sum."""

    termijn_id: str = attrs.field(
        metadata=veld.sleutel(
            "Key of the instalment within the agreement.",
            "Sleutel van de termijn binnen de overeenkomst.",
            voorbeelden=("2027-1",),
        )
    )
    declarabel_vanaf: date = attrs.field(
        metadata=veld.gegeven(
            "First day on which it may be declared.",
            "Eerste dag waarop de termijn gedeclareerd mag worden.",
            betekenis=(Nabij(),),
        )
    )
    bedrag_eurocent: int = attrs.field(
        metadata=veld.getal(
            "Amount.",
            "Bedrag.",
            0,
            eenheid="eurocent",
            betekenis=(Bereik("bekostiging-aannemelijk", "bedrag"),),
        )
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Overeenkomst:
    """An agreement between one provider (or VSV) and one insurer."""

    overeenkomst_id: str = attrs.field(
        metadata=veld.sleutel("Key of the agreement.", "Sleutel van de overeenkomst.")
    )
    overeenkomstsoort: Overeenkomstsoort = attrs.field(
        metadata=veld.gegeven("Kind.", "Overeenkomstsoort.")
    )
    uzovi_code: str = attrs.field(metadata=_velden.uzovi_code())
    looptijd: Looptijd = attrs.field(
        metadata=veld.gegeven(
            "Days on which it is valid.", "Dagen waarop zij geldt.", betekenis=(Duurt(10),)
        )
    )
    schriftelijk: bool = attrs.field(
        metadata=veld.gegeven("Whether it is in writing.", "Of zij schriftelijk is.")
    )
    zorgaanbieder_agb: str | None = attrs.field(
        default=None,
        metadata=_velden.agb_code(
            "AGB-code of the provider.",
            "AGB-code van de zorgaanbieder.",
            Zorgsoort(rol=(("overeenkomstsoort", ZORGSOORTEN_OVEREENKOMST),)),
        ),
    )
    vsv_id: str | None = attrs.field(
        default=None,
        metadata=veld.sleutel(
            "Own identifier of the VSV.",
            "Eigen identificatie van het VSV.",
            betekenis=(Nodig("overeenkomstsoort", (Overeenkomstsoort.LUMPSUM,)),),
        ),
    )
    percentage_basispunten: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Agreed percentage on top of the maximum, for max-max and toeslag.",
            "Afgesproken percentage boven het maximum, bij max-max en toeslag.",
            0,
            100_000,
            eenheid="basispunt (0,01%)",
            voorbeelden=(1000,),
            betekenis=(Bereik("bekostiging-aannemelijk", "percentage"),),
        ),
    )
    prijsafspraken: tuple[Prijsafspraak, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Agreed tariffs.",
            "Afgesproken tarieven.",
            1000,
            betekenis=(
                Uniek("prestatie"),
                Nodig("overeenkomstsoort", (Overeenkomstsoort.INTEGRAAL,)),
            ),
        ),
    )
    lumpsum_eurocent: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Lump sum over the whole period.",
            "Lumpsum over de hele looptijd.",
            0,
            eenheid="eurocent",
            betekenis=(Bereik("bekostiging-aannemelijk", "bedrag"),),
        ),
    )
    termijnen: tuple[Termijn, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Instalments of the lump sum, by date.",
            "Termijnen van de lumpsum, op datum.",
            1000,
            betekenis=(
                Uniek("termijn_id"),
                NietVoor("looptijd", "declarabel_vanaf", vermoeden=True),
                NietNa("looptijd", "declarabel_vanaf", vermoeden=True, jaren=1),
            ),
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Screeningscontract:
    """What a provider has agreed with a regional centre for prenatal screening.

    Counseling, NIPT and SEO can only be declared with a contract of the organisation and a
    quality agreement of the care provider.
    """

    zorgaanbieder_agb: str = attrs.field(
        metadata=_velden.agb_code("AGB-code of the provider.", "AGB-code van de zorgaanbieder.")
    )
    regionaal_centrum: str = attrs.field(
        metadata=veld.tekst("Regional centre.", "Regionaal centrum.", 150, betekenis=(Nodig(),))
    )
    looptijd: Looptijd = attrs.field(
        metadata=veld.gegeven("Days on which it is valid.", "Dagen waarop het geldt.")
    )
    kwaliteitsovereenkomst: bool = attrs.field(
        metadata=veld.gegeven(
            "Whether the care provider has a quality agreement.",
            "Of de zorgverlener een kwaliteitsovereenkomst heeft.",
        )
    )
