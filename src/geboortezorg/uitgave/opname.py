"""``python3 dev.py opnemen``: judge the cases and record what else their rules say.

The author states the outcome and the reasons first. Only when the library agrees are the findings
written beside that, place and severity included; what changed in ``gevallen/`` is shown, to review.
"""

import argparse
import difflib
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from geboortezorg.convert import structureer_document
from geboortezorg.rapport import Rapport
from geboortezorg.regels.context import Context
from geboortezorg.uitgave.gevallen import BRONMAP, Geval, als_regel, lees
from geboortezorg.validation import validate

_OPGENOMEN: Final = re.compile(r"^bevindingen = \[.*?\]\n", re.MULTILINE | re.DOTALL)
_VERWACHT: Final = re.compile(r"^verwacht = .*\n", re.MULTILINE)


def oordeel(geval: Geval) -> Rapport:
    """Return the report on the document of a case, by its context."""
    context = None
    if geval.context is not None:
        context = Context.uit_document(structureer_document(geval.context))
    return validate(geval.document, context=context)


def neem_op(gevallen: Sequence[Geval]) -> tuple[dict[Path, str], list[str]]:
    """Return the files that must change with their new text, and what authors and library differ on.

    A case on which they differ is left as it was.
    """
    teksten: dict[Path, str] = {}
    verschillen = []
    for geval in gevallen:
        rapport = oordeel(geval)
        gevonden = rapport.van(geval.code)
        uitkomst, redenen = rapport.uitkomst(geval.code), {b.reden for b in gevonden}
        if (uitkomst, redenen) != (geval.uitkomst, geval.redenen):
            zegt = ": ".join([str(uitkomst), ", ".join(sorted(redenen))]).removesuffix(": ")
            verschillen.append(
                f"{geval.plaats}: the case says {geval.verwacht!r}, the library {zegt!r}"
            )
            continue
        regels = tuple(
            als_regel({"pad": pad, "uitkomst": b.uitkomst, "ernst": b.ernst, "reden": b.reden})
            for b in gevonden
            for pad in b.plaatsen
        )
        if regels != geval.bevindingen:
            tekst = teksten.get(geval.bestand) or geval.bestand.read_text("utf-8")
            teksten[geval.bestand] = _met_bevindingen(tekst, geval, regels)
    return teksten, verschillen


def _met_bevindingen(tekst: str, geval: Geval, regels: Sequence[str]) -> str:
    """Return the text of a file with other findings in the section of a case."""
    kop = f"[{geval.plaats}]\n"
    voor, _, rest = tekst.partition(kop)
    einde = re.search(r"^\[[^\n]*\]$", rest, re.MULTILINE)
    grens = einde.start() if einde else len(rest)
    deel = _OPGENOMEN.sub("", rest[:grens])
    nieuw = json.dumps(regels, ensure_ascii=False)
    if len(nieuw) > 100:
        nieuw = "[\n" + "".join(f"  {json.dumps(r, ensure_ascii=False)},\n" for r in regels) + "]"
    bij = f"bevindingen = {nieuw}\n" if regels else ""
    deel = _VERWACHT.sub(lambda gevonden: gevonden[0] + bij, deel, count=1)
    return f"{voor}{kop}{deel}{rest[grens:]}"


def main(argumenten: Sequence[str] | None = None, map_: Path = BRONMAP) -> int:
    """Record the cases of the given rules, or all: 1 when an author and the library differ."""
    parser = argparse.ArgumentParser(prog="python3 dev.py opnemen")
    parser.add_argument("codes", nargs="*", metavar="CODE", help="only the cases of these rules")
    codes = set(parser.parse_args(argumenten).codes)
    gevallen = [geval for geval in lees(map_) if not codes or geval.code in codes]
    teksten, verschillen = neem_op(gevallen)
    for bestand, nieuw in teksten.items():
        was = bestand.read_text("utf-8").splitlines(keepends=True)
        naam = bestand.relative_to(map_.parent).as_posix()
        sys.stdout.writelines(
            difflib.unified_diff(was, nieuw.splitlines(keepends=True), naam, naam, n=4)
        )
        bestand.write_text(nieuw, "utf-8", newline="\n")
    sys.stdout.write(f"{len(gevallen)} cases judged, {len(teksten)} files written\n")
    sys.stderr.writelines(f"{verschil}\n" for verschil in verschillen)
    return 1 if verschillen else 0


if __name__ == "__main__":
    sys.exit(main())
