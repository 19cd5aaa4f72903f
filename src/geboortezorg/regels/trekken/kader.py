"""What is known of prestaties and their tariffs before a look at lines that have them."""

import sys
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Final, final

from geboortezorg.model.overeenkomst import Overeenkomstsoort
from geboortezorg.model.prestatie import ONDERZOEKEN, Fase, Prestatie
from geboortezorg.regels.context import Context
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.pakket import Pakket
from geboortezorg.regels.trekken import dagen
from geboortezorg.regels.trekken.prestaties import eenmalig, fase, per_stuk
from geboortezorg.regels.trekken.tarieven import beeld, loopt_tot
from geboortezorg.tabellen import Tariefantwoord
from geboortezorg.zorggeval import Soort, beperkingen

MAX_MAX: Final = Overeenkomstsoort.MAX_MAX

_MAX_PAKKETTEN: Final = 1024
"""Of how many sets of prestaties and tariffs is kept what is to be seen of them."""

_Meer = tuple[Prestatie, Fase | None, bool, bool, bool]
"""What few prestaties ask more: the prestatie, its only phase, whether it follows the start of care,
whether it is an examination, of a woman who is pregnant, and whether there is more to ask of the days
of each line.
"""

Kenmerken = tuple[tuple[str, ...], bool, bool, int, int, int, date, _Meer | None]
"""What a look asks of a prestatie: the zorgsoorten that it expects; whether there is one of it,
whether it is counted by the piece, and on how many lines at most. Of its tariff the lowest and the
highest that is right, and until which day that holds. And what more it asks, if anything.
"""


@final
class _PerSoort(dict[Soort, Kenmerken | None]):
    """What is asked of prestaties and their tariffs in a kind of document; None of an unknown one."""

    def __init__(self, context: Context, soort: str) -> None:
        super().__init__()
        self._vaakst, self._soort = context.gedeeld(dagen.vaakst), soort

    def __missing__(self, soort: Soort) -> Kenmerken | None:
        self[soort] = gemaakt = self._kenmerken(soort)
        return gemaakt

    def _kenmerken(self, soort: Soort) -> Kenmerken | None:
        if soort.genoemd is None:
            return None
        prestatie = soort.genoemd.prestatie
        vaakst = self._vaakst.get(prestatie.prestatie_id)
        van_fase, bij_start = fase(prestatie, self._soort), prestatie.peildatum_start_zorg
        onderzoek = prestatie.eenheid in ONDERZOEKEN
        duurt = (
            prestatie.tot_bevalling
            or bool(prestatie.bestanddelen)
            or dagen.HELE_ZORG.issubset(prestatie.fasen)
        )
        meer = None
        if van_fase is not None or bij_start or onderzoek or duurt:
            meer = prestatie, van_fase, bij_start, onderzoek, duurt
        laagste, hoogste = beeld(soort.antwoord)[2:4]
        return (
            prestatie.zorgsoorten,
            eenmalig(prestatie),
            per_stuk(prestatie) or vaakst is not None,
            sys.maxsize if vaakst is None else vaakst,
            laagste,
            hoogste,
            loopt_tot(soort.antwoord, prestatie),
            meer,
        )


@final
class Kader:
    """What a context says, looked up once."""

    __slots__ = (
        "duur",
        "kortste",
        "langste",
        "max_max",
        "nazorg",
        "per_pakket",
        "per_soort",
    )

    def __init__(self, context: Context) -> None:
        self.duur = duur = context.gedeeld(dagen.zorgduur)
        self.kortste, self.nazorg = duur.kortste, duur.nazorg
        self.langste = context.gedeeld(dagen.faseduur).langste
        self.max_max = MAX_MAX in {o.overeenkomstsoort for o in context.overeenkomsten}
        """Whether it has an agreement on a higher tariff."""
        self.per_soort = {soort: _PerSoort(context, soort) for soort in ("dossier", "declaratie")}
        """By kind of document what is asked of prestaties and their tariffs, as lines have them."""
        self.per_pakket = _PerPakket()
        """What is to be seen of the prestaties and tariffs that lines of some documents have."""


@final
class _PerPakket(dict[Pakket, tuple[tuple[Trek, ...], int, bool]]):
    """What is to be seen of the answers of the tables, whatever the lines are.

    And how many prestaties there are, and whether these can stand beside each other, each once.
    """

    def __missing__(self, pakket: Pakket) -> tuple[tuple[Trek, ...], int, bool]:
        if len(self) >= _MAX_PAKKETTEN:
            self.clear()
        gezien = tuple(dict.fromkeys(_van_antwoorden(pakket.tariefantwoorden)))
        self[pakket] = gemaakt = gezien, len(pakket.prestaties), _los([*pakket.prestaties])
        return gemaakt


def _los(prestaties: Collection[Prestatie]) -> bool:
    eens, gehelen, _, keuzes, kinderen, _ = beperkingen(prestaties)
    return not (gehelen or keuzes or kinderen) and len({*eens.values()}) == len(eens)


def _van_antwoorden(antwoorden: Iterable[Tariefantwoord | None]) -> Iterator[Trek]:
    for antwoord in antwoorden:
        gewoon, vrij, _, _, grond = beeld(antwoord)
        if not gewoon:
            yield Trek.GEEN_TARIEF
        if vrij:
            yield Trek.VRIJ_TARIEF
        if grond is not None:
            yield grond
