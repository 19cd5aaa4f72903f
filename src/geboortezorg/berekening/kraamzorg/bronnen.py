"""The sources of the norms for kraamzorg, each described once."""

from datetime import date
from typing import Final

from geboortezorg.bron import Bron, Verificatie

AANSPRAAK: Final = Bron(
    titel="Besluit zorgverzekering",
    verificatie=Verificatie.OFFICIEEL,
    artikel="art. 2.11",
    url="https://wetten.overheid.nl/BWBR0018492/2024-09-14",
    toestand=date(2024, 9, 14),
    toelichting=(
        "Hooguit zes weken, gerekend vanaf de bevaldag. De bevaldag telt dus als eerste dag: de "
        "laatste van 42 dagen is 41 dagen later. Gelezen in de tekst van 14-9-2024."
    ),
)
"""The claim in law: at most six weeks, counted from the day of birth."""

VERRUIMING: Final = Bron(
    titel="KNOV, vanaf 1 januari is in uitzonderingssituaties langere kraamzorg mogelijk",
    verificatie=Verificatie.SECUNDAIR,
    url=(
        "https://www.knov.nl/actueel/nieuws/nieuwsbericht/"
        "vanaf-1-januari-is-in-uitzonderingssituaties-langere-kraamzorg-mogelijk"
    ),
    toelichting=(
        "Zo ook https://www.kennisnetgeboortezorg.nl/nieuws/flexibiliseren-aanspraak-kraamzorg/. "
        "Vanaf 2024 bij uitzondering tot zes weken: gemotiveerd, door de verloskundige "
        "geindiceerd, in overleg en aaneengesloten. Anders blijft het LIP leidend: t/m dag 10."
    ),
)
"""The exception since 2024, and what holds without it."""

PAKKET: Final = Bron(
    titel="Landelijk Indicatieprotocol Kraamzorg, zoals weergegeven door Kraamzorg een mooi begin",
    verificatie=Verificatie.SECUNDAIR,
    url="https://www.kraamzorgeenmooibegin.nl/kraamtijd/landelijk-indicatieprotocol-kraamzorg",
    toelichting=(
        "Ongedateerd. Basispakket 49 uur bij borstvoeding en 45 bij kunstvoeding; minimum 24, op "
        "maat tot 80 uur over hooguit 10 dagen."
    ),
)
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

ZIEKENHUISDAG: Final = Bron(
    titel="Bo Geboortezorg, advies Zorginstituut over aftrek van uren na ziekenhuisopname",
    verificatie=Verificatie.OFFICIEEL,
    url=(
        "https://bogeboortezorg.nl/advies-zorginstituut-rondom-aftrek-uren-kraamzorg-na-"
        "ziekenhuisopname-tijdens-kraamperiode/"
    ),
    toelichting=(
        "Per opnamedag een achtste van de geindiceerde uren. Het Zorginstituut adviseerde de "
        "aftrek te laten vervallen als dat past bij de KLIM-pilot; of dat is gebeurd, is niet "
        "bekend."
    ),
)
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

PARTUS_VRIJ: Final = Bron(
    titel="Kraamcentrum DAT, kosten",
    verificatie=Verificatie.SECUNDAIR,
    url="https://kraamcentrumdat.nl/kosten/",
    toelichting=(
        "Partusassistentie is sinds 1-1-2017 vrij van eigen bijdrage bij niet-medische bevallingen."
    ),
)
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
