"""UZOVI: the special values."""

import pytest

from geboortezorg.nummers import uzovi


@pytest.mark.parametrize(
    ("tekst", "betekenis"),
    [
        ("7125", "orgaan van tijdelijk verblijf"),
        ("9992", "DJI (forensische zorg)"),
        ("7126", None),
        ("0000", None),
        ("", None),
    ],
)
def test_bijzondere_waarden(tekst: str, betekenis: str | None) -> None:
    """The two special values have a meaning and no other text has one."""
    assert uzovi.BIJZONDER.get(tekst) == betekenis


def test_bijzondere_waarden_hebben_de_vorm() -> None:
    """The special values are valid UZOVI numbers, for they occur in that field."""
    assert all(uzovi.is_valid(tekst) for tekst in uzovi.BIJZONDER)
    assert len(uzovi.BIJZONDER) == 2
