"""The report: one finding a cause, the summary, the outcome of each line, and how it is shown."""

import re
from datetime import date

import attrs
import pytest

from geboortezorg import Context, Oordeel, __version__, dump, load, validate, verslag
from geboortezorg.bron import Bron, Verificatie
from geboortezorg.rapport import (
    Aanvulling,
    Bevinding,
    Declaratieregeluitkomsten,
    Ernst,
    Oorzaak,
    Rapport,
    Uitkomst,
)
from geboortezorg.regels.regel import Regel, Tekst, breuk, onbeoordeeld, regel
from geboortezorg.regels.register import REGELS
from geboortezorg.taal import VARIABELE
from geboortezorg.tekst import SleutelFout
from geboortezorg.verslag import Patroon, antwoord, begrens, bevindingen, samenvatting

from .twee_talen import in_eigen_taal, is_engels

BRON = Bron(titel="<b>Bron</b>", verificatie=Verificatie.OFFICIEEL)
PROEF = regel(
    code="GZ-TARIEF-999",
    titel=Tekst("Proef", "Trial"),
    soorten=("dossier",),
    bron=BRON,
    velden=("*",),
    redenen={"a": Tekst("Tekst <a> {grens}.", "Text <a> {grens}."), "b": Tekst("B.", "B.")},
    retourcodes=("0611",),
)(lambda _: [])


def plek(nummer: int) -> str:
    """Return the pointer to a field of one line."""
    return f"/declaratieregels/{nummer}/tarief_eurocent"


def test_een_oorzaak_is_een_bevinding() -> None:
    """Equal causes are one finding with every place, once; another parameter is another cause."""
    gevonden = bevindingen(
        PROEF,
        [
            breuk(plek(0), "a", grens=1),
            breuk(plek(3), "a", grens=2),
            breuk(plek(1), "a", grens=1),
            breuk(plek(1), "a", grens=1),
        ],
        Verificatie.BEVESTIGD,
    )
    assert [(b.plaatsen, b.parameters[0].waarde) for b in gevonden] == [
        ((plek(0), plek(1)), "1"),
        ((plek(3),), "2"),
    ]
    assert all(b.retourcodes == ("0611",) and b.oorzaak is None for b in gevonden)


def test_elke_regel_heeft_zijn_ergste_uitkomst() -> None:
    """Broken comes before doubt, and doubt before not known; other lines are in no list."""
    alle = bevindingen(
        PROEF,
        [
            onbeoordeeld(plek(0), "b"),
            onbeoordeeld(plek(1), "b", vermoeden=True),
            breuk(plek(2), "a", grens=1),
            onbeoordeeld(plek(2), "b"),
            onbeoordeeld(plek(1), "b"),
            onbeoordeeld("/declaratieregelsx/7", "b"),
            onbeoordeeld("/declaratieregels/4", "b"),
        ],
        Verificatie.BEVESTIGD,
    )
    uit = samenvatting(Patroon(()), alle, 6)
    assert uit.declaratieregels == Declaratieregeluitkomsten(
        aantal=6, geschonden=(2,), twijfel=(1,), onbekend=(0, 4)
    )
    assert uit.oorzaken == (Oorzaak.TWIJFEL, Oorzaak.ONBEKEND)
    assert uit.aanvullingen == (Aanvulling(code="GZ-TARIEF-999", reden="b", plaatsen=5),)


def test_zwakke_grond_is_twijfel() -> None:
    """A breach on a ground below the bar is a doubt, and says so in both languages."""
    (gevonden,) = bevindingen(
        PROEF, [breuk("", "a", verificatie=Verificatie.SECUNDAIR, grens=1)], Verificatie.BEVESTIGD
    )
    assert (gevonden.uitkomst, gevonden.ernst) == (Uitkomst.NIET_BEOORDEELD, Ernst.WAARSCHUWING)
    assert gevonden.oorzaak is Oorzaak.TWIJFEL
    assert gevonden.tekst.endswith("Niet afgekeurd: de grond is secundair.")
    assert gevonden.tekst_en.endswith("Not refused: the ground is secundair.")


def test_woorden_zijn_van_hun_regel_bron_en_drempel() -> None:
    """What was said of a cause before is said again, of that cause only; rules come and go."""

    def zeg(
        van: Regel, drempel: Verificatie = Verificatie.BEVESTIGD, bron: Bron | None = None
    ) -> Bevinding:
        (gevonden,) = bevindingen(van, [breuk(plek(0), "a", grens=1, bron=bron)], drempel)
        return gevonden

    eerste = zeg(PROEF)
    (verderop,) = bevindingen(PROEF, [breuk(plek(1), "a", grens=1)], Verificatie.BEVESTIGD)
    assert (verderop.tekst, verderop.pad) == (eerste.tekst, plek(1))
    zwak = attrs.evolve(BRON, verificatie=Verificatie.SECUNDAIR)
    for nummer in range(3):
        tekst = Tekst(f"Ander {nummer}.", f"Other {nummer}.")
        ander = attrs.evolve(PROEF, redenen={"a": tekst}, bronnen=(zwak,))
        assert zeg(ander, Verificatie.SECUNDAIR).tekst == tekst.nl
        assert zeg(ander).tekst == f"{tekst.nl} Niet afgekeurd: de grond is secundair."
        titel = f"Bron {nummer}"
        assert zeg(PROEF, bron=attrs.evolve(BRON, titel=titel)).bron.titel == titel
    assert zeg(PROEF) == eerste


DOSSIER = {
    "soort": "dossier",
    "schema_versie": "0.1",
    "referentie": "p",
    "zwangerschap": {},
    "onbekend_veld_a": 1,
}


def rapport_met(*gevonden: Bevinding, weggelaten: int = 0) -> Rapport:
    """Return a report with these findings."""
    return Rapport(
        oordeel=Oordeel.AFGEKEURD,
        bibliotheek_versie="0",
        document_soort="dossier",
        samenvatting=samenvatting(Patroon(()), gevonden, None),
        bevindingen=gevonden,
        bevindingen_weggelaten=weggelaten,
    )


def test_wat_niet_te_lezen_is_als_tekst(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report on input that could not be read says where it stands, for people, in one language."""
    rapport = validate(b'{"a": 1,\n"b": NaN}')
    (bevinding,) = rapport.bevindingen
    assert bevinding.leesplaats == (2, 6)
    assert (
        bevindingen(PROEF, [breuk(plek(1), "a", grens=1)], Verificatie.BEVESTIGD)[0].leesplaats
        is None
    )
    monkeypatch.setenv(VARIABELE, "nl")
    assert str(rapport).startswith("afgekeurd\n  fout GZ-INVOER-001 tekstregel 2, kolom 6\n    NaN")
    monkeypatch.setenv(VARIABELE, "en")
    assert "<td>line 2, column 6</td>" in rapport._repr_html_()


def test_als_tekst(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report prints as its verdict and findings, with three places written out, in one language."""
    monkeypatch.delenv(VARIABELE, raising=False)
    meldingen = [breuk(plek(nummer), "a", grens=1) for nummer in range(5)]
    uit = rapport_met(
        *bevindingen(PROEF, [*meldingen, onbeoordeeld("", "b")], Verificatie.BEVESTIGD),
        weggelaten=2,
    )
    assert str(uit) == (
        "afgekeurd (dossier): onbekend\n"
        f"  fout GZ-TARIEF-999 {plek(0)}, {plek(1)}, {plek(2)} en 2 andere\n"
        "    Tekst <a> 1.\n"
        "  info GZ-TARIEF-999 (hele document)\n"
        "    B.\n"
        "  en nog 2 plaatsen"
    )
    monkeypatch.setenv(VARIABELE, "en")
    assert str(uit) == (
        "afgekeurd (dossier): onbekend\n"
        f"  fout GZ-TARIEF-999 {plek(0)}, {plek(1)}, {plek(2)} and 2 more\n"
        "    Text <a> 1.\n"
        "  info GZ-TARIEF-999 (whole document)\n"
        "    B.\n"
        "  and 2 more places"
    )
    assert "<th>severity</th><th>code</th><th>places</th>" in uit._repr_html_()
    leeg = Rapport(oordeel=Oordeel.AKKOORD, bibliotheek_versie="0")
    assert str(leeg) == "akkoord"
    assert leeg._repr_html_() == "<p><strong>akkoord</strong></p>"


def test_als_html_is_ontdaan_van_opmaak() -> None:
    """Nothing in a report is markup."""
    uit = rapport_met(
        *bevindingen(PROEF, [breuk("", "a", grens=1)], Verificatie.BEVESTIGD), weggelaten=1
    )
    html = uit._repr_html_()
    assert "Tekst &lt;a&gt; 1." in html
    assert "&lt;b&gt;Bron&lt;/b&gt;" in html
    assert "<p>en nog 1 plaatsen</p>" in html


def test_lege_lijsten_staan_er() -> None:
    """A reader in another language finds every list of a report, also an empty one."""
    uit = dump(Rapport(oordeel=Oordeel.AKKOORD, bibliotheek_versie="0"))
    assert uit.endswith(b'"regels":[],"bevindingen":[],"bevindingen_weggelaten":0,"tabellen":[]}')


def test_compact() -> None:
    """The compact form has the findings and the summary, and is a report all the same."""
    rapport = validate(DOSSIER)
    assert rapport.regels
    kort = rapport.compact()
    assert (kort.regels, kort.bevindingen, kort.oordeel) == (
        (),
        rapport.bevindingen,
        rapport.oordeel,
    )
    assert load(dump(kort)) == kort
    assert rapport.plaatsen("GZ-VORM-001") == ("/*",)


def test_een_code_van_geen_regel() -> None:
    """A typing error is told, in both languages; no finding of it would be read as well."""
    rapport = validate(DOSSIER)
    for vraag in (rapport.van, rapport.plaatsen, rapport.uitkomst, rapport.compact().van):
        with pytest.raises(KeyError, match="geen regel heeft deze code") as fout:
            vraag("GZ-TYPO")
        assert isinstance(fout.value, SleutelFout)
        assert fout.value.tekst.en.startswith("no rule has this code")
    assert rapport.van("GZ-WACHT-001") == ()
    assert rapport.uitkomst("GZ-WACHT-001") is None


def test_een_code_zonder_register(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where only reports are read nobody knows the rules, so no code is refused."""
    rapport = validate(DOSSIER)
    monkeypatch.setattr("geboortezorg.rapport.kenners", [])
    assert rapport.uitkomst("GZ-WACHT-001") is None
    assert rapport.van("GZ-TYPO") == ()


def test_een_code_van_een_latere_versie() -> None:
    """A report of another version has codes that this one does not know; any can be one of them."""
    later = Bevinding(
        code="GZ-LATER-001",
        pad="",
        reden="a",
        uitkomst=Uitkomst.GESCHONDEN,
        ernst=Ernst.FOUT,
        tekst="A.",
        tekst_en="A.",
        bron=BRON,
    )
    rapport = Rapport(oordeel=Oordeel.AFGEKEURD, bibliotheek_versie="999.0.0", bevindingen=(later,))
    gelezen = load(dump(rapport), Rapport)
    assert gelezen.van("GZ-LATER-001") == (later,)
    assert gelezen.van("GZ-LATER-002") == ()
    assert gelezen.uitkomst("GZ-LATER-002") is None
    eigen = Rapport(oordeel=Oordeel.AFGEKEURD, bibliotheek_versie=__version__, bevindingen=(later,))
    assert eigen.van("GZ-LATER-001") == (later,)


@pytest.mark.parametrize("gekozen", REGELS, ids=lambda gekozen: str(gekozen.code))
def test_elke_tekst_in_zijn_eigen_taal(gekozen: Regel) -> None:
    """No Dutch sentence has English words in it, and no English one has Dutch."""
    for tekst in (gekozen.titel, *gekozen.redenen.values()):
        in_eigen_taal(tekst)


_BEDRAG = re.compile(r"\{[a-z_]*eurocent[a-z_]*\}")


@pytest.mark.parametrize("gekozen", REGELS, ids=lambda gekozen: str(gekozen.code))
def test_een_bedrag_noemt_zijn_eenheid(gekozen: Regel) -> None:
    """A number of eurocents is followed by that word, in either language."""
    for tekst in gekozen.redenen.values():
        assert len(_BEDRAG.findall(tekst.nl)) == len(re.findall(r"\} eurocent\b", tekst.nl)), (
            tekst.nl
        )
        assert len(_BEDRAG.findall(tekst.en)) == len(re.findall(r"\} eurocents\b", tekst.en)), (
            tekst.en
        )


def test_vormfouten_in_het_engels() -> None:
    """What was expected is said in the language of the sentence."""
    for bevinding in validate(
        {"soort": "dossier", "schema_versie": "0.1", "client": 1}
    ).bevindingen:
        is_engels(bevinding.tekst_en)
        assert "verplicht" not in bevinding.tekst_en


def test_te_veel_plaatsen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The places of one finding are bounded; the summary still has the outcome of every line."""
    monkeypatch.setattr("geboortezorg.verslag.MAX_PLAATSEN", 2)
    meldingen = [breuk(plek(nummer), "a", grens=1) for nummer in range(5)]
    alle = bevindingen(PROEF, meldingen, Verificatie.BEVESTIGD)
    (getoond,), weggelaten = begrens(alle)
    assert (len(getoond.plaatsen), weggelaten) == (3, 2)
    lijnen = samenvatting(Patroon(()), alle, 5).declaratieregels
    assert lijnen is not None
    assert lijnen.geschonden == (0, 1, 2, 3, 4)


def test_wat_documenten_gemeen_hebben_wordt_gedeeld() -> None:
    """Documents with the same few findings, or none, share their report: not that of any other."""
    context, later = Context(), Context(beoordelingsdatum=date(2024, 7, 1))
    fout = {naam: deel for naam, deel in DOSSIER.items() if naam != "onbekend_veld_a"}
    periode = {"van": "2024-01-02", "tot_en_met": "2024-01-01"}
    verzekeringen = [{"uzovi_code": "7029", "looptijd": periode}] * 3
    aantallen = set()
    for document in (DOSSIER, fout, {**fout, "client": {"verzekeringen": verzekeringen}}):
        eerste = validate(document, context=context)
        aantallen.add(len(eerste.bevindingen))
        gedeeld = all(not b.ook_op for b in eerste.bevindingen)
        ander = validate(document, context=context)
        assert ander == eerste
        assert (ander is eerste) is gedeeld
        assert validate(document, context=later).beoordelingsdatum == date(2024, 7, 1)
        assert validate({**document, "kinderen": [1]}, context=context) != eerste
    assert len(aantallen) > 1


def test_niets_beoordeeld() -> None:
    """Of a document of which nothing is judged one rule says so, and it counts as not judged."""
    leeg = {"soort": "dossier", "schema_versie": "0.1", "referentie": "p-1", "zwangerschap": {}}
    for _ in range(2):
        rapport = validate(leeg)
        uitkomsten = {regel.code: regel.uitkomst for regel in rapport.regels}
        assert uitkomsten["GZ-INVOER-002"] is Uitkomst.NIET_BEOORDEELD
        assert uitkomsten["GZ-INVOER-001"] is uitkomsten["GZ-VORM-001"] is Uitkomst.VOLDAAN
        assert rapport.samenvatting is not None
        assert rapport.samenvatting.niet_beoordeeld == 1
        assert not rapport.akkoord


def test_wat_wordt_gedeeld_loopt_niet_vol(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report of which little is likely to come back is not kept, and of the others few are.

    The bound holds for all patterns of outcomes together: documents can have thousands.
    """
    monkeypatch.setattr(verslag, "RAPPORTEN", {})
    monkeypatch.setattr(verslag, "_MAX_RAPPORTEN", 64)
    monkeypatch.setattr(verslag, "_OP_EEN_PLEK", {})
    monkeypatch.setattr(verslag, "_MAX_PLEKKEN", 64)
    for nummer in range(200):
        (een,) = bevindingen(PROEF, [breuk(plek(nummer), "a", grens=9)], Verificatie.BEVESTIGD)
        (weer,) = bevindingen(PROEF, [breuk(plek(nummer), "a", grens=9)], Verificatie.BEVESTIGD)
        assert een is weer
        assert een.pad == plek(nummer)
        verslag.bewaar((Patroon(()), nummer), rapport_met(een), None)
        assert 0 < len(verslag.RAPPORTEN) <= 64
        assert 0 < len(verslag._OP_EEN_PLEK) <= 64
    for veel in ([breuk(plek(n), "a", grens=9) for n in (1, 2)], [breuk("", "b")]):
        alle = bevindingen(PROEF, veel, Verificatie.BEVESTIGD) * (6 - len(veel))
        verslag.RAPPORTEN.clear()
        verslag.bewaar(1, rapport_met(*alle), None)
        assert not verslag.RAPPORTEN


@pytest.mark.parametrize("volgorde", [1, -1])
def test_wat_een_regel_met_meer_oorzaken_antwoordt(volgorde: int) -> None:
    """It is broken when one of its causes breaks it, on the weakest ground of all."""
    zwak = breuk("/b", "a", verificatie=Verificatie.SECUNDAIR, grens=1)
    meldingen = [breuk("/a", "a", grens=1), zwak, onbeoordeeld("/c", "b")][::volgorde]
    zegt = [antwoord(PROEF, [m], Verificatie.BEVESTIGD)[1] for m in meldingen][::volgorde]
    assert [(u.uitkomst, u.verificatie) for u in zegt] == [
        (Uitkomst.GESCHONDEN, Verificatie.OFFICIEEL),
        (Uitkomst.NIET_BEOORDEELD, Verificatie.SECUNDAIR),
        (Uitkomst.NIET_BEOORDEELD, Verificatie.OFFICIEEL),
    ]
    samen = antwoord(PROEF, meldingen, Verificatie.BEVESTIGD)[1]
    assert (samen.uitkomst, samen.verificatie) == (Uitkomst.GESCHONDEN, Verificatie.SECUNDAIR)
    twijfel = antwoord(PROEF, [m for m in meldingen if m.pad != "/a"], Verificatie.BEVESTIGD)[1]
    assert (twijfel.uitkomst, twijfel.verificatie) == (
        Uitkomst.NIET_BEOORDEELD,
        Verificatie.SECUNDAIR,
    )


def test_declaratieregels_staan_in_de_samenvatting() -> None:
    """The summary counts them where the document has them."""
    lijnen = samenvatting(Patroon(()), (), 5)
    assert lijnen.declaratieregels is not None
    assert lijnen.declaratieregels.aantal == 5
    assert samenvatting(Patroon(()), (), None).declaratieregels is None
