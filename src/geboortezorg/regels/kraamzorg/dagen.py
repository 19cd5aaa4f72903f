"""The days of kraamzorg: up to day 10, and by exception up to six weeks."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from geboortezorg.berekening.kraamzorg import bronnen as kraamzorgbronnen
from geboortezorg.berekening.kraamzorg import uren as berekening
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.kraamzorg import GeleverdeKraamzorg
from geboortezorg.model.prestatie import Regime
from geboortezorg.regels.kraamzorg.zorg import (
    KRAAMZORG_UUR,
    MET_KRAAMZORG,
    UITZONDERING,
    Leverdagen,
    gewone_dagen,
    is_aanmelding,
    laatste_aanspraak,
    laatste_indicatie,
    lip,
    oogopslag,
    zeker_aanspraak,
    zonder_bevalling,
)
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
from geboortezorg.regels.werkblad import Werkblad, namen_van
from geboortezorg.tabellen.normen import GevondenNorm
from geboortezorg.tijd import dag_na, dagen_tussen
from geboortezorg.zorggeval import Post

_WEEK: Final = 6
"""A week's invoice begins at most so many days before the birth."""

_DATUM: Final = "/geleverde_kraamzorg/*/datum"
_LAATSTE: Final = "/declaratieregels/*/periode/tot_en_met"
BEVALDAG: Final = "/zwangerschap/datum_einde"
BEVALDAG_ONBEKEND: Final = Tekst(
    "De bevaldag is niet bekend, dus ook niet de hoeveelste dag dit is. Vul hem in.",
    "The day of birth is not known, nor therefore which day this is. Supply it.",
)


def _uren(w: Werkblad) -> Sequence[Post]:
    """Return the lines with hours of kraamzorg that no credit takes back."""
    return w.per_prestatie.get(KRAAMZORG_UUR, ())


class _Dagen:
    """Days of care by provider, to tell quickly whether a line can be over one of them."""

    __slots__ = ("_per_aanbieder",)

    def __init__(self, dagen: Iterable[GeleverdeKraamzorg]) -> None:
        self._per_aanbieder: dict[str | None, list[date]] = {}
        for dag in dagen:
            self._per_aanbieder.setdefault(dag.zorgaanbieder_agb, []).append(dag.datum)
        for datums in self._per_aanbieder.values():
            datums.sort()

    def raakt(self, post: Post) -> bool:
        """Say whether a day falls within the line, and is not of another provider."""
        if not self._per_aanbieder:
            return False
        periode = post.declaratieregel.periode
        for aanbieder in (None, post.declaratieregel.zorgaanbieder_agb):
            datums = self._per_aanbieder.get(aanbieder, ())
            plaats = bisect_left(datums, periode.van)
            if plaats < len(datums) and datums[plaats] <= periode.tot_en_met:
                return True
        return False


def _uitgesteld(dossier: Dossier) -> _Dagen:
    return _Dagen(dag for dag in dossier.geleverde_kraamzorg if dag.uitgesteld)


@regel(
    code="GZ-KRAAMZORG-005",
    titel=Tekst(
        "Kraamzorg na dag 10 heeft een uitzondering", "Kraamzorg after day 10 has an exception"
    ),
    soorten=("dossier",),
    bron=kraamzorgbronnen.VERRUIMING,
    velden=(_DATUM, _LAATSTE, BEVALDAG),
    versie=3,
    peildatum=Peildatum.LEVERING,
    nodig=MET_KRAAMZORG,
    aanleiding=Nodig(trekken=(Trek.KRAAMZORG, Trek.KRAAMZORGINDICATIE)),
    redenen={
        "zonder_uitzondering": Tekst(
            "Deze dag ligt na dag 10 en er is geen uitzondering vastgelegd die hem omvat. Leg de "
            "uitzondering vast, of merk de dag als uitgestelde kraamzorg. Gaat een declaratieregel "
            "over hele weken, vul dan geleverde_kraamzorg in.",
            "This day lies after day 10, and no exception that covers it was recorded. Record the "
            "exception, or mark the day as uitgestelde kraamzorg. If a line is over whole weeks, "
            "supply geleverde_kraamzorg.",
        ),
        "voor_2024": Tekst(
            "Deze dag ligt na dag 10, en een uitzondering is er pas sinds {van}. Laat haar weg. Gaat "
            "een declaratieregel over hele weken, vul dan geleverde_kraamzorg in.",
            "This day lies after day 10, and exceptions exist only since {van}. Leave it out. If a "
            "line is over whole weeks, supply geleverde_kraamzorg.",
        ),
        "bevaldag_onbekend": BEVALDAG_ONBEKEND,
    },
)
def tot_en_met_dag_10(w: Werkblad) -> Resultaat:
    """Kraamzorg ends on day 10, or an exception (since 2024) covers the later days.

    Days after the six weeks of the law are left to the rule on those.
    """
    dossier = w.als(Dossier)
    zicht = oogopslag(w)
    if (zicht is None and not w.samen(dagen_en_regels)) or zonder_bevalling(dossier):
        return NIET_VAN_TOEPASSING
    bevallen = w.bevaldagen
    if bevallen is None:
        return [onbeoordeeld(BEVALDAG, "bevaldag_onbekend")]
    gewoon = laatste_gewoon(w, dossier, bevallen[1])
    if zicht is not None and zicht.laatste <= gewoon:
        return VOLDAAN
    omvat = max(
        (
            indicatie.uitzondering.tot_en_met
            for indicatie in dossier.kraamzorgindicaties
            if indicatie.uitzondering is not None
        ),
        default=gewoon,
    )
    meldingen: list[Melding] = []
    for _, tot_en_met, waar in w.samen(dagen_en_regels):
        if tot_en_met <= gewoon or (
            # A line over whole weeks: its care is on the days that were delivered.
            isinstance(waar, Post) and w.gedeeld(Leverdagen).dekken(waar, gewoon)
        ):
            continue
        pad = zorgpad(waar, "tot_en_met")
        if not uitzondering_mogelijk(w, tot_en_met):
            meldingen.append(breuk(pad, "voor_2024", van=UITZONDERING.van))
        elif omvat < tot_en_met <= _laatste_aanspraak(w, tot_en_met, bevallen[1])[0]:
            meldingen.append(breuk(pad, "zonder_uitzondering"))
    return uitslag(meldingen, van_toepassing=True)


def laatste_gewoon(w: Werkblad, dossier: Dossier, bevallen: date) -> date:
    """Return the last day of kraamzorg without an exception: by the LIP, whoever indicated."""
    laatste = laatste_indicatie(dossier)
    norm = None if laatste is None else lip(w, laatste[1])
    if norm is None:
        norm = w.context.normen.geldend(berekening.LIP, bevallen)
    return dag_na(bevallen, norm.waarde("dagen") - 1)


def uitzondering_mogelijk(w: Werkblad, op: date) -> bool:
    """Say whether on a day kraamzorg may go on by exception."""
    return isinstance(w.context.normen.lookup(berekening.UITZONDERING, op), GevondenNorm)


def _laatste_aanspraak(w: Werkblad, op: date, bevallen: date) -> tuple[date, GevondenNorm]:
    """Return the last day of the claim by the norm of a day of care, and that norm."""
    norm = w.context.normen.geldend(berekening.AANSPRAAK, op)
    return dag_na(bevallen, norm.waarde("dagen") - 1), norm


def dagen_en_regels(w: Werkblad) -> list[tuple[date, date, int | Post]]:
    """Return days and lines of care: first day, last day, and the place or the line."""
    dossier = w.als(Dossier)
    uit: list[tuple[date, date, int | Post]] = []
    for plaats, dag in gewone_dagen(dossier):
        uit.append((dag.datum, dag.datum, plaats))
    uitgesteld = _uitgesteld(dossier) if dossier.geleverde_kraamzorg else None
    for post in _uren(w):
        if uitgesteld is None or not uitgesteld.raakt(post):
            periode = post.declaratieregel.periode
            uit.append((periode.van, periode.tot_en_met, post))
    return uit


def zorgpad(waar: int | Post, veld: str) -> str:
    """Return the pointer to a delivered day, or to the first or last day of a line."""
    if isinstance(waar, Post):
        return waar.pad(f"periode/{veld}")
    return f"/geleverde_kraamzorg/{waar}/datum"


@regel(
    code="GZ-KRAAMZORG-006",
    titel=Tekst(
        "Kraamzorg valt binnen zes weken vanaf de bevaldag",
        "Kraamzorg lies within six weeks from the day of birth",
    ),
    soorten=("dossier",),
    bron=kraamzorgbronnen.AANSPRAAK,
    velden=(
        _DATUM,
        "/declaratieregels/*/periode/van",
        "/declaratieregels/*/periode/tot_en_met",
        BEVALDAG,
    ),
    versie=3,
    peildatum=Peildatum.LEVERING,
    retourcodes=("8007",),
    nodig=Nodig(
        leden=("/geleverde_kraamzorg",),
        prestaties=(KRAAMZORG_UUR,),
        regimes=(Regime.KRAAMZORG,),
    ),
    aanleiding=Nodig(trekken=(Trek.KRAAMZORG, Trek.OMGEKEERDE_KRAAMZORG)),
    redenen={
        "na_zes_weken": Tekst(
            "Deze dag ligt na de zes weken waarin aanspraak op kraamzorg bestaat: {dagen} dagen, "
            "de bevaldag als eerste geteld. Laat de zorg weg of verbeter de datum.",
            "This day lies after the six weeks in which there is a claim to kraamzorg: {dagen} "
            "days, the day of birth counted as the first. Leave the care out or correct the date.",
        ),
        "voor_bevaldag": Tekst(
            "Deze dag ligt voor de bevaldag; kraamzorg telt vanaf de bevaldag. Verbeter de datum, "
            "of leg partusassistentie apart vast.",
            "This day lies before the day of birth; kraamzorg counts from the day of birth. "
            "Correct the date, or record partusassistentie apart.",
        ),
        "begint_ver_voor_bevaldag": Tekst(
            "Deze declaratieregel begint meer dan een week voor de bevaldag; kraamzorg telt vanaf "
            "de bevaldag. Verbeter de eerste dag, of splits de declaratieregel.",
            "This line begins more than a week before the day of birth; kraamzorg counts from the "
            "day of birth. Correct the first day, or split the line.",
        ),
        "aanmelding_erna": Tekst(
            "Deze inschrijving of intake is van na de dagen waarop aanspraak op kraamzorg bestaat. "
            "Controleer de dag, en of zij van deze zwangerschap is.",
            "This registration or intake is from after the days on which there is a claim to "
            "kraamzorg. Check the day, and whether it is of this pregnancy.",
        ),
        "bevaldag_onbekend": BEVALDAG_ONBEKEND,
    },
)
def binnen_zes_weken(w: Werkblad) -> Resultaat:
    """Delivered and declared kraamzorg lies between the birth and the end of the claim.

    By the text of the law itself from the day on which it was read so; before that by a secondary
    source. A line over a week may begin some days before the birth.
    """
    dossier = w.als(Dossier)
    bevallen, zicht = w.bevaldagen, oogopslag(w)
    meldingen = [] if bevallen is None else _aanmelding_erna(w, bevallen[1])
    if (zicht is None and not w.samen(dagen_en_regels)) or zonder_bevalling(dossier):
        return meldingen or NIET_VAN_TOEPASSING
    if bevallen is None:
        return [onbeoordeeld(BEVALDAG, "bevaldag_onbekend")]
    zeker = zeker_aanspraak(w, bevallen[1])
    if zicht is not None and bevallen[0] <= zicht.eerste and zicht.laatste <= zeker:
        return uitslag(meldingen, van_toepassing=True)
    for van, tot_en_met, waar in w.samen(dagen_en_regels):
        if bevallen[0] <= van <= tot_en_met <= zeker:
            continue
        laatste, norm = _laatste_aanspraak(w, tot_en_met, bevallen[1])
        if tot_en_met < bevallen[0]:
            meldingen.append(_op_grond(norm, zorgpad(waar, "van"), "voor_bevaldag"))
        elif tot_en_met > laatste and uitzondering_mogelijk(w, tot_en_met):
            pad = zorgpad(waar, "tot_en_met")
            aantal = norm.waarde("dagen")
            meldingen.append(_op_grond(norm, pad, "na_zes_weken", dagen=aantal))
        elif dagen_tussen(van, bevallen[0]) > _WEEK:
            pad = zorgpad(waar, "van")
            meldingen.append(onbeoordeeld(pad, "begint_ver_voor_bevaldag", vermoeden=True))
    return uitslag(meldingen, van_toepassing=True)


def _aanmelding_erna(w: Werkblad, bevallen: date) -> list[Melding]:
    """Doubt what is once for a pregnancy when it is from after the days of the claim."""
    zeker = zeker_aanspraak(w, bevallen)
    namen = w.over_prestaties(_AANMELDINGEN)
    aangemeld = w.uit_groepen(lambda g: g.prestatie_id in namen and g.laatste_begin > zeker)
    erna = [post for post in aangemeld if post.declaratieregel.periode.van > zeker]
    laatste = laatste_aanspraak(w, bevallen) if erna else zeker
    return [
        onbeoordeeld(post.pad("periode/van"), "aanmelding_erna", vermoeden=True)
        for post in erna
        if post.declaratieregel.periode.van > laatste
    ]


_AANMELDINGEN: Final = namen_van(is_aanmelding)


def _op_grond(norm: GevondenNorm, pad: str, reden: str, **parameters: object) -> Melding:
    """Return a breach on the ground of the norm of that day."""
    return breuk(pad, reden, verificatie=norm.verificatie, bron=norm.bron, **parameters)


@regel(
    code="GZ-KRAAMZORG-014",
    titel=Tekst(
        "Uitgestelde kraamzorg valt niet onder het basispakket",
        "Uitgestelde kraamzorg is not part of the basic package",
    ),
    soorten=("dossier",),
    bron=kraamzorgbronnen.UITGESTELD,
    velden=("/declaratieregels/*/prestatie",),
    peildatum=Peildatum.LEVERING,
    retourcodes=("0613",),
    nodig=Nodig(leden=("/geleverde_kraamzorg",)),
    redenen={
        "uitgesteld": Tekst(
            "Deze declaratieregel declareert uitgestelde kraamzorg als kraamzorg uit het "
            "basispakket. Die is aanvullend verzekerd: laat de declaratieregel weg.",
            "This line declares uitgestelde kraamzorg as kraamzorg of the basic package. It is "
            "insured supplementarily: leave the line out.",
        ),
        "deels_uitgesteld": Tekst(
            "Binnen deze declaratieregel vallen gewone en uitgestelde kraamzorg. Of de uitgestelde "
            "uren zijn meegeteld, is niet te zien: splits de declaratieregel.",
            "Ordinary and uitgestelde kraamzorg fall within this line. Whether the uitgestelde "
            "hours were counted cannot be seen: split the line.",
        ),
    },
)
def uitgesteld_niet_uit_basispakket(w: Werkblad) -> Resultaat:
    """No hours of kraamzorg are declared over the days of uitgestelde kraamzorg."""
    dossier = w.als(Dossier)
    if not any(dag.uitgesteld for dag in dossier.geleverde_kraamzorg):
        return NIET_VAN_TOEPASSING
    meldingen: list[Melding] = []
    uitgesteld = _uitgesteld(dossier)
    gewoon = _Dagen(dag for _, dag in gewone_dagen(dossier))
    for post in _uren(w):
        if not uitgesteld.raakt(post):
            continue
        pad = post.pad("prestatie")
        if gewoon.raakt(post):
            meldingen.append(onbeoordeeld(pad, "deels_uitgesteld", vermoeden=True))
        else:
            meldingen.append(breuk(pad, "uitgesteld"))
    return uitslag(meldingen, van_toepassing=True)
