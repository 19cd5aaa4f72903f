"""The children: facts that must agree with each other and with the pregnancy."""

from typing import Final

from geboortezorg.model.dossier import Dossier
from geboortezorg.nummers import bsn
from geboortezorg.regels import bronnen
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

_PWD_32: Final = bron("dossier-pwd-32")
_PWD_32_UITLEG: Final = bron("dossier-pwd-32-uitleg")
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
    code="GZ-KIND-001",
    titel=Tekst(
        "De geboortedatum hoort bij een geboren kind", "The date of birth belongs to a born child"
    ),
    soorten=("dossier",),
    bron=_PWD_32,
    velden=("/kinderen/*/geboortedatum",),
    nodig=Nodig(leden=("/kinderen",)),
    aanleiding=Nodig(trekken=(Trek.ZWANGERSCHAP,)),
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
    nodig=(Nodig(leden=("/kinderen",)), Nodig(trekken=(Trek.ZWANGERSCHAP,))),
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
    code="GZ-KIND-004",
    versie=2,
    titel=Tekst("Het aantal kinderen klopt", "The number of children agrees"),
    soorten=("dossier",),
    bron=feiten.KERNSET_UITLEG,
    velden=("/zwangerschap/aantal_geboren_kinderen", "/kinderen/*/rangnummer"),
    nodig=Nodig(leden=("/kinderen",)),
    aanleiding=Nodig(trekken=(Trek.ZWANGERSCHAP,)),
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
        "rangnummer_te_hoog": Tekst(
            "Het rangnummer is hoger dan het aantal kinderen dat het dossier beschrijft. Voeg de "
            "ontbrekende kinderen toe of nummer ze vanaf 1.",
            "The rank is higher than the number of children that the dossier describes. Add the "
            "missing children or number them from 1.",
        ),
    },
)
def aantal_kinderen(w: Werkblad) -> Resultaat:
    """Children have ranks of their own from 1 on, and as many are described as were born."""
    dossier = w.als(Dossier)
    meldingen: list[Melding] = []
    aantal = dossier.zwangerschap.aantal_geboren_kinderen
    beschreven = len(dossier.kinderen)
    if beschreven and aantal is not None and aantal != feiten.geboren(dossier):
        meldingen.append(breuk("/zwangerschap/aantal_geboren_kinderen", "ander_aantal"))
    gezien: set[int] = set()
    for plaats, kind in enumerate(dossier.kinderen):
        pad = f"/kinderen/{plaats}/rangnummer"
        if kind.rangnummer in gezien:
            meldingen.append(breuk(pad, "rangnummer_dubbel"))
        elif kind.geboren and kind.rangnummer > beschreven:
            meldingen.append(breuk(pad, "rangnummer_te_hoog"))
        gezien.add(kind.rangnummer)
    return uitslag(meldingen, bool(beschreven))


@regel(
    code="GZ-KIND-005",
    versie=2,
    titel=Tekst(
        "De zwangerschap eindigt met de geboorte van het laatste kind",
        "The pregnancy ends with the birth of the last child",
    ),
    soorten=("dossier",),
    bron=feiten.KERNSET_UITLEG,
    velden=("/zwangerschap/datum_einde", "/kinderen/*/geboren"),
    peildatum=Peildatum.GEBOORTE,
    nodig=Nodig(leden=("/kinderen",)),
    aanleiding=Nodig(trekken=(Trek.ZWANGERSCHAP,)),
    redenen={
        "andere_dag": Tekst(
            "De zwangerschap eindigt op een andere dag dan waarop het laatste kind is geboren. "
            "Verbeter een van beide datums.",
            "The pregnancy ends on another day than that on which the last child was born. Correct "
            "one of the dates.",
        ),
        "nog_ongeboren": Tekst(
            "De zwangerschap eindigde in een partus, maar dit kind staat als ongeboren in het "
            "dossier. Zet geboren op true of verbeter het einde van de zwangerschap.",
            "The pregnancy ended in a partus, but the dossier has this child as not yet born. Set "
            "geboren to true or correct the end of the pregnancy.",
        ),
    },
)
def einde_is_laatste_geboorte(w: Werkblad) -> Resultaat:
    """The last birthday is the day on which the pregnancy ended, and nobody is born later."""
    dossier = w.als(Dossier)
    einde, kinderen = dossier.zwangerschap.datum_einde, dossier.kinderen
    if einde is None:
        return NIET_VAN_TOEPASSING
    meldingen: list[Melding] = []
    dagen = [kind.geboortedatum for kind in kinderen if kind.geboortedatum is not None]
    laatste = max(dagen, default=einde)
    if laatste > einde or (laatste < einde and len(dagen) == len(kinderen)):
        meldingen.append(breuk("/zwangerschap/datum_einde", "andere_dag"))
    if dossier.zwangerschap.wijze_einde is feiten.PARTUS:
        meldingen += [
            onbeoordeeld(f"/kinderen/{plaats}/geboren", "nog_ongeboren", vermoeden=True)
            for plaats, kind in enumerate(kinderen)
            if not kind.geboren
        ]
    return uitslag(meldingen, bool(dagen))


@regel(
    code="GZ-KIND-006",
    versie=2,
    titel=Tekst("Ieder heeft een eigen BSN", "Everyone has a BSN of their own"),
    soorten=("dossier",),
    bron=bronnen.BSN_VORM,
    velden=("/kinderen/*/bsn",),
    nodig=Nodig(leden=("/kinderen/*/bsn",)),
    redenen={
        "van_moeder": Tekst(
            "Dit is het BSN van de moeder. Vul het BSN van het kind in, of laat het weg.",
            "This is the BSN of the mother. Supply the BSN of the child, or leave it out.",
        ),
        "van_ander_kind": Tekst(
            "Een eerder kind heeft hetzelfde BSN. Vul van elk kind het eigen BSN in.",
            "An earlier child has the same BSN. Supply the own BSN of each child.",
        ),
    },
)
def eigen_bsn(w: Werkblad) -> Resultaat:
    """A child has neither the BSN of the mother nor that of another child.

    The dummy for an unknown BSN is of nobody, and has its own rule.
    """
    dossier = w.als(Dossier)
    moeder = None if dossier.client is None else dossier.client.bsn
    meldingen: list[Melding] = []
    gezien: set[str] = set()
    for plaats, kind in enumerate(dossier.kinderen):
        if kind.bsn is None or kind.bsn == bsn.DUMMY:
            continue
        if kind.bsn == moeder:
            meldingen.append(breuk(f"/kinderen/{plaats}/bsn", "van_moeder"))
        elif kind.bsn in gezien:
            meldingen.append(breuk(f"/kinderen/{plaats}/bsn", "van_ander_kind"))
        gezien.add(kind.bsn)
    onbekend = any(kind.bsn == bsn.DUMMY for kind in dossier.kinderen)
    return uitslag(meldingen, bool(gezien), elders=onbekend)
