"""The days of a message's kraamzorg beside each other: there is a birth at which all of it lies."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from geboortezorg.berekening.kraamzorg import bronnen as kraamzorgbronnen
from geboortezorg.berekening.kraamzorg import uren as berekening
from geboortezorg.model.prestatie import Prestatie, Regime
from geboortezorg.regels.context import Context
from geboortezorg.regels.kraamzorg.grenzen import PARTUSDAG
from geboortezorg.regels.kraamzorg.zorg import (
    KRAAMZORG_UUR,
    PARTUS,
    laatste_aanspraak,
)
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
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
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.normen import GevondenNorm
from geboortezorg.tijd import dagen_tussen
from geboortezorg.zorggeval import Post, Zorggeval

_LENGTES: Final = (berekening.LIP, berekening.AANSPRAAK)
"""The norms on for how many days hours of kraamzorg are given, and all of it can be claimed."""

_DAG: Final = timedelta(days=1)

WEEK: Final = timedelta(days=6)
"""A line over a week begins at most so many days before the birth, or ends so many after."""


_KRAAMZORG: Final = Regime.KRAAMZORG

_Venster = tuple[date, date]
"""On which days the child can have been born, for the care of one line: the first and the last."""


@regel(
    code="GZ-KRAAMZORG-026",
    titel=Tekst(
        "De kraamzorg van een vrouw in een bericht past bij een bevaldag",
        "The kraamzorg of one woman in a message fits one day of birth",
    ),
    soorten=("declaratie", "dossier"),
    versie=3,
    bron=kraamzorgbronnen.BEVALLING,
    velden=("/declaratieregels/*/periode", "/declaratieregels/*/datum_partus"),
    peildatum=Peildatum.LEVERING,
    retourcodes=("8007",),
    # A message always has a number, and is judged by all its lines.
    nodig=Nodig(leden=("/declaratieregels/*/datum_partus", "/factuurnummer")),
    aanleiding=Nodig(trekken=(Trek.KRAAMZORG, Trek.PARTUSASSISTENTIE, Trek.BEVALDAG)),
    redenen={
        "andere_bevalling": Tekst(
            "Er is geen bevaldag waarbij deze declaratieregel en de eerdere zorg van dezelfde "
            "vrouw horen: de dagen liggen te ver uit elkaar. Controleer de dagen, noem van een "
            "meerling op elke declaratieregel dezelfde bevaldag, of beoordeel het dossier als er "
            "een uitzondering is.",
            "There is no day of birth to which this line and the earlier care of the same woman "
            "belong: the days lie too far apart. Check the days, name the same day of birth on "
            "every line of a multiple birth, or judge the dossier when there is an exception.",
        ),
        "te_lange_regel": Tekst(
            "Deze declaratieregel loopt over meer dan {dagen} dagen, langer dan kraamzorg zonder "
            "uitzondering duurt. Zet de uren op de dagen waarop zij zijn gegeven.",
            "This line is over more than {dagen} days, longer than kraamzorg without an exception "
            "lasts. Put the hours on the days on which they were given.",
        ),
        "na_laatste_dag": Tekst(
            "Deze declaratieregel loopt door na dag {dagen} vanaf de bevaldag, tot waar kraamzorg zonder "
            "uitzondering duurt. Laat haar eindigen op de laatste dag waarop zorg is gegeven, of "
            "beoordeel het dossier als er een uitzondering is.",
            "This line goes on after day {dagen} from the day of birth, until which kraamzorg lasts "
            "without an exception. Let it end on the last day on which care was given, or judge the "
            "dossier when there is an exception.",
        ),
        "bevaldag_onbekend": Tekst(
            "De uren kraamzorg van deze vrouw lopen over meer dan {dagen} dagen, en geen van haar "
            "declaratieregels noemt de bevaldag: of zij na dag {dagen} doorgaan, is niet bekend. Vul "
            "datum_partus in.",
            "The hours of kraamzorg of this woman are over more than {dagen} days, and none of her lines "
            "names the day of birth: whether they go on after day {dagen} is not known. Supply "
            "datum_partus.",
        ),
        "ander_dan_dossier": Tekst(
            "De bevaldag op deze declaratieregel is een andere dan die van het dossier. Verbeter "
            "een van beide.",
            "The day of birth on this line is another than that of the dossier. Correct one of "
            "both.",
        ),
    },
)
def past_bij_bevaldag(w: Werkblad) -> Resultaat:
    """A message tells no birth, or one by line; some day of birth must go with all the care.

    Hours over more days than an ordinary claim has need that day, and end with the claim.
    A dossier tells the birth itself, and other rules hold the care against that.
    """
    if w.dossier is not None:
        return _in_dossier(w)
    meldingen: list[Melding] = []
    toegepast = False
    for geval in w.zorggevallen:
        ruim = _past_ruim(w, geval)
        if ruim is not None:
            toegepast = toegepast or ruim
            continue
        for groep in geval.zwangerschappen:
            zorg = [(post, venster) for post in groep if (venster := _venster(w, post))]
            toegepast = toegepast or bool(zorg)
            gevonden = [*_te_lang(w, [post for post, _ in zorg])]
            if geval.een_vrouw:
                gevonden += _uiteen(zorg)
                gevonden = gevonden or _na_laatste_dag(w, groep)
            meldingen += gevonden
    return uitslag(meldingen, toegepast)


def _in_dossier(w: Werkblad) -> Resultaat:
    genoemd = [post for post in w.tellend if post.declaratieregel.datum_partus is not None]
    bevallen = w.bevaldagen if genoemd else None
    if bevallen is None:
        return NIET_VAN_TOEPASSING
    meldingen = [
        breuk(post.pad("datum_partus"), "ander_dan_dossier")
        for post in genoemd
        if not bevallen[0] <= (post.declaratieregel.datum_partus or date.max) <= bevallen[1]
    ]
    return uitslag(meldingen, van_toepassing=True)


def _lip(w: Werkblad, op: date) -> GevondenNorm:
    return w.context.normen.geldend(berekening.LIP, op)


def _venster(w: Werkblad, post: Post) -> _Venster | None:
    """Return when the child of a line can have been born; None for a line that says nothing."""
    declaratieregel, prestatie = post.declaratieregel, post.prestatie
    van, tot_en_met = declaratieregel.periode.van, declaratieregel.periode.tot_en_met
    if prestatie is None or tot_en_met < van:
        return None
    if post.prestatie_id == KRAAMZORG_UUR:
        lengte = timedelta(days=_lip(w, van).waarde("dagen"))
    else:
        lengte = laatste_aanspraak(w, van) - van + _DAG
    venster = _rond(w, prestatie, van, tot_en_met, lengte)
    return _met_partus(venster, prestatie, declaratieregel.datum_partus)


def _rond(
    w: Werkblad, prestatie: Prestatie, van: date, tot_en_met: date, lengte: timedelta
) -> _Venster | None:
    """Return the days of birth around care, by what it is.

    `lengte` is for how long hours of kraamzorg are given, or else all of it can be claimed.
    """
    if prestatie.prestatie_id == KRAAMZORG_UUR:
        return van - lengte + _DAG, tot_en_met
    if prestatie.prestatie_id in PARTUS:
        norm = w.context.normen.norm(PARTUSDAG)
        ervoor, erna = (timedelta(days=norm.waarde(kant)) for kant in ("ervoor", "erna"))
        return van - erna, tot_en_met + ervoor
    if prestatie.regime is _KRAAMZORG and prestatie.eenmalig:
        # Registered or taken in until the end of the claim, however long before the birth.
        return van - lengte + _DAG, date.max
    return None


def _met_partus(
    venster: _Venster | None, prestatie: Prestatie, partus: date | None
) -> _Venster | None:
    """Return what is left of the days of birth when a line names one."""
    if partus is not None and prestatie.regime is not _KRAAMZORG:
        return partus, partus
    if venster is None or partus is None:
        return venster
    return max(venster[0], partus), min(venster[1], partus)


def _past_ruim(w: Werkblad, geval: Zorggeval) -> bool | None:
    """Say at a glance that one day of birth goes with all care, and whether that says anything.

    None when it takes a closer look. All care of one kind is taken to begin on the last of its
    days and to end on the first, and no norm to be wider than on any day.
    """
    bevallen = geval.bevaldagen
    if geval.credits or geval.vogelvlucht.omgekeerd or len(bevallen) > 1:
        return None
    (partus,) = bevallen
    zorg, aanspraak = w.context.gedeeld(_lengtes)
    van, tot_en_met, iets = partus or date.min, partus or date.max, False
    for groep in geval.groepen:
        prestatie, begin, einde = groep.prestatie, groep.begin, groep.einde
        if prestatie is None:
            continue
        uur = groep.prestatie_id == KRAAMZORG_UUR
        if uur and max(einde) - (partus or min(begin)) >= zorg:
            return None
        venster = _rond(w, prestatie, max(begin), min(einde), zorg if uur else aanspraak)
        if venster is not None:
            iets, van, tot_en_met = True, max(van, venster[0]), min(tot_en_met, venster[1])
        elif partus is not None and prestatie.regime is not _KRAAMZORG:
            iets = True  # it names the birth itself
    return None if van > tot_en_met else iets


def _lengtes(context: Context) -> tuple[timedelta, timedelta]:
    """Return for how long hours of kraamzorg are given, and all of it can be claimed, at least."""
    zorg, aanspraak = (context.normen.laagste(naam, "dagen") for naam in _LENGTES)
    return timedelta(days=zorg), timedelta(days=aanspraak)


def _te_lang(w: Werkblad, posten: Sequence[Post]) -> Iterator[Melding]:
    for post in posten:
        periode = post.declaratieregel.periode
        dagen = _lip(w, periode.van).waarde("dagen") + WEEK.days
        if post.prestatie_id == KRAAMZORG_UUR and periode.dagen > dagen:
            pad = post.pad("periode")
            yield onbeoordeeld(pad, "te_lange_regel", vermoeden=True, dagen=dagen)


def _na_laatste_dag(w: Werkblad, groep: Sequence[Post]) -> list[Melding]:
    """Return the lines of hours that go on after the last ordinary day, or what is missing for that."""
    uren = [post for post in groep if post.prestatie_id == KRAAMZORG_UUR]
    recht = [p for p in uren if p.declaratieregel.periode.dagen > 0]
    if not recht:
        return []
    partus = [p.declaratieregel.datum_partus for p in groep if p.declaratieregel.datum_partus]
    vanaf = max(partus, default=min(post.declaratieregel.periode.van for post in recht))
    dagen = _lip(w, vanaf).waarde("dagen")
    erna = [
        post
        for post in recht
        if dagen_tussen(vanaf, post.declaratieregel.periode.tot_en_met) >= dagen
    ]
    if erna and not partus:
        return [onbeoordeeld(erna[0].pad("datum_partus"), "bevaldag_onbekend", dagen=dagen)]
    return [
        onbeoordeeld(post.pad("periode"), "na_laatste_dag", vermoeden=True, dagen=dagen)
        for post in erna
    ]


def _uiteen(zorg: Sequence[tuple[Post, _Venster]]) -> Iterator[Melding]:
    """Doubt each line, in the order of its days, with which no day of birth is left."""
    van, tot_en_met = date.min, date.max
    for post, venster in sorted(zorg, key=lambda paar: paar[0].declaratieregel.periode.van):
        nieuw = max(van, venster[0]), min(tot_en_met, venster[1])
        if nieuw[0] > nieuw[1]:
            veld = "periode" if post.declaratieregel.datum_partus is None else "datum_partus"
            yield onbeoordeeld(post.pad(veld), "andere_bevalling", vermoeden=True)
        else:
            van, tot_en_met = nieuw
