"""Generated honest documents of the regimes that the strategies of the library do not make."""

from datetime import date, timedelta

import attrs
from hypothesis import strategies as st

from geboortezorg.model.declaratie import Declaratieregel
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.overeenkomst import (
    Overeenkomst,
    Overeenkomstsoort,
    Prijsafspraak,
    Screeningscontract,
)
from geboortezorg.testing.dossier import geldige_dossiers, nieuwe_declaratieregel
from geboortezorg.tijd import Looptijd

IGO = "53000001"
SEO_VANAF = date(2023, 1, 1)
"""From this day on the amount of a SEO is known."""
NOG_TE_GAAN = timedelta(days=280 - 245)
"""What is left of a pregnancy when a whole prenatal phase can hardly begin any more."""


def _geboorte(dossier: Dossier) -> date:
    geboorte = dossier.zwangerschap.datum_einde
    assert geboorte is not None
    return geboorte


def _verloskunde(dossier: Dossier) -> Declaratieregel:
    return dossier.declaratieregels[-1]


@st.composite
def integrale_dossiers(draw: st.DrawFn) -> Dossier:
    """Return dossiers of which an IGO declares the three phases, at the prices agreed."""
    dossier = draw(geldige_dossiers().filter(lambda d: _a_terme(d) - NOG_TE_GAAN >= SEO_VANAF))
    oud, geboorte = _verloskunde(dossier), _geboorte(dossier)
    prijzen = draw(st.tuples(*[st.integers(10_000, 300_000)] * 3))
    fasen = (
        ("integraal-prenataal", SEO_VANAF, geboorte),
        ("integraal-nataal", geboorte, geboorte),
        ("integraal-postnataal", geboorte, geboorte + timedelta(days=draw(st.integers(8, 42)))),
    )
    declaratieregels = tuple(
        nieuwe_declaratieregel(
            naam,
            naam,
            van,
            agb=IGO,
            uzovi=oud.uzovi_code,
            tarief_eurocent=prijs,
            tot_en_met=tot_en_met,
        )
        for (naam, van, tot_en_met), prijs in zip(fasen, prijzen, strict=True)
    )
    overeenkomst = Overeenkomst(
        overeenkomst_id="integraal",
        overeenkomstsoort=Overeenkomstsoort.INTEGRAAL,
        uzovi_code=oud.uzovi_code,
        looptijd=Looptijd(van=SEO_VANAF, tot_en_met=date(2023, 12, 31)),
        schriftelijk=True,
        zorgaanbieder_agb=IGO,
        prijsafspraken=tuple(
            Prijsafspraak(prestatie=naam, tarief_eurocent=prijs)
            for (naam, *_), prijs in zip(fasen, prijzen, strict=True)
        ),
    )
    return attrs.evolve(
        dossier, declaratieregels=declaratieregels, overeenkomsten=(overeenkomst,), zorgepisodes=()
    )


@st.composite
def screeningsdossiers(draw: st.DrawFn) -> Dossier:
    """Return dossiers with a SEO in week 19 or 20, by a practice with a contract for it."""
    dossier = draw(geldige_dossiers().filter(lambda d: _seo(d) >= SEO_VANAF))
    oud = _verloskunde(dossier)
    seo = nieuwe_declaratieregel(
        "seo",
        "seo-eerste",
        _seo(dossier) + timedelta(days=draw(st.integers(0, 13))),
        agb=oud.zorgaanbieder_agb,
        uzovi=oud.uzovi_code,
        tarief_eurocent=draw(st.integers(10_000, 17_927)),
    )
    contract = Screeningscontract(
        zorgaanbieder_agb=oud.zorgaanbieder_agb,
        regionaal_centrum="Verzonnen regionaal centrum",
        looptijd=Looptijd(van=date(2020, 1, 1)),
        kwaliteitsovereenkomst=True,
    )
    return attrs.evolve(
        dossier,
        declaratieregels=(*dossier.declaratieregels, seo),
        screeningscontracten=(contract,),
    )


def _a_terme(dossier: Dossier) -> date:
    a_terme = dossier.zwangerschap.a_terme_datum
    assert a_terme is not None
    return a_terme


def _seo(dossier: Dossier) -> date:
    return _a_terme(dossier) - timedelta(days=280 - 133)
