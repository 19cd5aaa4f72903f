"""What is plain to see of a document, of which rules say that it gives them occasion to judge."""

from typing import Final

BLIKKEN: Final = {"velden.BLIK": "*", "lijnen.BLIK": "dossier declaratie"}
"""The looks of this package, with the kinds of document that each sees; themes have more."""
