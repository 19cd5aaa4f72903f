"""What is around resources: Bundles in Bundles, pages of more, and what may turn a meaning round."""

from typing import Any

import pytest
from tests.fhir import bundels as b
from tests.fhir.bundels import Resource

from geboortezorg.fhir import Reden, lees


def test_een_bundel_in_een_bundel() -> None:
    """The answers to several questions at once: each a Bundle, whose entries are read as well."""
    heel = b.heel()
    antwoorden = [{"resource": b.bundel(heel[:4])}, {"resource": b.bundel(heel[4:])}]
    batch = {"resourceType": "Bundle", "type": "batch-response", "entry": antwoorden}
    vreemd = {"resourceType": "Bundle", "entry": [{"resource": batch}, {"resource": 3}]}
    uitkomst = lees(vreemd)
    assert uitkomst.dossiers == lees(b.bundel(heel)).dossiers
    assert uitkomst.zonder_plaats[-1].resource == len(heel)


def _bladzijden(*links: dict[str, Any]) -> list[Resource]:
    """Return a record in as many Bundles, each with links to others."""
    heel = b.heel()
    laatste = len(links) - 1
    return [
        {
            **b.bundel(heel[nummer : nummer + 1] if nummer < laatste else heel[nummer:]),
            "link": [{"relation": naam, "url": url} for naam, url in link.items()],
        }
        for nummer, link in enumerate(links)
    ]


@pytest.mark.parametrize(
    ("links", "mist"),
    [
        ([{"self": "a", "next": "b"}, {"self": "b", "next": "c"}, {"self": "c"}], []),
        ([{"self": "a", "next": "b"}, {"self": "b", "next": "c"}], [-1]),
        ([{"self": "a", "next": "b"}, {"self": "c"}], [0]),
        ([{"self": "a", "next": "x"}, {"self": "b", "previous": "a"}], []),
        ([{"next": 3}], [-1]),
        ([{"self": 3, "next": "b"}, {"self": 4, "previous": 3}], [0]),
        ([{"self": "a", "first": "a", "last": "a"}], []),
    ],
)
def test_bladzijden(links: list[dict[str, Any]], mist: list[int]) -> None:
    """A page after which another follows that was not supplied is not the whole record."""
    uitkomst = lees(_bladzijden(*links))
    gezegd = [d for d in uitkomst.zonder_plaats if d.reden is Reden.VERVOLG_ONTBREEKT]
    alles = len(b.heel())
    assert [deel.resource for deel in gezegd] == [plaats % alles for plaats in mist]
    assert {(deel.resourcetype, deel.pad) for deel in gezegd} <= {("Bundle", "Bundle.link")}
    assert uitkomst.volledig is (not mist and lees(b.heel()).volledig)
    assert len(uitkomst.dossiers) == 1


@pytest.mark.parametrize("code", ["SUBSETTED", "TEST", 3])
def test_een_deel_van_een_resource(code: object) -> None:
    """What a server sent in part, by its own word, is not the whole of it."""
    tag = {"meta": {"tag": [{"code": "x"}, {"code": code}, 3]}}
    heel = b.heel()
    heel[0]["meta"] = {**heel[0].get("meta", {}), **tag["meta"]}
    for geheel, verwacht in (
        (b.bundel(heel), f"{heel[0]['resourceType']}.meta.tag[1]"),
        ({**b.bundel(b.heel()), **tag}, "Bundle.meta.tag"),
    ):
        uitkomst = lees(geheel)
        gezegd = [d.pad for d in uitkomst.zonder_plaats if d.reden is Reden.GEDEELTELIJK]
        assert gezegd == ([verwacht] if code == "SUBSETTED" else [])
        assert uitkomst.dossiers == lees(b.heel()).dossiers


def test_een_lege_bladzijde_met_vervolg() -> None:
    """No resource at all, and yet not the whole record; a strange link says nothing."""
    leeg = {"resourceType": "Bundle", "link": [3, {"url": "b"}, {"relation": "next"}]}
    assert [deel.reden for deel in lees(leeg).zonder_plaats] == [Reden.VERVOLG_ONTBREEKT]


@pytest.mark.parametrize("waar", ["implicitRules", "modifierExtension"])
def test_een_omhulsel_dat_niet_begrepen_wordt(waar: str) -> None:
    """What a Bundle or an entry says of what is in it may turn that round."""
    geheel = b.bundel(b.heel())
    assert lees(geheel).dossiers
    if waar == "implicitRules":
        geheel[waar] = "https://voorbeeld.nl/regels"
    else:
        for entry in geheel["entry"]:
            entry[waar] = [{"url": "https://voorbeeld.nl/weg", "valueBoolean": True}]
    uitkomst = lees(geheel)
    assert uitkomst.dossiers == ()
    assert Reden.NIET_BEGREPEN in {deel.reden for deel in uitkomst.zonder_plaats}
    assert not uitkomst.volledig
