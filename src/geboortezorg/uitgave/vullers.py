"""Write the `__init__` of the classes of which a first report makes objects: attrs need not do so then.

``python -m geboortezorg.uitgave.vullers`` writes ``geboortezorg/vullers.py``; with ``--controle`` it
only compares. Each does what attrs would write, for a class of which attrs only fills the fields.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import attrs

from geboortezorg.bevroren import velden

PAD: Final = Path(__file__).parents[1] / "vullers.py"

KLASSEN: Final = {
    "berekening.samenwerking.integraal": "Bundel",
    "bron": "Bron",
    "nummers._zorgsoorten": "Kwalificatie Zorgsoort",
    "nummers.cijfernummer": "Cijfernummer",
    "rapport": "Declaratieregeluitkomsten Rapport RegelUitkomst Samenvatting Tabelgebruik",
    "regels.ingebed": "Ingebed",
    "regels.nodig": "Nodig",
    "regels.regel": "Genoemd Melding Uitslag",
    "regels.veldvondst": "Toets",
    "tabellen.antwoord": "BekendTarief GenoemdePrestatie GevondenOpslag",
    "tabellen.fout": "Melding",
    "tabellen.index": "Index",
    "tekst": "Tekst",
    "tijd": "Looptijd Periode",
    "veld": "Veld",
    "vorm": "Veldvorm Vorm",
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
        for naam in delen.split():
            functie = f"_{module.rpartition('.')[2].lstrip('_')}_{naam.lower()}"
            functies += _functie(getattr(import_module(f"geboortezorg.{module}"), naam), functie)
            namen += f'    "geboortezorg.{module}.{naam}": {functie},\n'
    return f'{_KOP}{functies}VULLERS: Final = {{\n{namen}}}\n"""By the name of the class."""\n'


def _functie(klasse: type[Any], naam: str) -> str:
    alle = velden(klasse)
    if hasattr(klasse, "__attrs_post_init__") or not all(map(_eenvoudig, alle)):
        raise TypeError(f"{klasse.__name__} does more than fill its fields: attrs has to make it")
    op_naam = [_gegeven(veld) for veld in alle if veld.kw_only]
    lijst = ["self: Any", *(_gegeven(veld) for veld in alle if not veld.kw_only)]
    lijst += ["*", *op_naam] if op_naam else []
    gezet = "".join(f'    zet("{veld.name}", {veld.alias})\n' for veld in alle)
    kop = f"def {naam}({', '.join(lijst)}) -> None:"
    return f"{kop}\n    zet = object.__setattr__.__get__(self)\n{gezet}\n\n"


def _eenvoudig(veld: "attrs.Attribute[Any]") -> bool:
    """Say whether a field is filled as it is given, or by a value that stands for itself in code."""
    vast = veld.default in (attrs.NOTHING, None, ()) or type(veld.default) in (bool, int, str)
    return vast and veld.init and not (veld.validator or veld.converter)


def _gegeven(veld: "attrs.Attribute[Any]") -> str:
    if veld.default is attrs.NOTHING:
        return f"{veld.alias}: Any"
    vast = json.dumps(veld.default) if type(veld.default) is str else repr(veld.default)
    return f"{veld.alias}: Any = {vast}"


def main(argumenten: Sequence[str] | None = None, pad: Path = PAD) -> int:
    """Write the module, or compare it with ``--controle``: 0 when it agrees, 1 when not."""
    parser = argparse.ArgumentParser(prog="python -m geboortezorg.uitgave.vullers")
    parser.add_argument("--controle", action="store_true", help="compare only, write nothing")
    keuze = parser.parse_args(argumenten)
    nieuw = tekst().encode()
    if pad.is_file() and pad.read_bytes() == nieuw:
        return 0
    sys.stdout.write(f"{'not up to date' if keuze.controle else 'wrote'}: {pad.name}\n")
    if not keuze.controle:
        pad.write_bytes(nieuw)
    return int(keuze.controle)


if __name__ == "__main__":
    sys.exit(main())
