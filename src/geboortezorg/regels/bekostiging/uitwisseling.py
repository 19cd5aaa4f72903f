"""Connections to the exchange of data: who carries the cost, and what comes after Babyconnect."""

from datetime import date
from typing import Final

from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.model.aansluiting import Aansluiting, Uitwisselingsstelsel
from geboortezorg.model.vsv import VSV
from geboortezorg.regels.bekostiging.financiering import TIJDVAKREDENEN, toets_tijdvak
from geboortezorg.regels.regel import (
    Melding,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad

LAATSTE_DAG_BABYCONNECT: Final = date(2025, 12, 31)
"""Last day of the programme (K13)."""


def _aansluitingen(w: Werkblad) -> list[tuple[str, Aansluiting]]:
    """Return the connections in the document, each with its pointer."""
    if isinstance(w.document, Aansluiting):
        return [("", w.document)]
    aansluitingen = enumerate(w.als(VSV).aansluitingen)
    return [(f"/aansluitingen/{i}", aansluiting) for i, aansluiting in aansluitingen]


@regel(
    code="GZ-UITWISSELING-001",
    titel=Tekst(
        "De kosten van een aansluiting draagt wie dat in dat tijdvak doet",
        "The cost of a connection is carried by the payer of that period",
    ),
    soorten=("aansluiting", "vsv"),
    bron=(vsvbronnen.DIG, vsvbronnen.BABYCONNECT),
    velden=(
        "/bijdragen/*/looptijd/van",
        "/bijdragen/*/looptijd/tot_en_met",
        "/aansluitingen/*/bijdragen/*/looptijd/van",
        "/aansluitingen/*/bijdragen/*/looptijd/tot_en_met",
    ),
    peildatum=Peildatum.DOCUMENT,
    redenen=TIJDVAKREDENEN,
)
def kostendrager(w: Werkblad) -> Resultaat:
    """The programme until the end of 2025, transition support in 2026, the field from 2027."""
    meldingen: list[Melding] = []
    toegepast = False
    for pad, aansluiting in _aansluitingen(w):
        for i, bijdrage in enumerate(aansluiting.bijdragen):
            toegepast = True
            plaats = f"{pad}/bijdragen/{i}/looptijd"
            meldingen += toets_tijdvak(plaats, bijdrage.financieringssoort, bijdrage.looptijd)
    return uitslag(meldingen, toegepast)


@regel(
    code="GZ-UITWISSELING-002",
    titel=Tekst(
        "Een aansluiting op Babyconnect loopt niet na het programma door",
        "A connection to Babyconnect does not run on after the programme",
    ),
    soorten=("aansluiting", "vsv"),
    bron=vsvbronnen.BABYCONNECT_VOORTGEZET,
    velden=("/looptijd", "/aansluitingen/*/looptijd"),
    peildatum=Peildatum.DOCUMENT,
    redenen={
        "programma_afgerond": Tekst(
            "Het programma Babyconnect is afgerond op {tot_en_met}. Sluit deze aansluiting dan af "
            "en noem de voortzetting onder DIG.",
            "The programme Babyconnect finished on {tot_en_met}. End this connection then, and "
            "name its continuation under DIG.",
        )
    },
)
def na_babyconnect(w: Werkblad) -> Resultaat:
    """A connection to Babyconnect ends with the programme; DIG is what follows."""
    meldingen: list[Melding] = []
    toegepast = False
    for pad, aansluiting in _aansluitingen(w):
        if aansluiting.uitwisselingsstelsel is not Uitwisselingsstelsel.BABYCONNECT:
            continue
        toegepast = True
        einde = aansluiting.looptijd.tot_en_met
        if einde is None or einde > LAATSTE_DAG_BABYCONNECT:
            meldingen.append(
                breuk(f"{pad}/looptijd", "programma_afgerond", tot_en_met=LAATSTE_DAG_BABYCONNECT)
            )
    return uitslag(meldingen, toegepast)
