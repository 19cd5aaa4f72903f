"""IGO: who it is, and integrale prestaties beside monodisciplinary ones."""

from collections.abc import Iterable, Iterator
from typing import Final, final

from geboortezorg.berekening.samenwerking.integraal import EXPERIMENT, REGULIER
from geboortezorg.bron import Verificatie
from geboortezorg.model.igo import IGO
from geboortezorg.model.partijen import Discipline, Partijsoort
from geboortezorg.model.prestatie import Fase, Prestatie, Regime
from geboortezorg.nummers import agb
from geboortezorg.regels.regel import (
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
from geboortezorg.regels.samenwerking.deelnemers import DISCIPLINE_ONBEKEND, discipline_onbekend
from geboortezorg.regels.trekken.tarieven import is_integraal
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.bronnen import bron
from geboortezorg.tijd import Looptijd, Periode
from geboortezorg.zorggeval import Post

_CZ: Final = bron("samenwerking-cz")
_BUNDELBREKER: Final = bron("samenwerking-bundelbreker")
_DUBBEL: Final = bron("samenwerking-dubbel")

_EIGEN_LID: Final = bron("samenwerking-eigen-lid")

_ZORGSOORT: Final = agb.IGO[:2]

_NODIG: Final = {
    "verloskundige": frozenset(
        {Discipline.EERSTELIJNSVERLOSKUNDIGE, Discipline.KLINISCH_VERLOSKUNDIGE}
    ),
    "gynaecoloog": frozenset({Discipline.GYNAECOLOOG}),
    "kraamverzorgende": frozenset({Discipline.KRAAMVERZORGENDE}),
}


@regel(
    code="GZ-IGO-001",
    titel=Tekst("Een IGO is een rechtspersoon", "An IGO is a legal person"),
    soorten=("igo",),
    bron=_CZ,
    velden=("/rechtspersoon",),
    redenen={
        "geen_rechtspersoon": Tekst(
            "Een IGO is geen rechtspersoon. Richt er een op voordat zij contracteert.",
            "The IGO is no legal person. Found one before it contracts.",
        ),
        "onbekend": Tekst(
            "Of de IGO een rechtspersoon is, staat er niet. Vul rechtspersoon in.",
            "Whether the IGO is a legal person is not stated. Supply rechtspersoon.",
        ),
    },
)
def is_rechtspersoon(w: Werkblad) -> Resultaat:
    """An IGO that contracts with an insurer is a legal person."""
    rechtspersoon = w.als(IGO).rechtspersoon
    if rechtspersoon is None:
        return [onbeoordeeld("/rechtspersoon", "onbekend")]
    return VOLDAAN if rechtspersoon else [breuk("/rechtspersoon", "geen_rechtspersoon")]


@regel(
    code="GZ-IGO-002",
    titel=Tekst(
        "Een IGO heeft AGB-zorgsoort 53 met kwalificatie 5314",
        "An IGO has AGB zorgsoort 53 with qualification 5314",
    ),
    soorten=("igo",),
    bron=_CZ,
    velden=("/agb_code", "/agb_kwalificatie"),
    redenen={
        "andere_zorgsoort": Tekst(
            "De AGB-code van een IGO begint met {zorgsoort}. Vraag die code aan.",
            "The AGB-code of an IGO starts with {zorgsoort}. Apply for such a code.",
        ),
        "andere_kwalificatie": Tekst(
            "De kwalificatie van een IGO is {kwalificatie}. Laat het register aanpassen.",
            "The qualification of an IGO is {kwalificatie}. Have the register adjusted.",
        ),
        "onbekend": Tekst(
            "De AGB-code of kwalificatie ontbreekt. Vul beide in.",
            "The AGB-code or the qualification is missing. Supply both.",
        ),
    },
)
def agb_van_igo(w: Werkblad) -> Resultaat:
    """The AGB-code is of zorgsoort 53, registered as integrale geboortezorg (5314)."""
    igo = w.als(IGO)
    meldingen: list[Melding] = []
    if igo.agb_code is None:
        meldingen.append(onbeoordeeld("/agb_code", "onbekend"))
    elif not igo.agb_code.startswith(_ZORGSOORT):
        meldingen.append(breuk("/agb_code", "andere_zorgsoort", zorgsoort=_ZORGSOORT))
    if igo.agb_kwalificatie is None:
        meldingen.append(onbeoordeeld("/agb_kwalificatie", "onbekend"))
    elif igo.agb_kwalificatie != agb.IGO:
        meldingen.append(breuk("/agb_kwalificatie", "andere_kwalificatie", kwalificatie=agb.IGO))
    return uitslag(meldingen, True)


@regel(
    code="GZ-IGO-003",
    versie=2,
    titel=Tekst(
        "In een IGO zijn de disciplines vertegenwoordigd", "An IGO represents the disciplines"
    ),
    soorten=("igo",),
    bron=_CZ,
    velden=("/deelnemers", "/deelnemers/*/zorgaanbieder/discipline"),
    peildatum=Peildatum.BEOORDELING,
    redenen={
        "discipline_onbekend": DISCIPLINE_ONBEKEND,
        "ontbreekt": Tekst(
            "Op de dag van beoordeling ontbreekt in de IGO: {discipline}. Voeg een deelnemer toe.",
            "On the day of judging the IGO lacks: {discipline}. Add a participant.",
        ),
        "dag_onbekend": Tekst(
            "De dag van beoordeling is niet gegeven. Geef beoordelingsdatum in de context.",
            "The day of judging was not given. Give beoordelingsdatum in the context.",
        ),
    },
)
def disciplines_vertegenwoordigd(w: Werkblad) -> Resultaat:
    """Midwives, gynaecologists and kraamverzorgenden take part on the day of judging."""
    op = w.context.beoordelingsdatum
    if op is None:
        return [onbeoordeeld("/deelnemers", "dag_onbekend")]
    deelnemers = w.als(IGO).deelnemers
    aanwezig = {d.zorgaanbieder.discipline for d in deelnemers if d.looptijd.bevat(op)}
    onbekend = discipline_onbekend(deelnemers, op)
    meldingen = [
        breuk("/deelnemers", "ontbreekt", discipline=naam)
        if onbekend is None
        else onbeoordeeld(onbekend, "discipline_onbekend", discipline=naam)
        for naam, disciplines in _NODIG.items()
        if not disciplines & aanwezig
    ]
    return uitslag(meldingen, True)


@regel(
    code="GZ-IGO-008",
    titel=Tekst("Een deelnemer van een IGO is zelf geen IGO", "A participant is no IGO itself"),
    soorten=("igo",),
    bron=_EIGEN_LID,
    velden=(
        "/deelnemers/*/zorgaanbieder/partijsoort",
        "/deelnemers/*/zorgaanbieder/kvk_nummer",
    ),
    nodig=Nodig(leden=("/deelnemers",)),
    redenen={
        "igo": Tekst(
            "Een deelnemer van een IGO levert zelf zorg, en is geen IGO. Noem de organisatie die "
            "de zorg levert.",
            "A participant of an IGO delivers care itself, and is no IGO. Name the organisation "
            "that delivers the care.",
        ),
        "zelfde_organisatie": Tekst(
            "Deze deelnemer heeft het KVK-nummer van de IGO zelf. Noem de organisatie die de zorg "
            "levert.",
            "This participant has the KVK number of the IGO itself. Name the organisation that "
            "delivers the care.",
        ),
    },
)
def deelnemer_is_geen_igo(w: Werkblad) -> Resultaat:
    """Those who take part are others than the IGO, and deliver the care."""
    igo = w.als(IGO)
    meldingen: list[Melding] = []
    for i, deelnemer in enumerate(igo.deelnemers):
        pad, aanbieder = f"/deelnemers/{i}/zorgaanbieder", deelnemer.zorgaanbieder
        if aanbieder.partijsoort is Partijsoort.IGO:
            meldingen.append(breuk(f"{pad}/partijsoort", "igo"))
        if igo.kvk_nummer is not None and aanbieder.kvk_nummer == igo.kvk_nummer:
            meldingen.append(breuk(f"{pad}/kvk_nummer", "zelfde_organisatie"))
    return uitslag(meldingen, bool(igo.deelnemers))


_IN_BUNDEL: Final = frozenset({Regime.VERLOSKUNDE, Regime.KRAAMZORG})
"""The regimes whose care the bundle takes in."""


@final
class _Fase:
    """Who declares something about one phase, and who does so by a prestatie that tells it."""

    __slots__ = ("aanbieders", "zeker")

    def __init__(self) -> None:
        self.aanbieders: set[str] = set()
        self.zeker: set[str] = set()


def _samenloop(
    w: Werkblad, wanneer: Periode | Looptijd, reden: str, *, op_integraal: bool
) -> Resultaat:
    """Return the lines of one kind that share a phase with a line of the other kind."""
    meldingen: list[Melding] = []
    toegepast = False
    for bundel, mono in w.samen(_bundels):
        integraal = [post for post in bundel if wanneer.bevat(post.tariefdag)]
        toegepast = toegepast or bool(integraal)
        if not integraal or not mono:
            continue
        meldingen += _samen(
            integraal if op_integraal else mono,
            mono if op_integraal else integraal,
            reden,
            alleen_derden=op_integraal,
        )
    return uitslag(meldingen, toegepast)


def _bundels(w: Werkblad) -> list[tuple[list[Post], list[Post]]]:
    """Return the integrale lines of each woman, and the lines of care that a bundle takes in."""
    uit: list[tuple[list[Post], list[Post]]] = []
    for geval in w.zorggevallen:
        bundel: list[Post] = []
        mono: list[Post] = []
        for post in geval.tellend if geval.een_vrouw else ():
            if post.prestatie is not None and is_integraal(post.prestatie):
                bundel.append(post)
            elif post.prestatie is not None and in_bundel(post.prestatie):
                mono.append(post)
        uit.append((bundel, mono))
    return uit


def in_bundel(prestatie: Prestatie) -> bool:
    """Say whether a prestatie is of care that the bundle takes in."""
    return prestatie.regime in _IN_BUNDEL or prestatie.zonder_gynaecoloog


def _in_ziekenhuis(post: Post) -> bool:
    """Say whether a line is of a birth in hospital that a midwife leads.

    Obstetrics are in the bundle; that the use of the room is, no source says in so many words.
    """
    return post.prestatie is not None and post.prestatie.zonder_gynaecoloog


def _fasen(post: Post) -> tuple[Fase, ...]:
    return () if post.prestatie is None else post.prestatie.fasen


def _samen(
    doel: Iterable[Post], tegen: Iterable[Post], reden: str, *, alleen_derden: bool
) -> Iterator[Melding]:
    """Yield the lines about a phase that lines of the other kind are about too.

    Only the line of another provider (a third party) blocks an integrale prestatie. A prestatie
    that tells no phase can be about any, which is no certainty.
    """
    per_fase = {fase: _Fase() for fase in Fase}
    for post in tegen:
        bekend, agb_code = _fasen(post), post.declaratieregel.zorgaanbieder_agb
        for fase in bekend or Fase:
            per_fase[fase].aanbieders.add(agb_code)
            if bekend and not _in_ziekenhuis(post):
                per_fase[fase].zeker.add(agb_code)
    for post in doel:
        bekend, agb_code = _fasen(post), post.declaratieregel.zorgaanbieder_agb
        eigen = {agb_code} if alleen_derden else set()
        gedeeld = [per_fase[fase] for fase in bekend or Fase]
        if any(len(deel.zeker) > len(deel.zeker & eigen) for deel in gedeeld if bekend):
            yield breuk(post.pad("prestatie"), reden)
        elif any(len(deel.aanbieders) > len(deel.aanbieders & eigen) for deel in gedeeld):
            yield breuk(post.pad("prestatie"), reden, verificatie=Verificatie.AFGELEID)


@regel(
    code="GZ-IGO-005",
    titel=Tekst(
        "In het experiment blokkeert een monodisciplinaire declaratie de integrale prestatie",
        "In the experiment a monodisciplinary declaration blocks the integrale prestatie",
    ),
    soorten=("dossier", "declaratie"),
    versie=3,
    bron=_BUNDELBREKER,
    velden=("/declaratieregels/*/prestatie",),
    geldig=Looptijd(van=EXPERIMENT.van, tot_en_met=EXPERIMENT.tot_en_met),
    peildatum=Peildatum.PRESTATIE,
    nodig=(
        Nodig(regimes=(Regime.INTEGRALE_GEBOORTEZORG,)),
        Nodig(trekken=(Trek.EXPERIMENT,)),
    ),
    aanleiding=Nodig(trekken=(Trek.BUNDEL,)),
    redenen={
        "geblokkeerd": Tekst(
            "Een derde declareert voor dezelfde vrouw en fase monodisciplinair; in het experiment "
            "(tot en met 2022) kon de integrale prestatie dan niet worden gedeclareerd. Laat de "
            "integrale prestatie weg, of laat de ander zijn declaratieregel crediteren.",
            "A third party declares monodisciplinary care for the same woman and phase; in the "
            "experiment (up to 2022) the integrale prestatie could then not be declared. Leave the "
            "integrale prestatie out, or have the other credit its line.",
        )
    },
    retourcodes=("0587",),
)
def bundelbreker(w: Werkblad) -> Resultaat:
    """Up to 2022 the declaration of a third party blocked the integral one (bundelbreker)."""
    return _samenloop(w, EXPERIMENT, "geblokkeerd", op_integraal=True)


@regel(
    code="GZ-IGO-006",
    titel=Tekst(
        "Zorg binnen de bundel wordt niet ook monodisciplinair gedeclareerd",
        "Care within the bundle is not also declared monodisciplinary",
    ),
    soorten=("dossier", "declaratie"),
    versie=3,
    bron=_DUBBEL,
    velden=("/declaratieregels/*/prestatie",),
    geldig=REGULIER,
    peildatum=Peildatum.PRESTATIE,
    nodig=(
        Nodig(regimes=(Regime.INTEGRALE_GEBOORTEZORG,)),
        Nodig(trekken=(Trek.REGULIER,)),
    ),
    aanleiding=Nodig(trekken=(Trek.BUNDEL,)),
    redenen={
        "dubbel": Tekst(
            "Voor dezelfde vrouw en fase is ook een integrale prestatie gedeclareerd, die deze "
            "zorg omvat. Laat een van beide weg; gaf de een de zorg na de ander, spreek dan met de "
            "verzekeraar af wie van beide deze fase declareert.",
            "For the same woman and phase an integrale prestatie was declared too, which includes "
            "this care. Leave one of them out; if one gave the care after the other, agree with "
            "the insurer which of them declares this phase.",
        )
    },
    retourcodes=("0587",),
)
def geen_dubbele_bekostiging(w: Werkblad) -> Resultaat:
    """From 2023 care in the bundle is paid once for the same woman and phase."""
    return _samenloop(w, REGULIER, "dubbel", op_integraal=False)
