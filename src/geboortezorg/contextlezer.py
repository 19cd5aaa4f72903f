"""A context that a program in between was given: what it holds, or why it cannot be used."""

from typing import TYPE_CHECKING, Final

from geboortezorg.model.context import Toetscontext
from geboortezorg.regels.context import ANDERE_SOORT, Context, ContextFout
from geboortezorg.tabellen import Melding, TabelFout
from geboortezorg.tekst import Tekst
from geboortezorg.validation import OngeldigDocument, load

if TYPE_CHECKING:
    from geboortezorg.documenten import Invoer

BESTANDEN: Final = Tekst(
    "deze context noemt bestanden; zet wat erin staat in de context zelf",
    "this context names files; put what they hold in the context itself",
)
FOUT: Final = Tekst(
    "deze context is niet te gebruiken; het rapport erover zegt waarom",
    "this context cannot be used; the report on it says why",
)


class GeenContext(ValueError):
    """What was given is no context to judge by: `tekst` says why, `meldingen` where in its tables."""

    def __init__(self, tekst: Tekst, meldingen: tuple[Melding, ...] = ()) -> None:
        self.tekst = tekst
        self.meldingen = meldingen
        super().__init__(tekst.nl)


def lees_context(gegeven: "Invoer") -> Context:
    """Return the context that was given, without any file; GeenContext when there is none."""
    try:
        document = load(gegeven)
        if isinstance(document, Toetscontext) and not document.noemt_bestanden:
            return Context.uit_document(document)
    except (OngeldigDocument, ContextFout):
        raise GeenContext(FOUT) from None
    except TabelFout as fout:
        raise GeenContext(fout.tekst, fout.meldingen) from None
    raise GeenContext(BESTANDEN if isinstance(document, Toetscontext) else ANDERE_SOORT)
