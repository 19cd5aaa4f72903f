"""Norms by date: ``normen().lookup("kraamzorg-lip", date(2023, 5, 8))``.

Law as data: a bound, a number of hours, the first day of a rule. To add or renew one, put one
TOML file in ``tabellen/data/normen`` (the file is called after the table in it); no code changes.
It is a document of soort `normtabel`::

    soort = "normtabel"
    schema_versie = "0.1"
    naam = "norm-kraamzorg-lip-4"           # also the name of the file
    titel = "Landelijk Indicatieprotocol Kraamzorg, versie 4"

    [[normen]]
    norm_id = "kraamzorg-lip"               # the same norm as before, on later days
    omschrijving = "De pakketten van het LIP."
    versie = "4"                            # only for what has versions
    van = 2027-01-01                        # left out: holds on every earlier day
                                            # tot_en_met left out: until a later one begins

    [normen.bron]                           # as everywhere: title and verification at least
    titel = "..."
    verificatie = "secundair"

    [[normen.waarden]]
    sleutel = "maximum"
    eenheid = "minuut"
    waarde = 4800                           # with noemer = 8: an eighth of it
                                            # facultatief = true: a later row may do without

A rule reads ``w.context.normen.lookup(norm_id, day)`` and asks the answer for ``waarde(sleutel)``
(a whole number) or ``deel(sleutel)`` (a fraction). An answer that is not `GEVONDEN` has no
values: the rule then says that it could not judge. For what is fixed at import, such as the
`geldig` and `bron` in the metadata of a rule, use ``normen().norm(norm_id)``.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cache, partial
from math import inf
from typing import Any, Final, Literal, final

from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.bron import Bron, Verificatie
from geboortezorg.convert import structureer
from geboortezorg.lui import Luikaart
from geboortezorg.model.norm import Norm, Normtabel
from geboortezorg.tabellen import pakket
from geboortezorg.tabellen.antwoord import Antwoordstatus
from geboortezorg.tabellen.fout import Pad, TabelFout, Tabelreden
from geboortezorg.tabellen.herkomst import Herkomst, meegeleverd
from geboortezorg.tabellen.normcontrole import Bij, gebreken, melding, past_niet
from geboortezorg.tekst import SleutelFout, Tekst
from geboortezorg.tijd import EERSTE_DATUM, LAATSTE_DATUM, Looptijd, eis_dag

_GEEN_WAARDE: Final = Tekst(
    "deze norm heeft geen waarde met deze sleutel; `sleutels` noemt ze",
    "this norm has no value with this key; `sleutels` names them",
)
_GEEN_GEHEEL: Final = Tekst(
    "deze waarde is geen heel getal; vraag haar als deel",
    "this value is no whole number; ask for it with `deel`",
)
_GEEN_NORM: Final = Tekst(
    "geen normtabel in gebruik heeft deze norm", "no normtabel in use has this norm"
)
_GEEN_NORM_OP: Final = Tekst(
    "geen normtabel in gebruik heeft deze norm op deze dag",
    "no normtabel in use has this norm on this day",
)


@final
@bevroren(kw_only=True, weakref_slot=False)
class GevondenNorm:
    """A norm that holds on the asked day, with what a report has to say about it."""

    status: Literal[Antwoordstatus.GEVONDEN] = attrs.field(
        default=Antwoordstatus.GEVONDEN, init=False
    )
    norm: Norm
    tabel: str
    """Name of the normtabel."""
    tot_en_met: date | None
    """Last day: its own, or the day before the same norm begins anew; None while open."""
    _delen: dict[str, Fraction] = attrs.field(init=False, repr=False, eq=False, factory=dict)
    _gehelen: dict[str, int] = attrs.field(init=False, repr=False, eq=False, factory=dict)
    _beginnen: dict[str, tuple[str, ...]] = attrs.field(
        init=False, repr=False, eq=False, factory=dict
    )

    @property
    def bron(self) -> Bron:
        """Source of the norm."""
        return self.norm.bron

    @property
    def verificatie(self) -> Verificatie:
        """How well the norm was verified."""
        return self.norm.bron.verificatie

    @property
    def looptijd(self) -> Looptijd:
        """Days on which it holds; without a stated first day these begin with the first date."""
        return Looptijd(van=self.norm.van or EERSTE_DATUM, tot_en_met=self.tot_en_met)

    def deel(self, sleutel: str) -> Fraction:
        """Return a value exactly. Raises KeyError when the norm has no such value."""
        deel = self._delen.get(sleutel)
        if deel is None:
            deel = self._delen[sleutel] = self._deel(sleutel)
        return deel

    def _deel(self, sleutel: str) -> Fraction:
        for waarde in self.norm.waarden:
            if waarde.sleutel == sleutel:
                return Fraction(waarde.waarde, waarde.noemer)
        raise SleutelFout(_GEEN_WAARDE)

    def waarde(self, sleutel: str) -> int:
        """Return a value that is a whole number. Raises KeyError when there is none."""
        heel = self._gehelen.get(sleutel)
        if heel is None:
            deel = self.deel(sleutel)
            if deel.denominator != 1:
                raise SleutelFout(_GEEN_GEHEEL)
            heel = self._gehelen[sleutel] = deel.numerator
        return heel

    def sleutels(self, begin: str = "") -> tuple[str, ...]:
        """Return the keys of its values that begin with a text, in the order of the table."""
        gevonden = self._beginnen.get(begin)
        if gevonden is None:
            gevonden = self._beginnen[begin] = tuple(
                w.sleutel for w in self.norm.waarden if w.sleutel.startswith(begin)
            )
        return gevonden


@final
@bevroren(kw_only=True, weakref_slot=False)
class GeenNorm:
    """No table in use has the norm on the asked day; no older or newer one is given instead."""

    status: Literal[
        Antwoordstatus.ONBEKEND, Antwoordstatus.NOG_NIET_VAN_KRACHT, Antwoordstatus.BEEINDIGD
    ]
    datum: date | None = None
    """Its first day when it is not in force yet; its last day when it ended."""


Normantwoord = GevondenNorm | GeenNorm
"""The answer to a lookup; `status` tells which of the two it is, and why."""


_MEMO_GRENS: Final = 2048
"""Answers that are remembered: most documents ask for the same days."""


@final
class Normen:
    """Normtabellen, to look up in. Immutable.

    `onder` are tables that these go before: an own norm replaces a shipped one on its days. It must
    have the values of that one, in the same units: a rule cannot compute without them.
    """

    __slots__ = (
        "_bereiken",
        "_laagste",
        "_laatste_rij",
        "_per_dag",
        "_per_norm",
        "_tabellen",
        "onder",
    )

    def __init__(
        self,
        *tabellen: Normtabel,
        onder: "Normen | None" = None,
        herkomst: Sequence[Herkomst] = (),
    ) -> None:
        """Take tables that go together; :class:`TabelFout` with every reason when they do not.

        `herkomst` says where each of them comes from, for messages.
        """
        per_norm: dict[str, list[GevondenNorm]] = {}
        self._per_norm: Mapping[str, list[GevondenNorm]] = per_norm
        self._per_dag: dict[tuple[str, date, str | None], Normantwoord] = {}
        self._laagste: dict[tuple[str, str], int] = {}
        self._laatste_rij: dict[str, GevondenNorm] = {}
        self._bereiken: dict[tuple[str, str], tuple[float, float]] = {}
        waar = herkomst or [meegeleverd(tabel, "normen") for tabel in tabellen]
        bij = [*zip(tabellen, waar, strict=True)]
        meldingen = list(gebreken(bij))
        for naam, rijen in _per_norm(bij).items():
            gevonden = per_norm[naam] = _gevonden((tabel.naam, norm) for tabel, *_, norm in rijen)
            for plaats, (_, plek, pad, norm) in enumerate(rijen):
                if any(_samen(eerder, norm) for eerder in gevonden[:plaats]):
                    meldingen.append(melding(plek, pad, Tabelreden.OVERLAP))
                if onder is not None:
                    meldingen += [
                        melding(plek, (*pad, *deel), reden)
                        for deel, reden in past_niet(norm, [rij.norm for rij in onder.rijen(naam)])
                    ]
        if meldingen:
            raise TabelFout(meldingen)
        self._tabellen: tuple[Normtabel, ...] | None = tabellen
        self.onder = onder

    @classmethod
    def _gelezen(cls, gegevens: Iterable[Any]) -> "Normen":
        """Return tables that were read and checked before; a row is made when it is asked for."""
        per_norm: dict[str, list[tuple[str, Any]]] = {}
        for tabel in gegevens:
            for norm in tabel["normen"]:
                per_norm.setdefault(norm["norm_id"], []).append((tabel["naam"], norm))

        def rijen(norm_id: str) -> list[GevondenNorm]:
            delen = per_norm[norm_id]
            return _gevonden((naam, structureer(Norm, deel, nagezien=True)) for naam, deel in delen)

        uit = cls()
        uit._per_norm = Luikaart(per_norm, rijen)
        uit._tabellen = None
        return uit

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the tables; those that ship are there already."""
        if isinstance(self._per_norm, Luikaart):
            return normen, ()
        return partial(Normen, onder=self.onder), self._tabellen

    @property
    def tabellen(self) -> tuple[Normtabel, ...]:
        """The tables, without those underneath."""
        if self._tabellen is None:
            self._tabellen = tuple(pakket.modellen("normen"))
        return self._tabellen

    def add(self, *tabellen: Normtabel, herkomst: Sequence[Herkomst] = ()) -> "Normen":
        """Return these with own tables before them: on their days those hold instead."""
        return Normen(*tabellen, onder=self, herkomst=herkomst) if tabellen else self

    def lookup(self, norm_id: str, op: date, *, versie: str | None = None) -> Normantwoord:
        """Return the norm on a day; with `versie`, that of a version, also when a later one began.

        Never falls back to a norm of other days.
        """
        gevonden = self._per_dag.get((norm_id, op, versie))
        if gevonden is None:
            if len(self._per_dag) >= _MEMO_GRENS:
                self._per_dag.clear()
            gevonden = self._per_dag[norm_id, op, versie] = self._vind(norm_id, op, versie)
        return gevonden

    def _vind(self, norm_id: str, op: date, versie: str | None) -> Normantwoord:
        eis_dag(op)
        rijen = self._rijen(norm_id, versie)
        for rij in rijen:
            einde = rij.tot_en_met if versie is None else rij.norm.tot_en_met
            if _begin(rij.norm) <= op <= (einde or LAATSTE_DATUM):
                return rij
        hoger = None if self.onder is None else self.onder.lookup(norm_id, op, versie=versie)
        if isinstance(hoger, GevondenNorm) or not rijen:
            return hoger or GeenNorm(status=Antwoordstatus.ONBEKEND)
        eerste = min(_begin(rij.norm) for rij in rijen)
        laatste = max(rij.tot_en_met or LAATSTE_DATUM for rij in rijen)
        if op < eerste:
            return GeenNorm(status=Antwoordstatus.NOG_NIET_VAN_KRACHT, datum=eerste)
        if op > laatste:
            return GeenNorm(status=Antwoordstatus.BEEINDIGD, datum=laatste)
        return GeenNorm(status=Antwoordstatus.ONBEKEND)

    def wissels(self, norm_id: str, na: date, tot_en_met: date) -> set[date]:
        """Return the days of a period, but its first, on which an own row begins or just ended.

        None of norms that lie over nothing.
        """
        if self.onder is None:
            return set()
        randen = {rand for rij in self._alle(norm_id) for rand in _randen(rij)}
        return {rand for rand in randen if na < rand <= tot_en_met}

    def norm(self, norm_id: str) -> GevondenNorm:
        """Return the latest row of a norm, whatever the day. Raises KeyError when there is none."""
        laatste = self._laatste_rij.get(norm_id)
        if laatste is None:
            rijen = self._per_norm.get(norm_id)
            if rijen:
                laatste = rijen[-1]
            elif self.onder is not None:
                laatste = self.onder.norm(norm_id)
            else:
                raise SleutelFout(_GEEN_NORM)
            self._laatste_rij[norm_id] = laatste
        return laatste

    def bereik(self, norm_id: str, sleutel: str) -> tuple[float, float]:
        """Return the values `.laagste` and `.hoogste` of the latest row; infinite without one."""
        bereik = self._bereiken.get((norm_id, sleutel))
        if bereik is None:
            norm = self.norm(norm_id)
            bekend = norm.sleutels(f"{sleutel}.")
            laagste, hoogste = f"{sleutel}.laagste", f"{sleutel}.hoogste"
            bereik = self._bereiken[norm_id, sleutel] = (
                norm.waarde(laagste) if laagste in bekend else -inf,
                norm.waarde(hoogste) if hoogste in bekend else inf,
            )
        return bereik

    def laagste(self, norm_id: str, sleutel: str) -> int:
        """Return the lowest that a value is in any row: of no day is it lower."""
        laagste = self._laagste.get((norm_id, sleutel))
        if laagste is None:
            waarden = [rij.waarde(sleutel) for rij in self._alle(norm_id)]
            laagste = self._laagste[norm_id, sleutel] = min(waarden)
        return laagste

    def _alle(self, norm_id: str) -> tuple[GevondenNorm, ...]:
        """Return every row of a norm, those of tables underneath included."""
        return self.rijen(norm_id) + (() if self.onder is None else self.onder._alle(norm_id))

    def geldend(self, norm_id: str, op: date) -> GevondenNorm:
        """Return a norm of which some row holds on every day. Raises KeyError when none holds."""
        gevonden = self.lookup(norm_id, op)
        if not isinstance(gevonden, GevondenNorm):
            raise SleutelFout(_GEEN_NORM_OP)
        return gevonden

    def rijen(self, norm_id: str) -> tuple[GevondenNorm, ...]:
        """Return every row of a norm, the earliest first; those of tables underneath left out."""
        return tuple(self._rijen(norm_id, None))

    def _rijen(self, norm_id: str, versie: str | None) -> list[GevondenNorm]:
        rijen = self._per_norm.get(norm_id, [])
        return rijen if versie is None else [rij for rij in rijen if rij.norm.versie == versie]


_Rij = tuple[Normtabel, Herkomst, Pad, Norm]


def _per_norm(tabellen: Iterable[Bij]) -> dict[str, list[_Rij]]:
    """Return the rows of each norm, the earliest first."""
    uit: dict[str, list[_Rij]] = {}
    for tabel, plek in tabellen:
        for plaats, norm in enumerate(tabel.normen):
            uit.setdefault(norm.norm_id, []).append((tabel, plek, ("normen", plaats), norm))
    for rijen in uit.values():
        rijen.sort(key=lambda rij: _begin(rij[3]))
    return uit


def _begin(norm: Norm) -> date:
    return norm.van or EERSTE_DATUM


def _randen(rij: GevondenNorm) -> tuple[date, ...]:
    """Return the first day of a row, and the day after its last."""
    if rij.tot_en_met in {None, LAATSTE_DATUM}:
        return (_begin(rij.norm),)
    return _begin(rij.norm), rij.tot_en_met + timedelta(days=1)


def _gevonden(rijen: Iterable[tuple[str, Norm]]) -> list[GevondenNorm]:
    """Return the rows of one norm, each with its table, the earliest first and with its last day."""
    uit: list[GevondenNorm] = []
    op_volgorde = sorted(rijen, key=lambda rij: _begin(rij[1]))
    for plaats, (tabel, norm) in enumerate(op_volgorde):
        later = [
            ander.van - timedelta(days=1)
            for _, ander in op_volgorde[plaats + 1 :]
            if ander.van is not None and ander.van != norm.van
        ]
        einde = norm.tot_en_met or min(later, default=None)
        uit.append(GevondenNorm(norm=norm, tabel=tabel, tot_en_met=einde))
    return uit


def _samen(eerder: GevondenNorm, norm: Norm) -> bool:
    """Say whether an earlier row holds on the first day of a later one, or begins with it."""
    van = _begin(norm)
    return _begin(eerder.norm) == van or (eerder.tot_en_met or LAATSTE_DATUM) >= van


@cache
def normen() -> Normen:
    """Return the norms that ship with this library; read on first use, then kept."""
    gegevens, nagezien = pakket.gegevens("normen")
    return Normen._gelezen(gegevens.values()) if nagezien else Normen(*pakket.modellen("normen"))
