"""A declaration as a message, and its lines beside each other."""

from typing import Final

from geboortezorg.regels.declaratie import bericht, declaratieregels, episode, fase, persoon
from geboortezorg.regels.regel import Regel

VOORVOEGSELS: Final = (
    "DECLARATIE",
    "REGEL",
)
"""The words with which the codes of this theme begin, after `GZ-`."""

REGELS: Final[tuple[Regel, ...]] = (
    bericht.periode_niet_omgekeerd,
    bericht.niet_na_factuurdatum,
    bericht.factuur_na_periode,
    bericht.niet_in_de_toekomst,
    bericht.referentienummer_uniek,
    bericht.geen_debet_met_credit,
    bericht.bedragen_samen,
    bericht.declaratiebedrag_is_deel,
    bericht.een_verzekeraar,
    bericht.factuurnummer_uniek,
    bericht.niet_na_periode,
    declaratieregels.credit_verwijst,
    persoon.bsn_aanwezig,
    declaratieregels.dubbel,
    declaratieregels.credit_neemt_terug,
    episode.past_bij_zorgepisode,
    episode.dagen_passen,
    persoon.een_vrouw,
    declaratieregels.hooguit_een_per_dag,
    fase.bij_de_fase,
)
"""The rules of this theme, in the order in which a report shows them."""
