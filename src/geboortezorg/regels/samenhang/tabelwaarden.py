"""The amounts and percentages of own tables, beside those that are known."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from operator import itemgetter
from typing import Any, Final

from geboortezorg.bron import Verificatie
from geboortezorg.model.prestatie import Prestatie, Regime
from geboortezorg.model.tarief import Opslagsoort, Tarief, Tariefsoort
from geboortezorg.regels.regel import Resultaat, Tekst, onbeoordeeld, regel, uitslag
from geboortezorg.regels.samenhang.eigentabellen import (
    Bijeen,
    bijeen,
    op_plek,
    zonder_eigen,
    zonder_rijen,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import BekendTarief
from geboortezorg.tabellen.eenheden import in_eenheid
from geboortezorg.tabellen.fout import Pad, als_pointer
from geboortezorg.tabellen.inhoud import gedateerde_rijen, laatste_dag
from geboortezorg.tabellen.normen import GevondenNorm, normen
from geboortezorg.tabellen.samenhang import telt_mee
from geboortezorg.tijd import EERSTE_DATUM, LAATSTE_DATUM, Looptijd, dagen_tussen, overlappen

_AANNEMELIJK: Final = "tarief-aannemelijk"
_MAX_MAX: Final = "max-max-hoogste"
_BRON: Final = normen().norm(_AANNEMELIJK).bron
_VAST: Final = (
    "code",
    "van",
    "tot_en_met",
    "rijksbegroting_vanaf",
    "bestanddelen",
    "sluit_uit",
    "eenmalig",
    "telgrens",
    "variant_van",
    "keuzegroep",
    "wijzen_einde",
    "plaatsen_baring",
    "zonder_gynaecoloog",
    "fasen",
    "tot_bevalling",
    "overname",
    "overdracht",
    "peildatum_start_zorg",
    "zwangerschapsduur_van_dagen",
    "zwangerschapsduur_tot_en_met_dagen",
)
"""What bounds a prestatie: where something is known, another list cannot quietly drop it."""
_VELDEN: Final = (
    *(f"/prestaties/*/{naam}" for naam in _VAST),
    "/tarieven/*/tariefsoort",
    "/tarieven/*/bedrag_eurocent",
    "/tarieven/*/looptijd",
    "/opslagen/*/regime",
    "/opslagen/*/percentage_basispunten",
    "/opslagen/*/looptijd",
    "/normen/*/waarden",
)
_STERK: Final = frozenset({Verificatie.OFFICIEEL, Verificatie.BEVESTIGD})


@regel(
    code="GZ-TABEL-002",
    versie=6,
    titel=Tekst(
        "Een eigen tabel past bij wat al bekend is", "An own table fits what is known already"
    ),
    soorten=("prestatielijst", "tarieftabel", "normtabel", "context"),
    bron=_BRON,
    velden=op_plek(_VELDEN),
    gebruikt_tabellen=True,
    redenen={
        "prestatie_anders": Tekst(
            "Van deze prestatie is hier iets anders bekend. Neem dat over, of kies een eigen "
            "prestatie_id.",
            "Of this prestatie something else is known here. Take that over, or choose a "
            "prestatie_id of your own.",
        ),
        "vrij_tarief": Tekst(
            "Van deze prestatie is alleen een vrij tarief bekend, dus een bedrag begrenst haar "
            "niet. Controleer de tariefsoort in het besluit.",
            "Of this prestatie only a free tariff is known, so no amount bounds it. Check the kind "
            "of tariff in the decision.",
        ),
        "andere_tariefsoort": Tekst(
            "Op deze dagen is van deze prestatie een andere tariefsoort bekend. Controleer haar, of "
            "noem in vervangt de tabel die deze vervangt.",
            "On these days another kind of tariff of this prestatie is known. Check it, or name in "
            "vervangt the table that this one replaces.",
        ),
        "nieuwe_tariefsoort": Tekst(
            "Van deze prestatie is op geen enkele dag deze tariefsoort bekend, en een andere vraagt "
            "een aanwijzing van de minister. Controleer de tariefsoort in het besluit.",
            "Of this prestatie this kind of tariff is known on no day at all, and another kind asks "
            "for an aanwijzing of the minister. Check the kind of tariff in the decision.",
        ),
        "delen_boven_geheel": Tekst(
            "In deze tabel kosten de fasen van deze prestatie samen meer dan de prestatie zelf. "
            "Controleer deze bedragen, of vul in betwist in wat er niet vaststaat.",
            "In this table the phases of this prestatie together cost more than the prestatie "
            "itself. Check these amounts, or state in betwist what is not certain about them.",
        ),
        "andere_norm": Tekst(
            "Van deze norm zijn op deze dagen andere waarden bekend, uit de wet of uit meer dan een "
            "bron. Neem die over, of laat een gewijzigde norm ingaan op de dag van haar wijziging.",
            "Of this norm other values are known on these days, from the law or from more than one "
            "source. Take those over, or let a changed norm begin on the day of its change.",
        ),
        "ander_bedrag": Tekst(
            "Op deze dagen is van deze prestatie een ander bedrag bekend. Controleer jaar en "
            "bedrag, of noem in vervangt de tabel die deze vervangt.",
            "On these days another amount of this prestatie is known. Check the year and the "
            "amount, or name in vervangt the table that this one replaces.",
        ),
        "ver_van_bekend": Tekst(
            "Dit is meer dan {factor} keer zo veel of zo weinig als wat van andere dagen bekend is. "
            "Kijk of het om eurocenten gaat, en om deze eenheid.",
            "This is over {factor} times as much or as little as what is known of other days. See "
            "whether it is in eurocents, and for this unit.",
        ),
        "opslag_bij_vrij": Tekst(
            "In dit regime is geen maximum bekend waar een percentage op kan komen. Controleer het "
            "regime, of laat de opslag weg.",
            "In this regime no maximum is known for a percentage to come on top of. Check the "
            "regime, or leave the opslag out.",
        ),
        "opslag_hoger": Tekst(
            "Dit percentage is hoger dan het hoogste dat bekend is: {percentage} basispunten. "
            "Controleer het.",
            "This percentage is higher than the highest that is known: {percentage} basis points. "
            "Check it.",
        ),
        "gat": Tekst(
            "Tussen deze rij en de vorige van hetzelfde liggen dagen zonder. Controleer de "
            "looptijden.",
            "Between this row and the one before it of the same lie days without. Check the "
            "periods.",
        ),
        "buiten_beschikking": Tekst(
            "Deze rij geldt op geen dag waarop de beschikking geldt. Controleer de looptijd.",
            "This row applies on no day on which the decision does. Check its period.",
        ),
    },
)
def aannemelijk_naast_bekend(w: Werkblad) -> Resultaat:
    """A look at what a mistyped or copied table would judge by; nothing of it refuses."""
    samen = w.samen(bijeen)
    tabellen = [
        deel
        for deel in samen.van_soort("tarieftabel")
        if telt_mee(deel[1]) and not zonder_rijen(deel[1])
    ]
    lijsten = samen.van_soort("prestatielijst")
    normtabellen = samen.van_soort("normtabel")
    gevonden = (
        *((plek, vondst) for plek, lijst in lijsten for vondst in _prestaties(samen, lijst)),
        *((plek, vondst) for plek, tabel in tabellen for vondst in _tarieven(w, samen, tabel)),
        *((plek, vondst) for plek, tabel in tabellen for vondst in _geheel(samen, tabel)),
        *((plek, vondst) for plek, tabel in tabellen for vondst in _opslagen(w, samen, tabel)),
        *((plek, vondst) for plek, tabel in tabellen for vondst in _dagen(tabel)),
        *((plek, vondst) for plek, tabel in normtabellen for vondst in _normen(samen, tabel)),
    )
    meldingen = [
        onbeoordeeld(als_pointer((*plek.plek, *pad)), reden, vermoeden=True, **parameters)
        for plek, (pad, reden, parameters) in gevonden
    ]
    return uitslag(meldingen, bool(tabellen or lijsten or normtabellen))


_Vondst = tuple[Pad, str, dict[str, Any]]


def _prestaties(samen: Bijeen, lijst: Any) -> Iterator[_Vondst]:
    """Yield where a row for a known prestatie says otherwise than what rules rest on."""
    for plaats, rij in enumerate(lijst.prestaties):
        bekend = samen.onder.prestatie(rij.prestatie_id)
        for naam in _VAST if bekend is not None else ():
            eerder = getattr(bekend, naam)
            if eerder and eerder != getattr(rij, naam):
                yield ("prestaties", plaats, naam), "prestatie_anders", {}


def _tarieven(w: Werkblad, samen: Bijeen, tabel: Any) -> Iterator[_Vondst]:
    factor = w.context.normen.norm(_AANNEMELIJK).waarde("factor")
    vervangt = tabel.tariefbeschikking.vervangt
    for plaats, rij in enumerate(tabel.tarieven):
        prestatie = samen.onder.prestatie(rij.prestatie_id)
        looptijd = rij.looptijd or tabel.tariefbeschikking.looptijd
        tarief = None if prestatie is None else in_eenheid(rij, prestatie.eenheid)
        if looptijd is None or tarief is None:
            continue  # listed only, or GZ-TABEL-001 is about it
        bekend = [
            ander for ander in samen.onder.tarieven_van(rij.prestatie_id) if ander.tabel != vervangt
        ]
        pad = ("tarieven", plaats)
        anders = _andere_soort(tarief, looptijd, bekend)
        if anders is not None:
            yield (*pad, "tariefsoort"), anders, {}
        elif _ander_bedrag(tarief, looptijd, bekend):
            yield (*pad, "bedrag_eurocent"), "ander_bedrag", {}
        elif _ver(tarief, bekend, factor):
            yield (*pad, "bedrag_eurocent"), "ver_van_bekend", {"factor": factor}


def _zelfde_dagen(looptijd: Looptijd, bekend: Sequence[BekendTarief]) -> Iterator[BekendTarief]:
    """Yield the rows that judge on one of the same days, on a ground that can refuse."""
    for rij in bekend:
        sterk = rij.toetsbaar and _sterk(rij)
        if sterk and rij.looptijd is not None and overlappen(rij.looptijd, looptijd):
            yield rij


def _sterk(rij: BekendTarief | GevondenNorm) -> bool:
    return rij.verificatie in _STERK


def _andere_soort(tarief: Tarief, looptijd: Looptijd, bekend: Sequence[BekendTarief]) -> str | None:
    soort = tarief.tariefsoort
    vrij = bool(bekend) and all(rij.tarief.tariefsoort is Tariefsoort.VRIJ for rij in bekend)
    if vrij and soort is not Tariefsoort.VRIJ:
        return "vrij_tarief"
    if any(rij.tarief.tariefsoort is not soort for rij in _zelfde_dagen(looptijd, bekend)):
        return "andere_tariefsoort"
    soorten = {rij.tarief.tariefsoort for rij in bekend if rij.toetsbaar and _sterk(rij)}
    if soorten and soort not in {*soorten, Tariefsoort.NIET_VERMELD}:
        return "nieuwe_tariefsoort"
    return None


def _ander_bedrag(tarief: Tarief, looptijd: Looptijd, bekend: Sequence[BekendTarief]) -> bool:
    bedragen = (rij.tarief.bedrag_eurocent for rij in _zelfde_dagen(looptijd, bekend))
    return any(bedrag != tarief.bedrag_eurocent for bedrag in bedragen)


def _ver(tarief: Tarief, bekend: Sequence[BekendTarief], factor: int) -> bool:
    """Say whether an amount is far below the lowest or far above the highest of its kind."""
    bedrag = tarief.bedrag_eurocent
    bedragen = [
        rij.tarief.bedrag_eurocent
        for rij in bekend
        if rij.toetsbaar
        and rij.tarief.bedrag_eurocent
        and rij.tarief.tariefsoort is tarief.tariefsoort
    ]
    if bedrag is None or not bedragen:
        return False
    return bedrag * factor < min(bedragen) or bedrag > max(bedragen) * factor


_Rij = tuple[date, date, int, int]
"""The first and the last day of an amount, the amount, and where it stands."""


def _geheel(samen: Bijeen, tabel: Any) -> Iterator[_Vondst]:
    """Yield the rows of a prestatie that costs less than its phases together, on some day."""
    bedragen: dict[str, list[_Rij]] = {}
    for plaats, rij in enumerate(tabel.tarieven):
        looptijd = rij.looptijd or tabel.tariefbeschikking.looptijd
        if looptijd is not None and rij.bedrag_eurocent is not None and rij.betwist is None:
            dagen = looptijd.van, looptijd.tot_en_met or LAATSTE_DATUM
            bedragen.setdefault(rij.prestatie_id, []).append((*dagen, rij.bedrag_eurocent, plaats))
    for rijen in bedragen.values():
        rijen.sort()
    for prestatie in filter(None, map(samen.onder.prestatie, bedragen)):
        delen = [bedragen[d] for d in _fasedelen(samen, prestatie) if d in bedragen]
        heel = bedragen[prestatie.prestatie_id]
        plaatsen = {
            rij[3]
            for dag in {rij[0] for rijen in (heel, *delen) for rij in rijen}
            for rij in _op(heel, dag)
            if sum(deel[2] for rijen in delen for deel in _op(rijen, dag)) > rij[2]
        }
        for plaats in sorted(plaatsen):
            yield ("tarieven", plaats, "bedrag_eurocent"), "delen_boven_geheel", {}


def _op(rijen: Sequence[_Rij], dag: date) -> Sequence[_Rij]:
    """Return the row that holds on a day, of several the last to begin: no two may."""
    plaats = bisect_right(rijen, dag, key=itemgetter(0))
    return [rij for rij in rijen[max(plaats - 1, 0) : plaats] if rij[1] >= dag]


def _fasedelen(samen: Bijeen, prestatie: Prestatie) -> Iterator[str]:
    """Yield the parts that stand beside each other in a whole, in the same variant and unit."""
    for deel in filter(None, map(samen.onder.prestatie, prestatie.bestanddelen)):
        variant = (deel.variant_van is None) is (prestatie.variant_van is None)
        if variant and deel.keuzegroep is None and deel.eenheid is prestatie.eenheid:
            yield deel.prestatie_id


def _opslagen(w: Werkblad, samen: Bijeen, tabel: Any) -> Iterator[_Vondst]:
    hoogste_max_max = w.context.normen.norm(_MAX_MAX).waarde("maximum")
    for plaats, opslag in enumerate(tabel.opslagen):
        pad, looptijd = ("opslagen", plaats), opslag.looptijd or tabel.tariefbeschikking.looptijd
        if opslag.regime not in w.samen(_met_maximum):
            yield (*pad, "regime"), "opslag_bij_vrij", {}
            continue
        bekend = looptijd and samen.onder.opslag(opslag.opslagsoort, opslag.regime, looptijd.van)
        hoogste: int | None
        if bekend and bekend.toetsbaar:
            hoogste = bekend.opslag.percentage_basispunten
        elif opslag.opslagsoort is Opslagsoort.MAX_MAX:
            hoogste = hoogste_max_max
        else:  # of other days: no source names one day on which it is higher
            hoogste = max(_percentages(samen, opslag.opslagsoort), default=None)
        if hoogste is not None and opslag.percentage_basispunten > hoogste:
            yield (*pad, "percentage_basispunten"), "opslag_hoger", {"percentage": hoogste}


def _percentages(samen: Bijeen, opslagsoort: Opslagsoort) -> Iterator[int]:
    for tabel in samen.onder.tarieftabellen:
        for opslag in tabel.opslagen:
            if opslag.opslagsoort is opslagsoort and telt_mee(tabel):
                yield opslag.percentage_basispunten


def _normen(samen: Bijeen, tabel: Any) -> Iterator[_Vondst]:
    """Yield the norms that say otherwise than what is known of the same days on a strong ground.

    A known norm without a last day holds until it changes: a row that begins later is that change,
    but not by the day of a later text that says the same.
    """
    normen_onder = zonder_eigen(samen.onder).normen
    for plaats, rij in enumerate(tabel.normen):
        eigen = {waarde.sleutel: Fraction(waarde.waarde, waarde.noemer) for waarde in rij.waarden}
        van, tot = rij.van or EERSTE_DATUM, rij.tot_en_met or LAATSTE_DATUM
        for bekend in normen_onder.rijen(rij.norm_id):
            begin, einde = bekend.looptijd.van, bekend.looptijd.tot_en_met
            einde = max(begin, bekend.bron.toestand or begin) if einde is None else einde
            zelfde = van <= einde and begin <= tot
            if (
                zelfde
                and _sterk(bekend)
                and any(
                    eigen.get(waarde.sleutel, bekend.deel(waarde.sleutel))
                    != bekend.deel(waarde.sleutel)
                    for waarde in bekend.norm.waarden
                )
            ):
                yield ("normen", plaats, "waarden"), "andere_norm", {}
                break


def _met_maximum(w: Werkblad) -> set[Regime]:
    """Return the regimes of which some row, known or brought along, can carry a percentage."""
    samen, zonder = w.samen(bijeen), {Tariefsoort.VRIJ, Tariefsoort.EIGEN_BIJDRAGE}
    tabellen = (*samen.onder.tarieftabellen, *(t for _, t in samen.van_soort("tarieftabel")))
    return {t.regime for t in tabellen if any(rij.tariefsoort not in zonder for rij in t.tarieven)}


def _dagen(tabel: Any) -> Iterator[_Vondst]:
    """Yield the rows after days without one, and those outside the days of the decision."""
    for rijen in gedateerde_rijen(0, tabel).values():
        recht = [rij for rij in rijen if rij.looptijd.van <= laatste_dag(rij.looptijd)]
        op_dag = sorted(recht, key=lambda rij: rij.looptijd.van)
        for eerder, later in pairwise(op_dag):
            if dagen_tussen(laatste_dag(eerder.looptijd), later.looptijd.van) > 1:
                yield (*later.pad, "looptijd"), "gat", {}
        algemeen = tabel.tariefbeschikking.looptijd
        for rij in op_dag:
            if algemeen is not None and not overlappen(rij.looptijd, algemeen):
                yield (*rij.pad, "looptijd"), "buiten_beschikking", {}
