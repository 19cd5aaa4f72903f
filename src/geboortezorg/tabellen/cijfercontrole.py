"""What a table of figures may not say. One list of checks, for loading and for the rules."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from geboortezorg.model.cijfers import (
    STERFTE,
    VERHOUDINGEN,
    Cijfer,
    Cijfereenheid,
    Cijfertabel,
    Definitie,
    Tijdvak,
)
from geboortezorg.tabellen.fout import Gebrek, Tabelreden
from geboortezorg.tabellen.inhoud import OMGEKEERD
from geboortezorg.tekst import Tekst, plat
from geboortezorg.tijd import Periode

GRENS_KLEINE_CEL: Final = 10
"""Numbers of persons below this are suppressed (indicator of Kansrijke Start)."""

NEDERLAND: Final = "nederland"
"""The area of which others are a part, in flat text."""


_UITLEG: Final = {
    Tabelreden.DUBBELE_DEFINITIE: Tekst(
        "deze sleutel staat al voor een definitie; geef elke definitie een eigen sleutel",
        "this key already stands for a definition; give each definition a key of its own",
    ),
    Tabelreden.ONBEKENDE_DEFINITIE: Tekst(
        "de definitie van dit cijfer staat niet in de tabel; voeg haar toe",
        "the definition of this figure is not in the table; add it",
    ),
    Tabelreden.DUBBEL_CIJFER: Tekst(
        "hetzelfde cijfer staat er al; haal een van beide weg",
        "the same figure is there already; remove one of the two",
    ),
    Tabelreden.PERIODE: OMGEKEERD,
    Tabelreden.GEEN_KALENDERJAAR: Tekst(
        "de definitie vraagt een kalenderjaar; verbeter de periode of de definitie",
        "the definition asks for a calendar year; correct the period or the definition",
    ),
    Tabelreden.BUITEN_SCHAAL: Tekst(
        "het cijfer ligt buiten de schaal van zijn eenheid; verbeter waarde of decimalen",
        "the figure lies outside the scale of its unit; correct waarde or decimalen",
    ),
}


def _gebrek(reden: Tabelreden, *pad: str | int) -> Gebrek:
    return Gebrek(pad=pad, reden=reden, uitleg=_UITLEG[reden])


def gebreken(tabel: Cijfertabel) -> Iterator[Gebrek]:
    """Yield everything that keeps a table from being used."""
    yield from dubbele_definities(tabel)
    yield from onbekende_definities(tabel)
    yield from foute_periodes(tabel)
    yield from dubbele_cijfers(tabel)
    yield from buiten_de_schaal(tabel)


def hoogste_waarde(eenheid: Cijfereenheid) -> int | None:
    """Return the largest value that a figure of this unit can have; None when there is none."""
    return {Cijfereenheid.PERCENTAGE: 100, Cijfereenheid.PER_DUIZEND: 1000}.get(eenheid)


def buiten_schaal(waarde: Fraction, eenheid: Cijfereenheid) -> bool:
    """Say whether no figure of this unit can have this value; an index can fall, not below nothing."""
    hoogste = hoogste_waarde(eenheid)
    laagste = -100 if eenheid is Cijfereenheid.INDEXPERCENTAGE else 0
    return waarde < laagste or (hoogste is not None and waarde > hoogste)


def buiten_de_schaal(tabel: Cijfertabel) -> Iterator[Gebrek]:
    """Yield each figure that lies outside the scale of its unit."""
    for i, cijfer, definitie in met_definitie(tabel):
        if buiten_schaal(cijfer.exact, definitie.eenheid):
            yield _gebrek(Tabelreden.BUITEN_SCHAAL, "cijfers", i, "waarde")


def per_sleutel(tabel: Cijfertabel) -> dict[str, Definitie]:
    """Return the definitions of a table by their key; the first of two with one key."""
    uit: dict[str, Definitie] = {}
    for definitie in tabel.definities:
        uit.setdefault(definitie.definitie_id, definitie)
    return uit


def met_definitie(tabel: Cijfertabel) -> Iterator[tuple[int, Cijfer, Definitie]]:
    """Yield each figure of which the definition is known, with its position."""
    bekend = per_sleutel(tabel)
    for i, cijfer in enumerate(tabel.cijfers):
        definitie = bekend.get(cijfer.definitie_id)
        if definitie is not None:
            yield i, cijfer, definitie


def dubbele_definities(tabel: Cijfertabel) -> Iterator[Gebrek]:
    """Yield each definition whose key stands earlier in the table."""
    gezien: set[str] = set()
    for i, definitie in enumerate(tabel.definities):
        if definitie.definitie_id in gezien:
            yield _gebrek(Tabelreden.DUBBELE_DEFINITIE, "definities", i, "definitie_id")
        gezien.add(definitie.definitie_id)


def onbekende_definities(tabel: Cijfertabel) -> Iterator[Gebrek]:
    """Yield each figure whose definition is not in the table."""
    bekend = per_sleutel(tabel)
    for i, cijfer in enumerate(tabel.cijfers):
        if cijfer.definitie_id not in bekend:
            yield _gebrek(Tabelreden.ONBEKENDE_DEFINITIE, "cijfers", i, "definitie_id")


def foute_periodes(tabel: Cijfertabel) -> Iterator[Gebrek]:
    """Yield each figure whose period is reversed, or is not what its definition says."""
    bekend = per_sleutel(tabel)
    for i, cijfer in enumerate(tabel.cijfers):
        if cijfer.periode is None:
            continue
        van, tot_en_met = cijfer.periode.van, cijfer.periode.tot_en_met
        definitie = bekend.get(cijfer.definitie_id)
        if tot_en_met < van:
            yield _gebrek(Tabelreden.PERIODE, "cijfers", i, "periode")
        elif definitie is not None and not _past_bij_tijdvak(cijfer.periode, definitie.tijdvak):
            yield _gebrek(Tabelreden.GEEN_KALENDERJAAR, "cijfers", i, "periode")


def _past_bij_tijdvak(periode: Periode, tijdvak: Tijdvak) -> bool:
    return tijdvak is not Tijdvak.KALENDERJAAR or is_kalenderjaar(periode)


def is_kalenderjaar(periode: Periode, *, jaren: bool = False) -> bool:
    """Say whether a period is one whole calendar year; with `jaren` also several of them."""
    van, tot_en_met = periode.van, periode.tot_en_met
    begin, einde = van.replace(month=1, day=1), tot_en_met.replace(month=12, day=31)
    return (van, tot_en_met) == (begin, einde) and (jaren or van.year == tot_en_met.year)


def waarvan(cijfer: Cijfer) -> tuple[object, ...]:
    """Return what a figure is of: two that are of the same say the same, or contradict."""
    gebied = plat(cijfer.gebied)
    return cijfer.definitie_id, gebied, cijfer.categorie, cijfer.periode, cijfer.status


def dubbele_cijfers(tabel: Cijfertabel) -> Iterator[Gebrek]:
    """Yield each figure that says of the same what an earlier one of the same source says."""
    gezien: set[tuple[object, ...]] = set()
    for i, cijfer in enumerate(tabel.cijfers):
        sleutel = (*waarvan(cijfer), cijfer.bron or tabel.bron)
        if sleutel in gezien:
            yield _gebrek(Tabelreden.DUBBEL_CIJFER, "cijfers", i)
        gezien.add(sleutel)


def ontbrekende_grenzen(definitie: Definitie) -> tuple[str, ...]:
    """Return the bounds that a definition on mortality must state and does not."""
    nodig = STERFTE.get(definitie.onderwerp, ())
    return tuple(naam for naam in nodig if getattr(definitie.sterftegrenzen, naam, None) is None)


def noemer_ontbreekt(definitie: Definitie) -> bool:
    """Say whether a definition gives a part without saying of what."""
    return definitie.eenheid in VERHOUDINGEN and definitie.noemer is None


def kleine_cellen(cijfer: Cijfer, definitie: Definitie) -> Iterator[str]:
    """Yield the fields of a figure on persons that hold a number too small to be shown."""
    stap = {Cijfereenheid.AANTAL: 1, Cijfereenheid.DUIZENDTAL: 1000}.get(definitie.eenheid, 0)
    # A figure that was rounded to more than the bound shows no small number.
    fijn = 0 < stap <= GRENS_KLEINE_CEL * 10**cijfer.decimalen
    if fijn and cijfer.exact * stap < GRENS_KLEINE_CEL:
        yield "waarde"
    if cijfer.teller_aantal is not None and cijfer.teller_aantal < GRENS_KLEINE_CEL:
        yield "teller_aantal"
