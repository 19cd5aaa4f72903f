"""AGB: ranges, the praktijkcode, and the table of zorgsoorten."""

import re

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg.bron import Verificatie
from geboortezorg.nummers import NummerFout, Reden, agb
from geboortezorg.nummers._zorgsoorten import AGB_ZOEKFORMULIER, COD016

KWALIFICATIES = {kwal.code: kwal for soort in agb.ZORGSOORTEN for kwal in soort.kwalificaties}


@given(st.integers(1, 99), st.integers(1, 999_999))
def test_geldig(soort: int, volgnummer: int) -> None:
    """Any zorgsoort with any number is valid, and gives its zorgsoort back."""
    code = f"{soort:02d}{volgnummer:06d}"
    assert agb.validate(code) == code
    assert agb.zorgsoort(code) == code[:2]
    assert agb.is_praktijkcode(code) is (volgnummer < 100_000)


@pytest.mark.parametrize("code", ["01000001", "01999999", "99000001", "99999999"])
def test_grenzen(code: str) -> None:
    """The first and last zorgsoort and number are valid."""
    assert agb.is_valid(code)


@pytest.mark.parametrize("code", ["00000001", "00999999", "01000000", "99000000", "00000000"])
def test_buiten_de_grenzen(code: str) -> None:
    """A part of only zeros is refused, though the shape is right."""
    for functie in (agb.validate, agb.format, agb.zorgsoort):
        with pytest.raises(NummerFout) as gevangen:
            functie(code)
        assert gevangen.value.reden is Reden.BEREIK
    assert re.fullmatch(agb.PATROON, code)
    assert not agb.is_praktijkcode(code)


def test_praktijkcode() -> None:
    """Only a zero in the third place of a valid code makes it a possible praktijkcode."""
    assert agb.is_praktijkcode("08012345")
    assert not agb.is_praktijkcode("08112345")
    assert not agb.is_praktijkcode("0801234")
    assert not agb.is_praktijkcode("8012345")
    assert not agb.is_praktijkcode(8012345)
    assert not agb.is_praktijkcode(None)


def test_tabel_is_sluitend() -> None:
    """Codes are unique, in order, of the right shape, and under their own zorgsoort."""
    soorten = [soort.code for soort in agb.ZORGSOORTEN]
    assert soorten == sorted(set(soorten))
    for soort in agb.ZORGSOORTEN:
        codes = [kwal.code for kwal in soort.kwalificaties]
        assert re.fullmatch("[0-9]{2}", soort.code)
        assert codes == sorted(set(codes))
        assert all(re.fullmatch(soort.code + "[0-9]{2}", code) for code in codes)
        assert soort.naam
        assert all(kwal.naam for kwal in soort.kwalificaties)


def test_tabel_is_bevroren() -> None:
    """A row cannot be changed."""
    for rij in (agb.ZORGSOORTEN[0], KWALIFICATIES[agb.VSV]):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(rij, "naam", "anders")  # noqa: B010


def test_tabel_noemt_de_bron() -> None:
    """Each row says how well it was verified, in the words of the library, and where."""
    bronnen = {"officieel": COD016, "secundair": AGB_ZOEKFORMULIER}
    rijen: list[agb.Zorgsoort | agb.Kwalificatie] = [*agb.ZORGSOORTEN, *KWALIFICATIES.values()]
    for rij in rijen:
        assert Verificatie(rij.verificatie).value == rij.verificatie
        assert rij.bron == bronnen[rij.verificatie]


def test_officieel_is_wat_in_de_codelijst_is_gezien() -> None:
    """Exactly the codes that were read in COD016-VEKT for this field count as official."""
    gezien = {
        "0307",
        *(f"08{n:02d}" for n in (*range(13), 15)),
        "3300",
        "3301",
        "5300",
        "5314",
        "5323",
        "6703",
        "9018",
        "9026",
        "9027",
        "9028",
    }
    assert {
        code for code, kwal in KWALIFICATIES.items() if kwal.verificatie == "officieel"
    } == gezien
    assert {soort.verificatie for soort in agb.ZORGSOORTEN} == {"secundair"}


def test_namen() -> None:
    """A known code has a name and an unknown one has none; 07 is not the verloskundigen."""
    assert agb.zorgsoort_naam("08") == "verloskundigen"
    assert agb.zorgsoort_naam("07") == "oefentherapeuten"
    assert agb.zorgsoort_naam("33") == "kraamzorg"
    assert agb.zorgsoort_naam("99") is None
    assert agb.zorgsoort_naam("8") is None
    assert agb.kwalificatie_naam(agb.VSV) == "verloskundig samenwerkingsverband (VSV)"
    assert agb.kwalificatie_naam(agb.IGO) == "integrale geboortezorg"
    assert agb.kwalificatie_naam("0700") is None
    assert agb.kwalificatie_naam("08") is None
