"""Measurements of a part beside those of the whole: no larger, and nothing to compute from them."""

from collections.abc import Iterable, Iterator
from typing import Final

from geboortezorg.model.meting import Meting
from geboortezorg.model.monitorplan import Monitorplan
from geboortezorg.regels.monitorplan.meting import KLEINE_CELLEN, ONAF, gebied_van
from geboortezorg.regels.monitorplan.plan import MONITORPLAN, OPBOUW
from geboortezorg.regels.regel import (
    Melding,
    Nodig,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.cijfercontrole import GRENS_KLEINE_CEL, NEDERLAND

_GETALLEN: Final = ("teller_aantal", "noemer_aantal")

_Sleutel = tuple[object, ...]


@regel(
    code="GZ-MONITOR-022",
    titel=Tekst(
        "Delen passen in het geheel, en verraden geen onderdrukt aantal",
        "Parts fit the whole, and give away no suppressed number",
    ),
    soorten=MONITORPLAN,
    bron=OPBOUW,
    versie=3,
    velden=(
        "/metingen/*/teller_aantal",
        "/metingen/*/noemer_aantal",
        "/metingen/*/onderdrukt",
    ),
    nodig=Nodig(leden=("/metingen/*/groep", "/metingen/*/gebied")),
    redenen={
        "deel_groter": Tekst(
            "Dit aantal van een deel is groter dan dat van het geheel. Verbeter een van beide.",
            "This number of a part exceeds that of the whole. Correct one of them.",
        ),
        "som_groter": Tekst(
            "De delen zijn samen groter dan dit geheel. Controleer of de groepen overlappen.",
            "Together the parts exceed this whole. Check whether the groups overlap.",
        ),
        "meer_dan_nederland": Tekst(
            "Dit aantal van een gebied is groter dan dat van Nederland. Controleer beide.",
            "This number of an area exceeds that of the Netherlands. Check both.",
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
    """A group or an area is a part of the population, so its numbers are no larger."""
    plan = w.als(Monitorplan)
    personen = {d.definitie_id for d in plan.definities if d.telt_personen}
    heel: dict[_Sleutel, tuple[int, Meting]] = {}
    delen: dict[_Sleutel, list[tuple[int, Meting]]] = {}
    for i, meting in enumerate(plan.metingen):
        sleutel = (*_waarvan(meting), gebied_van(meting))
        if meting.groep is None:
            heel.setdefault(sleutel, (i, meting))
        else:
            delen.setdefault(sleutel, []).append((i, meting))
    meldingen = list(_boven_nederland(plan.metingen))
    toegepast = bool(meldingen)
    for plek, groepen in delen.items():
        if plek not in heel:
            continue
        toegepast = True
        plaats, geheel = heel[plek]
        for naam in _GETALLEN:
            meldingen += _te_groot(naam, f"/metingen/{plaats}/{naam}", groepen, geheel)
        if geheel.teller_aantal is not None and geheel.definitie_id in personen:
            meldingen += _verraden(f"/metingen/{plaats}", groepen, geheel.teller_aantal)
    return uitslag(meldingen, toegepast)


def _waarvan(meting: Meting) -> _Sleutel:
    """Return what a part and its whole have in common, apart from the area."""
    status = meting.status if meting.status in ONAF else None
    eigen = meting.indicator_id, meting.definitie_id, meting.periode
    return *eigen, status, meting.nulmeting


def _boven_nederland(metingen: Iterable[Meting]) -> Iterator[Melding]:
    """Yield the numbers of an area above those of the country; Europe is not expected here."""
    land: dict[_Sleutel, Meting] = {}
    for meting in metingen:
        if gebied_van(meting) == NEDERLAND:
            land.setdefault((*_waarvan(meting), meting.groep), meting)
    for i, meting in enumerate(metingen):
        geheel = land.get((*_waarvan(meting), meting.groep))
        for naam in _GETALLEN if geheel is not None and meting.gebied is not None else ():
            deel, heel = getattr(meting, naam), getattr(geheel, naam)
            if deel is not None and heel is not None and deel > heel:
                yield onbeoordeeld(f"/metingen/{i}/{naam}", "meer_dan_nederland", vermoeden=True)


def _te_groot(
    naam: str, pad: str, groepen: list[tuple[int, Meting]], geheel: Meting
) -> Iterable[Melding]:
    """Return which parts exceed the whole in one of its numbers, alone or together."""
    heel = getattr(geheel, naam)
    if heel is None:
        return []
    aantallen = [(i, getattr(deel, naam) or 0) for i, deel in groepen]
    groter = [i for i, aantal in aantallen if aantal > heel]
    if groter:
        return [breuk(f"/metingen/{i}/{naam}", "deel_groter") for i in groter]
    if sum(aantal for _, aantal in aantallen) > heel:
        return [onbeoordeeld(pad, "som_groter", vermoeden=True)]
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
