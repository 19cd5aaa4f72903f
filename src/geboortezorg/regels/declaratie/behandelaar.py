"""What one care provider did, declared under two AGB-codes: of a practice and of a person."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    Nodig,
    Resultaat,
    Tekst,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.zorggeval import Post, wortel


@regel(
    code="GZ-REGEL-009",
    titel=Tekst(
        "Wat een zorgverlener deed, staat er onder een declarant",
        "What a care provider did stands there under one declarant",
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.COD954,
    velden=("/declaratieregels/*/zorgaanbieder_agb",),
    nodig=Nodig(leden=("/declaratieregels/*/behandelaar_agb",)),
    redenen={
        "twee_declaranten": Tekst(
            "Een andere declarant declareert dezelfde prestatie van dezelfde zorgverlener over een "
            "of meer van deze dagen. Laat een van beide weg, of verbeter behandelaar_agb.",
            "Another declarant declares the same prestatie of the same care provider over one or "
            "more of these days. Leave one of them out, or correct behandelaar_agb.",
        )
    },
    retourcodes=("0587",),
)
def een_declarant(w: Werkblad) -> Resultaat:
    """No care of one woman is declared by a practice and by whoever gave it, or by two practices.

    A suspicion only: a care provider can have seen her twice on a day, for two practices.
    """
    if not any(post.declaratieregel.behandelaar_agb for post in w.posten):
        return NIET_VAN_TOEPASSING
    dubbel: dict[int, Post] = {}
    toegepast = elders = False
    for geval in w.zorggevallen:
        per_persoon: dict[tuple[str, str], list[Post]] = {}
        for post in geval.tellend:
            agb, naam = post.declaratieregel.zorgaanbieder_agb, wortel(post)
            for persoon in {agb, post.declaratieregel.behandelaar_agb or agb}:
                per_persoon.setdefault((naam, persoon), []).append(post)
        toegepast = toegepast or bool(per_persoon)
        elders = elders or (bool(per_persoon) and not geval.een_vrouw)
        for posten in per_persoon.values() if geval.een_vrouw else ():
            dubbel.update((post.nummer, post) for post in _ook_elders(posten))
    meldingen = [
        onbeoordeeld(post.pad("zorgaanbieder_agb"), "twee_declaranten", vermoeden=True)
        for _, post in sorted(dubbel.items())
    ]
    return uitslag(meldingen, toegepast, elders=elders)


class _Laatste(NamedTuple):
    """The last day so far of what one declarant declares, and its line."""

    einde: date
    post: Post


def _ook_elders(posten: Iterable[Post]) -> Iterator[Post]:
    """Yield the later line of each two that share a day and not their declarant."""
    laatsten: dict[str, _Laatste] = {}
    for post in sorted(posten, key=lambda post: post.declaratieregel.periode.van):
        agb, periode = post.declaratieregel.zorgaanbieder_agb, post.declaratieregel.periode
        for ander, (einde, eerder) in laatsten.items():
            if ander != agb and einde >= periode.van:
                yield max(eerder, post, key=lambda post: post.nummer)
        if agb not in laatsten or laatsten[agb].einde < periode.tot_en_met:
            laatsten[agb] = _Laatste(periode.tot_en_met, post)
        if len(laatsten) > 2:  # of all others the two that last longest tell as much
            del laatsten[min(laatsten, key=lambda naam: laatsten[naam].einde)]
