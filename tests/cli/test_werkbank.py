"""What another process writes: what many documents have in common goes once."""

import io
from argparse import Namespace
from contextlib import redirect_stdout

import pytest

from geboortezorg import dump, validate
from geboortezorg.cli import werkbank
from geboortezorg.cli.invoer import Invoer
from geboortezorg.cli.scherm import Scherm
from geboortezorg.cli.uitvoer import maak_schrijver
from geboortezorg.regels.context import Context

from .conftest import VOORBEELDEN

DOCUMENTEN = [
    Invoer("é\udce9.ndjson", nummer, pad.read_bytes())
    for nummer, pad in enumerate(sorted(VOORBEELDEN.glob("*/*2023*.json")) * 3, 1)
]


def maak(vorm: str) -> werkbank.Schrijfwerk:
    """Return what writes a form in another process."""
    argumenten = Namespace(
        format=vorm, summary=False, overzicht=None, quiet=False, compact=False, koppeling=None
    )
    return werkbank.Schrijfwerk(argumenten, Context(), "nl", 80)


def hier(vorm: str) -> bytes:
    """Return what is written in this process."""
    uit = io.BytesIO()
    stroom = io.TextIOWrapper(uit, "utf-8", "backslashreplace", write_through=True)
    with redirect_stdout(stroom):
        schrijver = maak_schrijver(maak(vorm).argumenten, Scherm("nl"))
        for document in DOCUMENTEN:
            assert isinstance(document.inhoud, bytes)
            schrijver.document(validate(document.inhoud), document)
    return uit.getvalue()


@pytest.mark.parametrize("vorm", ["json", "ndjson"])
@pytest.mark.parametrize("meeste", [1 << 20, 30_000, 0])
def test_eens(vorm: str, meeste: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that comes again is a number; when there is no more room it goes as it is."""
    monkeypatch.setattr(werkbank, "_MEESTE", meeste)
    monkeypatch.setattr(werkbank, "_VOL", 40_000)
    werk, eerder = maak(vorm), dict[int, list[bytes]]()
    geschreven = [werk(DOCUMENTEN[:9]), werk(DOCUMENTEN[9:])]
    uit = b"".join(deel for een in geschreven for deel in een.heel(eerder))
    assert uit == hier(vorm)
    ((_, eens),) = eerder.items()
    assert sum(map(len, eens)) <= meeste
    verschillend = len(
        {dump(validate(d.inhoud)) for d in DOCUMENTEN if isinstance(d.inhoud, bytes)}
    )
    assert len(eens) == verschillend or meeste < 1 << 20
    nummers = [deel for een in geschreven for deel in een.delen if isinstance(deel, int)]
    assert [*dict.fromkeys(nummers)] == [*range(len(eens))]
    assert bool(nummers) is bool(meeste)


def test_van_ieder_proces() -> None:
    """A number is that of the process that gave it."""
    eerder: dict[int, list[bytes]] = {}
    telling = {"oordelen": [["akkoord", 1]]}
    gegeven = [(1, (b"a", b"b")), (2, (b"c",)), (1, (b"d",)), (2, ())]
    delen: list[tuple[bytes | int, ...]] = [(0, b"-", 1), (0,), (2, 0), (0, b"!")]
    uit = [
        b"".join(werkbank.Geschreven(deel, telling, eens).heel(eerder))
        for deel, eens in zip(delen, gegeven, strict=True)
    ]
    assert uit == [b"a-b", b"c", b"da", b"c!"]
