"""Who provides care and who pays for it."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, final

from geboortezorg import veld
from geboortezorg.betekenis import Gevuld, NietNul, Past, Zorgsoort
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model import _velden
from geboortezorg.nummers import agb, big, ura
from geboortezorg.tijd import Looptijd


class Discipline(StrEnum):
    """Professional discipline in maternity care.

    The first five are the disciplines that the letter Kamerstuk 32279 nr. 272 names.
    """

    EERSTELIJNSVERLOSKUNDIGE = "eerstelijnsverloskundige"
    KRAAMVERZORGENDE = "kraamverzorgende"
    KLINISCH_VERLOSKUNDIGE = "klinisch_verloskundige"
    GYNAECOLOOG = "gynaecoloog"
    KINDERARTS = "kinderarts"
    HUISARTS = "huisarts"
    ECHOSCOPIST = "echoscopist"


class Echelon(StrEnum):
    """Line of care."""

    EERSTE_LIJN = "eerste_lijn"
    TWEEDE_LIJN = "tweede_lijn"
    DERDE_LIJN = "derde_lijn"


class Partijsoort(StrEnum):
    """Kind of organisation."""

    VERLOSKUNDIGENPRAKTIJK = "verloskundigenpraktijk"
    KRAAMZORGORGANISATIE = "kraamzorgorganisatie"
    ZIEKENHUIS = "ziekenhuis"
    ECHOPRAKTIJK = "echopraktijk"
    HUISARTSENPRAKTIJK = "huisartsenpraktijk"
    GEBOORTECENTRUM = "geboortecentrum"
    IGO = "igo"
    VSV = "vsv"


class Rechtsvorm(StrEnum):
    """Legal form of a collaboration; all but `geen` and `maatschap` are legal persons."""

    GEEN = "geen"
    """No legal form of its own: its participants act together."""
    MAATSCHAP = "maatschap"
    STICHTING = "stichting"
    VERENIGING = "vereniging"
    COOPERATIE = "cooperatie"
    BESLOTEN_VENNOOTSCHAP = "besloten_vennootschap"


ZORGSOORTEN_DISCIPLINE: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        Discipline.EERSTELIJNSVERLOSKUNDIGE: ("08", "37"),
        Discipline.KRAAMVERZORGENDE: ("33",),
        Discipline.KLINISCH_VERLOSKUNDIGE: ("06", "08"),
        Discipline.GYNAECOLOOG: ("03", "06"),
        Discipline.KINDERARTS: ("03", "06"),
        Discipline.HUISARTS: ("01", "37"),
        Discipline.ECHOSCOPIST: ("06", "08", "90"),
    }
)
"""The first two digits of the AGB-codes that are expected of a discipline.

A practice can be part of a gezondheidscentrum.
"""

ZORGSOORTEN_PARTIJ: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        Partijsoort.ZIEKENHUIS: ("06",),
        Partijsoort.IGO: (agb.IGO[:2],),
        Partijsoort.VSV: (agb.VSV[:2],),
    }
)
"""The same, of a kind of organisation that has a code of its own kind."""

ZORGSOORTEN_AANSLUITING: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        **ZORGSOORTEN_PARTIJ,
        Partijsoort.VERLOSKUNDIGENPRAKTIJK: ("08", "37"),
        Partijsoort.KRAAMZORGORGANISATIE: ("33",),
        Partijsoort.HUISARTSENPRAKTIJK: ("01", "37"),
    }
)
"""The same, where no discipline is told."""

ECHELONS_DISCIPLINE: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        Discipline.EERSTELIJNSVERLOSKUNDIGE: (Echelon.EERSTE_LIJN,),
        Discipline.KLINISCH_VERLOSKUNDIGE: (Echelon.TWEEDE_LIJN, Echelon.DERDE_LIJN),
        Discipline.GYNAECOLOOG: (Echelon.TWEEDE_LIJN, Echelon.DERDE_LIJN),
        Discipline.KINDERARTS: (Echelon.TWEEDE_LIJN, Echelon.DERDE_LIJN),
    }
)
"""The lines of care that are expected of a discipline."""

_OVERAL: Final = (Partijsoort.GEBOORTECENTRUM, Partijsoort.IGO)
_VROUWENZORG: Final = (Partijsoort.ZIEKENHUIS, Partijsoort.ECHOPRAKTIJK, *_OVERAL)
_PRAKTIJKEN: Final = (
    Partijsoort.VERLOSKUNDIGENPRAKTIJK,
    Partijsoort.ECHOPRAKTIJK,
    Partijsoort.HUISARTSENPRAKTIJK,
    *_OVERAL,
)

PARTIJEN_DISCIPLINE: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        Discipline.EERSTELIJNSVERLOSKUNDIGE: _PRAKTIJKEN,
        Discipline.KRAAMVERZORGENDE: (
            Partijsoort.KRAAMZORGORGANISATIE,
            Partijsoort.ZIEKENHUIS,
            *_OVERAL,
        ),
        Discipline.KLINISCH_VERLOSKUNDIGE: (Partijsoort.ZIEKENHUIS, *_OVERAL),
        Discipline.GYNAECOLOOG: _VROUWENZORG,
        Discipline.KINDERARTS: (Partijsoort.ZIEKENHUIS, *_OVERAL),
        Discipline.HUISARTS: (Partijsoort.HUISARTSENPRAKTIJK, *_OVERAL),
        Discipline.ECHOSCOPIST: (Partijsoort.ZIEKENHUIS, *_PRAKTIJKEN),
    }
)
"""The kinds of organisation in which a discipline is expected to work."""

_ROL: Final = Zorgsoort(
    rol=(("partijsoort", ZORGSOORTEN_PARTIJ), ("discipline", ZORGSOORTEN_DISCIPLINE))
)


@final
@bevroren(kw_only=True, weakref_slot=False)
class Zorgaanbieder:
    """An organisation or person that provides maternity care.

    No identifier is required: one AGB-code can belong to several organisations, and a
    collaboration without legal personality may have none. The perinatal registration knows an
    organisation by its LVR number, and states no discipline.
    """

    discipline: Discipline | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Discipline, when known.",
            "Discipline, voor zover bekend.",
            voorbeelden=("kraamverzorgende",),
        ),
    )
    echelon: Echelon | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Line of care.",
            "Echelon.",
            betekenis=(Past(ECHELONS_DISCIPLINE, bij="discipline"),),
        ),
    )
    partijsoort: Partijsoort | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Kind of organisation.",
            "Soort organisatie.",
            betekenis=(Past(PARTIJEN_DISCIPLINE, bij="discipline"),),
        ),
    )
    naam: str | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.tekst(
            "Name; of a person or a practice that bears a person's name.",
            "Naam; kan die van een persoon zijn.",
            150,
            persoonsgegeven=True,
        ),
    )
    agb_code: str | None = attrs.field(
        default=None, metadata=_velden.agb_code("AGB-code.", "AGB-code.", _ROL)
    )
    lvr_nummer: str | None = attrs.field(
        default=None,
        metadata=veld.tekst(
            "Number of the organisation in the perinatal registration (LVR).",
            "Nummer van de organisatie in de perinatale registratie (LVR).",
            5,
            min_lengte=4,
            tekens="0-9",
            voorbeelden=("1504",),
            bron="http://fhir.nl/fhir/NamingSystem/lvr-instellingid",
        ),
    )
    kvk_nummer: str | None = attrs.field(default=None, metadata=_velden.kvk_nummer())
    ura_nummer: str | None = attrs.field(
        default=None,
        metadata=veld.code(
            "UZI register subscriber number (URA).",
            "UZI-registerabonneenummer (URA).",
            ura.PATROON,
            ura.MAX_LENGTE,
            voorbeelden=("00015823",),
            betekenis=(NietNul(),),
        ),
    )
    big_nummer: str | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.code(
            "Number in the BIG register, of a person.",
            "Nummer in het BIG-register, van een persoon.",
            big.PATROON,
            big.MAX_LENGTE,
            persoonsgegeven=True,
            betekenis=(NietNul(),),
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Zorgverzekeraar:
    """A health insurer."""

    uzovi_code: str = attrs.field(metadata=_velden.uzovi_code())
    naam: str | None = attrs.field(
        default=None, metadata=veld.tekst("Name of the insurer.", "Naam van de verzekeraar.", 150)
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Deelnemer:
    """A provider that takes part in a VSV or IGO, and when."""

    zorgaanbieder: Zorgaanbieder = attrs.field(
        metadata=veld.gegeven("The provider.", "De zorgaanbieder.", betekenis=(Gevuld(),))
    )
    looptijd: Looptijd = attrs.field(
        metadata=veld.gegeven("Days of participation.", "Dagen van deelname.")
    )
