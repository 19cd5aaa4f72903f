"""A table to fill in: every prestatie of a regime in one year, with what is known filled in.

What is not known stands there as ``?``. A table with a ``?`` in it is refused, with the line or
row of each, so nothing can be taken for an amount that nobody entered.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import Final, final

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.bevroren import bevroren
from geboortezorg.convert import destructureer
from geboortezorg.geld import schrijf_euro, toon_euro
from geboortezorg.model.prestatie import Prestatie, Regime
from geboortezorg.model.tarief import Besluitstatus, Tariefsoort
from geboortezorg.tabellen.antwoord import (
    BekendTarief,
    Belemmering,
    BuitenLooptijd,
    Gevonden,
    Tariefantwoord,
)
from geboortezorg.tabellen.oningevuld import OPEN
from geboortezorg.tabellen.tabellen import Tabellen
from geboortezorg.tekst import Tekst, TekstFout
from geboortezorg.tijd import EERSTE_DATUM, LAATSTE_DATUM, Periode

_GEEN_JAAR: Final = Tekst(
    "een jaar ligt van {eerste} tot en met {laatste}",
    "a year lies from {eerste} up to and including {laatste}",
)
_KOP: Final = Tekst(
    """\
# Tarieven {regime} {jaar}. Vul elke "?" in. Haal het hele blok weg van een prestatie waarvan u
# geen tarief hebt. Bedragen zijn hele eurocenten: {voorbeeld} is 1234.
# Daarna: geboortezorg tabel controleer BESTAND
""",
    """\
# Tariffs {regime} {jaar}. Fill in every "?". Take away the whole block of a prestatie of which you
# have no tariff. Amounts are whole eurocents: {voorbeeld} is 1234.
# Then: geboortezorg tabel controleer FILE
""",
)
_TITEL: Final = Tekst(
    "Tarieven {regime} {jaar}, eigen opgave", "Tariffs {regime} {jaar}, own table"
)
_BRON: Final = Tekst("waar de bedragen staan", "where the amounts stand")
_VERIFICATIE: Final = Tekst(
    "officieel: u las de beschikking zelf; bevestigd: twee andere bronnen; secundair: een",
    "officieel: you read the decision itself; bevestigd: two other sources; secundair: one",
)
_SOORTEN: Final = Tekst(
    "maximum, vast, vrij (zonder bedrag), opslag of eigen_bijdrage",
    "maximum, vast, vrij (without amount), opslag or eigen_bijdrage",
)
_BEKEND: Final = Tekst("vanaf {van} was het {bedrag}", "from {van} it was {bedrag}")
_NOOIT: Final = Tekst(
    """\
# Van deze prestaties is nooit een tarief gezien. Haal de hekjes weg van wat u hebt.
""",
    """\
# Of these prestaties no tariff was ever seen. Take away the hashes of what you have.
""",
)


_BRUIKBAAR: Final = (None, Belemmering.CONCEPT, Belemmering.BETWIST)


@final
@bevroren
class _Rij:
    """One amount to enter, or one that is known."""

    prestatie: Prestatie
    dagen: Periode
    bekend: Gevonden | None
    ander: BekendTarief | None
    """The tariff of another time, which says of what kind the amount will be."""

    @property
    def tariefsoort(self) -> str:
        soort = self.bekend or self.ander
        return OPEN if soort is None else soort.tarief.tariefsoort.value

    @property
    def bedrag(self) -> int | str | None:
        """Return the amount; None where there is none, because the tariff is free."""
        if self.bekend is not None:
            return self.bekend.tarief.bedrag_eurocent
        return None if self.tariefsoort == Tariefsoort.VRIJ else OPEN


def template_toml(tabellen: Tabellen, regime: Regime, jaar: int, *, taal: str = "nl") -> str:
    """Return a TOML file of soort `tarieftabel` to fill in, for one regime and year.

    What `tabellen` knows of that year is filled in with its source; what an own table knows is
    left out, because two own tables may not share a day. Comments are Dutch, or English when
    `taal` is ``en``.
    """

    def zeg(tekst: Tekst, *delen: str, **waarden: str) -> str:
        return tekst.in_taal(taal).format(*delen, **waarden)

    regime, heel = Regime(regime), _heel_jaar(jaar)
    kop = {"regime": regime.value, "jaar": str(jaar)}
    uit = [
        zeg(_KOP, voorbeeld=toon_euro(1234), **kop),
        f'soort = "tarieftabel"\nschema_versie = "{SCHEMA_VERSIE}"',
        f'naam = "{_naam(regime, jaar)}"\nregime = "{regime.value}"\n',
        "[tariefbeschikking]",
        f'titel = "{zeg(_TITEL, **kop)}"\nstatus = "{Besluitstatus.VASTGESTELD.value}"',
        f"looptijd = {{ van = {heel.van}, tot_en_met = {heel.tot_en_met} }}\n",
        "[tariefbeschikking.bron]",
        f'titel = "{OPEN}"  # {zeg(_BRON)}\nverificatie = "{OPEN}"  # {zeg(_VERIFICATIE)}\n',
    ]
    rijen, nooit = _rijen(tabellen, regime, heel)
    uit += [_blok(rij, heel, zeg) for rij in rijen]
    if nooit:
        uit.append(zeg(_NOOIT))
    for rij in nooit:
        uit.append("".join(f"# {r}".rstrip() + "\n" for r in _blok(rij, heel, zeg).splitlines()))
    return "\n".join(uit)


def template_csv(tabellen: Tabellen, regime: Regime, jaar: int, *, taal: str = "nl") -> str:
    """Return the same as CSV, with amounts in euros; a column with a ``#`` is only for reading.

    Semicolons, as spreadsheets with Dutch settings expect. What is said of the whole table stands
    in the first row alone.
    """
    regime, heel = Regime(regime), _heel_jaar(jaar)
    titel = _TITEL.in_taal(taal).format(regime=regime.value, jaar=jaar)
    tabel = {
        "naam": _naam(regime, jaar),
        "regime": regime.value,
        "tariefbeschikking.titel": titel,
        "tariefbeschikking.status": Besluitstatus.VASTGESTELD.value,
        "tariefbeschikking.looptijd.van": heel.van.isoformat(),
        "tariefbeschikking.looptijd.tot_en_met": heel.tot_en_met.isoformat(),
        "tariefbeschikking.bron.titel": OPEN,
        "tariefbeschikking.bron.verificatie": OPEN,
    }
    rijen, nooit = _rijen(tabellen, regime, heel)
    cellen = [_cellen(rij, heel, taal) for rij in (*rijen, *nooit)]
    if cellen:
        cellen[0] |= tabel
    bron = dict.fromkeys(naam for rij in cellen for naam in rij if naam.startswith("bron."))
    vast = ("prestatie_id", "#code", "#omschrijving", "tariefsoort", "eenheid", "bedrag_euro")
    looptijd = ("looptijd.van", "looptijd.tot_en_met")
    tekst = io.StringIO(newline="")
    schrijver = csv.DictWriter(tekst, (*vast, *looptijd, *bron, *tabel), delimiter=";")
    schrijver.writeheader()
    schrijver.writerows(cellen)
    return tekst.getvalue()


def _naam(regime: Regime, jaar: int) -> str:
    return f"eigen-{regime.value.replace('_', '-')}-{jaar}"


def _heel_jaar(jaar: int) -> Periode:
    if not EERSTE_DATUM.year <= jaar <= LAATSTE_DATUM.year:
        raise TekstFout(_GEEN_JAAR, eerste=EERSTE_DATUM.year, laatste=LAATSTE_DATUM.year)
    return Periode(van=date(jaar, 1, 1), tot_en_met=date(jaar, 12, 31))


def _rijen(tabellen: Tabellen, regime: Regime, heel: Periode) -> tuple[list[_Rij], list[_Rij]]:
    """Return the rows to write, and apart from them those of which no tariff was ever seen."""
    rijen: list[_Rij] = []
    nooit: list[_Rij] = []
    for prestatie in tabellen.prestaties:
        if prestatie.regime is regime:
            bekend = bool(tabellen.tarieven_van(prestatie.prestatie_id))
            (rijen if bekend else nooit).extend(_van_prestatie(tabellen, prestatie, heel))
    return rijen, nooit


def _van_prestatie(tabellen: Tabellen, prestatie: Prestatie, heel: Periode) -> Iterator[_Rij]:
    """Yield a row for each part of the year on which the answer is the same."""
    naam = prestatie.prestatie_id
    dagen = [heel.van + timedelta(days=i) for i in range(heel.dagen)]
    for _, groep in groupby(dagen, key=lambda dag: _antwoord(tabellen.lookup(naam, dag))):
        deel = list(groep)
        antwoord = tabellen.lookup(naam, deel[0])
        bekend = antwoord if isinstance(antwoord, Gevonden) else None
        if isinstance(antwoord, BuitenLooptijd) or (bekend is not None and bekend.eigen):
            continue
        yield _Rij(
            prestatie,
            Periode(van=deel[0], tot_en_met=deel[-1]),
            bekend if bekend is not None and bekend.toetsbaar else None,
            _ander(tabellen, naam, deel[0]),
        )


def _antwoord(tariefantwoord: Tariefantwoord) -> object:
    """Return what makes two days alike: the same row, or as little known of both."""
    if isinstance(tariefantwoord, Gevonden) and tariefantwoord.toetsbaar:
        return (tariefantwoord.tabel, tariefantwoord.looptijd.van)
    if isinstance(tariefantwoord, Gevonden) and tariefantwoord.eigen:
        return tariefantwoord.status
    return isinstance(tariefantwoord, BuitenLooptijd)


def _ander(tabellen: Tabellen, naam: str, dag: date) -> BekendTarief | None:
    """Return the last tariff of a known kind before a day; else the first after it."""
    eerste = laatste = None
    for rij in tabellen.tarieven_van(naam):
        if rij.belemmering in _BRUIKBAAR and rij.looptijd is not None:
            eerste = eerste or rij
            laatste = rij if rij.looptijd.van < dag else laatste
    return laatste or eerste


def _looptijd(rij: _Rij, heel: Periode) -> dict[str, str]:
    if rij.dagen == heel:
        return {}
    return {"van": rij.dagen.van.isoformat(), "tot_en_met": rij.dagen.tot_en_met.isoformat()}


def _blok(rij: _Rij, heel: Periode, zeg: Callable[..., str]) -> str:
    """Return the TOML of one row, below a comment that says which prestatie it is."""
    prestatie = rij.prestatie
    code = "" if prestatie.code is None else f" ({prestatie.code})"
    uitleg = zeg(Tekst("{0}", "{1}"), *_namen(prestatie))
    soort = f"  # {zeg(_SOORTEN)}" if rij.tariefsoort == OPEN else ""
    uit = [
        f"# {uitleg}{code}",
        "[[tarieven]]",
        f"prestatie_id = {_tekst(prestatie.prestatie_id)}",
        f"tariefsoort = {_tekst(rij.tariefsoort)}{soort}",
        f"eenheid = {_tekst(prestatie.eenheid.value)}",
    ]
    if rij.bedrag == OPEN:
        uit.append(f"bedrag_eurocent = {_tekst(OPEN)}{_wenk(rij.ander, zeg)}")
    elif rij.bedrag is not None:
        uit.append(f"bedrag_eurocent = {rij.bedrag}")
    looptijd = _looptijd(rij, heel)
    if looptijd:
        uit.append(
            f"looptijd = {{ van = {looptijd['van']}, tot_en_met = {looptijd['tot_en_met']} }}"
        )
    if rij.bekend is not None:
        leden = destructureer(rij.bekend.bron).items()
        uit += ["[tarieven.bron]", *(f"{naam} = {_tekst(waarde)}" for naam, waarde in leden)]
    return "\n".join([*uit, ""])


def _wenk(ander: BekendTarief | None, zeg: Callable[..., str]) -> str:
    """Return a comment with the amount of another time, so that a slip is seen at once."""
    if ander is None or ander.looptijd is None or ander.tarief.bedrag_eurocent is None:
        return ""
    return "  # " + zeg(
        _BEKEND, van=str(ander.looptijd.van), bedrag=toon_euro(ander.tarief.bedrag_eurocent)
    )


def _cellen(rij: _Rij, heel: Periode, taal: str) -> dict[str, str]:
    bedrag = rij.bedrag
    uit = {
        "prestatie_id": rij.prestatie.prestatie_id,
        "#code": rij.prestatie.code or "",
        "#omschrijving": _namen(rij.prestatie)[taal == "en"],
        "tariefsoort": rij.tariefsoort,
        "eenheid": rij.prestatie.eenheid.value,
        "bedrag_euro": schrijf_euro(bedrag) if isinstance(bedrag, int) else bedrag or "",
    }
    uit |= {f"looptijd.{naam}": dag for naam, dag in _looptijd(rij, heel).items()}
    if rij.bekend is not None:
        uit |= {f"bron.{n}": str(w) for n, w in destructureer(rij.bekend.bron).items()}
    return uit


def _namen(prestatie: Prestatie) -> tuple[str, str]:
    """Return the descriptions in Dutch and English, each on one line."""
    nl, en = prestatie.omschrijving, prestatie.omschrijving_en
    return " ".join(nl.split()), " ".join(en.split())


def _tekst(tekst: str) -> str:
    """Return a text of a model as TOML writes it, which is how JSON does."""
    return json.dumps(tekst, ensure_ascii=False)
