"""What the list of prestaties says of lines beside each other: one reading for every rule."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final, final

from geboortezorg.bevroren import bevroren
from geboortezorg.geld import Exact
from geboortezorg.model.prestatie import Fase, Prestatie, Telgrens
from geboortezorg.tijd import DAGEN_ZWANGERSCHAP, dagen_tussen
from geboortezorg.zorggeval.groep import Groep
from geboortezorg.zorggeval.post import Post

if TYPE_CHECKING:
    from geboortezorg.zorggeval.geval import Zorggeval


_PER_VROUW: Final = Telgrens.EEN_PER_VROUW
_PER_KIND: Final = Telgrens.EEN_PER_VOLGEND_KIND
_ERNA: Final = (Fase.POSTNATAAL,)


class Botsing(StrEnum):
    """How a line stands in the way of another one."""

    HERHAALD = "herhaald"
    """Its provider declares more of it than once for the pregnancy."""
    HERHAALD_ELDERS = "herhaald_elders"
    """Another provider declares what can be declared once for the pregnancy."""
    DEEL = "deel"
    """Its care is part of what its provider declares as a whole."""
    DEEL_ELDERS = "deel_elders"
    """Its care is part of what another provider declares as a whole."""
    KEUZE = "keuze"
    """Its provider declares another prestatie of which only one applies."""
    MEER_KINDEREN = "meer_kinderen"
    """There are not so many further children."""
    KINDEREN_ONBEKEND = "kinderen_onbekend"
    """How many children there are is not known."""
    TEGELIJK = "tegelijk"
    """Another provider declares care of its phase over the same days."""
    DAGEN_ONBEKEND = "dagen_onbekend"
    """Another provider declares its phase, after a birth, and of its own care one day is told."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Samenloop:
    """A line that cannot stand beside another one."""

    post: Post
    botsing: Botsing
    ander: str
    """The stable name of the prestatie that it stands beside, variants aside."""
    mogelijk_eerder: bool = False
    """Whether a part can be of an earlier pregnancy: it ended before the whole began."""


def wortel(van: Post | Groep) -> str:
    """Return the prestatie of a line or a group, or the one of which it is a variant."""
    prestatie = van.prestatie
    return van.prestatie_id if prestatie is None else prestatie.variant_van or van.prestatie_id


_Namen = frozenset[str]

Beperkingen = tuple[Mapping[str, str], _Namen, _Namen, _Namen, _Namen, _Namen]
"""Which of some prestaties the list holds against other lines, by their stable names.

What is once for a pregnancy, each with the prestatie of which it is a variant, or itself; what
includes another one of these; what another one of these includes; what is one of a few of which only
one applies, empty when there are no two of these; what is once for every child after the first; and
what is care of a phase that each provider can have a part of.
"""


def beperkingen(prestaties: Collection[Prestatie]) -> Beperkingen:
    """Return what the list says of some prestaties beside each other."""
    namen = {naam for p in prestaties for naam in (p.prestatie_id, p.variant_van)}

    def van(zegt: Callable[[Prestatie], bool]) -> frozenset[str]:
        return frozenset(p.prestatie_id for p in prestaties if zegt(p))

    keuzes = van(lambda p: p.keuzegroep is not None)
    bestanddelen = {deel for p in prestaties for deel in p.bestanddelen}
    return (
        {
            p.prestatie_id: p.variant_van or p.prestatie_id
            for p in prestaties
            if p.eenmalig or p.telgrens is _PER_VROUW
        },
        van(lambda p: not namen.isdisjoint(p.bestanddelen)),
        van(lambda p: not bestanddelen.isdisjoint((p.prestatie_id, p.variant_van))),
        keuzes if len(keuzes) > 1 else _GEEN,
        van(lambda p: p.telgrens is _PER_KIND),
        van(
            lambda p: (
                p.eenmalig and p.telgrens is None and p.peildatum_start_zorg and len(p.fasen) == 1
            )
        ),
    )


_GEEN: Final = frozenset[str]()


def samenlopen(geval: "Zorggeval", beperkt: Beperkingen) -> list[Samenloop]:
    """Return every line of one woman that cannot stand beside another. Costs as many as lines.

    What is `beperkt` is known of the prestaties of her lines, or of more than these.
    """
    eens, gehelen, delen, keuzes, kinderen, zorg = beperkt
    if not geval.een_vrouw:
        return []
    if geval.dossier is None and (gehelen or keuzes or kinderen):  # those of other women, perhaps
        hier = {groep.prestatie_id for groep in geval.groepen}
        if hier.isdisjoint(gehelen) or hier.isdisjoint(delen):
            gehelen = _GEEN
        if len(hier & keuzes) < 2:
            keuzes = _GEEN
        kinderen &= hier
    if not (gehelen or keuzes or kinderen) and _elk_een_keer(geval.groepen, eens):
        return []
    uit: list[Samenloop] = []
    for posten in geval.zwangerschappen:
        if eens:
            uit += _herhaald([post for post in posten if post.prestatie_id in eens])
        if gehelen:
            uit += _delen(
                [post for post in posten if post.prestatie_id in gehelen],
                [post for post in posten if post.prestatie_id in delen],
                een=geval.dossier is not None,
            )
        if keuzes:
            uit += _keuzes([post for post in posten if post.prestatie_id in keuzes])
        if kinderen:
            uit += _kinderen(geval, [post for post in posten if post.prestatie_id in kinderen])
        if zorg:
            uit += _tegelijk([post for post in posten if post.prestatie_id in zorg])
    return uit


def in_een_zwangerschap(geval: "Zorggeval") -> bool:
    """Say at a glance that all lines are of one pregnancy."""
    return geval.dossier is not None or geval.vogelvlucht.binnen(DAGEN_ZWANGERSCHAP)


def zwangerschappen(geval: "Zorggeval") -> list[list[Post]]:
    """Return the counting lines by pregnancy, in the order of the document.

    A dossier is one pregnancy. A declaratie does not tell, but care of which the first day lies
    longer after other care than a pregnancy lasts is of a later one, unless it names a start
    before that: complete care that is declared again when all is over stays of its pregnancy. Of
    a later one it is too when it began after a birth, and names another as long after that.
    """
    tellend = geval.tellend
    if in_een_zwangerschap(geval):
        return [tellend]
    uit: list[list[Post]] = []
    vorige = laatste = geboren = date.min
    for post in sorted(tellend, key=lambda post: post.declaratieregel.periode.van):
        van = post.declaratieregel.periode.van
        begin = min(post.declaratieregel.startdatum_zorg or van, van)
        partus = post.declaratieregel.datum_partus or date.min
        volgende = dagen_tussen(laatste, begin) > DAGEN_ZWANGERSCHAP or (
            date.min < geboren < begin and dagen_tussen(geboren, partus) > DAGEN_ZWANGERSCHAP
        )
        if not uit or (volgende and dagen_tussen(vorige, van) > DAGEN_ZWANGERSCHAP):
            uit.append([])
            laatste, geboren = begin, partus
        uit[-1].append(post)
        vorige, laatste, geboren = van, max(laatste, begin), max(geboren, partus)
    for posten in uit:
        posten.sort(key=lambda post: post.nummer)
    return uit


def _elk_een_keer(groepen: Iterable[Groep], eens: Mapping[str, str]) -> bool:
    """Say whether of each of these prestaties, variants aside, there is but one of one line."""
    wortels: set[str] = set()
    for groep in groepen:
        naam = eens.get(groep.prestatie_id)
        if naam is not None and groep.telt:
            if naam in wortels or not groep.enkel:
                return False
            wortels.add(naam)
    return True


def _herhaald(posten: Iterable[Post]) -> Iterator[Samenloop]:
    """Once is a quantity, not a number of lines."""
    per_aanbieder: dict[tuple[str, str], Exact] = {}
    aanbieders: dict[str, str] = {}
    for post in posten:
        per_vrouw = post.prestatie is not None and post.prestatie.telgrens is _PER_VROUW
        naam, agb = wortel(post), post.declaratieregel.zorgaanbieder_agb
        eerste = aanbieders.setdefault(naam, agb)
        per_aanbieder[agb, naam] = per_aanbieder.get((agb, naam), 0) + (post.aantal or 1)
        if per_aanbieder[agb, naam] > 1:
            yield Samenloop(post=post, botsing=Botsing.HERHAALD, ander=naam)
        if per_vrouw and agb != eerste:
            yield Samenloop(post=post, botsing=Botsing.HERHAALD_ELDERS, ander=naam)


def _delen(gehelen: Iterable[Post], delen: Sequence[Post], *, een: bool) -> Iterator[Samenloop]:
    """Yield the parts beside their wholes; `een` says that all are of one pregnancy."""
    hier = {naam for post in delen for naam in (post.prestatie_id, wortel(post))}
    omvat: dict[str, dict[str, dict[str, None]]] = {}
    gelezen: set[tuple[str, str]] = set()
    begin: dict[tuple[str, str], date] = {}
    for post in gehelen:
        bestanddelen = () if post.prestatie is None else post.prestatie.bestanddelen
        agb = post.declaratieregel.zorgaanbieder_agb
        van, sleutel = post.declaratieregel.periode.van, (agb, wortel(post))
        begin[sleutel] = min(van, begin.get(sleutel, van))
        if (post.prestatie_id, agb) in gelezen:
            continue
        gelezen.add((post.prestatie_id, agb))
        for deel in hier.intersection(bestanddelen):
            omvat.setdefault(deel, {}).setdefault(agb, {})[wortel(post)] = None
    for post in delen:
        aanbieders = omvat.get(post.prestatie_id) or omvat.get(wortel(post), {})
        agb, einde = post.declaratieregel.zorgaanbieder_agb, post.declaratieregel.periode.tot_en_met
        eigen = aanbieders.get(agb)
        if eigen is not None:
            for geheel in eigen:
                eerder = not een and einde < begin[agb, geheel]
                yield Samenloop(
                    post=post, botsing=Botsing.DEEL, ander=geheel, mogelijk_eerder=eerder
                )
        elif aanbieders:
            geheel = min(min(gehelen) for gehelen in aanbieders.values())
            yield Samenloop(post=post, botsing=Botsing.DEEL_ELDERS, ander=geheel)


def _keuzes(posten: Iterable[Post]) -> Iterator[Samenloop]:
    gekozen: dict[tuple[str, str | None], str] = {}
    for post in posten:
        groep = None if post.prestatie is None else post.prestatie.keuzegroep
        sleutel = (post.declaratieregel.zorgaanbieder_agb, groep)
        eerste = gekozen.setdefault(sleutel, wortel(post))
        if eerste != wortel(post):
            yield Samenloop(post=post, botsing=Botsing.KEUZE, ander=eerste)


def _kinderen(geval: "Zorggeval", posten: Iterable[Post]) -> Iterator[Samenloop]:
    geteld: dict[str, Exact] = {}
    bekend = _aantal_kinderen(geval)
    for post in posten:
        naam = wortel(post)
        geteld[naam] = geteld.get(naam, 0) + (post.aantal or 1)
        if bekend is None:
            yield Samenloop(post=post, botsing=Botsing.KINDEREN_ONBEKEND, ander=naam)
        elif geteld[naam] > bekend - 1:
            yield Samenloop(post=post, botsing=Botsing.MEER_KINDEREN, ander=naam)


def _tegelijk(posten: Sequence[Post]) -> Iterator[Samenloop]:
    """Yield care over days of which another provider has more than the first, in the same phase.

    What is of one day may be that of the invoice: after a birth, when one follows the other without
    having parts of their own, it hides which days these were.
    """
    yield from _zonder_dagen(posten)
    per_fase: dict[tuple[Fase, ...], dict[str, Post]] = {}
    for post in sorted(posten, key=lambda post: post.declaratieregel.periode.van):
        agb, periode = post.declaratieregel.zorgaanbieder_agb, post.declaratieregel.periode
        if post.prestatie is None or periode.dagen == 1:
            continue
        laatsten = per_fase.setdefault(post.prestatie.fasen, {})
        for naam, ander in laatsten.items():
            if naam != agb and _einde(ander) > periode.van:
                yield Samenloop(post=post, botsing=Botsing.TEGELIJK, ander=wortel(ander))
                break
        if agb not in laatsten or _einde(laatsten[agb]) < periode.tot_en_met:
            laatsten[agb] = post
        if len(laatsten) > 2:  # of all others the two that last longest tell as much
            del laatsten[min(laatsten, key=lambda naam: _einde(laatsten[naam]))]


def _zonder_dagen(posten: Iterable[Post]) -> Iterator[Samenloop]:
    erna = [post for post in posten if post.prestatie and post.prestatie.fasen == _ERNA]
    if len({post.declaratieregel.zorgaanbieder_agb for post in erna}) < 2:
        return
    for post in erna:
        if post.declaratieregel.periode.dagen == 1 and post.episode is None:
            yield Samenloop(post=post, botsing=Botsing.DAGEN_ONBEKEND, ander=wortel(post))


def _einde(post: Post) -> date:
    return post.declaratieregel.periode.tot_en_met


def _aantal_kinderen(geval: "Zorggeval") -> int | None:
    if geval.dossier is None:
        return None
    genoemd, geboren = len(geval.dossier.kinderen), geval.dossier.zwangerschap
    if geboren.aantal_geboren_kinderen is None:
        return genoemd or None
    return max(genoemd, geboren.aantal_geboren_kinderen)
