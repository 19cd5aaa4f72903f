"""What `bewaak.py` runs for each commit: it judges the documents of a file, as often as asked.

    python benchmarks/bewaak_proces.py FILE            one round for each line on stdin
    python benchmarks/bewaak_proces.py FILE HOW_MANY   so many documents, once; to count instructions

It imports the library of the commit from PYTHONPATH, which may be older than this file.
"""

import sys
import time
from pathlib import Path
from typing import Any


def _context() -> Any:
    try:
        from geboortezorg.populatie import populatiecontext  # noqa: PLC0415 - may not be there
    except ImportError:
        return None
    return populatiecontext()


def main() -> None:
    """Judge, and print the seconds of processor time of each round."""
    from geboortezorg import validate  # noqa: PLC0415 - of the commit

    pad, *aantal = sys.argv[1:]
    documenten = Path(pad).read_bytes().splitlines()
    context = _context()
    if aantal:
        for document in documenten[: int(aantal[0])]:
            validate(document, context=context)
        return
    for _ in sys.stdin:
        begin = time.process_time()
        for document in documenten:
            validate(document, context=context)
        print(time.process_time() - begin, flush=True)


if __name__ == "__main__":
    main()
