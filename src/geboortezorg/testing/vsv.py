"""VSVs: valid ones on any day since the basiskader, and ones with exactly one breach."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from geboortezorg.model.basiskader import (
    MDO,
    Activiteit,
    Basiskader,
    Bewijs,
    Bewijssoort,
    Domein,
    Kerntaak,
    Kerntaakinvulling,
)
from geboortezorg.model.coalitie import Coalitie
from geboortezorg.model.financiering import Financieringsbron, Financieringssoort
from geboortezorg.model.partijen import (
    Deelnemer,
    Discipline,
    Partijsoort,
    Rechtsvorm,
    Zorgaanbieder,
)
from geboortezorg.model.vsv import VSV
from geboortezorg.testing import basis, uitwisseling
from geboortezorg.tijd import Looptijd

_BEGIN: Final = date(2022, 1, 1)
_BEWIJZEN: Final = tuple(
    Bewijs(bewijssoort=soort, datum=_BEGIN, vindplaats="Map bij dit voorbeeld")
    for soort in Bewijssoort
)
_BASISKADER: Final = date(2023, 4, 23)
_EERSTE_DAG_INKOOP: Final = date(2027, 1, 1)
_EIND: Final = date(2030, 12, 31)

DISCIPLINES: Final = (
    Discipline.EERSTELIJNSVERLOSKUNDIGE,
    Discipline.KRAAMVERZORGENDE,
    Discipline.KLINISCH_VERLOSKUNDIGE,
    Discipline.GYNAECOLOOG,
    Discipline.KINDERARTS,
    Discipline.HUISARTS,
)
"""The disciplines that a valid VSV has."""

_PARTIJ: Final = MappingProxyType(
    {
        Discipline.EERSTELIJNSVERLOSKUNDIGE: Partijsoort.VERLOSKUNDIGENPRAKTIJK,
        Discipline.KRAAMVERZORGENDE: Partijsoort.KRAAMZORGORGANISATIE,
        Discipline.HUISARTS: Partijsoort.HUISARTSENPRAKTIJK,
    }
)


@st.composite
def _deelnemers(draw: st.DrawFn) -> tuple[Deelnemer, ...]:
    disciplines = draw(st.permutations(DISCIPLINES))
    begin = draw(basis.datums(date(2010, 1, 1), _BEGIN))
    return tuple(
        Deelnemer(
            zorgaanbieder=Zorgaanbieder(
                discipline=discipline,
                partijsoort=_PARTIJ.get(discipline, Partijsoort.ZIEKENHUIS),
            ),
            looptijd=Looptijd(van=begin),
        )
        for discipline in disciplines
    )


@st.composite
def _basiskaders(draw: st.DrawFn) -> Basiskader:
    eerste = draw(basis.datums(_BEGIN, date(2026, 6, 30)))
    kerntaken = []
    for kerntaak in Kerntaak:
        dagen = 0
        if kerntaak is not Kerntaak.SAMENWERKINGSVERBAND_ORGANISEREN:
            dagen = draw(st.integers(0, 180))
        activiteit = Activiteit(
            activiteit_id=f"act-{kerntaak.value}",
            omschrijving=f"Activiteit van het VSV: {kerntaak.value}",
            looptijd=Looptijd(van=_BEGIN),
            bewijs=(draw(st.sampled_from(_BEWIJZEN)),),
        )
        kerntaken.append(
            Kerntaakinvulling(
                kerntaak=kerntaak,
                activiteiten=(activiteit,),
                uitgewerkt_op=eerste + timedelta(days=dagen),
            )
        )
    mdos = tuple(
        MDO(domein=domein, looptijd=Looptijd(van=_BEGIN), disciplines=DISCIPLINES[:2])
        for domein in draw(st.permutations((Domein.MEDISCH, Domein.SOCIAAL)))
    )
    return Basiskader(kerntaken=tuple(kerntaken), mdos=mdos)


def _bron(
    nummer: int,
    soort: Financieringssoort,
    van: date,
    tot_en_met: date | None,
    activiteiten: tuple[str, ...] = (),
) -> Financieringsbron:
    return Financieringsbron(
        financieringsbron_id=f"bron-{nummer}",
        financieringssoort=soort,
        looptijd=Looptijd(van=van, tot_en_met=tot_en_met),
        activiteiten=activiteiten,
    )


_ACTIVITEIT: Final = ("act-samenwerkingsverband_organiseren",)
_VOORLICHTING: Final = ("act-informatievoorziening_communicatie",)
_BRONNEN: Final = (
    _bron(
        1,
        Financieringssoort.ZONMW,
        date(2025, 1, 1),
        date(2026, 12, 31),
        _ACTIVITEIT,
    ),
    _bron(2, Financieringssoort.STRUCTUREEL, _EERSTE_DAG_INKOOP, None, _ACTIVITEIT),
    _bron(3, Financieringssoort.IZA, date(2024, 1, 1), None, ("act-zorg_coordineren",)),
    _bron(4, Financieringssoort.EIGEN, _BEGIN, None, ("act-kwaliteitsverbetering",)),
    _bron(5, Financieringssoort.PROGRAMMA_BABYCONNECT, _BEGIN, date(2025, 12, 31)),
    _bron(6, Financieringssoort.OVERGANGSSTEUN_DIG, date(2026, 1, 1), date(2026, 12, 31)),
    _bron(7, Financieringssoort.VELD, _EERSTE_DAG_INKOOP, None),
)


@st.composite
def _coalities(draw: st.DrawFn) -> tuple[Coalitie, ...]:
    return tuple(
        Coalitie(
            coalitie_id=f"coalitie-{nummer}",
            regio="Voorbeeldgemeente",
            domeinen=tuple(draw(st.permutations(tuple(Domein)))),
            looptijd=Looptijd(van=_BEGIN),
        )
        for nummer in range(draw(st.integers(0, 2)))
    )


@st.composite
def geldige_vsvs(draw: st.DrawFn) -> VSV:
    """Return VSVs that meet the basiskader on their own peildatum; they need no context."""
    contract = st.none() | basis.datums(_EERSTE_DAG_INKOOP, _EIND)
    return VSV(
        vsv_id="vsv-voorbeeld",
        naam="VSV Voorbeeld",
        regio="Voorbeeldregio",
        deelnemers=draw(_deelnemers()),
        agb_code=draw(st.none() | basis.agb_codes("67")),
        rechtsvorm=draw(st.none() | st.sampled_from(Rechtsvorm)),
        peildatum=draw(basis.datums(_BASISKADER, _EIND)),
        basiskader=draw(_basiskaders()),
        coalities=draw(_coalities()),
        aansluitingen=tuple(
            draw(
                st.lists(
                    uitwisseling.geldige_aansluitingen(),
                    max_size=2,
                    unique_by=(
                        lambda aansluiting: aansluiting.aansluiting_id,
                        lambda aansluiting: aansluiting.agb_code or aansluiting.aansluiting_id,
                    ),
                )
            )
        ),
        financieringsbronnen=tuple(draw(st.lists(st.sampled_from(_BRONNEN), unique=True))),
        contracteert_vanaf=draw(contract),
    )


Uit = tuple[VSV, str]


def _zonder_discipline(vsv: VSV) -> Uit:
    # Which discipline goes depends on the drawn order, and so does the ground.
    return attrs.evolve(vsv, deelnemers=vsv.deelnemers[1:]), "/deelnemers"


def _met_kerntaak(vsv: VSV, plaats: int, **anders: Any) -> VSV:
    basiskader = vsv.basiskader or Basiskader()
    kerntaken = list(basiskader.kerntaken)
    kerntaken[plaats] = attrs.evolve(kerntaken[plaats], **anders)
    return attrs.evolve(vsv, basiskader=attrs.evolve(basiskader, kerntaken=tuple(kerntaken)))


def _te_vroeg_uitgewerkt(vsv: VSV) -> Uit:
    pad = "/basiskader/kerntaken/2/uitgewerkt_op"
    return _met_kerntaak(vsv, 2, uitgewerkt_op=basis.dagen_na(_BEGIN, -1)), pad


def _zonder_mdo(vsv: VSV) -> Uit:
    basiskader = vsv.basiskader or Basiskader()
    een = attrs.evolve(basiskader, mdos=basiskader.mdos[:1])
    return attrs.evolve(vsv, basiskader=een), "/basiskader/mdos"


def _zonder_activiteit(vsv: VSV) -> Uit:
    # Nobody pays an activity that is not there.
    uit = attrs.evolve(vsv, financieringsbronnen=())
    return _met_kerntaak(uit, 3, activiteiten=()), "/basiskader/kerntaken"


def _te_vroeg_contract(vsv: VSV) -> Uit:
    dag = basis.dagen_na(_EERSTE_DAG_INKOOP, -1)
    return attrs.evolve(vsv, contracteert_vanaf=dag), "/contracteert_vanaf"


def _halve_coalitie(vsv: VSV) -> Uit:
    coalitie = Coalitie(
        coalitie_id="halve-coalitie",
        regio="Voorbeeldgemeente",
        domeinen=(Domein.MEDISCH, Domein.SOCIAAL),
        looptijd=Looptijd(van=_BEGIN),
    )
    pad = f"/coalities/{len(vsv.coalities)}/domeinen"
    return attrs.evolve(vsv, coalities=(*vsv.coalities, coalitie)), pad


def _overleg_gestopt(vsv: VSV) -> Uit:
    basiskader = vsv.basiskader or Basiskader()
    tot_en_met = vsv.peildatum or _EIND
    mdos = [
        attrs.evolve(mdo, looptijd=attrs.evolve(mdo.looptijd, tot_en_met=tot_en_met))
        for mdo in basiskader.mdos
    ]
    return attrs.evolve(vsv, basiskader=attrs.evolve(basiskader, mdos=tuple(mdos))), "/peildatum"


def _erbij(vsv: VSV, *bronnen: Financieringsbron) -> VSV:
    return attrs.evolve(vsv, financieringsbronnen=(*vsv.financieringsbronnen, *bronnen))


def _dubbele_dekking(vsv: VSV) -> Uit:
    eerste = _bron(
        8,
        Financieringssoort.IZA,
        _BEGIN,
        _EERSTE_DAG_INKOOP,
        ("act-informatievoorziening_communicatie",),
    )
    tweede = _bron(
        9,
        Financieringssoort.STRUCTUREEL,
        _EERSTE_DAG_INKOOP,
        None,
        ("act-informatievoorziening_communicatie",),
    )
    pad = f"/financieringsbronnen/{len(vsv.financieringsbronnen) + 1}/activiteiten"
    kerntaken = () if vsv.basiskader is None else vsv.basiskader.kerntaken
    activiteiten = kerntaken[0].activiteiten
    nieuw = attrs.evolve(activiteiten[0], activiteit_id="act-dubbel")
    uit = _met_kerntaak(vsv, 0, activiteiten=(*activiteiten, nieuw))
    return _erbij(uit, eerste, tweede), pad


def _subsidie_te_lang(vsv: VSV) -> Uit:
    bron = _bron(8, Financieringssoort.ZONMW, date(2025, 1, 1), _EERSTE_DAG_INKOOP, _VOORLICHTING)
    pad = f"/financieringsbronnen/{len(vsv.financieringsbronnen)}/looptijd/tot_en_met"
    return _erbij(vsv, bron), pad


def _betaalt_wat_er_niet_is(vsv: VSV) -> Uit:
    bron = _bron(8, Financieringssoort.IZA, date(2021, 1, 1), date(2021, 6, 30), _ACTIVITEIT)
    pad = f"/financieringsbronnen/{len(vsv.financieringsbronnen)}/activiteiten/0"
    return _erbij(vsv, bron), pad


_BREUKEN: Final[Mapping[str, Callable[[VSV], Uit]]] = MappingProxyType(
    {
        "GZ-VSV-001": _zonder_discipline,
        "GZ-VSV-002": _te_vroeg_uitgewerkt,
        "GZ-VSV-003": _zonder_mdo,
        "GZ-VSV-004": _zonder_activiteit,
        "GZ-VSV-005": _te_vroeg_contract,
        "GZ-VSV-006": _halve_coalitie,
        "GZ-VSV-007": lambda vsv: (attrs.evolve(vsv, agb_code="53000001"), "/agb_code"),
        "GZ-VSV-009": _overleg_gestopt,
        "GZ-FINANCIERING-001": _dubbele_dekking,
        "GZ-FINANCIERING-002": _subsidie_te_lang,
        "GZ-FINANCIERING-003": _betaalt_wat_er_niet_is,
    }
)

PROEFBREUKEN: Final = basis.proefbreuken(
    "vsv",
    # A day of contracting would see the same lack again, so these state none.
    geldige_vsvs().map(lambda vsv: attrs.evolve(vsv, contracteert_vanaf=None)),
    _BREUKEN,
)
"""What this module can break, for :func:`geboortezorg.testing.documents`."""
