"""What a prestatie brings by itself, whatever its line says: asked once for all lines with it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from geboortezorg.model.prestatie import MINUTEN, ONDERZOEKEN, Fase, Prestatie, Regime, op_een_dag
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.opslag import TOESLAG

VOLLEDIG_PRENATAAL: Final = "verloskunde-volledig-prenataal"

MET_FASEN: Final = (
    Regime.VERLOSKUNDE,
    Regime.PRENATALE_SCREENING,
    Regime.INTEGRALE_GEBOORTEZORG,
    Regime.MEDISCH_SPECIALISTISCHE_ZORG,
)
"""Regimes whose care of one phase is held against the birth."""


def eenmalig(prestatie: Prestatie) -> bool:
    """Say whether there is one of it for a pregnancy, or for a child."""
    return prestatie.eenmalig or prestatie.telgrens is not None


def per_stuk(prestatie: Prestatie) -> bool:
    """Say whether it is counted by the piece, as often as it is delivered."""
    return (
        prestatie.eenheid not in MINUTEN
        and prestatie.prestatie_id != TOESLAG
        and not eenmalig(prestatie)
    )


def bij_levering(prestatie: Prestatie) -> bool:
    """Say whether it follows the day of delivery; of a VSV it is no care (GZ-VSV-008)."""
    return not prestatie.peildatum_start_zorg and prestatie.regime is not Regime.VSV


def is_prenataal(prestatie: Prestatie) -> bool:
    """Say whether it is complete prenatal care, in whatever variant."""
    return (prestatie.variant_van or prestatie.prestatie_id) == VOLLEDIG_PRENATAAL


def is_deel(prestatie: Prestatie) -> bool:
    """Say whether a prestatie is for care of the pregnancy that ends at some length of it."""
    van, tot_en_met = (
        prestatie.zwangerschapsduur_van_dagen,
        prestatie.zwangerschapsduur_tot_en_met_dagen,
    )
    return (
        not (van is None and tot_en_met is None)
        and prestatie.fasen == (Fase.PRENATAAL,)
        and not prestatie.overname
        and not op_een_dag(prestatie)
    )


def fase(prestatie: Prestatie, soort: str) -> Fase | None:
    """Return the only phase of a prestatie.

    An examination is of a pregnant woman; in a dossier another rule judges it.
    """
    if prestatie.regime not in MET_FASEN:
        return None
    if soort != "dossier" and prestatie.eenheid in ONDERZOEKEN:
        return Fase.PRENATAAL
    return prestatie.fasen[0] if len(prestatie.fasen) == 1 else None


VAN_PRESTATIE: Final[Mapping[Trek, Callable[[Prestatie, str], bool]]] = MappingProxyType(
    {
        Trek.ANDERE_ZORG: lambda p, _: p.regime is not Regime.INTEGRALE_GEBOORTEZORG,
        Trek.VAKER: lambda prestatie, _: not eenmalig(prestatie),
        Trek.PER_STUK: lambda prestatie, _: per_stuk(prestatie),
        Trek.BIJ_LEVERING: lambda prestatie, _: bij_levering(prestatie),
        Trek.GEHEEL: lambda p, _: bool(p.bestanddelen) and not is_prenataal(p),
        Trek.GEHEEL_PRENATAAL: lambda p, _: bool(p.bestanddelen) and is_prenataal(p),
        Trek.VAN_EEN_FASE: lambda prestatie, soort: fase(prestatie, soort) is not None,
    }
)
"""What says of a prestatie, in a kind of document, whether it brings a trait."""
