"""What is published under ``schemas/`` for other languages, besides the schemas themselves.

Not part of the API: users read the files. ``python -m geboortezorg.schema`` writes them.
"""
