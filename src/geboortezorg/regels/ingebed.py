"""A document that stands in another one is judged by the rules of its own kind."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache, wraps
from typing import Any, Final, final

from geboortezorg import vorm
from geboortezorg.bevroren import anders, bevroren
from geboortezorg.bron import zwakste
from geboortezorg.documenten import DOCUMENTEN, SOORTEN
from geboortezorg.rapport import Uitkomst
from geboortezorg.regels import leden
from geboortezorg.regels.nodig import Nodig
from geboortezorg.regels.regel import Melding, Regel, Reikwijdte, Resultaat, Uitslag, uitslag
from geboortezorg.regels.werkblad import Werkblad

_CONTEXT: Final = "context"

_Stap = tuple[str, bool]
"""The name of a field, and whether it is a list."""


@cache
def wegen(buiten: str, binnen: str) -> tuple[tuple[_Stap, ...], ...]:
    """Return the ways that lead from a document of one kind to its parts of another kind."""
    return tuple(_wegen(DOCUMENTEN[buiten], binnen))


def _wegen(klasse: type[Any], binnen: str) -> Iterator[tuple[_Stap, ...]]:
    for veldvorm in vorm.velden(klasse):
        item = veldvorm.vorm.item or veldvorm.vorm
        if item.klasse is not None and item.soort is vorm.Soort.OBJECT:
            stap = (veldvorm.naam, veldvorm.vorm.item is not None)
            if SOORTEN.get(item.klasse) == binnen:
                yield (stap,)
            for weg in _wegen(item.klasse, binnen):
                yield (stap, *weg)


@final
@bevroren
class Ingebed:
    """Where a rule judges that also judges documents of its kinds inside other documents.

    A context is no document that is judged: what the payer gives there is what others are held
    against.
    """

    eigen: Reikwijdte

    def geldt(self, soort: str) -> bool:
        """Say whether it judges documents of a kind, or parts of them."""
        return self.eigen.geldt(soort) or any(self._wegen(soort))

    def _wegen(self, soort: str) -> Iterator[tuple[_Stap, ...]]:
        for binnen in self._kinderen(soort):
            yield from wegen(soort, binnen)

    def _kinderen(self, soort: str) -> list[str]:
        """Return the kinds of which a document of this kind can hold parts that it judges."""
        eigen = () if soort == _CONTEXT else self.eigen.soorten
        return [binnen for binnen in eigen if wegen(soort, binnen)]

    @property
    def soorten(self) -> tuple[str, ...]:
        """Every kind that it judges: its own first."""
        eigen = self.eigen.soorten
        return (*eigen, *sorted(set(filter(self.geldt, DOCUMENTEN)) - set(eigen)))

    @property
    def velden(self) -> tuple[str, ...]:
        """Every place that it may report on, from the outermost document on."""
        eigen = self.eigen.velden
        begin = self._patronen(DOCUMENTEN)
        return (*eigen, *(f"{patroon}{veld}" for patroon in begin for veld in eigen))

    def _patronen(self, soorten: Iterable[str]) -> list[str]:
        """Return the places of the parts in documents of these kinds."""
        patronen = {
            "".join(f"/{naam}/*" if lijst else f"/{naam}" for naam, lijst in weg)
            for soort in soorten
            for weg in self._wegen(soort)
        }
        return sorted(patronen)

    def nodig(self, eigen: Iterable[Nodig], soorten: Collection[str]) -> Iterator[Nodig]:
        """Yield what the rule needs, in the document itself or in what stands in it."""
        patronen = self._patronen(soorten)
        binnen = {kind for soort in soorten for kind in self._kinderen(soort)}
        for nodig in self.eigen.nodig(eigen, soorten):
            # A part of a kind that has none of the members is judged without them.
            overal = all(
                any(leden.bestaat(DOCUMENTEN[soort], lid) for lid in nodig.leden)
                for soort in binnen
            )
            if overal and nodig.leden and nodig == Nodig(leden=nodig.leden):
                ingebed = (f"{begin}{lid}" for begin in patronen for lid in nodig.leden)
                yield Nodig(leden=(*nodig.leden, *ingebed))
        houders = tuple(patroon.removesuffix("/*") for patroon in patronen)
        # A kind that is judged itself needs no part to be judged in.
        if not any(
            leden.bestaat(DOCUMENTEN[soort], houder)
            for soort in self.eigen.soorten
            if soort in soorten
            for houder in houders
        ):
            yield Nodig(leden=houders)


def ook_ingebed(regel: Regel) -> Regel:
    """Return the rule that also judges documents of its kinds inside other documents.

    Its findings then point from the outermost document on.
    """
    eigen = regel.soorten

    @wraps(regel.toets)
    def toets(w: Werkblad) -> Resultaat:
        uit = [regel.toets(w)] if w.soort in eigen else []
        for binnen in eigen:
            for weg in wegen(w.soort, binnen):
                for pad, deel in _delen(w.document, weg):
                    blad = Werkblad(deel, binnen, w.context)
                    uit.append(_onder(pad, regel.toets(blad)))
                    w.ook_gebruikt(blad.tabellen)
        return _samen(uit)

    # What gives occasion can stand in a part.
    return anders(regel, toets=toets, reikwijdte=Ingebed(regel.reikwijdte), aanleiding=None)


def _delen(obj: Any, weg: tuple[_Stap, ...], pad: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the parts at the end of a way, each with its pointer."""
    if not weg:
        yield pad, obj
        return
    (naam, lijst), *rest = weg
    deel = getattr(obj, naam)
    if lijst:
        for i, item in enumerate(deel):
            yield from _delen(item, tuple(rest), f"{pad}/{naam}/{i}")
    elif deel is not None:
        yield from _delen(deel, tuple(rest), f"{pad}/{naam}")


def _onder(pad: str, resultaat: Resultaat) -> Resultaat:
    if isinstance(resultaat, Uitslag):
        return resultaat
    return [anders(melding, pad=f"{pad}{melding.pad}") for melding in resultaat]


def _samen(resultaten: Iterable[Resultaat]) -> Resultaat:
    """Return one answer for several documents: all that was found, or the weakest ground."""
    meldingen: list[Melding] = []
    toegepast, gronden = False, []
    for resultaat in resultaten:
        if not isinstance(resultaat, Uitslag):
            meldingen += resultaat
        elif resultaat.uitkomst is Uitkomst.VOLDAAN:
            toegepast = True
            if resultaat.verificatie is not None:
                gronden.append(resultaat.verificatie)
    return uitslag(meldingen, toegepast, zwakste(*gronden) if gronden else None)
