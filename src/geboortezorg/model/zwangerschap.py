"""The woman, her pregnancy and the children born from it."""

from datetime import date
from enum import StrEnum
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Bereik, Gebeurd, GeenOverlap
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model import _velden
from geboortezorg.nummers import postcode
from geboortezorg.tijd import Looptijd


class WijzeEinde(StrEnum):
    """How a pregnancy ended (PWD, WijzeEindeZwangerschap)."""

    PARTUS = "partus"
    MISKRAAM = "miskraam"
    APLA = "apla"
    EUG = "eug"
    MOLA = "mola"


class PlaatsBaring(StrEnum):
    """Where a woman gives birth, or means to."""

    THUIS = "thuis"
    GEBOORTECENTRUM = "geboortecentrum"
    ZIEKENHUIS = "ziekenhuis"
    ONDERWEG = "onderweg"
    BUITENLAND = "buitenland"


@final
@bevroren(kw_only=True, weakref_slot=False)
class Verzekering:
    """With which insurer the woman was insured, and when."""

    uzovi_code: str = attrs.field(repr=False, metadata=_velden.uzovi_code(persoonsgegeven=True))
    looptijd: Looptijd = attrs.field(
        repr=False, metadata=veld.gegeven("Days insured.", "Dagen verzekerd.", persoonsgegeven=True)
    )
    verzekerdennummer: str | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.tekst(
            "Number of the insured person.",
            "Verzekerdennummer.",
            15,
            tekens="A-Za-z0-9",
            persoonsgegeven=True,
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Client:
    """The woman. Every field may be left out: a pseudonymous dossier is enough."""

    bsn: str | None = attrs.field(
        default=None,
        repr=False,
        metadata=_velden.bsn_nummer("Burgerservicenummer.", "Burgerservicenummer."),
    )
    geboortedatum: date | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "Date of birth.", "Geboortedatum.", persoonsgegeven=True, betekenis=(Gebeurd(),)
        ),
    )
    postcode: str | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.code(
            "Postal code, without space.",
            "Postcode, zonder spatie.",
            postcode.PATROON,
            postcode.MAX_LENGTE,
            persoonsgegeven=True,
            voorbeelden=("1234AB",),
        ),
    )
    verzekeringen: tuple[Verzekering, ...] = attrs.field(
        default=(),
        repr=False,
        metadata=veld.lijst(
            "Health insurance over time.",
            "Zorgverzekering in de tijd.",
            50,
            persoonsgegeven=True,
            betekenis=(GeenOverlap(vermoeden=True),),
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Zwangerschap:
    """One pregnancy."""

    a_terme_datum: date | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "Definitive à terme date: the day of 40 weeks and 0 days.",
            "Definitieve à terme datum: de dag van 40 weken en 0 dagen.",
            persoonsgegeven=True,
            bron="https://github.com/Nictiz/Geboortezorg-STU3",
        ),
    )
    datum_einde: date | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "Day on which the pregnancy ended; left out while it lasts.",
            "Dag waarop de zwangerschap eindigde; weggelaten zolang die duurt.",
            persoonsgegeven=True,
            betekenis=(Gebeurd(),),
        ),
    )
    wijze_einde: WijzeEinde | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "How it ended.",
            "Wijze van einde.",
            bron="https://github.com/Nictiz/Geboortezorg-STU3",
            persoonsgegeven=True,
        ),
    )
    graviditeit: int | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.getal(
            "Number of pregnancies, this one included.",
            "Aantal zwangerschappen, deze meegeteld.",
            1,
            75,
            eenheid="zwangerschap",
            bron="https://github.com/Nictiz/Geboortezorg-STU3",
            persoonsgegeven=True,
            betekenis=(Bereik("geboorte-aannemelijk", "graviditeit"),),
        ),
    )
    pariteit: int | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.getal(
            "Number of births before this pregnancy.",
            "Aantal bevallingen voor deze zwangerschap.",
            0,
            30,
            eenheid="bevalling",
            bron="https://github.com/Nictiz/Geboortezorg-STU3",
            persoonsgegeven=True,
            betekenis=(Bereik("geboorte-aannemelijk", "pariteit"),),
        ),
    )
    aantal_geboren_kinderen: int | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.getal(
            "Number of children born from this pregnancy.",
            "Aantal uit deze zwangerschap geboren kinderen.",
            0,
            9,
            eenheid="kind",
            bron="https://github.com/Nictiz/Geboortezorg-STU3",
            persoonsgegeven=True,
            betekenis=(Bereik("geboorte-aannemelijk", "geboren-kinderen"),),
        ),
    )
    voorgenomen_plaats_baring: PlaatsBaring | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "Intended place of birth.",
            "Voorgenomen plaats van de baring.",
            bron="https://github.com/Nictiz/Geboortezorg-STU3",
            persoonsgegeven=True,
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Kind:
    """One child of the pregnancy."""

    rangnummer: int = attrs.field(
        repr=False,
        metadata=veld.getal(
            "Rank within the pregnancy, from 1.",
            "Rangnummer binnen de zwangerschap, vanaf 1.",
            1,
            9,
            bron="https://github.com/Nictiz/Geboortezorg-STU3",
            persoonsgegeven=True,
        ),
    )
    geboren: bool = attrs.field(
        repr=False,
        metadata=veld.gegeven(
            "Whether the child has been born.", "Of het kind geboren is.", persoonsgegeven=True
        ),
    )
    levend_geboren: bool | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "Whether the child was born alive.",
            "Of het kind levend is geboren.",
            persoonsgegeven=True,
        ),
    )
    bsn: str | None = attrs.field(
        default=None,
        repr=False,
        metadata=_velden.bsn_nummer(
            "Burgerservicenummer of the child.", "Burgerservicenummer van het kind."
        ),
    )
    geboortedatum: date | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "Date of birth; left out for a child not yet born.",
            "Geboortedatum; weggelaten bij een ongeboren kind.",
            persoonsgegeven=True,
            betekenis=(Gebeurd(),),
        ),
    )
    overlijdensdatum: date | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "Date of death; left out when the child lives.",
            "Overlijdensdatum; weggelaten als het kind leeft.",
            persoonsgegeven=True,
            betekenis=(Gebeurd(),),
        ),
    )
    perinatale_sterfte: bool | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "Whether it was a perinatal death.",
            "Of er perinatale sterfte was.",
            bron="https://github.com/Nictiz/Geboortezorg-STU3",
            persoonsgegeven=True,
        ),
    )
    werkelijke_plaats_baring: PlaatsBaring | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "Actual place of birth.",
            "Werkelijke plaats van de baring.",
            bron="https://github.com/Nictiz/Geboortezorg-STU3",
            persoonsgegeven=True,
        ),
    )
    geboortegewicht_gram: int | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.getal(
            "Birth weight.",
            "Geboortegewicht.",
            0,
            9999,
            eenheid="gram",
            bron="https://github.com/Nictiz/Geboortezorg-STU3",
            persoonsgegeven=True,
        ),
    )
    apgarscore_5_minuten: int | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.getal(
            "Apgar score after five minutes.",
            "Apgarscore na vijf minuten.",
            0,
            10,
            bron="https://github.com/Nictiz/Geboortezorg-STU3",
            persoonsgegeven=True,
        ),
    )
