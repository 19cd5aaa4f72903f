"""Read the tables that ship once, with every check, so that a user need not.

``python -m geboortezorg.uitgave.gelezen`` writes what is in them under ``tabellen/gelezen``; with
``--controle`` it only compares.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from geboortezorg.bron import Bron
from geboortezorg.convert import structureer, structureer_document
from geboortezorg.tabellen import leestoml, pakket
from geboortezorg.tabellen.lader import uit_bestanden


def inhoud(map_: str) -> bytes:
    """Return the JSON of a folder: of each file its length and what is in it.

    Raises TabelFout for a table of tariffs or a list that does not pass the checks of a file, and
    for tables that do not agree; Vormfouten for what else does not have the shape of its class.
    """
    if not map_:
        uit_bestanden()
    uit: dict[str, Any] = {}
    for naam, data in pakket.bestanden(*filter(None, [map_])):
        gelezen = leestoml.lees(data)[0]
        if map_ == "bronnen":
            for bron in gelezen.values():
                structureer(Bron, bron)
        else:
            structureer_document(gelezen)
        uit[naam] = {"bytes": len(data), "inhoud": gelezen}
    regels = (f"{json.dumps(naam)}:{_klein(deel)}" for naam, deel in uit.items())
    return ("{" + ",\n".join(regels) + "}\n").encode()


def _klein(waarde: Any) -> str:
    return json.dumps(waarde, ensure_ascii=False, separators=(",", ":"))


def main(argumenten: Sequence[str] | None = None, hier: str = pakket.HIER) -> int:
    """Write the files, or compare them with ``--controle``: 0 when they agree, 1 when not.

    A file that is right is touched, so that it is younger than the tables.
    """
    parser = argparse.ArgumentParser(prog="python -m geboortezorg.uitgave.gelezen")
    parser.add_argument("--controle", action="store_true", help="compare only, write nothing")
    keuze = parser.parse_args(argumenten)
    anders = 0
    for map_ in pakket.MAPPEN:
        pad, nieuw = Path(pakket.gelezenpad(map_, hier)), inhoud(map_)
        if pad.is_file() and pad.read_bytes() == nieuw:
            if not keuze.controle:
                pad.touch()
            continue
        anders += 1
        sys.stdout.write(f"{'not up to date' if keuze.controle else 'wrote'}: {pad.name}\n")
        if not keuze.controle:
            pad.parent.mkdir(exist_ok=True)
            pad.write_bytes(nieuw)
    return 1 if anders and keuze.controle else 0


if __name__ == "__main__":
    sys.exit(main())
