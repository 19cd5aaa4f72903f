"""Who can be finally responsible for a birth."""

from typing import Final

from geboortezorg.bron import Verificatie
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.partijen import (
    ECHELONS_DISCIPLINE,
    Echelon,
    Zorgaanbieder,
)
from geboortezorg.model.zorgepisode import (
    BARING,
    PerinatalePeriode,
    Verwijzingsoort,
)
from geboortezorg.regels.dossier import feiten
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
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
from geboortezorg.regels.rollen import ernaast, ondersteunend
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.bronnen import bron
from geboortezorg.tijd import dag_na

_KNOV: Final = bron("dossier-knov")

_SPECIALISME: Final = bron("dossier-specialisme")

GEBOORTE: Final = frozenset({PerinatalePeriode.UITDRIJVING, PerinatalePeriode.NAGEBOORTE})
"""The phases in which the child and the placenta are born."""

OVERNAME: Final = Verwijzingsoort.OVERNAME


def eerste_lijn(zorgaanbieder: Zorgaanbieder) -> bool | None:
    """Say whether a provider works in the first line; None when it does not tell."""
    if zorgaanbieder.echelon is not None:
        return zorgaanbieder.echelon is Echelon.EERSTE_LIJN
    lijnen = ECHELONS_DISCIPLINE.get(zorgaanbieder.discipline) if zorgaanbieder.discipline else None
    return None if lijnen is None else Echelon.EERSTE_LIJN in lijnen


@regel(
    code="GZ-DOSSIER-007",
    versie=3,
    titel=Tekst(
        "Eindverantwoordelijk voor de baring is een verloskundige, een arts of hun organisatie",
        "Finally responsible for labour is a midwife, a physician or their organisation",
    ),
    soorten=("dossier", "zorgepisode"),
    bron=_KNOV,
    velden=(
        "/zorgepisodes/*/eindverantwoordelijk_in",
        "/zorgepisodes/*/zorgaanbieder/discipline",
        "/eindverantwoordelijk_in",
        "/zorgaanbieder/discipline",
    ),
    nodig=Nodig(leden=("/zorgepisodes/*/eindverantwoordelijk_in", "/eindverantwoordelijk_in")),
    aanleiding=Nodig(trekken=(Trek.ZORGEPISODES,)),
    redenen={
        "ondersteunend": Tekst(
            "Een organisatie voor kraamzorg of echo's is niet eindverantwoordelijk voor de "
            "baring. Verbeter de perioden of de zorgaanbieder.",
            "An organisation for kraamzorg or ultrasound is not finally responsible for labour. "
            "Correct the phases or the provider.",
        ),
        "zwanger": Tekst(
            "Een organisatie voor kraamzorg of echo's, of een kinderarts, is niet "
            "eindverantwoordelijk voor de zwangerschap. Verbeter de perioden of de zorgaanbieder.",
            "An organisation for kraamzorg or ultrasound, or a paediatrician, is not finally "
            "responsible for the pregnancy. Correct the phases or the provider.",
        ),
        "kinderarts": Tekst(
            "Een kinderarts is verantwoordelijk voor het kind, niet voor de baring. Verbeter de "
            "perioden of de zorgaanbieder.",
            "A paediatrician is responsible for the child, not for labour. Correct the phases or "
            "the provider.",
        ),
        "rol_ontbreekt": Tekst(
            "Wie eindverantwoordelijk was voor de baring is niet te zien. Vul discipline of "
            "partijsoort van de zorgaanbieder in.",
            "Who was finally responsible for labour cannot be seen. Supply discipline or "
            "partijsoort of the provider.",
        ),
    },
)
def verantwoordelijk_voor_baring(w: Werkblad) -> Resultaat:
    """A provider of kraamzorg or ultrasound, or for the child, has no part in labour."""
    meldingen: list[Melding] = []
    toegepast = False
    for pad, episode in feiten.episodes(w):
        perioden, aanbieder = episode.eindverantwoordelijk_in, episode.zorgaanbieder
        if BARING.isdisjoint(perioden):
            if PerinatalePeriode.ZWANGERSCHAP_VERVOLG in perioden and ernaast(aanbieder):
                toegepast = True
                waar = f"{pad}/eindverantwoordelijk_in"
                meldingen.append(onbeoordeeld(waar, "zwanger", vermoeden=True))
            continue
        toegepast = True
        if ondersteunend(aanbieder):
            meldingen.append(breuk(f"{pad}/eindverantwoordelijk_in", "ondersteunend"))
        elif ernaast(aanbieder):
            meldingen.append(breuk(f"{pad}/eindverantwoordelijk_in", "kinderarts"))
        elif aanbieder.discipline is None and aanbieder.partijsoort is None:
            meldingen.append(onbeoordeeld(f"{pad}/zorgaanbieder/discipline", "rol_ontbreekt"))
    return uitslag(meldingen, toegepast)


@regel(
    code="GZ-DOSSIER-009",
    titel=Tekst("Het echelon past bij de discipline", "The line of care fits the discipline"),
    soorten=("dossier", "zorgepisode"),
    bron=_SPECIALISME,
    velden=(
        "/zorgepisodes/*/zorgaanbieder/echelon",
        "/zorgepisodes/*/verwijzingen/*/naar/echelon",
        "/zorgaanbieder/echelon",
        "/verwijzingen/*/naar/echelon",
    ),
    nodig=Nodig(
        leden=(
            "/zorgepisodes/*/zorgaanbieder/echelon",
            "/zorgepisodes/*/verwijzingen/*/naar/echelon",
            "/zorgaanbieder/echelon",
            "/verwijzingen/*/naar/echelon",
        )
    ),
    aanleiding=Nodig(trekken=(Trek.ZORGEPISODES,)),
    redenen={
        "ander_echelon": Tekst(
            "Deze discipline werkt niet in dit echelon. Verbeter een van beide.",
            "This discipline does not work in this line of care. Correct one of them.",
        )
    },
)
def echelon_past(w: Werkblad) -> Resultaat:
    """A midwife of the first line is not of the second, and a gynaecologist not of the first."""
    meldingen: list[Melding] = []
    toegepast = False
    for pad, episode in feiten.episodes(w):
        aanbieders = [episode.zorgaanbieder, *(v.naar for v in episode.verwijzingen)]
        for i, aanbieder in enumerate(aanbieders):
            if aanbieder is None or aanbieder.echelon is None or aanbieder.discipline is None:
                continue
            lijnen = ECHELONS_DISCIPLINE.get(aanbieder.discipline)
            if lijnen is None:
                continue
            toegepast = True
            if aanbieder.echelon not in lijnen:
                # The name of the two midwives tells it; no list of the kernset does.
                verloskundig = "verloskundige" in aanbieder.discipline
                grond = Verificatie.AFGELEID if verloskundig else None
                plek = f"{pad}/verwijzingen/{i - 1}/naar" if i else f"{pad}/zorgaanbieder"
                meldingen.append(breuk(f"{plek}/echelon", "ander_echelon", verificatie=grond))
    return uitslag(meldingen, toegepast)


@regel(
    code="GZ-DOSSIER-010",
    titel=Tekst(
        "Wie de zorg voor de geboorte overdroeg was daarna niet eindverantwoordelijk",
        "Who handed the care over before the birth was not finally responsible afterwards",
    ),
    soorten=("dossier",),
    bron=feiten.KERNSET_UITLEG,
    velden=("/zorgepisodes/*/eindverantwoordelijk_in",),
    nodig=(
        Nodig(leden=("/zorgepisodes/*/verwijzingen/*/datum",)),
        Nodig(trekken=(Trek.OVERGENOMEN,)),
    ),
    aanleiding=Nodig(trekken=(Trek.ZORGEPISODES,)),
    redenen={
        "na_overname": Tekst(
            "Een ander nam de zorg voor de geboorte over, maar deze zorgepisode noemt de "
            "uitdrijving of de nageboorte, en een overname terug staat er niet. Verbeter de "
            "perioden, of voeg de zorgepisode van de ander met de verwijzing terug toe.",
            "Another took the care over before the birth, but this zorgepisode names the "
            "expulsion or the placenta, and no takeover back is stated. Correct the phases, or "
            "add the zorgepisode of the other with the referral back.",
        )
    },
)
def verantwoordelijk_na_overname(w: Werkblad) -> Resultaat:
    """After a takeover before the day of birth another is responsible, unless it was given back."""
    dossier = w.als(Dossier)
    bekend = w.gedeeld(feiten.geboorten)
    if bekend is None:
        return NIET_VAN_TOEPASSING
    voor = dag_na(bekend[0], -1)
    overnames = [
        (verwijzing.datum, plaats)
        for plaats, episode in enumerate(dossier.zorgepisodes)
        for verwijzing in episode.verwijzingen
        if verwijzing.verwijzingsoort is OVERNAME
        and verwijzing.datum is not None
        and verwijzing.datum < voor
    ]
    if not overnames:
        return NIET_VAN_TOEPASSING
    laatste, plaats = max(overnames)
    # When that of another zorgepisode is as late, the care can have been given back.
    alleen = {waar for op, waar in overnames if op == laatste} == {plaats}
    if alleen and not GEBOORTE.isdisjoint(dossier.zorgepisodes[plaats].eindverantwoordelijk_in):
        pad = f"/zorgepisodes/{plaats}/eindverantwoordelijk_in"
        return [onbeoordeeld(pad, "na_overname", vermoeden=True)]
    return VOLDAAN
