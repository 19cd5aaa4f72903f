"""What was declared is what was delivered and indicated; and the indication holds together."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from geboortezorg.berekening.kraamzorg import bronnen as kraamzorgbronnen
from geboortezorg.berekening.kraamzorg import uren as berekening
from geboortezorg.geld import Exact
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.kraamzorg import Indicatiemoment, Voeding
from geboortezorg.regels.kraamzorg.grenzen import DAG, INDICATIEDAG
from geboortezorg.regels.kraamzorg.toegestaan import Grens, eerste_te_veel, toegestaan
from geboortezorg.regels.kraamzorg.zorg import (
    KRAAMZORG_UUR,
    MET_KRAAMZORG,
    PARTUS_UUR,
    Uren,
    basispakket,
    gedeclareerd,
    gewone_dagen,
    in_dossier,
    indicatiepad,
    lip,
    met_uren,
    minuten_van,
    oogopslag,
    som,
    zorgdagen,
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
from geboortezorg.tijd import dagen_tussen, zwangerschapsduur_dagen
from geboortezorg.zorggeval import eerste_die_niet_past

_AANTAL: Final = "/declaratieregels/*/aantal"


@regel(
    code="GZ-KRAAMZORG-017",
    titel=Tekst(
        "Er zijn niet meer uren gedeclareerd dan geleverd",
        "No more hours were declared than delivered",
    ),
    versie=3,
    soorten=("dossier",),
    bron=kraamzorgbronnen.DOCUMENT,
    velden=(_AANTAL,),
    peildatum=Peildatum.LEVERING,
    retourcodes=("0613",),
    nodig=(
        Nodig(leden=("/geleverde_kraamzorg", "/partusassistenties")),
        Nodig(prestaties=(KRAAMZORG_UUR, PARTUS_UUR)),
    ),
    aanleiding=Nodig(leden=("/geleverde_kraamzorg",), trekken=(Trek.PARTUSASSISTENTIE,)),
    redenen={
        "meer_dan_geleverd": Tekst(
            "Op de dagen van deze declaratieregel is minder kraamzorg geleverd dan is "
            "gedeclareerd, de andere declaratieregels over die dagen meegeteld. Verbeter het "
            "aantal, vul de geleverde dagen aan, of noem er als zorgaanbieder_agb de organisatie "
            "die declareert.",
            "On the days of this line less kraamzorg was delivered than declared, other lines over "
            "those days included. Correct the quantity, complete the delivered days, or name the "
            "organisation that declares as zorgaanbieder_agb there.",
        ),
        "meer_dan_partus": Tekst(
            "Er zijn meer uren partusassistentie gedeclareerd dan gegeven, door deze zorgaanbieder "
            "of door alle samen. Verbeter het aantal, of vul partusassistenties aan.",
            "More hours of partusassistentie were declared than given, by this provider or by all "
            "together. Correct the quantity, or complete partusassistenties.",
        ),
    },
)
def gedeclareerd_is_geleverd(w: Werkblad) -> Resultaat:
    """Where the delivered days are known, every declared hour was delivered on a day of its line.

    So for partusassistentie. What names no provider can be of any; without it nothing is asked.
    """
    dossier = w.als(Dossier)
    if not dossier.geleverde_kraamzorg and not dossier.partusassistenties:
        return NIET_VAN_TOEPASSING
    meldingen: list[Melding] = []
    dagen = gewone_dagen(dossier)
    # Care outside the indication is of another contract: it covers no line.
    bekend = bool(dagen) or any(dag.buiten_indicatie for dag in dossier.geleverde_kraamzorg)
    uren = in_dossier(w, KRAAMZORG_UUR) if bekend else []
    if uren:
        # All together first: a day without a provider is not to be used twice.
        for agb in (None, *dict.fromkeys(deel.agb for deel in uren)):
            geleverd: dict[date, Exact] = {}
            for _, dag in dagen:
                if None in (agb, dag.zorgaanbieder_agb) or dag.zorgaanbieder_agb == agb:
                    geleverd[dag.datum] = geleverd.get(dag.datum, 0) + dag.duur_minuten
            eigen = [deel for deel in uren if agb in (None, deel.agb)]
            plaats = eerste_die_niet_past(eigen, geleverd)
            if plaats is not None:
                meldingen.append(breuk(eigen[plaats].pad("aantal"), "meer_dan_geleverd"))
                break
    gegeven = dossier.partusassistenties
    partus = in_dossier(w, PARTUS_UUR) if gegeven else []
    for agb in (None, *dict.fromkeys(deel.agb for deel in partus)):
        eigen = [deel for deel in partus if agb in (None, deel.agb)]
        if som(eigen) > sum(
            p.duur_minuten
            for p in gegeven
            if None in (agb, p.zorgaanbieder_agb) or p.zorgaanbieder_agb == agb
        ):
            meldingen.append(breuk(eigen[-1].pad("aantal"), "meer_dan_partus"))
            break
    return uitslag(meldingen, bool(uren or partus))


@regel(
    code="GZ-KRAAMZORG-018",
    versie=6,
    titel=Tekst(
        "Er zijn niet meer uren kraamzorg gedeclareerd dan geindiceerd",
        "No more hours of kraamzorg were declared than indicated",
    ),
    soorten=("dossier", "declaratie"),
    bron=kraamzorgbronnen.DOCUMENT,
    velden=(_AANTAL, "/kraamzorgindicaties"),
    peildatum=Peildatum.LEVERING,
    retourcodes=("0613",),
    nodig=Nodig(prestaties=(KRAAMZORG_UUR, PARTUS_UUR)),
    aanleiding=Nodig(trekken=(Trek.KRAAMZORG, Trek.KRAAMZORGINDICATIE, Trek.KRAAMZORGUREN)),
    redenen={
        "meer_dan_geindiceerd": Tekst(
            "Tot en met deze declaratieregel is meer kraamzorg gedeclareerd dan de laatste "
            "indicatie tot dan na aftrek van ziekenhuisdagen toelaat. Verlaag het aantal, of leg de "
            "herindicatie vast.",
            "Up to and including this line more kraamzorg was declared than the latest indication "
            "until then allows after the deduction for days in hospital. Lower the quantity, or "
            "record the new indication.",
        ),
        "voor_herindicatie": Tekst(
            "Deze declaratieregels lopen door na een latere indicatie. Ook als van de dag daarvan af "
            "{per_dag} minuten per dag zijn gegeven, is ervoor meer gegeven dan de eerdere indicatie "
            "toelaat. Vul geleverde_kraamzorg in, of splits de declaratieregel op die dag.",
            "These lines go on after a later indication. Even when {per_dag} minutes a day were given "
            "from its day on, more was given before it than the earlier indication allows. Supply "
            "geleverde_kraamzorg, or split the line on that day.",
        ),
        "boven_maximum": Tekst(
            "Tot en met deze declaratieregel is voor deze vrouw meer kraamzorg gedeclareerd dan "
            "het grootste pakket van {maximum_minuten} minuten, partusassistentie meegeteld, en "
            "een indicatie is niet bekend. Controleer het aantal, of beoordeel het dossier.",
            "Up to and including this line more kraamzorg was declared for this woman than the "
            "largest package of {maximum_minuten} minutes, partusassistentie included, and no "
            "indication is known. Check the quantity, or judge the dossier.",
        ),
        "indicatie_onbekend": Tekst(
            "Er is meer kraamzorg gedeclareerd dan het basispakket van {basis_minuten} minuten, en "
            "hoeveel was geindiceerd is niet bekend. Voeg de indicatie toe.",
            "More kraamzorg was declared than the basic package of {basis_minuten} minutes, and how "
            "much was indicated is not known. Add the indication.",
        ),
    },
)
def gedeclareerd_binnen_indicatie(w: Werkblad) -> Resultaat:
    """What was declared for a woman is covered by her indication, or else by the largest package.

    So are the lines that end before a later indication by the ones before that, and of a line that
    goes on what does not fit in the days from then on. A dossier shows the indication of more than
    the basic package. Hours of uitgestelde kraamzorg
    do not belong in these lines: another rule says so.
    """
    meldingen: list[Melding] = []
    grenzen = [] if w.dossier is None else toegestaan(w)
    if w.dossier is not None and gewone_dagen(w.dossier):
        del grenzen[1:]  # delivered days GZ-KRAAMZORG-010 holds against them
    zicht = oogopslag(w)
    if zicht is not None and grenzen and zicht.minuten <= min(tot for _, tot in grenzen):
        return VOLDAAN
    # With delivered days GZ-KRAAMZORG-010 asks for the indication.
    vraag = not grenzen and w.dossier is not None and not w.dossier.geleverde_kraamzorg
    if not grenzen and not vraag and _past_ruim(w):
        return VOLDAAN
    # Without an indication the largest package is the bound, which partusassistentie counts for.
    groepen = gedeclareerd(w, KRAAMZORG_UUR, *(() if grenzen else (PARTUS_UUR,)))
    for groep in groepen:
        if grenzen:
            grens = eerste_te_veel(((uren.tot_en_met, uren.minuten) for uren in groep), grenzen)
            over = None
            if grens is not None:
                over = _eerste_boven([u for u in groep if u.tot_en_met < grens[0]], grens[1])
            if over is not None:
                meldingen.append(breuk(over.pad("aantal"), "meer_dan_geindiceerd"))
            elif (melding := _voor_herindicatie(w, groep, grenzen[1:])) is not None:
                meldingen.append(melding)
            continue
        norm = w.context.normen.geldend(berekening.LIP, groep[0].van)
        maximum = norm.waarde("maximum")
        over = _eerste_boven(groep, maximum)
        if over is not None:
            pad = over.pad("aantal")
            meldingen.append(
                onbeoordeeld(
                    pad, "boven_maximum", vermoeden=True, bron=norm.bron, maximum_minuten=maximum
                )
            )
            continue
        basis = basispakket(norm)
        zorg = som(uren for uren in groep if uren.post.prestatie_id == KRAAMZORG_UUR)
        if vraag and zorg > basis:
            reden = "indicatie_onbekend"
            meldingen.append(
                onbeoordeeld("/kraamzorgindicaties", reden, bron=norm.bron, basis_minuten=basis)
            )
    return uitslag(meldingen, bool(groepen))


def _past_ruim(w: Werkblad) -> bool:
    """Say at a glance that all hours of each woman are within the largest package of any day."""
    gevallen = met_uren(w, KRAAMZORG_UUR, PARTUS_UUR)
    hooguit = w.context.normen.laagste(berekening.LIP, "maximum")
    minuten = [minuten_van(geval, KRAAMZORG_UUR, PARTUS_UUR) for geval in gevallen]
    return bool(minuten) and all(deel is not None and deel <= hooguit for deel in minuten)


def _eerste_boven(groep: Sequence[Uren], grens: Exact) -> Uren | None:
    """Return the line, in the order of the document, with which the sum passes a bound."""
    gezien: Exact = 0
    for uren in groep:
        gezien += uren.minuten
        if gezien > grens:
            return uren
    return None


def _voor_herindicatie(
    w: Werkblad, groep: Sequence[Uren], grenzen: Sequence[Grens]
) -> Melding | None:
    """Return the line of which so much lies before a later indication that it passes what held then."""
    per_dag = w.context.normen.norm(DAG).waarde("aannemelijk")
    for dag, toegestaan_ in grenzen:
        voor = [uren for uren in groep if uren.van < dag]
        door = [uren for uren in voor if uren.tot_en_met >= dag]
        if not door:
            continue
        erna = (dagen_tussen(dag, max(uren.tot_en_met for uren in door)) + 1) * per_dag
        minstens = som(voor) - som(door) + max(0, som(door) - erna)
        if minstens > toegestaan_:
            pad = door[0].pad("aantal")
            return onbeoordeeld(pad, "voor_herindicatie", vermoeden=True, per_dag=per_dag)
    return None


@regel(
    code="GZ-KRAAMZORG-019",
    versie=2,
    titel=Tekst(
        "De kraamzorg is geindiceerd voordat zij is gegeven",
        "The kraamzorg was indicated before it was given",
    ),
    soorten=("dossier",),
    bron=kraamzorgbronnen.DOCUMENT,
    velden=("/kraamzorgindicaties/*/datum",),
    peildatum=Peildatum.LEVERING,
    nodig=(Nodig(leden=("/kraamzorgindicaties",)), MET_KRAAMZORG),
    aanleiding=Nodig(trekken=(Trek.KRAAMZORG, Trek.OMGEKEERDE_KRAAMZORG, Trek.KRAAMZORGINDICATIE)),
    redenen={
        "na_de_zorg": Tekst(
            "De enige indicatie is van na de laatste dag kraamzorg. Verbeter de datum; achteraf "
            "indiceren kan niet.",
            "The only indication is from after the last day of kraamzorg. Correct the date; care "
            "cannot be indicated afterwards.",
        ),
        "na_begin": Tekst(
            "De eerste indicatie is van na het begin van de kraamzorg. Verbeter de datum, of voeg "
            "de eerdere indicatie toe.",
            "The first indication is from after the begin of the kraamzorg. Correct the date, or "
            "add the earlier indication.",
        ),
        "eerdere_onbekend": Tekst(
            "De eerste indicatie in het dossier is een latere, van na het begin van de kraamzorg. "
            "Voeg de eerdere indicatie toe.",
            "The first indication in the dossier is a later one, from after the begin of the "
            "kraamzorg. Add the earlier indication.",
        ),
        "voor_zwangerschap": Tekst(
            "Deze indicatie is van voor de eerste dag van de zwangerschap volgens de a terme "
            "datum. Verbeter een van beide datums.",
            "This indication is from before the first day of the pregnancy by the a terme date. "
            "Correct one of both dates.",
        ),
    },
)
def indicatie_voor_de_zorg(w: Werkblad) -> Resultaat:
    """The first indication is from when the care begins, or before."""
    dossier = w.als(Dossier)
    dagen = w.samen(zorgdagen)
    if dagen is None or not dossier.kraamzorgindicaties:
        return NIET_VAN_TOEPASSING
    plaats, begin = min(enumerate(dossier.kraamzorgindicaties), key=lambda paar: paar[1].datum)
    pad = indicatiepad(plaats, "datum")
    a_terme = dossier.zwangerschap.a_terme_datum
    if a_terme is not None and zwangerschapsduur_dagen(a_terme, begin.datum) < 0:
        return [breuk(pad, "voor_zwangerschap")]
    if dagen_tussen(dagen[0], begin.datum) <= w.context.normen.norm(INDICATIEDAG).waarde("erna"):
        return VOLDAAN
    if begin.datum > dagen[1]:
        return [breuk(pad, "na_de_zorg")]
    if begin.indicatiemoment in (Indicatiemoment.DAG_8, Indicatiemoment.HERINDICATIE):
        return [onbeoordeeld(pad, "eerdere_onbekend")]
    return [breuk(pad, "na_begin")]


@regel(
    code="GZ-KRAAMZORG-020",
    titel=Tekst(
        "Basispakket en maatwerk zijn samen wat is geindiceerd",
        "Basic package and maatwerk together are what was indicated",
    ),
    soorten=("dossier",),
    bron=kraamzorgbronnen.PAKKET,
    velden=("/kraamzorgindicaties/*/maatwerk_minuten",),
    nodig=Nodig(leden=("/kraamzorgindicaties/*/maatwerk_minuten",)),
    redenen={
        "telt_niet_op": Tekst(
            "Het basispakket en het maatwerk zijn samen niet de geindiceerde uren, ook niet "
            "begrensd op het kleinste en grootste pakket. Verbeter een van beide.",
            "The basic package and the maatwerk together are not the indicated hours, nor held to "
            "the smallest and the largest package. Correct one of both.",
        )
    },
)
def maatwerk_telt_op(w: Werkblad) -> Resultaat:
    """The basic package for the feeding plus the maatwerk is what was indicated by the LIP.

    Without the feeding either package will do. The largest package may be lower by the hours of
    partusassistentie, which count for it.
    """
    dossier = w.als(Dossier)
    partus = sum(assistentie.duur_minuten for assistentie in dossier.partusassistenties)
    meldingen: list[Melding] = []
    toegepast = False
    for plaats, indicatie in enumerate(dossier.kraamzorgindicaties):
        norm = None if indicatie.maatwerk_minuten is None else lip(w, indicatie)
        if norm is None or indicatie.maatwerk_minuten is None:
            continue
        toegepast = True
        basis, minimum, maximum = map(norm.waarde, ("basis", "minimum", "maximum"))
        kan = {
            min(max(basis + norm.waarde(f"voeding.{v}") + indicatie.maatwerk_minuten, minimum), top)
            for v in (Voeding if indicatie.voeding is None else (indicatie.voeding,))
            for top in (maximum, max(maximum - partus, 0))
        }
        if indicatie.geindiceerd_minuten not in kan:
            pad = indicatiepad(plaats, "maatwerk_minuten")
            meldingen.append(
                breuk(pad, "telt_niet_op", verificatie=norm.verificatie, bron=norm.bron)
            )
    return uitslag(meldingen, toegepast)
