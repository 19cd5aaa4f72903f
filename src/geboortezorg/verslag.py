"""From the answers of rules to a report: findings, outcomes, and the summary."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, final

from geboortezorg.betekenis import Eindigt
from geboortezorg.bevroren import anders
from geboortezorg.bron import Verificatie, minstens, zwakste
from geboortezorg.rapport import (
    Aanvulling,
    Bevinding,
    Declaratieregeluitkomsten,
    Ernst,
    Oorzaak,
    Parameter,
    Rapport,
    RegelUitkomst,
    Samenvatting,
    Uitkomst,
    gemeen,
)
from geboortezorg.regels.eigenaren import EIGENAREN
from geboortezorg.regels.invoer import vorm
from geboortezorg.regels.plan import Plan
from geboortezorg.regels.regel import NIET_VAN_TOEPASSING, UITSLAGEN, Melding, Regel, Uitslag
from geboortezorg.regels.register import THEMA_PER_VOORVOEGSEL

MAX_BEVINDINGEN: Final = 1000
"""Most findings that a report lists; the most serious are listed."""

MAX_PLAATSEN: Final = 10_000
"""Most places that one finding lists after its first."""

_GESCHONDEN: Final = Uitkomst.GESCHONDEN
_NIET_BEOORDEELD: Final = Uitkomst.NIET_BEOORDEELD
_RANG: Final = {ernst: rang for rang, ernst in enumerate(Ernst)}
_DECLARATIEREGEL: Final = "/declaratieregels/"
_OORZAKEN: Final = tuple(Oorzaak)
_GEEN: Final = frozenset[int]()

_ZWAK_NL: Final = " Niet afgekeurd: de grond is {grond}."
_ZWAK_EN: Final = " Not refused: the ground is {grond}."

_UITKOMSTEN: Final[dict[tuple[object, ...], RegelUitkomst]] = {}
"""Outcomes are shared between reports: a document without findings allocates none."""

_MAX_UITKOMSTEN: Final = 65_536


def uitkomst(
    regel: Regel, uitkomst_: Uitkomst, grond: Verificatie, tabellen: tuple[str, ...]
) -> RegelUitkomst:
    """Return the outcome of one rule."""
    sleutel = (regel.code, uitkomst_, grond, tabellen)
    gedeeld = _UITKOMSTEN.get(sleutel)
    if gedeeld is None:
        if len(_UITKOMSTEN) >= _MAX_UITKOMSTEN:
            _UITKOMSTEN.clear()
        gedeeld = _UITKOMSTEN[sleutel] = RegelUitkomst(
            code=regel.code,
            versie=regel.versie,
            uitkomst=uitkomst_,
            verificatie=grond,
            tabellen=tabellen,
        )
    return gedeeld


_ZONDER_INHOUD: Final = frozenset({"invoer", "samenhang"})
"""Themes whose rules say nothing of the substance of a document."""

_OVER_TIJDVAKKEN: Final = frozenset(
    code
    for (betekenis, _), paden in EIGENAREN.items()
    if betekenis is Eindigt
    for code in paden.values()
)
"""Rules that say whether periods are reversed, under the codes of their themes: no substance."""


@cache
def _inhoudelijk(code: str) -> bool:
    """Say of a rule whether one like it must have judged, where a kind of document has any."""
    thema = THEMA_PER_VOORVOEGSEL[code.split("-")[1]]
    return thema not in _ZONDER_INHOUD and code not in _OVER_TIJDVAKKEN


@final
class Patroon:
    """The outcomes of all rules for a document, which many documents have in common."""

    __slots__ = ("niets_beoordeeld", "regels", "telling", "uitkomsten")

    def __init__(self, uitkomsten: Iterable[RegelUitkomst], regels: tuple[Regel, ...] = ()) -> None:
        self.uitkomsten = tuple(uitkomsten)
        geteld = Counter(regel.uitkomst for regel in self.uitkomsten)
        self.telling = {uitkomst_: geteld[uitkomst_] for uitkomst_ in Uitkomst}
        self.regels = regels
        """The rules that gave these outcomes."""
        inhoudelijk = [u.uitkomst for u in self.uitkomsten if _inhoudelijk(u.code)]
        self.niets_beoordeeld = bool(inhoudelijk) and set(inhoudelijk) == {
            Uitkomst.NIET_VAN_TOEPASSING
        }
        """Whether there are rules of substance, and none of them judged anything."""


RAPPORTEN: Final[dict[Hashable, tuple[Rapport, object]]] = {}
"""Reports by all that they hang on, each with what must be kept for as long."""

_MAX_RAPPORTEN: Final = 4096
"""Most reports that are kept, of all patterns together: one takes about a kilobyte."""


def bewaar(sleutel: Hashable, rapport: Rapport, van: object) -> Rapport:
    """Keep a report for other documents that have it in common, and return it."""
    if gemeen(rapport):
        if len(RAPPORTEN) >= _MAX_RAPPORTEN:
            RAPPORTEN.clear()
        RAPPORTEN[sleutel] = rapport, van
    return rapport


_PATRONEN: Final[dict[object, Patroon]] = {}
_MAX_PATRONEN: Final = 4096


def patroon(
    plan: Plan,
    regels: tuple[Regel, ...],
    antwoorden: Sequence[Uitslag],
    tabellen: Sequence[tuple[int, tuple[str, ...]]],
) -> Patroon:
    """Return the outcomes of the rules, made once for each pattern of answers.

    `antwoorden` are those of the rules that the plan runs. `tabellen` says at which rules more tables were consulted, and which by then.
    """
    sleutel = (plan, *antwoorden, *tabellen)
    gedeeld = _PATRONEN.get(sleutel)
    if gedeeld is None or gedeeld.regels is not regels:
        alle = [*plan.vooraf]
        for plaats, antwoord in zip(plan.plaatsen, antwoorden, strict=True):
            alle[plaats] = antwoord
        gedeeld = _bewaar(sleutel, Patroon(_uitkomsten(regels, alle, tabellen), regels))
    return gedeeld


def anders_beantwoord(van: Patroon, regel: Regel, uitslag: Uitslag) -> Patroon:
    """Return outcomes of which one rule has another answer."""
    sleutel = (van, uitslag)
    gedeeld = _PATRONEN.get(sleutel)
    if gedeeld is None:
        grond = uitslag.verificatie or regel.verificatie
        nieuw = uitkomst(regel, uitslag.uitkomst, grond, ())
        uitkomsten = [nieuw if u.code == regel.code else u for u in van.uitkomsten]
        gedeeld = _bewaar(sleutel, Patroon(uitkomsten, van.regels))
    return gedeeld


def zonder_model(regel: Regel, regels: tuple[Regel, ...]) -> Patroon:
    """Return the outcomes when a rule on the input was broken: all of `regels`, or it alone.

    The others judged nothing, but for that on the bytes where these could be read.
    """
    sleutel = (regel.code, id(regels))
    gedeeld = _PATRONEN.get(sleutel)
    if gedeeld is None or gedeeld.regels is not regels:
        die_twee = {vorm.invoer.code: Uitkomst.VOLDAAN, regel.code: Uitkomst.GESCHONDEN}
        uitkomsten = [
            uitkomst(r, die_twee.get(r.code, Uitkomst.NIET_BEOORDEELD), r.verificatie, ())
            for r in regels or (regel,)
        ]
        gedeeld = _bewaar(sleutel, Patroon(uitkomsten, regels))
    return gedeeld


def _bewaar(sleutel: object, nieuw: Patroon) -> Patroon:
    if len(_PATRONEN) >= _MAX_PATRONEN:
        _PATRONEN.clear()
    _PATRONEN[sleutel] = nieuw
    return nieuw


def _uitkomsten(
    regels: Sequence[Regel],
    antwoorden: Sequence[Uitslag],
    tabellen: Sequence[tuple[int, tuple[str, ...]]],
) -> Iterator[RegelUitkomst]:
    erbij = dict(tabellen)
    namen: tuple[str, ...] = ()
    for nummer, (regel, antwoord) in enumerate(zip(regels, antwoorden, strict=True)):
        namen = erbij.get(nummer, namen)
        grond = antwoord.verificatie or regel.verificatie
        rust_op = regel.gebruikt_tabellen and antwoord is not NIET_VAN_TOEPASSING
        yield uitkomst(regel, antwoord.uitkomst, grond, namen if rust_op else ())


def bevindingen(
    regel: Regel, meldingen: Sequence[Melding], drempel: Verificatie
) -> list[Bevinding]:
    """Return the findings of one rule: one for each cause, with every place that has it."""
    return antwoord(regel, meldingen, drempel)[0]


def antwoord(
    regel: Regel, meldingen: Sequence[Melding], drempel: Verificatie
) -> tuple[list[Bevinding], Uitslag]:
    """Return the findings of one rule, and what it answers by them."""
    if len(meldingen) == 1:
        (melding,) = meldingen
        gezegd = _gezegd(_oorzaak(regel, melding, drempel), regel, melding, drempel)
        return [gezegd.op_plek(melding.pad)], gezegd.uitslag
    groepen: dict[Hashable, tuple[_Gezegd, list[str]]] = {}
    for melding in meldingen:
        oorzaak = _oorzaak(regel, melding, drempel)
        groep = groepen.get(oorzaak)
        if groep is None:
            groepen[oorzaak] = _gezegd(oorzaak, regel, melding, drempel), [melding.pad]
        else:
            groep[1].append(melding.pad)
    uit = [gezegd.op(plaatsen) for gezegd, plaatsen in groepen.values()]
    uitslagen = [gezegd.uitslag for gezegd, _ in groepen.values()]
    if len(uitslagen) == 1:
        return uit, uitslagen[0]
    uitkomst_ = _GESCHONDEN if _GESCHONDEN in [u.uitkomst for u in uitslagen] else _NIET_BEOORDEELD
    gronden = [u.verificatie or regel.verificatie for u in uitslagen]
    return uit, UITSLAGEN[uitkomst_, zwakste(*gronden)]


@final
class _Gezegd:
    """What a rule says of a cause, wherever it is found.

    It keeps the rule and the source, so that no others can get their ids.
    """

    __slots__ = ("bron", "en", "ernst", "nl", "parameters", "reden", "regel", "uitkomst", "uitslag")

    def __init__(self, regel: Regel, melding: Melding, drempel: Verificatie) -> None:
        """Find the words: on a ground below the bar a breach becomes a warning."""
        tekst = regel.redenen[melding.reden]
        parameters = dict(melding.parameters)
        nl, en = tekst.nl.format_map(parameters), tekst.en.format_map(parameters)
        uitkomst_, ernst = melding.uitkomst, regel.ernst
        grond = melding.verificatie or regel.verificatie
        if uitkomst_ is Uitkomst.NIET_BEOORDEELD:
            ernst = Ernst.WAARSCHUWING if melding.vermoeden else Ernst.INFO
        elif ernst is Ernst.FOUT and not minstens(grond, drempel):
            uitkomst_, ernst = Uitkomst.NIET_BEOORDEELD, Ernst.WAARSCHUWING
            nl += _ZWAK_NL.format(grond=grond.value)
            en += _ZWAK_EN.format(grond=grond.value)
        self.regel, self.reden, self.bron = regel, melding.reden, melding.bron or regel.bron
        self.uitkomst, self.ernst, self.nl, self.en = uitkomst_, ernst, nl, en
        self.uitslag = UITSLAGEN[uitkomst_, grond]
        """What the rule answers when this is all that it has to say."""
        self.parameters = tuple(
            Parameter(naam=naam, waarde=waarde) for naam, waarde in melding.parameters
        )

    def op(self, plaatsen: list[str]) -> Bevinding:
        """Return the finding about these places, each once."""
        pad, *ook_op = dict.fromkeys(plaatsen)
        return self._bevinding(pad, tuple(ook_op)) if ook_op else self.op_plek(pad)

    def op_plek(self, pad: str) -> Bevinding:
        """Return the finding about one place, which documents share."""
        gedeeld = _OP_EEN_PLEK.get((self, pad))
        if gedeeld is None:
            if len(_OP_EEN_PLEK) >= _MAX_PLEKKEN:
                _OP_EEN_PLEK.clear()
            gedeeld = _OP_EEN_PLEK[self, pad] = self._bevinding(pad, ())
        return gedeeld

    def _bevinding(self, pad: str, ook_op: tuple[str, ...]) -> Bevinding:
        return Bevinding(
            code=self.regel.code,
            uitkomst=self.uitkomst,
            ernst=self.ernst,
            pad=pad,
            ook_op=ook_op,
            reden=self.reden,
            tekst=self.nl,
            tekst_en=self.en,
            bron=self.bron,
            parameters=self.parameters,
            retourcodes=self.regel.retourcodes,
        )


_GEZEGD: Final[dict[Hashable, _Gezegd]] = {}
_MAX_GEZEGD: Final = 1024


def _oorzaak(regel: Regel, melding: Melding, drempel: Verificatie) -> Hashable:
    """Return what meldingen have in common that are one finding."""
    bron = melding.bron
    return (
        id(regel),
        drempel,
        melding.reden,
        melding.uitkomst,
        melding.verificatie,
        melding.vermoeden,
        melding.parameters,
        None if bron is None else id(bron),
    )


def _gezegd(oorzaak: Hashable, regel: Regel, melding: Melding, drempel: Verificatie) -> _Gezegd:
    """Return what a rule says of a cause, made once."""
    gezegd = _GEZEGD.get(oorzaak)
    if gezegd is None:
        if len(_GEZEGD) >= _MAX_GEZEGD:
            _GEZEGD.clear()
        gezegd = _GEZEGD[oorzaak] = _Gezegd(regel, melding, drempel)
    return gezegd


_OP_EEN_PLEK: Final[dict[tuple[_Gezegd, str], Bevinding]] = {}
"""Findings on one place, of all causes together."""

_MAX_PLEKKEN: Final = 4096


def begrens(alle: list[Bevinding]) -> tuple[tuple[Bevinding, ...], int]:
    """Return the findings that a report lists, and how many places it leaves out."""
    if len(alle) > MAX_BEVINDINGEN:  # what decides the verdict may not be left out
        alle = sorted(alle, key=lambda bevinding: _RANG[bevinding.ernst])
    weggelaten = 0
    for bevinding in alle[MAX_BEVINDINGEN:]:
        weggelaten += len(bevinding.plaatsen)
    getoond = alle[:MAX_BEVINDINGEN]
    for nummer, bevinding in enumerate(getoond):
        te_veel = len(bevinding.ook_op) - MAX_PLAATSEN
        if te_veel > 0:
            weggelaten += te_veel
            getoond[nummer] = anders(bevinding, ook_op=bevinding.ook_op[:MAX_PLAATSEN])
    return tuple(getoond), weggelaten


def samenvatting(patroon_: Patroon, alle: Sequence[Bevinding], aantal: int | None) -> Samenvatting:
    """Return what was judged and what not; `aantal` is that of the declaratieregels, if any."""
    telling = patroon_.telling
    nodig: dict[tuple[str, str], int] = {}
    lijnen: dict[Oorzaak | None, set[int]] = {}
    for bevinding in alle:
        oorzaak = bevinding.oorzaak
        lijnen.setdefault(oorzaak, set()).update(_lijnen(bevinding))
        if oorzaak is Oorzaak.ONBEKEND:
            soort = (bevinding.code, bevinding.reden)
            nodig[soort] = nodig.get(soort, 0) + 1 + len(bevinding.ook_op)
    return Samenvatting(
        voldaan=telling[Uitkomst.VOLDAAN],
        geschonden=telling[Uitkomst.GESCHONDEN],
        niet_van_toepassing=telling[Uitkomst.NIET_VAN_TOEPASSING],
        niet_beoordeeld=telling[Uitkomst.NIET_BEOORDEELD],
        oorzaken=tuple([oorzaak for oorzaak in _OORZAKEN if oorzaak in lijnen]),
        aanvullingen=tuple(
            [
                Aanvulling(code=code, reden=reden, plaatsen=plaatsen)
                for (code, reden), plaatsen in nodig.items()
            ]
        ),
        declaratieregels=None if aantal is None else _per_declaratieregel(lijnen, aantal),
    )


def _lijnen(bevinding: Bevinding) -> Iterator[int]:
    """Yield the number of the declaratieregel that each place is in."""
    for plaats in bevinding.plaatsen:
        voor, _, rest = plaats.partition(_DECLARATIEREGEL)
        nummer = rest.partition("/")[0]
        if nummer.isdecimal() and not voor:
            yield int(nummer)


def _per_declaratieregel(
    lijnen: Mapping[Oorzaak | None, set[int]], aantal: int
) -> Declaratieregeluitkomsten:
    """Return the gravest outcome of each line."""
    geschonden = lijnen.get(None, _GEEN)
    twijfel = lijnen.get(Oorzaak.TWIJFEL, _GEEN) - geschonden
    onbekend = lijnen.get(Oorzaak.ONBEKEND, _GEEN) - geschonden - twijfel
    return Declaratieregeluitkomsten(
        aantal=aantal,
        geschonden=tuple(sorted(geschonden)),
        twijfel=tuple(sorted(twijfel)),
        onbekend=tuple(sorted(onbekend)),
    )
