"""One declaratieregel with all that rules ask of it, worked out once."""

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final, final

from geboortezorg.geld import Exact, exact
from geboortezorg.model.declaratie import DebetCredit, Declaratieregel
from geboortezorg.model.prestatie import verhouding
from geboortezorg.tabellen import Gevonden, Tariefantwoord
from geboortezorg.zorggeval.verrekening import Boeking, Creditfout, Verrekend

if TYPE_CHECKING:
    from geboortezorg.model.zorgepisode import Zorgepisode
    from geboortezorg.zorggeval.geval import Zorggeval
    from geboortezorg.zorggeval.groep import Groep

_DEBET: Final = DebetCredit.DEBET


@final
class Post:
    """A declaratieregel with its prestatie, its quantity, its decisive date and its tariff."""

    __slots__ = (
        "aantal",
        "credit_tegen",
        "debet",
        "declaratieregel",
        "episode",
        "groep",
        "minuten",
        "nummer",
        "peildatum",
        "prestatie",
        "prestatie_id",
        "startdatum",
        "tarief",
        "tariefantwoord",
        "telt",
        "verrekend",
    )

    aantal: Exact | None
    """The quantity in the unit of the prestatie; None when the unit does not fit."""
    tarief: Exact | None
    """The tariff in eurocents for one unit of the prestatie; None like the quantity."""
    minuten: Exact | None
    """The quantity in minutes; None for a prestatie that is no time."""

    def __init__(
        self,
        nummer: int,
        declaratieregel: Declaratieregel,
        groep: "Groep",
        episode: "Zorgepisode | None",
        start: date | None,
        peildatum: date | None,
        tariefantwoord: Tariefantwoord | None,
    ) -> None:
        """Take the line, its place, and what was looked up for it; the credits come later."""
        self.nummer = nummer
        self.declaratieregel = declaratieregel
        self.groep = groep
        """The lines with the same prestatie, provider and insurer."""
        self.episode = episode
        """The zorgepisode that it names, or else the only one of its provider."""
        self.startdatum = start
        """First day of the care, where that decides and as far as the document tells."""
        self.peildatum = peildatum
        """The date that decides the tariff; None when the document does not tell it."""
        self.tariefantwoord = tariefantwoord
        """What the tables say of the tariff on that date; None without prestatie or date."""
        self.debet = self.telt = declaratieregel.debet_credit is _DEBET
        """Whether it is a debit, and whether credits do not take that back as a whole."""
        self.verrekend: Verrekend | None = None
        """What the credits of the document did to it, when there are any."""
        self.credit_tegen: Post | None = None
        """The debit that a credit takes back, whole or in part."""
        self.prestatie = prestatie = groep.prestatie
        self.prestatie_id = groep.prestatie_id
        """The stable name of the prestatie, or what the document says when it is unknown."""
        self.aantal = self.tarief = self.minuten = None
        if prestatie is not None:
            eenheid = declaratieregel.eenheid
            if eenheid is None or eenheid is prestatie.eenheid:
                self.aantal = aantal = declaratieregel.aantal
                self.tarief = declaratieregel.tarief_eurocent
                if groep.minuten is not None:
                    self.minuten = aantal * groep.minuten
            elif (maal := verhouding(eenheid, prestatie.eenheid)) is not None:
                self._reken_om(declaratieregel, maal)

    def _reken_om(self, declaratieregel: Declaratieregel, maal: Fraction) -> None:
        """Fill in the quantity and the tariff by the unit of the prestatie."""
        self.aantal = exact(declaratieregel.aantal * maal)
        if self.groep.minuten is not None:
            self.minuten = exact(self.aantal * self.groep.minuten)
        self.tarief = declaratieregel.tarief_eurocent
        if maal != 1 and (
            declaratieregel.tarief_eurocent * declaratieregel.aantal
            == declaratieregel.bedrag_eurocent
        ):
            # The tariff was stated for the unit of the line.
            self.tarief = exact(Fraction(declaratieregel.tarief_eurocent) / maal)

    @property
    def geval(self) -> "Zorggeval":
        """The other lines of the same woman."""
        return self.groep.geval

    @property
    def netto_eurocent(self) -> int:
        """What is left of a debit after the credits on it."""
        if self.verrekend is not None:
            return self.verrekend.netto_eurocent
        return self.declaratieregel.declaratiebedrag_eurocent

    @property
    def identiek(self) -> bool:
        """Whether a credit is identical to its debit, and takes it back by itself."""
        return self.verrekend is not None and self.verrekend.geheel

    @property
    def creditfout(self) -> Creditfout | None:
        """Why a credit is none."""
        return None if self.verrekend is None else self.verrekend.fout

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
    def over_tariefgrens(self) -> bool:
        """Whether care that is priced by its day runs on after the last day of its tariff."""
        tot_en_met = self.declaratieregel.periode.tot_en_met
        if self.prestatie is None or self.prestatie.peildatum_start_zorg:
            return False
        return (
            tot_en_met != self.peildatum  # the tariff of a day holds on that day
            and isinstance(self.tariefantwoord, Gevonden)
            and not self.tariefantwoord.looptijd.bevat(tot_en_met)
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
        self.verrekend = verrekend
        self.telt = self.debet and not verrekend.teruggenomen
        self.credit_tegen = tegen
