"""What a prestatie brings by itself to the look at lines."""

import attrs
import pytest

from geboortezorg.model.prestatie import Fase, Prestatie
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.trekken.prestaties import VAN_PRESTATIE, fase
from geboortezorg.tabellen import shipped


def _prestatie(naam: str) -> Prestatie:
    gevonden = shipped().prestatie(naam)
    assert gevonden is not None
    return gevonden


def test_fasen_van_een_dossier_en_een_bericht() -> None:
    """Of a dossier another rule judges examinations."""
    echo, nataal, volledig, uur = map(
        _prestatie,
        ("verloskunde-diagnose-echo", "integraal-nataal", "verloskunde-volledig", "kraamzorg-uur"),
    )
    in_bericht = [fase(prestatie, "declaratie") for prestatie in (echo, nataal, volledig, uur)]
    assert in_bericht == [Fase.PRENATAAL, Fase.NATAAL, None, None]
    in_dossier = [fase(prestatie, "dossier") for prestatie in (echo, nataal, volledig, uur)]
    assert in_dossier == [None, Fase.NATAAL, None, None]
    assert fase(attrs.evolve(volledig, fasen=(Fase.NATAAL,)), "dossier") is Fase.NATAAL


@pytest.mark.parametrize(
    ("trek", "naam", "verwacht"),
    [
        (Trek.VAKER, "kraamzorg-uur", True),
        (Trek.VAKER, "verloskunde-volledig", False),
        (Trek.PER_STUK, "verloskunde-volledig", False),
        (Trek.PER_STUK, "kraamzorg-uur", False),
        (Trek.PER_STUK, "kraamzorg-toeslag-integrale-geboortezorg", False),
        (Trek.PER_STUK, "verloskunde-uitwendige-versie", True),
        (Trek.BIJ_LEVERING, "kraamzorg-uur", True),
        (Trek.BIJ_LEVERING, "verloskunde-volledig", False),
        (Trek.BIJ_LEVERING, "vsv-zorg-coordineren", False),
        (Trek.GEHEEL, "verloskunde-volledig", True),
        (Trek.GEHEEL, "verloskunde-volledig-prenataal", False),
        (Trek.GEHEEL, "kraamzorg-uur", False),
        (Trek.GEHEEL_PRENATAAL, "verloskunde-volledig-prenataal", True),
        (Trek.GEHEEL_PRENATAAL, "verloskunde-volledig", False),
        (Trek.VAN_EEN_FASE, "verloskunde-volledig-postnataal", True),
        (Trek.VAN_EEN_FASE, "verloskunde-volledig", False),
    ],
)
def test_wat_een_prestatie_brengt(trek: Trek, naam: str, verwacht: bool) -> None:
    """By itself, whatever its line says."""
    assert VAN_PRESTATIE[trek](_prestatie(naam), "dossier") is verwacht
