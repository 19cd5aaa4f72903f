"""The settings of a team: a file that is found from the working folder upward.

It is a document of soort `context` that may leave out what kind it is. It is only ever a plain
file of bounded size; one that was found, and not named, must belong to the user or to the
administrator, in a folder that not everyone may write to, so that nobody else can put tables under
a verdict. A path in it is read relative to the folder in which it really stands.
"""

import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Final, final

from geboortezorg.bevroren import bevroren
from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.invoer import OORZAKEN, oorzaak_van
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.tabellen import leestoml
from geboortezorg.tekst import Tekst

BESTANDSNAAM: Final = "geboortezorg.toml"
VARIABELE: Final = "GEBOORTEZORG_INSTELLINGEN"

_BEHEERDER: Final = 0
_OPENEN: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_GEBRUIKT: Final = Tekst("instellingen: {pad}", "settings: {pad}")
_GEEN_BESTAND: Final = Tekst(
    "{pad}: de instellingen zijn geen gewoon bestand; vervang het, of geef --zonder-instellingen",
    "{pad}: the settings are not a plain file; replace it, or give --zonder-instellingen",
)
_VAN_EEN_ANDER: Final = Tekst(
    "{pad}: dit bestand met instellingen is van een andere gebruiker, of iedereen mag in zijn map "
    "schrijven; noem het in GEBOORTEZORG_INSTELLINGEN als het goed is, of geef "
    "--zonder-instellingen",
    "{pad}: this file with settings belongs to another user, or everyone may write to its folder; "
    "name it in GEBOORTEZORG_INSTELLINGEN if it is right, or give --zonder-instellingen",
)
_ONLEESBAAR: Final = Tekst(
    "{pad}: {oorzaak} (instellingen); herstel het, of geef --zonder-instellingen",
    "{pad}: {oorzaak} (settings); mend it, or give --zonder-instellingen",
)


@final
@bevroren
class Instellingen:
    """A file with settings, as it was read."""

    pad: str
    inhoud: bytes
    """At most one byte more than a TOML text may have."""


def zoek_instellingen(scherm: Scherm) -> Instellingen | None:
    """Return the settings that apply here, and tell the user of them; None without any.

    Raises Gebruiksfout for a file that is there but cannot serve.
    """
    genoemd = os.environ.get(VARIABELE)
    kandidaten = _omhoog() if not genoemd else (Path(genoemd),)
    for kandidaat in kandidaten:
        pad = _echt(kandidaat)
        inhoud = _lees(pad, scherm, genoemd=bool(genoemd))
        if inhoud is not None:
            scherm.meld(scherm.tekst(_GEBRUIKT).format(pad=leesbaar(str(pad))))
            return Instellingen(str(pad), inhoud)
    return None


def _omhoog() -> Iterable[Path]:
    try:
        hier = Path.cwd()
    except OSError:  # the folder was removed
        return ()
    return [map_ / BESTANDSNAAM for map_ in (hier, *hier.parents)]


def _echt(pad: Path) -> Path:
    """Return where a link leads to, or the link itself when it leads nowhere."""
    try:
        return pad.resolve() if pad.is_symlink() else pad
    except (OSError, ValueError, RuntimeError):  # RuntimeError: links that go round, before 3.13
        return pad


def _lees(pad: Path, scherm: Scherm, *, genoemd: bool) -> bytes | None:
    """Return the content of a file with settings; None when there is none at a place searched."""
    toon = leesbaar(str(pad))
    try:
        greep = os.open(pad, _OPENEN)  # never waits, as it would for a pipe without a writer
        with os.fdopen(greep, "rb") as stroom:
            toestand = os.fstat(greep)
            if not stat.S_ISREG(toestand.st_mode):
                raise Gebruiksfout(scherm.tekst(_GEEN_BESTAND).format(pad=toon))
            if not genoemd and not _vertrouwd(toestand, pad.parent.stat()):
                raise Gebruiksfout(scherm.tekst(_VAN_EEN_ANDER).format(pad=toon))
            return stroom.read(leestoml.MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as fout:
        if not genoemd:
            return None
        oorzaak = oorzaak_van(fout)
    except IsADirectoryError:
        raise Gebruiksfout(scherm.tekst(_GEEN_BESTAND).format(pad=toon)) from None
    except (OSError, ValueError) as fout:
        oorzaak = oorzaak_van(fout)
    tekst = scherm.tekst(_ONLEESBAAR)
    raise Gebruiksfout(tekst.format(pad=toon, oorzaak=scherm.tekst(OORZAKEN[oorzaak])))


def _vertrouwd(bestand: os.stat_result, map_: os.stat_result) -> bool:
    """Say whether only the user or the administrator can have put it there.

    Windows does not tell.
    """
    wie = getattr(os, "geteuid", None)
    if wie is None:
        return True
    return bestand.st_uid in (wie(), _BEHEERDER) and not map_.st_mode & stat.S_IWOTH
