"""What a rule is, and what it can answer.

A rule is a pure function from a worksheet (one document with its context) to an answer, with the
facts about itself: code, validity, source, texts, and the fields that it may report on. It
knows no clock, no network and no other rule.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Protocol, final

from geboortezorg.betekenis import Betekenis
from geboortezorg.bevroren import attrs, bevroren, veranderlijk
from geboortezorg.bron import Bron, Verificatie, zwakste
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.rapport import Ernst, Uitkomst
from geboortezorg.regels.nodig import Nodig, Trek
from geboortezorg.tekst import Tekst
from geboortezorg.tijd import Looptijd

__all__ = [
    "NIET_VAN_TOEPASSING",
    "VOLDAAN",
    "Melding",
    "Nodig",
    "Peildatum",
    "Regel",
    "Resultaat",
    "Tekst",
    "Toets",
    "Trek",
    "Uitslag",
    "breuk",
    "onbeoordeeld",
    "regel",
    "uitslag",
]

if TYPE_CHECKING:
    from geboortezorg.regels.werkblad import Werkblad


class Peildatum(StrEnum):
    """Which date of the document decides which norm applies."""

    START_ZORG = "start_zorg"
    """First day of the care."""
    LEVERING = "levering"
    """Day on which the prestatie was delivered."""
    PRESTATIE = "prestatie"
    """Start of care or delivery, whichever the prestatie itself prescribes."""
    GEBOORTE = "geboorte"
    """Day of birth."""
    DOCUMENT = "document"
    """A date that the document states for the fact at hand."""
    BEOORDELING = "beoordeling"
    """Day of judging, as given in the context."""
    GEEN = "geen"
    """The norm does not depend on a date."""


@final
@veranderlijk(kw_only=True, weakref_slot=False)
class Melding:
    """What a rule has to say about one place.

    Nobody changes one. It is not frozen because that makes each dear to make.
    """

    pad: str
    reden: str
    uitkomst: Uitkomst
    verificatie: Verificatie | None = None
    """The ground, when it is another than that of the rule itself."""
    bron: Bron | None = None
    """The source, when it is another than that of the rule itself, such as that of a tariff."""
    vermoeden: bool = False
    """For a place that could not be judged: whether the facts point to a breach."""
    parameters: tuple[tuple[str, str], ...] = ()


@final
@bevroren(eq=False)
class Uitslag:
    """An answer without anything to say about a place; there is one object for each answer."""

    uitkomst: Uitkomst
    verificatie: Verificatie | None = None


Resultaat = Uitslag | list[Melding]
"""A rule answers one Uitslag, or a list of at least one Melding."""

UITSLAGEN: Final = {(u, v): Uitslag(u, v) for u in Uitkomst for v in (None, *Verificatie)}
"""Every answer, by its outcome and its ground where that is another than that of the rule."""
VOLDAAN: Final = UITSLAGEN[Uitkomst.VOLDAAN, None]
NIET_VAN_TOEPASSING: Final = UITSLAGEN[Uitkomst.NIET_VAN_TOEPASSING, None]
ELDERS_GEZEGD: Final = UITSLAGEN[Uitkomst.NIET_BEOORDEELD, None]
"""A fact is missing, and another rule already says which: one cause is one finding."""


def uitslag(
    meldingen: list[Melding],
    van_toepassing: bool,
    grond: Verificatie | None = None,
    *,
    elders: bool = False,
) -> Resultaat:
    """Return the answer of a rule that looked at several places.

    `grond` is the weakest ground of the facts used, when these are weaker than the rule's own.
    With `elders` a place could not be judged for a reason that another rule reports.
    """
    if meldingen:
        return meldingen
    if elders:
        return ELDERS_GEZEGD
    if not van_toepassing:
        return NIET_VAN_TOEPASSING
    return VOLDAAN if grond is None else UITSLAGEN[Uitkomst.VOLDAAN, grond]


def breuk(
    pad: str,
    reden: str,
    *,
    verificatie: Verificatie | None = None,
    bron: Bron | None = None,
    **parameters: object,
) -> Melding:
    """Return the melding that a norm is broken at a place.

    Whether that refuses the document is not for the rule to say: on a ground weaker than the
    bar of the context it becomes a warning.
    """
    return Melding(
        pad=pad,
        reden=reden,
        uitkomst=Uitkomst.GESCHONDEN,
        verificatie=verificatie,
        bron=bron,
        parameters=_als_tekst(parameters) if parameters else (),
    )


def onbeoordeeld(
    pad: str, reden: str, *, vermoeden: bool = False, bron: Bron | None = None, **parameters: object
) -> Melding:
    """Return the melding that a place could not be judged, and why.

    With `vermoeden` the facts point to a breach, and the finding is a warning.
    """
    return Melding(
        pad=pad,
        reden=reden,
        uitkomst=Uitkomst.NIET_BEOORDEELD,
        vermoeden=vermoeden,
        bron=bron,
        parameters=_als_tekst(parameters) if parameters else (),
    )


def _als_tekst(parameters: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple([(naam, str(waarde)) for naam, waarde in parameters.items()])


Toets = Callable[["Werkblad"], Resultaat]


class Reikwijdte(Protocol):
    """Where a rule judges: the kinds of document, and the places in them.

    What follows from the models is worked out when it is asked for: of one kind of document
    without a look at the others.
    """

    def geldt(self, soort: str) -> bool:
        """Say whether it judges documents of a kind."""

    @property
    def soorten(self) -> tuple[str, ...]:
        """Every kind that it judges."""

    @property
    def velden(self) -> tuple[str, ...]:
        """Every place that it may report on."""

    def nodig(self, eigen: Iterable[Nodig], soorten: Collection[str]) -> Iterable[Nodig]:
        """Return what documents of some kinds must hold, of a rule that says this of itself."""


@final
@bevroren
class Genoemd:
    """Kinds and places that the rule itself names; ``*`` stands for every kind."""

    soorten: tuple[str, ...]
    velden: tuple[str, ...]

    def geldt(self, soort: str) -> bool:
        """Say whether it judges documents of a kind."""
        return soort in self.soorten or "*" in self.soorten

    def nodig(self, eigen: Iterable[Nodig], _: Collection[str]) -> Iterable[Nodig]:
        """Return what documents must hold."""
        return eigen


@final
@bevroren(kw_only=True)
class Regel:
    """One rule with all that is known of it. Its code is never reused for another norm."""

    code: str
    titel: Tekst
    toets: Toets = attrs.field(repr=False, eq=False)
    reikwijdte: Reikwijdte
    """Where it judges."""
    bronnen: tuple[Bron, ...]
    """Where the norm stands; the first is shown in findings."""
    redenen: Mapping[str, Tekst]
    """The text for each case that it can report."""
    versie: int = 1
    ernst: Ernst = Ernst.FOUT
    peildatum: Peildatum = Peildatum.GEEN
    geldig: Looptijd | None = None
    """First and last day of the norm, where a source states them."""
    gebruikt_tabellen: bool = False
    """Whether its outcome rests on the tables of tariffs."""
    retourcodes: tuple[str, ...] = ()
    """Vektis return codes (COD954) that a document which satisfies it avoids."""
    _nodig: tuple[Nodig, ...] = ()
    aanleiding: Nodig | None = None
    """Things of which a document must hold one before it can answer otherwise than it does by
    what it needs: satisfied with that, and not applicable without."""
    tariefgrond: bool = False
    """Whether it is satisfied then on the weakest ground of the tariffs of the lines."""

    bron: Bron = attrs.field(init=False)
    """The main source."""
    verificatie: Verificatie = attrs.field(init=False)
    """The weakest verification of its sources."""

    @bron.default
    def _hoofdbron(self) -> Bron:
        return self.bronnen[0]

    @verificatie.default
    def _zwakste_grond(self) -> Verificatie:
        return zwakste(*(bron.verificatie for bron in self.bronnen))

    @property
    def soorten(self) -> tuple[str, ...]:
        """Kinds of document that it judges."""
        return self.reikwijdte.soorten

    @property
    def velden(self) -> tuple[str, ...]:
        """JSON Pointers that it may report on; ``*`` stands for any list position."""
        return self.reikwijdte.velden

    @property
    def nodig(self) -> tuple[Nodig, ...]:
        """What a document must hold before it can apply: one thing of each."""
        return self.nodig_in(DOCUMENTEN)

    @property
    def algemeen(self) -> tuple[type[Betekenis], ...]:
        """The kinds of declaration on which it is the general rule; none of any other rule."""
        algemeen: tuple[type[Betekenis], ...] = getattr(self.reikwijdte, "van", ())
        return algemeen

    def nodig_in(self, soorten: Collection[str]) -> tuple[Nodig, ...]:
        """Return the same for documents of some kinds, without a look at the others."""
        return tuple(self.reikwijdte.nodig(self._nodig, soorten))


def _maak(toets: Toets, **kenmerken: Any) -> Regel:
    return Regel(toets=toets, **kenmerken)


def regel(
    *,
    code: str,
    titel: Tekst,
    bron: Bron | Sequence[Bron],
    redenen: Mapping[str, Tekst],
    soorten: Sequence[str] = (),
    velden: Sequence[str] = (),
    reikwijdte: Reikwijdte | None = None,
    versie: int = 1,
    ernst: Ernst = Ernst.FOUT,
    peildatum: Peildatum = Peildatum.GEEN,
    geldig: Looptijd | None = None,
    gebruikt_tabellen: bool = False,
    retourcodes: Sequence[str] = (),
    nodig: Nodig | Sequence[Nodig] = (),
    aanleiding: Nodig | None = None,
    tariefgrond: bool = False,
) -> Callable[[Toets], Regel]:
    """Make a rule of the function below it. Registers nothing: the register is explicit.

    It names its kinds of document and the fields that it may report on, or has a `reikwijdte`.
    """
    return partial(
        _maak,
        code=code,
        titel=titel,
        reikwijdte=reikwijdte or Genoemd(tuple(soorten), tuple(velden)),
        bronnen=(bron,) if isinstance(bron, Bron) else tuple(bron),
        redenen=MappingProxyType(dict(redenen)),
        versie=versie,
        ernst=ernst,
        peildatum=peildatum,
        geldig=geldig,
        gebruikt_tabellen=gebruikt_tabellen,
        retourcodes=tuple(retourcodes),
        nodig=(nodig,) if isinstance(nodig, Nodig) else tuple(nodig),
        aanleiding=aanleiding,
        tariefgrond=tariefgrond,
    )
