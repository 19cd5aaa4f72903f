"""``geboortezorg koppeling``: a koppeling to fill in, and the check of one that was."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

from geboortezorg.arrow import Extrafout
from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.lijnen import ONGELEZEN, waarom
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.cli.sjabloon import schrijf_nieuw
from geboortezorg.cli.zonderzin import meld_vorm
from geboortezorg.lijnen import (
    Gebrek,
    Koppeling,
    KoppelingFout,
    Proef,
    Proeffout,
    column_titles,
    load_mapping,
    template_mapping,
    try_rows,
)
from geboortezorg.tekst import Tekst

_T = TypeVar("_T")
_K = TypeVar("_K")

_CODERINGEN: Final = ("utf-8", "windows-1252")
_SCHEIDINGSTEKENS: Final = (";", ",", "\t", "|")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_HALF: Final = "\udfff"

_GOED: Final = Tekst("De koppeling is in orde.", "The koppeling is right.")
_GEWEIGERD: Final = Tekst(
    "Geweigerd: {aantal} meldingen. Met deze koppeling wordt niets gelezen.",
    "Refused: {aantal} messages. Nothing is read with this koppeling.",
)
_GEPROEFD: Final = Tekst(
    "Van {rijen} rijen komen {documenten} documenten; wat niet past: {fouten}.",
    "Of {rijen} rows come {documenten} documents; what does not fit: {fouten}.",
)
_RIJ: Final = Tekst("rij {rij}", "row {rij}")
_KOLOM: Final = Tekst("kolom {titel}", "column {titel}")
_KEER: Final = Tekst("({aantal} keer)", "({aantal} times)")


def voer_uit(argumenten: Namespace, scherm: Scherm) -> int:
    """Write a template, or check a koppeling; the exit code is that of the help text."""
    opdracht = _nieuw if argumenten.wat == "nieuw" else _controleer
    return opdracht(argumenten, scherm)


def _nieuw(argumenten: Namespace, scherm: Scherm) -> int:
    meld_vorm(argumenten, scherm)
    titels: tuple[str, ...] = ()
    geschreven: dict[str, str] = {}
    if argumenten.kolommen is not None:
        titels, geschreven = _kop(argumenten.kolommen, argumenten.soort, scherm)
    tekst = template_mapping(argumenten.soort, titels, taal=scherm.taal, geschreven=geschreven)
    return schrijf_nieuw(tekst, argumenten.bestand, "koppeling", scherm)


def _kop(pad: str, soort: str, scherm: Scherm) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return the titles in a file of rows, and how it is written: what gives the most columns."""
    gevonden: list[tuple[tuple[str, ...], dict[str, str]]] = []
    for codering in _coderingen(pad, scherm):
        gevonden = []
        for teken in _SCHEIDINGSTEKENS:
            hoe = {"scheidingsteken": teken, "codering": codering}
            koppeling = Koppeling(
                document_soort=soort,
                groep=(),
                kolommen={},
                scheidingsteken=teken,
                codering=codering,
            )
            gevonden.append((_rijen(pad, scherm, column_titles, koppeling), hoe))
        if not any(_HALF in titel for titels, _ in gevonden for titel in titels):
            break
    titels, hoe = max(gevonden, key=lambda paar: len(paar[0]))
    return titels, {} if all(paar[0] == titels for paar in gevonden) else hoe


def _coderingen(pad: str, scherm: Scherm) -> tuple[str, ...]:
    def eerste(bron: str, _: None) -> bytes:
        with Path(bron).open("rb") as bestand:
            return bestand.read(2)

    return ("utf-16",) if _rijen(pad, scherm, eerste, None) in _UTF16 else _CODERINGEN


def _rijen(pad: str, scherm: Scherm, lees: Callable[[str, _K], _T], koppeling: _K) -> _T:
    """Return what is read of a file of rows; Gebruiksfout, with every message, when it cannot be."""
    tonen: Sequence[str] = ()
    try:
        return lees(pad, koppeling)
    except KoppelingFout as fout:
        tonen = fout.toon(scherm.taal)
    except Extrafout as fout:
        raise Gebruiksfout(scherm.tekst(fout.tekst)) from None
    except (OSError, ValueError) as fout:
        tonen = [waarom(fout, scherm)]
    raise Gebruiksfout("\n".join(f"{leesbaar(pad)}: {tekst}" for tekst in tonen))


def _controleer(argumenten: Namespace, scherm: Scherm) -> int:
    gebreken: tuple[Gebrek, ...] = ()
    proef: Proef | None = None
    try:
        koppeling = load_mapping(argumenten.bestand)
    except KoppelingFout as fout:
        if fout.onleesbaar:
            raise Gebruiksfout(
                f"{leesbaar(argumenten.bestand)}: {fout.toon(scherm.taal)[0]}"
            ) from None
        gebreken = fout.gebreken
    else:
        if argumenten.voorbeeld is not None:
            proef = _rijen(argumenten.voorbeeld, scherm, try_rows, koppeling)
    if argumenten.format == "json":
        scherm.json(_als_json(argumenten, gebreken, proef))
    else:
        _toon(argumenten, gebreken, proef, scherm)
    return 1 if gebreken or (proef is not None and proef.fouten) else 0


def _toon(
    argumenten: Namespace, gebreken: Sequence[Gebrek], proef: Proef | None, scherm: Scherm
) -> None:
    pad = leesbaar(argumenten.bestand)
    for gebrek in gebreken:
        scherm.tekstregel(f"{pad}, {gebrek.toon(scherm.taal)}")
    if gebreken:
        scherm.tekstregel(scherm.tekst(_GEWEIGERD).format(aantal=len(gebreken)))
        return
    if proef is not None:
        for fout in proef.fouten:
            scherm.tekstregel(_regel(argumenten.voorbeeld, fout, scherm))
        for naam in proef.ongelezen:
            tekst = scherm.tekst(ONGELEZEN).format(naam=naam)
            scherm.tekstregel(f"{leesbaar(argumenten.voorbeeld)}: {tekst}")
        scherm.tekstregel(
            scherm.tekst(_GEPROEFD).format(
                rijen=proef.rijen, documenten=proef.documenten, fouten=len(proef.fouten)
            )
        )
    scherm.tekstregel(scherm.tekst(_GOED))


def _regel(pad: str, fout: Proeffout, scherm: Scherm) -> str:
    """Return on one line where something does not fit, what, and how often."""
    delen = [leesbaar(pad), scherm.tekst(_RIJ).format(rij=fout.rij)]
    if fout.titel is not None:
        delen.append(scherm.tekst(_KOLOM).format(titel=leesbaar(fout.titel)))
    naam = f" {fout.naam}:" if fout.naam else ""
    keer = f" {scherm.tekst(_KEER).format(aantal=fout.aantal)}" if fout.aantal > 1 else ""
    return f"{', '.join(delen)}:{naam} {scherm.tekst(fout.tekst)}{keer}"


def _als_json(
    argumenten: Namespace, gebreken: Sequence[Gebrek], proef: Proef | None
) -> dict[str, Any]:
    uit: dict[str, Any] = {
        "goed": not gebreken,
        "meldingen": [
            {
                "bestand": Path(argumenten.bestand).name,
                "tekstregel": gebrek.tekstregel,
                "pad": ".".join(gebrek.pad),
                "tekst": gebrek.tekst.nl,
                "tekst_en": gebrek.tekst.en,
            }
            for gebrek in gebreken
        ],
    }
    if proef is None:
        return uit
    fouten = [
        {
            "naam": fout.naam,
            "titel": fout.titel,
            "rij": fout.rij,
            "aantal": fout.aantal,
            "tekst": fout.tekst.nl,
            "tekst_en": fout.tekst.en,
        }
        for fout in proef.fouten
    ]
    return uit | {
        "voorbeeld": {
            "rijen": proef.rijen,
            "documenten": proef.documenten,
            "fouten": fouten,
            "ongelezen": list(proef.ongelezen),
        }
    }
