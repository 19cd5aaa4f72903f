"""Hypothesis strategies for synthetic documents of every kind, for the tests of users.

``documents("dossier")`` gives valid dossiers; ``documents(code="GZ-TARIEF-001")`` gives pairs of a
document with one breach, of that rule, and the JSON Pointer to it. Every number is a test number
and nobody's. Needs the extra ``testing``.

``population(n, seed)`` makes up dossiers in the shape of a year, and needs no extra.

Judge strategies by ``proefcontext()``. It stands on ``proeftabellen()``, a closed set of tables, so
what a later release ships changes nothing.
"""

from geboortezorg.populatie import populatiecontext, population
from geboortezorg.tabellen import proeftabellen
from geboortezorg.testing.context import proefcontext
from geboortezorg.testing.documenten import documents

__all__ = ["documents", "populatiecontext", "population", "proefcontext", "proeftabellen"]
