"""Tables as documents: held to what whoever judges by them holds them to."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from geboortezorg.bron import Verificatie
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import Melding, Resultaat, Tekst, breuk, onbeoordeeld, regel, uitslag
from geboortezorg.regels.samenhang.eigentabellen import (
    CONTEXT,
    Bijeen,
    bijeen,
    op_plek,
    zonder_eigen,
    zonder_rijen,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Melding as Tabelmelding
from geboortezorg.tabellen import TabelFout, Tabelreden, samenhang
from geboortezorg.tabellen.fout import als_pointer
from geboortezorg.tabellen.herkomst import LIJST

_LOS: Final = {
    Tabelreden.OVERLAP: "overlapt",
    Tabelreden.BEDRAG_BIJ_VRIJ: "bedrag_bij_vrij",
    Tabelreden.BEDRAG_ONTBREEKT: "bedrag_ontbreekt",
    Tabelreden.VERWIJST_NAAR_ZICHZELF: "noemt_zichzelf",
}
"""What a table says against itself."""
_NAAST: Final = {
    Tabelreden.ANDER_REGIME: "past_niet_bij_prestatie",
    Tabelreden.EENHEID: "past_niet_bij_prestatie",
    Tabelreden.BUITEN_PRESTATIE: "past_niet_bij_prestatie",
    Tabelreden.DUBBELE_NAAM: "naam_bezet",
    Tabelreden.DUBBELE_PRESTATIE: "naam_bezet",
    Tabelreden.DUBBELE_CODE: "naam_bezet",
    Tabelreden.VERVANGT: "vervangt_niet",
}
"""What does not go with other tables: with one of the same document, that is a contradiction."""
_NORM: Final = frozenset(
    {
        Tabelreden.WAARDE_ONTBREEKT,
        Tabelreden.EENHEID,
        Tabelreden.BREUK,
        Tabelreden.BUITEN_SCHAAL,
    }
)
"""What a norm has otherwise than the shipped one, or than any norm can have it."""
_ELDERS: Final = frozenset({Tabelreden.PERIODE, Tabelreden.ZWANGERSCHAPSDUUR})
"""What a rule on every document says already."""
_VELDEN: Final = (
    "/naam",
    *(f"/prestaties/*/{naam}" for naam in ("prestatie_id", "code", "regime", "eenheid")),
    *(f"/prestaties/*/{naam}" for naam in ("bestanddelen", "sluit_uit", "variant_van")),
    *(f"/prestaties/*/{naam}/*" for naam in ("bestanddelen", "sluit_uit")),
    "/tariefbeschikking/vervangt",
    "/tarieven",
    "/tarieven/*",
    *(f"/tarieven/*/{naam}" for naam in ("prestatie_id", "eenheid", "bedrag_eurocent")),
    "/opslagen/*",
    "/normen/*",
    "/normen/*/waarden",
    *(f"/normen/*/waarden/*/{naam}" for naam in ("eenheid", "noemer", "waarde")),
)


@regel(
    code="GZ-TABEL-001",
    versie=3,
    titel=Tekst(
        "Een tabel is te gebruiken naast de andere", "A table can be used beside the others"
    ),
    soorten=("prestatielijst", "tarieftabel", "normtabel", "context"),
    bron=bronnen.SCHEMA,
    velden=(
        *op_plek(_VELDEN),
        *(f"/{naam}/*" for naam in LIJST.values()),
        "/basistabellen",
        "/basistabellen/*",
    ),
    gebruikt_tabellen=True,
    redenen={
        "overlapt": Tekst(
            "Dit geldt op dezelfde dagen als een andere rij. Laat de looptijden op elkaar "
            "aansluiten.",
            "This applies on the same days as another row. Let one period begin after the other "
            "ends.",
        ),
        "bedrag_bij_vrij": Tekst(
            "Een vrij tarief heeft geen bedrag. Laat het bedrag weg of kies een andere "
            "tariefsoort.",
            "A free tariff has no amount. Leave the amount out or choose another tariefsoort.",
        ),
        "bedrag_ontbreekt": Tekst(
            "Deze tariefsoort vraagt een bedrag. Vul bedrag_eurocent in.",
            "This tariefsoort needs an amount. Supply bedrag_eurocent.",
        ),
        "zonder_rijen": Tekst(
            "De tabel heeft geen tarieven en geen opslagen, dus met deze tabel is niet te oordelen. "
            "Vul ze in, of laat de tabel weg.",
            "The table has no tarieven and no opslagen, so nothing can be judged by it. Supply "
            "them, or leave the table out.",
        ),
        "noemt_zichzelf": Tekst(
            "De prestatie noemt hier zichzelf. Haal haar uit deze lijst.",
            "The prestatie names itself here. Remove it from this list.",
        ),
        "prestatie_onbekend": Tekst(
            "Geen prestatielijst noemt deze prestatie_id, dus met deze tabel is niet te oordelen. "
            "Verbeter de naam, of voeg een prestatielijst toe.",
            "No prestatielijst names this prestatie_id, so nothing can be judged by this table. "
            "Correct the name, or add a prestatielijst.",
        ),
        "past_niet_bij_prestatie": Tekst(
            "Regime, eenheid of dagen zijn niet die van de prestatie in de prestatielijst. Neem ze "
            "daaruit over.",
            "The regime, unit or days are not those of the prestatie in its prestatielijst. Take "
            "them from there.",
        ),
        "naam_bezet": Tekst(
            "Een andere tabel, prestatie of code heeft deze naam al. Kies een eigen naam, of laat "
            "dit weg.",
            "Another table, prestatie or code has this name already. Choose a name of its own, or "
            "leave this out.",
        ),
        "vervangt_niet": Tekst(
            "De tabel die deze vervangt is er niet, is van een ander regime, of vervangt op haar "
            "beurt deze. Verbeter vervangt.",
            "The table that this one replaces is not there, is of another regime, or replaces this "
            "one in turn. Correct vervangt.",
        ),
        "norm_past_niet": Tekst(
            "De norm mist een waarde van de meegeleverde norm, of heeft die in een andere eenheid, "
            "of een waarde is negatief of langer dan alle datums samen. Neem alle waarden over, in "
            "hun eenheid, en verbeter wat niet kan.",
            "The norm lacks a value of the shipped norm, or has it in another unit, or a value is "
            "negative or longer than all dates together. Take all values over, in their units, and "
            "correct what cannot be.",
        ),
        "cijfers_kloppen_niet": Tekst(
            "Met deze cijfertabel is niet te rekenen. Beoordeel haar als document om te lezen wat "
            "te doen.",
            "Nothing can be computed with this table of figures. Judge it as a document to read "
            "what to do.",
        ),
        "basistabel_onbekend": Tekst(
            "Deze tabel wordt niet meegeleverd, of kan niet zonder een andere. Verbeter de naam, "
            "of noem die andere erbij.",
            "This table does not ship, or cannot do without another one. Correct the name, or name "
            "that other one too.",
        ),
        "basistabellen_en_geen": Tekst(
            "Er staan namen, en ook dat er geen tabel onder ligt. Haal een van beide weg.",
            "There are names here, and also that no table lies underneath. Remove one of the two.",
        ),
    },
)
def te_gebruiken(w: Werkblad) -> Resultaat:
    """The same checks as those of tables that are taken into use, on the tables underneath."""
    samen = w.samen(bijeen)
    meldingen = [
        *_basis(w, samen),
        *_prijzen(samen),
        *_normen(samen),
        *_cijfers(samen),
    ]
    return uitslag(meldingen, bool(samen.eigen))


def _vermoed(pad: str, reden: str) -> Melding:
    """Return what does not go with tables that the document does not hold."""
    return breuk(pad, reden, verificatie=Verificatie.AFGELEID)


def _basis(w: Werkblad, samen: Bijeen) -> Iterator[Melding]:
    if w.soort == CONTEXT and w.document.basistabellen and w.document.zonder_basistabellen:
        yield breuk("/basistabellen", "basistabellen_en_geen")
    for melding in samen.meldingen:
        bekend = melding.reden is Tabelreden.ONBEKENDE_TABEL
        yield _vermoed(melding.pointer if bekend else "/basistabellen", "basistabel_onbekend")


def _prijzen(samen: Bijeen) -> Iterator[Melding]:
    """Yield what is wrong in and between lists of prestaties and tables of tariffs."""
    eigen = samen.van_soort("prestatielijst", "tarieftabel")
    for plek, tarieftabel in samen.van_soort("tarieftabel"):
        if zonder_rijen(tarieftabel):
            yield onbeoordeeld(als_pointer((*plek.plek, "tarieven")), "zonder_rijen")
    onder = samen.onder.tabellen
    tabellen = [*onder, *(tabel for _, tabel in eigen)]
    for nummer, gebrek in samenhang.gebreken(tabellen, len(onder)):
        if nummer < len(onder) or gebrek.reden in _ELDERS:
            continue
        pad = als_pointer((*eigen[nummer - len(onder)][0].plek, *gebrek.pad))
        if gebrek.reden is Tabelreden.ONBEKENDE_PRESTATIE:
            yield onbeoordeeld(pad, "prestatie_onbekend")
        elif gebrek.reden in _LOS:
            yield breuk(pad, _LOS[gebrek.reden])
        elif gebrek.ander is not None and gebrek.ander[0] >= len(onder):
            yield breuk(pad, _NAAST[gebrek.reden])
        else:
            yield _vermoed(pad, _NAAST[gebrek.reden])


def _normen(samen: Bijeen) -> Iterator[Melding]:
    for melding in _bezwaren(samen, "normtabel", zonder_eigen(samen.onder).normen.add):
        if melding.reden is Tabelreden.OVERLAP:
            yield breuk(melding.pointer, "overlapt")
        elif melding.reden is Tabelreden.DUBBELE_NAAM:
            yield breuk(melding.pointer, "naam_bezet")
        elif melding.reden in _NORM:
            yield _vermoed(melding.pointer, "norm_past_niet")


def _cijfers(samen: Bijeen) -> Iterator[Melding]:
    """Yield the tables of figures that do not go together: each has its own rules as a document."""
    bezwaren = _bezwaren(samen, "cijfertabel", zonder_eigen(samen.onder).cijfers.add)
    for pad in sorted({"/".join(bezwaar.pointer.split("/")[:3]) for bezwaar in bezwaren}):
        yield _vermoed(pad, "cijfers_kloppen_niet")


def _bezwaren(samen: Bijeen, soort: str, voeg_toe: Callable[..., object]) -> Sequence[Tabelmelding]:
    """Return why own tables of a kind cannot lie over those underneath."""
    plekken = samen.van_soort(soort)
    try:
        voeg_toe(*(tabel for _, tabel in plekken), herkomst=[plek for plek, _ in plekken])
    except TabelFout as fout:
        return fout.meldingen
    return ()
