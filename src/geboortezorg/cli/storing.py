"""What to say when the system no longer reads or writes."""

import errno
from typing import Final

from geboortezorg.tekst import Tekst

_VOL: Final = Tekst(
    "er is geen ruimte meer om te schrijven; maak ruimte en geef de opdracht opnieuw",
    "there is no room left to write; make room and give the command again",
)
_STORING: Final = Tekst(
    "lezen of schrijven lukt niet ({fout}); controleer de schijf, de rechten en de installatie",
    "reading or writing fails ({fout}); check the disk, the permissions and the installation",
)
_GEEN_RUIMTE: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def storing(fout: OSError, taal: str) -> str:
    """Return what is wrong and what to do, in Dutch or English: not in the words of the system."""
    if fout.errno in _GEEN_RUIMTE:
        return _VOL.in_taal(taal)
    naam = errno.errorcode.get(fout.errno or 0, type(fout).__name__)
    return _STORING.in_taal(taal).format(fout=naam)
