"""Whom a collective agreement binds, and its own bound of the working day."""

from collections.abc import Sequence
from datetime import date, timedelta
from heapq import heappop, heappush
from typing import Final

from geboortezorg.berekening.tijdlijn import UUR, Meetlat, dag, dagen, minuut, nacht, verenig
from geboortezorg.berekening.wachtdienst.cao import bekende_cao, eerste_dag
from geboortezorg.berekening.wachtdienst.normen import bron, grenzen, looptijd, volledige_norm
from geboortezorg.model.cao import Caobinding, Caostatus
from geboortezorg.model.wachtdienst import (
    Arbeidsverhouding,
    Tijdsoort,
    Vergoeding,
    Wachtdienstrooster,
)
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    VOLDAAN,
    Nodig,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.wachtdienst.toets import (
    ARBEID,
    SOORTEN,
    WACHTDIENST,
    gewone_arbeid,
    op_wacht,
    werk_na_oproep,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.normen import GevondenNorm
from geboortezorg.tijd import LAATSTE_DATUM


@regel(
    code="GZ-WACHT-014",
    titel=Tekst(
        "Een cao bindt iedere werkgever pas als hij algemeen verbindend is",
        "A cao binds every employer only once it is generally binding",
    ),
    soorten=SOORTEN,
    bron=bronnen.kamerbrief("K21"),
    velden=("/cao", "/caobinding", "/cao/stappen/*/looptijd/van"),
    nodig=Nodig(leden=("/caobinding",)),
    redenen={
        "niet_algemeen_verbindend": Tekst(
            "Op de dag van een wachtdienst was de cao niet algemeen verbindend, en hij bindt niet "
            "op andere grond. Noem de grond waarop hij wel bindt, of laat hem weg.",
            "On the day of a wachtdienst the cao was not generally binding, and it binds on no "
            "other ground. State the ground on which it does bind, or leave it out.",
        ),
        "nog_niet_aangemeld": Tekst(
            "Op de dag van een wachtdienst was de cao nog niet aangemeld om algemeen verbindend te "
            "worden. Noem de grond waarop hij wel bindt, of laat hem weg.",
            "On the day of a wachtdienst the cao had not yet been handed in to become generally "
            "binding. State the ground on which it does bind, or leave it out.",
        ),
        "voor_aanmelding": Tekst(
            "Een cao kan niet algemeen verbindend zijn voordat hij daarvoor is aangemeld. "
            "Controleer de datum.",
            "A cao cannot be generally binding before it was handed in for that. Check the date.",
        ),
        "verklaring_onbekend": Tekst(
            "Of en wanneer de cao algemeen verbindend is verklaard, is niet bekend. Zet de dag "
            "waarop dat inging bij de stappen van de cao.",
            "Whether and when the cao was declared generally binding is not known. Add the day "
            "from which it was to the steps of the cao.",
        ),
        "cao_ontbreekt": Tekst(
            "Er staat dat een cao algemeen verbindend is, maar niet welke. Noem de cao.",
            "It is stated that a cao is generally binding, but not which. Name the cao.",
        ),
    },
    peildatum=Peildatum.DOCUMENT,
)
def cao_algemeen_verbindend(w: Werkblad) -> Resultaat:
    """What binds as generally binding cao was that on the day of every wachtdienst."""
    rooster = w.als(Wachtdienstrooster)
    if rooster.caobinding is not Caobinding.ALGEMEEN_VERBINDEND or not rooster.wachtdiensten:
        return NIET_VAN_TOEPASSING
    if rooster.cao is None:
        return [onbeoordeeld("/cao", "cao_ontbreekt")]
    cao = rooster.cao
    aangemeld = eerste_dag(bekende_cao(cao.cao_id, w.context.normen) or cao, Caostatus.AANGEMELD)
    verbindend = [
        (i, stap.looptijd)
        for i, stap in enumerate(cao.stappen)
        if stap.status is Caostatus.ALGEMEEN_VERBINDEND
    ]
    te_vroeg = [
        breuk(f"/cao/stappen/{i}/looptijd/van", "voor_aanmelding")
        for i, looptijd in verbindend
        if aangemeld is not None and looptijd.van < aangemeld
    ]
    if te_vroeg:
        return te_vroeg
    dagen = {dag(minuut(dienst.begin)) for dienst in rooster.wachtdiensten}
    if verbindend:
        gedekt = all(any(looptijd.bevat(op) for _, looptijd in verbindend) for op in dagen)
        return VOLDAAN if gedekt else [breuk("/caobinding", "niet_algemeen_verbindend")]
    if aangemeld is not None and min(dagen) < aangemeld:
        return [breuk("/caobinding", "nog_niet_aangemeld")]
    return [onbeoordeeld("/caobinding", "verklaring_onbekend")]


_WERKDAG: Final = "cao-kraamzorg-2025-11-17.werkdag"
"""The norm that shows which values such a bound of a cao has."""


@regel(
    code="GZ-WACHT-030",
    versie=2,
    titel=Tekst(
        "Wachtdienst en zorg samen blijven binnen de werkdag van de cao",
        "Wachtdienst and care together stay within the working day of the cao",
    ),
    soorten=SOORTEN,
    bron=(bron(_WERKDAG), bronnen.kamerbrief("K21")),
    velden=(WACHTDIENST, ARBEID, "/wachtdiensten/*/oproepen/*/gewerkt", "/caobinding"),
    nodig=Nodig(leden=("/cao",)),
    redenen={
        "boven_gewoon": Tekst(
            "Op een dag met deze wachtdienst of arbeid zijn wachtdienst en zorg samen langer dan "
            "{uren} uur. De cao laat dat alleen af en toe toe. Ga na of dat zo is; voor de wet telt "
            "alleen gewerkte tijd.",
            "On a day with this wachtdienst or work, wachtdienst and care together last longer than "
            "{uren} hours. The cao allows that only now and then. Check whether it is so; for the "
            "law only time that was worked counts.",
        ),
        "boven_incidenteel": Tekst(
            "Op een dag met deze wachtdienst of arbeid zijn wachtdienst en zorg samen langer dan "
            "{uren} uur, volgens berichten over de cao het meeste. De tekst van de cao is niet "
            "gezien. Toets dit aan de cao; voor de wet telt alleen gewerkte tijd.",
            "On a day with this wachtdienst or work, wachtdienst and care together last longer than "
            "{uren} hours, the most according to reports on the cao. The text of the cao was not "
            "seen. Check this against the cao; for the law only time that was worked counts.",
        ),
        "andere_dagen": Tekst(
            "Op een dag met deze wachtdienst of arbeid zijn wachtdienst en zorg samen langer dan "
            "{uren} uur. De cao liet dat op andere dagen alleen af en toe toe; voor deze dag is van "
            "hem geen grens bekend. Noem de cao die dan gold, of geef een eigen normtabel mee.",
            "On a day with this wachtdienst or work, wachtdienst and care together last longer than "
            "{uren} hours. On other days the cao allowed that only now and then; of this day no "
            "bound of it is known. Name the cao that held then, or supply a normtabel of your own.",
        ),
        "binding_onbekend": Tekst(
            "Op een dag zijn wachtdienst en zorg samen langer dan de {uren} uur van deze cao, maar "
            "of hij de werkgever bindt staat er niet. Vul caobinding in, of laat de cao weg.",
            "On a day wachtdienst and care together last longer than the {uren} hours of this cao, "
            "but whether it binds the employer is not stated. Supply caobinding, or leave the cao "
            "out.",
        ),
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd(_WERKDAG),
    gebruikt_tabellen=True,
)
def werkdag(w: Werkblad) -> Resultaat:
    """Wachtdienst and care together last no longer on a day than the cao that binds allows.

    The reports on the cao count waiting as working time, the law does not: this is a bound of the
    cao alone, and what exceeds it is never refused.
    """
    rooster = w.als(Wachtdienstrooster)
    if rooster.cao is None:
        return NIET_VAN_TOEPASSING
    norm_id = f"{rooster.cao.cao_id}.werkdag"
    plaatsen = [*gewone_arbeid(rooster), *op_wacht(rooster), *werk_na_oproep(rooster)]
    meetlat = Meetlat(verenig((begin, einde) for begin, einde, _ in plaatsen))
    ergste: tuple[int, str, GevondenNorm] | None = None
    gezien = False
    for begin, einde, pad in sorted(plaatsen):
        for op in dagen(begin, einde):
            norm, geldt = _grens_op(w, norm_id, op)
            if norm is None:
                continue
            gezien = gezien or geldt
            grens = grenzen(norm)
            bezig = meetlat.gedekt(nacht(op)[0], nacht(op + timedelta(days=1))[0])
            rang = 0 if not geldt else 1 + (bezig > grens["incidenteel"])
            if bezig > grens["maximum"] and (ergste is None or rang > ergste[0]):
                ergste = rang, pad, norm
    if rooster.caobinding is None:
        gezien = False  # whom it does not bind, it does not bound
    if ergste is None:
        return VOLDAAN if gezien else NIET_VAN_TOEPASSING
    rang, pad, norm = ergste
    reden, sleutel = _WERKDAG_REDENEN[rang]
    if rooster.caobinding is None:
        pad, reden = "/caobinding", "binding_onbekend"
    uren = grenzen(norm)[sleutel] // UUR
    vermoeden = reden == "boven_incidenteel"
    return [onbeoordeeld(pad, reden, vermoeden=vermoeden, bron=norm.bron, uren=uren)]


_WERKDAG_REDENEN: Final = (
    ("andere_dagen", "maximum"),
    ("boven_gewoon", "maximum"),
    ("boven_incidenteel", "incidenteel"),
)
"""What is said of a working day that is too long, the mildest first, with the bound that it names."""


def _grens_op(w: Werkblad, norm_id: str, op: date) -> tuple[GevondenNorm | None, bool]:
    """Return the bound of a cao on a day, or else that of its nearest days, and which it is."""
    norm = volledige_norm(w.context.normen, norm_id, op, vorm=_WERKDAG)
    if norm is not None:
        w.norm_gebruikt(norm, op)
        return norm, True
    antwoord = w.context.normen.lookup(norm_id, op)
    if isinstance(antwoord, GevondenNorm) or antwoord.datum is None:
        return None, False
    return volledige_norm(w.context.normen, norm_id, antwoord.datum, vorm=_WERKDAG), False


@regel(
    code="GZ-WACHT-031",
    titel=Tekst(
        "Wie zelfstandig is, heeft geen werkgever die een cao bindt",
        "Who is self-employed has no employer that a cao binds",
    ),
    soorten=SOORTEN,
    bron=bron("atw-zelfstandige"),
    versie=2,
    velden=("/caobinding", "/collectieve_regeling/afwijkingen"),
    redenen={
        "cao_zonder_werkgever": Tekst(
            "Deze persoon is volgens het rooster zelfstandig, en toch bindt een cao de werkgever. "
            "Verbeter de arbeidsverhouding, of haal de binding weg.",
            "By the roster this person is self-employed, and yet a cao binds the employer. Correct "
            "the employment relation, or take the binding out.",
        ),
        "regeling_zonder_werkgever": Tekst(
            "Deze persoon is volgens het rooster zelfstandig, en toch wijkt een collectieve regeling "
            "voor werknemers van de wet af. Verbeter de arbeidsverhouding, of haal de afwijkingen "
            "weg.",
            "By the roster this person is self-employed, and yet a collective arrangement for "
            "employees deviates from the law. Correct the employment relation, or take the "
            "deviations out.",
        ),
    },
)
def zelfstandig_zonder_cao(w: Werkblad) -> Resultaat:
    """A roster of who is self-employed names no ground on which a cao binds the employer.

    To be self-employed takes a roster out of the law: what contradicts it may not stand beside it.
    Deviations that were agreed on are a doubt only: they bind nobody here.
    """
    rooster = w.als(Wachtdienstrooster)
    if rooster.arbeidsverhouding is not Arbeidsverhouding.ZELFSTANDIG:
        return NIET_VAN_TOEPASSING
    if rooster.caobinding is not None:
        return [breuk("/caobinding", "cao_zonder_werkgever")]
    if rooster.collectieve_regeling is not None and rooster.collectieve_regeling.afwijkingen:
        pad = "/collectieve_regeling/afwijkingen"
        return [onbeoordeeld(pad, "regeling_zonder_werkgever", vermoeden=True)]
    return VOLDAAN


@regel(
    code="GZ-WACHT-032",
    titel=Tekst(
        "Wachttijd wordt lager vergoed dan arbeidstijd",
        "Waiting time is compensated at less than working time",
    ),
    soorten=SOORTEN,
    bron=bronnen.kamerbrief("K21"),
    velden=("/vergoedingen/*/uurbedrag_eurocent",),
    nodig=Nodig(leden=("/vergoedingen",)),
    redenen={
        "niet_lager": Tekst(
            "Een uur wachttijd wordt hier op dezelfde dagen minstens zo hoog vergoed als een uur "
            "arbeidstijd; de cao kent voor wachttijd een lagere vergoeding. Controleer beide "
            "bedragen, en bij welke tijdsoort zij horen.",
            "An hour of waiting time is compensated here at no less than an hour of working time "
            "on the same days; the cao has a lower compensation for waiting time. Check both "
            "amounts, and to which tijdsoort they belong.",
        ),
    },
    peildatum=Peildatum.DOCUMENT,
)
def wachttijd_lager_vergoed(w: Werkblad) -> Resultaat:
    """No hour of waiting is paid as much as an hour of work; of another cao that is no more than likely."""
    te_hoog, samen = _te_hoog(w.als(Wachtdienstrooster).vergoedingen)
    meldingen = [
        onbeoordeeld(f"/vergoedingen/{i}/uurbedrag_eurocent", "niet_lager", vermoeden=True)
        for i in sorted(te_hoog)
    ]
    return uitslag(meldingen, samen)


def _te_hoog(vergoedingen: Sequence[Vergoeding]) -> tuple[set[int], bool]:
    """Return where waiting is paid no less than work on some day; and whether both are paid on one.

    By first day: of two that share a day, the later one begins while the earlier one holds.
    """
    te_hoog: set[int] = set()
    samen = False
    arbeid: list[tuple[int, date]] = []  # the lowest first
    wacht: list[tuple[int, date, int]] = []  # the highest first
    for van, i in sorted((_eerste(v), i) for i, v in enumerate(vergoedingen)):
        bedrag, einde = vergoedingen[i].uurbedrag_eurocent, _laatste(vergoedingen[i])
        if vergoedingen[i].tijdsoort is Tijdsoort.WACHTTIJD:
            while arbeid and arbeid[0][1] < van:
                heappop(arbeid)
            samen = samen or bool(arbeid)
            if arbeid and arbeid[0][0] <= bedrag:
                te_hoog.add(i)
            heappush(wacht, (-bedrag, einde, i))
        else:
            while wacht and (wacht[0][1] < van or -wacht[0][0] >= bedrag):
                _, tot_en_met, eerder = heappop(wacht)
                if tot_en_met >= van:
                    te_hoog.add(eerder)
                    samen = True
            samen = samen or bool(wacht)
            heappush(arbeid, (bedrag, einde))
    return te_hoog, samen


def _eerste(vergoeding: Vergoeding) -> date:
    """Return its first day; without days it holds for the whole roster."""
    return date.min if vergoeding.looptijd is None else vergoeding.looptijd.van


def _laatste(vergoeding: Vergoeding) -> date:
    looptijd = vergoeding.looptijd
    return LAATSTE_DATUM if looptijd is None else looptijd.tot_en_met or LAATSTE_DATUM
