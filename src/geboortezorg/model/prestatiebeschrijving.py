"""The decision of the NZa that says what a prestatie is, from concept to adoption."""

from datetime import date
from enum import StrEnum
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Gebeurd, Nabij, NietVoor, Nodig
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.bron import Bron
from geboortezorg.model import _velden
from geboortezorg.model.aanwijzing import Aanwijzing
from geboortezorg.model.tarief import Tariefsoort
from geboortezorg.tijd import Looptijd, Periode


class Beschrijvingstatus(StrEnum):
    """How far a prestatiebeschrijving has come. Only `vastgesteld` allows a declaratie."""

    CONCEPT = "concept"
    CONSULTATIE = "consultatie"
    """The NZa consults the field on the concept."""
    VASTGESTELD = "vastgesteld"
    INGETROKKEN = "ingetrokken"


class Voorwaardesoort(StrEnum):
    """What the NZa attaches to a tariff or prestatie (Wmg art. 50 lid 3)."""

    VOORSCHRIFT = "voorschrift"
    BEPERKING = "beperking"


class Macrokadersoort(StrEnum):
    """The budget of the health insurance act under which costs fall."""

    OVERIG_CURATIEF = "overig_curatief"
    """Other curative care; no macrobeheersinstrument applies to it."""
    ANDER = "ander"


@final
@bevroren(kw_only=True, weakref_slot=False)
class Voorwaarde:
    """One voorschrift or beperking."""

    voorwaardesoort: Voorwaardesoort = attrs.field(metadata=veld.gegeven("Kind.", "Soort."))
    tekst: str = attrs.field(metadata=veld.tekst("What it says.", "Wat er staat."))


@final
@bevroren(kw_only=True, weakref_slot=False)
class Macrokader:
    """The budget under which the costs fall, and whether excess is recovered."""

    macrokadersoort: Macrokadersoort = attrs.field(
        metadata=veld.gegeven("Which budget.", "Welk macrokader.")
    )
    macrobeheersinstrument: bool = attrs.field(
        metadata=veld.gegeven(
            "Whether a macrobeheersinstrument applies: recovery when the budget is exceeded.",
            "Of er een macrobeheersinstrument geldt: terughalen bij overschrijding.",
        )
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Prestatiebeschrijving:
    """One prestatiebeschrijving in one stage, with what it rests on."""

    prestatiebeschrijving_id: str = attrs.field(
        metadata=veld.sleutel("Own key.", "Eigen sleutel.", voorbeelden=("pb-vsv-1",))
    )
    prestatie: str = attrs.field(metadata=_velden.prestatie())
    status: Beschrijvingstatus = attrs.field(metadata=veld.gegeven("Status.", "Status."))
    tariefsoort: Tariefsoort = attrs.field(metadata=veld.gegeven("Kind of tariff.", "Tariefsoort."))
    nummer: str | None = attrs.field(
        default=None,
        metadata=veld.tekst(
            "Number of the decision, as published.", "Nummer, zoals gepubliceerd.", 60
        ),
    )
    looptijd: Looptijd | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Days on which the prestatie can be declared.",
            "Dagen waarop de prestatie declarabel is.",
        ),
    )
    consultatie: Periode | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Days of consultation.",
            "Dagen van de consultatie.",
            betekenis=(Nodig("status", (Beschrijvingstatus.CONSULTATIE,)),),
        ),
    )
    vastgesteld_op: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Day of adoption.",
            "Dag van vaststelling.",
            betekenis=(Gebeurd(),),
        ),
    )
    ingetrokken_op: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "First day on which it was withdrawn.",
            "Eerste dag waarop zij is ingetrokken.",
            betekenis=(NietVoor("vastgesteld_op"), Nabij()),
        ),
    )
    aanwijzing: Aanwijzing | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "The instruction that it rests on.", "De aanwijzing waarop zij steunt."
        ),
    )
    voorwaarden: tuple[Voorwaarde, ...] = attrs.field(
        default=(),
        metadata=veld.lijst("Voorschriften and beperkingen.", "Voorschriften en beperkingen.", 100),
    )
    macrokader: Macrokader | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "The budget under which the costs fall.", "Het macrokader waaronder de kosten vallen."
        ),
    )
    bron: Bron | None = attrs.field(default=None, metadata=veld.gegeven("Source.", "Bron."))
