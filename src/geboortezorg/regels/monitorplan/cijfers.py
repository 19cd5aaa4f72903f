"""Tables of figures: a figure has a definition, a period and a source, and shows no one."""

from collections.abc import Iterable, Iterator
from typing import Final

from geboortezorg.bevroren import velden
from geboortezorg.model.cijfers import (
    Cijfer,
    Cijfereenheid,
    Cijferstatus,
    Cijfertabel,
    Definitie,
    Tijdvak,
)
from geboortezorg.regels.monitorplan.definitie import (
    DEFINITIE_REDENEN,
    DEFINITIE_VELDEN,
    K15,
    gebreken_definitie,
)
from geboortezorg.regels.monitorplan.meting import KLEINE_CELLEN
from geboortezorg.regels.monitorplan.plan import OPBOUW
from geboortezorg.regels.regel import (
    Melding,
    Nodig,
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
from geboortezorg.tabellen.cijfercontrole import GRENS_KLEINE_CEL
from geboortezorg.tabellen.fout import Gebrek, als_pointer
from geboortezorg.tekst import plat

CIJFERTABEL: Final = ("cijfertabel",)


def _breuken(gebreken: Iterable[Gebrek]) -> list[Melding]:
    return [breuk(als_pointer(gebrek.pad), gebrek.reden.value) for gebrek in gebreken]


@regel(
    code="GZ-CIJFER-001",
    titel=Tekst("Elk cijfer heeft een definitie", "Every figure has a definition"),
    soorten=CIJFERTABEL,
    bron=K15,
    velden=("/cijfers/*/definitie_id", "/definities/*/definitie_id"),
    nodig=Nodig(leden=("/definities", "/cijfers")),
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
    nodig=Nodig(leden=("/cijfers",)),
    redenen={
        "periode_ontbreekt": Tekst(
            "Dit cijfer heeft geen periode en is met niets te vergelijken; niet beoordeeld. Vul de "
            "periode in als de bron die noemt, of laat het cijfer weg.",
            "This figure has no period and cannot be compared with anything; not judged. Supply the "
            "period when the source states it, or leave the figure out.",
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
    versie=3,
    velden=DEFINITIE_VELDEN,
    nodig=Nodig(leden=("/definities",)),
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
    versie=3,
    nodig=Nodig(leden=("/cijfers",)),
    redenen={
        "dubbel_cijfer": Tekst(
            "Dit cijfer staat er al: zelfde definitie, gebied, periode, status en bron. Laat een "
            "van beide weg.",
            "This figure is already there: same definition, area, period, status and source. "
            "Leave one of them out.",
        ),
        "zelfde_definitie": Tekst(
            "Een andere definitie telt hetzelfde, en geeft daarvan een andere waarde. Gebruik een "
            "van beide definities, of zeg waarin zij verschillen.",
            "Another definition counts the same, and gives another value of it. Use one of the two "
            "definitions, or say in what they differ.",
        ),
        "andere_waarde": Tekst(
            "Dezelfde bron geeft dit cijfer ook met een andere waarde, en zegt niet hoe definitief "
            "het is. Vul de status in, of laat een van beide weg.",
            "The same source also gives this figure with another value, and does not say how final "
            "it is. Supply the status, or leave one of them out.",
        ),
    },
)
def niet_dubbel(w: Werkblad) -> Resultaat:
    """One source says one thing about the same figure."""
    tabel = w.als(Cijfertabel)
    meldingen = _breuken(cijfercontrole.dubbele_cijfers(tabel))
    waarden: dict[tuple[object, ...], dict[Cijferstatus, Cijfer]] = {}
    for i, cijfer in enumerate(tabel.cijfers):
        bron = cijfer.bron or tabel.bron
        plek = (cijfer.definitie_id, plat(cijfer.gebied), cijfer.categorie, cijfer.periode, bron)
        eerder = waarden.setdefault(plek, {})
        anders = any(ander.exact != cijfer.exact for ander in eerder.values())
        if (
            anders
            and Cijferstatus.NIET_VERMELD in {cijfer.status, *eerder}
            and (cijfer.status not in eerder)
        ):
            meldingen.append(onbeoordeeld(f"/cijfers/{i}", "andere_waarde", vermoeden=True))
        eerder.setdefault(cijfer.status, cijfer)
    meldingen += _zelfde_definitie(tabel)
    return uitslag(meldingen, bool(tabel.cijfers))


def _zelfde_definitie(tabel: Cijfertabel) -> Iterator[Melding]:
    """Yield the figures of which a definition with another key gives another value."""
    waarden: dict[tuple[object, ...], Cijfer] = {}
    for i, cijfer, definitie in cijfercontrole.met_definitie(tabel):
        inhoud = tuple(getattr(definitie, naam) for naam in _INHOUD)
        plek = (inhoud, cijfer.categorie, *plek_van(tabel, cijfer)[1:])
        eerder = waarden.setdefault(plek, cijfer)
        if eerder.definitie_id != cijfer.definitie_id and eerder.exact != cijfer.exact:
            yield onbeoordeeld(f"/cijfers/{i}", "zelfde_definitie", vermoeden=True)


_INHOUD: Final = tuple(deel.naam for deel in velden(Definitie) if deel.naam != "definitie_id")
"""What a definition says, apart from its key."""


@regel(
    code="GZ-CIJFER-005",
    titel=Tekst("Kleine aantallen staan er niet in", "Small numbers are left out"),
    soorten=CIJFERTABEL,
    bron=KLEINE_CELLEN,
    velden=("/cijfers/*/waarde", "/cijfers/*/teller_aantal"),
    versie=3,
    redenen={
        "te_klein": Tekst(
            "Dit aantal personen is kleiner dan {grens}. Laat het cijfer weg.",
            "This number of persons is below {grens}. Leave the figure out.",
        ),
        "volgt_uit_de_rest": Tekst(
            "Wie de delen van dit aantal aftrekt, houdt minder dan {grens} personen over. Laat een "
            "van de delen ook weg, of voeg delen samen.",
            "Who subtracts the parts from this number is left with fewer than {grens} persons. "
            "Leave another part out too, or join parts.",
        ),
    },
)
def geen_kleine_cellen(w: Werkblad) -> Resultaat:
    """A number of persons below ten is not shown."""
    tabel = w.als(Cijfertabel)
    personen = [deel for deel in cijfercontrole.met_definitie(tabel) if deel[2].telt_personen]
    meldingen = [
        breuk(f"/cijfers/{i}/{naam}", "te_klein", grens=GRENS_KLEINE_CEL)
        for i, cijfer, definitie in personen
        for naam in cijfercontrole.kleine_cellen(cijfer, definitie)
    ]
    meldingen += _rest(tabel, personen)
    return uitslag(meldingen, bool(personen))


def _rest(
    tabel: Cijfertabel, personen: Iterable[tuple[int, Cijfer, Definitie]]
) -> Iterator[Melding]:
    """Yield the whole numbers of persons whose parts leave a small number over."""
    delen = delen_van(tabel)
    for i, cijfer, definitie in personen:
        eigen = delen.get(plek_van(tabel, cijfer))
        if cijfer.categorie is None and eigen and definitie.eenheid is Cijfereenheid.AANTAL:
            over = cijfer.exact - sum(deel.exact for _, deel in eigen)
            if 0 < over < GRENS_KLEINE_CEL:
                pad = f"/cijfers/{i}/waarde"
                yield breuk(pad, "volgt_uit_de_rest", grens=GRENS_KLEINE_CEL)


def plek_van(tabel: Cijfertabel, cijfer: Cijfer) -> tuple[object, ...]:
    """Return what a whole and its parts have in common."""
    bron = cijfer.bron or tabel.bron
    return cijfer.definitie_id, plat(cijfer.gebied), cijfer.periode, cijfer.status, bron


def delen_van(tabel: Cijfertabel) -> dict[tuple[object, ...], list[tuple[int, Cijfer]]]:
    """Return the parts of each whole, with their positions."""
    delen: dict[tuple[object, ...], list[tuple[int, Cijfer]]] = {}
    for i, cijfer in enumerate(tabel.cijfers):
        if cijfer.categorie is not None:
            delen.setdefault(plek_van(tabel, cijfer), []).append((i, cijfer))
    return delen


@regel(
    code="GZ-CIJFER-006",
    titel=Tekst("Een cijfer past bij zijn eenheid", "A figure fits its unit"),
    soorten=CIJFERTABEL,
    bron=OPBOUW,
    velden=("/cijfers/*/waarde", "/cijfers/*/decimalen"),
    versie=3,
    nodig=Nodig(leden=("/cijfers",)),
    redenen={
        "buiten_schaal": Tekst(
            "Dit cijfer ligt buiten de schaal van zijn eenheid: een deel is niet groter dan het "
            "geheel, en een aantal niet kleiner dan nul. Verbeter de waarde of de decimalen.",
            "This figure lies outside the scale of its unit: a part is no larger than the whole, "
            "and a number not below zero. Correct the value or the decimals.",
        ),
        "aantal_met_decimalen": Tekst(
            "Een aantal heeft geen decimalen. Verbeter de decimalen, of kies een andere eenheid.",
            "A count has no decimals. Correct the decimals, or choose another unit.",
        ),
    },
)
def past_bij_eenheid(w: Werkblad) -> Resultaat:
    """At most 100 percent and 1,000 per thousand, and nothing below zero but an index."""
    tabel = w.als(Cijfertabel)
    meldingen = _breuken(cijfercontrole.buiten_de_schaal(tabel))
    for i, cijfer, definitie in cijfercontrole.met_definitie(tabel):
        if cijfer.decimalen and definitie.eenheid is Cijfereenheid.AANTAL:
            pad = f"/cijfers/{i}/decimalen"
            meldingen.append(onbeoordeeld(pad, "aantal_met_decimalen", vermoeden=True))
    return uitslag(meldingen, bool(tabel.cijfers))


@regel(
    code="GZ-CIJFER-007",
    titel=Tekst(
        "Definitief is een cijfer pas na zijn periode", "A figure is final only after its period"
    ),
    soorten=CIJFERTABEL,
    bron=OPBOUW,
    velden=("/cijfers/*/status", "/cijfers/*/periode", "/opgenomen_op"),
    versie=2,
    peildatum=Peildatum.DOCUMENT,
    nodig=Nodig(leden=("/cijfers",)),
    redenen={
        "nog_bezig": Tekst(
            "Dit cijfer heet definitief, maar zijn periode was nog niet voorbij toen het in de "
            "tabel kwam. Noem het voorlopig of een raming, of verbeter de periode.",
            "This figure is called final, but its period had not ended when it was entered in the "
            "table. Call it provisional or an estimate, or correct the period.",
        ),
        "nog_niet_begonnen": Tekst(
            "De periode van dit cijfer was nog niet begonnen toen het in de tabel kwam. Noem het een "
            "raming, of verbeter de periode.",
            "The period of this figure had not begun when it was entered in the table. Call it an "
            "estimate, or correct the period.",
        ),
        "dag_onbekend": Tekst(
            "Wanneer de cijfers zijn opgenomen staat er niet, dus of definitieve cijfers toen al "
            "konden bestaan is niet beoordeeld. Vul opgenomen_op in, of geef beoordelingsdatum in "
            "de context.",
            "When the figures were entered is not stated, so whether final figures could exist by "
            "then was not judged. Supply opgenomen_op, or give beoordelingsdatum in the context.",
        ),
    },
)
def definitief_na_periode(w: Werkblad) -> Resultaat:
    """What happened in a period is known when it has ended; a state on a day within it earlier."""
    tabel = w.als(Cijfertabel)
    op = tabel.opgenomen_op or w.context.beoordelingsdatum
    meldingen: list[Melding] = []
    toegepast = False
    for i, cijfer, definitie in cijfercontrole.met_definitie(tabel):
        periode = cijfer.periode
        if periode is None or cijfer.status is Cijferstatus.RAMING:
            continue
        if cijfer.status is not Cijferstatus.DEFINITIEF:
            if op is not None and op < periode.van:
                meldingen.append(breuk(f"/cijfers/{i}/periode", "nog_niet_begonnen"))
            continue
        if op is None:
            return [onbeoordeeld("/opgenomen_op", "dag_onbekend")]
        toegepast = True
        moment = definitie.tijdvak is Tijdvak.PEILMOMENT
        if op < (periode.van if moment else periode.tot_en_met):
            meldingen.append(breuk(f"/cijfers/{i}/status", "nog_bezig"))
    return uitslag(meldingen, toegepast)
