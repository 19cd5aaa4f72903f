"""A declaratie as Claims of FHIR R4, and what the rules say of it as ClaimResponses."""

from typing import Any, Final

from geboortezorg.fhir.schrijven import Bundel, Resource, begrip, gegevens, kenmerk, periode
from geboortezorg.model.declaratie import DebetCredit, Declaratie, Declaratieregel
from geboortezorg.nummers import bsn
from geboortezorg.rapport import Bevinding, Rapport
from geboortezorg.regels.context import Context
from geboortezorg.tekst import Tekst, TekstFout
from geboortezorg.validation import validate

_DECLARATIEREGELS: Final = "declaratieregels"
_ZONDER_DAG: Final = Tekst(
    "geef de context een beoordelingsdatum: een ClaimResponse heeft een dag",
    "give the context a beoordelingsdatum: a ClaimResponse has a day",
)
_OORDEEL: Final = Tekst(
    "oordeel over de hele declaratie: {oordeel}", "verdict on the whole: {oordeel}"
)
_WEGGELATEN: Final = Tekst(
    "{aantal} bevindingen staan niet in dit antwoord", "{aantal} findings are not in this answer"
)


def schrijf_declaratie(declaratie: Declaratie, *, context: Context, taal: str = "nl") -> Resource:
    """Return a Bundle of FHIR R4: for each woman a Claim, and a ClaimResponse with the findings.

    A line with the dummy for an unknown BSN has a Claim of its own, about a Patient without a number.
    The declaratie is judged in `context`, which has the day of judging; without that day there is
    a ValueError. Every ClaimResponse gives the verdict on the whole, and no amount is allowed in
    it: rules refuse, they do not pay. What is written holds personal data.
    """
    if context.beoordelingsdatum is None:
        raise TekstFout(_ZONDER_DAG)
    rapport = validate(declaratie, context=context)
    bundel = Bundel()
    declarant = bundel.voeg_toe(
        "Organization",
        identifier=[kenmerk(gegevens()["stelsels"]["agb_code"], declaratie.declarant_agb)],
    )
    verzekeraar = bundel.voeg_toe(
        "Organization",
        identifier=[kenmerk(gegevens()["stelsels"]["uzovi"], declaratie.uzovi_code)],
    )
    # The dummy is nobody's number: two lines with it need not be of one woman.
    per_vrouw: dict[str | int | None, list[int]] = {}
    for plaats, declaratieregel in enumerate(declaratie.declaratieregels):
        wie = plaats if declaratieregel.bsn == bsn.DUMMY else declaratieregel.bsn
        per_vrouw.setdefault(wie, []).append(plaats)
    for wie, plaatsen in (per_vrouw or {None: []}).items():
        stelsel = gegevens()["stelsels"]["bsn"]
        patient = bundel.voeg_toe(
            "Patient", identifier=[kenmerk(stelsel, wie)] if isinstance(wie, str) else None
        )
        delen = {"patient": patient, "insurer": verzekeraar}
        claim = bundel.voeg_toe("Claim", **_claim(bundel, declaratie, plaatsen, delen, declarant))
        bundel.voeg_toe(
            "ClaimResponse",
            **_algemeen(delen),
            created=context.beoordelingsdatum.isoformat(),
            request=claim,
            **_antwoord(rapport, plaatsen, taal),
        )
    return bundel.als_json()


def _algemeen(delen: dict[str, Resource]) -> dict[str, Any]:
    """Return what a Claim and its answer have alike."""
    vast = gegevens()["vast"]
    return {"status": "active", "type": begrip(vast["declaratiesoort"]), "use": "claim", **delen}


def _claim(
    bundel: Bundel,
    declaratie: Declaratie,
    plaatsen: list[int],
    delen: dict[str, Resource],
    declarant: Resource,
) -> dict[str, Any]:
    dekking = bundel.voeg_toe(
        "Coverage", status="active", beneficiary=delen["patient"], payor=[delen["insurer"]]
    )
    stelsel = gegevens()["eigen"]["factuurnummer"]
    return {
        **_algemeen(delen),
        "identifier": [kenmerk(stelsel, declaratie.factuurnummer)],
        "billablePeriod": periode(declaratie.periode),
        "created": declaratie.factuurdatum.isoformat(),
        "provider": declarant,
        "priority": begrip(gegevens()["vast"]["prioriteit"]),
        "insurance": [{"sequence": 1, "focal": True, "coverage": dekking}],
        "item": [
            _item(nummer, declaratie.declaratieregels[plaats])
            for nummer, plaats in enumerate(plaatsen, 1)
        ],
    }


def _item(nummer: int, declaratieregel: Declaratieregel) -> Resource:
    credit = declaratieregel.debet_credit is DebetCredit.CREDIT
    bedrag = declaratieregel.declaratiebedrag_eurocent
    return {
        "sequence": nummer,
        "productOrService": begrip(
            f"{gegevens()['eigen']['prestatie']}|{declaratieregel.prestatie}"
        ),
        "servicedPeriod": periode(declaratieregel.periode),
        "quantity": {"value": declaratieregel.aantal},
        "unitPrice": _geld(declaratieregel.tarief_eurocent),
        **({"factor": -1} if credit else {}),
        "net": _geld(-bedrag if credit else bedrag),
    }


def _geld(eurocent: int) -> Resource:
    """Return an amount; the shortest text of a float of whole eurocents is exact to the cent."""
    euro, rest = divmod(eurocent, 100)
    return {"value": eurocent / 100 if rest else euro, "currency": gegevens()["vast"]["munt"]}


def _antwoord(rapport: Rapport, plaatsen: list[int], taal: str) -> dict[str, Any]:
    volgorde = {plaats: nummer for nummer, plaats in enumerate(plaatsen, 1)}
    fouten = [
        fout for bevinding in rapport.bevindingen for fout in _fouten(bevinding, volgorde, taal)
    ]
    weg = rapport.bevindingen_weggelaten
    melding = _WEGGELATEN.in_taal(taal).format(aantal=weg)
    return {
        "outcome": gegevens()["uitkomsten"][rapport.oordeel],
        "disposition": _OORDEEL.in_taal(taal).format(oordeel=rapport.oordeel),
        "processNote": [{"number": 1, "text": melding}] if weg else None,
        "error": fouten,
    }


def _fouten(bevinding: Bevinding, volgorde: dict[int, int], taal: str) -> list[Resource]:
    """Return the errors of one finding in one claim: one for each of its lines, or one in all."""
    code = f"{gegevens()['eigen']['regel']}|{bevinding.code}"
    tekst = bevinding.tekst_en if taal == "en" else bevinding.tekst
    nummers: dict[int | None, None] = {}
    for pad in bevinding.plaatsen:
        _, naam, plaats, *_ = [*pad.split("/"), "", ""]
        if naam != _DECLARATIEREGELS or not plaats.isdecimal():
            nummers[None] = None
        elif int(plaats) in volgorde:
            nummers[volgorde[int(plaats)]] = None
    return [
        {**({} if nummer is None else {"itemSequence": nummer}), "code": begrip(code, tekst)}
        for nummer in nummers
    ]
