"""The page with the layouts of EI messages, and what of them has a place in a declaratie."""

from collections.abc import Callable
from functools import partial

from opmaak import cel, tabel, toon_bron

from geboortezorg.ei import Indeling, Recordvorm, Veldnaam, indelingen
from geboortezorg.ei.leden import LEDEN, NIET_IN_BERICHT, ongelezen
from geboortezorg.ei.vertaling import AANBIEDER
from geboortezorg.model.ei import EIRecordrol, EIVeld

_KOP = """\
# EI messages

The layouts that ship, field by field, and the member of a declaratie that each field fills. A field without one is read, checked,
and kept beside the declaratie (the *aanvulling*). Where it stands as **not read** it may say what must be judged: a record
that fills it is not judged. [How to work with them](/how-to/ei.md).

A field means something by its name. In a layout of your own these names do:

"""
_UIT_HET_GERAAMTE = {
    Veldnaam.RECORDKENMERK,
    Veldnaam.VOLGNUMMER,
    Veldnaam.RESERVE,
    Veldnaam.BERICHTCODE,
    Veldnaam.BERICHTVERSIE,
    Veldnaam.BERICHTSUBVERSIE,
    Veldnaam.SOORT_BERICHT,
    Veldnaam.VERZEKERDENNUMMER,
}


def _lid(rol: EIRecordrol, veld: EIVeld) -> str:
    naam = Veldnaam(veld.naam) if veld.naam in set(Veldnaam) else None
    lid = None if naam is None else LEDEN.get(rol, {}).get(naam)
    if naam in AANBIEDER and rol is EIRecordrol.VOORLOOP:
        return f"`{lid}`, `declaratieregels.zorgaanbieder_agb`"
    if lid is not None:
        prestatie = rol is EIRecordrol.PRESTATIE
        return f"`{'declaratieregels.' if prestatie else ''}{lid.replace('/', '.')}`"
    if naam in _UIT_HET_GERAAMTE or (naam is not None and rol not in LEDEN):
        return "the frame"
    return "" if naam is None else "the return"


def _plek(vorm: Recordvorm, veld: EIVeld) -> str:
    heen = vorm.indeling.model.retour_op is None
    return "**not read**" if heen and veld in ongelezen(vorm) else _lid(vorm.rol, veld)


def _indeling(indeling: Indeling) -> str:
    model = indeling.model
    kop = (
        f"---\norphan: true\n---\n\n```{{index}} ! single: {model.naam}\n```\n\n# {model.naam}\n\n"
        f"[EI messages](ei.md) › {model.naam}\n\n{cel(model.omschrijving)}. Message code {model.berichtcode}, "
        f"{model.recordlengte} characters. Source: {toon_bron(model.bron)}\n"
    )
    delen = [kop]
    for vorm in indeling.vormen.values():
        rijen = (
            [
                veld.rubriek or "",
                f"`{veld.naam}`",
                f"{veld.veldtype}{veld.einde - veld.begin + 1}",
                f"{veld.begin}-{veld.einde}",
                "yes" if veld.verplicht else "",
                _plek(vorm, veld),
                veld.retourcode or "",
            ]
            for veld in vorm.velden.values()
        )
        koppen = ["Field", "Name", "Type", "Positions", "Required", "Member", "Return code"]
        delen.append(f"## Record {vorm.kenmerk} ({vorm.rol})\n\n{tabel(koppen, rijen)}")
    return "\n".join(delen)


def ei_bladzijde() -> str:
    """Return the reference of EI messages as Markdown."""
    namen = ", ".join(f"`{naam.value}`" for naam in Veldnaam)
    zonder = "\n".join(
        f"- `{naam}`"
        for naam in (
            *NIET_IN_BERICHT["declaratie"],
            *(f"declaratieregels.{lid}" for lid in NIET_IN_BERICHT["declaratieregel"]),
        )
    )
    lijst = "\n".join(
        f"- [{een.model.naam}](ei-{een.model.naam}.md): {cel(een.model.omschrijving)}"
        for een in indelingen()
    )
    return (
        f"{_KOP}{namen}.\n\n{lijst}\n\nMembers of a declaratie that have no field in a message:\n\n"
        f"{zonder}\n"
    )


def eibladzijden() -> dict[str, Callable[[], str]]:
    """Return every page about EI messages, by its place."""
    return {
        "ei.md": ei_bladzijde,
        **{f"ei-{een.model.naam}.md": partial(_indeling, een) for een in indelingen()},
    }
