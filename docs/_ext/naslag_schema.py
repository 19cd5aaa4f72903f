"""The pages of the kinds of document: fields, an example, and the rules that judge one."""

from collections.abc import Callable
from functools import partial

from naslag_documenten import klasse_link, modules, veldtabel
from naslag_gevallen import als_json, voorbeelden
from naslag_niet_beoordeeld import buiten_beeld
from sjabloon import vul

from geboortezorg import schema
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels.register import PER_SOORT
from geboortezorg.vorm import klassen


def soort_bladzijde(soort: str) -> str:
    """Return the page of one kind of document."""
    klasse = DOCUMENTEN[soort]
    rij = next(r for r in schema.index()["schemas"] if r["naam"] == soort)
    feiten = [
        ("Class", f"`{klasse.__name__}`"),
        ("`$id`", f"`{rij['$id']}`"),
        ("Version", rij["versie"]),
        ("Status", f"`{rij['status']}`"),
        ("File", f"`schemas/{rij['pad']}`"),
        ("sha256", f"`{rij['sha256']}`"),
    ]
    voorbeeld = voorbeelden().get(soort)
    return vul(
        "soort",
        soort=soort,
        omschrijving=schema.get(soort)["description"],
        feiten=feiten,
        pad=rij["pad"],
        velden=veldtabel(klasse),
        delen=[klasse_link(deel) for deel in klassen(klasse)[1:]],
        voorbeeld=None if voorbeeld is None else als_json(voorbeeld),
        regels=[[f"`{r.code}`", r.titel.en] for r in PER_SOORT[soort]],
        buiten=buiten_beeld()[soort],
    )


def soorten_bladzijde() -> str:
    """Return the page from which every kind of document and schema is found."""
    rijen = (
        [
            f"[{rij['naam']}]({rij['naam']}.md)"
            if rij["naam"] in DOCUMENTEN
            else f"`{rij['naam']}`",
            rij["versie"],
            f"`{rij['status']}`",
            schema.get(rij["naam"])["description"].split("\n")[0],
        ]
        for rij in schema.index()["schemas"]
    )
    links = ", ".join(f"[{module}](/naslag/klassen/{module}.md)" for module in modules())
    return vul("soorten", rijen=rijen, soorten=list(DOCUMENTEN), modules=links)


def soortbladzijden() -> dict[str, Callable[[], str]]:
    """Return every page about kinds of document, by its place."""
    return {
        "soorten/index.md": soorten_bladzijde,
        **{f"soorten/{soort}.md": partial(soort_bladzijde, soort) for soort in DOCUMENTEN},
    }
