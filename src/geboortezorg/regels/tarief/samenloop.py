"""What cannot stand beside what: duplicates, parts beside the whole, and references."""

from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Prestatie, Regime
from geboortezorg.model.zorgepisode import Verwijzingsoort
from geboortezorg.model.zwangerschap import WijzeEinde
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    Melding,
    Resultaat,
    Tekst,
    breuk,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.zorggeval import Post

VOLLEDIG_PRENATAAL = "verloskunde-volledig-prenataal"

_PRESTATIE = ("/declaratieregels/*/prestatie",)


def _deel_naast_geheel(w: Werkblad, *, prenataal: bool) -> Resultaat:
    """Return the lines whose care another line of the same provider already includes."""
    omvat = {
        agb: {
            deel
            for prestatie_id, (post, *_) in eigen.items()
            if prestatie_id.startswith(VOLLEDIG_PRENATAAL) is prenataal
            for deel in _bestanddelen(post)
        }
        for geval in w.zorggevallen
        for agb, eigen in geval.per_aanbieder.items()
    }
    if not any(omvat.values()):
        return NIET_VAN_TOEPASSING
    meldingen = [
        breuk(post.pad("prestatie"), "omvat")
        for post in w.tellend
        if post.prestatie_id in omvat[post.declaratieregel.zorgaanbieder_agb]
    ]
    return uitslag(meldingen, True)


def _bestanddelen(post: Post) -> tuple[str, ...]:
    return () if post.prestatie is None else post.prestatie.bestanddelen


@regel(
    code="GZ-SAMENLOOP-001",
    titel=Tekst("Volledige zorg sluit haar delen uit", "Complete care excludes its parts"),
    soorten=("dossier",),
    bron=bronnen.BELEIDSREGEL_VERLOSKUNDE_2017,
    velden=_PRESTATIE,
    redenen={
        "omvat": Tekst(
            "Deze zorg is al begrepen in de volledige zorg die dezelfde zorgaanbieder declareert. "
            "Laat deze regel weg of declareer de delen in plaats van het geheel.",
            "This care is already part of the complete care that the same provider declares. Leave "
            "this line out, or declare the parts instead of the whole.",
        )
    },
    retourcodes=("0587",),
)
def volledig_sluit_delen_uit(w: Werkblad) -> Resultaat:
    """Beside volledige verloskundige zorg the same provider declares none of its parts."""
    return _deel_naast_geheel(w, prenataal=False)


@regel(
    code="GZ-SAMENLOOP-002",
    titel=Tekst(
        "Volledige prenatale zorg sluit deelprestaties van dezelfde praktijk uit",
        "Complete prenatal care excludes deelprestaties of the same practice",
    ),
    soorten=("dossier",),
    bron=bronnen.NZA_PRENATAAL,
    velden=_PRESTATIE,
    redenen={
        "omvat": Tekst(
            "Deelprestaties gelden bij miskraam, verwijzing of overstap; deze praktijk declareert "
            "al de volledige prenatale zorg. Laat een van beide weg.",
            "Deelprestaties are for miscarriage, referral or change of practice; this practice "
            "already declares complete prenatal care. Leave one of them out.",
        )
    },
    retourcodes=("0587",),
)
def prenataal_sluit_deelprestaties_uit(w: Werkblad) -> Resultaat:
    """Beside volledige prenatale zorg the same practice declares no prenatal deelprestatie."""
    return _deel_naast_geheel(w, prenataal=True)


@regel(
    code="GZ-SAMENLOOP-004",
    titel=Tekst(
        "Volledige prenatale zorg alleen als de zorg voor de bevalling in de eerste lijn bleef",
        "Complete prenatal care only when the care before birth stayed in the first line",
    ),
    soorten=("dossier",),
    bron=bronnen.NZA_PRENATAAL,
    velden=_PRESTATIE,
    redenen={
        "overgenomen": Tekst(
            "Een ander nam de zorg voor de bevalling over. Declareer de deelprestatie die past bij "
            "de zwangerschapsduur van de overname.",
            "Another took over the care before the birth. Declare the deelprestatie that fits the "
            "length of the pregnancy at the takeover.",
        ),
        "miskraam": Tekst(
            "De zwangerschap eindigde in een miskraam. Declareer een deelprestatie.",
            "The pregnancy ended in a miscarriage. Declare a deelprestatie.",
        ),
    },
)
def prenataal_bleef_eerste_lijn(w: Werkblad) -> Resultaat:
    """After a takeover before the day of birth, or a miscarriage, only deelprestaties remain."""
    dossier = w.als(Dossier)
    einde = dossier.zwangerschap.datum_einde
    overgenomen = {
        episode.zorgaanbieder.agb_code
        for episode in dossier.zorgepisodes
        for verwijzing in episode.verwijzingen
        if verwijzing.verwijzingsoort is Verwijzingsoort.OVERNAME
        and einde is not None
        and verwijzing.datum is not None
        and verwijzing.datum < einde
    }
    miskraam = dossier.zwangerschap.wijze_einde is WijzeEinde.MISKRAAM
    meldingen: list[Melding] = []
    toegepast = False
    for post in w.tellend:
        if not post.prestatie_id.startswith(VOLLEDIG_PRENATAAL):
            continue
        toegepast = True
        if miskraam:
            meldingen.append(breuk(post.pad("prestatie"), "miskraam"))
        elif post.declaratieregel.zorgaanbieder_agb in overgenomen:
            meldingen.append(breuk(post.pad("prestatie"), "overgenomen"))
    return uitslag(meldingen, toegepast)


@regel(
    code="GZ-SAMENLOOP-003",
    titel=Tekst(
        "Wat per zwangerschap is, staat er hooguit een keer per zorgaanbieder",
        "What is per pregnancy occurs at most once per provider",
    ),
    soorten=("dossier",),
    bron=bronnen.PRESTATIELIJST,
    velden=_PRESTATIE,
    redenen={
        "vaker_dan_eens": Tekst(
            "Deze prestatie geldt per zwangerschap en is door deze zorgaanbieder al gedeclareerd. "
            "Laat de latere regel weg.",
            "This prestatie is per pregnancy and was already declared by this provider. Leave the "
            "later line out.",
        )
    },
    retourcodes=("0587",),
)
def per_zwangerschap_eenmalig(w: Werkblad) -> Resultaat:
    """A provider declares a prestatie that is per pregnancy once in the dossier."""
    meldingen = [
        breuk(post.pad("prestatie"), "vaker_dan_eens")
        for geval in w.zorggevallen
        for post in geval.na_de_eerste(_eenmalig)
    ]
    return uitslag(meldingen, any(p.prestatie and _eenmalig(p.prestatie) for p in w.tellend))


def _eenmalig(prestatie: Prestatie) -> bool:
    return prestatie.eenmalig and prestatie.regime is not Regime.KRAAMZORG
