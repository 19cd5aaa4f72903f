"""How documents nest: every part of a kind, and what a dossier is made of."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from geboortezorg.cli.uitvoer.svg import Plaat, Vak, lijn, schrift, vak
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.model.dossier import Dossier
from geboortezorg.vorm import Soort, Veldvorm, velden

_RIJ = 22.0
_INSPRONG = 24.0


class _Tak(NamedTuple):
    """A field that holds a part: how deep it lies, and whether the part was drawn before."""

    diepte: int
    veld: Veldvorm
    klasse: type[Any]
    eerder: bool


def _klasse(veld: Veldvorm) -> type[Any] | None:
    vorm = veld.vorm.item or veld.vorm
    return vorm.klasse if vorm.soort is Soort.OBJECT else None


def _aantal(veld: Veldvorm) -> str:
    """Return how many there are of a field, as a reader of schemas expects it."""
    if veld.vorm.item is not None:
        return "1..*" if veld.verplicht else "0..*"
    return "1" if veld.verplicht else "0..1"


def _takken(klasse: type[Any], diepte: int, gezien: set[type[Any]]) -> Iterator[_Tak]:
    for veld in velden(klasse):
        deel = _klasse(veld)
        if deel is not None:
            yield _Tak(diepte, veld, deel, deel in gezien)
            if deel not in gezien:
                gezien.add(deel)
                yield from _takken(deel, diepte + 1, gezien)


def nesting(soort: str) -> Plaat:
    """Draw what is inside what in a kind of document; a part is opened the first time only."""
    wortel = DOCUMENTEN[soort]
    takken = list(_takken(wortel, 1, {wortel}))
    uit = schrift(soort, 4, 18, "gz-code gz-dik")
    uit += schrift(wortel.__name__, 330, 18, "gz-zacht")
    boven = {0: 22.0}
    for nummer, tak in enumerate(takken, 1):
        y = nummer * _RIJ + 18
        x = 4 + tak.diepte * _INSPRONG
        stam = x - _INSPRONG + 8
        uit += lijn([(stam, boven[tak.diepte - 1]), (stam, y - 4), (x - 4, y - 4)], "gz-as")
        uit += schrift(tak.veld.naam, x, y, "gz-code")
        uit += schrift(_aantal(tak.veld), 310, y, "gz-klein gz-zacht", "end")
        uit += schrift(tak.klasse.__name__ + (" (above)" if tak.eerder else ""), 330, y, "gz-zacht")
        boven[tak.diepte] = y + 4
    return Plaat(
        naam=f"nesting-{soort}",
        titel=f"What is inside what in a {soort}",
        omschrijving=(
            "A tree: each field that holds a part, how many of it there can be, and its class. A "
            "part that occurs more often is opened the first time only."
        ),
        breedte=560.0,
        hoogte=(len(takken) + 1) * _RIJ + 8,
        inhoud=uit,
        koppen=("Depth", "Field", "How many", "Class"),
        rijen=tuple(
            (tak.diepte, tak.veld.naam, _aantal(tak.veld), tak.klasse.__name__) for tak in takken
        ),
    )


_GROEPEN = {
    "who": ("client", "zwangerschap", "kinderen"),
    "who was responsible": ("zorgepisodes", "integraal_traject"),
    "what was indicated and given": (
        "kraamzorgindicaties",
        "geleverde_kraamzorg",
        "partusassistenties",
    ),
    "what was declared and paid": ("declaratieregels", "eigen_bijdragen"),
    "what was agreed": ("overeenkomsten", "screeningscontracten"),
}
"""The parts of a dossier by the question that they answer."""


def dossiermodel() -> Plaat:
    """Draw what a dossier is made of, by the question that each part answers."""
    delen = {veld.naam: veld for veld in velden(Dossier) if _klasse(veld) is not None}
    uit, y, cijfers = "", 8.0, []
    uit += vak(Vak(8, 8, 110, 30), "gz-doos") + schrift("dossier", 63, 28, "gz-dik", "middle")
    stam = 140.0
    for groep, namen in _GROEPEN.items():
        hoog = 26 + 26.0 * len(namen)
        midden = y + hoog / 2
        uit += vak(Vak(160, y, 592, hoog), "gz-groep") + schrift(groep, 170, y + 17, "gz-dik")
        uit += lijn([(118, 23), (stam, 23), (stam, midden), (160, midden)], "gz-as")
        for nummer, naam in enumerate(namen):
            onder = y + 26 + 26 * nummer
            veld = delen[naam]
            uit += schrift(naam, 180, onder + 14, "gz-code")
            uit += schrift(_aantal(veld), 350, onder + 14, "gz-klein gz-zacht", "end")
            binnen = _binnen(veld)
            uit += schrift(binnen, 364, onder + 14, "gz-klein gz-zacht")
            cijfers.append((groep, naam, _aantal(veld), binnen))
        y += hoog + 10
    return Plaat(
        naam="dossiermodel",
        titel="The model of a dossier",
        omschrijving=(
            "The parts of a dossier, grouped by the question that each answers, with how many of "
            "it there can be and the first of its fields."
        ),
        breedte=760.0,
        hoogte=y,
        inhoud=uit,
        koppen=("Question", "Part", "How many", "Begins with"),
        rijen=tuple(cijfers),
    )


def _binnen(veld: Veldvorm) -> str:
    """Return the first fields of a part, as many as fit on a line."""
    klasse = _klasse(veld)
    namen = [v.naam for v in velden(klasse)] if klasse is not None else []
    past = namen[:]
    while len(", ".join(past)) > 60:
        past.pop()
    return ", ".join(past) + (", ..." if len(past) < len(namen) else "")
