"""Who was responsible for the care, and when."""

from datetime import date
from enum import StrEnum
from typing import Final, final

from geboortezorg import veld
from geboortezorg.betekenis import Gebeurd, Gevuld
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model.partijen import Zorgaanbieder
from geboortezorg.tijd import Looptijd


class PerinatalePeriode(StrEnum):
    """Phase of care around birth (PWD, PeriodeZorgverlening)."""

    INTAKE = "intake"
    ZWANGERSCHAP_VERVOLG = "zwangerschap_vervolg"
    BEGIN_BARING = "begin_baring"
    UITDRIJVING = "uitdrijving"
    NAGEBOORTE = "nageboorte"
    EERSTE_24_UUR = "eerste_24_uur"
    DAG_2_TOT_EN_MET_7 = "dag_2_tot_en_met_7"
    FOLLOW_UP_TOT_6_WEKEN = "follow_up_tot_6_weken"


BARING: Final = frozenset(
    {PerinatalePeriode.BEGIN_BARING, PerinatalePeriode.UITDRIJVING, PerinatalePeriode.NAGEBOORTE}
)
"""The periods of the birth itself."""

VOOR_BARING: Final = frozenset({PerinatalePeriode.INTAKE, PerinatalePeriode.ZWANGERSCHAP_VERVOLG})
"""The periods of the pregnancy, before the birth."""


class Verwijsperiode(StrEnum):
    """Phase in which a woman is referred.

    The kernset has a list of its own for this (PerinatalePeriodeOverdrachtConsult, 15 codes); the
    five of them that mean the same as a :class:`PerinatalePeriode` have its name. The three
    values of PerinatalePeriode that the kernset does not have for a referral are accepted too.
    """

    INTAKE = "intake"
    ZWANGERSCHAP_VERVOLG = "zwangerschap_vervolg"
    ANTE_PARTUM = "ante_partum"
    NA_EERSTE_CONTROLE = "na_eerste_controle"
    VOOR_28E_WEEK = "voor_28e_week"
    WEEK_28_TOT_EN_MET_36 = "28e_tot_en_met_36e_week"
    VANAF_37E_WEEK = "vanaf_37e_week"
    DURANTE_PARTU = "durante_partu"
    BEGIN_BARING = "begin_baring"
    UITDRIJVING = "uitdrijving"
    NAGEBOORTE = "nageboorte"
    POSTPARTUM = "postpartum"
    DIRECT_POSTPARTUM = "direct_postpartum"
    TIJDENS_KRAAMBED = "tijdens_kraambed"
    EERSTE_24_UUR = "eerste_24_uur"
    DAG_2_TOT_EN_MET_7 = "dag_2_tot_en_met_7"
    TWEEDE_WEEK_OF_LATER = "2e_week_of_later"
    FOLLOW_UP_TOT_6_WEKEN = "follow_up_tot_6_weken"


class Risicostatus(StrEnum):
    """Conclusion on risk after the intake (PWD, ConclusieRisicostatus)."""

    EERSTE_LIJN = "eerste_lijn"
    OVERLEG = "overleg"
    TWEEDE_LIJN = "tweede_lijn"
    EERSTE_LIJN_PLAATSINDICATIE = "eerste_lijn_plaatsindicatie"
    DERDE_LIJN = "derde_lijn"


class Verwijzingsoort(StrEnum):
    """Why a woman is referred: for advice, or for another to take over (PWD)."""

    CONSULT = "consult"
    OVERNAME = "overname"


@final
@bevroren(kw_only=True, weakref_slot=False)
class Verwijzing:
    """A referral from the organisation of this zorgepisode to another one.

    Real files know of some referrals neither the day nor the kind: whoever is referred to decides
    whether it becomes a consultation or a takeover.
    """

    datum: date | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "Day of the referral, when known.",
            "Dag van verwijzing, voor zover bekend.",
            persoonsgegeven=True,
            betekenis=(Gebeurd(),),
        ),
    )
    verwijzingsoort: Verwijzingsoort | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "Consultation or takeover, when known.",
            "Consult of overname, voor zover bekend.",
            bron="https://github.com/Nictiz/Geboortezorg-STU3",
            persoonsgegeven=True,
        ),
    )
    naar: Zorgaanbieder | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "To whom, when known.",
            "Naar wie, voor zover bekend.",
            persoonsgegeven=True,
            betekenis=(Gevuld(),),
        ),
    )
    perinatale_periode: Verwijsperiode | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "In which phase, by the list that the kernset has for referrals.",
            "In welke perinatale periode, volgens de lijst van de kernset voor verwijzingen.",
            bron="https://github.com/Nictiz/Geboortezorg-STU3",
            persoonsgegeven=True,
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Zorgepisode:
    """The period in which one organisation was responsible for the care of one pregnancy.

    A pregnancy has as many zorgepisodes as there were responsible organisations. Gaps, adjoining
    periods and a takeover within one day all occur, and are valid between organisations.
    """

    zorgepisode_id: str = attrs.field(
        repr=False,
        metadata=veld.sleutel(
            "Key by which declaratieregels in the same dossier refer to this zorgepisode.",
            "Sleutel waarmee declaratieregels in hetzelfde dossier hiernaar verwijzen.",
            persoonsgegeven=True,
            voorbeelden=("ze-1",),
        ),
    )
    zorgaanbieder: Zorgaanbieder = attrs.field(
        repr=False,
        metadata=veld.gegeven(
            "Responsible organisation.",
            "Verantwoordelijke zorgaanbieder.",
            persoonsgegeven=True,
            betekenis=(Gevuld(),),
        ),
    )
    looptijd: Looptijd = attrs.field(
        repr=False,
        metadata=veld.gegeven(
            "First and last day of responsibility.",
            "Eerste en laatste dag van de zorgverantwoordelijkheid.",
            bron="https://github.com/Nictiz/Geboortezorg-STU3",
            persoonsgegeven=True,
            betekenis=(Gebeurd("van"),),
        ),
    )
    eindverantwoordelijk_in: tuple[PerinatalePeriode, ...] = attrs.field(
        default=(),
        repr=False,
        metadata=veld.lijst(
            "Phases in which this organisation was finally responsible.",
            "Perinatale perioden waarin deze organisatie eindverantwoordelijk was.",
            8,
            bron="https://github.com/Nictiz/Geboortezorg-STU3",
            persoonsgegeven=True,
        ),
    )
    dossiernummer: str | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.tekst(
            "Number of the dossier at the organisation; two organisations may use the same one.",
            "Dossiernummer bij de organisatie; twee organisaties kunnen hetzelfde gebruiken.",
            60,
            persoonsgegeven=True,
            bron="https://github.com/Nictiz/Geboortezorg-STU3",
        ),
    )
    risicostatus: Risicostatus | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "Risk status after the intake.",
            "Risicostatus na de intake.",
            bron="https://github.com/Nictiz/Geboortezorg-STU3",
            persoonsgegeven=True,
        ),
    )
    verwijzingen: tuple[Verwijzing, ...] = attrs.field(
        default=(),
        repr=False,
        metadata=veld.lijst(
            "Referrals to others.", "Verwijzingen naar anderen.", 100, persoonsgegeven=True
        ),
    )
