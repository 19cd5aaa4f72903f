"""Agreements of the Landelijke Tafel."""

from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.model.afspraak import BestuurlijkeAfspraak
from geboortezorg.regels.regel import VOLDAAN, Resultaat, Tekst, breuk, regel
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tekst import kern


@regel(
    code="GZ-AFSPRAAK-001",
    titel=Tekst(
        "Een bestuurlijke afspraak heeft minstens twee partijen",
        "A bestuurlijke afspraak has at least two parties",
    ),
    soorten=("bestuurlijke_afspraak",),
    bron=vsvbronnen.AFSPRAAK,
    velden=("/partijen",),
    versie=3,
    redenen={
        "te_weinig_partijen": Tekst(
            "Een afspraak heeft minstens twee verschillende partijen. Vul de partijen aan.",
            "An agreement has at least two different parties. Complete the parties.",
        )
    },
)
def partijen(w: Werkblad) -> Resultaat:
    """At least two different parties are named; points and spaces make no other name."""
    namen = set(map(kern, w.als(BestuurlijkeAfspraak).partijen))
    if len(namen - {""}) > 1:
        return VOLDAAN
    return [breuk("/partijen", "te_weinig_partijen")]
