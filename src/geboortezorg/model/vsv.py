"""Verloskundig samenwerkingsverband: the foundation of regional collaboration."""

from datetime import date
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Ander, GeenOverlap, Nabij, Nodig, Past, Uniek, Verwijst
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model import _velden
from geboortezorg.model.aansluiting import Aansluiting
from geboortezorg.model.basiskader import Basiskader
from geboortezorg.model.coalitie import Coalitie
from geboortezorg.model.financiering import Financieringsbron
from geboortezorg.model.partijen import Deelnemer, Partijsoort, Rechtsvorm


@final
@bevroren(kw_only=True, weakref_slot=False)
class VSV:
    """A VSV: where providers agree how they are jointly responsible for care in a region."""

    vsv_id: str = attrs.field(
        metadata=veld.sleutel(
            "Own identifier: a collaboration without legal personality has no official number.",
            "Eigen identificatie: zonder rechtspersoon is er geen officieel nummer.",
            voorbeelden=("vsv-voorbeeld",),
        )
    )
    naam: str = attrs.field(metadata=veld.tekst("Name.", "Naam.", 150, betekenis=(Nodig(),)))
    regio: str = attrs.field(
        metadata=veld.tekst("Region it works in.", "Regio.", 150, betekenis=(Nodig(),))
    )
    deelnemers: tuple[Deelnemer, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Participants.",
            "Deelnemers.",
            1000,
            betekenis=(
                Ander("agb_code", "zorgaanbieder.agb_code"),
                Ander("naam", "zorgaanbieder.naam", vermoeden=True),
                Ander("kvk_nummer", "zorgaanbieder.kvk_nummer", vermoeden=True),
                Past(
                    {"": tuple(soort for soort in Partijsoort if soort is not Partijsoort.VSV)},
                    "zorgaanbieder.partijsoort",
                ),
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
    agb_code: str | None = attrs.field(
        default=None,
        metadata=_velden.agb_code(
            "AGB-code of the VSV (zorgsoort 67, kwalificatie 6703), when it has one.",
            "AGB-code van het VSV (zorgsoort 67, kwalificatie 6703), als het die heeft.",
        ),
    )
    kvk_nummer: str | None = attrs.field(
        default=None,
        metadata=_velden.kvk_nummer(Past({Rechtsvorm.GEEN: ()}, bij="rechtsvorm")),
    )
    rechtsvorm: Rechtsvorm | None = attrs.field(
        default=None,
        metadata=veld.gegeven("Legal form, when known.", "Rechtsvorm, voor zover bekend."),
    )
    perinednummer: str | None = attrs.field(
        default=None,
        metadata=veld.tekst(
            "Number under which Perined knows the VSV; its form is not public.",
            "Nummer waaronder het VSV bij Perined bekend is; de vorm is niet openbaar.",
            20,
        ),
    )
    peildatum: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Day for which the VSV is described and judged; the day of judging when left out.",
            "Dag waarvoor het VSV is beschreven en wordt getoetst; zonder deze de dag van "
            "beoordeling.",
            betekenis=(Nabij(),),
        ),
    )
    basiskader: Basiskader | None = attrs.field(
        default=None,
        metadata=veld.gegeven("How it meets the basiskader.", "Invulling van het basiskader."),
    )
    coalities: tuple[Coalitie, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Kansrijke Start coalitions in which it takes part.",
            "Coalities Kansrijke Start waaraan het deelneemt.",
            1000,
            betekenis=(Uniek("coalitie_id"),),
        ),
    )
    aansluitingen: tuple[Aansluiting, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Connections of its participants to data exchange.",
            "Aansluitingen van deelnemers op de gegevensuitwisseling.",
            1000,
            betekenis=(
                Uniek("aansluiting_id"),
                GeenOverlap(
                    per=("agb_code", "uitwisselingsstelsel", "partijsoort"), vermoeden=True
                ),
                Verwijst("vsv_id", "vsv_id"),
            ),
        ),
    )
    financieringsbronnen: tuple[Financieringsbron, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Who pays what it does.",
            "Wie betaalt wat het doet.",
            1000,
            betekenis=(
                Uniek("financieringsbron_id"),
                Verwijst("basiskader.kerntaken.activiteiten.activiteit_id", "activiteiten"),
            ),
        ),
    )
    contracteert_vanaf: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Day from which it means to be purchased by insurers; readiness is judged on that day.",
            "Dag vanaf welke het door verzekeraars ingekocht wil worden; op die dag wordt de "
            "gereedheid getoetst.",
            betekenis=(Nabij(),),
        ),
    )
    verloskundig_actieve_huisarts: bool | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Whether a huisarts who attends births works in the region; false when there is none.",
            "Of er in de regio een verloskundig actieve huisarts werkt; false als er geen is.",
        ),
    )
