"""Whatever door is refused, the answer is wholly in the language that was asked for."""

import json
from pathlib import Path

import pytest
from tests.twee_talen import in_eigen_taal

from geboortezorg.tekst import Tekst

from .conftest import FOUT, GOED, Opdracht

TABEL = 'soort = "tarieftabel"\nschema_versie = "0.1"\nnaam = "eigen"\nregime = "kraamzorg"\n'
KOPPELING = TABEL + '[csv]\nbestand = "l.csv"\nkolommen = { prestatie_id = "A" }\n'
OMGEKEERD = {
    "overeenkomst_id": "a",
    "overeenkomstsoort": "integraal",
    "uzovi_code": "3332",
    "schriftelijk": True,
    "looptijd": {"van": "2095-02-01", "tot_en_met": "2095-01-01"},
}
BESTANDEN = {
    "fout.json": json.dumps(FOUT),
    "goed.json": json.dumps(GOED),
    "kapot.json": "{",
    "om.json": json.dumps(GOED | {"overeenkomsten": [OMGEKEERD]}),
    "weg.json": json.dumps(GOED | {"overeenkomstbestanden": ["weg.json"]}),
    "ander.json": json.dumps(GOED | {"overeenkomstbestanden": ["goed.json"]}),
    "t.toml": TABEL,
    "k.toml": KOPPELING,
    "l.csv": "B;C\n1;2\n",
    "leeg.csv": "",
    "raar.csv": "geheim,geheim\n1\n",
    "t.txt": "",
}
DEUREN = (
    ("validate", "weg"),
    ("validate", "fout.json", "kapot.json", "goed.json"),
    ("validate", "fout.json", "--summary"),
    ("validate", "fout.json", "--output", "fout.json"),
    ("validate", "fout.json", "--output", "weg/x"),
    *(("validate", "goed.json", "--context", naam) for naam in BESTANDEN if naam != "goed.json"),
    *(("tabel", "controleer", naam) for naam in (*BESTANDEN, "weg.toml")),
    *(("validate", "goed.json", "--tabel", naam) for naam in BESTANDEN),
    ("tabel", "nieuw", "kraamzorg", "2098", "t.txt"),
    ("tabel", "nieuw", "kraamzorg", "2098", "weg/t.toml"),
    ("tarief", "kraamzorguur", "--op", "2023-05-01"),
    ("tarief", "kraamzorg-uur", "--op", "2009-05-01"),
    ("prestaties", "geheim"),
    ("tabellen", "geheim"),
    ("regels", "GZ-GEHEIM-001"),
    ("schema", "geheim"),
    ("schema", "--compare", "weg", "weg"),
    ("schema", "--versie", "9"),
    ("genereer", "-n", "1", "--output", "weg/x"),
    ("serve", "--context", "kapot.json"),
    *(("serve", optie, waarde) for optie in ("--max-bytes", "--port") for waarde in ("0x", "-1")),
    ("geheim",),
    ("validate",),
    ("validate", "fout.json", "--op"),
    ("validate", "fout.json", "--op", "geheim"),
    ("validate", "fout.json", "--processen", "0"),
    ("validate", "fout.json", "--streng=geheim"),
    ("validate", "fout.json", "--format", "geheim"),
    ("validate", "fout.json", "--contxt", "geheim"),
    ("schema", "--compare", "geheim"),
    ("tabel", "nieuw", "kraamzorg", "geheim"),
    ("tabel", "controleer", "t.toml", "--grens", "geheim"),
    ("ei", "retour", "fout.json", "--output", "x", "--zonder-opmerking", "geheim"),
    ("ei", "retour", "fout.json", "--output", "x", "--referentie", "geheim é"),
    ("regels", "geheim", "geheim"),
)


@pytest.mark.parametrize("deur", DEUREN, ids=" ".join)
def test_elke_weigering_in_eigen_taal(
    deur: tuple[str, ...], opdracht: Opdracht, tmp_path: Path
) -> None:
    """No Dutch word stands in the English answer, no English in the Dutch, and both end alike."""
    for naam, tekst in BESTANDEN.items():
        (tmp_path / naam).write_text(tekst, "utf-8")
    nl, en = (opdracht(*deur, "--taal", taal) for taal in ("nl", "en"))
    assert nl.code == en.code
    assert nl.code != 0
    assert nl.out + nl.err != en.out + en.err
    in_eigen_taal(Tekst(nl.out + nl.err, en.out + en.err))
    assert "geheim" not in en.out + en.err
    assert "not right" not in en.err
