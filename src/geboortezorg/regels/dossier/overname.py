"""What a takeover means for the zorgepisodes around it, and the line of care for the risk."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from geboortezorg.model.partijen import Zorgaanbieder
from geboortezorg.model.zorgepisode import (
    VOOR_BARING,
    PerinatalePeriode,
    Risicostatus,
    Verwijsperiode,
    Verwijzing,
    Zorgepisode,
)
from geboortezorg.regels.dossier import bevoegd, feiten
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
from geboortezorg.regels.rollen import ernaast, ondersteunend
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tijd import LAATSTE_DATUM, dag_na, dagen_tussen

_ERNA: Final = frozenset(
    {
        PerinatalePeriode.EERSTE_24_UUR,
        PerinatalePeriode.DAG_2_TOT_EN_MET_7,
        PerinatalePeriode.FOLLOW_UP_TOT_6_WEKEN,
    }
)
_VERWEZEN_ERNA: Final = frozenset(
    {
        Verwijsperiode.POSTPARTUM,
        Verwijsperiode.DIRECT_POSTPARTUM,
        Verwijsperiode.TIJDENS_KRAAMBED,
        Verwijsperiode.TWEEDE_WEEK_OF_LATER,
        *(Verwijsperiode(periode) for periode in _ERNA),
    }
)


@regel(
    code="GZ-DOSSIER-011",
    titel=Tekst(
        "Na een overname is de overnemer verantwoordelijk",
        "After a takeover the one who took over is responsible",
    ),
    soorten=("dossier", "zorgepisode"),
    bron=feiten.KERNSET_UITLEG,
    velden=(
        "/zorgepisodes/*/verwijzingen/*/naar",
        "/zorgepisodes/*/verwijzingen/*/datum",
        "/zorgepisodes/*/looptijd/tot_en_met",
        "/verwijzingen/*/naar",
        "/verwijzingen/*/datum",
        "/looptijd/tot_en_met",
    ),
    peildatum=Peildatum.DOCUMENT,
    nodig=(
        Nodig(leden=("/zorgepisodes/*/verwijzingen", "/verwijzingen")),
        Nodig(trekken=(Trek.OVERNAME,)),
    ),
    aanleiding=Nodig(trekken=(Trek.ZORGEPISODES,)),
    redenen={
        "ondersteunend": Tekst(
            "Een organisatie voor kraamzorg of echo's neemt de verantwoordelijkheid voor de zorg "
            "niet over. Verbeter naar, of maak er een consult van.",
            "An organisation for kraamzorg or ultrasound does not take over the responsibility for "
            "the care. Correct naar, or make it a consultation.",
        ),
        "meer_overnames": Tekst(
            "Op dezelfde dag staat al een overname door een ander. Een van beide nam de zorg over: "
            "verbeter de andere.",
            "A takeover by another stands on the same day already. One of both took the care over: "
            "correct the other one.",
        ),
        "loopt_door": Tekst(
            "Deze zorgepisode loopt meer dan {dagen} dagen door nadat een ander de zorg overnam, en "
            "dat de zorg terugkwam staat er niet. Verbeter de looptijd, of voeg de zorgepisode van "
            "de ander toe.",
            "This zorgepisode goes on for more than {dagen} days after another took the care over, "
            "and that the care came back is not stated. Correct its period, or add the zorgepisode "
            "of the other.",
        ),
        "volgende_later": Tekst(
            "De eerstvolgende zorgepisode begint meer dan {dagen} dagen na deze overname. Verbeter "
            "een van de datums, of voeg de zorgepisode van de overnemer toe.",
            "The next zorgepisode begins more than {dagen} days after this takeover. Correct one of "
            "the dates, or add the zorgepisode of the one who took over.",
        ),
        "andere_overnemer": Tekst(
            "De zorgepisode die na deze overname begint is van een ander dan hier staat. "
            "Verbeter een van beide, of voeg de zorgepisode van de overnemer toe.",
            "The zorgepisode that begins after this takeover is of another than is stated here. "
            "Correct one of them, or add the zorgepisode of who took over.",
        ),
    },
)
def overname_klopt(w: Werkblad) -> Resultaat:
    """A takeover is by whoever can be responsible, whose zorgepisode then begins.

    A zorgepisode goes on after it only when the care came back. The zorgepisode of the other need
    not be in the dossier.
    """
    episodes = feiten.episodes(w)
    dagen = w.context.normen.norm("geboorte-aannemelijk").waarde("overname.marge")
    bekend = None if w.dossier is None else w.gedeeld(feiten.geboorten)
    meldingen: list[Melding] = []
    toegepast = False
    for pad, episode in episodes:
        overnames = [
            (plaats, verwijzing)
            for plaats, verwijzing in enumerate(episode.verwijzingen)
            if verwijzing.verwijzingsoort is bevoegd.OVERNAME
        ]
        if not overnames:
            continue
        toegepast = True
        anderen = [e for e in w.samen(_verantwoordelijk) if e is not episode]
        gezien: dict[date, Zorgaanbieder | None] = {}
        for plaats, verwijzing in overnames:
            plek, naar, op = f"{pad}/verwijzingen/{plaats}", verwijzing.naar, verwijzing.datum
            if naar is not None and ondersteunend(naar):
                meldingen.append(breuk(f"{plek}/naar", "ondersteunend"))
            elif op is not None and gezien.setdefault(op, naar) != naar:
                meldingen.append(onbeoordeeld(f"{plek}/datum", "meer_overnames", vermoeden=True))
            elif op is not None:
                reden = _volgende(anderen, naar, op, dagen)
                if reden is not None:
                    veld = "naar" if reden == "andere_overnemer" else "datum"
                    meldingen.append(_twijfel(f"{plek}/{veld}", reden, dagen))
                erna = bekend is not None and op >= bekend[0]
                if not erna and _loopt_door(episode, verwijzing, anderen, dag_na(op, dagen)):
                    einde = f"{pad}/looptijd/tot_en_met"
                    meldingen.append(_twijfel(einde, "loopt_door", dagen))
    return uitslag(meldingen, toegepast)


def _verantwoordelijk(w: Werkblad) -> list[Zorgepisode]:
    """Return the zorgepisodes of those who can be responsible for the woman."""
    return [e for _, e in feiten.episodes(w) if not ernaast(e.zorgaanbieder)]


def _twijfel(pad: str, reden: str, dagen: int) -> Melding:
    return onbeoordeeld(pad, reden, vermoeden=True, dagen=dagen)


def _volgende(
    anderen: list[Zorgepisode], naar: Zorgaanbieder | None, op: date, marge: int
) -> str | None:
    """Return what is wrong with the zorgepisode that begins after a takeover, if there is one."""
    direct = later = False
    for episode in anderen:
        na = dagen_tussen(op, episode.looptijd.van)
        if -marge <= na <= marge:
            if naar is None or _dezelfde(naar, episode.zorgaanbieder):
                return None
            direct = True
        later = later or na >= -marge
    if direct:
        return "andere_overnemer"
    return "volgende_later" if later else None


def _dezelfde(een: Zorgaanbieder, ander: Zorgaanbieder) -> bool:
    """Say whether both can be one; what is not known of either decides nothing."""
    if een.agb_code is not None and ander.agb_code is not None:
        return een.agb_code == ander.agb_code
    return None in (een.discipline, ander.discipline) or een.discipline == ander.discipline


def _loopt_door(
    episode: Zorgepisode, verwijzing: Verwijzing, anderen: list[Zorgepisode], tot: date
) -> bool:
    """Say whether the responsibility goes on after a takeover, and nothing shows its return."""
    einde = episode.looptijd.tot_en_met or LAATSTE_DATUM
    if einde <= tot or verwijzing.perinatale_periode in _VERWEZEN_ERNA:
        return False
    ertussen = any(
        episode.looptijd.van <= ander.looptijd.van <= tot
        and (ander.looptijd.tot_en_met or LAATSTE_DATUM) <= einde
        for ander in anderen
    )
    perioden = episode.eindverantwoordelijk_in
    terug = not _ERNA.isdisjoint(perioden) and bevoegd.GEBOORTE.isdisjoint(perioden)
    return not (ertussen or terug)


@regel(
    code="GZ-DOSSIER-012",
    versie=2,
    titel=Tekst(
        "De lijn van zorg past bij de risicostatus", "The line of care fits the risk status"
    ),
    soorten=("dossier", "zorgepisode"),
    bron=feiten.KERNSET_UITLEG,
    velden=(
        "/zorgepisodes/*/risicostatus",
        "/zorgepisodes/*/eindverantwoordelijk_in",
        "/risicostatus",
        "/eindverantwoordelijk_in",
    ),
    nodig=Nodig(leden=("/zorgepisodes/*/risicostatus", "/risicostatus")),
    redenen={
        "hoger_nodig": Tekst(
            "Volgens de risicostatus hoort deze zorg in een hogere lijn, maar een zorgaanbieder uit "
            "de eerste lijn hield haar. Verbeter een van beide, of voeg de verwijzing toe.",
            "By the risk status this care belongs in a higher line, but a provider of the first "
            "line kept it. Correct one of both, or add the referral.",
        ),
        "eerste_lijn": Tekst(
            "Volgens de risicostatus hoort deze zorg in de eerste lijn, maar een hogere lijn was in "
            "de zwangerschap verantwoordelijk. Verbeter een van beide.",
            "By the risk status this care belongs in the first line, but a higher line was "
            "responsible in the pregnancy. Correct one of both.",
        ),
        "perioden_onbekend": Tekst(
            "Volgens de risicostatus hoort deze zorg in een hogere lijn. Of een zorgaanbieder uit de "
            "eerste lijn haar hield, is niet bekend: vul eindverantwoordelijk_in aan, of de "
            "verwijzing.",
            "By the risk status this care belongs in a higher line. Whether a provider of the first "
            "line kept it is not known: supply eindverantwoordelijk_in, or the referral.",
        ),
    },
)
def lijn_past_bij_risico(w: Werkblad) -> Resultaat:
    """Who keeps the care, or has it in the pregnancy, is of the line that the risk asks."""
    meldingen: list[Melding] = []
    toegepast = False
    for pad, episode in feiten.episodes(w):
        eerste = bevoegd.eerste_lijn(episode.zorgaanbieder)
        if eerste is None or episode.risicostatus is None:
            continue
        toegepast = True
        if eerste and _hoger(episode) and not episode.eindverantwoordelijk_in:
            if not episode.verwijzingen:
                pad_ = f"{pad}/eindverantwoordelijk_in"
                meldingen.append(onbeoordeeld(pad_, "perioden_onbekend"))
            continue
        meldingen += (
            onbeoordeeld(f"{pad}/risicostatus", reden, vermoeden=True)
            for reden in _tegen_risico(episode, eerste=eerste)
        )
    return uitslag(meldingen, toegepast)


def _hoger(episode: Zorgepisode) -> bool:
    return episode.risicostatus in {Risicostatus.TWEEDE_LIJN, Risicostatus.DERDE_LIJN}


def _tegen_risico(episode: Zorgepisode, *, eerste: bool) -> Iterator[str]:
    perioden = set(episode.eindverantwoordelijk_in)
    vervolg = PerinatalePeriode.ZWANGERSCHAP_VERVOLG in perioden and not episode.verwijzingen
    if eerste and _hoger(episode) and (perioden & bevoegd.GEBOORTE or vervolg):
        yield "hoger_nodig"
    elif not eerste and episode.risicostatus is Risicostatus.EERSTE_LIJN and perioden & VOOR_BARING:
        yield "eerste_lijn"
