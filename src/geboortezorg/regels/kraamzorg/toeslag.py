"""The agreement that a Toeslag integrale geboortezorg rests on."""

import sys
from fractions import Fraction
from typing import Final

from geboortezorg.geld import Percentage
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.model.prestatie import Regime
from geboortezorg.model.tarief import Opslagsoort
from geboortezorg.regels.opslag import TOESLAG, toetsbare_opslag
from geboortezorg.regels.overeenkomsten import Overeenkomstenboek
from geboortezorg.regels.regel import (
    Melding,
    Nodig,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.bronnen import bron
from geboortezorg.zorggeval import Post

_SOORT: Final = Overeenkomstsoort.TOESLAG_INTEGRALE_GEBOORTEZORG
_TOESLAG: Final = bron("kraamzorg-toeslag")


@regel(
    code="GZ-KRAAMZORG-015",
    titel=Tekst(
        "Voor de Toeslag integrale geboortezorg is een overeenkomst",
        "There is an agreement for the Toeslag integrale geboortezorg",
    ),
    soorten=("dossier", "declaratie"),
    versie=4,
    bron=_TOESLAG,
    velden=("/declaratieregels/*/prestatie", "/declaratieregels/*/bedrag_eurocent"),
    peildatum=Peildatum.LEVERING,
    gebruikt_tabellen=True,
    retourcodes=("0611",),
    nodig=Nodig(prestaties=(TOESLAG,)),
    redenen={
        "zonder_overeenkomst": Tekst(
            "De toeslag is gedeclareerd zonder overeenkomst daarover met deze verzekeraar. Sluit "
            "een overeenkomst of laat de declaratieregel weg.",
            "The toeslag is declared without an agreement on it with this insurer. Conclude an "
            "agreement or leave the line out.",
        ),
        "overeenkomst_onbekend": Tekst(
            "Of er een overeenkomst over de toeslag is, is niet bekend. Geef haar mee in "
            "overeenkomsten, of laat de declaratieregel weg.",
            "Whether there is an agreement on the toeslag is not known. Supply it in "
            "overeenkomsten, or leave the line out.",
        ),
        "zorg_zonder_overeenkomst": Tekst(
            "De overeenkomst over de toeslag gold niet op alle dagen van de zorg waarover zij is "
            "berekend. Bereken haar alleen over zorg van dagen waarop de overeenkomst gold.",
            "The agreement on the toeslag did not hold on all days of the care that it is computed "
            "over. Compute it over care of days on which the agreement held only.",
        ),
        "afspraken_strijdig": Tekst(
            "Op de dagen van de zorg en van de toeslag zijn verschillende percentages afgesproken, en "
            "de toeslag is meer dan met het laagste. Geef alleen de overeenkomst die geldt, of zet "
            "de toeslag per overeenkomst op de dagen van de zorg.",
            "On the days of the care and of the toeslag different percentages were agreed, and the "
            "toeslag is more than by the lowest. Supply only the agreement that applies, or put the "
            "toeslag for each agreement on the days of the care.",
        ),
        "boven_afspraak": Tekst(
            "De toeslag is een groter deel van haar grondslag dan is afgesproken. Gebruik het "
            "afgesproken percentage.",
            "The toeslag is a larger part of its base than was agreed. Use the agreed percentage.",
        ),
    },
)
def toeslag_overeengekomen(w: Werkblad) -> Resultaat:
    """A toeslag rests on an agreement with the insurer and stays within its percentage.

    So on the days of the care and on those of the toeslag: which of them decide is not known. More
    than the highest percentage that any agreement may hold is for the rule on that.
    """
    posten = w.per_prestatie.get(TOESLAG, ())
    meldingen = [melding for post in posten if (melding := _toets(w, post)) is not None]
    return uitslag(meldingen, bool(posten))


def _toets(w: Werkblad, post: Post) -> Melding | None:
    declaratieregel, pad = post.declaratieregel, post.pad("prestatie")
    partijen = (_SOORT, declaratieregel.zorgaanbieder_agb, declaratieregel.uzovi_code)
    van = declaratieregel.periode.van
    nu = w.overeenkomsten(*partijen, van)
    if not nu and w.context.overeenkomsten_volledig:
        return breuk(pad, "zonder_overeenkomst")
    if not nu:
        return onbeoordeeld(pad, "overeenkomst_onbekend")
    norm = toetsbare_opslag(w, Opslagsoort.TOESLAG_INTEGRALE_GEBOORTEZORG, Regime.KRAAMZORG, van)
    zonder = sys.maxsize if norm is None else norm.opslag.percentage_basispunten
    gedekt = nagaan = True
    over, hoogste, laagste = 0, Fraction(), Fraction()
    grondslag = dict.fromkeys(post.geval.grondslag(post))  # named twice, but delivered once
    for onder in grondslag:
        if onder is None:
            continue
        periode = onder.declaratieregel.periode
        wissels = w.overeenkomstenboek.wissels(*partijen, periode.van, periode.tot_en_met)
        nagaan = nagaan and wissels is not None
        dagen = {periode.van, periode.tot_en_met, *(wissels or ())}
        afspraken = [w.overeenkomsten(*partijen, dag) for dag in dagen]
        gedekt = gedekt and all(afspraken)
        percentages = {
            percentage
            for op_de_dag in (nu, *filter(None, afspraken))
            for percentage in w.overeenkomstenboek.samen(_percentages, op_de_dag, zonder)
        }
        over += onder.over_eurocent
        hoogste += Percentage.uit_basispunten(max(percentages)).van(onder.over_eurocent)
        laagste += Percentage.uit_basispunten(min(percentages)).van(onder.over_eurocent)
    bedrag = post.over_eurocent  # what credits took back of it is not paid
    te_toetsen = bool(grondslag) and None not in grondslag
    if norm is not None and bedrag > Percentage.uit_basispunten(zonder).van(over):
        te_toetsen = False  # GZ-TARIEF-003 says so
    if te_toetsen and bedrag > hoogste:
        return breuk(post.pad("bedrag_eurocent"), "boven_afspraak")
    if not gedekt:
        return onbeoordeeld(pad, "zorg_zonder_overeenkomst", vermoeden=True)
    if te_toetsen and (bedrag > laagste or not nagaan):
        return onbeoordeeld(post.pad("bedrag_eurocent"), "afspraken_strijdig", vermoeden=True)
    return None


def _percentages(
    _: Overeenkomstenboek, overeenkomsten: list[Overeenkomst], zonder: int
) -> tuple[int, int]:
    """Return the lowest and the highest percentage that was agreed; `zonder` of one without any."""
    afspraken = [overeenkomst.percentage_basispunten for overeenkomst in overeenkomsten]
    bekend = [zonder if afspraak is None else afspraak for afspraak in afspraken]
    return min(bekend), max(bekend)
