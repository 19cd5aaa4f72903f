"""Field declarations: the one place that the structuring pass and the JSON Schema both read.

Each model field carries a :class:`Veld` in its attrs metadata: a description in English and
Dutch, a unit when it is a quantity, a mark when it is personal data, what a plain JSON Schema can
say about its values, and how it hangs together with other fields. The functions here return that metadata, so that a field is still
declared with plain ``attrs.field``::

    bedrag_eurocent: int = attrs.field(metadata=veld.getal("Amount.", "Bedrag.", 0, eenheid="eurocent"))
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, final

from geboortezorg.betekenis import Betekenis, Gevuld, Nodig
from geboortezorg.bevroren import Plek, bevroren

if TYPE_CHECKING:
    from attrs import Attribute

SLEUTEL: Final = "geboortezorg"
"""The key under which a :class:`Veld` stands in the metadata of an attrs field."""

MAX_TEKST: Final = 500
"""Longest free text, in Unicode code points."""

MAX_LIJST: Final = 10_000
"""Most items of a list, unless the field states another bound."""

MAX_GETAL: Final = 10**12
"""Largest whole number, far below 2**53, so that every JSON parser reads it exactly."""


@final
@bevroren(kw_only=True)
class Veld:
    r"""What is known of one field, apart from its name and type.

    `patroon` is an anchored pattern for values of fixed length; `tekens` is the inside of a
    character class for values of variable length. Both are plain enough for every JSON Schema
    validator: ``[0-9]`` and never ``\d``, and never a bare ``$`` after a variable length.
    """

    omschrijving: str
    omschrijving_nl: str
    eenheid: str | None = None
    persoonsgegeven: bool = False
    patroon: str | None = None
    tekens: str | None = None
    min_lengte: int = 1
    max_lengte: int = MAX_TEKST
    minimum: int = -MAX_GETAL
    maximum: int = MAX_GETAL
    min_aantal: int = 0
    max_aantal: int = MAX_LIJST
    altijd: bool = False
    """Whether a list is written also when it is empty."""
    geordend: bool = False
    """Whether the order of a list says something; of most lists it does not."""
    voorbeelden: tuple[str | int | bool, ...] = ()
    bron: str | None = None
    betekenis: tuple[Betekenis, ...] = ()


def _metadata(veld: Veld) -> Mapping[str, Any]:
    return {SLEUTEL: veld}


def gegeven(
    omschrijving: str,
    omschrijving_nl: str,
    *,
    persoonsgegeven: bool = False,
    voorbeelden: tuple[str | int | bool, ...] = (),
    bron: str | None = None,
    betekenis: tuple[Betekenis, ...] = (),
) -> Mapping[str, Any]:
    """Metadata of a date, a choice, a boolean or a nested object: the type says the rest."""
    return _metadata(
        Veld(
            omschrijving=omschrijving,
            omschrijving_nl=omschrijving_nl,
            persoonsgegeven=persoonsgegeven,
            voorbeelden=voorbeelden,
            bron=bron,
            betekenis=betekenis,
        )
    )


def tekst(
    omschrijving: str,
    omschrijving_nl: str,
    max_lengte: int = MAX_TEKST,
    *,
    min_lengte: int = 1,
    tekens: str | None = None,
    persoonsgegeven: bool = False,
    voorbeelden: tuple[str, ...] = (),
    bron: str | None = None,
    betekenis: tuple[Betekenis, ...] = (),
) -> Mapping[str, Any]:
    """Metadata of a text of variable length; without `tekens` only control characters are out."""
    if tekens is None and Nodig() not in betekenis:
        betekenis = (*betekenis, Gevuld())
    return _metadata(
        Veld(
            omschrijving=omschrijving,
            omschrijving_nl=omschrijving_nl,
            min_lengte=min_lengte,
            max_lengte=max_lengte,
            tekens=tekens,
            persoonsgegeven=persoonsgegeven,
            voorbeelden=voorbeelden,
            bron=bron,
            betekenis=betekenis,
        )
    )


def code(
    omschrijving: str,
    omschrijving_nl: str,
    patroon: str,
    lengte: int,
    *,
    persoonsgegeven: bool = False,
    voorbeelden: tuple[str, ...] = (),
    bron: str | None = None,
    betekenis: tuple[Betekenis, ...] = (),
) -> Mapping[str, Any]:
    """Metadata of a text of exactly `lengte` characters that matches the anchored `patroon`."""
    return _metadata(
        Veld(
            omschrijving=omschrijving,
            omschrijving_nl=omschrijving_nl,
            patroon=patroon,
            min_lengte=lengte,
            max_lengte=lengte,
            persoonsgegeven=persoonsgegeven,
            voorbeelden=voorbeelden,
            bron=bron,
            betekenis=betekenis,
        )
    )


def sleutel(
    omschrijving: str,
    omschrijving_nl: str,
    *,
    persoonsgegeven: bool = False,
    voorbeelden: tuple[str, ...] = (),
    betekenis: tuple[Betekenis, ...] = (),
) -> Mapping[str, Any]:
    """Metadata of a key by which parts of a document refer to each other, or to a table row."""
    return tekst(
        omschrijving,
        omschrijving_nl,
        60,
        tekens="A-Za-z0-9._-",
        persoonsgegeven=persoonsgegeven,
        voorbeelden=voorbeelden,
        betekenis=betekenis,
    )


def getal(
    omschrijving: str,
    omschrijving_nl: str,
    minimum: int,
    maximum: int = MAX_GETAL,
    *,
    eenheid: str | None = None,
    persoonsgegeven: bool = False,
    voorbeelden: tuple[int, ...] = (),
    bron: str | None = None,
    betekenis: tuple[Betekenis, ...] = (),
) -> Mapping[str, Any]:
    """Metadata of a whole number from `minimum` to `maximum`, both included."""
    return _metadata(
        Veld(
            omschrijving=omschrijving,
            omschrijving_nl=omschrijving_nl,
            eenheid=eenheid,
            minimum=minimum,
            maximum=maximum,
            persoonsgegeven=persoonsgegeven,
            voorbeelden=voorbeelden,
            bron=bron,
            betekenis=betekenis,
        )
    )


def lijst(
    omschrijving: str,
    omschrijving_nl: str,
    max_aantal: int = MAX_LIJST,
    *,
    min_aantal: int = 0,
    tekens: str | None = None,
    min_lengte: int = 1,
    max_lengte: int = 60,
    patroon: str | None = None,
    altijd: bool = False,
    geordend: bool = False,
    persoonsgegeven: bool = False,
    voorbeelden: tuple[str | int | bool, ...] = (),
    bron: str | None = None,
    betekenis: tuple[Betekenis, ...] = (),
) -> Mapping[str, Any]:
    """Metadata of a list; `tekens`, the lengths and `patroon` bound its items when texts."""
    return _metadata(
        Veld(
            omschrijving=omschrijving,
            omschrijving_nl=omschrijving_nl,
            min_aantal=min_aantal,
            max_aantal=max_aantal,
            tekens=tekens,
            min_lengte=max_lengte if patroon is not None else min_lengte,
            max_lengte=max_lengte,
            patroon=patroon,
            altijd=altijd,
            geordend=geordend,
            persoonsgegeven=persoonsgegeven,
            voorbeelden=voorbeelden,
            bron=bron,
            betekenis=betekenis,
        )
    )


def van(plek: "Plek | Attribute[Any]") -> Veld:
    """Return the declaration of one attrs field; KeyError when the field was not declared."""
    gevonden: Veld = plek.metadata[SLEUTEL]
    return gevonden
