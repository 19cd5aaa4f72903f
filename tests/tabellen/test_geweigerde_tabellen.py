"""Which tables do not go together, and what the refusal says."""

import pickle
import re
from datetime import date

import pytest
from tests.tabellen.rijen import (
    ERNA,
    ERVOOR,
    JAAR,
    lijst,
    maak,
    maak_opslag,
    maak_prestatie,
    rij,
    tabel,
)

from geboortezorg.model.prestatie import Prestatielijst, Regime
from geboortezorg.model.tarief import (
    Besluitstatus,
    Tariefsoort,
    Tarieftabel,
)
from geboortezorg.tabellen import (
    TabelFout,
    Tabelreden,
)
from geboortezorg.tijd import Looptijd


def _geweigerd(*tabellen: Prestatielijst | Tarieftabel) -> list[tuple[Tabelreden, str]]:
    with pytest.raises(TabelFout) as fout:
        maak(*tabellen)
    plek = re.compile(r"^/(prestatielijsten|tarieftabellen)/[0-9]+")
    assert all(plek.match(melding.pointer) for melding in fout.value.meldingen)
    return [(melding.reden, plek.sub("", melding.pointer)) for melding in fout.value.meldingen]


VAN_NA_TOT = Looptijd(van=date(2030, 2, 1), tot_en_met=date(2030, 1, 31))


@pytest.mark.parametrize(
    ("tabellen", "meldingen"),
    [
        ([tabel("t", looptijd=VAN_NA_TOT)], [("periode_omgekeerd", "/tariefbeschikking/looptijd")]),
        ([tabel("t", rij(looptijd=VAN_NA_TOT))], [("periode_omgekeerd", "/tarieven/0/looptijd")]),
        (
            [tabel("t", opslagen=(maak_opslag(looptijd=VAN_NA_TOT),))],
            [("periode_omgekeerd", "/opslagen/0/looptijd")],
        ),
        ([tabel("t", rij(bedrag=None))], [("bedrag_ontbreekt", "/tarieven/0")]),
        (
            [tabel("t", rij(tariefsoort=Tariefsoort.VRIJ))],
            [("bedrag_bij_vrij", "/tarieven/0/bedrag_eurocent")],
        ),
        ([tabel("t", rij(), rij(bedrag=1))], [("overlap", "/tarieven/1")]),
        ([tabel("t", rij()), tabel("u", rij())], [("overlap", "/tarieven/0")]),
        ([tabel("t", opslagen=(maak_opslag(), maak_opslag()))], [("overlap", "/opslagen/1")]),
        (
            [tabel("t", opslagen=(maak_opslag(),)), tabel("u", opslagen=(maak_opslag(),))],
            [("overlap", "/opslagen/0")],
        ),
        ([tabel("t"), tabel("t")], [("dubbele_naam", "/naam")]),
        ([tabel("lijst")], [("dubbele_naam", "/naam")]),
        ([tabel("t", rij("x"))], [("onbekende_prestatie", "/tarieven/0/prestatie_id")]),
        (
            [tabel("t", rij(), regime=Regime.VERLOSKUNDE)],
            [("ander_regime", "/tarieven/0/prestatie_id")],
        ),
        ([tabel("t", vervangt="x")], [("vervangt", "/tariefbeschikking/vervangt")]),
        ([tabel("t", vervangt="t")], [("vervangt", "/tariefbeschikking/vervangt")]),
        (
            [tabel("a", vervangt="b"), tabel("b", vervangt="a"), tabel("c", vervangt="a")],
            [("vervangt", "/tariefbeschikking/vervangt")] * 2,
        ),
        (
            [tabel("a", regime=Regime.VSV), tabel("b", vervangt="a")],
            [("vervangt", "/tariefbeschikking/vervangt")],
        ),
        (
            [lijst(maak_prestatie(van=ERNA, tot_en_met=JAAR.van))],
            [("periode_omgekeerd", "/prestaties/0/tot_en_met")],
        ),
        (
            [
                lijst(
                    maak_prestatie(
                        zwangerschapsduur_van_dagen=2, zwangerschapsduur_tot_en_met_dagen=1
                    )
                )
            ],
            [("zwangerschapsduur", "/prestaties/0/zwangerschapsduur_tot_en_met_dagen")],
        ),
        (
            [lijst(maak_prestatie(bestanddelen=("uur",)))],
            [("verwijst_naar_zichzelf", "/prestaties/0/bestanddelen")],
        ),
        (
            [lijst(maak_prestatie(sluit_uit=("uur",)))],
            [("verwijst_naar_zichzelf", "/prestaties/0/sluit_uit")],
        ),
        (
            [lijst(maak_prestatie(bestanddelen=("x",), sluit_uit=("y",)))],
            [
                ("onbekende_prestatie", "/prestaties/0/bestanddelen/0"),
                ("onbekende_prestatie", "/prestaties/0/sluit_uit/0"),
            ],
        ),
        (
            [lijst(maak_prestatie(variant_van="x"))],
            [("onbekende_prestatie", "/prestaties/0/variant_van")],
        ),
        (
            [lijst(maak_prestatie()), lijst(maak_prestatie(), naam="b")],
            [("dubbele_prestatie", "/prestaties/0/prestatie_id")],
        ),
        (
            [lijst(maak_prestatie(code="1"), maak_prestatie("b", code="1"))],
            [("dubbele_code", "/prestaties/1/code")],
        ),
        (
            [lijst(maak_prestatie(code="b"), maak_prestatie("b"))],
            [("dubbele_prestatie", "/prestaties/1/prestatie_id")],
        ),
        (
            [lijst(maak_prestatie(van=ERNA)), tabel("t", rij(), opslagen=(maak_opslag(),))],
            [("buiten_prestatie", "/tarieven/0")],
        ),
        (
            [lijst(maak_prestatie(tot_en_met=ERVOOR)), tabel("t", rij())],
            [("buiten_prestatie", "/tarieven/0")],
        ),
    ],
)
def test_geweigerd(
    tabellen: list[Prestatielijst | Tarieftabel], meldingen: list[tuple[str, str]]
) -> None:
    """Each mistake is refused, with exactly its reason at its place."""
    assert _geweigerd(*tabellen) == meldingen


@pytest.mark.parametrize(
    "tabellen",
    [
        [tabel("t", rij(looptijd=Looptijd(van=JAAR.van, tot_en_met=JAAR.van)))],
        [tabel("t", rij(tariefsoort=Tariefsoort.VRIJ, bedrag=None))],
        [tabel("t", rij(bedrag=0))],
        [tabel("t", rij()), tabel("u", rij(), looptijd=Looptijd(van=ERNA))],
        [tabel("t", rij()), tabel("u", rij(), status=Besluitstatus.NOOIT_IN_WERKING)],
        [tabel("t", rij(), rij(), looptijd=None)],
        [tabel("t", status=Besluitstatus.INGETROKKEN, vervangt="x")],
        [lijst(maak_prestatie(van=JAAR.van, tot_en_met=JAAR.van)), tabel("t", rij())],
        [lijst(maak_prestatie(van=date(2030, 12, 31))), tabel("t", rij())],
        [
            lijst(
                maak_prestatie(zwangerschapsduur_van_dagen=1, zwangerschapsduur_tot_en_met_dagen=1)
            )
        ],
        [
            lijst(maak_prestatie(bestanddelen=("b",), sluit_uit=("b",))),
            lijst(maak_prestatie("b"), naam="b"),
        ],
    ],
)
def test_net_niet_geweigerd(tabellen: list[Prestatielijst | Tarieftabel]) -> None:
    """The other side of each bound is accepted."""
    assert maak(*tabellen).tabellen[-1] == tabellen[-1]


def test_alle_meldingen_samen_en_zonder_woorden_uit_de_tabellen() -> None:
    """Every reason comes at once; a name is shown only when it is one of our own."""
    fout_ = tabel("kanarie-naam", rij("kanarie-prestatie", bedrag=None, looptijd=VAN_NA_TOT))
    with pytest.raises(TabelFout) as fout:
        maak(fout_)
    assert {melding.reden for melding in fout.value.meldingen} == {
        Tabelreden.PERIODE,
        Tabelreden.BEDRAG_ONTBREEKT,
        Tabelreden.ONBEKENDE_PRESTATIE,
    }
    assert "kanarie" not in str(fout.value)
    assert "kanarie" not in repr(fout.value.meldingen)
    assert "/tarieftabellen/0/tarieven/0: " in str(fout.value)
    assert pickle.loads(pickle.dumps(fout.value)).meldingen == fout.value.meldingen  # noqa: S301


def test_een_lange_lijst_meldingen_wordt_afgekort() -> None:
    """The text names the first twenty and counts the rest; the object has them all."""
    with pytest.raises(TabelFout) as fout:
        maak(tabel("t", *(rij("x") for _ in range(25)), looptijd=None))
    assert len(fout.value.meldingen) == 25
    assert len(str(fout.value).splitlines()) == 21
    assert str(fout.value).endswith("en nog 5 meldingen")
