"""What fills the objects of a class; made by ``python3 dev.py bijwerken``."""

# fmt: off
from typing import Any, Final


def _integraal_bundel(self: Any, *, periode: Any, binnen: Any, buiten: Any, bron: Any) -> None:
    zet = object.__setattr__.__get__(self)
    zet("periode", periode)
    zet("binnen", binnen)
    zet("buiten", buiten)
    zet("bron", bron)
def _stap_berekening(self: Any, *, eenheid: Any, uitkomst: Any, stappen: Any = (), leemten: Any = ()) -> None:
    zet = object.__setattr__.__get__(self)
    zet("eenheid", eenheid)
    zet("uitkomst", uitkomst)
    zet("stappen", stappen)
    zet("leemten", leemten)
def _stap_stap(self: Any, *, code: Any, tekst: Any, tekst_en: Any, waarde: Any, stand: Any, bron: Any, rij: Any = None) -> None:
    zet = object.__setattr__.__get__(self)
    zet("code", code)
    zet("tekst", tekst)
    zet("tekst_en", tekst_en)
    zet("waarde", waarde)
    zet("stand", stand)
    zet("bron", bron)
    zet("rij", rij)
def _consignatie_bezetter(self: Any, *, soorten: Any, oproep: Any) -> None:
    zet = object.__setattr__.__get__(self)
    zet("soorten", soorten)
    zet("oproep", oproep)
def _consignatie_bezetting(self: Any, *, consignatie: Any, arbeid: Any, oproepen: Any, oproepmomenten: Any, consignaties: Any, gewerkt: Any, geteld: Any, langste: Any) -> None:
    zet = object.__setattr__.__get__(self)
    zet("consignatie", consignatie)
    zet("arbeid", arbeid)
    zet("oproepen", oproepen)
    zet("oproepmomenten", oproepmomenten)
    zet("consignaties", consignaties)
    zet("gewerkt", gewerkt)
    zet("geteld", geteld)
    zet("langste", langste)
def _diensten_dienst(self: Any, *, delen: Any, arbeid: Any, nachtdienst: Any) -> None:
    zet = object.__setattr__.__get__(self)
    zet("delen", delen)
    zet("arbeid", arbeid)
    zet("nachtdienst", nachtdienst)
def _diensten_indeler(self: Any, *, rust: Any, nachtarbeid: Any) -> None:
    zet = object.__setattr__.__get__(self)
    zet("rust", rust)
    zet("nachtarbeid", nachtarbeid)
def _bron_bron(self: Any, *, titel: Any, verificatie: Any, nummer: Any = None, artikel: Any = None, url: Any = None, toestand: Any = None, gezien_op: Any = None, toelichting: Any = None) -> None:
    zet = object.__setattr__.__get__(self)
    zet("titel", titel)
    zet("verificatie", verificatie)
    zet("nummer", nummer)
    zet("artikel", artikel)
    zet("url", url)
    zet("toestand", toestand)
    zet("gezien_op", gezien_op)
    zet("toelichting", toelichting)
def _tarief_tarief(self: Any, *, prestatie_id: Any, tariefsoort: Any, eenheid: Any, bedrag_eurocent: Any = None, looptijd: Any = None, betwist: Any = None, bron: Any = None) -> None:
    zet = object.__setattr__.__get__(self)
    zet("prestatie_id", prestatie_id)
    zet("tariefsoort", tariefsoort)
    zet("eenheid", eenheid)
    zet("bedrag_eurocent", bedrag_eurocent)
    zet("looptijd", looptijd)
    zet("betwist", betwist)
    zet("bron", bron)
def _zorgsoorten_kwalificatie(self: Any, *, code: Any, naam: Any, verificatie: Any, bron: Any) -> None:
    zet = object.__setattr__.__get__(self)
    zet("code", code)
    zet("naam", naam)
    zet("verificatie", verificatie)
    zet("bron", bron)
def _zorgsoorten_zorgsoort(self: Any, *, code: Any, naam: Any, kwalificaties: Any, verificatie: Any, bron: Any) -> None:
    zet = object.__setattr__.__get__(self)
    zet("code", code)
    zet("naam", naam)
    zet("kwalificaties", kwalificaties)
    zet("verificatie", verificatie)
    zet("bron", bron)
def _cijfernummer_cijfernummer(self: Any, *, nummersoort: Any, lengte: Any) -> None:
    zet = object.__setattr__.__get__(self)
    zet("nummersoort", nummersoort)
    zet("lengte", lengte)
def _rapport_declaratieregeluitkomsten(self: Any, *, aantal: Any, geschonden: Any = (), twijfel: Any = (), onbekend: Any = ()) -> None:
    zet = object.__setattr__.__get__(self)
    zet("aantal", aantal)
    zet("geschonden", geschonden)
    zet("twijfel", twijfel)
    zet("onbekend", onbekend)
def _rapport_rapport(self: Any, *, oordeel: Any, bibliotheek_versie: Any, document_soort: Any = None, document_versie: Any = None, beoordelingsdatum: Any = None, samenvatting: Any = None, regels: Any = (), bevindingen: Any = (), bevindingen_weggelaten: Any = 0, tabellen: Any = ()) -> None:
    zet = object.__setattr__.__get__(self)
    zet("oordeel", oordeel)
    zet("bibliotheek_versie", bibliotheek_versie)
    zet("document_soort", document_soort)
    zet("document_versie", document_versie)
    zet("beoordelingsdatum", beoordelingsdatum)
    zet("samenvatting", samenvatting)
    zet("regels", regels)
    zet("bevindingen", bevindingen)
    zet("bevindingen_weggelaten", bevindingen_weggelaten)
    zet("tabellen", tabellen)
def _rapport_regeluitkomst(self: Any, *, code: Any, versie: Any, uitkomst: Any, verificatie: Any, tabellen: Any = ()) -> None:
    zet = object.__setattr__.__get__(self)
    zet("code", code)
    zet("versie", versie)
    zet("uitkomst", uitkomst)
    zet("verificatie", verificatie)
    zet("tabellen", tabellen)
def _rapport_samenvatting(self: Any, *, voldaan: Any, geschonden: Any, niet_van_toepassing: Any, niet_beoordeeld: Any, oorzaken: Any = (), aanvullingen: Any = (), declaratieregels: Any = None) -> None:
    zet = object.__setattr__.__get__(self)
    zet("voldaan", voldaan)
    zet("geschonden", geschonden)
    zet("niet_van_toepassing", niet_van_toepassing)
    zet("niet_beoordeeld", niet_beoordeeld)
    zet("oorzaken", oorzaken)
    zet("aanvullingen", aanvullingen)
    zet("declaratieregels", declaratieregels)
def _rapport_tabelgebruik(self: Any, *, naam: Any, verificatie: Any, eigen: Any = False, vervangt: Any = ()) -> None:
    zet = object.__setattr__.__get__(self)
    zet("naam", naam)
    zet("verificatie", verificatie)
    zet("eigen", eigen)
    zet("vervangt", vervangt)
def _context_context(self: Any, *, tabellen: Any = NotImplemented, overeenkomsten: Any = (), overeenkomsten_volledig: Any = False, prestatiebeschrijvingen: Any = (), screeningscontracten: Any = (), screeningscontracten_volledig: Any = False, eerdere_factuurnummers: Any = frozenset(), eerdere_factuurnummers_volledig: Any = False, eerder_gedeclareerd: Any = (), beoordelingsdatum: Any = None, drempel: Any = ...) -> None:
    zet = object.__setattr__.__get__(self)
    zet("tabellen", globals()["shipped"]() if tabellen is NotImplemented else tabellen)
    zet("overeenkomsten", overeenkomsten)
    zet("overeenkomsten_volledig", overeenkomsten_volledig)
    zet("prestatiebeschrijvingen", prestatiebeschrijvingen)
    zet("screeningscontracten", screeningscontracten)
    zet("screeningscontracten_volledig", screeningscontracten_volledig)
    zet("eerdere_factuurnummers", eerdere_factuurnummers)
    zet("eerdere_factuurnummers_volledig", eerdere_factuurnummers_volledig)
    zet("eerder_gedeclareerd", eerder_gedeclareerd)
    zet("beoordelingsdatum", beoordelingsdatum)
    zet("drempel", drempel)
    zet("normen", self._van_de_tabellen())
    zet("_gedeeld", {})
    self.__attrs_post_init__()
def _ingebed_ingebed(self: Any, eigen: Any) -> None:
    zet = object.__setattr__.__get__(self)
    zet("eigen", eigen)
def _etmaal__geleverd(self: Any, *, van: Any, tot_en_met: Any, minuten: Any, lijst: Any, plaats: Any, agb: Any = None) -> None:
    self.van = van
    self.tot_en_met = tot_en_met
    self.minuten = minuten
    self.lijst = lijst
    self.plaats = plaats
    self.agb = agb
def _zorg_uren(self: Any, *, van: Any, tot_en_met: Any, minuten: Any, post: Any) -> None:
    self.van = van
    self.tot_en_met = tot_en_met
    self.minuten = minuten
    self.post = post
def _nodig_nodig(self: Any, *, leden: Any = (), regimes: Any = (), prestaties: Any = (), kenmerken: Any = (), behalve_regimes: Any = (), trekken: Any = (), credit: Any = False) -> None:
    zet = object.__setattr__.__get__(self)
    zet("leden", leden)
    zet("regimes", regimes)
    zet("prestaties", prestaties)
    zet("kenmerken", kenmerken)
    zet("behalve_regimes", behalve_regimes)
    zet("trekken", trekken)
    zet("credit", credit)
def _regel_genoemd(self: Any, soorten: Any, velden: Any) -> None:
    zet = object.__setattr__.__get__(self)
    zet("soorten", soorten)
    zet("velden", velden)
def _regel_melding(self: Any, *, pad: Any, reden: Any, uitkomst: Any, verificatie: Any = None, bron: Any = None, vermoeden: Any = False, parameters: Any = ()) -> None:
    self.pad = pad
    self.reden = reden
    self.uitkomst = uitkomst
    self.verificatie = verificatie
    self.bron = bron
    self.vermoeden = vermoeden
    self.parameters = parameters
def _regel_regel(self: Any, *, code: Any, titel: Any, toets: Any, reikwijdte: Any, bronnen: Any, redenen: Any, versie: Any = 1, ernst: Any = ..., peildatum: Any = ..., geldig: Any = None, gebruikt_tabellen: Any = False, retourcodes: Any = (), nodig: Any = (), aanleiding: Any = None, tariefgrond: Any = False) -> None:
    zet = object.__setattr__.__get__(self)
    zet("code", code)
    zet("titel", titel)
    zet("toets", toets)
    zet("reikwijdte", reikwijdte)
    zet("bronnen", bronnen)
    zet("redenen", redenen)
    zet("versie", versie)
    zet("ernst", ernst)
    zet("peildatum", peildatum)
    zet("geldig", geldig)
    zet("gebruikt_tabellen", gebruikt_tabellen)
    zet("retourcodes", retourcodes)
    zet("_nodig", nodig)
    zet("aanleiding", aanleiding)
    zet("tariefgrond", tariefgrond)
    zet("bron", self._hoofdbron())
    zet("verificatie", self._zwakste_grond())
def _regel_uitslag(self: Any, uitkomst: Any, verificatie: Any = None) -> None:
    zet = object.__setattr__.__get__(self)
    zet("uitkomst", uitkomst)
    zet("verificatie", verificatie)
def _veldvondst_toets(self: Any, *, betekenis: Any, veld: Any, patronen: Any, lees: Any, ook_leeg: Any = False, met_dag: Any = False, snel: Any = None, niet: Any = None, bij: Any = None, hangt_aan: Any = (), vooraf: Any = "", telt: Any = True) -> None:
    zet = object.__setattr__.__get__(self)
    zet("betekenis", betekenis)
    zet("veld", veld)
    zet("patronen", patronen)
    zet("lees", lees)
    zet("ook_leeg", ook_leeg)
    zet("met_dag", met_dag)
    zet("snel", snel)
    zet("niet", niet)
    zet("bij", bij)
    zet("hangt_aan", hangt_aan)
    zet("vooraf", vooraf)
    zet("telt", telt)
def _antwoord_bekendtarief(self: Any, *, tabel: Any, eigen: Any = False, tariefbeschikking: Any, bron: Any, looptijd: Any, belemmering: Any, vervangt: Any = None, tarief: Any) -> None:
    zet = object.__setattr__.__get__(self)
    zet("tabel", tabel)
    zet("eigen", eigen)
    zet("tariefbeschikking", tariefbeschikking)
    zet("bron", bron)
    zet("looptijd", looptijd)
    zet("belemmering", belemmering)
    zet("vervangt", vervangt)
    zet("tarief", tarief)
def _antwoord_buitenlooptijd(self: Any, *, status: Any, prestatie: Any, datum: Any, bron: Any, verificatie: Any) -> None:
    zet = object.__setattr__.__get__(self)
    zet("status", status)
    zet("prestatie", prestatie)
    zet("datum", datum)
    zet("bron", bron)
    zet("verificatie", verificatie)
def _antwoord_genoemdeprestatie(self: Any, *, prestatie: Any, tabel: Any, eigen: Any, bron: Any, vervangt: Any) -> None:
    zet = object.__setattr__.__get__(self)
    zet("prestatie", prestatie)
    zet("tabel", tabel)
    zet("eigen", eigen)
    zet("bron", bron)
    zet("vervangt", vervangt)
def _antwoord_gevonden(self: Any, *, tabel: Any, eigen: Any = False, tariefbeschikking: Any, bron: Any, belemmering: Any, looptijd: Any, prestatie: Any, tarief: Any, vervangt: Any = None) -> None:
    zet = object.__setattr__.__get__(self)
    zet("tabel", tabel)
    zet("eigen", eigen)
    zet("tariefbeschikking", tariefbeschikking)
    zet("bron", bron)
    zet("belemmering", belemmering)
    zet("status", globals()["Antwoordstatus"].GEVONDEN)
    zet("looptijd", looptijd)
    zet("prestatie", prestatie)
    zet("tarief", tarief)
    zet("vervangt", vervangt)
def _antwoord_gevondenopslag(self: Any, *, tabel: Any, eigen: Any = False, tariefbeschikking: Any, bron: Any, belemmering: Any, looptijd: Any, opslag: Any, vervangt: Any = None) -> None:
    zet = object.__setattr__.__get__(self)
    zet("tabel", tabel)
    zet("eigen", eigen)
    zet("tariefbeschikking", tariefbeschikking)
    zet("bron", bron)
    zet("belemmering", belemmering)
    zet("looptijd", looptijd)
    zet("opslag", opslag)
    zet("vervangt", vervangt)
def _antwoord_onbekend(self: Any, *, reden: Any, prestatie: Any = None, laatst_bekend_tot_en_met: Any = None, eerstvolgend_van: Any = None) -> None:
    zet = object.__setattr__.__get__(self)
    zet("status", globals()["Antwoordstatus"].ONBEKEND)
    zet("reden", reden)
    zet("prestatie", prestatie)
    zet("laatst_bekend_tot_en_met", laatst_bekend_tot_en_met)
    zet("eerstvolgend_van", eerstvolgend_van)
def _fout_melding(self: Any, *, reden: Any, uitleg: Any, bestand: Any = None, tekstregel: Any = None, pointer: Any = "", rij: Any = False) -> None:
    zet = object.__setattr__.__get__(self)
    zet("reden", reden)
    zet("uitleg", uitleg)
    zet("bestand", bestand)
    zet("tekstregel", tekstregel)
    zet("pointer", pointer)
    zet("rij", rij)
def _herkomst_herkomst(self: Any, *, bestand: Any = None, plek: Any = (), plaatsen: Any = ..., rij: Any = False, rijen_uit: Any = None) -> None:
    zet = object.__setattr__.__get__(self)
    zet("bestand", bestand)
    zet("plek", plek)
    zet("plaatsen", plaatsen)
    zet("rij", rij)
    zet("rijen_uit", rijen_uit)
def _index_index(self: Any, *, prestaties: Any, rijen: Any, dagen: Any, opslagen: Any) -> None:
    zet = object.__setattr__.__get__(self)
    zet("prestaties", prestaties)
    zet("rijen", rijen)
    zet("dagen", dagen)
    zet("opslagen", opslagen)
def _normen_gevondennorm(self: Any, *, norm: Any, tabel: Any, tot_en_met: Any) -> None:
    zet = object.__setattr__.__get__(self)
    zet("status", globals()["Antwoordstatus"].GEVONDEN)
    zet("norm", norm)
    zet("tabel", tabel)
    zet("tot_en_met", tot_en_met)
    zet("_delen", {})
    zet("_gehelen", {})
    zet("_beginnen", {})
def _tabellen_tabellen(self: Any, *, prestatielijsten: Any = (), tarieftabellen: Any = (), normtabellen: Any = (), cijfertabellen: Any = (), basis: Any = None, normbasis: Any = None, cijferbasis: Any = None, herkomst: Any = None, nagezien: Any = False) -> None:
    zet = object.__setattr__.__get__(self)
    zet("_lijsten", prestatielijsten)
    zet("_tarieftabellen", tarieftabellen)
    zet("normtabellen", normtabellen)
    zet("cijfertabellen", cijfertabellen)
    zet("basis", basis)
    zet("normbasis", normbasis)
    zet("cijferbasis", cijferbasis)
    zet("_herkomst", herkomst)
    zet("_nagezien", nagezien)
    zet("_normen", None)
    zet("_cijfers", None)
    zet("_gebouwd", None)
    self.__attrs_post_init__()
def _tekst_tekst(self: Any, nl: Any, en: Any) -> None:
    zet = object.__setattr__.__get__(self)
    zet("nl", nl)
    zet("en", en)
def _tijd_looptijd(self: Any, *, van: Any, tot_en_met: Any = None) -> None:
    zet = object.__setattr__.__get__(self)
    zet("van", van)
    zet("tot_en_met", tot_en_met)
def _tijd_periode(self: Any, *, van: Any, tot_en_met: Any) -> None:
    zet = object.__setattr__.__get__(self)
    zet("van", van)
    zet("tot_en_met", tot_en_met)
def _veld_veld(self: Any, *, omschrijving: Any, omschrijving_nl: Any, eenheid: Any = None, persoonsgegeven: Any = False, patroon: Any = None, tekens: Any = None, min_lengte: Any = 1, max_lengte: Any = 500, minimum: Any = -1000000000000, maximum: Any = 1000000000000, min_aantal: Any = 0, max_aantal: Any = 10000, altijd: Any = False, geordend: Any = False, voorbeelden: Any = (), bron: Any = None, betekenis: Any = ()) -> None:
    zet = object.__setattr__.__get__(self)
    zet("omschrijving", omschrijving)
    zet("omschrijving_nl", omschrijving_nl)
    zet("eenheid", eenheid)
    zet("persoonsgegeven", persoonsgegeven)
    zet("patroon", patroon)
    zet("tekens", tekens)
    zet("min_lengte", min_lengte)
    zet("max_lengte", max_lengte)
    zet("minimum", minimum)
    zet("maximum", maximum)
    zet("min_aantal", min_aantal)
    zet("max_aantal", max_aantal)
    zet("altijd", altijd)
    zet("geordend", geordend)
    zet("voorbeelden", voorbeelden)
    zet("bron", bron)
    zet("betekenis", betekenis)
def _vorm_veldvorm(self: Any, *, naam: Any, vorm: Any, veld: Any, verplicht: Any, standaard: Any) -> None:
    zet = object.__setattr__.__get__(self)
    zet("naam", naam)
    zet("vorm", vorm)
    zet("veld", veld)
    zet("verplicht", verplicht)
    zet("standaard", standaard)
def _vorm_vorm(self: Any, *, soort: Any, klasse: Any = None, item: Any = None) -> None:
    zet = object.__setattr__.__get__(self)
    zet("soort", soort)
    zet("klasse", klasse)
    zet("item", item)
def _dagen_dagzorg(self: Any, *, van: Any, tot_en_met: Any, minuten: Any) -> None:
    self.van = van
    self.tot_en_met = tot_en_met
    self.minuten = minuten


VULLERS: Final = {
    "geboortezorg.berekening.samenwerking.integraal.Bundel": _integraal_bundel,
    "geboortezorg.berekening.stap.Berekening": _stap_berekening, "geboortezorg.berekening.stap.Stap": _stap_stap,
    "geboortezorg.berekening.wachtdienst.consignatie.Bezetter": _consignatie_bezetter, "geboortezorg.berekening.wachtdienst.consignatie.Bezetting": _consignatie_bezetting,
    "geboortezorg.berekening.wachtdienst.diensten.Dienst": _diensten_dienst, "geboortezorg.berekening.wachtdienst.diensten.Indeler": _diensten_indeler,
    "geboortezorg.bron.Bron": _bron_bron,
    "geboortezorg.model.tarief.Tarief": _tarief_tarief,
    "geboortezorg.nummers._zorgsoorten.Kwalificatie": _zorgsoorten_kwalificatie, "geboortezorg.nummers._zorgsoorten.Zorgsoort": _zorgsoorten_zorgsoort,
    "geboortezorg.nummers.cijfernummer.Cijfernummer": _cijfernummer_cijfernummer,
    "geboortezorg.rapport.Declaratieregeluitkomsten": _rapport_declaratieregeluitkomsten, "geboortezorg.rapport.Rapport": _rapport_rapport, "geboortezorg.rapport.RegelUitkomst": _rapport_regeluitkomst, "geboortezorg.rapport.Samenvatting": _rapport_samenvatting, "geboortezorg.rapport.Tabelgebruik": _rapport_tabelgebruik,
    "geboortezorg.regels.context.Context": _context_context,
    "geboortezorg.regels.ingebed.Ingebed": _ingebed_ingebed,
    "geboortezorg.regels.kraamzorg.etmaal._Geleverd": _etmaal__geleverd,
    "geboortezorg.regels.kraamzorg.zorg.Uren": _zorg_uren,
    "geboortezorg.regels.nodig.Nodig": _nodig_nodig,
    "geboortezorg.regels.regel.Genoemd": _regel_genoemd, "geboortezorg.regels.regel.Melding": _regel_melding, "geboortezorg.regels.regel.Regel": _regel_regel, "geboortezorg.regels.regel.Uitslag": _regel_uitslag,
    "geboortezorg.regels.veldvondst.Toets": _veldvondst_toets,
    "geboortezorg.tabellen.antwoord.BekendTarief": _antwoord_bekendtarief, "geboortezorg.tabellen.antwoord.BuitenLooptijd": _antwoord_buitenlooptijd, "geboortezorg.tabellen.antwoord.GenoemdePrestatie": _antwoord_genoemdeprestatie, "geboortezorg.tabellen.antwoord.Gevonden": _antwoord_gevonden, "geboortezorg.tabellen.antwoord.GevondenOpslag": _antwoord_gevondenopslag, "geboortezorg.tabellen.antwoord.Onbekend": _antwoord_onbekend,
    "geboortezorg.tabellen.fout.Melding": _fout_melding,
    "geboortezorg.tabellen.herkomst.Herkomst": _herkomst_herkomst,
    "geboortezorg.tabellen.index.Index": _index_index,
    "geboortezorg.tabellen.normen.GevondenNorm": _normen_gevondennorm,
    "geboortezorg.tabellen.tabellen.Tabellen": _tabellen_tabellen,
    "geboortezorg.tekst.Tekst": _tekst_tekst,
    "geboortezorg.tijd.Looptijd": _tijd_looptijd, "geboortezorg.tijd.Periode": _tijd_periode,
    "geboortezorg.veld.Veld": _veld_veld,
    "geboortezorg.vorm.Veldvorm": _vorm_veldvorm, "geboortezorg.vorm.Vorm": _vorm_vorm,
    "geboortezorg.zorggeval.dagen.Dagzorg": _dagen_dagzorg,
}
"""By the name of the class."""
