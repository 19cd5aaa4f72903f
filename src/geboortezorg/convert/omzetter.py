"""Our models in cattrs, for who has a converter."""

import cattrs

from geboortezorg.convert import structureer
from geboortezorg.convert.uitvoer import destructureer
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.vorm import klassen


def converter() -> cattrs.Converter:
    """Return a cattrs converter that structures and unstructures every model class our way.

    ``converter().structure(gegeven, Zorgepisode)`` raises Vormfouten, not cattrs' own errors.
    """
    uit = cattrs.Converter()
    for soort in DOCUMENTEN.values():
        for klasse in klassen(soort):
            uit.register_structure_hook(klasse, lambda gegeven, doel: structureer(doel, gegeven))
            uit.register_unstructure_hook(klasse, destructureer)
    return uit
