"""Kraamzorg that goes on after day 10: without a day between."""

from datetime import date

from geboortezorg.berekening.kraamzorg import bronnen as kraamzorgbronnen
from geboortezorg.berekening.kraamzorg.uren import na_onderbreking
from geboortezorg.model.dossier import Dossier
from geboortezorg.regels.kraamzorg.dagen import (
    BEVALDAG,
    BEVALDAG_ONBEKEND,
    dagen_en_regels,
    laatste_gewoon,
    uitzondering_mogelijk,
    zorgpad,
)
from geboortezorg.regels.kraamzorg.zorg import (
    MET_KRAAMZORG,
    UITZONDERING,
    zonder_bevalling,
)
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    Melding,
    Nodig,
    Peildatum,
    Resultaat,
    Tekst,
    Trek,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.zorggeval import Post


@regel(
    code="GZ-KRAAMZORG-008",
    titel=Tekst(
        "Kraamzorg na dag 10 is aaneengesloten", "Kraamzorg after day 10 is without interruption"
    ),
    soorten=("dossier",),
    bron=kraamzorgbronnen.VERRUIMING,
    versie=2,
    velden=("/geleverde_kraamzorg/*/datum", "/declaratieregels/*/periode/van", BEVALDAG),
    peildatum=Peildatum.LEVERING,
    geldig=UITZONDERING,
    nodig=(MET_KRAAMZORG, Nodig(trekken=(Trek.KRAAMZORG,))),
    redenen={
        "onderbroken": Tekst(
            "Voor deze dag liggen een of meer dagen zonder kraamzorg. Bij kraamzorg na dag 10 "
            "liggen geen dagen tussen de zorgdagen. Controleer de dagen, of laat deze weg.",
            "One or more days without kraamzorg lie before this day. With kraamzorg after day 10 "
            "no days lie between the days of care. Check the days, or leave this one out.",
        ),
        "ziekenhuis": Tekst(
            "Voor deze dag liggen dagen zonder kraamzorg, en er waren ziekenhuisdagen. Vraag de "
            "verzekeraar of die tellen: laat deze dag weg, of bewaar zijn antwoord bij dit rapport.",
            "Days without kraamzorg lie before this day, and there were days in hospital. Ask the "
            "insurer whether those count: leave this day out, or keep the answer with this report.",
        ),
        "bevaldag_onbekend": BEVALDAG_ONBEKEND,
    },
)
def aaneengesloten(w: Werkblad) -> Resultaat:
    """When kraamzorg goes on after day 10, no day without care lies between its days.

    Delivered days decide, or else the days that lines are over.
    """
    dossier = w.als(Dossier)
    alle = [deel for deel in w.samen(dagen_en_regels) if deel[0] <= deel[1]]
    zorg = [deel for deel in alle if not isinstance(deel[2], Post)] or alle
    laatste = max((tot_en_met for _, tot_en_met, _ in zorg), default=None)
    if laatste is None or not uitzondering_mogelijk(w, laatste) or zonder_bevalling(dossier):
        return NIET_VAN_TOEPASSING
    bevallen = w.bevaldagen
    if bevallen is None:
        return [onbeoordeeld(BEVALDAG, "bevaldag_onbekend")]
    if laatste <= laatste_gewoon(w, dossier, bevallen[1]):
        return NIET_VAN_TOEPASSING
    eerste_plaats: dict[date, int | Post] = {}
    for van, _, waar in zorg:
        eerste_plaats.setdefault(van, waar)
    ziekenhuis = any(indicatie.ziekenhuisdagen for indicatie in dossier.kraamzorgindicaties)
    meldingen: list[Melding] = []
    for erna in na_onderbreking((van, tot_en_met) for van, tot_en_met, _ in zorg):
        pad = zorgpad(eerste_plaats[erna], "van")
        meldingen.append(
            onbeoordeeld(pad, "ziekenhuis") if ziekenhuis else breuk(pad, "onderbroken")
        )
    return uitslag(meldingen, van_toepassing=True)
