"""The kinds of document: which `soort` belongs to which model class.

`soort` and `schema_versie` are members of a document, not of the model: the same Zorgepisode
can stand alone or inside a dossier.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias, TypeVar

from geboortezorg.model.aansluiting import Aansluiting
from geboortezorg.model.aanwijzing import Aanwijzing
from geboortezorg.model.afspraak import BestuurlijkeAfspraak
from geboortezorg.model.cijfers import Cijfertabel
from geboortezorg.model.codelijst import Codelijst
from geboortezorg.model.context import Toetscontext
from geboortezorg.model.declaratie import Declaratie
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.ei import EIIndeling
from geboortezorg.model.igo import IGO
from geboortezorg.model.monitorplan import Monitorplan
from geboortezorg.model.norm import Normtabel
from geboortezorg.model.overeenkomst import Overeenkomst
from geboortezorg.model.prestatie import Prestatielijst
from geboortezorg.model.prestatiebeschrijving import Prestatiebeschrijving
from geboortezorg.model.tarief import Tarieftabel
from geboortezorg.model.vsv import VSV
from geboortezorg.model.vsv_declaratie import VSVDeclaratie
from geboortezorg.model.wachtdienst import Wachtdienstrooster
from geboortezorg.model.zorgepisode import Zorgepisode
from geboortezorg.rapport import Rapport

Document: TypeAlias = (
    Dossier
    | Zorgepisode
    | Declaratie
    | VSV
    | IGO
    | Overeenkomst
    | VSVDeclaratie
    | Prestatiebeschrijving
    | Aanwijzing
    | Aansluiting
    | BestuurlijkeAfspraak
    | Monitorplan
    | Wachtdienstrooster
    | Prestatielijst
    | Tarieftabel
    | Normtabel
    | Cijfertabel
    | Codelijst
    | EIIndeling
    | Toetscontext
    | Rapport
)
"""The model of any document: the class of every kind."""

DocumentT = TypeVar("DocumentT", bound=Document)
"""One kind of document."""

DOCUMENTEN: Final[Mapping[str, type[Any]]] = MappingProxyType(
    {
        "dossier": Dossier,
        "zorgepisode": Zorgepisode,
        "declaratie": Declaratie,
        "vsv": VSV,
        "igo": IGO,
        "overeenkomst": Overeenkomst,
        "vsv_declaratie": VSVDeclaratie,
        "prestatiebeschrijving": Prestatiebeschrijving,
        "aanwijzing": Aanwijzing,
        "aansluiting": Aansluiting,
        "bestuurlijke_afspraak": BestuurlijkeAfspraak,
        "monitorplan": Monitorplan,
        "wachtdienst": Wachtdienstrooster,
        "prestatielijst": Prestatielijst,
        "tarieftabel": Tarieftabel,
        "normtabel": Normtabel,
        "cijfertabel": Cijfertabel,
        "codelijst": Codelijst,
        "ei_indeling": EIIndeling,
        "context": Toetscontext,
        "rapport": Rapport,
    }
)
"""Every `soort` with its model class, in the order in which they are documented."""

SOORTEN: Final[Mapping[type[Any], str]] = MappingProxyType(
    {klasse: soort for soort, klasse in DOCUMENTEN.items()}
)


def soort_van(document: Any) -> str:
    """Return the kind of a document that was read: a model, or what only reads as one."""
    soort: str = SOORTEN.get(type(document)) or document.soort
    return soort
