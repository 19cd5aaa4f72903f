"""The report: one outcome per rule, findings with their place and source, and a verdict.

A report never repeats a value from the judged document. The parameters of a finding come from
the tables and rules of this library only.
"""

from datetime import date
from enum import StrEnum
from typing import final

import attrs

from geboortezorg import veld
from geboortezorg.bron import Bron, Verificatie


class Ernst(StrEnum):
    """How serious a finding is."""

    FOUT = "fout"
    """The document breaks a norm; on this ground it can be refused."""
    WAARSCHUWING = "waarschuwing"
    """The document seems to break a norm, but the ground is too weak to refuse it."""
    INFO = "info"
    """The norm could not be judged; the finding says which fact is missing."""


class Uitkomst(StrEnum):
    """What a rule says of a document."""

    VOLDAAN = "voldaan"
    GESCHONDEN = "geschonden"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"
    NIET_BEOORDEELD = "niet_beoordeeld"


class Oordeel(StrEnum):
    """The verdict of a whole report."""

    AKKOORD = "akkoord"
    """Every rule was judged or did not apply, and none was broken. Warnings may stand."""
    AFGEKEURD = "afgekeurd"
    """At least one rule was broken on ground strong enough to refuse the document."""
    ONVOLLEDIG = "onvolledig"
    """No rule was broken, but at least one could not be judged. This is not an approval."""


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Parameter:
    """One value that a finding refers to; from the library's own tables or rules."""

    naam: str = attrs.field(
        metadata=veld.sleutel("Name of the value.", "Naam van de waarde.", voorbeelden=("maximum",))
    )
    waarde: str = attrs.field(
        metadata=veld.tekst("The value, as text.", "De waarde, als tekst.", voorbeelden=("5933",))
    )


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Bevinding:
    """One thing that a rule has to say about one place in the document."""

    code: str = attrs.field(
        metadata=veld.sleutel(
            "Code of the rule.", "Code van de regel.", voorbeelden=("GZ-TARIEF-001",)
        )
    )
    uitkomst: Uitkomst = attrs.field(
        metadata=veld.gegeven(
            "What the rule says of this place.", "Wat de regel over deze plaats zegt."
        )
    )
    ernst: Ernst = attrs.field(metadata=veld.gegeven("Severity.", "Ernst."))
    pad: str = attrs.field(
        metadata=veld.tekst(
            "JSON Pointer (RFC 6901) to the place; a segment that is not a known field is `*`.",
            "JSON Pointer (RFC 6901) naar de plaats; een onbekend veld staat er als `*`.",
            500,
            min_lengte=0,
            voorbeelden=("/declaratieregels/0/tarief_eurocent",),
        )
    )
    reden: str = attrs.field(
        metadata=veld.sleutel(
            "Which of the rule's cases this is.", "Welk geval van de regel dit is."
        )
    )
    tekst: str = attrs.field(
        metadata=veld.tekst(
            "What is wrong and what to do, in Dutch.", "Wat er mis is en wat te doen."
        )
    )
    tekst_en: str = attrs.field(
        metadata=veld.tekst(
            "What is wrong and what to do, in English.", "Wat er mis is en wat te doen, Engels."
        )
    )
    bron: Bron = attrs.field(metadata=veld.gegeven("Source of the norm.", "Bron van de norm."))
    parameters: tuple[Parameter, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Values from the library's own tables.", "Waarden uit de eigen tabellen.", 20
        ),
    )


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
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
@attrs.frozen(kw_only=True, weakref_slot=False)
class Tabelgebruik:
    """One table that outcomes rest on, with the weakest verification of the rows used."""

    naam: str = attrs.field(metadata=veld.sleutel("Name of the table.", "Naam van de tabel."))
    verificatie: Verificatie = attrs.field(
        metadata=veld.gegeven(
            "Weakest verification of the rows used.", "Zwakste gebruikte verificatie."
        )
    )


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
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
    regels: tuple[RegelUitkomst, ...] = attrs.field(
        default=(), metadata=veld.lijst("Outcome per rule.", "Uitkomst per regel.", 1000)
    )
    bevindingen: tuple[Bevinding, ...] = attrs.field(
        default=(), metadata=veld.lijst("Findings.", "Bevindingen.")
    )
    bevindingen_weggelaten: int = attrs.field(
        default=0,
        metadata=veld.getal(
            "Findings beyond the bound that are counted but not listed.",
            "Bevindingen boven de grens die zijn geteld maar niet getoond.",
            0,
        ),
    )
    tabellen: tuple[Tabelgebruik, ...] = attrs.field(
        default=(), metadata=veld.lijst("Tables consulted.", "Geraadpleegde tabellen.", 1000)
    )

    @property
    def akkoord(self) -> bool:
        """Say whether the verdict is `akkoord`."""
        return self.oordeel is Oordeel.AKKOORD

    def van(self, code: str) -> tuple[Bevinding, ...]:
        """Return the findings of one rule."""
        return tuple(b for b in self.bevindingen if b.code == code)

    def uitkomst(self, code: str) -> Uitkomst | None:
        """Return the outcome of one rule, or None when it does not govern this document."""
        for regel in self.regels:
            if regel.code == code:
                return regel.uitkomst
        return None
