"""From which day on the work of a VSV can be declared."""

from typing import Final

from geboortezorg import model
from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.model.prestatie import Regime
from geboortezorg.regels.bekostiging.verrekening import vsvposten
from geboortezorg.regels.ingebed import ook_ingebed
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    VOLDAAN,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad

_EERSTE_DAG: Final = vsvbronnen.EERSTE_DAG_INKOOP


def is_vsv(w: Werkblad, prestatie: str) -> bool:
    """Say whether a prestatie is one of a VSV."""
    bekend = w.context.tabellen.prestatie(prestatie)
    return bekend is not None and bekend.regime is Regime.VSV


@ook_ingebed
@regel(
    code="GZ-BEKOSTIGING-001",
    titel=Tekst("Geen VSV-prestatie voor 1 januari 2027", "No VSV prestatie before 1 January 2027"),
    soorten=("vsv_declaratie", "overeenkomst", "prestatiebeschrijving"),
    bron=vsvbronnen.INKOOP,
    velden=("/declaratieregels/*/periode/van", "/looptijd/van"),
    peildatum=Peildatum.LEVERING,
    versie=2,
    retourcodes=("0581", "0582"),
    redenen={
        "te_vroeg": Tekst(
            "Verzekeraars kunnen VSV's inkopen vanaf {van}. Werk van eerdere dagen is niet "
            "declarabel, ook niet met een contract.",
            "Insurers can purchase the work of a VSV from {van} on. Work of earlier days cannot be "
            "declared, not even with a contract.",
        ),
        "overeenkomst_te_vroeg": Tekst(
            "Deze lumpsumovereenkomst begint voor {van}, terwijl er tot dan niets te declareren "
            "is. Controleer de eerste dag.",
            "This lumpsum agreement starts before {van}, while nothing can be declared until then. "
            "Check the first day.",
        ),
    },
)
def niet_voor_2027(w: Werkblad) -> Resultaat:
    """Lines and descriptions of VSV work start in 2027 at the earliest, agreements probably."""
    if w.soort == "overeenkomst":
        overeenkomst = w.als(Overeenkomst)
        if overeenkomst.overeenkomstsoort is not Overeenkomstsoort.LUMPSUM:
            return NIET_VAN_TOEPASSING
        if overeenkomst.looptijd.van >= _EERSTE_DAG:
            return VOLDAAN
        grond = vsvbronnen.GEREEDHEID.verificatie  # the letter forbids no earlier agreement
        pad = "/looptijd/van"
        return [breuk(pad, "overeenkomst_te_vroeg", verificatie=grond, van=_EERSTE_DAG)]
    if w.soort == "prestatiebeschrijving":
        beschrijving = w.als(model.Prestatiebeschrijving)
        looptijd = beschrijving.looptijd
        if looptijd is None or not is_vsv(w, beschrijving.prestatie):
            return NIET_VAN_TOEPASSING
        if looptijd.van >= _EERSTE_DAG:
            return VOLDAAN
        return [breuk("/looptijd/van", "te_vroeg", van=_EERSTE_DAG)]
    posten = [post for post in vsvposten(w) if post.telt]
    meldingen = [
        breuk(post.pad("periode/van"), "te_vroeg", van=_EERSTE_DAG)
        for post in posten
        if post.declaratieregel.periode.van < _EERSTE_DAG
    ]
    return uitslag(meldingen, bool(posten))
