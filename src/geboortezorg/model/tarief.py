"""What a prestatie may cost: decisions, amounts and permitted surcharges."""

from datetime import date
from enum import StrEnum
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Gebeurd, Nodig, Uniek
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.bron import Bron
from geboortezorg.model.prestatie import Eenheid, Regime
from geboortezorg.tijd import Looptijd


class Tariefsoort(StrEnum):
    """Kind of tariff (Wmg art. 50 lid 1), and what the sources add to it."""

    MAXIMUM = "maximum"
    """An upper bound; a lower amount is allowed."""
    VAST = "vast"
    """The only amount that is allowed."""
    VRIJ = "vrij"
    """Agreed between provider and insurer; there is no amount in the table."""
    OPSLAG = "opslag"
    """An amount that comes on top of the tariff of another prestatie."""
    EIGEN_BIJDRAGE = "eigen_bijdrage"
    """What the insured person pays."""
    NIET_VERMELD = "niet_vermeld"
    """The source does not say which kind it is: shown, never used to judge."""


class Besluitstatus(StrEnum):
    """How far a decision has come."""

    CONCEPT = "concept"
    VASTGESTELD = "vastgesteld"
    NOOIT_IN_WERKING = "nooit_in_werking"
    """Published, but never entered into force: its rows are never returned."""
    INGETROKKEN = "ingetrokken"


class Opslagsoort(StrEnum):
    """Kind of percentage on top of a maximum tariff."""

    MAX_MAX = "max_max"
    """A second, higher maximum that needs a written agreement with the insurer."""
    TOESLAG_INTEGRALE_GEBOORTEZORG = "toeslag_integrale_geboortezorg"
    """A surcharge for collaboration in the chain of care, declared on its own line."""
    TOESLAG_BESCHIKBAARHEID = "toeslag_beschikbaarheid"
    """On midwifery where the second line is structurally less available (decision of 2013)."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Tariefbeschikking:
    """The decision (or the source that stands in for it) that a table of amounts comes from."""

    titel: str = attrs.field(metadata=veld.tekst("Title.", "Titel.", 300))
    status: Besluitstatus = attrs.field(metadata=veld.gegeven("Status.", "Status."))
    bron: Bron = attrs.field(metadata=veld.gegeven("Source.", "Bron."))
    nummer: str | None = attrs.field(
        default=None,
        metadata=veld.tekst(
            "Number, as published.",
            "Nummer, zoals gepubliceerd.",
            60,
            voorbeelden=("TB/REG-21611-01",),
        ),
    )
    looptijd: Looptijd | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Days on which it applies; left out when the source gives no dates, and then its rows "
            "are listed but never used to judge.",
            "Dagen waarop het geldt; weggelaten als de bron geen datums geeft, en dan toetst het "
            "nooit.",
        ),
    )
    einde_vermeld: bool = attrs.field(
        default=True,
        metadata=veld.gegeven(
            "Whether the source itself states the last day; if not, the last day is how far this "
            "library vouches for it.",
            "Of de bron de laatste dag zelf noemt; zo niet, dan staat de bibliotheek er tot die "
            "dag voor in.",
        ),
    )
    vastgesteld_op: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven("Day of adoption.", "Dag van vaststelling.", betekenis=(Gebeurd(),)),
    )
    opgenomen_op: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Day on which it was entered in this table.",
            "Dag waarop het in deze tabel is opgenomen.",
        ),
    )
    vervangt: str | None = attrs.field(
        default=None,
        metadata=veld.sleutel(
            "Name of the table that this one replaces.", "Naam van de tabel die deze vervangt."
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Tarief:
    """One amount for one prestatie, in whole eurocents."""

    prestatie_id: str = attrs.field(
        metadata=veld.sleutel("Stable name of the prestatie.", "Vaste naam van de prestatie.")
    )
    tariefsoort: Tariefsoort = attrs.field(metadata=veld.gegeven("Kind.", "Tariefsoort."))
    eenheid: Eenheid = attrs.field(
        metadata=veld.gegeven("What the amount is for.", "Waarvoor het bedrag geldt.")
    )
    bedrag_eurocent: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Amount; left out for a free tariff.",
            "Bedrag; weggelaten bij een vrij tarief.",
            0,
            eenheid="eurocent",
            voorbeelden=(5933,),
            betekenis=(Nodig("tariefsoort", ("maximum", "vast")),),
        ),
    )
    looptijd: Looptijd | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Days on which it applies, when other than those of the decision.",
            "Dagen waarop het geldt, als die afwijken van de beschikking.",
        ),
    )
    betwist: str | None = attrs.field(
        default=None,
        metadata=veld.tekst(
            "Why the amount is doubtful; a doubtful amount never rejects.",
            "Waarom het bedrag twijfelachtig is; zo'n bedrag wijst nooit af.",
        ),
    )
    bron: Bron | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Source, when another than that of the decision.",
            "Bron, als die een andere is dan die van de beschikking.",
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Opslag:
    """A percentage that may be declared on top of the maximum tariffs of a regime."""

    opslagsoort: Opslagsoort = attrs.field(metadata=veld.gegeven("Kind.", "Opslagsoort."))
    regime: Regime = attrs.field(metadata=veld.gegeven("Regime.", "Regime."))
    percentage_basispunten: int = attrs.field(
        metadata=veld.getal(
            "Highest percentage.",
            "Hoogste percentage.",
            0,
            100_000,
            eenheid="basispunt (0,01%)",
            voorbeelden=(1000,),
        )
    )
    looptijd: Looptijd | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Days on which it applies, when other than those of the decision.",
            "Dagen waarop het geldt, als die afwijken van de beschikking.",
        ),
    )
    bron: Bron | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Source, when another than that of the decision.",
            "Bron, als die een andere is dan die van de beschikking.",
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Tarieftabel:
    """The amounts of one decision or source."""

    naam: str = attrs.field(
        metadata=veld.sleutel(
            "Name of the table, unique among the tables in use.",
            "Naam van de tabel, uniek onder de gebruikte tabellen.",
            voorbeelden=("kraamzorg-2023",),
        )
    )
    regime: Regime = attrs.field(metadata=veld.gegeven("Regime.", "Regime."))
    tariefbeschikking: Tariefbeschikking = attrs.field(
        metadata=veld.gegeven("The decision.", "De beschikking.")
    )
    tarieven: tuple[Tarief, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "The amounts.",
            "De bedragen.",
            betekenis=(Uniek("prestatie_id", per=("tariefsoort", "eenheid", "looptijd")),),
        ),
    )
    opslagen: tuple[Opslag, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "The surcharges.",
            "De opslagen.",
            100,
            betekenis=(Uniek("opslagsoort", per=("regime", "looptijd")),),
        ),
    )
