"""The report: one outcome per rule, findings with their places and source, and a verdict.

A report never repeats a value from the judged document.
"""

from collections.abc import Callable
from datetime import date
from typing import Final, NoReturn, final

from geboortezorg import taal, veld, weergave
from geboortezorg._versie import __version__
from geboortezorg.bevinding import Bevinding, Ernst, Oordeel, Oorzaak, Parameter, Uitkomst
from geboortezorg.bevroren import anders, attrs, bevroren
from geboortezorg.bron import Verificatie
from geboortezorg.tekst import SleutelFout, Tekst, TypeFout

__all__ = [
    "Aanvulling",
    "Bevinding",
    "Declaratieregeluitkomsten",
    "Ernst",
    "Oordeel",
    "Oorzaak",
    "Parameter",
    "Rapport",
    "RegelUitkomst",
    "Samenvatting",
    "Tabelgebruik",
    "Uitkomst",
]

_GEEN_VOORWAARDE: Final = Tekst(
    "een rapport is geen ja of nee; vraag naar rapport.akkoord of rapport.oordeel",
    "a report is no yes or no; ask for rapport.akkoord or rapport.oordeel",
)
_GEEN_REGEL: Final = Tekst(
    "geen regel heeft deze code; `geboortezorg regels` noemt ze",
    "no rule has this code; `geboortezorg regels` names them",
)
_EN: Final = Tekst(" en ", " and ")
_WEGGELATEN: Final = Tekst("en nog {aantal} plaatsen", "and {aantal} more places")

kenners: Final[list[Callable[[str], bool]]] = []
"""Who says whether a code is that of a rule: the register of rules, which stands above this.

Nobody where only reports are read: then every code can be one.
"""


@final
@bevroren(kw_only=True, weakref_slot=False)
class RegelUitkomst:
    """The outcome of one rule, and what it rests on."""

    code: str = attrs.field(metadata=veld.sleutel("Code of the rule.", "Code van de regel."))
    versie: int = attrs.field(
        metadata=veld.getal("Version of the rule.", "Versie van de regel.", 1, 1000)
    )
    uitkomst: Uitkomst = attrs.field(metadata=veld.gegeven("Outcome.", "Uitkomst."))
    verificatie: Verificatie = attrs.field(
        metadata=veld.gegeven(
            "Weakest ground on which the outcome rests.",
            "Zwakste grond waarop de uitkomst rust.",
        )
    )
    tabellen: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Tables that the rule consulted for this document.",
            "Tabellen die de regel voor dit document raadpleegde.",
            1000,
            tekens="A-Za-z0-9._-",
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Tabelgebruik:
    """One table that outcomes rest on, with the weakest verification of the rows used."""

    naam: str = attrs.field(metadata=veld.sleutel("Name of the table.", "Naam van de tabel."))
    verificatie: Verificatie = attrs.field(
        metadata=veld.gegeven(
            "Weakest verification of the rows used.", "Zwakste gebruikte verificatie."
        )
    )
    eigen: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether it is an own table of the context, which goes before the shipped ones.",
            "Of het een eigen tabel van de context is, die voor de meegeleverde gaat.",
        ),
    )
    vervangt: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Shipped tables of which the rows used take the place.",
            "Meegeleverde tabellen waarvan de gebruikte rijen de plaats innemen.",
            1000,
            tekens="A-Za-z0-9._-",
        ),
    )


_PLAATSEN = 10_000

_MEESTE: Final = 4
"""Most findings that documents are likely to have in common."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Declaratieregeluitkomsten:
    """The outcome of each declaratieregel, by its position from 0; each stands in one list.

    A position in none of the lists is of one about which no rule had anything to say.
    """

    aantal: int = attrs.field(metadata=veld.getal("How many there are.", "Hoeveel er zijn.", 0))
    geschonden: tuple[int, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Those that break a rule on ground strong enough to refuse.",
            "Declaratieregels die een regel schenden op een grond die sterk genoeg is om af te wijzen.",
            _PLAATSEN,
            altijd=True,
        ),
    )
    twijfel: tuple[int, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Those of which facts point to a breach, on too weak a ground.",
            "Declaratieregels waarvan de feiten op een schending wijzen, op een te zwakke grond.",
            _PLAATSEN,
            altijd=True,
        ),
    )
    onbekend: tuple[int, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Those that could not be judged for want of a fact or a table.",
            "Declaratieregels die niet te beoordelen waren omdat een feit of tabel ontbreekt.",
            _PLAATSEN,
            altijd=True,
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Aanvulling:
    """Something to supply: the finding with this code and reason says what."""

    code: str = attrs.field(metadata=veld.sleutel("Code of the rule.", "Code van de regel."))
    reden: str = attrs.field(
        metadata=veld.sleutel(
            "Which of the rule's cases this is.", "Welk geval van de regel dit is."
        )
    )
    plaatsen: int = attrs.field(
        metadata=veld.getal("In how many places it is missing.", "Op hoeveel plaatsen.", 1)
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Samenvatting:
    """What was judged and what not, and why; the counts are of rules."""

    voldaan: int = attrs.field(metadata=veld.getal("Rules met.", "Regels voldaan.", 0))
    geschonden: int = attrs.field(metadata=veld.getal("Rules broken.", "Regels geschonden.", 0))
    niet_van_toepassing: int = attrs.field(
        metadata=veld.getal("Rules that do not apply.", "Regels niet van toepassing.", 0)
    )
    niet_beoordeeld: int = attrs.field(
        metadata=veld.getal("Rules that could not be judged.", "Regels niet beoordeeld.", 0)
    )
    oorzaken: tuple[Oorzaak, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Why something was not judged: a doubt, a missing fact, or both.",
            "Waarom iets niet is beoordeeld: twijfel, een ontbrekend feit, of allebei.",
            2,
            altijd=True,
        ),
    )
    aanvullingen: tuple[Aanvulling, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "What to supply to have everything judged.",
            "Wat aan te leveren om alles te laten beoordelen.",
            1000,
            altijd=True,
        ),
    )
    declaratieregels: Declaratieregeluitkomsten | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "The outcome of each declaratieregel, when the document has them.",
            "De uitkomst van elke declaratieregel, als het document die heeft.",
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Rapport:
    """What the rules say of one document. Absence of findings is never approval by itself."""

    oordeel: Oordeel = attrs.field(metadata=veld.gegeven("Verdict.", "Oordeel."))
    bibliotheek_versie: str = attrs.field(
        metadata=veld.sleutel("Version of the library.", "Versie van de bibliotheek.")
    )
    document_soort: str | None = attrs.field(
        default=None,
        metadata=veld.sleutel(
            "Kind of the judged document; left out when it could not be read.",
            "Soort van het beoordeelde document; weggelaten als dat niet te lezen was.",
        ),
    )
    document_versie: str | None = attrs.field(
        default=None,
        metadata=veld.sleutel(
            "Schema version of the judged document.", "Schemaversie van het document."
        ),
    )
    beoordelingsdatum: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven("Day of judging, as given.", "Dag van beoordeling, zoals opgegeven."),
    )
    samenvatting: Samenvatting | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "What was judged and what not; left out when no rule was run.",
            "Wat is beoordeeld en wat niet; weggelaten als geen regel is uitgevoerd.",
        ),
    )
    regels: tuple[RegelUitkomst, ...] = attrs.field(
        default=(),
        metadata=veld.lijst("Outcome per rule.", "Uitkomst per regel.", 1000, altijd=True),
    )
    bevindingen: tuple[Bevinding, ...] = attrs.field(
        default=(), metadata=veld.lijst("Findings.", "Bevindingen.", altijd=True)
    )
    bevindingen_weggelaten: int = attrs.field(
        default=0,
        metadata=veld.getal(
            "Places of findings beyond the bound, counted but not listed.",
            "Plaatsen van bevindingen boven de grens, geteld maar niet getoond.",
            0,
        ),
    )
    tabellen: tuple[Tabelgebruik, ...] = attrs.field(
        default=(),
        metadata=veld.lijst("Tables consulted.", "Geraadpleegde tabellen.", 1000, altijd=True),
    )

    @property
    def akkoord(self) -> bool:
        """Say whether the verdict is `akkoord`."""
        return self.oordeel is Oordeel.AKKOORD

    def __bool__(self) -> NoReturn:
        """Refuse to be a condition: every report would be true, one that refuses too."""
        raise TypeFout(_GEEN_VOORWAARDE)

    def van(self, code: str) -> tuple[Bevinding, ...]:
        """Return the findings of one rule. Raises KeyError for a code that no rule has.

        In a report of another version of this library any code can be that of a rule.
        """
        self._eis_regel(code)
        return tuple(b for b in self.bevindingen if b.code == code)

    def _eis_regel(self, code: str) -> None:
        """Refuse a code that no rule has: no finding of it would be read as that all is well."""
        hier = code in {b.code for b in self.bevindingen} | {deel.code for deel in self.regels}
        eigen = self.bibliotheek_versie == __version__
        if not hier and eigen and kenners and not any(kent(code) for kent in kenners):
            raise SleutelFout(_GEEN_REGEL)

    def plaatsen(self, code: str) -> tuple[str, ...]:
        """Return every place of the findings of one rule, finding by finding."""
        return tuple(plaats for b in self.van(code) for plaats in b.plaatsen)

    def uitkomst(self, code: str) -> Uitkomst | None:
        """Return the outcome of one rule, or None when it does not govern this document.

        Raises KeyError for a code that no rule has, as :meth:`van` does.
        """
        self._eis_regel(code)
        for regel in self.regels:
            if regel.code == code:
                return regel.uitkomst
        return None

    @property
    def oorzaken(self) -> tuple[Oorzaak, ...]:
        """Why something was not judged: a doubt, a missing fact, or both."""
        return () if self.samenvatting is None else self.samenvatting.oorzaken

    def compact(self) -> "Rapport":
        """Return the report without the outcome of each rule: the findings and the summary."""
        return anders(self, regels=())

    def __str__(self) -> str:
        """Return the report as text for people, in the language of the environment."""
        return weergave.als_tekst(*self._weergave(taal.uit_omgeving()))

    def _repr_html_(self) -> str:
        """Return the report as a table, as notebooks show it, in the same language."""
        welke = taal.uit_omgeving()
        return weergave.als_html(*self._weergave(welke), welke)

    def _weergave(self, welke: str) -> tuple[str, list[weergave.Rij], str]:
        soort = "" if self.document_soort is None else f" ({self.document_soort})"
        weg = self.bevindingen_weggelaten
        oorzaken = _EN.in_taal(welke).join(self.oorzaken)
        return (
            f"{self.oordeel}{soort}" + (f": {oorzaken}" if oorzaken else ""),
            [
                (
                    b.ernst,
                    b.code,
                    weergave.waar(b.plaatsen, b.leesplaats, welke),
                    Tekst(b.tekst, b.tekst_en).in_taal(welke),
                    b.bron.titel,
                )
                for b in self.bevindingen
            ],
            _WEGGELATEN.in_taal(welke).format(aantal=weg) if weg else "",
        )


def gemeen(rapport: Rapport) -> bool:
    """Say whether other documents may well have the report: of few findings, on one place each."""
    bevindingen: object = getattr(rapport, "bevindingen", None)
    return (
        type(bevindingen) is tuple
        and len(bevindingen) <= _MEESTE
        and all(type(b) is Bevinding and b.ook_op == () for b in bevindingen)
    )
