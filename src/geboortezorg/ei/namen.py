"""The names of fields that mean something here; any other field of a layout is only passed on."""

from enum import StrEnum


class Veldnaam(StrEnum):
    """A field that the frame, the translation or the return message reads or writes."""

    RECORDKENMERK = "recordkenmerk"
    VOLGNUMMER = "volgnummer"
    RESERVE = "reserve"

    BERICHTCODE = "berichtcode"
    BERICHTVERSIE = "berichtversie"
    BERICHTSUBVERSIE = "berichtsubversie"
    SERVICEBUREAU = "servicebureau"
    ZORGVERLENER = "zorgverlener"
    PRAKTIJK = "praktijk"
    INSTELLING = "instelling"
    BETALING_AAN = "betaling_aan"
    BEGINDATUM_PERIODE = "begindatum_periode"
    EINDDATUM_PERIODE = "einddatum_periode"
    FACTUURNUMMER = "factuurnummer"
    FACTUURDATUM = "factuurdatum"
    VALUTA = "valuta"

    BSN = "bsn"
    UZOVI = "uzovi"
    VERZEKERDENNUMMER = "verzekerdennummer"

    VORIGE_ZORGVERLENER = "vorige_zorgverlener"
    SPECIALISME_VORIGE_ZORGVERLENER = "specialisme_vorige_zorgverlener"
    BEGINDATUM_PRESTATIE = "begindatum_prestatie"
    EINDDATUM_PRESTATIE = "einddatum_prestatie"
    DATUM_PARTUS = "datum_partus"
    PRESTATIECODELIJST = "prestatiecodelijst"
    PRESTATIECODE = "prestatiecode"
    BEHANDELAAR = "behandelaar"
    SPECIALISME_BEHANDELAAR = "specialisme_behandelaar"
    VERWIJZER = "verwijzer"
    SPECIALISME_VERWIJZER = "specialisme_verwijzer"
    AANTAL = "aantal"
    TIJDSEENHEID = "tijdseenheid"
    TARIEF = "tarief"
    BEREKEND_BEDRAG = "berekend_bedrag"
    BEREKEND_BEDRAG_DC = "berekend_bedrag_dc"
    DECLARATIEBEDRAG = "declaratiebedrag"
    DECLARATIEBEDRAG_DC = "declaratiebedrag_dc"
    REFERENTIENUMMER = "referentienummer"
    GERELATEERD_REFERENTIENUMMER = "gerelateerd_referentienummer"

    AANTAL_VERZEKERDEN = "aantal_verzekerden"
    AANTAL_DEBITEUREN = "aantal_debiteuren"
    AANTAL_PRESTATIES = "aantal_prestaties"
    AANTAL_COMMENTAREN = "aantal_commentaren"
    AANTAL_DETAILS = "aantal_details"
    TOTAALBEDRAG = "totaalbedrag"
    TOTAALBEDRAG_DC = "totaalbedrag_dc"

    DATUM_RETOUR = "datum_retour"
    REFERENTIE_VERZEKERAAR = "referentie_verzekeraar"
    RETOURCODE_1 = "retourcode_1"
    RETOURCODE_2 = "retourcode_2"
    RETOURCODE_3 = "retourcode_3"
    BEREKEND_BEDRAG_VERZEKERAAR = "berekend_bedrag_verzekeraar"
    BEREKEND_BEDRAG_VERZEKERAAR_DC = "berekend_bedrag_verzekeraar_dc"
    TOEGEKEND_BEDRAG = "toegekend_bedrag"
    TOEGEKEND_BEDRAG_DC = "toegekend_bedrag_dc"
    TOEGEKEND_TOTAALBEDRAG = "toegekend_totaalbedrag"
    TOEGEKEND_TOTAALBEDRAG_DC = "toegekend_totaalbedrag_dc"


RETOURCODES = (Veldnaam.RETOURCODE_1, Veldnaam.RETOURCODE_2, Veldnaam.RETOURCODE_3)
"""The fields for the return codes of one record."""
