"""Night shifts: how long, how often, and the rest after them (Arbeidstijdenwet art. 5:8).

A night shift is one with more than an hour of work between 00.00 and 06.00 (art. 1:7). Work after
a call makes none: for the rest and the number it does not count (art. 5:9 lid 8 and 9).
"""

from collections.abc import Iterable, Sequence
from typing import Final

from geboortezorg.berekening.tijdlijn import ETMAAL, UUR, Meetlat, Spanne, nachten
from geboortezorg.berekening.wachtdienst.arbeidsduur import te_drukke_weken
from geboortezorg.berekening.wachtdienst.diensten import (
    Dienst,
    eindigt_na,
    reeksen,
    rusten,
    te_vaak,
)
from geboortezorg.berekening.wachtdienst.normen import Grenzen, bron, looptijd
from geboortezorg.bron import Verificatie
from geboortezorg.model.wachtdienst import Afwijking
from geboortezorg.regels.regel import Melding, Peildatum, Resultaat, Tekst, breuk, regel
from geboortezorg.regels.wachtdienst.toets import (
    ARBEID,
    GEWERKT,
    REDEN_KORT,
    REDEN_REGELING,
    REDENEN_ARBEID,
    REGELING,
    SOORTEN,
    VOLLEDIG,
    Roosterblad,
    met_afwijking,
    toets,
)
from geboortezorg.regels.werkblad import Werkblad

_VELDEN: Final = (ARBEID, GEWERKT, VOLLEDIG, "/wachtdiensten/*/wachtdienstsoort")


def _pad(dienst: Dienst) -> str:
    return f"/arbeid/{dienst.arbeid}"


def _te_vaak(
    diensten: Sequence[Dienst],
    spannen: Sequence[Spanne],
    meest: int,
    venster: int,
    reden: str,
    uren: int = 0,
) -> list[Melding]:
    """Return which shift is one too many within a window, certain or at its edge."""
    return [
        breuk(
            _pad(diensten[plaats]),
            reden if zeker else f"{reden}_op_de_rand",
            verificatie=None if zeker else Verificatie.AFGELEID,
            keer=meest,
            dagen=venster // ETMAAL,
            uren=uren,
        )
        for plaats, zeker in te_vaak(spannen, meest, venster)
    ]


def _spannen(diensten: Iterable[Dienst]) -> list[Spanne]:
    return [dienst.spanne for dienst in diensten]


@regel(
    code="GZ-WACHT-024",
    titel=Tekst(
        "Een nachtdienst heeft hooguit 10 uur arbeid, soms 12",
        "A night shift has at most 10 hours of work, at times 12",
    ),
    soorten=SOORTEN,
    bron=(bron("atw-nachtdienst"), bron("atw-begrippen")),
    velden=_VELDEN,
    redenen={
        "te_lang": Tekst(
            "De nachtdienst waarvan dit de laatste arbeid is, heeft meer dan {uren} uur arbeid. "
            "Kort haar in.",
            "The night shift of which this is the last work has more than {uren} hours of work. "
            "Make it shorter.",
        ),
        "te_weinig_rust": Tekst(
            "Na een nachtdienst met meer dan {meer} uur arbeid hoort {uren} uur onafgebroken rust. "
            "Laat de dienst na deze arbeid later beginnen.",
            "After a night shift with more than {meer} hours of work there must be {uren} hours of "
            "rest in a row. Let the shift after this work begin later.",
        ),
        "te_vaak_lang": Tekst(
            "Een lange nachtdienst mag hooguit {keer} keer in {dagen} dagen; deze is er een te veel. "
            "Kort haar in.",
            "A long night shift is allowed at most {keer} times in {dagen} days; this is one too "
            "many. Make it shorter.",
        ),
        "te_vaak_lang_op_de_rand": Tekst(
            "Een lange nachtdienst mag hooguit {keer} keer in {dagen} dagen; deze begint daarbinnen "
            "maar loopt erna door. De wet zegt niet of zij meetelt. Kort haar in om zeker te zijn.",
            "A long night shift is allowed at most {keer} times in {dagen} days; this one begins "
            "within these but runs on after them. The law does not say whether it counts. Make it "
            "shorter to be sure.",
        ),
        **REDENEN_ARBEID,
        **REDEN_KORT,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-nachtdienst"),
    gebruikt_tabellen=True,
)
def nachtdienst_niet_te_lang(w: Werkblad) -> Resultaat:
    """A night shift has at most 10 hours of work; 12 a few times, with 12 hours of rest after."""

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        grens = blad.grens
        nachtelijk = [dienst for dienst in blad.diensten if dienst.nachtdienst]
        meldingen = [
            breuk(_pad(dienst), "te_lang", uren=grens["lang.maximum"] // UUR)
            for dienst in nachtelijk
            if dienst.minuten > grens["lang.maximum"]
        ]
        lang = [dienst for dienst in nachtelijk if dienst.minuten > grens["maximum"]]
        langen = frozenset(lang)
        meldingen += [
            breuk(
                _pad(dienst),
                "te_weinig_rust",
                uren=grens["lang.rust"] // UUR,
                meer=grens["maximum"] // UUR,
            )
            for dienst, _, rust in rusten(blad.diensten)
            if rust < grens["lang.rust"] and dienst in langen
        ]
        spannen = _spannen(lang)
        for soort in ("lang", "jaar"):
            keer, venster = grens[f"{soort}.keer"], grens[f"{soort}.venster"]
            meldingen += _te_vaak(lang, spannen, keer, venster, "te_vaak_lang")
        jaar = grens["jaar.venster"], (len(lang), grens["jaar.keer"])
        return meldingen or blad.te_kort(*jaar)

    return toets(w, "atw-nachtdienst", overtredingen)


@regel(
    code="GZ-WACHT-025",
    titel=Tekst(
        "Na een nachtdienst die na 02.00 uur eindigt is er 14 uur rust",
        "After a night shift that ends after 02.00 there are 14 hours of rest",
    ),
    soorten=SOORTEN,
    bron=(bron("atw-rust-na-nachtdienst"), bron("atw-begrippen")),
    velden=_VELDEN,
    redenen={
        "te_vaak_ingekort": Tekst(
            "Na deze nachtdienst is de rust korter dan {uren} uur, en dat mag hooguit {keer} keer in "
            "{dagen} dagen. Laat de volgende dienst later beginnen.",
            "After this night shift the rest is shorter than {uren} hours, which is allowed at most "
            "{keer} times in {dagen} days. Let the next shift begin later.",
        ),
        "te_vaak_ingekort_op_de_rand": Tekst(
            "Na deze nachtdienst is de rust korter dan {uren} uur, wat hooguit {keer} keer in "
            "{dagen} dagen mag; zij loopt na die dagen door. De wet zegt niet of zij meetelt. Laat "
            "de volgende dienst later beginnen om zeker te zijn.",
            "After this night shift the rest is shorter than {uren} hours, which is allowed at most "
            "{keer} times in {dagen} days; it runs on after these. The law does not say whether it "
            "counts. Let the next shift begin later to be sure.",
        ),
        **REDENEN_ARBEID,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-rust-na-nachtdienst"),
    gebruikt_tabellen=True,
)
def rust_na_nachtdienst(w: Werkblad) -> Resultaat:
    """After a night shift that ends after 02.00 there are 14 hours of rest, once a week 8.

    Those of more than 10 hours have a rest of their own (lid 3).
    """

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        grens, langste = blad.grens, blad.grens["maximum"]
        kort = [
            (dienst, (dienst.einde, ander.begin))
            for dienst, ander, rust in rusten(blad.diensten)
            if rust < grens["rust"]
            and eindigt_na(dienst, grens["na"])
            and dienst.minuten <= langste
        ]
        return _te_vaak(
            [dienst for dienst, _ in kort],
            [spanne for _, spanne in kort],
            grens["inkorting.keer"],
            grens["inkorting.venster"],
            "te_vaak_ingekort",
            uren=grens["rust"] // UUR,
        )

    return toets(w, "atw-rust-na-nachtdienst", overtredingen, ook=("atw-nachtdienst",))


@regel(
    code="GZ-WACHT-026",
    titel=Tekst(
        "Nachtdiensten achtereen zijn begrensd en worden gevolgd door rust",
        "Night shifts in a row are bounded, and followed by rest",
    ),
    soorten=SOORTEN,
    bron=(bron("atw-reeks"), bron("atw-begrippen")),
    velden=(*_VELDEN, REGELING),
    redenen={
        "te_weinig_rust": Tekst(
            "Na {keer} of meer nachtdiensten achtereen hoort {uren} uur onafgebroken rust. Laat de "
            "dienst na deze arbeid later beginnen.",
            "After {keer} or more night shifts in a row there must be {uren} hours of rest in a "
            "row. Let the shift after this work begin later.",
        ),
        "te_weinig_rust_tussen_nachten": Tekst(
            "Na {keer} of meer nachtdiensten achtereen ligt er meer dan een etmaal voor de volgende "
            "nachtdienst, maar geen {uren} uur. De wet zegt niet of de reeks dan doorloopt. Laat de "
            "dienst na deze arbeid later beginnen om zeker te zijn.",
            "After {keer} or more night shifts in a row there is more than a day before the next "
            "night shift, but less than {uren} hours. The law does not say whether the series then "
            "goes on. Let the shift after this work begin later to be sure.",
        ),
        "te_veel_achtereen": Tekst(
            "Met een nachtdienst erbij zijn er hooguit {keer} diensten achtereen. Geef een vrije "
            "dag voor deze dienst.",
            "With a night shift among them there are at most {keer} shifts in a row. Give a free "
            "day before this shift.",
        ),
        **REDENEN_ARBEID,
        **REDEN_REGELING,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-reeks"),
    gebruikt_tabellen=True,
)
def nachtdiensten_achtereen(w: Werkblad) -> Resultaat:
    """Three night shifts in a row are followed by 46 hours of rest; seven shifts are the most."""

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        grens = blad.grens
        meldingen: list[Melding] = []
        aantal = 0
        for dienst, ander, rust in rusten(blad.diensten):
            aantal = aantal + 1 if dienst.nachtdienst else 0
            los = rust >= grens["scheiding"]
            if aantal >= grens["nachtdiensten"] and (los or not ander.nachtdienst):
                meldingen += _rust_na_reeks(dienst, ander, rust, grens)
            aantal = 0 if los else aantal

        def te_lang(meest: int) -> list[Melding]:
            return [
                breuk(_pad(reeks[meest]), "te_veel_achtereen", keer=meest)
                for reeks in reeksen(blad.diensten, grens["scheiding"])
                if len(reeks) > meest and any(dienst.nachtdienst for dienst in reeks)
            ]

        return meldingen + met_afwijking(
            blad.wijkt_af(Afwijking.REEKS),
            te_lang(grens["diensten"]),
            lambda: te_lang(grens["regeling.diensten"]),
        )

    return toets(w, "atw-reeks", overtredingen)


def _rust_na_reeks(dienst: Dienst, ander: Dienst, rust: int, grens: Grenzen) -> list[Melding]:
    if rust >= grens["rust"]:
        return []
    tussen = ander.nachtdienst
    return [
        breuk(
            _pad(dienst),
            "te_weinig_rust_tussen_nachten" if tussen else "te_weinig_rust",
            verificatie=Verificatie.AFGELEID if tussen else None,
            keer=grens["nachtdiensten"],
            uren=grens["rust"] // UUR,
        )
    ]


@regel(
    code="GZ-WACHT-027",
    versie=2,
    titel=Tekst(
        "In 16 weken zijn er hooguit 36 nachtdiensten die na 02.00 uur eindigen",
        "In 16 weeks there are at most 36 night shifts that end after 02.00",
    ),
    soorten=SOORTEN,
    bron=(bron("atw-aantal-nachtdiensten"), bron("atw-begrippen")),
    velden=(*_VELDEN, REGELING),
    redenen={
        "te_vaak": Tekst(
            "Er zijn hooguit {keer} nachtdiensten die na 02.00 uur eindigen in {dagen} dagen; deze "
            "is er een te veel. Haal er een weg.",
            "There are at most {keer} night shifts that end after 02.00 in {dagen} days; this is "
            "one too many. Take one out.",
        ),
        "te_vaak_op_de_rand": Tekst(
            "Er zijn hooguit {keer} nachtdiensten die na 02.00 uur eindigen in {dagen} dagen; deze "
            "begint daarbinnen maar loopt erna door. De wet zegt niet of zij meetelt. Haal er een "
            "weg om zeker te zijn.",
            "There are at most {keer} night shifts that end after 02.00 in {dagen} days; this one "
            "begins within these but runs on after them. The law does not say whether it counts. "
            "Take one out to be sure.",
        ),
        **REDENEN_ARBEID,
        **REDEN_KORT,
        **REDEN_REGELING,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-aantal-nachtdiensten"),
    gebruikt_tabellen=True,
)
def aantal_nachtdiensten(w: Werkblad) -> Resultaat:
    """In every 16 weeks there are at most 36 night shifts that end after 02.00."""

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        grens = blad.grens
        laat = [dienst for dienst in blad.diensten if eindigt_na(dienst, grens["na"])]
        spannen = _spannen(laat)

        def met_regeling() -> list[Melding]:
            if not _te_veel_nacht(blad):
                return []
            keer, venster = grens["regeling.keer"], grens["regeling.venster"]
            te_veel = _te_vaak(laat, spannen, keer, venster, "te_vaak")
            return te_veel or blad.te_kort(venster, (len(laat), keer))

        keer, venster = grens["keer"], grens["venster"]
        meldingen = _te_vaak(laat, spannen, keer, venster, "te_vaak")
        meldingen = meldingen or blad.te_kort(venster, (len(laat), keer))
        return met_afwijking(blad.wijkt_af(Afwijking.NACHTDIENSTEN), meldingen, met_regeling)

    return toets(w, "atw-aantal-nachtdiensten", overtredingen)


def _te_veel_nacht(blad: Roosterblad) -> bool:
    """Say whether two weeks hold more work between 00.00 and 06.00 than is allowed instead."""
    nachtwerk = [
        deel for dienst in blad.diensten for werk in dienst.delen for deel in nachten(werk)
    ]
    meetlat, meest = Meetlat(nachtwerk), blad.grens["regeling.nachturen"]

    def telt(begin: int, einde: int) -> bool:
        return meetlat.gedekt(begin, einde) > meest

    return bool(te_drukke_weken(nachtwerk, blad.grens["regeling.nachtvenster"], telt)[0])
