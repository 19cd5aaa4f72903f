"""All that belongs to one pregnancy."""

from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import GeenOverlap, Strookt, Uniek, Verwijst
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model.declaratie import Declaratieregel
from geboortezorg.model.igo import IntegraalTraject
from geboortezorg.model.kraamzorg import (
    EigenBijdrage,
    GeleverdeKraamzorg,
    Kraamzorgindicatie,
    Partusassistentie,
)
from geboortezorg.model.overeenkomst import Overeenkomst, Screeningscontract
from geboortezorg.model.zorgepisode import Zorgepisode
from geboortezorg.model.zwangerschap import Client, Kind, Zwangerschap


@final
@bevroren(kw_only=True, weakref_slot=False)
class Dossier:
    """One pregnancy with its zorgepisodes and declaratieregels."""

    referentie: str = attrs.field(
        repr=False,
        metadata=veld.tekst(
            "Reference of the sender; a pseudonym is enough.",
            "Kenmerk van de afzender; een pseudoniem is genoeg.",
            60,
            persoonsgegeven=True,
        ),
    )
    zwangerschap: Zwangerschap = attrs.field(
        repr=False,
        metadata=veld.gegeven("The pregnancy.", "De zwangerschap.", persoonsgegeven=True),
    )
    client: Client | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven("The woman.", "De vrouw.", persoonsgegeven=True),
    )
    kinderen: tuple[Kind, ...] = attrs.field(
        default=(),
        repr=False,
        metadata=veld.lijst(
            "The children.",
            "De kinderen.",
            9,
            persoonsgegeven=True,
            betekenis=(Uniek("rangnummer"),),
        ),
    )
    zorgepisodes: tuple[Zorgepisode, ...] = attrs.field(
        default=(),
        repr=False,
        metadata=veld.lijst(
            "One for every responsible organisation.",
            "Een per verantwoordelijke organisatie.",
            100,
            persoonsgegeven=True,
            betekenis=(Uniek("zorgepisode_id"),),
        ),
    )
    kraamzorgindicaties: tuple[Kraamzorgindicatie, ...] = attrs.field(
        default=(),
        repr=False,
        metadata=veld.lijst(
            "Indications of kraamzorg; of those of one day the last one counts.",
            "Kraamzorgindicaties; van die van een dag telt de laatste.",
            100,
            geordend=True,
            persoonsgegeven=True,
        ),
    )
    geleverde_kraamzorg: tuple[GeleverdeKraamzorg, ...] = attrs.field(
        default=(),
        repr=False,
        metadata=veld.lijst(
            "Kraamzorg delivered, by day.",
            "Geleverde kraamzorg, per dag.",
            1000,
            persoonsgegeven=True,
        ),
    )
    partusassistenties: tuple[Partusassistentie, ...] = attrs.field(
        default=(),
        repr=False,
        metadata=veld.lijst(
            "Assistance at the birth.",
            "Hulp bij de bevalling.",
            20,
            persoonsgegeven=True,
            betekenis=(Uniek("datum", per=("duur_minuten", "zorgaanbieder_agb"), vermoeden=True),),
        ),
    )
    eigen_bijdragen: tuple[EigenBijdrage, ...] = attrs.field(
        default=(),
        repr=False,
        metadata=veld.lijst(
            "What the woman was charged herself.",
            "Wat de vrouw zelf moest betalen.",
            1000,
            persoonsgegeven=True,
        ),
    )
    declaratieregels: tuple[Declaratieregel, ...] = attrs.field(
        default=(),
        repr=False,
        metadata=veld.lijst(
            "What was declared.",
            "Wat is gedeclareerd.",
            persoonsgegeven=True,
            betekenis=(
                Verwijst("zorgepisodes.zorgepisode_id", "zorgepisode_id"),
                Strookt(
                    "zorgepisodes.zorgepisode_id",
                    "zorgepisode_id",
                    (("zorgaanbieder_agb", "zorgaanbieder.agb_code"),),
                ),
            ),
        ),
    )
    overeenkomsten: tuple[Overeenkomst, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Agreements that matter for the lines.",
            "Overeenkomsten die ertoe doen.",
            1000,
            betekenis=(
                GeenOverlap(per=("overeenkomst_id", "uzovi_code", "zorgaanbieder_agb", "vsv_id")),
            ),
        ),
    )
    integraal_traject: IntegraalTraject | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "Moments that bound the phases of integrale geboortezorg.",
            "Momenten die de fasen van integrale geboortezorg begrenzen.",
            persoonsgegeven=True,
        ),
    )
    screeningscontracten: tuple[Screeningscontract, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Contracts with a regional centre for prenatal screening.",
            "Contracten met een regionaal centrum voor prenatale screening.",
            100,
        ),
    )
