"""A document inside another one is judged by the rules of its own kind."""

from typing import Any

import attrs
import pytest

from geboortezorg import Context, Uitkomst
from geboortezorg.bron import Bron, Verificatie
from geboortezorg.convert import structureer_document
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.model.aanwijzing import Aanwijzing
from geboortezorg.rapport import Tabelgebruik
from geboortezorg.regels.ingebed import ook_ingebed, wegen
from geboortezorg.regels.nodig import Nodig
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    UITSLAGEN,
    VOLDAAN,
    Regel,
    Resultaat,
    Tekst,
    breuk,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad

BRON = Bron(titel="Voorbeeld", verificatie=Verificatie.OFFICIEEL)
AANWIJZING = {"aanwijzing_id": "a-1", "onderwerp": "Onderwerp"}
BESCHRIJVING = {
    "prestatiebeschrijving_id": "pb-1",
    "prestatie": "vsv-zorg-coordineren",
    "status": "concept",
    "tariefsoort": "vrij",
}


@ook_ingebed
@regel(
    code="GZ-VOORBEELD-001",
    titel=Tekst("Voorbeeld", "Example"),
    soorten=("aanwijzing",),
    bron=BRON,
    velden=("/onderwerp",),
    redenen={"fout": Tekst("Fout.", "Wrong.")},
)
def voorbeeld(w: Werkblad) -> Resultaat:
    """Refuse one subject, doubt another, and do not judge a third."""
    onderwerp = w.als(Aanwijzing).onderwerp
    w.ook_gebruikt([Tabelgebruik(naam="tabel", verificatie=Verificatie.SECUNDAIR)])
    if onderwerp == "fout":
        return [breuk("/onderwerp", "fout")]
    if onderwerp == "niets":
        return NIET_VAN_TOEPASSING
    return uitslag([], True, Verificatie.AFGELEID if onderwerp == "zwak" else None)


def _beschrijving(onderwerp: str | None) -> dict[str, Any]:
    if onderwerp is None:
        return BESCHRIJVING
    return {**BESCHRIJVING, "aanwijzing": {**AANWIJZING, "onderwerp": onderwerp}}


def _declaratie(*onderwerpen: str | None) -> Werkblad:
    document = structureer_document(
        {
            "soort": "vsv_declaratie",
            "schema_versie": "0.1",
            "vsv_id": "vsv-1",
            "uzovi_code": "0001",
            "overeenkomst_id": "o-1",
            "factuurnummer": "f-1",
            "factuurdatum": "2027-07-01",
            "declaratieregels": [
                {
                    "referentienummer": "r-1",
                    "prestatie": "vsv-zorg-coordineren",
                    "periode": {"van": "2027-01-01", "tot_en_met": "2027-06-30"},
                    "bedrag_eurocent": 1,
                    "debet_credit": "D",
                }
            ],
            "prestatiebeschrijvingen": [_beschrijving(onderwerp) for onderwerp in onderwerpen],
        }
    )
    return Werkblad(document, "vsv_declaratie", Context())


def test_wegen() -> None:
    """Every way to a part of a kind is found, through lists and through other parts."""
    lijst = ("prestatiebeschrijvingen", True)
    assert wegen("vsv_declaratie", "prestatiebeschrijving") == ((lijst,),)
    assert wegen("vsv_declaratie", "aanwijzing") == ((lijst, ("aanwijzing", False)),)
    assert wegen("aanwijzing", "aanwijzing") == ()


def test_kenmerken() -> None:
    """The rule says of every kind of document and every place that it judges."""
    assert isinstance(voorbeeld, Regel)
    assert voorbeeld.soorten[0] == "aanwijzing"
    assert set(voorbeeld.soorten) == {
        soort for soort in DOCUMENTEN if soort == "aanwijzing" or wegen(soort, "aanwijzing")
    } - {"context"}
    assert voorbeeld.velden == (
        "/onderwerp",
        "/aanwijzing/onderwerp",
        "/prestatiebeschrijvingen/*/aanwijzing/onderwerp",
    )


def test_wijst_van_buiten_naar_binnen() -> None:
    """What is found points from the outermost document on; what is right adds nothing."""
    resultaat = voorbeeld.toets(_declaratie("goed", "fout", None, "niets", "fout"))
    assert isinstance(resultaat, list)
    assert [melding.pad for melding in resultaat] == [
        "/prestatiebeschrijvingen/1/aanwijzing/onderwerp",
        "/prestatiebeschrijvingen/4/aanwijzing/onderwerp",
    ]


@pytest.mark.parametrize(
    ("onderwerpen", "verwacht"),
    [
        ((), NIET_VAN_TOEPASSING),
        ((None,), NIET_VAN_TOEPASSING),
        (("niets",), NIET_VAN_TOEPASSING),
        (("niets", "goed"), VOLDAAN),
        (("zwak", "goed"), UITSLAGEN[Uitkomst.VOLDAAN, Verificatie.AFGELEID]),
    ],
)
def test_zonder_meldingen(onderwerpen: tuple[str | None, ...], verwacht: Resultaat) -> None:
    """One part that was judged is enough, and the weakest ground counts."""
    assert voorbeeld.toets(_declaratie(*onderwerpen)) is verwacht


def test_tabellen_van_een_deel() -> None:
    """A table that the judgement of a part rests on is one of the whole document."""
    werkblad = _declaratie("goed")
    voorbeeld.toets(werkblad)
    tabel = Tabelgebruik(naam="tabel", verificatie=Verificatie.SECUNDAIR)
    assert werkblad.tabellen == (tabel,)


def test_het_document_zelf() -> None:
    """A document of the kind itself is judged as before."""
    document = Aanwijzing(aanwijzing_id="a-1", onderwerp="fout")
    resultaat = voorbeeld.toets(Werkblad(document, "aanwijzing", Context()))
    assert isinstance(resultaat, list)
    assert [(melding.pad, melding.uitkomst) for melding in resultaat] == [
        ("/onderwerp", Uitkomst.GESCHONDEN)
    ]


def test_wat_nodig_is_staat_ook_in_een_deel() -> None:
    """What a document must hold can stand in a part; of one kind only its own parts are named."""
    stappen, in_beschrijving = "/stappen", "/prestatiebeschrijvingen/*/aanwijzing"
    met = attrs.evolve(voorbeeld, nodig=(Nodig(leden=(stappen,)), Nodig(credit=True)))
    assert met.nodig == (
        Nodig(leden=(stappen, f"/aanwijzing{stappen}", f"{in_beschrijving}{stappen}")),
        Nodig(leden=("/aanwijzing", in_beschrijving)),
    )
    assert met.nodig_in(("vsv_declaratie",)) == (
        Nodig(leden=(stappen, f"{in_beschrijving}{stappen}")),
        Nodig(leden=(in_beschrijving,)),
    )


def test_een_deel_zonder_het_lid_wordt_ook_beoordeeld() -> None:
    """Where parts of one kind can hold a member and of another cannot, it is not asked."""

    @regel(
        code="GZ-DOSSIER-900",
        titel=Tekst("Voorbeeld", "Example"),
        soorten=("zorgepisode", "overeenkomst"),
        bron=BRON,
        velden=("/looptijd",),
        nodig=Nodig(leden=("/verwijzingen",)),
        redenen={},
    )
    def op_beide(_: Werkblad) -> Resultaat:
        return VOLDAAN

    assert ook_ingebed(op_beide).nodig_in(("dossier",)) == (
        Nodig(leden=("/overeenkomsten", "/zorgepisodes")),
    )
