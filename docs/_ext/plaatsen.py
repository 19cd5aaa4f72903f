"""Where on the site each thing that has a name is explained."""

from collections import Counter
from functools import cache

from naslag_documenten import anker, modelklassen, module_van

from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels.register import REGELS
from geboortezorg.tabellen import shipped


@cache
def per_code() -> dict[str, str]:
    """Return the prestatie of each code of NZa or Vektis that only one prestatie has."""
    codes = [(p.code, p.prestatie_id) for p in shipped().prestaties if p.code is not None]
    aantal = Counter(code for code, _ in codes)
    return {code: naam for code, naam in codes if aantal[code] == 1}


@cache
def plaatsen() -> dict[str, str]:
    """Return the page, with an anchor where it needs one, of each name."""
    tabellen = shipped()
    klassen = {
        klasse.__name__: f"naslag/klassen/{module_van(klasse)}#{anker(klasse)}"
        for klasse in modelklassen()
    }
    aantal = Counter(klasse.__name__ for klasse in modelklassen())
    return {
        **{naam: plek for naam, plek in klassen.items() if aantal[naam] == 1},
        **{soort: f"naslag/soorten/{soort}" for soort in DOCUMENTEN},
        **{regel.code: f"naslag/regels/{regel.code}" for regel in REGELS},
        **{lijst.naam: f"naslag/tabellen/{lijst.naam}" for lijst in tabellen.prestatielijsten},
        **{tabel.naam: f"naslag/tabellen/{tabel.naam}" for tabel in tabellen.tarieftabellen},
        **{code: f"naslag/prestaties/{naam}" for code, naam in per_code().items()},
        **{p.prestatie_id: f"naslag/prestaties/{p.prestatie_id}" for p in tabellen.prestaties},
    }
