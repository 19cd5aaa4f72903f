"""The tariffs in the package for JavaScript: every answer of a lookup, stretch by stretch."""

from datetime import date, timedelta

from geboortezorg.bron import Verificatie
from geboortezorg.tabellen import proeftabellen, shipped
from geboortezorg.tabellen.alsjson import als_json
from geboortezorg.uitgave.typescript import tarieven


def test_elk_antwoord_staat_erin() -> None:
    """Put together again, a stretch says on its first and its last day what a lookup says."""
    tabellen = proeftabellen()
    inhoud = tarieven(tabellen)
    gezien = set()
    for prestatie in inhoud["prestaties"]:
        stukken = prestatie.pop("stukken")
        einden = [*(date.fromisoformat(s["vanaf"]) for s in stukken[1:]), None]
        assert stukken[0]["vanaf"] == date.min.isoformat()
        for stuk, einde in zip(stukken, einden, strict=True):
            antwoord = {k: waarde for k, waarde in stuk.items() if k != "vanaf"}
            for naam, deel in (("bron", "bronnen"), ("tariefbeschikking", "tariefbeschikkingen")):
                if naam in antwoord:
                    antwoord[naam] = inhoud[deel][antwoord[naam]]
            laatste = date.max if einde is None else einde - timedelta(days=1)
            for op in (date.fromisoformat(stuk["vanaf"]), laatste):
                tariefantwoord = tabellen.lookup(prestatie["prestatie_id"], op)
                verwacht = als_json(tariefantwoord, op, Verificatie.BEVESTIGD)
                assert {**prestatie, **antwoord, "op": op.isoformat()} == verwacht
                gezien.add(antwoord["status"])
    assert gezien >= {"gevonden", "onbekend"}


def test_van_wat_meegeleverd_is() -> None:
    """Without tables it is about those that ship; of an unknown prestatie there is nothing."""
    namen = [prestatie["prestatie_id"] for prestatie in tarieven()["prestaties"]]
    assert namen == [prestatie.prestatie_id for prestatie in shipped().prestaties]
    assert shipped().stretches("onbekend") == ()
