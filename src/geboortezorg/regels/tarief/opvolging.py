"""Who had the care after whom, by the zorgepisodes of a dossier."""

from bisect import bisect_left, bisect_right
from datetime import date
from heapq import nlargest
from operator import itemgetter
from typing import Final, final

from geboortezorg.model.dossier import Dossier
from geboortezorg.model.partijen import Discipline, Partijsoort, Zorgaanbieder
from geboortezorg.model.zorgepisode import VOOR_BARING, Verwijzingsoort, Zorgepisode
from geboortezorg.model.zwangerschap import WijzeEinde
from geboortezorg.regels.rollen import ernaast

_OVERNAME: Final = Verwijzingsoort.OVERNAME
_EERSTE_LIJN: Final = (Discipline.EERSTELIJNSVERLOSKUNDIGE, Discipline.HUISARTS)
_PRAKTIJKEN: Final = (Partijsoort.VERLOSKUNDIGENPRAKTIJK, Partijsoort.HUISARTSENPRAKTIJK)


def eerstelijns(zorgaanbieder: Zorgaanbieder) -> bool:
    """Say whether a provider gives the care of a midwife, in the first line of care."""
    if zorgaanbieder.discipline is None:
        return zorgaanbieder.partijsoort in _PRAKTIJKEN
    return zorgaanbieder.discipline in _EERSTE_LIJN


def einde(episode: Zorgepisode) -> date:
    """Return the last day of a zorgepisode."""
    return episode.looptijd.tot_en_met or date.max


@final
class Opvolging:
    """The turns at the care, in their order: sorted once, and searched for each line."""

    __slots__ = (
        "_bekend",
        "_beurten",
        "_dagen",
        "_eerste",
        "_langst",
        "_partus",
        "_volgend",
        "_zwanger",
    )

    def __init__(self, dossier: Dossier) -> None:
        self._partus = dossier.zwangerschap.wijze_einde is WijzeEinde.PARTUS
        self._beurten = sorted(
            (e for e in dossier.zorgepisodes if not ernaast(e.zorgaanbieder)),
            key=lambda episode: episode.looptijd.van,
        )
        self._dagen = [episode.looptijd.van for episode in self._beurten]
        aantal = len(self._beurten)
        self._volgend = [*range(1, aantal + 1)]
        """Of each turn the place of the next one of another provider."""
        self._eerste: dict[str | None, date] = {}
        langst: dict[str | None, date] = {}
        for plaats in reversed(range(aantal)):
            beurt = self._beurten[plaats]
            agb = beurt.zorgaanbieder.agb_code
            if plaats + 1 < aantal and self._beurten[plaats + 1].zorgaanbieder.agb_code == agb:
                self._volgend[plaats] = self._volgend[plaats + 1]
            self._eerste[agb] = beurt.looptijd.van
            langst[agb] = max(einde(beurt), langst.get(agb, date.min))
        self._langst = nlargest(2, langst.items(), key=itemgetter(1))
        """The two providers that had the care last: of any one the other."""
        self._bekend: dict[int, Zorgaanbieder | None] = {}
        self._zwanger: tuple[list[date], list[date], bool] | None = None
        """Of turns before a birth the first days, until when any so far lasts, and whether a midwife
        had one: when asked for.
        """

    def na(self, eigen: Zorgepisode | None) -> Zorgaanbieder | None:
        """Return to whom the care of a zorgepisode went: by its referrals, or else who had it next."""
        if eigen is None:
            return None
        if id(eigen) not in self._bekend:
            self._bekend[id(eigen)] = verwezen(eigen) or self._volgende(eigen)
        return self._bekend[id(eigen)]

    def _volgende(self, eigen: Zorgepisode) -> Zorgaanbieder | None:
        plaats, aantal = bisect_left(self._dagen, eigen.looptijd.van), len(self._beurten)
        if plaats < aantal:
            eerste = self._beurten[plaats].zorgaanbieder
            if eerste.agb_code == eigen.zorgaanbieder.agb_code:
                plaats = self._volgend[plaats]
        return self._beurten[plaats].zorgaanbieder if plaats < aantal else None

    def zonder_beurt(self, agb: str, van: date, tot_en_met: date, *, verwezen: bool) -> bool:
        """Say whether a provider has no turn, while another had the pregnancy on some of these days.

        The day on which a turn began is left out: care can have gone to it then. To a midwife it
        can never have gone by a referral.
        """
        if agb in self._eerste or None in self._eerste:
            return False
        if self._zwanger is None:
            begin, tot, eerste_lijn = list[date](), list[date](), False
            for beurt in self._beurten:
                perioden = beurt.eindverantwoordelijk_in
                if not (perioden and VOOR_BARING.isdisjoint(perioden)):
                    begin.append(beurt.looptijd.van)
                    tot.append(max((einde(beurt), *tot[-1:])))
                    eerste_lijn = eerste_lijn or eerstelijns(beurt.zorgaanbieder)
            self._zwanger = begin, tot, eerste_lijn
        begin, tot, eerste_lijn = self._zwanger
        zoek = bisect_right if van == tot_en_met else bisect_left
        eerder = zoek(begin, tot_en_met)
        return (verwezen and eerste_lijn) or (eerder > 0 and tot[eerder - 1] > van)

    def naar_niemand(self, eigen: Zorgepisode | None, agb: str) -> bool:
        """Say whether there was a birth, and nobody to whom the care of a provider can have gone."""
        if not self._partus or (
            eigen is not None
            and any(v.verwijzingsoort is not Verwijzingsoort.CONSULT for v in eigen.verwijzingen)
        ):
            return False
        van = self._eerste.get(agb, date.min)
        return all(ander == agb or laatste <= van for ander, laatste in self._langst)


def verwezen(eigen: Zorgepisode) -> Zorgaanbieder | None:
    """Return to whom the last takeover of a zorgepisode names that the care went."""
    naar: Zorgaanbieder | None = None
    laatste = date.min
    for verwijzing in eigen.verwijzingen:
        if verwijzing.verwijzingsoort is _OVERNAME and verwijzing.naar is not None:
            dag = verwijzing.datum or date.min
            if naar is None or dag > laatste:
                naar, laatste = verwijzing.naar, dag
    return naar
