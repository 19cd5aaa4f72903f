"""Dossiers with kraamzorg: valid ones, and ones with exactly one breach.

The births are in 2025, because the eigen bijdrage of that year is known from the law. Breaches of
rules on declared lines start from dossiers of 2023, whose tariffs the shipped tables know.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from geboortezorg.berekening.kraamzorg import uren as berekening
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.kraamzorg import (
    Bijdragesoort,
    EigenBijdrage,
    GeleverdeKraamzorg,
    Indicatiegrond,
    Indicatiemoment,
    Indicatieprotocol,
    Kraamzorgindicatie,
    Kraamzorguitzondering,
    Partusassistentie,
    Voeding,
)
from geboortezorg.model.zwangerschap import Kind, WijzeEinde, Zwangerschap
from geboortezorg.testing import basis, kraamzorgregels
from geboortezorg.testing.dossier import geldige_dossiers, nieuwe_declaratieregel

EIGEN_BIJDRAGE_2025: Final = 540
"""Eigen bijdrage of 2025 per hour at home in eurocents, as in `eigen-bijdrage-kraamzorg-2025`."""

_UUR: Final = 60
_PAKKET: Final = {Voeding.BORSTVOEDING: 49 * _UUR, Voeding.KUNSTVOEDING: 45 * _UUR}
_MAXIMUM: Final = 80 * _UUR
_DAGEN_LIP: Final = 10
_DAGEN_AANSPRAAK: Final = 42
_BIJ_GEBOORTE: Final = tuple(m for m in Indicatiemoment if m is not Indicatiemoment.DAG_8)
_BEGIN: Final = date(2025, 1, 1)
_EIND: Final = date(2025, 11, 15)
_TOESLAG: Final = "kraamzorg-toeslag-integrale-geboortezorg"


def _dossier(nummer: int, geboorte: date, eerste_kind: bool) -> Dossier:
    return Dossier(
        referentie=f"pseudoniem-{nummer}",
        zwangerschap=Zwangerschap(
            a_terme_datum=basis.dagen_na(geboorte, 3),
            datum_einde=geboorte,
            wijze_einde=WijzeEinde.PARTUS,
            graviditeit=1 if eerste_kind else 2,
            pariteit=0 if eerste_kind else 1,
            aantal_geboren_kinderen=1,
        ),
        kinderen=(Kind(rangnummer=1, geboren=True, levend_geboren=True, geboortedatum=geboorte),),
    )


def _dagen(
    geboorte: date, nummers: range | tuple[int, ...], minuten: int
) -> tuple[GeleverdeKraamzorg, ...]:
    """Return equal days of kraamzorg by their number; the day of birth is day 1."""
    return tuple(
        GeleverdeKraamzorg(datum=basis.dagen_na(geboorte, nummer - 1), duur_minuten=minuten)
        for nummer in nummers
    )


def _thuis(dagen: tuple[GeleverdeKraamzorg, ...], uren: int) -> tuple[EigenBijdrage, ...]:
    return tuple(
        EigenBijdrage(
            bijdragesoort=Bijdragesoort.THUIS,
            periode=basis.dag(dag.datum),
            bedrag_eurocent=uren * EIGEN_BIJDRAGE_2025,
            duur_minuten=uren * _UUR,
        )
        for dag in dagen
    )


@st.composite
def geldige_kraamzorgdossiers(draw: st.DrawFn) -> Dossier:
    """Return dossiers that give no finding at all: born in 2025, with kraamzorg by day.

    Some go on after day 10 by exception; some have days in hospital or partusassistentie.
    """
    geboorte = draw(basis.datums(_BEGIN, _EIND))
    eerste_kind = draw(st.booleans())
    voeding = draw(st.sampled_from(Voeding))
    pakket = _PAKKET[voeding]
    maatwerk = draw(st.sampled_from((None, -600, 0, 600, 1440)))
    geindiceerd = pakket + (maatwerk or 0)
    partus = draw(st.none() | st.integers(30, 300))
    laatste = draw(st.sampled_from((1, 5, 8, 10, 11, 20, _DAGEN_AANSPRAAK)))
    verlengd = laatste > _DAGEN_LIP
    eerste = 1 if verlengd else draw(st.integers(1, laatste))
    # Who begins late tells whether there were days in hospital.
    ziekenhuisdagen = draw(st.sampled_from((0, 1, 2) if eerste > 2 else (None, 0, 1, 2)))
    aftrek = berekening.aftrek_ziekenhuis(geindiceerd, ziekenhuisdagen or 0).__floor__()
    uren = min((geindiceerd - aftrek - _UUR) // (laatste - eerste + 1) // _UUR, 12)
    geleverd = _dagen(geboorte, range(eerste, laatste + 1), max(uren, 1) * _UUR)
    geleverd = geleverd if uren else ()
    uitzondering = Kraamzorguitzondering(
        tot_en_met=basis.dagen_na(geboorte, laatste - 1),
        gemotiveerd=True,
        door_verloskundige=True,
        overlegd=True,
    )
    return attrs.evolve(
        _dossier(draw(st.integers(1, 999_999)), geboorte, eerste_kind),
        kraamzorgindicaties=(
            Kraamzorgindicatie(
                datum=geboorte,
                indicatieprotocol=Indicatieprotocol.LIP,
                protocolversie=draw(st.sampled_from((None, "3"))),
                indicatiemoment=draw(st.none() | st.sampled_from(_BIJ_GEBOORTE)),
                geindiceerd_minuten=geindiceerd,
                voeding=voeding,
                eerste_kind=eerste_kind,
                maatwerk_minuten=maatwerk,
                indicatiegrond=draw(st.sampled_from(Indicatiegrond)) if maatwerk else None,
                ziekenhuisdagen=ziekenhuisdagen,
                aftrek_minuten=aftrek if ziekenhuisdagen else None,
                uitzondering=uitzondering if verlengd else None,
            ),
        ),
        geleverde_kraamzorg=geleverd,
        partusassistenties=(
            ()
            if partus is None
            else (Partusassistentie(datum=geboorte, duur_minuten=partus, medisch=False),)
        ),
        eigen_bijdragen=_thuis(geleverd, uren),
    )


Breuk = Callable[[Dossier], tuple[Dossier, str]]
"""Takes a valid dossier; returns it with one breach, and the pointer to it."""


def _met_indicatie(dossier: Dossier, **anders: Any) -> Dossier:
    """Return the dossier with its indication changed, without days in hospital or maatwerk."""
    zonder = attrs.evolve(
        dossier.kraamzorgindicaties[0],
        ziekenhuisdagen=0,
        aftrek_minuten=None,
        maatwerk_minuten=None,
        indicatiegrond=Indicatiegrond.MEDISCH,
    )
    indicatie = attrs.evolve(zonder, **anders)
    return attrs.evolve(dossier, kraamzorgindicaties=(indicatie,))


def _geboorte(dossier: Dossier) -> date:
    return dossier.zwangerschap.datum_einde or _BEGIN


def _uitzondering(dossier: Dossier, dag: int) -> Kraamzorguitzondering:
    return Kraamzorguitzondering(
        tot_en_met=basis.dagen_na(_geboorte(dossier), dag - 1),
        gemotiveerd=True,
        door_verloskundige=True,
        overlegd=True,
    )


def _boven_maximum(dossier: Dossier) -> tuple[Dossier, str]:
    uit = _met_indicatie(dossier, geindiceerd_minuten=_MAXIMUM + 1)
    return uit, "/kraamzorgindicaties/0/geindiceerd_minuten"


def _partus(dossier: Dossier) -> tuple[Dossier, str]:
    partus = Partusassistentie(datum=_geboorte(dossier), duur_minuten=_UUR + 1, medisch=False)
    uit = _met_indicatie(dossier, geindiceerd_minuten=_MAXIMUM - _UUR)
    uit = attrs.evolve(uit, partusassistenties=(partus,))
    return uit, "/kraamzorgindicaties/0/geindiceerd_minuten"


def _met_dagen(
    dossier: Dossier, nummers: range | tuple[int, ...], uitzondering: Kraamzorguitzondering | None
) -> Dossier:
    """Return the dossier with an hour of care on each of these days, and hours enough for it."""
    uit = _met_indicatie(dossier, geindiceerd_minuten=_MAXIMUM, uitzondering=uitzondering)
    dagen = _dagen(_geboorte(dossier), nummers, _UUR)
    return attrs.evolve(uit, geleverde_kraamzorg=dagen, partusassistenties=(), eigen_bijdragen=())


def _dag_11(dossier: Dossier) -> tuple[Dossier, str]:
    return _met_dagen(dossier, range(1, 12), None), "/geleverde_kraamzorg/10/datum"


def _dag_43(dossier: Dossier) -> tuple[Dossier, str]:
    laatste = _DAGEN_AANSPRAAK + 1
    uit = _met_dagen(dossier, range(1, laatste + 1), _uitzondering(dossier, laatste))
    return uit, f"/geleverde_kraamzorg/{laatste - 1}/datum"


def _zonder_motivering(dossier: Dossier) -> tuple[Dossier, str]:
    uitzondering = attrs.evolve(_uitzondering(dossier, _DAGEN_AANSPRAAK), gemotiveerd=False)
    uit = attrs.evolve(
        dossier,
        kraamzorgindicaties=(
            attrs.evolve(dossier.kraamzorgindicaties[0], uitzondering=uitzondering),
        ),
    )
    return uit, "/kraamzorgindicaties/0/uitzondering/gemotiveerd"


def _onderbroken(dossier: Dossier) -> tuple[Dossier, str]:
    dagen = (*range(1, 11), 12)
    return _met_dagen(dossier, dagen, _uitzondering(dossier, 12)), "/geleverde_kraamzorg/10/datum"


def _aftrek(dossier: Dossier) -> tuple[Dossier, str]:
    geindiceerd = dossier.kraamzorgindicaties[0].geindiceerd_minuten
    te_veel = berekening.aftrek_ziekenhuis(geindiceerd, 1).__ceil__() + 1
    uit = _met_indicatie(dossier, ziekenhuisdagen=1, aftrek_minuten=te_veel)
    dagen = _dagen(_geboorte(dossier), (1,), _UUR)
    uit = attrs.evolve(uit, geleverde_kraamzorg=dagen, eigen_bijdragen=())
    return uit, "/kraamzorgindicaties/0/aftrek_minuten"


def _te_veel_geleverd(dossier: Dossier) -> tuple[Dossier, str]:
    per_dag = dossier.kraamzorgindicaties[0].geindiceerd_minuten // 10 + 1
    dagen = _dagen(_geboorte(dossier), range(1, 11), per_dag)
    uit = attrs.evolve(dossier, geleverde_kraamzorg=dagen, eigen_bijdragen=())
    return uit, "/geleverde_kraamzorg"


def _met_bijdrage(dossier: Dossier, soort: Bijdragesoort, eurocent: int) -> tuple[Dossier, str]:
    bijdrage = EigenBijdrage(
        bijdragesoort=soort,
        periode=basis.dag(_geboorte(dossier)),
        bedrag_eurocent=eurocent,
        duur_minuten=_UUR,
        medisch=False,
    )
    uit = attrs.evolve(dossier, geleverde_kraamzorg=(), eigen_bijdragen=(bijdrage,))
    return uit, "/eigen_bijdragen/0/bedrag_eurocent"


def _toeslag(dossier: Dossier) -> tuple[Dossier, str]:
    geboorte = date(2026, 3, 1)
    uur = nieuwe_declaratieregel(
        "uur", "kraamzorg-uur", geboorte, agb="33000001", uzovi="0001", tarief_eurocent=7000
    )
    toeslag = nieuwe_declaratieregel(
        "toeslag", _TOESLAG, geboorte, agb="33000001", uzovi="0001", tarief_eurocent=700
    )
    toeslag = attrs.evolve(toeslag, grondslag_referentienummers=("uur",))
    uit = attrs.evolve(_dossier(1, geboorte, eerste_kind=True), referentie=dossier.referentie)
    return attrs.evolve(uit, declaratieregels=(uur, toeslag)), "/declaratieregels/1/prestatie"


def _indicatie_achteraf(dossier: Dossier) -> tuple[Dossier, str]:
    uit = _met_dagen(dossier, (1, 2), None)
    later = attrs.evolve(
        uit.kraamzorgindicaties[0],
        datum=basis.dagen_na(_geboorte(dossier), 5),
        indicatiemoment=None,
    )
    return attrs.evolve(uit, kraamzorgindicaties=(later,)), "/kraamzorgindicaties/0/datum"


def _maatwerk(dossier: Dossier) -> tuple[Dossier, str]:
    voeding = dossier.kraamzorgindicaties[0].voeding or Voeding.BORSTVOEDING
    uit = _met_indicatie(dossier, geindiceerd_minuten=_PAKKET[voeding], maatwerk_minuten=_UUR)
    uit = attrs.evolve(uit, geleverde_kraamzorg=(), eigen_bijdragen=(), partusassistenties=())
    return uit, "/kraamzorgindicaties/0/maatwerk_minuten"


def _ander_moment(dossier: Dossier) -> tuple[Dossier, str]:
    uit = _met_indicatie(dossier, indicatiemoment=Indicatiemoment.DAG_8)
    uit = attrs.evolve(uit, geleverde_kraamzorg=(), eigen_bijdragen=())
    return uit, "/kraamzorgindicaties/0/indicatiemoment"


def _geen_bevalling(dossier: Dossier) -> tuple[Dossier, str]:
    uit = _met_dagen(dossier, (1,), None)
    einde = _geboorte(dossier)
    zwangerschap = Zwangerschap(
        a_terme_datum=basis.dagen_na(einde, 200), datum_einde=einde, wijze_einde=WijzeEinde.MISKRAAM
    )
    uit = attrs.evolve(uit, zwangerschap=zwangerschap, kinderen=())
    return uit, "/geleverde_kraamzorg/0/datum"


def _partus_ver(dossier: Dossier) -> tuple[Dossier, str]:
    dag = basis.dagen_na(_geboorte(dossier), -3)
    partus = Partusassistentie(datum=dag, duur_minuten=_UUR, medisch=False)
    return attrs.evolve(dossier, partusassistenties=(partus,)), "/partusassistenties/0/datum"


def _partus_dagen(dossier: Dossier) -> tuple[Dossier, str]:
    """Assist at a birth from two days before it until the day after."""
    assistenties = tuple(
        Partusassistentie(
            datum=basis.dagen_na(_geboorte(dossier), na), duur_minuten=_UUR, medisch=False
        )
        for na in (-2, 1)
    )
    return attrs.evolve(dossier, partusassistenties=assistenties), "/partusassistenties/1/datum"


def _bijdrage_etmaal(dossier: Dossier) -> tuple[Dossier, str]:
    (bijdrage,) = _thuis(_dagen(_geboorte(dossier), (1,), _UUR), 25)
    uit = attrs.evolve(dossier, geleverde_kraamzorg=(), eigen_bijdragen=(bijdrage,))
    return uit, "/eigen_bijdragen/0/duur_minuten"


def _twee_aanbieders(dossier: Dossier) -> tuple[Dossier, str]:
    uit = _met_dagen(dossier, (1, 1, 2, 2), None)
    dagen = (
        attrs.evolve(dag, zorgaanbieder_agb=agb)
        for dag, agb in zip(uit.geleverde_kraamzorg, ("33000001", "33000002") * 2, strict=True)
    )
    uit = attrs.evolve(uit, geleverde_kraamzorg=tuple(dagen))
    return uit, "/geleverde_kraamzorg/3/zorgaanbieder_agb"


_BREUKEN: Final[Mapping[str, Breuk]] = MappingProxyType(
    {
        "GZ-KRAAMZORG-003": _boven_maximum,
        "GZ-KRAAMZORG-004": _partus,
        "GZ-KRAAMZORG-005": _dag_11,
        "GZ-KRAAMZORG-006": _dag_43,
        "GZ-KRAAMZORG-007": _zonder_motivering,
        "GZ-KRAAMZORG-008": _onderbroken,
        "GZ-KRAAMZORG-009": _aftrek,
        "GZ-KRAAMZORG-010": _te_veel_geleverd,
        "GZ-KRAAMZORG-011": lambda dossier: _met_bijdrage(
            dossier, Bijdragesoort.THUIS, EIGEN_BIJDRAGE_2025 + 1
        ),
        "GZ-KRAAMZORG-012": lambda dossier: _met_bijdrage(
            dossier, Bijdragesoort.PARTUSASSISTENTIE, EIGEN_BIJDRAGE_2025
        ),
        "GZ-KRAAMZORG-015": _toeslag,
        "GZ-KRAAMZORG-019": _indicatie_achteraf,
        "GZ-KRAAMZORG-020": _maatwerk,
        "GZ-KRAAMZORG-021": _geen_bevalling,
        "GZ-KRAAMZORG-022": _partus_ver,
        "GZ-KRAAMZORG-023": _bijdrage_etmaal,
        "GZ-KRAAMZORG-025": _twee_aanbieders,
        "GZ-KRAAMZORG-027": _ander_moment,
        "GZ-KRAAMZORG-028": _partus_dagen,
    }
)

PROEFBREUKEN: Final = (
    *basis.proefbreuken("dossier", geldige_kraamzorgdossiers(), _BREUKEN),
    *basis.proefbreuken("dossier", geldige_dossiers(min_kraamdagen=1), kraamzorgregels.BREUKEN),
)
"""What this module can break, for :func:`geboortezorg.testing.documents`."""
