"""One cell for one member: what can be read, what is empty, and what is refused."""

import datetime as dt
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest

from geboortezorg.lijnen.cellen import FOUT, lezer, sleuteltekst, verwacht
from geboortezorg.lijnen.leden import leden
from geboortezorg.tabellen.koppeling import DATUMVORMEN

DATUM = "declaratieregels.periode.van"
EURO = "declaratieregels.bedrag_euro"
GETAL = "declaratieregels.aantal"
TEKST = "declaratieregels.prestatie"
KEUZE = "declaratieregels.debet_credit"
LIJST = "declaratieregels.grondslag_referentienummers"
JANEE = "kinderen.geboren"
TIJD = "integraal_traject.begin_actieve_fase"


def lees(naam: str, cel: Any, waarden: dict[str, str] | None = None, **anders: Any) -> Any:
    """Return what a cell says for a member."""
    opties = {"decimaalteken": None, "datumvorm": "JJJJ-MM-DD", "lijstteken": None} | anders
    return lezer(leden("dossier")[naam], waarden or {}, **opties)(cel)


@pytest.mark.parametrize("vorm", DATUMVORMEN)
def test_elke_datumvorm(vorm: str) -> None:
    """A day is read as the form says, and a day that does not exist is refused."""
    cel = vorm.replace("JJJJ", "2023").replace("MM", "11").replace("DD", "22")
    assert lees(DATUM, cel, datumvorm=vorm) == "2023-11-22"
    assert lees(DATUM, f" {cel} ", datumvorm=vorm) == "2023-11-22"
    assert lees(DATUM, f"{cel} 00:00:00.000", datumvorm=vorm) == "2023-11-22"
    for fout in (f"{cel} 10:00", f"{cel}1", cel.replace("22", "39"), f"{cel}\n0"):
        assert lees(DATUM, fout, datumvorm=vorm) == FOUT, fout


@pytest.mark.parametrize(
    ("naam", "cel", "waarde"),
    [
        (DATUM, "", None),
        (DATUM, None, None),
        (DATUM, float("nan"), None),
        (DATUM, pd.NaT, None),
        (DATUM, pd.NA, None),
        (DATUM, dt.date(2023, 5, 1), "2023-05-01"),
        (DATUM, dt.datetime.fromisoformat("2023-05-01T00:00"), "2023-05-01"),
        (DATUM, pd.Timestamp("2023-05-01"), "2023-05-01"),
        (DATUM, dt.datetime.fromisoformat("2023-05-01T03:00"), FOUT),
        (DATUM, dt.datetime(2023, 5, 1, tzinfo=dt.UTC), FOUT),
        (DATUM, dt.date(1850, 5, 1), FOUT),
        (DATUM, 45000, FOUT),
        (EURO, "59,33", 5933),
        (EURO, "€ 59.33", 5933),
        (EURO, "59,333", FOUT),
        (EURO, 59.33, 5933),
        (EURO, np.float64(59.33), 5933),
        (EURO, 59, 5900),
        (EURO, Decimal("59.330"), 5933),
        (EURO, Decimal("59.333"), FOUT),
        (EURO, Decimal("sNaN"), FOUT),
        (EURO, Decimal("1e400"), FOUT),
        (EURO, float("inf"), FOUT),
        (EURO, True, FOUT),
        (EURO, dt.date(2023, 5, 1), FOUT),
        (GETAL, "12", 12),
        (GETAL, "-3", -3),
        (GETAL, "12,0", FOUT),
        (GETAL, "1.200", FOUT),
        (GETAL, "٣", FOUT),
        (GETAL, 12, 12),
        (GETAL, np.int64(12), 12),
        (GETAL, 12.0, 12),
        (GETAL, 12.5, FOUT),
        (GETAL, False, FOUT),
        (GETAL, dt.date(2023, 5, 1), FOUT),
        (TEKST, " 1101 ", "1101"),
        (TEKST, 1101, "1101"),
        (TEKST, 1101.0, "1101"),
        (TEKST, 1101.5, "1101.5"),
        (TEKST, True, "true"),
        (TEKST, dt.date(2023, 5, 1), "2023-05-01"),
        (TEKST, np.str_("a"), "a"),
        (TEKST, "=1+1", FOUT),
        (TEKST, "x" * 200_000, FOUT),
        (TEKST, b"a", FOUT),
        (TEKST, [1], FOUT),
        (TEKST, np.array([1, 2]), FOUT),
        (KEUZE, "D", "D"),
        (JANEE, "true", True),
        (JANEE, "ja", FOUT),
        (JANEE, True, True),
        (JANEE, np.bool_(0), False),
        (JANEE, 1, FOUT),
        (TIJD, "2023-05-01T10:00+02:00", "2023-05-01T10:00+02:00"),
        (TIJD, dt.datetime(2023, 5, 1, 10, tzinfo=dt.UTC), "2023-05-01T10:00+00:00"),
        (TIJD, dt.datetime.fromisoformat("2023-05-01T10:00"), FOUT),
        (TIJD, dt.datetime(2023, 5, 1, 10, 0, 1, tzinfo=dt.UTC), FOUT),
        (TIJD, dt.date(2023, 5, 1), "2023-05-01"),
        (LIJST, "a b", ["a b"]),
        (LIJST, ["a", 2], ["a", "2"]),
        (LIJST, [], None),
    ],
)
def test_cel(naam: str, cel: Any, waarde: Any) -> None:
    """A text or a typed value is read, is empty, or is refused; never changed to something near."""
    assert lees(naam, cel) == waarde
    assert type(lees(naam, cel)) is type(waarde)


def test_opties() -> None:
    """The koppeling says how thousands, translations and several values in one cell are written."""
    assert lees(EURO, "1.063,7", decimaalteken=",") == 106_370
    assert lees(JANEE, "J", {"J": "true"}) is True
    assert lees(KEUZE, " + ", {"+": "D"}) == "D"
    assert lees(KEUZE, "", {"": "D"}) == "D"
    assert lees(JANEE, 1, {"1": "true"}) is True
    assert lees(DATUM, "31-12-9999", {"31-12-9999": ""}, datumvorm="DD-MM-JJJJ") is None
    assert lees(DATUM, "?", {"?": "2023-05-01"}, datumvorm="DD-MM-JJJJ") == "2023-05-01"
    assert lees(KEUZE, None, {"": "D"}) == "D"
    assert lees(GETAL, 0, {"0": "1"}) == 1
    assert lees(EURO, 0.0, {"0": ""}) is None
    assert lees(JANEE, True, {"true": "false"}) is False
    assert lees(DATUM, "1-5-2023", datumvorm="DD-MM-JJJJ") == "2023-05-01"
    assert lees(DATUM, 20230501, datumvorm="JJJJMMDD") == "2023-05-01"
    assert lees(LIJST, "a; b", {"b": "c"}, lijstteken=";") == ["a", "c"]
    assert lees(LIJST, ["b"], {"b": "c"}) == ["c"]


@pytest.mark.parametrize("cel", [dt.date(9999, 12, 31), dt.datetime.fromisoformat("9999-12-31")])
@pytest.mark.parametrize("sleutel", ["9999-12-31", "31-12-9999"])
def test_een_dag_met_een_betekenis(cel: dt.date, sleutel: str) -> None:
    """A day that stands for something is that too where the source has days, at midnight or not."""
    assert lees(DATUM, cel, {sleutel: ""}, datumvorm="DD-MM-JJJJ") is None
    assert lees(DATUM, cel, {"x": ""}, datumvorm="DD-MM-JJJJ") == FOUT
    moment = dt.datetime(9999, 12, 31, 1, tzinfo=dt.UTC)
    assert lees(DATUM, moment, {sleutel: ""}, datumvorm="DD-MM-JJJJ") == FOUT


def test_sleutel() -> None:
    """Rows are brought together by a text, trimmed; what is no text is no key."""
    cellen: list[Any] = [" a ", 1, 1.0, None, b"x", "\udfff", "x" * 200_000, dt.date(2023, 1, 2)]
    assert list(map(sleuteltekst, cellen)) == ["a", "1", "1", "", "", "", "", "2023-01-02"]


@pytest.mark.parametrize(
    ("naam", "tekst"),
    [
        (DATUM, "date DD/MM/YYYY"),
        (EURO, "amount in euros"),
        (GETAL, "whole number"),
        (JANEE, "true or false"),
        (TIJD, "offset from UTC"),
        (TEKST, "no formula"),
    ],
)
def test_wat_verwacht_was(naam: str, tekst: str) -> None:
    """The message says what belongs in the cell, in the form of the koppeling."""
    assert tekst in verwacht(leden("dossier")[naam], "DD/MM/JJJJ")[1].en
