"""The agreements that count for a document: the payer's before the claimant's."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import chain, islice
from typing import Any, Final, TypeVar, final

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

MEESTE_WISSELS: Final = 12
"""More often agreements do not change during the care of one line."""

_INTEGRAAL: Final = Overeenkomstsoort.INTEGRAAL

_VORM: Final = Vorm(soort=Soort.OBJECT, klasse=Overeenkomst)

_ELKE_SOORT: Final = frozenset(Overeenkomstsoort)
_GEEN_SOORT: Final = frozenset[Overeenkomstsoort]()
_GEEN: Final[list[Overeenkomst]] = []
_LEEG: Final = Stukken[Overeenkomst](())
_NIETS: Final = (_LEEG, _LEEG)

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
class Betaler:
    """The agreements of the payer: worked out once for all documents judged in their context."""

    __slots__ = ("_prijzen", "_stukken", "_tabellen", "er_zijn", "per_sleutel", "soorten")

    def __init__(self, overeenkomsten: Sequence[Overeenkomst], tabellen: Tabellen) -> None:
        """Take the agreements of a context, which keeps them."""
        self.er_zijn = bool(overeenkomsten)
        """Whether there is any, of whatever parties."""
        self.per_sleutel = _per_sleutel(overeenkomsten)
        self.soorten = {soort for soort, _, _ in self.per_sleutel}
        """The kinds of which there is one."""
        self._stukken: dict[Sleutel, Stukken[Overeenkomst]] = {}
        self._prijzen: dict[int, dict[str, list[int]] | None] = {
            id(overeenkomst): None for delen in self.per_sleutel.values() for overeenkomst in delen
        }
        self._tabellen = tabellen

    def stukken(self, sleutel: Sleutel) -> Stukken[Overeenkomst]:
        """Return the agreements of some parties and a kind, to be found by day."""
        gevonden = self._stukken.get(sleutel)
        if gevonden is None:
            eigen = self.per_sleutel.get(sleutel)
            if eigen is None:
                return _LEEG
            gevonden = self._stukken.setdefault(sleutel, Stukken(eigen))
        return gevonden

    def prijzen(self, overeenkomst: Overeenkomst) -> dict[str, list[int]] | None:
        """Return the tariffs that an agreement names, by prestatie; None when it is not of these."""
        if id(overeenkomst) not in self._prijzen:
            return None
        eigen = self._prijzen[id(overeenkomst)]
        if eigen is None:
            eigen = self._prijzen[id(overeenkomst)] = _per_prestatie(overeenkomst, self._tabellen)
        return eigen


def _per_prestatie(overeenkomst: Overeenkomst, tabellen: Tabellen) -> dict[str, list[int]]:
    """Return the tariffs that an agreement names, by the stable name of the prestatie."""
    uit: dict[str, list[int]] = {}
    for afspraak in overeenkomst.prijsafspraken:
        prestatie = tabellen.prestatie(afspraak.prestatie)
        naam = afspraak.prestatie if prestatie is None else prestatie.prestatie_id
        uit.setdefault(naam, []).append(afspraak.tarief_eurocent)
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
        "_soorten",
        "_stukken",
        "_tabellen",
        "_volledig",
    )

    def __init__(
        self,
        document: Iterable[Overeenkomst],
        betaler: Betaler,
        tabellen: Tabellen,
        *,
        volledig: bool,
    ) -> None:
        """Take the agreements of the document and those of the payer."""
        self._document = _per_sleutel(document)
        self._betaler = betaler
        self._soorten = betaler.soorten
        if self._document:
            self._soorten = betaler.soorten.union(soort for soort, _, _ in self._document)
        self._volledig = _GEEN_SOORT
        if volledig:
            self._volledig = _ELKE_SOORT if betaler.er_zijn else ALLEEN_BETALER
        self._tabellen = tabellen
        self._stukken: dict[Sleutel, tuple[Stukken[Overeenkomst], Stukken[Overeenkomst]]] = {}
        self._samen: dict[tuple[Any, ...], Any] = {}
        self._prijzen: dict[int, dict[str, list[int]]] = {}

    def kent(self, soort: Overeenkomstsoort) -> bool:
        """Say whether there is any agreement of a kind."""
        return soort in self._soorten

    def van(
        self, soort: Overeenkomstsoort, zorgaanbieder_agb: str, uzovi_code: str, op: date
    ) -> list[Overeenkomst]:
        """Return the agreements of a kind of this provider with this insurer, valid on `op`."""
        if soort not in self._soorten:  # the most common
            return _GEEN
        van_betaler, van_document = self._van((soort, zorgaanbieder_agb, uzovi_code))
        return van_betaler.op(op) or van_document.op(op)

    def wissels(
        self,
        soort: Overeenkomstsoort,
        zorgaanbieder_agb: str,
        uzovi_code: str,
        na: date,
        tot_en_met: date,
    ) -> list[date] | None:
        """Return the days of a period, but its first, on which such an agreement begins or ended.

        None when these are more than is worth a look at each.
        """
        stukken = self._van((soort, zorgaanbieder_agb, uzovi_code))
        dagen = chain.from_iterable(deel.wissels(na, tot_en_met) for deel in stukken)
        gevonden = list(islice(dagen, MEESTE_WISSELS + 1))
        return gevonden if len(gevonden) <= MEESTE_WISSELS else None

    def _van(self, sleutel: Sleutel) -> tuple[Stukken[Overeenkomst], Stukken[Overeenkomst]]:
        paar = self._stukken.get(sleutel)
        if paar is None:
            eigen = None if sleutel[0] in self._volledig else self._document.get(sleutel)
            document = _LEEG if eigen is None else Stukken(eigen)
            paar = (self._betaler.stukken(sleutel), document)
            if paar != _NIETS:  # not kept without any: there is no end to such parties
                self._stukken[sleutel] = paar
        return paar

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

    def afgesproken(
        self, zorgaanbieder_agb: str, uzovi_code: str, op: date, prestatie_id: str
    ) -> dict[bool, set[int]]:
        """Return the tariffs of integral care on a day, by whether they were agreed in writing."""
        sleutel = (_INTEGRAAL, zorgaanbieder_agb, uzovi_code)
        van_betaler, van_document = self._stukken.get(sleutel) or self._van(sleutel)
        hier = van_betaler.op(op) or van_document.op(op)
        gemaakt: dict[bool, set[int]] | None = self._samen.get(
            (_afgesproken, id(hier), prestatie_id)
        )
        return self.samen(_afgesproken, hier, prestatie_id) if gemaakt is None else gemaakt

    def prijzen(self, overeenkomst: Overeenkomst, prestatie_id: str) -> list[int]:
        """Return the tariffs that an agreement names for a prestatie, by its stable name."""
        eigen = self._prijzen.get(id(overeenkomst)) or self._betaler.prijzen(overeenkomst)
        if eigen is None:
            eigen = self._prijzen[id(overeenkomst)] = _per_prestatie(overeenkomst, self._tabellen)
        return eigen.get(prestatie_id, [])

    def past_bij_betaler(self, overeenkomst: Overeenkomst) -> bool:
        """Say whether the payer has none for the same parties, kind and days, or the same one."""
        agb = overeenkomst.zorgaanbieder_agb or ""
        sleutel = (overeenkomst.overeenkomstsoort, agb, overeenkomst.uzovi_code)
        bekende = self._betaler.per_sleutel.get(sleutel)
        if bekende is None:
            return True
        return self.vergelijk(overeenkomst, bekende) is not False

    def vergelijk(self, overeenkomst: Overeenkomst, met: list[Overeenkomst]) -> bool | None:
        """Say whether one of a list that is kept says the same, but for its key.

        None when none does, and none holds on any of the same days either.
        """
        perioden, gelijk = self.samen(_van_betaler, met)
        if _zonder_sleutel(overeenkomst) in gelijk:
            return True
        return False if perioden.overlapt(overeenkomst.looptijd) else None


def _afgesproken(
    boek: Overeenkomstenboek, overeenkomsten: list[Overeenkomst], prestatie_id: str
) -> dict[bool, set[int]]:
    """Return the tariffs agreed in writing, and those agreed otherwise."""
    uit: dict[bool, set[int]] = {True: set(), False: set()}
    for overeenkomst in overeenkomsten:
        uit[overeenkomst.schriftelijk].update(boek.prijzen(overeenkomst, prestatie_id))
    return uit


def _van_betaler(
    _: Overeenkomstenboek, overeenkomsten: list[Overeenkomst]
) -> tuple[Stukken[Overeenkomst], frozenset[Any]]:
    return Stukken(overeenkomsten), frozenset(map(_zonder_sleutel, overeenkomsten))


def _zonder_sleutel(overeenkomst: Overeenkomst) -> Any:
    """Return what is equal for two agreements exactly when they say the same, whatever their keys."""
    return inhoud(_VORM, overeenkomst, "overeenkomst_id")
