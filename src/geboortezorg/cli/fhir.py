"""``geboortezorg fhir``: what stands in messages of FHIR, as dossiers."""

import sys
from argparse import Namespace
from collections import Counter
from datetime import date
from typing import Any, Final

import attrs

from geboortezorg.cli import invoer
from geboortezorg.cli.context import lees_context
from geboortezorg.cli.scherm import Scherm, als_json, leesbaar
from geboortezorg.cli.uitvoer.bestand import stdout_naar
from geboortezorg.cli.zonderzin import meld_vorm
from geboortezorg.convert import Invoerfout, dump
from geboortezorg.fhir import (
    TEKSTEN,
    Leesuitkomst,
    Reden,
    lees,
    ontleed_resources,
    schrijf_declaratie,
    schrijf_organisatie,
    weggelaten,
)
from geboortezorg.model import IGO, VSV, Declaratie
from geboortezorg.regels.context import Context
from geboortezorg.tekst import Tekst
from geboortezorg.tijd import vandaag
from geboortezorg.validation import OngeldigDocument, load

_GEEN_JSON: Final = Tekst(
    "{pad}: dit is geen JSON; XML van FHIR wordt niet gelezen, zet het eerst om",
    "{pad}: this is no JSON; XML of FHIR is not read, convert it first",
)
_GEEN_ZWANGERSCHAP: Final = Tekst(
    "geen zwangerschap gevonden; lever de EpisodeOfCare van het zwangerschapsdossier mee",
    "no pregnancy found; supply the EpisodeOfCare of the maternal record",
)
_ONGELDIG: Final = Tekst(
    "dit is geen geldig document; geboortezorg validate zegt waarom",
    "this is no valid document; geboortezorg validate says why",
)
_NIET_DEZE_SOORT: Final = Tekst(
    "alleen een vsv, igo of declaratie wordt als FHIR geschreven",
    "only a vsv, igo or declaratie is written as FHIR",
)
_WEGGELATEN: Final = Tekst(
    "{pad}: zonder plaats in de Bundle: {leden}", "{pad}: without a place in the Bundle: {leden}"
)
_NIET_GEPLAATST: Final = Tekst(
    "resource {nummer}, {pad}: {uitleg}",
    "resource {nummer}, {pad}: {uitleg}",
)
_TELLING: Final = Tekst(
    "dossiers: {dossiers}; niet geplaatst: {gemist}; zonder veld in een dossier: {rest}",
    "dossiers: {dossiers}; not placed: {gemist}; without a member in a dossier: {rest}",
)


def voer_uit(argumenten: Namespace, scherm: Scherm) -> int:
    """Read or write; return the exit code."""
    meld_vorm(argumenten, scherm)
    return (_schrijf if argumenten.wat == "schrijf" else _lees)(argumenten, scherm)


def _schrijf(argumenten: Namespace, scherm: Scherm) -> int:
    """Write every document as a Bundle, judged in the context when it is a declaratie."""
    context = lees_context(argumenten, scherm)
    dag = argumenten.op or context.beoordelingsdatum or vandaag()
    context = attrs.evolve(context, beoordelingsdatum=dag)
    with stdout_naar(argumenten.output, argumenten.paden, scherm):
        for document in invoer.documenten(argumenten.paden, ndjson=False):
            pad, model = leesbaar(document.pad), _model(document.inhoud)
            if isinstance(model, Tekst):
                scherm.meld(f"{pad}: {scherm.tekst(model)}")
                return 2
            bundel = _bundel(model, context, dag, scherm.taal)
            sys.stdout.write(f"{als_json(bundel)}\n")
            leden = ", ".join(weggelaten(model))
            if leden:
                scherm.meld(scherm.tekst(_WEGGELATEN).format(pad=pad, leden=leden))
    return 0


def _model(inhoud: bytes | invoer.Oorzaak) -> VSV | IGO | Declaratie | Tekst:
    """Return a document that can be written, or why it cannot."""
    if not isinstance(inhoud, bytes):
        return invoer.OORZAKEN[inhoud]
    try:
        document = load(inhoud)
    except OngeldigDocument:
        return _ONGELDIG
    return document if isinstance(document, VSV | IGO | Declaratie) else _NIET_DEZE_SOORT


def _bundel(
    document: VSV | IGO | Declaratie, context: Context, dag: date, taal: str
) -> dict[str, Any]:
    if isinstance(document, Declaratie):
        return schrijf_declaratie(document, context=context, taal=taal)
    eigen = document.peildatum if isinstance(document, VSV) else None
    return schrijf_organisatie(document, op=eigen or dag)


def _lees(argumenten: Namespace, scherm: Scherm) -> int:
    """Read everything behind the paths as one input; return the exit code."""
    resources: list[Any] = []
    for document in invoer.documenten(argumenten.paden, ndjson=False):
        if not isinstance(document.inhoud, bytes):
            oorzaak = scherm.tekst(invoer.OORZAKEN[document.inhoud])
            scherm.meld(f"{leesbaar(document.pad)}: {oorzaak}")
            return 2
        try:
            resources += ontleed_resources(document.inhoud)
        except Invoerfout:
            scherm.meld(scherm.tekst(_GEEN_JSON).format(pad=leesbaar(document.pad)))
            return 2
    uitkomst = lees(resources)
    with stdout_naar(argumenten.output, argumenten.paden, scherm):
        for dossier in uitkomst.dossiers:
            sys.stdout.write(f"{dump(dossier).decode()}\n")
    _schrijf_lijst(uitkomst, argumenten, scherm)
    if not uitkomst.dossiers:
        scherm.meld(scherm.tekst(_GEEN_ZWANGERSCHAP))
        return 1
    return 0 if uitkomst.volledig else 3


def _schrijf_lijst(uitkomst: Leesuitkomst, argumenten: Namespace, scherm: Scherm) -> None:
    telling = Counter(deel.reden is Reden.GEEN_PLEK for deel in uitkomst.zonder_plaats)
    if argumenten.lijst is not None:
        with stdout_naar(argumenten.lijst, argumenten.paden, scherm):
            for deel in uitkomst.zonder_plaats:
                uitleg = scherm.tekst(TEKSTEN[deel.reden])
                sys.stdout.write(f"{als_json({**attrs.asdict(deel), 'uitleg': uitleg})}\n")
    else:
        for deel in uitkomst.zonder_plaats:
            if deel.reden is not Reden.GEEN_PLEK:
                uitleg = scherm.tekst(TEKSTEN[deel.reden])
                tekst = scherm.tekst(_NIET_GEPLAATST)
                scherm.meld(tekst.format(nummer=deel.resource, pad=deel.pad, uitleg=uitleg))
    scherm.meld(
        scherm.tekst(_TELLING).format(
            dossiers=len(uitkomst.dossiers), gemist=telling[False], rest=telling[True]
        )
    )
