"""The templates of the generated pages, filled in."""

from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from opmaak import cel, toon_bron, toon_dagen

from geboortezorg.geld import toon_euro

OMGEVING: Final = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "sjablonen"),
    autoescape=select_autoescape(("html",)),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
OMGEVING.filters.update(
    cel=cel,
    bron=toon_bron,
    dagen=toon_dagen,
    euro=toon_euro,
    namen=lambda n: ", ".join(f"`{x}`" for x in n),
)


def vul(sjabloon: str, **velden: Any) -> str:
    """Return the Markdown that a template makes of these."""
    return OMGEVING.get_template(f"{sjabloon}.md.j2").render(**velden)
