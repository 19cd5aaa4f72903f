"""What is done with a few documents at a time, in this process or in another.

Where a form says of each document something that stands by itself, the process that judges also
writes: what it sends back is then text and counts, which cost little to send.
"""

import io
import os
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from contextlib import redirect_stdout
from itertools import islice
from typing import Any, Final, NamedTuple, SupportsIndex, final

import attrs

from geboortezorg.batch.kern import SAMEN, porties
from geboortezorg.bevroren import bevroren
from geboortezorg.cli.invoer import Deel, Invoer, los
from geboortezorg.cli.kenmerken import kenmerken
from geboortezorg.cli.scherm import Scherm
from geboortezorg.cli.telling import Telling
from geboortezorg.cli.uitvoer import Bytesschrijver, Schrijver, maak_schrijver
from geboortezorg.convert import Invoerfout, Invoerreden
from geboortezorg.rapport import Rapport
from geboortezorg.regels.context import Context
from geboortezorg.validation import onleesbaar, validate_portion

_PER_RIJ: Final = 512
"""Bytes that a row of a document is taken to have."""

_VOL: Final = 49_152
"""Bytes from which what was written is sent, or written, by itself: a pipe takes as many at once."""

_LOS: Final = 4096
"""Bytes from which something is not copied to be sent."""

_MEESTE: Final = 1 << 20
"""Bytes that a process sends once: a tenth of the different reports stand for nearly all documents."""


@final
@bevroren
class Beoordeling:
    """Judges a few documents."""

    context: Context

    def __call__(self, delen: Iterable[Deel]) -> list[tuple[Invoer, Rapport]]:
        """Return each document with its report; of one made of rows, with where it came from."""
        portie = [*los(delen)]
        heel = [d.inhoud for d in portie if d.groep is None and isinstance(d.inhoud, bytes)]
        rapporten = iter(validate_portion(heel, self.context))
        uit_rijen = self._uit_rijen(portie)
        uit: list[tuple[Invoer, Rapport]] = []
        for document in portie:
            if document.groep is not None:
                uit.append(next(uit_rijen))
            elif isinstance(document.inhoud, bytes):
                uit.append((document, next(rapporten)))
            else:
                fout = Invoerfout(Invoerreden.ONLEESBAAR)
                uit.append((document, onleesbaar(fout, context=self.context)))
        return uit

    def _uit_rijen(self, portie: Sequence[Invoer]) -> Iterator[tuple[Invoer, Rapport]]:
        paren = [(document, document.groep) for document in portie if document.groep is not None]
        if not paren:
            return iter(())
        from geboortezorg.lijnen.oordeel import judge_groups  # noqa: PLC0415 - sqlite3 costs time

        beoordeeld = judge_groups([groep for _, groep in paren], self.context)
        return iter(
            [
                (attrs.evolve(document, groep=None, rijen=deel), deel.rapport)
                for (document, _), deel in zip(paren, beoordeeld, strict=True)
            ]
        )


class Geschreven(NamedTuple):
    """What was written on a few documents, and what was counted."""

    delen: tuple[bytes | int, ...]
    """UTF-8, or what a :class:`Bytesschrijver` has; a number stands for what was sent once."""
    telling: dict[str, Any]
    eens: tuple[int, tuple[bytes, ...]] = (0, ())
    """The process, and what it sends once: numbered on from what it sent before."""

    @property
    def aantal(self) -> int:
        """Return how many documents that were."""
        return sum(aantal for _, aantal in self.telling["oordelen"])

    def __reduce_ex__(self, _: SupportsIndex, /) -> tuple[Any, ...]:
        """Let what was written go to a process by itself, without a copy, when it is not little."""
        from pickle import PickleBuffer  # noqa: PLC0415 - costs time, for this alone

        delen = (
            PickleBuffer(deel) if isinstance(deel, bytes) and len(deel) >= _LOS else deel
            for deel in self.delen
        )
        return type(self), (tuple(delen), self.telling, self.eens)

    def heel(self, eerder: dict[int, list[bytes]]) -> Iterator[bytes]:
        """Yield what is to be written, some of it at a time.

        `eerder` has what each process sent once; its answers come in the order it gave them.
        """
        proces, nieuw = self.eens
        bekend = eerder.setdefault(proces, [])
        bekend += nieuw
        samen: list[bytes] = []
        omvang = 0
        for deel in self.delen:
            inhoud = bekend[deel] if isinstance(deel, int) else deel
            samen.append(inhoud)
            omvang += len(inhoud)
            if omvang >= _VOL:
                yield b"".join(samen)
                samen, omvang = [], 0
        if samen:
            yield b"".join(samen)


@final
@attrs.define
class Schrijfwerk:
    """In a process of the pool: judges a few documents and writes the answers."""

    argumenten: Namespace
    context: Context
    taal: str
    breedte: int
    """Columns of what is written: those of who started this process."""
    _schrijver: Schrijver | None = attrs.field(default=None, init=False)
    _stroom: io.TextIOWrapper | None = attrs.field(default=None, init=False)
    _uit: io.BytesIO = attrs.field(factory=io.BytesIO, init=False)
    _delen: list[bytes | int] = attrs.field(factory=list, init=False)
    """What was written of these documents, until where :attr:`_uit` begins."""
    _verzonden: dict[bytes, int] = attrs.field(factory=dict, init=False)
    """What is sent once, with its number."""
    _omvang: int = attrs.field(default=0, init=False)
    """Of what is sent once."""

    def __call__(self, portie: Iterable[Deel]) -> Geschreven:
        """Return the answers as they are to be written, and the counts."""
        telling = Telling()
        bekend = len(self._verzonden)
        if self._stroom is None:
            self._stroom = io.TextIOWrapper(
                self._uit, "utf-8", "backslashreplace", newline="", write_through=True
            )
        with redirect_stdout(self._stroom):
            if self._schrijver is None:
                scherm = Scherm(self.taal)
                scherm.breedte = self.breedte
                scherm.gedeeld = self._eens
                self._schrijver = maak_schrijver(self.argumenten, scherm)
                if isinstance(self._schrijver, Bytesschrijver):
                    self._schrijver.elders = True
                self._leeg()  # the head of the answer is written by who started this process
            for samen, _ in porties(los(portie), SAMEN, maat):
                for document, rapport in Beoordeling(self.context)(samen):
                    schrijf(self._schrijver, telling, self.argumenten, document, rapport)
                    if self._uit.tell() >= _VOL:
                        self._delen.append(self._leeg())
            schrijver = self._schrijver
        rest = schrijver.haal() if isinstance(schrijver, Bytesschrijver) else self._leeg()
        delen, self._delen = (*self._delen, rest), []
        nieuw = tuple(islice(self._verzonden, bekend, None))
        return Geschreven(delen, telling.bewaar(), (os.getpid(), nieuw))

    def _eens(self, inhoud: bytes) -> bool:
        """Write what many documents may have in common by its number, as long as there is room."""
        nummer = self._verzonden.get(inhoud)
        if nummer is None:
            if self._omvang + len(inhoud) > _MEESTE:
                return False
            self._omvang += len(inhoud)
            nummer = self._verzonden[inhoud] = len(self._verzonden)
        self._delen += self._leeg(), nummer
        return True

    def _leeg(self) -> bytes:
        inhoud = self._uit.getvalue()
        self._uit.seek(0)
        self._uit.truncate()
        return inhoud


def maat(deel: Deel) -> int:
    """Return how many bytes there are to judge, about."""
    if isinstance(deel, Invoer) and deel.groep is not None:
        return _PER_RIJ * len(deel.groep.rijen)
    return len(deel.inhoud) if isinstance(deel.inhoud, bytes) else 0


def schrijf(
    schrijver: Schrijver,
    telling: Telling,
    argumenten: Namespace,
    document: Invoer,
    rapport: Rapport,
) -> None:
    """Count a report and write it."""
    per_kenmerk = argumenten.summary or argumenten.overzicht is not None
    telling.tel(rapport, kenmerken(document) if per_kenmerk else None)
    schrijver.document(rapport, document)
