"""What holds for every identifier module alike."""

import copy
import pickle
import re
import subprocess
import sys
import traceback
from collections.abc import Callable
from typing import Any, Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import nummers
from geboortezorg.nummers import (
    NummerFout,
    Nummersoort,
    Reden,
    agb,
    big,
    bsn,
    iban,
    kvk,
    postcode,
    ura,
    uzovi,
    vestigingsnummer,
)


class Module(Protocol):
    """The face that every identifier module shows."""

    @property
    def PATROON(self) -> str:  # noqa: N802
        """Shape."""

    @property
    def MIN_LENGTE(self) -> int:  # noqa: N802
        """Shortest length."""

    @property
    def MAX_LENGTE(self) -> int:  # noqa: N802
        """Longest length."""

    def compact(self, tekst: str) -> str:
        """Repair."""

    def validate(self, tekst: str) -> str:
        """Judge, or raise."""

    def is_valid(self, tekst: object) -> bool:
        """Judge."""

    def format(self, tekst: str) -> str:
        """Display."""


GELDIG: dict[Nummersoort, tuple[Module, str, str]] = {
    Nummersoort.BSN: (bsn, "999999990", "9999.99.990"),
    Nummersoort.AGB: (agb, "08000001", "08000001"),
    Nummersoort.UZOVI: (uzovi, "0000", "0000"),
    Nummersoort.KVK: (kvk, "01234567", "01234567"),
    Nummersoort.VESTIGINGSNUMMER: (vestigingsnummer, "000012345678", "000012345678"),
    Nummersoort.BIG: (big, "01234567890", "01234567890"),
    Nummersoort.URA: (ura, "00012345", "00012345"),
    Nummersoort.POSTCODE: (postcode, "1234AB", "1234 AB"),
    Nummersoort.IBAN: (iban, "NL13TEST0123456789", "NL13 TEST 0123 4567 89"),
}

ALLE = pytest.mark.parametrize(
    ("soort", "module", "geldig", "getoond"),
    [(soort, *rij) for soort, rij in GELDIG.items()],
    ids=[str(soort) for soort in GELDIG],
)


def fout_van(functie: Callable[[Any], str], waarde: object) -> NummerFout:
    """Return the error with which a function refuses a value."""
    with pytest.raises(NummerFout) as gevangen:
        functie(waarde)
    return gevangen.value


class Kwaad:
    """An object of which nothing can be asked."""

    def _nee(self, *_: object) -> Any:
        raise RuntimeError("asked")

    __class__ = property(_nee)
    __eq__ = __hash__ = __len__ = __str__ = __repr__ = __bool__ = __iter__ = _nee


class KwadeTekst(str):
    """A text that lies about itself."""

    __slots__ = ()

    def _nee(self, *_: object) -> Any:
        raise RuntimeError("asked")

    __eq__ = __hash__ = __len__ = __str__ = __repr__ = __getitem__ = isascii = isdigit = _nee


@ALLE
def test_geldig(soort: Nummersoort, module: Module, geldig: str, getoond: str) -> None:
    """A valid number is returned as the same object and has its display form."""
    assert module.is_valid(geldig)
    assert module.validate(geldig) is geldig
    assert module.format(geldig) == getoond


@ALLE
def test_herstel(soort: Nummersoort, module: Module, geldig: str, getoond: str) -> None:
    """The explicit repair undoes the display form and what people write around it."""
    assert module.compact(getoond) == geldig
    assert module.compact(geldig) == geldig
    gespreid = "\u00a0- .\u2013\t".join(geldig)
    assert module.compact(f" {gespreid}\r\n") == geldig


@ALLE
def test_herstel_vult_niet_aan(
    soort: Nummersoort, module: Module, geldig: str, getoond: str
) -> None:
    """The repair pads nothing and hides no other character."""
    assert module.compact(geldig[1:]) == geldig[1:]
    assert module.compact("") == ""
    assert module.compact(geldig + "/") == geldig + "/"
    assert module.compact("\u0663\uff11") == "\u0663\uff11"


@ALLE
def test_vorm(soort: Nummersoort, module: Module, geldig: str, getoond: str) -> None:
    """The stated shape is anchored, plain, and holds for a valid number."""
    assert module.PATROON.startswith("^")
    assert module.PATROON.endswith("$")
    assert "\\" not in module.PATROON
    assert re.search(module.PATROON, geldig)
    assert module.MIN_LENGTE <= len(geldig) <= module.MAX_LENGTE


@ALLE
def test_lengte(soort: Nummersoort, module: Module, geldig: str, getoond: str) -> None:
    """One character under and one over the bounds is refused, also when it is a newline."""
    korter = (geldig * 4)[: module.MIN_LENGTE - 1]
    langer = (geldig * 4)[: module.MAX_LENGTE + 1]
    assert fout_van(module.validate, korter).reden is Reden.LENGTE
    assert fout_van(module.validate, langer).reden is Reden.LENGTE
    assert fout_van(module.validate, "").reden is Reden.LENGTE
    assert not module.is_valid(geldig + "\n")
    assert not module.is_valid("\n" + geldig)
    assert not module.is_valid(" " + geldig)
    assert not module.is_valid(geldig + " ")


@ALLE
@pytest.mark.parametrize("teken", [" ", "\n", "\x00", ".", "-", "a", "\u00b2", "\u0663", "\uff11"])
def test_tekens(soort: Nummersoort, module: Module, geldig: str, getoond: str, teken: str) -> None:
    """A foreign character is refused in the first and the last place: no other script's digits."""
    assert fout_van(module.validate, geldig[:-1] + teken).reden is Reden.TEKENS
    assert fout_van(module.validate, teken + geldig[1:]).reden is Reden.TEKENS
    assert not re.fullmatch(module.PATROON, geldig[:-1] + teken)


@ALLE
@pytest.mark.parametrize(
    "maak", [int, str.encode, list, KwadeTekst, lambda _: None, lambda _: Kwaad()]
)
def test_geen_tekst(
    soort: Nummersoort,
    module: Module,
    geldig: str,
    getoond: str,
    maak: Callable[[str], object],
) -> None:
    """What is not a plain text is refused for that reason, whatever it would do when asked."""
    waarde = maak(geldig) if geldig.isdigit() or maak is not int else 0
    assert not module.is_valid(waarde)
    for functie in (module.validate, module.format, module.compact):
        assert fout_van(functie, waarde).reden is Reden.TYPE


VREEMD = st.one_of(
    st.none(),
    st.integers(),
    st.floats(),
    st.binary(max_size=40),
    st.lists(st.text(max_size=3), max_size=3),
    st.text(max_size=40),
    st.text(alphabet="0123456789ABCDNL \n\u0663", max_size=36),
)


@given(VREEMD)
def test_antwoordt_altijd(waarde: object) -> None:
    """For any object the answer is yes or no, and yes only within the stated shape."""
    for soort, (module, _, _) in GELDIG.items():
        if module.is_valid(waarde):
            assert isinstance(waarde, str)
            assert re.fullmatch(module.PATROON, waarde)
            assert module.MIN_LENGTE <= len(waarde) <= module.MAX_LENGTE
            assert module.validate(waarde) == waarde
            assert module.compact(module.format(waarde)) == waarde
        else:
            fout = fout_van(module.validate, waarde)
            assert fout.nummersoort is soort
            assert fout_van(module.format, waarde).reden is fout.reden


# The canaries are put together here, so that no line of source repeats one.
_CIJFERS = "7351" + "9462" + "8735"
_LETTERS = "KANA" + "RIEQ"
KANARIES: dict[Nummersoort, tuple[tuple[object, Reden], ...]] = {
    Nummersoort.BSN: (("0" * 9, Reden.BEREIK), ("9999" + _CIJFERS[:5], Reden.CONTROLE)),
    Nummersoort.AGB: (("00" + _CIJFERS[:6], Reden.BEREIK), ("73" + "0" * 6, Reden.BEREIK)),
    Nummersoort.POSTCODE: (("0351" + "QW", Reden.OPBOUW), ("7351" + "SS", Reden.ONBEKEND)),
    Nummersoort.IBAN: (
        ("1234" + _LETTERS * 2, Reden.OPBOUW),
        ("NL00" + _LETTERS * 2, Reden.CONTROLE),
        ("XX90" + "0" * 30, Reden.ONBEKEND),
    ),
}


def _kanaries(soort: Nummersoort, geldig: str) -> list[tuple[object, Reden]]:
    return [
        *KANARIES.get(soort, ()),
        (int(_CIJFERS), Reden.TYPE),
        (_CIJFERS.encode(), Reden.TYPE),
        (_CIJFERS * 4, Reden.LENGTE),
        ((_LETTERS * 5).lower()[: len(geldig)], Reden.TEKENS),
    ]


def _alles_uit(fout: NummerFout) -> str:
    """Return everything that can be read from an error, short of the frames of its traceback."""
    return "\n".join(
        (
            str(fout),
            repr(fout),
            repr(fout.args),
            repr(vars(fout)),
            repr(fout.__cause__),
            repr(fout.__context__),
            repr(getattr(fout, "__notes__", None)),
            repr(pickle.dumps(fout)),
            "".join(traceback.format_exception_only(fout)),
        )
    )


@ALLE
def test_kanarie(soort: Nummersoort, module: Module, geldig: str, getoond: str) -> None:
    """No error of any reason shows the value, or any four characters in a row of it."""
    gezien = set()
    for waarde, reden in _kanaries(soort, geldig):
        kaal = waarde.decode() if isinstance(waarde, bytes) else str(waarde)
        for functie in (module.validate, module.format):
            fout = fout_van(functie, waarde)
            assert fout.reden is reden
            assert fout.nummersoort is soort
            assert fout.__cause__ is None
            assert fout.__context__ is None
            uit = _alles_uit(fout)
            assert not [kaal[i : i + 4] for i in range(len(kaal) - 3) if kaal[i : i + 4] in uit]
        gezien.add(reden)
    assert gezien == set(nummers.fout.TEKSTEN[soort])


@ALLE
def test_kopie(soort: Nummersoort, module: Module, geldig: str, getoond: str) -> None:
    """An error survives pickle and copy with its text, kind, reason and notes."""
    fout = fout_van(module.validate, None)
    fout.add_note("a note")
    gelezen = pickle.loads(pickle.dumps(fout))  # noqa: S301
    for kopie in (gelezen, copy.copy(fout), copy.deepcopy(fout)):
        assert type(kopie) is NummerFout
        assert kopie.args == fout.args == ()
        assert kopie.tekst == fout.tekst
        assert (kopie.nummersoort, kopie.reden) == (soort, Reden.TYPE)
        assert kopie.__notes__ == ["a note"]


def test_import_is_licht() -> None:
    """Importing the package loads neither python-stdnum nor what that brings along."""
    opdracht = (
        "import sys, geboortezorg.nummers; "
        "print(sorted({'stdnum', 'ssl', 'pendulum', 'jsonschema'} & set(sys.modules)))"
    )
    uit = subprocess.run(  # noqa: S603
        [sys.executable, "-c", opdracht], check=True, capture_output=True, text=True
    )
    assert uit.stdout.strip() == "[]"


def test_elk_soort_een_module() -> None:
    """Each kind has a module of its own name, and the package lists them all."""
    assert set(GELDIG) == set(Nummersoort) == set(nummers.fout.TEKSTEN)
    for soort, (module, _, _) in GELDIG.items():
        assert getattr(nummers, soort.value) is module
        assert soort.value in nummers.__all__
