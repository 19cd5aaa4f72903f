"""What is refused at the edges of several rooms: a port, a rule, and a declaration that cannot be."""

import pytest

from geboortezorg import betekenis
from geboortezorg.cli import main
from geboortezorg.model.zwangerschap import Zwangerschap
from geboortezorg.regels.veldpad import OnbekendVeldpad
from geboortezorg.regels.veldtoets import maak
from geboortezorg.schema.register import catalogusregel


def test_geen_poort(capsys: pytest.CaptureFixture[str]) -> None:
    """A port that does not exist is wrong usage, and is not repeated."""
    assert main(["serve", "--port", "99999"]) == 2
    assert "99999" not in capsys.readouterr().err


def test_geen_regel() -> None:
    """The published catalogue says that it has no such rule."""
    with pytest.raises(LookupError, match="geen regel"):
        catalogusregel("GZ-BESTAAT-999")


def test_gevuld_is_van_tekst_of_object() -> None:
    """That something is filled in can only be declared of a text or an object."""
    with pytest.raises(OnbekendVeldpad, match="geen tekst en geen object"):
        maak(Zwangerschap, "graviditeit", betekenis.Gevuld())
