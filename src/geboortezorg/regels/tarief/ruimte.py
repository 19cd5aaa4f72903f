"""The tariff of a line: within the tariff room, and as agreed."""

from datetime import date
from functools import partial
from typing import Final

from geboortezorg.bron import Verificatie, zwakste
from geboortezorg.geld import Exact, Percentage
from geboortezorg.model.declaratie import Declaratieregel
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.model.tarief import Opslagsoort, Tariefsoort
from geboortezorg.regels import bronnen
from geboortezorg.regels.opslag import HALVE_CENT, TOESLAG, boven, percentage_van, toetsbare_opslag
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
from geboortezorg.regels.tarief.toegestaan import prijzen_samen, toegestaan_samen
from geboortezorg.regels.trekken.tarieven import Ruimten, loopt_door
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Gevonden, Onbekend
from geboortezorg.tijd import Looptijd, dagen_tussen
from geboortezorg.zorggeval import Post, op_volgorde

_HOOGSTE_MAX_MAX: Final = "max-max-hoogste"

_ZONDER_TARIEFRUIMTE: Final = frozenset({Tariefsoort.VRIJ, Tariefsoort.EIGEN_BIJDRAGE})


@regel(
    code="GZ-TARIEF-001",
    versie=7,
    titel=Tekst("Het tarief ligt binnen de tariefruimte", "The tariff lies within the tariff room"),
    soorten=("dossier", "declaratie"),
    bron=(bronnen.wmg("art. 35 lid 1 en art. 50"), bronnen.MAX_MAX_VERLOSKUNDE),
    velden=("/declaratieregels/*/tarief_eurocent",),
    peildatum=Peildatum.PRESTATIE,
    gebruikt_tabellen=True,
    retourcodes=("0611",),
    nodig=(
        Nodig(leden=("/declaratieregels",)),
        Nodig(trekken=(Trek.ANDERE_ZORG, Trek.INTEGRAAL_BEGRENSD)),
    ),
    aanleiding=Nodig(trekken=(Trek.TARIEF,)),
    tariefgrond=True,
    redenen={
        "boven_max_max": Tekst(
            "Het tarief ligt boven het max-maxtarief: {percentage} boven het maximum van "
            "{maximum_eurocent} eurocent. Verlaag het tarief.",
            "The tariff exceeds the max-maxtarief: {percentage} above the maximum of "
            "{maximum_eurocent} eurocents. Lower the tariff.",
        ),
        "boven_afspraak": Tekst(
            "Het tarief ligt verder boven het maximum van {maximum_eurocent} eurocent dan in de "
            "overeenkomst is afgesproken. Gebruik het afgesproken tarief.",
            "The tariff exceeds the maximum of {maximum_eurocent} eurocents by more than the "
            "agreement allows. Use the agreed tariff.",
        ),
        "zonder_overeenkomst": Tekst(
            "Het tarief ligt boven het maximum van {maximum_eurocent} eurocent, en de context kent "
            "geen max-maxovereenkomst met deze verzekeraar. Verlaag het, of neem haar daarin op.",
            "The tariff exceeds the maximum of {maximum_eurocent} eurocents, and the context knows "
            "no max-max agreement with this insurer. Lower it, or have it put in the context.",
        ),
        "niet_schriftelijk": Tekst(
            "Het tarief ligt boven het maximum van {maximum_eurocent} eurocent en de "
            "max-maxovereenkomst is niet schriftelijk. Leg haar schriftelijk vast.",
            "The tariff exceeds the maximum of {maximum_eurocent} eurocents and the max-max "
            "agreement is not in writing. Put it in writing.",
        ),
        "overeenkomst_onbekend": Tekst(
            "Het tarief ligt boven het maximum van {maximum_eurocent} eurocent. Of er een "
            "max-maxovereenkomst is, is niet bekend. Geef haar mee in overeenkomsten, of verlaag "
            "het tarief.",
            "The tariff exceeds the maximum of {maximum_eurocent} eurocents. Whether there is a "
            "max-max agreement is not known. Supply it in overeenkomsten, or lower the tariff.",
        ),
        "max_max_onbekend": Tekst(
            "Het tarief ligt boven het maximum van {maximum_eurocent} eurocent. Of een "
            "max-maxtarief op deze datum bestond, is niet bekend: voeg een tarieftabel toe die het "
            "als opslag noemt.",
            "The tariff exceeds the maximum of {maximum_eurocent} eurocents. Whether a "
            "max-maxtarief existed on this date is not known: add a table of tariffs that names "
            "it as an opslag.",
        ),
        "toeslag_mogelijk": Tekst(
            "Het tarief ligt boven het maximum van {maximum_eurocent} eurocent. Of de toeslag "
            "voor verminderde beschikbaarheid van de tweede lijn is afgesproken, kan hier niet "
            "staan. Vraag het de verzekeraar, of verlaag het tarief.",
            "The tariff exceeds the maximum of {maximum_eurocent} eurocents. Whether the toeslag "
            "for reduced availability of the second line was agreed cannot be stated here. Ask "
            "the insurer, or lower the tariff.",
        ),
        "afronding_onbekend": Tekst(
            "Het tarief ligt minder dan een cent boven het max-maxtarief bij een maximum van "
            "{maximum_eurocent} eurocent; hoe dat wordt afgerond, is niet bekend. Rond naar beneden "
            "af.",
            "The tariff is less than a cent above the max-maxtarief with a maximum of "
            "{maximum_eurocent} eurocents; how that is rounded is not known. Round it down.",
        ),
        "wijkt_af_van_vast": Tekst(
            "Het tarief is niet het vaste tarief van {bedrag_eurocent} eurocent. Gebruik dat.",
            "The tariff is not the fixed tariff of {bedrag_eurocent} eurocents. Use that one.",
        ),
        "afspraken_strijdig": Tekst(
            "Het tarief ligt boven het maximum van {maximum_eurocent} eurocent. De ene "
            "overeenkomst laat het toe, een andere van dezelfde dag niet: geef alleen die geldt.",
            "The tariff exceeds the maximum of {maximum_eurocent} eurocents. One agreement allows "
            "it, another one of the same day does not: supply only the one that applies.",
        ),
        "boven_afgesproken_prijs": Tekst(
            "Het tarief ligt boven het tarief dat voor deze prestatie is afgesproken. Gebruik dat.",
            "The tariff exceeds the one agreed for this prestatie. Use that one.",
        ),
        "prijzen_strijdig": Tekst(
            "Voor deze prestatie zijn op deze dag verschillende tarieven afgesproken, en dit is "
            "niet het laagste. Geef alleen de overeenkomst die geldt.",
            "For this prestatie different tariffs were agreed on this day, and this is not the "
            "lowest. Supply only the agreement that applies.",
        ),
        "geen_tarief_bekend": Tekst(
            "Op deze datum is geen tarief bekend. Voeg een tarieftabel toe.",
            "No tariff is known on this date. Add a table of tariffs.",
        ),
        "niet_toetsbaar": Tekst(
            "Van het gevonden bedrag van {bedrag_eurocent} eurocent is de soort niet vermeld of "
            "de juistheid betwist; het toetst niet. Voeg een tarieftabel toe.",
            "The kind of the amount found, {bedrag_eurocent} eurocents, is not stated or the "
            "amount is doubtful; it judges nothing. Add a table of tariffs.",
        ),
        "over_tariefgrens": Tekst(
            "De periode loopt over de laatste dag van het tarief ({tot_en_met}) heen. Splits de "
            "declaratieregel op die dag. Is zij een geheel, vul dan als periode de dag van "
            "levering in.",
            "The period runs past the last day of the tariff ({tot_en_met}). Split the line "
            "there. If it is one whole, state the day of delivery as its period.",
        ),
        "over_afspraakgrens": Tekst(
            "Dit tarief past niet op elke dag van de periode bij de overeenkomsten. Splits de "
            "declaratieregel op de dag waarop een overeenkomst begint of eindigt.",
            "This tariff does not fit the agreements on every day of the period. Split the line on "
            "the day on which an agreement begins or ends.",
        ),
    },
)
def tariefruimte(w: Werkblad) -> Resultaat:
    """A maximum is not exceeded, or only up to the max-maxtarief by written agreement."""
    meldingen: list[Melding] = []
    grond: Verificatie | None = None
    toegepast = False
    elders = False
    afspraken = w.overeenkomstenboek.kent(Overeenkomstsoort.MAX_MAX)
    nader: list[list[Post]] = []
    ruimten = w.context.gedeeld(Ruimten)
    for geval in w.zorggevallen if w.groepen else ():
        vlucht = geval.vogelvlucht
        rustig = not (afspraken or geval.credits)
        for groep in geval.groepen:
            bedragen = ruimten[groep.soort] if rustig else None
            if bedragen is None or not (groep.eender and groep.eigen_eenheid):
                nader.append(groep.tellend)
                continue
            laagste, hoogste, looptijd, binnen = bedragen
            past = laagste <= groep.laagste and groep.hoogste <= hoogste
            if not past or groep.omgekeerd or not loopt_door(groep, vlucht):
                nader.append(groep.sommige(partial(_buiten, laagste, hoogste, looptijd)))
            if binnen is not grond:
                toegepast = True
                grond = binnen if grond is None else zwakste(grond, binnen)
    for post in op_volgorde(nader):
        if post.prestatie is None or post.prestatie_id == TOESLAG:
            elders = elders or post.prestatie is None
            continue
        tariefantwoord = post.tariefantwoord
        if isinstance(tariefantwoord, Onbekend):
            meldingen.append(onbeoordeeld(post.pad("tarief_eurocent"), "geen_tarief_bekend"))
            continue
        if tariefantwoord is None or post.tarief is None:
            elders = True  # GZ-PRESTATIE-001 or GZ-TARIEF-004 says why
            continue
        if not isinstance(tariefantwoord, Gevonden):
            continue  # Not in force on this day: GZ-PRESTATIE-001 says so.
        if tariefantwoord.tarief.tariefsoort in _ZONDER_TARIEFRUIMTE:
            continue
        toegepast = True
        antwoord = _toets(w, post, tariefantwoord, post.tarief, post.tariefdag)
        if isinstance(antwoord, Melding):
            meldingen.append(antwoord)
        elif afspraken and _past_niet_meer(w, post, tariefantwoord, post.tarief):
            pad = post.pad("tarief_eurocent")
            meldingen.append(onbeoordeeld(pad, "over_afspraakgrens", vermoeden=True))
        elif antwoord is not grond:
            grond = antwoord if grond is None else zwakste(grond, antwoord)
    return uitslag(meldingen, toegepast, grond, elders=elders)


def _past_niet_meer(w: Werkblad, post: Post, tariefantwoord: Gevonden, gevraagd: Exact) -> bool:
    """Say whether a tariff that fits the first day of care does not fit a later one."""
    laatste = post.declaratieregel.periode.tot_en_met
    if tariefantwoord.prestatie.peildatum_start_zorg or laatste <= post.tariefdag:
        return False
    dagen = w.overeenkomstenboek.wissels(*_partijen(post), post.tariefdag, laatste)
    return dagen is None or any(
        isinstance(_toets(w, post, tariefantwoord, gevraagd, dag), Melding)
        for dag in (*dagen, laatste)
    )


def _buiten(laagste: int, hoogste: int, looptijd: Looptijd | None, lijn: Declaratieregel) -> bool:
    """Say whether more is to be asked of a line: its tariff, or its last day."""
    if not laagste <= lijn.tarief_eurocent <= hoogste:
        return True
    van, tot_en_met = lijn.periode.van, lijn.periode.tot_en_met
    return looptijd is not None and tot_en_met != van and not looptijd.bevat(tot_en_met)


def _toets(
    w: Werkblad, post: Post, tariefantwoord: Gevonden, gevraagd: Exact, dag: date
) -> Melding | Verificatie:
    """Judge one line against the tariff found for it; return the ground when it is right.

    The agreements are those of a day.
    """
    tarief = tariefantwoord.tarief
    bedrag = tarief.bedrag_eurocent
    if not tariefantwoord.toetsbaar or bedrag is None:
        pad = post.pad("tarief_eurocent")
        return onbeoordeeld(pad, "niet_toetsbaar", bron=tariefantwoord.bron, bedrag_eurocent=bedrag)
    grond = _ook_daarna(w, post, tariefantwoord, gevraagd) if post.over_tariefgrens else None
    if post.over_tariefgrens and grond is None:
        einde, pad = tariefantwoord.looptijd.tot_en_met, post.pad("tarief_eurocent")
        return onbeoordeeld(pad, "over_tariefgrens", bron=tariefantwoord.bron, tot_en_met=einde)
    if tarief.tariefsoort is Tariefsoort.VAST:
        if gevraagd == bedrag:
            return tariefantwoord.verificatie
        return breuk(
            post.pad("tarief_eurocent"),
            "wijkt_af_van_vast",
            verificatie=tariefantwoord.verificatie,
            bron=tariefantwoord.bron,
            bedrag_eurocent=bedrag,
        )
    if gevraagd > bedrag:
        return _boven_maximum(w, post, tariefantwoord, bedrag, gevraagd, dag)
    overeenkomsten = _overeenkomsten(w, post, dag)
    if not overeenkomsten:
        return grond or tariefantwoord.verificatie
    prijzen = w.overeenkomstenboek.samen(prijzen_samen, overeenkomsten, post.prestatie_id)
    pad = post.pad("tarief_eurocent")
    if prijzen is not None and gevraagd > prijzen[1]:
        return breuk(pad, "boven_afgesproken_prijs", verificatie=Verificatie.AFGELEID)
    if prijzen is not None and gevraagd > prijzen[0]:
        return onbeoordeeld(pad, "prijzen_strijdig", vermoeden=True)
    return grond or tariefantwoord.verificatie


def _ook_daarna(w: Werkblad, post: Post, eerst: Gevonden, gevraagd: Exact) -> Verificatie | None:
    """Return the ground when a tariff is within the maximum of every day, however it is spread."""
    daarna = w.context.tabellen.lookup(post.prestatie_id, post.declaratieregel.periode.tot_en_met)
    einde = eerst.looptijd.tot_en_met
    if (
        not isinstance(daarna, Gevonden)
        or einde is None
        or dagen_tussen(einde, daarna.looptijd.van) != 1
    ):
        return None
    w.gebruikt(daarna)
    past = all(
        deel.toetsbaar
        and deel.tarief.tariefsoort is Tariefsoort.MAXIMUM
        and gevraagd <= (deel.tarief.bedrag_eurocent or 0)
        for deel in (eerst, daarna)
    )
    return zwakste(eerst.verificatie, daarna.verificatie) if past else None


def _overeenkomsten(w: Werkblad, post: Post, dag: date) -> list[Overeenkomst]:
    return w.overeenkomsten(*_partijen(post), dag)


def _partijen(post: Post) -> tuple[Overeenkomstsoort, str, str]:
    declaratieregel = post.declaratieregel
    return (
        Overeenkomstsoort.MAX_MAX,
        declaratieregel.zorgaanbieder_agb,
        declaratieregel.uzovi_code,
    )


def _boven_maximum(
    w: Werkblad, post: Post, tariefantwoord: Gevonden, maximum: int, gevraagd: Exact, dag: date
) -> Melding | Verificatie:
    """Judge a tariff above the maximum: what the max-maxtarief and the agreements allow."""
    pad = post.pad("tarief_eurocent")
    regime = tariefantwoord.prestatie.regime
    opslag = toetsbare_opslag(w, Opslagsoort.MAX_MAX, regime, dag)
    if opslag is not None:
        grens = percentage_van(opslag)
    else:
        hoogste = w.context.normen.norm(_HOOGSTE_MAX_MAX).waarde("maximum")
        grens = Percentage.uit_basispunten(hoogste)

    def breuk_(reden: str, **parameters: object) -> Melding:
        return breuk(
            pad,
            reden,
            verificatie=tariefantwoord.verificatie,
            bron=tariefantwoord.bron,
            maximum_eurocent=maximum,
            **parameters,
        )

    def vermoeden(reden: str) -> Melding:
        return onbeoordeeld(
            pad, reden, vermoeden=True, bron=tariefantwoord.bron, maximum_eurocent=maximum
        )

    toeslag = w.context.tabellen.opslag(Opslagsoort.TOESLAG_BESCHIKBAARHEID, regime, dag)
    if toeslag is not None and not boven(gevraagd, maximum, percentage_van(toeslag)):
        w.gebruikt(toeslag)
        return vermoeden("toeslag_mogelijk")
    if boven(gevraagd, maximum, grens):
        return breuk_("boven_max_max", percentage=grens)
    overeenkomsten = _overeenkomsten(w, post, dag)
    if not overeenkomsten:
        if w.context.overeenkomsten_volledig:
            return breuk_("zonder_overeenkomst")
        return vermoeden("overeenkomst_onbekend")
    toegestaan = w.overeenkomstenboek.samen(
        toegestaan_samen, overeenkomsten, post.prestatie_id, maximum, grens
    )
    if toegestaan is None:
        return breuk_("niet_schriftelijk")
    if gevraagd > toegestaan[1] + HALVE_CENT:
        return breuk_("boven_afspraak")
    if gevraagd > toegestaan[0] + HALVE_CENT:
        return vermoeden("afspraken_strijdig")
    if opslag is None:
        return vermoeden("max_max_onbekend")
    w.gebruikt(opslag)
    if gevraagd > toegestaan[0]:
        return onbeoordeeld(pad, "afronding_onbekend", bron=opslag.bron, maximum_eurocent=maximum)
    return zwakste(tariefantwoord.verificatie, opslag.verificatie)
