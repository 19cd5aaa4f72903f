"""Many documents at once give the reports of each by itself."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from geboortezorg import batch, dump, validate
from geboortezorg.batch import validate_many
from geboortezorg.populatie import populatiecontext, population

CONTEXT = populatiecontext()
DOCUMENTEN = [
    *(json.dumps(proef.document).encode() for proef in population(150, 7, fouten=20)),
    *(
        pad.read_bytes()
        for pad in sorted((Path(__file__).parents[1] / "voorbeelden").glob("*/*.json"))
    ),
    b"{",
    b"",
    b"\xff" * 20,
]
REPORTS = [validate(document, context=CONTEXT) for document in DOCUMENTEN]


@pytest.mark.parametrize("processen", [1, 2])
def test_dezelfde_rapporten(processen: int) -> None:
    """In the same order, unreadable ones too, however many processes there are."""
    rapporten = list(validate_many(iter(DOCUMENTEN), context=CONTEXT, processen=processen))
    assert rapporten == REPORTS
    assert [dump(rapport) for rapport in rapporten] == [dump(rapport) for rapport in REPORTS]


def test_zonder_context() -> None:
    """Without a context the shipped tables apply, as for one document."""
    assert list(validate_many(DOCUMENTEN[:2])) == [validate(d) for d in DOCUMENTEN[:2]]


def test_leest_niet_alles_vooruit() -> None:
    """Input without end is read as the reports are asked for; who stops halfway leaves nothing."""
    gelezen = 0

    def eindeloos() -> Iterator[bytes]:
        nonlocal gelezen
        while True:
            gelezen += 1
            yield DOCUMENTEN[0]

    rapporten = validate_many(eindeloos(), context=CONTEXT, processen=2)
    for _ in range(100):
        assert next(rapporten) == REPORTS[0]
    assert gelezen < 1000
    rapporten.close()


def test_in_een_proces_van_de_pool(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a process of the pool does, done here: it keeps the context, and judges a portion."""
    monkeypatch.setattr(batch, "_CONTEXTEN", [])
    batch._begin(CONTEXT)
    batch._begin(CONTEXT)
    assert batch._in_proces(DOCUMENTEN[:3]) == REPORTS[:3]


def test_minstens_een() -> None:
    """No processes at all is refused at once."""
    with pytest.raises(ValueError, match="minstens 1"):
        validate_many([], processen=0)


def test_geen_documenten() -> None:
    """Nothing in, nothing out."""
    assert list(validate_many([], processen=2)) == []
