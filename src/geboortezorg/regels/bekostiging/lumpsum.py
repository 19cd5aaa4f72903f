"""Lumpsum agreements: parties, period, total and instalments of what a VSV declares."""

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from geboortezorg import model
from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort, Termijn
from geboortezorg.regels.bekostiging.verrekening import (
    Vsvpost,
    eerder_gedeclareerd,
    eerder_te_weinig,
    overeenkomst_van,
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
from geboortezorg.tijd import overlappen

_OVEREENKOMST_ONBEKEND: Final = Tekst(
    "De overeenkomst is niet bekend. Geef haar mee in het document of de context.",
    "The agreement is not known. Supply it in the document or the context.",
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
        "overeenkomst_onbekend": _OVEREENKOMST_ONBEKEND,
    },
    versie=3,
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
    eerder = eerder_gedeclareerd(w)
    if totaal + (eerder or 0) > overeenkomst.lumpsum_eurocent:
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
    versie=6,
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
            "Volgens deze declaratie is er niets eerder gedeclareerd, maar de betaler kent eerdere "
            "facturen, die alleen onder deze overeenkomst kunnen zijn. Verbeter "
            "eerder_gedeclareerd_eurocent, of laat de betaler eerder_gedeclareerd in de context zetten.",
            "By this declaratie nothing was declared before, but the payer knows earlier invoices, "
            "which can only be under this agreement. Correct eerder_gedeclareerd_eurocent, or have "
            "the payer put eerder_gedeclareerd in the context.",
        ),
        "termijn_onbekend": Tekst(
            "De overeenkomst werkt met termijnen, maar de declaratieregel noemt er geen. Vul "
            "termijn_id in.",
            "The agreement has instalments, but the line names none. Supply termijn_id.",
        ),
        "overeenkomst_onbekend": _OVEREENKOMST_ONBEKEND,
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
    if not meldingen and afgesproken and _boven_vervallen(w, posten, overeenkomst):
        meldingen.append(breuk("/declaratieregels", "boven_vervallen"))
    if not meldingen:
        meldingen += _al_gedeclareerd(w, posten, overeenkomst)
    if not meldingen and (reden := eerder_te_weinig(w, posten, overeenkomst)):
        pad = "/eerder_gedeclareerd_eurocent"
        meldingen.append(onbeoordeeld(pad, reden, vermoeden=True))
    return uitslag(meldingen, toegepast)


def _boven_termijn(posten: Sequence[Vsvpost], afgesproken: dict[str, Termijn]) -> Iterator[Melding]:
    """Yield the lines with which an instalment, its credits taken off, is exceeded."""
    samen: dict[str | None, int] = {}
    for post in sorted(posten, key=lambda post: post.debet):  # the credits first
        samen[post.termijn_id] = samen.get(post.termijn_id, 0) + post.netto_eurocent
        termijn = afgesproken.get(post.termijn_id or "")
        if post.debet and termijn and samen[post.termijn_id] > termijn.bedrag_eurocent:
            yield breuk(post.pad("bedrag_eurocent"), "boven_termijn")


def _al_gedeclareerd(
    w: Werkblad, posten: Sequence[Vsvpost], overeenkomst: Overeenkomst
) -> Iterator[Melding]:
    """Yield the lines above what is left of an instalment, when those due first were paid first.

    Above the lumpsum itself GZ-BEKOSTIGING-003 says so.
    """
    eerder = eerder_gedeclareerd(w) or 0
    if eerder + sum(post.netto_eurocent for post in posten) > (overeenkomst.lumpsum_eurocent or 0):
        return
    over: dict[str | None, int] = {}
    for termijn in sorted(overeenkomst.termijnen, key=attrgetter("declarabel_vanaf")):
        over[termijn.termijn_id] = max(0, termijn.bedrag_eurocent - eerder)
        eerder = max(0, eerder - termijn.bedrag_eurocent)
    for post in sorted(posten, key=attrgetter("debet")):  # the credits first
        rest = over.get(post.termijn_id)
        if rest is not None:
            over[post.termijn_id] = rest - post.netto_eurocent
            if post.debet and rest < post.netto_eurocent:
                yield onbeoordeeld(post.pad("termijn_id"), "al_gedeclareerd", vermoeden=True)


def _boven_vervallen(w: Werkblad, posten: Sequence[Vsvpost], overeenkomst: Overeenkomst) -> bool:
    """Say whether more was declared, now and before, than all instalments due on the invoice.

    Above the lumpsum itself GZ-BEKOSTIGING-003 says so.
    """
    totaal = sum(post.netto_eurocent for post in posten)
    totaal += eerder_gedeclareerd(w) or 0
    vervallen = sum(
        termijn.bedrag_eurocent
        for termijn in overeenkomst.termijnen
        if termijn.declarabel_vanaf <= w.als(model.VSVDeclaratie).factuurdatum
    )
    lumpsum = overeenkomst.lumpsum_eurocent
    return totaal > vervallen and (lumpsum is None or totaal <= lumpsum)


@regel(
    code="GZ-BEKOSTIGING-005",
    titel=Tekst(
        "Partijen en dagen zijn die van de overeenkomst",
        "Parties and days are those of the agreement",
    ),
    soorten=("vsv_declaratie",),
    bron=vsvbronnen.LUMPSUM,
    velden=(
        "/overeenkomst_id",
        "/vsv_id",
        "/agb_code",
        "/uzovi_code",
        "/declaratieregels/*/periode",
    ),
    peildatum=Peildatum.LEVERING,
    versie=3,
    redenen={
        "bestaat_niet": Tekst(
            "Er is geen overeenkomst met deze sleutel. Noem de lumpsumovereenkomst met deze "
            "verzekeraar.",
            "There is no agreement with this key. Name the lumpsum agreement with this insurer.",
        ),
        "geen_lumpsum": Tekst(
            "Dit is geen lumpsumovereenkomst. Een VSV declareert onder een lumpsumovereenkomst. "
            "Noem die.",
            "This is not a lumpsum agreement. A VSV declares under a lumpsum agreement. "
            "Name that one.",
        ),
        "ander_vsv": Tekst(
            "De overeenkomst is met een ander VSV gesloten. Noem de eigen overeenkomst.",
            "The agreement is with another VSV. Name the VSV's own agreement.",
        ),
        "andere_verzekeraar": Tekst(
            "De overeenkomst is met een andere verzekeraar gesloten. Declareer bij die "
            "verzekeraar.",
            "The agreement is with another insurer. Declare to that insurer.",
        ),
        "andere_agb": Tekst(
            "De overeenkomst noemt een andere AGB-code van het VSV dan deze declaratie. Controleer "
            "beide.",
            "The agreement names another AGB-code of the VSV than this declaratie. Check both.",
        ),
        "andere_overeenkomst": Tekst(
            "De betaler kent over deze dagen een andere lumpsumovereenkomst met dit VSV, en deze "
            "niet. Noem die, of laat de betaler deze in de context opnemen.",
            "Over these days the payer knows another lumpsum agreement with this VSV, and not this "
            "one. Name that one, or have the payer put this one in the context.",
        ),
        "buiten_looptijd": Tekst(
            "De overeenkomst geldt niet op al deze dagen. Declareer alleen dagen waarop zij geldt.",
            "The agreement does not apply on all these days. Declare only days on which it does.",
        ),
        "vsv_onbekend": Tekst(
            "Met welk VSV de overeenkomst is gesloten, staat er niet in. Vul vsv_id in.",
            "With which VSV the agreement is, it does not say. Supply its vsv_id.",
        ),
        "overeenkomst_onbekend": _OVEREENKOMST_ONBEKEND,
    },
)
def partijen_en_periode(w: Werkblad) -> Resultaat:
    """The agreement is a lumpsum of this VSV with this insurer, valid on every declared day."""
    document, overeenkomst = w.als(model.VSVDeclaratie), overeenkomst_van(w)
    if overeenkomst is None:
        if w.context.overeenkomsten_volledig:
            return [breuk("/overeenkomst_id", "bestaat_niet")]
        return [onbeoordeeld("/overeenkomst_id", "overeenkomst_onbekend")]
    if overeenkomst.overeenkomstsoort is not Overeenkomstsoort.LUMPSUM:
        return [breuk("/overeenkomst_id", "geen_lumpsum")]
    meldingen: list[Melding] = []
    if overeenkomst.vsv_id is None:
        meldingen.append(onbeoordeeld("/vsv_id", "vsv_onbekend"))
    elif overeenkomst.vsv_id != document.vsv_id:
        meldingen.append(breuk("/vsv_id", "ander_vsv"))
    if overeenkomst.uzovi_code != document.uzovi_code:
        meldingen.append(breuk("/uzovi_code", "andere_verzekeraar"))
    if None not in (agbs := {overeenkomst.zorgaanbieder_agb, document.agb_code}) and len(agbs) > 1:
        meldingen.append(onbeoordeeld("/agb_code", "andere_agb", vermoeden=True))
    if _kent_betaler_een_andere(w, overeenkomst):
        meldingen.append(onbeoordeeld("/overeenkomst_id", "andere_overeenkomst", vermoeden=True))
    looptijd = overeenkomst.looptijd
    meldingen += [
        breuk(post.pad("periode"), "buiten_looptijd")
        for post in vsvposten(w)
        if post.telt
        and not (
            looptijd.bevat(post.declaratieregel.periode.van)
            and looptijd.bevat(post.declaratieregel.periode.tot_en_met)
        )
    ]
    return uitslag(meldingen, van_toepassing=True)


def _kent_betaler_een_andere(w: Werkblad, overeenkomst: Overeenkomst) -> bool:
    """Say whether the payer gives a lumpsum of the same parties and days, and not this one."""
    van_betaler = w.context.overeenkomsten
    if any(eigen is overeenkomst for eigen in van_betaler):
        return False
    partijen = (Overeenkomstsoort.LUMPSUM, overeenkomst.vsv_id, overeenkomst.uzovi_code)
    return any(
        (ander.overeenkomstsoort, ander.vsv_id, ander.uzovi_code) == partijen
        and overlappen(ander.looptijd, overeenkomst.looptijd)
        for ander in van_betaler
    )
