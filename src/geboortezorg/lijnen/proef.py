"""A koppeling tried on rows: which of them cannot be read by it, and where, without judging them."""

from collections.abc import Iterator
from typing import Final, final

import attrs

from geboortezorg.bevroren import bevroren
from geboortezorg.lijnen.bron import Onleesbaar
from geboortezorg.lijnen.koppeling import Koppeling
from geboortezorg.lijnen.leden import leden
from geboortezorg.lijnen.oordeel import Rijenbron, rapport_op_rij, read_groups
from geboortezorg.lijnen.plan import Plan
from geboortezorg.lijnen.samenstelling import Samengesteld
from geboortezorg.lijnen.sjabloon import herken, kaal
from geboortezorg.regels.context import Context
from geboortezorg.tekst import Tekst

_CONTEXT: Final = Context()


@final
@bevroren(kw_only=True)
class Proeffout:
    """What is wrong with rows, the same at each place where it occurs."""

    naam: str
    """The member, with dots; empty for a whole row or document."""
    titel: str | None
    """The title of the column that fills it, when one does."""
    rij: int
    """The first row where it is so."""
    aantal: int
    """How often it is so."""
    tekst: Tekst
    """What is wrong and what to do."""


@final
@bevroren(kw_only=True)
class Proef:
    """What came of the rows."""

    rijen: int
    documenten: int
    fouten: tuple[Proeffout, ...]
    """In the order in which they were found."""
    ongelezen: tuple[str, ...] = ()
    """Members that nothing fills, though there is a column with the name of each."""


def try_rows(bron: Rijenbron, koppeling: Koppeling) -> Proef:
    """Return what a koppeling makes of the rows of a source. Raises as `validate_rows` does."""
    rijen = documenten = 0
    fouten: dict[tuple[str, Tekst], Proeffout] = {}
    ongelezen: tuple[str, ...] = ()
    for groep in read_groups(bron, koppeling):
        if not rijen:
            ongelezen = unread_members(groep.plan)
        deel = groep.stel_samen()
        if isinstance(deel, Onleesbaar):
            rijen += 1
        else:
            rijen += len(deel.rijen)
            documenten += 1
        for fout in _fouten(deel):
            eerder = fouten.get((fout.naam, fout.tekst))
            fouten[fout.naam, fout.tekst] = fout if eerder is None else _samen(eerder, fout)
    return Proef(
        rijen=rijen,
        documenten=documenten,
        fouten=tuple(fouten.values()),
        ongelezen=ongelezen,
    )


def unread_members(plan: Plan) -> tuple[str, ...]:
    """Return the members that nothing fills, though the source has a column with the name of each.

    The name is whole, or what stands after any of its dots; capitals and signs make no difference.
    """
    koppeling, bekend = plan.koppeling, leden(plan.koppeling.document_soort)
    gebruikt = set(koppeling.kolommen.values())
    gevuld = {bekend[naam].veldnaam for naam in (*koppeling.kolommen, *koppeling.vast)}
    herkend, _ = herken(koppeling.document_soort, [t for t in plan.titels if t not in gebruikt])
    return tuple(
        naam
        for naam, titel in herkend.items()
        if bekend[naam].veldnaam not in gevuld and _heet(titel, naam)
    )


def _heet(titel: str, naam: str) -> bool:
    """Say whether a title is the name of a member, whole or from a dot on."""
    delen = naam.split(".")
    return any(kaal(titel) == kaal("".join(delen[plaats:])) for plaats in range(len(delen)))


def _samen(een: Proeffout, ander: Proeffout) -> Proeffout:
    return attrs.evolve(een, rij=min(een.rij, ander.rij), aantal=een.aantal + ander.aantal)


def _fouten(deel: Samengesteld | Onleesbaar) -> Iterator[Proeffout]:
    if isinstance(deel, Onleesbaar):
        (bevinding,) = rapport_op_rij(deel, _CONTEXT).bevindingen
        tekst = Tekst(bevinding.tekst, bevinding.tekst_en)
        yield Proeffout(naam="", titel=None, rij=deel.nummer, aantal=1, tekst=tekst)
        return
    rapport = deel.vorm(_CONTEXT)
    for bevinding in () if rapport is None else rapport.bevindingen:
        for pad in bevinding.plaatsen:
            delen = (segment for segment in pad.split("/")[1:] if not segment.isdecimal())
            plaats = deel.waar(pad)
            yield Proeffout(
                naam=".".join(delen),
                titel=plaats.titel,
                rij=plaats.rij,
                aantal=1,
                tekst=Tekst(bevinding.tekst, bevinding.tekst_en),
            )
