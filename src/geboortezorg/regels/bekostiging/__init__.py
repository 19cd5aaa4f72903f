"""How work is funded: prestatiebeschrijving, lump sum, aanwijzing, subsidy."""

from typing import Final

VOORVOEGSELS: Final = (
    "BEKOSTIGING",
    "AANWIJZING",
    "FINANCIERING",
    "OVEREENKOMST",
    "UITWISSELING",
)
"""The words with which the codes of this theme begin, after `GZ-`."""

MODULES: Final = {
    "aanwijzing": "vsv_declaratie prestatiebeschrijving aanwijzing",
    "begin": "dossier overeenkomst vsv_declaratie prestatiebeschrijving",
    "beschrijving": "vsv_declaratie",
    "besluit": "vsv_declaratie prestatiebeschrijving",
    "financiering": "vsv",
    "lumpsum": "dossier overeenkomst vsv_declaratie",
    "overeenkomst": "dossier overeenkomst vsv_declaratie",
    "partijen": "vsv_declaratie",
    "uitwisseling": "vsv aansluiting",
    "vancontext": "vsv_declaratie",
    "vsvregels": "vsv_declaratie",
}
"""Where its rules stand, each module with the kinds of document that these judge."""

REGELS: Final = (
    "begin.niet_voor_2027",
    "beschrijving.beschrijving_van_kracht",
    "lumpsum.binnen_lumpsum",
    "lumpsum.termijnen",
    "partijen.partijen_en_periode",
    "besluit.tariefsoort_en_macrokader",
    "vsvregels.credit_neemt_terug",
    "vsvregels.eenmaal_gedeclareerd",
    "vsvregels.noemt_bedrag",
    "besluit.stappen_en_status",
    "besluit.tariefsoort_volgens_tabel",
    "vancontext.van_betaler_klopt",
    "overeenkomst.wie_en_wat",
    "overeenkomst.percentage_binnen_tabel",
    "overeenkomst.tarieven_binnen_tabel",
    "overeenkomst.heeft_inhoud",
    "aanwijzing.voorhang",
    "aanwijzing.na_aanwijzing",
    "financiering.geen_dubbele_dekking",
    "financiering.eigen_tijdvak",
    "financiering.betaalt_lopende_activiteiten",
    "uitwisseling.kostendrager",
    "uitwisseling.na_babyconnect",
    "uitwisseling.niet_dubbel_gedragen",
)
"""The rules of this theme, in the order in which a report shows them."""
