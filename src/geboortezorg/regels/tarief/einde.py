"""Complete care: only when the pregnancy and the care ended the way that it asks."""

from datetime import date

from geboortezorg.bron import Verificatie
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Prestatie
from geboortezorg.model.zorgepisode import Verwijzingsoort
from geboortezorg.model.zwangerschap import WijzeEinde
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    Melding,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.zorggeval import Post


@regel(
    code="GZ-SAMENLOOP-004",
    versie=2,
    titel=Tekst(
        "Volledige zorg alleen als de zorg tot de bevalling in de eerste lijn bleef",
        "Complete care only when the care stayed in the first line until the birth",
    ),
    soorten=("dossier",),
    bron=bronnen.NZA_PRENATAAL,
    velden=("/declaratieregels/*/prestatie",),
    redenen={
        "overgenomen": Tekst(
            "Een ander nam de zorg voor de bevalling over. Declareer de deelprestatie die past bij "
            "de zwangerschapsduur van de overname.",
            "Another took over the care before the birth. Declare the deelprestatie that fits the "
            "length of the pregnancy at the takeover.",
        ),
        "miskraam": Tekst(
            "De zwangerschap eindigde in een miskraam. Declareer een deelprestatie.",
            "The pregnancy ended in a miscarriage. Declare a deelprestatie.",
        ),
        "ander_einde": Tekst(
            "De zwangerschap eindigde anders dan in een bevalling. Declareer een deelprestatie.",
            "The pregnancy ended otherwise than in a birth. Declare a deelprestatie.",
        ),
        "einde_onbekend": Tekst(
            "Hoe en wanneer de zwangerschap eindigde, is niet bekend; volledige zorg vraagt een "
            "bevalling. Vul datum_einde en wijze_einde in.",
            "How and when the pregnancy ended is not known; complete care asks for a birth. Supply "
            "datum_einde and wijze_einde.",
        ),
        "terugverwezen": Tekst(
            "Een ander nam de zorg over en verwees terug. Of volledige zorg dan past, zegt geen "
            "gelezen bron.",
            "Another took over the care and referred back. Whether complete care then fits, no "
            "source that was read says.",
        ),
        "overname_onbekend": Tekst(
            "De dag of de soort van een verwijzing ontbreekt, dus of een ander de zorg voor de "
            "bevalling overnam, is niet bekend. Vul die aan.",
            "The day or the kind of a referral is missing, so whether another took over the care "
            "before the birth is not known. Supply it.",
        ),
        "eerder_beeindigd": Tekst(
            "De zorgepisode eindigde voor de dag van de bevalling. Controleer of een ander de zorg "
            "overnam, en declareer dan een deelprestatie.",
            "The zorgepisode ended before the day of the birth. Check whether another took over "
            "the care, and if so declare a deelprestatie.",
        ),
    },
)
def prenataal_bleef_eerste_lijn(w: Werkblad) -> Resultaat:
    """After a miscarriage, or a takeover before the day of birth, only deelprestaties remain."""
    dossier = w.als(Dossier)
    if not any(prestatie.wijzen_einde for prestatie in w.prestaties):
        return NIET_VAN_TOEPASSING
    verloop = _Verloop(dossier)
    meldingen: list[Melding] = []
    toegepast = False
    for post in w.tellend:
        if post.prestatie is None or not post.prestatie.wijzen_einde:
            continue
        toegepast = True
        melding = _toets_einde(dossier, post, post.prestatie)
        if melding is None and post.prestatie.tot_bevalling:
            melding = verloop.toets(post)
        if melding is not None:
            meldingen.append(melding)
    return uitslag(meldingen, toegepast)


def _toets_einde(dossier: Dossier, post: Post, prestatie: Prestatie) -> Melding | None:
    """Judge how the pregnancy ended."""
    zwangerschap, pad = dossier.zwangerschap, post.pad("prestatie")
    wijze = zwangerschap.wijze_einde
    if wijze is None and any(kind.geboren for kind in dossier.kinderen):
        wijze = WijzeEinde.PARTUS
    if wijze is None:
        return onbeoordeeld(pad, "einde_onbekend")
    if wijze in prestatie.wijzen_einde:
        return None if zwangerschap.datum_einde else onbeoordeeld(pad, "einde_onbekend")
    # The source speaks of prenatal care and of a miscarriage; the rest follows from it.
    gelezen = wijze is WijzeEinde.MISKRAAM and prestatie.tot_bevalling
    reden = "miskraam" if wijze is WijzeEinde.MISKRAAM else "ander_einde"
    return breuk(pad, reden, verificatie=None if gelezen else Verificatie.AFGELEID)


class _Verloop:
    """Who had the care until when, by provider, worked out once."""

    __slots__ = ("_begin", "_einde", "_laatste", "_onbekend", "_overgenomen", "_terug")

    def __init__(self, dossier: Dossier) -> None:
        self._einde = dossier.zwangerschap.datum_einde or date.max
        self._begin: dict[str | None, list[date]] = {}
        self._laatste: dict[str | None, date] = {}
        self._overgenomen: dict[str | None, date] = {}
        self._terug: dict[str | None, date] = {}
        self._onbekend: set[str | None] = set()
        for episode in dossier.zorgepisodes:
            agb = episode.zorgaanbieder.agb_code
            tot_en_met = episode.looptijd.tot_en_met or date.max
            self._begin.setdefault(agb, []).append(episode.looptijd.van)
            self._laatste[agb] = max(tot_en_met, self._laatste.get(agb, date.min))
            for verwijzing in episode.verwijzingen:
                if verwijzing.verwijzingsoort is Verwijzingsoort.CONSULT:
                    continue
                if verwijzing.verwijzingsoort is None or verwijzing.datum is None:
                    self._onbekend.add(agb)
                    continue
                naar = None if verwijzing.naar is None else verwijzing.naar.agb_code
                self._terug[naar] = max(verwijzing.datum, self._terug.get(naar, date.min))
                if verwijzing.datum < self._einde:
                    laatste = max(verwijzing.datum, self._overgenomen.get(agb, date.min))
                    self._overgenomen[agb] = laatste

    def toets(self, post: Post) -> Melding | None:
        """Judge whether the care stayed with the provider until the day of birth."""
        pad, agb = post.pad("prestatie"), post.declaratieregel.zorgaanbieder_agb
        weg = self._overgenomen.get(agb)
        if weg is not None:
            terug = self._terug.get(agb, date.min)
            later = any(weg < begin <= self._einde for begin in self._begin[agb])
            if weg <= terug <= self._einde or later:
                return onbeoordeeld(pad, "terugverwezen")
            return breuk(pad, "overgenomen")
        if agb in self._onbekend:
            return onbeoordeeld(pad, "overname_onbekend")
        if self._laatste.get(agb, date.max) < self._einde:
            return onbeoordeeld(pad, "eerder_beeindigd", vermoeden=True)
        return None
