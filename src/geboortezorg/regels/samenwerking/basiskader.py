"""How a VSV meets the basiskader: its bouwstenen, its meetings and its kerntaken."""

from datetime import date, timedelta
from typing import Final

from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.berekening.samenwerking.vsv import (
    Tekort,
    lopende_activiteiten,
    ontbrekende_kerntaken,
    ontbrekende_mdos,
    uitgewerkt_op,
)
from geboortezorg.model.basiskader import (
    MDO,
    Activiteit,
    Basiskader,
    Bewijs,
    Bewijssoort,
    Domein,
    Kerntaak,
)
from geboortezorg.model.vsv import VSV
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
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
from geboortezorg.regels.samenwerking.peildag import DATUM_ONBEKEND, dag_van
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tijd import Looptijd

BEWIJS: Final = "vsv-bewijs"
"""The norm on how long before an activity a document can be that shows it."""

_ACHTERAF: Final = frozenset({Bewijssoort.VERSLAG, Bewijssoort.METING})
"""What is made of an activity, so not before it."""

_VOOR_BASISKADER: Final = Tekst(
    "Het VSV is beschreven voor een dag voordat het basiskader was vastgesteld, terwijl het daarna "
    "wordt beoordeeld. Beschrijf het voor een latere dag.",
    "The VSV is described for a day before the basiskader was adopted, while it is judged after "
    "that. Describe it for a later day.",
)
_BASISKADER_ONBEKEND: Final = Tekst(
    "Hoe het VSV het basiskader invult, staat niet in het document. Vul basiskader in.",
    "How the VSV meets the basiskader is not in the document. Supply basiskader.",
)


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
    nodig=Nodig(leden=("/basiskader",)),
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
    velden=("/basiskader", "/basiskader/mdos", "/basiskader/mdos/*/disciplines", "/peildatum"),
    peildatum=Peildatum.DOCUMENT,
    versie=2,
    geldig=Looptijd(van=vsvbronnen.BASISKADER_VASTGESTELD),
    redenen={
        "domein_ontbreekt": Tekst(
            "In het domein {naam} is er op deze dag geen multidisciplinair overleg. Neem eraan "
            "deel of richt het in.",
            "On this day there is no multidisciplinary meeting in the domain {naam}. Take part "
            "in one or set it up.",
        ),
        "een_discipline": Tekst(
            "Aan dit overleg neemt een enkele discipline deel: dat is geen multidisciplinair "
            "overleg. Vul de andere disciplines in of nodig ze uit.",
            "A single discipline attends this meeting: that is no multidisciplinary meeting. "
            "Supply the other disciplines, or invite them.",
        ),
        "een_discipline_van_zorg": Tekst(
            "Aan dit overleg neemt een enkele discipline uit de geboortezorg deel. Of daarnaast "
            "het sociale domein meedoet, kan hier niet staan: controleer het.",
            "A single discipline of maternity care attends this meeting. Whether the social domain "
            "attends beside it cannot be told here: check it.",
        ),
        "disciplines_onbekend": Tekst(
            "Welke disciplines aan het overleg deelnemen, staat er niet. Vul disciplines in.",
            "Which disciplines attend the meeting is not stated. Supply disciplines.",
        ),
        "invoering_loopt": Tekst(
            "In het domein {naam} is er op deze dag nog geen multidisciplinair overleg. Het "
            "basiskader wordt t/m 2026 ingevoerd: richt het overleg voor die tijd in.",
            "On this day there is no multidisciplinary meeting in the domain {naam} yet. The "
            "basiskader is being introduced until the end of 2026: set one up by then.",
        ),
        "basiskader_onbekend": _BASISKADER_ONBEKEND,
        "voor_basiskader": _VOOR_BASISKADER,
        "datum_onbekend": DATUM_ONBEKEND,
    },
)
def mdo(w: Werkblad) -> Resultaat:
    """On the day there is a meeting in both domains, of several disciplines.

    While the basiskader is being introduced a domain that is missing is a suspicion only.
    """
    gevonden = _tegen_basiskader(w)
    if not isinstance(gevonden, tuple):
        return gevonden
    vsv, (basiskader, op) = w.als(VSV), gevonden
    meldingen = [
        _ontbreekt("/basiskader/mdos", "domein_ontbreekt", tekort, op)
        for tekort in ontbrekende_mdos(vsv, op)
    ]
    for i, overleg in enumerate(basiskader.mdos):
        melding = None
        if overleg.looptijd.bevat(op):
            melding = _deelname(f"/basiskader/mdos/{i}/disciplines", overleg, op)
        if melding is not None:
            meldingen.append(melding)
    return uitslag(meldingen, van_toepassing=True)


def _deelname(pad: str, overleg: MDO, op: date) -> Melding | None:
    """Return what is wrong with the attendance of a meeting: it takes several disciplines."""
    aantal = len(set(overleg.disciplines))
    if aantal == 0:
        return onbeoordeeld(pad, "disciplines_onbekend")
    if aantal > 1:
        return None
    if overleg.domein is Domein.MEDISCH:
        if op < vsvbronnen.EERSTE_DAG_INKOOP:
            return onbeoordeeld(pad, "een_discipline", vermoeden=True)
        return breuk(pad, "een_discipline")
    return onbeoordeeld(pad, "een_discipline_van_zorg", vermoeden=True)


def _tegen_basiskader(w: Werkblad) -> tuple[Basiskader, date] | Resultaat:
    """Return the basiskader and the day to hold a VSV against it, or the answer without them."""
    basiskader, op = w.als(VSV).basiskader, dag_van(w)
    if op is not None and op < vsvbronnen.BASISKADER_VASTGESTELD:
        vandaag = w.context.beoordelingsdatum
        if vandaag is not None and vandaag < vsvbronnen.BASISKADER_VASTGESTELD:
            return NIET_VAN_TOEPASSING
        return [onbeoordeeld("/peildatum", "voor_basiskader")]
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
    versie=3,
    geldig=Looptijd(van=vsvbronnen.BASISKADER_VASTGESTELD),
    redenen={
        "kerntaak_ontbreekt": Tekst(
            "Voor de kerntaak {naam} loopt op deze dag geen activiteit. Voeg de activiteit toe "
            "of start haar.",
            "No activity for the kerntaak {naam} takes place on this day. Add it or start it.",
        ),
        "invoering_loopt": Tekst(
            "Voor de kerntaak {naam} loopt op deze dag nog geen activiteit. Het basiskader "
            "wordt t/m 2026 ingevoerd: begin er voor die tijd een.",
            "No activity for the kerntaak {naam} takes place on this day yet. The basiskader "
            "is being introduced until the end of 2026: begin one by then.",
        ),
        "bewijs_onbekend": Tekst(
            "Van geen activiteit voor deze kerntaak is er een bewijs, dus of zij plaatsvindt is "
            "niet beoordeeld. Vul bewijs in.",
            "There is no evidence for any activity for this kerntaak, so whether one takes place "
            "was not judged. Supply bewijs.",
        ),
        "bewijs_te_oud": Tekst(
            "Alle bewijs voor deze kerntaak is van voor de activiteiten ervan: een verslag of "
            "meting van eerder, of een stuk van meer dan {dagen} dagen eerder. Vul bewijs in dat de "
            "activiteit plaatsvindt.",
            "All evidence for this kerntaak is from before its activities: a report or measurement "
            "of earlier, or a document of more than {dagen} days earlier. Supply evidence that the "
            "activity takes place.",
        ),
        "basiskader_onbekend": _BASISKADER_ONBEKEND,
        "voor_basiskader": _VOOR_BASISKADER,
        "datum_onbekend": DATUM_ONBEKEND,
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
    dagen = w.context.normen.norm(BEWIJS).waarde("hoogste-ouderdom")
    for i, invulling in enumerate(basiskader.kerntaken):
        activiteiten = lopend.pop(invulling.kerntaak, [])
        bewijzen = [
            _bewijst(activiteit, bewijs, dagen)
            for activiteit in activiteiten
            for bewijs in activiteit.bewijs
        ]
        pad = f"/basiskader/kerntaken/{i}"
        if activiteiten and not bewijzen:
            meldingen.append(onbeoordeeld(pad, "bewijs_onbekend"))
        elif bewijzen and not any(bewijzen):
            meldingen.append(onbeoordeeld(pad, "bewijs_te_oud", vermoeden=True, dagen=dagen))
    return uitslag(meldingen, van_toepassing=True)


def _bewijst(activiteit: Activiteit, bewijs: Bewijs, dagen: int) -> bool:
    """Say whether a document can show that an activity takes place; a plan may come before it."""
    vooraf = 0 if bewijs.bewijssoort in _ACHTERAF else dagen
    return bewijs.datum >= activiteit.looptijd.van - timedelta(days=vooraf)
