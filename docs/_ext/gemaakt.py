"""What is made from the package itself: reference pages, and the list of tables in README.md.

``conf.py`` calls :func:`schrijf_bladzijden` at each build. Run as a program, this writes the list
in README.md, or with ``--controle`` says whether it is up to date.
"""

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from naslag_betekenis import betekenis_bladzijde
from naslag_dekking import dekking_bladzijde
from naslag_documenten import begrippen_bladzijde, documenten_bladzijde, modellen_bladzijde
from naslag_niet_beoordeeld import niet_beoordeeld_bladzijde
from naslag_regels import regels_bladzijde
from naslag_schema import schema_bladzijde, schemas_bladzijde
from naslag_tabellen import dekking, tabellen_bladzijde

from geboortezorg.documenten import DOCUMENTEN

README = Path(__file__).resolve().parents[2] / "README.md"
BEGIN = "<!-- made by `python3 dev.py bijwerken`: begin -->\n"
EINDE = "<!-- made by `python3 dev.py bijwerken`: end -->\n"

BLADZIJDEN: Mapping[str, Callable[[], str]] = {
    "begrippen.md": begrippen_bladzijde,
    "betekenis.md": betekenis_bladzijde,
    "brief.md": dekking_bladzijde,
    "documenten.md": documenten_bladzijde,
    "modellen.md": modellen_bladzijde,
    "niet-beoordeeld.md": niet_beoordeeld_bladzijde,
    "regels.md": regels_bladzijde,
    "schemas.md": schemas_bladzijde,
    "tabellen.md": tabellen_bladzijde,
    **{f"schema-{soort}.md": partial(schema_bladzijde, soort) for soort in DOCUMENTEN},
}


def schrijf_bladzijden(doel: Path) -> None:
    """Write the reference pages; one that did not change keeps its date."""
    doel.mkdir(parents=True, exist_ok=True)
    for naam, maak in BLADZIJDEN.items():
        tekst, bestand = maak(), doel / naam
        if not bestand.is_file() or bestand.read_text("utf-8") != tekst:
            bestand.write_text(tekst, "utf-8")


def met_dekking(readme: str) -> str:
    """Return the text of README.md with the list of tables as it is now."""
    voor, _, rest = readme.partition(BEGIN)
    _, _, na = rest.partition(EINDE)
    return f"{voor}{BEGIN}\n{dekking()}\n{EINDE}{na}"


def main(argumenten: list[str]) -> int:
    """Write the list in README.md, or with ``--controle`` compare it; 1 when it is not right."""
    was = README.read_text("utf-8")
    wordt = met_dekking(was)
    if "--controle" in argumenten:
        if was == wordt:
            print("README.md is up to date")
            return 0
        print("README.md is not up to date: run python3 dev.py bijwerken")
        return 1
    README.write_text(wordt, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
