"""The exceptions of the command line, in a module that costs nothing to import."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Gebruiksfout(Exception):
    """The command cannot be carried out as it was given; the message says why, for the user."""


class Misbruik(Exception):
    """What was typed is no command; `bericht` is what argparse says of it, in English, with what it was."""

    def __init__(self, ontleder: "ArgumentParser", bericht: str) -> None:
        super().__init__()
        self.ontleder = ontleder
        self.bericht = bericht
