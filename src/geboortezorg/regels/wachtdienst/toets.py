"""How a roster is held to a bound of the law: for whom, on which days, and with what known.

A breach is reported from what the roster holds alone: more work or more duties could only make it
worse. That a bound was kept is only said of a roster that is complete over all that the bound is
about; of windows that reach beyond it nothing is said.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, final

from geboortezorg.berekening.tijdlijn import ETMAAL, dag, minuten_op_de_klok, minuut
from geboortezorg.berekening.wachtdienst.consignatie import Bezetter, Bezetting
from geboortezorg.berekening.wachtdienst.diensten import Dienst, Indeler
from geboortezorg.berekening.wachtdienst.normen import Grenzen, grenzen, volledige_norm
from geboortezorg.bevroren import anders
from geboortezorg.bron import zwakste
from geboortezorg.model.wachtdienst import (
    Afwijking,
    Arbeidsverhouding,
    Leeftijdsgroep,
    Tijdruimte,
    Wachtdienst,
    Wachtdienstrooster,
    Wachtdienstsoort,
    Werkzaamheid,
)
from geboortezorg.rapport import Uitkomst
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    VOLDAAN,
    Melding,
    Resultaat,
    Tekst,
    onbeoordeeld,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.normen import GevondenNorm

SOORTEN: Final = ("wachtdienst",)
WACHTDIENST: Final = "/wachtdiensten/*"
SOORT: Final = "/wachtdiensten/*/wachtdienstsoort"
ARBEID: Final = "/arbeid/*"
GEWERKT: Final = "/wachtdiensten/*/oproepen/*/gewerkt"
VOLLEDIG: Final = "/volledig_over"
LEEFTIJD: Final = "/leeftijdsgroep"
WERKZAAMHEID: Final = "/werkzaamheid"
REGELING: Final = "/collectieve_regeling"

CONSIGNATIE: Final = frozenset({Wachtdienstsoort.CONSIGNATIE})
OPROEPBAAR: Final = CONSIGNATIE | {Wachtdienstsoort.BEREIKBAARHEIDSDIENST}

VOOR_TOESTAND: Final = Tekst(
    "Voor deze dag is geen tekst van deze norm gezien. Toets aan de tekst van toen, of geef die in "
    "een eigen normtabel mee, als {normen}.",
    "For this day no text of this norm was seen. Check against the text of that time, or supply "
    "it in a normtabel of your own, as {normen}.",
)
REDENEN_WET: Final[Mapping[str, Tekst]] = {
    "voor_toestand": VOOR_TOESTAND,
    "norm_wisselt": Tekst(
        "Binnen dit rooster verandert deze norm. Splits het rooster op de dag waarop zij ingaat.",
        "Within this roster the norm changes. Split the roster on the day on which it begins.",
    ),
    "verhouding_onbekend": Tekst(
        "Hier wordt een grens van de wet overschreden, maar die geldt alleen voor een werknemer. "
        "Vul in arbeidsverhouding in of deze persoon in loondienst is of zelfstandig.",
        "Here a bound of the law is exceeded, but it only holds for an employee. State in "
        "arbeidsverhouding whether this person is employed or self-employed.",
    ),
}
REDENEN: Final[Mapping[str, Tekst]] = {
    **REDENEN_WET,
    "niet_volledig": Tekst(
        "Geen overschrijding gevonden, maar het rooster is niet volledig over alles waar deze "
        "grens over gaat. Zet in volledig_over waarover het volledig is.",
        "No breach was found, but the roster is not complete over all that this bound is about. "
        "State in volledig_over over what time it is complete.",
    ),
}
REDENEN_ARBEID: Final[Mapping[str, Tekst]] = {
    **REDENEN,
    "aanwezigheidsdienst": Tekst(
        "Geen overschrijding gevonden, maar hoe de aanwezigheidsdienst in dit rooster als arbeid "
        "telt, is niet gezien. Toets dit zelf aan het Arbeidstijdenbesluit; hier is daarvoor niets "
        "in te vullen.",
        "No breach was found, but how the aanwezigheidsdienst in this roster counts as work was "
        "not seen. Check this against the Arbeidstijdenbesluit yourself; there is nothing to fill "
        "in for it here.",
    ),
}
REDEN_LEEFTIJD: Final[Mapping[str, Tekst]] = {
    "leeftijd_onbekend": Tekst(
        "De grens voor 16 en 17 jaar wordt overschreden. Vul de leeftijdsgroep in, of splits het "
        "rooster op de dag waarop de werknemer volwassen werd.",
        "The bound for those of 16 and 17 is exceeded. Fill in the leeftijdsgroep, or split the "
        "roster on the day on which the employee came of age.",
    ),
}
REDEN_REGELING: Final[Mapping[str, Tekst]] = {
    "regeling_onbekend": Tekst(
        "De grens wordt overschreden, maar een collectieve regeling kan dit toestaan. Vul in "
        "waarvan zij afwijkt, en bij een arts of verloskundige ook de werkzaamheid.",
        "The bound is exceeded, but a collective arrangement can allow this. State from what it "
        "deviates, and for a physician or midwife also the werkzaamheid.",
    ),
}
REDEN_WERKZAAMHEID: Final[Mapping[str, Tekst]] = {
    "werkzaamheid_onbekend": Tekst(
        "Of hier een grens wordt overschreden, hangt af van de werkzaamheid, die bij deze "
        "bereikbaarheidsdienst niet bekend is. Vul de werkzaamheid in.",
        "Whether a bound is exceeded here depends on the werkzaamheid, which is not known beside "
        "this bereikbaarheidsdienst. Fill in the werkzaamheid.",
    ),
}
REDEN_KORT: Final[Mapping[str, Tekst]] = {
    "te_kort": Tekst(
        "Geen overschrijding gevonden, maar het rooster is volledig over minder dan de {dagen} "
        "dagen waarover deze grens geldt. Lever een langer rooster.",
        "No breach was found, but the roster is complete over less than the {dagen} days for which "
        "this bound holds. Supply a longer roster.",
    ),
}

_BEGRIPPEN: Final = ("atw-begrippen", "atw-oproep")


def wet_geldt(rooster: Wachtdienstrooster) -> bool:
    """Say whether chapter 5 of the law can hold for this person."""
    return (
        rooster.arbeidsverhouding is not Arbeidsverhouding.ZELFSTANDIG
        and rooster.werkzaamheid is not Werkzaamheid.MEDISCH_SPECIALIST
    )


Plaats = tuple[int, int, str]
"""Begin and end, in minutes since 1970 (UTC), and the place in the roster."""


@final
class Roosterblad:
    """A roster with the bounds that hold on its days."""

    def __init__(self, w: Werkblad, normen: Sequence[GevondenNorm]) -> None:
        self.w = w
        self.grens: Grenzen = {
            sleutel: waarde
            for norm in reversed(normen)
            for sleutel, waarde in grenzen(norm).items()
        }
        """Bounds of the norm that is judged, and of those that it needs besides."""
        self.rooster = w.als(Wachtdienstrooster)

    def bezet(self, soorten: frozenset[Wachtdienstsoort] = OPROEPBAAR) -> Bezetting:
        """Return the roster as stretches of time, in which some kinds count as consignatie."""
        oproep = tuple((sleutel, self.grens[sleutel]) for sleutel in ("tussentijd", "minimum"))
        return self.w.gedeeld(Bezetter(soorten=soorten, oproep=oproep))

    @cached_property
    def diensten(self) -> tuple[Dienst, ...]:
        """Its shifts, in order."""
        return self.w.gedeeld(Indeler.van(self.grens))

    @property
    def begin(self) -> int:
        """When the first work begins."""
        return self._werk[0][0]

    def pad(self, einde: int) -> str:
        """Return the place of the last work that began before the end of a window."""
        return self._werk[bisect_left(self._werk, (einde,)) - 1][2]

    @cached_property
    def _werk(self) -> list[Plaats]:
        return sorted([*gewone_arbeid(self.rooster), *werk_na_oproep(self.rooster)])

    def te_kort(self, venster: int, *tempo: tuple[int, int]) -> list[Melding]:
        """Return that the roster is too short, when going on like this would break the bound.

        `tempo` has what was counted in the roster, and the most in a window; the bound would be
        broken when all are exceeded. A window whose length is a clock change off is no lack.
        """
        volledig = self.rooster.volledig_over
        if volledig is None:
            return []
        duur = minuten_op_de_klok(minuut(volledig.begin), minuut(volledig.einde))
        if duur >= venster or any(aantal * venster <= meest * duur for aantal, meest in tempo):
            return []
        return [onbeoordeeld(VOLLEDIG, "te_kort", dagen=venster // ETMAAL)]

    def per_leeftijd(self, overtredingen: Callable[[str], list[Melding]]) -> list[Melding]:
        """Return what is found with the bounds for the age; `overtredingen` is given how their keys begin.

        Those for 16 and 17 are stricter: what breaks the others breaks them too.
        """
        groep = self.rooster.leeftijdsgroep
        if groep is Leeftijdsgroep.TOT_18:
            return overtredingen("jeugd.")
        meldingen = overtredingen("")
        if meldingen or groep is Leeftijdsgroep.VANAF_18 or not overtredingen("jeugd."):
            return meldingen
        return [onbeoordeeld(LEEFTIJD, "leeftijd_onbekend")]

    def wijkt_af(
        self, afwijking: Afwijking, werkzaamheden: frozenset[Werkzaamheid] | None = None
    ) -> bool | None:
        """Say whether a collective arrangement deviates; None when that is not known."""
        werkzaamheid, regeling = self.rooster.werkzaamheid, self.rooster.collectieve_regeling
        if werkzaamheden and werkzaamheid is not None and werkzaamheid not in werkzaamheden:
            return False
        if regeling is None:
            return None
        if afwijking not in regeling.afwijkingen:
            return False
        return None if werkzaamheden and werkzaamheid is None else True


def met_afwijking(
    mag: bool | None, meldingen: list[Melding], ruimer: Callable[[], list[Melding]]
) -> list[Melding]:
    """Return what is left of a breach when a collective arrangement may allow it."""
    if mag is False or not meldingen:
        return meldingen
    over = ruimer()
    if mag or over:
        return over
    return [onbeoordeeld(REGELING, "regeling_onbekend", vermoeden=True)]


def bereikbaarheidsnormen(w: Werkblad) -> list[GevondenNorm]:
    """Return the norms that can hold for the bereikbaarheidsdiensten, by what is known of them.

    None when there is no bereikbaarheidsdienst, several when the werkzaamheid is not known.
    """
    rooster = w.als(Wachtdienstrooster)
    diensten = op_wacht(rooster, {Wachtdienstsoort.BEREIKBAARHEIDSDIENST})
    if not diensten:
        return []
    op = dag(min(diensten)[0])
    werkzaamheden = list(Werkzaamheid) if rooster.werkzaamheid is None else [rooster.werkzaamheid]
    gezocht = (
        volledige_norm(w.context.normen, f"atb-bereikbaarheidsdienst.{soort}", op)
        for soort in werkzaamheden
    )
    return [norm for norm in gezocht if norm is not None]


def toets(
    w: Werkblad,
    norm_id: str,
    overtredingen: Callable[[Roosterblad], list[Melding]],
    *,
    ook: Iterable[str] = (),
    soorten: frozenset[Wachtdienstsoort] | None = None,
    venster: str | None = None,
    arbeid: bool = False,
    volledig: bool = True,
) -> Resultaat:
    """Return what `overtredingen` finds, or else whether the roster tells enough to say that it is well.

    The bound is about wachtdiensten of some kinds, or without `soorten` about work. `ook` are
    norms that it needs besides. `venster` is the key of the time over which the roster must be
    complete at least; `arbeid` says that all work must be known, `volledig` that
    the roster must be complete over what the bound is about.
    """
    rooster = w.als(Wachtdienstrooster)
    if not wet_geldt(rooster):
        return NIET_VAN_TOEPASSING
    plaatsen = (
        [*gewone_arbeid(rooster), *werk_na_oproep(rooster)]
        if soorten is None
        else op_wacht(rooster, soorten)
    )
    if not plaatsen:
        return NIET_VAN_TOEPASSING
    begin, _, pad = min(plaatsen)
    einde = max(tot for _, tot, _ in plaatsen)
    nodig = (norm_id, *ook, *_BEGRIPPEN)
    gevonden = {naam: volledige_norm(w.context.normen, naam, dag(begin)) for naam in nodig}
    normen = [norm for norm in gevonden.values() if norm is not None]
    if missen := [naam for naam, norm in gevonden.items() if norm is None]:
        return [onbeoordeeld(pad, "voor_toestand", normen=", ".join(missen))]
    for naam, norm in zip(gevonden, normen, strict=True):
        eerste, laatste = dag(begin), dag(einde - 1)
        for op in (laatste, *w.context.normen.wissels(naam, eerste, laatste)):
            if volledige_norm(w.context.normen, naam, op) != norm:
                return [onbeoordeeld(pad, "norm_wisselt")]
        w.norm_gebruikt(norm, dag(begin))
    blad = Roosterblad(w, normen)
    meldingen = overtredingen(blad)
    if meldingen:
        return [_op_grond(melding, normen[0], rooster) for melding in meldingen]
    aanwezig = op_wacht(rooster, {Wachtdienstsoort.AANWEZIGHEIDSDIENST})
    if (soorten is None or arbeid) and aanwezig:
        return [onbeoordeeld(f"{aanwezig[0][2]}/wachtdienstsoort", "aanwezigheidsdienst")]
    if not volledig:
        return VOLDAAN
    over = rooster.volledig_over
    if over is None or begin < minuut(over.begin) or einde > minuut(over.einde):
        return [onbeoordeeld(VOLLEDIG, "niet_volledig")]
    if venster is not None and minuut(over.einde) - minuut(over.begin) < blad.grens[venster]:
        return [onbeoordeeld(VOLLEDIG, "te_kort", dagen=blad.grens[venster] // ETMAAL)]
    return VOLDAAN


def _op_grond(melding: Melding, norm: GevondenNorm, rooster: Wachtdienstrooster) -> Melding:
    """Return a finding with the source of the norm that was used, if it is sure to hold."""
    if melding.uitkomst is not Uitkomst.GESCHONDEN:
        return melding
    if rooster.arbeidsverhouding is None:
        return onbeoordeeld(melding.pad, "verhouding_onbekend", vermoeden=True)
    grond = zwakste(melding.verificatie or norm.verificatie, norm.verificatie)
    return anders(melding, bron=norm.bron, verificatie=grond)


def op_wacht(
    rooster: Wachtdienstrooster, soorten: Iterable[Wachtdienstsoort] = tuple(Wachtdienstsoort)
) -> list[Plaats]:
    """Return the wachtdiensten of some kinds; what ends before it begins is left out."""
    diensten = enumerate(rooster.wachtdiensten)
    return _plaatsen(
        (f"/wachtdiensten/{i}", d) for i, d in diensten if d.wachtdienstsoort in soorten
    )


def gewone_arbeid(rooster: Wachtdienstrooster) -> list[Plaats]:
    """Return the work that did not follow from a call."""
    return _plaatsen((f"/arbeid/{i}", deel) for i, deel in enumerate(rooster.arbeid))


def werk_na_oproep(rooster: Wachtdienstrooster) -> list[Plaats]:
    """Return the work that followed from calls, in every kind of wachtdienst."""
    return _plaatsen(
        (f"/wachtdiensten/{i}/oproepen/{j}/gewerkt", oproep.gewerkt)
        for i, dienst in enumerate(rooster.wachtdiensten)
        for j, oproep in enumerate(dienst.oproepen)
        if oproep.gewerkt is not None
    )


def _plaatsen(delen: Iterable[tuple[str, Tijdruimte | Wachtdienst]]) -> list[Plaats]:
    return [
        (minuut(deel.begin), minuut(deel.einde), pad)
        for pad, deel in delen
        if deel.einde > deel.begin
    ]
