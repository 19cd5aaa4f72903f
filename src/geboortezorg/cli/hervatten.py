"""``validate --hervat``: go on where an interrupted run was.

Beside the file that is to be written stand ``.deel``, with what was written so far, and ``.stand``,
which says how many documents that is about. Neither holds anything of a document but what the
answer itself has: what was read is only recognised, by a keyed hash of all of it together.
"""

import json
import os
import time
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, redirect_stdout
from itertools import islice
from pathlib import Path
from typing import Any, Final, TextIO

from geboortezorg._versie import SCHEMA_VERSIE, __version__
from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.invoer import Deel, Invoer, los
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.cli.telling import Telling
from geboortezorg.cli.uitvoer.bestand import doel_van, niet_te_schrijven, stdout_naar
from geboortezorg.convert import destructureer
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels.context import Context
from geboortezorg.tekst import Tekst

_SECONDEN: Final = 2.0
"""How often is kept how far it is."""

_VORMEN: Final = ("json", "ndjson", "bevindingen", "csv")
_BEPALEND: Final = ("format", "taal", "compact", "quiet", "summary", "ndjson", "kolom", "paden")
"""The options on which the answer depends."""

_ZO_NIET: Final = Tekst(
    "--hervat gaat alleen samen met --output en --summary of --format json, ndjson, bevindingen of "
    "csv",
    "--hervat only goes with --output and --summary or --format json, ndjson, bevindingen or csv",
)
_ANDERS: Final = Tekst(
    "{pad}: de invoer, de context of de opties zijn niet die van de onderbroken beoordeling; "
    "herstel ze, of verwijder dit bestand om opnieuw te beginnen",
    "{pad}: the input, the context or the options are not those of the run that was interrupted; "
    "restore them, or remove this file to start anew",
)
_BEZET: Final = Tekst(
    "{pad}: hier schrijft een andere beoordeling; wacht tot zij klaar is, of geef met --output een "
    "ander bestand",
    "{pad}: another run is writing here; wait until it is done, or give another file with --output",
)


class Stand:
    """How far a run is; this one is not kept."""

    def __init__(self) -> None:
        self.telling = Telling()

    def begin(self) -> None:
        """Drop what was written since the stand was kept, the head of the answer included."""

    def rest(self, delen: Iterable[Deel]) -> Iterator[Deel]:
        """Yield the documents that are not judged yet."""
        yield from delen

    def klaar(self, delen: Iterable[Deel]) -> None:
        """Note that the answers on documents are written."""


class Bewaard(Stand):
    """How far a run is, kept in a file every few seconds."""

    def __init__(self, pad: Path, stroom: TextIO, opdracht: bytes, scherm: Scherm) -> None:
        super().__init__()
        self._pad, self._stroom = pad, stroom
        self._anders = Gebruiksfout(scherm.tekst(_ANDERS).format(pad=leesbaar(str(pad))))
        self._gedaan = self._omvang = 0
        self._som, self._sleutel = "", os.urandom(16)
        if pad.exists():
            self._herneem()
        if os.fstat(stroom.fileno()).st_size < self._omvang:
            raise self._anders
        os.ftruncate(stroom.fileno(), self._omvang)
        from hashlib import blake2b  # noqa: PLC0415 - costs time, for this alone

        self._hash = blake2b(opdracht, key=self._sleutel)
        self._laatst = time.monotonic()

    def _herneem(self) -> None:
        try:
            bewaard = json.loads(self._pad.read_bytes())
            self._gedaan, self._omvang = int(bewaard["documenten"]), int(bewaard["bytes"])
            self._som, self._sleutel = str(bewaard["som"]), bytes.fromhex(bewaard["sleutel"])
            self.telling.herneem(bewaard["telling"])
        except (OSError, ValueError, TypeError, KeyError):
            raise self._anders from None

    def begin(self) -> None:
        """Drop the head of the answer once more, when it is there already."""
        self._stroom.flush()
        if self._gedaan:
            os.ftruncate(self._stroom.fileno(), self._omvang)

    def rest(self, delen: Iterable[Deel]) -> Iterator[Deel]:
        """Yield what follows after the documents that were judged, if those are the same."""
        bron = los(delen)
        for document in islice(bron, self._gedaan):
            self._neem_op(document)
        if self._gedaan and self._hash.hexdigest() != self._som:
            raise self._anders
        yield from bron

    def klaar(self, delen: Iterable[Deel]) -> None:
        """Note that the answers on documents are written, and keep that every few seconds."""
        for document in los(delen):
            self._neem_op(document)
            self._gedaan += 1
        if time.monotonic() - self._laatst >= _SECONDEN:
            self._bewaar()

    def _neem_op(self, document: Invoer) -> None:
        inhoud = document.inhoud if isinstance(document.inhoud, bytes) else b""
        if document.groep is not None:
            inhoud = document.groep.als_bytes()
        kop = (document.pad, document.tekstregel, type(document.inhoud).__name__, len(inhoud))
        self._hash.update(repr(kop).encode())
        self._hash.update(inhoud)

    def _bewaar(self) -> None:
        self._stroom.flush()
        os.fsync(self._stroom.fileno())
        stand = {
            "documenten": self._gedaan,
            "bytes": os.fstat(self._stroom.fileno()).st_size,
            "som": self._hash.hexdigest(),
            "sleutel": self._sleutel.hex(),
            "telling": self.telling.bewaar(),
        }
        even = self._pad.with_name(f"{self._pad.name}.even")
        even.write_text(json.dumps(stand), "utf-8")
        even.replace(self._pad)
        self._laatst = time.monotonic()


@contextmanager
def naar_uitvoer(
    argumenten: Namespace, context: Context, scherm: Scherm, koppeling: Mapping[str, Any] | None
) -> Iterator[Stand]:
    """Let stdout go to where the answer is wanted, and give how far the run is.

    `koppeling` is what the koppeling says, by which rows are read, if there is one.
    Raises Gebruiksfout when that cannot be, or when a run that was interrupted was another.
    """
    if not argumenten.hervat:
        with stdout_naar(argumenten.output, argumenten.paden, scherm):
            yield Stand()
        return
    past = argumenten.summary or argumenten.format in _VORMEN
    if argumenten.output is None or not past:
        raise Gebruiksfout(scherm.tekst(_ZO_NIET))
    doel = doel_van(argumenten.output, argumenten.paden, scherm)
    deel, pad = (doel.with_name(f"{doel.name}.{soort}") for soort in ("deel", "stand"))
    with ExitStack() as stapel:
        try:
            stapel.enter_context(_alleen(deel))
            stroom = deel.open("a", encoding="utf-8", errors="backslashreplace", newline="")
        except BlockingIOError:
            raise Gebruiksfout(scherm.tekst(_BEZET).format(pad=leesbaar(str(deel)))) from None
        except (OSError, ValueError):
            raise niet_te_schrijven(argumenten.output, scherm) from None
        with stroom, redirect_stdout(stroom):
            yield Bewaard(pad, stroom, _opdracht(argumenten, context, koppeling), scherm)
        deel.replace(doel)
        pad.unlink(missing_ok=True)


@contextmanager
def _alleen(deel: Path) -> Iterator[None]:
    """Keep every other run from a file, where the system can: two would write through each other.

    Raises BlockingIOError when another has it, or took it away while this one waited for it.
    """
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        yield
        return
    with deel.open("ab") as slot:
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise
        except OSError:  # a file system that knows no locks
            pass
        if not deel.exists() or not os.path.samestat(os.fstat(slot.fileno()), deel.stat()):
            raise BlockingIOError
        yield


def _opdracht(
    argumenten: Namespace, context: Context, koppeling: Mapping[str, Any] | None
) -> bytes:
    """Return all that the answer depends on beside the documents."""
    from geboortezorg.tabellen import as_documents  # noqa: PLC0415 - costs time, for this alone

    tabellen = context.tabellen
    document = DOCUMENTEN["context"](
        beoordelingsdatum=context.beoordelingsdatum,
        drempel=context.drempel,
        overeenkomsten=context.overeenkomsten,
        overeenkomsten_volledig=context.overeenkomsten_volledig,
        screeningscontracten=context.screeningscontracten,
        screeningscontracten_volledig=context.screeningscontracten_volledig,
        eerdere_factuurnummers=tuple(sorted(context.eerdere_factuurnummers)),
        eerdere_factuurnummers_volledig=context.eerdere_factuurnummers_volledig,
        eerder_gedeclareerd=context.eerder_gedeclareerd,
        prestatiebeschrijvingen=context.prestatiebeschrijvingen,
    )
    return json.dumps(
        [
            [__version__, SCHEMA_VERSIE, argumenten.overzicht is None],
            [*(getattr(argumenten, naam) for naam in _BEPALEND)],
            [as_documents(deel) for deel in (tabellen, tabellen.normen, tabellen.cijfers)],
            [tabel.naam for tabel in tabellen.eigen],
            destructureer(document),
            koppeling,
        ]
    ).encode()
