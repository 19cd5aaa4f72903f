"""The pages with every class of the documents: its fields, values and meaning."""

import ast
import enum
import inspect
import itertools
import re
from collections import Counter
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from naslag_betekenis import betekenis_van
from opmaak import tabel
from sjabloon import vul

from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.vorm import Soort, Veldvorm, Vorm, klassen, velden

_MODEL = "geboortezorg.model."
"""Modules of which every class is shown as Python sees it; the others stand in the API."""

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


def module_van(klasse: type[Any]) -> str:
    """Return the name of the page of a class: its module, without the packages it is in."""
    return klasse.__module__.rpartition(".")[2]


def anker(klasse: type[Any]) -> str:
    """Return the anchor of the section of a class."""
    return "klasse-" + "-".join(re.findall(r"\w+", namen()[klasse].lower()))


def klasse_link(klasse: type[Any]) -> str:
    """Return a link to the section of a class."""
    return f"[{namen()[klasse]}](/naslag/klassen/{module_van(klasse)}.md#{anker(klasse)})"


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


def _deel(klasse: type[Any]) -> dict[str, Any]:
    """Return what the page of a module says of one of its classes."""
    keuze = issubclass(klasse, enum.Enum)
    return {
        "anker": anker(klasse),
        "naam": namen()[klasse],
        "uitleg": re.sub(r":\w+:`([^`]*)`", r"`\1`", inspect.getdoc(klasse) or ""),
        "velden": _waarden(klasse) if keuze else veldtabel(klasse),
        "betekenis": betekenis_van(klasse),
    }


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


@cache
def modules() -> dict[str, str]:
    """Return the full name of each module with classes of documents, by the name of its page."""
    alle = {module_van(klasse): klasse.__module__ for klasse in modelklassen()}
    return dict(sorted(alle.items()))


def klassen_bladzijde(module: str) -> str:
    """Return the page with the classes of a module."""
    van_module = [klasse for klasse in modelklassen() if module_van(klasse) == module]
    return vul(
        "klassen",
        module=module,
        pad=modules()[module],
        python=f"/naslag/python/{module}.md"
        if modules()[module].startswith(_MODEL)
        else "/api/index.md",
        trefwoorden=[n for n in map(namen().get, van_module) if n and n.lower() not in DOCUMENTEN],
        delen=[_deel(klasse) for klasse in van_module],
    )


def python_bladzijde(module: str) -> str:
    """Return the page with a module as Python sees it."""
    return vul("python", module=module, pad=modules()[module])


def klassenbladzijden() -> dict[str, Callable[[], str]]:
    """Return every page about classes, by its place."""
    return {
        **{f"klassen/{module}.md": partial(klassen_bladzijde, module) for module in modules()},
        **{
            f"python/{module}.md": partial(python_bladzijde, module)
            for module, pad in modules().items()
            if pad.startswith(_MODEL)
        },
    }
