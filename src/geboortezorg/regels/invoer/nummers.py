"""Identifiers: what the shape cannot say, such as check digits."""

from collections.abc import Collection, Iterator

from geboortezorg.model.declaratie import Declaratie
from geboortezorg.model.dossier import Dossier
from geboortezorg.nummers import bsn, iban, postcode
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    VOLDAAN,
    Nodig,
    Resultaat,
    Tekst,
    Trek,
    breuk,
    onbeoordeeld,
    regel,
)
from geboortezorg.regels.werkblad import Werkblad


@regel(
    code="GZ-NUMMER-001",
    titel=Tekst("Een BSN voldoet aan de elfproef", "A BSN passes the elfproef"),
    soorten=("dossier", "declaratie"),
    bron=(bronnen.BSN_VORM, bronnen.COD954),
    velden=("/client/bsn", "/kinderen/*/bsn", "/declaratieregels/*/bsn"),
    nodig=Nodig(leden=("/client", "/kinderen", "/declaratieregels")),
    aanleiding=Nodig(trekken=(Trek.BSN,)),
    redenen={
        "elfproef": Tekst(
            "Het BSN voldoet niet aan de elfproef. Neem het over van een identiteitsbewijs.",
            "The BSN fails the elfproef. Copy it from an identity document.",
        ),
        "dummy": Tekst(
            "Negen negens staan voor een onbekend BSN. Vul het BSN in zodra het er is. Is er "
            "geen, laat dit dan weg in een dossier; een bericht over meer personen kan niet "
            "zonder.",
            "Nine nines stand for an unknown BSN. Supply the BSN as soon as there is one. If "
            "there is none, leave this out in a dossier; a message about several persons cannot "
            "do without.",
        ),
    },
    retourcodes=("0435",),
)
def bsn_elfproef(w: Werkblad) -> Resultaat:
    """Every BSN passes the elfproef; the documented dummy for an unknown BSN is not judged."""
    nummers = {declaratieregel.bsn for declaratieregel in w.document.declaratieregels}
    if w.dossier is not None:
        nummers.update([kind.bsn for kind in w.dossier.kinderen])
        nummers.add(None if w.dossier.client is None else w.dossier.client.bsn)
    gevuld = {nummer for nummer in nummers if nummer is not None}
    fout = {nummer for nummer in gevuld if nummer == bsn.DUMMY or not bsn.elfproef(nummer)}
    if not fout:
        return VOLDAAN if gevuld else NIET_VAN_TOEPASSING
    return [
        onbeoordeeld(pad, "dummy") if nummer == bsn.DUMMY else breuk(pad, "elfproef")
        for pad, nummer in _waar(w, fout)
    ]


def _waar(w: Werkblad, nummers: Collection[str | None]) -> Iterator[tuple[str, str | None]]:
    """Yield every place in the document where one of these BSNs is, with that one."""
    dossier = w.dossier
    if dossier is not None:
        if dossier.client is not None and dossier.client.bsn in nummers:
            yield "/client/bsn", dossier.client.bsn
        for plaats, kind in enumerate(dossier.kinderen):
            if kind.bsn in nummers:
                yield f"/kinderen/{plaats}/bsn", kind.bsn
    for plaats, lijn in enumerate(w.document.declaratieregels):
        if lijn.bsn in nummers:
            yield f"/declaratieregels/{plaats}/bsn", lijn.bsn


@regel(
    code="GZ-NUMMER-002",
    titel=Tekst("Een postcode bestaat", "A postal code exists"),
    soorten=("dossier",),
    bron=bronnen.POSTCODE,
    velden=("/client/postcode",),
    nodig=Nodig(leden=("/client/postcode",)),
    redenen={
        "letters": Tekst(
            "Deze lettercombinatie komt in Nederlandse postcodes niet voor. Controleer de postcode.",
            "These letters do not occur in Dutch postal codes. Check the postal code.",
        )
    },
)
def postcode_bestaat(w: Werkblad) -> Resultaat:
    """The letters of a postal code are not SA, SD or SS."""
    client = w.als(Dossier).client
    if client is None or client.postcode is None:
        return NIET_VAN_TOEPASSING
    if postcode.is_valid(client.postcode):
        return VOLDAAN
    return [breuk("/client/postcode", "letters")]


@regel(
    code="GZ-NUMMER-003",
    titel=Tekst("Een IBAN voldoet aan mod 97", "An IBAN passes mod 97"),
    soorten=("declaratie",),
    bron=bronnen.IBAN,
    velden=("/iban",),
    nodig=Nodig(leden=("/iban",)),
    redenen={
        "controle": Tekst(
            "Het IBAN klopt niet. Controleer het rekeningnummer.",
            "The IBAN is not valid. Check the account number.",
        )
    },
)
def iban_klopt(w: Werkblad) -> Resultaat:
    """The IBAN of a declaratie has a known country, its length, and the right check digits."""
    nummer = w.als(Declaratie).iban
    if nummer is None:
        return NIET_VAN_TOEPASSING
    return VOLDAAN if iban.is_valid(nummer) else [breuk("/iban", "controle")]
