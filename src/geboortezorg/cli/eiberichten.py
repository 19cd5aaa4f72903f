"""``geboortezorg ei valideer``, ``retour`` and ``schrijf``: judge, answer and write a message.

Personal data goes to the files that were named, and nowhere else.
"""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any, Final

import attrs

from geboortezorg import dump, load
from geboortezorg.cli.context import lees_bytes, lees_context
from geboortezorg.cli.eilezen import MAX_GETOOND, eigen_indelingen, geopend, toon_fout
from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.convert import Invoerfout, Vormfouten
from geboortezorg.ei import (
    Aanvulling,
    Berichtbevinding,
    Berichtoordeel,
    GeenRetour,
    aanvulling_van,
    beoordeel,
    indelingen,
    lees_aanvulling,
)
from geboortezorg.ei import retour as maak_retour
from geboortezorg.ei import schrijf as schrijf_bericht
from geboortezorg.ei.aanvulling import als_json
from geboortezorg.model.declaratie import Declaratie
from geboortezorg.rapport import Oordeel, Oorzaak
from geboortezorg.regels.context import Context
from geboortezorg.tekst import Tekst
from geboortezorg.validation import OngeldigDocument

_GEEN_AANVULLING: Final = Tekst(
    "{pad}: dit is geen aanvulling; zie de bladzijde over EI-berichten",
    "{pad}: this is no aanvulling; see the page on EI messages",
)
_GEEN_DECLARATIE: Final = Tekst(
    "{pad}: dit is geen declaratie; beoordeel het met geboortezorg validate",
    "{pad}: this is no declaratie; judge it with geboortezorg validate",
)
_NIET_TE_SCHRIJVEN: Final = Tekst(
    "{pad}: dit bestand is niet te schrijven", "{pad}: this file cannot be written"
)
_NIET_HEEL: Final = Tekst(
    "het bericht is niet helemaal te vertalen, dus er is geen bestand geschreven; los eerst de "
    "fouten op",
    "the message cannot be translated as a whole, so no file was written; solve the faults first",
)
_ONBEKENDE_INDELING: Final = Tekst(
    "er is geen indeling met die naam; geef haar mee met --indeling",
    "there is no layout of that name; supply it with --indeling",
)
_DAG_NODIG: Final = Tekst(
    "geef de dag van beoordeling met --op, of in de context: zij is de datum van de retour",
    "give the day of judging with --op, or in the context: it is the date of the return",
)
_TOEGEKEND: Final = Tekst(
    "Geschreven: {toegekend} prestaties toegekend, {afgewezen} afgewezen, {niet} niet beoordeeld. "
    "Op wat niet is beoordeeld is niets toegekend.",
    "Written: {toegekend} prestaties allowed, {afgewezen} refused, {niet} not judged. Nothing is "
    "allowed of what was not judged.",
)
_TECHNISCH: Final = Tekst(
    "Het bericht is als geheel geweigerd; de retour heeft geen details.",
    "The message is refused as a whole; the return has no details.",
)
_ZONDER_CODE: Final = Tekst(
    "Van {aantal} afgewezen prestaties is geen retourcode bekend; vul die aan.",
    "Of {aantal} refused prestaties no return code is known; supply it.",
)
_GROND: Final = Tekst(
    "De indeling is {grond}: kijk de fouten van vorm na voor u de retour verstuurt.",
    "The layout is {grond}: look at the faults of form before you send the return.",
)
_VERSCHILT: Final = Tekst(
    "Niet geschreven: het bericht zou iets anders zeggen dan de declaratie. Een bericht is van een "
    "zorgaanbieder; splits de declaratie, of verbeter de aanvulling.",
    "Not written: the message would say something else than the declaratie. A message is of one "
    "provider; split the declaratie, or correct the aanvulling.",
)
_WEGGELATEN: Final = Tekst(
    "Zonder plaats in het bericht: {leden}.", "Without a place in the message: {leden}."
)
_MEER: Final = Tekst("en nog {} bevindingen", "and {} more findings")


def valideer(argumenten: Namespace, scherm: Scherm) -> int:
    """Judge a message; findings stand at record and field."""
    oordeel, context = _oordeel(argumenten, scherm)
    vertaling = oordeel.vertaling
    if argumenten.declaratie is not None or argumenten.rest is not None:
        rest = aanvulling_van(vertaling, context.tabellen)
        if vertaling.declaratie is None or rest is None:
            scherm.meld(scherm.tekst(_NIET_HEEL))
        else:
            _schrijf(argumenten.declaratie, dump(vertaling.declaratie), scherm)
            _schrijf(argumenten.rest, json.dumps(als_json(rest)).encode(), scherm)
    _toon(oordeel, argumenten, scherm)
    return _code(oordeel)


def retour(argumenten: Namespace, scherm: Scherm) -> int:
    """Judge a message, and write its return message; say what was allowed."""
    oordeel, context = _oordeel(argumenten, scherm)
    if context.beoordelingsdatum is None:
        raise Gebruiksfout(scherm.tekst(_DAG_NODIG))
    try:
        gemaakt = maak_retour(
            oordeel,
            datum=context.beoordelingsdatum,
            referentie=argumenten.referentie,
            zonder_opmerking=argumenten.zonder_opmerking,
            eigen=eigen_indelingen(argumenten, scherm),
            codering=argumenten.codering,
        )
    except GeenRetour as fout:
        raise Gebruiksfout(scherm.tekst(fout.tekst)) from None
    _schrijf(argumenten.output, gemaakt.data, scherm)
    if argumenten.format == "json":
        scherm.json(
            {"oordeel": oordeel.oordeel.value}
            | attrs.asdict(gemaakt, filter=attrs.filters.exclude("data"))
        )
        return _code(oordeel)
    if gemaakt.technisch:
        scherm.tekstregel(scherm.tekst(_TECHNISCH))
    tekst = scherm.tekst(_TOEGEKEND).format(
        toegekend=gemaakt.toegekend, afgewezen=gemaakt.afgewezen, niet=gemaakt.niet_beoordeeld
    )
    scherm.tekstregel(tekst)
    if gemaakt.zonder_code:
        scherm.tekstregel(scherm.tekst(_ZONDER_CODE).format(aantal=gemaakt.zonder_code))
    if oordeel.fouten and oordeel.verificatie is not None:
        scherm.tekstregel(scherm.tekst(_GROND).format(grond=oordeel.verificatie.value))
    return _code(oordeel)


def schrijf(argumenten: Namespace, scherm: Scherm) -> int:
    """Write the message of a declaratie, unless it would be faulty or say something else."""
    context = lees_context(argumenten, scherm)
    bekend = (*eigen_indelingen(argumenten, scherm), *indelingen())
    indeling = next((i for i in bekend if i.model.naam == argumenten.standaard), None)
    if indeling is None:
        raise Gebruiksfout(scherm.tekst(_ONBEKENDE_INDELING))
    pad = argumenten.declaratie
    try:
        declaratie = load(lees_bytes(pad, scherm), Declaratie)
    except OngeldigDocument:
        raise Gebruiksfout(scherm.tekst(_GEEN_DECLARATIE).format(pad=leesbaar(pad))) from None
    geschreven = schrijf_bericht(
        declaratie,
        indeling,
        context.tabellen,
        aanvulling=_aanvulling(argumenten, scherm),
        codering=argumenten.codering,
    )
    als_json_ = argumenten.format == "json"
    for fout in geschreven.fouten[:MAX_GETOOND]:
        toon_fout(fout, scherm, json=als_json_)
    if geschreven.data is not None:
        _schrijf(argumenten.output, geschreven.data, scherm)
    if als_json_:
        scherm.json(
            {
                "geschreven": geschreven.data is not None,
                "fouten": len(geschreven.fouten),
                "verschilt": geschreven.verschilt,
                "weggelaten": list(geschreven.weggelaten),
            }
        )
    elif geschreven.verschilt:
        scherm.tekstregel(scherm.tekst(_VERSCHILT))
    if not als_json_ and geschreven.weggelaten:
        leden = ", ".join(geschreven.weggelaten)
        scherm.tekstregel(scherm.tekst(_WEGGELATEN).format(leden=leden))
    return 0 if geschreven.data is not None else 1


def _oordeel(argumenten: Namespace, scherm: Scherm) -> tuple[Berichtoordeel, Context]:
    context = lees_context(argumenten, scherm)
    if argumenten.op is not None:
        context = attrs.evolve(context, beoordelingsdatum=argumenten.op)
    aanvulling = _aanvulling(argumenten, scherm)
    with geopend(argumenten, scherm) as records:
        return beoordeel(records, context=context, aanvulling=aanvulling), context


def _aanvulling(argumenten: Namespace, scherm: Scherm) -> Aanvulling | None:
    pad = argumenten.aanvulling
    if pad is None:
        return None
    try:
        return lees_aanvulling(lees_bytes(pad, scherm))
    except (Invoerfout, Vormfouten):
        raise Gebruiksfout(scherm.tekst(_GEEN_AANVULLING).format(pad=leesbaar(pad))) from None


def _schrijf(pad: str | None, data: bytes, scherm: Scherm) -> None:
    if pad is None:
        return
    try:
        Path(pad).write_bytes(data)
    except (OSError, ValueError):
        tekst = scherm.tekst(_NIET_TE_SCHRIJVEN).format(pad=leesbaar(pad))
        raise Gebruiksfout(tekst) from None


def _code(oordeel: Berichtoordeel) -> int:
    if oordeel.vertaling.voorloop is None:
        return 2
    if oordeel.oordeel is Oordeel.ONVOLLEDIG:
        return 4 if Oorzaak.TWIJFEL in oordeel.oorzaken else 3
    return 0 if oordeel.oordeel is Oordeel.AKKOORD else 1


def _toon(oordeel: Berichtoordeel, argumenten: Namespace, scherm: Scherm) -> None:
    als_json_ = argumenten.format == "json"
    for fout in oordeel.fouten[:MAX_GETOOND]:
        toon_fout(fout, scherm, json=als_json_)
    aantal = 0
    for aantal, bevinding in enumerate(oordeel.bevindingen(), 1):
        if aantal <= MAX_GETOOND:
            _toon_bevinding(bevinding, scherm, json_=als_json_)
    if als_json_:
        scherm.json(
            {
                "oordeel": oordeel.oordeel.value,
                "oorzaken": [oorzaak.value for oorzaak in oordeel.oorzaken],
                "verificatie_indeling": oordeel.verificatie and oordeel.verificatie.value,
                "fouten": len(oordeel.fouten),
                "bevindingen": aantal,
                "toe_te_kennen": sorted(oordeel.toe_te_kennen()),
            }
        )
        return
    if aantal > MAX_GETOOND:
        scherm.tekstregel(scherm.tekst(_MEER).format(aantal - MAX_GETOOND))
    oorzaken = f": {', '.join(oordeel.oorzaken)}" if oordeel.oorzaken else ""
    scherm.tekstregel(f"{oordeel.oordeel.value}{oorzaken}")


def _toon_bevinding(plek: Berichtbevinding, scherm: Scherm, *, json_: bool) -> None:
    bevinding = plek.bevinding
    if json_:
        leden: dict[str, Any] = {
            "record": plek.record,
            "rubriek": plek.rubriek,
            "veld": plek.veld,
            "pad": plek.pointer,
            "code": bevinding.code,
            "ernst": bevinding.ernst.value,
            "reden": bevinding.reden,
            "retourcodes": list(bevinding.retourcodes),
            "tekst": bevinding.tekst,
            "tekst_en": bevinding.tekst_en,
        }
        scherm.json({naam: waarde for naam, waarde in leden.items() if waarde is not None})
        return
    plaats = [f"record {plek.record}"]
    plaats += [plek.rubriek] if plek.rubriek is not None else []
    plaats.append(plek.veld or plek.pointer)
    tekst = bevinding.tekst if scherm.taal == "nl" else bevinding.tekst_en
    scherm.delen((f"{', '.join(plaats)}: {bevinding.code} {bevinding.ernst}: ", ""), (tekst, ""))
