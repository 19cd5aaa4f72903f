"""The lists of codes that ship with this library: what a return code of an insurer means."""

from functools import cache
from importlib import resources

from geboortezorg.convert import structureer_document
from geboortezorg.model.codelijst import Code, Codelijst
from geboortezorg.tabellen import leestoml


@cache
def codelijst(naam: str = "cod954") -> Codelijst:
    """Return a list of codes by its name. Raises KeyError when no such list ships."""
    bestand = resources.files(__package__).joinpath("data", "codelijsten", f"{naam}.toml")
    if not naam.isalnum() or not bestand.is_file():
        raise KeyError("er is geen codelijst met deze naam")
    gegeven, _ = leestoml.lees(bestand.read_bytes())
    lijst: Codelijst = structureer_document(gegeven)
    return lijst


def retourcode(code: str) -> Code | None:
    """Return the meaning of a Vektis return code (COD954); None when it was not seen."""
    for kandidaat in codelijst().codes:
        if kandidaat.code == code:
            return kandidaat
    return None
