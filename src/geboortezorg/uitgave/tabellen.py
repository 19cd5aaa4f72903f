"""The tables that ship with the library, as JSON and CSV for other languages.

The JSON is the content of the TOML, as documents that follow the schemas. The CSV is for reading:
one row for each amount, with what the decision says of it filled in.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from geboortezorg.convert import destructureer_document
from geboortezorg.tabellen import Tabellen, as_documents, shipped
from geboortezorg.tabellen.cijfers import Cijfers, cijfers
from geboortezorg.tabellen.codelijsten import codelijst
from geboortezorg.tabellen.normen import normen

MAP: Final = "tabellen"
TARIEVEN: Final = f"{MAP}/tarieven.csv"
CIJFERS: Final = f"{MAP}/cijfers.csv"

KOP_TARIEVEN: Final = (
    *("tabel", "regime", "prestatie_id", "prestatiecode", "omschrijving", "omschrijving_en"),
    *("tariefsoort", "eenheid", "bedrag_eurocent"),
    *("van", "tot_en_met", "status", "nummer", "betwist", "verificatie"),
    *("bron_titel", "bron_url"),
)
KOP_CIJFERS: Final = (
    *("tabel", "onderwerp", "definitie_id", "gebied", "categorie", "waarde", "decimalen"),
    *("eenheid", "tijdvak", "van", "tot_en_met", "status", "verificatie"),
    *("bron_titel", "bron_url", "licentie", "naamsvermelding"),
)


def documenten() -> dict[str, dict[str, Any]]:
    """Return every table that ships, as the JSON object of a document, by its path."""
    lijst = codelijst()
    alle: Mapping[str, dict[str, Any]] = {
        **as_documents(shipped()),
        **cijfers().as_documents(),
        **normen().as_documents(),
        lijst.naam: destructureer_document(lijst),
    }
    return {f"{MAP}/{naam}.json": alle[naam] for naam in sorted(alle)}


def csv_bestanden() -> dict[str, bytes]:
    """Return the CSV files by their path: UTF-8, commas, a header, lines that end in CR LF."""
    return {
        TARIEVEN: _csv(KOP_TARIEVEN, _tarieven(shipped())),
        CIJFERS: _csv(KOP_CIJFERS, _cijfers(cijfers())),
    }


def _csv(kop: Iterable[str], rijen: Iterable[Iterable[Any]]) -> bytes:
    tekst = io.StringIO(newline="")
    schrijver = csv.writer(tekst)  # as RFC 4180 wants it: CR LF, and an empty cell for None
    schrijver.writerow(kop)
    schrijver.writerows(rijen)
    return tekst.getvalue().encode("utf-8")


def _dag(dag: date | None) -> str | None:
    return None if dag is None else dag.isoformat()


def _tarieven(tabellen: Tabellen) -> Iterator[tuple[Any, ...]]:
    prestaties = {prestatie.prestatie_id: prestatie for prestatie in tabellen.prestaties}
    for tabel in sorted(tabellen.tarieftabellen, key=lambda tabel: tabel.naam):
        beschikking = tabel.tariefbeschikking
        for tarief in tabel.tarieven:
            looptijd = tarief.looptijd or beschikking.looptijd
            bron = tarief.bron or beschikking.bron
            prestatie = prestaties[tarief.prestatie_id]
            yield (
                *(tabel.naam, tabel.regime.value, tarief.prestatie_id, prestatie.code),
                *(prestatie.omschrijving, prestatie.omschrijving_en),
                *(tarief.tariefsoort.value, tarief.eenheid.value, tarief.bedrag_eurocent),
                *(_dag(looptijd and looptijd.van), _dag(looptijd and looptijd.tot_en_met)),
                *(beschikking.status.value, beschikking.nummer, tarief.betwist),
                *(bron.verificatie.value, bron.titel, bron.url),
            )


def _cijfers(alle: Cijfers) -> Iterator[tuple[Any, ...]]:
    for gevonden in sorted(alle, key=lambda gevonden: gevonden.tabel):
        cijfer, definitie, bron = gevonden.cijfer, gevonden.definitie, gevonden.bron
        periode = cijfer.periode
        yield (
            *(gevonden.tabel, definitie.onderwerp, definitie.definitie_id, cijfer.gebied),
            *(cijfer.categorie, cijfer.waarde, cijfer.decimalen, definitie.eenheid.value),
            *(definitie.tijdvak.value, _dag(periode and periode.van)),
            *(_dag(periode and periode.tot_en_met), cijfer.status.value, bron.verificatie.value),
            *(bron.titel, bron.url, gevonden.licentie.value, gevonden.naamsvermelding),
        )
