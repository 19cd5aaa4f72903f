"""Whose care a line is about."""

from geboortezorg.model.dossier import Dossier
from geboortezorg.nummers import bsn
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    VOLDAAN,
    Melding,
    Nodig,
    Resultaat,
    Tekst,
    Trek,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad


@regel(
    code="GZ-DECLARATIE-011",
    titel=Tekst(
        "Elke declaratieregel noemt het BSN van de verzekerde",
        "Every line names the BSN of the insured person",
    ),
    soorten=("declaratie",),
    bron=(bronnen.COD954, bronnen.EI_FORMAAT),
    velden=("/declaratieregels/*/bsn",),
    aanleiding=Nodig(trekken=(Trek.ZONDER_BSN,)),
    redenen={
        "bsn_ontbreekt": Tekst(
            "Zonder BSN is niet bekend van wie deze zorg is, dus wat per vrouw geldt is niet "
            "beoordeeld. Vul bsn in. Heeft de vrouw geen BSN, beoordeel dan haar dossier, dat er "
            "geen nodig heeft.",
            "Without a BSN it is not known whose care this is, so what holds for a woman was not "
            "judged. Supply bsn. If the woman has no BSN, judge her dossier, which needs none.",
        )
    },
    retourcodes=("0435",),
)
def bsn_aanwezig(w: Werkblad) -> Resultaat:
    """A message can be about several persons; the dummy for an unknown BSN has its own rule."""
    if all(geval.een_vrouw for geval in w.zorggevallen):
        return VOLDAAN
    meldingen: list[Melding] = [
        onbeoordeeld(post.pad("bsn"), "bsn_ontbreekt")
        for post in w.posten
        if post.declaratieregel.bsn is None
    ]
    onbekend = any(post.declaratieregel.bsn == bsn.DUMMY for post in w.posten)
    return uitslag(meldingen, van_toepassing=True, elders=onbekend)


@regel(
    code="GZ-REGEL-006",
    versie=2,
    titel=Tekst(
        "Elke declaratieregel van een dossier gaat over dezelfde vrouw",
        "Every line of a dossier is about the same woman",
    ),
    soorten=("dossier",),
    bron=bronnen.SCHEMA,
    velden=("/declaratieregels/*/bsn",),
    nodig=Nodig(leden=("/declaratieregels/*/bsn",)),
    redenen={
        "ander_bsn": Tekst(
            "Dit BSN is niet dat van de vrouw van het dossier. Zet de declaratieregel in het "
            "dossier waar hij hoort, of verbeter het BSN.",
            "This BSN is not that of the woman of the dossier. Put the line in the dossier that it "
            "belongs to, or correct the BSN.",
        )
    },
    retourcodes=("0435",),
)
def een_vrouw(w: Werkblad) -> Resultaat:
    """A BSN on a line is that of the client, or else that of the other lines, and of no child."""
    dossier = w.als(Dossier)
    client = dossier.client
    verwacht = None if client is None else client.bsn
    meldingen: list[Melding] = []
    genoemd = False
    for post in w.posten:
        nummer = post.declaratieregel.bsn
        if nummer in {None, bsn.DUMMY}:
            continue
        genoemd = True
        van_kind = any(kind.bsn == nummer for kind in dossier.kinderen)
        if verwacht in {None, bsn.DUMMY} and not van_kind:
            verwacht = nummer
        if nummer != verwacht:
            meldingen.append(breuk(post.pad("bsn"), "ander_bsn"))
    return uitslag(meldingen, genoemd)
