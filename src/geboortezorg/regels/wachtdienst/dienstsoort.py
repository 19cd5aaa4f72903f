"""What the kind of a wachtdienst brings along, and whom a collective agreement binds."""

from typing import Final

from geboortezorg.berekening.tijdlijn import UUR, dag, minuut
from geboortezorg.berekening.wachtdienst import bronnen as arbeidstijdbronnen
from geboortezorg.berekening.wachtdienst.cao import CAOS, eerste_dag
from geboortezorg.bron import Verificatie
from geboortezorg.model.wachtdienst import (
    Caobinding,
    Caostatus,
    Wachtdienstrooster,
    Wachtdienstsoort,
)
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    VOLDAAN,
    Melding,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
)
from geboortezorg.regels.wachtdienst.rooster import SOORTEN
from geboortezorg.regels.werkblad import Werkblad

LANGSTE_UREN: Final = 24
"""Longest bereikbaarheidsdienst and longest aanwezigheidsdienst, in hours."""

_VELDEN: Final = ("/wachtdiensten/*/einde", "/wachtdiensten/*/wachtdienstsoort")

_TE_LANG: Final = Tekst(
    "Deze wachtdienst duurt langer dan {uren} uur. Controleer begin en einde, of kort haar in.",
    "This wachtdienst lasts longer than {uren} hours. Check begin and end, or make it shorter.",
)
_AANSLUITEND: Final = Tekst(
    "Wachtdiensten van deze soort sluiten op elkaar aan en duren samen langer dan {uren} uur. Ga "
    "na of zij samen een wachtdienst zijn.",
    "Wachtdiensten of this kind follow right on each other and together last longer than {uren} "
    "hours. Check whether together they are one.",
)


def _duur(w: Werkblad, soort: Wachtdienstsoort) -> Resultaat:
    """Return which wachtdiensten of a kind last too long, alone or joined together."""
    diensten = sorted(
        (minuut(dienst.begin), minuut(dienst.einde), nummer)
        for nummer, dienst in enumerate(w.als(Wachtdienstrooster).wachtdiensten)
        if dienst.wachtdienstsoort is soort and dienst.einde > dienst.begin
    )
    if not diensten:
        return NIET_VAN_TOEPASSING
    langste = LANGSTE_UREN * UUR
    meldingen: list[Melding] = []
    vanaf = tot = diensten[0][0]  # of what hangs together
    for begin, einde, nummer in diensten:
        pad = f"/wachtdiensten/{nummer}/einde"
        vanaf = begin if begin > tot else vanaf
        tot = max(tot, einde)
        if einde - begin > langste:
            meldingen.append(breuk(pad, "te_lang", uren=LANGSTE_UREN))
            vanaf = tot
        elif tot - vanaf > langste:
            afgeleid = Verificatie.AFGELEID
            meldingen.append(breuk(pad, "aansluitend", verificatie=afgeleid, uren=LANGSTE_UREN))
            vanaf = begin
    if meldingen:
        return meldingen
    eerste = min(nummer for _, _, nummer in diensten)
    return [onbeoordeeld(f"/wachtdiensten/{eerste}/wachtdienstsoort", "grenzen_niet_gezien")]


@regel(
    code="GZ-WACHT-012",
    titel=Tekst(
        "Een bereikbaarheidsdienst duurt hooguit 24 uur",
        "A bereikbaarheidsdienst lasts at most 24 hours",
    ),
    soorten=SOORTEN,
    bron=arbeidstijdbronnen.BEREIKBAARHEIDSDIENST,
    velden=_VELDEN,
    redenen={
        "te_lang": _TE_LANG,
        "aansluitend": _AANSLUITEND,
        "grenzen_niet_gezien": Tekst(
            "Duurt niet te lang, maar de overige grenzen van het Arbeidstijdenbesluit voor een "
            "bereikbaarheidsdienst zijn niet gezien. Toets die zelf.",
            "Does not last too long, but the other bounds of the Arbeidstijdenbesluit for a "
            "bereikbaarheidsdienst were not seen. Check those yourself.",
        ),
    },
    peildatum=Peildatum.DOCUMENT,
)
def bereikbaarheidsdienst(w: Werkblad) -> Resultaat:
    """A bereikbaarheidsdienst lasts at most 24 hours; its other bounds are not known here."""
    return _duur(w, Wachtdienstsoort.BEREIKBAARHEIDSDIENST)


@regel(
    code="GZ-WACHT-013",
    titel=Tekst(
        "Een aanwezigheidsdienst duurt hooguit 24 uur",
        "An aanwezigheidsdienst lasts at most 24 hours",
    ),
    soorten=SOORTEN,
    bron=arbeidstijdbronnen.AANWEZIGHEIDSDIENST,
    velden=_VELDEN,
    redenen={
        "te_lang": _TE_LANG,
        "aansluitend": _AANSLUITEND,
        "grenzen_niet_gezien": Tekst(
            "Duurt niet te lang, maar de overige grenzen van het Arbeidstijdenbesluit voor een "
            "aanwezigheidsdienst zijn niet gezien. Toets die zelf.",
            "Does not last too long, but the other bounds of the Arbeidstijdenbesluit for an "
            "aanwezigheidsdienst were not seen. Check those yourself.",
        ),
    },
    peildatum=Peildatum.DOCUMENT,
)
def aanwezigheidsdienst(w: Werkblad) -> Resultaat:
    """An aanwezigheidsdienst lasts at most 24 hours in a row; other bounds are not known here."""
    return _duur(w, Wachtdienstsoort.AANWEZIGHEIDSDIENST)


@regel(
    code="GZ-WACHT-014",
    titel=Tekst(
        "Een cao bindt iedere werkgever pas als hij algemeen verbindend is",
        "A cao binds every employer only once it is generally binding",
    ),
    soorten=SOORTEN,
    bron=bronnen.kamerbrief("K21"),
    velden=("/cao", "/caobinding", "/cao/stappen/*/looptijd/van"),
    redenen={
        "niet_algemeen_verbindend": Tekst(
            "Op de dag van een wachtdienst was de cao niet algemeen verbindend, en hij bindt niet "
            "op andere grond. Noem de grond waarop hij wel bindt, of laat hem weg.",
            "On the day of a wachtdienst the cao was not generally binding, and it binds on no "
            "other ground. State the ground on which it does bind, or leave it out.",
        ),
        "nog_niet_aangemeld": Tekst(
            "Op de dag van een wachtdienst was de cao nog niet aangemeld om algemeen verbindend te "
            "worden. Noem de grond waarop hij wel bindt, of laat hem weg.",
            "On the day of a wachtdienst the cao had not yet been handed in to become generally "
            "binding. State the ground on which it does bind, or leave it out.",
        ),
        "voor_aanmelding": Tekst(
            "Een cao kan niet algemeen verbindend zijn voordat hij daarvoor is aangemeld. "
            "Controleer de datum.",
            "A cao cannot be generally binding before it was handed in for that. Check the date.",
        ),
        "verklaring_onbekend": Tekst(
            "Of en wanneer de cao algemeen verbindend is verklaard, is niet bekend. Zet de dag "
            "waarop dat inging bij de stappen van de cao.",
            "Whether and when the cao was declared generally binding is not known. Add the day "
            "from which it was to the steps of the cao.",
        ),
        "cao_ontbreekt": Tekst(
            "Er staat dat een cao algemeen verbindend is, maar niet welke. Noem de cao.",
            "It is stated that a cao is generally binding, but not which. Name the cao.",
        ),
    },
    peildatum=Peildatum.DOCUMENT,
)
def cao_algemeen_verbindend(w: Werkblad) -> Resultaat:
    """What binds as generally binding cao was that on the day of every wachtdienst."""
    rooster = w.als(Wachtdienstrooster)
    if rooster.caobinding is not Caobinding.ALGEMEEN_VERBINDEND or not rooster.wachtdiensten:
        return NIET_VAN_TOEPASSING
    if rooster.cao is None:
        return [onbeoordeeld("/cao", "cao_ontbreekt")]
    cao = rooster.cao
    aangemeld = eerste_dag(CAOS.get(cao.cao_id, cao), Caostatus.AANGEMELD)
    verbindend = [
        (i, stap.looptijd)
        for i, stap in enumerate(cao.stappen)
        if stap.status is Caostatus.ALGEMEEN_VERBINDEND
    ]
    te_vroeg = [
        breuk(f"/cao/stappen/{i}/looptijd/van", "voor_aanmelding")
        for i, looptijd in verbindend
        if aangemeld is not None and looptijd.van < aangemeld
    ]
    if te_vroeg:
        return te_vroeg
    dagen = {dag(minuut(dienst.begin)) for dienst in rooster.wachtdiensten}
    if verbindend:
        gedekt = all(any(looptijd.bevat(op) for _, looptijd in verbindend) for op in dagen)
        return VOLDAAN if gedekt else [breuk("/caobinding", "niet_algemeen_verbindend")]
    if aangemeld is not None and min(dagen) < aangemeld:
        return [breuk("/caobinding", "nog_niet_aangemeld")]
    return [onbeoordeeld("/caobinding", "verklaring_onbekend")]
