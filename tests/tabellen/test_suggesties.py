"""Names that look like one that no table has."""

import pytest

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


@pytest.mark.parametrize(
    ("gezocht", "verwacht"),
    [
        ("Volledige_Verloskundige_Zorg", ("verloskunde-volledig",)),
        ("VOLLEDIGE VERLOSKUNDIGE ZORG", ("verloskunde-volledig",)),
        ("Kraamzorg Uur", ("kraamzorg-uur",)),
        ("KRAAMZORG_UUR ", ("kraamzorg-uur",)),
        ("uur kraamzorg", ("kraamzorg-uur", "kraamzorg-intake-uur")),
        ("kraamzorg-uren", ("kraamzorg-uur", "kraamzorg-intake-uur")),
        ("termijn echo", ("verloskunde-termijnecho",)),
        ("jan-de-boer", ()),
        ("kraamzorg-janssen", ()),
        ("-- ", ()),
    ],
)
def test_anders_geschreven(gezocht: str, verwacht: tuple[str, ...]) -> None:
    """Capitals, signs and the order of words hide no name; a word that is foreign to it does."""
    namen = (
        *("kraamzorg-uur", "kraamzorg-intake-uur", "verloskunde-volledig"),
        *("verloskunde-termijnecho", "boer"),
    )
    tabellen = Tabellen(prestatielijsten=(lijst(*map(maak_prestatie, namen)),))
    assert tabellen.suggest(gezocht) == verwacht
