"""The version of the package and of the documents it reads and writes."""

__version__ = "0.1.0"

SCHEMA_VERSIE = "0.1"
"""The `schema_versie` this release writes: `<major>.<minor>` of the JSON Schemas."""

LEESBARE_VERSIES = (SCHEMA_VERSIE,)
"""The versions whose documents this release reads. A minor version accepts every document of the
previous minor, so an older minor of the same major needs nothing but its place in this list."""
