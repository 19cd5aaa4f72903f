"""On-call rosters against the law on working hours and the cao."""

from typing import Final

from geboortezorg.regels.regel import Regel
from geboortezorg.regels.wachtdienst import consignatie, dienstsoort, rooster, vrijetijd

VOORVOEGSELS: Final = ("WACHT",)
"""The words with which the codes of this theme begin, after `GZ-`."""

REGELS: Final[tuple[Regel, ...]] = (
    rooster.einde_na_begin,
    rooster.oproep_binnen_wachtdienst,
    rooster.wachttijd_geen_arbeidstijd,
    rooster.gewerkt_is_arbeidstijd,
    rooster.totalen_kloppen,
    consignatie.achttien_jaar,
    vrijetijd.vrije_etmalen,
    vrijetijd.vrije_dubbele_etmalen,
    consignatie.rond_nachtdienst,
    consignatie.dertien_uur,
    consignatie.nachtelijke_consignatie,
    dienstsoort.bereikbaarheidsdienst,
    dienstsoort.aanwezigheidsdienst,
    dienstsoort.cao_algemeen_verbindend,
)
"""The rules of this theme, in the order in which a report shows them."""
