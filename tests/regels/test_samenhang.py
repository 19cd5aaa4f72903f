"""What fields mean is judged wherever they stand: each declaration is broken at every place."""

from datetime import date
from types import SimpleNamespace

import attrs
import pytest

from geboortezorg import Context, Oordeel, Uitkomst, validate, veld
from geboortezorg.betekenis import Betekenis, GeenOverlap, Hooguit, NietVoor, Past, Strookt, Uniek
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels.eigenaren import EIGENAREN
from geboortezorg.regels.register import PER_CODE
from geboortezorg.regels.veldlezer import Plek, plekken
from geboortezorg.regels.veldpad import OnbekendVeldpad, inhoud
from geboortezorg.regels.veldtoets import maak
from geboortezorg.regels.veldvondst import Lezing
from geboortezorg.testing.basis import BEOORDELINGSDATUM
from geboortezorg.testing.samenhang import breuk_op, gevuld
from geboortezorg.tijd import Looptijd
from geboortezorg.vorm import Soort, Vorm

CONTEXT = Context(beoordelingsdatum=BEOORDELINGSDATUM)


def _naam(plek: Plek) -> str:
    betekenis = type(plek.toets.betekenis).__name__
    return f"{plek.soort}:{plek.patronen[0]}-{betekenis}"


@pytest.mark.parametrize("plek", plekken(), ids=_naam)
def test_breuk(plek: Plek) -> None:
    """The rule of the place says so there, and only once it is broken."""
    breuk = breuk_op(plek)
    goed, fout = (
        set(validate(document, context=CONTEXT).plaatsen(breuk.code))
        for document in (breuk.goed, breuk.fout)
    )
    nieuw = [pad for pad in fout if pad not in goed and breuk.pad.startswith(pad)]
    assert nieuw, (breuk.code, breuk.pad, sorted(goed), sorted(fout))
    assert validate(breuk.fout, context=CONTEXT).oordeel is not Oordeel.AKKOORD
    assert plek.soort in PER_CODE[breuk.code].soorten


@attrs.frozen(kw_only=True)
class _Deel:
    """A part with a key that may be left out, and a period."""

    sleutel: str | None = attrs.field(default=None, metadata=veld.sleutel("Key.", "Sleutel."))
    looptijd: Looptijd | None = attrs.field(
        default=None, metadata=veld.gegeven("Period.", "Tijdvak.")
    )
    aantal: int = attrs.field(default=0, metadata=veld.getal("Number.", "Aantal.", 0))


@attrs.frozen(kw_only=True)
class _Geheel:
    """A whole with parts."""

    delen: tuple[_Deel, ...] = attrs.field(default=(), metadata=veld.lijst("Parts.", "Delen."))
    dag: date | None = attrs.field(default=None, metadata=veld.gegeven("Day.", "Dag."))
    dagen: tuple[Looptijd, ...] = attrs.field(default=(), metadata=veld.lijst("Days.", "Dagen."))


def _gevonden(declaratie: Betekenis, geheel: _Geheel) -> list[tuple[str, str]]:
    toets = maak(_Geheel, "delen", declaratie)
    return [(vondst.pad, vondst.reden) for vondst in toets.lees(geheel, Lezing(None))]


def test_wat_is_weggelaten_is_geen_sleutel() -> None:
    """Two parts without a key do not have the same key."""
    geheel = _Geheel(delen=(_Deel(), _Deel(), _Deel(sleutel="a"), _Deel(sleutel="a")))
    assert _gevonden(Uniek("sleutel"), geheel) == [("/delen/3/sleutel", "dubbel")]


def test_lijst_van_een_ander_object() -> None:
    """An object that has lists for tuples is read the same."""
    toets = maak(_Deel, "sleutel", Past({"": ("a", "b")}))
    for sleutels, fout in ((["a", "b"], []), (["a", "c"], ["/sleutel"])):
        deel = SimpleNamespace(sleutel=sleutels)
        assert [vondst.pad for vondst in toets.lees(deel, Lezing(None))] == fout


def test_overlap_van_wat_geen_einde_heeft() -> None:
    """What has no end overlaps all that comes later, and what lacks a period overlaps nothing."""
    januari = Looptijd(van=date(2023, 1, 1), tot_en_met=date(2023, 1, 31))
    open_einde = Looptijd(van=date(2023, 1, 31))
    mei = Looptijd(van=date(2023, 5, 1), tot_en_met=date(2023, 5, 1))
    delen = tuple(_Deel(sleutel="a", looptijd=dagen) for dagen in (mei, None, open_einde, januari))
    geheel = _Geheel(delen=(*delen, _Deel(looptijd=mei), _Deel(sleutel="b", looptijd=mei)))
    assert _gevonden(GeenOverlap(per=("sleutel",)), geheel) == [
        ("/delen/0/looptijd", "overlapt"),
        ("/delen/2/looptijd", "overlapt"),
    ]


def test_overlap_van_de_delen_zelf() -> None:
    """A list of periods needs no path within its parts."""
    toets = maak(_Geheel, "dagen", GeenOverlap(""))
    dag = Looptijd(van=date(2023, 1, 1), tot_en_met=date(2023, 1, 1))
    gevonden = toets.lees(_Geheel(dagen=(dag, dag)), Lezing(None))
    assert [vondst.pad for vondst in gevonden] == ["/dagen/1"]


@pytest.mark.parametrize(
    "declaratie",
    [
        Uniek("bestaat_niet"),
        Uniek("sleutel.dieper"),
        NietVoor("dag", "aantal"),
        NietVoor("dag", "sleutel"),
        NietVoor("delen.looptijd", "looptijd"),
        Hooguit("delen.aantal", "aantal"),
        Strookt("delen.sleutel", "sleutel", (("bestaat_niet", "sleutel"),)),
    ],
)
def test_een_verkeerde_declaratie_valt_op(declaratie: Betekenis) -> None:
    """A declaration that its class forbids is a mistake of the library, found when it is made."""
    with pytest.raises(OnbekendVeldpad):
        maak(_Geheel, "delen", declaratie)


def test_op_een_getal_of_tekst() -> None:
    """Only an object has parts, and only a list of objects has parts with fields."""
    with pytest.raises(OnbekendVeldpad):
        maak(_Geheel, "dag", GeenOverlap())
    with pytest.raises(OnbekendVeldpad):
        maak(_Deel, "aantal", NietVoor("looptijd"))
    with pytest.raises(OnbekendVeldpad):
        maak(_Geheel, "delen", NietVoor("dag"))


@attrs.frozen(kw_only=True)
class _Rij:
    """Parts of which the order counts."""

    delen: tuple[_Deel, ...] = attrs.field(
        metadata=veld.lijst("Parts.", "Delen.", geordend=True),
    )


@pytest.mark.parametrize(("klasse", "gelijk"), [(_Geheel, True), (_Rij, False)])
def test_inhoud(klasse: type[_Geheel] | type[_Rij], gelijk: bool) -> None:
    """Two lists say the same in any order, unless the order counts; and as often as it is said."""
    vorm, een, ander = Vorm(soort=Soort.OBJECT, klasse=klasse), _Deel(), _Deel(aantal=1)
    heen, terug = klasse(delen=(een, ander)), klasse(delen=(ander, een))
    assert (inhoud(vorm, heen) == inhoud(vorm, terug)) is gelijk
    assert inhoud(vorm, heen) != inhoud(vorm, klasse(delen=(een, ander, ander)))


def test_zonder_dag_van_beoordeling() -> None:
    """Without a day of judging nothing is held against it, and no document suffers."""
    rapport = validate(gevuld(DOCUMENTEN["bestuurlijke_afspraak"]))
    assert rapport.uitkomst("GZ-SAMENHANG-004") is Uitkomst.NIET_VAN_TOEPASSING


def test_eigenaren_bestaan() -> None:
    """A special rule that says it instead of the general one exists, for such documents."""
    bekend: dict[tuple[type[Betekenis], str], set[str]] = {}
    for plek in plekken():
        sleutel = (type(plek.toets.betekenis), plek.soort)
        bekend.setdefault(sleutel, set()).update(plek.patronen)
    for sleutel, paden in EIGENAREN.items():
        assert set(paden) <= bekend[sleutel]
        assert all(sleutel[1] in PER_CODE[code].soorten for code in paden.values())
