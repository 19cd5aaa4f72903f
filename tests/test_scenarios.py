"""The courses of care that occur in real data fit in a dossier, and are right."""

from typing import Any

import pytest

from geboortezorg import Oordeel, dump, load, validate

EERSTE = {
    "discipline": "eerstelijnsverloskundige",
    "echelon": "eerste_lijn",
    "agb_code": "08001234",
}
TWEEDE = {
    "discipline": "gynaecoloog",
    "echelon": "tweede_lijn",
    "partijsoort": "ziekenhuis",
    "agb_code": "06001234",
}


def episode(
    nummer: int, zorgaanbieder: dict[str, str], van: str, tot_en_met: str | None = None, **rest: Any
) -> dict[str, Any]:
    """Return one zorgepisode."""
    looptijd = {"van": van} if tot_en_met is None else {"van": van, "tot_en_met": tot_en_met}
    return {
        "zorgepisode_id": f"ze-{nummer}",
        "zorgaanbieder": zorgaanbieder,
        "looptijd": looptijd,
        **rest,
    }


def test_zonder_inhoud() -> None:
    """A dossier of which nothing of substance can be judged is no approval, and says so."""
    rapport = validate(
        {"soort": "dossier", "schema_versie": "0.1", "referentie": "p", "zwangerschap": {}}
    )
    assert rapport.oordeel is Oordeel.ONVOLLEDIG
    assert [bevinding.code for bevinding in rapport.bevindingen] == ["GZ-INVOER-002"]


def kind(rangnummer: int, **rest: Any) -> dict[str, Any]:
    """Return one child, born on 2 May 2023."""
    return {
        "rangnummer": rangnummer,
        "geboren": True,
        "geboortedatum": "2023-05-02",
        "levend_geboren": True,
        **rest,
    }


PARTUS = {"a_terme_datum": "2023-05-10", "datum_einde": "2023-05-02", "wijze_einde": "partus"}

SCENARIOS: dict[str, dict[str, Any]] = {
    "eerste en tweede lijn met zes dagen ertussen": {
        "zwangerschap": {**PARTUS, "aantal_geboren_kinderen": 1},
        "kinderen": [kind(1)],
        "zorgepisodes": [
            episode(
                1,
                EERSTE,
                "2022-10-03",
                "2023-02-10",
                eindverantwoordelijk_in=["intake", "zwangerschap_vervolg"],
                verwijzingen=[
                    {"datum": "2023-02-10", "verwijzingsoort": "overname", "naar": TWEEDE}
                ],
            ),
            episode(
                2,
                TWEEDE,
                "2023-02-17",
                "2023-05-04",
                eindverantwoordelijk_in=["begin_baring", "uitdrijving", "nageboorte"],
            ),
        ],
    },
    "tweede lijn en dan eerste lijn, aansluitend": {
        "zwangerschap": {"a_terme_datum": "2023-05-10"},
        "zorgepisodes": [
            episode(1, TWEEDE, "2022-10-03", "2023-01-15"),
            episode(2, EERSTE, "2023-01-16"),
        ],
    },
    "overname op dezelfde dag met hetzelfde dossiernummer": {
        "zwangerschap": {**PARTUS, "aantal_geboren_kinderen": 1},
        "kinderen": [kind(1)],
        "zorgepisodes": [
            episode(1, EERSTE, "2022-10-03", "2023-05-02", dossiernummer="D-1"),
            episode(2, TWEEDE, "2023-05-02", "2023-05-04", dossiernummer="D-1"),
        ],
    },
    "tweeling van wie er een overleed": {
        "zwangerschap": {**PARTUS, "aantal_geboren_kinderen": 2},
        "kinderen": [
            kind(1, perinatale_sterfte=False),
            kind(2, perinatale_sterfte=True, overlijdensdatum="2023-05-03"),
        ],
        "zorgepisodes": [episode(1, TWEEDE, "2022-10-03", "2023-06-01")],
    },
}


@pytest.mark.parametrize("naam", SCENARIOS)
def test_scenario(naam: str) -> None:
    """The dossier is akkoord without any finding, and comes back whole."""
    document = {
        "soort": "dossier",
        "schema_versie": "0.1",
        "referentie": "pseudoniem-1",
        **SCENARIOS[naam],
    }
    rapport = validate(document)
    assert rapport.bevindingen == ()
    assert rapport.oordeel is Oordeel.AKKOORD
    assert load(dump(load(document))) == load(document)
