"""The VSV itself: who takes part, and whether it is ready to be contracted."""

from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.berekening.samenwerking.vsv import (
    Onderdeel,
    gereedheid,
    ontbrekende_disciplines,
    ontbrekende_kerntaken,
    ontbrekende_mdos,
)
from geboortezorg.model.basiskader import Domein
from geboortezorg.model.partijen import Discipline
from geboortezorg.model.vsv import VSV
from geboortezorg.model.vsv_declaratie import VSVDeclaratie
from geboortezorg.nummers import agb
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    VOLDAAN,
    Melding,
    Nodig,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.samenwerking.deelnemers import DISCIPLINE_ONBEKEND, discipline_onbekend
from geboortezorg.regels.samenwerking.peildag import DATUM_ONBEKEND, dag_van
from geboortezorg.regels.werkblad import Werkblad


@regel(
    code="GZ-VSV-001",
    titel=Tekst(
        "De disciplines van de integrale geboortezorg doen mee",
        "The disciplines of integrated maternity care take part",
    ),
    soorten=("vsv",),
    bron=(vsvbronnen.DISCIPLINES, vsvbronnen.KERN, vsvbronnen.SAMENSTELLING),
    velden=(
        "/deelnemers",
        "/deelnemers/*/zorgaanbieder/discipline",
        "/peildatum",
        "/verloskundig_actieve_huisarts",
    ),
    peildatum=Peildatum.DOCUMENT,
    versie=4,
    redenen={
        "sluit_later_aan": Tekst(
            "Op deze dag doet nog geen {discipline} mee; een deelnemer sluit later aan. Tot 2027 "
            "wordt een VSV opgebouwd: controleer de dagen.",
            "On this day no {discipline} takes part yet; a participant joins later. Until 2027 a "
            "VSV is being set up: check the days.",
        ),
        "discipline_ontbreekt": Tekst(
            "Op deze dag doet geen {discipline} mee. Voeg de deelnemer toe.",
            "No {discipline} takes part on this day. Add the participant.",
        ),
        "huisarts_ontbreekt": Tekst(
            "Op deze dag doet geen huisarts mee. Voeg de deelnemer toe, of zet "
            "verloskundig_actieve_huisarts op false als er in de regio geen werkt.",
            "No huisarts takes part on this day. Add the participant, or set "
            "verloskundig_actieve_huisarts to false when none works in the region.",
        ),
        "discipline_onbekend": DISCIPLINE_ONBEKEND,
        "deelnemers_onbekend": Tekst(
            "Het document noemt geen deelnemers. Vul deelnemers in.",
            "The document names no participants. Supply deelnemers.",
        ),
        "datum_onbekend": DATUM_ONBEKEND,
    },
)
def disciplines(w: Werkblad) -> Resultaat:
    """Each discipline has a participant; the ground differs per discipline.

    Of a day before insurers can purchase, a participant that is to join counts as a doubt.
    """
    vsv, op = w.als(VSV), dag_van(w)
    if not vsv.deelnemers:
        return [onbeoordeeld("/deelnemers", "deelnemers_onbekend")]
    if op is None:
        return [onbeoordeeld("/peildatum", "datum_onbekend")]
    later: set[str | None] = set()
    if op < vsvbronnen.EERSTE_DAG_INKOOP:
        later = {
            deelnemer.zorgaanbieder.discipline
            for deelnemer in vsv.deelnemers
            if deelnemer.looptijd.van > op
        }
    meldingen = []
    onbekend = discipline_onbekend(vsv.deelnemers, op)
    for tekort in ontbrekende_disciplines(vsv, op):
        bron, naam = tekort.bron, tekort.naam
        if onbekend is not None:
            meldingen.append(onbeoordeeld(onbekend, "discipline_onbekend", discipline=naam))
        elif naam in later:
            meldingen.append(
                onbeoordeeld(
                    "/deelnemers", "sluit_later_aan", vermoeden=True, bron=bron, discipline=naam
                )
            )
        else:
            meldingen.append(
                breuk(
                    "/deelnemers",
                    "huisarts_ontbreekt" if naam == Discipline.HUISARTS else "discipline_ontbreekt",
                    verificatie=bron.verificatie,
                    bron=bron,
                    discipline=naam,
                )
            )
    return uitslag(meldingen, van_toepassing=True)


@regel(
    code="GZ-VSV-005",
    versie=2,
    titel=Tekst(
        "Het VSV is gereed op de dag vanaf welke het wil contracteren",
        "The VSV is ready on the day from which it means to contract",
    ),
    soorten=("vsv",),
    bron=(vsvbronnen.GEREEDHEID, vsvbronnen.INKOOP),
    velden=("/contracteert_vanaf",),
    peildatum=Peildatum.DOCUMENT,
    nodig=Nodig(leden=("/contracteert_vanaf",)),
    redenen={
        "datum": Tekst(
            "Verzekeraars kunnen VSV's pas inkopen vanaf {namen}. Kies een latere dag.",
            "Insurers can purchase the work of a VSV from {namen} on. Choose a later day.",
        ),
        "discipline": Tekst(
            "Op de beoogde dag ontbreken deze disciplines: {namen}. Voeg deelnemers toe; werkt er "
            "in de regio geen huisarts die bevallingen doet, zet dan "
            "verloskundig_actieve_huisarts op false.",
            "On the intended day these disciplines are missing: {namen}. Add participants; when no "
            "huisarts who attends births works in the region, set verloskundig_actieve_huisarts to "
            "false.",
        ),
        "kerntaak": Tekst(
            "Op de beoogde dag is er geen activiteit voor deze kerntaken: {namen}. Voeg die toe.",
            "On the intended day there is no activity for these kerntaken: {namen}. Add one.",
        ),
        "mdo": Tekst(
            "Op de beoogde dag is er geen multidisciplinair overleg in: {namen}. Richt het in.",
            "On the intended day there is no multidisciplinary meeting in: {namen}. Set one up.",
        ),
        "bouwsteen": Tekst(
            "Op de beoogde dag is deze bouwsteen niet uitgewerkt: {namen}. Werk hem eerst uit.",
            "On the intended day this bouwsteen is not elaborated: {namen}. Elaborate it first.",
        ),
    },
)
def gereed(w: Werkblad) -> Resultaat:
    """On the day from which the VSV means to contract, nothing of what is asked is missing."""
    vsv = w.als(VSV)
    if vsv.contracteert_vanaf is None:
        return NIET_VAN_TOEPASSING
    stand = gereedheid(vsv, vsv.contracteert_vanaf)
    meldingen: list[Melding] = []
    for onderdeel in Onderdeel:
        namen = stand.van(onderdeel)
        if namen:
            bron = vsvbronnen.GEREEDHEID
            if onderdeel is Onderdeel.DATUM:
                bron = vsvbronnen.INKOOP
            meldingen.append(
                breuk(
                    "/contracteert_vanaf",
                    onderdeel.value,
                    verificatie=bron.verificatie,
                    bron=bron,
                    namen=", ".join(namen),
                )
            )
    return uitslag(meldingen, van_toepassing=True)


@regel(
    code="GZ-VSV-009",
    versie=2,
    titel=Tekst(
        "Wat er op de peildatum was, is er op de dag van beoordeling nog",
        "What there was on the peildatum is there on the day of judging",
    ),
    soorten=("vsv",),
    bron=(vsvbronnen.DISCIPLINES, vsvbronnen.KERNTAKEN, vsvbronnen.MDO),
    velden=("/peildatum",),
    peildatum=Peildatum.BEOORDELING,
    nodig=Nodig(leden=("/peildatum",)),
    redenen={
        "weg": Tekst(
            "Na de peildatum is dit geeindigd, en op de dag van beoordeling is het er niet meer: "
            "{namen}. Beschrijf het VSV voor een latere dag, of vul aan wat ervoor kwam.",
            "This ended after the peildatum, and on the day of judging it is there no more: "
            "{namen}. Describe the VSV for a later day, or supply what replaced it.",
        ),
    },
)
def er_nog(w: Werkblad) -> Resultaat:
    """No discipline, kerntaak or meeting ended between the day described and that of judging."""
    vsv, vandaag = w.als(VSV), w.context.beoordelingsdatum
    if vsv.peildatum is None or vandaag is None or vandaag <= vsv.peildatum:
        return NIET_VAN_TOEPASSING
    weg = [
        tekort.naam
        for ontbreekt in (ontbrekende_disciplines, ontbrekende_kerntaken, ontbrekende_mdos)
        for tekort in ontbreekt(vsv, vandaag)
        if tekort not in ontbreekt(vsv, vsv.peildatum)
    ]
    if weg:
        return [onbeoordeeld("/peildatum", "weg", vermoeden=True, namen=", ".join(weg))]
    return VOLDAAN


@regel(
    code="GZ-VSV-006",
    titel=Tekst(
        "Een coalitie Kansrijke Start heeft drie domeinen",
        "A Kansrijke Start coalition has three domains",
    ),
    soorten=("vsv",),
    bron=vsvbronnen.COALITIE,
    velden=("/coalities/*/domeinen",),
    nodig=Nodig(leden=("/coalities",)),
    redenen={
        "domein_ontbreekt": Tekst(
            "In deze coalitie doet het domein {domein} niet mee. Voeg het toe.",
            "The domain {domein} does not take part in this coalition. Add it.",
        )
    },
)
def coalitiedomeinen(w: Werkblad) -> Resultaat:
    """The medical, the social and the public domain take part in each coalition."""
    coalities = w.als(VSV).coalities
    meldingen = [
        breuk(f"/coalities/{i}/domeinen", "domein_ontbreekt", domein=domein.value)
        for i, coalitie in enumerate(coalities)
        for domein in Domein
        if domein not in coalitie.domeinen
    ]
    return uitslag(meldingen, bool(coalities))


@regel(
    code="GZ-VSV-007",
    titel=Tekst(
        "De AGB-code van een VSV is van zorgsoort 67", "The AGB-code of a VSV is of zorgsoort 67"
    ),
    soorten=("vsv", "vsv_declaratie"),
    bron=bronnen.AGB_ZORGSOORTEN,
    velden=("/agb_code",),
    nodig=Nodig(leden=("/agb_code",)),
    redenen={
        "zorgsoort": Tekst(
            "De AGB-code van een VSV begint naar verwachting met {zorgsoort} (kwalificatie "
            "{kwalificatie}). Controleer de code of laat het veld weg.",
            "The AGB-code of a VSV is expected to start with {zorgsoort} (kwalificatie "
            "{kwalificatie}). Check the code, or leave the member out.",
        )
    },
)
def zorgsoort(w: Werkblad) -> Resultaat:
    """A VSV without an AGB-code is fine; one with a code has that of a network organisation."""
    document = w.als(VSVDeclaratie) if w.soort == "vsv_declaratie" else w.als(VSV)
    if document.agb_code is None:
        return NIET_VAN_TOEPASSING
    verwacht = agb.VSV[:2]
    if document.agb_code[:2] == verwacht:
        return VOLDAAN
    return [breuk("/agb_code", "zorgsoort", zorgsoort=verwacht, kwalificatie=agb.VSV)]
