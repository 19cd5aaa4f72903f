"""Dossiers with exactly one breach, made from valid ones."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

import attrs

from geboortezorg.model.declaratie import DebetCredit, Declaratieregel
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.igo import IntegraalTraject
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort, Prijsafspraak
from geboortezorg.model.partijen import Discipline, Echelon
from geboortezorg.model.zwangerschap import Client
from geboortezorg.testing import basis, dossierfeiten
from geboortezorg.testing.dossier import MAXIMUM_2023, geldige_dossiers, nieuwe_declaratieregel
from geboortezorg.tijd import Looptijd, lees_tijdstip

_BEGIN: Final = date(2023, 2, 1)

Breuk = Callable[[Dossier], tuple[Dossier, str]]
"""Takes a valid dossier with kraamzorg hours; returns it with one breach, and the pointer to it."""


def _plaats(dossier: Dossier, prestaties: tuple[str, ...]) -> int:
    return next(
        i
        for i, declaratieregel in enumerate(dossier.declaratieregels)
        if declaratieregel.prestatie in prestaties
    )


def _met_declaratieregel(dossier: Dossier, plaats: int, **anders: Any) -> Dossier:
    declaratieregels = list(dossier.declaratieregels)
    declaratieregels[plaats] = attrs.evolve(declaratieregels[plaats], **anders)
    return attrs.evolve(dossier, declaratieregels=tuple(declaratieregels))


def _erbij(dossier: Dossier, *declaratieregels: Declaratieregel) -> Dossier:
    return attrs.evolve(dossier, declaratieregels=(*dossier.declaratieregels, *declaratieregels))


def _veld(plaats: int, naam: str) -> str:
    return f"/declaratieregels/{plaats}/{naam}"


_UUR: Final = ("kraamzorg-uur",)
_VOLLEDIG: Final = ("verloskunde-volledig", "1001")
_INTAKE: Final = ("kraamzorg-intake-thuis", "kraamzorg-intake-telefonisch")


def _bsn(dossier: Dossier) -> tuple[Dossier, str]:
    client = attrs.evolve(dossier.client or Client(), bsn="999999991")
    return attrs.evolve(dossier, client=client), "/client/bsn"


def _postcode(dossier: Dossier) -> tuple[Dossier, str]:
    client = attrs.evolve(dossier.client or Client(), postcode="1234SS")
    return attrs.evolve(dossier, client=client), "/client/postcode"


def _eigen_bijdrage(dossier: Dossier) -> tuple[Dossier, str]:
    uur = dossier.declaratieregels[_plaats(dossier, _UUR)]
    declaratieregel = nieuwe_declaratieregel(
        "eb-0",
        "eigen-bijdrage-kraamzorg-thuis",
        uur.periode.van,
        agb=uur.zorgaanbieder_agb,
        uzovi=uur.uzovi_code,
        tarief_eurocent=480,
    )
    return _erbij(dossier, declaratieregel), _veld(len(dossier.declaratieregels), "prestatie")


def _zorgsoort(dossier: Dossier) -> tuple[Dossier, str]:
    plaats = _plaats(dossier, _INTAKE)
    return (
        _met_declaratieregel(dossier, plaats, zorgaanbieder_agb="08999999"),
        _veld(plaats, "zorgaanbieder_agb"),
    )


def _rol(dossier: Dossier) -> tuple[Dossier, str]:
    episode = dossier.zorgepisodes[0]
    ander = attrs.evolve(
        episode.zorgaanbieder,
        discipline=Discipline.HUISARTS,  # the first line still, so that it can lead labour
        echelon=Echelon.EERSTE_LIJN,
        partijsoort=None,
    )
    episodes = (attrs.evolve(episode, zorgaanbieder=ander),)
    # The line is no more of its provider: it names its own start.
    plaats = _plaats(dossier, _VOLLEDIG)
    van = dossier.declaratieregels[plaats].periode.van
    dossier = _met_declaratieregel(dossier, plaats, zorgepisode_id=None, startdatum_zorg=van)
    return (
        attrs.evolve(dossier, zorgepisodes=episodes),
        "/zorgepisodes/0/zorgaanbieder/agb_code",
    )


def _verzekeraar(dossier: Dossier) -> tuple[Dossier, str]:
    plaats = _plaats(dossier, _VOLLEDIG)
    return _met_declaratieregel(dossier, plaats, uzovi_code="0009"), _veld(plaats, "uzovi_code")


def _boven_max_max(dossier: Dossier) -> tuple[Dossier, str]:
    plaats = _plaats(dossier, _UUR)
    declaratieregel = dossier.declaratieregels[plaats]
    bedrag = 6527 * declaratieregel.aantal
    uit = _met_declaratieregel(
        dossier,
        plaats,
        tarief_eurocent=6527,
        bedrag_eurocent=bedrag,
        declaratiebedrag_eurocent=bedrag,
    )
    return uit, _veld(plaats, "tarief_eurocent")


def _vrij_tarief(dossier: Dossier) -> tuple[Dossier, str]:
    uzovi = dossier.declaratieregels[0].uzovi_code
    declaratieregel = nieuwe_declaratieregel(
        "ig-0",
        "integraal-prenataal",
        _BEGIN,
        agb="53000001",
        uzovi=uzovi,
        tarief_eurocent=50_001,
        tot_en_met=dossier.zwangerschap.datum_einde,  # the phase ends with the birth
    )
    overeenkomst = Overeenkomst(
        overeenkomst_id="ig",
        overeenkomstsoort=Overeenkomstsoort.INTEGRAAL,
        uzovi_code=uzovi,
        looptijd=Looptijd(van=date(2023, 1, 1)),
        schriftelijk=True,
        zorgaanbieder_agb="53000001",
        prijsafspraken=(Prijsafspraak(prestatie="integraal-prenataal", tarief_eurocent=50_000),),
    )
    # Alone: beside monodisciplinary care of the same phase it would be paid twice.
    uit = attrs.evolve(dossier, declaratieregels=(declaratieregel,), overeenkomsten=(overeenkomst,))
    return uit, _veld(0, "tarief_eurocent")


def _bedrag(dossier: Dossier) -> tuple[Dossier, str]:
    plaats = _plaats(dossier, _UUR)
    bedrag = dossier.declaratieregels[plaats].bedrag_eurocent + 1
    return _met_declaratieregel(dossier, plaats, bedrag_eurocent=bedrag), _veld(
        plaats, "bedrag_eurocent"
    )


def _credit(dossier: Dossier) -> tuple[Dossier, str]:
    uur = dossier.declaratieregels[_plaats(dossier, _UUR)]
    credit = attrs.evolve(uur, referentienummer="cr-0", debet_credit=DebetCredit.CREDIT)
    plaats = len(dossier.declaratieregels)
    return _erbij(dossier, credit), _veld(plaats, "gerelateerd_referentienummer")


def _andere_start(dossier: Dossier) -> tuple[Dossier, str]:
    plaats = _plaats(dossier, _VOLLEDIG)
    eerder = basis.dagen_na(dossier.declaratieregels[plaats].periode.van, -1)
    return _met_declaratieregel(dossier, plaats, startdatum_zorg=eerder), _veld(
        plaats, "startdatum_zorg"
    )


def _andere_bsn(dossier: Dossier) -> tuple[Dossier, str]:
    uit, pad = _uurregel(dossier, "bsn", bsn="999990019")
    return attrs.evolve(uit, client=attrs.evolve(uit.client or Client(), bsn="999990020")), pad


def _dubbel(dossier: Dossier) -> tuple[Dossier, str]:
    uur = dossier.declaratieregels[_plaats(dossier, _UUR)]
    plaats = len(dossier.declaratieregels)
    nogmaals = attrs.evolve(uur, referentienummer="dubbel")
    return _erbij(dossier, nogmaals), f"/declaratieregels/{plaats}"


def _nogmaals(dossier: Dossier, prestaties: tuple[str, ...]) -> tuple[Dossier, str]:
    eerste = dossier.declaratieregels[_plaats(dossier, prestaties)]
    plaats = len(dossier.declaratieregels)
    return (
        _erbij(dossier, attrs.evolve(eerste, referentienummer="nogmaals")),
        _veld(plaats, "prestatie"),
    )


def _beide_intakes(dossier: Dossier) -> tuple[Dossier, str]:
    eerste = dossier.declaratieregels[_plaats(dossier, _INTAKE)]
    ander = next(naam for naam in _INTAKE if naam != eerste.prestatie)
    declaratieregel = nieuwe_declaratieregel(
        "intake-2",
        ander,
        eerste.periode.van,
        agb=eerste.zorgaanbieder_agb,
        uzovi=eerste.uzovi_code,
        tarief_eurocent=MAXIMUM_2023[ander],
    )
    return _erbij(dossier, declaratieregel), _veld(len(dossier.declaratieregels), "prestatie")


_BREUKEN: Final[Mapping[str, Breuk]] = MappingProxyType(
    {
        "GZ-NUMMER-001": _bsn,
        "GZ-NUMMER-002": _postcode,
        "GZ-PRESTATIE-001": _eigen_bijdrage,
        "GZ-PRESTATIE-003": _zorgsoort,
        "GZ-PARTIJ-001": _rol,
        "GZ-VERZEKERAAR-001": _verzekeraar,
        "GZ-TARIEF-001": _boven_max_max,
        "GZ-TARIEF-002": _vrij_tarief,
        "GZ-TARIEF-004": _bedrag,
        "GZ-REGEL-001": _credit,
        "GZ-REGEL-004": _andere_start,
        "GZ-REGEL-006": _andere_bsn,
        "GZ-VERZEKERAAR-002": lambda dossier: _uurregel(dossier, "uzovi_code", uzovi_code="0009"),
        "GZ-KRAAMZORG-001": lambda dossier: _nogmaals(dossier, ("kraamzorg-inschrijving",)),
        "GZ-KRAAMZORG-002": _beide_intakes,
        "GZ-SAMENLOOP-003": lambda dossier: _nogmaals(dossier, _VOLLEDIG),
    }
)


def _uurregel(dossier: Dossier, veld: str, **anders: Any) -> tuple[Dossier, str]:
    """Return the dossier with its first line of kraamzorg hours changed."""
    plaats = _plaats(dossier, _UUR)
    return _met_declaratieregel(dossier, plaats, **anders), _veld(plaats, veld)


def _begint_na_geboorte(dossier: Dossier) -> tuple[Dossier, str]:
    geboorte = dossier.zwangerschap.datum_einde or _BEGIN
    looptijd = Looptijd(van=basis.dagen_na(geboorte, 1), tot_en_met=basis.dagen_na(geboorte, 42))
    # Without the line of that care: it would lie before its zorgepisode.
    uit = attrs.evolve(dossier, declaratieregels=dossier.declaratieregels[:-1])
    return dossierfeiten.episode(uit, "looptijd/van", looptijd=looptijd)


def _integrale_fasen(dossier: Dossier) -> tuple[Dossier, str]:
    traject = IntegraalTraject(
        fysieke_intake=date(2023, 1, 10),
        begin_actieve_fase=lees_tijdstip("2023-01-09T23:59+01:00"),
    )
    return (
        attrs.evolve(dossier, integraal_traject=traject),
        "/integraal_traject/begin_actieve_fase",
    )


_FEITEN: Final[Mapping[str, Breuk]] = MappingProxyType(
    {
        "GZ-DECLARATIE-007": lambda d: _uurregel(
            d, "declaratiebedrag_eurocent", declaratiebedrag_eurocent=0
        ),
        "GZ-DECLARATIE-008": lambda d: _uurregel(
            d,
            "declaratiebedrag_eurocent",
            declaratiebedrag_eurocent=d.declaratieregels[_plaats(d, _UUR)].bedrag_eurocent + 1,
        ),
        "GZ-DOSSIER-002": lambda d: _uurregel(d, "zorgepisode_id", zorgepisode_id="bestaat-niet"),
        "GZ-DOSSIER-003": _begint_na_geboorte,
        "GZ-IGO-004": _integrale_fasen,
    }
)

_GELDIGE: Final = geldige_dossiers(min_kraamdagen=1)

PROEFBREUKEN: Final = (
    *basis.proefbreuken("dossier", _GELDIGE, {**_BREUKEN, **_FEITEN, **dossierfeiten.BREUKEN}),
    # With a line twice there can be more hours than the basic package, which ask for an indication.
    *basis.proefbreuken("dossier", _GELDIGE, {"GZ-REGEL-002": _dubbel}, basis.Naast.VRAGEN),
    *basis.proefbreuken("dossier", _GELDIGE, dossierfeiten.ONGEBOREN, basis.Naast.VRAGEN),
)
"""What this module can break, for :func:`geboortezorg.testing.documents`."""
