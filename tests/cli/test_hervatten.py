"""``validate --hervat``: an interrupted run goes on, and gives what an uninterrupted one gives."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from geboortezorg.cli import hervatten, kenmerken, valideer
from geboortezorg.cli.invoer import Invoer, Oorzaak
from geboortezorg.cli.telling import Telling
from geboortezorg.convert import MAX_BYTES
from geboortezorg.populatie import population

from .conftest import Opdracht

ARGV = ("validate", "a.ndjson", "--output", "uit", "--hervat", "--format", "json")


@pytest.fixture(autouse=True)
def steeds_bewaard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the stand after every document."""
    monkeypatch.setattr(hervatten, "_SECONDEN", 0)


def schrijf(aantal: int = 40) -> list[bytes]:
    """Write dossiers, a line that is none, and return the lines."""
    regels = [json.dumps(proef.document).encode() for proef in population(aantal, 3, fouten=50)]
    regels.insert(5, b'{"Kanarie7Q')
    Path("a.ndjson").write_bytes(b"\n".join(regels))
    return regels


def onderbreek(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch, na: int, *argv: str) -> None:
    """Give a command, and press Ctrl-C after so many documents."""
    alle = valideer._gedaan

    def tot(*argumenten: Any) -> Iterator[Any]:
        for nummer, paar in enumerate(alle(*argumenten)):
            if nummer == na:
                raise KeyboardInterrupt
            yield paar

    with monkeypatch.context() as even:
        even.setattr(valideer, "SAMEN", 1)
        even.setattr(valideer, "_gedaan", tot)
        assert opdracht(*argv).code == 130


@pytest.mark.parametrize(
    "vorm", [("ndjson",), ("json",), ("csv",), ("bevindingen",), ("json", "--summary")]
)
def test_zoals_zonder_onderbreking(
    vorm: tuple[str, ...], opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is the same, byte for byte, and nothing stays beside it; so is the exit code."""
    schrijf()
    argv = ("validate", "a.ndjson", "--format", *vorm, "--output")
    heel = opdracht(*argv, "heel")
    for na in (0, 17, 10):
        onderbreek(opdracht, monkeypatch, na, *argv, "uit", "--hervat")
        assert not Path("uit").exists()
    for naam in ("uit.deel", "uit.stand"):
        assert "Kanarie7Q" not in Path(naam).read_text("utf-8")
    with Path("uit.deel").open("a", encoding="utf-8") as deel:
        deel.write("wat na het bewaren nog is geschreven")
    if "--summary" in vorm:
        Path("uit.deel").write_text("", "utf-8")
    assert opdracht(*argv, "uit", "--hervat", "--processen", "2").code == heel.code
    assert Path("uit").read_bytes() == Path("heel").read_bytes()
    assert sorted(pad.name for pad in Path().iterdir()) == ["a.ndjson", "heel", "uit"]


def test_een_andere_beoordeling(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was judged before must be the same: the documents, the options and the context."""
    regels = schrijf()
    onderbreek(opdracht, monkeypatch, 20, *ARGV)
    stand, deel = Path("uit.stand").read_bytes(), Path("uit.deel").read_bytes()

    def geweigerd(*extra: str) -> bool:
        uit = opdracht(*ARGV, *extra)
        assert (uit.code, uit.out) == (2, "")
        assert Path("uit.deel").read_bytes() == deel or not deel
        return "uit.stand: de invoer, de context of de opties" in uit.err

    assert geweigerd("--compact")
    assert geweigerd("--op", "2024-01-01")
    Path("a.ndjson").write_bytes(b"\n".join([*regels[1:], regels[0]]))
    assert geweigerd()
    Path("a.ndjson").write_bytes(b"\n".join(regels[:10]))
    assert geweigerd()
    Path("a.ndjson").write_bytes(b"\n".join(regels))
    for kapot in (b"{", b"{}", b"[]", stand.replace(b"afgekeurd", b"Kanarie7Q")):
        Path("uit.stand").write_bytes(kapot)
        assert geweigerd()
    Path("uit.stand").write_bytes(stand)
    deel = b""
    Path("uit.deel").write_bytes(b"")
    assert geweigerd()


def test_na_een_tijdje_pas(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """The stand is kept every few seconds, not for each document."""
    monkeypatch.setattr(hervatten, "_SECONDEN", 1000)
    schrijf()
    onderbreek(opdracht, monkeypatch, 20, *ARGV)
    assert not Path("uit.stand").exists()
    assert opdracht(*ARGV).code == 2
    assert Path("uit").read_text("utf-8").count("\n") == 41


def test_twee_tegelijk(opdracht: Opdracht) -> None:
    """A second run does not write through the first one, which goes on; after it, it does."""
    fcntl = pytest.importorskip("fcntl")
    schrijf()
    with Path("uit.deel").open("ab") as ander:
        ander.write(b"van de eerste")
        ander.flush()
        fcntl.flock(ander, fcntl.LOCK_EX)
        uit = opdracht(*ARGV, "--taal", "en")
        assert (uit.code, uit.out) == (2, "")
        assert "uit.deel: another run is writing here" in uit.err
        assert Path("uit.deel").read_bytes() == b"van de eerste"
    assert opdracht(*ARGV).code == 2
    assert Path("uit").read_text("utf-8").count("\n") == 41


@pytest.mark.parametrize("daarna", [None, b"van een derde"])
def test_net_na_een_ander(
    daarna: bytes | None, opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the other run finished between opening and locking is left as it is."""
    fcntl = pytest.importorskip("fcntl")
    schrijf()

    def klaar(*_: object) -> None:
        Path("uit.deel").replace("uit")
        if daarna is not None:
            Path("uit.deel").write_bytes(daarna)

    Path("uit.deel").write_bytes(b"van de eerste")
    with monkeypatch.context() as even:
        even.setattr(fcntl, "flock", klaar)
        assert "hier schrijft een andere beoordeling" in opdracht(*ARGV).err
    assert Path("uit").read_bytes() == b"van de eerste"


@pytest.mark.parametrize("slot", ["geen", "niet hier"])
def test_zonder_slot(slot: str, opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system, or a file system, that knows no locks does what it did."""
    schrijf()

    def niet_hier(*_: object) -> None:
        raise OSError

    if slot == "geen":
        monkeypatch.setitem(sys.modules, "fcntl", None)
    else:
        monkeypatch.setattr(pytest.importorskip("fcntl"), "flock", niet_hier)
    assert opdracht(*ARGV).code == 2
    assert Path("uit").read_text("utf-8").count("\n") == 41


@pytest.mark.parametrize(
    "argv",
    [
        ("a.ndjson", "--format", "json"),
        ("a.ndjson", "--output", "uit"),
        ("a.ndjson", "--output", "uit", "--format", "sarif"),
        ("a.ndjson", "--output", "niets/uit", "--format", "csv"),
        ("a.ndjson", "--output", "a.ndjson", "--format", "csv"),
    ],
)
def test_zo_niet(argv: tuple[str, ...], opdracht: Opdracht) -> None:
    """Only what is written line by line, or counted, can go on; and not over what is read."""
    schrijf(1)
    uit = opdracht("validate", *argv, "--hervat")
    assert (uit.code, uit.out) == (2, "")
    assert sorted(pad.name for pad in Path().iterdir()) == ["a.ndjson"]


def _invoer(waarde: object) -> Invoer:
    return Invoer("a", None, json.dumps(waarde).encode())


def _regel(agb: object, van: object) -> dict[str, object]:
    return {"zorgaanbieder_agb": agb, "periode": {"van": van}}


@pytest.mark.parametrize(
    ("regels", "verwacht"),
    [
        ([_regel("08000001", "2023-05-01"), _regel("33000001", "2022-12-31")], "08 33 2022-12"),
        ([_regel("99000001", "2023-05-01"), "x"], "anders 2023-05"),
        ([_regel("Kanarie7Q", "Kanarie7Q")], "onbekend onbekend"),
        ([_regel(8, 20230501), {"periode": 1}], "onbekend onbekend"),
        ([_regel("08000000", "2023-13-01"), {}], "onbekend onbekend"),
        ({"a": 1}, "onbekend onbekend"),
        (None, "onbekend onbekend"),
    ],
)
def test_kenmerken(regels: object, verwacht: str) -> None:
    """A document is counted by known kinds and by months, whatever is in it."""
    declaranten, maand = kenmerken.kenmerken(_invoer({"declaratieregels": regels}))
    assert " ".join([*sorted(declaranten), maand]) == verwacht


@pytest.mark.parametrize(
    "document",
    [
        _invoer([]),
        Invoer("a", None, b"{"),
        Invoer("a", None, b" " * (MAX_BYTES + 1)),
        Invoer("a", None, Oorzaak.LEESFOUT),
    ],
)
def test_kenmerken_van_wat_niet_te_lezen_is(document: Invoer) -> None:
    """What cannot be read is counted too."""
    assert kenmerken.kenmerken(document) == (frozenset({"onbekend"}), "onbekend")


def test_bewaarde_telling() -> None:
    """Counts that are kept are the same counts, by JSON."""
    telling, terug = Telling(), Telling()
    telling.onleesbaar = 2
    with pytest.raises(KeyError):
        terug.herneem({"onleesbaar": 1})
    terug.herneem(json.loads(json.dumps(telling.bewaar())))
    assert vars(terug) == vars(telling)
    terug.herneem(telling.bewaar())
    assert terug.onleesbaar == 4, "counts of elsewhere are added"
