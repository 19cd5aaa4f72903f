"""What every field means beside others, made from the declarations."""

from functools import cache
from typing import Any

from sjabloon import vul

from geboortezorg.betekenis import Betekenis
from geboortezorg.regels.eigenaren import EIGENAREN, code_van
from geboortezorg.regels.veldlezer import plekken


def _zin(betekenis: Betekenis) -> str:
    """Return a declaration as it is written, without what it leaves at its default."""
    delen = [f"{naam}={waarde!r}" for naam, waarde in betekenis.anders() if naam != "rol"]
    return f"{type(betekenis).__name__}({', '.join(delen)})"


@cache
def _verklaringen() -> dict[tuple[type[Any], str, str], dict[str, list[str]]]:
    """Return the places of each declaration of a class, by the code of the rule that reads it."""
    uit: dict[tuple[type[Any], str, str], dict[str, list[str]]] = {}
    for plek in plekken():
        code = code_van(type(plek.toets.betekenis), plek.soort, plek.patronen[0])
        sleutel = (plek.klasse, plek.toets.veld, _zin(plek.toets.betekenis))
        per_code = uit.setdefault(sleutel, {})
        per_code.setdefault(code, []).append(f"{plek.soort} `{plek.patronen[0]}`")
    return uit


def betekenis_van(klasse: type[Any]) -> list[list[str]]:
    """Return each declaration on a field of a class: field, declaration, rule and places."""
    return [
        [f"`{veld}`", f"`{zin}`", code, ", ".join(plaatsen)]
        for (van, veld, zin), per_code in sorted(
            _verklaringen().items(), key=lambda verklaring: verklaring[0][1:]
        )
        if van is klasse
        for code, plaatsen in per_code.items()
    ]


def betekenis_bladzijde() -> str:
    """Return the page with every kind of declaration."""
    soorten = dict.fromkeys(type(plek.toets.betekenis) for plek in plekken())
    bijzonder = sorted({code for paden in EIGENAREN.values() for code in paden.values()})
    return vul(
        "betekenis",
        soorten=[[f"`{s.__name__}`", " ".join((s.__doc__ or "").split())] for s in soorten],
        bijzonder=", ".join(bijzonder),
    )
