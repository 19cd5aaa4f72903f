"""The agreements that count for a document: the payer's before the claimant's."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final, TypeVar, final

import attrs

from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.regels.stukken import Stukken
from geboortezorg.regels.veldpad import inhoud
from geboortezorg.tabellen import Tabellen
from geboortezorg.vorm import Soort, Vorm

ALLEEN_BETALER: Final = frozenset({Overeenkomstsoort.MAX_MAX})
"""Kinds that the document cannot add when the context says that it knows every agreement.

They lift a maximum. Of other kinds a document may bring its own copy as long as the context names
no agreement at all.
"""

ALLEEN_SCHRIFTELIJK: Final = frozenset({Overeenkomstsoort.TOESLAG_INTEGRALE_GEBOORTEZORG})
"""Kinds of which an oral agreement is none; for the others a rule says that it was oral."""

_VORM: Final = Vorm(soort=Soort.OBJECT, klasse=Overeenkomst)

_GEEN: Final[list[Overeenkomst]] = []

_T = TypeVar("_T")

Sleutel = tuple[Overeenkomstsoort, str, str]
"""Kind, AGB-code of the provider, and UZOVI code of the insurer."""


def _per_sleutel(overeenkomsten: Iterable[Overeenkomst]) -> dict[Sleutel, list[Overeenkomst]]:
    uit: dict[Sleutel, list[Overeenkomst]] = {}
    for overeenkomst in overeenkomsten:
        mondeling = not overeenkomst.schriftelijk
        if mondeling and overeenkomst.overeenkomstsoort in ALLEEN_SCHRIFTELIJK:
            continue
        if overeenkomst.zorgaanbieder_agb is not None:
            soort, agb = overeenkomst.overeenkomstsoort, overeenkomst.zorgaanbieder_agb
            uit.setdefault((soort, agb, overeenkomst.uzovi_code), []).append(overeenkomst)
    return uit


@final
class Overeenkomstenboek:
    """The agreements of a document and of its context, looked up by parties, kind and day.

    The context outranks the document: for parties, a kind and a day of which the context has an
    agreement, that of the document says nothing.
    """

    __slots__ = (
        "_betaler",
        "_document",
        "_prijzen",
        "_samen",
        "_stukken",
        "_tabellen",
        "_volledig",
    )

    def __init__(
        self,
        document: Iterable[Overeenkomst],
        betaler: tuple[Overeenkomst, ...],
        tabellen: Tabellen,
        *,
        volledig: bool,
    ) -> None:
        """Take the agreements of the document and those of the payer."""
        self._document = _per_sleutel(document)
        self._betaler = _per_sleutel(betaler)
        self._volledig = frozenset(Overeenkomstsoort) if betaler else ALLEEN_BETALER
        if not volledig:
            self._volledig = frozenset()
        self._tabellen = tabellen
        self._stukken: dict[Sleutel, tuple[Stukken[Overeenkomst], Stukken[Overeenkomst]]] = {}
        self._samen: dict[tuple[Any, ...], Any] = {}
        self._prijzen: dict[int, dict[str, list[int]]] = {}

    def van(
        self, soort: Overeenkomstsoort, zorgaanbieder_agb: str, uzovi_code: str, op: date
    ) -> list[Overeenkomst]:
        """Return the agreements of a kind of this provider with this insurer, valid on `op`."""
        sleutel = (soort, zorgaanbieder_agb, uzovi_code)
        if sleutel not in self._stukken:
            if sleutel not in self._betaler and sleutel not in self._document:
                return _GEEN
            eigen = () if soort in self._volledig else self._document.get(sleutel, ())
            self._stukken[sleutel] = (Stukken(self._betaler.get(sleutel, ())), Stukken(eigen))
        betaler, document = self._stukken[sleutel]
        return betaler.op(op) or document.op(op)

    def samen(
        self,
        maak: Callable[..., _T],
        overeenkomsten: list[Overeenkomst],
        *gegevens: Any,
    ) -> _T:
        """Return what `maak` makes of a list that :meth:`van` gave, and of what else it needs.

        It is made once for all lines that it holds for: there may be many of both.
        """
        sleutel = (maak, id(overeenkomsten), *gegevens)
        if sleutel not in self._samen:
            self._samen[sleutel] = maak(self, overeenkomsten, *gegevens)
        gemaakt: _T = self._samen[sleutel]
        return gemaakt

    def prijzen(self, overeenkomst: Overeenkomst, prestatie_id: str) -> list[int]:
        """Return the tariffs that an agreement names for a prestatie, by its stable name."""
        eigen = self._prijzen.get(id(overeenkomst))
        if eigen is None:
            eigen = self._prijzen[id(overeenkomst)] = {}
            for afspraak in overeenkomst.prijsafspraken:
                prestatie = self._tabellen.prestatie(afspraak.prestatie)
                naam = afspraak.prestatie if prestatie is None else prestatie.prestatie_id
                eigen.setdefault(naam, []).append(afspraak.tarief_eurocent)
        return eigen.get(prestatie_id, [])

    def past_bij_betaler(self, overeenkomst: Overeenkomst) -> bool:
        """Say whether the payer has none for the same parties, kind and days, or the same one."""
        agb = overeenkomst.zorgaanbieder_agb or ""
        sleutel = (overeenkomst.overeenkomstsoort, agb, overeenkomst.uzovi_code)
        if sleutel not in self._betaler:
            return True
        bekend, gelijk = self.samen(_van_betaler, self._betaler[sleutel])
        return not bekend.overlapt(overeenkomst.looptijd) or _zonder_sleutel(overeenkomst) in gelijk


def zegt(overeenkomst: Overeenkomst) -> Any:
    """Return what is equal for two agreements exactly when they say the same."""
    return inhoud(_VORM, overeenkomst)


def _van_betaler(
    _: Overeenkomstenboek, overeenkomsten: list[Overeenkomst]
) -> tuple[Stukken[Overeenkomst], frozenset[Any]]:
    return Stukken(overeenkomsten), frozenset(map(_zonder_sleutel, overeenkomsten))


def _zonder_sleutel(overeenkomst: Overeenkomst) -> Any:
    return zegt(attrs.evolve(overeenkomst, overeenkomst_id=""))
