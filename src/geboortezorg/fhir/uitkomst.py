"""What reading gives: dossiers, and the list of what had no place in them."""

from enum import StrEnum
from typing import final

from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model.dossier import Dossier


class Reden(StrEnum):
    """Why something of the input stands in no dossier."""

    GEEN_PLEK = "geen_plek"
    """A dossier has no member for it, or nothing says which member it fills."""
    ONBEKENDE_CODE = "onbekende_code"
    """The member exists, but the code is in no list that we know."""
    ONTBREEKT = "ontbreekt"
    """Without this element its resource, or a part of it, cannot be placed."""
    VORM = "vorm"
    """The value does not have the shape that the member asks: half a date, a number of 7 digits."""
    TEGENSTRIJDIG = "tegenstrijdig"
    """The input gives different values for one member; none of them was taken."""
    NIET_VERBONDEN = "niet_verbonden"
    """Nothing in the input ties it to one pregnancy, or what it refers to is not there."""
    ANDERE_BETEKENIS = "andere_betekenis"
    """It was counted at a moment at which it means something else than the member."""
    STATUS = "status"
    """Its status says that it is not, or not yet, so."""
    NIET_BEGREPEN = "niet_begrepen"
    """It has a modifierExtension or implicitRules, which may turn its meaning round."""
    DUBBEL = "dubbel"
    """Another resource has the same id and other contents; neither was taken."""
    GEEN_RESOURCE = "geen_resource"
    """It is no resource of FHIR STU3."""
    GEDEELTELIJK = "gedeeltelijk"
    """A tag says that a server sent a part of it only: what it lacks, its source may tell."""
    VERVOLG_ONTBREEKT = "vervolg_ontbreekt"
    """The Bundle is one page of more, and the next one is not in the input."""


@final
@bevroren(kw_only=True)
class ZonderPlaats:
    """One thing of the input that stands in no dossier; never its value."""

    resource: int
    """Which resource of the input, counted from 0; the entries of a Bundle are counted.

    For what is missing after a Bundle, the last resource in it.
    """
    resourcetype: str
    """The type of the resource; ``*`` when it has none that we know."""
    pad: str
    """The place in the way of FHIRPath: ``Patient.address[0].city``; unknown names as ``*``."""
    reden: Reden


@final
@bevroren(kw_only=True)
class Leesuitkomst:
    """The dossiers that were read, one for each pregnancy, and what had no place."""

    dossiers: tuple[Dossier, ...] = attrs.field(repr=False)
    zonder_plaats: tuple[ZonderPlaats, ...] = ()

    @property
    def volledig(self) -> bool:
        """Whether everything for which a dossier has a place did get it."""
        return all(deel.reden is Reden.GEEN_PLEK for deel in self.zonder_plaats)
