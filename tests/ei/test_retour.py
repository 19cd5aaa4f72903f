"""The return message: what is allowed, why the rest is not, and that our reader takes it back."""

from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg.ei import GeenRetour, Indeling, Record, Retour, beoordeel, lees, retour

from .berichten import VK301, als_bytes, met, record
from .wereld import CONTEXT, declaratieregel, duur, goed

DAG = date(2030, 3, 2)


def retour_op(records: list[str], **opties: Any) -> tuple[Retour, list[Record]]:
    """Return the return on a message, and its records as they are read."""
    oordeel = beoordeel(lees(als_bytes(records)), context=CONTEXT)
    gemaakt = retour(oordeel, datum=DAG, **opties)
    return gemaakt, list(lees(gemaakt.data))


def codes(een: Record) -> list[str]:
    """Return the return codes of a record."""
    drie = (een.waarde(f"retourcode_{nummer}") for nummer in (1, 2, 3))
    return [code for code in drie if code is not None]


def test_toegekend_en_afgewezen() -> None:
    """What was judged and is right is allowed as a whole; the rest is not, with its code."""
    gemaakt, terug = retour_op(
        goed(declaratieregel(1), duur(2)), referentie="REF", zonder_opmerking="0000"
    )
    assert not any(een.fouten for een in terug)
    assert (gemaakt.toegekend, gemaakt.afgewezen, gemaakt.niet_beoordeeld) == (1, 1, 0)
    assert (gemaakt.toegekend_eurocent, gemaakt.technisch) == (1000, False)
    assert terug[0].waarde("referentie_verzekeraar") == "REF"
    assert terug[0].dag("datum_retour") == DAG
    assert [codes(een) for een in terug] == [["0000"], ["0000"], ["0000"], ["0611"], []]
    assert [een.getal("toegekend_bedrag") for een in terug[2:4]] == [1000, 0]
    assert terug[4].getal("totaalbedrag") == 3000
    assert terug[4].getal("toegekend_totaalbedrag") == 1000
    assert terug[2].getal("berekend_bedrag_verzekeraar") == 1000
    assert b"1000" not in repr(gemaakt).encode() or "data" not in repr(gemaakt)


def test_een_credit_gaat_eraf() -> None:
    """A credit that is allowed is taken off; the total has its sign."""
    credit = declaratieregel(
        2,
        declaratiebedrag_dc="C",
        berekend_bedrag_dc="C",
        gerelateerd_referentienummer="R-9",
    )
    gemaakt, terug = retour_op(goed(credit))
    assert terug[-1].waarde("totaalbedrag_dc") == "C"
    assert gemaakt.niet_beoordeeld == 1  # whether the debit was declared is not known
    assert gemaakt.toegekend_eurocent == 0


def credit(nummer: int, bedrag: int, **anders: Any) -> dict[str, Any]:
    """Return a credit of so much on the first prestatie."""
    dag = dict.fromkeys(("begindatum_prestatie", "einddatum_prestatie"), "20300101")
    teken = dict.fromkeys(("berekend_bedrag_dc", "declaratiebedrag_dc"), "C")
    bedragen = dict.fromkeys(("berekend_bedrag", "declaratiebedrag"), bedrag)
    eigen = {**dag, **teken, **bedragen, "gerelateerd_referentienummer": "R-1"}
    return declaratieregel(nummer, **{**eigen, **anders})


@pytest.mark.parametrize(
    ("posten", "toe", "som"),
    [
        # The debit above its maximum was judged as taken back; its credit may not stand with it.
        ((duur(1), credit(2, 2000, tarief=2000)), set(), 0),
        # Declared, taken back, and declared again: paid once, not twice.
        ((declaratieregel(1), credit(2, 1000), declaratieregel(1, referentienummer="R-3")), {5}, 1000),
        # A part is taken back, of what is right, of what is too much, and of another thing.
        ((declaratieregel(1), credit(2, 400)), {3, 4}, 600),
        ((duur(1), credit(2, 400)), set(), 0),
        ((declaratieregel(1), credit(2, 400, prestatiecode="9902")), set(), 0),
        ((declaratieregel(1), credit(2, 400, prestatiecodelijst="033")), set(), 0),
        ((credit(2, 400, prestatiecodelijst="033"), declaratieregel(3)), {4}, 1000),
    ],
)  # fmt: skip
def test_een_debet_en_zijn_credit(
    posten: tuple[dict[str, Any], ...], toe: set[int], som: int
) -> None:
    """They are allowed together, or not: one alone pays too much, or takes back what was not paid."""
    oordeel = beoordeel(lees(als_bytes(goed(*posten))), context=CONTEXT)
    assert oordeel.toe_te_kennen() == toe
    assert retour(oordeel, datum=DAG).toegekend_eurocent == som


def test_technisch() -> None:
    """A fault in the frame refuses the message without details."""
    gemaakt, terug = retour_op(goed()[:-1])
    assert (gemaakt.technisch, len(terug), codes(terug[0])) == (True, 2, ["0001"])
    assert not any(een.fouten for een in terug)
    kort = [*goed()[:2], goed()[2][:-1], goed()[3]]
    gemaakt, terug = retour_op(kort)
    assert (gemaakt.technisch, codes(terug[0])) == (True, ["0001", "0804"])


def test_boven_afgekeurd() -> None:
    """What stands below a refused record was not judged, and says so."""
    records = goed(declaratieregel(1), declaratieregel(2))
    records[1] = met(records[1], "geslacht", "7")
    gemaakt, terug = retour_op(records)
    assert (gemaakt.toegekend, gemaakt.afgewezen) == (0, 2)
    assert [codes(een) for een in terug[2:4]] == [["8002"], ["8002"]]
    assert terug[1].fouten  # the fault is sent back as it came
    gemaakt, terug = retour_op(goed(factuurdatum="20300401"))
    assert codes(terug[0]) == ["9265"]
    assert (gemaakt.afgewezen, codes(terug[2])) == (1, ["8002"])


def test_niets_zonder_oordeel() -> None:
    """Of what was not judged nothing is allowed, and no code is made up."""
    gemaakt, terug = retour_op(goed(declaratieregel(1), declaratieregel(2, tijdseenheid="21")))
    assert (gemaakt.toegekend, gemaakt.niet_beoordeeld) == (1, 1)
    assert (codes(terug[3]), terug[3].getal("toegekend_bedrag")) == ([], 0)
    gemaakt, terug = retour_op(goed(soort_bericht="T"), zonder_opmerking="0000")
    assert (gemaakt.toegekend, gemaakt.niet_beoordeeld) == (0, 1)


def test_een_declaratieregel_twee_keer() -> None:
    """A finding about a whole line has the first code of its rule."""
    _, terug = retour_op(goed(declaratieregel(1), declaratieregel(1)))
    assert codes(terug[3]) == ["0587"]


def test_zonder_code() -> None:
    """A refusal of which no code is known is counted."""
    nul = declaratieregel(
        2, declaratiebedrag=1500
    )  # more than the computed amount: a rule without a code
    gemaakt, terug = retour_op(goed(declaratieregel(1), nul))
    assert (gemaakt.afgewezen, gemaakt.zonder_code, codes(terug[3])) == (1, 1, [])


def test_commentaar_en_debiteur() -> None:
    """Records beside the prestaties come back as they came."""
    records = goed()
    debiteur = record("03", volgnummer=2, debiteurnummer="D")
    commentaar = record("98", volgnummer=2, regelnummer=1, tekst="Andr\u00e9")
    declaratieregel = met(records[2], "volgnummer", "3".zfill(12))
    sluit = met(records[3], "aantal_debiteuren", "000001")
    sluit = met(sluit, "aantal_commentaren", "000001")
    sluit = met(sluit, "aantal_details", "0000004")
    alles = [*records[:2], debiteur, commentaar, declaratieregel, sluit]
    oordeel = beoordeel(lees(als_bytes(alles), codering="latin-1"), context=CONTEXT)
    gemaakt = retour(oordeel, datum=DAG, codering="latin-1")
    terug = list(lees(gemaakt.data, codering="latin-1"))
    assert not any(een.fouten for een in terug)
    assert terug[3].waarde("tekst") == "Andr\u00e9"
    # Who pays beside the insurer is not in a declaratie, so nothing is allowed.
    assert (gemaakt.toegekend, gemaakt.afgewezen, gemaakt.niet_beoordeeld) == (0, 0, 1)


def test_geen_retour() -> None:
    """Without a first record, or a layout for the return, there is none."""
    with pytest.raises(GeenRetour) as fout:
        retour(beoordeel(lees(b""), context=CONTEXT), datum=DAG)
    assert fout.value.tekst.en.startswith("no layout")
    eigen = Indeling(attrs.evolve(VK301.model, naam="eigen"))
    oordeel = beoordeel(lees(als_bytes(goed()), eigen=(eigen,)), context=CONTEXT)
    with pytest.raises(GeenRetour):
        retour(oordeel, datum=DAG)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 3000), st.sampled_from(("D", "C")), st.sampled_from(("9901", "1101"))
        ),
        min_size=1,
        max_size=8,
    )
)
def test_nooit_meer_toegekend_dan_gevraagd(posten: list[tuple[int, str, str]]) -> None:
    """Whatever is asked, what is allowed is a whole line that was judged, and our reader agrees."""
    records = goed(
        *(
            declaratieregel(
                i,
                prestatiecode=code,
                tarief=bedrag,
                berekend_bedrag=bedrag,
                declaratiebedrag=bedrag,
                declaratiebedrag_dc=teken,
                berekend_bedrag_dc=teken,
            )
            for i, (bedrag, teken, code) in enumerate(posten, 1)
        )
    )
    oordeel = beoordeel(lees(als_bytes(records)), context=CONTEXT)
    gemaakt = retour(oordeel, datum=DAG)
    terug = list(lees(gemaakt.data))
    assert not any(een.fouten for een in terug)
    assert gemaakt.toegekend + gemaakt.afgewezen + gemaakt.niet_beoordeeld == len(posten)
    for een in terug[2:-1]:
        gevraagd = een.getal("declaratiebedrag")
        assert een.getal("toegekend_bedrag") == (
            gevraagd if een.nummer in oordeel.toe_te_kennen() else 0
        )
