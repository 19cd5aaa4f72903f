"""Validating with jsonschema, which takes 90 ms to import: this module is only imported when asked."""

import json
from functools import cache

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import SchemaRegistry

from geboortezorg.schema.register import index, inhoud, pad_van


@cache
def registry() -> SchemaRegistry:
    """Return a registry of ``referencing`` with every schema under its ``$id``.

    For schemas of your own that refer to ours: ``Draft202012Validator(own, registry=registry())``.
    """
    return Registry().with_resources(
        (rij["$id"], Resource.from_contents(json.loads(inhoud(rij["pad"]))))
        for rij in index()["schemas"]
    )


@cache
def _validator(pad: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(inhoud(pad)), registry=registry())


def validator(soort: str, versie: str | None = None) -> Draft202012Validator:
    """Return the validator of a schema, built once.

    It judges shape only, like the structuring pass, and is many times slower. The messages of
    jsonschema repeat values from the document: do not log them. See :func:`tekst` for `versie`
    and for what is raised.
    """
    return _validator(pad_van(soort, versie))
