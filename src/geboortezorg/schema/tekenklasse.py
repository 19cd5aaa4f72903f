"""Character classes of regular expressions, as sets of characters that can be compared."""

import re
from typing import Final

Bereik = tuple[int, int]
"""The first and the last of a range of code points, both included."""

_HOOGSTE_TEKEN: Final = 0x10FFFF
_TEKEN: Final = re.compile(
    r"\\x(?P<hex>[0-9A-Fa-f]{2})|\\(?P<los>[^0-9A-Za-z])|(?P<kaal>[^\\\]\[])"
)


def tekens_van(patroon: str) -> list[Bereik] | None:
    """Return the characters that a pattern of one class matches, as sorted ranges.

    None when the pattern is not one class, or holds what not every engine reads alike.
    """
    if len(patroon) < 3 or patroon[0] != "[" or patroon[-1] != "]":
        return None
    omgekeerd = patroon[1] == "^"
    delen = _lees_klasse(patroon[2 if omgekeerd else 1 : -1])
    if not delen:
        return None
    delen = _samen(delen)
    return _omgekeerd(delen) if omgekeerd else delen


def _lees_klasse(binnen: str) -> list[Bereik] | None:
    """Read the inside of a character class: characters, ranges, hexadecimal and escaped signs."""
    tekens: list[int | None] = []  # None stands for a hyphen that may make a range
    plek = 0
    while plek < len(binnen):
        gevonden = _TEKEN.match(binnen, plek)
        if gevonden is None:
            return None
        plek = gevonden.end()
        if gevonden["hex"] is not None:
            tekens.append(int(gevonden["hex"], 16))
        else:
            tekens.append(
                None if gevonden["kaal"] == "-" else ord(gevonden["los"] or gevonden["kaal"])
            )
    uit: list[Bereik] = []
    while tekens:
        van = tekens.pop(0)
        tot = van
        if len(tekens) > 1 and tekens[0] is None:
            tot = tekens[1]
            del tekens[:2]
        uit.append((ord("-") if van is None else van, ord("-") if tot is None else tot))
    return uit if all(van <= tot for van, tot in uit) else None


def _samen(delen: list[Bereik]) -> list[Bereik]:
    """Return the same code points as sorted ranges that do not touch."""
    uit: list[Bereik] = []
    for van, tot in sorted(delen):
        if uit and van <= uit[-1][1] + 1:
            uit[-1] = (uit[-1][0], max(uit[-1][1], tot))
        else:
            uit.append((van, tot))
    return uit


def _omgekeerd(delen: list[Bereik]) -> list[Bereik]:
    uit, volgende = [], 0
    for van, tot in delen:
        if volgende < van:
            uit.append((volgende, van - 1))
        volgende = tot + 1
    if volgende <= _HOOGSTE_TEKEN:
        uit.append((volgende, _HOOGSTE_TEKEN))
    return uit


def valt_binnen(klein: list[Bereik], groot: list[Bereik]) -> bool:
    """Say whether one set of characters is part of another."""
    return all(any(g[0] <= k[0] and k[1] <= g[1] for g in groot) for k in klein)
