"""The pregnancy and the woman: facts that must agree with each other."""

from datetime import date, timedelta
from typing import Final, final

from geboortezorg.bron import Verificatie
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.zwangerschap import WijzeEinde
from geboortezorg.regels.context import Context
from geboortezorg.regels.dossier import feiten
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
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
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.bronnen import bron
from geboortezorg.tijd import EERSTE_DATUM

_PARITEIT: Final = bron("dossier-pariteit")
_EINDE: Final = bron("dossier-einde")


@regel(
    code="GZ-ZWANGERSCHAP-001",
    versie=2,
    titel=Tekst("De zwangerschapsduur is mogelijk", "The length of the pregnancy is possible"),
    soorten=("dossier",),
    bron=feiten.PLAUSIBEL,
    velden=("/zwangerschap/datum_einde",),
    peildatum=Peildatum.GEBOORTE,
    nodig=(
        Nodig(leden=("/zwangerschap/datum_einde",)),
        Nodig(leden=("/zwangerschap/a_terme_datum",)),
    ),
    aanleiding=Nodig(trekken=(Trek.ZWANGERSCHAP,)),
    redenen={
        "te_kort": Tekst(
            "De zwangerschap eindigt voor haar eerste dag volgens de a terme datum. Verbeter een "
            "van beide datums.",
            "The pregnancy ends before its first day by the a terme date. Correct one of the "
            "dates.",
        ),
        "te_lang": Tekst(
            "De zwangerschap duurt volgens de a terme datum langer dan {weken} weken. Controleer "
            "beide datums.",
            "By the a terme date the pregnancy lasts longer than {weken} weeks. Check both dates.",
        ),
    },
)
def duur_mogelijk(w: Werkblad) -> Resultaat:
    """A pregnancy ends after its first day, and within the longest length that is plausible."""
    dossier = w.als(Dossier)
    dagen = feiten.duur(dossier, dossier.zwangerschap.datum_einde)
    if dagen is None:
        return NIET_VAN_TOEPASSING
    if dagen < 0:
        grond = feiten.KERNSET
        melding = breuk(
            "/zwangerschap/datum_einde", "te_kort", verificatie=grond.verificatie, bron=grond
        )
        return [melding]
    langste = w.context.normen.norm("geboorte-aannemelijk").waarde("zwangerschap.langste")
    if dagen > langste:
        return [breuk("/zwangerschap/datum_einde", "te_lang", weken=langste // 7)]
    return VOLDAAN


@regel(
    code="GZ-ZWANGERSCHAP-002",
    versie=2,
    titel=Tekst(
        "Pariteit is kleiner dan graviditeit", "Parity is smaller than the number of pregnancies"
    ),
    soorten=("dossier",),
    bron=_PARITEIT,
    velden=("/zwangerschap/pariteit",),
    nodig=Nodig(leden=("/zwangerschap/pariteit",)),
    aanleiding=Nodig(trekken=(Trek.ZWANGERSCHAP,)),
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
    bron=feiten.KERNSET_UITLEG,
    velden=("/zwangerschap/wijze_einde",),
    nodig=(Nodig(leden=("/kinderen",)), Nodig(leden=("/zwangerschap/wijze_einde",))),
    aanleiding=Nodig(trekken=(Trek.ZWANGERSCHAP,)),
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
    if wijze is None or not feiten.geboren(dossier):
        return NIET_VAN_TOEPASSING
    if wijze is feiten.PARTUS:
        return VOLDAAN
    return [breuk("/zwangerschap/wijze_einde", "geen_partus")]


@regel(
    code="GZ-ZWANGERSCHAP-004",
    versie=2,
    titel=Tekst(
        "Hoe en wanneer de zwangerschap eindigde is bekend en klopt",
        "How and when the pregnancy ended is known and agrees",
    ),
    soorten=("dossier",),
    bron=_EINDE,
    velden=(
        "/zwangerschap/wijze_einde",
        "/zwangerschap/datum_einde",
        "/zwangerschap/aantal_geboren_kinderen",
    ),
    peildatum=Peildatum.GEBOORTE,
    nodig=Nodig(leden=("/zwangerschap/datum_einde", "/zwangerschap/wijze_einde", "/kinderen")),
    aanleiding=Nodig(trekken=(Trek.ZWANGERSCHAP,)),
    redenen={
        "partus_te_vroeg": Tekst(
            "De zwangerschap eindigde volgens de a terme datum voor {weken} weken; dat is geen "
            "partus. Verbeter de wijze van einde of een van de datums.",
            "By the a terme date the pregnancy ended before {weken} weeks; that is no partus. "
            "Correct how it ended or one of the dates.",
        ),
        "partus_te_laat": Tekst(
            "De zwangerschap eindigde volgens de a terme datum na {weken} weken of later; dat is "
            "een partus. Verbeter de wijze van einde of een van de datums.",
            "By the a terme date the pregnancy ended at {weken} weeks or later; that is a partus. "
            "Correct how it ended or one of the dates.",
        ),
        "zonder_vrucht_te_lang": Tekst(
            "Een buitenbaarmoederlijke zwangerschap of een mola duurt geen {weken} weken. "
            "Controleer de wijze van einde en de datums.",
            "An ectopic or molar pregnancy does not last {weken} weeks. Check how it ended and the "
            "dates.",
        ),
        "zonder_kind": Tekst(
            "Uit een partus wordt minstens een kind geboren, levend of niet. Verbeter het aantal "
            "of de wijze van einde.",
            "From a partus at least one child is born, alive or not. Correct the number or how the "
            "pregnancy ended.",
        ),
        "zonder_partus": Tekst(
            "Er zijn kinderen geboren, maar de zwangerschap eindigde niet in een partus. Verbeter "
            "het aantal of de wijze van einde.",
            "Children were born, but the pregnancy did not end in a partus. Correct the number or "
            "how the pregnancy ended.",
        ),
        "einde_ontbreekt": Tekst(
            "De zwangerschap is voorbij, maar wanneer zij eindigde staat er niet. Vul datum_einde "
            "in.",
            "The pregnancy is over, but when it ended is not stated. Supply datum_einde.",
        ),
        "wijze_ontbreekt": Tekst(
            "De zwangerschap is voorbij, maar hoe zij eindigde staat er niet. Vul wijze_einde in.",
            "The pregnancy is over, but how it ended is not stated. Supply wijze_einde.",
        ),
    },
)
def einde_klopt(w: Werkblad) -> Resultaat:
    """The way in which a pregnancy ended fits its length and the number of children."""
    dossier = w.als(Dossier)
    zwangerschap, kinderen = dossier.zwangerschap, dossier.kinderen
    wijze, aantal = zwangerschap.wijze_einde, zwangerschap.aantal_geboren_kinderen
    geboren = feiten.geboren(dossier)
    meldingen: list[Melding] = []
    if zwangerschap.datum_einde is None:
        allen = geboren > 0 and geboren == len(kinderen)
        if wijze is not None or allen or _te_lang(w):
            meldingen.append(onbeoordeeld("/zwangerschap/datum_einde", "einde_ontbreekt"))
    elif wijze is None and not geboren and not aantal and _zorg_verleend(dossier):
        meldingen.append(onbeoordeeld("/zwangerschap/wijze_einde", "wijze_ontbreekt"))
    if wijze is feiten.PARTUS and aantal == 0:
        meldingen.append(breuk("/zwangerschap/aantal_geboren_kinderen", "zonder_kind"))
    elif aantal and not geboren and wijze not in {None, feiten.PARTUS}:
        meldingen.append(breuk("/zwangerschap/aantal_geboren_kinderen", "zonder_partus"))
    dagen = feiten.duur(dossier, zwangerschap.datum_einde)
    if wijze is not None and dagen is not None and dagen >= 0:
        meldingen += _wijze_bij_duur(w, wijze, dagen)
    return uitslag(meldingen, zwangerschap.datum_einde is not None)


def _te_lang(w: Werkblad) -> bool:
    """Say whether a child is still unborn, longer after the first day than a pregnancy lasts."""
    dossier = w.als(Dossier)
    dagen = feiten.duur(dossier, w.context.beoordelingsdatum)
    langste = w.context.normen.norm("geboorte-aannemelijk").waarde("zwangerschap.langste")
    ongeboren = any(not kind.geboren for kind in dossier.kinderen)
    return ongeboren and dagen is not None and dagen > langste


def _zorg_verleend(dossier: Dossier) -> bool:
    """Say whether there is care of which it matters how the pregnancy ended."""
    return bool(dossier.declaratieregels or dossier.geleverde_kraamzorg)


def _wijze_bij_duur(w: Werkblad, wijze: WijzeEinde, dagen: int) -> list[Melding]:
    pad, vanaf = "/zwangerschap/wijze_einde", w.context.normen.norm("partus").waarde("vanaf")
    weken = vanaf // 7
    if wijze is feiten.PARTUS:
        return [breuk(pad, "partus_te_vroeg", weken=weken)] if dagen < vanaf else []
    if wijze is WijzeEinde.APLA and dagen >= vanaf:
        return [breuk(pad, "partus_te_laat", weken=weken)]
    if wijze is WijzeEinde.MISKRAAM and dagen >= vanaf:
        # The kernset says so of a termination; of a miscarriage it follows from the parity.
        return [breuk(pad, "partus_te_laat", verificatie=Verificatie.AFGELEID, weken=weken)]
    langste = w.context.normen.norm("geboorte-aannemelijk").waarde("zonder-vrucht.langste")
    if wijze in {WijzeEinde.EUG, WijzeEinde.MOLA} and dagen >= langste:
        melding = onbeoordeeld(pad, "zonder_vrucht_te_lang", vermoeden=True, weken=langste // 7)
        return [melding]
    return []


@regel(
    code="GZ-ZWANGERSCHAP-005",
    versie=3,
    titel=Tekst("De leeftijd van de vrouw is mogelijk", "The age of the woman is possible"),
    soorten=("dossier",),
    bron=feiten.PLAUSIBEL,
    velden=("/client/geboortedatum", "/zwangerschap/pariteit"),
    peildatum=Peildatum.GEBOORTE,
    nodig=Nodig(leden=("/client/geboortedatum",)),
    aanleiding=Nodig(trekken=(Trek.LEEFTIJD,)),
    redenen={
        "later_geboren": Tekst(
            "De vrouw is geboren na het einde van haar zwangerschap. Verbeter de geboortedatum of "
            "de datums van de zwangerschap.",
            "The woman was born after her pregnancy ended. Correct the date of birth or the dates "
            "of the pregnancy.",
        ),
        "leeftijd": Tekst(
            "De vrouw is bij het einde van de zwangerschap jonger dan {jongste} of ouder dan "
            "{oudste} jaar. Controleer de datums.",
            "At the end of the pregnancy the woman is younger than {jongste} or older than "
            "{oudste} years. Check the dates.",
        ),
        "bevallingen": Tekst(
            "De vrouw is te jong voor zoveel eerdere bevallingen. Controleer pariteit en de "
            "geboortedatum.",
            "The woman is too young for so many earlier births. Check pariteit and the date of "
            "birth.",
        ),
        "onbekend": Tekst(
            "1 januari 1900 staat in de perinatale registratie voor een onbekende geboortedatum, "
            "dus de leeftijd is niet beoordeeld. Vul de geboortedatum in of laat haar weg.",
            "In the perinatal registration 1 January 1900 stands for an unknown date of birth, so "
            "the age was not judged. Supply the date of birth or leave it out.",
        ),
    },
)
def leeftijd_mogelijk(w: Werkblad) -> Resultaat:
    """The woman was born before her pregnancy ended, neither too recently nor too long ago."""
    dossier = w.als(Dossier)
    geboren = None if dossier.client is None else dossier.client.geboortedatum
    op = _peildag(w)
    if geboren is None or op is None:
        return NIET_VAN_TOEPASSING
    pad = "/client/geboortedatum"
    if geboren == EERSTE_DATUM:
        return [onbeoordeeld(pad, "onbekend")]
    if geboren >= op:
        grond = feiten.KERNSET
        return [breuk(pad, "later_geboren", verificatie=grond.verificatie, bron=grond)]
    grenzen = w.context.gedeeld(leeftijden)
    if leeftijd_past(geboren, op, dossier.zwangerschap.pariteit, grenzen):
        return VOLDAAN
    jongste, oudste = grenzen.jongste, grenzen.oudste
    if jongste <= _jaren(geboren, op) <= oudste:
        return [onbeoordeeld("/zwangerschap/pariteit", "bevallingen", vermoeden=True)]
    return [onbeoordeeld(pad, "leeftijd", vermoeden=True, jongste=jongste, oudste=oudste)]


@final
class Leeftijden:
    """How old a woman can be at a birth, and how many days lie between two births at least."""

    __slots__ = ("jongste", "oudste", "tussentijd")

    def __init__(self, *, jongste: int, oudste: int, tussentijd: int) -> None:
        self.jongste, self.oudste, self.tussentijd = jongste, oudste, tussentijd


def leeftijden(context: Context) -> Leeftijden:
    """Return these bounds."""
    norm = context.normen.norm("geboorte-aannemelijk")
    return Leeftijden(
        jongste=norm.waarde("moeder.jongste"),
        oudste=norm.waarde("moeder.oudste"),
        tussentijd=norm.waarde("bevalling.kortste-tussentijd"),
    )


_JAAR: Final = 365
"""The days of the shortest year."""


def leeftijd_past(geboren: date, op: date, pariteit: int | None, grenzen: Leeftijden) -> bool:
    """Say whether a woman has a possible age on a day, and had so at the first of her births."""
    jongste, oudste = grenzen.jongste, grenzen.oudste
    jaren = _jaren(geboren, op)
    if not (EERSTE_DATUM < geboren < op and jongste <= jaren <= oudste):
        return False
    if not pariteit:
        return True
    dagen = pariteit * grenzen.tussentijd
    if jaren + -dagen // _JAAR >= jongste:
        return True  # no days are more years than so
    return _jaren(geboren, op - timedelta(days=dagen)) >= jongste


def _jaren(geboren: date, op: date) -> int:
    """Return an age in whole years."""
    jaren, maanden = op.year - geboren.year, op.month - geboren.month
    return jaren - (maanden < 0 or (maanden == 0 and op.day < geboren.day))


def _peildag(w: Werkblad) -> date | None:
    """Return the day on which the age counts: the end, the a terme date, or the first care."""
    dossier, bekend = w.als(Dossier), w.gedeeld(feiten.geboorten)
    if bekend is not None:
        return bekend[1]
    if dossier.zwangerschap.a_terme_datum is not None:
        return dossier.zwangerschap.a_terme_datum
    return min((episode.looptijd.van for episode in dossier.zorgepisodes), default=None)
