"""Care of one phase beside the birth, and how long such care lasts, in whatever document."""

from collections.abc import Iterable
from datetime import date, timedelta

from geboortezorg.bron import Verificatie
from geboortezorg.model.prestatie import Eenheid, Fase, Prestatie
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    Melding,
    Nodig,
    Peildatum,
    Resultaat,
    Tekst,
    Trek,
    breuk,
    regel,
    uitslag,
)
from geboortezorg.regels.trekken.dagen import faseduur
from geboortezorg.regels.trekken.prestaties import MET_FASEN, is_deel
from geboortezorg.regels.trekken.prestaties import fase as fase_van
from geboortezorg.regels.trekken.tarieven import is_integraal
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.normen import GevondenNorm
from geboortezorg.zorggeval import Post, genoemde_bevaldagen


@regel(
    code="GZ-REGEL-008",
    titel=Tekst(
        "Zorg van een fase ligt bij die fase en duurt niet langer",
        "Care of a phase lies at that phase and lasts no longer",
    ),
    versie=7,
    soorten=("dossier", "declaratie"),
    bron=bronnen.PRESTATIELIJST,
    velden=("/declaratieregels/*/periode",),
    peildatum=Peildatum.DOCUMENT,
    nodig=(Nodig(regimes=MET_FASEN), Nodig(trekken=(Trek.VAN_EEN_FASE,))),
    aanleiding=Nodig(trekken=(Trek.FASE, Trek.ZONDER_BSN)),
    redenen={
        "te_lang": Tekst(
            "Deze zorg is over meer dan {dagen} dagen gedeclareerd, langer dan deze fase duurt. "
            "Verbeter de periode of de prestatie.",
            "This care is declared over more than {dagen} days, longer than this phase lasts. "
            "Correct the period or the prestatie.",
        ),
        "voor_bevalling": Tekst(
            "Dit is zorg bij of na de bevalling, maar zij ligt ervoor. Verbeter de periode, de "
            "prestatie of de bevaldag.",
            "This is care at or after the birth, but it lies before it. Correct the period, the "
            "prestatie or the day of birth.",
        ),
        "na_bevalling": Tekst(
            "Dit is zorg voor of bij de bevalling, maar zij ligt erna. Verbeter de periode, de "
            "prestatie of de bevaldag. Gaat zij over een volgende zwangerschap, declareer haar dan "
            "apart.",
            "This is care before or at the birth, but it lies after it. Correct the period, the "
            "prestatie or the day of birth. If it is of a later pregnancy, declare it separately.",
        ),
        "tot_na_bevalling": Tekst(
            "Dit is zorg voor de bevalling, maar zij is gedeclareerd tot erna. Verbeter de laatste "
            "dag van de periode, de prestatie of de bevaldag.",
            "This is care before the birth, but it is declared until after it. Correct the last day "
            "of the period, the prestatie or the day of birth.",
        ),
    },
)
def bij_de_fase(w: Werkblad) -> Resultaat:
    """A line of one phase is held against the birth that the document or its lines name.

    Whether integrale prestaties lie at the birth is for GZ-IGO-007, except for what a message
    declares on one day, which can be that of the invoice. Examinations of a dossier are for
    GZ-REGEL-005.
    """
    norm, langste, speling = w.context.gedeeld(faseduur)
    meldingen: list[Melding] = []
    toegepast = False
    fasen = w.over_prestaties(_in_bericht if w.dossier is None else _in_dossier)
    for geval in w.zorggevallen if fasen else ():
        for posten in geval.zwangerschappen if geval.een_vrouw else ():
            dossier = geval.dossier
            bevallen = genoemde_bevaldagen(posten) if dossier is None else w.bevaldagen
            for post in posten if dossier is None else w.van(fasen):
                fase = fasen.get(post.prestatie_id)
                if fase is None:
                    continue
                toegepast = True
                melding = _te_lang(post, langste[fase])
                een_dag = dossier is None and post.declaratieregel.periode.dagen == 1
                hier = een_dag or not is_integraal(post.prestatie)
                if melding is None and bevallen is not None and hier:
                    melding = _naast(norm, speling, post, fase, bevallen)
                if melding is not None:
                    meldingen.append(melding)
    return uitslag(meldingen, toegepast)


def _in_bericht(prestaties: Iterable[Prestatie]) -> dict[str, Fase]:
    """Return the phase of each prestatie of one phase."""
    return _fasen(prestaties, "declaratie")


def _in_dossier(prestaties: Iterable[Prestatie]) -> dict[str, Fase]:
    """Return the same for a dossier, of which other rules judge some."""
    return _fasen(prestaties, "dossier")


def _fasen(prestaties: Iterable[Prestatie], soort: str) -> dict[str, Fase]:
    fasen = {prestatie.prestatie_id: fase_van(prestatie, soort) for prestatie in prestaties}
    return {naam: fase for naam, fase in fasen.items() if fase is not None}


def _te_lang(post: Post, dagen: int) -> Melding | None:
    if post.declaratieregel.periode.dagen <= dagen:
        return None
    return breuk(post.pad("periode"), "te_lang", verificatie=Verificatie.AFGELEID, dagen=dagen)


def _naast(
    norm: GevondenNorm, speling: timedelta, post: Post, fase: Fase, bevallen: tuple[date, date]
) -> Melding | None:
    """Hold the days of a line against the birth; what is declared on one day may be so later."""
    periode = post.declaratieregel.periode
    later, prestatie = speling, post.prestatie
    if not een_geheel(prestatie) and fase is Fase.PRENATAAL:  # done on its day
        later = timedelta(0)
    elif periode.dagen == 1 and een_geheel(prestatie):
        later = timedelta(days=norm.waarde("bevalling.afgerekend"))
    eerste = periode.van if fase is Fase.POSTNATAAL else periode.tot_en_met
    if fase is not Fase.PRENATAAL and eerste < bevallen[0] - speling:
        return breuk(post.pad("periode"), "voor_bevalling", verificatie=Verificatie.AFGELEID)
    if fase is not Fase.POSTNATAAL and periode.van > bevallen[1] + later:
        return breuk(post.pad("periode"), "na_bevalling", verificatie=Verificatie.AFGELEID)
    if fase is Fase.PRENATAAL and periode.dagen > 1 and not is_integraal(prestatie):
        # A part ended before the birth; all care before it may be ended with the birth itself.
        erna = timedelta(0) if prestatie is not None and is_deel(prestatie) else speling
        if periode.tot_en_met > bevallen[1] + erna:
            return breuk(post.pad("periode"), "tot_na_bevalling", verificatie=Verificatie.AFGELEID)
    return None


def een_geheel(prestatie: Prestatie | None) -> bool:
    """Say whether a prestatie is all care of a phase, not something done on its day."""
    return prestatie is not None and (
        prestatie.eenheid is Eenheid.ZWANGERSCHAP or is_integraal(prestatie)
    )
