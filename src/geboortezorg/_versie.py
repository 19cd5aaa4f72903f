"""The version of the package and of the documents it reads and writes."""

__version__ = "0.1.0"

SCHEMA_VERSIE = "0.1"
"""The `schema_versie` this release writes: `<major>.<minor>` of the JSON Schemas."""
