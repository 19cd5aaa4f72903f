"""Who declares: the AGB-code beside the prestatie."""

from typing import Final

from geboortezorg.model.declaratie import INSTELLINGEN, Declaratie
from geboortezorg.model.prestatie import Regime
from geboortezorg.nummers import agb
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    Melding,
    Nodig,
    Resultaat,
    Tekst,
    Trek,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad, namen_van
from geboortezorg.zorggeval import Groep

_EIGEN_VAK: Final = frozenset({Regime.KRAAMZORG, Regime.VERLOSKUNDE})
"""Regimes of one profession."""

_BEHANDELAAR: Final = ("behandelaar_agb", "behandelaar_specialisme")
"""What says who gave the care; both begin with the zorgsoort."""


@regel(
    code="GZ-PRESTATIE-003",
    versie=4,
    titel=Tekst(
        "De AGB-zorgsoort van declarant en behandelaar past bij de prestatie",
        "The AGB zorgsoort of declarant and behandelaar fits the prestatie",
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.AGB_ZORGSOORTEN,
    velden=(
        "/declarant_agb",
        "/declaratieregels/*/zorgaanbieder_agb",
        *(f"/declaratieregels/*/{veld}" for veld in _BEHANDELAAR),
    ),
    nodig=Nodig(kenmerken=("zorgsoorten",)),
    aanleiding=Nodig(trekken=(Trek.ZORGAANBIEDER,)),
    redenen={
        "zorgsoort": Tekst(
            "Deze prestatie wordt verwacht van een AGB-code die begint met {zorgsoorten}. "
            "Controleer de AGB-code en de prestatie. Kloppen beide, geef dan in de context een "
            "prestatielijst die deze zorgsoort bij de prestatie noemt.",
            "This prestatie is expected from an AGB-code that starts with {zorgsoorten}. Check the "
            "AGB-code and the prestatie. If both are right, give a list of prestaties in the "
            "context that names this zorgsoort with the prestatie.",
        ),
        "behandelaar": Tekst(
            "Deze prestatie wordt verwacht van een behandelaar met een AGB-code en specialisme die "
            "beginnen met {zorgsoorten}. Controleer wie de zorg gaf.",
            "This prestatie is expected of someone with an AGB-code and specialism that start with "
            "{zorgsoorten}. Check who gave the care.",
        ),
        "declarant": Tekst(
            "De declarant is van een ander vak dan de zorgaanbieder van een declaratieregel. De "
            "zorgaanbieder declareert zelf, of een servicebureau, factormaatschappij of instelling "
            "waarin hij werkt: verbeter declarant_agb of zorgaanbieder_agb.",
            "The declarant is of another profession than the provider of a line. The provider "
            "declares itself, or a service bureau, factoring company or institution in which it "
            "works: correct declarant_agb or zorgaanbieder_agb.",
        ),
        "geen_zorgaanbieder": Tekst(
            "Deze AGB-code is van niemand: zij bestaat uit nullen. Vul de AGB-code in.",
            "This AGB-code is nobody's: it consists of zeros. Supply the AGB-code.",
        ),
    },
)
def zorgsoort_prestatie(w: Werkblad) -> Resultaat:
    """The first two digits of the AGB-code are among those expected for the prestatie.

    Who gave the care is of the same profession, but in an organisation of several. So is who
    sends a message.
    """
    meldingen: list[Melding] = []
    if w.dossier is None and _ander_vak(w, w.als(Declaratie).declarant_agb[:2]):
        meldingen.append(onbeoordeeld("/declarant_agb", "declarant", vermoeden=True))
    for post in w.uit_groepen(_nader):
        prestatie = post.prestatie
        if not post.declaratieregel.zorgaanbieder_agb.strip("0"):
            meldingen.append(breuk(post.pad("zorgaanbieder_agb"), "geen_zorgaanbieder"))
            continue
        if prestatie is None or not prestatie.zorgsoorten:
            continue
        zorgsoorten = prestatie.zorgsoorten
        for veld in _BEHANDELAAR if prestatie.regime in _EIGEN_VAK else ():
            code = getattr(post.declaratieregel, veld)
            if code is not None and code[:2] not in zorgsoorten:
                soorten = ", ".join(zorgsoorten)
                meldingen.append(breuk(post.pad(veld), "behandelaar", zorgsoorten=soorten))
        zorgsoort = post.declaratieregel.zorgaanbieder_agb[:2]
        if zorgsoort == agb.VSV[:2] and prestatie.regime is not Regime.VSV:
            continue  # care declared by a network organisation: GZ-VSV-008
        if zorgsoort not in zorgsoorten:
            pad = post.pad("zorgaanbieder_agb")
            meldingen.append(breuk(pad, "zorgsoort", zorgsoorten=", ".join(zorgsoorten)))
    return uitslag(meldingen, bool(w.over_prestaties(_MET_ZORGSOORT)))


_MET_ZORGSOORT: Final = namen_van(lambda prestatie: bool(prestatie.zorgsoorten))


def _ander_vak(w: Werkblad, declarant: str) -> bool:
    """Say whether a declarant of one profession sends care that is expected of the provider only."""
    return declarant not in INSTELLINGEN and any(
        groep.zorgaanbieder_agb[:2] in groep.prestatie.zorgsoorten
        and declarant not in groep.prestatie.zorgsoorten
        for groep in w.groepen
        if groep.prestatie is not None and groep.telt
    )


def _nader(groep: Groep) -> bool:
    """Say whether the provider may not fit, or a line names who gave the care."""
    prestatie, code = groep.prestatie, groep.zorgaanbieder_agb
    zorgsoorten = () if prestatie is None else prestatie.zorgsoorten
    if not code.strip("0") or (zorgsoorten and code[:2] not in zorgsoorten):
        return True
    return bool(zorgsoorten and groep.behandelaar)
