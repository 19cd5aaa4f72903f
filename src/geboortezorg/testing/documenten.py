"""The one door to the strategies, and the one registry of breaches: the sum of the modules."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, overload

from hypothesis import strategies as st

from geboortezorg.testing import (
    basis,
    bekostiging,
    cijfers,
    declaratie,
    dossier,
    dossierbreuken,
    dossiersamenloop,
    kleine_documenten,
    kraamzorg,
    monitorplan,
    overeenkomst,
    samenhang,
    uitwisseling,
    vsv,
    wachtdienst,
    wachtdienstbreuken,
)

GELDIG: Final[Mapping[str, st.SearchStrategy[Any]]] = MappingProxyType(
    {
        "dossier": dossier.geldige_dossiers() | kraamzorg.geldige_kraamzorgdossiers(),
        "zorgepisode": kleine_documenten.geldige_zorgepisodes(),
        "declaratie": declaratie.geldige_declaraties(),
        "vsv": vsv.geldige_vsvs(),
        "igo": kleine_documenten.geldige_igos(),
        "overeenkomst": (
            kleine_documenten.geldige_overeenkomsten() | bekostiging.geldige_lumpsumovereenkomsten()
        ),
        "vsv_declaratie": bekostiging.geldige_vsv_declaraties(),
        "prestatiebeschrijving": bekostiging.geldige_prestatiebeschrijvingen(),
        "aanwijzing": bekostiging.geldige_aanwijzingen(),
        "aansluiting": uitwisseling.geldige_aansluitingen(),
        "bestuurlijke_afspraak": uitwisseling.geldige_bestuurlijke_afspraken(),
        "monitorplan": monitorplan.geldige_monitorplannen(),
        "wachtdienst": wachtdienst.geldige_wachtdiensten(),
        "prestatielijst": kleine_documenten.geldige_prestatielijsten(),
        "tarieftabel": kleine_documenten.geldige_tarieftabellen(),
        "normtabel": kleine_documenten.geldige_normtabellen(),
        "cijfertabel": cijfers.geldige_cijfertabellen(),
        "codelijst": kleine_documenten.geldige_codelijsten(),
        "ei_indeling": kleine_documenten.geldige_ei_indelingen(),
        "context": kleine_documenten.geldige_contexten(),
        "rapport": kleine_documenten.geldige_rapporten(),
    }
)
"""Valid documents by their kind."""

PROEFBREUKEN: Final[tuple[basis.Proefbreuk, ...]] = (
    *samenhang.PROEFBREUKEN,
    *dossierbreuken.PROEFBREUKEN,
    *dossiersamenloop.PROEFBREUKEN,
    *kraamzorg.PROEFBREUKEN,
    *overeenkomst.PROEFBREUKEN,
    *declaratie.PROEFBREUKEN,
    *vsv.PROEFBREUKEN,
    *bekostiging.PROEFBREUKEN,
    *uitwisseling.PROEFBREUKEN,
    *kleine_documenten.PROEFBREUKEN,
    *monitorplan.PROEFBREUKEN,
    *cijfers.PROEFBREUKEN,
    *wachtdienstbreuken.PROEFBREUKEN,
)
"""Every way to break a rule."""

OVER_INVOER: Final = frozenset({"GZ-INVOER-001", "GZ-INVOER-002", "GZ-VORM-001"})
"""The rules about the input itself: what breaks them is no document with one breach."""


@overload
def documents(soort: str | None = None, *, code: None = None) -> st.SearchStrategy[Any]: ...


@overload
def documents(soort: str | None = None, *, code: str) -> st.SearchStrategy[tuple[Any, str]]: ...


def documents(soort: str | None = None, *, code: str | None = None) -> st.SearchStrategy[Any]:
    """Return synthetic documents, of every kind or of one; judge them by ``proefcontext()``.

    Without `code` they are valid: akkoord, without a finding. With the code of a rule they are
    pairs of a document with one breach, of that rule, and the JSON Pointer to it; judge those by
    ``proefcontext(code)``. Of general
    rules (GZ-SAMENHANG) the documents are filled in from their shape, so others may report too.

    Raises ValueError for a kind that does not exist and for a rule without a breach, and names
    those that can be asked for.
    """
    if code is None:
        gekozen = [documenten for naam, documenten in GELDIG.items() if soort in {None, naam}]
        bekend = list(GELDIG)
    else:
        van_soort = [breuk for breuk in PROEFBREUKEN if soort in {None, breuk.soort}]
        gekozen = [breuk.documenten for breuk in van_soort if breuk.code == code]
        bekend = sorted({breuk.code for breuk in van_soort})
    if not gekozen:
        raise ValueError(f"kan dit niet maken; wel: {', '.join(bekend)}")
    return st.one_of(gekozen)
