"""Dossiers with one breach that brings questions along: lines whose tariff nobody knows.

The shipped tables have few amounts for deelprestaties, so beside the one breach such a dossier
has findings of severity `info` on what could not be judged.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import attrs

from geboortezorg.model.declaratie import Declaratieregel
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.overeenkomst import (
    Overeenkomst,
    Overeenkomstsoort,
    Prijsafspraak,
    Screeningscontract,
)
from geboortezorg.model.zorgepisode import PerinatalePeriode, Verwijzing, Verwijzingsoort
from geboortezorg.model.zwangerschap import Zwangerschap
from geboortezorg.testing import basis
from geboortezorg.testing.dossier import geldige_dossiers, nieuwe_declaratieregel
from geboortezorg.tijd import Looptijd, Periode

Breuk = Callable[[Dossier], tuple[Dossier, str]]

_IGO: Final = "53000001"
_ANDER: Final = "08999999"
_MODULE: Final = "verloskunde-module-geboortecentrum"


def _verloskunde(dossier: Dossier) -> Declaratieregel:
    """Return the line of midwifery, the last one of a valid dossier."""
    return dossier.declaratieregels[-1]


def _uur(dossier: Dossier) -> Declaratieregel:
    return next(r for r in dossier.declaratieregels if r.prestatie == "kraamzorg-uur")


def _met(dossier: Dossier, *declaratieregels: Declaratieregel) -> Dossier:
    return attrs.evolve(dossier, declaratieregels=declaratieregels)


def _dag_voor_geboorte(dossier: Dossier) -> date:
    return basis.dagen_na(dossier.zwangerschap.datum_einde or date(2023, 7, 1), -1)


def _deel(dossier: Dossier, nummer: str, prestatie: str) -> Declaratieregel:
    """Return a part of the midwifery, up to the day before birth, of the same practice."""
    heel = _verloskunde(dossier)
    periode = Periode(van=heel.periode.van, tot_en_met=_dag_voor_geboorte(dossier))
    return attrs.evolve(heel, referentienummer=nummer, prestatie=prestatie, periode=periode)


def _deel_naast_geheel(dossier: Dossier) -> tuple[Dossier, str]:
    deel = _deel(dossier, "deel", "verloskunde-volledig-prenataal")
    return _met(dossier, _verloskunde(dossier), deel), "/declaratieregels/1/prestatie"


def _deelprestatie(dossier: Dossier) -> tuple[Dossier, str]:
    heel = _deel(dossier, "heel", "verloskunde-volledig-prenataal")
    deel = _deel(dossier, "deel", "verloskunde-prenataal-na-29-weken")
    return _met(dossier, heel, deel), "/declaratieregels/1/prestatie"


def _twee_praktijken(dossier: Dossier) -> tuple[Dossier, str]:
    heel = _verloskunde(dossier)
    heel = attrs.evolve(heel, zorgepisode_id=None, startdatum_zorg=heel.periode.van)
    ander = attrs.evolve(
        heel,
        referentienummer="ander",
        zorgaanbieder_agb=_ANDER if heel.zorgaanbieder_agb != _ANDER else "08999998",
    )
    # Without zorgepisodes nobody is known to have had the care: that is for GZ-SAMENLOOP-004.
    zonder = attrs.evolve(_met(dossier, heel, ander), zorgepisodes=())
    return zonder, "/declaratieregels/1/prestatie"


def _overgenomen(dossier: Dossier) -> tuple[Dossier, str]:
    verwijzing = Verwijzing(
        datum=_dag_voor_geboorte(dossier), verwijzingsoort=Verwijzingsoort.OVERNAME
    )
    episode = attrs.evolve(
        dossier.zorgepisodes[0],
        verwijzingen=(verwijzing,),
        eindverantwoordelijk_in=(PerinatalePeriode.INTAKE, PerinatalePeriode.EERSTE_24_UUR),
    )
    heel = _deel(dossier, "heel", "verloskunde-volledig-prenataal")
    uit = attrs.evolve(_met(dossier, heel), zorgepisodes=(episode,))
    return uit, "/declaratieregels/0/prestatie"


def _deel_tot_bevalling(dossier: Dossier) -> tuple[Dossier, str]:
    deel = _deel(dossier, "deel", "verloskunde-prenataal-na-29-weken")
    return _met(dossier, deel), "/declaratieregels/0/prestatie"


def _drie_op_een_dag(dossier: Dossier) -> tuple[Dossier, str]:
    consult = _deel(dossier, "deel", "verloskunde-consult-ctg")
    bedrag = 3 * consult.tarief_eurocent
    driemaal = attrs.evolve(
        consult,
        periode=basis.dag(_dag_voor_geboorte(dossier)),
        aantal=3,
        bedrag_eurocent=bedrag,
        declaratiebedrag_eurocent=bedrag,
    )
    return _met(dossier, driemaal), "/declaratieregels/0/aantal"


def _praktijk_en_persoon(dossier: Dossier) -> tuple[Dossier, str]:
    dag = basis.dag(_dag_voor_geboorte(dossier))
    consult = _deel(dossier, "deel", "verloskunde-consult-ctg")
    start = consult.periode.van
    consult = attrs.evolve(consult, periode=dag, zorgepisode_id=None, startdatum_zorg=start)
    zelf = _ANDER if consult.zorgaanbieder_agb != _ANDER else "08999998"
    # Over two days: on one day GZ-REGEL-007 doubts it too.
    dagen = Periode(van=dag.van, tot_en_met=basis.dagen_na(dag.van, 1))
    van_praktijk = attrs.evolve(consult, behandelaar_agb=zelf, periode=dagen)
    van_persoon = attrs.evolve(consult, referentienummer="zelf", zorgaanbieder_agb=zelf)
    return _met(dossier, van_praktijk, van_persoon), "/declaratieregels/1/zorgaanbieder_agb"


def _te_laat(dossier: Dossier) -> tuple[Dossier, str]:
    deel = _deel(dossier, "deel", "verloskunde-prenataal-0-14-weken")
    # She was referred, nobody knows when: it is not told that the care stayed.
    episode = attrs.evolve(dossier.zorgepisodes[0], verwijzingen=(Verwijzing(),))
    uit = attrs.evolve(_met(dossier, deel), zorgepisodes=(episode,))
    return uit, "/declaratieregels/0/prestatie"


def _onbekende_wijk(dossier: Dossier) -> tuple[Dossier, str]:
    wijk = attrs.evolve(_verloskunde(dossier), prestatie="verloskunde-volledig-achterstandswijk")
    return attrs.evolve(_met(dossier, wijk), client=None), "/client/postcode"


def _toeslag_over_verloskunde(dossier: Dossier) -> tuple[Dossier, str]:
    heel, uur = _verloskunde(dossier), _uur(dossier)
    toeslag = attrs.evolve(
        uur,
        referentienummer="toeslag",
        prestatie="kraamzorg-toeslag-integrale-geboortezorg",
        aantal=1,
        bedrag_eurocent=uur.tarief_eurocent,
        declaratiebedrag_eurocent=uur.tarief_eurocent,
        grondslag_referentienummers=(heel.referentienummer,),
    )
    overeenkomst = Overeenkomst(
        overeenkomst_id="toeslag",
        overeenkomstsoort=Overeenkomstsoort.TOESLAG_INTEGRALE_GEBOORTEZORG,
        uzovi_code=uur.uzovi_code,
        looptijd=Looptijd(van=date(2020, 1, 1)),
        schriftelijk=True,
        zorgaanbieder_agb=uur.zorgaanbieder_agb,
    )
    uit = attrs.evolve(_met(dossier, heel, toeslag), overeenkomsten=(overeenkomst,))
    return uit, "/declaratieregels/1/grondslag_referentienummers/0"


def _integraal(dossier: Dossier, prestatie: str, dag: date) -> tuple[Declaratieregel, Overeenkomst]:
    uzovi = _verloskunde(dossier).uzovi_code
    declaratieregel = nieuwe_declaratieregel(
        "ig-0", prestatie, dag, agb=_IGO, uzovi=uzovi, tarief_eurocent=50_000
    )
    overeenkomst = Overeenkomst(
        overeenkomst_id="ig",
        overeenkomstsoort=Overeenkomstsoort.INTEGRAAL,
        uzovi_code=uzovi,
        looptijd=Looptijd(van=date(2022, 1, 1), tot_en_met=date(2023, 12, 31)),
        schriftelijk=True,
        zorgaanbieder_agb=_IGO,
        prijsafspraken=(Prijsafspraak(prestatie=prestatie, tarief_eurocent=50_000),),
    )
    return declaratieregel, overeenkomst


def _bundelbreker(dossier: Dossier) -> tuple[Dossier, str]:
    eerste = date(2022, 12, 31)
    declaratieregel, overeenkomst = _integraal(dossier, "integraal-prenataal", eerste)
    tot_bevalling = Periode(van=eerste, tot_en_met=max(eerste, _dag_voor_geboorte(dossier)))
    declaratieregel = attrs.evolve(declaratieregel, periode=tot_bevalling)
    uit = _met(dossier, declaratieregel, _verloskunde(dossier))
    return attrs.evolve(uit, overeenkomsten=(overeenkomst,)), "/declaratieregels/0/prestatie"


def _dubbel_bekostigd(dossier: Dossier) -> tuple[Dossier, str]:
    uur = _uur(dossier)
    declaratieregel, overeenkomst = _integraal(dossier, "integraal-postnataal", uur.periode.van)
    uit = attrs.evolve(_met(dossier, uur, declaratieregel), overeenkomsten=(overeenkomst,))
    return uit, "/declaratieregels/0/prestatie"


def _nazorg_voor_geboorte(dossier: Dossier) -> tuple[Dossier, str]:
    dag = _dag_voor_geboorte(dossier)
    declaratieregel, overeenkomst = _integraal(dossier, "integraal-postnataal", dag)
    uit = attrs.evolve(_met(dossier, declaratieregel), overeenkomsten=(overeenkomst,))
    return uit, "/declaratieregels/0/periode"


def _lange_bevalling(dossier: Dossier) -> tuple[Dossier, str]:
    verloskunde, geboorte = _verloskunde(dossier), basis.dagen_na(_dag_voor_geboorte(dossier), 1)
    declaratieregel = nieuwe_declaratieregel(
        "nataal",
        "verloskunde-volledig-nataal",
        basis.dagen_na(geboorte, -8),
        agb=verloskunde.zorgaanbieder_agb,
        uzovi=verloskunde.uzovi_code,
        tarief_eurocent=1000,
        tot_en_met=geboorte,
    )
    uit = _met(dossier, attrs.evolve(declaratieregel, zorgepisode_id=verloskunde.zorgepisode_id))
    return uit, "/declaratieregels/0/periode"


def _screening(dossier: Dossier, agb: str, prestatie: str, dag: date, tarief: int) -> Dossier:
    declaratieregel = nieuwe_declaratieregel(
        f"sc-{agb}",
        prestatie,
        dag,
        agb=agb,
        uzovi=_verloskunde(dossier).uzovi_code,
        tarief_eurocent=tarief,
    )
    return attrs.evolve(dossier, declaratieregels=(*dossier.declaratieregels, declaratieregel))


def _eerste_trimester(dossier: Dossier) -> tuple[Dossier, str]:
    agb = _verloskunde(dossier).zorgaanbieder_agb
    uit = _screening(dossier, agb, "eerste-trimester-seo", date(2023, 1, 10), 11_788)
    return uit, f"/declaratieregels/{len(dossier.declaratieregels)}/prestatie"


def _zonder_kwaliteit(dossier: Dossier) -> tuple[Dossier, str]:
    agb = _verloskunde(dossier).zorgaanbieder_agb
    contract = Screeningscontract(
        zorgaanbieder_agb=agb,
        regionaal_centrum="Verzonnen regionaal centrum",
        looptijd=Looptijd(van=date(2020, 1, 1)),
        kwaliteitsovereenkomst=False,
    )
    # Halfway the pregnancy; of a birth early in 2023 no tariff of a SEO is known.
    dag = basis.dagen_na(dossier.zwangerschap.datum_einde or date(2023, 5, 1), -140)
    uit = _screening(dossier, agb, "seo-eerste", dag, 15_703)
    pad = f"/declaratieregels/{len(dossier.declaratieregels)}/zorgaanbieder_agb"
    return attrs.evolve(uit, screeningscontracten=(contract,)), pad


def _twee_keer_groepszorg(dossier: Dossier) -> tuple[Dossier, str]:
    agb = _verloskunde(dossier).zorgaanbieder_agb
    declaratieregels = [
        _screening(
            dossier, praktijk, "verloskunde-toeslag-cb-ipg", date(2024, 5, 2), 7000
        ).declaratieregels[-1]
        for praktijk in (agb, _ANDER if agb != _ANDER else "08999998")
    ]
    # The surcharge exists since 2024: of a pregnancy of which nothing else is told.
    uit = attrs.evolve(
        _met(dossier, *declaratieregels), zwangerschap=Zwangerschap(), kinderen=(), zorgepisodes=()
    )
    return uit, "/declaratieregels/1/prestatie"


def _opslag_naast_seo(dossier: Dossier) -> tuple[Dossier, str]:
    dag = date(2017, 5, 2)
    seo = _screening(dossier, "08001234", "seo-eerste", dag, 16_492).declaratieregels[-1]
    opslag = _screening(dossier, _ANDER, "seo-opslag-regionaal-centrum", dag, 1825)
    # Of a pregnancy of which nothing else is told.
    los = attrs.evolve(dossier, zwangerschap=Zwangerschap(), kinderen=(), zorgepisodes=())
    return _met(los, seo, opslag.declaratieregels[-1]), "/declaratieregels/1/prestatie"


def _module_zonder_overeenkomst(dossier: Dossier) -> tuple[Dossier, str]:
    agb = _verloskunde(dossier).zorgaanbieder_agb
    dag = basis.dagen_na(dossier.zwangerschap.datum_einde or date(2023, 5, 1), 0)
    lijn = _screening(dossier, agb, _MODULE, dag, 51_850).declaratieregels[-1]
    # Where the child was born is not told, nor that it was.
    los = attrs.evolve(dossier, zwangerschap=Zwangerschap(), kinderen=(), zorgepisodes=())
    return _met(los, lijn), "/declaratieregels/0/prestatie"


_BREUKEN: Final[Mapping[str, Breuk]] = MappingProxyType(
    {
        "GZ-PRESTATIE-002": _te_laat,
        "GZ-TARIEF-006": _module_zonder_overeenkomst,
        "GZ-TARIEF-003": _toeslag_over_verloskunde,
        "GZ-SAMENLOOP-001": _deel_naast_geheel,
        "GZ-SAMENLOOP-002": _deelprestatie,
        "GZ-REGEL-007": _drie_op_een_dag,
        "GZ-SAMENLOOP-004": _overgenomen,
        "GZ-SAMENLOOP-005": _twee_praktijken,
        "GZ-SAMENLOOP-006": _deel_tot_bevalling,
        "GZ-REGEL-008": _lange_bevalling,
        "GZ-REGEL-009": _praktijk_en_persoon,
        "GZ-SCREENING-001": _eerste_trimester,
        "GZ-SCREENING-002": _zonder_kwaliteit,
        "GZ-SCREENING-003": _twee_keer_groepszorg,
        "GZ-SCREENING-004": _opslag_naast_seo,
        "GZ-IGO-005": _bundelbreker,
        "GZ-IGO-006": _dubbel_bekostigd,
        "GZ-IGO-007": _nazorg_voor_geboorte,
    }
)

_GELDIGE: Final = geldige_dossiers(min_kraamdagen=1)

PROEFBREUKEN: Final = (
    *basis.proefbreuken("dossier", _GELDIGE, _BREUKEN, basis.Naast.VRAGEN),
    *basis.proefbreuken(
        "dossier", _GELDIGE, {"GZ-PRESTATIE-004": _onbekende_wijk}, basis.Naast.ALLES
    ),
)
"""What this module can break, for :func:`geboortezorg.testing.documents`."""
