"""National figures with their definitions: look them up, and compare them only when that is fair.

``cijfers().lookup("perinatale-sterfte", jaar=2019)`` gives each figure with its definition and
source. ``vergelijk`` answers for two figures of the same definition, and refuses any others.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Any, Final, final

from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.cijfers import (
    Cijfer,
    Cijfereenheid,
    Cijferstatus,
    Cijfertabel,
    Definitie,
    Licentie,
    verschillen,
)
from geboortezorg.tabellen import cijfercontrole, pakket
from geboortezorg.tabellen.cijfercontrole import waarvan
from geboortezorg.tabellen.fout import Melding, Pad, TabelFout, Tabelreden
from geboortezorg.tabellen.herkomst import ZIE, Herkomst, meegeleverd
from geboortezorg.tekst import Tekst, TekstFout, Tweetalig

_WAT: Final = {
    Tabelreden.DUBBELE_NAAM: Tekst(
        "een andere cijfertabel heeft deze naam al; geef haar een eigen naam",
        "another table of figures has this name already; give it a name of its own",
    ),
    Tabelreden.DUBBELE_DEFINITIE: Tekst(
        "een andere tabel heeft deze sleutel voor een andere definitie; neem die over, of kies een "
        "eigen sleutel",
        "another table has this key for another definition; copy that, or choose a key of your own",
    ),
    Tabelreden.OVERLAP: Tekst(
        "een andere eigen tabel heeft dit cijfer ook; haal een van beide weg",
        "another own table has this figure too; remove one of the two",
    ),
}

_EENHEDEN: Final = {
    Cijfereenheid.AANTAL: "",
    Cijfereenheid.DUIZENDTAL: " duizend",
    Cijfereenheid.PERCENTAGE: "%",
    Cijfereenheid.PER_DUIZEND: " per 1.000",
    Cijfereenheid.INDEXPERCENTAGE: "%",
    Cijfereenheid.JAREN: " jaar",
    Cijfereenheid.EURO: " euro",
    Cijfereenheid.MILJOEN_EURO: " miljoen euro",
}


_GEEN_DEFINITIE: Final = Tekst(
    "geen cijfertabel in gebruik heeft een definitie met deze naam",
    "no table of figures in use has a definition of this name",
)
_GEEN_ONDERWERP: Final = Tekst(
    "geen cijfertabel in gebruik heeft dit onderwerp",
    "no table of figures in use has this subject",
)


class OnbekendOnderwerp(Tweetalig, LookupError):
    """No table of figures in use has this subject or definition; that is not the same as zero."""


class Vergelijkreden(StrEnum):
    """Why two figures cannot be compared."""

    DEFINITIE = "definitie"
    """They count something else."""
    PERIODE = "periode"
    """The source of at least one gives no period."""


_NIET_TE_VERGELIJKEN: Final = {
    Vergelijkreden.DEFINITIE: Tekst(
        "de definities verschillen in: {velden}", "the definitions differ in: {velden}"
    ),
    Vergelijkreden.PERIODE: Tekst(
        "de bron van een van beide cijfers noemt geen periode",
        "the source of one of the two figures gives no period",
    ),
}


class NietVergelijkbaar(TekstFout):
    """Two figures may not be compared. `reden` says why.

    `velden` names the fields in which their definitions differ; it is empty for another reason.
    """

    def __init__(self, reden: Vergelijkreden, velden: tuple[str, ...] = ()) -> None:
        self.reden = reden
        self.velden = velden
        super().__init__(_NIET_TE_VERGELIJKEN[reden], velden=", ".join(velden))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by its facts, so that it survives a process boundary."""
        return type(self), (self.reden, self.velden)


@final
@bevroren(kw_only=True, weakref_slot=False)
class GevondenCijfer:
    """A figure with everything that must be told beside it."""

    cijfer: Cijfer
    definitie: Definitie
    bron: Bron
    """Source of the figure: its own, or else that of the table."""
    licentie: Licentie
    naamsvermelding: str
    """Text by which to name the source."""
    tabel: str
    """Name of the table."""
    eigen: bool = False
    """Whether that is an own table: one that lies over others, and goes before them."""
    vervangt: "GevondenCijfer | None" = None
    """The figure underneath that this own one replaces; None when there is none."""

    @property
    def exact(self) -> Fraction:
        """The published figure, exactly, in the unit of its definition."""
        return self.cijfer.exact

    @property
    def verificatie(self) -> Verificatie:
        """How well the figure was verified."""
        return self.bron.verificatie

    def __str__(self) -> str:
        """Return the figure in Dutch notation, with its unit and as many decimals as published."""
        teken = "-" if self.cijfer.waarde < 0 else ""
        heel, rest = divmod(abs(self.cijfer.waarde), 10**self.cijfer.decimalen)
        tekst = f"{heel:,}".replace(",", ".")
        if self.cijfer.decimalen:
            tekst += f",{rest:0{self.cijfer.decimalen}d}"
        return f"{teken}{tekst}{_EENHEDEN[self.definitie.eenheid]}"


class Voorbehoud(StrEnum):
    """What to tell beside the difference between two figures."""

    AFRONDING = "afronding"
    """The difference is not larger than rounding can explain."""
    STATUS = "status"
    """At least one of the figures is provisional or an estimate."""
    TOELICHTING = "toelichting"
    """At least one of the figures has a note."""
    BRON = "bron"
    """The figures come from different sources."""
    MEER_TEGELIJK = "meer_tegelijk"
    """The figures differ in more than one of period, area and category."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Verschil:
    """The difference between two figures of the same definition."""

    een: GevondenCijfer = attrs.field(repr=False)
    ander: GevondenCijfer = attrs.field(repr=False)
    verschil: Fraction
    """How much larger `ander` is than `een`, exactly, in the unit of their definition.

    For percentages these are percentage points."""
    marge: Fraction
    """How much rounding of the published figures may have moved that difference."""
    voorbehouden: tuple[Voorbehoud, ...]


@final
class Cijfers:
    """Tables of figures, to look up in. Immutable.

    `onder` are tables that these go before: an own figure replaces one of the same definition,
    area, category, period and status.
    """

    __slots__ = ("_definities", "_gevonden", "onder", "tabellen")

    def __init__(
        self,
        *tabellen: Cijfertabel,
        onder: "Cijfers | None" = None,
        herkomst: Sequence[Herkomst] = (),
    ) -> None:
        """Take tables that go together; :class:`TabelFout` with every reason when they do not.

        Two tables may share a definition by giving it the same key and the same content.
        `herkomst` says where each of them comes from, for messages.
        """
        self.tabellen: tuple[Cijfertabel, ...] = tabellen
        self.onder = onder
        self._definities: dict[str, Definitie] = {} if onder is None else dict(onder._definities)
        namen: set[str] = set() if onder is None else {tabel.naam for tabel in onder.tabellen}
        meldingen: list[Melding] = []
        eerder: dict[tuple[object, ...], tuple[Herkomst, Pad]] = {}
        waar = herkomst or [meegeleverd(tabel, "cijfers") for tabel in tabellen]
        for tabel, plek in zip(tabellen, waar, strict=True):
            if tabel.naam in namen:
                meldingen.append(_melding(plek, ("naam",), Tabelreden.DUBBELE_NAAM))
            namen.add(tabel.naam)
            gebreken = list(cijfercontrole.gebreken(tabel))
            meldingen += [plek.melding(g.reden, g.uitleg, g.pad) for g in gebreken]
            for i, definitie in enumerate(() if gebreken else tabel.definities):
                if self._definities.setdefault(definitie.definitie_id, definitie) != definitie:
                    pad = ("definities", i, "definitie_id")
                    meldingen.append(_melding(plek, pad, Tabelreden.DUBBELE_DEFINITIE))
            hier = {
                waarvan(cijfer): (plek, ("cijfers", i)) for i, cijfer in enumerate(tabel.cijfers)
            }
            meldingen += [
                _melding(*hier[sleutel], Tabelreden.OVERLAP, eerder[sleutel])
                for sleutel in hier
                if sleutel in eerder
            ]
            eerder = hier | eerder
        if meldingen:
            raise TabelFout(meldingen)
        self._gevonden = tuple(self._vind())

    @property
    def onderwerpen(self) -> tuple[str, ...]:
        """Every subject on which there is a definition, sorted."""
        return tuple(sorted({definitie.onderwerp for definitie in self._definities.values()}))

    @property
    def definities(self) -> tuple[Definitie, ...]:
        """Every definition, also those without figures, sorted by key."""
        return tuple(self._definities[sleutel] for sleutel in sorted(self._definities))

    def definitie(self, definitie_id: str) -> Definitie:
        """Return one definition by its key; :class:`OnbekendOnderwerp` when there is none."""
        gevonden = self._definities.get(definitie_id)
        if gevonden is None:
            raise OnbekendOnderwerp(_GEEN_DEFINITIE)
        return gevonden

    def add(self, *tabellen: Cijfertabel, herkomst: Sequence[Herkomst] = ()) -> "Cijfers":
        """Return these with own tables before them: of the same, those figures count instead."""
        return Cijfers(*tabellen, onder=self, herkomst=herkomst) if tabellen else self

    def lookup(
        self,
        onderwerp: str,
        *,
        definitie_id: str | None = None,
        jaar: int | None = None,
        gebied: str | None = None,
        categorie: str | None = None,
    ) -> tuple[GevondenCijfer, ...]:
        """Return every figure on a subject, in the order of the tables.

        `jaar` keeps figures whose period lies in that calendar year; a figure of another year is
        never given in its place. Nothing found means that nothing is known. Raises
        :class:`OnbekendOnderwerp` for a subject or definition that no table has, since that is
        more often a slip than an answer.
        """
        if onderwerp not in self.onderwerpen:
            raise OnbekendOnderwerp(_GEEN_ONDERWERP)
        if definitie_id is not None:
            self.definitie(definitie_id)
        return tuple(
            gevonden
            for gevonden in self
            if gevonden.definitie.onderwerp == onderwerp
            and definitie_id in {None, gevonden.cijfer.definitie_id}
            and gebied in {None, gevonden.cijfer.gebied}
            and categorie in {None, gevonden.cijfer.categorie}
            and (jaar is None or _in_jaar(gevonden.cijfer, jaar))
        )

    def __iter__(self) -> Iterator[GevondenCijfer]:
        """Yield every figure that counts: those underneath first, in the order of the tables."""
        return iter(self._gevonden)

    def _vind(self) -> Iterator[GevondenCijfer]:
        onder = {waarvan(gevonden.cijfer): gevonden for gevonden in self.onder or ()}
        eigen = {waarvan(cijfer) for tabel in self.tabellen for cijfer in tabel.cijfers}
        yield from (g for g in self.onder or () if waarvan(g.cijfer) not in eigen)
        for tabel in self.tabellen:
            for cijfer in tabel.cijfers:
                yield GevondenCijfer(
                    cijfer=cijfer,
                    definitie=self._definities[cijfer.definitie_id],
                    bron=cijfer.bron or tabel.bron,
                    licentie=tabel.licentie,
                    naamsvermelding=tabel.naamsvermelding,
                    tabel=tabel.naam,
                    eigen=self.onder is not None,
                    vervangt=onder.get(waarvan(cijfer)),
                )


def _melding(
    plek: Herkomst, pad: Pad, reden: Tabelreden, ander: tuple[Herkomst, Pad] | None = None
) -> Melding:
    uitleg = _WAT[reden]
    if ander is not None:
        uitleg = ZIE.met(uitleg=uitleg, ander=ander[0].melding(reden, uitleg, ander[1]).plaats)
    return plek.melding(reden, uitleg, pad)


def _in_jaar(cijfer: Cijfer, jaar: int) -> bool:
    periode = cijfer.periode
    return periode is not None and periode.van.year == jaar == periode.tot_en_met.year


def vergelijk(een: GevondenCijfer, ander: GevondenCijfer) -> Verschil:
    """Return how much larger `ander` is than `een`.

    Raises :class:`NietVergelijkbaar` when their definitions differ in anything but the key, or
    when a source gives no period: a difference between such figures says nothing.
    """
    velden = verschillen(een.definitie, ander.definitie)
    if velden:
        raise NietVergelijkbaar(Vergelijkreden.DEFINITIE, velden)
    if een.cijfer.periode is None or ander.cijfer.periode is None:
        raise NietVergelijkbaar(Vergelijkreden.PERIODE)
    verschil = ander.exact - een.exact
    marge = _afronding(een) + _afronding(ander)
    return Verschil(
        een=een,
        ander=ander,
        verschil=verschil,
        marge=marge,
        voorbehouden=tuple(_voorbehouden(een, ander, abs(verschil) <= marge != 0)),
    )


def _afronding(gevonden: GevondenCijfer) -> Fraction:
    """Return the most by which a published figure can differ from what was counted."""
    if gevonden.definitie.eenheid is Cijfereenheid.AANTAL:
        return Fraction(0)
    return Fraction(1, 2 * 10**gevonden.cijfer.decimalen)


def _voorbehouden(
    een: GevondenCijfer, ander: GevondenCijfer, binnen_afronding: bool
) -> Iterator[Voorbehoud]:
    e, a = een.cijfer, ander.cijfer
    if binnen_afronding:
        yield Voorbehoud.AFRONDING
    if {e.status, a.status} & {Cijferstatus.VOORLOPIG, Cijferstatus.RAMING}:
        yield Voorbehoud.STATUS
    if e.toelichting is not None or a.toelichting is not None:
        yield Voorbehoud.TOELICHTING
    if een.bron != ander.bron:
        yield Voorbehoud.BRON
    if [e.periode != a.periode, e.gebied != a.gebied, e.categorie != a.categorie].count(True) > 1:
        yield Voorbehoud.MEER_TEGELIJK


@cache
def cijfers() -> Cijfers:
    """Return the figures that ship with this library; read on first use, then kept."""
    return Cijfers(*pakket.modellen("cijfers"))
