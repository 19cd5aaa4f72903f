"""Which member of a declaratie a field of a message fills, and the other way round."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from geboortezorg.ei.controle import AANTALLEN, GELIJK, TOTALEN
from geboortezorg.ei.indeling import Recordvorm
from geboortezorg.ei.namen import Veldnaam
from geboortezorg.model.ei import EIInhoud, EIRecordrol, EIVeld

LEDEN: Final[Mapping[EIRecordrol, Mapping[Veldnaam, str]]] = {
    EIRecordrol.VOORLOOP: {
        Veldnaam.UZOVI: "uzovi_code",
        Veldnaam.SERVICEBUREAU: "declarant_agb",
        Veldnaam.ZORGVERLENER: "declarant_agb",
        Veldnaam.PRAKTIJK: "declarant_agb",
        Veldnaam.INSTELLING: "declarant_agb",
        Veldnaam.BETALING_AAN: "declarant_agb",
        Veldnaam.BEGINDATUM_PERIODE: "periode/van",
        Veldnaam.EINDDATUM_PERIODE: "periode/tot_en_met",
        Veldnaam.FACTUURNUMMER: "factuurnummer",
        Veldnaam.FACTUURDATUM: "factuurdatum",
    },
    EIRecordrol.PRESTATIE: {
        Veldnaam.BSN: "bsn",
        Veldnaam.UZOVI: "uzovi_code",
        Veldnaam.VORIGE_ZORGVERLENER: "vorige_zorgverlener_agb",
        Veldnaam.SPECIALISME_VORIGE_ZORGVERLENER: "vorige_zorgverlener_specialisme",
        Veldnaam.BEGINDATUM_PRESTATIE: "periode/van",
        Veldnaam.EINDDATUM_PRESTATIE: "periode/tot_en_met",
        Veldnaam.DATUM_PARTUS: "datum_partus",
        Veldnaam.PRESTATIECODELIJST: "prestatie",
        Veldnaam.PRESTATIECODE: "prestatie",
        Veldnaam.BEHANDELAAR: "behandelaar_agb",
        Veldnaam.SPECIALISME_BEHANDELAAR: "behandelaar_specialisme",
        Veldnaam.VERWIJZER: "verwijzer_agb",
        Veldnaam.SPECIALISME_VERWIJZER: "verwijzer_specialisme",
        Veldnaam.AANTAL: "aantal",
        Veldnaam.TIJDSEENHEID: "eenheid",
        Veldnaam.TARIEF: "tarief_eurocent",
        Veldnaam.BEREKEND_BEDRAG: "bedrag_eurocent",
        Veldnaam.BEREKEND_BEDRAG_DC: "debet_credit",
        Veldnaam.DECLARATIEBEDRAG: "declaratiebedrag_eurocent",
        Veldnaam.DECLARATIEBEDRAG_DC: "debet_credit",
        Veldnaam.REFERENTIENUMMER: "referentienummer",
        Veldnaam.GERELATEERD_REFERENTIENUMMER: "gerelateerd_referentienummer",
    },
}
"""The member that each field fills: of the declaratie, or of one declaratieregel."""

_GERAAMTE: Final[Mapping[EIRecordrol, frozenset[str]]] = {
    EIRecordrol.VOORLOOP: frozenset(
        {
            Veldnaam.BERICHTCODE,
            Veldnaam.BERICHTVERSIE,
            Veldnaam.BERICHTSUBVERSIE,
            Veldnaam.SOORT_BERICHT,
        }
    ),
    EIRecordrol.PRESTATIE: frozenset(GELIJK),
    EIRecordrol.SLUIT: frozenset(
        {*AANTALLEN, Veldnaam.AANTAL_DETAILS, *(naam for velden, _ in TOTALEN for naam in velden)}
    ),
}
"""The fields that the frame of a message reads; those of a person where a prestatie has them too."""


def ongelezen(vorm: Recordvorm) -> Iterator[EIVeld]:
    """Yield the fields of a record that nothing here reads, and that may say what must be judged."""
    gelezen = {
        *(Veldnaam.RECORDKENMERK, Veldnaam.VOLGNUMMER),
        *LEDEN.get(vorm.rol, ()),
        *_GERAAMTE.get(vorm.rol, ()),
    }
    if vorm.rol is EIRecordrol.VERZEKERDE:
        onder = vorm.indeling.per_rol[EIRecordrol.PRESTATIE].velden
        gelezen |= {naam for naam in GELIJK if naam in onder}
    for veld in vorm.model.velden:
        if veld.naam not in gelezen and not (
            veld.buiten_oordeel or veld.inhoud is EIInhoud.RESERVE
        ):
            yield veld


NIET_IN_BERICHT: Final = {
    "declaratie": ("iban",),
    "declaratieregel": ("zorgepisode_id", "startdatum_zorg", "grondslag_referentienummers"),
}
"""Members that have no field in a message."""

_ANDERSOM: Final = {
    rol: {"periode": velden_begin} | {lid: naam for naam, lid in LEDEN[rol].items()}
    for rol, velden_begin in (
        (EIRecordrol.VOORLOOP, Veldnaam.BEGINDATUM_PERIODE),
        (EIRecordrol.PRESTATIE, Veldnaam.BEGINDATUM_PRESTATIE),
    )
}

_DECLARATIEREGEL: Final = re.compile(r"/declaratieregels/([0-9]+)(?:/(.*))?\Z")


def plaats(pointer: str) -> tuple[int | None, Veldnaam | None]:
    """Return which declaratieregel a JSON Pointer leads to, from 0, and which field fills it.

    The first is None for a place in the declaratie itself, the second where no field fills it.
    """
    gevonden = _DECLARATIEREGEL.match(pointer)
    if gevonden is None:
        return None, _ANDERSOM[EIRecordrol.VOORLOOP].get(pointer[1:])
    lid = gevonden[2] or ""
    if lid == "zorgaanbieder_agb":  # of the whole message
        return None, Veldnaam.PRAKTIJK
    return int(gevonden[1]), _ANDERSOM[EIRecordrol.PRESTATIE].get(lid)
