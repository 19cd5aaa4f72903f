"""Verification has an order, from officieel to afgeleid."""

import itertools

from geboortezorg.bron import Verificatie, minstens, zwakste

ORDE = [
    Verificatie.OFFICIEEL,
    Verificatie.BEVESTIGD,
    Verificatie.SECUNDAIR,
    Verificatie.AFGELEID,
]


def test_orde() -> None:
    """A ground is at least as strong as itself and as every weaker one."""
    for (i, sterk), (j, zwak) in itertools.product(enumerate(ORDE), repeat=2):
        assert minstens(sterk, zwak) is (i <= j)
        assert zwakste(sterk, zwak) is ORDE[max(i, j)]


def test_alle_gronden_doen_mee() -> None:
    """The order above names every verification there is."""
    assert set(ORDE) == set(Verificatie)
