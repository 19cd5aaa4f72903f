"""The worksheet, the context and the report: what no case of a rule shows by itself."""

import copy
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from geboortezorg import Context, Ernst, Uitkomst, load, validate
from geboortezorg.bron import Verificatie
from geboortezorg.model.context import Toetscontext
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort, Prijsafspraak
from geboortezorg.model.prestatie import Prestatie
from geboortezorg.model.vsv import VSV
from geboortezorg.regels import pakket
from geboortezorg.regels.context import ContextFout, Tegenspraak
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import TabelFout
from geboortezorg.tijd import Looptijd

DECLARATIEREGEL = {
    "referentienummer": "r-1",
    "zorgaanbieder_agb": "33001234",
    "uzovi_code": "0001",
    "prestatie": "kraamzorg-uur",
    "periode": {"van": "2023-05-02", "tot_en_met": "2023-05-02"},
    "aantal": 1,
    "tarief_eurocent": 6526,
    "bedrag_eurocent": 6526,
    "declaratiebedrag_eurocent": 6526,
    "debet_credit": "D",
}
DOSSIER = {
    "soort": "dossier",
    "schema_versie": "0.1",
    "referentie": "pseudoniem",
    "zwangerschap": {},
    "declaratieregels": [DECLARATIEREGEL],
}


def overeenkomst(zorgaanbieder_agb: str | None, basispunten: int | None) -> Overeenkomst:
    """Return a written max-max agreement over 2023."""
    return Overeenkomst(
        overeenkomst_id="o-1",
        overeenkomstsoort=Overeenkomstsoort.MAX_MAX,
        uzovi_code="0001",
        looptijd=Looptijd(van=date(2023, 1, 1), tot_en_met=date(2023, 12, 31)),
        schriftelijk=True,
        zorgaanbieder_agb=zorgaanbieder_agb,
        percentage_basispunten=basispunten,
    )


def test_wat_prestaties_zeggen_is_eens_gemaakt(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was made of prestaties is shared by documents with the same ones, of so many at most."""
    context, gemaakt = Context(), list[int]()

    def tel(prestaties: Collection[Prestatie]) -> int:
        gemaakt.append(len(prestaties))
        return len(prestaties)

    def vraag(document: dict[str, Any]) -> int:
        return Werkblad(load(document), "dossier", context).over_prestaties(tel)

    leeg = DOSSIER | {"declaratieregels": []}
    assert [vraag(DOSSIER), vraag(DOSSIER), vraag(leeg), vraag(DOSSIER)] == [1, 1, 0, 1]
    assert gemaakt == [1, 0]
    monkeypatch.setattr(pakket, "_MAX_PAKKETTEN", 1)
    context = Context()
    assert [vraag(DOSSIER), vraag(leeg), vraag(leeg), vraag(DOSSIER)] == [1, 0, 0, 1]
    assert gemaakt == [1, 0, 1, 0, 1]


def test_overeenkomst_zonder_percentage() -> None:
    """An agreement that names no percentage allows the whole max-maxtarief."""
    context = Context(overeenkomsten=(overeenkomst("33001234", None),))
    assert validate(DOSSIER, context=context).uitkomst("GZ-TARIEF-001") is Uitkomst.VOLDAAN


def test_overeenkomst_zonder_zorgaanbieder() -> None:
    """An agreement of nobody in the dossier helps no provider."""
    van_niemand = attrs.evolve(load(DOSSIER, Dossier), overeenkomsten=(overeenkomst(None, 1000),))
    rapport = validate(van_niemand)
    assert [b.reden for b in rapport.van("GZ-TARIEF-001")] == ["overeenkomst_onbekend"]


def test_overeenkomsten_van_de_context_gelden_voor_elk_document() -> None:
    """Documents without agreements share those of the context; one with its own finds both."""
    betaler, eigen = overeenkomst("33001234", 1000), overeenkomst("33005678", 500)
    context, dossier = Context(overeenkomsten=(betaler,)), load(DOSSIER, Dossier)
    met = attrs.evolve(dossier, overeenkomsten=(eigen,))
    een, ander, *eigene = (Werkblad(d, "dossier", context) for d in (dossier, dossier, met, met))
    assert een.overeenkomstenboek is ander.overeenkomstenboek
    soort, dag = betaler.overeenkomstsoort, date(2023, 5, 2)
    for blad in (een, *eigene):
        assert blad.overeenkomsten(soort, "33001234", "0001", dag) == [betaler]
        van_document = [eigen] if blad in eigene else []
        assert blad.overeenkomsten(soort, "33005678", "0001", dag) == van_document
    for nummer in range(10):
        assert not een.overeenkomsten(soort, f"3300000{nummer}", "0001", dag)
    assert len(een.overeenkomstenboek._stukken) == 1  # of other parties nothing is kept


@pytest.mark.parametrize(("schriftelijk", "aantal"), [(True, 1), (False, 0)])
def test_mondelinge_toeslag(schriftelijk: bool, aantal: int) -> None:
    """An oral agreement on a toeslag is none."""
    afspraak = attrs.evolve(
        overeenkomst("33001234", 1000),
        overeenkomstsoort=Overeenkomstsoort.TOESLAG_INTEGRALE_GEBOORTEZORG,
        schriftelijk=schriftelijk,
    )
    werkblad = Werkblad(load(DOSSIER), "dossier", Context(overeenkomsten=(afspraak,)))
    soort, dag = afspraak.overeenkomstsoort, date(2023, 5, 2)
    assert len(werkblad.overeenkomsten(soort, "33001234", "0001", dag)) == aantal


@pytest.mark.parametrize("soort", [Overeenkomstsoort.INTEGRAAL, Overeenkomstsoort.MAX_MAX])
def test_betaler_gaat_voor(soort: Overeenkomstsoort) -> None:
    """What the payer says it knows wholly is not enlarged by the document."""
    eigen = attrs.evolve(overeenkomst("33001234", 1000), overeenkomstsoort=soort)
    anders = attrs.evolve(overeenkomst("33009999", 1000), overeenkomst_id="o-2")
    document = attrs.evolve(load(DOSSIER, Dossier), overeenkomsten=(eigen,))
    dag = date(2023, 5, 2)

    def gevonden(**context: Any) -> int:
        werkblad = Werkblad(document, "dossier", Context(**context))
        return len(werkblad.overeenkomsten(soort, "33001234", "0001", dag))

    assert gevonden() == 1
    assert gevonden(overeenkomsten=(anders,)) == 1
    assert gevonden(overeenkomsten=(anders,), overeenkomsten_volledig=True) == 0
    # A context that names no agreement at all leaves room for all but what lifts a maximum.
    alleen_betaler = soort is Overeenkomstsoort.MAX_MAX
    assert gevonden(overeenkomsten_volledig=True) == (0 if alleen_betaler else 1)


def test_prijzen_van_betaler_en_document() -> None:
    """The payer's agreements are worked out once for all documents, those of a document for it."""
    dag, soort = date(2023, 5, 2), Overeenkomstsoort.MAX_MAX
    prijs = Prijsafspraak(prestatie="kraamzorg-uur", tarief_eurocent=7000)
    van_betaler = attrs.evolve(overeenkomst("33001234", None), prijsafspraken=(prijs,))
    eigen = attrs.evolve(
        overeenkomst("33009999", None),
        overeenkomst_id="o-2",
        prijsafspraken=(attrs.evolve(prijs, tarief_eurocent=8000),),
    )
    context = Context(overeenkomsten=(van_betaler,))
    document = attrs.evolve(load(DOSSIER, Dossier), overeenkomsten=(eigen,))
    een, twee = (Werkblad(document, "dossier", context) for _ in range(2))
    vragen = [(w, agb) for w in (een, twee) for agb in ("33001234", "33009999", "33000000")]
    gevonden = [w.overeenkomsten(soort, agb, "0001", dag) for w, agb in vragen]
    assert gevonden == [[van_betaler], [eigen], []] * 2
    assert gevonden[0] is gevonden[3]
    for w in (een, twee, een):
        boek = w.overeenkomstenboek
        assert boek.prijzen(van_betaler, "kraamzorg-uur") == [7000]
        assert boek.prijzen(eigen, "kraamzorg-uur") == [8000]
        assert boek.prijzen(eigen, "kraamzorg-dag") == []


def test_werkblad_geeft_alleen_de_eigen_soort() -> None:
    """A rule that asks for another kind of document than it judges is a mistake in the rule."""
    werkblad = Werkblad(load(DOSSIER), "dossier", Context())
    assert type(werkblad.als(Dossier)) is Dossier
    with pytest.raises(TypeError, match="andere soort"):
        werkblad.als(VSV)


def test_per_prestatie() -> None:
    """The debits that count stand by prestatie, known or not, and each known one is named once."""
    regels = [
        {**DECLARATIEREGEL, "referentienummer": f"r-{nummer}", "prestatie": prestatie}
        for nummer, prestatie in enumerate(
            ("kraamzorg-uur", "x", "kraamzorg-intake-thuis", "kraamzorg-uur")
        )
    ]
    credit = {
        **regels[0],
        "referentienummer": "c",
        "gerelateerd_referentienummer": "r-0",
        "debet_credit": "C",
    }
    document = {**DOSSIER, "declaratieregels": [*regels, credit]}
    w = Werkblad(load(document), "dossier", Context())
    assert {naam: [p.nummer for p in posten] for naam, posten in w.per_prestatie.items()} == {
        "x": [1],
        "kraamzorg-intake-thuis": [2],
        "kraamzorg-uur": [3],
    }
    lijnen = w.per_prestatie.lijnen("kraamzorg-uur")
    assert [lijn.referentienummer for lijn in lijnen] == ["r-0", "r-3", "c"]
    assert [post.nummer for post in w.van(("kraamzorg-uur", "x", "niets"))] == [1, 3]
    assert {prestatie.prestatie_id for prestatie in w.prestaties} == {
        "kraamzorg-intake-thuis",
        "kraamzorg-uur",
    }
    assert w.bevaldagen is None
    assert w.posten == w.zorggevallen[0].posten
    bekend = {id(post.tariefantwoord) for post in w.posten}
    assert {id(a) for a in Werkblad(w.document, "dossier", w.context).tariefantwoorden} == bekend


def test_uitkomst_van_een_andere_regel() -> None:
    """A rule that does not govern the document has no outcome in its report."""
    rapport = validate(DOSSIER)
    assert rapport.uitkomst("GZ-VSV-001") is None
    assert rapport.van("GZ-VSV-001") == ()


def test_context_met_bestanden(tmp_path: Path) -> None:
    """A context that names files needs the folder they stand in."""
    document = Toetscontext(tabelbestanden=("eigen.toml",))
    with pytest.raises(ValueError, match="geef de map"):
        Context.uit_document(document)
    with pytest.raises(TabelFout):
        Context.uit_document(document, tmp_path)


OMGEKEERD = Overeenkomst(
    overeenkomst_id="geheim-1",
    overeenkomstsoort=Overeenkomstsoort.LUMPSUM,
    uzovi_code="0001",
    looptijd=Looptijd(van=date(2027, 1, 2), tot_en_met=date(2027, 1, 1)),
    schriftelijk=True,
    vsv_id="vsv-1",
)


def test_een_context_die_zichzelf_tegenspreekt() -> None:
    """A reversed agreement of the payer is told, not left out in silence; no value is repeated."""
    recht = attrs.evolve(OMGEKEERD, looptijd=Looptijd(van=date(2027, 1, 1)))
    with pytest.raises(ContextFout) as gevangen:
        Context.uit_document(Toetscontext(overeenkomsten=(recht, OMGEKEERD)))
    fout = copy.copy(gevangen.value)  # by its __reduce__, as pickling does
    assert fout.plekken == (
        Tegenspraak(
            pad="/overeenkomsten/1/looptijd/tot_en_met", code="GZ-SAMENHANG-003", reden="omgekeerd"
        ),
    )
    assert "/overeenkomsten/1/looptijd/tot_en_met: GZ-SAMENHANG-003 omgekeerd" in str(fout)
    assert "geheim" not in repr(fout)
    veel = ContextFout(fout.plekken * 22)
    assert str(veel).endswith("\nen nog 2 plekken")


@pytest.mark.parametrize(
    "overeenkomst",
    [
        attrs.evolve(OMGEKEERD, looptijd=Looptijd(van=date(2027, 1, 1)), uzovi_code="0000"),
        attrs.evolve(OMGEKEERD, looptijd=Looptijd(van=date(2099, 1, 1)), vsv_id=None),
    ],
)
def test_een_context_die_alleen_vreemd_is(overeenkomst: Overeenkomst) -> None:
    """What only raises suspicion, or lacks something, does not refuse a context."""
    document = Toetscontext(overeenkomsten=(overeenkomst,), beoordelingsdatum=date(2027, 1, 1))
    assert Context.uit_document(document).overeenkomsten == (overeenkomst,)


def test_drempel() -> None:
    """The bar is `bevestigd` unless the context says otherwise."""
    assert Context.uit_document(Toetscontext()).drempel is Verificatie.BEVESTIGD
    laag = Context.uit_document(Toetscontext(drempel=Verificatie.AFGELEID))
    assert laag.drempel is Verificatie.AFGELEID


def test_over_prestaties(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is made of prestaties is made once for the same ones in a context, and does not pile up."""
    gemaakt: list[list[str]] = []

    def maak(prestaties: Collection[Prestatie]) -> int:
        gemaakt.append(sorted(prestatie.prestatie_id for prestatie in prestaties))
        return len(gemaakt)

    def vraag(context: Context, *namen: str) -> int:
        regels = [
            {**DECLARATIEREGEL, "referentienummer": f"r-{nummer}", "prestatie": naam}
            for nummer, naam in enumerate(namen)
        ]
        document = load({**DOSSIER, "declaratieregels": regels})
        return Werkblad(document, "dossier", context).over_prestaties(maak)

    context = Context()
    uur, intake = "kraamzorg-uur", "kraamzorg-intake-thuis"
    assert [vraag(context, uur, intake), vraag(context, intake, uur, uur), vraag(context, uur)] == [
        *(1, 1, 2)
    ]
    assert gemaakt == [[intake, uur], [uur]]
    assert vraag(Context(), uur) == 3
    monkeypatch.setattr("geboortezorg.regels.pakket._MAX_PAKKETTEN", 1)
    assert [vraag(context, uur), vraag(context, intake), vraag(context, uur)] == [2, 4, 5]


@pytest.mark.parametrize(
    ("gedeeld", "grens"),
    [
        ("_UITKOMSTEN", "_MAX_UITKOMSTEN"),
        ("_PATRONEN", "_MAX_PATRONEN"),
        ("_GEZEGD", "_MAX_GEZEGD"),
    ],
)
def test_gedeelde_uitkomsten_lopen_niet_vol(
    monkeypatch: pytest.MonkeyPatch, gedeeld: str, grens: str
) -> None:
    """What reports share starts anew at its bound, and reports stay the same."""
    vooraf = validate(DOSSIER)
    inhoud: dict[object, object] = {}
    monkeypatch.setattr("geboortezorg.verslag._PATRONEN", {})
    monkeypatch.setattr(f"geboortezorg.verslag.{gedeeld}", inhoud)
    monkeypatch.setattr(f"geboortezorg.verslag.{grens}", 1)
    assert not validate({**DOSSIER, "declaratieregels": []}).akkoord
    assert validate(DOSSIER) == vooraf
    assert len(inhoud) == 1


@pytest.mark.parametrize(
    ("agb", "vaker", "elders"),
    [("33001234", [], []), ("33001235", ["vaker_dan_eens"], ["debetregel_elders"])],
)
def test_credit_van_dezelfde_zorgaanbieder(agb: str, vaker: list[str], elders: list[str]) -> None:
    """A reference is unique for its provider only: a credit of another takes nothing back."""
    debet = {**DECLARATIEREGEL, "prestatie": "kraamzorg-inschrijving"}
    credit = {
        "referentienummer": "r-3",
        "zorgaanbieder_agb": agb,
        "gerelateerd_referentienummer": "r-1",
        "debet_credit": "C",
    }
    declaratieregels = [debet, {**debet, "referentienummer": "r-2"}, {**debet, **credit}]
    rapport = validate({**DOSSIER, "declaratieregels": declaratieregels})
    assert [b.reden for b in rapport.van("GZ-KRAAMZORG-001")] == vaker
    assert [b.reden for b in rapport.van("GZ-REGEL-001")] == elders


@pytest.mark.parametrize(
    ("einden", "overlapt"),
    [(("05-01", "05-10"), False), (("05-01", None), False), (("05-02", "05-10"), True)],
)
def test_eerste_dag_is_dag_van_overdracht(einden: tuple[str, str | None], overlapt: bool) -> None:
    """Care of one day, handed over that day, shares only that day: in either order."""
    episodes = [
        {
            "zorgepisode_id": f"e-{nummer}",
            "zorgaanbieder": {"discipline": "eerstelijnsverloskundige"},
            "looptijd": {"van": "2023-05-01"}
            | ({} if einde is None else {"tot_en_met": f"2023-{einde}"}),
            "eindverantwoordelijk_in": ["intake"],
        }
        for nummer, einde in enumerate(einden)
    ]
    for volgorde in (episodes, episodes[::-1]):
        rapport = validate({**DOSSIER, "declaratieregels": [], "zorgepisodes": volgorde})
        assert rapport.uitkomst("GZ-VORM-001") is Uitkomst.VOLDAAN
        assert bool(rapport.van("GZ-DOSSIER-004")) is overlapt


def test_ernstigste_bevindingen_blijven_staan(monkeypatch: pytest.MonkeyPatch) -> None:
    """When a report cannot list every finding, the one that refuses the document is there."""
    declaratieregels = [
        {**DECLARATIEREGEL, "referentienummer": f"r-{nummer}"} for nummer in range(3)
    ]
    alle = validate({**DOSSIER, "declaratieregels": declaratieregels})
    fouten = [b for b in alle.bevindingen if b.ernst is Ernst.FOUT]
    assert alle.bevindingen[0].ernst is not Ernst.FOUT
    monkeypatch.setattr("geboortezorg.verslag.MAX_BEVINDINGEN", len(fouten))
    rapport = validate({**DOSSIER, "declaratieregels": declaratieregels})
    assert rapport.bevindingen == tuple(fouten)
    rest = [b for b in alle.bevindingen if b not in fouten]
    assert rapport.bevindingen_weggelaten == sum(len(b.plaatsen) for b in rest)
