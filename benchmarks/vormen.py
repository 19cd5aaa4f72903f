"""Documents in six shapes, made of the made-up population, and the sets that are measured."""

import datetime as dt
import json
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, Final

import attrs
from meten import Proef

from geboortezorg import Context, populatie
from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.context import Toetscontext
from geboortezorg.model.prestatie import Regime
from geboortezorg.model.tarief import (
    Besluitstatus,
    Tarief,
    Tariefbeschikking,
    Tariefsoort,
    Tarieftabel,
)
from geboortezorg.populatie import FOUTEN, population
from geboortezorg.tabellen import proeftabellen
from geboortezorg.tijd import DAGEN_ZWANGERSCHAP, Looptijd

Json = dict[str, Any]

SAMEN: Final = 3
"""Women in one message."""

WEINIG: Final = 8
"""Lines of kraamzorg that a woman has at the least."""

VORMFOUT: Final = 2
FOUT: Final = 6
"""Of a hundred documents of the mix so many have a shape error, and so many break a rule."""

DAG_VAN_OORDEEL: Final = dt.date(2024, 7, 1)
EERSTE_DAG: Final = dt.date(2022, 1, 1)
BEDRAG: Final = 10_000
SCREENING: Final = {"counseling-prenatale-screening": 10, "seo-eerste": 20}
"""The prestaties of the screening, and in which week of pregnancy; of which the amounts are made up."""

ECHO: Final = ("verloskunde-termijnecho", 11)
_VERZONNEN: Final = "Verzonnen bedragen voor een meting"


def contextdocument() -> Toetscontext:
    """Return the context in which all shapes are judged, as a document."""
    basis = populatie.contextdocument()
    looptijd = Looptijd(van=EERSTE_DAG, tot_en_met=DAG_VAN_OORDEEL)
    eenheden = {
        prestatie.prestatie_id: prestatie.eenheid for prestatie in proeftabellen().prestaties
    }
    tabel = Tarieftabel(
        naam="verzonnen-screening",
        regime=Regime.PRENATALE_SCREENING,
        tariefbeschikking=Tariefbeschikking(
            titel=_VERZONNEN,
            status=Besluitstatus.VASTGESTELD,
            bron=Bron(titel=_VERZONNEN, verificatie=Verificatie.OFFICIEEL),
            looptijd=looptijd,
        ),
        tarieven=tuple(
            Tarief(
                prestatie_id=prestatie,
                tariefsoort=Tariefsoort.MAXIMUM,
                eenheid=eenheden[prestatie],
                bedrag_eurocent=BEDRAG,
            )
            for prestatie in SCREENING
        ),
    )
    return attrs.evolve(
        basis,
        tarieftabellen=(*basis.tarieftabellen, tabel),
        beoordelingsdatum=DAG_VAN_OORDEEL,
        eerdere_factuurnummers_volledig=True,
    )


@cache
def context() -> Context:
    """Return that context."""
    return Context.uit_document(contextdocument())


def kraamzorg(dossier: Json) -> Json:
    """Return the dossier as the kraamzorgorganisatie has it."""
    eigen = [r for r in dossier["declaratieregels"] if r["prestatie"].startswith("kraamzorg")]
    return {naam: deel for naam, deel in dossier.items() if naam != "zorgepisodes"} | {
        "declaratieregels": eigen
    }


def screening(dossier: Json) -> Json:
    """Return the dossier of the counseling and the echos of the same pregnancy."""
    a_terme = dossier["zwangerschap"]["a_terme_datum"]
    agb = dossier["declaratieregels"][0]["zorgaanbieder_agb"]
    eerste = dt.date.fromisoformat(a_terme) - dt.timedelta(days=DAGEN_ZWANGERSCHAP)
    declaratieregels: list[Json] = []
    for prestatie, week in (*SCREENING.items(), ECHO):
        gevonden: Any = context().tabellen.lookup(prestatie, eerste)
        dag = str(eerste + dt.timedelta(weeks=week))
        bedrag = gevonden.tarief.bedrag_eurocent
        declaratieregels.append(
            {
                "referentienummer": f"S-{len(declaratieregels) + 1}",
                "zorgaanbieder_agb": agb,
                "uzovi_code": dossier["declaratieregels"][0]["uzovi_code"],
                "prestatie": prestatie,
                "periode": {"van": dag, "tot_en_met": dag},
                "aantal": 1,
                "tarief_eurocent": bedrag,
                "bedrag_eurocent": bedrag,
                "declaratiebedrag_eurocent": bedrag,
                "debet_credit": "D",
            }
        )
    contract = {
        "zorgaanbieder_agb": agb,
        "regionaal_centrum": "Verzonnen regionaal centrum",
        "looptijd": {"van": str(EERSTE_DAG), "tot_en_met": str(DAG_VAN_OORDEEL)},
        "kwaliteitsovereenkomst": True,
    }
    return {
        **{naam: dossier[naam] for naam in ("soort", "schema_versie", "referentie", "client")},
        "zwangerschap": {"a_terme_datum": a_terme},
        "declaratieregels": declaratieregels,
        "screeningscontracten": [contract],
    }


def bericht(dossiers: Sequence[Json], nummer: int) -> Json:
    """Return one message with the lines of several women: of kraamzorg, or of midwifery."""
    letter, agb = (("K", "33000001"), ("V", "08000001"))[nummer % 2]
    declaratieregels: list[Json] = []
    for plaats, dossier in enumerate(dossiers):
        start = dossier["zorgepisodes"][0]["looptijd"]["van"]
        for declaratieregel in dossier["declaratieregels"]:
            if declaratieregel["referentienummer"].startswith(letter):
                eigen = {
                    naam: deel for naam, deel in declaratieregel.items() if naam != "zorgepisode_id"
                }
                declaratieregels.append(
                    eigen
                    | {
                        "referentienummer": f"{plaats}-{declaratieregel['referentienummer']}",
                        "zorgaanbieder_agb": agb,
                        "bsn": dossier["client"]["bsn"],
                        "startdatum_zorg": start,
                        "datum_partus": dossier["zwangerschap"]["datum_einde"],
                    }
                )
    dag = str(DAG_VAN_OORDEEL)
    return {
        "soort": "declaratie",
        "schema_versie": dossiers[0]["schema_versie"],
        "declarant_agb": agb,
        "uzovi_code": declaratieregels[0]["uzovi_code"],
        "factuurnummer": f"F-{nummer}",
        "factuurdatum": dag,
        "periode": {"van": str(EERSTE_DAG), "tot_en_met": dag},
        "declaratieregels": declaratieregels,
    }


Geboorten = Iterator[Json]


def geboorten(zaad: int) -> Geboorten:
    """Yield right dossiers, as many as are asked for."""
    return (proef.document for proef in population(sys.maxsize, zaad))


def integraal(dossier: Json) -> bool:
    """Return whether an IGO gave the care."""
    return "kraamzorgindicaties" not in dossier


def eigen_zorg(van: Geboorten) -> Geboorten:
    """Yield the dossiers of care that no IGO gave."""
    return (dossier for dossier in van if not integraal(dossier))


def vrouwen(van: Geboorten, aantal: int) -> list[Json]:
    """Return the dossiers of so many women, no two with the same BSN."""
    uit: dict[str, Json] = {}
    for dossier in van:
        uit.setdefault(dossier["client"]["bsn"], dossier)
        if len(uit) == aantal:
            break
    return [*uit.values()]


def _met_episodes(aantal: int) -> Callable[[Geboorten, int], Json]:
    return lambda van, _: next(d for d in eigen_zorg(van) if len(d["zorgepisodes"]) == aantal)


VORMEN: Final[dict[str, Callable[[Geboorten, int], Json]]] = {
    "midwife": _met_episodes(1),
    "referral": _met_episodes(3),
    "kraamzorg": lambda van, _: kraamzorg(next(eigen_zorg(van))),
    "IGO": lambda van, _: next(dossier for dossier in van if integraal(dossier)),
    "screening": lambda van, _: screening(next(eigen_zorg(van))),
    "message": lambda van, nummer: bericht(vrouwen(eigen_zorg(van), SAMEN), nummer),
}
"""Each shape, and how the next document of it is made."""


def verzameling(
    aantal: int, *, vormen: Sequence[str] = (*VORMEN,), vormfout: int = VORMFOUT, fout: int = FOUT
) -> list[Proef]:
    """Return so many documents, as many of each shape, of which a percentage has a fault."""
    bronnen = {vorm: geboorten(plaats) for plaats, vorm in enumerate(VORMEN)}
    uit: list[Proef] = []
    for nummer in range(aantal):
        vorm = vormen[nummer % len(vormen)]
        document = VORMEN[vorm](bronnen[vorm], nummer // len(vormen))
        willekeur = random.Random(f"{vorm}/{nummer}")
        lot = willekeur.randrange(100)
        gebrek = "vorm" if lot < vormfout else "regel" if lot < vormfout + fout else ""
        if gebrek == "vorm":
            _misvorm(willekeur.choice(document["declaratieregels"]), willekeur)
        elif gebrek:
            _bederf(document, willekeur)
        uit.append(Proef(als_json(document), gebrek))
    return uit


def groot(declaratieregels: int, zaad: int) -> Proef:
    """Return one message with so many lines of kraamzorg, all distinct and right."""
    document = bericht(vrouwen(eigen_zorg(geboorten(zaad)), declaratieregels // WEINIG), 0)
    del document["declaratieregels"][declaratieregels:]
    return Proef(als_json(document))


def als_json(document: Json) -> bytes:
    """Return the document as it comes in: compact."""
    return json.dumps(document, separators=(",", ":")).encode()


def _misvorm(declaratieregel: Json, willekeur: random.Random) -> None:
    """Make one error of shape: another type, a member too few, or one too many."""
    soort = willekeur.randrange(3)
    if soort == 0:
        declaratieregel["aantal"] = str(declaratieregel["aantal"])
    elif soort == 1:
        del declaratieregel["prestatie"]
    else:
        declaratieregel["opmerking"] = ""


def _bederf(document: Json, willekeur: random.Random) -> None:
    """Break one rule, of those that this document can break."""
    declaratieregels = document["declaratieregels"]
    prestaties = {declaratieregel["prestatie"] for declaratieregel in declaratieregels}
    kan_niet = {
        "GZ-NUMMER-001": "client" not in document,
        "GZ-KRAAMZORG-016": "kraamzorg-uur" not in prestaties,
        "GZ-DECLARATIE-005": len(declaratieregels) == 1,
        "GZ-TARIEF-001": any(prestatie.startswith("integraal") for prestatie in prestaties),
    }
    fout = willekeur.choice([fout for fout in FOUTEN if not kan_niet.get(fout.code)])
    fout.maak(document, willekeur)
