"""What is held for declarations on codes, numbers, values beside each other, far days, and what is empty."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from math import ceil, floor
from sys import maxsize
from typing import Any, Final, final

from geboortezorg import betekenis as b
from geboortezorg.betekenis import Betekenis
from geboortezorg.nummers import agb
from geboortezorg.regels.veldpad import (
    OnbekendVeldpad,
    Tijdvak,
    Veldpad,
    inhoud,
    kenmerk,
    voeg,
)
from geboortezorg.regels.veldvondst import GEEN, Lezing, Toets, Vondst
from geboortezorg.tabellen.normen import Normen
from geboortezorg.vorm import Soort, velden

_MAX_NORMEN: Final = 8
_BESTAAT: Final = "v[:2] != '00' and v[2:] != '000000'"
"""That an AGB-code can exist, of which the shape has been judged."""


def _eenduidig(klasse: type[Any], veld: str, d: b.Eenduidig) -> Toets:
    delen, pad = Veldpad(klasse, veld), Veldpad(klasse, voeg(veld, d.eigen))
    sleutel, eigen = kenmerk(delen.item, d.sleutel), kenmerk(delen.item, d.eigen)
    vorm = Veldpad(delen.item, d.eigen).vorm
    achter = "/" + d.eigen.replace(".", "/")

    def lees(obj: Any, lezing: Lezing) -> Sequence[Vondst]:
        alle = getattr(obj, veld)
        if not alle:
            return GEEN
        lezing.gezien.add(b.Eenduidig)
        eerste: dict[Any, Any] = {}
        uit: list[Vondst] = []
        for i, deel in enumerate(alle):
            naam, zegt = sleutel(deel), inhoud(vorm, eigen(deel))
            if naam is not None and eerste.setdefault(naam, zegt) != zegt:
                plek = f"/{veld}/{i}{achter}"
                uit.append(Vondst(soort=b.Eenduidig, pad=plek, reden="niet_hetzelfde"))
        return uit

    return Toets(betekenis=d, veld=veld, patronen=(pad.patroon,), lees=lees)


def _past(klasse: type[Any], veld: str, d: b.Past) -> Toets:
    boven, _, naam = voeg(veld, d.eigen).rpartition(".")
    houders, pad = Veldpad(klasse, boven), Veldpad(klasse, voeg(veld, d.eigen))
    bij = kenmerk(pad.houder, d.bij) if d.bij else None
    reden, ander = ("past_niet", f"{houders.patroon}/{d.bij}") if d.bij else ("niet_hier", "")

    def past(houder: Any) -> bool:
        waarde = getattr(houder, naam)
        mag = d.mag.get("" if bij is None else bij(houder))
        waarden = waarde if isinstance(waarde, tuple | list) else (waarde,)
        return mag is None or {None, *mag}.issuperset(waarden)

    def lees(obj: Any, lezing: Lezing) -> Sequence[Vondst]:
        if not pad.waarden(obj):
            return GEEN
        lezing.gezien.add(b.Past)
        if all(map(past, houders.waarden(obj))):
            return GEEN
        return [
            Vondst(soort=b.Past, pad=f"{plek}/{naam}", reden=reden, ander=ander)
            for plek, houder in houders.plekken(obj)
            if not past(houder)
        ]

    # What the field beside it does not name in `mag` is left to `past`.
    een = d.bij and not d.eigen and not pad.meer
    return Toets(
        betekenis=d,
        veld=veld,
        patronen=(f"{houders.patroon}/{naam}",),
        lees=lees,
        snel=f"v in {{bij}}.get(o.{d.bij}, ())" if een else None,
        bij=d.mag,
    )


def _agb(klasse: type[Any], veld: str, d: b.AGB) -> Toets:
    code = kenmerk(klasse, veld)

    def lees(obj: Any, lezing: Lezing) -> Sequence[Vondst]:
        waarde = code(obj)
        if waarde is None:
            return GEEN
        lezing.gezien.add(b.AGB)
        if agb.is_valid(waarde):
            return GEEN
        return [Vondst(soort=b.AGB, pad=f"/{veld}", reden="agb_bestaat_niet")]

    return Toets(
        betekenis=d, veld=veld, patronen=(f"/{veld}",), lees=lees, snel=_BESTAAT, hangt_aan=("v",)
    )


def _zorgsoort(klasse: type[Any], veld: str, d: b.Zorgsoort) -> Toets:
    code = kenmerk(klasse, veld)
    rollen = [(kenmerk(klasse, naam), per_waarde) for naam, per_waarde in d.rol]

    def verwacht(obj: Any) -> tuple[str, ...]:
        for rol, per_waarde in rollen:
            zorgsoorten = per_waarde.get(rol(obj))
            if zorgsoorten is not None:
                return zorgsoorten
        return d.zorgsoorten

    def lees(obj: Any, lezing: Lezing) -> Sequence[Vondst]:
        waarde = code(obj)
        if waarde is None or not agb.is_valid(waarde):
            return GEEN
        zorgsoorten = verwacht(obj)
        if not zorgsoorten:
            return GEEN
        lezing.gezien.add(b.Zorgsoort)
        if waarde[:2] in zorgsoorten:
            return GEEN
        parameters = (("zorgsoorten", ", ".join(zorgsoorten)),)
        return [Vondst(soort=b.Zorgsoort, pad=f"/{veld}", reden="zorgsoort", parameters=parameters)]

    return Toets(
        betekenis=d,
        veld=veld,
        patronen=(f"/{veld}",),
        lees=lees,
        snel=f"v[:2] in {_per_rol(*(naam for naam, _ in d.rol))} and {_BESTAAT}",
        bij=(*(per_waarde for _, per_waarde in d.rol), d.zorgsoorten),
        hangt_aan=("v", *(f"o.{naam}" for naam, _ in d.rol)),
    )


def _per_rol(*rollen: str) -> str:
    """Return an expression for what the first of some fields says that has something to say."""
    uit = f"{{bij}}[{len(rollen)}]"
    for plek, naam in reversed([*enumerate(rollen)]):
        uit = f"{{bij}}[{plek}].get(o.{naam}, {uit})"
    return uit


def _bereik(klasse: type[Any], veld: str, d: b.Bereik) -> Toets:
    getal = kenmerk(klasse, veld)

    def lees(obj: Any, lezing: Lezing) -> Sequence[Vondst]:
        waarde = getal(obj)
        if waarde is None:
            return GEEN
        lezing.gezien.add(b.Bereik)
        laagste, hoogste = lezing.normen.bereik(d.norm, d.sleutel)
        if laagste <= waarde <= hoogste:
            return GEEN
        te_laag = waarde < laagste
        return [
            Vondst(
                soort=b.Bereik,
                pad=f"/{veld}",
                reden="te_laag" if te_laag else "te_hoog",
                parameters=(("grens", str(laagste if te_laag else hoogste)),),
                bron=lezing.normen.norm(d.norm).bron,
            )
        ]

    return Toets(
        betekenis=d,
        veld=veld,
        patronen=(f"/{veld}",),
        lees=lees,
        snel="v in {bij}[l.normen]",
        bij=_Binnen(d),
    )


@final
class _Binnen(dict[Normen, range]):
    """The numbers within bounds by the norms that set them; those of a few at most are kept."""

    def __init__(self, d: b.Bereik) -> None:
        super().__init__()
        self._norm, self._sleutel = d.norm, d.sleutel

    def __missing__(self, normen: Normen) -> range:
        laagste, hoogste = normen.bereik(self._norm, self._sleutel)
        if len(self) >= _MAX_NORMEN:
            self.clear()
        # Beyond what an index can be it is not certain.
        binnen = range(ceil(max(laagste, -maxsize)), floor(min(hoogste, maxsize)) + 1)
        self[normen] = binnen
        return binnen


def _niet_nul(klasse: type[Any], veld: str, d: b.NietNul) -> Toets:
    code = kenmerk(klasse, veld)

    def lees(obj: Any, lezing: Lezing) -> Sequence[Vondst]:
        waarde = code(obj)
        if waarde is None:
            return GEEN
        lezing.gezien.add(b.NietNul)
        if waarde.strip("0"):
            return GEEN
        return [Vondst(soort=b.NietNul, pad=f"/{veld}", reden="nul")]

    patronen = (f"/{veld}",)
    return Toets(
        betekenis=d,
        veld=veld,
        patronen=patronen,
        lees=lees,
        snel="v.strip('0')",
        hangt_aan=("v",),
    )


def _nabij(klasse: type[Any], veld: str, d: b.Nabij) -> Toets:
    dag, pad = kenmerk(klasse, voeg(veld, d.eigen)), Veldpad(klasse, voeg(veld, d.eigen)).patroon

    def lees(obj: Any, lezing: Lezing) -> Sequence[Vondst]:
        waarde, vandaag = dag(obj), lezing.vandaag
        if waarde is None or vandaag is None:
            return GEEN
        lezing.gezien.add(b.Nabij)
        if waarde.year - vandaag.year <= d.jaren:
            return GEEN
        return [Vondst(soort=b.Nabij, pad=pad, reden="ver_weg")]

    snel = None if d.eigen else f"v <= vandaag or v.year - vandaag.year <= {d.jaren}"
    return Toets(betekenis=d, veld=veld, patronen=(pad,), lees=lees, met_dag=True, snel=snel)


def _duurt(klasse: type[Any], veld: str, d: b.Duurt) -> Toets:
    periode = kenmerk(klasse, veld)
    tijdvak = Tijdvak(f"{klasse.__name__}.{veld}", Veldpad(klasse, veld).vorm)
    pad = f"/{veld}{tijdvak.einde_naam}"

    def lees(obj: Any, lezing: Lezing) -> Sequence[Vondst]:
        waarde = periode(obj)
        einde: date | None = tijdvak.einde(waarde)
        if einde is None:
            return GEEN
        lezing.gezien.add(b.Duurt)
        if einde.year - tijdvak.begin(waarde).year < d.hooguit_jaren:
            return GEEN
        return [Vondst(soort=b.Duurt, pad=pad, reden="te_lang")]

    return Toets(betekenis=d, veld=veld, patronen=(pad,), lees=lees)


def _gevuld(klasse: type[Any], veld: str, d: b.Gevuld) -> Toets:
    pad = Veldpad(klasse, veld)
    heel = pad.vorm.soort is Soort.OBJECT
    leden = [v.naam for v in velden(pad.item)] if heel else []

    def met_leden(deel: Any) -> bool:
        return any(getattr(deel, naam) not in (None, ()) for naam in leden)

    if not heel and pad.vorm.soort is not Soort.TEKST:
        raise OnbekendVeldpad(f"{klasse.__name__}: {veld} is geen tekst en geen object")

    def lees(obj: Any, _: Lezing) -> Sequence[Vondst]:
        return _leeg(b.Gevuld, pad, obj, met_leden if heel else _met_teken)

    snel: str | None = (
        " or ".join(f"v.{naam} not in (None, ())" for naam in leden) or "v and v[0].isalnum()"
    )
    if pad.meer:
        snel = None
    patronen = (pad.patroon,)
    return Toets(betekenis=d, veld=veld, patronen=patronen, lees=lees, snel=snel, telt=False)


def _met_teken(tekst: str) -> bool:
    return any(map(str.isalnum, tekst))


def _leeg(
    soort: type[Betekenis], pad: Veldpad, obj: Any, vol: Callable[[Any], bool] = _met_teken
) -> Sequence[Vondst]:
    """Return where there is nothing; that there is something says nothing by itself."""
    if all(map(vol, pad.waarden(obj))):
        return GEEN
    return [
        Vondst(soort=soort, pad=plek, reden="leeg", onbekend=True)
        for plek, waarde in pad.plekken(obj)
        if not vol(waarde)
    ]


def _nodig(klasse: type[Any], veld: str, d: b.Nodig) -> Toets:
    pad = Veldpad(klasse, veld)
    bij = None if d.bij is None else kenmerk(klasse, d.bij)
    tekst = pad.vorm.soort is Soort.TEKST

    def lees(obj: Any, lezing: Lezing) -> Sequence[Vondst]:
        if bij is not None and bij(obj) not in d.waarden:
            return GEEN
        lezing.gezien.add(b.Nodig)
        if not pad.waarden(obj):
            return [Vondst(soort=b.Nodig, pad=f"/{veld}", reden="ontbreekt", onbekend=True)]
        return _leeg(b.Nodig, pad, obj) if tekst and bij is None else GEEN

    patronen = dict.fromkeys((f"/{veld}", pad.patroon))
    hier = None if d.bij is None else f"o.{d.bij} in {{bij}}"
    er_is = "v" if pad.meer else "v is not None"
    if tekst:
        er_is = "all(x[:1].isalnum() for x in v) and v" if pad.meer else "v and v[:1].isalnum()"
    return Toets(
        betekenis=d,
        veld=veld,
        patronen=tuple(patronen),
        lees=lees,
        ook_leeg=True,
        snel=er_is if hier is None else f"{hier} and {er_is}",
        niet=hier and f"not {hier}",
        bij=d.waarden,
    )


MAKERS: Final[Mapping[type[Betekenis], Callable[[type[Any], str, Any], Toets]]] = {
    b.Eenduidig: _eenduidig,
    b.Past: _past,
    b.AGB: _agb,
    b.Zorgsoort: _zorgsoort,
    b.Bereik: _bereik,
    b.NietNul: _niet_nul,
    b.Nabij: _nabij,
    b.Duurt: _duurt,
    b.Gevuld: _gevuld,
    b.Nodig: _nodig,
}
"""What is made of each declaration of these kinds."""
