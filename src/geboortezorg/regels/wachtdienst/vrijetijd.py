"""Free days beside consignatie (Arbeidstijdenwet art. 5:9 lid 2)."""

from typing import Final

from geboortezorg.berekening.tijdlijn import UUR, verenig
from geboortezorg.berekening.wachtdienst.consignatie import Bezetting
from geboortezorg.berekening.wachtdienst.normen import Grenzen, bron, looptijd
from geboortezorg.berekening.wachtdienst.vrijetijd import Tekort, tekorten
from geboortezorg.bron import Verificatie
from geboortezorg.regels.regel import Melding, Nodig, Peildatum, Resultaat, Tekst, breuk, regel
from geboortezorg.regels.wachtdienst.toets import (
    CONSIGNATIE,
    REDEN_KORT,
    REDENEN,
    REDENEN_ARBEID,
    SOORT,
    SOORTEN,
    VOLLEDIG,
    WACHTDIENST,
    Roosterblad,
    toets,
)
from geboortezorg.regels.werkblad import Werkblad


def _vrij(bezet: Bezetting, gevonden: list[Tekort], grens: Grenzen) -> list[Melding]:
    """Return where windows fall short: at the last consignatie of each, and there once."""
    per_dienst: dict[int, bool] = {}
    for tekort in gevonden:
        nummer = bezet.wachtdienst_voor(tekort.einde)
        per_dienst[nummer] = per_dienst.get(nummer, False) or tekort.altijd
    return [
        breuk(
            f"/wachtdiensten/{nummer}",
            "te_weinig_vrij" if altijd else "te_weinig_vrij_soms",
            verificatie=None if altijd else Verificatie.AFGELEID,
            minstens=grens["minstens"],
            uren=grens["duur"] // UUR,
        )
        for nummer, altijd in per_dienst.items()
    ]


_SOMS: Final = Tekst(
    "In een periode van 28 x 24 uur tot kort na het begin van deze consignatie zijn er minder dan "
    "{minstens} vrije perioden van {uren} uur, maar alleen als die periode op bepaalde kloktijden "
    "begint. De wet zegt: elke periode; bronnen tellen hele dagen. Verschuif een dienst om zeker "
    "te zijn.",
    "In a period of 28 x 24 hours up to shortly after the begin of this consignatie there are fewer "
    "than {minstens} free periods of {uren} hours, but only when that period begins at certain "
    "times of day. The law says every period; sources count whole days. Move a duty to be sure.",
)
_DOORGESNEDEN: Final = Tekst(
    "In een periode van 28 x 24 uur tot kort na het begin van deze consignatie zijn er minder dan "
    "{minstens} vrije perioden van {uren} uur, maar alleen als die periode midden in een vrije periode "
    "begint of eindigt. De wet zegt: elke periode. Maak een vrije periode langer, of geef er een meer "
    "vrij, om zeker te zijn.",
    "In a period of 28 x 24 hours up to shortly after the begin of this consignatie there are fewer "
    "than {minstens} free periods of {uren} hours, but only when that period begins or ends amid a "
    "free period. The law says every period. Make a free period longer, or give one more free, to be "
    "sure.",
)


@regel(
    code="GZ-WACHT-007",
    titel=Tekst(
        "In elke 28 x 24 uur zijn 14 etmalen zonder consignatie",
        "In every 28 x 24 hours there are 14 times 24 hours without consignatie",
    ),
    soorten=SOORTEN,
    bron=bron("atw-vrije-etmalen"),
    velden=(WACHTDIENST, VOLLEDIG),
    nodig=Nodig(leden=("/wachtdiensten",)),
    redenen={
        "te_weinig_vrij": Tekst(
            "In de periodes van 28 x 24 uur waarin deze consignatie de laatste is, zijn er minder "
            "dan {minstens} perioden van {uren} aaneengesloten uren zonder consignatie. Haal een "
            "consignatie weg.",
            "In the periods of 28 x 24 hours in which this consignatie is the last, there are fewer "
            "than {minstens} periods of {uren} hours in a row without consignatie. Take a "
            "consignatie out.",
        ),
        "te_weinig_vrij_soms": _SOMS,
        **REDENEN,
        **REDEN_KORT,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-vrije-etmalen"),
    gebruikt_tabellen=True,
    versie=2,
)
def vrije_etmalen(w: Werkblad) -> Resultaat:
    """In every 28 x 24 hours there are 14 periods of 24 hours in a row without consignatie."""

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        bezet = blad.bezet(CONSIGNATIE)
        vrij = bezet.consignaties
        return _vrij(bezet, tekorten(vrij, vrij, blad.grens), blad.grens)

    return toets(w, "atw-vrije-etmalen", overtredingen, soorten=CONSIGNATIE, venster="venster")


@regel(
    code="GZ-WACHT-008",
    titel=Tekst(
        "In elke 28 x 24 uur zijn twee vrije perioden van 48 uur",
        "In every 28 x 24 hours there are two free periods of 48 hours",
    ),
    soorten=SOORTEN,
    bron=bron("atw-vrije-dubbele-etmalen"),
    velden=(WACHTDIENST, SOORT, VOLLEDIG),
    nodig=Nodig(leden=("/wachtdiensten",)),
    redenen={
        "te_weinig_vrij": Tekst(
            "In de periodes van 28 x 24 uur waarin deze consignatie de laatste is, zijn er minder "
            "dan {minstens} perioden van {uren} aaneengesloten uren zonder arbeid en zonder "
            "consignatie. Maak ruimte.",
            "In the periods of 28 x 24 hours in which this consignatie is the last, there are fewer "
            "than {minstens} periods of {uren} hours in a row without work and without consignatie. "
            "Make room.",
        ),
        "te_weinig_vrij_soms": _DOORGESNEDEN,
        **REDENEN_ARBEID,
        **REDEN_KORT,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-vrije-dubbele-etmalen"),
    gebruikt_tabellen=True,
    versie=3,
)
def vrije_dubbele_etmalen(w: Werkblad) -> Resultaat:
    """In every 28 x 24 hours there are two periods of 48 hours without work or consignatie."""

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        bezet = blad.bezet(CONSIGNATIE)
        op_wacht = bezet.consignaties
        bezig = verenig([*op_wacht, *bezet.gewerkt])
        gevonden = tekorten(bezig, op_wacht, blad.grens, doorgesneden=True)
        return _vrij(bezet, gevonden, blad.grens)

    norm = "atw-vrije-dubbele-etmalen"
    return toets(w, norm, overtredingen, soorten=CONSIGNATIE, venster="venster", arbeid=True)
