"""Plain kraamzorg by own norms, and by tables that leave a norm out."""

import attrs
from tests.regels.test_gevallen import ALLE
from tests.regels.test_trek_kraamzorg import (
    INDICATIE_TREK,
    _bericht,
    _dossier,
    _gezien,
    _toetst,
)

from geboortezorg import Context, Uitkomst, validate
from geboortezorg.model.norm import Normtabel
from geboortezorg.regels.kraamzorg.gewoon import ALLES
from geboortezorg.tabellen import shipped
from geboortezorg.tabellen.normen import normen


def _met(norm_id: str, **anders: int) -> Context:
    """Return a context with a norm of which some values are other ones."""
    norm = normen().norm(norm_id).norm
    waarden = tuple(
        attrs.evolve(w, waarde=anders.get(w.sleutel.replace(".", "_"), w.waarde))
        for w in norm.waarden
    )
    eigen = (attrs.evolve(norm, waarden=waarden),)
    return Context(
        tabellen=shipped().add(Normtabel(naam="verzonnen", titel="Verzonnen", normen=eigen))
    )


def test_eigen_norm_op_wisselen() -> None:
    """Where a norm lets no organisation take turns, one organisation is no plain thing."""
    context = _met("kraamzorg-wisseling", wissels=0, organisaties=0)
    assert _gezien(_dossier(), context) == set(ALLES)
    assert "GZ-KRAAMZORG-025" in _toetst(_dossier(), context)


def test_eigen_norm_beeindigt_wisselen() -> None:
    """More organisations than usual are no doubt where a table of one's own says they can be."""
    document = _dossier()
    document["geleverde_kraamzorg"] = [
        {"datum": f"2023-05-{dag:02}", "duur_minuten": 240, "zorgaanbieder_agb": f"3300000{dag}"}
        for dag in (7, 8, 9)
    ]
    context = _met("kraamzorg-wisseling", wissels=3, organisaties=3)
    assert validate(document).uitkomst("GZ-KRAAMZORG-025") is Uitkomst.NIET_BEOORDEELD
    rapport = validate(document, context=context)
    assert rapport.uitkomst("GZ-KRAAMZORG-025") is Uitkomst.VOLDAAN


def test_eigen_norm_op_partusassistentie() -> None:
    """How long one assists a birth is a bound of its own, below that of a day."""
    context = _met("kraamzorg-partusdag", duur_hoogste=299)
    assert _gezien(_dossier(), context) == set(ALLES)
    assert "GZ-KRAAMZORG-016" in _toetst(_dossier(), context)


def test_eigen_norm_op_laat_begin() -> None:
    """From how many days after the birth days in hospital are asked for, a norm says."""
    meteen = _met("kraamzorg-laat-begin", erna=0)
    assert _gezien(_dossier()) == set()
    assert _gezien(_dossier(), meteen) == {INDICATIE_TREK}
    (laat,) = (
        geval["document"]
        for code, geval in ALLE
        if (code, geval["naam"]) == ("GZ-KRAAMZORG-009", "onbeoordeeld-laat-begonnen")
    )
    assert "opname_onbekend" in [b.reden for b in validate(laat).van("GZ-KRAAMZORG-009")]
    assert not validate(laat, context=_met("kraamzorg-laat-begin", erna=99)).van("GZ-KRAAMZORG-009")


def test_norm_die_er_niet_is() -> None:
    """Where the tables leave a norm out, nothing is plain: the rule that needs it says so."""
    alle = shipped()
    namen = [tabel.naam for tabel in alle.tabellen]
    for norm in ("norm-geboorte", "norm-kraamzorg-lip-3"):
        context = Context(tabellen=alle.select(*namen, norm))
        assert _gezien(_dossier(), context) == set(ALLES)
        assert _gezien(_bericht(), context) == set(ALLES)


def test_eigen_norm_zonder_voeding() -> None:
    """One can leave a feeding out: an indication that names a ground is plain all the same."""
    alle, norm = shipped(), normen().norm("kraamzorg-lip").norm
    namen = [tabel.naam for tabel in (*alle.tabellen, *alle.normen.tabellen)]
    waarden = tuple(w for w in norm.waarden if not w.sleutel.startswith("voeding."))
    tabel = Normtabel(
        naam="verzonnen", titel="Verzonnen", normen=(attrs.evolve(norm, waarden=waarden),)
    )
    zonder = alle.select(*(naam for naam in namen if "kraamzorg-lip" not in naam))
    document = _dossier()
    document["kraamzorgindicaties"][0]["indicatiegrond"] = "medisch"
    assert _gezien(document, Context(tabellen=zonder.add(tabel))) == set()
