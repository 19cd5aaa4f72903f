"""What is made for documents that hold none but usual members, whichever these are."""

from collections.abc import Iterator
from typing import Any

import pytest

from geboortezorg.convert import structuur
from geboortezorg.convert.gewoon import GEWOON, Gewoon, Gewoonte
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels import plan, veldsnel
from geboortezorg.regels.context import Context
from geboortezorg.regels.register import PER_SOORT
from geboortezorg.validation import validate_portion
from geboortezorg.vorm import Soort, velden


def _paden(klasse: type[Any], pad: str = "") -> Iterator[frozenset[str]]:
    """Yield each member by itself, with all that it is part of."""
    for veldvorm in velden(klasse):
        hier = f"{pad}/{veldvorm.naam}"
        yield frozenset({hier})
        vorm = veldvorm.vorm.item or veldvorm.vorm
        if vorm.soort is Soort.OBJECT and vorm.klasse is not None:
            binnen = f"{hier}/*" if veldvorm.vorm.item is not None else hier
            for onder in _paden(vorm.klasse, binnen):
                yield onder | {hier, binnen}


@pytest.mark.parametrize("soort", DOCUMENTEN)
def test_elk_lid_kan_het_enige_gewone_zijn(soort: str) -> None:
    """Each text that is generated compiles: with no usual member, and with any one of them."""
    klasse, leden = DOCUMENTEN[soort], plan.Indeling(soort, PER_SOORT[soort])._leden
    for gewoon in {frozenset[str](), *_paden(klasse)}:
        assert callable(veldsnel._genereer(soort, met_dag=True, gewoon=gewoon))
        assert callable(leden[gewoon])
        assert callable(structuur._teller(klasse, Gewoon(gewoon, gewoon)))


def test_zorgaanbieders_met_alleen_een_discipline(monkeypatch: pytest.MonkeyPatch) -> None:
    """No declaration on the codes of a provider is left to ask, in what is then usual."""
    document = (
        b'{"soort":"zorgepisode","schema_versie":"0.1","zorgepisode_id":"ze-1",'
        b'"zorgaanbieder":{"discipline":"eerstelijnsverloskundige"},'
        b'"looptijd":{"van":"2022-10-03","tot_en_met":"2023-06-19"},'
        b'"eindverantwoordelijk_in":["intake"]}'
    )
    deur = structuur.Deur("zorgepisode")
    deur._gewoonte = Gewoonte(DOCUMENTEN["zorgepisode"])
    gelezen = [deur.lees(document) for _ in range(600)]
    assert getattr(gelezen[-1], GEWOON) is not None
    eerste, laatste = validate_portion([document], Context()), None
    for _ in range(10):
        laatste = validate_portion([document] * 64, Context())
    assert laatste == eerste * 64
