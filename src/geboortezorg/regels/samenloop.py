"""What cannot stand beside what: duplicates, parts beside the whole, and references."""

from geboortezorg.model.declaratie import DebetCredit
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Regime
from geboortezorg.model.zorgepisode import Verwijzingsoort
from geboortezorg.model.zwangerschap import WijzeEinde
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    Melding,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Regelblad, Werkblad

VOLLEDIG_PRENATAAL = "verloskunde-volledig-prenataal"

_PRESTATIE = ("/declaratieregels/*/prestatie",)


def _tellend(w: Werkblad) -> list[Regelblad]:
    """Return the lines with a known prestatie that no credit takes back."""
    return [blad for blad in w.regels if blad.telt and blad.prestatie is not None]


@regel(
    code="GZ-REGEL-001",
    titel=Tekst(
        "Een creditregel verwijst naar een debetregel", "A credit line refers to a debit line"
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.EI_FORMAAT,
    velden=("/declaratieregels/*/gerelateerd_referentienummer",),
    redenen={
        "verwijzing_ontbreekt": Tekst(
            "Een creditregel verwijst verplicht naar de eerdere debetregel. Vul het "
            "referentienummer daarvan in.",
            "A credit line must refer to the earlier debit line. Supply its reference.",
        ),
        "geen_debetregel": Tekst(
            "De regel waarnaar de creditregel verwijst is geen debetregel. Verwijs naar de "
            "debetregel.",
            "The line that the credit refers to is no debit line. Refer to the debit line.",
        ),
        "debetregel_elders": Tekst(
            "De debetregel staat niet in dit document; of hij eerder is gedeclareerd, is niet "
            "beoordeeld.",
            "The debit line is not in this document; whether it was declared before was not "
            "judged.",
        ),
    },
)
def credit_verwijst(w: Werkblad) -> Resultaat:
    """Every credit line names the reference of the debit line that it takes back."""
    meldingen: list[Melding] = []
    creditregels = [b for b in w.regels if b.regel.debet_credit is DebetCredit.CREDIT]
    if not creditregels:
        return NIET_VAN_TOEPASSING
    soorten: dict[tuple[str, str | None], set[DebetCredit]] = {}
    for ander in w.regels:
        nummer = (ander.regel.zorgaanbieder_agb, ander.regel.referentienummer)
        soorten.setdefault(nummer, set()).add(ander.regel.debet_credit)
    for blad in creditregels:
        pad = blad.pad("gerelateerd_referentienummer")
        verwezen = (blad.regel.zorgaanbieder_agb, blad.regel.gerelateerd_referentienummer)
        if blad.regel.gerelateerd_referentienummer is None:
            meldingen.append(breuk(pad, "verwijzing_ontbreekt"))
        elif verwezen not in soorten:
            meldingen.append(onbeoordeeld(pad, "debetregel_elders"))
        elif DebetCredit.DEBET not in soorten[verwezen]:
            meldingen.append(breuk(pad, "geen_debetregel"))
    return uitslag(meldingen, True)


@regel(
    code="GZ-REGEL-002",
    titel=Tekst(
        "Dezelfde prestatie is niet twee keer gedeclareerd",
        "The same prestatie is not declared twice",
    ),
    soorten=("dossier",),
    bron=bronnen.COD954,
    velden=("/declaratieregels/*",),
    redenen={
        "al_gedeclareerd": Tekst(
            "Dezelfde regel, met hetzelfde referentienummer, staat al eerder in het dossier. Laat "
            "hem weg of crediteer de eerdere.",
            "The same line, with the same reference, is already in the dossier. Leave it out or "
            "credit the earlier one.",
        ),
        "mogelijk_dubbel": Tekst(
            "Een regel met dezelfde prestatie, zorgaanbieder, dagen en aantal staat al eerder in "
            "het dossier. Twee gelijke leveringen op een dag kunnen voorkomen: controleer het.",
            "A line with the same prestatie, provider, days and quantity is already in the "
            "dossier. Two equal deliveries in one day can occur: check it.",
        ),
    },
    retourcodes=("0587",),
)
def dubbel(w: Werkblad) -> Resultaat:
    """One line is declared once.

    Equal lines with different references are a suspicion only: hours, or an examination of a
    second child, can be delivered twice in a day. Prestaties that exist once for a pregnancy have
    rules of their own.
    """
    meldingen: list[Melding] = []
    gezien: dict[tuple[object, ...], set[str]] = {}
    for blad in w.regels:
        prestatie, regel_ = blad.prestatie, blad.regel
        if not blad.telt or (prestatie is not None and prestatie.eenmalig):
            continue
        sleutel = (
            regel_.zorgaanbieder_agb,
            blad.prestatie_id,
            regel_.periode,
            regel_.aantal,
            regel_.eenheid,
        )
        eerdere = gezien.setdefault(sleutel, set())
        if regel_.referentienummer in eerdere:
            meldingen.append(breuk(blad.pad(), "al_gedeclareerd"))
        elif eerdere:
            meldingen.append(onbeoordeeld(blad.pad(), "mogelijk_dubbel", vermoeden=True))
        eerdere.add(regel_.referentienummer)
    return uitslag(meldingen, bool(gezien))


def _eenmalig(w: Werkblad, *, kraamzorg: bool) -> Resultaat:
    """Return the lines after the first of a prestatie that a provider can declare only once."""
    meldingen: list[Melding] = []
    gezien: set[tuple[str, str]] = set()
    for blad in _tellend(w):
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


@regel(
    code="GZ-KRAAMZORG-001",
    titel=Tekst(
        "Inschrijving en intake kraamzorg staan er hooguit een keer",
        "Registration and intake for kraamzorg occur at most once",
    ),
    soorten=("dossier",),
    bron=bronnen.KRAAMZORG_INSCHRIJVING,
    velden=_PRESTATIE,
    redenen={
        "vaker_dan_eens": Tekst(
            "Deze kraamzorgorganisatie declareert deze prestatie vaker dan een keer bij dezelfde "
            "zwangerschap. Laat de latere regel weg.",
            "This kraamzorg organisation declares this prestatie more than once for one "
            "pregnancy. Leave the later line out.",
        )
    },
    retourcodes=("0587",),
)
def kraamzorg_eenmalig(w: Werkblad) -> Resultaat:
    """A kraamzorg organisation declares inschrijving, and each intake, once per pregnancy."""
    return _eenmalig(w, kraamzorg=True)


@regel(
    code="GZ-KRAAMZORG-002",
    titel=Tekst(
        "De intake kraamzorg is thuis of telefonisch, niet allebei",
        "The kraamzorg intake is at home or by phone, not both",
    ),
    soorten=("dossier",),
    bron=bronnen.KRAAMZORG_2010,
    velden=_PRESTATIE,
    redenen={
        "sluiten_elkaar_uit": Tekst(
            "Deze prestatie en een andere van dezelfde zorgaanbieder sluiten elkaar uit. Declareer "
            "er een.",
            "This prestatie and another of the same provider exclude each other. Declare one.",
        )
    },
)
def intake_thuis_of_telefonisch(w: Werkblad) -> Resultaat:
    """Prestaties that exclude each other are not both declared by one provider."""
    meldingen: list[Melding] = []
    toegepast = False
    for blad in _tellend(w):
        prestatie = blad.prestatie
        if prestatie is None or not prestatie.sluit_uit:
            continue
        toegepast = True
        eigen = w.per_aanbieder[blad.regel.zorgaanbieder_agb]
        eerdere = (eigen[ander] for ander in prestatie.sluit_uit if ander in eigen)
        if any(ander.nummer < blad.nummer for ander in eerdere):
            meldingen.append(breuk(blad.pad("prestatie"), "sluiten_elkaar_uit"))
    return uitslag(meldingen, toegepast)


def _deel_naast_geheel(w: Werkblad, *, prenataal: bool) -> Resultaat:
    """Return the lines whose care another line of the same provider already includes."""
    omvat = {
        agb: {
            deel
            for prestatie_id, blad in eigen.items()
            if prestatie_id.startswith(VOLLEDIG_PRENATAAL) is prenataal
            for deel in _bestanddelen(blad)
        }
        for agb, eigen in w.per_aanbieder.items()
    }
    if not any(omvat.values()):
        return NIET_VAN_TOEPASSING
    meldingen = [
        breuk(blad.pad("prestatie"), "omvat")
        for blad in _tellend(w)
        if blad.prestatie_id in omvat[blad.regel.zorgaanbieder_agb]
    ]
    return uitslag(meldingen, True)


def _bestanddelen(blad: Regelblad) -> tuple[str, ...]:
    return () if blad.prestatie is None else blad.prestatie.bestanddelen


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
        and verwijzing.datum < einde
    }
    miskraam = dossier.zwangerschap.wijze_einde is WijzeEinde.MISKRAAM
    meldingen: list[Melding] = []
    toegepast = False
    for blad in _tellend(w):
        if not blad.prestatie_id.startswith(VOLLEDIG_PRENATAAL):
            continue
        toegepast = True
        if miskraam:
            meldingen.append(breuk(blad.pad("prestatie"), "miskraam"))
        elif blad.regel.zorgaanbieder_agb in overgenomen:
            meldingen.append(breuk(blad.pad("prestatie"), "overgenomen"))
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
    return _eenmalig(w, kraamzorg=False)
