"""The door for a program in another language that runs this library inside itself: JSON in and out.

The report is that of :func:`geboortezorg.validate`. Nothing is raised for what was given: the
answer says why a context cannot be used.
"""

from typing import Final

from geboortezorg.convert import dump
from geboortezorg.model.context import Toetscontext
from geboortezorg.regels.context import Context, ContextFout
from geboortezorg.tabellen import TabelFout
from geboortezorg.tekst import Tekst
from geboortezorg.validation import Invoer, OngeldigDocument, load, validate

_FOUT: Final = Tekst(
    "deze context is niet te gebruiken; het rapport erover zegt waarom",
    "this context cannot be used; the report on it says why",
)
_ANDERE_SOORT: Final = Tekst(
    "dit is een document van een andere soort; geef een document van soort context",
    "this is a document of another kind; give a document of soort context",
)
_BESTANDEN: Final = Tekst(
    "deze context noemt bestanden; zet wat erin staat in de context zelf",
    "this context names files; put what they hold in the context itself",
)


def beoordeel(
    document: Invoer, context: Invoer | None = None
) -> tuple[str, str | None, str | None]:
    """Return the report on a document as JSON.

    When the context cannot be used it is the report on the context, and why, in Dutch and English.
    Takes what :func:`geboortezorg.validate` takes, also as the context.
    """
    if context is None:
        return dump(validate(document)).decode(), None, None
    gelezen = _context(context)
    if isinstance(gelezen, Tekst):
        return dump(validate(context)).decode(), gelezen.nl, gelezen.en
    return dump(validate(document, context=gelezen)).decode(), None, None


def _context(gegeven: Invoer) -> Context | Tekst:
    """Return the context that was given, or why there is none."""
    try:
        document = load(gegeven)
        if not isinstance(document, Toetscontext):
            return _ANDERE_SOORT
        return _BESTANDEN if document.noemt_bestanden else Context.uit_document(document)
    except (OngeldigDocument, ContextFout):
        return _FOUT
    except TabelFout as fout:
        return fout.tekst
