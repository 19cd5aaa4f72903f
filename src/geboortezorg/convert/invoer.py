"""From bytes to a JSON value, strictly, and without a word of the input in any error.

The standard library reads the text. When orjson is installed it reads first, because it is
faster, but not the first text of a process: to import it takes longer than it gains there. What it
refuses is read again by the standard library, so that both give the same answer. Three things that
both let pass are caught here: a member that occurs twice, half a surrogate pair, and a number that
is not one.
"""

import json
import re
from functools import cache
from importlib import import_module
from itertools import count
from typing import Any, Final, NoReturn

from geboortezorg.convert.invoerfout import MAX_BYTES, Invoerfout, Invoerreden

MAX_DIEPTE: Final = 200
"""Deepest nesting of lists and objects, far beyond any document; parsers bound it each their way."""


def _geen_getal(_: str) -> NoReturn:
    raise Invoerfout(Invoerreden.GEEN_GETAL)


def _uniek(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    uit = dict(paren)
    if len(uit) != len(paren):
        raise Invoerfout(Invoerreden.DUBBEL_VELD)
    return uit


_PAD: Final = rb"[^\r\n\"{\[]+\.(nd)?jsonl?(\.gz|\.zst)?"
_LANGSTE_PAD: Final = 4096
"""Bytes of a path, as systems bound it."""

_LEZER: Final = json.JSONDecoder(parse_constant=_geen_getal)
_UNIEKE_LEZER: Final = json.JSONDecoder(parse_constant=_geen_getal, object_pairs_hook=_uniek)

_WIT_VOOR_DUBBELE_PUNT: Final = (b" :", b"\n:", b"\r:", b"\t:")

_GELEZEN: Final = count()
"""Tells how many texts were read."""


@cache
def _orjson() -> Any:
    from importlib.util import find_spec  # noqa: PLC0415 - not for the first text of a process

    return import_module("orjson") if find_spec("orjson") is not None else None


def als_bytes(invoer: bytes | bytearray | memoryview | str) -> bytes:
    """Return the input as bytes; Invoerfout when it is too large or a text without UTF-8 form."""
    if len(invoer) > MAX_BYTES:
        raise Invoerfout(Invoerreden.TE_GROOT)
    if type(invoer) is bytes:
        return invoer
    data: bytes | None
    try:
        data = invoer.encode() if isinstance(invoer, str) else bytes(invoer)
    except UnicodeEncodeError:
        data = None
    if data is None:
        raise _op_zijn_plaats(Invoerreden.SURROGAAT, str(invoer).encode(errors="surrogatepass"))
    if len(data) > MAX_BYTES:  # what was counted before need not have been bytes
        raise Invoerfout(Invoerreden.TE_GROOT)
    return data


def ontleed(data: bytes) -> Any:
    """Return the JSON value in `data`. Raises Invoerfout; duplicate members are checked apart."""
    if len(data) > MAX_BYTES:
        raise Invoerfout(Invoerreden.TE_GROOT)
    orjson = _orjson() if next(_GELEZEN) else None
    if orjson is not None:
        try:
            return orjson.loads(data)
        except ValueError:
            pass
    return _lees(data, _LEZER)


def ontleed_alles(data: bytes) -> Any:
    """Return the JSON value in `data`, of what is no document by itself; Invoerfout.

    Nobody counts its members, so it is read once more for those that occur twice.
    """
    waarde = ontleed(data)
    niet_te_diep(waarde, data)
    _lees(data, _UNIEKE_LEZER)
    return waarde


def zonder_dubbele_velden(data: bytes, telling: int) -> None:
    """Check that no object in `data` has a member twice; Invoerfout when one has.

    `telling` is how many members the structuring pass saw, each name counted once. A text has a
    colon for every member, and more only within texts. As many colons as members seen therefore
    means that none was hidden behind another of the same name. With colons in texts, ``":`` is
    counted instead, provided that no white space stands before any colon. Otherwise the text is
    read once more, slowly.
    """
    if data.count(b":") == telling:
        return
    if data.count(b'":') == telling and not any(wit in data for wit in _WIT_VOOR_DUBBELE_PUNT):
        return
    _lees(data, _UNIEKE_LEZER)


def niet_te_diep(waarde: Any, data: bytes | None = None) -> None:
    """Check the nesting of a JSON value that is no document; Invoerfout when it is too deep.

    `data` is the text that it was read from, if any: the error then names the place.

    A document of the right shape is never deep, so only what has shape errors needs this. Where
    a parser gives up depends on which one it is, on the Python version and on its caller.
    """
    laag: list[Any] = [[waarde]]
    for _ in range(MAX_DIEPTE + 1):
        laag = [
            deel
            for geheel in laag
            for deel in (geheel.values() if type(geheel) is dict else geheel)
            if type(deel) is dict or type(deel) is list
        ]
        if not laag:
            return
    te_diep = Invoerreden.TE_DIEP
    raise Invoerfout(te_diep) if data is None else _op_zijn_plaats(te_diep, data)


def _lees(data: bytes, lezer: json.JSONDecoder) -> Any:
    waarde, fout = None, None
    try:
        tekst = data.decode()
        waarde = lezer.decode(tekst)
        if "\\ud" in tekst.lower():
            # Escapes are the only way to half a surrogate pair in a valid UTF-8 text.
            json.dumps(waarde, ensure_ascii=False).encode()
    except Invoerfout as gevonden:
        fout = gevonden
    except UnicodeDecodeError:
        fout = Invoerfout(Invoerreden.CODERING)
    except UnicodeEncodeError:
        fout = Invoerfout(Invoerreden.SURROGAAT)
    except json.JSONDecodeError as json_fout:
        fout = Invoerfout(_waarom(data), json_fout.lineno, json_fout.colno)
    except ValueError:
        fout = Invoerfout(Invoerreden.GETAL_TE_LANG)
    except RecursionError:
        fout = Invoerfout(Invoerreden.TE_DIEP)
    if fout is None:
        return waarde
    if fout.tekstregel is None:
        raise _op_zijn_plaats(fout.reden, data)
    raise Invoerfout(fout.reden, fout.tekstregel, fout.kolom)


def _op_zijn_plaats(reden: Invoerreden, data: bytes) -> Invoerfout:
    from geboortezorg.convert.leesplaats import waar  # noqa: PLC0415 - seldom needed

    return Invoerfout(reden, *waar(reden.value, data, MAX_DIEPTE))


def _waarom(data: bytes) -> Invoerreden:
    if data.startswith(b"\xef\xbb\xbf"):
        return Invoerreden.BOM
    if b"\0" in data[:2]:
        return Invoerreden.CODERING  # UTF-16 or UTF-32 that does not say so
    if len(data) <= _LANGSTE_PAD and re.fullmatch(_PAD, data.strip(), re.IGNORECASE):
        return Invoerreden.PAD
    return Invoerreden.GEEN_JSON if data.strip() else Invoerreden.LEEG
