"""The sources of the norms for a VSV and its funding, each described once."""

from typing import Final

from geboortezorg.bron import Bron, Verificatie
from geboortezorg.tabellen.normen import normen


def kamerbrief(
    nummer: str,
    *,
    verificatie: Verificatie = Verificatie.OFFICIEEL,
    toelichting: str | None = None,
) -> Bron:
    """Return the source of one concept (K1 to K25) of the letter of 1 April 2026.

    `verificatie` is weaker than `officieel` for what this library only reads into the letter;
    `toelichting` then says so.
    """
    return Bron(
        titel="Kamerbrief geboortezorg van 1 april 2026 (Kamerstuk 32279, nr. 272)",
        verificatie=verificatie,
        nummer="32279-272",
        artikel=nummer,
        toelichting=toelichting,
    )


_INKOOP: Final = normen().norm("vsv-inkoop")
_BASISKADER: Final = normen().norm("vsv-basiskader")
_AANWIJZING: Final = normen().norm("vsv-aanwijzing")

EERSTE_DAG_INKOOP: Final = _INKOOP.looptijd.van
"""From this day insurers can purchase the work of a VSV (K7)."""

INKOOP: Final = _INKOOP.bron
"""That insurers can purchase from that day on, at a free tariff."""

BASISKADER_VASTGESTELD: Final = _BASISKADER.looptijd.van
"""Day on which the parties adopted the basiskader; the letter says 2023, ZonMw names the day."""

KERNTAKEN: Final = _BASISKADER.bron
"""The four kerntaken of the basiskader."""

EERSTE_DAG_AANWIJZING_VSV: Final = _AANWIJZING.looptijd.van
"""First possible day of the decision on the aanwijzing for VSV funding (K12)."""

AANWIJZING_VSV: Final = _AANWIJZING.bron
"""The announced procedure."""

ZONMW: Final = normen().norm("financiering-zonmw").bron
"""Subsidy for the introduction."""

BABYCONNECT: Final = normen().norm("financiering-programma_babyconnect").bron
"""The end of the programme."""

DIG: Final = normen().norm("financiering-overgangssteun_dig").bron
"""Transition support, and then the field."""

DISCIPLINES: Final = kamerbrief(
    "K2",
    verificatie=Verificatie.AFGELEID,
    toelichting=(
        "De brief noemt vijf disciplines die samenwerken. Dat elk VSV ze alle vijf heeft, is een "
        "lezing: de KNOV noemt kinderarts en kraamzorg pas onder 'verder'."
    ),
)
"""The five disciplines, as a reading of who must take part."""

KERN: Final = kamerbrief(
    "K2",
    verificatie=Verificatie.BEVESTIGD,
    toelichting=(
        "Verloskundige en gynaecoloog: genoemd in de brief, en door de KNOV (2021) als 'in ieder "
        "geval' in een VSV."
    ),
)
"""Verloskundige and gynaecoloog, on which the letter and the KNOV agree."""

SAMENSTELLING: Final = Bron(
    titel="KNOV, samenwerken in het regionale netwerk (2021)",
    verificatie=Verificatie.SECUNDAIR,
    url=(
        "https://www.knov.nl/werk-en-organisatie/informatie?componentid=30048256"
        "&title=Samenwerken%252bin%252bhet%252bregionale%252bnetwerk"
    ),
    toelichting="In ieder geval verloskundige, verloskundig actieve huisarts en gynaecoloog.",
)
"""The huisarts, whom only the KNOV names."""

MDO: Final = kamerbrief("K5")
"""MDO in the medical and the social domain."""

VOLGORDE: Final = Bron(
    titel="Federatie van VSV's, basiskader: bouwstenen met tools (2024)",
    verificatie=Verificatie.SECUNDAIR,
    url="https://www.federatievsv.nl/subsidie-versterking-vsvs/basiskader-bouwstenen-met-tools/",
    toelichting="Bouwsteen 1 uitgewerkt hebben is voorwaarde voor bouwsteen 2 t/m 4.",
)
"""The order of the bouwstenen."""

GEREEDHEID: Final = Bron(
    titel="Gereedheid van een VSV om te contracteren",
    verificatie=Verificatie.AFGELEID,
    toelichting=(
        "Samengesteld uit K2, K4, K5 en de volgorde van de bouwstenen. Geen bron stelt dit als "
        "voorwaarde voor een contract; inkoopeisen van verzekeraars zijn niet gezien."
    ),
)
"""That what is missing stands in the way of a contract."""

COALITIE: Final = kamerbrief("K23")
"""The domains of a Kansrijke Start coalition."""

ZORG: Final = kamerbrief(
    "K9",
    toelichting=(
        "De verantwoordelijkheid voor de zorg blijft bij de primair betrokken zorgaanbieders; een "
        "VSV declareert zijn eigen werk, dat bij geen client hoort."
    ),
)
"""That a VSV declares no care, and its prestaties belong to no client."""

LUMPSUM: Final = kamerbrief("K8")
"""That a VSV declares under a lumpsum agreement with an insurer."""

GEEN_DUBBELE_DEKKING: Final = kamerbrief(
    "K6",
    verificatie=Verificatie.AFGELEID,
    toelichting=(
        "De brief noemt de subsidie en haar looptijd. Dat twee financiers niet hetzelfde tijdvak "
        "van dezelfde activiteit dekken, is een lezing; cofinanciering is niet uitgesloten."
    ),
)
"""That two payers do not pay the same."""

BETAALT_ACTIVITEIT: Final = kamerbrief(
    "K6",
    verificatie=Verificatie.AFGELEID,
    toelichting=(
        "De brief noemt wat er over welke jaren wordt betaald. Dat een financier betaalt voor wat "
        "er dan plaatsvindt, is een lezing."
    ),
)
"""That a payer pays what takes place while it pays."""

BABYCONNECT_VOORTGEZET: Final = kamerbrief(
    "K13 en K14",
    verificatie=Verificatie.AFGELEID,
    toelichting="Dat een aansluiting na het programma onder DIG valt, volgt uit beide.",
)
"""That a connection goes on under DIG."""

VRIJ_TARIEF: Final = kamerbrief(
    "K7",
    verificatie=Verificatie.AFGELEID,
    toelichting="De NZa is om een vrij tarief gevraagd; haar besluit is niet gezien.",
)
"""That the tariff is free, as asked of the NZa."""

CONSULTATIE: Final = kamerbrief(
    "K10",
    verificatie=Verificatie.AFGELEID,
    toelichting=(
        "De NZa consulteert concept-beleidsregels. Dat zij pas vaststelt als de consultatie voorbij "
        "is, volgt daaruit."
    ),
)
"""That a concept goes to consultation before it is adopted."""

MACROKADER: Final = kamerbrief("K11")
"""Overig curatief, without a macrobeheersinstrument."""

AFSPRAAK: Final = kamerbrief(
    "K3",
    verificatie=Verificatie.AFGELEID,
    toelichting="De partijen spreken af; dat het er minstens twee zijn, volgt daaruit.",
)
"""That an agreement has two parties."""
