"""Hypothesis strategies for synthetic documents of every kind, for the tests of users.

``geldige_...()`` gives documents without any finding; ``..._met(code)`` gives a document with
exactly one breach, of the rule with that code, and the JSON Pointer to it. Every number is a test
number and nobody's. Needs the extra ``testing``.

``proeftabellen()`` is the closed set of tables that these documents stand on: judge them by it
(``Context(tabellen=proeftabellen())``), and what a later release ships changes nothing.
"""

from geboortezorg.tabellen import proeftabellen
from geboortezorg.testing.bekostiging import (
    aanwijzingen_met,
    geldige_aanwijzingen,
    geldige_lumpsumovereenkomsten,
    geldige_prestatiebeschrijvingen,
    geldige_vsv_declaraties,
    prestatiebeschrijvingen_met,
    vsv_declaraties_met,
)
from geboortezorg.testing.cijfers import cijfertabellen_met, geldige_cijfertabellen
from geboortezorg.testing.declaratie import declaraties_met, geldige_declaraties
from geboortezorg.testing.dossier import geldige_dossiers
from geboortezorg.testing.dossierbreuken import dossiers_met
from geboortezorg.testing.dossiersamenloop import samenloopdossiers_met
from geboortezorg.testing.kraamzorg import geldige_kraamzorgdossiers, kraamzorgdossiers_met
from geboortezorg.testing.monitorplan import geldige_monitorplannen, monitorplannen_met
from geboortezorg.testing.overeenkomst import overeenkomstdossiers_met
from geboortezorg.testing.overige import (
    geldige_codelijsten,
    geldige_contexten,
    geldige_igos,
    geldige_normtabellen,
    geldige_overeenkomsten,
    geldige_prestatielijsten,
    geldige_rapporten,
    geldige_tarieftabellen,
    geldige_zorgepisodes,
    overige_met,
)
from geboortezorg.testing.uitwisseling import (
    aansluitingen_met,
    bestuurlijke_afspraken_met,
    geldige_aansluitingen,
    geldige_bestuurlijke_afspraken,
)
from geboortezorg.testing.vsv import geldige_vsvs, vsvs_met
from geboortezorg.testing.wachtdienst import geldige_wachtdiensten
from geboortezorg.testing.wachtdienstbreuken import wachtdiensten_met

__all__ = [
    "aansluitingen_met",
    "aanwijzingen_met",
    "bestuurlijke_afspraken_met",
    "cijfertabellen_met",
    "declaraties_met",
    "dossiers_met",
    "geldige_aansluitingen",
    "geldige_aanwijzingen",
    "geldige_bestuurlijke_afspraken",
    "geldige_cijfertabellen",
    "geldige_codelijsten",
    "geldige_contexten",
    "geldige_declaraties",
    "geldige_dossiers",
    "geldige_igos",
    "geldige_kraamzorgdossiers",
    "geldige_lumpsumovereenkomsten",
    "geldige_monitorplannen",
    "geldige_normtabellen",
    "geldige_overeenkomsten",
    "geldige_prestatiebeschrijvingen",
    "geldige_prestatielijsten",
    "geldige_rapporten",
    "geldige_tarieftabellen",
    "geldige_vsv_declaraties",
    "geldige_vsvs",
    "geldige_wachtdiensten",
    "geldige_zorgepisodes",
    "kraamzorgdossiers_met",
    "monitorplannen_met",
    "overeenkomstdossiers_met",
    "overige_met",
    "prestatiebeschrijvingen_met",
    "proeftabellen",
    "samenloopdossiers_met",
    "vsv_declaraties_met",
    "vsvs_met",
    "wachtdiensten_met",
]
