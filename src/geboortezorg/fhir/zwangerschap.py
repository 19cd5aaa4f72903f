"""One pregnancy as it was found, and the dossier that it becomes."""

from collections.abc import Hashable, Iterator
from typing import Any, Final, final

from geboortezorg.convert import Vormfouten, structureer
from geboortezorg.fhir.bron import Bron
from geboortezorg.fhir.koppeling import koppeling
from geboortezorg.fhir.uitkomst import Reden
from geboortezorg.fhir.waarden import Leden, lees_dag
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.zorgepisode import Zorgepisode
from geboortezorg.model.zwangerschap import Client
from geboortezorg.tijd import is_datum
from geboortezorg.vorm import velden

MEESTE: Final = {
    veld.naam: veld.veld.max_aantal
    for klasse in (Dossier, Zorgepisode, Client)
    for veld in velden(klasse)
}
"""How many items the lists of a dossier hold at most."""


@final
class Kind:
    """A child and all that was found of it."""

    def __init__(self) -> None:
        self.patienten: dict[int, Bron] = {}
        self.leden = Leden()
        self.geboren = False


@final
class Zwangerschap:
    """A pregnancy and all that was found of it."""

    def __init__(self) -> None:
        self.leden = Leden()
        self.kinderen: dict[Hashable, Kind] = {}
        self.episodes: list[tuple[Bron, Hashable, dict[str, Any]]] = []
        """Each episode with who was responsible."""
        self.bevallen = False
        """Whether a birth or delivery was found, also when its child has no place."""
        self.client: dict[str, Any] = {}
        self.vrouwen: list[Hashable] = []
        self.verzekeringen: list[dict[str, Any]] = []


def bruikbaar(bron: Bron, soort: str) -> bool:
    """Say whether a resource is of the type that is needed and may be understood."""
    if bron.soort == soort and bron.begrepen():
        return True
    bron.meld((), Reden.NIET_BEGREPEN if bron.soort == soort else Reden.NIET_VERBONDEN)
    return False


def maak_dossier(nummer: int, zwangerschap: Zwangerschap) -> Dossier:
    """Return the dossier of a pregnancy; what cannot stand in it is put in the list."""
    kinderen = list(_kinderen(zwangerschap))
    _zonder_latere_pariteit(zwangerschap, kinderen)
    client = zwangerschap.client
    if zwangerschap.verzekeringen:
        client = client | {"verzekeringen": zwangerschap.verzekeringen}
    return structureer(
        Dossier,
        {
            "referentie": f"zwangerschap-{nummer}",
            "zwangerschap": zwangerschap.leden.gegevens(),
            **({"client": client} if client else {}),
            "kinderen": kinderen,
            "zorgepisodes": list(_met_sleutels(zwangerschap.episodes)),
        },
    )


def _zonder_latere_pariteit(zwangerschap: Zwangerschap, kinderen: list[dict[str, Any]]) -> None:
    """Leave out a parity that may count this birth: the member is that before it."""
    dagen = list(zwangerschap.leden.waarden("datum_einde"))
    dagen += [kind["geboortedatum"] for kind in kinderen if "geboortedatum" in kind]
    einde = min(dagen, default="")

    def na(bron: Bron) -> bool:
        geteld = lees_dag(bron.tekst("effectiveDateTime"))
        return not (is_datum(geteld) and geteld < einde)

    if dagen or zwangerschap.bevallen:
        zwangerschap.leden.laat_weg("pariteit", na, Reden.ANDERE_BETEKENIS)


def _kinderen(zwangerschap: Zwangerschap) -> Iterator[dict[str, Any]]:
    """Yield the children of whom is known that, when and as which they were born."""
    for aantal, kind in enumerate(zwangerschap.kinderen.values()):
        patienten = [p for p in kind.patienten.values() if bruikbaar(p, "Patient")]
        for patient in patienten:
            kind.leden.lees(patient, koppeling().velden["kind"])
        gegevens = kind.leden.gegevens()
        gegevens["geboren"] = kind.geboren or "geboortedatum" in gegevens
        meerling = any(p.gegeven.get("multipleBirthBoolean") is True for p in patienten)
        if len(zwangerschap.kinderen) == 1 and not meerling:
            gegevens.setdefault("rangnummer", 1)
        mist = _mist_kind(kind, gegevens, patienten)
        for patient in kind.patienten.values():
            if mist or aantal >= MEESTE["kinderen"]:
                patient.meld(
                    (mist,) if mist else (),
                    Reden.ONTBREEKT if mist else Reden.VORM,
                    geheel=True,
                )
        if not mist and aantal < MEESTE["kinderen"]:
            yield gegevens


def _mist_kind(kind: Kind, gegevens: dict[str, Any], patienten: list[Bron]) -> str:
    """Return what has to be known of a child; a child whose death has no place is not one."""
    if not gegevens["geboren"]:
        return "birthDate"
    if "rangnummer" not in gegevens:
        return "multipleBirthInteger"
    overleden = any(p.gegeven.get("deceasedBoolean", False) is not False for p in patienten)
    verteld = "overlijdensdatum" in gegevens or gegevens.get("perinatale_sterfte")
    if not verteld and (overleden or "overlijdensdatum" in kind.leden.mislukt):
        return "deceasedDateTime"
    for patient in patienten:
        patient.merk("deceasedBoolean")
    return ""


def _met_sleutels(
    episodes: list[tuple[Bron, Hashable, dict[str, Any]]],
) -> Iterator[dict[str, Any]]:
    """Yield the episodes with a key: the id of the resource, or a number when that cannot be."""
    gebruikt: set[str] = set()
    for nummer, (bron, _, gegevens) in enumerate(episodes, 1):
        sleutel = bron.tekst("id")
        proef = {"zorgepisode_id": sleutel, **gegevens}
        if sleutel in gebruikt or not _past(proef):
            proef["zorgepisode_id"] = f"episode-{nummer}"
        gebruikt.add(proef["zorgepisode_id"])
        yield proef


def _past(episode: dict[str, Any]) -> bool:
    try:
        structureer(Zorgepisode, episode)
    except Vormfouten:
        return False
    return True
