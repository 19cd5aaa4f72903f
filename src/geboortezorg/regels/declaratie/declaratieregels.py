"""Lines beside each other: what a credit takes back, and what was declared twice."""

from geboortezorg.model.declaratie import DebetCredit
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
from geboortezorg.regels.werkblad import Werkblad


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
    creditregels = [b for b in w.posten if b.declaratieregel.debet_credit is DebetCredit.CREDIT]
    if not creditregels:
        return NIET_VAN_TOEPASSING
    soorten: dict[tuple[str, str | None], set[DebetCredit]] = {}
    for ander in w.posten:
        nummer = (ander.declaratieregel.zorgaanbieder_agb, ander.declaratieregel.referentienummer)
        soorten.setdefault(nummer, set()).add(ander.declaratieregel.debet_credit)
    for post in creditregels:
        pad = post.pad("gerelateerd_referentienummer")
        verwezen = (
            post.declaratieregel.zorgaanbieder_agb,
            post.declaratieregel.gerelateerd_referentienummer,
        )
        if post.declaratieregel.gerelateerd_referentienummer is None:
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
    for post in w.posten:
        prestatie, regel_ = post.prestatie, post.declaratieregel
        if not post.telt or (prestatie is not None and prestatie.eenmalig):
            continue
        sleutel = (
            regel_.zorgaanbieder_agb,
            post.prestatie_id,
            regel_.periode,
            regel_.aantal,
            regel_.eenheid,
        )
        eerdere = gezien.setdefault(sleutel, set())
        if regel_.referentienummer in eerdere:
            meldingen.append(breuk(post.pad(), "al_gedeclareerd"))
        elif eerdere:
            meldingen.append(onbeoordeeld(post.pad(), "mogelijk_dubbel", vermoeden=True))
        eerdere.add(regel_.referentienummer)
    return uitslag(meldingen, bool(gezien))
