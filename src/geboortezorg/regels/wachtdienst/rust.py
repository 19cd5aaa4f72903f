"""Rest between shifts, rest in the week, breaks and Sundays (Arbeidstijdenwet art. 5:3 to 5:6)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from geboortezorg.berekening.tijdlijn import (
    ETMAAL,
    UUR,
    WEEK,
    Spanne,
    dag,
    nacht,
    op_de_klok,
    raakt_nacht,
)
from geboortezorg.berekening.wachtdienst.diensten import Dienst, te_vaak
from geboortezorg.berekening.wachtdienst.normen import (
    Grenzen,
    bron,
    grenzen,
    looptijd,
    volledige_norm,
)
from geboortezorg.berekening.wachtdienst.rust import dagelijkse_rust as rust_per_etmaal
from geboortezorg.berekening.wachtdienst.rust import te_weinig_wekelijkse_rust
from geboortezorg.bevroren import anders
from geboortezorg.bron import Verificatie
from geboortezorg.model.wachtdienst import Afwijking, Wachtdienstrooster, Werkzaamheid
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
    ARBEID,
    GEWERKT,
    LEEFTIJD,
    REDEN_KORT,
    REDEN_LEEFTIJD,
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
_INSTEMMING: Final = "/instemming_zondagen"
_ZORG: Final = frozenset({Werkzaamheid.VERPLEGING_VERZORGING})


@regel(
    code="GZ-WACHT-021",
    titel=Tekst(
        "In elke 24 uur is er 11 uur rust, soms 8",
        "In every 24 hours there are 11 hours of rest, at times 8",
    ),
    soorten=SOORTEN,
    bron=(bron("atw-dagelijkse-rust"), bron("atb-dagelijkse-rust"), bron("atw-begrippen")),
    velden=(*_VELDEN, LEEFTIJD, REGELING),
    redenen={
        "te_weinig_rust": Tekst(
            "In de 24 uur vanaf het begin van de dienst waarvan dit de laatste arbeid is, is er "
            "geen {uren} uur onafgebroken rust. Laat de volgende dienst later beginnen.",
            "In the 24 hours from the begin of the shift of which this is the last work, there are "
            "no {uren} hours of rest in a row. Let the next shift begin later.",
        ),
        "te_vaak_ingekort": Tekst(
            "In {dagen} dagen is de dagelijkse rust te vaak korter dan {uren} uur; na deze arbeid is "
            "het er een te veel. Laat de volgende dienst later beginnen.",
            "In {dagen} days the daily rest is shorter than {uren} hours too often; the one after "
            "this work is one too many. Let the next shift begin later.",
        ),
        "te_vaak_ingekort_op_de_rand": Tekst(
            "De dagelijkse rust is korter dan {uren} uur, binnen {dagen} dagen na de vorige keer, "
            "maar loopt daarna door. De wet zegt niet of zij dan meetelt. Laat de volgende dienst "
            "later beginnen om zeker te zijn.",
            "The daily rest is shorter than {uren} hours within {dagen} days of the last time, but "
            "runs on after these. The law does not say whether it then counts. Let the next shift "
            "begin later to be sure.",
        ),
        "jeugd_in_de_nacht": Tekst(
            "Wie 16 of 17 is, werkt niet in de uren die de nachtrust moet omvatten. Haal deze arbeid "
            "uit de nacht.",
            "Those of 16 and 17 do not work in the hours that the rest at night must hold. Take "
            "this work out of the night.",
        ),
        **REDENEN_ARBEID,
        **REDEN_LEEFTIJD,
        **REDEN_REGELING,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-dagelijkse-rust"),
    gebruikt_tabellen=True,
)
def dagelijkse_rust(w: Werkblad) -> Resultaat:
    """In the 24 hours from the begin of a shift there are 11 hours of rest in a row."""

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        def per_groep(groep: str) -> list[Melding]:
            if groep:
                return _jeugd(blad)
            extra = volledige_norm(w.context.normen, "atb-dagelijkse-rust", dag(blad.begin))
            if extra is None:
                return _ingekort(blad)
            mag = blad.wijkt_af(Afwijking.DAGELIJKSE_RUST, _ZORG)
            return met_afwijking(mag, _ingekort(blad), lambda: _ingekort(blad, grenzen(extra)))

        return blad.per_leeftijd(per_groep)

    return toets(w, "atw-dagelijkse-rust", overtredingen)


def _te_kort(blad: Roosterblad, minstens: int) -> list[Melding]:
    return [
        breuk(f"/arbeid/{dienst.arbeid}", "te_weinig_rust", uren=minstens // UUR)
        for dienst, rust in rust_per_etmaal(blad.diensten)
        if rust < minstens
    ]


def _ingekort(blad: Roosterblad, extra: Grenzen | None = None) -> list[Melding]:
    """Return where the rest is too short, or shorter too often; `extra` allows once more."""
    grens = blad.grens
    meldingen = _te_kort(blad, grens["ingekort"])
    kort = [(dienst, rust) for dienst, rust in rust_per_etmaal(blad.diensten)]
    kort = [(dienst, rust) for dienst, rust in kort if grens["ingekort"] <= rust < grens["rust"]]
    keer = grens["inkorting.keer"]
    if extra is None:
        vaak = [([dienst for dienst, _ in kort], keer, grens["rust"])]
    else:
        korter = [dienst for dienst, rust in kort if rust < extra["extra.ingekort"]]
        vaak = [
            (korter, keer, extra["extra.ingekort"]),
            ([dienst for dienst, _ in kort], keer + extra["extra.keer"], grens["rust"]),
        ]
    for diensten, meest, rust in vaak:
        etmalen = [(dienst.begin, dienst.begin + ETMAAL) for dienst in diensten]
        for plaats, zeker in te_vaak(etmalen, meest, grens["inkorting.venster"]):
            meldingen.append(
                breuk(
                    f"/arbeid/{diensten[plaats].arbeid}",
                    "te_vaak_ingekort" if zeker else "te_vaak_ingekort_op_de_rand",
                    verificatie=None if zeker else Verificatie.AFGELEID,
                    uren=rust // UUR,
                    dagen=grens["inkorting.venster"] // ETMAAL,
                )
            )
    return meldingen


def _jeugd(blad: Roosterblad) -> list[Melding]:
    """Return where those of 16 and 17 rest too little, or work in the night."""
    avond = ETMAAL - blad.grens["jeugd.nacht.begin"]
    return _te_kort(blad, blad.grens["jeugd.rust"]) + [
        breuk(f"/arbeid/{dienst.arbeid}", "jeugd_in_de_nacht")
        for dienst in blad.diensten
        if any(raakt_nacht((begin, einde + avond)) for begin, einde in dienst.delen)
    ]


@regel(
    code="GZ-WACHT-022",
    titel=Tekst(
        "In elke 7 maal 24 uur is er 36 uur rust, of in 14 maal 24 uur 72",
        "In every 7 times 24 hours there are 36 hours of rest, or in 14 times 24 hours 72",
    ),
    soorten=SOORTEN,
    bron=(bron("atw-wekelijkse-rust"), bron("atw-begrippen")),
    velden=(*_VELDEN, LEEFTIJD),
    redenen={
        "te_weinig_rust": Tekst(
            "In de {dagen} maal 24 uur vanaf het begin van de dienst waarvan dit de laatste arbeid "
            "is, is er geen {uren} uur onafgebroken rust, en ook de langere periode die de wet "
            "toestaat heeft te weinig rust. Maak ruimte.",
            "In the {dagen} times 24 hours from the begin of the shift of which this is the last "
            "work, there are no {uren} hours of rest in a row, and the longer period that the law "
            "allows has too little rest too. Make room.",
        ),
        "niet_steeds_hetzelfde": Tekst(
            "Vanaf deze dienst is er in {dagen} maal 24 uur geen {uren} uur onafgebroken rust, en "
            "vanaf een andere dienst heeft de langere periode te weinig. De wet zegt niet of zij "
            "elkaar mogen afwisselen. Maak ruimte om zeker te zijn.",
            "From this shift on there are no {uren} hours of rest in a row in {dagen} times 24 "
            "hours, and from another shift on the longer period has too little. The law does not "
            "say whether they can take turns. Make room to be sure.",
        ),
        "naar_de_klok": Tekst(
            "In de {dagen} maal 24 uur vanaf het begin van de dienst waarvan dit de laatste arbeid is, is "
            "er geen {uren} uur onafgebroken rust, maar alleen doordat de klok in die tijd vooruit gaat: "
            "naar de klok is het genoeg. De wet telt in uren. Maak de rust een uur langer om zeker te "
            "zijn.",
            "In the {dagen} times 24 hours from the begin of the shift of which this is the last work, "
            "there are no {uren} hours of rest in a row, but only because the clock goes forward in that "
            "time: by the clock it is enough. The law counts in hours. Make the rest an hour longer to "
            "be sure.",
        ),
        **REDENEN_ARBEID,
        **REDEN_LEEFTIJD,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-wekelijkse-rust"),
    gebruikt_tabellen=True,
    versie=2,
)
def wekelijkse_rust(w: Werkblad) -> Resultaat:
    """From the begin of a shift on there are 36 hours of rest in 7 days, or 72 in 14."""

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        def per_groep(groep: str) -> list[Melding]:
            jeugd = bool(groep)
            diensten, zeker = te_weinig_wekelijkse_rust(blad.diensten, blad.grens, jeugd=jeugd)
            reden = "te_weinig_rust" if zeker else "niet_steeds_hetzelfde"
            if zeker and diensten:
                # A night in which the clock goes forward lacks an hour, for who rests by the clock.
                klok = [_op_de_klok(dienst) for dienst in blad.diensten]
                op_klok, _ = te_weinig_wekelijkse_rust(klok, blad.grens, jeugd=jeugd)
                nummers = {dienst.arbeid for dienst in op_klok}
                ook = [dienst for dienst in diensten if dienst.arbeid in nummers]
                reden, diensten = (reden, ook) if ook else ("naar_de_klok", diensten)
                zeker = bool(ook)
            return [
                breuk(
                    f"/arbeid/{dienst.arbeid}",
                    reden,
                    verificatie=None if zeker else Verificatie.AFGELEID,
                    dagen=blad.grens["venster"] // ETMAAL,
                    uren=blad.grens["rust"] // UUR,
                )
                for dienst in diensten[:1]
            ]

        return blad.per_leeftijd(per_groep)

    return toets(w, "atw-wekelijkse-rust", overtredingen)


def _op_de_klok(dienst: Dienst) -> Dienst:
    """Return a shift by the clock on the wall: one within the hour that comes twice has no length."""
    begin, einde = op_de_klok(dienst.begin), op_de_klok(dienst.einde)
    return anders(dienst, delen=((begin, max(begin, einde)),))


@regel(
    code="GZ-WACHT-023",
    titel=Tekst("Lange arbeid wordt onderbroken door pauze", "Long work is interrupted by a break"),
    soorten=SOORTEN,
    bron=bron("atw-pauze"),
    velden=(*_VELDEN, LEEFTIJD, REGELING),
    nodig=Nodig(leden=("/pauzes_vermeld",)),
    redenen={
        "te_weinig_pauze": Tekst(
            "In de dienst waarvan dit de laatste arbeid is, is minder dan {minuten} minuten pauze, "
            "in delen van minstens {deel} minuten. Zet de pauzes erin, of zeg dat ze niet zijn "
            "vermeld.",
            "In the shift of which this is the last work there are less than {minuten} minutes of "
            "break, in parts of at least {deel} minutes. Add the breaks, or say that they are not "
            "listed.",
        ),
        **REDENEN_ARBEID,
        **REDEN_LEEFTIJD,
        **REDEN_REGELING,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-pauze"),
    gebruikt_tabellen=True,
)
def pauze(w: Werkblad) -> Resultaat:
    """Work of more than 5.5 hours has 30 minutes of break, and of more than 10 hours 45.

    Only of a roster that says that every break was left out of the work.
    """

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        grens = blad.grens

        def zonder(*pauzes: tuple[int, int]) -> list[Melding]:
            uit: list[Melding] = []
            for dienst in blad.diensten:
                nodig = max((pauze for vanaf, pauze in pauzes if dienst.minuten > vanaf), default=0)
                rusten = (tot - van for (_, van), (tot, _) in pairwise(dienst.delen))
                if sum(rust for rust in rusten if rust >= grens["deel"]) < nodig:
                    pad = f"/arbeid/{dienst.arbeid}"
                    uit.append(breuk(pad, "te_weinig_pauze", minuten=nodig, deel=grens["deel"]))
            return uit

        def per_groep(groep: str) -> list[Melding]:
            if groep:
                return zonder((grens["jeugd.vanaf"], grens["jeugd.pauze"]))
            kort = grens["kort.vanaf"]
            meldingen = zonder(
                (kort, grens["kort.pauze"]), (grens["lang.vanaf"], grens["lang.pauze"])
            )
            mag = blad.wijkt_af(Afwijking.PAUZE)
            return met_afwijking(mag, meldingen, lambda: zonder((kort, grens["regeling.pauze"])))

        return blad.per_leeftijd(per_groep)

    vermeld = w.als(Wachtdienstrooster).pauzes_vermeld
    return toets(w, "atw-pauze", overtredingen) if vermeld else NIET_VAN_TOEPASSING


@regel(
    code="GZ-WACHT-028",
    titel=Tekst(
        "Per 52 weken zijn 13 zondagen vrij van arbeid",
        "In 52 weeks 13 Sundays are free from work",
    ),
    soorten=SOORTEN,
    bron=bron("atw-zondagen"),
    velden=(*_VELDEN, REGELING, _INSTEMMING),
    redenen={
        "te_weinig_zondagen": Tekst(
            "In de {weken} weken tot en met de zondag van deze arbeid zijn er minder dan {vrij} "
            "zondagen vrij. Haal een dienst op zondag weg.",
            "In the {weken} weeks up to the Sunday of this work there are fewer than {vrij} free "
            "Sundays. Take a shift on a Sunday out.",
        ),
        "instemming_onbekend": Tekst(
            "Bij collectieve regeling mag er op {keer} of meer zondagen per {weken} weken alleen "
            "arbeid zijn als de werknemer daarmee instemt. Vul in instemming_zondagen in of dat zo "
            "is.",
            "By a collective arrangement there can be work on {keer} or more Sundays in {weken} "
            "weeks only when the employee consents. State in instemming_zondagen whether that is so.",
        ),
        "zonder_instemming": Tekst(
            "Bij collectieve regeling mag er op {keer} of meer zondagen per {weken} weken alleen "
            "arbeid zijn als de werknemer daarmee instemt, en dat is niet zo. Haal een dienst op "
            "zondag weg.",
            "By a collective arrangement there can be work on {keer} or more Sundays in {weken} "
            "weeks only when the employee consents, and that is not so. Take a shift on a Sunday "
            "out.",
        ),
        **REDENEN_ARBEID,
        **REDEN_KORT,
        **REDEN_REGELING,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-zondagen"),
    gebruikt_tabellen=True,
    versie=2,
)
def vrije_zondagen(w: Werkblad) -> Resultaat:
    """In every 52 weeks at least 13 Sundays are free from work, after calls too."""

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        grens, stemt_in = blad.grens, blad.rooster.instemming_zondagen
        mag = blad.wijkt_af(Afwijking.ZONDAGEN)
        if mag and stemt_in:
            return []
        duur, weken = grens["venster"], grens["venster"] // WEEK
        meest = weken - grens["vrij"]
        zondagen = list(_zondagen(blad.bezet().gewerkt))
        # In days: a clock change takes nothing from 52 weeks.
        dagen = [(zondag.toordinal(), zondag.toordinal() + 1) for zondag in zondagen]
        te_veel = [plaats for plaats, _ in te_vaak(dagen, meest, duur // ETMAAL)]
        paden = [blad.pad(nacht(zondagen[plaats] + timedelta(days=1))[0]) for plaats in te_veel]
        meldingen = [
            breuk(pad, "te_weinig_zondagen", weken=weken, vrij=grens["vrij"]) for pad in paden
        ]
        keer = grens["regeling.instemming"]

        def ruimer() -> list[Melding]:
            if stemt_in:
                return []
            if stemt_in is None:
                return [onbeoordeeld(_INSTEMMING, "instemming_onbekend", weken=weken, keer=keer)]
            return [breuk(pad, "zonder_instemming", weken=weken, keer=keer) for pad in paden]

        meldingen = met_afwijking(mag, meldingen, ruimer)
        return meldingen or blad.te_kort(duur, (len(zondagen), meest))

    return toets(w, "atw-zondagen", overtredingen)


def _zondagen(gewerkt: Iterable[Spanne]) -> Iterator[date]:
    """Return the Sundays with work, in order."""
    laatste = date.min
    for begin, einde in gewerkt:
        zondag = dag(begin)
        zondag += timedelta(days=6 - zondag.weekday())
        while zondag <= dag(einde - 1):
            if zondag > laatste:
                yield zondag
                laatste = zondag
            zondag += timedelta(weeks=1)
