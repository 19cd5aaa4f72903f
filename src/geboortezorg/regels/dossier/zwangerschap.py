"""The pregnancy and its children: facts that must agree with each other."""

from typing import Final

from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.zwangerschap import Kind, WijzeEinde
from geboortezorg.regels.dossier.verloop import KERNSET, KERNSET_UITLEG
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    VOLDAAN,
    Melding,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tijd import zwangerschapsduur_dagen

LANGSTE_DAGEN: Final = 45 * 7
"""A pregnancy longer than 45 weeks points to a mistake in a date, not to a long pregnancy."""

_PWD_32: Final = Bron(
    titel="Dataset geboortezorg 3.2 (PWD)",
    verificatie=Verificatie.OFFICIEEL,
    url="https://github.com/Nictiz/Geboortezorg-STU3",
    toelichting="Geboortedatum verplicht bij geboren, verboden bij ongeboren kind.",
)
_PWD_32_UITLEG: Final = Bron(
    titel="Dataset geboortezorg 3.2 (PWD)",
    verificatie=Verificatie.AFGELEID,
    url="https://github.com/Nictiz/Geboortezorg-STU3",
    toelichting="Gelezen voor de geboortedatum; voor de andere gegevens een gevolgtrekking.",
)
_PLAUSIBEL: Final = Bron(
    titel="Eigen grens van deze bibliotheek",
    verificatie=Verificatie.AFGELEID,
    toelichting="Geen bron noemt een grens; een langere of negatieve duur wijst op een vergissing.",
)

_KINDVELDEN: Final = (
    "levend_geboren",
    "bsn",
    "overlijdensdatum",
    "perinatale_sterfte",
    "werkelijke_plaats_baring",
    "geboortegewicht_gram",
    "apgarscore_5_minuten",
)


@regel(
    code="GZ-ZWANGERSCHAP-001",
    titel=Tekst("De zwangerschapsduur is mogelijk", "The length of the pregnancy is possible"),
    soorten=("dossier",),
    bron=_PLAUSIBEL,
    velden=("/zwangerschap/datum_einde",),
    peildatum=Peildatum.GEBOORTE,
    redenen={
        "te_kort": Tekst(
            "De zwangerschap eindigt voor haar eerste dag volgens de a terme datum. Controleer "
            "beide datums.",
            "The pregnancy ends before its first day by the a terme date. Check both dates.",
        ),
        "te_lang": Tekst(
            "De zwangerschap duurt volgens de a terme datum langer dan {weken} weken. Controleer "
            "beide datums.",
            "By the a terme date the pregnancy lasts longer than {weken} weeks. Check both dates.",
        ),
    },
)
def duur_mogelijk(w: Werkblad) -> Resultaat:
    """A pregnancy ends between its first day and 45 weeks."""
    zwangerschap = w.als(Dossier).zwangerschap
    if zwangerschap.a_terme_datum is None or zwangerschap.datum_einde is None:
        return NIET_VAN_TOEPASSING
    dagen = zwangerschapsduur_dagen(zwangerschap.a_terme_datum, zwangerschap.datum_einde)
    if dagen < 0:
        return [breuk("/zwangerschap/datum_einde", "te_kort")]
    if dagen > LANGSTE_DAGEN:
        return [breuk("/zwangerschap/datum_einde", "te_lang", weken=LANGSTE_DAGEN // 7)]
    return VOLDAAN


@regel(
    code="GZ-ZWANGERSCHAP-002",
    titel=Tekst(
        "Pariteit is kleiner dan graviditeit", "Parity is smaller than the number of pregnancies"
    ),
    soorten=("dossier",),
    bron=KERNSET_UITLEG,
    velden=("/zwangerschap/pariteit",),
    redenen={
        "te_groot": Tekst(
            "Er zijn niet minder eerdere bevallingen dan zwangerschappen, deze meegeteld. "
            "Controleer beide aantallen.",
            "There are no fewer earlier births than pregnancies, this one included. Check both.",
        )
    },
)
def pariteit_kleiner(w: Werkblad) -> Resultaat:
    """Every earlier birth ended an earlier pregnancy, and this pregnancy comes on top."""
    zwangerschap = w.als(Dossier).zwangerschap
    if zwangerschap.pariteit is None or zwangerschap.graviditeit is None:
        return NIET_VAN_TOEPASSING
    if zwangerschap.pariteit < zwangerschap.graviditeit:
        return VOLDAAN
    return [breuk("/zwangerschap/pariteit", "te_groot")]


@regel(
    code="GZ-ZWANGERSCHAP-003",
    titel=Tekst(
        "Een kind wordt geboren uit een partus",
        "A child is born from a pregnancy that ended in birth",
    ),
    soorten=("dossier",),
    bron=KERNSET_UITLEG,
    velden=("/zwangerschap/wijze_einde",),
    redenen={
        "geen_partus": Tekst(
            "Er is een geboren kind, maar de zwangerschap eindigde niet in een partus. Verbeter "
            "een van beide.",
            "There is a born child, but the pregnancy did not end in a birth. Correct one of them.",
        )
    },
)
def kind_bij_partus(w: Werkblad) -> Resultaat:
    """Birth facts belong to a pregnancy that ended in a partus."""
    dossier = w.als(Dossier)
    wijze = dossier.zwangerschap.wijze_einde
    if wijze is None or not any(kind.geboren for kind in dossier.kinderen):
        return NIET_VAN_TOEPASSING
    if wijze is WijzeEinde.PARTUS:
        return VOLDAAN
    return [breuk("/zwangerschap/wijze_einde", "geen_partus")]


@regel(
    code="GZ-KIND-001",
    titel=Tekst(
        "De geboortedatum hoort bij een geboren kind", "The date of birth belongs to a born child"
    ),
    soorten=("dossier",),
    bron=_PWD_32,
    velden=("/kinderen/*/geboortedatum",),
    redenen={
        "ontbreekt": Tekst(
            "Van een geboren kind ontbreekt de geboortedatum; die hoort erbij, maar een dossier "
            "zonder persoonsgegevens kan hem weglaten. Vul hem in als dat kan.",
            "Of a born child the date of birth is missing; it belongs there, but a dossier without "
            "personal data may leave it out. Supply it when that is possible.",
        ),
        "ongeboren": Tekst(
            "Een ongeboren kind heeft geen geboortedatum. Laat hem weg of zet geboren op true.",
            "A child not yet born has no date of birth. Leave it out or set geboren to true.",
        ),
    },
)
def geboortedatum_bij_geboren(w: Werkblad) -> Resultaat:
    """The date of birth belongs to a born child, and is forbidden of an unborn one.

    A pseudonymous dossier leaves it out, so without it nothing is refused.
    """
    kinderen = w.als(Dossier).kinderen
    meldingen: list[Melding] = []
    for plaats, kind in enumerate(kinderen):
        pad = f"/kinderen/{plaats}/geboortedatum"
        if kind.geboren and kind.geboortedatum is None:
            meldingen.append(onbeoordeeld(pad, "ontbreekt"))
        elif not kind.geboren and kind.geboortedatum is not None:
            meldingen.append(breuk(pad, "ongeboren"))
    return uitslag(meldingen, bool(kinderen))


@regel(
    code="GZ-KIND-002",
    titel=Tekst(
        "Gegevens van een kind zijn er pas na de geboorte",
        "Facts of a child exist only after birth",
    ),
    soorten=("dossier",),
    bron=_PWD_32_UITLEG,
    velden=tuple(f"/kinderen/*/{veld}" for veld in _KINDVELDEN),
    redenen={
        "ongeboren": Tekst(
            "Dit gegeven kan er van een ongeboren kind niet zijn. Laat het weg of zet geboren op "
            "true.",
            "This fact cannot exist of a child not yet born. Leave it out or set geboren to true.",
        )
    },
)
def gegevens_na_geboorte(w: Werkblad) -> Resultaat:
    """Of an unborn child there is no weight, score, place, number or death."""
    kinderen = w.als(Dossier).kinderen
    ongeboren = [(i, kind) for i, kind in enumerate(kinderen) if not kind.geboren]
    meldingen = [
        breuk(f"/kinderen/{plaats}/{veld}", "ongeboren")
        for plaats, kind in ongeboren
        for veld in _KINDVELDEN
        if getattr(kind, veld) is not None
    ]
    return uitslag(meldingen, bool(ongeboren))


@regel(
    code="GZ-KIND-003",
    titel=Tekst("Overlijden en sterfte spreken elkaar niet tegen", "Facts on death agree"),
    soorten=("dossier",),
    bron=KERNSET,
    velden=("/kinderen/*/overlijdensdatum", "/kinderen/*/perinatale_sterfte"),
    redenen={
        "voor_geboorte": Tekst(
            "Een levend geboren kind overlijdt niet voor zijn geboorte. Verbeter de datum.",
            "A child born alive does not die before its birth. Correct the date.",
        ),
        "doodgeboren": Tekst(
            "Het kind is niet levend geboren, maar perinatale sterfte staat op nee. Dat kan alleen "
            "voor de zwangerschapsduur vanaf welke zij telt: controleer beide.",
            "The child was not born alive, but perinatal death says no. That can be right only "
            "before the length of pregnancy from which it counts: check both.",
        ),
        "sterfte_zonder_overlijden": Tekst(
            "Er is perinatale sterfte vermeld bij een levend geboren kind zonder overlijdensdatum, "
            "dus of de datums kloppen is niet beoordeeld. Vul de datum in als dat kan.",
            "Perinatal death is stated for a child born alive without a date of death, so whether "
            "the dates agree was not judged. Supply it when that is possible.",
        ),
    },
)
def sterfte_klopt(w: Werkblad) -> Resultaat:
    """Details of a death stand only with a death, and the three facts do not contradict."""
    meldingen: list[Melding] = []
    geboren = [(i, kind) for i, kind in enumerate(w.als(Dossier).kinderen) if kind.geboren]
    for plaats, kind in geboren:
        pad, reden = f"/kinderen/{plaats}", _tegenspraak(kind)
        if reden == "doodgeboren":
            # From 22, 24 or 28 weeks: before that a stillbirth is no perinatal death.
            grond = Verificatie.AFGELEID
            meldingen.append(breuk(f"{pad}/perinatale_sterfte", reden, verificatie=grond))
        elif reden == "voor_geboorte":
            meldingen.append(breuk(f"{pad}/overlijdensdatum", reden))
        elif reden is not None:
            meldingen.append(onbeoordeeld(f"{pad}/overlijdensdatum", reden))
    return uitslag(meldingen, bool(geboren))


def _tegenspraak(kind: Kind) -> str | None:
    datum, geboorte = kind.overlijdensdatum, kind.geboortedatum
    if kind.levend_geboren is False:
        return "doodgeboren" if kind.perinatale_sterfte is False else None
    if datum is not None and geboorte is not None and datum < geboorte and kind.levend_geboren:
        return "voor_geboorte"
    if kind.perinatale_sterfte and kind.levend_geboren and datum is None:
        return "sterfte_zonder_overlijden"
    return None


@regel(
    code="GZ-KIND-004",
    titel=Tekst("Het aantal kinderen klopt", "The number of children agrees"),
    soorten=("dossier",),
    bron=KERNSET_UITLEG,
    velden=("/zwangerschap/aantal_geboren_kinderen", "/kinderen/*/rangnummer"),
    redenen={
        "ander_aantal": Tekst(
            "Het aantal geboren kinderen is niet het aantal dat het dossier beschrijft. Voeg de "
            "ontbrekende toe of verbeter het aantal.",
            "The number of born children is not the number that the dossier describes. Add the "
            "missing ones or correct the number.",
        ),
        "rangnummer_dubbel": Tekst(
            "Een eerder kind heeft hetzelfde rangnummer. Nummer de kinderen vanaf 1.",
            "An earlier child has the same rank. Number the children from 1.",
        ),
    },
)
def aantal_kinderen(w: Werkblad) -> Resultaat:
    """Children have ranks of their own, and as many are described as were born."""
    dossier = w.als(Dossier)
    if not dossier.kinderen:
        return NIET_VAN_TOEPASSING
    meldingen: list[Melding] = []
    aantal = dossier.zwangerschap.aantal_geboren_kinderen
    if aantal is not None and aantal != sum(kind.geboren for kind in dossier.kinderen):
        meldingen.append(breuk("/zwangerschap/aantal_geboren_kinderen", "ander_aantal"))
    gezien: set[int] = set()
    for plaats, kind in enumerate(dossier.kinderen):
        if kind.rangnummer in gezien:
            meldingen.append(breuk(f"/kinderen/{plaats}/rangnummer", "rangnummer_dubbel"))
        gezien.add(kind.rangnummer)
    return uitslag(meldingen, True)


@regel(
    code="GZ-KIND-005",
    titel=Tekst(
        "De zwangerschap eindigt met de geboorte van het laatste kind",
        "The pregnancy ends with the birth of the last child",
    ),
    soorten=("dossier",),
    bron=KERNSET_UITLEG,
    velden=("/zwangerschap/datum_einde",),
    peildatum=Peildatum.GEBOORTE,
    redenen={
        "andere_dag": Tekst(
            "De zwangerschap eindigt op een andere dag dan waarop het laatste kind is geboren. "
            "Verbeter een van beide datums.",
            "The pregnancy ends on another day than that on which the last child was born. Correct "
            "one of the dates.",
        )
    },
)
def einde_is_laatste_geboorte(w: Werkblad) -> Resultaat:
    """When every child is born, the last birthday is the day on which the pregnancy ended."""
    dossier = w.als(Dossier)
    einde, kinderen = dossier.zwangerschap.datum_einde, dossier.kinderen
    dagen = [kind.geboortedatum for kind in kinderen if kind.geboortedatum is not None]
    if einde is None or len(dagen) != len(kinderen) or not dagen:
        return NIET_VAN_TOEPASSING
    return VOLDAAN if max(dagen) == einde else [breuk("/zwangerschap/datum_einde", "andere_dag")]
