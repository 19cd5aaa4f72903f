"""The mistakes that a first caller makes are answered with what to give instead."""

import io
import json
from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import geboortezorg
from geboortezorg import Context, OngeldigDocument, Oordeel, ei
from geboortezorg.batch import validate_many
from geboortezorg.berekening.kraamzorg import eigen_bijdrage
from geboortezorg.build import Declarant
from geboortezorg.geld import lees_euro
from geboortezorg.model import Dossier, Regime, Toetscontext
from geboortezorg.populatie import population
from geboortezorg.taal import VARIABELE
from geboortezorg.tabellen import TabelFout, shipped, template_toml, with_files
from geboortezorg.tekst import TekstFout, TypeFout
from geboortezorg.tijd import toon_zwangerschapsduur

VOORBEELDEN = Path(__file__).resolve().parent.parent / "voorbeelden"
TEKST = (VOORBEELDEN / "goed/thuisbevalling-2023.json").read_bytes()
DOSSIER = json.loads(TEKST)
LEDEN = dict.fromkeys(("referentie", "zwangerschap", "kinderen", "zorgepisodes"), "")
MEER = dict.fromkeys(("geleverde_kraamzorg", "partusassistenties", "declaratieregels"), "")
DAG = date(2023, 5, 1)
TIJD = datetime(2023, 5, 1, 12, 0, tzinfo=UTC)
CONTEXT = {"soort": "context", "schema_versie": "0.1"}


def _context(**deel: Any) -> Context:
    return Context(**deel)


def _veel(*documenten: Any) -> list[Any]:
    return list(validate_many(documenten))


def _roep(functie: Callable[..., Any], *deel: Any, **naam: Any) -> Callable[[], Any]:
    """Return a call of which no type checker sees what it is given."""
    return lambda: functie(*deel, **naam)


@pytest.mark.parametrize(
    ("aanroep", "nl", "en"),
    [
        (_roep(geboortezorg.validate, Path("d.json")), "geen document; geef", "no document; give"),
        (_roep(geboortezorg.validate, [DOSSIER]), "geen document; geef", "no document; give"),
        (_roep(geboortezorg.validate, None), "geen document; geef", "no document; give"),
        (_roep(geboortezorg.validate, OrderedDict(DOSSIER)), "geen OrderedDict", "no OrderedDict"),
        (_roep(geboortezorg.load, io.BytesIO(TEKST)), "geen document; geef", "no document; give"),
        (_roep(geboortezorg.load, TEKST, "dossier"), "geen soort document", "no kind of document"),
        (_roep(geboortezorg.dump, DOSSIER), "geen document; geef er een", "no document; give one"),
        (_roep(geboortezorg.validate, TEKST, context=CONTEXT), "geen Context; maak", "no Context;"),
        (
            _roep(geboortezorg.validate, TEKST, context=Toetscontext()),
            "geen Context; maak",
            "no Context; make",
        ),
        (_roep(_veel, None), "geen document; geef", "no document; give"),
        (_roep(validate_many, DOSSIER), "dit is een document", "this is one document"),
        (_roep(validate_many, TEKST), "dit is een document", "this is one document"),
        (_roep(validate_many, TEKST.decode()), "dit is een document", "this is one document"),
        (_roep(bool, geboortezorg.validate(b"")), "geen ja of nee", "no yes or no"),
        (_roep(validate_many, [TEKST], context="c.toml"), "geen Context; maak", "no Context; make"),
        (_roep(Context.uit_document, CONTEXT), "geen model van een", "no model of a context"),
        (_roep(_context, tabellen="t.toml"), "tabellen is van een ander", "give Tabellen"),
        (_roep(_context, drempel="secundair"), "geef Verificatie", "give Verificatie"),
        (_roep(_context, beoordelingsdatum="2023-05-01"), "geef date", "give date"),
        (_roep(_context, beoordelingsdatum=TIJD), "geef date", "give date"),
        (_roep(_context, eerdere_factuurnummers="F-1"), "geef frozenset", "give frozenset"),
        (_roep(_context, overeenkomsten_volledig="nee"), "geef bool", "give bool"),
        (_roep(_context, overeenkomsten=[]), "geef tuple", "give tuple"),
        (
            _roep(_context, overeenkomsten=({"soort": "overeenkomst"},)),
            "geef tuple[Overeenkomst, ...]",
            "give tuple[Overeenkomst, ...]",
        ),
        (_roep(geboortezorg.tarief, "kraamzorg-uur", op="2023-05-01"), "een dag is", "a day is"),
        (_roep(geboortezorg.tarief, "kraamzorg-uur", op=TIJD), "een dag is", "a day is"),
        (_roep(geboortezorg.tarief, 1101, op=DAG), "een prestatie is", "a prestatie is"),
        (_roep(shipped().lookup, "kraamzorg-uur", "2023-05-01"), "een dag is", "a day is"),
        (_roep(shipped().lookup, "kraamzorg-uur", TIJD), "een dag is", "a day is"),
        (_roep(shipped().normen.lookup, "vsv-inkoop", "2027-01-01"), "een dag is", "a day is"),
        (_roep(with_files, "tabel.toml"), "geef with_files(", "give with_files("),
        (_roep(shipped().add, DOSSIER), "alleen een tabel", "only a table"),
        (_roep(ei.lees, "vk301.asc"), "geen bericht; geef", "no message; give"),
        (
            _roep(
                Declarant(zorgaanbieder_agb="33001234", uzovi_code="3332").declaratieregel,
                *("kraamzorg-uur", DAG),
                aantal=1,
                uren=1,
            ),
            "geef aantal, of",
            "give aantal, or",
        ),
    ],
)
def test_een_vergissing_krijgt_een_antwoord(
    aanroep: Callable[[], Any], nl: str, en: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A TypeError says, in the language that is asked for, what to give."""
    with pytest.raises(TypeFout) as gevangen:
        aanroep()
    assert isinstance(gevangen.value, TypeError)
    for taal, staat_er in (("nl", nl), ("en", en)):
        monkeypatch.setenv(VARIABELE, taal)
        assert staat_er in str(gevangen.value)


@pytest.mark.parametrize("processen", [1, 2])
def test_geen_verslag_komt_bij_een_ander_document(processen: int) -> None:
    """What is no document among many ends the work: its neighbour's report is not given for it."""
    gemengd: list[Any] = [None, TEKST]
    gekregen: list[Any] = []
    with pytest.raises(TypeFout, match="geen document"):
        gekregen.extend(validate_many(gemengd, processen=processen))
    assert gekregen == []


def test_een_pad_als_tekst_is_geen_document() -> None:
    """A path given as text is refused, and told to be one; nothing of it is repeated."""
    rapport = geboortezorg.validate("voorbeelden/goed/thuisbevalling-2023.json")
    assert rapport.oordeel is Oordeel.AFGEKEURD
    assert [(b.code, b.reden) for b in rapport.bevindingen] == [("GZ-INVOER-001", "pad")]
    assert "thuisbevalling" not in str(rapport)


def test_wat_niet_te_laden_is_noemt_de_plaatsen() -> None:
    """The error names the first places, and says when there are more."""
    with pytest.raises(OngeldigDocument) as gevangen:
        geboortezorg.load({**DOSSIER, "referentie": 1, "kinderen": "geen"}, Dossier)
    assert str(gevangen.value) == (
        "het document is niet te laden: GZ-VORM-001 /referentie: De waarde is van een ander type. "
        "Verwacht: tekst van 1 t/m 60 tekens.\n"
        "GZ-VORM-001 /kinderen: De waarde is van een ander type. "
        "Verwacht: lijst van 0 t/m 9."
    )
    with pytest.raises(OngeldigDocument) as gevangen:
        geboortezorg.load({**DOSSIER, **LEDEN, **MEER}, Dossier)
    assert str(gevangen.value).count("GZ-VORM-001") == 5 < len(gevangen.value.rapport.bevindingen)
    assert str(gevangen.value).endswith("\n...")


def test_wat_open_is_kan_weg_als_het_een_prestatie_is(tmp_path: Path) -> None:
    """A tariff that nobody has can be left out of a new table, its source can not."""
    nieuw = tmp_path / "nieuw.toml"
    nieuw.write_text(template_toml(shipped(), Regime.KRAAMZORG, 2098), "utf-8")
    with pytest.raises(TabelFout) as gevangen:
        with_files(shipped(), nieuw)
    meldingen = gevangen.value.meldingen
    weg = {melding.pointer.split("/")[1]: "of haal" in melding.uitleg.nl for melding in meldingen}
    assert weg == {"tariefbeschikking": False, "tarieven": True}


@pytest.mark.parametrize(
    ("aanroep", "nl", "en"),
    [
        (_roep(lees_euro, "een"), "geen bedrag in euro", "no amount in euros"),
        (_roep(toon_zwangerschapsduur, -1), "niet negatief", "not negative"),
        (_roep(eigen_bijdrage.thuis, -1, op=DAG), "niet negatief", "not negative"),
        (_roep(population, 1, fouten=101), "percentage van 0", "percentage from 0"),
        (
            _roep(template_toml, shipped(), Regime.KRAAMZORG, 1800),
            "een jaar ligt van 1900",
            "lies from 1900",
        ),
        (_roep(validate_many, (), processen=0), "minstens 1", "at least 1"),
        (_roep(ei.lees, b"", codering="utf-9"), "codering is een van", "codering is one of"),
    ],
)
def test_een_waarde_die_niet_kan_krijgt_een_antwoord(
    aanroep: Callable[[], Any], nl: str, en: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ValueError says in both languages what can be given."""
    with pytest.raises(TekstFout) as gevangen:
        aanroep()
    for taal, staat_er in (("nl", nl), ("en", en)):
        monkeypatch.setenv(VARIABELE, taal)
        assert staat_er in str(gevangen.value)
