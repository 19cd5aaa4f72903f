"""Lines beside each other: what a credit takes back, and what was declared twice."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from operator import attrgetter, itemgetter
from typing import Final

from geboortezorg.geld import Exact
from geboortezorg.model.prestatie import op_een_dag
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    Melding,
    Nodig,
    Resultaat,
    Tekst,
    Trek,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.trekken.dagen import ONDERZOEK
from geboortezorg.regels.trekken.prestaties import eenmalig, per_stuk
from geboortezorg.regels.werkblad import Werkblad, namen_van
from geboortezorg.tijd import Periode, dagen_tussen, overlappen
from geboortezorg.zorggeval import Creditfout, Groep, Post, op_volgorde


@regel(
    code="GZ-REGEL-001",
    titel=Tekst(
        "Een creditregel verwijst naar een debetregel", "A credit line refers to a debit line"
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.EI_FORMAAT,
    velden=("/declaratieregels/*/gerelateerd_referentienummer",),
    nodig=Nodig(credit=True),
    redenen={
        "verwijzing_ontbreekt": Tekst(
            "Een creditregel verwijst verplicht naar de eerdere debetregel. Vul het "
            "referentienummer daarvan in.",
            "A credit line must refer to the earlier debit line. Supply its reference.",
        ),
        "geen_debetregel": Tekst(
            "De declaratieregel waarnaar de creditregel verwijst is geen debetregel. Verwijs naar "
            "de debetregel.",
            "The line that the credit refers to is no debit line. Refer to the debit line.",
        ),
        "debetregel_elders": Tekst(
            "De debetregel staat niet in dit document; of hij eerder is gedeclareerd, is niet "
            "beoordeeld. Beoordeel een dossier waarin de debetregel en deze creditregel beide "
            "staan.",
            "The debit line is not in this document; whether it was declared before was not "
            "judged. Judge a dossier that holds both the debit line and this credit line.",
        ),
    },
)
def credit_verwijst(w: Werkblad) -> Resultaat:
    """Every credit line names the reference of the debit line that it takes back."""
    creditposten = [post for post in w.posten if not post.debet]
    meldingen: list[Melding] = []
    for post in creditposten:
        pad = post.pad("gerelateerd_referentienummer")
        if post.creditfout is Creditfout.ZONDER_VERWIJZING:
            meldingen.append(breuk(pad, "verwijzing_ontbreekt"))
        elif post.creditfout is Creditfout.DEBET_ELDERS:
            meldingen.append(onbeoordeeld(pad, "debetregel_elders"))
        elif post.creditfout is Creditfout.GEEN_DEBET:
            meldingen.append(breuk(pad, "geen_debetregel"))
    return uitslag(meldingen, bool(creditposten))


_TE_VEEL_TERUG: Final[Mapping[Creditfout, str]] = {
    Creditfout.ANDERE_ZORG: "andere_zorg",
    Creditfout.AL_TERUGGENOMEN: "al_teruggenomen",
    Creditfout.MEER_DAN_DEBET: "meer_dan_debet",
}


@regel(
    code="GZ-REGEL-003",
    titel=Tekst(
        "Een creditregel neemt terug wat haar debetregel vroeg, en niet meer",
        "A credit line takes back what its debit line asked, and no more",
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.EI_FORMAAT,
    velden=(
        "/declaratieregels/*/gerelateerd_referentienummer",
        "/declaratieregels/*/declaratiebedrag_eurocent",
    ),
    nodig=Nodig(credit=True),
    redenen={
        "andere_zorg": Tekst(
            "De debetregel waarnaar deze creditregel verwijst gaat over een andere verzekerde, "
            "verzekeraar, prestatie of periode. Neem de gegevens van de debetregel over.",
            "The debit line that this credit refers to is about another insured person, insurer, "
            "prestatie or period. Copy the facts of the debit line.",
        ),
        "al_teruggenomen": Tekst(
            "Een andere creditregel nam de debetregel al helemaal terug. Laat deze weg.",
            "Another credit line already took the debit line back as a whole. Leave this one out.",
        ),
        "meer_dan_debet": Tekst(
            "De creditposten nemen samen meer terug dan de debetregel vroeg. Verlaag het bedrag.",
            "The credit lines together take back more than the debit line asked. Lower the amount.",
        ),
    },
)
def credit_neemt_terug(w: Werkblad) -> Resultaat:
    """A credit is about the same care as its debit, and credits together are no more than it."""
    creditposten = [post for post in w.posten if not post.debet]
    meldingen: list[Melding] = []
    for post in creditposten:
        reden = None if post.creditfout is None else _TE_VEEL_TERUG.get(post.creditfout)
        if reden is not None:
            te_veel = post.creditfout is Creditfout.MEER_DAN_DEBET
            veld = "declaratiebedrag_eurocent" if te_veel else "gerelateerd_referentienummer"
            meldingen.append(breuk(post.pad(veld), reden))
    return uitslag(meldingen, bool(creditposten))


@regel(
    code="GZ-REGEL-002",
    versie=3,
    titel=Tekst(
        "Dezelfde prestatie is niet twee keer gedeclareerd",
        "The same prestatie is not declared twice",
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.COD954,
    velden=("/declaratieregels/*", "/declaratieregels/*/periode"),
    nodig=Nodig(trekken=(Trek.VAKER, Trek.DUBBEL)),
    aanleiding=Nodig(trekken=(Trek.DUBBEL, Trek.ZONDER_BSN)),
    redenen={
        "al_gedeclareerd": Tekst(
            "Dezelfde declaratieregel, met hetzelfde referentienummer, staat er al eerder in. Laat "
            "hem weg of crediteer de eerdere.",
            "The same line, with the same reference, stands there before. Leave it out or credit "
            "the earlier one.",
        ),
        "mogelijk_dubbel": Tekst(
            "Een declaratieregel met dezelfde prestatie, zorgaanbieder, dagen en aantal staat er "
            "al eerder in. Haal de dubbele weg. Waren het uren in twee keer, zet ze dan samen op "
            "een declaratieregel. Dat andere zorg twee keer op een dag is gegeven, kan het "
            "document niet zeggen: leg dat aan de verzekeraar voor.",
            "A line with the same prestatie, provider, days and quantity stands there before. "
            "Remove the second. If these were hours at two times, put them together on one line. "
            "That other care was given twice in a day, the document cannot say: put that to the "
            "insurer.",
        ),
        "overlapt": Tekst(
            "De periode deelt een of meer dagen met een andere declaratieregel van dezelfde "
            "prestatie en zorgaanbieder. Declareer elke dag op een declaratieregel.",
            "The period shares one or more days with another line of the same prestatie and "
            "provider. Declare every day on one line.",
        ),
    },
    retourcodes=("0587",),
)
def dubbel(w: Werkblad) -> Resultaat:
    """One line is declared once, and care of one kind does not overlap itself.

    Equal lines with different references are a suspicion only: hours, or an examination of a
    second child, can be delivered twice in a day. Prestaties that exist once for a pregnancy have
    rules of their own.
    """
    meldingen: list[tuple[int, Melding]] = []
    toegepast = elders = False
    een_keer = w.over_prestaties(_EENMALIG)
    for geval in w.zorggevallen:
        per_aanbieder: dict[tuple[str, str], list[Groep]] = {}
        for groep in geval.groepen:
            if groep.prestatie_id not in een_keer and groep.telt:
                sleutel = (groep.zorgaanbieder_agb, groep.prestatie_id)
                per_aanbieder.setdefault(sleutel, []).append(groep)
        toegepast = toegepast or bool(per_aanbieder)
        elders = elders or (bool(per_aanbieder) and not geval.een_vrouw)
        for groepen in per_aanbieder.values() if geval.een_vrouw else ():
            if len(groepen) > 1 or not (groepen[0].eigen_dagen or _na_elkaar(groepen[0])):
                meldingen += _dubbel(op_volgorde(groep.tellend for groep in groepen))
    meldingen.sort(key=itemgetter(0))
    return uitslag([melding for _, melding in meldingen], toegepast, elders=elders)


_EENMALIG: Final = namen_van(eenmalig)


def _na_elkaar(groep: Groep) -> bool:
    """Say at a glance that each line begins after the days of all before it: none is like another."""
    tot = date.min
    for van, tot_en_met in sorted(zip(groep.begin, groep.einde, strict=True)):
        if van <= tot:
            return False
        tot = max(van, tot_en_met)
    return True


def _dubbel(posten: list[Post]) -> Iterator[tuple[int, Melding]]:
    """Return the lines of one prestatie and provider that stand there twice, or overlap."""
    gezien: dict[tuple[Periode, object], set[str]] = {}
    for post in posten:
        declaratieregel = post.declaratieregel
        eerdere = gezien.setdefault((declaratieregel.periode, post.hoeveelheid), set())
        if declaratieregel.referentienummer in eerdere:
            yield post.nummer, breuk(post.pad(), "al_gedeclareerd")
        elif eerdere:
            yield post.nummer, onbeoordeeld(post.pad(), "mogelijk_dubbel", vermoeden=True)
        eerdere.add(declaratieregel.referentienummer)
    # Lines that share a day; what is equal was said above.
    lopend: Post | None = None
    for post in sorted(posten, key=_op_volgorde):
        periode = post.declaratieregel.periode
        if lopend is not None and _overlapt(lopend, post):
            yield max(lopend.nummer, post.nummer), _melding_overlap(lopend, post)
        if lopend is None or periode.tot_en_met > lopend.declaratieregel.periode.tot_en_met:
            lopend = post


def _op_volgorde(post: Post) -> tuple[date, date, int]:
    periode = post.declaratieregel.periode
    return periode.van, periode.tot_en_met, post.nummer


def _overlapt(eerder: Post, later: Post) -> bool:
    een, ander = eerder.declaratieregel.periode, later.declaratieregel.periode
    if een == ander:
        return eerder.aantal != later.aantal
    return overlappen(een, ander)


def _melding_overlap(eerder: Post, later: Post) -> Melding:
    laatste = max(eerder, later, key=attrgetter("nummer"))
    return onbeoordeeld(laatste.pad("periode"), "overlapt", vermoeden=True)


@regel(
    code="GZ-REGEL-007",
    versie=6,
    titel=Tekst(
        "Wat per stuk telt, is er hooguit een keer per dag",
        "What is counted by the piece is there once a day at most",
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.SCHEMA,
    velden=("/declaratieregels/*/aantal", "/declaratieregels/*/periode"),
    nodig=Nodig(trekken=(Trek.PER_STUK, Trek.AANTAL)),
    aanleiding=Nodig(trekken=(Trek.AANTAL,)),
    redenen={
        "meer_dan_dagen": Tekst(
            "Het aantal is groter dan het aantal dagen van de periode. Verlaag het, of zet elke "
            "levering op een eigen dag.",
            "The quantity is larger than the number of days of the period. Lower it, or put every "
            "delivery on a day of its own.",
        ),
        "vaak": Tekst(
            "Met deze declaratieregel is deze prestatie meer dan {aantal} keer bij een zwangerschap "
            "gedeclareerd. Controleer of zij zo vaak is geleverd.",
            "With this line this prestatie is declared more than {aantal} times for one pregnancy. "
            "Check whether it was delivered so often.",
        ),
        "elders_op_de_dag": Tekst(
            "Een andere zorgaanbieder declareert dezelfde prestatie voor deze vrouw op dezelfde dag. "
            "Verbeter de dag, of laat een van beide weg. Dat beide haar gaven, kan het document niet "
            "zeggen: leg dat aan de verzekeraar voor.",
            "Another provider declares the same prestatie for this woman on the same day. Correct "
            "the day, or leave one of them out. That both delivered it, the document cannot say: put "
            "that to the insurer.",
        ),
        "elders_eerder": Tekst(
            "Een andere zorgaanbieder declareert dit voor dezelfde zwangerschap ook, en in beginsel "
            "gebeurt het een keer. Laat een van beide weg, of declareer twee zwangerschappen elk in "
            "een eigen bericht. Dat beide het deden, kan het document niet zeggen: leg dat aan de "
            "verzekeraar voor.",
            "Another provider declares this for the same pregnancy too, and in principle it is done "
            "once. Leave one of them out, or declare two pregnancies each in a message of its own. "
            "That both did it, the document cannot say: put that to the insurer.",
        ),
    },
)
def hooguit_een_per_dag(w: Werkblad) -> Resultaat:
    """An intake, an examination or a consultation is not delivered fifty times in a day.

    Nor is one examination done by two providers on a day, or counseling by two for one pregnancy.
    What is once for a pregnancy or a child, and what is counted by time, have rules of their own;
    so has a toeslag, whose amount GZ-TARIEF-003 holds against the hours that it is over.
    """
    meldingen: list[Melding] = []
    toegepast = False
    for post in w.van(w.over_prestaties(_PER_STUK)):
        if post.aantal is None:
            continue
        toegepast = True
        periode = post.declaratieregel.periode
        if post.aantal > 1 and post.aantal > dagen_tussen(periode.van, periode.tot_en_met) + 1:
            meldingen.append(onbeoordeeld(post.pad("aantal"), "meer_dan_dagen", vermoeden=True))
    if elders := w.over_prestaties(_OP_EEN_DAG):
        meldingen += _elders_op_de_dag(w, elders)
    return uitslag(meldingen or list(_te_vaak(w)), toegepast)


_PER_STUK: Final = namen_van(per_stuk)
_OP_EEN_DAG: Final = namen_van(lambda p: op_een_dag(p) and p.telgrens is None)
"""What is done on a day, but for what all providers together have one of: GZ-SAMENLOOP-005."""


def _elders_op_de_dag(w: Werkblad, namen: Collection[str]) -> Iterator[Melding]:
    """Yield the lines of one day for what another provider did on it."""
    for geval in w.zorggevallen:
        eersten: dict[tuple[str, date], str] = {}
        for post in geval.tellend if geval.een_vrouw else ():
            lijn = post.declaratieregel
            if post.prestatie_id in namen and lijn.periode.dagen == 1:
                sleutel = post.prestatie_id, lijn.periode.van
                if eersten.setdefault(sleutel, lijn.zorgaanbieder_agb) != lijn.zorgaanbieder_agb:
                    yield onbeoordeeld(post.pad("periode"), "elders_op_de_dag", vermoeden=True)


def _te_vaak(w: Werkblad) -> Iterator[Melding]:
    """Yield the line with which there is more of a prestatie than occurs in one pregnancy."""
    norm = w.context.normen.norm(ONDERZOEK)
    hier = w.per_prestatie.keys() & norm.sleutels()
    een_keer = w.over_prestaties(_EENMALIG)
    for geval in w.zorggevallen if hier else ():
        for posten in geval.zwangerschappen if geval.een_vrouw else ():
            geteld: dict[str, Exact] = {}
            aanbieders: set[tuple[str, str]] = set()
            for post in posten:
                naam, agb = post.prestatie_id, post.declaratieregel.zorgaanbieder_agb
                if naam not in hier or (agb, naam) in aanbieders:
                    continue
                per_aanbieder = naam in een_keer
                if per_aanbieder:  # more of it by one provider is for GZ-SAMENLOOP-003
                    aanbieders.add((agb, naam))
                eerder, hooguit = geteld.get(naam, 0), norm.waarde(naam)
                geteld[naam] = eerder + (1 if per_aanbieder else post.aantal or 1)
                if not eerder <= hooguit < geteld[naam]:
                    continue
                if per_aanbieder:
                    pad = post.pad("periode")
                    yield onbeoordeeld(pad, "elders_eerder", vermoeden=True, bron=norm.bron)
                else:
                    pad = post.pad("aantal")
                    yield onbeoordeeld(pad, "vaak", vermoeden=True, aantal=hooguit)
