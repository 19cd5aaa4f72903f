"""What is plain to see of the declaratieregels of a document."""

from typing import Final

from geboortezorg.model.partijen import Partijsoort
from geboortezorg.model.prestatie import Prestatie, Regime
from geboortezorg.model.tarief import Tariefsoort
from geboortezorg.nummers import agb
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.trekken.blik import Blik, kijkt
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Gevonden, Onbekend, Tariefantwoord

_EIGEN_BIJDRAGE: Final = Regime.EIGEN_BIJDRAGE_KRAAMZORG
_EIGEN_TARIEF: Final = Tariefsoort.EIGEN_BIJDRAGE
_VRIJ: Final = Tariefsoort.VRIJ
_VSV: Final = Partijsoort.VSV

_NIEMAND: Final = "00"
_BIJZONDER: Final = frozenset({_NIEMAND, agb.VSV[:2]})
"""How AGB-codes begin that are looked at whatever the prestatie expects."""


def gewoon(antwoord: Tariefantwoord | None) -> bool:
    """Say whether there is a tariff, and not of what the insured person pays."""
    return (
        isinstance(antwoord, Gevonden)
        and antwoord.prestatie.regime is not _EIGEN_BIJDRAGE
        and antwoord.tarief.tariefsoort is not _EIGEN_TARIEF
    )


def is_vrij(antwoord: Tariefantwoord | None) -> bool:
    """Say whether a tariff is free, or of integral care of which no tariff is known."""
    if isinstance(antwoord, Gevonden):
        return antwoord.tarief.tariefsoort is _VRIJ
    return isinstance(antwoord, Onbekend) and is_integraal(antwoord.prestatie)


def is_integraal(prestatie: Prestatie | None) -> bool:
    """Say whether a prestatie is of integral care."""
    return prestatie is not None and prestatie.regime is Regime.INTEGRALE_GEBOORTEZORG


def _bedragen(w: Werkblad) -> bool:
    for post in w.posten:
        bedrag = post.declaratieregel.bedrag_eurocent
        if (
            not 0 < post.declaratieregel.declaratiebedrag_eurocent <= bedrag
            or (post.tarief or 0) * (post.aantal or 0) != bedrag
        ):
            return True
    return False


def _geen_tarief(w: Werkblad) -> bool:
    return not all(map(gewoon, w.tariefantwoorden))


def _vrij_tarief(w: Werkblad) -> bool:
    return any(map(is_vrij, w.tariefantwoorden))


def _zorgaanbieder(w: Werkblad) -> bool:
    for groep in w.groepen:
        prestatie, begin = groep.prestatie, groep.zorgaanbieder_agb[:2]
        if (
            groep.behandelaar
            or begin in _BIJZONDER
            or prestatie is None
            or begin not in prestatie.zorgsoorten
        ):
            return True
    if w.dossier is not None:
        for episode in w.dossier.zorgepisodes:
            if episode.zorgaanbieder.partijsoort is _VSV:
                return True
    return False


def _samenloop(w: Werkblad) -> bool:
    return bool(w.samenlopen)


def _zonder_bsn(w: Werkblad) -> bool:
    return w.dossier is None and not all(geval.een_vrouw for geval in w.zorggevallen)


_SOORTEN: Final = frozenset({"dossier", "declaratie"})

BLIKKEN: Final = tuple(
    Blik(kijkt(trek, heeft), (trek,), _SOORTEN)
    for trek, heeft in (
        (Trek.BEDRAGEN, _bedragen),
        (Trek.GEEN_TARIEF, _geen_tarief),
        (Trek.VRIJ_TARIEF, _vrij_tarief),
        (Trek.ZORGAANBIEDER, _zorgaanbieder),
        (Trek.SAMENLOOP, _samenloop),
        (Trek.ZONDER_BSN, _zonder_bsn),
    )
)
