"""Whether kraamzorg is plain: hours from the birth on, prepared before, indicated once."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final, NamedTuple, final

from geboortezorg.geld import Exact
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Prestatie, Regime
from geboortezorg.model.zwangerschap import PlaatsBaring
from geboortezorg.regels.kraamzorg.grenzen import Grenzen, grenzen
from geboortezorg.regels.kraamzorg.zorg import (
    INTAKES,
    KRAAMZORG_UUR,
    PARTUS,
    PARTUS_UUR,
    bereidt_voor,
    is_aanmelding,
    is_eens,
    lip,
    minuten_van,
    oogopslag_van,
)
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.trekken.blik import Blik, kijkt
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tijd import dagen_tussen, zwangerschapsduur_dagen
from geboortezorg.zorggeval import Beeld, Groep, Zorggeval

_KRAAMZORG: Final = Regime.KRAAMZORG
_KRAAM: Final = PARTUS | INTAKES | {KRAAMZORG_UUR}

ALLES: Final = (
    Trek.KRAAMZORG,
    Trek.AANMELDING,
    Trek.PARTUSASSISTENTIE,
    Trek.KRAAMZORGINDICATIE,
)
"""What is seen where the hours are not plain: what else there is hangs on them."""


@final
class _Namen(NamedTuple):
    """What prestaties say of kraamzorg, whatever the lines."""

    vooraf: frozenset[str]
    """What prepares the hours."""
    eens: frozenset[str]
    """What is once for a pregnancy."""
    gewoon: bool
    """Whether there is a registration, and nothing that excludes another."""


def _namen(prestaties: Collection[Prestatie]) -> _Namen | None:
    """Return it; None where nothing is kraamzorg, nor excludes anything."""
    namen = {p.prestatie_id for p in prestaties}
    if namen.isdisjoint(_KRAAM) and not any(
        p.regime is _KRAAMZORG or p.sluit_uit for p in prestaties
    ):
        return None
    vooraf = {p.prestatie_id for p in prestaties if bereidt_voor(p)}
    uitgesloten = {ander for prestatie in prestaties for ander in prestatie.sluit_uit}
    return _Namen(
        frozenset(vooraf),
        frozenset(p.prestatie_id for p in prestaties if is_aanmelding(p)),
        bool(vooraf) and any(map(is_eens, prestaties)) and uitgesloten.isdisjoint(namen),
    )


def bijzonder(w: Werkblad) -> Collection[Trek]:
    """Return what is not plain of the kraamzorg of a document: nothing of one without any."""
    if len(w.prestaties) < len(w.per_prestatie):
        return ALLES  # what is unknown can be kraamzorg
    namen, dossier, bevallen = w.over_prestaties(_namen), w.dossier, None
    if namen is None:
        return ALLES if dossier is not None and _noemt(dossier) else ()
    if dossier is not None:
        bevallen = w.bevaldagen
        if bevallen is None:
            return ALLES
    bekend = w.context.gedeeld(grenzen)
    if bekend is None or bekend.organisaties < 1:
        return ALLES
    gezien = [] if namen.gewoon else [Trek.AANMELDING]
    for geval in w.zorggevallen:
        deel = _van_vrouw(w, geval, namen, bevallen, bekend)
        if deel is None:
            return ALLES
        gezien += deel
    return gezien or ()


def _noemt(dossier: Dossier) -> bool:
    return bool(
        dossier.kraamzorgindicaties or dossier.geleverde_kraamzorg or dossier.partusassistenties
    )


def _van_vrouw(
    w: Werkblad,
    geval: Zorggeval,
    namen: _Namen,
    bevallen: tuple[date, date] | None,
    bekend: Grenzen,
) -> Collection[Trek] | None:
    """Return what is not plain beside the hours of one woman; None where these are not plain.

    Where no birth is told it is taken to be on the first day of the hours.
    """
    zicht = oogopslag_van(w, geval)
    if zicht is None or geval.credits or not geval.een_vrouw:
        return None
    if bevallen is None:
        genoemd = geval.bevaldagen
        bevaldag = genoemd.pop() or zicht.eerste
        if genoemd:
            return None
        bevallen = bevaldag, bevaldag
    partus: list[Groep] = []
    uren = intakes = 0
    for groep in geval.groepen:
        naam = groep.prestatie_id
        if naam == KRAAMZORG_UUR:
            uren += 1
        elif naam in PARTUS:
            partus.append(groep)
        elif naam in INTAKES:
            intakes += len(groep.posten)
        if naam in namen.eens and max(groep.begin) > (
            zicht.eerste if naam in namen.vooraf else zicht.laatste
        ):
            return None
    gegeven = () if w.dossier is None else w.dossier.partusassistenties
    bijgestaan = sum(deel.duur_minuten for deel in gegeven) if gegeven else 0
    gevraagd = minuten_van(geval, PARTUS_UUR) if partus else 0
    if (
        uren > 1
        or gevraagd is None
        or not _uren_passen(zicht, bevallen, gevraagd, bijgestaan, bekend)
    ):
        return None
    gezien = [Trek.AANMELDING] if intakes > 1 else []
    if w.dossier is None:
        past = zicht.minuten + gevraagd <= bekend.pakket
    else:
        past = _indicatie_past(w, w.dossier, bevallen, zicht, bijgestaan, bekend)
    if not past:
        gezien.append(Trek.KRAAMZORGINDICATIE)
    if partus or gegeven:
        past = w.dossier is None or (0 < gevraagd <= bijgestaan and _van_een(w.dossier, partus))
        dagen = [deel.datum for deel in gegeven]
        begin, einde = [*dagen], dagen
        for groep in partus:
            begin += groep.begin
            einde += groep.einde
        if not (past and _partus_past(begin, einde, bevallen, bekend)):
            gezien.append(Trek.PARTUSASSISTENTIE)
    return gezien


def _uren_passen(
    zicht: Beeld, bevallen: tuple[date, date], gevraagd: Exact, gegeven: int, bekend: Grenzen
) -> bool:
    """Say whether hours lie at a birth and fit in their days, with all partusassistentie on one."""
    return (
        bevallen[0] <= zicht.eerste
        and dagen_tussen(bevallen[1], zicht.laatste) < bekend.dagen
        and gevraagd <= bekend.partusminuten
        and max(zicht.drukste + gevraagd, gegeven) <= bekend.per_dag
    )


def _van_een(dossier: Dossier, partus: Sequence[Groep]) -> bool:
    """Say whether one organisation gave and declared all partusassistentie, and none abroad."""
    van_wie = {deel.zorgaanbieder_agb for deel in dossier.partusassistenties}
    van_wie.update(groep.zorgaanbieder_agb for groep in partus)
    return len(van_wie - {None}) == 1 and not any(
        kind.werkelijke_plaats_baring is PlaatsBaring.BUITENLAND for kind in dossier.kinderen
    )


def _partus_past(
    begin: Sequence[date], einde: Sequence[date], bevallen: tuple[date, date], bekend: Grenzen
) -> bool:
    """Say whether partusassistentie lies at the birth, on days next to each other."""
    eerste, laatste = min(begin), max(einde)
    return (
        dagen_tussen(bevallen[1], max(begin)) <= bekend.partus_erna
        and dagen_tussen(min(einde), bevallen[0]) <= bekend.partus_ervoor
        and dagen_tussen(eerste, laatste) < bekend.partusdagen
    )


def _indicatie_past(
    w: Werkblad,
    dossier: Dossier,
    bevallen: tuple[date, date],
    zicht: Beeld,
    bijgestaan: int,
    bekend: Grenzen,
) -> bool:
    """Say whether one indication covers the hours, and nothing goes off or speaks against it."""
    from geboortezorg.regels.kraamzorg.indicatie import klopt  # noqa: PLC0415

    if len(dossier.kraamzorgindicaties) != 1:
        return False
    (indicatie,) = dossier.kraamzorgindicaties
    norm, minuten = lip(w, indicatie), indicatie.geindiceerd_minuten
    a_terme = dossier.zwangerschap.a_terme_datum
    return (
        norm is not None
        and indicatie.ziekenhuisdagen is None
        and indicatie.aftrek_minuten is None
        and 0 < minuten >= norm.waarde("minimum")
        and zicht.minuten <= minuten <= norm.waarde("maximum") - bijgestaan
        and dagen_tussen(zicht.eerste, indicatie.datum) <= bekend.indicatie_erna
        and (a_terme is None or zwangerschapsduur_dagen(a_terme, indicatie.datum) >= 0)
        and klopt(w, indicatie, norm, dossier.zwangerschap, bevallen)
    )


def andere_bevaldag(w: Werkblad) -> bool:
    """Say whether a woman of a message names several days of birth, or none without kraamzorg."""
    if len(w.prestaties) < len(w.per_prestatie) or not w.prestaties:
        return True
    kraamzorg = w.over_prestaties(_namen) is not None
    for geval in w.zorggevallen:
        bevallen = geval.bevaldagen
        if len(bevallen) > 1 or not (kraamzorg or all(bevallen)):
            return True
        if geval.credits or geval.vogelvlucht.omgekeerd:
            return True
    return False


BLIK: Final = Blik(bijzonder, ALLES)

BLIK_OP_BEVALDAG: Final = Blik(kijkt(Trek.BEVALDAG, andere_bevaldag), (Trek.BEVALDAG,))
"""In a dossier the day of birth on a line is held against that of the dossier."""
