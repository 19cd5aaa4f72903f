"""A VSV's declaratie has no place for a client, in any language that reads the schema."""

import json

from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import Oordeel, Uitkomst, dump, schema, validate
from geboortezorg.model.vsv_declaratie import VSVDeclaratie
from geboortezorg.testing.bekostiging import geldige_vsv_declaraties

NOEMT_CLIENT = {
    "client": {},
    "referentie": "pseudoniem-1",
    "dossiernummer": "dossier-1",
    "zwangerschap": {},
    "zorgepisodes": [],
    "zorgepisode_id": "ze-1",
    "startdatum_zorg": "2027-01-01",
    "bsn": "999999990",
}


@given(
    declaratie=geldige_vsv_declaraties(),
    naam=st.sampled_from(sorted(NOEMT_CLIENT)),
    op_declaratieregel=st.booleans(),
)
def test_een_client_past_er_niet_in(
    declaratie: VSVDeclaratie, naam: str, op_declaratieregel: bool
) -> None:
    """A member that names a client is refused by its shape, on the message and on a line."""
    document = json.loads(dump(declaratie))
    plaats = document["declaratieregels"][0] if op_declaratieregel else document
    plaats[naam] = NOEMT_CLIENT[naam]
    pad = "/declaratieregels/0/*" if op_declaratieregel else "/*"
    rapport = validate(document)
    assert rapport.oordeel is Oordeel.AFGEKEURD
    assert rapport.uitkomst("GZ-VORM-001") is Uitkomst.GESCHONDEN
    assert [bevinding.pad for bevinding in rapport.bevindingen] == [pad]
    assert not schema.validator("vsv_declaratie").is_valid(document)
