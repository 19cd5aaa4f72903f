"""The rules: what documents are judged by, each with its code, source and texts."""
