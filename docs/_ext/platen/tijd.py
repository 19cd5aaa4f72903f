"""What happens when: a dossier, and who pays the work of a VSV."""

from datetime import date
from pathlib import Path

import geboortezorg
from geboortezorg.berekening.bekostiging.financiering import TIJDVAKKEN
from geboortezorg.cli.uitvoer.svg import Plaat, Vak, lijn, schrift, streep, vak
from geboortezorg.cli.uitvoer.tijdlijn import tijdlijn
from geboortezorg.model.dossier import Dossier
from geboortezorg.tabellen.normen import normen
from geboortezorg.tekst import Tekst
from geboortezorg.tijd import EERSTE_DATUM, dagen_tussen

_VOORBEELDEN = Path(__file__).resolve().parents[3] / "voorbeelden"

_BETALERS = {
    "zonmw": Tekst("ZonMw: invoering van het basiskader", "ZonMw: introducing the basiskader"),
    "programma_babyconnect": Tekst("programma Babyconnect", "the programme Babyconnect"),
    "overgangssteun_dig": Tekst("overgangssteun voor DIG", "transitional support for DIG"),
    "structureel": Tekst(
        "zorgverzekeraars: lumpsum voor het VSV", "insurers: a lumpsum for the VSV"
    ),
    "veld": Tekst("het veld: DIG en Blinkz", "the field: DIG and Blinkz"),
}


def dossier(bestand: str) -> Plaat:
    """Draw an example, by its name in the folder of examples."""
    gelezen = geboortezorg.load((_VOORBEELDEN / f"{bestand}.json").read_bytes(), Dossier)
    getekend = tijdlijn(gelezen, geboortezorg.validate(gelezen), "en", bestand.replace("/", "-"))
    if getekend is None:
        raise ValueError(f"{bestand} has no days")
    return getekend


def bekostiging(taal: str = "en") -> Plaat:
    """Draw who pays what over which days, as far as a source states them."""

    def zeg(tekst: Tekst) -> str:
        return tekst.en if taal == "en" else tekst.nl

    naam, links, rij_hoog = f"bekostiging-{taal}", 275.0, 34.0
    inkoop, aanwijzing = (
        normen().norm(f"vsv-{wat}").norm.van or EERSTE_DATUM for wat in ("inkoop", "aanwijzing")
    )
    eerste, laatste = date(inkoop.year - 3, 1, 1), date(inkoop.year + 3, 1, 1)
    per_dag = (760.0 - links - 10) / dagen_tussen(eerste, laatste)

    def plek(dag: date) -> float:
        return links + per_dag * dagen_tussen(eerste, min(max(dag, eerste), laatste))

    bodem = 30 + len(_BETALERS) * rij_hoog
    uit, cijfers = "", []
    for jaar in range(eerste.year, laatste.year):
        x = plek(date(jaar, 1, 1))
        uit += lijn([(x, 20), (x, bodem)], "gz-as")
        uit += schrift(jaar, x + per_dag * 182, 14, "gz-klein", "middle")
    for soort, tijdvak in TIJDVAKKEN.items():
        if soort.value not in _BETALERS:
            continue
        y = 30 + list(_BETALERS).index(soort.value) * rij_hoog
        van = tijdvak.van.datum if tijdvak.van else None
        tot = tijdvak.tot_en_met.datum if tijdvak.tot_en_met else None
        wie = zeg(_BETALERS[soort.value])
        begin, eind = plek(van or eerste), plek(tot or laatste)
        if tijdvak.mogelijk_van is not None:
            eerder = plek(tijdvak.mogelijk_van.datum)
            plaats = Vak(eerder, y, begin - eerder, 20)
            uit += vak(plaats, "gz-streepvak", f"{tijdvak.mogelijk_van.datum}", streep(naam))
        klasse = "gz-vol" if van is not None and van >= inkoop else "gz-half"
        uitleg = f"{wie}: {van or '...'} t/m {tot or '...'}"
        uit += vak(Vak(begin, y, eind - begin, 20), klasse, uitleg)
        uit += schrift(wie, links - 10, y + 14, "", "end")
        bron = next(g.bron for g in (tijdvak.van, tijdvak.tot_en_met) if g is not None)
        cijfers.append(
            (wie, van or "...", tot or "...", bron.artikel or bron.titel, bron.verificatie)
        )
    for hoog, dag, wat in (
        (1, aanwijzing, Tekst("eerste dag voor de aanwijzing", "first day for the aanwijzing")),
        (2, inkoop, Tekst("VSV in te kopen", "a VSV can be purchased")),
    ):
        x = plek(dag)
        uit += lijn([(x, 20), (x, bodem + hoog * 18 - 10)], "gz-grens")
        uit += schrift(f"{dag}: {zeg(wat)}", x + 5, bodem + hoog * 18 - 5, "gz-dik")
    return Plaat(
        naam=naam,
        titel=zeg(
            Tekst(
                f"Wie het werk van een VSV betaalt, voor en na {inkoop}",
                f"Who pays the work of a VSV, before and after {inkoop}",
            )
        ),
        omschrijving=zeg(
            Tekst(
                "Een balk per betaler over de dagen die een bron noemt. Voor de inkoop door "
                "zorgverzekeraars zijn het subsidies met een einde (licht), daarna structurele "
                "betaling (vol). Gestreept: een eerder begin dat een zwakkere bron noemt.",
                "A bar for each payer over the days that a source states. Before insurers purchase "
                "it is subsidies that end (light), after that it is structural (solid). Hatched: an "
                "earlier begin that a weaker source names.",
            )
        ),
        breedte=760.0,
        hoogte=bodem + 42,
        inhoud=uit,
        koppen=tuple(
            map(
                zeg,
                (
                    Tekst("Wie", "Who"),
                    Tekst("Eerste dag", "First day"),
                    Tekst("Laatste dag", "Last day"),
                    Tekst("Bron", "Source"),
                    Tekst("Verificatie", "Verification"),
                ),
            )
        ),
        rijen=tuple(cijfers),
    )
