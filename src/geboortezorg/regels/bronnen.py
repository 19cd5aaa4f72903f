"""The sources that several rules rest on, each described once."""

from datetime import date
from typing import Final

from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.bron import Bron, Verificatie

kamerbrief: Final = vsvbronnen.kamerbrief
"""Returns the source of one concept (K1 to K25) of the letter of 1 April 2026."""

_WMG_URL: Final = "https://wetten.overheid.nl/BWBR0020078"
_WMG_TOESTAND: Final = date(2019, 1, 1)


def wmg(artikel: str) -> Bron:
    """Return the source of an article of the Wet marktordening gezondheidszorg."""
    return Bron(
        titel="Wet marktordening gezondheidszorg",
        verificatie=Verificatie.OFFICIEEL,
        artikel=artikel,
        url=_WMG_URL,
        toestand=_WMG_TOESTAND,
    )


SCHEMA: Final = Bron(
    titel="JSON Schemas van geboortezorg",
    verificatie=Verificatie.OFFICIEEL,
    toelichting="De vorm van een document volgt uit het gepubliceerde schema van zijn soort.",
)

JSON: Final = Bron(
    titel="The JavaScript Object Notation (JSON) Data Interchange Format",
    verificatie=Verificatie.OFFICIEEL,
    nummer="RFC 8259",
    url="https://www.rfc-editor.org/rfc/rfc8259",
)

EI_FORMAAT: Final = Bron(
    titel="Gemeenschappelijk recordformaat declaratie (AW319 v1.4 en MZ301 v1.3, kopie)",
    verificatie=Verificatie.OFFICIEEL,
    toelichting=(
        "Gelezen in kopie, bij verwante standaarden; record 04 van KZ301 is niet gezien. "
        "Aangenomen dat dezelfde invulregel daar geldt."
    ),
)

COD954: Final = Bron(
    titel="Vektis COD954 retourinformatie, stand 9 juli 2024",
    verificatie=Verificatie.OFFICIEEL,
    url="https://www.vektis.nl/standaardisatie/codelijsten/COD954-VEKT",
)

BSN_VORM: Final = Bron(
    titel="Nictiz HL7v3-Schematron DTr1_II.NL.BSN",
    verificatie=Verificatie.OFFICIEEL,
    toelichting="Negen cijfers, gewichten 9 t/m 2 en -1, som deelbaar door 11.",
)

KNOV_PEILDATA: Final = Bron(
    titel="KNOV, peildata",
    verificatie=Verificatie.OFFICIEEL,
    url="https://www.knov.nl/werk-en-organisatie/tekstpagina/373-3/peildata/hoofdstuk/79/peildata/",
    toelichting="Zorg gestart vanaf 1-1-2015; zorg gestart in 2014 volgde nog de bevaldatum.",
)

NZA_PRENATAAL: Final = Bron(
    titel="NZa, wanneer is volledige prenatale zorg declarabel en wanneer de deelprestaties",
    verificatie=Verificatie.OFFICIEEL,
    url=(
        "https://www.nza.nl/documenten/vragen-en-antwoorden/eerstelijns-wanneer-is-de-prestatie-"
        "volledige-prenatale-zorg-declarabel-en-wanneer-de-deelprestaties-prenatale-zorg"
    ),
)

BELEIDSREGEL_VERLOSKUNDE_2017: Final = Bron(
    titel="Beleidsregel verloskunde 2017",
    verificatie=Verificatie.AFGELEID,
    nummer="BR/REG-17145",
    url="https://puc.overheid.nl/nza/doc/PUC_21603_22/1/",
    toelichting=(
        "De beleidsregel noemt de basisprestaties; dat de volledige zorg haar delen uitsluit volgt "
        "uit de bedragen 2017, die exact optellen."
    ),
)

KRAAMZORG_2010: Final = Bron(
    titel="Tariefbeschikking kraamzorg (Stcrt. 2009, 19532)",
    verificatie=Verificatie.OFFICIEEL,
    nummer="210-2010-1",
    url="https://zoek.officielebekendmakingen.nl/stcrt-2009-19532.html",
)

KRAAMZORG_INSCHRIJVING: Final = Bron(
    titel="Tariefbeschikking kraamzorg (Stcrt. 2009, 19532)",
    verificatie=Verificatie.AFGELEID,
    nummer="210-2010-1",
    url="https://zoek.officielebekendmakingen.nl/stcrt-2009-19532.html",
    toelichting="De prestatie heet 'per inschrijving'; dat er een per zorgaanbieder is, volgt eruit.",
)

MAX_MAX_VERLOSKUNDE: Final = Bron(
    titel="Prestatie- en tariefbeschikking verloskunde 2019 (niet in werking getreden)",
    verificatie=Verificatie.OFFICIEEL,
    nummer="TB/REG-19622-01",
    url="https://puc.overheid.nl/nza/doc/PUC_236331_22/1/",
    toelichting="Schriftelijke overeenkomst nodig, alleen bij de verzekeraar waarmee afgesproken.",
)

NZA_REGISTREREN: Final = Bron(
    titel="NZa, registreren en declareren geboortezorg",
    verificatie=Verificatie.OFFICIEEL,
    url="https://www.nza.nl/zorgsectoren/geboortezorg/registreren-en-declareren",
)

AGB_ZORGSOORTEN: Final = Bron(
    titel="Vektis AGB-zorgsoorten en COD016",
    verificatie=Verificatie.SECUNDAIR,
    url="http://ei.vektis.nl/codelijsten/COD016-VEKT",
    toelichting="Welke zorgsoort een prestatie declareert is een verwachting, geen gelezen norm.",
)

IBAN: Final = Bron(
    titel="IBAN, controle ISO 7064 mod 97-10",
    verificatie=Verificatie.SECUNDAIR,
    toelichting="Zoals uitgevoerd door python-stdnum.",
)

POSTCODE: Final = Bron(
    titel="Opbouw van de Nederlandse postcode",
    verificatie=Verificatie.SECUNDAIR,
    toelichting="SA, SD en SS bestaan niet, zoals uitgevoerd door python-stdnum.",
)

PRESTATIELIJST: Final = Bron(
    titel="Prestatiecodelijst verloskundige hulp in de lijst van Zilveren Kruis 2017",
    verificatie=Verificatie.SECUNDAIR,
    url=(
        "https://www.zilverenkruis.nl/zorgaanbieders/zorgsoorten/geboortezorg/declareren/"
        "tarieven-en-prestatiecodes-geboortezorg-2017"
    ),
    toelichting="De grenzen in dagen zijn een uitleg van '0 t/m 14', '15 t/m 29' en 'na 29' weken.",
)
