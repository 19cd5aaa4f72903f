"""What tables may not say together: names, references and overlap between them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from geboortezorg.model.prestatie import Prestatie, Prestatielijst
from geboortezorg.model.tarief import Besluitstatus, Tarieftabel
from geboortezorg.tabellen import inhoud
from geboortezorg.tabellen.eenheden import in_eenheid
from geboortezorg.tabellen.fout import Gebrek, Tabelreden
from geboortezorg.tabellen.inhoud import Rij, gedateerde_rijen, laatste_dag, overlappingen
from geboortezorg.tekst import Tekst

Tabel = Prestatielijst | Tarieftabel
Gevonden = tuple[int, Gebrek]
"""Position of the table that is refused, and what is wrong with it."""

_DUBBELE_NAAM: Final = Tekst(
    "een andere tabel heeft deze naam al; kies een eigen naam",
    "another table has this name already; choose a name of its own",
)
_DUBBELE_PRESTATIE: Final = Tekst(
    "een andere prestatie heeft deze naam of code al; kies een eigen naam, of laat de rij weg",
    "another prestatie has this name or code already; choose a name of its own, or leave the row "
    "out",
)
_ANDERS_DAN_EERDER: Final = Tekst(
    "de rij die deze vervangt zegt hier iets anders; neem dat over, of kies een eigen prestatie_id",
    "the row that this one replaces says something else here; take that over, or choose a "
    "prestatie_id of your own",
)
_ONBEKENDE_PRESTATIE: Final = Tekst(
    "geen prestatielijst noemt deze prestatie_id; verbeter de naam, of voeg een prestatielijst met "
    "deze prestatie toe",
    "no prestatielijst names this prestatie_id; correct the name, or add a prestatielijst with "
    "this prestatie",
)
_VERVANGT_NIETS: Final = Tekst(
    "geen tabel in gebruik heeft deze naam; verbeter de naam, of laat vervangt weg",
    "no table in use has this name; correct the name, or leave vervangt out",
)
_VERVANGT_ANDER_REGIME: Final = Tekst(
    "de vervangen tabel is van een ander regime; verbeter de naam",
    "the replaced table is of another regime; correct the name",
)
_KRING: Final = Tekst(
    "deze tabellen vervangen elkaar in een kring; haal een van de verwijzingen weg",
    "these tables replace one another in a circle; remove one of the references",
)
_ANDER_REGIME: Final = Tekst(
    "de prestatie valt onder een ander regime dan de tabel; zet de rij in een tabel van dat regime",
    "the prestatie is of another regime than the table; put the row in a table of that regime",
)
_EENHEID: Final = Tekst(
    "de prestatie wordt in een andere eenheid geteld, en dit bedrag is daarin geen heel aantal "
    "eurocenten; neem de eenheid van de prestatielijst",
    "the prestatie is counted in another unit, and this amount is no whole number of eurocents in "
    "that unit; take the unit of the prestatielijst",
)
_BUITEN_PRESTATIE: Final = Tekst(
    "geldt alleen op dagen waarop de prestatie volgens de prestatielijst nog niet of niet meer "
    "bestaat; verbeter de looptijd",
    "applies only on days on which the prestatie does not exist, says the prestatielijst; correct "
    "the looptijd",
)
_OVERLAP: Final = Tekst(
    "geldt op dezelfde dagen als een rij van een andere tabel; verbeter de looptijd, of vervang "
    "die tabel met tariefbeschikking.vervangt",
    "applies on the same days as a row of another table; correct the looptijd, or replace that "
    "table with tariefbeschikking.vervangt",
)

_TELT: Final = frozenset({Besluitstatus.VASTGESTELD, Besluitstatus.CONCEPT})


def vervangen_door(tabellen: Sequence[Tarieftabel], onder: int = 0) -> dict[int, int]:
    """Return the position of each replaced table with that of the table that replaces it.

    The first `onder` tables lie underneath the others. Only an adopted decision replaces another
    one. A replaced table does not count at all any more, also for days and prestaties that its
    successor does not mention.
    """
    return {eerder: nummer for nummer, eerder in _opvolging(tabellen, onder).items()}


def _opvolging(tabellen: Sequence[Tarieftabel], onder: int) -> dict[int, int]:
    """Return the position of each table that replaces another, with that of the other."""
    uit: dict[int, int] = {}
    for nummer, tabel in enumerate(tabellen):
        if tabel.tariefbeschikking.status is Besluitstatus.VASTGESTELD:
            bedoelde = _bedoelde(tabellen, nummer, onder)
            if bedoelde is not None:
                uit[nummer] = bedoelde
    return uit


def _bedoelde(tabellen: Sequence[Tarieftabel], nummer: int, onder: int) -> int | None:
    """Return the position of the table that another one says it replaces; None without one.

    Of two with that name the own one is meant, unless the table would replace itself.
    """
    naam = tabellen[nummer].tariefbeschikking.vervangt
    if naam is None:
        return None
    zoekbaar = range(len(tabellen) if nummer >= onder else onder)
    kandidaten = [i for i in zoekbaar if tabellen[i].naam == naam]
    anders = [i for i in kandidaten if i != nummer]
    return max(anders or kandidaten, default=None)


def telt_mee(tabel: Tarieftabel) -> bool:
    """Say whether a decision counts: not when it never entered into force or was withdrawn."""
    return tabel.tariefbeschikking.status in _TELT


def gebreken(tabellen: Sequence[Tabel], onder: int = 0) -> list[Gevonden]:
    """Return everything that is wrong in and between tables.

    The first `onder` tables lie underneath the others and were found to agree: an own row may
    take the place of theirs. What is wrong between two is reported at the later one.
    """
    lijsten = [(i, tabel) for i, tabel in enumerate(tabellen) if isinstance(tabel, Prestatielijst)]
    tarieftabellen = [
        (i, tabel) for i, tabel in enumerate(tabellen) if isinstance(tabel, Tarieftabel)
    ]
    prestaties = {rij.prestatie_id: rij for _, lijst in lijsten for rij in lijst.prestaties}
    eigen_lijsten = [(i, lijst) for i, lijst in lijsten if i >= onder]
    eigen_tabellen = [(i, tabel) for i, tabel in tarieftabellen if i >= onder]
    eronder = len(tarieftabellen) - len(eigen_tabellen)
    vervangen = {
        tarieftabellen[nummer][0]
        for nummer in vervangen_door([tabel for _, tabel in tarieftabellen], eronder)
    }
    tellend = [(i, tabel) for i, tabel in eigen_tabellen if telt_mee(tabel) and i not in vervangen]
    eigen = list(enumerate(tabellen))[onder:]
    return [
        *((i, gebrek) for i, tabel in eigen for gebrek in inhoud.gebreken(tabel, i)),
        *_dubbele_namen(eigen),
        *_dubbele_prestaties(lijsten, onder),
        *_andere_prestatie(lijsten, onder),
        *_verwijzingen(eigen_lijsten, prestaties),
        *_vervangingen(tarieftabellen, eronder),
        *_tarieven(eigen_tabellen, prestaties),
        *_buiten_prestatie(tellend, prestaties),
        *_overlap(tellend),
    ]


def _dubbele_namen(tabellen: Iterable[tuple[int, Tabel]]) -> Iterator[Gevonden]:
    gezien: dict[str, int] = {}
    for nummer, tabel in tabellen:
        eerder = gezien.setdefault(tabel.naam, nummer)
        if eerder != nummer:
            yield (
                nummer,
                Gebrek(
                    pad=("naam",),
                    reden=Tabelreden.DUBBELE_NAAM,
                    uitleg=_DUBBELE_NAAM,
                    ander=(eerder, ("naam",)),
                ),
            )


def _dubbele_prestaties(
    lijsten: Iterable[tuple[int, Prestatielijst]], onder: int
) -> Iterator[Gevonden]:
    """A stable name and a public code are looked up alike, so they share one set of names.

    An own row with the stable name of one underneath takes its place, and frees its code.
    """
    eigen = {rij.prestatie_id for i, lijst in lijsten if i >= onder for rij in lijst.prestaties}
    gezien: dict[str, tuple[int, int]] = {}
    for nummer, lijst in lijsten:
        for plaats, prestatie in enumerate(lijst.prestaties):
            if nummer < onder and prestatie.prestatie_id in eigen:
                continue
            namen = [("prestatie_id", prestatie.prestatie_id, Tabelreden.DUBBELE_PRESTATIE)]
            if prestatie.code is not None:
                namen.append(("code", prestatie.code, Tabelreden.DUBBELE_CODE))
            for veldnaam, naam, reden in namen:
                eerder = gezien.setdefault(naam, (nummer, plaats))
                if eerder != (nummer, plaats):
                    yield (
                        nummer,
                        Gebrek(
                            pad=("prestaties", plaats, veldnaam),
                            reden=reden,
                            uitleg=_DUBBELE_PRESTATIE,
                            ander=(eerder[0], ("prestaties", eerder[1])),
                        ),
                    )


def _andere_prestatie(
    lijsten: Iterable[tuple[int, Prestatielijst]], onder: int
) -> Iterator[Gevonden]:
    """An own row for a prestatie underneath keeps what the tariffs underneath rest on."""
    eronder = {
        rij.prestatie_id: (rij, (i, ("prestaties", plaats)))
        for i, lijst in lijsten
        if i < onder
        for plaats, rij in enumerate(lijst.prestaties)
    }
    for nummer, lijst in lijsten:
        for plaats, prestatie in enumerate(lijst.prestaties) if nummer >= onder else ():
            if prestatie.prestatie_id not in eronder:
                continue
            eerder, ander = eronder[prestatie.prestatie_id]
            for veldnaam, reden in (
                ("regime", Tabelreden.ANDER_REGIME),
                ("eenheid", Tabelreden.EENHEID),
            ):
                if getattr(eerder, veldnaam) is not getattr(prestatie, veldnaam):
                    yield (
                        nummer,
                        Gebrek(
                            pad=("prestaties", plaats, veldnaam),
                            reden=reden,
                            uitleg=_ANDERS_DAN_EERDER,
                            ander=ander,
                        ),
                    )


def _verwijzingen(
    lijsten: Iterable[tuple[int, Prestatielijst]], prestaties: Mapping[str, Prestatie]
) -> Iterator[Gevonden]:
    for nummer, lijst in lijsten:
        for plaats, prestatie in enumerate(lijst.prestaties):
            for veldnaam in ("bestanddelen", "sluit_uit"):
                for i, naam in enumerate(getattr(prestatie, veldnaam)):
                    if naam not in prestaties:
                        yield nummer, _onbekend(("prestaties", plaats, veldnaam, i))
            if prestatie.variant_van is not None and prestatie.variant_van not in prestaties:
                yield nummer, _onbekend(("prestaties", plaats, "variant_van"))


def _onbekend(pad: tuple[str | int, ...]) -> Gebrek:
    return Gebrek(
        pad=pad,
        reden=Tabelreden.ONBEKENDE_PRESTATIE,
        uitleg=_ONBEKENDE_PRESTATIE,
    )


def _vervangingen(
    tarieftabellen: Sequence[tuple[int, Tarieftabel]], onder: int
) -> Iterator[Gevonden]:
    tabellen = [tabel for _, tabel in tarieftabellen]
    opvolging = _opvolging(tabellen, onder)
    for nummer in range(onder, len(tabellen)):
        tabel = tabellen[nummer]
        beschikking = tabel.tariefbeschikking
        if beschikking.vervangt is None or beschikking.status is not Besluitstatus.VASTGESTELD:
            continue
        bedoelde = opvolging.get(nummer)
        if bedoelde is None:
            uitleg = _VERVANGT_NIETS
        elif tabellen[bedoelde].regime is not tabel.regime:
            uitleg = _VERVANGT_ANDER_REGIME
        elif _in_kring(nummer, opvolging):
            uitleg = _KRING
        else:
            continue
        yield (
            tarieftabellen[nummer][0],
            Gebrek(pad=("tariefbeschikking", "vervangt"), reden=Tabelreden.VERVANGT, uitleg=uitleg),
        )


def _in_kring(nummer: int, opvolging: Mapping[int, int]) -> bool:
    volgende = opvolging.get(nummer)
    gezien: set[int] = set()
    while volgende is not None and volgende not in gezien:
        if volgende == nummer:
            return True
        gezien.add(volgende)
        volgende = opvolging.get(volgende)
    return False


def _tarieven(
    tarieftabellen: Iterable[tuple[int, Tarieftabel]], prestaties: Mapping[str, Prestatie]
) -> Iterator[Gevonden]:
    for nummer, tabel in tarieftabellen:
        for plaats, tarief in enumerate(tabel.tarieven):
            pad = ("tarieven", plaats)
            prestatie = prestaties.get(tarief.prestatie_id)
            if prestatie is None:
                yield nummer, _onbekend((*pad, "prestatie_id"))
                continue
            if prestatie.regime is not tabel.regime:
                yield (
                    nummer,
                    Gebrek(
                        pad=(*pad, "prestatie_id"),
                        reden=Tabelreden.ANDER_REGIME,
                        uitleg=_ANDER_REGIME,
                    ),
                )
            if in_eenheid(tarief, prestatie.eenheid) is None:
                yield (
                    nummer,
                    Gebrek(
                        pad=(*pad, "eenheid"),
                        reden=Tabelreden.EENHEID,
                        uitleg=_EENHEID,
                    ),
                )


def _buiten_prestatie(
    tellend: Iterable[tuple[int, Tarieftabel]], prestaties: Mapping[str, Prestatie]
) -> Iterator[Gevonden]:
    """A row that no day can find is a mistake, in the row or in the list of prestaties."""
    for nummer, tabel in tellend:
        for rijen in gedateerde_rijen(nummer, tabel).values():
            for rij in rijen:
                if rij.lijst != "tarieven":
                    continue
                prestatie = prestaties.get(tabel.tarieven[rij.plaats].prestatie_id)
                if prestatie is not None and _buiten(rij, prestatie):
                    yield (
                        nummer,
                        Gebrek(
                            pad=rij.pad,
                            reden=Tabelreden.BUITEN_PRESTATIE,
                            uitleg=_BUITEN_PRESTATIE,
                        ),
                    )


def _buiten(rij: Rij, prestatie: Prestatie) -> bool:
    begin = date.min if prestatie.van is None else prestatie.van
    einde = date.max if prestatie.tot_en_met is None else prestatie.tot_en_met
    return laatste_dag(rij.looptijd) < begin or einde < rij.looptijd.van


def _overlap(tellend: Iterable[tuple[int, Tarieftabel]]) -> Iterator[Gevonden]:
    groepen: dict[object, list[Rij]] = {}
    for nummer, tabel in tellend:
        for onderwerp, rijen in gedateerde_rijen(nummer, tabel).items():
            groepen.setdefault(onderwerp, []).extend(rijen)
    for rijen in groepen.values():
        for eerste, tweede in overlappingen(rijen):
            if eerste.tabel != tweede.tabel:  # within one table it is already refused
                yield (
                    tweede.tabel,
                    Gebrek(
                        pad=tweede.pad,
                        reden=Tabelreden.OVERLAP,
                        uitleg=_OVERLAP,
                        ander=(eerste.tabel, eerste.pad),
                    ),
                )
