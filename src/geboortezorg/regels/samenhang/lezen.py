"""From what was read in a document to the answer of one general rule."""

from typing import Final, final

import attrs

from geboortezorg.betekenis import Betekenis
from geboortezorg.bron import Verificatie
from geboortezorg.rapport import Uitkomst
from geboortezorg.regels import veldlezer, veldsnel
from geboortezorg.regels.regel import NIET_VAN_TOEPASSING, VOLDAAN, Melding, Resultaat, uitslag
from geboortezorg.regels.veldvondst import Lezing, Vondst
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.bronnen import bron

MODEL: Final = bron("samenhang-model")

LEZING: Final = attrs.evolve(
    MODEL,
    verificatie=Verificatie.AFGELEID,
    toelichting=(
        "Wat aannemelijk is, is een eigen lezing van de velden; wat erbuiten valt kan kloppen, dus "
        "dit alleen wijst niet af."
    ),
)


@final
class Gelezen:
    """What was found in one document, by kind of declaration, and which kinds it holds."""

    __slots__ = ("gezien", "per_soort")

    def __init__(self, w: Werkblad) -> None:
        self.per_soort: dict[type[Betekenis], list[Vondst]] = {}
        lezing = Lezing(w.context.beoordelingsdatum, w.context.normen)
        self.gezien = lezing.gezien
        if veldsnel.alles_klopt(w.soort, w.document, lezing):
            return
        for vondst in veldlezer.lees(w.soort, w.document, lezing):
            self.per_soort.setdefault(vondst.soort, []).append(vondst)


def toets(w: Werkblad, *soorten: type[Betekenis]) -> Resultaat:
    """Return the answer of the rule on these kinds of declaration."""
    gelezen = w.samen(Gelezen)
    van_toepassing = not gelezen.gezien.isdisjoint(soorten)
    if not gelezen.per_soort:  # the most common
        return VOLDAAN if van_toepassing else NIET_VAN_TOEPASSING
    meldingen: list[Melding] = []
    for soort in soorten:
        for vondst in gelezen.per_soort.get(soort, ()):
            meldingen.append(
                Melding(
                    pad=vondst.pad,
                    reden=vondst.reden,
                    uitkomst=(
                        Uitkomst.NIET_BEOORDEELD
                        if vondst.vermoeden or vondst.onbekend
                        else Uitkomst.GESCHONDEN
                    ),
                    vermoeden=vondst.vermoeden,
                    bron=vondst.bron,
                    parameters=(
                        (*vondst.parameters, ("ander", vondst.ander))
                        if vondst.ander
                        else vondst.parameters
                    ),
                )
            )
    return uitslag(meldingen, van_toepassing)
