"""The pages of the glossary, each with a part of the alphabet."""

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

from sjabloon import vul

BEGRIPPEN: Final = Path(__file__).resolve().parent.parent / "begrippen.toml"
DELEN: Final = {"a-d": ("a", "d"), "e-k": ("e", "k"), "l-p": ("l", "p"), "q-z": ("q", "z")}
"""First and last letter of each part, by the name of its page."""


@cache
def begrippen() -> dict[str, Any]:
    """Return the glossary as it stands in its source file."""
    return tomllib.loads(BEGRIPPEN.read_text("utf-8"))


def _sleutel(begrip: Mapping[str, Any]) -> str:
    return str(begrip["nl"]).lower().replace("à", "a")


def anker(begrip: Mapping[str, Any]) -> str:
    """Return the anchor of a concept."""
    return "begrip-" + "-".join(re.findall(r"\w+", _sleutel(begrip)))


def deel_van(begrip: Mapping[str, Any]) -> str:
    """Return the part of the glossary that a concept stands in."""
    letter = _sleutel(begrip)[0]
    return next(naam for naam, (van, tot) in DELEN.items() if van <= letter <= tot)


def deel_bladzijde(deel: str) -> str:
    """Return the page of a part of the alphabet."""
    in_deel = sorted((b for b in begrippen()["begrip"] if deel_van(b) == deel), key=_sleutel)
    gevuld = [{"namen": (), **begrip, "anker": anker(begrip)} for begrip in in_deel]
    return vul("begrippendeel", titel=deel, begrippen=gevuld)


def begrippen_bladzijde() -> str:
    """Return the page from which every concept is found."""
    rijen = (
        [f"[{b['nl']}]({deel_van(b)}.md#{anker(b)})", b["en"], b["uitleg"].split(". ")[0]]
        for b in sorted(begrippen()["begrip"], key=_sleutel)
    )
    return vul("begrippen", rijen=rijen, delen=list(DELEN))


def woorden_bladzijde() -> str:
    """Return the page with the words that field names are made of."""
    woorden = ([f"`{nl}`", en] for nl, en in sorted(begrippen()["woorden"].items()))
    return vul("woorden", woorden=woorden)


def begrippenbladzijden() -> dict[str, Callable[[], str]]:
    """Return every page of the glossary, by its place."""
    return {
        "begrippen/index.md": begrippen_bladzijde,
        "begrippen/woorden.md": woorden_bladzijde,
        **{f"begrippen/{deel}.md": partial(deel_bladzijde, deel) for deel in DELEN},
    }
