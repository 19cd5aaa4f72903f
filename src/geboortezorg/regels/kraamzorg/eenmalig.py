"""What a kraamzorg organisation declares once, and what excludes each other."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from geboortezorg.bron import Verificatie
from geboortezorg.model.prestatie import Regime
from geboortezorg.regels import bronnen
from geboortezorg.regels.kraamzorg.zorg import (
    INSCHRIJVING,
    KRAAMZORG_UUR,
    bereidt_voor,
    is_eens,
    van_invaller,
    zonder_zorg,
)
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
from geboortezorg.regels.werkblad import Werkblad, namen_van
from geboortezorg.tijd import dagen_tussen
from geboortezorg.zorggeval import Botsing, Groep, Post, Zorggeval

INGEVALLEN: Final = Tekst(
    "Deze kraamzorgorganisatie gaf alleen kraamzorg tussen dagen van een andere, die dit ook "
    "declareert. Nam zij de zorg over, vul dan in een dossier haar zorgepisode in; laat deze "
    "declaratieregel anders weg.",
    "This kraamzorg organisation gave kraamzorg only between days of another one, which declares this "
    "too. If it took the care over, supply its zorgepisode in a dossier; otherwise leave this line out.",
)

_PRESTATIE = ("/declaratieregels/*/prestatie",)


@regel(
    code="GZ-KRAAMZORG-001",
    titel=Tekst(
        "Inschrijving en partusassistentie staan er hooguit een keer",
        "Registration and partusassistentie occur at most once",
    ),
    versie=5,
    soorten=("dossier", "declaratie"),
    bron=bronnen.KRAAMZORG_INSCHRIJVING,
    velden=_PRESTATIE,
    nodig=Nodig(regimes=(Regime.KRAAMZORG,)),
    aanleiding=Nodig(trekken=(Trek.AANMELDING, Trek.SAMENLOOP)),
    redenen={
        "vaker_dan_eens": Tekst(
            "Deze kraamzorgorganisatie declareert deze prestatie vaker dan een keer bij dezelfde "
            "zwangerschap. Laat de latere declaratieregel weg, of verlaag het aantal tot een.",
            "This kraamzorg organisation declares this prestatie more than once for one "
            "pregnancy. Leave the later line out, or lower the quantity to one.",
        ),
        "ook_elders": Tekst(
            "Een andere kraamzorgorganisatie declareert ook een inschrijving, en van deze staat er "
            "verder niets. Gaf zij zorg, vul dan die of haar zorgepisode in; laat deze "
            "declaratieregel anders weg.",
            "Another kraamzorg organisation declares a registration too, and of this one there is "
            "nothing more. If it gave care, supply that or its zorgepisode; otherwise leave this "
            "line out.",
        ),
        "ingevallen": INGEVALLEN,
    },
    retourcodes=("0587",),
)
def kraamzorg_eenmalig(w: Werkblad) -> Resultaat:
    """A kraamzorg organisation declares what is once for a pregnancy once.

    That another one registered her too is a doubt, unless both did more for her.
    The ground is the source of the prestatie: for an inschrijving it only follows from its name.
    """
    meldingen: list[Melding] = []
    for samenloop in w.samenlopen:
        prestatie = samenloop.post.prestatie
        if samenloop.botsing is Botsing.HERHAALD and prestatie and is_eens(prestatie):
            pad, bron = samenloop.post.pad("prestatie"), prestatie.bron
            grond = None if bron is None else bron.verificatie
            meldingen.append(breuk(pad, "vaker_dan_eens", verificatie=grond, bron=bron))
    meldingen += [
        onbeoordeeld(post.pad("prestatie"), "ook_elders", vermoeden=True)
        for post in zonder_zorg(w, INSCHRIJVING)
    ]
    meldingen += [
        onbeoordeeld(post.pad("prestatie"), "ingevallen", vermoeden=True)
        for post in van_invaller(w, {INSCHRIJVING})
    ]
    return uitslag(meldingen, bool(w.over_prestaties(_EENMALIG)))


_EENMALIG: Final = namen_van(is_eens)


@regel(
    code="GZ-KRAAMZORG-002",
    titel=Tekst(
        "De intake kraamzorg is thuis of telefonisch, niet allebei",
        "The kraamzorg intake is at home or by phone, not both",
    ),
    versie=3,
    soorten=("dossier", "declaratie"),
    bron=bronnen.KRAAMZORG_2010,
    velden=_PRESTATIE,
    nodig=Nodig(kenmerken=("sluit_uit",)),
    aanleiding=Nodig(trekken=(Trek.AANMELDING,)),
    redenen={
        "sluiten_elkaar_uit": Tekst(
            "Deze prestatie en een andere van dezelfde zorgaanbieder sluiten elkaar uit. Declareer "
            "er een.",
            "This prestatie and another of the same provider exclude each other. Declare one.",
        )
    },
)
def intake_thuis_of_telefonisch(w: Werkblad) -> Resultaat:
    """Prestaties that exclude each other are not both declared by one provider."""
    sluitend = [prestatie for prestatie in w.prestaties if prestatie.sluit_uit]
    if not sluitend:
        return NIET_VAN_TOEPASSING
    uitgesloten = {ander for prestatie in sluitend for ander in prestatie.sluit_uit}
    if w.dossier is not None and w.per_prestatie.keys().isdisjoint(uitgesloten):
        return VOLDAAN
    eerste: dict[tuple[int, str, str], int] = {}
    for post in w.van(p.prestatie_id for p in w.prestaties if p.prestatie_id in uitgesloten):
        eerste.setdefault(_van_wie(post, post.prestatie_id), post.nummer)
    meldingen: list[Melding] = []
    elders = False
    for post in w.van(prestatie.prestatie_id for prestatie in sluitend):
        if not post.geval.een_vrouw:
            elders = True  # GZ-DECLARATIE-011 asks for the BSN
        elif post.prestatie is not None and any(
            eerste.get(_van_wie(post, ander), post.nummer) < post.nummer
            for ander in post.prestatie.sluit_uit
        ):
            meldingen.append(breuk(post.pad("prestatie"), "sluiten_elkaar_uit"))
    return uitslag(meldingen, van_toepassing=True, elders=elders)


def _van_wie(post: Post, prestatie_id: str) -> tuple[int, str, str]:
    """Return whose line of a prestatie it would be: of which woman, and by which provider."""
    return id(post.geval), post.declaratieregel.zorgaanbieder_agb, prestatie_id


@regel(
    code="GZ-KRAAMZORG-029",
    titel=Tekst(
        "Inschrijving en intake zijn er voordat de kraamzorg voorbij is",
        "Registration and intake are there before the kraamzorg is over",
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.KRAAMZORG_INSCHRIJVING,
    velden=("/declaratieregels/*/periode",),
    peildatum=Peildatum.LEVERING,
    nodig=Nodig(regimes=(Regime.KRAAMZORG,)),
    aanleiding=Nodig(trekken=(Trek.AANMELDING, Trek.KRAAMZORG)),
    redenen={
        "na_zorg": Tekst(
            "De inschrijving of intake ligt na de laatste dag kraamzorg van deze organisatie, "
            "terwijl zij die voorbereidt. Verbeter de periode, of laat de declaratieregel weg.",
            "The registration or intake lies after the last day of kraamzorg by this organisation, "
            "which it prepares. Correct the period, or leave the line out.",
        )
    },
)
def voor_de_zorg(w: Werkblad) -> Resultaat:
    """What prepares the care does not follow it; long after it, it is of a later pregnancy."""
    tot = w.context.normen.norm("geboorte-aannemelijk").waarde("declaratie.laatste-begin")
    meldingen: list[Melding] = []
    toegepast = False
    namen = w.over_prestaties(_VOORAF)
    for geval in w.zorggevallen if namen else ():
        vooraf = [groep for groep in geval.groepen if groep.prestatie_id in namen and groep.telt]
        if not vooraf or not geval.een_vrouw:
            continue
        toegepast = True
        for posten in () if _voor_elk_einde(geval, vooraf) else geval.zwangerschappen:
            laatste: dict[str, date] = {}
            for post in posten:
                agb, periode = post.declaratieregel.zorgaanbieder_agb, post.declaratieregel.periode
                if post.prestatie_id == KRAAMZORG_UUR:
                    laatste[agb] = max(periode.tot_en_met, laatste.get(agb, date.min))
            for post in posten:
                if post.prestatie_id not in namen:
                    continue
                einde = laatste.get(post.declaratieregel.zorgaanbieder_agb)
                if einde and 0 < dagen_tussen(einde, post.declaratieregel.periode.van) <= tot:
                    pad, grond = post.pad("periode"), Verificatie.AFGELEID
                    meldingen.append(breuk(pad, "na_zorg", verificatie=grond))
    return uitslag(meldingen, toegepast)


def _voor_elk_einde(geval: Zorggeval, vooraf: Sequence[Groep]) -> bool:
    """Say at a glance that what prepares the care is there before any of it ends."""
    einde = [min(g.einde) for g in geval.groepen if g.prestatie_id == KRAAMZORG_UUR]
    return not einde or max([max(groep.begin) for groep in vooraf]) <= min(einde)


_VOORAF: Final = namen_van(bereidt_voor)
