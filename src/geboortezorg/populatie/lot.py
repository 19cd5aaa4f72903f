"""What befalls one made-up woman: drawn once, before anything is declared."""

import random
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import Final, final

from geboortezorg.bevroren import bevroren
from geboortezorg.populatie import verdelingen
from geboortezorg.populatie.context import JAAR
from geboortezorg.populatie.verdelingen import Verdeling
from geboortezorg.tijd import DAGEN_ZWANGERSCHAP

THUIS: Final = "thuis"
TWEEDE_LIJN: Final = "tweede-lijn"
_VROEG: Final = ("22-24", "24-26", "26-28", "28-30", "30-32", "32-34", "34-37")
"""Lengths, in weeks, at which a birth belongs in the second line."""
_VOEDING: Final = ("borstvoeding", "kunstvoeding")
"""Drawn half and half: an assumption."""

_LAATSTE_DAG: Final = 293
"""Longest pregnancy that is drawn, in days: the last class of the source has no end."""


@final
@bevroren(kw_only=True)
class Lot:
    """One pregnancy and birth, as drawn."""

    provincie: str
    volgorde: str
    plaats: str
    duur_dagen: int
    bevaldag: date
    kinderen: int
    igo: bool
    voeding: str

    @property
    def a_terme(self) -> date:
        """The day on which the child is due."""
        return self.zwanger_op(DAGEN_ZWANGERSCHAP)

    @property
    def eerdere(self) -> int:
        """How many children she had before; of the open class the lowest."""
        return tuple(verdelingen.verdeling(verdelingen.VOLGORDE).gewichten).index(self.volgorde)

    @property
    def tweede_lijn(self) -> bool:
        """Whether the birth is in the second line."""
        return self.plaats == TWEEDE_LIJN

    def zwanger_op(self, dagen: int) -> date:
        """Return the day on which she is so many days pregnant."""
        return self.bevaldag + timedelta(days=dagen - self.duur_dagen)


def trek(willekeur: random.Random) -> Lot:
    """Draw one birth of the year.

    The place comes first. An early birth is in the second line, so among those the early ones
    have a larger share: together the lengths have the shares of their source.
    """
    plaats = verdelingen.verdeling(verdelingen.PLAATS).trek(willekeur)
    vroeg, op_tijd, kans = _duren()
    te_vroeg = plaats == TWEEDE_LIJN and _ja(willekeur, kans)
    klasse = (vroeg if te_vroeg else op_tijd).trek(willekeur)
    meerling = verdelingen.verdeling(verdelingen.MEERLINGEN).trek(willekeur) == "meervoudig"
    eerste, laatste = date(JAAR, 1, 1), date(JAAR, 12, 31)
    return Lot(
        provincie=verdelingen.verdeling(verdelingen.PROVINCIES).trek(willekeur),
        volgorde=verdelingen.verdeling(verdelingen.VOLGORDE).trek(willekeur),
        plaats=plaats,
        duur_dagen=_dagen(klasse, willekeur),
        bevaldag=eerste + timedelta(days=willekeur.randrange((laatste - eerste).days + 1)),
        kinderen=2 if meerling else 1,
        igo=_ja(willekeur, verdelingen.aandeel_igo()),
        voeding=_VOEDING[willekeur.randrange(len(_VOEDING))],
    )


@cache
def _duren() -> tuple[Verdeling, Verdeling, Fraction]:
    """Return the early lengths, the others, and how often a second-line birth is early."""
    duren = verdelingen.verdeling(verdelingen.DUUR)
    namen = [naam for naam in duren.gewichten if naam.startswith(_VROEG)]
    kans = duren.deel(*namen) / verdelingen.verdeling(verdelingen.PLAATS).deel(TWEEDE_LIJN)
    return duren.alleen(namen), duren.zonder(*namen), kans


def _ja(willekeur: random.Random, kans: Fraction) -> bool:
    return willekeur.randrange(kans.denominator) < kans.numerator


def _dagen(klasse: str, willekeur: random.Random) -> int:
    """Return a length within a class such as ``37-39-weken``, its end not included."""
    van, tot, *_ = klasse.split("-")
    eerste = int(van) * 7
    einde = int(tot) * 7 if tot.isdecimal() else _LAATSTE_DAG + 1
    return willekeur.randrange(eerste, einde)
