"""The answers that the tables give, each with its source and how well that was verified."""

from datetime import date
from enum import StrEnum
from typing import Literal, final

from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.prestatie import Prestatie
from geboortezorg.model.tarief import Opslag, Tarief, Tariefbeschikking
from geboortezorg.tijd import Looptijd


class Antwoordstatus(StrEnum):
    """What the tables know of a prestatie on a day."""

    GEVONDEN = "gevonden"
    ONBEKEND = "onbekend"
    """The tables do not know it. This says nothing about the world."""
    NOG_NIET_VAN_KRACHT = "nog_niet_van_kracht"
    """A source states the first day of the prestatie, and the day lies before it."""
    BEEINDIGD = "beeindigd"
    """A source states the last day of the prestatie, and the day lies after it."""


class Onbekendreden(StrEnum):
    """Why nothing is known."""

    PRESTATIE_ONBEKEND = "prestatie_onbekend"
    """No prestatielijst in use has this stable name or code."""
    GEEN_TARIEF_BEKEND = "geen_tarief_bekend"
    """The prestatie is known, but no table in use has a tariff for that day."""


class Belemmering(StrEnum):
    """Why a row may be shown but never decides anything."""

    TARIEFSOORT_NIET_VERMELD = "tariefsoort_niet_vermeld"
    """The source does not say what kind of amount it is."""
    BETWIST = "betwist"
    """The row itself says why it is doubtful."""
    CONCEPT = "concept"
    """The decision is announced or in draft, not adopted."""
    ONGEDATEERD = "ongedateerd"
    """The source gives no dates. A lookup for a day never finds such a row."""
    NIET_VAN_KRACHT = "niet_van_kracht"
    """The decision never entered into force or was withdrawn. Never found by a lookup."""
    VERVANGEN = "vervangen"
    """Another table in use replaces this one. Never found by a lookup."""


@bevroren(kw_only=True, weakref_slot=False)
class Tabelrij:
    """What is to be told of a row of a table in use, beside what it says itself."""

    tabel: str
    """Name of the tarieftabel."""
    eigen: bool = False
    """Whether that is an own table: one that lies over others, and goes before them."""
    tariefbeschikking: Tariefbeschikking
    """The decision; its `einde_vermeld` says whether a source states the last day."""
    bron: Bron
    """Source of the row: its own, or else that of the decision."""
    looptijd: Looptijd | None
    """Days on which the row applies: its own, or else those of the decision."""
    belemmering: Belemmering | None
    """The first reason why the row may not judge; None when it may, on its days."""
    vervangt: "Tabelrij | None" = None
    """The row underneath that this own row replaces on the asked day; None when there is none."""

    @property
    def verificatie(self) -> Verificatie:
        """How well the source was verified."""
        return self.bron.verificatie

    @property
    def toetsbaar(self) -> bool:
        """Whether a rule may judge by this row."""
        return self.belemmering is None


@final
@bevroren(kw_only=True, weakref_slot=False)
class BekendTarief(Tabelrij):
    """A row of a table as it stands there, whether or not a lookup can find it."""

    tarief: Tarief
    """The amount, in the unit of the prestatie."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Gevonden(Tabelrij):
    """The tariff of a prestatie on a day, with everything a report has to say about it.

    `looptijd` holds the days around the asked one on which this is the answer: fewer than the
    table says where an own table goes before it.
    """

    status: Literal[Antwoordstatus.GEVONDEN] = attrs.field(
        default=Antwoordstatus.GEVONDEN, init=False
    )
    looptijd: Looptijd
    prestatie: Prestatie
    tarief: Tarief
    """The amount, in the unit of the prestatie."""
    vervangt: BekendTarief | None = None


@final
@bevroren(kw_only=True, weakref_slot=False)
class GevondenOpslag(Tabelrij):
    """A percentage that is allowed on top of the maximum tariffs of a regime on a day."""

    looptijd: Looptijd
    opslag: Opslag
    vervangt: "GevondenOpslag | None" = None


@final
@bevroren(kw_only=True, weakref_slot=False)
class Onbekend:
    """The tables in use know no tariff; nothing older or newer is given in its place."""

    status: Literal[Antwoordstatus.ONBEKEND] = attrs.field(
        default=Antwoordstatus.ONBEKEND, init=False
    )
    reden: Onbekendreden
    prestatie: Prestatie | None = None
    """The prestatie, when that is known."""
    laatst_bekend_tot_en_met: date | None = None
    """Last day before the asked day for which a tariff is known."""
    eerstvolgend_van: date | None = None
    """First day after the asked day for which a tariff is known."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class BuitenLooptijd:
    """The prestatie itself does not exist yet, or no more, on the asked day."""

    status: Literal[Antwoordstatus.NOG_NIET_VAN_KRACHT, Antwoordstatus.BEEINDIGD]
    prestatie: Prestatie
    datum: date
    """Its first day when it is not in force yet; its last day when it ended."""
    bron: Bron
    """Source of that date."""
    verificatie: Verificatie


Tariefantwoord = Gevonden | Onbekend | BuitenLooptijd
"""The answer to a lookup; `status` tells which of the three it is."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class GenoemdePrestatie:
    """A prestatie with the list that it stands in."""

    prestatie: Prestatie
    tabel: str
    """Name of the prestatielijst."""
    eigen: bool
    """Whether that is an own list: one that lies over others, and goes before them."""
    bron: Bron
    """Source of the prestatie: of its row, or else of its list."""
    vervangt: "GenoemdePrestatie | None"
    """The row underneath that this own row replaces; None when there is none."""

    @property
    def verificatie(self) -> Verificatie:
        """How well that source was verified."""
        return self.bron.verificatie
