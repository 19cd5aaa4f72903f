"""Numbers, days and periods that can hardly be right, in every document."""

from geboortezorg.betekenis import Duurt, Nabij, NietNul
from geboortezorg.regels import veldlezer
from geboortezorg.regels.regel import Peildatum, Resultaat, Tekst, regel
from geboortezorg.regels.samenhang.lezen import LEZING, toets
from geboortezorg.regels.werkblad import Werkblad


@regel(
    code="GZ-SAMENHANG-013",
    titel=Tekst("Een nummer bestaat niet uit nullen", "A number is not all zeros"),
    reikwijdte=veldlezer.Algemeen(NietNul),
    bron=LEZING,
    redenen={
        "nul": Tekst(
            "Dit nummer bestaat uit nullen en wijst dus niemand aan. Neem het over uit het register, "
            "of laat het weg.",
            "This number is all zeros, so it points out no one. Copy it from its register, or leave "
            "it out.",
        )
    },
)
def niet_nul(w: Werkblad) -> Resultaat:
    """A number of a register is not a row of zeros that fills a field."""
    return toets(w, NietNul)


@regel(
    code="GZ-SAMENHANG-014",
    titel=Tekst(
        "Een dag ligt niet ver weg en een afspraak duurt niet eindeloos",
        "A day is not far away and an agreement does not last forever",
    ),
    reikwijdte=veldlezer.Algemeen(Nabij, Duurt),
    bron=LEZING,
    peildatum=Peildatum.BEOORDELING,
    redenen={
        "ver_weg": Tekst(
            "Deze dag ligt tientallen jaren na de dag van beoordeling. Verbeter hem, of laat het "
            "einde weg als het nog open is.",
            "This day lies decades after the day of judging. Correct it, or leave the end out while "
            "it is open.",
        ),
        "te_lang": Tekst(
            "Dit duurt langer dan bij zo'n afspraak is te verwachten. Controleer begin en einde.",
            "This lasts longer than is to be expected of such an agreement. Check begin and end.",
        ),
    },
)
def niet_ver_weg(w: Werkblad) -> Resultaat:
    """No day lies decades ahead, and nothing that is agreed on lasts that long."""
    return toets(w, Nabij, Duurt)
