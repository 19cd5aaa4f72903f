"""What is made from the package itself: reference pages, and lists in README.md, CHANGELOG.md.

``conf.py`` calls :func:`schrijf_bladzijden` at each build. Run as a program, this writes those
lists, or with ``--controle`` says whether they are up to date.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from naslag_begrippen import begrippenbladzijden
from naslag_betekenis import betekenis_bladzijde
from naslag_dekking import dekking_bladzijde
from naslag_documenten import klassenbladzijden
from naslag_ei import eibladzijden
from naslag_fhir import fhir_bladzijde
from naslag_lijnen import lijnenbladzijden
from naslag_niet_beoordeeld import niet_beoordeeld_bladzijden
from naslag_regels import regelbladzijden, regellijst
from naslag_schema import soortbladzijden
from naslag_tabellen import dekking, tabelbladzijden

WORTEL = Path(__file__).resolve().parents[2]
BEGIN = "<!-- made by `python3 dev.py bijwerken`: begin -->\n"
EINDE = "<!-- made by `python3 dev.py bijwerken`: end -->\n"

LIJSTEN: Mapping[Path, Callable[[], str]] = {
    WORTEL / "README.md": dekking,
    WORTEL / "CHANGELOG.md": regellijst,
}
"""The files with a list between marks, and what makes it."""


def bladzijden() -> dict[str, Callable[[], str]]:
    """Return what makes each generated page, by its place under ``docs/naslag``."""
    return {
        "betekenis.md": betekenis_bladzijde,
        "brief.md": dekking_bladzijde,
        "fhir.md": fhir_bladzijde,
        **begrippenbladzijden(),
        **eibladzijden(),
        **lijnenbladzijden(),
        **klassenbladzijden(),
        **niet_beoordeeld_bladzijden(),
        **regelbladzijden(),
        **soortbladzijden(),
        **tabelbladzijden(),
    }


def schrijf_bladzijden(doel: Path) -> None:
    """Write the generated pages; one that did not change keeps its date, one too many goes."""
    alle = bladzijden()
    for bestand in doel.rglob("*.md"):
        if bestand.relative_to(doel).as_posix() not in alle:
            bestand.unlink()
    for naam, maak in alle.items():
        tekst, bestand = maak(), doel / naam
        bestand.parent.mkdir(parents=True, exist_ok=True)
        if not bestand.is_file() or bestand.read_text("utf-8") != tekst:
            bestand.write_text(tekst, "utf-8")


def met_gemaakt(tekst: str, lijst: str) -> str:
    """Return the text of a file with what is made between its marks as it is now."""
    voor, _, rest = tekst.partition(BEGIN)
    _, _, na = rest.partition(EINDE)
    return f"{voor}{BEGIN}\n{lijst}\n\n{EINDE}{na}"


def main(argumenten: list[str]) -> int:
    """Write the lists, or with ``--controle`` compare them; 1 when one is not right."""
    code = 0
    for pad, maak in LIJSTEN.items():
        was = pad.read_text("utf-8")
        wordt = met_gemaakt(was, maak().strip())
        if "--controle" not in argumenten:
            pad.write_text(wordt, "utf-8")
        elif was == wordt:
            print(f"{pad.name} is up to date")
        else:
            print(f"{pad.name} is not up to date: run python3 dev.py bijwerken")
            code = 1
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
