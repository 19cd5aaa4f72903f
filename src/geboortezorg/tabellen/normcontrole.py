"""Whether tables of norms can be used together, and beside those that they go before."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Final

from geboortezorg.model.norm import Norm, Normeenheid, Normtabel, Normwaarde
from geboortezorg.tabellen.fout import Melding, Pad, Tabelreden
from geboortezorg.tabellen.herkomst import Herkomst
from geboortezorg.tekst import Tekst
from geboortezorg.tijd import EERSTE_DATUM, LAATSTE_DATUM

Bij = tuple[Normtabel, Herkomst]
"""A table, and where it comes from."""

_WAT: Final = {
    Tabelreden.DUBBELE_NAAM: Tekst(
        "een andere normtabel heeft deze naam al; geef haar een eigen naam",
        "another normtabel has this name already; give it a name of its own",
    ),
    Tabelreden.DUBBELE_CODE: Tekst(
        "deze sleutel staat er twee keer; elke waarde heeft een eigen sleutel",
        "this sleutel stands there twice; every value has its own",
    ),
    Tabelreden.PERIODE: Tekst(
        "de laatste dag ligt voor de eerste; verbeter een van beide",
        "the last day lies before the first; correct one of the two",
    ),
    Tabelreden.OVERLAP: Tekst(
        "dezelfde norm geldt al op deze dagen; laat de vorige eerder eindigen",
        "the same norm applies on these days already; let the one before end earlier",
    ),
    Tabelreden.WAARDE_ONTBREEKT: Tekst(
        "een waarde van de meegeleverde norm ontbreekt; neem ze alle over",
        "a value of the shipped norm is missing; take all of them over",
    ),
    Tabelreden.EENHEID: Tekst(
        "de meegeleverde norm heeft hier een andere eenheid; reken de waarde om",
        "the shipped norm has another unit here; convert the value",
    ),
    Tabelreden.BREUK: Tekst(
        "de meegeleverde norm heeft hier een geheel getal; laat noemer weg",
        "the shipped norm has a whole number here; leave noemer out",
    ),
    Tabelreden.BUITEN_SCHAAL: Tekst(
        "deze waarde is negatief, of duurt langer dan van de eerste tot de laatste datum die een "
        "document kan hebben; verbeter haar",
        "this value is negative, or lasts longer than from the first to the last date that a "
        "document can have; correct it",
    ),
}

_MAAND: Final = timedelta(weeks=4)
_DUUR: Final = {
    Normeenheid.MINUUT: timedelta(minutes=1),
    Normeenheid.UUR: timedelta(hours=1),
    Normeenheid.DAG: timedelta(days=1),
    Normeenheid.WEEK: timedelta(weeks=1),
    Normeenheid.MAAND: _MAAND,
    Normeenheid.JAAR: 12 * _MAAND,
}
"""How long a unit lasts at least; the others are no time."""
_LANGST: Final = LAATSTE_DATUM - EERSTE_DATUM
"""No rule can count further: a day so much earlier or later than a date still is a day."""


def past_niet(norm: Norm, onder: Sequence[Norm]) -> Iterator[tuple[Pad, Tabelreden]]:
    """Yield where a row lacks what every row underneath has, or has it in another measure.

    A value that may be left out need not be there.
    """
    bekend = [{waarde.sleutel: waarde for waarde in ander.waarden} for ander in onder]
    nodig = [{sleutel for sleutel, w in rij.items() if not w.facultatief} for rij in bekend]
    if nodig and set.intersection(*nodig) - {waarde.sleutel for waarde in norm.waarden}:
        yield ("waarden",), Tabelreden.WAARDE_ONTBREEKT
    for plaats, waarde in enumerate(norm.waarden):
        anders = [rij[waarde.sleutel] for rij in bekend if waarde.sleutel in rij]
        if any(ander.eenheid is not waarde.eenheid for ander in anders):
            yield ("waarden", plaats, "eenheid"), Tabelreden.EENHEID
        elif waarde.waarde % waarde.noemer and any(a.waarde % a.noemer == 0 for a in anders):
            yield ("waarden", plaats, "noemer"), Tabelreden.BREUK


def gebreken(tabellen: Iterable[Bij]) -> Iterator[Melding]:
    """Yield what is wrong with tables by themselves."""
    namen: set[str] = set()
    for tabel, plek in tabellen:
        if tabel.naam in namen:
            yield melding(plek, ("naam",), Tabelreden.DUBBELE_NAAM)
        namen.add(tabel.naam)
        for i, norm in enumerate(tabel.normen):
            van, einde = norm.van, norm.tot_en_met
            if van is not None and einde is not None and van > einde:
                yield melding(plek, ("normen", i, "tot_en_met"), Tabelreden.PERIODE)
            gezien: set[str] = set()
            for j, waarde in enumerate(norm.waarden):
                if waarde.sleutel in gezien:
                    pad = ("normen", i, "waarden", j, "sleutel")
                    yield melding(plek, pad, Tabelreden.DUBBELE_CODE)
                gezien.add(waarde.sleutel)
                if _buiten_schaal(waarde):
                    pad = ("normen", i, "waarden", j, "waarde")
                    yield melding(plek, pad, Tabelreden.BUITEN_SCHAAL)


def _buiten_schaal(waarde: Normwaarde) -> bool:
    """Say whether no bound can be so: no rule could count with it."""
    duur = _DUUR.get(waarde.eenheid)
    te_lang = duur is not None and waarde.waarde > waarde.noemer * (_LANGST // duur)
    return waarde.waarde < 0 or te_lang


def melding(plek: Herkomst, pad: Pad, reden: Tabelreden) -> Melding:
    """Return what is said of a place in a table."""
    return plek.melding(reden, _WAT[reden], pad)
