"""An accountant: the most that may be paid for each woman, computed the slow and plain way.

It reads the document, the context and the tables as JSON values and shares no code with the rules,
the claim view or the lookups. Where it cannot vouch for an amount, that amount is nothing: what
nobody knows the price of is never `akkoord`. It is lenient where the norm leaves room.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

Json = dict[str, Any]

MINUTEN = {"uur": 60, "half_uur": 30, "kwartier": 15, "minuut": 1}
DUMMY_BSN = "999999999"
KRAAMDAGEN = 42
"""Days after the birth within which kraamzorg by the hour can lie at all."""
DAGEN_ERVOOR = 7
"""A weekly line may begin before the birth, and care may begin with the birth itself."""
MAX_MAX = Fraction(110, 100)


def dag(tekst: str) -> dt.date:
    """Return a day."""
    return dt.date.fromisoformat(tekst)


def _bevat(looptijd: Json | None, op: dt.date) -> bool:
    if looptijd is None:
        return False
    einde = looptijd.get("tot_en_met")
    return dag(looptijd["van"]) <= op and (einde is None or op <= dag(einde))


class Tabellen:
    """Lists and tables as they stand in JSON, searched from front to back."""

    def __init__(self, documenten: Iterable[Json]) -> None:
        documenten = list(documenten)
        self.prestaties = [p for d in documenten for p in d.get("prestaties", ())]
        vervangen = {d["tariefbeschikking"].get("vervangt") for d in documenten if "tarieven" in d}
        self.tabellen = [
            d for d in documenten if "tariefbeschikking" in d and d["naam"] not in vervangen
        ]

    def prestatie(self, naam: str) -> Json | None:
        """Return a prestatie by name or code."""
        for prestatie in self.prestaties:
            if naam in (prestatie["prestatie_id"], prestatie.get("code")):
                gevonden: Json = prestatie
                return gevonden
        return None

    def rij(self, prestatie_id: str, op: dt.date) -> Json | None:
        """Return the row that may judge on a day, the dearest when several could."""
        rijen = []
        for tabel in self.tabellen:
            beschikking = tabel["tariefbeschikking"]
            if beschikking["status"] != "vastgesteld":
                continue
            for rij in tabel.get("tarieven", ()):
                looptijd = rij.get("looptijd") or beschikking.get("looptijd")
                if rij["prestatie_id"] != prestatie_id or not _bevat(looptijd, op):
                    continue
                if rij["tariefsoort"] != "niet_vermeld" and "betwist" not in rij:
                    rijen.append(rij)
        return max(rijen, key=lambda rij: rij.get("bedrag_eurocent") or 0, default=None)


def overeenkomsten(document: Json, context: Json) -> list[Json]:
    """Return the agreements that count: those of the payer, and the claimant's if these lack any.

    A payer who says to have given every agreement and gave none is taken to have none that allows
    more than a maximum; a price for free care can stand in the document then.
    """
    betaler = context.get("overeenkomsten", [])
    eigen = document.get("overeenkomsten", [])
    if context.get("overeenkomsten_volledig"):
        vrij = {"integraal", "lumpsum"}
        eigen = [] if betaler else [o for o in eigen if o["overeenkomstsoort"] in vrij]
    return [*betaler, *eigen]


def _van(declaratieregel: Json, soort: str, alle: list[Json], op: dt.date) -> list[Json]:
    return [
        o
        for o in alle
        if o["overeenkomstsoort"] == soort
        and o.get("zorgaanbieder_agb") == declaratieregel["zorgaanbieder_agb"]
        and o["uzovi_code"] == declaratieregel["uzovi_code"]
        and _bevat(o["looptijd"], op)
    ]


def _peildatum(declaratieregel: Json, prestatie: Json, document: Json) -> dt.date | None:
    """Return the day that decides the tariff; the zorgepisode outranks the line."""
    if not prestatie.get("peildatum_start_zorg"):
        return dag(declaratieregel["periode"]["van"])
    episodes = [
        episode
        for episode in document.get("zorgepisodes", ())
        if (
            episode["zorgepisode_id"] == declaratieregel["zorgepisode_id"]
            if "zorgepisode_id" in declaratieregel
            else episode["zorgaanbieder"].get("agb_code") == declaratieregel["zorgaanbieder_agb"]
        )
    ]
    genoemd = declaratieregel.get("startdatum_zorg")
    start = episodes[0]["looptijd"]["van"] if len(episodes) == 1 else genoemd
    if start is not None and dag(start) < dt.date(2015, 1, 1):
        start = document.get("zwangerschap", {}).get("datum_einde")
    return None if start is None else dag(start)


def _prijs(declaratieregel: Json, document: Json, context: Json, tabellen: Tabellen) -> Fraction:
    """Return the most that one unit of the prestatie of a line may cost, in eurocents."""
    prestatie = tabellen.prestatie(declaratieregel["prestatie"])
    op = None if prestatie is None else _peildatum(declaratieregel, prestatie, document)
    if prestatie is None or op is None:
        return Fraction(0)
    alle = overeenkomsten(document, context)
    rij = tabellen.rij(prestatie["prestatie_id"], op)
    if rij is None or rij["tariefsoort"] in {"vrij", "eigen_bijdrage", "opslag"}:
        vrij = prestatie["regime"] == "integrale_geboortezorg"
        prijzen = [
            afspraak["tarief_eurocent"]
            for o in _van(declaratieregel, "integraal", alle, op)
            for afspraak in o.get("prijsafspraken", ())
            if vrij and tabellen.prestatie(afspraak["prestatie"]) == prestatie
        ]
        return Fraction(max(prijzen, default=0))
    bedrag = Fraction(rij["bedrag_eurocent"])
    bedrag *= _keer(prestatie["eenheid"], rij["eenheid"])
    if rij["tariefsoort"] == "maximum" and any(
        o.get("schriftelijk") for o in _van(declaratieregel, "max_max", alle, op)
    ):
        bedrag = bedrag * MAX_MAX + Fraction(1, 2)
    return Fraction(bedrag)


def _aantal(declaratieregel: Json, prestatie: Json) -> Fraction:
    """Return the quantity in the unit of the prestatie; nothing when the units do not fit."""
    eenheid = prestatie["eenheid"]
    return int(declaratieregel["aantal"]) * _keer(
        declaratieregel.get("eenheid") or eenheid, eenheid
    )


def _keer(van: str, naar: str) -> Fraction:
    """Return how many of one unit another is; pieces are pieces, and nothing else fits."""
    if van in MINUTEN and naar in MINUTEN:
        return Fraction(MINUTEN[van], MINUTEN[naar])
    stukken = not {van, naar} & {*MINUTEN, "dag"}
    return Fraction(int(van == naar or stukken))


def _zorg(declaratieregel: Json) -> tuple[Any, ...]:
    periode = declaratieregel["periode"]
    return (
        declaratieregel["zorgaanbieder_agb"],
        declaratieregel["uzovi_code"],
        declaratieregel["prestatie"],
        periode["van"],
        periode["tot_en_met"],
        declaratieregel.get("bsn"),
    )


def netto(declaratieregels: list[Json]) -> tuple[int, list[Json]]:
    """Return what is asked in all, and the debits of which something is left.

    A credit counts when it names a debit of the same care; together they take back no more than
    that debit. One debit may be taken back once.
    """
    over = [
        declaratieregel["declaratiebedrag_eurocent"]
        if declaratieregel["debet_credit"] == "D"
        else 0
        for declaratieregel in declaratieregels
    ]
    for credit in declaratieregels:
        if credit["debet_credit"] != "C":
            continue
        rest = credit["declaratiebedrag_eurocent"]
        for plaats, debet in enumerate(declaratieregels):
            if (
                debet["debet_credit"] == "D"
                and debet["referentienummer"] == credit.get("gerelateerd_referentienummer")
                and _zorg(debet) == _zorg(credit)
            ):
                af = min(rest, over[plaats])
                over[plaats] -= af
                rest -= af
    levend = [
        r for r, o in zip(declaratieregels, over, strict=True) if r["debet_credit"] == "D" and o > 0
    ]
    return sum(over), levend


def _uren_per_vrouw(document: Json) -> Fraction | None:
    """Return the hours of kraamzorg that were delivered, when the dossier says so."""
    dagen = document.get("geleverde_kraamzorg")
    if not dagen:
        return None
    return Fraction(sum(deel["duur_minuten"] for deel in dagen), 60)


def _in_kraamtijd(declaratieregel: Json, einde: str | None) -> bool:
    if einde is None:
        return True
    van, tot = dag(declaratieregel["periode"]["van"]), dag(declaratieregel["periode"]["tot_en_met"])
    eerste = dag(einde) - dt.timedelta(days=DAGEN_ERVOOR)
    return eerste <= van <= tot <= dag(einde) + dt.timedelta(days=KRAAMDAGEN)


def hoogste(
    document: Json, declaratieregels: list[Json], context: Json, tabellen: Tabellen
) -> Fraction:
    """Return the most that may be paid for the lines of one woman."""
    totaal = Fraction(0)
    eenmaal: dict[tuple[str, str], Fraction] = defaultdict(Fraction)
    uren_van: dict[str, list[tuple[Fraction, Fraction]]] = defaultdict(list)
    einde = document.get("zwangerschap", {}).get("datum_einde")
    for declaratieregel in declaratieregels:
        prestatie = tabellen.prestatie(declaratieregel["prestatie"])
        if prestatie is None or declaratieregel.get("grondslag_referentienummers"):
            continue
        prijs, aantal = (
            _prijs(declaratieregel, document, context, tabellen),
            _aantal(declaratieregel, prestatie),
        )
        if prestatie.get("eenmalig"):
            sleutel = (declaratieregel["zorgaanbieder_agb"], prestatie["prestatie_id"])
            aantal = min(aantal, max(Fraction(0), 1 - eenmaal[sleutel]))
            eenmaal[sleutel] += aantal
        if prestatie["regime"] == "kraamzorg" and prestatie["eenheid"] == "uur":
            van, tot = (
                dag(declaratieregel["periode"]["van"]),
                dag(declaratieregel["periode"]["tot_en_met"]),
            )
            aantal = min(aantal, Fraction(24 * max(0, (tot - van).days + 1)))
            if prestatie["prestatie_id"] == "kraamzorg-uur":
                aantal = aantal if _in_kraamtijd(declaratieregel, einde) else Fraction(0)
                uren_van[prestatie["prestatie_id"]].append((prijs, aantal))
                continue
        totaal += prijs * aantal
    for rijen in uren_van.values():
        geleverd = _uren_per_vrouw(document)
        for prijs, aantal in sorted(rijen, reverse=True):
            mag = aantal if geleverd is None else min(aantal, geleverd)
            geleverd = None if geleverd is None else geleverd - mag
            totaal += prijs * mag
    toeslag = sum(
        (
            Fraction(r["bedrag_eurocent"])
            for r in declaratieregels
            if r.get("grondslag_referentienummers")
        ),
        Fraction(0),
    )
    return totaal + min(toeslag, totaal / 10 + len(declaratieregels))


def rekening(document: Json, context: Json, tabellen: Tabellen) -> list[tuple[int, Fraction]]:
    """Return for each woman what is asked, and the most that may be paid."""
    per_vrouw: dict[str, list[Json]] = defaultdict(list)
    for declaratieregel in document.get("declaratieregels", ()):
        vrouw = "" if document["soort"] == "dossier" else declaratieregel.get("bsn", DUMMY_BSN)
        per_vrouw[vrouw].append(declaratieregel)
    uit = []
    for declaratieregels in per_vrouw.values():
        gevraagd, levend = netto(declaratieregels)
        uit.append((gevraagd, hoogste(document, levend, context, tabellen)))
    return uit
