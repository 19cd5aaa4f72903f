"""Identifiers: what the shape cannot say, such as check digits."""

from geboortezorg.model.declaratie import Declaratie
from geboortezorg.model.dossier import Dossier
from geboortezorg.nummers import bsn, iban, postcode
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    VOLDAAN,
    Melding,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad


@regel(
    code="GZ-NUMMER-001",
    titel=Tekst("Een BSN voldoet aan de elfproef", "A BSN passes the elfproef"),
    soorten=("dossier",),
    bron=(bronnen.BSN_VORM, bronnen.COD954),
    velden=("/client/bsn", "/kinderen/*/bsn"),
    redenen={
        "elfproef": Tekst(
            "Het BSN voldoet niet aan de elfproef. Neem het over van een identiteitsbewijs.",
            "The BSN fails the elfproef. Copy it from an identity document.",
        ),
        "dummy": Tekst(
            "Negen negens staan voor een onbekend BSN. Laat het veld weg of vul het BSN in.",
            "Nine nines stand for an unknown BSN. Leave the member out or supply the BSN.",
        ),
    },
    retourcodes=("0435",),
)
def bsn_elfproef(w: Werkblad) -> Resultaat:
    """Every BSN of the woman and the children passes the elfproef; the dummy is not judged."""
    dossier = w.als(Dossier)
    meldingen: list[Melding] = []
    nummers = [("/client/bsn", dossier.client.bsn if dossier.client is not None else None)]
    nummers += [(f"/kinderen/{i}/bsn", kind.bsn) for i, kind in enumerate(dossier.kinderen)]
    gevuld = False
    for pad, nummer in nummers:
        if nummer is None:
            continue
        gevuld = True
        if nummer == bsn.DUMMY:
            meldingen.append(onbeoordeeld(pad, "dummy"))
        elif not bsn.elfproef(nummer):
            meldingen.append(breuk(pad, "elfproef"))
    return uitslag(meldingen, gevuld)


@regel(
    code="GZ-NUMMER-002",
    titel=Tekst("Een postcode bestaat", "A postal code exists"),
    soorten=("dossier",),
    bron=bronnen.POSTCODE,
    velden=("/client/postcode",),
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
