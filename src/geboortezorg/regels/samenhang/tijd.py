"""Days and periods beside each other and beside the day of judging, in every document."""

from typing import Final

from geboortezorg.betekenis import Eindigt, Gebeurd, GeenOverlap, NietNa, NietVoor
from geboortezorg.bevroren import anders
from geboortezorg.bron import Verificatie
from geboortezorg.regels import veldlezer
from geboortezorg.regels.regel import Peildatum, Resultaat, Tekst, regel
from geboortezorg.regels.samenhang.lezen import MODEL, toets
from geboortezorg.regels.werkblad import Werkblad

BEOORDELING: Final = anders(
    MODEL,
    verificatie=Verificatie.AFGELEID,
    toelichting=(
        "Wat gebeurd is, ligt niet in de toekomst; de dag van beoordeling staat buiten het document "
        "en kan zelf verkeerd zijn gekozen, dus dit alleen wijst niet af."
    ),
)


@regel(
    code="GZ-SAMENHANG-003",
    titel=Tekst("Een tijdvak is niet omgekeerd", "A period is not reversed"),
    reikwijdte=veldlezer.Algemeen(Eindigt),
    bron=MODEL,
    peildatum=Peildatum.DOCUMENT,
    redenen={
        "omgekeerd": Tekst(
            "Het einde ligt voor het begin. Verbeter een van beide.",
            "The end lies before the begin. Correct one of them.",
        )
    },
)
def tijdvak_niet_omgekeerd(w: Werkblad) -> Resultaat:
    """Every period ends on its first day or later."""
    return toets(w, Eindigt)


@regel(
    code="GZ-SAMENHANG-004",
    versie=2,
    titel=Tekst(
        "Wat is gebeurd, ligt niet na de dag van beoordeling",
        "What has happened does not lie after the day of judging",
    ),
    reikwijdte=veldlezer.Algemeen(Gebeurd),
    bron=BEOORDELING,
    peildatum=Peildatum.BEOORDELING,
    redenen={
        "toekomst": Tekst(
            "Deze dag ligt na de dag van beoordeling, terwijl het al gebeurd moet zijn. Verbeter "
            "de dag, of dien het document in als het is gebeurd.",
            "This day lies after the day of judging, while it must have happened. Correct the "
            "day, or submit the document once it has happened.",
        )
    },
)
def niet_in_de_toekomst(w: Werkblad) -> Resultaat:
    """Nothing that has happened is dated after the day of judging, where that day is given.

    Without a day of judging there is nothing to hold it against: the rule does not apply.
    """
    return toets(w, Gebeurd)


@regel(
    code="GZ-SAMENHANG-005",
    versie=2,
    titel=Tekst(
        "Wat bij elkaar hoort, ligt in de goede volgorde en binnen elkaar",
        "What belongs together lies in the right order and within each other",
    ),
    reikwijdte=veldlezer.Algemeen(NietVoor, NietNa),
    bron=MODEL,
    peildatum=Peildatum.DOCUMENT,
    redenen={
        "te_vroeg": Tekst(
            "Deze dag ligt voor het begin van {ander}. Verbeter een van beide.",
            "This day lies before the begin of {ander}. Correct one of them.",
        ),
        "te_laat": Tekst(
            "Dit loopt door na het einde van {ander}. Verbeter een van beide, of vul het einde in.",
            "This goes on after the end of {ander}. Correct one of them, or supply the end.",
        ),
    },
)
def in_volgorde(w: Werkblad) -> Resultaat:
    """A part lies within the period of the whole, and what follows does not come first."""
    return toets(w, NietVoor, NietNa)


@regel(
    code="GZ-SAMENHANG-006",
    titel=Tekst(
        "Tijdvakken die elkaar uitsluiten overlappen niet",
        "Periods that exclude each other do not overlap",
    ),
    reikwijdte=veldlezer.Algemeen(GeenOverlap),
    bron=MODEL,
    peildatum=Peildatum.DOCUMENT,
    redenen={
        "overlapt": Tekst(
            "Dit tijdvak overlapt een eerder tijdvak van hetzelfde. Verbeter een van beide, of "
            "haal het onderdeel weg als het er dubbel staat.",
            "This period overlaps an earlier one of the same. Correct one of them, or remove the "
            "part when it is there twice.",
        )
    },
)
def geen_overlap(w: Werkblad) -> Resultaat:
    """Of two periods that exclude each other, one has ended when the other begins."""
    return toets(w, GeenOverlap)
