"""What came out over all documents: the counts, and how often each rule had something to say."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from geboortezorg.cli.invoer import Invoer
from geboortezorg.cli.kenmerken import ONBEKEND
from geboortezorg.cli.scherm import Scherm
from geboortezorg.cli.telling import Telling
from geboortezorg.cli.uitvoer.tabel import toon_telling
from geboortezorg.nummers import agb
from geboortezorg.rapport import Ernst, Oordeel, Oorzaak, Rapport
from geboortezorg.regels.register import PER_CODE
from geboortezorg.tekst import Tekst

_KOPPEN: Final = (
    Tekst("ernst", "severity"),
    Tekst("code", "code"),
    Tekst("documenten", "documents"),
    Tekst("bevindingen", "findings"),
    Tekst("norm", "norm"),
)
_DECLARANT: Final = Tekst("declarant", "declarant")
_MAAND: Final = Tekst("maand", "month")


class Samenvatting:
    """One table or one JSON object at the end, and nothing before it."""

    def __init__(self, argumenten: Namespace, scherm: Scherm) -> None:
        self.scherm = scherm
        self.als_json: bool = argumenten.format == "json"

    def document(self, _: Rapport, __: Invoer, /) -> None:
        """Write nothing: what counts is the whole."""

    def einde(self, telling: Telling, /) -> None:
        """Write what came out."""
        gevonden = list(rijen(telling))
        if self.als_json:
            self.scherm.json(_als_json(telling, gevonden))
            return
        if gevonden:
            self.scherm.tabel(
                _KOPPEN,
                (
                    (ernst, code, str(documenten), str(bevindingen), self._titel(code))
                    for ernst, code, documenten, bevindingen in gevonden
                ),
            )
        for kop, delen in ((_DECLARANT, declaranten(telling)), (_MAAND, per(telling.maanden))):
            if set(delen) <= {ONBEKEND}:
                continue
            self.scherm.tabel(
                (kop, *(Tekst(oordeel, oordeel) for oordeel in Oordeel)),
                ((naam, *map(str, aantallen.values())) for naam, aantallen in delen.items()),
            )
        self.scherm.delen((toon_telling(telling, self.scherm), ""))

    def _titel(self, code: str) -> str:
        return self.scherm.tekst(PER_CODE[code].titel)


def declaranten(telling: Telling) -> dict[str, dict[Oordeel, int]]:
    """Return how often each verdict was given, by kind of declarant: its zorgsoort and name."""
    return {
        f"{soort} {agb.zorgsoort_naam(soort) or ''}".rstrip(): aantallen
        for soort, aantallen in per(telling.declaranten).items()
    }


def per(paren: Counter[tuple[str, Oordeel]]) -> dict[str, dict[Oordeel, int]]:
    """Return how often each verdict was given, by name."""
    return {
        naam: {oordeel: paren[naam, oordeel] for oordeel in Oordeel}
        for naam in sorted({naam for naam, _ in paren})
    }


def rijen(telling: Telling) -> Iterator[tuple[Ernst, str, int, int]]:
    """Yield the rules with findings, the gravest and then the most frequent in front."""
    volgorde = list(Ernst)
    for sleutel, aantal in sorted(
        telling.documenten.items(), key=lambda paar: (volgorde.index(paar[0][0]), -paar[1], paar[0])
    ):
        yield *sleutel, aantal, telling.bevindingen[sleutel]


def _als_json(telling: Telling, rijen: list[tuple[Ernst, str, int, int]]) -> dict[str, Any]:
    return {
        "documenten": telling.oordelen.total(),
        "onleesbaar": telling.onleesbaar,
        "oordelen": {oordeel.value: telling.oordelen[oordeel] for oordeel in Oordeel},
        "oorzaken": {oorzaak.value: telling.oorzaken[oorzaak] for oorzaak in Oorzaak},
        "regels": [
            {"ernst": ernst.value, "code": code, "documenten": aantal, "bevindingen": bevindingen}
            for ernst, code, aantal, bevindingen in rijen
        ],
        "declaranten": [
            {"zorgsoort": soort} | aantallen
            for soort, aantallen in per(telling.declaranten).items()
        ],
        "maanden": [
            {"maand": maand} | aantallen for maand, aantallen in per(telling.maanden).items()
        ],
    }


schrijver = Samenvatting
