"""Free days beside consignatie (Arbeidstijdenwet art. 5:9 lid 2)."""

from collections.abc import Sequence
from typing import Final

from geboortezorg.berekening.tijdlijn import UUR, Meetlat, Spanne, op_de_klok, verenig
from geboortezorg.berekening.wachtdienst.normen import bron, looptijd
from geboortezorg.berekening.wachtdienst.vrijetijd import tekorten
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


def _vrij(
    blad: Roosterblad, bezet: Sequence[Spanne], *, doorgesneden: bool = False
) -> list[Melding]:
    """Return where windows fall short: at the last consignatie of each, and there once."""
    wacht, grens = blad.bezet(CONSIGNATIE), blad.grens
    gevonden = tekorten(bezet, wacht.consignaties, grens, doorgesneden=doorgesneden)
    klok = Meetlat([])
    if any(tekort.altijd for tekort in gevonden):
        # A week in which the clock goes forward lacks an hour: what is short in hours may have enough.
        stand = tekorten(
            _op_de_klok(bezet), _op_de_klok(wacht.consignaties), grens, doorgesneden=doorgesneden
        )
        klok = Meetlat([(tekort.begin, tekort.einde) for tekort in stand if tekort.altijd])
    per_dienst: dict[int, str] = {}
    for tekort in gevonden:
        nummer = wacht.wachtdienst_voor(tekort.einde)
        ook_op_de_klok = klok.raakt(op_de_klok(tekort.begin), op_de_klok(tekort.einde))
        zeker = "te_weinig_vrij" if ook_op_de_klok else "te_weinig_vrij_klok"
        reden = zeker if tekort.altijd else "te_weinig_vrij_soms"
        # The surest of them, which is the first of these names too.
        per_dienst[nummer] = min(reden, per_dienst.get(nummer, reden))
    return [
        breuk(
            f"/wachtdiensten/{nummer}",
            reden,
            verificatie=None if reden == "te_weinig_vrij" else Verificatie.AFGELEID,
            minstens=grens["minstens"],
            uren=grens["duur"] // UUR,
        )
        for nummer, reden in per_dienst.items()
    ]


def _op_de_klok(spannen: Sequence[Spanne]) -> list[Spanne]:
    """Return stretches by the clock on the wall; one in the hour that comes twice may be left out."""
    return verenig((op_de_klok(begin), op_de_klok(einde)) for begin, einde in spannen)


_KLOK: Final = Tekst(
    "In de periodes van 28 x 24 uur waarin deze consignatie de laatste is, zijn er minder dan "
    "{minstens} vrije perioden van {uren} uur, maar alleen doordat de klok in die tijd vooruit of "
    "terug gaat: naar de klok zijn het er genoeg. De wet telt in uren. Geef in die tijd een vrije "
    "periode meer om zeker te zijn.",
    "In the periods of 28 x 24 hours in which this consignatie is the last, there are fewer than "
    "{minstens} free periods of {uren} hours, but only because the clock goes forward or back in "
    "that time: by the clock there are enough. The law counts in hours. Give one free period more "
    "in that time to be sure.",
)
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
        "te_weinig_vrij_klok": _KLOK,
        **REDENEN,
        **REDEN_KORT,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-vrije-etmalen"),
    gebruikt_tabellen=True,
    versie=3,
)
def vrije_etmalen(w: Werkblad) -> Resultaat:
    """In every 28 x 24 hours there are 14 periods of 24 hours in a row without consignatie."""

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        return _vrij(blad, blad.bezet(CONSIGNATIE).consignaties)

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
        "te_weinig_vrij_klok": _KLOK,
        **REDENEN_ARBEID,
        **REDEN_KORT,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-vrije-dubbele-etmalen"),
    gebruikt_tabellen=True,
    versie=4,
)
def vrije_dubbele_etmalen(w: Werkblad) -> Resultaat:
    """In every 28 x 24 hours there are two periods of 48 hours without work or consignatie."""

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        bezet = blad.bezet(CONSIGNATIE)
        bezig = verenig([*bezet.consignaties, *bezet.gewerkt])
        return _vrij(blad, bezig, doorgesneden=True)

    norm = "atw-vrije-dubbele-etmalen"
    return toets(w, norm, overtredingen, soorten=CONSIGNATIE, venster="venster", arbeid=True)
