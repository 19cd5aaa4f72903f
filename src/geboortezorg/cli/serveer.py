"""``geboortezorg serve``: the service for those who write no Python."""

from argparse import Namespace
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from geboortezorg.cli.context import lees_context
from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.scherm import Scherm
from geboortezorg.cli.zonderzin import meld_vorm
from geboortezorg.regels.regel import Tekst

if TYPE_CHECKING:
    from geboortezorg.web import Instellingen

_NODIG: Final = ("starlette", "uvicorn")
_ONTBREEKT: Final = Tekst(
    "hiervoor is de extra `web` nodig: pip install 'geboortezorg[web]'",
    "this needs the extra `web`: pip install 'geboortezorg[web]'",
)
_GEEN_ADRES: Final = Tekst(
    "op dit adres en deze poort kan niet worden geluisterd; kies een andere --host of --port",
    "this address and port cannot be listened on; choose another --host or --port",
)
_BEGONNEN: Final = Tekst(
    "geboortezorg luistert op {adres} (Ctrl-C stopt)",
    "geboortezorg is listening on {adres} (Ctrl-C stops it)",
)


def voer_uit(argumenten: Namespace, scherm: Scherm) -> int:
    """Serve until it is stopped; 0."""
    if any(find_spec(naam) is None for naam in _NODIG):
        raise Gebruiksfout(scherm.tekst(_ONTBREEKT))
    from geboortezorg.web import toepassing  # noqa: PLC0415 - needs the extra
    from geboortezorg.web.server import adres, draai, luister  # noqa: PLC0415 - see above

    meld_vorm(argumenten, scherm)
    dienst = toepassing(_instellingen(argumenten, scherm))
    try:
        luisteraar = luister(argumenten.host, argumenten.port)
    except (OSError, UnicodeError):
        raise Gebruiksfout(scherm.tekst(_GEEN_ADRES)) from None
    begonnen = scherm.tekst(_BEGONNEN).format(adres=adres(luisteraar))
    with luisteraar:
        draai(dienst, luisteraar, lambda: scherm.meld(begonnen))
    return 0


def _instellingen(argumenten: Namespace, scherm: Scherm) -> "Instellingen":
    from geboortezorg.web import Instellingen  # noqa: PLC0415 - see above

    grenzen = {
        naam: waarde
        for naam in ("max_bytes", "max_seconden")
        if (waarde := getattr(argumenten, naam)) is not None
    }
    return Instellingen(
        context=lees_context(argumenten, scherm),
        context_per_verzoek=argumenten.context_per_verzoek,
        **grenzen,
    )
