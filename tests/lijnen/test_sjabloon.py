"""A template of a koppeling: filled in from a header, open where it does not say, never a guess."""

import tomllib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geboortezorg.lijnen import KoppelingFout, load_mapping, template_mapping
from geboortezorg.lijnen.leden import SOORTEN, leden
from geboortezorg.lijnen.sjabloon import herken
from geboortezorg.schema import validator


@pytest.mark.parametrize("soort", SOORTEN)
@pytest.mark.parametrize("taal", ["nl", "en"])
def test_alles_staat_erin(soort: str, taal: str) -> None:
    """Every member has a line; what is required is open, and refused until it is filled in."""
    tekst = template_mapping(soort, taal=taal)
    for naam in leden(soort):
        assert f'{naam} = "?"  # ' in tekst
    with pytest.raises(KoppelingFout) as fout:
        load_mapping(tekst.encode())
    open_ = [nummer for nummer, r in enumerate(tekst.split("\n"), 1) if '"?"' in r and r[0] != "#"]
    assert [gebrek.tekstregel for gebrek in fout.value.gebreken] == open_
    assert {gebrek.tekst.en[:28] for gebrek in fout.value.gebreken} == {
        "this is not filled in yet; p"
    }


@pytest.mark.parametrize("soort", SOORTEN)
def test_van_eigen_namen(soort: str) -> None:
    """A file whose columns are called as the members gives a koppeling that can be used as it is."""
    namen = [naam for naam, lid in leden(soort).items() if not lid.in_euro]
    tekst = template_mapping(soort, namen)
    assert dict(load_mapping(tekst.encode()).kolommen) == {naam: naam for naam in namen}
    validator("koppeling").validate(tomllib.loads(tekst))


def test_herkend() -> None:
    """Titles as files have them: capitals, accents and signs make no difference."""
    titels = ["AGB-code", "Prestatiecode", "Tarief", "Bedrag (eurocent)", "DEBET/CREDIT", "Datum"]
    herkend, rest = herken("declaratie", [*titels, "Opmerking"])
    begin = "declaratieregels."
    assert herkend == {
        f"{begin}zorgaanbieder_agb": "AGB-code",
        f"{begin}prestatie": "Prestatiecode",
        f"{begin}tarief_euro": "Tarief",
        f"{begin}bedrag_eurocent": "Bedrag (eurocent)",
        f"{begin}debet_credit": "DEBET/CREDIT",
        f"{begin}periode.van": "Datum",
        f"{begin}periode.tot_en_met": "Datum",
    }
    assert rest == [("Opmerking", ())]
    assert herken("dossier", ["referentie"])[0] == {"referentie": "referentie"}


def test_twijfel_wordt_niet_gekozen() -> None:
    """Two titles for one member, one that stands there twice, and one for several: left to choose."""
    prestatie = "declaratieregels.prestatie"
    assert herken("declaratie", ["prestatie", "Prestatiecode"]) == (
        {},
        [("prestatie", (prestatie,)), ("Prestatiecode", (prestatie,))],
    )
    assert herken("declaratie", ["iban", "iban"]) == ({}, [("iban", ("iban",))])
    herkend, ((titel, namen),) = herken("dossier", ["geboortedatum"])
    assert (herkend, titel) == ({}, "geboortedatum")
    assert namen == ("client.geboortedatum", "kinderen.geboortedatum")
    tekst = template_mapping("dossier", ["geboortedatum", "x"])
    assert '#   "geboortedatum" client.geboortedatum, kinderen.geboortedatum\n#   "x"\n' in tekst


def test_de_groep() -> None:
    """A column that by itself says which document a row is of becomes the group."""
    gegeven = tomllib.loads(template_mapping("declaratie", ["Factuurnummer"]))
    assert gegeven["groep"] == ["Factuurnummer"]


def test_hoe_het_geschreven_is() -> None:
    """What is known of the file is filled in; the rest is there to choose from."""
    tekst = template_mapping("dossier", geschreven={"scheidingsteken": "\t"})
    assert '\nscheidingsteken = "\\t"  # Wat tussen cellen' in tekst
    assert "\n# kopregel = 1  # De rij met de titels van de kolommen. (kies uit 1..100)" in tekst
    assert "(choose from true false)" in template_mapping("dossier", taal="en")


def test_onbruikbare_titels() -> None:
    """A title that is empty, far too long or half text is counted, and not shown."""
    tekst = template_mapping("dossier", ["", "x" * 201, "a\udfff", "?", "." * 51, "goed"])
    assert "# Kolommen zonder bruikbare titel: 5. Kijk" in tekst
    assert '#   "goed"\n' in tekst
    assert "xx" not in tekst


@given(st.lists(st.text(max_size=210), max_size=5))
@example(["FACTUURDATUM"])
@settings(max_examples=60, deadline=None)
def test_elke_kop(titels: list[str]) -> None:
    """Whatever a header holds, the template is TOML of which only the open places are refused."""
    tekst = template_mapping("declaratie", titels)
    tomllib.loads(tekst.encode().decode())
    with pytest.raises(KoppelingFout) as fout:
        load_mapping(tekst.encode())
    assert {gebrek.tekst.nl[:29] for gebrek in fout.value.gebreken} == {
        "dit is nog niet ingevuld; zet"
    }


@pytest.mark.parametrize("titel", ['a"b', "a\\b", "a\x7fb", "a\nb", "a\u2028b", "é", "a#b]"])
def test_een_vreemde_titel_komt_heel_terug(titel: str) -> None:
    """A title with signs that TOML reads in another way is escaped."""
    van = template_mapping("declaratie", ["iban"]).replace(
        '"iban"', template_mapping("declaratie", [titel]).split("#   ")[1].split("\n")[0].rstrip()
    )
    assert tomllib.loads(van)["kolommen"]["iban"] == titel
