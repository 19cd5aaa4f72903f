"""What the payer gives in the context, and a VSV's declaratie rests on, holds by itself."""

from typing import Any, Final, final

from geboortezorg.bevroren import bevroren
from geboortezorg.bron import Verificatie
from geboortezorg.documenten import SOORTEN
from geboortezorg.rapport import Uitkomst
from geboortezorg.regels import bronnen
from geboortezorg.regels.bekostiging import (
    aanwijzing,
    begin,
    besluit,
    lumpsum,
    overeenkomst,
)
from geboortezorg.regels.bekostiging.verrekening import overeenkomst_van, vsvposten
from geboortezorg.regels.context import Context
from geboortezorg.regels.regel import (
    VOLDAAN,
    Melding,
    Regel,
    Resultaat,
    Tekst,
    Uitslag,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad

_OVER: Final[tuple[Regel, ...]] = (
    begin.niet_voor_2027,
    lumpsum.binnen_lumpsum,
    besluit.tariefsoort_en_macrokader,
    besluit.stappen_en_status,
    besluit.tariefsoort_volgens_tabel,
    overeenkomst.wie_en_wat,
    overeenkomst.percentage_binnen_tabel,
    overeenkomst.tarieven_binnen_tabel,
    aanwijzing.voorhang,
    aanwijzing.na_aanwijzing,
)
"""The special rules on agreements and prestatiebeschrijvingen, wherever these stand."""

_MIST: Final = frozenset(
    een.code
    for een in (
        besluit.tariefsoort_en_macrokader,
        overeenkomst.wie_en_wat,
        aanwijzing.voorhang,
    )
)
"""Those of them that ask for what no rule on the declaratie itself asks for."""


@regel(
    code="GZ-BEKOSTIGING-012",
    titel=Tekst(
        "Wat de betaler in de context geeft, klopt op zichzelf",
        "What the payer gives in the context holds by itself",
    ),
    soorten=("vsv_declaratie",),
    bron=bronnen.SCHEMA,
    velden=("/overeenkomst_id", "/declaratieregels/*/prestatie"),
    versie=2,
    gebruikt_tabellen=True,
    redenen={
        "overeenkomst_klopt_niet": Tekst(
            "De overeenkomst hiervoor in de context klopt op zichzelf niet, volgens {regels}. "
            "Beoordeel haar als document, en verbeter haar in de context.",
            "The agreement for this in the context does not hold by itself, by {regels}. Judge it "
            "as a document, and correct it in the context.",
        ),
        "beschrijving_klopt_niet": Tekst(
            "De prestatiebeschrijving hiervoor in de context klopt op zichzelf niet, volgens "
            "{regels}. Beoordeel haar als document, en verbeter haar in de context.",
            "The prestatiebeschrijving for this in the context does not hold by itself, by "
            "{regels}. Judge it as a document, and correct it in the context.",
        ),
        "overeenkomst_onvolledig": Tekst(
            "In de overeenkomst hiervoor in de context ontbreekt wat {regels} nodig heeft. "
            "Beoordeel haar als document, en vul haar aan in de context.",
            "The agreement for this in the context lacks what {regels} needs. Judge it as a "
            "document, and complete it in the context.",
        ),
        "beschrijving_onvolledig": Tekst(
            "In de prestatiebeschrijving hiervoor in de context ontbreekt wat {regels} nodig heeft. "
            "Beoordeel haar als document, en vul haar aan in de context.",
            "The prestatiebeschrijving for this in the context lacks what {regels} needs. Judge it "
            "as a document, and complete it in the context.",
        ),
    },
)
def van_betaler_klopt(w: Werkblad) -> Resultaat:
    """Nothing that a declaratie rests on in the context is refused, doubted or unfinished by its rules.

    It is held to what would be asked of it in the declaratie; what a rule on the declaratie lacks,
    that rule asks for.
    """
    overeenkomsten, beschrijvingen = w.context.gedeeld(_bezwaren)
    meldingen: list[Melding] = []
    gevonden = overeenkomst_van(w)
    bezwaar = overeenkomsten.get(id(gevonden), _GEEN)
    if bezwaar.klopt_niet:
        meldingen.append(_twijfel("/overeenkomst_id", "overeenkomst_klopt_niet", bezwaar))
    if bezwaar.mist:
        meldingen.append(_vraag("/overeenkomst_id", "overeenkomst_onvolledig", bezwaar))
    posten = [post for post in vsvposten(w) if post.telt and post.prestatie_id in beschrijvingen]
    for post in posten:
        bezwaar, pad = beschrijvingen[post.prestatie_id], post.pad("prestatie")
        if bezwaar.klopt_niet:
            meldingen.append(_twijfel(pad, "beschrijving_klopt_niet", bezwaar))
        if bezwaar.mist:
            meldingen.append(_vraag(pad, "beschrijving_onvolledig", bezwaar))
    return uitslag(meldingen, bool(posten) or id(gevonden) in overeenkomsten)


@final
@bevroren
class _Bezwaar:
    """The codes of the rules that object to a thing, and of those that miss something in it."""

    klopt_niet: tuple[str, ...] = ()
    mist: tuple[str, ...] = ()


_GEEN: Final = _Bezwaar()


def _twijfel(pad: str, reden: str, bezwaar: _Bezwaar) -> Melding:
    # What is wrong is not the document: by itself this does not refuse it.
    regels = ", ".join(bezwaar.klopt_niet)
    return breuk(pad, reden, verificatie=Verificatie.AFGELEID, regels=regels)


def _vraag(pad: str, reden: str, bezwaar: _Bezwaar) -> Melding:
    return onbeoordeeld(pad, reden, regels=", ".join(bezwaar.mist))


def _bezwaren(context: Context) -> tuple[dict[int, _Bezwaar], dict[str, _Bezwaar]]:
    """Return the objections, by the identity of an agreement and by prestatie."""
    overeenkomsten = {id(o): _bezwaar(context, o) for o in context.overeenkomsten}
    beschrijvingen: dict[str, _Bezwaar] = {}
    for een in context.prestatiebeschrijvingen:
        bekend = context.tabellen.prestatie(een.prestatie)
        naam = een.prestatie if bekend is None else bekend.prestatie_id
        eerder, nieuw = beschrijvingen.get(naam, _GEEN), _bezwaar(context, een)
        beschrijvingen[naam] = _Bezwaar(
            tuple(dict.fromkeys(eerder.klopt_niet + nieuw.klopt_niet)),
            tuple(dict.fromkeys(eerder.mist + nieuw.mist)),
        )
    return overeenkomsten, beschrijvingen


def _bezwaar(context: Context, ding: Any) -> _Bezwaar:
    soort = SOORTEN[type(ding)]
    w = Werkblad(ding, soort, context)
    klopt_niet, mist = [], []
    for een in _OVER:
        resultaat = een.toets(w) if een.reikwijdte.geldt(soort) else VOLDAAN
        if isinstance(resultaat, Uitslag):
            continue
        if any(m.vermoeden or m.uitkomst is Uitkomst.GESCHONDEN for m in resultaat):
            klopt_niet.append(een.code)
        elif een.code in _MIST:
            mist.append(een.code)
    return _Bezwaar(tuple(klopt_niet), tuple(mist))
