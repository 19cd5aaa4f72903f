"""Who pays what a VSV does: each payer in its own period, and never two for the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import final

from geboortezorg.berekening.bekostiging.financiering import TIJDVAKKEN
from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.bevroren import anders, bevroren
from geboortezorg.model.financiering import Financieringsbron, Financieringssoort
from geboortezorg.model.vsv import VSV
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
from geboortezorg.tekst import kern
from geboortezorg.tijd import LAATSTE_DATUM, Looptijd, overlappen

TIJDVAKREDENEN = {
    "te_vroeg": Tekst(
        "Deze financier betaalt pas vanaf {van}. Controleer de soort en de eerste dag.",
        "This payer pays from {van} on. Check the kind and the first day.",
    ),
    "mogelijk_te_vroeg": Tekst(
        "Deze financier betaalt volgens de brief pas vanaf {van}; volgens een andere bron liep "
        "het programma al vanaf {mogelijk_van}. Controleer de eerste dag.",
        "By the letter this payer pays from {van} on; by another source the programme ran from "
        "{mogelijk_van}. Check the first day.",
    ),
    "te_lang": Tekst(
        "Deze financier betaalt tot en met {tot_en_met}. Controleer de soort en de laatste dag.",
        "This payer pays up to and including {tot_en_met}. Check the kind and the last day.",
    ),
    "einde_onbekend": Tekst(
        "Deze financier betaalt tot en met {tot_en_met}, maar de laatste dag is niet ingevuld. Vul "
        "hem in.",
        "This payer pays up to and including {tot_en_met}, but the last day is left open. Supply "
        "it.",
    ),
}
"""What can be wrong with the period of a payer."""


def toets_tijdvak(pad: str, soort: Financieringssoort, looptijd: Looptijd) -> list[Melding]:
    """Return what is wrong with the period of a payer, on the ground of its own dates."""
    tijdvak, meldingen = TIJDVAKKEN[soort], []
    van, eind, mogelijk = tijdvak.van, tijdvak.tot_en_met, tijdvak.mogelijk_van
    if van is not None and looptijd.van < van.datum:
        plaats = f"{pad}/van"
        if mogelijk is not None and looptijd.van >= mogelijk.datum:
            meldingen.append(
                onbeoordeeld(
                    plaats,
                    "mogelijk_te_vroeg",
                    vermoeden=True,
                    bron=mogelijk.bron,
                    van=van.datum,
                    mogelijk_van=mogelijk.datum,
                )
            )
        else:
            meldingen.append(
                breuk(
                    plaats,
                    "te_vroeg",
                    verificatie=van.bron.verificatie,
                    bron=van.bron,
                    van=van.datum,
                )
            )
    if eind is not None:
        plaats = f"{pad}/tot_en_met"
        if looptijd.tot_en_met is None:
            meldingen.append(
                onbeoordeeld(plaats, "einde_onbekend", bron=eind.bron, tot_en_met=eind.datum)
            )
        elif looptijd.tot_en_met > eind.datum:
            meldingen.append(
                breuk(
                    plaats,
                    "te_lang",
                    verificatie=eind.bron.verificatie,
                    bron=eind.bron,
                    tot_en_met=eind.datum,
                )
            )
    return meldingen


@final
@bevroren
class _Dekking:
    """One source that pays one activity."""

    van: date
    nummer: int
    einde: date
    eigen: bool
    verzekeraar: str | None = None
    """The insurer that purchases: it pays its own agreement, beside that of another (K8)."""


@regel(
    code="GZ-FINANCIERING-001",
    titel=Tekst(
        "Twee bronnen betalen niet dezelfde activiteit in hetzelfde tijdvak",
        "Two payers do not pay the same activity over the same period",
    ),
    soorten=("vsv",),
    versie=3,
    bron=vsvbronnen.GEEN_DUBBELE_DEKKING,
    velden=("/financieringsbronnen/*/activiteiten", "/financieringsbronnen/*/uzovi_code"),
    peildatum=Peildatum.DOCUMENT,
    redenen={
        "dubbel": Tekst(
            "Een andere financieringsbron betaalt een van deze activiteiten al over dezelfde "
            "dagen. Splits het tijdvak of verdeel de activiteiten; zijn het twee zorgverzekeraars "
            "met financieringssoort structureel, vul dan bij beide uzovi_code in.",
            "Another financieringsbron already pays one of these activities over the same days. "
            "Split the period, or divide the activities; when these are two health insurers with "
            "financieringssoort structureel, supply the uzovi_code of both.",
        ),
        "naast_eigen_middelen": Tekst(
            "Eigen middelen en een andere financieringsbron dekken dezelfde activiteit over "
            "dezelfde dagen. Bij cofinanciering kan dat: splits de activiteit dan in wat elk "
            "betaalt.",
            "Own means and another financieringsbron cover the same activity over the same days. "
            "That can be co-financing: split the activity into what each pays then.",
        ),
        "zelfde_omschrijving": Tekst(
            "Een andere financieringsbron betaalt over dezelfde dagen een activiteit met dezelfde "
            "omschrijving, onder een andere sleutel. Is het een activiteit, gebruik dan een sleutel; "
            "geef anders elke activiteit een eigen omschrijving.",
            "Another financieringsbron pays an activity with the same omschrijving over the same days, "
            "under another key. If it is one activity, use one key; otherwise give each activity an "
            "omschrijving of its own.",
        ),
    },
)
def geen_dubbele_dekking(w: Werkblad) -> Resultaat:
    """Per activity, no payer starts while another still pays; own means beside one may be right.

    Several insurers purchase the work of one VSV. The later of the two is named. Reversed periods
    cover no day. Activities of one description may be one.
    """
    dubbel: set[int] = set()
    naast: set[int] = set()
    per_activiteit: dict[str, list[_Dekking]] = {}
    bronnen = w.als(VSV).financieringsbronnen
    for nummer, bron in enumerate(bronnen):
        for activiteit_id, dekking in _dekkingen(nummer, bron):
            per_activiteit.setdefault(activiteit_id, []).append(dekking)
    for dekkingen in per_activiteit.values():
        ook_dubbel, ook_naast = _overlap(dekkingen)
        dubbel |= ook_dubbel
        naast |= ook_naast
    meldingen = []
    zelfde = _zelfde_omschrijving(w.als(VSV), per_activiteit)
    for nummer in sorted(dubbel | naast | zelfde):
        pad = f"/financieringsbronnen/{nummer}/activiteiten"
        if nummer in dubbel:
            meldingen.append(breuk(pad, "dubbel"))
        elif nummer not in naast:
            meldingen.append(onbeoordeeld(pad, "zelfde_omschrijving", vermoeden=True))
        else:
            meldingen.append(onbeoordeeld(pad, "naast_eigen_middelen", vermoeden=True))
    return uitslag(meldingen, bool(per_activiteit))


def _zelfde_omschrijving(vsv: VSV, per_activiteit: Mapping[str, Sequence[_Dekking]]) -> set[int]:
    """Return which pay an activity while another pays one with its description and another key."""
    groepen: dict[str, dict[str, Looptijd]] = {}
    for invulling in () if vsv.basiskader is None else vsv.basiskader.kerntaken:
        for activiteit in invulling.activiteiten:
            naam = kern(activiteit.omschrijving)
            groepen.setdefault(naam, {})[activiteit.activiteit_id] = activiteit.looptijd
    uit: set[int] = set()
    for groep in groepen.values():
        # One that pays several of them is held against others; none pays outside the days of one.
        per_bron: dict[int, _Dekking] = {}
        for sleutel, looptijd in groep.items() if len(groep) > 1 else ():
            for dekking in per_activiteit.get(sleutel, ()):
                van = max(dekking.van, looptijd.van)
                einde = min(dekking.einde, looptijd.tot_en_met or LAATSTE_DATUM)
                if van <= einde:
                    eerder = per_bron.get(dekking.nummer)
                    per_bron[dekking.nummer] = anders(
                        dekking,
                        van=min(van, eerder.van if eerder else van),
                        einde=max(einde, eerder.einde if eerder else einde),
                    )
        uit |= _overlap(per_bron.values())[0]
    return uit


def _overlap(dekkingen: Iterable[_Dekking]) -> tuple[set[int], set[int]]:
    """Return which start while another still pays: beside a payer, and beside own means."""
    dubbel: set[int] = set()
    naast: set[int] = set()
    # In order of their first day only the latest end so far matters: no pairs.
    laatste: dict[bool, date] = {}
    per_verzekeraar: dict[str | None, date] = {}
    for dekking in sorted(dekkingen, key=lambda d: (d.van, d.nummer)):
        ander = laatste.get(not dekking.eigen)
        zelfde = laatste.get(dekking.eigen)
        if not dekking.eigen:
            tegen, wie = [zelfde], dekking.verzekeraar
            if wie is not None:
                tegen = [per_verzekeraar.get(None), per_verzekeraar.get(wie)]
            if any(einde is not None and dekking.van <= einde for einde in tegen):
                dubbel.add(dekking.nummer)
            per_verzekeraar[wie] = max(dekking.einde, per_verzekeraar.get(wie, dekking.einde))
        if ander is not None and dekking.van <= ander:
            naast.add(dekking.nummer)
        laatste[dekking.eigen] = max(dekking.einde, zelfde or dekking.einde)
    return dubbel, naast


def dubbel_gedragen(looptijden: Sequence[tuple[Financieringssoort, Looptijd]]) -> list[int]:
    """Return which payers of one thing start while another, not of own means, still pays it."""
    dekkingen = [
        _Dekking(
            looptijd.van,
            nummer,
            looptijd.tot_en_met or LAATSTE_DATUM,
            soort in {Financieringssoort.EIGEN, Financieringssoort.VELD},
        )
        for nummer, (soort, looptijd) in enumerate(looptijden)
    ]
    return sorted(_overlap(dekkingen)[0])


def _dekkingen(nummer: int, bron: Financieringsbron) -> Iterator[tuple[str, _Dekking]]:
    van, einde = bron.looptijd.van, bron.looptijd.tot_en_met or LAATSTE_DATUM
    if van <= einde:
        eigen = bron.financieringssoort is Financieringssoort.EIGEN
        # A key that is named twice in one source is paid by it once.
        structureel = bron.financieringssoort is Financieringssoort.STRUCTUREEL
        verzekeraar = bron.uzovi_code if structureel else None
        for activiteit_id in dict.fromkeys(bron.activiteiten):
            yield activiteit_id, _Dekking(van, nummer, einde, eigen, verzekeraar)


@regel(
    code="GZ-FINANCIERING-002",
    titel=Tekst(
        "Een financieringsbron betaalt in haar eigen tijdvak", "A payer pays in its own period"
    ),
    soorten=("vsv",),
    bron=(vsvbronnen.ZONMW, vsvbronnen.INKOOP, vsvbronnen.BABYCONNECT, vsvbronnen.DIG),
    velden=(
        "/financieringsbronnen/*/looptijd/van",
        "/financieringsbronnen/*/looptijd/tot_en_met",
    ),
    peildatum=Peildatum.DOCUMENT,
    redenen=TIJDVAKREDENEN,
)
def eigen_tijdvak(w: Werkblad) -> Resultaat:
    """ZonMw in 2025 and 2026, insurers from 2027, and so on: every payer by its own dates."""
    meldingen: list[Melding] = []
    for i, bron in enumerate(w.als(VSV).financieringsbronnen):
        pad = f"/financieringsbronnen/{i}/looptijd"
        meldingen += toets_tijdvak(pad, bron.financieringssoort, bron.looptijd)
    return uitslag(meldingen, bool(w.als(VSV).financieringsbronnen))


@regel(
    code="GZ-FINANCIERING-003",
    titel=Tekst(
        "Een financieringsbron betaalt activiteiten die er dan zijn",
        "A payer pays activities that take place then",
    ),
    soorten=("vsv",),
    bron=vsvbronnen.BETAALT_ACTIVITEIT,
    velden=("/financieringsbronnen/*/activiteiten", "/financieringsbronnen/*/activiteiten/*"),
    peildatum=Peildatum.DOCUMENT,
    redenen={
        "niet_tegelijk": Tekst(
            "Deze activiteit vindt op geen enkele dag plaats waarop deze bron betaalt. Verbeter de "
            "dagen of haal de activiteit bij deze bron weg.",
            "This activity takes place on no day on which this payer pays. Correct the days, or "
            "take the activity away from this payer.",
        ),
        "betaalt_door": Tekst(
            "Deze bron betaalt nog nadat al haar activiteiten zijn afgelopen. Controleer de "
            "laatste dag.",
            "This payer still pays after all its activities have ended. Check the last day.",
        ),
    },
)
def betaalt_lopende_activiteiten(w: Werkblad) -> Resultaat:
    """What a payer pays takes place while it pays, and not all of it has ended before.

    An activity that the document does not describe is for the rule on references.
    """
    vsv = w.als(VSV)
    looptijden: dict[str, list[Looptijd]] = {}
    for invulling in () if vsv.basiskader is None else vsv.basiskader.kerntaken:
        for activiteit in invulling.activiteiten:
            looptijden.setdefault(activiteit.activiteit_id, []).append(activiteit.looptijd)
    meldingen: list[Melding] = []
    toegepast = False
    for i, bron in enumerate(vsv.financieringsbronnen):
        pad = f"/financieringsbronnen/{i}/activiteiten"
        betaald: list[Looptijd] = []
        for j, activiteit_id in enumerate(bron.activiteiten):
            dagen = looptijden.get(activiteit_id, [])
            samen = [looptijd for looptijd in dagen if overlappen(looptijd, bron.looptijd)]
            betaald += samen
            toegepast = toegepast or bool(dagen)
            if dagen and not samen:
                meldingen.append(breuk(f"{pad}/{j}", "niet_tegelijk"))
        einde = bron.looptijd.tot_en_met or LAATSTE_DATUM
        if betaald and all((deel.tot_en_met or LAATSTE_DATUM) < einde for deel in betaald):
            meldingen.append(onbeoordeeld(pad, "betaalt_door", vermoeden=True))
    return uitslag(meldingen, toegepast)
