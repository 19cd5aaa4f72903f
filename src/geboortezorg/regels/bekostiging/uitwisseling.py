"""Connections to the exchange of data: who carries the cost, and what comes after Babyconnect."""

from typing import Final

from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.model.aansluiting import Aansluiting, Uitwisselingsstelsel
from geboortezorg.regels.bekostiging.financiering import (
    TIJDVAKREDENEN,
    dubbel_gedragen,
    toets_tijdvak,
)
from geboortezorg.regels.ingebed import ook_ingebed
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    VOLDAAN,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.normen import normen
from geboortezorg.tijd import LAATSTE_DATUM

LAATSTE_DAG_BABYCONNECT: Final = (
    normen().norm("financiering-programma_babyconnect").looptijd.tot_en_met or LAATSTE_DATUM
)
"""Last day of the programme (K13)."""


@ook_ingebed
@regel(
    code="GZ-UITWISSELING-001",
    titel=Tekst(
        "De kosten van een aansluiting draagt wie dat in dat tijdvak doet",
        "The cost of a connection is carried by the payer of that period",
    ),
    soorten=("aansluiting",),
    bron=(vsvbronnen.DIG, vsvbronnen.BABYCONNECT),
    velden=(
        "/bijdragen/*/looptijd/van",
        "/bijdragen/*/looptijd/tot_en_met",
    ),
    peildatum=Peildatum.DOCUMENT,
    redenen=TIJDVAKREDENEN,
)
def kostendrager(w: Werkblad) -> Resultaat:
    """The programme until the end of 2025, transition support in 2026, the field from 2027."""
    bijdragen = w.als(Aansluiting).bijdragen
    meldingen = [
        melding
        for i, bijdrage in enumerate(bijdragen)
        for melding in toets_tijdvak(
            f"/bijdragen/{i}/looptijd", bijdrage.financieringssoort, bijdrage.looptijd
        )
    ]
    return uitslag(meldingen, bool(bijdragen))


@ook_ingebed
@regel(
    code="GZ-UITWISSELING-002",
    titel=Tekst(
        "Een aansluiting op Babyconnect loopt niet na het programma door",
        "A connection to Babyconnect does not run on after the programme",
    ),
    soorten=("aansluiting",),
    bron=vsvbronnen.BABYCONNECT_VOORTGEZET,
    velden=("/looptijd",),
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
    aansluiting = w.als(Aansluiting)
    if aansluiting.uitwisselingsstelsel is not Uitwisselingsstelsel.BABYCONNECT:
        return NIET_VAN_TOEPASSING
    einde = aansluiting.looptijd.tot_en_met
    if einde is not None and einde <= LAATSTE_DAG_BABYCONNECT:
        return VOLDAAN
    return [breuk("/looptijd", "programma_afgerond", tot_en_met=LAATSTE_DAG_BABYCONNECT)]


@ook_ingebed
@regel(
    code="GZ-UITWISSELING-003",
    titel=Tekst(
        "Twee financiers dragen niet dezelfde dagen van een aansluiting",
        "Two payers do not carry the same days of a connection",
    ),
    soorten=("aansluiting",),
    bron=vsvbronnen.GEEN_DUBBELE_DEKKING,
    velden=("/bijdragen/*/looptijd",),
    peildatum=Peildatum.DOCUMENT,
    redenen={
        "dubbel": Tekst(
            "Een andere financier draagt deze aansluiting al over dezelfde dagen. Verbeter de "
            "dagen of laat een van beide weg.",
            "Another payer already carries this connection over the same days. Correct the days, "
            "or leave one of them out.",
        )
    },
)
def niet_dubbel_gedragen(w: Werkblad) -> Resultaat:
    """Each payer begins after the previous one has ended; own means may stand beside one."""
    bijdragen = w.als(Aansluiting).bijdragen
    dubbel = dubbel_gedragen([(deel.financieringssoort, deel.looptijd) for deel in bijdragen])
    meldingen = [breuk(f"/bijdragen/{i}/looptijd", "dubbel") for i in dubbel]
    return uitslag(meldingen, bool(bijdragen))
