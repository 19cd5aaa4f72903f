"""The door of one kind of document that msgspec reads: made of the declarations of the models.

For each model class a Struct is derived that has the same fields, properties and methods. What
msgspec can check it checks while it reads: types, members that must be there or are not known,
whole numbers within bounds, lengths, choices. The rest is checked by a function generated from
the same declarations, which also counts the members. Where anything is not as it should be the
door gives nothing: the structuring pass then reads the document, and says what is wrong.

Imported only where the extra ``fast`` is installed.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from types import FunctionType
from typing import Annotated, Any, Final, Literal, final

import msgspec
from msgspec.structs import force_setattr

from geboortezorg._versie import LEESBARE_VERSIES
from geboortezorg.convert import waarden
from geboortezorg.convert.genereer import Structureer, genereer, structureerder
from geboortezorg.convert.invoer import zonder_dubbele_velden
from geboortezorg.convert.vormfout import Vormfouten
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.tijd import EERSTE_DATUM, LAATSTE_DATUM
from geboortezorg.veld import Veld
from geboortezorg.vorm import Soort, Veldvorm, Vorm, velden

Tel = Callable[[Any], int]
"""Takes a Struct; returns how many members its text has. Raises ValueError when in doubt."""


class Twijfel(ValueError):
    """A value is not certain to be one that its field takes."""


class _Kop(msgspec.Struct):
    soort: str


_KOP: Final = msgspec.json.Decoder(_Kop)


def soort_van(data: bytes) -> str | None:
    """Return the `soort` of a document, wherever in the text it stands; None when in doubt."""
    try:
        return _KOP.decode(data).soort
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


@final
class Deur:
    """Reads the documents of one kind."""

    __slots__ = ("_lees", "_tel", "zoek")

    def __init__(self, soort: str) -> None:
        klasse = DOCUMENTEN[soort]
        kop = {"soort": Literal[soort], "schema_versie": Literal[LEESBARE_VERSIES]}
        self._lees = msgspec.json.Decoder(_maak(klasse, kop)).decode
        self._tel = _teller(klasse)
        self.zoek: Structureer = partial(_zoek, klasse)
        """Structures a parsed document that most likely has errors."""

    def lees(self, data: bytes) -> Any | None:
        """Return the document as an object with the attributes of its model; None when in doubt."""
        try:
            document = self._lees(data)
            zonder_dubbele_velden(data, self._tel(document) + 2)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            return None
        return document


_ZOEKERS: Final[dict[type[Any], Structureer]] = {}
"""Structuring functions that only find errors: they walk the parts that msgspec refuses."""


def _zoek(klasse: type[Any], gegeven: Any, telling: list[int]) -> Any:
    geteld = [0]
    try:
        _zoeker(klasse)(gegeven, geteld)
    except Vormfouten:
        telling[0] += geteld[0]
        raise
    return structureerder(klasse)(gegeven, telling)


def _zoeker(klasse: type[Any]) -> Structureer:
    gemaakt = _ZOEKERS.get(klasse)
    if gemaakt is None:
        gemaakt = _ZOEKERS[klasse] = genereer(klasse, _deel)
    return gemaakt


def _deel(klasse: type[Any]) -> Structureer:
    """Return what looks for errors in a part: most parts of a document with an error have none."""
    structuur, tel = _structuur(klasse), _teller(klasse)

    def zoek(gegeven: Any, telling: list[int]) -> Any:
        try:
            telling[0] += tel(msgspec.convert(gegeven, structuur))
        except (msgspec.MsgspecError, ValueError, RecursionError):
            _zoeker(klasse)(gegeven, telling)

    return zoek


_EENVOUDIG: Final[dict[Soort, Any]] = {
    Soort.JANEE: bool,
    Soort.DATUM: date,
    Soort.TIJDSTIP: str,  # msgspec wants seconds: the generated function reads it
}
_STRUCTUREN: Final[dict[type[Any], type[Any]]] = {}


def _structuur(klasse: type[Any]) -> type[Any]:
    """Return the Struct of a model class, made once."""
    gemaakt = _STRUCTUREN.get(klasse)
    if gemaakt is None:
        gemaakt = _STRUCTUREN[klasse] = _maak(klasse, {})
    return gemaakt


def _maak(klasse: type[Any], kop: dict[str, Any]) -> type[Any]:
    """Return a new Struct for a model class, with the members of a document in front.

    A field without a value of its own in the text is None or `GEEN_LIJST` here, whatever its
    default is, so that a member that states the default is told from one that is left out.
    """
    eigen = {
        naam: lid
        for naam, lid in vars(klasse).items()
        if isinstance(lid, FunctionType | property) and not naam.startswith("__")
    }
    leden: list[Any] = list(kop.items())
    for veldvorm in velden(klasse):
        lid = (veldvorm.naam, _type(veldvorm.vorm, veldvorm.veld))
        leden.append(lid if veldvorm.verplicht else (*lid, _zonder(veldvorm)))
    return msgspec.defstruct(
        klasse.__name__,
        leden,
        namespace={
            **eigen,
            "__repr__": lambda _: f"{klasse.__name__}()",
            "__rich_repr__": lambda _: (),
        },
        module=klasse.__module__,
        kw_only=True,
        frozen=True,
        gc=False,
        forbid_unknown_fields=True,
    )


@final
class _GeenLijst(tuple[Any, ...]):
    """An empty list of a member that is not there; an empty one that is there is another object."""

    __slots__ = ()


GEEN_LIJST: Final = _GeenLijst()


def _zonder(veldvorm: Veldvorm) -> Any:
    """Return what stands for a member that is left out."""
    return GEEN_LIJST if veldvorm.standaard == () else None


def _type(vorm: Vorm, veld: Veld) -> Any:
    if vorm.item is not None:
        aantal = msgspec.Meta(min_length=veld.min_aantal, max_length=veld.max_aantal)
        delen: Any = _type(vorm.item, veld)
        return Annotated[tuple[delen, ...], aantal]
    if vorm.klasse is not None:
        return _structuur(vorm.klasse) if vorm.soort is Soort.OBJECT else vorm.klasse
    if vorm.soort is Soort.GETAL:
        return Annotated[int, msgspec.Meta(ge=veld.minimum, le=veld.maximum)]
    if vorm.soort is Soort.TEKST:
        return Annotated[str, msgspec.Meta(min_length=veld.min_lengte, max_length=veld.max_lengte)]
    return _EENVOUDIG[vorm.soort]


def _teller(klasse: type[Any]) -> Tel:
    """Return the function that checks and counts for a kind of document, generated."""
    ruimte: dict[str, Any] = {
        "EERSTE": EERSTE_DATUM,
        "GEEN_LIJST": GEEN_LIJST,
        "LAATSTE": LAATSTE_DATUM,
        "TWIJFEL": Twijfel,
        "zet": force_setattr,
    }
    leden, lichaam = _object(klasse, "o", ruimte, herhaald=False)
    eerder = [f"{naam} = None" for naam in ruimte if naam.startswith("eerder")]
    tekstregels = [*eerder, f"n = {leden}", *lichaam, "return n"]
    tekst = "def tel(o):\n" + "".join(f"    {tekstregel}\n" for tekstregel in tekstregels)
    code = compile(tekst, f"<tel {klasse.__name__}>", "exec")
    exec(code, ruimte)  # noqa: S102 - the text comes from our own model classes only
    functie: Tel = ruimte["tel"]
    return functie


def _object(
    klasse: type[Any], obj: str, ruimte: dict[str, Any], *, herhaald: bool
) -> tuple[int, list[str]]:
    """Return how many members an object has at least, and the lines that look at the rest.

    One that is `herhaald` stands in a list, among others that have much the same values.
    """
    vast, uit = 0, list[str]()
    for veldvorm in velden(klasse):
        nummer = len(ruimte)
        ruimte[f"s{nummer}"] = veldvorm.standaard
        waarde, lid = f"v{nummer}", f"{obj}.{veldvorm.naam}"
        erbij, tekstregels = _waarde(veldvorm, obj, waarde, ruimte, herhaald=herhaald)
        lees = [f"{waarde} = {lid}", *tekstregels] if tekstregels else []
        if veldvorm.verplicht:
            vast += 1 + erbij
            uit += lees
            continue
        gevuld = "is not None" if _zonder(veldvorm) is None else "is not GEEN_LIJST"
        uit += [f"if {lid} {gevuld}:", *_verder([f"n += {1 + erbij}", *lees])]
        if veldvorm.standaard not in (None, ()):
            uit += ["else:", f"    zet({obj}, {veldvorm.naam!r}, s{nummer})"]
    return vast, uit


def _waarde(
    veldvorm: Veldvorm, obj: str, waarde: str, ruimte: dict[str, Any], *, herhaald: bool
) -> tuple[int, list[str]]:
    """Return how many members a value has at least, and the lines that look at it."""
    vorm, veld = veldvorm.vorm, veldvorm.veld
    if vorm.soort is Soort.TIJDSTIP:
        ruimte["tijdstip"] = waarden.tijdstip
        return 0, [f"zet({obj}, {veldvorm.naam!r}, tijdstip({waarde}))"]
    if vorm.item is not None:
        deel, leden = f"d{waarde}", 0
        if vorm.item.soort is Soort.OBJECT and vorm.item.klasse is not None:
            leden, per_deel = _object(vorm.item.klasse, deel, ruimte, herhaald=True)
        else:
            per_deel = _enkel(vorm.item, veld, deel, ruimte, herhaald=True)
        lus = [f"for {deel} in {waarde}:", *_verder(per_deel)] if per_deel else []
        return 0, [f"n += {leden} * len({waarde})", *lus] if leden else lus
    if vorm.soort is Soort.OBJECT and vorm.klasse is not None:
        return _object(vorm.klasse, waarde, ruimte, herhaald=herhaald)
    return 0, _enkel(vorm, veld, waarde, ruimte, herhaald=herhaald)


def _enkel(
    vorm: Vorm, veld: Veld, waarde: str, ruimte: dict[str, Any], *, herhaald: bool
) -> list[str]:
    """Return the lines that check a single value, of what msgspec leaves to check."""
    if vorm.soort is Soort.DATUM:
        return [f"if not EERSTE <= {waarde} <= LAATSTE:", "    raise TWIJFEL"]
    if vorm.soort is not Soort.TEKST:
        return []
    hulp = f"c{waarde}"
    controle = ruimte[hulp] = waarden.tekst(veld)
    if veld.patroon is None and veld.tekens is None:
        return [f"if not {waarde}.isprintable():", f"    {hulp}({waarde})"]
    if not veld.persoonsgegeven:
        ruimte[hulp] = waarden.Memo(controle)
        vraag = [f"{hulp}[{waarde}]"]
    elif veld.patroon is not None:
        ruimte[hulp] = re.compile(veld.patroon).fullmatch
        vraag = [f"if {hulp}({waarde}) is None:", "    raise TWIJFEL"]
    else:
        # What is left after taking away good characters on both sides begins with a bad one.
        goed = filter(re.compile(f"[{veld.tekens}]").match, map(chr, range(128)))
        ruimte[f"t{hulp}"] = "".join(goed)
        vraag = [f"if {waarde}.strip(t{hulp}):", f"    {hulp}({waarde})"]
    if not herhaald:
        return vraag
    eerder = f"eerder_{waarde}"
    ruimte[eerder] = None
    return [f"if {waarde} != {eerder}:", *_verder([*vraag, f"{eerder} = {waarde}"])]


def _verder(tekstregels: list[str]) -> list[str]:
    return [f"    {tekstregel}" for tekstregel in tekstregels]
