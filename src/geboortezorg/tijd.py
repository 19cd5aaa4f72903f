"""Calendar dates, inclusive periods and the length of a pregnancy.

All dates are calendar dates in the Netherlands and are held as :class:`datetime.date`. The only
accepted notation is ``YYYY-MM-DD``, from 1900-01-01 to 2099-12-31. This is the one module that
uses pendulum: for calendar arithmetic and for "today in Amsterdam".
"""

import datetime as dt
from datetime import date
from typing import Final, final

from geboortezorg import veld
from geboortezorg.betekenis import Eindigt, Nabij
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.lui import uitdrukking
from geboortezorg.tekst import Tekst, TekstFout, TypeFout

EERSTE_DATUM: Final = date(1900, 1, 1)
LAATSTE_DATUM: Final = date(2099, 12, 31)

DATUM_PATROON: Final = (
    "^(?:(?:19|20)[0-9]{2}-(?:"
    "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    "|(?:19(?:0[48]|[2468][048]|[13579][26])|20(?:[02468][048]|[13579][26]))-02-29)$"
)
"""Exactly the calendar dates from 1900 to 2099: knows month lengths and leap years."""

TIJDSTIP_PATROON: Final = (
    DATUM_PATROON[:-1] + "T(?:[01][0-9]|2[0-3]):[0-5][0-9][+-](?:0[0-9]|1[0-4]):[0-5][0-9]$"
)
"""A date, a time in whole minutes, and the offset from UTC: ``2026-03-01T23:30+01:00``."""

TIJDSTIP_LENGTE: Final = 22

DAGEN_ZWANGERSCHAP: Final = 280
"""Days from the start of a pregnancy (by convention) to the à terme date: forty weeks."""

_GEEN_DAG: Final = Tekst(
    "een dag is een date zonder tijd; geef date(jaar, maand, dag)",
    "a day is a date without a time; give date(year, month, day)",
)
_NEGATIEF: Final = Tekst(
    "een zwangerschapsduur is niet negatief", "the length of a pregnancy is not negative"
)
_GEEN_DATUM: Final = Tekst(
    "geen datum in de vorm JJJJ-MM-DD (1900 t/m 2099)",
    "no date written as YYYY-MM-DD (1900 to 2099)",
)
_GEEN_TIJDSTIP: Final = Tekst(
    "geen tijdstip in de vorm JJJJ-MM-DDTUU:MM+UU:MM",
    "no point in time written as YYYY-MM-DDTHH:MM+HH:MM",
)


NIET_TE_SCHRIJVEN: Final = Tekst(
    "tijdstip met tijdzone in hele minuten (1900 t/m 2099)",
    "point in time with a time zone in whole minutes (1900 to 2099)",
)


class DatumFout(TekstFout):
    """A text is not a date (or point in time) in the one accepted notation.

    The message is fixed and never holds the text.
    """


def eis_dag(dag: object) -> None:
    """Raise TypeError for what is no date, or has a time: which day that is depends on a zone."""
    if not isinstance(dag, date) or isinstance(dag, dt.datetime):
        raise TypeFout(_GEEN_DAG)


def is_datum(tekst: str) -> bool:
    """Say whether a text is a date in the one accepted notation."""
    try:
        datum = date.fromisoformat(tekst)
    except ValueError:
        return False
    return datum.isoformat() == tekst and EERSTE_DATUM <= datum <= LAATSTE_DATUM


def is_tijdstip(tekst: str) -> bool:
    """Say whether a text is a point in time in the one accepted notation."""
    return len(tekst) == TIJDSTIP_LENGTE and uitdrukking(TIJDSTIP_PATROON).match(tekst) is not None


def lees_datum(tekst: str) -> date:
    """Return the date written as ``YYYY-MM-DD``; :class:`DatumFout` for anything else."""
    if type(tekst) is not str or not is_datum(tekst):
        raise DatumFout(_GEEN_DATUM)
    return date.fromisoformat(tekst)


def lees_tijdstip(tekst: str) -> dt.datetime:
    """Return the point in time written as ``YYYY-MM-DDTHH:MM+HH:MM``.

    Raises :class:`DatumFout` for anything else, a local time without an offset included: around
    the clock change such a time is ambiguous.
    """
    if type(tekst) is not str or not is_tijdstip(tekst):
        raise DatumFout(_GEEN_TIJDSTIP)
    return dt.datetime.fromisoformat(tekst)


def tijdstiptekst(tijdstip: dt.datetime) -> str | None:
    """Return the one accepted notation; None of a time without a zone, or with seconds.

    Without them it would be another moment, unseen.
    """
    tekst = tijdstip.isoformat(timespec="minutes")
    return tekst if is_tijdstip(tekst) and not (tijdstip.second or tijdstip.microsecond) else None


def schrijf_tijdstip(tijdstip: dt.datetime) -> str:
    """Return the one accepted notation of an aware point in time, in whole minutes.

    Raises :class:`DatumFout` for a time without a zone, or with seconds.
    """
    tekst = tijdstiptekst(tijdstip)
    if tekst is None:
        raise DatumFout(NIET_TE_SCHRIJVEN)
    return tekst


def datum_in_nederland(tijdstip: str) -> str | None:
    """Return the date in the Netherlands of a point in time in ISO 8601 with an offset.

    None when the text is no such point in time.
    """
    import pendulum  # noqa: PLC0415 - costs an import that most documents do not need

    if not is_datum(tijdstip[:10]):
        return None
    try:
        moment = dt.datetime.fromisoformat(tijdstip)
    except ValueError:
        return None
    return pendulum.instance(moment).in_timezone("Europe/Amsterdam").date().isoformat()


@final
@bevroren(kw_only=True, weakref_slot=False)
class Periode:
    """A closed period of calendar days; both ends belong to it.

    A period may be reversed (`tot_en_met` before `van`): a wrong document must be
    representable, so that a rule can report it.
    """

    van: date = attrs.field(metadata=veld.gegeven("First day.", "Eerste dag."))
    tot_en_met: date = attrs.field(
        metadata=veld.gegeven(
            "Last day, included.", "Laatste dag, inbegrepen.", betekenis=(Eindigt("van"),)
        )
    )

    def bevat(self, datum: date) -> bool:
        """Say whether `datum` lies in the period, its ends included."""
        return self.van <= datum <= self.tot_en_met

    @property
    def dagen(self) -> int:
        """The number of days, both ends counted; zero or less when the period is reversed."""
        return self.tot_en_met.toordinal() - self.van.toordinal() + 1


@final
@bevroren(kw_only=True, weakref_slot=False)
class Looptijd:
    """A period of calendar days whose end may still be open."""

    van: date = attrs.field(
        metadata=veld.gegeven("First day.", "Eerste dag.", betekenis=(Nabij(),))
    )
    tot_en_met: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Last day, included; left out while the end is open.",
            "Laatste dag, inbegrepen; weggelaten zolang het einde open is.",
            betekenis=(Eindigt("van"), Nabij()),
        ),
    )

    def bevat(self, datum: date) -> bool:
        """Say whether `datum` lies in the period, its ends included."""
        return self.van <= datum and (self.tot_en_met is None or datum <= self.tot_en_met)


def overlappen(een: Periode | Looptijd, ander: Periode | Looptijd) -> bool:
    """Say whether two periods share at least one day."""
    return (ander.tot_en_met is None or een.van <= ander.tot_en_met) and (
        een.tot_en_met is None or ander.van <= een.tot_en_met
    )


def dagen_tussen(van: date, tot: date) -> int:
    """Return the number of days from `van` to `tot`; negative when `tot` is earlier."""
    return tot.toordinal() - van.toordinal()


def dag_na(dag: date, dagen: int) -> date:
    """Return the day that is so many days later; earlier when the number is negative."""
    return date.fromordinal(dag.toordinal() + dagen)


def zwangerschapsduur_dagen(a_terme_datum: date, op: date) -> int:
    """Return the length of the pregnancy in days on the day `op`.

    By convention the à terme date is day 280 (40 weeks and 0 days).
    """
    return DAGEN_ZWANGERSCHAP - a_terme_datum.toordinal() + op.toordinal()


def toon_zwangerschapsduur(dagen: int) -> str:
    """Return a number of days the way the field writes it: weeks+days, such as ``38+4``.

    Raises ValueError for a negative number of days.
    """
    if dagen < 0:
        raise TekstFout(_NEGATIEF)
    weken, rest = divmod(dagen, 7)
    return f"{weken}+{rest}"


def vandaag() -> date:
    """Return today's date in the Netherlands.

    For the edge of a program only: rules get their date from the context, never from the clock.
    """
    import pendulum  # noqa: PLC0415 - costs an import that most documents do not need

    nu = pendulum.now("Europe/Amsterdam")
    return date(nu.year, nu.month, nu.day)
