"""Texts of files with made-up tables, and ways to read them. All amounts are made up."""

import json
from pathlib import Path

import pytest
from tests.twee_talen import in_eigen_taal

from geboortezorg import convert
from geboortezorg.model.tarief import Tarieftabel
from geboortezorg.tabellen import (
    TabelFout,
    Tabelreden,
    lader,
)

TOML = """\
soort = "tarieftabel"
schema_versie = "0.1"
naam = "kraamzorg-2026-eigen"
regime = "kraamzorg"

[tariefbeschikking]
titel = "Verzonnen beschikking voor een test"
nummer = "TB/TEST-1"
status = "vastgesteld"
looptijd = { van = 2026-01-01, tot_en_met = 2026-12-31 }
einde_vermeld = true
opgenomen_op = 2026-11-21

[tariefbeschikking.bron]
titel = "Deze test"
verificatie = "afgeleid"

[[tarieven]]
prestatie_id = "kraamzorg-uur"
tariefsoort = "maximum"
eenheid = "uur"
bedrag_eurocent = 9999

[[tarieven]]
prestatie_id = "kraamzorg-inschrijving"
tariefsoort = "maximum"
eenheid = "stuk"
bedrag_eurocent = 1111

[tarieven.looptijd]
van = 2026-07-01
tot_en_met = 2026-12-31
"""

CSV_KOP = (
    "naam,regime,tariefbeschikking.titel,tariefbeschikking.nummer,tariefbeschikking.status,"
    "tariefbeschikking.looptijd.van,tariefbeschikking.looptijd.tot_en_met,"
    "tariefbeschikking.einde_vermeld,tariefbeschikking.opgenomen_op,"
    "tariefbeschikking.bron.titel,tariefbeschikking.bron.verificatie,"
    "prestatie_id,tariefsoort,eenheid,bedrag_eurocent,looptijd.van,looptijd.tot_en_met"
)
CSV_TABEL = (
    "kraamzorg-2026-eigen,kraamzorg,Verzonnen beschikking voor een test,TB/TEST-1,vastgesteld,"
    "2026-01-01,2026-12-31,true,2026-11-21,Deze test,afgeleid,"
)
CSV = f"""\
{CSV_KOP}
{CSV_TABEL}kraamzorg-uur,maximum,uur,9999,,
{CSV_TABEL}kraamzorg-inschrijving,maximum,stuk,1111,2026-07-01,2026-12-31
"""

LIJST = """\
soort = "prestatielijst"
schema_versie = "0.1"
naam = "eigen-prestaties"

[bron]
titel = "Deze test"
verificatie = "afgeleid"

[[prestaties]]
prestatie_id = "eigen-prestatie"
regime = "kraamzorg"
omschrijving = "Verzonnen"
omschrijving_en = "Made up"
eenheid = "uur"
"""


def schrijf(map_: Path, naam: str, tekst: str | bytes) -> Path:
    """Write a file and return its path."""
    pad = map_ / naam
    pad.write_bytes(tekst if isinstance(tekst, bytes) else tekst.encode())
    return pad


def lees_tabel(toml: str = TOML) -> Tarieftabel:
    """Return the table in a TOML text."""
    uit = lader.lees("x.toml", toml.encode()).tabel
    assert isinstance(uit, Tarieftabel)
    return uit


def als_json(tekst: str = TOML) -> str:
    """Return the table in a TOML text as JSON."""
    return json.dumps(convert.destructureer_document(lees_tabel(tekst)))


def fout(naam: str, tekst: str | bytes) -> TabelFout:
    """Return why the text of a file is refused; nothing hangs behind the exception."""
    data = tekst if isinstance(tekst, bytes) else tekst.encode()
    with pytest.raises(TabelFout) as gevonden:
        lader.lees(naam, data)
    assert gevonden.value.__context__ is None
    assert gevonden.value.__cause__ is None
    in_eigen_taal(gevonden.value.tekst)
    return gevonden.value


def enige(naam: str, tekst: str | bytes) -> tuple[Tabelreden, str]:
    """Return the reason and the place of the one message."""
    (melding,) = fout(naam, tekst).meldingen
    assert melding.bestand == naam
    return melding.reden, melding.plaats.nl


def met_tekstregel(tekstregel: str, na: str) -> str:
    """Return the table with one more line after the first line that is `na`."""
    return TOML.replace(na + "\n", f"{na}\n{tekstregel}\n", 1)
