"""How much kraamzorg a day holds, and by how many organisations."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from geboortezorg.berekening.kraamzorg import bronnen as kraamzorgbronnen
from geboortezorg.regels.kraamzorg.bevalling import PARTUSDAG
from geboortezorg.regels.kraamzorg.zorg import (
    KRAAMZORG_UUR,
    PARTUS_UUR,
    Uren,
    gedeclareerd,
    gewone_dagen,
    som,
)
from geboortezorg.regels.regel import (
    Melding,
    Nodig,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.zorggeval import ETMAAL_MINUTEN, Dagzorg, Post, bevaldagen, eerste_die_niet_past

DAG: Final = "kraamzorg-dag"
"""The norm on how much kraamzorg can be given on one day."""

WISSELING: Final = "kraamzorg-wisseling"
"""The norm on how often organisations can take over from each other."""

_AANTAL: Final = "/declaratieregels/*/aantal"
_DUUR: Final = "/geleverde_kraamzorg/*/duur_minuten"


@regel(
    code="GZ-KRAAMZORG-016",
    versie=2,
    titel=Tekst(
        "De uren kraamzorg passen in de dagen waarop zij zijn geleverd",
        "The hours of kraamzorg fit in the days on which they were delivered",
    ),
    soorten=("dossier", "declaratie"),
    bron=kraamzorgbronnen.ETMAAL,
    velden=(_AANTAL, _DUUR, "/partusassistenties/*/duur_minuten"),
    peildatum=Peildatum.LEVERING,
    retourcodes=("0613",),
    nodig=Nodig(
        leden=("/geleverde_kraamzorg", "/partusassistenties"),
        prestaties=(KRAAMZORG_UUR, PARTUS_UUR),
    ),
    redenen={
        "meer_dan_etmaal": Tekst(
            "Dit zijn, samen met de andere uren van dezelfde vrouw, meer dan 24 uur per dag. "
            "Verbeter het aantal of de dagen.",
            "Together with the other hours of the same woman these are more than 24 hours a day. "
            "Correct the quantity or the days.",
        ),
        "onaannemelijk": Tekst(
            "Dit zijn, samen met de andere uren van dezelfde vrouw, meer dan {maximum_minuten} "
            "minuten per dag: meer dan een dienst. Controleer het aantal en de dagen.",
            "Together with the other hours of the same woman these are more than {maximum_minuten} "
            "minutes a day: more than one shift. Check the quantity and the days.",
        ),
        "lange_partus": Tekst(
            "Dit is, met de andere declaratieregels van dezelfde vrouw, meer dan {maximum_minuten} "
            "minuten partusassistentie: meer dan een dienst. Controleer het aantal.",
            "With the other lines of the same woman this is more than {maximum_minuten} minutes of "
            "partusassistentie: more than one shift. Check the quantity.",
        ),
    },
)
def past_in_de_dag(w: Werkblad) -> Resultaat:
    """No more than 24 hours a day, however the hours of a line lie on its days; nor many shifts.

    Lines are judged together, by woman. Partusassistentie counts for the 24 hours, and is one
    shift at most by itself.
    """
    meldingen: list[Melding] = []
    groepen = gedeclareerd(w, KRAAMZORG_UUR, PARTUS_UUR)
    bevallen = None if w.dossier is None else bevaldagen(w.dossier)
    langste = w.context.normen.norm(PARTUSDAG).waarde("duur.hoogste")
    for groep in groepen:
        _toets(w, meldingen, [(u.post, _na_bevallen(u, bevallen)) for u in groep])
        kraam = [u for u in groep if u.post.prestatie_id == KRAAMZORG_UUR]
        _toets(w, meldingen, [(u.post, u.deel) for u in kraam], dienst=True)
        partus_uren = [u for u in groep if u.post.prestatie_id == PARTUS_UUR]
        if not meldingen and som(partus_uren) > langste:
            pad = partus_uren[-1].post.pad("aantal")
            meldingen.append(
                onbeoordeeld(pad, "lange_partus", vermoeden=True, maximum_minuten=langste)
            )
    geleverd = False
    if w.dossier is not None:
        dagen = [
            (f"/geleverde_kraamzorg/{plaats}/duur_minuten", dag)
            for plaats, dag in enumerate(w.dossier.geleverde_kraamzorg)
        ]
        zorg = [(pad, _dag(dag.datum, dag.duur_minuten)) for pad, dag in dagen]
        partus = [
            # An assistance that goes on after midnight stands on its first day.
            (f"/partusassistenties/{plaats}/duur_minuten", _dag(p.datum, p.duur_minuten, 1))
            for plaats, p in enumerate(w.dossier.partusassistenties)
        ]
        geleverd = bool(zorg or partus)
        _toets(w, meldingen, [*zorg, *partus])
        _toets(w, meldingen, zorg, dienst=True)
    return uitslag(meldingen, bool(groepen) or geleverd)


def _dag(datum: date, minuten: int, extra: int = 0) -> Dagzorg:
    return Dagzorg(van=datum, tot_en_met=datum + timedelta(days=extra), minuten=minuten)


def _na_bevallen(uren: Uren, bevallen: tuple[date, date] | None) -> Dagzorg:
    """Return the hours of kraamzorg of a line within the days from the birth on, when known."""
    deel = uren.deel
    if (
        bevallen is None
        or uren.post.prestatie_id != KRAAMZORG_UUR
        or not deel.van < bevallen[0] <= deel.tot_en_met
    ):
        return deel
    return Dagzorg(van=bevallen[0], tot_en_met=deel.tot_en_met, minuten=deel.minuten)


def _toets(
    w: Werkblad,
    meldingen: list[Melding],
    zorg: Sequence[tuple[str | Post, Dagzorg]],
    *,
    dienst: bool = False,
) -> None:
    # A reversed period holds no day, and is for the rule on that.
    heel = [(waar, deel) for waar, deel in zorg if deel.van <= deel.tot_en_met]
    per_dag = ETMAAL_MINUTEN
    if dienst:
        if meldingen:
            return
        per_dag = w.context.normen.norm(DAG).waarde("aannemelijk")
    plaats = eerste_die_niet_past([deel for _, deel in heel], per_dag)
    if plaats is None:
        return
    waar = heel[plaats][0]
    pad = waar.pad("aantal") if isinstance(waar, Post) else waar
    meldingen.append(
        onbeoordeeld(pad, "onaannemelijk", vermoeden=True, maximum_minuten=per_dag)
        if dienst
        else breuk(pad, "meer_dan_etmaal")
    )


@regel(
    code="GZ-KRAAMZORG-025",
    titel=Tekst(
        "Kraamzorg is op een dag van een organisatie",
        "Kraamzorg on a day is of one organisation",
    ),
    versie=4,
    soorten=("dossier", "declaratie"),
    bron=kraamzorgbronnen.DOCUMENT,
    velden=("/geleverde_kraamzorg/*/zorgaanbieder_agb", "/declaratieregels/*/zorgaanbieder_agb"),
    peildatum=Peildatum.LEVERING,
    nodig=Nodig(leden=("/geleverde_kraamzorg",), prestaties=(KRAAMZORG_UUR,)),
    redenen={
        "twee_aanbieders": Tekst(
            "Op meer dan een dag gaven of declareerden twee kraamzorgorganisaties kraamzorg. "
            "Alleen op de dag van een overdracht is dat gewoon: controleer de dagen.",
            "On more than one day two kraamzorg organisations gave or declared kraamzorg. That is "
            "usual only on the day of a transfer: check the days.",
        ),
        "geen_overdracht": Tekst(
            "Op deze dag gaven of declareerden twee kraamzorgorganisaties kraamzorg, terwijl de een "
            "daarna niet begon of de ander niet ophield. Controleer de dagen.",
            "On this day two kraamzorg organisations gave or declared kraamzorg, while the one did "
            "not begin then, or the other did not stop. Check the days.",
        ),
        "wisselen": Tekst(
            "Meer dan {organisaties} kraamzorgorganisaties gaven of declareerden kraamzorg, of zij "
            "losten elkaar meer dan {wissels} keer af. Controleer van wie elke dag is.",
            "More than {organisaties} kraamzorg organisations gave or declared kraamzorg, or they "
            "took over from each other more than {wissels} times. Check whose each day is.",
        ),
    },
)
def een_aanbieder_per_dag(w: Werkblad) -> Resultaat:
    """Two organisations do not both give, or declare, kraamzorg on more than one day.

    Nor do they take turns: a third one, or more transfers than one and one back, raise suspicion.
    """
    dagen = () if w.dossier is None else gewone_dagen(w.dossier)
    geleverd = [
        _Zorg(f"/geleverde_kraamzorg/{plaats}", dag.zorgaanbieder_agb, dag.datum, dag.datum)
        for plaats, dag in dagen
        if dag.zorgaanbieder_agb is not None
    ]
    groepen = (
        [geleverd]
        if geleverd
        else [
            [
                _Zorg(uren.post.pad(), uren.agb, uren.deel.van, uren.deel.tot_en_met)
                for uren in groep
            ]
            for groep in gedeclareerd(w, KRAAMZORG_UUR)
        ]
    )
    meldingen: list[Melding] = []
    norm = w.context.normen.norm(WISSELING)
    wissels, organisaties = norm.waarde("wissels"), norm.waarde("organisaties")
    for zorg in groepen:
        deel, gedeeld = _gedeeld(zorg)
        pad = None if deel is None else f"{deel.pad}/zorgaanbieder_agb"
        if pad is not None and len(gedeeld) > 1:
            meldingen.append(breuk(pad, "twee_aanbieders"))
        elif pad is not None and not _overdracht(zorg, *gedeeld):
            meldingen.append(onbeoordeeld(pad, "geen_overdracht", vermoeden=True))
        elif (over := _te_veel_beurten(zorg, wissels, organisaties)) is not None:
            pad = f"{over.pad}/zorgaanbieder_agb"
            meldingen.append(
                onbeoordeeld(
                    pad,
                    "wisselen",
                    vermoeden=True,
                    bron=norm.bron,
                    wissels=wissels,
                    organisaties=organisaties,
                )
            )
    return uitslag(meldingen, bool(groepen))


class _Zorg(NamedTuple):
    pad: str
    agb: str
    van: date
    tot_en_met: date


def _gedeeld(zorg: Sequence[_Zorg]) -> tuple[_Zorg | None, set[date]]:
    """Return days that two organisations share, at most two of them, and the care on the last."""
    gedeeld: set[date] = set()
    laatste: dict[str, date] = {}  # last day of each organisation so far
    waar = None
    for deel in sorted(zorg, key=attrgetter("van", "tot_en_met")):
        for agb, dag in laatste.items():
            if agb != deel.agb and dag >= deel.van:
                gedeeld.update((deel.van, min(dag, deel.tot_en_met)))
                waar = deel
        if len(gedeeld) > 1:
            break
        laatste[deel.agb] = max(deel.tot_en_met, laatste.get(deel.agb, deel.tot_en_met))
    return waar, gedeeld


def _te_veel_beurten(zorg: Sequence[_Zorg], wissels: int, organisaties: int) -> _Zorg | None:
    """Return the care with which there are too many organisations, or too many transfers."""
    beurten: list[_Zorg] = []
    for _, delen in groupby(sorted(zorg, key=attrgetter("van")), key=attrgetter("van")):
        begint = {deel.agb: deel for deel in delen}
        if not beurten or beurten[-1].agb not in begint:
            beurten.append(next(iter(begint.values())))
    eerste: dict[str, _Zorg] = {}
    for beurt in beurten:
        eerste.setdefault(beurt.agb, beurt)
    over = (*tuple(eerste.values())[organisaties:], *beurten[wissels + 1 :])
    return over[0] if over else None


def _overdracht(zorg: Sequence[_Zorg], dag: date) -> bool:
    """Say whether the organisations of a day hand over on it: one stops, and one goes on."""
    op_dag = {deel.agb for deel in zorg if deel.van <= dag <= deel.tot_en_met}
    ervoor = {deel.agb for deel in zorg if deel.van < dag} & op_dag
    erna = {deel.agb for deel in zorg if deel.tot_en_met > dag} & op_dag
    return len(erna) == 1 and bool(ervoor) and ervoor.isdisjoint(erna)
