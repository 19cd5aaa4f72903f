"""IGO: who it is, and integrale prestaties beside monodisciplinary ones."""

from datetime import date
from typing import Final

from geboortezorg.berekening.samenwerking.integraal import EXPERIMENT, NR_2201, REGULIER, fasen_van
from geboortezorg.berekening.tijdlijn import dag, minuut
from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.igo import IGO, Fase
from geboortezorg.model.partijen import Discipline
from geboortezorg.model.prestatie import Regime
from geboortezorg.nummers import agb
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
from geboortezorg.tijd import Looptijd, Periode
from geboortezorg.zorggeval import Post

_CZ: Final = Bron(
    titel="CZ, zorginkoopbeleid geboortezorg 2024",
    verificatie=Verificatie.SECUNDAIR,
    url=(
        "https://zorginkoopbeleid.cz.nl/geboortezorg/2-inhoudelijk-beleid-en-inkoopcriteria/"
        "22-inhoudelijk-beleid"
    ),
    toelichting="Een eis van een verzekeraar bij de inkoop, geen wettelijke norm.",
)
_BUNDELBREKER: Final = Bron(
    titel="NZa, registreren en declareren geboortezorg",
    verificatie=Verificatie.OFFICIEEL,
    url="https://www.nza.nl/zorgsectoren/geboortezorg/registreren-en-declareren",
    toelichting=(
        "In het experiment blokkeerde een monodisciplinaire declaratie door een derde voor "
        "dezelfde vrouw de integrale prestatie."
    ),
)
_DUBBEL: Final = Bron(
    titel="NZa, registreren en declareren geboortezorg",
    verificatie=Verificatie.AFGELEID,
    url="https://www.nza.nl/zorgsectoren/geboortezorg/registreren-en-declareren",
    toelichting=(
        "Sinds 2023 gelden andere regels tegen dubbele bekostiging; de tekst daarvan is niet "
        "gezien. Welke prestatie in welke fase valt is een gevolgtrekking."
    ),
)

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
    elif not igo.agb_code.startswith(agb.IGO[:2]):
        meldingen.append(breuk("/agb_code", "andere_zorgsoort", zorgsoort=agb.IGO[:2]))
    if igo.agb_kwalificatie is None:
        meldingen.append(onbeoordeeld("/agb_kwalificatie", "onbekend"))
    elif igo.agb_kwalificatie != agb.IGO:
        meldingen.append(breuk("/agb_kwalificatie", "andere_kwalificatie", kwalificatie=agb.IGO))
    return uitslag(meldingen, True)


@regel(
    code="GZ-IGO-003",
    titel=Tekst(
        "In een IGO zijn de disciplines vertegenwoordigd", "An IGO represents the disciplines"
    ),
    soorten=("igo",),
    bron=_CZ,
    velden=("/deelnemers",),
    peildatum=Peildatum.BEOORDELING,
    redenen={
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
    aanwezig = {
        deelnemer.zorgaanbieder.discipline
        for deelnemer in w.als(IGO).deelnemers
        if deelnemer.looptijd.bevat(op)
    }
    meldingen = [
        breuk("/deelnemers", "ontbreekt", discipline=naam)
        for naam, disciplines in _NODIG.items()
        if not disciplines & aanwezig
    ]
    return uitslag(meldingen, True)


@regel(
    code="GZ-IGO-004",
    titel=Tekst(
        "De fasen van integrale geboortezorg volgen op elkaar",
        "The phases of integrale geboortezorg follow each other",
    ),
    soorten=("dossier",),
    bron=NR_2201,
    velden=("/integraal_traject/begin_actieve_fase", "/integraal_traject/geboorte_placenta"),
    peildatum=Peildatum.DOCUMENT,
    redenen={
        "voor_intake": Tekst(
            "De actieve fase begint voor de dag van de fysieke intake. Verbeter een van beide.",
            "The active phase begins before the day of the physical intake. Correct one of them.",
        ),
        "voor_actieve_fase": Tekst(
            "De placenta is geboren voor het begin van de actieve fase. Verbeter een van beide.",
            "The placenta was born before the start of the active phase. Correct one of them.",
        ),
        "actieve_fase_onbekend": Tekst(
            "De placenta is geboren, maar het begin van de actieve fase ontbreekt. Vul het in.",
            "The placenta was born, but the start of the active phase is missing. Supply it.",
        ),
    },
)
def fasen_in_volgorde(w: Werkblad) -> Resultaat:
    """Intake, active phase and birth of the placenta follow each other in time."""
    traject = w.als(Dossier).integraal_traject
    if traject is None:
        return NIET_VAN_TOEPASSING
    actief, placenta = traject.begin_actieve_fase, traject.geboorte_placenta
    pad = "/integraal_traject"
    if actief is None:
        if placenta is None:
            return VOLDAAN
        return [onbeoordeeld(f"{pad}/begin_actieve_fase", "actieve_fase_onbekend")]
    if dag(minuut(actief)) < traject.fysieke_intake:  # the day in the Netherlands
        return [breuk(f"{pad}/begin_actieve_fase", "voor_intake")]
    if placenta is not None and placenta < actief:
        return [breuk(f"{pad}/geboorte_placenta", "voor_actieve_fase")]
    return VOLDAAN


def _integraal_en_mono(w: Werkblad) -> tuple[list[Post], list[Post]]:
    """Return the integral and the monodisciplinary lines that are about a phase."""
    integraal: list[Post] = []
    mono: list[Post] = []
    for post in w.posten:
        if not post.telt or post.prestatie is None or not fasen_van(post.prestatie_id):
            continue
        soort = post.prestatie.regime is Regime.INTEGRALE_GEBOORTEZORG
        (integraal if soort else mono).append(post)
    return integraal, mono


def _op(post: Post) -> date:
    return post.peildatum or post.declaratieregel.periode.van


def _samenloop(
    w: Werkblad, wanneer: Periode | Looptijd, reden: str, *, op_integraal: bool
) -> Resultaat:
    """Return the lines of one kind that share a phase with a line of the other kind."""
    integraal, mono = _integraal_en_mono(w)
    integraal = [post for post in integraal if wanneer.bevat(_op(post))]
    if not integraal:
        return NIET_VAN_TOEPASSING
    doel, tegen = (integraal, mono) if op_integraal else (mono, integraal)
    per_fase: dict[Fase, set[str]] = {}
    for post in tegen:
        for fase in fasen_van(post.prestatie_id):
            per_fase.setdefault(fase, set()).add(post.declaratieregel.zorgaanbieder_agb)
    meldingen: list[Melding] = []
    for post in doel:
        # Only the line of another provider (a third party) blocks an integrale prestatie.
        eigen = {post.declaratieregel.zorgaanbieder_agb} if op_integraal else set()
        aanbieders = [per_fase.get(fase, eigen) for fase in fasen_van(post.prestatie_id)]
        if any(len(deze) > len(deze & eigen) for deze in aanbieders):
            meldingen.append(breuk(post.pad("prestatie"), reden))
    return uitslag(meldingen, True)


@regel(
    code="GZ-IGO-005",
    titel=Tekst(
        "In het experiment blokkeert een monodisciplinaire declaratie de integrale prestatie",
        "In the experiment a monodisciplinary declaration blocks the integrale prestatie",
    ),
    soorten=("dossier",),
    bron=_BUNDELBREKER,
    velden=("/declaratieregels/*/prestatie",),
    geldig=Looptijd(van=EXPERIMENT.van, tot_en_met=EXPERIMENT.tot_en_met),
    peildatum=Peildatum.PRESTATIE,
    redenen={
        "geblokkeerd": Tekst(
            "Een derde declareert voor dezelfde vrouw en fase monodisciplinair; in het experiment "
            "(tot en met 2022) kon de integrale prestatie dan niet worden gedeclareerd. Laat de "
            "integrale prestatie weg, of laat de ander zijn regel crediteren.",
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
    soorten=("dossier",),
    bron=_DUBBEL,
    velden=("/declaratieregels/*/prestatie",),
    geldig=REGULIER,
    peildatum=Peildatum.PRESTATIE,
    redenen={
        "dubbel": Tekst(
            "Voor dezelfde vrouw en fase is ook een integrale prestatie gedeclareerd, die deze "
            "zorg omvat. Laat een van beide weg.",
            "For the same woman and phase an integrale prestatie was declared too, which includes "
            "this care. Leave one of them out.",
        )
    },
    retourcodes=("0587",),
)
def geen_dubbele_bekostiging(w: Werkblad) -> Resultaat:
    """From 2023 care in the bundle is paid once for the same woman and phase."""
    return _samenloop(w, REGULIER, "dubbel", op_integraal=False)
