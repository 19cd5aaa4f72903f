"""Children: of whom is known that they were born, and which died."""

from typing import Any

import pytest
from tests.fhir import bundels as b
from tests.fhir.bundels import Resource, begrip
from tests.fhir.hulp import dossier, gemist, lees_met

KINDEREN: dict[str, tuple[list[Resource], list[int], list[tuple[str, str]]]] = {
    "zonder rang": (
        [b.kind("k2", None)],
        [1],
        [("Patient.multipleBirthInteger", "ontbreekt")],
    ),
    "zonder dag, wel geboren": ([b.kind("k2", 2, birthDate=None)], [1, 2], []),
    "geboren of niet": (
        [b.kind("k2", 2, birthDate=None), b.geboorte("b2", "k2", status="in-progress")],
        [1],
        [("Patient.birthDate", "ontbreekt"), ("Procedure.status", "status")],
    ),
    "niet gebeurd": (
        [b.geboorte("b2", "k2", notDone=True)],
        [1, 2],
        [("Procedure.status", "status")],
    ),
    "twee geboortedagen": (
        [b.geboorte("b2", "k2", performedDateTime="2026-05-02")],
        [1, 2],
        [("Patient.birthDate", "tegenstrijdig"), ("Procedure.performedDateTime", "tegenstrijdig")],
    ),
    "niet te begrijpen": (
        [b.kind("k2", 2, modifierExtension=[])],
        [1],
        [("Patient", "niet_begrepen"), ("Patient.multipleBirthInteger", "ontbreekt")],
    ),
}


@pytest.mark.parametrize("geval", sorted(KINDEREN))
def test_kinderen(geval: str) -> None:
    """A child is in the dossier when is known that it was born, and as which."""
    extra, rangen, lijst = KINDEREN[geval]
    uitkomst = lees_met(*extra)
    assert [kind.rangnummer for kind in uitkomst.dossiers[0].kinderen] == rangen
    assert sorted(gemist(uitkomst)) == lijst


@pytest.mark.parametrize(
    ("elementen", "verwacht"),
    [
        ({"deceasedBoolean": True}, None),
        ({"deceasedDateTime": "2026"}, None),
        ({"deceasedBoolean": "ja"}, None),
        ({"deceasedBoolean": True, "deceasedDateTime": "2026-05-03"}, "2026-05-03"),
    ],
)
def test_een_kind_dat_overleed(elementen: dict[str, Any], verwacht: str | None) -> None:
    """A child of whom is told that it died is never put down as one that lives."""
    uitkomst = lees_met(b.kind("k2", 2, **elementen), zonder=("s",))
    dagen = [str(kind.overlijdensdatum) for kind in uitkomst.dossiers[0].kinderen]
    assert dagen == ["None"] + ([verwacht] if verwacht else [])
    assert uitkomst.volledig is (verwacht is not None)


def test_sterfte_zonder_dag() -> None:
    """That a child died perinatally is enough; the day in a component is read as well."""
    uitkomst = lees_met(b.kind("k2", 2, deceasedBoolean=True))
    assert uitkomst.dossiers[0].kinderen[1].perinatale_sterfte is True
    onderdelen = [
        {"code": begrip((b.LOINC, "81954-0")), "valueDateTime": "2026-05-02"},
        {"code": begrip((b.SNOMED, "246454002")), "valueDateTime": "2026-05-03"},
    ]
    sterfte = b.waarneming("s", b.STERFTE, "k2", valueBoolean=True, component=onderdelen)
    uitkomst = lees_met(b.kind("k2", 2), sterfte)
    assert str(uitkomst.dossiers[0].kinderen[1].overlijdensdatum) == "2026-05-02"
    paden = [deel.pad for deel in uitkomst.zonder_plaats if deel.resourcetype == "Observation"]
    assert "Observation.component[1]" in paden
    assert not any(pad.startswith("Observation.component[0]") for pad in paden)


def test_een_enig_kind() -> None:
    """The only child is the first, unless it is told to be one of more."""
    alleen = lees_met(b.kind("k1", None), zonder=("k2", "b2", "s"))
    assert [kind.rangnummer for kind in alleen.dossiers[0].kinderen] == [1]
    een_van = lees_met(b.kind("k1", None, multipleBirthBoolean=True), zonder=("k2", "b2", "s"))
    assert een_van.dossiers[0].kinderen == ()


def test_een_kind_zonder_geboorte() -> None:
    """A child in the record of the woman is of this pregnancy; a stranger in it is not."""
    uitkomst = lees_met(zonder=("b2",))
    assert len(uitkomst.dossiers[0].kinderen) == 2
    vreemd = b.maak("Patient", "k2", birthDate="2026-05-01")
    uitkomst = lees_met(vreemd, zonder=("b2",))
    assert len(uitkomst.dossiers[0].kinderen) == 1
    assert ("Observation.subject", "niet_verbonden") in gemist(uitkomst)


def test_een_geboorte_van_de_vrouw_zelf() -> None:
    """A birth that names the woman as its subject gives no child."""
    uitkomst = lees_met(b.geboorte("b2", "vrouw"))
    assert ("Procedure.subject", "niet_verbonden") in gemist(uitkomst)


@pytest.mark.parametrize("nummer", ["999999999", "000000000", "12345"])
def test_twee_kinderen_zonder_eigen_bsn(nummer: str) -> None:
    """Twins with the dummy are two: not one child, of whom what is told of the other would be told."""
    eigen = b.nummer("bsn", nummer)
    uitkomst = lees_met(b.kind("k1", 1, identifier=eigen), b.kind("k2", 2, identifier=eigen))
    kinderen = dossier(uitkomst)["kinderen"]
    assert [(kind["rangnummer"], kind.get("perinatale_sterfte")) for kind in kinderen] == [
        (1, None),
        (2, True),
    ]


def test_een_ander_met_hetzelfde_onbekende_bsn() -> None:
    """The insurance of another woman is not hers, for want of a number of both."""
    eigen = b.nummer("bsn", "999999999")
    wie = b.vrouw(identifier=eigen), b.vrouw("ander", identifier=eigen)
    uitkomst = lees_met(*wie, b.dekking(beneficiary=b.naar("Patient", "ander")))
    assert "verzekeringen" not in dossier(uitkomst)["client"]
    assert ("Coverage.beneficiary", "niet_verbonden") in gemist(uitkomst)


def test_een_kind_met_bsn_op_twee_plekken() -> None:
    """Two resources of one child are one child; where they differ nothing is taken."""
    ander = b.kind("k3", 2, identifier=b.nummer("bsn", "999990020"), birthDate="2026-05-02")
    een = b.kind("k2", 2, identifier=b.nummer("bsn", "999990020"))
    uitkomst = lees_met(een, ander, b.geboorte("b3", "k3"))
    assert [str(kind.geboortedatum) for kind in uitkomst.dossiers[0].kinderen] == [
        "2026-05-01",
        "None",
    ]
