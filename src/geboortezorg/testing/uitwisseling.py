"""Connections to data exchange and bestuurlijke afspraken: valid ones, and ones with a breach."""

from datetime import date
from typing import Final

import attrs
from hypothesis import strategies as st

from geboortezorg.model.aansluiting import Aansluitbijdrage, Aansluiting, Uitwisselingsstelsel
from geboortezorg.model.afspraak import Afspraakthema, BestuurlijkeAfspraak
from geboortezorg.model.financiering import Financieringssoort
from geboortezorg.model.partijen import Partijsoort
from geboortezorg.testing import basis
from geboortezorg.tijd import Looptijd

_EINDE_BABYCONNECT: Final = date(2025, 12, 31)
_BEGIN_VELD: Final = date(2027, 1, 1)


def _bijdragen(van: date) -> tuple[Aansluitbijdrage, ...]:
    """Return who carries the cost from a day in 2025 on: three payers in their own periods."""
    tijdvakken = (
        (Financieringssoort.PROGRAMMA_BABYCONNECT, van, _EINDE_BABYCONNECT),
        (Financieringssoort.OVERGANGSSTEUN_DIG, date(2026, 1, 1), date(2026, 12, 31)),
        (Financieringssoort.VELD, _BEGIN_VELD, None),
    )
    return tuple(
        Aansluitbijdrage(
            financieringssoort=soort, looptijd=Looptijd(van=eerste, tot_en_met=laatste)
        )
        for soort, eerste, laatste in tijdvakken
    )


@st.composite
def geldige_aansluitingen(draw: st.DrawFn) -> Aansluiting:
    """Return connections of which every payer pays in its own period."""
    stelsel = draw(st.sampled_from(Uitwisselingsstelsel))
    van = draw(basis.datums(date(2025, 1, 1), _EINDE_BABYCONNECT))
    bijdragen = _bijdragen(van)
    if stelsel is Uitwisselingsstelsel.BABYCONNECT:
        bijdragen = bijdragen[:1]
    return Aansluiting(
        aansluiting_id=f"aansluiting-{draw(st.integers(1, 99))}",
        uitwisselingsstelsel=stelsel,
        partijsoort=draw(st.sampled_from(Partijsoort)),
        looptijd=Looptijd(
            van=van,
            tot_en_met=(
                _EINDE_BABYCONNECT if stelsel is Uitwisselingsstelsel.BABYCONNECT else None
            ),
        ),
        bijdragen=bijdragen,
    )


def _te_lang_betaald(aansluiting: Aansluiting) -> tuple[Aansluiting, str]:
    bijdrage = Aansluitbijdrage(
        financieringssoort=Financieringssoort.OVERGANGSSTEUN_DIG,
        looptijd=Looptijd(van=date(2026, 1, 1), tot_en_met=_BEGIN_VELD),
    )
    uit = attrs.evolve(
        aansluiting,
        uitwisselingsstelsel=Uitwisselingsstelsel.DIG,
        looptijd=Looptijd(van=aansluiting.looptijd.van),
        bijdragen=(bijdrage,),
    )
    return uit, "/bijdragen/0/looptijd/tot_en_met"


def _te_lang_babyconnect(aansluiting: Aansluiting) -> tuple[Aansluiting, str]:
    uit = attrs.evolve(
        aansluiting,
        uitwisselingsstelsel=Uitwisselingsstelsel.BABYCONNECT,
        looptijd=Looptijd(van=aansluiting.looptijd.van),
    )
    return uit, "/looptijd"


def _dubbel_betaald(aansluiting: Aansluiting) -> tuple[Aansluiting, str]:
    dagen = Looptijd(van=date(2025, 12, 1), tot_en_met=_EINDE_BABYCONNECT)
    soorten = (Financieringssoort.PROGRAMMA_BABYCONNECT, Financieringssoort.IZA)
    bijdragen = tuple(
        Aansluitbijdrage(financieringssoort=soort, looptijd=dagen) for soort in soorten
    )
    uit = attrs.evolve(
        aansluiting,
        looptijd=attrs.evolve(aansluiting.looptijd, van=date(2025, 1, 1)),
        bijdragen=bijdragen,
    )
    return uit, "/bijdragen/1/looptijd"


_BREUKEN: Final = {
    "GZ-UITWISSELING-001": _te_lang_betaald,
    "GZ-UITWISSELING-002": _te_lang_babyconnect,
    "GZ-UITWISSELING-003": _dubbel_betaald,
}


@st.composite
def geldige_bestuurlijke_afspraken(draw: st.DrawFn) -> BestuurlijkeAfspraak:
    """Return agreements between two or more parties."""
    aantal = draw(st.integers(2, 5))
    return BestuurlijkeAfspraak(
        afspraak_id="afspraak-1",
        thema=draw(st.sampled_from(Afspraakthema)),
        datum=draw(basis.datums(date(2020, 1, 1), date(2030, 12, 31))),
        partijen=tuple(f"Partij {nummer}" for nummer in range(1, aantal + 1)),
        omschrijving="Afspraak voor dit voorbeeld.",
    )


def _alleen(afspraak: BestuurlijkeAfspraak) -> tuple[BestuurlijkeAfspraak, str]:
    return attrs.evolve(afspraak, partijen=afspraak.partijen[:1]), "/partijen"


_BREUKEN_AFSPRAAK: Final = {"GZ-AFSPRAAK-001": _alleen}

PROEFBREUKEN: Final = (
    *basis.proefbreuken("aansluiting", geldige_aansluitingen(), _BREUKEN),
    *basis.proefbreuken(
        "bestuurlijke_afspraak", geldige_bestuurlijke_afspraken(), _BREUKEN_AFSPRAAK
    ),
)
"""What this module can break, for :func:`geboortezorg.testing.documents`."""
