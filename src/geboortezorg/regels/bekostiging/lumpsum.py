"""Lumpsum agreements: parties, period, total and instalments of what a VSV declares."""

from collections.abc import Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import Final

from geboortezorg import model
from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort, Termijn
from geboortezorg.regels.bekostiging.verrekening import (
    Vsvpost,
    eerder_gedeclareerd,
    eerder_te_weinig,
    met_zelfde_sleutel,
    overeenkomst_van,
    van_meer_vsvs,
    vsvposten,
)
from geboortezorg.regels.ingebed import ook_ingebed
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    VOLDAAN,
    Melding,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad

OVEREENKOMST_ONBEKEND: Final = Tekst(
    "De overeenkomst is niet bekend. Geef haar mee in het document of de context.",
    "The agreement is not known. Supply it in the document or the context.",
)
_SLEUTEL_GEDEELD: Final = Tekst(
    "Meer overeenkomsten met deze verzekeraar hebben deze sleutel, en onder welke wat eerder is "
    "gedeclareerd, is niet bekend. Geef elke overeenkomst een eigen sleutel.",
    "More agreements with this insurer have this key, and under which what was declared before is "
    "not known. Give each agreement a key of its own.",
)


@ook_ingebed
@regel(
    code="GZ-BEKOSTIGING-003",
    titel=Tekst(
        "Het gedeclareerde totaal past binnen de lumpsum",
        "The declared total stays within the lumpsum",
    ),
    soorten=("vsv_declaratie", "overeenkomst"),
    bron=vsvbronnen.LUMPSUM,
    velden=(
        "/declaratieregels",
        "/eerder_gedeclareerd_eurocent",
        "/overeenkomst_id",
        "/termijnen",
        "/lumpsum_eurocent",
    ),
    redenen={
        "boven_lumpsum": Tekst(
            "Het gedeclareerde totaal is hoger dan de afgesproken lumpsum. Verlaag het of pas de "
            "overeenkomst aan.",
            "The declared total exceeds the agreed lumpsum. Lower it, or change the agreement.",
        ),
        "termijnen_boven_lumpsum": Tekst(
            "De termijnen zijn samen hoger dan de lumpsum. Pas de termijnen aan.",
            "The instalments together exceed the lumpsum. Adjust the instalments.",
        ),
        "termijnen_onder_lumpsum": Tekst(
            "De termijnen zijn samen lager dan de lumpsum: een deel heeft geen termijn. Vul de "
            "termijnen aan.",
            "The instalments together are less than the lumpsum: a part has no instalment. "
            "Complete the instalments.",
        ),
        "eerder_onbekend": Tekst(
            "Wat eerder onder deze overeenkomst is gedeclareerd, is niet bekend. Vul "
            "eerder_gedeclareerd_eurocent in (nul als er niets was).",
            "What was declared before under this agreement is not known. Supply "
            "eerder_gedeclareerd_eurocent (zero if nothing was).",
        ),
        "lumpsum_onbekend": Tekst(
            "De overeenkomst noemt geen lumpsum. Vul lumpsum_eurocent in.",
            "The agreement names no lumpsum. Supply lumpsum_eurocent.",
        ),
        "sleutel_gedeeld": _SLEUTEL_GEDEELD,
        "overeenkomst_onbekend": OVEREENKOMST_ONBEKEND,
    },
    versie=5,
)
def binnen_lumpsum(w: Werkblad) -> Resultaat:
    """Debits less credits, with what was declared before, do not exceed the lumpsum."""
    if w.soort == "overeenkomst":
        return _termijnen_tegen_lumpsum(w.als(Overeenkomst))
    document, overeenkomst = w.als(model.VSVDeclaratie), overeenkomst_van(w)
    if overeenkomst is None:
        return [onbeoordeeld("/overeenkomst_id", "overeenkomst_onbekend")]
    if overeenkomst.lumpsum_eurocent is None:
        if any(eigen is overeenkomst for eigen in document.overeenkomsten):
            return NIET_VAN_TOEPASSING  # asked for where the agreement stands
        return [onbeoordeeld("/overeenkomst_id", "lumpsum_onbekend")]
    totaal = sum(post.netto_eurocent for post in vsvposten(w))
    eerder, lumpsum = eerder_gedeclareerd(w), overeenkomst.lumpsum_eurocent
    te_veel, gemengd = totaal + (eerder or 0) > lumpsum, van_meer_vsvs(w)
    if totaal <= lumpsum and (gemengd or (te_veel and met_zelfde_sleutel(w, overeenkomst))):
        return [onbeoordeeld("/overeenkomst_id", "sleutel_gedeeld", vermoeden=True)]
    if te_veel:
        return [breuk("/declaratieregels", "boven_lumpsum")]
    if eerder is None:
        return [onbeoordeeld("/eerder_gedeclareerd_eurocent", "eerder_onbekend")]
    return VOLDAAN


def _termijnen_tegen_lumpsum(overeenkomst: Overeenkomst) -> Resultaat:
    if overeenkomst.overeenkomstsoort is not Overeenkomstsoort.LUMPSUM:
        return NIET_VAN_TOEPASSING
    if overeenkomst.lumpsum_eurocent is None:
        return [onbeoordeeld("/lumpsum_eurocent", "lumpsum_onbekend")]
    if not overeenkomst.termijnen:
        return NIET_VAN_TOEPASSING
    samen = sum(termijn.bedrag_eurocent for termijn in overeenkomst.termijnen)
    if samen > overeenkomst.lumpsum_eurocent:
        return [breuk("/termijnen", "termijnen_boven_lumpsum")]
    if samen < overeenkomst.lumpsum_eurocent:
        return [onbeoordeeld("/termijnen", "termijnen_onder_lumpsum", vermoeden=True)]
    return VOLDAAN


@regel(
    code="GZ-BEKOSTIGING-004",
    titel=Tekst(
        "Termijnen worden volgens afspraak gedeclareerd", "Instalments follow the schedule"
    ),
    soorten=("vsv_declaratie",),
    bron=vsvbronnen.LUMPSUM,
    velden=(
        "/declaratieregels/*/termijn_id",
        "/declaratieregels/*/bedrag_eurocent",
        "/declaratieregels",
        "/overeenkomst_id",
        "/eerder_gedeclareerd_eurocent",
    ),
    peildatum=Peildatum.DOCUMENT,
    versie=10,
    redenen={
        "bestaat_niet": Tekst(
            "De overeenkomst heeft deze termijn niet. Noem een termijn van de overeenkomst.",
            "The agreement has no such instalment. Name one of the agreement.",
        ),
        "te_vroeg": Tekst(
            "De factuurdatum ligt voor de eerste dag waarop deze termijn declarabel is. Declareer "
            "later.",
            "The invoice date lies before the first day on which this instalment may be declared. "
            "Declare later.",
        ),
        "boven_termijn": Tekst(
            "De declaratieregels voor deze termijn zijn samen hoger dan de termijn. Verlaag het "
            "bedrag.",
            "The lines for this instalment together exceed it. Lower the amount.",
        ),
        "boven_vervallen": Tekst(
            "Met wat eerder is gedeclareerd, is het meer dan alle termijnen die op de factuurdatum "
            "declarabel zijn. Verlaag het bedrag of wacht op de volgende termijn.",
            "With what was declared before, it is more than all instalments that may be declared "
            "on the invoice date. Lower the amount, or wait for the next instalment.",
        ),
        "al_gedeclareerd": Tekst(
            "Wat eerder is gedeclareerd, vult deze termijn al, als de eerste termijn het eerst is "
            "betaald. Controleer de termijn, of beoordeel een vsv_declaratie met deze en alle "
            "declaratieregels van eerder, en eerder_gedeclareerd_eurocent op nul.",
            "What was declared before fills this instalment already, if the first one was paid "
            "first. Check the instalment, or judge a vsv_declaratie with these and all lines of "
            "before, and zero in eerder_gedeclareerd_eurocent.",
        ),
        "eerder_minder": Tekst(
            "Volgens deze declaratie is eerder minder gedeclareerd dan de termijnen die voor deze "
            "komen. Verbeter eerder_gedeclareerd_eurocent; klopt het, laat de betaler dan "
            "eerder_gedeclareerd in de context opnemen.",
            "By this declaratie less was declared before than the instalments that come before "
            "this one. Correct eerder_gedeclareerd_eurocent; if it is right, have the payer put "
            "eerder_gedeclareerd in the context.",
        ),
        "eerdere_facturen": Tekst(
            "De betaler kent meer eerdere facturen dan er volgens deze declaratie hele termijnen "
            "eerder zijn gedeclareerd, die van andere bekende overeenkomsten meegeteld. Verbeter "
            "eerder_gedeclareerd_eurocent, geef de overeenkomst mee waar die facturen onder vielen, of "
            "laat de betaler eerder_gedeclareerd in de context zetten.",
            "The payer knows more earlier invoices than whole instalments were declared before by "
            "this declaratie, those of other known agreements included. Correct "
            "eerder_gedeclareerd_eurocent, supply the agreement that those invoices fell under, or "
            "have the payer put eerder_gedeclareerd in the context.",
        ),
        "meer_op_factuur": Tekst(
            "Na een termijn hier werd al een latere declarabel, en de betaler kent eerdere facturen maar "
            "geen bedragen: op een daarvan kunnen meer termijnen staan, ook deze. Laat de betaler "
            "eerder_gedeclareerd in de context zetten.",
            "After an instalment here a later one could be declared already, and the payer knows earlier "
            "invoices but no amounts: one of these can hold several instalments, this one too. Have the "
            "payer put eerder_gedeclareerd in the context.",
        ),
        "andere_sleutel": Tekst(
            "De betaler weet wat eerder is gedeclareerd onder een andere sleutel bij deze verzekeraar, "
            "meer dan deze declaratie noemt, en welke overeenkomst die sleutel heeft is niet bekend. "
            "Gebruik die in overeenkomst_id als het deze is, of laat de betaler een van beide "
            "overeenkomsten, of eerder_gedeclareerd onder deze sleutel, in de context zetten.",
            "The payer knows what was declared before under another key at this insurer, more than "
            "this declaratie tells of, and which agreement has that key is not known. Use it in "
            "overeenkomst_id if it is this one, or have the payer put either agreement, or "
            "eerder_gedeclareerd under this key, in the context.",
        ),
        "andere_spelling": Tekst(
            "De betaler weet wat eerder is gedeclareerd onder een sleutel die alleen in hoofdletters, "
            "spaties of leestekens verschilt. Gebruik die in overeenkomst_id, of laat de betaler ook "
            "onder deze sleutel eerder_gedeclareerd in de context zetten.",
            "The payer knows what was declared before under a key that differs in capitals, spaces "
            "or punctuation only. Use that one in overeenkomst_id, or have the payer put "
            "eerder_gedeclareerd in the context under this key too.",
        ),
        "laat": Tekst(
            "Een declaratieregel is meer dan {dagen} dagen geleden declarabel geworden, langer dan "
            "declaraties gewoonlijk op zich laten wachten, en kan al zijn gedeclareerd. Controleer de "
            "factuurdatum; klopt die, laat de betaler dan eerder_gedeclareerd in de context zetten.",
            "A line could be declared more than {dagen} days ago, longer than declaraties usually take "
            "to come in, and may have been declared already. Check the invoice date; if it is right, "
            "have the payer put eerder_gedeclareerd in the context.",
        ),
        "termijn_onbekend": Tekst(
            "De overeenkomst werkt met termijnen, maar de declaratieregel noemt er geen. Vul "
            "termijn_id in.",
            "The agreement has instalments, but the line names none. Supply termijn_id.",
        ),
        "sleutel_gedeeld": _SLEUTEL_GEDEELD,
        "overeenkomst_onbekend": OVEREENKOMST_ONBEKEND,
    },
)
def termijnen(w: Werkblad) -> Resultaat:
    """Each line names an instalment, on or after its day, and stays within its amount.

    What was declared before is known as a sum: with it, no more is declared than what is due.
    """
    document, overeenkomst = w.als(model.VSVDeclaratie), overeenkomst_van(w)
    if overeenkomst is None:
        return [onbeoordeeld("/overeenkomst_id", "overeenkomst_onbekend")]
    afgesproken = {termijn.termijn_id: termijn for termijn in overeenkomst.termijnen}
    meldingen: list[Melding] = []
    toegepast = False
    posten = vsvposten(w)
    for post in posten:
        if not post.telt:
            continue
        pad = post.pad("termijn_id")
        if post.termijn_id is None:
            if afgesproken:
                toegepast = True
                meldingen.append(onbeoordeeld(pad, "termijn_onbekend"))
            continue
        toegepast = True
        termijn = afgesproken.get(post.termijn_id)
        if termijn is None:
            meldingen.append(breuk(pad, "bestaat_niet"))
        elif document.factuurdatum < termijn.declarabel_vanaf:
            meldingen.append(breuk(pad, "te_vroeg"))
    meldingen += _boven_termijn(posten, afgesproken)
    if not meldingen:
        meldingen += _met_eerder(w, posten, overeenkomst)
    if not meldingen and (melding := eerder_te_weinig(w, posten, overeenkomst)) is not None:
        meldingen.append(melding)
    return uitslag(meldingen, toegepast)


def _boven_termijn(posten: Sequence[Vsvpost], afgesproken: dict[str, Termijn]) -> Iterator[Melding]:
    """Yield the lines with which an instalment, its credits taken off, is exceeded."""
    samen: dict[str | None, int] = {}
    for post in sorted(posten, key=lambda post: post.debet):  # the credits first
        samen[post.termijn_id] = samen.get(post.termijn_id, 0) + post.netto_eurocent
        termijn = afgesproken.get(post.termijn_id or "")
        if post.debet and termijn and samen[post.termijn_id] > termijn.bedrag_eurocent:
            yield breuk(post.pad("bedrag_eurocent"), "boven_termijn")


def _met_eerder(
    w: Werkblad, posten: Sequence[Vsvpost], overeenkomst: Overeenkomst
) -> Sequence[Melding]:
    """Return what is too much with what was declared before, if that is of this agreement."""
    eerder, op = eerder_gedeclareerd(w) or 0, w.als(model.VSVDeclaratie).factuurdatum
    gevonden = _te_veel(posten, overeenkomst, eerder, op)
    if (
        gevonden
        and not _te_veel(posten, overeenkomst, 0, op)
        and (van_meer_vsvs(w) or met_zelfde_sleutel(w, overeenkomst))
    ):
        return [onbeoordeeld("/overeenkomst_id", "sleutel_gedeeld", vermoeden=True)]
    return gevonden


def _te_veel(
    posten: Sequence[Vsvpost], overeenkomst: Overeenkomst, eerder: int, op: date
) -> Sequence[Melding]:
    """Return what is more than is due, or than what is left of an instalment.

    Above the lumpsum itself GZ-BEKOSTIGING-003 says so.
    """
    totaal = eerder + sum(post.netto_eurocent for post in posten)
    termijnen_, lumpsum = overeenkomst.termijnen, overeenkomst.lumpsum_eurocent
    vervallen = sum(t.bedrag_eurocent for t in termijnen_ if t.declarabel_vanaf <= op)
    if termijnen_ and totaal > vervallen and (lumpsum is None or totaal <= lumpsum):
        return [breuk("/declaratieregels", "boven_vervallen")]
    if totaal > (lumpsum or 0):
        return []
    return list(_al_gedeclareerd(posten, termijnen_, eerder))


def _al_gedeclareerd(
    posten: Sequence[Vsvpost], termijnen_: Sequence[Termijn], eerder: int
) -> Iterator[Melding]:
    """Yield the lines above what is left of an instalment, when those due first were paid first."""
    over: dict[str | None, int] = {}
    for termijn in sorted(termijnen_, key=attrgetter("declarabel_vanaf")):
        over[termijn.termijn_id] = max(0, termijn.bedrag_eurocent - eerder)
        eerder = max(0, eerder - termijn.bedrag_eurocent)
    for post in sorted(posten, key=attrgetter("debet")):  # the credits first
        rest = over.get(post.termijn_id)
        if rest is not None:
            over[post.termijn_id] = rest - post.netto_eurocent
            if post.debet and rest < post.netto_eurocent:
                yield onbeoordeeld(post.pad("termijn_id"), "al_gedeclareerd", vermoeden=True)
