"""The lines of a claim that count, and which of them stand there too often."""

from geboortezorg.model.prestatie import Regime
from geboortezorg.regels.regel import Melding, Resultaat, breuk, uitslag
from geboortezorg.regels.werkblad import Regelblad, Werkblad


def tellend(w: Werkblad) -> list[Regelblad]:
    """Return the lines with a known prestatie that no credit takes back."""
    return [blad for blad in w.regels if blad.telt and blad.prestatie is not None]


def eenmalig(w: Werkblad, *, kraamzorg: bool) -> Resultaat:
    """Return the lines after the first of a prestatie that a provider can declare only once."""
    meldingen: list[Melding] = []
    gezien: set[tuple[str, str]] = set()
    for blad in tellend(w):
        prestatie = blad.prestatie
        if prestatie is None or not prestatie.eenmalig:
            continue
        if (prestatie.regime is Regime.KRAAMZORG) is not kraamzorg:
            continue
        sleutel = (blad.regel.zorgaanbieder_agb, blad.prestatie_id)
        if sleutel in gezien:
            meldingen.append(breuk(blad.pad("prestatie"), "vaker_dan_eens"))
        gezien.add(sleutel)
    return uitslag(meldingen, bool(gezien))
