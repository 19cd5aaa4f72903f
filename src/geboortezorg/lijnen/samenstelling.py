"""The rows of one group to one document, with the row of everything in it."""

from typing import Any, Final, final

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.convert import Vormfout, Vormfouten, Vormreden, structureer_document
from geboortezorg.convert.plaatsen import Rijplaats
from geboortezorg.lijnen.cellen import FOUT
from geboortezorg.lijnen.plan import Knoop, Plan, Waarden
from geboortezorg.rapport import Rapport
from geboortezorg.regels.context import Context
from geboortezorg.tekst import Tekst
from geboortezorg.validation import validate, vormrapport

MAX_RIJEN: Final = 50_000
"""Most rows of one document: so many that each list in it can be full."""

_ANDERS: Final = Tekst(
    "dezelfde waarde in elke rij van dit document", "the same value in every row of this document"
)
_ZONDER_SLEUTEL: Final = Tekst(
    "een gevulde cel in elke kolom van `sleutels`", "a filled cell in every column of `sleutels`"
)
_TE_VEEL: Final = Tekst(
    f"ten hoogste {MAX_RIJEN} rijen in een document; kijk naar `groep`",
    f"at most {MAX_RIJEN} rows in one document; look at `groep`",
)
_ONLEESBAAR: Final = Tekst(
    "alleen rijen die te lezen zijn; een rij die bij dit document staat is dat niet",
    "rows that can be read only; one that stands with this document cannot",
)
_VERSPREID: Final = Tekst(
    "alle rijen van een document in een bestand, en bij elkaar als `gesorteerd` dat zegt; eerdere "
    "rijen van dit document zijn al beoordeeld",
    "all rows of one document in one file, and together when `gesorteerd` says so; earlier rows of "
    "this document have been judged already",
)

Pad = tuple[str | int, ...]


@final
@bevroren(kw_only=True)
class Groep:
    """The rows of one document, as they were read."""

    rijen: tuple[tuple[int, Waarden], ...]
    """The number of each row, and what it says."""
    te_veel: bool = False
    """Whether there were more rows than one document may have."""
    onleesbaar: bool = False
    """Whether a row that may be of this document could not be read."""
    verspreid: bool = False
    """Whether other rows of this document stood elsewhere."""
    merk: bytes = attrs.field(default=b"", repr=False)
    """What stands for the cells that it has in common: nobody can be known by it."""


@final
@bevroren(kw_only=True)
class Samengesteld:
    """A document made of rows."""

    document: dict[str, Any] = attrs.field(repr=False)
    """The document, as parsed JSON."""
    rijen: tuple[int, ...]
    """The numbers of its rows."""
    fouten: tuple[Vormfout, ...]
    """What could not be brought into the document, each at the place where it belongs."""
    _plan: Plan = attrs.field(repr=False)
    _herkomst: dict[Pad, int] = attrs.field(repr=False)

    def waar(self, pointer: str) -> Rijplaats:
        """Return the row and the column that a JSON Pointer leads back to.

        What is of the whole document, or is not there, leads to the first row of the nearest part
        around it.
        """
        segmenten = pointer.split("/")[1:]
        pad: Pad = tuple(int(deel) if deel.isdecimal() else deel for deel in segmenten)
        naam = ".".join(deel for deel in segmenten if not deel.isdecimal())
        kolom = self._plan.kolom_van(naam)
        while pad not in self._herkomst:
            pad = pad[:-1]
        rij = self._herkomst[pad]
        return Rijplaats(rij) if kolom is None else Rijplaats(rij, kolom.nummer, kolom.titel)

    def oordeel(self, context: Context) -> Rapport:
        """Return the report on the document."""
        if self.fouten:
            return self._vormrapport(self._vormfouten(), context)
        return validate(self.document, context=context)

    def vorm(self, context: Context) -> Rapport | None:
        """Return the report on what is wrong with its shape, without judging it; None when nothing."""
        fouten = self._vormfouten()
        return self._vormrapport(fouten, context) if fouten else None

    def _vormfouten(self) -> list[Vormfout]:
        fouten = list(self.fouten)
        try:
            structureer_document(self.document)
        except Vormfouten as gevonden:
            gemeld = {fout.pad for fout in fouten if fout.pad}
            fouten += [fout for fout in gevonden.fouten if fout.pad not in gemeld]
        return fouten

    def _vormrapport(self, fouten: list[Vormfout], context: Context) -> Rapport:
        soort = self._plan.koppeling.document_soort
        return vormrapport(Vormfouten(fouten, soort, SCHEMA_VERSIE), context=context)


def stel_samen(plan: Plan, groep: Groep) -> Samengesteld:
    """Return the document of one group."""
    werk = _Werk(plan, groep.rijen[0][0])
    for nummer, waarden in groep.rijen:
        werk.rij(nummer, waarden)
    for er_is, tekst in (
        (groep.te_veel, _TE_VEEL),
        (groep.onleesbaar, _ONLEESBAAR),
        (groep.verspreid, _VERSPREID),
    ):
        if er_is:
            werk.fouten.append(Vormfout((), Vormreden.RIJEN, tekst))
    return Samengesteld(
        document=werk.document,
        rijen=tuple(nummer for nummer, _ in groep.rijen),
        fouten=tuple(werk.fouten),
        plan=plan,
        herkomst=werk.herkomst,
    )


class _Werk:
    """A document that is being made."""

    def __init__(self, plan: Plan, eerste: int) -> None:
        self.plan = plan
        self.document: dict[str, Any] = {
            "soort": plan.koppeling.document_soort,
            "schema_versie": SCHEMA_VERSIE,
        }
        self.herkomst: dict[Pad, int] = {(): eerste}
        self.fouten: list[Vormfout] = []
        self._gemeld: set[Pad] = set()
        self._items: dict[tuple[Pad, tuple[str, ...]], int] = {}
        self._nummer = eerste

    def rij(self, nummer: int, waarden: Waarden) -> None:
        """Add what a row says."""
        self._nummer = nummer
        self._vul(self.plan.wortel, self.document, waarden, ())

    def _vul(self, knoop: Knoop, doel: dict[str, Any], waarden: Waarden, pad: Pad) -> None:
        for naam, plaats in knoop.leden:
            waarde = waarden[plaats]
            if waarde is None:
                continue
            if waarde == FOUT:
                self._fout((*pad, naam), *self.plan.kolommen[plaats].fout)
            elif naam not in doel:
                doel[naam] = waarde
                self.herkomst.setdefault((*pad, naam), self._nummer)
            elif doel[naam] != waarde:
                self._fout((*pad, naam), Vormreden.RIJEN, _ANDERS)
        for naam, waarde in knoop.vast:
            doel[naam] = waarde
        for naam, altijd, onder in knoop.objecten:
            if altijd or _iets(onder, waarden):
                self._vul(onder, doel.setdefault(naam, {}), waarden, (*pad, naam))
        for naam, sleutel, onder in knoop.lijsten:
            if _iets(onder, waarden):
                self._item(onder, sleutel, doel.setdefault(naam, []), waarden, (*pad, naam))

    def _item(
        self,
        knoop: Knoop,
        sleutel: tuple[int, ...],
        lijst: list[dict[str, Any]],
        waarden: Waarden,
        pad: Pad,
    ) -> None:
        """Add what a row says of an item of a list: of a new one, or of the one with its key."""
        plaats = len(lijst)
        delen = tuple(waarden[deel] for deel in sleutel)
        if not all(delen):
            self._fout((*pad, plaats), Vormreden.RIJEN, _ZONDER_SLEUTEL)
        elif delen:
            plaats = self._items.setdefault((pad, delen), plaats)
        if plaats == len(lijst):
            lijst.append({})
            self.herkomst.setdefault((*pad, plaats), self._nummer)
        self._vul(knoop, lijst[plaats], waarden, (*pad, plaats))

    def _fout(self, pad: Pad, reden: Vormreden, tekst: Tekst) -> None:
        """Note what is wrong at a place, once: the first row where it shows is its row."""
        if pad not in self._gemeld:
            self._gemeld.add(pad)
            self.herkomst[pad] = self._nummer
            self.fouten.append(Vormfout(pad, reden, tekst))


def _iets(knoop: Knoop, waarden: Waarden) -> bool:
    """Say whether a row fills anything of a part of the document."""
    return any(waarden[plaats] is not None for plaats in knoop.alle)
