"""From lines to groups: which of them belong together, and what these say together."""

from collections.abc import Hashable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from geboortezorg.model.declaratie import DebetCredit, Declaratieregel
from geboortezorg.nummers import bsn
from geboortezorg.zorggeval.bekend import Bekend, Soort
from geboortezorg.zorggeval.groep import Groep
from geboortezorg.zorggeval.vogelvlucht import Vogelvlucht

if TYPE_CHECKING:
    from geboortezorg.zorggeval.geval import Zorggeval

_DEBET: Final = DebetCredit.DEBET

Delen = dict[Hashable, Groep]
"""Groups of which no more is known than which lines they have: :func:`groepeer` fills them."""


def verdeeld(lijnen: Sequence[Declaratieregel], *, een: bool) -> dict[str | None, Delen]:
    """Return lines by woman and by what they have in common; `een` says that there is one woman."""
    per_vrouw: dict[str | None, Delen] = {}
    van: Delen = {}
    if een:
        per_vrouw[None] = van
    naam: str | None = None
    agb = uzovi_code = wie = naam
    deel: list[Declaratieregel] = []
    for plaats, lijn in enumerate(lijnen):
        if (
            lijn.prestatie == naam
            and lijn.zorgaanbieder_agb == agb
            and lijn.uzovi_code == uzovi_code
            and (een or lijn.bsn == wie)
        ):
            deel.append(lijn)  # like the line before it, as most are
            continue
        naam, agb, uzovi_code = lijn.prestatie, lijn.zorgaanbieder_agb, lijn.uzovi_code
        if not een and (not deel or lijn.bsn != wie):
            wie = lijn.bsn
            van = per_vrouw.setdefault(_vrouw(wie), {})
        if naam in van:
            return _van_overal(lijnen, een=een)
        van[naam] = groep = Groep()
        groep.lijnen = deel = [lijn]
        groep._plaatsen, groep.zorgaanbieder_agb, groep.uzovi_code = plaats, agb, uzovi_code
    return per_vrouw


def _van_overal(lijnen: Sequence[Declaratieregel], *, een: bool) -> dict[str | None, Delen]:
    """Return the same of lines with others between those that have something in common."""
    per: dict[tuple[str | None, str, str, str], list[int]] = {}
    for plaats, lijn in enumerate(lijnen):
        vrouw = None if een else _vrouw(lijn.bsn)
        sleutel = vrouw, lijn.prestatie, lijn.zorgaanbieder_agb, lijn.uzovi_code
        per.setdefault(sleutel, []).append(plaats)
    per_vrouw: dict[str | None, Delen] = {}
    for (vrouw, naam, agb, uzovi_code), plaatsen in per.items():
        van = per_vrouw.setdefault(vrouw, {})
        van[naam, agb, uzovi_code] = groep = Groep()
        groep.lijnen = [lijnen[plaats] for plaats in plaatsen]
        groep._plaatsen, groep.zorgaanbieder_agb, groep.uzovi_code = plaatsen, agb, uzovi_code
    return per_vrouw


def _vrouw(wie: str | None) -> str | None:
    """Return who a BSN is of: the dummy is of nobody knows whom."""
    return None if wie == bsn.DUMMY else wie


def groepeer(geval: "Zorggeval", bekend: Bekend) -> None:
    """Fill the groups of a case, and note what these say of their days together."""
    # One pass, in which a group is filled without a constructor: there are very many.
    peil = geval.peil
    met_start, bijzonder, _ = peil.gevraagd
    eerste, laatste, omgekeerd = date.max, date.min, False
    for groep in geval.groepen:
        groep.geval, lijnen = geval, groep.lijnen
        lijn = lijnen[0]
        soort, prestatie, groep.prestatie_id, groep.minuten, per_dag = bekend[lijn.prestatie]
        groep.prestatie, groep.per_dag = prestatie, per_dag
        groep._posten = groep._tellend = None
        groep.telt = True
        if len(lijnen) > 1:
            _meer(groep, soort)
            van, tot_en_met = groep.eerste, groep.laatste
            if groep.omgekeerd:
                omgekeerd, tot_en_met = True, max(tot_en_met, groep.laatste_begin)
        else:  # what the only line says: most groups have no more
            periode = lijn.periode
            groep.eerste = groep.laatste_begin = van = periode.van
            groep.laatste = tot_en_met = periode.tot_en_met
            groep.op_een_dag = groep.eigen_dagen = groep.eender = True
            groep.omgekeerd = False
            if tot_en_met != van:
                groep.op_een_dag = False
                if tot_en_met < van:
                    groep.omgekeerd = omgekeerd = True
                    tot_en_met = van
            aantal = lijn.aantal
            groep.meer = aantal > 1
            groep.laagste = groep.hoogste = tarief = lijn.tarief_eurocent
            bedrag = lijn.bedrag_eurocent
            groep.klopt = tarief * aantal == bedrag and 0 < lijn.declaratiebedrag_eurocent <= bedrag
            if lijn.debet_credit is not _DEBET:
                geval.credits = True
            groep.noemt_start = lijn.zorgepisode_id is not None
            if met_start and lijn.startdatum_zorg is not None:
                groep.noemt_start = True
                geval.starts.add(lijn.startdatum_zorg)
            groep.startdagen = None
            if prestatie is None:
                groep.eigen_eenheid = False
            else:
                groep.eigen_eenheid = not bijzonder or lijn.eenheid in (None, prestatie.eenheid)
                if not prestatie.peildatum_start_zorg:
                    soort = per_dag[van]
                else:
                    start, peildatum = peil.start(lijn, peil.episode(lijn))
                    groep.startdagen = [start]
                    if peildatum is not None:
                        soort = per_dag[peildatum]
            groep.soort = soort
        eerste = van if van < eerste else eerste
        laatste = tot_en_met if tot_en_met > laatste else laatste
    if geval.groepen:
        geval.vogelvlucht = Vogelvlucht(eerste, laatste, omgekeerd=omgekeerd)


def _meer(groep: Groep, zonder: Soort) -> None:
    """Note what two lines or more say together."""
    # One pass over the lines, with names of its own: it is run often.
    geval, lijnen, prestatie, per_dag = groep.geval, groep.lijnen, groep.prestatie, groep.per_dag
    eerste_lijn = lijnen[0]
    laagste = hoogste = eerste_lijn.tarief_eurocent
    begin = eerste = eerste_lijn.periode.van
    laatste_begin = laatste = date.min
    op_een_dag = oplopend = klopt = True
    meer = omgekeerd = noemt_start = False
    for lijn in lijnen:
        periode = lijn.periode
        van, tot_en_met = periode.van, periode.tot_en_met
        if van > laatste_begin:
            laatste_begin = van
        elif van < eerste:
            eerste, oplopend = van, False
        else:
            oplopend = False
        if tot_en_met != van:
            op_een_dag = False
            laatste = tot_en_met if tot_en_met > laatste else laatste
            if tot_en_met < van:
                omgekeerd = True
        aantal, tarief = lijn.aantal, lijn.tarief_eurocent
        if aantal > 1:
            meer = True
        if tarief != hoogste:
            if tarief > hoogste:
                hoogste = tarief
            elif tarief < laagste:
                laagste = tarief
        bedrag = lijn.bedrag_eurocent
        if tarief * aantal != bedrag or not 0 < lijn.declaratiebedrag_eurocent <= bedrag:
            klopt = False
        if lijn.debet_credit is not _DEBET:
            geval.credits = True
        if lijn.zorgepisode_id is not None:
            noemt_start = True
    met_start, bijzonder, _ = geval.peil.gevraagd
    if met_start:
        genoemd = None
        for lijn in lijnen:
            start = lijn.startdatum_zorg
            if start is not None and start != genoemd:  # most name the same
                genoemd, noemt_start = start, True
                geval.starts.add(start)
    eigen_eenheid = prestatie is not None
    if bijzonder and prestatie is not None:
        eigen = prestatie.eenheid
        for lijn in lijnen:
            if lijn.eenheid is not None and lijn.eenheid is not eigen:
                eigen_eenheid = False
    groep.startdagen = None
    if prestatie is None:
        groep.eender, groep.soort = True, zonder
    elif prestatie.peildatum_start_zorg:
        _volg_start(groep, zonder)
    else:
        groep.soort = per_dag[begin]
        # What is said on two days is said on those between: each stretch has its own object.
        groep.eender = per_dag[eerste] is per_dag[laatste_begin]
    groep.eerste, groep.laatste_begin = eerste, laatste_begin
    if omgekeerd:
        laatste = max(groep.einde)
    elif laatste < laatste_begin:
        laatste = laatste_begin
    groep.laatste = laatste
    groep.op_een_dag, groep.omgekeerd = op_een_dag, omgekeerd
    groep.eigen_dagen = op_een_dag and (oplopend or len({*groep.begin}) == len(lijnen))
    groep.eigen_eenheid, groep.meer, groep.klopt = eigen_eenheid, meer, klopt
    groep.laagste, groep.hoogste = laagste, hoogste
    groep.noemt_start = noemt_start


def _volg_start(groep: Groep, zonder: Soort) -> None:
    """Note the start of care that lines follow, and what the tables say of their tariffs."""
    peil, per_dag = groep.geval.peil, groep.per_dag
    groep.startdagen = []
    soorten: list[Soort] = []
    for lijn in groep.lijnen:
        start, peildatum = peil.start(lijn, peil.episode(lijn))
        groep.startdagen.append(start)
        soorten.append(zonder if peildatum is None else per_dag[peildatum])
    groep.soort = soorten[0]
    groep.eender = all(soort is soorten[0] for soort in soorten)
