"""No value from the input comes out: not in a report, an exception, a repr, a log or a warning.

Marked values are fed through every failure path of the public functions, and everything that
comes out is searched for them.
"""

import json
import logging
import pickle
import traceback
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategie_mutatie import met
from tests.strategie_vorm import documenten, voorbeeld

import geboortezorg
from geboortezorg.cli import main
from geboortezorg.convert import (
    Invoerfout,
    Vormfouten,
    als_bytes,
    destructureer_document,
    lees_document,
    ontleed,
    structureer_document,
)
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.tijd import lees_datum, lees_tijdstip
from geboortezorg.vorm import Soort, velden

KANARIE = "Kanarie7Q"
KANARIEGETAL = 987654321012
VERKEERD: Any = KANARIE  # for where a call declares another type than a text


def alles_van(fout: BaseException) -> str:
    """Return everything that an exception can show: itself, its chain, its notes, its pickle."""
    keten: list[BaseException] = []
    te_doen: list[BaseException | None] = [fout]
    while te_doen:
        deel = te_doen.pop()
        if deel is None or deel in keten:
            continue
        keten.append(deel)
        te_doen += [deel.__cause__, deel.__context__]
    teksten = []
    for deel in keten:
        teksten += [str(deel), repr(deel), repr(deel.args), repr(vars(deel))]
        teksten += getattr(deel, "__notes__", [])
        teksten += traceback.format_exception_only(deel)
    return "\n".join([*teksten, repr(pickle.dumps(fout))])


def zonder_kanarie(tekst: str) -> None:
    """Check that a text holds no marked value."""
    assert KANARIE.lower() not in tekst.lower()
    assert str(KANARIEGETAL) not in tekst


def plekken(waarde: Any, pad: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Return the path to every value within a JSON value, `soort` and `schema_versie` apart."""
    if isinstance(waarde, dict):
        for naam, deel in waarde.items():
            if pad or naam not in {"soort", "schema_versie"}:
                yield (*pad, naam)
                yield from plekken(deel, (*pad, naam))
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield (*pad, nummer)
            yield from plekken(deel, (*pad, nummer))


def hernoemd(document: dict[str, Any], pad: tuple[Any, ...]) -> Iterator[dict[str, Any]]:
    """Yield a copy in which the member at `pad` has the marked name; a part of a list has none."""
    ouder: Any = document
    for segment in pad[:-1]:
        ouder = ouder[segment]
    if isinstance(ouder, dict):
        anders = {naam: deel for naam, deel in ouder.items() if naam != pad[-1]}
        yield met(document, pad[:-1], {**anders, KANARIE: ouder[pad[-1]]})


def varianten(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Return the document with a marked value, of every type, at every place."""
    for pad in plekken(document):
        for kanarie in (KANARIE, KANARIE * 60, KANARIEGETAL, [KANARIE], {KANARIE: KANARIE}):
            yield met(document, pad, kanarie)
        yield from hernoemd(document, pad)


@pytest.mark.parametrize("soort", sorted(set(DOCUMENTEN) - {"rapport"}))
def test_elke_plek_van_elk_document(soort: str) -> None:
    """A marked value at any place of any document never shows in its report."""
    kop = {"soort": soort, "schema_versie": "0.1"}
    document = {**kop, **voorbeeld(DOCUMENTEN[soort])}
    for variant in varianten(document):
        rapport = geboortezorg.validate(variant)
        zonder_kanarie(geboortezorg.dump(rapport).decode())
        zonder_kanarie(repr(rapport))
        try:
            model = geboortezorg.load(variant)
        except geboortezorg.OngeldigDocument as fout:
            zonder_kanarie(alles_van(fout))
        else:
            assert model is not None


@given(st.sampled_from(sorted(DOCUMENTEN)).flatmap(documenten), st.data())
def test_willekeurige_documenten(document: dict[str, Any], data: st.DataObject) -> None:
    """The same holds for generated documents, as bytes, where parsing comes first."""
    pad = data.draw(st.sampled_from(sorted(plekken(document), key=repr) or [("soort",)]))
    variant = met(document, pad, KANARIE)
    if data.draw(st.booleans()):
        variant = {**variant, KANARIE: KANARIE}
    tekst = json.dumps(variant)
    if data.draw(st.booleans()):
        tekst = tekst.replace(",", data.draw(st.sampled_from((",,", "", f',"{KANARIE}":1,'))), 1)
    zonder_kanarie(geboortezorg.dump(geboortezorg.validate(tekst)).decode())
    for functie in (lees_document, geboortezorg.load):
        try:
            functie(tekst)
        except (Invoerfout, Vormfouten, geboortezorg.OngeldigDocument) as fout:
            zonder_kanarie(alles_van(fout))


@pytest.mark.parametrize(
    "data",
    [
        f"{KANARIE}",
        f'"{KANARIE}',
        f'{{"{KANARIE}": {KANARIE}}}',
        f'{{"{KANARIE}": 1, "{KANARIE}": 2}}',
        f'{{"{KANARIE}": NaN}}',
        f'["{KANARIE}", "\\ud800"]',
        f'["{KANARIE}", "\ud800"]',
        f'{{"soort": "{KANARIE}", "schema_versie": "{KANARIE}"}}',
        f'"{KANARIE}"',
        "[" * 100_000 + KANARIE,
        f"[{KANARIEGETAL}{'0' * 5000}]",
        f"\ufeff{KANARIE}",
    ],
)
def test_onleesbare_invoer(data: str) -> None:
    """Input that cannot be read is not quoted, as text or as bytes."""
    for invoer in (data, data.encode(errors="surrogatepass"), data.encode("utf-16", "ignore")):
        zonder_kanarie(geboortezorg.dump(geboortezorg.validate(invoer)).decode())
        with pytest.raises(geboortezorg.OngeldigDocument) as fout:
            geboortezorg.load(invoer)
        zonder_kanarie(alles_van(fout.value))


def _gegeven(waarde: object) -> Any:
    """Return a value that a type checker does not look into."""
    return waarde


@pytest.mark.parametrize(
    "functie",
    [
        lambda: geboortezorg.validate(_gegeven({KANARIE})),
        lambda: geboortezorg.load(_gegeven((KANARIE,))),
        lambda: geboortezorg.dump(_gegeven(KANARIE)),
        lambda: geboortezorg.tarief(KANARIE, op=VERKEERD),
        lambda: lees_datum(KANARIE),
        lambda: lees_tijdstip(KANARIE),
        lambda: ontleed(KANARIE.encode()),
        lambda: als_bytes(KANARIE + "\ud800"),
        lambda: structureer_document({"soort": KANARIE}),
        lambda: structureer_document(KANARIE),
        lambda: geboortezorg.load({"soort": "context", "schema_versie": "0.1"}, _gegeven(KANARIE)),
        lambda: destructureer_document(_gegeven(KANARIE)),
        lambda: geboortezorg.converter().structure({KANARIE: 1}, DOCUMENTEN["dossier"]),
    ],
)
def test_verkeerde_aanroep(functie: Callable[[], object]) -> None:
    """A wrong call fails, or answers, without repeating what it was given."""
    try:
        uit = functie()
    except (TypeError, ValueError) as fout:
        zonder_kanarie(alles_van(fout))
    else:
        zonder_kanarie(repr(uit))


def test_repr_van_modellen() -> None:
    """A model shows no personal field, and those are the fields that a person is known by."""
    for soort, klasse in DOCUMENTEN.items():
        document = {"soort": soort, "schema_versie": "0.1", **voorbeeld(klasse)}
        getoond = repr(structureer_document(document))
        for pad, waarde in _personen(klasse, document):
            if len(waarde) > 6:
                assert waarde not in getoond, (soort, pad)


GEEN_PERSOON = {"Looptijd", "Periode", "Zorgaanbieder"}
"""Classes that stand beside a woman and elsewhere too; whoever holds them hides them."""


def _over_een_vrouw(klasse: type[Any], persoonlijk: bool = False) -> Iterator[type[Any]]:
    if persoonlijk and klasse.__name__ not in GEEN_PERSOON:
        yield klasse
    for veldvorm in velden(klasse):
        deel = (veldvorm.vorm.item or veldvorm.vorm).klasse
        if (veldvorm.vorm.item or veldvorm.vorm).soort is Soort.OBJECT and deel is not None:
            yield from _over_een_vrouw(deel, persoonlijk or veldvorm.veld.persoonsgegeven)


@pytest.mark.parametrize("soort", ["dossier", "declaratie", "zorgepisode"])
def test_repr_over_een_vrouw_toont_niets(soort: str) -> None:
    """What is about a woman or her child shows no member at all: no day, no weight, no manner."""
    klassen = set(_over_een_vrouw(DOCUMENTEN[soort], soort == "zorgepisode"))
    assert klassen
    for klasse in klassen:
        model = geboortezorg.converter().structure(voorbeeld(klasse), klasse)
        assert "=" not in repr(model), klasse


def _klassen(klasse: type[Any], gezien: set[type[Any]]) -> set[type[Any]]:
    if klasse not in gezien:
        gezien.add(klasse)
        for veldvorm in velden(klasse):
            deel = (veldvorm.vorm.item or veldvorm.vorm).klasse
            if (veldvorm.vorm.item or veldvorm.vorm).soort is Soort.OBJECT and deel is not None:
                _klassen(deel, gezien)
    return gezien


@pytest.mark.parametrize("soort", sorted(DOCUMENTEN))
def test_geen_persoonsgegeven_in_een_repr(soort: str) -> None:
    """No class shows a field that is marked as personal data, of whatever type it is."""
    for klasse in _klassen(DOCUMENTEN[soort], set()):
        if "__repr__" in vars(klasse):
            getoond = {deel.name for deel in attrs.fields(klasse) if deel.repr}
            persoonlijk = {v.naam for v in velden(klasse) if v.veld.persoonsgegeven}
            assert not getoond & persoonlijk, klasse


def _personen(klasse: type[Any], gegeven: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for veldvorm in velden(klasse):
        if veldvorm.naam not in gegeven:
            continue
        waarde = gegeven[veldvorm.naam]
        vorm = veldvorm.vorm.item or veldvorm.vorm
        if veldvorm.veld.persoonsgegeven and vorm.soort is Soort.TEKST:
            yield veldvorm.naam, waarde
        elif vorm.soort is Soort.OBJECT and vorm.klasse is not None:
            for deel in waarde if isinstance(waarde, list) else [waarde]:
                yield from _personen(vorm.klasse, deel)


def test_opdrachtregel(
    tmp_path: Any, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """The command line shows paths that the user typed, and nothing of what stands in a file."""
    caplog.set_level(logging.DEBUG)
    document = {"soort": "dossier", "schema_versie": "0.1", **voorbeeld(DOCUMENTEN["dossier"])}
    for nummer, variant in enumerate(varianten(document)):
        if nummer % 40 == 0:
            (tmp_path / f"{nummer}.json").write_text(json.dumps(variant))
    (tmp_path / "kapot.json").write_text(f'{{"{KANARIE}": "{KANARIE}')
    (tmp_path / "regels.ndjson").write_text(f'{{"{KANARIE}": 1}}\n{KANARIE}\n')
    for extra in ([], ["--format", "json"], ["--taal", "en"]):
        main(["validate", str(tmp_path), *extra])
    (tmp_path / "context.json").write_text(f'{{"soort": "context", "{KANARIE}": "{KANARIE}"}}')
    main(["validate", str(tmp_path / "kapot.json"), "--context", str(tmp_path / "context.json")])
    uit = capsys.readouterr()
    zonder_kanarie(uit.out)
    zonder_kanarie(uit.err)
    zonder_kanarie(caplog.text)


def test_tarief_met_vreemde_naam() -> None:
    """An unknown prestatie is not repeated in the answer."""
    zonder_kanarie(repr(geboortezorg.tarief(KANARIE, op=date(2023, 1, 1))))
