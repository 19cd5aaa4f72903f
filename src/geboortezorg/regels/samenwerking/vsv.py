"""The VSV itself: who takes part, what it does for the basiskader, and whether it is ready."""

from datetime import date
from typing import Final

from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.berekening.samenwerking.vsv import (
    Onderdeel,
    Tekort,
    gereedheid,
    lopende_activiteiten,
    ontbrekende_disciplines,
    ontbrekende_kerntaken,
    ontbrekende_mdos,
    uitgewerkt_op,
)
from geboortezorg.model.basiskader import Basiskader, Domein, Kerntaak
from geboortezorg.model.vsv import VSV
from geboortezorg.model.vsv_declaratie import VSVDeclaratie
from geboortezorg.nummers import agb
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    VOLDAAN,
    Melding,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tijd import Looptijd

_DATUM_ONBEKEND: Final = Tekst(
    "Voor welke dag het VSV is beschreven is niet bekend. Vul peildatum in of geef de "
    "beoordelingsdatum mee.",
    "For which day the VSV is described is not known. Supply peildatum or the day of judging.",
)
_BASISKADER_ONBEKEND: Final = Tekst(
    "Hoe het VSV het basiskader invult, staat niet in het document. Vul basiskader in.",
    "How the VSV meets the basiskader is not in the document. Supply basiskader.",
)


def _op(w: Werkblad) -> date | None:
    """Return the day for which the VSV is judged: its own, or that of judging."""
    return w.als(VSV).peildatum or w.context.beoordelingsdatum


@regel(
    code="GZ-VSV-001",
    titel=Tekst(
        "De disciplines van de integrale geboortezorg doen mee",
        "The disciplines of integrated maternity care take part",
    ),
    soorten=("vsv",),
    bron=(vsvbronnen.DISCIPLINES, vsvbronnen.KERN, vsvbronnen.SAMENSTELLING),
    velden=("/deelnemers", "/peildatum"),
    peildatum=Peildatum.DOCUMENT,
    redenen={
        "discipline_ontbreekt": Tekst(
            "Op deze dag doet geen {discipline} mee. Voeg de deelnemer toe of maak er afspraken "
            "mee.",
            "No {discipline} takes part on this day. Add the participant, or come to an agreement.",
        ),
        "deelnemers_onbekend": Tekst(
            "Het document noemt geen deelnemers. Vul deelnemers in.",
            "The document names no participants. Supply deelnemers.",
        ),
        "datum_onbekend": _DATUM_ONBEKEND,
    },
)
def disciplines(w: Werkblad) -> Resultaat:
    """Each discipline has a participant; the ground differs per discipline."""
    vsv, op = w.als(VSV), _op(w)
    if not vsv.deelnemers:
        return [onbeoordeeld("/deelnemers", "deelnemers_onbekend")]
    if op is None:
        return [onbeoordeeld("/peildatum", "datum_onbekend")]
    meldingen = [
        breuk(
            "/deelnemers",
            "discipline_ontbreekt",
            verificatie=tekort.bron.verificatie,
            bron=tekort.bron,
            discipline=tekort.naam,
        )
        for tekort in ontbrekende_disciplines(vsv, op)
    ]
    return uitslag(meldingen, van_toepassing=True)


@regel(
    code="GZ-VSV-002",
    titel=Tekst(
        "Bouwsteen 1 is uitgewerkt voor bouwsteen 2 t/m 4",
        "Bouwsteen 1 is elaborated before bouwsteen 2 to 4",
    ),
    soorten=("vsv",),
    bron=vsvbronnen.VOLGORDE,
    velden=("/basiskader/kerntaken/*/uitgewerkt_op",),
    peildatum=Peildatum.DOCUMENT,
    redenen={
        "eerste_ontbreekt": Tekst(
            "Deze bouwsteen is uitgewerkt terwijl bouwsteen 1 dat niet is. Werk eerst de "
            "organisatie van het samenwerkingsverband uit.",
            "This bouwsteen is elaborated while bouwsteen 1 is not. Elaborate the organisation of "
            "the collaboration first.",
        ),
        "eerste_later": Tekst(
            "Deze bouwsteen is eerder uitgewerkt dan bouwsteen 1. Controleer de datums.",
            "This bouwsteen was elaborated before bouwsteen 1. Check the dates.",
        ),
    },
)
def volgorde(w: Werkblad) -> Resultaat:
    """No other bouwsteen has an earlier day than bouwsteen 1."""
    vsv = w.als(VSV)
    meldingen: list[Melding] = []
    toegepast = False
    organiseren = Kerntaak.SAMENWERKINGSVERBAND_ORGANISEREN
    eerste = uitgewerkt_op(vsv, organiseren)
    kerntaken = () if vsv.basiskader is None else vsv.basiskader.kerntaken
    for i, invulling in enumerate(kerntaken):
        if invulling.kerntaak is organiseren or invulling.uitgewerkt_op is None:
            continue
        toegepast = True
        pad = f"/basiskader/kerntaken/{i}/uitgewerkt_op"
        if eerste is None:
            meldingen.append(breuk(pad, "eerste_ontbreekt"))
        elif invulling.uitgewerkt_op < eerste:
            meldingen.append(breuk(pad, "eerste_later"))
    return uitslag(meldingen, toegepast)


@regel(
    code="GZ-VSV-003",
    titel=Tekst(
        "Er is MDO in het medische en in het sociale domein",
        "There is an MDO in the medical and in the social domain",
    ),
    soorten=("vsv",),
    bron=vsvbronnen.MDO,
    velden=("/basiskader", "/basiskader/mdos", "/peildatum"),
    peildatum=Peildatum.DOCUMENT,
    geldig=Looptijd(van=vsvbronnen.BASISKADER_VASTGESTELD),
    redenen={
        "domein_ontbreekt": Tekst(
            "In het domein {naam} is er op deze dag geen multidisciplinair overleg. Neem eraan "
            "deel of richt het in.",
            "On this day there is no multidisciplinary meeting in the domain {naam}. Take part "
            "in one or set it up.",
        ),
        "invoering_loopt": Tekst(
            "In het domein {naam} is er op deze dag nog geen multidisciplinair overleg. Het "
            "basiskader wordt t/m 2026 ingevoerd.",
            "On this day there is no multidisciplinary meeting in the domain {naam} yet. The "
            "basiskader is being introduced until the end of 2026.",
        ),
        "basiskader_onbekend": _BASISKADER_ONBEKEND,
        "datum_onbekend": _DATUM_ONBEKEND,
    },
)
def mdo(w: Werkblad) -> Resultaat:
    """On the day there is a meeting in both domains; a suspicion only while it is introduced."""
    gevonden = _tegen_basiskader(w)
    if not isinstance(gevonden, tuple):
        return gevonden
    vsv, (_, op) = w.als(VSV), gevonden
    meldingen = [
        _ontbreekt("/basiskader/mdos", "domein_ontbreekt", tekort, op)
        for tekort in ontbrekende_mdos(vsv, op)
    ]
    return uitslag(meldingen, van_toepassing=True)


def _tegen_basiskader(w: Werkblad) -> tuple[Basiskader, date] | Resultaat:
    """Return the basiskader and the day to hold a VSV against it, or the answer without them."""
    basiskader, op = w.als(VSV).basiskader, _op(w)
    if op is not None and op < vsvbronnen.BASISKADER_VASTGESTELD:
        return NIET_VAN_TOEPASSING
    if basiskader is None:
        return [onbeoordeeld("/basiskader", "basiskader_onbekend")]
    return [onbeoordeeld("/peildatum", "datum_onbekend")] if op is None else (basiskader, op)


def _ontbreekt(pad: str, reden: str, tekort: Tekort, op: date) -> Melding:
    """Return what is missing: a breach from 2027 on, a suspicion while it is being introduced."""
    if op < vsvbronnen.EERSTE_DAG_INKOOP:
        return onbeoordeeld(pad, "invoering_loopt", vermoeden=True, naam=tekort.naam)
    return breuk(pad, reden, naam=tekort.naam)


@regel(
    code="GZ-VSV-004",
    titel=Tekst(
        "Elke kerntaak van het basiskader is ingevuld",
        "Every kerntaak of the basiskader is carried out",
    ),
    soorten=("vsv",),
    bron=vsvbronnen.KERNTAKEN,
    velden=("/basiskader", "/basiskader/kerntaken", "/basiskader/kerntaken/*", "/peildatum"),
    peildatum=Peildatum.DOCUMENT,
    geldig=Looptijd(van=vsvbronnen.BASISKADER_VASTGESTELD),
    redenen={
        "kerntaak_ontbreekt": Tekst(
            "Voor de kerntaak {naam} loopt op deze dag geen activiteit. Voeg de activiteit toe "
            "of start haar.",
            "No activity for the kerntaak {naam} takes place on this day. Add it or start it.",
        ),
        "invoering_loopt": Tekst(
            "Voor de kerntaak {naam} loopt op deze dag nog geen activiteit. Het basiskader "
            "wordt t/m 2026 ingevoerd.",
            "No activity for the kerntaak {naam} takes place on this day yet. The basiskader "
            "is being introduced until the end of 2026.",
        ),
        "bewijs_onbekend": Tekst(
            "Van geen activiteit voor deze kerntaak is er een bewijs, dus of zij plaatsvindt is "
            "niet beoordeeld. Vul bewijs in.",
            "There is no evidence for any activity for this kerntaak, so whether one takes place "
            "was not judged. Supply bewijs.",
        ),
        "basiskader_onbekend": _BASISKADER_ONBEKEND,
        "datum_onbekend": _DATUM_ONBEKEND,
    },
)
def kerntaken(w: Werkblad) -> Resultaat:
    """On the day there is an activity for each kerntaak, with evidence."""
    gevonden = _tegen_basiskader(w)
    if not isinstance(gevonden, tuple):
        return gevonden
    vsv, (basiskader, op) = w.als(VSV), gevonden
    meldingen = [
        _ontbreekt("/basiskader/kerntaken", "kerntaak_ontbreekt", tekort, op)
        for tekort in ontbrekende_kerntaken(vsv, op)
    ]
    lopend = lopende_activiteiten(vsv, op)
    for i, invulling in enumerate(basiskader.kerntaken):
        activiteiten = lopend.pop(invulling.kerntaak, [])
        if activiteiten and not any(activiteit.bewijs for activiteit in activiteiten):
            meldingen.append(onbeoordeeld(f"/basiskader/kerntaken/{i}", "bewijs_onbekend"))
    return uitslag(meldingen, van_toepassing=True)


@regel(
    code="GZ-VSV-005",
    titel=Tekst(
        "Het VSV is gereed op de dag vanaf welke het wil contracteren",
        "The VSV is ready on the day from which it means to contract",
    ),
    soorten=("vsv",),
    bron=(vsvbronnen.GEREEDHEID, vsvbronnen.INKOOP),
    velden=("/contracteert_vanaf",),
    peildatum=Peildatum.DOCUMENT,
    redenen={
        "datum": Tekst(
            "Verzekeraars kunnen VSV's pas inkopen vanaf {namen}. Kies een latere dag.",
            "Insurers can purchase the work of a VSV from {namen} on. Choose a later day.",
        ),
        "discipline": Tekst(
            "Op de beoogde dag ontbreken deze disciplines: {namen}. Voeg deelnemers toe.",
            "On the intended day these disciplines are missing: {namen}. Add participants.",
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
    code="GZ-VSV-006",
    titel=Tekst(
        "Een coalitie Kansrijke Start heeft drie domeinen",
        "A Kansrijke Start coalition has three domains",
    ),
    soorten=("vsv",),
    bron=vsvbronnen.COALITIE,
    velden=("/coalities/*/domeinen",),
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
    document = w.document if isinstance(w.document, VSVDeclaratie) else w.als(VSV)
    if document.agb_code is None:
        return NIET_VAN_TOEPASSING
    verwacht = agb.VSV[:2]
    if document.agb_code[:2] == verwacht:
        return VOLDAAN
    return [breuk("/agb_code", "zorgsoort", zorgsoort=verwacht, kwalificatie=agb.VSV)]
