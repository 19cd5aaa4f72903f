"""``geboortezorg regels``: the catalogue of rules, and the explanation of one."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Final

from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.scherm import Scherm
from geboortezorg.cli.tarief import bronteksten, toon_looptijd
from geboortezorg.regels.catalogus import Feitplaats, soorten_van
from geboortezorg.regels.regel import Regel, Tekst
from geboortezorg.regels.register import PER_CODE, REGELS
from geboortezorg.schema import catalogus, catalogusregel

_ONBEKEND: Final = Tekst(
    "er is geen regel met deze code; `geboortezorg regels` noemt ze alle",
    "there is no rule with this code; `geboortezorg regels` lists them all",
)
_WAAR: Final = {
    Feitplaats.DOCUMENT: Tekst("in het document", "in the document"),
    Feitplaats.CONTEXT: Tekst("in de context", "in the context"),
}


def voer_uit(argumenten: Namespace, scherm: Scherm) -> int:
    """Show the rules, or one of them; 0, or 2 when there is no such rule."""
    code = argumenten.code
    if code is not None and code.upper() not in PER_CODE:
        raise Gebruiksfout(scherm.tekst(_ONBEKEND))
    if argumenten.format == "json":
        scherm.json(catalogus()["regels"] if code is None else catalogusregel(code.upper()))
    elif code is None:
        scherm.tabel(
            (Tekst("code", "code"), Tekst("norm", "norm"), Tekst("verificatie", "verification")),
            ((r.code, scherm.tekst(r.titel), r.verificatie.value) for r in REGELS),
        )
    else:
        scherm.rijen(_rijen(PER_CODE[code.upper()], scherm))
    return 0


def _rijen(regel: Regel, scherm: Scherm) -> Iterator[tuple[Tekst, str]]:
    yield Tekst("code", "code"), regel.code
    yield Tekst("norm", "norm"), scherm.tekst(regel.titel)
    yield Tekst("ernst", "severity"), regel.ernst.value
    yield Tekst("beoordeelt", "judges"), ", ".join(soorten_van(regel))
    yield Tekst("peildatum", "peildatum"), regel.peildatum.value
    if regel.geldig is not None:
        yield Tekst("geldig", "valid"), toon_looptijd(regel.geldig, scherm)
    for bron in regel.bronnen:
        yield from bronteksten(bron)
    yield Tekst("velden", "fields"), ", ".join(veld or "/" for veld in regel.velden)
    if regel.retourcodes:
        yield Tekst("retourcodes", "return codes"), ", ".join(regel.retourcodes)
    for feit in catalogusregel(regel.code)["feiten"]:
        waar = scherm.tekst(_WAAR[Feitplaats(feit["plaats"])])
        yield Tekst("nodig", "needs"), f"{feit['pad']} ({waar}): {', '.join(feit['redenen'])}"
    yield Tekst("bladzijde", "page"), f"naslag/regels/{regel.code}.html"
    for naam, tekst in regel.redenen.items():
        yield Tekst("geval", "case"), f"{naam}: {scherm.tekst(tekst)}"
