"""Whether a message is plain: its dates, its number and its insurer, seen before any rule is run.

It is no norm: what is not plain is judged by the rules.
"""

import re
from collections.abc import Collection
from typing import Final

from geboortezorg.model.declaratie import Declaratie
from geboortezorg.nummers import agb
from geboortezorg.regels.context import Context
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.trekken.blik import Blik
from geboortezorg.regels.werkblad import Werkblad


def kijk(w: Werkblad) -> Collection[Trek]:
    """Return what is not plain of a message beside its lines, and of its invoice by the context."""
    bericht: Declaratie = w.document
    context = w.context
    gezien: list[Trek] = []
    if not _past(w, bericht):
        gezien.append(Trek.BERICHT)
    if (
        context.beoordelingsdatum is None
        or max(bericht.factuurdatum, bericht.periode.tot_en_met) > context.beoordelingsdatum
        or not context.eerdere_factuurnummers_volledig
        or bericht.factuurnummer in context.eerdere_factuurnummers
        or anders_geschreven(context, bericht.factuurnummer)
    ):
        gezien.append(Trek.FACTUUR)
    return gezien or ()


def _past(w: Werkblad, bericht: Declaratie) -> bool:
    """Say whether all lines end within the period, that before the invoice, for its insurer.

    A network organisation declares no care.
    """
    einde, uzovi_code = bericht.periode.tot_en_met, bericht.uzovi_code
    if einde > bericht.factuurdatum or bericht.declarant_agb.startswith(_NETWERK):
        return False
    for geval in w.zorggevallen:
        if not geval.vogelvlucht.voorbij_op(einde):
            return False
        for groep in geval.groepen:
            if groep.uzovi_code != uzovi_code:
                return False
    return True


def anders_geschreven(context: Context, nummer: str) -> bool:
    """Say whether an earlier number has the same letters and digits, in the same parts.

    Without the parts 1-11 would be 11-1.
    """
    eerdere = context.gedeeld(_eerdere)
    return bool(eerdere) and _delen(nummer) in eerdere


def _eerdere(context: Context) -> frozenset[str]:
    return frozenset(map(_delen, context.eerdere_factuurnummers)) - {""}


_NETWERK: Final = agb.VSV[:2]

_DEEL: Final = re.compile(r"[^\W\d_]+|\d+")
"""Letters, or digits: between these a space or a dash may be left out."""


def _delen(nummer: str) -> str:
    if not nummer.isascii():
        import unicodedata  # noqa: PLC0415 - hardly any number has another character

        nummer = unicodedata.normalize("NFKC", nummer)  # a wide digit is a digit
    return " ".join(_DEEL.findall(nummer.casefold()))


BLIK: Final = Blik(kijk, (Trek.BERICHT, Trek.FACTUUR))
