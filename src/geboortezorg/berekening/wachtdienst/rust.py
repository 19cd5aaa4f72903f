"""Rest in the windows that begin with the work of a shift (Arbeidstijdenwet art. 5:3 and 5:5).

Work after a call counts for neither (art. 5:9 lid 8). What lies beyond the roster is taken to be
free, so a window that falls short does so whatever else there was.
"""

from collections.abc import Iterator, Sequence

from geboortezorg.berekening.tijdlijn import ETMAAL, Meetlat
from geboortezorg.berekening.wachtdienst.diensten import Dienst
from geboortezorg.berekening.wachtdienst.normen import Grenzen


def dagelijkse_rust(diensten: Sequence[Dienst]) -> Iterator[tuple[Dienst, int]]:
    """Return each shift with the longest rest in the 24 hours from its begin on."""
    meetlat = Meetlat([dienst.spanne for dienst in diensten])
    for dienst in diensten:
        yield dienst, meetlat.langste_rust(dienst.begin, dienst.begin + ETMAAL)


def te_weinig_wekelijkse_rust(
    diensten: Sequence[Dienst], grens: Grenzen, *, jeugd: bool
) -> tuple[list[Dienst], bool]:
    """Return from which shifts on the rest falls short, and whether that is certain.

    It is enough in the short or in the long window. Certain is what falls short in both from the
    same shift on; when each falls short somewhere, the law does not say whether they can take
    turns. For `jeugd` there is only the short one.
    """
    meetlat = Meetlat([dienst.spanne for dienst in diensten])
    kort = [
        dienst
        for dienst in diensten
        if meetlat.langste_rust(dienst.begin, dienst.begin + grens["venster"]) < grens["rust"]
    ]
    if jeugd or not kort:
        return kort, True
    lang = {
        dienst
        for dienst in diensten
        if sum(
            rust
            for rust in meetlat.rusten(dienst.begin, dienst.begin + grens["lang.venster"])
            if rust >= grens["lang.deel"]
        )
        < grens["lang.rust"]
    }
    beide = [dienst for dienst in kort if dienst in lang]
    if beide or not lang:
        return beide, True
    return kort, False
