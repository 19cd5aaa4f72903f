"""Who had the care of a pregnancy until when, by the zorgepisodes of a dossier."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, final

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
from geboortezorg.regels.regel import Melding, breuk, onbeoordeeld
from geboortezorg.regels.rollen import ernaast
from geboortezorg.tijd import dagen_tussen
from geboortezorg.zorggeval import Post, bevaldagen

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


def fase_van(prestatie: Prestatie) -> Fase | None:
    """Return the phase by which a prestatie is judged: of several the birth, or the first."""
    fasen = prestatie.fasen
    return Fase.NATAAL if Fase.NATAAL in fasen else next(iter(fasen), None)


@final
class Verloop:
    """Who had the care until when, by provider, worked out once."""

    __slots__ = (
        "_begin",
        "_beurten",
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
        self._beurten: list[set[PerinatalePeriode]] = []
        """The periods of each zorgepisode, but of those who work beside whoever has the care."""
        self._gynaecoloog = False
        for episode in dossier.zorgepisodes:
            if PerinatalePeriode.UITDRIJVING in episode.eindverantwoordelijk_in:
                discipline = episode.zorgaanbieder.discipline
                self._gynaecoloog = self._gynaecoloog or discipline is Discipline.GYNAECOLOOG
            agb = episode.zorgaanbieder.agb_code
            tot_en_met = episode.looptijd.tot_en_met or date.max
            self._begin.setdefault(agb, []).append(episode.looptijd.van)
            perioden = set(episode.eindverantwoordelijk_in)
            self._perioden.setdefault(agb, set()).update(perioden)
            if not ernaast(episode.zorgaanbieder):
                self._beurten.append(perioden)
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
        if (post.episode is not None or agb in self._begin) and any(
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
            reden = self._andere_fasen(prestatie, fase, perioden or set())
        elif perioden and fase is Fase.NATAAL:
            reden = "geen_baring"
        elif perioden is None or perioden:
            alle = self._perioden.values()
            reden = self._elders(prestatie, fase, alle) or _geen_fase(prestatie, fase, perioden)
        return None if reden is None else onbeoordeeld(post.pad("prestatie"), reden, vermoeden=True)

    def _andere_fasen(
        self, prestatie: Prestatie, fase: Fase | None, perioden: set[PerinatalePeriode]
    ) -> str | None:
        """Doubt complete care by a provider that had the birth, and names no period of another phase."""
        for ander in prestatie.fasen:
            if (
                ander is not fase
                and perioden.isdisjoint(PERIODEN[ander])
                and (
                    self._elders(prestatie, ander, self._beurten)
                    or _geen_fase(prestatie, ander, perioden)
                )
            ):
                return "niet_alle_fasen"
        return None

    def _elders(
        self, prestatie: Prestatie, fase: Fase, van: Iterable[set[PerinatalePeriode]]
    ) -> str | None:
        """Doubt midwifery by a provider without zorgepisode in a phase that one of these had.

        An organisation of several need have none of its own.
        """
        if prestatie.regime is not Regime.VERLOSKUNDE or None in self._perioden:
            return None
        if all(map(_TOT_SLOT[fase].isdisjoint, van)):
            return None
        return "baring_elders" if fase is Fase.NATAAL else "zorg_elders"


def _geen_fase(
    prestatie: Prestatie, fase: Fase, perioden: set[PerinatalePeriode] | None
) -> str | None:
    """Doubt midwifery of a phase by a provider that names its periods, and none of that phase.

    The first day after a birth can be of either side: it is left out of the doubt.
    """
    if perioden is None or prestatie.regime is not Regime.VERLOSKUNDE:
        return None
    ook = PerinatalePeriode.EERSTE_24_UUR in perioden and fase is Fase.POSTNATAAL
    return None if ook else "geen_fase"
