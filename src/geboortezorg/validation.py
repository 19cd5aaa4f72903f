"""The one pipeline: bytes, text, parsed JSON or a model goes in; a report comes out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias, final, overload

from geboortezorg import documenten, verslag
from geboortezorg._versie import SCHEMA_VERSIE, __version__
from geboortezorg.convert import (
    Invoerfout,
    Vormfouten,
    Vormreden,
    destructureer_document,
    lees_met_versie,
    lees_snel,
    structureer_document,
)
from geboortezorg.documenten import SOORTEN, DocumentT, soort_van
from geboortezorg.rapport import (
    Bevinding,
    Ernst,
    Oordeel,
    Rapport,
    Tabelgebruik,
    Uitkomst,
)
from geboortezorg.regels import plan
from geboortezorg.regels.context import Context, gekozen
from geboortezorg.regels.invoer import vorm
from geboortezorg.regels.regel import (
    Melding,
    Regel,
    Uitslag,
    breuk,
    onbeoordeeld,
)
from geboortezorg.regels.register import PER_SOORT
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Tabellen
from geboortezorg.tekst import Tekst, TekstFout, TypeFout
from geboortezorg.weergave import waar

_NIET_TE_LADEN: Final = Tekst(
    "het document is niet te laden: {wat}", "the document cannot be loaded: {wat}"
)
_GEEN_SOORT: Final = Tekst(
    "deze klasse is geen soort document; geef er een die in DOCUMENTEN staat, zoals Dossier",
    "this class is no kind of document; give one that stands in DOCUMENTEN, such as Dossier",
)
_GEEN_INVOER: Final = Tekst(
    "dit is geen document; geef een JSON-tekst als bytes of str, een JSON-object als dict (geen "
    "OrderedDict of een andere klasse daarvan), of een model van een document, en van een bestand "
    "wat erin staat",
    "this is no document; give JSON text as bytes or str, a JSON object as dict (no OrderedDict or "
    "other class of it), or the model of a document, and of a file what is in it",
)
_MEESTE: Final = 5
"""Findings that an error shows; the report has all of them."""


class OngeldigDocument(TekstFout):
    """A document could not be loaded. `rapport` says what is wrong, without repeating it."""

    def __init__(self, rapport: Rapport) -> None:
        self.rapport = rapport
        super().__init__(
            _NIET_TE_LADEN, wat=Tekst(_getoond(rapport, "nl"), _getoond(rapport, "en"))
        )

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the report, so that it survives a process boundary."""
        return type(self), (self.rapport,)


def _getoond(rapport: Rapport, taal: str) -> str:
    """Return the first findings, each on a line: code, places, and what is wrong."""
    tekstregels = [
        f"{b.code} {waar(b.plaatsen, b.leesplaats, taal)}: "
        + Tekst(b.tekst, b.tekst_en).in_taal(taal)
        for b in rapport.bevindingen[:_MEESTE]
    ]
    meer = len(rapport.bevindingen) > _MEESTE
    return "\n".join([*tekstregels, "..."] if meer else tekstregels)


def validate(invoer: "documenten.Invoer", *, context: Context | None = None) -> Rapport:
    """Judge one document and return the report.

    `invoer` is JSON as ``bytes``, ``bytearray``, ``memoryview`` or ``str`` (no path: of a file,
    give what is in it); a JSON object as ``json.loads`` gives it, in which a date is a text; or a
    model whose class is a kind of document. Whatever is wrong with the content is in the report.
    Raises TypeError only for a value of another type. Without `context` the shipped tables apply,
    and rules that need agreements or the day of judging say so.
    """
    context = gekozen(context)
    gelezen = _lees(invoer, context, lees_snel)
    if isinstance(gelezen, Rapport):
        return gelezen
    model, versie = gelezen
    return beoordeel(model, context, versie=versie)


@overload
def load(invoer: "documenten.Invoer") -> "documenten.Document": ...


@overload
def load(invoer: "documenten.Invoer", klasse: type[DocumentT]) -> DocumentT: ...


def load(
    invoer: "documenten.Invoer", klasse: type[DocumentT] | None = None
) -> "documenten.Document | DocumentT":
    """Return the model of one document, without judging it by any rule but its shape.

    Takes what :func:`validate` takes. With `klasse`, a class such as ``Dossier``, the document
    must be of that kind. Raises OngeldigDocument, whose `rapport` lists every error, and
    TypeError for a value of another type or a class that is no kind of document.
    """
    if klasse is not None and klasse not in SOORTEN:
        raise TypeFout(_GEEN_SOORT)
    context = Context(tabellen=Tabellen())
    gelezen = _lees(invoer, context, lees_met_versie)
    if isinstance(gelezen, Rapport):
        raise OngeldigDocument(gelezen)
    model: documenten.Document = gelezen[0]
    versie = gelezen[1]
    if klasse is not None and type(model) is not klasse:
        verwacht = SOORTEN[klasse]
        melding = breuk("/soort", Vormreden.SOORT.value, verwacht=verwacht, verwacht_en=verwacht)
        kop = (SOORTEN[type(model)], versie)
        raise OngeldigDocument(_zonder_model(vorm.vorm, [melding], kop, context))
    return model


def onleesbaar(fout: Invoerfout, *, context: Context) -> Rapport:
    """Return the report on input that could not be read; for those who read files themselves."""
    plaats = {"tekstregel": fout.tekstregel, "kolom": fout.kolom}
    bekend = [(naam, str(getal)) for naam, getal in plaats.items() if getal is not None]
    meldingen = [
        Melding(
            pad="",
            reden=fout.reden.value,
            uitkomst=Uitkomst.GESCHONDEN,
            parameters=tuple(bekend),
        )
    ]
    return _zonder_model(vorm.invoer, meldingen, (None, None), context)


def vormrapport(fouten: Vormfouten, *, context: Context) -> Rapport:
    """Return the report on errors of shape; for those who make documents themselves."""
    meldingen = [
        breuk(
            fout.pointer,
            fout.reden.value,
            verwacht=fout.verwacht.nl,
            verwacht_en=fout.verwacht.en,
        )
        for fout in fouten.fouten
    ]
    return _zonder_model(vorm.vorm, meldingen, (fouten.soort, fouten.schema_versie), context)


_Lees: TypeAlias = Callable[[bytes | bytearray | memoryview | str], tuple[Any, str]]


def _lees(invoer: "documenten.Invoer", context: Context, lees: _Lees) -> tuple[Any, str] | Rapport:
    """Return the model and its schema version, or the report on why there is none."""
    try:
        return _model(invoer, lees)
    except Invoerfout as fout:
        return onleesbaar(fout, context=context)
    except Vormfouten as fouten:
        return vormrapport(fouten, context=context)


def _model(invoer: "documenten.Invoer", lees: _Lees) -> tuple[Any, str]:
    if isinstance(invoer, (bytes, bytearray, memoryview, str)):
        return lees(invoer)
    if isinstance(invoer, dict):
        if type(invoer) is not dict:
            raise TypeFout(_GEEN_INVOER)
        return structureer_document(invoer), invoer["schema_versie"]
    if type(invoer) not in SOORTEN:
        raise TypeFout(_GEEN_INVOER)
    # A model built by hand may hold anything: it is judged by what it would be as a document.
    return structureer_document(destructureer_document(invoer)), SCHEMA_VERSIE


def _zonder_model(
    regel: Regel,
    meldingen: Sequence[Melding],
    kop: tuple[str | None, str | None],
    context: Context,
) -> Rapport:
    """Return the report on a document that never reached the rules: they judged nothing."""
    regels = () if kop[0] is None else PER_SOORT[kop[0]]
    alle = verslag.bevindingen(regel, meldingen, context.drempel)
    return _rapport(alle, verslag.zonder_model(regel, regels), kop, context, None, ())


def _rapport(
    alle: list[Bevinding],
    patroon: verslag.Patroon,
    kop: tuple[str | None, str | None],
    context: Context,
    aantal: int | None,
    tabellen: tuple[Tabelgebruik, ...],
) -> Rapport:
    """Gather the report: the verdict follows from the findings, and from what was not judged.

    Documents that have all this in common have one report.
    """
    sleutel = (patroon, kop, aantal, context.beoordelingsdatum, id(tabellen), *map(id, alle))
    gedeeld = verslag.RAPPORTEN.get(sleutel)
    if gedeeld is not None:
        return gedeeld[0]
    samengevat = verslag.samenvatting(patroon, alle, aantal)
    oordeel = Oordeel.AKKOORD
    if Ernst.FOUT in [bevinding.ernst for bevinding in alle]:
        oordeel = Oordeel.AFGEKEURD
    elif samengevat.niet_beoordeeld or samengevat.oorzaken:
        oordeel = Oordeel.ONVOLLEDIG  # the first also when no rule says what was missing
    getoond, weggelaten = verslag.begrens(alle)
    rapport = Rapport(
        oordeel=oordeel,
        bibliotheek_versie=__version__,
        document_soort=kop[0],
        document_versie=kop[1],
        beoordelingsdatum=context.beoordelingsdatum,
        samenvatting=samengevat,
        regels=patroon.uitkomsten,
        bevindingen=getoond,
        bevindingen_weggelaten=weggelaten,
        tabellen=tabellen,
    )
    return verslag.bewaar(sleutel, rapport, (tabellen, alle))


def beoordeel(
    model: Any, context: Context, *, soort: str | None = None, versie: str = SCHEMA_VERSIE
) -> Rapport:
    """Run every rule for the kind of document over a model, and gather the report.

    Skips the check of the shape, so `model` must come from :func:`load` or hold what a document
    can hold. With `soort` it may be any object with the attributes of that kind of document.
    `versie` is the schema version of the document that it was read from.
    """
    soort = soort_van(model) if soort is None else soort
    (rapport,) = _beoordeel([Werkblad(model, soort, context)], [versie])
    return rapport


def validate_portion(invoer: "Sequence[documenten.Invoer]", context: Context) -> list[Rapport]:
    """Return the report of each of a few documents, the same as those of each by itself.

    Each rule is run over all of them before the next one, which is quicker: what it needs is
    still at hand in the processor. They are in memory together, so hand over a few at a time.
    """
    uit: list[Any] = [None] * len(invoer)
    per_soort: dict[str, list[int]] = {}
    for plaats in _volgorde(invoer):
        uit[plaats] = gelezen = _lees(invoer[plaats], context, lees_snel)
        if not isinstance(gelezen, Rapport):
            per_soort.setdefault(soort_van(gelezen[0]), []).append(plaats)
    for soort, plaatsen in per_soort.items():
        werkbladen = [Werkblad(uit[plaats][0], soort, context) for plaats in plaatsen]
        rapporten = _beoordeel(werkbladen, [uit[plaats][1] for plaats in plaatsen])
        for plaats, rapport in zip(plaatsen, rapporten, strict=True):
            uit[plaats] = rapport
    return uit


def _volgorde(invoer: "Sequence[documenten.Invoer]") -> Iterable[int]:
    """Return the places of documents in the order in which they are judged: texts by length.

    Those that are as long are often alike, and what is alike goes quicker one after the other.
    """
    maten = [len(document) for document in invoer if isinstance(document, (bytes, str))]
    plaatsen = range(len(invoer))
    return sorted(plaatsen, key=maten.__getitem__) if len(maten) == len(invoer) else plaatsen


_Tabellen: TypeAlias = list[tuple[int, tuple[str, ...]]]
"""At which rules more tables were consulted, and which by then."""


@final
class _Lopend:
    """A document of which rules are being run, and what they answered so far."""

    __slots__ = ("alle", "antwoorden", "plan", "tabellen", "werkblad")

    def __init__(self, werkblad: Werkblad, plan_: plan.Plan) -> None:
        self.werkblad = werkblad
        self.plan = plan_
        self.antwoorden: list[Uitslag] = []
        """What the rules of the plan answered, in their order."""
        self.alle: list[Bevinding] = []
        self.tabellen = _vooraf(werkblad)

    def draai(self, plaats: int, regel: Regel) -> None:
        """Run a rule, and note what it answers."""
        werkblad = self.werkblad
        antwoord = regel.toets(werkblad)
        if type(antwoord) is not Uitslag:
            gevonden, antwoord = verslag.antwoord(regel, antwoord, werkblad.context.drempel)
            self.alle += gevonden
        self.antwoorden.append(antwoord)
        if werkblad.tabellen_erbij:
            self.tabellen.append((plaats, werkblad.tabelnamen))

    def rapport(self, regels: tuple[Regel, ...], versie: str) -> Rapport:
        """Return the report, once every rule has answered."""
        patroon = verslag.patroon(self.plan, regels, self.antwoorden, self.tabellen)
        return _afgerond(self.werkblad, patroon, self.alle, versie)


def _vooraf(werkblad: Werkblad) -> _Tabellen:
    """Return the tables that were consulted before any rule was run, which is for all of them."""
    return [(0, werkblad.tabelnamen)] if werkblad.tabellen_erbij else []


def _afgerond(
    blad: Werkblad, patroon: verslag.Patroon, alle: list[Bevinding], versie: str
) -> Rapport:
    """Return the report of which the outcomes and the findings are known."""
    if patroon.niets_beoordeeld:
        niets = [onbeoordeeld("", "niets_beoordeeld")]
        gevonden, uitslag = verslag.antwoord(vorm.inhoud, niets, blad.context.drempel)
        alle += gevonden
        patroon = verslag.anders_beantwoord(patroon, vorm.inhoud, uitslag)
    declaratieregels = getattr(blad.document, "declaratieregels", None)
    aantal = None if declaratieregels is None else len(declaratieregels)
    blad.laat_los()
    return _rapport(alle, patroon, (blad.soort, versie), blad.context, aantal, blad.tabellen)


def _beoordeel(werkbladen: Sequence[Werkblad], versies: Sequence[str]) -> list[Rapport]:
    """Run every rule over documents of one kind, and gather their reports."""
    regels = PER_SOORT[werkbladen[0].soort]
    plannen = plan.indeling(werkbladen[0].soort, regels).plannen(werkbladen)
    per_plan: dict[plan.Plan, list[_Lopend]] = {}
    uit: list[Any] = []
    for werkblad, plan_, versie in zip(werkbladen, plannen, versies, strict=True):
        if plan.VERGELIJK:
            plan.vergelijk(regels, plan_, [werkblad])
        if plan_.plaatsen:
            lopend = _Lopend(werkblad, plan_)
            uit.append(lopend)
            per_plan.setdefault(plan_, []).append(lopend)
        else:  # no rule has anything to find, as in most documents
            patroon = verslag.patroon(plan_, regels, (), _vooraf(werkblad))
            uit.append(_afgerond(werkblad, patroon, [], versie))
    for plaats, samen in _beurten(per_plan, len(regels)):
        for lopend in samen:
            lopend.draai(plaats, regels[plaats])
    for nummer, versie in enumerate(versies) if per_plan else ():
        if type(uit[nummer]) is _Lopend:
            uit[nummer] = uit[nummer].rapport(regels, versie)
    return uit


def _beurten(
    per_plan: Mapping[plan.Plan, list[_Lopend]], aantal: int
) -> Iterable[tuple[int, list[_Lopend]]]:
    """Return the places of the rules to run, in order, each with the documents of all its plans."""
    if len(per_plan) < 2:
        return [(plaats, groep) for plan_, groep in per_plan.items() for plaats in plan_.plaatsen]
    beurten: list[list[_Lopend]] = [[] for _ in range(aantal)]
    for plan_, groep in per_plan.items():
        for plaats in plan_.plaatsen:
            beurten[plaats] += groep
    return enumerate(beurten)
