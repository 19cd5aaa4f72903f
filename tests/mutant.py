"""A plugin for pytest that takes one module from another file: see ``tests/muteer.py``."""

import importlib.util
import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

NAAM, _, BESTAND = os.environ["GEBOORTEZORG_MUTANT"].partition("=")


class Vinder(MetaPathFinder):
    """Finds the changed module, and leaves all others to the ordinary finders."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        """Return where the changed module stands."""
        if fullname != NAAM:
            return None
        return importlib.util.spec_from_file_location(fullname, BESTAND)


sys.meta_path.insert(0, Vinder())
