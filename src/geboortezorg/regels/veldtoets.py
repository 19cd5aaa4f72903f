"""What is held for each kind of declaration on a field; nothing is allocated where it holds."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from geboortezorg import betekenis as b
from geboortezorg.betekenis import Betekenis
from geboortezorg.regels import veldmeer
from geboortezorg.regels.veldpad import (
    Tijdvak,
    Veldpad,
    kenmerk,
    kenmerken,
    veldvorm,
    voeg,
)
from geboortezorg.regels.veldvondst import GEEN, Lezing, Toets, Vondst
from geboortezorg.tekst import plat
from geboortezorg.vorm import Soort


def _uniek(klasse: type[Any], veld: str, d: b.Uniek) -> Toets:
    pad = Veldpad(klasse, voeg(veld, d.eigen))
    boven, _, naam = voeg(veld, d.eigen).rpartition(".")
    houders = Veldpad(klasse, boven)
    sleutel = kenmerken(pad.houder, naam, *d.per) if d.eigen else None
    laatste = veldvorm(pad.houder, naam)
    vrij = d.vermoeden and laatste.veld.tekens is None and pad.vorm.soort is Soort.TEKST

    def waarde_van(deel: Any) -> Any:
        waarde = deel if sleutel is None else sleutel(deel)
        return plat(waarde) if vrij and isinstance(waarde, str) else waarde

    def lees(obj: Any, lezing: Lezing) -> Sequence[Vondst]:
        delen = pad.waarden(obj) if sleutel is None else houders.waarden(obj)
        if not delen:
            return GEEN
        lezing.gezien.add(b.Uniek)
        if len(set(map(waarde_van, delen))) == len(delen):
            return GEEN
        gezien: set[Any] = set()
        uit: list[Vondst] = []
        for plek, deel in pad.plekken(obj) if sleutel is None else houders.plekken(obj):
            waarde = waarde_van(deel)
            if sleutel is not None and getattr(deel, naam) is None:
                continue
            if waarde in gezien:
                einde = "" if sleutel is None else f"/{naam}"
                uit.append(Vondst(soort=b.Uniek, pad=f"{plek}{einde}", reden="dubbel"))
            gezien.add(waarde)
        return uit

    snel = None if "." in d.eigen else "len(v) == 1"
    if snel is not None and not vrij and "." not in "".join(d.per):
        leden = [f"x.{lid}" for lid in (d.eigen, *d.per)] if d.eigen else ["x"]
        snel += f" or len({{{{({', '.join(leden)}) for x in v}}}}) == len(v)"
    return Toets(betekenis=d, veld=veld, patronen=(pad.patroon,), lees=lees, snel=snel)


def _ander(klasse: type[Any], veld: str, d: b.Ander) -> Toets:
    pad, ander = Veldpad(klasse, voeg(veld, d.eigen)), kenmerk(klasse, d.ander)
    tegen = Veldpad(klasse, d.ander).patroon

    def lees(obj: Any, lezing: Lezing) -> Sequence[Vondst]:
        heel, waarden = ander(obj), pad.waarden(obj)
        if heel is None or not waarden:
            return GEEN
        lezing.gezien.add(b.Ander)
        if heel not in waarden:
            return GEEN
        return [
            Vondst(soort=b.Ander, pad=plek, reden="zichzelf", ander=tegen)
            for plek, waarde in pad.plekken(obj)
            if waarde == heel
        ]

    return Toets(betekenis=d, veld=veld, patronen=(pad.patroon,), lees=lees)


def _verwijst(klasse: type[Any], veld: str, d: b.Verwijst) -> Toets:
    pad, naar = Veldpad(klasse, voeg(veld, d.eigen)), Veldpad(klasse, d.naar)

    def lees(obj: Any, lezing: Lezing) -> Sequence[Vondst]:
        waarden = pad.waarden(obj)
        if not waarden:
            return GEEN
        lezing.gezien.add(b.Verwijst)
        bekend = set(naar.waarden(obj))
        if bekend.issuperset(waarden):
            return GEEN
        return [
            Vondst(soort=b.Verwijst, pad=plek, reden="bestaat_niet", ander=naar.patroon)
            for plek, waarde in pad.plekken(obj)
            if waarde not in bekend
        ]

    lijst, _, lid = d.naar.partition(".")
    van_lijsten, eigen = pad.van_lijst and naar.van_lijst, f"{{x}}.{d.eigen}"
    return Toets(
        betekenis=d,
        veld=veld,
        patronen=(pad.patroon,),
        lees=lees,
        snel=f"{eigen} in {{w}}" if van_lijsten else None,
        niet=f"{eigen} is None",
        hangt_aan=(eigen,),
        vooraf=f"{{x.{lid} for x in o.{lijst}}}",
    )


def _strookt(klasse: type[Any], veld: str, d: b.Strookt) -> Toets:
    eigen, naar = voeg(veld, d.eigen).rpartition("."), d.naar.rpartition(".")
    verwijzers, doelen = Veldpad(klasse, eigen[0]), Veldpad(klasse, naar[0])
    pad = f"{verwijzers.patroon}/{eigen[2]}"
    houder = Veldpad(klasse, voeg(veld, d.eigen)).houder
    gezegd = kenmerken(houder, eigen[2], *(hier for hier, _ in d.gelijk))
    sleutel = kenmerk(Veldpad(klasse, d.naar).houder, naar[2])
    daar = [kenmerk(doelen.item, daar) for _, daar in d.gelijk]

    def strijdig(waarden: Iterable[Any], doel: Any) -> bool:
        return any(
            waarde is not None and (ander := lees_daar(doel)) is not None and waarde != ander
            for waarde, lees_daar in zip(waarden, daar, strict=True)
        )

    def lees(obj: Any, lezing: Lezing) -> Sequence[Vondst]:
        alle = verwijzers.waarden(obj)
        if not alle:
            return GEEN
        per_sleutel = {sleutel(doel): doel for doel in doelen.waarden(obj)}
        fout = False
        for naam, *waarden in set(map(gezegd, alle)):  # few, however many refer
            doel = per_sleutel.get(naam)
            if doel is not None:
                lezing.gezien.add(b.Strookt)
                fout = fout or strijdig(waarden, doel)
        if not fout:
            return GEEN
        return [
            Vondst(
                soort=b.Strookt, pad=f"{plek}/{eigen[2]}", reden="strijdig", ander=doelen.patroon
            )
            for plek, verwijzer in verwijzers.plekken(obj)
            if (doel := per_sleutel.get(gezegd(verwijzer)[0])) is not None
            and strijdig(gezegd(verwijzer)[1:], doel)
        ]

    (hier, ginds), *meer = d.gelijk
    naam_van = f"{{x}}.{d.eigen}"
    van_lijsten = (
        Veldpad(klasse, voeg(veld, d.eigen)).van_lijst and Veldpad(klasse, d.naar).van_lijst
    )
    altijd = Veldpad(doelen.item, ginds.rpartition(".")[0]).altijd
    een = van_lijsten and altijd and not meer
    return Toets(
        betekenis=d,
        veld=veld,
        patronen=(pad,),
        lees=lees,
        snel=f"{{w}}.get({naam_van}, ...) == {{x}}.{hier}" if een else None,
        niet=f"{naam_van} is None",
        hangt_aan=(naam_van, f"{{x}}.{hier}"),
        vooraf=f"{{x.{naar[2]}: x.{ginds} for x in o.{naar[0]}}}",
    )


def _eindigt(klasse: type[Any], veld: str, d: b.Eindigt) -> Toets:
    begin, einde = kenmerk(klasse, d.begin), kenmerk(klasse, veld)

    def lees(obj: Any, lezing: Lezing) -> Sequence[Vondst]:
        lezing.gezien.add(b.Eindigt)
        van, tot = begin(obj), einde(obj)
        if van is None or tot is None or tot > van or (tot == van and not d.strikt):
            return GEEN
        return [Vondst(soort=b.Eindigt, pad=f"/{veld}", reden="omgekeerd")]

    los = [
        f"{naam} is None or "
        for naam, pad in (("v", veld), (f"o.{d.begin}", d.begin))
        if not Veldpad(klasse, pad).altijd
    ]
    snel = f"{''.join(los)}v {'>' if d.strikt else '>='} o.{d.begin}"
    return Toets(
        betekenis=d,
        veld=veld,
        patronen=(f"/{veld}",),
        lees=lees,
        ook_leeg=True,
        snel=snel,
    )


def _gebeurd(klasse: type[Any], veld: str, d: b.Gebeurd) -> Toets:
    pad = Veldpad(klasse, voeg(veld, d.eigen))
    tijdvak = Tijdvak(f"{klasse.__name__}.{veld}", pad.vorm)

    def dag(waarde: Any) -> date:
        laatste = tijdvak.einde(waarde)
        laatste = tijdvak.begin(waarde) if laatste is None else laatste
        uit: date = laatste if tijdvak.dagen else laatste.date()
        return uit

    def lees(obj: Any, lezing: Lezing) -> Sequence[Vondst]:
        vandaag = lezing.vandaag
        if vandaag is None:
            return GEEN
        waarden = pad.waarden(obj)
        if not waarden:
            return GEEN
        lezing.gezien.add(b.Gebeurd)
        if max(map(dag, waarden)) <= vandaag:
            return GEEN
        return [
            Vondst(soort=b.Gebeurd, pad=f"{plek}{tijdvak.einde_naam}", reden="toekomst")
            for plek, waarde in pad.plekken(obj)
            if dag(waarde) > vandaag
        ]

    patroon = f"{pad.patroon}{tijdvak.einde_naam}"
    dag_voorbij = None if pad.meer else f"{tijdvak.laatste_dag} <= vandaag"
    if not tijdvak.dagen:
        moment = pad.vorm.soort is Soort.TIJDSTIP and not pad.meer
        dag_voorbij = "v.date() <= vandaag" if moment else None
    heel = veldvorm(klasse, veld).vorm.klasse
    if d.eigen and heel is not None:  # one day of a whole, which is always there
        altijd = Veldpad(heel, d.eigen).altijd and tijdvak.laatste_dag == "v"
        dag_voorbij = dag_voorbij and f"v.{d.eigen} <= vandaag" if altijd else None
    return Toets(
        betekenis=d,
        veld=veld,
        patronen=(patroon,),
        lees=lees,
        met_dag=True,
        snel=dag_voorbij,
    )


def _volgorde(klasse: type[Any], veld: str, d: b.NietVoor | b.NietNa) -> Toets:
    plek = f"{klasse.__name__}.{veld}"
    pad, ander = Veldpad(klasse, voeg(veld, d.eigen)), kenmerk(klasse, d.ander)
    naar = Veldpad(klasse, d.ander)
    eigen, grens = Tijdvak(plek, pad.vorm), Tijdvak(plek, naar.vorm)
    voor, soort = isinstance(d, b.NietVoor), type(d)
    jaren = d.jaren if isinstance(d, b.NietNa) else 0
    tegen = naar.patroon
    achter = eigen.begin_naam if voor else eigen.einde_naam

    def goed(waarde: Any, rand: Any) -> bool:
        if eigen.omgekeerd(waarde):
            return True
        if voor:
            begonnen: bool = eigen.begin(waarde) >= rand
            return begonnen
        einde = eigen.einde(waarde)
        if einde is None:
            return False
        op_tijd: bool = einde.year - rand.year <= jaren if jaren else einde <= rand
        return op_tijd

    def lees(obj: Any, lezing: Lezing) -> Sequence[Vondst]:
        heel = ander(obj)
        if heel is None or grens.omgekeerd(heel):
            return GEEN
        waarden = pad.waarden(obj)
        if not waarden:
            return GEEN
        lezing.gezien.add(soort)
        rand = grens.begin(heel) if voor else grens.einde(heel)
        if rand is None or all(goed(waarde, rand) for waarde in waarden):
            return GEEN
        reden = "te_vroeg" if voor else "te_laat"
        return [
            Vondst(soort=soort, pad=f"{plek}{achter}", reden=reden, ander=tegen)
            for plek, waarde in pad.plekken(obj)
            if not goed(waarde, rand)
        ]

    dagen = pad.vorm.soort is Soort.DATUM and naar.vorm.soort is Soort.DATUM
    een = dagen and naar.altijd and not (d.eigen or pad.meer or jaren)
    return Toets(
        betekenis=d,
        veld=veld,
        patronen=(f"{pad.patroon}{achter}",),
        lees=lees,
        snel=f"v {'>=' if voor else '<='} o.{d.ander}" if een else None,
    )


def _geen_overlap(klasse: type[Any], veld: str, d: b.GeenOverlap) -> Toets:
    lijst = Veldpad(klasse, veld)
    item = lijst.item
    sleutel = kenmerken(item, *d.per) if d.per else None
    eerste = kenmerk(item, d.per[0]) if d.per else None
    gevraagd = frozenset(d.waarden)
    periode = kenmerk(item, d.eigen)
    tijdvak = Tijdvak(f"{klasse.__name__}.{veld}", Veldpad(item, d.eigen).vorm)
    achter = f"/{d.eigen.replace('.', '/')}" if d.eigen else ""

    def lees(obj: Any, lezing: Lezing) -> Sequence[Vondst]:
        delen = getattr(obj, veld)
        if not delen:
            return GEEN
        lezing.gezien.add(b.GeenOverlap)
        if len(delen) == 1:
            return GEEN
        groepen: dict[Any, list[tuple[Any, int, Any]]] = {}
        for i, deel in enumerate(delen):
            naam = eerste(deel) if eerste else ""
            weg = naam is None or (gevraagd and naam not in gevraagd)
            waarde = None if weg else periode(deel)
            if waarde is not None and not tijdvak.omgekeerd(waarde):
                groep = groepen.setdefault(None if sleutel is None else sleutel(deel), [])
                groep.append((tijdvak.begin(waarde), i, tijdvak.einde(waarde)))
        dubbel: list[int] = []
        for groep in groepen.values():
            groep.sort(key=lambda rij: rij[:2])
            _, _, laatste = groep[0]
            for begin, i, einde in groep[1:]:
                # In order of their begin only the latest end so far matters: no pairs.
                if laatste is None or begin < laatste or (begin == laatste and tijdvak.dagen):
                    dubbel.append(i)
                if laatste is not None:
                    laatste = None if einde is None else max(laatste, einde)
        return [
            Vondst(soort=b.GeenOverlap, pad=f"/{veld}/{i}{achter}", reden="overlapt")
            for i in sorted(dubbel)
        ]

    return Toets(
        betekenis=d, veld=veld, patronen=(f"/{veld}/*{achter}",), lees=lees, snel="len(v) == 1"
    )


def _hooguit(klasse: type[Any], veld: str, d: b.Hooguit) -> Toets:
    pad, ander = Veldpad(klasse, voeg(veld, d.eigen)), kenmerk(klasse, d.ander)
    tegen = Veldpad(klasse, d.ander).patroon

    def lees(obj: Any, lezing: Lezing) -> Sequence[Vondst]:
        heel, delen = ander(obj), pad.waarden(obj)
        if heel is None or not delen:
            return GEEN
        lezing.gezien.add(b.Hooguit)
        if sum(delen) <= heel:
            return GEEN
        return [Vondst(soort=b.Hooguit, pad=pad.lijst, reden="meer_dan_geheel", ander=tegen)]

    een = not (d.eigen or pad.meer) and Veldpad(klasse, d.ander).altijd
    return Toets(
        betekenis=d,
        veld=veld,
        patronen=(pad.lijst,),
        lees=lees,
        snel=f"v <= o.{d.ander}" if een else None,
    )


_MAKERS: Final[Mapping[type[Betekenis], Callable[[type[Any], str, Any], Toets]]] = {
    b.Uniek: _uniek,
    b.Ander: _ander,
    b.Verwijst: _verwijst,
    b.Strookt: _strookt,
    b.Eindigt: _eindigt,
    b.Gebeurd: _gebeurd,
    b.NietVoor: _volgorde,
    b.NietNa: _volgorde,
    b.GeenOverlap: _geen_overlap,
    b.Hooguit: _hooguit,
    **veldmeer.MAKERS,
}


def maak(klasse: type[Any], veld: str, betekenis: Betekenis) -> Toets:
    """Return the declaration on a field, ready to be read; TypeError when the class forbids it."""
    return _MAKERS[type(betekenis)](klasse, veld, betekenis)
