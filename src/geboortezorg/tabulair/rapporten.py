"""Reports as flat tables: a row for each place of a finding, and a row for each report."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import final

from geboortezorg.bevroren import bevroren
from geboortezorg.convert.plaatsen import Rijplaats
from geboortezorg.rapport import Bevinding, Oordeel, Rapport
from geboortezorg.tabulair.overzicht import Overzicht, kolom, overzicht

Rapporten = Rapport | Iterable[Rapport] | Mapping[str, Rapport]
"""One report, several, or several by a key of yours that says which document each is about."""


@final
@bevroren(kw_only=True)
class BevindingRij:
    """One place of one finding. A finding of several places is as many rows."""

    document: str = kolom(
        "Your key of the document, or its position from 0.",
        "Uw sleutel van het document, of zijn plaats vanaf 0.",
    )
    bevinding: int = kolom(
        "Position of the finding in its report, from 0.",
        "Plaats van de bevinding in haar rapport, vanaf 0.",
    )
    plaats: int = kolom(
        "Position of the place in the finding, from 0.",
        "Plaats binnen de bevinding, vanaf 0.",
    )
    oordeel: str = kolom("Verdict on the document.", "Oordeel over het document.")
    document_soort: str | None = kolom("Kind of document.", "Soort document.")
    code: str = kolom("Code of the rule.", "Code van de regel.")
    reden: str = kolom("Which of the rule's cases this is.", "Welk geval van de regel dit is.")
    uitkomst: str = kolom("What the rule says of the place.", "Wat de regel van de plaats zegt.")
    ernst: str = kolom("Severity.", "Ernst.")
    oorzaak: str | None = kolom(
        "Why it was not judged: twijfel or onbekend; empty when it was.",
        "Waarom het niet is beoordeeld: twijfel of onbekend; leeg als het dat wel is.",
    )
    pad: str = kolom("JSON Pointer to the place.", "JSON Pointer naar de plaats.")
    tekst: str = kolom("What to do, in Dutch.", "Wat te doen, in het Nederlands.")
    tekst_en: str = kolom("What to do, in English.", "Wat te doen, in het Engels.")
    parameters: str = kolom(
        "Values from the library's own tables, as a JSON object.",
        "Waarden uit de eigen tabellen, als JSON-object.",
    )
    retourcodes: str = kolom("Vektis return codes.", "Retourcodes van Vektis.")
    verificatie: str = kolom(
        "How well the source was verified.", "Hoe goed de bron is geverifieerd."
    )
    bron_titel: str = kolom("Source of the norm.", "Bron van de norm.")
    bron_nummer: str | None = kolom("Number of the source.", "Nummer van de bron.")
    bron_artikel: str | None = kolom("Article of the source.", "Artikel van de bron.")
    bron_url: str | None = kolom("Where the source stands.", "Waar de bron staat.")
    rij: int | None = kolom(
        "Row that the place comes from; empty when the document was not made of rows.",
        "Rij waar de plaats vandaan komt; leeg als het document niet van rijen is gemaakt.",
    )
    kolomnummer: int | None = kolom("Column of that row, from 1.", "Kolom van die rij, vanaf 1.")
    kolomtitel: str | None = kolom("Title of that column.", "Titel van die kolom.")


@final
@bevroren(kw_only=True)
class RapportRij:
    """One report, also when it has no findings."""

    document: str = kolom(
        "Your key of the document, or its position from 0.",
        "Uw sleutel van het document, of zijn plaats vanaf 0.",
    )
    oordeel: str = kolom("Verdict.", "Oordeel.")
    akkoord: bool = kolom("Whether it is akkoord.", "Of het akkoord is.")
    twijfel: bool = kolom(
        "Whether facts point to a breach on too weak a ground.",
        "Of feiten op een schending wijzen, op een te zwakke grond.",
    )
    onbekend: bool = kolom(
        "Whether a fact or a table is missing.", "Of een feit of een tabel ontbreekt."
    )
    document_soort: str | None = kolom("Kind of document.", "Soort document.")
    document_versie: str | None = kolom("Its schema version.", "Zijn schemaversie.")
    beoordelingsdatum: date | None = kolom("Day of judging.", "Dag van beoordeling.")
    bibliotheek_versie: str = kolom("Version of the library.", "Versie van de bibliotheek.")
    bevindingen: int = kolom("How many findings.", "Hoeveel bevindingen.")
    bevindingen_weggelaten: int = kolom(
        "Places of findings beyond the bound, counted but not listed.",
        "Plaatsen van bevindingen boven de grens, geteld maar niet getoond.",
    )
    regels_voldaan: int = kolom("Rules met.", "Regels voldaan.")
    regels_geschonden: int = kolom("Rules broken.", "Regels geschonden.")
    regels_niet_beoordeeld: int = kolom("Rules not judged.", "Regels niet beoordeeld.")


def bevindingrijen(
    rapporten: Rapporten, waar: Callable[[str, str], Rijplaats] | None = None
) -> Overzicht[BevindingRij]:
    """Return every place of every finding. A report without findings gives no row.

    `waar` takes the key of a document and a JSON Pointer in it, and returns the row that it comes
    from; for documents that were made of rows.
    """
    return overzicht(
        BevindingRij,
        (
            rij
            for sleutel, rapport in _met_sleutel(rapporten)
            for rij in bevindingrijen_van(sleutel, rapport, waar)
        ),
    )


def bevindingrijen_van(
    sleutel: str, rapport: Rapport, waar: Callable[[str, str], Rijplaats] | None = None
) -> Iterator[BevindingRij]:
    """Yield every place of every finding of one report, one by one: there may be very many."""
    for nummer, bevinding in enumerate(rapport.bevindingen):
        for plaats, pad in enumerate(bevinding.plaatsen):
            rij = None if waar is None else waar(sleutel, pad)
            yield _bevinding(sleutel, rapport, nummer, bevinding, plaats, pad, rij)


def rapportrijen(rapporten: Rapporten) -> Overzicht[RapportRij]:
    """Return a row for each report, so that a document without findings is not lost."""
    return overzicht(RapportRij, (_rapport(*paar) for paar in _met_sleutel(rapporten)))


def _met_sleutel(rapporten: Rapporten) -> Iterator[tuple[str, Rapport]]:
    if isinstance(rapporten, Mapping):
        yield from rapporten.items()
        return
    for nummer, rapport in enumerate((rapporten,) if isinstance(rapporten, Rapport) else rapporten):
        yield str(nummer), rapport


def _bevinding(
    sleutel: str,
    rapport: Rapport,
    nummer: int,
    bevinding: Bevinding,
    plaats: int,
    pad: str,
    rij: Rijplaats | None,
) -> BevindingRij:
    bron = bevinding.bron
    waarden = {parameter.naam: parameter.waarde for parameter in bevinding.parameters}
    return BevindingRij(
        document=sleutel,
        bevinding=nummer,
        plaats=plaats,
        oordeel=rapport.oordeel.value,
        document_soort=rapport.document_soort,
        code=bevinding.code,
        reden=bevinding.reden,
        uitkomst=bevinding.uitkomst.value,
        ernst=bevinding.ernst.value,
        oorzaak=bevinding.oorzaak and bevinding.oorzaak.value,
        pad=pad,
        tekst=bevinding.tekst,
        tekst_en=bevinding.tekst_en,
        parameters=json.dumps(waarden, ensure_ascii=False),
        retourcodes=" ".join(bevinding.retourcodes),
        verificatie=bron.verificatie.value,
        bron_titel=bron.titel,
        bron_nummer=bron.nummer,
        bron_artikel=bron.artikel,
        bron_url=bron.url,
        rij=rij and rij.rij,
        kolomnummer=rij and rij.kolom,
        kolomtitel=rij and rij.titel,
    )


def _rapport(sleutel: str, rapport: Rapport) -> RapportRij:
    samen = rapport.samenvatting
    oorzaken = {oorzaak.value for oorzaak in rapport.oorzaken}
    return RapportRij(
        document=sleutel,
        oordeel=rapport.oordeel.value,
        akkoord=rapport.oordeel is Oordeel.AKKOORD,
        twijfel="twijfel" in oorzaken,
        onbekend="onbekend" in oorzaken,
        document_soort=rapport.document_soort,
        document_versie=rapport.document_versie,
        beoordelingsdatum=rapport.beoordelingsdatum,
        bibliotheek_versie=rapport.bibliotheek_versie,
        bevindingen=len(rapport.bevindingen),
        bevindingen_weggelaten=rapport.bevindingen_weggelaten,
        regels_voldaan=0 if samen is None else samen.voldaan,
        regels_geschonden=0 if samen is None else samen.geschonden,
        regels_niet_beoordeeld=0 if samen is None else samen.niet_beoordeeld,
    )
