"""``python -m geboortezorg.uitgave``: write or compare the files under ``schemas/``."""

import sys

from geboortezorg.uitgave.schrijver import main

if __name__ == "__main__":
    sys.exit(main())
