"""The page that says which elements of FHIR fill a dossier, and which members nothing fills."""

from collections.abc import Iterator
from typing import Any

from opmaak import tabel

from geboortezorg.fhir import TEKSTEN
from geboortezorg.fhir.koppeling import Koppelrij, koppeling
from geboortezorg.model import (
    Client,
    Dossier,
    Kind,
    Verwijzing,
    Verzekering,
    Zorgaanbieder,
    Zorgepisode,
    Zwangerschap,
)
from geboortezorg.vorm import velden

_KOP = """\
# FHIR: what is read

Made from the mapping itself. Sources: {bronnen}. How to use it: [](/how-to/fhir.md).
"""

_ROLLEN = {
    "client": ("Patient of the record", Client),
    "kind": ("Patient of a birth, or in the record with profile bc-Child", Kind),
    "geboorte": ("Procedure of a birth", Kind),
    "zwangerschap": ("Observation", Zwangerschap),
    "zorgaanbieder": ("Organization", Zorgaanbieder),
    "zorgepisode": ("EpisodeOfCare of the maternal record", Zorgepisode),
    "verwijzing": ("ReferralRequest", Verwijzing),
    "verzekering": ("Coverage", Verzekering),
    "verzekeraar": ("Organization that pays", Verzekering),
}
"""Who plays each part, and which class is filled from it."""

_VERBANDEN = {
    (Dossier, "referentie"): "a number",
    (Dossier, "zwangerschap"): "Condition of the pregnancy, and what is tied to it",
    (Dossier, "client"): "EpisodeOfCare.patient",
    (Dossier, "kinderen"): "Procedure.subject of a birth",
    (Dossier, "zorgepisodes"): "EpisodeOfCare",
    (Client, "verzekeringen"): "Coverage.beneficiary",
    (Kind, "geboren"): "a birth, or a day of birth",
    (Zorgepisode, "zorgepisode_id"): "EpisodeOfCare.id",
    (Zorgepisode, "zorgaanbieder"): "EpisodeOfCare.managingOrganization",
    (Zorgepisode, "looptijd"): "EpisodeOfCare.period",
    (Zorgepisode, "verwijzingen"): "ReferralRequest of the organisation that refers",
    (Verwijzing, "naar"): "ReferralRequest.recipient",
    (Verzekering, "looptijd"): "Coverage.period",
}
"""What is filled by how resources hang together, and not by one element."""


def _element(koppelrij: Koppelrij) -> str:
    code = " or ".join(f"`{code}`" for code in sorted(koppelrij.onderdeel or koppelrij.codes))
    return f"{'.'.join(koppelrij.pad)} {code}".strip()


def gevuld() -> Iterator[tuple[str, str, type[Any], str]]:
    """Yield resource, element, class and member of everything that is filled."""
    k = koppeling()
    koppelrijen = dict.fromkeys(
        koppelrij for deel in (*k.velden.values(), *k.waarnemingen.values()) for koppelrij in deel
    )
    for koppelrij in koppelrijen:
        resource, klasse = _ROLLEN[koppelrij.rol]
        yield (
            "Observation" if koppelrij.codes else resource,
            _element(koppelrij),
            klasse,
            koppelrij.lid,
        )
    for (klasse, lid), waaruit in _VERBANDEN.items():
        yield "", waaruit, klasse, lid


def leeg() -> Iterator[tuple[str, str]]:
    """Yield class and member of what nothing in FHIR fills."""
    vol = {(klasse, lid.split(".")[0]) for _, _, klasse, lid in gevuld()}
    for klasse in dict.fromkeys([Dossier, *(klasse for _, klasse in _ROLLEN.values())]):
        for veld in velden(klasse):
            if (klasse, veld.naam) not in vol:
                yield klasse.__name__, veld.naam


def fhir_bladzijde() -> str:
    """Return the page."""
    k = koppeling()
    delen = [_KOP.format(bronnen=", ".join(f"<{bron}>" for bron in k.bronnen))]
    delen += ["## What fills a member\n"]
    rijen = [
        [f"{resource} {element}".strip(), f"`{klasse.__name__}.{lid}`"]
        for resource, element, klasse, lid in gevuld()
    ]
    delen += [tabel(["in FHIR STU3", "in a dossier"], rijen), ""]
    delen += ["## Members that nothing fills\n"]
    delen += [tabel(["class", "member"], [list(rij) for rij in leeg()]), ""]
    delen += ["## Number systems\n"]
    stelsels = [[naam, "<br>".join(sorted(uris))] for naam, uris in k.stelsels.items()]
    delen += [tabel(["number", "system"], stelsels), "", "## Codes\n"]
    codes = [
        [f"`{code}`", f"`{waarde}`"]
        for lijst in k.lijsten.values()
        for code, waarde in lijst.items()
        if waarde
    ]
    delen += [tabel(["code", "value"], codes), "", "## Which status counts\n"]
    statussen = [
        [naam, ", ".join(sorted(status or "(none)" for status in codes_))]
        for naam, codes_ in k.statussen.items()
    ]
    delen += [tabel(["resource", "status"], statussen), "", "## Why something has no place\n"]
    redenen = [[f"`{reden}`", tekst.en] for reden, tekst in TEKSTEN.items()]
    delen += [tabel(["reason", "what it means"], redenen), ""]
    return "\n".join(delen)
