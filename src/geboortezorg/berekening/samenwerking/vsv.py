"""Whether a VSV is ready to be contracted on a day, and what is missing.

The rules for a VSV ask the same questions through the same functions, so that a report and
:func:`gereedheid` never differ.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final, final

from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.bevroren import bevroren
from geboortezorg.bron import Bron
from geboortezorg.model.basiskader import Activiteit, Domein, Kerntaak
from geboortezorg.model.partijen import Discipline
from geboortezorg.model.vsv import VSV

MDO_DOMEINEN: Final = (Domein.MEDISCH, Domein.SOCIAAL)
"""The domains of the MDO that the basiskader asks for."""

_VERLOSKUNDIGEN: Final = frozenset(
    {Discipline.EERSTELIJNSVERLOSKUNDIGE, Discipline.KLINISCH_VERLOSKUNDIGE}
)


class Onderdeel(StrEnum):
    """What a VSV can lack."""

    DATUM = "datum"
    """The day lies before the first day on which insurers can purchase."""
    DISCIPLINE = "discipline"
    KERNTAAK = "kerntaak"
    """No activity for this kerntaak takes place on the day."""
    MDO = "mdo"
    """No multidisciplinary meeting in this domain exists on the day."""
    BOUWSTEEN = "bouwsteen"
    """Bouwsteen 1 was not elaborated on the day, and the others rest on it."""


@final
@bevroren(kw_only=True)
class Tekort:
    """One thing that is missing, with the source that asks for it."""

    onderdeel: Onderdeel
    naam: str
    """Which one: a value of Discipline, Kerntaak or Domein, or a date."""
    bron: Bron


@final
@bevroren(kw_only=True)
class Gereedheid:
    """What is missing on a day; nothing missing means ready."""

    op: date
    tekorten: tuple[Tekort, ...]

    @property
    def gereed(self) -> bool:
        """Say whether nothing is missing."""
        return not self.tekorten

    def van(self, onderdeel: Onderdeel) -> tuple[str, ...]:
        """Return the names of what is missing of one kind."""
        return tuple(tekort.naam for tekort in self.tekorten if tekort.onderdeel is onderdeel)


_GENOEMD: Final[tuple[Discipline, ...]] = (
    Discipline.EERSTELIJNSVERLOSKUNDIGE,
    Discipline.KRAAMVERZORGENDE,
    Discipline.KLINISCH_VERLOSKUNDIGE,
    Discipline.GYNAECOLOOG,
    Discipline.KINDERARTS,
)
"""The disciplines that the letter names (K2), in its order."""


def gereedheid(vsv: VSV, op: date) -> Gereedheid:
    """Return what a VSV lacks, on the day `op`, to be contracted by an insurer.

    What the document does not mention counts as missing. Which requirements an insurer makes, and
    whether a VSV needs legal personality or an AGB-code, was not seen and is not asked.
    """
    tekorten = [
        *_datum(op),
        *ontbrekende_disciplines(vsv, op),
        *ontbrekende_kerntaken(vsv, op),
        *ontbrekende_mdos(vsv, op),
        *_bouwsteen(vsv, op),
    ]
    return Gereedheid(op=op, tekorten=tuple(tekorten))


def _datum(op: date) -> Iterable[Tekort]:
    if op < vsvbronnen.EERSTE_DAG_INKOOP:
        naam = vsvbronnen.EERSTE_DAG_INKOOP.isoformat()
        yield Tekort(onderdeel=Onderdeel.DATUM, naam=naam, bron=vsvbronnen.INKOOP)


def ontbrekende_disciplines(vsv: VSV, op: date) -> tuple[Tekort, ...]:
    """Return the disciplines without a participant on the day `op`.

    Verloskundige and gynaecoloog rest on the letter and the KNOV together. That each of the
    other disciplines of the letter takes part in every VSV is a reading of it, and only the KNOV
    names the huisarts: one who attends births, whom a region can be without.
    """
    aanwezig = {
        deelnemer.zorgaanbieder.discipline
        for deelnemer in vsv.deelnemers
        if deelnemer.looptijd.bevat(op)
    }
    tekorten = []
    gevraagd = _GENOEMD
    if vsv.verloskundig_actieve_huisarts is not False:
        gevraagd += (Discipline.HUISARTS,)
    for discipline in gevraagd:
        if discipline in aanwezig:
            continue
        bron = vsvbronnen.DISCIPLINES
        if discipline is Discipline.HUISARTS:
            bron = vsvbronnen.SAMENSTELLING
        elif discipline is Discipline.GYNAECOLOOG or (
            # Without any verloskundige the first of the two carries the stronger ground.
            discipline is Discipline.EERSTELIJNSVERLOSKUNDIGE and not aanwezig & _VERLOSKUNDIGEN
        ):
            bron = vsvbronnen.KERN
        tekorten.append(Tekort(onderdeel=Onderdeel.DISCIPLINE, naam=discipline.value, bron=bron))
    return tuple(tekorten)


def lopende_activiteiten(vsv: VSV, op: date) -> dict[Kerntaak, list[Activiteit]]:
    """Return the activities that take place on the day `op`, for each kerntaak that has any."""
    uit: dict[Kerntaak, list[Activiteit]] = {}
    for invulling in () if vsv.basiskader is None else vsv.basiskader.kerntaken:
        lopend = [a for a in invulling.activiteiten if a.looptijd.bevat(op)]
        if lopend:
            uit.setdefault(invulling.kerntaak, []).extend(lopend)
    return uit


def ontbrekende_kerntaken(vsv: VSV, op: date) -> tuple[Tekort, ...]:
    """Return the kerntaken without an activity on the day `op`."""
    lopend = lopende_activiteiten(vsv, op)
    return tuple(
        Tekort(onderdeel=Onderdeel.KERNTAAK, naam=kerntaak.value, bron=vsvbronnen.KERNTAKEN)
        for kerntaak in Kerntaak
        if kerntaak not in lopend
    )


def ontbrekende_mdos(vsv: VSV, op: date) -> tuple[Tekort, ...]:
    """Return the domains without a multidisciplinary meeting on the day `op`."""
    mdos = () if vsv.basiskader is None else vsv.basiskader.mdos
    aanwezig = {mdo.domein for mdo in mdos if mdo.looptijd.bevat(op)}
    return tuple(
        Tekort(onderdeel=Onderdeel.MDO, naam=domein.value, bron=vsvbronnen.MDO)
        for domein in MDO_DOMEINEN
        if domein not in aanwezig
    )


def uitgewerkt_op(vsv: VSV, kerntaak: Kerntaak) -> date | None:
    """Return the first day on which the bouwsteen of a kerntaak was elaborated, if it was."""
    kerntaken = () if vsv.basiskader is None else vsv.basiskader.kerntaken
    datums = [
        invulling.uitgewerkt_op
        for invulling in kerntaken
        if invulling.kerntaak is kerntaak and invulling.uitgewerkt_op is not None
    ]
    return min(datums, default=None)


def _bouwsteen(vsv: VSV, op: date) -> Iterable[Tekort]:
    eerste = Kerntaak.SAMENWERKINGSVERBAND_ORGANISEREN
    datum = uitgewerkt_op(vsv, eerste)
    if datum is None or datum > op:
        yield Tekort(onderdeel=Onderdeel.BOUWSTEEN, naam=eerste.value, bron=vsvbronnen.VOLGORDE)
