"""What a VSV can declare: as the NZa describes it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, final

from geboortezorg.berekening.bekostiging.aanwijzing import gegeven_op
from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.bevroren import anders, bevroren
from geboortezorg.model.prestatiebeschrijving import Beschrijvingstatus, Prestatiebeschrijving
from geboortezorg.model.tarief import Tariefsoort
from geboortezorg.model.vsv_declaratie import VSVDeclaratie
from geboortezorg.rapport import Uitkomst
from geboortezorg.regels import bronnen
from geboortezorg.regels.bekostiging.begin import is_vsv
from geboortezorg.regels.bekostiging.verrekening import vsvposten
from geboortezorg.regels.regel import (
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
from geboortezorg.tijd import LAATSTE_DATUM, Periode, overlappen

_BESCHRIJVING: Final = bronnen.wmg("art. 35 lid 1 onder c en art. 53")
_EERSTE_DAG: Final = vsvbronnen.EERSTE_DAG_INKOOP
_EEN_DAG: Final = timedelta(days=1)


def _sleutel(w: Werkblad, prestatie: str) -> str:
    """Return the stable name of a prestatie, or what the document says when it is unknown."""
    bekend = w.context.tabellen.prestatie(prestatie)
    return prestatie if bekend is None else bekend.prestatie_id


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
    versie=3,
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
        "na_factuur": Tekst(
            "De prestatiebeschrijving is vastgesteld na de factuurdatum. Declareer het werk op een "
            "latere factuur.",
            "The prestatiebeschrijving was adopted after the invoice date. Declare the work on a "
            "later invoice.",
        ),
        "tarief_niet_vrij": Tekst(
            "De prestatiebeschrijving kent geen vrij tarief, en welk bedrag zij toestaat is niet "
            "bekend. Vraag de tariefbeschikking op.",
            "The prestatiebeschrijving has no free tariff, and which amount it allows is not "
            "known. Ask for the decision on the tariff.",
        ),
        "vaststelling_onbekend": Tekst(
            "Wanneer de prestatiebeschrijving is vastgesteld, is niet bekend. Vul er "
            "vastgesteld_op in.",
            "When the prestatiebeschrijving was adopted is not known. Supply vastgesteld_op in it.",
        ),
        "aanwijzing_niet_gegeven": Tekst(
            "De aanwijzing waarop de prestatiebeschrijving steunt is op deze dag niet gegeven. "
            "Declareer pas als zij is gegeven.",
            "The aanwijzing on which the prestatiebeschrijving rests was not given on this day. "
            "Declare only once it was given.",
        ),
        "beschrijving_onbekend": Tekst(
            "De prestatiebeschrijving is niet bekend. Geef haar mee in het document of de context.",
            "The prestatiebeschrijving is not known. Supply it in the document or the context.",
        ),
        "looptijd_onbekend": Tekst(
            "Vanaf wanneer de prestatiebeschrijving geldt is niet bekend. Vul er looptijd in.",
            "From when the prestatiebeschrijving applies is not known. Supply looptijd in it.",
        ),
        "aanwijzing_onbekend": Tekst(
            "Op welke aanwijzing de prestatiebeschrijving steunt is niet bekend. Vul er "
            "aanwijzing in.",
            "On which aanwijzing the prestatiebeschrijving rests is not known. Supply aanwijzing "
            "in it.",
        ),
        "stappen_onbekend": Tekst(
            "Van de aanwijzing waarop de prestatiebeschrijving steunt staat geen enkele stap "
            "vermeld, dus of zij is gegeven is niet bekend. Vul er aanwijzing.stappen in.",
            "No step is stated of the aanwijzing on which the prestatiebeschrijving rests, so "
            "whether it was given is not known. Supply aanwijzing.stappen in it.",
        ),
    },
)
def beschrijving_van_kracht(w: Werkblad) -> Resultaat:
    """Adopted prestatiebeschrijvingen of the prestatie are in force over all days of the line.

    Days before 2027 are for the rule on that date. Descriptions that follow each other carry a
    line together; and one that could hold, were its facts known, keeps it from being a breach.
    """
    bekend = _beschrijvingen(w)
    getoetst: dict[tuple[str, Periode], Melding | None] = {}
    meldingen: list[Melding] = []
    toegepast = False
    for post in vsvposten(w):
        periode = post.declaratieregel.periode
        if not post.telt or periode.van < _EERSTE_DAG or not is_vsv(w, post.prestatie_id):
            continue
        toegepast = True
        sleutel = post.prestatie_id, periode
        if sleutel not in getoetst:
            getoetst[sleutel] = _toets_declaratieregel(
                w, bekend.get(post.prestatie_id, ()), periode
            )
        melding = getoetst[sleutel]
        if melding is not None:
            meldingen.append(anders(melding, pad=post.pad("prestatie")))
    return uitslag(meldingen, toegepast)


_Beschrijving = tuple[Prestatiebeschrijving, date | None]
"""A description, and the day on which its aanwijzing was given."""


def _beschrijvingen(w: Werkblad) -> dict[str, list[_Beschrijving]]:
    """Return the known descriptions per prestatie: those of the payer before the document's.

    A copy in the document of what the payer gives, or one of the same prestatie, does not count.
    """
    uit: dict[str, list[_Beschrijving]] = {}
    sleutels = set()
    for beschrijving in w.context.prestatiebeschrijvingen:
        sleutels.add(beschrijving.prestatiebeschrijving_id)
        prestatie = _sleutel(w, beschrijving.prestatie)
        uit.setdefault(prestatie, []).append(_met_gegeven(beschrijving))
    van_betaler = frozenset(uit)
    for beschrijving in w.als(VSVDeclaratie).prestatiebeschrijvingen:
        prestatie = _sleutel(w, beschrijving.prestatie)
        if prestatie in van_betaler or beschrijving.prestatiebeschrijving_id in sleutels:
            continue
        uit.setdefault(prestatie, []).append(_met_gegeven(beschrijving))
    return uit


def _met_gegeven(beschrijving: Prestatiebeschrijving) -> _Beschrijving:
    aanwijzing = beschrijving.aanwijzing
    return beschrijving, None if aanwijzing is None else gegeven_op(aanwijzing)


def _toets_declaratieregel(
    w: Werkblad, beschrijvingen: Sequence[_Beschrijving], periode: Periode
) -> Melding | None:
    """Return why the descriptions of a prestatie do not carry a line; None when they do."""
    if not beschrijvingen:
        return onbeoordeeld("", "beschrijving_onbekend")
    factuurdatum = w.als(VSVDeclaratie).factuurdatum
    antwoorden = [_draagt(b, gegeven, periode, factuurdatum) for b, gegeven in beschrijvingen]
    dragers = sorted((a for a in antwoorden if isinstance(a, _Drager)), key=lambda a: a.van)
    dag, vrij, daarna = periode.van, True, "niet_van_kracht"
    for drager in dragers:
        if drager.van <= dag <= drager.tot_en_met:
            dag, daarna = drager.tot_en_met + _EEN_DAG, drager.daarna
            vrij = vrij and drager.vrij
    if dag > periode.tot_en_met:
        return None if vrij else onbeoordeeld("", "tarief_niet_vrij", vermoeden=True)
    gevonden = [antwoord for antwoord in antwoorden if isinstance(antwoord, Melding)]
    open_ = [m for m in gevonden if m.uitkomst is Uitkomst.NIET_BEOORDEELD]
    if open_ or not dragers:
        return (open_ or gevonden)[0]
    return breuk("", daarna)


@final
@bevroren(kw_only=True)
class _Drager:
    """The days on which a description in force carries work."""

    van: date
    tot_en_met: date
    daarna: str
    """Why it carries nothing on the days after."""
    vrij: bool


def _draagt(
    beschrijving: Prestatiebeschrijving,
    gegeven: date | None,
    periode: Periode,
    factuurdatum: date,
) -> Melding | _Drager:
    """Return the days that a description carries, or why it carries none of a period."""
    status, looptijd = beschrijving.status, beschrijving.looptijd
    if status in {Beschrijvingstatus.CONCEPT, Beschrijvingstatus.CONSULTATIE}:
        return breuk("", "niet_vastgesteld")
    ingetrokken = beschrijving.ingetrokken_op
    if ingetrokken is None and status is Beschrijvingstatus.INGETROKKEN:
        return breuk("", "ingetrokken")
    if ingetrokken is not None and ingetrokken <= periode.van:
        return breuk("", "ingetrokken")
    if looptijd is None:
        return onbeoordeeld("", "looptijd_onbekend")
    if not overlappen(looptijd, periode):
        return breuk("", "niet_van_kracht")
    if beschrijving.vastgesteld_op is None:
        return onbeoordeeld("", "vaststelling_onbekend")
    if beschrijving.vastgesteld_op > factuurdatum:
        return breuk("", "na_factuur")
    if beschrijving.aanwijzing is None:
        return onbeoordeeld("", "aanwijzing_onbekend")
    if not beschrijving.aanwijzing.stappen:
        return onbeoordeeld("", "stappen_onbekend")
    if gegeven is None or gegeven > max(periode.van, looptijd.van):
        return breuk("", "aanwijzing_niet_gegeven", bron=vsvbronnen.AANWIJZING_VSV)
    einde, daarna = looptijd.tot_en_met or LAATSTE_DATUM, "niet_van_kracht"
    if ingetrokken is not None and ingetrokken <= einde:
        einde, daarna = ingetrokken - _EEN_DAG, "ingetrokken"
    return _Drager(
        van=looptijd.van,
        tot_en_met=einde,
        daarna=daarna,
        vrij=beschrijving.tariefsoort is Tariefsoort.VRIJ,
    )
