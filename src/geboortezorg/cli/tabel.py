"""``geboortezorg tabel``: a table to fill in, and the check of tables that were filled in."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from geboortezorg.cli.context import lees_context
from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.scherm import Scherm
from geboortezorg.cli.sjabloon import schrijf_nieuw
from geboortezorg.cli.zonderzin import meld_vorm
from geboortezorg.geld import Percentage, toon_euro
from geboortezorg.model.prestatie import Regime
from geboortezorg.model.tarief import Tarieftabel
from geboortezorg.tabellen import (
    BekendTarief,
    Sprong,
    TabelFout,
    Tabellen,
    Tabelreden,
    ontbrekend,
    stappen,
    template_csv,
    template_toml,
    with_files,
)
from geboortezorg.tekst import Tekst
from geboortezorg.tijd import overlappen

_KOP: Final = (
    Tekst("prestatie", "prestatie"),
    Tekst("vanaf", "from"),
    Tekst("bedrag", "amount"),
    Tekst("daarvoor", "before"),
    Tekst("verschil", "step"),
    Tekst("let op", "note"),
)
_VRIJ: Final = Tekst("vrij", "free")
_GEEN: Final = Tekst("niet bekend", "not known")
_LET_OP: Final = Tekst("nakijken", "check this")
_ONTBREEKT: Final = Tekst(
    "Nog zonder tarief op {dag}: {namen}.", "Still without a tariff on {dag}: {namen}."
)
_VERVANGT: Final = Tekst(
    "{tabel} vervangt {rijen} rijen van {vervangen_tabel}.",
    "{tabel} replaces {rijen} rows of {vervangen_tabel}.",
)
_GOED: Final = Tekst(
    "De tabellen zijn in orde: {bedragen} tarieven, {opvallend} om na te kijken; {normen} normen, "
    "{cijfers} cijfers.",
    "The tables are right: {bedragen} tariffs, {opvallend} to look at; {normen} norms, {cijfers} "
    "figures.",
)
_GEWEIGERD: Final = Tekst(
    "Geweigerd: {aantal} meldingen. Van deze bestanden wordt niets gebruikt.",
    "Refused: {aantal} messages. Nothing of these files is used.",
)


def voer_uit(argumenten: Namespace, scherm: Scherm) -> int:
    """Write a template, or check tables; the exit code is that of the help text."""
    opdracht = _nieuw if argumenten.wat == "nieuw" else _controleer
    return opdracht(argumenten, scherm)


def _nieuw(argumenten: Namespace, scherm: Scherm) -> int:
    meld_vorm(argumenten, scherm)
    tabellen = lees_context(argumenten, scherm).tabellen
    pad = argumenten.bestand
    einde = "" if pad is None else Path(pad).suffix.lower()
    schrijf = template_csv if (argumenten.formaat or einde[1:]) == "csv" else template_toml
    tekst = schrijf(tabellen, Regime(argumenten.regime), argumenten.jaar, taal=scherm.taal)
    return schrijf_nieuw(tekst, pad, "tabel", scherm)


def _controleer(argumenten: Namespace, scherm: Scherm) -> int:
    eerder = lees_context(argumenten, scherm).tabellen
    try:
        tabellen = with_files(eerder, *argumenten.bestanden)
    except TabelFout as fout:
        return _geweigerd(fout, argumenten, scherm)
    bekend = {tabel.naam for tabel in eerder.tabellen}
    nieuw = [t for t in tabellen.tarieftabellen if t.naam not in bekend]
    namen = {tabel.naam for tabel in nieuw}
    rijen = list(_rijen(tabellen, namen))
    opvallend = [sprong for _, sprong in rijen if _opvallend(sprong, argumenten.grens)]
    normtabellen = tabellen.normtabellen[len(eerder.normtabellen) :]
    cijfertabellen = tabellen.cijfertabellen[len(eerder.cijfertabellen) :]
    andere = {*(tabel.naam for tabel in normtabellen), *(tabel.naam for tabel in cijfertabellen)}
    vervangen = _vervangen(tabellen, andere)
    if argumenten.format == "json":
        scherm.json(_als_json(tabellen, nieuw, rijen, argumenten.grens) | {"vervangt": vervangen})
    else:
        if rijen:
            scherm.tabel(_KOP, (_cellen(*rij, argumenten.grens, scherm) for rij in rijen))
        for dag, zonder in _ontbreekt(tabellen, nieuw):
            scherm.toon(scherm.tekst(_ONTBREEKT).format(dag=dag, namen=", ".join(zonder)))
        for paar in vervangen:
            scherm.toon(scherm.tekst(_VERVANGT).format_map(paar))
        aantallen = {
            "bedragen": sum(rij.tabel in namen for rij, _ in rijen),
            "opvallend": len(opvallend),
            "normen": sum(len(tabel.normen) for tabel in normtabellen),
            "cijfers": sum(len(tabel.cijfers) for tabel in cijfertabellen),
        }
        scherm.toon(scherm.tekst(_GOED).format_map(aantallen))
    return 4 if opvallend else 0


def _vervangen(tabellen: Tabellen, namen: set[str]) -> list[dict[str, Any]]:
    """Return of how many rows of which table the new norms and figures take the place."""
    normen, paren = tabellen.normen, Counter[tuple[str, str]]()
    for cijfer in tabellen.cijfers:
        if cijfer.vervangt is not None and cijfer.tabel in namen:
            paren[cijfer.tabel, cijfer.vervangt.tabel] += 1
    for norm_id in {norm.norm_id for tabel in tabellen.normtabellen for norm in tabel.normen}:
        for onder in () if normen.onder is None else normen.onder.rijen(norm_id):
            for norm in normen.rijen(norm_id):
                if norm.tabel in namen and overlappen(norm.looptijd, onder.looptijd):
                    paren[norm.tabel, onder.tabel] += 1
    return [
        {"tabel": tabel, "vervangen_tabel": ander, "rijen": rijen}
        for (tabel, ander), rijen in sorted(paren.items())
    ]


def _geweigerd(fout: TabelFout, argumenten: Namespace, scherm: Scherm) -> int:
    if any(melding.reden is Tabelreden.ONLEESBAAR for melding in fout.meldingen):
        raise Gebruiksfout(scherm.tekst(fout.tekst))
    if argumenten.format == "json":
        meldingen = [
            {
                "bestand": melding.bestand,
                "tekstregel": melding.tekstregel,
                "pad": melding.pointer,
                "reden": melding.reden.value,
                "tekst": melding.uitleg.nl,
                "tekst_en": melding.uitleg.en,
            }
            for melding in fout.meldingen
        ]
        scherm.json({"goed": False, "meldingen": meldingen})
    else:
        for melding in fout.meldingen:
            scherm.toon(scherm.tekst(melding.tekst), soft_wrap=True)
        scherm.toon(scherm.tekst(_GEWEIGERD).format(aantal=len(fout.meldingen)))
    return 1


def _rijen(tabellen: Tabellen, namen: set[str]) -> Iterator[tuple[BekendTarief, Sprong | None]]:
    """Yield each tariff of the new tables, with the step to it when a tariff came before.

    A known tariff of a later day that a new one leads to is among them; one of the same days,
    whose place the new one takes, is not.
    """
    sprongen = [s for s in stappen(tabellen) if s.later.tabel in namen or _leidt_naar(s, namen)]
    for prestatie in tabellen.prestaties:
        for rij in tabellen.tarieven_van(prestatie.prestatie_id):
            naar = next((s for s in sprongen if s.later is rij), None)
            if rij.tabel in namen or naar is not None:
                yield rij, naar


def _leidt_naar(sprong: Sprong, namen: set[str]) -> bool:
    eerder, later = sprong.eerder.looptijd, sprong.later.looptijd
    if sprong.eerder.tabel not in namen or eerder is None or later is None:
        return False
    return not overlappen(eerder, later)


def _opvallend(sprong: Sprong | None, grens: int) -> bool:
    """Say whether a step is larger than so many percent for each year between, or from nothing."""
    if sprong is None:
        return False
    hoogste = Percentage.uit_basispunten(grens * 100 * sprong.jaren)
    return sprong.verschil is None or abs(sprong.verschil.deel) > hoogste.deel


def _cellen(rij: BekendTarief, sprong: Sprong | None, grens: int, scherm: Scherm) -> Sequence[str]:
    eerder = scherm.tekst(_GEEN)
    if sprong is not None:
        jaar = "" if sprong.eerder.looptijd is None else f" ({sprong.eerder.looptijd.van.year})"
        eerder = _bedrag(sprong.eerder, scherm) + jaar
    return (
        rij.tarief.prestatie_id,
        "" if rij.looptijd is None else rij.looptijd.van.isoformat(),
        _bedrag(rij, scherm),
        eerder,
        "" if sprong is None or sprong.verschil is None else _procent(sprong.verschil),
        scherm.tekst(_LET_OP) if _opvallend(sprong, grens) else "",
    )


def _bedrag(rij: BekendTarief, scherm: Scherm) -> str:
    bedrag = rij.tarief.bedrag_eurocent
    return scherm.tekst(_VRIJ) if bedrag is None else toon_euro(bedrag)


def _procent(verschil: Percentage) -> str:
    """Return a step with its sign, in tenths of a percent."""
    promille = round(verschil.deel * 1000)
    geheel, tiende = divmod(abs(promille), 10)
    return f"{'-' if promille < 0 else '+'}{geheel},{tiende}%"


def _ontbreekt(tabellen: Tabellen, nieuw: Sequence[Tarieftabel]) -> Iterator[tuple[str, list[str]]]:
    """Yield for the first day of each new table what its regime still lacks on that day."""
    dagen = {
        (tabel.regime, tabel.tariefbeschikking.looptijd.van): None
        for tabel in nieuw
        if tabel.tariefbeschikking.looptijd is not None and tabel.tarieven
    }
    for regime, dag in dagen:
        namen = [prestatie.prestatie_id for prestatie in ontbrekend(tabellen, regime, dag)]
        if namen:
            yield dag.isoformat(), namen


def _als_json(
    tabellen: Tabellen,
    nieuw: Sequence[Tarieftabel],
    rijen: Sequence[tuple[BekendTarief, Sprong | None]],
    grens: int,
) -> dict[str, Any]:
    return {
        "goed": True,
        "tarieven": [_rij_als_json(*rij, grens) for rij in rijen],
        "ontbreekt": [
            {"op": dag, "prestaties": namen} for dag, namen in _ontbreekt(tabellen, nieuw)
        ],
    }


def _rij_als_json(rij: BekendTarief, sprong: Sprong | None, grens: int) -> dict[str, Any]:
    uit: dict[str, Any] = {
        "prestatie_id": rij.tarief.prestatie_id,
        "tabel": rij.tabel,
        "van": rij.looptijd and rij.looptijd.van.isoformat(),
        "bedrag_eurocent": rij.tarief.bedrag_eurocent,
        "opvallend": _opvallend(sprong, grens),
    }
    if sprong is not None:
        uit |= {
            "eerder_tabel": sprong.eerder.tabel,
            "eerder_bedrag_eurocent": sprong.eerder.tarief.bedrag_eurocent,
            "verschil_basispunten": sprong.verschil and round(sprong.verschil.deel * 10_000),
        }
    return {naam: waarde for naam, waarde in uit.items() if waarde is not None}
