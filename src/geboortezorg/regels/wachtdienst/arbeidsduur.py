"""How much may be worked: per shift, per week, and on average (Arbeidstijdenwet art. 5:7, 5:8)."""

from collections.abc import Callable
from typing import Final

from geboortezorg.berekening.tijdlijn import UUR, WEEK, Meetlat
from geboortezorg.berekening.wachtdienst.arbeidsduur import te_drukke_weken
from geboortezorg.berekening.wachtdienst.nachtconsignatie import Telling
from geboortezorg.berekening.wachtdienst.normen import bron, grenzen, looptijd
from geboortezorg.bron import Verificatie
from geboortezorg.model.wachtdienst import Afwijking, Werkzaamheid
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    Melding,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
)
from geboortezorg.regels.wachtdienst.toets import (
    ARBEID,
    GEWERKT,
    LEEFTIJD,
    REDEN_KORT,
    REDEN_LEEFTIJD,
    REDEN_REGELING,
    REDEN_WERKZAAMHEID,
    REDENEN_ARBEID,
    REGELING,
    SOORTEN,
    VOLLEDIG,
    WERKZAAMHEID,
    Roosterblad,
    bereikbaarheidsnormen,
    met_afwijking,
    toets,
)
from geboortezorg.regels.werkblad import Werkblad

_VELDEN: Final = (ARBEID, GEWERKT, VOLLEDIG, "/wachtdiensten/*/wachtdienstsoort")

ARTSEN: Final = frozenset({Werkzaamheid.ARTS, Werkzaamheid.VERLOSKUNDIGE_INTRAMURAAL})

_WEEK_BEGINT: Final = Tekst(
    "In {dagen} dagen achter elkaar tot en met deze arbeid is meer gewerkt dan gemiddeld {uren} uur "
    "per week, maar niet in weken van maandag tot en met zondag. De wet zegt niet waar een week "
    "begint. Verschuif een dienst om zeker te zijn.",
    "In {dagen} days in a row up to this work more was worked than {uren} hours a week on average, "
    "but not in weeks from Monday to Sunday. The law does not say where a week begins. Move a shift "
    "to be sure.",
)


def _te_druk(
    blad: Roosterblad, maximum: int, reden: str, telt: Callable[[int, int], bool], *ook: list[int]
) -> list[Melding]:
    """Return the last work of the windows in which `telt` holds, with the reason."""
    duur = blad.grens["venster"]
    eindes, zeker = te_drukke_weken(blad.bezet().gewerkt, duur, telt, *ook)
    return [
        breuk(
            blad.pad(einde),
            reden if zeker else "anders_begonnen",
            verificatie=None if zeker else Verificatie.AFGELEID,
            uren=maximum // UUR,
            dagen=duur * 7 // WEEK,
        )
        for einde in eindes
    ]


def _gemiddeld(blad: Roosterblad, maximum: int, reden: str = "te_veel") -> list[Melding]:
    """Return where more was worked in a window than so much a week.

    A roster shorter than the window is too short when going on like it would be too much.
    """
    duur = blad.grens["venster"]
    meetlat = Meetlat(blad.bezet().gewerkt)

    def telt(begin: int, einde: int) -> bool:
        return meetlat.gedekt(begin, einde) * WEEK > maximum * duur

    per_venster = maximum * duur // WEEK
    return _te_druk(blad, maximum, reden, telt) or blad.te_kort(duur, (meetlat.totaal, per_venster))


@regel(
    code="GZ-WACHT-017",
    titel=Tekst("Een dienst heeft hooguit 12 uur arbeid", "A shift has at most 12 hours of work"),
    soorten=SOORTEN,
    bron=(bron("atw-dienst"), bron("atw-begrippen")),
    velden=(*_VELDEN, LEEFTIJD, WERKZAAMHEID),
    redenen={
        "te_lang": Tekst(
            "De dienst waarvan dit de laatste arbeid is, heeft meer dan {uren} uur arbeid. Arbeid "
            "zonder {rust} uur rust ertussen is een dienst. Kort haar in.",
            "The shift of which this is the last work has more than {uren} hours of work. Work "
            "without {rust} hours of rest between is one shift. Make it shorter.",
        ),
        **REDENEN_ARBEID,
        **REDEN_LEEFTIJD,
        **REDEN_WERKZAAMHEID,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-dienst"),
    gebruikt_tabellen=True,
)
def dienst_niet_te_lang(w: Werkblad) -> Resultaat:
    """A shift has at most 12 hours of work; extramural midwives on call are excepted."""
    gelden = {bool(norm.waarde("geldt.dienst")) for norm in bereikbaarheidsnormen(w)}

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        def per_groep(groep: str) -> list[Melding]:
            maximum = blad.grens[f"{groep}maximum"]
            rust = blad.grens["dienst.rust"] // UUR
            return [
                breuk(f"/arbeid/{dienst.arbeid}", "te_lang", uren=maximum // UUR, rust=rust)
                for dienst in blad.diensten
                if dienst.minuten > maximum
            ]

        meldingen = blad.per_leeftijd(per_groep)
        if meldingen and False in gelden:
            return [onbeoordeeld(WERKZAAMHEID, "werkzaamheid_onbekend", vermoeden=True)]
        return meldingen

    return NIET_VAN_TOEPASSING if gelden == {False} else toets(w, "atw-dienst", overtredingen)


@regel(
    code="GZ-WACHT-018",
    titel=Tekst(
        "Er is hooguit 60 uur arbeid per week", "There are at most 60 hours of work a week"
    ),
    soorten=SOORTEN,
    bron=bron("atw-week"),
    velden=(*_VELDEN, LEEFTIJD, REGELING),
    redenen={
        "te_veel": Tekst(
            "In de week waarvan dit de laatste arbeid is, is meer dan {uren} uur gewerkt. Haal een "
            "dienst weg.",
            "In the week of which this is the last work more than {uren} hours were worked. Take a "
            "shift out.",
        ),
        "anders_begonnen": _WEEK_BEGINT,
        **REDENEN_ARBEID,
        **REDEN_LEEFTIJD,
        **REDEN_REGELING,
        **REDEN_KORT,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-week"),
    gebruikt_tabellen=True,
)
def uren_per_week(w: Werkblad) -> Resultaat:
    """There are at most 60 hours of work a week, unless agreed otherwise for physicians."""

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        def per_groep(groep: str) -> list[Melding]:
            return _gemiddeld(blad, blad.grens[f"{groep}maximum"])

        mag = blad.wijkt_af(Afwijking.ARBEIDSDUUR_ARTSEN, ARTSEN)
        return met_afwijking(mag, blad.per_leeftijd(per_groep), list)

    return toets(w, "atw-week", overtredingen)


@regel(
    code="GZ-WACHT-019",
    titel=Tekst(
        "Over 4 weken is er gemiddeld hooguit 55 uur arbeid per week",
        "Over 4 weeks there are at most 55 hours of work a week on average",
    ),
    soorten=SOORTEN,
    bron=bron("atw-vier-weken"),
    velden=(*_VELDEN, LEEFTIJD, REGELING),
    redenen={
        "te_veel": Tekst(
            "In de {dagen} dagen waarvan dit de laatste arbeid is, is gemiddeld meer dan {uren} uur "
            "per week gewerkt. Haal een dienst weg.",
            "In the {dagen} days of which this is the last work, more than {uren} hours a week were "
            "worked on average. Take a shift out.",
        ),
        "anders_begonnen": _WEEK_BEGINT,
        **REDENEN_ARBEID,
        **REDEN_LEEFTIJD,
        **REDEN_REGELING,
        **REDEN_KORT,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-vier-weken"),
    gebruikt_tabellen=True,
)
def gemiddeld_over_vier_weken(w: Werkblad) -> Resultaat:
    """Over every 4 weeks there are at most 55 hours of work a week on average."""

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        def per_groep(groep: str) -> list[Melding]:
            meldingen = _gemiddeld(blad, blad.grens[f"{groep}maximum"])
            mag = blad.wijkt_af(Afwijking.VIER_WEKEN)
            return meldingen if groep else met_afwijking(mag, meldingen, list)

        return blad.per_leeftijd(per_groep)

    return toets(w, "atw-vier-weken", overtredingen)


@regel(
    code="GZ-WACHT-020",
    titel=Tekst(
        "Over 16 weken is er gemiddeld hooguit 48 uur arbeid per week",
        "Over 16 weeks there are at most 48 hours of work a week on average",
    ),
    soorten=SOORTEN,
    bron=(
        bron("atw-zestien-weken"),
        bron("atw-nachtdiensten-gemiddeld"),
        bron("atb-bereikbaarheidsdienst.verloskundige_extramuraal"),
    ),
    velden=(*_VELDEN, REGELING, WERKZAAMHEID),
    redenen={
        "te_veel": Tekst(
            "In de {dagen} dagen waarvan dit de laatste arbeid is, is gemiddeld meer dan {uren} uur "
            "per week gewerkt. Haal een dienst weg.",
            "In the {dagen} days of which this is the last work, more than {uren} hours a week were "
            "worked on average. Take a shift out.",
        ),
        "te_veel_met_nachtdiensten": Tekst(
            "In de {dagen} dagen waarvan dit de laatste arbeid is, is gemiddeld meer dan {uren} uur "
            "per week gewerkt, wat het meeste is bij zoveel nachtdiensten. Haal een dienst weg.",
            "In the {dagen} days of which this is the last work, more than {uren} hours a week were "
            "worked on average, which is the most with so many night shifts. Take a shift out.",
        ),
        "te_veel_met_bereikbaarheid": Tekst(
            "In de {dagen} dagen waarvan dit de laatste arbeid is, is gemiddeld meer dan {uren} uur "
            "per week gewerkt, wat het meeste is bij deze bereikbaarheidsdienst. Haal een dienst "
            "weg.",
            "In the {dagen} days of which this is the last work, more than {uren} hours a week were "
            "worked on average, which is the most with this bereikbaarheidsdienst. Take a shift "
            "out.",
        ),
        "anders_begonnen": _WEEK_BEGINT,
        **REDENEN_ARBEID,
        **REDEN_REGELING,
        **REDEN_KORT,
        **REDEN_WERKZAAMHEID,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-zestien-weken"),
    gebruikt_tabellen=True,
)
def gemiddeld_over_zestien_weken(w: Werkblad) -> Resultaat:
    """Over every 16 weeks there are at most 48 hours of work a week on average, or 40."""
    gemiddelden = {grenzen(norm).get("gemiddeld") for norm in bereikbaarheidsnormen(w)}

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        mag = blad.wijkt_af(Afwijking.ARBEIDSDUUR_ARTSEN, ARTSEN)
        return (
            _gemiddeld(blad, blad.grens["maximum"])
            or _bij_bereikbaarheid(blad, gemiddelden)
            or met_afwijking(mag, _bij_nachtdiensten(blad), list)
        )

    return toets(w, "atw-zestien-weken", overtredingen, ook=("atw-nachtdiensten-gemiddeld",))


def _bij_bereikbaarheid(blad: Roosterblad, gemiddelden: set[int | None]) -> list[Melding]:
    """Return where more was worked than is allowed beside a bereikbaarheidsdienst."""
    bekend = min((maximum for maximum in gemiddelden if maximum is not None), default=None)
    if bekend is None:
        return []
    meldingen = _gemiddeld(blad, bekend, "te_veel_met_bereikbaarheid")
    if meldingen and None in gemiddelden:
        return [onbeoordeeld(WERKZAAMHEID, "werkzaamheid_onbekend", vermoeden=True)]
    return meldingen


def _bij_nachtdiensten(blad: Roosterblad) -> list[Melding]:
    """Return where more was worked than is allowed beside many night shifts."""
    grens, nachten = blad.grens, [d.spanne for d in blad.diensten if d.nachtdienst]
    maximum, duur = grens["nachtdiensten.maximum"], grens["venster"]
    meetlat = Meetlat(blad.bezet().gewerkt)

    telling = Telling(nachten, duur)

    def telt(begin: int, einde: int) -> bool:
        veel = meetlat.gedekt(begin, einde) * WEEK > maximum * duur
        return veel and telling.binnen(begin) >= grens["keer"]

    reden, tempo = "te_veel_met_nachtdiensten", (meetlat.totaal, maximum * duur // WEEK)
    return _te_druk(blad, maximum, reden, telt, telling.vanaf, telling.laatste) or blad.te_kort(
        duur, (len(nachten), grens["keer"] - 1), tempo
    )
