"""The lines of a VSV's declaratie: under which agreement, and what its credits take back."""

from collections import Counter

from geboortezorg.model.declaratie import DebetCredit
from geboortezorg.model.overeenkomst import Overeenkomst
from geboortezorg.model.vsv_declaratie import VSVDeclaratie, VSVDeclaratieregel
from geboortezorg.regels.werkblad import Werkblad

Genummerd = tuple[int, VSVDeclaratieregel]
"""A declaratieregel with its position."""


def overeenkomst_van(w: Werkblad) -> Overeenkomst | None:
    """Return the agreement that the document names: the payer's copy before its own.

    When the payer gives every agreement, an agreement of the document itself proves nothing. A
    context that says so and gives none has left the agreement to the document.
    """
    document, context = w.als(VSVDeclaratie), w.context
    gevonden = _beste(document, context.overeenkomsten)
    if gevonden is None and not (context.overeenkomsten_volledig and context.overeenkomsten):
        gevonden = _beste(document, document.overeenkomsten)
    return gevonden


def _beste(
    document: VSVDeclaratie, overeenkomsten: tuple[Overeenkomst, ...]
) -> Overeenkomst | None:
    """Return the agreement with the key of the document, one of its own parties first."""
    kandidaten = [o for o in overeenkomsten if o.overeenkomst_id == document.overeenkomst_id]
    partijen = (document.vsv_id, document.uzovi_code)
    eigen = (o for o in kandidaten if (o.vsv_id, o.uzovi_code) == partijen)
    return next(eigen, kandidaten[0] if kandidaten else None)


def is_debet(regel: VSVDeclaratieregel) -> bool:
    """Say whether a line asks for money."""
    return regel.debet_credit is DebetCredit.DEBET


def netto(regel: VSVDeclaratieregel) -> int:
    """Return what a line adds to the sum of the message."""
    return regel.bedrag_eurocent if is_debet(regel) else -regel.bedrag_eurocent


def sleutel(w: Werkblad, prestatie: str) -> str:
    """Return the stable name of a prestatie, or what the document says when it is unknown."""
    bekend = w.context.tabellen.prestatie(prestatie)
    return prestatie if bekend is None else bekend.prestatie_id


def termijn_van(w: Werkblad, regel: VSVDeclaratieregel) -> str | None:
    """Return the instalment of a line: a credit without one follows the line that it corrects."""
    if regel.termijn_id is not None or regel.gerelateerd_referentienummer is None:
        return regel.termijn_id
    debet = w.eenmaal(debet_per_nummer).get(regel.gerelateerd_referentienummer)
    return None if debet is None else debet.termijn_id


def debet_per_nummer(document: VSVDeclaratie) -> dict[str, VSVDeclaratieregel]:
    """Return the first debit line of each reference."""
    uit: dict[str, VSVDeclaratieregel] = {}
    for regel in document.declaratieregels:
        if is_debet(regel):
            uit.setdefault(regel.referentienummer, regel)
    return uit


def geldende_regels(w: Werkblad) -> list[Genummerd]:
    """Return the debit lines that no credit of the same message takes back as a whole.

    A credit serves one debit, and only one of the same prestatie, days, instalment and amount: of
    the line that it refers to, or of any when it refers to none.
    """
    return w.eenmaal(_geldend)


def _geldend(document: VSVDeclaratie) -> list[Genummerd]:
    creditregels = Counter(
        (regel.gerelateerd_referentienummer, _kern(regel))
        for regel in document.declaratieregels
        if not is_debet(regel)
    )
    uit: list[Genummerd] = []
    for i, regel in enumerate(document.declaratieregels):
        if not is_debet(regel):
            continue
        for nummer in (regel.referentienummer, None):
            if creditregels[nummer, _kern(regel)]:
                creditregels[nummer, _kern(regel)] -= 1
                break
        else:
            uit.append((i, regel))
    return uit


def _kern(regel: VSVDeclaratieregel) -> tuple[object, ...]:
    return (regel.prestatie, regel.periode, regel.termijn_id, regel.bedrag_eurocent)
