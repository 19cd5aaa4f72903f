"""Dossiers of synthetic pregnancies: valid ones, and ones with exactly one breach.

The care is midwifery that starts in 2022 and kraamzorg in 2023, because the shipped tables know
those tariffs. Every number is a test number.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import attrs
from hypothesis import strategies as st

from geboortezorg.model.declaratie import DebetCredit, Declaratieregel
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.partijen import Discipline, Echelon, Partijsoort, Zorgaanbieder
from geboortezorg.model.zorgepisode import PerinatalePeriode, Zorgepisode
from geboortezorg.model.zwangerschap import (
    Client,
    Kind,
    PlaatsBaring,
    Verzekering,
    WijzeEinde,
    Zwangerschap,
)
from geboortezorg.testing import basis
from geboortezorg.tijd import DAGEN_ZWANGERSCHAP, Looptijd

MAXIMUM_2023: Final[Mapping[str, int]] = MappingProxyType(
    {
        "kraamzorg-uur": 5933,
        "kraamzorg-inschrijving": 1491,
        "kraamzorg-intake-thuis": 10061,
        "kraamzorg-intake-telefonisch": 4244,
        "kraamzorg-partusassistentie": 6955,
    }
)
"""Maximum tariffs of 2023 in eurocents, as in the shipped table `kraamzorg-2023`."""

MAXIMUM_VERLOSKUNDE_2022: Final = 161_898
"""Maximum tariff of 2022 for volledige verloskundige zorg, as in `verloskunde-2022`."""

_BEGIN: Final = date(2023, 2, 1)
_EIND: Final = date(2023, 7, 31)


def nieuwe_declaratieregel(
    nummer: str,
    prestatie: str,
    van: date,
    *,
    agb: str,
    uzovi: str,
    tarief_eurocent: int,
    aantal: int = 1,
    tot_en_met: date | None = None,
) -> Declaratieregel:
    """Return a debit line whose amounts agree."""
    bedrag = tarief_eurocent * aantal
    periode = basis.dag(van)
    return Declaratieregel(
        referentienummer=nummer,
        zorgaanbieder_agb=agb,
        uzovi_code=uzovi,
        prestatie=prestatie,
        periode=periode if tot_en_met is None else attrs.evolve(periode, tot_en_met=tot_en_met),
        aantal=aantal,
        tarief_eurocent=tarief_eurocent,
        bedrag_eurocent=bedrag,
        declaratiebedrag_eurocent=bedrag,
        debet_credit=DebetCredit.DEBET,
    )


@st.composite
def _kraamzorgregels(
    draw: st.DrawFn, geboorte: date, agb: str, uzovi: str, min_dagen: int
) -> tuple[Declaratieregel, ...]:
    def tarief(prestatie: str) -> int:
        return draw(st.integers(MAXIMUM_2023[prestatie] // 2, MAXIMUM_2023[prestatie]))

    intake = draw(st.sampled_from(("kraamzorg-intake-thuis", "kraamzorg-intake-telefonisch")))
    vooraf = basis.dagen_na(geboorte, -draw(st.integers(20, 30)))
    eenmalig = [("kraamzorg-inschrijving", vooraf), (intake, vooraf)]
    if draw(st.booleans()):
        eenmalig.append(("kraamzorg-partusassistentie", geboorte))
    declaratieregels = [
        nieuwe_declaratieregel(
            f"kz-{i}", prestatie, dag, agb=agb, uzovi=uzovi, tarief_eurocent=tarief(prestatie)
        )
        for i, (prestatie, dag) in enumerate(eenmalig)
    ]
    uur = tarief("kraamzorg-uur")
    for i in range(draw(st.integers(min_dagen, 8))):
        declaratieregels.append(
            nieuwe_declaratieregel(
                f"kz-uur-{i}",
                "kraamzorg-uur",
                basis.dagen_na(geboorte, i),
                agb=agb,
                uzovi=uzovi,
                tarief_eurocent=uur,
                aantal=draw(st.integers(3, 6)),
            )
        )
    return tuple(declaratieregels)


@st.composite
def geldige_dossiers(draw: st.DrawFn, *, min_kraamdagen: int = 0) -> Dossier:
    """Return dossiers that give no finding at all: one pregnancy, born in 2023.

    `min_kraamdagen` asks for at least so many lines of kraamzorg by the hour, at most eight.
    """
    geboorte = draw(basis.datums(_BEGIN, _EIND))
    a_terme = basis.dagen_na(geboorte, draw(st.integers(-10, 14)))
    # Early enough to lie in 2022, and after the first day of the pregnancy.
    eerste = basis.dagen_na(a_terme, 42 - DAGEN_ZWANGERSCHAP)
    start = draw(basis.datums(eerste, min(date(2022, 12, 31), basis.dagen_na(eerste, 28))))
    einde = basis.dagen_na(geboorte, draw(st.integers(9, 42)))
    uzovi = draw(basis.uzovi_codes())
    verloskundige = draw(basis.agb_codes("08"))
    declaratieregels = draw(
        _kraamzorgregels(geboorte, draw(basis.agb_codes("33")), uzovi, min_kraamdagen)
    )
    declaratieregels += (
        attrs.evolve(
            nieuwe_declaratieregel(
                "vl-0",
                draw(st.sampled_from(("verloskunde-volledig", "1001"))),
                start,
                agb=verloskundige,
                uzovi=uzovi,
                tarief_eurocent=draw(st.integers(100_000, MAXIMUM_VERLOSKUNDE_2022)),
                tot_en_met=einde,
            ),
            zorgepisode_id="ze-1",
        ),
    )
    plaats = draw(st.sampled_from((PlaatsBaring.THUIS, PlaatsBaring.GEBOORTECENTRUM)))
    return Dossier(
        referentie=f"pseudoniem-{draw(st.integers(1, 999_999))}",
        client=Client(
            bsn=draw(st.none() | basis.bsns()),
            geboortedatum=draw(basis.datums(date(1980, 1, 1), date(2002, 12, 31))),
            postcode=draw(st.none() | st.just("1234AB")),
            verzekeringen=(Verzekering(uzovi_code=uzovi, looptijd=Looptijd(van=date(2020, 1, 1))),),
        ),
        zwangerschap=Zwangerschap(
            a_terme_datum=a_terme,
            datum_einde=geboorte,
            wijze_einde=WijzeEinde.PARTUS,
            graviditeit=draw(st.integers(1, 5)),
            pariteit=0,
            aantal_geboren_kinderen=1,
            voorgenomen_plaats_baring=plaats,
        ),
        kinderen=(
            Kind(
                rangnummer=1,
                geboren=True,
                levend_geboren=True,
                geboortedatum=geboorte,
                perinatale_sterfte=False,
                werkelijke_plaats_baring=plaats,
                geboortegewicht_gram=draw(st.integers(2500, 4500)),
                apgarscore_5_minuten=draw(st.integers(7, 10)),
            ),
        ),
        zorgepisodes=(
            Zorgepisode(
                zorgepisode_id="ze-1",
                zorgaanbieder=Zorgaanbieder(
                    discipline=Discipline.EERSTELIJNSVERLOSKUNDIGE,
                    echelon=Echelon.EERSTE_LIJN,
                    partijsoort=Partijsoort.VERLOSKUNDIGENPRAKTIJK,
                    agb_code=verloskundige,
                ),
                looptijd=Looptijd(van=start, tot_en_met=einde),
                eindverantwoordelijk_in=tuple(PerinatalePeriode),
            ),
        ),
        declaratieregels=declaratieregels,
    )
