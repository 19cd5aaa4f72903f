"""What must hold between the verdict on a document and that on a changed one.

Each relation gives the places at which it does not hold. They are tried on every published case and
on generated documents; where one does not hold by right stands here, with the reason.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Final

import attrs
from tests.metamorf import relaties
from tests.metamorf.bron import Document

from geboortezorg import Context, Oordeel, Rapport, validate
from geboortezorg.rapport import Uitkomst
from geboortezorg.regels.register import PER_CODE

AKKOORD, AFGEKEURD = Oordeel.AKKOORD, Oordeel.AFGEKEURD
MAX_DECLARATIEREGELS: Final = 6
"""Lines of one document that are changed."""

_TEGENSPRAAK = "Two facts contradict each other; without one of them nothing does."
_ANDERE_KANT = "The claim is held against this; a document need not hold it."
ZONDER_UITZONDERINGEN: dict[str, str] = {
    "/client": _TEGENSPRAAK,
    "/client/bsn": _TEGENSPRAAK,
    "/client/verzekeringen": _ANDERE_KANT,
    "/declaratieregels": "Without a claim there is nothing to pay.",
    "/geleverde_kraamzorg": _ANDERE_KANT,
    "/kinderen/*/bsn": _TEGENSPRAAK,
    "/kinderen/*/levend_geboren": _TEGENSPRAAK,
    "/kinderen/*/overlijdensdatum": _TEGENSPRAAK,
    "/zorgepisodes/*/verwijzingen/*/naar/discipline": _TEGENSPRAAK,
    "/zwangerschap/a_terme_datum": _TEGENSPRAAK,
    "/zwangerschap/aantal_geboren_kinderen": _TEGENSPRAAK,
    "/zwangerschap/wijze_einde": _TEGENSPRAAK,
}
"""Members whose absence may turn a refusal into approval, with `*` for a position, and why."""

_ANDERE_DELEN = "What contradicts the line stands in a part that a message does not have."
_BERICHT = "A message has days of its own that the line is held against."
_EIGEN_PAPIER = "The agreement or contract stands in the dossier only; a message takes the payer's."
TWEE_SOORTEN_UITZONDERINGEN: dict[str, str] = {
    "GZ-DECLARATIE-001": _BERICHT,
    "GZ-DECLARATIE-005": "A dossier shows what came after what: taken back, and declared again.",
    "GZ-KRAAMZORG-016": _ANDERE_DELEN,
    "GZ-REGEL-005": _ANDERE_DELEN,
    "GZ-SAMENLOOP-004": _ANDERE_DELEN,
    "GZ-SAMENHANG-001": _ANDERE_DELEN,
    "GZ-SAMENHANG-005": _ANDERE_DELEN,
    "GZ-SAMENHANG-007": _ANDERE_DELEN,
    "GZ-SCREENING-002": _EIGEN_PAPIER,
    "GZ-TARIEF-002": _EIGEN_PAPIER,
}
"""Rules that may refuse a dossier and not the message with its lines, or the reverse, and why."""

Verandering = Callable[[Document, int], Document | None]
MEER: Final[tuple[Verandering, ...]] = (
    relaties.duurder,
    relaties.meer,
    relaties.met_losse_credit,
    relaties.met_credit_op_iets_anders,
)
"""What never helps."""


def heeft_vorm(rapport: Rapport) -> bool:
    """Say whether a report is on a document that reached the rules."""
    return rapport.van("GZ-VORM-001") == () and rapport.van("GZ-INVOER-001") == ()


def _plaatsen(document: Document) -> range:
    return range(min(MAX_DECLARATIEREGELS, len(document.get("declaratieregels", ()))))


def _patroon(pad: str) -> str:
    return "/".join("*" if deel.isdigit() else deel for deel in pad.split("/"))


def weglaten_helpt(
    document: Document,
    context: Context,
    rapport: Rapport,
    uitzonderingen: Mapping[str, str] = ZONDER_UITZONDERINGEN,
) -> Iterator[str]:
    """Give the members that no finding is about and without which a refusal becomes approval."""
    if rapport.oordeel is not AFGEKEURD:
        return
    fout = {p for b in rapport.bevindingen if b.ernst == "fout" for p in b.plaatsen}
    for pad, anders in relaties.zonder(document):
        if any(p == pad or p.startswith(f"{pad}/") for p in fout):
            continue  # what is wrong itself may be taken out
        patroon = _patroon(pad)
        if patroon not in uitzonderingen and validate(anders, context=context).akkoord:
            yield patroon


def meer_vragen_helpt(
    document: Document, context: Context, rapport: Rapport, verander: Verandering
) -> Iterator[str]:
    """Give the lines of which a larger claim, or a foreign credit, turns no approval into one."""
    if rapport.akkoord:
        return
    for plaats in _plaatsen(document):
        anders = verander(document, plaats)
        if anders is not None and validate(anders, context=context).akkoord:
            yield str(plaats)


def eigen_overeenkomst_helpt(
    document: Document, context: Context, rapport: Rapport
) -> Iterator[str]:
    """Give the lines that an agreement of the claimant gets approved, beside those of the payer."""
    if context.overeenkomsten_volledig and document["soort"] == "dossier":
        yield from meer_vragen_helpt(document, context, rapport, relaties.met_eigen_overeenkomst)


def volgorde_telt(document: Document, context: Context, rapport: Rapport) -> Iterator[str]:
    """Give what differs when the lines stand in the other order: the verdict, or a rule."""
    terug = validate(relaties.andersom(document), context=context)
    if terug.oordeel is not rapport.oordeel:
        yield terug.oordeel.value
    yield from {b.code for b in terug.bevindingen} ^ {b.code for b in rapport.bevindingen}


def kwartieren_tellen(document: Document, context: Context, rapport: Rapport) -> Iterator[str]:
    """Give the lines that get another verdict in another unit of time."""
    for plaats in _plaatsen(document):
        anders = relaties.in_kwartieren(document, plaats)
        if anders is not None and validate(anders, context=context).oordeel is not rapport.oordeel:
            yield str(plaats)


def delen_tellen(document: Document, context: Context, rapport: Rapport) -> Iterator[str]:
    """Give the lines that are refused as one line and approved as two, or the reverse."""
    for plaats in _plaatsen(document):
        anders = relaties.in_stukken(document, plaats)
        if anders is not None:
            oordeel = validate(anders, context=context).oordeel
            if {oordeel, rapport.oordeel} == {AKKOORD, AFGEKEURD}:
                yield str(plaats)


def soort_telt(
    document: Document,
    context: Context,
    _: Rapport,
    uitzonderingen: Mapping[str, str] = TWEE_SOORTEN_UITZONDERINGEN,
) -> Iterator[str]:
    """Give the rules that refuse lines in a dossier and see nothing wrong with them in a message.

    Or the reverse. What one of both does not show is said there, by `niet_beoordeeld` or by the
    rule being for the other kind only, which the documentation lists.
    """
    heen = document["soort"] == "dossier"
    anders = (relaties.als_declaratie if heen else relaties.als_dossier)(document)
    if anders is None:
        return
    volledig = attrs.evolve(
        context,
        eerdere_factuurnummers_volledig=True,
        beoordelingsdatum=context.beoordelingsdatum or dt.date(2040, 1, 1),
    )
    ander = validate(anders, context=volledig)
    zonder_bezwaar = {Uitkomst.VOLDAAN, Uitkomst.NIET_VAN_TOEPASSING}
    for uitkomst in validate(document, context=volledig).regels:
        code = uitkomst.code
        if code in uitzonderingen or not {"dossier", "declaratie"} <= set(PER_CODE[code].soorten):
            continue
        paar = {uitkomst.uitkomst, ander.uitkomst(code)}
        if Uitkomst.GESCHONDEN in paar and paar & zonder_bezwaar:
            yield code
