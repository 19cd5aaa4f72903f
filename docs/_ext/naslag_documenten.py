"""The pages with every kind of document, its fields, and the glossary."""

import ast
import enum
import inspect
import itertools
import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from opmaak import tabel

from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.vorm import Soort, Veldvorm, Vorm, klassen, velden

BEGRIPPEN = Path(__file__).resolve().parent.parent / "begrippen.toml"

_DOCUMENTEN = """\
# Documents and fields

Every document has a member `soort`, which says what it is, and a member `schema_versie`. All
others are listed here. A field that is not listed is refused: an unexpected field may be personal
data. A field that is not required is left out when it is unknown; `null` is refused.
"""

_TYPEN = {
    Soort.TEKST: "text",
    Soort.GETAL: "whole number",
    Soort.JANEE: "true or false",
    Soort.DATUM: "date",
    Soort.TIJDSTIP: "point in time",
}


def modelklassen() -> list[type[Any]]:
    """Return every class and every choice that occurs in a document, each once."""
    gevonden: dict[type[Any], None] = dict.fromkeys(DOCUMENTEN.values())
    for document in DOCUMENTEN.values():
        for klasse in klassen(document):
            gevonden.setdefault(klasse)
            for veldvorm in velden(klasse):
                keuze = (veldvorm.vorm.item or veldvorm.vorm).klasse
                if keuze is not None:
                    gevonden.setdefault(keuze)
    return list(gevonden)


@cache
def namen() -> dict[type[Any], str]:
    """Return the name of each class; a name that two modules use is followed by the module."""
    aantal = Counter(klasse.__name__ for klasse in modelklassen())
    return {
        klasse: klasse.__name__
        if aantal[klasse.__name__] == 1
        else f"{klasse.__name__} ({klasse.__module__.rpartition('.')[2]})"
        for klasse in modelklassen()
    }


def _anker(klasse: type[Any]) -> str:
    return "klasse-" + "-".join(re.findall(r"\w+", namen()[klasse].lower()))


def klasse_link(klasse: type[Any]) -> str:
    """Return a link to the section of a class."""
    return f"[{namen()[klasse]}](#{_anker(klasse)})"


def _type(vorm: Vorm) -> str:
    if vorm.item is not None:
        return f"list of {_type(vorm.item)}"
    return _TYPEN[vorm.soort] if vorm.klasse is None else klasse_link(vorm.klasse)


def _betekenis(veldvorm: Veldvorm) -> str:
    v = veldvorm.veld
    delen = [v.omschrijving]
    if veldvorm.vorm.soort is Soort.GETAL:
        delen.append(f"From {v.minimum} to {v.maximum}.")
    if v.eenheid:
        delen.append(f"Unit: {v.eenheid}.")
    if v.persoonsgegeven:
        delen.append("**Personal data.**")
    if v.voorbeelden:
        delen.append("For example " + ", ".join(f"`{waarde}`" for waarde in v.voorbeelden) + ".")
    return " ".join(delen)


def _waarden(klasse: type[enum.Enum]) -> str:
    """Return the values of a choice; their descriptions stand in the source as docstrings."""
    (definitie,) = ast.parse(inspect.getsource(klasse)).body
    inhoud = definitie.body if isinstance(definitie, ast.ClassDef) else []
    uitleg: dict[str, str] = {}
    for eerste, tweede in itertools.pairwise(inhoud):
        match eerste, tweede:
            case ast.Assign(targets=[ast.Name(naam)]), ast.Expr(ast.Constant(str(tekst))):
                uitleg[naam] = tekst
    rijen = ([f"`{lid.value}`", uitleg.get(lid.name, "")] for lid in klasse)
    return tabel(["Value", "Meaning"], rijen)


def _klasse(klasse: type[Any]) -> str:
    uitleg = re.sub(r":\w+:`([^`]*)`", r"`\1`", inspect.getdoc(klasse) or "")
    kop = f"({_anker(klasse)})=\n\n## {namen()[klasse]}\n\n{uitleg}\n\n"
    if issubclass(klasse, enum.Enum):
        return kop + _waarden(klasse)
    return kop + veldtabel(klasse)


def veldtabel(klasse: type[Any]) -> str:
    """Return the table of the fields of a class."""
    rijen = (
        [
            f"`{veldvorm.naam}`",
            _type(veldvorm.vorm),
            "yes" if veldvorm.verplicht else "",
            _betekenis(veldvorm),
            veldvorm.veld.omschrijving_nl,
        ]
        for veldvorm in velden(klasse)
    )
    return tabel(["Field", "Type", "Required", "Meaning", "Betekenis"], rijen)


def documenten_bladzijde() -> str:
    """Return the page with every kind of document and its fields."""
    soorten = (
        [f"`{soort}`", klasse_link(klasse), (inspect.getdoc(klasse) or "").split("\n")[0]]
        for soort, klasse in DOCUMENTEN.items()
    )
    overzicht = tabel(["soort", "Class", "What it is"], soorten)
    return "\n".join([_DOCUMENTEN, overzicht, *(_klasse(k) for k in modelklassen())])


def begrippen() -> dict[str, Any]:
    """Return the glossary as it stands in its source file."""
    return tomllib.loads(BEGRIPPEN.read_text("utf-8"))


_BEGRIPPEN = """\
# Glossary

One word per concept, in code, documents and texts. Nouns of the field are Dutch, spelled as NZa
and Vektis spell them.
"""

_MODELLEN = """\
# Model classes

The same classes as under [Documents and fields](documenten.md), as Python sees them. All are frozen
and take keyword arguments only. What a field means stands there.
"""


def modellen_bladzijde() -> str:
    """Return the page with the Python classes of the documents, one section per module."""
    modules = sorted(
        {k.__module__ for k in modelklassen() if k.__module__.startswith("geboortezorg.model.")}
    )
    delen = [
        f"## {module}\n\n```{{eval-rst}}\n.. automodule:: {module}\n```\n" for module in modules
    ]
    return "\n".join([_MODELLEN, *delen])


_WOORDEN = """\
## Words in field names

Field names are made of these words, joined by `_`.
"""


def begrippen_bladzijde() -> str:
    """Return the glossary page."""
    bron = begrippen()
    concepten = sorted(bron["begrip"], key=lambda b: str(b["nl"]).lower().replace("à", "a"))
    rijen = (
        [
            f"**{b['nl']}**",
            b["en"],
            b["uitleg_nl"],
            b["uitleg"],
            ", ".join(f"`{naam}`" for naam in b.get("namen", ())),
        ]
        for b in concepten
    )
    woorden = ([f"`{nl}`", en] for nl, en in sorted(bron["woorden"].items()))
    return "\n".join(
        [
            _BEGRIPPEN,
            tabel(["Nederlands", "English", "Uitleg", "Meaning", "Names"], rijen),
            _WOORDEN,
            tabel(["Nederlands", "English"], woorden),
        ]
    )
