"""What can be wrong with a koppeling, all of it at once."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from geboortezorg._versie import LEESBARE_VERSIES
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.lijnen.fout import Gebrek
from geboortezorg.lijnen.leden import EURO, EUROCENT, SOORTEN, in_lijst, leden, lijsten, los
from geboortezorg.lijnen.namen import SLEUTELS, plat
from geboortezorg.model.declaratie import Declaratieregel
from geboortezorg.tabellen import koppeling as prijslijst
from geboortezorg.tabellen.oningevuld import OPEN
from geboortezorg.tekst import Tekst
from geboortezorg.vorm import Soort, velden

SOORT: Final = "koppeling"

KEUZES: Final[Mapping[str, tuple[Any, ...]]] = {
    **{
        naam: prijslijst.KEUZES[naam]
        for naam in ("decimaalteken", "scheidingsteken", "kopregel", "datumvorm")
    },
    "aanhalingsteken": ('"', "'"),
    "codering": ("utf-8", "windows-1252", "iso-8859-15", "ibm850", "utf-16"),
    "gesorteerd": (True, False),
    "lijstteken": (" ", ",", ";", "|", "/", "+"),
}
MET_NAMEN: Final = ("kolommen", "vast", "waarden", "datumvormen", SLEUTELS)
_KOP: Final = {"soort": (SOORT,), "schema_versie": LEESBARE_VERSIES}
_NAMEN: Final = {"\t": "tab", True: "true", False: "false"}
_MEER: Final = ("document_soort", "groep")

_GEEN_OBJECT: Final = Tekst("hier horen sleutels met een waarde", "keys with a value belong here")
_ONBEKEND: Final = Tekst(
    "hier staat een onbekende sleutel; verbeter of verwijder hem",
    "an unknown key stands here; correct or remove it",
)
_GROEP: Final = Tekst(
    "noem de kolommen die samen zeggen bij welk document een rij hoort: een lijst van titels",
    "name the columns that together say to which document a row belongs: a list of titles",
)
_KOLOMMEN: Final = Tekst(
    "zeg van elk veld uit welke kolom het komt", "say of each member from which column it comes"
)
_GEEN_LID: Final = Tekst(
    "een van de namen is geen veld van het document dat een kolom kan vullen; kijk naar de namen "
    "van de velden",
    "one of the names is no member of the document that a column can fill; look at the names of "
    "the members",
)
_OPEN: Final = Tekst(
    "dit is nog niet ingevuld; zet hier de titel van een kolom, of haal dit weg",
    "this is not filled in yet; put the title of a column here, or remove this",
)
_TITEL: Final = Tekst("hier hoort de titel van een kolom", "the title of a column belongs here")
_VAST: Final = Tekst(
    "hier hoort een tekst, een geheel getal, true of false",
    "a text, a whole number, true or false belongs here",
)
_VERTALING: Final = Tekst(
    "zet bij elke waarde wat zij betekent, als tekst", "give each value its meaning, as a text"
)
_ONGEBRUIKT: Final = Tekst(
    "dit veld heeft geen kolom; zet het ook in `kolommen`, of haal het hier weg",
    "this member has no column; put it in `kolommen` too, or remove it here",
)
_DUBBEL: Final = Tekst(
    "dit veld staat er al, of een ander dat hetzelfde zegt; haal een van beide weg",
    "this member is there already, or another that says the same; remove one of them",
)
_GEEN_DATUM: Final = Tekst("dit veld is geen datum", "this member is no date")
_SLEUTEL: Final = Tekst(
    "noem een lijst van het document, en daarbij de titels van kolommen",
    "name a list of the document, and with it the titles of columns",
)
_EIGEN_RIJ: Final = Tekst(
    "een declaratieregel is altijd een rij; haal deze sleutel weg",
    "a declaratieregel is always one row; remove this key",
)
_VERPLICHT: Final = Tekst(
    "dit veld is verplicht; noem zijn kolom in `kolommen`, of zet het in `vast`",
    "this member is required; name its column in `kolommen`, or put it in `vast`",
)


def gebreken(gegeven: Any) -> list[Gebrek]:
    """Return everything that is wrong with a koppeling; an empty list when it can be used."""
    if not isinstance(gegeven, dict):
        return [_gebrek((), _GEEN_OBJECT)]
    uit = list(_losse(gegeven))
    soort = gegeven.get("document_soort")
    if not isinstance(soort, str) or soort not in SOORTEN:
        return [*uit, _gebrek(("document_soort",), _keuze(SOORTEN))]
    vormen = [deel for deel in MET_NAMEN if not isinstance(gegeven.get(deel, {}), dict)]
    uit += [_gebrek((deel,), _GEEN_OBJECT) for deel in vormen]
    if not vormen:
        uit += _met_namen(gegeven, soort)
    return uit


def _losse(gegeven: dict[Any, Any]) -> Iterator[Gebrek]:
    for naam, waarde in gegeven.items():
        keuzes = _KOP.get(naam) or KEUZES.get(naam)
        if keuzes is not None:
            if not any(waarde == keuze and type(waarde) is type(keuze) for keuze in keuzes):
                yield _gebrek((naam,), _keuze(keuzes))
        elif naam not in MET_NAMEN and naam not in _MEER:
            yield _gebrek((), _ONBEKEND)
    if not _titels(gegeven.get("groep")):
        yield _gebrek(("groep",), _GROEP)
    elif OPEN in gegeven["groep"]:
        yield _gebrek(("groep",), _OPEN)
    if not gegeven.get("kolommen"):
        yield _gebrek(("kolommen",), _KOLOMMEN)


def _titels(waarde: Any) -> bool:
    return (
        isinstance(waarde, list)
        and bool(waarde)
        and all(isinstance(titel, str) and titel.strip() for titel in waarde)
    )


def _met_namen(gegeven: dict[str, Any], soort: str) -> Iterator[Gebrek]:
    alle = {deel: list(plat(gegeven.get(deel, {}), deel, soort)) for deel in MET_NAMEN}
    for deel, paren in alle.items():
        bekend = lijsten(soort) if deel == SLEUTELS else leden(soort)
        if any(naam not in bekend for naam, _ in paren):
            yield _gebrek((deel,), _SLEUTEL if deel == SLEUTELS else _GEEN_LID)
        telling = Counter(_cent(naam) for naam, _ in paren)
        yield from (
            _in(deel, naam, _DUBBEL)
            for naam, aantal in telling.items()
            if aantal > 1 and naam in bekend
        )
        alle[deel] = [(naam, waarde) for naam, waarde in paren if naam in bekend]
    gevuld = {_cent(naam) for naam, _ in alle["kolommen"]}
    for naam, titel in alle["kolommen"]:
        if not isinstance(titel, str) or not titel.strip():
            yield _in("kolommen", naam, _TITEL)
        elif titel == OPEN:
            yield _in("kolommen", naam, _OPEN)
    for naam, waarde in alle["vast"]:
        if not isinstance(waarde, str | int):
            yield _in("vast", naam, _VAST)
        if _cent(naam) in gevuld:
            yield _in("vast", naam, _DUBBEL)
        elif naam.endswith(EURO):
            yield _in("vast", naam, _GEEN_LID)
        lijst = _lijst_van(naam, soort)
        if lijst and not any(ander.startswith(lijst) for ander in gevuld):
            yield _in("vast", naam, _ONGEBRUIKT)
    gekoppeld = {naam for naam, _ in alle["kolommen"]}
    for naam, waarden in alle["waarden"]:
        goed = isinstance(waarden, dict) and all(isinstance(deel, str) for deel in waarden.values())
        if not goed or naam not in gekoppeld:
            yield _in("waarden", naam, _ONGEBRUIKT if goed else _VERTALING)
    for naam, vorm in alle["datumvormen"]:
        if leden(soort)[naam].veldvorm.vorm.soort is not Soort.DATUM:
            yield _in("datumvormen", naam, _GEEN_DATUM)
        elif naam not in gekoppeld:
            yield _in("datumvormen", naam, _ONGEBRUIKT)
        elif not isinstance(vorm, str) or vorm not in KEUZES["datumvorm"]:
            yield _in("datumvormen", naam, _keuze(KEUZES["datumvorm"]))
    for naam, titels in alle[SLEUTELS]:
        if not _titels(titels):
            yield _in(SLEUTELS, naam, _SLEUTEL)
        elif lijsten(soort)[naam] is Declaratieregel:
            yield _in(SLEUTELS, naam, _EIGEN_RIJ)
        elif not any(ander.startswith(f"{naam}.") for ander in gevuld):
            yield _in(SLEUTELS, naam, _ONGEBRUIKT)
    gevuld |= {naam for naam, _ in alle["vast"]}
    for naam in ontbrekend(soort, gevuld):
        yield _in("kolommen", naam, _VERPLICHT)


def ontbrekend(soort: str, gevuld: Collection[str]) -> Iterator[str]:
    """Yield the required members that nothing fills, of what is made for each document."""
    return _ontbreekt(DOCUMENTEN[soort], "", gevuld)


def _ontbreekt(klasse: type[Any], voor: str, gevuld: Collection[str]) -> Iterator[str]:
    for veldvorm in velden(klasse):
        naam = f"{voor}{veldvorm.naam}"
        binnen = in_lijst(veldvorm) or los(veldvorm)
        iets = any(ander.startswith(f"{naam}.") for ander in gevuld)
        if binnen is not None and (iets or (veldvorm.verplicht and los(veldvorm))):
            yield from _ontbreekt(binnen, f"{naam}.", gevuld)
        elif veldvorm.verplicht and naam not in gevuld:
            yield naam


def _lijst_van(naam: str, soort: str) -> str:
    """Return the innermost list that a member is in, with a dot behind it; empty without one."""
    delen = naam.split(".")
    boven = (".".join(delen[:aantal]) for aantal in range(len(delen) - 1, 0, -1))
    return next((f"{deel}." for deel in boven if deel in lijsten(soort)), "")


def _cent(naam: str) -> str:
    """Return the name of a member by itself, when it is named for an amount in euros."""
    return naam.removesuffix(EURO) + EUROCENT if naam.endswith(EURO) else naam


def _keuze(keuzes: tuple[Any, ...]) -> Tekst:
    if keuzes == KEUZES["kopregel"]:
        getoond = f"{keuzes[0]}..{keuzes[-1]}"
    else:
        getoond = ", ".join(_NAMEN.get(keuze, repr(keuze)) for keuze in keuzes)
    return Tekst(
        f"deze waarde kan niet; kies uit {getoond}",
        f"this value cannot be; choose from {getoond}",
    )


def _in(deel: str, naam: str, tekst: Tekst) -> Gebrek:
    return _gebrek((deel, *naam.split(".")), tekst)


def _gebrek(pad: tuple[str, ...], tekst: Tekst) -> Gebrek:
    return Gebrek(pad=pad, tekst=tekst)
