"""The door of one kind of document that msgspec reads: made of the declarations of the models.

For each model class a Struct is derived that has the same fields, properties and methods. What
msgspec can check it checks while it reads: types, members that must be there or are not known,
whole numbers within bounds, lengths, choices. The rest is checked by a function generated from
the same declarations, which also counts the members. Where one part of a list is not as it should
be, such as one declaratieregel, only that part is structured, to say what is wrong with it. Where
more is wrong the door gives nothing: the structuring pass then reads the whole document.

Imported only where the extra ``fast`` is installed.
"""

import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from types import FunctionType
from typing import Annotated, Any, Final, Literal, final

import msgspec
from msgspec.structs import force_setattr

from geboortezorg._versie import LEESBARE_VERSIES
from geboortezorg.convert import waarden
from geboortezorg.convert.genereer import structureerder
from geboortezorg.convert.gewoon import GEWOON, Gewoon, Gewoonte
from geboortezorg.convert.invoer import MAX_DIEPTE, ontleed, zonder_dubbele_velden
from geboortezorg.convert.invoerfout import Invoerfout
from geboortezorg.convert.vormfout import Vormfouten, onder
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.tijd import EERSTE_DATUM, LAATSTE_DATUM
from geboortezorg.veld import Veld
from geboortezorg.vorm import Soort, Veldvorm, Vorm, velden

Tel = Callable[[Any], int]
"""Takes a Struct; returns how many members its text has. Raises ValueError when in doubt."""


class Twijfel(ValueError):
    """A value is not certain to be one that its field takes."""


_WEIGERING: Final = (msgspec.MsgspecError, ValueError, RecursionError)
"""What is raised for a text that does not pass, of whatever kind."""


class _Kop(msgspec.Struct):
    soort: str


_KOP: Final = msgspec.json.Decoder(_Kop)


def soort_van(data: bytes) -> str | None:
    """Return the `soort` of a document, wherever in the text it stands; None when in doubt."""
    try:
        return _KOP.decode(data).soort
    except _WEIGERING:
        return None


_IN_LIJST: Final = re.compile(r".* - at `\$\.(\w+)\[([0-9]+)\]", re.DOTALL).match
"""In which part of which list msgspec met an error."""

_LEDEN: Final = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_DELEN: Final = msgspec.json.Decoder(list[msgspec.Raw]).decode


@final
class Deur:
    """Reads the documents of one kind."""

    __slots__ = ("_gewoon", "_gewoonte", "_klasse", "_lees", "_lijsten", "_tel")

    def __init__(self, soort: str) -> None:
        klasse = DOCUMENTEN[soort]
        kop = [("soort", Literal[soort]), ("schema_versie", Literal[LEESBARE_VERSIES])]
        struct = _maak(klasse, [*kop, (GEWOON, _IN_GEEN_TEKST, None)])
        self._lees = msgspec.json.Decoder(struct).decode
        self._klasse = klasse
        self._tel = _teller(klasse)
        self._gewoonte = Gewoonte(klasse)
        self._gewoon: tuple[Tel, frozenset[str]] | None = None
        """Counts no members but these, which are the usual ones."""
        self._lijsten = {
            veldvorm.naam: veldvorm.vorm.item.klasse
            for veldvorm in velden(klasse)
            if veldvorm.vorm.item is not None and veldvorm.vorm.item.soort is Soort.OBJECT
        }
        """The class of the parts of each list."""

    def lees(self, data: bytes) -> Any | None:
        """Return the document as an object with the attributes of its model; None when in doubt.

        Raises Vormfouten where one part of a list has errors, and all the rest is right.
        """
        try:
            return self._goed(data)
        except _WEIGERING as fout:
            plek = _IN_LIJST(str(fout))
        fouten = None if plek is None else self._alleen_in(data, plek[1], int(plek[2]))
        if fouten is None:
            return None
        raise fouten

    def _goed(self, data: bytes) -> Any:
        document = self._lees(data)
        gewoon = self._gewoon
        if gewoon is not None:
            tel, leden = gewoon
            if tel(document) + 2 == data.count(b":"):
                force_setattr(document, GEWOON, leden)
                return document
            document = self._lees(data)  # the other may have been filled in
            if self._gewoonte.mist():
                self._gewoon = None
        telling = self._tel(document) + 2
        zonder_dubbele_velden(data, telling)
        if self._gewoon is None:
            geleerd = self._gewoonte.leer(document, data, telling)
            if geleerd is not None:
                self._gewoon = _teller(self._klasse, geleerd), geleerd.leden
        return document

    def _alleen_in(self, data: bytes, naam: str, nummer: int) -> Vormfouten | None:
        """Return the errors in one part of a list; None when there may be others.

        The rest is right when the document is with another part in its place.
        """
        klasse, telling = self._lijsten.get(naam), [0]
        try:
            delen = _DELEN(_LEDEN(data)[naam])
            deel, ander = bytes(delen[nummer]), bytes(delen[0 if nummer else 1])
            if klasse is None or deel.count(b"{") + deel.count(b"[") > MAX_DIEPTE:
                return None
            document = self._goed(data.replace(deel, ander, 1))
            gegeven = ontleed(deel)
        except (*_WEIGERING, LookupError):
            return None
        try:
            structureerder(klasse)(gegeven, telling)
        except Vormfouten as gevonden:
            fouten = onder(gevonden, naam, nummer)
        else:
            return None
        try:
            zonder_dubbele_velden(deel, telling[0])
        except Invoerfout:
            return None
        return Vormfouten(fouten, document.soort, document.schema_versie)


_EENVOUDIG: Final[dict[Soort, Any]] = {
    Soort.JANEE: bool,
    Soort.DATUM: date,
    Soort.TIJDSTIP: str,  # msgspec wants seconds: the generated function reads it
}
_IN_GEEN_TEKST: Final = Annotated[int, msgspec.Meta(ge=1, le=0)]
"""The type of an attribute that is no member: no value in a text is of it."""
_STRUCTUREN: Final[dict[type[Any], type[Any]]] = {}


def _structuur(klasse: type[Any]) -> type[Any]:
    """Return the Struct of a model class, made once."""
    gemaakt = _STRUCTUREN.get(klasse)
    if gemaakt is None:
        gemaakt = _STRUCTUREN[klasse] = _maak(klasse, [])
    return gemaakt


def _maak(klasse: type[Any], kop: list[Any]) -> type[Any]:
    """Return a new Struct for a model class, with the members of a document in front.

    A field without a value of its own in the text is None or `GEEN_LIJST` here, whatever its
    default is, so that a member that states the default is told from one that is left out.
    """
    eigen = {
        naam: lid
        for naam, lid in vars(klasse).items()
        if isinstance(lid, FunctionType | property) and not naam.startswith("__")
    }
    leden = [*kop]
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


def _teller(klasse: type[Any], gewoon: Gewoon | None = None) -> Tel:
    """Return the function that checks and counts for a kind of document, generated.

    One that is made for what is `gewoon` counts no other members, and no list that is empty: only
    where there are none does the number come out, and is all checked.
    """
    tekst = _Teltekst(gewoon)
    leden, lichaam = tekst.object(klasse, "o", "", herhaald=False)
    tekstregels = [f"n = {leden}", *lichaam, "return n"]
    heel = "def tel(o):\n" + "".join(f"    {tekstregel}\n" for tekstregel in tekstregels)
    code = compile(heel, f"<tel {klasse.__name__}>", "exec")
    exec(code, tekst.ruimte)  # noqa: S102 - the text comes from our own model classes only
    functie: Tel = tekst.ruimte["tel"]
    return functie


@final
class _Teltekst:
    """The text of one function that checks and counts."""

    def __init__(self, gewoon: Gewoon | None) -> None:
        self._gewoon = gewoon
        self.ruimte: dict[str, Any] = {
            "EERSTE": EERSTE_DATUM,
            "GEEN_LIJST": GEEN_LIJST,
            "LAATSTE": LAATSTE_DATUM,
            "TWIJFEL": Twijfel,
            "zet": force_setattr,
        }
        """What its names stand for."""

    def object(
        self, klasse: type[Any], obj: str, pad: str, *, herhaald: bool
    ) -> tuple[int, list[str]]:
        """Return how many members an object has at least, and the lines that look at the rest.

        One that is `herhaald` stands in a list, among others that have much the same values.
        """
        vast, uit, dagen = 0, list[str](), list[str]()
        for veldvorm in velden(klasse):
            nummer, hier = len(self.ruimte), f"{pad}/{veldvorm.naam}"
            self.ruimte[f"s{nummer}"] = veldvorm.standaard
            waarde, lid = f"v{nummer}", f"{obj}.{veldvorm.naam}"
            if veldvorm.verplicht and veldvorm.vorm.soort is Soort.DATUM:
                vast += 1
                uit.append(f"{waarde} = {lid}")
                dagen.append(waarde)
                continue
            anders = [f"zet({obj}, {veldvorm.naam!r}, s{nummer})"]
            anders = [] if veldvorm.standaard in (None, ()) else anders
            gewoon = self._gewoon is None or hier in self._gewoon.leden
            if not (veldvorm.verplicht or gewoon or anders):
                continue
            erbij, tekstregels = self._waarde(veldvorm, obj, waarde, hier, herhaald=herhaald)
            lees = [f"{waarde} = {lid}", *tekstregels] if tekstregels else []
            if veldvorm.verplicht:
                vast += 1 + erbij
                uit += lees
                continue
            lijst = veldvorm.standaard == ()
            if self._gewoon is not None and hier in self._gewoon.meestal and not anders:
                vast += 1 + erbij
                wat = waarde if lees else lid
                uit += [*lees[:1], f"if not {wat}:" if lijst else f"if {wat} is None:"]
                uit += [f"    n -= {1 + erbij}", *_onder("else:", tekstregels)]
                continue
            er_is = f"{lid} is not {'GEEN_LIJST' if lijst else 'None'}"
            if lijst and self._gewoon is not None:
                er_is = lid
            uit += [f"if {er_is}:", *_verder([f"n += {1 + erbij}", *lees])]
            uit += _onder("else:", anders)
        return vast, [*uit, *_dagen(*dagen)]

    def _waarde(
        self, veldvorm: Veldvorm, obj: str, waarde: str, pad: str, *, herhaald: bool
    ) -> tuple[int, list[str]]:
        """Return how many members a value has at least, and the lines that look at it."""
        vorm, veld = veldvorm.vorm, veldvorm.veld
        if vorm.soort is Soort.TIJDSTIP:
            self.ruimte["tijdstip"] = waarden.tijdstip
            return 0, [f"zet({obj}, {veldvorm.naam!r}, tijdstip({waarde}))"]
        if vorm.item is not None:
            deel, leden, vooraf = f"d{waarde}", 0, len(self.ruimte)
            if vorm.item.soort is Soort.OBJECT and vorm.item.klasse is not None:
                leden, per_deel = self.object(vorm.item.klasse, deel, f"{pad}/*", herhaald=True)
            else:
                per_deel = self._enkel(vorm.item, veld, deel, herhaald=True)
            lus = _onder(f"for {deel} in {waarde}:", per_deel)
            if not herhaald:
                nieuw = list(self.ruimte)[vooraf:]
                lus = [*(f"{naam} = None" for naam in nieuw if naam.startswith("eerder")), *lus]
            return 0, [f"n += {leden} * len({waarde})", *lus] if leden else lus
        if vorm.soort is Soort.OBJECT and vorm.klasse is not None:
            return self.object(vorm.klasse, waarde, pad, herhaald=herhaald)
        return 0, self._enkel(vorm, veld, waarde, herhaald=herhaald)

    def _enkel(self, vorm: Vorm, veld: Veld, waarde: str, *, herhaald: bool) -> list[str]:
        """Return the lines that check a single value, of what msgspec leaves to check."""
        if vorm.soort is Soort.DATUM:
            return _dagen(waarde)
        if vorm.soort is not Soort.TEKST:
            return []
        hulp = f"c{waarde}"
        controle = self.ruimte[hulp] = waarden.tekst(veld)
        if veld.patroon is None and veld.tekens is None:
            return [f"if not {waarde}.isprintable():", f"    {hulp}({waarde})"]
        if not veld.persoonsgegeven:
            self.ruimte[hulp] = waarden.Memo(controle)
            vraag = [f"{hulp}[{waarde}]"]
        elif veld.patroon is not None:
            self.ruimte[hulp] = re.compile(veld.patroon).fullmatch
            vraag = [f"if {hulp}({waarde}) is None:", "    raise TWIJFEL"]
        else:
            # What is left after taking away good characters on both sides begins with a bad one.
            goed = filter(re.compile(f"[{veld.tekens}]").match, map(chr, range(128)))
            self.ruimte[f"t{hulp}"] = "".join(goed)
            vraag = [f"if {waarde}.strip(t{hulp}):", f"    {hulp}({waarde})"]
        if not herhaald:
            return vraag
        eerder = f"eerder_{waarde}"
        self.ruimte[eerder] = None
        return [f"if {waarde} != {eerder}:", *_verder([*vraag, f"{eerder} = {waarde}"])]


def _dagen(*dagen: str) -> list[str]:
    """Return the lines that check days: at once where they follow each other, as most do."""
    volgorde = pairwise(["EERSTE", *dagen, "LAATSTE"])
    elk = _dagen if len(dagen) > 1 else lambda _: ["raise TWIJFEL"]
    anders = [tekstregel for dag in dagen for tekstregel in elk(dag)]
    als = " or ".join(f"{een} > {ander}" for een, ander in volgorde)
    return [f"if {als}:", *_verder(anders)] if dagen else []


def _verder(tekstregels: list[str]) -> list[str]:
    return [f"    {tekstregel}" for tekstregel in tekstregels]


def _onder(als: str, tekstregels: list[str]) -> list[str]:
    """Return lines below the one that asks whether to run them, if there are any."""
    return [als, *_verder(tekstregels)] if tekstregels else []
