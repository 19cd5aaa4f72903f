"""Rows to groups: as they come when they are sorted, or else by a private file on disk.

Rows that are not sorted are brought together by SQLite, in a database without a name. It stands in
memory while it is small; what does not fit goes to a temporary file that only this process can
open and that is gone when the process ends, however it ends.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import Final

from geboortezorg.convert import Invoerreden
from geboortezorg.lijnen.bron import Bron, Onleesbaar
from geboortezorg.lijnen.cellen import sleuteltekst
from geboortezorg.lijnen.fout import Opslagfout
from geboortezorg.lijnen.plan import Plan, Sleutel, Waarden
from geboortezorg.lijnen.samenstelling import MAX_RIJEN, Groep
from geboortezorg.tekst import Tekst

_PORTIE: Final = 1024
_GEHEUGEN_KIB: Final = 65_536
"""How much of the database stays in memory."""
_GEEN_RUIMTE: Final = Tekst(
    "de rijen zijn niet bijeen te brengen: de schijf voor tijdelijke bestanden is vol of niet te "
    "gebruiken; maak ruimte, wijs met SQLITE_TMPDIR een andere map aan, of lever de rijen "
    "gesorteerd, met gesorteerd = true in de koppeling",
    "the rows cannot be brought together: the disk for temporary files is full or cannot be used; "
    "make room, name another folder in SQLITE_TMPDIR, or supply the rows sorted, with "
    "gesorteerd = true in the koppeling",
)

Gelezen = tuple[int, Sleutel, Waarden]
"""The number of a row, its group, and what it says."""


def groepen(plan: Plan, bron: Bron) -> Iterator[Groep | Onleesbaar]:
    """Yield the groups in the order of their first rows, and every row that cannot be read.

    When the rows are not sorted, what cannot be read comes first.
    """
    gelezen = _lees(plan, bron)
    return _gesorteerd(gelezen) if plan.koppeling.gesorteerd else _verzameld(plan, gelezen)


def _lees(plan: Plan, bron: Bron) -> Iterator[Gelezen | Onleesbaar]:
    nodig = {kolom.nummer - 1 for kolom in plan.kolommen} | {*plan.groep, *plan.sleutels}
    for rij in bron.rijen(nodig):
        if isinstance(rij, Onleesbaar):
            yield rij
            continue
        nummer, cellen = rij
        sleutel = plan.sleutel(cellen)
        if sleutel is None:
            yield Onleesbaar(nummer, Invoerreden.RIJ_GROEP)
        else:
            yield nummer, sleutel, plan.lees(cellen)


def _gesorteerd(gelezen: Iterable[Gelezen | Onleesbaar]) -> Iterator[Groep | Onleesbaar]:
    """Yield each group once its last row was read.

    A row that cannot be read may be of the group before it or of the one after it: both are marked.
    """
    rijen: list[tuple[int, Waarden]] = []
    huidig: Sleutel | None = None
    gezien: set[bytes] = set()
    aantal, merk = 0, b""
    vlak_ervoor = onleesbaar = verspreid = False
    for rij in gelezen:
        if isinstance(rij, Onleesbaar):
            onleesbaar = vlak_ervoor = True
            yield rij
            continue
        nummer, sleutel, waarden = rij
        if sleutel != huidig:
            if rijen:
                yield _groep(merk, rijen, aantal, onleesbaar=onleesbaar, verspreid=verspreid)
            merk = _merk(sleutel)
            verspreid = merk in gezien
            gezien.add(merk)
            rijen, aantal, huidig, onleesbaar = [], 0, sleutel, vlak_ervoor
        vlak_ervoor = False
        aantal += 1
        if aantal <= MAX_RIJEN:
            rijen.append((nummer, waarden))
    if rijen:
        yield _groep(merk, rijen, aantal, onleesbaar=onleesbaar, verspreid=verspreid)


def _verzameld(plan: Plan, gelezen: Iterable[Gelezen | Onleesbaar]) -> Iterator[Groep | Onleesbaar]:
    """Yield each group once every row was read. Raises Opslagfout when they cannot be kept."""
    with closing(sqlite3.connect("", isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = OFF")
        db.execute(f"PRAGMA cache_size = -{_GEHEUGEN_KIB}")
        db.execute("CREATE TABLE rij (merk BLOB, nummer INTEGER, waarden TEXT)")
        db.execute("CREATE TABLE groep (merk BLOB PRIMARY KEY, eerste INTEGER) WITHOUT ROWID")
        wacht: list[tuple[bytes, int, str | None]] = []
        for rij in gelezen:
            if isinstance(rij, Onleesbaar):
                yield rij
                wacht += [(merk, rij.nummer, None) for merk in _misschien(plan, rij)]
            else:
                nummer, sleutel, waarden = rij
                wacht.append((_merk(sleutel), nummer, json.dumps(waarden)))
            if len(wacht) >= _PORTIE:
                _bewaar(db, wacht)
        _bewaar(db, wacht)
        with _opslag():
            db.execute(_EERSTE)
            for (_, merk), samen in groupby(db.execute(_VRAAG), itemgetter(0, 1)):
                yield from _van_schijf(merk, samen)


_EERSTE: Final = """
    INSERT INTO groep SELECT merk, min(nummer) FROM rij WHERE waarden IS NOT NULL GROUP BY merk
"""
_VRAAG: Final = """
    SELECT eerste, merk, nummer, waarden FROM rij CROSS JOIN groep USING (merk) ORDER BY eerste, nummer
"""


@contextmanager
def _opslag() -> Iterator[None]:
    """Say what to do where the database cannot go on; that of a user, who reads rows of one, is not met."""
    try:
        yield
    except sqlite3.Error:
        raise Opslagfout(_GEEN_RUIMTE) from None


@_opslag()
def _bewaar(db: sqlite3.Connection, wacht: list[tuple[bytes, int, str | None]]) -> None:
    db.execute("BEGIN")
    db.executemany("INSERT INTO rij VALUES (?, ?, ?)", wacht)
    db.execute("COMMIT")
    wacht.clear()


def _van_schijf(
    merk: bytes, samen: Iterable[tuple[int, bytes, int, str | None]]
) -> Iterator[Groep]:
    rijen: list[tuple[int, Waarden]] = []
    aantal = 0
    onleesbaar = False
    for _, _, nummer, waarden in samen:
        if waarden is None:
            onleesbaar = True
            continue
        aantal += 1
        if aantal <= MAX_RIJEN:
            rijen.append((nummer, json.loads(waarden)))
    yield _groep(merk, rijen, aantal, onleesbaar=onleesbaar)


def _groep(
    merk: bytes,
    rijen: list[tuple[int, Waarden]],
    aantal: int,
    *,
    onleesbaar: bool,
    verspreid: bool = False,
) -> Groep:
    return Groep(
        merk=merk,
        rijen=tuple(rijen),
        te_veel=aantal > MAX_RIJEN,
        onleesbaar=onleesbaar,
        verspreid=verspreid,
    )


def _merk(sleutel: Sleutel) -> bytes:
    """Return what stands for a group: nobody can be known by it."""
    tekst = "".join(f"{len(deel)}:{deel}" for deel in sleutel)
    return blake2b(tekst.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _misschien(plan: Plan, rij: Onleesbaar) -> set[bytes]:
    """Return the groups to which a row with a wrong number of cells may belong.

    What is too much or too little stands before or behind the columns of the group, so they are
    looked for from both ends.
    """
    schuif = len(rij.cellen) - plan.breedte
    uit: set[bytes] = set()
    for van in {0, schuif}:
        plaatsen = [plaats + van for plaats in plan.groep]
        if all(0 <= plaats < len(rij.cellen) for plaats in plaatsen):
            uit.add(_merk(tuple([sleuteltekst(rij.cellen[plaats]) for plaats in plaatsen])))
    return uit
