"""Layouts: those that ship, and those of a user, with the same checks."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import dump
from geboortezorg.ei import EIReden, Indeling, indelingen, lees_indeling
from geboortezorg.ei.indeling import veldfout
from geboortezorg.model.ei import EICode, EIIndeling, EIInhoud, EIRecordrol, EIVeldtype
from geboortezorg.tabellen import TabelFout

from .berichten import VK301, VK302, bericht, met

DOEL = VK301.model


def met_veld(i: int, j: int, **anders: Any) -> EIIndeling:
    """Return the layout with one field changed."""
    records = list(DOEL.records)
    velden = list(records[i].velden)
    velden[j] = attrs.evolve(velden[j], **anders)
    records[i] = attrs.evolve(records[i], velden=tuple(velden))
    return attrs.evolve(DOEL, records=tuple(records))


def zonder(i: int, *j: int) -> EIIndeling:
    """Return the layout without some fields of a record; what is left closes up."""
    records = list(DOEL.records)
    over = [veld for k, veld in enumerate(records[i].velden) if k not in j]
    plaats, velden = 0, []
    for veld in over:
        lengte = veld.einde - veld.begin + 1
        velden.append(attrs.evolve(veld, begin=plaats + 1, einde=plaats + lengte))
        plaats += lengte
    velden[-1] = attrs.evolve(velden[-1], einde=DOEL.recordlengte)
    records[i] = attrs.evolve(records[i], velden=tuple(velden))
    return attrs.evolve(DOEL, records=tuple(records))


@pytest.mark.parametrize(
    ("model", "plaats"),
    [
        (met_veld(0, 3, begin=9), "/records/0/velden/3/begin"),
        (met_veld(0, 3, einde=7), "/records/0/velden/3/begin"),
        (met_veld(0, 1, inhoud=EIInhoud.DATUM), "/records/0/velden/1/inhoud"),
        (met_veld(1, 2, veldtype=EIVeldtype.ALFANUMERIEK), "/records/1/velden/2/veldtype"),
        (met_veld(0, 4, codes=(EICode(code="PP"),)), "/records/0/velden/4/codes"),
        (met_veld(0, 5, naam="reserve"), "/records/0/velden"),
        (attrs.evolve(DOEL, recordlengte=311), "/records/0/velden"),
        (attrs.evolve(DOEL, records=DOEL.records[:-1]), "/records"),
        (attrs.evolve(DOEL, records=(*DOEL.records, DOEL.records[-1])), "/records"),
        (met_veld(0, 16, inhoud=None), "/records/0/velden/16/inhoud"),
        (met_veld(3, 13, inhoud=None), "/records/3/velden/13/inhoud"),
        (met_veld(3, 26, veldtype=EIVeldtype.ALFANUMERIEK), "/records/3/velden/26/veldtype"),
        (zonder(0, 1), "/records/0/velden"),
        (zonder(3, 1), "/records/3/velden"),
        (zonder(5, 0), "/records/5/velden"),
        (met_veld(5, 1, naam="recordkenmerk"), "/records/5/velden"),
    ],
)
def test_een_indeling_die_niet_klopt(model: EIIndeling, plaats: str) -> None:
    """A gap, an overlap, a missing field: each is refused with its place."""
    with pytest.raises(TabelFout) as fout:
        Indeling(model)
    assert plaats in [melding.pointer for melding in fout.value.meldingen]


def test_een_kenmerk_op_een_andere_plaats() -> None:
    """A record is known by its first two positions."""
    records = list(DOEL.records)
    een, twee, *rest = records[5].velden
    gewisseld = (
        attrs.evolve(twee, begin=1, einde=6),
        attrs.evolve(een, begin=7, einde=8),
        *rest,
    )
    records[5] = attrs.evolve(records[5], velden=gewisseld)
    with pytest.raises(TabelFout, match="positie 1 en 2"):
        Indeling(attrs.evolve(DOEL, records=tuple(records)))


def test_een_eigen_bestand(tmp_path: Path) -> None:
    """A user's file gets the same checks, and a fault in it names the file and the line."""
    (tmp_path / "goed.json").write_bytes(dump(VK302.model))
    assert lees_indeling(tmp_path / "goed.json").model == VK302.model
    (tmp_path / "fout.json").write_bytes(dump(met_veld(0, 3, begin=9)))
    with pytest.raises(TabelFout) as fout:
        lees_indeling(tmp_path / "fout.json")
    assert fout.value.meldingen[0].bestand == "fout.json"
    (tmp_path / "ander.toml").write_text('soort = "context"\nschema_versie = "0.1"\n')
    with pytest.raises(TabelFout, match="geen EI-indeling"):
        lees_indeling(tmp_path / "ander.toml")


def test_wat_meegeleverd_is() -> None:
    """Every layout that ships says how well it was verified, and a return knows its message."""
    assert [indeling.model.naam for indeling in indelingen()] == ["vk301-2.2", "vk302-2.2"]
    assert VK302.model.retour_op == VK301.model.naam
    for indeling in indelingen():
        assert set(indeling.per_rol) == set(EIRecordrol)


TEKENS: st.SearchStrategy[Callable[[int], str]] = st.sampled_from(
    (
        lambda n: " " * n,
        lambda n: "0" * n,
        lambda n: "9" * n,
        lambda n: "20130230"[:n].ljust(n),
        lambda n: "99999999"[:n].zfill(n),
        lambda n: "\x07" * n,
        lambda n: ("0" * n)[:-1] + " ",
        lambda n: "D" * n,
        lambda n: "\u00b2" * n,
    )
)


@given(st.sampled_from(range(4)), st.data())
def test_de_snelle_weg_zegt_hetzelfde(plaats: int, data: st.DataObject) -> None:
    """The one pattern of a record says just what the fields say one by one."""
    tekst = bericht()[plaats]
    vorm = VK301.vormen[tekst[:2]]
    naam = data.draw(st.sampled_from(sorted(set(vorm.velden) - {"recordkenmerk"})))
    veld = vorm.velden[naam]
    lengte = veld.einde - veld.begin + 1
    anders = met(tekst, naam, data.draw(TEKENS)(lengte))
    fouten = list(vorm.fouten(anders, 1))
    assert vorm.goed(anders) is (not fouten)
    assert {fout.veld for fout in fouten} <= {naam}


@pytest.mark.parametrize(
    ("kenmerk", "naam", "waarde", "reden"),
    [
        ("01", "betaling_aan", "05", EIReden.CODE),
        ("01", "valuta", "USD", EIReden.CODE),
        ("01", "valuta", "   ", EIReden.ONTBREEKT),
        ("02", "naamgebruik", "9", None),
        ("02", "bsn", "999999999", None),
        ("02", "bsn", "123456789", EIReden.BSN),
        ("04", "behandelaar", "08000000", EIReden.AGB),
        ("04", "datum_partus", "20130229", EIReden.DATUM),
        ("04", "datum_partus", "        ", None),
        ("04", "reserve", "x".ljust(107), EIReden.RESERVE),
        ("04", "referentienummer", "\t".ljust(20), EIReden.STUURTEKEN),
    ],
)
def test_een_veld(kenmerk: str, naam: str, waarde: str, reden: EIReden | None) -> None:
    """Each kind of content has its own fault; a code list that is not whole refuses nothing."""
    assert veldfout(waarde, VK301.vormen[kenmerk].velden[naam]) is reden


def test_een_fout_in_een_veld_dat_er_niet_is() -> None:
    """What a layout lacks is named all the same."""
    fout = VK301.vormen["99"].fout(3, EIReden.NODIG, "toegekend_bedrag")
    assert (fout.veld, fout.rubriek, fout.retourcode) == ("toegekend_bedrag", None, None)
