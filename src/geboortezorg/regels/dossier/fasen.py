"""Phases of care against the days: of a responsible organisation, and of a referral."""

from datetime import date
from functools import lru_cache
from typing import Final

from geboortezorg.bron import Verificatie
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.zorgepisode import PerinatalePeriode, Verwijsperiode, Zorgepisode
from geboortezorg.regels.dossier import feiten
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
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tijd import LAATSTE_DATUM, dagen_tussen

Venster = tuple[int | None, int | None]
"""Days from the first birth at the earliest, and from the last birth at the latest."""

_VOOR: Final[Venster] = (None, 0)
_KRAAMBED: Final = 42

VENSTERS: Final[dict[PerinatalePeriode, Venster]] = {
    PerinatalePeriode.INTAKE: _VOOR,
    PerinatalePeriode.ZWANGERSCHAP_VERVOLG: _VOOR,
    PerinatalePeriode.BEGIN_BARING: (-7, 0),
    PerinatalePeriode.UITDRIJVING: (-1, 0),
    PerinatalePeriode.NAGEBOORTE: (0, 1),
    PerinatalePeriode.EERSTE_24_UUR: (0, 1),
    PerinatalePeriode.DAG_2_TOT_EN_MET_7: (1, 7),
    PerinatalePeriode.FOLLOW_UP_TOT_6_WEKEN: (1, _KRAAMBED),
}
"""Where the name of a phase puts it. A night is no calendar day, and labour can take days."""

_RANG: Final = {periode: rang for rang, periode in enumerate(PerinatalePeriode)}

_VERWIJZING: Final[dict[Verwijsperiode, tuple[Venster, int, int]]] = {
    Verwijsperiode.ANTE_PARTUM: (_VOOR, 0, 1),
    Verwijsperiode.NA_EERSTE_CONTROLE: (_VOOR, 0, 1),
    Verwijsperiode.VOOR_28E_WEEK: (_VOOR, 0, 1),
    Verwijsperiode.WEEK_28_TOT_EN_MET_36: (_VOOR, 0, 1),
    Verwijsperiode.VANAF_37E_WEEK: (_VOOR, 0, 1),
    Verwijsperiode.DURANTE_PARTU: ((-7, 1), 2, 4),
    Verwijsperiode.POSTPARTUM: ((0, None), 4, 7),
    Verwijsperiode.DIRECT_POSTPARTUM: ((0, 1), 4, 5),
    Verwijsperiode.TIJDENS_KRAAMBED: ((0, _KRAAMBED), 5, 7),
    Verwijsperiode.TWEEDE_WEEK_OF_LATER: ((7, None), 7, 7),
    **{
        Verwijsperiode(periode): (venster, _RANG[periode], _RANG[periode])
        for periode, venster in VENSTERS.items()
    },
}
"""For each phase of a referral its window, and the first and last phase of care it lies in."""

_WEKEN: Final[dict[Verwijsperiode, tuple[int, int]]] = {
    Verwijsperiode.VOOR_28E_WEEK: (0, 28 * 7 - 1),
    Verwijsperiode.WEEK_28_TOT_EN_MET_36: (28 * 7, 37 * 7 - 1),
    Verwijsperiode.VANAF_37E_WEEK: (37 * 7, 50 * 7),
}
"""First and last day of the pregnancy of a phase that is named after weeks."""

_RUIM: Final = frozenset({Verwijsperiode.BEGIN_BARING, Verwijsperiode.DURANTE_PARTU})
"""When labour begins is no fact of a calendar: contractions can stop."""


@regel(
    code="GZ-DOSSIER-003",
    versie=2,
    titel=Tekst(
        "Wie in een perinatale periode eindverantwoordelijk was, was dat op de dagen ervan",
        "Who was finally responsible in a phase was so on the days of that phase",
    ),
    soorten=("dossier", "zorgepisode"),
    bron=feiten.KERNSET_UITLEG,
    velden=(
        "/zorgepisodes/*/looptijd/van",
        "/zorgepisodes/*/looptijd/tot_en_met",
        "/zorgepisodes/*/eindverantwoordelijk_in",
        "/eindverantwoordelijk_in",
    ),
    peildatum=Peildatum.GEBOORTE,
    nodig=Nodig(leden=("/zorgepisodes/*/eindverantwoordelijk_in", "/eindverantwoordelijk_in")),
    aanleiding=Nodig(trekken=(Trek.ZORGEPISODES,)),
    redenen={
        "begint_na_einde": Tekst(
            "Deze zorgepisode begint na een perinatale periode die zij noemt, gerekend vanaf het "
            "einde van de zwangerschap. Verbeter de datum of de perinatale perioden.",
            "This zorgepisode begins after a phase that it names, counted from the end of the "
            "pregnancy. Correct the date or the phases.",
        ),
        "eindigt_voor_einde": Tekst(
            "Deze zorgepisode eindigt voor een perinatale periode die zij noemt, gerekend vanaf "
            "het einde van de zwangerschap. Verbeter de datum of de perinatale perioden.",
            "This zorgepisode ends before a phase that it names, counted from the end of the "
            "pregnancy. Correct the date or the phases.",
        ),
        "past_niet": Tekst(
            "Deze perinatale perioden passen samen niet in de looptijd van de zorgepisode, "
            "wanneer de geboorte ook was. Verbeter de looptijd of de perioden.",
            "These phases do not fit together in the period of the zorgepisode, whenever the "
            "birth was. Correct the period or the phases.",
        ),
        "einde_ontbreekt": Tekst(
            "Deze zorgepisode noemt een periode vanaf de baring, maar wanneer de zwangerschap "
            "eindigde is niet bekend. Vul zwangerschap.datum_einde in.",
            "This zorgepisode names a phase from labour on, but when the pregnancy ended is not "
            "known. Supply zwangerschap.datum_einde.",
        ),
    },
)
def perioden_passen_bij_einde(w: Werkblad) -> Resultaat:
    """Every phase of a zorgepisode has a day within its period."""
    meldingen: list[Melding] = []
    toegepast = False
    bekend = None if w.dossier is None else w.gedeeld(feiten.geboorten)
    for pad, episode in feiten.episodes(w):
        van, tot = episode.looptijd.van, episode.looptijd.tot_en_met or LAATSTE_DATUM
        if not episode.eindverantwoordelijk_in or tot < van:
            continue
        toegepast = True
        if bekend is not None:
            melding = _buiten(pad, episode, *bekend)
        elif w.dossier is not None and any(
            VENSTERS[p] != _VOOR for p in episode.eindverantwoordelijk_in
        ):
            melding = onbeoordeeld(f"{pad}/eindverantwoordelijk_in", "einde_ontbreekt")
        else:
            past = _geboorte_mogelijk(episode, van, tot)
            melding = None if past else breuk(f"{pad}/eindverantwoordelijk_in", "past_niet")
        if melding is not None:
            meldingen.append(melding)
    return uitslag(meldingen, toegepast)


def _buiten(pad: str, episode: Zorgepisode, eerste: date, laatste: date) -> Melding | None:
    """Return that an episode lies outside a phase that it names: of several, the first one."""
    van, tot = episode.looptijd.van, episode.looptijd.tot_en_met or LAATSTE_DATUM
    na, voor = dagen_tussen(laatste, van), dagen_tussen(eerste, tot)
    if past(venster(tuple(episode.eindverantwoordelijk_in)), na, voor):
        return None
    fout = [p for p in episode.eindverantwoordelijk_in if not past(VENSTERS[p], na, voor)]
    uiterlijk = VENSTERS[min(fout, key=_RANG.__getitem__)][1]
    if uiterlijk is not None and na > uiterlijk:
        return breuk(f"{pad}/looptijd/van", "begint_na_einde")
    return breuk(f"{pad}/looptijd/tot_en_met", "eindigt_voor_einde")


@lru_cache(maxsize=1024)
def venster(perioden: tuple[PerinatalePeriode, ...]) -> Venster:
    """Return the window of some phases together: a day fits it when it fits that of each."""
    vensters = [VENSTERS[periode] for periode in perioden]
    return (
        max((vanaf for vanaf, _ in vensters if vanaf is not None), default=None),
        min((tot for _, tot in vensters if tot is not None), default=None),
    )


def past(venster: Venster, na: int, voor: int) -> bool:
    """Say whether days fit a window that begin so long after, and end so long after, the births."""
    vroegst, uiterlijk = venster
    return (uiterlijk is None or na <= uiterlijk) and (vroegst is None or voor >= vroegst)


def _geboorte_mogelijk(episode: Zorgepisode, van: date, tot: date) -> bool:
    """Say whether there is a day of birth with which every phase lies within the period."""
    vanaf, uiterlijk = venster(tuple(episode.eindverantwoordelijk_in))
    return vanaf is None or vanaf - (uiterlijk or 0) <= dagen_tussen(van, tot)


@regel(
    code="GZ-DOSSIER-006",
    titel=Tekst(
        "De perinatale periode van een verwijzing past bij de dag en bij de zorgepisode",
        "The phase of a referral fits its day and the zorgepisode",
    ),
    soorten=("dossier", "zorgepisode"),
    bron=feiten.KERNSET,
    velden=(
        "/zorgepisodes/*/verwijzingen/*/perinatale_periode",
        "/verwijzingen/*/perinatale_periode",
    ),
    peildatum=Peildatum.GEBOORTE,
    nodig=Nodig(
        leden=(
            "/zorgepisodes/*/verwijzingen/*/perinatale_periode",
            "/verwijzingen/*/perinatale_periode",
        )
    ),
    aanleiding=Nodig(trekken=(Trek.ZORGEPISODES,)),
    redenen={
        "andere_dag": Tekst(
            "De verwijzing is gedateerd buiten deze perinatale periode, gerekend vanaf de "
            "geboorte. Verbeter de datum of de periode.",
            "The referral is dated outside this phase, counted from the birth. Correct the date "
            "or the phase.",
        ),
        "andere_week": Tekst(
            "De verwijzing is gedateerd buiten deze weken van de zwangerschap volgens de a terme "
            "datum. Verbeter de datum of de periode.",
            "By the a terme date the referral is dated outside these weeks of the pregnancy. "
            "Correct the date or the phase.",
        ),
        "andere_periode": Tekst(
            "De organisatie verwijst in een periode waarin zij niet eindverantwoordelijk was, en "
            "ook niet in een aangrenzende. Controleer beide.",
            "The organisation refers in a phase in which it was not finally responsible, nor in "
            "an adjoining one. Check both.",
        ),
        "einde_ontbreekt": Tekst(
            "De verwijzing is van een periode vanaf de baring, maar wanneer de zwangerschap "
            "eindigde is niet bekend. Vul zwangerschap.datum_einde in.",
            "The referral is of a phase from labour on, but when the pregnancy ended is not "
            "known. Supply zwangerschap.datum_einde.",
        ),
        "a_terme_ontbreekt": Tekst(
            "De verwijzing noemt weken van de zwangerschap, maar de a terme datum is niet bekend. "
            "Vul zwangerschap.a_terme_datum in.",
            "The referral names weeks of the pregnancy, but the a terme date is not known. Supply "
            "zwangerschap.a_terme_datum.",
        ),
    },
)
def periode_van_verwijzing(w: Werkblad) -> Resultaat:
    """The day of a referral lies in its phase, and the referrer was responsible about then."""
    meldingen: list[Melding] = []
    toegepast = False
    for pad, episode in feiten.episodes(w):
        for plaats, verwijzing in enumerate(episode.verwijzingen):
            periode = verwijzing.perinatale_periode
            if periode is None:
                continue
            toegepast = True
            plek = f"{pad}/verwijzingen/{plaats}/perinatale_periode"
            melding = None
            if w.dossier is not None and verwijzing.datum is not None:
                melding = _bij_dagen(plek, w, periode, verwijzing.datum)
            if melding is None and not _bij_perioden(
                periode, tuple(episode.eindverantwoordelijk_in)
            ):
                melding = onbeoordeeld(plek, "andere_periode", vermoeden=True)
            if melding is not None:
                meldingen.append(melding)
    return uitslag(meldingen, toegepast)


def _bij_dagen(plek: str, w: Werkblad, periode: Verwijsperiode, datum: date) -> Melding | None:
    bekend, venster = w.gedeeld(feiten.geboorten), _VERWIJZING[periode][0]
    if bekend is not None:
        eerste, laatste = bekend
        if not past(venster, dagen_tussen(laatste, datum), dagen_tussen(eerste, datum)):
            grond = Verificatie.AFGELEID if periode in _RUIM else None
            return breuk(plek, "andere_dag", verificatie=grond)
    elif venster != _VOOR:
        return onbeoordeeld(plek, "einde_ontbreekt")
    if periode in _WEKEN:
        dagen = feiten.duur(w.als(Dossier), datum)
        if dagen is None:
            return onbeoordeeld(plek, "a_terme_ontbreekt")
        van, tot = _WEKEN[periode]
        if not van <= dagen <= tot:
            return breuk(plek, "andere_week")
    return None


@lru_cache(maxsize=1024)
def _bij_perioden(periode: Verwijsperiode, perioden: tuple[PerinatalePeriode, ...]) -> bool:
    """Say whether who was responsible in some phases could refer in this one."""
    eigen = [_RANG[p] for p in perioden]
    if not eigen:
        return True
    _, eerste, laatste = _VERWIJZING[periode]
    return laatste >= min(eigen) - 1 and eerste <= max(eigen) + 1


def past_gewoon(
    periode: Verwijsperiode, perioden: tuple[PerinatalePeriode, ...], dagen: int
) -> bool:
    """Say whether a referral is plain, so many days after the only birth, in a phase without weeks."""
    van = _van_verwijzing(periode, perioden)
    return van is not None and past(van, dagen, dagen)


@lru_cache(maxsize=1024)
def _van_verwijzing(
    periode: Verwijsperiode, perioden: tuple[PerinatalePeriode, ...]
) -> Venster | None:
    """Return the window of a phase without weeks that lies in or beside phases of care; else None."""
    gewoon = periode not in _WEKEN and _bij_perioden(periode, perioden)
    return _VERWIJZING[periode][0] if gewoon else None
