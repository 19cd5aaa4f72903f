"""FHIR R4 out: a VSV or IGO with who takes part, and a declaratie with what was found in it.

R4 as the base of HL7 has it; no conformance to a profile is claimed.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, Final, final

from geboortezorg.model.igo import IGO
from geboortezorg.model.partijen import Deelnemer, Zorgaanbieder
from geboortezorg.model.vsv import VSV
from geboortezorg.tijd import Looptijd, Periode

Resource = dict[str, Any]

_NUMMERS: Final = ("agb_code", "ura_nummer", "lvr_nummer", "kvk_nummer")


@cache
def gegevens() -> dict[str, Any]:
    """Return what ``r4.toml`` says, read once."""
    return tomllib.loads(resources.files(__package__).joinpath("r4.toml").read_text("utf-8"))


@final
class Bundel:
    """A Bundle in the making: every resource has an id of its own, and is referred to by it."""

    def __init__(self) -> None:
        self._entries: list[Resource] = []

    def voeg_toe(self, soort: str, **elementen: Any) -> Resource:
        """Add a resource and return the reference to it; elements without a value are left out."""
        naam = f"{soort}/{len(self._entries) + 1}"
        inhoud = {
            element: waarde
            for element, waarde in elementen.items()
            if waarde is not None and waarde != []
        }
        resource = {"resourceType": soort, "id": naam.rpartition("/")[2], **inhoud}
        basis = gegevens()["eigen"]["basis"]
        self._entries.append({"fullUrl": f"{basis}{naam}", "resource": resource})
        return {"reference": naam}

    def als_json(self) -> Resource:
        """Return the Bundle."""
        return {"resourceType": "Bundle", "type": "collection", "entry": self._entries}


def begrip(code: str, tekst: str = "") -> Resource:
    """Return a CodeableConcept of ``system|code``."""
    stelsel, _, kale_code = code.rpartition("|")
    met_tekst = {"text": tekst} if tekst else {}
    return {"coding": [{"system": stelsel, "code": kale_code}], **met_tekst}


def kenmerk(stelsel: str, waarde: str) -> Resource:
    """Return an Identifier."""
    return {"system": stelsel, "value": waarde}


def periode(looptijd: Looptijd | Periode) -> Resource:
    """Return a Period; both ends belong to it, as in FHIR."""
    uit = {"start": looptijd.van.isoformat()}
    if looptijd.tot_en_met is not None:
        uit["end"] = looptijd.tot_en_met.isoformat()
    return uit


def schrijf_organisatie(organisatie: VSV | IGO, *, op: date) -> Resource:
    """Return a Bundle of FHIR R4: the VSV or IGO, its participants and their participations.

    `op` is the day for which a participation is said to be active.
    """
    bundel = Bundel()
    soort = "vsv" if isinstance(organisatie, VSV) else "igo"
    sleutel = organisatie.vsv_id if isinstance(organisatie, VSV) else organisatie.igo_id
    geheel = bundel.voeg_toe(
        "Organization",
        identifier=[
            kenmerk(gegevens()["eigen"][soort], sleutel),
            *_nummers(organisatie, ("agb_code", "kvk_nummer")),
        ],
        type=[begrip(gegevens()["organisatiesoorten"][soort])],
        name=organisatie.naam,
    )
    for nummer, deelnemer in enumerate(organisatie.deelnemers, 1):
        _deelname(bundel, geheel, f"{soort}-{sleutel}-{nummer}", deelnemer, op)
    return bundel.als_json()


def _deelname(bundel: Bundel, geheel: Resource, naam: str, deelnemer: Deelnemer, op: date) -> None:
    wie = deelnemer.zorgaanbieder
    soorten = gegevens()["organisatiesoorten"]
    eigen = kenmerk(gegevens()["eigen"]["organisatie"], naam)
    lid = bundel.voeg_toe(
        "Organization",
        # An Organization has a name or a number; this is one within the Bundle.
        identifier=[*_nummers(wie, _NUMMERS)] or [eigen],
        type=[begrip(soorten[wie.partijsoort])] if wie.partijsoort else None,
        name=wie.naam,
    )
    bundel.voeg_toe(
        "OrganizationAffiliation",
        active=deelnemer.looptijd.bevat(op),
        period=periode(deelnemer.looptijd),
        organization=geheel,
        participatingOrganization=lid,
        code=[begrip(gegevens()["vast"]["lid"])],
    )


def _nummers(wie: VSV | IGO | Zorgaanbieder, namen: tuple[str, ...]) -> Iterator[Resource]:
    for naam in namen:
        nummer = getattr(wie, naam)
        if nummer is not None:
            yield kenmerk(gegevens()["stelsels"][naam], nummer)
