"""A line beside the start and the pregnancy that it is about."""

from bisect import bisect_left
from datetime import date, timedelta
from typing import Final, final

from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import ONDERZOEKEN, Fase, Prestatie, Regime
from geboortezorg.regels import bronnen
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
from geboortezorg.regels.trekken.dagen import (
    HELE_ZORG,
    Zorgduur,
    ook_later,
    rustig,
    te_kort,
    zorgduur,
)
from geboortezorg.regels.werkblad import Werkblad, namen_van
from geboortezorg.tabellen.normen import GevondenNorm
from geboortezorg.tijd import DAGEN_ZWANGERSCHAP, dagen_tussen, zwangerschapsduur_dagen
from geboortezorg.zorggeval import Post, Zorggeval, genoemde_bevaldagen, op_volgorde

_KRAAMZORG: Final = Regime.KRAAMZORG


@regel(
    code="GZ-REGEL-005",
    versie=9,
    titel=Tekst(
        "De dagen van de zorg passen bij haar start en bij de zwangerschap",
        "The days of the care fit its start and the pregnancy",
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.SCHEMA,
    velden=(
        "/declaratieregels/*/startdatum_zorg",
        "/declaratieregels/*/periode",
        "/declaratieregels/*/periode/van",
        "/declaratieregels/*/periode/tot_en_met",
        "/declaratieregels/*/datum_partus",
    ),
    peildatum=Peildatum.DOCUMENT,
    nodig=Nodig(leden=("/declaratieregels",)),
    aanleiding=Nodig(trekken=(Trek.DAGEN,)),
    redenen={
        "partus_erbuiten": Tekst(
            "Deze prestatie is voor zorg tot de bevalling, maar de bevaldag op de declaratieregel "
            "ligt voor haar start of meer dan {dagen} dagen na haar laatste dag. Controleer de "
            "dagen.",
            "This prestatie is for care up to the birth, but the day of birth on the line lies "
            "before its start or more than {dagen} days after its last day. Check the days.",
        ),
        "start_te_vroeg": Tekst(
            "De genoemde start ligt langer voor de zorg dan een zwangerschap met nazorg duurt. "
            "Verbeter startdatum_zorg.",
            "The start that is named lies longer before the care than a pregnancy with aftercare "
            "lasts. Correct startdatum_zorg.",
        ),
        "start_voor_geheel": Tekst(
            "Deze prestatie omvat de zorg vanaf haar start, en die ligt voor de eerste dag van de "
            "periode. Verbeter een van beide.",
            "This prestatie includes the care from its start on, which lies before the first day "
            "of the period. Correct one of them.",
        ),
        "start_verschilt": Tekst(
            "Een andere declaratieregel van dezelfde zorgaanbieder voor deze vrouw noemt een "
            "andere start van de zorg, en die beslist over het tarief. Verbeter een van beide, of "
            "declareer twee zwangerschappen elk in een eigen bericht. Had een ander de zorg "
            "tussendoor, toon dat dan in een dossier.",
            "Another line of the same provider for this woman names another start of the care, "
            "which decides the tariff. Correct one of them, or declare two pregnancies each in a "
            "message of its own. If another had the care in between, show that in a dossier.",
        ),
        "te_kort": Tekst(
            "Deze prestatie is zorg voor, tijdens en na de bevalling, maar van haar start tot haar "
            "laatste dag zijn er minder dan {dagen} dagen. Controleer de dagen, of declareer een "
            "deel.",
            "This prestatie is care before, during and after the birth, but from its start to its "
            "last day there are fewer than {dagen} days. Check the days, or declare a part.",
        ),
        "te_lang": Tekst(
            "De zorg duurt van haar start tot haar laatste dag langer dan een zwangerschap met "
            "nazorg. Verbeter de periode of startdatum_zorg.",
            "From its start to its last day the care lasts longer than a pregnancy with aftercare. "
            "Correct the period or startdatum_zorg.",
        ),
        "lang_voor_bevalling": Tekst(
            "De start van de zorg ligt meer dan {dagen} dagen voor de bevaldag op de declaratieregel, "
            "langer dan een zwangerschap duurt. Verbeter startdatum_zorg of datum_partus.",
            "The start of the care lies more than {dagen} days before the day of birth on the line, "
            "longer than a pregnancy lasts. Correct startdatum_zorg or datum_partus.",
        ),
        "voor_zwangerschap": Tekst(
            "De zorg ligt voor de eerste dag van de zwangerschap. Verbeter de periode of de a "
            "terme datum, of laat de declaratieregel weg als de zorg niet bij deze zwangerschap "
            "hoort.",
            "The care lies before the first day of the pregnancy. Correct the period or the a "
            "terme date, or leave the line out if the care is not of this pregnancy.",
        ),
        "na_zwangerschap": Tekst(
            "Dit onderzoek hoort bij een zwangerschap die toen al was geeindigd. Verbeter de "
            "periode.",
            "This examination belongs to a pregnancy that had ended by then. Correct the period.",
        ),
        "kort_na_vorige": Tekst(
            "Dit is (ook) zorg bij of na een bevalling, en een eerdere bevalling van dezelfde vrouw ligt "
            "minder dan {dagen} dagen voor haar laatste dag. Hoort de zorg bij die bevalling, verbeter "
            "dan startdatum_zorg, of toon haar in een dossier als zij pas toen begon; verbeter anders de "
            "periode of de eerdere datum_partus.",
            "This is (also) care at or after a birth, and an earlier birth of the same woman lies fewer "
            "than {dagen} days before its last day. If the care is of that birth, correct "
            "startdatum_zorg, or show it in a dossier when it began only then; otherwise correct the "
            "period or the earlier datum_partus.",
        ),
        "tot_na_zwangerschap": Tekst(
            "Dit onderzoek is gedeclareerd tot na het einde van de zwangerschap. Vul als periode de "
            "dag van het onderzoek in.",
            "This examination is declared until after the end of the pregnancy. Supply the day of the "
            "examination as its period.",
        ),
        "lang_na_bevalling": Tekst(
            "De zorg begint meer dan {dagen} dagen na het einde van de zwangerschap. Controleer de "
            "periode en de bevaldag.",
            "The care begins more than {dagen} days after the end of the pregnancy. Check the "
            "period and the day of birth.",
        ),
    },
)
def dagen_passen(w: Werkblad) -> Resultaat:
    """No care long after its start, before the pregnancy, or long after it.

    That care does not begin before its start is said of the field: GZ-SAMENHANG-005.
    """
    meldingen: list[Melding] = []
    duur = w.context.gedeeld(zorgduur)
    norm, hele_zorg, kortste, nazorg, _ = duur
    eigen = w.over_prestaties(_EIGEN_DAGEN)
    lijsten: list[list[Post]] = []
    starts: _PerAanbieder = {}
    vorige: dict[int, date] = {}
    for geval in w.zorggevallen:
        kalm, later = rustig(geval, geval.starts, duur), ook_later(geval, nazorg)
        starts |= {} if kalm else _starts(geval)
        vorige |= {} if kalm else _vorige_bevallingen(geval)
        for groep in geval.groepen if eigen or later or not kalm else ():
            prestatie = groep.prestatie
            anders = later and prestatie is not None and prestatie.regime is not _KRAAMZORG
            if anders or not kalm or groep.prestatie_id in eigen:
                lijsten.append(groep.tellend)
    for post in op_volgorde(lijsten):
        start, periode = post.declaratieregel.startdatum_zorg, post.declaratieregel.periode
        melding = None
        if start is not None or periode.van != periode.tot_en_met:  # something that lasts
            melding = _toets_start(norm, hele_zorg, kortste, post)
        if melding is None and start is not None:
            melding = _andere_start(starts, post, start)
        if melding is None:
            melding = _kort_na(norm, post, vorige) or _lang_voor_partus(duur, post)
        if melding is None:
            melding = _toets_partus(norm, post)
            melding = melding or _toets_zwangerschap(norm, w.dossier, post)
        if melding is not None:
            meldingen.append(melding)
    return uitslag(meldingen, bool(w.per_prestatie))


def _eigen_dagen(prestatie: Prestatie) -> bool:
    """Say whether there is more to ask of the days of care with a prestatie."""
    return (
        prestatie.tot_bevalling
        or bool(prestatie.bestanddelen)
        or prestatie.eenheid in ONDERZOEKEN
        or HELE_ZORG.issubset(prestatie.fasen)
    )


_EIGEN_DAGEN: Final = namen_van(_eigen_dagen)


def _toets_start(
    norm: GevondenNorm, hele_zorg: timedelta, kortste: int, post: Post
) -> Melding | None:
    start, periode = post.declaratieregel.startdatum_zorg, post.declaratieregel.periode
    prestatie = post.prestatie
    if start is not None and start < periode.van - hele_zorg:
        pad = post.pad("startdatum_zorg")
        return breuk(pad, "start_te_vroeg", verificatie=norm.verificatie, bron=norm.bron)
    vsv = prestatie is not None and prestatie.regime is Regime.VSV
    if not vsv and (start or periode.van) < periode.tot_en_met - hele_zorg:
        return onbeoordeeld(post.pad("periode/tot_en_met"), "te_lang", vermoeden=True)
    periode = post.declaratieregel.periode
    if te_kort(post.prestatie, periode, post.startdatum, post.episode, kortste):
        return onbeoordeeld(post.pad("periode"), "te_kort", vermoeden=True, dagen=kortste)
    # On one day a whole is declared when it is finished; over a period that is the care itself.
    geheel = prestatie is not None and prestatie.bestanddelen and post.episode is None
    if geheel and start is not None and start < periode.van < periode.tot_en_met:
        return onbeoordeeld(post.pad("startdatum_zorg"), "start_voor_geheel", vermoeden=True)
    return None


def _vorige_bevallingen(geval: Zorggeval) -> dict[int, date]:
    """Return for lines of a message the birth that those of the pregnancy before name, by number."""
    uit: dict[int, date] = {}
    vorige: date | None = None
    for posten in geval.zwangerschappen if geval.een_vrouw and geval.dossier is None else ():
        if vorige is not None:
            uit |= dict.fromkeys([post.nummer for post in posten], vorige)
        bevallen = genoemde_bevaldagen(posten)
        vorige = vorige if bevallen is None else bevallen[1]
    return uit


def _kort_na(norm: GevondenNorm, post: Post, vorige: dict[int, date]) -> Melding | None:
    """Doubt care at or after a birth so soon after an earlier one that no child can have lived."""
    eerder, prestatie = vorige.get(post.nummer), post.prestatie
    if eerder is None or prestatie is None or _BARING_EN_ERNA.isdisjoint(prestatie.fasen):
        return None
    dagen = norm.waarde("levend.vanaf")
    if dagen_tussen(eerder, post.declaratieregel.periode.tot_en_met) >= dagen:
        return None
    return onbeoordeeld(post.pad("periode"), "kort_na_vorige", vermoeden=True, dagen=dagen)


_BARING_EN_ERNA: Final = frozenset({Fase.NATAAL, Fase.POSTNATAAL})


def _lang_voor_partus(duur: Zorgduur, post: Post) -> Melding | None:
    """Hold the start that decides the tariff of a line in a message against the birth that it names.

    A dossier tells it by its a terme date.
    """
    declaratieregel, prestatie = post.declaratieregel, post.prestatie
    start, partus = declaratieregel.startdatum_zorg, declaratieregel.datum_partus
    volgt = prestatie is not None and prestatie.peildatum_start_zorg and post.geval.dossier is None
    if not volgt or start is None or partus is None or partus - start <= duur.zwanger:
        return None
    pad, dagen = post.pad("startdatum_zorg"), duur.zwanger.days
    return onbeoordeeld(pad, "lang_voor_bevalling", vermoeden=True, dagen=dagen)


def _toets_partus(norm: GevondenNorm, post: Post) -> Melding | None:
    """Hold the day of birth that a line names against the care that lasts until it."""
    declaratieregel, prestatie = post.declaratieregel, post.prestatie
    partus = declaratieregel.datum_partus
    if partus is None or prestatie is None or not prestatie.tot_bevalling:
        return None
    start, dagen = (
        declaratieregel.startdatum_zorg or declaratieregel.periode.van,
        norm.waarde("overname.marge"),
    )
    if start <= partus <= declaratieregel.periode.tot_en_met + timedelta(days=dagen):
        return None
    pad = post.pad("datum_partus")
    return onbeoordeeld(pad, "partus_erbuiten", vermoeden=True, dagen=dagen)


@final
class _Starts:
    """What the lines of one woman and one provider in a message say of the start of the care."""

    __slots__ = ("dagen", "nataal")

    def __init__(self) -> None:
        self.dagen: list[date] = []
        """In order once all are there."""
        self.nataal = False
        """Whether any is of care at the birth."""

    def eerste_voor(self, start: date) -> date | None:
        """Return the first start in the pregnancy that this other one lies in, if it is earlier."""
        vanaf = date.fromordinal(max(1, start.toordinal() - DAGEN_ZWANGERSCHAP))
        plaats = bisect_left(self.dagen, vanaf)
        eerste = min(self.dagen[plaats : plaats + 1], default=start)
        return eerste if eerste < start else None


_PerAanbieder = dict[tuple[int, str], _Starts]


def _starts(geval: Zorggeval) -> _PerAanbieder:
    """Return the starts that lines of one woman in a message name, by case and provider."""
    uit: _PerAanbieder = {}
    for post in geval.tellend if geval.een_vrouw and geval.dossier is None else ():
        eigen = uit.setdefault((id(geval), post.declaratieregel.zorgaanbieder_agb), _Starts())
        if (start := post.declaratieregel.startdatum_zorg) is not None:
            eigen.dagen.append(start)
        if post.prestatie is not None and Fase.NATAAL in post.prestatie.fasen:
            eigen.nataal = True
    for eigen in uit.values():
        eigen.dagen.sort()
    return uit


def _andere_start(starts: _PerAanbieder, post: Post, start: date) -> Melding | None:
    """Doubt a start when another one of the same pregnancy was named before it.

    Care after a birth that another led began anew: what that pays is asked only where it differs.
    """
    eigen = starts.get((id(post.geval), post.declaratieregel.zorgaanbieder_agb))
    if eigen is None:
        return None
    eerste = eigen.eerste_voor(start)
    if eerste is None or (not eigen.nataal and _zelfde_nazorg(post, start, eerste)):
        return None
    return onbeoordeeld(post.pad("startdatum_zorg"), "start_verschilt", vermoeden=True)


def _zelfde_nazorg(post: Post, start: date, eerste: date) -> bool:
    """Say whether care after a birth has the same tariff by whatever start from the first one on.

    They are of one year: with the next there can be another insurer, which the start decides too.
    What is said on two days is said on those between.
    """
    prestatie, per_dag = post.prestatie, post.groep.per_dag
    return (
        prestatie is not None
        and prestatie.fasen == (Fase.POSTNATAAL,)
        and eerste.year == start.year
        and per_dag[eerste] is per_dag[start]
    )


def _toets_zwangerschap(norm: GevondenNorm, dossier: Dossier | None, post: Post) -> Melding | None:
    van = post.declaratieregel.periode.van
    if dossier is None:  # an examination after the birth is for GZ-REGEL-008
        partus = post.declaratieregel.datum_partus
        return None if partus is None else _lang_na(norm, post, partus)
    a_terme, einde = dossier.zwangerschap.a_terme_datum, dossier.zwangerschap.datum_einde
    if a_terme is not None and zwangerschapsduur_dagen(a_terme, van) < 0:
        return breuk(post.pad("periode/van"), "voor_zwangerschap")
    if einde is None or post.prestatie is None:
        return None
    onderzoek = post.prestatie.eenheid in ONDERZOEKEN
    if van > einde:
        if onderzoek:
            return onbeoordeeld(post.pad("periode/van"), "na_zwangerschap", vermoeden=True)
        return _lang_na(norm, post, einde)
    if onderzoek and post.declaratieregel.periode.tot_en_met > einde:
        return onbeoordeeld(post.pad("periode"), "tot_na_zwangerschap", vermoeden=True)
    return None


def _lang_na(norm: GevondenNorm, post: Post, einde: date) -> Melding | None:
    """Judge midwifery and integral care long after the birth; kraamzorg has rules of its own."""
    regime = None if post.prestatie is None else post.prestatie.regime
    if regime is not Regime.VERLOSKUNDE and regime is not Regime.INTEGRALE_GEBOORTEZORG:
        return None
    dagen = norm.waarde("declaratie.laatste-begin")
    if post.declaratieregel.periode.van > einde + timedelta(days=dagen):
        pad = post.pad("periode/van")
        return onbeoordeeld(pad, "lang_na_bevalling", vermoeden=True, dagen=dagen)
    return None
