"""``geboortezorg schema``: the published JSON Schemas, and what differs between two of them."""

import contextlib
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from geboortezorg import schema
from geboortezorg.cli.context import lees_bytes
from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.scherm import BEDOELD, Scherm, leesbaar
from geboortezorg.convert import Invoerfout, ontleed
from geboortezorg.regels.regel import Tekst
from geboortezorg.schema import Richting, Verschil
from geboortezorg.schema.register import toelichtingpad
from geboortezorg.schema.toelichting import voeg_samen

_EINDE: Final = ".schema.json"
_BESTAND: Final = ""
"""The name of a schema that stands in a file that was given by itself."""
_GOED: Final = frozenset({Richting.GELIJK, Richting.RUIMER})

_Kant = tuple[Mapping[str, Any], Mapping[str, Any] | None]
"""A schema, and its toelichting when there is one."""

_ONBEKEND: Final = Tekst(
    "er is geen schema van deze soort en versie; `geboortezorg schema` noemt ze alle",
    "there is no schema of this kind and version; `geboortezorg schema` lists them all",
)
_GEEN_SCHEMA: Final = Tekst("dit is geen JSON-object", "this is not a JSON object")
_GEEN_SCHEMAS: Final = Tekst("hier staat geen enkel schema", "there is no schema here at all")
_TE_DIEP: Final = Tekst("een van beide is te diep genest", "one of the two is nested too deeply")
_EEN_EN_MEER: Final = Tekst(
    "een bestand is een schema, het andere zijn er meer; noem een SOORT",
    "a file is one schema, the other side has more; name a SOORT",
)
_MET_VERSIE: Final = Tekst(
    "geef --versie niet samen met --compare", "do not give --versie together with --compare"
)
_COMPATIBEL: Final = Tekst(
    "Compatibel: elk document dat aan A voldeed, voldoet aan B.",
    "Compatible: every document that passed A passes B.",
)
_BREUK: Final = Tekst(
    "Niet compatibel: {aantal} verschillen die een document van A kunnen raken.",
    "Not compatible: {aantal} differences that can affect a document of A.",
)
_WEG: Final = Verschil(pad="", richting=Richting.KRAPPER, tekst="dit schema bestaat niet meer")
_NIEUW: Final = Verschil(pad="", richting=Richting.RUIMER, tekst="dit schema is nieuw")

_KOP: Final = (
    Tekst("soort", "soort"),
    Tekst("versie", "version"),
    Tekst("status", "status"),
)
_KOP_VERSCHIL: Final = (
    Tekst("schema", "schema"),
    Tekst("richting", "direction"),
    Tekst("plaats", "place"),
    Tekst("verschil", "difference"),
)


def voer_uit(argumenten: Namespace, scherm: Scherm) -> int:
    """Show the list, one schema or a comparison; what the exit code means is in the help."""
    if argumenten.compare is not None:
        if argumenten.versie is not None:
            raise Gebruiksfout(scherm.tekst(_MET_VERSIE))
        return _vergelijk(argumenten, scherm)
    rijen = _uit_index(argumenten.soort, argumenten.versie)
    if not rijen:
        from geboortezorg.tabellen.lijkt import lijkt  # noqa: PLC0415 - seldom needed

        soorten = sorted({rij["naam"] for rij in _uit_index(None, argumenten.versie)})
        bedoeld = lijkt(argumenten.soort or "", soorten)
        erbij = [BEDOELD.met(namen=", ".join(bedoeld))] if bedoeld else []
        raise Gebruiksfout(". ".join(map(scherm.tekst, (_ONBEKEND, *erbij))))
    if argumenten.soort is not None:
        sys.stdout.write(schema.tekst(argumenten.soort, argumenten.versie))
    elif argumenten.format == "json":
        scherm.json(rijen)
    else:
        scherm.tabel(_KOP, ((r["naam"], r["versie"], r["status"]) for r in rijen))
    return 0


def _uit_index(soort: str | None, versie: str | None) -> list[dict[str, Any]]:
    """Return the published schemas of a kind and version, each when it is given."""
    return [
        rij
        for rij in schema.index()["schemas"]
        if soort in {None, rij["naam"]} and versie in {None, rij["versie"]}
    ]


def _vergelijk(argumenten: Namespace, scherm: Scherm) -> int:
    oud, nieuw = (_schemas(bron, argumenten.soort, scherm) for bron in argumenten.compare)
    if _BESTAND in oud or _BESTAND in nieuw:
        if len(oud) != 1 or len(nieuw) != 1:
            raise Gebruiksfout(scherm.tekst(_EEN_EN_MEER))
        naam = leesbaar(Path(argumenten.compare[1]).name).removesuffix(_EINDE)
        oud, nieuw = {naam: oud.popitem()[1]}, {naam: nieuw.popitem()[1]}
    verschillen = list(_verschillen(oud, nieuw, scherm))
    breuken = sum(verschil.richting not in _GOED for _, verschil in verschillen)
    if argumenten.format == "json":
        scherm.json(
            {
                "compatibel": not breuken,
                "verschillen": [
                    {
                        "schema": naam,
                        "pad": v.pad,
                        "richting": v.richting.value,
                        "tekst": v.tekst,
                        "tekst_en": v.tekst_en,
                    }
                    for naam, v in verschillen
                ],
            }
        )
    else:
        if verschillen:
            scherm.tabel(
                _KOP_VERSCHIL,
                (
                    (naam, v.richting.value, v.pad, scherm.tekst(Tekst(v.tekst, v.tekst_en)))
                    for naam, v in verschillen
                ),
            )
        scherm.toon(scherm.tekst(_BREUK if breuken else _COMPATIBEL).format(aantal=breuken))
    return 1 if breuken else 0


def _schemas(bron: str, soort: str | None, scherm: Scherm) -> dict[str, _Kant]:
    """Return the schemas of a version, a folder or a file, by kind; of a file under no name."""
    uit: dict[str, _Kant]
    if _uit_index(None, bron):
        uit = {
            rij["naam"]: (schema.get(rij["naam"], bron), schema.toelichting(rij["naam"], bron))
            for rij in _uit_index(soort, bron)
        }
    elif bron and Path(bron).is_dir():
        bestanden = sorted(Path(bron).glob(f"*{_EINDE}"))
        uit = {
            naam: _lees(str(bestand), scherm)
            for bestand in bestanden
            if soort in {None, naam := bestand.name.removesuffix(_EINDE)}
        }
    else:
        uit = {_BESTAND: _lees(bron, scherm)}
    if not uit:
        raise Gebruiksfout(f"{leesbaar(bron)}: {scherm.tekst(_GEEN_SCHEMAS)}")
    return uit


def _lees(pad: str, scherm: Scherm) -> _Kant:
    """Return the schema in a file, and the toelichting in the file beside it when there is one."""
    ernaast = toelichtingpad(pad)
    return _object(pad, scherm), _object(ernaast, scherm) if Path(ernaast).is_file() else None


def _object(pad: str, scherm: Scherm) -> Mapping[str, Any]:
    data = lees_bytes(pad, scherm)
    waarde: Any = None
    with contextlib.suppress(Invoerfout):
        waarde = ontleed(data)
    if isinstance(waarde, dict):
        return waarde
    raise Gebruiksfout(f"{leesbaar(pad)}: {scherm.tekst(_GEEN_SCHEMA)}")


def _verschillen(
    oud: Mapping[str, _Kant], nieuw: Mapping[str, _Kant], scherm: Scherm
) -> Iterator[tuple[str, Verschil]]:
    for naam in sorted({*oud, *nieuw}):
        if naam not in nieuw:
            yield naam, _WEG
        elif naam not in oud:
            yield naam, _NIEUW
        else:
            try:
                gevonden = schema.vergelijk(
                    *_zij_aan_zij(oud[naam], nieuw[naam]), versie_telt=False
                )
            except RecursionError:
                gevonden = None
            if gevonden is None:
                raise Gebruiksfout(scherm.tekst(_TE_DIEP))
            yield from ((naam, verschil) for verschil in gevonden.verschillen)


def _zij_aan_zij(oud: _Kant, nieuw: _Kant) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Return two schemas to compare; with a toelichting on one side only, it cannot be compared."""
    if oud[1] is None or nieuw[1] is None:
        return oud[0], nieuw[0]
    return voeg_samen(oud[0], oud[1]), voeg_samen(nieuw[0], nieuw[1])
