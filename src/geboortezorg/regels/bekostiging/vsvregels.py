"""The lines of a VSV's declaratie beside each other: credits, work declared twice, amounts."""

from collections.abc import Iterable
from typing import Final

from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.bron import Verificatie
from geboortezorg.model.vsv_declaratie import VSVDeclaratie
from geboortezorg.regels import bronnen
from geboortezorg.regels.bekostiging.verrekening import Vsvpost, eerder_gedeclareerd, vsvposten
from geboortezorg.regels.regel import (
    Melding,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.zorggeval.verrekening import Creditfout

_VERWIJZING: Final = "gerelateerd_referentienummer"
_CREDITFOUTEN: Final = {
    Creditfout.ZONDER_VERWIJZING: (_VERWIJZING, "verwijzing_onbekend", False),
    Creditfout.DEBET_ELDERS: (_VERWIJZING, "debetregel_elders", False),
    Creditfout.GEEN_DEBET: (_VERWIJZING, "geen_debetregel", True),
    Creditfout.ANDERE_ZORG: (_VERWIJZING, "andere_regel", True),
    Creditfout.AL_TERUGGENOMEN: ("bedrag_eurocent", "meer_dan_debet", True),
    Creditfout.MEER_DAN_DEBET: ("bedrag_eurocent", "meer_dan_debet", True),
}
"""Where and how each fault of a credit is told, and whether the document proves it."""


@regel(
    code="GZ-BEKOSTIGING-007",
    versie=2,
    titel=Tekst(
        "Een creditregel neemt terug wat is gedeclareerd",
        "A credit line takes back what was declared",
    ),
    soorten=("vsv_declaratie",),
    bron=bronnen.EI_FORMAAT,
    velden=(
        "/declaratieregels",
        "/declaratieregels/*/gerelateerd_referentienummer",
        "/declaratieregels/*/bedrag_eurocent",
        "/declaratieregels/*/periode",
        "/eerder_gedeclareerd_eurocent",
    ),
    peildatum=Peildatum.GEEN,
    redenen={
        "verwijzing_onbekend": Tekst(
            "Welke debetregel deze creditregel terugneemt, staat er niet. Vul "
            "gerelateerd_referentienummer in.",
            "Which debit line this credit takes back is not stated. Supply "
            "gerelateerd_referentienummer.",
        ),
        "geen_debetregel": Tekst(
            "De declaratieregel waarnaar de creditregel verwijst is geen debetregel. Verwijs naar "
            "de debetregel.",
            "The line that the credit refers to is no debit line. Refer to the debit line.",
        ),
        "debetregel_elders": Tekst(
            "De debetregel staat niet in dit document; of hij eerder is gedeclareerd, is niet "
            "beoordeeld. Beoordeel een vsv_declaratie waarin ook die debetregel staat, en tel haar "
            "bedrag niet mee in eerder_gedeclareerd_eurocent, ook niet in dat van de context.",
            "The debit line is not in this document; whether it was declared before was not "
            "judged. Judge a vsv_declaratie that holds that debit line too, and leave its amount "
            "out of eerder_gedeclareerd_eurocent, also of that of the context.",
        ),
        "andere_regel": Tekst(
            "De debetregel waarnaar de creditregel verwijst is van een andere prestatie of "
            "termijn. Verwijs naar de juiste declaratieregel.",
            "The debit line that the credit refers to is of another prestatie or instalment. Refer "
            "to the right line.",
        ),
        "andere_dagen": Tekst(
            "De creditregel gaat over dagen waarover de debetregel niet gaat. Neem de dagen van de "
            "debetregel over.",
            "The credit line is about days that the debit line is not about. Take over the days of "
            "the debit line.",
        ),
        "meer_dan_debet": Tekst(
            "De creditregels nemen samen meer terug dan de debetregel waarnaar zij verwijzen. "
            "Verlaag het bedrag.",
            "The credit lines together take back more than the debit line that they refer to. "
            "Lower the amount.",
        ),
        "meer_dan_gedeclareerd": Tekst(
            "De creditregels nemen meer terug dan ooit is gedeclareerd. Verlaag het bedrag.",
            "The credit lines take back more than was ever declared. Lower the amount.",
        ),
        "eerder_onbekend": Tekst(
            "De creditregels nemen meer terug dan dit document declareert, en wat eerder is "
            "gedeclareerd is niet bekend. Vul eerder_gedeclareerd_eurocent in.",
            "The credit lines take back more than this document declares, and what was declared "
            "before is not known. Supply eerder_gedeclareerd_eurocent.",
        ),
    },
)
def credit_neemt_terug(w: Werkblad) -> Resultaat:
    """A credit names its debit line, takes back no more than that, and not out of nothing."""
    posten = vsvposten(w)
    meldingen: list[Melding] = []
    debet = {
        post.declaratieregel.referentienummer: post.declaratieregel.periode
        for post in posten
        if post.debet
    }
    for post in posten:
        declaratieregel = post.declaratieregel
        if post.creditfout is not None:
            veld, reden, zeker = _CREDITFOUTEN[post.creditfout]
            meldingen.append((breuk if zeker else onbeoordeeld)(post.pad(veld), reden))
        elif not post.debet and declaratieregel.gerelateerd_referentienummer in debet:
            dagen = debet[declaratieregel.gerelateerd_referentienummer]
            if not (
                dagen.bevat(declaratieregel.periode.van)
                and dagen.bevat(declaratieregel.periode.tot_en_met)
            ):
                pad = post.pad("periode")
                meldingen.append(onbeoordeeld(pad, "andere_dagen", vermoeden=True))
    eerder, te_veel = eerder_gedeclareerd(w), _te_veel(posten)
    if te_veel and eerder is None:
        meldingen.append(onbeoordeeld("/eerder_gedeclareerd_eurocent", "eerder_onbekend"))
    elif te_veel > (eerder or 0):
        # The document itself shows it, whatever the format of such a message will be.
        meldingen.append(breuk("/declaratieregels", "meer_dan_gedeclareerd"))
    return uitslag(meldingen, any(not post.debet for post in posten))


def _te_veel(posten: Iterable[Vsvpost]) -> int:
    """Return what credits take back beyond the debits of the same prestatie and instalment."""
    saldo: dict[tuple[str, str | None], int] = {}
    for post in posten:
        saldo[post.waarvan] = saldo.get(post.waarvan, 0) + post.netto_eurocent
    return -sum(bedrag for bedrag in saldo.values() if bedrag < 0)


@regel(
    code="GZ-BEKOSTIGING-008",
    titel=Tekst(
        "Hetzelfde werk van een VSV wordt eenmaal gedeclareerd",
        "The same work of a VSV is declared once",
    ),
    soorten=("vsv_declaratie",),
    bron=bronnen.COD954,
    velden=("/declaratieregels/*",),
    peildatum=Peildatum.LEVERING,
    retourcodes=("0587",),
    redenen={
        "mogelijk_dubbel": Tekst(
            "Een eerdere declaratieregel declareert dezelfde prestatie in dezelfde termijn over "
            "een deel van dezelfde dagen. Haal de dubbele weg, of zet het werk van twee "
            "activiteiten samen op een declaratieregel.",
            "An earlier line declares the same prestatie in the same instalment over some of the "
            "same days. Remove the second, or put the work of two activities together on one "
            "line.",
        )
    },
)
def eenmaal_gedeclareerd(w: Werkblad) -> Resultaat:
    """No two lines are of one prestatie and instalment over the same days."""
    groepen: dict[tuple[str, str | None], list[Vsvpost]] = {}
    for post in vsvposten(w):
        if post.telt:
            groepen.setdefault(post.waarvan, []).append(post)
    dubbel: list[Vsvpost] = []
    for groep in groepen.values():
        laatste = None
        # In order of their first day only the latest end so far matters: no pairs.
        for post in sorted(groep, key=lambda post: (post.declaratieregel.periode.van, post.nummer)):
            periode = post.declaratieregel.periode
            if laatste is not None and periode.van <= laatste:
                dubbel.append(post)
            laatste = max(periode.tot_en_met, laatste or periode.tot_en_met)
    meldingen = [
        onbeoordeeld(post.pad(), "mogelijk_dubbel", vermoeden=True)
        for post in sorted(dubbel, key=lambda post: post.nummer)
    ]
    return uitslag(meldingen, bool(groepen))


@regel(
    code="GZ-BEKOSTIGING-009",
    titel=Tekst(
        "Een declaratieregel van een VSV noemt een bedrag", "A line of a VSV has an amount"
    ),
    soorten=("vsv_declaratie",),
    bron=vsvbronnen.LUMPSUM,
    velden=("/declaratieregels/*/bedrag_eurocent",),
    peildatum=Peildatum.GEEN,
    redenen={
        "nul": Tekst(
            "Een declaratieregel van nul eurocent declareert niets. Vul het bedrag in of laat de "
            "declaratieregel weg.",
            "A line of zero eurocents declares nothing. Supply the amount, or leave the line out.",
        )
    },
)
def noemt_bedrag(w: Werkblad) -> Resultaat:
    """No line is of zero eurocents."""
    meldingen = [
        breuk(f"/declaratieregels/{i}/bedrag_eurocent", "nul", verificatie=Verificatie.AFGELEID)
        for i, declaratieregel in enumerate(w.als(VSVDeclaratie).declaratieregels)
        if declaratieregel.bedrag_eurocent == 0
    ]
    return uitslag(meldingen, van_toepassing=True)
