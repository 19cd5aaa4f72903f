"""Own tables of figures: they come in like other tables, and go before those that ship."""

import pickle
from pathlib import Path

import attrs
import pytest
from tests.tabellen.meegeleverd import enig_cijfer
from tests.tabellen.test_cijfers import CIJFER, TABEL

from geboortezorg.convert import destructureer, dump, structureer_document
from geboortezorg.model.cijfers import Cijferstatus
from geboortezorg.regels.context import Context
from geboortezorg.tabellen import TabelFout, shipped, with_files
from geboortezorg.tabellen.cijfers import Voorbehoud, cijfers, vergelijk


def test_eigen_tabel_met_landelijke_definitie() -> None:
    """A region that counts by the same definition can be compared with the country."""
    landelijk = enig_cijfer("geboorten", definitie_id="geboorten-28w", jaar=2022)
    eigen = attrs.evolve(
        TABEL,
        definities=(landelijk.definitie,),
        cijfers=(attrs.evolve(landelijk.cijfer, gebied="Regio", waarde=4000),),
    )
    samen = cijfers().add(eigen)
    (regio,) = samen.lookup("geboorten", gebied="Regio")
    assert vergelijk(regio, landelijk).verschil == 165365 - 4000
    assert vergelijk(regio, landelijk).voorbehouden == (Voorbehoud.BRON,)


def test_eigen_cijfer_gaat_voor_het_meegeleverde() -> None:
    """An own figure takes the place of the shipped one of the same, and says so; no other does."""
    landelijk = enig_cijfer("geboorten", definitie_id="geboorten-28w", jaar=2022)
    ander = attrs.evolve(landelijk.cijfer, status=Cijferstatus.RAMING, waarde=2)
    eigen = attrs.evolve(
        TABEL,
        definities=(landelijk.definitie,),
        cijfers=(attrs.evolve(landelijk.cijfer, waarde=1), ander),
    )
    samen = shipped().add(eigen).cijfers
    voor, naast = samen.lookup("geboorten", definitie_id="geboorten-28w", jaar=2022)
    assert (voor.cijfer.waarde, voor.eigen, voor.vervangt) == (1, True, landelijk)
    assert (naast.cijfer.waarde, naast.eigen, naast.vervangt) == (2, True, None)
    assert len(list(samen)) == len(list(cijfers())) + 1


def test_eigen_tabellen_naast_elkaar(tmp_path: Path) -> None:
    """Two own tables with the same figure are an error that names both, by file and by place."""
    namen = []
    for naam in ("een", "twee"):
        pad = tmp_path / f"{naam}.json"
        pad.write_bytes(dump(attrs.evolve(TABEL, naam=naam)))
        namen.append(pad)
    assert list(with_files(shipped(), namen[0]).cijfers)[-1].cijfer == CIJFER
    with pytest.raises(TabelFout) as fout:
        with_files(shipped(), *namen)
    assert str(fout.value).startswith("twee.json, /cijfers/0: een andere eigen tabel")
    assert str(fout.value).endswith("(zie een.json, /cijfers/0)")


def test_cijfers_in_een_context() -> None:
    """A context holds own figures, and chooses the shipped ones by the names of their tables."""
    document = {
        "soort": "context",
        "schema_versie": "0.1",
        "cijfertabellen": [destructureer(TABEL)],
        "basistabellen": ["cijfers-ova", "norm-vsv"],
    }
    context = Context.uit_document(structureer_document(document))
    assert context.tabellen.cijfers.onderwerpen == ("ova", "proef")
    assert [tabel.naam for tabel in context.normen.tabellen] == ["norm-vsv"]
    assert context.tabellen.tabellen == ()
    ongemoeid = Context.uit_document(structureer_document(document | {"basistabellen": []}))
    assert set(ongemoeid.tabellen.cijfers.onderwerpen) == {*cijfers().onderwerpen, "proef"}
    kopie = pickle.loads(pickle.dumps(context.tabellen))  # noqa: S301
    assert kopie.cijfers.onderwerpen == ("ova", "proef")
