"""A finding: what a rule has to say about a place, how serious it is, and why.

A finding never repeats a value from the judged document. Its parameters come from the tables and
rules of this library only.
"""

from enum import StrEnum
from typing import final

from geboortezorg import veld
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.bron import Bron


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


class Oorzaak(StrEnum):
    """Why a document is `onvolledig`."""

    TWIJFEL = "twijfel"
    """Facts point to a breach, on a ground too weak to refuse."""
    ONBEKEND = "onbekend"
    """A fact or a table is missing; the finding says which."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Parameter:
    """One value that a finding refers to; from the library's own tables or rules."""

    naam: str = attrs.field(
        metadata=veld.sleutel("Name of the value.", "Naam van de waarde.", voorbeelden=("maximum",))
    )
    waarde: str = attrs.field(
        metadata=veld.tekst("The value, as text.", "De waarde, als tekst.", voorbeelden=("5933",))
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
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
    ook_op: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "JSON Pointers to the other places with the same cause, in order.",
            "JSON Pointers naar de andere plaatsen met dezelfde oorzaak, op volgorde.",
            max_lengte=500,
        ),
    )
    parameters: tuple[Parameter, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Values from the library's own tables.", "Waarden uit de eigen tabellen.", 20
        ),
    )
    retourcodes: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Vektis return codes (COD954) that fit a refusal on this rule.",
            "Vektis-retourcodes (COD954) die passen bij een afwijzing op deze regel.",
            20,
            tekens="0-9",
            max_lengte=4,
        ),
    )

    @property
    def plaatsen(self) -> tuple[str, ...]:
        """Every place that the finding is about, the first in front."""
        return (self.pad, *self.ook_op)

    @property
    def leesplaats(self) -> tuple[int, int] | None:
        """The line and the column, from 1, where input could not be read; None for all else."""
        waarden = {p.naam: p.waarde for p in self.parameters}
        if self.pad or "kolom" not in waarden:
            return None
        return int(waarden["tekstregel"]), int(waarden["kolom"])

    @property
    def oorzaak(self) -> Oorzaak | None:
        """Why the place was not judged; None when it was."""
        if self.uitkomst is not Uitkomst.NIET_BEOORDEELD:
            return None
        return Oorzaak.TWIJFEL if self.ernst is Ernst.WAARSCHUWING else Oorzaak.ONBEKEND
