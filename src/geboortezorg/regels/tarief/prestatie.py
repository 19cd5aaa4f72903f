"""Prestaties: known and in force, in the right phase, by the right provider and insurer."""

from typing import Final

from geboortezorg.bron import Verificatie
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Regime
from geboortezorg.model.tarief import Opslagsoort, Tariefsoort
from geboortezorg.nummers import agb
from geboortezorg.regels import bronnen
from geboortezorg.regels.opslag import TOESLAG
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
from geboortezorg.tabellen import BuitenLooptijd, Gevonden, Onbekend, Opzoekstatus
from geboortezorg.tijd import toon_zwangerschapsduur, zwangerschapsduur_dagen
from geboortezorg.zorggeval import EERSTE_DAG_START_ZORG, Post

_DECLARABEL: Final = frozenset(Regime) - {
    Regime.EIGEN_BIJDRAGE_KRAAMZORG,
    Regime.MEDISCH_SPECIALISTISCHE_ZORG,
}


@regel(
    code="GZ-PRESTATIE-001",
    titel=Tekst(
        "De prestatie bestaat en is van kracht op de peildatum",
        "The prestatie exists and is in force on the decisive date",
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.wmg("art. 35 lid 1 onder c en art. 53"),
    velden=("/declaratieregels/*/prestatie",),
    peildatum=Peildatum.PRESTATIE,
    gebruikt_tabellen=True,
    retourcodes=("0581", "0582"),
    redenen={
        "bestaat_niet": Tekst(
            "Deze prestatie bestaat niet: de lijsten noemen elke prestatie. Zonder "
            "prestatiebeschrijving is zij niet declarabel, ook niet met een contract.",
            "This prestatie does not exist: the lists name every prestatie. Without a "
            "prestatiebeschrijving it cannot be declared, not even with a contract.",
        ),
        "niet_declarabel": Tekst(
            "Dit is een eigen bijdrage, geen prestatie die bij de verzekeraar wordt gedeclareerd. "
            "Sommige verzekeraars innen haar (EI-incasso): controleer of deze dat doet, en laat de "
            "regel anders weg.",
            "This is an own contribution, not a prestatie that is declared to the insurer. Some "
            "insurers collect it (EI-incasso): check whether this one does, and leave the line out "
            "otherwise.",
        ),
        "nog_niet_van_kracht": Tekst(
            "De prestatie is pas declarabel vanaf {van}. Tot dan is zij niet declarabel, ook niet "
            "met een contract.",
            "The prestatie can be declared from {van} on. Until then it cannot, not even with a "
            "contract.",
        ),
        "beeindigd": Tekst(
            "De prestatie was declarabel tot en met {tot_en_met}. Gebruik de prestatie die nu geldt.",
            "The prestatie could be declared up to and including {tot_en_met}. Use the one that "
            "applies now.",
        ),
        "prestatie_onbekend": Tekst(
            "De prestatie staat in geen van de tabellen. Controleer de code of voeg een "
            "prestatielijst toe.",
            "The prestatie is in none of the tables. Check the code or add a list of prestaties.",
        ),
        "peildatum_onbekend": Tekst(
            "De start van de zorg is niet bekend, dus ook niet welke beschikking geldt. Vul "
            "startdatum_zorg in of verwijs naar een zorgepisode.",
            "The start of the care is not known, nor therefore which decision applies. Supply "
            "startdatum_zorg or refer to a zorgepisode.",
        ),
        "niet_bekend_op_datum": Tekst(
            "Of de prestatie op deze datum van kracht is, is niet bekend: geen tabel dekt die dag.",
            "Whether the prestatie is in force on this date is not known: no table covers that day.",
        ),
    },
)
def van_kracht(w: Werkblad) -> Resultaat:
    """No prestatiebeschrijving in force means not declarable, also with a contract (Wmg 35)."""
    meldingen: list[Melding] = []
    toegepast = False
    tabellen = w.context.tabellen
    for post in w.posten:
        if not post.telt:
            continue
        toegepast = True
        pad, prestatie, opzoeking = post.pad("prestatie"), post.prestatie, post.opzoeking
        if prestatie is None:
            if tabellen.volledige_regimes >= _DECLARABEL:
                meldingen.append(breuk(pad, "bestaat_niet"))
            else:
                meldingen.append(onbeoordeeld(pad, "prestatie_onbekend"))
        elif _is_eigen_bijdrage(post):
            # An insurer may collect it for the provider (CZ, EI-incasso).
            grond = Verificatie.AFGELEID
            meldingen.append(breuk(pad, "niet_declarabel", verificatie=grond))
        elif opzoeking is None:
            meldingen.append(onbeoordeeld(pad, "peildatum_onbekend"))
        elif isinstance(opzoeking, BuitenLooptijd):
            meldingen.append(_buiten_looptijd(pad, opzoeking))
        elif isinstance(opzoeking, Onbekend) and not _toeslag_bekend(w, post):
            meldingen.append(onbeoordeeld(pad, "niet_bekend_op_datum"))
    return uitslag(meldingen, toegepast)


def _is_eigen_bijdrage(post: Post) -> bool:
    """Say whether a line asks the insurer for what the insured person pays."""
    if post.prestatie is not None and post.prestatie.regime is Regime.EIGEN_BIJDRAGE_KRAAMZORG:
        return True
    opzoeking = post.opzoeking
    return (
        isinstance(opzoeking, Gevonden)
        and opzoeking.tarief.tariefsoort is Tariefsoort.EIGEN_BIJDRAGE
    )


def _buiten_looptijd(pad: str, opzoeking: BuitenLooptijd) -> Melding:
    verificatie, bron, datum = opzoeking.verificatie, opzoeking.bron, opzoeking.datum
    if opzoeking.status is Opzoekstatus.BEEINDIGD:
        return breuk(pad, "beeindigd", verificatie=verificatie, bron=bron, tot_en_met=datum)
    return breuk(pad, "nog_niet_van_kracht", verificatie=verificatie, bron=bron, van=datum)


def _toeslag_bekend(w: Werkblad, post: Post) -> bool:
    """Say whether a line is a toeslag whose percentage is known: it has no amount of its own."""
    return (
        post.prestatie_id == TOESLAG
        and w.context.tabellen.opslag(
            Opslagsoort.TOESLAG_INTEGRALE_GEBOORTEZORG,
            Regime.KRAAMZORG,
            post.declaratieregel.periode.van,
        )
        is not None
    )


@regel(
    code="GZ-PRESTATIE-002",
    titel=Tekst(
        "Een deelprestatie past bij de zwangerschapsduur",
        "A deelprestatie fits the length of the pregnancy",
    ),
    soorten=("dossier",),
    bron=bronnen.PRESTATIELIJST,
    velden=("/declaratieregels/*/prestatie",),
    peildatum=Peildatum.LEVERING,
    redenen={
        "te_vroeg": Tekst(
            "De zorg eindigt bij een kortere zwangerschapsduur dan deze deelprestatie vraagt "
            "(vanaf {van}). Kies de deelprestatie die past.",
            "The care ends at a shorter pregnancy than this deelprestatie asks (from {van}). "
            "Choose the one that fits.",
        ),
        "te_laat": Tekst(
            "De zorg eindigt bij een langere zwangerschapsduur dan deze deelprestatie toelaat "
            "(tot en met {tot_en_met}). Kies de deelprestatie die past.",
            "The care ends at a longer pregnancy than this deelprestatie allows (up to and "
            "including {tot_en_met}). Choose the one that fits.",
        ),
        "a_terme_onbekend": Tekst(
            "De a terme datum ontbreekt, dus de zwangerschapsduur is niet bekend. Vul hem in.",
            "The a terme date is missing, so the length of the pregnancy is not known. Supply it.",
        ),
    },
)
def zwangerschapsduur(w: Werkblad) -> Resultaat:
    """The care of a deelprestatie ends within the weeks that its description names."""
    meldingen: list[Melding] = []
    toegepast = False
    a_terme = w.als(Dossier).zwangerschap.a_terme_datum
    for post in w.posten:
        prestatie = post.prestatie
        if not post.telt or prestatie is None:
            continue
        van = prestatie.zwangerschapsduur_van_dagen
        tot_en_met = prestatie.zwangerschapsduur_tot_en_met_dagen
        if van is None and tot_en_met is None:
            continue
        toegepast = True
        pad = post.pad("prestatie")
        if a_terme is None:
            meldingen.append(onbeoordeeld(pad, "a_terme_onbekend"))
            continue
        dagen = zwangerschapsduur_dagen(a_terme, post.declaratieregel.periode.tot_en_met)
        if van is not None and dagen < van:
            meldingen.append(breuk(pad, "te_vroeg", van=toon_zwangerschapsduur(van)))
        elif tot_en_met is not None and dagen > tot_en_met:
            grens = toon_zwangerschapsduur(tot_en_met)
            meldingen.append(breuk(pad, "te_laat", tot_en_met=grens))
    return uitslag(meldingen, toegepast)


@regel(
    code="GZ-PRESTATIE-003",
    titel=Tekst(
        "De AGB-zorgsoort van de declarant past bij de prestatie",
        "The AGB zorgsoort of the declarant fits the prestatie",
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.AGB_ZORGSOORTEN,
    velden=("/declaratieregels/*/zorgaanbieder_agb",),
    redenen={
        "zorgsoort": Tekst(
            "Deze prestatie wordt verwacht van een AGB-code die begint met {zorgsoorten}. "
            "Controleer de AGB-code en de prestatie.",
            "This prestatie is expected from an AGB-code that starts with {zorgsoorten}. Check the "
            "AGB-code and the prestatie.",
        )
    },
)
def zorgsoort_prestatie(w: Werkblad) -> Resultaat:
    """The first two digits of the AGB-code are among those expected for the prestatie."""
    meldingen: list[Melding] = []
    toegepast = False
    for post in w.posten:
        prestatie = post.prestatie
        if not post.telt or prestatie is None or not prestatie.zorgsoorten:
            continue
        toegepast = True
        zorgsoort = post.declaratieregel.zorgaanbieder_agb[:2]
        if zorgsoort == agb.VSV[:2] and prestatie.regime is not Regime.VSV:
            continue  # care declared by a network organisation: GZ-VSV-008
        if zorgsoort not in prestatie.zorgsoorten:
            pad, zorgsoorten = post.pad("zorgaanbieder_agb"), ", ".join(prestatie.zorgsoorten)
            meldingen.append(breuk(pad, "zorgsoort", zorgsoorten=zorgsoorten))
    return uitslag(meldingen, toegepast)


@regel(
    code="GZ-VERZEKERAAR-001",
    titel=Tekst(
        "Verloskundige zorg gaat naar de verzekeraar bij de start van de zorg",
        "Midwifery care is declared to the insurer at the start of the care",
    ),
    soorten=("dossier",),
    bron=bronnen.KNOV_PEILDATA,
    velden=("/declaratieregels/*/uzovi_code", "/declaratieregels/*/startdatum_zorg"),
    peildatum=Peildatum.START_ZORG,
    redenen={
        "andere_verzekeraar": Tekst(
            "De vrouw was bij de start van de zorg bij een andere verzekeraar verzekerd. Declareer "
            "bij die verzekeraar, ook na een overstap.",
            "At the start of the care the woman was insured with another insurer. Declare to that "
            "insurer, also after a change.",
        ),
        "verzekering_onbekend": Tekst(
            "Bij welke verzekeraar de vrouw bij de start van de zorg verzekerd was, is niet "
            "bekend. Vul client.verzekeringen aan.",
            "With which insurer the woman was insured at the start of the care is not known. "
            "Complete client.verzekeringen.",
        ),
        "start_onbekend": Tekst(
            "De start van de zorg is niet bekend. Vul startdatum_zorg in of verwijs naar een "
            "zorgepisode.",
            "The start of the care is not known. Supply startdatum_zorg or refer to a zorgepisode.",
        ),
        "voor_2015": Tekst(
            "Voor zorg die voor 1 januari 2015 startte is deze peildatum niet bekend.",
            "For care that started before 1 January 2015 this decisive date is not known.",
        ),
    },
    retourcodes=("0320",),
)
def verzekeraar_bij_start(w: Werkblad) -> Resultaat:
    """Care that started in 2015 or later is declared to the insurer of its first day."""
    meldingen: list[Melding] = []
    toegepast = False
    client = w.als(Dossier).client
    verzekeringen = () if client is None else client.verzekeringen
    for post in w.posten:
        prestatie, start = post.prestatie, post.startdatum
        if not post.telt or prestatie is None or not prestatie.peildatum_start_zorg:
            continue
        toegepast = True
        if start is None:
            meldingen.append(onbeoordeeld(post.pad("startdatum_zorg"), "start_onbekend"))
            continue
        pad = post.pad("uzovi_code")
        if start < EERSTE_DAG_START_ZORG:
            meldingen.append(onbeoordeeld(pad, "voor_2015"))
            continue
        geldig = {v.uzovi_code for v in verzekeringen if v.looptijd.bevat(start)}
        if not geldig:
            meldingen.append(onbeoordeeld(pad, "verzekering_onbekend"))
        elif post.declaratieregel.uzovi_code not in geldig:
            meldingen.append(breuk(pad, "andere_verzekeraar"))
    return uitslag(meldingen, toegepast)
