"""The models: one module per noun of the field. Wrong documents can be represented too.

Every class that a document holds can be imported from here: ``from geboortezorg.model import
Dossier``. Its module is imported when its name is first asked for.
"""

from typing import TYPE_CHECKING, Final

from geboortezorg import lui

if TYPE_CHECKING:
    from geboortezorg.bron import Bron, Verificatie
    from geboortezorg.model.aansluiting import Aansluitbijdrage, Aansluiting, Uitwisselingsstelsel
    from geboortezorg.model.aanwijzing import Aanwijzing, Procedurestap, Procedurestapsoort
    from geboortezorg.model.afspraak import Afspraakthema, BestuurlijkeAfspraak
    from geboortezorg.model.basiskader import (
        MDO,
        Activiteit,
        Basiskader,
        Bewijs,
        Bewijssoort,
        Domein,
        Kerntaak,
        Kerntaakinvulling,
    )
    from geboortezorg.model.cao import Cao, Caobinding, Caostap, Caostatus
    from geboortezorg.model.cijfers import (
        Cijfer,
        Cijfereenheid,
        Cijferstatus,
        Cijfertabel,
        Definitie,
        Licentie,
        Sterftegrenzen,
        Tijdvak,
    )
    from geboortezorg.model.coalitie import Coalitie
    from geboortezorg.model.codelijst import Codebetekenis, Codelijst
    from geboortezorg.model.context import EerderGedeclareerd, Toetscontext
    from geboortezorg.model.declaratie import DebetCredit, Declaratie, Declaratieregel
    from geboortezorg.model.doel import (
        Doel,
        Doelonderdeel,
        Doelwijziging,
        Indicator,
        Richting,
        Streefwaarde,
    )
    from geboortezorg.model.dossier import Dossier
    from geboortezorg.model.ei import (
        EICode,
        EIIndeling,
        EIInhoud,
        EIRecord,
        EIRecordrol,
        EIVeld,
        EIVeldtype,
    )
    from geboortezorg.model.financiering import Financieringsbron, Financieringssoort
    from geboortezorg.model.igo import IGO, IntegraalTraject
    from geboortezorg.model.kraamzorg import (
        Bijdrageinning,
        Bijdragesoort,
        Bijdragevrijstelling,
        EigenBijdrage,
        GeleverdeKraamzorg,
        Indicatiegrond,
        Indicatiemoment,
        Indicatieprotocol,
        Kraamzorgindicatie,
        Kraamzorguitzondering,
        Partusassistentie,
        Voeding,
    )
    from geboortezorg.model.meting import Meting, Vergelijking
    from geboortezorg.model.monitorplan import (
        Clientthema,
        Monitorniveau,
        Monitoronderwerp,
        Monitorplan,
        Ondersteuning,
        Ondersteuningsoort,
        Stap,
        Stapsoort,
    )
    from geboortezorg.model.norm import Norm, Normeenheid, Normtabel, Normwaarde
    from geboortezorg.model.overeenkomst import (
        Overeenkomst,
        Overeenkomstsoort,
        Prijsafspraak,
        Screeningscontract,
        Termijn,
    )
    from geboortezorg.model.partijen import (
        Deelnemer,
        Discipline,
        Echelon,
        Partijsoort,
        Rechtsvorm,
        Zorgaanbieder,
        Zorgverzekeraar,
    )
    from geboortezorg.model.prestatie import (
        Eenheid,
        Fase,
        Prestatie,
        Prestatielijst,
        Regime,
        Telgrens,
    )
    from geboortezorg.model.prestatiebeschrijving import (
        Beschrijvingstatus,
        Macrokader,
        Macrokadersoort,
        Prestatiebeschrijving,
        Voorwaarde,
        Voorwaardesoort,
    )
    from geboortezorg.model.tarief import (
        Besluitstatus,
        Opslag,
        Opslagsoort,
        Tarief,
        Tariefbeschikking,
        Tariefsoort,
        Tarieftabel,
    )
    from geboortezorg.model.vsv import VSV
    from geboortezorg.model.vsv_declaratie import VSVDeclaratie, VSVDeclaratieregel
    from geboortezorg.model.wachtdienst import (
        Afwijking,
        Arbeidsverhouding,
        CollectieveRegeling,
        Leeftijdsgroep,
        Oproep,
        Tijdruimte,
        Tijdsoort,
        Vergoeding,
        Wachtdienst,
        Wachtdienstrooster,
        Wachtdienstsoort,
        Werkzaamheid,
    )
    from geboortezorg.model.zorgepisode import (
        PerinatalePeriode,
        Risicostatus,
        Verwijsperiode,
        Verwijzing,
        Verwijzingsoort,
        Zorgepisode,
    )
    from geboortezorg.model.zwangerschap import (
        Client,
        Kind,
        PlaatsBaring,
        Verzekering,
        WijzeEinde,
        Zwangerschap,
    )
    from geboortezorg.tijd import Looptijd, Periode

__all__ = [
    "IGO",
    "MDO",
    "VSV",
    "Aansluitbijdrage",
    "Aansluiting",
    "Aanwijzing",
    "Activiteit",
    "Afspraakthema",
    "Afwijking",
    "Arbeidsverhouding",
    "Basiskader",
    "Beschrijvingstatus",
    "Besluitstatus",
    "BestuurlijkeAfspraak",
    "Bewijs",
    "Bewijssoort",
    "Bijdrageinning",
    "Bijdragesoort",
    "Bijdragevrijstelling",
    "Bron",
    "Cao",
    "Caobinding",
    "Caostap",
    "Caostatus",
    "Cijfer",
    "Cijfereenheid",
    "Cijferstatus",
    "Cijfertabel",
    "Client",
    "Clientthema",
    "Coalitie",
    "Codebetekenis",
    "Codelijst",
    "CollectieveRegeling",
    "DebetCredit",
    "Declaratie",
    "Declaratieregel",
    "Deelnemer",
    "Definitie",
    "Discipline",
    "Doel",
    "Doelonderdeel",
    "Doelwijziging",
    "Domein",
    "Dossier",
    "EICode",
    "EIIndeling",
    "EIInhoud",
    "EIRecord",
    "EIRecordrol",
    "EIVeld",
    "EIVeldtype",
    "Echelon",
    "Eenheid",
    "EerderGedeclareerd",
    "EigenBijdrage",
    "Fase",
    "Financieringsbron",
    "Financieringssoort",
    "GeleverdeKraamzorg",
    "Indicatiegrond",
    "Indicatiemoment",
    "Indicatieprotocol",
    "Indicator",
    "IntegraalTraject",
    "Kerntaak",
    "Kerntaakinvulling",
    "Kind",
    "Kraamzorgindicatie",
    "Kraamzorguitzondering",
    "Leeftijdsgroep",
    "Licentie",
    "Looptijd",
    "Macrokader",
    "Macrokadersoort",
    "Meting",
    "Monitorniveau",
    "Monitoronderwerp",
    "Monitorplan",
    "Norm",
    "Normeenheid",
    "Normtabel",
    "Normwaarde",
    "Ondersteuning",
    "Ondersteuningsoort",
    "Oproep",
    "Opslag",
    "Opslagsoort",
    "Overeenkomst",
    "Overeenkomstsoort",
    "Partijsoort",
    "Partusassistentie",
    "PerinatalePeriode",
    "Periode",
    "PlaatsBaring",
    "Prestatie",
    "Prestatiebeschrijving",
    "Prestatielijst",
    "Prijsafspraak",
    "Procedurestap",
    "Procedurestapsoort",
    "Rechtsvorm",
    "Regime",
    "Richting",
    "Risicostatus",
    "Screeningscontract",
    "Stap",
    "Stapsoort",
    "Sterftegrenzen",
    "Streefwaarde",
    "Tarief",
    "Tariefbeschikking",
    "Tariefsoort",
    "Tarieftabel",
    "Telgrens",
    "Termijn",
    "Tijdruimte",
    "Tijdsoort",
    "Tijdvak",
    "Toetscontext",
    "Uitwisselingsstelsel",
    "VSVDeclaratie",
    "VSVDeclaratieregel",
    "Vergelijking",
    "Vergoeding",
    "Verificatie",
    "Verwijsperiode",
    "Verwijzing",
    "Verwijzingsoort",
    "Verzekering",
    "Voeding",
    "Voorwaarde",
    "Voorwaardesoort",
    "Wachtdienst",
    "Wachtdienstrooster",
    "Wachtdienstsoort",
    "Werkzaamheid",
    "WijzeEinde",
    "Zorgaanbieder",
    "Zorgepisode",
    "Zorgverzekeraar",
    "Zwangerschap",
]

_WAAR: Final = {
    "..bron": "Bron Verificatie",
    ".aansluiting": "Aansluitbijdrage Aansluiting Uitwisselingsstelsel",
    ".aanwijzing": "Aanwijzing Procedurestap Procedurestapsoort",
    ".afspraak": "Afspraakthema BestuurlijkeAfspraak",
    ".basiskader": (
        "MDO Activiteit Basiskader Bewijs Bewijssoort Domein Kerntaak Kerntaakinvulling"
    ),
    ".cao": "Cao Caobinding Caostap Caostatus",
    ".cijfers": (
        "Cijfer Cijfereenheid Cijferstatus Cijfertabel Definitie Licentie Sterftegrenzen Tijdvak"
    ),
    ".coalitie": "Coalitie",
    ".codelijst": "Codebetekenis Codelijst",
    ".context": "EerderGedeclareerd Toetscontext",
    ".declaratie": "DebetCredit Declaratie Declaratieregel",
    ".doel": "Doel Doelonderdeel Doelwijziging Indicator Richting Streefwaarde",
    ".dossier": "Dossier",
    ".ei": "EICode EIIndeling EIInhoud EIRecord EIRecordrol EIVeld EIVeldtype",
    ".financiering": "Financieringsbron Financieringssoort",
    ".igo": "IGO IntegraalTraject",
    ".kraamzorg": (
        "Bijdrageinning Bijdragesoort Bijdragevrijstelling EigenBijdrage "
        "GeleverdeKraamzorg Indicatiegrond Indicatiemoment Indicatieprotocol "
        "Kraamzorgindicatie Kraamzorguitzondering Partusassistentie Voeding"
    ),
    ".meting": "Meting Vergelijking",
    ".monitorplan": (
        "Clientthema Monitorniveau Monitoronderwerp Monitorplan Ondersteuning "
        "Ondersteuningsoort Stap Stapsoort"
    ),
    ".norm": "Norm Normeenheid Normtabel Normwaarde",
    ".overeenkomst": "Overeenkomst Overeenkomstsoort Prijsafspraak Screeningscontract Termijn",
    ".partijen": "Deelnemer Discipline Echelon Partijsoort Rechtsvorm Zorgaanbieder Zorgverzekeraar",
    ".prestatie": "Eenheid Fase Prestatie Prestatielijst Regime Telgrens",
    ".prestatiebeschrijving": (
        "Beschrijvingstatus Macrokader Macrokadersoort Prestatiebeschrijving Voorwaarde "
        "Voorwaardesoort"
    ),
    ".tarief": "Besluitstatus Opslag Opslagsoort Tarief Tariefbeschikking Tariefsoort Tarieftabel",
    ".vsv": "VSV",
    ".vsv_declaratie": "VSVDeclaratie VSVDeclaratieregel",
    ".wachtdienst": (
        "Afwijking Arbeidsverhouding CollectieveRegeling Leeftijdsgroep Oproep Tijdruimte Tijdsoort Vergoeding "
        "Wachtdienst Wachtdienstrooster Wachtdienstsoort Werkzaamheid"
    ),
    ".zorgepisode": (
        "PerinatalePeriode Risicostatus Verwijsperiode Verwijzing Verwijzingsoort Zorgepisode"
    ),
    ".zwangerschap": "Client Kind PlaatsBaring Verzekering WijzeEinde Zwangerschap",
    "..tijd": "Looptijd Periode",
}

__getattr__, __dir__ = lui.namen(__name__, _WAAR)
