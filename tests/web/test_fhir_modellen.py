"""The models of fhir.resources take what we write in R4, and what our tests make up in STU3."""

import pytest
from fhir.resources.R4B import get_fhir_model_class as r4
from fhir.resources.STU3 import get_fhir_model_class as stu3
from hypothesis import given
from tests.fhir.bundels import Resource, bundel, dossiers, heel
from tests.fhir.geschreven import bundels


def test_wat_wij_schrijven_is_r4() -> None:
    """Every Bundle is accepted as R4B, of which R4 is alike in these resources."""
    for geschreven in bundels():
        assert r4("Bundle").model_validate(geschreven)


def test_fout_wordt_gezien() -> None:
    """The models do refuse: a ClaimResponse without its outcome is none."""
    *_, geschreven = bundels()
    del geschreven["entry"][-1]["resource"]["outcome"]
    with pytest.raises(ValueError, match="outcome"):
        r4("Bundle").model_validate(geschreven)


def test_wat_wij_verzinnen_is_stu3() -> None:
    """The whole record that the tests of reading rest on is STU3."""
    assert stu3("Bundle").model_validate(bundel(heel()))


@given(dossiers())
def test_wat_getrokken_wordt_is_stu3(resources: list[Resource]) -> None:
    """So is what Hypothesis draws."""
    assert stu3("Bundle").model_validate(bundel(resources))
