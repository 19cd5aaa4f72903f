"""The sources of the norms for kraamzorg, each described once.

Those of the norms in the tables of norms stand there.
"""

from datetime import date
from typing import Final

from geboortezorg.bron import Bron, Verificatie
from geboortezorg.tabellen.normen import normen

AANSPRAAK: Final = normen().norm("kraamzorg-aanspraak").bron
"""The claim in law: at most six weeks, counted from the day of birth."""

VERRUIMING: Final = normen().norm("kraamzorg-uitzondering").bron
"""The exception since 2024, and what holds without it."""

PAKKET: Final = normen().norm("kraamzorg-lip").bron
"""The packages and how they are built up."""

BASIS: Final = Bron(
    titel="Landelijk Indicatieprotocol Kraamzorg, som van de opbouw",
    verificatie=Verificatie.AFGELEID,
    url="https://www.kraamzorgeenmooibegin.nl/kraamtijd/landelijk-indicatieprotocol-kraamzorg",
    toelichting="Rekensom: zonder voeding 41 uur, voor een eerste en een volgend kind gelijk.",
)
"""That the parts add up to 41 hours, for a first child and for a later one."""

PARTUSUREN: Final = Bron(
    titel="Het kraamkloppertje, indicatieprotocol",
    verificatie=Verificatie.SECUNDAIR,
    url="https://www.hetkraamkloppertje.nl/indicatieprotocol_1",
    toelichting=(
        "Partusuren tellen niet mee voor het minimum van 24 uur, wel voor het maximum van 80. Zo "
        "ook een aanbieder in 2017 (https://www.ysacare.nl/kraamzorg). Onzeker: een algemene "
        "bevestiging ontbreekt."
    ),
)
"""That partusassistentie counts for the maximum and not for the minimum."""

ZIEKENHUISDAG: Final = normen().norm("kraamzorg-ziekenhuisdag").bron
"""An eighth of the indicated hours for each day in hospital."""

ZIEKENHUISDAG_PRAKTIJK: Final = Bron(
    titel="Henny's Kraamzorg, indicatiemomenten",
    verificatie=Verificatie.SECUNDAIR,
    url=(
        "https://www.hennyskraamzorg.nl/info/wat-is-kraamzorg-op-maat/"
        "wanneer-vinden-de-indicatiemomenten-plaats/"
    ),
    toelichting=(
        "In de praktijk 6 uur bij borst- en 5,5 uur bij kunstvoeding; zo ook "
        "https://www.kraaminzicht.nl/kraamzorg/hoeveel-uur-kraamzorg-krijg-ik."
    ),
)
"""How the deduction is applied in practice."""

UITGESTELD: Final = Bron(
    titel="Henny's Kraamzorg, indicatiemomenten",
    verificatie=Verificatie.SECUNDAIR,
    url=ZIEKENHUISDAG_PRAKTIJK.url,
    toelichting="Uitgestelde kraamzorg (na dag 10, couveusenazorg) is aanvullend verzekerd.",
)
"""That uitgestelde kraamzorg is outside the basic package."""

EIGEN_BIJDRAGE: Final = Bron(
    titel="Regeling zorgverzekering",
    verificatie=Verificatie.OFFICIEEL,
    artikel="art. 2.36",
    url="https://wetten.overheid.nl/BWBR0018715/2025-04-24",
    toestand=date(2025, 4, 24),
    toelichting="Gelezen in een openbare kopie, teksten van 24-4-2025 en 9-7-2025.",
)
"""That there is an eigen bijdrage; the amounts stand in the tables, with their own sources."""

PARTUS_VRIJ: Final = normen().norm("kraamzorg-partus-vrij").bron
"""That hours of partusassistentie are free of eigen bijdrage since 2017."""

INTAKE: Final = Bron(
    titel="Zilveren Kruis, declareren geboortezorg",
    verificatie=Verificatie.SECUNDAIR,
    url="https://www.zilverenkruis.nl/zorgaanbieders/geboortezorg/declareren/Paginas/default.aspx",
    toelichting="Deze verzekeraar betaalt een intake per verzorging (rond 2018).",
)
"""One intake."""

GEBRUIK: Final = Bron(
    titel="Openbare analysecode van de indicator Kansrijke Start: gezinnen zonder kraamzorg",
    verificatie=Verificatie.SECUNDAIR,
    toelichting=(
        "Herkomst van de code niet te bepalen; databronnen Vektis en CBS, jaren 2015 t/m 2022. De "
        "code laat precies 49 uur buiten de groepen; hier is dat ingedeeld bij 24 tot en met 49."
    ),
)
"""The definition of the indicator of families without kraamzorg."""

ETMAAL: Final = Bron(
    titel="Kalender",
    verificatie=Verificatie.OFFICIEEL,
    toelichting="Een kalenderdag heeft 24 uur; het document spreekt zichzelf tegen.",
)
"""That a day holds no more than 24 hours of care for one woman."""

DOCUMENT: Final = Bron(
    titel=PAKKET.titel,
    verificatie=Verificatie.AFGELEID,
    url=PAKKET.url,
    toelichting=(
        "Volgt uit het dossier zelf: wat is geindiceerd, geleverd en gedeclareerd is dezelfde "
        "zorg. Geen gelezen bron zegt het met zoveel woorden."
    ),
)
"""That what was indicated, delivered and declared is the same care."""

BEVALLING: Final = Bron(
    titel=AANSPRAAK.titel,
    verificatie=Verificatie.AFGELEID,
    artikel=AANSPRAAK.artikel,
    url=AANSPRAAK.url,
    toestand=AANSPRAAK.toestand,
    toelichting=(
        "Aanspraak op kraamzorg is er in verband met een bevalling. Vanaf welke zwangerschapsduur "
        "daarvan sprake is, staat er niet; dat zij er na een miskraam niet is, is afgeleid."
    ),
)
"""That kraamzorg belongs to a birth."""

INNING: Final = Bron(
    titel="CZ, declareren geboortezorg",
    verificatie=Verificatie.AFGELEID,
    url="https://www.cz.nl/zorgaanbieder/zorgsoorten/geboortezorg/declareren",
    toelichting=(
        "De eigen bijdrage kan mee naar de verzekeraar, die haar int. Dat zij van de declaratie af "
        "gaat als de zorgaanbieder haar int, is afgeleid."
    ),
)
"""Who collects the eigen bijdrage, and what that means for what is declared."""
