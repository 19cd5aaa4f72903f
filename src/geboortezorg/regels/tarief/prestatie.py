"""Prestaties: known and in force, in the right phase, by the right provider and insurer."""

from datetime import date
from typing import Final

from geboortezorg.bron import Verificatie
from geboortezorg.model.prestatie import ONDERZOEKEN, Regime
from geboortezorg.model.tarief import Tariefsoort
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
from geboortezorg.tabellen import Antwoordstatus, BuitenLooptijd, Gevonden, Onbekend
from geboortezorg.tijd import dagen_tussen, toon_zwangerschapsduur, zwangerschapsduur_dagen
from geboortezorg.zorggeval import Post

GRENZEN: Final = "geboorte-aannemelijk"
"""The norm on how long a pregnancy can last."""

_DECLARABEL: Final = frozenset(Regime) - {
    Regime.EIGEN_BIJDRAGE_KRAAMZORG,
    Regime.MEDISCH_SPECIALISTISCHE_ZORG,
}


@regel(
    code="GZ-PRESTATIE-001",
    versie=2,
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
            "declaratieregel anders weg.",
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
            "De prestatie was declarabel tot en met {tot_en_met}. Gebruik de prestatie die nu "
            "geldt.",
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
    },
)
def van_kracht(w: Werkblad) -> Resultaat:
    """No prestatiebeschrijving in force means not declarable, also with a contract (Wmg 35)."""
    meldingen: list[Melding] = []
    toegepast = elders = False
    tabellen = w.context.tabellen
    for post in w.posten:
        if not post.telt:
            continue
        toegepast = True
        prestatie, tariefantwoord = post.prestatie, post.tariefantwoord
        if isinstance(tariefantwoord, Gevonden) and not _is_eigen_bijdrage(post):
            continue  # the most common
        pad = post.pad("prestatie")
        if prestatie is None:
            if tabellen.volledige_regimes >= _DECLARABEL:
                meldingen.append(breuk(pad, "bestaat_niet"))
            else:
                meldingen.append(onbeoordeeld(pad, "prestatie_onbekend"))
        elif _is_eigen_bijdrage(post):
            # An insurer may collect it for the provider (CZ, EI-incasso).
            grond = Verificatie.AFGELEID
            meldingen.append(breuk(pad, "niet_declarabel", verificatie=grond))
        elif tariefantwoord is None:
            meldingen.append(onbeoordeeld(pad, "peildatum_onbekend"))
        elif isinstance(tariefantwoord, BuitenLooptijd):
            meldingen.append(_buiten_looptijd(pad, tariefantwoord))
        elif isinstance(tariefantwoord, Onbekend) and prestatie.prestatie_id != TOESLAG:
            elders = True  # GZ-TARIEF-001 says that no table covers the day
    return uitslag(meldingen, toegepast, elders=elders)


def _is_eigen_bijdrage(post: Post) -> bool:
    """Say whether a line asks the insurer for what the insured person pays."""
    if post.prestatie is not None and post.prestatie.regime is Regime.EIGEN_BIJDRAGE_KRAAMZORG:
        return True
    antwoord = post.tariefantwoord
    return (
        isinstance(antwoord, Gevonden) and antwoord.tarief.tariefsoort is Tariefsoort.EIGEN_BIJDRAGE
    )


def _buiten_looptijd(pad: str, antwoord: BuitenLooptijd) -> Melding:
    verificatie, bron, datum = antwoord.verificatie, antwoord.bron, antwoord.datum
    if antwoord.status is Antwoordstatus.BEEINDIGD:
        return breuk(pad, "beeindigd", verificatie=verificatie, bron=bron, tot_en_met=datum)
    return breuk(pad, "nog_niet_van_kracht", verificatie=verificatie, bron=bron, van=datum)


@regel(
    code="GZ-PRESTATIE-002",
    versie=2,
    titel=Tekst(
        "Een deelprestatie past bij de zwangerschapsduur",
        "A deelprestatie fits the length of the pregnancy",
    ),
    soorten=("dossier", "declaratie"),
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
        "onderzoek_te_vroeg": Tekst(
            "Dit onderzoek is eerder in de zwangerschap gedaan dan bij zijn doel past (vanaf "
            "{van}). Controleer de dag, de prestatie en de a terme datum.",
            "This examination was done earlier in the pregnancy than fits its purpose (from {van}). "
            "Check the day, the prestatie and the a terme date.",
        ),
        "onderzoek_te_laat": Tekst(
            "Dit onderzoek is later in de zwangerschap gedaan dan bij zijn doel past (tot en met "
            "{tot_en_met}). Controleer de dag, de prestatie en de a terme datum.",
            "This examination was done later in the pregnancy than fits its purpose (up to and "
            "including {tot_en_met}). Check the day, the prestatie and the a terme date.",
        ),
        "a_terme_onbekend": Tekst(
            "De a terme datum ontbreekt, dus de zwangerschapsduur is niet bekend. Vul hem in.",
            "The a terme date is missing, so the length of the pregnancy is not known. Supply it.",
        ),
    },
)
def zwangerschapsduur(w: Werkblad) -> Resultaat:
    """The care of a deelprestatie ends within the weeks that its description names.

    An examination begins within those that fit its purpose, or raises a doubt.
    A message tells no length, but its lines how long the care had lasted, and some the birth.
    """
    meldingen: list[Melding] = []
    toegepast = False
    langste = w.context.normen.norm(GRENZEN).waarde("zwangerschap.langste")
    dossier = w.dossier
    a_terme = None if dossier is None else dossier.zwangerschap.a_terme_datum
    for post in w.posten:
        prestatie = post.prestatie
        if not post.telt or prestatie is None:
            continue
        van = prestatie.zwangerschapsduur_van_dagen
        tot_en_met = prestatie.zwangerschapsduur_tot_en_met_dagen
        if van is None and tot_en_met is None:
            continue
        onderzoek, pad = prestatie.eenheid in ONDERZOEKEN, post.pad("prestatie")
        if a_terme is None and dossier is not None:
            if not onderzoek:
                meldingen.append(onbeoordeeld(pad, "a_terme_onbekend"))
            continue
        toegepast = True
        kortste, hooguit = _duur(post, a_terme, langste, onderzoek=onderzoek)
        grond, soort = (Verificatie.AFGELEID, "onderzoek_") if onderzoek else (None, "")
        if van is not None and hooguit < van:
            grens = toon_zwangerschapsduur(van)
            meldingen.append(breuk(pad, f"{soort}te_vroeg", verificatie=grond, van=grens))
        elif tot_en_met is not None and kortste > tot_en_met:
            grens, reden = toon_zwangerschapsduur(tot_en_met), f"{soort}te_laat"
            meldingen.append(breuk(pad, reden, verificatie=grond, tot_en_met=grens))
    return uitslag(meldingen, toegepast)


def _duur(post: Post, a_terme: date | None, langste: int, *, onderzoek: bool) -> tuple[int, int]:
    """Return the shortest and the longest that the pregnancy can have lasted at the care."""
    declaratieregel = post.declaratieregel
    dag = declaratieregel.periode.van if onderzoek else declaratieregel.periode.tot_en_met
    if a_terme is not None:
        dagen = zwangerschapsduur_dagen(a_terme, dag)
        return dagen, dagen
    kortste = dagen_tussen(declaratieregel.startdatum_zorg or declaratieregel.periode.van, dag)
    partus = declaratieregel.datum_partus
    hooguit = langste if partus is None else langste - max(0, dagen_tussen(dag, partus))
    return kortste, hooguit
