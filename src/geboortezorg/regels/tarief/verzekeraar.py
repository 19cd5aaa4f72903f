"""To whom: the insurer of the woman on the day that decides."""

from datetime import date
from typing import Final

from geboortezorg.model.dossier import Dossier
from geboortezorg.model.zwangerschap import Verzekering
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    VOLDAAN,
    Melding,
    Nodig,
    Peildatum,
    Resultaat,
    Tekst,
    Trek,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.tarief.afspraak import begindagen
from geboortezorg.regels.trekken.dagen import steeds_verzekerd
from geboortezorg.regels.trekken.prestaties import bij_levering
from geboortezorg.regels.trekken.tarieven import is_integraal
from geboortezorg.regels.werkblad import Werkblad, namen_van
from geboortezorg.tijd import dag_na
from geboortezorg.zorggeval import EERSTE_DAG_START_ZORG, Post


@regel(
    code="GZ-VERZEKERAAR-001",
    versie=3,
    titel=Tekst(
        "Verloskundige zorg gaat naar de verzekeraar bij de start van de zorg",
        "Midwifery care is declared to the insurer at the start of the care",
    ),
    soorten=("dossier",),
    bron=bronnen.KNOV_PEILDATA,
    velden=("/declaratieregels/*/uzovi_code", "/declaratieregels/*/startdatum_zorg"),
    peildatum=Peildatum.START_ZORG,
    nodig=Nodig(kenmerken=("peildatum_start_zorg",)),
    aanleiding=Nodig(trekken=(Trek.VERZEKERAAR,)),
    redenen={
        "andere_verzekeraar": Tekst(
            "De vrouw was bij de start van de zorg bij een andere verzekeraar verzekerd. Declareer "
            "bij die verzekeraar, ook na een overstap.",
            "At the start of the care the woman was insured with another insurer. Declare to that "
            "insurer, also after a change.",
        ),
        "verzekering_onbekend": Tekst(
            "Bij welke verzekeraar de vrouw bij de start van de zorg verzekerd was, is niet "
            "bekend. Vul client.verzekeringen aan.",
            "With which insurer the woman was insured at the start of the care is not known. "
            "Complete client.verzekeringen.",
        ),
        "start_onbekend": Tekst(
            "De start van de zorg is niet bekend. Vul startdatum_zorg in of verwijs naar een "
            "zorgepisode.",
            "The start of the care is not known. Supply startdatum_zorg or refer to a zorgepisode.",
        ),
        "meer_verzekeraars": Tekst(
            "De vrouw was volgens het dossier die dag bij meer dan een verzekeraar verzekerd. "
            "Verbeter client.verzekeringen.",
            "By the dossier the woman was insured with more than one insurer that day. Correct "
            "client.verzekeringen.",
        ),
        "voor_2015": Tekst(
            "Voor zorg die voor 1 januari 2015 startte is deze peildatum niet bekend. Vul "
            "client.verzekeringen aan als de vrouw al die tijd bij een verzekeraar was; vraag "
            "anders aan de verzekeraar welke dag telde.",
            "For care that started before 1 January 2015 this decisive date is not known. Complete "
            "client.verzekeringen if the woman was with one insurer all that time; else ask the "
            "insurer which day counted.",
        ),
    },
    retourcodes=("0320",),
)
def verzekeraar_bij_start(w: Werkblad) -> Resultaat:
    """Care that started in 2015 or later is declared to the insurer of its first day.

    Which day counted before is not known, nor asked of who had one insurer on all of them.
    """
    meldingen: list[Melding] = []
    toegepast = False
    verzekeringen = _verzekeringen(w)
    for post in w.van(w.over_prestaties(_BIJ_START)):
        toegepast, start = True, post.startdatum
        if start is None:
            meldingen.append(onbeoordeeld(post.pad("startdatum_zorg"), "start_onbekend"))
        elif start < EERSTE_DAG_START_ZORG:
            if not _een_verzekeraar(post, verzekeringen, start):
                meldingen.append(onbeoordeeld(post.pad("uzovi_code"), "voor_2015"))
        else:
            meldingen += _toets_verzekeraar(post, verzekeringen, start)
    return uitslag(meldingen, toegepast)


_ANDERE: Final = "andere_verzekeraar"
_BIJ_START: Final = namen_van(lambda prestatie: prestatie.peildatum_start_zorg)


def _verzekeringen(w: Werkblad) -> tuple[Verzekering, ...]:
    client = w.als(Dossier).client
    return () if client is None else client.verzekeringen


def _een_verzekeraar(post: Post, verzekeringen: tuple[Verzekering, ...], start: date) -> bool:
    """Say whether the receiver of a line insured her from its start to its end and the birth."""
    eerste = min(start, post.declaratieregel.periode.van)
    laatste = max(post.declaratieregel.periode.tot_en_met, post.tariefdag)
    dan = [
        v
        for v in verzekeringen
        if v.looptijd.van <= laatste and (v.looptijd.tot_en_met or date.max) >= eerste
    ]
    return (
        len(dan) == 1
        and dan[0].uzovi_code == post.declaratieregel.uzovi_code
        and dan[0].looptijd.bevat(eerste)
        and dan[0].looptijd.bevat(laatste)
    )


def _toets_verzekeraar(
    post: Post, verzekeringen: tuple[Verzekering, ...], op: date
) -> list[Melding]:
    """Judge whether the woman was insured with the receiver of a line on a day."""
    eigen = post.declaratieregel.uzovi_code
    geldig = {v.uzovi_code for v in verzekeringen if v.looptijd.bevat(op)}
    if geldig == {eigen}:
        return []
    pad = post.pad("uzovi_code")
    if not geldig:
        return [onbeoordeeld(pad, "verzekering_onbekend")]
    if eigen not in geldig:
        return [breuk(pad, _ANDERE)]
    return [onbeoordeeld(pad, "meer_verzekeraars", vermoeden=True)]


@regel(
    code="GZ-VERZEKERAAR-002",
    versie=4,
    titel=Tekst(
        "Andere zorg gaat naar de verzekeraar op de dag van levering",
        "Other care is declared to the insurer on the day of delivery",
    ),
    soorten=("dossier",),
    bron=bronnen.COD954,
    velden=("/declaratieregels/*/uzovi_code",),
    peildatum=Peildatum.LEVERING,
    nodig=(
        Nodig(leden=("/client/verzekeringen",), trekken=(Trek.VERZEKERAAR,)),
        Nodig(trekken=(Trek.BIJ_LEVERING, Trek.VERZEKERAAR)),
    ),
    aanleiding=Nodig(trekken=(Trek.VERZEKERAAR,)),
    redenen={
        "andere_verzekeraar": Tekst(
            "De vrouw was op de dag van de zorg bij een andere verzekeraar verzekerd. Declareer "
            "bij die verzekeraar.",
            "On the day of the care the woman was insured with another insurer. Declare to that "
            "insurer.",
        ),
        "verzekering_onbekend": Tekst(
            "Bij welke verzekeraar de vrouw op de dag van de zorg verzekerd was, is niet bekend. "
            "Vul client.verzekeringen aan.",
            "With which insurer the woman was insured on the day of the care is not known. "
            "Complete client.verzekeringen.",
        ),
        "meer_verzekeraars": Tekst(
            "De vrouw was volgens het dossier die dag bij meer dan een verzekeraar verzekerd. "
            "Verbeter client.verzekeringen.",
            "By the dossier the woman was insured with more than one insurer that day. Correct "
            "client.verzekeringen.",
        ),
        "over_overstap": Tekst(
            "Tijdens deze zorg ging de vrouw naar een andere verzekeraar. Splits de "
            "declaratieregel op die dag.",
            "During this care the woman changed to another insurer. Split the line on that day.",
        ),
        "geheel_over_overstap": Tekst(
            "Tijdens deze zorg ging de vrouw naar een andere verzekeraar, en een integrale "
            "prestatie is een geheel. Vraag de verzekeraar van de eerste dag of hij haar helemaal "
            "betaalt, en bewaar zijn antwoord bij dit rapport.",
            "During this care the woman changed to another insurer, and an integral prestatie is "
            "one whole. Ask the insurer of the first day whether it pays all of it, and keep its "
            "answer with this report.",
        ),
        "verzekeraar_van_start": Tekst(
            "De vrouw was op de dag van de zorg bij een andere verzekeraar verzekerd, en bij deze "
            "toen de integrale zorg begon. Welke dag telt, is niet bekend. Declareer bij de "
            "verzekeraar van de dag, of vraag deze welke dag telt, en bewaar zijn antwoord bij dit "
            "rapport.",
            "On the day of the care the woman was insured with another insurer, and with this one "
            "when the integral care began. Which day counts is not known. Declare to the insurer of "
            "the day, or ask this one which day counts, and keep its answer with this report.",
        ),
    },
    retourcodes=("0320",),
)
def verzekeraar_bij_levering(w: Werkblad) -> Resultaat:
    """Kraamzorg and examinations are declared to the insurer of the day on which they are given.

    For integral care, which holds midwifery care, no source tells whether that day or the start of
    the care counts: either raises no more than a doubt.

    A dossier without any insurance says nothing of it, and nothing is asked as long as all of it
    goes to one insurer.
    """
    meldingen: list[Melding] = []
    verzekeringen, namen = _verzekeringen(w), w.over_prestaties(_BIJ_LEVERING)
    if not verzekeringen:
        ontvangers = {groep.uzovi_code for groep in w.groepen if groep.prestatie and groep.telt}
        if len(ontvangers) < 2:
            return NIET_VAN_TOEPASSING
    steeds = steeds_verzekerd(w.zorggevallen[0], verzekeringen) if w.groepen else None
    if {groep.uzovi_code for groep in w.groepen} == {steeds}:
        return VOLDAAN if namen else NIET_VAN_TOEPASSING
    for post in w.uit_groepen(lambda g: g.prestatie_id in namen and g.uzovi_code != steeds):
        van = post.declaratieregel.periode.van
        gevonden = _toets_verzekeraar(post, verzekeringen, van)
        if is_integraal(post.prestatie) and gevonden and gevonden[0].reden == _ANDERE:
            eerder = [_toets_verzekeraar(post, verzekeringen, dag) for dag in begindagen(w, post)]
            if [] in eerder:
                pad = post.pad("uzovi_code")
                gevonden = [onbeoordeeld(pad, "verzekeraar_van_start", vermoeden=True)]
        meldingen += gevonden or _onderweg(post, verzekeringen)
    return uitslag(meldingen, bool(namen))


def _onderweg(post: Post, verzekeringen: tuple[Verzekering, ...]) -> list[Melding]:
    """Doubt a line during which the woman was insured elsewhere, on whichever of its days."""
    van, tot_en_met = post.declaratieregel.periode.van, post.declaratieregel.periode.tot_en_met
    looptijden = [v.looptijd for v in verzekeringen]
    eindes = [e for looptijd in looptijden if (e := looptijd.tot_en_met) is not None]
    wissels = {looptijd.van for looptijd in looptijden if van < looptijd.van <= tot_en_met}
    wissels.update(dag_na(einde, 1) for einde in eindes if van <= einde < tot_en_met)
    for dag in sorted(wissels):
        gevonden = _toets_verzekeraar(post, verzekeringen, dag)
        if gevonden and gevonden[0].reden == _ANDERE:
            reden = "geheel_over_overstap" if is_integraal(post.prestatie) else "over_overstap"
            return [onbeoordeeld(post.pad("uzovi_code"), reden, vermoeden=True)]
        if gevonden:
            return gevonden
    return []


_BIJ_LEVERING: Final = namen_van(bij_levering)
