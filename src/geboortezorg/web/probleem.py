"""Answers that are no report: what is wrong with a request, without a word of it."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from starlette.responses import Response

from geboortezorg.tekst import Tekst

MEDIATYPE: Final = "application/problem+json"

TEKSTEN: Final[Mapping[str, tuple[int, Tekst]]] = {
    "onbekend_adres": (
        404,
        Tekst(
            "Dit adres bestaat hier niet. /openapi.json beschrijft welke er zijn.",
            "There is nothing at this address. /openapi.json describes what there is.",
        ),
    ),
    "methode": (
        405,
        Tekst(
            "Deze methode kan hier niet. De kop Allow noemt welke wel kan.",
            "This method is not for this address. The header Allow names which one is.",
        ),
    ),
    "traag": (
        408,
        Tekst(
            "Het verzoek kwam niet op tijd binnen. Stuur het opnieuw.",
            "The request did not arrive in time. Send it again.",
        ),
    ),
    "te_groot": (
        413,
        Tekst(
            "Het verzoek is groter dan deze dienst aanneemt. Verdeel het over meer verzoeken.",
            "The request is larger than this service takes. Divide it over more requests.",
        ),
    ),
    "mediatype": (
        415,
        Tekst(
            "Het verzoek is van een ander type. Stuur het onverpakt, met het Content-Type dat "
            "/openapi.json noemt.",
            "The request is of another type. Send it uncompressed, with the Content-Type that "
            "/openapi.json names.",
        ),
    ),
    "parameters": (
        422,
        Tekst(
            "Een parameter ontbreekt, is onbekend, staat er tweemaal of heeft een verkeerde vorm. "
            "/openapi.json beschrijft ze.",
            "A parameter is missing, is unknown, stands there twice or has a wrong form. "
            "/openapi.json describes them.",
        ),
    ),
    "onbekende_regel": (
        404,
        Tekst(
            "Er is geen regel met deze code. /regels noemt ze alle.",
            "There is no rule with this code. /regels lists them all.",
        ),
    ),
    "onbekend_schema": (
        404,
        Tekst(
            "Er is geen schema van deze soort. /schemas noemt ze alle.",
            "There is no schema of this kind. /schemas lists them all.",
        ),
    ),
    "context_niet_toegestaan": (
        403,
        Tekst(
            "Deze dienst oordeelt met de context waarmee zij is gestart. Wie haar start, kan een "
            "context per verzoek toestaan met --context-per-verzoek.",
            "This service judges with the context that it was started with. Who starts it can "
            "allow a context in each request with --context-per-verzoek.",
        ),
    ),
    "omhulsel": (
        422,
        Tekst(
            "Het verzoek is niet een JSON-object met precies de velden context en document. "
            "Lever het zo aan.",
            "The request is not one JSON object with exactly the members context and document. "
            "Supply it so.",
        ),
    ),
    "context_ongeldig": (
        422,
        Tekst(
            "De meegestuurde context is niet te gebruiken, en er is niets beoordeeld. Herstel wat "
            "de bevindingen noemen.",
            "The context that was sent cannot be used, and nothing was judged. Repair what the "
            "findings name.",
        ),
    ),
    "contextbestanden": (
        422,
        Tekst(
            "Een meegestuurde context mag geen bestanden noemen, en er is niets beoordeeld. Zet "
            "de tabellen in de context zelf.",
            "A context that is sent may name no files, and nothing was judged. Put the tables in "
            "the context itself.",
        ),
    ),
    "fout": (
        500,
        Tekst(
            "Er ging iets mis in deze dienst, en er is niets beoordeeld. Meld het aan de beheerder.",
            "Something went wrong in this service, and nothing was judged. Tell who runs it.",
        ),
    ),
    "tijd_op": (
        503,
        Tekst(
            "Het oordeel was niet op tijd klaar. Stuur minder in een keer, of probeer het later.",
            "The verdict was not ready in time. Send less at once, or try again later.",
        ),
    ),
}
"""Every problem by its `reden`, with its status and what to do about it."""


class Probleem(Exception):
    """The request gets no answer but this; `extra` holds further members, and no value."""

    def __init__(self, reden: str, **extra: Any) -> None:
        self.reden = reden
        self.extra = extra
        super().__init__(reden)

    def antwoord(self, koppen: Mapping[str, str] | None = None) -> Response:
        """Return the answer, in the form of RFC 9457."""
        status, tekst = TEKSTEN[self.reden]
        inhoud = {
            "type": "about:blank",
            "title": HTTPStatus(status).phrase,
            "status": status,
            "reden": self.reden,
            "tekst": tekst.nl,
            "tekst_en": tekst.en,
            **self.extra,
        }
        return Response(
            json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")),
            status_code=status,
            headers=dict(koppen or {}),
            media_type=MEDIATYPE,
        )
