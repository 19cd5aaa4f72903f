"""A context on its way to other machines: as bytes, made into a context once in each process."""

import hashlib
import pickle
import zlib
from typing import Any, Final, NamedTuple

from geboortezorg.convert import dump, structureer_document
from geboortezorg.convert import lees_document as _lees
from geboortezorg.model.context import Toetscontext
from geboortezorg.regels.context import ANDERE_SOORT, Context
from geboortezorg.tekst import TypeFout

Gegeven = Context | Toetscontext | bytes | str | dict[str, Any] | None
"""A context, or a document of soort `context`: the model, JSON, or a parsed object."""

_BEWAARD: Final = 8
"""Contexts that a process keeps."""

_CONTEXTEN: Final[dict[str, Context]] = {}


class Zending(NamedTuple):
    """What is sent: the same for every task."""

    hash: str
    is_document: bool
    inhoud: bytes


def zend(gegeven: Gegeven) -> Zending:
    """Return what is sent for a context; raises what making the context raises.

    A document goes as a document. A Context, which may lie over tables that no document names,
    goes as Python keeps it; sender and receiver then need the same version of this library.
    """
    if gegeven is None or isinstance(gegeven, Context):
        is_document, inhoud = False, pickle.dumps(gegeven or Context())
    else:
        is_document, inhoud = True, dump(_document(gegeven))
    zending = Zending(hashlib.sha256(inhoud).hexdigest(), is_document, zlib.compress(inhoud))
    ontvang(zending)  # here, so that one that cannot be used is refused before work begins
    return zending


def ontvang(zending: Zending) -> Context:
    """Return the context of what was sent, made once in this process."""
    context = _CONTEXTEN.get(zending.hash)
    if context is None:
        inhoud = zlib.decompress(zending.inhoud)
        if zending.is_document:
            context = Context.uit_document(_document(inhoud))
        else:
            context = pickle.loads(inhoud)  # noqa: S301 - of who started the work
        if len(_CONTEXTEN) >= _BEWAARD:
            del _CONTEXTEN[next(iter(_CONTEXTEN))]
        _CONTEXTEN[zending.hash] = context
    return context


def _document(gegeven: Toetscontext | bytes | str | dict[str, Any]) -> Toetscontext:
    if isinstance(gegeven, (bytes, str)):
        gegeven = _lees(gegeven)
    elif isinstance(gegeven, dict):
        gegeven = structureer_document(gegeven)
    if not isinstance(gegeven, Toetscontext):
        raise TypeFout(ANDERE_SOORT)
    return gegeven
