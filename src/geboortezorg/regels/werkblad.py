"""The worksheet of one document: what several rules need, looked up once."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final, TypeVar, final

from geboortezorg.bron import Verificatie, zwakste
from geboortezorg.documenten import SOORTEN
from geboortezorg.model.declaratie import DebetCredit, Declaratie, Declaratieregel
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.model.prestatie import Prestatie
from geboortezorg.regels.context import Context
from geboortezorg.tabellen import Gevonden, Opzoeking

_T = TypeVar("_T")

EERSTE_DAG_START_ZORG: Final = date(2015, 1, 1)
"""From this start of care on, tariff and insurer follow the start of care (KNOV, peildata)."""


@final
class Regelblad:
    """One declaratieregel with its prestatie, its decisive date and its tariff."""

    __slots__ = (
        "nummer",
        "opzoeking",
        "peildatum",
        "prestatie",
        "prestatie_id",
        "regel",
        "startdatum",
        "telt",
    )

    def __init__(
        self,
        nummer: int,
        regel: Declaratieregel,
        telt: bool,
        prestatie: Prestatie | None,
        startdatum: date | None,
        peildatum: date | None,
        opzoeking: Opzoeking | None,
    ) -> None:
        self.nummer = nummer
        self.regel = regel
        self.telt = telt
        """Whether it is a debit that no credits of its provider take back as a whole."""
        self.prestatie = prestatie
        self.prestatie_id = regel.prestatie if prestatie is None else prestatie.prestatie_id
        """The stable name of the prestatie, or what the document says when it is unknown."""
        self.startdatum = startdatum
        """First day of the care, where that decides and as far as the document tells."""
        self.peildatum = peildatum
        """The date that decides the tariff; None when the document does not tell it."""
        self.opzoeking = opzoeking
        """What the tables say of the tariff on that date; None without prestatie or date."""

    def pad(self, veld: str = "") -> str:
        """Return the JSON Pointer to this line, or to one of its fields."""
        return (
            f"/declaratieregels/{self.nummer}/{veld}"
            if veld
            else f"/declaratieregels/{self.nummer}"
        )

    @property
    def over_tariefgrens(self) -> bool:
        """Whether care that is priced by its day runs on after the last day of its tariff."""
        if self.prestatie is None or self.prestatie.peildatum_start_zorg:
            return False
        return isinstance(self.opzoeking, Gevonden) and not self.opzoeking.looptijd.bevat(
            self.regel.periode.tot_en_met
        )


@final
class Werkblad:
    """One document in its context, with the look-ups that rules share."""

    __slots__ = (
        "_gebruikt",
        "_gedeeld",
        "_overeenkomsten",
        "_per_aanbieder",
        "_per_nummer",
        "_regels",
        "_starts",
        "context",
        "document",
        "soort",
    )

    def __init__(self, document: Any, soort: str, context: Context) -> None:
        self.document = document
        self.soort = soort
        self.context = context
        self._gebruikt: dict[str, Verificatie] = {}
        self._gedeeld: dict[Any, Any] | None = None
        self._regels: list[Regelblad] | None = None
        self._overeenkomsten: dict[tuple[str, str], list[Overeenkomst]] | None = None
        self._per_aanbieder: dict[str, dict[str, Regelblad]] | None = None
        self._per_nummer: dict[tuple[str | None, str], Regelblad] | None = None
        self._starts: dict[tuple[str, str], list[date]] | None = None

    def als(self, klasse: type[_T]) -> _T:
        """Return the document as the class that the rule judges.

        Rules read attributes only: the object itself may be another with the same attributes.
        """
        if SOORTEN.get(klasse) != self.soort:
            raise TypeError("deze regel beoordeelt een andere soort document")
        document: _T = self.document
        return document

    def eenmaal(self, maak: Callable[[Any], _T]) -> _T:
        """Return what `maak` makes of the document: made once, and shared by the rules."""
        if self._gedeeld is None:
            self._gedeeld = {}
        if maak not in self._gedeeld:
            self._gedeeld[maak] = maak(self.document)
        gedeeld: _T = self._gedeeld[maak]
        return gedeeld

    @property
    def dossier(self) -> Dossier | None:
        """The document when it is a dossier."""
        return self.als(Dossier) if self.soort == "dossier" else None

    @property
    def regels(self) -> list[Regelblad]:
        """The declaratieregels of a dossier or declaratie, with their look-ups."""
        if self._regels is None:
            regels = self._declaratieregels()
            # A reference is unique for its provider only, and a credit can be for a part.
            teruggenomen: dict[tuple[str, str | None], int] = {}
            for regel in regels:
                if regel.debet_credit is DebetCredit.CREDIT:
                    sleutel = (regel.zorgaanbieder_agb, regel.gerelateerd_referentienummer)
                    eerder = teruggenomen.get(sleutel, 0)
                    teruggenomen[sleutel] = eerder + regel.bedrag_eurocent
            self._regels = [self._blad(i, r, teruggenomen) for i, r in enumerate(regels)]
        return self._regels

    @property
    def per_aanbieder(self) -> dict[str, dict[str, Regelblad]]:
        """Per provider, the first counting line of every known prestatie that it declares."""
        if self._per_aanbieder is None:
            self._per_aanbieder = {}
            for blad in self.regels:
                if blad.telt and blad.prestatie is not None:
                    eigen = self._per_aanbieder.setdefault(blad.regel.zorgaanbieder_agb, {})
                    eigen.setdefault(blad.prestatie_id, blad)
        return self._per_aanbieder

    def grondslag(self, blad: Regelblad) -> list[Regelblad | None]:
        """Return the line behind each reference over which a toeslag is computed, where known.

        A reference is unique for its provider only, so a line of the same provider goes first.
        """
        if self._per_nummer is None:
            self._per_nummer = {}
            for ander in self.regels:
                nummer = ander.regel.referentienummer
                self._per_nummer[None, nummer] = ander
                self._per_nummer[ander.regel.zorgaanbieder_agb, nummer] = ander
        agb, per_nummer = blad.regel.zorgaanbieder_agb, self._per_nummer
        return [
            per_nummer.get((agb, nummer)) or per_nummer.get((None, nummer))
            for nummer in blad.regel.grondslag_referentienummers
        ]

    @property
    def tabellen(self) -> dict[str, Verificatie]:
        """The tables consulted so far, with the weakest verification of the rows used."""
        return self._gebruikt

    def gebruikt(self, tabel: str, verificatie: Verificatie) -> None:
        """Note that the outcome of a rule rests on a row of a table."""
        eerder = self._gebruikt.get(tabel)
        self._gebruikt[tabel] = verificatie if eerder is None else zwakste(eerder, verificatie)

    def overeenkomsten(
        self, soort: Overeenkomstsoort, zorgaanbieder_agb: str, uzovi_code: str, op: date
    ) -> list[Overeenkomst]:
        """Return the known agreements of this provider with this insurer, valid on `op`."""
        if self._overeenkomsten is None:
            self._overeenkomsten = self._groepeer()
        return [
            overeenkomst
            for overeenkomst in self._overeenkomsten.get((zorgaanbieder_agb, uzovi_code), ())
            if overeenkomst.overeenkomstsoort is soort and overeenkomst.looptijd.bevat(op)
        ]

    def _groepeer(self) -> dict[tuple[str, str], list[Overeenkomst]]:
        uit: dict[tuple[str, str], list[Overeenkomst]] = {}
        eigen = () if self.dossier is None else self.dossier.overeenkomsten
        for overeenkomst in (*eigen, *self.context.overeenkomsten):
            if overeenkomst.zorgaanbieder_agb is not None:
                sleutel = (overeenkomst.zorgaanbieder_agb, overeenkomst.uzovi_code)
                uit.setdefault(sleutel, []).append(overeenkomst)
        return uit

    def _declaratieregels(self) -> tuple[Declaratieregel, ...]:
        if self.dossier is not None:
            return self.dossier.declaratieregels
        return self.als(Declaratie).declaratieregels if self.soort == "declaratie" else ()

    def _blad(
        self,
        nummer: int,
        regel: Declaratieregel,
        teruggenomen: dict[tuple[str, str | None], int],
    ) -> Regelblad:
        tabellen = self.context.tabellen
        terug = teruggenomen.get((regel.zorgaanbieder_agb, regel.referentienummer), -1)
        telt = regel.debet_credit is DebetCredit.DEBET and terug < regel.bedrag_eurocent
        prestatie = tabellen.prestatie(regel.prestatie)
        if prestatie is None:
            return Regelblad(nummer, regel, telt, None, None, None, None)
        startdatum: date | None = None
        peildatum: date | None = regel.periode.van
        if prestatie.peildatum_start_zorg:
            startdatum = self._startdatum(regel)
            peildatum = self._peildatum_start(startdatum)
        opzoeking = None
        if peildatum is not None:
            opzoeking = tabellen.lookup(prestatie.prestatie_id, peildatum)
            if isinstance(opzoeking, Gevonden):
                self.gebruikt(opzoeking.tabel, opzoeking.verificatie)
        return Regelblad(nummer, regel, telt, prestatie, startdatum, peildatum, opzoeking)

    def _startdatum(self, regel: Declaratieregel) -> date | None:
        """Return the start of the care: as stated, of the named zorgepisode, or of the only one."""
        dossier = self.dossier
        if regel.startdatum_zorg is not None or dossier is None:
            return regel.startdatum_zorg
        if self._starts is None:
            self._starts = {}
            for episode in dossier.zorgepisodes:
                for sleutel in (
                    ("id", episode.zorgepisode_id),
                    ("agb", episode.zorgaanbieder.agb_code or ""),
                ):
                    self._starts.setdefault(sleutel, []).append(episode.looptijd.van)
        sleutel = ("agb", regel.zorgaanbieder_agb)
        if regel.zorgepisode_id is not None:
            sleutel = ("id", regel.zorgepisode_id)
        kandidaten = self._starts.get(sleutel, ())
        return kandidaten[0] if len(kandidaten) == 1 else None

    def _peildatum_start(self, startdatum: date | None) -> date | None:
        """Return the decisive date of care that follows its start; before 2015 it was the birth."""
        if startdatum is None or startdatum >= EERSTE_DAG_START_ZORG:
            return startdatum
        return None if self.dossier is None else self.dossier.zwangerschap.datum_einde
