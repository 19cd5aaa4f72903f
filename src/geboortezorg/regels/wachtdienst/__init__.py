"""On-call rosters against the law on working hours and the cao."""

from typing import Final

VOORVOEGSELS: Final = ("WACHT",)
"""The words with which the codes of this theme begin, after `GZ-`."""

MODULES: Final = {
    "arbeidsduur": "wachtdienst",
    "bereikbaarheid": "wachtdienst",
    "cao": "wachtdienst",
    "consignatie": "wachtdienst",
    "nachtdienst": "wachtdienst",
    "rooster": "wachtdienst",
    "rust": "wachtdienst",
    "samenloop": "wachtdienst",
    "vrijetijd": "wachtdienst",
}
"""Where its rules stand, each module with the kinds of document that these judge."""

REGELS: Final = (
    "rooster.einde_na_begin",
    "rooster.oproep_binnen_wachtdienst",
    "rooster.wachttijd_geen_arbeidstijd",
    "rooster.gewerkt_is_arbeidstijd",
    "rooster.totalen_kloppen",
    "consignatie.achttien_jaar",
    "vrijetijd.vrije_etmalen",
    "vrijetijd.vrije_dubbele_etmalen",
    "consignatie.rond_nachtdienst",
    "consignatie.dertien_uur",
    "consignatie.nachtelijke_consignatie",
    "bereikbaarheid.bereikbaarheidsdienst",
    "bereikbaarheid.aanwezigheidsdienst",
    "cao.cao_algemeen_verbindend",
    "samenloop.niets_tegelijk",
    "samenloop.consignatie_buiten_dienst",
    "arbeidsduur.dienst_niet_te_lang",
    "arbeidsduur.uren_per_week",
    "arbeidsduur.gemiddeld_over_vier_weken",
    "arbeidsduur.gemiddeld_over_zestien_weken",
    "rust.dagelijkse_rust",
    "rust.wekelijkse_rust",
    "rust.pauze",
    "nachtdienst.nachtdienst_niet_te_lang",
    "nachtdienst.rust_na_nachtdienst",
    "nachtdienst.nachtdiensten_achtereen",
    "nachtdienst.aantal_nachtdiensten",
    "rust.vrije_zondagen",
    "bereikbaarheid.niet_te_vaak",
    "cao.werkdag",
    "cao.zelfstandig_zonder_cao",
    "cao.wachttijd_lager_vergoed",
)
"""The rules of this theme, in the order in which a report shows them."""
