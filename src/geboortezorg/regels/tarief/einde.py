"""Complete care: only when the pregnancy and the care ended the way that it asks."""

from typing import Final

from geboortezorg.bron import Verificatie
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Fase, Prestatie
from geboortezorg.model.zwangerschap import WijzeEinde
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
from geboortezorg.regels.tarief.verloop import Verloop
from geboortezorg.regels.trekken.dagen import (
    BEGON_LAAT,
    Startgrenzen,
    kort,
    kort_ervoor,
    laat,
    ook_zonder_bevaldag,
    startgrenzen,
)
from geboortezorg.regels.werkblad import Werkblad, namen_van
from geboortezorg.zorggeval import Post, in_buitenland, plaatsen_baring


@regel(
    code="GZ-SAMENLOOP-004",
    versie=11,
    titel=Tekst(
        "Volledige zorg alleen als de zorg tot de bevalling in de eerste lijn bleef",
        "Complete care only when the care stayed in the first line until the birth",
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.NZA_PRENATAAL,
    velden=(
        "/declaratieregels/*/prestatie",
        "/declaratieregels/*/periode",
        "/declaratieregels/*/datum_partus",
        "/zwangerschap/a_terme_datum",
    ),
    nodig=(
        Nodig(kenmerken=("wijzen_einde",)),
        Nodig(trekken=(Trek.LATE_START,)),  # seen in messages only, which tell no more
    ),
    aanleiding=Nodig(trekken=(Trek.VOLLEDIGE_ZORG,)),
    redenen={
        "overgenomen": Tekst(
            "Een ander nam de zorg voor de bevalling over. Declareer de deelprestatie die past bij "
            "de zwangerschapsduur van de overname.",
            "Another took over the care before the birth. Declare the deelprestatie that fits the "
            "length of the pregnancy at the takeover.",
        ),
        "miskraam": Tekst(
            "De zwangerschap eindigde in een miskraam, en deze prestatie vraagt een bevalling. "
            "Declareer in de verloskunde een deelprestatie, of laat de declaratieregel weg.",
            "The pregnancy ended in a miscarriage, and this prestatie asks for a birth. Declare a "
            "deelprestatie of midwifery, or leave the line out.",
        ),
        "ander_einde": Tekst(
            "De zwangerschap eindigde anders dan in een bevalling, die deze prestatie vraagt. "
            "Declareer in de verloskunde een deelprestatie, of laat de declaratieregel weg.",
            "The pregnancy ended otherwise than in a birth, which this prestatie asks for. Declare "
            "a deelprestatie of midwifery, or leave the line out.",
        ),
        "einde_onbekend": Tekst(
            "Hoe en wanneer de zwangerschap eindigde, is niet bekend; deze prestatie vraagt een "
            "bevalling. Vul datum_einde en wijze_einde in.",
            "How and when the pregnancy ended is not known; this prestatie asks for a birth. "
            "Supply datum_einde and wijze_einde.",
        ),
        "terugverwezen": Tekst(
            "Een ander nam de zorg over en verwees terug. Of volledige zorg dan past, zegt geen "
            "gelezen bron. Declareer de delen die u gaf.",
            "Another took over the care and referred back. Whether complete care then fits, no "
            "source that was read says. Declare the parts that you gave.",
        ),
        "overname_onbekend": Tekst(
            "De dag of de soort van een verwijzing ontbreekt, dus of een ander de zorg voor de "
            "bevalling overnam, is niet bekend. Vul die aan.",
            "The day or the kind of a referral is missing, so whether another took over the care "
            "before the birth is not known. Supply it.",
        ),
        "eerder_beeindigd": Tekst(
            "De zorgepisode eindigde voor de dag van de bevalling. Controleer of een ander de zorg "
            "overnam, en declareer dan een deelprestatie.",
            "The zorgepisode ended before the day of the birth. Check whether another took over "
            "the care, and if so declare a deelprestatie.",
        ),
        "vorige_zorgverlener": Tekst(
            "Deze declaratieregel noemt een vorige zorgverlener van wie de zorg is overgenomen; "
            "volledige zorg begint bij de zorgaanbieder zelf. Laat die weg, of declareer een deelprestatie.",
            "This line names a care provider from whom the care was taken over; complete care "
            "begins with the provider itself. Leave it out, or declare a deelprestatie.",
        ),
        "ander_ervoor": Tekst(
            "Voor de bevalling was ook een andere organisatie verantwoordelijk; volledige zorg "
            "omvat alle zorg voor de bevalling. Verbeter die zorgepisode, of declareer een "
            "deelprestatie. Kreeg een organisatie een nieuwe AGB-code, beschrijf haar dan in een "
            "zorgepisode.",
            "Before the birth another organisation was responsible too; complete care includes all "
            "care before the birth. Correct that zorgepisode, or declare a deelprestatie. An "
            "organisation that got a new AGB-code is described in one zorgepisode.",
        ),
        "begon_laat": Tekst(
            "De zorg begon pas na {dagen} dagen zwangerschap; volledige zorg omvat alle zorg voor "
            "de bevalling. Controleer de start, of declareer een deelprestatie.",
            "The care began only after {dagen} days of pregnancy; complete care includes all care "
            "before the birth. Check its start, or declare a deelprestatie.",
        ),
        "begon_kort_ervoor": Tekst(
            "De zorg begon minder dan {dagen} dagen voor de bevalling; volledige zorg omvat alle zorg "
            "voor de bevalling. Controleer de start en datum_partus, declareer een deelprestatie, of "
            "toon de duur van de zwangerschap in een dossier.",
            "The care began less than {dagen} days before the birth; complete care includes all care "
            "before the birth. Check its start and datum_partus, declare a deelprestatie, or show the "
            "length of the pregnancy in a dossier.",
        ),
        "bevaldag_onbekend": Tekst(
            "Van de start van de zorg tot haar laatste dag zijn er minder dan {dagen} dagen, en de "
            "bevaldag staat er niet: of zij alle zorg ervoor omvat, is niet bekend. Vul datum_partus "
            "in, of toon de duur van de zwangerschap in een dossier.",
            "From the start of the care to its last day there are fewer than {dagen} days, and the "
            "day of birth is not told: whether it includes all care before that is not known. Supply "
            "datum_partus, or show the length of the pregnancy in a dossier.",
        ),
        "a_terme_onbekend": Tekst(
            "De zorg begon kort voor de bevalling; of dat na {dagen} dagen zwangerschap was, is niet "
            "bekend. Vul a_terme_datum in.",
            "The care began shortly before the birth; whether that was after {dagen} days of "
            "pregnancy is not known. Supply a_terme_datum.",
        ),
        "eindigt_ervoor": Tekst(
            "Deze prestatie is voor zorg tot de bevalling, maar de zorg is gedeclareerd tot meer "
            "dan {dagen} dagen ervoor. Verbeter de periode of de bevaldag, of declareer een "
            "deelprestatie.",
            "This prestatie is for care until the birth, but the care is declared until more than "
            "{dagen} days before it. Correct the period or the day of birth, or declare a "
            "deelprestatie.",
        ),
        "buitenland": Tekst(
            "Elk kind is in het buitenland geboren, en deze prestatie is (ook) zorg bij de "
            "bevalling. Controleer werkelijke_plaats_baring, of declareer alleen de andere zorg.",
            "Every child was born abroad, and this prestatie is (also) care at the birth. Check "
            "werkelijke_plaats_baring, or declare the other care only.",
        ),
        "andere_plaats": Tekst(
            "Deze prestatie is voor een bevalling op een andere plaats dan waar het kind is "
            "geboren. Controleer werkelijke_plaats_baring, of laat de declaratieregel weg.",
            "This prestatie is for a birth at another place than where the child was born. Check "
            "werkelijke_plaats_baring, or leave the line out.",
        ),
        "plaats_onbekend": Tekst(
            "Deze prestatie is voor een bevalling op een bepaalde plaats, en waar het kind is "
            "geboren, is niet bekend. Vul werkelijke_plaats_baring in.",
            "This prestatie is for a birth at a certain place, and where the child was born is not "
            "known. Supply werkelijke_plaats_baring.",
        ),
        "gynaecoloog": Tekst(
            "Deze prestatie is voor een bevalling die geen gynaecoloog begeleidt, en een "
            "gynaecoloog was bij de uitdrijving eindverantwoordelijk. Controleer "
            "eindverantwoordelijk_in, of laat de declaratieregel weg.",
            "This prestatie is for a birth that no gynaecologist leads, and a gynaecologist was "
            "finally responsible for the uitdrijving. Check eindverantwoordelijk_in, or leave the "
            "line out.",
        ),
        "geen_baring": Tekst(
            "De zorgepisodes van deze zorgaanbieder noemen wel perioden waarin hij verantwoordelijk "
            "was, maar niet de baring. Vul die in eindverantwoordelijk_in in, of declareer een "
            "deelprestatie.",
            "The zorgepisodes of this provider name periods in which it was responsible, but not "
            "the birth. Supply it in eindverantwoordelijk_in, or declare a deelprestatie.",
        ),
        "geen_fase": Tekst(
            "De zorgepisodes van deze zorgaanbieder noemen wel perioden waarin hij verantwoordelijk "
            "was, maar geen in deze fase van de zorg. Vul die in eindverantwoordelijk_in in, of laat "
            "de declaratieregel weg.",
            "The zorgepisodes of this provider name periods in which it was responsible, but none in "
            "this phase of the care. Supply it in eindverantwoordelijk_in, or leave the line out.",
        ),
        "niet_alle_fasen": Tekst(
            "De zorgepisodes van deze zorgaanbieder noemen de baring, maar geen periode ervoor, of "
            "geen erna, en deze prestatie is zorg voor, tijdens en na de bevalling. Vul "
            "eindverantwoordelijk_in aan, of declareer de delen die hij gaf.",
            "The zorgepisodes of this provider name the birth, but no period before it, or none after "
            "it, and this prestatie is care before, during and after the birth. Complete "
            "eindverantwoordelijk_in, or declare the parts that it gave.",
        ),
        "baring_elders": Tekst(
            "Van deze zorgaanbieder staat er geen zorgepisode, en een andere was bij de baring "
            "eindverantwoordelijk. Vul zijn zorgepisode in, of laat declareren wie de zorg gaf.",
            "There is no zorgepisode of this provider, and another one was finally responsible at "
            "the birth. Supply its zorgepisode, or let whoever gave the care declare it.",
        ),
        "zorg_elders": Tekst(
            "Van deze zorgaanbieder staat er geen zorgepisode in deze fase van de zorg, en een "
            "andere was er eindverantwoordelijk. Vul zijn zorgepisode of eindverantwoordelijk_in "
            "aan, of laat declareren wie de zorg gaf.",
            "There is no zorgepisode of this provider in this phase of the care, and another one "
            "was finally responsible there. Supply its zorgepisode or eindverantwoordelijk_in, or "
            "let whoever gave the care declare it.",
        ),
    },
)
def prenataal_bleef_eerste_lijn(w: Werkblad) -> Resultaat:
    """After a miscarriage, or a takeover before the day of birth, only deelprestaties remain.

    So they do for who came when almost all care before the birth was over, or had no turn after it.
    """
    dossier, bekend = w.dossier, w.context.gedeeld(startgrenzen)
    marge = w.context.normen.norm("geboorte-aannemelijk").waarde("overname.marge")
    verloop = None if dossier is None else Verloop(dossier, marge)
    meldingen: list[Melding] = []
    toegepast = False
    posten = w.van(w.over_prestaties(MET_EINDE))
    for post, prestatie in [(post, post.prestatie) for post in posten if post.prestatie]:
        melding = _overgenomen(post, prestatie)
        if dossier is None and melding is None:
            melding = _kort_ervoor(post, prestatie, bekend)
        toegepast = toegepast or melding is not None or dossier is not None
        if dossier is not None and verloop is not None and melding is None:
            melding = _toets_einde(dossier, post, prestatie)
            if melding is None and prestatie.tot_bevalling:
                melding = verloop.toets(post) or _begin(dossier, post, bekend)
            if melding is None:
                melding = verloop.toets_fase(post, prestatie) or _plaats(dossier, post, prestatie)
        if melding is not None:
            meldingen.append(melding)
    return uitslag(meldingen, toegepast)


MET_EINDE: Final = namen_van(lambda prestatie: bool(prestatie.wijzen_einde))


def _overgenomen(post: Post, prestatie: Prestatie) -> Melding | None:
    """Judge what a line says itself of whom the care was taken over from."""
    vorige = post.declaratieregel.vorige_zorgverlener_agb
    if not prestatie.tot_bevalling or vorige in {None, post.declaratieregel.zorgaanbieder_agb}:
        return None
    return onbeoordeeld(post.pad("prestatie"), "vorige_zorgverlener", vermoeden=True)


def _toets_einde(dossier: Dossier, post: Post, prestatie: Prestatie) -> Melding | None:
    """Judge how the pregnancy ended."""
    zwangerschap = dossier.zwangerschap
    wijze = zwangerschap.wijze_einde
    if wijze is None and any(kind.geboren for kind in dossier.kinderen):
        wijze = WijzeEinde.PARTUS
    if wijze is None:
        return onbeoordeeld(post.pad("prestatie"), "einde_onbekend")
    if wijze in prestatie.wijzen_einde:
        if zwangerschap.datum_einde:
            return None
        return onbeoordeeld(post.pad("prestatie"), "einde_onbekend")
    # The source speaks of prenatal care and of a miscarriage; the rest follows from it.
    gelezen = wijze is WijzeEinde.MISKRAAM and prestatie.tot_bevalling
    reden = "miskraam" if wijze is WijzeEinde.MISKRAAM else "ander_einde"
    grond = None if gelezen else Verificatie.AFGELEID
    return breuk(post.pad("prestatie"), reden, verificatie=grond)


def _begin(dossier: Dossier, post: Post, bekend: Startgrenzen) -> Melding | None:
    """Judge whether the care began while there was a pregnancy to care for."""
    reden = None if post.startdatum is None else laat(dossier.zwangerschap, post.startdatum, bekend)
    if reden is None:
        return None
    zeker = reden == BEGON_LAAT
    pad = post.pad("prestatie") if zeker else "/zwangerschap/a_terme_datum"
    return onbeoordeeld(pad, reden, vermoeden=zeker, dagen=bekend.laatste)


def _kort_ervoor(post: Post, prestatie: Prestatie, bekend: Startgrenzen) -> Melding | None:
    """Judge the same of a message, which tells no length of the pregnancy, and not always a birth."""
    lijn = post.declaratieregel
    if not prestatie.tot_bevalling:
        return None
    if kort_ervoor(lijn, lijn.datum_partus, bekend):
        pad, dagen = post.pad("prestatie"), bekend.kort_ervoor
        return onbeoordeeld(pad, "begon_kort_ervoor", vermoeden=True, dagen=dagen)
    dagen = ook_zonder_bevaldag(prestatie, bekend)
    if lijn.datum_partus is None and kort(lijn, dagen):
        return onbeoordeeld(post.pad("datum_partus"), "bevaldag_onbekend", dagen=dagen)
    return None


def _plaats(dossier: Dossier, post: Post, prestatie: Prestatie) -> Melding | None:
    """Judge care at a birth by where every child was born."""
    if Fase.NATAAL not in prestatie.fasen:
        return None
    if in_buitenland(dossier):
        return onbeoordeeld(post.pad("prestatie"), "buitenland", vermoeden=True)
    plaatsen = plaatsen_baring(dossier)
    if not prestatie.plaatsen_baring or not plaatsen.isdisjoint(prestatie.plaatsen_baring):
        return None
    if not plaatsen or None in plaatsen:
        return onbeoordeeld(post.pad("prestatie"), "plaats_onbekend")
    return onbeoordeeld(post.pad("prestatie"), "andere_plaats", vermoeden=True)
