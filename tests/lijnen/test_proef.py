"""A koppeling tried on rows: what does not fit is said once, with how often and where first."""

import pyarrow as pa

from geboortezorg.lijnen import column_titles, load_mapping, try_rows

KOPPELING = load_mapping(
    {
        "document_soort": "dossier",
        "groep": ["vrouw"],
        "kolommen": {
            "referentie": "vrouw",
            "zwangerschap.a_terme_datum": "atd",
            "kinderen.rangnummer": "kind",
        },
        "vast": {"kinderen.geboren": False},
    }
)


def rij(vrouw: str, atd: str, kind: str) -> dict[str, str]:
    """Return a row."""
    return {"vrouw": vrouw, "atd": atd, "kind": kind}


def test_goed() -> None:
    """Rows that fit: counted, and nothing to say."""
    proef = try_rows([rij("a", "2023-05-01", "1"), rij("a", "", "2")], KOPPELING)
    assert (proef.rijen, proef.documenten, proef.fouten) == (2, 1, ())


def test_wat_niet_past() -> None:
    """A cell in another form, a value that is none of the member, and a row without its group."""
    proef = try_rows(
        [
            rij("a", "01-05-2023", "1"),
            rij("b", "2023-05-01", "x"),
            rij("c", "02-05-2023", "0"),
            rij("", "", "1"),
        ],
        KOPPELING,
    )
    assert (proef.rijen, proef.documenten) == (4, 3)
    gevonden = {(fout.naam, fout.titel, fout.rij, fout.aantal) for fout in proef.fouten}
    assert gevonden == {
        ("zwangerschap.a_terme_datum", "atd", 1, 2),
        ("kinderen.rangnummer", "kind", 2, 1),
        ("kinderen.rangnummer", "kind", 3, 1),
        ("", None, 4, 1),
    }
    assert "01-05-2023" not in repr(proef)


def test_een_kolom_die_niet_gelezen_wordt() -> None:
    """A member that nothing fills is named when a column has its name, whole or from a dot on."""
    titels = [
        "zwangerschap.datum_einde",
        "graviditeit",
        "datum_partus",
        "bedrag_euro",
        "a_terme_datum",  # another column fills it
        "geboren",  # the koppeling says it
        "agb_code",  # may be of several
        "PARITEIT",
        "Startdatum zorg",
        "Partus",  # called otherwise
        "opmerking",
    ]
    rijen = [rij("a", "", "1") | dict.fromkeys(titels, ""), rij("b", "", "1")]
    proef = try_rows(pa.Table.from_pylist(rijen), KOPPELING)
    assert set(proef.ongelezen) == {
        "zwangerschap.datum_einde",
        "zwangerschap.graviditeit",
        "zwangerschap.pariteit",
        "declaratieregels.startdatum_zorg",
        "declaratieregels.datum_partus",
        "declaratieregels.bedrag_euro",
    }
    assert try_rows([rij("a", "", "1")], KOPPELING).ongelezen == ()


def test_titels() -> None:
    """The titles of the columns of any source."""
    assert column_titles([rij("a", "", "")], KOPPELING) == ("vrouw", "atd", "kind")
