"""Integrale geboortezorgorganisatie: one party that contracts the care of several disciplines."""

import datetime as dt
from datetime import date
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Ander, Gebeurd, GeenOverlap, Nodig
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model import _velden
from geboortezorg.model.partijen import Deelnemer


@final
@bevroren(kw_only=True, weakref_slot=False)
class IGO:
    """An organisation that declares integrale prestaties for care of several disciplines."""

    igo_id: str = attrs.field(
        metadata=veld.sleutel("Own identifier.", "Eigen identificatie.", voorbeelden=("igo-1",))
    )
    naam: str = attrs.field(metadata=veld.tekst("Name.", "Naam.", 150, betekenis=(Nodig(),)))
    deelnemers: tuple[Deelnemer, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Participants.",
            "Deelnemers.",
            1000,
            betekenis=(
                Ander("agb_code", "zorgaanbieder.agb_code"),
                Ander("naam", "zorgaanbieder.naam", vermoeden=True),
                GeenOverlap(
                    per=(
                        "zorgaanbieder.agb_code",
                        "zorgaanbieder.discipline",
                        "zorgaanbieder.naam",
                    ),
                    vermoeden=True,
                ),
            ),
        ),
    )
    rechtspersoon: bool | None = attrs.field(
        default=None,
        metadata=veld.gegeven("Whether it is a legal person.", "Of het een rechtspersoon is."),
    )
    agb_code: str | None = attrs.field(
        default=None,
        metadata=_velden.agb_code(
            "AGB-code (zorgsoort 53).",
            "AGB-code (zorgsoort 53).",
        ),
    )
    agb_kwalificatie: str | None = attrs.field(
        default=None,
        metadata=veld.code(
            "Qualification in the AGB register (COD016); 5314 is integrale geboortezorg.",
            "Kwalificatie in het AGB-register (COD016); 5314 is integrale geboortezorg.",
            "^[0-9]{4}$",
            4,
            voorbeelden=("5314",),
        ),
    )
    kvk_nummer: str | None = attrs.field(default=None, metadata=_velden.kvk_nummer())


@final
@bevroren(kw_only=True, weakref_slot=False, repr=False)
class IntegraalTraject:
    """The moments that bound the phases of integrale geboortezorg for one pregnancy."""

    fysieke_intake: date = attrs.field(
        repr=False,
        metadata=veld.gegeven(
            "Day of the physical intake, with which the prenatal phase begins.",
            "Dag van de fysieke intake, waarmee de prenatale fase begint.",
            persoonsgegeven=True,
            betekenis=(Gebeurd(),),
        ),
    )
    begin_actieve_fase: dt.datetime | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "Start of the active phase of labour, with which the natal phase begins.",
            "Begin van de actieve fase van de bevalling, waarmee de natale fase begint.",
            persoonsgegeven=True,
            betekenis=(Gebeurd(),),
        ),
    )
    geboorte_placenta: dt.datetime | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "Birth of the placenta; two hours later the postnatal phase begins.",
            "Geboorte van de placenta; twee uur later begint de postnatale fase.",
            persoonsgegeven=True,
            betekenis=(Gebeurd(),),
        ),
    )
