"""What a rule needs is necessary: a rule that is left out would not apply."""

import json
from pathlib import Path

import attrs
import pytest

from geboortezorg import dump, load, validate
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Prestatie
from geboortezorg.populatie import populatiecontext, population
from geboortezorg.regels import leden, plan
from geboortezorg.regels.catalogus import soorten_van
from geboortezorg.regels.context import Context
from geboortezorg.regels.nodig import Nodig
from geboortezorg.regels.regel import NIET_VAN_TOEPASSING, VOLDAAN, Regel, Resultaat
from geboortezorg.regels.register import PER_CODE, PER_SOORT, REGELS
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Tabellen

VOORBEELD = Path(__file__).parents[2] / "voorbeelden" / "goed" / "thuisbevalling-2023.json"


def _dossier(**anders: object) -> Dossier:
    document = json.loads(VOORBEELD.read_bytes()) | anders
    heel = {naam: waarde for naam, waarde in document.items() if waarde is not None}
    return load(json.dumps(heel), Dossier)


def _codes(dossier: Dossier, context: Context | None = None) -> set[str]:
    regels = PER_SOORT["dossier"]
    w = Werkblad(dossier, "dossier", context or Context())
    return {regels[plaats].code for plaats in plan.indeling("dossier", regels).plan(w)}


def _met(code: str, *nodig: Nodig, antwoord: Resultaat = VOLDAAN) -> Regel:
    return attrs.evolve(PER_CODE[code], nodig=nodig, toets=lambda _: antwoord)


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

    def alles(self: plan.Indeling, w: Werkblad) -> plan.Plan:
        return tuple(range(len(self.regels)))

    monkeypatch.setattr(plan.Indeling, "plan", alles)
    assert [dump(validate(document, context=context)) for document in documenten] == met


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


def test_niets_dat_een_soort_kan_bevatten_vraagt_niets() -> None:
    """What a kind of document cannot hold is not asked of it."""
    regel = _met("GZ-NUMMER-003", Nodig(leden=("/bestaat_niet",), credit=True))
    w = Werkblad(_dossier(), "dossier", Context())
    vsv = Werkblad(object(), "vsv", Context())
    assert plan.Indeling("vsv", (regel,)).plan(vsv) == (0,)
    assert plan.Indeling("dossier", (regel,)).plan(w) == ()


def test_plannen_zijn_begrensd(monkeypatch: pytest.MonkeyPatch) -> None:
    """What documents hold does not fill the memory."""
    monkeypatch.setattr(plan, "_MAX_PLANNEN", 1)
    indeling = plan.Indeling("dossier", (_met("GZ-KIND-006", Nodig(leden=("/kinderen",))),))
    met, zonder = (Werkblad(d, "dossier", Context()) for d in (_dossier(), _dossier(kinderen=[])))
    assert [indeling.plan(w) for w in (met, zonder, met)] == [(0,), (), (0,)]
    assert len(indeling._plannen) == 1


def test_vergelijk_ziet_een_regel_die_toch_geldt() -> None:
    """A rule that would have applied, or rest on a table, is a mistake of the library."""
    w = Werkblad(_dossier(), "dossier", Context())
    goed = _met("GZ-KIND-006", antwoord=NIET_VAN_TOEPASSING)
    plan.vergelijk((goed,), (), [w])
    fout = _met("GZ-KIND-006")
    plan.vergelijk((fout,), (0,), [w])
    with pytest.raises(RuntimeError, match="GZ-KIND-006 geldt ook"):
        plan.vergelijk((fout,), (), [w])


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
    lees = leden.bits(Dossier, patronen)
    assert lees(_dossier(kinderen=[], zorgepisodes=[], client=None)) == 0
    document = json.loads(VOORBEELD.read_bytes())
    client = document["client"]
    kinderen = [document["kinderen"][0], document["kinderen"][0] | {"bsn": "999990019"}]
    assert lees(_dossier(kinderen=kinderen[:1], zorgepisodes=[], client=None)) == 1
    assert lees(_dossier(kinderen=kinderen, zorgepisodes=[], client=None)) == 3
    leeg = {"verzekeringen": [], "postcode": "1234AB"}
    assert lees(_dossier(kinderen=[], zorgepisodes=[], client=client | leeg)) == 8
