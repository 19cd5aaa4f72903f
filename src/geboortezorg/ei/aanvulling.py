"""What a message holds and a declaratie does not: needed to write a message, or to judge one.

It is personal data: names, dates of birth, numbers of insured people.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final, final

from geboortezorg import veld
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.convert import destructureer, ontleed_alles, structureer
from geboortezorg.model import _velden

_MEESTE: Final = 100_000


@final
@bevroren(kw_only=True, weakref_slot=False, repr=False)
class Veldwaarde:
    """The characters of one field."""

    naam: str = attrs.field(
        metadata=veld.tekst("Name of the field.", "Naam van het veld.", 60, tekens="a-z0-9_")
    )
    waarde: str = attrs.field(
        metadata=veld.tekst(
            "Its characters; spaces behind a text may be left out.",
            "De tekens; spaties achter een tekst mogen weg.",
            4000,
            min_lengte=0,
            persoonsgegeven=True,
        )
    )


@final
@bevroren(kw_only=True, weakref_slot=False, repr=False)
class Recordaanvulling:
    """What one record holds beside the declaratie."""

    kenmerk: str = attrs.field(
        metadata=veld.code("Type of the record.", "Recordkenmerk.", "^[0-9]{2}$", 2)
    )
    velden: tuple[Veldwaarde, ...] = attrs.field(
        default=(), metadata=veld.lijst("The fields.", "De velden.", 1000)
    )

    @property
    def waarden(self) -> Mapping[str, str]:
        """The characters by the name of the field."""
        return {deel.naam: deel.waarde for deel in self.velden}


@final
@bevroren(kw_only=True, weakref_slot=False, repr=False)
class Startdatum:
    """When the care for one woman began: no field of VK301 says so."""

    bsn: str = attrs.field(metadata=_velden.bsn_nummer("Her BSN.", "Haar BSN."))
    datum: date = attrs.field(
        metadata=veld.gegeven("First day.", "Eerste dag.", persoonsgegeven=True)
    )


@final
@bevroren(kw_only=True, weakref_slot=False, repr=False)
class Aanvulling:
    """What goes with a declaratie to make it a message, and with a message to judge it.

    `records` are the records of the message in order, each with the fields that the declaratie
    does not fill. Without a record for the prestaties those of a person follow her own record.
    """

    records: tuple[Recordaanvulling, ...] = attrs.field(
        default=(), metadata=veld.lijst("The records.", "De records.", _MEESTE)
    )
    startdatums: tuple[Startdatum, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Start of the care, by person.", "Start van de zorg, per persoon.", _MEESTE
        ),
    )


def lees_aanvulling(data: bytes) -> Aanvulling:
    """Return the aanvulling in a JSON text; raises Invoerfout or Vormfouten."""
    return structureer(Aanvulling, ontleed_alles(data))


def als_json(aanvulling: Aanvulling) -> dict[str, object]:
    """Return the JSON object of an aanvulling."""
    uit: dict[str, object] = destructureer(aanvulling)
    return uit
