"""Norms by date: what holds on a day, what does not, and which tables are refused."""

import pickle
from datetime import date
from fractions import Fraction

import attrs
import pytest

from geboortezorg.berekening.wachtdienst.normen import volledige_norm
from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.norm import Norm, Normeenheid, Normtabel, Normwaarde
from geboortezorg.tabellen import TabelFout, Tabelreden, as_documents, pakket
from geboortezorg.tabellen.antwoord import Antwoordstatus
from geboortezorg.tabellen.normen import GeenNorm, GevondenNorm, Normen, normen
from geboortezorg.tijd import EERSTE_DATUM, Looptijd

BRON = Bron(titel="proef", verificatie=Verificatie.OFFICIEEL)


def rij(
    waarde: int,
    van: date | None = None,
    tot_en_met: date | None = None,
    *,
    versie: str | None = None,
    norm_id: str = "proef",
) -> Norm:
    """Return a made-up norm with one value."""
    waarden = (Normwaarde(sleutel="maximum", eenheid=Normeenheid.MINUUT, waarde=waarde),)
    return Norm(
        norm_id=norm_id,
        omschrijving="proef",
        bron=BRON,
        van=van,
        tot_en_met=tot_en_met,
        versie=versie,
        waarden=waarden,
    )


def tabel(*rijen: Norm, naam: str = "proef") -> Normtabel:
    """Return a made-up table."""
    return Normtabel(naam=naam, titel="proef", normen=rijen)


def waarde(alle: Normen, op: date, versie: str | None = None) -> int | Antwoordstatus:
    """Return the value that holds on a day, or why there is none."""
    gevonden = alle.lookup("proef", op, versie=versie)
    return gevonden.waarde("maximum") if isinstance(gevonden, GevondenNorm) else gevonden.status


def test_een_later_bestand_beeindigt_het_vorige() -> None:
    """A norm without a last day holds until the same norm begins anew, in whatever file."""
    alle = Normen(tabel(rij(2, date(2024, 1, 1)), naam="nieuw"), tabel(rij(1), naam="oud"))
    assert waarde(alle, EERSTE_DATUM) == 1
    assert waarde(alle, date(2023, 12, 31)) == 1
    assert waarde(alle, date(2024, 1, 1)) == 2
    gevonden = alle.lookup("proef", date(2023, 1, 1))
    assert isinstance(gevonden, GevondenNorm)
    assert gevonden.looptijd == Looptijd(van=EERSTE_DATUM, tot_en_met=date(2023, 12, 31))
    assert (gevonden.tabel, gevonden.bron, gevonden.verificatie) == (
        "oud",
        BRON,
        Verificatie.OFFICIEEL,
    )
    assert alle.norm("proef").waarde("maximum") == 2


def test_nooit_een_norm_van_andere_dagen() -> None:
    """Before the first day, in a gap and after the last day there is no norm, and it says why."""
    alle = Normen(
        tabel(
            rij(1, date(2020, 1, 1), date(2020, 12, 31)),
            rij(2, date(2022, 1, 1), date(2022, 12, 31)),
        )
    )
    assert alle.lookup("proef", date(2019, 12, 31)) == GeenNorm(
        status=Antwoordstatus.NOG_NIET_VAN_KRACHT, datum=date(2020, 1, 1)
    )
    assert alle.lookup("proef", date(2021, 6, 1)) == GeenNorm(status=Antwoordstatus.ONBEKEND)
    assert alle.lookup("proef", date(2023, 1, 1)) == GeenNorm(
        status=Antwoordstatus.BEEINDIGD, datum=date(2022, 12, 31)
    )
    assert alle.lookup("anders", date(2022, 1, 1)) == GeenNorm(status=Antwoordstatus.ONBEKEND)


def test_versie() -> None:
    """A version that is asked for is given, also after a later one began; another is unknown."""
    alle = Normen(tabel(rij(1, versie="3"), rij(2, date(2024, 1, 1), versie="4")))
    assert waarde(alle, date(2024, 6, 1)) == 2
    assert waarde(alle, date(2024, 6, 1), "3") == 1
    assert waarde(alle, date(2023, 6, 1), "4") is Antwoordstatus.NOG_NIET_VAN_KRACHT
    assert waarde(alle, date(2023, 6, 1), "5") is Antwoordstatus.ONBEKEND


def test_eigen_gaat_voor() -> None:
    """An own norm replaces a shipped one on its days, and only there."""
    onder = Normen(tabel(rij(1), rij(7, norm_id="ander")))
    alle = onder.add(tabel(rij(5, date(2024, 1, 1), date(2024, 12, 31))))
    assert waarde(alle, date(2024, 6, 1)) == 5
    assert waarde(alle, date(2025, 1, 1)) == 1
    assert alle.norm("ander").waarde("maximum") == 7
    assert [alle.laagste("proef", "maximum") for _ in range(2)] == [1, 1]
    assert onder.add(tabel(rij(0, date(2024, 1, 1)))).laagste("proef", "maximum") == 0
    assert isinstance(alle.lookup("ander", date(2024, 6, 1)), GevondenNorm)
    assert onder.add() is onder
    assert alle.geldend("proef", date(2024, 6, 1)).waarde("maximum") == 5
    with pytest.raises(KeyError):
        alle.norm("niets")
    with pytest.raises(KeyError):
        alle.geldend("niets", date(2024, 6, 1))
    grens = Normen(onder=Normen()).add(tabel(rij(5, date(2024, 1, 1))))
    assert waarde(grens, date(2023, 1, 1)) is Antwoordstatus.NOG_NIET_VAN_KRACHT


def test_waarden() -> None:
    """A value is a whole number or a part; what is not there is no zero."""
    deel = Normwaarde(sleutel="deel.een", eenheid=Normeenheid.DEEL, waarde=1, noemer=8)
    norm = Norm(norm_id="proef", omschrijving="proef", bron=BRON, waarden=(deel,))
    gevonden = Normen(tabel(norm)).norm("proef")
    assert gevonden.deel("deel.een") == Fraction(1, 8)
    assert gevonden.sleutels() == gevonden.sleutels("deel.") == ("deel.een",)
    assert gevonden.sleutels("x") == ()
    for sleutel in ("deel.een", "niets"):
        with pytest.raises(KeyError):
            gevonden.waarde(sleutel)


@pytest.mark.parametrize(
    ("tabellen", "reden", "pointer"),
    [
        ((tabel(rij(1)), tabel(rij(2, norm_id="b"))), Tabelreden.DUBBELE_NAAM, "/naam"),
        (
            (tabel(rij(1, date(2024, 1, 2), date(2024, 1, 1))),),
            Tabelreden.PERIODE,
            "/normen/0/tot_en_met",
        ),
        ((tabel(rij(1), rij(2)),), Tabelreden.OVERLAP, "/normen/1"),
        (
            (tabel(rij(1, None, date(2024, 1, 1)), rij(2, date(2024, 1, 1))),),
            Tabelreden.OVERLAP,
            "/normen/1",
        ),
        (
            (
                tabel(
                    Norm(
                        norm_id="proef",
                        omschrijving="proef",
                        bron=BRON,
                        waarden=rij(1).waarden + rij(2).waarden,
                    )
                ),
            ),
            Tabelreden.DUBBELE_CODE,
            "/normen/0/waarden/1/sleutel",
        ),
        ((tabel(rij(-1)),), Tabelreden.BUITEN_SCHAAL, "/normen/0/waarden/0/waarde"),
        (
            (tabel(rij(73_048 * 24 * 60 + 1)),),
            Tabelreden.BUITEN_SCHAAL,
            "/normen/0/waarden/0/waarde",
        ),
    ],
)
def test_geweigerd(tabellen: tuple[Normtabel, ...], reden: Tabelreden, pointer: str) -> None:
    """A table that contradicts itself or another is refused, with the place."""
    with pytest.raises(TabelFout) as fout:
        Normen(*tabellen)
    (melding,) = fout.value.meldingen
    assert (melding.reden, melding.pointer, melding.bestand) == (reden, pointer, None)


def _met(eenheid: Normeenheid = Normeenheid.DAG, noemer: int = 1, sleutel: str = "dagen") -> Norm:
    """Return a norm that ships with other values."""
    waarden = (Normwaarde(sleutel=sleutel, eenheid=eenheid, waarde=29, noemer=noemer),)
    return Norm(norm_id="wmg-voorhang", omschrijving="proef", bron=BRON, waarden=waarden)


@pytest.mark.parametrize(
    ("norm", "reden", "pointer"),
    [
        (_met(sleutel="dag"), Tabelreden.WAARDE_ONTBREEKT, "/normen/0/waarden"),
        (_met(Normeenheid.WEEK), Tabelreden.EENHEID, "/normen/0/waarden/0/eenheid"),
        (_met(noemer=2), Tabelreden.BREUK, "/normen/0/waarden/0/noemer"),
    ],
)
def test_een_eigen_norm_heeft_wat_een_regel_nodig_heeft(
    norm: Norm, reden: Tabelreden, pointer: str
) -> None:
    """A row in place of a shipped one has its values, in its units, and whole where it is."""
    with pytest.raises(TabelFout) as fout:
        normen().add(tabel(norm))
    (melding,) = fout.value.meldingen
    assert (melding.reden, melding.pointer) == (reden, pointer)
    assert normen().add(tabel(_met())).norm("wmg-voorhang").waarde("dagen") == 29


def test_een_facultatieve_waarde_mag_ontbreken() -> None:
    """Another version of the LIP may be built up of other parts."""
    lip = normen().norm("kraamzorg-lip").norm
    delen = tuple(waarde for waarde in lip.waarden if not waarde.facultatief)
    assert len(delen) < len(lip.waarden)
    rij = attrs.evolve(lip, waarden=delen)
    assert normen().add(tabel(rij)).norm("kraamzorg-lip").sleutels("eerste.") == ()


def test_een_meegeleverde_tabel_wordt_genoemd() -> None:
    """Of a table that ships, the file is named."""
    eerste = normen().tabellen[0]
    with pytest.raises(TabelFout, match=rf"^{eerste.naam}\.toml"):
        Normen(eerste, eerste)


def test_bestanden_heten_naar_hun_tabel() -> None:
    """Every file that ships is called after its table, and becomes a document."""
    namen = [naam.removesuffix(".toml") for naam, _ in pakket.bestanden("normen")]
    assert namen == [tabel.naam for tabel in normen().tabellen]
    assert list(as_documents(normen())) == sorted(namen)


def test_een_norm_die_niet_meegeleverd_is() -> None:
    """A norm of one's own needs no values but those of the form that is asked."""
    eigen = Normen(tabel(rij(5)))
    gevonden = volledige_norm(eigen, "proef", date(2024, 6, 1))
    assert gevonden is not None
    assert gevonden.waarde("maximum") == 5


def test_wat_is_gevraagd_loopt_niet_vol(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remembered answers are those of the tables, and start anew at their bound."""
    monkeypatch.setattr("geboortezorg.tabellen.normen._MEMO_GRENS", 1)
    alle = Normen(tabel(rij(1), rij(2, date(2024, 1, 1))))
    dagen = (date(2023, 5, 1), date(2024, 5, 1), date(2023, 5, 1), date(2023, 5, 1))
    assert [waarde(alle, dag) for dag in dagen] == [1, 2, 1, 1]


def test_meegeleverde_rijen_zijn_die_van_de_bestanden(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row that is made when it is asked for is the one of its table, in the same order."""
    lui = normen.__wrapped__()
    alle = Normen(*lui.tabellen)
    monkeypatch.setattr(pakket, "gelezen", lambda *_: None)
    uit_bestanden = normen.__wrapped__()
    assert alle.tabellen == lui.tabellen == uit_bestanden.tabellen
    namen = {norm.norm_id for tabel in alle.tabellen for norm in tabel.normen}
    assert len(namen) > 40
    for naam in namen:
        assert lui.rijen(naam) == alle.rijen(naam) == uit_bestanden.rijen(naam)
        assert lui.norm(naam) is lui.norm(naam)
    with pytest.raises(KeyError):
        lui.norm("onbekend")


def test_bewaard_en_teruggehaald() -> None:
    """Norms come back from a pickle: those that ship are the same object, own ones lie over them."""
    assert pickle.loads(pickle.dumps(normen())) is normen()  # noqa: S301
    eigen = normen().add(tabel(rij(7, date(2023, 1, 1)), naam="eigen"))
    terug = pickle.loads(pickle.dumps(eigen))  # noqa: S301
    assert terug.onder is normen()
    assert terug.tabellen == eigen.tabellen
    assert terug.lookup("proef", date(2023, 1, 1)) == eigen.lookup("proef", date(2023, 1, 1))


def test_wissels() -> None:
    """The days on which something changes: after the first one asked for, up to the last."""
    norm = Norm(
        norm_id="atw-begrippen",
        omschrijving="Proef",
        van=date(2026, 4, 7),
        tot_en_met=date(2026, 4, 8),
        bron=normen().norm("atw-begrippen").bron,
        waarden=normen().norm("atw-begrippen").norm.waarden,
    )
    eigen = normen().add(Normtabel(naam="eigen", titel="Eigen", normen=(norm,)))
    begin, einde = date(2026, 4, 7), date(2026, 4, 9)
    assert eigen.wissels("atw-begrippen", date(2026, 4, 6), einde) == {begin, einde}
    assert eigen.wissels("atw-begrippen", begin, einde) == {einde}
    assert eigen.wissels("atw-begrippen", begin, date(2026, 4, 8)) == set()
    assert eigen.wissels("atw-oproep", date(2000, 1, 1), einde) == {date(2008, 10, 1)}
    assert normen().wissels("atw-begrippen", date(2000, 1, 1), einde) == set()
