"""What a group notes in one pass is what its lines say one by one."""

from datetime import date, timedelta
from itertools import permutations
from typing import Any

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from geboortezorg.model.declaratie import DebetCredit, Declaratieregel
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Eenheid
from geboortezorg.model.zwangerschap import Zwangerschap
from geboortezorg.tabellen import shipped
from geboortezorg.tabellen.index import Dagen
from geboortezorg.testing.dossier import nieuwe_declaratieregel
from geboortezorg.tijd import Periode
from geboortezorg.zorggeval import Bekend, Groep, Zorggeval, zorggevallen

DAG = date(2023, 5, 2)
ANDERS: dict[str, st.SearchStrategy[Any]] = {
    "aantal": st.integers(1, 3),
    "bedrag_eurocent": st.sampled_from((None, None, 100, 150)),
    "declaratiebedrag_eurocent": st.sampled_from((None, None, 0, 100, 999)),
    "eenheid": st.sampled_from((None, None, Eenheid.UUR, Eenheid.KWARTIER, Eenheid.STUK)),
    "startdatum_zorg": st.sampled_from((None, DAG, date(2014, 1, 1))),
    "zorgepisode_id": st.sampled_from((None, None, "ze-1")),
    "datum_partus": st.sampled_from((None, DAG)),
    "behandelaar_agb": st.sampled_from((None, None, "08001234")),
    "behandelaar_specialisme": st.sampled_from((None, None, "0800")),
    "debet_credit": st.sampled_from((*[DebetCredit.DEBET] * 4, DebetCredit.CREDIT)),
}


@st.composite
def lijnen(draw: st.DrawFn) -> list[Declaratieregel]:
    """Draw lines that often stand in one group."""
    uit = []
    for nummer in range(draw(st.integers(1, 5))):
        van = DAG + timedelta(days=draw(st.integers(0, 4)))
        een = nieuwe_declaratieregel(
            f"r-{nummer}",
            draw(
                st.sampled_from(("kraamzorg-uur", "kraamzorg-uur", "verloskunde-volledig", "niets"))
            ),
            van,
            agb="33001234",
            uzovi="0001",
            tarief_eurocent=draw(st.sampled_from((100, 100, 50, 200))),
            tot_en_met=van + timedelta(days=draw(st.sampled_from((0, 0, 0, 2, -1)))),
        )
        erbij = {naam: draw(waarde) for naam, waarde in ANDERS.items()}
        bedrag = een.tarief_eurocent * erbij["aantal"]
        for veld in ("bedrag_eurocent", "declaratiebedrag_eurocent"):
            erbij[veld] = bedrag if erbij[veld] is None else erbij[veld]
        uit.append(attrs.evolve(een, **erbij))
    return uit


def _door_wie(lijn: Declaratieregel) -> bool:
    return bool(lijn.behandelaar_agb or lijn.behandelaar_specialisme)


def _per_lijn(groep: Groep) -> dict[str, Any]:
    """Return what a group notes, from its lines one by one."""
    deze, posten = [post.declaratieregel for post in groep.posten], groep.posten
    begin = [lijn.periode.van for lijn in deze]
    einde = [lijn.periode.tot_en_met for lijn in deze]
    eigen = None if groep.prestatie is None else groep.prestatie.eenheid
    antwoorden = [post.tariefantwoord for post in posten]
    bij_start = groep.prestatie is not None and groep.prestatie.peildatum_start_zorg
    return {
        "begin": begin,
        "einde": einde,
        "eerste": min(begin),
        "laatste_begin": max(begin),
        "eerste_einde": min(einde),
        "laatste": max(einde),
        "op_een_dag": begin == einde,
        "omgekeerd": any(tot < van for van, tot in zip(begin, einde, strict=True)),
        "eigen_dagen": len(begin) == 1 or (begin == einde and len({*begin}) == len(begin)),
        "tariefdagen": [post.tariefdag for post in posten],
        "eigen_eenheid": eigen is not None and all(lijn.eenheid in {None, eigen} for lijn in deze),
        "meer": any(lijn.aantal > 1 for lijn in deze),
        "laagste": min(lijn.tarief_eurocent for lijn in deze),
        "hoogste": max(lijn.tarief_eurocent for lijn in deze),
        "klopt": all(
            lijn.tarief_eurocent * lijn.aantal == lijn.bedrag_eurocent
            and 0 < lijn.declaratiebedrag_eurocent <= lijn.bedrag_eurocent
            for lijn in deze
        ),
        "behandelaar": next(
            (r.behandelaar_agb or r.behandelaar_specialisme for r in deze if _door_wie(r)), None
        ),
        "noemt_start": any(r.zorgepisode_id or r.startdatum_zorg for r in deze),
        "antwoord": antwoorden[0],
        "eender": all(antwoord is antwoorden[0] for antwoord in antwoorden),
        "startdagen": [post.startdatum for post in posten] if bij_start else None,
        "telt": any(post.telt for post in posten),
        "enkel": sum(1 for post in posten if post.telt) == 1
        and not any(post.telt and post.aantal is not None and post.aantal > 1 for post in posten),
        "in_minuten": [post.minuten for post in posten if post.telt],
        "tellende_lijnen": [post.declaratieregel for post in posten if post.telt],
    }


def _twee(prestatie: str = "kraamzorg-uur", **anders: Any) -> list[Declaratieregel]:
    """Return a line, and one a day later that differs in these."""
    een, ander = (
        nieuwe_declaratieregel(
            f"r-{na}",
            prestatie,
            DAG + timedelta(days=na),
            agb="33001234",
            uzovi="0001",
            tarief_eurocent=100,
        )
        for na in range(2)
    )
    return [een, attrs.evolve(ander, **anders)]


@example(_twee(tarief_eurocent=200, debet_credit=DebetCredit.CREDIT), False)
@example(_twee(zorgepisode_id="ze-1", startdatum_zorg=DAG), True)
@example(_twee(zorgepisode_id="ze-1", behandelaar_specialisme="0800"), True)
@example([*_twee(startdatum_zorg=DAG), *_twee(startdatum_zorg=DAG)[1:]], True)
@example(_twee("verloskunde-volledig", startdatum_zorg=DAG), False)
@example(_twee(tarief_eurocent=50, aantal=2, eenheid=Eenheid.STUK), False)
@example(_twee(periode=Periode(van=DAG, tot_en_met=DAG - timedelta(days=1))), False)
@example([*_twee(tarief_eurocent=200), *_twee()], False)
@example(_twee()[::-1], False)
@example([*_twee(), *_twee()], False)
@example(_twee("niets"), True)
@example(_twee()[1:], False)
@example(_twee(startdatum_zorg=DAG, eenheid=Eenheid.STUK)[1:], True)
@example([*_twee(), *_twee("niets"), *_twee()], True)
@given(lijnen(), st.booleans())
def test_groep(declaratieregels: list[Declaratieregel], in_dossier: bool) -> None:
    """Of a dossier and of a message, with credits, other units and reversed periods."""
    dossier = None
    if in_dossier:
        dossier = Dossier(
            referentie="p",
            zwangerschap=Zwangerschap(datum_einde=DAG),
            declaratieregels=tuple(declaratieregels),
        )
    for leden in (None, _leden(declaratieregels)):
        (geval,) = zorggevallen(declaratieregels, shipped(), dossier, leden=leden)
        for groep in geval.groepen:
            verwacht = _per_lijn(groep)
            gezien = {naam: getattr(groep, naam) for naam in verwacht}
            assert gezien | {"tellende_lijnen": [*groep.tellende_lijnen]} == verwacht
        assert [post.nummer for post in geval.posten] == [*range(len(declaratieregels))]
        assert geval.starts == {r.startdatum_zorg for r in declaratieregels} - {None}
        assert geval.bevaldagen == {r.datum_partus for r in declaratieregels}
        assert geval.credits is any(not post.debet for post in geval.posten)


def _leden(declaratieregels: list[Declaratieregel]) -> frozenset[str]:
    """Return the members that lines hold, as the quick door knows these."""
    return frozenset(
        f"/declaratieregels/*/{naam}"
        for lijn in declaratieregels
        for naam, waarde in attrs.asdict(lijn, recurse=False).items()
        if waarde is not None
    )


def test_naar_wat_er_niet_is_wordt_niet_gevraagd() -> None:
    """Of members that a document is known not to have, no line is asked."""
    anders: dict[str, Any] = {"startdatum_zorg": DAG, "eenheid": Eenheid.STUK, "bsn": "1"}
    for leden in ("startdatum_zorg", "eenheid", "behandelaar_agb", "bsn"):
        (geval,) = zorggevallen(
            _twee(**anders)[1:],
            shipped(),
            Dossier(referentie="p", zwangerschap=Zwangerschap()),
            leden=frozenset({f"/declaratieregels/*/{leden}"}),
        )
        (groep,) = geval.groepen
        assert groep.noemt_start is bool(geval.starts) is (leden == "startdatum_zorg")
        assert groep.eigen_eenheid is (leden not in {"eenheid", "behandelaar_agb"})
        assert geval.peil.gevraagd[2] is (leden == "bsn")


def _geval(*declaratieregels: Declaratieregel) -> Zorggeval:
    (geval,) = zorggevallen(declaratieregels, shipped())
    return geval


def test_een_dag_na_een_periode_is_de_laatste() -> None:
    """A line of one day can end after lines that are over several days."""
    een = nieuwe_declaratieregel(
        "r-1", "kraamzorg-uur", DAG, agb="33001234", uzovi="0001", tarief_eurocent=100
    )
    morgen, later = DAG + timedelta(days=1), DAG + timedelta(days=5)
    lang = attrs.evolve(een, periode=Periode(van=DAG, tot_en_met=morgen))
    (groep,) = _geval(lang, attrs.evolve(een, periode=Periode(van=later, tot_en_met=later))).groepen
    assert (groep.laatste, groep.op_een_dag) == (later, False)


def test_over_twee_tarieven_in_welke_volgorde_ook() -> None:
    """The first and the last day tell whether all lines have one answer: that of the first line."""
    uren = [
        nieuwe_declaratieregel(
            f"r-{dag}", "kraamzorg-uur", dag, agb="33001234", uzovi="0001", tarief_eurocent=100
        )
        for dag in (date(2023, 12, 30), date(2023, 12, 31), date(2024, 1, 1))
    ]
    for volgorde in permutations(uren):
        (groep,) = _geval(*volgorde).groepen
        assert not groep.eender
        assert groep.antwoord is groep.posten[0].tariefantwoord
    (groep,) = _geval(uren[1], uren[0]).groepen
    assert groep.eender


def test_elk_tijdvak_heeft_een_eigen_soort() -> None:
    """Else two days could have one answer while a day between them has another."""
    bekend = Bekend(shipped())
    for prestatie in shipped().prestaties:
        _, _, _, _, per_dag = bekend[prestatie.prestatie_id]
        assert isinstance(per_dag, Dagen)
        soorten = per_dag.stukken[1]
        assert len({*map(id, soorten)}) == len(soorten)


def test_een_lijn_wordt_pas_een_post_als_dat_gevraagd_wordt() -> None:
    """A group without credits holds places only, and each line is one post from then on."""
    uur = nieuwe_declaratieregel(
        "r-1", "kraamzorg-uur", DAG, agb="33001234", uzovi="0001", tarief_eurocent=100
    )
    credit = attrs.evolve(
        uur,
        referentienummer="r-2",
        gerelateerd_referentienummer="r-1",
        debet_credit=DebetCredit.CREDIT,
    )
    geval = _geval(uur, uur)
    (groep,) = geval.groepen
    assert groep.telt
    assert groep.in_minuten == [60, 60]
    assert not geval.met_posten
    assert groep.posten is groep.posten is groep.tellend
    assert geval.met_posten
    assert geval.posten is geval.posten
    assert _geval(uur, credit).met_posten
    assert not _geval(uur, credit).groepen[0].telt


def test_van_een_groep_worden_sommige_lijnen_een_post() -> None:
    """A few lines are asked for without the others; those that exist already are the same ones."""
    uur = nieuwe_declaratieregel(
        "r-1", "kraamzorg-uur", DAG, agb="33001234", uzovi="0001", tarief_eurocent=100
    )
    geval = _geval(uur, attrs.evolve(uur, referentienummer="r-2", aantal=3))
    (groep,) = geval.groepen
    assert [(p.nummer, p.minuten) for p in groep.sommige(lambda lijn: lijn.aantal > 1)] == [
        (1, 180)
    ]
    assert not geval.met_posten
    assert groep.posten[1:] == groep.sommige(lambda lijn: lijn.aantal > 1)


def test_lijnen_van_een_prestatie_per_zwangerschap() -> None:
    """Care of two years is of two pregnancies; of one pregnancy no other line is made a post."""
    uur = nieuwe_declaratieregel(
        "r-1", "kraamzorg-uur", DAG, agb="33001234", uzovi="0001", tarief_eurocent=100
    )
    intake = attrs.evolve(uur, referentienummer="r-2", prestatie="kraamzorg-intake-thuis")
    geval = _geval(uur, intake)
    assert [[p.nummer for p in ps] for ps in geval.per_zwangerschap(("kraamzorg-uur",))] == [[0]]
    assert geval.groepen[1].sommige(lambda _: True) != geval.groepen[1].posten
    dag = DAG + timedelta(days=700)
    later = attrs.evolve(uur, referentienummer="r-3", periode=Periode(van=dag, tot_en_met=dag))
    geval = _geval(uur, intake, later)
    assert [[p.nummer for p in ps] for ps in geval.per_zwangerschap(("kraamzorg-uur",))] == [
        [0],
        [2],
    ]
