"""Make declaratieregels, a declaratie or a dossier of which the tables fill in the amounts.

``Declarant(zorgaanbieder_agb=..., uzovi_code=...).declaratieregel("kraamzorg-uur", dag, uren=6)``
looks up the prestatie, converts the hours to its unit, takes the tariff of the right day, and
multiplies. Where the tables do not know, it raises :class:`Bouwfout` and makes nothing.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import count
from typing import Any, Final, TypeVar, final

import attrs

from geboortezorg.convert import Vormfouten, destructureer, structureer
from geboortezorg.model.declaratie import DebetCredit, Declaratie, Declaratieregel
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import MINUTEN, Eenheid, Prestatie
from geboortezorg.model.tarief import Tariefsoort
from geboortezorg.model.zwangerschap import WijzeEinde, Zwangerschap
from geboortezorg.tabellen import BuitenLooptijd, Gevonden, Onbekend, Tabellen, shipped
from geboortezorg.tekst import Tekst, TekstFout, TypeFout
from geboortezorg.tijd import Periode
from geboortezorg.zorggeval import EERSTE_DAG_START_ZORG, Post, zorggevallen

_T = TypeVar("_T")

_DUBBEL: Final = Tekst("geef aantal, of uren en minuten", "give aantal, or uren and minuten")
_REGEL: Final = "regel-"
_MET_BEDRAG: Final = frozenset({Tariefsoort.MAXIMUM, Tariefsoort.VAST})


class Bouwreden(StrEnum):
    """Why a line cannot be made."""

    PRESTATIE_ONBEKEND = "prestatie_onbekend"
    NIET_VAN_KRACHT = "niet_van_kracht"
    START_ZORG_ONBEKEND = "start_zorg_onbekend"
    GEEN_TARIEF_BEKEND = "geen_tarief_bekend"
    TARIEF_TOETST_NIET = "tarief_toetst_niet"
    GEEN_BEDRAG = "geen_bedrag"
    NIET_BIJ_VERZEKERAAR = "niet_bij_verzekeraar"
    OVER_TARIEFGRENS = "over_tariefgrens"
    AANTAL_ONTBREEKT = "aantal_ontbreekt"
    GEEN_TIJD = "geen_tijd"
    GEEN_HEEL_AANTAL = "geen_heel_aantal"
    VORM = "vorm"


_TEKSTEN: Final[Mapping[Bouwreden, Tekst]] = {
    Bouwreden.PRESTATIE_ONBEKEND: Tekst(
        "Deze prestatie staat in geen van de tabellen{bedoeld}. Verbeter de naam, geef eigen "
        "tabellen (tabellen=), of geef aantal= en tarief_eurocent=.",
        "This prestatie is in none of the tables{bedoeld_en}. Correct the name, give own tables "
        "(tabellen=), or give aantal= and tarief_eurocent=.",
    ),
    Bouwreden.NIET_VAN_KRACHT: Tekst(
        "{prestatie} is op de peildatum niet van kracht; de grens is {dag}. Verbeter de dag of de "
        "prestatie.",
        "{prestatie} is not in force on the decisive date; the bound is {dag}. Correct the day or "
        "the prestatie.",
    ),
    Bouwreden.START_ZORG_ONBEKEND: Tekst(
        "Het tarief van {prestatie} volgt de start van de zorg. Geef startdatum_zorg=; ligt die "
        "voor {dag}, geef dan tarief_eurocent=.",
        "The tariff of {prestatie} follows the start of care. Give startdatum_zorg=; when that "
        "lies before {dag}, give tarief_eurocent=.",
    ),
    Bouwreden.GEEN_TARIEF_BEKEND: Tekst(
        "Van {prestatie} is op de peildatum geen tarief bekend. Geef eigen tabellen (tabellen=) of "
        "het tarief (tarief_eurocent=).",
        "No tariff of {prestatie} is known on the decisive date. Give own tables (tabellen=) or "
        "the tariff (tarief_eurocent=).",
    ),
    Bouwreden.TARIEF_TOETST_NIET: Tekst(
        "Het bekende tarief van {prestatie} is onzeker ({belemmering}). Geef eigen tabellen "
        "(tabellen=) of het tarief (tarief_eurocent=).",
        "The known tariff of {prestatie} is uncertain ({belemmering}). Give own tables (tabellen=) "
        "or the tariff (tarief_eurocent=).",
    ),
    Bouwreden.GEEN_BEDRAG: Tekst(
        "De tabellen noemen voor {prestatie} geen bedrag dat de verzekeraar betaalt "
        "({tariefsoort}). Geef het tarief (tarief_eurocent=).",
        "The tables name no amount for {prestatie} that the insurer pays ({tariefsoort}). Give the "
        "tariff (tarief_eurocent=).",
    ),
    Bouwreden.NIET_BIJ_VERZEKERAAR: Tekst(
        "{prestatie} betaalt de Rijksbegroting sinds {dag}, geen verzekeraar. Laat de declaratieregel "
        "weg, of verbeter de dag.",
        "The state budget pays {prestatie} since {dag}, no insurer does. Leave the line out, or "
        "correct the day.",
    ),
    Bouwreden.OVER_TARIEFGRENS: Tekst(
        "De periode loopt door na {dag}, de laatste dag van het tarief van {prestatie}. Maak twee "
        "regels.",
        "The period runs on after {dag}, the last day of the tariff of {prestatie}. Make two lines.",
    ),
    Bouwreden.AANTAL_ONTBREEKT: Tekst(
        "{prestatie} gaat per {eenheid}. Geef aantal=, of bij een tijdseenheid uren= of minuten=.",
        "{prestatie} goes by {eenheid}. Give aantal=, or for a unit of time uren= or minuten=.",
    ),
    Bouwreden.GEEN_TIJD: Tekst(
        "{prestatie} gaat per {eenheid}, niet naar tijd. Geef aantal= in plaats van uren= of "
        "minuten=.",
        "{prestatie} goes by {eenheid}, not by time. Give aantal= in place of uren= or minuten=.",
    ),
    Bouwreden.GEEN_HEEL_AANTAL: Tekst(
        "De tijd is geen heel aantal keer de eenheid van {prestatie} ({eenheid}). Rond af zoals de "
        "afspraak zegt.",
        "The time is no whole number of the unit of {prestatie} ({eenheid}). Round it as agreed.",
    ),
    Bouwreden.VORM: Tekst("Verwacht is: {verwacht}.", "Expected is: {verwacht_en}."),
}


class Bouwfout(TekstFout):
    """Something cannot be made. `reden` says why, `tekst` what to do in Dutch and English.

    It names our own fields and what the tables say, never a value that was given.
    """

    def __init__(self, reden: Bouwreden, **parameters: str) -> None:
        self.reden = reden
        self.parameters = parameters
        vorm = _TEKSTEN[reden]
        super().__init__(Tekst(vorm.nl.format_map(parameters), vorm.en.format_map(parameters)))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by its facts, so that it survives a process boundary."""
        return _bouwfout, (self.reden, self.parameters)


def _bouwfout(reden: Bouwreden, parameters: dict[str, str]) -> Bouwfout:
    return Bouwfout(reden, **parameters)


@final
@attrs.define(kw_only=True, eq=False)
class Declarant:
    """A provider that declares to one insurer, by the tables of one set.

    Lines without a reference of their own are numbered: regel-1, regel-2 and on, but for those that a
    line was given.
    """

    zorgaanbieder_agb: str
    uzovi_code: str
    tabellen: Tabellen = attrs.field(factory=shipped)
    _gemaakt: int = attrs.field(default=0, init=False, repr=False)
    _gegeven: set[str] = attrs.field(factory=set, init=False, repr=False)
    """Numbers that are not next in line, and that no line may get again."""

    def declaratieregel(
        self,
        prestatie: str,
        dag: date | Periode,
        *,
        aantal: int | None = None,
        uren: float | Fraction | None = None,
        minuten: int | None = None,
        tarief_eurocent: int | None = None,
        declaratiebedrag_eurocent: int | None = None,
        startdatum_zorg: date | None = None,
        zorgepisode_id: str | None = None,
        bsn: str | None = None,
        referentienummer: str | None = None,
    ) -> Declaratieregel:
        """Return a debit line for care on a day or in a period.

        `prestatie` is our stable name or the NZa/Vektis code. The quantity is `aantal`, in the
        unit of the prestatie, or `uren` and `minuten`, which must be a whole number of that unit;
        what goes by the piece is one piece unless said otherwise. `tarief_eurocent` is for a
        tariff that was agreed lower, or that the tables do not have. Other fields of the line
        can be added with ``attrs.evolve``. Raises :class:`Bouwfout`.
        """
        if aantal is not None and (uren is not None or minuten is not None):
            raise TypeFout(_DUBBEL)
        periode = dag if isinstance(dag, Periode) else Periode(van=dag, tot_en_met=dag)
        ontwerp = Declaratieregel(
            referentienummer=referentienummer or self._nummer(),
            zorgaanbieder_agb=self.zorgaanbieder_agb,
            uzovi_code=self.uzovi_code,
            prestatie=prestatie,
            periode=periode,
            aantal=1 if aantal is None else aantal,
            tarief_eurocent=tarief_eurocent or 0,
            bedrag_eurocent=0,
            declaratiebedrag_eurocent=0,
            debet_credit=DebetCredit.DEBET,
            startdatum_zorg=startdatum_zorg,
            zorgepisode_id=zorgepisode_id,
            bsn=bsn,
        )
        _keur(ontwerp)
        (geval,) = zorggevallen([ontwerp], self.tabellen)
        (post,) = geval.posten
        if post.prestatie is not None:
            aantal = _aantal(post.prestatie, aantal, uren, minuten)
        elif aantal is None or tarief_eurocent is None:
            raise self._onbekend(prestatie)
        tarief = _tarief(post, tarief_eurocent)
        bedrag = tarief * aantal
        return self._klaar(
            attrs.evolve(
                ontwerp,
                aantal=aantal,
                tarief_eurocent=tarief,
                bedrag_eurocent=bedrag,
                declaratiebedrag_eurocent=(
                    bedrag if declaratiebedrag_eurocent is None else declaratiebedrag_eurocent
                ),
            )
        )

    def credit(
        self, declaratieregel: Declaratieregel, *, referentienummer: str | None = None
    ) -> Declaratieregel:
        """Return the line that takes back a debit line as a whole."""
        return self._klaar(
            attrs.evolve(
                declaratieregel,
                referentienummer=referentienummer or self._nummer(),
                gerelateerd_referentienummer=declaratieregel.referentienummer,
                debet_credit=DebetCredit.CREDIT,
            )
        )

    def declaratie(
        self,
        eerste: Declaratieregel,
        *rest: Declaratieregel,
        factuurnummer: str,
        factuurdatum: date,
    ) -> Declaratie:
        """Return a message with these lines; its period is that of the lines together."""
        declaratieregels = (eerste, *rest)
        return _keur(
            Declaratie(
                declarant_agb=self.zorgaanbieder_agb,
                uzovi_code=self.uzovi_code,
                factuurnummer=factuurnummer,
                factuurdatum=factuurdatum,
                periode=Periode(
                    van=min(declaratieregel.periode.van for declaratieregel in declaratieregels),
                    tot_en_met=max(
                        declaratieregel.periode.tot_en_met for declaratieregel in declaratieregels
                    ),
                ),
                declaratieregels=declaratieregels,
            )
        )

    def _nummer(self) -> str:
        volgende = (f"{_REGEL}{nummer}" for nummer in count(self._gemaakt + 1))
        return next(naam for naam in volgende if naam not in self._gegeven)

    def _klaar(self, declaratieregel: Declaratieregel) -> Declaratieregel:
        """Count a line that can be made; one that cannot takes no number."""
        _keur(declaratieregel)
        self._gemaakt += 1
        nummer = declaratieregel.referentienummer
        if nummer.startswith(_REGEL) and nummer != f"{_REGEL}{self._gemaakt}":
            self._gegeven.add(nummer)
        return declaratieregel

    def _onbekend(self, prestatie: str) -> Bouwfout:
        namen = ", ".join(self.tabellen.suggest(prestatie))
        return Bouwfout(
            Bouwreden.PRESTATIE_ONBEKEND,
            bedoeld=f" (misschien bedoeld: {namen})" if namen else "",
            bedoeld_en=f" (perhaps meant: {namen})" if namen else "",
        )


def dossier(
    referentie: str,
    *declaratieregels: Declaratieregel,
    geboren: date | None = None,
    a_terme_datum: date | None = None,
) -> Dossier:
    """Return the dossier of one pregnancy with these lines; with `geboren`, of one that ended so.

    `referentie` may be a pseudonym. Everything else can be added with ``attrs.evolve``.
    """
    zwangerschap = Zwangerschap(
        a_terme_datum=a_terme_datum,
        datum_einde=geboren,
        wijze_einde=None if geboren is None else WijzeEinde.PARTUS,
    )
    return _keur(
        Dossier(referentie=referentie, zwangerschap=zwangerschap, declaratieregels=declaratieregels)
    )


def _aantal(
    prestatie: Prestatie,
    aantal: int | None,
    uren: float | Fraction | None,
    minuten: int | None,
) -> int:
    """Return the quantity in the unit of the prestatie."""
    if aantal is not None:
        return aantal
    per_stuk = MINUTEN.get(prestatie.eenheid)
    namen = {"prestatie": prestatie.prestatie_id, "eenheid": prestatie.eenheid.value}
    if uren is None and minuten is None:
        if per_stuk is not None or prestatie.eenheid is Eenheid.DAG:
            raise Bouwfout(Bouwreden.AANTAL_ONTBREEKT, **namen)
        return 1
    if per_stuk is None:
        raise Bouwfout(Bouwreden.GEEN_TIJD, **namen)
    try:
        totaal = (Fraction(uren or 0) * 60 + Fraction(minuten or 0)) / per_stuk
    except (ValueError, OverflowError):  # no number, or endless
        totaal = Fraction(1, 2)
    if totaal.denominator != 1:
        raise Bouwfout(Bouwreden.GEEN_HEEL_AANTAL, **namen)
    return totaal.numerator


def _tarief(post: Post, gegeven: int | None) -> int:
    """Return the tariff for one unit: as was given, or else as the tables know it."""
    antwoord, naam = post.tariefantwoord, post.prestatie_id
    if isinstance(antwoord, BuitenLooptijd):
        dag = antwoord.datum.isoformat()
        raise Bouwfout(Bouwreden.NIET_VAN_KRACHT, prestatie=naam, dag=dag)
    vanaf = None if post.prestatie is None else post.prestatie.rijksbegroting_vanaf
    if vanaf is not None and post.declaratieregel.periode.tot_en_met >= vanaf:
        dag = vanaf.isoformat()
        raise Bouwfout(Bouwreden.NIET_BIJ_VERZEKERAAR, prestatie=naam, dag=dag)
    if gegeven is not None:
        return gegeven
    if antwoord is None:
        dag = EERSTE_DAG_START_ZORG.isoformat()
        raise Bouwfout(Bouwreden.START_ZORG_ONBEKEND, prestatie=naam, dag=dag)
    if isinstance(antwoord, Onbekend):
        raise Bouwfout(Bouwreden.GEEN_TARIEF_BEKEND, prestatie=naam)
    return _bedrag(post, antwoord)


def _bedrag(post: Post, gevonden: Gevonden) -> int:
    naam, tarief = post.prestatie_id, gevonden.tarief
    if gevonden.belemmering is not None:
        waarom = gevonden.belemmering.value
        raise Bouwfout(Bouwreden.TARIEF_TOETST_NIET, prestatie=naam, belemmering=waarom)
    if tarief.bedrag_eurocent is None or tarief.tariefsoort not in _MET_BEDRAG:
        soort = tarief.tariefsoort.value
        raise Bouwfout(Bouwreden.GEEN_BEDRAG, prestatie=naam, tariefsoort=soort)
    if post.over_tariefgrens:
        einde = str(gevonden.looptijd.tot_en_met)
        raise Bouwfout(Bouwreden.OVER_TARIEFGRENS, prestatie=naam, dag=einde)
    return tarief.bedrag_eurocent


def _keur(model: _T) -> _T:
    """Return a model that has the shape of a document; Bouwfout names what has not."""
    fouten: Vormfouten | None = None
    try:
        structureer(type(model), destructureer(model))
    except Vormfouten as gevonden:
        fouten = gevonden
    if fouten is None:
        return model
    vormen = [(fout.pointer.lstrip("/"), fout.verwacht) for fout in fouten.fouten]
    raise Bouwfout(
        Bouwreden.VORM,
        verwacht="; ".join(f"{pad}: {verwacht.nl}" for pad, verwacht in vormen),
        verwacht_en="; ".join(f"{pad}: {verwacht.en}" for pad, verwacht in vormen),
    )
