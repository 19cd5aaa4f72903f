"""The basiskader of a VSV: what it does for each kerntaak, and its multidisciplinary meetings.

Source: Kamerstuk 32279 nr. 272 (K4, K5). That each kerntaak corresponds to one bouwsteen of the
Federatie van VSV's, in the same order, is how this library reads the two lists.
"""

from datetime import date
from enum import StrEnum
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Gebeurd, Nodig, Uniek
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model.partijen import Discipline
from geboortezorg.tijd import Looptijd


class Kerntaak(StrEnum):
    """The four kerntaken of the basiskader, in its order."""

    SAMENWERKINGSVERBAND_ORGANISEREN = "samenwerkingsverband_organiseren"
    """Organise and manage the regional collaboration; bouwsteen 1."""
    ZORG_COORDINEREN = "zorg_coordineren"
    """Coordinate care, with the zorgstandaard as a minimum; bouwsteen 2."""
    INFORMATIEVOORZIENING_COMMUNICATIE = "informatievoorziening_communicatie"
    """Provision of information, and communication; bouwsteen 3."""
    KWALITEITSVERBETERING = "kwaliteitsverbetering"
    """Structure joint quality improvement; bouwsteen 4."""


class Domein(StrEnum):
    """Domain in which a VSV meets others."""

    MEDISCH = "medisch"
    SOCIAAL = "sociaal"
    PUBLIEK = "publiek"
    """Public health; of a Kansrijke Start coalition, not of an MDO of the basiskader."""


class Bewijssoort(StrEnum):
    """Kind of document that shows that an activity takes place; our own words."""

    SAMENWERKINGSAFSPRAAK = "samenwerkingsafspraak"
    PLAN = "plan"
    VERSLAG = "verslag"
    PROTOCOL = "protocol"
    METING = "meting"
    """A measurement, such as of clients' experience or of indicators."""
    ANDERS = "anders"


@final
@bevroren(kw_only=True, weakref_slot=False)
class Bewijs:
    """One document that shows that an activity takes place; not the document itself."""

    bewijssoort: Bewijssoort = attrs.field(metadata=veld.gegeven("Kind.", "Bewijssoort."))
    datum: date = attrs.field(
        metadata=veld.gegeven("Its date.", "Datum van het stuk.", betekenis=(Gebeurd(),))
    )
    vindplaats: str | None = attrs.field(
        default=None,
        metadata=veld.tekst(
            "Where it can be found: a title, file number or address.",
            "Waar het te vinden is: een titel, kenmerk of adres.",
            300,
            betekenis=(Nodig("bewijssoort", (Bewijssoort.ANDERS,)),),
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Activiteit:
    """One thing that a VSV does for a kerntaak, and when."""

    activiteit_id: str = attrs.field(
        metadata=veld.sleutel(
            "Key by which a financieringsbron refers to this activity.",
            "Sleutel waarmee een financieringsbron naar deze activiteit verwijst.",
            voorbeelden=("act-1",),
        )
    )
    omschrijving: str = attrs.field(metadata=veld.tekst("What it is.", "Wat het is.", 300))
    looptijd: Looptijd = attrs.field(
        metadata=veld.gegeven("Days on which it takes place.", "Dagen waarop zij plaatsvindt.")
    )
    bewijs: tuple[Bewijs, ...] = attrs.field(
        default=(), metadata=veld.lijst("What shows it.", "Waaruit het blijkt.", 100)
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Kerntaakinvulling:
    """How a VSV carries out one kerntaak."""

    kerntaak: Kerntaak = attrs.field(metadata=veld.gegeven("The kerntaak.", "De kerntaak."))
    activiteiten: tuple[Activiteit, ...] = attrs.field(
        default=(), metadata=veld.lijst("What is done for it.", "Wat ervoor gebeurt.", 1000)
    )
    uitgewerkt_op: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Day on which the bouwsteen of this kerntaak was elaborated; left out while it is not.",
            "Dag waarop de bouwsteen van deze kerntaak is uitgewerkt; weggelaten zolang dat niet "
            "zo is.",
            betekenis=(Gebeurd(),),
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class MDO:
    """A multidisciplinary meeting in which a VSV takes part."""

    domein: Domein = attrs.field(metadata=veld.gegeven("Its domain.", "Domein."))
    looptijd: Looptijd = attrs.field(
        metadata=veld.gegeven("Days on which it exists.", "Dagen waarop het bestaat.")
    )
    disciplines: tuple[Discipline, ...] = attrs.field(
        default=(),
        metadata=veld.lijst("Disciplines that attend.", "Disciplines die deelnemen.", 20),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Basiskader:
    """What a VSV does to meet the basiskader."""

    kerntaken: tuple[Kerntaakinvulling, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "One for every kerntaak.",
            "Een per kerntaak.",
            20,
            betekenis=(
                Uniek("kerntaak"),
                Uniek("activiteiten.activiteit_id"),
            ),
        ),
    )
    mdos: tuple[MDO, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Multidisciplinary meetings, per domain.", "Multidisciplinair overleg, per domein.", 100
        ),
    )
