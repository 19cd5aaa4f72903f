"""The lines of a VSV's declaratie: under which agreement, and what its credits take back."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import Final, final

from geboortezorg import model
from geboortezorg.bevroren import anders, bevroren
from geboortezorg.model.declaratie import DebetCredit
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.regels.regel import Melding, onbeoordeeld
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tekst import kern
from geboortezorg.tijd import dagen_tussen, overlappen
from geboortezorg.zorggeval.verrekening import Boeking, Creditfout, verreken

_INDIENTERMIJN: Final = "declaratie-indientermijn"
_EERDER: Final = "/eerder_gedeclareerd_eurocent"


def overeenkomst_van(w: Werkblad) -> Overeenkomst | None:
    """Return the agreement that the document names: the payer's copy before its own.

    When the payer gives every agreement, an agreement of the document itself proves nothing. A
    context that says so and gives none has left the agreement to the document. Of several with
    the key, one of its own parties goes first, of these one that holds on its first day, as that
    of this year beside last year's of the payer: never that which happens to stand first.
    """
    document, context = w.als(model.VSVDeclaratie), w.context
    van_betaler, eigen = context.overeenkomsten, document.overeenkomsten
    if context.overeenkomsten_volledig and van_betaler:
        eigen = ()
    dag = min((r.periode.van for r in document.declaratieregels), default=document.factuurdatum)
    genoemd = [
        (_rang(document, overeenkomst, dag, zelf=zelf), overeenkomst)
        for zelf, overeenkomsten in ((False, van_betaler), (True, eigen))
        for overeenkomst in overeenkomsten
        if overeenkomst.overeenkomst_id == document.overeenkomst_id
    ]
    return min(genoemd, key=itemgetter(0))[1] if genoemd else None


def _rang(
    document: "model.VSVDeclaratie", overeenkomst: Overeenkomst, dag: date, *, zelf: bool
) -> tuple[object, ...]:
    """Return by what an agreement with the key of a document goes before another: the lowest."""
    eigen = (Overeenkomstsoort.LUMPSUM, document.vsv_id, document.uzovi_code)
    ander, geldt = _partijen(overeenkomst) != eigen, overeenkomst.looptijd.bevat(dag)
    return (
        ander,
        not (ander or geldt),
        zelf,
        overeenkomst.overeenkomstsoort is not Overeenkomstsoort.LUMPSUM,
        overeenkomst.uzovi_code != document.uzovi_code,
        overeenkomst.vsv_id not in {None, document.vsv_id},
        overeenkomst.zorgaanbieder_agb not in {None, document.agb_code},
        not geldt,
        overeenkomst.looptijd.van,
        overeenkomst.lumpsum_eurocent or 0,
        overeenkomst.vsv_id or "",
        len(overeenkomst.termijnen),
    )


def _partijen(overeenkomst: Overeenkomst) -> tuple[Overeenkomstsoort, str | None, str]:
    return overeenkomst.overeenkomstsoort, overeenkomst.vsv_id, overeenkomst.uzovi_code


def met_zelfde_sleutel(w: Werkblad, overeenkomst: Overeenkomst) -> list[Overeenkomst]:
    """Return the other agreements of the same parties and key, as when one follows the other.

    Of these together the sum is known that was declared before. Beside one of the payer those of
    the document say nothing.
    """
    van_betaler = w.context.overeenkomsten
    uit_context = any(een is overeenkomst for een in van_betaler)
    eigen = () if uit_context else w.als(model.VSVDeclaratie).overeenkomsten
    return [
        ander
        for ander in (*van_betaler, *eigen)
        if ander is not overeenkomst
        and ander.overeenkomst_id == overeenkomst.overeenkomst_id
        and _partijen(ander) == _partijen(overeenkomst)
    ]


def eerder_gedeclareerd(w: Werkblad) -> int | None:
    """Return what was declared before under the agreement: what the payer knows goes first."""
    eerder = weet_betaler(w)
    return w.als(model.VSVDeclaratie).eerder_gedeclareerd_eurocent if eerder is None else eerder


def weet_betaler(w: Werkblad) -> int | None:
    """Return what the payer knows to have been declared before under the agreement."""
    document = w.als(model.VSVDeclaratie)
    sleutel = (document.overeenkomst_id, document.uzovi_code)
    for eerder in w.context.eerder_gedeclareerd:
        if (eerder.overeenkomst_id, eerder.uzovi_code) == sleutel:
            return eerder.bedrag_eurocent
    return None


def van_meer_vsvs(w: Werkblad) -> bool:
    """Say whether the payer tells of a sum under a key that several VSV's have with the insurer."""
    document = w.als(model.VSVDeclaratie)
    sleutel = (Overeenkomstsoort.LUMPSUM, document.overeenkomst_id, document.uzovi_code)
    vsvs = {
        een.vsv_id
        for een in w.context.overeenkomsten
        if (een.overeenkomstsoort, een.overeenkomst_id, een.uzovi_code) == sleutel
    }
    return len(vsvs) > 1 and weet_betaler(w) is not None


def eerder_te_weinig(
    w: Werkblad, posten: "Sequence[Vsvpost]", overeenkomst: Overeenkomst
) -> Melding | None:
    """Return why more can have been declared before than the VSV itself tells of.

    The payer tells of another spelling of the key, or of a key of which nobody says whose it is; a
    line is declared so late that it may have been before; less than the instalments before those of
    its lines; fewer instalments than the payer knows invoices, those due of other agreements too; or
    an instalment that an earlier invoice can have held beside another one.
    """
    document = w.als(model.VSVDeclaratie)
    eerder = document.eerder_gedeclareerd_eurocent
    if eerder is None or weet_betaler(w) is not None or not any(post.telt for post in posten):
        return None
    sleutel, uzovi = kern(document.overeenkomst_id), document.uzovi_code
    bekend = w.context.eerder_gedeclareerd
    if any(e.uzovi_code == uzovi and kern(e.overeenkomst_id) == sleutel for e in bekend):
        return onbeoordeeld(_EERDER, "andere_spelling", vermoeden=True)
    andere = _andere_lumpsums(w, overeenkomst)
    if _andere_sleutel(w, overeenkomst, eerder, andere):
        return onbeoordeeld(_EERDER, "andere_sleutel", vermoeden=True)
    norm = w.context.normen.norm(_INDIENTERMIJN)
    dagen = norm.waarde("dagen")
    if _langste_wachten(posten, overeenkomst, document.factuurdatum) > dagen:
        return onbeoordeeld(_EERDER, "laat", vermoeden=True, bron=norm.bron, dagen=dagen)
    hier = {post.termijn_id for post in posten}
    vanaf = [t.declarabel_vanaf for t in overeenkomst.termijnen if t.termijn_id in hier]
    if eerder < sum(
        termijn.bedrag_eurocent
        for termijn in overeenkomst.termijnen
        if vanaf and termijn.termijn_id not in hier and termijn.declarabel_vanaf < max(vanaf)
    ):
        return onbeoordeeld(_EERDER, "eerder_minder", vermoeden=True)
    op_dag = sorted(overeenkomst.termijnen, key=attrgetter("declarabel_vanaf"))
    samen = accumulate(termijn.bedrag_eurocent for termijn in op_dag)
    gevuld = sum(1 for bedrag in samen if bedrag <= eerder)
    gevuld += sum(
        termijn.declarabel_vanaf <= document.factuurdatum
        for ander in andere
        if kern(ander.vsv_id or "") == kern(document.vsv_id)
        for termijn in ander.termijnen
    )
    if len(w.context.eerdere_factuurnummers) > gevuld:
        return onbeoordeeld(_EERDER, "eerdere_facturen", vermoeden=True)
    vervallen = [t.declarabel_vanaf for t in op_dag if t.declarabel_vanaf <= document.factuurdatum]
    # An invoice may hold several instalments that were due: not that which became due last.
    if w.context.eerdere_factuurnummers and vanaf and min(vanaf) < vervallen[-1]:
        return onbeoordeeld(_EERDER, "meer_op_factuur", vermoeden=True)
    return None


def _andere_lumpsums(w: Werkblad, overeenkomst: Overeenkomst) -> list[Overeenkomst]:
    """Return the other lumpsums of the insurer: of the payer, and of the document on other days."""
    document, van_betaler = w.als(model.VSVDeclaratie), w.context.overeenkomsten
    eigen = () if w.context.overeenkomsten_volledig and van_betaler else document.overeenkomsten
    elders = (ander for ander in eigen if not overlappen(ander.looptijd, overeenkomst.looptijd))
    return [
        ander
        for ander in (*van_betaler, *elders)
        if ander is not overeenkomst
        and ander.overeenkomstsoort is Overeenkomstsoort.LUMPSUM
        and ander.uzovi_code == document.uzovi_code
    ]


def _andere_sleutel(
    w: Werkblad, overeenkomst: Overeenkomst, eerder: int, andere: "Sequence[Overeenkomst]"
) -> bool:
    """Say whether the payer, which does not know the agreement, tells of more under a loose key."""
    if any(een is overeenkomst for een in w.context.overeenkomsten):
        return False
    sleutels, uzovi = {ander.overeenkomst_id for ander in andere}, overeenkomst.uzovi_code
    return any(
        een.bedrag_eurocent > eerder
        and een.uzovi_code == uzovi
        and een.overeenkomst_id not in sleutels
        for een in w.context.eerder_gedeclareerd
    )


def _langste_wachten(posten: "Sequence[Vsvpost]", overeenkomst: Overeenkomst, op: date) -> int:
    """Return how many days ago the line that waited longest could be declared."""
    vanaf = {termijn.termijn_id: termijn.declarabel_vanaf for termijn in overeenkomst.termijnen}
    klaar = ((post.declaratieregel.periode.tot_en_met, post) for post in posten if post.telt)
    return max(
        dagen_tussen(max(dag, vanaf.get(post.termijn_id or "", dag)), op) for dag, post in klaar
    )


@final
@bevroren(kw_only=True)
class Vsvpost:
    """One declaratieregel of a VSV, and what the credits of the same message did to it."""

    nummer: int
    """Its position."""
    declaratieregel: "model.VSVDeclaratieregel"
    debet: bool
    prestatie_id: str
    """The stable name of the prestatie, or what the document says when it is unknown."""
    termijn_id: str | None
    """Its instalment: that of a credit without one is that of the line that it corrects."""
    telt: bool
    """Whether it is a debit that no credits take back as a whole."""
    creditfout: Creditfout | None
    """Why a credit is none."""

    @property
    def netto_eurocent(self) -> int:
        """What the line adds to the sum of the message."""
        bedrag = self.declaratieregel.bedrag_eurocent
        return bedrag if self.debet else -bedrag

    @property
    def waarvan(self) -> tuple[str, str | None]:
        """What the line is about: its prestatie and instalment."""
        return self.prestatie_id, self.termijn_id

    def pad(self, veld: str = "") -> str:
        """Return the JSON Pointer to the line, or to one of its fields."""
        naar = f"/declaratieregels/{self.nummer}"
        return f"{naar}/{veld}" if veld else naar


def vsvposten(w: Werkblad) -> list[Vsvpost]:
    """Return the lines of a VSV's declaratie, with their credits set against them.

    A credit serves one debit: that which it refers to, or when it refers to none, one that is
    identical to it.
    """
    declaratieregels = w.als(model.VSVDeclaratie).declaratieregels
    termijnen: dict[str | None, str | None] = {}
    for declaratieregel in declaratieregels:
        if declaratieregel.debet_credit is DebetCredit.DEBET:
            termijnen.setdefault(declaratieregel.referentienummer, declaratieregel.termijn_id)
    posten = [
        _post(w, i, declaratieregel, termijnen)
        for i, declaratieregel in enumerate(declaratieregels)
    ]
    los = Counter(_omvang(post) for post in posten if _verwijst(post) is None and not post.debet)
    uit = []
    for post, verrekend in zip(posten, verreken([_boeking(post) for post in posten]), strict=True):
        telt = post.debet and not verrekend.teruggenomen
        if telt and los[_omvang(post)]:
            los[_omvang(post)] -= 1
            telt = False
        uit.append(anders(post, telt=telt, creditfout=verrekend.fout))
    return uit


def _post(
    w: Werkblad,
    nummer: int,
    declaratieregel: "model.VSVDeclaratieregel",
    termijnen: dict[str | None, str | None],
) -> Vsvpost:
    bekend = w.context.tabellen.prestatie(declaratieregel.prestatie)
    return Vsvpost(
        nummer=nummer,
        declaratieregel=declaratieregel,
        debet=declaratieregel.debet_credit is DebetCredit.DEBET,
        prestatie_id=declaratieregel.prestatie if bekend is None else bekend.prestatie_id,
        termijn_id=declaratieregel.termijn_id
        or termijnen.get(declaratieregel.gerelateerd_referentienummer),
        telt=False,
        creditfout=None,
    )


def _verwijst(post: Vsvpost) -> str | None:
    return None if post.debet else post.declaratieregel.gerelateerd_referentienummer


def _omvang(post: Vsvpost) -> tuple[object, ...]:
    declaratieregel = post.declaratieregel
    return (*post.waarvan, declaratieregel.periode, declaratieregel.bedrag_eurocent)


def _boeking(post: Vsvpost) -> Boeking:
    return Boeking(
        nummer=post.declaratieregel.referentienummer,
        verwijst=_verwijst(post),
        debet=post.debet,
        onderwerp=post.waarvan,
        omvang=_omvang(post),
        bedrag_eurocent=post.declaratieregel.bedrag_eurocent,
    )
