"""A koppeling to fill in: what a header shows is filled in, what it does not show is left open.

A title says which member is meant when it is called like one. That is a proposal: who fills in the
template looks at it.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.lijnen.leden import EURO, Lid, leden
from geboortezorg.lijnen.nakijken import KEUZES, SOORT, ontbrekend
from geboortezorg.lijnen.uitleg import GEHEEL, SLEUTEL
from geboortezorg.tabellen.oningevuld import OPEN
from geboortezorg.tekst import Tekst

_REGELS: Final = "declaratieregels."
_PERIODE: Final = ("periode.van", "periode.tot_en_met")
_OOK: Final[Mapping[str, tuple[str, ...]]] = {
    "agb": ("zorgaanbieder_agb",),
    "agbcode": ("zorgaanbieder_agb",),
    "begindatum": _PERIODE[:1],
    "datum": _PERIODE,
    "einddatum": _PERIODE[1:],
    "prestatiecode": ("prestatie",),
    "prestatiedatum": _PERIODE,
    "uzovi": ("uzovi_code",),
}
"""Titles that many files have, and the ends of the names of the members that are meant."""

_GROEP: Final = ("referentie", "factuurnummer")
"""Members that say by themselves which document a row is of."""

_GEEN_TEKST: Final = re.compile("[\ud800-\udfff]")
_LANGSTE: Final = 200
"""Longest title that is shown, in characters; a longer one is no title."""
_PUNTEN: Final = 50
"""Most dots in a title, because one line of TOML may have no more than twice as many."""

_KOP: Final = Tekst(
    'Vul elke "?" in. Haal het hekje weg bij een veld waarvoor er een kolom is. Daarna:\n'
    "geboortezorg koppeling controleer BESTAND --voorbeeld RIJEN",
    'Fill in every "?". Take away the hash of a member that has a column. Then:\n'
    "geboortezorg koppeling controleer FILE --voorbeeld ROWS",
)
_SCHRIJFWIJZE: Final = Tekst(
    "Hoe de cellen en het bestand geschreven zijn.", "How the cells and the file are written."
)
_NIET_HERKEND: Final = Tekst(
    "Kolommen waarvan niet duidelijk is welk veld zij vullen, met wat het kan zijn:",
    "Columns of which it is not clear which member they fill, with what it can be:",
)
_ONBRUIKBAAR: Final = Tekst(
    "Kolommen zonder bruikbare titel: {aantal}. Kijk naar `codering` en `kopregel`.",
    "Columns without a title that can be used: {aantal}. Look at `codering` and `kopregel`.",
)


def template_mapping(
    soort: str = "dossier",
    titels: Iterable[str] = (),
    *,
    taal: str = "nl",
    geschreven: Mapping[str, str] | None = None,
) -> str:
    """Return a koppeling in TOML to fill in, for one kind of document.

    `titels` are the titles of columns that there are, `geschreven` is what is known of how the
    file is written. Comments are Dutch, or English when `taal` is ``en``.
    """

    def zeg(tekst: Tekst) -> str:
        return tekst.in_taal(taal)

    alle = [titel.strip() for titel in titels]
    bruikbaar = [titel for titel in alle if _bruikbaar(titel)]
    herkend, rest = herken(soort, bruikbaar)
    groep = next((herkend[naam] for naam in _GROEP if naam in herkend), OPEN)
    uit = [
        *_commentaar(zeg(GEHEEL)),
        *_commentaar(zeg(_KOP)),
        f"soort = {_tekst(SOORT)}",
        f"schema_versie = {_tekst(SCHEMA_VERSIE)}",
        f"document_soort = {_tekst(soort)}",
        f"groep = [{_tekst(groep)}]  # {zeg(SLEUTEL['groep'])}",
        "",
        *_commentaar(zeg(_SCHRIJFWIJZE)),
        *_keuzes(geschreven or {}, zeg(Tekst("kies uit", "choose from")), taal),
        "",
    ]
    if len(bruikbaar) < len(alle):
        aantal = len(alle) - len(bruikbaar)
        uit += _commentaar(zeg(_ONBRUIKBAAR.met(aantal=aantal)))
    if rest:
        uit += _commentaar(zeg(_NIET_HERKEND))
        uit += [f"#   {_tekst(titel)} {', '.join(namen)}".rstrip() for titel, namen in rest]
    uit += ["", *_commentaar(zeg(SLEUTEL["kolommen"])), "[kolommen]"]
    uit += _leden(soort, herkend, taal)
    for deel, voorbeeld in (
        ("vast", 'declaratieregels.eenheid = "uur"'),
        ("waarden", 'declaratieregels.debet_credit = { "+" = "D", "-" = "C" }'),
    ):
        uit += ["", *_commentaar(zeg(SLEUTEL[deel])), f"# [{deel}]", f"# {voorbeeld}"]
    return "\n".join(uit) + "\n"


def herken(
    soort: str, titels: Sequence[str]
) -> tuple[dict[str, str], list[tuple[str, tuple[str, ...]]]]:
    """Return the title of each member that is called like one, and the titles of the others.

    With each of those come the members that it may be. No title is recognised that stands there
    twice, or that another one may be as well.
    """
    alle = {titel: _gelijkend(soort, titel) for titel in titels}
    telling = Counter(titels)
    per_lid = Counter(lid.veldnaam for leden_ in alle.values() for lid in leden_[0])
    herkend: dict[str, str] = {}
    rest: list[tuple[str, tuple[str, ...]]] = []
    for titel, (zeker, anders) in alle.items():
        if zeker and telling[titel] == 1 and all(per_lid[lid.veldnaam] == 1 for lid in zeker):
            herkend |= {lid.naam: titel for lid in zeker}
        else:
            rest.append((titel, tuple(lid.naam for lid in zeker or anders)))
    return herkend, rest


def _gelijkend(soort: str, titel: str) -> tuple[list[Lid], list[Lid]]:
    """Return the members that a title surely means, or else those that it may mean."""
    gezocht = kaal(titel)
    bekend = leden(soort).values()
    precies = [lid for lid in bekend if gezocht == kaal(lid.naam)]
    if precies:
        return precies, []
    zeker: list[Lid] = []
    for einde in _OOK.get(gezocht, (gezocht,)):
        alle = [lid for lid in bekend if kaal(einde) in _einden(lid)]
        regels = [lid for lid in alle if lid.naam.startswith(_REGELS)]
        beste = regels if len(regels) == 1 else alle
        if len(beste) != 1:
            return [], beste
        zeker += beste
    return zeker, []


def _einden(lid: Lid) -> set[str]:
    """Return what a column for a member may be called: the end of its name, or all of it."""
    delen = lid.naam.split(".")
    namen = {".".join(delen[plaats:]) for plaats in range(len(delen))}
    if lid.in_euro:
        namen |= {naam.removesuffix(EURO) for naam in namen}
    return {kaal(naam) for naam in namen}


def kaal(tekst: str) -> str:
    """Return the letters and digits of a title, without accents and capitals."""
    los = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in los if teken.isascii() and teken.isalnum())


def _bruikbaar(titel: str) -> bool:
    kort = 0 < len(titel) <= _LANGSTE and titel != OPEN
    return kort and titel.count(".") <= _PUNTEN and _GEEN_TEKST.search(titel) is None


def _leden(soort: str, herkend: Mapping[str, str], taal: str) -> Iterator[str]:
    """Yield a line for each member: with its title, open, or only for reading."""
    bekend = leden(soort)
    gevuld = {bekend[naam].veldnaam for naam in herkend}
    if not gevuld or _REGELS.rstrip(".") in ontbrekend(soort, gevuld):
        gevuld.add(_REGELS)
    nodig = set(ontbrekend(soort, gevuld))
    in_euro = {lid.veldnaam for lid in bekend.values() if lid.in_euro}
    for naam, lid in bekend.items():
        veld = lid.veldvorm.veld
        open_ = lid.veldnaam in nodig and lid.in_euro == (lid.veldnaam in in_euro)
        hekje = "" if naam in herkend or open_ else "# "
        uitleg = veld.omschrijving if taal == "en" else veld.omschrijving_nl
        yield f"{hekje}{naam} = {_tekst(herkend.get(naam, OPEN))}  # {' '.join(uitleg.split())}"


def _keuzes(geschreven: Mapping[str, str], kies: str, taal: str) -> Iterator[str]:
    """Yield a line for each choice about how it is written."""
    for naam, keuzes in KEUZES.items():
        eerste = geschreven.get(naam, keuzes[0])
        hekje = "" if naam in geschreven else "# "
        namen = [json.dumps(keuze) for keuze in keuzes]
        if naam == "kopregel":
            namen = [f"{keuzes[0]}..{keuzes[-1]}"]
        uitleg = SLEUTEL[naam].in_taal(taal)
        yield f"{hekje}{naam} = {json.dumps(eerste)}  # {uitleg} ({kies} {' '.join(namen)})"


def _commentaar(tekst: str) -> list[str]:
    return [f"# {tekstregel}" for tekstregel in tekst.split("\n")]


def _tekst(tekst: str) -> str:
    """Return a text as TOML writes it; what does not print is written as an escape."""
    return "".join(
        teken if teken.isprintable() else f"\\U{ord(teken):08x}"
        for teken in json.dumps(tekst, ensure_ascii=False)
    )
