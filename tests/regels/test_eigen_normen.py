"""Own norms with values that nobody wrote down: they are refused, or the rules can count with them."""

from typing import Any

import attrs
import pytest
from tests.regels.test_gevallen import ALLE

from geboortezorg import Context, validate
from geboortezorg.convert import structureer_document
from geboortezorg.model.norm import Norm, Normtabel, Normwaarde
from geboortezorg.regels.kraamzorg.zorg import laatste_aanspraak
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import TabelFout, Tabellen, Tabelreden, proeftabellen
from geboortezorg.tabellen.normen import normen
from geboortezorg.tijd import EERSTE_DATUM, LAATSTE_DATUM

MEEST = (LAATSTE_DATUM - EERSTE_DATUM).days
_DELEN_ERDOOR = {"GZ-KRAAMZORG-009", "GZ-WACHT-007", "GZ-WACHT-008"}
"""Rules that divide by a value of a norm."""
GEVALLEN = [g for plaats, (code, g) in enumerate(ALLE) if plaats % 8 == 0 or code in _DELEN_ERDOOR]


def _context(geval: dict[str, Any], tabellen: Tabellen) -> Context:
    """Return the context of a case, on other tables. Raises ValueError where these do not go with it."""
    if "context" not in geval:
        return Context(tabellen=tabellen)
    return Context.uit_document(structureer_document(geval["context"]), basis=tabellen)


def _anders(waarde: int, noemer: int = 1) -> Tabellen:
    """Return the tables with an own norm for each that ships, of which every value is this one."""

    def norm(rij: Norm) -> Norm:
        waarden = tuple(attrs.evolve(w, waarde=waarde, noemer=noemer) for w in rij.waarden)
        return attrs.evolve(rij, waarden=waarden)

    rijen = tuple(norm(rij) for tabel in normen().tabellen for rij in tabel.normen)
    return proeftabellen().add(Normtabel(naam="eigen", titel="Eigen", normen=rijen))


@pytest.mark.parametrize("waarde", [0, 1, 100])
def test_met_elke_waarde_is_te_rekenen(waarde: int) -> None:
    """No value that an own norm can have ends in an exception; every eighth case is judged."""
    tabellen = _anders(waarde)
    for geval in GEVALLEN:
        try:
            context = _context(geval, tabellen)
        except ValueError:
            continue
        validate(geval["document"], context=context)


@pytest.mark.parametrize(
    ("waarde", "noemer", "reden"),
    [
        (-1, 1, Tabelreden.BUITEN_SCHAAL),
        (10**12, 1, Tabelreden.BUITEN_SCHAAL),
        (1, 2, Tabelreden.BREUK),
    ],
)
def test_wat_niet_kan_wordt_geweigerd(waarde: int, noemer: int, reden: Tabelreden) -> None:
    """A negative bound, one longer than all days and a part of a whole number: each with its place."""
    with pytest.raises(TabelFout) as fout:
        _anders(waarde, noemer)
    assert reden in {melding.reden for melding in fout.value.meldingen}


REDEN = "voor_toestand"
VOOR_TOESTAND = [
    pytest.param(code, geval, id=f"{code}-{geval['naam']}")
    for code, geval in ALLE
    if REDEN in {bevinding["reden"] for bevinding in geval["verwacht"].get("bevindingen", ())}
]


@pytest.mark.parametrize(("code", "geval"), VOOR_TOESTAND)
def test_de_genoemde_normen_zijn_genoeg(code: str, geval: dict[str, Any]) -> None:
    """Who supplies the norms that a finding names, on all days, ends the doubt that it is about."""
    rapport = validate(geval["document"], context=_context(geval, proeftabellen()))
    (namen,) = {b.parameters[0].waarde for b in rapport.van(code) if b.reden == REDEN}
    rijen = tuple(
        attrs.evolve(normen().norm(naam).norm, van=None, tot_en_met=LAATSTE_DATUM)
        for naam in namen.split(", ")
    )
    tabellen = proeftabellen().add(Normtabel(naam="eigen", titel="Eigen", normen=rijen))
    rapport = validate(geval["document"], context=Context(tabellen=tabellen))
    assert REDEN not in {b.reden for b in rapport.van(code)}


def test_zo_lang_als_er_dagen_zijn() -> None:
    """The longest bound that there can be is no error, nor is a birth in the last days of all."""
    rijen = normen().rijen("kraamzorg-aanspraak")
    langst = [
        attrs.evolve(rij.norm, waarden=tuple(_langst(w) for w in rij.norm.waarden)) for rij in rijen
    ]
    tabellen = proeftabellen().add(Normtabel(naam="eigen", titel="Eigen", normen=tuple(langst)))
    for alle in (tabellen, proeftabellen()):
        blad = Werkblad(None, "dossier", Context(tabellen=alle))
        assert laatste_aanspraak(blad, LAATSTE_DATUM) > LAATSTE_DATUM


def _langst(waarde: Normwaarde) -> Normwaarde:
    return attrs.evolve(waarde, waarde=MEEST)
