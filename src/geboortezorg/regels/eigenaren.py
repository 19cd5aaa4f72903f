"""Where a special rule says what the general rule on a declaration would say, under its own code.

One fault gives one finding: at these places the general rule keeps silent.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geboortezorg.betekenis import (
    AGB,
    Ander,
    Bereik,
    Betekenis,
    Duurt,
    Eenduidig,
    Eindigt,
    Gebeurd,
    GeenOverlap,
    Gevuld,
    Hooguit,
    Nabij,
    NietNa,
    NietNul,
    NietVoor,
    Nodig,
    Past,
    Strookt,
    Uniek,
    Verwijst,
    Zorgsoort,
)

_Plekken = Mapping[tuple[type[Betekenis], str], Mapping[str, str]]


def _plekken() -> _Plekken:
    uit: dict[tuple[type[Betekenis], str], dict[str, str]] = {}

    def zet(code: str, soort: type[Betekenis], documenten: str, *paden: str) -> None:
        for document in documenten.split():
            uit.setdefault((soort, document), {}).update(dict.fromkeys(paden, code))

    declaratieregel = "/declaratieregels/*"
    zet("GZ-DECLARATIE-001", Eindigt, "declaratie", "/periode/tot_en_met")
    zet(
        "GZ-DECLARATIE-001",
        Eindigt,
        "dossier declaratie vsv_declaratie",
        f"{declaratieregel}/periode/tot_en_met",
    )
    zet("GZ-DECLARATIE-001", Eindigt, "dossier", "/eigen_bijdragen/*/periode/tot_en_met")
    zet(
        "GZ-DOSSIER-001",
        Eindigt,
        "dossier",
        "/zorgepisodes/*/looptijd/tot_en_met",
        "/overeenkomsten/*/looptijd/tot_en_met",
        "/client/verzekeringen/*/looptijd/tot_en_met",
    )
    zet("GZ-DOSSIER-001", Eindigt, "zorgepisode overeenkomst", "/looptijd/tot_en_met")
    zet(
        "GZ-MONITOR-010",
        Eindigt,
        "monitorplan",
        "/periode/tot_en_met",
        "/tijdlijn/*/periode/tot_en_met",
        "/meetperioden/*/tot_en_met",
        "/metingen/*/periode/tot_en_met",
    )
    zet("GZ-CIJFER-002", Eindigt, "cijfertabel", "/cijfers/*/periode/tot_en_met")
    zet(
        "GZ-WACHT-001",
        Eindigt,
        "wachtdienst",
        "/volledig_over/einde",
        "/wachtdiensten/*/einde",
        "/wachtdiensten/*/oproepen/*/gewerkt/einde",
        "/arbeid/*/einde",
    )
    zet("GZ-DECLARATIE-002", Gebeurd, "declaratie", f"{declaratieregel}/periode/tot_en_met")
    zet("GZ-DECLARATIE-004", Gebeurd, "declaratie vsv_declaratie", "/factuurdatum")
    zet(
        "GZ-DECLARATIE-005",
        Uniek,
        "declaratie vsv_declaratie",
        f"{declaratieregel}/referentienummer",
    )
    zet(
        "GZ-DOSSIER-009",
        Past,
        "dossier",
        "/zorgepisodes/*/zorgaanbieder/echelon",
        "/zorgepisodes/*/verwijzingen/*/naar/echelon",
    )
    zet(
        "GZ-DOSSIER-009",
        Past,
        "zorgepisode",
        "/zorgaanbieder/echelon",
        "/verwijzingen/*/naar/echelon",
    )
    zet("GZ-DOSSIER-002", Uniek, "dossier", "/zorgepisodes/*/zorgepisode_id")
    zet("GZ-DOSSIER-002", Verwijst, "dossier", f"{declaratieregel}/zorgepisode_id")
    zet("GZ-KIND-004", Uniek, "dossier", "/kinderen/*/rangnummer")
    zet(
        "GZ-MONITOR-013",
        Uniek,
        "monitorplan",
        "/definities/*/definitie_id",
        "/doelen/*/doel_id",
        "/indicatoren/*/indicator_id",
        "/metingen/*/meting_id",
        "/tijdlijn/*/stap_id",
    )
    zet(
        "GZ-MONITOR-013",
        Verwijst,
        "monitorplan",
        "/doelen/*/indicator_ids/*",
        "/indicatoren/*/definitie_id",
        "/metingen/*/indicator_id",
        "/metingen/*/definitie_id",
        "/vergelijkingen/*/een",
        "/vergelijkingen/*/ander",
    )
    zet("GZ-CIJFER-001", Uniek, "cijfertabel", "/definities/*/definitie_id")
    zet("GZ-CIJFER-001", Verwijst, "cijfertabel", "/cijfers/*/definitie_id")
    return MappingProxyType({sleutel: MappingProxyType(paden) for sleutel, paden in uit.items()})


EIGENAREN: Final = _plekken()
"""The code of the special rule, by kind of declaration and of document, and by place."""


ALGEMEEN: Final[Mapping[type[Betekenis], str]] = MappingProxyType(
    {
        Uniek: "GZ-SAMENHANG-001",
        Ander: "GZ-SAMENHANG-001",
        Verwijst: "GZ-SAMENHANG-002",
        Strookt: "GZ-SAMENHANG-002",
        Eindigt: "GZ-SAMENHANG-003",
        Gebeurd: "GZ-SAMENHANG-004",
        NietVoor: "GZ-SAMENHANG-005",
        NietNa: "GZ-SAMENHANG-005",
        GeenOverlap: "GZ-SAMENHANG-006",
        AGB: "GZ-SAMENHANG-007",
        Zorgsoort: "GZ-PARTIJ-001",
        Hooguit: "GZ-SAMENHANG-008",
        Bereik: "GZ-SAMENHANG-010",
        Gevuld: "GZ-SAMENHANG-009",
        Nodig: "GZ-SAMENHANG-009",
        Eenduidig: "GZ-SAMENHANG-011",
        Past: "GZ-SAMENHANG-012",
        NietNul: "GZ-SAMENHANG-013",
        Nabij: "GZ-SAMENHANG-014",
        Duurt: "GZ-SAMENHANG-014",
    }
)
"""The code of the general rule, by kind of declaration."""


def eigenaar(soort: type[Betekenis], document_soort: str, patroon: str) -> str | None:
    """Return the code of the special rule that says at this place what the general one would."""
    return EIGENAREN.get((soort, document_soort), {}).get(patroon)


def code_van(soort: type[Betekenis], document_soort: str, patroon: str) -> str:
    """Return the code of the rule that says at this place that a declaration does not hold."""
    return eigenaar(soort, document_soort, patroon) or ALGEMEEN[soort]
