"""Documents to rows, and the koppeling that reads those rows back: for the tests of lines."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.lijnen import Koppeling, load_mapping
from geboortezorg.lijnen.leden import in_lijst, leden, lijsten, los
from geboortezorg.vorm import velden

GROEP = {"dossier": "referentie", "declaratie": "factuurnummer"}
LIJSTTEKEN = "|"


def koppeling(soort: str, **anders: Any) -> Koppeling:
    """Return the koppeling that has a column for every member, called as the member."""
    namen = {naam: naam for naam, lid in leden(soort).items() if not lid.in_euro}
    sleutels = {naam: [f"#{naam}"] for naam in lijsten(soort) if naam != "declaratieregels"}
    return load_mapping(
        {
            "document_soort": soort,
            "groep": [GROEP[soort]],
            "kolommen": namen,
            "sleutels": sleutels,
            "lijstteken": LIJSTTEKEN,
        }
        | anders
    )


def rijen(document: dict[str, Any]) -> list[dict[str, str]]:
    """Return rows that hold all of a document: one for itself, and one for each item of a list."""
    soort = document["soort"]
    groep = {GROEP[soort]: document[GROEP[soort]]}
    return [groep | rij for rij in _rijen(DOCUMENTEN[soort], document, "", {})]


def _rijen(
    klasse: type[Any], deel: dict[str, Any], voor: str, sleutels: dict[str, str]
) -> Iterator[dict[str, str]]:
    lijst = list(_in_lijsten(klasse, deel, voor))
    yield sleutels | dict(_los(klasse, deel, voor))
    for naam, item, inhoud in lijst:
        for nummer, binnen in enumerate(inhoud):
            sleutel = {} if naam == "declaratieregels" else {f"#{naam}": f"n{nummer}"}
            yield from _rijen(item, binnen, f"{naam}.", sleutels | sleutel)


def _in_lijsten(
    klasse: type[Any], deel: dict[str, Any], voor: str
) -> Iterator[tuple[str, type[Any], list[dict[str, Any]]]]:
    for veldvorm in velden(klasse):
        waarde = deel.get(veldvorm.naam)
        item, binnen = in_lijst(veldvorm), los(veldvorm)
        if waarde is None:
            continue
        if item is not None:
            yield f"{voor}{veldvorm.naam}", item, waarde
        elif binnen is not None:
            yield from _in_lijsten(binnen, waarde, f"{voor}{veldvorm.naam}.")


def _los(klasse: type[Any], deel: dict[str, Any], voor: str) -> Iterator[tuple[str, str]]:
    for veldvorm in velden(klasse):
        waarde = deel.get(veldvorm.naam)
        binnen = los(veldvorm)
        if waarde is None or in_lijst(veldvorm) is not None:
            continue
        if binnen is not None:
            yield from _los(binnen, waarde, f"{voor}{veldvorm.naam}.")
        else:
            yield f"{voor}{veldvorm.naam}", _cel(waarde)


def _cel(waarde: Any) -> str:
    if isinstance(waarde, bool):
        return "true" if waarde else "false"
    return LIJSTTEKEN.join(waarde) if isinstance(waarde, list) else str(waarde)


def titels(maat: Koppeling) -> Sequence[str]:
    """Return the columns of a koppeling."""
    return maat.titels


def als_csv(maat: Koppeling, alle: Sequence[dict[str, str]], teken: str = ",") -> bytes:
    """Return rows as a CSV file."""
    tekst = io.StringIO(newline="")
    schrijver = csv.DictWriter(tekst, maat.titels, delimiter=teken)
    schrijver.writeheader()
    schrijver.writerows(alle)
    return tekst.getvalue().encode()
