"""What a table of figures may not say. One list of checks, for loading and for the rules."""

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from typing import Final, NamedTuple

from geboortezorg.model.cijfers import (
    STERFTE,
    VERHOUDINGEN,
    Cijfer,
    Cijfereenheid,
    Cijfertabel,
    Definitie,
    Tijdvak,
)
from geboortezorg.tekst import plat
from geboortezorg.tijd import Periode

GRENS_KLEINE_CEL: Final = 10
"""Numbers of persons below this are suppressed (indicator of Kansrijke Start)."""


class Cijferreden(StrEnum):
    """What is wrong with a table of figures."""

    DUBBELE_NAAM = "dubbele_naam"
    """Two tables have the same name."""
    DUBBELE_DEFINITIE = "dubbele_definitie"
    """One key stands for two definitions."""
    ONBEKENDE_DEFINITIE = "onbekende_definitie"
    """A figure names a definition that is not there."""
    DUBBEL_CIJFER = "dubbel_cijfer"
    """The same figure stands there twice."""
    PERIODE_OMGEKEERD = "periode_omgekeerd"
    GEEN_KALENDERJAAR = "geen_kalenderjaar"
    """The definition is about calendar years, and the period of the figure is not one."""
    BUITEN_SCHAAL = "buiten_schaal"
    """A part larger than its whole, or a number below zero."""


class Gebrek(NamedTuple):
    """One thing wrong in one table, with the place as a JSON Pointer."""

    reden: Cijferreden
    pad: str


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
    """Say whether no figure of this unit can have this value; an index can move either way."""
    hoogste = hoogste_waarde(eenheid)
    te_hoog = hoogste is not None and waarde > hoogste
    return te_hoog or (waarde < 0 and eenheid is not Cijfereenheid.INDEXPERCENTAGE)


def buiten_de_schaal(tabel: Cijfertabel) -> Iterator[Gebrek]:
    """Yield each figure that lies outside the scale of its unit."""
    bekend = per_sleutel(tabel)
    for i, cijfer in enumerate(tabel.cijfers):
        definitie = bekend.get(cijfer.definitie_id)
        if definitie is not None and buiten_schaal(cijfer.exact, definitie.eenheid):
            yield Gebrek(Cijferreden.BUITEN_SCHAAL, f"/cijfers/{i}/waarde")


def per_sleutel(tabel: Cijfertabel) -> dict[str, Definitie]:
    """Return the definitions of a table by their key; the first of two with one key."""
    uit: dict[str, Definitie] = {}
    for definitie in tabel.definities:
        uit.setdefault(definitie.definitie_id, definitie)
    return uit


def dubbele_definities(tabel: Cijfertabel) -> Iterator[Gebrek]:
    """Yield each definition whose key stands earlier in the table."""
    gezien: set[str] = set()
    for i, definitie in enumerate(tabel.definities):
        if definitie.definitie_id in gezien:
            yield Gebrek(Cijferreden.DUBBELE_DEFINITIE, f"/definities/{i}/definitie_id")
        gezien.add(definitie.definitie_id)


def onbekende_definities(tabel: Cijfertabel) -> Iterator[Gebrek]:
    """Yield each figure whose definition is not in the table."""
    bekend = per_sleutel(tabel)
    for i, cijfer in enumerate(tabel.cijfers):
        if cijfer.definitie_id not in bekend:
            yield Gebrek(Cijferreden.ONBEKENDE_DEFINITIE, f"/cijfers/{i}/definitie_id")


def foute_periodes(tabel: Cijfertabel) -> Iterator[Gebrek]:
    """Yield each figure whose period is reversed, or is not what its definition says."""
    bekend = per_sleutel(tabel)
    for i, cijfer in enumerate(tabel.cijfers):
        if cijfer.periode is None:
            continue
        van, tot_en_met = cijfer.periode.van, cijfer.periode.tot_en_met
        definitie = bekend.get(cijfer.definitie_id)
        if tot_en_met < van:
            yield Gebrek(Cijferreden.PERIODE_OMGEKEERD, f"/cijfers/{i}/periode")
        elif definitie is not None and not _past_bij_tijdvak(cijfer.periode, definitie.tijdvak):
            yield Gebrek(Cijferreden.GEEN_KALENDERJAAR, f"/cijfers/{i}/periode")


def _past_bij_tijdvak(periode: Periode, tijdvak: Tijdvak) -> bool:
    return tijdvak is not Tijdvak.KALENDERJAAR or is_kalenderjaar(periode)


def is_kalenderjaar(periode: Periode, *, jaren: bool = False) -> bool:
    """Say whether a period is one whole calendar year; with `jaren` also several of them."""
    van, tot_en_met = periode.van, periode.tot_en_met
    begin, einde = van.replace(month=1, day=1), tot_en_met.replace(month=12, day=31)
    return (van, tot_en_met) == (begin, einde) and (jaren or van.year == tot_en_met.year)


def dubbele_cijfers(tabel: Cijfertabel) -> Iterator[Gebrek]:
    """Yield each figure that says of the same what an earlier one of the same source says."""
    gezien: set[tuple[object, ...]] = set()
    for i, cijfer in enumerate(tabel.cijfers):
        sleutel = (
            cijfer.definitie_id,
            plat(cijfer.gebied),
            cijfer.categorie,
            cijfer.periode,
            cijfer.status,
            cijfer.bron or tabel.bron,
        )
        if sleutel in gezien:
            yield Gebrek(Cijferreden.DUBBEL_CIJFER, f"/cijfers/{i}")
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
    if definitie.eenheid is Cijfereenheid.AANTAL and cijfer.exact < GRENS_KLEINE_CEL:
        yield "waarde"
    if cijfer.teller_aantal is not None and cijfer.teller_aantal < GRENS_KLEINE_CEL:
        yield "teller_aantal"
