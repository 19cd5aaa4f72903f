"""Who had the care after whom: held against going through all zorgepisodes for each of them."""

from datetime import date, timedelta

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from geboortezorg.model.dossier import Dossier
from geboortezorg.model.partijen import Partijsoort, Zorgaanbieder
from geboortezorg.model.zorgepisode import Verwijzing, Verwijzingsoort, Zorgepisode
from geboortezorg.model.zwangerschap import WijzeEinde, Zwangerschap
from geboortezorg.regels.rollen import ernaast
from geboortezorg.regels.tarief.opvolging import Opvolging, einde, verwezen
from geboortezorg.tijd import Looptijd

BEGIN = date(2023, 1, 1)
SOORTEN = {
    "08001234": Partijsoort.VERLOSKUNDIGENPRAKTIJK,
    "08005678": Partijsoort.VERLOSKUNDIGENPRAKTIJK,
    "06010101": Partijsoort.ZIEKENHUIS,
    "33001234": Partijsoort.KRAAMZORGORGANISATIE,
}


def _aanbieder(agb: str) -> Zorgaanbieder:
    return Zorgaanbieder(naam="Een", partijsoort=SOORTEN[agb], agb_code=agb)


def _beurt(agb: str, van: int, duur: int | None, naar: str | None) -> Zorgepisode:
    verwijzing = Verwijzing(
        verwijzingsoort=Verwijzingsoort.CONSULT if naar is None else Verwijzingsoort.OVERNAME,
        datum=BEGIN,
        naar=None if naar is None else _aanbieder(naar),
    )
    begin = BEGIN + timedelta(days=van)
    tot_en_met = None if duur is None else begin + timedelta(days=duur)
    return Zorgepisode(
        zorgepisode_id=f"{agb}-{van}-{duur}",
        zorgaanbieder=_aanbieder(agb),
        looptijd=Looptijd(van=begin, tot_en_met=tot_en_met),
        verwijzingen=(verwijzing,),
    )


BEURTEN = st.lists(
    st.builds(
        _beurt,
        st.sampled_from([*SOORTEN]),
        st.integers(0, 4),
        st.none() | st.integers(0, 3),
        st.sampled_from([None, None, None, *SOORTEN]),
    ),
    max_size=6,
)


def _na(episodes: list[Zorgepisode], eigen: Zorgepisode) -> str | None:
    """Return the same, as it is said."""
    (verwijzing,) = eigen.verwijzingen
    if verwijzing.naar is not None:
        return verwijzing.naar.agb_code
    later = [
        e
        for e in episodes
        if not ernaast(e.zorgaanbieder)
        and e.looptijd.van >= eigen.looptijd.van
        and e.zorgaanbieder.agb_code != eigen.zorgaanbieder.agb_code
    ]
    if not later:
        return None
    return min(later, key=lambda e: e.looptijd.van).zorgaanbieder.agb_code


def _naar_niemand(episodes: list[Zorgepisode], eigen: Zorgepisode, agb: str) -> bool:
    if eigen.verwijzingen[0].naar is not None:
        return False
    beurten = [e for e in episodes if not ernaast(e.zorgaanbieder)]
    eigene = [e.looptijd.van for e in beurten if e.zorgaanbieder.agb_code == agb]
    van = min(eigene, default=date.min)
    return all(einde(e) <= van for e in beurten if e.zorgaanbieder.agb_code != agb)


def _opvolging(episodes: list[Zorgepisode], wijze: WijzeEinde | None) -> Opvolging:
    zwangerschap = Zwangerschap(wijze_einde=wijze)
    dossier = Dossier(referentie="een", zwangerschap=zwangerschap, zorgepisodes=tuple(episodes))
    return Opvolging(dossier)


@given(BEURTEN)
@example([_beurt("33001234", 3, None, None), _beurt("08001234", 0, 1, None)])
@example([_beurt("06010101", 0, 1, None), _beurt("08001234", 0, 1, None)])
@example([_beurt("08001234", 0, 1, None), _beurt("08001234", 1, 1, None)])
def test_wie_er_na_kwam(episodes: list[Zorgepisode]) -> None:
    """Sorting once finds what going through all of them finds."""
    opvolging = _opvolging(episodes, WijzeEinde.PARTUS)
    zonder_bevalling = _opvolging(episodes, None)
    assert opvolging.na(None) is None
    assert opvolging.naar_niemand(None, "08001234") in {True, False}
    for eigen in episodes:
        gevonden = opvolging.na(eigen)
        assert (None if gevonden is None else gevonden.agb_code) == _na(episodes, eigen)
        assert opvolging.na(eigen) is gevonden
        for agb in SOORTEN:
            assert opvolging.naar_niemand(eigen, agb) == _naar_niemand(episodes, eigen, agb)
            assert not zonder_bevalling.naar_niemand(eigen, agb)


def test_de_laatste_overname_telt() -> None:
    """Of several takeovers the last one by its day says who has the care, whatever their order."""
    een = _beurt("08001234", 0, 9, "06010101")
    (verwijzing,) = een.verwijzingen
    ander = attrs.evolve(verwijzing, datum=BEGIN - timedelta(days=1), naar=_aanbieder("08005678"))
    for verwijzingen in ((verwijzing, ander), (ander, verwijzing), (verwijzing, verwijzing)):
        naar = verwezen(attrs.evolve(een, verwijzingen=verwijzingen))
        assert naar is verwijzing.naar
    gelijk = attrs.evolve(ander, datum=verwijzing.datum)
    assert verwezen(attrs.evolve(een, verwijzingen=(gelijk, verwijzing))) is gelijk.naar
    zonder = attrs.evolve(ander, datum=None)
    assert verwezen(attrs.evolve(een, verwijzingen=(zonder,))) is ander.naar
