"""Pictures as SVG: one that says what it shows, takes its colours from the page, and asks for nothing."""

from collections.abc import Iterable
from html import escape
from typing import Final, NamedTuple

from geboortezorg.bevroren import bevroren

LETTER: Final = 6.6
"""About how wide a letter is, in the size in which pictures are written."""


def el(naam: str, *inhoud: str, **kenmerken: object) -> str:
    """Return an element; `class_` and `text_anchor` give the attributes class and text-anchor."""
    delen = "".join(
        f' {kenmerk.rstrip("_").replace("_", "-")}="{escape(_waarde(waarde))}"'
        for kenmerk, waarde in kenmerken.items()
    )
    binnen = "".join(inhoud)
    return f"<{naam}{delen}>{binnen}</{naam}>" if binnen else f"<{naam}{delen}/>"


def _waarde(waarde: object) -> str:
    return f"{waarde:.1f}".removesuffix(".0") if isinstance(waarde, float) else str(waarde)


def schrift(tekst: object, x: float, y: float, klasse: str = "", anker: str = "start") -> str:
    """Return a text with its foot at a place."""
    kenmerken = {"class_": klasse} if klasse else {}
    if anker != "start":
        kenmerken["text_anchor"] = anker
    return el("text", escape(str(tekst)), x=float(x), y=float(y), **kenmerken)


class Vak(NamedTuple):
    """A rectangle: its left top corner, and its size."""

    x: float
    y: float
    breedte: float
    hoogte: float


def vak(plaats: Vak, klasse: str, uitleg: str = "", vulling: str = "") -> str:
    """Return a rectangle; the explanation shows when it is pointed at."""
    extra = {"fill": vulling} if vulling else {}
    binnen = el("title", escape(uitleg)) if uitleg else ""
    x, y, breedte, hoogte = map(float, plaats)
    maten = {"x": x, "y": y, "width": breedte, "height": hoogte}
    return el("rect", binnen, **maten, class_=klasse, **extra)


def lijn(punten: Iterable[tuple[float, float]], klasse: str = "gz-lijn") -> str:
    """Return a line through points."""
    tekst = " ".join(f"{_waarde(float(x))},{_waarde(float(y))}" for x, y in punten)
    return el("polyline", points=tekst, class_=klasse)


def pijl(van: tuple[float, float], naar: tuple[float, float]) -> str:
    """Return an arrow, straight to the right or down."""
    (_, y1), (x2, y2) = van, naar
    punt = (
        [(x2 - 7, y2 - 4), (x2, y2), (x2 - 7, y2 + 4)]
        if y1 == y2
        else [(x2 - 4, y2 - 7), (x2, y2), (x2 + 4, y2 - 7)]
    )
    return lijn([van, naar]) + lijn(punt)


@bevroren(kw_only=True)
class Plaat:
    """A picture: what it shows, in words, drawn, and as figures."""

    naam: str
    """Is unique on a page: the ids of its parts begin with it."""
    titel: str
    omschrijving: str
    breedte: float
    hoogte: float
    inhoud: str
    koppen: tuple[str, ...] = ()
    rijen: tuple[tuple[object, ...], ...] = ()
    """The data of the picture as a table; none when it stands on the page already."""

    def svg(self) -> str:
        """Return the picture, on one line."""
        naam = self.naam
        return el(
            "svg",
            el("title", escape(self.titel), id=f"{naam}-t"),
            el("desc", escape(self.omschrijving), id=f"{naam}-o"),
            el("defs", _patroon(naam)) if streep(naam) in self.inhoud else "",
            self.inhoud,
            viewBox=f"0 0 {_waarde(float(self.breedte))} {_waarde(float(self.hoogte))}",
            width=float(self.breedte),
            role="img",
            aria_labelledby=f"{naam}-t {naam}-o",
            class_="gz-plaat",
        )

    def html(self, cijfers: str) -> str:
        """Return the picture with its title, and its data in a table that `cijfers` opens."""
        kader = el("div", self.svg(), class_="gz-plaatkader", tabindex=0)
        onder = el("figcaption", escape(self.titel))
        return el("figure", kader, onder, self._tabel(cijfers), class_="gz-figuur")

    def _tabel(self, cijfers: str) -> str:
        if not self.rijen:
            return ""
        kop = el("tr", *(el("th", escape(k), scope="col") for k in self.koppen))
        rijen = (el("tr", *(el("td", escape(str(c))) for c in rij)) for rij in self.rijen)
        tabel = el("table", el("thead", kop), el("tbody", *rijen), class_="docutils")
        kader = el("div", tabel, class_="table-wrapper", tabindex=0)
        return el("details", el("summary", escape(cijfers)), kader)


def streep(naam: str) -> str:
    """Return the fill of what is hatched in the picture of that name."""
    return f"url(#{naam}-s)"


def _patroon(naam: str) -> str:
    streepje = el("path", d="M0 0V6", class_="gz-streep")
    maten = {"id": f"{naam}-s", "width": 6, "height": 6}
    return el(
        "pattern",
        streepje,
        **maten,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
