"""Results and targets that must go together: one result, a baseline first, a target in reach."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from geboortezorg.model.cijfers import STERFTE, Definitie
from geboortezorg.model.doel import Doel, Doelonderdeel, Richting, Streefwaarde
from geboortezorg.model.meting import Meting
from geboortezorg.model.monitorplan import Monitoronderwerp, Monitorplan
from geboortezorg.regels.monitorplan.meting import ONAF, gebied_van
from geboortezorg.regels.monitorplan.plan import MONITORPLAN, OPBOUW
from geboortezorg.regels.monitorplan.tijdlijn import INKOOP
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
from geboortezorg.tabellen.cijfercontrole import buiten_schaal, hoogste_waarde

_Sleutel = tuple[object, ...]


def _reeks(meting: Meting) -> _Sleutel:
    """Return what a measurement is about, apart from its days."""
    return meting.indicator_id, gebied_van(meting), meting.groep


@regel(
    code="GZ-MONITOR-019",
    titel=Tekst("Van hetzelfde is er een uitslag", "There is one result of the same"),
    soorten=MONITORPLAN,
    bron=OPBOUW,
    versie=3,
    velden=("/metingen/*",),
    nodig=Nodig(leden=("/metingen",)),
    redenen={
        "al_een_uitslag": Tekst(
            "Van deze indicator ligt er over dezelfde periode, hetzelfde gebied en dezelfde groep "
            "al een uitslag. Laat een van beide weg, of noem de eerste voorlopig.",
            "Of this indicator there already is a result over the same period, area and group. "
            "Leave one of them out, or call the first one provisional.",
        ),
        "ander_uitslag": Tekst(
            "Een andere indicator met dezelfde definitie heeft over dezelfde periode, hetzelfde "
            "gebied en dezelfde groep een andere uitslag. Controleer beide.",
            "Another indicator with the same definition has another result over the same period, "
            "area and group. Check both.",
        ),
        "voorlopig_erna": Tekst(
            "Deze voorlopige uitslag is later bepaald dan de definitieve. Controleer de datums en "
            "de status.",
            "This provisional result was determined later than the final one. Check the days and "
            "the status.",
        ),
    },
)
def een_uitslag(w: Werkblad) -> Resultaat:
    """One final result, after provisional ones of other days; a baseline may repeat it."""
    metingen = w.als(Monitorplan).metingen
    vast: dict[_Sleutel, Meting] = {}
    for meting in metingen:
        if meting.status not in ONAF:
            vast.setdefault((_reeks(meting), meting.periode), meting)
    meldingen: list[Melding] = []
    gezien: set[_Sleutel] = set()
    uitslagen: dict[_Sleutel, Meting] = {}
    for i, meting in enumerate(metingen):
        plek = (_reeks(meting), meting.periode)
        eerste = vast.get(plek)
        if meting.status not in ONAF:
            # The one result that is both a baseline and a measurement stands there twice.
            sleutel: _Sleutel = (*plek, None)
            if sleutel in gezien and not (eerste and _herhaalt(eerste, meting)):
                meldingen.append(breuk(f"/metingen/{i}", "al_een_uitslag"))
            waarvan = (meting.definitie_id, *_reeks(meting)[1:], meting.periode)
            ander = uitslagen.setdefault(waarvan, meting)
            if ander.indicator_id != meting.indicator_id and _getallen(ander) != _getallen(meting):
                meldingen.append(onbeoordeeld(f"/metingen/{i}", "ander_uitslag", vermoeden=True))
        else:
            sleutel = (*plek, meting.status, meting.gemeten_op)
            if sleutel in gezien:
                meldingen.append(breuk(f"/metingen/{i}", "al_een_uitslag"))
            elif eerste is not None and meting.gemeten_op > eerste.gemeten_op:
                meldingen.append(onbeoordeeld(f"/metingen/{i}", "voorlopig_erna", vermoeden=True))
        gezien.add(sleutel)
    return uitslag(meldingen, bool(metingen))


def _herhaalt(een: Meting, ander: Meting) -> bool:
    """Say whether a baseline and an ordinary measurement give the same numbers."""
    return een.nulmeting is not ander.nulmeting and _getallen(een) == _getallen(ander)


def _getallen(meting: Meting) -> tuple[int | None, int | None]:
    return meting.teller_aantal, meting.noemer_aantal


@regel(
    code="GZ-MONITOR-020",
    titel=Tekst(
        "Een nulmeting gaat over de tijd voor de andere metingen",
        "A baseline is about the time before the other measurements",
    ),
    soorten=MONITORPLAN,
    bron=OPBOUW,
    versie=2,
    velden=("/metingen/*/periode",),
    peildatum=Peildatum.DOCUMENT,
    redenen={
        "achteraf": Tekst(
            "Deze nulmeting gaat over een latere tijd dan een andere meting van dezelfde "
            "indicator, en laat dus niet de stand vooraf zien. Verbeter de periode, of noem haar "
            "geen nulmeting.",
            "This baseline is about a later time than another measurement of the same indicator, "
            "so it does not show the state beforehand. Correct the period, or do not call it a "
            "baseline.",
        ),
        "overlapt": Tekst(
            "Deze nulmeting overlapt met een andere meting van dezelfde indicator. Controleer de "
            "perioden.",
            "This baseline overlaps with another measurement of the same indicator. Check the "
            "periods.",
        ),
        "na_bekostiging": Tekst(
            "Deze nulmeting gaat ook over dagen vanaf {begin}, de eerste dag van de VSV-bekostiging, "
            "en laat dus niet de stand vooraf zien. Neem een eerdere periode, of noem haar geen "
            "nulmeting.",
            "This baseline is also about days from {begin} on, the first day of the funding of "
            "VSV's, so it does not show the state beforehand. Take an earlier period, or do not "
            "call it a baseline.",
        ),
    },
)
def nulmeting_vooraf(w: Werkblad) -> Resultaat:
    """A baseline shows the state before anything changed."""
    plan = w.als(Monitorplan)
    metingen = plan.metingen
    eerste: dict[_Sleutel, Meting] = {}
    for meting in metingen:
        if not meting.nulmeting:
            eerder = eerste.setdefault(_reeks(meting), meting)
            if meting.periode.van < eerder.periode.van:
                eerste[_reeks(meting)] = meting
    meldingen: list[Melding] = []
    nul = [(i, meting) for i, meting in enumerate(metingen) if meting.nulmeting]
    bekostiging = plan.onderwerp is Monitoronderwerp.VSV_BEKOSTIGING
    for i, meting in nul:
        pad, ander = f"/metingen/{i}/periode", eerste.get(_reeks(meting))
        if ander is not None and ander.periode.van < meting.periode.van:
            meldingen.append(breuk(pad, "achteraf"))
        elif ander is not None and ander.periode.van <= meting.periode.tot_en_met:
            meldingen.append(onbeoordeeld(pad, "overlapt", vermoeden=True))
        elif bekostiging and meting.periode.tot_en_met >= INKOOP.van:
            meldingen.append(onbeoordeeld(pad, "na_bekostiging", vermoeden=True, begin=INKOOP.van))
    return uitslag(meldingen, bool(nul))


@regel(
    code="GZ-MONITOR-021",
    titel=Tekst(
        "Een streefwaarde kan worden gehaald, en op een dag binnen het plan",
        "A target can be reached, and on a day within the plan",
    ),
    soorten=MONITORPLAN,
    bron=OPBOUW,
    versie=4,
    velden=(
        "/doelen/*/streefwaarde/waarde",
        "/doelen/*/streefwaarde/richting",
        "/doelen/*/streefwaarde/te_bereiken_op",
        "/doelen/*/wijzigingen/*/vorige_streefwaarde/waarde",
    ),
    peildatum=Peildatum.DOCUMENT,
    nodig=Nodig(leden=("/doelen/*/streefwaarde", "/doelen/*/wijzigingen/*/vorige_streefwaarde")),
    redenen={
        "buiten_schaal": Tekst(
            "Deze streefwaarde ligt buiten de schaal van haar eenheid. Verbeter de waarde of de "
            "decimalen.",
            "This target lies outside the scale of its unit. Correct the value or the decimals.",
        ),
        "zegt_niets": Tekst(
            "Elke uitslag haalt deze streefwaarde. Controleer de waarde en de richting.",
            "Every result reaches this target. Check the value and the side.",
        ),
        "verkeerde_kant": Tekst(
            "Dit doel wil minstens zoveel sterfte. Controleer de richting.",
            "This goal wants at least so much mortality. Check the side.",
        ),
        "dag_ontbreekt": Tekst(
            "Wanneer de streefwaarde bereikt moet zijn staat er niet, dus of dat binnen het plan "
            "valt is niet beoordeeld. Vul te_bereiken_op in.",
            "By when to reach the target is not stated, so whether that is within the plan was "
            "not judged. Supply te_bereiken_op.",
        ),
        "voor_vaststelling": Tekst(
            "De streefwaarde moest al bereikt zijn voor het doel werd vastgesteld. Verbeter een "
            "van beide datums.",
            "The target was to be reached before the goal was fixed. Correct one of the days.",
        ),
        "voor_meting": Tekst(
            "Voor deze dag is nog geen meetperiode van het plan voorbij, dus of de streefwaarde dan "
            "is bereikt blijkt nergens uit. Kies een latere dag, of plan eerder een meetperiode.",
            "Before this day no measurement period of the plan has ended, so nothing shows whether "
            "the target is reached by then. Choose a later day, or plan an earlier period.",
        ),
        "tegenstrijdig": Tekst(
            "Een ander doel wil van dezelfde indicator het omgekeerde: beide zijn niet te bereiken. "
            "Verbeter een van beide.",
            "Another goal wants the opposite of the same indicator: both cannot be reached. Correct "
            "one of them.",
        ),
        "na_plan": Tekst(
            "De streefwaarde hoeft pas bereikt te zijn na het einde van het plan. Kies een "
            "eerdere dag of verleng het plan.",
            "The target need not be reached before the plan has ended. Choose an earlier day or "
            "extend the plan.",
        ),
    },
)
def streefwaarde_haalbaar(w: Werkblad) -> Resultaat:
    """A target lies on the scale of its indicator, and is due while the plan runs."""
    plan = w.als(Monitorplan)
    definities = {d.definitie_id: d for d in reversed(plan.definities)}
    van_indicator = {i.indicator_id: definities.get(i.definitie_id) for i in plan.indicatoren}
    meldingen = list(_tegenstrijdig(plan.doelen))
    toegepast = False
    gemeten = [p.tot_en_met for p in plan.meetperioden if p.van <= p.tot_en_met]
    eerste_uitslag = min(gemeten, default=plan.periode.van)
    for i, doel in enumerate(plan.doelen):
        for pad, streef in _streefwaarden(f"/doelen/{i}", doel):
            toegepast = True
            definitie = van_indicator.get(streef.indicator_id)
            if definitie is not None:
                meldingen += _schaal(w, f"{pad}/waarde", streef, definitie)
        if doel.streefwaarde is not None:
            definitie = van_indicator.get(doel.streefwaarde.indicator_id)
            minstens = doel.streefwaarde.richting is Richting.MINSTENS
            if minstens and definitie is not None and definitie.onderwerp in STERFTE:
                pad = f"/doelen/{i}/streefwaarde/richting"
                meldingen.append(onbeoordeeld(pad, "verkeerde_kant", vermoeden=True))
            pad = f"/doelen/{i}/streefwaarde/te_bereiken_op"
            meldingen += _dag(pad, doel, plan, eerste_uitslag)
    return uitslag(meldingen, toegepast)


def _streefwaarden(pad: str, doel: Doel) -> Iterator[tuple[str, Streefwaarde]]:
    if doel.streefwaarde is not None:
        yield f"{pad}/streefwaarde", doel.streefwaarde
    for j, wijziging in enumerate(doel.wijzigingen):
        if wijziging.vorige_streefwaarde is not None:
            yield f"{pad}/wijzigingen/{j}/vorige_streefwaarde", wijziging.vorige_streefwaarde


def _schaal(w: Werkblad, pad: str, streef: Streefwaarde, definitie: Definitie) -> Iterator[Melding]:
    waarde, schaal = (
        Fraction(streef.waarde, 10**streef.decimalen),
        hoogste_waarde(definitie.eenheid),
    )
    if buiten_schaal(waarde, definitie.eenheid):
        yield breuk(pad, "buiten_schaal")
        return
    if schaal is None:
        return
    hoogste = Fraction(schaal)
    if definitie.onderwerp in STERFTE:  # no population is above this
        norm = w.context.normen.norm("cijfer-aannemelijk")
        hoogste *= norm.deel("sterfte-promille.hoogste") / 1000
    minstens = streef.richting is Richting.MINSTENS
    if waarde == 0 if minstens else waarde >= hoogste:
        yield onbeoordeeld(pad, "zegt_niets", vermoeden=True)


def _dag(pad: str, doel: Doel, plan: Monitorplan, eerste_uitslag: date) -> Iterator[Melding]:
    op = None if doel.streefwaarde is None else doel.streefwaarde.te_bereiken_op
    if op is None:
        yield onbeoordeeld(pad, "dag_ontbreekt")
    elif doel.vastgesteld_op is not None and op < doel.vastgesteld_op:
        yield breuk(pad, "voor_vaststelling")
    elif op > plan.periode.tot_en_met:
        yield onbeoordeeld(pad, "na_plan", vermoeden=True)
    elif op < eerste_uitslag:
        yield onbeoordeeld(pad, "voor_meting", vermoeden=True)


def _tegenstrijdig(doelen: Iterable[Doel]) -> Iterator[Melding]:
    """Yield the targets that lie beyond one of another goal for the same indicator.

    A goal that was given up wants nothing any more.
    """
    grenzen: dict[Richting, dict[str, Fraction]] = {richting: {} for richting in Richting}
    for i, doel in enumerate(doelen):
        streef = doel.streefwaarde
        vervallen = any(w.onderdeel is Doelonderdeel.VERVALLEN for w in doel.wijzigingen)
        if streef is None or vervallen:
            continue
        waarde = Fraction(streef.waarde, 10**streef.decimalen)
        minstens = streef.richting is Richting.MINSTENS
        tegen = grenzen[Richting.HOOGSTENS if minstens else Richting.MINSTENS]
        grens = tegen.get(streef.indicator_id)
        if grens is not None and (waarde > grens if minstens else waarde < grens):
            pad = f"/doelen/{i}/streefwaarde/waarde"
            yield onbeoordeeld(pad, "tegenstrijdig", vermoeden=True)
        eigen = grenzen[streef.richting]
        strengst = max if minstens else min
        eigen[streef.indicator_id] = strengst(waarde, eigen.get(streef.indicator_id, waarde))
