"""Whether the integrale lines of a dossier are plain: seen before any rule is run.

Plain is each phase around the birth, one after the other, and no care beside them that the bundle
takes in. It is no norm: what is not plain is judged by the rules. A bound is that of the rule.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple, final

from geboortezorg.berekening.samenwerking.integraal import EXPERIMENT, REGULIER
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Fase, Prestatie
from geboortezorg.model.zwangerschap import WijzeEinde, Zwangerschap
from geboortezorg.regels.context import Context
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.samenwerking import igo, igofasen
from geboortezorg.regels.trekken.blik import blik_met
from geboortezorg.regels.trekken.dagen import Startgrenzen, startgrenzen
from geboortezorg.regels.trekken.tarieven import is_integraal
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tijd import dagen_tussen
from geboortezorg.zorggeval import Groep

_ALLE: Final = (Trek.EXPERIMENT, Trek.REGULIER, Trek.BUNDEL, Trek.INTEGRALE_FASEN)

_NATAAL: Final = Fase.NATAAL
_POSTNATAAL: Final = Fase.POSTNATAAL
_PARTUS: Final = WijzeEinde.PARTUS


@final
class _Integraal:
    """What the lines of a document have of integrale geboortezorg, by their prestaties."""

    __slots__ = ("bundel", "per_fase")

    def __init__(self, prestaties: Collection[Prestatie], integraal: Collection[Prestatie]) -> None:
        per_fase = {
            prestatie.prestatie_id: fase
            for fase in igofasen.FASEN
            for prestatie in integraal
            if prestatie.fasen == (fase,)
        }
        self.per_fase = per_fase if len(per_fase) == len(integraal) else {}
        """Each integrale prestatie with its phase, in the order of these; empty when one has not one."""
        self.bundel = any(map(igo.in_bundel, prestaties))
        """Whether there is care beside them that the bundle takes in."""


def _integraal(prestaties: Collection[Prestatie]) -> _Integraal | None:
    """Return that of prestaties; None when none is integraal."""
    integraal = [prestatie for prestatie in prestaties if is_integraal(prestatie)]
    return _Integraal(prestaties, integraal) if integraal else None


def _kijk(integraal: _Integraal, w: Werkblad) -> Collection[Trek]:
    """Return when there are integrale lines in a dossier, and what is not plain of them."""
    per_fase = integraal.per_fase
    if not per_fase:
        return _ALLE
    dossier: Dossier = w.document
    zwangerschap = dossier.zwangerschap
    geboorte = zwangerschap.datum_einde
    gezien = [Trek.BUNDEL] if integraal.bundel else []
    groepen: dict[str, list[Groep]] = {naam: [] for naam in per_fase}
    for groep in w.groepen:
        gevonden = groepen.get(groep.prestatie_id)
        if gevonden is None:
            continue
        if groep.geval.credits:  # what is taken back has no day
            return _ALLE
        gevonden.append(groep)
        anders = groep.startdagen or groep.eerste != groep.laatste_begin
        for dag in groep.tariefdagen if anders else (groep.eerste,):
            if EXPERIMENT.van <= dag <= EXPERIMENT.tot_en_met:
                gezien.append(Trek.EXPERIMENT)
            if REGULIER.bevat(dag):
                gezien.append(Trek.REGULIER)
    if (
        dossier.integraal_traject is not None
        or zwangerschap.wijze_einde is not _PARTUS
        or geboorte is None
        or w.bevaldagen != (geboorte, geboorte)  # the day of each child, too
        or not _op_volgorde(w.context.gedeeld(_grenzen), groepen, per_fase, zwangerschap, geboorte)
    ):
        gezien.append(Trek.INTEGRALE_FASEN)
    return gezien


class _Grenzen(NamedTuple):
    """Bounds of the rules, of the whole context."""

    speling: int
    """How many days from the birth a phase can begin or end."""
    start: Startgrenzen


def _grenzen(context: Context) -> _Grenzen:
    norm = context.normen.norm(igofasen.FASE)
    return _Grenzen(norm.waarde("bevalling.speling"), context.gedeeld(startgrenzen))


def _op_volgorde(
    grenzen: _Grenzen,
    groepen: Mapping[str, Iterable[Groep]],
    per_fase: Mapping[str, Fase],
    zwangerschap: Zwangerschap,
    geboorte: date,
) -> bool:
    """Say whether the lines follow each other, and each phase lies where the birth puts it."""
    tot = date.min
    speling, start = grenzen
    for naam, fase in per_fase.items():
        for groep in groepen[naam]:
            for lijn in groep.lijnen:
                periode = lijn.periode
                van, tot_en_met = periode.van, periode.tot_en_met
                if fase is _POSTNATAAL:
                    past = tot <= van and 0 <= dagen_tussen(geboorte, van) <= speling
                elif fase is _NATAAL:
                    past = tot <= van <= geboorte <= tot_en_met
                else:
                    laat = igofasen.laat(zwangerschap, periode, start)
                    past = laat is None and 0 <= dagen_tussen(tot_en_met, geboorte) <= speling
                if not past:
                    return False
                tot = tot_en_met if tot_en_met > tot else tot
    return True


BLIK: Final = blik_met(_integraal, _kijk, *_ALLE)

kijk: Final = BLIK.kijk
