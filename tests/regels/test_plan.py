"""What a rule needs is necessary: a rule that is left out would not apply."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.metamorf.bron import MAP

from geboortezorg import dump, load, validate
from geboortezorg.convert import structureer_document
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.model.context import Toetscontext
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Prestatie, Regime
from geboortezorg.populatie import populatiecontext, population
from geboortezorg.regels import leden, plan
from geboortezorg.regels.catalogus import soorten_van
from geboortezorg.regels.context import Context
from geboortezorg.regels.nodig import Nodig
from geboortezorg.regels.pakket import _pakketten
from geboortezorg.regels.regel import NIET_VAN_TOEPASSING, VOLDAAN, Regel, Resultaat
from geboortezorg.regels.register import PER_CODE, PER_SOORT, REGELS
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Tabellen, shipped

NIETS = plan.Plan((), (NIET_VAN_TOEPASSING,))

VOORBEELD = Path(__file__).parents[2] / "voorbeelden" / "goed" / "thuisbevalling-2023.json"


def _dossier(**anders: object) -> Dossier:
    document = json.loads(VOORBEELD.read_bytes()) | anders
    heel = {naam: waarde for naam, waarde in document.items() if waarde is not None}
    return load(json.dumps(heel), Dossier)


def _codes(dossier: Dossier, context: Context | None = None) -> set[str]:
    regels = PER_SOORT["dossier"]
    w = Werkblad(dossier, "dossier", context or Context())
    return {
        regels[plaats].code for plaats in plan.indeling("dossier", regels).plannen([w])[0].plaatsen
    }


def _met(code: str, *nodig: Nodig, antwoord: Resultaat = VOLDAAN) -> Regel:
    return attrs.evolve(PER_CODE[code], nodig=nodig, aanleiding=None, toets=lambda _: antwoord)


@pytest.mark.parametrize("regel", [r for r in REGELS if r.nodig], ids=lambda r: r.code)
def test_wat_nodig_is_bestaat(regel: Regel) -> None:
    """Every member is one of a kind that the rule judges, every trait one of a prestatie."""
    klassen = [DOCUMENTEN[soort] for soort in soorten_van(regel)]
    traits = {veld.name for veld in attrs.fields(Prestatie)}
    for nodig in regel.nodig:
        assert nodig != Nodig()
        assert set(nodig.kenmerken) <= traits
        for patroon in nodig.leden:
            assert any(leden.bestaat(klasse, patroon) for klasse in klassen), patroon


def test_de_meeste_regels_zeggen_wat_zij_nodig_hebben() -> None:
    """More than half of the rules on a dossier can be left out."""
    met = [regel for regel in PER_SOORT["dossier"] if regel.nodig]
    assert len(met) * 2 > len(PER_SOORT["dossier"])


def test_rapport_gelijk_zonder_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    """The report is the same, byte for byte, when every rule is run."""
    monkeypatch.setattr(plan, "VERGELIJK", False)
    context = populatiecontext()
    documenten = [json.dumps(p.document) for p in population(60, 5, fouten=50)]
    met = [dump(validate(document, context=context)) for document in documenten]

    def alles(self: plan.Indeling, *_: object) -> plan.Plan:
        return plan.Plan(tuple(range(len(self.regels))), (NIET_VAN_TOEPASSING,) * len(self.regels))

    monkeypatch.setattr(plan.Indeling, "_plan", alles)
    assert [dump(validate(document, context=context)) for document in documenten] == met


def test_samen_als_alleen() -> None:
    """Each of several documents has the plan that it has by itself."""
    context, indeling = populatiecontext(), plan.indeling("dossier", PER_SOORT["dossier"])
    bladen = [
        Werkblad(load(json.dumps(p.document)), "dossier", context)
        for p in population(20, 5, fouten=50)
    ]
    gemaakt = indeling.plannen(bladen)
    assert len({*gemaakt}) > 1
    assert gemaakt == [indeling.plannen([w])[0] for w in bladen]


def test_credit_en_lid_maken_verschil() -> None:
    """A credit, and a member that is there, bring in the rules on them."""
    document = json.loads(VOORBEELD.read_bytes())
    assert not {"GZ-REGEL-001", "GZ-KIND-006"} & _codes(_dossier())
    lijnen = [*document["declaratieregels"]]
    lijnen.append(
        lijnen[0]
        | {
            "referentienummer": "nieuw-1",
            "debet_credit": "C",
            "gerelateerd_referentienummer": lijnen[0]["referentienummer"],
        }
    )
    kinderen = [document["kinderen"][0] | {"bsn": "999990019"}]
    codes = _codes(_dossier(declaratieregels=lijnen, kinderen=kinderen))
    assert {"GZ-REGEL-001", "GZ-KIND-006"} <= codes


def test_onbekende_prestatie_telt_bij_haar_naam() -> None:
    """Without any table the name in the document decides: the rules on it still judge."""
    dossier = _dossier()
    zonder = Context(tabellen=Tabellen())
    namen = {post.prestatie_id for post in Werkblad(dossier, "dossier", zonder).posten}
    assert "kraamzorg-uur" in namen
    assert "GZ-KRAAMZORG-018" in _codes(dossier, zonder)
    assert "GZ-SAMENLOOP-001" not in _codes(dossier, zonder)
    assert [*zonder.gedeeld(_pakketten)[1]] == [frozenset()]


def test_wat_geen_tabel_kent_vraagt_wat_bij_zijn_naam_hoort() -> None:
    """A line of which the prestatie is unknown brings in a rule that needs its name."""
    lijn = json.loads(VOORBEELD.read_bytes())["declaratieregels"][0] | {"prestatie": "x"}
    indeling = plan.Indeling("dossier", (_met("GZ-NUMMER-003", Nodig(prestaties=("x",))),))
    bladen = [
        Werkblad(d, "dossier", Context()) for d in (_dossier(declaratieregels=[lijn]), _dossier())
    ]
    assert [indeling.plannen([w])[0].plaatsen for w in bladen] == [(0,), ()]
    assert [gemaakt.plaatsen for gemaakt in indeling.plannen(bladen)] == [(0,), ()]


def test_niets_dat_een_soort_kan_bevatten_vraagt_niets() -> None:
    """What a kind of document cannot hold is not asked of it."""
    regel = _met("GZ-NUMMER-003", Nodig(leden=("/x",), credit=True, regimes=(Regime.VSV,)))
    w = Werkblad(_dossier(), "dossier", Context())
    vsv = Werkblad(object(), "vsv", Context())
    assert plan.Indeling("vsv", (regel,)).plannen([vsv])[0].plaatsen == (0,)
    assert plan.Indeling("dossier", (regel,)).plannen([w])[0].plaatsen == ()


def test_van_elk_een_ding() -> None:
    """A rule that needs one thing of each of several is not run with one of them alone."""
    regel = _met("GZ-KIND-006", Nodig(leden=("/kinderen",)), Nodig(leden=("/eigen_bijdragen",)))
    w = Werkblad(_dossier(eigen_bijdragen=[]), "dossier", Context())
    assert w.document.kinderen
    assert plan.Indeling("dossier", (regel,)).plannen([w])[0].plaatsen == ()


def test_indeling_is_van_haar_regels() -> None:
    """Other rules for a kind of document have a division of their own."""
    for regels in ((_met("GZ-KIND-006"),), (_met("GZ-REGEL-001"),)):
        assert plan.indeling("vsv", regels).regels is regels
        assert plan.indeling("vsv", regels) is plan.indeling("vsv", regels)


def test_plannen_zijn_begrensd(monkeypatch: pytest.MonkeyPatch) -> None:
    """What documents hold does not fill the memory."""
    monkeypatch.setattr(plan, "_MAX_PLANNEN", 1)
    indeling = plan.Indeling("dossier", (_met("GZ-KIND-006", Nodig(leden=("/kinderen",))),))
    met, zonder = (Werkblad(d, "dossier", Context()) for d in (_dossier(), _dossier(kinderen=[])))
    assert [indeling.plannen([w])[0].plaatsen for w in (met, zonder, met)] == [(0,), (), (0,)]
    assert len(indeling._plannen) == 1


def test_vergelijk_ziet_een_regel_die_toch_geldt() -> None:
    """A rule that would have applied, or rest on a table, is a mistake of the library."""
    w = Werkblad(_dossier(), "dossier", Context())
    goed = _met("GZ-KIND-006", antwoord=NIET_VAN_TOEPASSING)
    plan.vergelijk((goed,), NIETS, [w])
    fout = _met("GZ-KIND-006")
    plan.vergelijk((fout,), plan.Plan((0,), (NIET_VAN_TOEPASSING,)), [w])
    with pytest.raises(RuntimeError, match="GZ-KIND-006 geldt ook"):
        plan.vergelijk((fout,), NIETS, [w])
    assert w.posten
    assert w.tabellen_erbij

    def raadpleegt(w: Werkblad) -> Resultaat:
        w.norm_gebruikt(w.context.normen.norm("fase-aannemelijk"), date(2023, 5, 1))
        return NIET_VAN_TOEPASSING

    with pytest.raises(RuntimeError, match="GZ-KIND-006 geldt ook"):
        plan.vergelijk((attrs.evolve(fout, toets=raadpleegt),), NIETS, [w])


def test_lid_dat_niet_bestaat() -> None:
    """A path below a text or past the fields of a class leads nowhere."""
    assert not leden.bestaat(Dossier, "/dossiernummer/van")
    assert not leden.bestaat(Dossier, "/client/bestaat_niet")
    assert not leden.bestaat(Dossier, "/kinderen/*/bestaat_niet")


def test_bits_van_leden() -> None:
    """A member counts when it is there: in a list that is not empty, in an object that is there."""
    patronen = {
        "/kinderen": 1,
        "/kinderen/*/bsn": 2,
        "/client/verzekeringen": 4,
        "/client/postcode": 8,
        "/zorgepisodes/*/verwijzingen/*/naar/echelon": 16,
    }
    lees = leden.Leden(Dossier, patronen)[None]
    assert lees(_dossier(kinderen=[], zorgepisodes=[], client=None)) == 0
    document = json.loads(VOORBEELD.read_bytes())
    client = document["client"]
    kinderen = [document["kinderen"][0], document["kinderen"][0] | {"bsn": "999990019"}]
    assert lees(_dossier(kinderen=kinderen[:1], zorgepisodes=[], client=None)) == 1
    assert lees(_dossier(kinderen=kinderen, zorgepisodes=[], client=None)) == 3
    leeg = {"verzekeringen": [], "postcode": "1234AB"}
    assert lees(_dossier(kinderen=[], zorgepisodes=[], client=client | leeg)) == 8


def _zonder(waarde: Any, delen: list[str]) -> None:
    """Take a member out of a JSON value, wherever it stands."""
    lid, *rest = delen
    if isinstance(waarde, list):
        for item in waarde:
            _zonder(item, rest)
    elif not rest:
        waarde.pop(lid, None)
    elif lid in waarde:
        _zonder(waarde[lid], rest)


def _ontdaan(document: dict[str, Any], nodig: Nodig) -> Iterator[Dossier]:
    """Yield a document without what is needed, with each prestatie of the lists on its lines."""
    document = json.loads(json.dumps(document))
    for lid in nodig.leden:
        _zonder(document, lid[1:].split("/"))
    declaratieregels = document.get("declaratieregels", []) if nodig.prestaties else []
    for prestatie in shipped().prestaties if declaratieregels else (None,):
        for declaratieregel in declaratieregels:
            declaratieregel["prestatie"] = prestatie and prestatie.prestatie_id
        try:
            yield structureer_document(document)
        except ValueError:  # the member cannot be missed
            return


@pytest.mark.parametrize("regel", [r for r in REGELS if r.nodig], ids=lambda r: r.code)
def test_zonder_wat_nodig_is(regel: Regel) -> None:
    """In its own cases, without what it says it needs, a rule does not apply."""
    for geval in json.loads((MAP / f"{regel.code}.json").read_bytes())["gevallen"]:
        document, regels = geval["document"], (regel,)
        soort = document["soort"]
        for nodig in regel.nodig:
            for model in _ontdaan(document, nodig):
                w = Werkblad(model, soort, Context())
                gemaakt = plan.Indeling(soort, regels).plannen([w])[0]
                if not gemaakt.plaatsen:
                    assert regel.toets(w) is gemaakt.vooraf[0], geval["naam"]


KENMERKEN: dict[str, Any] = {
    "bestanddelen": ["kaal-verloskunde"],
    "eenmalig": True,
    "telgrens": "een_per_vrouw",
    "keuzegroep": "groep",
    "fasen": ["prenataal"],
    "peildatum_start_zorg": True,
    "zwangerschapsduur_van_dagen": 0,
    "zwangerschapsduur_tot_en_met_dagen": 70,
    "rijksbegroting_vanaf": "2021-09-01",
    "wijzen_einde": ["partus"],
    "plaatsen_baring": ["ziekenhuis"],
    "zonder_gynaecoloog": True,
    "tot_bevalling": True,
    "overname": True,
    "sluit_uit": ["kaal-verloskunde"],
    "zorgsoorten": ["08"],
}
"""Members of a prestatie that a rule can look at, each with what it may say."""


def _eigen_lijst() -> Context:
    """Return a context with made-up prestaties: of each regime, and two with each trait."""
    namen: dict[str, dict[str, Any]] = {f"kaal-{r.value}": {"regime": r.value} for r in Regime}
    for kenmerk, waarde in KENMERKEN.items():
        for nummer in (1, 2):
            namen[f"{kenmerk}-{nummer}"] = {"regime": "verloskunde", kenmerk: waarde}
            namen[f"kraam-{kenmerk}-{nummer}"] = {"regime": "kraamzorg", kenmerk: waarde}
    prestaties = [
        {
            "prestatie_id": naam,
            "omschrijving": "Verzonnen",
            "omschrijving_en": "Made up",
            "eenheid": "stuk",
            **eigen,
        }
        for naam, eigen in namen.items()
    ]
    bron = {"titel": "Verzonnen", "verificatie": "officieel"}
    lijst = {"naam": "verzonnen", "bron": bron, "prestaties": prestaties}
    gegeven = {"soort": "context", "schema_versie": "0.1", "prestatielijsten": [lijst]}
    return Context.uit_document(load(gegeven, Toetscontext))


def test_een_kenmerk_dat_niets_zegt_brengt_niets() -> None:
    """A prestatie that leaves every trait out brings in no rule on traits, on the others neither."""
    regel = _met("GZ-SAMENLOOP-005", Nodig(kenmerken=tuple(KENMERKEN)))
    document, context = json.loads(VOORBEELD.read_bytes()), _eigen_lijst()
    for prestatie, verwacht in (("kaal-verloskunde", ()), ("eenmalig-1", (0,))):
        lijn = document["declaratieregels"][0] | {"prestatie": prestatie}
        w = Werkblad(_dossier(declaratieregels=[lijn]), "dossier", context)
        assert plan.Indeling("dossier", (regel,)).plannen([w])[0].plaatsen == verwacht


def test_elk_kenmerk_brengt_wie_ernaar_kijkt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Own prestaties with one trait each: no rule that is left out would have spoken."""
    assert {k for r in REGELS for n in r.nodig for k in n.kenmerken} <= set(KENMERKEN)
    monkeypatch.setattr(plan, "VERGELIJK", True)
    context, document = _eigen_lijst(), json.loads(VOORBEELD.read_bytes())
    kaal = [f"kaal-{regime.value}" for regime in Regime]
    paren = [(een, ander) for een in kaal for ander in kaal]
    for kenmerk in (*KENMERKEN, "kraam-eenmalig", "kraam-sluit_uit"):
        een = f"{kenmerk}-1"
        paren += [(een, een), (een, f"{kenmerk}-2"), (een, "kaal-verloskunde")]
    eerste = document["declaratieregels"][0]
    for paar in paren:
        for agb in (eerste["zorgaanbieder_agb"], "08000002"):
            document["declaratieregels"] = [
                {**eerste, "prestatie": paar[0], "referentienummer": "r1"},
                {
                    **eerste,
                    "prestatie": paar[1],
                    "referentienummer": "r2",
                    "zorgaanbieder_agb": agb,
                },
            ]
            rapport = validate(document, context=context)
            assert "GZ-INVOER-002" not in {bevinding.code for bevinding in rapport.bevindingen}


def test_algemene_regels_worden_ineens_beantwoord() -> None:
    """Where all that fields mean holds, no general rule is run; where something does not, each is."""
    regels = PER_SOORT["dossier"]
    plaatsen = {regel.code: plaats for plaats, regel in enumerate(regels)}
    uniek, gevuld = plaatsen["GZ-SAMENHANG-001"], plaatsen["GZ-SAMENHANG-009"]
    contract = {
        "zorgaanbieder_agb": "08000001",
        "regionaal_centrum": "-",
        "looptijd": {"van": "2023-01-01"},
        "kwaliteitsovereenkomst": True,
    }
    goed, fout = (
        plan.indeling("dossier", regels).plannen([Werkblad(dossier, "dossier", Context())])[0]
        for dossier in (_dossier(), _dossier(screeningscontracten=[contract]))
    )
    assert not {uniek, gevuld} & {*goed.plaatsen}
    assert goed.vooraf[gevuld] is NIET_VAN_TOEPASSING
    assert goed.vooraf[plaatsen["GZ-SAMENHANG-003"]] is VOLDAAN
    assert {uniek, gevuld} <= {*fout.plaatsen}


def test_vergelijk_ziet_een_ander_antwoord_vooraf() -> None:
    """What a plan answers for a rule is what that rule itself answers."""
    w = Werkblad(_dossier(), "dossier", Context())
    regel = _met("GZ-KIND-006")
    plan.vergelijk((regel,), plan.Plan((), (VOLDAAN,)), [w])
    with pytest.raises(RuntimeError, match="GZ-KIND-006 geldt ook"):
        plan.vergelijk(
            (attrs.evolve(regel, toets=lambda _: NIET_VAN_TOEPASSING),),
            plan.Plan((), (VOLDAAN,)),
            [w],
        )
