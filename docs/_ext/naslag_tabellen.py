"""The page with every prestatie and amount that ships, and the summary for README.md."""

from collections.abc import Iterable
from datetime import date

from opmaak import cel, tabel, toon_bron, toon_dagen

from geboortezorg.geld import Percentage, toon_euro
from geboortezorg.model.prestatie import Prestatielijst, Regime
from geboortezorg.model.tarief import Besluitstatus, Tarieftabel
from geboortezorg.tabellen import BekendTarief, Belemmering, Tabellen, shipped
from geboortezorg.tijd import Periode, overlappen

_TABELLEN = """\
# Tables

Every prestatie and every amount that ships, with its source and how well that was verified. Amounts
of years that are not listed are not known here, and are never estimated. A table of which the days
are not stated, that never entered into force, or whose rows are doubtful is shown but never used to
refuse a document.

The same tables ship as TOML in the package. [How to add your own](/how-to/own-tables.md).
"""


def _lijst(lijst: Prestatielijst) -> str:
    rijen = (
        [
            f"`{p.prestatie_id}`",
            f"`{p.code}`" if p.code else "",
            p.omschrijving,
            p.omschrijving_en,
            p.eenheid,
            f"{p.van or '...'} t/m {p.tot_en_met or '...'}" if p.van or p.tot_en_met else "",
            toon_bron(p.bron) if p.bron else "as the list",
        ]
        for p in lijst.prestaties
    )
    koppen = ["Name", "NZa/Vektis code", "Omschrijving", "Description", "Unit", "Days", "Source"]
    return f"### {lijst.naam}\n\nSource: {toon_bron(lijst.bron)}\n\n{tabel(koppen, rijen)}"


def _tarieftabel(t: Tarieftabel) -> str:
    besluit = t.tariefbeschikking
    einde = "" if besluit.einde_vermeld else " (the source does not state the end)"
    bedragen = [
        [
            f"`{rij.prestatie_id}`",
            rij.tariefsoort,
            "" if rij.bedrag_eurocent is None else toon_euro(rij.bedrag_eurocent),
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
    koppen = ["Prestatie", "Kind", "Amount", "Unit", "Days, when its own", "Remarks"]
    return "\n".join(
        [
            f"### {t.naam}\n\n{cel(besluit.titel)}\n",
            f"- Days: {toon_dagen(besluit.looptijd) or 'not stated by the source'}{einde}",
            f"- Status: `{besluit.status}`",
            f"- Source: {toon_bron(besluit.bron)}\n",
            tabel(koppen, [*bedragen, *opslagen]),
        ]
    )


def tabellen_bladzijde() -> str:
    """Return the page with every prestatie and every amount that ships."""
    tabellen = shipped()
    delen = [_TABELLEN, "## In short\n", dekking()]
    for regime in Regime:
        delen.append(f"## {regime}\n")
        delen += [
            _lijst(lijst)
            for lijst in tabellen.prestatielijsten
            if lijst.prestaties[0].regime is regime
        ]
        delen += [_tarieftabel(t) for t in tabellen.tarieftabellen if t.regime is regime]
    return "\n".join(delen)


def _reeksen(jaren: Iterable[int]) -> str:
    """Return years as text, with adjoining years as a range."""
    uit: list[list[int]] = []
    for jaar in sorted(jaren):
        if uit and jaar == uit[-1][-1] + 1:
            uit[-1].append(jaar)
        else:
            uit.append([jaar])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}-{r[-1]}" for r in uit)


_NOOIT_GEVONDEN = (Belemmering.NIET_VAN_KRACHT, Belemmering.VERVANGEN)


def _per_jaar(rijen: Iterable[BekendTarief], laatste: int) -> dict[int, list[BekendTarief]]:
    """Return the rows that a lookup can find by the years in which they apply."""
    uit: dict[int, list[BekendTarief]] = {}
    for rij in rijen:
        if rij.looptijd is None or rij.belemmering in _NOOIT_GEVONDEN:
            continue
        for jaar in range(rij.looptijd.van.year, laatste + 1):
            dagen = Periode(van=date(jaar, 1, 1), tot_en_met=date(jaar, 12, 31))
            if overlappen(rij.looptijd, dagen):
                uit.setdefault(jaar, []).append(rij)
    return uit


def dekking(tabellen: Tabellen | None = None) -> str:
    """Return, per regime and year, of how many prestaties the tariff is known, and the gaps."""
    tabellen = shipped() if tabellen is None else tabellen
    opgenomen = [t.tariefbeschikking.opgenomen_op for t in tabellen.tarieftabellen]
    dit_jaar = max(dag.year for dag in opgenomen if dag is not None)
    rijen: list[list[object]] = []
    ontbreekt: list[str] = []
    for regime in Regime:
        prestaties = [p.prestatie_id for p in tabellen.prestaties if p.regime is regime]
        bekend = [rij for p in prestaties for rij in tabellen.tarieven_van(p)]
        per_jaar = _per_jaar(bekend, dit_jaar + 1)
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
