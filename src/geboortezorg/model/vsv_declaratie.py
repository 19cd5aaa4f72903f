"""What a VSV declares under its lumpsum agreement.

The shape has no place for a client, a dossier or a zorgepisode: a document that names one is
refused as an unknown member (Kamerstuk 32279 nr. 272, K9).
"""

from datetime import date
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Bereik, Eenduidig, Gebeurd, GeenOverlap, Uniek
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model import _velden
from geboortezorg.model.declaratie import DebetCredit
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.model.prestatiebeschrijving import Prestatiebeschrijving
from geboortezorg.tijd import Periode


@final
@bevroren(kw_only=True, weakref_slot=False)
class VSVDeclaratieregel:
    """One declared prestatie of a VSV. It belongs to no client and no zorgepisode."""

    referentienummer: str = attrs.field(
        repr=False,
        metadata=veld.tekst(
            "Reference of this line, unique for the VSV.",
            "Referentienummer van deze declaratieregel, uniek bij het VSV.",
            20,
            persoonsgegeven=True,
        ),
    )
    prestatie: str = attrs.field(metadata=_velden.prestatie())
    periode: Periode = attrs.field(
        metadata=veld.gegeven("Days over which it is declared.", "Dagen waarover het gaat.")
    )
    bedrag_eurocent: int = attrs.field(
        metadata=veld.getal(
            "Amount.",
            "Bedrag.",
            0,
            eenheid="eurocent",
            betekenis=(Bereik("bekostiging-aannemelijk", "declaratieregel"),),
        )
    )
    debet_credit: DebetCredit = attrs.field(
        metadata=veld.gegeven("D is debit, C is credit.", "D is debet, C is credit.")
    )
    termijn_id: str | None = attrs.field(
        default=None,
        metadata=veld.sleutel(
            "The instalment of the agreement that is declared.",
            "De termijn van de overeenkomst die wordt gedeclareerd.",
            voorbeelden=("2027-1",),
        ),
    )
    gerelateerd_referentienummer: str | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.tekst(
            "Reference of the earlier debit line that a credit line corrects.",
            "Referentienummer van de eerdere debetregel die een creditregel corrigeert.",
            20,
            persoonsgegeven=True,
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class VSVDeclaratie:
    """A message with lines from one VSV to one insurer, under one lumpsum agreement."""

    vsv_id: str = attrs.field(
        metadata=veld.sleutel(
            "Own identifier of the VSV.",
            "Eigen identificatie van het VSV.",
            voorbeelden=("vsv-voorbeeld",),
        )
    )
    uzovi_code: str = attrs.field(metadata=_velden.uzovi_code())
    overeenkomst_id: str = attrs.field(
        metadata=veld.sleutel(
            "Key of the lumpsum agreement.", "Sleutel van de lumpsumovereenkomst."
        )
    )
    factuurnummer: str = attrs.field(
        repr=False,
        metadata=veld.tekst("Invoice number.", "Factuurnummer.", 12, persoonsgegeven=True),
    )
    factuurdatum: date = attrs.field(
        metadata=veld.gegeven("Invoice date.", "Factuurdatum.", betekenis=(Gebeurd(),))
    )
    declaratieregels: tuple[VSVDeclaratieregel, ...] = attrs.field(
        metadata=veld.lijst(
            "The lines.",
            "De declaratieregels.",
            min_aantal=1,
            betekenis=(Uniek("referentienummer"),),
        )
    )
    agb_code: str | None = attrs.field(
        default=None,
        metadata=_velden.agb_code(
            "AGB-code of the VSV, when it has one.", "AGB-code van het VSV, als het die heeft."
        ),
    )
    eerder_gedeclareerd_eurocent: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "What was declared before under the same agreement, less what was credited.",
            "Wat eerder onder dezelfde overeenkomst is gedeclareerd, na aftrek van credits.",
            0,
            eenheid="eurocent",
        ),
    )
    overeenkomsten: tuple[Overeenkomst, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Agreements that matter. One that the context gives too is read there.",
            "Overeenkomsten die ertoe doen. Een die ook in de context staat, wordt daar gelezen.",
            100,
            betekenis=(
                GeenOverlap(per=("overeenkomst_id", "uzovi_code", "zorgaanbieder_agb", "vsv_id")),
                GeenOverlap(
                    per=("overeenkomstsoort", "uzovi_code", "vsv_id"),
                    waarden=(Overeenkomstsoort.LUMPSUM,),
                    vermoeden=True,
                ),
            ),
        ),
    )
    prestatiebeschrijvingen: tuple[Prestatiebeschrijving, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Prestatiebeschrijvingen that matter. When the context has one of the same prestatie, "
            "that one is read.",
            "Prestatiebeschrijvingen die ertoe doen. Heeft de context er een van dezelfde "
            "prestatie, dan wordt die gelezen.",
            100,
            betekenis=(
                GeenOverlap(per=("prestatiebeschrijving_id", "prestatie")),
                GeenOverlap(per=("prestatie", "status"), vermoeden=True),
                Eenduidig("prestatiebeschrijving_id", "prestatie"),
                Eenduidig("aanwijzing.aanwijzing_id", "aanwijzing"),
            ),
        ),
    )
