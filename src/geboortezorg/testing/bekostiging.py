"""The funding of a VSV: its declaratie, and the decisions that it rests on.

What :func:`geldige_vsv_declaraties` gives carries its agreement and prestatiebeschrijvingen.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from geboortezorg.model.aanwijzing import Aanwijzing, Procedurestap, Procedurestapsoort
from geboortezorg.model.declaratie import DebetCredit
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort, Termijn
from geboortezorg.model.prestatie import Regime
from geboortezorg.model.prestatiebeschrijving import (
    Beschrijvingstatus,
    Macrokader,
    Macrokadersoort,
    Prestatiebeschrijving,
    Voorwaarde,
    Voorwaardesoort,
)
from geboortezorg.model.tarief import Tariefsoort
from geboortezorg.model.vsv_declaratie import VSVDeclaratie, VSVDeclaratieregel
from geboortezorg.testing import basis
from geboortezorg.tijd import Looptijd, Periode

PRESTATIES: Final = (
    "vsv-samenwerkingsverband-organiseren",
    "vsv-zorg-coordineren",
    "vsv-informatievoorziening-communicatie",
    "vsv-kwaliteitsverbetering",
)
"""The prestaties of a VSV in the shipped tables."""

_EERSTE_DAG: Final = date(2027, 1, 1)
_ONTVANGEN: Final = date(2026, 4, 1)
_VROEGSTE: Final = date(2026, 5, 2)


def _stap(soort: Procedurestapsoort, datum: date) -> Procedurestap:
    return Procedurestap(procedurestapsoort=soort, datum=datum)


@st.composite
def geldige_aanwijzingen(draw: st.DrawFn) -> Aanwijzing:
    """Return the aanwijzing on VSV funding, decided on its first possible day or later in 2026."""
    besluit = draw(basis.datums(_VROEGSTE, date(2026, 6, 30)))
    return Aanwijzing(
        aanwijzing_id="aanwijzing-vsv",
        onderwerp="Structurele bekostiging van VSV's",
        regime=Regime.VSV,
        stappen=(
            _stap(Procedurestapsoort.ZAKELIJKE_INHOUD_EERSTE_KAMER, _ONTVANGEN),
            _stap(Procedurestapsoort.ZAKELIJKE_INHOUD_TWEEDE_KAMER, _ONTVANGEN),
            _stap(Procedurestapsoort.BESLUIT, besluit),
            _stap(
                Procedurestapsoort.STAATSCOURANT, basis.dagen_na(besluit, draw(st.integers(0, 30)))
            ),
        ),
        besluit_niet_eerder_dan=draw(st.none() | st.just(_VROEGSTE)),
    )


@st.composite
def geldige_prestatiebeschrijvingen(
    draw: st.DrawFn, aanwijzing: Aanwijzing | None = None
) -> Prestatiebeschrijving:
    """Return adopted prestatiebeschrijvingen of VSV work, on any aanwijzing or on one."""
    return Prestatiebeschrijving(
        prestatiebeschrijving_id="pb-1",
        prestatie=draw(st.sampled_from(PRESTATIES)),
        status=Beschrijvingstatus.VASTGESTELD,
        tariefsoort=Tariefsoort.VRIJ,
        looptijd=Looptijd(van=_EERSTE_DAG),
        vastgesteld_op=draw(basis.datums(date(2026, 7, 1), date(2026, 12, 31))),
        aanwijzing=draw(geldige_aanwijzingen()) if aanwijzing is None else aanwijzing,
        voorwaarden=(
            Voorwaarde(
                voorwaardesoort=draw(st.sampled_from(Voorwaardesoort)),
                tekst="Voorbeeld van een voorwaarde",
            ),
        ),
        macrokader=Macrokader(
            macrokadersoort=Macrokadersoort.OVERIG_CURATIEF, macrobeheersinstrument=False
        ),
    )


@st.composite
def geldige_lumpsumovereenkomsten(draw: st.DrawFn) -> Overeenkomst:
    """Return lumpsum agreements over 2027, in one to four instalments that add up."""
    bedragen = draw(st.lists(st.integers(2, 10_000_000), min_size=1, max_size=4))
    return Overeenkomst(
        overeenkomst_id="lumpsum-2027",
        overeenkomstsoort=Overeenkomstsoort.LUMPSUM,
        uzovi_code=draw(basis.uzovi_codes()),
        looptijd=Looptijd(van=_EERSTE_DAG, tot_en_met=date(2027, 12, 31)),
        schriftelijk=True,
        vsv_id="vsv-voorbeeld",
        lumpsum_eurocent=sum(bedragen),
        termijnen=tuple(
            Termijn(
                termijn_id=f"2027-{nummer}",
                declarabel_vanaf=date(2027, 3 * nummer, 1),
                bedrag_eurocent=bedrag,
            )
            for nummer, bedrag in enumerate(bedragen, 1)
        ),
    )


@st.composite
def geldige_vsv_declaraties(draw: st.DrawFn) -> VSVDeclaratie:
    """Return what a VSV declares of its instalments of 2027."""
    hierna = draw(geldige_lumpsumovereenkomsten())
    # Due on one day: after a later one was due, an earlier invoice can have held an instalment too.
    dag = hierna.termijnen[-1].declarabel_vanaf
    samen = tuple(attrs.evolve(t, declarabel_vanaf=dag) for t in hierna.termijnen)
    hierna = attrs.evolve(hierna, termijnen=samen)
    eerder = Termijn(termijn_id="2027-0", declarabel_vanaf=date(2027, 2, 1), bedrag_eurocent=1)
    overeenkomst = attrs.evolve(
        hierna,
        lumpsum_eurocent=sum(t.bedrag_eurocent for t in (eerder, *hierna.termijnen)),
        termijnen=(eerder, *hierna.termijnen),
    )
    aanwijzing = draw(geldige_aanwijzingen())
    aantal = draw(st.integers(1, len(hierna.termijnen)))
    declaratieregels = []
    for nummer, termijn in enumerate(hierna.termijnen[:aantal], 1):
        declaratieregels.append(
            VSVDeclaratieregel(
                referentienummer=f"ref-{nummer}",
                prestatie=draw(st.sampled_from(PRESTATIES)),
                periode=Periode(
                    van=draw(basis.datums(_EERSTE_DAG, date(2027, 6, 30))),
                    tot_en_met=draw(basis.datums(date(2027, 7, 1), date(2027, 12, 31))),
                ),
                bedrag_eurocent=draw(st.integers(1, termijn.bedrag_eurocent - 1)),
                debet_credit=DebetCredit.DEBET,
                termijn_id=termijn.termijn_id,
            )
        )
    return VSVDeclaratie(
        vsv_id="vsv-voorbeeld",
        uzovi_code=overeenkomst.uzovi_code,
        overeenkomst_id=overeenkomst.overeenkomst_id,
        factuurnummer="factuur-1",
        factuurdatum=draw(basis.datums(date(2028, 1, 1), date(2028, 6, 30))),
        declaratieregels=tuple(declaratieregels),
        agb_code=draw(st.none() | basis.agb_codes("67")),
        eerder_gedeclareerd_eurocent=eerder.bedrag_eurocent,  # on the invoice that the context of the tests knows
        overeenkomsten=(overeenkomst,),
        prestatiebeschrijvingen=tuple(
            attrs.evolve(
                draw(geldige_prestatiebeschrijvingen(aanwijzing)),
                prestatiebeschrijving_id=f"pb-{prestatie}",
                prestatie=prestatie,
            )
            for prestatie in PRESTATIES
        ),
    )


def _met_declaratieregel(declaratie: VSVDeclaratie, **anders: Any) -> VSVDeclaratie:
    eerste, *rest = declaratie.declaratieregels
    return attrs.evolve(declaratie, declaratieregels=(attrs.evolve(eerste, **anders), *rest))


def _met_overeenkomst(declaratie: VSVDeclaratie, **anders: Any) -> VSVDeclaratie:
    overeenkomst = attrs.evolve(declaratie.overeenkomsten[0], **anders)
    return attrs.evolve(declaratie, overeenkomsten=(overeenkomst,))


Uit = tuple[VSVDeclaratie, str]


def _voor_2027(declaratie: VSVDeclaratie) -> Uit:
    """Let a description start the day before; a line as early breaks its agreement too."""
    eerste, *rest = declaratie.prestatiebeschrijvingen
    vroeg = attrs.evolve(eerste, looptijd=Looptijd(van=basis.dagen_na(_EERSTE_DAG, -1)))
    uit = attrs.evolve(declaratie, prestatiebeschrijvingen=(vroeg, *rest))
    return uit, "/prestatiebeschrijvingen/0/looptijd/van"


def _concept(declaratie: VSVDeclaratie) -> Uit:
    """Make the description of the first line's prestatie a concept, which no other line uses."""
    eerste, *rest = declaratie.declaratieregels
    ander = next(prestatie for prestatie in PRESTATIES if prestatie != eerste.prestatie)
    uit = attrs.evolve(
        declaratie,
        declaratieregels=(
            eerste,
            *(attrs.evolve(declaratieregel, prestatie=ander) for declaratieregel in rest),
        ),
        prestatiebeschrijvingen=tuple(
            attrs.evolve(beschrijving, status=Beschrijvingstatus.CONCEPT, vastgesteld_op=None)
            if beschrijving.prestatie == eerste.prestatie
            else beschrijving
            for beschrijving in declaratie.prestatiebeschrijvingen
        ),
    )
    return uit, "/declaratieregels/0/prestatie"


def _boven_lumpsum(declaratie: VSVDeclaratie) -> Uit:
    lumpsum = declaratie.overeenkomsten[0].lumpsum_eurocent or 0
    totaal = sum(declaratieregel.bedrag_eurocent for declaratieregel in declaratie.declaratieregels)
    uit = attrs.evolve(declaratie, eerder_gedeclareerd_eurocent=lumpsum - totaal + 1)
    return uit, "/declaratieregels"


def _termijn_te_vroeg(declaratie: VSVDeclaratie) -> Uit:
    eerder, eerste, *rest = declaratie.overeenkomsten[0].termijnen
    later = attrs.evolve(eerste, declarabel_vanaf=basis.dagen_na(declaratie.factuurdatum, 1))
    uit = _met_overeenkomst(declaratie, termijnen=(eerder, later, *rest))
    return uit, "/declaratieregels/0/termijn_id"


def _credit_op_zichzelf(declaratie: VSVDeclaratie) -> Uit:
    declaratieregels = declaratie.declaratieregels
    credit = attrs.evolve(
        declaratieregels[0],
        referentienummer="credit",
        gerelateerd_referentienummer="credit",
        debet_credit=DebetCredit.CREDIT,
    )
    uit = attrs.evolve(declaratie, declaratieregels=(*declaratieregels, credit))
    return uit, f"/declaratieregels/{len(declaratieregels)}/gerelateerd_referentienummer"


def _zelfde_werk(declaratie: VSVDeclaratie) -> Uit:
    """Declare the first line twice, and make room for it in the agreement."""
    declaratieregels, overeenkomst = declaratie.declaratieregels, declaratie.overeenkomsten[0]
    meer = declaratieregels[0].bedrag_eurocent
    eerder, eerste, *rest = overeenkomst.termijnen
    groter = attrs.evolve(eerste, bedrag_eurocent=eerste.bedrag_eurocent + meer)
    ruim = _met_overeenkomst(
        declaratie,
        lumpsum_eurocent=(overeenkomst.lumpsum_eurocent or 0) + meer,
        termijnen=(eerder, groter, *rest),
    )
    dubbel = attrs.evolve(declaratieregels[0], referentienummer="dubbel")
    uit = attrs.evolve(ruim, declaratieregels=(*declaratieregels, dubbel))
    return uit, f"/declaratieregels/{len(declaratieregels)}"


_BREUKEN: Final[Mapping[str, Callable[[VSVDeclaratie], Uit]]] = MappingProxyType(
    {
        "GZ-VSV-008": lambda declaratie: (
            _met_declaratieregel(declaratie, prestatie="kraamzorg-uur"),
            "/declaratieregels/0/prestatie",
        ),
        "GZ-BEKOSTIGING-001": _voor_2027,
        "GZ-BEKOSTIGING-002": _concept,
        "GZ-BEKOSTIGING-003": _boven_lumpsum,
        "GZ-BEKOSTIGING-004": _termijn_te_vroeg,
        "GZ-BEKOSTIGING-005": lambda declaratie: (
            _met_overeenkomst(declaratie, vsv_id="vsv-ander"),
            "/vsv_id",
        ),
        "GZ-BEKOSTIGING-007": _credit_op_zichzelf,
        "GZ-BEKOSTIGING-008": _zelfde_werk,
        "GZ-BEKOSTIGING-009": lambda declaratie: (
            _met_declaratieregel(declaratie, bedrag_eurocent=0),
            "/declaratieregels/0/bedrag_eurocent",
        ),
    }
)


def _te_vroeg_vastgesteld(
    beschrijving: Prestatiebeschrijving,
) -> tuple[Prestatiebeschrijving, str]:
    return attrs.evolve(beschrijving, vastgesteld_op=date(2026, 5, 1)), "/vastgesteld_op"


def _instrument(beschrijving: Prestatiebeschrijving) -> tuple[Prestatiebeschrijving, str]:
    macrokader = Macrokader(
        macrokadersoort=Macrokadersoort.OVERIG_CURATIEF, macrobeheersinstrument=True
    )
    return attrs.evolve(beschrijving, macrokader=macrokader), "/macrokader/macrobeheersinstrument"


def _tijdens_consultatie(
    beschrijving: Prestatiebeschrijving,
) -> tuple[Prestatiebeschrijving, str]:
    vastgesteld = beschrijving.vastgesteld_op or _VROEGSTE
    consultatie = Periode(van=_VROEGSTE, tot_en_met=vastgesteld)
    return attrs.evolve(beschrijving, consultatie=consultatie), "/vastgesteld_op"


def _kraamzorg_vrij(beschrijving: Prestatiebeschrijving) -> tuple[Prestatiebeschrijving, str]:
    uit = attrs.evolve(
        beschrijving,
        prestatie="kraamzorg-uur",
        looptijd=Looptijd(van=date(2023, 1, 1), tot_en_met=date(2023, 12, 31)),
        vastgesteld_op=date(2022, 12, 1),
        aanwijzing=None,
    )
    return uit, "/tariefsoort"


_BREUKEN_BESCHRIJVING: Final = {
    "GZ-BEKOSTIGING-010": _tijdens_consultatie,
    "GZ-BEKOSTIGING-011": _kraamzorg_vrij,
    "GZ-AANWIJZING-002": _te_vroeg_vastgesteld,
    "GZ-BEKOSTIGING-006": _instrument,
}


def _te_vroeg_besluit(aanwijzing: Aanwijzing) -> tuple[Aanwijzing, str]:
    stappen = list(aanwijzing.stappen)
    stappen[2] = _stap(Procedurestapsoort.BESLUIT, basis.dagen_na(_VROEGSTE, -1))
    return attrs.evolve(aanwijzing, stappen=tuple(stappen)), "/stappen/2/datum"


_BREUKEN_AANWIJZING: Final = {"GZ-AANWIJZING-001": _te_vroeg_besluit}

PROEFBREUKEN: Final = (
    *basis.proefbreuken("vsv_declaratie", geldige_vsv_declaraties(), _BREUKEN),
    *basis.proefbreuken(
        "prestatiebeschrijving", geldige_prestatiebeschrijvingen(), _BREUKEN_BESCHRIJVING
    ),
    *basis.proefbreuken("aanwijzing", geldige_aanwijzingen(), _BREUKEN_AANWIJZING),
)
"""What this module can break, for :func:`geboortezorg.testing.documents`."""
