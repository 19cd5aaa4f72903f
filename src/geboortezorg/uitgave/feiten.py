"""Which facts a rule needs: what it can no longer judge when one of them is left out of a case.

Nobody writes these down. Every case in ``gevallen/`` that a rule judges is judged again without
one member of its document or context, and the tables are taken away; what the rule then leaves
open, and with which reason, is what the catalogue says of it.
"""

import copy
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from geboortezorg.convert import Vormfouten, structureer_document
from geboortezorg.documenten import SOORTEN
from geboortezorg.rapport import Uitkomst
from geboortezorg.regels.catalogus import Feit, Feitplaats
from geboortezorg.regels.context import Context
from geboortezorg.regels.invoer import VOORVOEGSELS
from geboortezorg.regels.regel import Uitslag
from geboortezorg.regels.register import PER_CODE
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Tabellen, proeftabellen
from geboortezorg.uitgave.gevallen import OORDEEL, Geval

_KEER: Final = 6
"""In how many cases of a rule a member is left out: more hardly ever shows another fact."""

_BEOORDEELD: Final = frozenset({Uitkomst.VOLDAAN.value, Uitkomst.GESCHONDEN.value})

_Pad = tuple[str | int, ...]
_Feiten = dict[tuple[Feitplaats, str], set[str]]


def feiten(gevallen: Iterable[Geval]) -> dict[str, tuple[Feit, ...]]:
    """Return the facts that each rule needs, by its code; rules on the input itself need none."""
    gevonden: dict[str, _Feiten] = {}
    proef = _Proef()
    for geval in gevallen:
        if geval.uitkomst in _BEOORDEELD and not _over_invoer(geval.code):
            proef.neem(geval, gevonden.setdefault(geval.code, {}))
    return {
        code: tuple(
            Feit(plaats=plaats, pad=veld, redenen=tuple(sorted(redenen)))
            for (plaats, veld), redenen in sorted(van_regel.items())
        )
        for code, van_regel in gevonden.items()
    }


def uitkomsten(gevallen: Iterable[Geval]) -> dict[tuple[str, str], tuple[Uitkomst, ...]]:
    """Return the outcomes that each case of a rule has in ``gevallen/``, by code and name."""
    gezien = {
        (geval.code, reden, uitkomst)
        for geval in gevallen
        if geval.code != OORDEEL
        for uitkomst, _, reden, _ in (bevinding.split(" ", 3) for bevinding in geval.bevindingen)
    }
    return {
        (code, reden): tuple(u for u in Uitkomst if (code, reden, u.value) in gezien)
        for code, reden, _ in gezien
    }


def _over_invoer(code: str) -> bool:
    return code.split("-")[1] in VOORVOEGSELS


class _Proef:
    """Cases judged without one fact; remembers what was tried, and what no document can miss."""

    def __init__(self) -> None:
        self.geprobeerd: Counter[tuple[str, Feitplaats, str]] = Counter()
        self.verplicht: set[tuple[str, str]] = set()

    def neem(self, geval: Geval, gevonden: _Feiten) -> None:
        """Add the facts that a case shows its rule to need."""
        context = _context(geval.context)
        was = _opengelaten(geval.code, geval.document, context)
        for plaats, bron in (
            (Feitplaats.DOCUMENT, geval.document),
            (Feitplaats.CONTEXT, geval.context or {}),
        ):
            for pad in _paden(bron):
                veld = "/".join("*" if isinstance(deel, int) else deel for deel in ("", *pad))
                if not self._mag(geval.code, plaats, veld, bron["soort"]):
                    continue
                over = _zonder(bron, pad)
                try:
                    if plaats is Feitplaats.DOCUMENT:
                        nu = _opengelaten(geval.code, over, context)
                    else:
                        nu = _opengelaten(geval.code, geval.document, _context(over))
                except Vormfouten:
                    self.verplicht.add((bron["soort"], veld))
                    continue
                except ValueError:  # tables that no longer go together
                    continue
                _noteer(gevonden, plaats, veld, nu - was)
        for veld, tabellen in _minder_tabellen(context.tabellen):
            nu = _opengelaten(geval.code, geval.document, _met(context, tabellen))
            _noteer(gevonden, Feitplaats.CONTEXT, veld, nu - was)

    def _mag(self, code: str, plaats: Feitplaats, veld: str, soort: str) -> bool:
        self.geprobeerd[code, plaats, veld] += 1
        keer = self.geprobeerd[code, plaats, veld]
        return keer <= _KEER and (soort, veld) not in self.verplicht


def _noteer(gevonden: _Feiten, plaats: Feitplaats, veld: str, redenen: set[str]) -> None:
    if redenen:
        gevonden.setdefault((plaats, veld), set()).update(redenen)


def _context(document: Mapping[str, Any] | None) -> Context:
    if document is None:
        return Context(tabellen=proeftabellen())
    return Context.uit_document(structureer_document(document), basis=proeftabellen())


def _met(context: Context, tabellen: Tabellen) -> Context:
    return attrs.evolve(context, tabellen=tabellen)


def _minder_tabellen(tabellen: Tabellen) -> Iterator[tuple[str, Tabellen]]:
    """Yield the tables in use without those of tariffs, and no tables at all."""
    normen = tabellen.normen
    lijsten = tabellen.prestatielijsten
    yield "/tarieftabellen", Tabellen(prestatielijsten=lijsten, normbasis=normen)
    yield "/prestatielijsten", Tabellen(normbasis=normen)


def _opengelaten(code: str, document: Mapping[str, Any], context: Context) -> set[str]:
    """Return the reasons for which a rule cannot judge a document."""
    model = structureer_document(document)
    resultaat = PER_CODE[code].toets(Werkblad(model, SOORTEN[type(model)], context))
    if isinstance(resultaat, Uitslag):
        return set()
    return {m.reden for m in resultaat if m.uitkomst is Uitkomst.NIET_BEOORDEELD}


def _paden(waarde: Any, begin: _Pad = ()) -> Iterator[_Pad]:
    """Yield the place of every member of every object, but for the two that say what it is."""
    if isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from _paden(deel, (*begin, nummer))
    elif isinstance(waarde, dict):
        for naam, deel in waarde.items():
            if begin or naam not in {"soort", "schema_versie"}:
                yield (*begin, naam)
                yield from _paden(deel, (*begin, naam))


def _zonder(waarde: Any, pad: _Pad) -> Any:
    """Return a document without one member; what is shared with the original stays as it is."""
    uit = copy.copy(waarde)
    eerste: Any = pad[0]
    if len(pad) == 1:
        del uit[eerste]
    else:
        uit[eerste] = _zonder(uit[eerste], pad[1:])
    return uit
