"""The one pipeline: bytes, text, parsed JSON or a model goes in; a report comes out."""

from collections.abc import Sequence
from typing import Any, Final

from geboortezorg._versie import SCHEMA_VERSIE, __version__
from geboortezorg.bron import Verificatie, minstens, zwakste
from geboortezorg.convert import (
    Invoerfout,
    Vormfouten,
    destructureer_document,
    lees_met_versie,
    structureer_document,
)
from geboortezorg.documenten import SOORTEN
from geboortezorg.rapport import (
    Bevinding,
    Ernst,
    Oordeel,
    Parameter,
    Rapport,
    RegelUitkomst,
    Tabelgebruik,
    Uitkomst,
)
from geboortezorg.regels.context import Context
from geboortezorg.regels.invoer import vorm
from geboortezorg.regels.regel import NIET_VAN_TOEPASSING, Melding, Regel, Uitslag, breuk
from geboortezorg.regels.register import PER_SOORT
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Tabellen

MAX_BEVINDINGEN: Final = 1000
"""Most findings that a report lists; further ones are counted. The most serious are listed."""

_RANG: Final = {ernst: rang for rang, ernst in enumerate(Ernst)}

_ZWAK_NL: Final = " Niet afgekeurd: de grond is {grond}."
_ZWAK_EN: Final = " Not refused: the ground is {grond}."

_UITKOMSTEN: Final[dict[tuple[object, ...], RegelUitkomst]] = {}
"""Outcomes are shared between reports: a document without findings allocates none."""

_MAX_UITKOMSTEN: Final = 65_536


class OngeldigDocument(ValueError):
    """A document could not be loaded. `rapport` says what is wrong, without repeating it."""

    def __init__(self, rapport: Rapport) -> None:
        self.rapport = rapport
        codes = ", ".join(dict.fromkeys(bevinding.code for bevinding in rapport.bevindingen))
        super().__init__(f"het document is niet te laden: {codes}")

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the report, so that it survives a process boundary."""
        return type(self), (self.rapport,)


def validate(invoer: object, *, context: Context | None = None) -> Rapport:
    """Judge one document and return the report.

    `invoer` is JSON as ``bytes``, ``bytearray``, ``memoryview`` or ``str``; a parsed JSON object
    as ``dict``; or a model whose class is a kind of document. Whatever is wrong with the content
    is in the report. Raises TypeError only for a value of another type. Without `context` the
    shipped tables apply, and rules that need agreements or the day of judging say so.
    """
    context = Context() if context is None else context
    gelezen = _lees(invoer, context)
    if isinstance(gelezen, Rapport):
        return gelezen
    model, versie = gelezen
    return beoordeel(model, context, versie=versie)


def load(invoer: object) -> Any:
    """Return the model of one document, without judging it by any rule but its shape.

    Takes what :func:`validate` takes. Raises OngeldigDocument, whose `rapport` lists every
    error, and TypeError for a value of another type.
    """
    gelezen = _lees(invoer, Context(tabellen=Tabellen()))
    if isinstance(gelezen, Rapport):
        raise OngeldigDocument(gelezen)
    return gelezen[0]


def onleesbaar(fout: Invoerfout, *, context: Context) -> Rapport:
    """Return the report on input that could not be read; for those who read files themselves."""
    plaats = {"regel": fout.regel, "kolom": fout.kolom}
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


def _lees(invoer: object, context: Context) -> tuple[Any, str] | Rapport:
    """Return the model and its schema version, or the report on why there is none."""
    try:
        return _model(invoer)
    except Invoerfout as fout:
        return onleesbaar(fout, context=context)
    except Vormfouten as fouten:
        meldingen = [
            breuk(fout.pointer, fout.reden.value, verwacht=fout.verwacht) for fout in fouten.fouten
        ]
        return _zonder_model(vorm.vorm, meldingen, (fouten.soort, fouten.schema_versie), context)


def _model(invoer: object) -> tuple[Any, str]:
    if isinstance(invoer, (bytes, bytearray, memoryview, str)):
        return lees_met_versie(invoer)
    if isinstance(invoer, dict):
        return structureer_document(invoer), invoer["schema_versie"]
    # A model built by hand may hold anything: it is judged by what it would be as a document.
    return structureer_document(destructureer_document(invoer)), SCHEMA_VERSIE


def _zonder_model(
    regel: Regel,
    meldingen: Sequence[Melding],
    kop: tuple[str | None, str | None],
    context: Context,
) -> Rapport:
    """Return the report on a document that never reached the rules: they judged nothing."""
    soort, versie = kop
    uitkomsten = [_uitkomst(regel, Uitkomst.GESCHONDEN, regel.verificatie, ())]
    for ander in () if soort is None else PER_SOORT[soort]:
        if ander is vorm.invoer:
            uitkomsten.insert(0, _uitkomst(ander, Uitkomst.VOLDAAN, ander.verificatie, ()))
        elif ander is not regel:
            uitkomst = Uitkomst.NIET_BEOORDEELD
            uitkomsten.append(_uitkomst(ander, uitkomst, ander.verificatie, ()))
    return Rapport(
        oordeel=Oordeel.AFGEKEURD,
        bibliotheek_versie=__version__,
        document_soort=soort,
        document_versie=versie,
        beoordelingsdatum=context.beoordelingsdatum,
        regels=tuple(uitkomsten),
        bevindingen=tuple(
            _bevinding(regel, melding, context.drempel) for melding in meldingen[:MAX_BEVINDINGEN]
        ),
        bevindingen_weggelaten=max(0, len(meldingen) - MAX_BEVINDINGEN),
    )


def beoordeel(
    model: Any, context: Context, *, soort: str | None = None, versie: str = SCHEMA_VERSIE
) -> Rapport:
    """Run every rule for the kind of document over a model, and gather the report.

    Skips the check of the shape, so `model` must come from :func:`load` or hold what a document
    can hold. With `soort` it may be any object with the attributes of that kind of document.
    `versie` is the schema version of the document that it was read from.
    """
    soort = SOORTEN[type(model)] if soort is None else soort
    werkblad = Werkblad(model, soort, context)
    drempel = context.drempel
    uitkomsten: list[RegelUitkomst] = []
    bevindingen: list[Bevinding] = []
    geschonden = onbeoordeeld = False
    for regel in PER_SOORT[soort]:
        resultaat = regel.toets(werkblad)
        if type(resultaat) is Uitslag:
            grond = resultaat.verificatie or regel.verificatie
            tabellen = () if resultaat is NIET_VAN_TOEPASSING else _tabellen(regel, werkblad)
            uitkomsten.append(_uitkomst(regel, resultaat.uitkomst, grond, tabellen))
            continue
        gevonden = [_bevinding(regel, melding, drempel) for melding in resultaat]
        bevindingen += gevonden
        gronden = [melding.verificatie or regel.verificatie for melding in resultaat]
        uitkomst = Uitkomst.NIET_BEOORDEELD
        if any(bevinding.uitkomst is Uitkomst.GESCHONDEN for bevinding in gevonden):
            uitkomst = Uitkomst.GESCHONDEN
            geschonden = geschonden or any(b.ernst is Ernst.FOUT for b in gevonden)
        else:
            onbeoordeeld = True
        tabellen = _tabellen(regel, werkblad)
        uitkomsten.append(_uitkomst(regel, uitkomst, zwakste(*gronden), tabellen))
    if len(bevindingen) > MAX_BEVINDINGEN:  # what decides the verdict may not be left out
        bevindingen.sort(key=lambda bevinding: _RANG[bevinding.ernst])
    oordeel = Oordeel.ONVOLLEDIG if onbeoordeeld else Oordeel.AKKOORD
    return Rapport(
        oordeel=Oordeel.AFGEKEURD if geschonden else oordeel,
        bibliotheek_versie=__version__,
        document_soort=soort,
        document_versie=versie,
        beoordelingsdatum=context.beoordelingsdatum,
        regels=tuple(uitkomsten),
        bevindingen=tuple(bevindingen[:MAX_BEVINDINGEN]),
        bevindingen_weggelaten=max(0, len(bevindingen) - MAX_BEVINDINGEN),
        tabellen=tuple(
            Tabelgebruik(naam=naam, verificatie=verificatie)
            for naam, verificatie in sorted(werkblad.tabellen.items())
        ),
    )


def _tabellen(regel: Regel, werkblad: Werkblad) -> tuple[str, ...]:
    return tuple(sorted(werkblad.tabellen)) if regel.gebruikt_tabellen else ()


def _uitkomst(
    regel: Regel, uitkomst: Uitkomst, grond: Verificatie, tabellen: tuple[str, ...]
) -> RegelUitkomst:
    sleutel = (regel.code, uitkomst, grond, tabellen)
    gedeeld = _UITKOMSTEN.get(sleutel)
    if gedeeld is None:
        if len(_UITKOMSTEN) >= _MAX_UITKOMSTEN:
            _UITKOMSTEN.clear()
        gedeeld = _UITKOMSTEN[sleutel] = RegelUitkomst(
            code=regel.code,
            versie=regel.versie,
            uitkomst=uitkomst,
            verificatie=grond,
            tabellen=tabellen,
        )
    return gedeeld


def _bevinding(regel: Regel, melding: Melding, drempel: Verificatie) -> Bevinding:
    """Return the finding: on a ground below the bar a breach becomes a warning."""
    tekst = regel.redenen[melding.reden]
    parameters = dict(melding.parameters)
    nl, en = tekst.nl.format_map(parameters), tekst.en.format_map(parameters)
    uitkomst, ernst = melding.uitkomst, regel.ernst
    if uitkomst is Uitkomst.NIET_BEOORDEELD:
        ernst = Ernst.WAARSCHUWING if melding.vermoeden else Ernst.INFO
    elif ernst is Ernst.FOUT:
        grond = melding.verificatie or regel.verificatie
        if not minstens(grond, drempel):
            uitkomst, ernst = Uitkomst.NIET_BEOORDEELD, Ernst.WAARSCHUWING
            nl += _ZWAK_NL.format(grond=grond.value)
            en += _ZWAK_EN.format(grond=grond.value)
    return Bevinding(
        code=regel.code,
        uitkomst=uitkomst,
        ernst=ernst,
        pad=melding.pad,
        reden=melding.reden,
        tekst=nl,
        tekst_en=en,
        bron=melding.bron or regel.bron,
        parameters=tuple(
            Parameter(naam=naam, waarde=waarde) for naam, waarde in melding.parameters
        ),
    )
