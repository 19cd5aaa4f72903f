"""Complete care: only when the pregnancy and the care ended the way that it asks."""

from datetime import date, timedelta
from typing import Final

from geboortezorg.bron import Verificatie
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.partijen import Discipline
from geboortezorg.model.prestatie import Fase, Prestatie, Regime
from geboortezorg.model.zorgepisode import (
    BARING,
    VOOR_BARING,
    PerinatalePeriode,
    Verwijzingsoort,
    Zorgepisode,
)
from geboortezorg.model.zwangerschap import WijzeEinde
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
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
from geboortezorg.regels.rollen import ernaast
from geboortezorg.regels.werkblad import Werkblad, namen_van
from geboortezorg.tijd import dagen_tussen, zwangerschapsduur_dagen
from geboortezorg.zorggeval import Post, bevaldagen, in_buitenland, plaatsen_baring


@regel(
    code="GZ-SAMENLOOP-004",
    versie=8,
    titel=Tekst(
        "Volledige zorg alleen als de zorg tot de bevalling in de eerste lijn bleef",
        "Complete care only when the care stayed in the first line until the birth",
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.NZA_PRENATAAL,
    velden=("/declaratieregels/*/prestatie", "/declaratieregels/*/periode"),
    nodig=(
        Nodig(kenmerken=("wijzen_einde",)),
        Nodig(trekken=(Trek.VORIGE_ZORGVERLENER,)),  # seen in messages only, which tell no more
    ),
    aanleiding=Nodig(trekken=(Trek.VOLLEDIGE_ZORG,)),
    redenen={
        "overgenomen": Tekst(
            "Een ander nam de zorg voor de bevalling over. Declareer de deelprestatie die past bij "
            "de zwangerschapsduur van de overname.",
            "Another took over the care before the birth. Declare the deelprestatie that fits the "
            "length of the pregnancy at the takeover.",
        ),
        "miskraam": Tekst(
            "De zwangerschap eindigde in een miskraam, en deze prestatie vraagt een bevalling. "
            "Declareer in de verloskunde een deelprestatie, of laat de declaratieregel weg.",
            "The pregnancy ended in a miscarriage, and this prestatie asks for a birth. Declare a "
            "deelprestatie of midwifery, or leave the line out.",
        ),
        "ander_einde": Tekst(
            "De zwangerschap eindigde anders dan in een bevalling, die deze prestatie vraagt. "
            "Declareer in de verloskunde een deelprestatie, of laat de declaratieregel weg.",
            "The pregnancy ended otherwise than in a birth, which this prestatie asks for. Declare "
            "a deelprestatie of midwifery, or leave the line out.",
        ),
        "einde_onbekend": Tekst(
            "Hoe en wanneer de zwangerschap eindigde, is niet bekend; deze prestatie vraagt een "
            "bevalling. Vul datum_einde en wijze_einde in.",
            "How and when the pregnancy ended is not known; this prestatie asks for a birth. "
            "Supply datum_einde and wijze_einde.",
        ),
        "terugverwezen": Tekst(
            "Een ander nam de zorg over en verwees terug. Of volledige zorg dan past, zegt geen "
            "gelezen bron. Declareer de delen die u gaf.",
            "Another took over the care and referred back. Whether complete care then fits, no "
            "source that was read says. Declare the parts that you gave.",
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
        "vorige_zorgverlener": Tekst(
            "Deze declaratieregel noemt een vorige zorgverlener van wie de zorg is overgenomen; "
            "volledige zorg begint bij de zorgaanbieder zelf. Laat die weg, of declareer een deelprestatie.",
            "This line names a care provider from whom the care was taken over; complete care "
            "begins with the provider itself. Leave it out, or declare a deelprestatie.",
        ),
        "ander_ervoor": Tekst(
            "Voor de bevalling was ook een andere organisatie verantwoordelijk; volledige zorg "
            "omvat alle zorg voor de bevalling. Verbeter die zorgepisode, of declareer een "
            "deelprestatie. Kreeg een organisatie een nieuwe AGB-code, beschrijf haar dan in een "
            "zorgepisode.",
            "Before the birth another organisation was responsible too; complete care includes all "
            "care before the birth. Correct that zorgepisode, or declare a deelprestatie. An "
            "organisation that got a new AGB-code is described in one zorgepisode.",
        ),
        "begon_laat": Tekst(
            "De zorg begon pas na {dagen} dagen zwangerschap; volledige zorg omvat alle zorg voor "
            "de bevalling. Controleer de start, of declareer een deelprestatie.",
            "The care began only after {dagen} days of pregnancy; complete care includes all care "
            "before the birth. Check its start, or declare a deelprestatie.",
        ),
        "eindigt_ervoor": Tekst(
            "Deze prestatie is voor zorg tot de bevalling, maar de zorg is gedeclareerd tot meer "
            "dan {dagen} dagen ervoor. Verbeter de periode of de bevaldag, of declareer een "
            "deelprestatie.",
            "This prestatie is for care until the birth, but the care is declared until more than "
            "{dagen} days before it. Correct the period or the day of birth, or declare a "
            "deelprestatie.",
        ),
        "buitenland": Tekst(
            "Elk kind is in het buitenland geboren, en deze prestatie is (ook) zorg bij de "
            "bevalling. Controleer werkelijke_plaats_baring, of declareer alleen de andere zorg.",
            "Every child was born abroad, and this prestatie is (also) care at the birth. Check "
            "werkelijke_plaats_baring, or declare the other care only.",
        ),
        "andere_plaats": Tekst(
            "Deze prestatie is voor een bevalling op een andere plaats dan waar het kind is "
            "geboren. Controleer werkelijke_plaats_baring, of laat de declaratieregel weg.",
            "This prestatie is for a birth at another place than where the child was born. Check "
            "werkelijke_plaats_baring, or leave the line out.",
        ),
        "plaats_onbekend": Tekst(
            "Deze prestatie is voor een bevalling op een bepaalde plaats, en waar het kind is "
            "geboren, is niet bekend. Vul werkelijke_plaats_baring in.",
            "This prestatie is for a birth at a certain place, and where the child was born is not "
            "known. Supply werkelijke_plaats_baring.",
        ),
        "gynaecoloog": Tekst(
            "Deze prestatie is voor een bevalling die geen gynaecoloog begeleidt, en een "
            "gynaecoloog was bij de uitdrijving eindverantwoordelijk. Controleer "
            "eindverantwoordelijk_in, of laat de declaratieregel weg.",
            "This prestatie is for a birth that no gynaecologist leads, and a gynaecologist was "
            "finally responsible for the uitdrijving. Check eindverantwoordelijk_in, or leave the "
            "line out.",
        ),
        "geen_baring": Tekst(
            "De zorgepisodes van deze zorgaanbieder noemen wel perioden waarin hij verantwoordelijk "
            "was, maar niet de baring. Vul die in eindverantwoordelijk_in in, of declareer een "
            "deelprestatie.",
            "The zorgepisodes of this provider name periods in which it was responsible, but not "
            "the birth. Supply it in eindverantwoordelijk_in, or declare a deelprestatie.",
        ),
        "baring_elders": Tekst(
            "Van deze zorgaanbieder staat er geen zorgepisode, en een andere was bij de baring "
            "eindverantwoordelijk. Vul zijn zorgepisode in, of laat declareren wie de zorg gaf.",
            "There is no zorgepisode of this provider, and another one was finally responsible at "
            "the birth. Supply its zorgepisode, or let whoever gave the care declare it.",
        ),
        "zorg_elders": Tekst(
            "Van deze zorgaanbieder staat er geen zorgepisode in deze fase van de zorg, en een "
            "andere was er eindverantwoordelijk. Vul zijn zorgepisode of eindverantwoordelijk_in "
            "aan, of laat declareren wie de zorg gaf.",
            "There is no zorgepisode of this provider in this phase of the care, and another one "
            "was finally responsible there. Supply its zorgepisode or eindverantwoordelijk_in, or "
            "let whoever gave the care declare it.",
        ),
    },
)
def prenataal_bleef_eerste_lijn(w: Werkblad) -> Resultaat:
    """After a miscarriage, or a takeover before the day of birth, only deelprestaties remain."""
    dossier = w.dossier
    marge = w.context.normen.norm("geboorte-aannemelijk").waarde("overname.marge")
    verloop = None if dossier is None else _Verloop(dossier, marge)
    meldingen: list[Melding] = []
    toegepast = False
    posten = w.van(w.over_prestaties(MET_EINDE))
    for post, prestatie in [(post, post.prestatie) for post in posten if post.prestatie]:
        melding = _overgenomen(post, prestatie)
        toegepast = toegepast or melding is not None or dossier is not None
        if dossier is not None and verloop is not None and melding is None:
            melding = _toets_einde(dossier, post, prestatie)
            if melding is None and prestatie.tot_bevalling:
                melding = verloop.toets(post) or _begin(w, dossier, post)
            if melding is None:
                melding = verloop.toets_fase(post, prestatie) or _plaats(dossier, post, prestatie)
        if melding is not None:
            meldingen.append(melding)
    return uitslag(meldingen, toegepast)


PERIODEN: Final = {
    Fase.PRENATAAL: VOOR_BARING,
    Fase.NATAAL: BARING,
    Fase.POSTNATAAL: frozenset(
        {PerinatalePeriode.DAG_2_TOT_EN_MET_7, PerinatalePeriode.FOLLOW_UP_TOT_6_WEKEN}
    ),
}
"""The periods of each phase; whoever gives its care is finally responsible in one of them."""

_TOT_SLOT: Final = {
    **PERIODEN,
    Fase.POSTNATAAL: frozenset({PerinatalePeriode.FOLLOW_UP_TOT_6_WEKEN}),
}
"""The same, of who has the care of the phase to its end."""


MET_EINDE: Final = namen_van(lambda prestatie: bool(prestatie.wijzen_einde))


def fase_van(prestatie: Prestatie) -> Fase | None:
    """Return the phase by which a prestatie is judged: of several the birth, or the first."""
    fasen = prestatie.fasen
    return Fase.NATAAL if Fase.NATAAL in fasen else next(iter(fasen), None)


def _overgenomen(post: Post, prestatie: Prestatie) -> Melding | None:
    """Judge what a line says itself of whom the care was taken over from."""
    vorige = post.declaratieregel.vorige_zorgverlener_agb
    if not prestatie.tot_bevalling or vorige in {None, post.declaratieregel.zorgaanbieder_agb}:
        return None
    return onbeoordeeld(post.pad("prestatie"), "vorige_zorgverlener", vermoeden=True)


def _toets_einde(dossier: Dossier, post: Post, prestatie: Prestatie) -> Melding | None:
    """Judge how the pregnancy ended."""
    zwangerschap = dossier.zwangerschap
    wijze = zwangerschap.wijze_einde
    if wijze is None and any(kind.geboren for kind in dossier.kinderen):
        wijze = WijzeEinde.PARTUS
    if wijze is None:
        return onbeoordeeld(post.pad("prestatie"), "einde_onbekend")
    if wijze in prestatie.wijzen_einde:
        if zwangerschap.datum_einde:
            return None
        return onbeoordeeld(post.pad("prestatie"), "einde_onbekend")
    # The source speaks of prenatal care and of a miscarriage; the rest follows from it.
    gelezen = wijze is WijzeEinde.MISKRAAM and prestatie.tot_bevalling
    reden = "miskraam" if wijze is WijzeEinde.MISKRAAM else "ander_einde"
    grond = None if gelezen else Verificatie.AFGELEID
    return breuk(post.pad("prestatie"), reden, verificatie=grond)


def _begin(w: Werkblad, dossier: Dossier, post: Post) -> Melding | None:
    """Judge whether the care began while there was a pregnancy to care for."""
    a_terme, start = dossier.zwangerschap.a_terme_datum, post.startdatum
    laatste = w.context.normen.norm("geheel-aannemelijk").waarde("laatste-start")
    if a_terme is None or start is None or zwangerschapsduur_dagen(a_terme, start) <= laatste:
        return None
    return onbeoordeeld(post.pad("prestatie"), "begon_laat", vermoeden=True, dagen=laatste)


def _plaats(dossier: Dossier, post: Post, prestatie: Prestatie) -> Melding | None:
    """Judge care at a birth by where every child was born."""
    if Fase.NATAAL not in prestatie.fasen:
        return None
    if in_buitenland(dossier):
        return onbeoordeeld(post.pad("prestatie"), "buitenland", vermoeden=True)
    plaatsen = plaatsen_baring(dossier)
    if not prestatie.plaatsen_baring or not plaatsen.isdisjoint(prestatie.plaatsen_baring):
        return None
    if not plaatsen or None in plaatsen:
        return onbeoordeeld(post.pad("prestatie"), "plaats_onbekend")
    return onbeoordeeld(post.pad("prestatie"), "andere_plaats", vermoeden=True)


class _Verloop:
    """Who had the care until when, by provider, worked out once."""

    __slots__ = (
        "_begin",
        "_einde",
        "_geboren",
        "_gynaecoloog",
        "_laatste",
        "_marge",
        "_onbekend",
        "_overgenomen",
        "_perioden",
        "_ruim",
        "_terug",
        "_zwanger",
    )

    def __init__(self, dossier: Dossier, marge: int) -> None:
        self._einde = dossier.zwangerschap.datum_einde or date.max
        self._ruim = self._einde - timedelta(days=marge)
        self._marge = marge
        self._geboren = min(bevaldagen(dossier) or (date.max,))
        self._zwanger: list[Zorgepisode] = []
        if len(dossier.zorgepisodes) > 1:
            self._zwanger += filter(self._is_zwanger, dossier.zorgepisodes)
        self._begin: dict[str | None, list[date]] = {}
        self._laatste: dict[str | None, date] = {}
        self._overgenomen: dict[str | None, date] = {}
        self._terug: dict[str | None, date] = {}
        self._onbekend: set[str | None] = set()
        self._perioden: dict[str | None, set[PerinatalePeriode]] = {}
        self._gynaecoloog = False
        for episode in dossier.zorgepisodes:
            if PerinatalePeriode.UITDRIJVING in episode.eindverantwoordelijk_in:
                discipline = episode.zorgaanbieder.discipline
                self._gynaecoloog = self._gynaecoloog or discipline is Discipline.GYNAECOLOOG
            agb = episode.zorgaanbieder.agb_code
            tot_en_met = episode.looptijd.tot_en_met or date.max
            self._begin.setdefault(agb, []).append(episode.looptijd.van)
            self._perioden.setdefault(agb, set()).update(episode.eindverantwoordelijk_in)
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
        agb = post.declaratieregel.zorgaanbieder_agb
        weg = self._overgenomen.get(agb)
        if weg is not None:
            pad = post.pad("prestatie")
            terug = self._terug.get(agb, date.min)
            later = any(weg < begin <= self._einde for begin in self._begin[agb])
            if weg <= terug <= self._einde or later:
                return onbeoordeeld(pad, "terugverwezen")
            return breuk(pad, "overgenomen")
        if agb in self._onbekend:
            return onbeoordeeld(post.pad("prestatie"), "overname_onbekend")
        if self._laatste.get(agb, date.max) < self._einde:
            return onbeoordeeld(post.pad("prestatie"), "eerder_beeindigd", vermoeden=True)
        if post.episode is not None and any(
            episode is not post.episode and episode.zorgaanbieder.agb_code != agb
            for episode in self._zwanger
        ):
            return onbeoordeeld(post.pad("prestatie"), "ander_ervoor", vermoeden=True)
        if dagen_tussen(post.declaratieregel.periode.tot_en_met, self._geboren) > self._marge:
            pad = post.pad("periode")
            return onbeoordeeld(pad, "eindigt_ervoor", vermoeden=True, dagen=self._marge)
        return None

    def _is_zwanger(self, episode: Zorgepisode) -> bool:
        """Say whether a zorgepisode is of a turn in the care before the birth."""
        voor = self._einde if episode.eindverantwoordelijk_in else self._ruim
        perioden = episode.eindverantwoordelijk_in or VOOR_BARING
        return (
            episode.looptijd.van < voor
            and not VOOR_BARING.isdisjoint(perioden)
            and not ernaast(episode.zorgaanbieder)
        )

    def toets_fase(self, post: Post, prestatie: Prestatie) -> Melding | None:
        """Judge by who was responsible in the phase of the care; of a room, by who led the birth."""
        reden, fase = None, fase_van(prestatie)
        perioden = self._perioden.get(post.declaratieregel.zorgaanbieder_agb)
        if prestatie.plaatsen_baring:
            reden = "gynaecoloog" if prestatie.zonder_gynaecoloog and self._gynaecoloog else None
        elif fase is None or (perioden is not None and not perioden.isdisjoint(PERIODEN[fase])):
            return None
        elif perioden and fase is Fase.NATAAL:
            reden = "geen_baring"
        elif perioden is None or perioden:
            reden = self._elders(prestatie, fase)
        return None if reden is None else onbeoordeeld(post.pad("prestatie"), reden, vermoeden=True)

    def _elders(self, prestatie: Prestatie, fase: Fase) -> str | None:
        """Doubt midwifery by a provider without zorgepisode in a phase that another one had.

        An organisation of several need have none of its own.
        """
        if prestatie.regime is not Regime.VERLOSKUNDE or None in self._perioden:
            return None
        if all(map(_TOT_SLOT[fase].isdisjoint, self._perioden.values())):
            return None
        return "baring_elders" if fase is Fase.NATAAL else "zorg_elders"
