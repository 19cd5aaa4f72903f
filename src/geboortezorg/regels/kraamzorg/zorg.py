"""What the rules on kraamzorg share: the day of birth, the indication, and declared hours."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Final, final

from geboortezorg.berekening.kraamzorg import uren as berekening
from geboortezorg.bevroren import veranderlijk
from geboortezorg.geld import Exact, exact
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.kraamzorg import (
    GeleverdeKraamzorg,
    Indicatieprotocol,
    Kraamzorgindicatie,
    Voeding,
)
from geboortezorg.model.prestatie import Prestatie, Regime
from geboortezorg.model.zwangerschap import WijzeEinde
from geboortezorg.regels.nodig import Nodig
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.normen import GevondenNorm, normen
from geboortezorg.tijd import LAATSTE_DATUM, dag_na
from geboortezorg.zorggeval import Beeld, Dagzorg, Groep, Post, Zorggeval, beeld

UITZONDERING: Final = normen().norm(berekening.UITZONDERING).looptijd
"""From when on kraamzorg may go on after day 10, as the shipped norm says."""

KRAAMZORG_UUR: Final = "kraamzorg-uur"
"""The prestatie on whose lines hours of kraamzorg are declared."""

PARTUS_UUR: Final = "kraamzorg-partusassistentie-uur"
"""The prestatie on whose lines hours of partusassistentie are declared."""

PARTUS: Final = frozenset({"kraamzorg-partusassistentie", PARTUS_UUR})
"""The prestaties of partusassistentie."""

INTAKES: Final = frozenset({"kraamzorg-intake-thuis", "kraamzorg-intake-telefonisch"})
"""The prestaties of the intake."""

INSCHRIJVING: Final = "kraamzorg-inschrijving"
"""The prestatie of the registration."""

MET_KRAAMZORG: Final = Nodig(leden=("/geleverde_kraamzorg",), prestaties=(KRAAMZORG_UUR,))
"""Hours of kraamzorg, given or declared."""

MET_PARTUS: Final = Nodig(leden=("/partusassistenties",), prestaties=tuple(sorted(PARTUS)))
"""Partusassistentie, given or declared."""

_LIP: Final = Indicatieprotocol.LIP
_VOEDINGEN: Final = {voeding: f"voeding.{voeding}" for voeding in Voeding}
"""The keys of what each feeding adds to the basic package."""

_BEVALLING: Final = frozenset({None, WijzeEinde.PARTUS})

_ZORG: Final = PARTUS | {KRAAMZORG_UUR}


@final
@veranderlijk(kw_only=True, weakref_slot=False)
class Uren(Dagzorg):
    """Declared hours of one line that counts, somewhere within its days."""

    post: Post

    @property
    def agb(self) -> str:
        """AGB-code of the provider that declares them."""
        return self.post.declaratieregel.zorgaanbieder_agb

    def pad(self, veld: str) -> str:
        """Return the JSON Pointer to a field of the line."""
        return self.post.pad(veld)


def gedeclareerd(w: Werkblad, *prestaties: str) -> list[list[Uren]]:
    """Return the lines with hours of some prestaties, by pregnancy; without a BSN each apart.

    What credits took back in part counts for the part that is left.
    """
    hier = tuple(filter(w.per_prestatie.__contains__, prestaties))
    return w.samen(_gedeclareerd, w, hier) if hier else []


def _gedeclareerd(w: Werkblad, prestaties: tuple[str, ...]) -> list[list[Uren]]:
    uit: list[list[Uren]] = []
    for geval in w.zorggevallen:
        for posten in geval.per_zwangerschap(prestaties):
            groep = [uren for post in posten if (uren := _uren(post)) is not None]
            if groep:
                uit += [groep] if geval.een_vrouw else [[los] for los in groep]
    return uit


def _uren(post: Post) -> Uren | None:
    minuten, declaratieregel = post.minuten, post.declaratieregel
    if minuten is None:
        return None
    gevraagd = declaratieregel.declaratiebedrag_eurocent
    if post.netto_eurocent < gevraagd:
        minuten = exact(minuten * Fraction(post.netto_eurocent, gevraagd))
    periode = declaratieregel.periode
    return Uren(van=periode.van, tot_en_met=periode.tot_en_met, minuten=minuten, post=post)


def oogopslag(w: Werkblad) -> Beeld | None:
    """Return the declared hours of kraamzorg of a dossier at a glance, to see that all is well.

    None when that takes a closer look.
    """
    return None if w.dossier is None else oogopslag_van(w, w.zorggevallen[0])


def oogopslag_van(w: Werkblad, geval: Zorggeval) -> Beeld | None:
    """Return the same for one woman of a document.

    None when that takes a closer look: without any, with delivered days, which go before them,
    with a quantity that is no time, and with a reversed period. What is partly credited counts
    whole: what then fits, fits.
    """
    return w.samen(_oogopslagen)[geval]


def _oogopslagen(w: Werkblad) -> dict[Zorggeval, Beeld | None]:
    return {geval: _oogopslag(geval) for geval in w.zorggevallen}


def _oogopslag(geval: Zorggeval) -> Beeld | None:
    if geval.dossier is not None and geval.dossier.geleverde_kraamzorg:
        return None
    groepen = [groep for groep in geval.groepen if groep.prestatie_id == KRAAMZORG_UUR]
    delen = [deel for groep in groepen for deel in groep.in_minuten]
    minuten = [deel for deel in delen if deel is not None]
    if len(minuten) < len(delen):
        return None
    perioden = [lijn.periode for groep in groepen for lijn in groep.tellende_lijnen]
    return beeld([p.van for p in perioden], [p.tot_en_met for p in perioden], minuten)


def van_ander(w: Werkblad, prestaties: Collection[str]) -> Iterator[Post]:
    """Give the lines of a second organisation for what one does, unless each also gave care.

    A woman who is handed over gets care of both.
    """
    for geval in w.zorggevallen:
        van_wie = {g.zorgaanbieder_agb for g in geval.groepen if g.prestatie_id in prestaties}
        een = len(van_wie) < 2 or not geval.een_vrouw
        for posten in () if een else geval.zwangerschappen:
            zorg = {_agb(post) for post in posten if post.prestatie_id in _ZORG}
            eigen = [post for post in posten if post.prestatie_id in prestaties]
            if not zorg.issuperset(map(_agb, eigen)):
                yield from (post for post in eigen if _agb(post) != _agb(eigen[0]))


def zonder_zorg(w: Werkblad, prestatie: str) -> Iterator[Post]:
    """Give the lines of organisations that did no more for a woman, where another one did it too.

    Care that was declared, or a zorgepisode, tells of more. Of several with nothing the first may.
    """
    episodes = () if w.dossier is None else w.dossier.zorgepisodes
    had_zorg = {episode.zorgaanbieder.agb_code for episode in episodes}
    for geval in w.zorggevallen:
        van_wie = {g.zorgaanbieder_agb for g in geval.groepen if g.prestatie_id == prestatie}
        een = len(van_wie) < 2 or not geval.een_vrouw
        for posten in () if een else geval.zwangerschappen:
            zorg = had_zorg.union(_agb(post) for post in posten if post.prestatie_id in _ZORG)
            eigen = [post for post in posten if post.prestatie_id == prestatie]
            if zorg.isdisjoint(map(_agb, eigen)):
                zorg.update(map(_agb, eigen[:1]))
            yield from (post for post in eigen if _agb(post) not in zorg)


def van_invaller(w: Werkblad, prestaties: Collection[str]) -> Iterator[Post]:
    """Give the lines for what is done once of an organisation that only stood in for another.

    All its care lies between days of one that declares it too. A zorgepisode tells of more.
    """
    episodes = () if w.dossier is None else w.dossier.zorgepisodes
    had_zorg = {episode.zorgaanbieder.agb_code for episode in episodes}
    for geval in w.zorggevallen:
        van_wie = {g.zorgaanbieder_agb for g in geval.groepen if g.prestatie_id in prestaties}
        een = len(van_wie) < 2 or not geval.een_vrouw
        for posten in () if een else geval.zwangerschappen:
            eigen = [post for post in posten if post.prestatie_id in prestaties]
            dagen: dict[str, list[date]] = {_agb(post): [] for post in eigen}
            for post in posten:
                if post.prestatie_id in _ZORG and _agb(post) in dagen:
                    periode = post.declaratieregel.periode
                    dagen[_agb(post)] += (periode.van, periode.tot_en_met)
            zorg = {agb: (min(deel), max(deel)) for agb, deel in dagen.items() if deel}
            if not zorg:
                continue
            # Who began first and who ended last: only one organisation that did both encloses.
            eerste, laatste = (
                min(van for van, _ in zorg.values()),
                max(tot for _, tot in zorg.values()),
            )
            if (eerste, laatste) not in zorg.values():
                continue
            yield from (
                post
                for post in eigen
                if (zorg_van := zorg.get(_agb(post))) is not None
                and eerste < zorg_van[0] <= zorg_van[1] < laatste
                and _agb(post) not in had_zorg
            )


def _agb(post: Post) -> str:
    return post.declaratieregel.zorgaanbieder_agb


def is_eens(prestatie: Prestatie) -> bool:
    """Say whether kraamzorg is once for a pregnancy, other than an intake."""
    return prestatie.eenmalig and prestatie.regime is Regime.KRAAMZORG and not prestatie.sluit_uit


def bereidt_voor(prestatie: Prestatie) -> bool:
    """Say whether a prestatie is once, and of no phase: a registration or an intake."""
    return prestatie.eenmalig and prestatie.regime is Regime.KRAAMZORG and not prestatie.fasen


def is_aanmelding(prestatie: Prestatie) -> bool:
    """Say whether kraamzorg is once for a pregnancy, whatever the phase, or one of two."""
    return prestatie.regime is Regime.KRAAMZORG and (
        prestatie.eenmalig or bool(prestatie.sluit_uit)
    )


def posten_van(w: Werkblad, geval: Zorggeval, prestatie: str) -> Sequence[Post]:
    """Return the lines of one woman with a prestatie; of a dossier these are all of them."""
    if geval.dossier is not None:
        return w.per_prestatie.get(prestatie, ())
    return geval.van({prestatie})


def een_aanbieder(geval: Zorggeval) -> bool:
    """Say whether all hours of kraamzorg that are declared are of one organisation."""
    uren = [groep for groep in geval.groepen if groep.prestatie_id == KRAAMZORG_UUR]
    return len({groep.zorgaanbieder_agb for groep in uren if groep.telt}) == 1


def met_uren(w: Werkblad, *prestaties: str) -> list[Zorggeval]:
    """Return the women for whom hours of some prestaties are declared."""
    if w.dossier is not None and w.per_prestatie.keys().isdisjoint(prestaties):
        return []
    een = w.dossier is not None
    return [geval for geval in w.zorggevallen if een or _uurgroepen(geval, prestaties)]


def minuten_van(geval: Zorggeval, *prestaties: str) -> Exact | None:
    """Return the minutes of one woman together; None with a quantity that is no time.

    What is partly credited counts whole: what then fits, fits.
    """
    minuten: Exact = 0
    for groep in _uurgroepen(geval, prestaties):
        for deel in groep.in_minuten:
            if deel is None:
                return None
            minuten += deel
    return minuten


def _uurgroepen(geval: Zorggeval, prestaties: tuple[str, ...]) -> list[Groep]:
    return [groep for groep in geval.groepen if groep.prestatie_id in prestaties and groep.telt]


def in_dossier(w: Werkblad, *prestaties: str) -> list[Uren]:
    """Return the lines with hours of some prestaties of the one woman of a dossier."""
    return [uren for groep in gedeclareerd(w, *prestaties) for uren in groep]


def som(delen: Iterable[Uren]) -> Exact:
    """Return the minutes of some lines together."""
    return sum(uren.minuten for uren in delen)


def zonder_bevalling(dossier: Dossier) -> bool:
    """Say whether the pregnancy ended in another way than a birth, and no child was born."""
    anders = dossier.zwangerschap.wijze_einde not in _BEVALLING
    return anders and not any(kind.geboren for kind in dossier.kinderen)


def binnen_indicatie(dag: GeleverdeKraamzorg) -> bool:
    """Say whether a day is kraamzorg of the indication, not uitgestelde or other care."""
    return not (dag.uitgesteld or dag.buiten_indicatie)


def gewone_dagen(dossier: Dossier) -> list[tuple[int, GeleverdeKraamzorg]]:
    """Return the delivered days of the indication, with their places."""
    return [
        (plaats, dag)
        for plaats, dag in enumerate(dossier.geleverde_kraamzorg)
        if binnen_indicatie(dag)
    ]


class Leverdagen:
    """Delivered minutes by provider and day, to tell quickly how much a line can be about."""

    __slots__ = ("_per_aanbieder",)

    def __init__(self, dossier: Dossier) -> None:
        self._per_aanbieder: dict[str | None, tuple[list[date], list[int]]] = {}
        for _, dag in sorted(gewone_dagen(dossier), key=lambda deel: deel[1].datum):
            datums, samen = self._per_aanbieder.setdefault(dag.zorgaanbieder_agb, ([], [0]))
            datums.append(dag.datum)
            samen.append(samen[-1] + dag.duur_minuten)

    def dekken(self, post: Post, tot_en_met: date) -> bool:
        """Say whether what a line declares was delivered on its days up to this one."""
        geleverd, van = 0, post.declaratieregel.periode.van
        for agb in (None, post.declaratieregel.zorgaanbieder_agb):
            if agb in self._per_aanbieder:
                datums, samen = self._per_aanbieder[agb]
                geleverd += (
                    samen[bisect_right(datums, tot_en_met)] - samen[bisect_left(datums, van)]
                )
        return post.minuten is not None and post.minuten <= geleverd


def laatste_indicatie(
    dossier: Dossier, uiterlijk: date | None = None
) -> tuple[int, Kraamzorgindicatie] | None:
    """Return the place and the indication of the latest date; the last one of equal date.

    With `uiterlijk` one of a later date is passed over when there is an earlier one.
    """
    indicaties = dossier.kraamzorgindicaties
    if len(indicaties) < 2:
        return (0, indicaties[0]) if indicaties else None
    return max(
        enumerate(indicaties),
        key=lambda paar: (uiterlijk is None or paar[1].datum <= uiterlijk, paar[1].datum, paar[0]),
    )


def indicatiepad(plaats: int, veld: str) -> str:
    """Return the JSON Pointer to a field of an indication."""
    return f"/kraamzorgindicaties/{plaats}/{veld}"


def lip(w: Werkblad, indicatie: Kraamzorgindicatie) -> GevondenNorm | None:
    """Return the packages of the version of the LIP behind an indication, when they are known."""
    if indicatie.indicatieprotocol is not _LIP:
        return None
    norm = berekening.lip(indicatie.datum, indicatie.protocolversie, w.context.normen)
    return norm if isinstance(norm, GevondenNorm) else None


def basispakket(norm: GevondenNorm, voeding: Voeding | None = None) -> int:
    """Return the minutes of the basic package of the LIP; the largest when the feeding is not told."""
    if voeding is not None:
        return norm.waarde("basis") + norm.waarde(_VOEDINGEN[voeding])
    return norm.waarde("basis") + max(map(norm.waarde, _VOEDINGEN.values()))


def zorgdagen(w: Werkblad) -> tuple[date, date] | None:
    """Return the first and the last day of kraamzorg, delivered or declared; None without any."""
    zicht = oogopslag(w)
    if zicht is not None:
        return zicht.eerste, zicht.laatste
    dagen = [] if w.dossier is None else [dag.datum for _, dag in gewone_dagen(w.dossier)]
    if not dagen:
        dagen = [
            dag
            for groep in w.groepen
            if groep.prestatie_id == KRAAMZORG_UUR
            for lijn, minuten in zip(groep.tellende_lijnen, groep.in_minuten, strict=True)
            if minuten is not None
            for dag in (lijn.periode.van, lijn.periode.tot_en_met)
        ]
    return (min(dagen), max(dagen)) if dagen else None


def laatste_aanspraak(w: Werkblad, bevallen: date) -> date:
    """Return the last day of the claim to kraamzorg after a birth.

    The claim can be widened on the way: the norm of the day after its last one counts then.
    """
    laatste = bevallen
    for _ in range(2):
        norm = w.context.normen.geldend(berekening.AANSPRAAK, min(laatste, LAATSTE_DATUM))
        laatste = max(laatste, dag_na(bevallen, norm.waarde("dagen")))
    return dag_na(laatste, -1)


def zeker_aanspraak(w: Werkblad, bevallen: date) -> date:
    """Return the last day of that claim by the norm of any day."""
    return dag_na(bevallen, w.context.normen.laagste(berekening.AANSPRAAK, "dagen") - 1)
