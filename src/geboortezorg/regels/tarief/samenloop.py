"""What cannot stand beside what: parts beside the whole, and what is once for a pregnancy."""

from collections.abc import Iterable, Mapping
from typing import Final

from geboortezorg.model.prestatie import Prestatie, Regime
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
from geboortezorg.regels.trekken.prestaties import VOLLEDIG_PRENATAAL, is_prenataal
from geboortezorg.regels.werkblad import Werkblad, namen_van
from geboortezorg.zorggeval import Botsing, Post, Samenloop

_KRAAMZORG: Final = Regime.KRAAMZORG
_PRESTATIE = ("/declaratieregels/*/prestatie",)
_BEIDE = ("dossier", "declaratie")

_NAAST_ELKAAR: Final = Nodig(trekken=(Trek.SAMENLOOP, Trek.ZONDER_BSN))


_EERDERE_ZWANGERSCHAP: Final = Tekst(
    "Deze zorg is begrepen in de volledige zorg van dezelfde zorgaanbieder, maar eindigde daarvoor. "
    "Gaat zij over een eerdere zwangerschap, declareer haar dan in een bericht zonder de andere; "
    "laat anders een van beide weg.",
    "This care is part of the complete care of the same provider, but ended before that. If it is "
    "of an earlier pregnancy, declare it in a message without the other; otherwise leave one of "
    "them out.",
)


def _samenlopen(w: Werkblad, *botsingen: Botsing) -> list[Samenloop]:
    """Return the lines that stand in each other's way in one of these ways."""
    return [samenloop for samenloop in w.samenlopen if samenloop.botsing in botsingen]


def _elders(w: Werkblad) -> bool:
    """Say whether there are lines of nobody knows whom: GZ-DECLARATIE-011 asks for the BSN."""
    return w.dossier is None and any(
        not geval.een_vrouw and geval.tellend for geval in w.zorggevallen
    )


def _gehelen(prestaties: Iterable[Prestatie]) -> set[bool]:
    """Say of the prestaties with parts which there are: complete prenatal care, or other care."""
    return {is_prenataal(prestatie) for prestatie in prestaties if prestatie.bestanddelen}


def _deel_naast_geheel(w: Werkblad, *, prenataal: bool) -> Resultaat:
    """Return the lines whose care another line of the same provider already includes."""
    posten: dict[Post, bool] = {}  # a part of two wholes is said once
    for samenloop in _samenlopen(w, Botsing.DEEL):
        if (samenloop.ander == VOLLEDIG_PRENATAAL) is prenataal:
            eerder = posten.get(samenloop.post, True)
            posten[samenloop.post] = eerder and samenloop.mogelijk_eerder
    meldingen = [
        onbeoordeeld(post.pad("prestatie"), "eerdere_zwangerschap", vermoeden=True)
        if eerder
        else breuk(post.pad("prestatie"), "omvat")
        for post, eerder in posten.items()
    ]
    toegepast = prenataal in w.over_prestaties(_gehelen)
    return uitslag(meldingen, toegepast, elders=toegepast and _elders(w))


@regel(
    code="GZ-SAMENLOOP-001",
    versie=4,
    titel=Tekst("Volledige zorg sluit haar delen uit", "Complete care excludes its parts"),
    soorten=_BEIDE,
    bron=bronnen.BELEIDSREGEL_VERLOSKUNDE_2017,
    velden=_PRESTATIE,
    nodig=Nodig(trekken=(Trek.GEHEEL,)),
    aanleiding=_NAAST_ELKAAR,
    redenen={
        "omvat": Tekst(
            "Deze zorg is al begrepen in de volledige zorg die dezelfde zorgaanbieder declareert. "
            "Laat deze declaratieregel weg of declareer de delen in plaats van het geheel.",
            "This care is already part of the complete care that the same provider declares. Leave "
            "this line out, or declare the parts instead of the whole.",
        ),
        "eerdere_zwangerschap": _EERDERE_ZWANGERSCHAP,
    },
    retourcodes=("0587",),
)
def volledig_sluit_delen_uit(w: Werkblad) -> Resultaat:
    """Beside volledige verloskundige zorg the same provider declares none of its parts."""
    return _deel_naast_geheel(w, prenataal=False)


@regel(
    code="GZ-SAMENLOOP-002",
    versie=4,
    titel=Tekst(
        "Volledige prenatale zorg sluit deelprestaties van dezelfde praktijk uit",
        "Complete prenatal care excludes deelprestaties of the same practice",
    ),
    soorten=_BEIDE,
    bron=bronnen.NZA_PRENATAAL,
    velden=_PRESTATIE,
    nodig=Nodig(trekken=(Trek.GEHEEL_PRENATAAL,)),
    aanleiding=_NAAST_ELKAAR,
    redenen={
        "omvat": Tekst(
            "Deelprestaties gelden bij miskraam, verwijzing of overstap; deze praktijk declareert "
            "al de volledige prenatale zorg. Laat een van beide weg.",
            "Deelprestaties are for miscarriage, referral or change of practice; this practice "
            "already declares complete prenatal care. Leave one of them out.",
        ),
        "eerdere_zwangerschap": _EERDERE_ZWANGERSCHAP,
    },
    retourcodes=("0587",),
)
def prenataal_sluit_deelprestaties_uit(w: Werkblad) -> Resultaat:
    """Beside volledige prenatale zorg the same practice declares no prenatal deelprestatie."""
    return _deel_naast_geheel(w, prenataal=True)


def _eenmalig(prestatie: Prestatie) -> bool:
    is_eenmalig = prestatie.eenmalig or prestatie.telgrens is not None
    return is_eenmalig and prestatie.regime is not _KRAAMZORG


_EENMALIG: Final = namen_van(_eenmalig)
_EENMALIGE: Final = Nodig(kenmerken=("eenmalig", "telgrens"), behalve_regimes=(_KRAAMZORG,))
"""The same, as what a rule needs."""


@regel(
    code="GZ-SAMENLOOP-003",
    versie=3,
    titel=Tekst(
        "Wat per zwangerschap is, staat er hooguit een keer per zorgaanbieder",
        "What is per pregnancy occurs at most once per provider",
    ),
    soorten=_BEIDE,
    bron=bronnen.PRESTATIELIJST,
    velden=_PRESTATIE,
    nodig=_EENMALIGE,
    aanleiding=_NAAST_ELKAAR,
    redenen={
        "vaker_dan_eens": Tekst(
            "Deze prestatie geldt per zwangerschap en is door deze zorgaanbieder al gedeclareerd, "
            "of het aantal is meer dan een. Laat de latere declaratieregel weg, of verlaag het "
            "aantal. Gaat zij over een andere zwangerschap, declareer die dan in een eigen bericht.",
            "This prestatie is per pregnancy and was already declared by this provider, or the "
            "quantity is more than one. Leave the later line out, or lower the quantity. If it is "
            "of another pregnancy, declare that in a message of its own.",
        )
    },
    retourcodes=("0587",),
)
def per_zwangerschap_eenmalig(w: Werkblad) -> Resultaat:
    """A provider declares a prestatie that is per pregnancy once, in whatever variant."""
    meldingen = [
        breuk(samenloop.post.pad("prestatie"), "vaker_dan_eens")
        for samenloop in _samenlopen(w, Botsing.HERHAALD)
        if samenloop.post.prestatie_id in w.over_prestaties(_EENMALIG)
    ]
    toegepast = bool(w.over_prestaties(_EENMALIG))
    return uitslag(meldingen, toegepast, elders=toegepast and _elders(w))


_PER_VROUW: Final[Mapping[Botsing, str]] = {
    Botsing.HERHAALD_ELDERS: "andere_zorgaanbieder",
    Botsing.DEEL_ELDERS: "deel_van_ander",
    Botsing.KEUZE: "meer_delen",
    Botsing.MEER_KINDEREN: "meer_dan_kinderen",
    Botsing.KINDEREN_ONBEKEND: "kinderen_onbekend",
    Botsing.TEGELIJK: "tegelijk",
    Botsing.DAGEN_ONBEKEND: "dagen_onbekend",
}
_VERMOEDEN: Final = frozenset(_PER_VROUW) - {Botsing.HERHAALD_ELDERS, Botsing.KINDEREN_ONBEKEND}


@regel(
    code="GZ-SAMENLOOP-005",
    versie=3,
    titel=Tekst(
        "Wat er per zwangerschap een keer is, declareren zorgaanbieders samen een keer",
        "What is once for a pregnancy is declared once by all providers together",
    ),
    soorten=_BEIDE,
    bron=bronnen.BELEIDSREGEL_VERLOSKUNDE_2017,
    velden=_PRESTATIE,
    nodig=_EENMALIGE,
    aanleiding=_NAAST_ELKAAR,
    redenen={
        "andere_zorgaanbieder": Tekst(
            "Een andere zorgaanbieder declareert deze zorg voor dezelfde zwangerschap ook. Zij is "
            "er een keer: laat een van beide weg, of declareer elk het eigen deel.",
            "Another provider declares this care for the same pregnancy too. There is one of it: "
            "leave one of them out, or let each declare its own part.",
        ),
        "deel_van_ander": Tekst(
            "Een andere zorgaanbieder declareert het geheel waarvan deze zorg een deel is. "
            "Controleer wie welke zorg gaf, en declareer elk het eigen deel.",
            "Another provider declares the whole of which this care is a part. Check who gave "
            "which care, and let each declare its own part.",
        ),
        "tegelijk": Tekst(
            "Een andere zorgaanbieder declareert zorg van dezelfde fase over dezelfde dagen, en er is "
            "er een tegelijk verantwoordelijk. Verbeter de dagen, of laat een van beide weg.",
            "Another provider declares care of the same phase over the same days, and one is "
            "responsible at a time. Correct the days, or leave one of them out.",
        ),
        "dagen_onbekend": Tekst(
            "Een andere zorgaanbieder declareert dezelfde zorg na de bevalling, en deze "
            "declaratieregel noemt een dag: of de een na de ander zorgde, is niet bekend. Zet de dagen "
            "van de zorg in de periode, of toon in een dossier wie wanneer verantwoordelijk was.",
            "Another provider declares the same care after the birth, and this line names one day: "
            "whether one cared after the other is not known. Put the days of the care in the period, "
            "or show in a dossier who was responsible when.",
        ),
        "meer_delen": Tekst(
            "Deze zorgaanbieder declareert meer dan een deelprestatie voor dezelfde zorg. "
            "Declareer de ene die past bij de zwangerschapsduur waarop de zorg eindigde.",
            "This provider declares more than one deelprestatie for the same care. Declare the one "
            "that fits the length of the pregnancy at which the care ended.",
        ),
        "meer_dan_kinderen": Tekst(
            "Deze prestatie is er voor elk kind na het eerste, en het dossier noemt er niet "
            "zoveel. Verlaag het aantal, of vul de kinderen aan.",
            "This prestatie is for every child after the first, and the dossier does not name so "
            "many. Lower the quantity, or complete the children.",
        ),
        "kinderen_onbekend": Tekst(
            "Deze prestatie is er voor elk kind na het eerste; hoeveel kinderen er zijn, is niet "
            "bekend. Vul in een dossier de kinderen in.",
            "This prestatie is for every child after the first; how many children there are is not "
            "known. Supply the children in a dossier.",
        ),
    },
    retourcodes=("0587",),
)
def samen_een_keer(w: Werkblad) -> Resultaat:
    """The whole is declared by one provider, without parts by others, and once for each child."""
    meldingen: list[Melding] = []
    for samenloop in _samenlopen(w, *_PER_VROUW):
        pad, reden = samenloop.post.pad("prestatie"), _PER_VROUW[samenloop.botsing]
        if samenloop.botsing is Botsing.HERHAALD_ELDERS:
            meldingen.append(breuk(pad, reden))
        else:
            vermoeden = samenloop.botsing in _VERMOEDEN
            meldingen.append(onbeoordeeld(pad, reden, vermoeden=vermoeden))
    toegepast = bool(w.over_prestaties(_EENMALIG))
    return uitslag(meldingen, toegepast, elders=toegepast and _elders(w))
