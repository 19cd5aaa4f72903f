"""Write down what every document asks of the rules, so that their modules need not be imported for it.

``python -m geboortezorg.uitgave.omtrekken`` writes ``geboortezorg/regels/omtrekken.py``; with
``--controle`` it only compares.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from geboortezorg.bevroren import velden
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels import register
from geboortezorg.regels.catalogus import soorten_van
from geboortezorg.regels.nodig import Nodig
from geboortezorg.regels.regel import Regel
from geboortezorg.uitgave import vullers

PAD: Final = Path(__file__).parents[1] / "regels" / "omtrekken.py"

_KOP: Final = """\"\"\"What every document asks of the rules; made by ``python3 dev.py bijwerken``.\"\"\"

# fmt: off
from typing import Final

from geboortezorg import betekenis
from geboortezorg.bron import Verificatie
from geboortezorg.model.prestatie import Regime
from geboortezorg.regels.nodig import Nodig, Trek
from geboortezorg.regels.omtrek import Feiten

OMTREKKEN: Final[dict[str, tuple[Feiten, dict[str, tuple[Nodig, ...]]]]] = {
"""


def tekst() -> str:
    """Return the module."""
    rijen = ""
    for naam in register.plekken():
        module, _, functie = naam.rpartition(".")
        regel = getattr(import_module(module), functie)
        rijen += f'    "{naam}": ({_feiten(regel)}, {_nodig(regel)}),\n'
    return f'{_KOP}{rijen}}}\n"""By where a rule stands; what it needs by the kinds that it judges."""\n'


def _feiten(regel: Regel) -> str:
    delen = (
        regel.code,
        regel.versie,
        regel.verificatie,
        regel.gebruikt_tabellen,
        regel.tariefgrond,
        regel.aanleiding,
        regel.algemeen,
    )
    return _waarde(delen)


def _nodig(regel: Regel) -> str:
    """Return what a rule needs: the kinds of which it asks the same stand together."""
    per: dict[tuple[Nodig, ...], list[str]] = {}
    for soort in soorten_van(regel):
        per.setdefault(regel.nodig_in((soort,)), []).append(soort)
    delen = (
        f'"{"*" if soorten == [*DOCUMENTEN] else " ".join(soorten)}": {_waarde(nodig)}'
        for nodig, soorten in per.items()
    )
    return f"{{{', '.join(delen)}}}"


def _waarde(waarde: object) -> str:
    """Return the code of a value."""
    if isinstance(waarde, tuple):
        delen = [*map(_waarde, waarde)]
        return f"({', '.join(delen)}{',' if len(delen) == 1 else ''})"
    if isinstance(waarde, Enum):
        return f"{type(waarde).__name__}.{waarde.name}"
    if isinstance(waarde, Nodig):
        return f"Nodig({', '.join(_leden(waarde))})"
    if isinstance(waarde, type):
        return f"betekenis.{waarde.__name__}"
    return json.dumps(waarde) if isinstance(waarde, str) else repr(waarde)


def _leden(nodig: Nodig) -> Iterator[str]:
    for plek in velden(Nodig):
        waarde: Any = getattr(nodig, plek.naam)
        if waarde != plek.standaard:
            yield f"{plek.naam}={_waarde(waarde)}"


def main(argumenten: Sequence[str] | None = None, pad: Path = PAD) -> int:
    """Write the module, or compare it with ``--controle``: 0 when it agrees, 1 when not."""
    return vullers.werk_bij(pad, tekst(), argumenten)


if __name__ == "__main__":
    sys.exit(main())
