"""Whether a message is plain: its dates, its number and its insurer, seen before any rule is run.

It is no norm: what is not plain is judged by the rules.
"""

from collections.abc import Collection
from typing import Final

from geboortezorg.model.declaratie import Declaratie
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.trekken.blik import Blik
from geboortezorg.regels.werkblad import Werkblad


def kijk(w: Werkblad) -> Collection[Trek]:
    """Return what is not plain of a message beside its lines, and of its invoice by the context."""
    bericht, context, gezien = w.als(Declaratie), w.context, list[Trek]()
    if not _past(w, bericht):
        gezien.append(Trek.BERICHT)
    if (
        context.beoordelingsdatum is None
        or max(bericht.factuurdatum, bericht.periode.tot_en_met) > context.beoordelingsdatum
        or not context.eerdere_factuurnummers_volledig
        or bericht.factuurnummer in context.eerdere_factuurnummers
    ):
        gezien.append(Trek.FACTUUR)
    return gezien or ()


def _past(w: Werkblad, bericht: Declaratie) -> bool:
    """Say whether all lines end within the period, that before the invoice, for its insurer."""
    einde, uzovi_code = bericht.periode.tot_en_met, bericht.uzovi_code
    if einde > bericht.factuurdatum:
        return False
    for geval in w.zorggevallen:
        if not geval.vogelvlucht.voorbij_op(einde):
            return False
        for groep in geval.groepen:
            if groep.uzovi_code != uzovi_code:
                return False
    return True


BLIK: Final = Blik(kijk, (Trek.BERICHT, Trek.FACTUUR))
