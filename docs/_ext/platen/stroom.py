"""Pictures of boxes and arrows: the way of a document, and what changes for a VSV."""

from typing import NamedTuple

from geboortezorg.bevinding import Oordeel
from geboortezorg.cli.uitvoer.svg import LETTER, Plaat, Vak, pijl, schrift, vak
from geboortezorg.tabellen.normen import normen
from geboortezorg.tekst import Tekst


def _doos(plaats: Vak, kop: str, tekst: str = "", klasse: str = "gz-doos") -> str:
    """Return a box with a heading, and below it a text over as many lines as it needs."""
    x, y, breedte, _ = plaats
    uit = vak(plaats, klasse) + schrift(kop, x + breedte / 2, y + 19, "gz-dik", "middle")
    for nummer, deel in enumerate(_tekstregels(tekst, int((breedte - 12) / (LETTER * 0.87)))):
        uit += schrift(deel, x + breedte / 2, y + 36 + 14 * nummer, "gz-klein", "middle")
    return uit


def _tekstregels(tekst: str, lengte: int) -> list[str]:
    uit: list[str] = []
    for woord in tekst.split():
        if uit and len(uit[-1]) + 1 + len(woord) <= lengte:
            uit[-1] += f" {woord}"
        else:
            uit.append(woord)
    return uit


class _Stap(NamedTuple):
    naam: str
    wat: str
    anders: str


_STAPPEN = (
    _Stap("Bytes", "JSON as it came: a file, a line, a request", "not readable: afgekeurd"),
    _Stap("Parse", "a member that occurs twice is seen", "no JSON: afgekeurd"),
    _Stap("Shape", "one strict pass into typed models", "each error with its place: afgekeurd"),
    _Stap("Rules", "each with its source, on its own days", "a fact is missing: not judged"),
    _Stap("Report", "findings, the outcome of each rule", "one verdict"),
)
_CONTEXT = "of whoever pays: own tables, agreements, the day; goes before what a document says"
_OORDELEN = {
    Oordeel.AKKOORD: "judged, and nothing broken",
    Oordeel.ONVOLLEDIG: "a fact is missing, or a doubt stands",
    Oordeel.AFGEKEURD: "a rule is broken, on firm ground",
}


def weg() -> Plaat:
    """Draw the way of a document, from bytes to a verdict."""
    breed, tussen, boven = 140.0, 22.0, 92.0
    uit = ""
    for nummer, stap in enumerate(_STAPPEN):
        x = 4 + nummer * (breed + tussen)
        uit += _doos(Vak(x, boven, breed, 74), stap.naam, stap.wat)
        if nummer:
            uit += pijl((x - tussen + 2, boven + 37), (x - 2, boven + 37))
        for rij, deel in enumerate(_tekstregels(stap.anders, 24)):
            uit += schrift(
                deel, x + breed / 2, boven + 92 + 13 * rij, "gz-klein gz-zacht", "middle"
            )
    regels = 4 + 3 * (breed + tussen) + breed / 2
    uit += _doos(Vak(regels - 150, 4, 300, 60), "Context", _CONTEXT)
    uit += pijl((regels, 66), (regels, boven - 2))
    einde, derde = 4 + 4 * (breed + tussen) + breed / 2, (5 * breed + 4 * tussen - 24) / 3
    uit += pijl((einde, boven + 112), (einde, boven + 140))
    for nummer, (oordeel, uitleg) in enumerate(_OORDELEN.items()):
        plaats = Vak(4 + nummer * (derde + 12), boven + 142, derde, 50)
        uit += _doos(plaats, oordeel, uitleg)
    return Plaat(
        naam="weg",
        titel="The way of a document",
        omschrijving=(
            "Five steps from left to right: bytes, parse, shape, rules, report. Below each stands "
            "what happens when it does not succeed. The context, from whoever pays, feeds the "
            "rules. A report has one of three verdicts."
        ),
        breedte=8 + 5 * breed + 4 * tussen,
        hoogte=boven + 198,
        inhoud=uit,
        koppen=("Step", "What happens", "Otherwise"),
        rijen=(*_STAPPEN, *((oordeel, uitleg, "") for oordeel, uitleg in _OORDELEN.items())),
    )


_VSV = Tekst("VSV", "VSV")
_AANBIEDERS = Tekst("Zorgaanbieders", "Care providers")
_VERZEKERAAR = Tekst("Zorgverzekeraar", "Health insurer")
_WIE = {
    "voor": (Tekst("ZonMw en andere subsidies", "ZonMw and other subsidies"), _VERZEKERAAR),
    "na": (_VERZEKERAAR, _VERZEKERAAR),
}
_WAT = {
    "voor": (
        Tekst("subsidie met een einddatum", "a subsidy that ends"),
        Tekst("zorg: prestaties met een tarief", "care: prestaties with a tariff"),
    ),
    "na": (
        Tekst(
            "vier kerntaken: vrij tarief, lumpsum in termijnen",
            "four kerntaken: free tariff, lumpsum in instalments",
        ),
        Tekst("zorg: prestaties met een tarief", "care: prestaties with a tariff"),
    ),
}


def verandering(taal: str = "en") -> Plaat:
    """Draw who pays a VSV and who pays care, before and after insurers can purchase a VSV."""

    def zeg(tekst: Tekst) -> str:
        return tekst.en if taal == "en" else tekst.nl

    inkoop = normen().norm("vsv-inkoop").norm.van
    koppen = {
        "voor": zeg(Tekst(f"Voor {inkoop}", f"Before {inkoop}")),
        "na": zeg(Tekst(f"Vanaf {inkoop}", f"From {inkoop}")),
    }
    uit, cijfers = "", []
    for nummer, (wanneer, kop) in enumerate(koppen.items()):
        x = 4 + nummer * 412.0
        uit += vak(Vak(x, 4, 400, 212), "gz-groep") + schrift(kop, x + 14, 26, "gz-dik")
        for rij, naar in enumerate((_VSV, _AANBIEDERS)):
            y = 44 + 86.0 * rij
            wie, wat = zeg(_WIE[wanneer][rij]), zeg(_WAT[wanneer][rij])
            nieuw = wanneer == "na" and naar is _VSV
            uit += vak(Vak(x + 14, y, 150, 64), "gz-doos")
            namen = _tekstregels(wie, 20)
            for n, deel in enumerate(namen):
                midden = y + 36 + 15 * n - 7.5 * (len(namen) - 1)
                uit += schrift(deel, x + 89, midden, "gz-dik", "middle")
            uit += pijl((x + 166, y + 44), (x + 274, y + 44))
            for n, deel in enumerate(_tekstregels(wat, 21)):
                uit += schrift(deel, x + 220, y + 10 + 13 * n, "gz-klein", "middle")
            uit += vak(Vak(x + 276, y, 112, 64), "gz-nieuw" if nieuw else "gz-doos")
            uit += schrift(zeg(naar), x + 332, y + 36, "gz-dik", "middle")
            cijfers.append((kop, wie, zeg(naar), wat))
    return Plaat(
        naam=f"verandering-{taal}",
        titel=zeg(Tekst("Wat verandert voor een VSV", "What changes for a VSV")),
        omschrijving=zeg(
            Tekst(
                "Twee vakken naast elkaar. Eerst betalen subsidies het werk van een VSV, en "
                "zorgverzekeraars de zorg. Daarna betalen zorgverzekeraars ook het werk van het VSV, "
                "met een lumpsum; de zorg zelf declareren de zorgaanbieders zoals eerder.",
                "Two panels side by side. First subsidies pay the work of a VSV, and insurers the "
                "care. After that insurers pay the work of the VSV too, with a lumpsum; care itself "
                "is declared by the care providers as before.",
            )
        ),
        breedte=820.0,
        hoogte=220.0,
        inhoud=uit,
        koppen=tuple(
            map(
                zeg,
                (
                    Tekst("Wanneer", "When"),
                    Tekst("Wie betaalt", "Who pays"),
                    Tekst("Aan wie", "To whom"),
                    Tekst("Waarvoor", "For what"),
                ),
            )
        ),
        rijen=tuple(cijfers),
    )
