"""From what was read in a document to the answer of one general rule."""

from collections.abc import Collection, Iterable
from functools import cache
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

    def __init__(self, gezien: frozenset[type[Betekenis]], vondsten: Iterable[Vondst] = ()) -> None:
        self.gezien = gezien
        self.per_soort: dict[type[Betekenis], list[Vondst]] = {}
        for vondst in vondsten:
            self.per_soort.setdefault(vondst.soort, []).append(vondst)
        self.alles_klopt = None if self.per_soort else gezien
        """Which kinds it holds, when nothing was found."""
        self.zeker = vondsten == ()
        """Whether nothing was found at all: not what special rules say under their own code, either."""


def gelezen(w: Werkblad) -> Gelezen:
    """Return what was found in the document of a worksheet."""
    lezing = Lezing(w.context.beoordelingsdatum, w.context.normen)
    noten = veldsnel.lees(w.soort, w.document, lezing)
    gezien = veldsnel.gezien(lezing)
    return Gelezen(gezien, veldlezer.vondsten(w.soort, noten)) if noten else _in_orde(gezien)


_in_orde = cache(Gelezen)
"""What was found where nothing was: one object for all documents that hold the same kinds."""


def antwoord(gezien: Collection[type[Betekenis]], soorten: Iterable[type[Betekenis]]) -> Uitslag:
    """Return the answer of the rule on some kinds of declaration, where all of them hold."""
    return NIET_VAN_TOEPASSING if set(gezien).isdisjoint(soorten) else VOLDAAN


def toets(w: Werkblad, *soorten: type[Betekenis]) -> Resultaat:
    """Return the answer of the rule on these kinds of declaration."""
    van_document = w.samen(gelezen)
    meldingen: list[Melding] = []
    for soort in soorten:
        for vondst in van_document.per_soort.get(soort, ()):
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
    return meldingen or antwoord(van_document.gezien, soorten)
