"""A dossier that hangs together: references and responsibility between organisations."""

from datetime import date
from typing import Final

from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.zorgepisode import PerinatalePeriode, Zorgepisode
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    Melding,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tijd import LAATSTE_DATUM, overlappen

KERNSET: Final = Bron(
    titel="Kernset Geboortezorg 2.3 (PWD)",
    verificatie=Verificatie.OFFICIEEL,
    url="https://github.com/Nictiz/Geboortezorg-STU3",
)
KERNSET_UITLEG: Final = Bron(
    titel="Kernset Geboortezorg 2.3 (PWD)",
    verificatie=Verificatie.AFGELEID,
    url="https://github.com/Nictiz/Geboortezorg-STU3",
    toelichting=(
        "De dataset noemt de gegevens; dat ze zo op elkaar volgen is een gevolgtrekking, geen "
        "gelezen regel."
    ),
)

_VOOR_GEBOORTE: Final = frozenset(
    {
        PerinatalePeriode.INTAKE,
        PerinatalePeriode.ZWANGERSCHAP_VERVOLG,
        PerinatalePeriode.BEGIN_BARING,
    }
)
_NA_GEBOORTE: Final = frozenset(
    {
        PerinatalePeriode.NAGEBOORTE,
        PerinatalePeriode.EERSTE_24_UUR,
        PerinatalePeriode.DAG_2_TOT_EN_MET_7,
        PerinatalePeriode.FOLLOW_UP_TOT_6_WEKEN,
    }
)


@regel(
    code="GZ-DOSSIER-001",
    titel=Tekst("Een looptijd is niet omgekeerd", "A period of validity is not reversed"),
    soorten=("dossier", "zorgepisode", "overeenkomst"),
    bron=bronnen.SCHEMA,
    velden=(
        "/zorgepisodes/*/looptijd/tot_en_met",
        "/overeenkomsten/*/looptijd/tot_en_met",
        "/client/verzekeringen/*/looptijd/tot_en_met",
        "/looptijd/tot_en_met",
    ),
    peildatum=Peildatum.DOCUMENT,
    redenen={
        "omgekeerd": Tekst(
            "De laatste dag ligt voor de eerste. Verbeter de looptijd.",
            "The last day lies before the first. Correct the period.",
        )
    },
)
def looptijd_niet_omgekeerd(w: Werkblad) -> Resultaat:
    """The last day of a zorgepisode, agreement or insurance is its first day or later."""
    dossier = w.dossier
    if dossier is None:
        looptijden = [("/looptijd", w.document.looptijd)]
    else:
        looptijden = [
            (f"/zorgepisodes/{i}/looptijd", e.looptijd) for i, e in enumerate(dossier.zorgepisodes)
        ]
        looptijden += [
            (f"/overeenkomsten/{i}/looptijd", o.looptijd)
            for i, o in enumerate(dossier.overeenkomsten)
        ]
        verzekeringen = () if dossier.client is None else dossier.client.verzekeringen
        looptijden += [
            (f"/client/verzekeringen/{i}/looptijd", v.looptijd) for i, v in enumerate(verzekeringen)
        ]
    meldingen = [
        breuk(f"{pad}/tot_en_met", "omgekeerd")
        for pad, looptijd in looptijden
        if looptijd.tot_en_met is not None and looptijd.tot_en_met < looptijd.van
    ]
    return uitslag(meldingen, bool(looptijden))


@regel(
    code="GZ-DOSSIER-002",
    titel=Tekst(
        "Een verwijzing binnen het dossier komt ergens uit",
        "A reference within the dossier leads somewhere",
    ),
    soorten=("dossier",),
    bron=bronnen.SCHEMA,
    velden=("/declaratieregels/*/zorgepisode_id", "/zorgepisodes/*/zorgepisode_id"),
    redenen={
        "bestaat_niet": Tekst(
            "Het dossier heeft geen zorgepisode met deze sleutel. Verbeter de sleutel of voeg de "
            "zorgepisode toe.",
            "The dossier has no zorgepisode with this key. Correct the key or add the zorgepisode.",
        ),
        "niet_uniek": Tekst(
            "Een eerdere zorgepisode heeft dezelfde sleutel. Geef elke zorgepisode een eigen "
            "sleutel.",
            "An earlier zorgepisode has the same key. Give every zorgepisode its own key.",
        ),
    },
)
def verwijzingen_kloppen(w: Werkblad) -> Resultaat:
    """Keys of zorgepisodes are unique, and every line refers to one that exists."""
    meldingen: list[Melding] = []
    bekend: set[str] = set()
    for plaats, episode in enumerate(w.als(Dossier).zorgepisodes):
        if episode.zorgepisode_id in bekend:
            meldingen.append(breuk(f"/zorgepisodes/{plaats}/zorgepisode_id", "niet_uniek"))
        bekend.add(episode.zorgepisode_id)
    verwijst = False
    for post in w.posten:
        sleutel = post.declaratieregel.zorgepisode_id
        if sleutel is not None:
            verwijst = True
            if sleutel not in bekend:
                meldingen.append(breuk(post.pad("zorgepisode_id"), "bestaat_niet"))
    return uitslag(meldingen, verwijst or bool(bekend))


@regel(
    code="GZ-DOSSIER-003",
    titel=Tekst(
        "Wie voor of na de geboorte eindverantwoordelijk was, was dat toen al of nog",
        "Who was finally responsible before or after the birth was so by then or still",
    ),
    soorten=("dossier",),
    bron=KERNSET_UITLEG,
    velden=("/zorgepisodes/*/looptijd/van", "/zorgepisodes/*/looptijd/tot_en_met"),
    peildatum=Peildatum.GEBOORTE,
    redenen={
        "begint_na_einde": Tekst(
            "Deze zorgepisode begint na het einde van de zwangerschap, maar noemt een periode "
            "ervoor. Verbeter de datum of de perinatale perioden.",
            "This zorgepisode begins after the end of the pregnancy, but names a phase before it. "
            "Correct the date or the phases.",
        ),
        "eindigt_voor_einde": Tekst(
            "Deze zorgepisode eindigt voor het einde van de zwangerschap, maar noemt een periode "
            "erna. Verbeter de datum of de perinatale perioden.",
            "This zorgepisode ends before the end of the pregnancy, but names a phase after it. "
            "Correct the date or the phases.",
        ),
    },
)
def perioden_passen_bij_einde(w: Werkblad) -> Resultaat:
    """Phases before birth need a start by then; phases after it need an end no earlier."""
    dossier = w.als(Dossier)
    einde = dossier.zwangerschap.datum_einde
    if einde is None or not dossier.zorgepisodes:
        return NIET_VAN_TOEPASSING
    meldingen: list[Melding] = []
    for plaats, episode in enumerate(dossier.zorgepisodes):
        pad, perioden = f"/zorgepisodes/{plaats}/looptijd", set(episode.eindverantwoordelijk_in)
        laatste = episode.looptijd.tot_en_met
        if perioden & _VOOR_GEBOORTE and episode.looptijd.van > einde:
            meldingen.append(breuk(f"{pad}/van", "begint_na_einde"))
        elif perioden & _NA_GEBOORTE and laatste is not None and laatste < einde:
            meldingen.append(breuk(f"{pad}/tot_en_met", "eindigt_voor_einde"))
    return uitslag(meldingen, True)


@regel(
    code="GZ-DOSSIER-004",
    titel=Tekst(
        "In een perinatale periode is een organisatie tegelijk eindverantwoordelijk",
        "In one phase one organisation at a time is finally responsible",
    ),
    soorten=("dossier",),
    bron=KERNSET_UITLEG,
    velden=("/zorgepisodes/*/eindverantwoordelijk_in",),
    peildatum=Peildatum.DOCUMENT,
    redenen={
        "overlapt": Tekst(
            "In dezelfde perinatale periode is ook een eerdere zorgepisode eindverantwoordelijk, "
            "over meer dan de dag van overdracht. Verbeter de looptijden of de perioden.",
            "In the same phase an earlier zorgepisode is finally responsible too, over more than "
            "the day of handing over. Correct the periods or the phases.",
        )
    },
)
def een_eindverantwoordelijke(w: Werkblad) -> Resultaat:
    """Two zorgepisodes with a phase in common share at most the day of handing over."""
    episodes = w.als(Dossier).zorgepisodes
    meldingen = [
        breuk(f"/zorgepisodes/{plaats}/eindverantwoordelijk_in", "overlapt")
        for plaats, episode in enumerate(episodes)
        if any(_overlapt(ander, episode) for ander in episodes[:plaats])
    ]
    return uitslag(meldingen, len(episodes) > 1)


def _volgorde(episode: Zorgepisode) -> tuple[date, date]:
    return episode.looptijd.van, episode.looptijd.tot_en_met or LAATSTE_DATUM


def _overlapt(een: Zorgepisode, ander: Zorgepisode) -> bool:
    if not set(een.eindverantwoordelijk_in) & set(ander.eindverantwoordelijk_in):
        return False
    if _volgorde(een) > _volgorde(ander):
        een, ander = ander, een
    overgedragen = een.looptijd.tot_en_met == ander.looptijd.van
    return overlappen(een.looptijd, ander.looptijd) and not overgedragen


@regel(
    code="GZ-DOSSIER-005",
    titel=Tekst(
        "Een verwijzing valt binnen de zorgepisode", "A referral lies within the zorgepisode"
    ),
    soorten=("dossier", "zorgepisode"),
    bron=KERNSET_UITLEG,
    velden=("/zorgepisodes/*/verwijzingen/*/datum", "/verwijzingen/*/datum"),
    peildatum=Peildatum.DOCUMENT,
    redenen={
        "buiten_looptijd": Tekst(
            "De verwijzing is gedateerd buiten de looptijd van de zorgepisode. Verbeter de datum.",
            "The referral is dated outside the period of the zorgepisode. Correct the date.",
        )
    },
)
def verwijzing_binnen_episode(w: Werkblad) -> Resultaat:
    """An organisation refers while it is responsible, its first and last day included."""
    dossier = w.dossier
    if dossier is None:
        episodes = [("", w.als(Zorgepisode))]
    else:
        episodes = [(f"/zorgepisodes/{i}", e) for i, e in enumerate(dossier.zorgepisodes)]
    meldingen: list[Melding] = []
    toegepast = False
    for pad, episode in episodes:
        for plaats, verwijzing in enumerate(episode.verwijzingen):
            toegepast = True
            if not episode.looptijd.bevat(verwijzing.datum):
                meldingen.append(breuk(f"{pad}/verwijzingen/{plaats}/datum", "buiten_looptijd"))
    return uitslag(meldingen, toegepast)
