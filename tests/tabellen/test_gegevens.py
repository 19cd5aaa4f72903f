"""The shipped tables against the facts they were entered from, and the traps in those facts."""

import csv
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

import geboortezorg
from geboortezorg.bron import Verificatie
from geboortezorg.model.prestatie import Eenheid, Prestatie, Regime
from geboortezorg.model.tarief import Besluitstatus, Opslagsoort, Tariefsoort
from geboortezorg.tabellen import (
    BekendTarief,
    Belemmering,
    BuitenLooptijd,
    Gevonden,
    Onbekend,
    Onbekendreden,
    Opzoekstatus,
    pakket,
    proeftabellen,
    shipped,
)
from geboortezorg.tabellen.eenheden import in_eenheid

FEITEN = Path(__file__).with_name("tarieven.csv")
"""A copy of the list of facts: one amount a row, with its source and verification."""

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

VSV = (
    "vsv-samenwerkingsverband-organiseren",
    "vsv-zorg-coordineren",
    "vsv-informatievoorziening-communicatie",
    "vsv-kwaliteitsverbetering",
)
FASEN = ("integraal-prenataal", "integraal-nataal", "integraal-postnataal")


def feiten() -> list[dict[str, str]]:
    """Return the rows of the list of facts."""
    with FEITEN.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


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


# The traps of the facts, each decided once.


def gevonden(naam: str, op: date) -> Gevonden:
    """Return the tariff that is found, or fail."""
    uit = shipped().lookup(naam, op)
    assert isinstance(uit, Gevonden), uit
    return uit


@pytest.mark.parametrize("code", ["1001", "1101", "1204", "1313", "1352", "9019"])
def test_soort_niet_vermeld_wordt_getoond_maar_toetst_niet(code: str) -> None:
    """The amounts of 2017 are of unknown kind: shown, never used to judge."""
    uit = gevonden(code, date(2017, 7, 1))
    assert uit.tarief.tariefsoort is Tariefsoort.NIET_VERMELD
    assert uit.belemmering is Belemmering.TARIEFSOORT_NIET_VERMELD
    assert not uit.toetsbaar


@pytest.mark.parametrize(
    ("dag", "status"),
    [
        (date(2009, 12, 31), Opzoekstatus.ONBEKEND),
        (date(2010, 1, 1), Opzoekstatus.GEVONDEN),
        (date(2010, 12, 31), Opzoekstatus.GEVONDEN),
        (date(2011, 1, 1), Opzoekstatus.ONBEKEND),
    ],
)
def test_kraamzorg_2010_geldt_tot_het_einde_van_het_jaar(dag: date, status: str) -> None:
    """The decision states no end: vouched for until 31 December 2010 only, and marked as such."""
    uit = shipped().lookup("kraamzorg-uur", dag)
    assert uit.status == status
    if isinstance(uit, Gevonden):
        assert not uit.tariefbeschikking.einde_vermeld
        assert uit.tariefbeschikking.nummer == "210-2010-1"
        assert uit.verificatie is Verificatie.OFFICIEEL


@pytest.mark.parametrize("naam", ["eerste-trimester-seo", "counseling-prenatale-screening"])
def test_ongedateerde_rijen_worden_nooit_gevonden(naam: str) -> None:
    """A row without dates is listed, and found on no day at all."""
    ongedateerd = [rij for rij in shipped().tarieven_van(naam) if rij.looptijd is None]
    assert [rij.belemmering for rij in ongedateerd] == [Belemmering.ONGEDATEERD]
    for jaar in range(2000, 2030):
        uit = shipped().lookup(naam, date(jaar, 6, 1))
        assert not isinstance(uit, Gevonden) or uit.tarief is not ongedateerd[0].tarief


def test_de_vier_bedragen_van_2024_zijn_betwist() -> None:
    """Parts and whole of 2024 do not add up: none of the four judges, the termijnecho does."""
    op = date(2024, 6, 1)
    delen = ["volledig-prenataal", "volledig-nataal", "volledig-postnataal"]
    geheel = gevonden("verloskunde-volledig", op)
    bedragen = [gevonden(f"verloskunde-{deel}", op).tarief.bedrag_eurocent or 0 for deel in delen]
    assert sum(bedragen) - (geheel.tarief.bedrag_eurocent or 0) == 95
    for naam in ["volledig", *delen]:
        assert gevonden(f"verloskunde-{naam}", op).belemmering is Belemmering.BETWIST
    assert gevonden("verloskunde-termijnecho", op).toetsbaar


def test_de_eigen_bijdrage_in_een_instelling_in_2021() -> None:
    """One insurer gives what mother and child pay together, and half of it is what each pays."""
    samen = gevonden("eigen-bijdrage-kraamzorg-instelling-samen", date(2021, 6, 1))
    elk = gevonden("eigen-bijdrage-kraamzorg-instelling-per-persoon", date(2021, 6, 1))
    assert (samen.tarief.bedrag_eurocent, samen.belemmering) == (3700, None)
    assert (elk.tarief.bedrag_eurocent, elk.verificatie) == (1850, Verificatie.AFGELEID)


def test_verloskunde_2013_telt_op() -> None:
    """In the whole decision of 2013 the whole is the sum of its phases, to the cent."""
    op = date(2013, 6, 1)
    for wijk in ("", "-achterstandswijk"):
        geheel = gevonden(f"verloskunde-volledig{wijk}", op).tarief.bedrag_eurocent
        delen = [
            gevonden(f"verloskunde-volledig-{deel}{wijk}", op).tarief.bedrag_eurocent
            for deel in ("prenataal", "nataal", "postnataal")
        ]
        assert geheel == sum(deel for deel in delen if deel is not None)
    uit = gevonden("1001", date(2013, 12, 31))
    assert uit.verificatie is Verificatie.OFFICIEEL
    assert not uit.tariefbeschikking.einde_vermeld
    assert isinstance(shipped().lookup("1001", date(2014, 1, 1)), Onbekend)


@pytest.mark.parametrize(
    ("naam", "vanaf"),
    [
        ("seo-eerste", date(2024, 1, 1)),
        ("seo-volgend", date(2024, 1, 1)),
        ("eerste-trimester-seo", date(2021, 9, 1)),
        ("counseling-prenatale-screening", None),
    ],
)
def test_wie_de_seo_betaalt(naam: str, vanaf: date | None) -> None:
    """Since 2024 the state budget pays the second-trimester SEO too."""
    assert prestatie(naam).rijksbegroting_vanaf == vanaf


def test_de_beschikking_die_nooit_in_werking_trad_geeft_niets() -> None:
    """TB/REG-19622-01 is there, says so, and nothing in it is ever returned."""
    (tabel,) = (
        tabel
        for tabel in shipped().tarieftabellen
        if tabel.tariefbeschikking.nummer == "TB/REG-19622-01"
    )
    assert tabel.tariefbeschikking.status is Besluitstatus.NOOIT_IN_WERKING
    assert tabel.opslagen
    for jaar in range(2015, 2030):
        opslag = shipped().opslag(Opslagsoort.MAX_MAX, Regime.VERLOSKUNDE, date(jaar, 6, 1))
        assert opslag is None or opslag.tabel != tabel.naam


def test_2024_is_onbekend_en_krijgt_geen_bedrag_van_een_ander_jaar() -> None:
    """Kraamzorg of 2024 was not found: the lookup says so and gives nothing of 2023."""
    uit = proeftabellen().lookup("kraamzorg-uur", date(2024, 3, 1))
    assert isinstance(uit, Onbekend)
    assert uit.reden is Onbekendreden.GEEN_TARIEF_BEKEND
    assert uit.laatst_bekend_tot_en_met == date(2023, 12, 31)
    assert uit.eerstvolgend_van is None


def test_2022_is_onbekend_en_noemt_beide_kanten() -> None:
    """Between 2021 and 2023 nothing is known; the answer says how far it is on both sides."""
    uit = proeftabellen().lookup("kraamzorg-uur", date(2022, 3, 1))
    assert isinstance(uit, Onbekend)
    assert (uit.laatst_bekend_tot_en_met, uit.eerstvolgend_van) == (
        date(2021, 12, 31),
        date(2023, 1, 1),
    )


# What a source states of the days of a prestatie itself.


@pytest.mark.parametrize(
    ("naam", "dag", "status", "datum", "verificatie"),
    [
        ("combinatietest-eerste", (2021, 9, 30), "onbekend", None, None),
        ("combinatietest-volgend", (2021, 10, 1), "beeindigd", (2021, 9, 30), "secundair"),
        ("verloskunde-toeslag-cb-ipg", (2023, 12, 31), "nog_niet_van_kracht", (2024, 1, 1), None),
        ("verloskunde-toeslag-cb-ipg", (2024, 1, 1), "gevonden", None, "secundair"),
        ("verloskunde-ctg-eerstelijns", (2022, 12, 31), "nog_niet_van_kracht", (2023, 1, 1), None),
        ("verloskunde-ctg-eerstelijns", (2023, 1, 1), "onbekend", None, None),
        ("verloskunde-consult-ctg", (2017, 1, 1), "gevonden", None, "secundair"),
        ("integraal-nataal", (2016, 12, 31), "nog_niet_van_kracht", (2017, 1, 1), "officieel"),
        ("integraal-nataal", (2017, 1, 1), "onbekend", None, None),
        ("integraal-begeleiding-tot-16-weken", (2022, 12, 31), "gevonden", None, "officieel"),
        ("integraal-begeleiding-tot-16-weken", (2023, 1, 1), "beeindigd", (2022, 12, 31), None),
        ("vsv-zorg-coordineren", (2026, 12, 31), "nog_niet_van_kracht", (2027, 1, 1), "officieel"),
        ("vsv-zorg-coordineren", (2027, 1, 1), "gevonden", None, "officieel"),
    ],
)
def test_begin_en_einde_van_een_prestatie(
    naam: str,
    dag: tuple[int, int, int],
    status: str,
    datum: tuple[int, int, int] | None,
    verificatie: str | None,
) -> None:
    """Both sides of every first and last day that a source states."""
    uit = shipped().lookup(naam, date(*dag))
    assert uit.status == status
    if isinstance(uit, BuitenLooptijd):
        assert datum is not None
        assert uit.datum == date(*datum)
        genoemd = shipped().genoemde_prestatie(naam)
        assert genoemd is not None
        assert uit.bron is genoemd.bron
        assert uit.verificatie is uit.bron.verificatie
    if verificatie is not None:
        assert not isinstance(uit, Onbekend)
        assert uit.verificatie == verificatie


def test_ctg_van_2017_is_niet_de_reguliere_prestatie_van_2023() -> None:
    """Code 9019 was seen while CTG was an experiment; the regular prestatie has no known code."""
    oud, nieuw = (shipped().prestatie(naam) for naam in ("9019", "verloskunde-ctg-eerstelijns"))
    assert oud is not None
    assert nieuw is not None
    assert (oud.prestatie_id, oud.van) == ("verloskunde-consult-ctg", None)
    assert (nieuw.code, nieuw.van) == (None, date(2023, 1, 1))


# Free tariffs and surcharges.


@pytest.mark.parametrize("naam", FASEN)
@pytest.mark.parametrize("jaar", [2022, 2023])
def test_integraal_is_vrij_in_de_jaren_waarvoor_dat_is_gezien(naam: str, jaar: int) -> None:
    """A free tariff has no amount; it was officially seen for 2022 and 2023."""
    for dag in (date(jaar, 1, 1), date(jaar, 12, 31)):
        uit = gevonden(naam, dag)
        assert uit.tarief.tariefsoort is Tariefsoort.VRIJ
        assert uit.tarief.bedrag_eurocent is None
        assert uit.verificatie is Verificatie.OFFICIEEL
        assert uit.toetsbaar
    assert isinstance(shipped().lookup(naam, date(2021, 12, 31)), Onbekend)
    assert isinstance(shipped().lookup(naam, date(2024, 1, 1)), Onbekend)


@pytest.mark.parametrize("naam", VSV)
def test_vsv_is_vrij_maar_nog_een_concept(naam: str) -> None:
    """The free tariff of 2027 was announced officially; that it was adopted was not seen."""
    uit = gevonden(naam, date(2030, 1, 1))
    assert uit.tarief.tariefsoort is Tariefsoort.VRIJ
    assert uit.verificatie is Verificatie.OFFICIEEL
    assert uit.belemmering is Belemmering.CONCEPT


@pytest.mark.parametrize(
    ("soort", "regime", "eerste", "laatste", "verificatie"),
    [
        ("max_max", "verloskunde", (2019, 1, 1), (2019, 12, 31), "secundair"),
        ("max_max", "verloskunde", (2020, 1, 1), (2023, 12, 31), "afgeleid"),
        ("max_max", "kraamzorg", (2023, 1, 1), (2023, 12, 31), "afgeleid"),
        ("max_max", "kraamzorg", (2026, 1, 1), (2026, 12, 31), "officieel"),
        ("toeslag_integrale_geboortezorg", "kraamzorg", (2026, 1, 1), (2026, 12, 31), "officieel"),
    ],
)
def test_opslag_binnen_zijn_dagen(
    soort: str,
    regime: str,
    eerste: tuple[int, int, int],
    laatste: tuple[int, int, int],
    verificatie: str,
) -> None:
    """Each surcharge is ten percent from its first to its last day, none stated as an end."""
    for dag in (date(*eerste), date(*laatste)):
        uit = shipped().opslag(Opslagsoort(soort), Regime(regime), dag)
        assert uit is not None
        assert uit.opslag.percentage_basispunten == 1000
        assert uit.verificatie == verificatie
        assert uit.looptijd.van == date(*eerste)
        assert uit.looptijd.tot_en_met == date(*laatste)
        assert not uit.tariefbeschikking.einde_vermeld
        assert uit.toetsbaar


@pytest.mark.parametrize(
    ("soort", "regime", "dag"),
    [
        ("max_max", "verloskunde", (2018, 12, 31)),
        ("max_max", "verloskunde", (2024, 1, 1)),
        ("max_max", "kraamzorg", (2022, 12, 31)),
        ("max_max", "kraamzorg", (2024, 1, 1)),
        ("max_max", "kraamzorg", (2025, 12, 31)),
        ("max_max", "kraamzorg", (2027, 1, 1)),
        ("max_max", "vsv", (2026, 1, 1)),
        ("toeslag_integrale_geboortezorg", "kraamzorg", (2025, 12, 31)),
        ("toeslag_integrale_geboortezorg", "verloskunde", (2026, 1, 1)),
    ],
)
def test_opslag_buiten_zijn_dagen_is_onbekend(
    soort: str, regime: str, dag: tuple[int, int, int]
) -> None:
    """Nothing is stretched to a day, or a regime, for which it was not seen."""
    assert shipped().opslag(Opslagsoort(soort), Regime(regime), date(*dag)) is None


# What the rules need to know of a prestatie.


def prestatie(naam: str) -> Prestatie:
    """Return a shipped prestatie."""
    gevonden = shipped().prestatie(naam)
    assert gevonden is not None
    return gevonden


def test_codes_zoals_gezien() -> None:
    """Exactly the public codes that were seen, each also found by the stable name."""
    codes = {p.code for p in shipped().prestaties if p.code is not None}
    poliklinisch = {f"1900{nummer}" for nummer in range(43, 49)}
    uit_de_lijst = {feit["prestatie_code"] for feit in feiten() if feit["prestatie_code"]}
    assert codes == uit_de_lijst | poliklinisch
    for code in codes:
        assert prestatie(code) is prestatie(prestatie(code).prestatie_id)
    assert prestatie("1204").prestatie_id == "verloskunde-prenataal-15-29-weken"
    lijsten = {p.prestatielijst_code for p in shipped().prestaties}
    assert lijsten == {None, "011", "032", "069"}


def test_onbekende_naam() -> None:
    """An unknown name gives None or an empty answer, and a lookup says why."""
    assert shipped().prestatie("1353") is None
    assert shipped().genoemde_prestatie("1353") is None
    assert shipped().tarieven_van("1353") == ()
    uit = shipped().lookup("1353", date(2017, 1, 1))
    assert isinstance(uit, Onbekend)
    assert uit.reden is Onbekendreden.PRESTATIE_ONBEKEND


@pytest.mark.parametrize(
    ("naam", "eerste", "laatste"),
    [
        ("1201", 0, 104),
        ("1204", 105, 209),
        ("1203", 210, None),
        ("1311", 0, 104),
        ("1312", 105, 209),
        ("1313", 210, None),
        ("1351", None, None),
        ("1352", None, None),
        ("1101", None, None),
        ("integraal-begeleiding-tot-16-weken", 0, 111),
    ],
)
def test_zwangerschapsduur(naam: str, eerste: int | None, laatste: int | None) -> None:
    """Bounds only where the weeks are those at which the care ends."""
    rij = prestatie(naam)
    assert rij.zwangerschapsduur_van_dagen == eerste
    assert rij.zwangerschapsduur_tot_en_met_dagen == laatste


def zonder_code() -> set[str]:
    """Return the names of the partial prestaties that were seen in 2013 only, without a code."""
    return {
        f"verloskunde-prenataal-2e-{deel}"
        for deel in (
            "0-14-weken-achterstandswijk",
            "15-29-weken-achterstandswijk",
            "na-29-weken",
            "na-29-weken-achterstandswijk",
        )
    }


def test_bestanddelen_en_uitsluitingen() -> None:
    """The whole holds its phases and partial prestaties; the two intakes exclude each other."""
    deel = {p.prestatie_id for p in shipped().prestaties if (p.code or "")[:2] in ("12", "13")}
    assert len(deel) == 14
    deel |= zonder_code()
    for code in ("1101", "1111"):
        assert set(prestatie(code).bestanddelen) == deel
    fasen = {prestatie(code).prestatie_id for code in ("1101", "1102", "1103")}
    fasen |= {prestatie(code).prestatie_id for code in ("1111", "1112", "1113")}
    for code in ("1001", "1011"):
        assert set(prestatie(code).bestanddelen) == deel | fasen
    assert prestatie("kraamzorg-intake-thuis").sluit_uit == ("kraamzorg-intake-telefonisch",)
    assert prestatie("kraamzorg-intake-telefonisch").sluit_uit == ("kraamzorg-intake-thuis",)


def test_peildatum_start_zorg() -> None:
    """The start of care decides for complete and partial midwifery care, and nothing else."""
    assert {p.prestatie_id for p in shipped().prestaties if p.peildatum_start_zorg} == {
        p.prestatie_id
        for p in shipped().prestaties
        if p.regime is Regime.VERLOSKUNDE and (p.code or "9")[0] == "1"
    } | zonder_code()


def test_zorgsoorten() -> None:
    """The expected AGB zorgsoorten, where the facts support an expectation."""
    assert prestatie("kraamzorg-uur").zorgsoorten == ("33",)
    assert prestatie("1001").zorgsoorten == ("08", "01")
    assert prestatie("integraal-nataal").zorgsoorten == ("53",)
    assert prestatie(VSV[0]).zorgsoorten == ("67",)
    assert prestatie("seo-eerste").zorgsoorten == ()


# The package data.


def test_importeren_leest_geen_tabel() -> None:
    """Importing the tables does no work; the first use of `shipped` does."""
    code = (
        "from geboortezorg.tabellen import shipped, pakket\n"
        "assert pakket.namen.cache_info().currsize == 0\n"
        "assert shipped.cache_info().currsize == 0\n"
        "assert shipped() is shipped()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own text


def test_gegevens_zijn_ook_in_een_zip_te_vinden(tmp_path: Path) -> None:
    """The tables are package data: they are found where the package is no folder at all."""
    pakketmap = Path(geboortezorg.__file__).parent
    doel = tmp_path / "geboortezorg.zip"
    with zipfile.ZipFile(doel, "w") as zip_:
        for bestand in pakketmap.rglob("*"):
            if bestand.suffix in (".py", ".toml"):
                zip_.write(bestand, bestand.relative_to(pakketmap.parent))
    code = (
        f"import sys; sys.path.insert(0, {str(doel)!r})\n"
        "import geboortezorg.tabellen as t\n"
        "assert '.zip' in t.__file__\n"
        "print(len(t.shipped().tabellen))\n"
    )
    uit = subprocess.run(  # noqa: S603 - our own text
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=tmp_path
    )
    assert int(uit.stdout) == len(shipped().tabellen)
