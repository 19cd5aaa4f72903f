"""``geboortezorg regels``: the catalogue, and the explanation of one rule."""

import json
from typing import Any

import pytest

from geboortezorg.cli import regels
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels.register import PER_CODE, REGELS

from .conftest import Opdracht


def catalogus(opdracht: Opdracht) -> list[dict[str, Any]]:
    """Return the whole catalogue as JSON."""
    uit: list[dict[str, Any]] = json.loads(opdracht("regels", "--format", "json").out)
    return uit


def test_tabel(opdracht: Opdracht) -> None:
    """The table names every rule, in the order of the register."""
    uitkomst = opdracht("regels")
    assert uitkomst.code == 0
    eerste = [
        tekstregel.split()[0]
        for tekstregel in uitkomst.out.splitlines()
        if tekstregel.startswith("GZ-")
    ]
    assert eerste == [regel.code for regel in REGELS]


def test_catalogus(opdracht: Opdracht) -> None:
    """The catalogue is one JSON list with everything that is known of every rule."""
    alle = catalogus(opdracht)
    assert [regel["code"] for regel in alle] == [regel.code for regel in REGELS]
    for gegeven, regel in zip(alle, REGELS, strict=True):
        assert gegeven["titel"] == regel.titel.nl
        assert gegeven["titel_en"] == regel.titel.en
        assert gegeven["verificatie"] == regel.verificatie.value
        assert gegeven["velden"] == list(regel.velden)
        assert [bron["titel"] for bron in gegeven["bronnen"]] == [b.titel for b in regel.bronnen]
        assert {r["reden"]: (r["tekst"], r["tekst_en"]) for r in gegeven["redenen"]} == {
            naam: (tekst.nl, tekst.en) for naam, tekst in regel.redenen.items()
        }
        assert ("geldig" in gegeven) == (regel.geldig is not None)


def test_soorten_voluit(opdracht: Opdracht) -> None:
    """A rule for every kind of document names them all."""
    soorten = {regel["code"]: regel["soorten"] for regel in catalogus(opdracht)}
    assert soorten["GZ-VORM-001"] == list(DOCUMENTEN)
    assert soorten["GZ-TARIEF-001"] == ["dossier", "declaratie"]


@pytest.mark.parametrize("code", [regel.code for regel in REGELS[::5]])
def test_een_regel(code: str, opdracht: Opdracht) -> None:
    """A rule is explained with its norm, source, fields and every case that it can report."""
    uitkomst = opdracht("regels", code)
    assert uitkomst.code == 0
    uit = " ".join(uitkomst.out.split())
    regel = PER_CODE[code]
    assert f"code {code} norm {regel.titel.nl}" in uit
    for bron in regel.bronnen:
        assert bron.titel in uit
    for naam, tekst in regel.redenen.items():
        assert f"{naam}: {tekst.nl}" in uit


def test_een_regel_als_json(opdracht: Opdracht) -> None:
    """One rule as JSON is what the catalogue says of it; case does not matter."""
    (regel,) = opdracht("regels", "gz-vorm-001", "--format", "json").rapporten
    assert regel == catalogus(opdracht)[1]


def test_engels(opdracht: Opdracht) -> None:
    """With --taal en norm and cases are English."""
    uit = opdracht("regels", "GZ-VORM-001", "--taal", "en").out
    assert "The document has the shape of its schema" in uit
    assert "A required member is missing. Supply it." in uit


def test_onbekende_code(opdracht: Opdracht) -> None:
    """A code that no rule has is wrong usage."""
    uitkomst = opdracht("regels", "GZ-NIETS-001")
    assert (uitkomst.code, uitkomst.out) == (2, "")
    assert uitkomst.err == (
        "geboortezorg: er is geen regel met deze code; `geboortezorg regels` noemt ze alle\n"
    )


@pytest.mark.parametrize("geldig", [True, False])
@pytest.mark.parametrize("retourcodes", [(), ("0611", "0001")])
def test_alleen_wat_er_is(
    geldig: bool,
    retourcodes: tuple[str, ...],
    opdracht: Opdracht,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Validity and return codes are shown when a rule has them, and the facts that it needs."""
    import attrs

    from geboortezorg.tijd import Looptijd, lees_datum

    looptijd = Looptijd(van=lees_datum("2015-01-01")) if geldig else None
    regel = attrs.evolve(PER_CODE["GZ-TARIEF-001"], geldig=looptijd, retourcodes=retourcodes)
    monkeypatch.setattr(regels, "PER_CODE", {regel.code: regel})
    uit = opdracht("regels", regel.code).out
    assert ("\ngeldig       2015-01-01 t/m ...\n" in uit) == geldig
    assert ("\nretourcodes  0611, 0001\n" in uit) == bool(retourcodes)
    assert "/tarieftabellen (in de context): geen_tarief_bekend" in " ".join(uit.split())
