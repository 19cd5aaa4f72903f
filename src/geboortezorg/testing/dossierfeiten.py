"""Breaches in what a dossier says of the woman, the pregnancy, the children and who cared."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

import attrs

from geboortezorg.model.dossier import Dossier
from geboortezorg.model.partijen import Discipline, Echelon, Zorgaanbieder
from geboortezorg.model.zorgepisode import (
    PerinatalePeriode,
    Risicostatus,
    Verwijsperiode,
    Verwijzing,
    Verwijzingsoort,
    Zorgepisode,
)
from geboortezorg.model.zwangerschap import Client, Kind, WijzeEinde, Zwangerschap
from geboortezorg.testing import basis
from geboortezorg.tijd import Looptijd

Breuk = Callable[[Dossier], tuple[Dossier, str]]
"""Takes a valid dossier; returns it with one breach, and the pointer to it."""

_BEGIN: Final = date(2023, 2, 1)
_PARTUS: Final = "kraamzorg-partusassistentie"


def _einde(dossier: Dossier) -> date:
    return dossier.zwangerschap.datum_einde or _BEGIN


def _zwangerschap(dossier: Dossier, veld: str, waarde: Any) -> tuple[Dossier, str]:
    ander = attrs.evolve(dossier.zwangerschap, **{veld: waarde})
    return attrs.evolve(dossier, zwangerschap=ander), f"/zwangerschap/{veld}"


def _kind(dossier: Dossier, veld: str, **anders: Any) -> tuple[Dossier, str]:
    kinderen = (attrs.evolve(dossier.kinderen[0], **anders),)
    return attrs.evolve(dossier, kinderen=kinderen), f"/kinderen/0/{veld}"


def episode(dossier: Dossier, veld: str, **anders: Any) -> tuple[Dossier, str]:
    """Return the dossier with its first zorgepisode changed, and the pointer to the field."""
    episodes = (attrs.evolve(dossier.zorgepisodes[0], **anders),)
    return attrs.evolve(dossier, zorgepisodes=episodes), f"/zorgepisodes/0/{veld}"


def _omgekeerde_verzekering(dossier: Dossier) -> tuple[Dossier, str]:
    client = dossier.client or Client()
    eerste = client.verzekeringen[0]
    omgekeerd = Looptijd(van=date(2019, 1, 2), tot_en_met=date(2019, 1, 1))
    verzekeringen = (*client.verzekeringen, attrs.evolve(eerste, looptijd=omgekeerd))
    uit = attrs.evolve(dossier, client=attrs.evolve(client, verzekeringen=verzekeringen))
    return uit, "/client/verzekeringen/1/looptijd/tot_en_met"


def _tweede_verantwoordelijke(dossier: Dossier) -> tuple[Dossier, str]:
    eerste = dossier.zorgepisodes[0]
    tweede = attrs.evolve(eerste, zorgepisode_id="ze-2")
    uit = attrs.evolve(dossier, zorgepisodes=(eerste, tweede))
    return uit, "/zorgepisodes/1/eindverantwoordelijk_in"


def _verwijzing_te_vroeg(dossier: Dossier) -> tuple[Dossier, str]:
    dag = basis.dagen_na(dossier.zorgepisodes[0].looptijd.van, -1)
    verwijzing = Verwijzing(datum=dag, verwijzingsoort=Verwijzingsoort.CONSULT)
    return episode(dossier, "verwijzingen/0/datum", verwijzingen=(verwijzing,))


def _te_lang(dossier: Dossier) -> tuple[Dossier, str]:
    geboorte = dossier.zwangerschap.datum_einde or _BEGIN
    uit, _ = _zwangerschap(dossier, "a_terme_datum", basis.dagen_na(geboorte, -36))
    return uit, "/zwangerschap/datum_einde"


def _te_veel_geboren(dossier: Dossier) -> tuple[Dossier, str]:
    return _zwangerschap(dossier, "aantal_geboren_kinderen", 2)


def _overleden_voor_geboorte(dossier: Dossier) -> tuple[Dossier, str]:
    dag = basis.dagen_na(dossier.zwangerschap.datum_einde or _BEGIN, -1)
    return _kind(dossier, "overlijdensdatum", overlijdensdatum=dag, perinatale_sterfte=True)


def _andere_geboortedag(dossier: Dossier) -> tuple[Dossier, str]:
    dag = basis.dagen_na(dossier.zwangerschap.datum_einde or _BEGIN, -1)
    uit, _ = _kind(dossier, "geboortedatum", geboortedatum=dag)
    return uit, "/zwangerschap/datum_einde"


def _ongeboren(dossier: Dossier, veld: str, **feiten: Any) -> tuple[Dossier, str]:
    """Return the dossier while the pregnancy lasts, with facts of the child not yet born."""
    episode_nu = attrs.evolve(
        dossier.zorgepisodes[0],
        looptijd=attrs.evolve(dossier.zorgepisodes[0].looptijd, tot_en_met=_einde(dossier)),
        eindverantwoordelijk_in=(PerinatalePeriode.INTAKE,),
    )
    uit = attrs.evolve(
        dossier,
        zwangerschap=Zwangerschap(a_terme_datum=dossier.zwangerschap.a_terme_datum),
        kinderen=(Kind(rangnummer=1, geboren=False, **feiten),),
        zorgepisodes=(episode_nu,),
        declaratieregels=(),
    )
    return uit, f"/kinderen/0/{veld}"


def _geboren_ongeboren(dossier: Dossier) -> tuple[Dossier, str]:
    return _ongeboren(dossier, "geboortedatum", geboortedatum=_einde(dossier))


def _periode_van_verwijzing(dossier: Dossier) -> tuple[Dossier, str]:
    verwijzing = Verwijzing(
        datum=dossier.zorgepisodes[0].looptijd.van,
        verwijzingsoort=Verwijzingsoort.CONSULT,
        perinatale_periode=Verwijsperiode.UITDRIJVING,
    )
    return episode(dossier, "verwijzingen/0/perinatale_periode", verwijzingen=(verwijzing,))


def _nog_een_episode(dossier: Dossier, na: int, *perioden: PerinatalePeriode) -> Dossier:
    """Return the dossier with one day of kraamzorg, so many days after the birth."""
    dag = basis.dagen_na(_einde(dossier), na)
    tweede = Zorgepisode(
        zorgepisode_id="ze-2",
        zorgaanbieder=Zorgaanbieder(discipline=Discipline.KRAAMVERZORGENDE),
        looptijd=Looptijd(van=dag, tot_en_met=dag),
        eindverantwoordelijk_in=perioden,
    )
    eerste = attrs.evolve(
        dossier.zorgepisodes[0],
        eindverantwoordelijk_in=tuple(p for p in PerinatalePeriode if p not in perioden),
    )
    return attrs.evolve(dossier, zorgepisodes=(eerste, tweede))


def _kraamzorg_bij_baring(dossier: Dossier) -> tuple[Dossier, str]:
    uit = _nog_een_episode(dossier, 0, PerinatalePeriode.NAGEBOORTE)
    return uit, "/zorgepisodes/1/eindverantwoordelijk_in"


def _ander_echelon(dossier: Dossier) -> tuple[Dossier, str]:
    aanbieder = attrs.evolve(dossier.zorgepisodes[0].zorgaanbieder, echelon=Echelon.TWEEDE_LIJN)
    # Without partusassistentie, which asks that the first line had a part in leading labour.
    declaratieregels = tuple(d for d in dossier.declaratieregels if d.prestatie != _PARTUS)
    dossier = attrs.evolve(dossier, declaratieregels=declaratieregels)
    return episode(dossier, "zorgaanbieder/echelon", zorgaanbieder=aanbieder)


def _na_overname(dossier: Dossier) -> tuple[Dossier, str]:
    """Return it with a day at the hospital, from which nobody referred back."""
    dag = dossier.zorgepisodes[0].looptijd.van
    eerste = attrs.evolve(
        dossier.zorgepisodes[0],
        verwijzingen=(Verwijzing(datum=dag, verwijzingsoort=Verwijzingsoort.OVERNAME),),
    )
    ertussen = Zorgepisode(
        zorgepisode_id="ze-2",
        zorgaanbieder=Zorgaanbieder(discipline=Discipline.GYNAECOLOOG),
        looptijd=Looptijd(van=dag, tot_en_met=dag),
        eindverantwoordelijk_in=(PerinatalePeriode.INTAKE,),
    )
    uit = attrs.evolve(dossier, zorgepisodes=(eerste, ertussen))
    return uit, "/zorgepisodes/0/eindverantwoordelijk_in"


def _naar_kraamzorg(dossier: Dossier) -> tuple[Dossier, str]:
    verwijzing = Verwijzing(
        datum=_einde(dossier),
        verwijzingsoort=Verwijzingsoort.OVERNAME,
        naar=Zorgaanbieder(discipline=Discipline.KRAAMVERZORGENDE),
    )
    return episode(dossier, "verwijzingen/0/naar", verwijzingen=(verwijzing,))


def _zonder_kind(dossier: Dossier) -> tuple[Dossier, str]:
    return _zwangerschap(attrs.evolve(dossier, kinderen=()), "aantal_geboren_kinderen", 0)


def _client(dossier: Dossier, **anders: Any) -> Dossier:
    return attrs.evolve(dossier, client=attrs.evolve(dossier.client or Client(), **anders))


def _jonge_moeder(dossier: Dossier) -> tuple[Dossier, str]:
    geboren = basis.dagen_na(_einde(dossier), -1200)
    return _client(dossier, geboortedatum=geboren), "/client/geboortedatum"


def _bsn_van_moeder(dossier: Dossier) -> tuple[Dossier, str]:
    bsn = basis.TEST_BSNS[0]
    return _kind(_client(dossier, bsn=bsn), "bsn", bsn=bsn)


def _omgekeerde_meerling(dossier: Dossier) -> tuple[Dossier, str]:
    tweede = attrs.evolve(
        dossier.kinderen[0], rangnummer=2, geboortedatum=basis.dagen_na(_einde(dossier), -1)
    )
    uit, _ = _zwangerschap(dossier, "aantal_geboren_kinderen", 2)
    return attrs.evolve(uit, kinderen=(*uit.kinderen, tweede)), "/kinderen/1/rangnummer"


BREUKEN: Final[Mapping[str, Breuk]] = MappingProxyType(
    {
        "GZ-DOSSIER-001": _omgekeerde_verzekering,
        "GZ-DOSSIER-004": _tweede_verantwoordelijke,
        "GZ-DOSSIER-005": _verwijzing_te_vroeg,
        "GZ-DOSSIER-006": _periode_van_verwijzing,
        "GZ-DOSSIER-007": _kraamzorg_bij_baring,
        "GZ-DOSSIER-008": lambda d: (_nog_een_episode(d, 60), "/zorgepisodes/1/looptijd/van"),
        "GZ-DOSSIER-009": _ander_echelon,
        "GZ-DOSSIER-010": lambda d: _na_overname(
            # Without the line of complete care, which asks that nobody took the care over.
            attrs.evolve(d, declaratieregels=d.declaratieregels[:-1])
        ),
        "GZ-DOSSIER-011": _naar_kraamzorg,
        "GZ-DOSSIER-012": lambda d: episode(
            d, "risicostatus", risicostatus=Risicostatus.DERDE_LIJN
        ),
        "GZ-ZWANGERSCHAP-001": _te_lang,
        "GZ-ZWANGERSCHAP-002": lambda d: _zwangerschap(
            _zwangerschap(d, "graviditeit", 1)[0], "pariteit", 1
        ),
        "GZ-ZWANGERSCHAP-003": lambda d: _zwangerschap(
            # Without the line of complete care, which asks for a birth, and without a length.
            _zwangerschap(
                attrs.evolve(d, declaratieregels=d.declaratieregels[:-1]), "a_terme_datum", None
            )[0],
            "wijze_einde",
            WijzeEinde.MOLA,
        ),
        "GZ-ZWANGERSCHAP-004": _zonder_kind,
        "GZ-ZWANGERSCHAP-005": _jonge_moeder,
        "GZ-KIND-003": _overleden_voor_geboorte,
        "GZ-KIND-004": _te_veel_geboren,
        "GZ-KIND-005": _andere_geboortedag,
        "GZ-KIND-006": _bsn_van_moeder,
        "GZ-KIND-007": _omgekeerde_meerling,
        "GZ-KIND-008": lambda d: _kind(d, "geboortegewicht_gram", geboortegewicht_gram=300),
    }
)
"""Of each rule of the theme but two, how to break it."""

ONGEBOREN: Final[Mapping[str, Breuk]] = MappingProxyType(
    {
        "GZ-KIND-001": _geboren_ongeboren,
        "GZ-KIND-002": lambda d: _ongeboren(d, "levend_geboren", levend_geboren=True),
    }
)
"""Breaches of a pregnancy that lasts, which on a late day of judging leaves a question."""
