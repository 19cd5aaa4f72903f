"""No field of a message vanishes: it is read, or said not to be, or says nothing to judge."""

from datetime import date
from typing import Any, Final

import attrs
import pytest

from geboortezorg.ei import (
    Aanvulling,
    Indeling,
    Startdatum,
    beoordeel,
    lees,
    vertaal,
)
from geboortezorg.ei.leden import LEDEN, ongelezen
from geboortezorg.model.ei import EICode, EIIndeling, EIInhoud, EIRecordrol, EIVeld, EIVeldtype
from geboortezorg.rapport import Oordeel, Oorzaak

from .berichten import BSN, VK301, VK302, als_bytes, met, record
from .test_oordeel import oordeel_over, redenen
from .wereld import CONTEXT, TABELLEN, declaratieregel, goed

_WIE: Final = "who she is: no norm looks at a name, an address, an age or a sex"
STIL: Final = {
    EIRecordrol.VOORLOOP: {
        "softwarecode": "the program that wrote the message",
        "softwareversie": "the program that wrote the message",
        "btw_identificatienummer": "who the sender is; the VAT itself is a field of a prestatie",
    },
    EIRecordrol.VERZEKERDE: dict.fromkeys(
        (
            *("geboortedatum", "geslacht", "naamcode_1", "naam_1", "voorvoegsel_1", "naamcode_2"),
            *("naam_2", "voorvoegsel_2", "voorletters", "naamgebruik", "postcode"),
            *("postcode_buitenland", "huisnummer", "huisnummertoevoeging", "land", "overleden"),
        ),
        _WIE,
    )
    | {"patientnummer": "the number of the sender for her"},
    EIRecordrol.DEBITEUR: dict.fromkeys(
        (
            *("geboortedatum", "geslacht", "voorletters", "naamgebruik", "titulatuur", "straat"),
            *("huisnummer", "huisnummertoevoeging", "postcode", "postcode_buitenland"),
            *("woonplaats", "land", "telefoon", "landnummer", "email", "soort_relatie"),
        ),
        "how to reach the debtor; that there is one is said by number, name and account",
    ),
    EIRecordrol.PRESTATIE: {
        "machtigingsnummer": "a permission that only the insurer can look up",
        "doorsturen_toegestaan": "whether the invoice may be sent on",
    },
    EIRecordrol.COMMENTAAR: {
        "regelnummer": "the place of a comment",
        "tekst": "free text, for a person to read",
    },
}
"""The fields that may be passed over in silence, each with the reason."""


@pytest.mark.parametrize("indeling", [VK301, VK302], ids=lambda een: een.model.naam)
def test_wat_stil_is_heeft_een_reden(indeling: Indeling) -> None:
    """Only fields with a reason are passed over, and no field that is read is called so."""
    for vorm in indeling.vormen.values():
        stil = {veld.naam for veld in vorm.model.velden if veld.buiten_oordeel}
        assert stil == set(STIL.get(vorm.rol, {}))
        assert not stil & set(LEDEN.get(vorm.rol, {}))


def test_wat_een_declaratie_niet_kent() -> None:
    """These fields of VK301 may say what must be judged, and nothing reads them."""
    assert {vorm.rol.value: [veld.naam for veld in ongelezen(vorm)] for vorm in VK301.vormen.values()} == {
        "voorloop": ["valuta"],
        "verzekerde": ["debiteurnummer"],
        "debiteur": ["debiteurnummer", "namen", "bankrekening"],
        "prestatie": ["indicatie_medium_risk", "indicatie_overname", "btw_percentage"],
        "commentaar": [],
        "sluit": [],
    }  # fmt: skip


def _gevuld(veld: EIVeld) -> str:
    lengte = veld.einde - veld.begin + 1
    if veld.codes:
        return veld.codes[0].code
    if veld.inhoud is None:
        return "1" * lengte
    vast = {EIInhoud.DATUM: "20300105", EIInhoud.AGB: "08000002", EIInhoud.BSN: BSN}
    return vast.get(veld.inhoud, "1" * lengte)


def _alle_records() -> list[str]:
    """Return a message with one record of each kind."""
    kop, persoon, prestatie, sluit = goed()
    debiteur = record("03", volgnummer=2)
    commentaar = record("98", volgnummer=2, regelnummer=1)
    prestatie = met(prestatie, "volgnummer", "3".zfill(12))
    for naam, waarde in (
        ("aantal_debiteuren", "000001"),
        ("aantal_commentaren", "000001"),
        ("aantal_details", "0000003"),
    ):
        sluit = met(sluit, naam, waarde)
    return [kop, persoon, debiteur, commentaar, prestatie, sluit]


_VELDEN: Final = [
    pytest.param(i, veld, id=f"{tekst[:2]}-{veld.naam}")
    for i, tekst in enumerate(_alle_records())
    for veld in VK301.vormen[tekst[:2]].model.velden
]


@pytest.mark.parametrize(("plaats", "veld"), _VELDEN)
def test_elk_veld_doet_iets_of_wordt_genoemd(plaats: int, veld: EIVeld) -> None:
    """What is written in a field changes the declaratie, is a fault, or says nothing to judge."""
    records = _alle_records()
    voor = oordeel_over(records)
    assert (voor.oordeel, redenen(voor)) == (Oordeel.AKKOORD, [])
    vorm = VK301.vormen[records[plaats][:2]]
    ruw = records[plaats][vorm.plaatsen[veld.naam]]
    anders = _gevuld(veld)
    if anders == ruw:
        anders = veld.codes[1].code if len(veld.codes) > 1 else "2" * len(ruw)
    records[plaats] = met(records[plaats], veld.naam, anders)
    na = oordeel_over(records)
    stil = veld.naam in STIL.get(vorm.rol, {})
    zelfde = na.vertaling.declaratie == voor.vertaling.declaratie
    # A party that is not the one that is paid, nor the organisation, does not show.
    partij = veld.naam in {"servicebureau", "zorgverlener"} and vorm.rol is EIRecordrol.VOORLOOP
    assert stil or partij or not zelfde or na.oordeel is not Oordeel.AKKOORD
    if stil:
        assert redenen(na) == []


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [("indicatie_medium_risk", "1"), ("indicatie_overname", "J"), ("btw_percentage", "2100")],
)
def test_een_declaratieregel_met_meer_dan_een_declaratie_kent(naam: str, waarde: str) -> None:
    """Such a line is a doubt of what is not known; the others are allowed."""
    oordeel = oordeel_over(goed(declaratieregel(1), declaratieregel(2, **{naam: waarde})))
    assert redenen(oordeel) == [(4, "niet_gelezen", naam)]
    assert (oordeel.oordeel, oordeel.oorzaken) == (Oordeel.ONVOLLEDIG, (Oorzaak.ONBEKEND,))
    assert oordeel.toe_te_kennen() == {3}


def _anders(naam: str, /, **anders: Any) -> Indeling:
    """Return the layout with one field of a prestatie changed."""
    return Indeling(_met(VK301.model, EIRecordrol.PRESTATIE, naam, **anders))


def _met(model: EIIndeling, rol: EIRecordrol, naam: str, /, **anders: Any) -> EIIndeling:
    return attrs.evolve(
        model,
        records=tuple(
            attrs.evolve(
                deel,
                velden=tuple(
                    attrs.evolve(veld, **anders) if veld.naam == naam else veld
                    for veld in deel.velden
                ),
            )
            if deel.recordrol is rol
            else deel
            for deel in model.records
        ),
    )


def test_wie_de_codes_kent() -> None:
    """A layout that says of a code, or of a field, that it says nothing ends the doubt of that."""
    nee, ja = (goed(declaratieregel(1, indicatie_overname=code)) for code in "NJ")
    codes = (EICode(code="N", buiten_oordeel=True), EICode(code="J"))
    per_code = _anders("indicatie_overname", codes=codes)
    assert oordeel_over(nee, eigen=(per_code,)).oordeel is Oordeel.AKKOORD
    assert oordeel_over(ja, eigen=(per_code,)).oordeel is Oordeel.ONVOLLEDIG
    geheel = _anders("indicatie_overname", buiten_oordeel=True)
    assert oordeel_over(ja, eigen=(geheel,)).oordeel is Oordeel.AKKOORD


def test_een_eigen_veld() -> None:
    """A field of a name that means nothing here is named when it is filled."""
    eigen = _anders("machtigingsnummer", naam="soort_zorg", buiten_oordeel=False)
    records = goed()
    assert oordeel_over(records, eigen=(eigen,)).oordeel is Oordeel.AKKOORD
    plaats = met(records[2], "machtigingsnummer", "X".ljust(15))
    oordeel = oordeel_over([*records[:2], plaats, records[3]], eigen=(eigen,))
    assert redenen(oordeel) == [(3, "niet_gelezen", "soort_zorg")]


def test_het_bsn_van_de_persoon() -> None:
    """When a prestatie does not repeat who it is for, that is not read from the record above it."""
    eigen = _anders("bsn", naam="eigen_nummer", buiten_oordeel=True)
    assert redenen(oordeel_over(goed(), eigen=(eigen,))) == [(2, "niet_gelezen", "bsn")]


def test_een_andere_munt() -> None:
    """Amounts are in euros; a layout that knows no codes does not hide another currency."""
    eigen = Indeling(
        _met(VK301.model, EIRecordrol.VOORLOOP, "valuta", codes=(), codes_volledig=False)
    )
    oordeel = oordeel_over(goed(valuta="USD"), eigen=(eigen,))
    assert redenen(oordeel) == [(1, "niet_gelezen", "valuta")]
    assert oordeel.toe_te_kennen() == frozenset()


@pytest.mark.parametrize(
    ("kop", "reden", "veld"),
    [
        ({"betaling_aan": 1}, "betaling", "betaling_aan"),
        ({"betaling_aan": 4}, "betaling", "betaling_aan"),
        ({"betaling_aan": 99}, "betaling", "betaling_aan"),
        ({"instelling": "22000001"}, "andere_aanbieder", "praktijk"),
    ],
)
def test_wie_betaald_wordt(kop: dict[str, Any], reden: str, veld: str) -> None:
    """Nobody is paid when it is not told who is, or whose care it was."""
    oordeel = oordeel_over(goed(**kop))
    assert (1, reden, veld) in redenen(oordeel)
    assert oordeel.oordeel is not Oordeel.AKKOORD
    assert oordeel.toe_te_kennen() == frozenset()


def test_een_debiteur() -> None:
    """Who pays beside the insurer is not in a declaratie, so nothing of the message is allowed."""
    records = _alle_records()
    records[2] = met(records[2], "bankrekening", "1".ljust(16))
    oordeel = oordeel_over(records)
    assert redenen(oordeel) == [(3, "niet_gelezen", "bankrekening")]
    assert oordeel.toe_te_kennen() == frozenset()


def test_een_retourbericht() -> None:
    """The answer of an insurer is no declaratie, and is named so once."""
    heen = goed()
    kop = record("01", VK302, berichtcode=142)
    terug = [deel.ljust(370) for deel in heen]
    plaats = VK301.vormen["01"].plaatsen["berichtcode"]
    terug[0] = terug[0][: plaats.start] + kop[plaats] + terug[0][plaats.stop :]
    oordeel = oordeel_over(terug)
    assert [een for een in redenen(oordeel) if een[1] in {"retourbericht", "niet_gelezen"}] == [
        (1, "retourbericht", "berichtcode")
    ]
    assert oordeel.oordeel is not Oordeel.AKKOORD
    assert oordeel.toe_te_kennen() == frozenset()


def test_een_teken_in_de_indeling() -> None:
    """A layout with one sign for both amounts is read by that one."""
    eigen = _anders("berekend_bedrag_dc", naam="eigen_teken", buiten_oordeel=True)
    assert oordeel_over(goed(), eigen=(eigen,)).oordeel is Oordeel.AKKOORD


@pytest.mark.parametrize(("dagen", "start"), [((1, 1), 1), ((1, 2), None)])
def test_twee_startdatums(dagen: tuple[int, int], start: int | None) -> None:
    """Two starts of one person are no start; of others than those in the message none matters."""
    aanvulling = Aanvulling(
        startdatums=(
            *(Startdatum(bsn=BSN, datum=date(2029, 12, dag)) for dag in dagen),
            Startdatum(bsn="999999291", datum=date(2029, 11, 1)),
        )
    )
    gelezen = vertaal(lees(als_bytes(goed())), TABELLEN, aanvulling)
    assert gelezen.declaratie is not None
    gevonden = gelezen.declaratie.declaratieregels[0].startdatum_zorg
    assert gevonden == (None if start is None else date(2029, 12, start))
    assert [een.reden.value for een in gelezen.fouten] == (
        ["twee_startdatums"] if start is None else []
    )
    oordeel = beoordeel(lees(als_bytes(goed())), context=CONTEXT, aanvulling=aanvulling)
    assert (oordeel.oordeel is Oordeel.AKKOORD) is (start is not None)


def test_onbekende_soort_record() -> None:
    """A record of a kind that the layout does not know is a fault, and is not asked for fields."""
    records = goed()
    oordeel = oordeel_over([*records[:3], "77".ljust(310), records[3]])
    assert "recordkenmerk" in {reden for _, reden, _ in redenen(oordeel)}
    assert oordeel.oordeel is not Oordeel.AKKOORD


def test_een_veld_dat_een_fout_heeft() -> None:
    """A field that is wrong is named once."""
    tekst = met(goed()[2], "btw_percentage", "2 % ")
    records = [*goed()[:2], tekst, goed()[3]]
    assert [een for een in redenen(oordeel_over(records)) if een[2] == "btw_percentage"] == [
        (3, "geen_cijfers", "btw_percentage")
    ]
    assert VK301.vormen["04"].velden["btw_percentage"].veldtype is EIVeldtype.NUMERIEK
