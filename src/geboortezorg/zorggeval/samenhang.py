"""What the list of prestaties says of lines beside each other: one reading for every rule."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, final

import attrs

from geboortezorg.geld import Exact
from geboortezorg.model.prestatie import Telgrens
from geboortezorg.tijd import DAGEN_ZWANGERSCHAP, dagen_tussen
from geboortezorg.zorggeval.post import Post

if TYPE_CHECKING:
    from geboortezorg.zorggeval.geval import Zorggeval


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


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Samenloop:
    """A line that cannot stand beside another one."""

    post: Post
    botsing: Botsing
    ander: str
    """The stable name of the prestatie that it stands beside, variants aside."""


def wortel(post: Post) -> str:
    """Return the prestatie of a line, or the one of which it is a variant."""
    prestatie = post.prestatie
    return post.prestatie_id if prestatie is None else prestatie.variant_van or post.prestatie_id


def samenlopen(geval: "Zorggeval") -> list[Samenloop]:
    """Return every line of one woman that cannot stand beside another. Costs as many as lines."""
    if not geval.een_vrouw:
        return []
    uit: list[Samenloop] = []
    for posten in geval.zwangerschappen:
        begrensd = [post for post in posten if _begrensd(post)]
        uit += _herhaald(geval, begrensd)
        uit += _delen(geval, posten)
        uit += _keuzes(geval, begrensd)
        uit += _kinderen(geval, begrensd)
    return uit


def _begrensd(post: Post) -> bool:
    """Say whether the list of prestaties bounds how often a line can be there."""
    prestatie = post.prestatie
    return prestatie is not None and (
        prestatie.eenmalig or prestatie.telgrens is not None or prestatie.keuzegroep is not None
    )


def zwangerschappen(geval: "Zorggeval") -> list[list[Post]]:
    """Return the counting lines by pregnancy, in the order of the document.

    A dossier is one pregnancy. A declaratie does not tell, but care of which the first day lies
    longer after other care than a pregnancy lasts is of a later one.
    """
    tellend = geval.tellend
    if geval.dossier is not None:
        return [tellend]
    uit: list[list[Post]] = []
    vorige = None
    for post in sorted(tellend, key=lambda post: post.declaratieregel.periode.van):
        begin = post.declaratieregel.periode.van
        if vorige is None or dagen_tussen(vorige, begin) > DAGEN_ZWANGERSCHAP:
            uit.append([])
        uit[-1].append(post)
        vorige = begin
    for posten in uit:
        posten.sort(key=lambda post: post.nummer)
    return uit


def _herhaald(_: "Zorggeval", posten: Iterable[Post]) -> Iterator[Samenloop]:
    """Once is a quantity, not a number of lines."""
    per_aanbieder: dict[tuple[str, str], Exact] = {}
    aanbieders: dict[str, str] = {}
    for post in posten:
        prestatie = post.prestatie
        per_vrouw = prestatie is not None and prestatie.telgrens is Telgrens.EEN_PER_VROUW
        if not per_vrouw and not (prestatie is not None and prestatie.eenmalig):
            continue
        naam, agb = wortel(post), post.declaratieregel.zorgaanbieder_agb
        eerste = aanbieders.setdefault(naam, agb)
        per_aanbieder[agb, naam] = per_aanbieder.get((agb, naam), 0) + (post.aantal or 1)
        if per_aanbieder[agb, naam] > 1:
            yield Samenloop(post=post, botsing=Botsing.HERHAALD, ander=naam)
        if per_vrouw and agb != eerste:
            yield Samenloop(post=post, botsing=Botsing.HERHAALD_ELDERS, ander=naam)


def _delen(_: "Zorggeval", posten: Iterable[Post]) -> Iterator[Samenloop]:
    omvat: dict[str, dict[str, dict[str, None]]] = {}
    gelezen: set[tuple[str, str]] = set()
    for post in posten:
        prestatie, agb = post.prestatie, post.declaratieregel.zorgaanbieder_agb
        if prestatie is None or (prestatie.prestatie_id, agb) in gelezen:
            continue
        gelezen.add((prestatie.prestatie_id, agb))
        for deel in prestatie.bestanddelen:
            omvat.setdefault(deel, {}).setdefault(agb, {})[wortel(post)] = None
    for post in posten if omvat else ():
        aanbieders = omvat.get(post.prestatie_id) or omvat.get(wortel(post), {})
        eigen = aanbieders.get(post.declaratieregel.zorgaanbieder_agb)
        if eigen is not None:
            for geheel in eigen:
                yield Samenloop(post=post, botsing=Botsing.DEEL, ander=geheel)
        elif aanbieders:
            geheel = min(min(gehelen) for gehelen in aanbieders.values())
            yield Samenloop(post=post, botsing=Botsing.DEEL_ELDERS, ander=geheel)


def _keuzes(_: "Zorggeval", posten: Iterable[Post]) -> Iterator[Samenloop]:
    gekozen: dict[tuple[str, str], str] = {}
    for post in posten:
        if post.prestatie is None or post.prestatie.keuzegroep is None:
            continue
        sleutel = (post.declaratieregel.zorgaanbieder_agb, post.prestatie.keuzegroep)
        eerste = gekozen.setdefault(sleutel, wortel(post))
        if eerste != wortel(post):
            yield Samenloop(post=post, botsing=Botsing.KEUZE, ander=eerste)


def _kinderen(geval: "Zorggeval", posten: Iterable[Post]) -> Iterator[Samenloop]:
    geteld: dict[str, Exact] = {}
    bekend = _aantal_kinderen(geval)
    for post in posten:
        prestatie = post.prestatie
        if prestatie is None or prestatie.telgrens is not Telgrens.EEN_PER_VOLGEND_KIND:
            continue
        naam = wortel(post)
        geteld[naam] = geteld.get(naam, 0) + (post.aantal or 1)
        if bekend is None:
            yield Samenloop(post=post, botsing=Botsing.KINDEREN_ONBEKEND, ander=naam)
        elif geteld[naam] > bekend - 1:
            yield Samenloop(post=post, botsing=Botsing.MEER_KINDEREN, ander=naam)


def _aantal_kinderen(geval: "Zorggeval") -> int | None:
    if geval.dossier is None:
        return None
    genoemd, geboren = len(geval.dossier.kinderen), geval.dossier.zwangerschap
    if geboren.aantal_geboren_kinderen is None:
        return genoemd or None
    return max(genoemd, geboren.aantal_geboren_kinderen)
