"""The catalogue of rules as a flat table."""

from datetime import date
from typing import final

from geboortezorg.bevroren import bevroren
from geboortezorg.regels.catalogus import catalogus
from geboortezorg.tabulair.overzicht import Overzicht, kolom, overzicht


@final
@bevroren(kw_only=True)
class RegelRij:
    """One rule."""

    code: str = kolom("Code of the rule.", "Code van de regel.")
    thema: str = kolom("Theme of the rule.", "Thema van de regel.")
    versie: int = kolom("Version of the rule.", "Versie van de regel.")
    titel: str = kolom("Norm in Dutch.", "Norm in het Nederlands.")
    titel_en: str = kolom("Norm in English.", "Norm in het Engels.")
    ernst: str = kolom("Severity of a breach.", "Ernst van een schending.")
    verificatie: str = kolom(
        "Weakest verification of its sources.", "Zwakste verificatie van de bronnen."
    )
    soorten: str = kolom("Kinds of document that it judges.", "Soorten die zij beoordeelt.")
    velden: str = kolom(
        "JSON Pointers that it may report on.", "JSON Pointers waarover zij kan melden."
    )
    peildatum: str = kolom("Which date decides.", "Welke datum beslist.")
    gebruikt_tabellen: bool = kolom(
        "Whether it rests on the tables of tariffs.", "Of zij op de tarieftabellen rust."
    )
    retourcodes: str = kolom("Vektis return codes.", "Retourcodes van Vektis.")
    van: date | None = kolom(
        "First day of the norm, where a source states it.",
        "Eerste dag van de norm, waar een bron die noemt.",
    )
    tot_en_met: date | None = kolom("Last day of the norm.", "Laatste dag van de norm.")
    bronnen: str = kolom(
        "Titles of its sources, with a semicolon between them.",
        "Titels van de bronnen, met een puntkomma ertussen.",
    )


def regelrijen() -> Overzicht[RegelRij]:
    """Return every rule of this release, in the order of the catalogue."""
    return overzicht(
        RegelRij,
        (
            RegelRij(
                code=regel.code,
                thema=regel.thema,
                versie=regel.versie,
                titel=regel.titel,
                titel_en=regel.titel_en,
                ernst=regel.ernst.value,
                verificatie=regel.verificatie.value,
                soorten=" ".join(regel.soorten),
                velden=" ".join(regel.velden),
                peildatum=regel.peildatum.value,
                gebruikt_tabellen=regel.gebruikt_tabellen,
                retourcodes=" ".join(regel.retourcodes),
                van=regel.geldig and regel.geldig.van,
                tot_en_met=regel.geldig and regel.geldig.tot_en_met,
                bronnen="; ".join(bron.titel for bron in regel.bronnen),
            )
            for regel in catalogus().regels
        ),
    )
