"""The national figures: how one is found, compared, and refused."""

import copy
import pickle
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tabellen.meegeleverd import enig_cijfer

from geboortezorg.bron import Bron, Verificatie
from geboortezorg.convert import structureer_document
from geboortezorg.model.cijfers import (
    Cijfer,
    Cijfereenheid,
    Cijferstatus,
    Cijfertabel,
    Definitie,
    Licentie,
    Sterftegrenzen,
    Tijdvak,
    verschillen,
)
from geboortezorg.tabellen import TabelFout, Tabelreden, as_documents
from geboortezorg.tabellen.cijfers import (
    Cijfers,
    NietVergelijkbaar,
    OnbekendOnderwerp,
    Vergelijkreden,
    Voorbehoud,
    cijfers,
    vergelijk,
)
from geboortezorg.tekst import Tekst
from geboortezorg.testing.cijfers import geldige_cijfertabellen
from geboortezorg.tijd import Periode

BRON = Bron(titel="Proef", verificatie=Verificatie.OFFICIEEL)
JAAR = Periode(van=date(2024, 1, 1), tot_en_met=date(2024, 12, 31))
DEFINITIE = Definitie(
    definitie_id="proef",
    onderwerp="proef",
    omschrijving="Een proef.",
    eenheid=Cijfereenheid.AANTAL,
    tijdvak=Tijdvak.KALENDERJAAR,
    telt_personen=False,
)
CIJFER = Cijfer(
    definitie_id="proef",
    gebied="Nederland",
    waarde=100,
    status=Cijferstatus.DEFINITIEF,
    periode=JAAR,
)
TABEL = Cijfertabel(
    naam="proef",
    titel="Proef",
    bron=BRON,
    licentie=Licentie.BRONVERMELDING,
    naamsvermelding="Bron: proef",
    definities=(DEFINITIE,),
    cijfers=(CIJFER,),
)


# --- looking up ------------------------------------------------------------------------------


def test_zoek_geeft_cijfer_met_definitie_en_bron() -> None:
    """A figure comes with all that must be told beside it."""
    gevonden = enig_cijfer(
        "perinatale-sterfte", definitie_id="perinatale-sterfte-22w-28d", jaar=2019
    )
    assert str(gevonden) == "7,8 per 1.000"
    assert gevonden.exact == Fraction(78, 10)
    assert gevonden.definitie.sterftegrenzen == Sterftegrenzen(
        doodgeboorte_zwangerschapsduur_van_dagen=154,
        neonataal_zwangerschapsduur_van_dagen=154,
        leeftijd_tot_en_met_dagen=28,
    )
    assert gevonden.verificatie is Verificatie.OFFICIEEL
    assert gevonden.cijfer.teller_aantal == 1273


def test_zoek_valt_nooit_terug() -> None:
    """Nothing is known of 2023, so no figure of another year is given."""
    assert cijfers().lookup("perinatale-sterfte", jaar=2023) == ()
    assert cijfers().lookup("vsv", jaar=2021) == ()
    assert cijfers().lookup("geboorten", gebied="Friesland") == ()


def test_een_cijfer_zonder_periode_ligt_in_geen_jaar() -> None:
    """A figure without days is found by its subject, never by a year."""
    (zonder,) = (g for g in cijfers().lookup("vsv") if g.cijfer.periode is None)
    assert str(zonder) == "71"
    assert all(zonder not in cijfers().lookup("vsv", jaar=nummer) for nummer in range(2010, 2030))


def test_een_periode_over_twee_jaren_ligt_in_geen_van_beide() -> None:
    """A figure about two years is not given as a figure about one of them."""
    twee = Periode(van=date(2023, 7, 1), tot_en_met=date(2024, 6, 30))
    definitie = attrs.evolve(DEFINITIE, tijdvak=Tijdvak.PERIODE)
    tabel = attrs.evolve(
        TABEL, definities=(definitie,), cijfers=(attrs.evolve(CIJFER, periode=twee),)
    )
    assert len(Cijfers(tabel).lookup("proef")) == 1
    assert (
        Cijfers(tabel).lookup("proef", jaar=2023) == Cijfers(tabel).lookup("proef", jaar=2024) == ()
    )


@pytest.mark.parametrize(
    "vraag",
    [
        lambda: cijfers().lookup("sterftecijfer"),
        lambda: cijfers().lookup("geboorten", definitie_id="sterftecijfer"),
        lambda: cijfers().definitie("sterftecijfer"),
    ],
)
def test_onbekende_naam_is_een_fout(vraag: Callable[[], object]) -> None:
    """A slip in a name is no answer; the message does not repeat it."""
    with pytest.raises(OnbekendOnderwerp) as fout:
        vraag()
    assert "sterftecijfer" not in str(fout.value)


def test_wat_bekend_is() -> None:
    """Subjects and definitions are listed, also definitions that no figure uses."""
    assert "ova" in cijfers().onderwerpen
    assert list(cijfers().onderwerpen) == sorted(set(cijfers().onderwerpen))
    zonder_cijfers = {d.definitie_id for d in cijfers().definities} - {
        g.cijfer.definitie_id for g in cijfers()
    }
    assert zonder_cijfers == {"perinatale-sterfte-cbs-24w-7d", "perinatale-sterfte-jeugdmonitor"}
    assert cijfers().definitie("ova").eenheid is Cijfereenheid.INDEXPERCENTAGE


@pytest.mark.parametrize(
    ("waarde", "decimalen", "eenheid", "tekst"),
    [
        (168681, 0, Cijfereenheid.AANTAL, "168.681"),
        (3498, 1, Cijfereenheid.DUIZENDTAL, "349,8 duizend"),
        (131, 1, Cijfereenheid.PERCENTAGE, "13,1%"),
        (-5, 2, Cijfereenheid.INDEXPERCENTAGE, "-0,05%"),
        (0, 2, Cijfereenheid.INDEXPERCENTAGE, "0,00%"),
        (303, 1, Cijfereenheid.JAREN, "30,3 jaar"),
        (36272, 1, Cijfereenheid.EURO, "3.627,2 euro"),
        (12688, 1, Cijfereenheid.MILJOEN_EURO, "1.268,8 miljoen euro"),
        (50, 1, Cijfereenheid.PER_DUIZEND, "5,0 per 1.000"),
    ],
)
def test_notatie(waarde: int, decimalen: int, eenheid: Cijfereenheid, tekst: str) -> None:
    """A figure is written the Dutch way, with as many decimals as it was published with."""
    tabel = attrs.evolve(
        TABEL,
        definities=(attrs.evolve(DEFINITIE, eenheid=eenheid),),
        cijfers=(attrs.evolve(CIJFER, waarde=waarde, decimalen=decimalen),),
    )
    assert [str(g) for g in Cijfers(tabel)] == [tekst]


def test_als_documenten() -> None:
    """The tables as JSON read back to the same tables."""
    documenten = as_documents(cijfers())
    assert list(documenten) == sorted(documenten)
    gelezen = {naam: structureer_document(document) for naam, document in documenten.items()}
    assert gelezen == {tabel.naam: tabel for tabel in cijfers().tabellen}


# --- comparing -------------------------------------------------------------------------------


def test_vergelijk_zelfde_definitie() -> None:
    """Two years of one definition: the exact difference, and what rounding may have moved."""
    zoek = {"definitie_id": "perinatale-sterfte-22w-28d"}
    verschil = vergelijk(
        enig_cijfer("perinatale-sterfte", jaar=2016, **zoek),
        enig_cijfer("perinatale-sterfte", jaar=2017, **zoek),
    )
    assert verschil.verschil == Fraction(4, 10)
    assert verschil.marge == Fraction(1, 10)
    assert verschil.voorbehouden == ()
    verschil = vergelijk(
        enig_cijfer("perinatale-sterfte", jaar=2017, **zoek),
        enig_cijfer("perinatale-sterfte", jaar=2019, **zoek),
    )
    assert verschil.voorbehouden == (Voorbehoud.AFRONDING, Voorbehoud.BRON)


def test_vergelijk_weigert_andere_definities() -> None:
    """From 22 and from 24 weeks is not a fall in mortality; the error names the fields."""
    vroeg = enig_cijfer("perinatale-sterfte", definitie_id="perinatale-sterfte-22w-28d", jaar=2019)
    laat = enig_cijfer("perinatale-sterfte", definitie_id="perinatale-sterfte-24w-28d", jaar=2021)
    with pytest.raises(NietVergelijkbaar, match=r"sterftegrenzen\.doodgeboorte") as fout:
        vergelijk(vroeg, laat)
    assert fout.value.reden is Vergelijkreden.DEFINITIE
    assert fout.value.velden == (
        "omschrijving",
        "sterftegrenzen.doodgeboorte_zwangerschapsduur_van_dagen",
        "sterftegrenzen.neonataal_zwangerschapsduur_van_dagen",
    )


def test_vergelijk_weigert_geboorten_met_levendgeborenen() -> None:
    """Births and children born alive are two totals, and are not subtracted."""
    with pytest.raises(NietVergelijkbaar):
        vergelijk(
            enig_cijfer("geboorten", definitie_id="geboorten-28w", jaar=2022),
            enig_cijfer("geboorten", definitie_id="levendgeborenen", jaar=2022),
        )


def test_vergelijk_weigert_zonder_periode() -> None:
    """A figure of no known day is compared with nothing, not even with itself."""
    (zonder,) = (g for g in cijfers().lookup("vsv") if g.cijfer.periode is None)
    with pytest.raises(NietVergelijkbaar) as fout:
        vergelijk(zonder, zonder)
    assert fout.value.reden is Vergelijkreden.PERIODE
    assert fout.value.velden == ()
    met = attrs.evolve(zonder, cijfer=attrs.evolve(zonder.cijfer, periode=JAAR))
    assert vergelijk(met, met).verschil == 0
    for links, rechts in ((zonder, met), (met, zonder)):
        with pytest.raises(NietVergelijkbaar):
            vergelijk(links, rechts)


def test_vergelijk_alle_meegeleverde_cijfers() -> None:
    """Of all pairs that ship, exactly those of one definition and with a period give an answer."""
    alle = list(cijfers())
    for links in alle:
        for rechts in alle:
            mag = links.definitie == rechts.definitie and None not in {
                links.cijfer.periode,
                rechts.cijfer.periode,
            }
            if mag:
                assert vergelijk(links, rechts).verschil == rechts.exact - links.exact
            else:
                with pytest.raises(NietVergelijkbaar):
                    vergelijk(links, rechts)


def test_voorbehouden() -> None:
    """The answer says what to tell beside the difference."""

    def anders(**veld: Any) -> tuple[Voorbehoud, ...]:
        a = attrs.evolve(gevonden, cijfer=attrs.evolve(gevonden.cijfer, **veld))
        heen, terug = vergelijk(gevonden, a), vergelijk(a, gevonden)
        assert heen.voorbehouden == terug.voorbehouden
        assert heen.verschil == -terug.verschil
        return heen.voorbehouden

    (gevonden,) = Cijfers(TABEL)
    eerder = Periode(van=date(2023, 1, 1), tot_en_met=date(2023, 12, 31))
    assert anders(periode=eerder) == ()
    assert anders(status=Cijferstatus.VOORLOPIG) == (Voorbehoud.STATUS,)
    assert anders(status=Cijferstatus.RAMING) == (Voorbehoud.STATUS,)
    assert anders(toelichting="Let op.") == (Voorbehoud.TOELICHTING,)
    assert anders(gebied="Zeeland") == ()
    assert anders(gebied="Zeeland", periode=eerder) == (Voorbehoud.MEER_TEGELIJK,)
    assert anders(gebied="Zeeland", categorie="thuis") == (Voorbehoud.MEER_TEGELIJK,)
    assert anders(waarde=101) == ()


@given(geldige_cijfertabellen(), st.data())
def test_vergelijk_is_aftrekken(tabel: Cijfertabel, data: st.DataObject) -> None:
    """A difference adds up, turns round, and its margin is never less than the rounding."""
    assert [g.cijfer for g in Cijfers(tabel)] == list(tabel.cijfers)
    alle = [g for g in Cijfers(tabel) if g.cijfer.definitie_id == "sterfte"]
    a, b, c = (data.draw(st.sampled_from(alle)) for _ in range(3))
    ab, bc, ac = vergelijk(a, b), vergelijk(b, c), vergelijk(a, c)
    assert ab.verschil + bc.verschil == ac.verschil
    assert ab.marge == Fraction(1, 10)
    assert (Voorbehoud.AFRONDING in ab.voorbehouden) is (abs(ab.verschil) <= ab.marge)


# --- definitions and own tables --------------------------------------------------------------


@pytest.mark.parametrize("naam", [a.name for a in attrs.fields(Definitie)])
def test_elk_veld_van_een_definitie_telt(naam: str) -> None:
    """Definitions that differ in one field differ, but for their key."""
    andere: dict[str, Any] = {
        "eenheid": Cijfereenheid.DUIZENDTAL,
        "tijdvak": Tijdvak.PERIODE,
        "telt_personen": True,
        "sterftegrenzen": Sterftegrenzen(),
    }
    ander = attrs.evolve(DEFINITIE, **{naam: andere.get(naam, "iets-anders")})
    assert verschillen(DEFINITIE, ander) == (() if naam == "definitie_id" else (naam,))


OMGEKEERD = Periode(van=date(2024, 12, 31), tot_en_met=date(2024, 1, 1))
DAG = Periode(van=date(2024, 1, 1), tot_en_met=date(2024, 1, 1))


@pytest.mark.parametrize(
    ("tabellen", "reden", "pad"),
    [
        ((TABEL, TABEL), Tabelreden.DUBBELE_NAAM, "/naam"),
        (
            (attrs.evolve(TABEL, definities=(DEFINITIE, DEFINITIE)),),
            Tabelreden.DUBBELE_DEFINITIE,
            "/definities/1/definitie_id",
        ),
        (
            (
                TABEL,
                attrs.evolve(
                    TABEL, naam="twee", definities=(attrs.evolve(DEFINITIE, telt_personen=True),)
                ),
            ),
            Tabelreden.DUBBELE_DEFINITIE,
            "/definities/0/definitie_id",
        ),
        (
            (attrs.evolve(TABEL, definities=()),),
            Tabelreden.ONBEKENDE_DEFINITIE,
            "/cijfers/0/definitie_id",
        ),
        (
            (attrs.evolve(TABEL, cijfers=(CIJFER, CIJFER)),),
            Tabelreden.DUBBEL_CIJFER,
            "/cijfers/1",
        ),
        (
            (attrs.evolve(TABEL, cijfers=(CIJFER, attrs.evolve(CIJFER, bron=BRON))),),
            Tabelreden.DUBBEL_CIJFER,
            "/cijfers/1",
        ),
        (
            (attrs.evolve(TABEL, cijfers=(attrs.evolve(CIJFER, periode=OMGEKEERD),)),),
            Tabelreden.PERIODE,
            "/cijfers/0/periode",
        ),
        (
            (attrs.evolve(TABEL, cijfers=(attrs.evolve(CIJFER, periode=DAG),)),),
            Tabelreden.GEEN_KALENDERJAAR,
            "/cijfers/0/periode",
        ),
    ],
)
def test_tabel_geweigerd(tabellen: tuple[Cijfertabel, ...], reden: Tabelreden, pad: str) -> None:
    """A table that does not hold together is refused, with the place and without its contents."""
    with pytest.raises(TabelFout) as fout:
        Cijfers(*tabellen)
    assert (fout.value.meldingen[0].reden, fout.value.meldingen[0].pointer) == (reden, pad)
    assert "proef" not in str(fout.value)


def test_fouten_overleven_een_procesgrens() -> None:
    """The exceptions can be pickled and copied, with their facts."""
    for fout in (
        NietVergelijkbaar(Vergelijkreden.DEFINITIE, ("noemer",)),
        NietVergelijkbaar(Vergelijkreden.PERIODE),
        OnbekendOnderwerp(Tekst("onbekend", "unknown")),
    ):
        for kopie in (pickle.loads(pickle.dumps(fout)), copy.copy(fout)):  # noqa: S301
            assert type(kopie) is type(fout)
            assert str(kopie) == str(fout)
            assert vars(kopie) == vars(fout)
