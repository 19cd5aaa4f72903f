"""Prestaties, tariffs, figures and the tables themselves as flat tables."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, final

from geboortezorg.bevroren import bevroren
from geboortezorg.bron import Bron, zwakste
from geboortezorg.model.cijfers import Cijfertabel
from geboortezorg.model.norm import Normtabel
from geboortezorg.model.prestatie import Prestatielijst
from geboortezorg.model.tarief import Opslag, Tarief, Tarieftabel
from geboortezorg.tabellen import Tabellen, shipped
from geboortezorg.tabellen.cijfers import Cijfers, cijfers
from geboortezorg.tabulair.overzicht import Overzicht, kolom, overzicht
from geboortezorg.tijd import Looptijd

_VERIFICATIE = ("How well it was verified.", "Hoe goed het is geverifieerd.")


@final
@bevroren(kw_only=True)
class PrestatieRij:
    """One prestatie that can be declared."""

    prestatie_id: str = kolom("Stable name.", "Vaste naam.")
    code: str | None = kolom(
        "NZa/Vektis code, where public.", "Code van NZa/Vektis, waar openbaar."
    )
    prestatielijst_code: str | None = kolom(
        "Vektis list of the code (COD367).", "Vektis-lijst van de code (COD367)."
    )
    regime: str = kolom("Regime.", "Regime.")
    omschrijving: str = kolom("Description in Dutch.", "Omschrijving in het Nederlands.")
    omschrijving_en: str = kolom("Description in English.", "Omschrijving in het Engels.")
    eenheid: str = kolom("Unit of the tariff.", "Eenheid van het tarief.")
    van: date | None = kolom("First day, when stated.", "Eerste dag, als die genoemd is.")
    tot_en_met: date | None = kolom("Last day, when stated.", "Laatste dag, als die genoemd is.")
    tarief_bekend_van: date | None = kolom(
        "First day of which a tariff is known.", "Eerste dag waarvan een tarief bekend is."
    )
    tarief_bekend_tot_en_met: date | None = kolom(
        "Last day of which a tariff is known; gaps may lie between. Empty while it has no end.",
        "Laatste dag waarvan een tarief bekend is; er kunnen gaten in zitten. Leeg zonder einde.",
    )
    tabel: str = kolom("Name of the list.", "Naam van de lijst.")
    eigen: bool = kolom("Whether it is an own row.", "Of het een eigen rij is.")
    verificatie: str = kolom(*_VERIFICATIE)
    bron_titel: str = kolom("Source.", "Bron.")
    bron_url: str | None = kolom("Where the source stands.", "Waar de bron staat.")


@final
@bevroren(kw_only=True)
class TariefRij:
    """One amount of one table, with what the decision says of it filled in."""

    tabel: str = kolom("Name of the table.", "Naam van de tabel.")
    regime: str = kolom("Regime.", "Regime.")
    prestatie_id: str = kolom("Stable name of the prestatie.", "Vaste naam van de prestatie.")
    prestatiecode: str | None = kolom("Its NZa/Vektis code.", "Zijn code van NZa/Vektis.")
    omschrijving: str = kolom("Description in Dutch.", "Omschrijving in het Nederlands.")
    omschrijving_en: str = kolom("Description in English.", "Omschrijving in het Engels.")
    tariefsoort: str = kolom("Kind of tariff.", "Soort tarief.")
    eenheid: str = kolom("What the amount is for.", "Waarvoor het bedrag geldt.")
    bedrag_eurocent: int | None = kolom(
        "Amount in whole eurocents; empty when free.", "Bedrag in hele eurocenten; leeg als vrij."
    )
    van: date | None = kolom("First day.", "Eerste dag.")
    tot_en_met: date | None = kolom("Last day, included.", "Laatste dag, inbegrepen.")
    status: str = kolom("Status of the decision.", "Status van de beschikking.")
    nummer: str | None = kolom("Number of the decision.", "Nummer van de beschikking.")
    betwist: str | None = kolom("Why it is doubtful.", "Waarom het twijfelachtig is.")
    verificatie: str = kolom(*_VERIFICATIE)
    bron_titel: str = kolom("Source.", "Bron.")
    bron_url: str | None = kolom("Where the source stands.", "Waar de bron staat.")


@final
@bevroren(kw_only=True)
class CijferRij:
    """One published figure, with its definition."""

    tabel: str = kolom("Name of the table.", "Naam van de tabel.")
    onderwerp: str = kolom("Subject.", "Onderwerp.")
    definitie_id: str = kolom("Definition of the figure.", "Definitie van het cijfer.")
    gebied: str = kolom("Area.", "Gebied.")
    categorie: str | None = kolom("Category.", "Categorie.")
    waarde: int = kolom(
        "The figure without its decimal sign.", "Het cijfer zonder zijn decimaalteken."
    )
    decimalen: int = kolom("How many decimals it has.", "Hoeveel decimalen het heeft.")
    eenheid: str = kolom("Unit.", "Eenheid.")
    tijdvak: str = kolom("Kind of period.", "Soort tijdvak.")
    van: date | None = kolom("First day.", "Eerste dag.")
    tot_en_met: date | None = kolom("Last day, included.", "Laatste dag, inbegrepen.")
    status: str = kolom("Status of the figure.", "Status van het cijfer.")
    verificatie: str = kolom(*_VERIFICATIE)
    bron_titel: str = kolom("Source.", "Bron.")
    bron_url: str | None = kolom("Where the source stands.", "Waar de bron staat.")
    licentie: str = kolom("Terms of use.", "Licentie.")
    naamsvermelding: str = kolom("How to name the source.", "Hoe de bron te noemen.")


@final
@bevroren(kw_only=True)
class TabelRij:
    """One table in use, and what is in it."""

    naam: str = kolom("Name of the table.", "Naam van de tabel.")
    soort: str = kolom("Kind of document that it is.", "Soort document die zij is.")
    regimes: str = kolom("Regimes that it is about.", "Regimes waarover zij gaat.")
    rijen: int = kolom("How many rows it has.", "Hoeveel rijen zij heeft.")
    van: date | None = kolom("First day of its rows.", "Eerste dag van haar rijen.")
    tot_en_met: date | None = kolom(
        "Last day of its rows; empty while one of them has no end.",
        "Laatste dag van haar rijen; leeg zolang een ervan geen einde heeft.",
    )
    verificatie: str = kolom(
        "Weakest verification of its rows.", "Zwakste verificatie van haar rijen."
    )
    eigen: bool = kolom("Whether it is an own table.", "Of het een eigen tabel is.")
    titel: str = kolom("What it is.", "Wat zij is.")
    bron_url: str | None = kolom("Where the source stands.", "Waar de bron staat.")
    onderwerpen: str = kolom(
        "Prestaties, norms or figures in it.", "Prestaties, normen of cijfers erin."
    )


def prestatierijen(tabellen: Tabellen | None = None) -> Overzicht[PrestatieRij]:
    """Return every prestatie that is known, of the shipped tables unless others are given."""
    return overzicht(PrestatieRij, _prestaties(shipped() if tabellen is None else tabellen))


def _prestaties(tabellen: Tabellen) -> Iterator[PrestatieRij]:
    genoemde = (tabellen.genoemde_prestatie(rij.prestatie_id) for rij in tabellen.prestaties)
    for genoemd in filter(None, genoemde):
        prestatie = genoemd.prestatie
        dagen = _dagen(rij.looptijd for rij in tabellen.tarieven_van(prestatie.prestatie_id))
        yield PrestatieRij(
            prestatie_id=prestatie.prestatie_id,
            code=prestatie.code,
            prestatielijst_code=prestatie.prestatielijst_code,
            regime=prestatie.regime.value,
            omschrijving=prestatie.omschrijving,
            omschrijving_en=prestatie.omschrijving_en,
            eenheid=prestatie.eenheid.value,
            van=prestatie.van,
            tot_en_met=prestatie.tot_en_met,
            tarief_bekend_van=dagen[0],
            tarief_bekend_tot_en_met=dagen[1],
            tabel=genoemd.tabel,
            eigen=genoemd.eigen,
            verificatie=genoemd.verificatie.value,
            bron_titel=genoemd.bron.titel,
            bron_url=genoemd.bron.url,
        )


def tariefrijen(tabellen: Tabellen | None = None) -> Overzicht[TariefRij]:
    """Return every amount of every table, by the name of the table and then as it stands there.

    Own rows stand beside the shipped ones that they replace: only `Tabellen.lookup` says which
    of them counts on a day.
    """
    return overzicht(TariefRij, _tarieven(shipped() if tabellen is None else tabellen))


def _tarieven(tabellen: Tabellen) -> Iterator[TariefRij]:
    prestaties = {prestatie.prestatie_id: prestatie for prestatie in tabellen.prestaties}
    for tabel in sorted(tabellen.tarieftabellen, key=lambda tabel: tabel.naam):
        beschikking = tabel.tariefbeschikking
        for tarief in tabel.tarieven:
            looptijd = tarief.looptijd or beschikking.looptijd
            bron = tarief.bron or beschikking.bron
            prestatie = prestaties[tarief.prestatie_id]
            yield TariefRij(
                tabel=tabel.naam,
                regime=tabel.regime.value,
                prestatie_id=tarief.prestatie_id,
                prestatiecode=prestatie.code,
                omschrijving=prestatie.omschrijving,
                omschrijving_en=prestatie.omschrijving_en,
                tariefsoort=tarief.tariefsoort.value,
                eenheid=tarief.eenheid.value,
                bedrag_eurocent=tarief.bedrag_eurocent,
                van=looptijd and looptijd.van,
                tot_en_met=looptijd and looptijd.tot_en_met,
                status=beschikking.status.value,
                nummer=beschikking.nummer,
                betwist=tarief.betwist,
                verificatie=bron.verificatie.value,
                bron_titel=bron.titel,
                bron_url=bron.url,
            )


def cijferrijen(alle: Cijfers | None = None) -> Overzicht[CijferRij]:
    """Return every figure, of those that ship unless others are given."""
    return overzicht(CijferRij, _cijfers(cijfers() if alle is None else alle))


def _cijfers(alle: Cijfers) -> Iterator[CijferRij]:
    for gevonden in sorted(alle, key=lambda gevonden: gevonden.tabel):
        cijfer, definitie, bron = gevonden.cijfer, gevonden.definitie, gevonden.bron
        periode = cijfer.periode
        yield CijferRij(
            tabel=gevonden.tabel,
            onderwerp=definitie.onderwerp,
            definitie_id=definitie.definitie_id,
            gebied=cijfer.gebied,
            categorie=cijfer.categorie,
            waarde=cijfer.waarde,
            decimalen=cijfer.decimalen,
            eenheid=definitie.eenheid.value,
            tijdvak=definitie.tijdvak.value,
            van=periode and periode.van,
            tot_en_met=periode and periode.tot_en_met,
            status=cijfer.status.value,
            verificatie=bron.verificatie.value,
            bron_titel=bron.titel,
            bron_url=bron.url,
            licentie=gevonden.licentie.value,
            naamsvermelding=gevonden.naamsvermelding,
        )


def tabelrijen(tabellen: Tabellen | None = None) -> Overzicht[TabelRij]:
    """Return every table in use, by name: tariffs, lists of prestaties, norms and figures."""
    in_gebruik = shipped() if tabellen is None else tabellen
    eigen = {tabel.naam for tabel in in_gebruik.eigen}
    rijen = [
        _van_lijst(tabel, tabel.naam in eigen)
        if isinstance(tabel, Prestatielijst)
        else _van_tarieftabel(tabel, tabel.naam in eigen)
        for tabel in in_gebruik.tabellen
    ]
    rijen += map(_van_normtabel, *_met_eigen(in_gebruik.normen))
    rijen += map(_van_cijfertabel, *_met_eigen(in_gebruik.cijfers))
    return overzicht(TabelRij, sorted(rijen, key=lambda rij: rij.naam))


def _van_lijst(lijst: Prestatielijst, eigen: bool) -> TabelRij:
    bronnen = [rij.bron or lijst.bron for rij in lijst.prestaties]
    return TabelRij(
        naam=lijst.naam,
        soort="prestatielijst",
        regimes=_uniek(rij.regime.value for rij in lijst.prestaties),
        rijen=len(lijst.prestaties),
        van=None,
        tot_en_met=None,
        verificatie=_zwakste(bronnen),
        eigen=eigen,
        titel=lijst.bron.titel,
        bron_url=lijst.bron.url,
        onderwerpen=_uniek(rij.prestatie_id for rij in lijst.prestaties),
    )


def _van_tarieftabel(tabel: Tarieftabel, eigen: bool) -> TabelRij:
    besluit = tabel.tariefbeschikking
    rijen: list[Tarief | Opslag] = [*tabel.tarieven, *tabel.opslagen]
    van, tot_en_met = _dagen(rij.looptijd or besluit.looptijd for rij in rijen)
    namen = (*(t.prestatie_id for t in tabel.tarieven), *(o.opslagsoort for o in tabel.opslagen))
    return TabelRij(
        naam=tabel.naam,
        soort="tarieftabel",
        regimes=tabel.regime.value,
        rijen=len(rijen),
        van=van,
        tot_en_met=tot_en_met,
        verificatie=_zwakste([rij.bron or besluit.bron for rij in rijen] or [besluit.bron]),
        eigen=eigen,
        titel=besluit.titel,
        bron_url=besluit.bron.url,
        onderwerpen=_uniek(map(str, namen)),
    )


def _met_eigen(alle: Any) -> tuple[tuple[Any, ...], list[bool]]:
    """Return the tables of norms or figures, those underneath first, and which are own ones."""
    onder = () if alle.onder is None else alle.onder.tabellen
    eigen = [alle.onder is not None] * len(alle.tabellen)
    return (*onder, *alle.tabellen), [False] * len(onder) + eigen


def _van_normtabel(tabel: Normtabel, eigen: bool) -> TabelRij:
    van, tot_en_met = _dagen(
        None if norm.van is None else Looptijd(van=norm.van, tot_en_met=norm.tot_en_met)
        for norm in tabel.normen
    )
    return TabelRij(
        naam=tabel.naam,
        soort="normtabel",
        regimes="",
        rijen=len(tabel.normen),
        van=van,
        tot_en_met=tot_en_met,
        verificatie=_zwakste([norm.bron for norm in tabel.normen]),
        eigen=eigen,
        titel=tabel.titel,
        bron_url=tabel.normen[0].bron.url,
        onderwerpen=_uniek(norm.norm_id for norm in tabel.normen),
    )


def _van_cijfertabel(tabel: Cijfertabel, eigen: bool) -> TabelRij:
    perioden = [c.periode for c in tabel.cijfers]
    van, tot_en_met = _dagen(p and Looptijd(van=p.van, tot_en_met=p.tot_en_met) for p in perioden)
    return TabelRij(
        naam=tabel.naam,
        soort="cijfertabel",
        regimes="",
        rijen=len(tabel.cijfers),
        van=van,
        tot_en_met=tot_en_met,
        verificatie=_zwakste([c.bron or tabel.bron for c in tabel.cijfers] or [tabel.bron]),
        eigen=eigen,
        titel=tabel.titel,
        bron_url=tabel.bron.url,
        onderwerpen=_uniek(d.onderwerp for d in tabel.definities),
    )


def _dagen(looptijden: Iterable[Looptijd | None]) -> tuple[date | None, date | None]:
    """Return the first and the last day of what is dated; no last day while one has no end."""
    gedateerd = [looptijd for looptijd in looptijden if looptijd is not None]
    einden = [looptijd.tot_en_met for looptijd in gedateerd]
    eerste = min((looptijd.van for looptijd in gedateerd), default=None)
    laatste = max((e for e in einden if e is not None), default=None)
    return eerste, None if None in einden else laatste


def _zwakste(bronnen: Iterable[Bron]) -> str:
    return zwakste(*(bron.verificatie for bron in bronnen)).value


def _uniek(namen: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(namen))
