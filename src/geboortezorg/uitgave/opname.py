"""``python3 dev.py opnemen``: judge the cases and record what else their rules say.

The author states the outcome and the reasons first. Only when the library agrees are the findings
written beside that, place and severity included; what changed in ``gevallen/`` is shown, to review.
"""

import argparse
import difflib
import json
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from geboortezorg.convert import structureer_document
from geboortezorg.rapport import Oordeel, Rapport
from geboortezorg.regels.context import Context
from geboortezorg.tabellen import proeftabellen
from geboortezorg.uitgave.gevallen import BRONMAP, OORDEEL, Geval, als_tekst, lees
from geboortezorg.validation import validate

_OPGENOMEN: Final = re.compile(r"^bevindingen = \[.*?\]\n", re.MULTILINE | re.DOTALL)
_VERWACHT: Final = re.compile(r"^verwacht = .*\n", re.MULTILINE)
_HIAAT: Final = re.compile(r"^hiaat = .*\n", re.MULTILINE)


def rapport_over(geval: Geval) -> Rapport | None:
    """Return the report on the document of a case; None when its context itself is refused."""
    if geval.context is None:
        return validate(geval.document, context=Context(tabellen=proeftabellen()))
    try:
        context = Context.uit_document(structureer_document(geval.context), basis=proeftabellen())
    except ValueError:
        return None
    return validate(geval.document, context=context)


def klopt(geval: Geval, rapport: Rapport | None) -> bool:
    """Say whether the verdict is a right one; who refuses the context refuses the document."""
    oordeel = Oordeel.AFGEKEURD if rapport is None else rapport.oordeel
    return oordeel in geval.oordeel_in


def neem_op(gevallen: Sequence[Geval]) -> tuple[dict[Path, str], list[str]]:
    """Return the files that must change with their new text, and what authors and library differ on.

    A case on which they differ is left as it was.
    """
    teksten: dict[Path, str] = {}
    verschillen = []
    for geval in gevallen:
        rapport = rapport_over(geval)
        if geval.code == OORDEEL:
            verschil, nieuw = _oordeel(geval, rapport)
        else:
            verschil, nieuw = _bevindingen(geval, rapport)
        if verschil is not None:
            verschillen.append(f"{geval.plaats}: {verschil}")
        elif nieuw is not None:
            tekst = teksten.get(geval.bestand) or geval.bestand.read_text("utf-8")
            teksten[geval.bestand] = _met(tekst, geval, nieuw)
    return teksten, verschillen


_Uitkomst = tuple[str | None, Callable[[str], str] | None]
"""How author and library differ, or how the section of the case must change; or neither."""


def _oordeel(geval: Geval, rapport: Rapport | None) -> _Uitkomst:
    goed = klopt(geval, rapport)
    if not goed and not geval.hiaat:
        zegt = None if rapport is None else str(rapport.oordeel)
        return f"the case says {' or '.join(geval.oordeel_in)!r}, the library {zegt!r}", None
    return None, partial(_HIAAT.sub, "") if goed and geval.hiaat else None


def _bevindingen(geval: Geval, rapport: Rapport | None) -> _Uitkomst:
    if rapport is None:
        return "its context is refused", None
    gevonden = rapport.van(geval.code)
    uitkomst, redenen = rapport.uitkomst(geval.code), {b.reden for b in gevonden}
    if (uitkomst, redenen) != (geval.uitkomst, geval.redenen):
        zegt = ": ".join([str(uitkomst), ", ".join(sorted(redenen))]).removesuffix(": ")
        return f"the case says {geval.verwacht!r}, the library {zegt!r}", None
    teksten = tuple(
        als_tekst({"pad": pad, "uitkomst": b.uitkomst, "ernst": b.ernst, "reden": b.reden})
        for b in gevonden
        for pad in b.plaatsen
    )
    return None, None if teksten == geval.bevindingen else partial(_opgenomen, teksten)


def _opgenomen(teksten: Sequence[str], deel: str) -> str:
    """Return the section of a case with other findings in it."""
    nieuw = json.dumps(teksten, ensure_ascii=False)
    if len(nieuw) > 100:
        nieuw = "[\n" + "".join(f"  {json.dumps(r, ensure_ascii=False)},\n" for r in teksten) + "]"
    bij = f"bevindingen = {nieuw}\n" if teksten else ""
    return _VERWACHT.sub(lambda gevonden: gevonden[0] + bij, _OPGENOMEN.sub("", deel), count=1)


def _met(tekst: str, geval: Geval, wijzig: Callable[[str], str]) -> str:
    """Return the text of a file in which the section of a case is changed."""
    kop = f"[{geval.plaats}]\n"
    voor, _, rest = tekst.partition(kop)
    einde = re.search(r"^\[[^\n]*\]$", rest, re.MULTILINE)
    grens = einde.start() if einde else len(rest)
    return f"{voor}{kop}{wijzig(rest[:grens])}{rest[grens:]}"


def main(argumenten: Sequence[str] | None = None, map_: Path = BRONMAP) -> int:
    """Record the cases of the given rules, or all: 1 when an author and the library differ."""
    parser = argparse.ArgumentParser(prog="python3 dev.py opnemen")
    parser.add_argument("codes", nargs="*", metavar="CODE", help="only the cases of these rules")
    parser.add_argument("--hiaten", action="store_true", help="only drop the gaps that are closed")
    keuze = parser.parse_args(argumenten)
    gevallen = [geval for geval in lees(map_) if not keuze.codes or geval.code in keuze.codes]
    if keuze.hiaten:
        gevallen = [geval for geval in gevallen if geval.hiaat]
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
