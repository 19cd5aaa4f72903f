"""Published figures, and the definition without which a figure says nothing.

A figure keeps the precision with which it was published: 7,8 per 1,000 is ``waarde=78`` with
``decimalen=1``. Two figures can be compared only when their definitions are the same.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Final, final

from geboortezorg import veld
from geboortezorg.betekenis import Bereik, Gebeurd, Uniek, Verwijst
from geboortezorg.bevroren import attrs, bevroren, velden
from geboortezorg.bron import Bron
from geboortezorg.tijd import Periode

PERINATALE_STERFTE: Final = "perinatale-sterfte"
DOODGEBOORTE: Final = "doodgeboorte"
NEONATALE_STERFTE: Final = "neonatale-sterfte"

_DOODGEBOREN: Final = ("doodgeboorte_zwangerschapsduur_van_dagen",)
_NEONATAAL: Final = ("neonataal_zwangerschapsduur_van_dagen", "leeftijd_tot_en_met_dagen")

STERFTE: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        PERINATALE_STERFTE: _DOODGEBOREN + _NEONATAAL,
        DOODGEBOORTE: _DOODGEBOREN,
        NEONATALE_STERFTE: _NEONATAAL,
    }
)
"""Subjects on mortality, each with the bounds that its definition must state."""


class Cijfereenheid(StrEnum):
    """What one unit of a figure is."""

    AANTAL = "aantal"
    """A count, exact as published."""
    DUIZENDTAL = "duizendtal"
    """A count in thousands."""
    PERCENTAGE = "percentage"
    """So many out of a hundred of the denominator."""
    PER_DUIZEND = "per_duizend"
    """So many out of a thousand of the denominator."""
    INDEXPERCENTAGE = "indexpercentage"
    """A percentage by which costs or tariffs move, not a part of something."""
    JAREN = "jaren"
    EURO = "euro"
    MILJOEN_EURO = "miljoen_euro"


VERHOUDINGEN: Final = frozenset({Cijfereenheid.PERCENTAGE, Cijfereenheid.PER_DUIZEND})
"""The units that are a part of something, and so need a denominator."""


class Tijdvak(StrEnum):
    """What the period of a figure means."""

    KALENDERJAAR = "kalenderjaar"
    """All that happened in one calendar year."""
    PERIODE = "periode"
    """All that happened in the stated period, whatever its length."""
    PEILMOMENT = "peilmoment"
    """The state on one day within the stated period; the source need not say which day."""


class Cijferstatus(StrEnum):
    """How final a figure is."""

    DEFINITIEF = "definitief"
    VOORLOPIG = "voorlopig"
    """Published, to be replaced by a final figure."""
    RAMING = "raming"
    """An estimate made beforehand."""
    NIET_VERMELD = "niet_vermeld"
    """The source as read does not say."""


class Licentie(StrEnum):
    """On which terms the figures may be used again."""

    CC_BY = "cc_by"
    """Creative Commons Attribution: name the source."""
    BRONVERMELDING = "bronvermelding"
    """The publisher allows the use of published figures when it is named."""
    NIET_GEZIEN = "niet_gezien"
    """No terms were seen; the figures are stated as facts, with their source."""
    NIET_COMMERCIEEL = "niet_commercieel"
    """Only for non-commercial use. No such table ships with this library."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Sterftegrenzen:
    """From which length of the pregnancy and until which age a death counts."""

    doodgeboorte_zwangerschapsduur_van_dagen: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Shortest pregnancy of a stillbirth that counts (22 weeks is 154 days); left out when "
            "stillbirths do not count.",
            "Kortste zwangerschapsduur van een doodgeboorte die meetelt (22 weken is 154 dagen); "
            "weggelaten als doodgeboorten niet meetellen.",
            0,
            350,
            eenheid="dagen",
            voorbeelden=(154, 168, 196),
            betekenis=(Bereik("cijfer-aannemelijk", "sterfte-duur"),),
        ),
    )
    neonataal_zwangerschapsduur_van_dagen: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Shortest pregnancy of a child born alive whose death counts; left out when deaths "
            "after birth do not count.",
            "Kortste zwangerschapsduur van een levendgeborene van wie het overlijden meetelt; "
            "weggelaten als overlijden na de geboorte niet meetelt.",
            0,
            350,
            eenheid="dagen",
            voorbeelden=(154, 168),
            betekenis=(Bereik("cijfer-aannemelijk", "sterfte-duur"),),
        ),
    )
    leeftijd_tot_en_met_dagen: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Last day after birth on which a death counts, as the source numbers it (7 or 28); "
            "left out when deaths after birth do not count.",
            "Laatste dag na de geboorte waarop een overlijden meetelt, zoals de bron telt (7 of "
            "28); weggelaten als overlijden na de geboorte niet meetelt.",
            0,
            366,
            eenheid="dagen",
            voorbeelden=(7, 28),
            betekenis=(Bereik("cijfer-aannemelijk", "sterfte-leeftijd"),),
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Definitie:
    """What exactly a figure counts. Figures with another definition are never compared."""

    definitie_id: str = attrs.field(
        metadata=veld.sleutel(
            "Key of the definition.",
            "Sleutel van de definitie.",
            voorbeelden=("perinatale-sterfte-22w-28d",),
        )
    )
    onderwerp: str = attrs.field(
        metadata=veld.sleutel(
            "What it is about; several definitions can share a subject.",
            "Waar het over gaat; meer definities kunnen hetzelfde onderwerp hebben.",
            voorbeelden=(PERINATALE_STERFTE, "geboorten", "ova"),
        )
    )
    omschrijving: str = attrs.field(metadata=veld.tekst("Exact definition.", "Exacte definitie."))
    eenheid: Cijfereenheid = attrs.field(metadata=veld.gegeven("Unit.", "Eenheid."))
    tijdvak: Tijdvak = attrs.field(
        metadata=veld.gegeven(
            "What the period of a figure means.", "Wat de periode van een cijfer betekent."
        )
    )
    telt_personen: bool = attrs.field(
        metadata=veld.gegeven(
            "Whether persons or their births or deaths are counted: small numbers of those are "
            "suppressed.",
            "Of personen, of hun geboorte of overlijden, worden geteld: kleine aantallen daarvan "
            "worden onderdrukt.",
        )
    )
    populatie: str | None = attrs.field(
        default=None,
        metadata=veld.tekst("Who or what it is about.", "Over wie of wat het gaat."),
    )
    teller: str | None = attrs.field(
        default=None, metadata=veld.tekst("What is counted.", "Wat wordt geteld.")
    )
    noemer: str | None = attrs.field(
        default=None,
        metadata=veld.tekst(
            "Out of what; left out for a plain count.",
            "Waarvan het een deel is; weggelaten bij een aantal.",
        ),
    )
    sterftegrenzen: Sterftegrenzen | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Bounds of a figure on perinatal mortality.",
            "Grenzen van een cijfer over perinatale sterfte.",
        ),
    )


def verschillen(een: Definitie, ander: Definitie) -> tuple[str, ...]:
    """Return the names of the fields in which two definitions differ; their keys do not count.

    Texts must be equal to the letter: two wordings that perhaps mean the same are not known to.
    """
    uit: list[str] = []
    for plek in velden(Definitie):
        naam = plek.naam
        if naam != "definitie_id" and getattr(een, naam) != getattr(ander, naam):
            uit += _genest(naam, een.sterftegrenzen, ander.sterftegrenzen)
    return tuple(uit)


def _genest(naam: str, een: Sterftegrenzen | None, ander: Sterftegrenzen | None) -> list[str]:
    if naam != "sterftegrenzen" or een is None or ander is None:
        return [naam]
    return [
        f"{naam}.{plek.naam}"
        for plek in velden(Sterftegrenzen)
        if getattr(een, plek.naam) != getattr(ander, plek.naam)
    ]


@final
@bevroren(kw_only=True, weakref_slot=False)
class Cijfer:
    """One published figure."""

    definitie_id: str = attrs.field(metadata=veld.sleutel("Its definition.", "De definitie ervan."))
    gebied: str = attrs.field(
        metadata=veld.tekst(
            "Area it is about.",
            "Gebied waarover het gaat.",
            100,
            voorbeelden=("Nederland", "Zeeland"),
        )
    )
    waarde: int = attrs.field(
        metadata=veld.getal(
            "The figure without its decimal mark: 7,8 is 78 with one decimal.",
            "Het cijfer zonder komma: 7,8 is 78 met een decimaal.",
            -veld.MAX_GETAL,
            eenheid="die van de definitie",
            voorbeelden=(78,),
        )
    )
    status: Cijferstatus = attrs.field(metadata=veld.gegeven("Status.", "Status."))
    decimalen: int = attrs.field(
        default=0,
        metadata=veld.getal(
            "Number of decimals with which it was published.",
            "Aantal decimalen waarmee het is gepubliceerd.",
            0,
            6,
            voorbeelden=(1,),
        ),
    )
    periode: Periode | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Days it is about; left out when the source gives none, and then it is never compared.",
            "Dagen waarover het gaat; weggelaten als de bron die niet geeft, en dan wordt het "
            "nooit vergeleken.",
        ),
    )
    categorie: str | None = attrs.field(
        default=None,
        metadata=veld.sleutel(
            "Part of the population, when the figure is split up.",
            "Deel van de populatie, als het cijfer is uitgesplitst.",
            voorbeelden=("thuis",),
        ),
    )
    teller_aantal: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Published count behind a ratio.",
            "Gepubliceerd aantal achter een verhouding.",
            0,
            eenheid="aantal",
        ),
    )
    bron: Bron | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Source, when another than that of the table.",
            "Bron, als die een andere is dan die van de tabel.",
        ),
    )
    toelichting: str | None = attrs.field(
        default=None,
        metadata=veld.tekst(
            "What a reader must know beside the figure.",
            "Wat een lezer naast het cijfer moet weten.",
        ),
    )

    @property
    def exact(self) -> Fraction:
        """The published figure as an exact number, in the unit of its definition."""
        return Fraction(self.waarde, 10**self.decimalen)


@final
@bevroren(kw_only=True, weakref_slot=False)
class Cijfertabel:
    """Figures of one publisher, with their definitions, source and terms of use."""

    naam: str = attrs.field(
        metadata=veld.sleutel(
            "Name of the table, unique among the tables in use.",
            "Naam van de tabel, uniek onder de gebruikte tabellen.",
            voorbeelden=("cijfers-geboorten-cbs",),
        )
    )
    titel: str = attrs.field(metadata=veld.tekst("Title.", "Titel.", 300))
    bron: Bron = attrs.field(metadata=veld.gegeven("Source.", "Bron."))
    licentie: Licentie = attrs.field(metadata=veld.gegeven("Terms of use.", "Licentie."))
    naamsvermelding: str = attrs.field(
        metadata=veld.tekst(
            "Text by which to name the source when the figures are used.",
            "Tekst waarmee de bron wordt genoemd bij gebruik van de cijfers.",
            voorbeelden=("Bron: CBS",),
        )
    )
    definities: tuple[Definitie, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Definitions; one without figures says what the figures of others count.",
            "Definities; een zonder cijfers zegt wat cijfers van anderen tellen.",
            1000,
            betekenis=(Uniek("definitie_id"),),
        ),
    )
    cijfers: tuple[Cijfer, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "The figures.",
            "De cijfers.",
            betekenis=(Verwijst("definities.definitie_id", "definitie_id"),),
        ),
    )
    opgenomen_op: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Day on which it was entered in this table.",
            "Dag waarop het in deze tabel is opgenomen.",
            betekenis=(Gebeurd(),),
        ),
    )
