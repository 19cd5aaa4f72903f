"""Tables of figures: a figure has a definition, a period and a source, and shows no one."""

from collections.abc import Iterable
from typing import Final

from geboortezorg.model.cijfers import Cijfertabel
from geboortezorg.regels.monitorplan.meting import (
    DEFINITIE_REDENEN,
    DEFINITIE_VELDEN,
    K15,
    KLEINE_CELLEN,
    gebreken_definitie,
)
from geboortezorg.regels.monitorplan.plan import OPBOUW
from geboortezorg.regels.regel import (
    Melding,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import cijfercontrole
from geboortezorg.tabellen.cijfercontrole import GRENS_KLEINE_CEL, Gebrek

CIJFERTABEL: Final = ("cijfertabel",)


def _breuken(gebreken: Iterable[Gebrek]) -> list[Melding]:
    return [breuk(gebrek.pad, gebrek.reden.value) for gebrek in gebreken]


@regel(
    code="GZ-CIJFER-001",
    titel=Tekst("Elk cijfer heeft een definitie", "Every figure has a definition"),
    soorten=CIJFERTABEL,
    bron=K15,
    velden=("/cijfers/*/definitie_id", "/definities/*/definitie_id"),
    redenen={
        "onbekende_definitie": Tekst(
            "De definitie van dit cijfer staat niet in de tabel. Voeg haar toe.",
            "The definition of this figure is not in the table. Add it.",
        ),
        "dubbele_definitie": Tekst(
            "Deze sleutel staat al voor een definitie. Geef elke definitie een eigen sleutel.",
            "This key already stands for a definition. Give each definition a key of its own.",
        ),
    },
)
def heeft_definitie(w: Werkblad) -> Resultaat:
    """A figure says what it counts."""
    tabel = w.als(Cijfertabel)
    meldingen = _breuken(cijfercontrole.dubbele_definities(tabel))
    meldingen += _breuken(cijfercontrole.onbekende_definities(tabel))
    return uitslag(meldingen, bool(tabel.definities or tabel.cijfers))


@regel(
    code="GZ-CIJFER-002",
    titel=Tekst("Elk cijfer heeft een periode", "Every figure has a period"),
    soorten=CIJFERTABEL,
    bron=K15,
    velden=("/cijfers/*/periode",),
    redenen={
        "periode_ontbreekt": Tekst(
            "Dit cijfer heeft geen periode en is met niets te vergelijken; niet beoordeeld.",
            "This figure has no period and cannot be compared with anything; not judged.",
        ),
        "periode_omgekeerd": Tekst(
            "De laatste dag ligt voor de eerste. Verbeter een van beide.",
            "The last day lies before the first. Correct one of them.",
        ),
        "geen_kalenderjaar": Tekst(
            "De definitie gaat over kalenderjaren, maar deze periode is geen kalenderjaar. Verbeter "
            "de periode of de definitie.",
            "The definition is about calendar years, but this period is not a calendar year. "
            "Correct the period or the definition.",
        ),
    },
    peildatum=Peildatum.DOCUMENT,
)
def heeft_periode(w: Werkblad) -> Resultaat:
    """A figure says which days it is about, in the way that its definition prescribes."""
    tabel = w.als(Cijfertabel)
    meldingen = _breuken(cijfercontrole.foute_periodes(tabel))
    meldingen += [
        onbeoordeeld(f"/cijfers/{i}/periode", "periode_ontbreekt")
        for i, cijfer in enumerate(tabel.cijfers)
        if cijfer.periode is None
    ]
    return uitslag(meldingen, bool(tabel.cijfers))


@regel(
    code="GZ-CIJFER-003",
    titel=Tekst("Een definitie noemt haar grenzen", "A definition states its bounds"),
    soorten=CIJFERTABEL,
    bron=K15,
    velden=DEFINITIE_VELDEN,
    redenen={
        **DEFINITIE_REDENEN,
        "grens_onbekend": Tekst(
            "Deze grens van het sterftecijfer is niet bekend; niet beoordeeld. Vul haar in als de "
            "bron haar noemt.",
            "This bound of the figure on mortality is not known; not judged. Supply it when the "
            "source states it.",
        ),
    },
)
def definitie_volledig(w: Werkblad) -> Resultaat:
    """Mortality has its bounds, and a ratio has its denominator."""
    definities = w.als(Cijfertabel).definities
    return uitslag(
        [
            melding
            for i, definitie in enumerate(definities)
            for melding in gebreken_definitie(f"/definities/{i}", definitie, eigen=False)
        ],
        bool(definities),
    )


@regel(
    code="GZ-CIJFER-004",
    titel=Tekst("Hetzelfde cijfer staat er een keer", "The same figure stands there once"),
    soorten=CIJFERTABEL,
    bron=OPBOUW,
    velden=("/cijfers/*",),
    redenen={
        "dubbel_cijfer": Tekst(
            "Dit cijfer staat er al: zelfde definitie, gebied, periode, status en bron. Laat een "
            "van beide weg.",
            "This figure is already there: same definition, area, period, status and source. "
            "Leave one of them out.",
        )
    },
)
def niet_dubbel(w: Werkblad) -> Resultaat:
    """One source says one thing about the same figure."""
    tabel = w.als(Cijfertabel)
    return uitslag(_breuken(cijfercontrole.dubbele_cijfers(tabel)), bool(tabel.cijfers))


@regel(
    code="GZ-CIJFER-005",
    titel=Tekst("Kleine aantallen staan er niet in", "Small numbers are left out"),
    soorten=CIJFERTABEL,
    bron=KLEINE_CELLEN,
    velden=("/cijfers/*/waarde", "/cijfers/*/teller_aantal"),
    redenen={
        "te_klein": Tekst(
            "Dit aantal personen is kleiner dan {grens}. Laat het cijfer weg.",
            "This number of persons is below {grens}. Leave the figure out.",
        )
    },
)
def geen_kleine_cellen(w: Werkblad) -> Resultaat:
    """A number of persons below ten is not shown."""
    tabel = w.als(Cijfertabel)
    bekend = cijfercontrole.per_sleutel(tabel)
    meldingen: list[Melding] = []
    toegepast = False
    for i, cijfer in enumerate(tabel.cijfers):
        definitie = bekend.get(cijfer.definitie_id)
        if definitie is None or not definitie.telt_personen:
            continue
        toegepast = True
        for naam in cijfercontrole.kleine_cellen(cijfer, definitie):
            meldingen.append(breuk(f"/cijfers/{i}/{naam}", "te_klein", grens=GRENS_KLEINE_CEL))
    return uitslag(meldingen, toegepast)
