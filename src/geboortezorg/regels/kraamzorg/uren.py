"""Indicated kraamzorg: its bounds, its exception, and delivery."""

from typing import Final

from geboortezorg.berekening.kraamzorg import bronnen as kraamzorgbronnen
from geboortezorg.geld import Exact
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.kraamzorg import Indicatieprotocol, Kraamzorgindicatie
from geboortezorg.model.norm import Normeenheid
from geboortezorg.regels.kraamzorg.toegestaan import eerste_te_veel, toegestaan
from geboortezorg.regels.kraamzorg.zorg import (
    MET_PARTUS,
    PARTUS,
    PARTUS_UUR,
    UITZONDERING,
    gewone_dagen,
    indicatiepad,
    laatste_indicatie,
    lip,
    minuten_van,
)
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    VOLDAAN,
    Melding,
    Nodig,
    Peildatum,
    Resultaat,
    Tekst,
    Trek,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.normen import GevondenNorm

_KLIM: Final = "kraamzorg-klim"
_MINUUT: Final = Normeenheid.MINUUT

_ONBEKEND: Final = {
    True: ("indicatieprotocol", "klim_onbekend"),
    False: ("protocolversie", "versie_onbekend"),
}
"""What is said, and where, of an indication whose bounds are not known: by the KLIM, or not."""


@regel(
    code="GZ-KRAAMZORG-003",
    titel=Tekst(
        "De geindiceerde kraamzorg is 24 tot en met 80 uur",
        "The indicated kraamzorg is from 24 up to and including 80 hours",
    ),
    soorten=("dossier",),
    bron=kraamzorgbronnen.PAKKET,
    velden=(
        "/kraamzorgindicaties/*/geindiceerd_minuten",
        "/kraamzorgindicaties/*/indicatieprotocol",
        "/kraamzorgindicaties/*/protocolversie",
    ),
    versie=3,
    nodig=Nodig(leden=("/kraamzorgindicaties",)),
    aanleiding=Nodig(trekken=(Trek.KRAAMZORGINDICATIE,)),
    redenen={
        "onder_minimum": Tekst(
            "Er is minder geindiceerd dan het minimum van {minimum_minuten} minuten. Controleer de "
            "indicatie; partusassistentie telt hier niet mee.",
            "Less was indicated than the minimum of {minimum_minuten} minutes. Check the "
            "indication; partusassistentie does not count here.",
        ),
        "boven_maximum": Tekst(
            "Er is meer geindiceerd dan het maximum van {maximum_minuten} minuten. Controleer de "
            "indicatie.",
            "More was indicated than the maximum of {maximum_minuten} minutes. Check the "
            "indication.",
        ),
        "klim_onbekend": Tekst(
            "De grenzen van de KLIM zijn niet bekend. Voeg een normtabel toe met de norm "
            "kraamzorg-klim, en daarin minimum en maximum in minuten.",
            "The bounds of the KLIM are not known. Add a table of norms with the norm "
            "kraamzorg-klim, and in it minimum and maximum in minutes.",
        ),
        "versie_onbekend": Tekst(
            "De grenzen van deze versie van het LIP zijn niet bekend. Verbeter protocolversie, "
            "of voeg een normtabel toe met de norm kraamzorg-lip van die versie.",
            "The bounds of this version of the LIP are not known. Correct protocolversie, or add "
            "a table of norms with the norm kraamzorg-lip of that version.",
        ),
    },
)
def uren_binnen_grenzen(w: Werkblad) -> Resultaat:
    """Every indication lies within the bounds of its protocol; no hours at all is no package."""
    meldingen: list[Melding] = []
    toegepast = False
    for plaats, indicatie in enumerate(w.als(Dossier).kraamzorgindicaties):
        minuten = indicatie.geindiceerd_minuten
        if minuten == 0:
            continue
        toegepast = True
        klim = indicatie.indicatieprotocol is Indicatieprotocol.KLIM
        norm = _klim(w, indicatie) if klim else lip(w, indicatie)
        if norm is None:
            veld, reden = _ONBEKEND[klim]
            meldingen.append(onbeoordeeld(indicatiepad(plaats, veld), reden))
            continue
        minimum, maximum = norm.waarde("minimum"), norm.waarde("maximum")
        if minimum <= minuten <= maximum:
            continue
        pad = indicatiepad(plaats, "geindiceerd_minuten")
        if minuten < minimum:
            meldingen.append(
                breuk(
                    pad,
                    "onder_minimum",
                    verificatie=norm.verificatie,
                    bron=norm.bron,
                    minimum_minuten=minimum,
                )
            )
        else:
            meldingen.append(
                breuk(
                    pad,
                    "boven_maximum",
                    verificatie=norm.verificatie,
                    bron=norm.bron,
                    maximum_minuten=maximum,
                )
            )
    return uitslag(meldingen, toegepast)


def _klim(w: Werkblad, indicatie: Kraamzorgindicatie) -> GevondenNorm | None:
    """Return the bounds of the KLIM, which only an own table can give; None without both."""
    norm = w.context.normen.lookup(_KLIM, indicatie.datum, versie=indicatie.protocolversie)
    if not isinstance(norm, GevondenNorm):
        return None
    minuten = {waarde.sleutel for waarde in norm.norm.waarden if waarde.eenheid is _MINUUT}
    return norm if minuten.issuperset(("minimum", "maximum")) else None


@regel(
    code="GZ-KRAAMZORG-004",
    versie=2,
    titel=Tekst(
        "Kraamzorg en partusassistentie zijn samen hooguit 80 uur",
        "Kraamzorg and partusassistentie are at most 80 hours together",
    ),
    soorten=("dossier",),
    bron=kraamzorgbronnen.PARTUSUREN,
    velden=("/kraamzorgindicaties/*/geindiceerd_minuten", "/partusassistenties"),
    nodig=MET_PARTUS,
    aanleiding=Nodig(trekken=(Trek.KRAAMZORGINDICATIE, Trek.PARTUSASSISTENTIE)),
    redenen={
        "partus_onbekend": Tekst(
            "Er is partusassistentie gedeclareerd, maar hoe lang die duurde is niet bekend. Vul "
            "partusassistenties in.",
            "Partusassistentie was declared, but how long it took is not known. Supply "
            "partusassistenties.",
        ),
        "samen_boven_maximum": Tekst(
            "De geindiceerde kraamzorg en de partusassistentie zijn samen meer dan "
            "{maximum_minuten} minuten. Partusuren tellen mee voor het maximum: verlaag de "
            "kraamzorg.",
            "The indicated kraamzorg and the partusassistentie are more than {maximum_minuten} "
            "minutes together. Hours of partusassistentie count for the maximum: lower the "
            "kraamzorg.",
        ),
    },
)
def partus_telt_voor_maximum(w: Werkblad) -> Resultaat:
    """With partusassistentie the latest indication by the LIP stays within the maximum."""
    dossier = w.als(Dossier)
    laatste = laatste_indicatie(dossier)
    gedeclareerd = not w.per_prestatie.keys().isdisjoint(PARTUS)
    if laatste is None or not (dossier.partusassistenties or gedeclareerd):
        return NIET_VAN_TOEPASSING
    plaats, indicatie = laatste
    minuten = indicatie.geindiceerd_minuten
    norm = lip(w, indicatie)
    if norm is None:
        return NIET_VAN_TOEPASSING  # the rule on the bounds says that these are not known
    maximum = norm.waarde("maximum")
    if minuten > maximum:
        return NIET_VAN_TOEPASSING
    partus = _partusminuten(w, dossier)
    if not partus:
        return [onbeoordeeld("/partusassistenties", "partus_onbekend")]
    buiten = sum(dag.duur_minuten for dag in dossier.geleverde_kraamzorg if dag.buiten_indicatie)
    if minuten + partus + buiten <= maximum:
        return VOLDAAN
    if not dossier.partusassistenties and any(geval.credits for geval in w.zorggevallen):
        # Hours of which a part was taken back were counted whole.
        return [onbeoordeeld("/partusassistenties", "partus_onbekend")]
    return [
        breuk(
            indicatiepad(plaats, "geindiceerd_minuten"),
            "samen_boven_maximum",
            maximum_minuten=maximum,
        )
    ]


def _partusminuten(w: Werkblad, dossier: Dossier) -> Exact | None:
    """Return how long was assisted: as recorded, or else as declared; None with no time of it."""
    minuten: Exact = sum(assistentie.duur_minuten for assistentie in dossier.partusassistenties)
    for geval in () if minuten else w.zorggevallen:
        gedeclareerd = minuten_van(geval, PARTUS_UUR)
        if gedeclareerd is None:
            return None
        minuten += gedeclareerd
    return minuten


@regel(
    code="GZ-KRAAMZORG-007",
    titel=Tekst(
        "Een uitzondering tot zes weken is gemotiveerd en overlegd",
        "An exception up to six weeks has its motive and was discussed",
    ),
    soorten=("dossier",),
    bron=kraamzorgbronnen.VERRUIMING,
    velden=(
        "/kraamzorgindicaties/*/uitzondering/gemotiveerd",
        "/kraamzorgindicaties/*/uitzondering/door_verloskundige",
        "/kraamzorgindicaties/*/uitzondering/overlegd",
    ),
    peildatum=Peildatum.LEVERING,
    geldig=UITZONDERING,
    nodig=Nodig(leden=("/kraamzorgindicaties/*/uitzondering",)),
    redenen={
        "zonder_motivering": Tekst(
            "Voor de uitzondering is geen motivering vastgelegd. Leg vast waarom van het LIP wordt "
            "afgeweken.",
            "No motive was recorded for the exception. Record why the LIP is departed from.",
        ),
        "niet_door_verloskundige": Tekst(
            "De uitzondering is niet door een verloskundige geindiceerd. Laat haar dat doen.",
            "The exception was not indicated by a verloskundige. Have one do so.",
        ),
        "niet_overlegd": Tekst(
            "Over de uitzondering is niet overlegd met de kraamzorgorganisatie en de verzekeraar. "
            "Doe dat alsnog.",
            "The exception was not discussed with the kraamzorg organisation and the insurer. Do "
            "so.",
        ),
        "voorwaarde_onbekend": Tekst(
            "Of aan deze voorwaarde van de uitzondering is voldaan, is niet bekend. Vul het in.",
            "Whether this condition of the exception is met is not known. Supply it.",
        ),
    },
)
def uitzondering_onderbouwd(w: Werkblad) -> Resultaat:
    """An exception has a recorded motive, a verloskundige who indicated it, and consultation."""
    meldingen: list[Melding] = []
    toegepast = False
    for plaats, indicatie in enumerate(w.als(Dossier).kraamzorgindicaties):
        uitzondering = indicatie.uitzondering
        if uitzondering is None:
            continue
        toegepast = True
        voorwaarden = (
            ("gemotiveerd", uitzondering.gemotiveerd, "zonder_motivering"),
            ("door_verloskundige", uitzondering.door_verloskundige, "niet_door_verloskundige"),
            ("overlegd", uitzondering.overlegd, "niet_overlegd"),
        )
        for veld, vervuld, reden in voorwaarden:
            pad = indicatiepad(plaats, f"uitzondering/{veld}")
            if vervuld is None:
                meldingen.append(onbeoordeeld(pad, "voorwaarde_onbekend"))
            elif not vervuld:
                meldingen.append(breuk(pad, reden))
    return uitslag(meldingen, toegepast)


@regel(
    code="GZ-KRAAMZORG-010",
    titel=Tekst(
        "Er is niet meer kraamzorg geleverd dan geindiceerd",
        "No more kraamzorg was delivered than indicated",
    ),
    soorten=("dossier",),
    bron=kraamzorgbronnen.DOCUMENT,
    velden=("/geleverde_kraamzorg", "/kraamzorgindicaties"),
    versie=3,
    nodig=Nodig(leden=("/geleverde_kraamzorg",)),
    redenen={
        "meer_dan_geindiceerd": Tekst(
            "Er is meer kraamzorg geleverd dan de laatste indicatie na aftrek van ziekenhuisdagen "
            "toelaat. Controleer de dagen of leg de herindicatie vast.",
            "More kraamzorg was delivered than the latest indication allows after the deduction "
            "for days in hospital. Check the days, or record the new indication.",
        ),
        "indicatie_onbekend": Tekst(
            "Er is kraamzorg geleverd, maar hoeveel was geindiceerd is niet bekend. Voeg de "
            "indicatie toe.",
            "Kraamzorg was delivered, but how much was indicated is not known. Add the indication.",
        ),
    },
)
def geleverd_binnen_indicatie(w: Werkblad) -> Resultaat:
    """What was delivered, uitgestelde kraamzorg apart, is covered by the latest indication.

    Also what was delivered before a later indication, by the ones before that.
    """
    geleverd = [(dag.datum, dag.duur_minuten) for _, dag in gewone_dagen(w.als(Dossier))]
    if not geleverd:
        return NIET_VAN_TOEPASSING
    grenzen = toegestaan(w)
    if not grenzen:
        return [onbeoordeeld("/kraamzorgindicaties", "indicatie_onbekend")]
    if eerste_te_veel(geleverd, grenzen) is None:
        return VOLDAAN
    return [breuk("/geleverde_kraamzorg", "meer_dan_geindiceerd")]
