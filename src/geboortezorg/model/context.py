"""What a judge of documents knows beside the document itself."""

from datetime import date
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Eenduidig, GeenOverlap, Uniek
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.bron import Verificatie
from geboortezorg.model import _velden
from geboortezorg.model.cijfers import Cijfertabel
from geboortezorg.model.norm import Normtabel
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort, Screeningscontract
from geboortezorg.model.prestatie import Prestatielijst
from geboortezorg.model.prestatiebeschrijving import Prestatiebeschrijving
from geboortezorg.model.tarief import Tarieftabel


@final
@bevroren(kw_only=True, weakref_slot=False)
class EerderGedeclareerd:
    """What a payer knows to have been declared before under one agreement."""

    overeenkomst_id: str = attrs.field(
        metadata=veld.sleutel("Key of the agreement.", "Sleutel van de overeenkomst.")
    )
    uzovi_code: str = attrs.field(metadata=_velden.uzovi_code())
    bedrag_eurocent: int = attrs.field(
        metadata=veld.getal(
            "Declared before this document, less what was credited.",
            "Voor dit document gedeclareerd, na aftrek van credits.",
            0,
            eenheid="eurocent",
        )
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Toetscontext:
    """Own tables, contracts, the day of judging and the bar for refusing, as a document."""

    beoordelingsdatum: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Day of judging; rules about the future answer `niet_beoordeeld` without it.",
            "Dag van beoordeling; zonder deze antwoorden regels over de toekomst "
            "`niet_beoordeeld`.",
        ),
    )
    drempel: Verificatie | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Weakest ground on which a rule may refuse; `bevestigd` when left out.",
            "Zwakste grond waarop een regel mag afwijzen; `bevestigd` als het ontbreekt.",
        ),
    )
    overeenkomsten: tuple[Overeenkomst, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Agreements.",
            "Overeenkomsten.",
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
    overeenkomsten_volledig: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether every agreement that matters is given; only then does a missing one prove "
            "anything.",
            "Of elke overeenkomst die ertoe doet is gegeven; alleen dan bewijst het ontbreken "
            "ervan iets.",
        ),
    )
    screeningscontracten: tuple[Screeningscontract, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Contracts with regional centres for prenatal screening.",
            "Contracten met regionale centra voor prenatale screening.",
        ),
    )
    screeningscontracten_volledig: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether every such contract that matters is given.",
            "Of elk zulk contract dat ertoe doet is gegeven.",
        ),
    )
    eerdere_factuurnummers: tuple[str, ...] = attrs.field(
        default=(),
        repr=False,
        metadata=veld.lijst(
            "Invoice numbers that the declarant used for the insurer in the past five years.",
            "Factuurnummers die de declarant de afgelopen vijf jaar bij de verzekeraar gebruikte.",
            max_lengte=12,
            persoonsgegeven=True,
        ),
    )
    eerdere_factuurnummers_volledig: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether every earlier invoice number is given.",
            "Of elk eerder factuurnummer is gegeven.",
        ),
    )
    eerder_gedeclareerd: tuple[EerderGedeclareerd, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "What was declared before, by agreement. It goes before what a declaration says of "
            "itself.",
            "Wat eerder is gedeclareerd, per overeenkomst. Het gaat voor wat een declaratie er zelf "
            "over zegt.",
            betekenis=(Uniek("overeenkomst_id", per=("uzovi_code",)),),
        ),
    )
    prestatiebeschrijvingen: tuple[Prestatiebeschrijving, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Prestatiebeschrijvingen, in any stage.",
            "Prestatiebeschrijvingen, in elk stadium.",
            1000,
            betekenis=(
                GeenOverlap(per=("prestatiebeschrijving_id", "prestatie")),
                GeenOverlap(per=("prestatie", "status"), vermoeden=True),
                Eenduidig("prestatiebeschrijving_id", "prestatie"),
                Eenduidig("aanwijzing.aanwijzing_id", "aanwijzing"),
            ),
        ),
    )
    basistabellen: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Names of the shipped tables that the own ones lie over; when left out, every table "
            "that ships. Norms and figures are all left while none of their kind is named. What a "
            "later release ships of a kind that is named changes nothing.",
            "Namen van de meegeleverde tabellen waar de eigen over liggen; als het ontbreekt elke "
            "meegeleverde tabel. Normen en cijfers blijven alle zolang er geen van hun soort is "
            "genoemd. Wat een latere uitgave meelevert van een genoemde soort verandert niets.",
            1000,
            tekens="A-Za-z0-9._-",
        ),
    )
    zonder_basistabellen: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether the own tables lie over nothing: no shipped prestatie or tariff counts.",
            "Of de eigen tabellen nergens over liggen: geen meegeleverde prestatie of tarief telt.",
        ),
    )
    prestatielijsten: tuple[Prestatielijst, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Own lists of prestaties.", "Eigen prestatielijsten.", 100, betekenis=(Uniek("naam"),)
        ),
    )
    tarieftabellen: tuple[Tarieftabel, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Own tables of tariffs.", "Eigen tarieftabellen.", 1000, betekenis=(Uniek("naam"),)
        ),
    )
    normtabellen: tuple[Normtabel, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Own tables of norms.", "Eigen normtabellen.", 100, betekenis=(Uniek("naam"),)
        ),
    )
    cijfertabellen: tuple[Cijfertabel, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Own tables of figures.", "Eigen cijfertabellen.", 100, betekenis=(Uniek("naam"),)
        ),
    )
    tabelbestanden: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Files with own tables (TOML, JSON or CSV), in the folder of the context file or below.",
            "Bestanden met eigen tabellen (TOML, JSON of CSV), in de map van het contextbestand of dieper.",
            1000,
            max_lengte=500,
        ),
    )
    overeenkomstbestanden: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Files with one agreement each (TOML or JSON), in the folder of the context file or below.",
            "Bestanden met elk een overeenkomst (TOML of JSON), in de map van het contextbestand of "
            "dieper.",
            1000,
            max_lengte=500,
        ),
    )

    @property
    def noemt_bestanden(self) -> bool:
        """Whether it can only be read beside the files that it names."""
        return bool(self.tabelbestanden or self.overeenkomstbestanden)
