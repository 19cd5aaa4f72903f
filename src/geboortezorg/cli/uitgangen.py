"""What the exit codes of each command mean, as its help text says it."""

from typing import Final

UITGANGEN: Final = {
    "valideer": """\
exit codes:
  0  every document is akkoord
  1  at least one document is afgekeurd
  2  an input could not be read, or wrong usage (comes before the others)
  3  none is afgekeurd, but at least one is onvolledig: a fact or a table is missing
  4  as 3, and facts of at least one point to a breach: someone must look at it
with --fail-on LEVEL there are three: 1 when any finding is of that severity or worse, 0 when none
is, and 2; 0 then no longer means akkoord. --streng is --fail-on info
""",
    "tarief": """\
exit codes:
  0  there is a tariff; the answer may say that it does not judge
  2  wrong usage
  3  no tariff is known for that day; the answer says why
""",
    "tabel": """\
exit codes:
  0  nieuw: the template is written; controleer: the tables are right
  1  controleer: a table is refused; each message says where and what to do
  2  wrong usage, or a file that cannot be read or written
  4  controleer: the tables are right, but a step is so large that someone must look at it
""",
    "koppeling": """\
exit codes:
  0  nieuw: the template is written; controleer: the koppeling is right
  1  controleer: it is refused, or rows of the example cannot be read by it; each message says
     where and what to do
  2  wrong usage, or a file that cannot be read or written
""",
    "prestaties": """\
exit codes:
  0  found
  2  wrong usage
  3  no prestatie that is known fits
""",
    "tabellen": """\
exit codes:
  0  found
  2  wrong usage
  3  no table in use fits
""",
    "ei": """\
exit codes:
  0  lees: no fault; valideer and retour: akkoord; schrijf: written
  1  lees: there are faults; valideer and retour: afgekeurd; schrijf: not written, it would be
     faulty or say something else
  2  wrong usage, a file that cannot be read or written, or no such message
  3  valideer and retour: onvolledig, a fact or a table is missing
  4  valideer and retour: as 3, and something points to a breach: someone must look at it
""",
    "regels": """\
exit codes:
  0  found
  2  there is no such rule, or wrong usage
""",
    "genereer": """\
exit codes:
  0  the dossiers were written, one a line
  2  a file cannot be written, or wrong usage
""",
    "fhir": """\
exit codes:
  0  lees: everything for which a dossier has a place did get it; schrijf: written
  1  lees: there is no pregnancy in the input
  2  an input could not be read, or is of a kind that is not written, or wrong usage
  3  lees: read, but something for which a dossier has a place could not be placed; the list says what
""",
    "schema": """\
exit codes:
  0  found; with --compare: every document that passed A passes B
  1  with --compare: a document that passed A may fail B, or mean something else there
  2  there is no such schema, or wrong usage
""",
    "serveer": """\
exit codes:
  0  it was stopped
  2  the extra `web` is not installed, the context cannot be used, the address cannot be
     listened on, or wrong usage
""",
}
