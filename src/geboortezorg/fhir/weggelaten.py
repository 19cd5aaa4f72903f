"""What of a document has no place in the FHIR R4 that is written of it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from geboortezorg.convert import destructureer
from geboortezorg.model.declaratie import Declaratie
from geboortezorg.model.igo import IGO
from geboortezorg.model.vsv import VSV

_ORGANISATIE: Final = frozenset(
    {
        *("vsv_id", "igo_id", "naam", "agb_code", "kvk_nummer", "deelnemers.looptijd"),
        *(
            f"deelnemers.zorgaanbieder.{naam}"
            for naam in (
                *("naam", "partijsoort"),
                *("agb_code", "ura_nummer", "lvr_nummer", "kvk_nummer"),
            )
        ),
    }
)
_GESCHREVEN: Final[Mapping[type[Any], frozenset[str]]] = {
    VSV: _ORGANISATIE,
    IGO: _ORGANISATIE,
    Declaratie: frozenset(
        {
            *("declarant_agb", "uzovi_code", "factuurnummer", "factuurdatum", "periode"),
            *(
                f"declaratieregels.{naam}"
                for naam in (
                    *("bsn", "prestatie", "periode", "aantal", "tarief_eurocent"),
                    *("declaratiebedrag_eurocent", "debet_credit"),
                )
            ),
        }
    ),
}


def weggelaten(document: VSV | IGO | Declaratie) -> tuple[str, ...]:
    """Return the members that are filled and that the Bundle does not say, with dots."""
    leden = destructureer(document)
    for declaratieregel in leden.get("declaratieregels", ()):
        gezegd = {
            "zorgaanbieder_agb": leden["declarant_agb"],
            "uzovi_code": leden["uzovi_code"],
            "bedrag_eurocent": declaratieregel["tarief_eurocent"] * declaratieregel["aantal"],
        }
        for naam, waarde in gezegd.items():
            if declaratieregel[naam] == waarde:
                del declaratieregel[naam]
    geschreven = _GESCHREVEN[type(document)]
    return tuple(dict.fromkeys(_rest(leden, "", geschreven)))


def _rest(waarde: Any, naam: str, geschreven: frozenset[str]) -> Iterator[str]:
    """Yield what is filled and not written: the highest names below which nothing is."""
    if naam in geschreven:
        return
    if isinstance(waarde, list):
        for deel in waarde:
            yield from _rest(deel, naam, geschreven)
    elif naam and not any(deel.startswith(f"{naam}.") for deel in geschreven):
        yield naam
    else:
        for lid, deel in waarde.items():
            yield from _rest(deel, f"{naam}.{lid}" if naam else lid, geschreven)
