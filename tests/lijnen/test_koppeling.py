"""A koppeling: everything that is wrong with it is said at once, without a word of it."""

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from geboortezorg.lijnen import Koppeling, KoppelingFout, load_mapping

from .rijen import koppeling

GOED: dict[str, Any] = {
    "document_soort": "declaratie",
    "groep": ["Nr"],
    "kolommen": {
        "factuurnummer": "Nr",
        "factuurdatum": "Dag",
        "periode": {"van": "Van", "tot_en_met": "Tot"},
        "declaratieregels": {
            "referentienummer": "Ref",
            "prestatie": "Code",
            "periode.van": "Dag",
            "periode.tot_en_met": "Dag",
            "aantal": "Aantal",
            "tarief_euro": "Tarief",
            "bedrag_euro": "Bedrag",
            "declaratiebedrag_eurocent": "Cent",
            "debet_credit": "DC",
        },
    },
    "vast": {
        "declarant_agb": "1",
        "uzovi_code": "2",
        "declaratieregels": {"zorgaanbieder_agb": "3", "uzovi_code": "4"},
    },
}


def gebreken(anders: dict[str, Any]) -> dict[str, str]:
    """Return what is wrong when parts of a right koppeling are replaced, by place."""
    with pytest.raises(KoppelingFout) as fout:
        load_mapping(GOED | anders)
    return {".".join(gebrek.pad): gebrek.tekst.nl for gebrek in fout.value.gebreken}


def met(deel: str, naam: str, waarde: object) -> dict[str, Any]:
    """Return a part of the right koppeling with one name more, or another value."""
    return {deel: GOED.get(deel, {}) | {naam: waarde}}


def test_goed() -> None:
    """Names are given nested or with dots; what is not given has its default."""
    maat = load_mapping(GOED)
    assert maat.kolommen["declaratieregels.periode.van"] == "Dag"
    assert maat.titels[:4] == ("Nr", "Dag", "Van", "Tot")
    assert (maat.codering, maat.gesorteerd, maat.datumvorm) == ("utf-8", False, "JJJJ-MM-DD")
    assert "3" not in repr(maat)
    waarden = {"declaratieregels.debet_credit": {"+": "D"}}
    vormen = {"factuurdatum": "DD-MM-JJJJ"}
    maat = load_mapping(GOED | {"waarden": waarden, "datumvormen": vormen})
    assert (maat.waarden, maat.datumvormen) == (waarden, vormen)


def test_alle_leden_van_beide_soorten() -> None:
    """Every member of a dossier and of a declaratie can have a column."""
    assert len(koppeling("dossier").kolommen) > len(koppeling("declaratie").kolommen)
    assert isinstance(koppeling("dossier"), Koppeling)


@pytest.mark.parametrize(
    ("anders", "waar", "wat"),
    [
        ({"soort": "declaratie"}, "soort", "kies uit 'koppeling'"),
        ({"schema_versie": "9"}, "schema_versie", "kies uit"),
        ({"document_soort": "vsv"}, "document_soort", "kies uit 'dossier', 'declaratie'"),
        ({"document_soort": ["vsv"]}, "document_soort", "kies uit"),
        ({"onzin": 1}, "", "onbekende sleutel"),
        ({"groep": []}, "groep", "lijst van titels"),
        ({"groep": "Nr"}, "groep", "lijst van titels"),
        ({"groep": [" "]}, "groep", "lijst van titels"),
        ({"groep": ["Nr", "?"]}, "groep", "nog niet ingevuld"),
        (met("kolommen", "iban", "?"), "kolommen.iban", "nog niet ingevuld"),
        ({"kolommen": {}}, "kolommen", "uit welke kolom"),
        ({"kolommen": 1}, "kolommen", "sleutels met een waarde"),
        ({"kopregel": True}, "kopregel", "kies uit 1..100"),
        ({"scheidingsteken": "x"}, "scheidingsteken", "tab"),
        ({"gesorteerd": 1}, "gesorteerd", "kies uit true, false"),
        ({"datumvorm": "DD-MM-JJ"}, "datumvorm", "'JJJJMMDD'"),
        (met("kolommen", "onzin", "Nr"), "kolommen", "geen veld van het document"),
        (met("kolommen", "client", {}), "kolommen", "geen veld van het document"),
        (met("kolommen", "factuurnummer", 1), "kolommen.factuurnummer", "titel van een kolom"),
        (met("kolommen", "factuurnummer", ""), "kolommen.factuurnummer", "titel van een kolom"),
        (met("kolommen", "periode.van", "Van"), "kolommen.periode.van", "staat er al"),
        (
            met("kolommen", "declaratieregels.bedrag_eurocent", "Bedrag"),
            "kolommen.declaratieregels.bedrag_eurocent",
            "staat er al",
        ),
        (met("vast", "factuurnummer", "1"), "vast.factuurnummer", "staat er al"),
        (met("vast", "iban", 1.5), "vast.iban", "een tekst, een geheel getal"),
        (
            {"vast": GOED["vast"] | {"declaratieregels.bedrag_euro": 1}},
            "vast.declaratieregels.bedrag_euro",
            "staat er al",
        ),
        ({"waarden": {"iban": {}}}, "waarden.iban", "geen kolom"),
        ({"waarden": {"factuurnummer": {"a": 1}}}, "waarden.factuurnummer", "wat zij betekent"),
        ({"waarden": {"factuurnummer": "a"}}, "waarden.factuurnummer", "wat zij betekent"),
        ({"datumvormen": {"iban": "DD-MM-JJJJ"}}, "datumvormen.iban", "geen datum"),
        ({"datumvormen": {"factuurdatum": "?"}}, "datumvormen.factuurdatum", "kies uit"),
        ({"datumvormen": {"factuurdatum": []}}, "datumvormen.factuurdatum", "kies uit"),
        (
            {"datumvormen": {"declaratieregels.datum_partus": "DD-MM-JJJJ"}},
            "datumvormen.declaratieregels.datum_partus",
            "geen kolom",
        ),
        (
            {"sleutels": {"declaratieregels": ["Ref"]}},
            "sleutels.declaratieregels",
            "altijd een rij",
        ),
        ({"sleutels": {"declaratieregels": []}}, "sleutels.declaratieregels", "noem een lijst"),
        ({"sleutels": {"periode": ["Ref"]}}, "sleutels", "noem een lijst"),
        ({"vast": {"uzovi_code": "2"}}, "kolommen.declarant_agb", "verplicht"),
        ({"kolommen": {"factuurnummer": "Nr"}}, "vast.declaratieregels.uzovi_code", "geen kolom"),
        (
            {"kolommen": {"factuurnummer": "Nr"}, "vast": {}},
            "kolommen.declaratieregels",
            "verplicht",
        ),
    ],
)
def test_wat_er_mis_is(anders: dict[str, Any], waar: str, wat: str) -> None:
    """Each mistake is told with its place and what to do."""
    assert wat in gebreken(anders)[waar]


def test_vast_bedrag_in_euro() -> None:
    """A fixed amount is in eurocents: euros are for columns."""
    dossier = {
        "document_soort": "dossier",
        "groep": ["a"],
        "kolommen": {"referentie": "a", "eigen_bijdragen.duur_minuten": "b"},
        "vast": {"eigen_bijdragen.bedrag_euro": 3},
        "sleutels": {"kinderen": ["c"]},
    }
    with pytest.raises(KoppelingFout) as fout:
        load_mapping(dossier)
    plaatsen = {".".join(gebrek.pad) for gebrek in fout.value.gebreken}
    assert {"vast.eigen_bijdragen.bedrag_euro", "sleutels.kinderen"} <= plaatsen


def test_kapotte_json() -> None:
    """Bytes that begin with a brace are JSON; where they break off is said."""
    with pytest.raises(KoppelingFout, match="tekstregel 1: dit is geen JSON"):
        load_mapping(b" {")


def test_een_naam_die_twee_keer_voorkomt() -> None:
    """Of what a koppeling in JSON says twice, nothing is dropped unseen: as in TOML it is refused."""
    tweemaal = json.dumps(GOED)[:-1] + ', "vast": {}}'
    with pytest.raises(KoppelingFout, match="twee keer"):
        load_mapping(tweemaal.encode())
    with pytest.raises(KoppelingFout, match="twee keer"):
        load_mapping(b'{"a": ' + b"[" * 300 + b"]" * 300 + b"}")


def test_uit_bestanden(tmp_path: Path) -> None:
    """TOML and JSON say the same; a line of TOML is named, and a file that is not there told of."""
    (tmp_path / "k.json").write_text(json.dumps(GOED), "utf-8")
    assert load_mapping(tmp_path / "k.json") == load_mapping(GOED)
    assert load_mapping(json.dumps(GOED).encode()) == load_mapping(GOED)
    toml = tmp_path / "k.toml"
    toml.write_text('document_soort = "declaratie"\ngroep = []\n[kolommen]\niban = 1\n', "utf-8")
    with pytest.raises(KoppelingFout) as fout:
        load_mapping(str(toml))
    assert "tekstregel 2, groep: noem de kolommen" in str(fout.value)
    assert "line 4, kolommen.iban: the title" in "\n".join(fout.value.toon("en"))
    toml.write_text("groep = [", "utf-8")
    with pytest.raises(KoppelingFout, match="tekstregel 1: dit is geen geldige TOML"):
        load_mapping(toml)
    with pytest.raises(KoppelingFout, match="niet te lezen"):
        load_mapping(tmp_path / "weg.toml")
    (tmp_path / "lijst.json").write_text("[]", "utf-8")
    with pytest.raises(KoppelingFout, match="sleutels met een waarde"):
        load_mapping(tmp_path / "lijst.json")


def test_te_veel_om_te_tonen() -> None:
    """Of very many messages the first are shown; all of them survive a process boundary."""
    with pytest.raises(KoppelingFout) as fout:
        load_mapping(GOED | {str(nummer): 0 for nummer in range(30)})
    assert str(fout.value).endswith("meldingen")
    assert "more messages" in fout.value.toon("en")[-1]
    assert pickle.loads(pickle.dumps(fout.value)).gebreken == fout.value.gebreken  # noqa: S301
