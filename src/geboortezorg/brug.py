"""The door for a program in another language that runs this library inside itself: JSON in and out.

The report is that of :func:`geboortezorg.validate`. Nothing is raised for what was given: the
answer says why a context cannot be used.
"""

from typing import TYPE_CHECKING

from geboortezorg.contextlezer import GeenContext, lees_context
from geboortezorg.convert import dump
from geboortezorg.validation import validate

if TYPE_CHECKING:
    from geboortezorg.documenten import Invoer


def beoordeel(
    document: "Invoer", context: "Invoer | None" = None
) -> tuple[str, str | None, str | None]:
    """Return the report on a document as JSON.

    When the context cannot be used it is the report on the context, and why, in Dutch and English.
    Takes what :func:`geboortezorg.validate` takes, also as the context.
    """
    if context is None:
        return dump(validate(document)).decode(), None, None
    try:
        gelezen = lees_context(context)
    except GeenContext as fout:
        return dump(validate(context)).decode(), fout.tekst.nl, fout.tekst.en
    return dump(validate(document, context=gelezen)).decode(), None, None
