"""Plain kraamzorg by own norms, and by tables that leave a norm out."""

import attrs
from tests.regels.test_trek_kraamzorg import _bericht, _dossier, _gezien, _toetst

from geboortezorg import Context, Uitkomst, validate
from geboortezorg.model.norm import Normtabel
from geboortezorg.regels.kraamzorg.gewoon import ALLES
from geboortezorg.tabellen import shipped
from geboortezorg.tabellen.normen import normen


def test_eigen_norm_op_wisselen() -> None:
    """Where a norm lets no organisation take turns, one organisation is no plain thing."""
    norm = normen().norm("kraamzorg-wisseling").norm
    waarden = [attrs.evolve(w, waarde=0) for w in norm.waarden]
    tabel = Normtabel(
        naam="verzonnen", titel="Verzonnen", normen=(attrs.evolve(norm, waarden=tuple(waarden)),)
    )
    context = Context(tabellen=shipped().add(tabel))
    assert _gezien(_dossier(), context) == set(ALLES)
    assert "GZ-KRAAMZORG-025" in _toetst(_dossier(), context)


def test_eigen_norm_beeindigt_wisselen() -> None:
    """More organisations than usual are no doubt where a table of one's own says they can be."""
    document = _dossier()
    document["geleverde_kraamzorg"] = [
        {"datum": f"2023-05-{dag:02}", "duur_minuten": 240, "zorgaanbieder_agb": f"3300000{dag}"}
        for dag in (7, 8, 9)
    ]
    norm = normen().norm("kraamzorg-wisseling").norm
    ruimer = [attrs.evolve(w, waarde=w.waarde + 1) for w in norm.waarden]
    tabel = Normtabel(
        naam="verzonnen", titel="Verzonnen", normen=(attrs.evolve(norm, waarden=tuple(ruimer)),)
    )
    context = Context(tabellen=shipped().add(tabel))
    assert validate(document).uitkomst("GZ-KRAAMZORG-025") is Uitkomst.NIET_BEOORDEELD
    rapport = validate(document, context=context)
    assert rapport.uitkomst("GZ-KRAAMZORG-025") is Uitkomst.VOLDAAN


def test_eigen_norm_op_partusassistentie() -> None:
    """How long one assists a birth is a bound of its own, below that of a day."""
    norm = normen().norm("kraamzorg-partusdag").norm
    waarden = [
        attrs.evolve(w, waarde=299) if w.sleutel == "duur.hoogste" else w for w in norm.waarden
    ]
    tabel = Normtabel(
        naam="verzonnen", titel="Verzonnen", normen=(attrs.evolve(norm, waarden=tuple(waarden)),)
    )
    context = Context(tabellen=shipped().add(tabel))
    assert _gezien(_dossier(), context) == set(ALLES)
    assert "GZ-KRAAMZORG-016" in _toetst(_dossier(), context)


def test_norm_die_er_niet_is() -> None:
    """Where the tables leave a norm out, nothing is plain: the rule that needs it says so."""
    alle = shipped()
    namen = [tabel.naam for tabel in alle.tabellen]
    for norm in ("norm-geboorte", "norm-kraamzorg-lip-3"):
        context = Context(tabellen=alle.select(*namen, norm))
        assert _gezien(_dossier(), context) == set(ALLES)
        assert _gezien(_bericht(), context) == set(ALLES)
