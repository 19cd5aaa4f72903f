"""``validate --koppeling``: files of rows, made into documents."""

import sys
from collections.abc import Iterator, Sequence
from typing import Any, Final

from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.invoer import OORZAKEN, STDIN, Invoer, Oorzaak, oorzaak_van
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.lijnen import Koppeling, KoppelingFout, Opslagfout, load_mapping
from geboortezorg.lijnen.oordeel import read_groups
from geboortezorg.lijnen.proef import unread_members
from geboortezorg.tekst import Tekst

ONGELEZEN: Final = Tekst(
    "een kolom heet als {naam}, en de koppeling leest haar niet: het oordeel weet er niet van; "
    "neem haar op in [kolommen], of geef haar een andere titel",
    "a column is called {naam}, and the koppeling does not read it: the verdict does not know of "
    "it; take it up in [kolommen], or give it another title",
)
"""What is said of a member that nothing fills, though a column has its name."""

_GEEN_RIJEN: Final = Tekst(
    "onder de kop staat geen rij; kijk of het bestand heel is, of laat het weg",
    "there is no row below the header; look whether the file is whole, or leave it out",
)


def lees_koppeling(pad: str, scherm: Scherm) -> Koppeling:
    """Return the koppeling in a file; Gebruiksfout, with every message, when it cannot be used."""
    try:
        return load_mapping(pad)
    except KoppelingFout as fout:
        tekstregels = [f"{leesbaar(pad)}: {tekst}" for tekst in fout.toon(scherm.taal)]
    raise Gebruiksfout("\n".join(tekstregels))


def documenten(paden: Sequence[str], koppeling: Koppeling, scherm: Scherm) -> Iterator[Invoer]:
    """Yield the rows of each document in the files, and every row that cannot be read.

    A file that cannot be read as the koppeling says is told of, and the others are read. Rows of a
    document that was in an earlier file are refused: neither part is the whole of it. So is a file
    without rows: it gives one document that there is not.
    """
    gezien: set[bytes] = set()
    for pad in paden:
        tonen: list[str] = []
        gemeld = False
        try:
            for groep in read_groups(_bron(pad), koppeling):
                if not gemeld:
                    for naam in unread_members(groep.plan):
                        scherm.meld(f"{leesbaar(pad)}: {scherm.tekst(ONGELEZEN).format(naam=naam)}")
                gemeld = True
                deel = groep.na(gezien) if len(paden) > 1 else groep
                yield Invoer(pad, groep.rijen[0], b"", groep=deel)
        except KoppelingFout as fout:
            tonen = list(fout.toon(scherm.taal))
        except (OSError, ValueError) as fout:
            tonen = [waarom(fout, scherm)]
        if not gemeld and not tonen:  # no document at all is not every document akkoord
            tonen = [scherm.tekst(_GEEN_RIJEN)]
        for tekst in tonen:
            scherm.meld(f"{leesbaar(pad)}: {tekst}")
        if tonen:
            yield Invoer(pad, None, Oorzaak.LEESFOUT)


def waarom(fout: OSError | ValueError, scherm: Scherm) -> str:
    """Return why a file of rows could not be read to its end."""
    oorzaak = fout.tekst if isinstance(fout, Opslagfout) else OORZAKEN[oorzaak_van(fout)]
    return scherm.tekst(oorzaak)


def _bron(pad: str) -> Any:
    if pad != STDIN:
        if not pad:
            raise FileNotFoundError
        return pad
    if sys.stdin is None:
        raise OSError("stdin")
    return sys.stdin.buffer
