"""From a declaratie to a message, and what a message holds beside its declaratie."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, final

import attrs

from geboortezorg.bevroren import bevroren
from geboortezorg.convert import destructureer
from geboortezorg.ei.aanvulling import Aanvulling, Recordaanvulling, Veldwaarde
from geboortezorg.ei.controle import AANTALLEN
from geboortezorg.ei.fout import ZOALS_VERZONDEN, EIFout
from geboortezorg.ei.indeling import Indeling, Recordvorm, is_leeg
from geboortezorg.ei.leden import LEDEN, NIET_IN_BERICHT
from geboortezorg.ei.lezer import lees
from geboortezorg.ei.namen import Veldnaam
from geboortezorg.ei.tekens import Waarde, als_bericht, recordtekst, tekens
from geboortezorg.ei.vertaling import BETAALD, GETALLEN, Vertaling, vertaal
from geboortezorg.model.declaratie import DebetCredit, Declaratie, Declaratieregel
from geboortezorg.model.ei import EIRecordrol, EIVeld
from geboortezorg.model.prestatie import Eenheid
from geboortezorg.tabellen import Tabellen

VALUTA: Final = "EUR"
"""What amounts of a declaratie are in."""

_PARTIJEN: Final = frozenset(
    {
        Veldnaam.UZOVI,
        Veldnaam.SERVICEBUREAU,
        Veldnaam.ZORGVERLENER,
        Veldnaam.PRAKTIJK,
        Veldnaam.INSTELLING,
        Veldnaam.BETALING_AAN,
    }
)
"""Fields of the first record that together give one member: these are taken as they are."""

_BEREKEND: Final = frozenset({Veldnaam.RECORDKENMERK, Veldnaam.VOLGNUMMER})
"""Fields that follow from the place of a record."""


@final
@bevroren(kw_only=True)
class Geschreven:
    """A message that was written, or why it was not."""

    data: bytes | None = attrs.field(repr=False)
    """The message; None when it would be faulty, or would say something else."""
    fouten: tuple[EIFout, ...]
    """What is wrong with it, by the number that a record has in it."""
    verschilt: bool
    """Whether it would not say what the declaratie says, such as that of several providers."""
    weggelaten: tuple[str, ...]
    """Members of the declaratie, or of the aanvulling, that are filled and have no field in a message."""


def schrijf(
    declaratie: Declaratie,
    indeling: Indeling,
    tabellen: Tabellen,
    *,
    aanvulling: Aanvulling | None = None,
    codering: str | None = None,
) -> Geschreven:
    """Return the message of a declaratie, by a layout.

    `aanvulling` gives what a declaratie does not know: who is paid, and the facts of each person.
    `tabellen` give the code and the list of a prestatie. What is written is read back: a message
    with a fault, or that says something else than the declaratie, is not given.
    """
    werk = _Werk(declaratie, indeling, tabellen, aanvulling or Aanvulling())
    data = als_bericht(werk.teksten(), codering)
    terug = vertaal(lees(data, eigen=(indeling,), codering=codering), tabellen)
    fouten = tuple(fout for fout in terug.fouten if fout.reden not in ZOALS_VERZONDEN)
    verschilt = not fouten and terug.declaratie != werk.verwacht()
    goed = not fouten and not verschilt
    return Geschreven(
        data=data if goed else None,
        fouten=fouten,
        verschilt=verschilt,
        weggelaten=(*_weggelaten(declaratie), *werk.zonder_plaats()),
    )


def aanvulling_van(vertaling: Vertaling, tabellen: Tabellen) -> Aanvulling | None:
    """Return what a message holds beside its declaratie; None when not every line was translated.

    With it :func:`schrijf` gives the message again, byte for byte.
    """
    declaratie, voorloop = vertaling.declaratie, vertaling.voorloop
    declaratieregels = [r for r in vertaling.records if r.rol is EIRecordrol.PRESTATIE]
    if declaratie is None or voorloop is None or voorloop.vorm is None:
        return None
    vormen = [(r, r.vorm) for r in vertaling.records if r.vorm is not None]
    if len(declaratieregels) != len(vertaling.prestatierecords) or len(vormen) != len(
        vertaling.records
    ):
        return None
    indeling = voorloop.vorm.indeling
    werk = _Werk(declaratie, indeling, tabellen, Aanvulling())
    standaard = {
        record.nummer: tekst
        for record, tekst in zip(declaratieregels, werk.declaratieregels(), strict=True)
    }
    standaard[voorloop.nummer] = recordtekst(voorloop.vorm, werk.kop({}))
    records: list[Recordaanvulling] = []
    for record, vorm in vormen:
        werk.tel(vorm.rol)
        leeg = recordtekst(vorm, werk.sluit() if record.rol is EIRecordrol.SLUIT else {})
        anders = standaard.get(record.nummer, leeg)
        velden = [
            Veldwaarde(naam=naam, waarde=record.ruw(naam))
            for naam, plaats in vorm.plaatsen.items()
            if naam not in _BEREKEND and record.ruw(naam) != anders[plaats]
        ]
        records.append(Recordaanvulling(kenmerk=vorm.kenmerk, velden=tuple(velden)))
    return Aanvulling(records=tuple(records))


def _weggelaten(declaratie: Declaratie) -> tuple[str, ...]:
    uit = [naam for naam in NIET_IN_BERICHT["declaratie"] if getattr(declaratie, naam)]
    for naam in NIET_IN_BERICHT["declaratieregel"]:
        if any(getattr(declaratieregel, naam) for declaratieregel in declaratie.declaratieregels):
            uit.append(f"declaratieregels.{naam}")
    return tuple(uit)


def _lid(leden: Mapping[str, Any], pad: str) -> Any:
    geheel, _, deel = pad.partition("/")
    waarde = leden.get(geheel)
    return waarde.get(deel) if deel and waarde is not None else waarde


class _Werk:
    """A message that is being written."""

    def __init__(
        self,
        declaratie: Declaratie,
        indeling: Indeling,
        tabellen: Tabellen,
        aanvulling: Aanvulling,
    ) -> None:
        self._declaratie, self._tabellen = declaratie, tabellen
        self._vormen, self._per_rol = indeling.vormen, indeling.per_rol
        self._model, self._aanvulling = indeling.model, aanvulling
        self._aantallen: dict[EIRecordrol, int] = dict.fromkeys(EIRecordrol, 0)
        self._volgnummer = 0

    def verwacht(self) -> Declaratie:
        """Return the declaratie as a message can say it."""
        declaratieregels = tuple(map(self._zegbaar, self._declaratie.declaratieregels))
        return attrs.evolve(self._declaratie, iban=None, declaratieregels=declaratieregels)

    def _zegbaar(self, declaratieregel: Declaratieregel) -> Declaratieregel:
        """Return a line with the code of its prestatie; a unit that goes without saying is left out."""
        prestatie = self._tabellen.prestatie(declaratieregel.prestatie)
        code, eenheid = declaratieregel.prestatie, declaratieregel.eenheid
        if prestatie is not None:
            code = prestatie.code or code
            eenheid = None if eenheid is prestatie.eenheid and not self._codes(eenheid) else eenheid
        return attrs.evolve(
            declaratieregel,
            prestatie=code,
            eenheid=eenheid,
            zorgepisode_id=None,
            startdatum_zorg=None,
            grondslag_referentienummers=(),
        )

    def _codes(self, eenheid: Eenheid | None) -> bool:
        veld = self._per_rol[EIRecordrol.PRESTATIE].velden.get(Veldnaam.TIJDSEENHEID)
        return veld is not None and any(code.betekent == eenheid for code in veld.codes)

    def kop(self, anders: Mapping[str, str]) -> dict[str, Waarde]:
        """Return the values of the first record; `anders` is what the aanvulling says of it."""
        vorm = self._per_rol[EIRecordrol.VOORLOOP]
        leden = destructureer(attrs.evolve(self._declaratie, declaratieregels=()))
        waarden: dict[str, Waarde] = {
            Veldnaam.BERICHTCODE: self._model.berichtcode,
            Veldnaam.BERICHTVERSIE: self._model.berichtversie,
            Veldnaam.BERICHTSUBVERSIE: self._model.berichtsubversie,
            Veldnaam.VALUTA: VALUTA,
        }
        for naam, pad in LEDEN[EIRecordrol.VOORLOOP].items():
            if pad != "declarant_agb" and naam in vorm.velden:
                waarden[naam] = _karakters(vorm.velden[naam], naam, _lid(leden, pad))
        betaald = BETAALD.get(anders.get(Veldnaam.BETALING_AAN, "").strip())
        if betaald is not None:
            waarden[betaald] = self._declaratie.declarant_agb
        return waarden

    def declaratieregels(self) -> Iterator[str]:
        """Yield the record of each declaratieregel as it is without an aanvulling."""
        vorm = self._per_rol[EIRecordrol.PRESTATIE]
        for declaratieregel in self._declaratie.declaratieregels:
            yield recordtekst(vorm, self._declaratieregel(declaratieregel, vorm))

    def _declaratieregel(
        self, declaratieregel: Declaratieregel, vorm: Recordvorm
    ) -> dict[str, Waarde]:
        leden = destructureer(self._zegbaar(declaratieregel))
        waarden: dict[str, Waarde] = {
            naam: _karakters(vorm.velden[naam], naam, _lid(leden, pad))
            for naam, pad in LEDEN[EIRecordrol.PRESTATIE].items()
            if naam in vorm.velden
        }
        prestatie = self._tabellen.prestatie(declaratieregel.prestatie)
        lijst = None if prestatie is None else prestatie.prestatielijst_code
        veld = vorm.velden.get(Veldnaam.PRESTATIECODE)
        code = waarden.get(Veldnaam.PRESTATIECODE)
        if veld is not None and len(str(code)) > veld.einde - veld.begin + 1:
            code = None  # a name without a public code: it would push all fields behind it aside
        return waarden | {Veldnaam.PRESTATIECODE: code, Veldnaam.PRESTATIECODELIJST: lijst}

    def tel(self, rol: EIRecordrol) -> None:
        """Count a record that stands in the message."""
        self._aantallen[rol] += 1

    def sluit(self) -> dict[str, Waarde]:
        """Return the values of the last record."""
        som = sum(
            declaratieregel.declaratiebedrag_eurocent
            * (-1 if declaratieregel.debet_credit is DebetCredit.CREDIT else 1)
            for declaratieregel in self._declaratie.declaratieregels
        )
        aantallen = {naam.value: self._aantallen[rol] for naam, rol in AANTALLEN.items()}
        return {
            **aantallen,
            Veldnaam.AANTAL_DETAILS: sum(aantallen.values()),
            Veldnaam.TOTAALBEDRAG: abs(som),
            Veldnaam.TOTAALBEDRAG_DC: (DebetCredit.CREDIT if som < 0 else DebetCredit.DEBET).value,
        }

    def zonder_plaats(self) -> Iterator[str]:
        """Yield the member of the aanvulling in which a record or a field has no place."""
        records = self._aanvulling.records
        prestaties = [
            r for r in records if r.kenmerk == self._per_rol[EIRecordrol.PRESTATIE].kenmerk
        ]
        vreemd = (
            record.kenmerk not in self._vormen
            or not record.waarden.keys() <= self._vormen[record.kenmerk].velden.keys()
            for record in records
        )
        if len(prestaties) > len(self._declaratie.declaratieregels) or any(vreemd):
            yield "aanvulling.records"

    def teksten(self) -> list[str]:
        """Return the records of the message."""
        kop, details, sluit = self._verdeeld()
        vorm = self._per_rol[EIRecordrol.VOORLOOP]
        uit = [recordtekst(vorm, _samen(vorm, self.kop(kop), kop, _PARTIJEN))]
        wachtend = list(self._declaratie.declaratieregels)
        los = not any(vorm.rol is EIRecordrol.PRESTATIE for vorm, _ in details)
        verzekerde: dict[str, Waarde] = {}
        for vorm, anders in details if not los else self._met_declaratieregels(details):
            waarden: dict[str, Waarde] = {}
            if vorm.rol is EIRecordrol.PRESTATIE:
                if not wachtend:
                    continue
                waarden = self._declaratieregel(wachtend.pop(0), vorm)
                waarden[Veldnaam.VERZEKERDENNUMMER] = verzekerde.get(Veldnaam.VERZEKERDENNUMMER)
            nieuw = _samen(vorm, waarden, anders, frozenset())
            if vorm.rol is EIRecordrol.VERZEKERDE:
                verzekerde = nieuw
            if vorm.rol is not EIRecordrol.COMMENTAAR:
                self._volgnummer += 1
            self.tel(vorm.rol)
            uit.append(recordtekst(vorm, nieuw | {Veldnaam.VOLGNUMMER: self._volgnummer}))
        vorm = self._per_rol[EIRecordrol.SLUIT]
        return [*uit, recordtekst(vorm, {**self.sluit(), **sluit})]

    def _verdeeld(
        self,
    ) -> tuple[Mapping[str, str], list[tuple[Recordvorm, Mapping[str, str]]], Mapping[str, str]]:
        """Return what the aanvulling says of the first record, the details and the last one."""
        kop: Mapping[str, str] = {}
        sluit: Mapping[str, str] = {}
        details: list[tuple[Recordvorm, Mapping[str, str]]] = []
        for record in self._aanvulling.records:
            vorm = self._vormen.get(record.kenmerk)
            if vorm is None:
                continue
            if vorm.rol is EIRecordrol.VOORLOOP:
                kop = record.waarden
            elif vorm.rol is EIRecordrol.SLUIT:
                sluit = record.waarden
            else:
                details.append((vorm, record.waarden))
        return kop, details, sluit

    def _met_declaratieregels(
        self, details: list[tuple[Recordvorm, Mapping[str, str]]]
    ) -> Iterator[tuple[Recordvorm, Mapping[str, str]]]:
        """Yield the details with the lines of each person below her record."""
        declaratieregels = self._declaratie.declaratieregels
        per_bsn: dict[str | None, list[Declaratieregel]] = {}
        for declaratieregel in declaratieregels:
            per_bsn.setdefault(declaratieregel.bsn, []).append(declaratieregel)
        vorm = self._per_rol[EIRecordrol.PRESTATIE]
        volgorde: list[Declaratieregel] = []
        uit: list[tuple[Recordvorm, Mapping[str, str]]] = []
        for deel, anders in details:
            uit.append((deel, anders))
            if deel.rol is EIRecordrol.VERZEKERDE:
                eigen = per_bsn.pop(anders.get(Veldnaam.BSN), [])
                volgorde += eigen
                uit += [(vorm, {})] * len(eigen)
        for bsn, rest in per_bsn.items():
            persoon = self._per_rol.get(EIRecordrol.VERZEKERDE)
            if persoon is not None:
                anders = {Veldnaam.BSN.value: bsn or "", Veldnaam.UZOVI.value: rest[0].uzovi_code}
                uit.append((persoon, anders))
            volgorde += rest
            uit += [(vorm, {})] * len(rest)
        self._declaratie = attrs.evolve(self._declaratie, declaratieregels=tuple(volgorde))
        yield from uit


def _samen(
    vorm: Recordvorm,
    waarden: Mapping[str, Waarde],
    anders: Mapping[str, str],
    letterlijk: frozenset[Veldnaam],
) -> dict[str, Waarde]:
    """Return values with those of an aanvulling; what contradicts the declaratie is passed over."""
    uit: dict[str, Waarde] = dict(waarden)
    for naam, ruw in anders.items():
        veld = vorm.velden.get(naam)
        if veld is None or naam in _BEREKEND:
            continue
        eigen = waarden.get(naam)
        if (
            naam not in LEDEN.get(vorm.rol, {})
            or naam in letterlijk
            or (naam == Veldnaam.PRESTATIECODELIJST and eigen is None)
            or _betekenis(veld, tekens(veld, eigen)) == _betekenis(veld, tekens(veld, ruw))
        ):
            uit[naam] = ruw
    return uit


def _betekenis(veld: EIVeld, ruw: str) -> Any:
    """Return what the characters of a field come down to."""
    if veld.naam in GETALLEN:
        return int(ruw) if ruw.isdigit() else None
    if is_leeg(ruw, veld):
        return None
    betekent = {code.code: code.betekent for code in veld.codes}
    return betekent.get(ruw) or ruw.rstrip(" ")


def _karakters(veld: EIVeld, naam: Veldnaam, waarde: Any) -> Waarde:
    """Return a JSON value of a declaratie as a field writes it."""
    if naam is Veldnaam.TIJDSEENHEID and waarde is not None:
        return next((code.code for code in veld.codes if code.betekent == waarde), waarde)
    if isinstance(waarde, str) and veld.inhoud == "datum":
        return waarde.replace("-", "")
    gevuld: Waarde = waarde
    return gevuld
