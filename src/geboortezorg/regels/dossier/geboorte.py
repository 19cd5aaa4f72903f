"""Life, death and birth of the children, against the dates and against what is plausible."""

from bisect import bisect_right
from datetime import date
from itertools import pairwise
from operator import itemgetter
from typing import Final

from geboortezorg.bron import Verificatie
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.zwangerschap import Kind
from geboortezorg.regels.context import Context
from geboortezorg.regels.dossier import feiten
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
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
from geboortezorg.tabellen.normen import GevondenNorm
from geboortezorg.tijd import dagen_tussen

_STERFTE: Final = bron("dossier-sterfte")
_RANG: Final = bron("dossier-rang")
_DOODGEBOREN: Final = bron("dossier-doodgeboren")


def _geboren(dossier: Dossier) -> list[tuple[int, Kind]]:
    return [(plaats, kind) for plaats, kind in enumerate(dossier.kinderen) if kind.geboren]


def _pad(plaats: int, veld: str) -> str:
    return f"/kinderen/{plaats}/{veld}"


def _geboortedag(dossier: Dossier, kind: Kind) -> date | None:
    """Return the birthday of a child; of an only one the pregnancy tells it too."""
    if kind.geboortedatum is None and len(dossier.kinderen) == 1:
        return dossier.zwangerschap.datum_einde
    return kind.geboortedatum


@regel(
    code="GZ-KIND-003",
    versie=2,
    titel=Tekst("Overlijden en sterfte spreken elkaar niet tegen", "Facts on death agree"),
    soorten=("dossier",),
    bron=(feiten.KERNSET, _STERFTE),
    velden=(
        "/kinderen/*/overlijdensdatum",
        "/kinderen/*/perinatale_sterfte",
        "/kinderen/*/levend_geboren",
    ),
    nodig=Nodig(leden=("/kinderen",)),
    aanleiding=Nodig(trekken=(Trek.ZWANGERSCHAP,)),
    redenen={
        "voor_geboorte": Tekst(
            "Een levend geboren kind overlijdt niet voor zijn geboorte. Verbeter de datum.",
            "A child born alive does not die before its birth. Correct the date.",
        ),
        "na_doodgeboorte": Tekst(
            "Een kind dat niet levend is geboren overlijdt niet na zijn geboorte. Verbeter de "
            "datum of of het kind levend is geboren.",
            "A child that was not born alive does not die after its birth. Correct the date or "
            "whether the child was born alive.",
        ),
        "doodgeboren": Tekst(
            "Het kind is niet levend geboren, maar perinatale sterfte staat op nee. Dat kan alleen "
            "voor de zwangerschapsduur vanaf welke zij telt: controleer beide.",
            "The child was not born alive, but perinatal death says no. That can be right only "
            "before the length of pregnancy from which it counts: check both.",
        ),
        "toch_overleden": Tekst(
            "Het kind overleed binnen {dagen} dagen na de geboorte, maar perinatale sterfte staat "
            "op nee. Verbeter een van beide.",
            "The child died within {dagen} days after birth, but perinatal death says no. Correct "
            "one of them.",
        ),
        "te_laat_overleden": Tekst(
            "Perinatale sterfte staat op ja, maar het kind overleed meer dan {dagen} dagen na de "
            "geboorte. Controleer beide.",
            "Perinatal death says yes, but the child died more than {dagen} days after birth. "
            "Check both.",
        ),
        "sterfte_zonder_overlijden": Tekst(
            "Er is perinatale sterfte vermeld bij een levend geboren kind zonder overlijdensdatum, "
            "dus of de datums kloppen is niet beoordeeld. Vul de datum in als dat kan.",
            "Perinatal death is stated for a child born alive without a date of death, so whether "
            "the dates agree was not judged. Supply it when that is possible.",
        ),
        "levend_onbekend": Tekst(
            "Het kind overleed, maar of het levend is geboren staat er niet, dus of de gegevens "
            "kloppen is niet beoordeeld. Vul levend_geboren in.",
            "The child died, but whether it was born alive is not stated, so whether the facts "
            "agree was not judged. Supply levend_geboren.",
        ),
    },
)
def sterfte_klopt(w: Werkblad) -> Resultaat:
    """Born alive, the day of death and perinatal death do not contradict each other."""
    dossier = w.als(Dossier)
    geboren = _geboren(dossier)
    norm = w.context.normen.norm("perinatale-sterfte")
    meldingen: list[Melding] = []
    for plaats, kind in geboren:
        dag = _geboortedag(dossier, kind)
        if kind.levend_geboren is None:
            melding = _levend_onbekend(plaats, kind, dag)
        elif kind.levend_geboren:
            melding = _levend_geboren(plaats, kind, dag, norm)
        else:
            melding = _doodgeboren(plaats, kind, dag, feiten.duur(dossier, dag), norm)
        if melding is not None:
            meldingen.append(melding)
    return uitslag(meldingen, bool(geboren))


def _levend_onbekend(plaats: int, kind: Kind, dag: date | None) -> Melding | None:
    datum = kind.overlijdensdatum
    if datum is None or (kind.perinatale_sterfte is not False and (dag is None or datum >= dag)):
        return None
    return onbeoordeeld(_pad(plaats, "levend_geboren"), "levend_onbekend")


def _levend_geboren(
    plaats: int, kind: Kind, dag: date | None, norm: GevondenNorm
) -> Melding | None:
    datum, sterfte = kind.overlijdensdatum, kind.perinatale_sterfte
    if datum is None:
        if sterfte:
            return onbeoordeeld(_pad(plaats, "overlijdensdatum"), "sterfte_zonder_overlijden")
        return None
    if dag is None:
        return None  # that the day is missing is said by the rule on the date of birth
    na = dagen_tussen(dag, datum)
    binnen, hooguit = (
        norm.waarde("levendgeboren.binnen"),
        norm.waarde("levendgeboren.hooguit-binnen"),
    )
    if na < 0:
        return breuk(_pad(plaats, "overlijdensdatum"), "voor_geboorte")
    if sterfte is False and na < binnen:
        return breuk(_pad(plaats, "perinatale_sterfte"), "toch_overleden", dagen=binnen)
    if sterfte and na > hooguit:
        plek = _pad(plaats, "perinatale_sterfte")
        return onbeoordeeld(plek, "te_laat_overleden", vermoeden=True, dagen=hooguit)
    return None


def _doodgeboren(
    plaats: int, kind: Kind, dag: date | None, duur: int | None, norm: GevondenNorm
) -> Melding | None:
    if kind.overlijdensdatum is not None and dag is not None and kind.overlijdensdatum > dag:
        return breuk(_pad(plaats, "overlijdensdatum"), "na_doodgeboorte")
    if kind.perinatale_sterfte is not False:
        return None
    if duur is not None and duur < norm.waarde("doodgeboren.vanaf"):
        return None
    # From 22, 24 or 28 weeks: only from the last on does every definition count it.
    zeker = duur is not None and duur >= norm.waarde("doodgeboren.elke-definitie-vanaf")
    grond = Verificatie.OFFICIEEL if zeker else Verificatie.AFGELEID
    return breuk(_pad(plaats, "perinatale_sterfte"), "doodgeboren", verificatie=grond)


@regel(
    code="GZ-KIND-007",
    titel=Tekst(
        "De geboorten van een meerling volgen op elkaar",
        "The births of a multiple pregnancy follow each other",
    ),
    soorten=("dossier",),
    bron=_RANG,
    velden=("/kinderen/*/rangnummer", "/kinderen/*/geboortedatum"),
    peildatum=Peildatum.GEBOORTE,
    nodig=(
        Nodig(leden=("/kinderen/*/geboortedatum", "/kinderen/*/bsn")),
        Nodig(trekken=(Trek.ZWANGERSCHAP,)),
    ),
    redenen={
        "volgorde": Tekst(
            "Een kind met een lager rangnummer is later geboren. Nummer de kinderen in de volgorde "
            "van hun geboorte of verbeter de datums.",
            "A child with a lower rank was born later. Number the children in the order of their "
            "birth or correct the dates.",
        ),
        "tussentijd": Tekst(
            "Er liggen meer dan {dagen} dagen tussen deze geboorte en die van het kind ervoor. "
            "Controleer de datums.",
            "More than {dagen} days lie between this birth and that of the child before. Check "
            "the dates.",
        ),
        "na_voldragen": Tekst(
            "Het kind ervoor was voldragen, en dit kind is dagen later geboren. Controleer de "
            "datums.",
            "The child before was born at term, and this child days later. Check the dates.",
        ),
    },
)
def geboorten_op_volgorde(w: Werkblad) -> Resultaat:
    """Ranks follow the days of birth; birth is put off only for a while, and not at term."""
    dossier = w.als(Dossier)
    if len(dossier.kinderen) < 2:
        return NIET_VAN_TOEPASSING
    norm = w.context.normen.norm("geboorte-aannemelijk")
    rij = sorted(  # children of one rank, which is another rule's, by their days
        (kind.rangnummer, kind.geboortedatum, plaats)
        for plaats, kind in enumerate(dossier.kinderen)
        if kind.geboortedatum is not None
    )
    meldingen: list[Melding] = []
    for (_, vorige, _), (_, dag, plaats) in pairwise(rij):
        ertussen = dagen_tussen(vorige, dag)
        langste = norm.waarde("meerling.langste-tussentijd")
        duur = feiten.duur(dossier, vorige)
        if ertussen < 0:
            meldingen.append(breuk(_pad(plaats, "rangnummer"), "volgorde"))
        elif ertussen > langste:
            plek = _pad(plaats, "geboortedatum")
            meldingen.append(onbeoordeeld(plek, "tussentijd", vermoeden=True, dagen=langste))
        elif ertussen > 1 and duur is not None and duur >= norm.waarde("meerling.uitstel-tot"):
            plek = _pad(plaats, "geboortedatum")
            meldingen.append(onbeoordeeld(plek, "na_voldragen", vermoeden=True))
    return uitslag(meldingen, len(rij) > 1)


@regel(
    code="GZ-KIND-008",
    versie=2,
    titel=Tekst(
        "Gewicht, score en leven van een kind passen bij elkaar en bij de zwangerschapsduur",
        "Weight, score and life of a child fit each other and the length of the pregnancy",
    ),
    soorten=("dossier",),
    bron=feiten.PLAUSIBEL,
    velden=(
        "/kinderen/*/geboortegewicht_gram",
        "/kinderen/*/apgarscore_5_minuten",
        "/kinderen/*/levend_geboren",
    ),
    peildatum=Peildatum.GEBOORTE,
    nodig=Nodig(leden=("/kinderen",)),
    aanleiding=Nodig(trekken=(Trek.ZWANGERSCHAP,)),
    redenen={
        "apgar_doodgeboren": Tekst(
            "Een kind dat niet levend is geboren heeft geen Apgarscore boven 0. Verbeter de score "
            "of of het kind levend is geboren.",
            "A child that was not born alive has no Apgar score above 0. Correct the score or "
            "whether the child was born alive.",
        ),
        "apgar_nul": Tekst(
            "Een kind dat leeft heeft na vijf minuten zelden een Apgarscore van 0. Controleer de "
            "score, of vul het overlijden in.",
            "A child that lives seldom has an Apgar score of 0 after five minutes. Check the score, "
            "or supply the death.",
        ),
        "gewicht": Tekst(
            "Bij deze zwangerschapsduur is een geboortegewicht van minder dan {laagste} of meer "
            "dan {hoogste} gram niet aannemelijk. Controleer het gewicht en de datums.",
            "At this length of pregnancy a birth weight of less than {laagste} or more than "
            "{hoogste} grams is not plausible. Check the weight and the dates.",
        ),
        "te_vroeg": Tekst(
            "Een kind dat voor {weken} weken levend wordt geboren blijft niet in leven, en een "
            "overlijden staat er niet. Controleer de gegevens en de datums.",
            "A child born alive before {weken} weeks does not stay alive, and no death is stated. "
            "Check the facts and the dates.",
        ),
    },
)
def kind_past_bij_duur(w: Werkblad) -> Resultaat:
    """What is stated of a newborn can be true at that length of the pregnancy."""
    dossier = w.als(Dossier)
    geboren = _geboren(dossier)
    meldingen: list[Melding] = []
    for plaats, kind in geboren:
        duur = feiten.duur(dossier, _geboortedag(dossier, kind))
        vondsten = (
            _apgar(plaats, kind),
            _gewicht(w, plaats, kind, duur),
            _te_vroeg(w, plaats, kind, duur),
        )
        meldingen += filter(None, vondsten)
    return uitslag(meldingen, bool(geboren))


def _apgar(plaats: int, kind: Kind) -> Melding | None:
    score = kind.apgarscore_5_minuten
    if kind.levend_geboren is False and score:
        pad, grond = _pad(plaats, "apgarscore_5_minuten"), _DOODGEBOREN
        return breuk(pad, "apgar_doodgeboren", verificatie=grond.verificatie, bron=grond)
    if kind.levend_geboren and score == 0 and not _overleden(kind):
        return onbeoordeeld(_pad(plaats, "apgarscore_5_minuten"), "apgar_nul", vermoeden=True)
    return None


def _overleden(kind: Kind) -> bool:
    return kind.overlijdensdatum is not None or kind.perinatale_sterfte is True


_Weken = list[tuple[int, int]]
"""The bound from each week of the pregnancy on, in order."""


def _gewicht(w: Werkblad, plaats: int, kind: Kind, duur: int | None) -> Melding | None:
    gewicht = kind.geboortegewicht_gram
    if gewicht is None:
        return None
    laag, hoog = gewichten(w.context, duur)
    if kind.levend_geboren is False and len(w.als(Dossier).kinderen) > 1:
        laag = 0  # a twin that died early is born with the other
    if laag <= gewicht <= hoog:
        return None
    pad = _pad(plaats, "geboortegewicht_gram")
    return onbeoordeeld(pad, "gewicht", vermoeden=True, laagste=laag, hoogste=hoog)


def gewichten(context: Context, duur: int | None) -> tuple[int, int]:
    """Return the lowest and the highest weight that is plausible at a length of the pregnancy."""
    laagste, hoogste = context.gedeeld(_gewichten)
    return _grens(laagste, duur, anders=0), _grens(hoogste, duur, anders=-1)


def _gewichten(context: Context) -> tuple[_Weken, _Weken]:
    """Return both bounds, by the week."""
    norm = context.normen.norm("geboortegewicht-aannemelijk")

    def weken(begin: str) -> _Weken:
        waarden = {int(s.removeprefix(begin)): norm.waarde(s) for s in norm.sleutels(begin)}
        return sorted(waarden.items())

    return weken("laagste."), weken("hoogste.")


def _grens(weken: _Weken, duur: int | None, *, anders: int) -> int:
    """Return the bound of the week; without a length of pregnancy the widest of all."""
    if duur is not None:
        anders = max(bisect_right(weken, duur // 7, key=itemgetter(0)) - 1, 0)
    return weken[anders][1]


def _te_vroeg(w: Werkblad, plaats: int, kind: Kind, duur: int | None) -> Melding | None:
    if duur is None or not kind.levend_geboren or _overleden(kind):
        return None
    vanaf = w.context.normen.norm("geboorte-aannemelijk").waarde("levend.vanaf")
    if not 0 <= duur < vanaf:
        return None
    pad = _pad(plaats, "levend_geboren")
    return onbeoordeeld(pad, "te_vroeg", vermoeden=True, weken=vanaf // 7)
