"""Results and targets that must go together: one result, a baseline first, parts within a whole."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from geboortezorg.model.cijfers import STERFTE, Cijferstatus, Definitie
from geboortezorg.model.doel import Doel, Richting, Streefwaarde
from geboortezorg.model.meting import Meting
from geboortezorg.model.monitorplan import Monitorplan
from geboortezorg.regels.monitorplan.meting import KLEINE_CELLEN
from geboortezorg.regels.monitorplan.plan import MONITORPLAN, OPBOUW
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
from geboortezorg.tabellen.cijfercontrole import GRENS_KLEINE_CEL, buiten_schaal, hoogste_waarde

_ONAF: Final = frozenset({Cijferstatus.VOORLOPIG, Cijferstatus.RAMING})

_Sleutel = tuple[object, ...]


def _reeks(meting: Meting) -> _Sleutel:
    """Return what a measurement is about, apart from its days."""
    return meting.indicator_id, meting.gebied, meting.groep


@regel(
    code="GZ-MONITOR-019",
    titel=Tekst("Van hetzelfde is er een uitslag", "There is one result of the same"),
    soorten=MONITORPLAN,
    bron=OPBOUW,
    versie=2,
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
        if meting.status not in _ONAF:
            vast.setdefault((_reeks(meting), meting.periode), meting)
    meldingen: list[Melding] = []
    gezien: set[_Sleutel] = set()
    uitslagen: dict[_Sleutel, Meting] = {}
    for i, meting in enumerate(metingen):
        plek = (_reeks(meting), meting.periode)
        eerste = vast.get(plek)
        if meting.status not in _ONAF:
            # The one result that is both a baseline and a measurement stands there twice.
            sleutel: _Sleutel = (*plek, None)
            if sleutel in gezien and not (eerste and _herhaalt(eerste, meting)):
                meldingen.append(breuk(f"/metingen/{i}", "al_een_uitslag"))
            waarvan = (meting.definitie_id, meting.gebied, meting.groep, meting.periode)
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
    },
)
def nulmeting_vooraf(w: Werkblad) -> Resultaat:
    """A baseline shows the state before anything changed."""
    metingen = w.als(Monitorplan).metingen
    eerste: dict[_Sleutel, Meting] = {}
    for meting in metingen:
        if not meting.nulmeting:
            eerder = eerste.setdefault(_reeks(meting), meting)
            if meting.periode.van < eerder.periode.van:
                eerste[_reeks(meting)] = meting
    meldingen: list[Melding] = []
    nul = [(i, meting) for i, meting in enumerate(metingen) if meting.nulmeting]
    for i, meting in nul:
        ander = eerste.get(_reeks(meting))
        if ander is None:
            continue
        if ander.periode.van < meting.periode.van:
            meldingen.append(breuk(f"/metingen/{i}/periode", "achteraf"))
        elif ander.periode.van <= meting.periode.tot_en_met:
            plek = f"/metingen/{i}/periode"
            meldingen.append(onbeoordeeld(plek, "overlapt", vermoeden=True))
    return uitslag(meldingen, bool(nul))


@regel(
    code="GZ-MONITOR-021",
    titel=Tekst(
        "Een streefwaarde kan worden gehaald, en op een dag binnen het plan",
        "A target can be reached, and on a day within the plan",
    ),
    soorten=MONITORPLAN,
    bron=OPBOUW,
    versie=3,
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
    meldingen: list[Melding] = []
    toegepast = False
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
            meldingen += _dag(f"/doelen/{i}/streefwaarde/te_bereiken_op", doel, plan)
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


def _dag(pad: str, doel: Doel, plan: Monitorplan) -> Iterator[Melding]:
    op = None if doel.streefwaarde is None else doel.streefwaarde.te_bereiken_op
    if op is None:
        yield onbeoordeeld(pad, "dag_ontbreekt")
    elif doel.vastgesteld_op is not None and op < doel.vastgesteld_op:
        yield breuk(pad, "voor_vaststelling")
    elif op > plan.periode.tot_en_met:
        yield onbeoordeeld(pad, "na_plan", vermoeden=True)


@regel(
    code="GZ-MONITOR-022",
    titel=Tekst(
        "Delen passen in het geheel, en verraden geen onderdrukt aantal",
        "Parts fit the whole, and give away no suppressed number",
    ),
    soorten=MONITORPLAN,
    bron=OPBOUW,
    versie=2,
    velden=(
        "/metingen/*/teller_aantal",
        "/metingen/*/noemer_aantal",
        "/metingen/*/onderdrukt",
    ),
    nodig=Nodig(leden=("/metingen/*/groep",)),
    redenen={
        "deel_groter": Tekst(
            "Dit aantal van een deel is groter dan dat van het geheel. Verbeter een van beide.",
            "This number of a part exceeds that of the whole. Correct one of them.",
        ),
        "som_groter": Tekst(
            "De delen zijn samen groter dan dit geheel. Controleer of de groepen overlappen.",
            "Together the parts exceed this whole. Check whether the groups overlap.",
        ),
        "volgt_uit_rest": Tekst(
            "Dit onderdrukte aantal kan volgen uit het geheel min de andere delen. Onderdruk ook "
            "een tweede deel, of het geheel.",
            "This suppressed number may follow from the whole less the other parts. Suppress a "
            "second part too, or the whole.",
        ),
        "kleine_rest": Tekst(
            "Wie de delen van dit geheel aftrekt, houdt minder dan {grens} personen over. Onderdruk "
            "ook een deel, of voeg delen samen.",
            "Who subtracts the parts from this whole is left with fewer than {grens} persons. "
            "Suppress a part too, or join parts.",
        ),
    },
)
def delen_passen(w: Werkblad) -> Resultaat:
    """A group is a part of the population, so its numbers are no larger."""
    plan = w.als(Monitorplan)
    personen = {d.definitie_id for d in plan.definities if d.telt_personen}
    heel: dict[_Sleutel, tuple[int, Meting]] = {}
    delen: dict[_Sleutel, list[tuple[int, Meting]]] = {}
    for i, meting in enumerate(plan.metingen):
        status = meting.status if meting.status in _ONAF else None
        sleutel = (
            meting.indicator_id,
            meting.definitie_id,
            meting.gebied,
            meting.periode,
            status,
            meting.nulmeting,
        )
        if meting.groep is None:
            heel.setdefault(sleutel, (i, meting))
        else:
            delen.setdefault(sleutel, []).append((i, meting))
    meldingen: list[Melding] = []
    toegepast = False
    for plek, groepen in delen.items():
        if plek not in heel:
            continue
        toegepast = True
        plaats, geheel = heel[plek]
        if geheel.teller_aantal is not None:
            teller = geheel.teller_aantal
            meldingen += _te_groot(f"/metingen/{plaats}", groepen, teller)
            if geheel.definitie_id in personen:
                meldingen += _verraden(f"/metingen/{plaats}", groepen, teller)
        meldingen += [
            breuk(f"/metingen/{i}/noemer_aantal", "deel_groter")
            for i, deel in groepen
            if geheel.noemer_aantal and (deel.noemer_aantal or 0) > geheel.noemer_aantal
        ]
    return uitslag(meldingen, toegepast)


def _te_groot(pad: str, groepen: list[tuple[int, Meting]], teller: int) -> Iterable[Melding]:
    aantallen = [(i, deel.teller_aantal or 0) for i, deel in groepen]
    groter = [i for i, aantal in aantallen if aantal > teller]
    if groter:
        return [breuk(f"/metingen/{i}/teller_aantal", "deel_groter") for i in groter]
    if sum(aantal for _, aantal in aantallen) > teller:
        return [onbeoordeeld(f"{pad}/teller_aantal", "som_groter", vermoeden=True)]
    return []


def _verraden(geheel: str, groepen: list[tuple[int, Meting]], teller: int) -> Iterable[Melding]:
    verborgen = [i for i, deel in groepen if deel.teller_aantal is None]
    if len(verborgen) == 1 and len(groepen) > 1:
        pad = f"/metingen/{verborgen[0]}/onderdrukt"
        yield onbeoordeeld(pad, "volgt_uit_rest", vermoeden=True, bron=KLEINE_CELLEN)
    over = teller - sum(deel.teller_aantal or 0 for _, deel in groepen)
    if not verborgen and 0 < over < GRENS_KLEINE_CEL:
        yield onbeoordeeld(
            f"{geheel}/teller_aantal",
            "kleine_rest",
            vermoeden=True,
            bron=KLEINE_CELLEN,
            grens=GRENS_KLEINE_CEL,
        )
