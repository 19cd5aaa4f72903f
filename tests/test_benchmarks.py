"""What the benchmarks measure: documents in six shapes, and nothing of which a verdict is wrong."""

import importlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from geboortezorg import validate

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))
vormen: Any = importlib.import_module("vormen")
meten: Any = importlib.import_module("meten")
doelen: Any = importlib.import_module("doelen")
processen: Any = importlib.import_module("processen")


@pytest.mark.parametrize("vorm", vormen.VORMEN)
def test_vormen(vorm: str) -> None:
    """Of each shape half is right; the others have the fault that was asked for, and only those."""
    proeven = vormen.verzameling(30, vormen=(vorm,), vormfout=20, fout=30)
    rapporten = [validate(proef.document, context=vormen.context()) for proef in proeven]
    assert [rapport.akkoord for rapport in rapporten] == [not proef.fout for proef in proeven]
    misvormd = [r.bevindingen[0].code == "GZ-VORM-001" for r in rapporten if r.bevindingen]
    assert misvormd == [proef.fout == "vorm" for proef in proeven if proef.fout]
    assert {"vorm", "regel", ""} == {proef.fout for proef in proeven}


def test_vormen_verschillen() -> None:
    """No two shapes hold the same, and the same is made each time."""
    een, ander = (vormen.verzameling(12) for _ in range(2))
    assert een == ander
    leden = {tuple(json.loads(proef.document)) for proef in een if not proef.fout}
    assert len(leden) >= 4


def test_groot() -> None:
    """A large message is right, and no two of its lines are equal."""
    bericht = json.loads(vormen.groot(300, 1).document)
    assert len({json.dumps(deel) for deel in bericht["declaratieregels"]}) == 300
    assert validate(bericht, context=vormen.context()).akkoord


def _niets(data: Sequence[bytes]) -> list[bool]:
    return [True for _ in data]


def test_meten_weigert_een_verkeerd_oordeel() -> None:
    """A way that gives another verdict is not measured."""
    proeven = [meten.Proef(b"{}"), meten.Proef(b"{}", "regel"), meten.Proef(b"{}", "vorm")]
    assert meten.meet({"lezen": meten.Variant(_niets, frozenset())}, proeven)["lezen"] > 0
    with pytest.raises(SystemExit, match="rapport: not the verdicts"):
        meten.meet({"rapport": meten.Variant(_niets)}, proeven)


def test_doelen() -> None:
    """A target says whether it is met, or that it was not measured."""
    rijen = {
        doelen.Doel("hooguit", 2, 2.0).rij: "yes",
        doelen.Doel("hooguit", 2, 2.1).rij: "**no**",
        doelen.Doel("minstens", 2, 2.0, minstens=True).rij: "yes",
        doelen.Doel("minstens", 2, 1.9, minstens=True).rij: "**no**",
        doelen.Doel("niet", 2, None).rij: "not measured",
        doelen.Doel("gezegd", None, 2.0).rij: "only stated",
    }
    assert [rij[-1] for rij in rijen] == [*rijen.values()]
    assert doelen.Doel("lezen", 2, 4.0, best=2.5).rij[2:] == ("2.50", "4.00", "**no**")
    assert doelen.groei({1: 2.0, 2: 9.0, 3: 3.0}) == 1.5


def test_processen(monkeypatch: pytest.MonkeyPatch) -> None:
    """In each way every document is judged once, and what starting costs is left out."""

    def meet(paden: Sequence[Path], aantal: str) -> tuple[float, float, float]:
        delen = [len(pad.read_bytes().splitlines()) for pad in paden]
        return sum(delen), max(delen), float(aantal)

    monkeypatch.setattr(processen, "meet", meet)
    alle = [*processen.metingen(8, rondes=2)]
    assert [(*m.rij[:2], m.processor, m.muur) for m in alle] == [
        *(("1", "1", (1, 1), (1, 1)), ("1", "2", (1, 1), (1, 1)), ("1", "2 apart", (1, 1), (1, 1))),
        *(("2", "1", (2, 2), (2, 2)), ("2", "2", (2, 2), (2, 2)), ("2", "2 apart", (2, 2), (1, 1))),
        *(("8", "1", (8, 8), (8, 8)), ("8", "2", (8, 8), (8, 8)), ("8", "2 apart", (8, 8), (4, 4))),
    ]


def test_verhouding_van_processen() -> None:
    """Each round has its own ratio, of which the median counts, and starting is left out of it."""
    kosten = {
        "1": ((2, 2, 2), (3, 3, 3), (11, 11, 19)),
        "2": ((3, 3, 3), (5, 5, 5), (14, 9, 21)),
        "2 apart": ((3, 3, 3), (5, 5, 5), (13, 13, 22)),
    }
    metingen = [
        processen.Meting(aantal, wijze, tijd, tuple(2 * deel for deel in tijd), aantal)
        for wijze, tijden in kosten.items()
        for aantal, tijd in zip((1, 2, 8), tijden, strict=True)
    ]
    assert processen.per_ronde(metingen, "2") == [2 * 8 / 9, 2 * 8 / 4, 2 * 16 / 16]
    assert processen.per_ronde(metingen, "2", muur=True) == [8 / 9, 8 / 4, 16 / 16]
    assert processen.sneller(metingen, "2") == 2
    assert processen.sneller(metingen, "2 apart") == 2
    assert processen.met_starten(metingen, "2") == 19 / 21
    assert doelen.Alles({}, {}, metingen, {}).geheugen == 7


def test_in_beurten(monkeypatch: pytest.MonkeyPatch) -> None:
    """The ways take turns there and back: what the machine does meanwhile is shared alike."""
    beurten: list[tuple[str, str]] = []

    def meet(paden: Sequence[Path], aantal: str) -> tuple[float, float, float]:
        beurten.append((paden[0].name.split("-")[0], f"{aantal} x {len(paden)}"))
        return 1, 1, 1

    monkeypatch.setattr(processen, "meet", meet)
    assert len([*processen.metingen(8, rondes=2)]) == 9
    heen = ["1 x 1", "2 x 1", "1 x 2"]
    assert [hoe for _, hoe in beurten] == [*heen[::-1], *heen] * 3
    assert [deel for deel, _ in beurten[::3]] == ["1", "2", "8"] * 2
