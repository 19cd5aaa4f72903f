"""Names that look like one that no table has."""

from geboortezorg.tabellen import Tabellen

from .rijen import lijst, maak_prestatie


def test_suggesties() -> None:
    """At most three known names that look like an unknown one, the nearest in front."""
    namen = ("a-uur", "b-uur", "c-uur", "d-uur", "toets")
    tabellen = Tabellen(prestatielijsten=(lijst(*map(maak_prestatie, namen)),))
    assert tabellen.suggest("TOETSS") == ("toets",)
    assert len(set(tabellen.suggest("uur"))) == 3
    assert tabellen.suggest("ur") == ()
    assert tabellen.suggest("toets" * 10_000) == ()
