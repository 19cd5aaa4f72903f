"""``python -m geboortezorg.schema``: write or compare the committed schemas."""

import sys

from geboortezorg.schema.schrijver import main

if __name__ == "__main__":
    sys.exit(main())
