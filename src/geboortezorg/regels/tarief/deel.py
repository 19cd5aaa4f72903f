"""A deelprestatie: for care that ended, or went to another, before the birth."""

from collections.abc import Iterable
from datetime import date
from heapq import nlargest
from typing import Final, final

from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Fase, Regime
from geboortezorg.model.zorgepisode import BARING, Verwijzingsoort, Zorgepisode
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    Melding,
    Nodig,
    Resultaat,
    Tekst,
    Trek,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.rollen import ernaast
from geboortezorg.regels.tarief.opvolging import Opvolging, eerstelijns, einde
from geboortezorg.regels.trekken.prestaties import is_deel
from geboortezorg.regels.werkblad import Werkblad, namen_van
from geboortezorg.zorggeval import Botsing, Post, bevaldagen


@regel(
    code="GZ-SAMENLOOP-006",
    versie=8,
    titel=Tekst(
        "Een deelprestatie is voor zorg die voor de bevalling eindigde of overging",
        "A deelprestatie is for care that ended or went to another before the birth",
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.NZA_PRENATAAL,
    velden=("/declaratieregels/*/prestatie", "/declaratieregels/*/vorige_zorgverlener_agb"),
    nodig=(
        Nodig(
            kenmerken=(
                "zwangerschapsduur_van_dagen",
                "zwangerschapsduur_tot_en_met_dagen",
                "overname",
            )
        ),
        Nodig(trekken=(Trek.DEEL,)),
    ),
    aanleiding=Nodig(trekken=(Trek.DEEL_TOT_BEVALLING,)),
    redenen={
        "zorg_bleef": Tekst(
            "De zorg bleef tot de bevalling bij deze zorgaanbieder. Declareer volledige prenatale "
            "zorg, of na een overname het deel van de tweede zorgaanbieder, of vul in naar wie de "
            "zorg ging.",
            "The care stayed with this provider until the birth. Declare complete prenatal care, "
            "or after a takeover the part of the second provider, or supply to whom the care went.",
        ),
        "deed_bevalling": Tekst(
            "Dezelfde zorgaanbieder declareert ook de zorg bij de bevalling, met dezelfde start. "
            "Declareer volledige prenatale zorg, of lever het dossier waaruit blijkt dat een ander "
            "de zorg tussendoor had.",
            "The same provider declares the care at the birth too, with the same start. Declare "
            "complete prenatal care, or supply the dossier that shows that another had the care in "
            "between.",
        ),
        "niet_overgenomen": Tekst(
            "Deze deelprestatie is voor zorg die van een ander is overgenomen, en van wie staat er "
            "niet. Vul vorige_zorgverlener_agb in, of in een dossier de zorgepisode van wie de zorg "
            "eerder had.",
            "This deelprestatie is for care that was taken over from another, and from whom is not "
            "told. Supply vorige_zorgverlener_agb, or in a dossier the zorgepisode of whoever had "
            "the care before.",
        ),
        "niet_overgedragen": Tekst(
            "Deze deelprestatie is voor zorg die naar een andere verloskundige ging, en naar wie "
            "staat er niet. Vul diens zorgepisode in, of naar in de verwijzing; eindigde de zorg "
            "anders, declareer dan de deelprestatie daarvoor.",
            "This deelprestatie is for care that went to another midwife, and to whom is not told. "
            "Supply that zorgepisode, or naar in the referral; if the care ended otherwise, declare "
            "the deelprestatie for that.",
        ),
        "niet_verwezen": Tekst(
            "Deze deelprestatie is voor een miskraam of een verwijzing, de zwangerschap eindigde in "
            "een bevalling, en van een verwijzing staat er niets. Vul de verwijzing of de "
            "zorgepisode van wie de zorg overnam in.",
            "This deelprestatie is for a miscarriage or a referral, the pregnancy ended in a birth, "
            "and nothing tells of a referral. Supply the referral, or the zorgepisode of whoever "
            "took the care over.",
        ),
        "verwezen": Tekst(
            "Deze deelprestatie is voor zorg die naar een andere verloskundige ging, en zij ging "
            "naar een andere lijn. Declareer de deelprestatie bij verwijzing, of verbeter wie de "
            "zorg overnam.",
            "This deelprestatie is for care that went to another midwife, and it went to another "
            "line of care. Declare the deelprestatie for a referral, or correct who took the care "
            "over.",
        ),
        "overgedragen": Tekst(
            "Deze deelprestatie is voor een miskraam of een verwijzing, en een andere zorgaanbieder "
            "in de eerste lijn nam de zorg over. Declareer de deelprestatie van de eerste "
            "verloskundige, of verbeter wie de zorg overnam.",
            "This deelprestatie is for a miscarriage or a referral, and another provider in the "
            "first line of care took the care over. Declare the deelprestatie of the first midwife, "
            "or correct who took the care over.",
        ),
        "meer_overnemers": Tekst(
            "Deze deelprestatie is voor wie de zorg overneemt en houdt, en een andere zorgaanbieder "
            "declareert er voor dezelfde zwangerschap ook een. Laat een van beide weg, of toon in een "
            "dossier hoe de zorg ging.",
            "This deelprestatie is for who takes the care over and keeps it, and another provider "
            "declares one for the same pregnancy too. Leave one of them out, or show in a dossier how "
            "the care went.",
        ),
        "naast_ander_deel": Tekst(
            "Deze deelprestatie is voor een miskraam of een verwijzing, en een andere zorgaanbieder "
            "declareert er voor dezelfde zwangerschap ook een. Ging de zorg van de een naar de ander, "
            "declareer dan de deelprestaties daarvoor; toon anders in een dossier hoe zij ging.",
            "This deelprestatie is for a miscarriage or a referral, and another provider declares one "
            "of those for the same pregnancy too. If the care went from one to the other, declare the "
            "deelprestaties for that; otherwise show in a dossier how it went.",
        ),
        "andere_weken": Tekst(
            "De eerste zorgaanbieder declareert een deelprestatie voor een overdracht in andere weken, "
            "en een overdracht valt in een periode. Declareer beide de deelprestatie van die periode, "
            "of toon in een dossier hoe de zorg ging.",
            "The first provider declares a deelprestatie for a handover in other weeks, and a handover "
            "falls in one period. Declare for both the deelprestatie of that period, or show in a "
            "dossier how the care went.",
        ),
        "geen_zorgepisode": Tekst(
            "Van deze zorgaanbieder staat er geen zorgepisode, en een ander was voor de zwangerschap "
            "verantwoordelijk. Vul zijn zorgepisode in, of laat declareren wie de zorg gaf.",
            "There is no zorgepisode of this provider, and another was responsible for the pregnancy. "
            "Supply its zorgepisode, or let whoever gave the care declare it.",
        ),
        "naast_overname": Tekst(
            "Deze deelprestatie is voor een miskraam of een verwijzing, en een andere zorgaanbieder "
            "declareert dat hij de zorg overnam. Declareer de deelprestatie van de eerste "
            "verloskundige, of toon in een dossier naar wie de zorg ging.",
            "This deelprestatie is for a miscarriage or a referral, and another provider declares "
            "that it took the care over. Declare the deelprestatie of the first midwife, or show in "
            "a dossier to whom the care went.",
        ),
    },
)
def zorg_eindigde(w: Werkblad) -> Resultaat:
    """No deelprestatie by who had the care until the birth, as far as the document tells.

    Nor that of a second provider, where nothing tells of a first one; nor, in a message, by two for
    a referral each; nor, in a dossier, by who had no turn in the care that others had.
    """
    meldingen: list[Melding] = []
    toegepast = False
    delen, overnames = w.over_prestaties(DELEN), w.over_prestaties(OVERNAMES)
    gezegd = {  # GZ-SAMENLOOP-001 and -002 say that it stands beside its whole
        samenloop.post for samenloop in w.samenlopen if samenloop.botsing is Botsing.DEEL
    }
    for geval in w.zorggevallen if delen or overnames else ():
        dossier = geval.dossier
        verdeling = None if dossier is None else _Verdeling(dossier)
        opvolging = None if dossier is None else w.gedeeld(Opvolging)
        for posten in geval.zwangerschappen if geval.een_vrouw else ():
            bevallen = {
                (post.declaratieregel.zorgaanbieder_agb, post.startdatum)
                for post in (posten if dossier is None else ())  # a dossier tells it itself
                if post.prestatie is not None and Fase.NATAAL in post.prestatie.fasen
            }
            eersten = {
                post.declaratieregel.zorgaanbieder_agb
                for post in posten
                if post.prestatie_id in delen
            }
            tweeden = {
                post.declaratieregel.zorgaanbieder_agb
                for post in posten
                if post.prestatie_id in overnames
            }
            weken = _weken(posten)
            verwezen_door = {
                post.declaratieregel.zorgaanbieder_agb
                for post in (posten if dossier is None else ())
                if post.prestatie_id in delen and _verwees_later(post)
            }
            for post in posten:
                overname = post.prestatie_id in overnames
                if not overname and post.prestatie_id not in delen:
                    continue
                toegepast = True
                if overname:
                    if not _overgenomen(dossier, eersten, post):
                        pad = post.pad("vorige_zorgverlener_agb")
                        meldingen.append(onbeoordeeld(pad, "niet_overgenomen"))
                    reden = "geen_zorgepisode" if _zonder_beurt(opvolging, post) else None
                    if dossier is None and _andere_weken(weken, post):
                        reden = "andere_weken"
                    if dossier is None and len(tweeden) > 1:
                        reden = "meer_overnemers"
                    if reden is not None:
                        pad = post.pad("prestatie")
                        meldingen.append(onbeoordeeld(pad, reden, vermoeden=True))
                    continue
                if post in gezegd:
                    continue
                reden = None
                if verdeling is not None:
                    reden = "zorg_bleef" if verdeling.bleef(post.episode) else None
                elif (post.declaratieregel.zorgaanbieder_agb, post.startdatum) in bevallen:
                    reden = "deed_bevalling"
                if reden is None:
                    reden = _ging_anders(opvolging, post, tweeden)
                if reden is None and len(verwezen_door) > 1 and _verwees_later(post):
                    reden = "naast_ander_deel"
                if reden in {None, *_GEVRAAGD} and _zonder_beurt(opvolging, post):
                    reden = "geen_zorgepisode"
                if reden is not None:
                    vermoeden = reden not in _GEVRAAGD
                    melding = onbeoordeeld(post.pad("prestatie"), reden, vermoeden=vermoeden)
                    meldingen.append(melding)
    return uitslag(meldingen, toegepast)


DELEN: Final = namen_van(is_deel)

OVERNAMES: Final = namen_van(lambda prestatie: prestatie.overname)


def _verwees_later(post: Post) -> bool:
    """Say whether a line is of midwifery that was referred, or ended, when there is one a pregnancy.

    Of two that ended in the first weeks each can be a miscarriage, of a pregnancy of its own.
    """
    prestatie = post.prestatie
    return (
        prestatie is not None
        and prestatie.regime is Regime.VERLOSKUNDE
        and not prestatie.overdracht
        and bool(prestatie.zwangerschapsduur_van_dagen)
    )


_GEVRAAGD: Final = frozenset({"niet_overgedragen", "niet_verwezen"})
"""What asks for a fact, where nothing points to a breach."""


def _ging_anders(opvolging: Opvolging | None, post: Post, tweeden: set[str]) -> str | None:
    """Hold a part for a handover, or for another end of the care, against where the care went."""
    prestatie = post.prestatie
    if prestatie is None or prestatie.regime is not Regime.VERLOSKUNDE:
        return None
    agb = post.declaratieregel.zorgaanbieder_agb
    elders = len(tweeden) > (agb in tweeden)
    opvolger = None if opvolging is None else opvolging.na(post.episode)
    if prestatie.overdracht:
        if opvolger is not None:
            return None if eerstelijns(opvolger) else "verwezen"
        return None if opvolging is None or elders else "niet_overgedragen"
    if opvolger is not None:
        return "overgedragen" if eerstelijns(opvolger) else None
    if elders:
        return "naast_overname"
    if opvolging is not None and opvolging.naar_niemand(post.episode, agb):
        return "niet_verwezen"
    return None


_Weken = dict[int | None, set[str]]
"""Who declares that it handed the care over, by the first day of the weeks of the handover."""


def _weken(posten: Iterable[Post]) -> _Weken:
    uit: _Weken = {}
    for post in posten:
        if post.prestatie is not None and post.prestatie.overdracht:
            weken = uit.setdefault(post.prestatie.zwangerschapsduur_van_dagen, set())
            weken.add(post.declaratieregel.zorgaanbieder_agb)
    return uit


def _andere_weken(weken: _Weken, tweede: Post) -> bool:
    """Say whether others handed the care over, and none in the weeks in which it was taken over."""
    agb, prestatie = tweede.declaratieregel.zorgaanbieder_agb, tweede.prestatie
    anderen = {van for van, wie in weken.items() if len(wie) > (agb in wie)}
    return bool(anderen) and (
        prestatie is not None and prestatie.zwangerschapsduur_van_dagen not in anderen
    )


def _zonder_beurt(opvolging: Opvolging | None, post: Post) -> bool:
    """Say whether by a dossier others had the care that a line is about, and its provider had none.

    Care before a birth began before it; who took it over kept it.
    """
    lijn, prestatie, dossier = post.declaratieregel, post.prestatie, post.geval.dossier
    if opvolging is None or prestatie is None or prestatie.regime is not Regime.VERLOSKUNDE:
        return False
    einde_ = None if dossier is None else dossier.zwangerschap.datum_einde
    van = min(post.startdatum or lijn.periode.van, lijn.periode.van, einde_ or date.max)
    verwezen = not (prestatie.overdracht or prestatie.overname)
    agb, tot_en_met = lijn.zorgaanbieder_agb, lijn.periode.tot_en_met
    tot_en_met = date.max if prestatie.overname else tot_en_met
    return opvolging.zonder_beurt(agb, van, tot_en_met, verwezen=verwezen)


def _overgenomen(dossier: Dossier | None, eersten: set[str], post: Post) -> bool:
    """Say whether the line, a line of a first provider or a zorgepisode tells of a takeover."""
    declaratieregel = post.declaratieregel
    agb, vorige = declaratieregel.zorgaanbieder_agb, declaratieregel.vorige_zorgverlener_agb
    if vorige not in {None, agb} or len(eersten) > (agb in eersten):
        return True
    start = post.startdatum or declaratieregel.periode.van
    return dossier is not None and any(
        episode is not post.episode
        and episode.zorgaanbieder.agb_code != agb
        and episode.looptijd.van <= start
        and not ernaast(episode.zorgaanbieder)
        for episode in dossier.zorgepisodes
    )


@final
class _Verdeling:
    """Who had the care before the birth, by the zorgepisodes of a dossier."""

    __slots__ = ("_eerste", "_geboren", "_laatste")

    def __init__(self, dossier: Dossier) -> None:
        bevallen = bevaldagen(dossier)
        self._geboren = None if bevallen is None else bevallen[0]
        self._eerste: dict[str | None, date] = {}
        """By provider the first day of its zorgepisodes."""
        for episode in dossier.zorgepisodes:
            agb, van = episode.zorgaanbieder.agb_code, episode.looptijd.van
            self._eerste[agb] = min(van, self._eerste.get(agb, van))
        had_zorg = [
            episode
            for episode in dossier.zorgepisodes
            if bevallen is not None
            and episode.looptijd.van <= bevallen[0]
            and not ernaast(episode.zorgaanbieder)
        ]
        self._laatste = nlargest(2, had_zorg, key=einde)
        """The two that had the care last: of any one the other."""

    def bleef(self, eigen: Zorgepisode | None) -> bool:
        """Say whether a zorgepisode lasted past the birth, and nobody else had the care."""
        geboren = self._geboren
        if eigen is None or geboren is None or not eigen.looptijd.bevat(geboren):
            return False
        perioden = eigen.eindverantwoordelijk_in
        if perioden and BARING.isdisjoint(perioden):
            return False
        for ander in self._laatste:
            if ander is not eigen:
                # What was over when its first zorgepisode began went to it, and not from it.
                eerder = self._eerste[eigen.zorgaanbieder.agb_code] < eigen.looptijd.van
                if eerder or einde(ander) > eigen.looptijd.van:
                    return False
        return all(
            verwijzing.verwijzingsoort is Verwijzingsoort.CONSULT
            or (verwijzing.datum is not None and verwijzing.datum >= geboren)
            for verwijzing in eigen.verwijzingen
        )
