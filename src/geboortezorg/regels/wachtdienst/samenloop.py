"""What cannot be at the same time in one roster, or is there twice."""

from collections.abc import Iterable

from geboortezorg.berekening.tijdlijn import Meetlat, verenig
from geboortezorg.berekening.wachtdienst.normen import bron, looptijd
from geboortezorg.model.wachtdienst import Wachtdienstrooster
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    VOLDAAN,
    Melding,
    Nodig,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
)
from geboortezorg.regels.wachtdienst.toets import (
    ARBEID,
    CONSIGNATIE,
    GEWERKT,
    OPROEPBAAR,
    REDENEN,
    SOORTEN,
    VOLLEDIG,
    WACHTDIENST,
    Plaats,
    Roosterblad,
    gewone_arbeid,
    op_wacht,
    toets,
    werk_na_oproep,
)
from geboortezorg.regels.werkblad import Werkblad


def _samen(plaatsen: Iterable[Plaats]) -> list[str]:
    """Return the places of what begins before something earlier has ended."""
    uit: list[str] = []
    verste: int | None = None
    for begin, einde, pad in sorted(plaatsen):
        if verste is not None and begin < verste:
            uit.append(pad)
        verste = einde if verste is None else max(verste, einde)
    return uit


@regel(
    code="GZ-WACHT-015",
    titel=Tekst(
        "Niets staat dubbel in het rooster of tegelijk met iets anders",
        "Nothing is in the roster twice, or at the same time as something else",
    ),
    soorten=SOORTEN,
    bron=bronnen.SCHEMA,
    velden=(WACHTDIENST, ARBEID, GEWERKT),
    redenen={
        "wachtdiensten_tegelijk": Tekst(
            "Deze wachtdienst begint terwijl een andere nog duurt. Haal weg wat dubbel staat, of "
            "verbeter begin en einde.",
            "This wachtdienst begins while another goes on. Take out what is there twice, or "
            "correct begin and end.",
        ),
        "arbeid_tegelijk": Tekst(
            "Deze arbeid begint terwijl andere arbeid nog duurt. Haal weg wat dubbel staat, of "
            "verbeter begin en einde.",
            "This work begins while other work goes on. Take out what is there twice, or correct "
            "begin and end.",
        ),
        "dubbel_geteld": Tekst(
            "Dit werk na een oproep staat ook bij de arbeid. Zet het op een van beide plaatsen.",
            "This work after a call is also listed as arbeid. Put it in one of the two places.",
        ),
    },
)
def niets_tegelijk(w: Werkblad) -> Resultaat:
    """No two wachtdiensten overlap, no two stretches of work, and no work is counted twice."""
    rooster = w.als(Wachtdienstrooster)
    arbeid, na_oproep = gewone_arbeid(rooster), werk_na_oproep(rooster)
    bezig = Meetlat(verenig((begin, einde) for begin, einde, _ in arbeid))
    meldingen = [breuk(pad, "wachtdiensten_tegelijk") for pad in _samen(op_wacht(rooster))]
    meldingen += [breuk(pad, "arbeid_tegelijk") for pad in _samen(arbeid)]
    meldingen += [
        breuk(pad, "dubbel_geteld") for begin, einde, pad in na_oproep if bezig.raakt(begin, einde)
    ]
    if meldingen:
        return meldingen
    return VOLDAAN if rooster.wachtdiensten or rooster.arbeid else NIET_VAN_TOEPASSING


@regel(
    code="GZ-WACHT-016",
    titel=Tekst(
        "Consignatie is er tussen twee diensten of tijdens een pauze",
        "Consignatie lies between two shifts or in a break",
    ),
    soorten=SOORTEN,
    bron=bron("atw-consignatie-begrip"),
    velden=(WACHTDIENST, VOLLEDIG),
    nodig=Nodig(leden=("/wachtdiensten",)),
    redenen={
        "tijdens_arbeid": Tekst(
            "Tijdens deze consignatie staat gewone arbeid in het rooster. Laat de consignatie "
            "beginnen na de dienst, of zet werk na een oproep bij de oproep.",
            "There is ordinary work in the roster during this consignatie. Let the consignatie "
            "begin after the shift, or list work after a call with the call.",
        ),
        "alleen_werk": Tekst(
            "Van de uren wachtdienst in dit rooster is de helft of meer van diensten die van begin tot "
            "einde zijn gewerkt, op minder dan {minuten} minuten na, ook deze. Wie alleen bereikbaar "
            "is, wacht ook. Zet diensten die vooraf als werk waren ingeroosterd bij de arbeid, of lever "
            "een langer rooster.",
            "Of the hours of wachtdienst in this roster half or more are of duties that were worked from "
            "begin to end, but for less than {minuten} minutes, this one too. Who is only to be reached "
            "waits too. List shifts that were rostered as work beforehand with the arbeid, or supply a "
            "longer roster.",
        ),
        **REDENEN,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-consignatie-begrip"),
    gebruikt_tabellen=True,
    versie=3,
)
def consignatie_buiten_dienst(w: Werkblad) -> Resultaat:
    """No work that did not follow from a call lies in consignatie, and calls leave some waiting."""

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        bezet = blad.bezet(CONSIGNATIE)
        bezig = Meetlat(bezet.arbeid)
        return [
            breuk(f"/wachtdiensten/{nummer}", "tijdens_arbeid")
            for begin, einde, nummer in sorted(bezet.consignatie, key=lambda deel: deel[2])
            if bezig.raakt(begin, einde)
        ] or _alleen_werk(blad)

    resultaat = toets(w, "atw-consignatie-begrip", overtredingen, soorten=CONSIGNATIE)
    if resultaat is not NIET_VAN_TOEPASSING:
        return resultaat
    # Of a bereikbaarheidsdienst nothing is asked but that there is some waiting.
    ook = toets(w, "atw-consignatie-begrip", _alleen_werk, soorten=OPROEPBAAR, volledig=False)
    gevonden = isinstance(ook, list) and ook[0].reden == "alleen_werk"
    return ook if gevonden else resultaat


def _alleen_werk(blad: Roosterblad) -> list[Melding]:
    """Return that duties without as much waiting as counts as such between two calls prevail.

    They do when there are several, and they last as long as all others together.
    """
    bezig = Meetlat(verenig((begin, einde) for begin, einde, _ in werk_na_oproep(blad.rooster)))
    minste = blad.grens["tussentijd"]
    gewerkt: list[str] = []
    saldo = 0
    for begin, einde, pad in sorted(op_wacht(blad.rooster, OPROEPBAAR)):
        duur = einde - begin
        if duur - bezig.gedekt(begin, einde) < minste:
            gewerkt.append(pad)
            saldo += duur
        else:
            saldo -= duur
    if len(gewerkt) < 2 or saldo < 0:
        return []
    return [onbeoordeeld(gewerkt[0], "alleen_werk", vermoeden=True, minuten=minste)]
