"""The shipped tables against the list of facts they were entered from, one by one."""

from tests.tabellen.meegeleverd import feiten

from geboortezorg.bron import Verificatie
from geboortezorg.model.prestatie import Eenheid, Regime
from geboortezorg.model.tarief import Tariefsoort
from geboortezorg.tabellen import (
    BekendTarief,
    Belemmering,
    pakket,
    shipped,
)
from geboortezorg.tabellen.eenheden import in_eenheid

SOORTEN = {
    "maximum": Tariefsoort.MAXIMUM,
    "niet vermeld (lijst verzekeraar)": Tariefsoort.NIET_VERMELD,
    "eigen bijdrage": Tariefsoort.EIGEN_BIJDRAGE,
    "opslag": Tariefsoort.OPSLAG,
    "vast (Rijksbegroting)": Tariefsoort.VAST,
}
EENHEDEN = {
    "per zwangerschap": Eenheid.ZWANGERSCHAP,
    "eenmaal per zwangere": Eenheid.ZWANGERSCHAP,
    "per eerste SEO": Eenheid.ONDERZOEK,
    "verrichting": Eenheid.STUK,
    "per bevalling": Eenheid.STUK,
}
NAMEN = {
    "Per uur kraamzorg": "kraamzorg-uur",
    "Per uur partusassistentie": "kraamzorg-partusassistentie-uur",
    "Per inschrijving": "kraamzorg-inschrijving",
    "Per intake bij de client thuis": "kraamzorg-intake-thuis",
    "Per intake telefonisch": "kraamzorg-intake-telefonisch",
    "Per partusassistentie": "kraamzorg-partusassistentie",
    "Wettelijke eigen bijdrage kraamzorg thuis": "eigen-bijdrage-kraamzorg-thuis",
    "Eigen bijdrage kraamzorg in instelling zonder indicatie, per persoon (moeder en kind elk)": (
        "eigen-bijdrage-kraamzorg-instelling-per-persoon"
    ),
    "Eigen bijdrage kraamzorg in instelling zonder medische noodzaak, per persoon "
    "(moeder en kind elk)": "eigen-bijdrage-kraamzorg-instelling-per-persoon",
    "Eigen bijdrage kraamzorg in instelling zonder indicatie, moeder en kind samen": (
        "eigen-bijdrage-kraamzorg-instelling-samen"
    ),
    "Drempelbedrag instellingstarief; meerdere komt boven op eigen bijdrage": (
        "eigen-bijdrage-kraamzorg-drempel-instelling"
    ),
    "Volledige verloskundige zorg": "verloskunde-volledig",
    "Volledige prenatale zorg": "verloskunde-volledig-prenataal",
    "Volledige natale zorg": "verloskunde-volledig-nataal",
    "Volledige postnatale zorg": "verloskunde-volledig-postnataal",
    "Termijnecho": "verloskunde-termijnecho",
    "Toeslag Centering-based interactieve prenatale groepszorg (CB-IPG)": (
        "verloskunde-toeslag-cb-ipg"
    ),
    "Counseling prenatale screening": "counseling-prenatale-screening",
    "Counseling prenatale screening (43 minuten)": "counseling-prenatale-screening",
    "NT-meting/combinatietest eenling of eerste kind": "combinatietest-eerste",
    "Combinatietest eenling of eerste kind": "combinatietest-eerste",
    "NT-meting/combinatietest elk volgend kind": "combinatietest-volgend",
    "Combinatietest elk volgend kind": "combinatietest-volgend",
    "SEO eenling of eerste kind (incl. opslag regionaal centrum 18,25)": "seo-eerste",
    "SEO eenling of eerste kind": "seo-eerste",
    "SEO elk volgend kind": "seo-volgend",
    "Opslag op SEO-tarief voor regionaal centrum": "seo-opslag-regionaal-centrum",
    "NIPT eigen bijdrage (TRIDENT-2)": "nipt-eigen-bijdrage",
    "Eerste trimester SEO (35 minuten; tweeling dubbel)": "eerste-trimester-seo",
    "Volledige verloskundige zorg, achterstandswijk (ook RZA-verzekerde in centrale opvang)": "verloskunde-volledig-achterstandswijk",
    "Volledige prenatale zorg, achterstandswijk (ook RZA-verzekerde in centrale opvang)": "verloskunde-volledig-prenataal-achterstandswijk",
    "Volledige natale zorg, achterstandswijk (ook RZA-verzekerde in centrale opvang)": "verloskunde-volledig-nataal-achterstandswijk",
    "Volledige postnatale zorg, achterstandswijk (ook RZA-verzekerde in centrale opvang)": "verloskunde-volledig-postnataal-achterstandswijk",
    "Prenatale zorg 0 t/m 14 weken": "verloskunde-prenataal-0-14-weken",
    "Prenatale zorg 0 t/m 14 weken, achterstandswijk (ook RZA-verzekerde in centrale opvang)": "verloskunde-prenataal-0-14-weken-achterstandswijk",
    "Prenatale zorg 15 t/m 29 weken": "verloskunde-prenataal-15-29-weken",
    "Prenatale zorg 15 t/m 29 weken, achterstandswijk (ook RZA-verzekerde in centrale opvang)": "verloskunde-prenataal-15-29-weken-achterstandswijk",
    "Prenatale zorg na 29 weken, voor de bevalling": "verloskunde-prenataal-na-29-weken",
    "Prenatale zorg na 29 weken, voor de bevalling, achterstandswijk (ook RZA-verzekerde in centrale opvang)": "verloskunde-prenataal-na-29-weken-achterstandswijk",
    "Prenatale zorg 1e verloskundige, 0 t/m 14 weken": "verloskunde-prenataal-1e-0-14-weken",
    "Prenatale zorg 1e verloskundige, 0 t/m 14 weken, achterstandswijk (ook RZA-verzekerde in centrale opvang)": "verloskunde-prenataal-1e-0-14-weken-achterstandswijk",
    "Prenatale zorg 1e verloskundige, 15 t/m 29 weken": "verloskunde-prenataal-1e-15-29-weken",
    "Prenatale zorg 1e verloskundige, 15 t/m 29 weken, achterstandswijk (ook RZA-verzekerde in centrale opvang)": "verloskunde-prenataal-1e-15-29-weken-achterstandswijk",
    "Prenatale zorg 1e verloskundige, na 29 weken, voor bevalling": "verloskunde-prenataal-1e-na-29-weken",
    "Prenatale zorg 1e verloskundige, na 29 weken, voor bevalling, achterstandswijk (ook RZA-verzekerde in centrale opvang)": "verloskunde-prenataal-1e-na-29-weken-achterstandswijk",
    "Prenatale zorg 2e verloskundige, 0 t/m 14 weken": "verloskunde-prenataal-2e-0-14-weken",
    "Prenatale zorg 2e verloskundige, 0 t/m 14 weken, achterstandswijk (ook RZA-verzekerde in centrale opvang)": "verloskunde-prenataal-2e-0-14-weken-achterstandswijk",
    "Prenatale zorg 2e verloskundige, 15 t/m 29 weken": "verloskunde-prenataal-2e-15-29-weken",
    "Prenatale zorg 2e verloskundige, 15 t/m 29 weken, achterstandswijk (ook RZA-verzekerde in centrale opvang)": "verloskunde-prenataal-2e-15-29-weken-achterstandswijk",
    "Prenatale zorg 2e verloskundige, na 29 weken, voor bevalling": "verloskunde-prenataal-2e-na-29-weken",
    "Prenatale zorg 2e verloskundige, na 29 weken, voor bevalling, achterstandswijk (ook RZA-verzekerde in centrale opvang)": "verloskunde-prenataal-2e-na-29-weken-achterstandswijk",
    "Algemene termijnenecho (abonnement, eenmaal per zwangerschap)": "verloskunde-termijnecho",
    "Specifieke diagnose-echo (limitatieve indicaties)": "verloskunde-diagnose-echo",
    "Uitwendige versie bij stuitligging": "verloskunde-uitwendige-versie",
    "Module geboortecentrum (overeenkomst vereist)": "verloskunde-module-geboortecentrum",
    "Module geboortecentrum bij aannemelijke besparing (overeenkomst vereist)": "verloskunde-module-geboortecentrum-besparing",
    "SEO eenling of eerste kind (incl. opslag regionaal centrum 17,91)": "seo-eerste",
    "Tweede trimester SEO (TTSEO), eerste en volgend kind": "seo-eerste",
    "Tweede trimester SEO (TTSEO)": "seo-eerste",
}


def naam_van(feit: dict[str, str]) -> str:
    """Return the name by which the prestatie of a fact is looked up: its code, or ours."""
    return feit["prestatie_code"] or NAMEN.get(naam := feit["prestatie_naam"], naam)


def cent(feit: dict[str, str]) -> int:
    """Return the amount of a fact in eurocents."""
    euro, cent = feit["bedrag_eur"].split(".")
    assert len(cent) == 2
    return int(euro) * 100 + int(cent)


def zelfde(rij: BekendTarief, feit: dict[str, str]) -> bool:
    """Say whether a row is exactly this fact."""
    eenheid = EENHEDEN.get(feit["eenheid"]) or Eenheid(feit["eenheid"])
    omgerekend = in_eenheid(rij.tarief, eenheid)
    van = None if rij.looptijd is None else rij.looptijd.van.isoformat()
    einde = None if rij.looptijd is None else rij.looptijd.tot_en_met
    tot_en_met = None if einde is None else einde.isoformat()
    if not rij.tariefbeschikking.einde_vermeld and not feit["geldig_tot"]:
        tot_en_met = None
    return (
        omgerekend is not None
        and omgerekend.bedrag_eurocent == cent(feit)
        and rij.tarief.tariefsoort is SOORTEN[feit["tariefsoort"]]
        and (van or "") == feit["geldig_van"]
        and (tot_en_met or "") == feit["geldig_tot"]
        and rij.bron.url == feit["bron_url"]
        and feit["bron_document"].startswith(rij.bron.titel)
        and rij.verificatie == feit["verificatie"]
        and rij.verificatie is rij.bron.verificatie
    )


def test_elk_feit_staat_precies_eenmaal_in_een_tabel() -> None:
    """Every fact is there once: amount, kind, unit, days, source and verification."""
    tabellen = shipped()
    for feit in feiten():
        gevonden = [rij for rij in tabellen.tarieven_van(naam_van(feit)) if zelfde(rij, feit)]
        assert len(gevonden) == 1, feit
        prestatie = tabellen.prestatie(naam_van(feit))
        assert prestatie is not None
        assert prestatie.regime == feit["regime"]


def test_er_is_niets_dat_niet_in_de_feiten_staat() -> None:
    """Amounts beyond the list: one that two sources come to, and one given for two prestaties."""
    bekend = feiten()
    extra = [
        rij
        for prestatie in shipped().prestaties
        for rij in shipped().tarieven_van(prestatie.prestatie_id)
        if rij.tarief.bedrag_eurocent is not None
        and not any(
            naam_van(feit) in (prestatie.prestatie_id, prestatie.code) and zelfde(rij, feit)
            for feit in bekend
        )
    ]
    assert [(rij.tabel, rij.tarief.bedrag_eurocent) for rij in extra] == [
        ("eigen-bijdrage-kraamzorg-2021", 1850),
        ("prenatale-screening-tweede-trimester-seo", 16231),
    ]
    assert extra[0].verificatie is Verificatie.AFGELEID
    assert extra[1].belemmering is Belemmering.ONGEDATEERD
    assert extra[0].bron.url is not None


def test_elk_bestand_heet_naar_zijn_tabel() -> None:
    """A file is called after the table in it, so that a message can name the table."""
    assert sorted(tabel.naam for tabel in shipped().tabellen) == list(pakket.namen())


def test_elke_bron_is_te_vinden_en_geen_bron_is_gedateerd_zonder_grond() -> None:
    """Each source has an address or a number; no day of seeing is given, for none is known."""
    for tabel in shipped().tarieftabellen:
        beschikking = tabel.tariefbeschikking
        assert beschikking.opgenomen_op is not None
        bronnen = [beschikking.bron, *(rij.bron for rij in tabel.tarieven)]
        bronnen += [rij.bron for rij in tabel.opslagen]
        for bron in filter(None, bronnen):
            assert bron.url is not None or bron.nummer is not None
            assert bron.gezien_op is None
            assert bron.toelichting is not None
    for prestatie in shipped().prestaties:
        genoemd = shipped().genoemde_prestatie(prestatie.prestatie_id)
        assert genoemd is not None
        assert genoemd.bron.url is not None or genoemd.bron.nummer is not None


def test_geen_regime_is_volledig() -> None:
    """No shipped list claims to name every prestatie, so no unknown code is refused by it."""
    assert shipped().volledige_regimes == frozenset()
    assert {prestatie.regime for prestatie in shipped().prestaties} == set(Regime)
