"""What the kind of a wachtdienst brings along: its length, and who may have it how often."""

from collections.abc import Sequence
from typing import Final

from geboortezorg.berekening.tijdlijn import ETMAAL, UUR, minuten_op_de_klok, op_de_klok
from geboortezorg.berekening.wachtdienst.diensten import te_vaak
from geboortezorg.berekening.wachtdienst.normen import Grenzen, bron, looptijd
from geboortezorg.bron import Verificatie
from geboortezorg.model.wachtdienst import (
    Afwijking,
    Wachtdienstrooster,
    Wachtdienstsoort,
    Werkzaamheid,
)
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    Melding,
    Nodig,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
)
from geboortezorg.regels.wachtdienst.toets import (
    OPROEPBAAR,
    REDEN_KORT,
    REDENEN,
    REDENEN_WET,
    REGELING,
    SOORT,
    SOORTEN,
    VOLLEDIG,
    WACHTDIENST,
    WERKZAAMHEID,
    Plaats,
    Roosterblad,
    op_wacht,
    toets,
    wet_geldt,
)
from geboortezorg.regels.werkblad import Werkblad

_VELDEN: Final = (WACHTDIENST, "/wachtdiensten/*/einde", SOORT)

_TE_LANG: Final = Tekst(
    "Deze wachtdienst duurt langer dan {uren} uur. Controleer begin en einde, of kort haar in.",
    "This wachtdienst lasts longer than {uren} hours. Check begin and end, or make it shorter.",
)
_TE_LANG_KLOK: Final = Tekst(
    "Deze wachtdienst duurt langer dan {uren} uur, maar alleen doordat de klok in die tijd terug gaat. "
    "De regeling telt in uren. Kort haar een uur in om zeker te zijn.",
    "This wachtdienst lasts longer than {uren} hours, but only because the clock goes back in that "
    "time. The rules count in hours. Make it an hour shorter to be sure.",
)
_AANSLUITEND: Final = Tekst(
    "Wachtdiensten van deze soort sluiten op elkaar aan, of bijna, en duren samen langer dan {uren} "
    "uur. Ga na of zij samen een wachtdienst zijn.",
    "Wachtdiensten of this kind follow right on each other, or nearly so, and together last longer "
    "than {uren} hours. Check whether together they are one.",
)


def _duur(w: Werkblad, soort: Wachtdienstsoort) -> Resultaat:
    """Return which wachtdiensten of a kind last too long, alone or joined together.

    Less than the half hour that counts as work between two calls does not part them either.
    """

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        langste = blad.grens["maximum"]
        uren = langste // UUR
        meldingen: list[Melding] = []
        vanaf = tot = blad.bezet(frozenset({soort})).consignatie[0][0]  # of what hangs together
        for begin, einde, nummer in blad.bezet(frozenset({soort})).consignatie:
            pad = f"/wachtdiensten/{nummer}/einde"
            vanaf = begin if begin - tot >= blad.grens["tussentijd"] else vanaf
            tot = max(tot, einde)
            if einde - begin > langste:
                zeker = minuten_op_de_klok(begin, einde) > langste
                reden, grond = (
                    ("te_lang", None) if zeker else ("te_lang_klok", Verificatie.AFGELEID)
                )
                meldingen.append(breuk(pad, reden, verificatie=grond, uren=uren))
                vanaf = tot
            elif tot - vanaf > langste:
                afgeleid = Verificatie.AFGELEID
                meldingen.append(breuk(pad, "aansluitend", verificatie=afgeleid, uren=uren))
                vanaf = begin
        if meldingen:
            return meldingen
        if soort is Wachtdienstsoort.BEREIKBAARHEIDSDIENST:
            return _met_consignatie(blad, langste)
        eerste = min(pad for _, _, pad in op_wacht(blad.rooster, {soort}))
        return [onbeoordeeld(f"{eerste}/wachtdienstsoort", "grenzen_niet_gezien")]

    return toets(w, "atb-duur", overtredingen, soorten=frozenset({soort}), volledig=False)


def _met_consignatie(blad: Roosterblad, langste: int) -> list[Melding]:
    """Return where consignatie joins a bereikbaarheidsdienst, and together they last too long."""
    meldingen: list[Melding] = []
    vanaf = tot = 0
    soorten: set[Wachtdienstsoort] = set()
    for begin, einde, nummer in blad.bezet(OPROEPBAAR).consignatie:
        if not soorten or begin - tot >= blad.grens["tussentijd"]:
            vanaf, tot = begin, begin
            soorten.clear()
        tot = max(tot, einde)
        soorten.add(blad.rooster.wachtdiensten[nummer].wachtdienstsoort)
        if len(soorten) > 1 and tot - vanaf > langste:
            meldingen.append(
                breuk(
                    f"/wachtdiensten/{nummer}/einde",
                    "met_consignatie",
                    verificatie=Verificatie.AFGELEID,
                    uren=langste // UUR,
                )
            )
            vanaf, soorten = begin, {blad.rooster.wachtdiensten[nummer].wachtdienstsoort}
    return meldingen


@regel(
    code="GZ-WACHT-012",
    titel=Tekst(
        "Een bereikbaarheidsdienst duurt hooguit 24 uur",
        "A bereikbaarheidsdienst lasts at most 24 hours",
    ),
    soorten=SOORTEN,
    bron=bron("atb-duur"),
    velden=_VELDEN,
    nodig=Nodig(leden=("/wachtdiensten",)),
    redenen={
        "te_lang": _TE_LANG,
        "te_lang_klok": _TE_LANG_KLOK,
        "aansluitend": _AANSLUITEND,
        "met_consignatie": Tekst(
            "Een bereikbaarheidsdienst en consignatie sluiten op elkaar aan, of bijna, en duren samen "
            "langer dan {uren} uur. Ga na of zij samen een bereikbaarheidsdienst zijn, en kort die in.",
            "A bereikbaarheidsdienst and consignatie follow right on each other, or nearly so, and "
            "together last longer than {uren} hours. Check whether together they are one "
            "bereikbaarheidsdienst, and make that shorter.",
        ),
        **REDENEN_WET,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atb-duur"),
    gebruikt_tabellen=True,
    versie=5,
)
def bereikbaarheidsdienst(w: Werkblad) -> Resultaat:
    """A bereikbaarheidsdienst lasts at most 24 hours, also when it goes on as consignatie."""
    return _duur(w, Wachtdienstsoort.BEREIKBAARHEIDSDIENST)


@regel(
    code="GZ-WACHT-013",
    titel=Tekst(
        "Een aanwezigheidsdienst duurt hooguit 24 uur",
        "An aanwezigheidsdienst lasts at most 24 hours",
    ),
    soorten=SOORTEN,
    bron=bron("atb-duur"),
    velden=_VELDEN,
    nodig=Nodig(leden=("/wachtdiensten",)),
    redenen={
        "te_lang": _TE_LANG,
        "te_lang_klok": _TE_LANG_KLOK,
        "aansluitend": _AANSLUITEND,
        "grenzen_niet_gezien": Tekst(
            "Duurt niet te lang, maar de overige grenzen van het Arbeidstijdenbesluit voor een "
            "aanwezigheidsdienst zijn niet gezien. Toets die zelf.",
            "Does not last too long, but the other bounds of the Arbeidstijdenbesluit for an "
            "aanwezigheidsdienst were not seen. Check those yourself.",
        ),
        **REDENEN_WET,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atb-duur"),
    gebruikt_tabellen=True,
    versie=4,
)
def aanwezigheidsdienst(w: Werkblad) -> Resultaat:
    """An aanwezigheidsdienst lasts at most 24 hours in a row; other bounds are not known here."""
    return _duur(w, Wachtdienstsoort.AANWEZIGHEIDSDIENST)


_BEREIKBAARHEID: Final = Wachtdienstsoort.BEREIKBAARHEIDSDIENST


@regel(
    code="GZ-WACHT-029",
    titel=Tekst(
        "Een bereikbaarheidsdienst is afgesproken en niet te vaak",
        "A bereikbaarheidsdienst was agreed on and is not too frequent",
    ),
    soorten=SOORTEN,
    bron=(
        bron("atb-bereikbaarheidsdienst.verpleging_verzorging"),
        bron("atb-bereikbaarheidsdienst.verloskundige_intramuraal"),
        bron("atb-bereikbaarheidsdienst.verloskundige_extramuraal"),
        bron("atb-bereikbaarheidsdienst.verloskundige_in_opleiding"),
    ),
    velden=(WACHTDIENST, SOORT, WERKZAAMHEID, REGELING, VOLLEDIG),
    nodig=Nodig(leden=("/wachtdiensten",)),
    redenen={
        "niet_afgesproken": Tekst(
            "Er is een bereikbaarheidsdienst, terwijl die niet is afgesproken. Zij mag alleen bij "
            "collectieve regeling, en van een extramurale verloskundige als zij is bedongen. Haal "
            "haar weg, of vul de afwijking in als zij is afgesproken.",
            "There is a bereikbaarheidsdienst, while none was agreed on. It is only allowed by a "
            "collective arrangement, and for an extramural midwife when it was stipulated. Take it "
            "out, or state the deviation when it was agreed on.",
        ),
        "te_vaak": Tekst(
            "Er zijn hooguit {keer} wachtdiensten in {dagen} dagen; deze is er een te veel. Haal er "
            "een weg.",
            "There are at most {keer} wachtdiensten in {dagen} days; this is one too many. Take "
            "one out.",
        ),
        "te_vaak_op_de_rand": Tekst(
            "Er zijn hooguit {keer} wachtdiensten in {dagen} dagen; deze begint daarbinnen maar "
            "loopt erna door. De regeling zegt niet of zij meetelt. Haal er een weg om zeker te "
            "zijn.",
            "There are at most {keer} wachtdiensten in {dagen} days; this one begins within these "
            "but runs on after them. The rules do not say whether it counts. Take one out to be "
            "sure.",
        ),
        "te_vaak_achtereen": Tekst(
            "Er zijn hooguit {keer} bereikbaarheidsdiensten achtereen; deze is er een te veel. Haal "
            "er een weg.",
            "There are at most {keer} bereikbaarheidsdiensten in a row; this is one too many. Take "
            "one out.",
        ),
        "werkzaamheid_onbekend": Tekst(
            "Hoe vaak deze wachtdienst mag, hangt af van de werkzaamheid. Vul die in.",
            "How often this wachtdienst is allowed depends on the werkzaamheid. Fill it in.",
        ),
        "andere_werkzaamheid": Tekst(
            "Voor deze werkzaamheid zijn geen regels over deze wachtdienst gezien. Toets hem zelf "
            "aan het Arbeidstijdenbesluit.",
            "No rules on this wachtdienst were seen for this werkzaamheid. Check it against the "
            "Arbeidstijdenbesluit yourself.",
        ),
        "afspraak_onbekend": Tekst(
            "Of deze bereikbaarheidsdienst is afgesproken, is niet bekend. Vul bij de collectieve "
            "regeling in waarvan zij afwijkt.",
            "Whether this bereikbaarheidsdienst was agreed on is not known. State from what the "
            "collective arrangement deviates.",
        ),
        **REDENEN,
        **REDEN_KORT,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atb-bereikbaarheidsdienst.verpleging_verzorging"),
    gebruikt_tabellen=True,
    versie=2,
)
def niet_te_vaak(w: Werkblad) -> Resultaat:
    """A bereikbaarheidsdienst was agreed on, and there are not too many in a week and in 16."""
    rooster = w.als(Wachtdienstrooster)
    werkzaamheid = rooster.werkzaamheid
    if not op_wacht(rooster, {_BEREIKBAARHEID}) or not wet_geldt(rooster):
        return NIET_VAN_TOEPASSING
    if werkzaamheid is None:
        return [onbeoordeeld(WERKZAAMHEID, "werkzaamheid_onbekend")]
    if werkzaamheid is Werkzaamheid.ANDERS:
        return [onbeoordeeld(WERKZAAMHEID, "andere_werkzaamheid")]

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        mag = blad.wijkt_af(Afwijking.BEREIKBAARHEIDSDIENST)
        meldingen = _te_veel(blad)
        if mag is False:
            meldingen.append(breuk(REGELING, "niet_afgesproken"))
        elif mag is None and not meldingen:
            meldingen.append(onbeoordeeld(REGELING, "afspraak_onbekend"))
        return meldingen

    norm = f"atb-bereikbaarheidsdienst.{werkzaamheid}"
    return toets(w, norm, overtredingen, soorten=frozenset({_BEREIKBAARHEID}))


def _te_veel(blad: Roosterblad) -> list[Melding]:
    """Return which wachtdienst is one too many in a week, in more weeks, or in a row."""
    grens = blad.grens
    soorten = set(Wachtdienstsoort) if grens["samen"] else {_BEREIKBAARHEID}
    diensten = sorted(op_wacht(blad.rooster, soorten))
    spannen = [(begin, einde) for begin, einde, _ in diensten]
    # A week is one of the calendar, whatever the clock does in it; 24 hours are hours.
    op_klok = [(op_de_klok(begin), op_de_klok(einde)) for begin, einde in spannen]
    meldingen: list[Melding] = []
    for soort in ("dagen", "weken"):
        keer, venster = grens.get(f"{soort}.keer"), grens.get(f"{soort}.venster")
        if keer is None or venster is None:
            continue
        meldingen += [
            breuk(
                diensten[plaats][2],
                "te_vaak" if zeker else "te_vaak_op_de_rand",
                verificatie=None if zeker else Verificatie.AFGELEID,
                keer=keer,
                dagen=venster // ETMAAL,
            )
            for plaats, zeker in te_vaak(op_klok if soort == "weken" else spannen, keer, venster)
        ]
    meldingen += _achtereen(diensten, grens)
    lang = grens["weken.venster"], (len(diensten), grens["weken.keer"])
    return meldingen or blad.te_kort(*lang)


def _achtereen(diensten: Sequence[Plaats], grens: Grenzen) -> list[Melding]:
    """Return which is one too many in a row: on days that follow each other."""
    keer = grens.get("achtereen.keer")
    if keer is None:
        return []
    uit: list[Melding] = []
    aantal, vorige = 0, 0
    for begin, einde, pad in diensten:
        aantal = aantal + 1 if begin - vorige < ETMAAL else 1
        vorige = einde
        if aantal == keer + 1:
            uit.append(breuk(pad, "te_vaak_achtereen", keer=keer))
    return uit
