"""What one table may not say, apart from its shape and apart from other tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from geboortezorg.model.prestatie import Prestatielijst
from geboortezorg.model.tarief import Tariefsoort, Tarieftabel
from geboortezorg.tabellen.fout import Gebrek, Pad, Tabelreden
from geboortezorg.tekst import Tekst
from geboortezorg.tijd import Looptijd

OMGEKEERD: Final = Tekst(
    "de periode eindigt voor zij begint; verbeter een van beide datums",
    "the period ends before it begins; correct one of the two dates",
)
_DUUR: Final = Tekst(
    "de langste zwangerschapsduur is korter dan de kortste; verbeter een van beide",
    "the longest duration of the pregnancy is shorter than the shortest; correct one of the two",
)
_ZICHZELF: Final = Tekst(
    "de prestatie noemt hier zichzelf; haal haar uit deze lijst",
    "the prestatie names itself here; remove it from this list",
)
_BEDRAG_BIJ_VRIJ: Final = Tekst(
    "een vrij tarief heeft geen bedrag; laat het bedrag weg of kies een andere tariefsoort",
    "a free tariff has no amount; leave the amount out or choose another tariefsoort",
)
_BEDRAG_NODIG: Final = Tekst(
    "deze tariefsoort vraagt een bedrag; voeg bedrag_eurocent toe",
    "this tariefsoort needs an amount; add bedrag_eurocent",
)
_OVERLAP: Final = Tekst(
    "geldt op dezelfde dagen als een eerdere rij van deze tabel; laat de looptijden op elkaar "
    "aansluiten",
    "applies on the same days as an earlier row of this table; let one period begin after the "
    "other ends",
)


class Rij(NamedTuple):
    """A dated row: the position of its table, its list and place in it, and its days."""

    tabel: int
    lijst: str
    plaats: int
    looptijd: Looptijd

    @property
    def pad(self) -> Pad:
        """The place of the row in its table."""
        return (self.lijst, self.plaats)


def laatste_dag(looptijd: Looptijd) -> date:
    """Return the last day of a period; the last day of the calendar while its end is open."""
    return date.max if looptijd.tot_en_met is None else looptijd.tot_en_met


def overlappingen(rijen: Iterable[Rij]) -> Iterator[tuple[Rij, Rij]]:
    """Yield pairs of rows that share a day, the one that stands first in front.

    Each row is paired with the one that lasts longest among those that begin before it, so at
    least one pair comes out whenever any two rows share a day. Reversed periods are left out:
    they are refused for that.
    """
    langste: Rij | None = None
    recht = [rij for rij in rijen if rij.looptijd.van <= laatste_dag(rij.looptijd)]
    for rij in sorted(recht, key=lambda rij: rij.looptijd.van):
        if langste is not None and rij.looptijd.van <= laatste_dag(langste.looptijd):
            yield (langste, rij) if langste[:3] < rij[:3] else (rij, langste)
        if langste is None or laatste_dag(rij.looptijd) > laatste_dag(langste.looptijd):
            langste = rij


def gedateerde_rijen(nummer: int, tabel: Tarieftabel) -> dict[object, list[Rij]]:
    """Return the dated rows of a table by what they give the amount or percentage of.

    A row without days of its own has those of the decision; without either it is not dated.
    """
    algemeen = tabel.tariefbeschikking.looptijd
    groepen: dict[object, list[Rij]] = {}
    rijen: Mapping[str, Sequence[tuple[object, Looptijd | None]]] = {
        "tarieven": [(rij.prestatie_id, rij.looptijd) for rij in tabel.tarieven],
        "opslagen": [((rij.opslagsoort, rij.regime), rij.looptijd) for rij in tabel.opslagen],
    }
    for lijst, delen in rijen.items():
        for plaats, (onderwerp, eigen) in enumerate(delen):
            looptijd = algemeen if eigen is None else eigen
            if looptijd is not None:
                groepen.setdefault(onderwerp, []).append(Rij(nummer, lijst, plaats, looptijd))
    return groepen


def gebreken(tabel: Prestatielijst | Tarieftabel, nummer: int = 0) -> list[Gebrek]:
    """Return everything that is wrong within one table, which is number `nummer` of several."""
    if isinstance(tabel, Prestatielijst):
        return list(_van_prestatielijst(tabel))
    return [*_van_looptijden(tabel), *_van_bedragen(tabel), *_van_overlap(nummer, tabel)]


def _van_prestatielijst(lijst: Prestatielijst) -> Iterator[Gebrek]:
    for plaats, prestatie in enumerate(lijst.prestaties):
        pad = ("prestaties", plaats)
        van, tot_en_met = prestatie.van, prestatie.tot_en_met
        if van is not None and tot_en_met is not None and tot_en_met < van:
            yield Gebrek(pad=(*pad, "tot_en_met"), reden=Tabelreden.PERIODE, uitleg=OMGEKEERD)
        kortste = prestatie.zwangerschapsduur_van_dagen
        langste = prestatie.zwangerschapsduur_tot_en_met_dagen
        if kortste is not None and langste is not None and langste < kortste:
            yield Gebrek(
                pad=(*pad, "zwangerschapsduur_tot_en_met_dagen"),
                reden=Tabelreden.ZWANGERSCHAPSDUUR,
                uitleg=_DUUR,
            )
        genoemd = {
            "bestanddelen": prestatie.bestanddelen,
            "sluit_uit": prestatie.sluit_uit,
            "variant_van": (prestatie.variant_van,),
        }
        for naam, namen in genoemd.items():
            if prestatie.prestatie_id in namen:
                yield Gebrek(
                    pad=(*pad, naam),
                    reden=Tabelreden.VERWIJST_NAAR_ZICHZELF,
                    uitleg=_ZICHZELF,
                )


def _van_looptijden(tabel: Tarieftabel) -> Iterator[Gebrek]:
    plaatsen: list[tuple[Pad, Looptijd | None]] = [
        (("tariefbeschikking",), tabel.tariefbeschikking.looptijd),
        *((("tarieven", i), rij.looptijd) for i, rij in enumerate(tabel.tarieven)),
        *((("opslagen", i), rij.looptijd) for i, rij in enumerate(tabel.opslagen)),
    ]
    for pad, looptijd in plaatsen:
        if looptijd is not None and laatste_dag(looptijd) < looptijd.van:
            yield Gebrek(pad=(*pad, "looptijd"), reden=Tabelreden.PERIODE, uitleg=OMGEKEERD)


def _van_bedragen(tabel: Tarieftabel) -> Iterator[Gebrek]:
    for plaats, tarief in enumerate(tabel.tarieven):
        vrij = tarief.tariefsoort is Tariefsoort.VRIJ
        if vrij and tarief.bedrag_eurocent is not None:
            yield Gebrek(
                pad=("tarieven", plaats, "bedrag_eurocent"),
                reden=Tabelreden.BEDRAG_BIJ_VRIJ,
                uitleg=_BEDRAG_BIJ_VRIJ,
            )
        if not vrij and tarief.bedrag_eurocent is None:
            yield Gebrek(
                pad=("tarieven", plaats),
                reden=Tabelreden.BEDRAG_ONTBREEKT,
                uitleg=_BEDRAG_NODIG,
            )


def _van_overlap(nummer: int, tabel: Tarieftabel) -> Iterator[Gebrek]:
    for rijen in gedateerde_rijen(nummer, tabel).values():
        for eerste, tweede in overlappingen(rijen):
            yield Gebrek(
                pad=tweede.pad,
                reden=Tabelreden.OVERLAP,
                uitleg=_OVERLAP,
                ander=(nummer, eerste.pad),
            )
