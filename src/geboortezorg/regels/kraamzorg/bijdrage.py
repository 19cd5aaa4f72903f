"""What is charged around kraamzorg: the eigen bijdrage and the intake."""

from typing import Final

from geboortezorg.berekening.kraamzorg import bronnen as kraamzorgbronnen
from geboortezorg.berekening.kraamzorg import eigen_bijdrage
from geboortezorg.berekening.stap import Berekening
from geboortezorg.bron import Verificatie, zwakste
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.kraamzorg import Bijdragesoort, EigenBijdrage
from geboortezorg.regels.kraamzorg.eenmalig import INGEVALLEN
from geboortezorg.regels.kraamzorg.zorg import INTAKES, van_ander, van_invaller
from geboortezorg.regels.regel import (
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
from geboortezorg.tabellen.normen import normen
from geboortezorg.zorggeval import Botsing

_UUR: Final = 60

_PARTUS_VRIJ: Final = normen().norm(eigen_bijdrage.PARTUS_VRIJ)


@regel(
    code="GZ-KRAAMZORG-011",
    titel=Tekst(
        "De eigen bijdrage kraamzorg is die van het jaar van de zorg",
        "The eigen bijdrage for kraamzorg is that of the year of the care",
    ),
    soorten=("dossier",),
    bron=kraamzorgbronnen.EIGEN_BIJDRAGE,
    velden=(
        "/eigen_bijdragen/*",
        "/eigen_bijdragen/*/bedrag_eurocent",
        "/eigen_bijdragen/*/vrijstelling",
    ),
    versie=3,
    peildatum=Peildatum.LEVERING,
    gebruikt_tabellen=True,
    nodig=Nodig(leden=("/eigen_bijdragen",)),
    redenen={
        "wijkt_af": Tekst(
            "De eigen bijdrage is niet het bedrag dat volgt uit de tabel {tabel}. Reken haar "
            "opnieuw uit.",
            "The eigen bijdrage is not the amount that follows from the table {tabel}. Compute it "
            "again.",
        ),
        "deel_van_uur": Tekst(
            "De duur is geen heel aantal uren; hoe een deel van een uur telt, is niet bekend. "
            "Bereken de bijdrage naar rato van de minuten.",
            "The duration is no whole number of hours; how part of an hour counts is not known. "
            "Compute the contribution in proportion to the minutes.",
        ),
        "duur_onbekend": Tekst(
            "De duur van de zorg thuis ontbreekt. Vul duur_minuten in.",
            "The duration of the care at home is missing. Supply duur_minuten.",
        ),
        "verblijf_onbekend": Tekst(
            "Het aantal dagen of personen in de instelling ontbreekt. Vul aantal_dagen en "
            "aantal_personen in.",
            "The number of days or persons in the institution is missing. Supply aantal_dagen and "
            "aantal_personen.",
        ),
        "bedrag_onbekend": Tekst(
            "De eigen bijdrage van dit jaar is niet bekend. Voeg een tarieftabel toe.",
            "The eigen bijdrage of this year is not known. Add a table of tariffs.",
        ),
        "over_tariefgrens": Tekst(
            "De dagen vallen niet alle onder hetzelfde bedrag. Splits de eigen bijdrage op de "
            "jaargrens.",
            "The days do not all fall under the same amount. Split the eigen bijdrage at the end "
            "of the year.",
        ),
        "lager": Tekst(
            "De eigen bijdrage is lager dan het bedrag dat volgt uit de tabel {tabel}. Zeg in "
            "vrijstelling waarom, of reken haar opnieuw uit.",
            "The eigen bijdrage is lower than the amount that follows from the table {tabel}. Say "
            "why in vrijstelling, or compute it again.",
        ),
        "hele_bedrag": Tekst(
            "De eigen bijdrage is het hele bedrag, terwijl in vrijstelling staat waarom zij minder is. "
            "Vul in bedrag_eurocent in wat de vrouw betaalde, of laat vrijstelling weg.",
            "The eigen bijdrage is the whole amount, while vrijstelling says why it is less. Supply in "
            "bedrag_eurocent what the woman paid, or leave vrijstelling out.",
        ),
        "medische_noodzaak": Tekst(
            "Deze bijdrage geldt voor een verblijf zonder medische noodzaak; die is er, of dat is "
            "niet bekend. Vul medisch in, of laat de bijdrage weg als er medische noodzaak was.",
            "This contribution is for a stay without medical need; there is one, or that is not "
            "known. Supply medisch, or leave the contribution out if there was a medical need.",
        ),
        "instellingstarief": Tekst(
            "Het tarief van de instelling ontbreekt, dus ook wat het boven de drempel is. Vul "
            "instellingstarief_eurocent in.",
            "The tariff of the institution is missing, and so is what it is above the threshold. "
            "Supply instellingstarief_eurocent.",
        ),
        "meerdere_per_persoon": Tekst(
            "Het tarief van de instelling is hoger dan de drempel. Vraag de verzekeraar of het "
            "meerdere een keer of per persoon telt, en bewaar zijn antwoord bij dit rapport.",
            "The tariff of the institution is above the threshold. Ask the insurer whether the "
            "excess counts once or for each person, and keep the answer with this report.",
        ),
    },
)
def bijdrage_van_het_jaar(w: Werkblad) -> Resultaat:
    """Each eigen bijdrage, at home or in an institution, is the amount of the year of the care."""
    meldingen: list[Melding] = []
    grond: Verificatie | None = None
    toegepast = False
    for plaats, bijdrage in enumerate(w.als(Dossier).eigen_bijdragen):
        if bijdrage.bijdragesoort is Bijdragesoort.PARTUSASSISTENTIE:
            continue
        toegepast = True
        pad = f"/eigen_bijdragen/{plaats}"
        berekend = bereken(w, bijdrage)
        if not isinstance(berekend, Berekening):
            meldingen.append(onbeoordeeld(pad, berekend))
            continue
        if berekend.leemten:
            meldingen.append(onbeoordeeld(pad, berekend.leemten[0].code))
            continue
        for rij in berekend.rijen:
            grond = rij.verificatie if grond is None else zwakste(grond, rij.verificatie)
            w.gebruikt(rij)
        melding = _vergelijk(bijdrage, berekend, pad)
        if melding is not None:
            meldingen.append(melding)
    return uitslag(meldingen, toegepast, grond)


def bereken(w: Werkblad, bijdrage: EigenBijdrage) -> Berekening | str:
    """Return what the eigen bijdrage comes to, or which fact of the document is missing."""
    periode, tabellen = bijdrage.periode, w.context.tabellen
    if bijdrage.bijdragesoort is Bijdragesoort.THUIS:
        if bijdrage.duur_minuten is None:
            return "duur_onbekend"
        return eigen_bijdrage.thuis(
            bijdrage.duur_minuten,
            op=periode.van,
            tot_en_met=periode.tot_en_met,
            tabellen=tabellen,
        )
    if bijdrage.aantal_dagen is None or bijdrage.aantal_personen is None:
        return "verblijf_onbekend"
    return eigen_bijdrage.instelling(
        op=periode.van,
        aantal_dagen=bijdrage.aantal_dagen,
        aantal_personen=bijdrage.aantal_personen,
        instellingstarief_eurocent=bijdrage.instellingstarief_eurocent,
        medisch=bijdrage.medisch,
        tabellen=tabellen,
    )


def _vergelijk(bijdrage: EigenBijdrage, berekend: Berekening, pad: str) -> Melding | None:
    bedrag, vrij = bijdrage.bedrag_eurocent, bijdrage.vrijstelling is not None
    uitkomst = berekend.uitkomst or 0
    if bedrag and bedrag == uitkomst and vrij:
        return onbeoordeeld(f"{pad}/vrijstelling", "hele_bedrag", vermoeden=True)
    if bedrag == uitkomst or (bedrag < uitkomst and vrij):
        return None
    pad = f"{pad}/bedrag_eurocent"
    stap = berekend.stappen[0]
    if bijdrage.duur_minuten is not None and bijdrage.bijdragesoort is Bijdragesoort.THUIS:
        uren, rest = divmod(bijdrage.duur_minuten, _UUR)
        per_uur = stap.waarde * _UUR / bijdrage.duur_minuten if rest else 0
        if rest and uren * per_uur <= bedrag <= (uren + 1) * per_uur:
            return onbeoordeeld(pad, "deel_van_uur", bron=stap.bron)
    if bedrag < uitkomst:
        return onbeoordeeld(pad, "lager", vermoeden=True, bron=stap.bron, tabel=stap.tabel)
    return breuk(
        pad,
        "wijkt_af",
        verificatie=zwakste(*(stap.verificatie for stap in berekend.stappen)),
        bron=stap.bron,
        tabel=stap.tabel,
    )


@regel(
    code="GZ-KRAAMZORG-012",
    titel=Tekst(
        "Geen eigen bijdrage voor partusassistentie bij een niet-medische bevalling",
        "No eigen bijdrage is due for partusassistentie at a birth that is not medical",
    ),
    soorten=("dossier",),
    bron=kraamzorgbronnen.PARTUS_VRIJ,
    velden=("/eigen_bijdragen/*/bedrag_eurocent",),
    versie=2,
    peildatum=Peildatum.LEVERING,
    geldig=_PARTUS_VRIJ.looptijd,
    nodig=Nodig(leden=("/eigen_bijdragen",)),
    redenen={
        "partus_vrij": Tekst(
            "Uren partusassistentie zijn vrij van eigen bijdrage bij een niet-medische bevalling. "
            "Laat de bijdrage weg.",
            "Hours of partusassistentie are free of eigen bijdrage at a birth that is not medical. "
            "Leave the contribution out.",
        ),
        "partus_medisch": Tekst(
            "Wat bij een medische bevalling geldt, is niet bekend. Vul medisch in als zij dat niet "
            "was. Laat anders de bijdrage weg, of bewaar wat de verzekeraar zegt bij dit rapport.",
            "What holds at a medical birth is not known. Supply medisch if it was none. Otherwise "
            "leave the contribution out, or keep what the insurer says with this report.",
        ),
        "partus_niet_vrij": Tekst(
            "Wat op deze dag bij partusassistentie gold, is niet bekend. Laat de bijdrage weg "
            "als zij vrij was, of bewaar wat de verzekeraar zegt bij dit rapport.",
            "What held for partusassistentie on this day is not known. Leave the contribution "
            "out if it was free, or keep what the insurer says with this report.",
        ),
    },
)
def partus_zonder_bijdrage(w: Werkblad) -> Resultaat:
    """No eigen bijdrage is charged for hours of partusassistentie, on the days of that norm."""
    meldingen: list[Melding] = []
    toegepast = False
    for plaats, bijdrage in enumerate(w.als(Dossier).eigen_bijdragen):
        if bijdrage.bijdragesoort is not Bijdragesoort.PARTUSASSISTENTIE:
            continue
        toegepast = True
        pad = f"/eigen_bijdragen/{plaats}/bedrag_eurocent"
        berekend = eigen_bijdrage.partusassistentie(
            op=bijdrage.periode.van, medisch=bijdrage.medisch, alle_normen=w.context.normen
        )
        if berekend.leemten:
            meldingen.append(onbeoordeeld(pad, berekend.leemten[0].code))
        elif bijdrage.bedrag_eurocent:
            stap = berekend.stappen[0]
            meldingen.append(
                breuk(pad, "partus_vrij", verificatie=stap.verificatie, bron=stap.bron)
            )
    return uitslag(meldingen, toegepast)


@regel(
    code="GZ-KRAAMZORG-013",
    versie=4,
    titel=Tekst("Er is een intake kraamzorg", "There is one kraamzorg intake"),
    soorten=("dossier", "declaratie"),
    bron=kraamzorgbronnen.INTAKE,
    velden=("/declaratieregels/*/prestatie",),
    peildatum=Peildatum.LEVERING,
    retourcodes=("0587",),
    nodig=Nodig(prestaties=tuple(sorted(INTAKES))),
    aanleiding=Nodig(trekken=(Trek.AANMELDING, Trek.SAMENLOOP)),
    redenen={
        "vaker_dan_eens": Tekst(
            "Deze kraamzorgorganisatie declareerde deze intake al, of het aantal is meer dan een. "
            "Een intake per verzorging wordt betaald: laat de latere declaratieregel weg.",
            "This kraamzorg organisation already declared this intake, or the quantity is more "
            "than one. One intake is paid for: leave the later line out.",
        ),
        "andere_organisatie": Tekst(
            "Twee kraamzorgorganisaties declareren een intake voor dezelfde vrouw, en niet van elk "
            "staat er kraamzorg. Een intake per verzorging wordt betaald: controleer van wie.",
            "Two kraamzorg organisations declare an intake for the same woman, and not of each is "
            "there kraamzorg. One intake is paid for: check whose.",
        ),
        "ingevallen": INGEVALLEN,
    },
)
def een_intake(w: Werkblad) -> Resultaat:
    """A kraamzorg organisation declares one intake of a kind, in one line and quantity.

    An intake of the other kind is for another rule.
    """
    intakes = [post for post in w.van(INTAKES) if post.prestatie is not None]
    meldingen = [
        breuk(samenloop.post.pad("prestatie"), "vaker_dan_eens")
        for samenloop in w.samenlopen
        if samenloop.botsing is Botsing.HERHAALD and samenloop.post.prestatie_id in INTAKES
    ]
    if len(intakes) > 1:
        meldingen += [
            onbeoordeeld(post.pad("prestatie"), "andere_organisatie", vermoeden=True)
            for post in van_ander(w, INTAKES)
        ]
        meldingen += [
            onbeoordeeld(post.pad("prestatie"), "ingevallen", vermoeden=True)
            for post in van_invaller(w, INTAKES)
        ]
    return uitslag(meldingen, bool(intakes))
