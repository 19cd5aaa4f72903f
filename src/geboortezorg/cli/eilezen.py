"""``geboortezorg ei lees``, and how every command about messages opens one and shows faults."""

import zlib
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Final

from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.invoer import OORZAKEN, oorzaak_van, open_stroom
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.cli.voortgang import Voortgang, voortgang
from geboortezorg.ei import EIFout, Indeling, Record, lees_indeling
from geboortezorg.ei import lees as lees_bericht
from geboortezorg.model.ei import EIRecordrol
from geboortezorg.tabellen import TabelFout
from geboortezorg.tekst import Tekst

MAX_GETOOND: Final = 1000
"""Most faults that are shown one by one; the rest is counted."""

_RECORD: Final = Tekst("record {}", "record {}")
_RUBRIEK: Final = Tekst("rubriek {}", "field {}")
_CODE: Final = Tekst("retourcode {}", "return code {}")
_MEER: Final = Tekst("en nog {} fouten", "and {} more faults")
_TELLING: Final = Tekst(
    "{records} records, {prestaties} prestaties, {fouten} fouten. Indeling: {indeling}.",
    "{records} records, {prestaties} prestaties, {fouten} faults. Layout: {indeling}.",
)
_GEEN: Final = Tekst("niet bekend", "not known")


class _Bestand:
    """A file that tells how far it was read, and says it to the user when it cannot be read."""

    def __init__(self, pad: str, stapel: ExitStack, scherm: Scherm, vooruit: Voortgang) -> None:
        self._pad, self._scherm, self._vooruit = pad, scherm, vooruit
        self._stand = 0
        self._ruw, self._stroom = self._of_fout(lambda: open_stroom(pad, stapel))

    def read(self, aantal: int, /) -> bytes:
        """Read on, and tell it."""
        data: bytes = self._of_fout(lambda: self._stroom.read(aantal))
        stand = self._ruw.tell() if self._ruw.seekable() else 0
        self._vooruit(stand - self._stand, 1)
        self._stand = stand
        return data

    def _of_fout(self, doe: Callable[[], Any]) -> Any:
        try:
            return doe()
        except (OSError, EOFError, ValueError, zlib.error) as fout:
            oorzaak = self._scherm.tekst(OORZAKEN[oorzaak_van(fout)])
        raise Gebruiksfout(f"{leesbaar(self._pad)}: {oorzaak}")


@contextmanager
def geopend(argumenten: Namespace, scherm: Scherm) -> Iterator[Iterator[Record]]:
    """Give the records of the message that was named; Gebruiksfout when it cannot be read."""
    pad = argumenten.bericht
    eigen = eigen_indelingen(argumenten, scherm)
    with (
        ExitStack() as stapel,
        voortgang([pad], scherm, tabel=argumenten.format == "tabel") as vooruit,
    ):
        bestand = _Bestand(pad, stapel, scherm, vooruit)
        yield lees_bericht(bestand, eigen=eigen, codering=argumenten.codering)


def eigen_indelingen(argumenten: Namespace, scherm: Scherm) -> list[Indeling]:
    """Return the layouts in the files that were named; Gebruiksfout for one that is refused."""
    try:
        return [lees_indeling(pad) for pad in argumenten.indeling]
    except TabelFout as fout:
        raise Gebruiksfout(scherm.tekst(fout.tekst)) from None


def toon_fout(fout: EIFout, scherm: Scherm, *, json: bool) -> None:
    """Show one fault: where it is, the return code, and what to do."""
    if json:
        scherm.json(als_json(fout))
        return
    plaats = [scherm.tekst(_RECORD).format(fout.record)]
    if fout.rubriek is not None:
        plaats.append(scherm.tekst(_RUBRIEK).format(fout.rubriek))
    if fout.veld is not None:
        plaats.append(fout.veld)
    if fout.retourcode is not None:
        plaats.append(scherm.tekst(_CODE).format(fout.retourcode))
    tekst = fout.tekst if scherm.taal == "nl" else fout.tekst_en
    scherm.delen((f"{', '.join(plaats)}: ", "bold"), (tekst, ""))


def als_json(fout: EIFout) -> dict[str, Any]:
    """Return a fault as a JSON object, in both languages."""
    leden = {
        "record": fout.record,
        "rubriek": fout.rubriek,
        "veld": fout.veld,
        "reden": fout.reden.value,
        "retourcode": fout.retourcode,
        "tekst": fout.tekst,
        "tekst_en": fout.tekst_en,
    }
    return {naam: waarde for naam, waarde in leden.items() if waarde is not None}


def lees(argumenten: Namespace, scherm: Scherm) -> int:
    """Show the faults of a message as they are found, and what was counted."""
    json = argumenten.format == "json"
    rollen: Counter[EIRecordrol | None] = Counter()
    records = fouten = 0
    onleesbaar = False
    indeling: Indeling | None = None
    with geopend(argumenten, scherm) as gelezen:
        for record in gelezen:
            records += bool(record.tekst)
            rollen[record.rol] += 1
            if record.vorm is not None:
                indeling = record.vorm.indeling
            for fout in record.fouten:
                fouten += 1
                onleesbaar = onleesbaar or (record.nummer == 1 and record.tekst == "")
                if fouten <= MAX_GETOOND:
                    toon_fout(fout, scherm, json=json)
    prestaties = rollen[EIRecordrol.PRESTATIE]
    if json:
        scherm.json(
            {
                "indeling": indeling and indeling.model.naam,
                "verificatie": indeling and indeling.model.bron.verificatie.value,
                "records": records,
                "prestaties": prestaties,
                "fouten": fouten,
            }
        )
    else:
        if fouten > MAX_GETOOND:
            scherm.tekstregel(scherm.tekst(_MEER).format(fouten - MAX_GETOOND))
        model = indeling and indeling.model
        naam = scherm.tekst(_GEEN) if model is None else f"{model.naam} ({model.bron.verificatie})"
        scherm.tekstregel(
            scherm.tekst(_TELLING).format(
                records=records, prestaties=prestaties, fouten=fouten, indeling=naam
            )
        )
    if onleesbaar:
        return 2
    return 1 if fouten else 0
