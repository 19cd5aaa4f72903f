"""An indication of kraamzorg beside the pregnancy: its moment, its ground and the first child."""

from datetime import date
from operator import attrgetter
from typing import Final

from geboortezorg.berekening.kraamzorg import bronnen as kraamzorgbronnen
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.kraamzorg import Indicatiemoment, Kraamzorgindicatie, Voeding
from geboortezorg.model.zwangerschap import Zwangerschap
from geboortezorg.regels.kraamzorg.grenzen import INDICATIEDAG
from geboortezorg.regels.kraamzorg.zorg import basispakket, indicatiepad, lip
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
from geboortezorg.tabellen.normen import GevondenNorm
from geboortezorg.tijd import dagen_tussen

_GRENZEN: Final = {
    Indicatiemoment.INTAKE: (None, "intake.laatste"),
    Indicatiemoment.START_ZORG: ("start.eerste", None),
    Indicatiemoment.DAG_8: ("dag-8.eerste", "dag-8.laatste"),
    Indicatiemoment.HERINDICATIE: ("start.eerste", None),
}
"""The values of the norm for the first and the last day of each moment, from the birth on."""
_VOLGORDE: Final = {moment: plaats for plaats, moment in enumerate(Indicatiemoment)}
_VELDEN: Final = attrgetter(
    "geindiceerd_minuten", "ziekenhuisdagen", "aftrek_minuten", "uitzondering"
)
"""What other rules take from the last indication."""


@regel(
    code="GZ-KRAAMZORG-027",
    versie=3,
    titel=Tekst(
        "Een kraamzorgindicatie past bij de zwangerschap en heeft een grond",
        "An indication of kraamzorg fits the pregnancy and has a ground",
    ),
    soorten=("dossier",),
    bron=kraamzorgbronnen.DOCUMENT,
    velden=(
        "/kraamzorgindicaties/*/eerste_kind",
        "/kraamzorgindicaties/*/indicatiemoment",
        "/kraamzorgindicaties/*/indicatiegrond",
        "/kraamzorgindicaties/*/voeding",
        "/kraamzorgindicaties/*/datum",
    ),
    peildatum=Peildatum.GEBOORTE,
    nodig=Nodig(leden=("/kraamzorgindicaties",)),
    aanleiding=Nodig(trekken=(Trek.KRAAMZORGINDICATIE,)),
    redenen={
        "wel_eerder_gebaard": Tekst(
            "Volgens de indicatie is dit het eerste kind, maar volgens de pariteit beviel de vrouw "
            "eerder. Controleer beide, en laat eerste_kind weg als beide kloppen.",
            "By the indication this is the first child, but by the parity the woman gave birth "
            "before. Check both, and leave eerste_kind out if both are right.",
        ),
        "niet_eerder_gebaard": Tekst(
            "Volgens de indicatie is er al een kind, maar volgens graviditeit of pariteit beviel "
            "de vrouw niet eerder. Controleer beide, en laat eerste_kind weg als beide kloppen.",
            "By the indication there is a child already, but by the number of pregnancies or the "
            "parity the woman did not give birth before. Check both, and leave eerste_kind out if "
            "both are right.",
        ),
        "ander_moment": Tekst(
            "De datum van deze indicatie past niet bij het indicatiemoment, gerekend vanaf de "
            "bevaldag. Verbeter een van beide.",
            "The date of this indication does not fit the moment of it, counted from the day of "
            "birth. Correct one of both.",
        ),
        "grond_onbekend": Tekst(
            "Er is meer geindiceerd dan het basispakket, en waarom staat er niet. Vul "
            "indicatiegrond in.",
            "More than the basic package was indicated, and why is not stated. Supply "
            "indicatiegrond.",
        ),
        "voeding_onbekend": Tekst(
            "Er is meer geindiceerd dan het kleinste basispakket, en dat hangt van de voeding af. "
            "Vul voeding in, of indicatiegrond.",
            "More was indicated than the smallest basic package, which depends on the feeding. "
            "Supply voeding, or indicatiegrond.",
        ),
        "zelfde_dag": Tekst(
            "Er is nog een indicatie van deze dag, met andere uren, aftrek of uitzondering. Welke de "
            "laatste is, blijkt niet: vul bij elk het indicatiemoment in, of laat de vervallen "
            "indicatie weg.",
            "There is another indication of this day, with other hours, deduction or exception. "
            "Which one is the last is not told: supply indicatiemoment with each, or leave out the "
            "indication that lapsed.",
        ),
    },
)
def indicatie_past(w: Werkblad) -> Resultaat:
    """The facts of an indication do not contradict the pregnancy, and more hours have a ground."""
    dossier = w.als(Dossier)
    bevallen = w.bevaldagen
    meldingen: list[Melding] = []
    vorige: dict[date, Kraamzorgindicatie] = {}
    for plaats, indicatie in enumerate(dossier.kraamzorgindicaties):
        reden = _ander_kind(indicatie, dossier.zwangerschap)
        if reden is not None:  # a family can have a child of which this woman was not delivered
            meldingen.append(
                onbeoordeeld(indicatiepad(plaats, "eerste_kind"), reden, vermoeden=True)
            )
        if bevallen is not None and _ander_moment(w, indicatie, bevallen):
            meldingen.append(breuk(indicatiepad(plaats, "indicatiemoment"), "ander_moment"))
        vraag = _vraag(lip(w, indicatie), indicatie)
        if vraag is not None:
            veld, reden = vraag
            meldingen.append(onbeoordeeld(indicatiepad(plaats, veld), reden))
        eerder = vorige.get(indicatie.datum)
        if eerder is not None and not _volgt_op(indicatie, eerder):
            meldingen.append(
                onbeoordeeld(indicatiepad(plaats, "datum"), "zelfde_dag", vermoeden=True)
            )
        vorige[indicatie.datum] = indicatie
    return uitslag(meldingen, bool(dossier.kraamzorgindicaties))


def klopt(
    w: Werkblad,
    indicatie: Kraamzorgindicatie,
    norm: GevondenNorm,
    zwangerschap: Zwangerschap,
    bevallen: tuple[date, date],
) -> bool:
    """Say whether an indication by the LIP fits the pregnancy and has a ground, by itself."""
    return (
        _vraag(norm, indicatie) is None
        and _ander_kind(indicatie, zwangerschap) is None
        and not _ander_moment(w, indicatie, bevallen)
    )


def _volgt_op(indicatie: Kraamzorgindicatie, eerder: Kraamzorgindicatie) -> bool:
    """Say whether the later of two of one day is the last by its moment too, or says the same."""
    if _VELDEN(indicatie) == _VELDEN(eerder):
        return True
    een, ander = eerder.indicatiemoment, indicatie.indicatiemoment
    return een is not None and ander is not None and _VOLGORDE[een] < _VOLGORDE[ander]


def _ander_kind(indicatie: Kraamzorgindicatie, zwangerschap: Zwangerschap) -> str | None:
    """Return how the indication contradicts the pregnancy on whether there is a child already."""
    if indicatie.eerste_kind:
        return "wel_eerder_gebaard" if zwangerschap.pariteit else None
    nooit = zwangerschap.graviditeit == 1 or zwangerschap.pariteit == 0
    return "niet_eerder_gebaard" if indicatie.eerste_kind is False and nooit else None


def _ander_moment(w: Werkblad, indicatie: Kraamzorgindicatie, bevallen: tuple[date, date]) -> bool:
    if indicatie.indicatiemoment is None:
        return False
    norm = w.context.normen.norm(INDICATIEDAG)
    eerste, laatste = _GRENZEN[indicatie.indicatiemoment]
    te_vroeg = eerste is not None and (
        dagen_tussen(bevallen[0], indicatie.datum) < norm.waarde(eerste)
    )
    te_laat = laatste is not None and (
        dagen_tussen(bevallen[1], indicatie.datum) > norm.waarde(laatste)
    )
    return te_vroeg or te_laat


def _vraag(norm: GevondenNorm | None, indicatie: Kraamzorgindicatie) -> tuple[str, str] | None:
    """Return the member that more hours than the basic package ask for, and the reason."""
    minuten, maatwerk = indicatie.geindiceerd_minuten, indicatie.maatwerk_minuten
    if indicatie.indicatiegrond is not None:
        return None
    if maatwerk is not None and maatwerk > 0:
        return _GROND
    if norm is None:
        return None
    if maatwerk is None and minuten > basispakket(norm, indicatie.voeding):
        return _GROND  # that none does not add up is for GZ-KRAAMZORG-020
    if indicatie.voeding is None and minuten > min(basispakket(norm, v) for v in Voeding):
        return _VOEDING
    return None


_GROND: Final = ("indicatiegrond", "grond_onbekend")
_VOEDING: Final = ("voeding", "voeding_onbekend")
