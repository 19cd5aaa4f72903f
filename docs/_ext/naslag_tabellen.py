"""The pages with every prestatie and amount that ships, and the summary for README.md."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from opmaak import cel, tabel, toon_bron, toon_dagen
from sjabloon import vul

from geboortezorg.geld import Percentage, toon_euro
from geboortezorg.model.prestatie import Prestatie, Prestatielijst, Regime
from geboortezorg.model.tarief import Besluitstatus, Tarief, Tarieftabel
from geboortezorg.tabellen import BekendTarief, Belemmering, Tabellen, shipped
from geboortezorg.tijd import Periode, overlappen


def _verificatie(t: Tarieftabel | Prestatielijst) -> str:
    bron = t.bron if isinstance(t, Prestatielijst) else t.tariefbeschikking.bron
    return bron.verificatie.value


def lijst_bladzijde(lijst: Prestatielijst) -> str:
    """Return the page of a list of prestaties."""
    rijen = (
        [
            f"`{p.prestatie_id}`",
            f"`{p.code}`" if p.code else "",
            p.omschrijving,
            p.omschrijving_en,
            p.eenheid,
            _dagen(p),
            toon_bron(p.bron) if p.bron else "as the list",
        ]
        for p in lijst.prestaties
    )
    return vul("prestatielijst", lijst=lijst, rijen=rijen)


def _dagen(p: Prestatie) -> str:
    return f"{p.van or '...'} t/m {p.tot_en_met or '...'}" if p.van or p.tot_en_met else ""


def _bedrag(rij: Tarief) -> str:
    return "" if rij.bedrag_eurocent is None else toon_euro(rij.bedrag_eurocent)


def tarieftabel_bladzijde(t: Tarieftabel) -> str:
    """Return the page of a table of tariffs."""
    bedragen = [
        [
            f"`{rij.prestatie_id}`",
            rij.tariefsoort,
            _bedrag(rij),
            rij.eenheid,
            toon_dagen(rij.looptijd),
            " ".join([rij.betwist or "", toon_bron(rij.bron) if rij.bron else ""]),
        ]
        for rij in t.tarieven
    ]
    opslagen = [
        [
            f"`{opslag.opslagsoort}`",
            "at most",
            Percentage.uit_basispunten(opslag.percentage_basispunten),
            "of the maximum",
            toon_dagen(opslag.looptijd),
            toon_bron(opslag.bron) if opslag.bron else "",
        ]
        for opslag in t.opslagen
    ]
    return vul("tarieftabel", t=t, besluit=t.tariefbeschikking, rijen=[*bedragen, *opslagen])


def tabellen_bladzijde() -> str:
    """Return the page from which every table is found."""
    tabellen = shipped()
    rijen: list[list[object]] = [
        [
            f"[{lijst.naam}]({lijst.naam}.md)",
            lijst.prestaties[0].regime,
            "",
            _verificatie(lijst),
            cel(lijst.bron.titel),
        ]
        for lijst in tabellen.prestatielijsten
    ]
    rijen += [
        [
            f"[{t.naam}]({t.naam}.md)",
            t.regime,
            toon_dagen(t.tariefbeschikking.looptijd),
            _verificatie(t),
            t.tariefbeschikking.titel,
        ]
        for t in tabellen.tarieftabellen
    ]
    return vul("tabellen", rijen=rijen, dekking=dekking())


_NAMEN = {
    "bestanddelen": "Contains",
    "sluit_uit": "Excludes",
    "variant_van": "Variant of",
    "fasen": "Phases",
    "wijzen_einde": "After an end by",
    "plaatsen_baring": "For a child born at",
    "zorgsoorten": "Kinds of care provider",
}


def _feiten(p: Prestatie) -> list[tuple[str, object]]:
    feiten: list[tuple[str, object]] = [
        ("NZa/Vektis code", f"`{p.code}`" if p.code else "none known"),
        ("Unit", f"`{p.eenheid}`"),
        ("Days", _dagen(p) or "not stated"),
        ("Once", "yes" if p.eenmalig else "no"),
    ]
    for veld, naam in _NAMEN.items():
        waarde = getattr(p, veld)
        if waarde:
            waarden = (waarde,) if isinstance(waarde, str) else waarde
            feiten.append((naam, ", ".join(f"`{w}`" for w in waarden)))
    return feiten


def prestatie_bladzijde(p: Prestatie, lijst: Prestatielijst) -> str:
    """Return the page of one prestatie."""
    bedragen = [
        [
            toon_dagen(rij.looptijd) or "not stated",
            _bedrag(rij.tarief),
            rij.tarief.tariefsoort,
            f"`{rij.tabel}`",
            rij.verificatie,
            " ".join([rij.belemmering or "", rij.tarief.betwist or ""]),
        ]
        for rij in shipped().tarieven_van(p.prestatie_id)
    ]
    return vul("prestatie", p=p, feiten=_feiten(p), bedragen=bedragen, bron=p.bron or lijst.bron)


def prestaties_bladzijde() -> str:
    """Return the page from which every prestatie is found."""
    tabellen = shipped()
    rijen = []
    for p in tabellen.prestaties:
        jaren = naar_jaar(tabellen.tarieven_van(p.prestatie_id), laatste_jaar(tabellen) + 1)
        rijen.append(
            [
                f"[{p.prestatie_id}]({p.prestatie_id}.md)",
                p.code or "",
                p.omschrijving_en,
                p.omschrijving,
                p.regime,
                p.eenheid,
                _reeksen(jaren),
            ]
        )
    return vul("prestaties", rijen=rijen)


def tabelbladzijden() -> dict[str, Callable[[], str]]:
    """Return every page about prestaties and tables, by its place."""
    lijsten, tabellen = shipped().prestatielijsten, shipped().tarieftabellen
    return {
        "tabellen/index.md": tabellen_bladzijde,
        **{f"tabellen/{x.naam}.md": partial(lijst_bladzijde, x) for x in lijsten},
        **{f"tabellen/{t.naam}.md": partial(tarieftabel_bladzijde, t) for t in tabellen},
        "prestaties/index.md": prestaties_bladzijde,
        **{
            f"prestaties/{p.prestatie_id}.md": partial(prestatie_bladzijde, p, lijst)
            for lijst in lijsten
            for p in lijst.prestaties
        },
    }


def laatste_jaar(tabellen: Tabellen) -> int:
    """Return the year in which the newest table was taken in."""
    opgenomen = [t.tariefbeschikking.opgenomen_op for t in tabellen.tarieftabellen]
    return max(dag.year for dag in opgenomen if dag is not None)


def _reeksen(jaren: Iterable[int]) -> str:
    """Return years as text, with adjoining years as a range."""
    uit: list[list[int]] = []
    for jaar in sorted(jaren):
        if uit and jaar == uit[-1][-1] + 1:
            uit[-1].append(jaar)
        else:
            uit.append([jaar])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}-{r[-1]}" for r in uit)


NOOIT_GEVONDEN = (Belemmering.NIET_VAN_KRACHT, Belemmering.VERVANGEN)


def naar_jaar(rijen: Iterable[BekendTarief], laatste: int) -> dict[int, list[BekendTarief]]:
    """Return the rows that a lookup can find by the years in which they apply."""
    uit: dict[int, list[BekendTarief]] = {}
    for rij in rijen:
        if rij.looptijd is None or rij.belemmering in NOOIT_GEVONDEN:
            continue
        for jaar in range(rij.looptijd.van.year, laatste + 1):
            dagen = Periode(van=date(jaar, 1, 1), tot_en_met=date(jaar, 12, 31))
            if overlappen(rij.looptijd, dagen):
                uit.setdefault(jaar, []).append(rij)
    return uit


def dekking(tabellen: Tabellen | None = None) -> str:
    """Return, per regime and year, of how many prestaties the tariff is known, and the gaps."""
    tabellen = shipped() if tabellen is None else tabellen
    dit_jaar = laatste_jaar(tabellen)
    rijen: list[list[object]] = []
    ontbreekt: list[str] = []
    for regime in Regime:
        prestaties = [p.prestatie_id for p in tabellen.prestaties if p.regime is regime]
        bekend = [rij for p in prestaties for rij in tabellen.tarieven_van(p)]
        per_jaar = naar_jaar(bekend, dit_jaar + 1)
        for jaar, gevonden in sorted(per_jaar.items()):
            kenmerken = (
                {rij.tarief.tariefsoort.value for rij in gevonden},
                {rij.verificatie.value for rij in gevonden},
                {rij.belemmering.value for rij in gevonden if rij.belemmering},
            )
            aantal = len({rij.tarief.prestatie_id for rij in gevonden})
            rijen.append(
                [
                    regime,
                    jaar,
                    f"{aantal} of {len(prestaties)}",
                    *(", ".join(sorted(kenmerk)) for kenmerk in kenmerken),
                ]
            )
        eerste = min(per_jaar, default=dit_jaar)
        leeg = sorted(set(range(eerste, dit_jaar + 1)) - set(per_jaar))
        if leeg:
            ontbreekt.append(f"- `{regime}`: {_reeksen(leeg)}")
    koppen = ["Regime", "Year", "Prestaties", "Kind", "Verification", "Some never judge"]
    return "\n".join(
        [
            tabel(koppen, rijen),
            f"No tariff is known here for these years, up to {dit_jaar}:\n",
            *ontbreekt,
            "\nPercentages on top of a maximum are known for:\n",
            *_opslagen(tabellen),
            "\nListed, but never found by a lookup:\n",
            *_nooit_gevonden(tabellen),
            "",
        ]
    )


def _opslagen(tabellen: Tabellen) -> list[str]:
    return [
        f"- `{opslag.regime}`, `{opslag.opslagsoort}`: "
        f"{toon_dagen(opslag.looptijd or t.tariefbeschikking.looptijd)}"
        f" ({(opslag.bron or t.tariefbeschikking.bron).verificatie})"
        for t in tabellen.tarieftabellen
        for opslag in t.opslagen
        if t.tariefbeschikking.status is Besluitstatus.VASTGESTELD
    ]


def _nooit_gevonden(tabellen: Tabellen) -> list[str]:
    uit: dict[str, str] = {}
    for t in tabellen.tarieftabellen:
        if t.tariefbeschikking.status is Besluitstatus.NOOIT_IN_WERKING:
            uit[t.naam] = "the decision never entered into force"
        elif t.tariefbeschikking.looptijd is None:
            uit[t.naam] = "the source states no dates"
    return [f"- `{naam}`: {reden}" for naam, reden in uit.items()]
