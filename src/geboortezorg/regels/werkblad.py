"""The worksheet of one document: what several rules need, looked up once."""

from datetime import date
from typing import Any, Final, TypeVar, final

from geboortezorg.bron import Verificatie, zwakste
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

    __slots__ = ("nummer", "opzoeking", "peildatum", "prestatie", "regel", "startdatum", "telt")

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
        """Whether it is a debit that no credit in the same document takes back."""
        self.prestatie = prestatie
        self.startdatum = startdatum
        """First day of the care, as far as the document tells."""
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

    @property
    def prestatie_id(self) -> str:
        """The stable name of the prestatie, or what the document says when it is unknown."""
        return self.regel.prestatie if self.prestatie is None else self.prestatie.prestatie_id


@final
class Werkblad:
    """One document in its context, with the look-ups that rules share."""

    __slots__ = ("_gebruikt", "_overeenkomsten", "_regels", "context", "document", "soort")

    def __init__(self, document: Any, soort: str, context: Context) -> None:
        self.document = document
        self.soort = soort
        self.context = context
        self._gebruikt: dict[str, Verificatie] = {}
        self._regels: list[Regelblad] | None = None
        self._overeenkomsten: dict[tuple[str, str], list[Overeenkomst]] | None = None

    def als(self, klasse: type[_T]) -> _T:
        """Return the document as the class that the rule judges."""
        if not isinstance(self.document, klasse):
            raise TypeError("deze regel beoordeelt een andere soort document")
        return self.document

    @property
    def dossier(self) -> Dossier | None:
        """The document when it is a dossier."""
        return self.document if isinstance(self.document, Dossier) else None

    @property
    def regels(self) -> list[Regelblad]:
        """The declaratieregels of a dossier or declaratie, with their look-ups."""
        if self._regels is None:
            regels = self._declaratieregels()
            teruggenomen = {
                regel.gerelateerd_referentienummer
                for regel in regels
                if regel.debet_credit is DebetCredit.CREDIT
            }
            self._regels = [self._blad(i, r, teruggenomen) for i, r in enumerate(regels)]
        return self._regels

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
        eigen = self.document.overeenkomsten if isinstance(self.document, Dossier) else ()
        for overeenkomst in (*eigen, *self.context.overeenkomsten):
            if overeenkomst.zorgaanbieder_agb is not None:
                sleutel = (overeenkomst.zorgaanbieder_agb, overeenkomst.uzovi_code)
                uit.setdefault(sleutel, []).append(overeenkomst)
        return uit

    def _declaratieregels(self) -> tuple[Declaratieregel, ...]:
        if isinstance(self.document, (Dossier, Declaratie)):
            return self.document.declaratieregels
        return ()

    def _blad(
        self, nummer: int, regel: Declaratieregel, teruggenomen: set[str | None]
    ) -> Regelblad:
        tabellen = self.context.tabellen
        telt = (
            regel.debet_credit is DebetCredit.DEBET and regel.referentienummer not in teruggenomen
        )
        prestatie = tabellen.prestatie(regel.prestatie)
        startdatum = self._startdatum(regel)
        if prestatie is None:
            return Regelblad(nummer, regel, telt, None, startdatum, None, None)
        peildatum: date | None = regel.periode.van
        if prestatie.peildatum_start_zorg:
            peildatum = self._peildatum_start(startdatum)
        opzoeking = None
        if peildatum is not None:
            opzoeking = tabellen.lookup(prestatie.prestatie_id, peildatum)
            if isinstance(opzoeking, Gevonden):
                self.gebruikt(opzoeking.tabel, opzoeking.verificatie)
        return Regelblad(nummer, regel, telt, prestatie, startdatum, peildatum, opzoeking)

    def _startdatum(self, regel: Declaratieregel) -> date | None:
        """Return the start of the care: as stated, of the named zorgepisode, or of the only one."""
        if regel.startdatum_zorg is not None or not isinstance(self.document, Dossier):
            return regel.startdatum_zorg
        if regel.zorgepisode_id is not None:
            kandidaten = [
                episode.looptijd.van
                for episode in self.document.zorgepisodes
                if episode.zorgepisode_id == regel.zorgepisode_id
            ]
        else:
            kandidaten = [
                episode.looptijd.van
                for episode in self.document.zorgepisodes
                if episode.zorgaanbieder.agb_code == regel.zorgaanbieder_agb
            ]
        return kandidaten[0] if len(kandidaten) == 1 else None

    def _peildatum_start(self, startdatum: date | None) -> date | None:
        """Return the decisive date of care that follows its start; before 2015 it was the birth."""
        if startdatum is None or startdatum >= EERSTE_DAG_START_ZORG:
            return startdatum
        return self.document.zwangerschap.datum_einde if self.dossier is not None else None
