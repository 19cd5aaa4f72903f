"""A line beside the zorgepisode that it belongs to."""

from bisect import bisect_left, bisect_right
from datetime import date

from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Fase
from geboortezorg.model.zorgepisode import Verwijzingsoort, Zorgepisode
from geboortezorg.regels import bronnen
from geboortezorg.regels.declaratie.fase import een_geheel
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
from geboortezorg.regels.rollen import ernaast
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tijd import dagen_tussen
from geboortezorg.zorggeval import Post


@regel(
    code="GZ-REGEL-004",
    versie=8,
    titel=Tekst(
        "Een declaratieregel past bij haar zorgepisode", "A line fits the zorgepisode it names"
    ),
    soorten=("dossier",),
    bron=bronnen.SCHEMA,
    velden=(
        "/declaratieregels/*/zorgepisode_id",
        "/declaratieregels/*/startdatum_zorg",
        "/declaratieregels/*/periode/van",
        "/declaratieregels/*/periode/tot_en_met",
    ),
    peildatum=Peildatum.DOCUMENT,
    nodig=(Nodig(leden=("/zorgepisodes",)), Nodig(leden=("/declaratieregels",))),
    aanleiding=Nodig(trekken=(Trek.EPISODE,)),
    redenen={
        "zorgaanbieder_onbekend": Tekst(
            "De zorgepisode heeft geen AGB-code, dus of zij van de declarerende zorgaanbieder is, "
            "is niet bekend. Vul haar AGB-code in.",
            "The zorgepisode has no AGB-code, so whether it is that of the declaring provider is "
            "not known. Supply its AGB-code.",
        ),
        "andere_start": Tekst(
            "startdatum_zorg is een andere dag dan de eerste van de zorgepisode. Laat het veld "
            "weg, verbeter een van beide, of voeg de zorgepisode toe waarbij de zorg hoort.",
            "startdatum_zorg is another day than the first of the zorgepisode. Leave the member "
            "out, correct one of them, or add the zorgepisode that the care belongs to.",
        ),
        "eerder_begonnen": Tekst(
            "De zorg was op de dag die hier als haar start telt al bij deze zorgaanbieder, in een "
            "eerdere zorgepisode die daarop aansluit. Voeg de zorgepisodes samen. Had een ander de "
            "zorg tussendoor, vul dan zijn zorgepisode met zijn AGB-code in, en in de eerdere de "
            "verwijzing (overname) op haar laatste dag.",
            "On the day that counts as the start of the care here, it was with this provider "
            "already, in an earlier zorgepisode that adjoins. Join the zorgepisodes. If another had "
            "the care in between, supply the zorgepisode of that one with its AGB-code, and in the "
            "earlier one the referral (overname) on its last day.",
        ),
        "voor_begin": Tekst(
            "De zorg ligt voor het begin van de genoemde zorgepisode. Verbeter de periode of de "
            "verwijzing.",
            "The care lies before the start of the zorgepisode named. Correct the period or the "
            "reference.",
        ),
        "na_einde": Tekst(
            "De zorg ligt na het einde van de genoemde zorgepisode. Verbeter de periode of de "
            "verwijzing.",
            "The care lies after the end of the zorgepisode named. Correct the period or the "
            "reference.",
        ),
        "in_andere": Tekst(
            "De dag of de zorg ligt na het einde van de genoemde zorgepisode. Verwijs naar de "
            "zorgepisode van deze zorgaanbieder waarin de zorg viel; is de dag die van de "
            "afrekening, zet dan de dagen van de zorg in de periode.",
            "The day or the care lies after the end of the zorgepisode named. Refer to the "
            "zorgepisode of this provider that the care lay in; if the day is that of the "
            "settlement, put the days of the care in the period.",
        ),
    },
)
def past_bij_zorgepisode(w: Werkblad) -> Resultaat:
    """The zorgepisode starts when the line says, and holds the care.

    Care of a whole phase that is declared on one day may be so when it is over. That it is of the
    provider of the line is said of the field: GZ-SAMENHANG-002.
    """
    meldingen: list[Melding] = []
    toegepast = False
    dossier = w.als(Dossier)
    beurten = _beurten(dossier) if w.posten else {}
    zonder_agb = any(
        episode.zorgaanbieder.agb_code is None and not ernaast(episode.zorgaanbieder)
        for episode in dossier.zorgepisodes
    )
    for post in w.posten:
        if post.telt and post.episode is not None:
            toegepast = True
            meldingen += _toets_episode(post, post.episode, beurten, w.bevaldagen)
        elif post.telt and zonder_agb and _van_niemand(beurten, post):
            toegepast = True
            meldingen.append(onbeoordeeld(post.pad("zorgepisode_id"), "zorgaanbieder_onbekend"))
        if post.telt and _begon_eerder(dossier, beurten, post):
            pad = post.pad("startdatum_zorg" if post.episode is None else "zorgepisode_id")
            meldingen.append(onbeoordeeld(pad, "eerder_begonnen", vermoeden=True))
    return uitslag(meldingen, toegepast)


class _Beurten:
    """The turns that one provider had in the care."""

    __slots__ = ("begin", "laatste", "overgenomen")

    def __init__(self) -> None:
        self.begin: list[date] = []
        """First days of its zorgepisodes, in order."""
        self.laatste: list[date] = []
        """For each the last day of it and of those before."""
        self.overgenomen: set[date] = set()
        """Days on which it referred the woman to another who took the care over."""

    def had_zorg(self, op: date) -> bool:
        """Say whether one of its zorgepisodes had begun by a day, and that or an earlier one lasted."""
        plaats = bisect_right(self.begin, op)
        return plaats > 0 and self.laatste[plaats - 1] >= op

    def begon(self, op: date) -> bool:
        """Say whether one of its zorgepisodes began on a day."""
        plaats = bisect_left(self.begin, op)
        return plaats < len(self.begin) and self.begin[plaats] == op


def _beurten(dossier: Dossier) -> dict[str, _Beurten]:
    uit: dict[str, _Beurten] = {}
    for episode in sorted(dossier.zorgepisodes, key=lambda episode: episode.looptijd.van):
        if episode.zorgaanbieder.agb_code is None:
            continue
        beurten = uit.setdefault(episode.zorgaanbieder.agb_code, _Beurten())
        beurten.begin.append(episode.looptijd.van)
        laatste = episode.looptijd.tot_en_met or date.max
        beurten.laatste.append(max((laatste, *beurten.laatste[-1:])))
        beurten.overgenomen.update(
            verwijzing.datum
            for verwijzing in episode.verwijzingen
            if verwijzing.verwijzingsoort is Verwijzingsoort.OVERNAME
            and verwijzing.datum is not None
        )
    return uit


def _begon_eerder(dossier: Dossier, beurten: dict[str, _Beurten], post: Post) -> bool:
    """Say whether the care was with the provider until the day that a line calls its start."""
    agb, start = post.declaratieregel.zorgaanbieder_agb, post.startdatum
    if start is None or agb not in beurten:
        return False
    eigen = beurten[agb]
    eerder = bisect_left(eigen.begin, start)
    if eerder == 0:
        return False
    einde = eigen.laatste[eerder - 1]
    return dagen_tussen(einde, start) <= 1 and not (
        einde in eigen.overgenomen and _bij_ander(dossier, agb, einde, start)
    )


def _bij_ander(dossier: Dossier, agb: str, einde: date, start: date) -> bool:
    """Say whether another had the care from the end of a turn until the next one begins.

    Whoever has a zorgepisode was responsible; in which phases is seldom told.
    """
    return any(
        episode.zorgaanbieder.agb_code not in {None, agb}
        and not ernaast(episode.zorgaanbieder)
        and einde <= episode.looptijd.van <= start
        and episode.looptijd.tot_en_met is not None
        and einde <= episode.looptijd.tot_en_met <= start
        for episode in dossier.zorgepisodes
    )


def _volgt_start(post: Post) -> bool:
    """Say whether the start of the care decides the tariff of a line."""
    return post.prestatie is not None and post.prestatie.peildatum_start_zorg


def _meer_fasen(post: Post) -> bool:
    """Say whether a line is of complete care, which goes on when another led the birth."""
    return post.prestatie is not None and len(post.prestatie.fasen) > 1


def _van_niemand(beurten: dict[str, _Beurten], post: Post) -> bool:
    """Say whether care that follows its start is of a provider of whom no zorgepisode is known."""
    return _volgt_start(post) and post.declaratieregel.zorgaanbieder_agb not in beurten


def _toets_episode(
    post: Post,
    episode: Zorgepisode,
    beurten: dict[str, _Beurten],
    bevallen: tuple[date, date] | None,
) -> list[Melding]:
    declaratieregel = post.declaratieregel
    uit: list[Melding] = []
    genoemd, volgt_start = declaratieregel.zorgepisode_id is not None, _volgt_start(post)
    agb, looptijd, periode = (
        episode.zorgaanbieder.agb_code,
        episode.looptijd,
        declaratieregel.periode,
    )
    if agb is None and volgt_start:
        uit.append(onbeoordeeld(post.pad("zorgepisode_id"), "zorgaanbieder_onbekend"))
    start = declaratieregel.startdatum_zorg
    if start is not None and start != looptijd.van:
        pad, reden = post.pad("startdatum_zorg"), "andere_start"
        # Who had the care before may state when that began: no source says which day counts then.
        zeker = genoemd and volgt_start and not (agb in beurten and beurten[agb].begon(start))
        uit.append(breuk(pad, reden) if zeker else onbeoordeeld(pad, reden, vermoeden=True))
    if genoemd:
        if periode.van < looptijd.van:
            uit.append(breuk(post.pad("periode/van"), "voor_begin"))
        laatste, eigen = looptijd.tot_en_met, beurten.get(agb or "")
        if laatste is not None and eigen is not None and periode.van <= laatste:
            # It begins in the zorgepisode named, and may go on in a later one: another had the care.
            if _meer_fasen(post):
                laatste = eigen.laatste[-1]
            elif _binnen_fase(post, bevallen) and eigen.had_zorg(periode.tot_en_met):
                laatste = periode.tot_en_met
        if laatste is not None and periode.tot_en_met > laatste:
            melding = _na_einde(post, laatste, eigen, bevallen)
            uit += () if melding is None else (melding,)
    return uit


def _binnen_fase(post: Post, bevallen: tuple[date, date] | None) -> bool:
    """Say whether a line is of all care of a phase, and over no days on both sides of the birth."""
    prestatie, periode = post.prestatie, post.declaratieregel.periode
    if prestatie is None or not een_geheel(prestatie):
        return False
    return bevallen is None or periode.tot_en_met <= bevallen[1] or periode.van >= bevallen[0]


def _na_einde(
    post: Post, laatste: date, eigen: _Beurten | None, bevallen: tuple[date, date] | None
) -> Melding | None:
    """Judge days after the end of the zorgepisode that a line names.

    All care of a phase can be settled on a day after it. Care at or after a birth is not of a
    zorgepisode that was over by then; in a later one of the provider it can be.
    """
    periode, prestatie = post.declaratieregel.periode, post.prestatie
    if prestatie is not None and een_geheel(prestatie):
        een_dag = periode.dagen == 1
        voor_bevalling = prestatie.fasen[:1] == (Fase.PRENATAAL,)
        if een_dag and (voor_bevalling or (bevallen is not None and bevallen[0] <= laatste)):
            return None
        later = eigen is not None and laatste < periode.van and eigen.had_zorg(periode.van)
        if een_dag or later:
            return onbeoordeeld(post.pad("zorgepisode_id"), "in_andere", vermoeden=True)
    return breuk(post.pad("periode/tot_en_met"), "na_einde")
