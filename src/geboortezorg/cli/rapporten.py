"""Reports as a table for people."""

from collections.abc import Mapping
from typing import Final

from geboortezorg.cli.invoer import Invoer
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.rapport import Bevinding, Ernst, Oordeel, Rapport
from geboortezorg.regels.regel import Tekst

_KLEUR_OORDEEL: Final = {
    Oordeel.AKKOORD: "green",
    Oordeel.AFGEKEURD: "bold red",
    Oordeel.ONVOLLEDIG: "yellow",
}
_KLEUR_ERNST: Final = {Ernst.FOUT: "red", Ernst.WAARSCHUWING: "yellow", Ernst.INFO: "cyan"}

_PLAATS: Final = Tekst("regel {regel}, kolom {kolom}", "line {regel}, column {kolom}")
_KOLOM: Final = Tekst("kolom {kolom}", "column {kolom}")
_ANDERE: Final = Tekst(" en {aantal} andere", " and {aantal} more")
_HEEL: Final = Tekst("(hele document)", "(whole document)")
_MEER: Final = Tekst("en nog {aantal} plaatsen", "and {aantal} more places")
_TELLING: Final = Tekst(
    "Documenten: {totaal}. akkoord: {akkoord}, afgekeurd: {afgekeurd}, onvolledig: {onvolledig}.",
    "Documents: {totaal}. akkoord: {akkoord}, afgekeurd: {afgekeurd}, onvolledig: {onvolledig}.",
)
_ONLEESBAAR: Final = Tekst(" Onleesbaar: {aantal}.", " Unreadable: {aantal}.")


def toon_rapport(rapport: Rapport, document: Invoer, scherm: Scherm) -> None:
    """Show the verdict on one document, and below it what the rules have to say."""
    from rich.table import Table  # noqa: PLC0415 - rich is only loaded for people
    from rich.text import Text  # noqa: PLC0415

    pad = leesbaar(document.pad)
    if document.regel is not None:
        pad += f":{document.regel}"
    kop = Text(f"{pad}: ")
    kop.append(rapport.oordeel, _KLEUR_OORDEEL[rapport.oordeel])
    if rapport.oordeel is Oordeel.ONVOLLEDIG:
        kop.append(f" ({', '.join(rapport.oorzaken)})")
    scherm.toon(kop, soft_wrap=True)
    if not rapport.bevindingen:
        return
    tabel = Table.grid(padding=(0, 1), pad_edge=True)
    tabel.add_column(no_wrap=True)
    tabel.add_column(no_wrap=True)
    tabel.add_column(overflow="fold")
    for bevinding in rapport.bevindingen:
        cel = Text(_plaats(bevinding, document, scherm), "bold")
        cel.append(f"\n{scherm.tekst(Tekst(bevinding.tekst, bevinding.tekst_en))}", "not bold")
        ernst = Text(f"  {bevinding.ernst}", _KLEUR_ERNST[bevinding.ernst])
        tabel.add_row(ernst, bevinding.code, cel)
    if rapport.bevindingen_weggelaten:
        meer = scherm.tekst(_MEER).format(aantal=rapport.bevindingen_weggelaten)
        tabel.add_row("", "", meer)
    scherm.toon(tabel)


def _plaats(bevinding: Bevinding, document: Invoer, scherm: Scherm) -> str:
    """Say where it is: a JSON Pointer, or for a text that is not JSON a line and column."""
    if bevinding.pad:
        meer = scherm.tekst(_ANDERE).format(aantal=len(bevinding.ook_op))
        return bevinding.pad + (meer if bevinding.ook_op else "")
    waarden = {parameter.naam: parameter.waarde for parameter in bevinding.parameters}
    if "kolom" not in waarden:
        return scherm.tekst(_HEEL)
    # In NDJSON the line of the file stands with the path; that of the document is always 1.
    return scherm.tekst(_PLAATS if document.regel is None else _KOLOM).format_map(waarden)


def toon_telling(telling: Mapping[str, int], onleesbaar: int, scherm: Scherm) -> None:
    """Show how many documents got which verdict; those that are unreadable are afgekeurd too."""
    aantallen = {oordeel.value: telling.get(oordeel, 0) for oordeel in Oordeel}
    regel = scherm.tekst(_TELLING).format(totaal=sum(aantallen.values()), **aantallen)
    if onleesbaar:
        regel += scherm.tekst(_ONLEESBAAR).format(aantal=onleesbaar)
    scherm.toon(regel, soft_wrap=True)
