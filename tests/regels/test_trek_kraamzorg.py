"""Plain kraamzorg: what is not plain is seen, so that the rules on it judge."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geboortezorg import Context, load
from geboortezorg.populatie import populatiecontext, population
from geboortezorg.regels import plan
from geboortezorg.regels.kraamzorg.gewoon import ALLES, BLIK, BLIK_IN_BERICHT
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.register import BLIKKEN_PER_SOORT, PER_SOORT
from geboortezorg.regels.werkblad import Werkblad

Json = dict[str, Any]

GOED = Path(__file__).parents[2] / "voorbeelden" / "goed" / "thuisbevalling-2023.json"
INDICATIE = {
    "datum": "2023-05-08",
    "indicatieprotocol": "lip",
    "protocolversie": "3",
    "geindiceerd_minuten": 2940,
    "voeding": "borstvoeding",
}
PARTUS = {"datum": "2023-05-08", "duur_minuten": 300}
CODES = {
    *(f"GZ-KRAAMZORG-{nummer:03}" for nummer in (1, 2, 3, 4, 5, 6, 13, 16, 17, 18, 19)),
    *(f"GZ-KRAAMZORG-{nummer:03}" for nummer in (21, 22, 25, 26, 27, 28, 29)),
}
"""The rules that are satisfied with plain kraamzorg."""

KRAAMZORG, AANMELDING, PARTUSASSISTENTIE, INDICATIE_TREK = ALLES
ALLEEN_BEVALDAG = (Trek.BEVALDAG,)
OMGEKEERD = (Trek.OMGEKEERDE_KRAAMZORG,)


def _dossier() -> Json:
    """Return a dossier with plain kraamzorg and partusassistentie; its lines begin with these."""
    dossier: Json = json.loads(GOED.read_bytes())
    for lijn in dossier["declaratieregels"]:
        if lijn["prestatie"] == "kraamzorg-uur":
            lijn["aantal"] = 5
            lijn["bedrag_eurocent"] = lijn["tarief_eurocent"] * 5
            lijn["declaratiebedrag_eurocent"] = lijn["bedrag_eurocent"]
    return dossier | {
        "kraamzorgindicaties": [dict(INDICATIE)],
        "partusassistenties": [dict(PARTUS)],
    }


def _bericht() -> Json:
    """Return a message with the same kraamzorg, of two women."""
    lijnen = [lijn for lijn in _dossier()["declaratieregels"] if "kraamzorg" in lijn["prestatie"]]
    for lijn in lijnen:
        lijn.pop("zorgepisode_id", None)
        lijn["datum_partus"] = "2023-05-08"
    return {
        "soort": "declaratie",
        "schema_versie": "0.1",
        "declarant_agb": lijnen[0]["zorgaanbieder_agb"],
        "uzovi_code": lijnen[0]["uzovi_code"],
        "factuurnummer": "F-1",
        "factuurdatum": "2024-01-01",
        "periode": {"van": "2022-01-01", "tot_en_met": "2024-01-01"},
        "declaratieregels": [
            {**lijn, "bsn": bsn, "referentienummer": f"{bsn}-{lijn['referentienummer']}"}
            for bsn in ("999990019", "999990020")
            for lijn in lijnen
        ],
    }


def _blad(document: Json, context: Context | None = None) -> Werkblad:
    return Werkblad(load(document), document["soort"], context or Context())


def _gezien(document: Json, context: Context | None = None) -> set[Trek]:
    """Return what the looks at such a document see, each of its own traits only."""
    w, uit = _blad(document, context), set[Trek]()
    for blik in BLIKKEN_PER_SOORT[w.soort]:
        if blik in (BLIK, BLIK_IN_BERICHT):
            gezien = set(blik.kijk(w))
            assert gezien <= set(blik.trekken)
            uit |= gezien
    return uit


def _toetst(document: Json, context: Context | None = None) -> set[str]:
    """Return which of the rules on kraamzorg are run, after all were seen to answer the same."""
    regels, w = PER_SOORT[document["soort"]], _blad(document, context)
    gemaakt = plan.indeling(w.soort, regels).plannen([w])[0]
    plan.vergelijk(regels, gemaakt, [w])
    return CODES & {regels[plaats].code for plaats in gemaakt.plaatsen}


def _lijn(naam: str, **anders: object) -> Callable[[Json], None]:
    """Return what changes the first line of a prestatie."""

    def verander(document: Json) -> None:
        lijnen = document["declaratieregels"]
        lijn = next(lijn for lijn in lijnen if lijn["prestatie"] == naam)
        lijn |= anders
        if anders.get("aantal"):
            lijn["bedrag_eurocent"] = lijn["tarief_eurocent"] * lijn["aantal"]
            lijn["declaratiebedrag_eurocent"] = lijn["bedrag_eurocent"]

    return verander


def _alle_uren(**anders: object) -> Callable[[Json], None]:
    """Return what changes every line of hours."""

    def verander(document: Json) -> None:
        for lijn in document["declaratieregels"]:
            lijn.update(anders if lijn["prestatie"] == UUR else {})

    return verander


def _erbij(prestatie: str, als: str = "", **anders: object) -> Callable[[Json], None]:
    """Return what adds a line like the first one of a prestatie, of another one."""

    def verander(document: Json) -> None:
        lijnen = document["declaratieregels"]
        lijn = next(lijn for lijn in lijnen if lijn["prestatie"] == prestatie)
        lijnen.append(lijn | {"prestatie": als or prestatie, "referentienummer": "erbij"} | anders)

    return verander


def _zonder(*prestaties: str) -> Callable[[Json], None]:
    def verander(document: Json) -> None:
        lijnen = document["declaratieregels"]
        document["declaratieregels"] = [x for x in lijnen if x["prestatie"] not in prestaties]

    return verander


def _zet(pad: str, waarde: object) -> Callable[[Json], None]:
    """Return what sets a member, or takes it away with None."""

    def verander(document: Json) -> None:
        *naar, lid = pad.split("/")
        deel: Any = document
        for stap in naar:
            deel = deel[int(stap)] if isinstance(deel, list) else deel[stap]
        if waarde is None:
            del deel[lid]
        elif lid == "-":
            deel.append(waarde)
        elif isinstance(deel, list):
            deel[int(lid)] = waarde
        else:
            deel[lid] = waarde

    return verander


def _dag(begin: str, einde: str = "") -> Json:
    return {"van": begin, "tot_en_met": einde or begin}


def _credit(document: Json) -> None:
    lijn = document["declaratieregels"][0]
    document["declaratieregels"].append(
        lijn
        | {
            "referentienummer": "terug",
            "debet_credit": "C",
            "gerelateerd_referentienummer": lijn["referentienummer"],
        }
    )


def _partus_op(dag: str) -> Callable[[Json], None]:
    """Return what puts all partusassistentie on one day."""

    def verander(document: Json) -> None:
        for lijn in document["declaratieregels"]:
            if "partusassistentie" in lijn["prestatie"]:
                lijn["periode"] = _dag(dag)
        for deel in document.get("partusassistenties", ()):
            deel["datum"] = dag

    return verander


def _declaratie_en_zorg(gedeclareerd: str, gegeven: str) -> Callable[[Json], None]:
    """Return what puts the lines of partusassistentie on one day, and what was given on another."""

    def verander(document: Json) -> None:
        _partus_op(gedeclareerd)(document)
        document["partusassistenties"][0]["datum"] = gegeven

    return verander


UUR, UURPARTUS, ASSISTENTIE, INSCHRIJVING, INTAKE = (
    "kraamzorg-uur",
    "kraamzorg-partusassistentie-uur",
    "kraamzorg-partusassistentie",
    "kraamzorg-inschrijving",
    "kraamzorg-intake-thuis",
)

IN_BEIDE = [
    (_lijn(UUR, prestatie="onbekend"), ALLES),
    (_credit, ALLES),
    (_zonder(UUR), ALLES),
    (_lijn(UUR, eenheid="dag"), ALLES),
    (_lijn(UUR, periode=_dag("2023-05-09", "2023-05-08")), OMGEKEERD),
    (_lijn(UUR, periode=_dag("2023-05-17", "2000-01-01")), OMGEKEERD),
    (_lijn(UUR, periode=_dag("2023-05-18", "2000-01-01")), ALLES),
    (_alle_uren(periode=_dag("2023-05-09", "2023-05-08")), ALLES),
    (_lijn(UUR, periode=_dag("2023-05-07")), ALLES),
    (_lijn(UUR, periode=_dag("2023-05-17")), ()),
    (_lijn(UUR, periode=_dag("2023-05-18")), ALLES),
    (_lijn(UUR, zorgaanbieder_agb="33009999"), ALLES),
    (_lijn(UUR, uzovi_code="0002"), ALLES),
    (_lijn(UUR, aantal=7), ()),
    (_lijn(UUR, aantal=8), (Trek.KRAAMZORGDAG,)),
    (_lijn(UURPARTUS, aantal=20), ALLES),
    (_lijn(UURPARTUS, eenheid="dag"), ALLES),
    (_lijn(INSCHRIJVING, periode=_dag("2023-05-08")), ()),
    (_lijn(INSCHRIJVING, periode=_dag("2023-05-09")), ALLES),
    (_erbij(INSCHRIJVING, periode=_dag("2023-05-09")), ALLES),
    (_erbij(INSCHRIJVING, zorgaanbieder_agb="33009999"), (AANMELDING,)),
    (_lijn(ASSISTENTIE, periode=_dag("2023-05-16")), ALLES),
    (_zonder(INSCHRIJVING), ()),  # partusassistentie is once, too
    (_zonder(INSCHRIJVING, ASSISTENTIE), (AANMELDING,)),
    (_zonder(INSCHRIJVING, INTAKE), (AANMELDING,)),
    (_zonder(INTAKE), ()),
    (_erbij(INTAKE), (AANMELDING,)),
    (_erbij(INTAKE, "kraamzorg-intake-telefonisch"), (AANMELDING,)),
    (_lijn(UURPARTUS, periode=_dag("2023-05-07")), ()),
    (_lijn(UURPARTUS, periode=_dag("2023-05-06")), (PARTUSASSISTENTIE,)),
    (_partus_op("2023-05-06"), ()),
    (_partus_op("2023-05-05"), (PARTUSASSISTENTIE,)),
    (_partus_op("2023-05-09"), ()),
    (_partus_op("2023-05-10"), (PARTUSASSISTENTIE,)),
    (_lijn(UURPARTUS, periode=_dag("2023-05-08", "2023-05-10")), (PARTUSASSISTENTIE,)),
]
"""Changes to a dossier or a message, and what is then seen."""


def _indicatie(minuten: int) -> Callable[[Json], None]:
    """Return what sets the indicated minutes, with a ground for them."""
    return _zet(
        "kraamzorgindicaties/0",
        INDICATIE | {"geindiceerd_minuten": minuten, "indicatiegrond": "medisch"},
    )


IN_DOSSIER = [
    (_zet("kinderen", None), ()),
    (_zet("geleverde_kraamzorg", [{"datum": "2023-05-09", "duur_minuten": 60}]), ALLES),
    (_zet("kraamzorgindicaties", None), (INDICATIE_TREK,)),
    (_zet("kraamzorgindicaties", [INDICATIE, INDICATIE]), (INDICATIE_TREK,)),
    (_zet("kraamzorgindicaties/0/indicatieprotocol", "klim"), (INDICATIE_TREK,)),
    (_zet("kraamzorgindicaties/0/protocolversie", "99"), (INDICATIE_TREK,)),
    (_zet("kraamzorgindicaties/0/ziekenhuisdagen", 0), (INDICATIE_TREK,)),
    (_zet("kraamzorgindicaties/0/aftrek_minuten", 0), (INDICATIE_TREK,)),
    (_zet("kraamzorgindicaties/0/maatwerk_minuten", 60), (INDICATIE_TREK,)),
    (_zet("kraamzorgindicaties/0/maatwerk_minuten", 0), ()),
    (_zet("kraamzorgindicaties/0/geindiceerd_minuten", 2400), ()),
    (_zet("kraamzorgindicaties/0/geindiceerd_minuten", 2399), (Trek.KRAAMZORGUREN,)),
    (_zet("kraamzorgindicaties/0/geindiceerd_minuten", 0), (INDICATIE_TREK,)),
    (_indicatie(4500), ()),
    (_indicatie(4501), (INDICATIE_TREK,)),
    (_zet("kraamzorgindicaties/0/geindiceerd_minuten", 2941), (INDICATIE_TREK,)),
    (_zet("kraamzorgindicaties/0/voeding", None), (INDICATIE_TREK,)),
    (_zet("kraamzorgindicaties/0/datum", "2023-05-09"), ()),
    (_zet("kraamzorgindicaties/0/datum", "2023-05-10"), (INDICATIE_TREK,)),
    (_zet("kraamzorgindicaties/0/datum", "2022-08-03"), ()),
    (_zet("kraamzorgindicaties/0/datum", "2022-08-02"), (INDICATIE_TREK,)),
    (_zet("kraamzorgindicaties/0/eerste_kind", False), ()),
    (_zet("kraamzorgindicaties/0/eerste_kind", True), (INDICATIE_TREK,)),
    (_zet("kraamzorgindicaties/0/indicatiemoment", "start_zorg"), ()),
    (_zet("kraamzorgindicaties/0/indicatiemoment", "dag_8"), (INDICATIE_TREK,)),
    (_zet("partusassistenties", None), (PARTUSASSISTENTIE,)),
    (_zonder(ASSISTENTIE), ()),
    (_zonder(UURPARTUS), (PARTUSASSISTENTIE,)),
    (_zonder(UURPARTUS, ASSISTENTIE), (PARTUSASSISTENTIE,)),
    (_zet("partusassistenties/0/duur_minuten", 299), (PARTUSASSISTENTIE,)),
    (_zet("partusassistenties/0/duur_minuten", 720), ()),
    (_zet("partusassistenties/0/duur_minuten", 721), ALLES),
    (_zet("partusassistenties/0/zorgaanbieder_agb", "33009999"), (PARTUSASSISTENTIE,)),
    (_lijn(UURPARTUS, zorgaanbieder_agb="33009999"), (PARTUSASSISTENTIE,)),
    (_zet("kinderen/0/werkelijke_plaats_baring", "buitenland"), (PARTUSASSISTENTIE,)),
    (_zet("partusassistenties/0/datum", "2023-05-07"), ()),
    (_zet("partusassistenties/0/zorgaanbieder_agb", "33001234"), ()),
    (_lijn(ASSISTENTIE, zorgaanbieder_agb="33009999"), (PARTUSASSISTENTIE,)),
    (_zet("partusassistenties/0/datum", "2023-05-06"), (PARTUSASSISTENTIE,)),
    (_zet("partusassistenties/0/datum", "2023-05-10"), (PARTUSASSISTENTIE,)),
    (_zet("partusassistenties/-", PARTUS | {"datum": "2023-05-10"}), (PARTUSASSISTENTIE,)),
    (_declaratie_en_zorg("2023-05-06", "2023-05-07"), ()),
    (_declaratie_en_zorg("2023-05-05", "2023-05-06"), (PARTUSASSISTENTIE,)),
    (_declaratie_en_zorg("2023-05-10", "2023-05-09"), (PARTUSASSISTENTIE,)),
]
IN_BERICHT = [
    (_lijn(UUR, bsn="999999999"), ALLES),
    (_lijn(UUR, datum_partus="2023-05-07"), (*ALLES, Trek.BEVALDAG)),
    (_lijn(UUR, periode=_dag("2023-05-10", "2023-05-09")), (*OMGEKEERD, Trek.BEVALDAG)),
    (_lijn(INSCHRIJVING, periode=_dag("2023-04-07", "2023-04-06")), (Trek.BEVALDAG,)),
    (_lijn(UUR, prestatie="onbekend"), (*ALLES, Trek.BEVALDAG)),
    (_credit, (*ALLES, Trek.BEVALDAG)),
]


def _veranderd(document: Json, *veranderingen: Callable[[Json], None]) -> Json:
    for verandering in veranderingen:
        verandering(document)
    return document


@pytest.mark.parametrize("document", [_dossier, _bericht])
def test_gewone_kraamzorg(document: Callable[[], Json]) -> None:
    """Of plain kraamzorg nothing is seen, and no rule on it is run."""
    assert _gezien(document()) == set()
    assert _toetst(document()) == set()


@pytest.mark.parametrize(("verandering", "trekken"), [*IN_BEIDE, *IN_DOSSIER])
def test_dossier_dat_niet_gewoon_is(
    verandering: Callable[[Json], None], trekken: tuple[Trek, ...]
) -> None:
    """Each way in which a dossier can be other than plain, and just not."""
    document = _veranderd(_dossier(), verandering)
    assert _gezien(document) == set(trekken)
    _toetst(document)


@pytest.mark.parametrize(("verandering", "trekken"), IN_BEIDE)
def test_bericht_dat_niet_gewoon_is(
    verandering: Callable[[Json], None], trekken: tuple[Trek, ...]
) -> None:
    """One woman of a message is enough; a look of its own sees the days of birth."""
    document = _veranderd(_bericht(), verandering)
    assert _gezien(document) - {Trek.BEVALDAG} == set(trekken)
    _toetst(document)


@pytest.mark.parametrize(("verandering", "trekken"), IN_BERICHT)
def test_bericht_met_bevaldagen(
    verandering: Callable[[Json], None], trekken: tuple[Trek, ...]
) -> None:
    """A woman names one day of birth in a message, or it follows from the first of her hours."""
    document = _veranderd(_bericht(), verandering)
    assert _gezien(document) == set(trekken)
    _toetst(document)


def test_dossier_met_alleen_een_indicatie() -> None:
    """What stands in a dossier without a line of kraamzorg is for the rules, and what is not none."""
    dossier = _veranderd(_dossier(), _zonder(UUR, UURPARTUS, ASSISTENTIE, INSCHRIJVING, INTAKE))
    assert _gezien(dossier) == set(ALLES)
    delen = {deel: dossier.pop(deel) for deel in ("kraamzorgindicaties", "partusassistenties")}
    delen["geleverde_kraamzorg"] = [{"datum": "2023-05-09", "duur_minuten": 60}]
    for deel, waarde in delen.items():
        assert _gezien(dossier | {deel: waarde}) == set(ALLES)
    assert _gezien(dossier) == set()
    assert _toetst(dossier) == set()


def test_dossier_zonder_bevalling() -> None:
    """Without a day of birth there is nothing to count from."""
    dossier = _dossier()
    del dossier["kinderen"], dossier["zwangerschap"]["datum_einde"]
    assert _gezien(dossier) == set(ALLES)
    _toetst(dossier)


def test_bijna_alle_verzonnen_kraamzorg_is_gewoon() -> None:
    """Of made-up dossiers without faults in which kraamzorg is declared most are plain."""
    gezien = [_gezien(p.document, populatiecontext()) for p in population(60, 3, fouten=0)]
    assert sum(map(bool, gezien)) <= 6
