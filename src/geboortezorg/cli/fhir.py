"""``geboortezorg fhir``: what stands in messages of FHIR, as dossiers."""

import sys
from argparse import Namespace
from collections import Counter
from typing import Any, Final

import attrs

from geboortezorg.cli import invoer
from geboortezorg.cli.scherm import Scherm, als_json, leesbaar
from geboortezorg.cli.uitvoer.bestand import stdout_naar
from geboortezorg.convert import Invoerfout, dump
from geboortezorg.fhir import TEKSTEN, Leesuitkomst, Reden, lees, ontleed_resources
from geboortezorg.tekst import Tekst

_GEEN_JSON: Final = Tekst(
    "{pad}: dit is geen JSON; XML van FHIR wordt niet gelezen, zet het eerst om",
    "{pad}: this is no JSON; XML of FHIR is not read, convert it first",
)
_GEEN_ZWANGERSCHAP: Final = Tekst(
    "geen zwangerschap gevonden; lever de EpisodeOfCare van het zwangerschapsdossier mee",
    "no pregnancy found; supply the EpisodeOfCare of the maternal record",
)
_REGEL: Final = Tekst(
    "resource {nummer}, {pad}: {uitleg}",
    "resource {nummer}, {pad}: {uitleg}",
)
_TELLING: Final = Tekst(
    "dossiers: {dossiers}; niet geplaatst: {gemist}; zonder veld in een dossier: {rest}",
    "dossiers: {dossiers}; not placed: {gemist}; without a member in a dossier: {rest}",
)


def voer_uit(argumenten: Namespace, scherm: Scherm) -> int:
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
                tekst = scherm.tekst(_REGEL)
                scherm.meld(tekst.format(nummer=deel.resource, pad=deel.pad, uitleg=uitleg))
    scherm.meld(
        scherm.tekst(_TELLING).format(
            dossiers=len(uitkomst.dossiers), gemist=telling[False], rest=telling[True]
        )
    )
