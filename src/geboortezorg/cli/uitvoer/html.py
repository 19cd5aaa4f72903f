"""One page that holds all it needs: every document of a run, and each dossier on a time line."""

from argparse import Namespace
from collections.abc import Iterable
from html import escape
from importlib.resources import files
from typing import Final

from geboortezorg.cli.invoer import Invoer
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.cli.telling import Telling
from geboortezorg.cli.uitvoer.pagina import DOCTYPE, pagina
from geboortezorg.cli.uitvoer.svg import el
from geboortezorg.cli.uitvoer.tabel import toon_telling
from geboortezorg.cli.uitvoer.tijdlijn import tijdlijn
from geboortezorg.cli.uitvoer.waar import Plek, toon_plek, waar
from geboortezorg.model.dossier import Dossier
from geboortezorg.rapport import Bevinding, Rapport
from geboortezorg.tekst import Tekst
from geboortezorg.validation import OngeldigDocument, load

_CIJFERS: Final = Tekst("Hetzelfde als tabel", "The same as a table")
_KOPPEN: Final = (
    Tekst("Ernst", "Severity"),
    Tekst("Regel", "Rule"),
    Tekst("Plaats", "Place"),
    Tekst("Wat", "What"),
    Tekst("Bron", "Source"),
)
_LIJST: Final = (
    Tekst("Document", "Document"),
    Tekst("Soort", "Kind"),
    Tekst("Oordeel", "Verdict"),
    Tekst("Bevindingen", "Findings"),
)
_REGELS: Final = Tekst(
    "Regels: {voldaan} voldaan, {geschonden} geschonden, {niet_beoordeeld} niet beoordeeld, "
    "{niet_van_toepassing} niet van toepassing.",
    "Rules: {voldaan} met, {geschonden} broken, {niet_beoordeeld} not judged, "
    "{niet_van_toepassing} do not apply.",
)
_GEEN: Final = Tekst("Geen bevindingen.", "No findings.")
_MEER: Final = Tekst("en op {aantal} andere plaatsen", "and in {aantal} other places")
_WEG: Final = Tekst(
    "{aantal} plaatsen meer zijn geteld, niet getoond.",
    "{aantal} more places are counted, not listed.",
)
_HEEL: Final = Tekst("(hele document)", "(whole document)")


class Bladzijde:
    """The page is written at the end: the list of what is on it comes first."""

    def __init__(self, _: Namespace, scherm: Scherm) -> None:
        self.scherm = scherm
        self.lijst: list[str] = []
        self.delen: list[str] = []

    def document(self, rapport: Rapport, document: Invoer, /) -> None:
        """Make the part of one document."""
        naam = leesbaar(document.pad)
        if document.tekstregel is not None:
            naam += f":{document.tekstregel}"
        anker = f"document-{len(self.delen) + 1}"
        oordeel = ": ".join([rapport.oordeel, ", ".join(rapport.oorzaken)]).removesuffix(": ")
        merk = el("span", escape(oordeel), class_=f"oordeel {rapport.oordeel}")
        link = el("a", escape(naam), href=f"#{anker}")
        aantal = str(len(rapport.bevindingen))
        self.lijst.append(_rij("td", (link, escape(rapport.document_soort or "-"), merk, aantal)))
        kop = el("h2", f"{escape(naam)} ", merk, id=anker)
        self.delen.append(el("section", kop, *self._inhoud(rapport, document, anker)))

    def _inhoud(self, rapport: Rapport, document: Invoer, anker: str) -> Iterable[str]:
        zeg, telling = self.scherm.tekst, rapport.samenvatting
        if telling is not None:
            tekst = zeg(_REGELS).format(
                voldaan=telling.voldaan,
                geschonden=telling.geschonden,
                niet_beoordeeld=telling.niet_beoordeeld,
                niet_van_toepassing=telling.niet_van_toepassing,
            )
            yield el("p", tekst)
        yield self._tijdlijn(rapport, document, anker)
        if not rapport.bevindingen:
            yield el("p", zeg(_GEEN))
            return
        plaatsen = waar(rapport, document)
        rijen = (self._bevinding(b, plaatsen.get(b.pad)) for b in rapport.bevindingen)
        yield _tabel(map(zeg, _KOPPEN), rijen)
        if rapport.bevindingen_weggelaten:
            yield el("p", zeg(_WEG).format(aantal=rapport.bevindingen_weggelaten))

    def _bevinding(self, bevinding: Bevinding, plek: Plek | None) -> str:
        zeg, bron = self.scherm.tekst, bevinding.bron
        plaats = el("code", escape(bevinding.pad)) if bevinding.pad else zeg(_HEEL)
        if plek is not None:
            plaats += el("br") + escape(toon_plek(plek, self.scherm))
        if bevinding.ook_op:
            plaats += el("br") + zeg(_MEER).format(aantal=len(bevinding.ook_op))
        titel = escape(bron.titel)
        if bron.url is not None:
            titel = el("a", titel, href=bron.url, rel="noreferrer")
        tekst = escape(zeg(Tekst(bevinding.tekst, bevinding.tekst_en)))
        ernst = el("span", bevinding.ernst, class_=f"ernst {bevinding.ernst}")
        code = el("code", bevinding.code)
        return _rij("td", (ernst, code, plaats, tekst, f"{titel} ({bron.verificatie})"))

    def _tijdlijn(self, rapport: Rapport, document: Invoer, anker: str) -> str:
        """Return a dossier on a time line; nothing for another document, or one without days."""
        if rapport.document_soort != "dossier" or not isinstance(document.inhoud, bytes):
            return ""
        try:
            dossier = load(document.inhoud, Dossier)
        except OngeldigDocument:
            return ""
        getekend = tijdlijn(dossier, rapport, self.scherm.taal, anker)
        return "" if getekend is None else getekend.html(self.scherm.tekst(_CIJFERS))

    def einde(self, telling: Telling, /) -> None:
        """Write the whole."""
        zeg = self.scherm.tekst
        stijl = files("geboortezorg.cli.uitvoer") / "stijl"
        css = "".join((stijl / naam).read_text("utf-8") for naam in ("bladzijde.css", "plaat.css"))
        lijst = _tabel(map(zeg, _LIJST), self.lijst)
        self.scherm.tekstregel(DOCTYPE)
        self.scherm.tekstregel(
            pagina(self.scherm, css, toon_telling(telling, self.scherm), (lijst, *self.delen))
        )


def _rij(cel: str, cellen: Iterable[str]) -> str:
    return el("tr", *(el(cel, inhoud) for inhoud in cellen))


def _tabel(koppen: Iterable[str], rijen: Iterable[str]) -> str:
    kop = el("thead", el("tr", *(el("th", naam, scope="col") for naam in koppen)))
    return el("div", el("table", kop, el("tbody", *rijen)), class_="table-wrapper", tabindex=0)


schrijver = Bladzijde
