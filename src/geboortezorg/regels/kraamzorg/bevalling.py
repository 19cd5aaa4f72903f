"""Kraamzorg belongs to a birth: none without one, and partusassistentie at the birth itself."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from geboortezorg.berekening.kraamzorg import bronnen as kraamzorgbronnen
from geboortezorg.model.dossier import Dossier
from geboortezorg.regels.kraamzorg.grenzen import PARTUSDAG, PARTUSDUUR
from geboortezorg.regels.kraamzorg.zorg import (
    KRAAMZORG_UUR,
    MET_PARTUS,
    PARTUS,
    PARTUS_UUR,
    zonder_bevalling,
)
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
from geboortezorg.tijd import dagen_tussen
from geboortezorg.zorggeval import Post, in_buitenland, in_tweede_lijn

_PRESTATIE: Final = "/declaratieregels/*/prestatie"
_PARTUS: Final = "/partusassistenties/*/datum"
_BIJ_BEVALLING: Final = frozenset({KRAAMZORG_UUR, *PARTUS})

_Partus = tuple[date, date, int | Post]
"""The first day, the last day, and the place of what was given or the line."""


@regel(
    code="GZ-KRAAMZORG-021",
    titel=Tekst(
        "Kraamzorg en partusassistentie horen bij een bevalling",
        "Kraamzorg and partusassistentie belong to a birth",
    ),
    soorten=("dossier",),
    bron=kraamzorgbronnen.BEVALLING,
    velden=(_PRESTATIE, "/geleverde_kraamzorg/*/datum", _PARTUS),
    peildatum=Peildatum.LEVERING,
    nodig=Nodig(
        leden=("/geleverde_kraamzorg", "/partusassistenties"),
        prestaties=tuple(sorted(_BIJ_BEVALLING)),
    ),
    aanleiding=Nodig(trekken=(Trek.KRAAMZORG,)),
    redenen={
        "geen_bevalling": Tekst(
            "De zwangerschap eindigde niet in een bevalling, en toch is hier kraamzorg of "
            "partusassistentie. Verbeter de wijze van eindigen, of laat de zorg weg.",
            "The pregnancy did not end in a birth, yet here is kraamzorg or partusassistentie. "
            "Correct the manner of its end, or leave the care out.",
        )
    },
)
def hoort_bij_bevalling(w: Werkblad) -> Resultaat:
    """After a pregnancy that ended otherwise no hours of kraamzorg or partusassistentie stand."""
    dossier = w.als(Dossier)
    dagen, partus = len(dossier.geleverde_kraamzorg), len(dossier.partusassistenties)
    meldingen: list[Melding] = []
    if zonder_bevalling(dossier):
        paden = [post.pad("prestatie") for post in w.van(_BIJ_BEVALLING)]
        paden += [f"/geleverde_kraamzorg/{plaats}/datum" for plaats in range(dagen)]
        paden += [f"/partusassistenties/{plaats}/datum" for plaats in range(partus)]
        meldingen = [breuk(pad, "geen_bevalling") for pad in paden]
    gedeclareerd = not w.per_prestatie.keys().isdisjoint(_BIJ_BEVALLING)
    return uitslag(meldingen, gedeclareerd or bool(dagen or partus))


@regel(
    code="GZ-KRAAMZORG-022",
    versie=3,
    titel=Tekst("Partusassistentie ligt bij de bevalling", "Partusassistentie lies at the birth"),
    soorten=("dossier",),
    bron=(kraamzorgbronnen.BEVALLING, kraamzorgbronnen.PARTUSLEIDING),
    velden=(
        _PARTUS,
        "/declaratieregels/*/periode",
        "/zwangerschap/datum_einde",
        "/zorgepisodes/*/eindverantwoordelijk_in",
        "/declaratieregels/*/prestatie",
    ),
    peildatum=Peildatum.LEVERING,
    nodig=MET_PARTUS,
    aanleiding=Nodig(trekken=(Trek.PARTUSASSISTENTIE,)),
    redenen={
        "ver_van_bevalling": Tekst(
            "Deze partusassistentie ligt meer dan {ervoor} dagen voor of {erna} dag na de "
            "bevaldag. Verbeter de datum.",
            "This partusassistentie lies more than {ervoor} days before or {erna} day after the "
            "day of birth. Correct the date.",
        ),
        "bevaldag_onbekend": Tekst(
            "De bevaldag is niet bekend, dus ook niet of de partusassistentie daarbij ligt. Vul "
            "hem in.",
            "The day of birth is not known, nor therefore whether the partusassistentie lies at "
            "it. Supply it.",
        ),
        "buitenland": Tekst(
            "Elk kind is in het buitenland geboren, en dit is assistentie bij de bevalling. "
            "Controleer werkelijke_plaats_baring, of laat de partusassistentie weg.",
            "Every child was born abroad, and this is assistance at the birth. Check "
            "werkelijke_plaats_baring, or leave the partusassistentie out.",
        ),
        "van_ander": Tekst(
            "Volgens partusassistenties gaf een ander deze partusassistentie dan wie haar declareert. "
            "Laat declareren wie haar gaf, of verbeter zorgaanbieder_agb van de partusassistentie.",
            "By partusassistenties another gave this partusassistentie than who declares it. Let who "
            "gave it declare it, or correct zorgaanbieder_agb of the partusassistentie.",
        ),
        "tweede_lijn": Tekst(
            "Partusassistentie is er onder leiding van een verloskundige of huisarts, en voor de baring "
            "was alleen de tweede lijn eindverantwoordelijk. Vul begin_baring in bij wie de baring in "
            "de eerste lijn begeleidde, of laat de partusassistentie weg.",
            "Partusassistentie is under the lead of a midwife or general practitioner, and for labour "
            "only the second line was finally responsible. Supply begin_baring with whoever led labour "
            "in the first line, or leave the partusassistentie out.",
        ),
    },
)
def bij_de_bevalling(w: Werkblad) -> Resultaat:
    """Partusassistentie, given or declared, is no further from the birth than the norm says.

    Somebody of the first line had a part in leading it, and who gave it declares it.
    """
    dossier = w.als(Dossier)
    if _geen_partus(w) or zonder_bevalling(dossier):
        return NIET_VAN_TOEPASSING
    bevallen = w.bevaldagen
    if bevallen is None:
        return [onbeoordeeld("/zwangerschap/datum_einde", "bevaldag_onbekend")]
    partus = w.samen(_partus)
    if in_buitenland(dossier):
        return [onbeoordeeld(_pad(p[-1]), "buitenland", vermoeden=True) for p in partus]
    norm = w.context.normen.norm(PARTUSDAG)
    ervoor, erna = norm.waarde("ervoor"), norm.waarde("erna")
    meldingen = [
        breuk(_pad(waar), "ver_van_bevalling", ervoor=ervoor, erna=erna)
        for van, tot_en_met, waar in partus
        if dagen_tussen(bevallen[1], van) > erna or dagen_tussen(tot_en_met, bevallen[0]) > ervoor
    ]
    meldingen += [
        onbeoordeeld(
            f"/zorgepisodes/{plaats}/eindverantwoordelijk_in",
            "tweede_lijn",
            vermoeden=True,
            bron=kraamzorgbronnen.PARTUSLEIDING,
        )
        for plaats in in_tweede_lijn(dossier)
    ]
    meldingen += [
        onbeoordeeld(post.pad("prestatie"), "van_ander", vermoeden=True) for post in _van_ander(w)
    ]
    return uitslag(meldingen, van_toepassing=True)


def _van_ander(w: Werkblad) -> list[Post]:
    """Return the lines by birth of who gave none; hours GZ-KRAAMZORG-017 holds against what was given."""
    gaven = {partus.zorgaanbieder_agb for partus in w.als(Dossier).partusassistenties}
    if not gaven or None in gaven:
        return []
    posten = (post for post in w.van(PARTUS) if post.prestatie_id != PARTUS_UUR)
    return [post for post in posten if post.declaratieregel.zorgaanbieder_agb not in gaven]


def _geen_partus(w: Werkblad) -> bool:
    gegeven = w.dossier is not None and w.dossier.partusassistenties
    return not gegeven and w.per_prestatie.keys().isdisjoint(PARTUS)


def _partus(w: Werkblad) -> list[_Partus]:
    """Return what was given, and what was declared, of the one woman of a dossier."""
    gegeven = enumerate(w.als(Dossier).partusassistenties)
    return [*((p.datum, p.datum, plaats) for plaats, p in gegeven), *_gedeclareerd(w.van(PARTUS))]


def _gedeclareerd(posten: Iterable[Post]) -> list[_Partus]:
    return [
        (post.declaratieregel.periode.van, post.declaratieregel.periode.tot_en_met, post)
        for post in posten
        if post.prestatie_id in PARTUS
    ]


def _pad(waar: int | Post) -> str:
    return waar.pad("periode") if isinstance(waar, Post) else f"/partusassistenties/{waar}/datum"


@regel(
    code="GZ-KRAAMZORG-028",
    titel=Tekst(
        "Partusassistentie van een bevalling ligt op dagen die op elkaar aansluiten",
        "Partusassistentie of one birth lies on days next to each other",
    ),
    soorten=("dossier", "declaratie"),
    bron=kraamzorgbronnen.BEVALLING,
    velden=(_PARTUS, "/declaratieregels/*/periode"),
    peildatum=Peildatum.LEVERING,
    nodig=MET_PARTUS,
    aanleiding=Nodig(trekken=(Trek.PARTUSASSISTENTIE,)),
    redenen={
        "meer_dagen": Tekst(
            "Met deze dag is er partusassistentie over meer dan {dagen} dagen, langer dan een "
            "bevalling wordt bijgestaan. Verbeter de dag, of declareer wat kraamzorg was als "
            "kraamzorg.",
            "With this day there is partusassistentie over more than {dagen} days, longer than a "
            "birth is assisted. Correct the day, or declare as kraamzorg what was kraamzorg.",
        )
    },
)
def op_dagen_naast_elkaar(w: Werkblad) -> Resultaat:
    """A birth takes a night, not days; of several births of one pregnancy each has its own."""
    if _geen_partus(w):
        return NIET_VAN_TOEPASSING
    meldingen: list[Melding] = []
    bevallen, dagen = w.bevaldagen, w.context.normen.norm(PARTUSDUUR).waarde("dagen")
    if bevallen is not None:
        dagen += dagen_tussen(*bevallen)
    if w.dossier is not None:
        groepen = [w.samen(_partus)]
    else:
        groepen = [
            _gedeclareerd(posten)
            for geval in w.zorggevallen
            if geval.een_vrouw
            for posten in geval.zwangerschappen
        ]
    for groep in groepen:
        eerste = min((van for van, _, _ in groep), default=date.max)
        meldingen += [
            breuk(_pad(waar), "meer_dagen", dagen=dagen)
            for _, tot_en_met, waar in groep
            if dagen_tussen(eerste, tot_en_met) >= dagen
        ]
    return uitslag(meldingen, any(groepen))
