"""Whether an object holds members, by their JSON Pointers: read by a function made of its class."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, final

from geboortezorg.regels.veldpad import OnbekendVeldpad, Veldpad, veldvorm

_EEN_VRAAG: Final = 2
"""How many lines ask for one member, and set its bit."""
_Lees = Callable[[Any], int]
_Bits = Mapping[tuple[str, ...], int]
"""Bits by what is left of the path to a member."""


def bestaat(klasse: type[Any], patroon: str) -> bool:
    """Say whether objects of a class can hold a member."""
    try:
        Veldpad(klasse, ".".join(_delen(patroon)))
    except OnbekendVeldpad:
        return False
    return True


@final
class Leden(dict[frozenset[str] | None, _Lees]):
    """Functions that give the bits of the members that a document holds, and not empty.

    By which members are usual where it holds no others, else by None.
    """

    def __init__(self, klasse: type[Any], patronen: Mapping[str, int]) -> None:
        super().__init__()
        self._klasse = klasse
        self._per_lid = {_delen(patroon): bit for patroon, bit in patronen.items()}

    def __missing__(self, gewoon: frozenset[str] | None) -> _Lees:
        functie = self[gewoon] = _genereer(self._klasse, self._per_lid, gewoon)
        return functie


def _genereer(klasse: type[Any], per_lid: _Bits, gewoon: frozenset[str] | None) -> _Lees:
    """Return the function for documents that hold no members but the `gewoon` and required ones."""
    if gewoon is not None:
        per_lid = {lid: bit for lid, bit in per_lid.items() if _kan_er_zijn(klasse, lid, gewoon)}
    tekstregels = ["bits = 0", *_lees(klasse, "o", per_lid, 0), "return bits"]
    tekst = "def lees(o):\n" + "".join(f"    {tekstregel}\n" for tekstregel in tekstregels)
    ruimte: dict[str, Any] = {}
    code = compile(tekst, f"<leden {klasse.__name__}>", "exec")
    exec(code, ruimte)  # noqa: S102 - the text comes from our own rules and model classes only
    functie: _Lees = ruimte["lees"]
    return functie


def _kan_er_zijn(klasse: type[Any], delen: Iterable[str], gewoon: frozenset[str]) -> bool:
    pad, houder = "", klasse
    for naam in delen:
        lid, pad = veldvorm(houder, naam), f"{pad}/{naam}"
        if not lid.verplicht and pad not in gewoon:
            return False
        if lid.vorm.item is not None:
            pad += "/*"
        houder = (lid.vorm.item or lid.vorm).klasse or houder
    return True


def _delen(patroon: str) -> tuple[str, ...]:
    return tuple(deel for deel in patroon.split("/") if deel not in {"", "*"})


def _lees(klasse: type[Any], obj: str, per_lid: _Bits, diepte: int) -> Iterator[str]:
    """Yield the lines that read members of an object: each list is walked once."""
    per_naam: dict[str, dict[tuple[str, ...], int]] = {}
    for (naam, *rest), bit in per_lid.items():
        per_naam.setdefault(naam, {})[tuple(rest)] = bit
    for naam, onder in per_naam.items():
        vorm, deel = veldvorm(klasse, naam).vorm, f"x{diepte}"
        bit = onder.pop((), 0)
        waarde = deel if onder else f"{obj}.{naam}"  # what is in it is read below, if anything is
        if onder:
            yield f"{deel} = {obj}.{naam}"
        yield f"if {waarde}:" if vorm.item is not None else f"if {waarde} is not None:"
        if bit:
            yield f"    bits |= {bit}"
        item = (vorm.item or vorm).klasse
        if onder and item is not None:
            binnen = deel
            if vorm.item is not None:
                binnen = f"i{diepte}"
                yield f"    for {binnen} in {deel}:"
            extra = "    " if vorm.item is None else "        "
            tekstregels = list(_lees(item, binnen, onder, diepte + 1))
            if vorm.item is not None and len(tekstregels) == _EEN_VRAAG:
                tekstregels.append("    break")  # no other item says more
            yield from (f"{extra}{t}" for t in tekstregels)
