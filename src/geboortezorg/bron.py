"""Where a rule or an amount comes from, and how well that was verified."""

from datetime import date
from enum import StrEnum
from typing import Final, final

from geboortezorg import veld
from geboortezorg.bevroren import attrs, bevroren


class Verificatie(StrEnum):
    """How well a fact was verified, from the strongest ground to the weakest."""

    OFFICIEEL = "officieel"
    """Seen at the publisher itself or in the text of the law."""
    BEVESTIGD = "bevestigd"
    """Two independent secondary sources agree."""
    SECUNDAIR = "secundair"
    """Seen at one secondary source, such as a provider or an insurer."""
    AFGELEID = "afgeleid"
    """Follows from other facts by arithmetic or interpretation."""


_STERKTE: Final = {
    Verificatie.OFFICIEEL: 3,
    Verificatie.BEVESTIGD: 2,
    Verificatie.SECUNDAIR: 1,
    Verificatie.AFGELEID: 0,
}


def minstens(verificatie: Verificatie, drempel: Verificatie) -> bool:
    """Say whether a ground is at least as strong as `drempel`."""
    return _STERKTE[verificatie] >= _STERKTE[drempel]


def zwakste(*gronden: Verificatie) -> Verificatie:
    """Return the weakest of one or more grounds."""
    if len(gronden) == 2 and gronden[0] is gronden[1]:
        return gronden[0]
    return min(gronden, key=_STERKTE.__getitem__)


@final
@bevroren(kw_only=True, weakref_slot=False)
class Bron:
    """One source of a rule or a table row."""

    titel: str = attrs.field(
        metadata=veld.tekst(
            "Title of the instrument or page.", "Titel van het instrument of de pagina.", 300
        )
    )
    verificatie: Verificatie = attrs.field(
        metadata=veld.gegeven("How well it was verified.", "Hoe goed het is geverifieerd.")
    )
    nummer: str | None = attrs.field(
        default=None,
        metadata=veld.tekst(
            "Number of the instrument, as published.",
            "Nummer van het instrument, zoals gepubliceerd.",
            60,
            voorbeelden=("TB/REG-21611-01",),
        ),
    )
    artikel: str | None = attrs.field(
        default=None,
        metadata=veld.tekst(
            "Article or section within the instrument.",
            "Artikel of onderdeel binnen het instrument.",
            100,
        ),
    )
    url: str | None = attrs.field(
        default=None,
        metadata=veld.tekst(
            "Where it was seen.", "Waar het is gezien.", 300, voorbeelden=("https://www.nza.nl/",)
        ),
    )
    toestand: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Date of the version of the text that was read, when it is known.",
            "Toestandsdatum van de gelezen tekst, als die bekend is.",
        ),
    )
    gezien_op: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Day on which the source was last seen, when it is known.",
            "Dag waarop de bron het laatst is gezien, als die bekend is.",
        ),
    )
    toelichting: str | None = attrs.field(
        default=None,
        metadata=veld.tekst("What the source does not say.", "Wat de bron niet zegt.", 500),
    )
