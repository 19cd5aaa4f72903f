"""The kinds of document: which `soort` belongs to which model class.

`soort` and `schema_versie` are members of a document, not of the model: the same Zorgepisode
can stand alone or inside a dossier. The class of a kind is imported when it is first asked for.
"""

from collections.abc import Iterator, Mapping
from functools import reduce
from importlib import import_module
from operator import or_
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, final

from geboortezorg.lui import Luikaart

if TYPE_CHECKING:
    from geboortezorg import model
    from geboortezorg.rapport import Rapport

    Document: TypeAlias = (
        model.Dossier
        | model.Zorgepisode
        | model.Declaratie
        | model.VSV
        | model.IGO
        | model.Overeenkomst
        | model.VSVDeclaratie
        | model.Prestatiebeschrijving
        | model.Aanwijzing
        | model.Aansluiting
        | model.BestuurlijkeAfspraak
        | model.Monitorplan
        | model.Wachtdienstrooster
        | model.Prestatielijst
        | model.Tarieftabel
        | model.Normtabel
        | model.Cijfertabel
        | model.Codelijst
        | model.EIIndeling
        | model.Toetscontext
        | Rapport
    )
    """The model of any document: the class of every kind."""

    Invoer: TypeAlias = bytes | bytearray | memoryview | str | dict[str, Any] | Document
    """What can be judged: JSON as bytes or text, a parsed JSON object, or a model."""

DocumentT = TypeVar("DocumentT", bound="Document")
"""One kind of document."""

_WAAR: Final = {
    "dossier": "model.dossier:Dossier",
    "zorgepisode": "model.zorgepisode:Zorgepisode",
    "declaratie": "model.declaratie:Declaratie",
    "vsv": "model.vsv:VSV",
    "igo": "model.igo:IGO",
    "overeenkomst": "model.overeenkomst:Overeenkomst",
    "vsv_declaratie": "model.vsv_declaratie:VSVDeclaratie",
    "prestatiebeschrijving": "model.prestatiebeschrijving:Prestatiebeschrijving",
    "aanwijzing": "model.aanwijzing:Aanwijzing",
    "aansluiting": "model.aansluiting:Aansluiting",
    "bestuurlijke_afspraak": "model.afspraak:BestuurlijkeAfspraak",
    "monitorplan": "model.monitorplan:Monitorplan",
    "wachtdienst": "model.wachtdienst:Wachtdienstrooster",
    "prestatielijst": "model.prestatie:Prestatielijst",
    "tarieftabel": "model.tarief:Tarieftabel",
    "normtabel": "model.norm:Normtabel",
    "cijfertabel": "model.cijfers:Cijfertabel",
    "codelijst": "model.codelijst:Codelijst",
    "ei_indeling": "model.ei:EIIndeling",
    "context": "model.context:Toetscontext",
    "rapport": "rapport:Rapport",
}
_PER_PLEK: Final = {f"geboortezorg.{plek}": soort for soort, plek in _WAAR.items()}


def _klasse(soort: str) -> type[Any]:
    module, _, naam = _WAAR[soort].partition(":")
    klasse: type[Any] = getattr(import_module(f"geboortezorg.{module}"), naam)
    return klasse


@final
class _Soorten(Mapping[type[Any], str]):
    """The name of each class: a class that was never imported need not be looked for."""

    def __init__(self) -> None:
        self._bekend: dict[type[Any], str | None] = {}

    def __getitem__(self, klasse: type[Any]) -> str:
        bekend = self.vind(klasse)
        if bekend is None:
            raise KeyError(klasse)
        return bekend

    def vind(self, klasse: type[Any]) -> str | None:
        """Return the name of a class, as `get` does: asked of every document."""
        try:
            return self._bekend[klasse]
        except KeyError:
            return self._bekend.setdefault(klasse, self._zoek(klasse))

    def _zoek(self, klasse: type[Any]) -> str | None:
        module, naam = getattr(klasse, "__module__", ""), getattr(klasse, "__qualname__", "")
        soort = _PER_PLEK.get(f"{module}:{naam}")
        return soort if soort is not None and DOCUMENTEN[soort] is klasse else None

    def __iter__(self) -> Iterator[type[Any]]:
        return iter(DOCUMENTEN.values())

    def __len__(self) -> int:
        return len(DOCUMENTEN)


DOCUMENTEN: Final[Mapping[str, type[Any]]] = Luikaart(_WAAR, _klasse)
"""Every `soort` with its model class, in the order in which they are documented."""

SOORTEN: Final = _Soorten()
"""The `soort` of every model class of a document."""


def __getattr__(naam: str) -> Any:
    """Make the union of all kinds, or of all that can be judged, for those who ask for it."""
    if naam not in {"Document", "Invoer"}:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    document = reduce(or_, DOCUMENTEN.values())
    if naam == "Document":
        return document
    return bytes | bytearray | memoryview | str | dict[str, Any] | document


def soort_van(document: Any) -> str:
    """Return the kind of a document that was read: a model, or what only reads as one."""
    soort: str = SOORTEN.vind(type(document)) or document.soort
    return soort
