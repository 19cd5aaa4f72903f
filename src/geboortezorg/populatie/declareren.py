"""The lines that are declared for one made-up birth, at the tariffs of the tables in use."""

import random
from datetime import date, timedelta
from functools import cache
from typing import Any, Final, final

from geboortezorg.model.prestatie import Regime
from geboortezorg.populatie.context import IGOS, UZOVI, populatiecontext
from geboortezorg.populatie.lot import THUIS, Lot
from geboortezorg.tabellen import Gevonden, Tabellen
from geboortezorg.tabellen.normen import normen

NAZORG: Final = timedelta(days=41)
"""From the birth to the last day of the care after it."""

_DAG: Final = timedelta(days=1)
_WEEK: Final = 7
_INSCHRIJVING_OP: Final = 13 * _WEEK
_INTAKE_OP: Final = 34 * _WEEK
_KRAAMDAGEN: Final = 8
_PARTUS_UREN: Final = (2, 5)
"""Fewest and most hours of partusassistentie: an assumption."""
_PRENATAAL: Final = (
    "verloskunde-prenataal-0-14-weken",
    "verloskunde-prenataal-15-29-weken",
    "verloskunde-prenataal-na-29-weken",
)
_LIP: Final = "kraamzorg-lip"
_MINUTEN_PER_UUR: Final = 60


@final
class Declarant:
    """Writes the lines of one dossier."""

    __slots__ = (
        "_context",
        "_lot",
        "_willekeur",
        "declaratieregels",
        "kraamzorg",
        "partus_minuten",
        "verloskunde",
    )

    def __init__(self, willekeur: random.Random, lot: Lot) -> None:
        """Draw who gives the care: made-up numbers of the right zorgsoort."""
        self._lot = lot
        self._context = populatiecontext()
        self._willekeur = willekeur
        igo = IGOS[willekeur.randrange(len(IGOS))]
        self.verloskunde = igo if lot.igo else f"08{willekeur.randrange(1, 1000):06d}"
        self.kraamzorg = f"33{willekeur.randrange(1, 1000):06d}"
        self.partus_minuten = 0
        self.declaratieregels: list[dict[str, Any]] = []

    def declareer(
        self,
        prestatie: str,
        van: date,
        tot_en_met: date | None = None,
        *,
        aantal: int = 1,
        episode: str | None = None,
    ) -> None:
        """Add a line at the tariff of its first day."""
        bedrag = self._tarief(prestatie, van)
        kraamzorg = prestatie.startswith(Regime.KRAAMZORG.value)
        periode = {"van": van.isoformat(), "tot_en_met": (tot_en_met or van).isoformat()}
        self.declaratieregels.append(
            {
                "referentienummer": f"{'K' if kraamzorg else 'V'}-{len(self.declaratieregels) + 1}",
                "zorgaanbieder_agb": self.kraamzorg if kraamzorg else self.verloskunde,
                "uzovi_code": UZOVI,
                "prestatie": prestatie,
                "periode": periode,
                "aantal": aantal,
                "tarief_eurocent": bedrag,
                "bedrag_eurocent": bedrag * aantal,
                "declaratiebedrag_eurocent": bedrag * aantal,
                "debet_credit": "D",
                **({} if episode is None else {"zorgepisode_id": episode}),
            }
        )

    def _tarief(self, prestatie: str, op: date) -> int:
        """Return the maximum of the tables, or what the IGO agreed where the tariff is free."""
        gevonden = self._context.tabellen.lookup(prestatie, op)
        if isinstance(gevonden, Gevonden) and gevonden.tarief.bedrag_eurocent is not None:
            return gevonden.tarief.bedrag_eurocent
        return next(
            afspraak.tarief_eurocent
            for overeenkomst in self._context.overeenkomsten
            for afspraak in overeenkomst.prijsafspraken
            if overeenkomst.zorgaanbieder_agb == self.verloskunde
            and afspraak.prestatie == prestatie
        )

    def declareer_prenataal(self, van: date, tot_en_met: date, *, episode: str) -> None:
        """Add the deelprestatie for prenatal care that ended on a day."""
        dagen = (tot_en_met - self._lot.zwanger_op(0)).days
        self.declareer(
            _deelprestatie(self._context.tabellen, dagen), van, tot_en_met, episode=episode
        )

    def declareer_kraamzorg(self) -> None:
        """Add the lines of the kraamzorg: the hours of the package, spread over its days."""
        lot = self._lot
        if lot.igo:
            return  # integral care includes it
        for prestatie, op in (
            ("kraamzorg-inschrijving", lot.zwanger_op(_INSCHRIJVING_OP)),
            ("kraamzorg-intake-thuis", lot.zwanger_op(_INTAKE_OP)),
        ):
            if op < lot.bevaldag:
                self.declareer(prestatie, op)
        if lot.plaats == THUIS:
            self.declareer("kraamzorg-partusassistentie", lot.bevaldag)
            uren = self._willekeur.randint(*_PARTUS_UREN)
            self.partus_minuten = uren * _MINUTEN_PER_UUR
            self.declareer("kraamzorg-partusassistentie-uur", lot.bevaldag, aantal=uren)
        for dag, uren in enumerate(
            _verdeel(minuten_lip(lot.voeding) // _MINUTEN_PER_UUR, _KRAAMDAGEN)
        ):
            self.declareer("kraamzorg-uur", lot.bevaldag + dag * _DAG, aantal=uren)


@cache
def minuten_lip(voeding: str) -> int:
    """Return the minutes of the basic package of the LIP, by how the child is fed."""
    norm = normen().norm(_LIP)
    return norm.waarde("basis") + norm.waarde(f"voeding.{voeding}")


def _verdeel(uren: int, dagen: int) -> list[int]:
    """Return whole hours a day, the first days one more when it does not come out."""
    heel, rest = divmod(uren, dagen)
    return [heel + (dag < rest) for dag in range(dagen)]


def _deelprestatie(tabellen: Tabellen, dagen: int) -> str:
    """Return the deelprestatie for prenatal care that ended after so many days of pregnancy."""
    return next(
        prestatie.prestatie_id
        for prestatie_id in _PRENATAAL
        if (prestatie := tabellen.prestatie(prestatie_id)) is not None
        and dagen <= (prestatie.zwangerschapsduur_tot_en_met_dagen or dagen)
    )
