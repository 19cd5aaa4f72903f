"""What was declared for one woman."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, final

from geboortezorg.model.declaratie import Declaratieregel
from geboortezorg.tabellen import Tabellen
from geboortezorg.zorggeval.bekend import Bekend
from geboortezorg.zorggeval.groep import Groep, op_volgorde
from geboortezorg.zorggeval.groeperen import groepeer, verdeeld
from geboortezorg.zorggeval.peil import Leden, Peil
from geboortezorg.zorggeval.post import Post
from geboortezorg.zorggeval.samenhang import in_een_zwangerschap, zwangerschappen
from geboortezorg.zorggeval.verrekening import verreken
from geboortezorg.zorggeval.vogelvlucht import Vogelvlucht

if TYPE_CHECKING:
    from geboortezorg.model.dossier import Dossier


@final
class Zorggeval:
    """The declaratieregels of one woman, beside the dossier that they stand in, if any."""

    __slots__ = (
        "_bevaldagen",
        "_per_nummer",
        "_posten",
        "_tellend",
        "_zwangerschappen",
        "credits",
        "dossier",
        "een_vrouw",
        "groepen",
        "lijnen",
        "met_posten",
        "peil",
        "starts",
        "vogelvlucht",
    )

    vogelvlucht: Vogelvlucht
    """All lines at a glance: only where there are any."""

    def __init__(
        self,
        lijnen: Sequence[Declaratieregel],
        groepen: list[Groep],
        peil: Peil,
        *,
        een_vrouw: bool,
    ) -> None:
        """Make a case in a document; :func:`groepeer` fills its groups."""
        self.lijnen = lijnen
        """The lines of the document, those of other women too."""
        self.peil = peil
        """What tells the start of the care."""
        self.een_vrouw = een_vrouw
        """Whether all lines are known to be of the same woman.

        Lines of a declaratie without a BSN stand together in a case of which this is untrue: what
        holds for a woman cannot be judged there.
        """
        self.dossier = peil.dossier
        self.groepen = groepen
        """The lines by prestatie, provider and insurer."""
        self.credits = False
        """Whether there are credits in the document."""
        self.starts: set[date] = set()
        """Every start of care that the lines name."""
        self.met_posten = False
        """Whether lines were made to be more than what they say together."""
        self._bevaldagen: set[date | None] | None = None
        self._posten: list[Post] | None = None
        self._tellend: list[Post] | None = None
        self._zwangerschappen: list[list[Post]] | None = None
        self._per_nummer: dict[tuple[str | None, str], Post] | None = None

    @property
    def bevaldagen(self) -> set[date | None]:
        """Every day of birth that the lines name; None among them when one of them names none."""
        if self._bevaldagen is None:
            self._bevaldagen = {
                lijn.datum_partus for groep in self.groepen for lijn in groep.lijnen
            }
        return self._bevaldagen

    @property
    def posten(self) -> list[Post]:
        """Every line, credits too, in the order of the document."""
        if self._posten is None:
            self._posten = op_volgorde([groep.posten for groep in self.groepen])
        return self._posten

    @property
    def tellend(self) -> list[Post]:
        """The lines with a known prestatie that no credit takes back as a whole."""
        if self._tellend is None:
            self._tellend = self.posten
            if self.credits or any(groep.prestatie is None for groep in self.groepen):
                self._tellend = [
                    post for post in self.posten if post.telt and post.prestatie is not None
                ]
        return self._tellend

    @property
    def zwangerschappen(self) -> list[list[Post]]:
        """The counting lines by pregnancy, in the order of the document."""
        if self._zwangerschappen is None:
            self._zwangerschappen = zwangerschappen(self)
        return self._zwangerschappen

    def van(self, prestaties: Iterable[str]) -> list[Post]:
        """Return the counting lines of some prestaties, by their stable names."""
        namen = frozenset(prestaties)
        return op_volgorde(
            groep.tellend
            for groep in self.groepen
            if groep.prestatie is not None and groep.prestatie_id in namen
        )

    def per_zwangerschap(self, prestaties: Collection[str]) -> list[list[Post]]:
        """Return those lines by pregnancy: no other lines are made posts where there is but one."""
        if self._zwangerschappen is None and in_een_zwangerschap(self):
            return [self.van(prestaties)]
        return [
            [post for post in posten if post.prestatie_id in prestaties]
            for posten in self.zwangerschappen
        ]

    def grondslag(self, post: Post) -> list[Post | None]:
        """Return the line behind each reference over which a toeslag is computed, where known.

        A reference is unique for its provider only, so a line of the same provider goes first,
        and a debit that counts before one that was taken back.
        """
        if self._per_nummer is None:
            self._per_nummer = {}
            for ander in sorted(self.posten, key=lambda ander: ander.telt):
                nummer = ander.declaratieregel.referentienummer
                self._per_nummer[None, nummer] = ander
                self._per_nummer[ander.declaratieregel.zorgaanbieder_agb, nummer] = ander
        agb, per_nummer = post.declaratieregel.zorgaanbieder_agb, self._per_nummer
        return [
            per_nummer.get((agb, nummer)) or per_nummer.get((None, nummer))
            for nummer in post.declaratieregel.grondslag_referentienummers
        ]

    def laat_los(self) -> None:
        """Break the ring of this case and its groups, and of these and their lines."""
        for groep in self.groepen if self.met_posten else ():
            groep.laat_los()
        del self.groepen


def zorggevallen(
    declaratieregels: Sequence[Declaratieregel],
    tabellen: Tabellen,
    dossier: "Dossier | None" = None,
    bekend: Bekend | None = None,
    leden: Leden | None = None,
) -> list[Zorggeval]:
    """Return the cases behind lines by woman: one for a dossier, else one for each BSN.

    What is `bekend` of the tables can be kept for the next document. `leden` are all members that
    it can hold, where that was seen: for others no line is asked.
    """
    if bekend is None:
        bekend = Bekend(tabellen)
    peil = Peil(dossier, leden)
    een = dossier is not None
    gevallen: list[Zorggeval] = []
    credits_ = False
    for vrouw, delen in verdeeld(declaratieregels, een=een).items():
        groepen, een_vrouw = [*delen.values()], een or vrouw is not None
        geval = Zorggeval(declaratieregels, groepen, peil, een_vrouw=een_vrouw)
        groepeer(geval, bekend)
        gevallen.append(geval)
        credits_ = credits_ or geval.credits
    if credits_:
        _verreken(gevallen)
    return gevallen


def _verreken(gevallen: Sequence[Zorggeval]) -> None:
    """Set the credits against the debits over all cases: a credit can name another woman's."""
    posten = op_volgorde([geval.posten for geval in gevallen])
    for post, uitkomst in zip(posten, verreken([p.boeking() for p in posten]), strict=True):
        post.verreken(uitkomst, None if uitkomst.tegen is None else posten[uitkomst.tegen])
    for geval in gevallen:
        geval.credits = True
        for groep in geval.groepen:
            groep.verreken()
