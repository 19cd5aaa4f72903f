"""From what was read in a document to the answer of one general rule."""

from collections.abc import Collection, Iterable
from typing import Final, final

from geboortezorg.betekenis import Betekenis
from geboortezorg.bevroren import anders
from geboortezorg.bron import Verificatie
from geboortezorg.rapport import Uitkomst
from geboortezorg.regels import veldlezer, veldsnel
from geboortezorg.regels.regel import NIET_VAN_TOEPASSING, VOLDAAN, Melding, Resultaat, Uitslag
from geboortezorg.regels.veldvondst import Lezing, Vondst
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.bronnen import bron

MODEL: Final = bron("samenhang-model")

LEZING: Final = anders(
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

    __slots__ = ("alles_klopt", "gezien", "per_soort", "zeker")

    alles_klopt: frozenset[type[Betekenis]] | None
    """Which kinds it holds, when nothing was found."""

    zeker: bool
    """Whether nothing was found at all: not what special rules say under their own code, either."""

    def __init__(self, w: Werkblad) -> None:
        self.per_soort: dict[type[Betekenis], list[Vondst]] = {}
        lezing = Lezing(w.context.beoordelingsdatum, w.context.normen)
        noten = veldsnel.lees(w.soort, w.document, lezing)
        self.zeker = not noten
        self.gezien = self.alles_klopt = veldsnel.gezien(lezing)
        if noten:
            for vondst in veldlezer.vondsten(w.soort, noten):
                self.per_soort.setdefault(vondst.soort, []).append(vondst)
            self.alles_klopt = None if self.per_soort else self.gezien


def antwoord(gezien: Collection[type[Betekenis]], soorten: Iterable[type[Betekenis]]) -> Uitslag:
    """Return the answer of the rule on some kinds of declaration, where all of them hold."""
    return NIET_VAN_TOEPASSING if set(gezien).isdisjoint(soorten) else VOLDAAN


def toets(w: Werkblad, *soorten: type[Betekenis]) -> Resultaat:
    """Return the answer of the rule on these kinds of declaration."""
    gelezen = w.samen(Gelezen)
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
    return meldingen or antwoord(gelezen.gezien, soorten)
