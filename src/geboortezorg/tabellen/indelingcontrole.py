"""What a layout of a message may not say. One list of checks, for loading and for the rules."""

from collections.abc import Iterator
from typing import Final

from geboortezorg.model.ei import EIIndeling, EIInhoud, EIRecord, EIRecordrol, EIVeldtype
from geboortezorg.tabellen.fout import Pad
from geboortezorg.tekst import Tekst

_NODIG: Final = Tekst(
    "een voorlooprecord, een prestatierecord en een sluitrecord zijn nodig; voeg toe",
    "a first record, a prestatie and a closing record are needed; add what is missing",
)
_DUBBEL: Final = Tekst(
    "een kenmerk of een recordrol staat er twee keer; haal er een weg",
    "a kenmerk or a recordrol stands here twice; remove one",
)
_SLUIT_NIET_AAN: Final = Tekst(
    "dit veld sluit niet aan op het vorige; verbeter de posities",
    "this field does not begin where the one before ends; correct the positions",
)
_LENGTE: Final = Tekst(
    "dit veld heeft niet de lengte van zijn inhoud; verbeter een van beide",
    "this field has not the length of its content; correct one of the two",
)
_CIJFERS: Final = Tekst(
    "deze inhoud bestaat uit cijfers; zet veldtype op N",
    "this content is digits; set veldtype to N",
)
_CODE: Final = Tekst(
    "een code heeft niet de lengte van het veld; verbeter haar",
    "a code has not the length of the field; correct it",
)
_GEEN_CODES: Final = Tekst(
    "alle codes staan hier volgens codes_volledig, maar er is er geen; vul codes in of laat het weg",
    "all codes stand here by codes_volledig, yet there is none; supply codes or leave it out",
)
_VULT_NIET: Final = Tekst(
    "de velden vullen het record niet; verbeter de posities of de recordlengte",
    "the fields do not fill the record; correct the positions or recordlengte",
)
_NAAM: Final = Tekst(
    "een naam staat er twee keer in; geef elk veld een eigen",
    "a name stands here twice; give each field its own",
)
_ONTBREEKT: Final = Tekst(
    "het veld {naam} ontbreekt; voeg het toe", "the field {naam} is missing; add it"
)
_MAAT: Final = Tekst(
    "dit veld heeft niet de lengte van de berichtcode, versie of subversie, dus geen bericht past; "
    "verbeter de posities",
    "this field has not the length of the message code, version or subversion, so no message fits; "
    "correct the positions",
)
_GEEN_DATUM: Final = Tekst(
    "een veld met deze naam wordt gelezen als datum; zet inhoud op datum, of geef het een andere naam",
    "a field of this name is read as a date; set inhoud to datum, or give it another name",
)
_GEEN_GETAL: Final = Tekst(
    "een veld met deze naam wordt gelezen als getal; zet veldtype op N, of geef het een andere naam",
    "a field of this name is read as a number; set veldtype to N, or give it another name",
)
_KENMERK: Final = Tekst(
    "het recordkenmerk staat op positie 1 en 2; verbeter de posities",
    "the recordkenmerk stands at positions 1 and 2; correct the positions",
)
_LENGTES: Final = {EIInhoud.DATUM: 8, EIInhoud.BSN: 9, EIInhoud.AGB: 8, EIInhoud.UZOVI: 4}
_RECORDKENMERK: Final = "recordkenmerk"
_IN_VOORLOOP: Final = {"berichtcode": 3, "berichtversie": 2, "berichtsubversie": 2}
"""What the first record must have, by which a message is known, and how long each is."""
_DATUMS: Final = frozenset(
    {
        *("begindatum_periode", "einddatum_periode", "factuurdatum"),
        *("begindatum_prestatie", "einddatum_prestatie", "datum_partus"),
    }
)
_GETALLEN: Final = frozenset(
    {
        *("volgnummer", "aantal", "tarief", "berekend_bedrag", "declaratiebedrag"),
        *("aantal_verzekerden", "aantal_debiteuren", "aantal_prestaties", "aantal_commentaren"),
        *("aantal_details", "totaalbedrag", "toegekend_bedrag", "toegekend_totaalbedrag"),
    }
)
_DETAILS: Final = (
    EIRecordrol.VERZEKERDE,
    EIRecordrol.DEBITEUR,
    EIRecordrol.PRESTATIE,
    EIRecordrol.COMMENTAAR,
)


def gebreken(model: EIIndeling) -> Iterator[tuple[Tekst, Pad]]:
    """Yield what is wrong with a layout, each with its place."""
    rollen = {record.recordrol for record in model.records}
    if not {EIRecordrol.VOORLOOP, EIRecordrol.PRESTATIE, EIRecordrol.SLUIT} <= rollen:
        yield _NODIG, ("records",)
    if len(rollen) + len({record.kenmerk for record in model.records}) < 2 * len(model.records):
        yield _DUBBEL, ("records",)
    for i, record in enumerate(model.records):
        plaats = 0
        for j, veld in enumerate(record.velden):
            pad: Pad = ("records", i, "velden", j)
            if veld.begin != plaats + 1 or veld.einde < veld.begin:
                yield _SLUIT_NIET_AAN, (*pad, "begin")
            plaats = veld.einde
            lengte = veld.einde - veld.begin + 1
            if veld.inhoud is not None and _LENGTES.get(veld.inhoud, lengte) != lengte:
                yield _LENGTE, (*pad, "inhoud")
            if veld.inhoud in _LENGTES and veld.veldtype is not EIVeldtype.NUMERIEK:
                yield _CIJFERS, (*pad, "veldtype")
            if veld.naam in _DATUMS and veld.inhoud is not EIInhoud.DATUM:
                yield _GEEN_DATUM, (*pad, "inhoud")
            if veld.naam in _GETALLEN and veld.veldtype is not EIVeldtype.NUMERIEK:
                yield _GEEN_GETAL, (*pad, "veldtype")
            if any(len(code.code) != lengte for code in veld.codes):
                yield _CODE, (*pad, "codes")
            if veld.codes_volledig and not veld.codes:
                yield _GEEN_CODES, (*pad, "codes")
        if plaats != model.recordlengte:
            yield _VULT_NIET, ("records", i, "velden")
        yield from _ontbrekend(record, i)


def _ontbrekend(record: EIRecord, i: int) -> Iterator[tuple[Tekst, Pad]]:
    velden = {veld.naam: veld for veld in record.velden}
    if len(velden) < len(record.velden):
        yield _NAAM, ("records", i, "velden")
    nodig: tuple[str, ...] = (_RECORDKENMERK,)
    if record.recordrol is EIRecordrol.VOORLOOP:
        nodig = (*nodig, *_IN_VOORLOOP)
    elif record.recordrol in _DETAILS:
        nodig = (*nodig, "volgnummer")
    for naam in nodig:
        veld = velden.get(naam)
        if veld is None:
            yield _ONTBREEKT.met(naam=naam), ("records", i, "velden")
        elif _IN_VOORLOOP.get(naam, veld.einde - veld.begin + 1) != veld.einde - veld.begin + 1:
            yield _MAAT, ("records", i, "velden", record.velden.index(veld), "einde")
    kenmerk = velden.get(_RECORDKENMERK)
    if kenmerk is not None and (kenmerk.begin, kenmerk.einde) != (1, 2):
        yield _KENMERK, ("records", i, "velden")
