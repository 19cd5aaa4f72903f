"""Verloskundig samenwerkingsverband: the foundation of regional collaboration."""

from typing import final

import attrs

from geboortezorg import veld
from geboortezorg.model import _velden
from geboortezorg.model.partijen import Zorgaanbieder
from geboortezorg.tijd import Looptijd


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Deelnemer:
    """A provider that takes part in a VSV or IGO, and when."""

    zorgaanbieder: Zorgaanbieder = attrs.field(
        metadata=veld.gegeven("The provider.", "De zorgaanbieder.")
    )
    looptijd: Looptijd = attrs.field(
        metadata=veld.gegeven("Days of participation.", "Dagen van deelname.")
    )


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class VSV:
    """A VSV: where providers agree how they are jointly responsible for care in a region."""

    vsv_id: str = attrs.field(
        metadata=veld.sleutel(
            "Own identifier: a collaboration without legal personality has no official number.",
            "Eigen identificatie: zonder rechtspersoon is er geen officieel nummer.",
            voorbeelden=("vsv-voorbeeld",),
        )
    )
    naam: str = attrs.field(metadata=veld.tekst("Name.", "Naam.", 150))
    regio: str = attrs.field(metadata=veld.tekst("Region it works in.", "Regio.", 150))
    deelnemers: tuple[Deelnemer, ...] = attrs.field(
        default=(), metadata=veld.lijst("Participants.", "Deelnemers.", 1000)
    )
    agb_code: str | None = attrs.field(
        default=None,
        metadata=_velden.agb_code(
            "AGB-code of the VSV (zorgsoort 67, kwalificatie 6703), when it has one.",
            "AGB-code van het VSV (zorgsoort 67, kwalificatie 6703), als het die heeft.",
        ),
    )
    kvk_nummer: str | None = attrs.field(default=None, metadata=_velden.kvk_nummer())
