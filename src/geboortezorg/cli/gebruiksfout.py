"""The one exception of the command line, in a module that costs nothing to import."""


class Gebruiksfout(Exception):
    """The command cannot be carried out as it was given; the message says why, for the user."""
