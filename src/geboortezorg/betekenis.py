"""What a field means for the rest of its document, declared on the field beside its unit.

The shape of a field says which values can stand there; a :class:`Betekenis` says how they hang
together: a key, a reference, a day that has been, the end of a period. The general rules
``GZ-SAMENHANG`` read these declarations wherever the class stands, and the reference pages, the
fields that those rules may report on and the tests are made from them::

    termijnen: tuple[Termijn, ...] = _veld(
        metadata=veld.lijst("Instalments.", "Termijnen.", betekenis=(Uniek("termijn_id"),))
    )

A declaration is read from the object that holds the field. `eigen` leads from the value of the
field to what is meant, `ander` (or `naar`) from the object to what it is held against; both are
names joined by full stops, and go through lists by themselves. What is left out is not judged.
"""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Final, NoReturn, dataclass_transform, final

_VERPLICHT: Final = object()


@final
class _OpNaam:
    """The default of what is only given by its name."""

    __slots__ = ("standaard",)

    def __init__(self, standaard: Any) -> None:
        self.standaard = standaard


def _veld(*, default: Any, kw_only: bool) -> Any:
    """Return the default of what may be given by its name, and is only given so."""
    return _OpNaam(default) if kw_only else default


@dataclass_transform(frozen_default=True, field_specifiers=(_veld,))
class _Verklaring:
    """Takes what its class declares, and holds it, as a frozen class of attrs would.

    There are many of these classes, each with a few objects, and a process needs them all before
    its first report: to have attrs make them takes longer than all that they are asked.
    """

    _velden: ClassVar[dict[str, tuple[Any, bool]]] = {}

    def __init_subclass__(cls) -> None:
        """Note the fields: the default of each, and whether it is given by name only."""
        velden = dict(cls._velden)
        for naam in cls.__annotations__:
            standaard = vars(cls).get(naam, _VERPLICHT)
            op_naam = isinstance(standaard, _OpNaam)
            velden[naam] = (standaard.standaard if op_naam else standaard, op_naam)
        cls._velden = velden

    def __init__(self, *plaats: Any, **op_naam: Any) -> None:
        over = [*reversed(plaats)]
        for naam, (standaard, alleen_op_naam) in self._velden.items():
            waarde = over.pop() if over and not alleen_op_naam else op_naam.pop(naam, standaard)
            if waarde is _VERPLICHT:
                raise TypeError("deze verklaring mist een verplicht deel")
            vars(self)[naam] = waarde
        if over or op_naam:
            raise TypeError("deze verklaring kent niet alle delen")

    def __setattr__(self, naam: str, waarde: object) -> NoReturn:
        raise AttributeError("een verklaring verandert niet")

    def __eq__(self, ander: object) -> bool:
        return type(ander) is type(self) and vars(ander) == vars(self)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        delen = ", ".join(f"{naam}={waarde!r}" for naam, waarde in vars(self).items())
        return f"{type(self).__name__}({delen})"

    def anders(self) -> Iterator[tuple[str, Any]]:
        """Yield the name and the value of what is not at its default."""
        for naam, waarde in vars(self).items():
            if waarde != self._velden[naam][0]:
                yield naam, waarde


class Betekenis(_Verklaring):
    """One declaration; which kind it is decides which rule reads it."""

    vermoeden: bool = _veld(default=False, kw_only=True)
    """Whether a breach only raises suspicion: it can be right."""


@final
class Uniek(Betekenis):
    """On a list: no two of its parts have the same `eigen`, together with the fields `per`.

    `per` are fields of the object that holds the last name of `eigen`. In free text case and
    spaces make no difference.
    """

    eigen: str = ""
    per: tuple[str, ...] = _veld(default=(), kw_only=True)


@final
class Ander(Betekenis):
    """`eigen` of no part is the value `ander` of the object that holds the list, or the part."""

    ander: str
    eigen: str


@final
class Eenduidig(Betekenis):
    """On a list: parts with the same key `sleutel` say the same in `eigen`."""

    sleutel: str
    eigen: str


@final
class Verwijst(Betekenis):
    """A reference: `naar` leads to keys, one of which it must be."""

    naar: str
    eigen: str = ""


@final
class Strookt(Betekenis):
    """A reference whose object agrees with the one that it refers to.

    `gelijk` are pairs of fields, of the object that refers and of the one referred to, that are
    equal when both are filled in.
    """

    naar: str
    eigen: str
    gelijk: tuple[tuple[str, str], ...]


@final
class Eindigt(Betekenis):
    """The end of what the field `begin` of the same object begins: not before it.

    With `strikt` the end comes after the begin: nothing lasts no time at all.
    """

    begin: str
    strikt: bool = _veld(default=False, kw_only=True)


@final
class Gebeurd(Betekenis):
    """What has happened: its last day does not lie after the day of judging."""

    eigen: str = ""


@final
class NietVoor(Betekenis):
    """Begins on the first day of `ander` or later."""

    ander: str
    eigen: str = ""


@final
class NietNa(Betekenis):
    """Ends on the last day of `ander` or earlier; what has no end yet ends after every day.

    With `jaren` it may end so many calendar years after that of the last day.
    """

    ander: str
    eigen: str = ""
    jaren: int = _veld(default=0, kw_only=True)


@final
class GeenOverlap(Betekenis):
    """On a list: the periods `eigen` of parts with the same `per` share no day.

    `per` are fields of the parts; a part that lacks the first of them is not looked at, nor is one
    in which the first field does not have one of `waarden`, when these are given.
    """

    eigen: str = "looptijd"
    per: tuple[str, ...] = _veld(default=(), kw_only=True)
    waarden: tuple[str, ...] = _veld(default=(), kw_only=True)


@final
class Nabij(Betekenis):
    """A day that lies not more than so many years after that of judging."""

    eigen: str = ""
    jaren: int = _veld(default=20, kw_only=True)


@final
class Duurt(Betekenis):
    """A period of at most so many years, when it has an end."""

    hooguit_jaren: int


@final
class AGB(Betekenis):
    """An AGB-code that can exist."""


@final
class NietNul(Betekenis):
    """A number that is not all zeros."""


@final
class Past(Betekenis):
    """One of the values that `mag` has for the value of the field `bij` of the same object.

    For a value that `mag` does not have, every value will do. Without `bij` the key is empty.
    """

    mag: Mapping[str, tuple[str, ...]]
    eigen: str = ""
    bij: str = ""


@final
class Zorgsoort(Betekenis):
    """An AGB-code that begins with one of these zorgsoorten.

    `rol` names fields of the same object, each with the zorgsoorten for its values; the first
    field that has some decides, and without any every zorgsoort will do.
    """

    zorgsoorten: tuple[str, ...] = ()
    rol: tuple[tuple[str, Mapping[str, tuple[str, ...]]], ...] = _veld(default=(), kw_only=True)


@final
class Hooguit(Betekenis):
    """Part of a whole: not more than `ander`; of a list, the sum of its parts is not."""

    ander: str
    eigen: str = ""


@final
class Bereik(Betekenis):
    """A number between the values `sleutel` with `.laagste` and `.hoogste` of a norm.

    Either value can be missing. Outside them it can still be right: it only raises suspicion.
    """

    norm: str
    sleutel: str
    vermoeden: bool = _veld(default=True, kw_only=True)


@final
class Gevuld(Betekenis):
    """Has a letter or a digit, when it is there; every free text means this by itself.

    On an object: has at least one member.
    """


@final
class Nodig(Betekenis):
    """May not be left out, empty or blank; with `bij` only when that field has one of `waarden`."""

    bij: str | None = None
    waarden: tuple[str, ...] = ()
