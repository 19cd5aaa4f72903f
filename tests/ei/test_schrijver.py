"""Writing a message: the same message again, byte for byte, and nothing that says something else."""

from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg.convert import Invoerfout
from geboortezorg.ei import (
    Aanvulling,
    Geschreven,
    Indeling,
    Recordaanvulling,
    Veldwaarde,
    aanvulling_van,
    lees,
    lees_aanvulling,
    schrijf,
    vertaal,
)
from geboortezorg.ei.aanvulling import als_json
from geboortezorg.model.declaratie import DebetCredit, Declaratie
from geboortezorg.model.prestatie import Eenheid
from geboortezorg.tijd import Periode

from .berichten import BSN, VK301, als_bytes, met, record
from .wereld import TABELLEN, declaratieregel, goed


def gelezen(records: list[str], codering: str | None = None) -> tuple[Declaratie, Aanvulling]:
    """Return the declaratie in a message, and what is beside it."""
    data = als_bytes(records, codering=codering or "latin-1")
    uit = vertaal(lees(data, codering=codering), TABELLEN)
    rest = aanvulling_van(uit, TABELLEN)
    assert uit.declaratie is not None
    assert rest is not None
    return uit.declaratie, rest


def geschreven(declaratie: Declaratie, rest: Aanvulling | None, **opties: Any) -> Geschreven:
    """Return what is written of it."""
    return schrijf(declaratie, VK301, TABELLEN, aanvulling=rest, **opties)


CIJFERS = st.text("0123456789", min_size=1)
TEKST = st.text("ABCxyz -.,'", max_size=10)


@st.composite
def berichten(draw: st.DrawFn) -> list[str]:
    """Return messages of some persons and lines, with and without what may be left out."""
    records = [goed()[0]]
    volgnummer = aantal = commentaren = totaal = 0
    for nummer in range(personen := draw(st.integers(1, 3))):
        wie: dict[str, Any] = {
            "bsn": draw(st.sampled_from((BSN, "999999291", "999999999"))),
            "uzovi": "0001",
            "verzekerdennummer": draw(TEKST),
        }
        volgnummer += 1
        records.append(
            record(
                "02", volgnummer=volgnummer, geboortedatum="19900101", geslacht=2,
                naamcode_1=1, naam_1="A" + draw(TEKST), voorletters="A", overleden=2,
                postcode=draw(st.sampled_from(("", "1234AB"))),
                huisnummer=draw(st.sampled_from(("", "12"))), **wie,
            )
        )  # fmt: skip
        for _ in range(draw(st.integers(1, 3))):
            volgnummer += 1
            aantal += 1
            bedrag, teken = draw(st.integers(0, 9999)), draw(st.sampled_from("DC"))
            totaal += -bedrag if teken == "C" else bedrag
            lijn = declaratieregel(
                1 + aantal,
                tarief=bedrag,
                berekend_bedrag=bedrag,
                declaratiebedrag=bedrag,
                berekend_bedrag_dc=teken,
                declaratiebedrag_dc=teken,
                aantal=draw(st.integers(1, 9999)),
                tijdseenheid=draw(st.sampled_from(("", "04", "81", "82"))),
                datum_partus=draw(st.sampled_from(("", "20300105", " " * 8))),
                prestatiecode=draw(st.sampled_from(("9901", "9902"))),
                prestatiecodelijst="032",
                machtigingsnummer=draw(TEKST),
                btw_percentage=draw(st.sampled_from(("", "2100"))),
                indicatie_overname=draw(st.sampled_from(("", "1"))),
                gerelateerd_referentienummer=f"X{nummer}" if teken == "C" else "",
                behandelaar="08123456",
                specialisme_behandelaar=draw(st.sampled_from(("", "0800"))),
            )
            records.append(record("04", volgnummer=volgnummer, **{**lijn, **wie}))
            if draw(st.booleans()):
                commentaren += 1
                records.append(
                    record("98", volgnummer=volgnummer, regelnummer=1, tekst=draw(TEKST))
                )
    records.append(
        record(
            "99", aantal_verzekerden=personen, aantal_prestaties=aantal,
            aantal_commentaren=commentaren,
            aantal_details=personen + aantal + draw(st.sampled_from((0, commentaren))),
            totaalbedrag=abs(totaal), totaalbedrag_dc="C" if totaal < 0 else "D",
        )
    )  # fmt: skip
    return records


@given(berichten())
def test_heen_en_terug(records: list[str]) -> None:
    """A message that was read is written again byte for byte; and what is written reads the same."""
    declaratie, rest = gelezen(records)
    uit = geschreven(declaratie, rest)
    assert uit.data == als_bytes(records)
    assert (uit.fouten, uit.verschilt) == ((), False)


def test_de_aanvulling_als_json() -> None:
    """What is beside the declaratie goes to a file and back, and shows nothing by itself."""
    _, rest = gelezen(goed())
    import json

    assert lees_aanvulling(json.dumps(als_json(rest)).encode()) == rest
    assert "=" not in repr(rest)
    assert "=" not in repr(rest.records[0].velden[0])
    for tweemaal in (b'{"records": [], "records": []}', b"[" * 300 + b"]" * 300):
        with pytest.raises(Invoerfout):
            lees_aanvulling(tweemaal)


def test_een_andere_codering() -> None:
    """Names outside ASCII come back in the encoding that was named."""
    records = goed()
    records[1] = met(records[1], "naam_1", "Andr\u00e9".ljust(25))
    declaratie, rest = gelezen(records, "utf-8")
    uit = geschreven(declaratie, rest, codering="utf-8")
    assert uit.data == als_bytes(records, codering="utf-8")


def test_de_declaratie_gaat_voor() -> None:
    """Who changes the declaratie gets the change, whatever stood in the message."""
    declaratie, rest = gelezen(goed(declaratieregel(1, datum_partus="20300105", tijdseenheid="82")))
    (een,) = declaratie.declaratieregels
    ander = attrs.evolve(
        een, datum_partus=None, eenheid=Eenheid.UUR, debet_credit=DebetCredit.CREDIT
    )
    uit = geschreven(attrs.evolve(declaratie, declaratieregels=(ander,)), rest)
    assert uit.data is not None
    terug = vertaal(lees(uit.data), TABELLEN).declaratie
    assert terug is not None
    assert terug.declaratieregels == (ander,)


def test_zonder_aanvulling() -> None:
    """What a declaratie does not know is named, record and field, and nothing is written."""
    declaratie, _ = gelezen(goed())
    uit = geschreven(declaratie, None)
    assert uit.data is None
    plekken = {(fout.record, fout.rubriek) for fout in uit.fouten}
    assert {(1, "0113"), (2, "0207"), (2, "0210")} <= plekken


def test_alleen_de_personen() -> None:
    """Without records for the lines each line goes below the record of its person."""
    zonder = {"doorsturen_toegestaan": ""}
    records = goed(declaratieregel(1, **zonder), declaratieregel(2, **zonder))
    declaratie, rest = gelezen(records)
    kort = tuple(r for r in rest.records if r.kenmerk in {"01", "02"})
    assert geschreven(declaratie, Aanvulling(records=kort)).data == als_bytes(records)
    # The one who is paid is the declarant, when the aanvulling does not say who that is.
    kop = Recordaanvulling(
        kenmerk="01",
        velden=(
            Veldwaarde(naam="betaling_aan", waarde="03"),
            Veldwaarde(naam="soort_bericht", waarde="P"),
            Veldwaarde(naam="bestaat_niet", waarde="x"),
            Veldwaarde(naam="volgnummer", waarde="7"),
        ),
    )
    vreemd = Recordaanvulling(kenmerk="77")
    uit = geschreven(declaratie, Aanvulling(records=(kop, vreemd, *kort[1:])))
    assert uit.data is not None


def test_een_declaratieregel_meer_of_minder() -> None:
    """An aanvulling of another message does not make a message that says something else."""
    declaratie, rest = gelezen(goed(declaratieregel(1), declaratieregel(2)))
    meer = attrs.evolve(declaratie, declaratieregels=declaratie.declaratieregels * 2)
    minder = attrs.evolve(declaratie, declaratieregels=declaratie.declaratieregels[:1])
    assert geschreven(meer, rest).data is None
    assert geschreven(minder, rest).data is not None  # the record without a line is left out


def test_meer_aanbieders() -> None:
    """A message is of one provider."""
    declaratie, rest = gelezen(goed())
    (een,) = declaratie.declaratieregels
    ander = attrs.evolve(een, zorgaanbieder_agb="08009999")
    uit = geschreven(attrs.evolve(declaratie, declaratieregels=(ander,)), rest)
    assert (uit.data, uit.fouten, uit.verschilt) == (None, (), True)


def test_wat_geen_plaats_heeft() -> None:
    """Members without a field are named; a prestatie goes by its code."""
    declaratie, rest = gelezen(goed())
    (een,) = declaratie.declaratieregels
    ander = attrs.evolve(
        een,
        prestatie="zorg",
        eenheid=Eenheid.CONSULT,
        zorgepisode_id="e",
        startdatum_zorg=date(2030, 1, 1),
    )
    uit = geschreven(
        attrs.evolve(declaratie, iban="NL92ABNA0417164300", declaratieregels=(ander,)), rest
    )
    assert uit.data == als_bytes(goed())
    assert uit.weggelaten == (
        "iban",
        "declaratieregels.zorgepisode_id",
        "declaratieregels.startdatum_zorg",
    )


def test_wat_niet_past() -> None:
    """A unit without a code, or an amount too long for its field, is refused."""
    declaratie, rest = gelezen(goed())
    (een,) = declaratie.declaratieregels
    ander = attrs.evolve(een, eenheid=Eenheid.ZWANGERSCHAP)
    uit = geschreven(attrs.evolve(declaratie, declaratieregels=(ander,)), rest)
    assert uit.data is None
    assert 3 in {fout.record for fout in uit.fouten}
    vreemd = attrs.evolve(een, prestatie="9999")
    assert geschreven(attrs.evolve(declaratie, declaratieregels=(vreemd,)), rest).data is None


def test_een_prestatie_zonder_code() -> None:
    """A prestatie without a public code is told at its own fields, and at no other."""
    declaratie, rest = gelezen(goed())
    (een,) = declaratie.declaratieregels
    kraamzorg = attrs.evolve(een, prestatie="kraamzorg-uur")
    uit = geschreven(attrs.evolve(declaratie, declaratieregels=(kraamzorg,)), rest)
    assert uit.data is None
    assert [(fout.record, fout.veld, fout.reden.value) for fout in uit.fouten] == [
        (3, "prestatiecode", "nodig"),
        (3, "prestatiecodelijst", "nodig"),
    ]


def test_een_debiteur_zonder_declaratieregels() -> None:
    """A record of another kind stays where the aanvulling has it."""
    declaratie, rest = gelezen(goed())
    debiteur = Recordaanvulling(
        kenmerk="03", velden=(Veldwaarde(naam="debiteurnummer", waarde="D"),)
    )
    eerst = [r for r in rest.records if r.kenmerk in {"01", "02"}]
    uit = geschreven(declaratie, Aanvulling(records=(*eerst, debiteur)))
    assert uit.data is not None
    assert [een.rol for een in lees(uit.data)][2:4] == ["prestatie", "debiteur"]


@pytest.mark.parametrize(
    "vreemd",
    [
        Recordaanvulling(kenmerk="77"),
        Recordaanvulling(kenmerk="03", velden=(Veldwaarde(naam="debiteur", waarde="D"),)),
        Recordaanvulling(kenmerk="04"),
    ],
)
def test_een_aanvulling_met_wat_niet_past(vreemd: Recordaanvulling) -> None:
    """What the aanvulling says and the message has no place for is named, and not lost."""
    declaratie, rest = gelezen(goed())
    assert geschreven(declaratie, rest).weggelaten == ()
    uit = geschreven(declaratie, Aanvulling(records=(*rest.records, vreemd)))
    assert uit.weggelaten == ("aanvulling.records",)


def test_een_eigen_indeling_met_minder() -> None:
    """A layout may lack persons and fields; what it has is read and written."""
    records = tuple(r for r in VK301.model.records if r.recordrol != "verzekerde")
    prestatie = next(r for r in records if r.recordrol == "prestatie")
    anders = {"datum_partus": "vrij_1", "tijdseenheid": "vrij_2"}
    velden = tuple(attrs.evolve(v, naam=anders.get(v.naam, v.naam)) for v in prestatie.velden)
    records = tuple(
        attrs.evolve(r, velden=velden) if r.recordrol == "prestatie" else r for r in records
    )
    model = attrs.evolve(VK301.model, naam="eigen", berichtversie="09", records=records)
    eigen = Indeling(model)
    declaratie, rest = gelezen(goed())
    kop = tuple(r for r in rest.records if r.kenmerk == "01")
    uit = schrijf(declaratie, eigen, TABELLEN, aanvulling=Aanvulling(records=kop))
    assert uit.data is not None
    assert [een.rol for een in lees(uit.data, eigen=(eigen,))] == ["voorloop", "prestatie", "sluit"]


def test_een_bedrag_in_de_aanvulling() -> None:
    """An amount is that of the declaratie, whatever the aanvulling says of it."""
    declaratie, rest = gelezen(goed())
    tarief = Veldwaarde(naam="tarief", waarde="00000999")
    records = tuple(
        attrs.evolve(r, velden=(*r.velden, tarief)) if r.kenmerk == "04" else r
        for r in rest.records
    )
    assert geschreven(declaratie, Aanvulling(records=records)).data == als_bytes(goed())


def test_een_proefbericht() -> None:
    """A test message can be written; a period is that of the declaratie."""
    declaratie, rest = gelezen(goed(soort_bericht="T"))
    ander = attrs.evolve(
        declaratie, periode=Periode(van=date(2030, 1, 2), tot_en_met=date(2030, 1, 31))
    )
    uit = geschreven(ander, rest)
    assert uit.data is not None
    assert uit.data[64:72] == b"20300102"


@pytest.mark.parametrize(
    "records",
    [[], goed(declaratieregel(1), declaratieregel(2, aantal=0)), goed()[:-1], [*goed()[:3], "77"]],
)
def test_wat_niet_heel_is(records: list[str]) -> None:
    """Where not everything was translated there is nothing to write again."""
    assert aanvulling_van(vertaal(lees(als_bytes(records)), TABELLEN), TABELLEN) is None
