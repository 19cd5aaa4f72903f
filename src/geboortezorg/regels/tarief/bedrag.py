"""The amount of a line: tariff times quantity, in units that fit each other."""

from geboortezorg.geld import Exact
from geboortezorg.model.declaratie import Declaratieregel
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    Melding,
    Nodig,
    Resultaat,
    Tekst,
    Trek,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.zorggeval import Groep, Post, op_volgorde


@regel(
    code="GZ-TARIEF-004",
    versie=2,
    titel=Tekst(
        "Het berekende bedrag is tarief maal aantal", "The computed amount is tariff times quantity"
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.EI_FORMAAT,
    velden=("/declaratieregels/*/bedrag_eurocent", "/declaratieregels/*/eenheid"),
    nodig=Nodig(leden=("/declaratieregels",)),
    aanleiding=Nodig(trekken=(Trek.BEDRAGEN,)),
    redenen={
        "niet_tarief_maal_aantal": Tekst(
            "Het bedrag is niet tarief maal aantal. Reken het opnieuw uit.",
            "The amount is not tariff times quantity. Compute it again.",
        ),
        "afronding_onbekend": Tekst(
            "Tarief maal aantal geeft geen hele eurocenten, en het bedrag is naar boven afgerond. "
            "Of dat zo hoort, is niet bekend: rond naar beneden af.",
            "Tariff times quantity gives no whole eurocents, and the amount was rounded up. "
            "Whether that is right is not known: round it down.",
        ),
        "eenheid_past_niet": Tekst(
            "De eenheid van het aantal past niet bij die van de prestatie ({eenheid}). Laat het "
            "veld weg of gebruik een tijdseenheid bij een tijdtarief.",
            "The unit of the quantity does not fit that of the prestatie ({eenheid}). Leave the "
            "member out, or use a unit of time with a tariff by time.",
        ),
    },
)
def tarief_maal_aantal(w: Werkblad) -> Resultaat:
    """The amount is the tariff times the quantity, with less than a cent taken off at most.

    A tariff may be stated for the unit of the prestatie or for that of the line. A credit can take
    back a part of an amount: only a debit is computed.
    """
    meldingen: list[Melding] = []
    for post in op_volgorde([_nader(groep) for groep in w.groepen]):
        if not post.debet:
            continue
        bedrag = post.declaratieregel.bedrag_eurocent
        product = _product(post)
        if product == bedrag:
            continue
        if product is None:
            pad, prestatie = post.pad("eenheid"), post.prestatie
            eenheid = "" if prestatie is None else prestatie.eenheid.value
            meldingen.append(
                onbeoordeeld(pad, "eenheid_past_niet", vermoeden=True, eenheid=eenheid)
            )
            continue
        te_veel = bedrag - product
        if -1 < te_veel <= 0:
            continue
        pad = post.pad("bedrag_eurocent")
        if 0 < te_veel < 1:
            meldingen.append(onbeoordeeld(pad, "afronding_onbekend"))
        else:
            meldingen.append(breuk(pad, "niet_tarief_maal_aantal"))
    return uitslag(meldingen, bool(w.groepen))


def _nader(groep: Groep) -> list[Post]:
    """Return the lines of a group of which the amount is not plainly right."""
    if not groep.eigen_eenheid and groep.prestatie is not None:
        return groep.posten
    return [] if groep.klopt else groep.sommige(_anders)


def _anders(lijn: Declaratieregel) -> bool:
    return lijn.tarief_eurocent * lijn.aantal != lijn.bedrag_eurocent


def _product(post: Post) -> Exact | None:
    """Return tariff times quantity; None when the unit of the quantity does not fit."""
    if post.prestatie is None:
        return post.declaratieregel.tarief_eurocent * post.declaratieregel.aantal
    if post.tarief is None or post.aantal is None:
        return None
    return post.tarief * post.aantal
