"""A dossier that hangs together: references and responsibility between organisations."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from geboortezorg.model.dossier import Dossier
from geboortezorg.model.partijen import Discipline, Zorgaanbieder
from geboortezorg.model.zorgepisode import Zorgepisode
from geboortezorg.regels import bronnen
from geboortezorg.regels.dossier import feiten
from geboortezorg.regels.regel import (
    VOLDAAN,
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
from geboortezorg.regels.stukken import MetLooptijd
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tijd import (
    DAGEN_ZWANGERSCHAP,
    LAATSTE_DATUM,
    Looptijd,
    dag_na,
    dagen_tussen,
    overlappen,
)

_KINDERARTS: Final = Discipline.KINDERARTS


@regel(
    code="GZ-DOSSIER-001",
    titel=Tekst("Een looptijd is niet omgekeerd", "A period of validity is not reversed"),
    soorten=("dossier", "zorgepisode", "overeenkomst"),
    bron=bronnen.SCHEMA,
    velden=(
        "/zorgepisodes/*/looptijd/tot_en_met",
        "/overeenkomsten/*/looptijd/tot_en_met",
        "/client/verzekeringen/*/looptijd/tot_en_met",
        "/looptijd/tot_en_met",
    ),
    peildatum=Peildatum.DOCUMENT,
    nodig=Nodig(leden=("/zorgepisodes", "/overeenkomsten", "/client/verzekeringen", "/looptijd")),
    aanleiding=Nodig(trekken=(Trek.VELDEN,)),
    redenen={
        "omgekeerd": Tekst(
            "De laatste dag ligt voor de eerste. Verbeter de looptijd.",
            "The last day lies before the first. Correct the period.",
        )
    },
)
def looptijd_niet_omgekeerd(w: Werkblad) -> Resultaat:
    """The last day of a zorgepisode, agreement or insurance is its first day or later."""
    dossier = w.dossier
    if dossier is None:
        omgekeerd = _omgekeerd(w.document.looptijd)
        return [breuk("/looptijd/tot_en_met", "omgekeerd")] if omgekeerd else VOLDAAN
    lijsten: dict[str, Sequence[MetLooptijd]] = {
        "zorgepisodes": dossier.zorgepisodes,
        "overeenkomsten": dossier.overeenkomsten,
        "client/verzekeringen": () if dossier.client is None else dossier.client.verzekeringen,
    }
    meldingen = [
        breuk(f"/{naam}/{i}/looptijd/tot_en_met", "omgekeerd")
        for naam, dingen in lijsten.items()
        for i, ding in enumerate(dingen)
        if _omgekeerd(ding.looptijd)
    ]
    return uitslag(meldingen, any(lijsten.values()))


def _omgekeerd(looptijd: Looptijd) -> bool:
    return looptijd.tot_en_met is not None and looptijd.tot_en_met < looptijd.van


@regel(
    code="GZ-DOSSIER-002",
    titel=Tekst(
        "Een verwijzing binnen het dossier komt ergens uit",
        "A reference within the dossier leads somewhere",
    ),
    soorten=("dossier",),
    bron=bronnen.SCHEMA,
    velden=("/declaratieregels/*/zorgepisode_id", "/zorgepisodes/*/zorgepisode_id"),
    nodig=Nodig(leden=("/zorgepisodes", "/declaratieregels/*/zorgepisode_id")),
    aanleiding=Nodig(trekken=(Trek.VELDEN,)),
    redenen={
        "bestaat_niet": Tekst(
            "Het dossier heeft geen zorgepisode met deze sleutel. Verbeter de sleutel of voeg de "
            "zorgepisode toe.",
            "The dossier has no zorgepisode with this key. Correct the key or add the zorgepisode.",
        ),
        "niet_uniek": Tekst(
            "Een eerdere zorgepisode heeft dezelfde sleutel. Geef elke zorgepisode een eigen "
            "sleutel.",
            "An earlier zorgepisode has the same key. Give every zorgepisode its own key.",
        ),
    },
)
def verwijzingen_kloppen(w: Werkblad) -> Resultaat:
    """Keys of zorgepisodes are unique, and every line refers to one that exists."""
    dossier = w.als(Dossier)
    meldingen: list[Melding] = []
    bekend: set[str] = set()
    for plaats, episode in enumerate(dossier.zorgepisodes):
        if episode.zorgepisode_id in bekend:
            meldingen.append(breuk(f"/zorgepisodes/{plaats}/zorgepisode_id", "niet_uniek"))
        bekend.add(episode.zorgepisode_id)
    verwijst = False
    for plaats, lijn in enumerate(dossier.declaratieregels):
        sleutel = lijn.zorgepisode_id
        if sleutel is not None:
            verwijst = True
            if sleutel not in bekend:
                pad = f"/declaratieregels/{plaats}/zorgepisode_id"
                meldingen.append(breuk(pad, "bestaat_niet"))
    return uitslag(meldingen, verwijst or bool(bekend))


@regel(
    code="GZ-DOSSIER-004",
    versie=3,
    titel=Tekst(
        "In een perinatale periode is een organisatie tegelijk eindverantwoordelijk",
        "In one phase one organisation at a time is finally responsible",
    ),
    soorten=("dossier",),
    bron=feiten.KERNSET_UITLEG,
    velden=("/zorgepisodes/*/eindverantwoordelijk_in",),
    peildatum=Peildatum.DOCUMENT,
    nodig=(Nodig(leden=("/zorgepisodes",)), Nodig(trekken=(Trek.MEER_ZORGEPISODES,))),
    aanleiding=Nodig(trekken=(Trek.ZORGEPISODES,)),
    redenen={
        "overlapt": Tekst(
            "In dezelfde perinatale periode is ook een eerdere zorgepisode eindverantwoordelijk, "
            "over meer dan de dag van overdracht. Verbeter de looptijden of de perioden.",
            "In the same phase an earlier zorgepisode is finally responsible too, over more than "
            "the day of handing over. Correct the periods or the phases.",
        ),
        "perioden_ontbreken": Tekst(
            "Deze zorgepisode overlapt met een eerdere, en van minstens een van beide is niet "
            "bekend in welke perinatale perioden zij eindverantwoordelijk was. Vul "
            "eindverantwoordelijk_in aan.",
            "This zorgepisode overlaps with an earlier one, and of at least one of them it is not "
            "known in which phases it was finally responsible. Complete eindverantwoordelijk_in.",
        ),
    },
)
def een_eindverantwoordelijke(w: Werkblad) -> Resultaat:
    """Two zorgepisodes with a phase in common share at most the day of handing over.

    Kraamzorg and echo practices, and who cares for the child, work beside whoever is responsible,
    so they need name no phase.
    """
    episodes = w.als(Dossier).zorgepisodes
    meldingen: list[Melding] = []
    for plaats, episode in enumerate(episodes):
        samen = [ander for ander in episodes[:plaats] if _overlapt(ander, episode)]
        if not samen:
            continue
        pad = f"/zorgepisodes/{plaats}/eindverantwoordelijk_in"
        perioden = set(episode.eindverantwoordelijk_in)
        if any(perioden & set(ander.eindverantwoordelijk_in) for ander in samen):
            meldingen.append(breuk(pad, "overlapt"))
        elif any(_onbekend(ander) or _onbekend(episode) for ander in samen):
            meldingen.append(onbeoordeeld(pad, "perioden_ontbreken"))
    return uitslag(meldingen, len(episodes) > 1)


def _volgorde(episode: Zorgepisode) -> tuple[date, date]:
    return episode.looptijd.van, episode.looptijd.tot_en_met or LAATSTE_DATUM


def _overlapt(een: Zorgepisode, ander: Zorgepisode) -> bool:
    """Say whether two zorgepisodes share more than the day of handing over."""
    if not overlappen(een.looptijd, ander.looptijd):
        return False
    eerste, tweede = sorted((een, ander), key=_volgorde)
    return eerste.looptijd.tot_en_met != tweede.looptijd.van


def _onbekend(episode: Zorgepisode) -> bool:
    return not episode.eindverantwoordelijk_in and not ernaast(episode.zorgaanbieder)


@regel(
    code="GZ-DOSSIER-005",
    versie=3,
    titel=Tekst(
        "Een verwijzing valt binnen de zorgepisode", "A referral lies within the zorgepisode"
    ),
    soorten=("dossier", "zorgepisode"),
    bron=feiten.KERNSET_UITLEG,
    velden=(
        "/zorgepisodes/*/verwijzingen/*/datum",
        "/zorgepisodes/*/verwijzingen/*/verwijzingsoort",
        "/zorgepisodes/*/verwijzingen/*/naar",
        "/verwijzingen/*/datum",
        "/verwijzingen/*/verwijzingsoort",
        "/verwijzingen/*/naar",
    ),
    peildatum=Peildatum.DOCUMENT,
    nodig=Nodig(leden=("/zorgepisodes/*/verwijzingen", "/verwijzingen")),
    aanleiding=Nodig(trekken=(Trek.ZORGEPISODES,)),
    redenen={
        "buiten_looptijd": Tekst(
            "De verwijzing is gedateerd buiten de looptijd van de zorgepisode. Verbeter de datum.",
            "The referral is dated outside the period of the zorgepisode. Correct the date.",
        ),
        "datum_ontbreekt": Tekst(
            "Wanneer is verwezen is niet bekend, dus ook niet of het binnen de zorgepisode was. "
            "Vul datum in.",
            "When the referral was is not known, so neither whether it was within the "
            "zorgepisode. Supply datum.",
        ),
        "soort_ontbreekt": Tekst(
            "Of de verwijzing een consult of een overname werd is niet bekend, dus ook niet wie "
            "daarna verantwoordelijk was. Vul verwijzingsoort in.",
            "Whether the referral became a consultation or a takeover is not known, so neither "
            "who was responsible afterwards. Supply verwijzingsoort.",
        ),
        "naar_zichzelf": Tekst(
            "Deze verwijzing gaat naar wie zelf verwijst. Verbeter naar.",
            "This referral goes to the one who refers. Correct naar.",
        ),
    },
)
def verwijzing_binnen_episode(w: Werkblad) -> Resultaat:
    """An organisation refers while it is responsible, its first and last day included."""
    meldingen: list[Melding] = []
    toegepast = False
    for pad, episode in feiten.episodes(w):
        for plaats, verwijzing in enumerate(episode.verwijzingen):
            toegepast = True
            plek = f"{pad}/verwijzingen/{plaats}"
            if verwijzing.datum is None:
                meldingen.append(onbeoordeeld(f"{plek}/datum", "datum_ontbreekt"))
            elif not episode.looptijd.bevat(verwijzing.datum):
                meldingen.append(breuk(f"{plek}/datum", "buiten_looptijd"))
            if verwijzing.verwijzingsoort is None:
                meldingen.append(onbeoordeeld(f"{plek}/verwijzingsoort", "soort_ontbreekt"))
            if _zichzelf(episode.zorgaanbieder, verwijzing.naar):
                meldingen.append(onbeoordeeld(f"{plek}/naar", "naar_zichzelf", vermoeden=True))
    return uitslag(meldingen, toegepast)


def _zichzelf(zorgaanbieder: Zorgaanbieder, naar: Zorgaanbieder | None) -> bool:
    """Say whether both are one: two specialisms of a hospital share an AGB-code."""
    return (
        naar is not None
        and naar.agb_code is not None
        and (naar.agb_code, naar.discipline) == (zorgaanbieder.agb_code, zorgaanbieder.discipline)
    )


@regel(
    code="GZ-DOSSIER-008",
    versie=2,
    titel=Tekst(
        "Een zorgepisode valt rond de zwangerschap waarvan zij is",
        "A zorgepisode lies around the pregnancy that it is of",
    ),
    soorten=("dossier", "zorgepisode"),
    bron=feiten.KERNSET,
    velden=(
        "/zorgepisodes/*/looptijd/van",
        "/zorgepisodes/*/looptijd/tot_en_met",
        "/looptijd/tot_en_met",
    ),
    peildatum=Peildatum.GEBOORTE,
    nodig=Nodig(leden=("/zorgepisodes", "/looptijd")),
    aanleiding=Nodig(trekken=(Trek.ZORGEPISODES,)),
    redenen={
        "ervoor": Tekst(
            "Deze zorgepisode was al voorbij voor de eerste dag van de zwangerschap volgens de a "
            "terme datum. Verbeter de looptijd, of laat haar weg als zij van een andere "
            "zwangerschap is.",
            "This zorgepisode was over before the first day of the pregnancy by the a terme date. "
            "Correct the period, or leave it out when it is of another pregnancy.",
        ),
        "begint_ervoor": Tekst(
            "Deze zorgepisode begint voor de eerste dag van de zwangerschap volgens de a terme "
            "datum. Controleer beide datums.",
            "This zorgepisode begins before the first day of the pregnancy by the a terme date. "
            "Check both dates.",
        ),
        "erna": Tekst(
            "Deze zorgepisode begint meer dan {dagen} dagen na het einde van de zwangerschap. "
            "Controleer of zij van deze zwangerschap is.",
            "This zorgepisode begins more than {dagen} days after the end of the pregnancy. Check "
            "whether it is of this pregnancy.",
        ),
        "te_lang": Tekst(
            "Deze zorgepisode duurt langer dan {dagen} dagen, meer dan een zwangerschap met de "
            "zes weken erna. Controleer de looptijd, of vul het einde in.",
            "This zorgepisode lasts longer than {dagen} days, more than a pregnancy with the six "
            "weeks after it. Check the period, or supply its end.",
        ),
    },
)
def rond_de_zwangerschap(w: Werkblad) -> Resultaat:
    """The responsibility begins in the pregnancy or the six weeks after it, and ends in time.

    A kinderarts cares for the child, longer and later than for the pregnancy.
    """
    meldingen: list[Melding] = []
    norm = w.context.normen.norm("geboorte-aannemelijk")
    langste, laatste = norm.waarde("zorg.langste"), norm.waarde("zorg.laatste-begin")
    episodes = feiten.episodes(w)
    eerste_dag = einde = None
    if w.dossier is not None:
        a_terme, bekend = w.dossier.zwangerschap.a_terme_datum, w.gedeeld(feiten.geboorten)
        eerste_dag = None if a_terme is None else dag_na(a_terme, -DAGEN_ZWANGERSCHAP)
        einde = None if bekend is None else bekend[1]
    for pad, episode in episodes:
        van, tot = episode.looptijd.van, episode.looptijd.tot_en_met or LAATSTE_DATUM
        tot_nu = episode.looptijd.tot_en_met or w.context.beoordelingsdatum
        kind = episode.zorgaanbieder.discipline is _KINDERARTS
        if tot < van:  # reported by the rule on reversed periods
            continue
        if eerste_dag is not None and tot < eerste_dag:
            meldingen.append(breuk(f"{pad}/looptijd/tot_en_met", "ervoor"))
        elif eerste_dag is not None and van < eerste_dag:
            meldingen.append(onbeoordeeld(f"{pad}/looptijd/van", "begint_ervoor", vermoeden=True))
        elif einde is not None and dagen_tussen(einde, van) > laatste and not kind:
            melding = onbeoordeeld(f"{pad}/looptijd/van", "erna", vermoeden=True, dagen=laatste)
            meldingen.append(melding)
        elif tot_nu is not None and dagen_tussen(van, tot_nu) > langste and not kind:
            plek = f"{pad}/looptijd/tot_en_met"
            meldingen.append(onbeoordeeld(plek, "te_lang", vermoeden=True, dagen=langste))
    return uitslag(meldingen, bool(episodes))
