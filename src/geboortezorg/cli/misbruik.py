"""What is said of wrong usage, in the language that was asked for, without what was typed."""

import argparse
import difflib
import re
from collections.abc import Iterator, Sequence
from typing import Final

from geboortezorg.cli.gebruiksfout import Misbruik
from geboortezorg.cli.scherm import BEDOELD
from geboortezorg.taal import TALEN, uit_omgeving
from geboortezorg.tekst import Tekst

_ARGUMENT: Final = re.compile(r"argument ([^:]+): (.*)", re.DOTALL)
_KEUZE: Final = re.compile(r"invalid choice: (.*) \(choose from ([^()]*)\)", re.DOTALL)
"""What was typed, which may be personal data, and what can be chosen: no choice has a bracket."""

_ZINNEN: Final = tuple(
    (re.compile(patroon, re.DOTALL), Tekst(nl, en))
    for patroon, nl, en in (
        (
            "the following arguments are required: (.*)",
            "geef ook op: {0}",
            "the following arguments are required: {0}",
        ),
        (
            "unrecognized arguments: .*",
            "een optie is onbekend, of er is een argument te veel",
            "an option is unknown, or there is an argument too many",
        ),
        ("expected one argument", "hier hoort een waarde achter", "expected one argument"),
        ("expected ([0-9]+) arguments", "hier horen {0} waarden achter", "expected {0} arguments"),
        ("ignored explicit argument .*", "hier hoort geen waarde achter", "takes no value"),
        (
            "not a whole number from ([0-9]+) to ([0-9]+)",
            "geen geheel getal van {0} tot en met {1}",
            "not a whole number from {0} to {1}",
        ),
        (
            "not a date .*",
            "geen bestaande datum, geschreven als JJJJ-MM-DD (1900 tot en met 2099)",
            "not an existing date, written as YYYY-MM-DD (1900 to 2099)",
        ),
        ("not a port .*", "geen poort van 0 tot en met 65535", "not a port from 0 to 65535"),
        ("not a year .*", "geen jaar van 1900 tot en met 2099", "not a year from 1900 to 2099"),
        ("not a whole percentage", "geen heel percentage", "not a whole percentage"),
        (
            "not at most ([0-9]+) printable ASCII characters",
            "niet hooguit {0} afdrukbare ASCII-tekens",
            "not at most {0} printable ASCII characters",
        ),
        ("not four digits", "geen vier cijfers", "not four digits"),
        (
            "--print-completion needs .*",
            "--print-completion heeft de extra `completion` nodig: pip install 'geboortezorg[completion]'",
            "--print-completion needs the extra `completion`: pip install 'geboortezorg[completion]'",
        ),
    )
)
"""Every message of argparse and of our own types, in both languages; what is not here is not told."""

_ANDERS: Final = Tekst(
    "deze opties of argumenten kloppen niet", "these options or arguments are not right"
)
_VERKEERDE_KEUZE: Final = Tekst("geen geldige keuze; kies uit", "invalid choice; choose from")
_EERST: Final = Tekst(
    "De opdracht komt eerst, dan pas de opties.", "The command comes first, its options after it."
)
_HULP: Final = Tekst("`{prog} --help` legt het uit, in het Engels.", "`{prog} --help` explains it.")
_GELIJK: Final = 0.7
"""How like a name of ours what was typed must be, to be shown that name."""


def gevraagde_taal(argumenten: Sequence[str]) -> str:
    """Return the language that the arguments ask for, although they are not all right."""
    gevraagd = uit_omgeving()
    for nummer, argument in enumerate(argumenten):
        naam, is_teken, waarde = argument.partition("=")
        if naam == "--taal":
            keuze = waarde if is_teken else next(iter(argumenten[nummer + 1 :]), "")
            gevraagd = keuze if keuze in TALEN else gevraagd
    return gevraagd


def uitleg(fout: Misbruik, argumenten: Sequence[str]) -> tuple[str, str]:
    """Return what is wrong with these arguments, in the language asked for, and of which command."""
    welke = gevraagde_taal(argumenten)
    argument = _ARGUMENT.fullmatch(fout.bericht)
    kern, namen = _kern(argument[2] if argument else fout.bericht, welke)
    prog = fout.ontleder.prog
    if fout.bericht.startswith("unrecognized arguments"):  # told by the parser of all commands
        gekozen = _gekozen(fout.ontleder, argumenten)
        namen = list(_bedoelde_opties(gekozen, argumenten))
        prog = gekozen[-1].prog
    delen = [f"{argument[1]}: {kern}." if argument else f"{kern}."]
    if argument and argument[1] == "COMMAND" and argumenten[0].startswith("-"):
        delen.append(_EERST.in_taal(welke))
    if namen:
        delen.append(BEDOELD.met(namen=", ".join(namen)).in_taal(welke))
    delen.append(_HULP.met(prog=prog).in_taal(welke))
    return " ".join(delen), prog


def _kern(bericht: str, welke: str) -> tuple[str, list[str]]:
    """Return the message in this language, and which choices look like what was typed."""
    if keuze := _KEUZE.fullmatch(bericht):
        namen = keuze[2].replace("'", "").split(", ")
        return (
            f"{_VERKEERDE_KEUZE.in_taal(welke)} {', '.join(namen)}",
            difflib.get_close_matches(keuze[1].strip("'").lower(), namen, 1, _GELIJK),
        )
    for patroon, tekst in _ZINNEN:
        if gevonden := patroon.fullmatch(bericht):
            return tekst.in_taal(welke).format(*gevonden.groups()), []
    return _ANDERS.in_taal(welke), []


def _bedoelde_opties(
    gekozen: Sequence[argparse.ArgumentParser], argumenten: Sequence[str]
) -> Iterator[str]:
    """Give the options of the command that look like one that it does not have."""
    opties = [naam for deel in gekozen for naam in deel._option_string_actions]
    for argument in argumenten:
        naam = argument.partition("=")[0].lower()
        if naam.startswith("--") and naam not in opties:
            yield from difflib.get_close_matches(naam, opties, 1, _GELIJK)


def _gekozen(
    ontleder: argparse.ArgumentParser, argumenten: Sequence[str]
) -> list[argparse.ArgumentParser]:
    """Return this parser, and those of the command and of the part of it that were named."""
    gekozen = [ontleder]
    for argument in argumenten:
        for actie in gekozen[-1]._actions:
            if isinstance(actie, argparse._SubParsersAction) and argument in actie.choices:
                gekozen.append(actie.choices[argument])
                break
    return gekozen
