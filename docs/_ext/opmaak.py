"""Small pieces of Markdown that the generated pages share."""

from collections.abc import Iterable

from geboortezorg.bron import Bron
from geboortezorg.tijd import Looptijd


def cel(tekst: object) -> str:
    """Return a text that is safe inside a cell of a Markdown table."""
    return " ".join(str(tekst).split()).replace("|", "\\|")


def tabel(koppen: Iterable[str], rijen: Iterable[Iterable[object]]) -> str:
    """Return a Markdown table."""
    koppen = list(koppen)
    tekstregels = [koppen, ["---"] * len(koppen), *([cel(c) for c in rij] for rij in rijen)]
    return "\n".join("| " + " | ".join(tekstregel) + " |" for tekstregel in tekstregels) + "\n"


def toon_dagen(looptijd: Looptijd | None) -> str:
    """Return a period as text; nothing for None."""
    return "" if looptijd is None else f"{looptijd.van} t/m {looptijd.tot_en_met or '...'}"


def toon_bron(bron: Bron) -> str:
    """Return a source as one line of Markdown."""
    titel = cel(bron.titel)
    delen = [
        f"[{titel}]({bron.url})" if bron.url else titel,
        f"nr. {bron.nummer}" if bron.nummer else "",
        bron.artikel or "",
        f"text of {bron.toestand}" if bron.toestand else "",
        f"seen {bron.gezien_op}" if bron.gezien_op else "",
        f"({bron.verificatie})",
    ]
    tekst = ", ".join(deel for deel in delen[:-1] if deel) + f" {delen[-1]}"
    return f"{tekst}. {cel(bron.toelichting)}" if bron.toelichting else tekst
