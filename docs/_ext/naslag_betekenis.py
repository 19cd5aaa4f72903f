"""The page with what every field means beside others, made from the declarations."""

import attrs
from opmaak import tabel

from geboortezorg.betekenis import Betekenis
from geboortezorg.regels.eigenaren import EIGENAREN, code_van
from geboortezorg.regels.veldlezer import plekken

_KOP = """\
# What fields mean beside each other

What is declared on each field, and the rule that says so when a document contradicts it. How this
works: [](/uitleg/samenhang.md).
"""


def _zin(betekenis: Betekenis) -> str:
    """Return a declaration as it is written, without what it leaves at its default."""
    delen = [
        f"{veld.name}={getattr(betekenis, veld.name)!r}"
        for veld in attrs.fields(type(betekenis))
        if getattr(betekenis, veld.name) != veld.default and veld.name != "rol"
    ]
    return f"{type(betekenis).__name__}({', '.join(delen)})"


def betekenis_bladzijde() -> str:
    """Return the page with every kind of declaration, and every declaration at every place."""
    soorten = dict.fromkeys(type(plek.toets.betekenis) for plek in plekken())
    rijen: dict[tuple[str, str], dict[str, list[str]]] = {}
    for plek in plekken():
        veld = f"`{plek.klasse.__name__}.{plek.toets.veld}`"
        per_code = rijen.setdefault((veld, f"`{_zin(plek.toets.betekenis)}`"), {})
        plaats = f"{plek.soort} `{plek.patronen[0]}`"
        code = code_van(type(plek.toets.betekenis), plek.soort, plek.patronen[0])
        per_code.setdefault(code, []).append(plaats)
    uit = (
        [veld, zin, f"[{code}](regels.md#{code.lower()})", ", ".join(plaatsen)]
        for (veld, zin), per_code in sorted(rijen.items())
        for code, plaatsen in per_code.items()
    )
    bijzonder = sorted({code for paden in EIGENAREN.values() for code in paden.values()})
    return "\n".join(
        [
            _KOP,
            tabel(
                ["Declaration", "What it says"],
                ([f"`{s.__name__}`", " ".join((s.__doc__ or "").split())] for s in soorten),
            ),
            "Special rules that say it under a code of their own: "
            + ", ".join(f"[{code}](regels.md#{code.lower()})" for code in bijzonder)
            + ".\n",
            tabel(["Field", "Declaration", "Rule", "Where"], uit),
        ]
    )
