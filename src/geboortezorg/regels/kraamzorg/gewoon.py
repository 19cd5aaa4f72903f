"""Whether kraamzorg is plain: hours from the birth on, prepared before, indicated once."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Final, final

from geboortezorg.geld import Exact
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.kraamzorg import Voeding
from geboortezorg.model.prestatie import Prestatie, Regime
from geboortezorg.model.zwangerschap import PlaatsBaring
from geboortezorg.regels.context import Context
from geboortezorg.regels.kraamzorg.grenzen import Grenzen, grenzen
from geboortezorg.regels.kraamzorg.zorg import (
    INSCHRIJVING,
    INTAKES,
    KRAAMZORG_UUR,
    PARTUS,
    PARTUS_UUR,
    basispakket,
    bereidt_voor,
    is_aanmelding,
    is_eens,
    lip,
)
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.trekken.blik import Blik
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.normen import GevondenNorm
from geboortezorg.tijd import DAGEN_ZWANGERSCHAP, dagen_tussen
from geboortezorg.zorggeval import Groep, Zorggeval, beeld, in_tweede_lijn

_KRAAMZORG: Final = Regime.KRAAMZORG
_KRAAM: Final = PARTUS | INTAKES | {KRAAMZORG_UUR}
_BUITENLAND: Final = PlaatsBaring.BUITENLAND

ALLES: Final = (
    Trek.KRAAMZORG,
    Trek.AANMELDING,
    Trek.PARTUSASSISTENTIE,
    Trek.KRAAMZORGINDICATIE,
)
"""What is seen where the hours are not plain: what else there is hangs on them."""

_TREKKEN: Final = (*ALLES, Trek.KRAAMZORGDAG, Trek.KRAAMZORGUREN, Trek.OMGEKEERDE_KRAAMZORG)

_BEVALDAG: Final = (Trek.BEVALDAG,)


_Rol = tuple[bool, bool, bool, bool, bool, bool, bool]
"""What lines with a prestatie are in the kraamzorg of a woman: its hours, partusassistentie, hours of
that, an intake, a registration, what is once for a pregnancy, and what prepares the hours.
"""


@final
class _Namen:
    """What prestaties say of kraamzorg, whatever the lines."""

    __slots__ = ("gewoon", "rollen")

    def __init__(self, rollen: Mapping[str, _Rol], *, gewoon: bool) -> None:
        self.rollen = rollen
        """Of those that are something in it."""
        self.gewoon = gewoon
        """Whether there is a registration, and nothing that excludes another."""


_GEEN: Final = _Namen({}, gewoon=False)
"""What prestaties say that are no kraamzorg."""


def _rol(prestatie: Prestatie) -> _Rol:
    naam = prestatie.prestatie_id
    return (
        naam == KRAAMZORG_UUR,
        naam in PARTUS,
        naam == PARTUS_UUR,
        naam in INTAKES,
        naam == INSCHRIJVING,
        is_aanmelding(prestatie),
        bereidt_voor(prestatie),
    )


def _namen(prestaties: Collection[Prestatie]) -> _Namen | None:
    """Return it; None where nothing is kraamzorg, nor excludes anything."""
    namen = {p.prestatie_id for p in prestaties}
    if namen.isdisjoint(_KRAAM) and not any(
        p.regime is _KRAAMZORG or p.sluit_uit for p in prestaties
    ):
        return None
    uitgesloten = {ander for prestatie in prestaties for ander in prestatie.sluit_uit}
    rollen = {p.prestatie_id: _rol(p) for p in prestaties}
    return _Namen(
        {naam: rol for naam, rol in rollen.items() if any(rol)},
        gewoon=any(vooraf for *_, vooraf in rollen.values())
        and any(map(is_eens, prestaties))
        and uitgesloten.isdisjoint(namen),
    )


def in_dossier(w: Werkblad) -> Collection[Trek]:
    """Return what is not plain of the kraamzorg of a dossier: nothing of one without any."""
    if w.pakket.met_onbekende:
        return ALLES  # what is unknown can be kraamzorg
    return _in_dossier(w.over_prestaties(_namen_of_geen), w)


def _namen_of_geen(prestaties: Collection[Prestatie]) -> _Namen:
    return _namen(prestaties) or _GEEN


def _in_dossier(namen: _Namen, w: Werkblad) -> Collection[Trek]:
    """Return it, by what its prestaties say."""
    if namen is _GEEN:
        return ALLES if _noemt(w.document) else ()
    bevallen, bekend = w.bevaldagen, w.context.gedeeld(grenzen)
    if bevallen is None or bekend is None or bekend.organisaties < 1:
        return ALLES
    gezien = _van_vrouw(w, w.zorggevallen[0], namen, bevallen, bekend)
    if gezien is None:
        return ALLES
    return gezien if namen.gewoon else (Trek.AANMELDING, *gezien)


def in_bericht(w: Werkblad) -> Collection[Trek]:
    """Return the same of a message, and of a woman whose day of birth on a line is not plain.

    In a dossier that day is held against that of the dossier.
    """
    prestaties = w.prestaties
    if w.pakket.met_onbekende:
        return (*_BEVALDAG, *ALLES)
    namen, bekend = w.over_prestaties(_namen), w.context.gedeeld(grenzen)
    anders = not prestaties
    gezien: list[Trek] = []
    gewoon = namen is None or (bekend is not None and bekend.organisaties >= 1)
    if namen is not None and not namen.gewoon:
        gezien.append(Trek.AANMELDING)
    for geval in w.zorggevallen:
        dag, eenduidig = _bevaldag(geval)
        if (
            not eenduidig
            or (dag is None and namen is None)
            or geval.credits
            or geval.vogelvlucht.omgekeerd
        ):
            anders = True
        if gewoon and namen is not None and bekend is not None:
            deel = None
            if eenduidig:
                deel = _van_vrouw(w, geval, namen, None if dag is None else (dag, dag), bekend)
            gewoon = deel is not None
            gezien += deel or ()
    uit = gezien if gewoon else ALLES
    return (*_BEVALDAG, *uit) if anders else uit or ()


def _bevaldag(geval: Zorggeval) -> tuple[date | None, bool]:
    """Return the day of birth that lines name, or None, and whether all of them say the same."""
    if len(geval.bevaldagen) != 1:
        return None, False
    (dag,) = geval.bevaldagen
    return dag, True


def _noemt(dossier: Dossier) -> bool:
    return bool(
        dossier.kraamzorgindicaties or dossier.geleverde_kraamzorg or dossier.partusassistenties
    )


def _van_vrouw(
    w: Werkblad,
    geval: Zorggeval,
    namen: _Namen,
    bevallen: tuple[date, date] | None,
    bekend: Grenzen,
) -> Sequence[Trek] | None:
    """Return what is not plain beside the hours of one woman; None where these are not plain.

    Where no birth is told it is taken to be on the first day of the hours.
    """
    dossier, rollen = geval.dossier, namen.rollen
    if (
        geval.credits
        or not geval.een_vrouw
        or (dossier is not None and dossier.geleverde_kraamzorg)
    ):
        return None
    uren: Groep | None = None
    partus: list[Groep] = []
    gevraagd: Exact = 0
    intakes = inschrijvingen = 0
    vooraf = erbij = date.min
    for groep in geval.groepen:
        rol = rollen.get(groep.prestatie_id)
        if rol is None:
            continue
        uur, bijstand, bijstandsuur, intake, inschrijving, eens, ervoor = rol
        if uur:
            if uren is not None:
                return None
            uren = groep
        elif bijstand:
            partus.append(groep)
            for deel in groep.in_minuten if bijstandsuur else ():
                if deel is None:
                    return None
                gevraagd += deel
        elif intake:
            intakes += len(groep.lijnen)
        elif inschrijving:
            inschrijvingen += 1
        if eens:
            begin = groep.laatste_begin
            erbij = begin if begin > erbij else erbij
            if ervoor and begin > vooraf:
                vooraf = begin
    zicht = None if uren is None else _beeld(uren)
    if zicht is None:
        return None
    eerste, laatste, minuten, drukste = zicht
    if vooraf > eerste or erbij > laatste:
        return None
    if bevallen is None:
        bevallen = eerste, eerste
    gegeven = () if dossier is None else dossier.partusassistenties
    bijgestaan = 0
    for bijstand_ in gegeven:
        bijgestaan += bijstand_.duur_minuten
    if not (
        bevallen[0] <= eerste
        and laatste.toordinal() - bevallen[1].toordinal() < bekend.dagen
        and gevraagd <= bekend.partusminuten
        and bijgestaan <= bekend.per_dag
    ):
        return None  # not at a birth, or partusassistentie of more than one shift, or than a day
    gezien = [Trek.AANMELDING] if intakes > 1 or inschrijvingen > 1 else []
    if drukste + gevraagd > bekend.per_dag:
        gezien.append(Trek.KRAAMZORGDAG)
    if uren is not None and uren.omgekeerd:
        if uren.laatste_begin.toordinal() - bevallen[1].toordinal() >= bekend.dagen:
            return None
        gezien.append(Trek.OMGEKEERDE_KRAAMZORG)
    if dossier is not None:
        if not _indicatie_past(w, dossier, bevallen, (eerste, bijgestaan), bekend):
            gezien.append(Trek.KRAAMZORGINDICATIE)
        elif minuten > dossier.kraamzorgindicaties[0].geindiceerd_minuten:
            gezien.append(Trek.KRAAMZORGUREN)
    elif minuten + gevraagd > bekend.pakket:
        gezien.append(Trek.KRAAMZORGUREN)
    if partus or gegeven:
        past = dossier is None or (0 < gevraagd <= bijgestaan and _van_een(dossier, partus))
        if not (past and _partus_past(dossier, partus, bevallen, bekend)):
            gezien.append(Trek.PARTUSASSISTENTIE)
    return gezien or ()


def _beeld(uren: Groep) -> tuple[date, date, Exact, Exact] | None:
    """Return hours at a glance; None with a quantity that is no time.

    On days of a reversed period there is nothing: only its minutes count.
    """
    per_stuk = uren.minuten
    if per_stuk is not None and uren.op_een_dag and uren.eigen_dagen and uren.eigen_eenheid:
        samen = meeste = 0
        for lijn in uren.lijnen:
            aantal = lijn.aantal
            samen += aantal
            meeste = aantal if aantal > meeste else meeste
        return uren.eerste, uren.laatste_begin, samen * per_stuk, meeste * per_stuk
    delen = uren.in_minuten
    minuten = [deel for deel in delen if deel is not None]
    if len(minuten) < len(delen):
        return None
    if not uren.omgekeerd:
        return beeld(uren.begin, uren.einde, minuten)
    dagen = zip(uren.begin, uren.einde, minuten, strict=True)
    recht = [(van, tot, deel) for van, tot, deel in dagen if van <= tot]
    zicht = beeld(*zip(*recht, strict=True)) if recht else None
    return None if zicht is None else zicht._replace(minuten=sum(minuten))


def _van_een(dossier: Dossier, partus: Sequence[Groep]) -> bool:
    """Say whether one organisation gave and declared all partusassistentie, in the first line here."""
    van_wie = partus[0].zorgaanbieder_agb
    for groep in partus:
        if groep.zorgaanbieder_agb != van_wie:
            return False
    for deel in dossier.partusassistenties:
        if deel.zorgaanbieder_agb is not None and deel.zorgaanbieder_agb != van_wie:
            return False
    return not (dossier.zorgepisodes and in_tweede_lijn(dossier)) and all(
        kind.werkelijke_plaats_baring is not _BUITENLAND for kind in dossier.kinderen
    )


def _partus_past(
    dossier: Dossier | None,
    partus: Sequence[Groep],
    bevallen: tuple[date, date],
    bekend: Grenzen,
) -> bool:
    """Say whether partusassistentie lies at the birth, on days next to each other."""
    van = vroegste_einde = date.max
    laatste_begin = tot = date.min
    delen = [(g.eerste, g.laatste, g.laatste_begin, g.eerste_einde) for g in partus]
    for deel in () if dossier is None else dossier.partusassistenties:
        delen.append((deel.datum,) * 4)
    for eerste, laatste, begin, einde in delen:
        van = eerste if eerste < van else van
        tot = laatste if laatste > tot else tot
        laatste_begin = begin if begin > laatste_begin else laatste_begin
        vroegste_einde = einde if einde < vroegste_einde else vroegste_einde
    return (
        dagen_tussen(bevallen[1], laatste_begin) <= bekend.partus_erna
        and dagen_tussen(vroegste_einde, bevallen[0]) <= bekend.partus_ervoor
        and dagen_tussen(van, tot) < bekend.partusdagen
    )


_Pakket = tuple[int, int, Mapping[Voeding | None, int]]
"""The fewest and the most minutes of an indication, and those that ask for no ground by feeding."""


def _indicaties(_: Context) -> tuple[Callable[..., bool], dict[int, _Pakket]]:
    """Return what holds an indication against the pregnancy: of a rule, which not all need.

    And of the norms of the context, which it keeps, what they say of it: filled as it is asked.
    """
    from geboortezorg.regels.kraamzorg.indicatie import klopt  # noqa: PLC0415

    return klopt, {}


def _pakket(norm: GevondenNorm) -> _Pakket:
    """Return that of a norm; of an own one that leaves a feeding out no feeding is plain."""
    per_voeding: dict[Voeding | None, int] = {}
    with suppress(KeyError, ValueError):
        per_voeding |= {voeding: basispakket(norm, voeding) for voeding in Voeding}
    return norm.waarde("minimum"), norm.waarde("maximum"), per_voeding


def _indicatie_past(
    w: Werkblad,
    dossier: Dossier,
    bevallen: tuple[date, date],
    uren: tuple[date, int],
    bekend: Grenzen,
) -> bool:
    """Say whether there is one indication of hours, and nothing goes off or speaks against it."""
    if len(dossier.kraamzorgindicaties) != 1:
        return False
    (indicatie,), zwangerschap = dossier.kraamzorgindicaties, dossier.zwangerschap
    norm, minuten, datum = lip(w, indicatie), indicatie.geindiceerd_minuten, indicatie.datum
    if norm is None:
        return False
    klopt, pakketten = w.context.gedeeld(_indicaties)
    pakket = pakketten.get(id(norm))
    if pakket is None:
        pakket = pakketten[id(norm)] = _pakket(norm)
    minimum, maximum, per_voeding = pakket
    (eerste, bijgestaan), a_terme = uren, zwangerschap.a_terme_datum
    dag, begin = datum.toordinal(), eerste.toordinal()
    return (
        indicatie.ziekenhuisdagen is None
        and indicatie.aftrek_minuten is None
        and minuten > 0
        and minimum <= minuten <= maximum - bijgestaan
        and dag - begin <= bekend.indicatie_erna
        and begin - bevallen[1].toordinal() < bekend.laat_begin
        and (a_terme is None or a_terme.toordinal() - dag <= DAGEN_ZWANGERSCHAP)
        and (
            (
                indicatie.eerste_kind is None
                and indicatie.indicatiemoment is None
                and indicatie.maatwerk_minuten is None
                and minuten <= per_voeding.get(indicatie.voeding, 0)
            )
            or klopt(w, indicatie, norm, zwangerschap, bevallen)
        )
    )


BLIK: Final = Blik(in_dossier, _TREKKEN, _namen_of_geen, _in_dossier)

BLIK_IN_BERICHT: Final = Blik(in_bericht, (*_TREKKEN, *_BEVALDAG))
