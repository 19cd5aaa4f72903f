"""Amounts over the years, and of how many the amount is known."""

from collections.abc import Sequence
from datetime import date

from naslag_tabellen import NOOIT_GEVONDEN, laatste_jaar, naar_jaar

from geboortezorg.bron import Verificatie
from geboortezorg.cli.uitvoer.svg import Plaat, Vak, lijn, schrift, streep, vak
from geboortezorg.geld import toon_euro
from geboortezorg.model.prestatie import Regime
from geboortezorg.tabellen import BekendTarief, Tabellen, shipped
from geboortezorg.tijd import dagen_tussen

_SOORTEN = ("official", "confirmed", "secondary", "does not judge", "not known here")
"""How well an amount is known, from well to not at all."""
_KLASSEN = ("gz-vol", "gz-half", "gz-streepvak", "gz-open", "gz-leeg")
_VAN = {Verificatie.OFFICIEEL: 0, Verificatie.BEVESTIGD: 1}


def _soort(rij: BekendTarief) -> int:
    """Return how well a row is known, as a position in the list."""
    return 3 if rij.belemmering is not None else _VAN.get(rij.verificatie, 2)


def _blok(naam: str, plaats: Vak, soort: int, uitleg: str = "") -> str:
    vulling = streep(naam) if soort == 2 else ""
    return vak(plaats, _KLASSEN[soort], uitleg, vulling)


def legenda(naam: str, y: float, soorten: Sequence[int] = range(5)) -> str:
    """Return the key to how well amounts are known."""
    uit, x = "", 60.0
    for soort in soorten:
        uit += _blok(naam, Vak(x, y - 10, 22, 12), soort)
        uit += schrift(_SOORTEN[soort], x + 28, y)
        x += 52 + 6.2 * len(_SOORTEN[soort])
    return uit


def tarieven(prestatie_id: str, tabellen: Tabellen | None = None) -> Plaat:
    """Draw the amounts of a prestatie over the years; what is not known stays open."""
    tabellen = shipped() if tabellen is None else tabellen
    naam = f"tarieven-{prestatie_id}"
    rijen = [
        (rij.looptijd, rij.tarief.bedrag_eurocent, rij)
        for rij in tabellen.tarieven_van(prestatie_id)
        if rij.looptijd is not None
        and rij.tarief.bedrag_eurocent is not None
        and rij.belemmering not in NOOIT_GEVONDEN
    ]
    grens = laatste_jaar(tabellen) + 1
    begin = min((dagen.van.year for dagen, _, _ in rijen), default=grens - 1)
    eerste, laatste = date(begin, 1, 1), date(max(grens, begin + 1), 1, 1)
    hoogste = max((bedrag for _, bedrag, _ in rijen), default=0) or 1
    breedte, hoogte = 720.0, 150.0
    links, boven = 72.0, 24.0
    per_dag = (breedte - links - 10) / dagen_tussen(eerste, laatste)
    bodem = boven + hoogte

    def plek(dag: date) -> float:
        return links + per_dag * dagen_tussen(eerste, min(max(dag, eerste), laatste))

    uit, bekend = "", set[int]()
    for dagen, bedrag, rij in rijen:
        x = plek(dagen.van)
        eind = laatste if dagen.tot_en_met is None else dagen.tot_en_met
        breed = max(plek(eind) - x, 2.0)
        hoog = hoogte * bedrag / hoogste
        uitleg = f"{dagen.van} t/m {dagen.tot_en_met or '...'}: {toon_euro(bedrag)}"
        uitleg += f", {rij.tarief.tariefsoort}, {rij.verificatie}"
        uit += _blok(naam, Vak(x + 1, bodem - hoog, max(breed - 2, 1), hoog), _soort(rij), uitleg)
        kort = toon_euro(bedrag).removeprefix("€ ")
        if breed > 6 * len(kort):
            uit += schrift(kort, x + breed / 2, bodem - hoog - 5, "gz-klein", "middle")
    stap = 1 if laatste.year - begin < 14 else 2
    for jaar in range(begin, laatste.year):
        van, tot = plek(date(jaar, 1, 1)), plek(date(jaar + 1, 1, 1))
        if (jaar - begin) % stap == 0:
            uit += schrift(jaar, van + 2, bodem + 16, "gz-klein gz-zacht")
        gevonden = [rij for dagen, _, rij in rijen if _raakt(dagen.van, dagen.tot_en_met, jaar)]
        bekend |= {_soort(rij) for rij in gevonden}
        if not gevonden:
            bekend.add(4)
            uitleg = f"{jaar}: not known here"
            uit += _blok(naam, Vak(van + 1, bodem - 10, tot - van - 2, 10), 4, uitleg)
    uit += lijn([(links, bodem), (breedte - 10, bodem)], "gz-as")
    uit += schrift(toon_euro(hoogste), links - 6, boven + 4, "gz-klein gz-zacht", "end")
    uit += schrift(toon_euro(0), links - 6, bodem, "gz-klein gz-zacht", "end")
    uit += legenda(naam, bodem + 42, sorted(bekend))
    return Plaat(
        naam=naam,
        titel=f"{prestatie_id}: what it cost, as far as that is known",
        omschrijving=(
            "A bar for each period of which the amount is known here, as high as the amount. How "
            "it is filled says how well it was verified. A year without a bar is not known here; "
            "it is never estimated. The same stands in the table below."
        ),
        breedte=breedte,
        hoogte=bodem + 52,
        inhoud=uit,
    )


def _raakt(van: date, tot_en_met: date | None, jaar: int) -> bool:
    return van.year <= jaar and (tot_en_met is None or jaar <= tot_en_met.year)


def _verdeling(rijen: Sequence[BekendTarief], aantal: int) -> list[int]:
    """Return of how many prestaties an amount is known how well; the last is of how many not."""
    beste: dict[str, int] = {}
    for rij in rijen:
        prestatie = rij.tarief.prestatie_id
        beste[prestatie] = min(_soort(rij), beste.get(prestatie, 4))
    uit = [sum(soort == n for soort in beste.values()) for n in range(4)]
    return [*uit, aantal - sum(uit)]


def dekking(tabellen: Tabellen | None = None) -> Plaat:
    """Draw, for each regime and year, of which part of the prestaties the amount is known."""
    tabellen = shipped() if tabellen is None else tabellen
    naam, links, rij_hoog = "dekking", 215.0, 34.0
    grens = laatste_jaar(tabellen) + 1
    bekend: dict[Regime, tuple[int, dict[int, list[BekendTarief]]]] = {}
    for regime in Regime:
        prestaties = [p.prestatie_id for p in tabellen.prestaties if p.regime is regime]
        rijen = [rij for p in prestaties for rij in tabellen.tarieven_van(p)]
        if prestaties:
            bekend[regime] = len(prestaties), naar_jaar(rijen, grens)
    jaren = [jaar for _, per in bekend.values() for jaar in per]
    alle = range(min(jaren, default=grens - 1), grens + 1)
    breed = (900.0 - links) / len(alle)
    uit, cijfers = "", []
    for nummer, jaar in enumerate(alle):
        if nummer % 2 == 0:
            uit += schrift(jaar, links + nummer * breed + breed / 2, 14, "gz-klein", "middle")
    for rijnummer, (regime, (aantal, per)) in enumerate(bekend.items()):
        y = 26 + rijnummer * rij_hoog
        uit += schrift(regime, links - 8, y + 15, "gz-code", "end")
        for nummer, jaar in enumerate(alle):
            verdeeld = _verdeling(per.get(jaar, ()), aantal)
            x = links + nummer * breed + 1
            uitleg = ", ".join(f"{n} {_SOORTEN[s]}" for s, n in enumerate(verdeeld) if n)
            for soort, n in enumerate(verdeeld):
                deel = (breed - 2) * n / aantal
                if n:
                    plaats = Vak(x, y, deel, rij_hoog - 14)
                    uit += _blok(naam, plaats, soort, f"{regime} {jaar}: {uitleg}")
                x += deel
            telling = aantal - verdeeld[4]
            if telling:
                midden = links + nummer * breed + breed / 2
                uit += schrift(
                    f"{telling}/{aantal}", midden, y + rij_hoog - 4, "gz-klein gz-zacht", "middle"
                )
                cijfers.append((regime, jaar, *verdeeld))
    onder = 26 + len(bekend) * rij_hoog
    return Plaat(
        naam=naam,
        titel="Of which prestaties the amount is known, by regime and year",
        omschrijving=(
            "A bar for each regime and year: how much of it is filled says of which part of the "
            "prestaties an amount is known here, and how it is filled how well that was verified. "
            "Below it stands the number."
        ),
        breedte=900.0,
        hoogte=onder + 30,
        inhoud=uit + legenda(naam, onder + 20),
        koppen=("Regime", "Year", *(soort.capitalize() for soort in _SOORTEN)),
        rijen=tuple(cijfers),
    )
