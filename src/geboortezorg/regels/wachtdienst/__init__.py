"""On-call rosters against the law on working hours and the cao."""

from typing import Final

from geboortezorg.regels.regel import Regel
from geboortezorg.regels.wachtdienst import (
    arbeidsduur,
    bereikbaarheid,
    cao,
    consignatie,
    nachtdienst,
    rooster,
    rust,
    samenloop,
    vrijetijd,
)

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
    bereikbaarheid.bereikbaarheidsdienst,
    bereikbaarheid.aanwezigheidsdienst,
    cao.cao_algemeen_verbindend,
    samenloop.niets_tegelijk,
    samenloop.consignatie_buiten_dienst,
    arbeidsduur.dienst_niet_te_lang,
    arbeidsduur.uren_per_week,
    arbeidsduur.gemiddeld_over_vier_weken,
    arbeidsduur.gemiddeld_over_zestien_weken,
    rust.dagelijkse_rust,
    rust.wekelijkse_rust,
    rust.pauze,
    nachtdienst.nachtdienst_niet_te_lang,
    nachtdienst.rust_na_nachtdienst,
    nachtdienst.nachtdiensten_achtereen,
    nachtdienst.aantal_nachtdiensten,
    rust.vrije_zondagen,
    bereikbaarheid.niet_te_vaak,
    cao.werkdag,
    cao.zelfstandig_zonder_cao,
)
"""The rules of this theme, in the order in which a report shows them."""
