"""``geboortezorg tarief``: what a prestatie may cost on a day, and how well that is known."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from typing import Final

from geboortezorg.bron import Bron, Verificatie
from geboortezorg.cli.context import lees_context
from geboortezorg.cli.scherm import BEDOELD, Scherm
from geboortezorg.geld import toon_euro
from geboortezorg.model.prestatie import Prestatie
from geboortezorg.model.tarief import Tarief
from geboortezorg.regels.regel import Tekst
from geboortezorg.tabellen import (
    Antwoordstatus,
    Belemmering,
    BuitenLooptijd,
    Gevonden,
    Onbekend,
    Onbekendreden,
)
from geboortezorg.tabellen.alsjson import als_json, wijst_af
from geboortezorg.tijd import Looptijd

_BELEMMERINGEN: Final = {
    Belemmering.TARIEFSOORT_NIET_VERMELD: Tekst(
        "de bron zegt niet wat voor tarief dit is", "the source does not say what kind this is"
    ),
    Belemmering.BETWIST: Tekst("dit bedrag is twijfelachtig", "this amount is doubtful"),
    Belemmering.CONCEPT: Tekst(
        "de beschikking is nog niet vastgesteld", "the decision has not been adopted yet"
    ),
}
_TOETST_NIET: Final = Tekst(
    "{reden}; het wordt getoond, maar toetst niet", "{reden}; it is shown, but judges nothing"
)
_WIJST_AF: Final = Tekst(
    "op deze grond mag een regel afwijzen (drempel: {drempel})",
    "a rule may refuse on this ground (bar: {drempel})",
)
_WIJST_NIET_AF: Final = Tekst(
    "op deze grond wijst geen regel af (drempel: {drempel})",
    "no rule refuses on this ground (bar: {drempel})",
)
_REDENEN: Final = {
    Onbekendreden.PRESTATIE_ONBEKEND: Tekst(
        "Geen tarief: deze prestatie staat in geen van de tabellen.",
        "No tariff: this prestatie is in none of the tables.",
    ),
    Onbekendreden.GEEN_TARIEF_BEKEND: Tekst(
        "Geen tarief bekend van {prestatie} op {op}. Dat van een andere dag telt niet.",
        "No tariff known of {prestatie} on {op}. That of another day does not count.",
    ),
}
_LAATST: Final = Tekst(
    "Het vorige bekende tarief gold t/m {dag}.", "The previous known tariff applied until {dag}."
)
_EERSTVOLGEND: Final = Tekst(
    "Het eerstvolgende bekende tarief geldt vanaf {dag}.",
    "The next known tariff applies from {dag}.",
)
_BUITEN: Final = {
    Antwoordstatus.NOG_NIET_VAN_KRACHT: Tekst(
        "Geen tarief: {prestatie} bestaat pas vanaf {dag}.",
        "No tariff: {prestatie} only exists from {dag}.",
    ),
    Antwoordstatus.BEEINDIGD: Tekst(
        "Geen tarief: {prestatie} bestond t/m {dag}.", "No tariff: {prestatie} existed up to {dag}."
    ),
}
_VRIJ: Final = Tekst(
    "vrij: wat zorgaanbieder en verzekeraar afspreken", "free: what provider and insurer agree"
)
_VERVANGT: Final = Tekst("{tabel}, daar {tarief}", "{tabel}, which has {tarief}")
_T_M: Final = Tekst("{van} t/m {einde}", "{van} up to and including {einde}")
_EINDE_NIET_VERMELD: Final = Tekst(
    "{looptijd} (de laatste dag staat niet in de bron)",
    "{looptijd} (the source does not state the last day)",
)


def voer_uit(argumenten: Namespace, scherm: Scherm) -> int:
    """Show what is known; 0 when there is a tariff, 3 when there is none."""
    context = lees_context(argumenten, scherm)
    antwoord = context.tabellen.lookup(argumenten.prestatie, argumenten.op)
    bedoeld = context.tabellen.suggest(argumenten.prestatie) if antwoord.prestatie is None else ()
    if argumenten.format == "json":
        scherm.json(als_json(antwoord, argumenten.op, context.drempel, bedoeld))
    elif isinstance(antwoord, Gevonden):
        scherm.rijen(_rijen(antwoord, argumenten.op, context.drempel, scherm))
    else:
        for zin in _waarom_niet(antwoord, argumenten.op, scherm):
            scherm.toon(zin)
        if bedoeld:
            scherm.toon(scherm.tekst(BEDOELD).format(namen=", ".join(bedoeld)))
    return 0 if isinstance(antwoord, Gevonden) else 3


def _naam(prestatie: Prestatie) -> str:
    if prestatie.code is None:
        return prestatie.prestatie_id
    return f"{prestatie.prestatie_id} ({prestatie.code})"


def _rijen(
    gevonden: Gevonden, op: date, drempel: Verificatie, scherm: Scherm
) -> Iterator[tuple[Tekst, str]]:
    prestatie, tarief = gevonden.prestatie, gevonden.tarief
    omschrijving = scherm.tekst(Tekst(prestatie.omschrijving, prestatie.omschrijving_en))
    yield Tekst("prestatie", "prestatie"), f"{_naam(prestatie)}: {omschrijving}"
    yield Tekst("op", "on"), op.isoformat()
    yield Tekst("tarief", "tariff"), _bedrag(tarief, scherm)
    yield Tekst("tariefsoort", "kind"), tarief.tariefsoort.value
    if gevonden.belemmering is not None:
        reden = scherm.tekst(_BELEMMERINGEN[gevonden.belemmering])
        yield Tekst("let op", "note"), scherm.tekst(_TOETST_NIET).format(reden=reden)
    if tarief.betwist is not None:
        yield Tekst("twijfel", "doubt"), tarief.betwist
    looptijd = toon_looptijd(gevonden.looptijd, scherm)
    if not gevonden.tariefbeschikking.einde_vermeld:
        looptijd = scherm.tekst(_EINDE_NIET_VERMELD).format(looptijd=looptijd)
    yield Tekst("geldig", "valid"), looptijd
    yield Tekst("beschikking", "decision"), gevonden.tariefbeschikking.titel
    yield from bronteksten(gevonden.bron)
    yield Tekst("tabel", "table"), gevonden.tabel
    afwijzend = wijst_af(gevonden, drempel)
    if afwijzend is not None:
        tekst = _WIJST_AF if afwijzend else _WIJST_NIET_AF
        yield Tekst("afwijzen", "refusing"), scherm.tekst(tekst).format(drempel=drempel.value)
    if gevonden.vervangt is not None:
        vervangen = scherm.tekst(_VERVANGT).format(
            tabel=gevonden.vervangt.tabel, tarief=_bedrag(gevonden.vervangt.tarief, scherm)
        )
        yield Tekst("vervangt", "replaces"), vervangen


def _bedrag(tarief: Tarief, scherm: Scherm) -> str:
    if tarief.bedrag_eurocent is None:
        return scherm.tekst(_VRIJ)
    return f"{toon_euro(tarief.bedrag_eurocent)} per {tarief.eenheid}"


def _waarom_niet(antwoord: Onbekend | BuitenLooptijd, op: date, scherm: Scherm) -> Iterator[str]:
    naam = "" if antwoord.prestatie is None else _naam(antwoord.prestatie)
    if isinstance(antwoord, BuitenLooptijd):
        yield scherm.tekst(_BUITEN[antwoord.status]).format(prestatie=naam, dag=antwoord.datum)
        yield from (f"{scherm.tekst(label)}: {w}" for label, w in bronteksten(antwoord.bron))
        return
    yield scherm.tekst(_REDENEN[antwoord.reden]).format(prestatie=naam, op=op)
    for tekst, dag in (
        (_LAATST, antwoord.laatst_bekend_tot_en_met),
        (_EERSTVOLGEND, antwoord.eerstvolgend_van),
    ):
        if dag is not None:
            yield scherm.tekst(tekst).format(dag=dag)


def toon_looptijd(looptijd: Looptijd, scherm: Scherm) -> str:
    """Return a period as people write it, its last day included."""
    einde = "..." if looptijd.tot_en_met is None else looptijd.tot_en_met.isoformat()
    return scherm.tekst(_T_M).format(van=looptijd.van.isoformat(), einde=einde)


def bronteksten(bron: Bron) -> Iterator[tuple[Tekst, str]]:
    """Return what to show of a source: where it stands, what it does not say, how well verified."""
    delen = (bron.titel, bron.nummer, bron.artikel)
    yield Tekst("bron", "source"), ", ".join(deel for deel in delen if deel is not None)
    if bron.url is not None:
        yield Tekst("url", "url"), bron.url
    if bron.toelichting is not None:
        yield Tekst("toelichting", "remark"), bron.toelichting
    yield Tekst("verificatie", "verification"), bron.verificatie.value
