"""Table of AGB zorgsoorten and kwalificaties that matter in the geboortezorg."""

from typing import Final, Literal, final

from geboortezorg.bevroren import bevroren

Grond = Literal["officieel", "secundair"]
"""How well a code was verified; the values are those of ``geboortezorg.bron.Verificatie``."""

COD016: Final = (
    "Vektis, codelijst COD016-VEKT, versie 2026-06-01 (http://ei.vektis.nl/codelijsten/COD016-VEKT,"
    " as published in minvws/generiekefuncties-docs)"
)
AGB_ZOEKFORMULIER: Final = (
    "Public search form of the AGB-register, as copied in pooryam92/vektis-mcp"
    " (vektis_mcp/data/codes.json)"
)

_BRONNEN: Final[dict[Grond, str]] = {"officieel": COD016, "secundair": AGB_ZOEKFORMULIER}


@final
@bevroren(kw_only=True, weakref_slot=False)
class Kwalificatie:
    """One kwalificatie: what a person or organisation of a zorgsoort is registered for.

    Compare on `code` only. Descriptions of the same code differ between publications.
    """

    code: str
    """Four digits; the first two are the zorgsoort."""
    naam: str
    """Short description in Dutch, in our own words."""
    verificatie: Grond
    """How well the code was verified."""
    bron: str
    """Where the code was seen."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Zorgsoort:
    """One zorgsoort: the first two digits of an AGB-code.

    Its two digits and name were seen at one secondary source only; its kwalificaties each say for
    themselves how well they were verified.
    """

    code: str
    """Two digits."""
    naam: str
    """Name in Dutch."""
    kwalificaties: tuple[Kwalificatie, ...]
    """The kwalificaties that matter here, by code; not every one that exists."""
    verificatie: Grond
    """How well the code was verified."""
    bron: str
    """Where the code was seen."""


def _kwalificatie(code: str, naam: str, grond: Grond) -> Kwalificatie:
    return Kwalificatie(code=code, naam=naam, verificatie=grond, bron=_BRONNEN[grond])


def _officieel(code: str, naam: str) -> Kwalificatie:
    return _kwalificatie(code, naam, "officieel")


def _secundair(code: str, naam: str) -> Kwalificatie:
    return _kwalificatie(code, naam, "secundair")


def _zorgsoort(code: str, naam: str, *kwalificaties: Kwalificatie) -> Zorgsoort:
    return Zorgsoort(
        code=code,
        naam=naam,
        kwalificaties=kwalificaties,
        verificatie="secundair",
        bron=AGB_ZOEKFORMULIER,
    )


ZORGSOORTEN: Final[tuple[Zorgsoort, ...]] = (
    _zorgsoort(
        "01",
        "huisartsen",
        _secundair("0100", "huisartsenpraktijk"),
        _secundair("0101", "huisarts"),
        _secundair("0110", "apotheekhoudend huisarts"),
    ),
    _zorgsoort(
        "03",
        "medisch specialisten",
        _officieel("0307", "obstetrie en gynaecologie"),
        _secundair("0316", "kindergeneeskunde"),
        _secundair("0389", "anesthesiologie"),
    ),
    _zorgsoort(
        "06",
        "ziekenhuizen",
        _secundair("0601", "algemeen ziekenhuis"),
        _secundair("0602", "academisch ziekenhuis"),
        _secundair("0610", "kraamkliniek"),
    ),
    # Listed because it is easily taken for the verloskundigen, which are 08.
    _zorgsoort("07", "oefentherapeuten"),
    _zorgsoort(
        "08",
        "verloskundigen",
        _officieel("0800", "verloskundige"),
        _officieel("0801", "echoscopie"),
        _officieel("0802", "echoscopie NT"),
        _officieel("0803", "echoscopie SEO"),
        # Descriptions differ: echoscopie uitwendig in COD016, uitwendige versie in the register.
        _officieel("0804", "uitwendig"),
        _officieel("0805", "eerste-trimester SEO"),
        _officieel("0806", "tweede-trimester SEO"),
        _officieel("0807", "biometrie-echo"),
        _officieel("0808", "termijnecho"),
        _officieel("0809", "counseling"),
        _officieel("0810", "anticonceptie"),
        _officieel("0811", "antenataal CTG"),
        _officieel("0812", "basisechoscopie"),
        _officieel("0815", "verloskunde (organisatie)"),
    ),
    _zorgsoort("17", "rechtspersonen", _secundair("1700", "rechtspersonen")),
    _zorgsoort(
        "22",
        "zelfstandige behandelcentra",
        _secundair("2200", "zelfstandige behandelcentra"),
    ),
    _zorgsoort(
        "33",
        "kraamzorg",
        _officieel("3300", "kraamcentrum"),
        _officieel("3301", "kraamverzorgende"),
    ),
    _zorgsoort("37", "gezondheidscentra", _secundair("3700", "gezondheidscentra")),
    _zorgsoort(
        "48",
        "overige instellingen",
        _secundair("4801", "gemeente"),
        _secundair("4805", "zorghotel"),
    ),
    _zorgsoort(
        "53",
        "diverse samenwerkingsverbanden",
        _officieel("5300", "diverse samenwerkingsverbanden"),
        _officieel("5314", "integrale geboortezorg"),
        _officieel("5323", "innovatie-experiment kraamzorg"),
    ),
    _zorgsoort("57", "physician assistants", _secundair("5700", "physician assistant")),
    _zorgsoort(
        "67",
        "netwerkorganisaties",
        _officieel("6703", "verloskundig samenwerkingsverband (VSV)"),
    ),
    _zorgsoort("84", "overige artsen", _secundair("8428", "jeugdarts")),
    _zorgsoort(
        "90",
        "overige therapeuten",
        _officieel("9018", "echoscopie"),
        _officieel("9026", "echoscopie NT"),
        _officieel("9027", "echoscopie SEO"),
        _officieel("9028", "echoscopie uitwendig"),
        _secundair("9030", "lactatiekundige"),
        _secundair("9033", "doula"),
        _secundair("9040", "eerste-trimester SEO"),
        _secundair("9041", "tweede-trimester SEO"),
        _secundair("9042", "biometrie-echo"),
        _secundair("9043", "termijnecho"),
        _secundair("9045", "counseling"),
    ),
    _zorgsoort(
        "91",
        "verpleegkundigen",
        _secundair("9100", "verpleegkundige"),
        _secundair("9117", "jeugdverpleegkundige"),
    ),
    _zorgsoort(
        "98",
        "declaranten, servicebureaus en zorgverzekeraars",
        _secundair("9801", "servicebureau"),
        _secundair("9803", "zorgverzekeraar"),
    ),
)
"""The zorgsoorten of the geboortezorg and its neighbours, by code. A code that is not here may
well exist: absence proves nothing."""
