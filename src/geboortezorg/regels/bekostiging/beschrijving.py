"""What a VSV can declare: from 2027 on, and as the NZa describes it."""

from typing import Final

from geboortezorg.berekening.bekostiging.aanwijzing import gegeven_op
from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.model.declaratie import DebetCredit
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.model.prestatie import Regime
from geboortezorg.model.prestatiebeschrijving import (
    Beschrijvingstatus,
    Macrokadersoort,
    Prestatiebeschrijving,
)
from geboortezorg.model.tarief import Tariefsoort
from geboortezorg.model.vsv_declaratie import VSVDeclaratie, VSVDeclaratieregel
from geboortezorg.rapport import Uitkomst
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

_BESCHRIJVING: Final = bronnen.wmg("art. 35 lid 1 onder c en art. 53")
_EERSTE_DAG: Final = vsvbronnen.EERSTE_DAG_INKOOP


def debetregels(w: Werkblad) -> list[tuple[int, VSVDeclaratieregel]]:
    """Return the debit lines of a VSV's declaratie, with their positions."""
    regels = enumerate(w.als(VSVDeclaratie).declaratieregels)
    return [(i, r) for i, r in regels if r.debet_credit is DebetCredit.DEBET]


def _is_vsv(w: Werkblad, prestatie: str) -> bool:
    bekend = w.context.tabellen.prestatie(prestatie)
    return bekend is not None and bekend.regime is Regime.VSV


@regel(
    code="GZ-BEKOSTIGING-001",
    titel=Tekst("Geen VSV-prestatie voor 1 januari 2027", "No VSV prestatie before 1 January 2027"),
    soorten=("vsv_declaratie", "overeenkomst", "prestatiebeschrijving"),
    bron=vsvbronnen.INKOOP,
    velden=("/declaratieregels/*/periode/van", "/looptijd/van"),
    peildatum=Peildatum.LEVERING,
    retourcodes=("0581", "0582"),
    redenen={
        "te_vroeg": Tekst(
            "Verzekeraars kunnen VSV's inkopen vanaf {van}. Werk van eerdere dagen is niet "
            "declarabel, ook niet met een contract.",
            "Insurers can purchase the work of a VSV from {van} on. Work of earlier days cannot be "
            "declared, not even with a contract.",
        ),
        "overeenkomst_te_vroeg": Tekst(
            "Deze lumpsumovereenkomst begint voor {van}, terwijl er tot dan niets te declareren "
            "is. Controleer de eerste dag.",
            "This lumpsum agreement starts before {van}, while nothing can be declared until then. "
            "Check the first day.",
        ),
    },
)
def niet_voor_2027(w: Werkblad) -> Resultaat:
    """Lines and descriptions of VSV work start in 2027 at the earliest, agreements probably."""
    if isinstance(w.document, Overeenkomst):
        if w.document.overeenkomstsoort is not Overeenkomstsoort.LUMPSUM:
            return NIET_VAN_TOEPASSING
        if w.document.looptijd.van >= _EERSTE_DAG:
            return VOLDAAN
        grond = vsvbronnen.GEREEDHEID.verificatie  # the letter forbids no earlier agreement
        pad = "/looptijd/van"
        return [breuk(pad, "overeenkomst_te_vroeg", verificatie=grond, van=_EERSTE_DAG)]
    if isinstance(w.document, Prestatiebeschrijving):
        looptijd = w.document.looptijd
        if looptijd is None or not _is_vsv(w, w.document.prestatie):
            return NIET_VAN_TOEPASSING
        if looptijd.van >= _EERSTE_DAG:
            return VOLDAAN
        return [breuk("/looptijd/van", "te_vroeg", van=_EERSTE_DAG)]
    regels = debetregels(w)
    meldingen = [
        breuk(f"/declaratieregels/{i}/periode/van", "te_vroeg", van=_EERSTE_DAG)
        for i, regel_ in regels
        if regel_.periode.van < _EERSTE_DAG
    ]
    return uitslag(meldingen, bool(regels))


@regel(
    code="GZ-BEKOSTIGING-002",
    titel=Tekst(
        "De prestatiebeschrijving is vastgesteld en steunt op een gegeven aanwijzing",
        "The prestatiebeschrijving is adopted and rests on an aanwijzing that was given",
    ),
    soorten=("vsv_declaratie",),
    bron=(_BESCHRIJVING, vsvbronnen.AANWIJZING_VSV),
    velden=("/declaratieregels/*/prestatie",),
    peildatum=Peildatum.LEVERING,
    retourcodes=("0581", "0582"),
    redenen={
        "niet_vastgesteld": Tekst(
            "De prestatiebeschrijving is niet vastgesteld. Wacht met declareren tot de NZa haar "
            "vaststelt.",
            "The prestatiebeschrijving is not adopted. Wait with declaring until the NZa adopts "
            "it.",
        ),
        "ingetrokken": Tekst(
            "De prestatiebeschrijving is ingetrokken. Gebruik de prestatie die nu geldt.",
            "The prestatiebeschrijving is withdrawn. Use the prestatie that applies now.",
        ),
        "niet_van_kracht": Tekst(
            "De prestatiebeschrijving geldt niet op al deze dagen. Declareer alleen dagen waarop "
            "zij geldt.",
            "The prestatiebeschrijving does not apply on all these days. Declare only days on "
            "which it does.",
        ),
        "aanwijzing_niet_gegeven": Tekst(
            "De aanwijzing waarop de prestatiebeschrijving steunt is op deze dag niet gegeven.",
            "The aanwijzing on which the prestatiebeschrijving rests was not given on this day.",
        ),
        "beschrijving_onbekend": Tekst(
            "De prestatiebeschrijving is niet bekend. Geef haar mee in het document of de context.",
            "The prestatiebeschrijving is not known. Supply it in the document or the context.",
        ),
        "looptijd_onbekend": Tekst(
            "Vanaf wanneer de prestatiebeschrijving geldt is niet bekend. Vul de looptijd in.",
            "From when the prestatiebeschrijving applies is not known. Supply its looptijd.",
        ),
        "aanwijzing_onbekend": Tekst(
            "Op welke aanwijzing de prestatiebeschrijving steunt is niet bekend. Vul haar in.",
            "On which aanwijzing the prestatiebeschrijving rests is not known. Supply it.",
        ),
    },
)
def beschrijving_van_kracht(w: Werkblad) -> Resultaat:
    """Some prestatiebeschrijving of the prestatie is in force over all days of the line.

    Days before 2027 are for the rule on that date. With several descriptions one that holds is
    enough; and one that could hold, were its facts known, keeps the line from being a breach.
    """
    document = w.als(VSVDeclaratie)
    bekend = (*document.prestatiebeschrijvingen, *w.context.prestatiebeschrijvingen)
    per_prestatie: dict[str, list[Prestatiebeschrijving]] = {}
    for beschrijving in bekend:
        per_prestatie.setdefault(_sleutel(w, beschrijving.prestatie), []).append(beschrijving)
    meldingen: list[Melding] = []
    toegepast = False
    for i, regel_ in debetregels(w):
        if regel_.periode.van < _EERSTE_DAG or not _is_vsv(w, regel_.prestatie):
            continue
        toegepast = True
        pad = f"/declaratieregels/{i}/prestatie"
        antwoorden = [
            _toets_beschrijving(pad, beschrijving, regel_)
            for beschrijving in per_prestatie.get(_sleutel(w, regel_.prestatie), ())
        ]
        if not antwoorden:
            meldingen.append(onbeoordeeld(pad, "beschrijving_onbekend"))
        elif None not in antwoorden:
            gevonden = [melding for melding in antwoorden if melding is not None]
            open_ = [m for m in gevonden if m.uitkomst is Uitkomst.NIET_BEOORDEELD]
            meldingen.append((open_ or gevonden)[0])
    return uitslag(meldingen, toegepast)


def _sleutel(w: Werkblad, prestatie: str) -> str:
    """Return the stable name of a prestatie, or what the document says when it is unknown."""
    bekend = w.context.tabellen.prestatie(prestatie)
    return prestatie if bekend is None else bekend.prestatie_id


def _toets_beschrijving(
    pad: str, beschrijving: Prestatiebeschrijving, regel_: VSVDeclaratieregel
) -> Melding | None:
    """Return why a description does not carry a line; None when it does."""
    periode, status = regel_.periode, beschrijving.status
    if status in {Beschrijvingstatus.CONCEPT, Beschrijvingstatus.CONSULTATIE}:
        return breuk(pad, "niet_vastgesteld")
    ingetrokken = beschrijving.ingetrokken_op
    if ingetrokken is None and status is Beschrijvingstatus.INGETROKKEN:
        return breuk(pad, "ingetrokken")
    if ingetrokken is not None and ingetrokken <= periode.tot_en_met:
        return breuk(pad, "ingetrokken")
    if beschrijving.looptijd is None:
        return onbeoordeeld(pad, "looptijd_onbekend")
    if not (
        beschrijving.looptijd.bevat(periode.van) and beschrijving.looptijd.bevat(periode.tot_en_met)
    ):
        return breuk(pad, "niet_van_kracht")
    if beschrijving.aanwijzing is None:
        return onbeoordeeld(pad, "aanwijzing_onbekend")
    gegeven = gegeven_op(beschrijving.aanwijzing)
    if gegeven is None or gegeven > periode.van:
        return breuk(pad, "aanwijzing_niet_gegeven", bron=vsvbronnen.AANWIJZING_VSV)
    return None


@regel(
    code="GZ-BEKOSTIGING-006",
    titel=Tekst(
        "Een VSV-prestatie heeft een vrij tarief en valt onder overig curatief",
        "A VSV prestatie has a free tariff and falls under overig curatief",
    ),
    soorten=("prestatiebeschrijving",),
    bron=(vsvbronnen.MACROKADER, vsvbronnen.VRIJ_TARIEF),
    velden=("/tariefsoort", "/macrokader/macrokadersoort", "/macrokader/macrobeheersinstrument"),
    redenen={
        "geen_vrij_tarief": Tekst(
            "Aan de NZa is een vrij tarief gevraagd; deze beschrijving noemt een andere "
            "tariefsoort. Controleer de tariefsoort in het besluit.",
            "The NZa was asked for a free tariff; this description names another kind. Check the "
            "kind of tariff in the decision.",
        ),
        "ander_macrokader": Tekst(
            "De kosten van VSV's vallen onder het macrokader overig curatief. Noem dat macrokader.",
            "The costs of a VSV fall under the macrokader overig curatief. Name that one.",
        ),
        "macrobeheersinstrument": Tekst(
            "Voor het macrokader overig curatief geldt geen macrobeheersinstrument. Zet het op "
            "false.",
            "No macrobeheersinstrument applies to the macrokader overig curatief. Set it to false.",
        ),
    },
)
def tariefsoort_en_macrokader(w: Werkblad) -> Resultaat:
    """Kind of tariff and macrokader are those of the letter; overig curatief has no instrument."""
    beschrijving = w.als(Prestatiebeschrijving)
    macrokader, vsv = beschrijving.macrokader, _is_vsv(w, beschrijving.prestatie)
    meldingen: list[Melding] = []
    if vsv and beschrijving.tariefsoort is not Tariefsoort.VRIJ:
        bron = vsvbronnen.VRIJ_TARIEF
        meldingen.append(
            breuk("/tariefsoort", "geen_vrij_tarief", verificatie=bron.verificatie, bron=bron)
        )
    if macrokader is not None:
        grond = vsvbronnen.MACROKADER.verificatie
        if macrokader.macrokadersoort is not Macrokadersoort.OVERIG_CURATIEF:
            if vsv:
                pad = "/macrokader/macrokadersoort"
                meldingen.append(breuk(pad, "ander_macrokader", verificatie=grond))
        elif macrokader.macrobeheersinstrument:
            pad = "/macrokader/macrobeheersinstrument"
            meldingen.append(breuk(pad, "macrobeheersinstrument", verificatie=grond))
    return uitslag(meldingen, vsv or macrokader is not None)
