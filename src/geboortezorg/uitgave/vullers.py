"""Write the `__init__` of the classes of which a first report makes objects: attrs need not do so then.

``python -m geboortezorg.uitgave.vullers`` writes ``geboortezorg/vullers.py``; with ``--controle`` it
only compares. Each does what attrs would write, for a class of which attrs fills the fields with what is
given, or with a default that can be written down.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import attrs

PAD: Final = Path(__file__).parents[1] / "vullers.py"

KLASSEN: Final = {
    "berekening.samenwerking.integraal": "Bundel",
    "berekening.stap": "Berekening Stap",
    "berekening.wachtdienst.consignatie": "Bezetter Bezetting",
    "berekening.wachtdienst.diensten": "Dienst Indeler",
    "bron": "Bron",
    "model.tarief": "Tarief",
    "nummers._zorgsoorten": "Kwalificatie Zorgsoort",
    "nummers.cijfernummer": "Cijfernummer",
    "rapport": "Declaratieregeluitkomsten Rapport RegelUitkomst Samenvatting Tabelgebruik",
    "regels.context": "Context",
    "regels.ingebed": "Ingebed",
    "regels.kraamzorg.etmaal": "_Geleverd",
    "regels.kraamzorg.zorg": "Uren",
    "regels.nodig": "Nodig",
    "regels.regel": "Genoemd Melding Regel Uitslag",
    "regels.veldvondst": "Toets",
    "tabellen.antwoord": "BekendTarief BuitenLooptijd GenoemdePrestatie Gevonden GevondenOpslag Onbekend",
    "tabellen.fout": "Melding",
    "tabellen.herkomst": "Herkomst",
    "tabellen.index": "Index",
    "tabellen.normen": "GevondenNorm",
    "tabellen.tabellen": "Tabellen",
    "tekst": "Tekst",
    "tijd": "Looptijd Periode",
    "veld": "Veld",
    "vorm": "Veldvorm Vorm",
    "zorggeval.dagen": "Dagzorg",
}
"""By module the classes."""

_KOP: Final = """\"\"\"What fills the objects of a class; made by ``python3 dev.py bijwerken``.\"\"\"

# fmt: off
from typing import Any, Final


"""


def tekst() -> str:
    """Return the module. Raises TypeError for a class with a field that asks for more."""
    functies, namen = "", ""
    for module, delen in KLASSEN.items():
        hier = []
        for naam in delen.split():
            functie = f"_{module.rpartition('.')[2].lstrip('_')}_{naam.lower()}"
            functies += _functie(getattr(import_module(f"geboortezorg.{module}"), naam), functie)
            hier.append(f'"geboortezorg.{module}.{naam}": {functie},')
        namen += f"    {' '.join(hier)}\n"
    return f'{_KOP}{functies}\n\nVULLERS: Final = {{\n{namen}}}\n"""By the name of the class."""\n'


def _functie(klasse: type[Any], naam: str) -> str:
    alle = attrs.fields(klasse)
    gegeven = [veld for veld in alle if veld.init]
    lijst = ["self: Any", *(_gegeven(veld) for veld in gegeven if not veld.kw_only)]
    op_naam = [_gegeven(veld) for veld in gegeven if veld.kw_only]
    lijst += ["*", *op_naam] if op_naam else []
    gevuld = [veld for veld in alle if veld.init or veld.default is not attrs.NOTHING]
    kop = f"def {naam}({', '.join(lijst)}) -> None:\n"
    zet: Any = klasse.__setattr__
    if zet is object.__setattr__:  # not frozen: to be quick to make
        return kop + "".join(f"    self.{v.name} = {_waarde(klasse, v)}\n" for v in gevuld)
    gezet = "".join(f'    zet("{veld.name}", {_waarde(klasse, veld)})\n' for veld in gevuld)
    if hasattr(klasse, "__attrs_post_init__"):
        gezet += "    self.__attrs_post_init__()\n"
    return f"{kop}    zet = object.__setattr__.__get__(self)\n{gezet}"


def _gegeven(veld: "attrs.Attribute[Any]") -> str:
    """Return the parameter of a field.

    Its default is `...` where the class as it was written has it, and NotImplemented where it is made.
    """
    if veld.default is attrs.NOTHING:
        return f"{veld.alias}: Any"
    gemaakt = type(veld.default) is attrs.Factory
    return f"{veld.alias}: Any = {'NotImplemented' if gemaakt else _vast(veld.default) or '...'}"


def _vast(waarde: object) -> str | None:
    """Return the code of a value that stands for itself in code; None for another one."""
    if type(waarde) is str:
        return json.dumps(waarde)
    vast = waarde in (None, (), frozenset()) or type(waarde) in (bool, int)
    return repr(waarde) if vast else None


def _waarde(klasse: type[Any], veld: "attrs.Attribute[Any]") -> str:
    """Return the code of what a field is filled with."""
    if veld.validator or veld.converter:
        raise TypeError(f"{klasse.__name__}.{veld.name} is looked at: attrs has to make it")
    if veld.init and type(veld.default) is not attrs.Factory:
        return str(veld.alias)
    waarde = _vast(veld.default) or _genoemd(klasse, veld)
    return f"{waarde} if {veld.alias} is NotImplemented else {veld.alias}" if veld.init else waarde


def _genoemd(klasse: type[Any], veld: "attrs.Attribute[Any]") -> str:
    """Return the code of a default that has a name: in the module of the class, or in the class."""
    standaard: Any = veld.default
    if isinstance(standaard, Enum):
        return f"{_naam(klasse, type(standaard))}.{standaard.name}"
    if standaard.factory is dict:
        return "{}"
    if not standaard.takes_self:
        return f"{_naam(klasse, standaard.factory)}()"
    naam: str = standaard.factory.__name__
    if getattr(klasse, naam, None) is not standaard.factory:
        raise TypeError(f"{klasse.__name__}: {naam} is a default that the class does not know")
    return f"self.{naam}()"


def _naam(klasse: type[Any], ding: Any) -> str:
    naam: str = ding.__name__
    if getattr(sys.modules[klasse.__module__], naam, None) is not ding:
        raise TypeError(f"{klasse.__name__}: {naam} is a default that its module does not know")
    return f'globals()["{naam}"]'


def main(argumenten: Sequence[str] | None = None, pad: Path = PAD) -> int:
    """Write the module, or compare it with ``--controle``: 0 when it agrees, 1 when not."""
    return werk_bij(pad, tekst(), argumenten)


def werk_bij(pad: Path, inhoud: str, argumenten: Sequence[str] | None) -> int:
    """Do what the arguments of a command ask of a module that is made."""
    parser = argparse.ArgumentParser(prog=f"python -m geboortezorg.uitgave.{pad.stem}")
    parser.add_argument("--controle", action="store_true", help="compare only, write nothing")
    keuze = parser.parse_args(argumenten)
    nieuw = inhoud.encode()
    if pad.is_file() and pad.read_bytes() == nieuw:
        return 0
    sys.stdout.write(f"{'not up to date' if keuze.controle else 'wrote'}: {pad.name}\n")
    if not keuze.controle:
        pad.write_bytes(nieuw)
    return int(keuze.controle)


if __name__ == "__main__":
    sys.exit(main())
