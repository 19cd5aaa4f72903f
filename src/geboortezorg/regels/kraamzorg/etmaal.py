"""How much kraamzorg a day holds, and by how many organisations."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Final, final

from geboortezorg.berekening.kraamzorg import bronnen as kraamzorgbronnen
from geboortezorg.bevroren import anders, veranderlijk
from geboortezorg.geld import Exact
from geboortezorg.model.kraamzorg import GeleverdeKraamzorg
from geboortezorg.regels.kraamzorg.grenzen import DAG, PARTUSDAG, WISSELING
from geboortezorg.regels.kraamzorg.zorg import (
    KRAAMZORG_UUR,
    MET_KRAAMZORG,
    PARTUS_UUR,
    Uren,
    een_aanbieder,
    gedeclareerd,
    gewone_dagen,
    met_uren,
    oogopslag_van,
    posten_van,
    som,
)
from geboortezorg.regels.regel import (
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
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.zorggeval import ETMAAL_MINUTEN, Dagzorg, Zorggeval, eerste_die_niet_past

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
    aanleiding=Nodig(trekken=(Trek.KRAAMZORG, Trek.KRAAMZORGDAG)),
    redenen={
        "meer_dan_etmaal": Tekst(
            "Dit zijn, samen met de andere uren van dezelfde vrouw, meer dan 24 uur per dag. "
            "Verbeter het aantal of de dagen.",
            "Together with the other hours of the same woman these are more than 24 hours a day. "
            "Correct the quantity or the days.",
        ),
        "onaannemelijk": Tekst(
            "Dit zijn, samen met de andere uren van dezelfde vrouw, meer dan {maximum_minuten} "
            "minuten per dag: meer dan een dienst. Controleer het aantal en de dagen. Kan het bij u "
            "wel, geef dan in een eigen normtabel een hogere grens (norm kraamzorg-dag).",
            "Together with the other hours of the same woman these are more than {maximum_minuten} "
            "minutes a day: more than one shift. Check the quantity and the days. If it can be with "
            "you, give a higher bound in a table of norms of your own (norm kraamzorg-dag).",
        ),
        "lange_partus": Tekst(
            "Dit is, met de andere declaratieregels van dezelfde vrouw, meer dan {maximum_minuten} "
            "minuten partusassistentie: meer dan een dienst. Controleer het aantal. Kan het bij u "
            "wel, geef dan in een eigen normtabel een hogere grens (norm kraamzorg-partusdag).",
            "With the other lines of the same woman this is more than {maximum_minuten} minutes of "
            "partusassistentie: more than one shift. Check the quantity. If it can be with you, give "
            "a higher bound in a table of norms of your own (norm kraamzorg-partusdag).",
        ),
    },
)
def past_in_de_dag(w: Werkblad) -> Resultaat:
    """No more than 24 hours a day, however the hours of a line lie on its days; nor many shifts.

    Lines are judged together, by woman. Partusassistentie counts for the 24 hours, and is one
    shift at most by itself.
    """
    bevallen, dossier = w.bevaldagen, w.dossier
    dienst = w.context.normen.norm(DAG).waarde("aannemelijk")
    langste = w.context.normen.norm(PARTUSDAG).waarde("duur.hoogste")
    gevallen = met_uren(w, KRAAMZORG_UUR, PARTUS_UUR)
    if gevallen and all(_past_ruim(w, geval, dienst, langste) for geval in gevallen):
        return VOLDAAN
    meldingen: list[Melding] = []
    groepen = gedeclareerd(w, KRAAMZORG_UUR, PARTUS_UUR)
    for groep in groepen:
        kraam = [u for u in groep if u.post.prestatie_id == KRAAMZORG_UUR]
        partus = [u for u in groep if u.post.prestatie_id == PARTUS_UUR]
        alle = groep if bevallen is None else [_na(u, bevallen[0]) for u in groep]
        _toets(meldingen, "aantal", kraam, alle, dienst)
        if partus and not meldingen and som(partus) > langste:
            melding = onbeoordeeld(
                partus[-1].pad("aantal"), "lange_partus", vermoeden=True, maximum_minuten=langste
            )
            meldingen.append(melding)
    if dossier is None or not (dossier.geleverde_kraamzorg or dossier.partusassistenties):
        return uitslag(meldingen, bool(groepen))
    zorg = [_geleverd(plaats, dag) for plaats, dag in enumerate(dossier.geleverde_kraamzorg)]
    bijgestaan = [
        _Geleverd(
            van=partus.datum,
            # An assistance that goes on after midnight stands on its first day.
            tot_en_met=partus.datum + timedelta(days=1),
            minuten=partus.duur_minuten,
            lijst="partusassistenties",
            plaats=plaats,
        )
        for plaats, partus in enumerate(dossier.partusassistenties)
    ]
    _toets(meldingen, "duur_minuten", zorg, [*zorg, *bijgestaan], dienst)
    return uitslag(meldingen, van_toepassing=True)


def _past_ruim(w: Werkblad, geval: Zorggeval, dienst: int, langste: int) -> bool:
    """Say at a glance that the hours of one woman fit; False when that takes a closer look."""
    bevallen, zicht = w.bevaldagen, oogopslag_van(w, geval)
    if zicht is None or (bevallen is not None and zicht.eerste < bevallen[0]):
        return False
    # Whatever was assisted is taken to be on the fullest day.
    gevraagd: Exact = 0
    gegeven = 0
    if posten := posten_van(w, geval, PARTUS_UUR):
        gevraagd = sum(post.minuten for post in posten if post.minuten is not None)
    if geval.dossier is not None and geval.dossier.partusassistenties:
        gegeven = sum(partus.duur_minuten for partus in geval.dossier.partusassistenties)
    op_een_dag = max(zicht.drukste + gevraagd, gegeven)
    return gevraagd <= langste and op_een_dag <= min(dienst, ETMAAL_MINUTEN)


@final
@veranderlijk(kw_only=True, weakref_slot=False)
class _Geleverd(Dagzorg):
    """Care as it was given, with its place in one of the lists of the dossier."""

    lijst: str
    plaats: int
    agb: str | None = None

    def pad(self, veld: str) -> str:
        """Return the JSON Pointer to a field of it."""
        return f"/{self.lijst}/{self.plaats}/{veld}"


_Zorg = Uren | _Geleverd


def _geleverd(plaats: int, dag: GeleverdeKraamzorg) -> _Geleverd:
    return _Geleverd(
        van=dag.datum,
        tot_en_met=dag.datum,
        minuten=dag.duur_minuten,
        lijst="geleverde_kraamzorg",
        plaats=plaats,
        agb=dag.zorgaanbieder_agb,
    )


def _na(uren: Uren, bevallen: date) -> Uren:
    """Return the hours of kraamzorg of a line within the days from the birth on."""
    if uren.post.prestatie_id == KRAAMZORG_UUR and uren.van < bevallen <= uren.tot_en_met:
        return anders(uren, van=bevallen)
    return uren


def _toets(
    meldingen: list[Melding],
    veld: str,
    kraam: Sequence[_Zorg],
    alle: Sequence[_Zorg],
    dienst: int,
) -> None:
    """Add what does not fit: all care in whole days, or else kraamzorg alone in shifts."""
    # A reversed period holds no day, and is for the rule on that.
    heel = [deel for deel in alle if deel.van <= deel.tot_en_met]
    plaats = eerste_die_niet_past(heel)
    if plaats is not None:
        meldingen.append(breuk(heel[plaats].pad(veld), "meer_dan_etmaal"))
    elif not meldingen:
        heel = [deel for deel in kraam if deel.van <= deel.tot_en_met]
        plaats = eerste_die_niet_past(heel, dienst)
        if plaats is not None:
            pad = heel[plaats].pad(veld)
            meldingen.append(
                onbeoordeeld(pad, "onaannemelijk", vermoeden=True, maximum_minuten=dienst)
            )


@regel(
    code="GZ-KRAAMZORG-025",
    titel=Tekst(
        "Kraamzorg is op een dag van een organisatie",
        "Kraamzorg on a day is of one organisation",
    ),
    versie=5,
    soorten=("dossier", "declaratie"),
    bron=kraamzorgbronnen.DOCUMENT,
    velden=("/geleverde_kraamzorg/*/zorgaanbieder_agb", "/declaratieregels/*/zorgaanbieder_agb"),
    peildatum=Peildatum.LEVERING,
    nodig=MET_KRAAMZORG,
    aanleiding=Nodig(trekken=(Trek.KRAAMZORG,)),
    redenen={
        "twee_aanbieders": Tekst(
            "Op meer dan een dag gaven of declareerden twee kraamzorgorganisaties kraamzorg. "
            "Alleen op de dag van een overdracht is dat gewoon: controleer de dagen. Waren moeder en "
            "kind op twee adressen, vul dan in een dossier geleverde_kraamzorg in, met ander_adres.",
            "On more than one day two kraamzorg organisations gave or declared kraamzorg. That is "
            "usual only on the day of a transfer: check the days. When mother and child were at two "
            "addresses, supply geleverde_kraamzorg in a dossier, with ander_adres.",
        ),
        "geen_overdracht": Tekst(
            "Op deze dag gaven of declareerden twee kraamzorgorganisaties kraamzorg, terwijl de een "
            "daarna niet begon of de ander niet ophield. Controleer de dagen. Waren moeder en kind "
            "op twee adressen, vul dan in een dossier geleverde_kraamzorg in, met ander_adres.",
            "On this day two kraamzorg organisations gave or declared kraamzorg, while the one did "
            "not begin then, or the other did not stop. Check the days. When mother and child were "
            "at two addresses, supply geleverde_kraamzorg in a dossier, with ander_adres.",
        ),
        "wisselen": Tekst(
            "Meer dan {organisaties} kraamzorgorganisaties gaven of declareerden kraamzorg, of zij "
            "losten elkaar meer dan {wissels} keer af. Controleer van wie elke dag is. Kan het bij u, "
            "geef dan in een eigen normtabel hogere grenzen (norm kraamzorg-wisseling).",
            "More than {organisaties} kraamzorg organisations gave or declared kraamzorg, or they "
            "took over from each other more than {wissels} times. Check whose each day is. If it can "
            "be with you, give higher bounds in a table of norms of your own (norm "
            "kraamzorg-wisseling).",
        ),
    },
)
def een_aanbieder_per_dag(w: Werkblad) -> Resultaat:
    """Two organisations do not both give, or declare, kraamzorg on more than one day.

    Nor do they take turns: a third one, or more transfers than one and one back, raise suspicion.
    What is given where the child is, at another address than the mother, is looked at by itself.
    """
    norm = w.context.normen.norm(WISSELING)
    wissels, organisaties = norm.waarde("wissels"), norm.waarde("organisaties")
    gevallen = met_uren(w, KRAAMZORG_UUR)
    een = all(oogopslag_van(w, g) is not None and een_aanbieder(g) for g in gevallen)
    if een and gevallen and organisaties > 0:
        return VOLDAAN  # nothing is shared, and nobody takes over
    dagen = () if w.dossier is None else gewone_dagen(w.dossier)
    geleverd: dict[bool, list[_Zorg]] = {}
    for plaats, dag in dagen:
        if dag.zorgaanbieder_agb is not None:
            geleverd.setdefault(dag.ander_adres, []).append(_geleverd(plaats, dag))
    groepen: Sequence[Sequence[_Zorg]] = [*geleverd.values()] or gedeclareerd(w, KRAAMZORG_UUR)
    meldingen: list[Melding] = []
    for zorg in groepen:
        deel, gedeeld = _gedeeld(zorg)
        pad = None if deel is None else deel.pad("zorgaanbieder_agb")
        if pad is not None and len(gedeeld) > 1:
            meldingen.append(breuk(pad, "twee_aanbieders"))
        elif pad is not None and not _overdracht(zorg, *gedeeld):
            meldingen.append(onbeoordeeld(pad, "geen_overdracht", vermoeden=True))
        elif (over := _te_veel_beurten(zorg, wissels, organisaties)) is not None:
            meldingen.append(
                onbeoordeeld(
                    over.pad("zorgaanbieder_agb"),
                    "wisselen",
                    vermoeden=True,
                    bron=norm.bron,
                    wissels=wissels,
                    organisaties=organisaties,
                )
            )
    return uitslag(meldingen, bool(groepen))


def _gedeeld(zorg: Sequence[_Zorg]) -> tuple[_Zorg | None, set[date]]:
    """Return days that two organisations share, at most two of them, and the care on the last."""
    gedeeld: set[date] = set()
    laatste: dict[str | None, date] = {}  # last day of each organisation so far
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
    eerste: dict[str | None, _Zorg] = {}
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
