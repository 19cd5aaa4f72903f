"""What is declared to an insurer."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, final

from geboortezorg import veld
from geboortezorg.betekenis import Ander, Gebeurd, NietNa, NietNul, Uniek, Zorgsoort
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model import _velden
from geboortezorg.model.prestatie import Eenheid
from geboortezorg.nummers import agb
from geboortezorg.tijd import Periode


class DebetCredit(StrEnum):
    """Sign of an amount (Vektis COD043); amounts themselves are never negative."""

    DEBET = "D"
    CREDIT = "C"


INSTELLINGEN: Final = frozenset(("06", "17", "22", "37", "48", "53", "67", "98"))
"""Zorgsoorten of organisations, in which and under whose code several professions work."""

_ZORGSOORTEN_SPECIALISME: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        f"{begin[0]}{nummer:02}": begin
        for zorgsoort in agb.ZORGSOORTEN
        if zorgsoort.code not in INSTELLINGEN
        for begin in [(zorgsoort.code, *sorted(INSTELLINGEN))]
        for nummer in range(100)
    }
)
"""The first two digits of the AGB-codes that are expected beside a specialism of a profession."""


def _bij(specialisme: str) -> Zorgsoort:
    """Return that an AGB-code fits the specialism beside it; another one can be right."""
    return Zorgsoort(rol=((specialisme, _ZORGSOORTEN_SPECIALISME),), vermoeden=True)


def _specialisme(omschrijving: str, omschrijving_nl: str) -> Mapping[str, Any]:
    """Metadata of a specialism as a message writes it (COD016): four digits."""
    return veld.code(
        f"Specialism (COD016) of {omschrijving}.",
        f"Specialisme (COD016) van {omschrijving_nl}.",
        "^[0-9]{4}$",
        4,
        voorbeelden=("0800",),
        betekenis=(NietNul(),),
    )


@final
@bevroren(kw_only=True, weakref_slot=False, repr=False)
class Declaratieregel:
    """One declared prestatie."""

    referentienummer: str = attrs.field(
        repr=False,
        metadata=veld.tekst(
            "Reference of this line, unique for the provider.",
            "Referentienummer van deze declaratieregel, uniek bij de zorgaanbieder.",
            20,
            persoonsgegeven=True,
        ),
    )
    zorgaanbieder_agb: str = attrs.field(
        metadata=_velden.agb_code(
            "AGB-code of the declaring provider.", "AGB-code van de declarerende zorgaanbieder."
        )
    )
    uzovi_code: str = attrs.field(metadata=_velden.uzovi_code())
    prestatie: str = attrs.field(metadata=_velden.prestatie())
    periode: Periode = attrs.field(
        metadata=veld.gegeven(
            "Days on which it was delivered.", "Dagen van levering.", betekenis=(Gebeurd(),)
        )
    )
    aantal: int = attrs.field(
        metadata=veld.getal("Quantity, in `eenheid`.", "Aantal, in `eenheid`.", 1, 9999)
    )
    tarief_eurocent: int = attrs.field(
        metadata=veld.getal(
            "Tariff per unit of the prestatie.",
            "Tarief per eenheid van de prestatie.",
            0,
            99_999_999,
            eenheid="eurocent",
            voorbeelden=(5933,),
        )
    )
    bedrag_eurocent: int = attrs.field(
        metadata=veld.getal(
            "Computed amount: tariff times quantity.",
            "Berekend bedrag: tarief maal aantal.",
            0,
            99_999_999,
            eenheid="eurocent",
        )
    )
    declaratiebedrag_eurocent: int = attrs.field(
        metadata=veld.getal(
            "Part of the computed amount that is declared to this receiver.",
            "Deel van het berekende bedrag dat bij deze ontvanger wordt gedeclareerd.",
            0,
            99_999_999,
            eenheid="eurocent",
        )
    )
    debet_credit: DebetCredit = attrs.field(
        metadata=veld.gegeven("D is debit, C is credit.", "D is debet, C is credit.")
    )
    eenheid: Eenheid | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Unit of the quantity; left out when it is that of the prestatie.",
            "Eenheid van het aantal; weggelaten als het die van de prestatie is.",
        ),
    )
    bsn: str | None = attrs.field(
        default=None,
        repr=False,
        metadata=_velden.bsn_nummer(
            "Burgerservicenummer of the insured person, in a message about several; nine nines "
            "when it is not known.",
            "Burgerservicenummer van de verzekerde, in een bericht over meer personen; negen "
            "negens als het niet bekend is.",
        ),
    )
    zorgepisode_id: str | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.sleutel(
            "The zorgepisode of the dossier that this care belongs to.",
            "De zorgepisode van het dossier waar deze zorg bij hoort.",
            persoonsgegeven=True,
        ),
    )
    startdatum_zorg: date | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "Start of the care, when no zorgepisode in the document tells it.",
            "Start van de zorg, als geen zorgepisode in het document die noemt.",
            persoonsgegeven=True,
            betekenis=(
                Gebeurd(),
                NietNa("periode.van"),
            ),
        ),
    )
    datum_partus: date | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.gegeven(
            "Day of birth, where a message names it (field 0414 of VK301).",
            "Dag van de partus, waar een bericht die noemt (rubriek 0414 van VK301).",
            persoonsgegeven=True,
            betekenis=(Gebeurd(),),
        ),
    )
    gerelateerd_referentienummer: str | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.tekst(
            "Reference of the earlier debit line that a credit line corrects.",
            "Referentienummer van de eerdere debetregel die een creditregel corrigeert.",
            20,
            persoonsgegeven=True,
        ),
    )
    grondslag_referentienummers: tuple[str, ...] = attrs.field(
        default=(),
        repr=False,
        metadata=veld.lijst(
            "References of the lines over which a toeslag is computed.",
            "Referentienummers van de declaratieregels waarover een toeslag is berekend.",
            1000,
            max_lengte=20,
            persoonsgegeven=True,
        ),
    )
    behandelaar_agb: str | None = attrs.field(
        default=None,
        metadata=_velden.agb_code(
            "AGB-code of who gave the care.",
            "AGB-code van wie de zorg gaf.",
            _bij("behandelaar_specialisme"),
        ),
    )
    behandelaar_specialisme: str | None = attrs.field(
        default=None,
        metadata=_specialisme("who gave the care", "wie de zorg gaf"),
    )
    verwijzer_agb: str | None = attrs.field(
        default=None,
        metadata=_velden.agb_code(
            "AGB-code of who referred the woman.",
            "AGB-code van wie de vrouw verwees.",
            _bij("verwijzer_specialisme"),
        ),
    )
    verwijzer_specialisme: str | None = attrs.field(
        default=None,
        metadata=_specialisme("who referred the woman", "wie de vrouw verwees"),
    )
    vorige_zorgverlener_agb: str | None = attrs.field(
        default=None,
        metadata=_velden.agb_code(
            "AGB-code of the care provider from whom the care was taken over.",
            "AGB-code van de zorgverlener van wie de zorg werd overgenomen.",
            Ander("zorgaanbieder_agb", "", vermoeden=True),
            _bij("vorige_zorgverlener_specialisme"),
        ),
    )
    vorige_zorgverlener_specialisme: str | None = attrs.field(
        default=None,
        metadata=_specialisme(
            "the care provider from whom the care was taken over",
            "de zorgverlener van wie de zorg werd overgenomen",
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False, repr=False)
class Declaratie:
    """A message with declaratieregels from one declarant to one insurer."""

    declarant_agb: str = attrs.field(
        metadata=_velden.agb_code("AGB-code of the declarant.", "AGB-code van de declarant.")
    )
    uzovi_code: str = attrs.field(metadata=_velden.uzovi_code())
    factuurnummer: str = attrs.field(
        repr=False,
        metadata=veld.tekst("Invoice number.", "Factuurnummer.", 12, persoonsgegeven=True),
    )
    factuurdatum: date = attrs.field(
        metadata=veld.gegeven("Invoice date.", "Factuurdatum.", betekenis=(Gebeurd(),))
    )
    periode: Periode = attrs.field(
        metadata=veld.gegeven("Declaration period.", "Declaratieperiode.")
    )
    declaratieregels: tuple[Declaratieregel, ...] = attrs.field(
        repr=False,
        metadata=veld.lijst(
            "The lines.",
            "De declaratieregels.",
            min_aantal=1,
            persoonsgegeven=True,
            betekenis=(Uniek("referentienummer", per=("zorgaanbieder_agb",)),),
        ),
    )
    iban: str | None = attrs.field(
        default=None,
        repr=False,
        metadata=veld.tekst(
            "Account to pay to, without spaces.",
            "Rekening waarop betaald wordt, zonder spaties.",
            34,
            min_lengte=15,
            tekens="A-Z0-9",
            persoonsgegeven=True,
        ),
    )
