"""TOML to the JSON value that the structuring pass reads, and where each part stands."""

import datetime as dt
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from geboortezorg.tabellen.fout import Melding, Pad, TabelFout, Tabelreden, tekstregel_van
from geboortezorg.tekst import Tekst

MAX_BYTES: Final = 1024 * 1024
"""Longest text that is read: tomllib needs hundreds of times its length in memory."""

_MAX_PUNTEN: Final = 100
_MAX_PUNTEN_KOP: Final = 5
"""Most dots in a line and in a header: tomllib takes minutes over keys of a thousand parts."""

_MAX_KOPPEN: Final = 20_000
"""Most headers: each of them costs far more than the line that it stands on."""

_TEKSTREGEL_IN_FOUT: Final = re.compile(r"\(at line ([0-9]+), column [0-9]+\)")
_KOP: Final = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_-]+(?:\s*\.\s*[A-Za-z0-9_-]+)*)\s*\]")
_SLEUTEL: Final = re.compile(r"\s*([A-Za-z0-9_-]+(?:\s*\.\s*[A-Za-z0-9_-]+)*)\s*=")
_LANG: Final = ('"""', "'''")

_TE_GROOT: Final = Tekst(
    "de TOML is groter dan 1 MiB; splits haar, of geef JSON of CSV",
    "the TOML is larger than 1 MiB; split it, or give JSON or CSV",
)
_PUNTEN: Final = Tekst(
    "deze tekstregel heeft te veel punten; splits hem", "this line has too many dots; split it"
)
_KOPPEN: Final = Tekst(
    "er zijn te veel koppen; splits de tekst", "there are too many headers; split the text"
)
GEEN_UTF8: Final = Tekst(
    "de tekst is geen UTF-8; sla het bestand als UTF-8 op",
    "the text is not UTF-8; save the file as UTF-8",
)
_GEEN_TOML: Final = Tekst(
    "dit is geen geldige TOML (een sleutel die twee keer voorkomt is dat ook niet); verbeter deze "
    "tekstregel",
    "this is not valid TOML (nor is a key that stands there twice); mend this line",
)
_TIJDSTIP: Final = Tekst(
    "hier staat een tijdstip; schrijf een datum: JJJJ-MM-DD",
    "this is a time; write a date: YYYY-MM-DD",
)
_LANG_GETAL: Final = Tekst(
    "een getal is te lang; bedragen zijn hele eurocenten",
    "a number is too long; amounts are whole eurocents",
)
_TE_DIEP: Final = Tekst(
    "de tekst is te diep genest; maak haar platter", "the text is nested too deeply; flatten it"
)


def lees(data: bytes) -> tuple[Any, dict[Pad, int]]:
    """Return the value in a TOML text and the line of each table and key.

    Native dates become their text. Raises :class:`TabelFout`, without a file name.
    """
    import tomllib  # noqa: PLC0415 - costs time, for who has a TOML text

    if len(data) > MAX_BYTES:
        raise TabelFout([Melding(reden=Tabelreden.TE_GROOT, uitleg=_TE_GROOT)])
    waarde: Any = None
    fout: Melding | None = None
    tekst = ""
    try:
        tekst = data.decode("utf-8-sig")  # with the mark that some editors write
        koppen = 0
        for nummer, tekstregel in enumerate(tekst.split("\n"), 1):
            kop = tekstregel.lstrip().startswith("[")
            if tekstregel.count(".") > (_MAX_PUNTEN_KOP if kop else _MAX_PUNTEN):
                fout = _melding(_PUNTEN, nummer)
                break
            koppen += kop
            if koppen > _MAX_KOPPEN:
                fout = _melding(_KOPPEN, nummer)
                break
        else:
            waarde = _als_json(tomllib.loads(tekst), ())
    except UnicodeDecodeError:
        fout = _melding(GEEN_UTF8)
    except tomllib.TOMLDecodeError as toml_fout:
        # Its message may hold text from the file; only the line is taken over. Without one the
        # text ends too soon.
        gevonden = _TEKSTREGEL_IN_FOUT.search(str(toml_fout))
        fout = _melding(
            _GEEN_TOML,
            tekst.count("\n") + 1 if gevonden is None else int(gevonden[1]),
        )
    except _TijdstipFout as tijdstip:
        fout = _melding(_TIJDSTIP, tekstregel_van(tekstregels(tekst), tijdstip.pad))
    except ValueError:
        fout = _melding(_LANG_GETAL)
    except RecursionError:
        fout = _melding(_TE_DIEP)
    if fout is not None:
        raise TabelFout([fout])
    return waarde, tekstregels(tekst)


def _melding(uitleg: Tekst, tekstregel: int | None = None) -> Melding:
    return Melding(reden=Tabelreden.INHOUD, uitleg=uitleg, tekstregel=tekstregel)


class _TijdstipFout(Exception):
    """A date with a time, or a time, stands at `pad`. Never leaves this module."""

    def __init__(self, pad: Pad) -> None:
        super().__init__()
        self.pad = pad


def _als_json(waarde: Any, pad: Pad) -> Any:
    if isinstance(waarde, dict):
        return {naam: _als_json(deel, (*pad, naam)) for naam, deel in waarde.items()}
    if isinstance(waarde, list):
        return [_als_json(deel, (*pad, i)) for i, deel in enumerate(waarde)]
    if isinstance(waarde, dt.datetime | dt.time):
        raise _TijdstipFout(pad)
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def tekstregels(tekst: str) -> dict[Pad, int]:
    """Return the line on which each table and each key of a valid TOML text stands.

    Reads headers and bare keys at the start of a line, which is all that a table file needs; a
    part that is written otherwise is found at the nearest part around it.
    """
    uit: dict[Pad, int] = {(): 1}
    aantallen: dict[Pad, int] = {}
    hier: Pad = ()
    in_tekst: str | None = None
    for nummer, tekstregel in enumerate(tekst.split("\n"), 1):
        if in_tekst is not None:
            in_tekst = None if in_tekst in tekstregel else in_tekst
            continue
        kop = _KOP.match(tekstregel)
        if kop is not None:
            delen = _delen(kop[2])
            hier = _met_nummers(delen, aantallen)
            if kop[1] == "[[":
                aantallen[hier] = plaats = aantallen.get(hier, -1) + 1
                uit.setdefault(hier, nummer)
                hier = (*hier, plaats)
            uit[hier] = nummer
            continue
        sleutel = _SLEUTEL.match(tekstregel)
        if sleutel is not None:
            uit[(*hier, *_delen(sleutel[1]))] = nummer
            waarde = tekstregel[sleutel.end() :].lstrip()
            if waarde.startswith(_LANG) and waarde[:3] not in waarde[3:]:
                in_tekst = waarde[:3]
    return uit


def _delen(naam: str) -> tuple[str, ...]:
    return tuple(deel.strip() for deel in naam.split("."))


def _met_nummers(delen: tuple[str, ...], aantallen: Mapping[Pad, int]) -> Pad:
    """Put the position of the latest item after each part that is a list of tables."""
    pad: Pad = ()
    for deel in delen[:-1]:
        pad = (*pad, deel)
        if pad in aantallen:
            pad = (*pad, aantallen[pad])
    return (*pad, delen[-1])
