"""A koppeling made ready: what to take from a row, and where in the document it goes."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, final

from geboortezorg.bevroren import bevroren
from geboortezorg.convert import Vormreden
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.lijnen.cellen import Cel, Lees, lezer, sleuteltekst, verwacht
from geboortezorg.lijnen.fout import Gebrek, KoppelingFout
from geboortezorg.lijnen.koppeling import Koppeling
from geboortezorg.lijnen.leden import Lid, in_lijst, leden, los
from geboortezorg.tekst import Tekst
from geboortezorg.vorm import velden

_NIET_EEN_KEER: Final = Tekst(
    "de kop heeft deze kolom niet precies een keer; kijk naar de titel, `scheidingsteken`, "
    "`codering` en `kopregel`",
    "the header does not have this column exactly once; look at the title, `scheidingsteken`, "
    "`codering` and `kopregel`",
)

Sleutel = tuple[str, ...]
"""The texts in the columns of the group."""

Waarden = Sequence[Any]
"""What a row says: the value of each member with a column, and then the texts of the keys."""


@final
@bevroren(kw_only=True)
class Kolom:
    """One column that fills one member."""

    lid: Lid
    titel: str
    nummer: int
    """Its place in the source, from 1."""
    lees: Lees
    fout: tuple[Vormreden, Tekst]
    """What to say of a cell that cannot be read."""


@final
@bevroren(kw_only=True)
class Knoop:
    """One object of the document, or one item of a list, and where its members come from.

    Numbers are places in what a row says.
    """

    leden: tuple[tuple[str, int], ...]
    vast: tuple[tuple[str, Any], ...]
    objecten: tuple[tuple[str, bool, "Knoop"], ...]
    """Objects below it, and whether each is there in any case."""
    lijsten: tuple[tuple[str, tuple[int, ...], "Knoop"], ...]
    """Lists below it, and the keys by which rows are of the same item."""
    alle: tuple[int, ...]
    """Every place that fills it or something below it."""


@final
@bevroren(kw_only=True)
class Plan:
    """How to read the rows of one source."""

    koppeling: Koppeling
    titels: tuple[str, ...]
    """The titles of the columns that the source has."""
    kolommen: tuple[Kolom, ...]
    groep: tuple[int, ...]
    """The places of the columns of the group, from 0."""
    sleutels: tuple[int, ...]
    """The places of the columns of the keys of lists, from 0."""
    wortel: Knoop

    @property
    def breedte(self) -> int:
        """How many columns the source has."""
        return len(self.titels)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by what it is made of: what reads a cell cannot be sent to a process."""
        return maak_plan, (self.koppeling, self.titels)

    def lees(self, cellen: Sequence[Cel]) -> Waarden:
        """Return what a row says."""
        return (
            *[kolom.lees(cellen[kolom.nummer - 1]) for kolom in self.kolommen],
            *[sleuteltekst(cellen[plaats]) for plaats in self.sleutels],
        )

    def sleutel(self, cellen: Sequence[Cel]) -> Sleutel | None:
        """Return to which document a row belongs; None when a column of the group is empty."""
        delen = tuple([sleuteltekst(cellen[plaats]) for plaats in self.groep])
        return delen if all(delen) else None

    def kolom_van(self, naam: str) -> Kolom | None:
        """Return the column that fills a member, by the name of the member in the document."""
        return next((kolom for kolom in self.kolommen if kolom.lid.veldnaam == naam), None)


def maak_plan(koppeling: Koppeling, kop: Iterable[str]) -> Plan:
    """Return the plan for a source with the columns of `kop`, in their order.

    Raises KoppelingFout for every column that is not there exactly once.
    """
    titels = tuple(titel.strip() for titel in kop)
    waar = {titel: titels.index(titel) for titel in koppeling.titels if titels.count(titel) == 1}
    nodig = [
        *((("groep",), titel) for titel in koppeling.groep),
        *((("kolommen", naam), titel) for naam, titel in koppeling.kolommen.items()),
        *((("sleutels", naam), t) for naam, deel in koppeling.sleutels.items() for t in deel),
    ]
    gebreken = [Gebrek(pad=pad, tekst=_NIET_EEN_KEER) for pad, titel in nodig if titel not in waar]
    if gebreken:
        raise KoppelingFout(gebreken)
    bekend = leden(koppeling.document_soort)
    kolommen = tuple(
        Kolom(
            lid=bekend[naam],
            titel=titel,
            nummer=waar[titel] + 1,
            lees=lezer(
                bekend[naam],
                koppeling.waarden.get(naam, {}),
                decimaalteken=koppeling.decimaalteken,
                datumvorm=koppeling.vorm_van(naam),
                lijstteken=koppeling.lijstteken,
            ),
            fout=verwacht(bekend[naam], koppeling.vorm_van(naam)),
        )
        for naam, titel in koppeling.kolommen.items()
    )
    sleutels: list[int] = []
    per_lijst: dict[str, tuple[int, ...]] = {}
    for naam, delen in koppeling.sleutels.items():
        begin = len(kolommen) + len(sleutels)
        sleutels += [waar[titel] for titel in delen]
        per_lijst[naam] = tuple(range(begin, begin + len(delen)))
    plaatsen = {kolom.lid.veldnaam: plaats for plaats, kolom in enumerate(kolommen)}
    return Plan(
        koppeling=koppeling,
        titels=titels,
        kolommen=kolommen,
        groep=tuple(waar[titel] for titel in koppeling.groep),
        sleutels=tuple(sleutels),
        wortel=_knoop(
            DOCUMENTEN[koppeling.document_soort], "", plaatsen, koppeling.vast, per_lijst
        ),
    )


def _knoop(
    klasse: type[Any],
    voor: str,
    plaatsen: dict[str, int],
    vast: Any,
    sleutels: dict[str, tuple[int, ...]],
) -> Knoop:
    eigen: list[tuple[str, int]] = []
    vaste: list[tuple[str, Any]] = []
    objecten: list[tuple[str, bool, Knoop]] = []
    lijsten: list[tuple[str, tuple[int, ...], Knoop]] = []
    alle: list[int] = []
    for veldvorm in velden(klasse):
        naam = f"{voor}{veldvorm.naam}"
        if naam in plaatsen:
            eigen.append((veldvorm.naam, plaatsen[naam]))
            alle.append(plaatsen[naam])
        elif naam in vast:
            vaste.append((veldvorm.naam, vast[naam]))
        binnen = in_lijst(veldvorm) or los(veldvorm)
        if binnen is None:
            continue
        onder = _knoop(binnen, f"{naam}.", plaatsen, vast, sleutels)
        alle += onder.alle
        if in_lijst(veldvorm) is not None:
            if onder.alle:
                lijsten.append((veldvorm.naam, sleutels.get(naam, ()), onder))
        elif onder.alle or onder.vast or onder.objecten or veldvorm.verplicht:
            altijd = veldvorm.verplicht or not onder.alle
            objecten.append((veldvorm.naam, altijd, onder))
    return Knoop(
        leden=tuple(eigen),
        vast=tuple(vaste),
        objecten=tuple(objecten),
        lijsten=tuple(lijsten),
        alle=tuple(alle),
    )
