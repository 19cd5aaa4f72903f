"""The tariff for a deprived neighbourhood: for who lives in one, or is in a central reception."""

from typing import Final

from geboortezorg.regels.regel import (
    Nodig,
    Peildatum,
    Resultaat,
    Tekst,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.bronnen import bron
from geboortezorg.tabellen.normen import GevondenNorm

WIJKEN: Final = "achterstandswijk"
"""The norm whose keys are the postal codes of deprived neighbourhoods; an own one, none ships."""

_ZORG: Final = (
    *(f"volledig{deel}" for deel in ("", "-prenataal", "-nataal", "-postnataal")),
    *(
        f"prenataal-{wie}{weken}"
        for wie in ("", "1e-", "2e-")
        for weken in ("0-14-weken", "15-29-weken", "na-29-weken")
    ),
)
_IN_WIJK: Final = tuple(sorted(f"verloskunde-{zorg}-achterstandswijk" for zorg in _ZORG))

_POSTCODE: Final = "/client/postcode"
_TEKENS: Final = 5


@regel(
    code="GZ-PRESTATIE-004",
    titel=Tekst(
        "Het tarief van een achterstandswijk is voor wie daar woont",
        "The tariff of a deprived neighbourhood is for who lives there",
    ),
    soorten=("dossier", "declaratie"),
    bron=bron("tarief-verloskunde-2013"),
    velden=("/declaratieregels/*/prestatie", _POSTCODE),
    peildatum=Peildatum.PRESTATIE,
    nodig=Nodig(prestaties=_IN_WIJK),
    redenen={
        "postcode_onbekend": Tekst(
            "Een declaratieregel heeft het tarief van een achterstandswijk, en waar de vrouw woont, is "
            "niet bekend. Vul client.postcode in.",
            "A line has the tariff of a deprived neighbourhood, and where the woman lives is not known. "
            "Supply client.postcode.",
        ),
        "alleen_in_dossier": Tekst(
            "Dit is het tarief van een achterstandswijk, en een bericht zegt niet waar de vrouw woont. "
            "Beoordeel een dossier met client.postcode.",
            "This is the tariff of a deprived neighbourhood, and a message does not tell where the "
            "woman lives. Judge a dossier with client.postcode.",
        ),
        "wijken_onbekend": Tekst(
            "Dit is het tarief van een achterstandswijk; welke postcodes dat zijn, staat in bijlage 2 "
            "van de tariefbeschikking en in geen tabel. Geef ze in een eigen normtabel (norm_id "
            "achterstandswijk), als sleutels van vier cijfers en een of twee letters.",
            "This is the tariff of a deprived neighbourhood; which postal codes these are stands in "
            "appendix 2 of the decision on tariffs, and in no table. Supply them in an own table of "
            "norms (norm_id achterstandswijk), as keys of four digits and one or two letters.",
        ),
        "andere_wijk": Tekst(
            "Dit is het tarief van een achterstandswijk, en de postcode staat niet in de gegeven lijst. "
            "Controleer client.postcode, of declareer het gewone tarief. Is de vrouw RZA-verzekerde in "
            "de centrale opvang, leg dat dan aan de verzekeraar voor.",
            "This is the tariff of a deprived neighbourhood, and the postal code is not on the list "
            "that was given. Check client.postcode, or declare the ordinary tariff. If the woman is "
            "RZA-insured in a central reception, put that to the insurer.",
        ),
    },
    retourcodes=("0613",),
)
def woont_in_wijk(w: Werkblad) -> Resultaat:
    """The postal code is on the list of the day that decides the tariff, as far as that is given."""
    posten, dossier = w.van(_IN_WIJK), w.dossier
    if dossier is None:
        meldingen = [onbeoordeeld(post.pad("prestatie"), "alleen_in_dossier") for post in posten]
        return uitslag(meldingen, bool(posten))
    postcode = None if dossier.client is None else dossier.client.postcode
    if posten and postcode is None:
        return [onbeoordeeld(_POSTCODE, "postcode_onbekend")]
    meldingen = []
    for post in posten:
        wijken = w.context.normen.lookup(WIJKEN, post.tariefdag)
        if not isinstance(wijken, GevondenNorm):
            meldingen.append(onbeoordeeld(post.pad("prestatie"), "wijken_onbekend"))
        elif postcode is not None and not _op_lijst(wijken, postcode):
            pad = post.pad("prestatie")
            meldingen.append(onbeoordeeld(pad, "andere_wijk", vermoeden=True, bron=wijken.bron))
    return uitslag(meldingen, bool(posten))


def _op_lijst(wijken: GevondenNorm, postcode: str) -> bool:
    """Say whether a list names a postal code: most by four digits and a letter, a few as a whole."""
    return not {postcode, postcode[:_TEKENS]}.isdisjoint(wijken.sleutels())
