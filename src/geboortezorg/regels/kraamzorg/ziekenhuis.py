"""What days in hospital take off the indicated hours of kraamzorg."""

from geboortezorg.berekening.kraamzorg import bronnen as kraamzorgbronnen
from geboortezorg.berekening.kraamzorg import uren as berekening
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.kraamzorg import Indicatieprotocol
from geboortezorg.regels.kraamzorg.grenzen import LAAT_BEGIN
from geboortezorg.regels.kraamzorg.zorg import (
    KRAAMZORG_UUR,
    gewone_dagen,
    in_dossier,
    indicatiepad,
    laatste_indicatie,
    som,
    zorgdagen,
)
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
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tijd import dagen_tussen


@regel(
    code="GZ-KRAAMZORG-009",
    versie=2,
    titel=Tekst(
        "Per ziekenhuisdag gaat een achtste van de geindiceerde uren eraf",
        "An eighth of the indicated hours comes off for each day in hospital",
    ),
    soorten=("dossier",),
    bron=(kraamzorgbronnen.ZIEKENHUISDAG, kraamzorgbronnen.ZIEKENHUISDAG_PRAKTIJK),
    velden=(
        "/kraamzorgindicaties/*/aftrek_minuten",
        "/kraamzorgindicaties/*/ziekenhuisdagen",
    ),
    nodig=(
        Nodig(leden=("/kraamzorgindicaties",)),
        Nodig(
            leden=(
                "/kraamzorgindicaties/*/ziekenhuisdagen",
                "/kraamzorgindicaties/*/aftrek_minuten",
            ),
            trekken=(Trek.KRAAMZORGINDICATIE,),
        ),
    ),
    redenen={
        "aftrek_wijkt_af": Tekst(
            "De aftrek is niet een achtste van de geindiceerde uren per ziekenhuisdag, ook niet "
            "afgerond op halve uren. Reken de aftrek opnieuw uit; de ontslagdag telt niet mee.",
            "The deduction is not an eighth of the indicated hours for each day in hospital, nor "
            "that rounded to half hours. Compute it again; the day of discharge is not counted.",
        ),
        "aftrek_onbekend": Tekst(
            "Er zijn ziekenhuisdagen, maar wat daarvoor in mindering is gebracht is niet bekend. "
            "Vul aftrek_minuten in.",
            "There were days in hospital, but what was deducted for them is not known. Supply "
            "aftrek_minuten.",
        ),
        "opname_onbekend": Tekst(
            "De kraamzorg begon {dagen} dagen na de bevalling, en is meer dan er over zou zijn als "
            "die dagen in het ziekenhuis waren. Vul ziekenhuisdagen in: 0 als er geen waren.",
            "The kraamzorg began {dagen} days after the birth, and is more than would be left if "
            "those days were in hospital. Supply ziekenhuisdagen: 0 if there were none.",
        ),
        "minder_dagen": Tekst(
            "Een eerdere indicatie noemt meer ziekenhuisdagen dan deze. Verbeter een van beide.",
            "An earlier indication names more days in hospital than this one. Correct one of both.",
        ),
        "ziekenhuisdagen_onbekend": Tekst(
            "Er is iets in mindering gebracht, maar het aantal ziekenhuisdagen is niet bekend. Vul "
            "ziekenhuisdagen in.",
            "Something was deducted, but the number of days in hospital is not known. Supply "
            "ziekenhuisdagen.",
        ),
    },
)
def aftrek_klopt(w: Werkblad) -> Resultaat:
    """The deduction is an eighth for each day, exactly or rounded down to half hours per day.

    Practice deducts 6 hours of 49 and 5.5 of 45: an eighth, rounded down to a half hour. The days
    of an earlier indication stay with a later one that is silent on them. Where none names any,
    care that began late is asked for them when they would make a difference.
    """
    meldingen: list[Melding] = []
    toegepast, eerder = False, 0
    indicaties = w.als(Dossier).kraamzorgindicaties
    for plaats, indicatie in sorted(enumerate(indicaties), key=lambda paar: paar[1].datum):
        dagen, aftrek = indicatie.ziekenhuisdagen, indicatie.aftrek_minuten
        if dagen is None and aftrek is not None and eerder:
            dagen = eerder
        minder = dagen is not None and dagen < eerder
        if indicatie.indicatieprotocol is not Indicatieprotocol.LIP or not (
            dagen or aftrek or minder
        ):
            continue
        toegepast = True
        if dagen is None:
            pad = indicatiepad(plaats, "ziekenhuisdagen")
            meldingen.append(onbeoordeeld(pad, "ziekenhuisdagen_onbekend"))
            continue
        if minder:
            pad = indicatiepad(plaats, "ziekenhuisdagen")
            meldingen.append(onbeoordeeld(pad, "minder_dagen", vermoeden=True))
        eerder = max(dagen, eerder)
        if aftrek is None and dagen:
            pad = indicatiepad(plaats, "aftrek_minuten")
            meldingen.append(onbeoordeeld(pad, "aftrek_onbekend"))
        elif not _aftrek_past(w, indicatie.geindiceerd_minuten, dagen, aftrek or 0):
            meldingen.append(breuk(indicatiepad(plaats, "aftrek_minuten"), "aftrek_wijkt_af"))
    vraag = None if toegepast else _opname(w)
    if vraag is not None:
        meldingen.append(vraag)
    return uitslag(meldingen, toegepast)


def _opname(w: Werkblad) -> Melding | None:
    """Ask for days in hospital when care began late, and they would leave less than was given."""
    dossier, bevallen, dagen = w.als(Dossier), w.bevaldagen, w.samen(zorgdagen)
    if bevallen is None or dagen is None:
        return None
    laatste = laatste_indicatie(dossier, dagen[1])
    wachten = dagen_tussen(bevallen[1], dagen[0])
    if laatste is None or wachten < w.context.normen.norm(LAAT_BEGIN).waarde("erna"):
        return None
    plaats, indicatie = laatste
    if any(
        i.ziekenhuisdagen is not None and (i is indicatie or i.datum >= bevallen[0])
        for i in dossier.kraamzorgindicaties
    ):  # one from before the birth could not know yet
        return None
    if indicatie.indicatieprotocol is not Indicatieprotocol.LIP:
        return None
    geindiceerd = indicatie.geindiceerd_minuten
    over = geindiceerd - berekening.aftrek_ziekenhuis(geindiceerd, wachten, w.context.normen)
    geleverd = [dag.duur_minuten for _, dag in gewone_dagen(dossier)]
    if (sum(geleverd) if geleverd else som(in_dossier(w, KRAAMZORG_UUR))) <= over:
        return None
    pad = indicatiepad(plaats, "ziekenhuisdagen")
    return onbeoordeeld(pad, "opname_onbekend", dagen=wachten)


def _aftrek_past(w: Werkblad, geindiceerd: int, dagen: int, aftrek: int) -> bool:
    precies = berekening.aftrek_ziekenhuis(geindiceerd, dagen, w.context.normen)
    norm = w.context.normen.norm(berekening.ZIEKENHUISDAG)
    stap = norm.waarde("afronding")
    per_dag = geindiceerd * norm.deel("aftrek")
    if stap:
        per_dag -= per_dag % stap
    return abs(aftrek - precies) < 1 or aftrek == min(per_dag * dagen, geindiceerd)
