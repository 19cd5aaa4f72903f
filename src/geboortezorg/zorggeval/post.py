"""One declaratieregel with all that rules ask of it, worked out once."""

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, final

from geboortezorg.geld import Exact, exact
from geboortezorg.model.declaratie import DebetCredit, Declaratieregel
from geboortezorg.model.prestatie import MINUTEN, Prestatie, verhouding
from geboortezorg.model.zorgepisode import Zorgepisode
from geboortezorg.tabellen import Gevonden, Tariefantwoord
from geboortezorg.zorggeval.dagen import Dagzorg
from geboortezorg.zorggeval.verrekening import Boeking, Creditfout, Verrekend

if TYPE_CHECKING:
    from geboortezorg.zorggeval.geval import Zorggeval


@final
class Post:
    """A declaratieregel with its prestatie, its quantity, its decisive date and its tariff."""

    __slots__ = (
        "aantal",
        "credit_tegen",
        "creditfout",
        "debet",
        "declaratieregel",
        "episode",
        "geval",
        "identiek",
        "netto_eurocent",
        "nummer",
        "peildatum",
        "prestatie",
        "prestatie_id",
        "startdatum",
        "tarief",
        "tariefantwoord",
        "telt",
    )

    def __init__(self, nummer: int, declaratieregel: Declaratieregel) -> None:
        """Take the place of the line in the document, and the line; the rest comes later."""
        self.nummer = nummer
        self.declaratieregel = declaratieregel
        self.debet = declaratieregel.debet_credit is DebetCredit.DEBET
        """Whether it is a debit."""
        self.geval: Zorggeval
        """The other lines of the same woman."""
        self.prestatie: Prestatie | None = None
        self.prestatie_id = declaratieregel.prestatie
        """The stable name of the prestatie, or what the document says when it is unknown."""
        self.aantal: Exact | None = None
        """The quantity in the unit of the prestatie; None when the unit does not fit."""
        self.tarief: Exact | None = None
        """The tariff in eurocents for one unit of the prestatie; None like the quantity."""
        self.episode: Zorgepisode | None = None
        """The zorgepisode that it names, or else the only one of its provider."""
        self.startdatum: date | None = None
        """First day of the care, where that decides and as far as the document tells."""
        self.peildatum: date | None = None
        """The date that decides the tariff; None when the document does not tell it."""
        self.tariefantwoord: Tariefantwoord | None = None
        """What the tables say of the tariff on that date; None without prestatie or date."""
        self.telt: bool
        """Whether it is a debit that credits do not take back as a whole."""
        self.netto_eurocent: int
        """What is left of a debit after the credits on it."""
        self.credit_tegen: Post | None = None
        """The debit that a credit takes back, whole or in part."""
        self.identiek = False
        """Whether a credit is identical to its debit, and takes it back by itself."""
        self.creditfout: Creditfout | None = None
        """Why a credit is none."""

    def bepaal(self, prestatie: Prestatie) -> None:
        """Fill in what the prestatie decides about the quantity."""
        self.prestatie = prestatie
        self.prestatie_id = prestatie.prestatie_id
        declaratieregel = self.declaratieregel
        maal: Exact = 1
        if declaratieregel.eenheid is not None and declaratieregel.eenheid is not prestatie.eenheid:
            omgerekend = verhouding(declaratieregel.eenheid, prestatie.eenheid)
            if omgerekend is None:
                return
            maal = omgerekend
        if maal == 1:
            self.aantal, self.tarief = declaratieregel.aantal, declaratieregel.tarief_eurocent
            return
        self.aantal = exact(declaratieregel.aantal * maal)
        self.tarief = declaratieregel.tarief_eurocent
        if (
            declaratieregel.tarief_eurocent * declaratieregel.aantal
            == declaratieregel.bedrag_eurocent
        ):
            # The tariff was stated for the unit of the line.
            self.tarief = exact(Fraction(declaratieregel.tarief_eurocent) / maal)

    @property
    def hoeveelheid(self) -> object:
        """How much it is: the quantity, or what the line says when its unit does not fit."""
        if self.aantal is not None:
            return self.aantal
        return self.declaratieregel.aantal, self.declaratieregel.eenheid

    @property
    def tariefdag(self) -> date:
        """The date that decides the tariff, or else the first day of the line."""
        return self.peildatum or self.declaratieregel.periode.van

    @property
    def over_eurocent(self) -> int:
        """What is left of the computed amount after the credits on it."""
        declaratieregel = self.declaratieregel
        terug = declaratieregel.declaratiebedrag_eurocent - self.netto_eurocent
        return max(0, declaratieregel.bedrag_eurocent - terug)

    @property
    def minuten(self) -> Exact | None:
        """The quantity in minutes; None for a prestatie that is no time."""
        if self.aantal is None or self.prestatie is None:
            return None
        per_stuk = MINUTEN.get(self.prestatie.eenheid)
        return None if per_stuk is None else exact(self.aantal * per_stuk)

    @property
    def dagzorg(self) -> Dagzorg | None:
        """The minutes within the days of the line; None for a prestatie that is no time."""
        minuten = self.minuten
        if minuten is None:
            return None
        periode = self.declaratieregel.periode
        return Dagzorg(van=periode.van, tot_en_met=periode.tot_en_met, minuten=minuten)

    @property
    def over_tariefgrens(self) -> bool:
        """Whether care that is priced by its day runs on after the last day of its tariff."""
        if self.prestatie is None or self.prestatie.peildatum_start_zorg:
            return False
        return isinstance(self.tariefantwoord, Gevonden) and not self.tariefantwoord.looptijd.bevat(
            self.declaratieregel.periode.tot_en_met
        )

    def pad(self, veld: str = "") -> str:
        """Return the JSON Pointer to this line, or to one of its fields."""
        naar = f"/declaratieregels/{self.nummer}"
        return f"{naar}/{veld}" if veld else naar

    def boeking(self) -> Boeking:
        """Return the line as netting sees it. A reference is unique for its provider only."""
        declaratieregel = self.declaratieregel
        agb, verwijst = (
            declaratieregel.zorgaanbieder_agb,
            declaratieregel.gerelateerd_referentienummer,
        )
        return Boeking(
            nummer=(agb, declaratieregel.referentienummer),
            verwijst=None if self.debet or verwijst is None else (agb, verwijst),
            debet=self.debet,
            onderwerp=(
                id(self.geval),
                declaratieregel.uzovi_code,
                self.prestatie_id,
                declaratieregel.periode,
            ),
            omvang=(
                self.hoeveelheid,
                declaratieregel.bedrag_eurocent,
                declaratieregel.declaratiebedrag_eurocent,
            ),
            bedrag_eurocent=declaratieregel.declaratiebedrag_eurocent,
        )

    def verreken(self, verrekend: Verrekend, tegen: "Post | None") -> None:
        """Fill in what the credits of the document did to the line."""
        self.telt = self.debet and not verrekend.teruggenomen
        self.netto_eurocent = verrekend.netto_eurocent
        self.credit_tegen = tegen
        self.identiek = verrekend.geheel
        self.creditfout = verrekend.fout
