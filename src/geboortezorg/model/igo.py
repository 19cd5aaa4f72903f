"""Integrale geboortezorgorganisatie: one party that contracts the care of several disciplines."""

from typing import final

import attrs

from geboortezorg import veld
from geboortezorg.model import _velden
from geboortezorg.model.vsv import Deelnemer


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class IGO:
    """An organisation that declares integrale prestaties for care of several disciplines."""

    igo_id: str = attrs.field(
        metadata=veld.sleutel("Own identifier.", "Eigen identificatie.", voorbeelden=("igo-1",))
    )
    naam: str = attrs.field(metadata=veld.tekst("Name.", "Naam.", 150))
    deelnemers: tuple[Deelnemer, ...] = attrs.field(
        default=(), metadata=veld.lijst("Participants.", "Deelnemers.", 1000)
    )
    agb_code: str | None = attrs.field(
        default=None,
        metadata=_velden.agb_code(
            "AGB-code (zorgsoort 53, kwalificatie 5314).",
            "AGB-code (zorgsoort 53, kwalificatie 5314).",
        ),
    )
    kvk_nummer: str | None = attrs.field(default=None, metadata=_velden.kvk_nummer())
