"""What tables may not say together: names, references and overlap between them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from geboortezorg.model.prestatie import Prestatie, Prestatielijst
from geboortezorg.model.tarief import Besluitstatus, Tarieftabel
from geboortezorg.tabellen import inhoud
from geboortezorg.tabellen.fout import Gebrek, Tabelreden
from geboortezorg.tabellen.inhoud import Rij, gedateerde_rijen, laatste_dag, overlappingen

Tabel = Prestatielijst | Tarieftabel
Gevonden = tuple[int, Gebrek]
"""Position of the table that is refused, and what is wrong with it."""

_TELT: Final = frozenset({Besluitstatus.VASTGESTELD, Besluitstatus.CONCEPT})


def vervangen_door(tabellen: Iterable[Tarieftabel]) -> dict[str, str]:
    """Return the name of each replaced table with the name of the table that replaces it.

    Only an adopted decision replaces another one. A replaced table does not count at all any
    more, also for days and prestaties that its successor does not mention.
    """
    return {
        tabel.tariefbeschikking.vervangt: tabel.naam
        for tabel in tabellen
        if tabel.tariefbeschikking.vervangt is not None
        and tabel.tariefbeschikking.status is Besluitstatus.VASTGESTELD
    }


def telt_mee(tabel: Tarieftabel, vervangen: Mapping[str, str]) -> bool:
    """Say whether the rows of a table can be found at all.

    Those of a decision that never entered into force, was withdrawn or was replaced cannot.
    """
    return tabel.tariefbeschikking.status in _TELT and tabel.naam not in vervangen


def gebreken(tabellen: Sequence[Tabel]) -> list[Gevonden]:
    """Return everything that is wrong in and between tables.

    What is wrong between two is reported at the later one. Put tables that are already in use
    in front: then every finding is about a new one.
    """
    lijsten = [(i, tabel) for i, tabel in enumerate(tabellen) if isinstance(tabel, Prestatielijst)]
    tarieftabellen = [
        (i, tabel) for i, tabel in enumerate(tabellen) if isinstance(tabel, Tarieftabel)
    ]
    prestaties = {rij.prestatie_id: rij for _, lijst in lijsten for rij in lijst.prestaties}
    vervangen = vervangen_door(tabel for _, tabel in tarieftabellen)
    tellend = [(i, tabel) for i, tabel in tarieftabellen if telt_mee(tabel, vervangen)]
    return [
        *((i, gebrek) for i, tabel in enumerate(tabellen) for gebrek in inhoud.gebreken(tabel, i)),
        *_dubbele_namen(tabellen),
        *_dubbele_prestaties(lijsten),
        *_verwijzingen(lijsten, prestaties),
        *_vervangingen(tarieftabellen),
        *_tarieven(tarieftabellen, prestaties),
        *_buiten_prestatie(tellend, prestaties),
        *_overlap(tellend),
    ]


def _dubbele_namen(tabellen: Sequence[Tabel]) -> Iterator[Gevonden]:
    gezien: dict[str, int] = {}
    for nummer, tabel in enumerate(tabellen):
        eerder = gezien.setdefault(tabel.naam, nummer)
        if eerder != nummer:
            yield (
                nummer,
                Gebrek(
                    pad=("naam",),
                    reden=Tabelreden.DUBBELE_NAAM,
                    uitleg="een andere tabel heeft deze naam al; kies een eigen naam",
                    ander=(eerder, ("naam",)),
                ),
            )


def _dubbele_prestaties(lijsten: Iterable[tuple[int, Prestatielijst]]) -> Iterator[Gevonden]:
    """A stable name and a public code are looked up alike, so they share one set of names."""
    gezien: dict[str, tuple[int, int]] = {}
    for nummer, lijst in lijsten:
        for plaats, prestatie in enumerate(lijst.prestaties):
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
                            uitleg="een andere prestatie heeft deze naam of code al; kies een "
                            "eigen naam, of laat de rij weg",
                            ander=(eerder[0], ("prestaties", eerder[1])),
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


def _onbekend(pad: tuple[str | int, ...]) -> Gebrek:
    return Gebrek(
        pad=pad,
        reden=Tabelreden.ONBEKENDE_PRESTATIE,
        uitleg="geen prestatielijst noemt deze prestatie_id; verbeter de naam, of voeg een "
        "prestatielijst met deze prestatie toe",
    )


def _vervangingen(tarieftabellen: Iterable[tuple[int, Tarieftabel]]) -> Iterator[Gevonden]:
    vastgesteld = [
        (i, tabel)
        for i, tabel in tarieftabellen
        if tabel.tariefbeschikking.status is Besluitstatus.VASTGESTELD
    ]
    regimes = {tabel.naam: tabel.regime for _, tabel in tarieftabellen}
    opvolging = {tabel.naam: tabel.tariefbeschikking.vervangt for _, tabel in vastgesteld}
    for nummer, tabel in vastgesteld:
        vervangt = tabel.tariefbeschikking.vervangt
        if vervangt is None:
            continue
        if vervangt not in regimes:
            uitleg = "geen tabel in gebruik heeft deze naam; verbeter de naam, of laat vervangt weg"
        elif regimes[vervangt] is not tabel.regime:
            uitleg = "de vervangen tabel is van een ander regime; verbeter de naam"
        elif _in_kring(tabel.naam, opvolging):
            uitleg = "deze tabellen vervangen elkaar in een kring; haal een van de verwijzingen weg"
        else:
            continue
        yield (
            nummer,
            Gebrek(pad=("tariefbeschikking", "vervangt"), reden=Tabelreden.VERVANGT, uitleg=uitleg),
        )


def _in_kring(naam: str, opvolging: Mapping[str, str | None]) -> bool:
    volgende = opvolging.get(naam)
    gezien: set[str] = set()
    while volgende is not None and volgende not in gezien:
        if volgende == naam:
            return True
        gezien.add(volgende)
        volgende = opvolging.get(volgende)
    return False


def _tarieven(
    tarieftabellen: Iterable[tuple[int, Tarieftabel]], prestaties: Mapping[str, Prestatie]
) -> Iterator[Gevonden]:
    for nummer, tabel in tarieftabellen:
        for plaats, tarief in enumerate(tabel.tarieven):
            pad = ("tarieven", plaats, "prestatie_id")
            prestatie = prestaties.get(tarief.prestatie_id)
            if prestatie is None:
                yield nummer, _onbekend(pad)
            elif prestatie.regime is not tabel.regime:
                yield (
                    nummer,
                    Gebrek(
                        pad=pad,
                        reden=Tabelreden.ANDER_REGIME,
                        uitleg="de prestatie valt onder een ander regime dan de tabel; zet de rij "
                        "in een tabel van dat regime",
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
                            uitleg="geldt alleen op dagen waarop de prestatie volgens de "
                            "prestatielijst nog niet of niet meer bestaat; verbeter de looptijd",
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
                        uitleg="geldt op dezelfde dagen als een rij van een andere tabel; verbeter "
                        "de looptijd, of vervang die tabel met tariefbeschikking.vervangt",
                        ander=(eerste.tabel, eerste.pad),
                    ),
                )
