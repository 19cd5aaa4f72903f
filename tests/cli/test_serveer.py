"""``geboortezorg serve`` where the extra `web` is not installed; see tests/web for the service."""

import pytest

from geboortezorg.cli import serveer

from .conftest import Opdracht


def test_zonder_de_extra(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command says what to install, and in no case shows a trace."""
    monkeypatch.setattr(serveer, "find_spec", lambda _: None)
    uit = opdracht("serve", "--taal", "en")
    assert uit.code == 2
    assert uit.err == (
        "geboortezorg: this needs the extra `web`: pip install 'geboortezorg[web]'\n"
    )
