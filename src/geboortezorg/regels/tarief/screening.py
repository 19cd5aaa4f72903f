"""Prenatal screening and group care: who may declare what, and to whom."""

from collections.abc import Iterable
from datetime import date
from operator import itemgetter
from typing import Final

from geboortezorg.bron import Verificatie
from geboortezorg.geld import Exact
from geboortezorg.model.overeenkomst import Screeningscontract
from geboortezorg.model.prestatie import Prestatie, Regime
from geboortezorg.regels.context import Context
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
from geboortezorg.regels.stukken import Stukken
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Gevonden
from geboortezorg.tabellen.bronnen import bron
from geboortezorg.tabellen.normen import GevondenNorm
from geboortezorg.zorggeval import Post

TOESLAG_CB_IPG: Final = "verloskunde-toeslag-cb-ipg"
_COMBINATIETEST: Final = frozenset(
    {
        "combinatietest-eerste",
        "combinatietest-volgend",
        "nt-meting-eerste-met-indicatie",
        "nt-meting-eerste-zonder-indicatie",
        "nt-meting-volgend-met-indicatie",
        "nt-meting-volgend-zonder-indicatie",
    }
)
"""What asked for a contract by the decision of 2013; the page of today no longer names it."""
MET_CONTRACT: Final = _COMBINATIETEST | {
    "counseling-prenatale-screening",
    "seo-eerste",
    "seo-volgend",
}
"""Prestaties that need a contract with a regional centre."""

_SCREENING: Final = Regime.PRENATALE_SCREENING
_PNS_TARIEF: Final = bron("tarief-pns-tarief")
_PNS_TWEEDE: Final = bron("tarief-pns-tweede")
_PNS_CONTRACT: Final = bron("tarief-pns-contract")
_VERLOSKUNDE_2013: Final = bron("tarief-verloskunde-2013")
_CB_IPG: Final = bron("tarief-cb-ipg")
_SPSRU_2017: Final = bron("tarief-spsru-2017")

_OPSLAG: Final = "seo-opslag-regionaal-centrum"
_SEO: Final = "seo-eerste"
_INBEGREPEN: Final = "seo-opslag-inbegrepen"
"""The norm that holds on the days on which the tariff of a first SEO includes its surcharge."""


def _posten_met(w: Werkblad, namen: frozenset[str]) -> list[Post]:
    return [post for post in w.posten if post.telt and post.prestatie_id in namen]


@regel(
    code="GZ-SCREENING-001",
    versie=2,
    titel=Tekst(
        "Een SEO die de Rijksbegroting betaalt gaat niet naar de verzekeraar",
        "A SEO that the state budget pays is not declared to the insurer",
    ),
    soorten=("dossier", "declaratie"),
    bron=(_PNS_TARIEF, _PNS_TWEEDE),
    velden=("/declaratieregels/*/periode", "/declaratieregels/*/prestatie"),
    peildatum=Peildatum.LEVERING,
    nodig=Nodig(regimes=(Regime.PRENATALE_SCREENING,)),
    aanleiding=Nodig(trekken=(Trek.RIJKSBEGROTING,)),
    redenen={
        "niet_bij_verzekeraar": Tekst(
            "Deze SEO wordt sinds {vanaf} via het regionaal centrum uit Peridos betaald. Laat de "
            "declaratieregel weg.",
            "Since {vanaf} this SEO is paid through the regional centre from Peridos. Leave the "
            "line out.",
        ),
        "over_de_grens": Tekst(
            "De periode begint voor {vanaf}, de eerste dag dat de Rijksbegroting deze SEO betaalt, "
            "en eindigt erna. Vul de dag van het onderzoek in.",
            "The period begins before {vanaf}, the first day on which the state budget pays this "
            "SEO, and ends after it. Supply the day of the examination.",
        ),
    },
    retourcodes=("0613",),
)
def betaald_uit_de_rijksbegroting(w: Werkblad) -> Resultaat:
    """What the state budget pays on that day is paid without a declaration."""
    meldingen: list[Melding] = []
    toegepast = False
    for post in w.posten:
        prestatie = post.prestatie
        if not post.telt or prestatie is None or prestatie.regime is not _SCREENING:
            continue
        toegepast = True
        eerste, dag, periode = (
            vanaf(prestatie),
            prestatie.rijksbegroting_vanaf,
            post.declaratieregel.periode,
        )
        if eerste is None or periode.tot_en_met < eerste:
            continue
        if periode.van < eerste:
            meldingen.append(onbeoordeeld(post.pad("periode"), "over_de_grens", vanaf=dag))
        else:
            meldingen.append(breuk(post.pad("prestatie"), "niet_bij_verzekeraar", vanaf=dag))
    return uitslag(meldingen, toegepast)


def vanaf(prestatie: Prestatie) -> date | None:
    """Return the first day on which no insurer pays it; None for what the state budget never pays.

    What began on the first day of the state budget was never paid by an insurer.
    """
    dag = prestatie.rijksbegroting_vanaf if prestatie.regime is _SCREENING else None
    return date.min if dag is not None and dag == prestatie.van else dag


@regel(
    code="GZ-SCREENING-002",
    versie=4,
    titel=Tekst(
        "Prenatale screening alleen met contract en kwaliteitsovereenkomst",
        "Prenatal screening only with a contract and a quality agreement",
    ),
    soorten=("dossier", "declaratie"),
    bron=(_PNS_CONTRACT, _VERLOSKUNDE_2013),
    velden=("/declaratieregels/*/zorgaanbieder_agb", "/declaratieregels/*/periode"),
    peildatum=Peildatum.LEVERING,
    nodig=Nodig(prestaties=tuple(sorted(MET_CONTRACT))),
    aanleiding=Nodig(trekken=(Trek.SCREENINGSCONTRACT,)),
    redenen={
        "zonder_contract": Tekst(
            "De zorgaanbieder had op die dag geen contract met een regionaal centrum. Sluit er "
            "een, of laat de declaratieregel weg.",
            "On that day the provider had no contract with a regional centre. Conclude one, or "
            "leave the line out.",
        ),
        "zonder_kwaliteitsovereenkomst": Tekst(
            "De zorgverlener had op die dag geen kwaliteitsovereenkomst met het regionaal centrum. "
            "Sluit er een, of laat de declaratieregel weg.",
            "On that day the care provider had no quality agreement with the regional centre. "
            "Conclude one, or leave the line out.",
        ),
        "contract_onbekend": Tekst(
            "Of de zorgaanbieder een contract met een regionaal centrum had, is niet bekend. Geef "
            "de screeningscontracten mee.",
            "Whether the provider had a contract with a regional centre is not known. Supply the "
            "screeningscontracten.",
        ),
        "niet_tot_het_einde": Tekst(
            "Het contract geldt op de eerste dag van de periode en niet op de laatste. Vul als periode "
            "de dag van het onderzoek of gesprek in, of geef ook het contract van de laatste dag mee.",
            "The contract holds on the first day of the period and not on the last. Supply the day of "
            "the examination or talk as the period, or the contract of the last day too.",
        ),
        "alleen_van_aanbieder": Tekst(
            "Alleen het dossier noemt dit contract; de context geeft alle contracten, en dit niet. "
            "Controleer of het bestaat, en geef het dan in de context.",
            "Only the dossier names this contract; the context gives every contract, and not this "
            "one. Check whether it exists, and if so give it in the context.",
        ),
    },
    retourcodes=("0613",),
)
def contract_regionaal_centrum(w: Werkblad) -> Resultaat:
    """The organisation has a contract and the care provider a quality agreement on that day.

    What the context says of a provider and a day outranks what the document says. A document may
    bring its own contract as long as the context, complete or not, names none at all.
    """
    posten = _posten_met(w, MET_CONTRACT)
    if not posten:
        return NIET_VAN_TOEPASSING
    dossier = w.dossier
    eigen = _per_aanbieder(() if dossier is None else dossier.screeningscontracten)
    betaler = w.context.gedeeld(van_betaler)
    volledig = w.context.screeningscontracten_volledig
    meldingen: list[Melding] = []

    def reden_op(dag: date, agb: str) -> str | None:
        reden = contractreden(dag, betaler.get(agb))
        if reden != "geen":
            return reden
        reden = contractreden(dag, eigen.get(agb))
        if reden is None and volledig and betaler:
            return "alleen_van_aanbieder"
        if reden == "geen":
            return "zonder_contract" if volledig else "contract_onbekend"
        return reden

    for post in posten:
        agb, periode = post.declaratieregel.zorgaanbieder_agb, post.declaratieregel.periode
        reden, pad = reden_op(periode.van, agb), post.pad("zorgaanbieder_agb")
        if reden in {"contract_onbekend", "alleen_van_aanbieder"}:
            vermoeden = reden == "alleen_van_aanbieder"
            meldingen.append(onbeoordeeld(pad, reden, vermoeden=vermoeden))
        elif reden is not None:
            grond = Verificatie.AFGELEID if post.prestatie_id in _COMBINATIETEST else None
            meldingen.append(breuk(pad, reden, verificatie=grond))
        elif periode.dagen > 1 and reden_op(periode.tot_en_met, agb) is not None:
            pad = post.pad("periode")
            meldingen.append(onbeoordeeld(pad, "niet_tot_het_einde", vermoeden=True))
    return uitslag(meldingen, van_toepassing=True)


_Contracten = tuple[Stukken[Screeningscontract], Stukken[Screeningscontract]]
"""The contracts of one provider: all, and those with a quality agreement."""


def _per_aanbieder(contracten: Iterable[Screeningscontract]) -> dict[str, _Contracten]:
    uit: dict[str, list[Screeningscontract]] = {}
    for contract in contracten:
        uit.setdefault(contract.zorgaanbieder_agb, []).append(contract)
    return {agb: _met_kwaliteit(eigen) for agb, eigen in uit.items()}


def _met_kwaliteit(contracten: list[Screeningscontract]) -> _Contracten:
    """Return the contracts twice: most often all of them have the agreement."""
    alle = Stukken(contracten)
    if all(contract.kwaliteitsovereenkomst for contract in contracten):
        return alle, alle
    return alle, Stukken(c for c in contracten if c.kwaliteitsovereenkomst)


def van_betaler(context: Context) -> dict[str, _Contracten]:
    """Return the contracts that a context gives, by provider."""
    return _per_aanbieder(context.screeningscontracten)


def contractreden(dag: date, contracten: _Contracten | None) -> str | None:
    """Return what is wrong with a day by the contracts of a provider; None when they cover it."""
    if contracten is None:
        return "geen"
    alle, met_kwaliteit = contracten
    if met_kwaliteit.op(dag):
        return None
    return "zonder_kwaliteitsovereenkomst" if alle.op(dag) else "geen"


@regel(
    code="GZ-SCREENING-003",
    versie=3,
    titel=Tekst(
        "De toeslag groepszorg (CB-IPG) is er eenmaal per zwangere",
        "The surcharge for group care (CB-IPG) is once per pregnant woman",
    ),
    soorten=("dossier", "declaratie"),
    bron=_CB_IPG,
    velden=("/declaratieregels/*/prestatie",),
    peildatum=Peildatum.PRESTATIE,
    nodig=Nodig(prestaties=(TOESLAG_CB_IPG,)),
    redenen={
        "andere_praktijk": Tekst(
            "Een andere praktijk declareert de toeslag voor dezelfde zwangere al. Laat er een weg.",
            "Another practice already declares the surcharge for the same woman. Leave one out.",
        )
    },
    retourcodes=("0587",),
)
def groepszorg_eenmaal(w: Werkblad) -> Resultaat:
    """The surcharge is once per pregnancy; twice by one practice is GZ-SAMENLOOP-003."""
    meldingen: list[Melding] = []
    toegepast = elders = False
    for geval in w.zorggevallen:
        met_toeslag = bool(geval.van((TOESLAG_CB_IPG,)))
        toegepast = toegepast or met_toeslag
        elders = elders or (met_toeslag and not geval.een_vrouw)
        for posten in geval.zwangerschappen if geval.een_vrouw else ():
            gezien: set[str] = set()
            for post in posten:
                if post.prestatie_id != TOESLAG_CB_IPG:
                    continue
                praktijk = post.declaratieregel.zorgaanbieder_agb
                if gezien and praktijk not in gezien:
                    meldingen.append(breuk(post.pad("prestatie"), "andere_praktijk"))
                gezien.add(praktijk)
    return uitslag(meldingen, toegepast, elders=elders)


@regel(
    code="GZ-SCREENING-004",
    titel=Tekst(
        "De opslag op de SEO staat niet naast een SEO die haar al bevat",
        "The surcharge on the SEO does not stand beside a SEO that includes it already",
    ),
    soorten=("dossier", "declaratie"),
    bron=_SPSRU_2017,
    velden=("/declaratieregels/*/prestatie",),
    peildatum=Peildatum.LEVERING,
    nodig=Nodig(prestaties=(_OPSLAG,)),
    redenen={
        "al_inbegrepen": Tekst(
            "Het maximum van de eerste SEO is inclusief deze opslag, en met haar is meer gedeclareerd. "
            "Laat de opslag weg, of verlaag het tarief van de SEO.",
            "The maximum of the first SEO includes this surcharge, and with it more is declared. "
            "Leave the surcharge out, or lower the tariff of the SEO.",
        ),
        "zonder_seo": Tekst(
            "De opslag hoort bij een eerste SEO, en die staat er voor deze vrouw niet. Of zij er al "
            "in is begrepen, is niet bekend: declareer beide in een document, of laat de opslag weg.",
            "The surcharge is on a first SEO, and of this woman there is none. Whether that includes "
            "it already is not known: declare both in one document, or leave the surcharge out.",
        ),
    },
    retourcodes=("0587",),
)
def opslag_niet_dubbel(w: Werkblad) -> Resultaat:
    """A first SEO and its surcharge are together no dearer than a tariff that includes both."""
    meldingen: list[Melding] = []
    toegepast = elders = False
    for geval in w.zorggevallen:
        opslagen = bool(geval.van((_OPSLAG,)))
        toegepast = toegepast or opslagen
        elders = elders or (opslagen and not geval.een_vrouw)
        for posten in geval.zwangerschappen if geval.een_vrouw else ():
            seos = [post for post in posten if post.prestatie_id == _SEO]
            krapste = _krapste(w, seos)
            for post in posten:
                if post.prestatie_id != _OPSLAG:
                    continue
                pad = post.pad("prestatie")
                if krapste is not None and post.tarief is not None and post.tarief > krapste[0]:
                    bron_ = krapste[1].bron
                    melding = onbeoordeeld(pad, "al_inbegrepen", vermoeden=True, bron=bron_)
                    meldingen.append(melding)
                elif not seos:
                    meldingen.append(onbeoordeeld(pad, "zonder_seo"))
    return uitslag(meldingen, toegepast, elders=elders)


def _krapste(w: Werkblad, seos: Iterable[Post]) -> tuple[Exact, GevondenNorm] | None:
    """Return the least that a SEO leaves of a maximum that includes the surcharge, and by what norm."""
    over: list[tuple[Exact, GevondenNorm]] = []
    for seo in seos:
        norm = w.context.normen.lookup(_INBEGREPEN, seo.declaratieregel.periode.van)
        antwoord = seo.tariefantwoord
        hoogste = antwoord.tarief.bedrag_eurocent if isinstance(antwoord, Gevonden) else None
        if isinstance(norm, GevondenNorm) and hoogste is not None and seo.tarief is not None:
            over.append((hoogste - seo.tarief, norm))
    return min(over, key=itemgetter(0), default=None)
