"""What the payer gives in the context, and a VSV's declaratie rests on, holds by itself."""

from collections.abc import Iterator
from typing import Any, Final

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
    Melding,
    Regel,
    Resultaat,
    Tekst,
    Uitslag,
    breuk,
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


@regel(
    code="GZ-BEKOSTIGING-012",
    titel=Tekst(
        "Wat de betaler in de context geeft, klopt op zichzelf",
        "What the payer gives in the context holds by itself",
    ),
    soorten=("vsv_declaratie",),
    bron=bronnen.SCHEMA,
    velden=("/overeenkomst_id", "/declaratieregels/*/prestatie"),
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
    },
)
def van_betaler_klopt(w: Werkblad) -> Resultaat:
    """Nothing that a declaratie rests on in the context is refused or doubted by its own rules.

    What these rules only lack is asked for by the rule that needs it.
    """
    overeenkomsten, beschrijvingen = w.context.gedeeld(_bezwaren)
    meldingen: list[Melding] = []
    gevonden = overeenkomst_van(w)
    bezwaar = overeenkomsten.get(id(gevonden))
    if bezwaar:
        meldingen.append(_twijfel("/overeenkomst_id", "overeenkomst_klopt_niet", bezwaar))
    posten = [post for post in vsvposten(w) if post.telt and post.prestatie_id in beschrijvingen]
    for post in posten:
        bezwaar = beschrijvingen[post.prestatie_id]
        if bezwaar:
            pad = post.pad("prestatie")
            meldingen.append(_twijfel(pad, "beschrijving_klopt_niet", bezwaar))
    return uitslag(meldingen, bool(posten) or id(gevonden) in overeenkomsten)


def _twijfel(pad: str, reden: str, codes: tuple[str, ...]) -> Melding:
    # What is wrong is not the document: by itself this does not refuse it.
    return breuk(pad, reden, verificatie=Verificatie.AFGELEID, regels=", ".join(codes))


_Codes = tuple[str, ...]


def _bezwaren(context: Context) -> tuple[dict[int, _Codes], dict[str, _Codes]]:
    """Return the rules that object, by the identity of an agreement and by prestatie."""
    overeenkomsten = {id(o): tuple(_codes(context, o)) for o in context.overeenkomsten}
    beschrijvingen: dict[str, _Codes] = {}
    for een in context.prestatiebeschrijvingen:
        bekend = context.tabellen.prestatie(een.prestatie)
        naam = een.prestatie if bekend is None else bekend.prestatie_id
        eerder = beschrijvingen.get(naam, ())
        nieuw = (code for code in _codes(context, een) if code not in eerder)
        beschrijvingen[naam] = (*eerder, *nieuw)
    return overeenkomsten, beschrijvingen


def _codes(context: Context, ding: Any) -> Iterator[str]:
    soort = SOORTEN[type(ding)]
    w = Werkblad(ding, soort, context)
    for een in _OVER:
        if een.reikwijdte.geldt(soort):
            resultaat = een.toets(w)
            if not isinstance(resultaat, Uitslag) and any(
                melding.vermoeden or melding.uitkomst is Uitkomst.GESCHONDEN
                for melding in resultaat
            ):
                yield een.code
