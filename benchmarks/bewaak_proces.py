"""What `bewaak.py` runs for each commit: it judges the documents of files, as often as asked.

    python benchmarks/bewaak_proces.py CONTEXT FILE...         the place of a file on stdin: a round of it
    python benchmarks/bewaak_proces.py --tel CONTEXT FILE...   each file once; to count instructions

It imports the library of the commit from PYTHONPATH, which may be older than this file.
"""

import contextlib
import os
import sys
import time
from pathlib import Path
from typing import Any, Final

MERK: Final = "getlogin"
"""A function of C that nothing else calls: callgrind ends a part of its count where it begins."""


def _merk() -> None:
    with contextlib.suppress(OSError):
        os.getlogin()


def _context(pad: str) -> Any:
    try:
        from geboortezorg import Context, load  # noqa: PLC0415 - of the commit, and may not be there
    except ImportError:
        return None
    document: Any = load(Path(pad).read_bytes())
    return Context.uit_document(document)


def main() -> None:
    """Judge, and print the seconds of processor time of each round."""
    from geboortezorg import validate  # noqa: PLC0415 - of the commit

    tel = sys.argv[1] == "--tel"
    pad, *namen = sys.argv[1 + tel :]
    bestanden = [Path(naam).read_bytes().splitlines() for naam in namen]
    context = _context(pad)

    def beoordeel(documenten: list[bytes]) -> None:
        for document in documenten:
            validate(document, context=context)

    if tel:
        for documenten in bestanden:
            helft = len(documenten) // 2  # what is made once is made by then
            beoordeel(documenten[:helft])
            _merk()
            beoordeel(documenten[helft:])
            _merk()
        return
    for plaats in sys.stdin:
        begin = time.process_time()
        beoordeel(bestanden[int(plaats)])
        print(time.process_time() - begin, flush=True)


if __name__ == "__main__":
    main()
