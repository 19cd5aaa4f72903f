"""Who can be finally responsible for a birth."""

from typing import Final

from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.partijen import Discipline, Partijsoort, Zorgaanbieder
from geboortezorg.model.zorgepisode import PerinatalePeriode
from geboortezorg.regels.dossier import feiten
from geboortezorg.regels.regel import (
    Melding,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad

_KNOV: Final = Bron(
    titel="KNOV, deskundigheidsgebied verloskundigen (Wet BIG)",
    verificatie=Verificatie.AFGELEID,
    url=(
        "https://www.knov.nl/werk-en-organisatie/tekstpagina/486-4/wet-big/hoofdstuk/439/"
        "deskundigheids-shy-gebied-verloskundigen/"
    ),
    toelichting=(
        "Begeleidt een verloskundige of arts de baring, dan is een ander daarvoor niet "
        "eindverantwoordelijk: een gevolgtrekking, de wettekst is niet gelezen."
    ),
)

_BARING: Final = frozenset(
    {PerinatalePeriode.BEGIN_BARING, PerinatalePeriode.UITDRIJVING, PerinatalePeriode.NAGEBOORTE}
)
_DISCIPLINES: Final = frozenset({Discipline.KRAAMVERZORGENDE, Discipline.ECHOSCOPIST})
_PARTIJEN: Final = frozenset({Partijsoort.KRAAMZORGORGANISATIE, Partijsoort.ECHOPRAKTIJK})


def ondersteunend(zorgaanbieder: Zorgaanbieder) -> bool:
    """Say whether a provider works beside whoever is responsible for the woman."""
    if zorgaanbieder.discipline is not None:
        return zorgaanbieder.discipline in _DISCIPLINES
    return zorgaanbieder.partijsoort in _PARTIJEN


@regel(
    code="GZ-DOSSIER-007",
    titel=Tekst(
        "Eindverantwoordelijk voor de baring is een verloskundige, een arts of hun organisatie",
        "Finally responsible for labour is a midwife, a physician or their organisation",
    ),
    soorten=("dossier", "zorgepisode"),
    bron=_KNOV,
    velden=(
        "/zorgepisodes/*/eindverantwoordelijk_in",
        "/zorgepisodes/*/zorgaanbieder/discipline",
        "/eindverantwoordelijk_in",
        "/zorgaanbieder/discipline",
    ),
    redenen={
        "ondersteunend": Tekst(
            "Een organisatie voor kraamzorg of echo's is niet eindverantwoordelijk voor de "
            "baring. Verbeter de perioden of de zorgaanbieder.",
            "An organisation for kraamzorg or ultrasound is not finally responsible for labour. "
            "Correct the phases or the provider.",
        ),
        "rol_ontbreekt": Tekst(
            "Wie eindverantwoordelijk was voor de baring is niet te zien. Vul discipline of "
            "partijsoort van de zorgaanbieder in.",
            "Who was finally responsible for labour cannot be seen. Supply discipline or "
            "partijsoort of the provider.",
        ),
    },
)
def verantwoordelijk_voor_baring(w: Werkblad) -> Resultaat:
    """A provider of kraamzorg or ultrasound has no final responsibility for labour."""
    meldingen: list[Melding] = []
    toegepast = False
    for pad, episode in feiten.episodes(w):
        if not _BARING & set(episode.eindverantwoordelijk_in):
            continue
        toegepast = True
        aanbieder = episode.zorgaanbieder
        if ondersteunend(aanbieder):
            meldingen.append(breuk(f"{pad}/eindverantwoordelijk_in", "ondersteunend"))
        elif aanbieder.discipline is None and aanbieder.partijsoort is None:
            meldingen.append(onbeoordeeld(f"{pad}/zorgaanbieder/discipline", "rol_ontbreekt"))
    return uitslag(meldingen, toegepast)
