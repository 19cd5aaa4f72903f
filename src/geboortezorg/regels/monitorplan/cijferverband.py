"""Figures beside each other: parts and wholes, a count and its value, and what is plausible."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from geboortezorg.model.cijfers import (
    DOODGEBOORTE,
    NEONATALE_STERFTE,
    PERINATALE_STERFTE,
    STERFTE,
    Cijfer,
    Cijfereenheid,
    Cijfertabel,
    Definitie,
    Sterftegrenzen,
)
from geboortezorg.model.monitorplan import Monitorplan
from geboortezorg.regels.monitorplan.cijfers import CIJFERTABEL, delen_van, plek_van
from geboortezorg.regels.monitorplan.definitie import per_sleutel
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
from geboortezorg.tabellen import cijfercontrole
from geboortezorg.tekst import plat

_AANTALLEN: Final = frozenset({Cijfereenheid.AANTAL, Cijfereenheid.DUIZENDTAL})
_TOTAAL: Final = "totaal"
"""What the name of a category holds that sums up others."""


@regel(
    code="GZ-CIJFER-008",
    titel=Tekst("Een deel is niet groter dan het geheel", "A part is no larger than the whole"),
    soorten=CIJFERTABEL,
    bron=OPBOUW,
    versie=4,
    velden=("/cijfers/*/waarde",),
    nodig=Nodig(leden=("/cijfers",)),
    redenen={
        "deel_groter": Tekst(
            "Dit aantal van een categorie is groter dan het aantal zonder categorie. Verbeter een "
            "van beide.",
            "This number of a category exceeds the number without a category. Correct one of them.",
        ),
        "som_groter": Tekst(
            "De categorieen zijn samen groter dan dit geheel. Controleer of zij overlappen.",
            "Together the categories exceed this whole. Check whether they overlap.",
        ),
        "meer_dan_nederland": Tekst(
            "Dit aantal van een gebied is groter dan dat van Nederland. Controleer beide.",
            "This number of an area exceeds that of the Netherlands. Check both.",
        ),
    },
)
def deel_van_geheel(w: Werkblad) -> Resultaat:
    """A category or an area counts a part of what the whole counts."""
    tabel = w.als(Cijfertabel)
    bekend = cijfercontrole.per_sleutel(tabel)
    heel: dict[tuple[object, ...], tuple[int, Cijfer]] = {}
    delen = delen_van(tabel)
    for i, cijfer in enumerate(tabel.cijfers):
        if cijfer.categorie is None:  # of two, which another rule refuses, the smallest counts
            plek = plek_van(tabel, cijfer)
            heel[plek] = min((i, cijfer), heel.get(plek, (i, cijfer)), key=_hoeveel)
    meldingen = list(_boven_nederland(tabel))
    for plek, categorieen in delen.items():
        definitie, geheel = bekend.get(str(plek[0])), heel.get(plek)
        if definitie is None or geheel is None or definitie.eenheid not in _AANTALLEN:
            continue
        plaats, som = geheel[0], geheel[1].exact
        groter = [i for i, deel in categorieen if deel.exact > som]
        meldingen += [breuk(f"/cijfers/{i}/waarde", "deel_groter") for i in groter]
        los = [deel for _, deel in categorieen if _TOTAAL not in str(deel.categorie)]
        marge = _afronding(definitie, [geheel[1], *los])
        if not groter and sum(deel.exact for deel in los) > som + marge:
            pad = f"/cijfers/{plaats}/waarde"
            meldingen.append(onbeoordeeld(pad, "som_groter", vermoeden=True))
    return uitslag(meldingen, bool(delen) or bool(meldingen))


def _hoeveel(deel: tuple[int, Cijfer]) -> Fraction:
    return deel[1].exact


def _afronding(definitie: Definitie, cijfers: list[Cijfer]) -> Fraction | int:
    """Return by how much rounded parts can exceed the rounded whole; a count is exact."""
    if definitie.eenheid is Cijfereenheid.AANTAL:
        return 0
    return sum(Fraction(1, 2 * 10**cijfer.decimalen) for cijfer in cijfers)


def _boven_nederland(tabel: Cijfertabel) -> Iterator[Melding]:
    """Yield the counts of an area above those of the country; Europe is not expected here."""
    land: dict[tuple[object, ...], Fraction] = {}
    for cijfer in tabel.cijfers:
        if plat(cijfer.gebied) == cijfercontrole.NEDERLAND:
            waarvan, exact = _waarvan(cijfer), cijfer.exact
            land[waarvan] = min(exact, land.get(waarvan, exact))
    for i, cijfer, definitie in cijfercontrole.met_definitie(tabel):
        telt = definitie.eenheid in _AANTALLEN
        if telt and cijfer.exact > land.get(_waarvan(cijfer), cijfer.exact):
            yield onbeoordeeld(f"/cijfers/{i}/waarde", "meer_dan_nederland", vermoeden=True)


def _waarvan(cijfer: Cijfer) -> tuple[object, ...]:
    return cijfer.definitie_id, cijfer.periode, cijfer.categorie, cijfer.status


@regel(
    code="GZ-CIJFER-009",
    titel=Tekst(
        "Het aantal achter een aantal is hetzelfde", "The count behind a count is the same"
    ),
    soorten=CIJFERTABEL,
    bron=OPBOUW,
    velden=("/cijfers/*/teller_aantal",),
    nodig=Nodig(leden=("/cijfers",)),
    redenen={
        "teller_wijkt_af": Tekst(
            "De waarde is een aantal, en teller_aantal is een ander aantal. Laat een van beide weg "
            "of verbeter het.",
            "The value is a count, and teller_aantal is another count. Leave one of them out, or "
            "correct it.",
        )
    },
)
def teller_is_waarde(w: Werkblad) -> Resultaat:
    """A figure that is a count says the same count in both places."""
    dubbel = [
        (i, cijfer)
        for i, cijfer, definitie in cijfercontrole.met_definitie(w.als(Cijfertabel))
        if cijfer.teller_aantal is not None and definitie.eenheid is Cijfereenheid.AANTAL
    ]
    meldingen = [
        breuk(f"/cijfers/{i}/teller_aantal", "teller_wijkt_af")
        for i, cijfer in dubbel
        if cijfer.exact != cijfer.teller_aantal
    ]
    return uitslag(meldingen, bool(dubbel))


@regel(
    code="GZ-CIJFER-010",
    titel=Tekst("Een uitkomst is aannemelijk", "A result is plausible"),
    soorten=(*CIJFERTABEL, *MONITORPLAN),
    bron=OPBOUW,
    velden=("/cijfers/*/waarde", "/metingen/*/teller_aantal"),
    redenen={
        "te_hoog": Tekst(
            "Deze uitkomst is hoger dan {grens} in de eenheid ervan, en dat is van een hele "
            "bevolking niet te verwachten. Controleer de waarde en de decimalen.",
            "This result is higher than {grens} in its unit, which is not to be expected of a whole "
            "population. Check the value and the decimals.",
        )
    },
)
def aannemelijk(w: Werkblad) -> Resultaat:
    """Mortality of a whole population, and an average age, lie within the bounds of a norm.

    Of a part of the population, such as the very early births, much more is plausible.
    """
    norm = w.context.normen.norm("cijfer-aannemelijk")
    hoogste = {
        "promille": norm.deel("sterfte-promille.hoogste"),
        "jaren": norm.deel("jaren.hoogste"),
    }
    meldingen: list[Melding] = []
    toegepast = False
    for pad, definitie, waarde in _uitkomsten(w):
        sterfte = definitie.onderwerp in STERFTE
        if not sterfte and definitie.eenheid is not Cijfereenheid.JAREN:
            continue
        toegepast = True
        grens = hoogste["promille" if sterfte else "jaren"]
        if definitie.eenheid is Cijfereenheid.PERCENTAGE:
            grens /= 10
        if waarde > grens:
            meldingen.append(
                onbeoordeeld(pad, "te_hoog", vermoeden=True, bron=norm.bron, grens=grens)
            )
    return uitslag(meldingen, toegepast)


def _uitkomsten(w: Werkblad) -> Iterator[tuple[str, Definitie, Fraction]]:
    """Yield the results of whole populations that are no count, in the unit of their definition."""
    if w.soort == "cijfertabel":
        for i, cijfer, definitie in cijfercontrole.met_definitie(w.als(Cijfertabel)):
            if cijfer.categorie is None and definitie.eenheid not in _AANTALLEN:
                yield f"/cijfers/{i}/waarde", definitie, cijfer.exact
        return
    plan = w.als(Monitorplan)
    definities = per_sleutel(plan)
    for i, meting in enumerate(plan.metingen):
        gemeten = definities.get(meting.definitie_id)
        if gemeten is None or meting.groep is not None or meting.verhouding is None:
            continue
        schaal = cijfercontrole.hoogste_waarde(gemeten.eenheid)
        if schaal is not None:
            yield f"/metingen/{i}/teller_aantal", gemeten, meting.verhouding * schaal


@regel(
    code="GZ-CIJFER-011",
    titel=Tekst(
        "Een deel van de perinatale sterfte is niet hoger dan het geheel",
        "A part of perinatal mortality is no higher than the whole",
    ),
    soorten=CIJFERTABEL,
    bron=OPBOUW,
    velden=("/cijfers/*/waarde",),
    peildatum=Peildatum.GEEN,
    nodig=Nodig(leden=("/cijfers",)),
    redenen={
        "hoger_dan_geheel": Tekst(
            "Deze doodgeboorte of neonatale sterfte is hoger dan de perinatale sterfte van hetzelfde "
            "gebied en dezelfde periode, die haar meetelt. Controleer beide.",
            "These stillbirths or neonatal deaths exceed the perinatal mortality of the same area "
            "and period, which counts them too. Check both.",
        )
    },
)
def sterfte_past(w: Werkblad) -> Resultaat:
    """Stillbirth and neonatal death are parts of perinatal death, within the same bounds."""
    heel: dict[tuple[object, ...], list[tuple[Definitie, Cijfer]]] = {}
    delen: list[tuple[int, Definitie, Cijfer]] = []
    for i, cijfer, definitie in cijfercontrole.met_definitie(w.als(Cijfertabel)):
        if definitie.onderwerp == PERINATALE_STERFTE:
            heel.setdefault(_gebied(definitie, cijfer), []).append((definitie, cijfer))
        elif definitie.onderwerp in {DOODGEBOORTE, NEONATALE_STERFTE}:
            delen.append((i, definitie, cijfer))
    meldingen: list[Melding] = []
    toegepast = False
    for i, definitie, deel in delen:
        ruimer = [
            geheel
            for andere, geheel in heel.get(_gebied(definitie, deel), ())
            if _telt_mee(definitie, andere)
        ]
        toegepast = toegepast or bool(ruimer)
        if ruimer and deel.exact > max(geheel.exact for geheel in ruimer):
            pad = f"/cijfers/{i}/waarde"
            meldingen.append(onbeoordeeld(pad, "hoger_dan_geheel", vermoeden=True))
    return uitslag(meldingen, toegepast)


def _gebied(definitie: Definitie, cijfer: Cijfer) -> tuple[object, ...]:
    return definitie.eenheid, plat(cijfer.gebied), cijfer.periode, cijfer.categorie


def _telt_mee(deel: Definitie, geheel: Definitie) -> bool:
    """Say whether the whole counts all that the part counts; unknown bounds tell nothing."""
    eigen, ruim = (d.sterftegrenzen or Sterftegrenzen() for d in (deel, geheel))
    minst = "neonataal" if deel.onderwerp == NEONATALE_STERFTE else "doodgeboorte"
    vanaf = f"{minst}_zwangerschapsduur_van_dagen"
    paren = [(getattr(ruim, vanaf), getattr(eigen, vanaf))]
    if deel.onderwerp == NEONATALE_STERFTE:
        paren.append((eigen.leeftijd_tot_en_met_dagen, ruim.leeftijd_tot_en_met_dagen))
    return all(een is not None and ander is not None and een <= ander for een, ander in paren)
