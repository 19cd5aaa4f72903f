"""What was agreed: free tariffs, and agreements that contradict those of the payer."""

from datetime import date
from operator import attrgetter
from typing import Final

from geboortezorg.bron import Verificatie
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.model.prestatie import Regime
from geboortezorg.regels import bronnen
from geboortezorg.regels.context import Context
from geboortezorg.regels.overeenkomsten import Overeenkomstenboek
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
from geboortezorg.regels.trekken.tarieven import is_integraal, is_vrij
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Onbekend
from geboortezorg.tabellen.bronnen import bron
from geboortezorg.zorggeval import Groep, Post


@regel(
    code="GZ-TARIEF-002",
    versie=4,
    titel=Tekst(
        "Een vrij tarief is het afgesproken tarief", "A free tariff equals the agreed tariff"
    ),
    soorten=("dossier", "declaratie"),
    bron=(bronnen.NZA_REGISTREREN, bronnen.wmg("art. 50 lid 1 onder a")),
    velden=("/declaratieregels/*/tarief_eurocent",),
    peildatum=Peildatum.PRESTATIE,
    gebruikt_tabellen=True,
    retourcodes=("0611",),
    nodig=Nodig(trekken=(Trek.VRIJ_TARIEF, Trek.INTEGRAAL_TARIEF)),
    aanleiding=Nodig(trekken=(Trek.VRIJ_TARIEF, Trek.AFSPRAAK)),
    redenen={
        "wijkt_af_van_afspraak": Tekst(
            "Het tarief is niet het tarief dat voor deze prestatie is afgesproken. Gebruik dat.",
            "The tariff is not the one agreed for this prestatie. Use that one.",
        ),
        "zonder_overeenkomst": Tekst(
            "Voor deze prestatie is geen tarief afgesproken met deze verzekeraar. Spreek het af, "
            "of laat de declaratieregel weg.",
            "No tariff for this prestatie was agreed with this insurer. Agree on one, or leave the "
            "line out.",
        ),
        "overeenkomst_onbekend": Tekst(
            "Het afgesproken tarief is niet bekend. Geef de overeenkomst mee in overeenkomsten.",
            "The agreed tariff is not known. Supply the agreement in overeenkomsten.",
        ),
        "niet_schriftelijk": Tekst(
            "Het tarief is alleen mondeling afgesproken. Leg de afspraak schriftelijk vast.",
            "The tariff was agreed orally only. Put the agreement in writing.",
        ),
        "afspraken_strijdig": Tekst(
            "Voor deze prestatie zijn op deze dag verschillende tarieven afgesproken. Geef alleen "
            "de overeenkomst die geldt.",
            "For this prestatie different tariffs were agreed on this day. Supply only the "
            "agreement that applies.",
        ),
        "tarief_van_laatste_dag": Tekst(
            "Het tarief is dat van een overeenkomst op de laatste dag van de zorg, en niet op de "
            "eerste. Welke dag telt, is niet bekend. Gebruik het tarief van de eerste dag, of laat "
            "de overeenkomst die geldt ook de eerste dag omvatten.",
            "The tariff is that of an agreement on the last day of the care, and not on the first. "
            "Which day counts is not known. Use the tariff of the first day, or let the agreement "
            "that applies include the first day too.",
        ),
        "tarief_van_start": Tekst(
            "Het tarief is dat van een overeenkomst op de dag waarop de zorg begon, en niet op de "
            "eerste dag van deze declaratieregel. Welke dag telt, is niet bekend. Gebruik het "
            "tarief van de eerste dag van de declaratieregel, of laat de overeenkomst die geldt "
            "ook die dag omvatten.",
            "The tariff is that of an agreement on the day on which the care began, and not on the "
            "first day of this line. Which day counts is not known. Use the tariff of the first day "
            "of the line, or let the agreement that applies include that day too.",
        ),
        "vrij_zonder_afspraak": Tekst(
            "Volgens de tabel is het tarief vrij; een overeenkomst over deze prestatie kent deze "
            "bibliotheek niet. Controleer de tabel.",
            "By the table the tariff is free; this library knows no agreement on this prestatie. "
            "Check the table.",
        ),
    },
)
def vrij_tarief(w: Werkblad) -> Resultaat:
    """A free tariff is the one agreed with this insurer, also in years without a table."""
    meldingen: list[Melding] = []
    toegepast = elders = False
    for post in w.uit_groepen(lambda groep: not groep.eender or is_vrij(groep.antwoord)):
        if not is_vrij(post.tariefantwoord):
            continue
        toegepast = True
        antwoord = _toets_vrij(w, post)
        if isinstance(antwoord, Melding):
            meldingen.append(antwoord)
        elders = elders or antwoord is False
    return uitslag(meldingen, toegepast, elders=elders)


def _toets_vrij(w: Werkblad, post: Post) -> Melding | bool:
    """Judge one line; False means that another rule says what is missing."""
    declaratieregel, pad = post.declaratieregel, post.pad("tarief_eurocent")
    prestatie = post.prestatie
    if post.tarief is None or (prestatie is not None and prestatie.regime is Regime.VSV):
        return False  # GZ-TARIEF-004 and GZ-VSV-008 say why
    if not is_integraal(prestatie):
        return onbeoordeeld(pad, "vrij_zonder_afspraak", vermoeden=True)
    afgesproken = afgesproken_op(w, post.groep, post.tariefdag)
    if post.tarief in afgesproken[True]:
        if len(afgesproken[True]) > 1:
            return onbeoordeeld(pad, "afspraken_strijdig", vermoeden=True)
        return True
    laatste = declaratieregel.periode.tot_en_met
    if laatste > post.tariefdag and post.tarief in afgesproken_op(w, post.groep, laatste)[True]:
        return onbeoordeeld(pad, "tarief_van_laatste_dag", vermoeden=True)
    if any(post.tarief in afgesproken_op(w, post.groep, dag)[True] for dag in begindagen(w, post)):
        return onbeoordeeld(pad, "tarief_van_start", vermoeden=True)
    if afgesproken[True]:
        return breuk(pad, "wijkt_af_van_afspraak")
    if afgesproken[False]:
        return breuk(pad, "niet_schriftelijk", verificatie=Verificatie.AFGELEID)
    if w.context.overeenkomsten_volledig:
        return breuk(pad, "zonder_overeenkomst")
    if isinstance(post.tariefantwoord, Onbekend):
        return False  # GZ-TARIEF-001 says that no tariff is known
    return onbeoordeeld(pad, "overeenkomst_onbekend")


def begindagen(w: Werkblad, post: Post) -> list[date]:
    """Return the days before its own on which the integral care of a line began, if told."""
    dossier, traject = w.dossier, None
    if dossier is not None and dossier.integraal_traject is not None:
        traject = dossier.integraal_traject.fysieke_intake
    episode = None if post.episode is None else post.episode.looptijd.van
    genoemd = (post.declaratieregel.startdatum_zorg, episode, traject)
    return [dag for dag in genoemd if dag is not None and dag < post.declaratieregel.periode.van]


def afgesproken_op(w: Werkblad, groep: Groep, dag: date) -> dict[bool, set[int]]:
    """Return the tariffs of a day for lines that are alike, by whether they were agreed in writing."""
    partijen = groep.zorgaanbieder_agb, groep.uzovi_code
    return w.overeenkomstenboek.afgesproken(*partijen, dag, groep.prestatie_id)


_MODULES: Final = (
    "verloskunde-module-geboortecentrum",
    "verloskunde-module-geboortecentrum-besparing",
)


@regel(
    code="GZ-TARIEF-006",
    versie=2,
    titel=Tekst(
        "De module geboortecentrum alleen met een overeenkomst",
        "The birth centre module only with an agreement",
    ),
    soorten=("dossier", "declaratie"),
    bron=bron("tarief-verloskunde-2013"),
    velden=("/declaratieregels/*/prestatie",),
    peildatum=Peildatum.LEVERING,
    nodig=Nodig(prestaties=_MODULES),
    redenen={
        "overeenkomst_onbekend": Tekst(
            "De module geboortecentrum is er alleen met een overeenkomst met de verzekeraar, en die "
            "is niet bekend. Geef in overeenkomsten een schriftelijke mee (max_max) met een "
            "prijsafspraak over deze prestatie.",
            "The birth centre module is for who has an agreement with the insurer, and that is not "
            "known. Supply in overeenkomsten one in writing (max_max) with a prijsafspraak for "
            "this prestatie.",
        ),
        "zonder_overeenkomst": Tekst(
            "De module geboortecentrum is er alleen met een overeenkomst met de verzekeraar, en de "
            "context kent er geen. Neem haar daarin op (max_max, schriftelijk, met een prijsafspraak "
            "over deze prestatie), of laat de declaratieregel weg.",
            "The birth centre module is for who has an agreement with the insurer, and the context "
            "knows none. Have it put in the context (max_max, in writing, with a prijsafspraak for "
            "this prestatie), or leave the line out.",
        ),
        "niet_alle_dagen": Tekst(
            "De overeenkomst over de module geboortecentrum geldt op de eerste en de laatste dag van "
            "deze declaratieregel, en niet op alle dagen ertussen. Zet de module op een dag waarop zij "
            "geldt, of geef ook de overeenkomst van de andere dagen mee.",
            "The agreement on the birth centre module holds on the first and the last day of this "
            "line, and not on all days between. Put the module on a day on which it holds, or supply "
            "the agreement of the other days too.",
        ),
    },
    retourcodes=("0613",),
)
def module_met_overeenkomst(w: Werkblad) -> Resultaat:
    """An agreement in writing names it; there is no kind of agreement for it alone, so it is a doubt.

    So on every day of the line; that its tariff is the one agreed GZ-TARIEF-001 says.
    """
    posten = w.van(_MODULES)
    meldingen = [melding for post in posten if (melding := _toets_module(w, post)) is not None]
    return uitslag(meldingen, bool(posten))


def _toets_module(w: Werkblad, post: Post) -> Melding | None:
    lijn, pad = post.declaratieregel, post.pad("prestatie")
    van, tot_en_met = lijn.periode.van, lijn.periode.tot_en_met
    partijen = (Overeenkomstsoort.MAX_MAX, lijn.zorgaanbieder_agb, lijn.uzovi_code)
    wissels = w.overeenkomstenboek.wissels(*partijen, van, tot_en_met)
    genoemd = [
        w.overeenkomstenboek.samen(_noemt, w.overeenkomsten(*partijen, dag), post.prestatie_id)
        for dag in (van, tot_en_met, *(wissels or ()))
    ]
    if not all(genoemd[:2]):
        if w.context.overeenkomsten_volledig:
            return onbeoordeeld(pad, "zonder_overeenkomst", vermoeden=True)
        return onbeoordeeld(pad, "overeenkomst_onbekend")
    if wissels is None or not all(genoemd):
        return onbeoordeeld(pad, "niet_alle_dagen", vermoeden=True)
    return None


def _noemt(boek: Overeenkomstenboek, overeenkomsten: list[Overeenkomst], prestatie_id: str) -> bool:
    """Say whether one in writing names a tariff for a prestatie."""
    return any(o.schriftelijk and boek.prijzen(o, prestatie_id) for o in overeenkomsten)


@regel(
    code="GZ-TARIEF-005",
    versie=3,
    titel=Tekst(
        "Een overeenkomst in het dossier is die van de betaler",
        "An agreement in the dossier is that of the payer",
    ),
    soorten=("dossier",),
    bron=bronnen.SCHEMA,
    velden=("/overeenkomsten/*",),
    nodig=Nodig(leden=("/overeenkomsten",)),
    redenen={
        "wijkt_af": Tekst(
            "De context geeft deze overeenkomst ook, met een andere inhoud. Die van de context "
            "geldt: neem haar over, of laat haar hier weg.",
            "The context gives this agreement too, with other contents. That of the context "
            "applies: copy it, or leave it out here.",
        ),
        "andere_dagen": Tekst(
            "De context geeft deze overeenkomst alleen voor andere dagen. Verbeter de looptijd, of "
            "laat de betaler de verlenging in de context opnemen.",
            "The context gives this agreement for other days only. Correct the looptijd, or have the "
            "payer put the renewal in the context.",
        ),
        "naast_betaler": Tekst(
            "De context geeft voor dezelfde partijen en dagen een andere overeenkomst. Die van de "
            "context geldt: controleer welke de juiste is.",
            "For the same parties and days the context gives another agreement. That of the "
            "context applies: check which one is right.",
        ),
        "sleutel_van_ander": Tekst(
            "De context geeft deze sleutel voor een overeenkomst van deze verzekeraar met een ander. "
            "Noem de eigen sleutel, of laat de betaler deze overeenkomst in de context opnemen.",
            "The context gives this key for an agreement of this insurer with another party. Name "
            "your own key, or have the payer put this agreement in the context.",
        ),
    },
)
def overeenkomst_van_betaler(w: Werkblad) -> Resultaat:
    """What the document says of an agreement is what the payer says of it.

    A key is one of its parties, and can go on in a next agreement between them.
    """
    eigen = w.als(Dossier).overeenkomsten
    if not eigen:
        return NIET_VAN_TOEPASSING
    boek, bekend = w.overeenkomstenboek, w.context.gedeeld(_per_sleutel)
    meldingen: list[Melding] = []
    for plaats, overeenkomst in enumerate(eigen):
        pad, met = f"/overeenkomsten/{plaats}", bekend.get(_SLEUTEL(overeenkomst))
        if met is not None:
            gelijk = boek.vergelijk(overeenkomst, met)
            if gelijk is None:
                meldingen.append(onbeoordeeld(pad, "andere_dagen", vermoeden=True))
            elif not gelijk:
                meldingen.append(breuk(pad, "wijkt_af"))
        elif not boek.past_bij_betaler(overeenkomst):
            meldingen.append(onbeoordeeld(pad, "naast_betaler", vermoeden=True))
        elif _BIJ(overeenkomst) in bekend:
            meldingen.append(onbeoordeeld(pad, "sleutel_van_ander", vermoeden=True))
    return uitslag(meldingen, van_toepassing=True)


_SLEUTEL: Final = attrgetter("overeenkomst_id", "uzovi_code", "zorgaanbieder_agb", "vsv_id")
"""The key of an agreement, with its parties: only they cannot use it for two on one day."""
_BIJ: Final = attrgetter("overeenkomst_id", "uzovi_code")
"""The same, with its insurer only."""


def _per_sleutel(context: Context) -> dict[tuple[str | None, ...], list[Overeenkomst]]:
    uit: dict[tuple[str | None, ...], list[Overeenkomst]] = {}
    for overeenkomst in context.overeenkomsten:
        for sleutel in (_SLEUTEL(overeenkomst), _BIJ(overeenkomst)):
            uit.setdefault(sleutel, []).append(overeenkomst)
    return uit
